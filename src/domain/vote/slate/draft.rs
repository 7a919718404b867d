//! What stands on a ballot before its vote: contenders, who watches and counts, and what the rule demands.

use super::{Contender, Next, Refused, Slate, Tellers};
use crate::domain::ids::{PersonId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::roster::Person;
use crate::domain::rule::{Question, Rule};
use crate::domain::session::{Attendee, Session};
use crate::domain::text::Line;
use crate::domain::vote::under::under;
use crate::domain::vote::{Event, Motion, MotionState, Outcome};
use crate::domain::world::World;
use std::collections::BTreeSet;

/// How many contenders a rule demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demanded {
    /// The fewest.
    pub least: u32,
    /// The most; `None` where there is no end.
    pub most: Option<u32>,
}

/// Returns how many contenders a rule demands for so many seats.
///
/// 差额 counts its share of the seats in whole people, so that a part of one is one more.
#[must_use]
pub fn demanded(question: Question, seats: u32) -> Demanded {
    let seats = seats.max(1);
    match question {
        // 等额: as many as there are seats, and no more.
        Question::Seats {
            spare_percent: 0, ..
        } => Demanded {
            least: seats,
            most: Some(seats),
        },
        Question::Seats { spare_percent, .. } => {
            let spare = u64::from(seats) * u64::from(spare_percent);
            let spare = u32::try_from(spare.div_ceil(100)).unwrap_or(u32::MAX);
            Demanded {
                least: seats.saturating_add(spare),
                most: None,
            }
        }
        Question::OneOf { .. } | Question::YesNo => Demanded {
            least: 2,
            most: None,
        },
    }
}

/// Says whether people are chosen under a rule.
#[must_use]
pub fn chooses_people(rule: &Rule) -> bool {
    matches!(rule.question, Question::Seats { .. })
}

/// Puts contenders on a slate: people in the order of strokes, options as they were typed.
///
/// # Errors
/// [`Refused::ContenderTwice`] where two of them cannot be told apart.
pub(in crate::domain::vote) fn checked(
    world: &World,
    rule: &Rule,
    slate: &Slate,
) -> Result<Slate, Refusal> {
    let people = chooses_people(rule);
    let (mut names, mut known) = (BTreeSet::new(), BTreeSet::new());
    for contender in &slate.contenders {
        let again = contender.person.as_ref();
        let again = again.is_some_and(|person| !known.insert(person));
        // Full width, upper case and look-alike letters make no other name of it.
        if !names.insert(contender.name.key()) || again {
            return Err(Refused::ContenderTwice {
                name: contender.name.clone(),
                people,
            }
            .into());
        }
        if let Some(person) = &contender.person {
            world.person(person)?;
        }
    }
    let mut slate = Slate {
        seats: if people { slate.seats.max(1) } else { 1 },
        write_in: false,
        ..slate.clone()
    };
    if people {
        slate.in_stroke_order();
    } else {
        slate.contenders.iter_mut().for_each(|it| it.person = None);
    }
    Ok(slate)
}

/// Judges putting contenders on the ballot of a motion that is not voted yet.
pub(in crate::domain::vote) fn set(
    world: &World,
    motion: &Motion,
    seats: u32,
    contenders: &[Contender],
) -> Result<Vec<Event>, Refusal> {
    let rule = under(world, motion)?;
    if rule.question == Question::YesNo {
        return Err(Refused::NoContendersAsked { rule: rule.id }.into());
    }
    let known = motion.slate.clone().unwrap_or_default();
    let slate = Slate {
        seats,
        contenders: contenders.to_vec(),
        ..known
    };
    let slate = checked(world, &rule, &slate)?;
    if motion.slate.as_ref() == Some(&slate) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::SlateSet {
        session: motion.session.clone(),
        motion: motion.id.clone(),
        seats: slate.seats,
        contenders: slate.contenders,
    }])
}

