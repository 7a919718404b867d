#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::State;
use crate::domain::ids::SessionId;
use crate::domain::rule::book::{self, Adopted};
use crate::domain::rule::{Name, Provenance, Rule, joint_default};
use crate::domain::session::agenda::{self, Item, ItemKind, Late};
use crate::domain::session::attendance::Excuse;
use crate::domain::session::notice::{Channel, Told};
use crate::domain::session::{Plan, SessionKind};
use crate::domain::{Command, session};
use crate::i18n::{Language, plan, room, terms};
use crate::tui::screens::Screen;
use crate::tui::screens::scene::{committee, line};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

/// Plans a session with nothing on its agenda and shows its plan.
fn stage(language: Language) -> Stage {
    let mut stage = committee(language);
    let id = SessionId::from("s1");
    let plan = Plan {
        kind: SessionKind::Regular,
        ordinal: 5,
        date: "2026-11-26".parse().unwrap(),
        start: Some("09:30:00".parse().unwrap()),
        place: Some(line("李家屯村部")),
        chair: Some("李长河".into()),
        recorder: Some("李春梅".into()),
    };
    stage.record(&[Command::Session(session::Command::Create {
        id: id.clone(),
        plan,
        opening: None,
    })]);
    stage.app.go(Screen::Plan(State::new(id)));
    stage
}

fn agenda(stage: &Stage) -> Vec<&Item> {
    stage
        .desk()
        .world()
        .agenda(&SessionId::from("s1"))
        .collect()
}

fn titles(stage: &Stage) -> Vec<&str> {
    agenda(stage)
        .iter()
        .map(|item| item.title.as_str())
        .collect()
}

/// Enters three items one after the other in the dialog that stays ready, by keys no input method eats.
fn three_items(stage: &mut Stage) {
    stage.press("2");
    stage.type_text("上次议定事项落实情况");
    stage.press("Enter Left Left Enter Enter");
    stage.type_text("10");
    stage.press("PgDn Enter");
    stage.type_text("灌渠清淤经费分摊");
    stage.press("Enter Right Enter Enter");
    stage.type_text("２５");
    stage.press("Enter");
    stage.type_text("wjg");
    stage.press("Enter Down Right Down Right PgDn Enter");
    stage.type_text("冬季防火");
    stage.press("PgDn Enter Esc");
}

