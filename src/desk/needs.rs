//! What a command is judged by and that may not be open.

use super::DeskError;
use super::open_part::kind_word;
use crate::domain::act::Restored;
use crate::domain::board::Posting;
use crate::domain::entity::{self, Entity, Kind, Root};
use crate::domain::ids::{ItemId, MatterId, MotionId, PostingId, SessionId, TaskId, VillageId};
use crate::domain::matter::Matter;
use crate::domain::matter::path;
use crate::domain::register::{LedgerKind, LedgerLine, Tells, fed};
use crate::domain::session::agenda::{self, Item};
use crate::domain::session::correction::{self, Wanted};
use crate::domain::session::{self, Plan, Session};
use crate::domain::task::Task;
use crate::domain::vote::Motion;
use crate::domain::world::World;
use crate::domain::{Command, board, matter, register, roster, task, vote};
use crate::store::{Store, Table};
use std::sync::Arc;

/// What can be looked up: what is open, and the file for the rest.
#[derive(Clone, Copy)]
struct Sight<'a> {
    world: &'a World,
    store: &'a Store,
}

macro_rules! sights {
    ($($name:ident, $things:ident, $id:ty, $kind:ident;)+) => {$(
        /// Looks one up. A row that cannot be read is said by the checks at start.
        fn $name(self, id: &$id) -> Result<Option<Arc<$kind>>, DeskError> {
            // A row says what the open thing says, and costs a reading of the file at every frame.
            if let Some(open) = self.world.$things.get(id) {
                return Ok(Some(Arc::clone(open)));
            }
            let row = self.store.load(Table::$kind, id.as_str())?;
            Ok(match row.map(|body| Entity::read(Kind::$kind, &body)) {
                Some(Ok(Entity::$kind(read))) => Some(read),
                _ => None,
            })
        }
    )+};
}

impl Sight<'_> {
    sights! {
        session, sessions, SessionId, Session;
        item, items, ItemId, Item;
        motion, motions, MotionId, Motion;
        task, tasks, TaskId, Task;
        matter, matters, MatterId, Matter;
        posting, postings, PostingId, Posting;
    }
}

