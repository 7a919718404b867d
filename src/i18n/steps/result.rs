//! A vote's result in one sentence: as it is printed with its proof, and as it is read out.

use super::aloud;
use crate::domain::ids::{GroupId, VillageId};
use crate::domain::rule::{Base, Comparator, Inequality, Over, Partial, RecusalEffect};
use crate::domain::vote::agreement::Agreement;
use crate::domain::vote::by_village::Says;
use crate::domain::vote::secret::SecretCount;
use crate::domain::vote::slate::SlateCount;
use crate::domain::vote::tally::{Criterion, Demand, Proof, Voice};
use crate::domain::vote::{
    self, Attending, Ballot, Effect, Motion, MotionState, Outcome, QuorumProof, VoteResult,
};
use crate::domain::world::World;
use crate::i18n::{
    Language, aloud as words, ballots, dissent, measured, proxy, rule_sentences, sequel, sequels,
    slates, step, terms, weights,
};

/// Whether a result is said with the formulas that prove it, or as it is read out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Proved,
    Aloud,
}

/// Returns the result of a vote in one sentence: counts, proof with every inequality, outcome, and the
/// villages concerned that did not agree.
#[must_use]
pub fn result_sentence(
    language: Language,
    world: &World,
    motion: &Motion,
    result: &VoteResult,
) -> String {
    whole(language, world, (motion, result), Said::Proved)
}

/// Returns the result of a vote as the chair reads it out: the same in numbers, and no inequality.
#[must_use]
pub fn read_out(language: Language, world: &World, motion: &Motion, result: &VoteResult) -> String {
    whole(language, world, (motion, result), Said::Aloud)
}

fn whole(
    language: Language,
    world: &World,
    (motion, result): (&Motion, &VoteResult),
    said: Said,
) -> String {
    if let (Some(ballot), Some(count)) = (motion.ballot(), &result.slate) {
        return of_slate(language, (ballot, result, count), said);
    }
    let mut counts = by_proxy(language, result, counts(language, motion, result));
    if let Some(secret) = &result.secret {
        let papers = papers(language, secret);
        if result.outcome == Outcome::Void {
            return ballots::void(language, papers);
        }
        counts = ballots::counts_secret(language, papers, counts);
    }
    let dissent = dissent::clause(language, world, motion, result);
    let short = result.quorum.iter().find(|quorum| !quorum.holds());
    if let (Outcome::Inquorate, Some(quorum)) = (result.outcome, short) {
        let attending = result.tally.counts.attending(recusal_of(motion));
        return inquorate(language, counts, (quorum, attending), dissent, said);
    }
    if let Some(said) = measured::villages_for(language, world, recusal_of(motion), result) {
        counts = weights::more(language, counts, said);
    }
    let outcome = outcome_counted(language, world, motion, result);
    let outcome = sequels::instead(language, motion, outcome);
    match said {
        Said::Aloud => {
            let proof = aloud::proof(language, world, &result.tally.proof);
            match dissent {
                None => words::result(language, counts, proof, outcome),
                Some(said) => words::result_dissent(language, counts, proof, outcome, said),
            }
        }
        Said::Proved => {
            let proof = proof(language, world, result);
            match dissent {
                None => step::result(language, counts, proof, outcome),
                Some(said) => step::result_dissent(language, counts, proof, outcome, said),
            }
        }
    }
}

/// Says that too few were there when a vote ended, and which villages concerned did not agree.
fn inquorate(
    language: Language,
    counts: String,
    (quorum, attending): (&QuorumProof, u32),
    dissent: Option<String>,
    said: Said,
) -> String {
    if said == Said::Aloud {
        let short = aloud::short(language, quorum);
        return match dissent {
            None => words::inquorate(language, counts, short),
            Some(dissent) => words::inquorate_dissent(language, counts, short, dissent),
        };
    }
    let present = match &quorum.of {
        // Whoever is spoken for has a voice and did not come.
        Attending::Of(Over::Persons) => quorum.inequality.count,
        _ => attending,
    };
    let proof = terms::quorum_proof(language, quorum);
    match dissent {
        None => step::result_inquorate(language, counts, present, proof),
        Some(dissent) => step::result_inquorate_dissent(language, counts, present, proof, dissent),
    }
}

