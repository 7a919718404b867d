//! What is asked of each step.

use super::StepSheet;
use crate::desk::place::Step;
use crate::domain::task::Level;
use crate::domain::text::LONGEST_LINE;
use crate::i18n::{Language, follow_ups, shared, task_sheet as words, tasks, terms};
use crate::tui::app::App;
use crate::tui::widgets::form::{Field, Form};

impl StepSheet {
    pub(super) fn fields(&self, app: &App) -> Form {
        let language = app.language;
        let reason = |hint| self.reason(language, hint);
        match self.step {
            // These two have sheets of their own.
            Step::Part | Step::Remind => Form::new(shared::save_row(language), Vec::new()),
            Step::Note => {
                let label = tasks::field_progress(language);
                let field = Field::text("progress", label, "", LONGEST_LINE).required();
                let field = field.hint(tasks::progress_hint(language));
                let fields = vec![field, evidence(language)];
                Form::new(shared::save_row(language), fields)
            }
            Step::Move => {
                let reason = Field::text("reason", tasks::field_reason(language), "", LONGEST_LINE);
                let day = new_date(language).required();
                Form::new(shared::save_row(language), vec![day, reason.required()])
            }
            Step::Drop => Form::new(
                tasks::drop_row(language),
                vec![reason(tasks::drop_reason_hint(language))],
            ),
            Step::Return => Form::new(
                words::return_row(language),
                vec![reason(words::return_hint_words(language))],
            ),
            Step::Suspend => Form::new(
                words::suspend_row(language),
                vec![reason(words::suspend_hint(language))],
            ),
            Step::Resume => {
                let day = new_date(language).hint(words::resume_hint(language));
                Form::new(words::resume_row(language), vec![day])
            }
            Step::Reopen => {
                let mut fields = vec![
                    reason(tasks::reopen_reason_hint(language)),
                    new_date(language).required(),
                ];
                fields.extend(self.parts_again(app));
                Form::new(tasks::reopen_row(language), fields)
            }
            Step::Done => {
                let mut fields = vec![
                    self.on(app, tasks::field_done_on(language)),
                    Field::text("note", tasks::field_note(language), "", LONGEST_LINE)
                        .hint(tasks::seen_hint(language)),
                    evidence(language),
                ];
                fields.extend(self.sign_off(app));
                Form::new(tasks::done_row(language), fields)
            }
            Step::Sign => {
                let mut fields = vec![self.on(app, words::field_signed_on(language))];
                fields.extend(self.sign_off(app).map(Field::required));
                Form::new(words::sign_row(language), fields)
            }
            Step::Rate => {
                let levels = Level::ALL.map(|level| follow_ups::level(language, level).to_owned());
                let mut options = levels.to_vec();
                options.push(words::rate_counted(language).to_owned());
                let level = Field::choice("level", words::field_level(language), options, Some(0));
                let mut fields = vec![level.hint(words::rate_hint_words(language))];
                let names = ["satisfied", "fairly", "not"];
                for (name, level) in names.into_iter().zip(Level::ALL) {
                    let label = follow_ups::level(language, level);
                    fields.push(Field::figure(name, label, "", 7));
                }
                Form::new(shared::save_row(language), fields)
            }
        }
    }

    /// Asks whose part is to be done again; all of them are proposed.
    fn parts_again(&self, app: &App) -> Option<Field> {
        let villages = self.asked_again();
        let world = app.desk.as_ref()?.world();
        let names = villages.iter();
        let names = names.map(|id| terms::village(app.language, world, Some(id)).to_owned());
        let all: Vec<usize> = (0..villages.len()).collect();
        let label = words::field_parts_again(app.language);
        let field = Field::many("again", label, names.collect(), &all);
        (!villages.is_empty()).then(|| field.hint(words::parts_again_hint(app.language)))
    }

    fn reason(&self, language: Language, hint: &str) -> Field {
        let label = tasks::field_reason(language);
        let field = Field::text("reason", label, &self.reason, LONGEST_LINE);
        field.required().hint(hint)
    }

    fn on(&self, app: &App, label: &str) -> Field {
        let today = self.day(app).to_string();
        let field = Field::figure("day", label, &today, 20);
        field.required().hint(shared::past_day_hint(app.language))
    }

    /// The leader who signs, and the paper: the fact by which a follow-up is closed.
    fn sign_off(&self, app: &App) -> [Field; 2] {
        let language = app.language;
        let by = self.signs(app).unwrap_or_default();
        [
            Field::text("by", words::field_by(language), &by, LONGEST_LINE)
                .hint(words::by_hint(language)),
            Field::text("paper", words::field_paper(language), "", LONGEST_LINE)
                .hint(words::paper_hint(language)),
        ]
    }
}

fn evidence(language: Language) -> Field {
    let label = words::field_evidence(language);
    Field::text("evidence", label, "", LONGEST_LINE).hint(words::evidence_hint(language))
}

fn new_date(language: Language) -> Field {
    let field = Field::figure("due", tasks::field_new_due(language), "", 20);
    field.hint(shared::day_hint(language))
}