/// Returns what a command needs that may not be open.
///
/// # Errors
/// Where the file cannot be read.
pub fn needs(world: &World, store: &Store, command: &Command) -> Result<Vec<Root>, DeskError> {
    let sight = Sight { world, store };
    Ok(match command {
        Command::Correct(correction) => of_correction(sight, correction)?,
        Command::Session(session::Command::TakeIn(session)) => {
            vec![Root::Session(session.id.clone())]
        }
        // A sealed record that was corrected is signed once more.
        Command::Session(session::Command::Seal { id, .. }) => vec![Root::Session(id.clone())],
        Command::Session(session::Command::MendDay { id, .. }) => of_day(sight, id)?,
        Command::Session(
            session::Command::Create { plan, .. } | session::Command::Replan { plan, .. },
        ) => namesakes(store, plan)?,
        Command::Vote(command) => of_vote(sight, command)?,
        Command::Task(task::Command::Reopen { task, .. } | task::Command::Rate { task, .. }) => {
            of_task(sight, task)?
        }
        Command::Task(task::Command::Recorded { what, .. }) => {
            needs(world, store, &Command::Task(what.as_ref().clone()))?
        }
        Command::Task(task::Command::Finish { task, .. }) => of_decision(sight, task)?,
        Command::Task(task::Command::Remind { task, slip, .. }) => {
            let other = store.task_with_slip(slip.year, slip.serial)?;
            let other = other.map(|id| Root::Task(id.into()));
            std::iter::once(Root::Task(task.clone()))
                .chain(other)
                .collect()
        }
        Command::Task(task::Command::Put(task)) => {
            let under = || matter_of_item(sight, task.item.as_ref());
            let matter = match &task.matter {
                Some(matter) => Some(matter.clone()),
                None => under()?,
            };
            // One that is over is no new one.
            let own = Root::Task(task.id.clone());
            std::iter::once(own)
                .chain(matter.map(Root::Matter))
                .collect()
        }
        Command::Task(
            task::Command::Move { task, .. }
            | task::Command::Note { task, .. }
            | task::Command::Part { task, .. }
            | task::Command::Sign { task, .. }
            | task::Command::Return { task, .. }
            | task::Command::Suspend { task, .. }
            | task::Command::Resume { task, .. }
            | task::Command::Drop { task, .. }
            | task::Command::Remove(task),
        ) => vec![Root::Task(task.clone())],
        Command::Matter(matter::Command::Path(command)) => of_path(sight, command)?,
        Command::Matter(command) => of_matter(command),
        Command::Agenda(agenda::Command::Carry { item, into }) => {
            // What was put off in a session that is sealed comes back all the same.
            let from = sight
                .item(item)?
                .map(|it| Root::Session(it.session.clone()));
            let matter = into.matter.iter().cloned().map(Root::Matter);
            from.into_iter().chain(matter).collect()
        }
        Command::Agenda(agenda::Command::Drop { item, .. }) => of_dropped(sight, item)?,
        Command::Agenda(agenda::Command::Put(item)) => {
            let matter = item.matter.iter().cloned();
            matter.map(Root::Matter).collect()
        }
        Command::Roster(roster::Command::RemoveVillage(village)) => {
            let line = store.ledger_naming(village.as_str())?;
            line.into_iter().map(|id| Root::Ledger(id.into())).collect()
        }
        Command::Register(command) => of_register(sight, command)?,
        Command::Board(board::Command::Draft(posting)) => told_by(posting).collect(),
        Command::Board(
            board::Command::PutUp { posting, .. }
            | board::Command::Word { posting, .. }
            | board::Command::Photograph { posting, .. }
            | board::Command::TakeDown { posting, .. }
            | board::Command::Drop { posting, .. },
        ) => of_posting(sight, posting)?,
        // The day of what is settled may be corrected.
        Command::Board(board::Command::Redate { posting, .. }) => {
            let own = Root::Posting(posting.clone());
            let matter = of_posting(sight, posting)?;
            std::iter::once(own).chain(matter).collect()
        }
        // One that is settled is refused for that.
        Command::Board(
            board::Command::Object { posting, .. }
            | board::Command::Answer { posting, .. }
            | board::Command::Refer { posting, .. },
        ) => vec![Root::Posting(posting.clone())],
        Command::Restore(restored) => restored.iter().map(Restored::root).collect(),
        _ => Vec::new(),
    })
}

/// Returns the session of an item, and those of every item that carried it on: they may all be filed.
fn of_dropped(sight: Sight<'_>, item: &ItemId) -> Result<Vec<Root>, DeskError> {
    let mut roots = Vec::new();
    for last in sight.store.carried_to(item.as_str())? {
        let mut next = Some(ItemId::from(last.id));
        while let Some(id) = next {
            let Some(known) = sight.item(&id)? else { break };
            roots.push(Root::Session(known.session.clone()));
            next = known.carries.clone().filter(|_| id != *item);
        }
    }
    Ok(roots)
}

/// Returns the matter that is asked about, and the one it is dealt with under: either may be closed, and is
/// refused for that.
fn of_matter(command: &matter::Command) -> Vec<Root> {
    use matter::Command::{Become, Collect, Mend, Path, Receive, Screen, Split};
    let (matter, step) = match command {
        Become { matter, step } => (matter, Some(step)),
        Mend { matter, .. } | Screen { matter, .. } | Split { matter, .. } => (matter, None),
        Collect { .. } | Receive { .. } | Path(_) => return Vec::new(),
    };
    let into = step.and_then(|step| match &step.what {
        matter::Became::MergedInto { matter, .. } => Some(matter),
        _ => None,
    });
    let all = std::iter::once(matter).chain(into);
    all.cloned().map(Root::Matter).collect()
}

