//! A village takes up once more what it agreed to: the earlier meeting stays, the later answer stands, and what rests on
//! it is in question.

use super::one_fact::{AREA, awaiting, members};
use super::reviews::{applied, reviewed};
use super::*;
use crate::domain::board::{
    self, Affairs, Board, Light, Masked, NoLongerSo, NoticeKind, Posting, Wording,
};
use crate::domain::ids::VillageId;
use crate::domain::matter::lacking::lacking;
use crate::domain::matter::path::grid::Before;
use crate::domain::matter::path::pressing::pressing;
use crate::domain::task::{Part, Task, TaskState};
use crate::domain::tests::sequels::{ask, follow, m1};
use crate::domain::vote::standing;

const REPS: &str = "village-representatives";
const LEVY: [Touch; 1] = [Touch::Levy];

fn again(step: usize, village: &str, rule: &str, on: &str, yes: u32) -> Any {
    let what = What::Vote(meeting(village, rule, on, yes));
    anew(Taking {
        noticed: Some(day(on) - chrono::Days::new(10)),
        early: Some(line("农忙")),
        ..take(step, Some(village), on, what)
    })
}

fn anew(taking: Taking) -> Any {
    path(Command::Reconsider {
        matter: X.into(),
        taking,
        reason: line("村民联名要求"),
    })
}

fn of(stage: &Stage) -> Path {
    let matter = stage.world.matter(&X.into()).unwrap();
    matter.path.clone().unwrap()
}

fn later(stage: &Stage, days_on: u64) -> String {
    days(stage.s1().date + chrono::Days::new(days_on))
}

/// Returns a stage on which all four villages agreed on motion `m1`, and the county approved.
fn agreed(assent: Partial) -> Stage {
    let mut stage = awaiting(assent);
    let item = stage.world.items.get_mut(&"i2".into()).unwrap();
    std::sync::Arc::make_mut(item).matter = Some(X.into());
    let of = stage.world.matters.get_mut(&MatterId::from(X)).unwrap();
    let intake = &mut std::sync::Arc::make_mut(of).intake;
    (intake.money, intake.touches) = (None, Vec::new());
    stage.run(follow(ask(&AREA)));
    members(&mut stage);
    let on = later(&stage, 8);
    for village in AREA {
        stage.run(voted(2, village, REPS, &on, 20));
    }
    let on = later(&stage, 9);
    stage.run(done(3, None, &on));
    let on = later(&stage, 10);
    stage.run(reviewed(&on, true));
    stage
}

