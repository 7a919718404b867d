//! How a matter ends: decided and filed, merged and split, withdrawn, put off and taken up again.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::matters::{
    become_, intake, of, put, receive, screen, screened, settle, stands, vote_on, why,
};
use super::stage::{Stage, day, line, motion, plan, task};
use crate::domain::matter::intake::{Fen, Money, Share};
use crate::domain::matter::life::{Fact, Missing, Stage as At, facts};
use crate::domain::matter::{Became, Command as Of, Decided, Intake, Refused, Step, split};
use crate::domain::refusal::{OfMatter, Remedy};
use crate::domain::session::agenda::{self, ItemState};
use crate::domain::session::{self, Plan};
use crate::domain::vote::{self, Choice, Effect, Motion, Standing};
use crate::domain::{Command, Refusal, task as tasks};

/// Has the follow-up of the matter done and signed for.
fn sign_off(stage: &mut Stage) {
    stage.run(Command::Task(tasks::Command::Finish {
        task: "t1".into(),
        on: day("11-25"),
        note: None,
        evidence: None,
    }));
    stage.run(Command::Task(tasks::Command::Sign {
        task: "t1".into(),
        on: day("11-25"),
        by: line("田桂芳"),
        paper: line("销号单"),
    }));
}

#[test]
fn what_its_motions_come_to_is_known_when_the_session_is_filed() {
    let mut stage = screened();
    put(&mut stage);
    vote_on(&mut stage, Choice::For);
    settle(&mut stage, ItemState::Done);
    stage.run(Command::Task(tasks::Command::Put(task("t1", "x"))));
    stage.close();
    assert_eq!(stands(&stage, "m"), At::FollowUp);
    stage.seal();
    stage.world.forget_closed();
    assert!(stage.world.sessions.is_empty());
    let matter = of(&stage, "m");
    let hearing = matter.last_hearing().unwrap();
    assert!(hearing.over);
    let [heard] = hearing.motions.as_slice() else {
        panic!("{hearing:?}")
    };
    assert_eq!(heard.standing, Standing::Adopted);
    assert!(matches!(
        heard.by,
        Some(Decided::Voted { yes: 10, no: 0, .. })
    ));
    // Its follow-up is open, so it is alive.
    let refusal = stage.refused(&become_("m", Became::Filed));
    let Refusal::Matter(Refused::NotDone { missing }) = refusal else {
        panic!("{refusal:?}")
    };
    let what = line("核实四村用水户数");
    assert_eq!(missing, [Missing::Task { what }]);
    let withdrawn = become_("m", Became::Withdrawn { reason: why() });
    assert!(matches!(
        stage.refused(&withdrawn),
        Refusal::Matter(Refused::NotDone { .. })
    ));
    sign_off(&mut stage);
    assert_eq!(stands(&stage, "m"), At::Results);
    stage.run(become_("m", Became::Filed));
    assert_eq!(stands(&stage, "m"), At::Filed);
    let kinds: Vec<&str> = facts(&stage.world, of(&stage, "m"), day("12-31"))
        .iter()
        .map(|it| match it.fact {
            Fact::Entered => "entered",
            Fact::Screened(..) => "screened",
            Fact::Heard(_) => "heard",
            Fact::Decided(_) | Fact::Came(_) => "decided",
            Fact::Posting(_) | Fact::PostingStep(..) => "posting",
            Fact::Path(_)
            | Fact::Asked(_)
            | Fact::Deadline(_)
            | Fact::Contributed(_)
            | Fact::Taken(..) => "path",
            Fact::Task(_) => "task",
            Fact::TaskStep(..) => "step",
            Fact::Became(_) => "became",
        })
        .collect();
    assert_eq!(
        kinds,
        [
            "entered", "screened", "heard", "decided", "task", "step", "step", "became"
        ]
    );
}

