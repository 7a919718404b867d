//! Templates: ordered steps by which matters of a kind are decided (`domain.md` §1).

use crate::domain::board::NoticeKind;
use crate::domain::ids::{RuleId, TemplateId};
use crate::domain::matter::Hung;
use crate::domain::matter::gate::{Body, body_by};
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Name, Partial};
use crate::domain::text::Line;
use crate::domain::vote::village::judged_by_counts;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The most steps a template may have.
pub const MOST_STEPS: usize = 12;

/// The longest wait a step may ask for, in days.
pub const LONGEST_WAIT: u32 = 365;

/// Ordered steps by which matters of a kind are decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Its id.
    pub id: TemplateId,
    /// Its name.
    pub name: Name,
    /// Whether it is only an example of a procedure whose official text is not known. The mark goes
    /// with every copy and is shown wherever the template is named.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    /// What becomes of a matter that some villages do not agree to, unless the matter says otherwise.
    pub assent: Partial,
    /// Its steps, in order.
    pub steps: Vec<TemplateStep>,
}

/// A step of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateStep {
    /// What it is called.
    pub name: Name,
    /// Who acts.
    pub body: Name,
    /// At which level.
    pub level: Level,
    /// How it is fulfilled.
    pub by: By,
    /// How long it must wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait: Option<Wait>,
    /// The records that must be kept of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<RecordKind>,
    /// The clause that allows to take it together with the step before it; without one it may not be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merge: Option<Line>,
    /// What must hang on the village's board for the step to be done, where that does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<Shown>,
}

impl TemplateStep {
    /// Says whether an authority looks at papers and gives its answer: no body meets about it.
    #[must_use]
    pub fn is_review(&self) -> bool {
        let answers = [RecordKind::Approval, RecordKind::Filing];
        let papers = self.records.iter().any(|it| answers.contains(it));
        self.by == By::Record && (self.level == Level::Township || papers)
    }

    /// Returns the body that decides, where the rules it may decide by are all of one.
    #[must_use]
    pub fn only_body(&self) -> Option<Body> {
        let By::Vote { rules } = &self.by else {
            return None;
        };
        let mut bodies = rules.iter().map(body_by);
        let first = bodies.next()??;
        bodies.all(|it| it == Some(first)).then_some(first)
    }
}

/// What hangs on the board of a village when a step is done by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// 公示 of what was decided.
    Notice,
    /// What was decided, as 公示 or 公开.
    Decision,
    /// What came of it.
    Result,
}

impl Shown {
    /// Every one, in the order it is offered.
    pub const ALL: [Self; 3] = [Self::Notice, Self::Decision, Self::Result];

    /// Says whether something that hung is what is asked for.
    #[must_use]
    pub fn is(self, hung: &Hung) -> bool {
        match self {
            Self::Notice => hung.kind == NoticeKind::Notice && !hung.result,
            Self::Decision => !hung.result,
            Self::Result => hung.result,
        }
    }
}

/// At which level a step is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Once, by the joint committee.
    Area,
    /// By each village concerned.
    Village,
    /// By town or subdistrict, or above.
    Township,
}

impl Level {
    /// Every level, in the order it is offered.
    pub const ALL: [Self; 3] = [Self::Area, Self::Village, Self::Township];
}

/// What the day of a step is the day of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOf {
    /// The body met and decided.
    Meeting,
    /// It was put up on the board, from which day it hangs.
    PutUp,
    /// It was done.
    Done,
}

/// How a step is fulfilled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// It is recorded that it was done.
    Record,
    /// By a motion of the matter that a joint session adopts.
    Session,
    /// By a vote of the body, judged by one of these rules; the first is proposed.
    Vote {
        /// The rules.
        rules: Vec<RuleId>,
    },
}

/// How long a step must wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// Days.
    pub days: u32,
    /// From when they count.
    pub from: WaitFrom,
    /// The clause of the statute that sets it. Such a term cannot be waived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statute: Option<Line>,
}

/// From when the days of a wait count, and whether the last of them must be over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitFrom {
    /// From the notice of the meeting, or else the step before: the day of it is not counted, and on
    /// the last day the meeting may be held (Civil Code art. 201).
    Notice,
    /// From the posting before it: so many whole days are displayed, and the step comes after them.
    Posting,
}

/// A record that must be kept of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// 登记表.
    Form,
    /// 会议记录.
    Minutes,
    /// 签到表.
    SignIn,
    /// 乡镇参会人员签字.
    TownshipSignature,
    /// 农户签字.
    HouseholdSignatures,
    /// 公开照片.
    Photo,
    /// 监督意见.
    Supervision,
    /// 备案回执.
    Filing,
    /// 批复.
    Approval,
}

impl RecordKind {
    /// Every kind, in the order it is offered.
    pub const ALL: [Self; 9] = [
        Self::Form,
        Self::Minutes,
        Self::SignIn,
        Self::TownshipSignature,
        Self::HouseholdSignatures,
        Self::Photo,
        Self::Supervision,
        Self::Filing,
        Self::Approval,
    ];
}

