//! Who counts as there: the chair, those spoken for, those who withdrew, and what a correction of that
//! touches.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::proxies::{give, rule, sitting};
use super::stage::{Stage, VOTERS, at, decision, item, line, motion, recusal};
use crate::domain::rule::{Proxies, Required, Rule, joint_default};
use crate::domain::session::agenda::Item;
use crate::domain::session::attendance::{Attendance, Excuse, Stay, Way};
use crate::domain::session::correction::recounts;
use crate::domain::session::proxy::{Proxy, most};
use crate::domain::session::recusal::{Declined, Matter, Recusal};
use crate::domain::session::{self, Attendee, RollMark, Session, SessionKind, agenda, quorum};
use crate::domain::vote::result::turnouts;
use crate::domain::vote::{self, Choice, Outcome};
use crate::domain::{Command, Refusal};

#[test]
fn a_chair_nobody_named_is_not_there_and_one_of_no_roll_is() {
    let mut wanting = joint_default();
    wanting.quorum.required = vec![Required::Chair];
    let there = |chair: Option<&str>| {
        let stage = Stage::sitting();
        let mut session = stage.s1().clone();
        session.chair = chair.map(Into::into);
        quorum::required(&wanting, &session, None)[0].holds()
    };
    assert!(there(Some("p1")));
    assert!(!there(None));
    // Whoever is on no roll is known to chair and not to have left.
    assert!(there(Some("p99")));
}

#[test]
fn the_meter_shows_the_open_vote_by_its_own_rule_and_the_others_by_the_room() {
    let mut stage = Stage::voting();
    for person in ["p2", "p3"] {
        stage.take(
            person,
            Choice::Recused {
                reason: line("本人承包").into(),
            },
        );
    }
    stage.mark("p4", RollMark::Left);
    let shown = |stage: &Stage, rule: &str| {
        let meter = quorum::meter(&stage.world, stage.s1());
        let mut quorums = meter.quorums.into_iter();
        let quorum = quorums.find(|it| it.rule == rule.into()).unwrap();
        quorum.inequality().to_string()
    };
    // Whoever withdraws did attend; whoever left did not.
    assert_eq!(shown(&stage, "joint-default"), "2*9 > 10");
    assert_eq!(shown(&stage, "joint-major"), "3*9 >= 2*10");
    stage.mark("p2", RollMark::Left);
    assert_eq!(shown(&stage, "joint-default"), "2*9 > 10");
    assert_eq!(shown(&stage, "joint-major"), "3*8 >= 2*10");
    // Whoever is not on the roll any more is not there.
    let session = stage.world.sessions.get_mut(&"s1".into()).unwrap();
    let roll = &mut std::sync::Arc::make_mut(session).roll;
    roll.retain(|it| it.place.person != "p5".into());
    assert_eq!(shown(&stage, "joint-default"), "2*8 > 10");
}

#[test]
fn a_rule_that_asks_for_nobody_is_never_short() {
    let meter = quorum::Meter {
        quorums: Vec::new(),
        ..quorum::meter(&Stage::sitting().world, Stage::sitting().s1())
    };
    assert_eq!(meter.first(), None);
    assert!(!meter.short());
}

fn back(giver: &str, clock: &str) -> Command {
    Command::Session(session::Command::TakeProxyBack {
        id: "s1".into(),
        giver: giver.into(),
        at: at(clock),
    })
}