#[test]
fn a_follow_up_that_is_taken_up_again_takes_its_matter_up_with_it() {
    let mut stage = screened();
    let mut of_matter = task("t1", "i2");
    of_matter.matter = Some("m".into());
    stage.run(Command::Task(tasks::Command::Put(of_matter)));
    let withdraw = become_("m", Became::Withdrawn { reason: why() });
    assert!(matches!(
        stage.refused(&withdraw),
        Refusal::Matter(Refused::NotDone { .. })
    ));
    sign_off(&mut stage);
    stage.run(withdraw);
    assert_eq!(stands(&stage, "m"), At::Withdrawn);
    let reopen = tasks::Command::Reopen {
        again: Vec::new(),
        task: "t1".into(),
        on: day("11-26"),
        to: day("11-30"),
        reason: why(),
    };
    let events = stage.run(Command::Task(reopen));
    assert_eq!(events.len(), 2);
    assert_eq!(stands(&stage, "m"), At::Waiting);
}

#[test]
fn a_follow_up_given_out_under_an_item_of_a_filed_matter_takes_it_up() {
    let mut stage = screened();
    put(&mut stage);
    vote_on(&mut stage, Choice::For);
    settle(&mut stage, ItemState::Done);
    stage.run(become_("m", Became::Filed));
    assert_eq!(stands(&stage, "m"), At::Filed);
    let events = stage.run(Command::Task(tasks::Command::Put(task("t1", "x"))));
    assert_eq!(events.len(), 2);
    let given_out = stage.world.task(&"t1".into()).unwrap();
    assert_eq!(given_out.matter, Some("m".into()));
    assert_eq!(stands(&stage, "m"), At::FollowUp);
    // Changing it is no new one.
    stage.run(Command::Task(tasks::Command::Put(task("t1", "x"))));
    let history = &of(&stage, "m").history;
    let reopened = |it: &&Step| matches!(it.what, Became::Reopened { .. });
    assert_eq!(history.iter().filter(reopened).count(), 1);
}

#[test]
fn what_was_not_decided_is_withdrawn_and_not_filed() {
    let mut stage = screened();
    let missing = |stage: &Stage| match stage.refused(&become_("m", Became::Filed)) {
        Refusal::Matter(Refused::NotDone { missing }) => missing,
        other => panic!("{other:?}"),
    };
    assert_eq!(missing(&stage), [Missing::Undecided]);
    put(&mut stage);
    assert_eq!(
        missing(&stage),
        [Missing::OnAgenda {
            on: day("11-23"),
            opened: false
        }]
    );
    stage.agenda(agenda::Command::Remove("x".into()));
    stage.run(become_("m", Became::Withdrawn { reason: why() }));
    assert_eq!(stands(&stage, "m"), At::Withdrawn);
    assert!(matches!(
        stage.refused(&become_("m", Became::Filed)),
        Refusal::Matter(Refused::Closed { .. })
    ));
    stage.run(become_("m", Became::Reopened { reason: why() }));
    assert_eq!(stands(&stage, "m"), At::Waiting);
}

#[test]
fn of_what_only_proposes_every_village_is_still_to_decide_before_it_is_asked() {
    let mut stage = screened();
    put(&mut stage);
    stage.sit();
    stage.start("x");
    stage.vote(vote::Command::Draft(Motion {
        effect: Effect::Proposes,
        ..motion("x", "m1")
    }));
    stage.open("m1");
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    let refused = stage.refused(&become_("m", Became::Filed));
    let Refusal::Matter(Refused::NotDone { missing }) = refused else {
        panic!("{refused:?}")
    };
    assert!(
        missing.contains(&Missing::Villages { silent: 3 }),
        "{missing:?}"
    );
}

