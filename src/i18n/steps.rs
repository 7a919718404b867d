//! What the chair speaks: the sentence of each step, and a vote's result in one sentence.

use super::{
    Language, ballots, measured, options, quorums, recusal, recusals, room, rule_sentences, sequel,
    sequels, slate, slates, step, terms, weights,
};
use crate::domain::ids::{GroupId, ItemId, MotionId, VillageId};
use crate::domain::rule::{Base, Comparator, Inequality, Method, Over, RecusalEffect};
use crate::domain::session::agenda::{Item, ItemState, settles_as};
use crate::domain::session::next::Step;
use crate::domain::session::quorum::{self, Quorum};
use crate::domain::session::{Session, SessionState};
use crate::domain::vote::agreement::Agreement;
use crate::domain::vote::by_village::Says;
use crate::domain::vote::secret::SecretCount;
use crate::domain::vote::slate::SlateCount;
use crate::domain::vote::tally::{Criterion, Demand, Proof, Voice};
use crate::domain::vote::{
    self, Attending, Ballot, Effect, Motion, MotionState, Outcome, VoteResult,
};
use crate::domain::world::World;

/// Returns the sentence the chair speaks now. A motion stands in its full wording.
#[must_use]
pub fn spoken(language: Language, world: &World, session: &Session, next: &Step) -> String {
    let plain = match next {
        Step::CallRoll => step::call_roll(language),
        Step::NameChair => step::name_chair(language),
        Step::Resume if session.state == SessionState::Adjourned => {
            let again = session.adjournments.last().map(|it| it.again);
            let again = again.unwrap_or_else(|| session.planned_for());
            return step::sit_again(language, terms::sitting(language, &again));
        }
        Step::Resume => step::resume(language),
        Step::AskRollAgain { .. } => step::ask_roll_again(language),
        Step::Reconvene => {
            let second = session.lapses.last().map(|lapse| lapse.second);
            let second = second.unwrap_or_else(|| session.planned_for());
            return step::reconvene(language, terms::sitting(language, &second));
        }
        Step::ProposeRecusals { people, .. } => {
            return recusals::proposed(language, world, people);
        }
        Step::DraftMotion(_) => step::draft_motion(language),
        Step::CountHands { motion, .. }
            if let Some(said) = slates::hands(language, world, motion) =>
        {
            return said;
        }
        Step::AskWhich { motion, .. } => return slates::ask(language, world, motion),
        Step::Ask { .. } | Step::CountHands { .. } => step::ask(language),
        Step::EnterContenders(_) => slate::step_contenders(language),
        Step::NameTellers(_) => slate::step_tellers(language),
        Step::IssuePapers { .. } => ballots::step_issue(language),
        Step::CountPapers { again: false, .. } => ballots::step_first(language),
        Step::CountPapers { again: true, .. } => ballots::step_second(language),
        Step::HearVillages { .. } => ballots::step_hear(language),
        Step::TakeBack(_) => ballots::step_take_back(language),
        Step::HandOver(_) => room::step_hand_over(language),
        Step::EndVote(motion) => {
            let ballot = world.motions.get(motion).and_then(|motion| motion.ballot());
            match ballot.map(|ballot| ballot.method) {
                Some(Method::Secret) => ballots::step_end(language),
                _ => step::end_vote(language),
            }
        }
        Step::FinishItem(item) if settles_as(world, item) == ItemState::Deferred => {
            sequel::finish_put_off(language)
        }
        Step::FinishItem(item) => return finish_item(language, world, item),
        Step::Close => step::close(language),
        Step::Seal => step::seal(language),
        Step::Done => step::done(language),
        Step::MarkRoll { unmarked } => return step::mark_roll(language, *unmarked),
        Step::MarkMember(person) => {
            return step::mark_member(language, terms::person(language, world, person));
        }
        Step::AwaitQuorum { missing } => {
            let meter = quorum::meter(world, session);
            return quorums::awaited(language, &meter, *missing);
        }
        Step::Open => {
            return quorums::reached(language, &quorum::meter(world, session));
        }
        Step::StartItem(item) => return start_item(language, world, session, item),
        Step::TakeUpAgain(item) => {
            return with_item(world, item, |item| {
                let number = terms::item_number(language, item);
                step::take_up_again(language, number, item.title.as_str())
            });
        }
        Step::OpenVote(motion) => return open_vote(language, world, motion),
        Step::VoteAwaitsQuorum { motion, missing } => {
            let quorum = quorum_of(world, session, motion);
            return quorum
                .map(|quorum| quorums::awaited_by_vote(language, &quorum, *missing))
                .unwrap_or_default();
        }
        Step::Announce(motion) => {
            let motion = world.motions.get(motion);
            return motion
                .and_then(|motion| Some(result_sentence(language, world, motion, motion.result()?)))
                .unwrap_or_default();
        }
        Step::Follow { motion, due } => {
            let motion = world.motions.get(motion);
            return motion
                .map(|motion| sequels::due_sentence(language, world, motion, *due))
                .unwrap_or_default();
        }
    };
    plain.to_owned()
}

