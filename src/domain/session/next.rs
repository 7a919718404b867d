//! What comes next: the step the chair takes now, from the state of the session alone.

use super::agenda::{Item, ItemKind, ItemState};
use super::in_hand::in_hand;
use super::recusal::{Proposal, proposals};
use super::version::versions;
use super::{Session, SessionState, quorum};
use crate::domain::ids::{ItemId, MotionId, PersonId, VillageId};
use crate::domain::refusal::{Refusal, Remedy};
use crate::domain::rule::{Method, TieStep};
use crate::domain::vote::barred::{not_spent, way};
use crate::domain::vote::by_village::{VillageVote, adds_up, differing, unheard};
use crate::domain::vote::exclusive::adopted;
use crate::domain::vote::hands::{add_up, room};
use crate::domain::vote::slate::{hands_add_up, ready};
use crate::domain::vote::told::untold;
use crate::domain::vote::under::under;
use crate::domain::vote::{Due, Motion, Outcome, chair_withdrew, due, missing_voices};
use crate::domain::world::World;

/// The next step. The screen says its sentence and gives it one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Call the roll.
    CallRoll,
    /// Mark who is there; `unmarked` are not marked yet.
    MarkRoll {
        /// How many.
        unmarked: u32,
    },
    /// Mark somebody who has sent a deputy as excused or absent: nobody else is left to mark.
    MarkMember(PersonId),
    /// Wait: the quorum is not reached.
    AwaitQuorum {
        /// How many more are wanted.
        missing: u32,
    },
    /// Name who chairs: nobody is named, or whoever is named is not there.
    NameChair,
    /// Announce 应到, 实到 and quorum, and open the session.
    Open,
    /// Go on after the break, or at the hour to which the session broke off.
    Resume,
    /// Ask the roll again after a break: `back` of those who were there are not marked yet.
    AskRollAgain {
        /// How many.
        back: u32,
    },
    /// Plan the session that lapsed for its second date.
    Reconvene,
    /// Take up the next item.
    StartItem(ItemId),
    /// Go on with an item put aside.
    TakeUpAgain(ItemId),
    /// Propose who should withdraw from the item that runs, for it concerns them or close kin.
    ProposeRecusals {
        /// The item.
        item: ItemId,
        /// Who, and why.
        people: Vec<Proposal>,
    },
    /// Put a motion to the item: none is there yet.
    DraftMotion(ItemId),
    /// Put contenders on the ballot: too few or too many stand on it.
    EnterContenders(MotionId),
    /// Name who watches the count and who counts.
    NameTellers(MotionId),
    /// Read the motion and open its vote.
    OpenVote(MotionId),
    /// The vote cannot be opened at all: it was voted as often as its rule allows, or no way it allows can
    /// be taken in this room.
    Barred {
        /// The motion.
        motion: MotionId,
        /// What bars it.
        why: Box<Refusal>,
    },
    /// The vote cannot be opened: the quorum of its rule is not reached.
    VoteAwaitsQuorum {
        /// The motion.
        motion: MotionId,
        /// How many more are wanted.
        missing: u32,
    },
    /// Ask: for, against, abstaining.
    Ask {
        /// The motion.
        motion: MotionId,
        /// Voices still missing.
        missing: u32,
    },
    /// Ask which of several each takes.
    AskWhich {
        /// The motion.
        motion: MotionId,
        /// Voices still missing.
        missing: u32,
    },
    /// Count the hands; `room` of them are to add up.
    CountHands {
        /// The motion.
        motion: MotionId,
        /// How many.
        room: u32,
    },
    /// Give the papers of a secret ballot out; `room` of them are wanted.
    IssuePapers {
        /// The motion.
        motion: MotionId,
        /// How many.
        room: u32,
    },
    /// Count the papers: the first time, or a second time without looking at the first.
    CountPapers {
        /// The motion.
        motion: MotionId,
        /// Whether they were counted once.
        again: bool,
    },
    /// Hear the villages: for, against, abstaining.
    HearVillages {
        /// The motion.
        motion: MotionId,
        /// Villages still missing.
        missing: u32,
    },
    /// The voices of a village differ that speaks as one: they come to one voice.
    SpeakAsOne {
        /// The motion.
        motion: MotionId,
        /// The village.
        village: VillageId,
        /// Whoever of it has spoken.
        people: Vec<PersonId>,
    },
    /// The motion that excludes this one is adopted: take it back.
    TakeBack(MotionId),
    /// Every voice is there: end the vote.
    EndVote(MotionId),
    /// Whoever chairs has withdrawn from the motion: hand the chair over.
    HandOver(MotionId),
    /// Read out the result.
    Announce(MotionId),
    /// Tell the room of a result that was put right since it was announced and came out otherwise.
    Tell(MotionId),
    /// Take what follows an announced vote: the path of a tie, 暂缓, a new vote, the villages.
    Follow {
        /// The motion.
        motion: MotionId,
        /// What.
        due: Due,
    },
    /// The item is talked over: settle it.
    FinishItem(ItemId),
    /// Nothing is left: 散会.
    Close,
    /// Tidy the words, print, have it signed, seal it.
    Seal,
    /// It was corrected after that: print it once more, have it signed.
    SignAgain,
    /// The record is sealed.
    Done,
}

