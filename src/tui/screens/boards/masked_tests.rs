//! What the sheet of a text says of its masks, and what it says of a day that is too early, by keys alone.
#![allow(clippy::unwrap_used)]

use super::State;
use super::tests::{draft, empty, up};
use crate::domain::Command;
use crate::domain::board::{Board, BoardRules, Command as Ask};
use crate::domain::text::Text;
use crate::i18n::{Language, masks};
use crate::tui::screens::Screen;

#[test]
fn each_place_is_counted_while_it_is_written_and_a_name_that_stands_nowhere_is_said() {
    for (language, three, nowhere) in [
        (Language::Zh, "将遮盖 3 处", "没有“赵六”"),
        (Language::En, "3 places will be masked", "not masked: 赵六"),
    ] {
        let mut stage = empty(language);
        stage.press("7");
        stage.type_text("修路");
        stage.press("tab");
        stage.type_text("李大山申请。河湾村李大山同意，李大山签字。");
        stage.press("tab tab");
        stage.type_text("李大山、赵六");
        let screen = stage.screen();
        assert!(screen.contains(three), "{screen}");
        assert!(screen.contains(nowhere), "{screen}");
        stage.every_size();
        // Once it stands there, nothing is said of it any more.
        stage.press("BackTab BackTab");
        stage.type_text("赵六也同意。");
        let screen = stage.screen();
        assert!(!screen.contains(nowhere), "{screen}");
    }
}

#[test]
fn an_answer_before_the_objection_is_refused_by_the_day_of_the_objection() {
    for (language, since, day) in [
        (Language::Zh, "这条意见是", "11月22日"),
        (Language::En, "The objection came in on", "22 Nov"),
    ] {
        for keys in ["6", "F6"] {
            let mut stage = empty(language);
            stage.record(&[draft("b1", Board::Village("王庄".into()))]);
            stage.record(&[up("b1", "2026-11-20")]);
            stage.record(&[Command::Board(Ask::Object {
                posting: "b1".into(),
                who: None,
                on: "2026-11-22".parse().unwrap(),
                text: Text::new("一户一工太多").unwrap(),
            })]);
            stage.app.go(Screen::Boards(State::at("b1".into())));
            stage.screen();
            stage.press(keys);
            stage.type_text("2026-11-21");
            if keys == "6" {
                stage.press("tab");
                stage.type_text("已核实");
            }
            stage.press("PgDn Enter");
            let screen = stage.screen();
            assert!(screen.contains(since) && screen.contains(day), "{screen}");
            assert!(stage.app.overlay.is_some(), "{screen}");
            stage.every_size();
        }
    }
}

#[test]
fn what_was_handed_to_the_township_says_when_and_how_its_term_moved() {
    for (language, handed) in [
        (
            Language::Zh,
            "2026-11-23 转镇街答复，期限由 2026-11-27 改为 2026-12-03",
        ),
        (
            Language::En,
            "handed to the township on 2026-11-23, its term moved from 2026-11-27 to 2026-12-03",
        ),
    ] {
        let mut stage = empty(language);
        stage.record(&[draft("b1", Board::Village("王庄".into()))]);
        stage.record(&[up("b1", "2026-11-20")]);
        stage.record(&[Command::Board(Ask::Object {
            posting: "b1".into(),
            who: None,
            on: "2026-11-22".parse().unwrap(),
            text: Text::new("一户一工太多").unwrap(),
        })]);
        stage.app.go(Screen::Boards(State::at("b1".into())));
        stage.screen();
        stage.press("F6 Enter Enter F4");
        let spaceless = |text: &str| -> String {
            let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '│');
            kept.collect()
        };
        let screen = stage.screen();
        assert!(spaceless(&screen).contains(&spaceless(handed)), "{screen}");
        stage.every_size();
    }
}

#[test]
fn who_issues_is_printed_everywhere_and_names_nothing_that_is_masked() {
    for (language, why) in [
        (Language::Zh, "公示单位每张都印"),
        (Language::En, "Printed on every posting"),
    ] {
        let mut stage = empty(language);
        stage.press("f7 tab tab tab");
        stage.type_text("13900139000");
        stage.press("tab enter");
        let screen = stage.screen();
        assert!(screen.contains(why), "{screen}");
        let rules = BoardRules::of(stage.desk().world());
        assert_eq!(rules.issuer, None, "{screen}");
    }
}

#[test]
fn what_hangs_says_where_it_is_masked() {
    for language in Language::ALL {
        let mut stage = empty(language);
        stage.record(&[draft("b1", Board::Village("王庄".into()))]);
        stage.app.go(Screen::Boards(State::at("b1".into())));
        stage.screen();
        stage.press("F4");
        let screen = stage.screen_of(120, 40);
        assert!(screen.contains(&masks::hangs(language, 1)), "{screen}");
        assert!(screen.matches("138****8000").count() >= 2, "{screen}");
        stage.every_size();
    }
}

#[test]
fn what_is_written_masked_is_said_so_and_both_counts_agree() {
    for (language, will, written, hangs) in [
        (
            Language::Zh,
            "将遮盖 1 处",
            "写的时候已遮住 1 处：李某",
            "2 处",
        ),
        (
            Language::En,
            "1 place will be masked",
            "1 place is written masked: 李某",
            "Masked places: 2",
        ),
    ] {
        let mut stage = empty(language);
        stage.press("7");
        stage.type_text("修路");
        stage.press("tab");
        stage.type_text("李某申请，电话13800138000。");
        let screen = stage.screen_of(120, 40);
        assert!(
            screen.contains(will) && screen.contains(written),
            "{screen}"
        );
        stage.press("tab tab tab tab tab space pgdn Enter F4");
        let screen = stage.screen_of(120, 40);
        assert!(screen.contains(hangs), "{screen}");
    }
}

#[test]
fn a_photo_that_is_no_file_here_is_said_and_recorded_all_the_same() {
    for language in Language::ALL {
        let mut stage = empty(language);
        stage.record(&[draft("b1", Board::Village("王庄".into()))]);
        stage.record(&[up("b1", "2026-11-20")]);
        stage.app.go(Screen::Boards(State::at("b1".into())));
        stage.screen();
        stage.press("F5 Tab");
        stage.type_text("相册3-12");
        let said = crate::i18n::shared::file_not_here(language, "/照片/没有 1.jpg");
        let start: String = said.chars().take(8).collect();
        assert!(!stage.screen_of(120, 40).contains(&start));
        for _ in 0..9 {
            stage.press("Backspace");
        }
        stage.type_text("/照片/没有 1.jpg");
        let seen = stage.screen_of(120, 40);
        assert!(seen.contains(&start), "{seen}");
        stage.press("PgDn Enter");
        assert!(stage.said().contains(&said), "{}", stage.said());
        let posting = stage.desk().world().posting(&"b1".into()).unwrap();
        assert!(posting.photo.is_some());
        stage.every_size();
    }
}
