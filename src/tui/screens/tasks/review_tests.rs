#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::stage;
use crate::domain::dates::Minute;
use crate::domain::task::{Step, TaskState};
use crate::domain::{Command, session, task};
use crate::i18n::Language;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::line;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

/// The headers of the list, top to bottom.
fn headers(stage: &mut Stage) -> Vec<String> {
    let screen = stage.screen();
    let rows = screen.lines().skip(2).take(14);
    rows.filter(|row| row.ends_with([')', '）']) && !row.starts_with(' '))
        .map(str::to_owned)
        .collect()
}

#[test]
fn one_key_turns_the_groups() {
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.press("Tab");
        if language == Language::Zh {
            assert_snapshot!(stage.screen(), @r"
            督办事项                                                        东山片区联合党委
            未办结 4 项 · 逾期 1 · 临期 1 · 按村
            片区（1）
            ▸ 垃圾清运合同              未定     片区                  34天未定
            王庄（3，逾期 1）
              灌渠清淤第一段            王建国   王庄     11-20 周五      逾3天 第4次例会
              防火隔离带                张秀英   王庄     11-27 周五      余4天 第4次例会
              村道路灯                  李春梅   王庄     2027-01-15            第4次例会









            垃圾清运合同
            责任人 未定 · 片区 · 时限未定
            久未定期 · 未启动 · 10-20 周二 起没有时限，请定时限



            F1 帮助  1 办结  2 进展  3 改期  4 不办  F5 催办单  Space 标记  Tab 分组  6 新增
            ");
        }
        let wanted = match language {
            Language::Zh => [
                vec!["片区（1）", "王庄（3，逾期 1）"],
                vec![
                    "李春梅（1）",
                    "王建国（1，逾期 1）",
                    "张秀英（1）",
                    "未定（1）",
                ],
                vec!["第4次例会（3，逾期 1）", "不是会上定的（1）"],
                vec!["一个月以上（4，逾期 1）"],
            ],
            Language::En => [
                vec!["Area (1)", "王庄 (3, 1 overdue)"],
                vec![
                    "李春梅 (1)",
                    "王建国 (1, 1 overdue)",
                    "张秀英 (1)",
                    "nobody (1)",
                ],
                vec!["Regular no. 4 (3, 1 overdue)", "Not from a session (1)"],
                vec!["A month or more (4, 1 overdue)"],
            ],
        };
        for wanted in wanted {
            assert_eq!(headers(&mut stage), wanted);
            stage.every_size();
            stage.press("g");
        }
        assert_eq!(headers(&mut stage).len(), 4, "by urgency again");
    }
}

#[test]
fn several_are_set_at_once_and_taken_back_at_once() {
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.press("Home Space Space");
        let screen = stage.screen();
        assert!(
            screen.contains(match language {
                Language::Zh => "已标记 2",
                Language::En => "2 marked",
            }),
            "{screen}"
        );
        stage.every_size();
        stage.press("2");
        assert!(stage.screen().contains(match language {
            Language::Zh => "进展：2 项",
            Language::En => "Progress: 2 follow-ups",
        }));
        stage.type_text("已联系施工队");
        stage.press("PgDn Enter");
        assert!(stage.said().contains('2'), "{}", stage.said());
        let noted = |stage: &Stage| {
            let tasks = stage.desk().world().tasks.values();
            tasks
                .filter(|task| matches!(task.history.last(), Some(Step::Noted { .. })))
                .count()
        };
        assert_eq!(noted(&stage), 2);
        assert!(!stage.screen().contains("* 灌"), "{}", stage.screen());
        stage.press("u");
        assert_eq!(noted(&stage), 0);

        // All that is listed, given up with one reason.
        stage.press("F3 4");
        stage.type_text("镇里统一实施");
        stage.press("Enter Enter");
        let open = |stage: &Stage| {
            let tasks = stage.desk().world().tasks.values();
            tasks.filter(|task| task.state == TaskState::Open).count()
        };
        assert_eq!(open(&stage), 0);
        stage.press("u");
        assert_eq!(open(&stage), 4);
    }
}

#[test]
fn what_is_not_listed_is_not_set_unseen() {
    let mut stage = stage(Language::Zh);
    stage.press("Home F3 0");
    stage.type_text("zxy");
    stage.press("Enter Enter");
    assert!(stage.screen().contains("已标记 1"), "{}", stage.screen());
    stage.press("4");
    stage.type_text("重复");
    stage.press("Enter Enter");
    let tasks = stage.desk().world().tasks.values();
    let dropped: Vec<&str> = tasks
        .filter(|task| task.state == TaskState::Dropped)
        .map(|task| task.what.as_str())
        .collect();
    assert_eq!(dropped, ["防火隔离带"]);
    // Those given up stand with those done, and are taken up again.
    stage.press("0 Backspace Backspace Backspace Enter Enter 9 End");
    let screen = stage.screen();
    assert!(screen.contains("不再督办（1）"), "{screen}");
    assert!(stage.caret_row().contains("防火隔离带"), "{screen}");
    stage.press("1");
    assert!(stage.said().contains("按 5"), "{}", stage.said());
    stage.press("5");
    stage.type_text("镇里不做了");
    stage.press("Enter");
    stage.type_text("+30");
    stage.press("Enter Enter");
    assert!(!stage.screen().contains("不再督办（1）"));
}