/// Returns a line of the register, what feeds it, and, of a credit item, the credit schemes there are.
fn of_register(sight: Sight<'_>, command: &register::Command) -> Result<Vec<Root>, DeskError> {
    let line = match command {
        register::Command::Put(line) => line,
        register::Command::Remove(line) => return Ok(vec![Root::Ledger(line.clone())]),
    };
    let mut roots = vec![Root::Ledger(line.id.clone())];
    match &line.source {
        Some(register::Source::Matter(matter)) => roots.push(Root::Matter(matter.clone())),
        Some(register::Source::Task(task)) => {
            roots.extend(of_task(sight, task)?);
        }
        None => roots.extend(tells_the_same(sight.store, line)?),
    }
    if line.kind == LedgerKind::Credit {
        let day = line.on.to_string();
        let scheme = LedgerKind::CreditScheme.word();
        let schemes = sight.store.ledger_standing(scheme, &day, &day)?;
        roots.extend(schemes.into_iter().map(|row| Root::Ledger(row.id.into())));
    }
    Ok(roots)
}

/// Returns what is filed or done and feeds a line that a typed one would tell once more.
fn tells_the_same(store: &Store, typed: &LedgerLine) -> Result<Vec<Root>, DeskError> {
    let since = fed::since(typed.on).to_string();
    let mut roots = Vec::new();
    for row in store.told_since(&since)? {
        if let Ok(told) = entity::read::<Tells>(&row.body) {
            let same = told.lines.iter().any(|fed| fed::tells_the_same(fed, typed));
            roots.extend(same.then_some(Root::Matter(told.of)));
        }
    }
    if typed.kind != LedgerKind::Concern {
        return Ok(roots);
    }
    for row in store.tasks_ended_since(&since)? {
        if let Ok(Entity::Task(task)) = Entity::read(Kind::Task, &row.body)
            && task.what.key() == typed.what.key()
        {
            roots.extend(task.matter.iter().cloned().map(Root::Matter));
            roots.push(Root::Task(task.id.clone()));
        }
    }
    Ok(roots)
}

/// Returns a follow-up that is taken up again, and the matter that is taken up with it.
fn of_task(sight: Sight<'_>, task: &TaskId) -> Result<Vec<Root>, DeskError> {
    let matter = match sight.task(task)? {
        Some(task) if task.matter.is_none() => matter_of_item(sight, task.item.as_ref())?,
        Some(task) => task.matter.clone(),
        None => None,
    };
    let roots = std::iter::once(Root::Task(task.clone()));
    Ok(roots.chain(matter.map(Root::Matter)).collect())
}

/// Returns a follow-up and the session of the motion that it was given out by: it may wait for a decision
/// on it.
fn of_decision(sight: Sight<'_>, task: &TaskId) -> Result<Vec<Root>, DeskError> {
    let session = sight.task(task)?.and_then(|task| {
        let by_motion = matches!(task.decision, Some(task::Decision::Motion { .. }));
        task.session.clone().filter(|_| by_motion)
    });
    let own = std::iter::once(Root::Task(task.clone()));
    Ok(own.chain(session.map(Root::Session)).collect())
}

/// Returns the matter of an item, which may be closed.
fn matter_of_item(sight: Sight<'_>, item: Option<&ItemId>) -> Result<Option<MatterId>, DeskError> {
    let Some(item) = item else { return Ok(None) };
    Ok(sight.item(item)?.and_then(|item| item.matter.clone()))
}

/// Returns the matter of a posting and the session of the decision it tells of: what becomes of a posting is judged by
/// them and written down with the matter, closed or not.
fn of_posting(sight: Sight<'_>, posting: &PostingId) -> Result<Vec<Root>, DeskError> {
    let posting = sight.posting(posting)?;
    Ok(posting.iter().flat_map(|it| told_by(it)).collect())
}

