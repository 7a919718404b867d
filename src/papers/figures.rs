//! The report of a period and the lines of the ledgers as tables, for spreadsheets and for reading.

use crate::cells;
use crate::domain::World;
use crate::domain::ids::VillageId;
use crate::domain::register::fact::Unit;
use crate::domain::register::report::{self, Facts, Figured};
use crate::domain::register::{Column, Figure, LedgerLine, Period, Source};
use crate::exchange::grid::{Cell, Grid};
use crate::i18n::{Language, registers, report as words, terms};

/// The widest bar of a report that is read, in cells.
const BAR: usize = 12;

/// Makes the table of a report: a row a column, with what it is counted in, the period, to date or new, each
/// village, and where it comes from. With a village it is of that village alone.
#[must_use]
pub fn report(
    language: Language,
    world: &World,
    facts: &Facts,
    period: Period,
    village: Option<&VillageId>,
) -> Grid {
    let villages: Vec<&VillageId> = match village {
        Some(_) => Vec::new(),
        None => world
            .villages_in_order()
            .into_iter()
            .map(|it| &it.id)
            .collect(),
    };
    let name = terms::village(language, world, village);
    let mut head = vec![
        words::head_column(language).to_owned(),
        words::head_unit(language).to_owned(),
        format!("{} {name}", words::head_now(language)),
        words::head_beside(language).to_owned(),
    ];
    let names = villages.iter();
    head.extend(names.map(|id| terms::village(language, world, Some(id)).to_owned()));
    head.push(words::head_from(language).to_owned());
    let mut rows = vec![head.into_iter().map(Cell::text).collect()];
    for column in Column::ALL {
        let cell = facts.cell(column, period, village);
        let mut row = vec![
            Cell::text(registers::column(language, column)),
            Cell::text(registers::unit(language, column.unit())),
            figure(language, column, &cell, |it| it.now),
            figure(language, column, &cell, |it| it.beside),
        ];
        for village in &villages {
            let cell = facts.cell(column, period, Some(village));
            row.push(figure(language, column, &cell, |it| it.now));
        }
        row.push(Cell::text(registers::room(language, column.room())));
        rows.push(row);
    }
    unheaped(Grid {
        name: words::sheet_figures(language).to_owned(),
        head: heading(language, world, title(language, world, period), village),
        rows,
        foot: foot(language, facts, period),
    })
}

/// Returns a table with no more marks on a letter than are drawn: whoever opens it has no screen of this program between.
fn unheaped(mut grid: Grid) -> Grid {
    let words = grid.rows.iter_mut().flatten();
    let words = words.filter_map(|cell| match cell {
        Cell::Text(words) => Some(words),
        _ => None,
    });
    for text in words.chain([&mut grid.head]).chain(&mut grid.foot) {
        *text = cells::unstacked(text).into_owned();
    }
    grid
}

/// Returns what the report of a period is called.
fn title(language: Language, world: &World, period: Period) -> String {
    let committee = world.committee.as_deref();
    let committee = committee.map(|it| it.name.to_string()).unwrap_or_default();
    words::paper_title(language, committee, registers::period(language, period))
}

/// Says at the top of a paper whose it is and of when, of which village, and whether all of it is invented.
fn heading(
    language: Language,
    world: &World,
    title: String,
    village: Option<&VillageId>,
) -> String {
    let title = format!("{title} · {}", terms::village(language, world, village));
    let committee = world.committee.as_deref();
    if committee.is_some_and(|it| it.sample) {
        words::paper_sample(language, title)
    } else {
        title
    }
}

/// Names the file of a report, without its ending.
#[must_use]
pub fn file_name(
    language: Language,
    world: &World,
    period: Period,
    village: Option<&VillageId>,
) -> String {
    let name = format!("{period} {}", words::sheet_figures(language));
    match village {
        Some(_) => format!("{name} {}", terms::village(language, world, village)),
        None => name,
    }
}

/// Returns what is to be known of a report.
#[must_use]
pub fn foot(language: Language, facts: &Facts, period: Period) -> Vec<String> {
    let so_far = facts.so_far(period);
    let so_far = so_far.map(|day| words::foot_so_far(language, terms::date(language, day)));
    let always = [
        words::foot_beside(language),
        words::foot_villages(language),
        words::foot_not_kept(language),
    ];
    let always = always.map(ToOwned::to_owned);
    so_far.into_iter().chain(always).collect()
}

fn figure(
    language: Language,
    column: Column,
    cell: &report::Cell,
    of: impl Fn(&Figured) -> u64,
) -> Cell {
    match cell {
        report::Cell::NotKept => Cell::text(words::not_kept(language)),
        report::Cell::OfAllOnly => Cell::text(words::not_by_village(language)),
        report::Cell::Figured(figured) => match column.unit() {
            Unit::Money => Cell::Money(of(figured)),
            _ => Cell::Count(of(figured)),
        },
    }
}

