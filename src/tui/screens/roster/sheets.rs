//! Sheets of the roster: a village, the end of a seat, and the committee's name.

use super::{Entry, figures};
use crate::desk::Desk;
use crate::desk::place::{OfRoster, Place};
use crate::domain::ids::{SeatId, VillageId};
use crate::domain::roster::{Command as Roster, Standing, Village};
use crate::domain::text::{LONGEST_LINE, Line};
use crate::domain::{Command, Refusal};
use crate::i18n::{refusals, seats, terms, ui};
use crate::tui::alike;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, day_if_any, day_of, line_of};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// Returns the desk a sheet writes at.
pub(super) fn desk_of(app: &App) -> Result<&Desk, Fault> {
    app.desk
        .as_ref()
        .ok_or_else(|| Fault::at(0, ui::no_committee_open(app.language)))
}

/// The longest date a field takes, in characters.
pub(super) const DATE: usize = 20;

/// Shows the day that was typed with its weekday; `else_words` where it is none.
pub(super) fn hint_day(app: &App, form: &mut Form, field: usize, else_words: &str) {
    if let Some(desk) = &app.desk {
        day_hint(app.language, form, field, desk.today(), else_words);
    }
}

/// Adds a village or changes one.
pub(super) struct VillageSheet {
    pub(super) village: Option<VillageId>,
}

/// The fields of the day it joined, of its place in lists, and of the day it left.
const JOINED: usize = 2;
const POSITION: usize = 3;
const LEFT: usize = 4;

/// The first field of figures: of a village that is new, and of one that is changed.
const FIGURES: [usize; 2] = [3, 5];

const STANDINGS: [Standing; 2] = [Standing::Lead, Standing::Joined];

impl VillageSheet {
    fn old<'a>(&self, app: &'a App) -> Option<&'a Village> {
        let world = app.desk.as_ref()?.world();
        world.village(self.village.as_ref()?).ok()
    }
}

