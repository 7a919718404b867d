//! How the boards are drawn: in groups, the selected one with its text below.

use super::{Entry, Grouping, Row, State};
use crate::domain::World;
use crate::domain::board::calendar::Lacks;
use crate::domain::board::{Board, Light, Next, Posting};
use crate::i18n::{
    Language, board_order, board_overdue, board_screen as words, boards, consents, paths, terms,
    waiting,
};
use crate::tui::action::key_of;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::groups::{self, Groups};
use crate::tui::widgets::list::{self, Column};
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The width from which kind and affairs have a column of their own.
const WITH_KIND: u16 = 76;

/// The cells of the column of the board.
const BOARD: u16 = 18;

/// The cells a title keeps whatever stands beside it.
const TITLE: u16 = 32;

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        self.lay_out(desk, language);
        let (world, today) = (desk.world(), desk.today());
        let summary = self.summary(language, world);
        if self.laid.lines.is_empty() {
            let empty = if self.filter.is_empty() {
                words::empty(language, key_of("boards.new"))
            } else {
                words::empty_found(language, self.filter.clone(), key_of("boards.find"))
            };
            return groups::draw_empty(area, buf, glance.theme, &summary, &empty);
        }
        let mut listing = self.rows.taken();
        let marked = |entry: &Entry| match &entry.row {
            Row::Posting(id) => self.marked.contains(id),
            Row::Missing(_) => false,
        };
        let list = Groups {
            summary: &summary,
            lines: &self.laid.lines,
            columns: columns(language, area.width, (self.laid.title, self.laid.next)),
            marked: (!self.marked.is_empty()).then_some(marked),
            row: |entry: &Entry| {
                let cells = self.cells(language, world, entry, today, area.width);
                Some(list::Row::new(cells).role(role(entry.light)))
            },
            below: groups::a_third,
            detail: |entry: &Entry, _| self.detail(language, world, entry, today, area.width),
        };
        let caret = list.draw(area, buf, glance.theme, &mut listing);
        self.rows.given_back(listing);
        caret
    }

    fn summary(&self, language: Language, world: &World) -> String {
        let laid = &self.laid;
        let mut said = words::summary(
            language,
            laid.hanging,
            laid.drafts,
            laid.over,
            laid.missing,
            laid.asked,
        );
        if self.grouping != Grouping::default() {
            said = words::summary_of(language, said, self.grouping.name(language));
        }
        let matter = self.matter.as_ref().and_then(|id| world.matters.get(id));
        if let Some(matter) = matter {
            said = words::summary_of(language, said, matter.intake.title.as_str());
        }
        if !self.marked.is_empty() {
            said = words::summary_marked(language, said, self.marked.len());
        }
        if self.filter.is_empty() {
            said
        } else {
            words::summary_found(language, said, self.filter.clone())
        }
    }

    fn cells(
        &self,
        language: Language,
        world: &World,
        Entry { row, day, .. }: &Entry,
        today: NaiveDate,
        width: u16,
    ) -> Vec<String> {
        let mut cells = Vec::new();
        let posting = match row {
            Row::Posting(id) => self.known(world, id),
            Row::Missing(_) => None,
        };
        match (row, posting) {
            (Row::Posting(_), Some(posting)) => {
                let again = posting.again.as_ref().map(|_| words::again_mark(language));
                cells.push(format!("{}{}", again.unwrap_or_default(), posting.title()));
                cells.push(boards::board(language, world, &posting.board));
                if width >= WITH_KIND {
                    cells.push(boards::kind(language, posting.kind).to_owned());
                }
                let next = boards::next_as_it_stands(language, world, posting, today);
                cells.push(next);
            }
            (Row::Missing(what), _) => {
                cells.push(boards::lacks(language, world, what));
                let board = super::board_of(what);
                let board = board.map(|board| boards::board(language, world, &board));
                cells.push(board.unwrap_or_default());
                if width >= WITH_KIND {
                    cells.push(words::missing_mark(language).to_owned());
                }
                let by = day.map(|by| terms::column_day(language, by, today));
                cells.push(words::next_up(language, by.unwrap_or_default()));
            }
            (Row::Posting(_), None) => {}
        }
        cells
    }

    /// Says one in full: the facts, then as much of its text as there is room for.
    fn detail(
        &self,
        language: Language,
        world: &World,
        Entry { row, day, .. }: &Entry,
        today: NaiveDate,
        width: u16,
    ) -> Vec<String> {
        match row {
            Row::Posting(id) => match self.known(world, id) {
                Some(posting) => posting_detail(language, world, posting, today, width),
                None => Vec::new(),
            },
            Row::Missing(what) => {
                let by = day.map(|by| terms::short_date(language, by, today));
                let said = match what {
                    Lacks::Overdue { .. } => boards::lacks_there(language, world, what),
                    _ => boards::lacks(language, world, what),
                };
                let names = match what {
                    Lacks::Matter { boards: all, .. } | Lacks::Motion { boards: all, .. } => {
                        let names = all
                            .iter()
                            .map(|board| boards::board(language, world, board));
                        let names: Vec<String> = names.collect();
                        terms::list(language, names.iter().map(String::as_str))
                    }
                    Lacks::Regular { village, .. } | Lacks::Overdue { village, .. } => {
                        boards::board(language, world, &Board::Village(village.clone()))
                    }
                };
                let (by, key) = (by.unwrap_or_default(), key_of("boards.draft"));
                let how = match what {
                    Lacks::Overdue { .. } => {
                        let drop = key_of("boards.drop");
                        board_overdue::detail(language, names, by, key, drop)
                    }
                    _ => words::detail_missing(language, names, by, key),
                };
                let mut said = vec![text::fit(&said, width)];
                said.extend(text::wrap(&how, width));
                said
            }
        }
    }
}

