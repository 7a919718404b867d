//! Sentences for what becomes of follow-ups.

use super::names::Names;
use super::one;
use crate::domain::session::minutes;
use crate::domain::{Event, task};
use crate::i18n::{act, path_follow_up, task_step};

/// Says steps of follow-ups that were taken at once; what is minuted of them goes without saying.
pub(super) fn pursued(names: Names<'_>, events: &[Event]) -> Option<String> {
    let mut steps = Vec::new();
    for event in events {
        match event {
            Event::Task(task::Event::Stepped { step, .. }) => steps.push((event, step)),
            Event::Minutes(minutes::Event::Added { .. }) => {}
            _ => return None,
        }
    }
    let steps = ends(&steps);
    let (event, first) = *steps.first()?;
    let count = steps.len();
    if count == 1 {
        return Some(one(names, event));
    }
    let same = |(_, step): &(&Event, &task::Step)| {
        std::mem::discriminant(*step) == std::mem::discriminant(first)
    };
    let language = names.language;
    steps.iter().all(same).then(|| match first {
        task::Step::Moved { .. } => act::follow_ups_moved(language, count),
        task::Step::Noted { .. } => act::follow_ups_noted(language, count),
        task::Step::Part { .. } => task_step::acts_part(language, count),
        task::Step::Reminded { .. } => task_step::acts_reminded(language, count),
        task::Step::Finished { .. } => task_step::acts_finished(language, count),
        task::Step::Signed { .. } | task::Step::Settled { .. } => {
            task_step::acts_signed(language, count)
        }
        task::Step::LeftOpen { .. } => task_step::acts_left_open(language, count),
        task::Step::Redated { .. } => path_follow_up::acts_redated(language, count),
        task::Step::Returned { .. } => task_step::acts_returned(language, count),
        task::Step::Rated { .. } => task_step::acts_rated(language, count),
        task::Step::Suspended { .. } => task_step::acts_suspended(language, count),
        task::Step::Resumed { .. } => task_step::acts_resumed(language, count),
        task::Step::VillageLeft { .. } => path_follow_up::acts(language, count),
        task::Step::Dropped { .. } => act::follow_ups_dropped(language, count),
        task::Step::Reopened { .. } => act::follow_ups_reopened(language, count),
    })
}

/// Leaves out what goes without saying: what is signed off in the same act was done.
fn ends<'a>(steps: &[(&'a Event, &'a task::Step)]) -> Vec<(&'a Event, &'a task::Step)> {
    let signed = |event: &Event| {
        let of = steps
            .iter()
            .filter(|(other, _)| other.root() == event.root());
        let mut of = of.map(|(_, step)| step);
        of.any(|step| matches!(step, task::Step::Signed { .. }))
    };
    let said = steps
        .iter()
        .filter(|(event, step)| !matches!(step, task::Step::Finished { .. }) || !signed(event));
    said.copied().collect()
}

pub(super) fn of_task(names: Names<'_>, event: &task::Event) -> String {
    let language = names.language;
    match event {
        task::Event::Put { task } => {
            let what = names.short(task.what.as_str());
            match task.due {
                Some(due) => act::follow_up_due(language, what, due.to_string()),
                None => act::follow_up_put(language, what),
            }
        }
        task::Event::Stepped { task, step, .. } => {
            let what = names.task(task);
            match step {
                task::Step::Moved { to, .. } => {
                    act::follow_up_moved(language, what, to.to_string())
                }
                task::Step::Noted { note, .. } => {
                    act::follow_up_noted(language, what, names.short(note.as_str()))
                }
                task::Step::Part {
                    village, what: did, ..
                } => {
                    let did = match did {
                        task::OfPart::Noted { .. } => task_step::part_is_noted(language),
                        task::OfPart::Done { .. } => task_step::part_is_done(language),
                        task::OfPart::Again { .. } => task_step::part_is_again(language),
                    };
                    let village = names.village(village).unwrap_or_default();
                    task_step::act_part(language, what, village, did)
                }
                task::Step::Reminded { .. } => task_step::act_reminded(language, what),
                task::Step::Finished { .. } => task_step::act_finished(language, what),
                task::Step::Signed { .. } | task::Step::Settled { .. } => {
                    task_step::act_signed(language, what)
                }
                task::Step::LeftOpen { .. } => task_step::act_left_open(language, what),
                task::Step::Redated { .. } => path_follow_up::act_redated(language, what),
                task::Step::Returned { .. } => task_step::act_returned(language, what),
                task::Step::Rated { .. } => task_step::act_rated(language, what),
                task::Step::Suspended { .. } => task_step::act_suspended(language, what),
                task::Step::Resumed { .. } => task_step::act_resumed(language, what),
                task::Step::VillageLeft { .. } => path_follow_up::act(language, what),
                task::Step::Dropped { .. } => act::follow_up_dropped(language, what),
                task::Step::Reopened { .. } => act::follow_up_reopened(language, what),
            }
        }
        task::Event::DayMended { task, to, .. } => {
            act::follow_up_day(language, names.task(task), to.to_string())
        }
        task::Event::Removed { .. } => act::follow_up_removed(language).to_owned(),
    }
}
