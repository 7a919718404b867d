//! Keys that say why they do nothing, and lead where they say.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::sheets::SealSheet;
use super::slate_tests::{fill, secretly};
use super::{Panel, seen, vote};
use crate::desk::place::{InSession, Place};
use crate::domain::session::correction::{self, Wanted};
use crate::domain::vote::{Effect, MotionState};
use crate::domain::{Command, session};
use crate::i18n::{Language, ballot_refusal, live as words, refusal, slate, ui};
use crate::papers::record::Subject;
use crate::tui::action::key_of;
use crate::tui::app::Overlay;
use crate::tui::dialog::Sheet;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::line;
use crate::tui::screens::sequel::tests::{close_and_seal, drafted, vote_on};
use crate::tui::stage::Stage;

/// Three for, counted and not announced, or announced.
fn counted(language: Language) -> Stage {
    let mut stage = drafted(language, None, Effect::Decides);
    vote_on(&mut stage, 4);
    stage.app.go(Screen::live("s1".into()));
    stage.press("F7");
    stage
}

#[test]
fn a_key_of_the_screen_under_a_menu_says_that_the_menu_is_open() {
    for language in Language::ALL {
        let mut stage = counted(language);
        stage.press("8 g");
        assert!(matches!(stage.app.overlay, Some(Overlay::Menu(_))));
        stage.press("F5");
        assert_eq!(stage.said(), ui::menu_is_open(language, "F5"));
        assert!(matches!(stage.app.overlay, Some(Overlay::Menu(_))));
        stage.every_size();
    }
}

#[test]
fn a_vote_that_is_ended_already_is_announced_by_the_key_that_is_named() {
    for language in Language::ALL {
        let mut stage = counted(language);
        stage.press("End");
        assert_eq!(stage.said(), words::announce_with_key(language));
        stage.press("8");
        let motion = stage.desk().world().motion(&"m1".into()).unwrap();
        assert!(matches!(motion.state, MotionState::Announced { .. }));
    }
}

#[test]
fn of_a_sealed_session_a_follow_up_is_said_to_be_entered_elsewhere() {
    for language in Language::ALL {
        let mut stage = counted(language);
        stage.press("8");
        close_and_seal(&mut stage);
        stage.app.go(Screen::live("s1".into()));
        let screen = stage.screen_of(120, 40);
        let key = crate::tui::action::key_of("tasks.new");
        let said = words::no_follow_up_sealed(language, key);
        assert!(screen.contains(said.trim()), "{said}\n{screen}");
        stage.every_size();
        stage.press("Down 3");
        assert_eq!(stage.said(), words::no_task_sealed(language));
    }
}

#[test]
fn every_version_of_a_record_is_signed_on_a_sheet_of_its_own() {
    let mut stage = counted(Language::Zh);
    stage.press("8");
    let place = |stage: &Stage| SealSheet::new(&stage.app).place();
    let of = |what| Some(Place::Live("s1".into(), what));
    let close = session::Command::Close {
        id: "s1".into(),
        at: stage.desk().minute(),
    };
    let mut closed = counted(Language::Zh);
    closed.press("8");
    closed.record(&[Command::Session(close)]);
    closed.app.go(Screen::live("s1".into()));
    assert_eq!(place(&closed), of(InSession::Seal));
    close_and_seal(&mut stage);
    for version in [2, 3] {
        let id = format!("x{version}");
        stage.record(&[Command::Correct(correction::Command {
            id: id.as_str().into(),
            session: "s1".into(),
            wanted: Wanted::Note {
                item: "i1".into(),
                words: crate::domain::text::Text::new("散会后想起").unwrap(),
            },
            by: line("李春梅"),
            at: stage.desk().minute(),
            reason: line("漏记"),
        })]);
        stage.app.go(Screen::live("s1".into()));
        assert_eq!(place(&stage), of(InSession::SignAgain(version)));
    }
}

