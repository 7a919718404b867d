# Templates of steps, and the consent of each village.

template-gone = A template of steps
refused-under-way = The steps of this matter are chosen already
