//! A matter is filed without a record it must have only for a reason, which its papers say.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use crate::domain::Command;
use crate::domain::matter::path::{self, shipped};
use crate::domain::matter::{Command as Of, MatterState};
use crate::domain::rule::Partial;
use crate::i18n::{Language, matter_lacking};
use crate::tui::screens::ledgers::tests::{decided, restore};
use crate::tui::screens::scene::committee;
use crate::tui::stage::Stage;

fn bare(screen: &str) -> String {
    screen.split(['│', ' ', '\n']).collect()
}

/// A decided matter of which the area keeps a paper that is missing.
fn stage(language: Language) -> Stage {
    let mut stage = committee(language);
    let matter = decided();
    let id = matter.id.clone();
    stage.record(&[restore(matter)]);
    let mut own = shipped::named("joint-levy").unwrap();
    own.id = "own".into();
    own.steps.truncate(4);
    own.steps.drain(1..3);
    let on = stage.desk().today();
    stage.record(&[Command::Matter(Of::Path(path::Command::Choose {
        matter: id.clone(),
        template: Box::new(own),
        assent: Partial::AgreeingGoOn,
        on,
        deadline: None,
    }))]);
    stage.record(&[Command::Matter(Of::Path(path::Command::Take {
        matter: id.clone(),
        taking: path::Taking {
            step: 1,
            village: None,
            at: stage.desk().minute(),
            on,
            what: path::What::Done {
                body: crate::tui::screens::scene::line("联合党委"),
                agreed: true,
                turnout: None,
            },
            noticed: None,
            early: None,
            signed: None,
            records: Vec::new(),
        },
    }))]);
    super::open_page(&mut stage.app, id);
    stage.screen();
    stage
}

#[test]
fn filing_names_what_is_missing_and_wants_a_reason_that_stays() {
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.press("9");
        let said: String = matter_lacking::refused(language, "")
            .chars()
            .take(10)
            .collect();
        assert!(
            stage.screen_of(120, 40).contains(&said),
            "{}",
            stage.screen()
        );
        assert!(
            stage.screen_of(120, 40).contains("F4"),
            "{}",
            stage.screen()
        );
        stage.press("F4");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        stage.every_size();
        stage.type_text("原件在镇里");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let matters = stage.desk().world().matters.values();
        let closed = { matters }.all(|it| it.state == MatterState::Closed);
        assert!(closed, "{}", stage.screen());
        let screen = stage.screen_of(120, 40);
        assert!(bare(&screen).contains("原件在镇里"), "{screen}");
        stage.press("F3 9");
        let paper = stage.screen_of(120, 40);
        let heading = matter_lacking::heading(language);
        assert!(paper.contains(heading), "{paper}");
        stage.every_size();
    }
}
