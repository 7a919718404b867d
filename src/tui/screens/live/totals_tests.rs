//! Figures put right after the announcement, by their keys: hands, papers, contenders, villages, and a
//! village that speaks as one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::ballots_tests::of_villages;
use super::hands_tests::drafted;
use crate::domain::session::correction::{Corrected, Correction};
use crate::domain::vote::secret::BallotCount;
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{Motion, Outcome};
use crate::i18n::{Language, corrected, live, record, steps, terms, totals as words};
use crate::tui::app::Overlay;
use crate::tui::screens::Screen;
use crate::tui::screens::record::State;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

fn motion(stage: &Stage) -> Motion {
    let desk = stage.desk();
    let session = &stage.app.live().unwrap().session;
    let world = desk.world();
    let item = world.running_item(session).unwrap();
    world.motions_of(&item.id).last().unwrap().clone()
}

fn made(stage: &Stage) -> Vec<Correction> {
    let session = &stage.app.live().unwrap().session;
    let corrections = stage.desk().world().corrections_of(session);
    corrections.cloned().collect()
}

fn open(stage: &Stage) -> bool {
    matches!(stage.app.overlay, Some(Overlay::Dialog(_)))
}

/// Votes by hands, two against, and announces.
fn by_hands(language: Language) -> Stage {
    let mut stage = drafted(language);
    stage.press("j Home 2 F5 F5 End");
    assert!(motion(&stage).result().is_some());
    stage
}

#[test]
fn hands_are_put_right_and_a_turned_result_is_marked_first() {
    for language in Language::ALL {
        let mut stage = by_hands(language);
        stage.press("c");
        assert!(open(&stage), "{}", stage.screen());
        stage.every_size();
        // Figures that are not those of the room say so below the sheet, and are not recorded.
        stage.press("7");
        let room = crate::domain::Refusal::HandsDoNotAddUp { room: 12, sum: 17 };
        let said = crate::i18n::refusals::refusal(language, stage.desk().world(), &room);
        assert!(stage.screen().contains(&said), "{}", stage.screen());
        stage.press("Down Down Down 5");
        let (was, now) = (Outcome::Adopted, Outcome::Rejected);
        let effect = motion(&stage).effect;
        let outcome = |it| terms::outcome(language, it, effect);
        let turned = words::turned(language, outcome(was), outcome(now));
        assert!(stage.screen().contains(&turned), "{}", stage.screen());
        assert_snapshot!(format!("totals_turn_{language}"), stage.screen());
        stage.every_size();
        // Without its mark nothing is recorded, whoever signs.
        stage.press("PgDn Up");
        stage.type_text("抄错一行");
        stage.press("PgDn Enter");
        assert!(open(&stage) && made(&stage).is_empty());
        assert!(
            stage.screen().contains(words::turned_missing(language)),
            "{}",
            stage.screen()
        );
        stage.press("Space PgDn Enter");
        assert!(!open(&stage), "{}", stage.screen());
        let kept = made(&stage);
        let Corrected::Totals { from, to, .. } = &kept[0].change else {
            panic!("{kept:?}");
        };
        let figures = |it: &Totals| corrected::figures(language, stage.desk().world(), None, it);
        let said = (figures(from), figures(to));
        assert_eq!(said.0, words::hands(language, 10, 2, 0, 0));
        assert_eq!(said.1, words::hands(language, 5, 7, 0, 0));
        assert_eq!(motion(&stage).result().unwrap().outcome, Outcome::Rejected);
        stage.every_size();
        // The record prints both, with both proofs, and what was announced stays in the history.
        let session = stage.app.live().unwrap().session.clone();
        let world = stage.desk().look(&session).unwrap();
        let paper = crate::papers::record::record(
            &world,
            world.session(&session).unwrap(),
            language,
            crate::papers::record::Printed::default(),
        );
        let paper = crate::papers::markdown::write(&paper, language);
        let (_, was, now) = kept[0].change.of_result().unwrap();
        let sentence = |it| steps::result_sentence(language, &world, &motion(&stage), it);
        for line in [
            record::correction_was(language, sentence(was)),
            record::correction_now(language, sentence(now)),
            turned,
        ] {
            let whole = paper.replace(['\\', '\n'], "");
            assert!(
                whole.contains(&line.replace(['\\', '\n'], "")),
                "{line} {paper}"
            );
        }
        stage.press("F11");
    }
}

