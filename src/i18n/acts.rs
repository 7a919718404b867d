//! One sentence for what an act recorded: the toast after it, the line at home, what undo took back.

mod dropped;
mod lacks;
mod live;
mod names;
mod place;
mod room;
mod sequel;
mod step;
#[cfg(test)]
mod tests;
mod whole;

pub use self::lacks::{lacking, span, spans};
pub use self::names::{called, kind};
pub use self::place::place;
pub use self::whole::{sentence_uncut, whole};

use self::names::Names;
use super::{
    Language, act, board, boards, corrected, matters, options, path_follow_up, paths, recusal,
    recusal_mend, registers, task_step, terms, times, totals,
};
use crate::cells::fit;
use crate::domain::act::Restored;
use crate::domain::board as posting;
use crate::domain::dates::Minute;
use crate::domain::roster::{Person, Standing, Village};
use crate::domain::rule::book;
use crate::domain::session::RollMark;
use crate::domain::session::agenda::{self, ItemState};
use crate::domain::session::attendance::Attendance;
use crate::domain::session::correction::{self, Corrected, Correction};
use crate::domain::session::minutes::{self, EntryKind};
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{Ballot, Choice};
use crate::domain::{Event, World, apply, gap, matter, roster, session, task, vote};
use chrono::NaiveDate;

/// The most cells a sentence takes, so that a footer of 80 has room for the key beside it.
const CELLS: usize = 60;

/// Says what happened, in one short sentence. `world` is the one after the act.
#[must_use]
pub fn sentence(language: Language, world: &World, events: &[Event]) -> String {
    let names = Names::in_short(language, world);
    fit(&said(names, events), CELLS).into_owned()
}

/// Says what an undo takes back, in the words of the act itself; the caller says that it is undone.
///
/// `world` is the one before the undo, in which the act stands.
#[must_use]
pub fn undone(language: Language, world: &World, events: &[Event]) -> String {
    sentence(language, world, events)
}

/// Says what a redo brings back, in the words of the act itself.
///
/// `world` is the one before the redo, in which the act does not stand: whom it entered is named all the same.
#[must_use]
pub fn redone(language: Language, world: &World, events: &[Event]) -> String {
    let mut with = world.clone();
    events.iter().for_each(|event| apply(&mut with, event));
    sentence(language, &with, events)
}

fn said(names: Names<'_>, events: &[Event]) -> String {
    // What a session came to, or a board made known, is told to its matters in the same act, and is no second thing that happened.
    let told = |event: &Event| {
        use matter::Event::{Heard, Hung};
        matches!(
            event,
            Event::Matter(Heard { .. } | Hung { .. }) | Event::Gap(gap::Event::Touches { .. })
        )
    };
    let events = match events {
        [rest @ .., last] if !rest.is_empty() && told(last) => return said(names, rest),
        events => events,
    };
    // That nothing is left to do about a posting goes without saying.
    let settles = |event: &&Event| matches!(event, Event::Board(posting::Event::Settled { .. }));
    if events.len() > 1 && events.iter().any(|event| settles(&event)) {
        let rest = events.iter().filter(|event| !settles(event));
        return said(names, &rest.cloned().collect::<Vec<_>>());
    }
    match events {
        [] => act::nothing(names.language).to_owned(),
        [event] => one(names, event),
        // What a follow-up takes up again was closed: that is said first, so that it is not cut off.
        [tasks @ .., again]
            if reopens(again) && tasks.iter().all(|it| matches!(it, Event::Task(_))) =>
        {
            act::taken_up(names.language, one(names, again), said(names, tasks))
        }
        [first, ..] => together(names, events).unwrap_or_else(|| {
            act::first_of_several(names.language, one(names, first), events.len())
        }),
    }
}

fn reopens(event: &Event) -> bool {
    let Event::Matter(matter::Event::Stepped { step, .. }) = event else {
        return false;
    };
    matches!(step.what, matter::Became::Reopened { .. })
}

