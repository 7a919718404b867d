//! What followed a result that a correction would turn: it goes with it, or the correction is refused.

use super::{Totals, by_hands, hands, result, totals};
use crate::domain::refusal::Remedy;
use crate::domain::rule::{Method, Rule, TieStep};
use crate::domain::session::correction::Wanted;
use crate::domain::session::{SessionState, agenda};
use crate::domain::task::{self, Decision, Task};
use crate::domain::tests::moments::{self, correct};
use crate::domain::tests::sequels::{adopt, follow, m1, own, put_off, reconsider, refer};
use crate::domain::tests::stage::{
    Stage, VOTERS, at, day, decision, item, line, motion, task as follow_up,
};
use crate::domain::vote::follow::may_be_taken;
use crate::domain::vote::overturn::Followed;
use crate::domain::vote::reconsider::may_reconsider;
use crate::domain::vote::{self, Choice, Due, Next, Outcome, SequelStep, Standing, due, standing};
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, sequels};

/// Announces a vote by hands under a rule of the committee's own.
fn under(change: impl FnOnce(Rule) -> Rule, yes: u32, no: u32) -> Stage {
    let mut stage = Stage::planned();
    adopt(&mut stage, own(change));
    stage.agenda(agenda::Command::Put(item("s1", "i2", decision("own-1"))));
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    vote_on(&mut stage, yes, no);
    stage
}

fn vote_on(stage: &mut Stage, yes: u32, no: u32) {
    stage.vote(vote::Command::open("m1".into(), at("09:15"), Method::Hands));
    let Totals::Hands { hands } = hands(yes, no, 0) else {
        panic!("no hands");
    };
    stage.vote(vote::Command::CountHands {
        motion: "m1".into(),
        hands,
    });
    stage.end("m1");
    stage.announce("m1");
}

fn choose(stage: &mut Stage, motion: &str, choice: impl Fn(usize) -> Choice) {
    stage.open(motion);
    for (at, person) in VOTERS.iter().enumerate() {
        stage.vote(vote::Command::Take {
            motion: motion.into(),
            person: (*person).into(),
            choice: choice(at),
        });
    }
    stage.end(motion);
    stage.announce(motion);
}

fn tied(path: &[TieStep]) -> Stage {
    let tie = path.to_vec();
    under(|rule| Rule { tie, ..rule }, 5, 5)
}

fn followed(by: Followed) -> Refusal {
    Refusal::ResultFollowed { by }
}

#[test]
fn a_decision_on_a_tie_stands_where_the_vote_comes_out_the_same() {
    let lot = Next::Lot {
        drawn_by: line("孙广田"),
        adopted: true,
    };
    for (step, next, by) in [
        (
            TieStep::ChairCasts,
            Next::Cast { adopted: true },
            Followed::ChairCast,
        ),
        (TieStep::Lot, lot, Followed::LotDrawn),
    ] {
        let mut stage = tied(&[step]);
        stage.run(follow(next));
        let against = stage.refused(&totals("x1", hands(4, 6, 0)));
        assert_eq!(against, followed(by));
        assert_eq!(against.remedy(), Some(Remedy::Reconsider));
        // Figures that tie as well leave it a tie.
        stage.run(totals("x1", hands(4, 4, 2)));
        assert_eq!(standing(m1(&stage)), Standing::Adopted);
        stage.run(totals("x2", hands(6, 4, 0)));
        assert_eq!(standing(m1(&stage)), Standing::Adopted);
        assert_eq!(m1(&stage).sequels.len(), 1, "no step is erased");
    }
}

#[test]
fn what_was_put_off_or_referred_up_is_not_turned() {
    for (step, next, by) in [
        (TieStep::Defer, put_off(), Followed::Deferred),
        (TieStep::Refer, refer(), Followed::ReferredUp),
    ] {
        let mut stage = tied(&[step]);
        stage.run(follow(next));
        let turned = stage.refused(&totals("x1", hands(6, 4, 0)));
        assert_eq!(turned, followed(by));
        assert_eq!(turned.remedy(), None);
        stage.run(totals("x1", hands(4, 4, 2)));
    }
    // Ruled on, the ruling stands where it is what the vote says.
    let mut stage = tied(&[TieStep::Refer]);
    stage.run(follow(refer()));
    stage.run(follow(Next::Rule {
        by: line("东集镇党委"),
        on: at("09:40").day(),
        adopted: true,
        paper: line("批复一号"),
    }));
    assert_eq!(
        stage.refused(&totals("x1", hands(4, 6, 0))),
        followed(Followed::Ruled)
    );
    stage.run(totals("x1", hands(6, 4, 0)));
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
}

