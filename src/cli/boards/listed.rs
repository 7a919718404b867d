//! The list of the boards: a row for each posting and for each board on which something is missing, its columns as wide as
//! what stands in them.

use super::super::fault::Fault;
use super::super::tasks::numbered;
use crate::cells::{pad, width};
use crate::desk::Desk;
use crate::domain::board::calendar::{Lacks, Missing};
use crate::domain::board::{Board, Light, Posting};
use crate::i18n::{Language, board_cli as words, boards as say, terms};

/// What stands in the columns of a row, with what it is put in order by.
pub(super) type Row = (Light, [String; 4]);

/// Lays the rows out: no column takes more room than the widest of it, and the last ends the line.
pub(super) fn laid(rows: &[Row]) -> String {
    let widest = |column: fn(&[String; 4]) -> &String| {
        let cells = rows.iter().map(|(_, row)| width(column(row)));
        cells.max().unwrap_or(0)
    };
    let (light, board, next) = (
        widest(|[light, ..]| light),
        widest(|[_, board, ..]| board),
        widest(|[_, _, next, _]| next),
    );
    let line = |(_, [is, on, then, what]): &Row| {
        format!(
            "{}  {}  {}  {what}\n",
            pad(is, light),
            pad(on, board),
            pad(then, next)
        )
    };
    rows.iter().map(line).collect()
}

/// Returns a line for each posting, with what it is put in order by.
pub(super) fn postings(
    language: Language,
    desk: &Desk,
    wanted: impl Fn(Light) -> bool,
) -> Vec<Row> {
    let (world, today) = (desk.world(), desk.today());
    let open = world.postings.values().map(AsRef::as_ref);
    let lit = open.map(|posting| (posting.light_as_it_stands(world, today), posting));
    let wanted = lit.filter(|(light, _)| wanted(*light));
    let row = |light: Light, posting: &Posting| {
        let light = say::light(language, light);
        let board = say::board(language, world, &posting.board);
        let next = say::next_as_it_stands(language, world, posting, today);
        let number = numbered(language, desk, posting.matter.as_ref());
        let what = match number.is_empty() {
            true => posting.title().to_owned(),
            false => format!("{number}  {}", posting.title()),
        };
        [light.to_owned(), board, next, what]
    };
    wanted.map(|(light, it)| (light, row(light, it))).collect()
}

/// Returns a line for each board on which something is missing, with what it is put in order by.
pub(super) fn missing(
    language: Language,
    desk: &Desk,
    wanted: impl Fn(Light) -> bool,
) -> Result<Vec<Row>, Fault> {
    let (world, today) = (desk.world(), desk.today());
    let missing = desk.missing_postings()?;
    let each = missing.iter().flat_map(|it| it.each_board(world, today));
    let wanted = each.filter(|it| wanted(it.light(today)));
    let row = |it: &Missing| {
        let light = say::light(language, it.light(today));
        let (board, matter) = match &it.what {
            Lacks::Regular { village, .. } | Lacks::Overdue { village, .. } => {
                (Some(Board::Village(village.clone())), None)
            }
            Lacks::Matter { matter, boards } => (boards.first().cloned(), Some(matter)),
            Lacks::Motion { boards, .. } => (boards.first().cloned(), None),
        };
        let board = board.map(|board| say::board(language, world, &board));
        let by = words::by(language, terms::short_date(language, it.by, today));
        let what = say::lacks_there(language, world, &it.what);
        let number = numbered(language, desk, matter);
        let what = match number.is_empty() {
            true => what,
            false => format!("{number}  {what}"),
        };
        [light.to_owned(), board.unwrap_or_default(), by, what]
    };
    Ok(wanted.map(|it| (it.light(today), row(&it))).collect())
}