/// Returns the next step of a session.
#[must_use]
pub fn next_step(world: &World, session: &Session) -> Step {
    match session.state {
        SessionState::Planned => before(world, session),
        SessionState::Break | SessionState::Adjourned => Step::Resume,
        SessionState::Lapsed => Step::Reconvene,
        SessionState::Closed => Step::Seal,
        SessionState::Sealed => match versions(world, session) {
            Some(versions) if versions.wants_signatures() => Step::SignAgain,
            _ => Step::Done,
        },
        SessionState::Sitting if session.roll_due => Step::AskRollAgain {
            back: quorum::count(session.to_come_back()),
        },
        SessionState::Sitting => {
            if let Some(motion) = world.open_vote(&session.id) {
                return voting(world, session, motion);
            }
            if let Some(motion) = world.unannounced(&session.id) {
                let id = motion.id.clone();
                return match (adopted_beside(world, motion), due(motion)) {
                    (true, _) => Step::TakeBack(id),
                    (false, _) if chair_withdrew(session, motion) => Step::HandOver(id),
                    (false, Some(due)) => Step::Follow { motion: id, due },
                    (false, None) => Step::Announce(id),
                };
            }
            if let Some(untold) = untold(world, session) {
                return Step::Tell(untold.motion.id.clone());
            }
            match world.running_item(&session.id) {
                Some(item) => within(world, session, item),
                None => between(world, session),
            }
        }
    }
}

fn before(world: &World, session: &Session) -> Step {
    if session.roll.is_empty() {
        return Step::CallRoll;
    }
    let mut unmarked = session.roll.iter().filter(|it| it.wants_mark());
    if let Some(first) = unmarked.next() {
        return match session.awaited().next() {
            Some(_) => Step::MarkRoll {
                unmarked: session.unmarked(),
            },
            None => Step::MarkMember(first.place.person.clone()),
        };
    }
    if session.chair.is_none() || session.chair_missing() {
        return Step::NameChair;
    }
    match quorum::meter(world, session).first() {
        Some(quorum) if !quorum.holds() => Step::AwaitQuorum {
            missing: quorum.missing(),
        },
        _ => Step::Open,
    }
}

fn voting(world: &World, session: &Session, motion: &Motion) -> Step {
    if let Some(ballot) = motion.ballot()
        && ballot.method == Method::Hands
    {
        let add_up = |hands| add_up(world, session, motion, ballot, hands).is_ok();
        let sheet = ballot.sheet.as_ref();
        let counted = ballot.hands.as_ref().is_some_and(add_up)
            || sheet.is_some_and(|sheet| hands_add_up(session, ballot, sheet).is_ok());
        let room = quorum::count(room(session, ballot));
        let motion = motion.id.clone();
        return match counted {
            true => Step::EndVote(motion),
            false => Step::CountHands { motion, room },
        };
    }
    if let Some(ballot) = motion.ballot()
        && ballot.method == Method::Secret
    {
        let urn = &ballot.secret;
        let (motion, again) = (motion.id.clone(), urn.first.is_some());
        return match (&urn.issued, &urn.counted) {
            (None, _) => Step::IssuePapers {
                motion,
                room: quorum::count(room(session, ballot)),
            },
            (Some(_), None) => Step::CountPapers { motion, again },
            (Some(_), Some(_)) => Step::EndVote(motion),
        };
    }
    if let Some(ballot) = motion.ballot()
        && ballot.method == Method::ByVillage
    {
        let unfit = |vote: &&VillageVote| adds_up(session, ballot, vote).is_err();
        let missing = quorum::count(unheard(session, ballot));
        let unfit = quorum::count(ballot.villages.iter().filter(unfit));
        let motion = motion.id.clone();
        return match missing.saturating_add(unfit) {
            0 => Step::EndVote(motion),
            missing => Step::HearVillages { motion, missing },
        };
    }
    let ballot = motion.ballot();
    let missing = ballot.map_or(0, |ballot| quorum::count(missing_voices(session, ballot)));
    let several = ballot.is_some_and(|ballot| ballot.slate.is_some());
    let motion = motion.id.clone();
    let differs = ballot.and_then(|ballot| differing(session, ballot));
    match (missing, differs) {
        (0, Some((village, voices))) => Step::SpeakAsOne {
            motion,
            village: village.clone(),
            people: voices
                .into_iter()
                .map(|(person, _)| person.clone())
                .collect(),
        },
        (0, None) => Step::EndVote(motion),
        _ if several => Step::AskWhich { motion, missing },
        _ => Step::Ask { motion, missing },
    }
}

