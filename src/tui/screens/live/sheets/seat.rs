//! The sheet that puts a wrong or missing seat right from the roll.

use super::super::{desk, roll, seen, select_person};
use super::LINE;
use crate::desk::Desk;
use crate::desk::place::{InSession, Place};
use crate::domain::Command;
use crate::domain::World;
use crate::domain::ids::PersonId;
use crate::domain::roster::{Capacity, Command as Roster, Person, Seat};
use crate::domain::session::room::SeatMend;
use crate::domain::session::{self, Session};
use crate::domain::text::Line;
use crate::i18n::{live as words, room, seats, shared, terms};
use crate::tui::alike;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_of};
use crate::tui::past_day;
use crate::tui::screens::room::{Meant, meant};
use crate::tui::screens::roster::{figures, seat_fields};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

const NAME: usize = 0;
/// The first of what is asked of every seat: village, role, capacity.
const VILLAGE: usize = 1;
const FROM: usize = 4;
/// What the seat stands for and whether a woman holds it, for the rules that count so.
const FIGURES: usize = 5;
const WOMAN: usize = FIGURES + 2;
const ON: usize = 8;
const REASON: usize = 9;

/// Asks for the seat as it should be, with the day and the reason of the mending.
pub struct SeatSheet {
    place: Option<Place>,
}

impl SeatSheet {
    /// Makes the sheet of the person selected; of nobody, it is for somebody missing.
    #[must_use]
    pub fn new(app: &App) -> Self {
        let place = seen(app).ok().map(|(_, session, _)| {
            let selected = roll::selected(app).ok();
            let person = selected.map(|(_, _, attendee)| attendee.place.person.clone());
            Place::Live(session.id.clone(), InSession::Seat(person))
        });
        Self { place }
    }
}

/// Returns the seat somebody is on the roll by that day, else any held then.
fn seat_of<'a>(world: &'a World, session: &Session, person: &PersonId) -> Option<&'a Seat> {
    let place = session.attendee(person).map(|attendee| &attendee.place);
    let held = || {
        let seats = world.seats.values().map(AsRef::as_ref);
        seats.filter(|seat: &&Seat| seat.person == *person && seat.held_on(session.date))
    };
    let drawn = held().find(|seat| {
        place.is_some_and(|place| (&place.village, &place.role) == (&seat.village, &seat.role))
    });
    drawn.or_else(|| held().min_by_key(|seat| seat.capacity))
}

/// Finds who is meant: the person selected where the name stands as it is, else by name or pinyin of
/// the roster; else it is somebody new.
fn person_of(app: &App, desk: &Desk, name: &Line) -> Result<(Person, bool), String> {
    let selected = roll::selected(app).ok();
    let selected = selected.and_then(|(_, _, attendee)| {
        let known = desk.world().person(&attendee.place.person);
        known.ok().filter(|person| person.name.key() == name.key())
    });
    if let Some(person) = selected {
        return Ok((person.clone(), true));
    }
    let people: Vec<&Person> = desk.world().people.values().map(AsRef::as_ref).collect();
    match meant(&people, name) {
        Meant::One(person) => Ok((person.clone(), true)),
        Meant::Several(count) => Err(room::guest_several(app.language, count, name.as_str())),
        Meant::Nobody => {
            let (id, name) = (desk.new_id(), name.clone());
            Ok((
                Person {
                    woman: false,
                    kin: Vec::new(),
                    id,
                    name,
                },
                false,
            ))
        }
    }
}

