//! The sheets of the villages' own decisions: asking them, and entering what one of them decided.

use super::path::given;
use super::{LINE, Of, moment, quoted};
use crate::desk::place::{Place, Sequel};
use crate::domain::dates::Minute;
use crate::domain::ids::{RuleId, VillageId};
use crate::domain::matter::gate::{counts_households, gate};
use crate::domain::matter::path::linked::step_of;
use crate::domain::refusal::Refusal;
use crate::domain::rule::Rule;
use crate::domain::task::Task;
use crate::domain::vote::Next;
use crate::domain::vote::follow::concerned;
use crate::domain::vote::meeting;
use crate::domain::vote::village::{counts_women, judged_by_counts};
use crate::i18n::{
    path_anew, path_screen as steps, paths, sequel as words, shared, terms, ui, village_said,
    village_women,
};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, day_if_any, line_of};
use crate::tui::screens::meeting::{Meeting, Places};
use crate::tui::screens::paths::{AnewSheet, TakeSheet};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};
use crate::tui::{not_here, past_day};
use chrono::NaiveDate;

/// By when the villages are to decide.
pub(super) struct AskSheet {
    pub(super) of: Of,
}

impl AskSheet {
    fn villages(&self, app: &App) -> Vec<VillageId> {
        let world = self.of.world(app);
        let world = world.as_ref();
        let motion = world.and_then(|it| it.motion(&self.of.motion).ok());
        let found = world.zip(motion);
        found.map_or_else(Vec::new, |(world, motion)| concerned(world, motion))
    }
}

impl AskSheet {
    /// Returns the day by which the villages are to decide, where the steps of the matter say it.
    fn term(&self, app: &App) -> Option<NaiveDate> {
        let world = self.of.world(app)?;
        let item = world.item(&world.motion(&self.of.motion).ok()?.item).ok()?;
        let matter = world.matter(item.matter.as_ref()?).ok()?;
        let today = app.desk.as_ref()?.today();
        let by = matter.path.as_ref().and_then(|path| path.deadline());
        by.filter(|by| *by >= today)
    }
}

impl Sheet for AskSheet {
    fn title(&self, app: &App) -> String {
        let villages = self.villages(app);
        let world = app.desk.as_ref().map(|desk| desk.world());
        let names = world.map(|world| terms::villages(app.language, world, &villages));
        words::ask_title(app.language, names.unwrap_or_default())
    }

    fn form(&self, app: &App) -> Form {
        let by = self.term(app);
        let by = by.map_or_else(String::new, |by| by.to_string());
        let by = Field::figure("by", words::ask_by(app.language), &by, 20);
        Form::new(words::key_ask_villages(app.language), vec![by])
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (0, Ok(at)) = (field, moment(app, &self.of)) {
            day_hint(app.language, form, 0, at.day(), "");
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let at = moment(app, &self.of).map_err(|why| Fault::at(0, app.reason(&why)))?;
        let due = day_if_any(language, form, 0, at.day())?;
        let mut tasks = Vec::new();
        for village in self.villages(app) {
            let world = app.desk.as_ref().map(|desk| desk.world());
            let name = world.map(|world| terms::village(language, world, Some(&village)));
            let name = name.unwrap_or_default().to_owned();
            let what = |wording: &str| words::ask_task(language, name.as_str(), wording);
            tasks.push(Task {
                village: Some(village),
                due,
                ..given(app, &self.of, what)?
            });
        }
        let ask = self.of.step(at, Next::AskVillages { tasks });
        Ok(Submission::Record(vec![ask]))
    }

    fn place(&self) -> Option<Place> {
        Some(self.of.place(Sequel::Ask))
    }
}

const HELD: usize = 0;
const BODY: usize = 1;
const MET: usize = 2;
const RULE: usize = 3;
const ENTITLED: usize = 4;
const PAPER: usize = 9;
const STOOD_FOR: usize = 10;
const HOUSEHOLDS: usize = 11;
const WOMEN: usize = 12;
const WOMEN_PRESENT: usize = 13;
const REASON: usize = 14;

/// The fields of the meeting.
const PLACES: Places = Places {
    body: BODY,
    entitled: ENTITLED,
};

/// What a village decided at its own meeting.
pub(super) struct VillageSheet {
    pub(super) of: Of,
    pub(super) village: VillageId,
    /// Whether it took up once more what it had agreed to.
    anew: bool,
}

/// Asks what came of a meeting at which a village took up once more what it had agreed to: where that is a step of the
/// matter's own, as the sheet of that step does.
pub(super) fn open_anew(app: &mut App, of: Of, village: VillageId) {
    let world = of.world(app);
    let found = world.and_then(|world| step_of(&world, &of.session, &of.motion, &village));
    match found {
        Some((matter, step)) => {
            let village = Some(village);
            let meeting = TakeSheet {
                matter,
                step,
                village,
            };
            super::open(app, AnewSheet { meeting });
        }
        None => super::open(
            app,
            VillageSheet {
                of,
                village,
                anew: true,
            },
        ),
    }
}

impl VillageSheet {
    /// Asks what a village decided that is awaited.
    pub(super) const fn first(of: Of, village: VillageId) -> Self {
        Self {
            of,
            village,
            anew: false,
        }
    }

