//! What cannot be right in what the clock said, in words.

use super::{Language, clock as words, terms};
use crate::domain::dates::Minute;
use crate::domain::session::sequence::ClockDoubt;
use crate::domain::vote::{Motion, Sequel};
use crate::domain::world::World;

/// The keys that help where a clock is wrong.
#[derive(Debug, Clone)]
pub struct Keys {
    /// That of the times, which puts the day right.
    pub times: String,
    /// That of the entry from paper.
    pub paper: String,
}

/// Says while a session sits why the clock cannot be right, and what to do.
#[must_use]
pub fn now(language: Language, doubt: ClockDoubt, clock: Minute, keys: Keys) -> String {
    let Keys { times, paper } = keys;
    match doubt {
        ClockDoubt::OtherDay { sits } => {
            let day = |day| terms::plain_date(language, day);
            let now = format!("{} {}", day(clock.day()), clock.clock());
            words::other_day(language, now, day(sits), times, paper)
        }
        // The clock that is right now may have been wrong at the opening.
        ClockDoubt::BeforeOpening { opened } if opened.day() != clock.day() => {
            words::other_opening(
                language,
                clock.clock(),
                beside(language, opened, clock),
                times,
            )
        }
        ClockDoubt::BeforeOpening { opened } => words::before_opening(
            language,
            clock.clock(),
            beside(language, opened, clock),
            paper,
        ),
        ClockDoubt::BeforeLast { last } => words::before_last(
            language,
            clock.clock(),
            beside(language, last, clock),
            paper,
        ),
    }
}

/// Says of a session that is over that it was closed under a clock that cannot have been right, and what to do.
#[must_use]
pub fn closed(language: Language, closed: Minute, keys: Keys) -> String {
    words::closing_doubted(language, terms::minute(language, closed), keys.times)
}

/// Writes the minute of an entry with why it cannot be right; `at` is that minute as the paper writes it.
#[must_use]
pub fn entry(language: Language, doubt: ClockDoubt, minute: Minute, at: String) -> String {
    match doubt {
        ClockDoubt::OtherDay { .. } => {
            let day = terms::date(language, minute.day());
            words::day_doubted(language, minute.clock(), day)
        }
        ClockDoubt::BeforeOpening { opened } => {
            words::opening_doubted(language, at, beside(language, opened, minute))
        }
        ClockDoubt::BeforeLast { last } => {
            words::last_doubted(language, at, beside(language, last, minute))
        }
    }
}

/// Writes the hour of a step after a vote, with its day where that is not the one of the session, marked where the clock
/// cannot have been right.
#[must_use]
pub fn of_step(language: Language, world: &World, motion: &Motion, step: &Sequel) -> String {
    let session = world.sessions.get(&motion.session);
    let moment = session.zip(step.moment());
    let doubt = moment.and_then(|(session, moment)| session.doubt_of(world, moment));
    let later = session.filter(|session| step.at.day() != session.date);
    let at = match later {
        Some(session) => {
            let day = terms::short_date(language, step.at.day(), session.date);
            [day, step.at.clock()].join(" ")
        }
        None => step.at.clock(),
    };
    match doubt {
        Some(_) => words::marked(language, at),
        None => at,
    }
}

/// Writes a day, marked where the clock that stamped it cannot have been right.
#[must_use]
pub fn day(language: Language, day: String, doubted: bool) -> String {
    match doubted {
        true => words::marked(language, day),
        false => day,
    }
}

/// Writes a minute beside another, with its day where that is not the day of the other: 09:40 is not before 08:00, and
/// a year earlier it is.
fn beside(language: Language, minute: Minute, other: Minute) -> String {
    if minute.day() == other.day() {
        return minute.clock();
    }
    format!(
        "{} {}",
        terms::plain_date(language, minute.day()),
        minute.clock()
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_minute_of_another_day_is_told_with_its_day() {
        let read = |minute| Minute::read(minute).unwrap();
        let (right, ahead) = (read("2026-11-27T09:40"), read("2027-03-01T08:00"));
        let same = read("2026-11-27T09:50");
        for language in Language::ALL {
            for doubt in [
                |last| ClockDoubt::BeforeLast { last },
                |opened| ClockDoubt::BeforeOpening { opened },
            ] {
                let entry = |of| entry(language, doubt(of), right, right.clock());
                let keys = || Keys {
                    times: "t".to_owned(),
                    paper: "p".to_owned(),
                };
                let now = |of| now(language, doubt(of), right, keys());
                for said in [entry(ahead), now(ahead)] {
                    assert!(said.contains("2027") && said.contains("08:00"), "{said}");
                    assert!(!said.contains("2026"), "{said}");
                }
                for said in [entry(same), now(same)] {
                    assert!(said.contains("09:50") && !said.contains("2026"), "{said}");
                }
            }
        }
    }
}
