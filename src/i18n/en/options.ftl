# One of several by name: who took which.
one-is-taken = One of several is chosen here: take down which one, or an abstention.
not-on-the-ballot = “{ $name }” is not on the ballot.
elected-by-name = people are elected by secret ballot (Party rules on elections), never by name; let the rule use a secret ballot
no-election-by-name = People are elected by secret ballot, never by name: { $rule }.
counts = { $valid } voted by name{ $proxied ->
        [0] {""}
       *[other] {" "}({ $proxied } of them by proxy)
    }{ $silent ->
        [0] {""}
       *[other] , { $silent } not voting
    }
act-chooses = { $who }: “{ $option }”
act-pencilled = { $who }: “{ $option }” (pencilled)
act-all = All { $count } for “{ $option }” (pencilled)
act-rest = The other { $count } for “{ $option }” (pencilled)
step-ask = In turn, please: which of these? { $names }. Say so if you abstain.
key-ask = Rest alike
scope = In session · one of several by name
not-asking = Nobody is being asked by name which of several to take
number-short = Option
number-hint = The number of an option takes it for the person selected
no-such-number = No option has that number; press → for the list
choose-short = List
choose-hint = Choose from a list for the person selected (where there are more than nine)
choose-title = Which one does { $name } take?
rest-short = Rest
rest-hint = Pencil everybody not asked yet for the same one, then mend the exceptions
rest-title = Which one do the other { $count } take? (in pencil)
nobody-left = Everybody has been asked
one-by-one = None, one by one
row = { $number } { $option }
pencilled = { $said } (pencilled until the vote ends)
cell = { $name } { $votes }
stands = { $name }: { $votes }
of-number = no. { $number }: { $votes }
took = For “{ $option }”
method = By name, each for one of several
label-counts = Votes
missing = { $count } to be asked
