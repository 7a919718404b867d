//! The steps after an announced vote, carried out: who may take them, when, and what they bring with them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, VOTERS, at, day, decision, item, line, motion, task};
use crate::domain::ids::MotionId;
use crate::domain::rule::book::{self, Adopted};
use crate::domain::rule::{
    Consent, Name, Partial, Provenance, Revote, Rule, TieStep, joint_default,
};
use crate::domain::session::agenda::{self, ItemState};
use crate::domain::session::{self, RollMark};
use crate::domain::task as follow_up;
use crate::domain::task::{Decision, Task, TaskState};
use crate::domain::vote::village::VillageMeeting;
use crate::domain::vote::{
    self, Choice, Due, Motion, Next, Outcome, RoundEnd, SequelStep, Standing, due, standing,
};
use crate::domain::{Command, Event, Refusal};
use crate::i18n::{Language, step, steps};

pub(crate) fn own(change: impl FnOnce(Rule) -> Rule) -> Rule {
    change(Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("本会规则"),
            en: line("Our rule"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        unverified: false,
        from: Some(day("01-01")),
        close: None,
        tie: Vec::new(),
        ..joint_default()
    })
}

/// Opens the vote on `m1` under a rule of the committee's own.
pub(crate) fn voting(rule: Rule) -> Stage {
    let mut stage = Stage::planned();
    adopt(&mut stage, rule);
    stage.agenda(agenda::Command::Put(item("s1", "i2", decision("own-1"))));
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.open("m1");
    stage
}

pub(super) fn adopt(stage: &mut Stage, rule: Rule) {
    stage.run(Command::Rule(book::Command::Adopt(Box::new(Adopted {
        id: rule.id.clone(),
        follows: None,
        on: day("01-01"),
        rule,
    }))));
}

/// Takes so many votes for, the rest against, ends and announces.
pub(crate) fn voted(stage: &mut Stage, yes: usize) {
    for (n, person) in VOTERS.iter().enumerate() {
        let choice = if n < yes {
            Choice::For
        } else {
            Choice::Against
        };
        stage.take(person, choice);
    }
    stage.end("m1");
    // Where the sides are close it waits for the choice.
    if due(m1(stage)).is_none() {
        stage.announce("m1");
    }
}

pub(crate) fn follow(next: Next) -> Command {
    Command::Vote(vote::Command::Follow {
        session: "s1".into(),
        motion: "m1".into(),
        at: at("09:40"),
        next,
    })
}

pub(crate) fn m1(stage: &Stage) -> &Motion {
    stage.world.motion(&"m1".into()).unwrap()
}

pub(super) fn refer() -> Next {
    Next::Refer {
        to: line("东集镇党委"),
        task: task("t9", "i2"),
    }
}

pub(crate) fn put_off() -> Next {
    Next::Defer {
        until: Some(day("12-20")),
        reason: Some(line("再作调查")),
    }
}

#[test]
fn only_the_step_that_is_next_is_taken_and_each_is_kept() {
    use TieStep::{ChairCasts, Defer, Lot, Refer, SecondVote};
    let path = vec![ChairCasts, SecondVote, Lot, Defer, Refer];
    let mut stage = voting(own(|rule| Rule { tie: path, ..rule }));
    let lot = || Next::Lot {
        drawn_by: line("孙广田"),
        adopted: true,
    };
    assert_eq!(stage.refused(&follow(lot())), Refusal::NotCounted);
    voted(&mut stage, 5);
    assert_eq!(standing(m1(&stage)), Standing::Tied);
    let not_next = |step| Refusal::NotNext {
        due: Some(Due::Tie(step)),
    };
    for next in [lot(), refer(), put_off()] {
        assert_eq!(stage.refused(&follow(next)), not_next(ChairCasts));
    }
    let mut cast = stage.clone();
    let events = cast.run(follow(Next::Cast { adopted: true }));
    assert!(events.iter().any(Event::is_final_once_followed));
    assert_eq!(standing(m1(&cast)), Standing::Adopted);
    let SequelStep::Cast { chair, .. } = &m1(&cast).sequels[0].step else {
        panic!("{:?}", m1(&cast).sequels);
    };
    assert_eq!(*chair, "p1".into(), "who chaired is kept");
    // The chair does not cast; it is voted once more, and the first round stays.
    stage.run(follow(Next::PassOver));
    stage.open("m1");
    assert_eq!(m1(&stage).earlier.len(), 1);
    voted(&mut stage, 5);
    assert_eq!(stage.refused(&follow(put_off())), not_next(Lot));
    stage.run(follow(lot()));
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    assert_eq!(m1(&stage).sequels.len(), 2);
    let RoundEnd::Announced { result, .. } = &m1(&stage).earlier[0].end;
    assert_eq!(result.outcome, Outcome::Tied);
    assert_eq!(
        stage.refused(&follow(lot())),
        Refusal::NotNext { due: None }
    );
}