/// Judges naming who watches and who counts.
pub(in crate::domain::vote) fn name_tellers(
    world: &World,
    motion: &Motion,
    tellers: &Tellers,
) -> Result<Vec<Event>, Refusal> {
    let slate = on_ballot(motion).ok_or(Refused::NoContenders)?;
    let session = world.session(&motion.session)?;
    fit(world, session, motion, &slate, tellers)?;
    if slate.tellers == *tellers {
        return Ok(Vec::new());
    }
    Ok(vec![Event::TellersNamed {
        session: motion.session.clone(),
        motion: motion.id.clone(),
        tellers: tellers.clone(),
    }])
}

/// Refuses tellers who are not there, stand on the ballot or withdrew, and whoever would watch themselves.
fn fit(
    world: &World,
    session: &Session,
    motion: &Motion,
    slate: &Slate,
    tellers: &Tellers,
) -> Result<(), Refusal> {
    for person in tellers.all() {
        let name = &world.person(person)?.name;
        let there = session.attendee(person).is_some_and(Attendee::in_room);
        let stands = slate.people().any(|it| it == person)
            // A name typed freely is that of whoever of the room has it.
            || slate.contenders.iter().any(|it| it.person.is_none() && it.name == *name);
        let name = name.clone();
        if stands {
            return Err(Refused::TellerStands { name }.into());
        }
        if session.recusal_from(motion, person).is_some() {
            return Err(Refused::TellerWithdrew { name }.into());
        }
        if !there {
            return Err(Refused::TellerAway { name }.into());
        }
    }
    let mut both = tellers.watching.iter();
    if let Some(person) = both.find(|it| tellers.counting.contains(it)) {
        let name = world.person(person)?.name.clone();
        return Err(Refused::TellerTwice { name }.into());
    }
    Ok(())
}

/// Returns those of the room who may watch the count and count.
#[must_use]
pub fn may_tell(world: &World, session: &Session, motion: &Motion) -> Vec<PersonId> {
    let Some(slate) = on_ballot(motion) else {
        return Vec::new();
    };
    let there = session.roll.iter().map(|attendee| &attendee.place.person);
    let fits = |person: &&PersonId| {
        let alone = Tellers {
            watching: vec![PersonId::clone(person)],
            counting: Vec::new(),
        };
        fit(world, session, motion, &slate, &alone).is_ok()
    };
    there.filter(fits).cloned().collect()
}

/// Returns what stands on the ballot of the next vote on a motion, in its order: all contenders at
/// first, those who are voted on again after that.
pub fn on_ballot(motion: &Motion) -> Option<Slate> {
    let drafted = motion.slate.clone()?;
    let MotionState::Announced { ballot, result, .. } = &motion.state else {
        return Some(drafted);
    };
    let last = ballot.slate.clone().unwrap_or_else(|| drafted.clone());
    let next = result.slate.as_ref().map(|count| &count.judged.next);
    let mut slate = match next {
        Some(Next::VoteAgain {
            among,
            seats,
            through,
        }) if result.outcome == Outcome::VoteAgain => {
            let known = |name: &Line| {
                let mut all = last.contenders.iter().chain(&last.through);
                let known = all.find(|it| it.name == *name);
                known.cloned().unwrap_or_else(|| Contender {
                    name: name.clone(),
                    person: None,
                })
            };
            let mut contenders: Vec<Contender> = among.iter().map(known).collect();
            // Who comes back from a vote between the tied stands where they stood before; who was written in
            // was named after them.
            contenders.sort_by_key(|it| {
                let mut first = drafted.contenders.iter();
                let stood = first.position(|of| of.name == it.name);
                stood.unwrap_or(usize::MAX)
            });
            Slate {
                seats: *seats,
                contenders,
                through: through.iter().map(known).collect(),
                write_in: false,
                tellers: drafted.tellers,
            }
        }
        _ => Slate {
            tellers: drafted.tellers,
            ..last
        },
    };
    if chooses_people(&ballot.rule) {
        // Those who are voted on again were named in the order of their votes.
        slate.in_stroke_order();
    }
    Some(slate)
}

