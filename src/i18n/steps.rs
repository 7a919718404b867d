//! What the chair speaks: the sentence of each step; a vote's result stands in one sentence of its own.

mod aloud;
mod result;

pub(super) use result::share;
pub use result::{
    agreement_sentence, counts, group_name, papers, proof, proof_of, read_out, read_out_of_round,
    result_of_round, result_sentence, village_says,
};

use super::{
    Language, ballots, barred, corrected, later_vote, options, quorums, recusal, recusal_mend,
    recusals, refusals, room, second_call, sequel, sequels, slate, slates, step, terms, totals,
    version,
};
use crate::domain::ids::{ItemId, MotionId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Method, Partial, Rule};
use crate::domain::session::agenda::{Item, ItemState, owed, settles_as};
use crate::domain::session::next::Step;
use crate::domain::session::quorum::{self, Quorum};
use crate::domain::session::{Session, SessionState};
use crate::domain::vote::by_village;
use crate::domain::vote::under::under;
use crate::domain::vote::{self, Effect, Motion, Outcome, VoteResult};
use crate::domain::world::World;
use result::outcome_counted;

/// Returns the sentence the chair speaks now. A motion stands in its full wording.
#[must_use]
pub fn spoken(language: Language, world: &World, session: &Session, next: &Step) -> String {
    of_step(language, world, session, next)
}

