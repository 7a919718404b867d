#![allow(clippy::unwrap_used)]
use crate::domain::Command;
use crate::domain::ids::TaskId;
use crate::domain::session::{self, Plan, SessionKind};
use crate::domain::task::{self, Task};
use crate::domain::text::Line;
use crate::i18n::{Language, backup, home};
use crate::tui::screens::Screen;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

#[test]
fn an_empty_committee_shows_what_comes_first() {
    let mut stage = Stage::founded(Language::Zh, "三河片区联席会议委员会");
    assert_snapshot!(stage.screen(), @r"
    今天 2026年11月23日 周一                                  三河片区联席会议委员会
    三步备好
    ▸ ☐ 加入各村，领建村在先
      ☐ 加入成员，写明村、职务、出席或列席
      ☐ 排第一次会议
    最近一次记录
      委员会：三河片区联席会议委员会                 11-23 周一 09:00
















    F1 帮助  Enter 进入  1 会议  2 督办  3 名册  4 新会  5 备份  6 规则簿  7 事项
    ");
    stage.press("F12");
    assert_snapshot!(stage.screen(), @r"
    Today, Mon 23 Nov 2026                                    三河片区联席会议委员会
    Three steps to begin
    ▸ ☐ Add the villages, the lead village first
      ☐ Add members with village, role, and whether~
      ☐ Plan the first session
    Last recorded
      Committee: 三河片区联席会议委员会              Mon 23 Nov 09:00















    Screen language: English
    F1 Help  Enter Go  1 Sessions  2 Tasks  3 Roster  4 New  5 Backup  6 Rule book
    ");
    stage.every_size();
}

#[test]
fn a_row_goes_to_where_it_is_done() {
    let mut stage = Stage::founded(Language::Zh, "三河片区联席会议委员会");
    stage.press("Enter");
    assert!(matches!(stage.app.top(), Screen::Roster(_)));
    assert!(stage.app.overlay.is_some());
    stage.press("Esc Esc");
    assert!(matches!(stage.app.top(), Screen::Home(_)));
    for (key, is) in [
        (
            "1",
            Screen::Sessions(crate::tui::screens::sessions::State::default()).scopes(None),
        ),
        (
            "f",
            Screen::Tasks(crate::tui::screens::tasks::State::default()).scopes(None),
        ),
        (
            "3",
            Screen::Roster(crate::tui::screens::roster::State::default()).scopes(None),
        ),
    ] {
        stage.press(key);
        assert_eq!(stage.app.top().scopes(None), is, "{key}");
        stage.press("Esc");
    }
    stage.press("Delete");
    assert_eq!(stage.said(), "选中的不是草稿");
}

#[test]
fn drafts_are_found_gone_on_with_and_dropped() {
    let mut stage = Stage::founded(Language::Zh, "三河片区联席会议委员会");
    stage.press("Enter");
    stage.type_text("张家庄村");
    stage.press("Esc Esc");
    let screen = stage.screen();
    assert!(screen.contains("发现草稿"), "{screen}");
    stage.press("Down Down Down Enter");
    assert!(stage.screen().contains("张家庄村"), "{}", stage.screen());
    stage.press("Esc Esc Delete Enter");
    assert!(stage.screen().contains("发现草稿"));
    stage.press("Delete Down Enter");
    assert!(!stage.screen().contains("发现草稿"));
}

#[test]
fn a_full_desk_has_the_urgent_first() {
    let mut stage = full(Language::Zh);
    assert_snapshot!(stage.screen(), @r"
    今天 2026年11月23日 周一                                  三河片区联席会议委员会
    下次会议
    ▸ 第7次联席会议（例会）                          今天 09:30：回车进入会场
      第6次联席会议（例会）                          11-20 周五 已过，还没有开
      第8次联席会议（例会）                          12-21 周一
    督办事项
      逾期                                           1 件
      七天内到期                                     1 件
      久未定期                                       1 件，11-1 周日 起没有时限
    最近一次记录
      第 7 次例会：2026-11-23，等 7 项               11-23 周一 09:00












    F1 帮助  Enter 进入  1 会议  2 督办  3 名册  4 新会  5 备份  6 规则簿  7 事项
    ");
    stage.press("F12");
    assert_snapshot!(stage.screen(), @r"
    Today, Mon 23 Nov 2026                                    三河片区联席会议委员会
    Next session
    ▸ Joint session no. 7 (regular)                  Today 09:30: Enter goes in
      Joint session no. 6 (regular)                  Fri 20 Nov has passed, not held
      Joint session no. 8 (regular)                  Mon 21 Dec
    Follow-ups
      Overdue                                        1
      Due within seven days                          1
      Long without a date                            1, no date since Sun 1 Nov
    Last recorded
      Regular session 7: 2026-11-23, first of 7 cha~ Mon 23 Nov 09:00











    Screen language: English
    F1 Help  Enter Go  1 Sessions  2 Tasks  3 Roster  4 New  5 Backup  6 Rule book
    ");
    stage.press("Enter");
    assert!(stage.app.live().is_some());
    stage.press("Esc");
    stage.every_size();
}

fn full(language: Language) -> Stage {
    let mut stage = Stage::founded(language, "三河片区联席会议委员会");
    let plan = |id: &str, ordinal: u32, date: &str, start: Option<&str>| {
        Command::Session(session::Command::Create {
            id: id.into(),
            plan: Plan {
                kind: SessionKind::Regular,
                ordinal,
                date: date.parse().unwrap(),
                start: start.map(|start| start.parse().unwrap()),
                place: None,
                chair: None,
                recorder: None,
            },
            opening: None,
        })
    };
    let put = |id: &str, what: &str, due: Option<&str>| {
        Command::Task(task::Command::Put(Task {
            due: due.map(|due| due.parse().unwrap()),
            ..Task::new(
                TaskId::from(id),
                Line::new(what).unwrap(),
                "2026-11-01".parse().unwrap(),
            )
        }))
    };
    stage.record(&[
        plan("s1", 7, "2026-11-23", Some("09:30:00")),
        plan("s2", 8, "2026-12-21", None),
        plan("s3", 6, "2026-11-20", None),
        put("t1", "修缮泵站", Some("2026-11-20")),
        put("t2", "公示清单", Some("2026-11-30")),
        put("t3", "联系水利所", None),
        put("t4", "年终总结", Some("2026-12-30")),
    ]);
    stage
}

#[test]
fn the_last_act_is_the_one_that_was_recorded_last() {
    let mut stage = Stage::founded(Language::Zh, "三河片区联席会议委员会");
    assert!(stage.screen().contains("委员会：三河片区联席会议委员会 "));
    let day = "2026-11-01".parse().unwrap();
    for (id, what) in [("t1", "修缮泵站"), ("t2", "联系水利所")] {
        let task = Task::new(TaskId::from(id), Line::new(what).unwrap(), day);
        stage.record(&[Command::Task(task::Command::Put(task))]);
        let said = format!("督办：{what} ");
        assert!(stage.screen().contains(&said), "{}", stage.screen());
    }
}

#[test]
fn the_sample_says_what_it_is_and_has_something_to_do() {
    let mut stage = Stage::new(Language::Zh);
    stage.press("1");
    assert_snapshot!(stage.screen(), @r"
    ▪样例▪ 今天 2026年11月23日 周一                                 榆河片区联合党委
    这是样例：人和事都是虚构的，放心试；自己的委员会另存，从首屏建立
    下次会议
    ▸ 第3次联席会议（例会）                          今天 09:00：回车进入会场
    散会后待整理
      第2次联席会议（例会）                          9-23 周三 散会，签字后定稿
    动议待办
      冷库选址河湾村老砖厂地块，由四村共同出资。     待办：交各村表决
      提请各村按程序表决四村联用灌渠清淤方案，费用~  待各村表决：河湾村、柳沟村、上~
    未了的议题
      片区便民服务点开放时间                         第2次例会未了，还没有列入议程
    督办事项
      逾期                                           1 件
      七天内到期                                     1 件
      久未定期                                       1 件，9-23 周三 起没有时限
    逐村履行
      各村：逾期 0，可办 3，未同意 0                 12-13 周日到期，还有 20 天
    最近一次记录
      第 2 次例会：2026-09-23，等 52 项              11-23 周一 09:00




    F1 帮助  Enter 进入  1 会议  2 督办  3 名册  4 新会  5 备份  6 规则簿  7 事项
    ");
    stage.press("F12");
    assert_snapshot!(stage.screen(), @r"
    [SAMPLE] Today, Mon 23 Nov 2026                                 榆河片区联合党委
    A sample: everything is invented, so try anything; real data lies apart
    Next session
    ▸ Joint session no. 3 (regular)                  Today 09:00: Enter goes in
    Closed, to be tidied
      Joint session no. 2 (regular)                  Wed 23 Sep, to be sealed
    Motions that want a step
      冷库选址河湾村老砖厂地块，由四村共同出资。     Next: asking the villages
      提请各村按程序表决四村联用灌渠清淤方案，费用~  Awaiting the villages: 河湾村,~
    Items left over
      片区便民服务点开放时间                         On no agenda (Regular no. 2)
    Follow-ups
      Overdue                                        1
      Due within seven days                          1
      Long without a date                            1, no date since Wed 23 Sep
    Villages' consent
      Late 0, due 3, not agreed 0                    due Sun 13 Dec, days left: 20
    Last recorded
      Regular session 2: 2026-09-23, first of 52 ch~ Mon 23 Nov 09:00



    Screen language: English
    F1 Help  Enter Go  1 Sessions  2 Tasks  3 Roster  4 New  5 Backup  6 Rule book
    ");
}

#[test]
fn what_has_no_room_is_said_to_be_there() {
    for language in Language::ALL {
        let mut stage = Stage::new(language);
        stage.press("1");
        let whole = stage.screen_of(80, 24);
        assert!(!whole.contains('▾'), "{whole}");
        let small = stage.screen_of(80, 16);
        assert!(small.contains('▾'), "{small}");
        stage.press("End");
        let end = stage.screen_of(80, 16);
        assert!(!end.contains('▾'), "{end}");
        assert!(end.contains(home::last(language)), "{end}");
    }
}

/// What is recorded under a clock that is behind carries an earlier time than what it follows: it is said first of all,
/// and not where the clock is right.
#[test]
fn a_clock_behind_the_last_act_is_said_first_of_all() {
    for language in Language::ALL {
        let mut stage = Stage::new(language);
        stage.press("1");
        assert!(
            !stage.screen().contains(home::clock(language)),
            "{}",
            stage.screen()
        );
        let path = stage.desk().path().to_owned();
        stage.app.desk = None;
        stage.app.office.stopped = Some("2026-11-22T09:00:00".parse().unwrap());
        stage.app.enter(&path);
        let screen = stage.screen();
        let rows: Vec<&str> = screen.lines().map(str::trim).collect();
        let at = rows.iter().position(|row| *row == home::clock(language));
        let row = rows
            .get(at.unwrap_or_else(|| panic!("{screen}")) + 1)
            .unwrap();
        let said = home::clock_behind(language, String::new());
        let end = said.chars().rev().take(6).collect::<Vec<char>>();
        let end: String = end.into_iter().rev().collect();
        assert!(row.contains(&end), "{row}: {said}");
        assert!(rows.iter().position(|row| *row == home::last(language)) > at);
        stage.every_size();
    }
}

/// A session that sits and two drafts, as a kill leaves them: the act recorded last is seen without a key, wherever the
/// list is cut.
#[test]
fn the_act_recorded_last_is_seen_wherever_the_list_is_cut() {
    for language in Language::ALL {
        let mut stage = Stage::new(language);
        stage.press("1");
        let session = stage.desk().sessions(0, 9).unwrap();
        let session = session.iter().find(|it| it.ordinal == 3).unwrap();
        let live = Screen::live(session.id.clone());
        stage.app.go(live);
        stage.press("F5 9 F5 Esc");
        for keys in ["2 6", "2 4"] {
            stage.press(keys);
            stage.type_text("修桥");
            stage.app.keep_unfinished();
            stage.press("Esc Esc");
        }
        assert_eq!(stage.desk().drafts().unwrap().len(), 2);
        let path = stage.desk().path().to_owned();
        stage.app.desk = None;
        stage.app.enter(&path);
        let act = stage.desk().last_act().unwrap().unwrap();
        let world = stage.desk().world_of(&act.events);
        let last = crate::i18n::acts::sentence(language, &world, &act.events);
        let seen = |screen: &str| screen.matches(&last).count();
        for height in [24, 20, 16] {
            let screen = stage.screen_of(80, height);
            assert!(screen.contains('▾'), "it is cut: {screen}");
            assert_eq!(seen(&screen), 1, "{last}\n{screen}");
        }
        assert_snapshot!(format!("cut_{language}"), stage.screen_of(80, 24));
        // At its end the list shows it itself, and nowhere else.
        stage.press("End");
        for height in [24, 16] {
            let screen = stage.screen_of(80, height);
            assert_eq!(seen(&screen), 1, "{last}\n{screen}");
            assert!(!screen.contains('▾'), "{screen}");
        }
        stage.every_size();
    }
}

#[test]
fn what_is_open_and_does_not_press_is_counted_and_not_denied() {
    let none = |stage: &mut Stage, language: Language| {
        let (screen, words) = (stage.screen(), home::tasks_none(language));
        (screen.contains(words), screen)
    };
    for (language, later, rest, suspended) in [
        (
            Language::Zh,
            ["未办结 2 项，都没有到期", "最早 12-30 周三 到期"],
            "未办结 3 项：未到期 2，中止 1",
            "未办结 1 项，都已中止",
        ),
        (
            Language::En,
            ["2 open, none due yet", "The first is due Wed 30 Dec"],
            "3 open: 2 not due yet, 1 suspended",
            "1 open, all suspended",
        ),
    ] {
        let mut stage = Stage::founded(language, "三河片区联席会议委员会");
        let on = "2026-11-20".parse().unwrap();
        let words = Line::new("年终总结").unwrap();
        let put = |id: &str, due: &str| {
            Command::Task(task::Command::Put(Task {
                due: Some(due.parse().unwrap()),
                ..Task::new(TaskId::from(id), words.clone(), on)
            }))
        };
        let drop = |id: &str| {
            let (task, reason) = (TaskId::from(id), words.clone());
            Command::Task(task::Command::Drop { task, on, reason })
        };
        // The control: where none is open, that is said.
        stage.record(&[Command::Session(session::Command::Create {
            id: "s1".into(),
            plan: Plan {
                kind: SessionKind::Regular,
                ordinal: 7,
                date: "2026-12-21".parse().unwrap(),
                start: None,
                place: None,
                chair: None,
                recorder: None,
            },
            opening: None,
        })]);
        let (said, screen) = none(&mut stage, language);
        assert!(said, "{screen}");
        stage.record(&[put("t1", "2027-01-04"), put("t2", "2026-12-30")]);
        let (said, screen) = none(&mut stage, language);
        assert!(!said, "{screen}");
        assert!(later.iter().all(|words| screen.contains(words)), "{screen}");
        stage.every_size();
        let (task, reason) = (TaskId::from("t3"), words.clone());
        stage.record(&[
            put("t3", "2026-11-20"),
            Command::Task(task::Command::Suspend { task, on, reason }),
        ]);
        let screen = stage.screen();
        assert!(
            screen.contains(rest) && screen.contains(later[1]),
            "{screen}"
        );
        stage.record(&[drop("t1"), drop("t2")]);
        let (said, screen) = none(&mut stage, language);
        assert!(!said && screen.contains(suspended), "{screen}");
    }
}

#[test]
fn the_backup_to_a_stick_is_found_by_the_words_people_have_for_it() {
    for language in Language::ALL {
        for typed in ["U盘", "优盘", "usb", "flash drive", "移动硬盘"] {
            let mut stage = Stage::founded(language, "三河片区");
            stage.press("Ctrl-P");
            stage.type_text(typed);
            let screen = stage.screen();
            assert!(
                screen.contains(
                    &backup::home_hint(language)
                        .chars()
                        .take(10)
                        .collect::<String>()
                ),
                "{typed}: {screen}"
            );
        }
    }
}