impl Sheet for SeatSheet {
    fn title(&self, app: &App) -> String {
        room::seat_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let Ok((_, session, world)) = seen(app) else {
            return Form::new(room::confirm(language), Vec::new());
        };
        let selected = roll::selected(app).ok().map(|(_, _, attendee)| attendee);
        let place = selected.as_ref().map(|attendee| &attendee.place);
        let name = place.map_or("", |place| terms::person(language, world, &place.person));
        let village = place.and_then(|place| place.village.as_ref());
        let role = place.map_or("", |place| place.role.as_str());
        let capacity = place.map_or(Capacity::Voting, |place| place.capacity);
        let known = place.and_then(|place| seat_of(world, session, &place.person));
        let from = known.map_or(session.date, |seat| seat.from);
        let today = app.desk.as_ref().map(|desk| desk.today().to_string());
        let woman = place.is_some_and(|place| place.woman);
        let figures = figures::of_seat(language, known, woman);
        let named = Field::text("seat_name", room::seat_name(language), name, LINE)
            .required()
            .hint(room::seat_name_hint(language));
        let held = seat_fields::fields(language, Some(world), village, role, capacity);
        let since = Field::figure("from", seats::from(language), &from.to_string(), 20)
            .required()
            .hint(shared::past_day_hint(language));
        let mended = [
            Field::figure(
                "mended_on",
                room::mended_on(language),
                &today.unwrap_or_default(),
                20,
            )
            .required()
            .hint(shared::past_day_hint(language)),
            Field::text("mend_reason", room::mend_reason(language), "", LINE)
                .required()
                .hint(room::mend_reason_hint(language)),
        ];
        let named = std::iter::once(named).chain(held).chain([since]);
        let fields = named.chain(figures).chain(mended);
        Form::new(room::confirm(language), fields.collect())
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        let language = app.language;
        let Some(desk) = &app.desk else { return };
        match field {
            FROM | ON => {
                let latest = match (field, seen(app)) {
                    (FROM, Ok((_, session, _))) => session.date,
                    _ => desk.today(),
                };
                let hint = shared::past_day_hint(language);
                past_day::hint(language, form, field, latest, hint);
            }
            NAME => {
                let found = Line::new(&form.text(NAME)).ok();
                let found = found.map(|name| person_of(app, desk, &name));
                let words = match &found {
                    Some(Err(words)) => words.clone(),
                    Some(Ok((person, true))) => {
                        let session = seen(app).ok().map(|(_, session, _)| session);
                        let seat = session.and_then(|it| seat_of(desk.world(), it, &person.id));
                        let role = seat.map_or("", |seat| seat.role.as_str());
                        room::guest_known(language, person.name.as_str(), role)
                    }
                    _ => room::seat_name_hint(language).to_owned(),
                };
                form.set_hint(NAME, &words);
            }
            _ => {}
        }
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let (Some(desk), Ok(name)) = (&app.desk, Line::new(&form.text(NAME))) else {
            return Vec::new();
        };
        let people: Vec<&Person> = desk.world().people.values().map(AsRef::as_ref).collect();
        match meant(&people, &name) {
            Meant::Nobody => {
                let others = people.iter().map(|person| &person.name);
                alike::warn(app.language, name.as_str(), others)
            }
            Meant::One(_) | Meant::Several(_) => Vec::new(),
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let fault = |why| Fault::at(NAME, app.reason(&why));
        let (_, session, world) = seen(app).map_err(fault)?;
        let desk = desk(app).map_err(fault)?;
        let name = line_of(language, form, NAME)?;
        let (person, known) =
            person_of(app, desk, &name).map_err(|words| Fault::at(NAME, words))?;
        let woman = form.checked(WOMAN);
        // Somebody new, or of whom that was not entered.
        let put = !known || person.woman != woman;
        let person = Person { woman, ..person };
        let (households, shares) = figures::read_seat(language, form, FIGURES)?;
        let old = seat_of(world, session, &person.id);
        let seat_fields::Held {
            village,
            role,
            capacity,
        } = seat_fields::read(language, world, form, VILLAGE)?;
        // Not after the session, or it would not be on this roll.
        let late = room::seat_from_late(language, terms::date(language, session.date));
        let from = past_day::of(language, form, FROM, session.date, &late)?;
        let others = world.seats.values().any(|seat| {
            let other = Some(&seat.id) != old.map(|old| &old.id);
            other && seat.person == person.id && seat.held_on(session.date)
        });
        let seat = Seat {
            households,
            shares,
            id: old.map_or_else(|| desk.new_id(), |seat| seat.id.clone()),
            person: person.id.clone(),
            village,
            role,
            capacity,
            from,
            to: old.and_then(|seat| seat.to),
            // Of several seats the mended one is meant.
            counts: capacity == Capacity::Voting && (others || old.is_some_and(|it| it.counts)),
        };
        let stands = session.attendee(&person.id).is_some_and(|attendee| {
            let place = &attendee.place;
            let counted = (place.households, place.shares, place.woman);
            (&place.village, &place.role, place.capacity)
                == (&seat.village, &seat.role, seat.capacity)
                && counted == (seat.households, seat.shares, woman)
        });
        if stands {
            return Err(Fault::at(NAME, words::nothing_corrected(language)));
        }
        let mend = SeatMend {
            person: person.id.clone(),
            on: past_day::of(
                language,
                form,
                ON,
                desk.today(),
                room::mended_later(language),
            )?,
            reason: line_of(language, form, REASON)?,
        };
        let id = person.id.clone();
        let mut commands = Vec::new();
        if put {
            commands.push(Command::Roster(Roster::PutPerson(person)));
        }
        commands.push(Command::Session(session::Command::MendSeat {
            id: session.id.clone(),
            seat,
            mend,
        }));
        Ok(Submission::Then(
            commands,
            Box::new(move |app| select_person(app, &id)),
        ))
    }

    fn place(&self) -> Option<Place> {
        self.place.clone()
    }
}
