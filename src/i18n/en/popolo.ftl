# Popolo documents: what is wrong with one, what differs in it, what was taken in.

# Why a document is not taken
unreadable = cannot be read or written: { $why }
too-large = the file is larger than { $most } MB
not-utf8 = not UTF-8 (byte { $offset })
truncated = line { $line }, column { $column }: the file ends too early
syntax = line { $line }, column { $column }: not JSON
unrepresentable = line { $line }, column { $column }: a number out of range
too-deep = line { $line }, column { $column }: nested too deeply
not-popolo = not a Popolo document
missing-field = missing
wrong-type-text = should be a text
wrong-type-whole = should be a whole number
wrong-type-list = should be a list
wrong-type-object = should be an object
duplicate-key = stands twice in one object with different values
unknown-option = “{ $given }” is no option of a vote; known are yes, no, abstain, not voting, absent, recused
unknown-result = “{ $given }” is no result; known are pass, fail
weight = a weight other than 1
no-votes = a vote event without votes
voted-twice = “{ $id }” votes twice
unknown-person = “{ $id }” is not among the persons
duplicate-id = the id “{ $id }” is there already
negative-count = a negative count
out-of-range = a number out of range
bad-date = “{ $given }” is no date
contradicts = “{ $id }” contradicts the same vote in an earlier file
too-long = { $have } characters, at most { $most } are taken; shorten it
of-another-session = “{ $id }” is on file under another session

# What was cleaned
cleaned = { $dropped ->
        [one] { $dropped } character that cannot be seen was
       *[other] { $dropped } characters that cannot be seen were
    } removed
cleaned-more =
    { $more ->
        [one] and { $more } more place
       *[other] and { $more } more places
    }

# The rule
no-such-rule = There is no rule “{ $given }” for counting; there are: { $known }.

# What differs about a vote
result-pass = pass
result-fail = fail
result-none = none
differs-result = Result: published { $published }, counted { $counted }
differs-group = Result of “{ $group }”: published { $published }, counted { $counted }
differs-count = { $option }: published { $published }, counted { $counted }
differs-group-count = { $option } of “{ $group }”: published { $published }, counted { $counted }

# What else was found
at-vote = Vote “{ $vote }”: { $what }
there-unlisted = Vote “{ $vote }”: took part and not listed as present: { $people }
listed-absent = Vote “{ $vote }”: listed as present and absent from the vote: { $people }
not-a-voter = Vote “{ $vote }”: listed as present and not among the voters: { $people }
attendee-unknown = Attendance: “{ $person }” is not among the persons and was left out of the roll
no-motion = Vote “{ $vote }”: no motion; taken in as a motion of its own
motion-unknown = Vote “{ $vote }”: the motion “{ $motion }” is not there; taken in as a motion of its own
voted-again = Vote “{ $vote }”: a further vote on the motion “{ $motion }”; taken in as a motion of its own
other-session = Vote “{ $vote }”: its motion names another session, “{ $session }”
other-body = Vote “{ $vote }”: it names another body, “{ $organization }”
no-vote = Motion “{ $motion }”: no vote; taken in as not voted
no-wording = Motion “{ $motion }”: no wording
item-unknown = Motion “{ $motion }”: the agenda has no item { $number }; it was added
mover-unknown = Motion “{ $motion }”: “{ $name }” is not exactly one of the persons and was left out
no-body = Session “{ $session }”: no organization; it was left out
vote-astray = Vote “{ $vote }”: its session is not there; it was counted and left out
motion-astray = Motion “{ $motion }”: its session is not there; it was left out
other-name = Person “{ $person }”: on file as { $kept }, which stays; here { $given }
seat-crossed = The membership of “{ $person }” ends before it begins and was left out
left-as-it-was = On file already and left as it was; this file or this rule says something else

# One line a session
taken-in = { $name }: taken in; votes counted { $votes }, as published { $agreeing }, without a published result { $unpublished }, differences { $differences }
there-already = { $name }: there already, nothing changed; votes counted { $votes }, as published { $agreeing }, without a published result { $unpublished }, differences { $differences }
no-session = { $file }: no session that could be taken in
nothing-taken = { $file }: nothing was taken in: { $why }
part-taken = { $file }: taken in only in part; “{ $committee }” took in nothing: { $why }

# What is written where a source is silent
unstated-role = member
unstated-item = not stated
unstated-wording = (wording not stated)
unstated-vote = no vote was published
