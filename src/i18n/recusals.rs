//! What is said of recusals: from what, why one is proposed, what it does to quorum and base.

use super::{Language, recusal as words, recusal_mend as mend, terms};
use crate::domain::ids::{ItemId, MotionId, PersonId};
use crate::domain::roster::Person;
use crate::domain::rule::{RecusalEffect, Rule};
use crate::domain::session::Session;
use crate::domain::session::correction::{Corrected, Recount};
use crate::domain::session::recusal::{Ground, Matter, Proposal, Reason, Recusal};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Effect, Motion, VoteResult};
use crate::domain::world::World;

/// Names what somebody withdraws from.
#[must_use]
pub fn matter(language: Language, world: &World, of: &Matter) -> String {
    let number = |item: &ItemId| {
        let item = world.items.get(item);
        item.map_or_else(String::new, |item| terms::item_number(language, item))
    };
    match of {
        Matter::Item { item } => words::of_item(language, number(item)),
        Matter::Part {
            item,
            part,
            motions,
        } => match numbers(language, world, motions) {
            Some(motions) => words::of_part_motions(language, number(item), part.as_str(), motions),
            None => words::of_part(language, number(item), part.as_str()),
        },
        Matter::Motion { motion } => {
            let motion = world.motions.get(motion);
            let (at, item) = motion.map_or((0, String::new()), |motion| {
                (motion.number, number(&motion.item))
            });
            words::of_motion(language, at, item)
        }
    }
}

/// Lists the numbers of motions, where there are any.
#[must_use]
pub fn numbers(language: Language, world: &World, motions: &[MotionId]) -> Option<String> {
    let numbers = motions.iter().filter_map(|id| world.motions.get(id));
    let numbers: Vec<String> = numbers.map(|motion| motion.number.to_string()).collect();
    (!numbers.is_empty()).then(|| terms::list(language, numbers.iter().map(String::as_str)))
}

/// Says why somebody withdraws: in the words that were written, else in those of the language.
#[must_use]
pub fn reason(language: Language, world: &World, reason: &Reason) -> String {
    match reason {
        Reason::Interest => words::reason_interest(language).to_owned(),
        Reason::Kin { of, relation } => {
            let of = terms::person(language, world, of);
            words::reason_kin(language, of, relation.as_str())
        }
        Reason::Unstated => words::reason_unstated(language).to_owned(),
        Reason::Stated { words } => words.to_string(),
    }
}

/// Says of somebody that they have withdrawn, from what where it is not the whole item, and why.
#[must_use]
pub fn now(language: Language, world: &World, recusal: &Recusal) -> String {
    let why = reason(language, world, &recusal.reason);
    match &recusal.of {
        Matter::Item { .. } => words::now(language, why),
        Matter::Part { part, .. } => words::now_of_part(language, part.as_str(), why),
        Matter::Motion { motion } => {
            let number = world.motions.get(motion).map_or(0, |motion| motion.number);
            words::now_of_motion(language, number, why)
        }
    }
}

/// Says of somebody marked as recused in a vote why, and from which part where it is of one.
#[must_use]
pub fn in_vote(
    language: Language,
    world: &World,
    motion: &Motion,
    person: &PersonId,
    why: &Reason,
) -> String {
    let session = world.session(&motion.session).ok();
    let known = session.and_then(|session| {
        let mut all = session.recusals.iter();
        all.rfind(|it| it.person == *person && it.of.covers(motion))
    });
    let why = reason(language, world, why);
    match known.map(|it| &it.of) {
        Some(Matter::Part { part, .. }) => words::now_of_part(language, part.as_str(), why),
        _ => words::now(language, why),
    }
}

/// Says what a recusal from an item is of, beside that item: the whole of it, a part, or a motion of it.
/// `None` for one that is of another item.
#[must_use]
pub fn of_item(
    language: Language,
    world: &World,
    item: &ItemId,
    recusal: &Recusal,
    span: &str,
) -> Option<String> {
    let name = terms::person(language, world, &recusal.person);
    let reason = reason(language, world, &recusal.reason);
    let said = match &recusal.of {
        Matter::Item { item: of } if of == item => {
            Some(words::said_of_item(language, name, span, reason))
        }
        Matter::Part {
            item: of,
            part,
            motions,
        } if of == item => {
            let part = part.as_str();
            Some(match numbers(language, world, motions) {
                Some(motions) => {
                    words::said_of_part_motions(language, name, part, motions, span, reason)
                }
                None => words::said_of_part(language, name, part, span, reason),
            })
        }
        Matter::Motion { motion } => {
            let motion = world.motions.get(motion)?;
            (motion.item == *item)
                .then(|| words::said_of_motion(language, name, motion.number, span, reason))
        }
        Matter::Item { .. } | Matter::Part { .. } => None,
    };
    said.map(|said| found_later(language, world, recusal, said))
}

