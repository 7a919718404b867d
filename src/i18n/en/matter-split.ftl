# Why a part of a matter is no matter of its own.

decided = “{ $title }” is decided, so nothing is split from it any more; enter what else is to be done as another matter.
village = { $village } is none of the villages of this matter, so no part of it is theirs; what they are to take part in is entered as another matter.
area = Name the villages of the part: the matter is not of the whole area.
under-way = The steps of “{ $title }” are chosen, so none of its money is split off; split it without an amount, or enter another matter.
too-much = The part costs { $part }, more than the { $whole } of the matter; give a smaller amount.
share = { $village } bears { $part } of the part, more than its { $whole } of the matter; give it a smaller share.
unsaid = How the villages bear the { $part } of the part is not clear; give their shares, none above what it was.
