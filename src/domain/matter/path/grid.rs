//! Where a matter stands on its path: a cell for every step, and every village where it is the villages'.

mod answers;
mod order;

pub use answers::{Answer, Outcome};
pub use order::{Before, Since};

use super::anew::{Overtaken, TakenBack};
use super::template::{By, Level, TemplateStep};
use super::term::{Follows, Kept, Term, kept, terms};
use super::{Entry, OfMotion, Path, RecordKind, Taken};
use crate::domain::board::{Board, BoardRules, RestDays};
use crate::domain::ids::VillageId;
use crate::domain::matter::{Hearing, Hung, Matter};
use crate::domain::rule::{Name, Partial, Rule};
use crate::domain::text::Line;
use crate::domain::vote::{Outcome as VoteOutcome, Standing};
use crate::domain::world::World;
use chrono::NaiveDate;

/// Where a step stands at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// A step before it is not done.
    NotYet,
    /// It is done before here; every village must agree, and not all of them did.
    AwaitsOthers,
    /// A term runs.
    Waiting {
        /// The first day on which it may be taken.
        from: NaiveDate,
    },
    /// It may be taken.
    Due,
    /// It may be taken, and the day by which the villages are to be done is over.
    Overdue {
        /// That day.
        since: NaiveDate,
    },
    /// The joint session has it on an agenda.
    OnAgenda {
        /// The day of the session.
        on: NaiveDate,
    },
    /// It was done, or the vote carried.
    Done {
        /// The day.
        on: NaiveDate,
    },
    /// It was taken together with the step before.
    Merged {
        /// The day of that.
        on: NaiveDate,
    },
    /// 未通过; the body may meet again.
    Refused {
        /// The day.
        on: NaiveDate,
    },
    /// 未开成会: too few came.
    Inquorate {
        /// The day.
        on: NaiveDate,
    },
    /// The village has left, so it is asked no more.
    Gone {
        /// The day it left.
        on: NaiveDate,
    },
}

impl State {
    /// Returns the day it was done.
    #[must_use]
    pub const fn done(&self) -> Option<NaiveDate> {
        match self {
            Self::Done { on } | Self::Merged { on } => Some(*on),
            _ => None,
        }
    }
}

/// A step at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The step, counted from 0.
    pub step: usize,
    /// The village; absent at the other levels.
    pub village: Option<VillageId>,
    /// Where it stands.
    pub state: State,
    /// The day of the step before, where that is done.
    pub since: Option<NaiveDate>,
    /// The terms that run, or ran; where the body is called together anew, those before it meets again.
    pub terms: Vec<Term>,
    /// How they were kept by what was done.
    pub kept: Vec<Kept>,
    /// The records that are missing of what was done.
    pub lacks: Vec<RecordKind>,
    /// What hung on the village's board and so did it, where that was it.
    pub hung: Option<Hung>,
    /// The day by which what is still to be done is to be done.
    pub by: Option<NaiveDate>,
    /// The day by which the village was to agree, where it did after that.
    pub late: Option<NaiveDate>,
    /// What was taken back after it was done that it rests on: it is in question (存疑).
    pub shaken: Option<Shaken>,
}

/// That what a step rests on was taken back after it was done, whether it was agreed to anew since or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shaken {
    /// The step that was taken back, counted from 0.
    pub step: usize,
    /// The village.
    pub village: VillageId,
    /// The day.
    pub on: NaiveDate,
    /// Why.
    pub reason: Line,
    /// That it was agreed to anew since, which an authority has not seen.
    pub anew: Option<AgreedAnew>,
}

/// That a village agreed anew after an authority had looked at its papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgreedAnew {
    /// The day it agreed.
    pub on: NaiveDate,
    /// The day of what the authority did before that.
    pub done: NaiveDate,
}

impl From<&Overtaken<'_>> for Shaken {
    fn from(overtaken: &Overtaken<'_>) -> Self {
        Self {
            anew: Some(AgreedAnew {
                on: overtaken.agreed,
                done: overtaken.done,
            }),
            ..Self::from(&overtaken.back)
        }
    }
}

