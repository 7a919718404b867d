//! Steps after a vote: where they are taken, in which session, of which villages, and what is kept of them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::sequels::{
    ask, asks_villages, follow, m1, meeting, own, put_off, reconsider, voted, voting,
};
use super::stage::{Stage, VOTERS, at, day, decision, item, line, motion, plan, recusal, text};
use crate::domain::ids::SessionId;
use crate::domain::rule::TieStep::{self, ChairCasts, Defer, Lot, SecondVote};
use crate::domain::rule::book::{self, Adopted};
use crate::domain::rule::{Partial, Quorum, Revote, Rule};
use crate::domain::session::recusal::Matter;
use crate::domain::session::{self, SessionState, agenda};
use crate::domain::vote::follow::concerned;
use crate::domain::vote::{
    self, Choice, Due, Motion, Next, SequelStep, Standing, Wording, due, standing,
};
use crate::domain::{Command, Refusal};

fn path(steps: &[TieStep]) -> Rule {
    own(|rule| Rule {
        tie: steps.to_vec(),
        ..rule
    })
}

fn cast() -> Next {
    Next::Cast { adopted: true }
}

fn lot() -> Next {
    Next::Lot {
        drawn_by: line("孙广田"),
        adopted: true,
    }
}

/// A motion tied under a rule with such a path.
fn tied(steps: &[TieStep]) -> Stage {
    let mut stage = voting(path(steps));
    voted(&mut stage, 5);
    stage
}

/// Plans another session beside the one that sits.
fn with_another(stage: &mut Stage) -> SessionId {
    let opening = Some(item("s2", "j1", decision("own-1")));
    stage.session(session::Command::Create {
        id: "s2".into(),
        plan: plan(2),
        opening,
    });
    "s2".into()
}

#[test]
fn what_the_session_itself_does_next_it_does_not_do_in_a_break() {
    for (step, next) in [
        (ChairCasts, cast()),
        (Lot, lot()),
        (SecondVote, Next::PassOver),
        (Defer, put_off()),
    ] {
        let mut stage = tied(&[step]);
        let mut sits = stage.clone();
        stage.session(session::Command::Pause {
            id: "s1".into(),
            at: at("09:35"),
        });
        assert_eq!(
            stage.refused(&follow(next.clone())),
            Refusal::SessionNotIn {
                have: SessionState::Break,
                need: SessionState::Sitting,
            },
            "{step:?}"
        );
        sits.run(follow(next));
    }
}

#[test]
fn the_chair_casts_only_where_that_is_next() {
    for step in [Lot, Defer] {
        assert_eq!(
            tied(&[step]).refused(&follow(cast())),
            Refusal::NotNext {
                due: Some(Due::Tie(step))
            }
        );
    }
    let mut stage = voting(path(&[ChairCasts]));
    voted(&mut stage, 6);
    assert_eq!(
        stage.refused(&follow(cast())),
        Refusal::NotNext { due: None }
    );
}

#[test]
fn nobody_rules_on_what_was_not_referred() {
    let ruling = Next::Rule {
        by: line("东集镇党委"),
        on: day("11-23"),
        adopted: true,
        paper: line("镇党委文件"),
    };
    assert_eq!(
        tied(&[Lot]).refused(&follow(ruling)),
        Refusal::NotNext {
            due: Some(Due::Tie(Lot))
        }
    );
}

#[test]
fn a_step_is_taken_in_the_session_of_its_motion() {
    let mut stage = asks_villages(Partial::AgreeingGoOn);
    let other = with_another(&mut stage);
    let step = Command::Vote(vote::Command::Follow {
        session: other.clone(),
        motion: "m1".into(),
        at: at("09:40"),
        next: ask(&["v1", "v2", "v3", "v4"]),
    });
    assert_eq!(stage.refused(&step), Refusal::Unknown);
    stage.run(follow(ask(&["v1", "v2", "v3", "v4"])));
    for village in ["v1", "v2", "v3", "v4"] {
        stage.run(follow(Next::Decide(meeting(village, 20))));
    }
    let Command::Vote(vote::Command::Reconsider {
        decided,
        motion,
        at,
        reason,
        ..
    }) = reconsider("11-23", Some("p4"))
    else {
        panic!("not a reconsideration");
    };
    let elsewhere = Command::Vote(vote::Command::Reconsider {
        session: other,
        decided,
        motion,
        at,
        reason,
    });
    assert_eq!(stage.refused(&elsewhere), Refusal::Unknown);
    stage.run(reconsider("11-23", Some("p4")));
}

