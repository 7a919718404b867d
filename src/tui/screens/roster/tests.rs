#![allow(clippy::unwrap_used)]
use crate::domain::roster::roll::draw_up;
use crate::i18n::{Language, seats, terms};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

fn roster(language: Language) -> Stage {
    let mut stage = Stage::founded(language, "三河片区联席会议委员会");
    stage.press("3");
    stage
}

/// Adds a village through its dialog.
fn village(stage: &mut Stage, name: &str) {
    stage.press("1");
    stage.type_text(name);
    stage.press("PgDn Enter");
}

/// Adds a person through the dialog, for the village of the selected row.
fn person(stage: &mut Stage, name: &str, role: &str) {
    stage.press("2");
    stage.type_text(name);
    stage.press("Enter Enter");
    stage.type_text(role);
    stage.press("Enter Enter Enter Enter Enter Enter");
}

/// Builds a small roster by keys alone.
fn small(language: Language) -> Stage {
    let mut stage = roster(language);
    village(&mut stage, "李家屯村");
    village(&mut stage, "张家庄村");
    person(&mut stage, "张建国", "村委会主任");
    stage.press("Home");
    person(&mut stage, "李秀兰", "村党支部书记");
    stage
}

#[test]
fn an_empty_roster_says_what_comes_first() {
    let mut stage = roster(Language::Zh);
    assert_snapshot!(stage.screen(), @r"
    名册：0 个村，0 人                                        三河片区联席会议委员会
    议事规则：按默认规则，过半数到会、应到会过半数赞成（《中国共产党党组工作条例》第
    二十七条）；按 7 录入本委员会的议事规则
    还没有村：按 1 加村，领建村先加；再按 2 加人；有现成的名单按 9



















    F1 帮助  1 加村  2 加人  7 规则  9 名单  8 改名  F9 规则簿  Enter 菜单
    ");
    stage.press("F12");
    assert_snapshot!(stage.screen(), @r"
    Roster: 0 villages, 0 people                              三河片区联席会议委员会
    Rules: by default, More than half present; for: more than half of those entitled
    (Regulations on the Work of Party Groups, article 27); press 7 to enter your own
    No village yet: press 1 to add one, the lead village first; then 2 to add
    people; or 9 with a list at hand

















    Screen language: English
    F1 Help  1 Village  2 Person  7 Rules  9 List  8 Rename  F9 Rule book
    ");
    stage.every_size();
}

#[test]
fn villages_and_people_are_entered_by_keys() {
    let mut stage = small(Language::Zh);
    assert_snapshot!(stage.screen(), @r"
    名册：2 个村，2 人                                        三河片区联席会议委员会
    议事规则：按默认规则，过半数到会、应到会过半数赞成（《中国共产党党组工作条例》第
    二十七条）；按 7 录入本委员会的议事规则
      李家屯村       领建村
    ▸   李秀兰       村党支部书记          出席     2026-11-23 起
      张家庄村       联建村
        张建国       村委会主任            出席     2026-11-23 起















    已记录：李秀兰：李家屯村 村党支部书记 · u 撤销
    F1 帮助  1 加村  2 加人  3 加席  4 修改  5 卸任  7 规则  F3 查找  Delete 移除
    ");
    assert!(
        stage.caret_row().contains("李秀兰"),
        "{}",
        stage.caret_row()
    );
    stage.press("F12");
    assert_snapshot!(stage.screen(), @r"
    Roster: 2 villages, 2 people                              三河片区联席会议委员会
    Rules: by default, More than half present; for: more than half of those entitled
    (Regulations on the Work of Party Groups, article 27); press 7 to enter your own
      李家屯村       Lead village
    ▸   李秀兰       村党支部书记          Voting   from 2026-11-23
      张家庄村       Joined village
        张建国       村委会主任            Voting   from 2026-11-23















    Screen language: English
    F1 Help  1 Village  2 Person  3 Seat  4 Edit  5 End  7 Rules  F3 Find
    ");
    stage.every_size();
}

#[test]
fn a_dialog_is_laid_out_in_both_languages() {
    let mut stage = small(Language::Zh);
    stage.press("2");
    assert_snapshot!(stage.screen(), @r"
    名册：2 个村，2 人                                        三河片区联席会议委员会
    议事规则：按默认规则，过半数到会、应到会过半数赞成（《中国共产党党组工作条例》第
    二十七条）；按 7 录入本委员会的议事规则
      李家屯村       领建村
    ▸   李秀兰       村党支部书记          出席     2026-11-23 起
      ┌─ 加人 ───────────────────────────────────────────────────────────────────┐
      │ *姓名                                                                    │
      │  代表       ◂ 李家屯村 ▸                                                 │
      │ *职务                                                                    │
      │  出席/列席  ◂ 出席 ▸                                                     │
      │ *从哪天起   2026-11-23                                                   │
      │  到哪天止                                                                │
      │  同名的人   ◂ - ▸                                                        │
      │                                                                          │
      │   记下这一席 ↵                                                           │
      │ ↑↓/Tab 移动 · 回车 下一项，最后一行提交 · Esc 离开（草稿保留）           │
      └──────────────────────────────────────────────────────────────────────────┘






    F1 帮助
    ");
    stage.every_size();
    let mut stage = small(Language::En);
    stage.press("7");
    assert_snapshot!(stage.screen(), @r"
    Roster: 2 villages, 2 people                              三河片区联席会议委员会
    Rules: by default, More than half present; for: more than half of those entitled
    (Regulations on the Work of Party Groups, article 27); press 7 to enter your own
      ┌─ The committee's own rules of procedure ─────────────────────────────────┐
    ▸ │ *Title                                                                   │
      │                 For example: Rules of Procedure of the Sanhe Joint       │
      │                 Session                                                  │
      │ *Voting clause                                                           │
      │ *Rule           ◂ More than half present; for: more than half of thos~ ▸ │
      │ *Adopted on                                                              │
      │  Video counts   ☐                                                        │
      │  Deputies vote  ☐                                                        │
      │                                                                          │
      │   Adopt ↵                                                                │
      │ More than half of those entitled must be present. Adopted when more than │
      │ half of those entitled are for. Whoever abstains or is absent counts in  │
      │ the base.                                                                │
      │ ↑↓/Tab move · Enter next, last row submits · Esc leaves, draft kept      │
      └──────────────────────────────────────────────────────────────────────────┘




    F1 Help
    ");
    stage.every_size();
}

#[test]
fn a_name_that_is_there_is_asked_about_and_one_person_has_one_vote() {
    let mut stage = small(Language::Zh);
    stage.press("2");
    stage.type_text("张建国");
    stage.press("Enter Home");
    stage.press("Enter");
    stage.type_text("委员");
    stage.press("PgDn Enter");
    let screen = stage.screen();
    assert!(screen.contains("名册上已有 张建国"), "{screen}");
    stage.press("Right PgDn Enter");
    let desk = stage.desk();
    assert_eq!(desk.world().people.len(), 2);
    assert_eq!(desk.world().seats.len(), 3);
    let places = draw_up(desk.world(), desk.today());
    assert_eq!(places.len(), 2);
    assert_eq!(stage.screen().matches("计此席").count(), 1);
    assert!(stage.caret_row().contains("计此席"));
    stage.press("End");
    let before = stage.caret_row();
    assert!(!before.contains("计此席"), "{before}");
    stage.press("6");
    assert!(
        stage.caret_row().contains("计此席"),
        "{}",
        stage.caret_row()
    );
    stage.press("u");
    assert!(!stage.caret_row().contains("计此席"));
}

#[test]
fn a_namesake_is_somebody_else() {
    let mut stage = small(Language::Zh);
    stage.press("2");
    stage.type_text("张建国");
    stage.press("Enter Enter");
    stage.type_text("委员");
    stage.press("PgDn Up Right Right PgDn Enter");
    assert_eq!(stage.desk().world().people.len(), 3);
}

#[test]
fn seats_end_are_changed_and_removed() {
    let mut stage = small(Language::Zh);
    stage.press("5 Enter Enter");
    assert!(stage.caret_row().contains("2026-11-23 至 2026-11-23"));
    stage.press("4 Enter Enter");
    stage.type_text("兼会计");
    stage.press("PgDn Enter");
    assert!(
        stage.caret_row().contains("村党支部书记兼会计"),
        "{}",
        stage.caret_row()
    );
    stage.press("3");
    assert!(stage.screen().contains("李秀兰 再加一席"));
    stage.press("Esc Delete");
    assert_eq!(stage.desk().world().people.len(), 1);
    stage.press("Home Delete");
    assert_eq!(stage.desk().world().villages.len(), 1);
    stage.press("Home Delete");
    assert_eq!(stage.desk().world().villages.len(), 1);
    stage.press("u u");
    assert_eq!(stage.desk().world().people.len(), 2);
}

#[test]
fn an_old_seat_wants_its_year() {
    let mut stage = small(Language::En);
    stage.press("4 Enter Enter Enter Enter");
    for _ in 0..10 {
        stage.press("Backspace");
    }
    stage.type_text("2024-3-1");
    stage.press("PgDn Enter");
    assert!(
        stage.caret_row().contains("from 2024-03-01"),
        "{}",
        stage.screen()
    );
}

#[test]
fn own_rules_take_the_place_of_the_default() {
    let mut stage = small(Language::Zh);
    stage.press("7");
    stage.type_text("《三河片区联席会议议事规则》");
    stage.press("Enter");
    stage.type_text("第十二条");
    stage.press("Enter Right Enter");
    stage.type_text("2025-1-8");
    stage.press("PgDn Enter");
    let screen = stage.screen();
    assert!(
        screen.contains("《三河片区联席会议议事规则》第十二条"),
        "{screen}"
    );
    assert_eq!(
        stage
            .desk()
            .world()
            .default_rule(stage.desk().today())
            .id
            .as_str(),
        "joint-major"
    );
    stage.press("7 Up Up PgDn Up Right PgDn Enter");
    assert!(
        stage.desk().world().own_rules().is_none(),
        "{}",
        stage.screen()
    );
}

#[test]
fn own_rules_say_whether_video_counts_and_deputies_vote() {
    for language in Language::ALL {
        let mut stage = small(language);
        let loosened = |stage: &Stage| {
            let own = stage.desk().world().own_rules().unwrap();
            (own.online, own.deputies)
        };
        stage.press("7");
        stage.type_text("《三河片区联席会议议事规则》");
        stage.press("Enter");
        stage.type_text("第十二条");
        stage.press("Enter Enter");
        stage.type_text("2025-1-8");
        stage.press("Enter Space Enter Enter Enter");
        assert_eq!(loosened(&stage), (true, false), "{}", stage.screen());
        let says = seats::rules_say_online(language);
        assert!(stage.screen().contains(says), "{}", stage.screen());
        // What was marked stands in the sheet, and is taken off again there.
        stage.press("7 Down Down Down Down Left Down Right PgDn Enter");
        assert_eq!(loosened(&stage), (false, true), "{}", stage.screen());
        let says = seats::rules_say_deputies(language);
        assert!(stage.screen().contains(says), "{}", stage.screen());
        stage.press("7");
        stage.every_size();
    }
}

#[test]
fn somebody_is_found_by_pinyin_initials() {
    let mut stage = small(Language::Zh);
    stage.press("F3");
    stage.type_text("zjg");
    stage.press("Enter");
    assert!(
        stage.caret_row().contains("张建国"),
        "{}",
        stage.caret_row()
    );
}

#[test]
fn close_kin_is_said_of_both_and_taken_back() {
    use crate::i18n::recusal as words;
    for language in Language::ALL {
        let mut stage = small(language);
        let kin = |stage: &Stage| {
            let people = stage.desk().world().people.values();
            people.map(|person| person.kin.len()).collect::<Vec<_>>()
        };
        stage.press("0");
        stage.type_text("zjg");
        stage.press("Enter");
        stage.type_text("夫妻");
        assert_snapshot!(format!("kin_sheet_{language}"), stage.screen());
        stage.every_size();
        stage.press("Enter Enter");
        assert_eq!(kin(&stage), [1, 1], "{}", stage.screen());
        let said = words::kin_of(language, "张建国", "夫妻");
        let seen = stage.screen_of(160, 24);
        assert!(seen.contains(&said), "{seen}");
        stage.every_size();
        // Opened again it proposes the kin it knows; without a relation they are none.
        stage.press("0 Enter");
        assert!(stage.screen().contains("夫妻"), "{}", stage.screen());
        stage.press("Backspace Backspace Enter Enter");
        assert_eq!(kin(&stage), [0, 0], "{}", stage.screen());
        stage.press("u");
        assert_eq!(kin(&stage), [1, 1]);
    }
}

#[test]
fn figures_are_entered_with_a_village_that_is_added() {
    for language in Language::ALL {
        let mut stage = roster(language);
        stage.press("1");
        stage.type_text("李家屯村");
        stage.press("Down Down Down");
        stage.type_text("1204");
        stage.press("Down");
        stage.type_text("三百户");
        stage.press("PgDn Enter");
        let screen = stage.screen();
        let wrong = seats::figures_not_a_number(language);
        assert!(screen.contains(wrong), "{screen}");
        stage.every_size();
        stage.press("Backspace Backspace Backspace");
        stage.type_text("320");
        stage.press("PgDn Enter");
        let world = stage.desk().world();
        let entered = world.villages.values().next().unwrap();
        let figures = entered.figures.first().unwrap();
        assert_eq!(figures.inhabitants, Some(1204));
        assert_eq!((figures.households, figures.shares), (Some(320), None));
        assert_eq!(figures.from, stage.desk().today());
        // One without figures has none.
        village(&mut stage, "张家庄村");
        let mut villages = stage.desk().world().villages.values();
        assert!(villages.any(|it| it.figures.is_empty()));
    }
}

#[test]
fn figures_are_entered_and_a_change_of_something_else_keeps_them() {
    for language in Language::ALL {
        let mut stage = small(language);
        let seat = |stage: &Stage| {
            let mut seats = stage.desk().world().seats.values();
            let seat = seats.find(|seat| seat.role.as_str() == "村党支部书记");
            seat.unwrap().as_ref().clone()
        };
        // The seat of the first village is selected.
        stage.press("4 Down Down Down Down Down Down");
        stage.type_text("31");
        stage.press("Down");
        stage.type_text("x");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        stage.press("Backspace");
        stage.type_text("７");
        stage.press("Down Space PgDn Enter");
        let entered = seat(&stage);
        assert_eq!((entered.households, entered.shares), (Some(31), Some(7)));
        assert!(stage.desk().world().person(&entered.person).unwrap().woman);
        stage.press("4 PgDn Enter");
        assert_eq!(seat(&stage), entered);
        // The village above it.
        stage.press("Up 4 Down Down Down Down Down");
        stage.type_text("1204");
        stage.press("Down Down Down");
        stage.type_text("2026-1-1");
        stage.press("PgDn Enter");
        stage.press("4 PgDn Enter");
        let world = stage.desk().world();
        let village = world.village(entered.village.as_ref().unwrap()).unwrap();
        let figures = village.figures.first().unwrap();
        assert_eq!(village.figures.len(), 1);
        assert_eq!(figures.inhabitants, Some(1204));
        assert_eq!(figures.from, "2026-01-01".parse().unwrap());
        stage.press("4");
        stage.every_size();
    }
}

#[test]
fn own_rules_of_a_day_to_come_are_not_in_use_before_it() {
    for language in Language::ALL {
        let mut stage = small(language);
        let today = stage.desk().today();
        let sits_by = |stage: &Stage| stage.desk().world().default_rule(today);
        let before = sits_by(&stage);
        stage.press("7");
        stage.type_text("《三河片区联席会议议事规则》");
        stage.press("Enter");
        stage.type_text("第十二条");
        stage.press("Enter Enter");
        stage.type_text("2099-1-1");
        stage.press("Enter Enter Enter Enter");
        assert!(
            stage.desk().world().own_rules().is_some(),
            "{}",
            stage.screen()
        );
        assert_eq!(sits_by(&stage), before);
        let said = seats::rules_to_come(
            language,
            terms::rule_name(language, &before),
            "2099-01-01",
            "《三河片区联席会议议事规则》",
            "7",
        );
        let flat = |text: &str| text.split_whitespace().collect::<String>();
        let screen = stage.screen();
        assert!(flat(&screen).contains(&flat(&said)), "{screen}");
        stage.every_size();
        // What was recorded says from when.
        assert!(stage.said().contains("2099-01-01"), "{}", stage.said());
    }
}
