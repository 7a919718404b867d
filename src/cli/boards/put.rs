//! A text drafted for boards on the command line. It goes the way of the screen: the masker first, and
//! nothing but what it leaves is recorded.

use super::asked::{Says, Words};
use crate::cli::fault::Fault;
use crate::cli::place::{matter, village};
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::board::calendar::{Lacks, hangs_by, untold, without};
use crate::domain::board::{Affairs, Board, NoticeKind, Posting, Worded, Written};
use crate::domain::ids::VillageId;
use crate::domain::matter::Matter;
use crate::domain::text::{Line, Text};
use crate::i18n::boards::{self as say, Draft};
use crate::i18n::{Language, board_cli as words, overdue, results, terms};
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The word for the board of the area.
const AREA: &str = "area";

/// What is to be drafted: a posting for each board, and its text with what was hidden in it.
pub(super) struct Drafted {
    pub postings: Vec<Posting>,
    pub text: Worded,
}

/// Drafts a text of a matter, or of nothing; what is said takes the place of what is proposed.
pub(super) fn draft(
    language: Language,
    desk: &Desk,
    number: Option<&str>,
    says: &Says,
) -> Result<Drafted, Fault> {
    let world = desk.world();
    let found = number.map(|number| matter(desk, number)).transpose()?;
    let matter = found.as_ref();
    // Which boards lack it is not asked of what is closed.
    if let Some(Err(closed)) = matter.map(Matter::still_open) {
        return Err(Fault::Refused {
            why: Box::new(closed.into()),
            world: Box::new(world.clone()),
        });
    }
    let affairs = said(&says.affairs, "--affairs", words::option_affairs(language))?;
    let late = late(desk, says, affairs)?;
    let proposed = match &late {
        Some((village, affairs, periods)) => {
            let name = terms::village(language, world, Some(village));
            overdue::draft(language, name, *affairs, periods)
        }
        None => proposal(language, desk, matter, says.result),
    };
    let makes_up = late.map_or_else(Vec::new, |(.., periods)| periods);
    let today = desk.today();
    if says.result && proposed.text.is_empty() && says.words.text.is_none() {
        return Err(Fault::NothingDone);
    }
    let stands = [&proposed.title, &proposed.text, &proposed.basis];
    let text = worded(today, stands.map(String::as_str), &says.words)?;
    let kind = said(&says.kind, "--kind", words::option_kind(language))?;
    let (kind, affairs) = (
        kind.unwrap_or(proposed.kind),
        affairs.unwrap_or(proposed.affairs),
    );
    let lacking = lacking(desk, matter)?;
    let asked = says.boards.iter().map(|name| board(world, name));
    let asked = asked.collect::<Result<Vec<Board>, Fault>>()?;
    let chosen = match (asked.is_empty(), matter) {
        (false, _) => asked,
        (true, Some(matter)) if says.result => {
            let settled = desk.settled_postings_of(&matter.id)?;
            untold(world, matter, today, &settled)
        }
        (true, _) => lacking,
    };
    if chosen.is_empty() {
        return Err(Fault::NoBoard);
    }
    let postings = chosen.into_iter().map(|board| {
        let drafted = Posting {
            matter: matter.map(|it| it.id.clone()),
            lasting: board == Board::Area && matter.is_some(),
            result: says.result,
            makes_up: makes_up.clone(),
            ..Posting::draft(
                desk.new_id(),
                board,
                (kind, affairs),
                text.wording.clone(),
                today,
            )
        };
        Posting {
            by: hangs_by(&drafted, today),
            ..drafted
        }
    });
    Ok(Drafted {
        postings: postings.collect(),
        text,
    })
}

/// Returns the periods that are over in which a village did not make known some affairs, where a text is to make up for
/// them.
fn late(
    desk: &Desk,
    says: &Says,
    affairs: Option<Affairs>,
) -> Result<Option<(VillageId, Affairs, Vec<NaiveDate>)>, Fault> {
    let (true, Some(affairs)) = (says.overdue, affairs) else {
        return Ok(None);
    };
    let [name] = says.boards.as_slice() else {
        return Err(Fault::NothingOverdue);
    };
    let Board::Village(village) = board(desk.world(), name)? else {
        return Err(Fault::NothingOverdue);
    };
    let periods = desk.overdue(&village, affairs)?;
    match periods.is_empty() {
        true => Err(Fault::NothingOverdue),
        false => Ok(Some((village, affairs, periods))),
    }
}

/// Masks a text: what stands there as title, text and basis, but for what is said otherwise.
pub(super) fn worded(
    on: NaiveDate,
    [title, text, basis]: [&str; 3],
    says: &Words,
) -> Result<Worded, Fault> {
    let also = says.hide.iter().map(|name| line(name));
    let also = also.collect::<Result<Vec<Line>, Fault>>()?;
    let or = |said: &Option<String>, stands: &str| said.clone().unwrap_or(stands.to_owned());
    let text = or(&says.text, text);
    let basis = or(&says.basis, basis);
    let written = Written {
        title: line(&or(&says.title, title))?,
        text: Text::new(&text).map_err(|fault| Fault::Words(text, fault))?,
        basis: match basis.trim().is_empty() {
            true => None,
            false => Some(line(&basis)?),
        },
        also,
    };
    Ok(written.masked(on))
}

fn proposal(language: Language, desk: &Desk, matter: Option<&Matter>, result: bool) -> Draft {
    let world = desk.world();
    match matter {
        Some(matter) if result => {
            let done = desk.finished_tasks().unwrap_or_default();
            results::draft_result(language, (world, desk.today()), matter, &done)
        }
        Some(matter) => say::draft_matter(language, world, matter, desk.today()),
        None => Draft {
            title: String::new(),
            text: String::new(),
            basis: String::new(),
            affairs: Affairs::Village,
            kind: NoticeKind::Disclosure,
        },
    }
}

/// Returns the boards that do not have the decision on a matter.
fn lacking(desk: &Desk, matter: Option<&Matter>) -> Result<Vec<Board>, Fault> {
    let missing = desk.missing_postings()?.into_iter();
    let mut found = missing.filter_map(|it| match it.what {
        Lacks::Matter { matter: of, boards } if matter.is_some_and(|it| it.id == of) => {
            Some(boards)
        }
        _ => None,
    });
    match (found.next(), matter) {
        (Some(boards), _) => Ok(boards),
        // It may be drafted before its turn.
        (None, Some(matter)) => {
            let settled = desk.settled_postings_of(&matter.id)?;
            Ok(without(desk.world(), matter, desk.today(), &settled))
        }
        (None, None) => Ok(Vec::new()),
    }
}

/// Returns the board of a village's name, or that of the area.
pub(super) fn board(world: &World, given: &str) -> Result<Board, Fault> {
    match given.trim() {
        AREA => Ok(Board::Area),
        name => village(world, name).map(Board::Village),
    }
}

fn said<T: DeserializeOwned>(
    given: &Option<String>,
    option: &'static str,
    known: &'static str,
) -> Result<Option<T>, Fault> {
    let read = |word: &String| {
        serde_json::from_value(Value::String(word.clone())).map_err(|_| Fault::Answer {
            option,
            given: word.clone(),
            known,
        })
    };
    given.as_ref().map(read).transpose()
}

pub(super) fn line(given: &str) -> Result<Line, Fault> {
    Line::new(given).map_err(|fault| Fault::Words(given.to_owned(), fault))
}
