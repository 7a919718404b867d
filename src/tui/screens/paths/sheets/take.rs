//! The sheet by which a step is entered at one place.

use super::{DATE, LINE, NUMBER, desk, judged, line, matter, missing, path};
use crate::desk::place::{OfPath, Place};
use crate::domain::Refusal;
use crate::domain::ids::{MatterId, VillageId};
use crate::domain::matter;
use crate::domain::matter::gate::counts_households;
use crate::domain::matter::path::grid::Grid;
use crate::domain::matter::path::{
    By, Command, DayOf, Record, RecordKind, Refused, Taking, TemplateStep, Turnout, WaitFrom, What,
};
use crate::domain::rule::{Figure, Rule};
use crate::domain::vote::meeting;
use crate::domain::vote::village::{Households, VillageMeeting, Women, counts_women};
use crate::i18n::{
    path_screen as words, path_states, paths, sequel, shared, step_day, step_days, terms as named,
    village_women,
};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_if_any};
use crate::tui::input::fold_text;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};
use crate::tui::{not_here, past_day};

const HOW: usize = 0;
const BODY: usize = 1;
pub(super) const ON: usize = 2;
pub(super) const RULE: usize = 3;
const ENTITLED: usize = 4;
const PRESENT: usize = 5;
const YES: usize = 6;
const NO: usize = 7;
const ABSTAIN: usize = 8;
const PAPER: usize = 9;
pub(super) const NOTICED: usize = 10;
const EARLY: usize = 11;
const SIGNED: usize = 12;
const RECORDS: usize = 13;

/// What was done of a step at one place.
pub struct TakeSheet {
    pub matter: MatterId,
    pub step: usize,
    pub village: Option<VillageId>,
}

/// Names the field of a record of a kind.
const fn field_of(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Form => "form",
        RecordKind::Minutes => "minutes",
        RecordKind::SignIn => "sign_in",
        RecordKind::TownshipSignature => "township",
        RecordKind::HouseholdSignatures => "households",
        RecordKind::Photo => "photo",
        RecordKind::Supervision => "supervision",
        RecordKind::Filing => "filing",
        RecordKind::Approval => "approval",
    }
}

/// How a step that is no vote was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Done,
    Refused,
    Merged,
}

/// Returns the field that a refusal is about.
pub(super) fn at_fault(refusal: &Refusal) -> usize {
    match refusal {
        Refusal::Matter(matter::Refused::Path(why)) => match why {
            Refused::TooSoon { .. } => EARLY,
            Refused::NoticeAfter => NOTICED,
            Refused::OtherBody { .. } => RULE,
            Refused::BodyOfOtherRule { .. } => BODY,
            Refused::BeforeStepBefore { .. }
            | Refused::BeforeLastTime { .. }
            | Refused::VillageLeft { .. } => ON,
            _ => HOW,
        },
        Refusal::Meeting(meeting::Refused::DoesNotAddUp { .. }) => ENTITLED,
        Refusal::Meeting(meeting::Refused::VotedNotThere { .. }) => YES,
        Refusal::Meeting(meeting::Refused::OtherRule { .. }) => RULE,
        Refusal::NotYet { .. } => ON,
        _ => HOW,
    }
}

impl TakeSheet {
    /// Returns the ways a step that is no vote may be taken: nobody disagrees to what is only put up.
    fn ways(&self, app: &App) -> Vec<Way> {
        let put_up = self.day_of(app) == DayOf::PutUp;
        let path = matter(app, &self.matter).and_then(|it| it.path.as_ref());
        let stands = path.and_then(|path| path.stands(self.step, self.village.as_ref()));
        // What was agreed to is taken up once more by itself.
        let agreed = stands.is_some_and(|(_, it)| it.agreed() == Some(true));
        let merges = !agreed && self.step(app).is_some_and(|it| it.merge.is_some());
        let refused = (!put_up).then_some(Way::Refused);
        let merged = merges.then_some(Way::Merged);
        std::iter::once(Way::Done)
            .chain(refused)
            .chain(merged)
            .collect()
    }

