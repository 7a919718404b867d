//! Withdrawing and coming back: whose recusal ends, when, and what the vote that is open is told.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, at, decision, item, line, motion, plan, recusal};
use crate::domain::dates::Minute;
use crate::domain::session::attendance::{Stay, Way, begin_stay_by};
use crate::domain::session::correction::{self, Wanted};
use crate::domain::session::recusal::{Matter, Reason, Recusal};
use crate::domain::session::{self, RollMark};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{self, Choice, withdrawals};
use crate::domain::{Command, Refusal};

fn of(item: &str) -> Matter {
    Matter::Item { item: item.into() }
}

fn recuse(person: &str, from: &str) -> Command {
    recused(recusal(person, of("i2"), at(from)))
}

fn recused(recusal: Recusal) -> Command {
    Command::Session(session::Command::Recuse {
        id: "s1".into(),
        recusal,
    })
}

fn back(person: &str, at: Minute) -> Command {
    Command::Session(session::Command::ReturnFromRecusal {
        id: "s1".into(),
        person: person.into(),
        of: of("i2"),
        at,
    })
}

fn dealing() -> Stage {
    let mut stage = Stage::sitting();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage
}

/// Who withdrew, and until when.
fn known(stage: &Stage) -> Vec<(&str, Option<Minute>)> {
    let all = stage.s1().recusals.iter();
    all.map(|it| (it.person.as_str(), it.to)).collect()
}

#[test]
fn whoever_comes_back_ends_their_own_recusal_that_lasts() {
    let mut stage = dealing();
    stage.run(recuse("p3", "09:10"));
    stage.run(recuse("p4", "09:11"));
    stage.run(back("p4", at("09:20")));
    assert_eq!(known(&stage), [("p3", None), ("p4", Some(at("09:20")))]);
    let dealt = "i2".into();
    let lasts: Vec<&str> = stage
        .s1()
        .recused_from(&dealt)
        .map(|it| it.person.as_str())
        .collect();
    assert_eq!(lasts, ["p3"]);
    assert_eq!(stage.s1().recused_from(&"i4".into()).count(), 0);
    // Withdrawn once more, the first time stays as it was.
    stage.run(recuse("p4", "09:25"));
    stage.run(back("p4", at("09:30")));
    assert_eq!(
        known(&stage),
        [
            ("p3", None),
            ("p4", Some(at("09:20"))),
            ("p4", Some(at("09:30")))
        ]
    );
}

#[test]
fn one_recusal_of_several_of_the_same_person_ends() {
    let mut stage = dealing();
    let part = || Matter::Part {
        item: "i2".into(),
        part: line("承包"),
        motions: Vec::new(),
    };
    let of_motion = Matter::Motion {
        motion: "m1".into(),
    };
    stage.run(recused(recusal("p3", of_motion, at("09:10"))));
    stage.run(recused(recusal("p3", part(), at("09:11"))));
    stage.run(Command::Session(session::Command::ReturnFromRecusal {
        id: "s1".into(),
        person: "p3".into(),
        of: part(),
        at: at("09:20"),
    }));
    assert_eq!(known(&stage), [("p3", None), ("p3", Some(at("09:20")))]);
}

#[test]
fn a_recusal_lasts_when_it_begins_and_ends_once() {
    let mut stage = dealing();
    stage.run(recused(Recusal {
        to: Some(at("09:12")),
        ..recusal("p3", of("i2"), at("09:10"))
    }));
    assert_eq!(known(&stage), [("p3", None)]);
    stage.run(back("p3", at("09:10")));
    assert_eq!(known(&stage), [("p3", Some(at("09:10")))]);
}

/// The marks of the open vote follow from the recusals, in ink, and each once.
#[test]
fn whoever_withdraws_is_marked_once_whatever_they_had_said() {
    for said in [Some(Choice::For), Some(Choice::Against), None] {
        let mut stage = dealing();
        stage.open("m1");
        if let Some(said) = &said {
            stage.take("p3", said.clone());
        }
        stage.run(recuse("p3", "09:16"));
        let ballot = stage.world.motion(&"m1".into()).unwrap().ballot().unwrap();
        let mark = &ballot.marks[&"p3".into()];
        assert_eq!(mark.choice.voice(), Voice::Recused, "{said:?}");
        assert!(!mark.pencilled, "{said:?}");
        assert_eq!(ballot.marks.len(), 1, "{said:?}");
        assert_eq!(withdrawals(&stage.world, &"s1".into()), [], "{said:?}");
    }
}

