//! The sheet by which chair or recorder hands over, for one item or for good.

use super::super::{moment, seen};
use super::minute_of;
use crate::desk::place::Place;
use crate::domain::Command;
use crate::domain::World;
use crate::domain::ids::PersonId;
use crate::domain::session::agenda::Item;
use crate::domain::session::handover::{Handover, Office};
use crate::domain::session::turn::Turn;
use crate::domain::session::{self, Session};
use crate::i18n::{room, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission};
use crate::tui::screens::choices::label_of;
use crate::tui::widgets::form::{Field, Form};

const OFFICE: usize = 0;
const TO: usize = 1;
const AT: usize = 2;
const SCOPE: usize = 3;

const OFFICES: [Office; 2] = [Office::Chair, Office::Recorder];

/// The option that hands over for the one item; the other is for good.
const ITEM: usize = 0;

/// Asks what is handed over, to whom, for what and when.
pub struct HandOverSheet {
    /// The hour it proposes: one that was not written over is the clock's.
    proposed: String,
}

impl HandOverSheet {
    /// Makes the sheet at the minute acts carry now.
    #[must_use]
    pub fn new(app: &App) -> Self {
        let now = moment(app).map(|now| now.clock());
        Self {
            proposed: now.unwrap_or_default(),
        }
    }
}

/// Returns those who can take over: whoever is there.
fn there(session: &Session) -> Vec<&PersonId> {
    let there = session.roll.iter().filter(|it| it.there().is_some());
    there.map(|attendee| &attendee.place.person).collect()
}

/// Returns the item it can be handed over for: the one that runs, else the one looked at.
fn item_of<'a>(app: &App, world: &'a World, session: &Session) -> Option<&'a Item> {
    let looked_at = || app.live().and_then(|state| state.item(world));
    let item = world.running_item(&session.id).or_else(looked_at);
    item.filter(|item| !item.state.settled())
}

impl Sheet for HandOverSheet {
    fn title(&self, app: &App) -> String {
        room::hand_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let Ok((_, session, world)) = seen(app) else {
            return Form::new(room::confirm(language), Vec::new());
        };
        let offices = OFFICES.map(|office| terms::office(language, office).to_owned());
        let people = there(session);
        let people = people.into_iter().map(|it| label_of(language, world, it));
        let mut fields = vec![
            Field::choice(
                "hand_office",
                room::hand_office(language),
                offices.to_vec(),
                Some(0),
            ),
            Field::choice("hand_to", room::hand_to(language), people.collect(), None)
                .required()
                .hint(room::hand_to_hint(language)),
            Field::figure("hand_at", room::hand_at(language), &self.proposed, 8).required(),
        ];
        if let Some(item) = item_of(app, world, session) {
            let number = terms::item_number(language, item);
            let options = vec![
                room::hand_for_item(language, number, item.title.as_str()),
                room::hand_for_good(language).to_owned(),
            ];
            let label = room::hand_scope(language);
            fields.push(Field::choice("hand_scope", label, options, Some(ITEM)));
        }
        Form::new(room::confirm(language), fields)
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let fault = |why| Fault::at(TO, app.reason(&why));
        let (_, session, world) = seen(app).map_err(fault)?;
        let office = form.chosen(OFFICE).and_then(|at| OFFICES.get(at).copied());
        let to = form
            .chosen(TO)
            .and_then(|at| there(session).get(at).map(|it| PersonId::clone(it)))
            .ok_or_else(|| Fault::at(TO, ui::field_missing(language)))?;
        let item = item_of(app, world, session).filter(|_| form.chosen(SCOPE) == Some(ITEM));
        let item = item.map(|item| item.id.clone());
        let office = office.unwrap_or(Office::Chair);
        if session.acting(office, item.as_ref()) == Some(&to) {
            let name = terms::person(language, world, &to);
            return Err(Fault::at(TO, room::hand_same(language, name)));
        }
        let today = moment(app).map_err(fault)?;
        let handover = Handover {
            office,
            to,
            item,
            at: minute_of(language, session, form, AT, Some(today))?,
            turn: match form.text(AT) == self.proposed {
                true => Turn::default(),
                false => Turn::Stated,
            },
        };
        let id = session.id.clone();
        let hand_over = session::Command::HandOver { id, handover };
        Ok(Submission::Record(vec![Command::Session(hand_over)]))
    }

    fn place(&self) -> Option<Place> {
        // Three choices and an hour, proposed.
        None
    }
}
