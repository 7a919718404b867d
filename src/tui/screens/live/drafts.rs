//! The way from a draft that was found back to where it was written.

use super::correctable::{Correctable, correctable};
use super::{
    Panel, actions, left, minutes, recusals, review, roll, seen, sheets, show, vote, with, writing,
};
use crate::desk::place::{InSession, OfMotion, TimesOf};
use crate::domain::ids::{EntryId, ItemId, MotionId, PersonId};
use crate::i18n::{draft as words, totals};
use crate::tui::action::{key_of, named};
use crate::tui::app::App;
use crate::tui::theme::Role;

fn run(app: &mut App, name: &str) {
    if let Some(action) = named(name) {
        app.run(action);
    }
}

/// Goes on with a draft of the session seen: opens the sheet it was written in, where it is put back.
pub fn go_on(app: &mut App, what: &InSession) {
    match what {
        InSession::Entry(entry) => {
            with(app, |state| state.interrupted = Some(entry.clone()));
            if !writing::resume(app) && !writing::take_over(app, entry) {
                nowhere(app);
            }
        }
        InSession::NewMotion(item) => at_item(app, item.as_ref(), "vote.draft"),
        InSession::LateNote(item) => {
            with(app, |state| state.panel = Panel::Minutes);
            at_item(app, Some(item), "minutes.note");
        }
        InSession::DropItem(item) => {
            if let Ok(session) = seen(app).map(|(_, session, _)| session.id.clone()) {
                show(app, Panel::Closing);
                left::drop_item(app, &session, item);
            }
        }
        InSession::FollowUp(item) => at_item(app, item.as_ref(), "live.task"),
        InSession::FollowUpOf(decision) => {
            let sheet = sheets::TaskSheet::of(app, decision.clone());
            actions::open(app, sheet);
        }
        InSession::Review(item, step, tasks) => {
            if !review::go_on(app, item, *step, tasks) {
                nowhere(app);
            }
        }
        InSession::Leave(person) => with_person(app, person, "roll.leave"),
        InSession::Recusal(person) => with_person(app, person, "roll.recuse"),
        InSession::Proxy(person) => with_person(app, person, "roll.proxy"),
        InSession::RecusalCorrection(of) => recusals::go_on(app, of.as_ref()),
        InSession::Excuse(person) => with_person(app, person, "roll.other"),
        InSession::Deputy(person) => with_person(app, person, "roll.deputy"),
        InSession::Seat(Some(person)) => with_person(app, person, "roll.seat"),
        InSession::RollCorrection(person) => with_person(app, person, "roll.correct"),
        InSession::Guest => {
            show(app, Panel::Roll);
            run(app, "roll.guest");
        }
        InSession::Seat(None) => {
            show(app, Panel::Roll);
            // For somebody missing no line of a person is selected; the first line is a header.
            with(app, |state| state.listing_mut(Panel::Roll).selected = 0);
            run(app, "roll.seat");
        }
        InSession::VoiceCorrection(motion, person) => {
            if at_motion(app, motion) {
                with_voter(app, person, "live.correct");
            }
        }
        InSession::TotalsCorrection(motion, village) => {
            if at_motion(app, motion) {
                vote::select_village(app, village.as_ref());
                run(app, "live.correct");
            }
        }
        InSession::EntryCorrection(entry) => at_entry(app, entry),
        InSession::TimesCorrection(of) => {
            at_the_times(app, of);
            run(app, "live.times");
        }
        InSession::Seal | InSession::SignAgain(_) => run(app, "live.step"),
        InSession::Paper => run(app, "paper.begin"),
        InSession::Adjourn => run(app, "live.adjourn"),
        InSession::Lapse => run(app, "live.lapse"),
        InSession::WithoutVotes => run(app, "live.without_votes"),
    }
}