#[test]
fn a_proxy_counts_by_itself_and_ends_by_itself() {
    let mut stage = sitting(Some(rule(2, true)), &["p3", "p4", "p6"]);
    for (giver, holder) in [("p3", "p5"), ("p4", "p7"), ("p6", "p5")] {
        stage.run(give(giver, holder));
    }
    stage.run(back("p4", "09:10"));
    let lasting = |stage: &Stage| -> Vec<String> {
        let lasting = stage.s1().lasting_proxies();
        lasting.map(|it| it.giver.to_string()).collect()
    };
    assert_eq!(lasting(&stage), ["p3", "p6"]);
    stage.run(give("p4", "p7"));
    stage.run(back("p6", "09:12"));
    assert_eq!(lasting(&stage), ["p3", "p4"]);
    stage.run(back("p4", "09:13"));
    assert_eq!(lasting(&stage), ["p3"]);
    let ended: Vec<(&str, Option<_>)> = stage
        .s1()
        .proxies
        .iter()
        .map(|it| (it.giver.as_str(), it.to))
        .collect();
    assert_eq!(
        ended,
        [
            ("p3", None),
            ("p4", Some(at("09:10"))),
            ("p6", Some(at("09:12"))),
            ("p4", Some(at("09:13"))),
        ]
    );
}

#[test]
fn whoever_is_spoken_for_attends_only_where_the_rule_counts_that() {
    let mut stage = sitting(Some(rule(2, true)), &["p3", "p4"]);
    stage.run(give("p3", "p5"));
    let attends = |rule: &Rule, person: &str| {
        let session = stage.s1();
        session.attends(rule, session.attendee(&person.into()).unwrap())
    };
    let counting = rule(2, true);
    assert!(attends(&counting, "p3"));
    assert!(!attends(&counting, "p4"));
    assert!(attends(&counting, "p5"));
    for not in [rule(2, false), joint_default()] {
        assert!(!attends(&not, "p3"));
        assert!(attends(&not, "p5"));
    }
    // A holder who is on no roll casts nothing.
    let mut session = stage.s1().clone();
    session.proxies[0].holder = "p99".into();
    assert_eq!(session.cast_by(&counting, &"p3".into()), None);
    // Nor does anybody for a giver of no roll, who is not away.
    let mut session = stage.s1().clone();
    session.proxies[0].holder = "p12".into();
    assert!(session.cast_by(&joint_default(), &"p3".into()).is_none());
}

#[test]
fn one_holds_as_many_as_any_rule_still_to_be_voted_by_allows_and_a_strict_one_asks_at_its_vote() {
    use crate::domain::rule::book::{self, Adopted};
    let mut stage = sitting(Some(rule(3, false)), &["p3", "p4"]);
    let held = |stage: &Stage| most(&stage.world, stage.s1());
    assert_eq!(held(&stage), Some(3));
    let strict = Rule {
        id: "own-2".into(),
        proxies: Some(Proxies {
            each: 1,
            in_quorum: false,
        }),
        ..rule(1, false)
    };
    stage.run(Command::Rule(book::Command::Adopt(Box::new(Adopted {
        id: strict.id.clone(),
        follows: None,
        on: super::stage::day("01-01"),
        rule: strict,
    }))));
    stage.run(give("p3", "p5"));
    stage.run(give("p4", "p5"));
    stage.agenda(agenda::Command::Settle {
        item: "i2".into(),
        state: agenda::ItemState::Done,
        at: at("09:14"),
    });
    assert_eq!(held(&stage), None, "what is settled is voted no more");
    let again = item("s1", "i6", decision("own-1"));
    stage.agenda(agenda::Command::Put(again));
    stage.agenda(agenda::Command::Put(item("s1", "i7", decision("own-2"))));
    assert_eq!(held(&stage), Some(3));
    // Two were given: the vote does not open with them.
    stage.start("i7");
    stage.vote(vote::Command::Draft(motion("i7", "m7")));
    let open = Command::Vote(vote::Command::Open {
        motion: "m7".into(),
        at: at("09:20"),
    });
    assert_eq!(
        stage.refused(&open),
        Refusal::ProxiesFull {
            name: stage.world.person(&"p5".into()).unwrap().name.clone(),
            most: 1
        }
    );
    stage.run(back("p4", "09:21"));
    stage.run(open);
}

