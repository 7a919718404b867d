# The first screen: the sample, or a committee of one's own.

title = The desk of a joint session
about = lianxi keeps joint sessions of villages: agenda, roll, minutes, votes, follow-ups, by keyboard.
local = Everything stays on this computer, nothing goes out: { $folder }
ways = Begin here
committees = Committees on this computer
try-sample = Try the sample: four villages, a dozen invented people, a session to run now
sample-again = Go on with the sample
own = Set up your own committee: its name first, then villages, people, a session
sample-short = Sample
sample-hint = Open the sample committee to try things on; it lies apart from real data
own-begun = Go on setting up: { $name }
own-short = New
own-hint = Set up a committee of your own
go-short = Open
go-hint = Open the selected row
open-short = Open
open-hint = Open the committee of this number
no-such = There is no committee of this number
own-title = Set up a committee
own-name = Name
own-name-hint = For example: Joint Committee of the Zhang Village Area
own-confirm = Set up
founded = { $name } is set up: add villages, then people, then plan the first session
invented = { $name } (sample, invented)