fn told_by(posting: &Posting) -> impl Iterator<Item = Root> {
    let matter = posting.matter.iter().cloned().map(Root::Matter);
    let session = posting.decided.iter().map(|it| it.session.clone());
    matter.chain(session.map(Root::Session))
}

/// Returns the session of a motion that is followed, the matter its follow-ups are of, and that of a decision whose reconsideration may
/// come to its end.
fn of_vote(sight: Sight<'_>, command: &vote::Command) -> Result<Vec<Root>, DeskError> {
    use vote::Command::{Agree, Announce, Follow, LeaveOpen, Reconsider, Refill, Withdraw};
    let (session, motion) = match command {
        Follow {
            session, motion, ..
        } => (Some(session), motion),
        Reconsider {
            session, decided, ..
        } => (Some(session), decided),
        Refill {
            session, elected, ..
        }
        | LeaveOpen {
            session, elected, ..
        } => (Some(session), elected),
        Announce { motion, .. } | Agree { motion, .. } | Withdraw { motion, .. } => (None, motion),
        _ => return Ok(Vec::new()),
    };
    let (of, item, told) = match sight.motion(motion)? {
        Some(motion) => (
            deals_with(&motion).cloned(),
            Some(motion.item.clone()),
            told(&motion, command),
        ),
        None => (None, None, None),
    };
    let followed = item.filter(|_| matches!(command, Follow { .. }));
    let matter = matter_of_item(sight, followed.as_ref())?;
    let sessions = session.cloned().into_iter();
    let sessions = sessions.chain(of);
    let roots = sessions.map(Root::Session).chain(told);
    Ok(roots.chain(matter.map(Root::Matter)).collect())
}

/// Returns the session of the decision a motion takes up once more, or of the election whose open seats it
/// deals with.
fn deals_with(motion: &vote::Motion) -> Option<&SessionId> {
    let decided = motion.reconsiders.as_ref().map(|it| &it.session);
    decided.or(motion.refills.as_ref().map(|it| &it.session))
}

/// Returns the follow-up of a village that decides, or of which the day it did is corrected; it may be over.
fn told(motion: &vote::Motion, command: &vote::Command) -> Option<Root> {
    let vote::Command::Follow { next, .. } = command else {
        return None;
    };
    match next {
        vote::Next::Decide(meeting)
        | vote::Next::Reconsider { meeting, .. }
        | vote::Next::Mend { meeting, .. } => follow_up_of(motion, &meeting.village),
        vote::Next::Redate { village, .. } => follow_up_of(motion, village),
        _ => None,
    }
}

fn follow_up_of(motion: &vote::Motion, village: &VillageId) -> Option<Root> {
    let mut asked = motion.asked().iter();
    let asked = asked.find(|it| it.village == *village);
    asked.map(|it| Root::Task(it.task.clone()))
}

