//! How the steps of a matter are chosen and taken: what may be asked, what happened, and what that means.

use super::template::{Cause, Template, TemplateFault};
use super::{Asked, Contribution, Deadline, Entry, Mended, Moved, Path, Record, Taken, Turnout};
use crate::domain::dates::Minute;
use crate::domain::ids::{MatterId, RuleId, VillageId};
use crate::domain::matter::Matter;
use crate::domain::matter::gate::Body;
use crate::domain::matter::intake::{Fen, Money, Share};
use crate::domain::refusal::{OfBoard, OfMatter, Remedy};
use crate::domain::rule::{Name, Partial};
use crate::domain::task::Task;
use crate::domain::text::Line;
use crate::domain::vote::village::{VillageDecision, VillageMeeting};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What may be asked of the steps of a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Chooses the steps it has to go.
    Choose {
        /// The matter.
        matter: MatterId,
        /// The steps; they are copied, and made to fit what the matter touches.
        template: Box<Template>,
        /// What becomes of it where some villages do not agree.
        assent: Partial,
        /// The day.
        on: NaiveDate,
        /// The day by which the villages are to be done.
        deadline: Option<NaiveDate>,
    },
    /// Enters what was done of a step.
    Take {
        /// The matter.
        matter: MatterId,
        /// What.
        taking: Taking,
    },
    /// Enters that a body of a village took up once more what it had agreed to (复议).
    Reconsider {
        /// The matter.
        matter: MatterId,
        /// What it came to.
        taking: Taking,
        /// Why.
        reason: Line,
    },
    /// Adds a record to what was done.
    Keep {
        /// The matter.
        matter: MatterId,
        /// The entry, counted from 0.
        entry: usize,
        /// The record.
        record: Record,
    },
    /// Corrects what a body voted, as its paper has it; the day stays.
    Mend {
        /// The matter.
        matter: MatterId,
        /// The entry, counted from 0.
        entry: usize,
        /// What the paper says.
        meeting: VillageMeeting,
        /// When it is corrected.
        at: Minute,
        /// Why.
        reason: Line,
    },
    /// Corrects the day of what was done.
    Redate {
        /// The matter.
        matter: MatterId,
        /// The entry, counted from 0.
        entry: usize,
        /// The right day.
        on: NaiveDate,
        /// When it is corrected.
        at: Minute,
        /// Why.
        reason: Line,
    },
    /// Sets, moves or lifts the day by which the villages are to be done.
    SetDeadline {
        /// The matter.
        matter: MatterId,
        /// The village it is for; `None` for all that have none of their own.
        village: Option<VillageId>,
        /// The day; `None` lifts it.
        by: Option<NaiveDate>,
        /// The day it is set.
        on: NaiveDate,
        /// Why, where one was set before.
        reason: Option<Line>,
    },
    /// Asks a village that was not asked, because it joined or is concerned after all.
    AddVillage {
        /// The matter.
        matter: MatterId,
        /// The village.
        village: VillageId,
        /// What it contributes, where that is known.
        share: Option<Fen>,
        /// The follow-up by which it is asked.
        follow_up: Option<Box<Task>>,
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: Line,
    },
    /// Changes what a village contributes.
    Contribute {
        /// The matter.
        matter: MatterId,
        /// The village.
        village: VillageId,
        /// How much.
        amount: Fen,
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: Line,
    },
}

/// What is entered of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taking {
    /// The step, counted from 0.
    pub step: usize,
    /// The village; `None` at the other levels.
    pub village: Option<VillageId>,
    /// When it is entered.
    pub at: Minute,
    /// The day it was done.
    pub on: NaiveDate,
    /// What was done.
    pub what: What,
    /// The day the notice went out, where that is not the day of the step before.
    pub noticed: Option<NaiveDate>,
    /// Why a term was not waited for.
    pub early: Option<Line>,
    /// Who signed.
    pub signed: Option<Line>,
    /// The records kept.
    pub records: Vec<Record>,
}

