//! Commands and events as unions of the rooms' own, and what hands them on to the rooms.

use super::entity::{Entity, Key, Root};
use super::ids::{LedgerId, MatterId, PostingId, SessionId, TaskId};
use super::refusal::Refusal;
use super::rule::book;
use super::session::{self, agenda, correction, minutes};
use super::world::World;
use super::{board, gap, matter, register, roster, task, vote};
use serde::Serialize;
use serde_json::Value;

/// What may be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
// A command lives for one keypress; a box would only make every caller wrap it.
#[allow(clippy::large_enum_variant)]
pub enum Command {
    /// Of the roster.
    Roster(roster::Command),
    /// Of the rule book.
    Rule(book::Command),
    /// Of a session.
    Session(session::Command),
    /// Of an agenda.
    Agenda(agenda::Command),
    /// Of the minutes.
    Minutes(minutes::Command),
    /// Of motions and votes.
    Vote(vote::Command),
    /// Of follow-ups.
    Task(task::Command),
    /// Of matters.
    Matter(matter::Command),
    /// Of the committee's own templates of steps.
    Template(matter::path::template::Command),
    /// Of boards.
    Board(board::Command),
    /// Of the register.
    Register(register::Command),
    /// A correction of what is frozen.
    Correct(correction::Command),
    /// Entities as they stood before an act that is undone; only the desk asks for it.
    Restore(Vec<Restored>),
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
// It is read and carried out an act at a time; a box would only make every caller wrap it.
#[allow(clippy::large_enum_variant)]
pub enum Event {
    /// To the roster.
    Roster(roster::Event),
    /// To the rule book.
    Rule(book::Event),
    /// To a session.
    Session(session::Event),
    /// To an agenda.
    Agenda(agenda::Event),
    /// To the minutes.
    Minutes(minutes::Event),
    /// To a motion.
    Vote(vote::Event),
    /// To a follow-up.
    Task(task::Event),
    /// To a matter.
    Matter(matter::Event),
    /// To the committee's own templates of steps.
    Template(matter::path::template::Event),
    /// To a text on a board.
    Board(board::Event),
    /// To a line of the register.
    Register(register::Event),
    /// Something frozen was corrected.
    Correction(correction::Event),
    /// An act was undone.
    Restored(Restored),
    /// Salvage found acts lacking.
    Gap(gap::Event),
    /// An event of a newer program: kept, hashed and shown, never dropped, never guessed at.
    Newer(Value),
}

/// An entity as it stood before an act that is undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(tag = "t", rename = "undo.restored")]
pub struct Restored {
    /// Which.
    pub key: Key,
    /// What it belongs to: the key of its root, absent for the roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// As it stood; absent where it was not there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<Entity>,
}

impl Restored {
    /// Names an entity of a root as it stood.
    #[must_use]
    pub fn new(key: Key, root: &Root, entity: Option<Entity>) -> Self {
        let of = match root {
            Root::Roster => None,
            root => Some(root.key()),
        };
        Self { key, of, entity }
    }

    /// Says whether name, root and entity are of one thing: a row put back under another's name
    /// would change what the event does not say it is about.
    fn fits(&self, world: &World) -> bool {
        let root = self.root();
        let here = world.entity(&self.key);
        let named = |entity: &Entity| entity.key() == self.key && entity.root() == root;
        self.entity.as_ref().is_none_or(named) && here.as_ref().is_none_or(named)
    }

    /// Keeps in mind that a voice was taken by name, for the journal does.
    fn still_named(mut self, world: &World) -> Self {
        if let Some(Entity::Motion(motion)) = &mut self.entity
            && world.motions.get(&motion.id).is_some_and(|now| now.named)
            && !motion.named
        {
            std::sync::Arc::make_mut(motion).named = true;
        }
        self
    }

