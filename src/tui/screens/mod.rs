//! The screens: one folder an idea, each with its state, its rows of the table, and its view.

#[cfg(test)]
mod bad_input_tests;
pub mod boards;
mod choices;
pub mod everywhere;
mod find_sheet;
pub mod history;
pub mod home;
pub mod intake;
pub mod ledgers;
pub mod live;
pub mod matters;
mod meeting;
pub mod notice;
mod page;
pub mod paths;
pub mod plan;
pub mod record;
pub mod report;
pub mod room;
pub mod roster;
mod rows;
pub mod rules;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod scene;
pub mod sequel;
pub mod sessions;
mod shades;
pub mod start;
pub mod tasks;

use super::action::{Action, Scope};
use super::app::{App, Glance};
use super::caret::Caret;
use super::input::Key;
use super::theme::Role;
use crate::desk::Desk;
use crate::domain::ids::SessionId;
use crate::i18n::{
    Language, ballots, board_screen, history as history_words, ledgers as ledger_words,
    matter_list, options, path_screen, report as report_words, rule_book, ui,
};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The rows of the table, screen by screen.
pub const ACTIONS: &[&[Action]] = &[
    start::ACTIONS,
    home::ACTIONS,
    sessions::ACTIONS,
    plan::ACTIONS,
    live::ACTIONS,
    live::SITTING_ACTIONS,
    live::RECUSAL_ACTIONS,
    live::AGENDA_ACTIONS,
    live::ROLL_ACTIONS,
    live::MINUTES_ACTIONS,
    live::REVIEW_ACTIONS,
    live::VOTE_ACTIONS,
    live::HANDS_ACTIONS,
    live::HANDS_ENDED_ACTIONS,
    live::OPTIONS_ACTIONS,
    live::SECRET_ACTIONS,
    live::CLOSING_ACTIONS,
    tasks::ACTIONS,
    boards::ACTIONS,
    ledgers::ACTIONS,
    matters::ACTIONS,
    matters::PAGE_ACTIONS,
    report::ACTIONS,
    report::BEHIND_ACTIONS,
    roster::ACTIONS,
    intake::ACTIONS,
    record::ACTIONS,
    history::ACTIONS,
    notice::ACTIONS,
    rules::ACTIONS,
    rules::TRIAL_ACTIONS,
    paths::ACTIONS,
    paths::MATTER_ACTIONS,
    paths::BOOK_ACTIONS,
    paths::STEP_ACTIONS,
    paths::PAPER_ACTIONS,
    everywhere::ACTIONS,
];

/// A screen with its state.
pub enum Screen {
    /// No screen at all.
    None,
    /// The first screen.
    Start(start::State),
    /// What wants doing now.
    Home(home::State),
    /// The list of sessions.
    Sessions(sessions::State),
    /// A session's plan and agenda.
    Plan(plan::State),
    /// A session as it runs.
    Live(Box<live::State>),
    /// Follow-ups.
    Tasks(tasks::State),
    /// The ledgers.
    Ledgers(ledgers::State),
    /// The figures of a period.
    Report(report::State),
    /// The boards.
    Boards(boards::State),
    /// The backlog of matters.
    Matters(Box<matters::State>),
    /// One matter.
    Matter(Box<matters::page::State>),
    /// The roster.
    Roster(roster::State),
    /// A list to be taken into the roster.
    Intake(intake::State),
    /// A record to read.
    Record(record::State),
    /// Who recorded what, when.
    History(Box<history::State>),
    /// A notice to read.
    Notice(notice::State),
    /// The rule book.
    Rules(rules::State),
    /// The consent of each village.
    Paths(paths::State),
}

/// Hands a call on to the screen's own state.
macro_rules! each {
    ($screen:expr, $state:ident => $call:expr, else $other:expr) => {
        match $screen {
            Screen::None => $other,
            Screen::Start($state) => $call,
            Screen::Home($state) => $call,
            Screen::Sessions($state) => $call,
            Screen::Plan($state) => $call,
            Screen::Live($state) => $call,
            Screen::Tasks($state) => $call,
            Screen::Ledgers($state) => $call,
            Screen::Report($state) => $call,
            Screen::Boards($state) => $call,
            Screen::Matters($state) => $call,
            Screen::Matter($state) => $call,
            Screen::Roster($state) => $call,
            Screen::Intake($state) => $call,
            Screen::Record($state) => $call,
            Screen::History($state) => $call,
            Screen::Notice($state) => $call,
            Screen::Rules($state) => $call,
            Screen::Paths($state) => $call,
        }
    };
}

impl Screen {
    /// A screen that shows nothing and takes no key.
    pub const NONE: Self = Self::None;

    /// Makes the first screen.
    #[must_use]
    pub fn start() -> Self {
        Self::Start(start::State::default())
    }

    /// Makes the home screen.
    #[must_use]
    pub fn home() -> Self {
        Self::Home(home::State::default())
    }

