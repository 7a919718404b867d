#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::State;
use crate::domain::session::{Plan, SessionKind};
use crate::domain::{Command, session};
use crate::i18n::Language;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::{committee, line};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

fn stage(language: Language) -> Stage {
    let mut stage = committee(language);
    stage.app.go(Screen::Sessions(State::default()));
    stage
}

fn planned(stage: &mut Stage, kind: SessionKind, ordinal: u32, date: &str) {
    let plan = Plan {
        kind,
        ordinal,
        date: date.parse().unwrap(),
        start: Some("14:30:00".parse().unwrap()),
        place: Some(line("镇政府三楼会议室")),
        chair: Some("李长河".into()),
        recorder: Some("李春梅".into()),
    };
    let id = format!("{kind:?}{ordinal}").as_str().into();
    stage.record(&[Command::Session(session::Command::Create {
        id,
        plan,
        opening: None,
    })]);
}

#[test]
fn an_empty_list_says_what_to_do() {
    assert_snapshot!(stage(Language::Zh).screen(), @r"
        会议                                                            东山片区联合党委










                               还没有会议：按 3 新建第一次会议。











        F1 帮助  3 新建  Enter 菜单  u 撤销  Ctrl-P 操作  F12 English  i 经过
        ");
    assert_snapshot!(stage(Language::En).screen(), @r"
        Sessions                                                        东山片区联合党委










                           No session yet: press 3 to plan the first.











        F1 Help  3 New  Enter Menu  u Undo  Ctrl-P Find  F12 中文  i History
        ");
}

#[test]
fn sessions_stand_newest_first() {
    for language in Language::ALL {
        let mut stage = stage(language);
        planned(&mut stage, SessionKind::Regular, 1, "2026-09-15");
        planned(&mut stage, SessionKind::Special, 1, "2026-10-20");
        planned(&mut stage, SessionKind::Regular, 2, "2026-11-24");
        match language {
            Language::Zh => assert_snapshot!(stage.screen(), @r"
        会议                                                            东山片区联合党委
        ▸ 第2次例会        2026 11-24 周二 待开       镇政府三楼会议室
          第1次专题会      2026 10-20 周二 待开       镇政府三楼会议室
          第1次例会        2026 9-15 周二  待开       镇政府三楼会议室



















        F1 帮助  1 准备  2 开会  3 新建  Enter 菜单  u 撤销  Ctrl-P 操作  F12 English
        "),
            Language::En => assert_snapshot!(stage.screen(), @r"
        Sessions                                                        东山片区联合党委
        ▸ Regular no. 2    2026 Tue 24 Nov Planned    镇政府三楼会议室
          Special no. 1    2026 Tue 20 Oct Planned    镇政府三楼会议室
          Regular no. 1    2026 Tue 15 Sep Planned    镇政府三楼会议室



















        F1 Help  1 Plan  2 Sit  3 New  Enter Menu  u Undo  Ctrl-P Find  F12 中文
        "),
        }
        stage.every_size();
    }
}

#[test]
fn a_new_session_is_planned_by_keys_alone() {
    let mut stage = stage(Language::Zh);
    planned(&mut stage, SessionKind::Regular, 4, "2026-10-20");
    stage.press("3");
    // The ordinal follows the kind, until one is typed.
    stage.press("Right");
    assert!(stage.screen().contains("第几次    1"), "{}", stage.screen());
    stage.press("Left Enter Enter");
    stage.type_text("周四");
    assert_snapshot!(stage.screen(), @r"
        会议                                                            东山片区联合党委
        ▸ 第4次例会        2026 10-20 周二 待开       镇政府三楼会议室



          ┌─ 新建会议 ───────────────────────────────────────────────────────────────┐
          │  会议类别  ◂ 例会 ▸                                                      │
          │ *第几次    5                                                             │
          │ *日期      周四                                                          │
          │            2026年11月26日 周四                                           │
          │  开始时间  14:30                                                         │
          │  地点      镇政府三楼会议室                                              │
          │  主持人    ◂ 李长河（李家屯） ▸                                          │
          │  记录人    ◂ 李春梅（李家屯） ▸                                          │
          │                                                                          │
          │   保存 ↵                                                                 │
          │ ↑↓/Tab 移动 · 回车 下一项，最后一行提交 · Esc 离开（草稿保留）           │
          └──────────────────────────────────────────────────────────────────────────┘





        F1 帮助
        ");
    stage.press("PgDn Enter");
    let world = stage.desk().world();
    let made = world
        .sessions
        .values()
        .find(|session| session.ordinal == 5)
        .unwrap();
    assert_eq!(made.date, "2026-11-26".parse().unwrap());
    assert_eq!(made.place, Some(line("镇政府三楼会议室")));
    assert_eq!(made.chair, Some("李长河".into()));
    assert_eq!(made.recorder, Some("李春梅".into()));
    let agenda: Vec<_> = world.agenda(&made.id).collect();
    assert_eq!(agenda.len(), 1);
    assert_eq!(agenda[0].title, line("上次议定事项落实情况"));
    // Its plan is what is seen now, and `u` takes it back.
    assert!(stage.screen().contains("会前准备"));
    stage.press("u");
    assert!(stage.screen().contains("这次会议已不在"));
    stage.press("r");
    assert!(stage.screen().contains("上次议定事项落实情况"));
    stage.press("Esc");
    assert!(stage.caret_row().contains("第5次例会"));
}

#[test]
fn a_day_that_is_none_is_asked_again() {
    let mut stage = stage(Language::Zh);
    stage.press("n PgDn Enter");
    assert!(stage.screen().contains("这一栏要填"));
    stage.type_text("2-30");
    stage.press("PgDn Enter");
    assert!(stage.screen().contains("2月没有30日"));
    assert!(stage.desk().world().sessions.is_empty());
}

#[test]
fn from_the_list_to_the_plan_and_to_the_live_screen() {
    let mut stage = stage(Language::Zh);
    planned(&mut stage, SessionKind::Regular, 1, "2026-11-24");
    stage.screen();
    stage.press("1");
    assert!(matches!(stage.app.top(), Screen::Plan(_)));
    stage.press("Esc F5");
    assert!(matches!(stage.app.top(), Screen::Live(_)));
    stage.press("Esc");
    stage.press("4");
    assert_eq!(stage.said(), "还没有开过，没有会议记录");
}

#[test]
fn more_than_a_page_is_read_as_the_selection_comes_to_it() {
    let mut stage = stage(Language::En);
    for ordinal in 1..=super::PAGE + 5 {
        planned(&mut stage, SessionKind::Regular, ordinal, "2026-10-20");
    }
    stage.screen();
    stage.press("End End");
    let Screen::Sessions(state) = stage.app.top() else {
        panic!("another screen");
    };
    assert_eq!(state.list.len(), usize::try_from(super::PAGE + 5).unwrap());
}
