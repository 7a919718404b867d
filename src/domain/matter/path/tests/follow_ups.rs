//! The follow-ups by which villages are asked: the day of the villages is theirs, one that is added has
//! one, one that leaves has none, and steps that were done before a village came are not its steps.

use super::one_fact::{AREA, awaiting, members};
use super::*;
use crate::domain::board::Board;
use crate::domain::board::calendar::known_on;
use crate::domain::ids::VillageId;
use crate::domain::task::{self, Task, TaskState};
use crate::domain::tests::sequels::{ask, follow};

fn of<'a>(stage: &'a Stage, village: &str) -> &'a Task {
    let mut tasks = stage.world.tasks.values();
    let village = VillageId::from(village);
    tasks
        .find(|it| it.village == Some(village.clone()))
        .unwrap()
}

fn by(village: Option<&str>, by: &str, reason: Option<&str>, on: &str) -> Any {
    path(Command::SetDeadline {
        matter: X.into(),
        village: village.map(Into::into),
        by: Some(day(by)),
        on: day(on),
        reason: reason.map(line),
    })
}

#[test]
fn the_term_of_the_villages_is_that_of_their_follow_ups_and_moves_with_a_reason() {
    let mut stage = awaiting(Partial::AllMust);
    stage.run(follow(ask(&AREA)));
    let asked = days(stage.s1().date + chrono::Days::new(1));
    assert_eq!(of(&stage, "v1").due, None);
    stage.run(by(None, "12-20", None, &asked));
    for village in AREA {
        assert_eq!(of(&stage, village).due, Some(day("12-20")), "{village}");
    }
    assert_eq!(
        refused(&stage, &by(None, "12-10", None, &asked)),
        Refused::WantsReason
    );
    stage.run(by(Some("v2"), "12-24", Some("换届"), &asked));
    assert_eq!(of(&stage, "v2").due, Some(day("12-24")));
    assert!(matches!(
        of(&stage, "v2").history.as_slice(),
        [task::Step::Moved { .. }]
    ));
    // One that has a day of its own keeps it where that of the others is moved.
    stage.run(by(None, "12-10", Some("汛期"), &asked));
    assert_eq!(of(&stage, "v1").due, Some(day("12-10")));
    assert_eq!(of(&stage, "v2").due, Some(day("12-24")));
}

#[test]
fn a_follow_up_that_has_another_day_is_not_moved_without_a_reason() {
    let mut stage = awaiting(Partial::AllMust);
    stage.run(follow(ask(&AREA)));
    let asked = days(stage.s1().date + chrono::Days::new(1));
    let task = of(&stage, "v1").clone();
    stage.run(Any::Task(task::Command::Put(Task {
        due: Some(day("12-15")),
        ..task
    })));
    assert_eq!(
        refused(&stage, &by(None, "12-10", None, &asked)),
        Refused::WantsReason
    );
    // Where the steps are chosen with a day, it stays the village's own.
    let on = stage.s1().date;
    stage.run(path(Command::Choose {
        matter: X.into(),
        template: Box::new(shipped::named("joint-levy").unwrap()),
        assent: Partial::AllMust,
        on,
        deadline: Some(day("12-10")),
    }));
    let path = stage.world.matter(&X.into()).unwrap().path.clone().unwrap();
    assert_eq!(path.own_deadline(&"v1".into()), Some(day("12-15")));
    assert_eq!(of(&stage, "v1").due, Some(day("12-15")));
    assert_eq!(of(&stage, "v2").due, Some(day("12-10")));
}

fn leaves(stage: &mut Stage, village: &str, on: &str) {
    let leaving = roster::Village {
        left: Some(day(on)),
        ..stage.world.village(&village.into()).unwrap().clone()
    };
    stage.run(Any::Roster(roster::Command::PutVillage(leaving)));
}

