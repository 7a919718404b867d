//! The one key that takes the next step, and what the screen shows after it.

use super::paper::moment;
use super::sheets::{HandOverSheet, MotionSheet, SealSheet, TellersSheet};
use super::{
    Panel, agenda, barred, desk, hands, left, moved_on, options, owed, recusals, roll, secret,
    seen, vote as ballots, with, writing,
};
use crate::domain::ids::{MotionId, PersonId};
use crate::domain::session::agenda as items;
use crate::domain::session::next::Step;
use crate::domain::{Command, Refusal};
use crate::domain::{session, vote};
use crate::i18n::{
    Language, ballots as papers, hands as counted, live as words, other_day, slate, terms,
};
use crate::tui::action::Why;
use crate::tui::app::{App, Overlay};
use crate::tui::dialog;
use crate::tui::menus::{Choice, Menus};
use crate::tui::screens::plan::sheets::{NoticeSheet, PlanSheet};
use crate::tui::screens::sequel::{self, Of};
use crate::tui::screens::{Screen, record};
use crate::tui::theme::Role;
use chrono::NaiveDate;
use std::cell::Cell;
use std::rc::Rc;

/// What the key of the next step does now.
enum Taken {
    /// Records commands and shows a panel.
    Record(Vec<Command>, Panel),
    /// Shows the record of a session that is sealed.
    ShowRecord,
    /// Shows the roll, where whoever came since is marked.
    ShowRoll,
    /// Shows on the roll who is to be marked alone.
    ShowMember(PersonId),
    /// Shows the voices of a village that have to be one.
    ShowVoices(Vec<PersonId>),
    /// Shows where a stage is ended, and says by which key: a held key never ends one.
    Show(Panel, fn(Language) -> &'static str),
    /// Asks for the wording of a motion.
    AskMotion,
    /// Asks who or what stands on the ballot of a motion.
    AskContenders(MotionId),
    /// Asks who watches its count and who counts.
    AskTellers(MotionId),
    /// Asks which of several the rest of the room takes.
    AskWhich,
    /// Asks how the record was signed.
    AskSealing,
    /// Asks who chairs.
    AskChair,
    /// Asks what the notice of the second date said, without which its quorum is the first one's.
    AskNotice(Refusal),
    /// Asks who takes the chair over.
    AskHandOver,
    /// Asks whether the session is opened on another day than it was planned for.
    AskDay(Vec<Command>, NaiveDate, NaiveDate),
    /// Asks which way a motion goes on after its vote.
    Follow(Of),
    /// Asks what becomes of a motion that cannot be voted on.
    AskBarred,
}

fn taken(app: &App) -> Result<Taken, Why> {
    let (state, session, world) = seen(app)?;
    let at = moment(app)?;
    let id = session.id.clone();
    let of_session = |command| Ok(vec![Command::Session(command)]);
    let of_agenda = |command| vec![Command::Agenda(command)];
    let of_vote = |command| vec![Command::Vote(command)];
    let record = |commands: Result<Vec<Command>, Why>, panel| {
        commands.map(|commands| Taken::Record(commands, panel))
    };
    match hands::step(state, world, session) {
        Step::CallRoll => record(of_session(session::Command::CallRoll(id)), Panel::Roll),
        Step::MarkRoll { .. } => record(
            of_session(session::Command::AllPresent { id, at }),
            Panel::Roll,
        ),
        Step::MarkMember(person) => Ok(Taken::ShowMember(person)),
        // The key says 登记: it leads to the roll, and on the roll it says what is missing.
        Step::AwaitQuorum { .. } | Step::VoteAwaitsQuorum { .. } if state.panel != Panel::Roll => {
            Ok(Taken::ShowRoll)
        }
        Step::AwaitQuorum { .. } | Step::Open => {
            let open = vec![Command::Session(session::Command::Open { id, at })];
            if let Err(wants @ Refusal::NoticeWants { .. }) = desk(app)?.would(&open) {
                return Ok(Taken::AskNotice(wants));
            }
            Ok(if session.date == at.day() {
                Taken::Record(open, Panel::Agenda)
            } else {
                Taken::AskDay(open, session.date, at.day())
            })
        }
        Step::NameChair => Ok(Taken::AskChair),
        Step::AskRollAgain { back: 0 } => record(confirm_roll(app), goes_on_at(app)),
        Step::AskRollAgain { .. } => record(
            of_session(session::Command::AllPresent { id, at }),
            Panel::Roll,
        ),
        Step::Reconvene => record(of_session(session::Command::Reconvene(id)), Panel::Roll),
        Step::Resume => record(of_session(session::Command::Resume { id, at }), Panel::Roll),
        Step::StartItem(item) | Step::TakeUpAgain(item) => Ok(Taken::Record(
            of_agenda(items::Command::Start { item, at }),
            Panel::Minutes,
        )),
        Step::ProposeRecusals { .. } => record(recusals::take(app), state.panel),
        Step::DraftMotion(_) => Ok(Taken::AskMotion),
        Step::EnterContenders(motion) => Ok(Taken::AskContenders(motion)),
        Step::NameTellers(motion) => Ok(Taken::AskTellers(motion)),
        Step::OpenVote(motion) | Step::VoteAwaitsQuorum { motion, .. } => {
            let way = hands::way(world, &motion).unwrap_or_default();
            Ok(Taken::Record(
                of_vote(vote::Command::open(motion, at, way)),
                Panel::Vote,
            ))
        }
        Step::Barred { .. } => Ok(Taken::AskBarred),
        // The result that was put right is told, and the session goes on where it was.
        Step::Tell(motion) => Ok(Taken::Record(
            of_vote(vote::Command::Tell { motion, at }),
            state.panel,
        )),
        Step::TakeBack(motion) => Ok(Taken::Record(
            of_vote(vote::Command::Withdraw {
                motion,
                reason: None,
            }),
            Panel::Vote,
        )),
        Step::IssuePapers { .. } | Step::CountPapers { .. } if state.panel != Panel::Vote => {
            Ok(Taken::Show(Panel::Vote, papers::number_hint))
        }
        Step::IssuePapers { .. } | Step::CountPapers { .. } => {
            record(secret::take_down(app), Panel::Vote)
        }
        Step::HearVillages { motion, .. } if !ballots::any_unheard(session, world, &motion) => {
            Ok(Taken::Show(Panel::Vote, papers::choose_village))
        }
        Step::SpeakAsOne { people, .. } => Ok(Taken::ShowVoices(people)),
        Step::AskWhich { .. } => Ok(Taken::AskWhich),
        Step::Ask { motion, .. } | Step::HearVillages { motion, .. } => Ok(Taken::Record(
            of_vote(vote::Command::AllFor { motion }),
            Panel::Vote,
        )),
        Step::CountHands { .. } if state.panel != Panel::Vote => {
            Ok(Taken::Show(Panel::Vote, counted::number_hint))
        }
        Step::CountHands { .. } => record(hands::take_down(app), Panel::Vote),
        Step::HandOver(_) => Ok(Taken::AskHandOver),
        Step::EndVote(motion) => Ok(Taken::Record(
            of_vote(vote::Command::End { motion, at }),
            Panel::Vote,
        )),
        Step::Announce(motion) if secret::of_contenders(world.motion(&motion)?) => {
            Ok(Taken::Show(Panel::Vote, slate::announce_with_key))
        }
        Step::Announce(motion) if secret::secretly(world.motion(&motion)?).is_some() => {
            Ok(Taken::Show(Panel::Vote, papers::announce_with_key))
        }
        Step::Announce(motion) if hands::by_hands(world.motion(&motion)?).is_some() => {
            Ok(Taken::Show(Panel::Vote, counted::announce_with_key))
        }
        Step::Announce(_) => Ok(Taken::Show(Panel::Vote, words::announce_with_key)),
        Step::Follow { motion, due } if due.is_a_vote() => {
            let way = hands::way(world, &motion).unwrap_or_default();
            Ok(Taken::Record(
                of_vote(vote::Command::open(motion, at, way)),
                Panel::Vote,
            ))
        }
        Step::Follow { motion, .. } => Ok(Taken::Follow(Of::motion(world.motion(&motion)?))),
        Step::FinishItem(item) => {
            let state = items::settles_as(world, &item);
            record(agenda::settled(app, &item, state), Panel::Agenda)
        }
        Step::Close => Ok(Taken::Show(Panel::Closing, words::close_with_key)),
        Step::Seal | Step::SignAgain => Ok(Taken::AskSealing),
        Step::Done => Ok(Taken::ShowRecord),
    }
}

/// Says whether the step can be taken.
///
/// # Errors
/// Why not.
pub fn can(app: &App) -> Result<(), Why> {
    match taken(app)? {
        Taken::Record(commands, _) | Taken::AskDay(commands, ..) => {
            Ok(desk(app)?.would(&commands)?)
        }
        Taken::ShowRecord
        | Taken::ShowRoll
        | Taken::ShowMember(_)
        | Taken::ShowVoices(_)
        | Taken::Show(..)
        | Taken::AskMotion
        | Taken::AskContenders(_)
        | Taken::AskTellers(_)
        | Taken::AskWhich
        | Taken::AskSealing
        | Taken::AskChair
        | Taken::AskHandOver
        | Taken::AskNotice(_)
        | Taken::AskBarred
        | Taken::Follow(_) => Ok(()),
    }
}

/// Takes the step.
pub fn take(app: &mut App) {
    if !writing::leave(app) {
        return;
    }
    match taken(app) {
        Err(why) => app.explain(&why),
        Ok(Taken::Record(commands, panel)) => {
            owed::ask_first(app, commands, move |app, commands| {
                record(app, commands, panel);
            });
        }
        Ok(Taken::ShowRecord) => {
            if let Ok((_, session, _)) = seen(app) {
                let session = session.id.clone();
                app.go(Screen::Record(record::State::new(session)));
            }
        }
        Ok(Taken::ShowRoll) => with(app, |state| state.panel = Panel::Roll),
        Ok(Taken::ShowMember(person)) => {
            with(app, |state| state.panel = Panel::Roll);
            roll::select(app, &person);
            app.say(Role::Normal, words::deputy_came(app.language));
        }
        Ok(Taken::ShowVoices(people)) => {
            shows(app, Panel::Vote);
            ballots::select_next_of(app, &people);
        }
        Ok(Taken::Show(panel, says)) => {
            moved_on(app);
            shows(app, panel);
            app.say(Role::Normal, says(app.language));
        }
        Ok(Taken::Follow(of)) => {
            shows(app, Panel::Vote);
            sequel::offer(app, &of);
        }
        Ok(Taken::AskBarred) => barred::offer(app),
        Ok(Taken::AskMotion) => {
            let sheet = MotionSheet::new(app, None);
            open_sheet(app, sheet);
        }
        Ok(Taken::AskContenders(motion)) => {
            let sheet = MotionSheet::new(app, Some(motion));
            open_sheet(app, sheet);
        }
        Ok(Taken::AskTellers(motion)) => open_sheet(app, TellersSheet { motion }),
        Ok(Taken::AskWhich) => {
            shows(app, Panel::Vote);
            options::ask_rest(app);
        }
        Ok(Taken::AskSealing) => left::before_sealing(app, |app| {
            let sheet = SealSheet::new(app);
            open_sheet(app, sheet);
        }),
        Ok(Taken::AskDay(open, planned, today)) => match desk(app).map(|desk| desk.would(&open)) {
            Ok(Ok(())) => ask_day(app, planned, today, move |app| {
                record(app, &open, Panel::Agenda)
            }),
            Ok(Err(refusal)) => app.explain(&Why::Refused(refusal)),
            Err(why) => app.explain(&why),
        },
        Ok(Taken::AskHandOver) => {
            let sheet = HandOverSheet::new(app);
            open_sheet(app, sheet)
        }
        Ok(Taken::AskNotice(wants)) => {
            app.explain(&Why::Refused(wants));
            if let Ok((_, session, _)) = seen(app) {
                let sheet = NoticeSheet::new(session.id.clone());
                open_sheet(app, sheet);
            }
        }
        Ok(Taken::AskChair) => {
            if let Ok((_, session, _)) = seen(app) {
                let sheet = PlanSheet::name_chair(session.id.clone());
                open_sheet(app, sheet);
            }
        }
    }
}

fn record(app: &mut App, commands: &[Command], panel: Panel) {
    if app.record_with(commands, &hands::spent(commands)) {
        moved_on(app);
        if commands.iter().any(opens_a_vote) {
            // A vote begins on its first row, wherever the one before it ended.
            with(app, |state| state.listing_mut(Panel::Vote).selected = 0);
        }
        shows(app, panel);
        if commands.iter().any(secret::takes_down) {
            // The next count begins on its first row.
            with(app, |state| state.listing_mut(Panel::Vote).selected = 0);
        }
        if commands.iter().any(calls_roll) {
            say_day(app);
        }
    }
}

fn calls_roll(command: &Command) -> bool {
    matches!(command, Command::Session(session::Command::CallRoll(_)))
}

/// Says that a roll is called on another day than the session was planned for.
fn say_day(app: &mut App) {
    let days = seen(app).and_then(|(_, session, _)| Ok((session.date, moment(app)?.day())));
    if let Ok((planned, today)) = days
        && planned != today
    {
        let language = app.language;
        let (planned, today) = (terms::date(language, planned), terms::date(language, today));
        app.say(Role::Warn, other_day::roll(language, planned, today));
    }
}

fn opens_a_vote(command: &Command) -> bool {
    use vote::Command as C;
    matches!(
        command,
        Command::Vote(
            C::Open { .. }
                | C::OpenByHands { .. }
                | C::OpenSecretly { .. }
                | C::OpenByVillage { .. }
        )
    )
}

/// Asks before a session is opened on another day than it was planned for. The first row opens nothing.
pub fn ask_day(
    app: &mut App,
    planned: NaiveDate,
    today: NaiveDate,
    open: impl FnOnce(&mut App) + 'static,
) {
    ask(app, (planned, today), Rc::new(Cell::new(Some(open))));
}

/// Asks; asked once more in another language, the same follows, once.
fn ask<O: FnOnce(&mut App) + 'static>(
    app: &mut App,
    (planned, today): (NaiveDate, NaiveDate),
    open: Rc<Cell<Option<O>>>,
) {
    let language = app.language;
    let (days, once) = ((planned, today), Rc::clone(&open));
    let (planned, today) = (terms::date(language, planned), terms::date(language, today));
    let rows: Vec<Choice> = vec![
        (other_day::not_now(language).to_owned(), Box::new(|_| {})),
        (
            other_day::open_today(language, today.as_str()),
            Box::new(move |app| {
                if let Some(open) = open.take() {
                    open(app);
                }
            }),
        ),
    ];
    let title = match seen(app) {
        Ok((_, session, world)) if !session.must_carry(world).is_empty() => {
            other_day::question_second(language, planned, today)
        }
        Ok((_, session, _)) if session.notice.is_some() => {
            other_day::question_noticed(language, planned, today)
        }
        _ => other_day::question(language, planned, today),
    };
    app.overlay = Some(Overlay::Menu(Menus::choice(&title, rows, move |app| {
        ask(app, days, Rc::clone(&once));
    })));
}