impl Template {
    /// Says what the day of a step is the day of.
    #[must_use]
    pub fn day_of(&self, step: usize) -> DayOf {
        let Some(here) = self.steps.get(step) else {
            return DayOf::Done;
        };
        let next = self.steps.get(step.saturating_add(1));
        let waits = next.and_then(|it| it.wait.as_ref());
        let hangs = waits.is_some_and(|it| it.from == WaitFrom::Posting);
        let meets = [RecordKind::Minutes, RecordKind::SignIn];
        if here.by != By::Record {
            DayOf::Meeting
        } else if here.shown.is_some() || hangs {
            DayOf::PutUp
        } else if meets.iter().any(|kind| here.records.contains(kind)) {
            DayOf::Meeting
        } else {
            DayOf::Done
        }
    }

    /// Returns the step by which each village decides: the last one it votes on.
    #[must_use]
    pub fn decider(&self) -> Option<usize> {
        let votes = |step: &TemplateStep| matches!(step.by, By::Vote { .. });
        self.steps.iter().rposition(votes)
    }
}

/// What keeps a template from being one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault {
    /// The step, counted from 0; absent where it is of the whole.
    pub step: Option<usize>,
    /// What is wrong.
    pub cause: Cause,
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// Another one is called so, in one language or the other.
    NameTaken {
        /// The name.
        name: Line,
    },
    /// It has no steps: it is only begun.
    NoSteps,
    /// It has more than so many.
    TooManySteps {
        /// The most.
        most: usize,
    },
    /// Two steps have one name.
    SameName,
    /// A vote of villages stands at another level, or at none.
    VoteNotOfVillage,
    /// The joint session stands at another level than the area.
    SessionNotOfArea,
    /// The joint session stands there twice.
    SecondSession,
    /// A vote names no rule.
    NoRule,
    /// A rule is not known.
    RuleUnknown {
        /// Which.
        rule: RuleId,
    },
    /// A rule counts more than how many came and voted.
    RuleCountsMore {
        /// Which.
        rule: RuleId,
    },
    /// The first step has nothing before it to be taken together with.
    MergesFirst,
    /// Two steps of different levels, or a vote, cannot be taken together.
    MergesOther,
    /// A village's board does no step that is a vote, or another level's.
    ShownElsewhere,
    /// The first step has nothing to wait for.
    WaitsFirst,
    /// The wait is none, or longer than so many days.
    WaitOutside {
        /// The most.
        most: u32,
    },
    /// The wait is shorter than the clause it cites asks for.
    ShortOfStatute {
        /// The clause.
        statute: Line,
        /// What it asks for.
        days: u32,
    },
    /// The term of a statute that the step had is gone.
    StatuteLost {
        /// The clause.
        statute: Line,
        /// Its days.
        days: u32,
    },
}

/// Returns everything that keeps a template from being one.
#[must_use]
pub fn faults(world: &World, template: &Template) -> Vec<TemplateFault> {
    let mut found = Vec::new();
    let of = |step: Option<usize>, cause| TemplateFault { step, cause };
    if template.steps.is_empty() {
        found.push(of(None, Cause::NoSteps));
    }
    if template.steps.len() > MOST_STEPS {
        found.push(of(None, Cause::TooManySteps { most: MOST_STEPS }));
    }
    let mut before: Option<&TemplateStep> = None;
    let mut names: Vec<String> = Vec::new();
    let mut sessions = 0;
    for (at, step) in template.steps.iter().enumerate() {
        let mut add = |cause| found.push(of(Some(at), cause));
        let key = step.name.zh.key();
        if names.contains(&key) {
            add(Cause::SameName);
        }
        names.push(key);
        match &step.by {
            By::Record => {}
            By::Session => {
                if step.level != Level::Area {
                    add(Cause::SessionNotOfArea);
                }
                sessions += 1;
                if sessions > 1 {
                    add(Cause::SecondSession);
                }
            }
            By::Vote { rules } => {
                if step.level != Level::Village {
                    add(Cause::VoteNotOfVillage);
                }
                if rules.is_empty() {
                    add(Cause::NoRule);
                }
                for id in rules {
                    let (id, rule) = (id.clone(), world.rule(id));
                    match rule {
                        Err(_) => add(Cause::RuleUnknown { rule: id }),
                        Ok(rule) if !judged_by_counts(&rule) => {
                            add(Cause::RuleCountsMore { rule: id });
                        }
                        Ok(_) => {}
                    }
                }
            }
        }
        let on_boards = step.level == Level::Village && step.by == By::Record;
        if step.shown.is_some() && !on_boards {
            add(Cause::ShownElsewhere);
        }
        if let Some(wait) = &step.wait {
            if before.is_none() {
                add(Cause::WaitsFirst);
            }
            if !(1..=LONGEST_WAIT).contains(&wait.days) {
                add(Cause::WaitOutside { most: LONGEST_WAIT });
            }
            if let Some(statute) = &wait.statute
                && let Some(days) = super::shipped::days_of_statute(statute)
                && wait.days < days
            {
                let statute = statute.clone();
                add(Cause::ShortOfStatute { statute, days });
            }
        }
        if step.merge.is_some() {
            match before {
                None => add(Cause::MergesFirst),
                Some(before) if before.level != step.level => add(Cause::MergesOther),
                Some(_) if step.by != By::Record => add(Cause::MergesOther),
                Some(_) => {}
            }
        }
        before = Some(step);
    }
    found
}