/// Returns the label of the key that takes the step.
#[must_use]
pub const fn key_label(language: Language, state: SessionState, next: &Step) -> &'static str {
    match next {
        Step::CallRoll => step::key_call_roll(language),
        Step::MarkRoll { .. } => step::key_mark_roll(language),
        Step::MarkMember(_) => step::key_mark_member(language),
        Step::AwaitQuorum { .. } => step::key_await_quorum(language),
        Step::NameChair => step::key_name_chair(language),
        Step::Open => step::key_open(language),
        Step::Resume => match state {
            SessionState::Adjourned => step::key_sit_again(language),
            _ => step::key_resume(language),
        },
        Step::AskRollAgain { back: 0 } => step::key_confirm_roll(language),
        Step::AskRollAgain { .. } => step::key_ask_roll_again(language),
        Step::Reconvene => step::key_reconvene(language),
        Step::StartItem(_) => step::key_start_item(language),
        Step::TakeUpAgain(_) => step::key_take_up_again(language),
        Step::ProposeRecusals { .. } => recusal::key_take(language),
        Step::DraftMotion(_) => step::key_draft_motion(language),
        Step::EnterContenders(_) => slate::key_contenders(language),
        Step::NameTellers(_) => slate::key_tellers(language),
        Step::OpenVote(_) => step::key_open_vote(language),
        Step::VoteAwaitsQuorum { .. } => step::key_vote_awaits_quorum(language),
        Step::Ask { .. } => step::key_ask(language),
        Step::AskWhich { .. } => options::key_ask(language),
        Step::CountHands { .. } => step::key_count_hands(language),
        Step::IssuePapers { .. } => ballots::key_issue(language),
        Step::CountPapers { again: false, .. } => ballots::key_first(language),
        Step::CountPapers { again: true, .. } => ballots::key_second(language),
        Step::HearVillages { .. } => ballots::key_hear(language),
        Step::TakeBack(_) => ballots::key_take_back(language),
        Step::HandOver(_) => room::key_hand_over(language),
        Step::EndVote(_) => step::key_end_vote(language),
        Step::Announce(_) => step::key_announce(language),
        Step::Follow { due, .. } => sequels::due_key(language, *due),
        Step::FinishItem(_) => step::key_finish_item(language),
        Step::Close => step::key_close(language),
        Step::Seal => step::key_seal(language),
        Step::Done => step::key_done(language),
    }
}

/// Returns the result of a vote in one sentence to read out: counts, proof, outcome, and the villages
/// concerned that did not agree.
#[must_use]
pub fn result_sentence(
    language: Language,
    world: &World,
    motion: &Motion,
    result: &VoteResult,
) -> String {
    if let (Some(ballot), Some(count)) = (motion.ballot(), &result.slate) {
        return of_slate(language, ballot, result, count);
    }
    let mut counts = counts(language, motion, result);
    if let Some(secret) = &result.secret {
        let papers = papers(language, secret);
        if result.outcome == Outcome::Void {
            return ballots::void(language, papers);
        }
        counts = ballots::counts_secret(language, papers, counts);
    }
    let against: Vec<VillageId> = result.not_agreed().cloned().collect();
    let villages = terms::villages(language, world, &against);
    let short = result.quorum.iter().find(|quorum| !quorum.holds());
    if let (Outcome::Inquorate, Some(quorum)) = (result.outcome, short) {
        let present = match &quorum.of {
            // Whoever is spoken for has a voice and did not come.
            Attending::Of(Over::Persons) => quorum.inequality.count,
            _ => result.tally.counts.attending(recusal_of(motion)),
        };
        let proof = terms::quorum_proof(language, quorum);
        return if against.is_empty() {
            step::result_inquorate(language, counts, present, proof)
        } else {
            step::result_inquorate_dissent(language, counts, present, proof, villages)
        };
    }
    if let Some(said) = measured::villages_for(language, world, recusal_of(motion), result) {
        counts = weights::more(language, counts, said);
    }
    let proof = proof(language, world, result);
    let outcome = outcome(language, world, motion, result.outcome);
    let outcome = sequels::instead(language, motion, outcome);
    if against.is_empty() {
        step::result(language, counts, proof, outcome)
    } else {
        step::result_dissent(language, counts, proof, outcome, villages)
    }
}