impl From<&TakenBack<'_>> for Shaken {
    fn from(back: &TakenBack<'_>) -> Self {
        Self {
            step: back.step,
            village: back.village.clone(),
            on: back.on,
            reason: back.reason.clone(),
            anew: None,
        }
    }
}

impl Cell {
    /// Returns that a village agreed anew after an authority had looked at what it had agreed to before.
    #[must_use]
    pub fn anew(&self) -> Option<AgreedAnew> {
        self.shaken.as_ref()?.anew
    }

    /// Returns the terms that were not kept.
    pub fn broken(&self) -> impl Iterator<Item = &Kept> {
        self.kept.iter().filter(|kept| !kept.kept())
    }
}

/// Everything that is read off a path on a day.
#[derive(Debug, Clone)]
pub struct Grid<'a> {
    world: &'a World,
    path: &'a Path,
    hearings: &'a [Hearing],
    hung: &'a [Hung],
    assent: Partial,
    today: NaiveDate,
    rest: RestDays,
    /// The cells of each step; a step is read off those before it.
    rows: Vec<Vec<Cell>>,
}

impl<'a> Grid<'a> {
    /// Reads a matter; `None` where its steps are not chosen.
    #[must_use]
    pub fn of(world: &'a World, matter: &'a Matter, today: NaiveDate) -> Option<Self> {
        let today = matter.as_of(today);
        let mut grid = Self {
            world,
            path: matter.path.as_ref()?,
            hearings: &matter.hearings,
            hung: &matter.hung,
            assent: matter.assent()?,
            today,
            rest: BoardRules::of(world).rest,
            rows: Vec::new(),
        };
        for (at, step) in grid.path.template.steps.iter().enumerate() {
            let row = match step.level {
                Level::Village => {
                    let villages = grid.path.villages.iter().map(|it| &it.village);
                    let cells = villages.map(|it| grid.made(at, step, Some(it)));
                    cells.collect()
                }
                Level::Area | Level::Township => vec![grid.made(at, step, None)],
            };
            grid.rows.push(row);
        }
        Some(grid)
    }