    /// Makes the live screen of a session.
    #[must_use]
    pub fn live(session: SessionId) -> Self {
        Self::Live(Box::new(live::State::new(session)))
    }

    /// Returns where its keys are looked up, nearest first.
    #[must_use]
    pub fn scopes(&self, desk: Option<&Desk>) -> Vec<Scope> {
        match self {
            Self::None => Vec::new(),
            Self::Start(_) => vec![Scope::Start],
            Self::Home(_) => vec![Scope::Home],
            Self::Sessions(_) => vec![Scope::Sessions],
            Self::Plan(_) => vec![Scope::Plan],
            Self::Live(state) => state.scopes(desk),
            Self::Tasks(_) => vec![Scope::Tasks],
            Self::Ledgers(_) => vec![Scope::Ledgers],
            Self::Report(state) => vec![state.scope()],
            Self::Boards(_) => vec![Scope::Boards],
            Self::Matters(_) => vec![Scope::Matters],
            Self::Matter(_) => vec![Scope::Matter],
            Self::Roster(_) => vec![Scope::Roster],
            Self::Intake(_) => vec![Scope::Intake],
            Self::Record(_) => vec![Scope::Record],
            Self::History(_) => vec![Scope::History],
            Self::Notice(_) => vec![Scope::Notice],
            Self::Rules(state) => vec![state.scope()],
            Self::Paths(state) => vec![state.scope()],
        }
    }

    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        each!(self, state => state.title(app), else String::new())
    }

    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        each!(self, state => state.draw(glance, area, buf), else Caret::block(area.x, area.y))
    }

    /// Takes a movement key: arrows, pages, Home and End.
    pub fn moves(app: &mut App, key: Key) -> bool {
        match app.top_mut() {
            Some(screen) => each!(screen, state => state.moves(key), else false),
            None => false,
        }
    }

    /// Takes a key for the text field of the screen, if one is open.
    pub fn takes_text(app: &mut App, key: Key) -> bool {
        live::takes_text(app, key)
    }

    /// Goes on where a sheet over the screen had interrupted it.
    pub fn uncovered(app: &mut App) {
        live::uncovered(app);
    }

    /// Says whether a text field of the screen is open.
    #[must_use]
    pub fn has_text_field(app: &App) -> bool {
        app.live().is_some_and(live::State::has_text_field)
    }

    /// Says whether words that came too fast for fingers are a list that was pasted here.
    #[must_use]
    pub fn takes_lines(app: &App, text: &str) -> bool {
        matches!(app.top(), Self::Intake(_)) && text.contains('\n')
    }

    /// Takes pasted text: the open text field, a list, or a choice of what it is to become; never commands.
    pub fn paste(app: &mut App, text: &str) {
        if !intake::paste(app, text) && !live::paste(app, &text.replace('\t', " ")) {
            app.say(Role::Warn, ui::paste_nowhere(app.language));
        }
    }
}

/// Returns what a scope is called in help.
#[must_use]
pub fn scope_name(language: Language, scope: Scope) -> &'static str {
    match scope {
        Scope::Start => ui::scope_start(language),
        Scope::Home => ui::scope_home(language),
        Scope::Sessions => ui::scope_sessions(language),
        Scope::Plan => ui::scope_plan(language),
        Scope::Live => ui::scope_live(language),
        Scope::LiveAgenda => ui::scope_live_agenda(language),
        Scope::LiveRoll => ui::scope_live_roll(language),
        Scope::LiveMinutes => ui::scope_live_minutes(language),
        Scope::LiveReview => ui::scope_live_review(language),
        Scope::LiveVote => ui::scope_live_vote(language),
        Scope::LiveHands => ui::scope_live_hands(language),
        Scope::LiveSecret => ballots::scope(language),
        Scope::LiveOptions => options::scope(language),
        Scope::LiveHandsEnded => ui::scope_live_hands_ended(language),
        Scope::LiveClosing => ui::scope_live_closing(language),
        Scope::Tasks => ui::scope_tasks(language),
        Scope::Ledgers => ledger_words::scope(language),
        Scope::Report => report_words::scope(language),
        Scope::ReportLines => report_words::scope_behind(language),
        Scope::Boards => board_screen::scope(language),
        Scope::Matters => matter_list::scope(language),
        Scope::Matter => matter_list::scope_one(language),
        Scope::Roster => ui::scope_roster(language),
        Scope::Intake => ui::scope_intake(language),
        Scope::Record => ui::scope_record(language),
        Scope::History => history_words::scope(language),
        Scope::Notice => ui::scope_notice(language),
        Scope::Rules => rule_book::scope(language),
        Scope::RuleTrial => rule_book::scope_trial(language),
        Scope::Paths => path_screen::scope(language),
        Scope::PathMatter => path_screen::scope_matter(language),
        Scope::PathBook => path_screen::scope_book(language),
        Scope::PathSteps => path_screen::scope_steps(language),
        Scope::PathPaper => path_screen::scope_paper(language),
        Scope::Global => ui::scope_global(language),
    }
}