#[test]
fn a_reference_gives_out_its_follow_up_and_the_ruling_ends_it() {
    let mut stage = voting(own(|rule| Rule {
        tie: vec![TieStep::Refer],
        ..rule
    }));
    voted(&mut stage, 5);
    stage.close();
    stage.seal();
    // Its path is walked after the signing too, and that is kept.
    stage.run(follow(refer()));
    assert_eq!(standing(m1(&stage)), Standing::ReferredUp);
    assert!(m1(&stage).sequels[0].after_signing);
    let mut stage = voting(own(|rule| Rule {
        tie: vec![TieStep::Refer],
        ..rule
    }));
    voted(&mut stage, 5);
    let motion = MotionId::from("m1");
    let decision = Some(Decision::Motion { motion });
    let refer = match refer() {
        Next::Refer { to, task } => Next::Refer {
            to,
            task: Task { decision, ..task },
        },
        other => other,
    };
    let events = stage.run(follow(refer));
    assert_eq!(events.len(), 2, "the follow-up comes in the same act");
    // Nobody reports it as done: the ruling does that when it is entered.
    let finish = Command::Task(follow_up::Command::Finish {
        task: "t9".into(),
        on: day("11-23"),
        note: None,
        evidence: None,
    });
    let to = line("东集镇党委");
    assert_eq!(
        stage.refused(&finish),
        follow_up::Refused::NotRuled { to }.into()
    );
    assert_eq!(standing(m1(&stage)), Standing::ReferredUp);
    stage.close();
    stage.seal();
    let ruling = |on: &str| Next::Rule {
        by: line("东集镇党委"),
        on: day(on),
        adopted: true,
        paper: line("镇党委文件"),
    };
    assert_eq!(
        stage.refused(&follow(ruling("12-30"))),
        Refusal::NotYet { on: day("12-30") }
    );
    assert_eq!(
        stage.refused(&follow(ruling("11-22"))),
        Refusal::RuledTooEarly {
            on: day("11-22"),
            referred: day("11-23")
        }
    );
    stage.run(follow(ruling("11-23")));
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    assert_eq!(
        stage.world.task(&"t9".into()).unwrap().state,
        TaskState::Closed
    );
}

