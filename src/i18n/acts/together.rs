//! Several events that a person asked for as one thing, said as one.

use super::names::Names;
use super::{dropped, follow_ups, one, room, step};
use crate::domain::roster::Person;
use crate::domain::session::RollMark;
use crate::domain::session::agenda::{self, ItemState};
use crate::domain::session::correction::{self, Corrected, Correction};
use crate::domain::vote::{Ballot, Choice};
use crate::domain::{Event, matter, roster, session, task, vote};
use crate::i18n::{Language, act, options, recusal};

/// Says several events that a person asked for as one thing.
pub(super) fn together(names: Names<'_>, events: &[Event]) -> Option<String> {
    if let Some(said) = dropped::with_presence(names, events) {
        return Some(said);
    }
    if let Some(step) = step::alone(events) {
        return Some(one(names, step));
    }
    match events {
        // What touched the times that were mended came along with them.
        [first, others @ ..]
            if std::iter::once(first).chain(others).all(|event| {
                matches!(event, Event::Session(session::Event::TimesMended { .. }))
            }) =>
        {
            return Some(one(names, first));
        }
        [
            Event::Agenda(agenda::Event::StateSet {
                state: ItemState::Paused,
                ..
            }),
            last @ Event::Agenda(agenda::Event::StateSet {
                state: ItemState::Running,
                ..
            }),
        ] => return Some(one(names, last)),
        // The follow-ups go along with the day of the session that entered them.
        [
            first @ (Event::Session(session::Event::DayMended { .. })
            | Event::Correction(correction::Event::Made {
                correction:
                    Correction {
                        change: Corrected::Day { .. },
                        ..
                    },
            })),
            others @ ..,
        ] if others
            .iter()
            .all(|it| matches!(it, Event::Task(task::Event::DayMended { .. }))) =>
        {
            return Some(one(names, first));
        }
        // What is no joint matter goes back to its village; what is merged or split says so on both sides.
        [
            Event::Matter(matter::Event::Screened { .. }),
            last @ Event::Matter(matter::Event::Stepped { .. }),
        ] => return Some(one(names, last)),
        [
            first @ Event::Matter(_),
            Event::Matter(matter::Event::Stepped { .. }),
        ] => return Some(one(names, first)),
        // The numbers close up behind an item that is taken off.
        [
            first @ Event::Agenda(agenda::Event::Removed { .. }),
            Event::Agenda(agenda::Event::Ordered { .. }),
        ] => return Some(one(names, first)),
        // The opening item comes with the session it opens.
        [
            first @ Event::Session(session::Event::Planned { .. }),
            Event::Agenda(_),
        ] => {
            return Some(one(names, first));
        }
        [
            Event::Roster(roster::Event::PersonPut { person }),
            last @ Event::Roster(roster::Event::SeatPut { seat }),
        ] if seat.person == person.id => return Some(one(names, last)),
        // Who is recused from the part a motion is of goes with the motion.
        [first @ Event::Vote(_), others @ ..]
            if !others.is_empty() && others.iter().all(reframes) =>
        {
            return Some(one(names, first));
        }
        [first, others @ ..] if std::iter::once(first).chain(others).all(reframes) => {
            return Some(one(names, first));
        }
        // Whoever is counted again takes the vote back from the deputy.
        [
            first @ Event::Session(session::Event::Excluded { .. }),
            Event::Session(session::Event::Admitted { .. }),
        ] => return Some(one(names, first)),
        // What a step asks of the follow-ups comes with it, and so does the announcement it was taken for.
        [
            step @ Event::Vote(vote::Event::Followed { .. }),
            Event::Task(_),
            ..,
        ]
        | [
            Event::Vote(vote::Event::Announced { .. }),
            step @ Event::Vote(vote::Event::Followed { .. }),
            ..,
        ]
        | [
            step @ Event::Vote(vote::Event::Followed { .. }),
            Event::Vote(vote::Event::Followed { .. } | vote::Event::Drafted { .. }),
            ..,
        ] => return Some(one(names, step)),
        // A guest comes with the person, a mended seat with the roster's.
        [
            Event::Roster(_),
            last @ Event::Session(
                session::Event::Admitted { .. } | session::Event::SeatMended { .. },
            ),
        ]
        | [
            Event::Roster(_),
            Event::Roster(_),
            last @ Event::Session(session::Event::SeatMended { .. }),
        ] => return Some(one(names, last)),
        // A guest who is there is added and marked with one key.
        [
            Event::Roster(_),
            first @ Event::Session(session::Event::Admitted { .. }),
            Event::Session(session::Event::Marked { .. }),
        ]
        | [
            first @ Event::Session(session::Event::Admitted { .. }),
            Event::Session(session::Event::Marked { .. }),
        ] => return Some(one(names, first)),
        // Kin is said of two people at once.
        [
            Event::Roster(roster::Event::PersonPut { person: one }),
            Event::Roster(roster::Event::PersonPut { person: two }),
        ] => return Some(related(names.language, one, two)),
        // Whoever is taken away is kin of nobody any more; whoever withdraws is so in the vote.
        [
            Event::Roster(roster::Event::PersonPut { .. }),
            ..,
            last @ Event::Roster(roster::Event::PersonRemoved { .. }),
        ] => return Some(one(names, last)),
        [first @ Event::Vote(vote::Event::Opened { .. }), rest @ ..]
            if rest.iter().all(withdraws) =>
        {
            return Some(one(names, first));
        }
        [
            first @ Event::Session(session::Event::Marked { .. }),
            rest @ ..,
        ] if rest.iter().all(withdraws) => return Some(one(names, first)),
        // The lead village or the seat that counts is changed last, the one it takes over from first.
        [
            Event::Roster(roster::Event::VillagePut { .. }),
            last @ Event::Roster(roster::Event::VillagePut { .. }),
        ]
        | [
            Event::Roster(roster::Event::SeatPut { .. }),
            last @ Event::Roster(roster::Event::SeatPut { .. }),
        ] => return Some(one(names, last)),
        _ => {}
    }
    all_present(names, events)
        .or_else(|| all_for(names, events))
        .or_else(|| follow_ups::pursued(names, events))
        .or_else(|| room::withdrew(names, events))
}