/// Returns the sentence of a result that is to be announced with its outcome before the count, for where
/// the whole has no room; `None` for any other step.
#[must_use]
pub fn outcome_first(language: Language, world: &World, next: &Step) -> Option<String> {
    let Step::Announce(motion) = next else {
        return None;
    };
    let motion = world.motions.get(motion)?;
    let result = motion.result()?;
    let outcome = match result.outcome {
        Outcome::Void | Outcome::Inquorate => None,
        _ => slates::ended(language, Some(motion), result),
    }
    .unwrap_or_else(|| outcome(language, world, motion, result.outcome));
    let said = result_sentence(language, world, motion, result);
    let outcome = outcome.trim_end_matches(['.', '。']);
    Some(step::outcome_first(language, outcome, said))
}

/// Returns the result of a count of contenders in one sentence to read out.
fn of_slate(
    language: Language,
    ballot: &Ballot,
    result: &VoteResult,
    count: &SlateCount,
) -> String {
    let sheet = &count.sheet;
    let short = result.quorum.iter().find(|quorum| !quorum.holds());
    match (result.outcome, short) {
        (Outcome::Void, _) => {
            let papers = ballots::papers_void(language, sheet.issued, sheet.returned);
            ballots::void(language, papers)
        }
        (Outcome::Inquorate, Some(quorum)) => step::result_inquorate(
            language,
            slates::counts(language, ballot, result, count),
            result.tally.counts.attending(ballot.rule.recusal),
            terms::quorum_proof(language, quorum),
        ),
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
    // It is said as it was announced: the vote it was, with nothing after it but what was chosen before.
    let last = motion.ballot() == Some(ballot);
    let chosen = vote::due::chosen(motion).filter(|_| last).cloned();
    let then = Motion {
        earlier: Vec::new(),
        sequels: chosen.into_iter().collect(),
        state: MotionState::Announced {
            ballot: ballot.clone(),
            result: Box::new(result.clone()),
            at: result.ended,
        },
        ..motion.clone()
    };
    result_sentence(language, world, &then, result)
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
    let proxied = result.voices.iter().filter(|it| {
        let cast = matches!(it.voice, Voice::For | Voice::Against | Voice::Abstain);
        cast && it.cast_by.is_some()
    });
    step::counts(
        language,
        counts.entitled(recusal),
        counts.yes,
        counts.no,
        counts.abstain,
        proxied.count(),
        counts.not_voting,
        counts.recused,
        counts.absent,
    )
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
        let mut parts = of.iter().map(|part| proof_of(language, world, part));
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
                step::few_blockers(language, base, over, proof)
            } else {
                step::enough_blockers(language, base, over, proof)
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
            let share = share(language, base, num, den);
            match (comparator, holds) {
                (Comparator::MoreThan, true) => step::more_than_share(language, share, proof),
                (Comparator::MoreThan, false) => step::not_more_than_share(language, share, proof),
                (Comparator::AtLeast, true) => step::at_least_share(language, share, proof),
                (Comparator::AtLeast, false) => step::not_at_least_share(language, share, proof),
            }
        }
    };
    match (&criterion.group, criterion.demand) {
        (None, _) => clause,
        (Some(group), Demand::Consent(_)) => {
            step::of_concerned(language, group_name(language, world, group), clause)
        }
        (Some(group), _) => step::of_group(language, group_name(language, world, group), clause),
    }
}

