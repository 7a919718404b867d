//! The sheet of a step of a template.

use super::super::book::by;
use super::template::{english, template};
use super::{LINE, NUMBER, judged, line, missing};
use crate::desk::place::{OfTemplate, Place};
use crate::domain::Command;
use crate::domain::ids::{RuleId, TemplateId};
use crate::domain::matter::path::template::{Command as Templates, faults};
use crate::domain::matter::path::{
    By, Level, RecordKind, Shown, Template, TemplateStep, Wait, WaitFrom,
};
use crate::domain::rule::Name;
use crate::domain::vote::village::judged_by_counts;
use crate::i18n::{Language, path_screen as words, paths, terms, village_board};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_if_any};
use crate::tui::input::fold_text;
use crate::tui::screens::Screen;
use crate::tui::screens::paths::State;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

const ZH: usize = 0;
const EN: usize = 1;
const BODY_ZH: usize = 2;
const BODY_EN: usize = 3;
const LEVEL: usize = 4;
const BY: usize = 5;
const RULES: usize = 6;
const WAIT: usize = 7;
const FROM: usize = 8;
const STATUTE: usize = 9;
const KEPT: usize = 10;
const MERGE: usize = 11;
const SHOWN: usize = 12;

const FROMS: [WaitFrom; 2] = [WaitFrom::Notice, WaitFrom::Posting];

/// A step of a template of the committee's own.
pub struct StepSheet {
    pub template: TemplateId,
    pub step: usize,
    /// Whether it is a new one, put before the one that stands there.
    pub new: bool,
}

impl StepSheet {
    fn base(&self, app: &App) -> Option<TemplateStep> {
        template(app, &self.template)?
            .steps
            .get(self.step)
            .cloned()
            .filter(|_| !self.new)
    }

    /// Returns the rules a village may vote by: those that are judged by how many came and voted.
    fn rules(app: &App) -> Vec<RuleId> {
        let Some(desk) = &app.desk else {
            return Vec::new();
        };
        let mut rules = desk.world().choosable(desk.today());
        rules.retain(judged_by_counts);
        rules.into_iter().map(|rule| rule.id).collect()
    }