/// Goes on with a draft of a motion of the session seen.
pub fn go_on_with_motion(app: &mut App, motion: &MotionId, what: &OfMotion) {
    if !at_motion(app, motion) {
        return;
    }
    match what {
        OfMotion::Wording => run(app, "vote.word"),
        OfMotion::Withdrawal => run(app, "vote.withdraw"),
        OfMotion::Recusal(None) => run(app, "hands.recuse"),
        OfMotion::Recusal(Some(person)) => with_voter(app, person, "vote.recuse"),
        OfMotion::Sequel(_) => run(app, "vote.next"),
        OfMotion::Excludes => run(app, "vote.exclude"),
        OfMotion::ByNumbers(village) => {
            if vote::select_village(app, village.as_ref()) {
                run(app, "vote.by_numbers");
            } else {
                nowhere(app);
            }
        }
        OfMotion::WriteIn => run(app, "papers.write_in"),
        // They are on the screen already.
        OfMotion::Hands | OfMotion::Papers => {}
    }
}

/// Says that what a draft was written for is gone; the draft stays.
fn nowhere(app: &mut App) {
    app.say(Role::Warn, words::nowhere(app.language));
}

/// Looks at an item, where it is still there, and does what the draft was for.
fn at_item(app: &mut App, item: Option<&ItemId>, action: &str) {
    let known = |id: &&ItemId| seen(app).is_ok_and(|(_, _, world)| world.item(id).is_ok());
    let item = item.filter(known).cloned();
    with(app, |state| state.looked_at = item);
    run(app, action);
}

/// Looks at a motion; says so where it is gone.
fn at_motion(app: &mut App, motion: &MotionId) -> bool {
    let known = seen(app).ok().and_then(|(_, _, world)| {
        let motion = world.motion(motion).ok()?;
        Some((motion.id.clone(), motion.item.clone()))
    });
    let Some((motion, item)) = known else {
        nowhere(app);
        return false;
    };
    with(app, |state| {
        state.panel = Panel::Vote;
        state.looked_at = Some(item);
        state.motion = Some(motion);
    });
    true
}

/// Looks at an announced motion and corrects it: its figures at once, a voice once somebody is chosen.
pub fn correct_motion(app: &mut App, motion: &MotionId) {
    if !at_motion(app, motion) {
        return;
    }
    match correctable(app) {
        Ok(Correctable::Figures(_)) => run(app, "live.correct"),
        _ => app.say(
            Role::Normal,
            totals::choose_voice(app.language, key_of("live.correct")),
        ),
    }
}

/// Asks how the record was signed once more.
pub fn sign_again(app: &mut App) {
    run(app, "live.step");
}

fn at_entry(app: &mut App, entry: &EntryId) {
    let item = seen(app)
        .ok()
        .and_then(|(_, _, world)| world.entry(entry).ok())
        .map(|entry| entry.item.clone());
    with(app, |state| {
        state.panel = Panel::Minutes;
        state.looked_at = item;
    });
    minutes::select(app, entry);
    run(app, "minutes.correct");
}

/// Looks at what the times were of: a motion, an item, else the session alone.
fn at_the_times(app: &mut App, of: &TimesOf) {
    let position = |app: &App, id: &ItemId| {
        let (_, session, world) = seen(app).ok()?;
        world.agenda(&session.id).position(|item| item.id == *id)
    };
    let at = match of {
        TimesOf::Session => None,
        TimesOf::Item(item) => position(app, item),
        TimesOf::Motion(motion) if at_motion(app, motion) => return,
        TimesOf::Motion(_) => None,
    };
    with(app, |state| match at {
        Some(at) => {
            state.panel = Panel::Agenda;
            state.listing_mut(Panel::Agenda).selected = at;
        }
        None => state.panel = Panel::Closing,
    });
}

/// Selects somebody on the roll and does what the draft was for.
fn with_person(app: &mut App, person: &PersonId, action: &str) {
    show(app, Panel::Roll);
    if roll::select(app, person) {
        run(app, action);
    } else {
        nowhere(app);
    }
}

/// Selects a voter of the motion looked at and does what the draft was for.
fn with_voter(app: &mut App, person: &PersonId, action: &str) {
    if vote::select(app, person) {
        run(app, action);
    } else {
        nowhere(app);
    }
}
