//! The life of a matter: where it stands, and what happened to it, read off facts.

mod happened;

pub use happened::{Happened, facts};

use super::gate::Gate;
use super::hearing::{Heard, Hearing};
use super::path::grid::{Cell, Grid, Outcome, State};
use super::path::{Asked, By, Contribution, Deadline, Entry, Path};
use super::{Became, Matter, MatterState, Refused, Screening, Step};
use crate::domain::board::{self, Board, Next, Posting, PostingState};
use crate::domain::ids::{ItemId, MatterId, VillageId};
use crate::domain::session::agenda::ItemState;
use crate::domain::task::{self, Task};
use crate::domain::text::Line;
use crate::domain::vote::Standing;
use crate::domain::world::World;
use chrono::NaiveDate;

/// Where a matter stands (`domain.md` §5.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// 征集: called for, and not received yet.
    Collected,
    /// 受理: to be screened.
    Received,
    /// 退回补正.
    SentBack,
    /// 待上会: a joint matter that stands on no agenda.
    Waiting,
    /// 上会: on the agenda of a session.
    OnAgenda,
    /// 暂缓: put off, referred up, or without an outcome so far.
    Deferred,
    /// 未通过.
    Rejected,
    /// 逐村履行: villages are still to decide.
    Villages,
    /// 公示: something hangs, or is to hang, on a board.
    Posted,
    /// 督办: follow-ups are open.
    FollowUp,
    /// 结果公开: everything is done; it is to be published and filed.
    Results,
    /// 归档.
    Filed,
    /// 撤回.
    Withdrawn,
    /// 交回本村.
    HandedBack,
    /// 并案.
    Merged,
}

impl Stage {
    /// Every stage, in the order of a life.
    pub const ALL: [Self; 15] = [
        Self::Collected,
        Self::Received,
        Self::SentBack,
        Self::Waiting,
        Self::OnAgenda,
        Self::Deferred,
        Self::Rejected,
        Self::Villages,
        Self::Posted,
        Self::FollowUp,
        Self::Results,
        Self::Filed,
        Self::Withdrawn,
        Self::HandedBack,
        Self::Merged,
    ];

    /// Says whether a matter there is closed.
    #[must_use]
    pub const fn closed(self) -> bool {
        matches!(
            self,
            Self::Filed | Self::Withdrawn | Self::HandedBack | Self::Merged
        )
    }
}

/// What is missing before a matter can be closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// It is on the agenda of a session that is not over.
    OnAgenda {
        /// The day.
        on: NaiveDate,
        /// Whether the session was opened.
        opened: bool,
    },
    /// Nothing was decided about it.
    Undecided,
    /// Villages are still to decide.
    Villages {
        /// How many.
        silent: usize,
    },
    /// Steps it has to go are still to be taken.
    Steps {
        /// How many.
        steps: usize,
    },
    /// A follow-up is open.
    Task {
        /// What is to be done.
        what: Line,
    },
    /// An objection to a posting is not answered.
    Objection {
        /// The title of the posting.
        title: String,
        /// The board it hangs on, or hung.
        board: Board,
        /// Who objected; nobody where no name was given.
        who: Option<Line>,
        /// The day by which it is to be answered.
        by: NaiveDate,
    },
    /// A posting hangs, or is to hang.
    Posting {
        /// Its title.
        title: String,
    },
}