#[test]
fn a_proxy_is_given_and_taken_back_while_the_roll_is_open_and_among_those_with_a_vote() {
    let mut stage = sitting(Some(rule(2, false)), &["p3", "p4"]);
    let of = |giver: &str| {
        Command::Session(session::Command::GiveProxy {
            id: "s1".into(),
            proxy: Proxy::since(giver.into(), "p5".into(), line("书面委托"), at("09:10")),
        })
    };
    stage.mark("p11", RollMark::Left);
    assert_eq!(
        stage.refused(&of("p11")),
        Refusal::NotEntitled {
            name: line("卫律师")
        }
    );
    stage.run(of("p3"));
    stage.vote(vote::Command::Withdraw {
        motion: "m1".into(),
        reason: None,
    });
    stage.close();
    assert_eq!(stage.refused(&of("p4")), Refusal::Frozen);
    assert_eq!(stage.refused(&back("p3", "11:10")), Refusal::Frozen);
}

fn of_item() -> Matter {
    Matter::Item { item: "i2".into() }
}

fn of_motion(id: &str) -> Matter {
    Matter::Motion { motion: id.into() }
}

/// Two motions voted by name, everybody for both.
fn voted_twice() -> Stage {
    let mut stage = Stage::sitting();
    stage.start("i2");
    for (id, opened) in [("m1", "09:15"), ("m2", "09:35")] {
        stage.vote(vote::Command::Draft(motion("i2", id)));
        stage.vote(vote::Command::Open {
            motion: id.into(),
            at: at(opened),
        });
        stage.vote(vote::Command::AllFor { motion: id.into() });
        stage.end(id);
        stage.announce(id);
    }
    stage
}

fn touched(stage: &Stage, from: Option<&Recusal>, to: Option<&Recusal>) -> Vec<(String, bool)> {
    let votes = recounts(&stage.world, stage.s1(), from, to).into_iter();
    votes
        .map(|it| (it.motion.to_string(), it.turns()))
        .collect()
}

#[test]
fn a_recusal_touches_what_it_covers_for_as_long_as_it_lasts() {
    let stage = voted_twice();
    let with = |of: Matter, from: &str, to: Option<&str>| {
        let recusal = Recusal {
            to: to.map(at),
            ..recusal("p3", of, at(from))
        };
        let votes = touched(&stage, None, Some(&recusal)).into_iter();
        votes.map(|it| it.0).collect::<Vec<_>>()
    };
    assert_eq!(with(of_item(), "09:10", None), ["m1", "m2"]);
    assert_eq!(with(of_motion("m1"), "09:10", None), ["m1"]);
    assert_eq!(with(of_motion("m2"), "09:10", None), ["m2"]);
    // Both votes ended at 09:30; one was opened at 09:15, the other at 09:35.
    assert_eq!(with(of_motion("m1"), "09:30", None), ["m1"]);
    assert_eq!(with(of_motion("m1"), "09:31", None), [] as [&str; 0]);
    assert_eq!(
        with(of_motion("m1"), "09:10", Some("09:15")),
        [] as [&str; 0]
    );
    assert_eq!(with(of_motion("m1"), "09:10", Some("09:16")), ["m1"]);
}

#[test]
fn of_another_recusal_of_the_same_person_nothing_changes() {
    let mut stage = voted_twice();
    let kept = recusal("p3", of_motion("m1"), at("09:10"));
    let gone = recusal("p3", of_item(), at("09:10"));
    let session = stage.world.sessions.get_mut(&"s1".into()).unwrap();
    let session = std::sync::Arc::make_mut(session);
    session.recusals = vec![kept.clone(), gone.clone()];
    for id in ["m1", "m2"] {
        let motion = stage.world.motions.get_mut(&id.into()).unwrap();
        if let vote::MotionState::Announced { result, .. } =
            &mut std::sync::Arc::make_mut(motion).state
        {
            let mut voices = result.voices.iter_mut();
            let voiced = voices.find(|it| it.voter.person == "p3".into()).unwrap();
            voiced.voice = vote::tally::Voice::Recused;
        }
    }
    // Withdrawn from the first motion all the same, the second is touched alone.
    assert_eq!(
        touched(&stage, Some(&gone), None),
        [("m2".to_owned(), false)]
    );
}

