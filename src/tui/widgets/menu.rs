//! A menu one filters by typing: help, the palette, and what can be done with a row.

use super::list::{self, Column, Lines, Listing, Row};
use super::popup;
use crate::tui::caret::Caret;
use crate::tui::find::{Sought, rank_ready};
use crate::tui::input::{Code, Key, fold_text};
use crate::tui::text;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// One thing that can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is called on the screen.
    pub label: String,
    /// The key that does it directly, shown so that it is learned; may be empty.
    pub key: String,
    /// More words it is found by, such as its name in the other language.
    pub also: String,
    /// The header it stands under; entries of a group stand together.
    pub group: String,
    /// Why it cannot be done now, with the next step, if so.
    pub enabled: Result<(), String>,
}

/// What a key did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MenuEvent {
    /// The menu goes on.
    None,
    /// Do the entry of this index.
    Run(usize),
    /// The entry of this index was chosen and cannot be done now; its reason is in the entry.
    Refused(usize),
    /// The fixed help row was chosen.
    Help,
    /// Close the menu.
    Cancel,
}

/// A menu with its filter and selection.
#[derive(Debug, Clone)]
pub struct Menu {
    title: String,
    entries: Vec<Entry>,
    /// What each entry is found by.
    sought: Vec<Sought>,
    /// The cells of the longest label and of the longest key.
    widest: (u16, u16),
    help: Option<String>,
    listing: Listing,
    shown: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Line {
    Group(String),
    Entry(usize),
    Help,
}

impl Menu {
    /// Makes a menu.
    #[must_use]
    pub fn new(title: &str, entries: Vec<Entry>) -> Self {
        let found_by = |it: &Entry| Sought::new(&[&*it.label, &it.also, &it.key].join(" "));
        let mut menu = Self {
            title: title.to_owned(),
            sought: entries.iter().map(found_by).collect(),
            widest: widest(&entries),
            entries,
            help: None,
            listing: Listing::default(),
            shown: Vec::new(),
        };
        menu.show();
        menu
    }

    /// Gives the menu a last row for help that is there whatever is typed.
    pub fn ends_with(&mut self, help: &str) {
        self.help = Some(help.to_owned());
        self.show();
    }

    /// Gives an entry, for the words of a refusal.
    #[must_use]
    pub fn entry(&self, index: usize) -> Option<&Entry> {
        self.entries.get(index)
    }

    /// Stands on the row another menu of as many rows stands on, where nothing narrows that one.
    pub fn stand_as(&mut self, other: &Self) {
        if self.shown.len() == other.shown.len() && other.listing.filter.is_empty() {
            self.listing.selected = other.listing.selected;
            self.listing.offset = other.listing.offset;
        }
    }

    /// Gives what has been typed.
    #[must_use]
    pub fn filter(&self) -> &str {
        &self.listing.filter
    }

    /// Takes a key. Whatever is typed narrows the menu at once, by text, pinyin, the other language or the key's name;
    /// digits too, so only Enter ever runs anything.
    pub fn key(&mut self, key: Key) -> MenuEvent {
        let shown = &self.shown;
        let can = |i: usize| !matches!(shown.get(i), None | Some(Line::Group(_)));
        if self.listing.key(key, shown.len(), can) {
            return MenuEvent::None;
        }
        match key.code {
            Code::Enter => self.run(),
            Code::Esc if self.listing.filter.is_empty() => MenuEvent::Cancel,
            Code::Esc => {
                self.listing.filter.clear();
                self.narrow();
                MenuEvent::None
            }
            _ => {
                if self.listing.type_filter(key) {
                    self.narrow();
                }
                MenuEvent::None
            }
        }
    }

    /// Takes pasted text or a burst, which can only narrow the menu.
    pub fn paste(&mut self, text: &str) {
        let line = text.lines().next().unwrap_or_default();
        self.listing.filter.push_str(line);
        self.narrow();
    }

    fn run(&self) -> MenuEvent {
        match self.shown.get(self.listing.selected) {
            Some(Line::Help) => MenuEvent::Help,
            Some(Line::Entry(i)) => match self.entries.get(*i).map(|e| &e.enabled) {
                Some(Ok(())) => MenuEvent::Run(*i),
                Some(Err(_)) => MenuEvent::Refused(*i),
                None => MenuEvent::None,
            },
            _ => MenuEvent::None,
        }
    }

    fn narrow(&mut self) {
        self.listing.selected = 0;
        self.listing.offset = 0;
        self.show();
    }

