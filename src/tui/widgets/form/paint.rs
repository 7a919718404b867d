//! Drawing a form: on a sheet as high as it needs, of which the part around the caret is shown.

use super::Form;
use super::field::{Field, Kind};
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The mark of a required field, in the column before its label.
const REQUIRED: &str = "*";

/// Stands where something has to be chosen.
const TO_CHOOSE: &str = "◂ ? ▸";

/// Stands where nothing is chosen, which will do.
const UNCHOSEN: &str = "◂ - ▸";

/// Cells between label and value.
const GAP: u16 = 2;

impl Form {
    /// Gives the rows the form needs at a width, for the size of its box.
    #[must_use]
    pub fn height(&self, width: u16) -> u16 {
        let value = width.saturating_sub(self.indent(width));
        let rows = (0..self.fields.len()).map(|i| self.rows_of(i, value));
        // a blank row and the last row
        rows.fold(2, u16::saturating_add)
    }

    /// Draws the form and gives the caret's cell: where the next character goes, or the mark or row in use.
    pub fn draw(&mut self, area: Rect, buf: &mut Buffer, theme: Theme) -> Caret {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return Caret::block(area.x, area.y);
        }
        let sheet_area = Rect::new(0, 0, area.width, self.height(area.width));
        let mut sheet = Buffer::empty(sheet_area);
        let caret = self.draw_sheet(&mut sheet, theme);
        let below = self.note_rows(self.at, area.width);
        self.scroll(caret.y, below, area.height, sheet_area.height);
        for (y, from) in (area.top()..area.bottom()).zip(self.offset..sheet_area.bottom()) {
            for x in 0..area.width {
                if let (Some(cell), Some(to)) =
                    (sheet.cell((x, from)), buf.cell_mut((area.x + x, y)))
                {
                    to.clone_from(cell);
                }
            }
        }
        Caret {
            x: area.x + caret.x,
            y: area.y + caret.y.saturating_sub(self.offset),
            shape: caret.shape,
        }
        .within(area)
    }

    /// Returns how many rows stand below what an area of so many cells shows of the form, as it was drawn last.
    #[must_use]
    pub fn below(&self, area: Rect) -> u16 {
        let seen = self.offset.saturating_add(area.height);
        self.height(area.width).saturating_sub(seen)
    }

    /// Keeps the caret in view, with the error or hint below it where there is room.
    fn scroll(&mut self, caret: u16, below: u16, height: u16, sheet: u16) {
        let below = match height {
            0..=2 => 0,
            _ => below.clamp(1, height - 1),
        };
        let least = (caret + 1 + below).min(sheet).saturating_sub(height);
        self.offset = self
            .offset
            .max(least)
            .min(caret)
            .min(sheet.saturating_sub(height));
    }

    /// Gives the column where values begin: behind the widest label, but never past two fifths of the width.
    fn indent(&self, width: u16) -> u16 {
        let seen = self.fields.iter().filter(|f| !f.hidden);
        let widest = seen.map(|f| text::width(&f.label)).max();
        let wanted = widest.unwrap_or(0).saturating_add(1 + GAP);
        wanted.min(width / 5 * 2)
    }

    /// Gives the line below a field: its error, else while it is in use its hint.
    fn note(&self, index: usize) -> Option<(Role, &str)> {
        let field = self.fields.get(index).filter(|field| !field.hidden)?;
        if let Some(error) = &field.error {
            return Some((Role::Bad, error));
        }
        (index == self.at && !field.hint.is_empty()).then_some((Role::Muted, field.hint.as_str()))
    }

    fn rows_of(&self, index: usize, value: u16) -> u16 {
        let note = self.note(index).map_or(0, |(_, words)| {
            u16::try_from(text::wrap(words, value.max(1)).len()).unwrap_or(1)
        });
        self.fields.get(index).map_or(0, Field::rows) + note
    }

    /// Gives the rows of what stands below a field.
    fn note_rows(&self, index: usize, width: u16) -> u16 {
        let value = width.saturating_sub(self.indent(width));
        let field = self.fields.get(index).map_or(0, Field::rows);
        self.rows_of(index, value).saturating_sub(field)
    }

    fn draw_sheet(&mut self, sheet: &mut Buffer, theme: Theme) -> Caret {
        let width = sheet.area.width;
        let indent = self.indent(width);
        let room = width.saturating_sub(indent);
        let mut y = 0;
        let mut caret = None;
        for i in 0..self.fields.len() {
            let active = i == self.at;
            let note: Option<(Role, Vec<String>)> = self
                .note(i)
                .map(|(role, words)| (role, text::wrap(words, room.max(1))));
            let Some(field) = self.fields.get_mut(i) else {
                break;
            };
            if field.hidden {
                continue;
            }
            field.draw_label(sheet, y, indent, theme, active);
            let value = Rect::new(indent, y, room, field.rows());
            let here = field.draw_value(value, sheet, theme, active);
            if active {
                caret = Some(here);
            }
            y += value.height;
            if let Some((role, lines)) = note {
                for line in lines {
                    text::put(sheet, indent, y, room, &line, theme.style(role));
                    y += 1;
                }
            }
        }
        let last = y + 1;
        let active = self.at >= self.fields.len();
        let style = theme.style(if active { Role::Selected } else { Role::Normal });
        let x = text::put(
            sheet,
            0,
            last,
            width,
            if active { "▸ " } else { "  " },
            style,
        );
        let room = width.saturating_sub(x);
        text::put(sheet, x, last, room, &format!("{} ↵ ", self.confirm), style);
        caret.unwrap_or(Caret::block(0, last))
    }
}

