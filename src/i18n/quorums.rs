//! Quorums in the words of the chair: what is wanted, what has come, each in its own unit.

use super::{Language, quorum as words, second_call, slates, step, terms};
use crate::domain::rule::{Over, Rule};
use crate::domain::session::Session;
use crate::domain::session::quorum::{self, Meter, Quorum};
use crate::domain::vote::{Attending, Motion, MotionState, QuorumProof};
use crate::domain::world::World;

/// Says that the session waits for its quorum.
#[must_use]
pub fn awaited(language: Language, meter: &Meter, missing: u32) -> String {
    let (entitled, present) = (meter.entitled, meter.present);
    match meter.first() {
        None => step::open_no_quorum(language, entitled, present),
        Some(quorum) => match lacks(language, quorum, missing) {
            None => step::await_quorum(language, entitled, present, missing, quorum.need),
            Some(lacks) => words::awaited(language, entitled, present, lacks),
        },
    }
}

/// Says that a vote waits for its quorum.
#[must_use]
pub fn awaited_by_vote(language: Language, quorum: &Quorum, missing: u32) -> String {
    let present = quorum.inequality().count;
    match lacks(language, quorum, missing) {
        None if quorum.excused > 0 => {
            let (need, excused) = (quorum.need, quorum.excused);
            words::awaited_beside_recused(language, need, present, excused, missing)
        }
        None => step::vote_awaits_quorum(language, quorum.need, present, missing),
        Some(lacks) => words::awaited_by_vote(language, lacks),
    }
}

/// Says that the session's quorum is reached, with everything it asks for.
#[must_use]
pub fn reached(language: Language, meter: &Meter) -> String {
    let (entitled, present) = (meter.entitled, meter.present);
    let own = meter.quorums.iter().filter(|it| it.rule == meter.rule);
    let asked: Vec<String> = own.filter_map(|it| asked(language, it)).collect();
    if asked.is_empty() {
        return step::open_no_quorum(language, entitled, present);
    }
    let asked = terms::list(language, asked.iter().map(String::as_str));
    step::open(language, entitled, present, asked)
}

/// Says how many of what a quorum asks for; nothing of one who must be there.
fn asked(language: Language, quorum: &Quorum) -> Option<String> {
    match &quorum.proof.of {
        Attending::Of(over) => Some(words::asked(language, terms::over_key(*over), quorum.need)),
        Attending::Required(_) => None,
    }
}

/// Says what a quorum lacks; `None` where it is people, whom the sentence counts by itself.
fn lacks(language: Language, quorum: &Quorum, missing: u32) -> Option<String> {
    match &quorum.proof.of {
        Attending::Of(Over::Persons) => None,
        // Nobody who could come stands for any: what is missing is the figures.
        Attending::Of(over) if quorum.lacks_figures() => {
            Some(words::no_figures(language, terms::over_key(*over)))
        }
        Attending::Of(over) => {
            let have = quorum.inequality().count;
            let said = words::lacks(language, terms::over_key(*over), quorum.need, have, missing);
            Some(match quorum.excused {
                0 => said,
                excused => words::beside_recused(language, said, excused),
            })
        }
        Attending::Required(who) => Some(words::not_come(language, terms::required(language, who))),
    }
}

/// Says what a quorum asked for and what was there, with its inequality, and whether it was reached.
#[must_use]
pub fn proved(language: Language, proof: &QuorumProof) -> String {
    let Attending::Of(over) = &proof.of else {
        return terms::quorum_proof(language, proof);
    };
    let inequality = &proof.inequality;
    let held = match (inequality.holds(), proof.waived) {
        (true, _) => "yes",
        (false, true) => "waived",
        (false, false) => "no",
    };
    words::proved(
        language,
        terms::over_key(*over),
        inequality.least(),
        inequality.count,
        slates::proof(language, inequality),
        held,
    )
}

/// Says that the second call frees a vote of the quorum its rule asks for, and what that was; `None` where
/// the vote has the quorum of its rule. `proofs` are what another rule's quorum asks of the same vote.
#[must_use]
pub fn freed(
    language: Language,
    world: &World,
    (session, motion, rule): (&Session, &Motion, &Rule),
    proofs: impl FnOnce(&Rule) -> Vec<QuorumProof>,
) -> Option<String> {
    let called = session.votes_by_second_call(world, motion, rule)?;
    let proofs = proofs(&called);
    let asked: Vec<String> = proofs.iter().map(|it| proved(language, it)).collect();
    let asked = terms::list(language, asked.iter().map(String::as_str));
    let clause = terms::clause(language, &called).to_owned();
    Some(match called.id == rule.id {
        true => second_call::vote_any(language, asked, clause),
        false => {
            let name = terms::rule_name(language, &called).to_owned();
            let by = terms::rule_name(language, rule).to_owned();
            second_call::vote_by(language, name, asked, by, clause)
        }
    })
}

/// Says the same of a motion where it stands now.
#[must_use]
pub fn freed_now(
    language: Language,
    world: &World,
    session: &Session,
    motion: &Motion,
    rule: &Rule,
) -> Option<String> {
    freed(language, world, (session, motion, rule), |called| {
        quorum::under_another(called, session, motion)
    })
}

/// Says of an open vote in which somebody has withdrawn what its quorum is now, and whether it would be
/// reached; `None` where nobody has, or the rule asks for none. The second says whether it is.
#[must_use]
pub fn after_recusals(
    language: Language,
    session: &Session,
    motion: &Motion,
) -> Option<(String, bool)> {
    let MotionState::Voting { ballot } = &motion.state else {
        return None;
    };
    let withdrew = ballot.marks.values().filter(|it| it.choice.is_recusal());
    let recused = withdrew.count();
    let quorums = quorum::of_vote(session, motion, ballot);
    if recused == 0 || quorums.is_empty() {
        return None;
    }
    let holds = quorums.iter().all(Quorum::holds);
    let proofs: Vec<String> = quorums
        .iter()
        .map(|it| proved(language, &it.proof))
        .collect();
    let proofs = terms::list(language, proofs.iter().map(String::as_str));
    let said = match holds {
        true => words::vote_holds(language, recused, proofs),
        false => words::vote_short(language, recused, proofs),
    };
    Some((said, holds))
}

#[cfg(test)]
mod tests;
