//! The follow-ups panel: those open are gone through in the item that is for it, set on the spot, and
//! what is set is minuted in the same act.

use super::paper::moment;
use super::{Panel, desk, seen, with};
use crate::desk::place::Step;
use crate::domain::ids::{EntryId, ItemId, TaskId};
use crate::domain::session::agenda::{Item, ItemKind};
use crate::domain::session::minutes::{self, Entry, EntryKind};
use crate::domain::task::Task;
use crate::domain::task::carried_out::CarriedOut;
use crate::domain::text::Text;
use crate::domain::{Command, Refusal};
use crate::i18n::{follow_ups, review as words};
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::screens::tasks::sheets::{self, Minuted};
use crate::tui::screens::{Screen, tasks};

/// Returns the item looked at, where it goes through the follow-ups.
fn item(app: &App) -> Result<&Item, Why> {
    let (state, _, world) = seen(app)?;
    state
        .item(world)
        .filter(|item| item.kind == ItemKind::Review)
        .ok_or(Why::Says(words::only_in_review))
}

/// Returns the follow-up selected.
///
/// # Errors
/// Why none is.
pub fn selected(app: &App) -> Result<&Task, Why> {
    item(app)?;
    let (state, session, world) = seen(app)?;
    let at = state.listing(Panel::Review).selected;
    let tasks = state.to_review(world, session, desk(app)?.minute());
    let task = tasks.into_iter().nth(at);
    task.ok_or(Why::Says(words::nothing_to_review))
}

/// Says whether the selected follow-up can be set and minuted now.
///
/// # Errors
/// Why not.
pub fn can(app: &App) -> Result<(), Why> {
    selected(app)?;
    let entry = note(app, item(app)?, EntryId::from(""), Text::default())?;
    Ok(desk(app)?.would(&[Command::Minutes(minutes::Command::Add(entry))])?)
}

/// Makes a note on an item that goes through the follow-ups.
fn note(app: &App, item: &Item, id: EntryId, words: Text) -> Result<Entry, Why> {
    Ok(Entry {
        id,
        session: item.session.clone(),
        item: item.id.clone(),
        kind: EntryKind::Note,
        at: moment(app)?,
        words,
        live: None,
        checked: false,
        from_paper: false,
        restated: false,
    })
}

/// Takes down how every follow-up that is gone through stands, so that the record prints it as it was.
///
/// # Errors
/// Why that cannot be.
pub fn report(app: &App) -> Result<Vec<Command>, Why> {
    let item = item(app)?;
    let (state, session, world) = seen(app)?;
    let desk = desk(app)?;
    let listed = state.to_review(world, session, desk.minute());
    let carried = state.carried.as_deref();
    if listed.is_empty() && carried.is_none() {
        return Err(Why::Says(words::nothing_to_review));
    }
    Ok(vec![taken_down(app, item, &listed, carried)?])
}

/// Takes down how the follow-ups given stand, and what was carried out.
fn taken_down(
    app: &App,
    item: &Item,
    tasks: &[&Task],
    carried: Option<&CarriedOut>,
) -> Result<Command, Why> {
    let (_, _, world) = seen(app)?;
    let today = moment(app)?.day();
    let said = follow_ups::report(app.language, world, tasks, carried, today);
    let words = Text::new(&said).map_err(|_| Why::Says(words::nothing_to_review))?;
    let entry = note(app, item, desk(app)?.new_id(), words)?;
    Ok(Command::Minutes(minutes::Command::Add(entry)))
}

