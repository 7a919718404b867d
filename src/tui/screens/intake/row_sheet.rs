//! The sheet that mends a row.

use super::{change, same, state};
use crate::desk::Desk;
use crate::desk::place::Place;
use crate::domain::ids::PersonId;
use crate::domain::text::{LONGEST_LINE, Line};
use crate::exchange::roster::{Column, Draft, DraftRow, Mending, Verdict, Wording};
use crate::i18n::{intake, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_of};
use crate::tui::widgets::form::{Field, Form};

/// Mends the row of a line.
pub(super) struct RowSheet {
    line: u64,
    /// Where its draft lies.
    place: Place,
    /// The villages to choose from.
    villages: Vec<Line>,
    /// The people on the roster who have the row's name.
    namesakes: Vec<PersonId>,
    /// The other columns that are asked: those something is wrong with.
    others: Vec<(Column, String)>,
}

/// The fields that are always there.
const VILLAGE: usize = 0;
const OTHER_VILLAGE: usize = 1;
const NAME: usize = 2;
const ROLE: usize = 3;
const FIXED: usize = 4;

impl RowSheet {
    /// Makes the sheet of the selected row.
    pub(super) fn of(app: &App, row: &DraftRow, verdict: &Verdict) -> Option<Self> {
        let world = app.desk.as_ref()?.world();
        let state = state(app)?;
        let draft = state.draft.as_ref()?;
        let mut villages: Vec<Line> = world
            .villages_in_order()
            .into_iter()
            .map(|village| village.name.clone())
            .collect();
        for (line, verdict) in &state.judged.rows {
            let name = draft.row(*line).map(|row| row.cell(Column::Village));
            if let (Verdict::Good(_), Some(Ok(name))) = (verdict, name.map(Line::new))
                && !is_area(name.as_str())
                && villages.iter().all(|other| other.key() != name.key())
            {
                villages.push(name);
            }
        }
        let namesakes = world
            .people
            .values()
            .filter(|person| same(person.name.as_str(), row.cell(Column::Name)))
            .map(|person| person.id.clone())
            .collect();
        let faulty = match verdict {
            Verdict::Wants(fault, _) => fault.column.as_deref(),
            Verdict::Good(_) => None,
        };
        let faulty = faulty.and_then(|heading| draft.column_of(heading));
        let others = faulty
            .filter(|column| !Column::REQUIRED.contains(column))
            .and_then(|column| Some((column, draft.heading(column)?.to_owned())));
        Some(Self {
            line: row.line,
            place: place_of(row),
            villages,
            namesakes,
            others: others.into_iter().collect(),
        })
    }

    fn village_field(&self, app: &App, row: &DraftRow, proposed: Option<&Line>) -> [Field; 2] {
        let language = app.language;
        let own = row.cell(Column::Village);
        let mut options: Vec<String> = self.villages.iter().map(ToString::to_string).collect();
        options.push(intake::village_area(language).to_owned());
        options.push(intake::village_other(language).to_owned());
        let shown = proposed.map_or(own, Line::as_str);
        let known = self.villages.iter();
        let at = known
            .clone()
            .position(|village| same(village.as_str(), shown))
            .or_else(|| is_area(own).then_some(self.villages.len()));
        let written = if at.is_none() { own } else { "" };
        let other = (!own.trim().is_empty()).then_some(self.villages.len() + 1);
        [
            Field::choice("village", intake::village(language), options, at.or(other))
                .required()
                .hint(intake::village_hint(language)),
            Field::text(
                "village_name",
                intake::village_name(language),
                written,
                LONGEST_LINE,
            )
            .hint(intake::village_name_hint(language)),
        ]
    }

    fn who_field(&self, app: &App, desk: &Desk, row: &DraftRow) -> Option<Field> {
        if self.namesakes.is_empty() {
            return None;
        }
        let (language, world) = (app.language, desk.world());
        let mut options: Vec<String> = self
            .namesakes
            .iter()
            .map(|id| {
                let name = terms::person(language, world, id);
                let mut seats = world.seats.values();
                match seats.find(|seat| seat.person == *id) {
                    Some(seat) => {
                        let village = terms::village(language, world, seat.village.as_ref());
                        intake::who_known(language, name, village, seat.role.to_string())
                    }
                    None => name.to_owned(),
                }
            })
            .collect();
        options.push(intake::who_new(language).to_owned());
        let reference = row.cell(Column::Ref);
        let at = self
            .namesakes
            .iter()
            .position(|id| id.as_str() == reference);
        let at = match (at, reference.is_empty(), self.namesakes.len()) {
            (Some(at), _, _) => Some(at),
            (None, false, all) => Some(all),
            (None, true, 1) => Some(0),
            (None, true, _) => None,
        };
        Some(
            Field::choice("who", intake::who(language), options, at)
                .required()
                .hint(intake::who_hint(language)),
        )
    }

