//! The sheet of what a template is called, and of what becomes of partial assent.

use super::super::book::named;
use super::{LINE, StepSheet, desk, judged, line, missing};
use crate::desk::place::{OfTemplate, Place};
use crate::domain::ids::TemplateId;
use crate::domain::matter::Refused as Matter;
use crate::domain::matter::path::Refused;
use crate::domain::matter::path::Template;
use crate::domain::matter::path::template::Command as Templates;
use crate::domain::matter::path::template::{Cause, TemplateFault};
use crate::domain::rule::{Name, Partial};
use crate::domain::text::Line;
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, path_screen as words, paths, template_words as from_nothing};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission};
use crate::tui::screens::Screen;
use crate::tui::screens::paths::actions::open;
use crate::tui::screens::paths::{Book, State, Steps};
use crate::tui::widgets::form::{Field, Form};

const ZH: usize = 0;
const EN: usize = 1;
const ASSENT: usize = 2;

const ASSENTS: [Partial; 2] = [Partial::AllMust, Partial::AgreeingGoOn];

/// Returns the template of an id.
pub(super) fn template(app: &App, id: &TemplateId) -> Option<Template> {
    named(app.desk.as_ref()?.world(), id)
}

/// Names a template of the committee's own.
pub enum TemplateSheet {
    /// One that is begun from nothing.
    New,
    /// One that is made out of another.
    Copy(TemplateId),
    /// One that is there.
    Name(TemplateId),
}

impl TemplateSheet {
    const fn source(&self) -> Option<&TemplateId> {
        match self {
            Self::New => None,
            Self::Copy(id) | Self::Name(id) => Some(id),
        }
    }

    fn base(&self, app: &App) -> Option<Template> {
        template(app, self.source()?)
    }
}

impl Sheet for TemplateSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        let name = self.base(app).map(|it| paths::template(language, &it));
        let name = name.unwrap_or_default();
        match self {
            Self::New => from_nothing::title(language).to_owned(),
            Self::Copy(_) => words::template_title_copy(language, name),
            Self::Name(_) => words::template_title_name(language, name),
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let base = self.base(app);
        let kept = base.as_ref().filter(|_| matches!(self, Self::Name(_)));
        let said = |language| kept.map_or("", |it| paths::name(language, &it.name));
        let assent = base.as_ref().map(|it| it.assent);
        let assents = ASSENTS.map(|it| paths::assent(language, it).to_owned());
        let in_chinese = words::template_zh(language);
        let in_english = words::template_en(language);
        Form::new(
            words::template_confirm(language),
            vec![
                Field::text("zh", in_chinese, said(Language::Zh), LINE).required(),
                Field::text("en", in_english, said(Language::En), LINE)
                    .hint(words::english_hint(language)),
                Field::choice(
                    "assent",
                    words::choose_assent(language),
                    assents.to_vec(),
                    ASSENTS.iter().position(|it| Some(*it) == assent),
                )
                .required(),
            ],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let desk = desk(app)?;
        let base = self.base(app);
        if self.source().is_some() && base.is_none() {
            return Err(missing(language, ZH));
        }
        let assent = form.chosen(ASSENT).and_then(|at| ASSENTS.get(at).copied());
        let id: TemplateId = match self {
            Self::New | Self::Copy(_) => desk.new_id(),
            Self::Name(id) => id.clone(),
        };
        let example = base.as_ref().is_some_and(|it| it.example);
        let put = Template {
            id: id.clone(),
            name: Name {
                zh: line(language, form, ZH)?,
                en: english(language, form, EN, ZH)?,
            },
            example,
            assent: assent.ok_or_else(|| missing(language, ASSENT))?,
            steps: base.map(|it| it.steps).unwrap_or_default(),
        };
        let begun = put.steps.is_empty();
        let named_so = put.name.zh.clone();
        let command = Command::Template(Templates::Put(Box::new(put)));
        match judged(app, command, |refusal| field_of(refusal, &named_so))? {
            Submission::Record(commands) => Ok(Submission::Then(
                commands,
                Box::new(move |app| {
                    if let Some(Screen::Paths(state @ State::Book(_))) = app.top_mut() {
                        *state = State::Book(Book::at(id.clone()));
                    }
                    if begun {
                        first_step(app, id);
                    }
                }),
            )),
            other => Ok(other),
        }
    }

    fn place(&self) -> Option<Place> {
        Some(match self {
            Self::New => Place::NewTemplate,
            Self::Copy(id) => Place::Template(id.clone(), OfTemplate::Copy),
            Self::Name(id) => Place::Template(id.clone(), OfTemplate::Name),
        })
    }
}

/// Returns the field of a refusal: the name that another template has, else the first.
fn field_of(refusal: &Refusal, zh: &Line) -> usize {
    match refusal {
        Refusal::Matter(Matter::Path(Refused::Faulty {
            fault:
                TemplateFault {
                    cause: Cause::NameTaken { name },
                    ..
                },
        })) if name != zh => EN,
        _ => ZH,
    }
}

/// Goes on to the first step of a template that has none.
fn first_step(app: &mut App, id: TemplateId) {
    app.go(Screen::Paths(State::Steps(Steps::new(id.clone()))));
    let (step, new) = (0, true);
    open(
        app,
        StepSheet {
            template: id,
            step,
            new,
        },
    );
}

/// Reads what is called something in English; the Chinese where nothing is written there.
pub(super) fn english(
    language: Language,
    form: &Form,
    field: usize,
    chinese: usize,
) -> Result<Line, Fault> {
    let is_empty = form.text(field).trim().is_empty();
    line(language, form, if is_empty { chinese } else { field })
}
