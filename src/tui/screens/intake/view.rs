//! A list drawn: what each row comes to, and below it what is wrong with the selected one.

use super::State;
use crate::domain::World;
use crate::domain::text::Line;
use crate::exchange::roster::{
    Cause, Column as Cell, DraftRow, Effect, Judged, Mending, Verdict, Wording,
};
use crate::i18n::{Language, intake, roster_faults};
use crate::tui::action::named;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::{self, Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeSet;

const COLUMNS: [Column; 5] = [
    Column::Number(4),
    Column::Fixed(8),
    Column::Flex(3),
    Column::Flex(2),
    Column::Flex(3),
];

/// What is said below the list, in its role.
type Said = Vec<(Role, String)>;

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        let (Some(desk), Some(draft)) = (glance.desk, &self.draft) else {
            let words = intake::empty(language, key("intake.paste"), key("intake.open"));
            line::centred(area, buf, glance.theme, Role::Normal, &words);
            return Caret::block(area.x, area.y);
        };
        let villages = names(desk.world());
        let rows: Vec<Row> = draft
            .rows()
            .iter()
            .zip(&self.judged.rows)
            .map(|(row, (_, verdict))| list_row(language, &villages, row, verdict))
            .collect();
        let lines = draft.rows().iter().map(|row| Some(row.line)).collect();
        let listing = self.rows.settle(lines);
        let selected = self.judged.rows.get(listing.selected);
        let said = below(language, selected.map(|row| &row.1), &self.judged);
        let area = draw_below(glance, area, buf, &said);
        list::draw(area, buf, glance.theme, &COLUMNS, &rows, listing)
    }
}

fn names(world: &World) -> BTreeSet<String> {
    world.villages.values().map(|it| it.name.key()).collect()
}

fn list_row(
    language: Language,
    villages: &BTreeSet<String>,
    row: &DraftRow,
    verdict: &Verdict,
) -> Row {
    let (word, role) = match verdict {
        Verdict::Good(Effect::New) => (intake::state_new(language), Role::Normal),
        Verdict::Good(Effect::Changed) => (intake::state_changed(language), Role::Normal),
        Verdict::Good(Effect::Known) => (intake::state_known(language), Role::Muted),
        Verdict::Wants(..) => (intake::state_wants(language), Role::Warn),
    };
    let shown =
        |column| Line::new(row.cell(column)).map_or_else(|_| String::new(), |it| it.to_string());
    let village = match Line::new(row.cell(Cell::Village)) {
        Ok(name) if matches!(verdict, Verdict::Good(_)) && is_new(villages, &name) => {
            intake::new_village(language, name.to_string())
        }
        _ => shown(Cell::Village),
    };
    Row::new(vec![
        row.line.to_string(),
        word.to_owned(),
        village,
        shown(Cell::Name),
        shown(Cell::Role),
    ])
    .role(role)
}

fn is_new(villages: &BTreeSet<String>, name: &Line) -> bool {
    let key = name.key();
    let area = |wording: Wording| wording.area() == key;
    !villages.contains(&key) && !area(Wording::Chinese) && !area(Wording::English)
}

/// Says what is wrong with the selected row, or with the list, and which keys mend it.
fn below(language: Language, verdict: Option<&Verdict>, judged: &Judged) -> Said {
    match (verdict, judged.whole.first()) {
        (Some(Verdict::Wants(fault, mending)), _) => vec![
            (Role::Warn, roster_faults::sentence(language, fault)),
            (
                Role::Normal,
                proposal(language, &fault.cause, mending.as_ref()),
            ),
        ],
        (_, Some(fault)) => {
            let words = match fault.cause {
                Cause::NoLead => intake::no_lead(language).to_owned(),
                _ => roster_faults::sentence(language, fault),
            };
            let how = intake::lead_key(language, key("intake.lead"));
            vec![(Role::Warn, words), (Role::Normal, how)]
        }
        _ if judged.good() => vec![(Role::Good, intake::all_good(language, key("intake.take")))],
        _ => Vec::new(),
    }
}

fn proposal(language: Language, cause: &Cause, mending: Option<&Mending>) -> String {
    let (accept, other) = (key("intake.accept"), key("intake.other"));
    let edit = key("intake.edit");
    match mending {
        Some(Mending::Village(name)) => {
            let name = name.to_string();
            if matches!(cause, Cause::Misspelt { .. }) {
                intake::propose_village(language, accept, name, other)
            } else {
                intake::propose_same_village(language, accept, name)
            }
        }
        Some(Mending::Above(name)) => {
            intake::propose_above(language, accept, name.to_string(), edit)
        }
        Some(Mending::Same) => intake::propose_same(language, accept, other),
        Some(Mending::Keep) => intake::propose_keep(language, accept, edit),
        Some(Mending::Drop) => intake::propose_drop(language, accept, edit),
        None => intake::edit_or_drop(language, edit, key("intake.drop")),
    }
}

/// Draws words below the list, whole where there is room, and gives the room above.
fn draw_below(glance: Glance<'_>, area: Rect, buf: &mut Buffer, said: &Said) -> Rect {
    let lines: Vec<(Role, String)> = said
        .iter()
        .flat_map(|(role, words)| {
            let lines = text::wrap(words, area.width);
            lines.into_iter().map(|line| (*role, line.to_string()))
        })
        .collect();
    let most = area.height / 2;
    let height = u16::try_from(lines.len()).unwrap_or(most).min(most);
    let top = area.bottom() - height;
    for (y, (role, line)) in (top..area.bottom()).zip(&lines) {
        let style = glance.theme.style(*role);
        text::put(buf, area.x, y, area.width, line, style);
    }
    Rect {
        height: area.height - height,
        ..area
    }
}

/// Returns the key of an action, as the table has it.
fn key(name: &str) -> String {
    named(name)
        .and_then(|action| action.keys.first())
        .map(ToString::to_string)
        .unwrap_or_default()
}
