# A template of steps that is begun from nothing.

new-short = New
new-hint = Begin a template of the committee's own from nothing: name it, then add its steps
title = New template
none = None yet; press { $new } to begin one, or select a shipped template and press { $copy } to copy it
no-steps = It has no step yet and cannot be chosen. Press { $key } to add the first
not-yet = This template has no step yet and cannot be chosen
draft = New template of steps
remedy = give the template a step
taken = Another template is called “{ $name }”: give this one a name of its own, such as with that of the area
