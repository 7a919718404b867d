# What is said of a name that is nearly another.

taken-in = “{ $name }” sounds or looks as “{ $other }” does and is written otherwise: see whether it is the same; it was taken in all the same
sound = “{ $other }” is there already, of the same sound and written otherwise: see whether it is the same; if it is another, it is taken all the same
shape = “{ $other }” is there already and looks nearly the same: see whether it is the same; if it is another, it is taken all the same
stray = “{ $letter }” in this name is { $script ->
    [latin] a Latin letter
    [greek] a Greek letter
    [cyrillic] a Cyrillic letter
   *[han] a Chinese character
} among others of another script: see whether it was mistyped; if it is meant, it is taken all the same
taken-in-stray = In “{ $name }”, “{ $letter }” is { $script ->
    [latin] a Latin letter
    [greek] a Greek letter
    [cyrillic] a Cyrillic letter
   *[han] a Chinese character
} among others of another script: see whether it was mistyped; it was taken in all the same
committee = “{ $other }” is on this computer already: this would be a second file. To go on with that one, press Esc and choose it on the first screen