#[test]
fn what_is_put_off_is_left_over_and_may_be_put_off_instead_of_announced() {
    let close = || {
        voting(own(|rule| Rule {
            close: Some(2),
            ..rule
        }))
    };
    let mut stage = close();
    for (n, person) in VOTERS.iter().enumerate() {
        let choice = if n < 6 { Choice::For } else { Choice::Against };
        stage.take(person, choice);
    }
    stage.end("m1");
    let events = stage.run(follow(put_off()));
    assert!(matches!(
        events[0],
        Event::Vote(vote::Event::Announced { .. })
    ));
    // What is put off is not said to have failed, or to have passed, as well.
    for language in Language::ALL {
        let (motion, world) = (m1(&stage), &stage.world);
        let said = steps::result_outcome_first(language, world, motion, motion.result().unwrap());
        let alone = steps::result_sentence(language, world, motion, motion.result().unwrap());
        let failed = step::rejected(language);
        let passed = step::adopted(language);
        let outcome = said.strip_suffix(&alone).unwrap();
        assert!(
            !outcome.contains(failed) && !outcome.contains(passed),
            "{said}"
        );
    }
    assert_eq!(standing(m1(&stage)), Standing::Deferred);
    assert_eq!(
        agenda::settles_as(&stage.world, &"i2".into()),
        ItemState::Deferred
    );
    stage.close();
    let item = stage.world.item(&"i2".into()).unwrap();
    assert!(agenda::is_left_over(&stage.world, item));
    // Declined, it is adopted, and nothing is left over.
    let mut stage = close();
    for (n, person) in VOTERS.iter().enumerate() {
        let choice = if n < 6 { Choice::For } else { Choice::Against };
        stage.take(person, choice);
    }
    stage.end("m1");
    assert_eq!(due(m1(&stage)), Some(Due::CloseSplit));
    stage.run(follow(Next::PassOver));
    stage.announce("m1");
    assert_eq!(
        (standing(m1(&stage)), due(m1(&stage))),
        (Standing::Adopted, None)
    );
    assert_eq!(
        agenda::settles_as(&stage.world, &"i2".into()),
        ItemState::Done
    );
    assert_eq!(
        stage.refused(&follow(put_off())),
        Refusal::NotNext { due: None }
    );
}

#[test]
fn what_is_put_off_comes_back_on_the_first_agenda_from_its_day_on() {
    let mut stage = voting(own(|rule| Rule {
        close: Some(2),
        ..rule
    }));
    voted(&mut stage, 6);
    stage.run(follow(Next::Defer {
        until: Some(day("12-20")),
        reason: None,
    }));
    let back = |stage: &Stage, on: &str| {
        let back = agenda::come_back(&stage.world, day(on));
        let back: Vec<String> = back.map(|item| item.id.to_string()).collect();
        back
    };
    assert!(back(&stage, "12-20").is_empty(), "the session still sits");
    stage.close();
    assert!(back(&stage, "12-19").is_empty());
    assert_eq!(back(&stage, "12-20"), ["i2"]);
    stage.session(session::Command::Create {
        id: "s2".into(),
        plan: super::stage::plan(2),
        opening: None,
    });
    stage.agenda(agenda::Command::Carry {
        item: "i2".into(),
        into: item("s2", "i9", decision("own-1")),
    });
    assert!(back(&stage, "12-20").is_empty());
    let until = stage.world.item(&"i9".into()).unwrap().put_off[0].until;
    assert_eq!(until, Some(day("12-20")), "the day goes along");
}

#[test]
fn an_inquorate_vote_is_taken_anew_with_the_first_kept() {
    let mut stage = voting(own(|rule| rule));
    for person in &VOTERS[..6] {
        stage.mark(person, RollMark::Left);
    }
    for person in &VOTERS[6..] {
        stage.take(person, Choice::For);
    }
    assert_eq!(stage.end("m1").outcome, Outcome::Inquorate);
    stage.announce("m1");
    assert_eq!(due(m1(&stage)), Some(Due::NewVote));
    for person in &VOTERS[..6] {
        stage.mark(person, RollMark::Present);
    }
    stage.open("m1");
    voted(&mut stage, 8);
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    assert_eq!(
        m1(&stage).earlier[0].result().unwrap().outcome,
        Outcome::Inquorate
    );
    assert_eq!(
        stage.refused(&super::moments::open("m1")),
        Refusal::MotionPastWording
    );
}

pub(crate) fn asks_villages(partial: Partial) -> Stage {
    let mut stage = voting(own(|rule| Rule {
        consent: Consent::OwnBody {
            by: Some("village-representatives".into()),
            partial,
            silence_days: None,
        },
        ..rule
    }));
    voted(&mut stage, 8);
    stage
}

pub(crate) fn ask(villages: &[&str]) -> Next {
    let tasks = villages.iter().map(|village| Task {
        village: Some((*village).into()),
        ..task(&format!("t-{village}"), "i2")
    });
    Next::AskVillages {
        tasks: tasks.collect(),
    }
}

