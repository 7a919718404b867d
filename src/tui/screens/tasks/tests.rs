#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::State;
use crate::domain::ids::{SessionId, TaskId};
use crate::domain::session::{Plan, SessionKind};
use crate::domain::task::{Step, Task, TaskState};
use crate::domain::{Command, session, task};
use crate::i18n::Language;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::{committee, line};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

fn put(what: &str, owner: Option<&str>, due: Option<&str>) -> Command {
    Command::Task(task::Command::Put(Task {
        session: owner.map(|_| SessionId::from("s1")),
        owner: owner.map(Into::into),
        village: owner.map(|_| "王庄".into()),
        due: due.map(|due| due.parse().unwrap()),
        ..Task::new(
            TaskId::from(what),
            line(what),
            "2026-10-20".parse().unwrap(),
        )
    }))
}

fn empty(language: Language) -> Stage {
    let mut stage = committee(language);
    stage.app.go(Screen::Tasks(State::default()));
    stage
}

/// One follow-up of every light.
pub(in crate::tui::screens) fn stage(language: Language) -> Stage {
    let mut stage = empty(language);
    let plan = Plan {
        kind: SessionKind::Regular,
        ordinal: 4,
        date: "2026-10-20".parse().unwrap(),
        start: None,
        place: None,
        chair: None,
        recorder: None,
    };
    let create = session::Command::Create {
        id: SessionId::from("s1"),
        plan,
        opening: None,
    };
    stage.record(&[
        Command::Session(create),
        put("灌渠清淤第一段", Some("王建国"), Some("2026-11-20")),
        put("防火隔离带", Some("张秀英"), Some("2026-11-27")),
        put("垃圾清运合同", None, None),
        put("村道路灯", Some("李春梅"), Some("2027-01-15")),
        put("账目公示", Some("李长河"), Some("2026-11-01")),
    ]);
    stage.record(&[
        Command::Task(task::Command::Finish {
            task: TaskId::from("账目公示"),
            on: "2026-10-30".parse().unwrap(),
            note: Some(line("已贴公开栏")),
            evidence: None,
        }),
        Command::Task(task::Command::Sign {
            task: TaskId::from("账目公示"),
            on: "2026-10-30".parse().unwrap(),
            by: line("孙广田"),
            paper: line("督办卡第3号"),
        }),
    ]);
    stage
}

#[test]
fn an_empty_list_says_what_to_do() {
    for language in Language::ALL {
        let screen = empty(language).screen();
        match language {
            Language::Zh => assert!(screen.contains("按 6 新增"), "{screen}"),
            Language::En => assert!(screen.contains("press 6 to enter one"), "{screen}"),
        }
    }
}