#[test]
fn a_vote_held_again_leaves_the_one_before_as_it_was() {
    let mut stage = tied(&[TieStep::SecondVote]);
    stage.vote(vote::Command::open("m1".into(), at("09:40"), Method::Hands));
    assert_eq!(
        stage.refused(&totals("x1", hands(6, 4, 0))),
        followed(Followed::VotedAgain)
    );
    let mut again = tied(&[TieStep::SecondVote]);
    vote_on(&mut again, 7, 3);
    again.run(totals("x1", hands(3, 7, 0)));
    assert_eq!(result(&again).outcome, Outcome::Rejected);
    let first = m1(&again).earlier[0].result().unwrap();
    assert_eq!(first.outcome, Outcome::Tied, "the last vote is corrected");
    // Not held yet, it is no longer due once the figures are no tie.
    let mut stage = tied(&[TieStep::SecondVote]);
    stage.run(totals("x1", hands(6, 4, 0)));
    assert_eq!(
        (standing(m1(&stage)), vote::due(m1(&stage))),
        (Standing::Adopted, None)
    );
    // What the rule asks for first was passed over already.
    let mut stage = tied(&[TieStep::ChairCasts]);
    stage.run(follow(Next::PassOver));
    stage.run(totals("x1", hands(6, 4, 0)));
    assert_eq!(
        stage.refused(&totals("x2", hands(5, 5, 0))),
        followed(Followed::PassedOver)
    );
}

#[test]
fn a_tie_that_a_correction_makes_after_the_end_is_taken_up_by_a_later_session() {
    let mut stage = under(
        |rule| Rule {
            tie: vec![TieStep::ChairCasts],
            ..rule
        },
        6,
        4,
    );
    let mut sits = stage.clone();
    sits.run(totals("x1", hands(5, 5, 0)));
    let next = Due::Tie(TieStep::ChairCasts);
    assert_eq!(due(m1(&sits)), Some(next));
    assert!(may_be_taken(next, SessionState::Sitting));
    assert_eq!(
        sits.refused(&reconsider("11-23", Some("p4"))),
        Refusal::NotNext { due: Some(next) },
        "the chair is there to decide it"
    );
    stage.close();
    stage.run(totals("x1", hands(5, 5, 0)));
    assert_eq!(due(m1(&stage)), Some(next));
    assert!(!may_be_taken(next, SessionState::Closed));
    stage.refused(&follow(Next::Cast { adopted: true }));
    // Another session that sits takes it up.
    let mut later = stage.world.session(&"s1".into()).unwrap().clone();
    later.id = "s2".into();
    later.state = SessionState::Sitting;
    later.closed = None;
    stage.world.sessions.insert("s2".into(), later.into());
    stage.agenda(agenda::Command::Put(item("s2", "j1", decision("own-1"))));
    let mut again = reconsider("11-23", Some("p4"));
    if let Command::Vote(vote::Command::Reconsider { motion, .. }) = &mut again {
        motion.session = "s2".into();
        motion.item = "j1".into();
    }
    stage.run(again);
    assert_eq!(standing(m1(&stage)), Standing::Reconsidering);
    let m2 = stage.world.motion(&"m2".into()).unwrap();
    let decided = &m2.reconsiders.as_ref().unwrap().decided;
    assert_eq!(decided.standing, Standing::Tied);
}

#[test]
fn what_can_be_taken_up_once_more_depends_on_whether_its_session_is_over() {
    let stage = tied(&[TieStep::Refer]);
    let over = [SessionState::Closed, SessionState::Sealed];
    let on = [
        SessionState::Sitting,
        SessionState::Break,
        SessionState::Adjourned,
    ];
    assert!(over.iter().all(|state| may_reconsider(m1(&stage), *state)));
    assert!(!on.iter().any(|state| may_reconsider(m1(&stage), *state)));
    let decided = under(|rule| rule, 8, 2);
    let mut all = over.iter().chain(&on);
    assert!(all.all(|state| may_reconsider(m1(&decided), *state)));
    // The superior can still be asked when the session is over, and the villages; the chair cannot.
    for state in over {
        for due in [
            Due::Tie(TieStep::Refer),
            Due::Tie(TieStep::Defer),
            Due::AskVillages,
        ] {
            assert!(may_be_taken(due, state), "{due:?} {state:?}");
        }
        assert!(!may_be_taken(Due::Tie(TieStep::ChairCasts), state));
    }
}

