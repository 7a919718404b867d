//! The sheet of a follow-up.

use super::super::paper::moment;
use super::super::{Panel, closing, desk, minutes, seen, vote};
use super::{LINE, looked_at};
use crate::desk::place::{InSession, Place};
use crate::domain::Command;
use crate::domain::ids::{PersonId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::session::minutes::EntryKind;
use crate::domain::task::{self, Decision, Task};
use crate::i18n::live as words;
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, day_if_any, line_of};
use crate::tui::widgets::form::{Field, Form};

/// A follow-up of a decision, or of the item looked at.
pub struct TaskSheet {
    decision: Option<Decision>,
    place: Option<Place>,
}

impl TaskSheet {
    /// Makes the sheet for the decision selected, else for the item looked at.
    #[must_use]
    pub fn new(app: &App) -> Self {
        match selected(app) {
            Some(decision) => Self::of(app, decision),
            None => Self {
                decision: None,
                place: looked_at(app)
                    .map(|(session, item)| Place::Live(session, InSession::FollowUp(item))),
            },
        }
    }

    /// Makes the sheet for a decision.
    #[must_use]
    pub fn of(app: &App, decision: Decision) -> Self {
        let session = seen(app).ok().map(|(_, session, _)| session.id.clone());
        let place =
            session.map(|session| Place::Live(session, InSession::FollowUpOf(decision.clone())));
        Self {
            decision: Some(decision),
            place,
        }
    }
}

impl Sheet for TaskSheet {
    fn title(&self, app: &App) -> String {
        words::task_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let (people, villages) = names(app);
        let decided = seen(app).ok().map_or("", |(state, _, world)| {
            self.decision.as_ref().map_or_else(
                || vote::motion(state, world).map_or("", |motion| motion.wording()),
                |decision| decision.words(world),
            )
        });
        let what: String = decided
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(LINE)
            .collect();
        Form::new(
            words::record_row(language),
            vec![
                Field::text("what", words::what(language), &what, LINE).required(),
                Field::choice(
                    "who",
                    words::who(language),
                    people.into_iter().map(|(_, name)| name).collect(),
                    Some(0),
                )
                .hint(words::who_hint(language)),
                Field::choice(
                    "village",
                    words::village(language),
                    villages.into_iter().map(|(_, name)| name).collect(),
                    Some(0),
                ),
                Field::text("by_when", words::by_when(language), "", 20)
                    .hint(words::by_when_hint(language)),
            ],
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (3, Ok((_, session, _))) = (field, seen(app)) {
            let hint = words::by_when_hint(app.language);
            day_hint(app.language, form, field, session.date, hint);
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let fault = |why| Fault::at(0, app.reason(&why));
        let (state, session, world) = seen(app).map_err(fault)?;
        let desk = desk(app).map_err(fault)?;
        let (people, villages) = names(app);
        let entered = moment(app).map_err(fault)?.day();
        let due = day_if_any(app.language, form, 3, session.date)?;
        if due.is_some_and(|due| due < entered) {
            let over = Refusal::from(task::Refused::DateOver);
            return Err(Fault::at(3, app.reason(&Why::Refused(over))));
        }
        let task = Task {
            session: Some(session.id.clone()),
            item: match &self.decision {
                Some(decision) => decision.item(world).cloned(),
                None => state.item(world).map(|item| item.id.clone()),
            },
            decision: self.decision.clone(),
            owner: form
                .chosen(1)
                .and_then(|at| people.into_iter().nth(at))
                .and_then(|(id, _)| id),
            village: form
                .chosen(2)
                .and_then(|at| villages.into_iter().nth(at))
                .and_then(|(id, _)| id),
            due,
            ..Task::new(desk.new_id(), line_of(app.language, form, 0)?, entered)
        };
        Ok(Submission::Record(vec![Command::Task(task::Command::Put(
            task,
        ))]))
    }

    fn place(&self) -> Option<Place> {
        self.place.clone()
    }
}

/// Returns the decision that is selected in the panel that is seen.
fn selected(app: &App) -> Option<Decision> {
    let (state, _, world) = seen(app).ok()?;
    match state.panel {
        Panel::Closing => closing::decision(app).ok(),
        Panel::Vote => vote::motion(state, world).and_then(Decision::of_motion),
        Panel::Minutes => {
            let entry = minutes::selected(app).ok()?;
            let entry = Some(entry).filter(|entry| entry.kind == EntryKind::Decision)?;
            Some(Decision::Entry {
                entry: entry.id.clone(),
            })
        }
        Panel::Agenda | Panel::Roll | Panel::Review => None,
    }
}

/// A person and a village of a choice, by id and name; nobody comes first, and no village means the whole area.
type Names = (
    Vec<(Option<PersonId>, String)>,
    Vec<(Option<VillageId>, String)>,
);

fn names(app: &App) -> Names {
    let Ok((_, session, world)) = seen(app) else {
        return Names::default();
    };
    let mut people = vec![(None, words::no_owner(app.language).to_owned())];
    people.extend(
        session
            .roll
            .iter()
            .filter_map(|attendee| world.person(&attendee.place.person).ok())
            .map(|person| (Some(person.id.clone()), person.name.to_string())),
    );
    let mut villages = vec![(None, words::area_wide(app.language).to_owned())];
    villages.extend(
        world
            .villages_in_order()
            .into_iter()
            .filter(|village| !village.left_by(session.date))
            .map(|village| (Some(village.id.clone()), village.name.to_string())),
    );
    (people, villages)
}
