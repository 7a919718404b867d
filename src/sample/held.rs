//! The sample's past sessions as they were held, act by act as a recorder takes them down.

use super::Today;
use super::data::{FollowUp, ItemOf, Meeting, Voted};
use crate::domain::Command;
use crate::domain::dates::Minute;
use crate::domain::ids::{EntryId, SessionId};
use crate::domain::session::agenda::{self, ItemState};
use crate::domain::session::minutes::{self, Entry};
use crate::domain::session::{self, RollMark, Sealing};
use crate::domain::task::{self, Task};
use crate::domain::vote::{self, Effect, Motion, Wording};
use chrono::{NaiveDate, NaiveTime};

/// A session that is being told: which, and its day.
struct Telling<'m> {
    session: &'m SessionId,
    day: NaiveDate,
    today: Today,
}

impl Telling<'_> {
    fn at(&self, time: NaiveTime) -> Minute {
        Minute::on(self.day, time)
    }
}

/// Returns the commands that hold a session; none for one that is only planned.
pub(super) fn held(meeting: &Meeting, today: Today) -> Vec<Command> {
    let telling = Telling {
        session: &meeting.id,
        day: today.working(meeting.day),
        today,
    };
    let id = || meeting.id.clone();
    let Some(opened) = meeting.opened.map(|time| telling.at(time)) else {
        return Vec::new();
    };
    let mut told = vec![Command::Session(session::Command::CallRoll(id()))];
    told.extend(meeting.roll.iter().map(|missing| {
        Command::Session(session::Command::Mark {
            id: id(),
            person: missing.who.clone(),
            mark: RollMark::Excused {
                reason: missing.excuse.clone(),
            },
            at: opened,
        })
    }));
    told.push(Command::Session(session::Command::AllPresent {
        id: id(),
        at: opened,
    }));
    told.push(Command::Session(session::Command::Open {
        id: id(),
        at: opened,
    }));
    for item in &meeting.items {
        told.extend(dealt_with(&telling, item));
    }
    if let Some(closed) = meeting.closed {
        told.push(Command::Session(session::Command::Close {
            id: id(),
            at: telling.at(closed),
        }));
    }
    if let Some(sealed) = &meeting.sealed {
        let sealing = Sealing {
            by: sealed.by.clone(),
            on: today.working(sealed.on),
            paper: sealed.paper.clone(),
        };
        told.push(Command::Session(session::Command::Seal {
            today: chrono::NaiveDate::MAX,
            id: id(),
            sealing,
        }));
    }
    told
}

fn dealt_with(telling: &Telling<'_>, item: &ItemOf) -> Vec<Command> {
    let Some((from, to)) = item.ran else {
        return Vec::new();
    };
    let mut told = vec![Command::Agenda(agenda::Command::Start {
        item: item.id.clone(),
        at: telling.at(from),
    })];
    told.extend((1..).zip(&item.entries).map(|(number, said)| {
        Command::Minutes(minutes::Command::Add(Entry {
            id: EntryId::from(format!("{}-{number}", item.id)),
            session: telling.session.clone(),
            item: item.id.clone(),
            kind: said.kind.clone(),
            at: telling.at(said.at),
            words: said.words.clone(),
            live: None,
            checked: false,
            from_paper: false,
            restated: false,
        }))
    }));
    if let Some(voted) = &item.motion {
        told.extend(vote(telling, item, voted));
    }
    told.extend(item.tasks.iter().map(|task| follow_up(telling, item, task)));
    told.push(Command::Agenda(agenda::Command::Settle {
        item: item.id.clone(),
        state: ItemState::Done,
        at: telling.at(to),
    }));
    told
}

fn vote(telling: &Telling<'_>, item: &ItemOf, voted: &Voted) -> Vec<Command> {
    let motion = || voted.id.clone();
    let draft = vote::Command::Draft(Motion {
        mover: voted.mover.clone(),
        seconder: voted.seconder.clone(),
        villages: voted.villages.clone(),
        effect: voted.effect.unwrap_or(Effect::Decides),
        ..Motion::draft(
            motion(),
            telling.session.clone(),
            item.id.clone(),
            vec![Wording {
                at: telling.at(voted.at),
                text: voted.words.clone(),
                turn: None,
            }],
        )
    });
    let open = vote::Command::Open {
        motion: motion(),
        at: telling.at(voted.open),
    };
    let marks = voted.marks.iter().map(|mark| vote::Command::Take {
        motion: motion(),
        person: mark.who.clone(),
        choice: mark.choice.clone(),
    });
    let all_for = vote::Command::AllFor { motion: motion() };
    let end = vote::Command::End {
        motion: motion(),
        at: telling.at(voted.ended),
    };
    let announce = vote::Command::Announce {
        motion: motion(),
        at: telling.at(voted.announced),
    };
    [draft, open]
        .into_iter()
        .chain(marks)
        .chain([all_for, end, announce])
        .map(Command::Vote)
        .collect()
}

fn follow_up(telling: &Telling<'_>, item: &ItemOf, data: &FollowUp) -> Command {
    Command::Task(task::Command::Put(Task {
        session: Some(telling.session.clone()),
        item: Some(item.id.clone()),
        owner: Some(data.owner.clone()),
        village: data.village.clone(),
        due: data.due.map(|days| telling.today.plus(days)),
        ..Task::new(data.id.clone(), data.what.clone(), telling.day)
    }))
}

/// Returns the commands that tell what became of a session's follow-ups since.
pub(super) fn pursued(meeting: &Meeting, today: Today) -> Vec<Command> {
    let tasks = meeting.items.iter().flat_map(|item| &item.tasks);
    tasks
        .flat_map(|task| {
            let moved = task.moved.as_ref().map(|moved| task::Command::Move {
                task: task.id.clone(),
                to: today.plus(moved.to),
                reason: moved.reason.clone(),
                on: today.plus(moved.on),
            });
            let done = task.done.iter().flat_map(|done| {
                let on = today.plus(done.on);
                let finish = task::Command::Finish {
                    task: task.id.clone(),
                    on,
                    note: Some(done.note.clone()),
                    evidence: None,
                };
                let sign = task::Command::Sign {
                    task: task.id.clone(),
                    on,
                    by: done.by.clone(),
                    paper: done.paper.clone(),
                };
                [finish, sign]
            });
            moved.into_iter().chain(done)
        })
        .map(Command::Task)
        .collect()
}