    /// Returns the rules that are offered, those the step has already among them.
    fn offered(&self, app: &App) -> Vec<RuleId> {
        let mut rules = match self.base(app).map(|it| it.by) {
            Some(By::Vote { rules }) => rules,
            _ => Vec::new(),
        };
        for rule in Self::rules(app) {
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
        rules
    }

    fn read(&self, app: &App, form: &Form) -> Result<TemplateStep, Fault> {
        let language = app.language;
        let level = form
            .chosen(LEVEL)
            .and_then(|at| Level::ALL.get(at).copied());
        let by = match form.chosen(BY) {
            Some(0) => By::Record,
            Some(1) => By::Session,
            Some(_) => {
                let offered = self.offered(app);
                let marked = form.marked(RULES).into_iter();
                let rules = marked.filter_map(|at| offered.get(at).cloned());
                By::Vote {
                    rules: rules.collect(),
                }
            }
            None => return Err(missing(language, BY)),
        };
        let days = fold_text(&form.text(WAIT));
        let wait = if days.trim().is_empty() {
            None
        } else {
            let days = days.trim().parse::<u32>();
            let days = days.map_err(|_| Fault::at(WAIT, words::take_number(language)))?;
            let from = form.chosen(FROM).and_then(|at| FROMS.get(at).copied());
            Some(Wait {
                days,
                from: from.ok_or_else(|| missing(language, FROM))?,
                statute: line_if_any(language, form, STATUTE)?,
            })
        };
        let kinds = form.marked(KEPT).into_iter();
        Ok(TemplateStep {
            name: Name {
                zh: line(language, form, ZH)?,
                en: english(language, form, EN, ZH)?,
            },
            body: Name {
                zh: line(language, form, BODY_ZH)?,
                en: english(language, form, BODY_EN, BODY_ZH)?,
            },
            level: level.ok_or_else(|| missing(language, LEVEL))?,
            by,
            wait,
            records: kinds
                .filter_map(|at| RecordKind::ALL.get(at).copied())
                .collect(),
            merge: line_if_any(language, form, MERGE)?,
            shown: match form.chosen(SHOWN) {
                Some(at) if Self::on_boards(form) => {
                    at.checked_sub(1).and_then(|at| Shown::ALL.get(at).copied())
                }
                _ => None,
            },
        })
    }

    /// Says whether a village's board may do the step.
    fn on_boards(form: &Form) -> bool {
        let level = form.chosen(LEVEL).and_then(|at| Level::ALL.get(at));
        level == Some(&Level::Village) && form.chosen(BY) == Some(0)
    }

    /// Returns the template with the step as it is filled in.
    fn with(&self, app: &App, form: &Form) -> Result<Template, Fault> {
        let step = self.read(app, form)?;
        let found = template(app, &self.template);
        let mut template = found.ok_or_else(|| missing(app.language, ZH))?;
        let at = self.step.min(template.steps.len());
        if self.new {
            template.steps.insert(at, step);
        } else if let Some(here) = template.steps.get_mut(at) {
            *here = step;
        }
        Ok(template)
    }
}

impl Sheet for StepSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        let name = template(app, &self.template).map(|it| paths::template(language, &it));
        let number = self.step.saturating_add(1);
        words::step_title(language, name.unwrap_or_default(), number)
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let base = self.base(app);
        let base = base.as_ref();
        let name = |language| base.map_or("", |it| paths::name(language, &it.name));
        let body = |language| base.map_or("", |it| paths::name(language, &it.body));
        let levels = Level::ALL.map(|it| paths::level(language, it).to_owned());
        let ways = [By::Record, By::Session, By::Vote { rules: Vec::new() }];
        let ways = ways.iter().map(|it| by(language, it).to_owned());
        let way = base.map(|it| match it.by {
            By::Record => 0,
            By::Session => 1,
            By::Vote { .. } => 2,
        });
        let offered = self.offered(app);
        let world = app.desk.as_ref().map(crate::desk::Desk::world);
        let rules = offered.iter().map(|id| {
            let name = world.map(|world| terms::rule(language, world, id).to_owned());
            name.unwrap_or_default()
        });
        let marked = match base.map(|it| &it.by) {
            Some(By::Vote { rules }) => (0..rules.len()).collect(),
            _ => Vec::new(),
        };
        let wait = base.and_then(|it| it.wait.as_ref());
        let days = wait.map_or_else(String::new, |it| it.days.to_string());
        let from = wait.map_or(WaitFrom::Notice, |it| it.from);
        let statute = wait.and_then(|it| it.statute.as_ref());
        let statute = statute.map_or("", |it| it.as_str());
        let kinds = RecordKind::ALL.map(|it| paths::record(language, it).to_owned());
        let kept = |kind: &RecordKind| base.is_some_and(|it| it.records.contains(kind));
        let kept = RecordKind::ALL
            .iter()
            .enumerate()
            .filter(|(_, kind)| kept(kind));
        let kept: Vec<usize> = kept.map(|(at, _)| at).collect();
        let merge = base.and_then(|it| it.merge.as_ref());
        let merge = merge.map_or("", |it| it.as_str());
        let froms = [
            words::step_from_notice(language),
            words::step_from_posting(language),
        ];
        let shown = [
            village_board::none(language),
            village_board::notice(language),
            village_board::decision(language),
            village_board::result(language),
        ];
        let at = base.and_then(|it| it.shown);
        let at = at.and_then(|it| Shown::ALL.iter().position(|shown| *shown == it));
        let at = at.map_or(0, |at| at.saturating_add(1));
        let text = |field: &'static str, label: &str, value: &str| {
            Field::text(field, label, value, LINE).required()
        };
        let in_english = |field: &'static str, label: &str, value: &str| {
            Field::text(field, label, value, LINE).hint(words::english_hint(language))
        };
        Form::new(
            words::template_confirm(language),
            vec![
                text("zh", words::step_zh(language), name(Language::Zh)),
                in_english("en", words::step_en(language), name(Language::En)),
                text("body_zh", words::step_body_zh(language), body(Language::Zh)),
                in_english("body_en", words::step_body_en(language), body(Language::En)),
                Field::choice(
                    "level",
                    words::step_level(language),
                    levels.to_vec(),
                    base.and_then(|it| Level::ALL.iter().position(|level| *level == it.level)),
                )
                .required(),
                Field::choice("by", words::step_by(language), ways.collect(), way).required(),
                Field::many(
                    "rules",
                    words::step_rules(language),
                    rules.collect(),
                    &marked,
                ),
                Field::figure("wait", words::step_wait(language), &days, NUMBER),
                Field::choice(
                    "from",
                    words::step_from(language),
                    froms.map(str::to_owned).to_vec(),
                    FROMS.iter().position(|it| *it == from),
                ),
                Field::text("statute", words::step_statute(language), statute, LINE)
                    .hint(words::step_statute_hint(language)),
                Field::many("kept", words::step_records(language), kinds.to_vec(), &kept),
                Field::text("merge", words::step_merge(language), merge, LINE)
                    .hint(words::step_merge_hint(language)),
                Field::choice(
                    "shown",
                    village_board::field(language),
                    shown.map(str::to_owned).to_vec(),
                    Some(at),
                ),
            ],
        )
    }

    fn settle(&self, _app: &App, form: &mut Form) {
        form.show(RULES, form.chosen(BY) == Some(2));
        let on_boards = Self::on_boards(form);
        form.show(SHOWN, on_boards);
        let waits = !form.text(WAIT).trim().is_empty();
        form.show(FROM, waits);
        form.show(STATUTE, waits);
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let world = app.desk.as_ref().map(crate::desk::Desk::world);
        let (Some(world), Ok(template)) = (world, self.with(app, form)) else {
            return Vec::new();
        };
        let found = faults(world, &template).into_iter();
        found
            .take(3)
            .map(|fault| (Role::Warn, paths::fault(app.language, &fault)))
            .collect()
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        use crate::domain::Refusal;
        use crate::domain::matter;
        use crate::domain::matter::path::Refused;
        use crate::domain::matter::path::template::Cause;
        let template = self.with(app, form)?;
        let command = Command::Template(Templates::Put(Box::new(template)));
        let judged = judged(app, command, |refusal| match refusal {
            Refusal::Matter(matter::Refused::Path(Refused::Faulty { fault })) => {
                match fault.cause {
                    Cause::NameTaken { .. }
                    | Cause::NoSteps
                    | Cause::TooManySteps { .. }
                    | Cause::SameName => ZH,
                    Cause::VoteNotOfVillage | Cause::SessionNotOfArea | Cause::ShownElsewhere => {
                        LEVEL
                    }
                    Cause::SecondSession => BY,
                    Cause::NoRule | Cause::RuleUnknown { .. } | Cause::RuleCountsMore { .. } => {
                        RULES
                    }
                    Cause::MergesFirst | Cause::MergesOther => MERGE,
                    Cause::WaitsFirst
                    | Cause::WaitOutside { .. }
                    | Cause::ShortOfStatute { .. } => WAIT,
                    Cause::StatuteLost { .. } => STATUTE,
                }
            }
            _ => ZH,
        })?;
        let step = self.step;
        Ok(match judged {
            // The next step is added behind this one.
            Submission::Record(commands) => Submission::Then(
                commands,
                Box::new(move |app| {
                    if let Some(Screen::Paths(State::Steps(steps))) = app.top_mut() {
                        steps.select(step);
                    }
                }),
            ),
            other => other,
        })
    }

    fn place(&self) -> Option<Place> {
        let of = if self.new {
            OfTemplate::NewStep(self.step)
        } else {
            OfTemplate::Step(self.step)
        };
        Some(Place::Template(self.template.clone(), of))
    }
}
