//! Sentences for somebody who comes, leaves or withdraws while a vote is open: what was cast counts no more.

use super::names::Names;
use crate::domain::vote::{Dropped, Gone};
use crate::domain::{Event, session, vote};
use crate::i18n::{proxy as proxies, terms};

/// Says that what was cast counts no more, where that came with who came, left or withdrew.
pub(super) fn with_presence(names: Names<'_>, events: &[Event]) -> Option<String> {
    let (first, rest) = events.split_first()?;
    let began = matches!(
        first,
        Event::Session(session::Event::Marked { .. } | session::Event::Recused { .. })
            | Event::Vote(vote::Event::Taken { .. })
    );
    let came_with = |event: &Event| {
        super::together::withdraws(event)
            || matches!(
                event,
                Event::Vote(vote::Event::ProxyDropped { .. } | vote::Event::Cleared { .. })
            )
    };
    if !began || !rest.iter().all(came_with) {
        return None;
    }
    let dropped = rest.iter().filter_map(|event| match event {
        Event::Vote(vote::Event::ProxyDropped { dropped, .. }) => Some(dropped),
        _ => None,
    });
    let dropped: Vec<&Dropped> = dropped.collect();
    let own = match (first, rest) {
        (Event::Session(session::Event::Marked { person, at, .. }), rest) => {
            let own = |event: &Event| matches!(event, Event::Vote(vote::Event::Cleared { person: who, .. }) if who == person);
            rest.iter().any(own).then_some((person, *at))
        }
        _ => None,
    };
    match (dropped.as_slice(), own) {
        ([], Some((person, at))) => Some(proxies::act_own_left(
            names.language,
            names.name(person),
            at.clock(),
        )),
        ([], None) => None,
        (dropped, own) => Some(said(names, dropped, own.is_some())),
    }
}

/// Says what was cast by one holder, or for one giver, and counts no more.
pub(super) fn said(names: Names<'_>, dropped: &[&Dropped], own: bool) -> String {
    let language = names.language;
    let Some(first) = dropped.first() else {
        return String::new();
    };
    let givers = dropped.iter().map(|it| names.name(&it.giver));
    let givers: Vec<String> = givers.collect();
    let givers = terms::list(language, givers.iter().map(String::as_str));
    let holder = names.name(&first.holder);
    let at = first.at.map(|at| at.clock()).unwrap_or_default();
    let pencilled = dropped.iter().all(|it| it.pencilled);
    match (first.why, pencilled) {
        (Gone::GiverCame, false) => proxies::act_dropped_came(language, givers, at, holder),
        (Gone::GiverCame, true) => proxies::act_pencilled_came(language, givers, at, holder),
        (Gone::HolderLeft, false) if own => {
            proxies::act_dropped_left_both(language, holder, at, givers)
        }
        (Gone::HolderLeft, false) => proxies::act_dropped_left(language, holder, at, givers),
        (Gone::HolderLeft, true) if own => {
            proxies::act_pencilled_left_both(language, holder, at, givers)
        }
        (Gone::HolderLeft, true) => proxies::act_pencilled_left(language, holder, at, givers),
        (Gone::HolderWithdrew, false) => proxies::act_dropped_withdrew(language, holder, givers),
        (Gone::HolderWithdrew, true) => proxies::act_pencilled_withdrew(language, holder, givers),
    }
}