#[test]
fn those_marked_together_have_to_stand_alike() {
    let mut stage = stage(Language::Zh);
    stage.press("9 F3 2");
    assert!(stage.app.overlay.is_none());
    assert!(stage.said().contains("已经销号"), "{}", stage.said());
    stage.press("5");
    assert!(stage.said().contains("没有销号"), "{}", stage.said());
    stage.press("F3");
    assert!(!stage.screen().contains("已标记"), "{}", stage.screen());
}

#[test]
fn a_history_is_read_whole() {
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.press("Home");
        for step in 1..=9 {
            stage.press("2");
            stage.type_text(&format!("清到第{step}段"));
            stage.press("PgDn Enter");
        }
        let screen = stage.screen();
        assert!(
            screen.contains("清到第9段") && !screen.contains("清到第6段"),
            "{screen}"
        );
        assert!(screen.contains("F4"), "{screen}");
        stage.press("F4");
        let read = stage.screen();
        assert!(
            read.contains("清到第1段") && read.contains("清到第9段"),
            "{read}"
        );
        stage.every_size();
        stage.press("Esc");
        assert!(stage.app.overlay.is_none());
    }
}

#[test]
fn what_changed_since_the_last_session_is_listed_alone() {
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.press("F6");
        let said = stage.said().to_owned();
        assert_eq!(said, crate::i18n::review::no_session_yet(language));
        stage.record(&[Command::Task(task::Command::Note {
            task: "村道路灯".into(),
            on: "2026-11-20".parse().unwrap(),
            note: line("电线杆已到"),
            evidence: None,
        })]);
        hold(&mut stage);
        stage.press("F6");
        if language == Language::Zh {
            assert_snapshot!(stage.screen(), @r"
            督办事项                                                        东山片区联合党委
            第4次例会（10-20 周二）以后：新增 0 项，有变化 2 项
            未到期（1）
            ▸ 村道路灯                          李春梅   王庄     2027-01-15            进展
            已销号（1）
              账目公示                          李长河   王庄     11-1 周日  10-30 周五 销号











            村道路灯
            责任人 李春梅 · 王庄 · 时限 2027年1月15日 周五 · 来自第4次例会
            办理中
            11-20 周五 进展：电线杆已到


            F1 帮助  1 办结  2 进展  3 改期  4 不办  F5 催办单  Space 标记  Tab 分组  6 新增
            ");
        } else {
            assert_snapshot!(stage.screen(), @r"
            Follow-ups                                                      东山片区联合党委
            Since Regular no. 4 (Tue 20 Oct): 0 new, 2 changed
            Not due yet (1)
            ▸ 村道路灯                      李春梅   王庄     2027-01-15            progress
            Closed (1)
              账目公示                      李长河   王庄     Sun 1 Nov  Fri 30 Oct closed











            村道路灯
            Owner 李春梅 · 王庄 · due Fri 15 Jan 2027 · from Regular no. 4
            Underway
            Fri 20 Nov: progress, 电线杆已到


            F1 Help  1 Done  2 Progress  3 Move  4 Give up  F5 Remind  Space Mark  Tab Group
            ");
        }
        stage.every_size();
        stage.press("F6");
        assert!(stage.screen().contains("防火隔离带"));
    }
}

/// Takes the session the follow-ups come from to its end, on the day it was planned for.
fn hold(stage: &mut Stage) {
    let day = "2026-10-20".parse().unwrap();
    let at = |time: &str| Minute::on(day, format!("{time}:00").parse().unwrap());
    let id = || "s1".into();
    for command in [
        session::Command::CallRoll(id()),
        session::Command::AllPresent {
            id: id(),
            at: at("09:00"),
        },
        session::Command::Replan {
            id: id(),
            plan: session::Plan {
                kind: session::SessionKind::Regular,
                ordinal: 4,
                date: "2026-10-20".parse().unwrap(),
                start: None,
                place: None,
                chair: Some("李长河".into()),
                recorder: None,
            },
        },
        session::Command::Open {
            id: id(),
            at: at("09:00"),
        },
        session::Command::Close {
            id: id(),
            at: at("10:00"),
        },
    ] {
        stage.record(&[Command::Session(command)]);
    }
}

#[test]
fn a_half_written_step_is_found_again() {
    for (marks, title) in [("", "进展：灌渠清淤第一段"), ("Space Space", "进展：2 项")]
    {
        let mut stage = stage(Language::Zh);
        stage.press("Home");
        stage.press(marks);
        stage.press("2");
        stage.type_text("写到一半");
        stage.press("Esc Esc");
        assert!(matches!(stage.app.top(), Screen::Home(_)));
        assert!(stage.screen().contains("发现草稿"), "{}", stage.screen());
        stage.press("Home");
        while !stage.caret_row().contains("进展：") {
            let before = stage.caret_row();
            stage.press("Down");
            assert_ne!(stage.caret_row(), before, "{}", stage.screen());
        }
        stage.press("Enter");
        let screen = stage.screen();
        assert!(
            screen.contains(title) && screen.contains("写到一半"),
            "{screen}"
        );
    }
}

#[test]
fn home_leads_to_the_one_it_counts() {
    for (language, row) in [
        (Language::Zh, "七天内到期"),
        (Language::En, "Due within seven days"),
    ] {
        let mut stage = stage(language);
        stage.press("Esc Home");
        while !stage.caret_row().contains(row) {
            let before = stage.caret_row();
            stage.press("Down");
            assert_ne!(stage.caret_row(), before, "{}", stage.screen());
        }
        stage.press("Enter");
        assert!(
            stage.caret_row().contains("防火隔离带"),
            "{}",
            stage.screen()
        );
    }
}
