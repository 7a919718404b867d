//! What is minuted in the act in which a session sets a follow-up.

use super::today;
use crate::desk::place::{InSession, Place, Step};
use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, SessionId, TaskId};
use crate::domain::session::minutes::{self, Entry, EntryKind};
use crate::domain::task::{self, Command as Follow, Step as Taken};
use crate::domain::text::Text;
use crate::domain::{Command, World};
use crate::i18n::follow_ups;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, text_fault};
use crate::tui::screens::live;
use chrono::NaiveDate;

/// The item in which a session goes through the follow-ups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minuted {
    /// The session.
    pub session: SessionId,
    /// Its item.
    pub item: ItemId,
}

/// Returns the day something happens: that of the session that goes through them, which paper may
/// state, else today.
pub(super) fn day(app: &App, minuted: Option<&Minuted>) -> NaiveDate {
    let stated = minuted.and_then(|_| live::moment(app).ok());
    stated.map_or_else(|| today(app), Minute::day)
}

/// Returns the place of a draft.
pub(super) fn place(minuted: Option<&Minuted>, step: Step, tasks: Vec<TaskId>) -> Place {
    match minuted {
        Some(Minuted { session, item }) => Place::Live(
            session.clone(),
            InSession::Review(item.clone(), step, tasks),
        ),
        None => Place::Step(step, tasks),
    }
}

/// Puts behind what each follow-up goes through the entry that says so in the minutes.
pub(super) fn with_entries(
    app: &App,
    minuted: Option<&Minuted>,
    each: Vec<Vec<Follow>>,
) -> Result<Vec<Command>, Fault> {
    let mut commands = Vec::new();
    for follow in each {
        let entry = match (minuted, &app.desk) {
            (Some(minuted), Some(desk)) => entry(app, desk.world(), minuted, &follow)?,
            _ => None,
        };
        commands.extend(follow.into_iter().map(Command::Task));
        commands.extend(entry.map(|entry| Command::Minutes(minutes::Command::Add(entry))));
    }
    Ok(commands)
}

/// Makes the entry that says in the minutes what becomes of a follow-up; none where nothing does.
fn entry(
    app: &App,
    world: &World,
    minuted: &Minuted,
    commands: &[Follow],
) -> Result<Option<Entry>, Fault> {
    let Some(desk) = &app.desk else {
        return Ok(None);
    };
    // Where the rules refuse the step, they refuse the act that has it.
    let first = commands.first().cloned();
    let first = first.map(|it| task::decide(world, &it.recorded(desk.today())));
    let events = first.and_then(Result::ok).unwrap_or_default();
    let Some((task, step)) = events.iter().find_map(|event| match event {
        task::Event::Stepped { task, step, .. } => Some((world.task(task).ok()?, step)),
        task::Event::Put { .. } | task::Event::DayMended { .. } | task::Event::Removed { .. } => {
            None
        }
    }) else {
        return Ok(None);
    };
    let signed = commands.iter().skip(1).find_map(|command| match command {
        Follow::Sign { on, by, paper, .. } => Some(Taken::Signed {
            on: *on,
            by: by.clone(),
            paper: paper.clone(),
        }),
        _ => None,
    });
    let steps: Vec<&Taken> = std::iter::once(step).chain(signed.as_ref()).collect();
    let words = follow_ups::minuted(app.language, world, task, &steps);
    let words = Text::new(&words).map_err(|fault| Fault::at(0, text_fault(app.language, fault)))?;
    Ok(Some(Entry {
        id: desk.new_id(),
        session: minuted.session.clone(),
        item: minuted.item.clone(),
        kind: EntryKind::Note,
        at: live::moment(app).map_err(|why| Fault::at(0, app.reason(&why)))?,
        words,
        live: None,
        checked: false,
        from_paper: false,
        restated: false,
    }))
}
