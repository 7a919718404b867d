# Ledgers.

act-put = Ledger, { $kind }: { $what }
act-removed = A line of a ledger taken away
gone = A line of a ledger

# The ledgers there are
kind-concern = Concerns
kind-visit = Visits
kind-industry-project = Industrial projects
kind-joint-project = Joint projects
kind-company = Companies
kind-yield = Income
kind-leader = Business leaders
kind-talent = Reserve talent
kind-talent-away = Talent elsewhere
kind-worthy = Worthies
kind-adviser = Legal advisers
kind-legal-opinion = Legal opinions
kind-team = Volunteer teams
kind-service = Volunteering
kind-centre = Service centres
kind-pact = Village pacts
kind-credit-scheme = Credit schemes
kind-credit = Credits
kind-grid = Grid units

# What is counted
figure-number = Number
figure-jobs = Jobs
figure-households = Households
figure-persons = People
figure-household-income = Household income (yuan)
figure-points = Points

# What cannot be
refused-fed = This line comes from a matter or a follow-up and is corrected there.
refused-not-fed = That matter or follow-up gives no such line now: it is not decided or done yet, or was changed.
refused-ends-before = The day it ends must come after the day it begins.
refused-no-money = The ledger “{ $kind }” has no money.
refused-no-figure = The ledger “{ $kind }” does not count “{ $figure }”.
refused-share-outside = { $village } is not among the villages of this line, so it has no share; choose that village first.
refused-shares-exceed = The shares of the villages come to { $shares } yuan, more than the whole of { $amount } yuan.
refused-too-large = That figure is too large; please check it.
refused-double-matter = Matter { $number } ({ $on }) tells this already, so it is not entered again; add to that line. If it is another thing, name it otherwise.
refused-double-task = The follow-up “{ $what }” ({ $on }) tells this already, so it is not entered again; add to that line. If it is another thing, name it otherwise.
refused-no-scheme = No credit scheme stands on that day, so there are no credits; enter a line in “Credit schemes” first.

remedy-enter = Enter a line
