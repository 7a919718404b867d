//! What becomes of postings, by keys alone: reworded, moved, photographed, handed on, given up, several at
//! once; the outcome of a matter; the holidays of a year; and what a draft keeps.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::State;
use super::tests::{draft, up};
use crate::domain::board::{Board, BoardRules, NoticeKind, Posting, Step};
use crate::domain::ids::{MatterId, PostingId};
use crate::domain::{Command, roster};
use crate::i18n::Language;
use crate::tui::screens::Screen;
use crate::tui::screens::ledgers::tests::{decided, restore};
use crate::tui::screens::scene::committee;
use crate::tui::stage::Stage;

/// One that hangs in a village since the 20th, and drafts for the area and the village.
fn stage(language: Language) -> Stage {
    let mut stage = committee(language);
    stage.app.go(Screen::Boards(State::default()));
    stage.record(&[
        draft("b1", Board::Village("王庄".into())),
        draft("b2", Board::Area),
        draft("b3", Board::Village("李家屯".into())),
    ]);
    stage.record(&[up("b1", "2026-11-20")]);
    at(&mut stage, "b1");
    stage
}

fn at(stage: &mut Stage, id: &str) {
    stage.app.go(Screen::Boards(State::at(id.into())));
    stage.screen();
}

fn posting(stage: &Stage, id: &str) -> Posting {
    stage.desk().posting(&PostingId::from(id)).unwrap().unwrap()
}

fn last(stage: &Stage, id: &str) -> Step {
    posting(stage, id).history.last().cloned().unwrap()
}

fn done(stage: &mut Stage) {
    assert!(stage.app.overlay.is_none(), "{}", stage.screen());
}

#[test]
fn what_hangs_is_reworded_with_a_reason_and_counted_anew() {
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.press("3 Down End");
        stage.type_text("改为每户两工。");
        // Without a reason it is not taken, and nothing typed is lost.
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        assert_eq!(posting(&stage, "b1").wordings.len(), 1);
        stage.type_text("工数写错");
        stage.every_size();
        stage.press("PgDn Enter");
        done(&mut stage);
        let reworded = posting(&stage, "b1");
        assert_eq!(reworded.wordings.len(), 2, "{}", stage.screen());
        assert_eq!(reworded.posted.unwrap().to_string(), "2026-11-23");
        assert!(matches!(
            last(&stage, "b1"),
            Step::Worded {
                reason: Some(_),
                ..
            }
        ));
        stage.press("F4");
        let screen = stage.screen();
        assert!(screen.contains("改为每户两工"), "{screen}");
        stage.every_size();
    }
}

#[test]
fn the_day_it_was_put_up_is_corrected_with_a_reason_and_its_last_day_follows() {
    for language in Language::ALL {
        let mut stage = stage(language);
        let days = |stage: &Stage| {
            let posting = posting(stage, "b1");
            [posting.posted, posting.until].map(|day| day.unwrap().to_string())
        };
        assert_eq!(days(&stage), ["2026-11-20", "2026-12-07"]);
        stage.press("F10");
        stage.type_text("2026-11-24");
        stage.press("Enter");
        stage.type_text("登记写错");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "that day has not come");
        stage.press("Esc Esc");
        at(&mut stage, "b1");
        // What was typed is there again; the day is typed anew.
        stage.press("F10 Ctrl-u");
        stage.type_text("2026-11-19");
        stage.every_size();
        stage.press("PgDn Enter");
        done(&mut stage);
        assert_eq!(days(&stage), ["2026-11-19", "2026-12-04"]);
        stage.press("F4");
        let screen = stage.screen_of(120, 40);
        let said: String = screen.split(['│', ' ', '\n']).collect();
        assert!(said.contains("登记写错"), "{screen}");
        stage.every_size();
    }
}

#[test]
fn the_day_of_what_is_settled_is_corrected_on_the_list_of_those_settled() {
    for language in Language::ALL {
        let mut stage = stage(language);
        let down = crate::domain::board::Command::TakeDown {
            posting: "b1".into(),
            on: "2026-11-22".parse().unwrap(),
            reason: Some(crate::domain::text::Line::new("大风").unwrap()),
            again: "b9".into(),
        };
        stage.record(&[Command::Board(down)]);
        let list = State::with_settled().selecting("b1".into());
        stage.app.go(Screen::Boards(list));
        stage.screen();
        stage.press("F10");
        stage.type_text("2026-11-19");
        stage.press("Enter");
        stage.type_text("登记写错");
        // What was typed is a draft, and is gone on with from home.
        stage.press("Esc");
        let (what, of) = (crate::desk::place::OfPosting::Redate, ["b1".into()]);
        assert!(super::go_on_with_step(&mut stage.app, what, &of));
        let screen = stage.screen();
        let there = screen.contains("登记写错") && screen.contains("王庄");
        assert!(there, "{screen}");
        stage.press("PgDn Enter");
        done(&mut stage);
        // It was cut short, and stays so: another hangs in its place.
        let corrected = posting(&stage, "b1");
        assert_eq!(corrected.posted.unwrap().to_string(), "2026-11-19");
        assert!(matches!(last(&stage, "b1"), Step::Redated { .. }));
        assert!(corrected.taken_down().unwrap().1);
    }
}

