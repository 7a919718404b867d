//! Whether a step of a matter may be chosen or taken.

use super::grid::{Cell, Grid, State};
use super::template::{By, Level, Template, sound};
use super::term::Follows;
use super::{
    Added, Asked, Command, Contribution, Deadline, Entry, Event, Path, Refused, Taken, Taking,
    What, anew, asking, bodies, follow_up, linked, refuse, shipped, term,
};
use crate::domain::board::BoardRules;
use crate::domain::dates::Minute;
use crate::domain::ids::VillageId;
use crate::domain::matter::change::open;
use crate::domain::matter::intake::Fen;
use crate::domain::matter::{self, Matter};
use crate::domain::refusal::Refusal;
use crate::domain::roster::gone::not_left;
use crate::domain::rule::Partial;
use crate::domain::text::Line;
use crate::domain::vote::meeting;
use crate::domain::vote::village::VillageDecision;
use crate::domain::world::World;
use chrono::NaiveDate;

/// Judges a command about the steps of a matter.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn decide(world: &World, command: &Command) -> Result<Vec<matter::Event>, Refusal> {
    let matter = open(world, command.matter())?;
    let event = match command {
        Command::Choose {
            template,
            assent,
            on,
            deadline,
            ..
        } => choose(world, matter, template, *assent, *on, *deadline)?,
        Command::Take { taking, .. } => take(world, matter, taking, None)?,
        Command::Reconsider { taking, reason, .. } => {
            anew::reconsidered(world, matter, taking, reason)?
        }
        Command::Keep { entry, record, .. } => {
            chosen(matter)?
                .entries
                .get(*entry)
                .ok_or(Refusal::Unknown)?;
            Event::Kept {
                matter: matter.id.clone(),
                entry: *entry,
                record: record.clone(),
            }
        }
        Command::Mend {
            entry,
            meeting,
            at,
            reason,
            ..
        } => super::mend::mended(matter, *entry, meeting, *at, reason)?,
        Command::Redate {
            entry,
            on,
            at,
            reason,
            ..
        } => match super::mend::redated(world, matter, *entry, *on, *at, reason)? {
            Some(event) => event,
            None => return Ok(Vec::new()),
        },
        Command::SetDeadline {
            village,
            by,
            on,
            reason,
            ..
        } => {
            let path = chosen(matter)?;
            let (stands, before) = match village {
                None => (
                    path.deadline(),
                    path.deadlines.iter().any(|it| it.village.is_none()),
                ),
                Some(village) => {
                    let name = &world.village(village)?.name;
                    if !path.asks(village) {
                        return Err(refuse(Refused::NotAsked { name: name.clone() }));
                    }
                    let own = path.own_deadline(village);
                    (own, path.deadline_of(village).is_some())
                }
            };
            if stands == *by {
                return Ok(Vec::new());
            }
            let others = follow_up::dated_otherwise(world, matter, village.as_ref(), *by);
            if (before || others) && reason.is_none() {
                return Err(refuse(Refused::WantsReason));
            }
            Event::DeadlineSet {
                matter: matter.id.clone(),
                deadline: Deadline {
                    village: village.clone(),
                    ..deadline_of(*by, *on, reason.as_ref())?
                },
            }
        }
        Command::AddVillage {
            village,
            share,
            follow_up,
            on,
            reason,
            ..
        } => {
            let path = chosen(matter)?;
            if path.asks(village) {
                return Err(refuse(Refused::AskedAlready));
            }
            here(world, village, *on)?;
            let added = Event::VillageAdded {
                matter: matter.id.clone(),
                asked: Asked {
                    village: village.clone(),
                    added: Some(Added {
                        on: *on,
                        reason: Some(reason.clone()),
                    }),
                    task: follow_up.as_ref().map(|it| it.id.clone()),
                },
            };
            let was = matter.contribution_of(village);
            let bears = share.filter(|share| *share != was);
            let bears = bears.map(|amount| {
                within(world, matter, village, amount, *on)?;
                let bears = contributes((matter, village), (amount, was), *on, reason, Vec::new());
                Ok::<Event, Refusal>(bears)
            });
            let events = std::iter::once(Ok(added)).chain(bears);
            return events
                .map(|event| Ok(matter::Event::Path(event?)))
                .collect();
        }
        Command::Contribute {
            village,
            amount,
            on,
            reason,
            ..
        } => match contribute(world, matter, village, *amount, *on, reason)? {
            Some(event) => event,
            None => return Ok(Vec::new()),
        },
    };
    Ok(vec![matter::Event::Path(event)])
}

pub(super) fn chosen(matter: &Matter) -> Result<&Path, Refusal> {
    matter.path.as_ref().ok_or(refuse(without_steps(matter)))
}

