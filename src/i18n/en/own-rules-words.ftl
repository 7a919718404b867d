# From which day the committee's own rules hold, and which session is judged by them.
with = { $said }; { $since }
from = in force from { $day }
not-yet = the committee's own rules hold from { $day }, after this session, which is not judged by them
for-default = { $said } (planned under the default rule; the committee's own hold by then and judge it)
meter = by own rules: { $rule }, { $since }
meter-short = by own rules
