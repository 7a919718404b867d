//! 定稿: the printed record is signed, and signed once more where it was corrected after that.

use super::in_state;
use crate::domain::ids::SessionId;
use crate::domain::refusal::Refusal;
use crate::domain::session::version::{Refused, SignedAgain, Versions, versions};
use crate::domain::session::{Event, Sealing, Session, SessionState};
use crate::domain::world::World;
use chrono::NaiveDate;

/// Judges the signing of a record: as it was frozen, or as it stands corrected.
pub(super) fn seal(
    world: &World,
    id: &SessionId,
    sealing: &Sealing,
    today: NaiveDate,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    may_sign(world, session, sealing, today)?;
    let (session, sealing, versions) = (id.clone(), sealing.clone(), versions(world, session));
    Ok(vec![match versions {
        None => Event::Sealed { session, sealing },
        Some(versions) => Event::SignedAgain {
            session,
            signed: SignedAgain {
                sealing,
                version: versions.now,
            },
        },
    }])
}

/// Says whether a record was signed so: by whom it has to be, and not before there was such a record.
///
/// # Errors
/// A [`Refusal`]: there is nothing to sign, or who signed it and when does not fit.
pub fn may_sign(
    world: &World,
    session: &Session,
    sealing: &Sealing,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let versions = versions(world, session).filter(Versions::wants_signatures);
    if versions.is_none() && session.state != SessionState::Lapsed {
        in_state(session, SessionState::Closed)?;
    }
    if let Some(name) = session.unchecked(world, &sealing.by) {
        return Err(Refusal::UncheckedByAnother { name });
    }
    let (on, over) = (sealing.on, over_on(session));
    let made = versions.and_then(|it| Some((it.now, last_made(&it, today)?)));
    match made {
        Some((version, made)) if on < made => Err(Refused::BeforeMade { on, version, made }.into()),
        _ if on < over => Err(Refused::BeforeOver { on, over }.into()),
        _ => Ok(()),
    }
}

/// Returns the last day on which a record was corrected. What a clock stamped that ran ahead came before this day all
/// the same: it is signed after that by the order of acts, and the day it was stamped binds nobody.
fn last_made(versions: &Versions<'_>, today: NaiveDate) -> Option<NaiveDate> {
    let made = versions.corrections.iter().map(|it| it.at.day());
    made.filter(|day| *day <= today).max()
}

/// Returns the day on which a session was over: closed, or found short for good.
fn over_on(session: &Session) -> NaiveDate {
    let lapsed = session.lapses.last().map(|lapse| lapse.at);
    let over = session.closed.or(lapsed).or(session.opened);
    over.map_or(session.date, |at| session.day_of(at))
}
