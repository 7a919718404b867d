//! Matters: how one is received, judged, put on agendas, decided and brought to its end.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, at, day, decision, item, line, plan, task};
use crate::domain::matter::agenda::item_of;
use crate::domain::matter::intake::tests::plain;
use crate::domain::matter::intake::{Fen, IntakeFault, Money, Share};
use crate::domain::matter::life::{Fact, Missing, Stage as At, facts, stage as at_stage};
use crate::domain::matter::screening::{Ground, grounds};
use crate::domain::matter::{Became, Command as Of, Decided, Intake, Matter, Refused, Step};
use crate::domain::session::agenda::{self, ItemKind, ItemState};
use crate::domain::session::{self, Plan};
use crate::domain::vote::{self, Choice, Standing};
use crate::domain::{Command, Refusal, task as tasks};

pub(super) fn intake(title: &str) -> Intake {
    Intake {
        title: line(title),
        villages: vec!["v1".into(), "v2".into(), "v3".into()],
        ..plain()
    }
}

pub(super) fn receive(id: &str, title: &str) -> Command {
    Command::Matter(Of::Receive {
        id: id.into(),
        on: day("11-02"),
        intake: Box::new(intake(title)),
    })
}

pub(super) fn screen(id: &str) -> Command {
    Command::Matter(Of::Screen {
        matter: id.into(),
        on: day("11-03"),
        reason: line("三个村共用一条渠"),
    })
}

pub(super) fn become_(id: &str, what: Became) -> Command {
    let on = day("11-25");
    let step = Step { on, what };
    Command::Matter(Of::Become {
        matter: id.into(),
        step,
    })
}

pub(super) fn why() -> crate::domain::text::Line {
    line("材料不全")
}

/// A planned session and a matter that was screened.
fn screened() -> Stage {
    let mut stage = Stage::planned();
    stage.run(receive("m", "修渠"));
    stage.run(screen("m"));
    stage
}

fn of<'a>(stage: &'a Stage, id: &str) -> &'a Matter {
    stage.world.matter(&id.into()).unwrap()
}

fn stands(stage: &Stage, id: &str) -> At {
    at_stage(&stage.world, of(stage, id), day("11-26"))
}

/// Puts the matter on the agenda of `s1` as item `x`.
fn put(stage: &mut Stage) {
    let item = item_of(&stage.world, of(stage, "m"), stage.s1(), "x".into());
    stage.agenda(agenda::Command::Put(item));
}

/// Takes the item up and votes on motion `m1` of it.
fn vote_on(stage: &mut Stage, choice: Choice) {
    stage.sit();
    stage.start("x");
    let motion = super::stage::motion("x", "m1");
    stage.vote(vote::Command::Draft(motion));
    stage.open("m1");
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    if choice != Choice::For {
        for number in 1..=10 {
            stage.take(&format!("p{number}"), choice.clone());
        }
    }
    stage.end("m1");
    stage.announce("m1");
}

fn settle(stage: &mut Stage, state: ItemState) {
    stage.agenda(agenda::Command::Settle {
        item: "x".into(),
        state,
        at: at("09:40"),
    });
}

#[test]
fn the_table_of_the_joint_trigger() {
    use Ground::{Committee, Livelihood, Villages};
    let one = vec!["v1".into()];
    let two = vec!["v1".into(), "v2".into()];
    let table: [(bool, bool, Vec<_>, usize, &[Ground]); 8] = [
        (false, false, one.clone(), 4, &[]),
        (true, false, one.clone(), 4, &[Committee]),
        (false, true, one.clone(), 4, &[Livelihood]),
        (false, false, two.clone(), 4, &[Villages]),
        (true, true, two, 4, &[Committee, Livelihood, Villages]),
        // One that names no village concerns them all.
        (false, false, Vec::new(), 4, &[Villages]),
        (false, false, Vec::new(), 1, &[]),
        (true, false, one, 1, &[Committee]),
    ];
    for (committee, livelihood, villages, area, expected) in table {
        let intake = Intake {
            committee,
            livelihood,
            villages,
            ..plain()
        };
        assert_eq!(grounds(&intake, area), expected, "{intake:?}");
    }
}

