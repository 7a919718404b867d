//! The table of actions. One row drives dispatch, footer, help, palette, the reason why a key is
//! off, the README's key table, and the tests of all of them. A key that is not in the table does
//! not exist. A screen's rows stand in its own `actions.rs`.

use super::app::App;
use super::input::Key;
use super::screens;
use crate::domain::refusal::{OfBoard, OfMatter};
use crate::domain::{Command, Refusal, Remedy};
use crate::i18n::{Language, ui};

/// Where an action is to be had. A panel of the live screen is a scope of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// The first screen.
    Start,
    /// What wants doing now.
    Home,
    /// The list of sessions.
    Sessions,
    /// A session's plan and agenda.
    Plan,
    /// The live screen, whatever panel is shown.
    Live,
    /// Its agenda.
    LiveAgenda,
    /// Its roll.
    LiveRoll,
    /// The minutes of an item.
    LiveMinutes,
    /// The follow-ups that a session goes through.
    LiveReview,
    /// The motions of an item and their ballot.
    LiveVote,
    /// Hands being counted.
    LiveHands,
    /// Papers of a secret ballot being given out or counted.
    LiveSecret,
    /// Each being asked by name which of several they take.
    LiveOptions,
    /// A vote in which digits were typed, whose result is not announced yet.
    LiveHandsEnded,
    /// The list to read aloud at 散会, and what is left to do after it.
    LiveClosing,
    /// Follow-ups.
    Tasks,
    /// The ledgers.
    Ledgers,
    /// The figures of a period.
    Report,
    /// What one of them is made of.
    ReportLines,
    /// The boards.
    Boards,
    /// The backlog of matters.
    Matters,
    /// One matter.
    Matter,
    /// The roster.
    Roster,
    /// A list to be taken into it.
    Intake,
    /// A record to read.
    Record,
    /// Who recorded what, when.
    History,
    /// A notice to read.
    Notice,
    /// The rule book, and a rule read out.
    Rules,
    /// A rule tried out.
    RuleTrial,
    /// The consent of each village: what is due where.
    Paths,
    /// The consent of each village on one matter.
    PathMatter,
    /// The book of templates of steps.
    PathBook,
    /// The steps of a template.
    PathSteps,
    /// A paper of the consent of each village.
    PathPaper,
    /// Everywhere.
    Global,
}

impl Scope {
    /// Every scope, in the order of help.
    pub const ALL: [Self; 35] = [
        Self::Start,
        Self::Home,
        Self::Sessions,
        Self::Plan,
        Self::Live,
        Self::LiveAgenda,
        Self::LiveRoll,
        Self::LiveMinutes,
        Self::LiveReview,
        Self::LiveVote,
        Self::LiveHands,
        Self::LiveSecret,
        Self::LiveOptions,
        Self::LiveHandsEnded,
        Self::LiveClosing,
        Self::Tasks,
        Self::Boards,
        Self::Ledgers,
        Self::Matter,
        Self::Matters,
        Self::Report,
        Self::ReportLines,
        Self::Roster,
        Self::Intake,
        Self::Record,
        Self::History,
        Self::Notice,
        Self::Rules,
        Self::RuleTrial,
        Self::Paths,
        Self::PathMatter,
        Self::PathBook,
        Self::PathSteps,
        Self::PathPaper,
        Self::Global,
    ];
}

/// What an action may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Danger {
    /// Undone with one key, or changes nothing.
    None,
    /// Ends a stage: it is announced by its own step and cannot be undone.
    EndsStage,
}

