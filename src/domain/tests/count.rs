//! A naive recount: from the list of events alone, without any state the rules keep.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use crate::domain::Event;
use crate::domain::ids::{MotionId, PersonId};
use crate::domain::roster::Capacity;
use crate::domain::rule::Base;
use crate::domain::session::{self, RollMark};
use crate::domain::vote::tally::{Counts, Voice};
use crate::domain::vote::{self, Choice};

/// What a recount finds.
pub(super) struct Recount {
    /// Of each voice how many.
    pub(super) counts: Counts,
    /// Those of 应到会 in the room when the vote ended.
    pub(super) room: u32,
    /// Those of them who withdrew.
    pub(super) recused_here: u32,
}

impl Recount {
    /// Returns the number a criterion stands on, the recused kept in 应到会.
    pub(super) fn base(&self, base: Base) -> u32 {
        let Counts {
            yes,
            no,
            abstain,
            not_voting,
            absent,
            recused,
        } = self.counts;
        match base {
            Base::Against => no,
            Base::Cast => yes + no,
            Base::Present => yes + no + abstain + not_voting,
            Base::Entitled => yes + no + abstain + not_voting + absent + recused,
        }
    }
}

/// Counts a vote anew from what happened up to its end.
pub(super) fn recount(log: &[Event], motion: &MotionId) -> Recount {
    let index = |wanted: &dyn Fn(&Event) -> bool| log.iter().position(wanted).unwrap();
    let opened = index(
        &|event| matches!(event, Event::Vote(vote::Event::Opened { motion: of, .. }) if of == motion),
    );
    let ended = index(
        &|event| matches!(event, Event::Vote(vote::Event::Counted { motion: of, .. }) if of == motion),
    );
    let log = &log[..ended];
    let mut found = Recount {
        counts: Counts::default(),
        room: 0,
        recused_here: 0,
    };
    for person in entitled(&log[..opened]) {
        let marked = last(log, 0, |event| match event {
            Event::Session(session::Event::Marked {
                person: who, mark, ..
            }) if *who == person => Some(mark),
            _ => None,
        });
        let here = matches!(marked, Some((_, RollMark::Present)));
        let voice = last(log, opened, |event| match event {
            Event::Vote(vote::Event::Taken {
                person: who,
                choice,
                ..
            }) if *who == person => Some(Some(choice)),
            Event::Vote(vote::Event::Cleared { person: who, .. }) if *who == person => Some(None),
            _ => None,
        });
        let arrived = marked.map_or(0, |(at, _)| at);
        let voice = match voice {
            Some((_, Some(Choice::Recused { .. }))) => Voice::Recused,
            _ if !here => Voice::Absent,
            Some((at, Some(choice))) if at > arrived => choice.voice(),
            _ => Voice::NotVoting,
        };
        found.counts.add(voice);
        found.room += u32::from(here);
        found.recused_here += u32::from(here && voice == Voice::Recused);
    }
    found
}

fn entitled(log: &[Event]) -> Vec<PersonId> {
    let places = log.iter().rev().find_map(|event| match event {
        Event::Session(session::Event::RollCalled { places, .. }) => Some(places),
        _ => None,
    });
    let counted = |person: &PersonId| {
        let set = last(log, 0, |event| match event {
            Event::Session(session::Event::Excluded {
                person: who,
                reason,
                ..
            }) if who == person => Some(reason),
            _ => None,
        });
        set.is_none_or(|(_, reason)| reason.is_none())
    };
    places
        .unwrap()
        .iter()
        .filter(|place| place.capacity == Capacity::Voting && counted(&place.person))
        .map(|place| place.person.clone())
        .collect()
}

fn last<'a, T>(
    log: &'a [Event],
    from: usize,
    read: impl Fn(&'a Event) -> Option<T>,
) -> Option<(usize, T)> {
    log.iter()
        .enumerate()
        .skip(from)
        .filter_map(|(at, event)| read(event).map(|found| (at, found)))
        .last()
}
