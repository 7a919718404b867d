//! Leave asked for before the roll is called.

use super::{LINE, on_the_list};
use crate::desk::Desk;
use crate::desk::place::{InSession, Place};
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::session::Command as Of;
use crate::domain::session::attendance::Excuse;
use crate::domain::{Command, World};
use crate::i18n::{room, shared, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_of};
use crate::tui::screens::choices::label_of;
use crate::tui::screens::live;
use crate::tui::widgets::form::{Field, Form};

const WHO: usize = 0;
const WHY: usize = 1;
const WORDS: usize = 2;

/// The reasons that have a name; another one is given in words.
const REASONS: [Excuse; 3] = [Excuse::Illness, Excuse::Private, Excuse::Duty];

/// Asks who asked for leave, and why.
pub struct LeaveSheet {
    session: SessionId,
    person: Option<PersonId>,
}

impl LeaveSheet {
    /// Asks about a session; somebody may be proposed.
    #[must_use]
    pub const fn new(session: SessionId, person: Option<PersonId>) -> Self {
        Self { session, person }
    }

    fn people(&self, app: &App) -> Vec<PersonId> {
        let world = app.desk.as_ref().map(Desk::world);
        let list = |world: &World| {
            let session = world.session(&self.session).ok()?;
            Some(on_the_list(world, session))
        };
        world.and_then(list).unwrap_or_default()
    }

    fn known(&self, app: &App, person: &PersonId) -> Option<Excuse> {
        let world = app.desk.as_ref()?.world();
        let mut leave = world.session(&self.session).ok()?.leave.iter();
        let known = leave.find(|leave| leave.person == *person)?;
        Some(known.reason.clone())
    }
}

impl Sheet for LeaveSheet {
    fn title(&self, app: &App) -> String {
        room::leave_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let people = self.people(app);
        let at = self.person.as_ref();
        let at = at.and_then(|person| people.iter().position(|it| it == person));
        let world = app.desk.as_ref().map(Desk::world);
        let label = |person: &PersonId| {
            world.map_or_else(String::new, |world| label_of(language, world, person))
        };
        let mut reasons: Vec<String> = REASONS
            .iter()
            .map(|reason| terms::excuse(language, reason).to_owned())
            .collect();
        reasons.push(room::leave_other(language).to_owned());
        reasons.push(room::leave_back(language).to_owned());
        let known = self.person.as_ref();
        let known = known.and_then(|person| self.known(app, person));
        let (why, words) = match &known {
            None => (None, ""),
            Some(Excuse::Other(words)) => (Some(REASONS.len()), words.as_str()),
            Some(reason) => (REASONS.iter().position(|it| it == reason), ""),
        };
        Form::new(
            room::confirm(language),
            vec![
                Field::choice(
                    "leave_who",
                    room::leave_who(language),
                    people.iter().map(label).collect(),
                    at,
                )
                .required()
                .hint(shared::choice_hint(language)),
                Field::choice(
                    "leave_why",
                    room::leave_why(language),
                    reasons,
                    why.or(Some(0)),
                )
                .hint(shared::choice_hint(language)),
                Field::text("leave_other", room::leave_other(language), words, LINE)
                    .hint(room::leave_words_hint(language)),
            ],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let person = form
            .chosen(WHO)
            .and_then(|at| self.people(app).into_iter().nth(at))
            .ok_or_else(|| Fault::at(WHO, ui::field_missing(language)))?;
        let chosen = form.chosen(WHY).unwrap_or_default();
        let reason = match REASONS.get(chosen) {
            Some(reason) => Some(reason.clone()),
            None if chosen == REASONS.len() => Some(Excuse::Other(line_of(language, form, WORDS)?)),
            None if self.known(app, &person).is_none() => {
                return Err(Fault::at(WHY, room::leave_none(language)));
            }
            None => None,
        };
        let ask = Command::Session(Of::AskLeave {
            id: self.session.clone(),
            person: person.clone(),
            reason,
        });
        Ok(Submission::Then(
            vec![ask],
            Box::new(move |app| live::select_person(app, &person)),
        ))
    }

    fn place(&self) -> Option<Place> {
        let session = self.session.clone();
        Some(match &self.person {
            Some(person) => Place::Live(session, InSession::Leave(person.clone())),
            None => Place::Leave(session),
        })
    }
}
