//! The sheet of a seat: for a new person, for somebody on the roster, or to change one.

use super::sheets::{DATE, desk_of, hint_day};
use super::view::key;
use super::{Entry, figures, seat_fields};
use crate::desk::Desk;
use crate::desk::place::{OfRoster, Place};
use crate::domain::Command;
use crate::domain::ids::{PersonId, SeatId, VillageId};
use crate::domain::roster::{Capacity, Command as Roster, Person, Seat};
use crate::domain::text::{LONGEST_LINE, Line};
use crate::domain::world::World;
use crate::i18n::{Language, seats, terms};
use crate::tui::alike;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_if_any, day_of, line_of};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// Whose seat, and whether it is there already.
pub(super) enum About {
    /// Somebody who is entered with it.
    NewPerson,
    /// Another seat of somebody on the roster.
    Another(PersonId),
    /// A seat to be changed, with its holder's name.
    Change(SeatId),
}

/// Asks for a seat.
pub(super) struct SeatSheet {
    about: About,
    /// The village that is proposed.
    village: Option<VillageId>,
}

impl SeatSheet {
    pub(super) fn new(about: About, village: Option<VillageId>) -> Self {
        Self { about, village }
    }

    fn old<'a>(&self, app: &'a App) -> Option<&'a Seat> {
        match &self.about {
            About::Change(seat) => app.desk.as_ref()?.world().seat(seat).ok(),
            About::NewPerson | About::Another(_) => None,
        }
    }

    /// Returns how many fields about the person stand before those about the seat.
    fn before(&self) -> usize {
        match self.about {
            About::Another(_) => 0,
            About::NewPerson | About::Change(_) => 1,
        }
    }

    /// Returns who holds the seat, and the command that enters or renames the person, if one is needed.
    fn holder(
        &self,
        desk: &Desk,
        language: Language,
        form: &Form,
    ) -> Result<(PersonId, Option<Command>), Fault> {
        let world = desk.world();
        let put = |id: PersonId, name: Line| {
            let woman = match &self.about {
                About::Change(_) => form.checked(WOMAN),
                About::NewPerson | About::Another(_) => false,
            };
            // Close kin are entered elsewhere and stay as they are.
            let kin = world.people.get(&id).map(|person| person.kin.clone());
            let person = Person {
                woman,
                kin: kin.unwrap_or_default(),
                id,
                name,
            };
            Command::Roster(Roster::PutPerson(person))
        };
        match &self.about {
            About::Another(person) => Ok((person.clone(), None)),
            About::Change(seat) => {
                let name = line_of(language, form, 0)?;
                let holder = world
                    .seat(seat)
                    .and_then(|seat| world.person(&seat.person))
                    .map_err(|_| Fault::at(0, seats::want_seat(language)))?;
                let renamed = holder.name != name || holder.woman != form.checked(WOMAN);
                let command = renamed.then(|| put(holder.id.clone(), name));
                Ok((holder.id.clone(), command))
            }
            About::NewPerson => {
                let name = line_of(language, form, 0)?;
                let like = name.key();
                let known: Vec<&Person> = world
                    .people
                    .values()
                    .map(AsRef::as_ref)
                    .filter(|person| person.name.key() == like)
                    .collect();
                match (known.as_slice(), form.chosen(SAME)) {
                    ([], _) | (_, Some(OTHER)) => {
                        let id: PersonId = desk.new_id();
                        Ok((id.clone(), Some(put(id, name))))
                    }
                    ([one], Some(_)) => Ok((one.id.clone(), None)),
                    ([one, ..], None) => {
                        let who = described(language, world, one);
                        Err(Fault::at(SAME, seats::same_ask(language, who)))
                    }
                    (several, Some(_)) => {
                        let seat = key("roster.seat");
                        let words = seats::same_several(language, several.len(), seat);
                        Err(Fault::at(SAME, words))
                    }
                }
            }
        }
    }
}

/// The field that asks whether a person of the same name is meant: the last, for it is seldom asked.
const SAME: usize = 6;

/// The first field of what a seat stands for, where one is changed, and the one of its holder.
const FIGURES: usize = 6;
const WOMAN: usize = FIGURES + 2;

/// The option that says a person of the same name is somebody else.
const OTHER: usize = 1;

/// Describes a person by name and first seat, so that a clerk knows who is meant.
fn described(language: Language, world: &World, person: &Person) -> String {
    let seat = world.seats.values().find(|seat| seat.person == person.id);
    match seat {
        Some(seat) => {
            let village = terms::village(language, world, seat.village.as_ref());
            format!("{} ({village} {})", person.name, seat.role)
        }
        None => person.name.to_string(),
    }
}

