//! Deputies: whether they hold a vote is said by the rules that the session was opened under.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::room::{admit, rules};
use super::stage::{Stage, line, motion};
use crate::domain::roster::roll::Exclusion;
use crate::domain::session::{self, RollMark};
use crate::domain::vote;
use crate::domain::{Command, Refusal};

fn sitting_by(rules: Command) -> Stage {
    let mut stage = Stage::planned();
    stage.run(rules);
    stage.sit();
    stage
}

#[test]
fn rules_entered_while_a_session_sits_seat_nobody_in_it() {
    for (before, after) in [(false, true), (true, false)] {
        let mut stage = sitting_by(rules(false, before));
        stage.run(rules(false, after));
        stage.mark("p5", RollMark::Left);
        stage.run(admit("g1", Some("p5")));
        let deputy = &stage.s1().attendee(&"g1".into()).unwrap().place;
        assert_eq!(deputy.entitled(), before);
        // The next session sits by the new ones.
        let mut next = sitting_by(rules(false, after));
        next.mark("p5", RollMark::Left);
        next.run(admit("g1", Some("p5")));
        let deputy = &next.s1().attendee(&"g1".into()).unwrap().place;
        assert_eq!(deputy.entitled(), after);
    }
}

#[test]
fn a_deputy_only_attends_unless_the_rules_seat_deputies() {
    let mut stage = Stage::sitting();
    stage.mark("p5", RollMark::Left);
    let mut seats = sitting_by(rules(false, true));
    seats.mark("p5", RollMark::Left);
    stage.run(admit("g1", Some("p5")));
    let entitled = |stage: &Stage| -> Vec<String> {
        let people = stage.s1().entitled();
        people.map(|it| it.place.person.to_string()).collect()
    };
    assert!(!entitled(&stage).contains(&"g1".to_owned()));

    seats.run(admit("g1", Some("p5")));
    seats.mark("g1", RollMark::Present);
    assert_eq!(entitled(&seats).len(), 10);
    assert!(entitled(&seats).contains(&"g1".to_owned()));
    let deputy = &seats.s1().attendee(&"g1".into()).unwrap().place;
    assert_eq!(deputy.village, Some("v2".into()));
    let member = seats.s1().attendee(&"p5".into()).unwrap();
    assert_eq!(member.place.excluded, Some(Exclusion::Represented));
    let again = Command::Session(session::Command::Exclude {
        id: "s1".into(),
        person: "p5".into(),
        reason: None,
    });
    assert_eq!(
        seats.refused(&again),
        Refusal::StoodFor {
            name: line("陈立山")
        }
    );
    assert_eq!(
        seats.refused(&admit("g2", Some("p5"))),
        Refusal::NotEntitled {
            name: line("陈立山")
        },
        "one vote has one deputy"
    );
}

#[test]
fn a_member_who_comes_after_all_holds_the_vote_again_once_the_deputy_is_gone() {
    let mut stage = sitting_by(rules(false, true));
    stage.mark("p5", RollMark::Left);
    stage.run(admit("g1", Some("p5")));
    stage.mark("g1", RollMark::Present);
    stage.mark("p5", RollMark::Present);
    let count_again = Command::Session(session::Command::Exclude {
        id: "s1".into(),
        person: "p5".into(),
        reason: None,
    });
    assert!(matches!(
        stage.refused(&count_again),
        Refusal::StoodFor { .. }
    ));
    stage.mark("g1", RollMark::Left);
    stage.run(count_again);
    let entitled = |id: &str| stage.s1().attendee(&id.into()).unwrap().place.entitled();
    assert!(entitled("p5") && !entitled("g1"));
    assert_eq!(stage.s1().entitled().count(), 10);
    let last = stage.s1().roll.last().unwrap();
    assert_eq!(last.place.person.as_str(), "g1", "among those who attend");
}

#[test]
fn a_seated_deputy_waits_for_the_end_of_an_open_vote() {
    let mut stage = sitting_by(rules(false, true));
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.open("m1");
    assert_eq!(
        stage.refused(&admit("g1", Some("p5"))),
        Refusal::IsThere {
            name: line("陈立山")
        }
    );
    stage.mark("p5", RollMark::Left);
    assert_eq!(
        stage.refused(&admit("g1", Some("p5"))),
        Refusal::VoteOpen {
            motion: "m1".into()
        }
    );
}
