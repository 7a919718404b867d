# Steps that are done by what hangs on a village's board.

by-notice = done once a notice hangs on the village's board
by-decision = done once a notice or a disclosure hangs on the village's board
by-result = done once the result hangs on the village's board
none = not looked for on a board: it is entered
notice = done once a notice hangs
decision = done once a notice or a disclosure hangs
result = done once the result hangs
field = Board
done-by = Done by the village's board: { $kind }, put up { $day }
result-kind = disclosure of the result
form-done = hangs on the village's board ({ $kind })
refused = The village's board did this step, and its day is the day it was put up; correct that on the board.
fault = a board does only steps that each village takes, without a vote
step-posted = { $said } (on the board)