#[test]
fn an_agenda_is_entered_and_shown() {
    for language in Language::ALL {
        let mut stage = stage(language);
        match language {
            Language::Zh => assert_snapshot!(stage.screen(), @r"
        会前准备 · 第5次联席会议（例会）                                东山片区联合党委
        待开 · 2026年11月26日 周四 09:30 · 李家屯村部
        主持 李长河 · 记录 李春梅
        会议通知尚未发出
        规则：过半数到会、应到会过半数赞成（按默认规则：《中国共产党党组工作条例》第二十
        七条）

        议程 共 0 项，计划 0 分钟
        还没有议题：按 2 加第一项。














        F1 帮助  1 开会  2 加项  6 计划  7 通知  9 请假  0 列席  F6 短文  c 复制
        "),
            Language::En => assert_snapshot!(stage.screen(), @r"
        Before the session · Joint session no. 5 (regular)              东山片区联合党委
        Planned · Thu 26 Nov 2026, 09:30 · 李家屯村部
        Chair 李长河 · Recorder 李春梅
        The notice was not sent yet
        Rule: More than half present; for: more than half of those entitled (by the
        default rule: Regulations on the Work of Party Groups, article 27)

        Agenda: 0 items, 0 minutes planned
        No item yet: press 2 to add the first.














        F1 Help  1 Sit  2 Add  6 Plan  7 Notice  9 Leave  0 Guest  F6 Text  c Copy
        "),
        }
        three_items(&mut stage);
        let items = agenda(&stage);
        assert_eq!(items[0].kind, ItemKind::Notice);
        assert_eq!(
            items[1].kind,
            ItemKind::Decision {
                rule: "joint-default".into()
            }
        );
        assert_eq!(items[1].planned, Some(25));
        assert_eq!(items[1].presenter, Some("王建国".into()));
        assert_eq!(items[1].villages, ["王庄".into(), "张家湾".into()]);
        assert_eq!(items[2].kind, ItemKind::Discussion);
        stage.press("Up");
        match language {
            Language::Zh => assert_snapshot!(stage.screen(), @r"
        会前准备 · 第5次联席会议（例会）                                东山片区联合党委
        待开 · 2026年11月26日 周四 09:30 · 李家屯村部
        主持 李长河 · 记录 李春梅
        会议通知尚未发出
        规则：过半数到会、应到会过半数赞成（按默认规则：《中国共产党党组工作条例》第二十
        七条）

        议程 共 3 项，计划 35 分钟，约 10:05 结束
           1   通报     上次议定事项落实情况                            10分 09:30-09:40
        ▸  2   审议表决 灌渠清淤经费分摊                    王建国      25分 09:40-10:05
           3   讨论     冬季防火                                             10:05








        涉及：王庄、张家湾 · 汇报：王建国
        表决规则：过半数到会、应到会过半数赞成


        F1 帮助  1 开会  2 加项  3 改项  Left 上移  Right 下移  6 计划  7 通知  9 请假
        "),
            Language::En => assert_snapshot!(stage.screen(), @r"
        Before the session · Joint session no. 5 (regular)              东山片区联合党委
        Planned · Thu 26 Nov 2026, 09:30 · 李家屯村部
        Chair 李长河 · Recorder 李春梅
        The notice was not sent yet
        Rule: More than half present; for: more than half of those entitled (by the
        default rule: Regulations on the Work of Party Groups, article 27)

        Agenda: 3 items, 35 minutes planned, until about 10:05
           1   Briefing         上次议定事项落实情况                  10 min 09:30-09:40
        ▸  2   Decision by vote 灌渠清淤经费分摊            王建国    25 min 09:40-10:05
           3   Discussion       冬季防火                                     10:05








        Concerns: 王庄, 张家湾 · Presenter: 王建国
        Rule: More than half present; for: more than half of those entitled


        F1 Help  1 Sit  2 Add  3 Change  Left Up  Right Down  6 Plan  7 Notice  9 Leave
        "),
        }
        stage.every_size();
        stage.press("3");
        stage.every_size();
    }
}

#[test]
fn an_item_moves_and_takes_the_selection_along() {
    let mut stage = stage(Language::Zh);
    three_items(&mut stage);
    assert!(stage.caret_row().contains("冬季防火"));
    stage.press("Left");
    assert_eq!(
        titles(&stage),
        ["上次议定事项落实情况", "冬季防火", "灌渠清淤经费分摊"]
    );
    assert!(stage.caret_row().contains("冬季防火"));
    stage.press("4 4");
    assert_eq!(stage.said(), "已经是第一项");
    stage.press("Right Delete");
    assert_eq!(titles(&stage), ["上次议定事项落实情况", "灌渠清淤经费分摊"]);
    stage.press("u u");
    assert_eq!(
        titles(&stage),
        ["冬季防火", "上次议定事项落实情况", "灌渠清淤经费分摊"]
    );
}

#[test]
fn an_item_added_after_the_notice_wants_a_reason() {
    let mut stage = stage(Language::Zh);
    three_items(&mut stage);
    stage.press("7 PgDn Enter");
    assert!(stage.screen().contains("2026年11月23日 周一 发出"));
    stage.press("2");
    stage.type_text("临时接到的防汛通知");
    stage.press("PgDn Enter");
    assert!(stage.screen().contains("这一栏要填"));
    assert_eq!(agenda(&stage).len(), 3);
    stage.type_text("镇里昨天才通知");
    stage.press("PgDn Enter Esc");
    assert_eq!(
        agenda(&stage)[3].late,
        Some(Late::before(line("镇里昨天才通知")))
    );
    assert_snapshot!(stage.screen(), @r"
        会前准备 · 第5次联席会议（例会）                                东山片区联合党委
        待开 · 2026年11月26日 周四 09:30 · 李家屯村部
        主持 李长河 · 记录 李春梅
        会议通知 2026年11月23日 周一 发出（微信群），此后新增的议题标明原因
        规则：过半数到会、应到会过半数赞成（按默认规则：《中国共产党党组工作条例》第二十
        七条）

        议程 共 4 项，计划 35 分钟，约 10:05 结束
           1   通报     上次议定事项落实情况                            10分 09:30-09:40
           2   审议表决 灌渠清淤经费分摊                    王建国      25分 09:40-10:05
           3   讨论     冬季防火                                             10:05
        ▸  4 ▴ 讨论     临时接到的防汛通知                                   10:05







        ▴ 会前增补，理由：镇里昨天才通知
        涉及：整个片区 · 汇报：未定


        F1 帮助  1 开会  2 加项  3 改项  Left 上移  6 计划  7 通知  9 请假  0 列席
        ");
    let small = stage.screen_of(60, 16);
    assert!(
        small.contains("▴ 会前增补，理由：镇里昨天才通知"),
        "{small}"
    );
    // What stood before the notice may still be changed without one.
    stage.press("Home 3 End");
    stage.type_text("（续）");
    stage.press("PgDn Enter");
    assert_eq!(titles(&stage)[0], "上次议定事项落实情况（续）");
    assert_eq!(agenda(&stage)[0].late, None);
    // An empty day takes the notice back.
    stage.press("7");
    stage.press(&"Backspace ".repeat(10));
    stage.press("PgDn Enter");
    assert!(stage.screen().contains("会议通知尚未发出"));
}

#[test]
fn the_plan_changes_and_a_half_filled_sheet_survives() {
    let mut stage = stage(Language::Zh);
    stage.press("6 Down Down Down");
    stage.press(&"Backspace ".repeat(5));
    stage.type_text("25");
    stage.press("PgDn Enter");
    assert!(stage.screen().contains("时间看不懂"));
    stage.press("Backspace Backspace");
    stage.type_text("14");
    stage.press("Esc 6 Enter");
    assert!(
        stage.screen().contains("开始时间  14"),
        "{}",
        stage.screen()
    );
    stage.press("PgDn Enter");
    assert!(stage.screen().contains("2026年11月26日 周四 14:00"));
    stage.press("1");
    assert!(matches!(stage.app.top(), Screen::Live(_)));
}

#[test]
fn minutes_are_a_number() {
    let mut stage = stage(Language::En);
    stage.press("a");
    stage.type_text("Canal");
    stage.press("Enter Enter Enter");
    stage.type_text("ten");
    stage.press("PgDn Enter");
    assert!(stage.screen().contains("Minutes go here"));
    assert!(agenda(&stage).is_empty());
}

#[test]
fn without_an_hour_the_minutes_are_summed() {
    let mut stage = stage(Language::Zh);
    three_items(&mut stage);
    stage.press("6 Down Down Down");
    stage.press(&"Backspace ".repeat(5));
    stage.press("PgDn Enter");
    let screen = stage.screen();
    assert!(screen.contains("时间未定"), "{screen}");
    assert!(screen.contains("累计35分"), "{screen}");
}

fn session(stage: &Stage) -> session::Session {
    let id = SessionId::from("s1");
    stage.desk().world().session(&id).unwrap().clone()
}

#[test]
fn leave_is_asked_for_and_a_guest_expected_before_the_session() {
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.press("9");
        stage.type_text("lcm");
        stage.press("Enter Right PgDn Enter");
        let leave = session(&stage).leave;
        assert_eq!(leave[0].person, "李春梅".into(), "{}", stage.screen());
        assert_eq!(leave[0].reason, Excuse::Private);
        stage.press("0");
        stage.type_text("何水利 县水利局");
        let seen = stage.screen();
        assert!(seen.contains(&room::guest_new(language, "何水利", "县水利局")));
        stage.press("PgDn Enter");
        assert_eq!(session(&stage).guests.len(), 1, "{}", stage.screen());
        let seen = stage.screen();
        assert!(
            seen.contains("李春梅") && seen.contains("县水利局"),
            "{seen}"
        );
        // Taken back as it was asked for.
        stage.press("b");
        stage.type_text("lcm");
        stage.press("Enter End PgDn Enter");
        assert!(session(&stage).leave.is_empty(), "{}", stage.screen());
        // Of somebody who asked for none there is none to take back.
        stage.press("b");
        stage.type_text("lcm");
        stage.press("Enter End PgDn Enter");
        assert!(stage.app.overlay.is_some());
        assert!(
            stage.screen().contains(room::leave_none(language)),
            "{}",
            stage.screen()
        );
        stage.press("Esc b");
        stage.every_size();
    }
}

#[test]
fn a_notice_says_its_channel_and_who_was_not_told() {
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.press("7 Enter Right Right Right Enter");
        stage.type_text("上门");
        // The second of those to be told is left out.
        stage.press("Enter Enter Down Left PgDn Enter");
        let notice = session(&stage).notice.unwrap();
        assert_eq!(notice.channel, Some(Channel::Other(line("上门"))));
        let Told::Only(told) = &notice.told else {
            panic!("{notice:?}")
        };
        assert_eq!(told.len(), 4);
        let seen = stage.screen();
        let left_out = plan::notice_not_told(language, "李长河");
        assert!(seen.contains("上门") && seen.contains(&left_out), "{seen}");
        // As it stands it is offered again; told by now, everybody was.
        stage.press("7 Down Down Down Down Down Right PgDn Enter");
        let Told::Everyone(told) = session(&stage).notice.unwrap().told else {
            panic!("{}", stage.screen())
        };
        assert_eq!(told.len(), 5);
        // A guest added later was not told, and the notice says so.
        stage.press("g");
        stage.type_text("何水利 县水利局");
        stage.press("PgDn Enter");
        let seen = stage.screen();
        let not_told = plan::notice_not_told(language, "何水利");
        assert!(seen.contains(&not_told), "{seen}");
        stage.press("7 PgDn");
        stage.every_size();
    }
}

#[test]
fn a_late_notice_asks_for_its_reason_in_the_same_sheet_and_says_the_last_day() {
    for language in Language::ALL {
        let mut stage = stage(language);
        let id = SessionId::from("s1");
        let plan = Plan {
            date: "2026-11-25".parse().unwrap(),
            kind: SessionKind::Regular,
            ordinal: 5,
            start: None,
            place: None,
            chair: None,
            recorder: None,
        };
        let replan = session::Command::Replan { id, plan };
        stage.record(&[Command::Session(replan)]);
        let latest = terms::date(language, "2026-11-22".parse().unwrap());
        stage.press("7");
        assert!(stage.screen().contains(&latest), "{}", stage.screen());
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some());
        assert!(session(&stage).notice.is_none());
        // The caret stands where the reason goes, and nothing typed is lost on the way out.
        stage.type_text("汛情紧急");
        stage.press("Esc 7 PgDn Enter");
        let notice = session(&stage).notice.unwrap();
        assert_eq!(notice.urgent, Some(line("汛情紧急")));
        assert!(stage.screen().contains("汛情紧急"), "{}", stage.screen());
        // It cannot have gone out on a day to come.
        for later in ["2026-11-24", "+1"] {
            stage.press("7");
            stage.press(&"Backspace ".repeat(10));
            stage.type_text(later);
            stage.press("PgDn Enter");
            let seen = stage.screen();
            assert!(seen.contains(plan::notice_later(language)), "{seen}");
            stage.press(&"Backspace ".repeat(10));
            stage.type_text("2026-11-23");
            stage.press("Esc");
        }
        // Sent yesterday it was in time; a day is the last such day and never next month's.
        stage.press("7");
        stage.press(&"Backspace ".repeat(10));
        stage.type_text("22");
        stage.press("PgDn Enter");
        let notice = session(&stage).notice.unwrap();
        assert_eq!(
            (notice.on.to_string(), notice.urgent),
            ("2026-11-22".into(), None)
        );
    }
}

#[test]
fn leave_half_entered_at_the_plan_is_gone_on_with() {
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.press("9");
        stage.type_text("lcm");
        stage.press("Enter");
        let back = stage.come_back();
        assert!(stage.app.overlay.is_some(), "{back}");
        stage.press("Down Right PgDn Enter");
        let leave = session(&stage).leave;
        assert_eq!(leave[0].person, "李春梅".into(), "{}", stage.screen());
        assert!(stage.desk().drafts().unwrap().is_empty());
    }
}

#[test]
fn people_an_item_concerns_are_marked_in_its_sheet_and_kept() {
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.press("2");
        stage.type_text("宅基地审批");
        // Villages stand before the people; the first of the roll, and the one after the next.
        stage.press("Tab Tab Tab Tab Tab Tab Right Down Down Right");
        assert_snapshot!(format!("item_concerns_{language}"), stage.screen());
        stage.every_size();
        stage.press("PgDn Enter Esc");
        let concerned = |stage: &Stage| agenda(stage)[0].concerned.clone();
        let marked = concerned(&stage);
        assert_eq!(marked.len(), 2, "{}", stage.screen());
        assert_eq!(marked[0], "李春梅".into());
        let seen = stage.screen();
        assert!(seen.contains("李春梅") && seen.contains("王建国"), "{seen}");
        // Opened again and saved it keeps them; one taken back leaves the other.
        stage.press("3 PgDn Enter");
        assert_eq!(concerned(&stage), marked);
        stage.press("3 Tab Tab Tab Tab Tab Tab Left PgDn Enter");
        assert_eq!(concerned(&stage), marked[1..]);
    }
}

