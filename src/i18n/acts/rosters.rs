//! Sentences for changes of the roster.

use super::names::Names;
use crate::domain::roster::{self, Standing, Village};
use crate::i18n::{Language, act, board};

pub(super) fn of_roster(names: Names<'_>, event: &roster::Event) -> String {
    let language = names.language;
    match event {
        roster::Event::CommitteePut { committee } => match &committee.own_rules {
            Some(own) => {
                let from = own.adopted.to_string();
                act::committee_rules(language, from, names.short(own.title.as_str()))
            }
            None => act::committee_named(language, names.short(committee.name.as_str())),
        },
        roster::Event::BoardsSet { .. } => board::act_rules(language).to_owned(),
        roster::Event::VillagePut { village } => of_village(language, village),
        roster::Event::PersonPut { person } => act::person_put(language, person.name.as_str()),
        roster::Event::SeatPut { seat } => {
            let name = names.name(&seat.person);
            let role = seat.role.as_str();
            match (
                seat.to,
                seat.village.as_ref().and_then(|id| names.village(id)),
            ) {
                (Some(to), _) => act::seat_ended(language, name, role, to.to_string()),
                (None, Some(village)) => act::seat_of_village(language, name, role, village),
                (None, None) => act::seat_of_area(language, name, role),
            }
        }
        roster::Event::SeatRemoved { .. } => act::seat_removed(language).to_owned(),
        roster::Event::VillageRemoved { .. } => act::village_removed(language).to_owned(),
        roster::Event::PersonRemoved { .. } => act::person_removed(language).to_owned(),
    }
}

fn of_village(language: Language, village: &Village) -> String {
    let name = village.name.as_str();
    match (village.left, village.joined, village.standing) {
        (Some(left), ..) => act::village_left(language, name, left.to_string()),
        (None, Some(since), _) => act::village_since(language, name, since.to_string()),
        (None, None, Standing::Lead) => act::village_lead(language, name),
        (None, None, Standing::Joined) => act::village_joined(language, name),
    }
}
