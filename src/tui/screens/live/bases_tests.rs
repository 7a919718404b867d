//! The same votes under every base, beside the ballot.

#![allow(clippy::unwrap_used)]

use super::tests::sample;
use crate::i18n::Language;
use insta::assert_snapshot;

#[test]
fn the_votes_so_far_stand_against_every_base_with_the_one_in_force_marked() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("%");
        assert!(!stage.said().is_empty());
        assert!(stage.app.overlay.is_none());
        stage.press("F5 9 F5 a Down Down Down 1 F5");
        stage.type_text("同意路灯安装方案。");
        stage.press("Tab Left Tab PgDn Enter F5");
        stage.press("1 1 1 1 2 3 4 %");
        assert_snapshot!(format!("bases_{language}"), stage.screen());
        stage.every_size();
        stage.press("Esc");
        assert!(stage.app.overlay.is_none());
    }
}
