//! What a village decided at its own meeting, in words: its figures, the rule and quorum that judged it, and
//! how it was put right.

use super::{Language, bodies, path_anew, path_village, sequel, steps, terms};
use crate::domain::vote::village::VillageDecision;
use crate::domain::world::World;

/// Says what a village decided at its own meeting, with its figures, its rule and where the record lies.
pub(super) fn decision(language: Language, world: &World, decision: &VillageDecision) -> String {
    let said = figures(language, world, decision);
    match &decision.anew {
        Some(reason) => path_anew::anew(language, reason.as_str(), said),
        None => said,
    }
}

fn figures(language: Language, world: &World, decision: &VillageDecision) -> String {
    let (counts, turnout) = (decision.tally.counts, decision.turnout());
    sequel::step_village(
        language,
        terms::village(language, world, Some(&decision.village)),
        bodies::told(language, decision.body.as_str()),
        terms::date(language, decision.met),
        turnout.entitled,
        turnout.present,
        counts.yes,
        counts.no,
        counts.abstain,
        judged(language, world, decision),
        decision.paper.as_str(),
    )
}

/// Says how a village came out: agreed or not, or that too few came.
#[must_use]
pub const fn came(language: Language, decision: &VillageDecision) -> &'static str {
    match decision.agreed() {
        Some(true) => sequel::village_agreed(language),
        Some(false) => sequel::village_refused(language),
        None => sequel::village_inquorate(language),
    }
}

/// Says how a village came out, and why it met about it once more where it did.
#[must_use]
pub fn came_so(language: Language, decision: &VillageDecision) -> String {
    let came = came(language, decision);
    match &decision.anew {
        Some(reason) => path_village::asked_anew(language, came, reason.as_str()),
        None => came.to_owned(),
    }
}

/// Says by which rule and quorum a village's decision was judged, and what it came to.
#[must_use]
pub fn judged(language: Language, world: &World, decision: &VillageDecision) -> String {
    let rule = terms::rule_name(language, &decision.rule);
    let outcome = came(language, decision);
    let short = decision.quorum.iter().find(|quorum| !quorum.holds());
    if let Some(quorum) = short {
        let proof = terms::quorum_proof(language, quorum);
        let proof = sequel::village_quorum_short(language, proof);
        return sequel::village_judged_short(language, rule, proof, outcome);
    }
    let proof = steps::proof_of(language, world, &decision.tally.proof);
    let quorums = decision.quorum.iter();
    let quorums: Vec<String> = quorums
        .map(|quorum| terms::quorum_proof(language, quorum))
        .collect();
    match quorums.as_slice() {
        [] => sequel::village_judged_short(language, rule, proof, outcome),
        quorums => {
            let quorums = terms::list(language, quorums.iter().map(String::as_str));
            sequel::village_judged(language, rule, quorums, proof, outcome)
        }
    }
}

/// Says that what a village decided was put right: as it was entered, as it was, and why.
#[must_use]
pub fn mended(
    language: Language,
    world: &World,
    (was, now): (&VillageDecision, &VillageDecision),
    reason: &str,
) -> String {
    let said = |it| decision(language, world, it);
    sequel::step_mended(language, said(was), said(now), reason)
}
