//! A follow-up, new or changed.

use super::today;
use crate::desk::place::Place;
use crate::domain::Command;
use crate::domain::World;
use crate::domain::ids::{MatterId, TaskId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::task::{Command as Follow, Part, Refused, Source, Task};
use crate::domain::text::{LONGEST_LINE, Line};
use crate::i18n::{follow_ups, shared, task_sheet as words, tasks, terms, ui};
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, day_if_any, line_if_any, line_of};
use crate::tui::screens::Screen;
use crate::tui::screens::choices::{People, villages_to_name};
use crate::tui::widgets::form::{Field, Form};
use chrono::NaiveDate;

const WHAT: usize = 0;
const OWNER: usize = 1;
const LEAD: usize = 2;
const LEAD_PERSON: usize = 3;
const VILLAGE: usize = 4;
const PARTS: usize = 5;
const SIGNER: usize = 6;
const SOURCE: usize = 7;
const DUE: usize = 8;

/// Asks for a follow-up.
pub struct TaskSheet {
    task: Option<TaskId>,
    /// The matter a new one is of.
    matter: Option<MatterId>,
}

impl TaskSheet {
    /// Asks for a new one, of a matter where one is given.
    #[must_use]
    pub const fn create(matter: Option<MatterId>) -> Self {
        Self { task: None, matter }
    }

    /// Asks what one is to be from now on. A date once set is moved, with a reason, and is not asked here.
    #[must_use]
    pub const fn edit(task: TaskId) -> Self {
        Self {
            task: Some(task),
            matter: None,
        }
    }

    fn known<'a>(&self, world: &'a World) -> Option<&'a Task> {
        let id = self.task.as_ref()?;
        world.tasks.get(id).map(AsRef::as_ref)
    }
}

impl TaskSheet {
    /// Returns the villages that may be asked: those that have not left, and those that were asked before.
    fn villages(&self, app: &App, world: &World, today: NaiveDate) -> Vec<(VillageId, String)> {
        let known = self.known(world);
        villages_to_name(app.language, world, today, |id| {
            known.is_some_and(|task| task.concerns(id))
        })
    }
}

