//! The follow-ups by which villages are asked to decide: each has the day of its village, ends when the
//! village decides, and ends with a village that leaves.

use super::{Command, Entry, Event as PathEvent, Path, Taken};
use crate::domain::ids::VillageId;
use crate::domain::matter::life::is_of;
use crate::domain::matter::{self, Matter, MatterState};
use crate::domain::roster;
use crate::domain::task::{self, Decision, Task, TaskState};
use crate::domain::text::Line;
use crate::domain::vote::of_follow_up;
use crate::domain::world::World;
use chrono::NaiveDate;

/// Returns the open follow-up by which a village is asked to decide about a matter; `None` where none is.
#[must_use]
pub fn of_village<'a>(
    world: &'a World,
    matter: &'a Matter,
    village: &VillageId,
) -> Option<&'a Task> {
    asked(world, matter, village).filter(|it| it.is_open())
}

/// Returns the follow-up by which a village was asked to decide about a matter, done or not.
fn asked<'a>(world: &'a World, matter: &'a Matter, village: &VillageId) -> Option<&'a Task> {
    let by_path = || {
        let mut asked = matter.path.iter().flat_map(|path| &path.villages);
        let asked = asked.find(|it| it.village == *village)?;
        asked.task.as_ref()
    };
    let by_motion = || {
        let hearings = matter.hearings.iter().rev();
        let motions = hearings.flat_map(|it| world.motions_of(&it.item));
        let mut asked = motions.flat_map(|it| it.asked());
        let asked = asked.find(|it| it.village == *village);
        asked.map(|it| &it.task)
    };
    let named = by_path().or_else(by_motion);
    match named {
        Some(task) => world.tasks.get(task).map(AsRef::as_ref),
        None => by_filed(world, matter, village),
    }
}

/// Returns the follow-up by which a path itself asked a village, done or not.
fn asked_by<'a>(world: &'a World, path: &Path, village: &VillageId) -> Option<&'a Task> {
    let mut asked = path.villages.iter();
    let asked = asked.find(|it| it.village == *village)?;
    world.tasks.get(asked.task.as_ref()?).map(AsRef::as_ref)
}

/// Returns the follow-up that an entry of a village's decision settles by itself. What stands on a motion too is
/// corrected there.
fn own_task<'a>(world: &'a World, path: &Path, entry: usize) -> Option<&'a Task> {
    let entry = path.entries.get(entry)?;
    let own = path.template.decider() == Some(entry.step)
        && matches!(&entry.taken, Taken::Voted { motion: None, .. });
    asked_by(world, path, entry.village.as_ref().filter(|_| own)?)
}

/// Returns the follow-up of a village on a motion that is filed and is not looked at.
fn by_filed<'a>(world: &'a World, matter: &'a Matter, village: &VillageId) -> Option<&'a Task> {
    let mut tasks = world.tasks.values().map(AsRef::as_ref);
    tasks.find(|task: &&Task| {
        let filed = match &task.decision {
            Some(Decision::Motion { motion }) => !world.motions.contains_key(motion),
            _ => false,
        };
        filed && task.village.as_ref() == Some(village) && is_of(matter, task)
    })
}

/// Says whether a follow-up of the villages a day is for has another.
pub(super) fn dated_otherwise(
    world: &World,
    matter: &Matter,
    village: Option<&VillageId>,
    by: Option<NaiveDate>,
) -> bool {
    let Some(path) = matter.path.as_ref().filter(|_| by.is_some()) else {
        return false;
    };
    let concerned = path.villages.iter().map(|it| &it.village).filter(|it| {
        let own = path.own_deadline(it).is_some();
        village.map_or(!own, |village| *it == village)
    });
    let mut due = concerned.filter_map(|it| of_village(world, matter, it)?.due);
    due.any(|due| Some(due) != by)
}