/// Returns why nothing is entered of the steps of a matter that has none.
#[must_use]
pub fn without_steps(matter: &Matter) -> Refused {
    let mut motions = matter.hearings.iter().flat_map(|it| &it.motions);
    match motions.any(|it| !it.villages.is_empty()) {
        true => Refused::OutsideSteps,
        false => Refused::NoPath,
    }
}

fn deadline_of(
    by: Option<NaiveDate>,
    set: NaiveDate,
    reason: Option<&Line>,
) -> Result<Deadline, Refusal> {
    if let Some(to) = by.filter(|by| *by < set) {
        return Err(Refusal::EndsBeforeItBegins { from: set, to });
    }
    Ok(Deadline {
        village: None,
        by,
        set,
        reason: reason.cloned(),
    })
}

/// Refuses a village that was not of the committee on a day.
pub(super) fn here(world: &World, village: &VillageId, on: NaiveDate) -> Result<(), Refusal> {
    not_left(world, village, on)?;
    let village = world.village(village)?;
    match village.joined.filter(|joined| on < *joined) {
        Some(joined) => Err(refuse(Refused::VillageNotYet {
            name: village.name.clone(),
            on: joined,
        })),
        None => Ok(()),
    }
}

fn choose(
    world: &World,
    matter: &Matter,
    template: &Template,
    assent: Partial,
    on: NaiveDate,
    deadline: Option<NaiveDate>,
) -> Result<Event, Refusal> {
    if matter
        .path
        .as_ref()
        .is_some_and(|it| !it.entries.is_empty())
    {
        return Err(refuse(Refused::UnderWay));
    }
    sound(world, template)?;
    if !shipped::votes_needed(&matter.intake).is_empty() && template.decider().is_none() {
        return Err(refuse(Refused::VillagesMustVote));
    }
    if let Some(stands) = matter.assent_by_motion().filter(|it| *it != assent) {
        return Err(refuse(Refused::AssentStands { assent: stands }));
    }
    // Where it was decided before its steps were chosen, the villages of that day are asked.
    let decided = asking::decided_on(&matter.hearings);
    let asked: Vec<Asked> = asking::entitled(world, matter, decided.unwrap_or(on))
        .map(|village| Asked {
            village: village.id.clone(),
            added: None,
            task: None,
        })
        .collect();
    if asked.is_empty() {
        return Err(refuse(Refused::NoVillages));
    }
    let mut deadlines = match deadline {
        Some(by) => vec![deadline_of(Some(by), on, None)?],
        None => Vec::new(),
    };
    // A village that was asked by another day keeps it, until somebody says why it is moved.
    if deadline.is_some() {
        let own = asked.iter().filter_map(|it| {
            let due = follow_up::of_village(world, matter, &it.village)?.due?;
            let own = Deadline {
                village: Some(it.village.clone()),
                by: Some(due),
                set: on,
                reason: None,
            };
            (Some(due) != deadline).then_some(own)
        });
        deadlines.extend(own);
    }
    Ok(Event::Chosen {
        matter: matter.id.clone(),
        path: Box::new(Path {
            template: shipped::fitted(template.clone(), &matter.intake),
            chosen: on,
            assent,
            villages: asked,
            deadlines,
            entries: Vec::new(),
            contributions: Vec::new(),
        }),
    })
}

pub(super) fn has_come(on: NaiveDate, at: Minute) -> Result<(), Refusal> {
    if on > at.day() {
        return Err(Refusal::NotYet { on });
    }
    Ok(())
}

/// Returns what is entered of a step that is taken together with the one before it: the day is that of
/// the other, whichever was said.
fn merged(world: &World, matter: &Matter, taking: &Taking) -> Option<Taking> {
    let grid = Grid::of(world, matter, taking.at.day()).filter(|_| taking.what == What::Merge)?;
    let on = grid.cell(taking.step, taking.village.as_ref())?.since?;
    Some(Taking {
        on,
        ..taking.clone()
    })
}