    fn step(&self, step: usize) -> Option<&'a TemplateStep> {
        self.path.template.steps.get(step)
    }

    /// Returns what a step is called.
    pub(super) fn name_of(&self, step: usize) -> Option<&Name> {
        self.step(step).map(|it| &it.name)
    }

    /// Returns the day a village left, where it has by today.
    fn left(&self, village: &VillageId) -> Option<NaiveDate> {
        let left = self.world.villages.get(village)?.left?;
        (left <= self.today).then_some(left)
    }

    /// Returns the cell of a step at one place.
    #[must_use]
    pub fn cell(&self, step: usize, village: Option<&VillageId>) -> Option<&Cell> {
        let row = self.rows.get(step)?;
        row.iter().find(|cell| cell.village.as_ref() == village)
    }

    fn made(&self, step: usize, of: &TemplateStep, village: Option<&VillageId>) -> Cell {
        let ready = self.ready(step, village);
        let since = ready.flatten();
        let stands = self.path.stands(step, village);
        let (number, latest) = (stands.map(|it| it.0), stands.map(|it| it.1));
        let tries = self.path.tries(step, village);
        let before = tries.take_while(|(at, _)| Some(*at) != number);
        let earlier = before.last().map(|(_, entry)| entry);
        let taken_back = number.and_then(|it| self.path.shaken(it));
        let overtaken = number.and_then(|it| self.path.overtaken(it));
        // A village files what it decided, and files it again where it decided anew.
        let again = overtaken.is_some() && village.is_some();
        let overtaken = overtaken.as_ref().map(Shaken::from);
        let shaken = taken_back.as_ref().map(Shaken::from).or(overtaken);
        let follows = |after: Option<&Entry>| {
            let met = after.map(|it| it.on);
            since.map(|since| Follows { since, met })
        };
        // What a board does needs nobody to say so again.
        let by_board = latest.is_none_or(|it| it.taken == Taken::Posted);
        let hung = village.filter(|_| by_board);
        let hung = hung.and_then(|village| self.hung_of(step, of, village, since));
        let posted = hung.as_ref().map(|it| Entry::posted(step, village, it.on));
        let taken = latest.filter(|it| it.taken != Taken::Posted && !again);
        let done = posted.as_ref().or(taken);
        let terms = match done {
            None => {
                let rule = self.only_rule(of);
                terms(of, rule.as_ref(), follows(None), None, &self.rest)
            }
            Some(entry) if entry.agreed() != Some(true) => {
                terms(of, entry.rule(), follows(Some(entry)), None, &self.rest)
            }
            Some(_) => Vec::new(),
        };
        let kept = done.map_or_else(Vec::new, |entry| {
            kept(of, follows(earlier), entry, &self.rest)
        });
        let state = match (&of.by, done) {
            (By::Session, _) => self.session_state(step),
            (_, Some(entry)) => self.state_of(step, village, entry),
            (_, None) if ready.is_none() => self.closed(step, village),
            (_, None) => self.open(step, village, &terms),
        };
        let term = self.term_of(step, village);
        let by = term.filter(|_| {
            matches!(
                state,
                State::Due
                    | State::Waiting { .. }
                    | State::Refused { .. }
                    | State::Inquorate { .. }
            )
        });
        let decides = self.path.template.decider() == Some(step);
        let late = term.filter(|by| decides && state.done().is_some_and(|on| *by < on));
        let pictured = hung.as_ref().is_some_and(|it| it.photo.is_some());
        // What was kept of a reconsideration that upheld it is kept of it too.
        let counts = |at: usize| number.is_some_and(|number| number <= at);
        let kept_of = |kind: RecordKind| {
            let mut tries = self.path.tries(step, village);
            tries.any(|(at, it)| counts(at) && it.keeps(kind))
        };
        let has = |kind: &RecordKind| kept_of(*kind) || pictured && *kind == RecordKind::Photo;
        let lacks = match (&state, done) {
            (State::Done { .. } | State::Merged { .. }, Some(_)) => {
                let records = of.records.iter().copied();
                records.filter(|kind| !has(kind)).collect()
            }
            _ => Vec::new(),
        };
        Cell {
            step,
            village: village.cloned(),
            state,
            since,
            terms,
            kept,
            lacks,
            hung,
            by,
            late,
            shaken,
        }
    }

    /// Returns what hung on the board of a village and so did a step: it was put up once what comes before that was
    /// done, hung for as long as it had to, and did no other step.
    fn hung_of(
        &self,
        step: usize,
        of: &TemplateStep,
        village: &VillageId,
        since: Option<NaiveDate>,
    ) -> Option<Hung> {
        let shown = of.shown?;
        let first = self.shown_from(step, village, since)?;
        let earlier = (0..step).filter_map(|it| self.cell(it, Some(village))?.hung.as_ref());
        let earlier: Vec<&Hung> = earlier.collect();
        let mut all = self.hung.iter().filter(|it| {
            it.board == Board::Village(village.clone())
                && shown.is(it)
                && !it.short
                && (first..=self.today).contains(&it.on)
                && earlier.iter().all(|other| other.posting != it.posting)
        });
        all.next().cloned()
    }

    /// Returns the first day on which what hangs does a step of a village's board.
    #[must_use]
    pub fn shows_since(&self, cell: &Cell) -> Option<NaiveDate> {
        self.shown_from(cell.step, cell.village.as_ref()?, cell.since)
    }

    fn shown_from(
        &self,
        step: usize,
        village: &VillageId,
        since: Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        // What hangs before a step has its turn does not do it.
        let since = since?;
        Some(self.taken_before(step, village).unwrap_or(since))
    }

    /// Returns the day of the last of the steps before another that no board does, at its place.
    fn taken_before(&self, step: usize, village: &VillageId) -> Option<NaiveDate> {
        let cells = (0..step).filter_map(|at| {
            // A posting that is dated anew leaves what was put up after it the step it did: its term shows as not kept.
            let of = self.step(at).filter(|it| it.shown.is_none())?;
            let village = Some(village).filter(|_| of.level == Level::Village);
            self.cell(at, village)?.state.done()
        });
        cells.max()
    }

    /// Returns the rule of a vote, where it can be taken by one alone.
    fn only_rule(&self, step: &TemplateStep) -> Option<Rule> {
        match &step.by {
            By::Vote { rules } => match rules.as_slice() {
                [only] => self.world.rule(only).ok(),
                _ => None,
            },
            By::Record | By::Session => None,
        }
    }

    fn state_of(&self, step: usize, village: Option<&VillageId>, entry: &Entry) -> State {
        let on = entry.on;
        let left = village.and_then(|village| self.left(village));
        match (&entry.taken, entry.agreed(), left) {
            // A village that left goes on hanging what it hung.
            (Taken::Posted, ..) => State::Done { on },
            (Taken::Merged, ..) => State::Merged {
                on: self.before(step, village).flatten().unwrap_or(on),
            },
            (_, Some(true), _) => State::Done { on },
            (_, _, Some(on)) => State::Gone { on },
            (_, Some(false), None) => State::Refused { on },
            (Taken::Voted { decision, .. }, None, None)
                if decision.outcome == VoteOutcome::Inquorate =>
            {
                State::Inquorate { on }
            }
            (_, None, None) => State::Refused { on },
        }
    }

    /// Returns where a step stands that cannot be taken yet.
    fn closed(&self, step: usize, village: Option<&VillageId>) -> State {
        match village.and_then(|village| self.left(village)) {
            Some(on) => State::Gone { on },
            None if self.awaits_others(step, village) => State::AwaitsOthers,
            None => State::NotYet,
        }
    }

    /// Says whether a step waits for nothing but the other villages.
    pub(super) fn awaits_others(&self, step: usize, village: Option<&VillageId>) -> bool {
        self.ready(step, village).is_none()
            && self.before(step, village).is_some()
            && village.is_none_or(|it| self.consented(it))
    }

    /// Returns the step that is to be done before another at a place.
    pub(super) fn blocking(&self, step: usize, village: Option<&VillageId>) -> Option<usize> {
        let undecided = village.is_some_and(|it| self.after_decision(step) && !self.consented(it));
        let decider = self.path.template.decider().filter(|_| undecided);
        let open = decider.filter(|_| self.before(step, village).is_some());
        open.or_else(|| step.checked_sub(1))
    }

    fn open(&self, step: usize, village: Option<&VillageId>, terms: &[Term]) -> State {
        if let Some(on) = village.and_then(|village| self.left(village)) {
            return State::Gone { on };
        }
        let from = terms.iter().map(|term| term.from).max();
        if let Some(from) = from.filter(|from| self.today < *from) {
            return State::Waiting { from };
        }
        match self.term_of(step, village) {
            Some(since) if since < self.today => State::Overdue { since },
            _ => State::Due,
        }
    }

    /// Returns where the step of the joint session stands, by the hearings of the matter.
    fn session_state(&self, step: usize) -> State {
        if self.ready(step, None).is_none() {
            return State::NotYet;
        }
        let by_villages = |motion: &crate::domain::matter::Heard| {
            let linked = |entry: &Entry| matches!(&entry.taken, Taken::Voted { motion: Some(OfMotion { motion: it, .. }), .. } if *it == motion.motion);
            self.path.entries.iter().any(linked)
        };
        let put_to_them = |motion: &crate::domain::matter::Heard| {
            let first = motion.first.map(|it| it.standing);
            first == Some(Standing::AwaitingVillages)
        };
        let carried = |motion: &crate::domain::matter::Heard| match motion.standing {
            Standing::Adopted | Standing::AdoptedInPart | Standing::AwaitingVillages => true,
            // It was adopted in the session; the villages did not go along.
            Standing::Rejected => by_villages(motion) || put_to_them(motion),
            _ => false,
        };
        let adopted = self.hearings.iter().rev();
        let mut adopted = adopted.filter(|hearing| hearing.motions.iter().any(carried));
        if let Some(hearing) = adopted.next() {
            return State::Done { on: hearing.on };
        }
        match self.hearings.last() {
            None => State::Due,
            Some(hearing) => {
                let rejected = |it: &crate::domain::matter::Heard| {
                    matches!(it.standing, Standing::Rejected | Standing::Withdrawn)
                };
                if !hearing.motions.is_empty() && hearing.motions.iter().all(rejected) {
                    State::Refused { on: hearing.on }
                } else {
                    State::OnAgenda { on: hearing.on }
                }
            }
        }
    }

    /// Returns the day of the step before at the place, where there is one and it is done: `None` where
    /// it is not, `Some(None)` for the first step.
    fn before(&self, step: usize, village: Option<&VillageId>) -> Option<Option<NaiveDate>> {
        let Some(before) = step.checked_sub(1) else {
            return Some(None);
        };
        let level = self.step(before)?.level;
        match (level, village) {
            (Level::Village, Some(village)) => {
                let cell = self.cell(before, Some(village))?;
                cell.state.done().map(Some)
            }
            (Level::Village, None) => self.all_villages(before).map(Some),
            (Level::Area | Level::Township, _) => {
                let cell = self.cell(before, None)?;
                cell.state.done().map(Some)
            }
        }
    }

    /// Returns the day on which the last village was done with a step; `None` while one is still to be,
    /// or where those that are not keep the matter from going on.
    fn all_villages(&self, step: usize) -> Option<NaiveDate> {
        let mut last = None;
        for village in self.counted() {
            let cell = self.cell(step, Some(village))?;
            match (cell.state.done(), self.assent) {
                (Some(on), _) => last = last.max(Some(on)),
                (None, Partial::AgreeingGoOn) if self.answer(village) == Answer::Refused => {}
                (None, _) => return None,
            }
        }
        last
    }

    /// Says from which day a step is ready at a place: `None` where a step before it is not done.
    pub(super) fn ready(
        &self,
        step: usize,
        village: Option<&VillageId>,
    ) -> Option<Option<NaiveDate>> {
        let before = self.before(step, village)?;
        let stopped = village.is_some_and(|it| {
            // No village takes a step that follows from what it did not agree to; and once every
            // village must agree and one does not, the others wait.
            let waits = self.assent == Partial::AllMust && self.of_villages() != Outcome::All;
            self.after_decision(step) && (waits || !self.consented(it))
        });
        (!stopped).then_some(before)
    }

    /// Returns the day by which a village is to have taken a step. It is to agree by then; what follows
    /// from that has terms of its own.
    fn term_of(&self, step: usize, village: Option<&VillageId>) -> Option<NaiveDate> {
        let village = village.filter(|_| !self.after_decision(step))?;
        self.path.deadline_of(village)
    }

    fn after_decision(&self, step: usize) -> bool {
        let decider = self.path.template.decider();
        decider.is_some_and(|decider| step > decider)
    }

    /// Returns every cell, step by step, the villages in their order.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.rows.iter().flatten()
    }

    /// Returns how many days are left until a day; less than nothing once it is over.
    #[must_use]
    pub fn days_left(&self, by: NaiveDate) -> i64 {
        by.signed_duration_since(self.today).num_days()
    }

    /// Returns the path it is read off.
    #[must_use]
    pub const fn path(&self) -> &'a Path {
        self.path
    }

    /// Returns the day it is read on.
    #[must_use]
    pub const fn today(&self) -> NaiveDate {
        self.today
    }

    /// Returns what becomes of the matter where some villages do not agree.
    #[must_use]
    pub const fn assent(&self) -> Partial {
        self.assent
    }
}