#[test]
fn nothing_more_is_asked_of_a_village_that_leaves() {
    let mut stage = awaiting(Partial::AllMust);
    stage.run(follow(ask(&AREA)));
    leaves(&mut stage, "v2", "12-01");
    let ended = of(&stage, "v2");
    assert_eq!(ended.state, TaskState::Dropped);
    assert_eq!(ended.ended(), Some(day("12-01").max(ended.entered)));
    assert!(of(&stage, "v1").is_open());
}

fn add(village: &str, on: &str, task: &str) -> Any {
    path(Command::AddVillage {
        matter: X.into(),
        village: village.into(),
        share: None,
        follow_up: Some(Box::new(Task {
            matter: Some(X.into()),
            village: Some(village.into()),
            ..Task::new(task.into(), line("王楼村表决"), day(on))
        })),
        on: day(on),
        reason: line("共用水渠"),
    })
}

/// A levy of two villages that both agreed, and whose application went up on the 12th.
fn applied() -> Stage {
    let mut stage = adopted(&["v1", "v2"], &[Touch::Levy]);
    stage.run(choose("joint-levy", Partial::AgreeingGoOn));
    for village in ["v1", "v2"] {
        stage.run(voted(1, village, "party-members", "11-04", 20));
        stage.run(voted(2, village, "village-representatives", "11-09", 20));
    }
    stage.run(done(3, None, "11-12"));
    stage.run(done(4, None, "11-13"));
    stage
}

#[test]
fn a_village_that_is_added_has_a_follow_up_that_its_own_decision_closes() {
    let mut stage = applied();
    stage.run(add("v3", "11-20", "t9"));
    let open = |stage: &Stage| stage.world.task(&"t9".into()).unwrap().is_open();
    assert!(open(&stage));
    stage.run(voted(1, "v3", "party-members", "11-23", 20));
    stage.run(voted(2, "v3", "village-representatives", "11-30", 5));
    assert!(open(&stage), "it did not agree, and may meet again");
    stage.run(voted(2, "v3", "village-representatives", "12-07", 20));
    assert!(!open(&stage));
    assert!(matches!(
        of(&stage, "v3").history.as_slice(),
        [task::Step::LeftOpen { .. }, task::Step::Settled { .. }]
    ));
}

#[test]
fn what_was_done_before_a_village_came_is_no_step_of_it() {
    let mut stage = applied();
    stage.run(add("v3", "11-20", "t9"));
    let v3 = VillageId::from("v3");
    let grid = grid(&stage, "11-20");
    for step in [3, 4] {
        let cell = grid.cell(step, None).unwrap();
        assert_eq!(grid.added_after(&v3, cell), Some(day("11-20")));
        assert_eq!(grid.added_after(&"v1".into(), cell), None);
    }
    // It discloses nothing before it decided, though the step before that is done.
    assert_eq!(state(&stage, "11-20", 5, Some("v3")), State::NotYet);
    assert_eq!(state(&stage, "11-20", 5, Some("v1")), State::Due);
    let decides = shipped::named("joint-levy").unwrap().steps[2].name.clone();
    assert_eq!(
        refused(&stage, &done(5, Some("v3"), "11-21")),
        Refused::OutOfOrder { before: decides }
    );
    // On its board it is due once it decided itself, on those of the others after the review.
    let matter = stage.world.matter(&X.into()).unwrap();
    let board = |village: &str| {
        known_on(
            &stage.world,
            matter,
            &Board::Village(village.into()),
            day("12-01"),
        )
    };
    assert_eq!(board("v1"), Some(day("11-14")));
    assert_eq!(board("v3"), None);
    stage.run(voted(1, "v3", "party-members", "11-23", 20));
    stage.run(voted(2, "v3", "village-representatives", "11-30", 20));
    let matter = stage.world.matter(&X.into()).unwrap();
    let board = Board::Village("v3".into());
    let by = known_on(&stage.world, matter, &board, day("12-01"));
    assert_eq!(by, Some(day("12-01")));
}

