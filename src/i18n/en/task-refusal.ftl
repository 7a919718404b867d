# Follow-ups: why something cannot be.

waiting = It is reported as done and waits for the sign-off: sign it off or return it first.
waiting-for = It is reported as done and waits for { $signer } to sign: sign it off or return it first.
resting = It is suspended: let it go on first.
not-resting = It is not suspended.
not-finished = It is not reported as done, so it cannot be signed off.
not-closed = It is not closed; satisfaction is recorded after that.
parts-open = The part of { $villages } is not done; all of them make it done.
village-silent = { $village } has not decided yet, so this is not done: entering its decision closes it.
not-ruled = { $to } has not ruled yet, so this is not done: entering the ruling closes it.
no-part = This village has no part in it.
part-done = The part of this village is done.
part-not-done = The part of this village is not done.
part-begun = { $village } has begun its part, so it stays.
other-signer = { $signer } is named to sign it off: to have it signed by somebody else, change that first.
before-entered = It was entered on { $on }, and nothing comes before that: give that day or a later one.
too-early = The step before it was on { $from }, and this comes after that: give that day or a later one.
date-over = The new date is over already.
slip-taken = { $slip } went out already ({ $what }): take another number.
nobody-asked = At least one person must have been asked.
remedy-sign = Record the sign-off
remedy-resume = Let it go on
remedy-finish = Report it as done
remedy-part = Record the parts of the villages
remedy-edit = Change it