impl Sheet for VillageSheet {
    fn title(&self, app: &App) -> String {
        match self.village {
            Some(_) => seats::village_edit_title(app.language),
            None => seats::village_title(app.language),
        }
        .to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let old = self.old(app);
        let led = app.desk.as_ref().is_some_and(|desk| {
            let mut villages = desk.world().villages.values();
            villages.any(|village| village.standing == Standing::Lead)
        });
        let standing = match old {
            Some(village) => village.standing,
            None if led => Standing::Joined,
            None => Standing::Lead,
        };
        let options = STANDINGS.map(|standing| terms::standing(language, standing).to_owned());
        let at = STANDINGS.iter().position(|one| *one == standing);
        let name = old.map_or("", |village| village.name.as_str());
        let mut fields = vec![
            Field::text(
                "village_name",
                seats::village_name(language),
                name,
                LONGEST_LINE,
            )
            .required(),
            Field::choice(
                "village_standing",
                seats::village_standing(language),
                options.to_vec(),
                at,
            ),
        ];
        let joined = old.and_then(|village| village.joined);
        let joined = joined.map(|day| day.to_string()).unwrap_or_default();
        let joined = Field::figure(
            "village_joined_day",
            seats::village_joined_day(language),
            &joined,
            DATE,
        );
        fields.push(joined.hint(seats::village_joined_hint(language)));
        if let Some(village) = old {
            let position = village.position.to_string();
            let left = village.left.map(|day| day.to_string()).unwrap_or_default();
            fields.push(
                Field::figure(
                    "village_position",
                    seats::village_position(language),
                    &position,
                    4,
                )
                .required(),
            );
            fields.push(
                Field::figure(
                    "village_left_day",
                    seats::village_left_day(language),
                    &left,
                    DATE,
                )
                .hint(seats::village_left_hint(language)),
            );
        }
        if let Some(desk) = &app.desk {
            fields.extend(figures::of_village(language, old, desk.today()));
        }
        Form::new(seats::confirm_village(language), fields)
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let villages = app
            .desk
            .iter()
            .flat_map(|desk| desk.world().villages.values());
        let others = villages.filter(|village| Some(&village.id) != self.village.as_ref());
        alike::warn(
            app.language,
            form.text(0).as_str(),
            others.map(|it| &it.name),
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        let language = app.language;
        match field {
            JOINED => hint_day(app, form, field, seats::village_joined_hint(language)),
            LEFT if self.village.is_some() => {
                hint_day(app, form, field, seats::village_left_hint(language));
            }
            _ => {}
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let desk = desk_of(app)?;
        let name = line_of(language, form, 0)?;
        let standing = form.chosen(1).and_then(|at| STANDINGS.get(at)).copied();
        let old = self.old(app);
        let (position, left) = match old {
            Some(_) => (
                crate::tui::input::fold_text(form.text(POSITION).trim())
                    .parse()
                    .ok()
                    .filter(|position| *position > 0)
                    .ok_or_else(|| Fault::at(POSITION, seats::village_position_bad(language)))?,
                day_if_any(language, form, LEFT, desk.today())?,
            ),
            None => {
                let taken = desk
                    .world()
                    .villages
                    .values()
                    .map(|village| village.position);
                (taken.max().unwrap_or(0) + 1, None)
            }
        };
        let joined = day_if_any(language, form, JOINED, desk.today())?;
        if let Some((from, to)) = joined.zip(left).filter(|(from, to)| to < from) {
            let refusal = Refusal::EndsBeforeItBegins { from, to };
            let words = refusals::refusal(language, desk.world(), &refusal);
            return Err(Fault::at(LEFT, words));
        }
        let [new, changed] = FIGURES;
        let first = if old.is_some() { changed } else { new };
        let figures = figures::read_village(app, form, first, old)?;
        let id = old.map_or_else(|| desk.new_id(), |village| village.id.clone());
        let entry = Entry::Village(id.clone());
        let command = Command::Roster(Roster::PutVillage(Village {
            figures,
            id,
            name,
            standing: standing.unwrap_or(Standing::Joined),
            position,
            joined,
            left,
        }));
        Ok(Submission::Then(
            vec![command],
            Box::new(move |app| super::select(app, &entry)),
        ))
    }

    fn place(&self) -> Option<Place> {
        Some(match &self.village {
            None => Place::NewVillage,
            Some(village) => Place::Roster(OfRoster::Village(village.clone())),
        })
    }

    fn is_recorded(&self) -> bool {
        self.village.is_some()
    }
}

/// Ends a seat on its last day.
pub(super) struct EndSheet {
    pub(super) seat: SeatId,
}

impl Sheet for EndSheet {
    fn title(&self, app: &App) -> String {
        let Some(world) = app.desk.as_ref().map(Desk::world) else {
            return String::new();
        };
        world.seat(&self.seat).map_or_else(
            |_| String::new(),
            |seat| {
                let name = terms::person(app.language, world, &seat.person);
                seats::end_title(app.language, name, seat.role.to_string())
            },
        )
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let today = app.desk.as_ref().map(|desk| desk.today().to_string());
        let day = Field::figure(
            "end_day",
            seats::end_day(language),
            &today.unwrap_or_default(),
            DATE,
        )
        .required()
        .hint(seats::day_hint(language));
        Form::new(seats::confirm_end(language), vec![day])
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        hint_day(app, form, field, seats::day_hint(app.language));
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let on = day_of(app.language, form, 0, desk_of(app)?.today())?;
        let seat = self.seat.clone();
        let command = Command::Roster(Roster::EndSeat { seat, on });
        Ok(Submission::Record(vec![command]))
    }

    fn place(&self) -> Option<Place> {
        // A day alone, and it is proposed.
        None
    }
}

/// Changes the committee's name.
pub(super) struct NameSheet {
    /// The names of the other committees.
    others: Vec<Line>,
}

impl NameSheet {
    /// Reads the names of the others once: each is in a file of its own.
    pub(super) fn new(app: &App) -> Self {
        let own = app.desk.as_ref().map(Desk::path);
        Self {
            others: app.office.names_but(own),
        }
    }
}

impl Sheet for NameSheet {
    fn title(&self, app: &App) -> String {
        seats::name_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let committee = app
            .desk
            .as_ref()
            .and_then(|desk| desk.world().committee.clone());
        let name = committee.map(|it| it.name.to_string()).unwrap_or_default();
        let field =
            Field::text("name_name", seats::name_name(language), &name, LONGEST_LINE).required();
        Form::new(seats::confirm_name(language), vec![field])
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        alike::warn_of_committee(app.language, form.text(0).as_str(), &self.others)
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let name = line_of(app.language, form, 0)?;
        let command = Command::Roster(Roster::Rename(name));
        Ok(Submission::Record(vec![command]))
    }

    fn place(&self) -> Option<Place> {
        Some(Place::CommitteeName)
    }

    fn is_recorded(&self) -> bool {
        true
    }
}