    /// Says what stands now.
    fn stands(&self, app: &App) -> Option<String> {
        let world = self.of.world(app)?;
        let motion = world.motion(&self.of.motion).ok()?;
        let stands = motion.stands(&self.village)?;
        let (on, came) = (
            terms::date(app.language, stands.met),
            village_said::came(app.language, stands),
        );
        Some(path_anew::stands(app.language, format!("{on} {came}")))
    }

    /// Returns the rules the village may have decided by: the one the vote's rule names, else all that
    /// are judged by how many came and voted.
    fn rules(&self, app: &App) -> Vec<Rule> {
        let Some(world) = self.of.world(app) else {
            return Vec::new();
        };
        let (Some(desk), Ok(motion)) = (app.desk.as_ref(), world.motion(&self.of.motion)) else {
            return Vec::new();
        };
        let today = desk.today();
        if let Some(by) = motion.consent_by() {
            return world.rule_on(by, today).into_iter().collect();
        }
        let mut rules = world.choosable(today);
        rules.retain(judged_by_counts);
        // A village's own body comes before the bodies of the area.
        rules.sort_by_key(|rule| !rule.id.as_str().starts_with("village"));
        rules
    }

    /// Returns the rule that the gate of the matter gives to the villages, where it gives one.
    fn by_gate(&self, app: &App) -> Option<RuleId> {
        let world = self.of.world(app)?;
        let item = world.item(&world.motion(&self.of.motion).ok()?.item).ok()?;
        let matter = world.matter(item.matter.as_ref()?).ok()?;
        gate(&matter.intake).village_rule().cloned()
    }

    /// Says whether a rule counts the households that representatives stand for on this matter.
    fn counts_households(&self, app: &App, rule: &RuleId) -> bool {
        let counts = || {
            let world = self.of.world(app)?;
            let item = world.item(&world.motion(&self.of.motion).ok()?.item).ok()?;
            let matter = world.matter(item.matter.as_ref()?).ok()?;
            Some(counts_households(&matter.intake, rule))
        };
        counts().unwrap_or(false)
    }

    /// Returns the body of the village that met last about the motion, and the rule by which it decided.
    fn last_held(&self, app: &App) -> Option<(String, RuleId)> {
        let world = self.of.world(app)?;
        let motion = world.motion(&self.of.motion).ok()?;
        let last = motion.decisions(&self.village).next_back()?;
        Some((last.body.to_string(), last.rule.id.clone()))
    }

    fn at(&self, app: &App) -> Result<Minute, Fault> {
        moment(app, &self.of).map_err(|why| Fault::at(0, app.reason(&why)))
    }
}

impl Sheet for VillageSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        let Some(world) = self.of.world(app) else {
            return String::new();
        };
        let wording = world.motion(&self.of.motion).map(quoted);
        let village = terms::village(language, &world, Some(&self.village)).to_owned();
        let wording = wording.unwrap_or_default();
        match self.anew {
            true => path_anew::title(language, village, wording),
            false => words::village_title(language, village, wording),
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let rules = self.rules(app);
        let names = rules
            .iter()
            .map(|rule| terms::rule_name(language, rule).to_owned());
        let by_gate = self.by_gate(app);
        let by_gate = rules
            .iter()
            .position(|rule| Some(&rule.id) == by_gate.as_ref());
        // It meets as it met last about the same.
        let last = self.last_held(app);
        let again = last.and_then(|(_, last)| rules.iter().position(|it| it.id == last));
        let only = (rules.len() == 1).then_some(0).or(again).or(by_gate);
        let held = [
            words::village_held_yes(language),
            words::village_held_no(language),
        ];
        let number = |name, label: &str| Field::text(name, label, "", 6).required();
        Form::new(
            words::record_row(language),
            vec![
                Field::choice(
                    "held",
                    words::village_held(language),
                    held.map(str::to_owned).to_vec(),
                    None,
                )
                .required(),
                Field::text("body", words::village_body(language), "", LINE)
                    .required()
                    .hint(words::village_body_hint(language)),
                Field::text("met", words::village_met(language), "", 20)
                    .required()
                    .hint(shared::past_day_hint(language)),
                Field::choice("rule", words::village_rule(language), names.collect(), only)
                    .required()
                    .hint(match by_gate {
                        Some(_) => words::village_rule_by_gate(language),
                        None => shared::choice_hint(language),
                    }),
                number("entitled", words::village_entitled(language)),
                number("present", words::village_present(language)),
                number("yes", words::village_yes(language)),
                number("no", words::village_no(language)),
                number("abstain", words::village_abstain(language)),
                Field::text("paper", words::village_paper(language), "", LINE).required(),
                Field::text("stood_for", steps::take_stood_for(language), "", 6)
                    .hint(steps::take_stood_for_hint(language)),
                Field::text("all_households", steps::take_households(language), "", 6)
                    .hint(steps::take_stood_for_hint(language)),
                Field::text("women", village_women::entitled(language), "", 6),
                Field::text("women_present", village_women::present(language), "", 6),
            ]
            .into_iter()
            .chain(
                self.anew.then(|| {
                    Field::text("reason", path_anew::reason(language), "", LINE).required()
                }),
            )
            .collect(),
        )
    }

