//! What a session allows, from the plan to the sealed record.

mod again;
mod roll;
mod room;
mod seal;
mod sitting;

pub(super) use roll::{counted_in_a_vote, on_the_roll, roll_open, stays_fit};
pub(super) use room::leave_asked;
pub use seal::may_sign;

use super::handover::hand_over;
use super::notice::notify;
use super::{Command, Event, Plan, Session, SessionState, day, paper, proxy, recusal, times};
use crate::domain::ids::SessionId;
use crate::domain::refusal::Refusal;
use crate::domain::world::World;

/// Judges a command about a session. What it asks of the agenda comes back as the agenda's events.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Create { id, plan, .. } => {
            if world.sessions.contains_key(id) {
                return Err(Refusal::AlreadyThere);
            }
            plan_fits(world, id, plan)?;
            Ok(vec![Event::Planned {
                session: id.clone(),
                plan: plan.clone(),
            }])
        }
        Command::Replan { id, plan } => {
            in_state(world.session(id)?, SessionState::Planned)?;
            plan_fits(world, id, plan)?;
            Ok(vec![Event::Planned {
                session: id.clone(),
                plan: plan.clone(),
            }])
        }
        Command::Notify { id, notice } => notify(world, id, notice.as_ref()),
        Command::CallRoll(id) => roll::call(world, id),
        Command::Mark {
            id,
            person,
            mark,
            at,
        } => roll::mark(world, id, person, mark, *at),
        Command::AllPresent { id, at } => roll::all_present(world, id, *at),
        Command::Exclude { id, person, reason } => roll::exclude(world, id, person, *reason),
        Command::MendStays { id, person, stays } => roll::mend_stays(world, id, person, stays),
        Command::Admit {
            id,
            person,
            role,
            stands_for,
        } => room::admit(world, id, &person.id, role, stands_for.as_ref()),
        Command::Dismiss { id, person } => room::dismiss(world, id, person),
        Command::MendSeat { id, seat, mend } => room::mend_seat(world, id, seat, mend),
        Command::AskLeave { id, person, reason } => {
            room::ask_leave(world, id, person, reason.as_ref())
        }
        Command::HandOver { id, handover } => hand_over(world, world.session(id)?, handover),
        Command::Recuse { id, recusal } => recusal::recuse(world, id, recusal),
        Command::ReturnFromRecusal { id, person, of, at } => {
            recusal::give_back(world, id, person, of, *at)
        }
        Command::ReframeRecusal {
            id,
            person,
            of,
            motions,
        } => recusal::reframe(world, id, person, of, motions),
        Command::DeclineRecusal { id, declined } => recusal::decline(world, id, declined),
        Command::GiveProxy { id, proxy } => proxy::give(world, id, proxy),
        Command::TakeProxyBack { id, giver, at } => proxy::take_back(world, id, giver, *at),
        Command::Open { id, at } => sitting::open(world, id, *at),
        Command::Pause { id, at } => sitting::pause(world, id, *at),
        Command::Resume { id, at } => sitting::resume(world, id, *at),
        Command::Adjourn { id, at, again } => again::adjourn(world, id, *at, *again),
        Command::Lapse { id, at, second } => again::lapse(world, id, *at, *second),
        Command::Reconvene(id) => again::reconvene(world, id),
        Command::OpenWithoutVotes { id, at, reason } => {
            again::open_without_votes(world, id, *at, reason)
        }
        Command::ConfirmRoll { id, at } => again::confirm_roll(world, id, *at),
        Command::FromPaper { id, paper } => paper::begin(world.session(id)?, paper),
        Command::EndPaper { id, until } => paper::end(world.session(id)?, *until),
        Command::MendOpening { id, at } => sitting::mend_opening(world, id, *at),
        Command::MendTimes { id, times } => times::mend(world, id, times),
        Command::MendDay { id, mend } => day::mend(world, id, mend),
        Command::Close { id, at } => sitting::close(world, id, *at),
        Command::Seal { id, sealing, today } => seal::seal(world, id, sealing, *today),
        Command::TakeIn(session) => {
            if world.sessions.contains_key(&session.id) {
                return Err(Refusal::AlreadyThere);
            }
            taken_in(session)?;
            Ok(vec![Event::TakenIn {
                session: session.clone(),
            }])
        }
    }
}

fn plan_fits(world: &World, id: &SessionId, plan: &Plan) -> Result<(), Refusal> {
    if plan.ordinal == 0 {
        return Err(Refusal::OrdinalTaken { ordinal: 0 });
    }
    for person in plan.chair.iter().chain(&plan.recorder) {
        world.person(person)?;
    }
    let has = |session: &Session| session.kind == plan.kind && session.ordinal == plan.ordinal;
    // One taken in may have brought the same ordinal since: the one this session has stays its own.
    let keeps = world.session(id).is_ok_and(has);
    let mut others = world.sessions.values().filter(|other| other.id != *id);
    if !keeps && others.any(|other| has(other)) {
        return Err(Refusal::OrdinalTaken {
            ordinal: plan.ordinal,
        });
    }
    Ok(())
}

pub(super) fn in_state(session: &Session, need: SessionState) -> Result<(), Refusal> {
    if session.state == need {
        Ok(())
    } else {
        Err(Refusal::SessionNotIn {
            have: session.state,
            need,
        })
    }
}

/// Refuses what only a session taken in as published may be given: it is sealed, and was never
/// signed here.
///
/// # Errors
/// [`Refusal::Sealed`], or [`Refusal::SessionNotIn`] for one that lives here.
pub(in crate::domain) fn taken_in(session: &Session) -> Result<(), Refusal> {
    in_state(session, SessionState::Sealed)?;
    if session.published_as.is_none() && session.sealing.is_some() {
        return Err(Refusal::Sealed);
    }
    Ok(())
}
