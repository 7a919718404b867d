//! Sentences for who comes to the room and who leads it.

use super::names::Names;
use crate::domain::Event;
use crate::domain::ids::{ItemId, SessionId};
use crate::domain::roster::roll::Place;
use crate::domain::session;
use crate::domain::session::handover::{Handover, Office};
use crate::domain::session::recusal::{Matter, Recusal};
use crate::domain::vote;
use crate::i18n::{act, recusal as words, recusals, terms};

/// Says that a guest or deputy was added.
pub(super) fn admitted(names: Names<'_>, place: &Place) -> String {
    let language = names.language;
    let (who, unit) = (names.name(&place.person), names.short(place.role.as_str()));
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

/// Says that somebody withdrew.
pub(super) fn recused(names: Names<'_>, session: &SessionId, recusal: &Recusal) -> String {
    let language = names.language;
    let what = recusals::matter(language, names.world, &recusal.of);
    let (who, at) = (
        names.who(Some(session), &recusal.person),
        recusal.from.clock(),
    );
    let reason = recusals::reason(language, names.world, &recusal.reason);
    words::act_recused(language, who, what, at, names.short(&reason))
}

/// Names an item as a recusal from it has it.
pub(super) fn item(names: Names<'_>, item: &ItemId) -> String {
    let item = item.clone();
    recusals::matter(names.language, names.world, &Matter::Item { item })
}

/// Says recusals that were taken down or declined at once; the marks in an open vote go without saying.
pub(super) fn withdrew(names: Names<'_>, events: &[Event]) -> Option<String> {
    let language = names.language;
    let (mut taken, mut declined) = (Vec::new(), Vec::new());
    for event in events {
        match event {
            Event::Session(session::Event::Recused { session, recusal }) => {
                taken.push((session, recusal));
            }
            Event::Session(session::Event::RecusalDeclined { declined: it, .. }) => {
                declined.push(it);
            }
            Event::Vote(vote::Event::Taken { choice, .. })
                if choice.voice() == vote::tally::Voice::Recused => {}
            _ => return None,
        }
    }
    match (taken.as_slice(), declined.as_slice()) {
        ([(session, recusal)], []) => Some(recused(names, session, recusal)),
        ([(_, first), ..], []) => {
            let what = recusals::matter(language, names.world, &first.of);
            Some(words::act_recused_several(language, taken.len(), what))
        }
        ([], [first, ..]) => {
            let what = item(names, &first.item);
            Some(words::act_declined_several(language, declined.len(), what))
        }
        _ => None,
    }
}