    fn village(&self, app: &App, form: &Form) -> Result<(String, bool), Fault> {
        match form.chosen(VILLAGE) {
            Some(at) if at < self.villages.len() => Ok((
                self.villages
                    .get(at)
                    .map_or_else(String::new, Line::to_string),
                false,
            )),
            Some(at) if at == self.villages.len() => {
                let area = Wording::from(app.language).area();
                Ok((area.to_owned(), false))
            }
            Some(_) => Ok((
                line_of(app.language, form, OTHER_VILLAGE)?.to_string(),
                true,
            )),
            None => Err(Fault::at(VILLAGE, ui::field_missing(app.language))),
        }
    }
}

fn is_area(name: &str) -> bool {
    [Wording::Chinese, Wording::English]
        .into_iter()
        .any(|wording| same(wording.area(), name))
}

fn row_of(app: &App, line: u64) -> Option<&DraftRow> {
    state(app)?.draft.as_ref()?.row(line)
}

impl Sheet for RowSheet {
    fn title(&self, app: &App) -> String {
        intake::row_title(app.language, self.line)
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let (Some(row), Some(desk)) = (row_of(app, self.line), &app.desk) else {
            return Form::new(intake::row_confirm(language), Vec::new());
        };
        let verdict = state(app).and_then(|state| state.judged.verdict(self.line));
        let proposed = match verdict {
            Some(Verdict::Wants(_, Some(Mending::Village(name) | Mending::Above(name)))) => {
                Some(name)
            }
            _ => None,
        };
        let text = |label, column: Column| {
            Field::text(
                column.heading(Wording::English),
                label,
                row.cell(column),
                LONGEST_LINE,
            )
        };
        let mut fields = self.village_field(app, row, proposed).to_vec();
        fields.push(text(intake::name(language), Column::Name).required());
        fields.push(text(intake::role(language), Column::Role).required());
        fields.extend(self.who_field(app, desk, row));
        let others = self.others.iter();
        fields.extend(others.map(|(column, heading)| text(heading, *column)));
        Form::new(intake::row_confirm(language), fields)
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let (village, sure) = self.village(app, form)?;
        let name = line_of(language, form, NAME)?;
        let role = line_of(language, form, ROLE)?;
        let mut cells = vec![
            (Column::Village, village),
            (Column::Name, name.to_string()),
            (Column::Role, role.to_string()),
        ];
        let row = row_of(app, self.line);
        let before = row.map_or("", |row| row.cell(Column::Name));
        let mut next = FIXED;
        if !self.namesakes.is_empty() {
            next += 1;
            let chosen = form.chosen(FIXED);
            let reference = if !same(before, name.as_str()) {
                String::new()
            } else if let Some(id) = chosen.and_then(|at| self.namesakes.get(at)) {
                id.to_string()
            } else {
                app.desk.as_ref().map_or_else(String::new, Desk::new_id)
            };
            cells.push((Column::Ref, reference));
        }
        for (at, (column, _)) in self.others.iter().enumerate() {
            cells.push((*column, form.text(next + at).trim().to_owned()));
        }
        let line = self.line;
        let then = move |app: &mut App| {
            change(app, |draft| mend(draft, line, cells, sure));
        };
        Ok(Submission::Then(Vec::new(), Box::new(then)))
    }

    fn place(&self) -> Option<Place> {
        Some(self.place.clone())
    }
}

/// Returns where a draft of a row lies: by what stands in the row, so that no other row takes its words up.
pub(super) fn place_of(row: &DraftRow) -> Place {
    Place::RosterRow(row.line, row.words())
}

fn mend(draft: &mut Option<Draft>, line: u64, cells: Vec<(Column, String)>, sure: bool) {
    if let Some(draft) = draft {
        draft.set(line, cells);
        if sure {
            draft.keep_village(line);
        }
    }
}
