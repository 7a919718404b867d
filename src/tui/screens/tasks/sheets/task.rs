//! A follow-up, new or changed.

use super::today;
use crate::desk::place::Place;
use crate::domain::Command;
use crate::domain::World;
use crate::domain::ids::TaskId;
use crate::domain::task::{Command as Follow, Task, TaskState};
use crate::domain::text::LONGEST_LINE;
use crate::i18n::{shared, tasks, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, day_if_any, line_of};
use crate::tui::screens::Screen;
use crate::tui::screens::choices::{People, villages};
use crate::tui::widgets::form::{Field, Form};

const WHAT: usize = 0;
const OWNER: usize = 1;
const VILLAGE: usize = 2;
const DUE: usize = 3;

/// Asks for a follow-up.
pub struct TaskSheet {
    task: Option<TaskId>,
}

impl TaskSheet {
    /// Asks for a new one.
    #[must_use]
    pub const fn create() -> Self {
        Self { task: None }
    }

    /// Asks what one is to be from now on. A date once set is moved, with a reason, and is not asked here.
    #[must_use]
    pub const fn edit(task: TaskId) -> Self {
        Self { task: Some(task) }
    }

    fn known<'a>(&self, world: &'a World) -> Option<&'a Task> {
        let id = self.task.as_ref()?;
        world.tasks.get(id).map(AsRef::as_ref)
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
        let villages = villages(world);
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
            Field::choice(
                "village",
                tasks::field_village(language),
                options,
                Some(village),
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
        let task = Task {
            id: self.task.clone().unwrap_or_else(|| desk.new_id()),
            session: known.and_then(|task| task.session.clone()),
            item: known.and_then(|task| task.item.clone()),
            decision: None,
            what: line_of(language, form, WHAT)?,
            owner: People::of(world, desk.today()).read(form, OWNER),
            village: village
                .and_then(|index| villages(world).into_iter().nth(index))
                .map(|(id, _)| id),
            due,
            entered: known.map_or(desk.today(), |task| task.entered),
            state: TaskState::Open,
            history: Vec::new(),
            matter: None,
        };
        let id = task.id.clone();
        Ok(Submission::Then(
            vec![Command::Task(Follow::Put(task))],
            Box::new(move |app| {
                if let Some(Screen::Tasks(state)) = app.top_mut() {
                    state.rows.select(id);
                }
            }),
        ))
    }

    fn place(&self) -> Option<Place> {
        Some(match &self.task {
            Some(id) => Place::Task(id.clone()),
            None => Place::NewTask,
        })
    }

    fn is_recorded(&self) -> bool {
        self.task.is_some()
    }
}