    /// Returns what it belongs to.
    #[must_use]
    pub fn root(&self) -> Root {
        let of = self.of.as_deref().unwrap_or_default();
        match of.split_once(':') {
            Some(("session", id)) => Root::Session(SessionId::from(id)),
            Some(("task", id)) => Root::Task(TaskId::from(id)),
            Some(("matter", id)) => Root::Matter(MatterId::from(id)),
            Some(("posting", id)) => Root::Posting(PostingId::from(id)),
            Some(("ledger", id)) => Root::Ledger(LedgerId::from(id)),
            _ => Root::Roster,
        }
    }
}

impl Event {
    /// Reads an event of a journal line. One this program does not know stays as it is.
    #[must_use]
    pub fn read(value: Value) -> Self {
        let room = value
            .get("t")
            .and_then(Value::as_str)
            .and_then(|t| t.split_once('.'))
            .map(|(room, _)| room);
        let known = match room {
            Some("roster") => serde_json::from_value(value.clone()).map(Self::Roster),
            Some("rule") => serde_json::from_value(value.clone()).map(Self::Rule),
            Some("session") => serde_json::from_value(value.clone()).map(Self::Session),
            Some("agenda") => serde_json::from_value(value.clone()).map(Self::Agenda),
            Some("minutes") => serde_json::from_value(value.clone()).map(Self::Minutes),
            Some("vote") => serde_json::from_value(value.clone()).map(Self::Vote),
            Some("task") => serde_json::from_value(value.clone()).map(Self::Task),
            Some("matter") => serde_json::from_value(value.clone()).map(Self::Matter),
            Some("template") => serde_json::from_value(value.clone()).map(Self::Template),
            Some("board") => serde_json::from_value(value.clone()).map(Self::Board),
            Some("ledger") => serde_json::from_value(value.clone()).map(Self::Register),
            Some("correction") => serde_json::from_value(value.clone()).map(Self::Correction),
            Some("gap") => serde_json::from_value(value.clone()).map(Self::Gap),
            Some("undo") => serde_json::from_value(value.clone()).map(Self::Restored),
            _ => return Self::Newer(value),
        };
        known.unwrap_or(Self::Newer(value))
    }

    /// Returns what it is about; `None` for an event of a newer program, and for what is about the file alone.
    #[must_use]
    pub fn root(&self) -> Option<Root> {
        Some(match self {
            Self::Roster(_) | Self::Rule(_) | Self::Template(_) => Root::Roster,
            Self::Session(event) => Root::Session(event.session().clone()),
            Self::Agenda(event) => Root::Session(event.session().clone()),
            Self::Minutes(event) => Root::Session(event.session().clone()),
            Self::Vote(event) => Root::Session(event.session().clone()),
            Self::Correction(correction::Event::Made { correction }) => {
                Root::Session(correction.session.clone())
            }
            Self::Task(event) => Root::Task(event.task().clone()),
            Self::Matter(event) => Root::Matter(event.matter().clone()),
            Self::Board(event) => Root::Posting(event.posting().clone()),
            Self::Register(event) => Root::Ledger(event.line().clone()),
            Self::Restored(restored) => restored.root(),
            Self::Gap(gap::Event::Touches { session, .. }) => Root::Session(session.clone()),
            Self::Gap(gap::Event::Lacks { .. }) | Self::Newer(_) => return None,
        })
    }

    /// Says whether the act it belongs to can never be undone.
    #[must_use]
    pub fn is_barrier(&self) -> bool {
        // A motion that arrives with its end is a part of a record that is sealed elsewhere.
        let taken_in = matches!(
            self,
            Self::Vote(vote::Event::Drafted { motion }) if motion.state != vote::MotionState::Drafted
        );
        taken_in
            || matches!(
                self,
                Self::Vote(vote::Event::Announced { .. })
                    | Self::Session(session::Event::Sealed { .. } | session::Event::TakenIn { .. })
                    | Self::Correction(_)
                    // What was done before a gap is not known whole.
                    | Self::Gap(_)
            )
    }

    /// Says whether the act it belongs to becomes final as soon as another act follows.
    #[must_use]
    pub fn is_final_once_followed(&self) -> bool {
        use vote::SequelStep::{Cast, Lot};
        match self {
            Self::Vote(vote::Event::Counted { .. } | vote::Event::Agreed { .. })
            | Self::Session(session::Event::Closed { .. }) => true,
            Self::Vote(vote::Event::Followed { sequel, .. }) => {
                matches!(sequel.step, Cast { .. } | Lot { .. })
            }
            _ => false,
        }
    }
}

/// Judges a command against the world.
///
/// # Errors
/// A [`Refusal`]; nothing has changed then.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    let mut events = of_committee(world, command)?;
    if let Command::Session(command) = command {
        let voted = of_open_vote(world, command, &events);
        events.extend(wrap(voted, Event::Vote));
    }
    let moved = task::with_session(world, &events);
    events.extend(wrap(moved, Event::Task));
    let again = matter::with_tasks(world, &events);
    events.extend(wrap(again, Event::Matter));
    // What a session does with a matter is known to the matter when the session is filed.
    let heard = matter::heard(world, &events);
    events.extend(wrap(heard, Event::Matter));
    // And what a board does with it, before the posting is settled.
    let told = matter::told(world, &events);
    events.extend(wrap(told, Event::Matter));
    Ok(events)
}