/// Returns the result of a count of contenders in one sentence.
fn of_slate(
    language: Language,
    (ballot, result, count): (&Ballot, &VoteResult, &SlateCount),
    said: Said,
) -> String {
    let sheet = &count.sheet;
    let short = result.quorum.iter().find(|quorum| !quorum.holds());
    match (result.outcome, short) {
        (Outcome::Void, _) => {
            let papers = ballots::papers_void(language, sheet.issued, sheet.returned);
            ballots::void(language, papers)
        }
        (Outcome::Inquorate, Some(quorum)) => {
            let counts = slates::counts(language, ballot, result, count);
            let attending = result.tally.counts.attending(ballot.rule.recusal);
            inquorate(language, counts, (quorum, attending), None, said)
        }
        _ if said == Said::Aloud => aloud::slate(language, ballot, result, count),
        _ => slates::result(language, ballot, result, count),
    }
}

/// Returns the result of a vote that another vote on the same motion followed.
#[must_use]
pub fn result_of_round(
    language: Language,
    world: &World,
    motion: &Motion,
    ballot: &Ballot,
    result: &VoteResult,
) -> String {
    let then = as_it_was(motion, ballot, result);
    result_sentence(language, world, &then, result)
}

/// Returns the same as it was read out.
#[must_use]
pub fn read_out_of_round(
    language: Language,
    world: &World,
    motion: &Motion,
    ballot: &Ballot,
    result: &VoteResult,
) -> String {
    let then = as_it_was(motion, ballot, result);
    read_out(language, world, &then, result)
}

/// Returns a motion as it was when one of its votes was announced.
fn as_it_was(motion: &Motion, ballot: &Ballot, result: &VoteResult) -> Motion {
    // It is said as it was announced: the vote it was, with nothing after it but what was chosen before.
    let last = motion.ballot() == Some(ballot);
    let chosen = vote::due::chosen(motion).filter(|_| last).cloned();
    let before = motion
        .earlier
        .iter()
        .take_while(|round| round.ballot != *ballot);
    Motion {
        earlier: before.cloned().collect(),
        announced_after: u32::from(chosen.is_some()),
        sequels: chosen.into_iter().collect(),
        state: match &motion.state {
            // What waits to be announced is not said as if it were.
            counted @ MotionState::Counted { .. } if last => counted.clone(),
            _ => MotionState::Announced {
                ballot: ballot.clone(),
                result: Box::new(result.clone()),
                at: result.ended,
            },
        },
        ..motion.clone()
    }
}

/// Says how many papers were given out and came back, how many of them are valid.
#[must_use]
pub fn papers(language: Language, secret: &SecretCount) -> String {
    let (issued, papers) = (secret.issued.number(), secret.count.whole());
    if secret.count.exceeds(&secret.issued) {
        return ballots::papers_void(language, issued, papers.returned);
    }
    ballots::papers(
        language,
        issued,
        papers.returned,
        papers.valid(),
        papers.spoiled,
    )
}

/// Says what a village said.
#[must_use]
pub fn village_says(language: Language, says: &Says) -> String {
    match says {
        Says::AsOne { stance } => {
            ballots::village_as_one(language, terms::voice(language, stance.voice()))
        }
        Says::ByNumbers { split } => ballots::village_split(
            language,
            split.yes,
            split.no,
            split.abstain,
            split.not_voting,
        ),
    }
}

/// Returns an agreement without a vote in one sentence to read out.
#[must_use]
pub fn agreement_sentence(
    language: Language,
    world: &World,
    motion: &Motion,
    agreement: &Agreement,
) -> String {
    let outcome = outcome(language, world, motion, Outcome::Adopted);
    step::agreement(language, agreement.asked.len(), outcome)
}

