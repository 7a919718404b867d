//! Rows of the table: the ledgers.

use super::State;
use super::sheet::LineSheet;
use crate::domain::Command;
use crate::domain::ids::LedgerId;
use crate::domain::register::period::Span;
use crate::domain::register::{self, LedgerKind, LedgerLine, Period};
use crate::i18n::{ledgers as words, report as report_words, tasks, ui};
use crate::tui::action::{Action, Does, Scope, Why, always, may_record, row};
use crate::tui::app::App;
use crate::tui::dialog;
use crate::tui::input::{Code, Key};
use crate::tui::screens::choices::villages;
use crate::tui::screens::find_sheet::FindSheet;
use crate::tui::screens::{Screen, report};

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    row(
        "ledgers.new",
        Scope::Ledgers,
        &[Key::char('1'), Key::char('n'), Key::char('a')],
        words::new_short,
        words::new_hint,
        Does::Ask(always, new),
    ),
    row(
        "ledgers.edit",
        Scope::Ledgers,
        &[Key::char('2'), Key::char('e')],
        words::edit_short,
        words::edit_hint,
        Does::Ask(can_edit, edit),
    ),
    row(
        "ledgers.kind",
        Scope::Ledgers,
        &[Key::plain(Code::Tab), Key::char('k')],
        words::kind_short,
        words::kind_hint,
        Does::Show(at_a_desk, |app| change(app, State::next_kind)),
    ),
    row(
        "ledgers.village",
        Scope::Ledgers,
        &[Key::char('3'), Key::char('v')],
        words::village_short,
        words::village_hint,
        Does::Show(at_a_desk, next_village),
    ),
    row(
        "ledgers.before",
        Scope::Ledgers,
        &[Key::plain(Code::Left), Key::char('4')],
        words::before_short,
        words::before_hint,
        Does::Show(at_a_desk, |app| move_period(app, Period::before)),
    ),
    row(
        "ledgers.after",
        Scope::Ledgers,
        &[Key::plain(Code::Right), Key::char('5')],
        words::after_short,
        words::after_hint,
        Does::Show(at_a_desk, |app| move_period(app, Period::after)),
    ),
    row(
        "ledgers.span",
        Scope::Ledgers,
        &[Key::char('6'), Key::char('p')],
        words::span_short,
        words::span_hint,
        Does::Show(at_a_desk, |app| move_period(app, shorter)),
    ),
    row(
        "ledgers.yield",
        Scope::Ledgers,
        &[Key::char('7'), Key::char('m')],
        words::yield_short,
        words::yield_hint,
        Does::Ask(
            |app| earner(app).map(|_| ()),
            |app| {
                if let Ok(line) = earner(app).cloned() {
                    let credits = with_credits(app);
                    dialog::open(app, Box::new(LineSheet::brought_in(&line, credits)));
                }
            },
        ),
    ),
    row(
        "ledgers.find",
        Scope::Ledgers,
        &[Key::char('0'), Key::char('/')],
        words::find_short,
        words::find_hint,
        Does::Show(at_a_desk, find),
    ),
    row(
        "ledgers.report",
        Scope::Ledgers,
        &[Key::char('9'), Key::char('r')],
        report_words::open_short,
        report_words::open_hint,
        Does::Show(at_a_desk, report::open),
    ),
    row(
        "ledgers.remove",
        Scope::Ledgers,
        &[Key::plain(Code::Delete), Key::char('8')],
        words::remove_short,
        words::remove_hint,
        Does::Record(|app| {
            let line = selected(app)?;
            let remove = register::Command::Remove(line.id.clone());
            Ok(vec![Command::Register(remove)])
        }),
    ),
];

/// Goes to the ledgers; the report has a key for them.
pub fn open(app: &mut App) {
    app.go(Screen::Ledgers(State::default()));
}

/// Goes on with a draft of a line that was found: of a new one, or of one that is there. Says whether it
/// is still there.
pub fn go_on(app: &mut App, line: Option<&LedgerId>) -> bool {
    let Some(id) = line else {
        open(app);
        new(app);
        return true;
    };
    let line = app
        .desk
        .as_ref()
        .and_then(|desk| desk.ledger_line(id).ok().flatten());
    let Some(line) = line else { return false };
    let period = Period::around(line.on, Span::Year);
    app.go(Screen::Ledgers(State::at(&line, period)));
    open_sheet(app, line);
    true
}

fn here(app: &App) -> Option<&State> {
    match app.top() {
        Screen::Ledgers(state) => Some(state),
        _ => None,
    }
}

