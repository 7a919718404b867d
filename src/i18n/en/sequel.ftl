# After the announcement: where a motion stands, what is next, how each step was taken.
standing-open = Not voted
standing-tied = Tied, to be settled
standing-adopted = Adopted
standing-adopted-villages = Adopted by all villages
standing-rejected = Not adopted
standing-deferred = Put off
standing-withdrawn = Withdrawn
standing-awaiting-villages = Awaiting the villages
standing-adopted-in-part = Adopted in part of the villages
standing-referred-up = Referred for a ruling
standing-reconsidering = Being reconsidered
standing-inquorate = No quorum
standing-void = Void: the ballots cannot be right
deferred-until = Put off until { $day }
deferred-next = Put off to the next session
referred-to = Referred to { $whom } for a ruling
awaiting-some = Awaiting the villages: { $villages } not decided yet
in-part = Adopted in part of the villages: { $villages } go on
tie-chair-casts = the chair casts a vote
tie-second-vote = a second vote
tie-lot = a lot is drawn
tie-defer = it is put off
tie-refer = it is referred for a ruling
due-chair-casts = A tie. By the rule the chair casts a vote: for or against?
due-second-vote = A tie. By the rule it is voted once more: { $wording }
due-lot = A tie. By the rule a lot decides: who draws it, announced at once.
due-defer = A tie. By the rule it is put off, looked into and talked over, and voted next time.
due-refer = A tie. By the rule it is referred to the superior for a ruling.
due-close-split = { $yes } for, { $no } against: the sides are close. Unless it is urgent it should be put off. Is it?
due-new-vote = The last vote decided nothing; vote again: { $wording }
due-ask-villages = This wants a decision of { $villages }, each by its own procedure. Ask them.
key-chair-casts = Cast
key-second-vote = Vote again
key-lot = Lot
key-defer = Put off
key-refer = Refer
key-close-split = Put off?
key-new-vote = Vote again
key-ask-villages = Ask villages
step-cast-for = { $who }, in the chair, cast a vote for: adopted
step-cast-against = { $who }, in the chair, cast a vote against: not adopted
step-lot-for = { $who } drew a lot: adopted
step-lot-against = { $who } drew a lot: not adopted
step-passed-over = Not taken: { $step }
step-not-deferred = The sides were close; the chair did not put it off
step-deferred-until = Put off until { $day }
step-deferred-next = Put off to the next session
step-deferred-why = { $deferred }; because: { $reason }
step-referred = Referred to { $whom } for a ruling
step-ruled-for = { $whom } ruled on { $day }: adopted ({ $paper })
step-ruled-against = { $whom } ruled on { $day }: not adopted ({ $paper })
step-asked = { $villages } asked to decide, each for itself
step-reconsidered = { $who } moved to reconsider: { $reason }
step-reviewed = Outcome of the reconsideration: { $standing }
step-village = { $village }, { $body } ({ $day }): { $entitled } entitled, { $present } present, { $yes } for, { $no } against, { $abstain } abstaining; { $proof }, { $outcome }; record kept: { $paper }
village-agreed = agreed
village-refused = not agreed
village-inquorate = too few came, nothing decided
village-quorum-short = too few came: { $proof }
stamped = { $at }  { $step }
label-standing = Outcome of the motion
label-sequels = What followed
label-reconsiders = Reconsiders
reconsiders = { $session }, motion { $number }: { $wording }
reconsiders-filed = A motion of a session that is filed
round-title = Vote { $number }
round-broken-off = This vote is void and was not counted ({ $at })
last-round = Vote { $number } (the last)
no-mover = Choose who moves to reconsider first.
not-next-none = There is no such step to take with this motion now.
not-next = The next step with this motion is: { $due }.
due-name-close-split = whether it is put off
due-name-new-vote = a new vote
due-name-ask-villages = asking the villages
# @as-is
no-meeting = No meeting was held, so this is no decision of the village: papers passed around or voices collected one by one must not stand in for a meeting and its decision (不得以传阅会签或个别征求意见等形式代替集体议事和会议决定).
meeting-does-not-add-up = The numbers do not add up: { $entitled } entitled, { $present } present, { $voted } for, against and abstaining together.
rule-counts-more = Numbers of people alone cannot be judged by this rule; choose another: { $rule }.
other-rule = The rule of this vote has the villages decide by another rule: { $rule }.
village-not-asked = { $name } was not asked about this motion.
not-yet = { $day } has not come yet.
rounds-spent =
    By the rule it is voted { $rounds ->
        [one] { $rounds } time
       *[other] { $rounds } times
    } at most, and no more.
too-soon = By the rule it is reconsidered from { $day } on.
second-call-late =
    By the rule the second session sits within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, on { $latest } at the latest.
act-cast-for = Tie: { $who }, in the chair, cast a vote for
act-cast-against = Tie: { $who }, in the chair, cast a vote against
act-lot-for = { $who } drew a lot: adopted
act-lot-against = { $who } drew a lot: not adopted
act-passed-over = Not taken: { $step }
act-deferred = Motion put off: { $until }
act-until-next = to the next session
act-until = until { $day }
act-referred = Referred to { $whom } for a ruling
act-ruled-for = { $whom } ruled: adopted
act-ruled-against = { $whom } ruled: not adopted
act-asked =
    { $count ->
        [one] { $count } village
       *[other] { $count } villages
    } asked to decide
act-village-agreed = { $village } agreed
act-village-refused = { $village } did not agree
act-village-short = Too few came in { $village }: nothing decided
act-reconsidered = Reconsideration moved by { $who }: { $reason }
act-reviewed = Outcome of the reconsideration: { $standing }