/// Judges what is entered of a step; `anew` says why, where it was agreed to and is taken up once more.
pub(super) fn take(
    world: &World,
    matter: &Matter,
    taking: &Taking,
    anew: Option<&Line>,
) -> Result<Event, Refusal> {
    let path = chosen(matter)?;
    let together = merged(world, matter, taking);
    let taking = together.as_ref().unwrap_or(taking);
    let steps = &path.template.steps;
    let step = steps.get(taking.step).ok_or(Refusal::Unknown)?;
    let village = taking.village.as_ref();
    if (step.level == Level::Village) != village.is_some() {
        return Err(Refusal::Unknown);
    }
    if let Some(village) = village {
        let named = world.village(village)?;
        if !path.asks(village) {
            return Err(refuse(Refused::NotAsked {
                name: named.name.clone(),
            }));
        }
        here(world, village, taking.on)?;
    }
    has_come(taking.on, taking.at)?;
    // Where a village has left since, what it decided before is judged as of that day.
    let grid = Grid::of(world, matter, taking.on).ok_or(Refusal::Unknown)?;
    let cell = grid.cell(taking.step, village).ok_or(Refusal::Unknown)?;
    if step.by == By::Session {
        return Err(refuse(Refused::BySession));
    }
    let last = path.tries(taking.step, village).next_back();
    if taking.what == What::Posted {
        return by_board(matter, taking, cell, last.is_some());
    }
    match anew {
        Some(_) => anew::may_be_taken_up(path, cell).map_err(refuse)?,
        None => may_be_taken(path, &grid, cell)?,
    }
    if let Some(on) = cell.since.filter(|since| taking.on < *since) {
        return Err(refuse(Refused::BeforeStepBefore { on }));
    }
    let met = last.map(|(_, it)| it.on);
    if let Some(on) = met.filter(|met| taking.on < *met) {
        return Err(refuse(Refused::BeforeLastTime { on }));
    }
    if taking.noticed.is_some_and(|noticed| noticed > taking.on) {
        return Err(refuse(Refused::NoticeAfter));
    }
    let taken = taken(world, matter, taking, (village, anew.is_some()))?;
    let mut entry = Entry {
        step: taking.step,
        village: taking.village.clone(),
        at: taking.at,
        on: taking.on,
        taken,
        noticed: taking.noticed,
        anew: anew.cloned(),
        early: taking.early.clone(),
        signed: taking.signed.clone(),
        records: taking.records.clone(),
        moved: Vec::new(),
        mended: Vec::new(),
    };
    let follows = cell.since.map(|since| Follows { since, met });
    let kept = term::kept(step, follows, &entry, &BoardRules::of(world).rest);
    let broken = kept.iter().filter(|kept| !kept.kept());
    match broken.max_by_key(|kept| kept.term.from) {
        Some(kept) if entry.early.is_none() => {
            return Err(refuse(Refused::TooSoon {
                from: kept.term.from,
                days: kept.term.days,
                statute: kept.term.statute.clone(),
                source: kept.term.source,
            }));
        }
        Some(_) => {}
        // Nothing was cut short, so nothing is to be excused.
        None => entry.early = None,
    }
    Ok(Event::Entered {
        matter: matter.id.clone(),
        entry: Box::new(entry),
    })
}

/// Lets pass a step that is open at a place and not done there.
fn may_be_taken(path: &Path, grid: &Grid<'_>, cell: &Cell) -> Result<(), Refusal> {
    let village = cell.village.as_ref();
    if cell.state.done().is_some() {
        let again = anew::may_be_taken_up(path, cell).is_ok();
        return Err(refuse(match again {
            true => Refused::AgreedAlready,
            false => Refused::TakenAlready,
        }));
    }
    if grid.is_open(cell.step, village) {
        return Ok(());
    }
    let why = grid.why_not(cell.step, village);
    Err(refuse(why.unwrap_or(Refused::OtherKind)))
}

/// Enters the records of what a board did, once; more of them are added to that.
fn by_board(
    matter: &Matter,
    taking: &Taking,
    cell: &Cell,
    entered: bool,
) -> Result<Event, Refusal> {
    if entered {
        return Err(refuse(Refused::TakenAlready));
    }
    let (Some(_), Some(on)) = (&cell.hung, cell.state.done()) else {
        return Err(refuse(Refused::OtherKind));
    };
    let entry = Entry {
        at: taking.at,
        signed: taking.signed.clone(),
        records: taking.records.clone(),
        ..Entry::posted(taking.step, taking.village.as_ref(), on)
    };
    Ok(Event::Entered {
        matter: matter.id.clone(),
        entry: Box::new(entry),
    })
}