/// Returns what stands on the ballot that is opened under a rule; `None` where it only asks yes or no.
///
/// # Errors
/// What is missing: contenders as many as the rule demands, somebody who watches and who counts.
pub fn ready(
    world: &World,
    session: &Session,
    motion: &Motion,
    rule: &Rule,
) -> Result<Option<Slate>, Refusal> {
    let write_in = match rule.question {
        Question::YesNo => return Ok(None),
        Question::OneOf { .. } => false,
        Question::Seats { write_in, .. } => write_in,
    };
    let mut slate = on_ballot(motion).ok_or(Refused::NoContenders)?;
    let again = matches!(&motion.state, MotionState::Announced { result, .. }
        if result.outcome == Outcome::VoteAgain);
    let among_tied = again || motion.earlier.iter().any(|it| it.votes_again());
    if !among_tied {
        slate = checked(world, rule, &slate)?;
        enough(rule, &slate)?;
        slate.write_in = write_in;
    }
    let missing = slate.tellers.watching.is_empty() || slate.tellers.counting.is_empty();
    if chooses_people(rule) && missing {
        return Err(Refused::NoTellers.into());
    }
    fit(world, session, motion, &slate, &slate.tellers)?;
    Ok(Some(slate))
}

fn enough(rule: &Rule, slate: &Slate) -> Result<(), Refusal> {
    let have = u32::try_from(slate.contenders.len()).unwrap_or(u32::MAX);
    let Demanded { least, most } = demanded(rule.question, slate.seats);
    if have == 0 {
        return Err(Refused::NoContenders.into());
    }
    if have < least {
        let (need, people) = (least, chooses_people(rule));
        return Err(Refused::ContendersShort { have, need, people }.into());
    }
    match most.filter(|most| have > *most) {
        Some(most) => Err(Refused::ContendersBeyond { have, most }.into()),
        None => Ok(()),
    }
}

/// Returns a candidate by the name typed, linked with whoever of the roster has it.
///
/// Of several people of one name the one meant is told apart by the village behind it: 王伟（东集村）.
///
/// # Errors
/// [`Refused::NameOfSeveral`] where it does not say which of them.
pub fn contender(world: &World, typed: &Line) -> Result<Contender, Refusal> {
    let named = |name: &str| -> Vec<&Person> {
        let people = world.people.values().map(AsRef::as_ref);
        people.filter(|it| it.name.as_str() == name).collect()
    };
    let link = |person: Option<PersonId>| Contender {
        name: typed.clone(),
        person,
    };
    let whole = named(typed.as_str());
    match whole.as_slice() {
        [] => {}
        [one] => return Ok(link(Some(one.id.clone()))),
        several => {
            let of = |person: &&Person| village_of(world, &person.id);
            return Err(Refused::NameOfSeveral {
                name: typed.clone(),
                villages: several.iter().filter_map(of).collect(),
            }
            .into());
        }
    }
    let Some((name, behind)) = told_apart(typed.as_str()) else {
        return Ok(link(None));
    };
    let mut meant = named(name).into_iter().filter(|person| {
        let village = village_of(world, &person.id);
        let village = village.and_then(|id| world.village(&id).ok());
        village.is_some_and(|village| village.name.as_str() == behind)
    });
    let first = meant.next().map(|person| person.id.clone());
    let alone = meant.next().is_none();
    Ok(link(first.filter(|_| alone)))
}

fn village_of(world: &World, person: &PersonId) -> Option<VillageId> {
    let mut seats = world.seats.values().filter(|seat| seat.person == *person);
    seats.find_map(|seat| seat.village.clone())
}

/// Splits a name from what stands in brackets behind it.
fn told_apart(typed: &str) -> Option<(&str, &str)> {
    let inner = typed
        .strip_suffix('）')
        .or_else(|| typed.strip_suffix(')'))?;
    let (name, behind) = inner.split_once('（').or_else(|| inner.split_once('('))?;
    Some((name.trim(), behind.trim()))
}