fn recusal_of(motion: &Motion) -> RecusalEffect {
    motion
        .ballot()
        .map_or(RecusalEffect::KeepBase, |ballot| ballot.rule.recusal)
}

/// Returns the counts of a vote in words, 应到会 first.
#[must_use]
pub fn counts(language: Language, motion: &Motion, result: &VoteResult) -> String {
    let recusal = recusal_of(motion);
    let counts = result.tally.counts;
    step::counts(
        language,
        counts.entitled(recusal),
        counts.yes,
        counts.no,
        counts.abstain,
        counts.not_voting,
        counts.recused,
        counts.absent,
    )
}

/// Adds to the counts how many votes of them all were cast for somebody else, and who had given a proxy that
/// was not cast: each beside the number it is part of, once.
fn by_proxy(language: Language, result: &VoteResult, said: String) -> String {
    let by_proxy = |of: &[Voice]| {
        let voices = result.voices.iter();
        voices
            .filter(|it| it.cast_by.is_some() && of.contains(&it.voice))
            .count()
    };
    let counts = result.tally.counts;
    let said = match by_proxy(&[Voice::For, Voice::Against, Voice::Abstain]) {
        0 => said,
        cast => proxy::counts(language, said, counts.valid(), cast),
    };
    match by_proxy(&[Voice::NotVoting]) {
        0 => said,
        unused => proxy::counts_silent(language, said, counts.not_voting, unused),
    }
}

/// Returns everything a vote had to reach in words, each with its inequality.
#[must_use]
pub fn proof(language: Language, world: &World, result: &VoteResult) -> String {
    proof_of(language, world, &result.tally.proof)
}

/// Returns a proof in words, each demand with its inequality.
#[must_use]
pub fn proof_of(language: Language, world: &World, proof: &Proof) -> String {
    let join = |of: &[Proof], more: fn(Language, String, String) -> String| {
        // That somebody is for it goes without saying, unless nobody is.
        let said = of.iter().filter(|part| !part.goes_without_saying());
        let mut parts = said.map(|part| proof_of(language, world, part));
        let first = parts.next().unwrap_or_default();
        parts.fold(first, |said, part| more(language, said, part))
    };
    match proof {
        Proof::One(criterion) => criterion_clause(language, world, criterion),
        Proof::All(of) => join(of, |language, said, part| {
            step::proof_more(language, said, part)
        }),
        Proof::Any(of) => {
            let parts = join(of, |language, said, part| {
                step::proof_or(language, said, part)
            });
            if proof.holds() {
                step::one_of(language, parts)
            } else {
                step::none_of(language, parts)
            }
        }
    }
}

fn criterion_clause(language: Language, world: &World, criterion: &Criterion) -> String {
    let Inequality {
        num,
        den,
        comparator,
        base,
        ..
    } = criterion.inequality;
    let holds = criterion.inequality.holds();
    let proof = criterion.inequality.to_string();
    let more_for =
        criterion.over == Over::Persons && num == den && comparator == Comparator::MoreThan;
    let clause = match criterion.demand {
        Demand::OneFor => {
            let over = terms::over_key(criterion.over);
            match holds {
                true => step::some_for(language, over, proof),
                false => step::none_for(language, over, proof),
            }
        }
        Demand::FewBlockers => {
            let over = terms::over_key(criterion.over);
            if holds {
                step::few_blockers(language, over, base, proof)
            } else {
                step::enough_blockers(language, over, base, proof)
            }
        }
        Demand::Reaches(Base::Against) | Demand::Consent(Base::Against) if more_for => {
            if holds {
                step::more_for_than_against(language, proof)
            } else {
                step::not_more_for_than_against(language, proof)
            }
        }
        Demand::Reaches(base) | Demand::Consent(base) if criterion.over != Over::Persons => {
            let proof = slates::proof(language, &criterion.inequality);
            rule_sentences::held(
                language,
                (criterion.over, base),
                &criterion.inequality,
                proof,
            )
        }
        Demand::Reaches(base) | Demand::Consent(base) => {
            let share = share(language, (base, false), num, den);
            match (comparator, holds) {
                (Comparator::MoreThan, true) => step::more_than_share(language, share, proof),
                (Comparator::MoreThan, false) => step::not_more_than_share(language, share, proof),
                (Comparator::AtLeast, true) => step::at_least_share(language, share, proof),
                (Comparator::AtLeast, false) => step::not_at_least_share(language, share, proof),
            }
        }
    };
    of_group(language, world, criterion, clause)
}

