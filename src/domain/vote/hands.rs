//! A show of hands: totals only, which must add up to the room.
//!
//! 反对 and 弃权 are counted and the rest is proposed as 赞成. Who withdraws is still named. No voice is
//! kept by name, so what a village thinks is not known.

use super::{Ballot, Choice, Command, Event, Motion, Voter, slate, voting};
use crate::domain::ids::{MotionId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::Method;
use crate::domain::session::Session;
use crate::domain::session::handover::Office;
use crate::domain::session::quorum::count;
use crate::domain::vote::tally::{Counts, Voice};
use crate::domain::world::World;
use serde::{Deserialize, Serialize};

/// Whether the chair's own hand is among those counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ChairHand {
    /// It is.
    Counted,
    /// The chair stated a view last, apart from the hands (末位表态, 党组工作条例 art. 27).
    Apart {
        /// What the chair did.
        choice: Choice,
    },
}

/// The hands as they were counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hands {
    /// 赞成.
    pub yes: u32,
    /// 反对.
    pub no: u32,
    /// 弃权.
    pub abstain: u32,
    /// 未表决.
    #[serde(default)]
    pub not_voting: u32,
    /// Whether the chair's own hand is among them.
    pub chair: ChairHand,
}

/// The hands of a vote that is ended, and whose they were together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandCount {
    /// The hands.
    pub hands: Hands,
    /// Everybody who was there and had not withdrawn, in the order of the roll.
    pub room: Vec<Voter>,
    /// Who chaired when the vote ended: whoever takes the chair over later raised no hand as chair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<PersonId>,
}

impl HandCount {
    /// Says whether the chair was among those whose hands were counted.
    #[must_use]
    pub fn chair_raises(&self) -> bool {
        let mut room = self.room.iter();
        room.any(|voter| self.chair.as_ref() == Some(&voter.person))
    }
}

impl Hands {
    /// Returns what was counted, the chair's voice with it.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts {
            yes: self.yes,
            no: self.no,
            abstain: self.abstain,
            not_voting: self.not_voting,
            ..Counts::default()
        };
        if let ChairHand::Apart { choice } = &self.chair {
            counts.add(choice.voice());
        }
        counts
    }

    /// Returns how many were counted, the chair with them.
    #[must_use]
    pub fn sum(&self) -> u32 {
        let hands = [self.yes, self.no, self.abstain, self.not_voting];
        let all = hands.into_iter().fold(0, u32::saturating_add);
        all.saturating_add(u32::from(self.chair != ChairHand::Counted))
    }

    /// Proposes the rest of the room as 赞成.
    #[must_use]
    pub fn proposed(room: u32, no: u32, abstain: u32, not_voting: u32, chair: ChairHand) -> Self {
        let mut hands = Self {
            yes: 0,
            no,
            abstain,
            not_voting,
            chair,
        };
        hands.yes = room.saturating_sub(hands.sum());
        hands
    }
}

/// Returns those whose hands are counted: everybody who is there and has not withdrawn.
pub fn room<'a>(session: &'a Session, ballot: &'a Ballot) -> impl Iterator<Item = &'a Voter> {
    ballot.voters.iter().filter(|voter| {
        session
            .attendee(&voter.person)
            .is_some_and(|attendee| attendee.counts_under(&ballot.rule))
            && !ballot.marks.contains_key(&voter.person)
    })
}

/// Returns who casts the vote of somebody who is away: the holder of a proxy, unless they have withdrawn
/// from this vote.
#[must_use]
pub fn cast_by<'a>(
    session: &'a Session,
    ballot: &Ballot,
    giver: &PersonId,
) -> Option<&'a PersonId> {
    let holder = session.cast_by(&ballot.rule, giver)?;
    let mark = ballot.marks.get(holder);
    (!mark.is_some_and(|mark| mark.choice.is_recusal())).then_some(holder)
}

/// Refuses hands that do not add up to the room, or a chair who raises none.
///
/// # Errors
/// [`Refusal::HandsDoNotAddUp`] with the difference as data.
pub fn add_up(
    world: &World,
    session: &Session,
    motion: &Motion,
    ballot: &Ballot,
    hands: &Hands,
) -> Result<(), Refusal> {
    hands_of(count(room(session, ballot)), hands)?;
    if hands.chair == ChairHand::Counted {
        return Ok(());
    }
    let chair = session
        .acting(Office::Chair, Some(&motion.item))
        .ok_or(Refusal::NoChair)?;
    if !room(session, ballot).any(|voter| voter.person == *chair) {
        return Err(Refusal::NotEntitled {
            name: world.person(chair)?.name.clone(),
        });
    }
    Ok(())
}

/// Refuses hands that are not those of so many people, or a chair who withdraws by a hand.
pub(super) fn hands_of(here: u32, hands: &Hands) -> Result<(), Refusal> {
    let sum = hands.sum();
    if here != sum {
        return Err(Refusal::HandsDoNotAddUp { room: here, sum });
    }
    match &hands.chair {
        // A recusal is named with its reason, before the hands are counted.
        ChairHand::Apart { choice } if choice.voice() == Voice::Recused => {
            Err(Refusal::CountedByHands)
        }
        _ => Ok(()),
    }
}

/// Judges a count of hands.
pub(super) fn count_hands(
    world: &World,
    motion: &MotionId,
    hands: &Hands,
) -> Result<Vec<Event>, Refusal> {
    let (motion, ballot, session) = voting(world, motion)?;
    if ballot.method != Method::Hands {
        return Err(Refusal::counted_otherwise(ballot.method));
    }
    if ballot.slate.is_some() {
        return Err(slate::Refused::CountedByContender.into());
    }
    add_up(world, session, motion, ballot, hands)?;
    if ballot.hands.as_ref() == Some(hands) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::HandsCounted {
        session: session.id.clone(),
        motion: motion.id.clone(),
        hands: hands.clone(),
    }])
}

/// Refuses a voice by name in a vote that is not; who withdraws is named all the same, as long as no
/// paper is given out.
pub(super) fn by_name(ballot: &Ballot, command: &Command) -> Result<(), Refusal> {
    let recusal = matches!(
        command,
        Command::Take {
            choice: Choice::Recused { .. },
            ..
        } | Command::Clear { .. }
    );
    match ballot.method {
        Method::ByName => Ok(()),
        Method::Secret if recusal && ballot.secret.issued.is_some() => Err(Refusal::PapersIssued),
        _ if recusal => Ok(()),
        other => Err(Refusal::counted_otherwise(other)),
    }
}
