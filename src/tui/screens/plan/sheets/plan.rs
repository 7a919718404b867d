//! The plan of a session, new or changed.

use super::{LINE, number_if_any};
use crate::desk::Desk;
use crate::desk::place::Place;
use crate::domain::dates::read_time;
use crate::domain::ids::{MatterId, PersonId, SessionId};
use crate::domain::session::agenda::{self, Item};
use crate::domain::session::{Command as Session, Plan, SessionKind};
use crate::domain::text::Line;
use crate::domain::{Command, World};
use crate::i18n::{Language, left, plan, shared, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, day_of, line_if_any};
use crate::tui::screens::choices::People;
use crate::tui::screens::{Screen, matters, plan as screen};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};
use chrono::{NaiveDate, NaiveTime};

const KIND: usize = 0;
const ORDINAL: usize = 1;
const DATE: usize = 2;
const START: usize = 3;
const PLACE: usize = 4;
const CHAIR: usize = 5;
const RECORDER: usize = 6;

/// Asks for a session's plan.
pub struct PlanSheet {
    session: Option<SessionId>,
    /// The field in use when it opens.
    first: usize,
    /// The matter that goes on the agenda of a new session at once.
    matter: Option<MatterId>,
}

/// What the fields hold when the sheet opens.
#[derive(Default)]
struct Proposed {
    kind: Option<SessionKind>,
    ordinal: u32,
    date: String,
    start: Option<NaiveTime>,
    place: Option<Line>,
    chair: Option<PersonId>,
    recorder: Option<PersonId>,
}

impl PlanSheet {
    /// Asks for the plan of a new session.
    #[must_use]
    pub const fn create() -> Self {
        Self {
            session: None,
            first: KIND,
            matter: None,
        }
    }

    /// Asks for the plan of a new session on whose agenda a matter goes.
    #[must_use]
    pub const fn create_for(matter: MatterId) -> Self {
        Self {
            session: None,
            first: KIND,
            matter: Some(matter),
        }
    }

    /// Asks for the plan of a session from now on.
    #[must_use]
    pub const fn edit(session: SessionId) -> Self {
        Self {
            session: Some(session),
            first: KIND,
            matter: None,
        }
    }

    /// Asks who chairs a session, on the sheet of its plan.
    #[must_use]
    pub const fn name_chair(session: SessionId) -> Self {
        Self {
            session: Some(session),
            first: CHAIR,
            matter: None,
        }
    }

    fn proposed(&self, desk: &Desk) -> Proposed {
        let known = self
            .session
            .as_ref()
            .and_then(|id| desk.world().sessions.get(id));
        if let Some(session) = known {
            return Proposed {
                kind: Some(session.kind),
                ordinal: session.ordinal,
                date: session.date.to_string(),
                start: session.start,
                place: session.place.clone(),
                chair: session.chair.clone(),
                recorder: session.recorder.clone(),
            };
        }
        let kind = SessionKind::Regular;
        let ordinal = desk.world().next_ordinal(kind);
        // A file that cannot be read costs only the proposals.
        let last = desk.sessions(0, 1).unwrap_or_default().into_iter().next();
        let last = last.map(|last| Proposed {
            start: last.start,
            place: last.place,
            recorder: last.recorder.or_else(|| last.chair.clone()),
            chair: last.chair,
            ..Proposed::default()
        });
        Proposed {
            kind: Some(kind),
            ordinal,
            ..last.unwrap_or_default()
        }
    }
}