/// Returns what an act on the path asks of the follow-ups, in the same act. `world` is as it is after it.
#[must_use]
pub fn on_tasks(
    world: &World,
    command: &matter::Command,
    events: &[matter::Event],
) -> Vec<task::Command> {
    let matter::Command::Path(command) = command else {
        return Vec::new();
    };
    let Some(matter) = world.matters.get(command.matter()) else {
        return Vec::new();
    };
    let Some(path) = &matter.path else {
        return Vec::new();
    };
    if let Command::AddVillage {
        follow_up: Some(task),
        ..
    } = command
    {
        return vec![task::Command::Put(Task::clone(task))];
    }
    let mut asked = Vec::new();
    for event in events {
        match event {
            matter::Event::Path(PathEvent::Chosen { path: of, .. }) => {
                asked.extend(dated(world, matter, path, of.chosen, None));
            }
            matter::Event::Path(PathEvent::DeadlineSet { deadline, .. }) => {
                let why = deadline.reason.as_ref();
                asked.extend(dated(world, matter, path, deadline.set, why));
            }
            matter::Event::Path(PathEvent::Redated {
                entry, on, moved, ..
            }) => {
                let task = own_task(world, path, *entry);
                asked.extend(task.map(|task| task::Command::Redate {
                    task: task.id.clone(),
                    on: moved.at.day(),
                    from: moved.from,
                    to: *on,
                    reason: moved.reason.clone(),
                }));
            }
            matter::Event::Path(PathEvent::Mended {
                entry, now, mended, ..
            }) => {
                let task = own_task(world, path, *entry);
                let (judged, reason) = ((mended.was.as_ref(), now.as_ref()), &mended.reason);
                asked.extend(task.and_then(|it| of_follow_up(it, judged, reason, mended.at)));
            }
            matter::Event::Path(PathEvent::Entered { entry, .. }) if entry.anew.is_some() => {
                asked.extend(taken_back(world, matter, path, entry));
            }
            matter::Event::Path(PathEvent::Entered { entry, .. }) => {
                let found = entry.village.as_ref();
                let found = found.and_then(|village| of_village(world, matter, village));
                let decides = path.template.decider() == Some(entry.step);
                // What stands on a motion too is settled there.
                if let (
                    Some(task),
                    Taken::Voted {
                        decision,
                        motion: None,
                    },
                    true,
                ) = (found, &entry.taken, decides)
                {
                    let on = task.told_by(entry.on, Some(entry.at.day()));
                    let (by, paper) = (decision.body.clone(), decision.paper.clone());
                    let task = task.id.clone();
                    asked.push(match entry.agreed() {
                        Some(true) => task::Command::Settle {
                            task,
                            on,
                            by,
                            paper,
                        },
                        came => task::Command::LeaveOpen {
                            task,
                            on,
                            by,
                            paper,
                            refused: came.is_some(),
                        },
                    });
                }
            }
            _ => {}
        }
    }
    asked
}

/// Returns that a village that took back what it had agreed to is asked once more. What stands on a motion too is
/// taken up there.
fn taken_back(world: &World, matter: &Matter, path: &Path, entry: &Entry) -> Option<task::Command> {
    let (village, reason) = (entry.village.as_ref()?, entry.anew.as_ref()?);
    let back = entry.agreed() == Some(false) && Some(entry.step) <= path.template.decider();
    let linked = matches!(
        entry.taken,
        Taken::Voted {
            motion: Some(_),
            ..
        }
    );
    let task = asked(world, matter, village).filter(|_| back && !linked)?;
    crate::domain::vote::taken_back(task, reason, entry.at)
}

/// Returns that the follow-ups of the villages have the days the villages have.
fn dated(
    world: &World,
    matter: &Matter,
    path: &Path,
    on: NaiveDate,
    reason: Option<&Line>,
) -> Vec<task::Command> {
    let moved = path.villages.iter().filter_map(|asked| {
        let by = path.deadline_of(&asked.village)?;
        let task = of_village(world, matter, &asked.village)?;
        let open = task.state == TaskState::Open;
        match (task.due.filter(|_| open), reason) {
            (None, _) if open => {
                let put = task::Command::Put(Task {
                    due: Some(by),
                    ..task.clone()
                });
                Some(put.recorded(on))
            }
            (Some(due), Some(reason)) if due != by => {
                let moved = task::Command::Move {
                    task: task.id.clone(),
                    to: by,
                    reason: reason.clone(),
                    on,
                };
                Some(moved.recorded(on))
            }
            _ => None,
        }
    });
    moved.collect()
}

/// Returns that nothing more is asked of villages that leave, in the same act.
#[must_use]
pub fn with_leaving(world: &World, events: &[roster::Event]) -> Vec<task::Event> {
    let leaving = events.iter().filter_map(|event| match event {
        roster::Event::VillagePut { village } => {
            let was = world.villages.get(&village.id)?.left;
            let on = village.left.filter(|on| was != Some(*on))?;
            Some((&village.id, on))
        }
        _ => None,
    });
    let mut ended = Vec::new();
    for (village, on) in leaving {
        let open = world.matters.values();
        let open = open.filter(|it| it.state == MatterState::Open);
        let tasks = open.filter_map(|matter| of_village(world, matter, village));
        ended.extend(tasks.map(|task| task::Event::Stepped {
            task: task.id.clone(),
            step: task::Step::VillageLeft {
                on: task.told_by(on, None),
            },
            stated: false,
        }));
    }
    ended
}
