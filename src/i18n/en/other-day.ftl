# A session opened on another day than planned: asked before it is.

question = Planned for { $planned }; today is { $today }
question-noticed = The notice called for { $planned }; today is { $today }
question-second = Called for { $planned }; on { $today } it is no second call
roll = Planned for { $planned }, and today is { $today }: this roll is of who is here today
not-now = Do not open it
open-today = Open it today, { $today }; the record holds this day
