//! Home: what wants doing now, and one key to where it is done.

mod actions;
mod drafts;
mod last;
mod lines;
mod stick;
mod view;
mod waiting;

#[cfg(test)]
mod drafts_tests;
#[cfg(test)]
mod kept_tests;
#[cfg(test)]
mod stick_tests;
#[cfg(test)]
mod tests;

pub use actions::ACTIONS;
pub(in crate::tui) use stick::arrived;

use self::last::Last;
use self::waiting::Waiting;
use crate::desk::place::Spot;
use crate::domain::entity::Root;
use crate::domain::ids::{ItemId, PostingId, SessionId, TaskId};
use crate::domain::matter::life::Stage;
use crate::i18n::{home, terms};
use crate::tui::app::App;
use crate::tui::input::Key;
use crate::tui::screens::Screen;
use crate::tui::screens::history::{Fact, of_item, whole_session};
use crate::tui::widgets::list::Listing;

/// The state of the screen.
#[derive(Debug, Default)]
pub struct State {
    listing: Listing,
    /// Where each row of the last frame leads; a header leads nowhere.
    ways: Vec<Option<Way>>,
    waiting: Waiting,
    last: Last,
}

/// Where a row leads.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Way {
    /// To a session's own screen.
    Live(SessionId),
    /// To the screen of the session that left an item over.
    Left(SessionId, ItemId),
    /// To the sheet of a new session.
    NewSession,
    /// To the roster, and on it to an action.
    Roster(&'static str),
    /// To the follow-ups, and there to one of them.
    Tasks(Option<TaskId>),
    /// To the boards, and there to one of the postings.
    Boards(Option<PostingId>),
    /// To the villages' consent.
    Consent,
    /// To the matters of a stage.
    Matters(Stage),
    /// To where a draft was being written.
    Draft(Spot),
    /// Nowhere; the words of the last act are said in full.
    Last {
        /// Its words.
        words: String,
        /// What it is about.
        root: Option<Root>,
    },
}

/// Returns where the selected row leads.
fn selected(app: &App) -> Option<Way> {
    let (Screen::Home(state), Some(desk)) = (app.top(), &app.desk) else {
        return None;
    };
    let at = state.listing.selected;
    if state.ways.is_empty() {
        let mut waiting = Waiting::default();
        waiting.count(desk);
        let mut last = Last::default();
        last.read(desk, app.language);
        let lines = lines::lines(desk, app.language, &waiting, &last).into_iter();
        return lines.skip(at).find_map(|line| line.way);
    }
    // Asked by every action of a frame, and the rows are read from the file: the frame's own will do.
    state.ways.iter().skip(at).flatten().next().cloned()
}

/// Returns what the selected row is about, for those who ask what is behind it.
pub(super) fn fact(app: &App) -> Option<Fact> {
    let world = app.desk.as_ref()?.world();
    Some(match selected(app)? {
        Way::Live(session) => whole_session(app, &session),
        Way::Left(session, item) => of_item(app, &session, &item),
        Way::Roster(_) => Fact::of_root(Root::Roster, None),
        Way::Tasks(Some(task)) => Fact::of_task(world.task(&task).ok()?),
        Way::Draft(spot) => Fact::of_place(app, &spot.place)?,
        Way::Last { words, root } => Fact::of_root(root?, Some(words)),
        Way::Boards(Some(posting)) => {
            let title = world.posting(&posting).ok()?.title().to_owned();
            Fact::of_root(Root::Posting(posting), Some(title))
        }
        Way::NewSession | Way::Tasks(None) | Way::Boards(None) | Way::Consent | Way::Matters(_) => {
            return None;
        }
    })
}

impl State {
    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        app.desk
            .as_ref()
            .map(|desk| home::title(app.language, terms::date(app.language, desk.today())))
            .unwrap_or_default()
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        let ways = &self.ways;
        self.listing.key(key, ways.len(), |row| {
            matches!(ways.get(row), Some(Some(_)))
        })
    }
}