/// Whoever withdrew from another vote by their own word alone stays out of it.
#[test]
fn a_correction_touches_only_the_votes_that_either_recusal_is_of() {
    let mut stage = voted_twice();
    let m3 = |stage: &mut Stage| {
        stage.vote(vote::Command::Draft(motion("i2", "m3")));
        stage.vote(vote::Command::Open {
            motion: "m3".into(),
            at: at("10:00"),
        });
        stage.vote(vote::Command::Take {
            motion: "m3".into(),
            person: "p3".into(),
            choice: Choice::Recused {
                reason: line("本人承包").into(),
            },
        });
        stage.vote(vote::Command::AllFor {
            motion: "m3".into(),
        });
        stage.vote(vote::Command::End {
            motion: "m3".into(),
            at: at("10:10"),
        });
        stage.announce("m3");
    };
    m3(&mut stage);
    let of = |id: &str| recusal("p3", of_motion(id), at("09:10"));
    let moved = touched(&stage, Some(&of("m1")), Some(&of("m2")));
    assert_eq!(moved, [("m2".to_owned(), false)]);
    let back = touched(&stage, None, Some(&of("m1")));
    assert_eq!(back, [("m1".to_owned(), false)]);
}

#[test]
fn a_vote_that_is_not_by_name_is_touched_and_not_counted_anew() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.vote(vote::Command::OpenByHands {
        motion: "m1".into(),
        at: at("09:15"),
    });
    use crate::domain::vote::hands::{ChairHand, Hands};
    stage.vote(vote::Command::CountHands {
        motion: "m1".into(),
        hands: Hands::proposed(10, 2, 0, 0, ChairHand::Counted),
    });
    assert_eq!(stage.end("m1").outcome, Outcome::Adopted);
    stage.announce("m1");
    let missed = recusal("p3", of_item(), at("09:10"));
    // Whoever might have turned it is not known.
    assert_eq!(
        touched(&stage, None, Some(&missed)),
        [("m1".to_owned(), true)]
    );
    let observer = recusal("p11", of_item(), at("09:10"));
    assert_eq!(touched(&stage, None, Some(&observer)), []);
}

#[test]
fn a_recusal_ended_with_what_it_was_of() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    let item = recusal("p3", of_item(), at("09:10"));
    let motion = recusal("p3", of_motion("m1"), at("09:10"));
    let ended = |stage: &Stage| {
        let ended = |it: &Recusal| it.ended(&stage.world).map(|it| it.at);
        [&item, &motion].map(ended)
    };
    assert_eq!(ended(&stage), [None, None]);
    stage.open("m1");
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    assert_eq!(ended(&stage), [None, Some(at("09:30"))]);
    stage.announce("m1");
    let put_aside = |stage: &mut Stage, clock: &str| {
        stage.agenda(agenda::Command::Settle {
            item: "i2".into(),
            state: agenda::ItemState::Done,
            at: at(clock),
        });
    };
    put_aside(&mut stage, "09:50");
    assert_eq!(ended(&stage)[0], Some(at("09:50")));
    stage.agenda(agenda::Command::Start {
        item: "i2".into(),
        at: at("10:05"),
    });
    assert_eq!(ended(&stage)[0], None);
    put_aside(&mut stage, "10:20");
    assert_eq!(ended(&stage)[0], Some(at("10:20")));
    let went_back = Recusal {
        to: Some(at("09:20")),
        ..item.clone()
    };
    let ended = went_back.ended(&stage.world).map(|it| it.at);
    assert_eq!(ended, Some(at("09:20")));
}

