//! The calendar of the boards: what hangs where on a day, what comes down, what is missing.

use super::period::day_after;
use super::regular::{Earlier, regularly};
use super::unheard::last_met;
use super::{Affairs, Board, Light, NoticeKind, Posting};
use crate::domain::dates::{days_before, end_of_month};
use crate::domain::ids::{MatterId, MotionId, SessionId, VillageId};
use crate::domain::matter::Matter;
use crate::domain::matter::intake::Secrecy;
use crate::domain::matter::path::grid::{Grid, Since};
use crate::domain::vote::turns::decided_on;
use crate::domain::vote::{Motion, Standing, standing};
use crate::domain::world::World;
use chrono::{Datelike, NaiveDate};

/// Something that ought to hang and does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// What.
    pub what: Lacks,
    /// The day by which it is to hang.
    pub by: NaiveDate,
}

/// What ought to hang.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lacks {
    /// The decision on a matter.
    Matter {
        /// The matter.
        matter: MatterId,
        /// The boards that do not have it.
        boards: Vec<Board>,
    },
    /// A decision without a matter.
    Motion {
        /// Its session.
        session: SessionId,
        /// The motion.
        motion: MotionId,
        /// Its words; the session may be filed, and then nothing that is open says them.
        wording: String,
        /// The boards that do not have it.
        boards: Vec<Board>,
    },
    /// What a village makes known every so often.
    Regular {
        /// The village.
        village: VillageId,
        /// Of which affairs.
        affairs: Affairs,
    },
    /// What a village did not make known in periods that are over.
    Overdue {
        /// The village.
        village: VillageId,
        /// Of which affairs.
        affairs: Affairs,
        /// The first days of the periods, the earliest first.
        periods: Vec<NaiveDate>,
    },
}

impl Lacks {
    /// Counts the boards that lack it.
    #[must_use]
    pub const fn boards(&self) -> usize {
        match self {
            Self::Matter { boards, .. } | Self::Motion { boards, .. } => boards.len(),
            Self::Regular { .. } | Self::Overdue { .. } => 1,
        }
    }
}

impl Missing {
    /// Returns how urgent it is on a day.
    #[must_use]
    pub fn light(&self, today: NaiveDate) -> Light {
        if self.by < today {
            Light::Late
        } else if self.by <= day_after(today) {
            Light::Due
        } else {
            Light::Waits
        }
    }

    /// Returns it board by board, each with the day of that board: a village that joined later has its own.
    #[must_use]
    pub fn each_board(&self, world: &World, today: NaiveDate) -> Vec<Self> {
        let one = |board: &Board| vec![board.clone()];
        match &self.what {
            Lacks::Matter { matter, boards } => {
                let found = world.matters.get(matter);
                let on = |board| known_on(world, found?, board, today);
                let each = boards.iter().map(|board| Self {
                    what: Lacks::Matter {
                        matter: matter.clone(),
                        boards: one(board),
                    },
                    by: on(board).unwrap_or(self.by),
                });
                each.collect()
            }
            Lacks::Motion {
                session,
                motion,
                wording,
                boards,
            } => {
                let each = boards.iter().map(|board| Self {
                    what: Lacks::Motion {
                        session: session.clone(),
                        motion: motion.clone(),
                        wording: wording.clone(),
                        boards: one(board),
                    },
                    by: self.by,
                });
                each.collect()
            }
            Lacks::Regular { .. } | Lacks::Overdue { .. } => vec![self.clone()],
        }
    }
}

/// Returns the first day of the period in which affairs are to be made known once: finance every month,
/// the others every quarter (`domain.md` §4.6).
#[must_use]
pub fn began(affairs: Affairs, today: NaiveDate) -> NaiveDate {
    let month = match affairs {
        Affairs::Finance => today.month(),
        Affairs::Party | Affairs::Village => today.month0() / 3 * 3 + 1,
    };
    let first = today.with_day(1).and_then(|day| day.with_month(month));
    first.unwrap_or(today)
}

/// Returns the last day of that period.
#[must_use]
pub fn ends(affairs: Affairs, today: NaiveDate) -> NaiveDate {
    let first = began(affairs, today);
    match affairs {
        Affairs::Finance => end_of_month(first),
        Affairs::Party | Affairs::Village => {
            let last = first.with_month(first.month() + 2);
            end_of_month(last.unwrap_or(first))
        }
    }
}

/// Returns the boards on which a decision hangs that concerns some villages: those of the villages, of
/// all where none is named, and that of the area.
#[must_use]
pub fn boards(world: &World, villages: &[VillageId], day: NaiveDate) -> Vec<Board> {
    let here = world.villages_in_order().into_iter();
    let here = here.filter(|village| village.belongs_on(day));
    let concerned = here.filter(|it| villages.is_empty() || villages.contains(&it.id));
    let mut boards: Vec<Board> = concerned
        .map(|village| Board::Village(village.id.clone()))
        .collect();
    boards.push(Board::Area);
    boards
}

