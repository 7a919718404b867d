//! A tie that a correction makes once the session is over: home, the closing list and the record say it, and
//! the menu takes its next step.

#![allow(clippy::unwrap_used)]

use super::tests::{at, close_and_seal, drafted, looked_at, stands, vote_on, whole};
use crate::domain::Command;
use crate::domain::rule::{Name, Provenance, Rule, TieStep, joint_default};
use crate::domain::session::correction::{self, Wanted};
use crate::domain::session::{self, agenda};
use crate::domain::vote::{self, Choice, Effect, Standing};
use crate::i18n::{Language, live, sequel as words, sequels};
use crate::tui::action::key_of;
use crate::tui::screens::Screen;
use crate::tui::screens::record;
use crate::tui::screens::scene::line;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

/// Three for and one against, announced; once the session is over a voice is put right: two and two.
fn tied(language: Language, path: Vec<TieStep>, sealed: bool) -> Stage {
    let rule = Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("平票暂缓"),
            en: line("Ties are put off"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        unverified: false,
        from: "2026-01-01".parse().ok(),
        close: None,
        tie: path,
        ..joint_default()
    };
    let mut stage = drafted(language, Some(rule), Effect::Decides);
    vote_on(&mut stage, 3);
    stage.record(&[Command::Vote(vote::Command::Announce {
        motion: "m1".into(),
        at: at("08:51"),
    })]);
    match sealed {
        true => close_and_seal(&mut stage),
        false => stage.record(&[Command::Session(session::Command::Close {
            id: "s1".into(),
            at: at("08:55"),
        })]),
    }
    stage.record(&[Command::Correct(correction::Command {
        id: "c1".into(),
        session: "s1".into(),
        wanted: Wanted::Voice {
            motion: "m1".into(),
            person: "王建国".into(),
            to: Choice::Against,
        },
        by: line("李春梅"),
        at: at("08:56"),
        reason: line("记错了"),
    })]);
    assert_eq!(stands(&stage), Standing::Tied);
    stage
}

#[test]
fn an_open_tie_is_said_wherever_the_session_is_seen_and_is_put_off_after_it() {
    for language in Language::ALL {
        for sealed in [false, true] {
            let mut stage = tied(language, vec![TieStep::Defer], sealed);
            let world = looked_at(&stage);
            let open =
                sequels::standing_whole(language, &world, world.motion(&"m1".into()).unwrap());
            assert_ne!(open, words::standing_tied(language), "the step is named");
            let home = stage.screen_of(120, 40);
            let next = words::home_due(language, words::tie_defer(language));
            let row = match sealed {
                true => words::home_filed(language, &open),
                false => next.clone(),
            };
            assert!(home.contains(&row), "{row}\n{home}");
            stage
                .app
                .go(Screen::Record(record::State::new("s1".into())));
            let paper = whole(&mut stage);
            assert!(paper.contains(&open), "{open}\n{paper}");
            stage.app.back();
            stage.app.go(Screen::live("s1".into()));
            stage.screen();
            let ties = live::closing_ties(language, key_of("closing.go"), key_of("closing.next"));
            let screen = stage.screen_of(120, 40);
            assert!(screen.contains(&ties) && screen.contains(&next), "{screen}");
            if !sealed {
                assert_snapshot!(format!("open_tie_{language}"), stage.screen());
            }
            stage.every_size();
            stage.app.back();
            stage
                .app
                .go(Screen::Record(record::State::new("s1".into())));
            stage.screen();
            stage.press("4 Down Enter PgDn Enter");
            assert_eq!(stands(&stage), Standing::Deferred, "{}", stage.screen());
            let world = looked_at(&stage);
            let item = world.item(&"i1".into()).unwrap();
            assert!(agenda::is_left_over(&world, item));
        }
    }
}

#[test]
fn a_step_that_needs_the_room_is_said_to_be_entered_as_not_taken() {
    for language in Language::ALL {
        let mut stage = tied(language, vec![TieStep::ChairCasts, TieStep::Lot], false);
        let chair = words::tie_chair_casts(language);
        let row = words::home_in_room(language, chair);
        let home = stage.screen_of(120, 40);
        assert!(home.contains(&row), "{row}\n{home}");
        stage
            .app
            .go(Screen::Record(record::State::new("s1".into())));
        stage.screen();
        stage.press("4");
        let menu = stage.screen();
        let over = words::menu_pass_over(language, chair);
        assert!(menu.contains(&over), "{menu}");
        assert!(!menu.contains(words::menu_cast_for(language)), "{menu}");
        stage.press("Down Enter 4 Down Enter");
        assert_eq!(stands(&stage), Standing::Rejected, "{}", stage.screen());
    }
}