/// Why an action is off.
#[derive(Debug, Clone)]
pub enum Why {
    /// The rules refuse it.
    Refused(Refusal),
    /// Something of the screen is missing; a sentence says what.
    Says(fn(Language) -> &'static str),
}

impl From<Refusal> for Why {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// What an action does.
#[derive(Clone, Copy)]
pub enum Does {
    /// Records commands as one act. Whether it is on is asked of the same rules that judge it.
    Record(fn(&App) -> Result<Vec<Command>, Why>),
    /// As `Record`, and then moves on the screen.
    RecordThen(fn(&App) -> Result<Vec<Command>, Why>, fn(&mut App)),
    /// As `Record`, by the screen: at once, or once what it asks first is answered.
    RecordBy(
        fn(&App) -> Result<Vec<Command>, Why>,
        fn(&mut App, Vec<Command>),
    ),
    /// Changes only what is seen; the first says whether it is on.
    Show(fn(&App) -> Result<(), Why>, fn(&mut App)),
    /// As `Show`, and asks what is recorded then: off wherever nothing can be.
    Ask(fn(&App) -> Result<(), Why>, fn(&mut App)),
}

/// One row of the table.
#[derive(Clone, Copy)]
pub struct Action {
    /// Its name, stable for settings and tests: `vote.for`.
    pub name: &'static str,
    /// Where it is to be had.
    pub scope: Scope,
    /// Its keys; the first is shown. At least one can be pressed while an input method is on.
    pub keys: &'static [Key],
    /// Two to four characters for the footer.
    pub label: fn(Language) -> &'static str,
    /// A sentence for help.
    pub hint: fn(Language) -> &'static str,
    /// What it may cost.
    pub danger: Danger,
    /// Whether its key stands in the footer however many others there are.
    pub stays: bool,
    /// What it does.
    pub does: Does,
}

impl Action {
    /// Says whether it can be done now, and if not, why.
    ///
    /// # Errors
    /// The reason, which the screen shows with the next step.
    pub fn enabled(&self, app: &App) -> Result<(), Why> {
        match self.does {
            Does::Record(commands)
            | Does::RecordThen(commands, _)
            | Does::RecordBy(commands, _) => {
                let commands = commands(app)?;
                match &app.desk {
                    Some(desk) => Ok(desk.would(&commands)?),
                    None => Err(Why::Refused(Refusal::NoCommittee)),
                }
            }
            Does::Show(enabled, _) => enabled(app),
            Does::Ask(enabled, _) => {
                may_record(app)?;
                enabled(app)
            }
        }
    }

    /// Returns it as one that asks what is recorded, where it shows something.
    #[must_use]
    pub const fn asks(self) -> Self {
        let does = match self.does {
            Does::Show(enabled, show) => Does::Ask(enabled, show),
            other => other,
        };
        Self { does, ..self }
    }
}

/// Says that an action is always on.
///
/// # Errors
/// Never; the shape is that of the table.
pub fn always(_: &App) -> Result<(), Why> {
    Ok(())
}

/// Says whether anything can be recorded: a committee is open, and its file may be written.
///
/// # Errors
/// Which of the two it is not.
pub fn may_record(app: &App) -> Result<(), Why> {
    match &app.desk {
        None => Err(Why::Says(ui::no_committee_open)),
        Some(desk) if !desk.may_write() => Err(Why::Refused(Refusal::OnlyReading)),
        Some(_) => Ok(()),
    }
}

/// Returns every row of the table.
pub fn table() -> impl Iterator<Item = &'static Action> {
    screens::ACTIONS.iter().copied().flatten()
}

/// Returns the rows of a scope.
pub fn of_scope(scope: Scope) -> impl Iterator<Item = &'static Action> {
    // A part of the table is of one scope, which a test sees to.
    let parts = screens::ACTIONS.iter().copied();
    parts
        .filter(move |rows| rows.first().is_some_and(|row| row.scope == scope))
        .flatten()
}

/// Finds the action of a key in some scopes, the earlier scope first.
#[must_use]
pub fn find(scopes: &[Scope], key: Key) -> Option<&'static Action> {
    let key = key.folded();
    scopes
        .iter()
        .find_map(|scope| of_scope(*scope).find(|action| action.keys.contains(&key)))
}

/// Finds an action by its name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Action> {
    table().find(|action| action.name == name)
}

/// Returns the key that an action shows, for a sentence that names it.
#[must_use]
pub fn key_of(name: &str) -> String {
    let key = named(name).and_then(|action| action.keys.first());
    key.map(ToString::to_string).unwrap_or_default()
}

/// Returns the action that carries out a remedy, of the screen that is seen where several do: each panel corrects its own.
#[must_use]
pub fn for_remedy_here(remedy: Remedy, scopes: &[Scope]) -> Option<&'static Action> {
    let mut here = scopes.iter().flat_map(|scope| of_scope(*scope));
    here.find(|action| remedy == Remedy::Correct && action.name.ends_with(".correct"))
        .or_else(|| for_remedy(remedy))
}

/// Returns the key by which an action is done here: of its keys one that nothing nearer takes.
#[must_use]
pub fn key_here(action: &Action, scopes: &[Scope]) -> Option<Key> {
    let its = |key: &&Key| find(scopes, **key).is_some_and(|near| near.name == action.name);
    let keys = action.keys.iter();
    keys.clone()
        .find(its)
        .or_else(|| keys.clone().next())
        .copied()
}