/// Says whether an event says anew which motions are of a part somebody withdrew from.
fn reframes(event: &Event) -> bool {
    matches!(
        event,
        Event::Session(session::Event::RecusalReframed { .. })
    )
}

/// Says whether an event marks somebody as recused in a vote.
pub(super) fn withdraws(event: &Event) -> bool {
    matches!(
        event,
        Event::Vote(vote::Event::Taken {
            choice: Choice::Recused { .. },
            ..
        })
    )
}

/// Says what two people are to each other.
fn related(language: Language, one: &Person, two: &Person) -> String {
    let (first, second) = (one.name.as_str(), two.name.as_str());
    match one.kin.iter().find(|kin| kin.person == two.id) {
        Some(kin) => recusal::act_related(language, first, second, kin.relation.as_str()),
        None => recusal::act_unrelated(language, first, second),
    }
}

fn all_present(names: Names<'_>, events: &[Event]) -> Option<String> {
    let mut of = None;
    for event in events {
        match event {
            Event::Session(session::Event::Marked {
                session,
                mark: RollMark::Present | RollMark::Video,
                ..
            }) if of.is_none_or(|of| of == session) => of = Some(session),
            _ => return None,
        }
    }
    let roll = names.world.session(of?).map(|session| session.roll.len());
    Some(if roll == Ok(events.len()) {
        act::all_present(names.language, events.len())
    } else {
        act::rest_present(names.language, events.len())
    })
}

fn all_for(names: Names<'_>, events: &[Event]) -> Option<String> {
    let (mut of, mut beside) = (None, 0_usize);
    for event in events {
        match event {
            // Whoever was for the motion that excludes this one is not proposed for it.
            Event::Vote(vote::Event::Taken {
                choice: Choice::NotVoting,
                pencilled: true,
                ..
            }) => beside += 1,
            Event::Vote(vote::Event::Taken {
                motion,
                choice: choice @ (Choice::For | Choice::Chooses { .. }),
                pencilled: true,
                ..
            }) if of.is_none_or(|of| of == (motion, choice)) => of = Some((motion, choice)),
            _ => return None,
        }
    }
    let Some((motion, choice)) = of else {
        return (beside > 0).then(|| act::vote_rest_beside(names.language, beside));
    };
    let motion = names.world.motion(motion);
    let marks = motion.map(|motion| {
        motion
            .ballot()
            .map_or(0, |ballot: &Ballot| ballot.marks.len())
    });
    let (language, count) = (names.language, events.len() - beside);
    let option = choice.option().map(|option| names.short(option.as_str()));
    Some(match (option, marks == Ok(count)) {
        (None, _) if beside > 0 => act::vote_for_beside(language, count, beside),
        (None, true) => act::vote_all_for(language, count),
        (None, false) => act::vote_rest_for(language, count),
        (Some(option), true) => options::act_all(language, count, option),
        (Some(option), false) => options::act_rest(language, count, option),
    })
}
