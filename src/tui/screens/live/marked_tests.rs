//! Whoever is recused by a mark in a vote: no digit goes over it, and why they withdrew is one choice wherever
//! it is entered.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::recusal_tests::concerned;
use super::seen;
use super::slate_tests::motion;
use crate::domain::Refusal;
use crate::domain::ids::PersonId;
use crate::domain::session::recusal::Reason;
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Choice, MotionState};
use crate::i18n::{Language, recusal, recusal_mend, recusals};
use crate::tui::action::{Why, named};
use crate::tui::screens::scene::line;
use crate::tui::stage::Stage;

/// Has a motion drafted in an item that concerns 丁守业, who is kin of 韩立诚; what that proposes is declined.
fn drafted(language: Language) -> Stage {
    let mut stage = concerned(language);
    stage.press("~ F5");
    stage.type_text("同意路灯安装方案。");
    stage.press("Tab Left Tab PgDn Enter");
    stage
}

fn voice(stage: &Stage, person: &str) -> Option<Voice> {
    let motion = motion(stage);
    let marks = &motion.ballot().unwrap().marks;
    marks
        .get(&PersonId::from(person))
        .map(|mark| mark.choice.voice())
}

fn kin() -> Reason {
    Reason::Kin {
        of: "ding".into(),
        relation: line("表兄弟"),
    }
}

fn reason_of(stage: &Stage, person: &str) -> Reason {
    let motion = motion(stage);
    match &motion.ballot().unwrap().marks[&PersonId::from(person)].choice {
        Choice::Recused { reason } => reason.clone(),
        other => panic!("{other:?}"),
    }
}

fn said(stage: &Stage, language: Language, reason: &Reason) -> String {
    let (_, _, world) = seen(&stage.app).ok().unwrap();
    let reason = recusals::reason(language, world, reason);
    recusal::reason_hint(language, reason)
}

/// The words in the sheet over the screen, without their line breaks.
fn inside(screen: &str) -> String {
    let rows = screen.lines().filter_map(|line| line.split('│').nth(1));
    rows.flat_map(str::split_whitespace).collect()
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn no_digit_goes_over_the_mark_of_a_recusal_and_the_way_back_takes_it_away() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("F5");
        assert!(super::vote::select(&mut stage.app, &"han".into()));
        stage.press("5");
        // What is kept where nothing is written is what is on record, and it is seen in either language.
        let hint = said(&stage, language, &kin());
        assert!(
            inside(&stage.screen()).contains(&flat(&hint)),
            "{}",
            stage.screen()
        );
        stage.press("PgDn Enter");
        assert_eq!(
            voice(&stage, "han"),
            Some(Voice::Recused),
            "{}",
            stage.screen()
        );
        assert_eq!(reason_of(&stage, "han"), kin());
        let (_, session, _) = seen(&stage.app).ok().unwrap();
        assert!(session.recusals.is_empty(), "a mark and nothing more");
        for digit in ["1", "2", "3", "4"] {
            assert!(super::vote::select(&mut stage.app, &"han".into()));
            stage.press(digit);
            assert_eq!(voice(&stage, "han"), Some(Voice::Recused));
            let why = Refusal::Withdrawn {
                name: line("韩立诚"),
            };
            assert_eq!(stage.said(), stage.app.reason(&Why::Refused(why)));
        }
        assert!(named("recusal.end").unwrap().enabled(&stage.app).is_ok());
        stage.press("*");
        assert!(stage.screen().contains("韩立诚"), "{}", stage.screen());
        stage.press("Enter");
        assert_eq!(voice(&stage, "han"), None, "{}", stage.said());
        assert!(super::vote::select(&mut stage.app, &"han".into()));
        stage.press("1");
        assert_eq!(voice(&stage, "han"), Some(Voice::For));
        stage.every_size();
    }
}

#[test]
fn a_correction_to_a_recusal_asks_why_they_withdrew_and_keeps_what_is_on_record() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("F5 0");
        stage.press("9 e 8");
        let announced = motion(&stage);
        assert!(
            matches!(announced.state, MotionState::Announced { .. }),
            "{}",
            stage.screen()
        );
        for (who, written) in [("han", None), ("tian", Some("其弟供货"))] {
            if !super::vote::select(&mut stage.app, &who.into()) {
                continue;
            }
            stage.press("c");
            // 回避 is the last of what it may be.
            stage.press("Left");
            let screen = stage.screen();
            assert!(screen.contains(recusal_mend::reason(language)), "{screen}");
            if who == "han" {
                let hint = said(&stage, language, &kin());
                stage.press("Down");
                assert!(
                    inside(&stage.screen()).contains(&flat(&hint)),
                    "{}",
                    stage.screen()
                );
            } else {
                stage.press("Down");
            }
            if let Some(written) = written {
                stage.type_text(written);
            }
            stage.every_size();
            stage.press("PgDn Up");
            stage.type_text("漏记回避");
            stage.press("PgDn Enter");
            let now = motion(&stage);
            let result = now.result().unwrap();
            assert_eq!(
                result.voice_of(&who.into()),
                Some(Voice::Recused),
                "{}",
                stage.screen()
            );
            let wanted = written.map_or_else(kin, |it| Reason::from(line(it)));
            assert_eq!(reason_of(&stage, who), wanted);
        }
    }
}

#[test]
fn after_a_crash_the_first_who_was_not_asked_is_selected() {
    use crate::tui::screens::Screen;
    for language in Language::ALL {
        let mut stage = super::hands_tests::drafted(language);
        stage.press("F5 1 1 3");
        let session = stage.app.live().unwrap().session.clone();
        let (path, whom) = (stage.desk().path().to_owned(), |stage: &Stage| {
            let (motion, voter) = super::vote::selected(&stage.app).ok().unwrap();
            assert_eq!(motion.ballot().unwrap().marks.len(), 3);
            voter.person.clone()
        });
        let due = whom(&stage);
        stage.app.desk = None;
        stage.app.enter(&path);
        stage.app.go(Screen::live(session));
        assert_eq!(whom(&stage), due, "{}", stage.screen());
        let marks = &motion(&stage).ballot().unwrap().marks.clone();
        assert!(!marks.contains_key(&due));
        // The next key is theirs.
        stage.press("1");
        assert!(motion(&stage).ballot().unwrap().marks.contains_key(&due));
    }
}
