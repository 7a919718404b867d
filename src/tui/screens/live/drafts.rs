//! The way from a draft that was found back to where it was written.

use super::{Panel, actions, minutes, review, roll, seen, sheets, show, vote, with, writing};
use crate::domain::ids::{EntryId, ItemId, MotionId, PersonId};
use crate::domain::task::Decision;
use crate::i18n::draft as words;
use crate::tui::action::named;
use crate::tui::app::App;
use crate::tui::theme::Role;

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
            let entry = EntryId::from(last);
            with(app, |state| state.interrupted = Some(entry));
            if !writing::resume(app) && !writing::take_over(app, place) {
                nowhere(app);
            }
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
            let Some((motion, item)) = motion_of(app, rest) else {
                return nowhere(app);
            };
            // Where hands are counted nobody is selected, and the place ends with the motion.
            let nobody = last == motion.as_str();
            with(app, |state| {
                state.panel = Panel::Vote;
                state.looked_at = Some(item);
                state.motion = Some(motion);
            });
            match kind {
                "motion" => run(app, "vote.word"),
                "withdrawal" => run(app, "vote.withdraw"),
                "recusal" if nobody => run(app, "hands.recuse"),
                "recusal" => with_voter(app, last, "vote.recuse"),
                _ => with_voter(app, last, "live.correct"),
            }
        }
        "correction.times" => {
            at_the_times(app, rest);
            run(app, "live.times");
        }
        "guest" => {
            show(app, Panel::Roll);
            run(app, "roll.guest");
        }
        "seat" if !rest.contains(':') => {
            show(app, Panel::Roll);
            // For somebody missing no line of a person is selected; the first line is a header.
            with(app, |state| state.listing_mut(Panel::Roll).selected = 0);
            run(app, "roll.seat");
        }
        "leave" | "deputy" | "excuse" | "seat" | "correction.roll" => {
            show(app, Panel::Roll);
            if !roll::select(app, &PersonId::from(last)) {
                return nowhere(app);
            }
            match kind {
                "leave" => run(app, "roll.leave"),
                "deputy" => run(app, "roll.deputy"),
                "excuse" => run(app, "roll.other"),
                "seat" => run(app, "roll.seat"),
                _ => run(app, "roll.correct"),
            }
        }
        _ if kind.starts_with("review.") => {
            if !review::go_on(app, place) {
                nowhere(app);
            }
        }
        "seal" => run(app, "live.step"),
        "paper" => run(app, "paper.begin"),
        "adjourn" => run(app, "live.adjourn"),
        "lapse" => run(app, "live.lapse"),
        "without_votes" => run(app, "live.without_votes"),
        _ => nowhere(app),
    }
}

/// Says that what a draft was written for is gone; the draft stays.
fn nowhere(app: &mut App) {
    app.say(Role::Warn, words::nowhere(app.language));
}

/// Returns the motion that a draft's place names, and its item.
fn motion_of(app: &App, place: &str) -> Option<(MotionId, ItemId)> {
    let (_, _, world) = seen(app).ok()?;
    let mut named = place.split(':').map(MotionId::from);
    let motion = named.find_map(|id| world.motion(&id).ok())?;
    Some((motion.id.clone(), motion.item.clone()))
}

/// Looks at what the times were of: a motion, an item, else the session alone.
fn at_the_times(app: &mut App, place: &str) {
    let motion = motion_of(app, place);
    let item = seen(app).ok().and_then(|(_, session, world)| {
        let items = world.agenda(&session.id);
        items
            .map(|item| item.id.as_str())
            .position(|id| place.split(':').any(|part| part == id))
    });
    with(app, |state| match (motion, item) {
        (Some((motion, item)), _) => {
            state.panel = Panel::Vote;
            state.looked_at = Some(item);
            state.motion = Some(motion);
        }
        (None, Some(at)) => {
            state.panel = Panel::Agenda;
            state.listing_mut(Panel::Agenda).selected = at;
        }
        (None, None) => state.panel = Panel::Closing,
    });
}

/// Selects a voter of the motion looked at and does what the draft was for.
fn with_voter(app: &mut App, person: &str, action: &str) {
    match named(action) {
        Some(action) if vote::select(app, &PersonId::from(person)) => app.run(action),
        _ => nowhere(app),
    }
}