    fn settle(&self, app: &App, form: &mut Form) {
        let rule = form.chosen(RULE);
        let rule = rule.and_then(|at| self.rules(app).into_iter().nth(at));
        // A draft that is put back holds the rule, and not what was proposed for it.
        let body = rule.as_ref();
        let body = body.and_then(|rule| {
            let last = self.last_held(app).filter(|(_, by)| *by == rule.id);
            let of_rule = || paths::body_by_rule(app.language, &rule.id).map(ToOwned::to_owned);
            last.map(|(body, _)| body).or_else(of_rule)
        });
        if let Some(body) = body
            .as_deref()
            .filter(|_| !form.is_typed(BODY) && form.text(BODY).is_empty())
        {
            form.propose(BODY, body);
        }
        let of_women = rule.as_ref().filter(|rule| counts_women(rule));
        for field in [WOMEN, WOMEN_PRESENT] {
            form.show(field, of_women.is_some());
            if let Some(rule) = of_women {
                let name = terms::rule_name(app.language, rule);
                form.set_hint(field, &village_women::hint(app.language, name));
            }
        }
        let counts = rule.is_some_and(|rule| self.counts_households(app, &rule.id));
        form.show(STOOD_FOR, counts);
        form.show(HOUSEHOLDS, counts);
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if field == RULE {
            let (rules, language) = (self.rules(app), app.language);
            let name = |rule: &Rule| paths::body_by_rule(language, &rule.id);
            // What somebody typed themselves stays.
            let typed = form.text(BODY);
            let ours = typed.is_empty() || rules.iter().filter_map(name).any(|it| it == typed);
            let chosen = form.chosen(RULE).and_then(|at| rules.get(at));
            if let Some(body) = chosen.and_then(name).filter(|_| ours) {
                form.propose(BODY, body);
            }
        }
        if field == PAPER {
            not_here::hint(app.language, form, PAPER, "");
        }
        if let (MET, Some(desk)) = (field, &app.desk) {
            let hint = shared::past_day_hint(app.language);
            past_day::hint(app.language, form, MET, desk.today(), hint);
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let missing = |field| Fault::at(field, ui::field_missing(language));
        let today = app.desk.as_ref().ok_or_else(|| missing(MET))?.today();
        let held = form.chosen(HELD).ok_or_else(|| missing(HELD))? == 0;
        let rule = form.chosen(RULE);
        let rule = rule.and_then(|at| self.rules(app).into_iter().nth(at));
        let rule = rule.ok_or_else(|| missing(RULE))?;
        let of = Meeting {
            village: self.village.clone(),
            met: past_day::of(language, form, MET, today, words::not_yet_come(language))?,
            held,
            households: self.counts_households(app, &rule.id),
            women: counts_women(&rule),
            rule: rule.id,
        };
        let meeting = PLACES.read(language, form, of)?;
        let next = match self.anew {
            true => Next::Reconsider {
                meeting,
                reason: line_of(language, form, REASON)?,
            },
            false => Next::Decide(meeting),
        };
        let decide = self.of.step(self.at(app)?, next);
        let places = vec![form.text(PAPER)];
        Ok(Submission::Then(
            vec![decide],
            Box::new(move |app| not_here::told(app, &places)),
        ))
    }

    fn preview(&self, app: &App, _: &Form) -> Vec<(Role, String)> {
        let stands = self.stands(app).filter(|_| self.anew);
        stands.into_iter().map(|it| (Role::Muted, it)).collect()
    }

    fn field_of(&self, refusal: &Refusal) -> Option<usize> {
        match refusal {
            Refusal::Meeting(meeting::Refused::NoneHeld) => Some(HELD),
            refusal => PLACES.field_of(refusal),
        }
    }

    fn place(&self) -> Option<Place> {
        let village = self.village.clone();
        Some(self.of.place(match self.anew {
            true => Sequel::Anew(village),
            false => Sequel::Village(village),
        }))
    }
}