/// Says a clause of the group it judged, where it is not of all.
pub(super) fn of_group(
    language: Language,
    world: &World,
    criterion: &Criterion,
    clause: String,
) -> String {
    let Some(group) = &criterion.group else {
        return clause;
    };
    let group = group_name(language, world, group);
    match criterion.demand {
        Demand::Consent(_) => step::of_concerned(language, group, clause),
        _ => step::of_group(language, group, clause),
    }
}

/// Names a group of voters: the village it is.
#[must_use]
pub fn group_name(language: Language, world: &World, group: &GroupId) -> String {
    let village = VillageId::from(group.as_str());
    terms::village(language, world, Some(&village)).to_owned()
}

/// Says a share of a base of persons: more than half of 应到会. Where one of several is chosen nobody is for or against.
pub(in crate::i18n) fn share(
    language: Language,
    (base, chooses): (Base, bool),
    num: u32,
    den: u32,
) -> String {
    let part = match (num, den) {
        (1, 1) => "all".to_owned(),
        (1, 2) => "half".to_owned(),
        (2, 3) => "two-thirds".to_owned(),
        (num, den) => format!("{num}/{den}"),
    };
    let base = match base {
        Base::Cast if chooses => "chosen",
        base => terms::base_key(base),
    };
    step::share(language, part, base)
}

/// Says what a vote came to; a tie by what the rule counts: villages level are no votes level.
pub(super) fn outcome_counted(
    language: Language,
    world: &World,
    motion: &Motion,
    result: &VoteResult,
) -> String {
    if result.outcome != Outcome::Tied {
        return outcome(language, world, motion, result.outcome);
    }
    let over = result.tally.levelled();
    let over: Vec<String> = over
        .map(|over| sequel::levelled(language, terms::over_key(over)))
        .collect();
    let over = terms::list(language, over.iter().map(String::as_str));
    let tied = sequel::tied(language, over);
    let said = match vote::effect(world, motion) {
        _ if motion.path().next().is_some() || vote::due::tie_may_be_put_off(motion) => tied,
        Effect::Decides => step::tied(language, tied),
        Effect::Proposes => {
            let asked = terms::villages_asked(language, world, &motion.villages);
            step::tied_proposal(language, tied, asked)
        }
    };
    sequels::left_out(language, motion, said)
}

fn outcome(language: Language, world: &World, motion: &Motion, outcome: Outcome) -> String {
    let asked = || terms::villages_asked(language, world, &motion.villages);
    let effect = vote::effect(world, motion);
    match (outcome, effect) {
        (Outcome::Adopted, Effect::Proposes) if let Some(partial) = motion.fixed_consent() => {
            match partial {
                Partial::AllMust => step::subject_to(language, asked()),
                Partial::AgreeingGoOn => step::each_by_itself(language, asked()),
            }
        }
        (Outcome::Adopted, Effect::Decides) => step::adopted(language).to_owned(),
        (Outcome::Adopted, Effect::Proposes) => step::proposed(language, asked()),
        (Outcome::Rejected, Effect::Decides) => step::rejected(language).to_owned(),
        (Outcome::Rejected, Effect::Proposes) => step::not_proposed(language, asked()),
        (Outcome::Tied | Outcome::Inquorate | Outcome::Void | Outcome::VoteAgain, effect) => {
            terms::outcome(language, outcome, effect).to_owned()
        }
    }
}