#[test]
fn what_a_village_takes_back_no_longer_stands_and_the_earlier_meeting_stays() {
    let mut stage = agreed(Partial::AgreeingGoOn);
    let v4 = VillageId::from("v4");
    let entered = of(&stage).entries.len();
    assert_eq!(grid(&stage, "12-31").going_on().len(), 4);
    // A meeting too few came to, and one that upheld it, change nothing and stand there all the same.
    let first = State::Done {
        on: day(&later(&stage, 8)),
    };
    let on = later(&stage, 11);
    stage.run(again(2, "v1", REPS, &on, 22));
    assert_eq!(state(&stage, "12-31", 2, Some("v1")), first);
    let lapsed = VillageMeeting {
        present: 5,
        yes: 5,
        no: 0,
        ..meeting("v1", REPS, &on, 0)
    };
    stage.run(anew(Taking {
        early: Some(line("农忙")),
        ..take(2, Some("v1"), &on, What::Vote(lapsed))
    }));
    assert_eq!(state(&stage, "12-31", 2, Some("v1")), first);
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    assert_eq!(
        grid(&stage, "12-31").agreed_on(&"v1".into()),
        Some(day(&later(&stage, 8)))
    );

    stage.run(again(2, "v4", REPS, &on, 2));
    let path = of(&stage);
    let tries: Vec<_> = path.tries(2, Some(&v4)).map(|(_, it)| it).collect();
    let said: Vec<_> = tries.iter().map(|it| it.agreed()).collect();
    assert_eq!(said, [Some(true), Some(false)], "neither is forgotten");
    assert_eq!(tries[1].anew, Some(line("村民联名要求")));
    let now = grid(&stage, "12-31");
    assert_eq!(
        state(&stage, "12-31", 2, Some("v4")),
        State::Refused { on: day(&on) }
    );
    assert_eq!(now.outcome(), Outcome::Part);
    assert!(!now.going_on().contains(&v4));
    // It stands on the motion by the same act, and its follow-up is taken up again.
    assert_eq!(m1(&stage).decisions(&v4).count(), 2);
    assert_eq!(standing(m1(&stage)), Standing::AdoptedInPart);
    let asked = stage.world.task(&"t-v4".into()).unwrap();
    assert_eq!(asked.state, TaskState::Open);
    let heard = &stage.world.matter(&X.into()).unwrap().hearings[0].motions[0];
    assert_eq!(heard.standing, Standing::AdoptedInPart);
    // What was done for it since is in question; what was done for others is not.
    let shaken = |step, village: Option<&VillageId>| {
        let grid = grid(&stage, "12-31");
        grid.cell(step, village).unwrap().shaken.clone()
    };
    assert_eq!(shaken(3, None).unwrap().village, v4);
    assert_eq!(shaken(4, None).unwrap().on, day(&on));
    assert_eq!(shaken(1, Some(&v4)), None, "it comes before");
    assert_eq!(of(&stage).entries.len(), entered + 3);
    // It meets once more and agrees: it goes on from that day, and nothing is in question but the approval, which
    // was given of what it had agreed to before.
    let on = later(&stage, 20);
    stage.run(voted(2, "v4", REPS, &on, 20));
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    let now = grid(&stage, "12-31");
    assert_eq!(now.agreed_on(&v4), Some(day(&on)));
    let shaken = now.cells().filter(|it| it.shaken.is_some());
    let steps: Vec<usize> = shaken.map(|it| it.step).collect();
    assert_eq!(steps, [4]);
    let approval = now.cell(4, None).unwrap();
    assert!(approval.state.done().is_some());
    assert_eq!(approval.anew().unwrap().on, day(&on));
    let old = |stage: &Stage| {
        let matter = stage.world.matter(&X.into()).unwrap();
        let all = lacking(&stage.world, matter, day("12-31")).into_iter();
        all.filter_map(|it| it.anew).collect::<Vec<_>>()
    };
    assert_eq!(old(&stage), [(v4.clone(), day(&on))]);
    assert!(pressing(&stage.world, day("12-31")).due > 0);
    // No board tells of it until whoever approved it looks at it again.
    let board = Board::Village(v4.clone());
    let waits = |stage: &Stage| grid(stage, "12-31").shows_from(&board).err();
    assert!(matches!(waits(&stage), Some(Before::Open { .. })));
    let looked = |on: &str| {
        let body = line("县农业农村局");
        let (agreed, turnout) = (true, None);
        let what = What::Done {
            body,
            agreed,
            turnout,
        };
        anew(take(4, None, on, what))
    };
    // Whoever looked at it before the village agreed anew did not see that.
    stage.run(looked(&later(&stage, 15)));
    let approval = grid(&stage, "12-31").cell(4, None).unwrap().clone();
    assert_eq!(approval.anew().unwrap().on, day(&on));
    assert!(waits(&stage).is_some());
    stage.run(looked("12-30"));
    let now = grid(&stage, "12-31");
    assert!(now.cells().all(|it| it.shaken.is_none()));
    assert_eq!(waits(&stage), None);
    assert_eq!(old(&stage), []);
    let asked = stage.world.task(&"t-v4".into()).unwrap();
    assert_eq!(asked.state, TaskState::Closed);
}