#[test]
fn a_village_that_agrees_after_the_term_is_late_and_what_follows_has_other_terms() {
    let mut stage = adopted(&["v1", "v2"], &[Touch::VillagePact]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    stage.run(by(None, "11-15", None, "11-02"));
    for village in ["v1", "v2"] {
        for step in 1..=2 {
            stage.run(done(step, Some(village), "11-03"));
        }
        stage.run(voted(3, village, "party-members", "11-06", 20));
    }
    stage.run(voted(4, "v1", "village-assembly", "11-20", 20));
    let grid = grid(&stage, "11-20");
    let cell = |step, village: &str| grid.cell(step, Some(&village.into())).unwrap();
    assert_eq!(cell(4, "v1").late, Some(day("11-15")));
    assert_eq!(cell(3, "v1").late, None);
    let said = crate::i18n::path_states::late(crate::i18n::Language::Zh, cell(4, "v1"));
    assert!(said.unwrap().ends_with("晚 5 天"));
    let since = day("11-15");
    assert_eq!(cell(4, "v2").state, State::Overdue { since });
    // The filing is due, and not late by the term of the adoption.
    assert_eq!(cell(5, "v1").state, State::Due);
    assert_eq!(cell(5, "v1").by, None);
}

#[test]
fn nobody_goes_on_while_all_must_agree_and_some_are_still_to() {
    let mut stage = awaiting(Partial::AllMust);
    stage.run(follow(ask(&AREA)));
    members(&mut stage);
    let on = days(stage.s1().date + chrono::Days::new(8));
    stage.run(voted(2, "v1", "village-representatives", &on, 20));
    let grid = grid(&stage, &on);
    assert_eq!(grid.going_on(), []);
    assert_eq!(grid.who(Answer::Agreed), ["v1".into()]);
    assert_eq!(
        grid.who(Answer::Silent),
        ["v2", "v3", "v4"].map(VillageId::from)
    );
}

#[test]
fn a_text_for_the_boards_names_every_village_as_it_is() {
    use crate::i18n::{Language, boards::draft_matter};
    let mut stage = applied();
    let matter = |stage: &Stage| stage.world.matter(&X.into()).unwrap().clone();
    let said = |stage: &Stage, language| {
        draft_matter(language, &stage.world, &matter(stage), day("11-20")).text
    };
    let all = said(&stage, Language::Zh);
    assert!(all.contains("各村已按各自程序表决同意："), "{all}");
    stage.run(add("v3", "11-20", "t9"));
    leaves(&mut stage, "v2", "11-18");
    let name = |village: &str| stage.world.village(&village.into()).unwrap().name.clone();
    let [first, left, added] = ["v1", "v2", "v3"].map(name);
    let zh = said(&stage, Language::Zh);
    for words in [
        format!("已按各自程序表决同意的村：{first}（2026年11月9日）。"),
        format!("尚待表决的村：{added}。"),
        format!("已退出、不再参与的村：{left}（2026年11月18日退出）。"),
        "其余 60 元未列明由哪个村承担。".to_owned(),
    ] {
        assert!(zh.contains(&words), "{words}\n{zh}");
    }
    assert!(!zh.contains("各村已按"), "{zh}");
    let en = said(&stage, Language::En);
    for words in [
        format!("still to vote: {added}."),
        format!("{left} (left on 18 Nov 2026)"),
        "the other 60 yuan".to_owned(),
    ] {
        assert!(en.contains(&words), "{words}\n{en}");
    }
}

#[test]
fn the_corrected_day_of_a_village_is_that_of_its_follow_up_too() {
    let day_is = |entry: usize, on: &str| {
        path(Command::Redate {
            matter: X.into(),
            entry,
            on: day(on),
            at: at("12-31"),
            reason: line("写错"),
        })
    };
    let last = |stage: &Stage| {
        let matter = stage.world.matter(&X.into()).unwrap();
        matter.path.as_ref().unwrap().entries.len() - 1
    };
    // It was asked by the steps: first it did not agree, then it did.
    let mut stage = applied();
    stage.run(add("v3", "11-20", "t9"));
    stage.run(voted(1, "v3", "party-members", "11-23", 20));
    stage.run(voted(2, "v3", "village-representatives", "11-30", 5));
    let refusing = last(&stage);
    stage.run(voted(2, "v3", "village-representatives", "12-07", 20));
    let agreeing = last(&stage);
    stage.run(day_is(agreeing, "12-05"));
    assert_eq!(of(&stage, "v3").ended(), Some(day("12-05")));
    stage.run(day_is(refusing, "11-28"));
    let told: Vec<NaiveDate> = of(&stage, "v3").history[..2]
        .iter()
        .map(task::Step::on)
        .collect();
    assert_eq!(told, [day("11-28"), day("12-05")]);
    assert!(matches!(
        of(&stage, "v3").history[2],
        task::Step::Redated { from, to, .. } if (from, to) == (day("12-07"), day("12-05"))
    ));
    // It was asked on the motion.
    let mut stage = awaiting(Partial::AgreeingGoOn);
    stage.run(follow(ask(&AREA)));
    members(&mut stage);
    stage.run(voted(2, "v1", "village-representatives", "12-22", 20));
    let entry = last(&stage);
    assert_eq!(of(&stage, "v1").ended(), Some(day("12-22")));
    stage.run(day_is(entry, "12-20"));
    assert_eq!(of(&stage, "v1").ended(), Some(day("12-20")));
}

#[test]
fn how_many_villages_were_asked_at_first_is_not_told_otherwise_later() {
    use crate::domain::matter::life::{Fact, facts};
    use crate::i18n::{Language, lives};
    let mut stage = applied();
    let chosen = |stage: &Stage| {
        let matter = stage.world.matter(&X.into()).unwrap();
        let all = facts(&stage.world, matter, day("12-31")).into_iter();
        let mut chosen = all.filter(|it| matches!(it.fact, Fact::Path(_)));
        let fact = chosen.next().unwrap().fact;
        lives::fact((Language::Zh, day("12-31")), &stage.world, matter, &fact)
    };
    let before = chosen(&stage);
    assert!(before.contains("2 个村"), "{before}");
    stage.run(add("v3", "11-20", "t9"));
    assert_eq!(chosen(&stage), before);
}

#[test]
fn what_a_village_said_that_is_put_right_is_told_to_its_follow_up_too() {
    let mut stage = adopted(&["v1", "v2"], &[Touch::Levy]);
    stage.run(choose("joint-levy", Partial::AgreeingGoOn));
    stage.run(add("v3", "11-20", "t9"));
    stage.run(voted(1, "v3", "party-members", "11-23", 20));
    stage.run(voted(2, "v3", "village-representatives", "12-07", 20));
    assert_eq!(of(&stage, "v3").state, TaskState::Closed);
    let mend = |stage: &Stage, yes: u32| {
        let matter = stage.world.matter(&X.into()).unwrap();
        let entries = &matter.path.as_ref().unwrap().entries;
        let Taken::Voted { decision, .. } = &entries.last().unwrap().taken else {
            unreachable!("it voted");
        };
        let counts = decision.tally.counts;
        path(Command::Mend {
            matter: X.into(),
            entry: entries.len() - 1,
            meeting: VillageMeeting {
                village: "v3".into(),
                body: decision.body.clone(),
                met: decision.met,
                held: true,
                rule: decision.rule.id.clone(),
                entitled: counts.entitled(decision.rule.recusal),
                present: counts.present(),
                yes,
                no: counts.present() - yes,
                abstain: 0,
                households: None,
                women: None,
                paper: decision.paper.clone(),
            },
            at: at("12-31"),
            reason: line("抄错"),
        })
    };
    let refused = mend(&stage, 2);
    stage.run(refused);
    assert_eq!(
        of(&stage, "v3").state,
        TaskState::Open,
        "it is asked once more"
    );
    let agreed = mend(&stage, 20);
    stage.run(agreed);
    assert_eq!(of(&stage, "v3").state, TaskState::Closed);
}