fn of_step(language: Language, world: &World, session: &Session, next: &Step) -> String {
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
            let said = step::reconvene(language, terms::sitting(language, &second));
            let wanted = session.must_carry(world);
            return match wanted.is_empty() {
                true => said,
                false => {
                    let sentences = terms::lines(language, &wanted);
                    second_call::reconvene_must_say(language, said, sentences)
                }
            };
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
        Step::EnterContenders(motion) if slates::is_of_options(world, motion) => {
            slate::step_options(language)
        }
        Step::EnterContenders(_) => slate::step_contenders(language),
        Step::NameTellers(_) => slate::step_tellers(language),
        Step::IssuePapers { .. } => ballots::step_issue(language),
        Step::CountPapers { again: false, .. } => ballots::step_first(language),
        Step::CountPapers { again: true, .. } => ballots::step_second(language),
        Step::HearVillages { .. } => ballots::step_hear(language),
        Step::SpeakAsOne { motion, .. } => return differing(language, world, session, motion),
        Step::TakeBack(_) => ballots::step_take_back(language),
        Step::Barred { why, .. } => return barred(language, world, why),
        Step::Tell(_) => return corrected::to_tell(language, world, session).unwrap_or_default(),
        Step::HandOver(_) => room::step_hand_over(language),
        Step::EndVote(motion) => {
            let ballot = world.motions.get(motion).and_then(|motion| motion.ballot());
            match ballot.map(|ballot| ballot.method) {
                Some(Method::Secret) => ballots::step_end(language),
                _ => step::end_vote(language),
            }
        }
        Step::FinishItem(item) if settles_as(world, item) == ItemState::Deferred => {
            return finish_put_off(language, world, item);
        }
        Step::FinishItem(item) => return finish_item(language, world, item),
        Step::Close => {
            return votes_owed(language, world, &session.id).map_or_else(
                || step::close(language).to_owned(),
                |items| later_vote::close(language, items),
            );
        }
        Step::Seal => return seal(language, world, session),
        Step::SignAgain => version::step(language),
        Step::Done => step::done(language),
        Step::MarkRoll { unmarked } => return step::mark_roll(language, *unmarked),
        Step::MarkMember(person) => {
            return step::mark_member(language, terms::person(language, world, person));
        }
        Step::AwaitQuorum { missing } => {
            let meter = quorum::meter(world, session);
            let awaited = quorums::awaited(language, &meter, *missing);
            let rule = world.default_rule(session.date);
            return not_carried(language, session, &rule, awaited);
        }
        Step::Open => {
            let reached = quorums::reached(language, &quorum::meter(world, session));
            return by_second_call(language, world, session, reached);
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
                .map(|(rule, quorum)| {
                    let awaited = quorums::awaited_by_vote(language, &quorum, *missing);
                    not_carried(language, session, &rule, awaited)
                })
                .unwrap_or_default();
        }
        Step::Announce(motion) => {
            let motion = world.motions.get(motion);
            return motion
                .and_then(|motion| Some(read_out(language, world, motion, motion.result()?)))
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
        Step::SpeakAsOne { .. } => ballots::key_as_one(language),
        Step::TakeBack(_) => ballots::key_take_back(language),
        Step::Barred { .. } => barred::key(language),
        Step::Tell(_) => totals::key_told(language),
        Step::HandOver(_) => room::key_hand_over(language),
        Step::EndVote(_) => step::key_end_vote(language),
        Step::Announce(_) => step::key_announce(language),
        Step::Follow { due, .. } => sequels::due_key(language, *due),
        Step::FinishItem(_) => step::key_finish_item(language),
        Step::Close => step::key_close(language),
        Step::Seal => step::key_seal(language),
        Step::SignAgain => version::key(language),
        Step::Done => step::key_done(language),
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
    let said = read_out(language, world, motion, result);
    Some(step::outcome_first(
        language,
        outcome_of(language, world, motion, result),
        said,
    ))
}

/// Returns the result of a vote in one sentence with its outcome before the count.
#[must_use]
pub fn result_outcome_first(
    language: Language,
    world: &World,
    motion: &Motion,
    result: &VoteResult,
) -> String {
    let said = result_sentence(language, world, motion, result);
    step::outcome_first(language, outcome_of(language, world, motion, result), said)
}

fn outcome_of(language: Language, world: &World, motion: &Motion, result: &VoteResult) -> String {
    let outcome = match result.outcome {
        Outcome::Void | Outcome::Inquorate => None,
        _ => slates::ended(language, Some(motion), result),
    }
    .unwrap_or_else(|| {
        let counted = outcome_counted(language, world, motion, result);
        // Where it is put off nobody is told that it failed as well.
        sequels::instead(language, motion, counted)
    });
    outcome.trim_end_matches(['.', '。']).to_owned()
}

/// Says what bars a vote, and what may be done instead.
fn barred(language: Language, world: &World, why: &Refusal) -> String {
    match why {
        Refusal::RoundsSpent { rounds } => barred::spent(language, *rounds),
        Refusal::TooFewPapers { .. } => {
            barred::papers(language, refusals::refusal(language, world, why))
        }
        Refusal::RuleNotInForce { .. } => {
            barred::idle(language, refusals::refusal(language, world, why))
        }
        why => barred::other(language, refusals::refusal(language, world, why)),
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

/// Names the items of a session that are owed another vote, and which; `None` where none is.
#[must_use]
pub fn votes_owed(language: Language, world: &World, session: &SessionId) -> Option<String> {
    let items = world.agenda(session);
    let owed = items.filter_map(|item| Some((item, owed(world, &item.id)?)));
    let owed: Vec<String> = owed
        .map(|(item, due)| {
            let number = terms::item_number(language, item);
            later_vote::close_item(language, number, sequels::due_name(language, due))
        })
        .collect();
    let all = terms::list(language, owed.iter().map(String::as_str));
    (!owed.is_empty()).then_some(all)
}

/// Says which motions of an item are put off, and until when.
fn finish_put_off(language: Language, world: &World, item: &ItemId) -> String {
    let item = world.items.get(item);
    let left = item.map(|item| sequels::left_as(language, world, item));
    sequel::finish_put_off(language, left.unwrap_or_default())
}

/// Says how the path of a tie came out, where it is what came last, or which seats an election left open,
/// and asks whether anything is left.
fn finish_item(language: Language, world: &World, item: &ItemId) -> String {
    if let Some(motion) = vote::left_open(world, item) {
        let stands = slates::standing_whole(language, motion).unwrap_or_default();
        return slate::finish_open(language, stands);
    }
    let finish = step::finish_item(language);
    match sequels::settled(language, world, item) {
        Some(said) => sequel::finish_decided(language, said, finish),
        None => finish.to_owned(),
    }
}

/// Asks for the signatures, after what a recusal put right since would have changed in a vote.
fn seal(language: Language, world: &World, session: &Session) -> String {
    let items = world.agenda(&session.id);
    let motions = items.flat_map(|item| world.motions_of(&item.id));
    let unsettled = motions.flat_map(|motion| recusals::unsettled(language, world, motion));
    let unsettled = unsettled.reduce(|said, more| totals::tell_first(language, said, more));
    match unsettled {
        Some(unsettled) => recusal_mend::seal(language, unsettled),
        None => step::seal(language).to_owned(),
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
            match vote::consent_to_be_asked(world, motion) {
                Some(Partial::AgreeingGoOn) => {
                    step::open_vote_each_by_itself(language, wording, villages)
                }
                _ => step::open_vote_subject_to(language, wording, villages),
            }
        }
        (Effect::Proposes, Effect::Proposes) => {
            let villages = terms::villages_asked(language, world, &motion.villages);
            step::open_vote_proposes(language, wording, villages)
        }
    }
}

/// Adds to the opening that the session sits by a second call, and by which rule so few are enough.
fn by_second_call(language: Language, world: &World, session: &Session, said: String) -> String {
    let Some(called) = session.sits_by_second_call(world) else {
        return said;
    };
    let sits = session.sits_by(world);
    let clause = terms::clause(language, &called).to_owned();
    match called.id == sits.id {
        true => second_call::opens_with_any(language, said, clause),
        false => {
            let by = terms::rule_name(language, &sits).to_owned();
            second_call::opens_by(language, said, by, clause)
        }
    }
}

/// Adds to a quorum that is awaited what the notice of a second call is not recorded as carrying.
fn not_carried(language: Language, session: &Session, rule: &Rule, awaited: String) -> String {
    match session.not_carried(rule) {
        Some(sentence) => second_call::awaited(language, awaited, sentence.as_str()),
        None => awaited,
    }
}

fn quorum_of(world: &World, session: &Session, motion: &MotionId) -> Option<(Rule, Quorum)> {
    let motion = world.motion(motion).ok()?;
    let called = under(world, motion).ok()?;
    let rule = session.after_lapses(world, called.clone());
    let quorum = quorum::to_vote(world, session, &rule, motion)?;
    Some((called, quorum))
}

/// Says which village has to speak as one and does not, and what each of it said; nothing where all do.
#[must_use]
pub fn differing(
    language: Language,
    world: &World,
    session: &Session,
    motion: &MotionId,
) -> String {
    let ballot = world.motions.get(motion).and_then(|it| it.ballot());
    let differing = ballot.and_then(|ballot| by_village::differing(session, ballot));
    let Some((village, voices)) = differing else {
        return String::new();
    };
    let voices: Vec<String> = voices
        .into_iter()
        .map(|(person, choice)| {
            let name = terms::person(language, world, person);
            totals::voice_of(language, name, terms::choice(language, choice))
        })
        .collect();
    ballots::as_one(
        language,
        terms::village(language, world, Some(village)),
        terms::list(language, voices.iter().map(String::as_str)),
    )
}

#[cfg(test)]
mod tests;