/// Returns the day on which a matter was decided, once it was.
#[must_use]
pub fn decided(matter: &Matter) -> Option<NaiveDate> {
    let heard = matter.hearings.iter().flat_map(|hearing| &hearing.motions);
    let adopted = heard.filter(|it| is_adopted(it.standing));
    adopted.map(|it| it.on).max()
}

/// Returns the day by which the decision on a matter hangs, once it was made: what is 三重一大 at once,
/// on the day itself (重大事项随时公开), anything else on the next at the latest (`domain.md` §4.6).
#[must_use]
fn known_by(matter: &Matter) -> Option<NaiveDate> {
    let day = decided(matter)?;
    Some(match matter.intake.major {
        true => day,
        false => day_after(day),
    })
}

/// Returns the day by which a text that is drafted on a day hangs, where nothing else says it: what is made known
/// every so often by the end of its period, what makes up for one that is over, what came of a matter and anything else on
/// the next day.
#[must_use]
pub fn hangs_by(posting: &Posting, on: NaiveDate) -> NaiveDate {
    let of_something = posting.matter.is_some() || posting.decided.is_some();
    match posting.kind {
        NoticeKind::Disclosure if !of_something && posting.makes_up.is_empty() => {
            ends(posting.affairs, on)
        }
        NoticeKind::Disclosure | NoticeKind::Notice => day_after(on),
    }
}

/// Returns the day by which the decision on a matter hangs on a board: where its village joined after the
/// decision, or was added to the matter then, counted from that day; where steps come before the board, from the
/// last of them. `None` as long as one of those is open. What was put to the villages hangs on the board of each that
/// agreed and goes on, though others are still to be heard.
#[must_use]
pub fn known_on(
    world: &World,
    matter: &Matter,
    board: &Board,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let by = known_by(matter);
    let grid = Grid::of(world, matter, today);
    let put_to = || {
        let mut heard = matter.hearings.iter().flat_map(|it| &it.motions);
        let put = heard.any(|it| it.standing == Standing::AwaitingVillages);
        let agreed = |village| grid.as_ref()?.agreed_on(village);
        put && match board {
            Board::Village(village) => agreed(village).is_some(),
            Board::Area => {
                let mut asked = matter.path.iter().flat_map(|path| &path.villages);
                asked.any(|it| agreed(&it.village).is_some())
            }
        }
    };
    if by.is_none() && !put_to() {
        return None;
    }
    let since = match &grid {
        Some(grid) => grid.shows_from(board).ok()?,
        None => None,
    };
    let by = by.max(since.map(|since| by_after(matter, &since)))?;
    let Board::Village(village) = board else {
        // That of the area tells of all: it may follow the first village that goes on, and waits for the others no
        // longer than until the day by which they are to answer.
        let others = matter.path.as_ref().filter(|_| put_to());
        let others = others.and_then(|path| path.deadline());
        return Some(others.map_or(by, |others| by.max(day_after(others))));
    };
    if said_no(matter, village).is_some() {
        return None;
    }
    let mut asked = matter.path.iter().flat_map(|path| &path.villages);
    let asked = asked.find(|it| it.village == *village);
    let added = asked.and_then(|it| Some(it.added.as_ref()?.on));
    let joined = world.villages.get(village).and_then(|it| it.joined);
    let since = added.max(joined);
    Some(since.map_or(by, |since| by.max(day_after(since))))
}

/// Returns the day on which a village did not agree to a matter without steps, which has nothing to make known there.
pub(super) fn said_no(matter: &Matter, village: &VillageId) -> Option<NaiveDate> {
    let mut heard = matter.hearings.iter().rev().flat_map(|it| &it.motions);
    let put = heard.find(|it| is_adopted(it.standing));
    let mut asked = put.into_iter().flat_map(|it| &it.villages);
    let asked = asked.find(|it| it.village == *village);
    let said = asked.and_then(|it| it.decided.as_ref());
    let no = said.filter(|it| matter.path.is_none() && it.agreed == Some(false));
    no.map(|it| it.met)
}

/// Returns the day by which a text hangs that waited for a step: on the next one, for of what a village or an authority
/// decided elsewhere the day is over before it is known. Only what is 三重一大 and was settled in a session of that very
/// day hangs at once.
#[must_use]
pub(super) fn by_after(matter: &Matter, since: &Since) -> NaiveDate {
    let here = matter.hearings.iter().any(|it| it.on == since.on);
    let by = match matter.intake.major && here {
        true => since.on,
        false => day_after(since.on),
    };
    since.free.map_or(by, |free| by.max(free))
}

/// Returns the first day of sealed sessions whose decisions are asked about: what was decided a year
/// ago is the past, and nobody is reminded to hang it.
#[must_use]
pub fn asks_back_to(today: NaiveDate) -> NaiveDate {
    days_before(today, 365)
}

