//! What the backlog is narrowed to.

use crate::desk::place::Place;
use crate::domain::matter::intake::{MatterKind, Origin, Urgency};
use crate::domain::matter::life::Stage;
use crate::i18n::{matter_sheet as words, matters, shared};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission};
use crate::tui::screens::choices::villages;
use crate::tui::screens::matters::actions::narrow;
use crate::tui::screens::matters::narrow::{Joint, Narrow};
use crate::tui::widgets::form::{Field, Form};

const WORDS: usize = 0;
const STAGE: usize = 1;
const VILLAGE: usize = 2;
const KIND: usize = 3;
const URGENCY: usize = 4;
const ORIGIN: usize = 5;
const JOINT: usize = 6;

/// The longest words to be found, in characters.
const LONGEST: usize = 40;

/// Asks what is listed.
pub struct NarrowSheet(pub(in crate::tui::screens::matters) Narrow);

fn any_of(any: &str, names: impl Iterator<Item = String>) -> Vec<String> {
    std::iter::once(any.to_owned()).chain(names).collect()
}

/// Returns the place behind "all" of what is chosen.
fn place<T: PartialEq>(all: &[T], chosen: Option<&T>) -> Option<usize> {
    let at = chosen.and_then(|chosen| all.iter().position(|it| it == chosen));
    Some(at.map_or(0, |at| at + 1))
}

fn chosen<T: Copy>(form: &Form, field: usize, all: &[T]) -> Option<T> {
    let at = form.chosen(field)?.checked_sub(1)?;
    all.get(at).copied()
}

impl Sheet for NarrowSheet {
    fn title(&self, app: &App) -> String {
        words::title_narrow(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let any = words::any(language);
        let all = app.desk.as_ref().map(|desk| villages(desk.world()));
        let all = all.unwrap_or_default();
        let stages = Stage::ALL.iter();
        let stages = stages.map(|it| matters::stage(language, *it).to_owned());
        let kinds = MatterKind::ALL.iter();
        let kinds = kinds.map(|it| matters::kind(language, *it).to_owned());
        let urgencies = Urgency::ALL.iter();
        let urgencies = urgencies.map(|it| matters::urgency(language, *it).to_owned());
        let origins = Origin::ALL.iter();
        let origins = origins.map(|it| matters::origin(language, *it).to_owned());
        let joints = Joint::ALL.iter().map(|it| it.named(language).to_owned());
        let ids: Vec<_> = all.iter().map(|(id, _)| id.clone()).collect();
        let names = all.into_iter().map(|(_, name)| name);
        let hint = shared::choice_hint(language);
        let now = &self.0;
        Form::new(
            words::narrow_row(language),
            vec![
                Field::text("words", words::field_words(language), &now.words, LONGEST)
                    .hint(words::field_words_hint(language)),
                Field::choice(
                    "stage",
                    words::field_stage(language),
                    any_of(any, stages),
                    place(&Stage::ALL, now.stage.as_ref()),
                )
                .hint(hint),
                Field::choice(
                    "village",
                    words::field_village(language),
                    any_of(any, names),
                    place(&ids, now.village.as_ref()),
                )
                .hint(hint),
                Field::choice(
                    "kind",
                    words::field_kind(language),
                    any_of(any, kinds),
                    place(&MatterKind::ALL, now.kind.as_ref()),
                )
                .hint(hint),
                Field::choice(
                    "urgency",
                    words::field_urgency(language),
                    any_of(any, urgencies),
                    place(&Urgency::ALL, now.urgency.as_ref()),
                )
                .hint(hint),
                Field::choice(
                    "origin",
                    words::field_origin(language),
                    any_of(any, origins),
                    place(&Origin::ALL, now.origin.as_ref()),
                )
                .hint(hint),
                Field::choice(
                    "joint",
                    words::field_joint(language),
                    any_of(any, joints),
                    place(&Joint::ALL, now.joint.as_ref()),
                )
                .hint(hint),
            ],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let all = app.desk.as_ref().map(|desk| villages(desk.world()));
        let village = form.chosen(VILLAGE).and_then(|at| at.checked_sub(1));
        let village = village.and_then(|at| all.into_iter().flatten().nth(at));
        let wanted = Narrow {
            stage: chosen(form, STAGE, &Stage::ALL),
            village: village.map(|(id, _)| id),
            kind: chosen(form, KIND, &MatterKind::ALL),
            urgency: chosen(form, URGENCY, &Urgency::ALL),
            origin: chosen(form, ORIGIN, &Origin::ALL),
            joint: chosen(form, JOINT, &Joint::ALL),
            words: form.text(WORDS).trim().to_owned(),
        };
        Ok(Submission::Then(
            Vec::new(),
            Box::new(move |app| narrow(app, wanted)),
        ))
    }

    fn place(&self) -> Option<Place> {
        // What is looked for is no text that anybody comes back to.
        None
    }

    fn records(&self) -> bool {
        false
    }
}