/// Says who has withdrawn from an item and its motions, as its minutes have it; nothing where nobody has.
#[must_use]
pub fn minuted(
    language: Language,
    world: &World,
    session: &Session,
    item: &ItemId,
) -> Option<String> {
    let all = session.recusals.iter().filter_map(|recusal| {
        let from = recusal.from.clock();
        let span = match recusal.ended(world) {
            Some(to) => words::from_to(language, from, to.at.clock()),
            None => words::since(language, from),
        };
        of_item(language, world, item, recusal, &span)
    });
    let all: Vec<String> = all.collect();
    (!all.is_empty()).then(|| words::minuted(language, all.join(words::between(language))))
}

/// Says before the vote on a motion who does not take part in it, and who does though recused from another
/// part of the item.
#[must_use]
pub fn before_vote(
    language: Language,
    world: &World,
    session: &Session,
    motion: &Motion,
) -> Vec<String> {
    let named = |recusal: &Recusal| {
        let name = terms::person(language, world, &recusal.person);
        match &recusal.of {
            Matter::Part { part, .. } => words::who_and_matter(language, name, part.as_str()),
            _ => name.to_owned(),
        }
    };
    let last = session.recusals.iter().filter(|it| it.to.is_none());
    let bars = last.filter(|it| it.of.covers(motion)).map(named);
    let bars: Vec<String> = bars.collect();
    let votes = session.recused_from(&motion.item);
    let votes = votes.filter(|it| session.recusal_from(motion, &it.person).is_none());
    let votes: Vec<String> = votes.map(named).collect();
    let list = |people: &[String]| terms::list(language, people.iter().map(String::as_str));
    let mut said = Vec::new();
    if !bars.is_empty() {
        said.push(words::bars(language, list(&bars)));
    }
    if !votes.is_empty() {
        said.push(words::votes_still(language, list(&votes)));
    }
    said
}

/// Says who should withdraw from the item that runs, and why.
#[must_use]
pub fn proposed(language: Language, world: &World, people: &[Proposal]) -> String {
    let name = |person: &PersonId| terms::person(language, world, person);
    let people: Vec<String> = people
        .iter()
        .map(|it| match &it.ground {
            Ground::Concerned => words::proposed_concerned(language, name(&it.person)),
            Ground::Kin { of, relation } => {
                words::proposed_kin(language, name(&it.person), name(of), relation.as_str())
            }
        })
        .collect();
    words::propose(
        language,
        terms::list(language, people.iter().map(String::as_str)),
    )
}

/// Says what recusals did to quorum and base in a vote, with the numbers; nothing where nobody withdrew.
#[must_use]
pub fn effect(language: Language, rule: &Rule, result: &VoteResult) -> Option<String> {
    let effect = rule.recusal;
    let counts = result.tally.counts;
    let (recused, present, absent) = (counts.recused, counts.present(), counts.absent);
    let entitled = counts.entitled(effect);
    if recused == 0 {
        return None;
    }
    if result.by_proxy() > 0 {
        return Some(beside_proxies(language, rule, result));
    }
    Some(match effect {
        RecusalEffect::KeepBase => {
            let attending = counts.attending(effect);
            words::keeps(language, recused, entitled, present, absent, attending)
        }
        RecusalEffect::ReduceBase => {
            let whole = entitled.saturating_add(recused);
            words::reduces(language, recused, whole, entitled, present)
        }
        RecusalEffect::Waive if let Some(short) = result.quorum.iter().find(|it| it.waived) => {
            let proof = short.inequality.to_string();
            words::waived(language, recused, entitled, present, absent, proof)
        }
        RecusalEffect::Waive => words::waives(language, recused, entitled, present, absent),
    })
}

/// Says the same of a vote in which some were spoken for: they are not among those who came.
fn beside_proxies(language: Language, rule: &Rule, result: &VoteResult) -> String {
    let counts = result.tally.counts;
    let (recused, absent) = (counts.recused, counts.absent);
    let entitled = counts.entitled(rule.recusal);
    let (came, proxied) = (result.came(), result.by_proxy());
    let attending = result.attending(rule);
    let counted = match rule.proxies.is_some_and(|it| it.in_quorum) {
        true => "yes",
        false => "no",
    };
    match rule.recusal {
        RecusalEffect::KeepBase => words::keeps_proxies(
            language, recused, entitled, came, proxied, absent, attending, counted,
        ),
        RecusalEffect::ReduceBase => {
            let whole = entitled.saturating_add(recused);
            words::reduces_proxies(
                language, recused, whole, entitled, came, proxied, absent, attending, counted,
            )
        }
        RecusalEffect::Waive if let Some(short) = result.quorum.iter().find(|it| it.waived) => {
            let proof = short.inequality.to_string();
            words::waived_proxies(language, recused, entitled, came, proxied, absent, proof)
        }
        RecusalEffect::Waive => words::waives_proxies(
            language, recused, entitled, came, proxied, absent, attending, counted,
        ),
    }
}

