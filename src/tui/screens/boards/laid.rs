//! The list laid out, anew only when something that it was laid out from is another.

use super::{Entry, Grouping, Row, State};
use crate::desk::Desk;
use crate::domain::board::Next;
use crate::domain::ids::PostingId;
use crate::i18n::{Language, board_screen as words, boards, terms};
use crate::tui::text;
use crate::tui::widgets::groups::Line;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What the list is laid out from.
#[derive(Debug, PartialEq, Eq)]
struct From {
    revision: u64,
    today: NaiveDate,
    language: Language,
    grouping: Grouping,
    with_settled: bool,
    filter: String,
}

/// The list laid out.
#[derive(Debug, Default)]
pub(super) struct Laid {
    from: Option<From>,
    /// Its lines.
    pub(super) lines: Vec<Line<Entry>>,
    /// How many hang, wait to be put up, may come down, are missing and wait for an answer.
    pub(super) hanging: usize,
    pub(super) drafts: usize,
    pub(super) over: usize,
    pub(super) missing: usize,
    pub(super) asked: usize,
    /// How many cells what is next takes at most, of those that are to be put up.
    pub(super) next: u16,
    /// How many cells the longest title takes.
    pub(super) title: u16,
}

impl State {
    /// Lays the list out, where it is not as it would be.
    pub(super) fn lay_out(&mut self, desk: &Desk, language: Language) {
        let from = From {
            revision: desk.revision(),
            today: desk.today(),
            language,
            grouping: self.grouping,
            with_settled: self.with_settled,
            filter: self.filter.clone(),
        };
        if self.laid.from.as_ref() == Some(&from) {
            self.rows.stay();
            return;
        }
        self.refresh(desk);
        let mut laid = self.laid_out(desk, language, from.today);
        laid.from = Some(from);
        let listed: BTreeSet<&PostingId> = entries(&laid.lines)
            .filter_map(|entry| posting(&entry.row))
            .collect();
        // What is not listed is not set unseen.
        self.marked.retain(|id| listed.contains(id));
        self.rows.settle(
            laid.lines
                .iter()
                .map(|line| line.entry().map(|entry| entry.row.clone()))
                .collect(),
        );
        self.laid = laid;
    }

    fn laid_out(&self, desk: &Desk, language: Language, today: NaiveDate) -> Laid {
        let world = desk.world();
        let entries = self.listed(language, world, today);
        let mut laid = Laid::default();
        for entry in &entries {
            let posting = match &entry.row {
                Row::Missing(what) => {
                    laid.missing += what.boards();
                    let what = boards::lacks(language, world, what);
                    laid.title = laid.title.max(text::width(&what));
                    continue;
                }
                Row::Posting(id) => self.known(world, id),
            };
            let Some(posting) = posting else { continue };
            let again = posting.again.as_ref();
            let again = again.map_or(0, |_| text::width(words::again_mark(language)));
            let title = text::width(posting.title()).saturating_add(again);
            laid.title = laid.title.max(title);
            laid.hanging += usize::from(posting.hangs());
            match posting.next_on(today) {
                Next::PutUp(_) => {
                    laid.drafts += 1;
                    let next = boards::next_as_it_stands(language, world, posting, today);
                    laid.next = laid.next.max(text::width(&next));
                }
                Next::Answer(_) => laid.asked += 1,
                Next::TakeDown(_) => laid.over += 1,
                Next::Hangs(_) | Next::Nothing => {}
            }
        }
        let named: Vec<(String, Entry)> = entries
            .into_iter()
            .map(|entry| (self.header(desk, language, &entry), entry))
            .collect();
        for together in named.chunk_by(|one, other| one.0 == other.0) {
            let name = together.first().map_or("", |(name, _)| name.as_str());
            let header = words::group(language, name, together.len());
            laid.lines.push(Line::Header(header));
            let entries = together.iter().map(|(_, entry)| Line::Entry(entry.clone()));
            laid.lines.extend(entries);
        }
        laid
    }

    fn header(&self, desk: &Desk, language: Language, entry: &Entry) -> String {
        match (self.grouping, &entry.board, entry.day) {
            (Grouping::Board, Some(board), _) => boards::board(language, desk.world(), board),
            (Grouping::Day, _, Some(day)) => terms::date(language, day),
            (Grouping::Day, _, None) => words::day_undated(language).to_owned(),
            (Grouping::Board, None, _) | (Grouping::Light, _, _) => {
                boards::light(language, entry.light).to_owned()
            }
        }
    }
}

/// Returns the posting of a row; what is missing is none.
const fn posting(row: &Row) -> Option<&PostingId> {
    match row {
        Row::Posting(id) => Some(id),
        Row::Missing(_) => None,
    }
}

fn entries(lines: &[Line<Entry>]) -> impl Iterator<Item = &Entry> {
    lines.iter().filter_map(Line::entry)
}