/// Says whether a command would be taken. What follows from it elsewhere can refuse nothing and is not
/// looked for: every frame asks this of a dozen commands.
///
/// # Errors
/// The [`Refusal`] that [`decide`] would meet.
pub fn may(world: &World, command: &Command) -> Result<(), Refusal> {
    of_committee(world, command).map(drop)
}

/// Judges a command in its room, once there is a committee.
fn of_committee(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    if world.committee.is_none()
        && !matches!(
            command,
            Command::Roster(roster::Command::Found(_)) | Command::Restore(_)
        )
    {
        return Err(Refusal::NoCommittee);
    }
    of_room(world, command)
}

/// Judges a command in the room it belongs to.
fn of_room(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    Ok(match command {
        Command::Roster(command) => {
            let happened = roster::decide(world, command)?;
            let ended = matter::path::follow_up::with_leaving(world, &happened);
            let mut events = wrap(happened, Event::Roster);
            events.extend(wrap(ended, Event::Task));
            events
        }
        Command::Session(command) => {
            if let Some(first) = command.of_roster(world) {
                // What concerns the roster too is judged in a world where the roster has it.
                let mut events = wrap(roster::decide(world, &first)?, Event::Roster);
                let mut with = world.clone();
                events.iter().for_each(|event| apply(&mut with, event));
                events.extend(wrap(session::decide(&with, command)?, Event::Session));
                return Ok(events);
            }
            let mut events = wrap(session::decide(world, command)?, Event::Session);
            if let session::Command::Create {
                id,
                opening: Some(item),
                ..
            } = command
            {
                // The first item belongs to a session that is only just planned, so the agenda is
                // asked about it in a world where the plan has happened.
                let mut planned = world.clone();
                events.iter().for_each(|event| apply(&mut planned, event));
                let item = agenda::Item {
                    session: id.clone(),
                    ..item.clone()
                };
                let put = agenda::Command::Put(item);
                events.extend(wrap(agenda::decide(&planned, &put)?, Event::Agenda));
            }
            events
        }
        Command::Rule(command) => wrap(book::decide(world, command)?, Event::Rule),
        Command::Agenda(command) => wrap(agenda::decide(world, command)?, Event::Agenda),
        Command::Minutes(command) => wrap(minutes::decide(world, command)?, Event::Minutes),
        Command::Vote(command) => {
            let mut events = of_vote(world, command)?;
            if let Some(withdrew) = command.withdraws()
                && !events.is_empty()
            {
                let mut with = world.clone();
                events.iter().for_each(|event| apply(&mut with, event));
                let session = &world.motion(withdrew)?.session;
                let dropped = vote::dropped(world, &with, session, None);
                events.extend(wrap(dropped, Event::Vote));
            }
            let on_path = matter::path::linked::on_path(world, command)?;
            events.extend(wrap(on_path, Event::Matter));
            events
        }
        Command::Task(command) => wrap(task::decide(world, command)?, Event::Task),
        Command::Matter(command) => {
            let entered = matter::decide(world, command)?;
            let on_motion = matter::path::linked::on_motion(world, command, &entered);
            let on_tasks = of_path(world, command, &entered)?;
            let mut events = wrap(entered, Event::Matter);
            events.extend(wrap(on_tasks, Event::Task));
            if let Some(follow) = on_motion {
                events.extend(of_vote(world, &follow)?);
            }
            events
        }
        Command::Template(command) => wrap(
            matter::path::template::decide(world, command)?,
            Event::Template,
        ),
        Command::Board(command) => wrap(board::decide(world, command)?, Event::Board),
        Command::Register(command) => wrap(register::decide(world, command)?, Event::Register),
        Command::Correct(command) => {
            let made = correction::decide(world, command)?;
            let mut events = wrap(made.clone(), Event::Correction);
            for correction::Event::Made { correction } in &made {
                let of = correction.change.of_result();
                let reviewed = of.and_then(|(motion, _, now)| {
                    let motion = world.motion(motion).ok()?;
                    vote::overturn::reviewed_anew(world, motion, now, correction.at)
                });
                events.extend(reviewed.map(Event::Vote));
            }
            events
        }
        Command::Restore(restored) => {
            if !restored.iter().all(|restored| restored.fits(world)) {
                return Err(Refusal::Unknown);
            }
            let restored = restored.iter().cloned();
            let restored = restored.map(|restored| restored.still_named(world));
            restored.map(Event::Restored).collect()
        }
    })
}