/// Something that happened to a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact<'a> {
    /// It was received, or called for.
    Entered,
    /// It was screened, and the gate found this.
    Screened(&'a Screening, Gate),
    /// It was on the agenda of a session.
    Heard(&'a Hearing),
    /// A motion of it was decided there.
    Decided(&'a Heard),
    /// What became of that since: by what villages or a superior decided.
    Came(&'a Heard),
    /// The steps it has to go were chosen.
    Path(&'a Path),
    /// A village was added to those that are asked.
    Asked(&'a Asked),
    /// The day by which the villages are to be done was set.
    Deadline(&'a Deadline),
    /// A village contributes another amount.
    Contributed(&'a Contribution),
    /// Something was done of a step, with everything that is known of it.
    Taken(&'a Path, &'a Entry),
    /// A text was drafted for a board.
    Posting(&'a Posting),
    /// Something became of a text for a board.
    PostingStep(&'a Posting, &'a board::Step),
    /// A follow-up was given out.
    Task(&'a Task),
    /// Something became of a follow-up.
    TaskStep(&'a Task, &'a task::Step),
    /// Something became of it.
    Became(&'a Step),
}

/// How a matter was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// 归档.
    Filed,
    /// 撤回.
    Withdrawn,
    /// 交回本村.
    HandedBack,
    /// 并案.
    Merged,
}

impl From<End> for Stage {
    fn from(end: End) -> Self {
        match end {
            End::Filed => Self::Filed,
            End::Withdrawn => Self::Withdrawn,
            End::HandedBack => Self::HandedBack,
            End::Merged => Self::Merged,
        }
    }
}

impl Matter {
    /// Returns how it was closed; `None` while it is open.
    #[must_use]
    pub fn ended(&self) -> Option<End> {
        if self.state == MatterState::Open {
            return None;
        }
        let last = self.history.iter().rev();
        let mut ends = last.filter_map(|step| match step.what {
            Became::HandedBack { .. } => Some(End::HandedBack),
            Became::MergedInto { .. } => Some(End::Merged),
            Became::Withdrawn { .. } => Some(End::Withdrawn),
            Became::Filed | Became::FiledWithout { .. } => Some(End::Filed),
            _ => None,
        });
        Some(ends.next().unwrap_or(End::Filed))
    }

    /// Says whether it is still dealt with.
    ///
    /// # Errors
    /// That it is closed, and how.
    pub fn still_open(&self) -> Result<(), Refused> {
        match self.ended() {
            None => Ok(()),
            Some(end) => Err(Refused::Closed {
                title: self.intake.title.clone(),
                end,
            }),
        }
    }
}

/// Returns where a matter stands.
#[must_use]
pub fn stage(world: &World, matter: &Matter, today: NaiveDate) -> Stage {
    if let Some(end) = matter.ended() {
        return end.into();
    }
    if matter.sent_back().is_some() {
        return Stage::SentBack;
    }
    if matter.collected {
        return Stage::Collected;
    }
    if matter.screening.is_none() {
        return Stage::Received;
    }
    if matter.hearings.last().is_some_and(Hearing::awaited) {
        return Stage::OnAgenda;
    }
    match came_to(world, matter, today) {
        Verdict::TakenBack => Stage::Waiting,
        Verdict::PutOff => Stage::Deferred,
        Verdict::Rejected => Stage::Rejected,
        Verdict::Villages => Stage::Villages,
        Verdict::Settled => after_decision(world, matter, today),
    }
}

/// What the sessions, and the steps it has to go, left of a matter.
enum Verdict {
    Settled,
    Villages,
    PutOff,
    Rejected,
    TakenBack,
}

/// Says whether a joint session, or the steps it has to go, decided a matter, one way or the other.
#[must_use]
pub fn is_decided(world: &World, matter: &Matter, today: NaiveDate) -> bool {
    let heard = matter.hearings.iter().any(|it| !it.motions.is_empty());
    let came_to = came_to(world, matter, today);
    heard
        && matches!(
            came_to,
            Verdict::Settled | Verdict::Villages | Verdict::Rejected
        )
}

/// Returns what the last session, and the steps it has to go, left of a matter that stands on no agenda.
fn came_to(world: &World, matter: &Matter, today: NaiveDate) -> Verdict {
    let grid = Grid::of(world, matter, today);
    let path = grid.as_ref().zip(matter.path.as_ref());
    let heard = matter.hearings.last().map(verdict);
    match (heard, path) {
        (None | Some(Verdict::TakenBack), Some((grid, path))) => of_path(grid, path),
        (None, None) => Verdict::TakenBack,
        // It was adopted in the session, and the villages did not go along.
        (Some(Verdict::Settled), Some((grid, _))) if fell(grid) => Verdict::Rejected,
        // A village that is silent on the motion has left, so nothing more is awaited of it.
        (Some(Verdict::Villages), Some((grid, _)))
            if matches!(grid.of_villages(), Outcome::All | Outcome::Part) =>
        {
            match fell(grid) {
                true => Verdict::Rejected,
                false => Verdict::Settled,
            }
        }
        (Some(verdict), _) => verdict,
    }
}

/// Says whether the steps brought a matter down: the villages did not go along, or it was not approved from above.
fn fell(grid: &Grid<'_>) -> bool {
    matches!(grid.outcome(), Outcome::NotPassed | Outcome::NotApproved)
}

/// Returns what the steps left of a matter that no session has dealt with: where one is to, and those
/// before it are done, the matter waits for it.
fn of_path(grid: &Grid<'_>, path: &Path) -> Verdict {
    let mut steps = path.template.steps.iter();
    let joint = steps.position(|step| step.by == By::Session);
    let joint = joint.and_then(|step| grid.cell(step, None));
    match (joint.map(|cell| &cell.state), grid.outcome()) {
        (_, Outcome::NotPassed | Outcome::NotApproved) => Verdict::Rejected,
        (Some(State::NotYet), _) | (None, Outcome::UnderWay | Outcome::UnderReview) => {
            Verdict::Villages
        }
        (Some(_), _) => Verdict::TakenBack,
        (None, Outcome::All | Outcome::Part) => Verdict::Settled,
    }
}

fn verdict(hearing: &Hearing) -> Verdict {
    let any = |wanted: &[Standing]| {
        let mut motions = hearing.motions.iter();
        motions.any(|motion| wanted.contains(&motion.standing))
    };
    let open = [
        Standing::Deferred,
        Standing::ReferredUp,
        Standing::Reconsidering,
        Standing::Tied,
        Standing::Inquorate,
        Standing::Void,
    ];
    if any(&open) {
        Verdict::PutOff
    } else if any(&[Standing::AwaitingVillages]) {
        Verdict::Villages
    } else if any(&[Standing::Adopted, Standing::AdoptedInPart]) {
        Verdict::Settled
    } else if any(&[Standing::Rejected]) {
        Verdict::Rejected
    } else {
        match hearing.item_state {
            // It was not taken up before the session was over, so it waits for another.
            ItemState::Withdrawn | ItemState::Pending => Verdict::TakenBack,
            // Heard, and nothing was to be voted.
            ItemState::Done if hearing.motions.is_empty() => Verdict::Settled,
            ItemState::Done => Verdict::TakenBack,
            _ => Verdict::PutOff,
        }
    }
}

fn after_decision(world: &World, matter: &Matter, today: NaiveDate) -> Stage {
    if steps_due(world, matter, today) > 0 {
        Stage::Villages
    } else if open_postings(world, &matter.id).next().is_some() {
        Stage::Posted
    } else if open_tasks(world, matter).next().is_some() {
        Stage::FollowUp
    } else {
        Stage::Results
    }
}

/// Returns how many steps of its path are still to be taken, once for each village that is to take them. What
/// did not pass is no step that is due: where it need not come again, the matter may be filed without it.
#[must_use]
pub fn steps_due(world: &World, matter: &Matter, today: NaiveDate) -> usize {
    let Some(grid) = Grid::of(world, matter, today) else {
        return 0;
    };
    if fell(&grid) {
        return 0;
    }
    let cells: Vec<&Cell> = grid.cells().collect();
    let due = |cell: &&&Cell| {
        matches!(
            cell.state,
            State::Due | State::Overdue { .. } | State::Waiting { .. } | State::Inquorate { .. }
        )
    };
    if !cells.iter().any(|cell| due(&cell)) {
        return 0;
    }
    // What comes after a step that is due is still to be taken, but where its village goes on no more.
    let goes_on = |village: &VillageId| {
        let mut own = cells
            .iter()
            .filter(|it| it.village.as_ref() == Some(village));
        !own.any(|it| matches!(it.state, State::Refused { .. } | State::Gone { .. }))
    };
    let later = |cell: &&&Cell| {
        let later = matches!(cell.state, State::NotYet | State::AwaitsOthers);
        later && cell.village.as_ref().is_none_or(goes_on)
    };
    let left = cells.iter().filter(|cell| due(cell) || later(cell));
    left.count()
}

/// Says whether a follow-up is of a matter: it names it, or was given out under an item of it.
#[must_use]
pub fn is_of(matter: &Matter, task: &Task) -> bool {
    let under = |item: &ItemId| matter.hearings.iter().any(|it| it.item == *item);
    task.matter.as_ref() == Some(&matter.id) || task.item.as_ref().is_some_and(under)
}

/// Returns the follow-ups of a matter that are open.
pub fn open_tasks<'a>(world: &'a World, matter: &'a Matter) -> impl Iterator<Item = &'a Task> {
    let tasks = world.tasks.values().map(AsRef::as_ref);
    tasks.filter(|task| task.is_open() && is_of(matter, task))
}

/// Returns the postings of a matter something is still to be done about. What hangs for as long as the
/// matter counts, with nothing to be answered, is done.
pub fn open_postings<'a>(
    world: &'a World,
    matter: &'a MatterId,
) -> impl Iterator<Item = &'a Posting> {
    let postings = world.postings.values().map(AsRef::as_ref);
    let of = move |it: &&Posting| it.matter.as_ref() == Some(matter);
    let due = |it: &&Posting| it.state == PostingState::Open && it.next() != Next::Hangs(None);
    postings.filter(of).filter(due)
}

/// Returns what is missing before a matter can be filed.
#[must_use]
pub fn missing(world: &World, matter: &Matter, today: NaiveDate) -> Vec<Missing> {
    let mut missing = still_open(world, matter);
    match steps_due(world, matter, today) {
        0 => {}
        steps => missing.push(Missing::Steps { steps }),
    }
    let last = matter.hearings.last();
    let decided = match came_to(world, matter, today) {
        Verdict::Settled | Verdict::Rejected => true,
        Verdict::Villages => {
            let villages = last.into_iter().flat_map(|it| &it.motions);
            let villages = villages.flat_map(|it| &it.villages);
            match villages.filter(|it| it.decided.is_none()).count() {
                // What they are still to do are steps of its path.
                0 if last.is_none() => {}
                // None is asked yet: every village it concerns is still to be.
                0 => missing.push(Missing::Villages {
                    silent: matter.villages().len(),
                }),
                silent => missing.push(Missing::Villages { silent }),
            }
            true
        }
        Verdict::PutOff | Verdict::TakenBack => last.is_some_and(Hearing::awaited),
    };
    if !decided {
        missing.insert(0, Missing::Undecided);
    }
    missing
}

/// Returns what keeps a matter alive, however it is to be closed: an open follow-up, a posting, an
/// agenda it stands on.
#[must_use]
pub fn still_open(world: &World, matter: &Matter) -> Vec<Missing> {
    let agenda = matter.hearings.iter().filter(|it| it.awaited());
    let agenda = agenda.map(|it| Missing::OnAgenda {
        on: it.on,
        opened: it.opened(world),
    });
    let tasks = open_tasks(world, matter).map(|it| Missing::Task {
        what: it.what.clone(),
    });
    let objections = open_postings(world, &matter.id).flat_map(|posting| {
        let open = posting.objections.iter();
        open.filter_map(|it| {
            Some(Missing::Objection {
                title: posting.title().to_owned(),
                board: posting.board.clone(),
                who: it.who.clone(),
                by: it.due()?,
            })
        })
    });
    // What hangs no longer, or for long, waits for nothing but its answers.
    let postings = open_postings(world, &matter.id).filter(|it| match it.posted {
        Some(_) => it.hangs() && it.until.is_some(),
        None => !it.dropped(),
    });
    let postings = postings.map(|it| Missing::Posting {
        title: it.title().to_owned(),
    });
    let open = agenda.chain(tasks).chain(objections).chain(postings);
    let mut open: Vec<Missing> = open.collect();
    // One text on several boards is said once.
    open.dedup();
    open
}
