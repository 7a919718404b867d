//! A vote that cannot be held is not asked for: the chair's line says why, and the key of the step what may be done.

#![allow(clippy::unwrap_used)]

use crate::domain::Command;
use crate::domain::rule::{
    Base, Method, Name, Over, Pass, Provenance, Quorum, Revote, Rule, Threshold, joint_default,
};
use crate::domain::session::agenda::{self, ItemState, PutOff};
use crate::domain::session::next::{Step, next_step};
use crate::domain::vote::{self, Effect, MotionState};
use crate::i18n::{Language, barred as words, steps};
use crate::tui::action::key_of;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::line;
use crate::tui::screens::sequel::tests::{at, drafted, looked_at};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

fn own(change: impl FnOnce(Rule) -> Rule) -> Rule {
    change(Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("本会规则"),
            en: line("Own rule"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        unverified: false,
        may_agree: false,
        from: "2026-01-01".parse().ok(),
        tie: Vec::new(),
        close: None,
        ..joint_default()
    })
}

fn flat(text: &str) -> String {
    text.replace('│', "").split_whitespace().collect()
}

fn says(stage: &mut Stage, said: &str) -> bool {
    flat(&stage.screen()).contains(&flat(said))
}

fn step(stage: &Stage) -> Step {
    let world = looked_at(stage);
    next_step(&world, world.session(&"s1".into()).unwrap())
}

fn spoken(stage: &Stage, language: Language) -> String {
    let world = looked_at(stage);
    let session = world.session(&"s1".into()).unwrap();
    steps::spoken(language, &world, session, &next_step(&world, session))
}

/// A motion of an item that came back after it was voted twice, by a rule that lets it be voted so often.
fn spent(language: Language, rounds: u32) -> Stage {
    let rule = own(|rule| Rule {
        revote: Some(Revote { rounds, days: 0 }),
        ..rule
    });
    let mut stage = drafted(language, Some(rule), Effect::Decides);
    let world = looked_at(&stage);
    let mut item = world.item(&"i1".into()).unwrap().clone();
    let mut motion = world.motion(&"m1".into()).unwrap().clone();
    item.put_off.push(PutOff {
        motion: "m0".into(),
        on: "2026-11-01".parse().unwrap(),
        wording: motion.wordings.last().unwrap().text.clone(),
        effect: motion.effect,
        villages: Vec::new(),
        yes: 2,
        no: 2,
        abstain: 0,
        until: None,
        rounds: 2,
    });
    item.id = "i2".into();
    motion.id = "m2".into();
    motion.item = "i2".into();
    stage.record(&[
        Command::Vote(vote::Command::Withdraw {
            motion: "m1".into(),
            reason: None,
        }),
        Command::Agenda(agenda::Command::Settle {
            item: "i1".into(),
            state: ItemState::Done,
            at: at("08:45"),
        }),
        Command::Agenda(agenda::Command::Put(item)),
        Command::Agenda(agenda::Command::Start {
            item: "i2".into(),
            at: at("08:45"),
        }),
        Command::Vote(vote::Command::Draft(motion)),
    ]);
    stage.app.go(Screen::live("s1".into()));
    stage.press("F7");
    stage
}

#[test]
fn a_motion_voted_as_often_as_its_rule_allows_is_not_put_to_the_vote() {
    for language in Language::ALL {
        let mut stage = spent(language, 2);
        let said = words::spent(language, 2);
        assert_eq!(spoken(&stage, language), said);
        assert!(says(&mut stage, &said), "{said}\n{}", stage.screen());
        assert!(says(&mut stage, words::key(language)), "{}", stage.screen());
        assert!(!says(
            &mut stage,
            crate::i18n::step::key_open_vote(language)
        ));
        assert_snapshot!(format!("barred_spent_{language}"), stage.screen());
        stage.every_size();
        stage.press("F5");
        for row in [
            words::put_off(language),
            words::take_back(language),
            words::refer(language),
        ] {
            assert!(says(&mut stage, row), "{row}\n{}", stage.screen());
        }
        assert_snapshot!(format!("barred_ways_{language}"), stage.screen());
        stage.every_size();
        // The same key twice does nothing; each way does what it says.
        stage.press("Enter");
        assert!(matches!(step(&stage), Step::Barred { .. }));
        let mut back = spent(language, 2);
        back.press("F5 Down Down Enter PgDn Enter");
        let world = looked_at(&back);
        let state = &world.motion(&"m2".into()).unwrap().state;
        assert!(matches!(state, MotionState::Withdrawn { .. }), "{state:?}");
        stage.press("F5 Down Enter");
        let item = looked_at(&stage);
        let item = item.item(&"i2".into()).unwrap().state;
        assert_eq!(item, ItemState::Deferred, "{}", stage.screen());
        let mut up = spent(language, 2);
        up.press("F5 End Enter");
        assert!(up.app.overlay.is_some(), "{}", up.screen());
        // One vote is left: it is taken as ever.
        let left = spent(language, 3);
        assert!(
            matches!(step(&left), Step::OpenVote(_)),
            "{:?}",
            step(&left)
        );
    }
}

/// Half of the villages must be for it; papers of a village of one would tell who voted how.
fn over_villages(methods: &[Method]) -> Rule {
    own(|rule| Rule {
        quorum: Quorum::default(),
        pass: Pass::Reaches(Threshold::more_than_half(Base::Present).over(Over::Villages)),
        methods: methods.to_vec(),
        ..rule
    })
}

#[test]
fn papers_that_would_tell_are_not_offered_where_another_way_is_left() {
    for language in Language::ALL {
        let rule = over_villages(&[Method::Secret, Method::ByVillage]);
        let mut stage = drafted(language, Some(rule), Effect::Decides);
        stage.app.go(Screen::live("s1".into()));
        stage.press("F7");
        let key = crate::i18n::live::own_key(
            language,
            key_of("vote.secretly"),
            crate::i18n::ballots::secretly_short(language),
        );
        assert!(!says(&mut stage, key.trim()), "{}", stage.screen());
        stage.press("F5");
        let world = looked_at(&stage);
        let ballot = world.motion(&"m1".into()).unwrap().ballot().cloned();
        assert_eq!(ballot.unwrap().method, Method::ByVillage);
    }
}
