//! What met last about a step: it is proposed for the next meeting about the same.

use super::matter;
use super::take::TakeSheet;
use crate::domain::ids::RuleId;
use crate::domain::matter::path::{Entry, Taken};
use crate::tui::app::App;

/// Who met last, and by which rule it was decided.
#[derive(Default)]
pub(super) struct Held<'a> {
    /// The body; of the last meeting in any village, where this one held none.
    pub body: Option<&'a str>,
    /// The rule, where this village voted.
    pub rule: Option<&'a RuleId>,
}

impl TakeSheet {
    /// Returns what met last about the step.
    pub(super) fn last_held<'a>(&'a self, app: &'a App) -> Held<'a> {
        let path = matter(app, &self.matter).and_then(|it| it.path.as_ref());
        let Some(path) = path else {
            return Held::default();
        };
        let own = path.tries(self.step, self.village.as_ref()).next_back();
        let own = own.map(|(_, entry)| entry);
        let all = path.entries.iter().rev();
        let body = own.and_then(body_of).or_else(|| {
            let mut there = all.filter(|it| it.step == self.step);
            there.find_map(body_of)
        });
        let rule = own.and_then(Entry::rule).map(|rule| &rule.id);
        Held { body, rule }
    }
}

fn body_of(entry: &Entry) -> Option<&str> {
    match &entry.taken {
        Taken::Voted { decision, .. } => Some(decision.body.as_str()),
        Taken::Done { body, .. } => Some(body.as_str()),
        Taken::Merged | Taken::Posted => None,
    }
}