#[test]
fn what_is_of_another_session_is_nothing_to_withdraw_from() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.session(session::Command::Create {
        id: "s2".into(),
        plan: super::stage::plan(2),
        opening: Some(item("s2", "j1", agenda::ItemKind::Report)),
    });
    let stray = stage.world.motions.get_mut(&"m1".into()).unwrap();
    std::sync::Arc::make_mut(stray).session = "s2".into();
    let recuse = |of| {
        Command::Session(session::Command::Recuse {
            id: "s1".into(),
            recusal: recusal("p3", of, at("09:12")),
        })
    };
    assert_eq!(stage.refused(&recuse(of_motion("m1"))), Refusal::Unknown);
    let item = Matter::Item { item: "j1".into() };
    assert_eq!(stage.refused(&recuse(item)), Refusal::Unknown);
    let decline = |item: &str| {
        Command::Session(session::Command::DeclineRecusal {
            id: "s1".into(),
            declined: Declined {
                item: item.into(),
                person: "p3".into(),
            },
        })
    };
    assert_eq!(stage.refused(&decline("j1")), Refusal::Unknown);
    assert_eq!(stage.refused(&decline("i2")), Refusal::Unknown);
}

#[test]
fn two_spans_meet_where_they_share_a_minute() {
    let stay = |from: &str, to: Option<&str>| Stay {
        to: to.map(at),
        ..Stay::begun(at(from), Way::Room)
    };
    let stage = Stage::sitting();
    let (session, attendee) = (
        Session::new("s9".into(), SessionKind::Regular, 1, stage.s1().date),
        &stage.s1().roll[0],
    );
    let meets = |attendance: &Attendance, runs: Vec<Stay>| {
        let attendance = attendance.clone();
        let item = Item {
            runs,
            ..stage.world.item(&"i1".into()).unwrap().clone()
        };
        session.was_at(
            &Attendee {
                attendance,
                ..attendee.clone()
            },
            &item,
        )
    };
    let both = |stays: &[(&str, Option<&str>)], spans: &[(&str, Option<&str>)]| {
        let of = |of: &[(&str, Option<&str>)]| -> Vec<Stay> {
            of.iter().map(|(from, to)| stay(from, *to)).collect()
        };
        meets(&Attendance::Attended { stays: of(stays) }, of(spans))
    };
    let span = [("09:10", Some("09:20"))];
    for (from, to, there) in [
        ("08:00", Some("09:09"), false),
        ("08:00", Some("09:10"), true),
        ("09:12", Some("09:15"), true),
        ("09:20", Some("09:40"), true),
        ("09:21", Some("09:40"), false),
        ("08:00", None, true),
        ("09:20", None, true),
        ("09:21", None, false),
    ] {
        assert_eq!(both(&[(from, to)], &span), there, "{from} {to:?}");
        assert_eq!(both(&span, &[(from, to)]), there, "{from} {to:?}");
    }
    // Any stay and any span is enough, and without one there is none.
    let stays = [("08:00", Some("08:30")), ("09:15", None)];
    assert!(both(&stays, &span));
    assert!(both(&span, &stays));
    assert!(!both(&[], &span) && !both(&span, &[]));
    for away in [
        Attendance::Unmarked,
        Attendance::Absent,
        Attendance::Excused {
            reason: Excuse::Duty,
        },
    ] {
        assert!(!meets(&away, vec![stay("08:00", None)]));
    }
}

#[test]
fn a_room_is_counted_with_everybody_entitled() {
    let stage = Stage::sitting();
    let rule = joint_default();
    let roll = stage
        .s1()
        .entitled()
        .map(|it| (it, it.place.person != "p3".into()));
    let poll = quorum::room(&rule, roll);
    let printed: Vec<String> = turnouts(&rule, &poll)
        .iter()
        .map(|it| it.inequality.to_string())
        .collect();
    assert_eq!(printed, ["2*9 > 10"]);
    assert_eq!(VOTERS.len(), 10);
}
