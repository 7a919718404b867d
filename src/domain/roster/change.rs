//! How the roster changes.

use super::{Capacity, Committee, OwnRules, Person, Seat, Standing, Village};
use crate::domain::board::BoardRules;
use crate::domain::ids::{PersonId, SeatId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What may be asked of the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Founds the committee: once a file.
    Found(Committee),
    /// Changes the committee's name.
    Rename(Line),
    /// Enters the committee's own 议事规则, or goes back to the default.
    AdoptRules(Option<OwnRules>),
    /// Says how long things hang on the boards, and where objections go.
    SetBoards(BoardRules),
    /// Adds a village, or changes the one of that id.
    PutVillage(Village),
    /// Adds a person, or changes the one of that id.
    PutPerson(Person),
    /// Says that two people are close kin (近亲属), or no longer says so.
    Relate {
        /// One of them.
        person: PersonId,
        /// The other.
        other: PersonId,
        /// What they are to each other; `None` takes it back.
        relation: Option<Line>,
    },
    /// Adds a seat, or changes the one of that id.
    PutSeat(Seat),
    /// Ends a seat on its last day.
    EndSeat {
        /// The seat.
        seat: SeatId,
        /// The last day it is held.
        on: NaiveDate,
    },
    /// Takes away a seat entered by mistake.
    RemoveSeat(SeatId),
    /// Takes away a village entered by mistake; refused while anything names it.
    RemoveVillage(VillageId),
    /// Takes away a person entered by mistake; refused while anything names them.
    RemovePerson(PersonId),
}

/// What happened to the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// The committee was founded, renamed or given its rules.
    #[serde(rename = "roster.committee")]
    CommitteePut {
        /// The committee as it is now.
        committee: Committee,
    },
    /// It was said how long things hang on the boards, and where objections go.
    #[serde(rename = "roster.boards")]
    BoardsSet {
        /// What holds now.
        boards: BoardRules,
    },
    /// A village was added or changed.
    #[serde(rename = "roster.village")]
    VillagePut {
        /// The village as it is now.
        village: Village,
    },
    /// A person was added or changed.
    #[serde(rename = "roster.person")]
    PersonPut {
        /// The person as it is now.
        person: Person,
    },
    /// A seat was added or changed.
    #[serde(rename = "roster.seat")]
    SeatPut {
        /// The seat as it is now.
        seat: Seat,
    },
    /// A seat was taken away.
    #[serde(rename = "roster.seat_removed")]
    SeatRemoved {
        /// Which.
        seat: SeatId,
    },
    /// A village was taken away.
    #[serde(rename = "roster.village_removed")]
    VillageRemoved {
        /// Which.
        village: VillageId,
    },
    /// A person was taken away.
    #[serde(rename = "roster.person_removed")]
    PersonRemoved {
        /// Which.
        person: PersonId,
    },
}

/// Judges a command about the roster.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Found(committee) => match &world.committee {
            Some(_) => Err(Refusal::CommitteeFounded),
            None => Ok(vec![Event::CommitteePut {
                committee: committee.clone(),
            }]),
        },
        Command::Rename(name) => with_committee(world, |committee| Committee {
            name: name.clone(),
            ..committee
        }),
        Command::AdoptRules(own_rules) => {
            if let Some(own) = own_rules {
                let rule = world.rule(&own.rule)?;
                if !rule.may_be_sat_by() {
                    return Err(Refusal::NotToSitBy { rule: rule.id });
                }
            }
            with_committee(world, |committee| with_rules(committee, own_rules.clone()))
        }
        Command::SetBoards(boards) => match &world.committee {
            None => Err(Refusal::NoCommittee),
            Some(committee) if committee.boards == *boards => Ok(Vec::new()),
            Some(_) => Ok(vec![Event::BoardsSet {
                boards: boards.clone(),
            }]),
        },
        Command::PutVillage(village) => put_village(world, village),
        Command::PutPerson(person) => {
            // Kin is said of two people at once; whoever only changes a name says nothing of it.
            let known = world.people.get(&person.id);
            let kin = known.map(|known| known.kin.clone());
            Ok(vec![Event::PersonPut {
                person: Person {
                    kin: kin.unwrap_or_default(),
                    ..person.clone()
                },
            }])
        }
        Command::Relate {
            person,
            other,
            relation,
        } => relate(world, person, other, relation.as_ref()),
        Command::PutSeat(seat) => put_seat(world, seat),
        Command::EndSeat { seat, on } => {
            let seat = world.seat(seat)?;
            if *on < seat.from {
                return Err(Refusal::EndsBeforeItBegins {
                    from: seat.from,
                    to: *on,
                });
            }
            Ok(vec![Event::SeatPut {
                seat: Seat {
                    to: Some(*on),
                    ..seat.clone()
                },
            }])
        }
        Command::RemoveSeat(seat) => {
            world.seat(seat)?;
            Ok(vec![Event::SeatRemoved { seat: seat.clone() }])
        }
        Command::RemoveVillage(village) => {
            let name = world.village(village)?.name.clone();
            if world.concerns(village) {
                return Err(Refusal::StillUsed { name });
            }
            Ok(vec![Event::VillageRemoved {
                village: village.clone(),
            }])
        }
        Command::RemovePerson(person) => {
            let name = world.person(person)?.name.clone();
            if world.mentions(person) {
                return Err(Refusal::StillUsed { name });
            }
            let kin = world.person(person)?.kin.iter();
            let kin = kin.filter_map(|kin| world.people.get(&kin.person));
            let without = kin.map(|other| Event::PersonPut {
                person: other.related(person, None),
            });
            let removed = Event::PersonRemoved {
                person: person.clone(),
            };
            Ok(without.chain([removed]).collect())
        }
    }
}

