# The roster: villages, people, seats, rules of procedure.

title =
    Roster: { $villages ->
        [one] { $villages } village
       *[other] { $villages } villages
    }, { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
rules-default = Rules: by default, { $rule } ({ $clause }); press { $key } to enter your own
rules-own = Rules: { $title } { $clause }, { $rule } (adopted { $adopted })
empty = No village yet: press { $key } to add one, the lead village first; then { $then } to add people; or { $list } with a list at hand
no-people = No people yet: press { $key } to add a person with village, role and capacity
area = Area-wide seats (of no single village)
# @as-is
village-row = { $standing }
village-left = { $standing }, left { $day }
loose = People without a seat
term-open = from { $from }
term = { $from } to { $to }
counted = counted
village-short = Village
village-hint = Add a village
person-short = Person
person-hint = Add a person with a seat
seat-short = Seat
seat-hint = Give the selected person another seat
edit-short = Edit
edit-hint = Change the selected village or seat
end-short = End
end-hint = Say until which day the selected seat is held
counts-short = Counts
counts-hint = Count a person with several voting seats for the selected one
remove-short = Remove
remove-hint = Remove a seat, person or village entered by mistake; a term that ended is ended
rules-short = Rules
rules-hint = Enter the committee's own rules of procedure and their rule of voting
name-short = Rename
name-hint = Change the committee's name
find-short = Find
find-hint = Find a person or village by name or pinyin initials
find-title = Find a person or village: type a name or pinyin initials, Enter goes there
want-seat = Select somebody's seat first
want-person = Select a person first
only-voting-seat = It is the person's only voting seat and counts already
observer-seat = An observer's seat is never counted
nothing-to-find = The roster is empty
village-title = Add a village
village-edit-title = Change a village
village-name = Village
village-standing = Standing
village-position = Position
village-position-bad = A whole number from 1
village-left-day = Left on
village-left-hint = Empty while it belongs; not counted from that day on
confirm-village = Enter the village
person-title = Add a person
seat-title = Another seat for { $name }
seat-edit-title = Change a seat
person-name = Name
same = Same name
same-hint = Usually left empty: only where somebody of that name is on the roster
same-one = The same person, another seat
same-other = Somebody else
same-ask = The roster has { $who }: the same person or somebody else? Choose with ←→
same-several = The roster has { $count } people of that name: select the right one there and press { $key }
village = Stands for
area-choice = The whole area (no single village)
role = Role
role-hint = For example: village Party secretary, village head, member
capacity = Capacity
capacity-hint = Voting: counted and has a vote; observer: may speak, is never counted
from = From
to = To
day-hint = As 2024-3-1, 15, 7-15, fri, end; without a year it is the day to come
to-hint = Empty while it is held
confirm-seat = Enter the seat
end-title = End of seat: { $name } ({ $role })
end-day = Last day
confirm-end = Enter
rules-title = The committee's own rules of procedure
rules-name = Title
rules-name-hint = For example: Rules of Procedure of the Sanhe Joint Session
rules-clause = Voting clause
rules-clause-hint = For example: article 12
rules-rule = Rule
rules-rule-hint = Choose with ←→ what the clause says
rules-adopted = Adopted on
rules-online = Video counts
rules-online-hint = Mark it only where the rules count whoever takes part by video; space marks
rules-deputies = Deputies vote
rules-deputies-hint = Mark it only where the rules give a deputy the member's vote; else a deputy only attends
rules-and = { $rules }; { $more }
rules-say-online = video counts
rules-say-deputies = deputies vote
rules-back = Back to default
rules-back-hint = Set it to drop the own rules and use the default
confirm-rules = Adopt
name-title = Name of the committee
name-name = Name
confirm-name = Rename
