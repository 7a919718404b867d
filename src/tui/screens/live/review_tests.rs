#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::Panel;
use super::tests::{panel, sample};
use crate::domain::session::SessionState;
use crate::domain::session::agenda::ItemKind;
use crate::domain::session::minutes::EntryKind;
use crate::domain::task::{Step, Task};
use crate::i18n::Language;
use crate::papers::markdown;
use crate::papers::record::{Printed, record};
use crate::tui::screens::Screen;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

/// The sample's session of today, in its opening item.
fn reviewing(language: Language) -> Stage {
    let mut stage = sample(language, 3);
    stage.press("F5 9 F5 F5");
    stage
}

fn task<'a>(stage: &'a Stage, what: &str) -> &'a Task {
    let mut tasks = stage.desk().world().tasks.values();
    tasks
        .find(|task| task.what.as_str().contains(what))
        .unwrap()
}

/// The words of the notes of the session of today.
fn notes(stage: &Stage) -> Vec<String> {
    let session = &stage.app.live().unwrap().session;
    let entries = stage.desk().world().entries.values();
    entries
        .filter(|entry| entry.session == *session && entry.kind == EntryKind::Note)
        .map(|entry| entry.words.as_str().to_owned())
        .collect()
}

#[test]
fn the_opening_item_shows_what_is_open_the_most_urgent_first() {
    for language in Language::ALL {
        let mut stage = reviewing(language);
        assert_eq!(panel(&stage), Panel::Review);
        if language == Language::Zh {
            assert_snapshot!(stage.screen(), @r"
            ▪样例▪ 第3次联席会议（例会） · 开会                             榆河片区联合党委
            应到 12 实到 12 · ✓ 法定 7 人 · 按默认规则                        第一项 0/10 分
            ▸ 这一项大家还有没有意见？没有意见，这一项到此为止。              [F5/空格] 办完


             议程   点名   记录（第一项）  ▸督办   表决（第一项）   散会
            第一项 上次议定事项落实情况 · 进行中
            未办结 6 项 · 逾期 1 · 临期 1 · 久未定期 1 · 未到期 3
            上次会议（9-23 周三）以来：了结 1 项，村表决 1 次；按 8 一并记入
            ▸ 灌渠清淤各段测量并核定土方                      丁守业 逾12天   8-23 周日 改期
              请设计单位出冷库两个容量的方案和概算            鲁志远 余4天
              到柳沟村听取村民代表对冷库选址的意见            韩立诚 61天未定
              河湾村按程序表决清淤方案                        未定   未到期
              柳沟村按程序表决清淤方案                        未定   未到期
              上坪村按程序表决清淤方案                        未定   未到期


            ┌─ 灌渠清淤各段测量并核定土方 ─────────────────────────────────────────────────┐
            │ 责任人 丁守业 · 榆林岗村 · 时限 2026年11月11日 周三                          │
            │ 逾期 · 未启动 · 事项 〔2026〕1号                                             │
            │ 8-23 周日 改期：8-25 周二 改为 11-11 周三，连续降雨，停测二十天              │
            └──────────────────────────────────────────────────────────────────────────────┘
            已记录：议题 1 开议 · u 撤销
            F1 帮助  1 办结  2 进展  3 改期  4 不办  8 记入  5 记事  0 中止  F5 下一步
            ");
        } else {
            assert_snapshot!(stage.screen(), @r"
            [SAMPLE] Joint session no. 3 (regular) · Sitting                榆河片区联合党委
            Entitled 12, present 12 · ✓ quorum 7 · by the default rule      item 1: 0/10 min
            ▸ Is there anything more on this item? If not, it is done.       [F5/Space] Done


             Agenda   Roll   Minutes (item 1)  ▸Follow-ups   Vote (item 1)   Closing
            Item 1: 上次议定事项落实情况 · Running
            6 open · Overdue 1 · Due soon 1 · No due date 1 · Not due yet 3
            Since the last session (Wed 23 Sep): 1 ended, 1 village votes. 8 minutes them
            ▸ 灌渠清淤各段测量并核定土方                 丁守业 12d late    Sun 23 Aug moved
              请设计单位出冷库两个容量的方案和概算       鲁志远 in 4d
              到柳沟村听取村民代表对冷库选址的意见       韩立诚 61d open
              河湾村按程序表决清淤方案                   nobody Not due yet
              柳沟村按程序表决清淤方案                   nobody Not due yet
              上坪村按程序表决清淤方案                   nobody Not due yet


            ┌─ 灌渠清淤各段测量并核定土方 ─────────────────────────────────────────────────┐
            │ Owner 丁守业 · 榆林岗村 · due Wed 11 Nov 2026                                │
            │ Overdue · Not started · matter No. 2026-1                                    │
            │ Sun 23 Aug: moved from Tue 25 Aug to Wed 11 Nov, 连续降雨，停测二十天        │
            └──────────────────────────────────────────────────────────────────────────────┘
            Recorded: Item 1 taken up · u undo
            F1 Help  1 Done  2 Progress  3 Move  4 Give up  8 Minute  5 Note  F5 Next
            ");
        }
        stage.every_size();
        stage.press("Down Down");
        stage.every_size();
    }
}

#[test]
fn what_is_set_is_minuted_in_one_act_and_printed() {
    for language in Language::ALL {
        let mut stage = reviewing(language);
        let first = stage.caret_row();
        let what = "灌渠清淤各段测量";
        assert!(first.contains(what), "{first}");
        stage.press("2");
        stage.type_text("已清到第五段");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert_eq!(panel(&stage), Panel::Review);
        assert!(matches!(
            task(&stage, what).history.last(),
            Some(Step::Noted { .. })
        ));
        let noted = notes(&stage);
        assert_eq!(noted.len(), 1);
        assert!(noted[0].contains("已清到第五段"), "{noted:?}");
        // One act, one step back: the step and its minute.
        stage.press("u");
        assert!(!matches!(
            task(&stage, what).history.last(),
            Some(Step::Noted { .. })
        ));
        assert!(notes(&stage).is_empty());
        stage.press("r");
        assert_eq!(notes(&stage).len(), 1);

        // Another date, and then done: seen, accepted by whoever chairs.
        stage.press("3");
        stage.type_text("+30");
        stage.press("Enter");
        stage.type_text("雨天停工");
        stage.press("Enter Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        while !stage.caret_row().contains(what) {
            stage.press("Down");
        }
        stage.press("1 Enter");
        stage.type_text("渠已通水");
        stage.press("Enter Enter Enter");
        stage.type_text("督办卡第3号");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        // What is done is named, though it has left the list.
        assert!(stage.said().contains(what), "{}", stage.said());
        let ended = stage.desk().finished_tasks().unwrap();
        let mut ended = ended
            .iter()
            .filter(|task| task.what.as_str().contains(what));
        let done = ended.next().unwrap();
        assert!(matches!(
            done.history.last(),
            Some(Step::Signed { by, .. }) if by.as_str() == "丁守业"
        ));
        stage.press("Home");
        assert!(!stage.screen().contains(what), "{}", stage.screen());
        stage.press("4");
        stage.type_text("镇里统一实施");
        stage.press("Enter Enter");
        assert_eq!(notes(&stage).len(), 4);

        let session = stage.app.live().unwrap().session.clone();
        let world = stage.desk().world();
        let session = world.session(&session).unwrap();
        let paper = record(world, session, language, Printed::default());
        let printed = markdown::write(&paper, language);
        for words in [
            "已清到第五段",
            "雨天停工",
            "渠已通水",
            "丁守业",
            "镇里统一实施",
        ] {
            assert!(printed.contains(words), "{words}: {printed}");
        }
    }
}

#[test]
fn how_each_stands_is_taken_down_by_one_key_and_printed() {
    for language in Language::ALL {
        let mut stage = reviewing(language);
        stage.press("2");
        stage.type_text("已清到第五段");
        stage.press("PgDn Enter 8");
        assert_eq!(panel(&stage), Panel::Review);
        let noted = notes(&stage);
        assert_eq!(noted.len(), 2, "{noted:?}");
        let report = noted.iter().find(|it| it.contains('\n')).unwrap();
        let lines: Vec<&str> = report.lines().collect();
        // Six follow-ups, what became of one, the one that is over and what its village decided since, each under its
        // heading.
        assert_eq!(lines.len(), 11, "{lines:?}");
        assert!(lines[1].contains("已清到第五段"), "{lines:?}");
        assert!(
            lines[0].starts_with("1. 灌渠清淤各段测量并核定土方"),
            "{lines:?}"
        );
        let standing = match language {
            Language::Zh => "逾期 · 办理中（丁守业，时限 2026年11月11日 周三）",
            Language::En => "Overdue · Underway (丁守业, due Wed 11 Nov 2026)",
        };
        assert!(lines[0].ends_with(standing), "{lines:?}");
        let session = stage.app.live().unwrap().session.clone();
        let world = stage.desk().world();
        let session = world.session(&session).unwrap();
        let printed = markdown::write(
            &record(world, session, language, Printed::default()),
            language,
        );
        assert!(printed.contains(standing), "{printed}");
        stage.press("u");
        assert_eq!(notes(&stage).len(), 1);
    }
}

#[test]
fn what_nobody_took_down_is_taken_down_as_the_item_ends_in_the_same_act() {
    let titles = ["灌渠清淤", "请设计单位", "柳沟村听取", "河湾村按程序"];
    let ended = "榆林岗村按程序表决清淤方案";
    for language in Language::ALL {
        for ends in ["F5", "F9"] {
            let mut stage = reviewing(language);
            stage.press(ends);
            let noted = notes(&stage);
            assert_eq!(noted.len(), 1, "{ends}: {}", stage.screen());
            for title in titles.iter().chain([&ended]) {
                assert!(noted[0].contains(title), "{title}: {noted:?}");
            }
            stage.press("u");
            assert!(notes(&stage).is_empty(), "{}", stage.screen());
        }
        // What was taken down once is not taken down again: neither all of it nor one of them.
        let mut stage = reviewing(language);
        stage.press("8 F5");
        assert_eq!(notes(&stage).len(), 1, "{}", stage.screen());
        let mut stage = reviewing(language);
        stage.press("2");
        stage.type_text("已清到第五段");
        stage.press("PgDn Enter F5");
        let noted = notes(&stage);
        assert_eq!(noted.len(), 2, "{noted:?}");
        let of_first = noted.iter().filter(|it| it.contains("灌渠清淤各段测量"));
        assert_eq!(of_first.count(), 1, "{noted:?}");
    }
}

#[test]
fn the_panel_is_there_only_where_follow_ups_are_gone_through() {
    let mut stage = reviewing(Language::Zh);
    let mut seen = Vec::new();
    for _ in 0..6 {
        seen.push(panel(&stage));
        stage.press("Tab");
    }
    assert_eq!(
        seen,
        [
            Panel::Review,
            Panel::Vote,
            Panel::Closing,
            Panel::Agenda,
            Panel::Roll,
            Panel::Minutes
        ]
    );
    // A note of the item itself is one key away, and the way back leads to the follow-ups.
    stage.press("5");
    stage.type_text("逐项过了一遍");
    stage.press("Esc Tab");
    assert_eq!(panel(&stage), Panel::Review);
    stage.press("F6 F6");
    while panel(&stage) == Panel::Roll {
        stage.press("F5");
    }
    stage.press("F9");
    assert_eq!(panel(&stage), Panel::Minutes, "{}", stage.screen());
    for _ in 0..5 {
        stage.press("Tab");
        assert_ne!(panel(&stage), Panel::Review);
    }
    assert_eq!(panel(&stage), Panel::Minutes);
}

#[test]
fn a_half_written_step_is_found_where_it_was_written() {
    let mut stage = reviewing(Language::Zh);
    stage.press("Down 2");
    stage.type_text("写到一半");
    stage.press("Esc Esc Home");
    assert!(
        matches!(stage.app.top(), Screen::Home(_)),
        "{}",
        stage.screen()
    );
    while !stage.caret_row().contains("进展：") {
        let before = stage.caret_row();
        stage.press("Down");
        assert_ne!(stage.caret_row(), before, "{}", stage.screen());
    }
    stage.press("Enter");
    assert_eq!(panel(&stage), Panel::Review);
    assert!(stage.screen().contains("写到一半"), "{}", stage.screen());
    stage.press("PgDn Enter");
    assert_eq!(notes(&stage).len(), 1);
}

#[test]
fn a_session_that_is_over_sets_nothing_more() {
    for language in Language::ALL {
        let mut stage = sample(language, 2);
        stage.press("a Home 6 Tab");
        assert_eq!(panel(&stage), Panel::Review);
        for key in ["1", "2", "3", "4", "5", "6", "7", "8"] {
            stage.press(key);
            assert!(stage.app.overlay.is_none(), "{key}");
            assert!(!stage.said().is_empty());
        }
        stage.every_size();
    }
}

#[test]
fn a_review_left_over_is_not_carried_for_the_next_agenda_opens_with_its_own() {
    let mut stage = sample(Language::Zh, 3);
    stage.press("F5 9 F5");
    while panel(&stage) != Panel::Closing {
        stage.press("Tab");
    }
    stage.press("8 1 Enter");
    let world = stage.desk().world();
    let mut planned = world.sessions.values();
    let next = planned
        .find(|session| session.state == SessionState::Planned)
        .unwrap();
    let kinds: Vec<_> = world.agenda(&next.id).map(|item| &item.kind).collect();
    assert_eq!(kinds.len(), 5, "its own and four carried: {kinds:?}");
    let reviews = kinds.iter().filter(|kind| ***kind == ItemKind::Review);
    assert_eq!(reviews.count(), 1);
    assert_eq!(kinds[0], &ItemKind::Review);
}

#[test]
fn what_is_returned_rests_is_reminded_of_or_signed_is_at_hand_while_it_is_gone_through() {
    for language in Language::ALL {
        let mut stage = reviewing(language);
        let what = "灌渠清淤各段测量";
        let last = |stage: &Stage| task(stage, what).history.last().cloned();
        // A slip, minuted with it.
        stage.press("b PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert!(matches!(last(&stage), Some(Step::Reminded { .. })));
        assert_eq!(notes(&stage).len(), 1);
        // It rests, and the same key lets it go on.
        stage.press("0");
        stage.type_text("等上级资金");
        stage.press("Enter Enter");
        assert!(matches!(last(&stage), Some(Step::Suspended { .. })));
        select(&mut stage, what);
        stage.press("0 Enter Enter");
        assert!(
            matches!(last(&stage), Some(Step::Resumed { .. })),
            "{}",
            stage.screen()
        );
        // Reported as done and sent back by the leader.
        select(&mut stage, what);
        stage.press("9");
        assert!(
            stage.app.overlay.is_none(),
            "nobody reported it: {}",
            stage.screen()
        );
        stage.press("1 PgDn Enter");
        assert!(
            matches!(last(&stage), Some(Step::Finished { .. })),
            "{}",
            stage.screen()
        );
        select(&mut stage, what);
        stage.press("9");
        stage.type_text("补照片");
        stage.press("Enter Enter");
        assert!(
            matches!(last(&stage), Some(Step::Returned { .. })),
            "{}",
            stage.screen()
        );
        assert_eq!(notes(&stage).len(), 5);
        // To the list and back by one key each.
        select(&mut stage, what);
        stage.press("g");
        assert!(
            matches!(stage.app.top(), Screen::Tasks(_)),
            "{}",
            stage.screen()
        );
        assert!(stage.caret_row().contains(what), "{}", stage.screen());
        stage.press("Esc");
        assert_eq!(panel(&stage), Panel::Review);
        assert!(stage.caret_row().contains(what), "{}", stage.screen());
    }
}

/// Selects a follow-up of the panel.
fn select(stage: &mut Stage, what: &str) {
    stage.press("Home");
    for _ in 0..9 {
        if stage.caret_row().contains(what) {
            return;
        }
        stage.press("Down");
    }
    panic!("{what}: {}", stage.screen());
}

#[test]
fn what_was_carried_out_since_the_last_session_is_shown_and_minuted() {
    use crate::domain::Command;
    use crate::domain::task::Command as Follow;
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        let (id, what) = {
            let given_up = task(&stage, "灌渠清淤各段测量");
            (given_up.id.clone(), given_up.what.to_string())
        };
        let on = stage.desk().today();
        let noted = Follow::Note {
            task: id.clone(),
            on,
            note: crate::tui::screens::scene::line("已清到第五段"),
            evidence: None,
        };
        let dropped = Follow::Drop {
            task: id,
            on,
            reason: crate::tui::screens::scene::line("另案办理"),
        };
        stage.record(&[Command::Task(noted)]);
        stage.record(&[Command::Task(dropped)]);
        stage.press("F5 9 F5 F5");
        assert_eq!(panel(&stage), Panel::Review);
        stage.press("8");
        let notes = notes(&stage);
        assert_eq!(notes.len(), 1, "{}", stage.screen());
        assert!(notes[0].contains(&what), "{notes:?}");
        assert!(notes[0].contains("已清到第五段"), "{notes:?}");
        stage.every_size();
    }
}