fn with_committee(
    world: &World,
    change: impl FnOnce(Committee) -> Committee,
) -> Result<Vec<Event>, Refusal> {
    let committee = world.committee.as_deref().ok_or(Refusal::NoCommittee)?;
    Ok(vec![Event::CommitteePut {
        committee: change(committee.clone()),
    }])
}

/// Puts own rules on top of those before. What was entered for the same day or a later one goes; so does
/// what only had another day.
fn with_rules(committee: Committee, own: Option<OwnRules>) -> Committee {
    let mut rules_before = committee.rules_before;
    rules_before.extend(committee.own_rules);
    rules_before.retain(|before| {
        own.as_ref().is_some_and(|own| {
            let redated = OwnRules {
                adopted: own.adopted,
                ..before.clone()
            };
            before.adopted < own.adopted && redated != *own
        })
    });
    Committee {
        own_rules: own,
        rules_before,
        ..committee
    }
}

fn relate(
    world: &World,
    person: &PersonId,
    other: &PersonId,
    relation: Option<&Line>,
) -> Result<Vec<Event>, Refusal> {
    let (one, two) = (world.person(person)?, world.person(other)?);
    if person == other {
        return Err(Refusal::OwnKin {
            name: one.name.clone(),
        });
    }
    let (first, second) = (one.related(other, relation), two.related(person, relation));
    if first == *one && second == *two {
        return Ok(Vec::new());
    }
    let put = [first, second].into_iter();
    Ok(put.map(|person| Event::PersonPut { person }).collect())
}

fn put_village(world: &World, village: &Village) -> Result<Vec<Event>, Refusal> {
    let key = village.name.key();
    if let Some(other) = world
        .villages
        .values()
        .find(|other| other.id != village.id && other.name.key() == key)
    {
        return Err(Refusal::NameTaken {
            name: other.name.clone(),
        });
    }
    if let (Some(from), Some(to)) = (village.joined, village.left)
        && to < from
    {
        return Err(Refusal::EndsBeforeItBegins { from, to });
    }
    let mut events = Vec::new();
    if village.standing == Standing::Lead {
        // One lead village: naming another makes the old one a joined village.
        for other in world.villages.values() {
            if other.id != village.id && other.standing == Standing::Lead {
                let village = Village {
                    standing: Standing::Joined,
                    ..Village::clone(other)
                };
                events.push(Event::VillagePut { village });
            }
        }
    }
    events.push(Event::VillagePut {
        village: village.clone(),
    });
    Ok(events)
}

fn put_seat(world: &World, seat: &Seat) -> Result<Vec<Event>, Refusal> {
    world.person(&seat.person)?;
    if let Some(village) = &seat.village {
        world.village(village)?;
    }
    if let Some(to) = seat.to
        && to < seat.from
    {
        return Err(Refusal::EndsBeforeItBegins {
            from: seat.from,
            to,
        });
    }
    let mut events = Vec::new();
    if seat.counts && seat.capacity == Capacity::Voting {
        for other in world.seats.values() {
            if other.id != seat.id && other.person == seat.person && other.counts {
                events.push(Event::SeatPut {
                    seat: Seat {
                        counts: false,
                        ..Seat::clone(other)
                    },
                });
            }
        }
    }
    events.push(Event::SeatPut { seat: seat.clone() });
    Ok(events)
}

/// Carries out what happened to the roster.
pub fn apply(world: &mut World, event: &Event) {
    match event {
        Event::CommitteePut { committee } => world.committee = Some(Arc::new(committee.clone())),
        Event::BoardsSet { boards } => {
            if let Some(committee) = &mut world.committee {
                Arc::make_mut(committee).boards = boards.clone();
            }
        }
        Event::VillagePut { village } => {
            world
                .villages
                .insert(village.id.clone(), Arc::new(village.clone()));
        }
        Event::PersonPut { person } => {
            world
                .people
                .insert(person.id.clone(), Arc::new(person.clone()));
        }
        Event::SeatPut { seat } => {
            world.seats.insert(seat.id.clone(), Arc::new(seat.clone()));
        }
        Event::SeatRemoved { seat } => {
            world.seats.remove(seat);
        }
        Event::VillageRemoved { village } => {
            world.villages.remove(village);
        }
        Event::PersonRemoved { person } => {
            world.people.remove(person);
        }
    }
}
