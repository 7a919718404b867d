# What is wrong with a rule: where, what, and what to do.

at = { $place }: { $why }.
no-criterion = nothing says what the votes for must reach; write at least one criterion
no-parts = both sides of a fraction must be more than 0
over-one = the fraction is more than one, and no vote reaches it; make it smaller
never-reached = “more than all” is never reached; write “all”, or make the fraction smaller
too-fine = the denominator is over 1000; reduce the fraction
too-much = more criteria, or deeper ones, than anybody can read out; make several rules of it
no-method = nothing says how the vote is taken; choose at least one way
twice = it is written twice; take one away
base-unknown = a vote by “{ $method }” cannot know what this rule counts; take that way out, or count something else
weights-missing = weights are counted, and nothing says what each village weighs
weights-wrong = a weight is over a million, or the floor is above the cap
citation-missing = no clause is cited; write its title and number
not-its-own = a derived or foreign rule is not adopted as it is; set the provenance to the committee's own rules, and cite their clause
not-its-clause = it is not what its clause says: take the committee's own rules and their clause, or put it back
name-missing = there is no name in both languages
own-only = only the committee's own rules may say so; set the provenance to its own rules with their clause, or take this out
foreign-only = only samples of foreign bodies know this: here a village decides at its own meeting, and neither silence nor papers passed around are its consent; take it out
casting-secretly = the chair has no casting vote where ballots are secret; take the step out, or allow another way of voting
circular = the second call sits by a rule that leads back here; name another, or none
unknown-rule = there is no such rule; enter it first, or name another
empty = it is empty; fill it in
ends-before-it-begins = the last day is before the first; correct the dates
not-for-that-question = that kind of vote cannot show this number; count votes instead
no-second-round = one round leaves none for the second vote after a tie; allow two, or take the second vote out
