//! 上次议定事项落实情况: how the follow-ups of earlier sessions stand, as a record takes it down.

use super::{owner, parts, standing};
use crate::domain::World;
use crate::domain::task::Task;
use crate::domain::text::LONGEST;
use crate::i18n::{Language, task_facts as words, terms};
use chrono::NaiveDate;

/// Says how each stands, one a line, its villages below it; as many as one entry takes.
#[must_use]
pub fn report(language: Language, world: &World, tasks: &[&Task], today: NaiveDate) -> String {
    let mut said = String::new();
    let mut room = LONGEST.saturating_sub(40);
    for (at, task) in tasks.iter().enumerate() {
        let due = task.due.map_or_else(
            || words::report_undated(language).to_owned(),
            |due| words::report_due(language, terms::date(language, due)),
        );
        let mut lines = vec![words::report_line(
            language,
            at + 1,
            task.what.as_str(),
            standing(language, task, today),
            owner(language, world, task),
            due,
        )];
        lines.extend(parts(language, world, task));
        let lines = lines.join("\n");
        let count = lines.chars().count() + 1;
        if count > room {
            said.push_str(&words::report_more(language, tasks.len() - at));
            break;
        }
        room -= count;
        said.push_str(&lines);
        said.push('\n');
    }
    said
}