/// Returns the name of a template that another one has, shipped or the committee's own: two of one name
/// cannot be told apart where one is chosen, nor on the papers.
fn taken(world: &World, template: &Template) -> Option<TemplateFault> {
    let shipped = super::shipped::shipped();
    let own = world.templates.values().map(AsRef::as_ref);
    let mut others = own.chain(&shipped).filter(|it| it.id != template.id);
    let both = |name: &Name| [name.zh.clone(), name.en.clone()];
    let mine = both(&template.name);
    let name = others.find_map(|other| {
        let theirs = both(&other.name).map(|it| it.key());
        let mut mine = mine.iter();
        mine.find(|it| theirs.contains(&it.key())).cloned()
    })?;
    let cause = Cause::NameTaken { name };
    Some(TemplateFault { step: None, cause })
}

/// Returns the first term of a statute that a step of a template had and has no more. A step that was
/// taken out as a whole took its term with it.
#[must_use]
pub fn lost_term(before: &Template, now: &Template) -> Option<TemplateFault> {
    let same_steps = before.steps.len() == now.steps.len();
    for (at, step) in before.steps.iter().enumerate() {
        let Some((wait, statute)) = step.wait.as_ref().and_then(of_statute) else {
            continue;
        };
        let key = step.name.zh.key();
        let named = now.steps.iter().position(|it| it.name.zh.key() == key);
        // A step that is called otherwise now stands where it stood.
        let Some(found) = named.or_else(|| same_steps.then_some(at)) else {
            continue;
        };
        let kept = now.steps.get(found).and_then(|it| it.wait.as_ref());
        let keeps = |it: &Wait| {
            it.statute.as_ref() == Some(statute) && it.days >= wait.days && it.from == wait.from
        };
        if !kept.is_some_and(keeps) {
            let cause = Cause::StatuteLost {
                statute: statute.clone(),
                days: wait.days,
            };
            return Some(TemplateFault {
                step: Some(found),
                cause,
            });
        }
    }
    None
}

/// Returns a term with the clause that sets it, where the program knows that clause. One that a
/// committee wrote itself it may mend.
fn of_statute(wait: &Wait) -> Option<(&Wait, &Line)> {
    let statute = wait.statute.as_ref()?;
    super::shipped::days_of_statute(statute).map(|_| (wait, statute))
}

/// What may be asked of the committee's own templates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Adopts a template, begins one without steps, or changes one. Matters under way keep the steps
    /// they have.
    Put(Box<Template>),
    /// Takes a template out of the book. Matters under way keep the steps they have.
    Remove(TemplateId),
}

/// What happened to the committee's own templates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// One was adopted, or stands as it is now.
    #[serde(rename = "template.put")]
    Put {
        /// As it is now.
        template: Box<Template>,
    },
    /// One was taken out.
    #[serde(rename = "template.removed")]
    Removed {
        /// Which.
        template: TemplateId,
        /// What it was called.
        name: Name,
    },
}

/// Judges a command about the committee's own templates.
///
/// # Errors
/// A [`Refusal`] that names the first fault.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Put(template) => {
            if super::shipped::named(template.id.as_str()).is_some() {
                return Err(Refusal::AlreadyThere);
            }
            // One that is begun has no step yet; no matter goes by it until it has.
            if !template.steps.is_empty() {
                sound(world, template)?;
            }
            let known = world.templates.get(&template.id).map(AsRef::as_ref);
            if known == Some(template.as_ref()) {
                return Ok(Vec::new());
            }
            let renamed = known.is_none_or(|known| known.name != template.name);
            let taken = || renamed.then(|| taken(world, template)).flatten();
            let lost = || known.and_then(|known| lost_term(known, template));
            if let Some(fault) = taken().or_else(lost) {
                return Err(super::refuse(super::Refused::Faulty { fault }));
            }
            Ok(vec![Event::Put {
                template: template.clone(),
            }])
        }
        Command::Remove(id) => {
            let template = world.template(id)?;
            Ok(vec![Event::Removed {
                template: id.clone(),
                name: template.name.clone(),
            }])
        }
    }
}

/// Refuses a template that is none.
pub(super) fn sound(world: &World, template: &Template) -> Result<(), Refusal> {
    match faults(world, template).into_iter().next() {
        Some(fault) => Err(super::refuse(super::Refused::Faulty { fault })),
        None => Ok(()),
    }
}

/// Carries out what happened to the committee's own templates.
pub fn apply(world: &mut World, event: &Event) {
    match event {
        Event::Put { template } => {
            let shared = Arc::new(template.as_ref().clone());
            world.templates.insert(template.id.clone(), shared);
        }
        Event::Removed { template, .. } => {
            world.templates.remove(template);
        }
    }
}