/// Says what a recusal put right after the close would have changed in a vote: its base, its quorum, and
/// whether its result.
#[must_use]
pub fn recount(language: Language, world: &World, recount: &Recount) -> String {
    let motion = world.motions.get(&recount.motion);
    let number = motion.map_or(0, |motion| motion.number);
    let item = motion.and_then(|motion| world.items.get(&motion.item));
    let item = item.map_or_else(String::new, |item| terms::item_number(language, item));
    let of = words::of_motion(language, number, item);
    let (was, Some(now)) = (recount.was, recount.now) else {
        return mend::blind(language, of);
    };
    let effect = motion.map_or(Effect::Decides, |motion| motion.effect_of_vote());
    let outcome = |outcome| terms::outcome(language, outcome, effect);
    let outcome = if recount.turns() {
        mend::other(language, outcome(was.outcome), outcome(now.outcome))
    } else {
        mend::same(language, outcome(now.outcome))
    };
    mend::recount(
        language,
        of,
        was.entitled,
        now.entitled,
        was.present,
        now.present,
        was.attending,
        now.attending,
        outcome,
    )
}

/// Says of an announced vote which recusals put right after the close it was counted without or with, so
/// that its result would be another: until the vote is put right as well, or taken up once more.
#[must_use]
pub fn unsettled(language: Language, world: &World, motion: &Motion) -> Vec<String> {
    let made = world.corrections_of(&motion.session);
    let said = made.filter_map(|made| {
        let Corrected::Recusal { from, to, votes } = &made.change else {
            return None;
        };
        let vote = votes.iter().find(|vote| vote.motion == motion.id)?;
        let person = &to.as_ref().or(from.as_ref())?.person;
        let withdrew = to.as_ref().is_some_and(|it| it.of.covers(motion));
        // Put right by name since, the vote counts the person as the recusal has it.
        let voice = motion.result()?.voice_of(person);
        let settled = voice.is_some_and(|it| (it == Voice::Recused) == withdrew);
        if settled || !vote.turns() {
            return None;
        }
        let name = terms::person(language, world, person);
        let of = matter(
            language,
            world,
            &Matter::Motion {
                motion: motion.id.clone(),
            },
        );
        let outcome = |it| terms::outcome(language, it, motion.effect_of_vote());
        let said = match vote.now {
            Some(now) => mend::other(language, outcome(vote.was.outcome), outcome(now.outcome)),
            None => mend::unsettled_blind(language).to_owned(),
        };
        Some(mend::unsettled(language, name, of, said))
    });
    said.collect()
}

/// Says of a recusal that was missed and put right after the close so, and how the vote still counts whoever
/// should have withdrawn.
fn found_later(language: Language, world: &World, recusal: &Recusal, said: String) -> String {
    let of = match &recusal.of {
        Matter::Item { item } | Matter::Part { item, .. } => Some(item),
        Matter::Motion { motion } => world.motions.get(motion).map(|motion| &motion.item),
    };
    let session = of
        .and_then(|item| world.items.get(item))
        .map(|it| &it.session);
    let mut made = session.into_iter().flat_map(|it| world.corrections_of(it));
    let missed = made.any(|made| match &made.change {
        Corrected::Recusal { from: None, to, .. } => to.as_ref() == Some(recusal),
        _ => false,
    });
    if !missed {
        return said;
    }
    let motions = of.into_iter().flat_map(|item| world.motions_of(item));
    let covered = motions.filter(|motion| recusal.of.covers(motion));
    let voices = covered.filter_map(|motion| motion.result()?.voice_of(&recusal.person));
    let mut voted = voices.filter(|it| !matches!(it, Voice::Recused | Voice::Absent));
    match voted.next() {
        Some(voice) => mend::found_later_voted(language, said, terms::voice(language, voice)),
        None => mend::found_later(language, said),
    }
}

/// Names the close kin of a person, where there are any.
#[must_use]
pub fn kin(language: Language, world: &World, person: &Person) -> Option<String> {
    let kin = person.kin.iter().map(|kin| {
        let name = terms::person(language, world, &kin.person);
        words::kin_of(language, name, kin.relation.as_str())
    });
    let kin: Vec<String> = kin.collect();
    let list = terms::list(language, kin.iter().map(String::as_str));
    (!kin.is_empty()).then(|| words::kin_list(language, list))
}
