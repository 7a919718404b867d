//! What is said of recusals: from what, why one is proposed, what it does to quorum and base.

use super::{Language, recusal as words, recusal_mend as mend, terms};
use crate::domain::ids::{ItemId, PersonId};
use crate::domain::roster::Person;
use crate::domain::rule::RecusalEffect;
use crate::domain::session::correction::Recount;
use crate::domain::session::recusal::{Ground, Matter, Proposal};
use crate::domain::vote::{Effect, VoteResult};
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
        Matter::Part { item, part } => words::of_part(language, number(item), part.as_str()),
        Matter::Motion { motion } => {
            let motion = world.motions.get(motion);
            let (at, item) = motion.map_or((0, String::new()), |motion| {
                (motion.number, number(&motion.item))
            });
            words::of_motion(language, at, item)
        }
    }
}

/// Says why a recusal is proposed, as it is taken down.
#[must_use]
pub fn reason(language: Language, world: &World, ground: &Ground) -> String {
    match ground {
        Ground::Concerned => words::reason_concerned(language).to_owned(),
        Ground::Kin { of, relation } => {
            let of = terms::person(language, world, of);
            words::reason_kin(language, of, relation.as_str())
        }
    }
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
pub fn effect(language: Language, effect: RecusalEffect, result: &VoteResult) -> Option<String> {
    let counts = result.tally.counts;
    let (recused, present, absent) = (counts.recused, counts.present(), counts.absent);
    let entitled = counts.entitled(effect);
    if recused == 0 {
        return None;
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
        RecusalEffect::Waive if result.quorum.iter().any(|proof| proof.waived) => {
            words::waived(language, recused, entitled, present, absent)
        }
        RecusalEffect::Waive => words::waives(language, recused, entitled, present, absent),
    })
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
    let effect = motion.map_or(Effect::Decides, |motion| motion.effect);
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