/// Takes down, where an item that goes through the follow-ups is over, what no entry of it names yet: the
/// record says how what was decided stands, whether or not the key for it was pressed.
///
/// # Errors
/// Why the session is not seen.
pub fn rest_of(app: &App, item: &ItemId) -> Result<Option<Command>, Why> {
    let (state, session, world) = seen(app)?;
    let item = world.item(item)?;
    if item.kind != ItemKind::Review {
        return Ok(None);
    }
    let noted: Vec<&Entry> = world.entries_of(&item.id).collect();
    let unsaid = |what: &str| {
        !noted
            .iter()
            .any(|entry| entry.words.as_str().contains(what))
    };
    let mut listed = state.to_review(world, session, desk(app)?.minute());
    listed.retain(|task| unsaid(task.what.as_str()));
    let mut carried = state.carried.as_deref().cloned();
    if let Some(carried) = &mut carried {
        carried.ended.retain(|task| unsaid(task.what.as_str()));
        carried
            .decided
            .retain(|(matter, _)| unsaid(matter.intake.title.as_str()));
    }
    let carried = carried.filter(|carried| !carried.is_empty());
    if listed.is_empty() && carried.is_none() {
        return Ok(None);
    }
    let entry = taken_down(app, item, &listed, carried.as_ref())?;
    // What cannot be noted any more does not keep the item open.
    let can = desk(app)?.would(std::slice::from_ref(&entry)).is_ok();
    Ok(can.then_some(entry))
}

/// Says whether a step is open to the selected follow-up, and can be minuted now.
fn gated(app: &App, gate: impl Fn(&Task) -> Result<(), Refusal>) -> Result<(), Why> {
    gate(selected(app)?)?;
    can(app)
}

/// Says whether the selected follow-up is worked on.
///
/// # Errors
/// Why not.
pub fn can_pursue(app: &App) -> Result<(), Why> {
    gated(app, Task::pursued)
}

/// Says whether the sign-off of the selected follow-up can be recorded.
///
/// # Errors
/// Why not.
pub fn can_sign(app: &App) -> Result<(), Why> {
    gated(app, Task::waits_for_sign_off)
}

/// Says whether the parts of villages can be recorded.
///
/// # Errors
/// Why not.
pub fn can_part(app: &App) -> Result<(), Why> {
    gated(app, Task::pursued_by_villages)
}

/// Says whether the selected follow-up rests.
pub fn rests(app: &App) -> bool {
    selected(app).is_ok_and(|task| task.resting().is_ok())
}

/// Says whether the selected follow-up may rest, or go on.
///
/// # Errors
/// Why not.
pub fn can_rest(app: &App) -> Result<(), Why> {
    if rests(app) {
        can(app)
    } else {
        can_pursue(app)
    }
}

/// Goes to the selected follow-up in the list of all, where those signed off are rated and opened again;
/// one key comes back.
pub fn list(app: &mut App) {
    match selected(app).map(|task| task.id.clone()) {
        Ok(task) => app.go(Screen::Tasks(tasks::State::with_done(task))),
        Err(why) => app.explain(&why),
    }
}

/// Asks what becomes of the selected follow-up.
pub fn ask(app: &mut App, ask: Step) {
    let (task, minuted) = match (selected(app), item(app)) {
        (Ok(task), Ok(item)) => {
            let minuted = Minuted {
                session: item.session.clone(),
                item: item.id.clone(),
            };
            (task.clone(), minuted)
        }
        (Err(why), _) | (_, Err(why)) => return app.explain(&why),
    };
    sheets::ask(app, ask, &[&task], Some(minuted));
}

/// Goes on with a draft that was found; says whether its follow-up is still gone through.
pub fn go_on(app: &mut App, item: &ItemId, step: Step, tasks: &[TaskId]) -> bool {
    let (Ok((state, session, world)), Ok(desk)) = (seen(app), desk(app)) else {
        return false;
    };
    let item = world
        .agenda(&session.id)
        .map(|item| &item.id)
        .find(|id| *id == item)
        .cloned();
    let listed = state.to_review(world, session, desk.minute());
    let at = listed.iter().position(|task| tasks.contains(&task.id));
    let Some(at) = at else { return false };
    with(app, |state| {
        state.panel = Panel::Review;
        state.looked_at = item;
        state.listing_mut(Panel::Review).selected = at;
    });
    match can(app) {
        Ok(()) => ask(app, step),
        Err(why) => app.explain(&why),
    }
    true
}
