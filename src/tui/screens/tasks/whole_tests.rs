//! A follow-up through everything that may become of it, by keys alone.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::State;
use super::tests::stage;
use crate::domain::Command;
use crate::domain::ids::{MatterId, TaskId};
use crate::domain::task::{self, Level, Part, Rating, Slip, Step, Task, TaskState};
use crate::domain::text::dangerous;
use crate::i18n::Language;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::line;
use crate::tui::stage::Stage;
use insta::assert_snapshot;
use std::fs;

const JOINT: &str = "跨村道路清障";

/// The list with a joint follow-up of two villages that a body from outside leads.
fn joint(language: Language) -> Stage {
    let mut stage = stage(language);
    let part = |what: &str| Part {
        what: line(what),
        done: None,
    };
    let parts = [("李家屯", part("北段")), ("王庄", part("南段"))];
    stage.record(&[Command::Task(task::Command::Put(Task {
        lead: Some(line("镇交通站 老李")),
        signer: Some(line("丁守业")),
        due: Some("2026-11-16".parse().unwrap()),
        parts: parts.map(|(id, part)| (id.into(), part)).into(),
        source: Some(task::Source::Concern),
        ..Task::new(
            TaskId::from(JOINT),
            line(JOINT),
            "2026-10-20".parse().unwrap(),
        )
    }))]);
    stage.press("Home");
    assert!(stage.caret_row().contains(JOINT), "{}", stage.screen());
    stage
}

fn known(stage: &Stage) -> Task {
    let id = TaskId::from(JOINT);
    let open = stage.desk().world().tasks.get(&id);
    let open = open.map(|task| task.as_ref().clone());
    open.unwrap_or_else(|| {
        let mut finished = stage.desk().finished_tasks().unwrap().into_iter();
        finished.find(|task| task.id == id).unwrap()
    })
}

/// Says that the part of the village proposed is done.
fn part_done(stage: &mut Stage) {
    stage.press("F9 Enter Right Enter");
    stage.type_text("照片存村办公室");
    stage.press("Enter Enter");
    assert!(stage.app.overlay.is_none(), "{}", stage.screen());
}

