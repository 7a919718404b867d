//! The sheet by which the steps of a matter are chosen.

use super::super::book::{every, named};
use super::{DATE, desk, judged, matter, missing, path};
use crate::desk::place::{OfPath, Place};
use crate::domain::ids::MatterId;
use crate::domain::matter::Refused;
use crate::domain::matter::path::Command;
use crate::domain::matter::path::Refused as Stands;
use crate::domain::matter::path::asking::asked_by;
use crate::domain::matter::path::shipped::{proposed, votes_needed};
use crate::domain::rule::Partial;
use crate::i18n::{matters, path_screen as words, paths, shared, template_words, terms};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, day_if_any};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

const TEMPLATE: usize = 0;
const ASSENT: usize = 1;
const DEADLINE: usize = 2;

const ASSENTS: [Partial; 2] = [Partial::AllMust, Partial::AgreeingGoOn];

/// Chooses the steps of a matter.
pub struct ChooseSheet {
    pub matter: MatterId,
}

impl Sheet for ChooseSheet {
    fn title(&self, app: &App) -> String {
        let number = matter(app, &self.matter).map(|it| matters::number(app.language, it.number));
        words::choose_title(app.language, number.unwrap_or_default())
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let world = app.desk.as_ref().map(crate::desk::Desk::world);
        let templates = world.map(every).unwrap_or_default();
        let found = matter(app, &self.matter);
        let chosen = found.and_then(|it| it.path.as_ref());
        let at = chosen.and_then(|path| {
            let id = &path.template.id;
            templates.iter().position(|it| it.id == *id)
        });
        // Where nothing was chosen, what the gate asks for is proposed.
        let at = at.or_else(|| {
            let (id, _) = proposed(&found?.intake);
            templates.iter().position(|it| it.id == id)
        });
        let names = templates.iter().map(|it| paths::template(language, it));
        let assent = found.and_then(crate::domain::matter::Matter::assent);
        let assent = assent.unwrap_or(Partial::AllMust);
        // What was said when the villages were asked is proposed.
        let asked = world.zip(found).and_then(|(world, it)| asked_by(world, it));
        let asked = asked.filter(|_| chosen.is_none());
        let by = chosen.and_then(|path| path.deadline()).or(asked);
        let by = by.map_or_else(String::new, |by| by.to_string());
        Form::new(
            words::choose_confirm(language),
            vec![
                Field::choice(
                    "template",
                    words::choose_template(language),
                    names.collect(),
                    at,
                )
                .required()
                .hint(shared::choice_hint(language)),
                Field::choice(
                    "assent",
                    words::choose_assent(language),
                    ASSENTS
                        .map(|it| paths::assent(language, it).to_owned())
                        .to_vec(),
                    ASSENTS.iter().position(|it| *it == assent),
                )
                .required(),
                Field::figure("deadline", words::choose_deadline(language), &by, DATE)
                    .hint(shared::day_hint(language)),
            ],
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (DEADLINE, Some(desk)) = (field, &app.desk) {
            let hint = shared::day_hint(app.language);
            day_hint(app.language, form, DEADLINE, desk.today(), hint);
        }
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let language = app.language;
        let world = app.desk.as_ref().map(crate::desk::Desk::world);
        let Some((world, matter)) = world.zip(matter(app, &self.matter)) else {
            return Vec::new();
        };
        let template = form
            .chosen(TEMPLATE)
            .and_then(|at| every(world).into_iter().nth(at));
        if template.as_ref().is_some_and(|it| it.steps.is_empty()) {
            return vec![(Role::Warn, template_words::not_yet(language).to_owned())];
        }
        let steps = template.map(|it| {
            let fitted = crate::domain::matter::path::shipped::fitted(it, &matter.intake);
            let names = fitted
                .steps
                .iter()
                .map(|step| paths::step(language, step).to_owned());
            let names: Vec<String> = names.collect();
            terms::list(language, names.iter().map(String::as_str))
        });
        let today = app.desk.as_ref().map(crate::desk::Desk::today);
        let unsettled = today.and_then(|it| matters::unsettled(language, world, matter, it));
        let unsettled = unsettled.into_iter();
        let unsettled = unsettled.chain(matters::opinion_awaited(language, matter));
        let mut said: Vec<(Role, String)> = unsettled.map(|it| (Role::Warn, it)).collect();
        said.extend(steps.into_iter().map(|it| (Role::Muted, it)));
        let (id, because) = proposed(&matter.intake);
        if let Some(template) = named(world, &id) {
            let name = paths::template(language, &template);
            let why = paths::because(language, because);
            said.push((Role::Normal, words::choose_because(language, name, why)));
        }
        for rules in votes_needed(&matter.intake) {
            let rules = rules.iter().map(|id| terms::rule(language, world, id));
            let rules = terms::list(language, rules);
            said.push((Role::Warn, words::choose_needs(language, rules)));
        }
        said
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let desk = desk(app)?;
        let template = form.chosen(TEMPLATE);
        let template = template.and_then(|at| every(desk.world()).into_iter().nth(at));
        let template = template.ok_or_else(|| missing(language, TEMPLATE))?;
        let assent = form.chosen(ASSENT).and_then(|at| ASSENTS.get(at).copied());
        let deadline = day_if_any(language, form, DEADLINE, desk.today())?;
        let command = path(Command::Choose {
            matter: self.matter.clone(),
            template: Box::new(template),
            assent: assent.ok_or_else(|| missing(language, ASSENT))?,
            on: desk.today(),
            deadline,
        });
        judged(app, command, |refusal| match refusal {
            crate::domain::Refusal::EndsBeforeItBegins { .. } => DEADLINE,
            crate::domain::Refusal::Matter(Refused::Path(Stands::AssentStands { .. })) => ASSENT,
            _ => TEMPLATE,
        })
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Path(self.matter.clone(), OfPath::Choose))
    }
}