#[test]
fn what_was_rejected_may_be_filed_and_what_was_put_off_comes_again() {
    let mut stage = screened();
    put(&mut stage);
    vote_on(&mut stage, Choice::Against);
    settle(&mut stage, ItemState::Done);
    assert_eq!(stands(&stage, "m"), At::Rejected);
    stage.run(become_("m", Became::Filed));
    assert_eq!(stands(&stage, "m"), At::Filed);

    let mut stage = screened();
    put(&mut stage);
    stage.sit();
    stage.start("x");
    settle(&mut stage, ItemState::Deferred);
    stage.close();
    assert_eq!(stands(&stage, "m"), At::Deferred);
    stage.session(session::Command::Create {
        id: "s2".into(),
        plan: Plan {
            date: day("12-23"),
            ..plan(2)
        },
        opening: None,
    });
    let left = stage.world.item(&"x".into()).unwrap().clone();
    stage.agenda(agenda::Command::Carry {
        item: "x".into(),
        into: agenda::Item {
            id: "y".into(),
            session: "s2".into(),
            ..left
        },
    });
    assert_eq!(stands(&stage, "m"), At::OnAgenda);
    let sessions: Vec<&str> = of(&stage, "m")
        .hearings
        .iter()
        .map(|it| it.session.as_str())
        .collect();
    assert_eq!(sessions, ["s1", "s2"]);
}

#[test]
fn two_are_merged_and_one_is_split_and_both_know() {
    let mut stage = screened();
    stage.run(receive("n", "清淤"));
    stage.run(screen("n"));
    let merge = |from: &str, into: &str| {
        let matter = into.into();
        let number = of(&screened(), "m").number;
        let reason = why();
        become_(
            from,
            Became::MergedInto {
                matter,
                number,
                reason,
            },
        )
    };
    assert_eq!(stage.refused(&merge("m", "m")), Refused::Itself.into());
    stage.run(merge("n", "m"));
    assert_eq!(stands(&stage, "n"), At::Merged);
    let took = &of(&stage, "m").history;
    assert!(matches!(
        took.as_slice(),
        [Step { what: Became::TookIn { title, .. }, .. }] if *title == line("清淤")
    ));
    stage.run(Command::Matter(Of::Split {
        matter: "m".into(),
        into: "o".into(),
        on: day("11-20"),
        intake: Box::new(intake("渠上的桥")),
    }));
    let (old, new) = (of(&stage, "m"), of(&stage, "o"));
    assert_eq!(new.number.serial, 3);
    assert!(matches!(
        old.history.last().unwrap().what,
        Became::SplitInto { number, .. } if number == new.number
    ));
    assert!(matches!(
        new.history.last().unwrap().what,
        Became::SplitFrom { number, .. } if number == old.number
    ));
    assert_eq!(stands(&stage, "o"), At::Received);
}

/// Splits a part from `m` for villages, of an amount, with what each bears.
fn part(villages: &[&str], amount: u64, shares: &[(&str, u64)]) -> Command {
    let ids = villages.iter().map(|it| (*it).into()).collect();
    Command::Matter(Of::Split {
        matter: "m".into(),
        into: "o".into(),
        on: day("11-20"),
        intake: Box::new(Intake {
            villages: ids,
            money: Some(costs(amount, shares)),
            ..intake("下游段")
        }),
    })
}

fn costs(amount: u64, shares: &[(&str, u64)]) -> Money {
    let share = |(village, amount): &(&str, u64)| Share {
        village: (*village).into(),
        amount: Fen(*amount),
    };
    Money {
        amount: Fen(amount),
        shares: shares.iter().map(share).collect(),
    }
}