#[test]
fn villages_that_were_asked_were_asked_about_an_adopted_motion() {
    let mut stage = under(|rule| rule, 8, 2);
    let mut proposes = m1(&stage).clone();
    proposes.effect = vote::Effect::Proposes;
    stage.world.motions.insert("m1".into(), proposes.into());
    let villages = vote::follow::concerned(&stage.world, m1(&stage));
    let tasks = villages.into_iter().map(|village| Task {
        village: Some(village.clone()),
        ..follow_up(&format!("t-{village}"), "i2")
    });
    stage.run(follow(Next::AskVillages {
        tasks: tasks.collect(),
    }));
    assert_eq!(
        stage.refused(&totals("x1", hands(2, 8, 0))),
        followed(Followed::VillagesAsked)
    );
    stage.run(totals("x1", hands(9, 1, 0)));
    assert_eq!(standing(m1(&stage)), Standing::AwaitingVillages);
}

#[test]
fn a_follow_up_is_given_up_before_what_it_carries_out_is_gone() {
    let mut stage = by_hands(8, 1, 1);
    let put = Task {
        decision: Some(Decision::Motion {
            motion: "m1".into(),
        }),
        ..follow_up("t1", "i2")
    };
    let what = put.what.clone();
    stage.run(Command::Task(task::Command::Put(put)));
    let turned = stage.refused(&totals("x1", hands(1, 8, 1)));
    assert_eq!(turned, followed(Followed::FollowUp { what }));
    assert_eq!(turned.remedy(), Some(Remedy::DropTask));
    // One that is done binds as one that is open does.
    let mut done = stage.clone();
    let mut task = done.world.task(&"t1".into()).unwrap().clone();
    task.state = task::TaskState::Closed;
    done.world.tasks.insert("t1".into(), task.into());
    assert_eq!(done.refused(&totals("x1", hands(1, 8, 1))), turned);
    stage.run(Command::Task(task::Command::Drop {
        task: "t1".into(),
        reason: line("票数更正后未通过"),
        on: day("11-23"),
    }));
    stage.run(totals("x1", hands(1, 8, 1)));
    assert_eq!(standing(m1(&stage)), Standing::Rejected);
}

#[test]
fn a_reconsideration_tells_the_decision_of_its_corrected_result() {
    let mut stage = by_hands(8, 1, 1);
    stage.run(reconsider("11-23", Some("p4")));
    assert_eq!(
        stage.refused(&totals("x1", hands(1, 8, 1))),
        followed(Followed::Reconsidered)
    );
    choose(&mut stage, "m2", |_| Choice::Against);
    assert_eq!(standing(m1(&stage)), Standing::Rejected);
    // One voice after the other is put right, until the motion that took it up is adopted.
    for (number, person) in VOTERS.iter().enumerate() {
        let mut command = correct(Wanted::Voice {
            motion: "m2".into(),
            person: (*person).into(),
            to: Choice::For,
        });
        if let Command::Correct(correction) = &mut command {
            correction.id = format!("x{number}").as_str().into();
        }
        stage.run(command);
    }
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    let reviewed = m1(&stage).sequels.iter();
    let reviewed = reviewed.filter(|it| matches!(it.step, SequelStep::Reviewed { .. }));
    let reviewed: Vec<_> = reviewed.collect();
    assert!(reviewed.len() > 1, "{:?}", m1(&stage).sequels);
    // The first says what it came to, the others that it was changed since.
    for (language, since) in [(Language::Zh, "后来改为"), (Language::En, "changed since")] {
        let said = |at: usize| sequels::step(language, &stage.world, m1(&stage), reviewed[at]);
        assert!(!said(0).contains(since), "{}", said(0));
        assert!(said(1).contains(since), "{}", said(1));
    }
}

#[test]
fn of_two_that_exclude_each_other_no_correction_adopts_both() {
    let mut stage = moments::stage(moments::Moment::Running);
    stage.vote(vote::Command::Draft(motion("i2", "m2")));
    stage.vote(vote::Command::Exclude {
        motion: "m2".into(),
        other: Some("m1".into()),
    });
    vote_on(&mut stage, 4, 6);
    choose(&mut stage, "m2", |at| match at {
        0..6 => Choice::For,
        _ => Choice::Against,
    });
    let both = stage.refused(&totals("x1", hands(6, 4, 0)));
    assert!(
        matches!(both, Refusal::ForBoth { .. } | Refusal::OtherAdopted { .. }),
        "{both:?}"
    );
}
