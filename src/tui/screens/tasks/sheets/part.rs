//! What a supporting village did of a joint follow-up.

use super::minuted::{self, Minuted};
use crate::desk::place::{Place, Step};
use crate::domain::World;
use crate::domain::ids::{TaskId, VillageId};
use crate::domain::task::{Command as Follow, OfPart, Part, PartState, Task};
use crate::domain::text::{LONGEST_LINE, Line};
use crate::i18n::{follow_ups, shared, task_sheet as words, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_if_any, line_of};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

const VILLAGE: usize = 0;
const DID: usize = 1;
const WORDS: usize = 2;
const EVIDENCE: usize = 3;

/// What may be recorded of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Did {
    Progress,
    Done,
    Again,
    Reworded,
}

const ALL: [Did; 4] = [Did::Progress, Did::Done, Did::Again, Did::Reworded];

/// Asks what became of the part of a village.
pub struct PartSheet {
    task: TaskId,
    what: Line,
    villages: Vec<VillageId>,
    minuted: Option<Minuted>,
}

impl PartSheet {
    /// Asks about a follow-up.
    #[must_use]
    pub fn new(world: &World, task: &Task, minuted: Option<Minuted>) -> Self {
        Self {
            task: task.id.clone(),
            what: task.what.clone(),
            villages: follow_ups::supporting(world, task),
            minuted,
        }
    }

    fn task<'a>(&self, world: &'a World) -> Option<&'a Task> {
        world.tasks.get(&self.task).map(AsRef::as_ref)
    }

    fn village(&self, form: &Form) -> Option<&VillageId> {
        self.villages.get(form.chosen(VILLAGE)?)
    }

    /// Makes the command; rewording a part changes the follow-up itself.
    fn command(&self, app: &App, form: &Form) -> Result<Follow, Fault> {
        let language = app.language;
        let missing = || Fault::at(VILLAGE, ui::field_missing(language));
        let village = self.village(form).ok_or_else(missing)?.clone();
        let did = form.chosen(DID).and_then(|at| ALL.get(at).copied());
        let what = match did.ok_or_else(missing)? {
            Did::Progress => OfPart::Noted {
                note: line_of(language, form, WORDS)?,
                evidence: line_if_any(language, form, EVIDENCE)?,
            },
            Did::Done => OfPart::Done {
                evidence: line_if_any(language, form, WORDS)?,
            },
            Did::Again => OfPart::Again {
                reason: line_of(language, form, WORDS)?,
            },
            Did::Reworded => {
                let what = line_of(language, form, WORDS)?;
                let known = app.desk.as_ref().and_then(|desk| self.task(desk.world()));
                let mut task = known.ok_or_else(missing)?.clone();
                let done = task.parts.get(&village).and_then(|part| part.done);
                task.parts.insert(village, Part { what, done });
                return Ok(Follow::Put(task));
            }
        };
        Ok(Follow::Part {
            task: self.task.clone(),
            on: minuted::day(app, self.minuted.as_ref()),
            village,
            what,
        })
    }
}

impl Sheet for PartSheet {
    fn title(&self, app: &App) -> String {
        words::title_part(app.language, self.what.as_str())
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let world = app.desk.as_ref().map(|desk| desk.world());
        let task = world.and_then(|world| self.task(world));
        let name = |id: &VillageId| world.map(|it| terms::village(language, it, Some(id)));
        let options = self.villages.iter();
        let options = options.map(|id| name(id).unwrap_or_default().to_owned());
        // The first that is not done is the likeliest.
        let open = |id: &VillageId| {
            task.is_some_and(|task| !matches!(task.part(id), Some(PartState::Done(_))))
        };
        let first = self.villages.iter().position(open).unwrap_or(0);
        let did = ALL.map(|did| {
            match did {
                Did::Progress => words::part_progress(language),
                Did::Done => words::part_done(language),
                Did::Again => words::part_again(language),
                Did::Reworded => words::part_reworded(language),
            }
            .to_owned()
        });
        let village = Field::choice(
            "village",
            words::field_part_village(language),
            options.collect(),
            Some(first),
        );
        let did = Field::choice(
            "did",
            words::field_part_did(language),
            did.to_vec(),
            Some(0),
        );
        Form::new(
            shared::save_row(language),
            vec![
                village.hint(shared::choice_hint(language)),
                did.hint(shared::choice_hint(language)),
                Field::text("words", words::field_part_words(language), "", LONGEST_LINE)
                    .hint(words::part_progress_hint(language)),
                Field::text(
                    "evidence",
                    words::field_evidence(language),
                    "",
                    LONGEST_LINE,
                )
                .hint(words::evidence_hint(language)),
            ],
        )
    }

    fn settle(&self, app: &App, form: &mut Form) {
        let language = app.language;
        let did = form.chosen(DID).and_then(|at| ALL.get(at).copied());
        let hint = match did {
            Some(Did::Done) => words::evidence_hint(language),
            Some(Did::Again) => words::part_again_hint(language),
            Some(Did::Reworded) => words::part_reworded_hint(language),
            Some(Did::Progress) | None => words::part_progress_hint(language),
        };
        form.set_hint(WORDS, hint);
        // What is done has nothing but its evidence.
        form.show(EVIDENCE, did == Some(Did::Progress));
    }

    fn preview(&self, app: &App, _form: &Form) -> Vec<(Role, String)> {
        let Some(desk) = &app.desk else {
            return Vec::new();
        };
        let world = desk.world();
        let parts = self
            .task(world)
            .map(|task| follow_ups::parts(app.language, world, task, desk.today()));
        let parts = parts.unwrap_or_default().into_iter();
        parts.map(|words| (Role::Muted, words)).collect()
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let command = self.command(app, form)?;
        let minuted = self.minuted.as_ref();
        let commands = minuted::with_entries(app, minuted, vec![vec![command]])?;
        Ok(Submission::Record(commands))
    }

    fn place(&self) -> Option<Place> {
        let tasks = vec![self.task.clone()];
        Some(minuted::place(self.minuted.as_ref(), Step::Part, tasks))
    }
}
