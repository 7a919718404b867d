//! The sentences about a Popolo document: what is wrong with it, what differs, what was found.

use super::{Language, popolo as say, terms};
use crate::domain::text::{Line, Text, dangerous};
use crate::domain::vote::tally::Voice;
use crate::exchange::popolo::compare::Difference;
use crate::exchange::popolo::import::{Finding, Sitting, Unstated};
use crate::exchange::popolo::{Cause, Cleaned, Fault, Kind, Published, word};

/// The longest text of a document that is repeated in a sentence, in characters.
const MOST_QUOTED: usize = 120;

/// Returns a text of outside so that it cannot drive the terminal it is shown on.
#[must_use]
pub fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if dangerous(c) || matches!(c, '\u{2028}' | '\u{2029}') {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

/// Returns a text of outside as it is repeated in a sentence: safe, and not too long.
#[must_use]
pub fn quoted(text: &str) -> String {
    let short: String = text.chars().take(MOST_QUOTED).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    format!("{}{more}", shown(&short))
}

/// Says why a document is not taken: its place and its cause.
#[must_use]
pub fn fault(language: Language, fault: &Fault) -> String {
    let cause = cause(language, &fault.cause);
    if fault.path.is_empty() {
        cause
    } else {
        format!("{}: {cause}", shown(&fault.path))
    }
}

fn cause(language: Language, cause: &Cause) -> String {
    let plain = match cause {
        Cause::Unreadable(kind) => {
            let why = super::faults::system(language, &(*kind).into());
            return say::unreadable(language, why);
        }
        Cause::TooLarge { most } => return say::too_large(language, most / 1024 / 1024),
        Cause::NotUtf8 { offset } => return say::not_utf8(language, *offset),
        Cause::Truncated { line, column } => return say::truncated(language, *line, *column),
        Cause::Syntax { line, column } => return say::syntax(language, *line, *column),
        Cause::Unrepresentable { line, column } => {
            return say::unrepresentable(language, *line, *column);
        }
        Cause::TooDeep { line, column } => return say::too_deep(language, *line, *column),
        Cause::NotPopolo => say::not_popolo(language),
        Cause::MissingField => say::missing_field(language),
        Cause::WrongType(Kind::Text) => say::wrong_type_text(language),
        Cause::WrongType(Kind::Whole) => say::wrong_type_whole(language),
        Cause::WrongType(Kind::List) => say::wrong_type_list(language),
        Cause::WrongType(Kind::Object) => say::wrong_type_object(language),
        Cause::DuplicateKey => say::duplicate_key(language),
        Cause::UnknownOption(given) => return say::unknown_option(language, quoted(given)),
        Cause::UnknownResult(given) => return say::unknown_result(language, quoted(given)),
        Cause::Weight => say::weight(language),
        Cause::NoVotes => say::no_votes(language),
        Cause::VotedTwice(id) => return say::voted_twice(language, quoted(id)),
        Cause::UnknownPerson(id) => return say::unknown_person(language, quoted(id)),
        Cause::DuplicateId(id) => return say::duplicate_id(language, quoted(id)),
        Cause::NegativeCount => say::negative_count(language),
        Cause::OutOfRange => say::out_of_range(language),
        Cause::BadDate(given) => return say::bad_date(language, quoted(given)),
        Cause::Contradicts(id) => return say::contradicts(language, quoted(id)),
        Cause::TooLong { have, most } => return say::too_long(language, *have, *most),
        Cause::OfAnotherSession(id) => return say::of_another_session(language, quoted(id)),
    };
    plain.to_owned()
}

/// Says that a place was cleaned.
#[must_use]
pub fn cleaned(language: Language, cleaned: &Cleaned) -> String {
    let place = if cleaned.place.is_empty() {
        "JSON"
    } else {
        &cleaned.place
    };
    format!(
        "{}: {}",
        shown(place),
        say::cleaned(language, cleaned.dropped)
    )
}

/// Says what was published about a vote and what was counted.
#[must_use]
pub fn difference(language: Language, difference: &Difference) -> String {
    let result = |published: Published| match published {
        Published::Pass => say::result_pass(language),
        Published::Fail => say::result_fail(language),
    };
    let none = say::result_none(language);
    match difference {
        Difference::Result { published, counted } => {
            say::differs_result(language, result(*published), result(*counted))
        }
        Difference::GroupResult {
            group,
            published,
            counted,
        } => say::differs_group(
            language,
            quoted(group.as_str()),
            result(*published),
            counted.map_or(none, result),
        ),
        Difference::Count {
            group,
            option,
            published,
            counted,
        } => {
            let option = named(language, *option);
            match group {
                None => say::differs_count(language, option, *published, *counted),
                Some(group) => {
                    let group = quoted(group.as_str());
                    say::differs_group_count(language, option, group, *published, *counted)
                }
            }
        }
    }
}

/// Names an option in words and as the format spells it, so that it is found in the file.
fn named(language: Language, voice: Voice) -> String {
    format!("{} ({})", terms::voice(language, voice), word(voice))
}

/// Says what was found about a document that is taken in.
#[must_use]
pub fn finding(language: Language, finding: &Finding) -> String {
    let q = |text: &String| quoted(text);
    let people = |names: &[String]| {
        let names: Vec<String> = names.iter().map(q).collect();
        terms::list(language, names.iter().map(String::as_str))
    };
    match finding {
        Finding::Vote {
            vote,
            difference: what,
        } => say::at_vote(language, q(vote), difference(language, what)),
        Finding::ThereUnlisted { vote, people: who } => {
            say::there_unlisted(language, q(vote), people(who))
        }
        Finding::ListedAbsent { vote, people: who } => {
            say::listed_absent(language, q(vote), people(who))
        }
        Finding::NotAVoter { vote, people: who } => {
            say::not_a_voter(language, q(vote), people(who))
        }
        Finding::AttendeeUnknown { person } => say::attendee_unknown(language, q(person)),
        Finding::NoMotion { vote } => say::no_motion(language, q(vote)),
        Finding::MotionUnknown { vote, motion } => {
            say::motion_unknown(language, q(vote), q(motion))
        }
        Finding::VotedAgain { vote, motion } => say::voted_again(language, q(vote), q(motion)),
        Finding::OtherSession { vote, session } => {
            say::other_session(language, q(vote), q(session))
        }
        Finding::OtherBody { vote, organization } => {
            say::other_body(language, q(vote), q(organization))
        }
        Finding::NoVote { motion } => say::no_vote(language, q(motion)),
        Finding::NoWords { motion } => say::no_wording(language, q(motion)),
        Finding::ItemUnknown { motion, number } => {
            say::item_unknown(language, q(motion), q(number))
        }
        Finding::MoverUnknown { motion, name } => say::mover_unknown(language, q(motion), q(name)),
        Finding::NoBody { session } => say::no_body(language, q(session)),
        Finding::VoteAstray { vote } => say::vote_astray(language, q(vote)),
        Finding::MotionAstray { motion } => say::motion_astray(language, q(motion)),
        Finding::OtherName {
            person,
            kept,
            given,
        } => say::other_name(language, q(person), q(kept), q(given)),
        Finding::SeatCrossed { person } => say::seat_crossed(language, q(person)),
    }
}

/// Says in one line what became of a session. `differences` counts the lines that follow.
#[must_use]
pub fn sitting(language: Language, sitting: &Sitting, there: bool, differences: usize) -> String {
    let name = terms::session_name(language, &sitting.session);
    let (votes, agreeing) = (sitting.votes, sitting.agreeing);
    let say = if there {
        say::there_already
    } else {
        say::taken_in
    };
    say(
        language,
        name,
        votes,
        agreeing,
        sitting.unpublished,
        differences,
    )
}

/// Returns what is written where a source is silent; `None` only if a sentence were no line.
#[must_use]
pub fn unstated(language: Language) -> Option<Unstated> {
    let line = |text: &str| Line::new(text).ok();
    Some(Unstated {
        role: line(say::unstated_role(language))?,
        item: line(say::unstated_item(language))?,
        wording: Text::new(say::unstated_wording(language)).ok()?,
        unvoted: line(say::unstated_vote(language))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_for_a_silent_source_fits() {
        for language in Language::ALL {
            assert!(unstated(language).is_some_and(|it| !it.wording.is_empty()));
        }
    }

    #[test]
    fn a_text_of_outside_is_short_and_drives_nothing() {
        assert_eq!(shown("a\u{1b}[2J\n"), "a\\u{1b}[2J\\u{a}");
        assert_eq!(quoted(&"x".repeat(200)).chars().count(), MOST_QUOTED + 1);
    }
}