#[test]
fn where_all_must_agree_one_that_takes_it_back_stops_the_whole() {
    let mut stage = agreed(Partial::AllMust);
    let board = |id: &str, board: Board| {
        Any::Board(board::Command::Draft(Box::new(Posting {
            matter: Some(X.into()),
            ..Posting::draft(
                id.into(),
                board,
                (NoticeKind::Notice, Affairs::Village),
                Wording {
                    on: day("12-30"),
                    title: Masked::line(&line("公示")),
                    text: Masked::text(&Text::new("各村都已同意。").unwrap()),
                    basis: Masked::default(),
                },
                day("12-30"),
            )
        })))
    };
    let up = |id: &str| {
        let (posting, on) = (id.into(), day("12-30"));
        Any::Board(board::Command::PutUp { posting, on })
    };
    stage.run(board("p1", Board::Village("v1".into())));
    stage.run(up("p1"));
    let void = |stage: &Stage| {
        let posting = stage.world.posting(&"p1".into()).unwrap();
        posting.no_longer_so(&stage.world, day("12-31"))
    };
    let light = |stage: &Stage| {
        let posting = stage.world.posting(&"p1".into()).unwrap();
        posting.light_as_it_stands(&stage.world, day("12-31"))
    };
    assert_eq!((void(&stage), light(&stage)), (None, Light::Hangs));
    stage.run(again(2, "v4", REPS, "12-31", 2));
    assert_eq!(standing(m1(&stage)), Standing::Rejected);
    assert_eq!(grid(&stage, "12-31").outcome(), Outcome::NotPassed);
    assert_eq!(grid(&stage, "12-31").going_on(), []);
    let others = NoLongerSo::MayNotHang(board::Refused::OthersOpen);
    assert_eq!((void(&stage), light(&stage)), (Some(others), Light::Void));
}

#[test]
fn what_an_authority_takes_back_may_hang_no_longer() {
    let mut stage = applied();
    stage.run(done(3, None, "11-22"));
    stage.run(reviewed("11-25", true));
    let wording = Wording {
        on: day("12-31"),
        title: Masked::line(&line("公示")),
        text: Masked::text(&Text::new("县里审批同意。").unwrap()),
        basis: Masked::default(),
    };
    let what = (NoticeKind::Notice, Affairs::Village);
    let on = Board::Village("v1".into());
    stage.run(Any::Board(board::Command::Draft(Box::new(Posting {
        matter: Some(X.into()),
        ..Posting::draft("p1".into(), on, what, wording, day("12-31"))
    }))));
    stage.run(Any::Board(board::Command::PutUp {
        posting: "p1".into(),
        on: day("12-31"),
    }));
    let refuse = |stage: &mut Stage| {
        stage.run(anew(take(
            4,
            None,
            "12-30",
            What::Done {
                body: line("县农业农村局"),
                agreed: false,
                turnout: None,
            },
        )));
    };
    refuse(&mut stage);
    assert_eq!(grid(&stage, "12-31").outcome(), Outcome::NotApproved);
    let posting = stage.world.posting(&"p1".into()).unwrap();
    let void = posting.no_longer_so(&stage.world, day("12-31"));
    assert!(
        matches!(
            &void,
            Some(NoLongerSo::MayNotHang(board::Refused::StepRefused { on, .. })) if *on == day("12-30")
        ),
        "{void:?}"
    );
    // It comes down with a reason, and nothing has to hang in its place.
    stage.run(Any::Board(board::Command::TakeDown {
        posting: "p1".into(),
        on: day("12-31"),
        reason: Some(line("县里撤回审批")),
        again: "p2".into(),
    }));
    assert!(stage.world.posting(&"p2".into()).is_err());
    let down = stage.world.posting(&"p1".into()).unwrap();
    assert!(down.came_down_void());
    let step = down.history.last().unwrap();
    for (language, again) in [
        (crate::i18n::Language::Zh, "不重新张贴"),
        (crate::i18n::Language::En, "not posted again"),
    ] {
        let said = crate::i18n::boards::step(language, step, |on| on.to_string());
        assert!(said.contains(again), "{said}");
    }
}

#[test]
fn what_the_party_branch_takes_back_stops_its_village() {
    let mut stage = agreed(Partial::AgreeingGoOn);
    let on = later(&stage, 12);
    stage.run(again(1, "v4", "party-members", &on, 2));
    let v4 = VillageId::from("v4");
    let now = grid(&stage, "12-31");
    assert_eq!(now.answer(&v4), Answer::Refused);
    let cell = now.cell(2, Some(&v4)).unwrap();
    assert!(cell.state.done().is_some() && cell.shaken.is_some());
    let heard = &stage.world.matter(&X.into()).unwrap().hearings[0].motions[0];
    assert_eq!(heard.standing, Standing::AdoptedInPart);
    let asked = stage.world.task(&"t-v4".into()).unwrap();
    assert_eq!(asked.state, TaskState::Open);
    // The motion says where it stopped, in either language.
    for (language, at) in [
        (crate::i18n::Language::Zh, "停在“党员大会审议”"),
        (
            crate::i18n::Language::En,
            "stopped at “Party members deliberate”",
        ),
    ] {
        let said = crate::i18n::sequels::standing_whole(language, &stage.world, m1(&stage));
        assert!(said.contains(at), "{said}");
    }
}