#[test]
fn a_rule_that_is_not_in_force_that_day_is_named_as_such_and_never_taken_for_another() {
    for language in Language::ALL {
        let mut stage = stage(language);
        let rule = Rule {
            id: "own-1".into(),
            name: Some(Name {
                zh: line("再表决一次"),
                en: line("One more vote"),
            }),
            provenance: Provenance::Own,
            clause: "《议事规则》第九条".to_owned(),
            from: "2026-12-15".parse().ok(),
            ..joint_default()
        };
        let name = rule.name.clone().unwrap();
        stage.record(&[Command::Rule(book::Command::Adopt(Box::new(Adopted {
            id: rule.id.clone(),
            follows: None,
            on: "2026-11-01".parse().unwrap(),
            rule,
        })))]);
        let (name, kind) = match language {
            Language::Zh => (name.zh, "审议"),
            Language::En => (name.en, "vote"),
        };
        let day = terms::date(language, "2026-11-26".parse().unwrap());
        let idle = plan::rule_idle_then(language, name.as_str(), day);
        // Typed by its name it is found, and not taken.
        stage.press("2");
        stage.type_text("修路");
        stage.press("Enter");
        stage.type_text(kind);
        stage.press("Enter");
        stage.type_text(name.as_str());
        let flat = |text: &str| text.split([' ', '\n', '│']).collect::<String>();
        let screen = stage.screen();
        assert!(screen.contains(name.as_str()), "{screen}");
        stage.press("PgDn Enter");
        let screen = stage.screen();
        assert!(flat(&screen).contains(&flat(&idle)), "{idle}\n{screen}");
        assert!(agenda(&stage).is_empty());
        stage.press("Esc");
        // Where the session came before its day, the plan says so, and the sheet keeps it.
        let item = Item {
            title: line("修路"),
            kind: ItemKind::Decision {
                rule: "own-1".into(),
            },
            presenter: None,
            villages: Vec::new(),
            concerned: Vec::new(),
            matter: None,
            carries: None,
            ..crate::domain::tests::stage::item("s1", "i1", ItemKind::Study)
        };
        stage.record(&[Command::Agenda(agenda::Command::Put(item))]);
        let screen = stage.screen();
        assert!(flat(&screen).contains(&flat(&idle)), "{idle}\n{screen}");
        stage.press("Home Enter Enter");
        stage.press("PgDn Enter");
        let kept = agenda(&stage).first().unwrap().kind.clone();
        assert_eq!(kept.rule(), Some(&"own-1".into()), "{}", stage.screen());
        stage.every_size();
    }
}