/// What was done of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The body of a village voted.
    Vote(VillageMeeting),
    /// It was done, without a vote.
    Done {
        /// By whom.
        body: Line,
        /// Whether the body went along with it.
        agreed: bool,
        /// How many were entitled and came, where it was a meeting.
        turnout: Option<Turnout>,
    },
    /// It was taken together with the step before it.
    Merge,
    /// The village's board did it, and here are the records of it.
    Posted,
}

/// What happened to the steps of a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// They were chosen.
    #[serde(rename = "matter.path_chosen")]
    Chosen {
        /// The matter.
        matter: MatterId,
        /// The steps.
        path: Box<Path>,
    },
    /// Something was done.
    #[serde(rename = "matter.path_entered")]
    Entered {
        /// The matter.
        matter: MatterId,
        /// What.
        entry: Box<Entry>,
    },
    /// A record was added.
    #[serde(rename = "matter.path_kept")]
    Kept {
        /// The matter.
        matter: MatterId,
        /// The entry.
        entry: usize,
        /// The record.
        record: Record,
    },
    /// What a body voted was corrected.
    #[serde(rename = "matter.path_mended")]
    Mended {
        /// The matter.
        matter: MatterId,
        /// The entry.
        entry: usize,
        /// As it was.
        now: Box<VillageDecision>,
        /// As it was entered, when it was corrected and why.
        mended: Mended,
    },
    /// A day was corrected.
    #[serde(rename = "matter.path_redated")]
    Redated {
        /// The matter.
        matter: MatterId,
        /// The entry.
        entry: usize,
        /// The day as it is now.
        on: NaiveDate,
        /// As it was, when and why.
        moved: Moved,
    },
    /// The deadline was set, moved or lifted.
    #[serde(rename = "matter.path_deadline")]
    DeadlineSet {
        /// The matter.
        matter: MatterId,
        /// The deadline.
        deadline: Deadline,
    },
    /// A village was added.
    #[serde(rename = "matter.path_village")]
    VillageAdded {
        /// The matter.
        matter: MatterId,
        /// The village.
        asked: Asked,
    },
    /// What a village contributes was changed.
    #[serde(rename = "matter.path_contribution")]
    Contributed {
        /// The matter.
        matter: MatterId,
        /// What.
        contribution: Contribution,
    },
}

/// Why a command about the steps of a matter is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Its steps are chosen, and one of them was taken.
    UnderWay,
    /// Its steps are not chosen.
    NoPath,
    /// The template is none.
    Faulty {
        /// Its first fault.
        fault: TemplateFault,
    },
    /// What the matter touches must be decided in each village, and the template has no such step.
    VillagesMustVote,
    /// Its steps are not chosen: its villages were asked on a motion, and what they decide is entered there.
    OutsideSteps,
    /// No village is concerned.
    NoVillages,
    /// The step before is not done at that place.
    OutOfOrder {
        /// The step before.
        before: Name,
    },
    /// Every village must agree, and not all of them did.
    AwaitsOthers,
    /// It was done already.
    TakenAlready,
    /// A body of the village agreed to it; that it met again about it is a reconsideration.
    AgreedAlready,
    /// Nothing stands there that was agreed to, so there is nothing to take up once more.
    NothingToReconsider,
    /// No body of a village met there: a board, an authority or the step before did it.
    NoBodyMet,
    /// The joint session does it: a motion of the matter must be adopted there.
    BySession,
    /// The step is decided by a vote, or is no vote.
    OtherKind,
    /// The body does not decide this step.
    OtherBody {
        /// The rules by which it may be decided.
        rules: Vec<RuleId>,
    },
    /// The meeting is of another body than the rule it is judged by.
    BodyOfOtherRule {
        /// The body of the rule.
        ought: Body,
    },
    /// It is dated before the body met last about it.
    BeforeLastTime {
        /// The day it did.
        on: NaiveDate,
    },
    /// The board of the village did it, and says on which day.
    ByBoard,
    /// It was taken together with the step before, and has its day.
    DayOfStepBefore,
    /// No clause allows to take it together with the step before.
    MayNotMerge,
    /// It is dated before the step it follows.
    BeforeStepBefore {
        /// The day of that.
        on: NaiveDate,
    },
    /// It is dated after the step that follows it.
    AfterStepAfter {
        /// The day of that.
        on: NaiveDate,
    },
    /// It is dated after a text that follows it was put up on the board of the village.
    AfterPosted {
        /// The day it was.
        on: NaiveDate,
    },
    /// A term is not over.
    TooSoon {
        /// Its first day after.
        from: NaiveDate,
        /// Its days.
        days: u32,
        /// The clause of the statute that sets it; such a term can only be recorded as not kept.
        statute: Option<Line>,
        /// Who else asks for it.
        source: Option<&'static str>,
    },
    /// The notice is dated after the meeting.
    NoticeAfter,
    /// The village had not joined by that day.
    VillageNotYet {
        /// Its name.
        name: Line,
        /// The day it joins.
        on: NaiveDate,
    },
    /// A motion was put to the villages, or voted by a rule, that says what becomes of it where some do
    /// not agree.
    AssentStands {
        /// What.
        assent: Partial,
    },
    /// The village had left by that day.
    VillageLeft {
        /// Its name.
        name: Line,
        /// The day it left.
        on: NaiveDate,
    },
    /// The village is not asked.
    NotAsked {
        /// Its name.
        name: Line,
    },
    /// The village is asked already.
    AskedAlready,
    /// The villages are to be asked on the motion first.
    AskFirst,
    /// It was set before, so moving it wants a reason.
    WantsReason,
    /// The village agreed to contribute what it does; another figure is another question.
    AgreedToIt {
        /// Its name.
        name: Line,
        /// How much.
        amount: Fen,
        /// The day it agreed.
        on: NaiveDate,
    },
    /// The contributions come to more than the whole.
    MoreThanTheWhole {
        /// The whole.
        whole: Fen,
        /// The contributions.
        sum: Fen,
    },
}

