//! Why a posting came down, hangs longer or is not posted: half typed, it is gone on with from home.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::State;
use super::tests::{draft, empty, up};
use crate::domain::board::Board;
use crate::i18n::Language;
use crate::tui::app::Overlay;
use crate::tui::screens::Screen;

const TYPED: &str = "甲乙丙";

#[test]
fn a_reason_half_typed_on_a_step_of_a_posting_is_gone_on_with() {
    for language in Language::ALL {
        for (id, keys) in [
            ("b1", "F3 Down"),
            ("b1", "F5 Down"),
            ("b1", "4 Down"),
            ("b2", "Delete Down"),
        ] {
            let mut stage = empty(language);
            stage.record(&[
                draft("b1", Board::Village("王庄".into())),
                draft("b2", Board::Area),
            ]);
            stage.record(&[up("b1", "2026-11-20")]);
            stage.app.go(Screen::Boards(State::at(id.into())));
            stage.screen();
            stage.press(keys);
            stage.type_text(TYPED);
            assert!(stage.screen().contains(TYPED), "{keys} {}", stage.screen());
            stage.press("Esc");
            let back = stage.come_back();
            assert!(back.contains(TYPED), "{keys} {back}");
            let Some(Overlay::Dialog(_)) = stage.app.overlay else {
                panic!("{keys} {back}");
            };
            if keys.starts_with('D') {
                stage.press("PgDn Enter");
                assert!(stage.app.overlay.is_none(), "{}", stage.screen());
                assert!(stage.desk().drafts().unwrap().is_empty());
            }
        }
    }
}
