//! The sentences about a roster file: where, what, and what to do about it.

use super::{Language, roster_file as say};
use crate::domain::roster::Capacity;
use crate::exchange::roster::{Cause, Cleaned, Column, RowFault, Wording};

impl From<Language> for Wording {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh => Self::Chinese,
            Language::En => Self::English,
        }
    }
}

/// Says what is wrong with a roster file.
#[must_use]
pub fn sentence(language: Language, fault: &RowFault) -> String {
    let what = what(language, fault);
    match &fault.column {
        _ if is_of_file(&fault.cause) => what,
        Some(column) => say::at_cell(language, fault.line, column.as_str(), what),
        None => say::at_line(language, fault.line, what),
    }
}

/// Says that a cell was cleaned on its way in.
#[must_use]
pub fn cleaned(language: Language, cell: &Cleaned) -> String {
    say::cleaned(
        language,
        cell.line,
        cell.column.as_str(),
        cell.dropped,
        cell.value.as_str(),
    )
}

/// Says whether a line number would only mislead.
fn is_of_file(cause: &Cause) -> bool {
    matches!(
        cause,
        Cause::TooLarge { .. } | Cause::Workbook | Cause::CutUtf16 | Cause::Empty | Cause::NoLead
    )
}

fn what(language: Language, fault: &RowFault) -> String {
    let value = fault.value.as_str();
    let wording = Wording::from(language);
    let heading = |column: Column| column.heading(wording);
    let (yes, no) = (wording.answer(true), wording.answer(false));
    match &fault.cause {
        Cause::TooLarge { most } => say::too_large(language, most / 1_000_000),
        Cause::Workbook => say::workbook(language).into(),
        Cause::NotUtf8 => say::not_utf8(language).into(),
        Cause::CutUtf16 => say::cut_utf16(language).into(),
        Cause::Empty => say::empty(language).into(),
        Cause::NoRows => say::no_rows(language).into(),
        Cause::NoHeader => say::no_header(language, headings(&Column::REQUIRED, language)),
        Cause::NotCommas => say::not_commas(language).into(),
        Cause::TooManyColumns { have, most } => say::too_many_columns(language, *have, *most),
        Cause::TooManyRows { most } => say::too_many_rows(language, *most),
        Cause::UnknownColumn => {
            say::unknown_column(language, value, headings(&Column::ALL, language))
        }
        Cause::DuplicateColumn { first } => say::duplicate_column(language, value, first.as_str()),
        Cause::MissingColumn { column } => say::missing_column(language, heading(*column)),
        Cause::Unclosed => say::unclosed(language, value),
        Cause::SpansLines => say::spans_lines(language).into(),
        Cause::HalfRow { have, need } => say::half_row(language, *have, *need),
        Cause::NoHeading => say::no_heading(language, value),
        Cause::Missing => say::missing(language).into(),
        Cause::TooLong { have, most } => say::too_long(language, *have, *most),
        Cause::NotADay => say::not_a_day(language, value),
        Cause::EndsBeforeItBegins { from } => say::ends_before(language, value, from.to_string()),
        Cause::UnknownCapacity => {
            let word = |capacity| wording.capacity(capacity);
            let (voting, observer) = (word(Capacity::Voting), word(Capacity::Observer));
            say::unknown_capacity(language, value, voting, observer)
        }
        Cause::NotYesOrNo => say::not_yes_or_no(language, value, yes, no),
        Cause::ObserverCounts => say::observer_counts(language, value),
        Cause::CountsTwice { line } => say::counts_twice(language, value, *line),
        Cause::SeatTwice { line } => say::seat_twice(language, value, *line),
        Cause::WhichPerson { people } => {
            say::which_person(language, *people, value, heading(Column::Ref))
        }
        Cause::RefOfAnother { name } => say::ref_of_another(language, value, name.as_str()),
        Cause::LooksLike { name } => say::looks_like(language, value, name.as_str()),
        Cause::VillageLeft { on } => say::village_left(language, value, on.to_string()),
        Cause::LeadOfArea => say::lead_of_area(language).into(),
        Cause::DayOfArea => say::day_of_area(language).into(),
        Cause::DayDisputed { line } => say::day_disputed(language, *line, value),
        Cause::LeftBeforeJoined { from } => {
            say::left_before_joined(language, value, from.to_string())
        }
        Cause::LeadDisputed { line } => say::lead_disputed(language, *line, value),
        Cause::TwoLeads { name } => say::two_leads(language, value, name.as_str()),
        Cause::NoLead => say::no_lead(language, yes, heading(Column::Lead)),
        Cause::ShortLine { have } => {
            say::short_line(language, *have, headings(&Column::REQUIRED, language))
        }
        Cause::LongLine { have } => {
            say::long_line(language, *have, headings(&Column::REQUIRED, language))
        }
        Cause::Misspelt { name } => say::misspelt(language, value, name.as_str()),
        Cause::NameTwice { line } => say::name_twice(language, value, *line),
        Cause::NameKnown { role } => say::name_known(language, value, role.as_str()),
    }
}

/// Lists headings as a person of that language does.
fn headings(columns: &[Column], language: Language) -> String {
    let headings: Vec<&str> = columns
        .iter()
        .map(|column| column.heading(language.into()))
        .collect();
    headings.join(match language {
        Language::Zh => "\u{3001}",
        Language::En => ", ",
    })
}