#[test]
fn figures_typed_are_kept_and_figures_left_alone_are_no_correction() {
    for language in Language::ALL {
        let mut stage = by_hands(language);
        stage.press("c PgDn Up");
        stage.type_text("笔误");
        stage.press("PgDn Enter");
        assert!(open(&stage), "{}", stage.screen());
        assert!(
            stage.screen().contains(live::nothing_corrected(language)),
            "{}",
            stage.screen()
        );
        stage.press("Home 3 Esc");
        assert!(!open(&stage) && made(&stage).is_empty());
        stage.press("c");
        assert!(stage.screen().contains('3'), "{}", stage.screen());
        stage.press("Esc");
    }
}

#[test]
fn papers_are_put_right_with_the_sheet_that_was_signed() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("# Home F5");
        for _ in 0..2 {
            stage.press("Delete 1 2 Down 0 Down 9 Down 2 Down 1 F5");
        }
        stage.press("F5 End");
        assert!(motion(&stage).result().is_some(), "{}", stage.screen());
        // From its place in the record, by the key of corrections there.
        let session = stage.app.live().unwrap().session.clone();
        stage.app.go(Screen::Record(State::new(session)));
        stage.press("5");
        assert_eq!(stage.said(), words::choose_motion(language));
        for _ in 0..200 {
            stage.press("Down 5");
            if open(&stage) {
                break;
            }
        }
        assert!(open(&stage), "{}", stage.screen());
        stage.press("Down Down 8 Down 3");
        assert_snapshot!(format!("totals_papers_{language}"), stage.screen());
        stage.every_size();
        stage.press("PgDn Up");
        stage.type_text("唱票记错");
        stage.press("PgDn Enter");
        assert!(open(&stage), "the sheet is not named: {}", stage.screen());
        stage.type_text("更正计票单");
        stage.press("PgDn Enter");
        assert!(!open(&stage), "{}", stage.screen());
        let Corrected::Totals { to, sheet, .. } = &made(&stage)[0].change else {
            panic!("{:?}", made(&stage));
        };
        assert_eq!(sheet.as_ref().unwrap().as_str(), "更正计票单");
        let Totals::Papers {
            count: BallotCount::Whole { papers },
        } = &**to
        else {
            panic!("{to:?}");
        };
        assert_eq!((papers.yes, papers.no, papers.returned), (8, 3, 12));
        let mut stage = stage;
        stage.every_size();
    }
}

#[test]
fn what_a_village_said_is_put_right_by_its_line() {
    for language in Language::ALL {
        let mut stage = of_villages(language);
        stage.press("& 9 End 8");
        assert!(motion(&stage).result().is_some(), "{}", stage.screen());
        stage.press("Home c");
        assert!(open(&stage), "{}", stage.screen());
        // From all for to all against, the numbers left out of sight.
        stage.press("Right");
        stage.every_size();
        stage.press("PgDn Up");
        stage.type_text("听错了");
        stage.press("PgDn Enter");
        if open(&stage) {
            assert!(
                stage.screen().contains(words::turned_missing(language)),
                "{}",
                stage.screen()
            );
            stage.press("Space PgDn Enter");
        }
        assert!(!open(&stage), "{}", stage.screen());
        let Corrected::Totals { from, to, .. } = &made(&stage)[0].change else {
            panic!("{:?}", made(&stage));
        };
        assert!(matches!(&**to, Totals::Village { .. }) && from != to);
    }
}