impl Refused {
    /// Returns what may be done about it.
    #[must_use]
    pub fn remedy(&self) -> Option<Remedy> {
        let of = match self {
            Self::Faulty { fault } if fault.cause == Cause::NoSteps => OfMatter::AddStep,
            Self::NoPath | Self::VillagesMustVote => OfMatter::ChooseSteps,
            Self::OutOfOrder { .. } | Self::NothingToReconsider => OfMatter::TakeStep,
            Self::TakenAlready => OfMatter::KeepRecord,
            Self::AgreedAlready => OfMatter::Reconsider,
            Self::BySession => OfMatter::Agenda,
            Self::BeforeStepBefore { .. }
            | Self::BeforeLastTime { .. }
            | Self::AfterStepAfter { .. } => OfMatter::Redate,
            Self::NotAsked { .. } => OfMatter::AskVillage,
            Self::NoVillages => OfMatter::Mend,
            Self::AgreedToIt { .. } => OfMatter::Split,
            Self::OutsideSteps => return Some(Remedy::Reconsider),
            Self::AskFirst => return Some(Remedy::AskVillages),
            Self::ByBoard | Self::AfterPosted { .. } => {
                return Some(Remedy::Board(OfBoard::Redate));
            }
            Self::TooSoon { .. } | Self::WantsReason => return Some(Remedy::GiveReason),
            Self::VillageLeft { .. } => return Some(Remedy::MendVillage),
            Self::UnderWay
            | Self::NoBodyMet
            | Self::Faulty { .. }
            | Self::OtherKind
            | Self::DayOfStepBefore
            | Self::MayNotMerge
            | Self::AwaitsOthers
            | Self::OtherBody { .. }
            | Self::BodyOfOtherRule { .. }
            | Self::NoticeAfter
            | Self::AssentStands { .. }
            | Self::VillageNotYet { .. }
            | Self::AskedAlready
            | Self::MoreThanTheWhole { .. } => return None,
        };
        Some(Remedy::Matter(of))
    }
}

impl Event {
    /// Returns the matter it is about.
    #[must_use]
    pub fn matter(&self) -> &MatterId {
        match self {
            Self::Chosen { matter, .. }
            | Self::Entered { matter, .. }
            | Self::Kept { matter, .. }
            | Self::Mended { matter, .. }
            | Self::Redated { matter, .. }
            | Self::DeadlineSet { matter, .. }
            | Self::VillageAdded { matter, .. }
            | Self::Contributed { matter, .. } => matter,
        }
    }
}