#[test]
fn what_is_no_joint_matter_goes_back_to_its_village_with_the_reason() {
    let mut stage = Stage::planned();
    let one = Intake {
        villages: vec!["v2".into()],
        ..intake("村内路灯")
    };
    stage.run(Command::Matter(Of::Receive {
        id: "m".into(),
        on: day("11-02"),
        intake: Box::new(one),
    }));
    stage.run(screen("m"));
    assert_eq!(stands(&stage, "m"), At::HandedBack);
    let matter = of(&stage, "m");
    let kept = matter.screening.as_ref().unwrap();
    assert!(!kept.joint());
    assert_eq!(kept.reason, line("三个村共用一条渠"));
    // Taken up again it is asked about and judged anew.
    stage.run(become_("m", Became::Reopened { reason: why() }));
    assert_eq!(stands(&stage, "m"), At::Received);
    stage.run(Command::Matter(Of::Mend {
        matter: "m".into(),
        on: day("11-26"),
        intake: Box::new(intake("路灯")),
    }));
    stage.run(screen("m"));
    assert_eq!(stands(&stage, "m"), At::Waiting);
}

#[test]
fn what_is_called_for_is_received_before_it_is_screened() {
    let mut stage = Stage::founded();
    stage.run(Command::Matter(Of::Collect {
        id: "m".into(),
        on: day("11-01"),
        intake: Box::new(intake("修渠")),
    }));
    assert_eq!(stands(&stage, "m"), At::Collected);
    assert_eq!(stage.refused(&screen("m")), Refused::NotReceived.into());
    stage.run(become_("m", Became::Received));
    assert_eq!(stands(&stage, "m"), At::Received);
    assert_eq!(
        stage.refused(&become_("m", Became::Received)),
        Refused::Received.into()
    );
}

#[test]
fn what_was_sent_back_is_screened_when_it_is_complete() {
    let mut stage = screened();
    let mend = |title: &str| {
        Command::Matter(Of::Mend {
            matter: "m".into(),
            on: day("11-10"),
            intake: Box::new(intake(title)),
        })
    };
    assert_eq!(stage.refused(&mend("别的")), Refused::Screened.into());
    stage.run(become_("m", Became::SentBack { reason: why() }));
    assert_eq!(stands(&stage, "m"), At::SentBack);
    assert_eq!(of(&stage, "m").sent_back(), Some(&why()));
    assert_eq!(stage.refused(&screen("m")), Refused::SentBack.into());
    // Nothing need be another: what was missing may have come on paper.
    stage.run(mend("修渠"));
    assert_eq!(stands(&stage, "m"), At::Received);
    stage.run(screen("m"));
    put(&mut stage);
    assert_eq!(
        stage.refused(&become_("m", Became::SentBack { reason: why() })),
        Refused::Heard.into()
    );
}

#[test]
fn only_what_was_screened_stands_on_an_agenda_and_only_on_one() {
    let mut stage = Stage::planned();
    stage.run(receive("m", "修渠"));
    let linked = |session: &str, id: &str| {
        let mut item = item(session, id, ItemKind::Discussion);
        item.matter = Some("m".into());
        Command::Agenda(agenda::Command::Put(item))
    };
    assert_eq!(
        stage.refused(&linked("s1", "x")),
        Refused::NotScreened.into()
    );
    stage.run(screen("m"));
    put(&mut stage);
    assert_eq!(stands(&stage, "m"), At::OnAgenda);
    let hearing = of(&stage, "m").last_hearing().unwrap();
    assert_eq!((hearing.session.as_str(), hearing.ordinal), ("s1", 1));
    assert_eq!(hearing.on, day("11-23"));
    assert_eq!(
        stage.refused(&linked("s1", "y")),
        Refused::OnAgenda { on: day("11-23") }.into()
    );
    // The day of the session is moved, and the matter knows.
    stage.session(session::Command::Replan {
        id: "s1".into(),
        plan: Plan {
            date: day("11-24"),
            ..plan(1)
        },
    });
    assert_eq!(of(&stage, "m").last_hearing().unwrap().on, day("11-24"));
    stage.agenda(agenda::Command::Remove("x".into()));
    assert_eq!(stands(&stage, "m"), At::Waiting);
    assert!(of(&stage, "m").hearings.is_empty());
}