#[test]
fn only_what_was_agreed_to_is_taken_up_once_more() {
    let mut stage = adopted(&["v1", "v2"], &LEVY);
    stage.run(choose("joint-levy", Partial::AgreeingGoOn));
    let members = "party-members";
    let early = again(1, "v1", members, "11-05", 20);
    assert_eq!(refused(&stage, &early), Refused::NothingToReconsider);
    stage.run(voted(1, "v1", members, "11-06", 20));
    // That it meets once more is no second way to enter the step.
    let twice = voted(1, "v1", members, "11-20", 20);
    assert_eq!(refused(&stage, &twice), Refused::AgreedAlready);
    assert_eq!(
        refused(&stage, &again(1, "v1", members, "11-05", 20)),
        Refused::BeforeLastTime { on: day("11-06") }
    );
    // It is called together anew.
    let hasty = Taking {
        noticed: Some(day("11-06")),
        ..take(
            1,
            Some("v1"),
            "11-07",
            What::Vote(meeting("v1", members, "11-07", 2)),
        )
    };
    assert!(matches!(
        refused(&stage, &anew(hasty)),
        Refused::TooSoon { .. }
    ));
    let session = take(
        0,
        None,
        "11-20",
        What::Done {
            body: line("联席会议"),
            agreed: false,
            turnout: None,
        },
    );
    assert_eq!(refused(&stage, &anew(session)), Refused::BySession);
    assert_eq!(
        refused(&stage, &anew(take(1, Some("v1"), "11-20", What::Merge))),
        Refused::NoBodyMet
    );
    // What was taken back is met about as ever.
    stage.run(again(1, "v1", members, "11-20", 2));
    assert_eq!(
        refused(&stage, &again(1, "v1", members, "11-25", 20)),
        Refused::NothingToReconsider
    );
    stage.run(voted(1, "v1", members, "11-25", 20));
    assert_eq!(of(&stage).entries.len(), 3);
}

#[test]
fn follow_ups_that_carry_it_out_in_a_village_that_took_it_back_are_named() {
    let mut stage = applied();
    let put = |stage: &mut Stage, id: &str, of: Task| {
        let task = Task {
            id: id.into(),
            matter: Some(X.into()),
            ..of
        };
        stage.run(Any::Task(crate::domain::task::Command::Put(task)));
    };
    let task = || Task::new("t".into(), line("修路"), day("11-21"));
    let part = Part {
        what: line("配合"),
        done: None,
    };
    put(
        &mut stage,
        "t1",
        Task {
            village: Some("v2".into()),
            ..task()
        },
    );
    put(
        &mut stage,
        "t2",
        Task {
            parts: [(VillageId::from("v2"), part)].into(),
            ..task()
        },
    );
    put(
        &mut stage,
        "t3",
        Task {
            village: Some("v1".into()),
            ..task()
        },
    );
    stage.run(again(2, "v2", "village-assembly", "12-20", 2));
    let path = of(&stage);
    let back = path.taken_back();
    let matter = stage.world.matter(&X.into()).unwrap();
    let tasks = crate::domain::matter::path::anew::in_question(&stage.world, matter, &back);
    let tasks: Vec<&str> = tasks.map(|it| it.id.as_str()).collect();
    assert_eq!(tasks, ["t1", "t2"]);
}

#[test]
fn a_correction_of_a_reconsideration_is_not_hindered_by_what_was_done_before_it() {
    let mut stage = agreed(Partial::AgreeingGoOn);
    let on = later(&stage, 12);
    stage.run(again(2, "v4", REPS, &on, 2));
    let entry = of(&stage).entries.len() - 1;
    stage.run(path(Command::Mend {
        matter: X.into(),
        entry,
        meeting: meeting("v4", REPS, &on, 20),
        at: at("12-31"),
        reason: line("赞成、反对抄反"),
    }));
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    let now = grid(&stage, "12-31");
    assert!(now.cells().all(|it| it.shaken.is_none()));
    assert_eq!(now.agreed_on(&"v4".into()), Some(day(&later(&stage, 8))));
}