fn posting_detail(
    language: Language,
    world: &World,
    posting: &Posting,
    today: NaiveDate,
    width: u16,
) -> Vec<String> {
    let mut said = vec![text::fit(posting.title(), width)];
    said.push(words::detail(
        language,
        boards::kind(language, posting.kind),
        boards::affairs(language, posting.affairs),
        boards::board(language, world, &posting.board),
        boards::next_as_it_stands(language, world, posting, today),
    ));
    if let Some(why) = posting.no_longer_so(world, today) {
        let keys = (key_of("boards.down"), key_of("boards.draft"));
        let words = boards::no_longer_so(language, world, &why, (&keys.0, &keys.1));
        said.extend(text::wrap(&words, width));
    }
    let matter = posting.matter.as_ref().and_then(|id| world.matters.get(id));
    let old = matter.and_then(|it| Some((it, posting.names_old_share(it)?)));
    if let Some((matter, village)) = old {
        let words = words::detail_old_share(
            language,
            terms::village(language, world, Some(village)),
            matter.contribution_of(village).to_yuan(),
            key_of("boards.draft"),
        );
        said.extend(text::wrap(&words, width));
    }
    if let Some(words) = old_consent(language, world, posting, today) {
        said.extend(text::wrap(&words, width));
    }
    let untold = matter.and_then(|it| posting.untold_review(it));
    if let Some(step) = untold {
        let (step, key) = (paths::name(language, step), key_of("boards.draft"));
        let words = board_order::detail_old_review(language, step, key);
        said.extend(text::wrap(&words, width));
    }
    let waits = posting.waits_for(world, today);
    let may = || {
        posting
            .awaits(world, today)
            .filter(|_| matches!(posting.next(), Next::PutUp(_)))
    };
    if let Some(waits) = waits {
        said.extend(text::wrap(&waiting::whole(language, &waits), width));
    } else if let Some(why) = may() {
        said.extend(text::wrap(&boards::refused(language, &why), width));
    }
    if let Some(warned) = super::nowhere_to_object(language, world, posting.kind) {
        said.extend(text::wrap(&warned, width));
    }
    let mut facts = vec![words::detail_version(language, posting.wordings.len())];
    if !posting.objections.is_empty() {
        let waiting = posting.objections.iter().filter(|it| it.reply.is_none());
        let (all, waiting) = (posting.objections.len(), waiting.count());
        facts.push(words::detail_objections(language, all, waiting));
    }
    if let Some(photo) = &posting.photo {
        facts.push(words::detail_photo(language, photo.as_str()));
    }
    said.push(facts.join(" · "));
    if let Some(wording) = posting.wording() {
        said.extend(text::wrap(wording.text.as_str(), width));
    }
    said
}

/// Says of which village a text tells what is no longer so, and how it is worded anew.
pub(super) fn old_consent(
    language: Language,
    world: &World,
    posting: &Posting,
    today: NaiveDate,
) -> Option<String> {
    let village = consents::old_consent(world, posting, today)?;
    let village = terms::village(language, world, Some(&village));
    let key = key_of("boards.draft");
    Some(words::detail_old_consent(language, village, key))
}

const fn role(light: Light) -> Role {
    match light {
        Light::Late | Light::Void => Role::Bad,
        Light::Due | Light::Over => Role::Warn,
        Light::Waits | Light::Hangs => Role::Normal,
        Light::Settled => Role::Muted,
    }
}

/// Lays the columns out; what is next is said in more letters in English, and so is the kind. What waits for a step
/// takes as much as it says, as long as the title keeps its room; where the window is wide the title takes no more than
/// the longest of them, so that the eye finds the board beside it.
fn columns(language: Language, width: u16, (title, says): (u16, u16)) -> Vec<Column> {
    let (kind, next) = match language {
        Language::Zh => (4, 18),
        Language::En => (10, 20),
    };
    let whole = title.max(TITLE);
    let rest = BOARD + kind + next.max(says) + 6;
    let title = match whole.saturating_add(rest) <= width {
        true if width >= WITH_KIND => Column::Fixed(whole),
        _ => Column::Flex(1),
    };
    let mut columns = vec![title, Column::Fixed(BOARD)];
    if width >= WITH_KIND {
        columns.push(Column::Fixed(kind));
    }
    let room = width.saturating_sub(TITLE + BOARD + kind + 3);
    columns.push(Column::Fixed(next.max(says.min(room))));
    columns
}