/// Says several events that a person asked for as one thing.
fn together(names: Names<'_>, events: &[Event]) -> Option<String> {
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
        .or_else(|| pursued(names, events))
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
fn withdraws(event: &Event) -> bool {
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

/// Says steps of follow-ups that were taken at once; what is minuted of them goes without saying.
fn pursued(names: Names<'_>, events: &[Event]) -> Option<String> {
    let mut steps = Vec::new();
    for event in events {
        match event {
            Event::Task(task::Event::Stepped { step, .. }) => steps.push((event, step)),
            Event::Minutes(minutes::Event::Added { .. }) => {}
            _ => return None,
        }
    }
    let steps = ends(&steps);
    let (event, first) = *steps.first()?;
    let count = steps.len();
    if count == 1 {
        return Some(one(names, event));
    }
    let same = |(_, step): &(&Event, &task::Step)| {
        std::mem::discriminant(*step) == std::mem::discriminant(first)
    };
    let language = names.language;
    steps.iter().all(same).then(|| match first {
        task::Step::Moved { .. } => act::follow_ups_moved(language, count),
        task::Step::Noted { .. } => act::follow_ups_noted(language, count),
        task::Step::Part { .. } => task_step::acts_part(language, count),
        task::Step::Reminded { .. } => task_step::acts_reminded(language, count),
        task::Step::Finished { .. } => task_step::acts_finished(language, count),
        task::Step::Signed { .. } | task::Step::Settled { .. } => {
            task_step::acts_signed(language, count)
        }
        task::Step::LeftOpen { .. } => task_step::acts_left_open(language, count),
        task::Step::Redated { .. } => path_follow_up::acts_redated(language, count),
        task::Step::Returned { .. } => task_step::acts_returned(language, count),
        task::Step::Rated { .. } => task_step::acts_rated(language, count),
        task::Step::Suspended { .. } => task_step::acts_suspended(language, count),
        task::Step::Resumed { .. } => task_step::acts_resumed(language, count),
        task::Step::VillageLeft { .. } => path_follow_up::acts(language, count),
        task::Step::Dropped { .. } => act::follow_ups_dropped(language, count),
        task::Step::Reopened { .. } => act::follow_ups_reopened(language, count),
    })
}

/// Leaves out what goes without saying: what is signed off in the same act was done.
fn ends<'a>(steps: &[(&'a Event, &'a task::Step)]) -> Vec<(&'a Event, &'a task::Step)> {
    let signed = |event: &Event| {
        let of = steps
            .iter()
            .filter(|(other, _)| other.root() == event.root());
        let mut of = of.map(|(_, step)| step);
        of.any(|step| matches!(step, task::Step::Signed { .. }))
    };
    let said = steps
        .iter()
        .filter(|(event, step)| !matches!(step, task::Step::Finished { .. }) || !signed(event));
    said.copied().collect()
}

fn one(names: Names<'_>, event: &Event) -> String {
    match event {
        Event::Roster(event) => of_roster(names, event),
        Event::Session(event) => live::of_session(names, event),
        Event::Agenda(event) => live::of_agenda(names, event),
        Event::Minutes(event) => live::of_minutes(names, event),
        Event::Vote(event) => live::of_vote(names, event),
        Event::Task(event) => of_task(names, event),
        Event::Correction(correction::Event::Made { correction }) => {
            of_correction(names, correction)
        }
        Event::Matter(event) => matters::act(names.language, names.world, event),
        Event::Template(event) => paths::template_act(names.language, event),
        Event::Board(event) => boards::act(names.language, names.world, event),
        Event::Register(event) => registers::act(names.language, event),
        Event::Rule(event) => of_rule(names, event),
        Event::Restored(restored) => of_restored(names, restored),
        Event::Gap(event) => lacks::lacks(names.language, event),
        Event::Newer(_) => act::newer(names.language).to_owned(),
    }
}

fn of_roster(names: Names<'_>, event: &roster::Event) -> String {
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

fn of_rule(names: Names<'_>, event: &book::Event) -> String {
    let language = names.language;
    match event {
        book::Event::Adopted { adopted } => {
            let name = terms::rule_name(language, &adopted.rule).to_owned();
            let from = adopted.rule.from.unwrap_or(adopted.on);
            match &adopted.follows {
                Some(_) => act::rule_version(language, name, from.to_string()),
                None => act::rule_adopted(language, name, from.to_string()),
            }
        }
        book::Event::Ended { rule, on } => {
            let name = terms::rule(language, names.world, rule).to_owned();
            act::rule_ended(language, name, on.to_string())
        }
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

fn of_task(names: Names<'_>, event: &task::Event) -> String {
    let language = names.language;
    match event {
        task::Event::Put { task } => {
            let what = names.short(task.what.as_str());
            match task.due {
                Some(due) => act::follow_up_due(language, what, due.to_string()),
                None => act::follow_up_put(language, what),
            }
        }
        task::Event::Stepped { task, step } => {
            let what = names.task(task);
            match step {
                task::Step::Moved { to, .. } => {
                    act::follow_up_moved(language, what, to.to_string())
                }
                task::Step::Noted { note, .. } => {
                    act::follow_up_noted(language, what, names.short(note.as_str()))
                }
                task::Step::Part {
                    village, what: did, ..
                } => {
                    let did = match did {
                        task::OfPart::Noted { .. } => task_step::part_is_noted(language),
                        task::OfPart::Done { .. } => task_step::part_is_done(language),
                        task::OfPart::Again { .. } => task_step::part_is_again(language),
                    };
                    let village = names.village(village).unwrap_or_default();
                    task_step::act_part(language, what, village, did)
                }
                task::Step::Reminded { .. } => task_step::act_reminded(language, what),
                task::Step::Finished { .. } => task_step::act_finished(language, what),
                task::Step::Signed { .. } | task::Step::Settled { .. } => {
                    task_step::act_signed(language, what)
                }
                task::Step::LeftOpen { .. } => task_step::act_left_open(language, what),
                task::Step::Redated { .. } => path_follow_up::act_redated(language, what),
                task::Step::Returned { .. } => task_step::act_returned(language, what),
                task::Step::Rated { .. } => task_step::act_rated(language, what),
                task::Step::Suspended { .. } => task_step::act_suspended(language, what),
                task::Step::Resumed { .. } => task_step::act_resumed(language, what),
                task::Step::VillageLeft { .. } => path_follow_up::act(language, what),
                task::Step::Dropped { .. } => act::follow_up_dropped(language, what),
                task::Step::Reopened { .. } => act::follow_up_reopened(language, what),
            }
        }
        task::Event::DayMended { task, to, .. } => {
            act::follow_up_day(language, names.task(task), to.to_string())
        }
        task::Event::Removed { .. } => act::follow_up_removed(language).to_owned(),
    }
}

fn of_correction(names: Names<'_>, correction: &Correction) -> String {
    let language = names.language;
    let session = Some(&correction.session);
    match &correction.change {
        Corrected::Voice { person, to, .. } => {
            let said = live::choice(names, &names.who(session, person), to, false);
            act::corrected_voice(language, said)
        }
        Corrected::Village { village, to, .. } => {
            let village = names.village(village).unwrap_or_default();
            totals::act_village(language, village, terms::choice(language, to))
        }
        Corrected::Totals {
            motion, from, to, ..
        } => {
            let motion = names.world.motions.get(motion);
            let ballot = motion.and_then(|it| it.ballot());
            let said = corrected::changed_figures(language, names.world, ballot, (from, to));
            match &**to {
                Totals::Village { village, .. } => {
                    let village = terms::village(language, names.world, village.as_ref());
                    totals::act_village(language, village, said)
                }
                _ => totals::act(language, names.figures(&said)),
            }
        }
        Corrected::Words { to, .. } => act::corrected_words(language, names.short(to.as_str())),
        Corrected::Note { words, .. } => act::corrected_note(language, names.short(words.as_str())),
        Corrected::Stays { person, .. } => {
            act::corrected_stays(language, names.who(session, person))
        }
        Corrected::Attendance { person, to, .. } => {
            let who = names.who(session, person);
            match to {
                Attendance::Attended { .. } => act::corrected_attended(language, who),
                Attendance::Excused { .. } => act::corrected_excused(language, who),
                Attendance::Absent => act::corrected_absent(language, who),
                Attendance::Unmarked => act::corrected_unmarked(language, who),
            }
        }
        Corrected::Stamp { to: (kind, at), .. } => match kind {
            EntryKind::Speech { speaker } => {
                act::corrected_speaker(language, names.who(session, speaker), at.clock())
            }
            EntryKind::Written { sender } => {
                act::corrected_to_written(language, at.clock(), names.who(session, sender))
            }
            EntryKind::Decision => act::corrected_to_decision(language, at.clock()),
            EntryKind::Note => act::corrected_to_note(language, at.clock()),
        },
        Corrected::Opened { to, .. } => act::corrected_opened(language, to.clock()),
        Corrected::Closed { to, .. } => act::corrected_closed(language, to.clock()),
        Corrected::Day { from, to } => {
            let day = |day: &NaiveDate| terms::plain_date(language, *day);
            times::day_corrected(language, day(from), day(to))
        }
        Corrected::Recusal { from, to, .. } => {
            let person = to.as_ref().or(from.as_ref()).map(|it| &it.person);
            let who = person.map(|person| names.who(session, person));
            recusal_mend::corrected(language, who.unwrap_or_default())
        }
        Corrected::Times { moved } => moved.first().map_or_else(String::new, |first| {
            let what = terms::timed(language, names.world, &first.to);
            let times = terms::times(language, &first.to, Minute::clock);
            times::corrected(language, what, times)
        }),
    }
}

fn of_restored(names: Names<'_>, restored: &Restored) -> String {
    match &restored.entity {
        Some(entity) => act::restored(names.language, names.entity(entity)),
        None => act::taken_back(names.language, names.kind(restored.key.kind)),
    }
}
