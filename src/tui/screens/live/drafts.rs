//! The way from a draft that was found back to where it was written.

use super::{Panel, actions, minutes, review, roll, seen, sheets, show, vote, with, writing};
use crate::domain::ids::{EntryId, ItemId, MotionId, PersonId};
use crate::domain::task::Decision;
use crate::tui::action::named;
use crate::tui::app::App;

/// Goes on with a draft that was found: opens the place it was written at, where it is put back.
pub fn go_on(app: &mut App, place: &str) {
    let run = |app: &mut App, name| {
        if let Some(action) = named(name) {
            app.run(action);
        }
    };
    let (kind, rest) = place.split_once(':').unwrap_or((place, ""));
    let last = rest.rsplit(':').next().unwrap_or(rest);
    match kind {
        "entry" => {
            let entry = EntryId::from(rest);
            with(app, |state| state.interrupted = Some(entry));
            writing::resume(app);
        }
        "motion.new" | "task" => {
            let item = ItemId::from(last);
            let known = seen(app).is_ok_and(|(_, _, world)| world.item(&item).is_ok());
            with(app, |state| state.looked_at = known.then_some(item));
            run(
                app,
                if kind == "task" {
                    "live.task"
                } else {
                    "vote.draft"
                },
            );
        }
        "task.motion" | "task.entry" => {
            let decision = if kind == "task.motion" {
                Decision::Motion {
                    motion: MotionId::from(last),
                }
            } else {
                Decision::Entry {
                    entry: EntryId::from(last),
                }
            };
            let sheet = sheets::TaskSheet::of(app, decision);
            actions::open(app, sheet);
        }
        "correction.entry" => {
            let entry = EntryId::from(last);
            let item = seen(app)
                .ok()
                .and_then(|(_, _, world)| world.entry(&entry).ok())
                .map(|entry| entry.item.clone());
            with(app, |state| {
                state.panel = Panel::Minutes;
                state.looked_at = item;
            });
            minutes::select(app, &entry);
            run(app, "minutes.correct");
        }
        "motion" | "withdrawal" | "recusal" | "correction" => {
            let motion = MotionId::from(rest.split(':').next().unwrap_or(rest));
            let item = seen(app)
                .ok()
                .and_then(|(_, _, world)| world.motion(&motion).ok())
                .map(|motion| motion.item.clone());
            with(app, |state| {
                state.panel = Panel::Vote;
                state.looked_at = item;
                state.motion = Some(motion);
            });
            match kind {
                "motion" => run(app, "vote.word"),
                "withdrawal" => run(app, "vote.withdraw"),
                "recusal" => with_voter(app, last, "vote.recuse"),
                _ => with_voter(app, last, "live.correct"),
            }
        }
        "guest" => {
            show(app, Panel::Roll);
            run(app, "roll.guest");
        }
        "leave" | "deputy" | "excuse" | "seat" => {
            show(app, Panel::Roll);
            if roll::select(app, &PersonId::from(last)) {
                match kind {
                    "leave" => run(app, "roll.leave"),
                    "deputy" => run(app, "roll.deputy"),
                    "excuse" => run(app, "roll.other"),
                    _ => run(app, "roll.seat"),
                }
            }
        }
        _ if kind.starts_with("review.") => review::go_on(app, place),
        "seal" => run(app, "live.step"),
        "paper" => run(app, "paper.begin"),
        "adjourn" => run(app, "live.adjourn"),
        "lapse" => run(app, "live.lapse"),
        "without_votes" => run(app, "live.without_votes"),
        _ => {}
    }
}

/// Selects a voter of the motion looked at and does what the draft was for.
fn with_voter(app: &mut App, person: &str, action: &str) {
    if vote::select(app, &PersonId::from(person))
        && let Some(action) = named(action)
    {
        app.run(action);
    }
}
