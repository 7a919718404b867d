//! The boards: what hangs where, what is to be put up, answered or taken down, and what is missing.

mod actions;
mod go_on;
#[cfg(test)]
mod go_on_tests;
mod laid;
#[cfg(test)]
mod masked_tests;
#[cfg(test)]
mod overdue_tests;
mod page;
pub(super) mod sheets;
#[cfg(test)]
mod steps_tests;
#[cfg(test)]
pub(super) mod tests;
mod view;
#[cfg(test)]
mod waits_tests;

pub use actions::ACTIONS;
pub use go_on::{draft_name, go_on, go_on_with_rest, go_on_with_rules, go_on_with_step, step_name};

use self::laid::Laid;
use self::view::old_consent;
use super::rows::Rows;
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::board::calendar::{Lacks, Missing};
use crate::domain::board::{Board, BoardRules, Light, Next, NoticeKind, Posting, PostingState};
use crate::domain::ids::{MatterId, PostingId};
use crate::i18n::{Language, board_screen as words, boards};
use crate::tui::action::key_of;
use crate::tui::app::App;
use crate::tui::find::Finder;
use crate::tui::input::Key;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The state of the screen.
#[derive(Debug, Default)]
pub struct State {
    rows: Rows<Row>,
    grouping: Grouping,
    /// Those marked, to be put up or taken down at once.
    marked: BTreeSet<PostingId>,
    /// Whether those taken down and settled are listed too.
    with_settled: bool,
    /// What the list is narrowed to.
    filter: String,
    /// The one matter whose postings are listed.
    matter: Option<MatterId>,
    missing: Vec<Missing>,
    settled: Vec<Posting>,
    laid: Laid,
}

/// What a row is of.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Row {
    /// A posting.
    Posting(PostingId),
    /// Something that is missing.
    Missing(Lacks),
}

/// What the list is grouped by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Grouping {
    /// How urgent it is.
    #[default]
    Light,
    /// Where it hangs.
    Board,
    /// The day something is due.
    Day,
}

/// A row with what it is put in order and drawn by.
#[derive(Debug, Clone)]
struct Entry {
    row: Row,
    light: Light,
    day: Option<NaiveDate>,
    board: Option<Board>,
}

impl Grouping {
    const fn next(self) -> Self {
        match self {
            Self::Light => Self::Board,
            Self::Board => Self::Day,
            Self::Day => Self::Light,
        }
    }

    const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Light => words::by_light(language),
            Self::Board => words::by_board(language),
            Self::Day => words::by_day(language),
        }
    }
}

impl State {
    /// Shows the postings of one matter, those settled too.
    #[must_use]
    pub fn of_matter(matter: MatterId) -> Self {
        Self {
            matter: Some(matter),
            with_settled: true,
            ..Self::default()
        }
    }

    /// Lists those settled too.
    #[must_use]
    pub fn with_settled() -> Self {
        Self {
            with_settled: true,
            ..Self::default()
        }
    }

    /// Shows the list with one of the postings selected.
    #[must_use]
    pub fn at(posting: PostingId) -> Self {
        Self::default().selecting(posting)
    }

