//! 书面意见: what somebody who was away had sent, kept in the minutes and counted nowhere (`domain.md` §0.2 6).

#![allow(clippy::unwrap_used)]

use super::stage::{Stage, at, speech};
use crate::domain::session::RollMark;
use crate::domain::session::minutes::{self, Entry, EntryKind};
use crate::domain::vote::Choice;
use crate::domain::vote::tally::Voice;
use crate::domain::{Command, Refusal};

fn opinion(item: &str, id: &str, sender: &str) -> Entry {
    Entry {
        kind: EntryKind::Written {
            sender: sender.into(),
        },
        ..speech(item, id, sender)
    }
}

fn add(entry: Entry) -> minutes::Command {
    minutes::Command::Add(entry)
}

#[test]
fn a_written_opinion_is_of_somebody_on_the_roll_who_is_away() {
    let mut stage = Stage::sitting();
    let there = Command::Minutes(add(opinion("i2", "e1", "p4")));
    assert!(matches!(
        stage.refused(&there),
        Refusal::IsThereToSpeak { .. }
    ));
    stage.mark("p4", RollMark::Absent);
    stage.minutes(add(opinion("i2", "e1", "p4")));
    let kept = stage.world.entry(&"e1".into()).unwrap();
    assert_eq!(kept.kind.whose(), Some(&"p4".into()));
    // Whoever comes in afterwards says the rest in person; the paper stays.
    stage.mark("p4", RollMark::Present);
    let kind = EntryKind::Written {
        sender: "p4".into(),
    };
    stage.minutes(minutes::Command::Restamp {
        entry: "e1".into(),
        kind,
        at: at("09:20"),
    });
    let again = Command::Minutes(add(opinion("i2", "e2", "p4")));
    assert!(matches!(
        stage.refused(&again),
        Refusal::IsThereToSpeak { .. }
    ));
    let speech_of = Command::Minutes(minutes::Command::Restamp {
        entry: "e1".into(),
        kind: EntryKind::Written {
            sender: "p3".into(),
        },
        at: at("09:20"),
    });
    assert!(matches!(
        stage.refused(&speech_of),
        Refusal::IsThereToSpeak { .. }
    ));
}

#[test]
fn a_written_opinion_is_counted_nowhere() {
    let counted = |with: bool| {
        let mut stage = Stage::voting();
        stage.mark("p4", RollMark::Left);
        if with {
            stage.minutes(add(opinion("i2", "e9", "p4")));
        }
        let motion = stage.world.motion(&"m1".into()).unwrap();
        let voters = motion.ballot().unwrap().voters.clone();
        for voter in voters.iter().filter(|it| it.person != "p4".into()) {
            let voter = voter.person.to_string();
            if stage
                .s1()
                .attendee(&voter.as_str().into())
                .unwrap()
                .in_room()
            {
                stage.take(&voter, Choice::For);
            }
        }
        stage.end("m1")
    };
    let result = counted(true);
    assert_eq!(result, counted(false));
    let away = result
        .voices
        .iter()
        .find(|it| it.voter.person == "p4".into());
    assert_eq!(away.unwrap().voice, Voice::Absent);
}