/// Returns the action that carries out a remedy, where one key does.
#[must_use]
pub fn for_remedy(remedy: Remedy) -> Option<&'static Action> {
    named(match remedy {
        Remedy::MarkRoll | Remedy::MarkMoves => "live.roll",
        Remedy::CallRoll
        | Remedy::OpenVote
        | Remedy::TakeVoices
        | Remedy::CountHands
        | Remedy::IssuePapers
        | Remedy::CountPapers
        | Remedy::HearVillages
        | Remedy::EndVote
        | Remedy::Announce
        | Remedy::SettleClose
        | Remedy::Sit => "live.step",
        Remedy::EndVoteNow => "vote.end",
        Remedy::StartItem => "agenda.start",
        Remedy::EndRecusal => "recusal.end",
        Remedy::DraftMotion => "vote.draft",
        Remedy::Correct => "live.correct",
        Remedy::NoteLate => "minutes.note",
        Remedy::Reconsider | Remedy::AskVillages => "vote.next",
        Remedy::DropTask => "tasks.drop",
        Remedy::NameChair | Remedy::MovePlan => "plan.edit",
        Remedy::ChangeRule => "plan.change",
        Remedy::RecordNotice => "plan.notice",
        Remedy::HandOver => "live.hand",
        Remedy::EnterSeats | Remedy::EnterFigures | Remedy::MendVillage => "home.roster",
        Remedy::ReopenTask => "tasks.reopen",
        Remedy::SignTask => "tasks.sign",
        Remedy::ResumeTask => "tasks.rest",
        Remedy::FinishTask => "tasks.done",
        Remedy::DoPart => "tasks.part",
        Remedy::EditTask => "tasks.edit",
        Remedy::EnterDecision => "tasks.next",
        Remedy::Matter(OfMatter::Reopen) => "matter.reopen",
        Remedy::Matter(OfMatter::Screen) => "matter.screen",
        Remedy::Matter(OfMatter::Mend) => "matter.mend",
        Remedy::Matter(OfMatter::Receive) => "matter.receive",
        Remedy::Matter(OfMatter::Agenda) => "matter.agenda",
        Remedy::Matter(OfMatter::OffAgenda) => "plan.remove",
        Remedy::Matter(OfMatter::TakeItemBack) => "agenda.withdraw",
        Remedy::Matter(OfMatter::File) => "matter.file",
        Remedy::Matter(OfMatter::Tasks) => "matter.tasks",
        Remedy::Matter(OfMatter::Postings) => "matter.postings",
        Remedy::Matter(OfMatter::Steps) => "matter.steps",
        Remedy::Matter(OfMatter::ChooseSteps) => "path.choose",
        Remedy::Matter(OfMatter::AddStep) => "step.add",
        Remedy::Matter(OfMatter::AskVillage) => "path.village",
        Remedy::Matter(OfMatter::Reconsider) => "path.anew",
        Remedy::Matter(OfMatter::KeepRecord) => "path.keep",
        Remedy::Matter(OfMatter::Redate) => "path.redate",
        Remedy::Matter(OfMatter::FileWithout) => "matter.file_without",
        Remedy::Matter(OfMatter::Withdraw) => "matter.withdraw",
        Remedy::Matter(OfMatter::Split) => "matter.split",
        Remedy::Matter(OfMatter::SendBack) => "matter.send_back",
        Remedy::Matter(OfMatter::Contribute) => "path.contribution",
        Remedy::Board(OfBoard::PutUp) => "boards.up",
        Remedy::Board(OfBoard::TakeDown) => "boards.down",
        Remedy::Board(OfBoard::Word | OfBoard::Reword) => "boards.draft",
        Remedy::Board(OfBoard::Answer) => "boards.answer",
        Remedy::Board(OfBoard::Redate) => "boards.redate",
        Remedy::EnterLine => "ledgers.new",
        Remedy::TakeBack => "vote.take_back",
        Remedy::EnterContenders => "vote.word",
        Remedy::NameTellers => "vote.tellers",
        Remedy::RecountHands => "hands.recount",
        Remedy::RecountPapers => "papers.again",
        Remedy::RestNotVoting(_) => "hands.rest",
        // It is a key at another place, and its words say where.
        Remedy::GiveReason | Remedy::Matter(OfMatter::TakeStep) => return None,
    })
}

/// Makes a row of the table that costs nothing that cannot be undone.
#[must_use]
pub const fn row(
    name: &'static str,
    scope: Scope,
    keys: &'static [Key],
    label: fn(Language) -> &'static str,
    hint: fn(Language) -> &'static str,
    does: Does,
) -> Action {
    Action {
        name,
        scope,
        keys,
        label,
        hint,
        danger: Danger::None,
        stays: false,
        does,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_the_table_is_of_one_scope() {
        for rows in screens::ACTIONS {
            let first = rows.first().map(|row| row.scope);
            for row in *rows {
                assert_eq!(Some(row.scope), first, "{}", row.name);
            }
        }
    }
}