#[test]
fn a_last_day_is_moved_a_photo_noted_and_an_objection_handed_to_the_township() {
    for language in Language::ALL {
        let mut stage = stage(language);
        // Too early: refused in words that name the day.
        stage.press("F3");
        stage.type_text("2026-11-30");
        stage.press("Enter");
        stage.type_text("镇里要求");
        stage.press("PgDn Enter");
        let day = crate::i18n::terms::short_date(
            language,
            "2026-12-07".parse().unwrap(),
            stage.desk().today(),
        );
        assert!(stage.screen().contains(&day), "{}", stage.screen());
        assert!(!matches!(last(&stage, "b1"), Step::Moved { .. }));
        stage.press("Esc Esc");
        at(&mut stage, "b1");
        // What was typed is there again: the day is put right, and the reason stands.
        stage.press("F3");
        stage.press(&"Backspace ".repeat("2026-11-30".len()));
        stage.type_text("2026-12-20");
        stage.press("PgDn Enter");
        done(&mut stage);
        assert!(
            matches!(last(&stage, "b1"), Step::Moved { .. }),
            "{}",
            stage.screen()
        );
        stage.press("F5 Enter");
        stage.type_text("相册/2026-11/3.jpg");
        stage.press("PgDn Enter");
        done(&mut stage);
        let photo = posting(&stage, "b1").photo.unwrap();
        assert_eq!(photo.as_str(), "相册/2026-11/3.jpg");
        assert!(
            stage.screen().contains("相册/2026-11/3.jpg"),
            "{}",
            stage.screen()
        );
        // Nobody objected yet.
        stage.press("F6");
        done(&mut stage);
        stage.press("5 Enter");
        stage.type_text("一户一工太多");
        stage.press("PgDn Enter");
        done(&mut stage);
        stage.press("F6");
        stage.every_size();
        stage.press("PgDn Enter");
        done(&mut stage);
        let objection = &posting(&stage, "b1").objections[0];
        assert_eq!(objection.referred.unwrap().to_string(), "2026-11-23");
        assert_eq!(objection.by.to_string(), "2026-12-03");
    }
}

#[test]
fn several_are_marked_posted_and_given_up_at_once() {
    for language in Language::ALL {
        let mut stage = stage(language);
        at(&mut stage, "b2");
        // Both drafts stand one below the other, due the same day.
        let mut marked = 0;
        stage.press("Home");
        for _ in 0..12 {
            if stage.caret_row().contains("关于灌渠清淤") && marked < 2 {
                let before = stage.caret_row();
                stage.press("Space");
                marked += 1;
                assert_ne!(before, stage.caret_row());
            } else {
                stage.press("Down");
            }
        }
        let count = match language {
            Language::Zh => "已标记 2",
            Language::En => "marked 2",
        };
        assert!(stage.screen().contains(count), "{}", stage.screen());
        stage.every_size();
        stage.press("1 PgDn Enter");
        done(&mut stage);
        for id in ["b2", "b3"] {
            assert!(posting(&stage, id).hangs(), "{}", stage.screen());
        }
        assert!(!stage.screen().contains(count));
        // One step back takes both down again; then they are given up, with a reason.
        stage.press("u");
        assert!(!posting(&stage, "b2").hangs() && !posting(&stage, "b3").hangs());
        at(&mut stage, "b2");
        stage.press("Delete Enter");
        stage.type_text("误拟");
        stage.press("PgDn Enter");
        done(&mut stage);
        assert!(posting(&stage, "b2").dropped(), "{}", stage.screen());
        // What hangs is not given up.
        at(&mut stage, "b1");
        stage.press("Delete");
        done(&mut stage);
        assert!(!posting(&stage, "b1").dropped());
    }
}

#[test]
fn the_outcome_of_a_matter_is_made_known_on_its_boards() {
    for language in Language::ALL {
        let mut stage = committee(language);
        stage.record(&[restore(decided())]);
        let matter = MatterId::from("m1");
        stage
            .app
            .go(Screen::Boards(State::of_matter(matter.clone())));
        stage.screen();
        stage.press("F8");
        stage.every_size();
        // Nothing was done yet, so nothing is said of it; what there is to say is written, or nothing hangs.
        let settled = ["已办结", "is settled"];
        let screen = stage.screen();
        assert!(!settled.iter().any(|it| screen.contains(it)), "{screen}");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        stage.type_text("冷库已开工");
        stage.press("PgDn Enter");
        done(&mut stage);
        let postings = stage.desk().world().postings.values();
        let of: Vec<_> = postings
            .filter(|it| it.matter.as_ref() == Some(&matter))
            .collect();
        assert_eq!(of.len(), 3, "{}", stage.screen());
        assert!(of.iter().all(|it| it.kind == NoticeKind::Disclosure));
        assert!(
            stage.screen().contains("三村合建冷库"),
            "{}",
            stage.screen()
        );
    }
}