fn shows(app: &mut App, panel: Panel) {
    if panel == Panel::Minutes {
        agenda::follow(app);
        return;
    }
    with(app, |state| {
        if state.panel != panel {
            state.listing_mut(panel).selected = 0;
        }
        state.panel = panel;
        if panel == Panel::Vote {
            state.looked_at = None;
            state.motion = None;
            // Taken down, and no pencil any more: whoever leaves now makes a difference that is seen.
            state.counting = None;
            state.papers = None;
        }
    });
    if panel == Panel::Vote {
        ballots::select_missing(app);
    }
}

fn open_sheet(app: &mut App, sheet: impl crate::tui::dialog::Sheet + 'static) {
    dialog::open(app, Box::new(sheet));
}

/// Confirms who is there now that the roll was asked again, whoever did not come back.
///
/// # Errors
/// Why it cannot be.
pub fn confirm_roll(app: &App) -> Result<Vec<Command>, Why> {
    let (_, session, _) = seen(app)?;
    if !session.roll_due {
        return Err(Why::Says(words::all_marked));
    }
    let confirm = session::Command::ConfirmRoll {
        id: session.id.clone(),
        at: moment(app)?,
    };
    Ok(vec![Command::Session(confirm)])
}

/// Returns where the session goes on once the roll was asked again.
fn goes_on_at(app: &App) -> Panel {
    let runs = seen(app).is_ok_and(|(_, session, world)| world.running_item(&session.id).is_some());
    if runs { Panel::Minutes } else { Panel::Agenda }
}

/// Goes on where the session does, once the roll was asked again.
pub fn after_roll(app: &mut App) {
    let panel = goes_on_at(app);
    moved_on(app);
    shows(app, panel);
}

/// Takes a break, or goes on after it.
///
/// # Errors
/// Why it cannot be.
pub fn pause_or_resume(app: &App) -> Result<Vec<Command>, Why> {
    let (_, session, _) = seen(app)?;
    let (id, at) = (session.id.clone(), moment(app)?);
    let command = match session.state {
        session::SessionState::Break | session::SessionState::Adjourned => {
            session::Command::Resume { id, at }
        }
        _ => session::Command::Pause { id, at },
    };
    Ok(vec![Command::Session(command)])
}