impl Sheet for SeatSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        match &self.about {
            About::NewPerson => seats::person_title(language).to_owned(),
            About::Change(_) => seats::seat_edit_title(language).to_owned(),
            About::Another(person) => app.desk.as_ref().map_or_else(String::new, |desk| {
                seats::seat_title(language, terms::person(language, desk.world(), person))
            }),
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let old = self.old(app);
        let world = app.desk.as_ref().map(Desk::world);
        let name = match (world, old) {
            (Some(world), Some(seat)) => terms::person(language, world, &seat.person),
            _ => "",
        };
        let mut fields = Vec::new();
        if !matches!(self.about, About::Another(_)) {
            let name = Field::text(
                "person_name",
                seats::person_name(language),
                name,
                LONGEST_LINE,
            );
            fields.push(name.required());
        }
        let wanted = match old {
            Some(seat) => seat.village.as_ref(),
            None => self.village.as_ref(),
        };
        let role = old.map_or("", |seat| seat.role.as_str());
        let capacity = old.map_or(Capacity::Voting, |seat| seat.capacity);
        let today = app.desk.as_ref().map(Desk::today);
        let from = old.map(|seat| seat.from).or(today);
        let from = from.map(|day| day.to_string()).unwrap_or_default();
        let to = old.and_then(|seat| seat.to).map(|day| day.to_string());
        fields.extend(seat_fields::fields(language, world, wanted, role, capacity));
        fields.extend([
            Field::figure("from", seats::from(language), &from, DATE)
                .required()
                .hint(seats::day_hint(language)),
            Field::figure("to", seats::to(language), &to.unwrap_or_default(), DATE)
                .hint(seats::to_hint(language)),
        ]);
        if let Some(seat) = old {
            let holder = world.and_then(|world| world.person(&seat.person).ok());
            let woman = holder.is_some_and(|holder| holder.woman);
            fields.extend(figures::of_seat(language, Some(seat), woman));
        }
        if matches!(self.about, About::NewPerson) {
            let options = [seats::same_one(language), seats::same_other(language)];
            let options = options.map(ToOwned::to_owned).to_vec();
            fields.push(
                Field::choice("same", seats::same(language), options, None)
                    .hint(seats::same_hint(language)),
            );
        }
        Form::new(seats::confirm_seat(language), fields)
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let Some(world) = app.desk.as_ref().map(Desk::world) else {
            return Vec::new();
        };
        if matches!(self.about, About::Another(_)) {
            return Vec::new();
        }
        let own = self.old(app).map(|seat| &seat.person);
        let others = world
            .people
            .values()
            .filter(|person| Some(&person.id) != own);
        alike::warn(
            app.language,
            form.text(0).as_str(),
            others.map(|it| &it.name),
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        let language = app.language;
        match field.checked_sub(self.before()) {
            Some(3) => hint_day(app, form, field, seats::day_hint(language)),
            Some(4) => hint_day(app, form, field, seats::to_hint(language)),
            _ => {}
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let desk = desk_of(app)?;
        let (person, put) = self.holder(desk, language, form)?;
        let first = self.before();
        let held = seat_fields::read(language, desk.world(), form, first)?;
        let old = self.old(app);
        let (households, shares) = match old {
            Some(_) => figures::read_seat(language, form, FIGURES)?,
            None => (None, None),
        };
        let seat = Seat {
            households,
            shares,
            id: old.map_or_else(|| desk.new_id(), |seat| seat.id.clone()),
            person,
            village: held.village,
            role: held.role,
            capacity: held.capacity,
            from: day_of(language, form, first + 3, desk.today())?,
            to: day_if_any(language, form, first + 4, desk.today())?,
            counts: old.is_some_and(|seat| seat.counts),
        };
        let entry = Entry::Seat(seat.id.clone());
        let mut commands: Vec<Command> = put.into_iter().collect();
        commands.push(Command::Roster(Roster::PutSeat(seat)));
        Ok(Submission::Then(
            commands,
            Box::new(move |app| super::select(app, &entry)),
        ))
    }

    fn place(&self) -> Option<Place> {
        Some(match &self.about {
            About::NewPerson => Place::NewPerson,
            About::Another(person) => Place::Roster(OfRoster::NewSeat(person.clone())),
            About::Change(seat) => Place::Roster(OfRoster::Seat(seat.clone())),
        })
    }

    fn is_recorded(&self) -> bool {
        matches!(self.about, About::Change(_))
    }
}