/// Makes the table of lines of the ledgers. What each village has of a sum stands in a column of its own,
/// so that a spreadsheet can add it up.
#[must_use]
pub fn lines(
    language: Language,
    world: &World,
    lines: &[LedgerLine],
    period: Period,
    village: Option<&VillageId>,
) -> Grid {
    let committee = world.committee.as_deref();
    let committee = committee.map(|it| it.name.to_string()).unwrap_or_default();
    let title = words::paper_ledgers(language, committee, registers::period(language, period));
    let mut head: Vec<String> = [
        words::head_kind(language),
        words::head_day(language),
        words::head_what(language),
        words::head_villages(language),
        words::head_person(language),
        words::head_amount(language),
    ]
    .map(ToOwned::to_owned)
    .into();
    let villages = world.villages_in_order();
    let shares = villages.iter();
    head.extend(shares.map(|it| words::head_share(language, it.name.as_str())));
    head.extend(Figure::ALL.map(|figure| registers::figure(language, figure).to_owned()));
    let last = [
        words::head_until(language),
        words::head_note(language),
        words::head_source(language),
    ];
    head.extend(last.map(ToOwned::to_owned));
    let mut rows = vec![head.into_iter().map(Cell::text).collect()];
    rows.extend(lines.iter().map(|line| row(language, world, line)));
    unheaped(Grid {
        name: words::sheet_lines(language).to_owned(),
        head: heading(language, world, title, village),
        rows,
        foot: Vec::new(),
    })
}

fn row(language: Language, world: &World, line: &LedgerLine) -> Vec<Cell> {
    let words_of = |words: Option<String>| words.map_or(Cell::Empty, Cell::Text);
    let mut row = vec![
        Cell::text(registers::kind(language, line.kind)),
        Cell::Day(line.on),
        Cell::text(line.what.as_str()),
        Cell::text(villages(language, world, &line.villages)),
        words_of(line.person.as_ref().map(ToString::to_string)),
        line.amount.map_or(Cell::Empty, |it| Cell::Money(it.0)),
    ];
    row.extend(world.villages_in_order().into_iter().map(|village| {
        let shares = line.shares.iter();
        let own = shares.filter(|share| share.village == village.id);
        let own = own.map(|share| share.amount.0).reduce(u64::saturating_add);
        own.map_or(Cell::Empty, Cell::Money)
    }));
    row.extend(Figure::ALL.map(|figure| match line.figures.get(&figure) {
        Some(value) if figure.is_money() => Cell::Money(*value),
        Some(value) => Cell::Count(*value),
        None => Cell::Empty,
    }));
    row.extend([
        line.until.map_or(Cell::Empty, Cell::Day),
        words_of(line.note.as_ref().map(ToString::to_string)),
        words_of(source(language, line).map(ToOwned::to_owned)),
    ]);
    row
}

/// Says where a line comes from; `None` where it was typed.
#[must_use]
pub fn source(language: Language, line: &LedgerLine) -> Option<&'static str> {
    line.source.as_ref().map(|source| match source {
        Source::Matter(_) => words::from_matters(language),
        Source::Task(_) => words::from_tasks(language),
    })
}

/// Names villages in the order of lists; the whole area where none is named.
#[must_use]
pub fn villages(language: Language, world: &World, villages: &[VillageId]) -> String {
    if villages.is_empty() {
        return words::all(language).to_owned();
    }
    let known = world.villages_in_order().into_iter();
    let known = known.map(|village| &village.id);
    let known: Vec<&VillageId> = known.filter(|id| villages.contains(id)).collect();
    let names: Vec<&str> = known
        .into_iter()
        .map(|id| terms::village(language, world, Some(id)))
        .collect();
    names.join(words::between(language))
}

/// Writes a report to be read: columns measured in cells, each figure with a bar beside the periods
/// before, the latest last.
#[must_use]
pub fn plain(
    language: Language,
    world: &World,
    facts: &Facts,
    period: Period,
    village: Option<&VillageId>,
) -> String {
    let report = facts.report(period, village);
    let title = title(language, world, period);
    let mut text = format!("{}\n\n", heading(language, world, title, village));
    let mut rows = vec![[
        words::head_column(language).to_owned(),
        words::head_now(language).to_owned(),
        words::head_unit(language).to_owned(),
        words::head_beside(language).to_owned(),
        words::head_trend(language).to_owned(),
    ]];
    for (column, cell) in &report.rows {
        let unit = column.unit();
        let (now, beside, trend) = match cell {
            report::Cell::NotKept => (
                words::not_kept(language).to_owned(),
                String::new(),
                String::new(),
            ),
            report::Cell::OfAllOnly => (
                words::not_by_village(language).to_owned(),
                String::new(),
                String::new(),
            ),
            report::Cell::Figured(figured) => (
                registers::value(unit, figured.now),
                registers::value(unit, figured.beside),
                trend(figured),
            ),
        };
        rows.push([
            registers::column(language, *column).to_owned(),
            now,
            registers::unit(language, unit).to_owned(),
            beside,
            trend,
        ]);
    }
    let widest = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at));
        cells.map(|words| cells::width(words)).max().unwrap_or(0)
    };
    let (first, second, third, fourth) = (widest(0), widest(1), widest(2), widest(3));
    for [column, now, unit, beside, trend] in &rows {
        let line = format!(
            "{}  {}{now}  {}  {}{beside}  {trend}",
            cells::pad(column, first),
            " ".repeat(second.saturating_sub(cells::width(now))),
            cells::pad(unit, third),
            " ".repeat(fourth.saturating_sub(cells::width(beside))),
        );
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text.push('\n');
    for words in foot(language, facts, period) {
        text.push_str(&words);
        text.push('\n');
    }
    text
}

/// Draws the figure of a period beside the largest of its trend.
fn trend(figured: &Figured) -> String {
    let largest = figured.trend.iter().copied().max().unwrap_or(0);
    let cells = u16::try_from(BAR).unwrap_or(0);
    "#".repeat(usize::from(report::bar(figured.now, largest, cells)))
}
