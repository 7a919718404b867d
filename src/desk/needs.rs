//! What a command is judged by and that may not be open.

use super::DeskError;
use super::open_part::kind_word;
use crate::domain::act::Restored;
use crate::domain::entity::Root;
use crate::domain::ids::SessionId;
use crate::domain::session::{self, Plan, correction};
use crate::domain::{Command, task};
use crate::store::Store;

/// Returns what a command needs that may not be open.
///
/// # Errors
/// Where the file cannot be read.
pub fn needs(store: &Store, command: &Command) -> Result<Vec<Root>, DeskError> {
    Ok(match command {
        Command::Correct(correction::Command { session, .. }) => {
            vec![Root::Session(session.clone())]
        }
        Command::Session(session::Command::TakeIn(session)) => {
            vec![Root::Session(session.id.clone())]
        }
        Command::Session(
            session::Command::Create { plan, .. } | session::Command::Replan { plan, .. },
        ) => namesakes(store, plan)?,
        Command::Task(task::Command::Reopen { task, .. }) => vec![Root::Task(task.clone())],
        Command::Restore(restored) => restored.iter().map(Restored::root).collect(),
        _ => Vec::new(),
    })
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