    fn show(&mut self) {
        self.shown = if self.listing.filter.trim().is_empty() {
            self.grouped()
        } else {
            self.found().into_iter().map(Line::Entry).collect()
        };
        if self.help.is_some() {
            self.shown.push(Line::Help);
        }
        let shown = &self.shown;
        self.listing.settle(shown.len(), |i| {
            !matches!(shown.get(i), Some(Line::Group(_)))
        });
    }

    fn grouped(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut group = "";
        for (i, entry) in self.entries.iter().enumerate() {
            if entry.group != group {
                group = &entry.group;
                lines.push(Line::Group(group.to_owned()));
            }
            lines.push(Line::Entry(i));
        }
        lines
    }

    /// Gives the entries found, one whose key is exactly what was typed first.
    fn found(&self) -> Vec<usize> {
        let typed = fold_text(self.listing.filter.trim());
        let mut found = rank_ready(&typed, &self.sought);
        found.sort_by_key(|i| {
            !self
                .entries
                .get(*i)
                .is_some_and(|e| e.key.eq_ignore_ascii_case(&typed))
        });
        found
    }

    /// Gives the size the menu would like, borders included.
    #[must_use]
    pub fn wanted(&self) -> (u16, u16) {
        const GAPS: u16 = 10;
        let (label, key) = self.widest;
        let width = label.saturating_add(key).saturating_add(GAPS);
        let rows = u16::try_from(self.shown.len()).unwrap_or(u16::MAX);
        (width, rows.saturating_add(4))
    }

    /// Says whether nothing is left of it by what was typed.
    #[must_use]
    pub fn finds_nothing(&self) -> bool {
        self.shown.is_empty()
    }

    /// Draws the menu as a box over `area`: what is typed on top, the rows, and below them the reason of a selected
    /// entry that cannot be done now. While something is typed the caret stands behind it, so that an input method
    /// composes there; else on the selected row.
    pub fn draw(&mut self, area: Rect, buf: &mut Buffer, theme: Theme) -> Caret {
        let inner = popup::boxed(area, buf, &self.title, theme);
        if inner.is_empty() {
            return Caret::block(area.x, area.y).within(area.intersection(buf.area));
        }
        let (filter, reason) = (u16::from(inner.height > 2), u16::from(inner.height > 3));
        let rows_at = Rect::new(
            inner.x,
            inner.y + filter,
            inner.width,
            inner.height - filter - reason,
        );
        let key = self.widest.1.min(inner.width / 3);
        let columns = [Column::Flex(1), Column::Number(key)];
        let (shown, entries, help) = (&self.shown, &self.entries, self.help.as_deref());
        let lines = Lines {
            count: shown.len(),
            header: |at: usize| matches!(shown.get(at), None | Some(Line::Group(_))),
            row: |at: usize| shown.get(at).map(|line| row(line, entries, help)),
        };
        let listing = &mut self.listing;
        let mut caret = list::draw_lines(rows_at, buf, theme, &columns, &lines, listing);
        if filter > 0 {
            let shown = text::tail(&self.listing.filter, inner.width.saturating_sub(3));
            let style = theme.style(Role::Key);
            let x = text::put(buf, inner.x, inner.y, 2, "▸ ", style);
            let end = text::put(
                buf,
                x,
                inner.y,
                inner.width.saturating_sub(2),
                shown,
                theme.style(Role::FieldActive),
            );
            if !self.listing.filter.is_empty() {
                caret = Caret::bar(end, inner.y).within(inner);
            }
        }
        if reason > 0
            && let Some(Line::Entry(i)) = self.shown.get(self.listing.selected)
            && let Some(Err(why)) = self.entries.get(*i).map(|e| &e.enabled)
        {
            let y = inner.bottom() - 1;
            text::put(buf, inner.x, y, inner.width, why, theme.style(Role::Warn));
        }
        caret
    }
}

fn row(line: &Line, entries: &[Entry], help: Option<&str>) -> Row {
    match line {
        Line::Group(label) => Row::header(label),
        Line::Help => Row::new(vec![help.unwrap_or_default().to_owned()]).role(Role::Key),
        Line::Entry(i) => {
            let Some(entry) = entries.get(*i) else {
                return Row::header("");
            };
            let role = match entry.enabled {
                Ok(()) => Role::Normal,
                Err(_) => Role::Muted,
            };
            Row::new(vec![entry.label.clone(), entry.key.clone()]).role(role)
        }
    }
}

fn widest(entries: &[Entry]) -> (u16, u16) {
    let widest = |of: fn(&Entry) -> &str| {
        let widths = entries.iter().map(|entry| text::width(of(entry)));
        widths.max().unwrap_or(0)
    };
    (widest(|entry| &entry.label), widest(|entry| &entry.key))
}

#[cfg(test)]
#[path = "menu_tests.rs"]
mod tests;
