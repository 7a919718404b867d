//! A naive recount: from the list of events alone, without any state the rules keep.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use crate::domain::Event;
use crate::domain::ids::{MotionId, PersonId};
use crate::domain::roster::Capacity;
use crate::domain::roster::roll::Place;
use crate::domain::rule::Base;
use crate::domain::session::{self, RollMark};
use crate::domain::vote;
use crate::domain::vote::tally::{Counts, Voice};
use std::collections::BTreeMap;

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
            spoiled,
        } = self.counts;
        match base {
            Base::Against => no,
            Base::Cast => yes + no,
            Base::Valid => yes + no + abstain,
            Base::Present => yes + no + abstain + not_voting + spoiled,
            Base::Entitled => yes + no + abstain + not_voting + spoiled + absent + recused,
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
    let Event::Vote(vote::Event::Opened { rule, .. }) = &log[opened] else {
        unreachable!()
    };
    let by_hand = log[opened..ended]
        .iter()
        .rev()
        .find_map(|event| match event {
            Event::Vote(vote::Event::HandsCounted { hands, .. }) => Some(hands),
            _ => None,
        });
    let mut found = Recount {
        counts: Counts::default(),
        room: 0,
        recused_here: 0,
    };
    for person in entitled(&log[..opened]) {
        let (mut here, mut voice) = (false, None);
        for (at, event) in log[..ended].iter().enumerate() {
            match event {
                Event::Session(session::Event::Marked {
                    person: who, mark, ..
                }) if *who == person => {
                    here = match mark {
                        RollMark::Present => true,
                        RollMark::Video => rule.online,
                        _ => false,
                    };
                    voice = voice.filter(|said| here || *said == Voice::Recused);
                }
                // Whoever was there has gone, until marked again.
                Event::Session(
                    session::Event::Adjourned { .. } | session::Event::RollCalled { .. },
                ) => here = false,
                Event::Vote(vote::Event::Taken {
                    person: who,
                    choice,
                    ..
                }) if *who == person && at > opened => voice = Some(choice.voice()),
                Event::Vote(vote::Event::Cleared { person: who, .. }) if *who == person => {
                    voice = None;
                }
                _ => {}
            }
        }
        let silent = if here {
            Voice::NotVoting
        } else {
            Voice::Absent
        };
        let voice = voice.unwrap_or(silent);
        found.counts.add(voice);
        found.room += u32::from(here);
        found.recused_here += u32::from(here && voice == Voice::Recused);
    }
    if let Some(hands) = by_hand {
        // Nobody voted by name, so all who are there and did not withdraw stand as silent so far.
        let raised = hands.counts();
        assert_eq!(raised.present(), found.counts.not_voting);
        found.counts = Counts {
            absent: found.counts.absent,
            recused: found.counts.recused,
            ..raised
        };
    }
    found
}

/// Who is one of 应到会, by what was said of each since the roll was called.
fn entitled(log: &[Event]) -> Vec<PersonId> {
    let mut seated: BTreeMap<PersonId, bool> = BTreeMap::new();
    for event in log {
        let Event::Session(event) = event else {
            continue;
        };
        match event {
            session::Event::RollCalled { places, .. } => {
                seated = places
                    .iter()
                    .map(|place| (place.person.clone(), counts(place)))
                    .collect();
            }
            session::Event::Excluded { person, reason, .. } => {
                seated.insert(person.clone(), reason.is_none());
            }
            session::Event::Admitted { place, .. } => {
                if let Some(member) = place.stands_for.clone().filter(|_| counts(place)) {
                    seated.insert(member, false);
                }
                seated.insert(place.person.clone(), counts(place));
            }
            session::Event::SeatMended { place, .. } => {
                seated.insert(place.person.clone(), counts(place));
            }
            _ => {}
        }
    }
    let counted = seated.into_iter().filter(|(_, counted)| *counted);
    counted.map(|(person, _)| person).collect()
}

fn counts(place: &Place) -> bool {
    place.capacity == Capacity::Voting && place.excluded.is_none()
}