#[test]
fn the_holidays_of_a_year_are_entered_and_a_period_that_ends_in_one_goes_on() {
    for language in Language::ALL {
        let mut stage = stage(language);
        at(&mut stage, "b2");
        // A day whose period ends in a year that nobody entered says so, with the key that mends it.
        stage.app.go(Screen::Boards(State::at("b3".into())));
        stage.screen();
        stage.press("F9");
        let screen = stage.screen();
        assert!(
            screen.contains("2027"),
            "the year that comes is asked for: {screen}"
        );
        stage.press("Down");
        stage.type_text("春节");
        let why = match language {
            Language::Zh => "看不懂“春节”",
            Language::En => "“春节” is no day",
        };
        assert!(stage.screen().contains(why), "{}", stage.screen());
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        for _ in 0..2 {
            stage.press("Backspace");
        }
        stage.type_text("1月1日至3日、2.6-2.12");
        stage.press("Down");
        stage.type_text("2.20");
        insta::assert_snapshot!(format!("holidays_{language:?}"), stage.screen());
        stage.every_size();
        stage.press("PgDn Enter");
        done(&mut stage);
        let rest = BoardRules::of(stage.desk().world()).rest;
        assert!(rest.knows(2027));
        assert!(rest.rests("2027-02-08".parse().unwrap()));
        assert!(!rest.rests("2027-02-20".parse().unwrap()));
        // What else is said of the boards does not take them away.
        stage.press("F7 PgDn Enter");
        done(&mut stage);
        assert!(BoardRules::of(stage.desk().world()).rest.knows(2027));
    }
}

#[test]
fn a_year_nobody_entered_is_named_where_a_period_ends_in_it() {
    for language in Language::ALL {
        let mut stage = committee(language);
        stage.app.go(Screen::Boards(State::default()));
        // So long a local period ends in the next year.
        let rules = BoardRules {
            local: 45,
            ..BoardRules::default()
        };
        stage.record(&[
            Command::Roster(roster::Command::SetBoards(rules)),
            draft("b1", Board::Village("王庄".into())),
        ]);
        at(&mut stage, "b1");
        stage.press("1");
        let screen = stage.screen();
        let said = match language {
            Language::Zh => "2027 年的节假日还没有填",
            Language::En => "holidays of 2027 are not entered",
        };
        assert!(screen.contains(said) && screen.contains("F9"), "{screen}");
        stage.every_size();
    }
}

#[test]
fn a_draft_keeps_nothing_that_is_masked() {
    for language in Language::ALL {
        let mut stage = committee(language);
        stage.app.go(Screen::Boards(State::default()));
        stage.screen();
        stage.press("7");
        stage.type_text("救助名单");
        stage.press("Tab");
        stage.type_text("低保户王小明，370406195002031238，赵大山，电话13800138000");
        stage.press("Tab");
        // Who is hidden in the text is hidden in what is kept of the basis.
        stage.type_text("王小明申请书");
        stage.press("Tab");
        stage.type_text("赵大山");
        stage.press("Esc");
        let drafts = stage.desk().drafts().unwrap();
        let kept = &drafts[0].text;
        for secret in ["王小明", "195002031238", "赵大山", "00138000"] {
            assert!(!kept.contains(secret), "{secret}: {kept}");
        }
        // Taken up again it says what would hang.
        stage.press("7");
        let screen = stage.screen();
        assert!(
            screen.contains("低保户王某") && screen.contains("赵某"),
            "{screen}"
        );
    }
}

#[test]
fn every_mask_can_be_read_before_the_text_is_kept() {
    for language in Language::ALL {
        let mut stage = committee(language);
        stage.app.go(Screen::Boards(State::default()));
        stage.screen();
        stage.press("7");
        stage.type_text("救助名单");
        stage.press("Tab");
        let phones: Vec<String> = (0..9).map(|at| format!("1380013800{at}")).collect();
        stage.type_text(&phones.join("，"));
        let masked = |screen: &str, phone: &str| {
            let rows = screen.lines().filter(|row| row.contains('→'));
            rows.filter(|row| row.contains(phone)).count() > 0
        };
        let mut seen: Vec<&String> = Vec::new();
        for _ in 0..8 {
            let screen = stage.screen();
            seen.extend(phones.iter().filter(|it| masked(&screen, it)));
            stage.press("F8");
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), phones.len(), "{}", stage.screen());
        stage.every_size();
    }
}
