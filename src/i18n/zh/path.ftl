# 程序模板与逐村履行。

template-gone = 程序模板
refused-under-way = 这个事项的程序已经选定
