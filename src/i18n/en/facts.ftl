# The names of sessions, items, votes and follow-ups.

session-kind-regular = Regular
session-kind-special = Special
session-kind-urgent = Urgent
session-name = Joint session no. { $ordinal } ({ $kind ->
        [regular] regular
        [special] special
       *[urgent] urgent
    })
session-state-planned = Planned
session-state-sitting = Sitting
session-state-break = In a break
session-state-adjourned = Adjourned
session-state-lapsed = Lapsed
session-state-closed = Closed
session-state-sealed = Sealed
item-kind-study = Relay and study
item-kind-notice = Briefing
item-kind-report = Report
item-kind-discussion = Discussion
item-kind-decision = Decision by vote
item-kind-review = Follow-up review
item-state-pending = Not taken up
item-state-running = Running
item-state-paused = Put aside
item-state-done = Done
item-state-deferred = Deferred
item-state-withdrawn = Withdrawn
item-number = { $number }
capacity-voting = Voting
capacity-observer = Observer
standing-lead = Lead village
standing-joined = Joined village
exclusion-illness = Illness that prevents expression of will
exclusion-abroad = Abroad
exclusion-suspended = Party membership suspended
exclusion-probation = On probation within the Party
exclusion-detained = Lawfully detained or arrested
exclusion-bedridden = Bedridden or long unable to care for oneself
exclusion-away = Away over half a year, membership not transferred
exclusion-floating = Floating Party member on leave
exclusion-represented = A deputy sits in the member's stead
way-room = In the room
way-video = By video
office-chair = Chair
office-recorder = Recorder
channel-group = Group chat
channel-phone = Telephone
channel-paper = On paper
excuse-illness = Sick leave
excuse-private = Personal leave
excuse-duty = On duty elsewhere
attendance-unmarked = Not marked
attendance-attended = Present
attendance-excused = Excused
attendance-absent = Absent
voice-for = For
voice-against = Against
voice-abstain = Abstaining
voice-not-voting = Not voting
voice-absent = Not there
voice-recused = Recused
outcome-adopted = Adopted
outcome-proposed = Agreed, proposed to the villages
outcome-rejected = Not adopted
outcome-not-proposed = Not agreed
outcome-tied = Tied, not adopted
outcome-tied-proposal = Tied, not agreed
outcome-inquorate = No quorum, nothing decided
outcome-void = void: the ballots cannot be right
effect-decides = The joint session decides
effect-proposes = The joint session proposes to the villages
motion-drafted = Not voted
motion-voting = Vote open
motion-counted = To be announced
motion-announced = Announced
motion-agreed = Agreed without a vote
motion-withdrawn = Withdrawn
task-open = Open
task-finished = To be signed off
task-suspended = Suspended
task-closed = Closed
task-dropped = Given up
phase-not-started = Not started
phase-underway = Underway
phase-reopened = Re-opened
light-dropped = Given up
light-overdue = Overdue
light-due-soon = Due soon
light-undated = No date
light-later = Not due yet
light-asking = No due date
light-finished = To be signed off
light-suspended = Suspended
light-closed = Closed
entry-speech = Speech
entry-written = Written opinion
entry-decision = Agreed item
entry-note = Note
rule-joint-default = More than half present; for: more than half of those entitled
rule-joint-major = Two thirds or more present; for: more than half of those entitled
rule-majority-of-cast = More for than against
rule-majority-of-present = For: more than half of those present
rule-majority-of-entitled = For: more than half of those entitled
rule-two-thirds-of-cast = For: two thirds or more of the votes for and against
rule-two-thirds-of-entitled = For: two thirds or more of those entitled
rule-each-group-majority-of-present = For: more than half of those present in every village
clause-joint = Regulations on the Work of Party Groups, article 27
clause-derived = A derived rule, to be used only where the committee's own rules say so
whole-area = The whole area
all-villages = all the villages
area-wide = Area
list-more = { $items }, { $item }
date-plain = { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } { $year }
date-column = { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } { $year }
date-long = { $weekday ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    } { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } { $year }
date-short = { $weekday ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    } { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
date-short-year = { $day } { $year }
date-and-clock = { $date }, { $clock }