/// What a recusal put right may be: of somebody who came, of this session, while it sat.
#[test]
fn a_recusal_put_right_is_of_somebody_who_came_and_of_the_time_it_sat() {
    let mut stage = dealing();
    stage.mark("p9", RollMark::Absent);
    stage.session(session::Command::Create {
        id: "s2".into(),
        plan: plan(2),
        opening: Some(item("s2", "j1", decision("joint-default"))),
    });
    stage.close();
    let right = |person: &str, of: Matter, from: &str, to: Option<&str>| {
        let to = Recusal {
            to: to.map(at),
            ..recusal(person, of, at(from))
        };
        Command::Correct(correction::Command {
            id: "x1".into(),
            session: "s1".into(),
            wanted: Wanted::Recusal {
                from: None,
                to: Some(to),
            },
            by: line("蒋会计"),
            at: at("11:30"),
            reason: line("记错"),
        })
    };
    let name = stage.world.person(&"p9".into()).unwrap().name.clone();
    for (command, refusal) in [
        (
            right("p9", of("i2"), "09:10", None),
            Some(Refusal::NotInRoom { name }),
        ),
        (right("p3", of("j1"), "09:10", None), Some(Refusal::Unknown)),
        (
            right("p3", of("i2"), "08:59", None),
            Some(Refusal::TimesCross),
        ),
        (right("p3", of("i2"), "09:00", None), None),
        (right("p3", of("i2"), "09:10", Some("11:00")), None),
        (
            right("p3", of("i2"), "09:10", Some("11:01")),
            Some(Refusal::TimesCross),
        ),
    ] {
        assert_eq!(
            stage.clone().attempt(&command).err(),
            refusal,
            "{command:?}"
        );
    }
}

#[test]
fn only_a_stay_of_no_length_gives_way_to_the_other_way() {
    use Way::{Room, Video};
    let stay = |from: &str, to: Option<&str>, by: Way| Stay {
        to: to.map(at),
        ..Stay::begun(at(from), by)
    };
    for (before, by, after) in [
        (vec![], Video, vec![stay("09:00", None, Video)]),
        (
            vec![stay("09:00", Some("09:00"), Room)],
            Video,
            vec![stay("09:00", None, Video)],
        ),
        (
            vec![stay("09:00", Some("09:00"), Room)],
            Room,
            vec![
                stay("09:00", Some("09:00"), Room),
                stay("09:00", None, Room),
            ],
        ),
        (
            vec![stay("08:00", Some("09:00"), Room)],
            Video,
            vec![
                stay("08:00", Some("09:00"), Room),
                stay("09:00", None, Video),
            ],
        ),
        (
            vec![stay("08:00", Some("08:30"), Room)],
            Video,
            vec![
                stay("08:00", Some("08:30"), Room),
                stay("09:00", None, Video),
            ],
        ),
        (
            vec![stay("09:00", Some("09:10"), Room)],
            Video,
            vec![
                stay("09:00", Some("09:10"), Room),
                // What a clock stamped that went back is kept.
                stay("09:00", None, Video),
            ],
        ),
    ] {
        let mut stays = before.clone();
        begin_stay_by(&mut stays, at("09:00"), by);
        assert_eq!(stays, after, "{before:?} {by:?}");
    }
}

/// Withdrawn from a vote that is announced, `p3` with a reason of their own, and these recusals of the session.
fn withdraws_again(recusals: &[Recusal]) -> bool {
    let mut stage = dealing();
    stage.open("m1");
    stage.take("p3", Choice::Recused { reason: why() });
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    let mut session = stage.s1().clone();
    session.recusals = recusals.to_vec();
    let motion = stage.world.motion(&"m1".into()).unwrap();
    vote::withdrew(&session, motion, &"p3".into()).is_some()
}

fn why() -> Reason {
    line("与承包人系亲属").into()
}

#[test]
fn whoever_withdrew_from_the_vote_before_does_so_again_unless_they_came_back_since() {
    // The vote before was opened at 09:15.
    let over = |to: &str| Recusal {
        to: Some(at(to)),
        ..recusal("p3", of("i2"), at("09:10"))
    };
    let came_back = [over("09:15")];
    assert!(withdraws_again(&[]), "nothing is known but the mark");
    assert!(!withdraws_again(&came_back), "in the minute it was opened");
    assert!(!withdraws_again(&[over("09:40")]));
    assert!(!withdraws_again(&[over("09:12"), over("09:40")]));
    let other_reason = Recusal {
        reason: line("本人承包冷库工程").into(),
        ..over("09:40")
    };
    let somebody_else = Recusal {
        person: "p4".into(),
        ..over("09:40")
    };
    let other_item = Recusal {
        of: of("i4"),
        ..over("09:40")
    };
    let lasts_elsewhere = Recusal {
        to: None,
        ..other_item.clone()
    };
    for still in [
        over("09:14"),
        other_reason,
        somebody_else,
        other_item,
        lasts_elsewhere,
    ] {
        assert!(withdraws_again(std::slice::from_ref(&still)), "{still:?}");
    }
}