impl Field {
    fn rows(&self) -> u16 {
        match &self.kind {
            _ if self.hidden => 0,
            Kind::Text { rows, .. } => *rows,
            Kind::Choice(_) | Kind::Check(_) => 1,
            Kind::Many { options, .. } => u16::try_from(options.len()).unwrap_or(1).max(1),
        }
    }

    fn draw_label(&self, buf: &mut Buffer, y: u16, indent: u16, theme: Theme, active: bool) {
        if self.required {
            text::put(buf, 0, y, indent.min(1), REQUIRED, theme.style(Role::Warn));
        }
        let role = if active { Role::Title } else { Role::Normal };
        let room = indent.saturating_sub(1 + GAP);
        text::put(buf, 1, y, room, &self.label, theme.style(role));
    }

    fn draw_value(&mut self, area: Rect, buf: &mut Buffer, theme: Theme, active: bool) -> Caret {
        let role = if active { Role::Selected } else { Role::Normal };
        let style = theme.style(role);
        match &mut self.kind {
            Kind::Text { editor, .. } => {
                let caret = editor.draw(area, buf, theme, active);
                if active && self.proposed {
                    let width = caret.x.saturating_sub(area.x);
                    buf.set_style(Rect::new(area.x, area.y, width, 1), style);
                }
                caret
            }
            Kind::Choice(choice) => {
                let room = area.width.saturating_sub(4);
                let shown = match choice.chosen() {
                    Some(_) => format!("◂ {} ▸", text::fit(choice.label(), room)),
                    None if choice.is_empty() => String::new(),
                    None if self.required => TO_CHOOSE.to_owned(),
                    None => UNCHOSEN.to_owned(),
                };
                let end = text::put(buf, area.x, area.y, area.width, &shown, style);
                if !active || choice.typed().is_empty() {
                    return Caret::block(area.x, area.y);
                }
                let room = area.right().saturating_sub(end + 1);
                let typed = text::tail(choice.typed(), room.saturating_sub(1));
                let style = theme.style(Role::FieldActive);
                let end = text::put(buf, end + 1, area.y, room, typed, style);
                Caret::bar(end, area.y).within(area)
            }
            Kind::Check(on) => {
                text::put(buf, area.x, area.y, area.width, mark(*on), style);
                Caret::block(area.x, area.y)
            }
            Kind::Many { options, on, at } => {
                for (i, (label, y)) in options.iter().zip(area.top()..area.bottom()).enumerate() {
                    let here = active && i == *at;
                    let style = theme.style(if here { Role::Selected } else { Role::Normal });
                    let shown = format!("{} {label}", mark(on.get(i).copied().unwrap_or(false)));
                    text::put(buf, area.x, y, area.width, &shown, style);
                }
                let row = u16::try_from(*at).unwrap_or(0);
                Caret::block(area.x, area.y + row)
            }
        }
    }
}

const fn mark(on: bool) -> &'static str {
    if on { "✓" } else { "☐" }
}