    /// Returns the way that is chosen; `None` where none is, or where it is a vote.
    pub(super) fn way(&self, app: &App, form: &Form) -> Option<Way> {
        let at = form.chosen(HOW).filter(|_| !self.votes(app))?;
        self.ways(app).get(at).copied()
    }

    pub(super) fn step<'a>(&self, app: &'a App) -> Option<&'a TemplateStep> {
        let path = matter(app, &self.matter)?.path.as_ref()?;
        path.template.steps.get(self.step)
    }

    /// Says what the day of the step is the day of.
    pub(super) fn day_of(&self, app: &App) -> DayOf {
        let path = matter(app, &self.matter).and_then(|it| it.path.as_ref());
        path.map_or(DayOf::Done, |path| path.template.day_of(self.step))
    }

    fn day_hint(&self, app: &App) -> String {
        let how = shared::past_day_hint(app.language);
        step_days::hint(app.language, self.day_of(app), how)
    }

    pub(super) fn rules(&self, app: &App) -> Vec<Rule> {
        let world = app.desk.as_ref().map(crate::desk::Desk::world);
        match (self.step(app).map(|it| &it.by), world) {
            (Some(By::Vote { rules }), Some(world)) => {
                rules.iter().filter_map(|id| world.rule(id).ok()).collect()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn votes(&self, app: &App) -> bool {
        matches!(self.step(app).map(|it| &it.by), Some(By::Vote { .. }))
    }

    /// Returns the kinds of record that have a field: minutes of a vote have theirs among the votes.
    fn kinds(&self, app: &App) -> Vec<RecordKind> {
        let votes = self.votes(app);
        let kinds = self.step(app).map_or(&[][..], |it| it.records.as_slice());
        let kinds = kinds.iter().copied();
        kinds
            .filter(|kind| !(votes && *kind == RecordKind::Minutes))
            .collect()
    }

    /// Returns how many households the village has, where the roster knows.
    fn known_households(&self, app: &App) -> String {
        let known = app.desk.as_ref().zip(self.village.as_ref());
        let known = known.and_then(|(desk, village)| {
            let village = desk.world().village(village).ok()?;
            village.figure_on(Figure::Households, desk.today())
        });
        known.map_or_else(String::new, |known| known.to_string())
    }

    fn number(app: &App, form: &Form, field: usize) -> Result<u32, Fault> {
        let typed = fold_text(&form.text(field));
        let number = typed.trim().parse::<u32>();
        number.map_err(|_| Fault::at(field, words::take_number(app.language)))
    }

    pub(super) fn meeting(&self, app: &App, form: &Form) -> Result<VillageMeeting, Fault> {
        let language = app.language;
        let today = desk(app)?.today();
        let rule = form
            .chosen(RULE)
            .and_then(|at| self.rules(app).into_iter().nth(at));
        let village = self.village.clone().ok_or_else(|| missing(language, HOW))?;
        Ok(VillageMeeting {
            village,
            held: form.chosen(HOW).ok_or_else(|| missing(language, HOW))? == 0,
            body: line(language, form, BODY)?,
            met: past_day::of(language, form, ON, today, words::not_yet_come(language))?,
            rule: rule.ok_or_else(|| missing(language, RULE))?.id,
            entitled: Self::number(app, form, ENTITLED)?,
            present: Self::number(app, form, PRESENT)?,
            yes: Self::number(app, form, YES)?,
            no: Self::number(app, form, NO)?,
            abstain: Self::number(app, form, ABSTAIN)?,
            households: self.households(app, form)?,
            women: self.women(app, form)?,
            paper: line(language, form, PAPER)?,
        })
    }

    /// Returns the first of the two fields of the households.
    fn first_of_households(&self, app: &App) -> usize {
        RECORDS + self.kinds(app).len()
    }

    /// Returns the first of the two fields of the women, behind those of the households.
    fn first_of_women(&self, app: &App) -> usize {
        self.first_of_households(app) + 2
    }

    /// Says whether the rule that is chosen counts the households that representatives stand for.
    fn counts_households(&self, app: &App, form: &Form) -> bool {
        let rule = form.chosen(RULE);
        let rule = rule.and_then(|at| self.rules(app).into_iter().nth(at));
        let matter = matter(app, &self.matter);
        let both = matter.zip(rule);
        both.is_some_and(|(matter, rule)| counts_households(&matter.intake, &rule.id))
    }

    fn households(&self, app: &App, form: &Form) -> Result<Option<Households>, Fault> {
        if !self.counts_households(app, form) {
            return Ok(None);
        }
        let first = self.first_of_households(app);
        let households = Households {
            present: Self::number(app, form, first)?,
            of: Self::number(app, form, first + 1)?,
        };
        if households.of == 0 || households.present > households.of {
            let wrong = words::take_households_wrong(app.language);
            return Err(Fault::at(first, wrong));
        }
        Ok(Some(households))
    }

    /// Returns the rule that is chosen, where it counts women apart.
    fn of_women(&self, app: &App, form: &Form) -> Option<Rule> {
        let rule = form.chosen(RULE);
        let rule = rule.and_then(|at| self.rules(app).into_iter().nth(at));
        rule.filter(counts_women)
    }

    fn women(&self, app: &App, form: &Form) -> Result<Option<Women>, Fault> {
        if self.of_women(app, form).is_none() {
            return Ok(None);
        }
        let first = self.first_of_women(app);
        let women = Women {
            of: Self::number(app, form, first)?,
            present: Self::number(app, form, first + 1)?,
        };
        let (entitled, present) = (
            Self::number(app, form, ENTITLED)?,
            Self::number(app, form, PRESENT)?,
        );
        if present <= entitled && !women.may_be(entitled, present) {
            let wrong = village_women::wrong(app.language);
            return Err(Fault::at(first + 1, wrong));
        }
        Ok(Some(women))
    }

    fn done(&self, app: &App, form: &Form) -> Result<What, Fault> {
        let language = app.language;
        let way = self.way(app, form);
        let way = way.ok_or_else(|| missing(language, HOW))?;
        if way == Way::Merged {
            return Ok(What::Merge);
        }
        let blank = |field: usize| form.text(field).trim().is_empty();
        let turnout = if blank(ENTITLED) && blank(PRESENT) {
            None
        } else {
            Some(Turnout {
                entitled: Self::number(app, form, ENTITLED)?,
                present: Self::number(app, form, PRESENT)?,
            })
        };
        Ok(What::Done {
            body: line(language, form, BODY)?,
            agreed: way == Way::Done,
            turnout,
        })
    }

    pub(super) fn taking(&self, app: &App, form: &Form) -> Result<Taking, Fault> {
        let language = app.language;
        let desk = desk(app)?;
        let late = words::not_yet_come(language);
        let what = if self.votes(app) {
            What::Vote(self.meeting(app, form)?)
        } else {
            self.done(app, form)?
        };
        let on = match what {
            // It has the day of the step before.
            What::Merge => desk.today(),
            _ => past_day::of(language, form, ON, desk.today(), late)?,
        };
        // What was typed before it was taken together with the step before is asked no more.
        let merged = matches!(what, What::Merge);
        let (noticed, early) = match merged {
            true => (None, None),
            false => (
                past_day::if_any(language, form, NOTICED, desk.today(), late)?,
                line_if_any(language, form, EARLY)?,
            ),
        };
        let mut records = Vec::new();
        for (field, kind) in (RECORDS..).zip(self.kinds(app)) {
            if let Some(paper) = line_if_any(language, form, field)? {
                records.push(Record { kind, paper });
            }
        }
        Ok(Taking {
            step: self.step,
            village: self.village.clone(),
            at: desk.minute(),
            on,
            what,
            noticed,
            early,
            signed: line_if_any(language, form, SIGNED)?,
            records,
        })
    }

    /// Proposes the body of the rule that is chosen where nobody typed one: a draft that is put back holds the rule alone.
    fn propose_body(&self, app: &App, form: &mut Form) {
        let rule = form.chosen(RULE).filter(|_| self.votes(app));
        let rule = rule.and_then(|at| self.rules(app).into_iter().nth(at));
        let (Some(rule), Some(step)) = (rule, self.step(app)) else {
            return;
        };
        let body = paths::body(app.language, step, Some(&rule.id));
        if !form.is_typed(BODY) && form.text(BODY) != body {
            form.propose(BODY, body);
        }
    }

    /// Returns the fields of what was done; none where the step is gone.
    pub(super) fn fields(&self, app: &App) -> Vec<Field> {
        let language = app.language;
        let Some(step) = self.step(app) else {
            return Vec::new();
        };
        let votes = self.votes(app);
        let how = if votes {
            let held = [
                sequel::village_held_yes(language),
                sequel::village_held_no(language),
            ];
            Field::choice(
                "how",
                words::take_held(language),
                held.map(str::to_owned).to_vec(),
                None,
            )
        } else {
            let put_up = self.day_of(app) == DayOf::PutUp;
            let ways = self.ways(app).into_iter().map(|way| match way {
                Way::Done if put_up => step_day::way_put_up(language),
                Way::Done => words::take_how_done(language),
                Way::Refused => words::take_how_refused(language),
                Way::Merged => words::take_how_merged(language),
            });
            let ways = ways.map(str::to_owned).collect();
            Field::choice("how", words::take_how(language), ways, None)
        };
        let last = self.last_held(app);
        let body = last.body.unwrap_or(paths::body(language, step, None));
        let rules = self.rules(app);
        let names = rules
            .iter()
            .map(|rule| named::rule_name(language, rule).to_owned());
        let again = rules.iter().position(|it| last.rule == Some(&it.id));
        let only = (rules.len() == 1).then_some(0).or(again);
        let number = |name: &'static str, label: &str| {
            let field = Field::text(name, label, "", NUMBER);
            if votes { field.required() } else { field }
        };
        let need = |field: Field| if votes { field.required() } else { field };
        let mut fields = vec![
            how.required(),
            Field::text("body", words::take_body(language), body, LINE).required(),
            Field::text("on", step_days::label(language, self.day_of(app)), "", DATE)
                .required()
                .hint(&self.day_hint(app)),
            need(Field::choice(
                "rule",
                words::take_rule(language),
                names.collect(),
                only,
            )),
            number("entitled", words::take_entitled(language)),
            number("present", words::take_present(language)),
            number("yes", words::take_yes(language)),
            number("no", words::take_no(language)),
            number("abstain", words::take_abstain(language)),
            need(Field::text("paper", words::take_paper(language), "", LINE)),
            Field::text("noticed", words::take_noticed(language), "", DATE)
                .hint(words::take_noticed_hint(language)),
            Field::text("early", words::take_early(language), "", LINE),
            Field::text("signed", words::take_signed(language), "", LINE)
                .hint(words::take_signed_hint(language)),
        ];
        fields.extend(self.kinds(app).into_iter().map(|kind| {
            Field::text(
                field_of(kind),
                &paths::record_label(language, kind),
                "",
                LINE,
            )
            .hint(words::take_record_hint(language))
        }));
        if votes {
            let known = self.known_households(app);
            let stood_for = words::take_stood_for(language);
            let all = words::take_households(language);
            let hint = words::take_stood_for_hint(language);
            fields.push(Field::text("stood_for", stood_for, "", NUMBER).hint(hint));
            fields.push(Field::text("all_households", all, &known, NUMBER).hint(hint));
            let all = village_women::entitled(language);
            let came = village_women::present(language);
            fields.push(Field::text("women", all, "", NUMBER));
            fields.push(Field::text("women_present", came, "", NUMBER));
        }
        fields
    }
}

/// Returns where what is kept of a step lies.
pub(super) fn papers(taking: &Taking) -> Vec<String> {
    let minutes = match &taking.what {
        What::Vote(meeting) => Some(&meeting.paper),
        _ => None,
    };
    let records = taking.records.iter().map(|it| &it.paper);
    minutes
        .into_iter()
        .chain(records)
        .map(ToString::to_string)
        .collect()
}

/// Makes a submission say which places of papers are no file here.
pub(super) fn with_places(submission: Submission, places: Vec<String>) -> Submission {
    match submission {
        Submission::Record(commands) => {
            Submission::Then(commands, Box::new(move |app| not_here::told(app, &places)))
        }
        other => other,
    }
}

impl Sheet for TakeSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        let desk = app.desk.as_ref();
        let found = desk.and_then(|desk| {
            let world = desk.world();
            let matter = world.matters.get(&self.matter)?;
            let grid = Grid::of(world, matter, desk.today())?;
            let cell = grid.cell(self.step, self.village.as_ref())?;
            let step = self.step(app)?;
            let place = path_states::place(language, world, step.level, cell);
            Some(words::take_title(
                language,
                place,
                paths::step(language, step),
            ))
        });
        found.unwrap_or_default()
    }

    fn form(&self, app: &App) -> Form {
        Form::new(words::take_confirm(app.language), self.fields(app))
    }

    fn settle(&self, app: &App, form: &mut Form) {
        let votes = self.votes(app);
        self.propose_body(app, form);
        let merged = self.way(app, form) == Some(Way::Merged);
        for field in [RULE, YES, NO, ABSTAIN, PAPER] {
            form.show(field, votes);
        }
        if votes {
            let counts = self.counts_households(app, form);
            let first = self.first_of_households(app);
            form.show(first, counts);
            form.show(first + 1, counts);
            let (first, by) = (self.first_of_women(app), self.of_women(app, form));
            for field in [first, first + 1] {
                form.show(field, by.is_some());
                if let Some(rule) = &by {
                    let name = named::rule_name(app.language, rule);
                    form.set_hint(field, &village_women::hint(app.language, name));
                }
            }
        }
        for field in [BODY, ON, EARLY] {
            form.show(field, !merged);
        }
        // Nobody is called to what is no meeting, and nobody is counted there.
        let meets = self.day_of(app) == DayOf::Meeting;
        for field in [ENTITLED, PRESENT] {
            form.show(field, meets && !merged);
        }
        let wait = self.step(app).and_then(|it| it.wait.as_ref());
        let called = meets || wait.is_some_and(|it| it.from == WaitFrom::Notice);
        form.show(NOTICED, called && !merged);
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (RULE, Some(step)) = (field, self.step(app)) {
            let rule = form.chosen(RULE);
            let rule = rule.and_then(|at| self.rules(app).into_iter().nth(at));
            let id = rule.as_ref().map(|rule| &rule.id);
            // What somebody typed themselves stays.
            let (typed, rules) = (form.text(BODY), self.rules(app));
            let known = rules.iter().map(|rule| Some(&rule.id)).chain([None]);
            let mut known = known.map(|rule| paths::body(app.language, step, rule));
            if known.any(|body| body == typed) {
                form.propose(BODY, paths::body(app.language, step, id));
            }
        }
        let kept = RECORDS..RECORDS + self.kinds(app).len();
        if kept.contains(&field) {
            let hint = words::take_record_hint(app.language);
            not_here::hint(app.language, form, field, hint);
        } else if field == PAPER {
            not_here::hint(app.language, form, field, "");
        }
        if let (ON | NOTICED, Some(desk)) = (field, &app.desk) {
            let hint = match field {
                ON => self.day_hint(app),
                _ => words::take_noticed_hint(app.language).to_owned(),
            };
            past_day::hint(app.language, form, field, desk.today(), &hint);
        }
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        self.said(app, form)
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let matter = self.matter.clone();
        let taking = self.taking(app, form)?;
        let places = papers(&taking);
        let command = path(Command::Take { matter, taking });
        Ok(with_places(judged(app, command, at_fault)?, places))
    }

    fn place(&self) -> Option<Place> {
        let of = OfPath::Take(self.step, self.village.clone());
        Some(Place::Path(self.matter.clone(), of))
    }
}