impl Sheet for TaskSheet {
    fn title(&self, app: &App) -> String {
        match self.task {
            Some(_) => tasks::title_edit(app.language),
            None => tasks::title_new(app.language),
        }
        .to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Form::new(shared::save_row(language), Vec::new());
        };
        let world = desk.world();
        let known = self.known(world);
        let what = known.map(|task| task.what.as_str()).unwrap_or_default();
        let villages = self.villages(app, world, desk.today());
        let supports =
            |(id, _): &(VillageId, String)| known.is_some_and(|task| task.parts.contains_key(id));
        let places = villages.iter().enumerate();
        let supporting = places.filter(|(_, village)| supports(village));
        let supporting: Vec<usize> = supporting.map(|(at, _)| at).collect();
        let names: Vec<String> = villages.iter().map(|(_, name)| name.clone()).collect();
        let line = |of: fn(&Task) -> Option<&Line>| {
            let line = known.and_then(of);
            line.map(|line| line.as_str()).unwrap_or_default()
        };
        let mut sources = vec![words::source_none(language).to_owned()];
        sources.extend(Source::ALL.map(|it| follow_ups::source(language, it).to_owned()));
        let source = known.and_then(|task| task.source);
        let source = Source::ALL.iter().position(|it| Some(*it) == source);
        let source = source.map_or(0, |at| at + 1);
        let village = known.and_then(|task| task.village.as_ref());
        let village = villages
            .iter()
            .position(|(id, _)| Some(id) == village)
            .map_or(0, |index| index + 1);
        let mut options = vec![terms::village(language, world, None).to_owned()];
        options.extend(villages.into_iter().map(|(_, name)| name));
        let mut fields = vec![
            Field::text("what", tasks::field_what(language), what, LONGEST_LINE).required(),
            People::of(world, desk.today()).field(
                language,
                world,
                "owner",
                tasks::field_owner(language),
                known.and_then(|task| task.owner.as_ref()),
            ),
            Field::text(
                "lead",
                words::field_lead(language),
                line(|task| task.lead.as_ref()),
                LONGEST_LINE,
            )
            .hint(words::lead_hint(language)),
            Field::text(
                "lead_person",
                words::field_lead_person(language),
                line(|task| task.lead_person.as_ref()),
                LONGEST_LINE,
            )
            .hint(words::lead_person_hint(language)),
            Field::choice(
                "village",
                tasks::field_village(language),
                options,
                Some(village),
            )
            .hint(shared::choice_hint(language)),
            Field::many("parts", words::field_parts(language), names, &supporting)
                .hint(words::parts_hint(language)),
            Field::text(
                "signer",
                words::field_signer(language),
                line(|task| task.signer.as_ref()),
                LONGEST_LINE,
            )
            .hint(words::signer_hint(language)),
            Field::choice(
                "source",
                words::field_source(language),
                sources,
                Some(source),
            )
            .hint(shared::choice_hint(language)),
        ];
        if known.is_none_or(|task| task.due.is_none()) {
            let field = Field::text("due", tasks::field_due(language), "", 20);
            fields.push(field.hint(tasks::due_hint(language)));
        }
        Form::new(shared::save_row(language), fields)
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if field == DUE {
            let hint = tasks::due_hint(app.language);
            day_hint(app.language, form, DUE, today(app), hint);
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Err(Fault::at(WHAT, ui::no_committee_open(language)));
        };
        let world = desk.world();
        let known = self.known(world);
        let village = form.chosen(VILLAGE).and_then(|index| index.checked_sub(1));
        let due = match known.and_then(|task| task.due) {
            Some(due) => Some(due),
            None => day_if_any(language, form, DUE, desk.today())?,
        };
        let set = known.is_none_or(|task| task.due != due);
        if set && due.is_some_and(|due| due < desk.today()) {
            let over = Refusal::from(Refused::DateOver);
            return Err(Fault::at(DUE, app.reason(&Why::Refused(over))));
        }
        let what = line_of(language, form, WHAT)?;
        let all = self.villages(app, world, desk.today());
        let parts = form.marked(PARTS).into_iter();
        let parts = parts.filter_map(|at| all.get(at)).map(|(id, _)| {
            let part = known.and_then(|task| task.parts.get(id)).cloned();
            let new = || Part {
                what: what.clone(),
                done: None,
            };
            (id.clone(), part.unwrap_or_else(new))
        });
        let source = form.chosen(SOURCE).and_then(|at| at.checked_sub(1));
        let id = self.task.clone().unwrap_or_else(|| desk.new_id());
        let entered = known.map_or(desk.today(), |task| task.entered);
        let task = Task {
            session: known.and_then(|task| task.session.clone()),
            item: known.and_then(|task| task.item.clone()),
            matter: known.map_or(self.matter.clone(), |task| task.matter.clone()),
            source: source.and_then(|at| Source::ALL.get(at).copied()),
            lead: line_if_any(language, form, LEAD)?,
            lead_person: line_if_any(language, form, LEAD_PERSON)?,
            owner: People::of(world, desk.today()).read(form, OWNER),
            village: village.and_then(|at| all.get(at)).map(|(id, _)| id.clone()),
            parts: parts.collect(),
            signer: line_if_any(language, form, SIGNER)?,
            due,
            ..Task::new(id, what.clone(), entered)
        };
        let id = task.id.clone();
        Ok(Submission::Then(
            vec![Command::Task(Follow::Put(task))],
            Box::new(move |app| {
                if let Some(Screen::Tasks(state)) = app.top_mut() {
                    state.select(id);
                }
            }),
        ))
    }

    fn place(&self) -> Option<Place> {
        Some(match (&self.task, &self.matter) {
            (Some(id), _) => Place::Task(id.clone()),
            (None, Some(matter)) => Place::NewTaskOf(matter.clone()),
            (None, None) => Place::NewTask,
        })
    }

    fn is_recorded(&self) -> bool {
        self.task.is_some()
    }
}