/// Says whether a result would adopt what excludes something adopted.
fn adopted_beside(world: &World, motion: &Motion) -> bool {
    let result = motion.result();
    result.is_some_and(|result| result.outcome == Outcome::Adopted)
        && adopted(world, motion).is_some()
}

fn within(world: &World, session: &Session, item: &Item) -> Step {
    let people = proposals(world, session, item);
    if !people.is_empty() {
        let item = item.id.clone();
        return Step::ProposeRecusals { item, people };
    }
    if !matches!(item.kind, ItemKind::Decision { .. }) {
        return Step::FinishItem(item.id.clone());
    }
    if world.motions_of(&item.id).next().is_none() {
        return Step::DraftMotion(item.id.clone());
    }
    let Some((motion, due)) = in_hand(world, &item.id) else {
        return Step::FinishItem(item.id.clone());
    };
    let led = due.is_none_or(|due| due.is_a_vote() || due == Due::Tie(TieStep::ChairCasts));
    if led && chair_withdrew(session, motion) {
        return Step::HandOver(motion.id.clone());
    }
    if let Some(due) = due.filter(|due| !due.is_a_vote()) {
        let motion = motion.id.clone();
        return Step::Follow { motion, due };
    }
    if adopted(world, motion).is_some() {
        return Step::TakeBack(motion.id.clone());
    }
    let rule = under(world, motion).ok();
    let rule = rule.map(|rule| session.after_lapses(world, rule));
    if let Some(idle) = rule.as_ref().filter(|rule| !rule.in_force(session.date)) {
        let (rule, on) = (idle.id.clone(), session.date);
        return barred(motion, Refusal::RuleNotInForce { rule, on });
    }
    if let Some(spent) = rule.as_ref().and_then(|rule| not_spent(motion, rule).err()) {
        return barred(motion, spent);
    }
    let wants = rule.as_ref().and_then(|rule| {
        let wants = ready(world, session, motion, rule).err()?;
        match wants.remedy() {
            Some(Remedy::EnterContenders) => Some(Step::EnterContenders(motion.id.clone())),
            Some(Remedy::NameTellers) => Some(Step::NameTellers(motion.id.clone())),
            _ => None,
        }
    });
    if let Some(step) = wants {
        return step;
    }
    let quorum = match &rule {
        Some(rule) => quorum::to_vote(world, session, rule, motion),
        None => quorum::bars_votes(world, session),
    };
    let no_way = || rule.as_ref().and_then(|it| way(session, motion, it).err());
    match quorum {
        Some(quorum) if !quorum.holds() => Step::VoteAwaitsQuorum {
            motion: motion.id.clone(),
            missing: quorum.missing(),
        },
        _ if let Some(why) = no_way() => barred(motion, why),
        _ => match due {
            Some(due) => Step::Follow {
                motion: motion.id.clone(),
                due,
            },
            None => Step::OpenVote(motion.id.clone()),
        },
    }
}

fn barred(motion: &Motion, why: Refusal) -> Step {
    Step::Barred {
        motion: motion.id.clone(),
        why: Box::new(why),
    }
}

fn between(world: &World, session: &Session) -> Step {
    // Short of quorum the session goes on with what needs no vote; the rest is left over.
    let barred = quorum::bars_votes(world, session).is_some();
    let agenda: Vec<&Item> = world
        .agenda(&session.id)
        .filter(|item| !(barred && matches!(item.kind, ItemKind::Decision { .. })))
        .collect();
    let first = |state| {
        agenda
            .iter()
            .find(|item| item.state == state)
            .map(|item| item.id.clone())
    };
    // What was put aside waits for its turn; what the session broke off in goes on where it was.
    let broken_off = agenda.iter().find(|item| {
        item.state == ItemState::Paused && session.broke_off_in.as_ref() == Some(&item.id)
    });
    if let Some(item) = broken_off {
        Step::TakeUpAgain(item.id.clone())
    } else if let Some(item) = first(ItemState::Pending) {
        Step::StartItem(item)
    } else if let Some(item) = first(ItemState::Paused) {
        Step::TakeUpAgain(item)
    } else {
        Step::Close
    }
}