/// Returns the boards that have no text about a matter, drafted or hanging. `settled` are postings of it that are
/// closed.
#[must_use]
pub fn without(
    world: &World,
    matter: &Matter,
    today: NaiveDate,
    settled: &[Posting],
) -> Vec<Board> {
    let told = Decisions::of(world, matter, today);
    lacking(world, matter, today, settled, |posting| {
        told.by(
            &posting.board,
            posting.result,
            (posting.posted, posting.hangs()),
        )
    })
}

/// What of a matter tells its decision as it stands.
pub(super) struct Decisions<'w>(Option<Grid<'w>>);

impl<'w> Decisions<'w> {
    pub(super) fn of(world: &'w World, matter: &'w Matter, today: NaiveDate) -> Self {
        Self(Grid::of(world, matter, today))
    }

    /// Says whether a text on a board tells it: what came of the matter is told by another text where the steps have
    /// one for the decision, and what came down before the last step was done anew told of another.
    pub(super) fn by(
        &self,
        board: &Board,
        result: bool,
        (posted, hangs): (Option<NaiveDate>, bool),
    ) -> bool {
        let since = self
            .0
            .as_ref()
            .and_then(|grid| grid.shows_from(board).ok()?);
        match (since, posted) {
            (None, _) => true,
            (Some(_), _) if result => false,
            (Some(_), None) => true,
            (Some(since), Some(posted)) => hangs || since.on <= posted,
        }
    }
}

/// Returns the boards that have no text about what came of a matter, drafted or hanging.
#[must_use]
pub fn untold(world: &World, matter: &Matter, today: NaiveDate, settled: &[Posting]) -> Vec<Board> {
    lacking(world, matter, today, settled, |posting| posting.result)
}

fn lacking(
    world: &World,
    matter: &Matter,
    today: NaiveDate,
    settled: &[Posting],
    counts: impl Fn(&Posting) -> bool,
) -> Vec<Board> {
    let open = world.postings.values().map(AsRef::as_ref);
    let all = open.chain(settled);
    let all = all.filter(|it| !it.dropped() && !it.came_down_void());
    let of = all.filter(|it| it.matter.as_ref() == Some(&matter.id) && counts(it));
    let there: Vec<&Board> = of.map(|posting| &posting.board).collect();
    let mut boards = boards(world, &matter.villages(), today);
    boards.retain(|board| !there.contains(&board));
    boards
}

/// Says whether a motion is to be made known: it was adopted, and no matter stands for it.
#[must_use]
pub fn to_be_known(world: &World, motion: &Motion) -> bool {
    let item = world.items.get(&motion.item);
    item.is_none_or(|item| item.matter.is_none()) && is_adopted(standing(motion))
}

/// Returns what ought to hang and does not. `settled` are postings that are closed: of matters that are
/// open and of motions. `filed` are the motions without a matter of sessions that are sealed.
#[must_use]
pub fn missing(
    world: &World,
    today: NaiveDate,
    settled: &[Posting],
    filed: &[Motion],
    earlier: &Earlier,
) -> Vec<Missing> {
    let all = || {
        let open = world.postings.values().map(AsRef::as_ref);
        open.chain(settled).filter(|posting| !posting.dropped())
    };
    let mut found = Vec::new();
    for matter in world.matters.values() {
        if matter.intake.secrecy != Secrecy::Public {
            continue;
        }
        let mut boards = without(world, matter, today, settled);
        let on = |board: &Board| known_on(world, matter, board, today);
        boards.retain(|board| on(board).is_some());
        let days = boards.iter().filter_map(on);
        if let Some(by) = days.min() {
            let matter = matter.id.clone();
            found.push(Missing {
                what: Lacks::Matter { matter, boards },
                by,
            });
        }
    }
    let open = world.motions.values().map(AsRef::as_ref);
    let open = open.filter(|it| to_be_known(world, it));
    let filed = filed.iter().filter(|it| is_adopted(standing(it)));
    for motion in open.chain(filed) {
        let mut boards = boards(world, &motion.villages, today);
        let of = |posting: &&Posting| {
            posting
                .decided
                .as_ref()
                .is_some_and(|it| it.motion == motion.id)
        };
        let there: Vec<&Board> = all().filter(of).map(|posting| &posting.board).collect();
        let no = |board: &Board| match board {
            Board::Village(village) => motion.agreed(village) == Some(false),
            Board::Area => false,
        };
        boards.retain(|board| !there.contains(&board) && !no(board));
        if let Some(day) = decided_on(world, motion).filter(|_| !boards.is_empty()) {
            found.push(Missing {
                what: Lacks::Motion {
                    session: motion.session.clone(),
                    motion: motion.id.clone(),
                    wording: motion.wording().replace('\n', " "),
                    boards,
                },
                // What the villages decided is known since the last of them met.
                by: day_after(last_met(motion).map_or(day, |met| met.max(day))),
            });
        }
    }
    found.extend(regularly(world, today, earlier));
    found.sort_by_key(|missing| missing.by);
    found
}

/// Says whether what stands so is to be made known.
#[must_use]
pub const fn is_adopted(standing: Standing) -> bool {
    matches!(standing, Standing::Adopted | Standing::AdoptedInPart)
}
