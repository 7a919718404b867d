# Matters: called for, received, screened, put on an agenda, until they are filed.

# One sentence after an act
act-put = Matter { $number }: { $title }
act-joint = Matter { $number } is one for the joint session
act-not-joint = Matter { $number } is none for the joint session
act-sent-back = Matter { $number } sent back for completion
act-handed-back = Matter { $number } handed back to its village
act-merged = Matter { $number } merged into { $into }
act-split = Matter { $number } split from { $from }
act-withdrawn = Matter { $number } withdrawn
act-filed = Matter { $number } filed
act-reopened = Matter { $number } taken up again
gone = A matter

# What cannot be
refused-closed = The matter “{ $title }” is closed and cannot be changed
refused-screened = The matter was screened, so its answers stand