impl Command {
    /// Returns the matter it is about.
    #[must_use]
    pub fn matter(&self) -> &MatterId {
        match self {
            Self::Choose { matter, .. }
            | Self::Take { matter, .. }
            | Self::Reconsider { matter, .. }
            | Self::Keep { matter, .. }
            | Self::Mend { matter, .. }
            | Self::Redate { matter, .. }
            | Self::SetDeadline { matter, .. }
            | Self::AddVillage { matter, .. }
            | Self::Contribute { matter, .. } => matter,
        }
    }
}

impl Matter {
    /// Returns what the matter costs and who bears it, as it was last changed; `None` where it costs nothing.
    #[must_use]
    pub fn money(&self) -> Option<Money> {
        let changed = self.path.iter().flat_map(|it| &it.contributions);
        let mut money = self.intake.money.clone();
        for it in changed {
            let money = money.get_or_insert_with(|| Money {
                amount: Fen(0),
                shares: Vec::new(),
            });
            let known = money.shares.iter_mut();
            match { known }.find(|share| share.village == it.village) {
                Some(share) => share.amount = it.amount,
                None => money.shares.push(Share {
                    village: it.village.clone(),
                    amount: it.amount,
                }),
            }
        }
        let mut money = money?;
        // Where nobody said what it costs, it costs what the villages bear.
        money.amount = money.amount.max(money.borne());
        Some(money)
    }

    /// Returns what a village contributes, as it was last changed.
    #[must_use]
    pub fn contribution_of(&self, village: &VillageId) -> Fen {
        let changed = self
            .path
            .iter()
            .flat_map(|it| it.contributions.iter().rev());
        let mut changed = changed.filter(|it| it.village == *village);
        let shares = self.intake.money.iter().flat_map(|it| &it.shares);
        let mut shares = shares.filter(|it| it.village == *village);
        let changed = changed.next().map(|it| it.amount);
        changed
            .or_else(|| shares.next().map(|it| it.amount))
            .unwrap_or_default()
    }
}

/// Gives the day of a step to those that were taken together with it.
fn together(path: &mut Path, entry: usize, on: NaiveDate) {
    let Some(first) = path.entries.get(entry) else {
        return;
    };
    let (mut step, village) = (first.step, first.village.clone());
    loop {
        step = step.saturating_add(1);
        let mut after = path.entries.iter_mut();
        let after =
            after.find(|it| it.step == step && it.village == village && it.taken == Taken::Merged);
        match after {
            Some(entry) => entry.on = on,
            None => return,
        }
    }
}

/// Carries out what happened to the steps of a matter.
pub fn apply(matter: &mut Matter, event: &Event) {
    if let Event::Chosen { path, .. } = event {
        matter.path = Some(path.as_ref().clone());
        return;
    }
    let Some(path) = &mut matter.path else {
        return;
    };
    match event {
        Event::Chosen { .. } => {}
        Event::Entered { entry, .. } => path.entries.push(entry.as_ref().clone()),
        Event::Kept { entry, record, .. } => {
            if let Some(entry) = path.entries.get_mut(*entry) {
                entry.records.push(record.clone());
            }
        }
        Event::Mended {
            entry, now, mended, ..
        } => {
            if let Some(entry) = path.entries.get_mut(*entry)
                && let Taken::Voted { decision, .. } = &mut entry.taken
            {
                *decision = now.clone();
                entry.mended.push(mended.clone());
            }
        }
        Event::Redated {
            entry, on, moved, ..
        } => {
            if let Some(entry) = path.entries.get_mut(*entry) {
                entry.on = *on;
                if let Taken::Voted { decision, .. } = &mut entry.taken {
                    decision.met = *on;
                }
                entry.moved.push(moved.clone());
            }
            if path.entries.get(*entry).is_some_and(|it| it.anew.is_none()) {
                together(path, *entry, *on);
            }
        }
        Event::DeadlineSet { deadline, .. } => path.deadlines.push(deadline.clone()),
        Event::VillageAdded { asked, .. } => path.villages.push(asked.clone()),
        Event::Contributed { contribution, .. } => path.contributions.push(contribution.clone()),
    }
}
