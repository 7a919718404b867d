//! A village that left the committee stays with the matters that named it until a clerk takes it off, and what
//! was taken off is said.

#![allow(clippy::unwrap_used)]

use super::open_page;
use super::tests::{known, levy, receive};
use crate::domain::ids::VillageId;
use crate::domain::{Command, roster};
use crate::i18n::Language;
use crate::tui::screens::scene::committee;
use crate::tui::stage::Stage;

fn leaves(stage: &mut Stage, village: &str, on: &str) {
    let mut village = stage
        .desk()
        .world()
        .village(&village.into())
        .unwrap()
        .clone();
    village.left = Some(on.parse().unwrap());
    stage.record(&[Command::Roster(roster::Command::PutVillage(village))]);
}

#[test]
fn a_village_that_left_is_shown_kept_and_told_when_it_is_taken_off() {
    for language in Language::ALL {
        let mut stage = committee(language);
        stage.record(&[receive("m1", "11-02", levy())]);
        leaves(&mut stage, "王庄", "2026-11-20");
        let villages = |stage: &Stage| known(stage, "m1").intake.villages;
        let both: Vec<VillageId> = vec!["李家屯".into(), "王庄".into()];
        open_page(&mut stage.app, "m1".into());
        stage.screen();
        stage.press("1");
        let sheet = stage.screen();
        let left = sheet.lines().find(|line| line.contains("王庄")).unwrap();
        assert!(left.contains("✓") && left.contains("20"), "{sheet}");
        stage.every_size();
        // Something else is changed: it is kept.
        stage.type_text("（一期）");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert_eq!(villages(&stage), both);
        assert_eq!(known(&stage, "m1").intake.money, levy().money);
        assert!(!stage.said().contains("王庄"), "{}", stage.said());
        // It is taken off.
        stage.press("1 Tab Down Space");
        insta::assert_snapshot!(format!("left_{}", language.tag()), stage.screen());
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert_eq!(villages(&stage), both.get(..1).unwrap());
        let said = stage.said().to_owned();
        let words = match language {
            Language::Zh => "不再涉及王庄",
            Language::En => "no longer concerns 王庄",
        };
        assert!(said.contains(words), "{said}");
        // Once off it is offered no more, here as little as for a new one.
        stage.press("1");
        let sheet = stage.screen();
        assert!(
            !sheet.contains("☐ 王庄") && !sheet.contains("✓ 王庄"),
            "{sheet}"
        );
        stage.press("Esc");
        // What is taken back is told as well.
        stage.press("u");
        assert_eq!(villages(&stage), both);
        assert!(stage.said().contains("王庄"), "{}", stage.said());
    }
}