/// Returns the sessions in which a matter was heard: what a village decides on its path, and the day of
/// it, may stand on a motion there.
fn of_path(sight: Sight<'_>, command: &path::Command) -> Result<Vec<Root>, DeskError> {
    // A matter that is closed is refused for that.
    let own = Root::Matter(command.matter().clone());
    let (path::Command::Take { matter, .. }
    | path::Command::Reconsider { matter, .. }
    | path::Command::Mend { matter, .. }
    | path::Command::Redate { matter, .. }
    | path::Command::Choose { matter, .. }) = command
    else {
        return Ok(vec![own]);
    };
    let Some(matter) = sight.matter(matter)? else {
        return Ok(vec![own]);
    };
    let hearings = matter.hearings.iter();
    let sessions = hearings.map(|hearing| Root::Session(hearing.session.clone()));
    let mut roots: Vec<Root> = std::iter::once(own).chain(sessions).collect();
    if let path::Command::Mend { entry, .. } = command
        && let Some(entry) = matter.path.as_ref().and_then(|it| it.entries.get(*entry))
        && let path::Taken::Voted {
            motion: Some(of),
            decision,
        } = &entry.taken
    {
        let motion = sight.motion(&of.motion)?;
        roots.extend(motion.and_then(|motion| follow_up_of(&motion, &decision.village)));
    }
    let village = match command {
        path::Command::Take { taking, .. } => taking
            .village
            .as_ref()
            .filter(|_| matches!(taking.what, path::What::Vote(_))),
        path::Command::Redate { entry, .. } | path::Command::Mend { entry, .. } => {
            let path = matter.path.as_ref();
            let corrected = path.and_then(|path| path.entries.get(*entry));
            corrected.and_then(|it| it.village.as_ref())
        }
        path::Command::Reconsider { taking, .. } => taking.village.as_ref(),
        _ => None,
    };
    // The follow-up of a village of which something is corrected or taken up once more is done by now.
    if !matches!(command, path::Command::Take { .. }) {
        let mut asked = matter.path.iter().flat_map(|path| &path.villages);
        let asked = asked.find(|it| village == Some(&it.village));
        let task = asked.and_then(|it| it.task.clone());
        roots.extend(task.map(Root::Task));
    }
    let heard = matter.hearings.iter().flat_map(|it| &it.motions);
    for heard in heard.filter(|_| village.is_some()) {
        let motion = sight.motion(&heard.motion)?;
        if let (Some(motion), Some(village)) = (motion, village) {
            roots.extend(follow_up_of(&motion, village));
        }
    }
    Ok(roots)
}

/// Returns the session that is corrected, and, of a result, what stands on it: the decision its motion took
/// up once more, the matter it was decided of.
fn of_correction(sight: Sight<'_>, command: &correction::Command) -> Result<Vec<Root>, DeskError> {
    let mut roots = vec![Root::Session(command.session.clone())];
    if matches!(command.wanted, Wanted::Day { .. }) {
        roots.extend(of_day(sight, &command.session)?);
    }
    let (Wanted::Voice { motion, .. }
    | Wanted::Village { motion, .. }
    | Wanted::Totals { motion, .. }) = &command.wanted
    else {
        return Ok(roots);
    };
    let Some(motion) = sight.motion(motion)? else {
        return Ok(roots);
    };
    roots.extend(deals_with(&motion).cloned().map(Root::Session));
    let matter = matter_of_item(sight, Some(&motion.item))?;
    roots.extend(matter.map(Root::Matter));
    Ok(roots)
}

/// Returns what the day of a session is judged by, and the follow-ups that go along with it, done or not.
fn of_day(sight: Sight<'_>, session: &SessionId) -> Result<Vec<Root>, DeskError> {
    let mut roots = neighbours(sight, session)?;
    let tasks = sight
        .store
        .load_where_session(Table::Task, session.as_str())?;
    roots.extend(
        tasks
            .into_iter()
            .map(|row| Root::Task(TaskId::from(row.id))),
    );
    Ok(roots)
}

/// Returns the filed sessions whose numbers stand beside that of another.
fn neighbours(sight: Sight<'_>, id: &SessionId) -> Result<Vec<Root>, DeskError> {
    let Some(session) = sight.session(id)? else {
        return Ok(Vec::new());
    };
    let mut roots = Vec::new();
    for ordinal in [
        session.ordinal.saturating_sub(1),
        session.ordinal.saturating_add(1),
    ] {
        let filed = sight.store.filed_under(kind_word(session.kind), ordinal)?;
        roots.extend(
            filed
                .into_iter()
                .map(|id| Root::Session(SessionId::from(id))),
        );
    }
    Ok(roots)
}

/// Returns the filed sessions that have the ordinal of a plan: ordinals may have gaps, so only the
/// file knows which are given.
fn namesakes(store: &Store, plan: &Plan) -> Result<Vec<Root>, DeskError> {
    let filed = store.filed_under(kind_word(plan.kind), plan.ordinal)?;
    Ok(filed
        .into_iter()
        .map(|id| Root::Session(SessionId::from(id)))
        .collect())
}
