//! The local rule of days as it was when something went up: what came down since is judged by that one.

use super::period::{NATIONAL, last_day};
use super::{BoardRules, Posting, Step};

impl BoardRules {
    /// Returns the rules with the days by which a posting was put up, or put up anew in other words. Where they
    /// cannot be read off its period, for feasts were entered since, today's stand.
    #[must_use]
    pub(super) fn with_days_of(mut self, posting: &Posting) -> Self {
        let mut set = posting.history.iter().rev().filter_map(|step| match step {
            Step::PutUp { on, until } => Some((*on, (*until)?)),
            Step::Worded { wording, until, .. } => Some((wording.on, (*until)?)),
            _ => None,
        });
        let Some((on, until)) = set.next() else {
            return self;
        };
        let whole = until.signed_duration_since(on).num_days();
        let whole = u32::try_from(whole).unwrap_or_default();
        // Over a weekend several come to one day; then today's is taken if it is among them, else the shortest.
        let mut days = std::iter::once(self.least()).chain(NATIONAL..=whole);
        if let Some(days) = days.find(|days| last_day(on, *days, &self.rest) == until) {
            self.local = days;
        }
        self
    }
}