fn taken(
    world: &World,
    matter: &Matter,
    taking: &Taking,
    (village, anew): (Option<&VillageId>, bool),
) -> Result<Taken, Refusal> {
    let path = chosen(matter)?;
    let step = path.template.steps.get(taking.step);
    let step = step.ok_or(Refusal::Unknown)?;
    match (&taking.what, &step.by) {
        (What::Merge, _) => match step.merge {
            Some(_) => Ok(Taken::Merged),
            None => Err(refuse(Refused::MayNotMerge)),
        },
        (What::Vote(meeting), By::Vote { rules }) => {
            if Some(&meeting.village) != village || meeting.met != taking.on {
                return Err(Refusal::Unknown);
            }
            if !rules.contains(&meeting.rule) {
                return Err(refuse(Refused::OtherBody {
                    rules: rules.clone(),
                }));
            }
            if let Some(ought) = bodies::other_body(&meeting.body, &meeting.rule) {
                return Err(refuse(Refused::BodyOfOtherRule { ought }));
            }
            let rule = world.rule_on(&meeting.rule, meeting.met)?;
            let decision = Box::new(VillageDecision::of(meeting, rule)?);
            let decides = path.template.decider() == Some(taking.step);
            if decides && matter.shares_unsettled() {
                matter.may_be_asked(world, taking.on)?;
            }
            let motion = match (decides, anew) {
                (true, true) => anew::of_motion(world, matter, taking.step, &meeting.village)?,
                (true, false) => linked::awaiting(world, matter, &meeting.village)?,
                (false, _) => None,
            };
            Ok(Taken::Voted { decision, motion })
        }
        (
            What::Done {
                body,
                agreed,
                turnout,
            },
            By::Record,
        ) => {
            if let Some(it) = turnout.filter(|it| it.entitled < it.present || it.entitled == 0) {
                return Err(Refusal::Meeting(meeting::Refused::DoesNotAddUp {
                    entitled: it.entitled,
                    present: it.present,
                    voted: 0,
                }));
            }
            Ok(Taken::Done {
                body: body.clone(),
                agreed: *agreed,
                turnout: *turnout,
            })
        }
        _ => Err(refuse(Refused::OtherKind)),
    }
}

fn contribute(
    world: &World,
    matter: &Matter,
    village: &VillageId,
    amount: Fen,
    on: NaiveDate,
    reason: &Line,
) -> Result<Option<Event>, Refusal> {
    let path = chosen(matter)?;
    let named = world.village(village)?;
    if !path.asks(village) {
        return Err(refuse(Refused::NotAsked {
            name: named.name.clone(),
        }));
    }
    let was = matter.contribution_of(village);
    if was == amount {
        return Ok(None);
    }
    let grid = Grid::of(world, matter, on).ok_or(Refusal::Unknown)?;
    if let Some(agreed) = grid.agreed_on(village) {
        return Err(refuse(Refused::AgreedToIt {
            name: named.name.clone(),
            amount: was,
            on: agreed,
        }));
    }
    let asked = path.villages.iter().map(|it| &it.village);
    let agreed = asked.filter(|it| grid.agreed_on(it).is_some());
    let agreed = agreed.cloned().collect();
    within(world, matter, village, amount, on)?;
    let changed = contributes((matter, village), (amount, was), on, reason, agreed);
    Ok(Some(changed))
}

impl Grid<'_> {
    /// Returns why a step may not be taken at a place, terms aside; `None` where it may.
    #[must_use]
    pub fn why_not(&self, step: usize, village: Option<&VillageId>) -> Option<Refused> {
        if self.is_open(step, village) {
            return None;
        }
        if self.awaits_others(step, village) {
            return Some(Refused::AwaitsOthers);
        }
        let before = self.name_of(self.blocking(step, village)?)?.clone();
        Some(Refused::OutOfOrder { before })
    }

    /// Says whether a step may be taken at a place, terms aside.
    #[must_use]
    pub fn is_open(&self, step: usize, village: Option<&VillageId>) -> bool {
        self.ready(step, village).is_some()
            && !self
                .cell(step, village)
                .is_none_or(|cell| matches!(cell.state, State::Gone { .. }))
    }
}

/// Refuses a contribution with which the villages bear more than the whole; one that left bears nothing.
fn within(
    world: &World,
    matter: &Matter,
    village: &VillageId,
    amount: Fen,
    on: NaiveDate,
) -> Result<(), Refusal> {
    let Some(money) = matter.money_on(world, on) else {
        return Ok(());
    };
    let others = money.shares.iter().filter(|it| it.village != *village);
    let others = others.map(|it| it.amount.0);
    let sum = others.fold(amount.0, u64::saturating_add);
    let whole = matter.intake.money.as_ref().map(|it| it.amount);
    match whole.filter(|whole| sum > whole.0) {
        Some(whole) => Err(refuse(Refused::MoreThanTheWhole {
            whole,
            sum: Fen(sum),
        })),
        None => Ok(()),
    }
}

fn contributes(
    (matter, village): (&Matter, &VillageId),
    (amount, was): (Fen, Fen),
    on: NaiveDate,
    reason: &Line,
    agreed: Vec<VillageId>,
) -> Event {
    Event::Contributed {
        matter: matter.id.clone(),
        contribution: Contribution {
            village: village.clone(),
            amount,
            was,
            on,
            reason: reason.clone(),
            agreed,
        },
    }
}
