#![allow(clippy::unwrap_used)]

use crate::i18n::{Language, shut, start};
use crate::settings::Settings;
use crate::tui::action::named;
use crate::tui::app::App;
use crate::tui::stage::Stage;
use crate::tui::theme::Role;
use insta::assert_snapshot;

#[test]
fn two_ways_in_chinese() {
    let mut stage = Stage::new(Language::Zh);
    assert_snapshot!(stage.screen(), @r"
    联席会议记录台
    lianxi 记录村际联席会议：议程、点名、会议记录、表决、督办，全用键盘。
    所有内容只存在这台电脑上，不联网，不上传：FOLDER

    从这里开始
    ▸ 1 试用样例：四个村、十几个虚构的人、一次可以马上开的会
      2 建立自己的委员会：从名称开始，然后村、人、第一次会议
















    F1 帮助  Enter 进入  1 样例  2 新建  Ctrl-P 操作  F12 English  Ctrl-L 重画
    ");
}

#[test]
fn two_ways_in_english() {
    let mut stage = Stage::new(Language::En);
    assert_snapshot!(stage.screen(), @r"
    The desk of a joint session
    lianxi keeps joint sessions of villages: agenda, roll, minutes, votes,
    follow-ups, by keyboard.
    Everything stays on this computer, nothing goes out: FOLDER

    Begin here
    ▸ 1 Try the sample: four villages, a dozen invented people, a session to run now
      2 Set up your own committee: its name first, then villages, people, a session















    F1 Help  Enter Open  1 Sample  2 New  Ctrl-P Find  F12 中文  Ctrl-L Repaint
    ");
}

#[test]
fn a_committee_is_set_up_by_keys() {
    let mut stage = Stage::new(Language::Zh);
    stage.press("2");
    stage.press("Enter Enter");
    assert!(stage.screen().contains("这一栏要填"), "{}", stage.screen());
    stage.type_text("三河片区联席会议委员会");
    stage.press("Enter Enter");
    let committee = stage.desk().world().committee.clone();
    assert_eq!(
        committee.map(|it| (it.name.to_string(), it.sample)),
        Some(("三河片区联席会议委员会".to_owned(), false))
    );
    stage.press("Esc");
    assert!(stage.app.desk.is_none());
    assert_snapshot!(stage.screen(), @r"
    联席会议记录台
    lianxi 记录村际联席会议：议程、点名、会议记录、表决、督办，全用键盘。
    所有内容只存在这台电脑上，不联网，不上传：FOLDER

    从这里开始
      1 试用样例：四个村、十几个虚构的人、一次可以马上开的会
      2 建立自己的委员会：从名称开始，然后村、人、第一次会议
    这台电脑上的委员会
    ▸ 3 三河片区联席会议委员会














    F1 帮助  Enter 进入  1 样例  2 新建  3 打开  Ctrl-P 操作  F12 English
    ");
    assert!(stage.caret_row().contains("三河片区"));
    stage.press("Enter");
    assert!(stage.app.desk.is_some());
    stage.press("Esc 3");
    assert!(stage.app.desk.is_some());
}

#[test]
fn the_sample_lies_apart_and_is_entered_again() {
    let mut stage = Stage::new(Language::En);
    stage.press("1");
    assert!(stage.screen().starts_with("[SAMPLE]"));
    stage.press("Esc");
    assert!(stage.screen().contains("Go on with the sample"));
    stage.press("Enter");
    assert!(stage.screen().starts_with("[SAMPLE]"));
}

#[test]
fn a_number_without_a_committee_says_so() {
    let mut stage = Stage::new(Language::En);
    stage.press("5");
    assert_eq!(stage.said(), "There is no committee of this number");
    stage.press("F12");
    assert!(stage.screen().contains("从这里开始"));
    stage.every_size();
}

#[test]
fn a_name_half_typed_is_there_again_after_a_kill() {
    for language in Language::ALL {
        let mut stage = Stage::new(language);
        stage.press("2");
        stage.type_text("三河片区");
        stage.app.keep_unfinished();
        // Killed: nothing but the folder is left.
        stage.app = App::new(stage.app.office.clone());
        let begun = start::own_begun(language, "三河片区");
        assert!(stage.screen().contains(&begun), "{}", stage.screen());
        stage.press("2");
        stage.type_text("联合党委");
        stage.press("Enter Enter");
        let committee = stage.desk().world().committee.clone().unwrap();
        assert_eq!(committee.name.as_str(), "三河片区联合党委");
        stage.press("Esc");
        assert!(!stage.screen().contains(&begun), "{}", stage.screen());
    }
}

#[test]
fn a_founding_that_fails_leaves_its_sheet_as_it_was_filled_in() {
    for language in Language::ALL {
        let mut stage = Stage::new(language);
        let committees = stage.app.office.paths.committees();
        // Something else lies where the committees' files would.
        let _none_yet = std::fs::remove_dir_all(&committees);
        std::fs::write(&committees, "").unwrap();
        stage.press("2");
        stage.type_text("三河片区联合党委");
        stage.press("Enter Enter");
        assert!(stage.app.desk.is_none());
        assert!(!stage.said().is_empty());
        let sheet = stage.screen();
        assert!(stage.app.overlay.is_some(), "{sheet}");
        assert!(sheet.contains("三河片区联合党委"), "{sheet}");
        std::fs::remove_file(&committees).unwrap();
        stage.press("Enter");
        let committee = stage.desk().world().committee.clone().unwrap();
        assert_eq!(committee.name.as_str(), "三河片区联合党委");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
    }
}

#[test]
fn a_refusal_longer_than_its_row_is_read_to_its_end() {
    let mut stage = Stage::new(Language::Zh);
    let long = format!("{}写明理由。", "通知期不足，".repeat(9));
    stage.app.say(Role::Warn, long.clone());
    let seen: String = stage.screen().split_whitespace().collect();
    assert!(seen.contains(&long), "{}", stage.screen());
    stage.every_size();
}

#[test]
fn a_theme_chosen_on_the_screen_is_there_at_the_next_start() {
    let mut stage = Stage::new(Language::Zh);
    stage.app.run(named("global.theme").unwrap());
    stage.press("End Enter");
    let chosen = stage.app.theme;
    let mut office = stage.app.office.clone();
    office.settings = Settings::read(&office.paths.settings_file).unwrap();
    let again = App::new(office);
    assert_eq!(again.theme, chosen);
    assert_ne!(again.theme, Stage::new(Language::Zh).app.theme);
}

/// Help, the palette and the menu of the row list the numbers of the committees that there are, and no other.
#[test]
fn no_list_offers_a_committee_that_is_not_there() {
    for language in Language::ALL {
        let mut stage = Stage::new(language);
        let rows = |stage: &mut Stage, keys: &str| {
            stage.press(keys);
            let screen = stage.screen_of(120, 60);
            stage.press("Esc");
            screen.matches(start::open_hint(language)).count()
        };
        for keys in ["F1", "Ctrl-P"] {
            assert_eq!(rows(&mut stage, keys), 0, "{keys}");
        }
        for (there, name) in [(1, "三河片区"), (2, "五河片区")] {
            stage
                .app
                .office
                .found(crate::domain::text::Line::new(name).unwrap())
                .unwrap();
            for keys in ["F1", "Ctrl-P"] {
                assert_eq!(rows(&mut stage, keys), there, "{keys}");
            }
        }
        stage.press("4");
        assert!(stage.app.desk.is_some());
    }
}

/// Who looks into one file makes no other: the first screen offers that file alone, by its number or by Enter.
#[test]
fn where_a_file_is_only_looked_into_nothing_is_made() {
    for language in Language::ALL {
        let mut stage = Stage::founded(language, "三河片区联席会议委员会");
        let path = stage.desk().path().to_owned();
        let paths = stage.app.office.paths.clone();
        let files = || paths.list().unwrap();
        let before = files();
        stage.app.office.only = Some(path.clone());
        stage.app.enter(&path);
        stage.press("Esc");
        assert!(stage.app.desk.is_none());
        let screen = stage.screen();
        for words in [start::try_sample(language), start::own(language)] {
            assert!(!screen.contains(words), "{screen}");
        }
        assert!(stage.caret_row().contains("三河片区"), "{screen}");
        let footer = screen.lines().last().unwrap();
        for words in [start::sample_short(language), start::own_short(language)] {
            assert!(!footer.contains(words), "{screen}");
        }
        for key in ["1", "2"] {
            stage.press(key);
            assert_eq!(stage.said(), shut::asked(language), "{key}");
            assert!(stage.app.overlay.is_none() && stage.app.desk.is_none());
        }
        stage.every_size();
        let name = crate::domain::text::Line::new("四海").unwrap();
        assert!(stage.app.office.found(name).is_err());
        for key in ["3", "Enter"] {
            stage.press(key);
            assert!(stage.desk().read_only().is_some(), "{key}");
            stage.press("Esc");
        }
        assert_eq!(files(), before);
    }
}

/// What lies below a form is copied from where it was drawn before, and says that something was begun all the same.
#[test]
fn what_is_begun_is_offered_below_the_form_as_soon_as_it_is_kept() {
    for language in Language::ALL {
        let mut stage = Stage::new(language);
        stage.press("2");
        stage.type_text("六河片区");
        let offered = start::own_begun(language, "六河片区");
        assert!(!stage.screen().contains(&offered), "{}", stage.screen());
        stage.app.keep_unfinished();
        assert!(stage.screen().contains(&offered), "{}", stage.screen());
    }
}
