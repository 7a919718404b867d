//! A vote as it stands: counted as if it ended now, and whoever said nothing yet had not voted.

use super::end::{in_room, proxies, secretly};
use super::follow::apart;
use super::hands::{HandCount, Hands, room};
use super::tally::Tally;
use super::{Motion, VoteResult, by_village};
use crate::domain::rule::Method;
use crate::domain::session::Session;
use crate::domain::session::quorum::count;
use crate::domain::world::World;

/// Counts a vote as it stands, or as it was counted when it ended; `raised` are hands in pencil. `None`
/// where no vote was opened, or its papers are not counted yet.
#[must_use]
pub fn so_far(
    world: &World,
    session: &Session,
    motion: &Motion,
    raised: Option<Hands>,
) -> Option<Tally> {
    if let Some(result) = motion.result() {
        return Some(result.tally.clone());
    }
    let ballot = motion.ballot()?;
    let (in_room, at) = (in_room(session, ballot), ballot.opened);
    let villages = apart(world, motion, &ballot.rule);
    let result = match (ballot.method, raised) {
        (Method::Hands, Some(hands)) => {
            let hands = HandCount {
                hands,
                room: room(session, ballot).cloned().collect(),
                chair: None,
            };
            VoteResult::by_hands(ballot, &in_room, hands, at)
        }
        (Method::ByVillage, _) => {
            let count = by_village::so_far(session, ballot);
            VoteResult::by_village(ballot, &in_room, count, &villages, at)
        }
        // What is on the papers is not known before both counts of them agree.
        (Method::Secret, _) => secretly(ballot, &in_room, &villages, at).ok()?,
        _ => {
            let proxies = proxies(session, ballot);
            VoteResult::count(ballot, &in_room, &proxies, &villages, at)
        }
    };
    Some(result.tally)
}

/// Returns how many of those it counts as there are not, and are spoken for by a proxy.
#[must_use]
pub fn spoken_for(session: &Session, motion: &Motion) -> u32 {
    match (motion.result(), motion.ballot()) {
        (Some(result), _) => result.by_proxy(),
        (None, Some(ballot)) => count(proxies(session, ballot).into_iter()),
        (None, None) => 0,
    }
}