#[test]
fn a_village_is_concerned_that_was_there_on_the_day_of_the_session() {
    for (left, is) in [
        (Some("11-22"), false),
        (Some("11-23"), false),
        (Some("11-24"), true),
        (None, true),
    ] {
        let mut stage = asks_villages(Partial::AgreeingGoOn);
        let village = stage.world.villages.get_mut(&"v2".into()).unwrap();
        std::sync::Arc::make_mut(village).left = left.map(day);
        let all = concerned(&stage.world, m1(&stage));
        assert_eq!(all.contains(&"v2".into()), is, "{left:?}");
        assert_eq!(all.len(), if is { 4 } else { 3 }, "{left:?}");
    }
}

#[test]
fn the_villages_are_asked_once_and_of_what_was_adopted() {
    let all = || ask(&["v1", "v2", "v3", "v4"]);
    let mut stage = asks_villages(Partial::AgreeingGoOn);
    stage.run(follow(all()));
    assert_eq!(
        stage.refused(&follow(all())),
        Refusal::NotNext { due: None }
    );
    let mut plain = voting(path(&[]));
    voted(&mut plain, 8);
    assert_eq!(
        plain.refused(&follow(all())),
        Refusal::NotNext { due: None }
    );
}

#[test]
fn what_all_villages_agreed_to_none_decides_again() {
    let mut stage = asks_villages(Partial::AgreeingGoOn);
    stage.run(follow(ask(&["v1", "v2", "v3", "v4"])));
    for village in ["v1", "v2", "v3", "v4"] {
        stage.run(follow(Next::Decide(meeting(village, 20))));
    }
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    assert_eq!(
        stage.refused(&follow(Next::Decide(meeting("v1", 3)))),
        Refusal::NotNext { due: None }
    );
}

fn limited(rounds: u32, tie: &[TieStep]) -> Rule {
    own(|rule| Rule {
        revote: Some(Revote { rounds, days: 0 }),
        tie: tie.to_vec(),
        ..rule
    })
}

/// Adopts a rule and drafts `m1` under it, of an item that runs.
fn drafted(rule: Rule) -> Stage {
    let mut stage = Stage::planned();
    stage.run(Command::Rule(book::Command::Adopt(Box::new(Adopted {
        id: rule.id.clone(),
        follows: None,
        on: day("01-01"),
        rule,
    }))));
    stage.agenda(agenda::Command::Put(item("s1", "i2", decision("own-1"))));
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage
}

fn agree(motion: &str) -> Command {
    Command::Vote(vote::Command::Agree {
        motion: motion.into(),
        at: at("10:20"),
    })
}

#[test]
fn every_round_counts_and_what_was_agreed_counts_as_one() {
    // Voted twice, tied and then adopted.
    for (rounds, refusal) in [(2, Some(Refusal::RoundsSpent { rounds: 2 })), (3, None)] {
        let mut stage = voting(limited(rounds, &[SecondVote]));
        voted(&mut stage, 5);
        stage.open("m1");
        voted(&mut stage, 8);
        assert_eq!(standing(m1(&stage)), Standing::Adopted);
        let again = stage.attempt(&reconsider("11-23", Some("p4")));
        assert_eq!(again.err(), refusal, "{rounds}");
    }
    for (rounds, refusal) in [(1, Some(Refusal::RoundsSpent { rounds: 1 })), (2, None)] {
        let mut stage = drafted(limited(rounds, &[]));
        stage.run(agree("m1"));
        let again = stage.attempt(&reconsider("11-23", Some("p4")));
        assert_eq!(again.err(), refusal, "{rounds}");
    }
}

