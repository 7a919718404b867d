//! Sentences for who comes to the room and who leads it.

use super::names::{Names, short};
use crate::domain::roster::roll::Place;
use crate::domain::session::handover::{Handover, Office};
use crate::i18n::{act, terms};

/// Says that a guest or deputy was added.
pub(super) fn admitted(names: Names<'_>, place: &Place) -> String {
    let language = names.language;
    let (who, unit) = (names.name(&place.person), short(place.role.as_str()));
    match &place.stands_for {
        None => act::guest(language, who, unit),
        Some(member) if place.entitled() => act::deputy_seated(language, who, names.name(member)),
        Some(member) => act::deputy(language, who, names.name(member)),
    }
}

/// Says that a seat was put right from the roll.
pub(super) fn seat_mended(names: Names<'_>, place: &Place) -> String {
    let language = names.language;
    let village = terms::village(language, names.world, place.village.as_ref()).to_owned();
    let capacity = terms::capacity(language, place.capacity);
    let (who, role) = (names.name(&place.person), place.role.as_str());
    act::seat_mended(language, who, village, role, capacity)
}

/// Says who took over.
pub(super) fn handed_over(names: Names<'_>, handover: &Handover) -> String {
    let language = names.language;
    let (who, at) = (names.name(&handover.to), handover.at.clock());
    match (handover.office, &handover.item) {
        (Office::Chair, None) => act::chair_handed_over(language, who, at),
        (Office::Chair, Some(item)) => act::chair_of_item(language, who, names.item(item), at),
        (Office::Recorder, None) => act::minutes_handed_over(language, who, at),
        (Office::Recorder, Some(item)) => act::minutes_of_item(language, who, names.item(item), at),
    }
}