/// Returns what becomes of the vote that is open when somebody comes, leaves or withdraws.
fn of_open_vote(world: &World, command: &session::Command, happened: &[Event]) -> Vec<vote::Event> {
    let presence_of = command.of_presence().map(|(session, _)| session);
    let Some(session) = command.of_recused().or(presence_of) else {
        return Vec::new();
    };
    if happened.is_empty() || world.open_vote(session).is_none() {
        return Vec::new();
    }
    let goes_on = |person| vote::goes_on_unchanged(world, session, person);
    if command.of_one().is_some_and(goes_on) {
        debug_assert_eq!(changed(world, session, command, happened), []);
        return Vec::new();
    }
    changed(world, session, command, happened)
}

/// Looks what becomes of it, in a world where it happened.
fn changed(
    world: &World,
    session: &SessionId,
    command: &session::Command,
    happened: &[Event],
) -> Vec<vote::Event> {
    let mut with = world.clone();
    happened.iter().for_each(|event| apply(&mut with, event));
    let mut events = Vec::new();
    if command.of_recused().is_some() {
        // Who withdraws, or comes in having withdrawn, is marked in the vote that is open.
        events = vote::withdrawals(&with, session);
        let marked = events.iter();
        marked.for_each(|event| vote::apply(&mut with, event));
    }
    if let Some((_, at)) = command.of_presence() {
        // What was cast for somebody who comes, or by somebody who leaves or withdraws, is said to be gone.
        events.extend(vote::dropped(world, &with, session, at));
    }
    events
}

/// Judges what an act on the path of a matter asks of the follow-ups.
fn of_path(
    world: &World,
    command: &matter::Command,
    entered: &[matter::Event],
) -> Result<Vec<task::Event>, Refusal> {
    if !matches!(command, matter::Command::Path(_)) {
        return Ok(Vec::new());
    }
    // It is judged in a world where the act was done.
    let mut with = world.clone();
    let done = entered.iter();
    done.for_each(|event| matter::apply(&mut with, event));
    let asked = matter::path::follow_up::on_tasks(&with, command, entered);
    let asked = asked.iter().map(|it| task::decide_with_act(&with, it));
    let events: Vec<Vec<task::Event>> = asked.collect::<Result<_, _>>()?;
    Ok(events.into_iter().flatten().collect())
}

/// Judges a command about a motion, with what it asks of the follow-ups.
fn of_vote(world: &World, command: &vote::Command) -> Result<Vec<Event>, Refusal> {
    let mut events = wrap(vote::decide(world, command)?, Event::Vote);
    let tasks = vote::follow::of_tasks(world, command);
    if !tasks.is_empty() {
        // What a step asks of the follow-ups is judged in a world where it was taken.
        let mut with = world.clone();
        events.iter().for_each(|event| apply(&mut with, event));
        for command in &tasks {
            let asked = task::decide_with_act(&with, command)?;
            events.extend(wrap(asked, Event::Task));
        }
    }
    Ok(events)
}

fn wrap<T>(events: Vec<T>, wrap: impl Fn(T) -> Event) -> Vec<Event> {
    events.into_iter().map(wrap).collect()
}

/// Carries out what happened. Every event touches only its own root, so that any part of the world
/// can be replayed by itself.
pub fn apply(world: &mut World, event: &Event) {
    match event {
        Event::Roster(event) => roster::apply(world, event),
        Event::Rule(event) => book::apply(world, event),
        Event::Session(event) => session::apply(world, event),
        Event::Agenda(event) => agenda::apply(world, event),
        Event::Minutes(event) => minutes::apply(world, event),
        Event::Vote(event) => vote::apply(world, event),
        Event::Task(event) => task::apply(world, event),
        Event::Matter(event) => matter::apply(world, event),
        Event::Template(event) => matter::path::template::apply(world, event),
        Event::Board(event) => board::apply(world, event),
        Event::Register(event) => register::apply(world, event),
        Event::Correction(event) => correction::apply(world, event),
        Event::Restored(restored) => match &restored.entity {
            Some(entity) => world.put(entity.clone()),
            None => world.take_out(&restored.key),
        },
        Event::Gap(event) => gap::apply(world, event),
        Event::Newer(_) => {}
    }
}
