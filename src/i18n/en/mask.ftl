# Masks: what will be hidden, while a text is written, and what was, once it is recorded.

will =
    { $count ->
        [one] { $count } place will be masked:
       *[other] { $count } places will be masked:
    }
will-none = Nothing is to be masked
done =
    { $count ->
        [one] { $count } place was masked:
       *[other] { $count } places were masked:
    }
done-none = Nothing had to be masked
line = { $why }: { $before } → { $after }
line-several = { $why }: { $before } → { $after } ({ $count } places)
already =
    { $count ->
        [one] { $count } place is written masked: { $all }
       *[other] { $count } places are written masked: { $all }
    }
not-there = Not in the title, the text or the basis, so not masked: { $names }
hangs = Masked places: { $count } (what stood there is kept nowhere)
hangs-none = Masked: nowhere