#[test]
fn a_joint_one_is_shown_whole() {
    for language in Language::ALL {
        let mut stage = joint(language);
        part_done(&mut stage);
        match language {
            Language::Zh => assert_snapshot!(stage.screen(), @r"
            督办事项                                                        东山片区联合党委
            未办结 5 项 · 逾期 2 · 临期 1
            逾期（2）
            ▸ 跨村道路清障              镇交通~  片区     11-16 周一      逾7天
              灌渠清淤第一段            王建国   王庄     11-20 周五      逾3天 第4次例会
            临期（1）
              防火隔离带                张秀英   王庄     11-27 周五      余4天 第4次例会
            久未定期（1）
              垃圾清运合同              未定     片区                  34天未定
            未到期（1）
              村道路灯                  李春梅   王庄     2027-01-15            第4次例会






            跨村道路清障
            责任人 镇交通站 老李 · 片区 · 时限 2026年11月16日 周一
            逾期 · 办理中 · 急难愁盼 · 丁守业签批
            李家屯：11-23 周一 完成 · 北段  王庄：未启动 · 南段
            11-23 周一 李家屯已完成，凭据 照片存村办公室
            已记录：跨村道路清障：李家屯已完成 · u 撤销
            F1 帮助  1 办结  2 进展  3 改期  4 不办  F9 各村  F5 催办单  Space 标记
            "),
            Language::En => assert_snapshot!(stage.screen(), @r"
            Follow-ups                                                      东山片区联合党委
            5 open · 2 overdue · 1 due soon
            Overdue (2)
            ▸ 跨村道路清障            镇交通~  Area     Mon 16 Nov    7d late
              灌渠清淤第一段          王建国   王庄     Fri 20 Nov    3d late Regular no. 4
            Due soon (1)
              防火隔离带              张秀英   王庄     Fri 27 Nov      in 4d Regular no. 4
            No due date (1)
              垃圾清运合同            nobody   Area                  34d open
            Not due yet (1)
              村道路灯                李春梅   王庄     2027-01-15            Regular no. 4






            跨村道路清障
            Owner 镇交通站 老李 · Area · due Mon 16 Nov 2026
            Overdue · Underway · Pressing concern · 丁守业 signs
            李家屯: done Mon 23 Nov · 北段  王庄: not started · 南段
            Mon 23 Nov: 李家屯 done, shown by 照片存村办公室
            Recorded: 跨村道路清障: 李家屯 done · u undo
            F1 Help  1 Done  2 Progress  3 Move  4 Give up  F9 Villages  F5 Remind
            "),
        }
        stage.every_size();
        for sheet in ["F9", "2", "F5", "7", "z"] {
            stage.press(sheet);
            assert!(stage.app.overlay.is_some(), "{sheet}");
            stage.every_size();
            stage.press("Esc");
        }
        stage.press("F4");
        let read = stage.screen();
        for words in ["南段", "照片存村办公室", "镇交通站 老李"] {
            assert!(read.contains(words), "{words}: {read}");
        }
    }
}

#[test]
fn it_closes_when_every_village_is_done_and_the_leader_signed() {
    for language in Language::ALL {
        let mut stage = joint(language);
        stage.press("1");
        assert!(stage.app.overlay.is_none(), "nobody fills it in in vain");
        let screen = stage.screen();
        assert!(
            screen.contains("李家屯、王庄") || screen.contains("李家屯, 王庄"),
            "{screen}"
        );
        assert!(screen.contains("F9"), "{screen}");
        part_done(&mut stage);
        part_done(&mut stage);
        assert_eq!(known(&stage).parts_open().count(), 0);
        // Reported, returned with what is missing, reported and signed off.
        stage.press("1 PgDn Enter");
        assert_eq!(known(&stage).state, TaskState::Finished);
        stage.press("F1 Esc t");
        stage.type_text("还差标线");
        stage.press("Enter Enter");
        assert_eq!(known(&stage).state, TaskState::Open);
        stage.press("1 PgDn Enter F8 Enter");
        stage.press(&"Backspace ".repeat(6));
        stage.type_text("李长河");
        stage.press("Enter");
        stage.type_text("督办卡第3号");
        stage.press("Enter Enter");
        assert!(stage.screen().contains("丁守业"), "{}", stage.screen());
        assert_eq!(known(&stage).state, TaskState::Finished, "another signed");
        stage.press("PgUp Down");
        stage.press(&"Backspace ".repeat(6));
        stage.type_text("丁守业");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert_eq!(known(&stage).state, TaskState::Closed);
        // One step back, one forth.
        stage.press("u");
        assert_eq!(known(&stage).state, TaskState::Finished);
        stage.press("r");
        assert_eq!(known(&stage).state, TaskState::Closed);
    }
}

#[test]
fn it_is_reported_and_closed_in_one_act_where_the_paper_is_there() {
    let mut stage = stage(Language::Zh);
    stage.press("Home 1 Down Down Down Down");
    stage.type_text("督办卡第3号");
    stage.press("PgDn Enter");
    let screen = stage.screen();
    assert!(screen.contains("写明是谁签批的"), "{screen}");
    stage.type_text("孙广田");
    stage.press("PgDn Enter");
    assert!(stage.app.overlay.is_none(), "{}", stage.screen());
    let said = stage.said().to_owned();
    assert!(said.contains("销号：灌渠清淤第一段"), "{said}");
    stage.press("u");
    let task = stage.desk().world().task(&"灌渠清淤第一段".into()).unwrap();
    assert_eq!((task.state, task.history.len()), (TaskState::Open, 0));
}

#[test]
fn what_is_rated_low_is_proposed_to_be_opened_again() {
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.press("9 End");
        assert!(stage.caret_row().contains("账目公示"), "{}", stage.screen());
        stage.press("F1 Esc y Right Right Right Enter");
        stage.type_text("3");
        stage.press("Enter Enter");
        stage.type_text("2");
        stage.press("Enter Enter");
        let screen = stage.screen();
        assert!(
            screen.contains("满意度低") || screen.contains("Low satisfaction"),
            "{screen}"
        );
        let rating = Rating::Counted {
            satisfied: 3,
            fairly: 0,
            not: 2,
        };
        let finished = stage.desk().finished_tasks().unwrap();
        assert_eq!(finished[0].rating(), Some(rating));
        // Declined it stays proposed; accepted it has a reason and a new date.
        stage.press("Esc");
        let screen = stage.screen();
        assert!(
            screen.contains("建议复号") || screen.contains("re-open it"),
            "{screen}"
        );
        stage.press("5");
        stage.type_text("重做");
        stage.press("Enter");
        stage.type_text("+10");
        stage.press("Enter Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let task = stage.desk().world().task(&"账目公示".into()).unwrap();
        assert_eq!(task.due, Some("2026-12-03".parse().unwrap()));
        assert!(matches!(task.history.last(), Some(Step::Reopened { .. })));
    }
}

#[test]
fn one_value_is_enough_and_what_is_not_closed_is_not_rated() {
    let mut stage = stage(Language::Zh);
    stage.press("Home F1 Esc y");
    assert!(stage.app.overlay.is_none());
    assert!(stage.said().contains("没有销号"), "{}", stage.said());
    stage.press("9 End y Enter Enter");
    assert!(stage.app.overlay.is_none(), "{}", stage.screen());
    let finished = stage.desk().finished_tasks().unwrap();
    assert_eq!(finished[0].rating(), Some(Rating::One(Level::Satisfied)));
}

#[test]
fn slips_go_out_for_several_under_numbers_of_their_own_and_lie_among_the_papers() {
    for language in Language::ALL {
        let mut stage = joint(language);
        stage.press("Space Space F5");
        let screen = stage.screen();
        assert!(
            screen.contains("镇交通站 老李"),
            "who gets it is shown: {screen}"
        );
        stage.every_size();
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let slip = |task: &Task| match task.history.last() {
            Some(Step::Reminded { slip, to, .. }) => (*slip, to.to_string()),
            other => panic!("{other:?}"),
        };
        let number = |serial| Slip { year: 2026, serial };
        assert_eq!(
            slip(&known(&stage)),
            (number(1), "镇交通站 老李".to_owned())
        );
        let second = stage.desk().world().task(&"灌渠清淤第一段".into()).unwrap();
        assert_eq!(slip(second), (number(2), "王建国".to_owned()));
        assert_eq!(stage.desk().next_slip(2026).unwrap(), 3);
        let shelf = fs::read_dir(stage.app.shelf()).unwrap();
        let papers: Vec<_> = shelf.map(|it| it.unwrap().path()).collect();
        assert_eq!(papers.len(), 2, "{papers:?}");
        let text = papers.iter().find(|it| it.extension().unwrap() == "txt");
        let text = fs::read_to_string(text.unwrap()).unwrap();
        for words in [JOINT, "灌渠清淤第一段", "镇交通站 老李", "王建国"] {
            assert!(text.contains(words), "{words}: {text}");
        }
        if language == Language::Zh {
            assert_snapshot!(text, @r"
                                               催办单

            编号：催办〔2026〕1号
            日期：2026年11月23日 周一
            承办：镇交通站 老李
            事项：跨村道路清障
            所在村：片区
            来源：急难愁盼
            完成时限：2026年11月16日 周一
            逾期：7 天

            　　请抓紧办理，并将办理情况书面报片区办公室。

            签发：________________

            签收：________________

                                               催办单

            编号：催办〔2026〕2号
            日期：2026年11月23日 周一
            承办：王建国
            事项：灌渠清淤第一段
            所在村：王庄
            完成时限：2026年11月20日 周五
            逾期：3 天

            　　请抓紧办理，并将办理情况书面报片区办公室。

            签发：________________

            签收：________________
            ");
        }
        // One step back takes both out of the histories; the next number is free again.
        stage.press("u");
        assert_eq!(stage.desk().next_slip(2026).unwrap(), 1);
    }
}

#[test]
fn what_rests_says_so_and_the_same_key_lets_it_go_on() {
    for language in Language::ALL {
        let mut stage = joint(language);
        stage.press("z");
        stage.type_text("等上级资金");
        stage.press("Enter Enter");
        assert_eq!(known(&stage).state, TaskState::Suspended);
        stage.press("2");
        assert!(stage.app.overlay.is_none());
        assert!(
            stage.said().contains('z') || stage.said().contains('Z'),
            "{}",
            stage.said()
        );
        while !stage.caret_row().contains(JOINT) {
            stage.press("Down");
        }
        stage.press("z");
        stage.type_text("12-20");
        stage.press("Enter Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let task = known(&stage);
        assert_eq!(task.state, TaskState::Open);
        assert_eq!(task.due, Some("2026-12-20".parse().unwrap()));
    }
}

#[test]
fn parts_are_chosen_worded_and_done_by_keys() {
    let mut stage = stage(Language::Zh);
    stage.press("Home 7 Down Down Down Down Down Space Down Space PgDn Enter");
    assert!(stage.app.overlay.is_none(), "{}", stage.screen());
    let parts = |stage: &Stage| {
        let task = stage.desk().world().task(&"灌渠清淤第一段".into()).unwrap();
        let parts = task.parts.iter();
        let parts = parts.map(|(id, part)| (id.to_string(), part.what.to_string()));
        parts.collect::<Vec<_>>()
    };
    assert_eq!(parts(&stage).len(), 2, "{:?}", parts(&stage));
    stage.press("F9 Enter Left Enter");
    stage.type_text("清上段三百米");
    stage.press("Enter Enter");
    assert!(stage.app.overlay.is_none(), "{}", stage.screen());
    assert!(parts(&stage).contains(&("李家屯".to_owned(), "清上段三百米".to_owned())));
    // Several at once have no one village.
    stage.press("F3 F9");
    assert!(stage.app.overlay.is_none());
    assert!(stage.said().contains("一次记一件事"), "{}", stage.said());
}

#[test]
fn the_follow_ups_of_one_matter_stand_alone() {
    for language in Language::ALL {
        let mut stage = stage(language);
        let none = MatterId::from("x");
        stage.app.go(Screen::Tasks(State::of_matter(none)));
        let screen = stage.screen();
        assert!(!screen.contains("防火隔离带"), "{screen}");
        stage.every_size();
    }
}

#[test]
fn hostile_words_stay_words() {
    let mut stage = stage(Language::Zh);
    let bad = "=cmd|' \u{202e}\u{1b}[31m| a | b |\u{200b}";
    stage.press("Home z");
    stage.type_text(bad);
    stage.press("Enter Enter");
    stage.press("7 Down Down");
    stage.type_text(bad);
    stage.press("Down Down Down Down Down");
    stage.type_text(bad);
    stage.press("PgDn Enter");
    stage.press("F4");
    let screen = stage.screen();
    let found = screen.chars().find(|c| dangerous(*c) && *c != '\n');
    assert_eq!(found, None, "{screen}");
}

#[test]
fn grouped_by_villages_a_joint_one_stands_under_each_with_how_far_its_part_is() {
    for language in Language::ALL {
        let mut stage = joint(language);
        part_done(&mut stage);
        stage.press("Tab Home");
        match language {
            Language::Zh => assert_snapshot!(stage.screen()),
            Language::En => assert_snapshot!(stage.screen()),
        }
        stage.every_size();
        // Each of its rows is a row of its own, and all are of the one follow-up.
        let mut rows = Vec::new();
        for _ in 0..8 {
            let row = stage.caret_row();
            if row.contains(JOINT) && !rows.contains(&row) {
                rows.push(row);
            }
            stage.press("Down");
        }
        assert_eq!(rows.len(), 3, "{rows:?}");
        // Marked once it is marked in all of them, and done in one act.
        stage.press("Home Space");
        let screen = stage.screen();
        let marked = screen
            .lines()
            .filter(|row| row.contains(&format!("* {JOINT}")));
        assert_eq!(marked.count(), 3, "{screen}");
        stage.press("2");
        stage.type_text("北段已通");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let noted = known(&stage).history.into_iter();
        assert_eq!(
            noted.filter(|it| matches!(it, Step::Noted { .. })).count(),
            1
        );
    }
}

#[test]
fn progress_is_shown_by_evidence_and_the_lead_person_may_be_from_outside() {
    for language in Language::ALL {
        let mut stage = joint(language);
        stage.press("2");
        stage.type_text("已清到第三段");
        stage.press("Enter");
        stage.type_text("照片第7号");
        stage.press("Enter Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let evidence = Some(line("照片第7号"));
        match known(&stage).history.last() {
            Some(Step::Noted { evidence: it, .. }) => assert_eq!(*it, evidence),
            other => panic!("{other:?}"),
        }
        assert!(stage.screen().contains("照片第7号"), "{}", stage.screen());
        // The same for the part of a village.
        stage.press("F9 Enter Enter");
        stage.type_text("北段已通");
        stage.press("Enter");
        stage.type_text("照片第8号");
        stage.every_size();
        stage.press("Enter Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert!(stage.screen().contains("照片第8号"), "{}", stage.screen());
        // The body and whoever answers for it there are two answers.
        stage.press("7 Enter Enter");
        stage.press("End");
        for _ in 0..3 {
            stage.press("Backspace");
        }
        stage.press("Enter");
        stage.type_text("老李");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let task = known(&stage);
        assert_eq!(task.lead, Some(line("镇交通站")));
        assert_eq!(task.lead_person, Some(line("老李")));
        assert!(stage.caret_row().contains("老李"), "{}", stage.screen());
        assert!(stage.screen().contains("镇交通站"), "{}", stage.screen());
        stage.press("F5 PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let Some(Step::Reminded { to, .. }) = known(&stage).history.last().cloned() else {
            panic!("a slip");
        };
        assert_eq!(to, line("镇交通站 老李"));
    }
}

#[test]
fn a_number_of_a_slip_is_not_given_twice_although_what_it_reminded_of_is_closed() {
    for language in Language::ALL {
        let mut stage = joint(language);
        let sign = |id: &str| {
            let (task, on) = (TaskId::from(id), "2026-11-23".parse().unwrap());
            let slip = Slip {
                year: 2026,
                serial: 7,
            };
            let finish = task::Command::Finish {
                task: task.clone(),
                on,
                note: None,
                evidence: None,
            };
            let remind = task::Command::Remind {
                task: task.clone(),
                on,
                slip,
                to: line("王建国"),
            };
            let sign = task::Command::Sign {
                task,
                on,
                by: line("丁守业"),
                paper: line("督办卡"),
            };
            [remind, finish, sign].map(Command::Task)
        };
        stage.record(&sign("灌渠清淤第一段"));
        stage.press("Home F5 Tab");
        for _ in 0..3 {
            stage.press("Backspace");
        }
        stage.type_text("7");
        stage.press("PgDn Enter");
        let screen = stage.screen();
        assert!(screen.contains("灌渠清淤第一段"), "{screen}");
        assert_eq!(known(&stage).reminders(), 0, "{screen}");
        stage.press("Esc F5 PgDn Enter");
        assert!(!known(&stage).has_slip(Slip {
            year: 2026,
            serial: 7
        }));
    }
}