/// Names a group of voters: the village it is.
#[must_use]
pub fn group_name(language: Language, world: &World, group: &GroupId) -> String {
    let village = VillageId::from(group.as_str());
    terms::village(language, world, Some(&village)).to_owned()
}

/// Says a share of a base of persons: more than half of 应到会.
pub(super) fn share(language: Language, base: Base, num: u32, den: u32) -> String {
    let part = match (num, den) {
        (1, 1) => "all".to_owned(),
        (1, 2) => "half".to_owned(),
        (2, 3) => "two-thirds".to_owned(),
        (num, den) => format!("{num}/{den}"),
    };
    step::share(language, part, terms::base_key(base))
}

fn outcome(language: Language, world: &World, motion: &Motion, outcome: Outcome) -> String {
    let asked = || terms::villages_asked(language, world, &motion.villages);
    let effect = vote::effect(world, motion);
    match (outcome, effect) {
        (Outcome::Adopted, Effect::Proposes) if motion.fixed_consent().is_some() => {
            step::subject_to(language, asked())
        }
        (Outcome::Adopted, Effect::Decides) => step::adopted(language).to_owned(),
        (Outcome::Adopted, Effect::Proposes) => step::proposed(language, asked()),
        (Outcome::Rejected, Effect::Decides) => step::rejected(language).to_owned(),
        (Outcome::Rejected, Effect::Proposes) => step::not_proposed(language, asked()),
        (Outcome::Tied, _) if motion.path().next().is_some() => sequel::tied(language).to_owned(),
        (Outcome::Tied, Effect::Decides) => step::tied(language).to_owned(),
        (Outcome::Tied, Effect::Proposes) => step::tied_proposal(language, asked()),
        (Outcome::Inquorate | Outcome::Void | Outcome::VoteAgain, effect) => {
            terms::outcome(language, outcome, effect).to_owned()
        }
    }
}

fn with_item(world: &World, item: &ItemId, say: impl FnOnce(&Item) -> String) -> String {
    world
        .items
        .get(item)
        .map_or_else(String::new, |item| say(item))
}

fn start_item(language: Language, world: &World, session: &Session, item: &ItemId) -> String {
    with_item(world, item, |item| {
        let number = terms::item_number(language, item);
        let title = item.title.as_str();
        let name = |person| terms::person(language, world, person).to_owned();
        match (item.presents(), session.presenter_away(item)) {
            (_, Some(person)) => step::start_item_away(language, number, title, name(person)),
            (Some(person), None) => {
                step::start_item_presenter(language, number, title, name(person))
            }
            (None, None) => step::start_item(language, number, title),
        }
    })
}

/// Says how the path of a tie came out, where it is what came last, and asks whether anything is left.
fn finish_item(language: Language, world: &World, item: &ItemId) -> String {
    let finish = step::finish_item(language);
    match sequels::settled(language, world, item) {
        Some(said) => sequel::finish_decided(language, said, finish),
        None => finish.to_owned(),
    }
}

fn open_vote(language: Language, world: &World, motion: &MotionId) -> String {
    let Some(motion) = world.motions.get(motion) else {
        return String::new();
    };
    if let Some(said) = slates::open(language, world, motion) {
        return said;
    }
    let wording = motion.wording();
    match (vote::effect(world, motion), motion.effect) {
        (Effect::Decides, _) => step::open_vote(language, wording),
        (Effect::Proposes, Effect::Decides) => {
            let villages = terms::villages_asked(language, world, &motion.villages);
            step::open_vote_subject_to(language, wording, villages)
        }
        (Effect::Proposes, Effect::Proposes) => {
            let villages = terms::villages_asked(language, world, &motion.villages);
            step::open_vote_proposes(language, wording, villages)
        }
    }
}

fn quorum_of(world: &World, session: &Session, motion: &MotionId) -> Option<Quorum> {
    let motion = world.motion(motion).ok()?;
    let rule = world.item(&motion.item).ok()?.kind.rule()?;
    let rule = session.after_lapses(world, world.rule_on(rule, session.date).ok()?);
    quorum::before(&rule, session, motion)
}

#[cfg(test)]
mod tests;