#[test]
fn a_reconsideration_keeps_the_words_that_were_decided_and_may_end_by_agreement() {
    let mut stage = drafted(path(&[]));
    stage.vote(vote::Command::Reword {
        motion: "m1".into(),
        wording: Wording {
            at: at("09:12"),
            text: text("同意联建冷库两座。"),
            turn: None,
        },
    });
    stage.open("m1");
    voted(&mut stage, 2);
    assert_eq!(standing(m1(&stage)), Standing::Rejected);
    stage.run(reconsider("11-23", Some("p4")));
    let again = stage.world.motion(&"m2".into()).unwrap();
    let decided = &again.reconsiders.as_ref().unwrap().decided;
    assert_eq!(decided.wording, text("同意联建冷库两座。"));
    stage.run(agree("m2"));
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    let last = m1(&stage).sequels.last().unwrap();
    assert_eq!(last.at, at("10:20"));
    assert_eq!(
        last.step,
        SequelStep::Reviewed {
            by: "m2".into(),
            came_to: None,
            standing: Standing::Adopted,
        }
    );
}

#[test]
fn a_tie_that_waits_to_be_announced_is_put_off_in_one_act() {
    let mut stage = voting(path(&[Defer]));
    for (n, person) in VOTERS.iter().enumerate() {
        let choice = if n < 5 { Choice::For } else { Choice::Against };
        stage.take(person, choice);
    }
    stage.end("m1");
    assert_eq!(due(m1(&stage)), None);
    assert_eq!(
        vote::due::due_once_announced(m1(&stage)),
        Some(Due::Tie(Defer))
    );
    assert_eq!(stage.run(follow(put_off())).len(), 2);
    assert_eq!(standing(m1(&stage)), Standing::Deferred);
}

/// Where all have withdrawn the chair leads on, but there is nobody to agree.
#[test]
fn nobody_agrees_where_all_withdrew() {
    let rule = own(|rule| Rule {
        quorum: Quorum {
            all_of: Vec::new(),
            ..rule.quorum
        },
        ..rule
    });
    let mut stage = drafted(rule);
    let recuse = |person: &str| {
        let of = Matter::Item { item: "i2".into() };
        session::Command::Recuse {
            id: "s1".into(),
            recusal: recusal(person, of, at("09:10")),
        }
    };
    for person in &VOTERS[1..] {
        stage.session(recuse(person));
    }
    let mut one_left = stage.clone();
    let events = one_left.run(agree("m1"));
    assert_eq!(events.len(), 1);
    stage.session(recuse("p1"));
    assert_eq!(
        stage.refused(&agree("m1")),
        Refusal::NobodyEntitled { on: day("11-23") }
    );
}

/// The way is that of the vote before, as long as the rule still has it.
#[test]
fn a_vote_is_proposed_in_the_way_of_the_one_before_it() {
    use crate::domain::rule::Method::{ByName, Hands, Secret};
    let mut stage = tied(&[SecondVote]);
    stage.open("m1");
    voted(&mut stage, 5);
    let mut motion: Motion = m1(&stage).clone();
    let rule = |ways: &[crate::domain::rule::Method]| Rule {
        methods: ways.to_vec(),
        ..path(&[SecondVote])
    };
    assert_eq!(motion.way(&rule(&[Hands, ByName])), Some(ByName));
    assert_eq!(motion.way(&rule(&[Hands, Secret])), Some(Hands));
    // Of several rounds the last.
    let mut first = motion.earlier[0].clone();
    first.ballot.method = Secret;
    motion.earlier.insert(0, first);
    motion.state = vote::MotionState::Drafted;
    assert_eq!(motion.way(&rule(&[Hands, ByName, Secret])), Some(ByName));
}