#[test]
fn a_part_is_of_the_villages_of_its_matter_and_takes_its_money_along() {
    let mut stage = Stage::planned();
    stage.run(Command::Matter(Of::Receive {
        id: "m".into(),
        on: day("11-02"),
        intake: Box::new(Intake {
            villages: vec!["v1".into(), "v2".into()],
            money: Some(costs(30_000, &[("v1", 10_000), ("v2", 20_000)])),
            ..intake("修渠")
        }),
    }));
    let refused = |stage: &Stage, command: &Command, why: split::Refused| {
        assert_eq!(stage.refused(command), Refused::Split(why).into());
    };
    let village = Some(stage.world.village(&"v3".into()).unwrap().name.clone());
    let why = split::Refused::NotItsVillage { village };
    refused(&stage, &part(&["v3"], 5_000, &[]), why);
    let why = split::Refused::NotItsVillage { village: None };
    refused(&stage, &part(&[], 5_000, &[]), why);
    let (over, whole) = (Fen(50_000), Fen(30_000));
    let why = split::Refused::TooMuch { part: over, whole };
    refused(&stage, &part(&["v1"], 50_000, &[]), why);
    let why = split::Refused::ShareTooHigh {
        village: "v1".into(),
        part: Fen(10_001),
        whole: Fen(10_000),
    };
    refused(&stage, &part(&["v1"], 12_000, &[("v1", 10_001)]), why);
    let why = split::Refused::SharesUnsaid { part: Fen(6_000) };
    refused(&stage, &part(&["v1", "v2"], 6_000, &[]), why);
    stage.run(part(&["v2"], 6_000, &[]));
    let money = |id: &str| of(&stage, id).intake.money.clone();
    assert_eq!(money("o"), Some(costs(6_000, &[("v2", 6_000)])));
    let rests = costs(24_000, &[("v1", 10_000), ("v2", 14_000)]);
    assert_eq!(money("m"), Some(rests));
}

#[test]
fn nothing_is_split_from_a_matter_that_is_decided() {
    let mut stage = screened();
    put(&mut stage);
    vote_on(&mut stage, Choice::For);
    settle(&mut stage, ItemState::Done);
    let title = of(&stage, "m").intake.title.clone();
    let why = Refused::Split(split::Refused::Decided { title });
    assert_eq!(stage.refused(&part(&["v1"], 0, &[])), why.into());
    // Nor is it sent back, and as nothing is borne of it the motion is where it is changed.
    let back = stage.refused(&become_(
        "m",
        Became::SentBack {
            reason: super::matters::why(),
        },
    ));
    assert_eq!(back, Refused::Heard { way: None }.into());
}

/// Merges a matter into another.
fn merge(from: &str, into: &str) -> Command {
    become_(
        from,
        Became::MergedInto {
            matter: into.into(),
            number: of(&screened(), "m").number,
            reason: why(),
        },
    )
}

fn way(stage: &Stage, command: &Command) -> Option<Remedy> {
    stage.refused(command).remedy()
}

#[test]
fn a_merger_that_an_agenda_stands_in_the_way_of_names_what_helps() {
    let mut stage = screened();
    stage.run(receive("n", "清淤"));
    stage.run(screen("n"));
    put(&mut stage);
    // On the agenda of a session that is planned, then of one that is open.
    let off = Remedy::Matter(OfMatter::OffAgenda);
    assert_eq!(way(&stage, &merge("m", "n")), Some(off));
    stage.sit();
    let back = Remedy::Matter(OfMatter::TakeItemBack);
    assert_eq!(way(&stage, &merge("m", "n")), Some(back));
    // Decided, nothing is merged into it, and the other goes its own way.
    stage.start("x");
    settle(&mut stage, ItemState::Deferred);
    stage.close();
    let mut decided = screened();
    decided.run(receive("n", "清淤"));
    decided.run(screen("n"));
    put(&mut decided);
    vote_on(&mut decided, Choice::For);
    settle(&mut decided, ItemState::Done);
    let agenda = Remedy::Matter(OfMatter::Agenda);
    assert_eq!(way(&decided, &merge("n", "m")), Some(agenda));
    let other = decided
        .world
        .matters
        .get(&"m".into())
        .unwrap()
        .hearings
        .clone();
    let n = decided.world.matters.get_mut(&"n".into()).unwrap();
    std::sync::Arc::make_mut(n).hearings = other;
    let file = Remedy::Matter(OfMatter::File);
    assert_eq!(way(&decided, &merge("n", "m")), Some(file));
}