    /// Shows the list with one of its postings selected.
    #[must_use]
    pub fn selecting(mut self, posting: PostingId) -> Self {
        self.rows.select(Row::Posting(posting));
        self
    }

    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        words::title(app.language).to_owned()
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        self.rows.key(key)
    }

    /// Returns the posting that is selected.
    pub(super) fn selected<'a>(&'a self, world: &'a World) -> Option<&'a Posting> {
        match self.rows.selected()? {
            Row::Posting(id) => self.known(world, id),
            Row::Missing(_) => None,
        }
    }

    /// Returns those marked, else the one selected.
    fn chosen<'a>(&'a self, world: &'a World) -> Vec<&'a Posting> {
        if self.marked.is_empty() {
            return self.selected(world).into_iter().collect();
        }
        let marked = self.marked.iter();
        marked.filter_map(|id| self.known(world, id)).collect()
    }

    fn known<'a>(&'a self, world: &'a World, id: &PostingId) -> Option<&'a Posting> {
        match world.postings.get(id) {
            Some(posting) => Some(posting.as_ref()),
            None => self.settled.iter().find(|posting| posting.id == *id),
        }
    }

    /// Reads what is not open.
    fn refresh(&mut self, desk: &Desk) {
        self.missing = desk.missing_postings().unwrap_or_default();
        self.settled = match &self.matter {
            Some(matter) => desk.settled_postings_of(matter).unwrap_or_default(),
            None if self.with_settled => desk.settled_postings().unwrap_or_default(),
            None => Vec::new(),
        };
    }

    /// Returns what is listed, in order.
    fn listed(&self, language: Language, world: &World, today: NaiveDate) -> Vec<Entry> {
        let finder = Finder::new(&self.filter);
        let open = world.postings.values().map(AsRef::as_ref);
        let of =
            |matter: Option<&MatterId>| self.matter.is_none() || matter == self.matter.as_ref();
        let postings = open
            .chain(&self.settled)
            .filter(|it| self.with_settled || it.state == PostingState::Open)
            .filter(|it| of(it.matter.as_ref()))
            .map(|posting| Entry {
                row: Row::Posting(posting.id.clone()),
                light: posting.light_as_it_stands(world, today),
                day: due(world, posting, today),
                board: Some(posting.board.clone()),
            });
        let missing = self.missing.iter().filter(|missing| match &missing.what {
            Lacks::Matter { matter, .. } => of(Some(matter)),
            _ => of(None),
        });
        let missing = missing.flat_map(|missing| {
            // A board or a day has its own row where the list is grouped by them.
            let all = match self.grouping {
                Grouping::Light => vec![missing.clone()],
                Grouping::Board => missing.each_board(world, today),
                Grouping::Day => by_day(missing, world, today),
            };
            all.into_iter().map(|it| Entry {
                light: it.light(today),
                day: Some(it.by),
                board: board_of(&it.what),
                row: Row::Missing(it.what),
            })
        });
        let mut entries: Vec<Entry> = postings
            .chain(missing)
            .filter(|it| finder.is_empty() || finder.matches(&self.found_by(language, world, it)))
            .collect();
        let order: Vec<_> = world.villages_in_order();
        let place = |board: &Option<Board>| match board {
            Some(Board::Village(id)) => order
                .iter()
                .position(|village| village.id == *id)
                .unwrap_or(order.len()),
            Some(Board::Area) | None => order.len(),
        };
        entries.sort_by_key(|entry| {
            let (board, day) = (place(&entry.board), entry.day.unwrap_or(NaiveDate::MAX));
            match self.grouping {
                Grouping::Light => (usize::from(entry.light as u8), day, board),
                Grouping::Board => (board, day, usize::from(entry.light as u8)),
                Grouping::Day => (0, day, board),
            }
        });
        entries
    }

    /// Returns the words an entry is found by.
    fn found_by(&self, language: Language, world: &World, entry: &Entry) -> String {
        let board = entry.board.as_ref();
        let board = board.map(|board| boards::board(language, world, board));
        let what = match &entry.row {
            Row::Posting(id) => {
                let posting = self.known(world, id);
                let matter = posting.and_then(|it| world.matters.get(it.matter.as_ref()?));
                let matter = matter
                    .map(|it| it.intake.title.as_str())
                    .unwrap_or_default();
                let title = posting.map(Posting::title).unwrap_or_default();
                format!("{title} {matter}")
            }
            Row::Missing(what) => boards::lacks(language, world, what),
        };
        format!("{what} {}", board.unwrap_or_default())
    }
}

/// Returns the day on which something is due about a posting; none while it waits for a step before it.
fn due(world: &World, posting: &Posting, today: NaiveDate) -> Option<NaiveDate> {
    match posting.next_as_it_stands(world, today) {
        Next::PutUp(_) if posting.waits_for(world, today).is_some() => None,
        Next::PutUp(day) | Next::Answer(day) | Next::TakeDown(day) => Some(day),
        Next::Hangs(day) => day,
        Next::Nothing => posting.taken_down().map(|(off, _)| off),
    }
}

/// Returns what is missing with the boards of each day together.
fn by_day(missing: &Missing, world: &World, today: NaiveDate) -> Vec<Missing> {
    let mut days: Vec<Missing> = Vec::new();
    for one in missing.each_board(world, today) {
        let same = days.iter_mut().find(|it| it.by == one.by);
        match (same.map(|it| &mut it.what), &one.what) {
            (
                Some(Lacks::Matter { boards, .. } | Lacks::Motion { boards, .. }),
                Lacks::Matter { boards: more, .. } | Lacks::Motion { boards: more, .. },
            ) => boards.extend_from_slice(more),
            _ => days.push(one),
        }
    }
    days
}

/// Returns the board of what is missing, where it is one.
fn board_of(what: &Lacks) -> Option<Board> {
    match what {
        Lacks::Matter { boards, .. } | Lacks::Motion { boards, .. } => match boards.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        },
        Lacks::Regular { village, .. } | Lacks::Overdue { village, .. } => {
            Some(Board::Village(village.clone()))
        }
    }
}

/// Warns that a text which invites objections does not say where they go, and names the key that sets it.
fn nowhere_to_object(language: Language, world: &World, kind: NoticeKind) -> Option<String> {
    let nowhere = kind == NoticeKind::Notice && BoardRules::of(world).hears_nobody();
    nowhere.then(|| words::nowhere_to_object(language, key_of("boards.rules")))
}
