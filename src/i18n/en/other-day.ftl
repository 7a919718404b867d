# A session opened on another day than planned: asked before it is.

question = Planned for { $planned }; today is { $today }
not-now = Do not open it
open-today = Open it today, { $today }; the record holds this day