pub(crate) fn meeting(village: &str, yes: u32) -> VillageMeeting {
    VillageMeeting {
        village: village.into(),
        body: line("村民代表会议"),
        met: day("11-23"),
        held: true,
        rule: "village-representatives".into(),
        entitled: 30,
        present: 24,
        yes,
        no: 24 - yes,
        abstain: 0,
        households: None,
        women: None,
        paper: line("村档案柜"),
    }
}

pub(super) fn reconsider(at_day: &str, mover: Option<&str>) -> Command {
    Command::Vote(vote::Command::Reconsider {
        session: "s1".into(),
        decided: "m1".into(),
        motion: Motion {
            mover: mover.map(Into::into),
            ..motion("i2", "m2")
        },
        at: crate::domain::dates::Minute::on(
            day(at_day),
            chrono::NaiveTime::from_hms_opt(10, 0, 0).unwrap(),
        ),
        reason: line("资金来源有变"),
    })
}

#[test]
fn a_decision_is_taken_up_once_more_by_a_motion_of_its_own() {
    let mut stage = Stage::voting();
    voted(&mut stage, 9);
    assert_eq!(stage.refused(&reconsider("11-23", None)), Refusal::NoMover);
    stage.run(reconsider("11-23", Some("p4")));
    assert_eq!(standing(m1(&stage)), Standing::Reconsidering);
    let again = stage.world.motion(&"m2".into()).unwrap();
    assert_eq!(again.reconsiders.as_ref().unwrap().rounds, 1);
    assert_eq!(
        stage.refused(&reconsider("11-23", Some("p4"))),
        Refusal::NotNext { due: None },
        "it is being reconsidered already"
    );
    // Taken back, the decision stays as it was; voted, it is what the new vote says.
    let mut back = stage.clone();
    back.vote(vote::Command::Withdraw {
        motion: "m2".into(),
        reason: None,
    });
    assert_eq!(standing(m1(&back)), Standing::Adopted);
    stage.open("m2");
    for (n, person) in VOTERS.iter().enumerate() {
        stage.vote(vote::Command::Take {
            motion: "m2".into(),
            person: (*person).into(),
            choice: if n < 2 { Choice::For } else { Choice::Against },
        });
    }
    stage.end("m2");
    stage.announce("m2");
    assert_eq!(standing(m1(&stage)), Standing::Rejected);
    assert_eq!(m1(&stage).sequels.len(), 2);
    assert_eq!(
        m1(&stage).result().unwrap().outcome,
        Outcome::Adopted,
        "the old result stays"
    );
}

#[test]
fn a_rule_says_how_often_and_how_soon_a_decision_is_taken_up_again() {
    for (revote, on, refusal) in [
        (
            Revote { rounds: 1, days: 0 },
            "11-23",
            Some(Refusal::RoundsSpent { rounds: 1 }),
        ),
        (
            Revote {
                rounds: 2,
                days: 10,
            },
            "12-02",
            Some(Refusal::TooSoon { from: day("12-03") }),
        ),
        (
            Revote {
                rounds: 2,
                days: 10,
            },
            "12-03",
            None,
        ),
    ] {
        let mut stage = voting(own(|rule| Rule {
            revote: Some(revote),
            ..rule
        }));
        voted(&mut stage, 9);
        let command = reconsider(on, Some("p4"));
        match refusal {
            Some(refusal) => assert_eq!(stage.refused(&command), refusal),
            None => {
                stage.run(command);
            }
        }
    }
}

#[test]
fn what_is_still_to_be_done_is_for_no_day_that_is_past() {
    let mut stage = voting(own(|rule| Rule {
        tie: vec![TieStep::Refer],
        ..rule
    }));
    voted(&mut stage, 5);
    let by = |due: &str| match refer() {
        Next::Refer { to, task } => follow(Next::Refer {
            to,
            task: Task {
                due: Some(day(due)),
                ..task
            },
        }),
        next => panic!("{next:?}"),
    };
    let past = Refusal::DayPast {
        on: day("11-22"),
        today: day("11-23"),
    };
    assert_eq!(stage.refused(&by("11-22")), past);
    stage.run(by("11-23"));
}