impl Sheet for PlanSheet {
    fn title(&self, app: &App) -> String {
        match &self.session {
            Some(_) => plan::edit_title(app.language),
            None => plan::create_title(app.language),
        }
        .to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Form::new(shared::save_row(language), Vec::new());
        };
        let world = desk.world();
        let proposed = self.proposed(desk);
        let kinds = SessionKind::ALL.map(|kind| terms::session_kind(language, kind).to_owned());
        let kind = SessionKind::ALL
            .iter()
            .position(|kind| Some(*kind) == proposed.kind);
        let start = proposed.start.map(terms::clock).unwrap_or_default();
        let place = proposed.place.map(|place| place.to_string());
        let people = People::of(world, desk.today());
        let chair = proposed.chair.as_ref();
        let recorder = proposed.recorder.as_ref();
        let mut form = Form::new(
            shared::save_row(language),
            vec![
                Field::choice("kind", plan::field_kind(language), kinds.to_vec(), kind)
                    .hint(shared::choice_hint(language)),
                Field::figure(
                    "ordinal",
                    plan::field_ordinal(language),
                    &proposed.ordinal.to_string(),
                    6,
                )
                .required()
                .hint(plan::ordinal_hint(language)),
                Field::figure("date", plan::field_date(language), &proposed.date, 20)
                    .required()
                    .hint(shared::day_hint(language)),
                Field::figure("start", plan::field_start(language), &start, 10)
                    .hint(plan::start_hint(language)),
                Field::text(
                    "place",
                    plan::field_place(language),
                    place.as_deref().unwrap_or_default(),
                    LINE,
                ),
                people.field(language, world, "chair", plan::field_chair(language), chair),
                people.field(
                    language,
                    world,
                    "recorder",
                    plan::field_recorder(language),
                    recorder,
                ),
            ],
        );
        self.changed(app, &mut form, DATE);
        form.focus(self.first);
        form
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        let Some(desk) = &app.desk else { return };
        match field {
            DATE => {
                let hint = shared::day_hint(app.language);
                day_hint(app.language, form, DATE, desk.today(), hint);
            }
            KIND if self.session.is_none() => {
                // An ordinal that was typed stays; one that was only proposed follows the kind.
                let next = |kind: &SessionKind| desk.world().next_ordinal(*kind).to_string();
                if !form.is_typed(ORDINAL)
                    && let Some(kind) = kind_of(form)
                {
                    form.propose(ORDINAL, &next(&kind));
                }
            }
            _ => {}
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Err(Fault::at(KIND, ui::no_committee_open(language)));
        };
        let plan = read(language, desk.world(), desk.today(), form)?;
        match &self.session {
            Some(id) => Ok(Submission::Record(vec![Command::Session(
                Session::Replan {
                    id: id.clone(),
                    plan,
                },
            )])),
            None => Ok(create(language, desk, plan, self.matter.clone())),
        }
    }

    fn place(&self) -> Option<Place> {
        Some(match &self.session {
            Some(id) => Place::Plan(id.clone()),
            None => Place::NewSession,
        })
    }

    fn is_recorded(&self) -> bool {
        self.session.is_some()
    }
}

fn kind_of(form: &Form) -> Option<SessionKind> {
    SessionKind::ALL.get(form.chosen(KIND)?).copied()
}

fn read(language: Language, world: &World, today: NaiveDate, form: &Form) -> Result<Plan, Fault> {
    let missing = |field| move || Fault::at(field, ui::field_missing(language));
    let people = People::of(world, today);
    let typed = form.text(START);
    let start = match typed.trim() {
        "" => None,
        typed => {
            let wrong = || Fault::at(START, plan::not_an_hour(language));
            Some(read_time(typed).ok_or_else(wrong)?)
        }
    };
    Ok(Plan {
        kind: kind_of(form).ok_or_else(missing(KIND))?,
        ordinal: number_if_any(form, ORDINAL, 99_999, plan::not_a_number, language)?
            .ok_or_else(missing(ORDINAL))?,
        date: day_of(language, form, DATE, today)?,
        start,
        place: line_if_any(language, form, PLACE)?,
        chair: people.read(form, CHAIR),
        recorder: people.read(form, RECORDER),
    })
}

/// Makes the item every new agenda opens with, in the language of the committee: 上次议定事项落实情况.
#[must_use]
pub fn opening(desk: &Desk, session: &SessionId) -> Option<Item> {
    let language = Language::of_committee(desk.world());
    let title = Line::new(plan::opening_item(language)).ok()?;
    Some(Item::opening(desk.new_id(), session.clone(), title))
}

/// A new agenda opens with what became of the last one.
fn create(language: Language, desk: &Desk, plan: Plan, matter: Option<MatterId>) -> Submission {
    let id: SessionId = desk.new_id();
    let opening = opening(desk, &id);
    // What was put off to then comes back of itself.
    let back = desk.come_back(plan.date).unwrap_or_default();
    let back = back.iter().map(|item| {
        Command::Agenda(agenda::Command::Carry {
            item: item.id.clone(),
            into: Item {
                id: desk.new_id(),
                session: id.clone(),
                late: None,
                ..item.clone()
            },
        })
    });
    let back: Vec<Command> = back.collect();
    let came_back = back.len();
    let command = Session::Create {
        id: id.clone(),
        plan,
        opening,
    };
    let commands = std::iter::once(Command::Session(command)).chain(back);
    Submission::Then(
        commands.collect(),
        Box::new(move |app| {
            if let Some(matter) = matter {
                return matters::put_into(app, &matter, &id);
            }
            if let Some(Screen::Sessions(state)) = app.top_mut() {
                state.select(id.clone());
            }
            app.go(Screen::Plan(screen::State::new(id)));
            if came_back > 0 {
                app.say(Role::Normal, left::came_back(language, came_back));
            }
        }),
    )
}
