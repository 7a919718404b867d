//! A recusal found after the close that turns a result: what is said of it until the vote is put right.

#![allow(clippy::unwrap_used)]

use crate::domain::Command;
use crate::domain::rule::{
    Base, Method, Name, Pass, Provenance, RecusalEffect, Rule, Threshold, joint_default,
};
use crate::domain::session;
use crate::domain::session::correction::{self, Wanted};
use crate::domain::session::recusal::{Matter, Reason, Recusal};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Choice, Effect};
use crate::i18n::{Language, recusal_mend as words, recusals, step, terms};
use crate::papers::record::{Printed, record};
use crate::tui::action::key_of;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::line;
use crate::tui::screens::sequel::tests::{at, drafted, looked_at, vote_on};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

fn flat(text: &str) -> String {
    text.replace(['│', '\\'], "").split_whitespace().collect()
}

/// Three of four are for it, by more than half of those entitled; the session is closed.
fn closed(language: Language) -> Stage {
    let rule = Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("应到会过半数"),
            en: line("Half of those entitled"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        unverified: false,
        from: "2026-01-01".parse().ok(),
        methods: vec![Method::ByName],
        pass: Pass::Reaches(Threshold::more_than_half(Base::Entitled)),
        recusal: RecusalEffect::KeepBase,
        ..joint_default()
    };
    let mut stage = drafted(language, Some(rule), Effect::Decides);
    vote_on(&mut stage, 3);
    stage.app.go(Screen::live("s1".into()));
    stage.press("F7 8 F5");
    stage.record(&[Command::Session(session::Command::Close {
        id: "s1".into(),
        at: at("08:59"),
    })]);
    stage
}

fn correct(stage: &mut Stage, id: &str, wanted: Wanted) {
    let at = stage.desk().minute();
    stage.record(&[Command::Correct(correction::Command {
        id: id.into(),
        session: "s1".into(),
        wanted,
        by: line("李春梅"),
        at,
        reason: line("其弟承包清淤"),
    })]);
}

fn missed() -> Wanted {
    Wanted::Recusal {
        from: None,
        to: Some(Recusal::since(
            "王建国".into(),
            Matter::Motion {
                motion: "m1".into(),
            },
            Reason::Interest,
            at("08:45"),
        )),
    }
}

fn paper(stage: &Stage, language: Language) -> String {
    let world = looked_at(stage);
    let session = world.session(&"s1".into()).unwrap();
    let paper = record(&world, session, language, Printed::default());
    crate::papers::markdown::write(&paper, language)
}

#[test]
fn a_recusal_found_later_is_said_where_the_vote_stands_until_it_is_put_right() {
    for language in Language::ALL {
        let mut stage = closed(language);
        stage.press("F7");
        let seal = flat(step::seal(language));
        assert!(flat(&stage.screen()).contains(&seal), "{}", stage.screen());
        correct(&mut stage, "c1", missed());
        let world = looked_at(&stage);
        let motion = world.motion(&"m1".into()).unwrap();
        let unsettled = recusals::unsettled(language, &world, motion);
        let [unsettled] = unsettled.as_slice() else {
            panic!("{unsettled:?}");
        };
        let screen = stage.screen_of(200, 50);
        // On the panel, and in what is said before the record is sealed.
        let said = words::seal(language, unsettled.as_str());
        assert!(flat(&screen).contains(&flat(&said)), "{said}\n{screen}");
        assert_eq!(
            flat(&screen).matches(&flat(unsettled)).count(),
            2,
            "{screen}"
        );
        assert_snapshot!(format!("unsettled_{language}"), stage.screen());
        stage.every_size();
        stage.press(&key_of("live.whole"));
        let read = stage.screen_of(200, 60);
        let inside = read.lines().filter_map(|line| line.split('│').nth(1));
        let inside: String = inside.flat_map(str::split_whitespace).collect();
        assert_eq!(inside.matches(&flat(unsettled)).count(), 2, "{read}");
        stage.press("Esc");
        // The item does not name a recusal as if there had been one.
        let voted = words::found_later_voted(language, "", terms::voice(language, Voice::For));
        let voted = flat(&voted);
        let whole = paper(&stage, language);
        assert!(flat(&whole).contains(&voted), "{whole}");
        // Once the vote is put right, it is only said to have been found later.
        let to = Choice::Recused {
            reason: Reason::Interest,
        };
        let wanted = Wanted::Voice {
            motion: "m1".into(),
            person: "王建国".into(),
            to,
        };
        correct(&mut stage, "c2", wanted);
        let screen = stage.screen_of(200, 50);
        assert!(!flat(&screen).contains(&flat(unsettled)), "{screen}");
        assert!(flat(&screen).contains(&seal), "{screen}");
        let whole = flat(&paper(&stage, language));
        assert!(!whole.contains(&voted), "{whole}");
        assert!(
            whole.contains(&flat(&words::found_later(language, ""))),
            "{whole}"
        );
    }
}