#[test]
fn an_item_of_a_matter_has_its_title_its_villages_and_the_rule_that_fits() {
    let mut stage = screened();
    put(&mut stage);
    let item = stage.world.item(&"x".into()).unwrap();
    assert_eq!(item.title, line("修渠"));
    assert_eq!(item.villages.len(), 3);
    assert_eq!(item.kind, decision("joint-default"));
    let major = Matter {
        intake: Intake {
            major: true,
            ..intake("并购冷库")
        },
        ..of(&stage, "m").clone()
    };
    let item = item_of(&stage.world, &major, stage.s1(), "y".into());
    assert_eq!(item.kind, decision("joint-major"));
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
    assert_eq!(stands(&stage, "m"), At::Results);
    stage.run(become_("m", Became::Filed));
    assert_eq!(stands(&stage, "m"), At::Filed);
    let kinds: Vec<&str> = facts(&stage.world, of(&stage, "m"))
        .iter()
        .map(|(_, fact)| match fact {
            Fact::Entered => "entered",
            Fact::Screened(..) => "screened",
            Fact::Heard(_) => "heard",
            Fact::Decided(_) => "decided",
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
    stage.run(withdraw);
    assert_eq!(stands(&stage, "m"), At::Withdrawn);
    let reopen = tasks::Command::Reopen {
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
fn a_matter_that_goes_to_the_villages_alone_stands_where_its_steps_do() {
    use crate::domain::matter::path::{self, Command as Steps, shipped};
    let mut stage = screened();
    assert_eq!(stands(&stage, "m"), At::Waiting);
    let mut template = shipped::named("four-deliberations").unwrap();
    let choose = |template: &path::Template| {
        Command::Matter(Of::Path(Steps::Choose {
            matter: "m".into(),
            assent: template.assent,
            template: Box::new(template.clone()),
            on: day("11-24"),
            deadline: None,
        }))
    };
    // Where the joint session is the first step it waits for one.
    stage.run(choose(&template));
    assert_eq!(stands(&stage, "m"), At::Waiting);
    template.id = "own".into();
    template.steps.remove(0);
    stage.run(choose(&template));
    assert_eq!(stands(&stage, "m"), At::Villages);
    let refusal = stage.refused(&become_("m", Became::Filed));
    let Refusal::Matter(Refused::NotDone { missing }) = refusal else {
        panic!("{refusal:?}")
    };
    assert!(matches!(missing.as_slice(), [Missing::Steps { steps }] if *steps > 0));
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
    assert_eq!(missing(&stage), [Missing::OnAgenda { on: day("11-23") }]);
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

#[test]
fn answers_that_cannot_be_right_are_refused() {
    let stage = Stage::founded();
    let with = |intake: Intake| {
        stage.refused(&Command::Matter(Of::Receive {
            id: "m".into(),
            on: day("11-02"),
            intake: Box::new(intake),
        }))
    };
    let money = |village: &str, share: u64| Intake {
        money: Some(Money {
            amount: Fen(100),
            shares: vec![Share {
                village: village.into(),
                amount: Fen(share),
            }],
        }),
        ..intake("修渠")
    };
    let over = IntakeFault::SharesExceed {
        shares: Fen(101),
        whole: Fen(100),
    };
    assert_eq!(with(money("v1", 101)), Refused::Intake(over).into());
    assert_eq!(
        with(money("v4", 1)),
        Refused::Intake(IntakeFault::BearsUnconcerned {
            village: "v4".into()
        })
        .into()
    );
    // A village of no committee, whether it is concerned or bears.
    assert_eq!(with(money("v9", 1)), Refusal::Unknown);
    let outside = Intake {
        villages: vec!["v9".into()],
        ..intake("修渠")
    };
    assert_eq!(with(outside), Refusal::Unknown);
}

#[test]
fn a_village_a_matter_concerns_is_not_taken_away() {
    let mut stage = Stage::founded();
    let spare = crate::domain::roster::Village {
        id: "v9".into(),
        ..stage.world.village(&"v4".into()).unwrap().clone()
    };
    let spare = crate::domain::roster::Village {
        name: line("备用村"),
        ..spare
    };
    use crate::domain::roster::Command::{PutVillage, RemoveVillage};
    stage.run(Command::Roster(PutVillage(spare)));
    let concerns = Intake {
        villages: vec!["v9".into()],
        ..intake("修渠")
    };
    stage.run(Command::Matter(Of::Receive {
        id: "m".into(),
        on: day("11-02"),
        intake: Box::new(concerns),
    }));
    let remove = Command::Roster(RemoveVillage("v9".into()));
    assert!(matches!(stage.refused(&remove), Refusal::StillUsed { .. }));
}
