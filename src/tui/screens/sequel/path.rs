//! The sheets of the path of a tie and of a close split: a lot, 暂缓, 提请上级裁决, the ruling.

use super::{LINE, Of, moment};
use crate::desk::place::{Place, Sequel};
use crate::domain::refusal::Refusal;
use crate::domain::task::Task;
use crate::domain::text::Line;
use crate::domain::vote::Next;
use crate::i18n::{Language, sequel as words, shared, ui};
use crate::tui::app::App;
use crate::tui::dialog::{
    Fault, Sheet, Submission, day_hint, day_if_any, line_if_any, line_of, text_fault,
};
use crate::tui::past_day;
use crate::tui::widgets::form::{Field, Form};

/// Reads a choice of two, the first of which is for the motion.
fn adopted(language: Language, form: &Form, field: usize) -> Result<bool, Fault> {
    match form.chosen(field) {
        Some(0) => Ok(true),
        Some(_) => Ok(false),
        None => Err(Fault::at(field, ui::field_missing(language))),
    }
}

fn either(language: Language, name: &'static str, label: &str) -> Field {
    let options = [words::lot_for(language), words::lot_against(language)];
    let options = options.map(str::to_owned).to_vec();
    Field::choice(name, label, options, None).required()
}

fn submitted(app: &App, of: &Of, next: Next) -> Result<Submission, Fault> {
    let at = moment(app, of).map_err(|why| Fault::at(0, app.reason(&why)))?;
    Ok(Submission::Record(vec![of.step(at, next)]))
}

/// 抽签: who drew, and how it fell.
pub(super) struct LotSheet {
    pub(super) of: Of,
}

impl Sheet for LotSheet {
    fn title(&self, app: &App) -> String {
        words::lot_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let who = Field::text("who", words::lot_who(language), "", LINE).required();
        let fell = either(language, "fell", words::lot_fell(language));
        Form::new(words::lot_title(language), vec![who, fell])
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let next = Next::Lot {
            drawn_by: line_of(app.language, form, 0)?,
            adopted: adopted(app.language, form, 1)?,
        };
        submitted(app, &self.of, next)
    }

    fn place(&self) -> Option<Place> {
        Some(self.of.place(Sequel::Lot))
    }
}

/// 暂缓: until when, and why.
pub(super) struct DeferSheet {
    pub(super) of: Of,
}

impl Sheet for DeferSheet {
    fn title(&self, app: &App) -> String {
        words::defer_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        Form::new(
            words::defer_title(language),
            vec![
                Field::text("until", words::defer_until(language), "", 20)
                    .hint(words::defer_until_hint(language)),
                Field::text(
                    "why",
                    words::defer_why(language),
                    words::defer_proposed(language),
                    LINE,
                ),
            ],
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (0, Ok(at)) = (field, moment(app, &self.of)) {
            let hint = words::defer_until_hint(app.language);
            day_hint(app.language, form, 0, at.day(), hint);
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let at = moment(app, &self.of).map_err(|why| Fault::at(0, app.reason(&why)))?;
        let next = Next::Defer {
            until: day_if_any(app.language, form, 0, at.day())?,
            reason: line_if_any(app.language, form, 1)?,
        };
        submitted(app, &self.of, next)
    }

    fn place(&self) -> Option<Place> {
        Some(self.of.place(Sequel::Defer))
    }
}

/// 提请上级裁决: to whom, and by when it is sent.
pub(super) struct ReferSheet {
    pub(super) of: Of,
}

impl Sheet for ReferSheet {
    fn title(&self, app: &App) -> String {
        words::refer_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        Form::new(
            words::refer_title(language),
            vec![
                Field::text("whom", words::refer_whom(language), "", LINE).required(),
                Field::text("by", words::refer_by(language), "", 20),
            ],
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (1, Ok(at)) = (field, moment(app, &self.of)) {
            day_hint(app.language, form, 1, at.day(), "");
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let fault = |why| Fault::at(0, app.reason(&why));
        let at = moment(app, &self.of).map_err(fault)?;
        let to = line_of(language, form, 0)?;
        let due = day_if_any(language, form, 1, at.day())?;
        let what = |wording: &str| words::refer_task(language, to.as_str(), wording);
        let task = given(app, &self.of, what)?;
        let next = Next::Refer {
            task: Task { due, ..task },
            to,
        };
        submitted(app, &self.of, next)
    }

    fn place(&self) -> Option<Place> {
        Some(self.of.place(Sequel::Refer))
    }
}

/// Makes the follow-up a step gives out.
pub(super) fn given(app: &App, of: &Of, what: impl Fn(&str) -> String) -> Result<Task, Fault> {
    let missing = || Fault::at(0, ui::field_missing(app.language));
    let at = moment(app, of).map_err(|why| Fault::at(0, app.reason(&why)))?;
    let world = of.world(app).ok_or_else(missing)?;
    let desk = app.desk.as_ref().ok_or_else(missing)?;
    let motion = world.motion(&of.motion).map_err(|_| missing())?;
    let what: String = what(&motion.wording().replace(['\n', '\r'], " "))
        .chars()
        .take(LINE)
        .collect();
    let what = Line::new(&what).map_err(|wrong| Fault::at(0, text_fault(app.language, wrong)))?;
    Ok(Task {
        session: Some(of.session.clone()),
        item: Some(motion.item.clone()),
        decision: Some(crate::domain::task::Decision::Motion {
            motion: of.motion.clone(),
        }),
        ..Task::new(desk.new_id(), what, at.day())
    })
}

/// What the superior ruled.
pub(super) struct RulingSheet {
    pub(super) of: Of,
}

impl Sheet for RulingSheet {
    fn title(&self, app: &App) -> String {
        words::ruling_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let world = self.of.world(app);
        let motion = world
            .as_ref()
            .and_then(|it| it.motion(&self.of.motion).ok());
        let to = motion.and_then(referred_to).unwrap_or_default();
        let today = app.desk.as_ref().map(|desk| desk.today().to_string());
        Form::new(
            words::ruling_title(language),
            vec![
                Field::text("by", words::ruling_by(language), &to, LINE).required(),
                Field::figure(
                    "on",
                    words::ruling_on(language),
                    &today.unwrap_or_default(),
                    20,
                )
                .required(),
                either(language, "is", words::ruling_is(language)),
                Field::text("paper", words::ruling_paper(language), "", LINE).required(),
            ],
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (1, Some(desk)) = (field, &app.desk) {
            let hint = shared::past_day_hint(app.language);
            past_day::hint(app.language, form, 1, desk.today(), hint);
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let missing = || Fault::at(1, ui::field_missing(language));
        let today = app.desk.as_ref().ok_or_else(missing)?.today();
        let later = words::not_yet_come(language);
        let next = Next::Rule {
            by: line_of(language, form, 0)?,
            on: past_day::of(language, form, 1, today, later)?,
            adopted: adopted(language, form, 2)?,
            paper: line_of(language, form, 3)?,
        };
        submitted(app, &self.of, next)
    }

    fn field_of(&self, refusal: &Refusal) -> Option<usize> {
        matches!(refusal, Refusal::RuledTooEarly { .. }).then_some(1)
    }

    fn place(&self) -> Option<Place> {
        Some(self.of.place(Sequel::Ruling))
    }
}

fn referred_to(motion: &crate::domain::vote::Motion) -> Option<String> {
    use crate::domain::vote::SequelStep;
    motion.sequels.iter().rev().find_map(|it| match &it.step {
        SequelStep::Referred { to, .. } => Some(to.to_string()),
        _ => None,
    })
}