#[test]
fn follow_ups_stand_in_groups_the_most_urgent_first() {
    for language in Language::ALL {
        let mut stage = stage(language);
        match language {
            Language::Zh => assert_snapshot!(stage.screen(), @r"
        督办事项                                                        东山片区联合党委
        未办结 4 项 · 逾期 1 · 临期 1
        逾期（1）
        ▸ 灌渠清淤第一段            王建国   王庄     11-20 周五      逾3天 第4次例会
        临期（1）
          防火隔离带                张秀英   王庄     11-27 周五      余4天 第4次例会
        久未定期（1）
          垃圾清运合同              未定     片区                  34天未定
        未到期（1）
          村道路灯                  李春梅   王庄     2027-01-15            第4次例会







        灌渠清淤第一段
        责任人 王建国 · 王庄 · 时限 2026年11月20日 周五 · 来自第4次例会
        逾期 · 未启动



        F1 帮助  1 办结  2 进展  3 改期  4 不办  F5 催办单  Space 标记  Tab 分组  6 新增
        "),
            Language::En => assert_snapshot!(stage.screen(), @r"
        Follow-ups                                                      东山片区联合党委
        4 open · 1 overdue · 1 due soon
        Overdue (1)
        ▸ 灌渠清淤第一段          王建国   王庄     Fri 20 Nov    3d late Regular no. 4
        Due soon (1)
          防火隔离带              张秀英   王庄     Fri 27 Nov      in 4d Regular no. 4
        No due date (1)
          垃圾清运合同            nobody   Area                  34d open
        Not due yet (1)
          村道路灯                李春梅   王庄     2027-01-15            Regular no. 4







        灌渠清淤第一段
        Owner 王建国 · 王庄 · due Fri 20 Nov 2026 · from Regular no. 4
        Overdue · Not started



        F1 Help  1 Done  2 Progress  3 Move  4 Give up  F5 Remind  Space Mark  Tab Group
        "),
        }
        stage.every_size();
        stage.press("9 End");
        if language == Language::Zh {
            assert_snapshot!(stage.screen(), @r"
        督办事项                                                        东山片区联合党委
        未办结 4 项 · 逾期 1 · 临期 1
        逾期（1）
          灌渠清淤第一段            王建国   王庄     11-20 周五      逾3天 第4次例会
        临期（1）
          防火隔离带                张秀英   王庄     11-27 周五      余4天 第4次例会
        久未定期（1）
          垃圾清运合同              未定     片区                  34天未定
        未到期（1）
          村道路灯                  李春梅   王庄     2027-01-15            第4次例会
        已销号（1）
        ▸ 账目公示                  李长河   王庄     11-1 周日  10-30 周五 第4次例会





        账目公示
        责任人 李长河 · 王庄 · 时限 2026年11月1日 周日 · 来自第4次例会
        已销号 · 孙广田签批
        10-30 周五 办结待审：已贴公开栏
        10-30 周五 销号：孙广田签批，督办卡第3号

        F1 帮助  5 复号  y 满意度  Space 标记  Tab 分组  6 新增  0 筛选  9 已办
        ");
        }
        stage.every_size();
        stage.press("9");
        assert!(!stage.screen().contains("账目公示"));
    }
}

#[test]
fn a_follow_up_is_entered_moved_done_and_opened_again() {
    let mut stage = stage(Language::Zh);
    stage.press("6");
    stage.type_text("机井维修");
    stage.press("Enter");
    stage.type_text("zxy");
    stage.press("Enter Enter Enter Right Enter Enter");
    stage.type_text("孙广田");
    stage.press("Enter Enter");
    stage.type_text("周五");
    assert!(stage.screen().contains("2026年11月27日 周五"));
    stage.press("Enter Enter");
    assert!(stage.caret_row().contains("机井维修"), "{}", stage.screen());
    assert!(stage.caret_row().contains("余4天"));

    // A date moves with a reason, and not to the same day.
    stage.press("3");
    stage.type_text("11-27");
    stage.press("PgDn Enter");
    assert!(stage.screen().contains("这一栏要填"));
    stage.type_text("等配件");
    stage.press("PgDn Enter");
    assert!(stage.screen().contains("与现在的时限相同"));
    stage.press(&"Backspace ".repeat(5));
    stage.type_text("+20");
    stage.press("PgDn Enter");
    assert!(stage.caret_row().contains("机井维修"));
    assert!(
        stage
            .screen()
            .contains("改期：11-27 周五 改为 12-13 周日，等配件")
    );

    // Changing what and who asks for no date.
    stage.press("7 End");
    stage.type_text("两口");
    stage.press("PgDn Enter");
    assert!(stage.caret_row().contains("机井维修两口"));

    stage.press("1 Enter");
    stage.type_text("通水了");
    stage.press("PgDn Enter");
    assert!(stage.app.overlay.is_none(), "{}", stage.screen());
    // It is reported as done, and nothing is closed before the leader signed.
    assert!(
        stage.screen().contains("办结待审（1）"),
        "{}",
        stage.screen()
    );
    assert!(stage.caret_row().contains("机井维修两口"));
    stage.press("2");
    assert!(stage.said().contains("等孙广田签批"), "{}", stage.said());
    assert!(stage.said().contains("按 F8"), "{}", stage.said());
    stage.press("5");
    assert!(stage.said().contains("没有销号"), "{}", stage.said());
    stage.press("F8 PgDn Enter");
    assert!(stage.screen().contains("这一栏要填"), "{}", stage.screen());
    stage.type_text("督办卡第3号");
    stage.press("PgDn Enter");
    assert!(stage.app.overlay.is_none(), "{}", stage.screen());
    assert!(!stage.screen().contains("机井维修两口  "));

    stage.press("9");
    stage.press("End Up");
    assert!(
        stage.caret_row().contains("机井维修两口"),
        "{}",
        stage.screen()
    );
    assert!(stage.screen().contains("销号：孙广田签批，督办卡第3号"));
    stage.press("1");
    assert!(stage.said().contains("按 5"), "{}", stage.said());
    stage.press("5");
    stage.type_text("又停水");
    stage.press("Enter");
    stage.type_text("+14");
    stage.press("Enter Enter");
    assert!(
        stage.caret_row().contains("机井维修两口"),
        "{}",
        stage.screen()
    );
    let world = stage.desk().world();
    let task = world
        .tasks
        .values()
        .find(|task| task.what == line("机井维修两口"))
        .unwrap();
    assert_eq!(task.state, TaskState::Open);
    assert_eq!(task.history.len(), 4);
    assert!(matches!(&task.history[3], Step::Reopened { reason, .. } if *reason == line("又停水")));
}

#[test]
fn the_list_narrows_by_pinyin_and_says_how_to_widen() {
    let mut stage = stage(Language::Zh);
    stage.press("/");
    stage.type_text("zxy");
    stage.press("Enter Enter");
    let screen = stage.screen();
    assert!(
        screen.contains("防火隔离带") && !screen.contains("村道路灯"),
        "{screen}"
    );
    stage.press("0");
    stage.type_text("没有");
    stage.press("Enter Enter");
    assert!(stage.screen().contains("按 0 改筛选"), "{}", stage.screen());
    stage.press("0");
    stage.press(&"Backspace ".repeat(6));
    stage.press("Enter Enter");
    assert!(stage.screen().contains("村道路灯"));
}

#[test]
fn with_rows_marked_all_of_them_are_removed_as_one_act() {
    let mut stage = stage(Language::Zh);
    stage.screen();
    let has = |stage: &mut Stage, what: &str| stage.screen().contains(what);
    // The caret is on the third by then.
    stage.press("Home Space Space");
    assert!(stage.caret_row().contains("垃圾清运合同"));
    stage.press("Delete");
    for (what, stands) in [
        ("灌渠清淤第一段", false),
        ("防火隔离带", false),
        ("垃圾清运合同", true),
    ] {
        assert_eq!(has(&mut stage, what), stands, "{what}: {}", stage.screen());
    }
    stage.press("u");
    assert!(has(&mut stage, "灌渠清淤第一段") && has(&mut stage, "防火隔离带"));
}

#[test]
fn only_what_nothing_became_of_is_removed() {
    let mut stage = stage(Language::Zh);
    stage.screen();
    stage.press("Down Down Delete");
    assert!(!stage.screen().contains("垃圾清运合同"));
    stage.press("u");
    assert!(stage.screen().contains("垃圾清运合同"));
    stage.press("Home 3");
    stage.type_text("月底");
    stage.press("Enter");
    stage.type_text("雨天");
    stage.press("Enter Enter");
    assert!(stage.caret_row().contains("灌渠清淤第一段"));
    stage.press("8");
    assert!(stage.screen().contains("灌渠清淤第一段"));
}

#[test]
fn a_day_to_come_is_no_day_of_being_done() {
    let mut stage = stage(Language::En);
    stage.screen();
    stage.press("1");
    stage.press(&"Backspace ".repeat(10));
    stage.type_text("fri");
    stage.press("PgDn Enter");
    // Of a weekday the last one is meant.
    assert!(stage.app.overlay.is_none(), "{}", stage.screen());
    let done = |stage: &Stage, what: &str| {
        let tasks = stage.desk().world().tasks.values();
        let steps = tasks.filter_map(|task| task.history.last());
        let days: Vec<String> = steps.map(|step| step.on().to_string()).collect();
        assert!(days.iter().any(|day| day == what), "{days:?}");
    };
    done(&stage, "2026-11-20");
    stage.press("u 1");
    stage.press(&"Backspace ".repeat(10));
    stage.type_text("2026-11-24");
    stage.press("PgDn Enter");
    assert!(
        stage.screen().contains("later than today"),
        "{}",
        stage.screen()
    );
}

#[test]
fn a_follow_up_half_mended_is_gone_on_with_in_its_sheet() {
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.press("Down 7 End");
        stage.type_text("并拍照");
        let back = stage.come_back();
        // The words stand beside those that are recorded; whoever wrote them goes on with them.
        assert!(back.contains("并拍照"), "{back}");
        stage.press("Enter");
        assert!(stage.app.overlay.is_some(), "{back}");
        stage.press("PgDn Enter");
        let mut tasks = stage.desk().world().tasks.values();
        assert!(tasks.any(|task| task.what.as_str().ends_with("并拍照")));
        assert!(stage.desk().drafts().unwrap().is_empty());
    }
}