fn at_a_desk(app: &App) -> Result<(), Why> {
    match app.desk {
        Some(_) => Ok(()),
        None => Err(Why::Says(ui::no_committee_open)),
    }
}

fn selected(app: &App) -> Result<&LedgerLine, Why> {
    let state = here(app).ok_or(Why::Says(ui::nothing_selected))?;
    state.selected().ok_or(Why::Says(ui::nothing_selected))
}

/// Says whether credits are offered: a scheme was entered.
fn with_credits(app: &App) -> bool {
    let kept = app.desk.as_ref().map(|desk| desk.ledgers_kept());
    let kept = kept.and_then(Result::ok).unwrap_or_default();
    kept.contains(&LedgerKind::CreditScheme)
}

/// Returns the selected line, where it is of what brings something in.
fn earner(app: &App) -> Result<&LedgerLine, Why> {
    may_record(app)?;
    let line = selected(app)?;
    match line.kind {
        LedgerKind::Company | LedgerKind::IndustryProject | LedgerKind::JointProject => Ok(line),
        _ => Err(Why::Says(words::brings_nothing_in)),
    }
}

fn can_edit(app: &App) -> Result<(), Why> {
    may_record(app)?;
    selected(app).map(|_| ())
}

fn change(app: &mut App, how: impl FnOnce(&mut State)) {
    if let Some(Screen::Ledgers(state)) = app.top_mut() {
        how(state);
    }
}

fn new(app: &mut App) {
    let kind = here(app).and_then(|state| state.kind);
    let with_credits = with_credits(app);
    let kind = kind.filter(|kind| with_credits || *kind != LedgerKind::Credit);
    dialog::open(app, Box::new(LineSheet::create(kind, with_credits)));
}

fn edit(app: &mut App) {
    if let Ok(line) = selected(app).cloned() {
        open_sheet(app, line);
    }
}

fn open_sheet(app: &mut App, line: LedgerLine) {
    let sheet = app.desk.as_ref().map(|desk| LineSheet::edit(desk, line));
    if let Some(sheet) = sheet {
        dialog::open(app, Box::new(sheet));
    }
}

fn next_village(app: &mut App) {
    let Some(desk) = &app.desk else { return };
    let villages = villages(desk.world());
    change(app, |state| {
        let at = villages
            .iter()
            .position(|(id, _)| Some(id) == state.village.as_ref());
        let next = at.map_or(0, |at| at + 1);
        state.village = villages.get(next).map(|(id, _)| id.clone());
    });
}

fn shorter(period: Period) -> Period {
    Period::around(period.to(), period.span().next())
}

fn move_period(app: &mut App, how: fn(Period) -> Period) {
    let Some(desk) = &app.desk else { return };
    let Some(now) = here(app).map(|state| state.period(desk)) else {
        return;
    };
    change(app, |state| state.period = Some(how(now)));
}

fn find(app: &mut App) {
    let Some(now) = here(app).map(|state| state.filter.clone()) else {
        return;
    };
    let sheet = FindSheet {
        now,
        words: [
            words::title_find,
            tasks::field_find,
            words::find_field_hint,
            tasks::find_row,
        ],
        narrow: |app, filter| change(app, |state| state.filter = filter),
    };
    dialog::open(app, Box::new(sheet));
}

impl State {
    /// Looks at the next ledger that is in use, after the last one at all of them again.
    fn next_kind(&mut self) {
        let kept = self.read.as_ref().map(|read| read.kept.clone());
        let kept: Vec<LedgerKind> = kept.unwrap_or_default().into_iter().collect();
        let at = kept.iter().position(|kind| Some(*kind) == self.kind);
        let next = match (self.kind, at) {
            (None, _) => 0,
            (Some(_), Some(at)) => at + 1,
            (Some(_), None) => kept.len(),
        };
        self.kind = kept.get(next).copied();
    }

    /// Shows a line that was recorded, whatever was looked at.
    pub(super) fn show(&mut self, line: &LedgerLine) {
        if self.kind.is_some_and(|kind| kind != line.kind) {
            self.kind = Some(line.kind);
        }
        if self
            .village
            .as_ref()
            .is_some_and(|village| !line.villages.contains(village))
        {
            self.village = None;
        }
        self.filter.clear();
        let seen = |period: Period| line.is_in(period.from(), period.to());
        if !self.period.is_some_and(seen) {
            let span = self.period.map_or(Span::Year, Period::span);
            self.period = Some(Period::around(line.on, span));
        }
        self.rows.select(line.id.clone());
    }
}
