# Before the session: plan, notice, agenda.

title = Before the session · { $name }
title-gone = Before the session
gone = This session is not there any more (was its making undone?). Press r to redo, or Esc to go back.
only-to-read = It is sealed and can only be read
headline = { $state } · { $when } · { $place }
when = { $date }, { $clock }
when-no-hour = { $date }, no hour yet
no-place = no place yet
people = Chair { $chair } · Recorder { $recorder }
not-named = not named
notice-sent = Notice sent { $said }; items added since are marked, with their reason
notice-said-to = { $date } ({ $channel })
# @as-is
notice-said = { $date }
notice-and = Notice sent { $said } · { $more }
notice-not-told = not told: { $people }
notice-was-late = The notice was less than { $days } days ahead (last day in time { $latest }): { $reason }
leave = On leave: { $people }
leave-of = { $name } ({ $reason })
guests = Guests: { $people }
guest-of = { $name } ({ $unit })
deputy-of = { $name } ({ $unit }, for { $member })
notice-not-sent = The notice was not sent yet
rule = Rule: { $rule } ({ $clause })
rule-default = Rule: { $rule } (by the default rule: { $clause })
summary =
    { $count ->
        [one] Agenda: { $count } item, { $minutes } minutes planned
       *[other] Agenda: { $count } items, { $minutes } minutes planned
    }
summary-until =
    { $count ->
        [one] Agenda: { $count } item, { $minutes } minutes planned, until about { $clock }
       *[other] Agenda: { $count } items, { $minutes } minutes planned, until about { $clock }
    }
empty = No item yet: press { $key } to add the first.
minutes = { $count } min
so-far = sum { $count } min
detail = Concerns: { $villages } · Presenter: { $presenter }
detail-rule = Rule: { $rule }
detail-carried = { $words } · left over from last time
live-short = Sit
live-hint = Go to the live screen: roll, opening, minutes, votes
add-short = Add
add-hint = Add items, one after the other
change-short = Change
change-hint = Change this item
up-short = Up
up-hint = Move this item up by one
down-short = Down
down-hint = Move this item down by one
already-first = It is the first item already
already-last = It is the last item already
edit-short = Plan
edit-hint = Change the plan: time, place, chair, recorder
notice-short = Notice
notice-hint = Record the notice: day, channel, who was told; or take it back
remove-short = Remove
remove-hint = Take this item off the agenda
create-title = New session
edit-title = Plan of the session
notice-later = The notice cannot have gone out later than today
notice-title = Notice of the session
item-title-add = New item (no. { $number })
item-title-change = Change an item
save-and-next = Save and enter the next
opening-item = What became of the decisions of last time
field-kind = Kind
field-ordinal = Number
field-date = Date
field-start = Begins at
field-place = Place
field-chair = Chair
field-recorder = Recorder
field-notice = Day sent
field-title = Item
field-item-kind = Kind
field-rule = Rule
field-minutes = Minutes
field-presenter = Presenter
field-villages = Villages
field-reason = Reason
ordinal-hint = Each kind is numbered by itself; this goes on from the last
start-hint = Such as 9:30, 930 or 14; may stay empty
notice-field-hint = Type 20, 11-20, yesterday or fri; empty takes the notice back
notice-in-time = { $day }, in time (the last day was { $latest })
notice-late = { $day }: it is to go out { $days } days ahead, the last day was { $latest }; give the reason below
field-channel = Channel
channel-other = Other channel
channel-other-hint = Say it where “Other channel” is chosen above, for example: in person
field-told = Told
told-hint = Left and right take the mark off whoever was not told
nobody-told = Mark somebody; where no notice was sent, clear the day
rule-idle = { $rule } (not in force on { $day })
rule-idle-then = “{ $rule }” is not in force on { $day }: take another rule
rule-hint = Only a decision by vote uses this field; other kinds pass it over
villages-hint = Space or arrows mark; none marked is the whole area
reason-hint = The notice was sent, so an item added now wants a reason
not-a-number = A whole number goes here
not-an-hour = That is no hour; type 9:30, 930 or 14
not-minutes = Minutes go here, at most 1440
field-urgent = Urgent
urgent-hint = Why the notice goes out less than { $days } days ahead; else leave it empty
