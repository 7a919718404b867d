//! Which posting is meant on the command line: by its id or by words of its title, on one board where one is
//! named. Where several are meant nothing is guessed: it is told how they are told apart.

use super::asked::Which;
use super::put;
use crate::cli::fault::{Fault, Ways};
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::board::{Board, Command, Posting, PostingState, Refused, decide};
use crate::domain::text::{Line, clean};
use crate::i18n::{Language, board_cli as words, boards as say};

/// What is to happen to postings.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fits {
    /// It is worded otherwise, whatever became of it.
    Any,
    /// A draft goes up, or is given up.
    Draft,
    /// Its last day is moved.
    Moves,
    /// The day it was put up is corrected, though it may have come down since.
    WasUp,
    /// It comes down.
    ComesDown,
}

/// Why it does not happen to a posting among several.
pub(super) enum Hinders {
    /// The rules refuse it.
    Refused(Refused),
    /// It lasts: it comes down by itself and not with the others.
    Stays,
}

impl Fits {
    /// Returns why it does not happen to a posting among several.
    pub fn hinders(self, posting: &Posting) -> Option<Hinders> {
        let refused = |why| Some(Hinders::Refused(why));
        match self {
            Self::WasUp if posting.posted.is_none() => refused(Refused::NotUp),
            Self::Draft if posting.posted.is_some() => refused(Refused::Up),
            Self::Any | Self::WasUp | Self::Draft => None,
            Self::Moves | Self::ComesDown if !posting.hangs() => refused(Refused::NotUp),
            Self::Moves if posting.until.is_none() => refused(Refused::Lasting),
            Self::ComesDown if posting.lasting => Some(Hinders::Stays),
            Self::Moves | Self::ComesDown => None,
        }
    }
}

impl Hinders {
    /// Says it.
    pub fn words(&self, language: Language) -> String {
        match self {
            Self::Refused(why) => say::refused(language, why),
            Self::Stays => words::lasting_stays(language).to_owned(),
        }
    }
}

/// Names a posting with its board.
pub(super) fn named(language: Language, world: &World, posting: &Posting) -> String {
    let board = say::board(language, world, &posting.board);
    words::on_board(language, posting.title(), board)
}

/// Returns the one posting that is meant, of a command that takes one. What is settled or was given up is read, and
/// of anything else refused for what it is.
pub(super) fn one(language: Language, desk: &Desk, which: &Which) -> Result<Posting, Fault> {
    only(language, desk, which, open_or_settled(desk, which)?, false)
}

/// Returns every posting that is meant, where all are asked for; else the one.
pub(super) fn several(
    language: Language,
    desk: &Desk,
    which: &Which,
    all: bool,
    fits: Fits,
) -> Result<Vec<Posting>, Fault> {
    let found = match fits {
        Fits::WasUp => open_or_settled(desk, which)?,
        _ => open(desk, which)?,
    };
    match all {
        true => Ok(found),
        false => only(language, desk, which, found, true).map(|it| vec![it]),
    }
}

/// Returns every open posting that is meant; where none is, those settled or given up.
fn open_or_settled(desk: &Desk, which: &Which) -> Result<Vec<Posting>, Fault> {
    match open(desk, which) {
        Err(Fault::NoPosting(_)) => meant(desk, which, &desk.every_settled_posting()?),
        found => found,
    }
}

/// Returns every open posting that is meant.
fn open(desk: &Desk, which: &Which) -> Result<Vec<Posting>, Fault> {
    let open = desk.world().postings.values();
    let open = open.filter(|it| it.state == PostingState::Open);
    let open: Vec<Posting> = open.map(|it| it.as_ref().clone()).collect();
    meant(desk, which, &open)
}

/// Returns those of some postings that are meant: those with the very title before those that have words
/// of it.
fn meant(desk: &Desk, which: &Which, known: &[Posting]) -> Result<Vec<Posting>, Fault> {
    let given = which.posting.as_str();
    if let Some(posting) = desk.posting(&given.into())? {
        return Ok(vec![posting]);
    }
    let board = which.board.as_deref();
    let board = board
        .map(|name| put::board(desk.world(), name))
        .transpose()?;
    let unknown = || Fault::NoPosting(clean(given).0);
    let key = Line::new(given).map_err(|_| unknown())?.key();
    let there = known
        .iter()
        .filter(|it| board.as_ref().is_none_or(|on| it.board == *on));
    let titled = there.filter_map(|it| Some((Line::new(it.title()).ok()?.key(), it)));
    let titled: Vec<(String, &Posting)> =
        titled.filter(|(title, _)| title.contains(&key)).collect();
    let exact = titled.iter().any(|(title, _)| *title == key);
    let found = titled
        .into_iter()
        .filter(|(title, _)| !exact || *title == key);
    let found: Vec<Posting> = found.map(|(_, it)| it.clone()).collect();
    match found.is_empty() {
        true => Err(unknown()),
        false => Ok(found),
    }
}

/// Returns the only one of those that are meant.
fn only(
    language: Language,
    desk: &Desk,
    which: &Which,
    mut found: Vec<Posting>,
    takes_all: bool,
) -> Result<Posting, Fault> {
    if found.len() == 1
        && let Some(only) = found.pop()
    {
        return Ok(only);
    }
    let beside = |of: &Posting| found.iter().filter(|it| it.board == of.board).count() > 1;
    let alike = |of: &Posting| {
        let same = |it: &&Posting| it.board == of.board && it.title() == of.title();
        found.iter().filter(same).count() > 1
    };
    let first: Option<&Board> = found.first().map(|it| &it.board);
    let known = found.iter().map(|it| {
        let name = named(language, desk.world(), it);
        match alike(it) {
            true => words::with_id(language, name, it.id.as_str()),
            false => name,
        }
    });
    Err(Fault::WhichPosting {
        given: clean(&which.posting).0,
        known: known.collect(),
        ways: Ways {
            board: found.iter().any(|it| Some(&it.board) != first),
            title: found.iter().any(|it| beside(it) && !alike(it)),
            id: found.iter().any(alike),
            all: takes_all,
        },
    })
}

/// Names the posting that is in the way of several, where the rules refuse what was asked of them.
pub(super) fn in_the_way(
    language: Language,
    desk: &Desk,
    asked: &[Command],
    fault: Fault,
) -> Fault {
    if asked.len() < 2 || !matches!(fault, Fault::Refused { .. }) {
        return fault;
    }
    let world = desk.world();
    let mut refused = asked.iter().filter(|it| decide(world, it).is_err());
    let posting = refused.find_map(|it| world.postings.get(it.posting()?));
    match posting {
        Some(posting) => Fault::InTheWay {
            which: named(language, world, posting),
            fault: Box::new(fault),
        },
        None => fault,
    }
}
