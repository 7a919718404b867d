# The notice of a village's meeting, and the rule it decided by.

term = { $source }: notice of { $days } days (from { $since }, the meeting can be held from { $from })
cut-short = Notice too short: { $source } asks for { $days } days, so a meeting from { $from }; held on { $on }; reason: { $reason }
refused-too-soon = { $source } asks for notice of { $days } days, so a meeting from { $day }; an earlier one needs a reason.
refused-body = By this rule { $body } decides, and another body is named: name that one, or choose another rule.
refused-before-last-time = That is before the last meeting, on { $day }.
refused-undecided = { $village } has decided nothing on it yet that it could take up once more.
unwritten = No day of the notice is given, so it counts from the step before, or from the last meeting
form-noticed = Notice sent
form-rule = Rule of the vote
form-unwritten = not recorded
form-asked = { $source }: { $days } days
form-kept = { $said }, kept
form-not-kept = { $said }, not kept
called = { $at }: notice sent { $noticed }; decided by “{ $rule }”
form-called = Notices and rules

# Bodies of one village
body-assembly = Villagers' assembly
body-representatives = Representatives' meeting
body-members = Members' assembly of the collective
body-member-representatives = Member representatives' assembly of the collective