#[test]
fn no_name_is_written_in_once_both_counts_agree_and_the_count_sheet_is_that_of_the_motion() {
    for language in Language::ALL {
        let mut stage = secretly(language);
        let more = slate::row_more(language);
        assert!(stage.screen().contains(more), "{}", stage.screen());
        for _ in 0..2 {
            fill(&mut stage, &[12, 0, 9, 3, 8, 4, 5, 7]);
            stage.press("F5");
        }
        let screen = stage.screen();
        let list = screen.lines().skip(6).collect::<Vec<_>>().join("\n");
        assert!(!list.contains(more), "{screen}");
        stage.press("F5 End");
        let motion = {
            let (state, _, world) = seen(&stage.app).ok().unwrap();
            assert_eq!(state.panel, Panel::Vote);
            vote::motion(state, world).unwrap().id.clone()
        };
        stage.press("b");
        stage.screen();
        let Screen::Record(state) = stage.app.top() else {
            unreachable!("{}", stage.screen())
        };
        assert_eq!(state.fact(), &Subject::Motion(motion));
    }
}

/// Whatever keys a panel has, the one that goes on is among those that are seen.
#[test]
fn the_key_of_the_next_step_stays_in_the_footer_of_every_panel() {
    for language in Language::ALL {
        let mut stage = counted(language);
        let step = format!("F5 {}", words::step_short(language));
        for size in [(80, 24), (60, 16), (120, 40)] {
            for _ in 0..5 {
                stage.press("Tab");
                let screen = stage.screen_of(size.0, size.1);
                let footer = screen.lines().last().unwrap();
                assert!(footer.contains(&step), "{screen}");
                assert!(footer.starts_with("F1 "), "{screen}");
                assert_eq!(footer.matches(&step).count(), 1, "{screen}");
            }
        }
    }
}

/// With some still to be asked the next step takes all of them for the motion: what ends the vote has a key of its own.
#[test]
fn a_vote_that_is_open_is_ended_by_the_key_that_is_named() {
    for language in Language::ALL {
        let mut stage = drafted(language, None, Effect::Decides);
        stage.record(&[Command::Vote(crate::domain::vote::Command::Open {
            motion: "m1".into(),
            at: crate::domain::tests::stage::at("08:45"),
        })]);
        stage.app.go(Screen::live("s1".into()));
        stage.press("F7 F9");
        let end = key_of("vote.end");
        let said = stage.said().to_owned();
        assert!(said.contains(&end) && !said.contains("F5"), "{said}");
        stage.press(&end);
        // It names whoever is still to be asked, and takes nobody for anything.
        assert!(stage.said().contains("李春梅"), "{}", stage.said());
        let motion = stage.desk().world().motion(&"m1".into()).unwrap();
        assert!(motion.ballot().unwrap().marks.is_empty());
    }
}

/// Of secret papers the same key gives them out, or counts them: what is refused says so, and not that it ends the vote.
#[test]
fn papers_that_are_out_are_counted_before_the_vote_is_ended() {
    use crate::domain::vote::Command as Vote;
    for language in Language::ALL {
        let mut stage = drafted(language, None, Effect::Decides);
        let at = crate::domain::tests::stage::at("08:45");
        let motion = crate::domain::ids::MotionId::from("m1");
        stage.record(&[Command::Vote(Vote::OpenSecretly {
            motion: motion.clone(),
            at,
        })]);
        stage.app.go(Screen::live("s1".into()));
        let issue = ballot_refusal::remedy_issue_papers(language);
        let count = ballot_refusal::remedy_count_papers(language);
        for way in [issue, count] {
            stage.press("F7 F9");
            let said = stage.said().to_owned();
            assert!(said.contains(way), "{way}: {said}");
            assert!(!said.contains(refusal::remedy_end_vote(language)), "{said}");
            stage.press("F7 F5");
        }
    }
}

/// Of a vote by hands the key of the step counts them: the one that counts again throws a count away.
#[test]
fn hands_that_are_up_are_counted_by_the_key_of_the_step() {
    use crate::domain::vote::Command as Vote;
    for language in Language::ALL {
        let mut stage = drafted(language, None, Effect::Decides);
        stage.record(&[Command::Vote(Vote::OpenByHands {
            motion: "m1".into(),
            at: crate::domain::tests::stage::at("08:45"),
        })]);
        stage.app.go(Screen::live("s1".into()));
        stage.press("F7 F9");
        let said = stage.said().to_owned();
        assert!(
            said.contains(refusal::remedy_count_hands(language)),
            "{said}"
        );
        assert!(said.contains(&key_of("live.step")), "{said}");
        assert!(!said.contains(&key_of("hands.recount")), "{said}");
    }
}
