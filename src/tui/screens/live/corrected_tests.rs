//! Results put right by their keys, in the session and after it through the record: an election, a
//! village that speaks as one, a tie that follows.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::slate_tests::{fill, secretly};
use crate::domain::Command;
use crate::domain::ids::SessionId;
use crate::domain::rule::{Method, Name, Provenance, Rule, TieStep, joint_default};
use crate::domain::session;
use crate::domain::session::correction::{Corrected, Correction};
use crate::domain::vote::{Due, Effect, Motion, Outcome, Standing, due, standing};
use crate::i18n::{Language, record, sequel, sequels, terms, totals as words, ui};
use crate::tui::action::key_of;
use crate::tui::app::Overlay;
use crate::tui::screens::Screen;
use crate::tui::screens::record::State;
use crate::tui::screens::scene::line;
use crate::tui::screens::sequel::tests::{drafted, vote_on};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

fn session(stage: &Stage) -> SessionId {
    stage.app.live().unwrap().session.clone()
}

/// Returns the last motion of the session that was voted.
fn motion(stage: &Stage, session: &SessionId) -> Motion {
    let world = stage.desk().world();
    let items: Vec<_> = world.agenda(session).map(|it| it.id.clone()).collect();
    let mut motions = items.iter().flat_map(|item| world.motions_of(item));
    motions.find(|it| it.result().is_some()).unwrap().clone()
}

fn made(stage: &Stage, session: &SessionId) -> Vec<Correction> {
    let corrections = stage.desk().world().corrections_of(session);
    corrections.cloned().collect()
}

fn open(stage: &Stage) -> bool {
    matches!(stage.app.overlay, Some(Overlay::Dialog(_)))
}

/// Closes the session, and goes to the line of its motion in the record.
fn through_the_record(stage: &mut Stage, session: &SessionId) {
    let at = stage.desk().minute();
    let id = session.clone();
    stage.record(&[Command::Session(session::Command::Close { id, at })]);
    stage.app.go(Screen::Record(State::new(session.clone())));
    stage.screen();
    for _ in 0..300 {
        stage.press("Down 5");
        if matches!(stage.app.top(), Screen::Live(_)) {
            return;
        }
    }
    panic!("no motion is read: {}", stage.screen());
}

/// Signs a sheet of a result that turns: nothing is recorded before that is marked.
fn signs(stage: &mut Stage, language: Language) {
    stage.press("PgDn Up");
    stage.type_text("笔误");
    stage.press("PgDn Enter");
    assert!(open(stage), "{}", stage.screen());
    let missing = words::turned_missing(language);
    assert!(stage.screen().contains(missing), "{}", stage.screen());
    stage.press("Space PgDn Enter");
    assert!(!open(stage), "{}", stage.screen());
}

/// Says what the vote panel says of the correction, and where the old figures are.
fn told_on_the_panel(stage: &mut Stage, turned: &str, language: Language) {
    let key = key_of("live.whole");
    let mark = words::mark(language, turned.to_owned(), key.clone());
    let screen: String = stage.screen_of(200, 50).split_whitespace().collect();
    let mark: String = mark.split_whitespace().collect();
    assert!(screen.contains(&mark), "{screen}");
    stage.every_size();
    stage.press(&key);
    let mut read = stage.screen();
    for _ in 0..6 {
        stage.press("PgDn");
        read.push_str(&stage.screen());
    }
    assert!(read.contains(record::corrections(language)), "{read}");
    assert!(read.contains("笔误"), "{read}");
    stage.press("Esc");
}

/// Returns what stands within the box of a sheet, without its blanks.
fn words_of_the_sheet(stage: &mut Stage) -> String {
    let screen = stage.screen_of(200, 50);
    let inside = screen.lines().filter_map(|line| line.split('│').nth(1));
    inside.flat_map(str::split_whitespace).collect()
}

/// Two are elected of three, announced.
fn elected(language: Language) -> Stage {
    let mut stage = secretly(language);
    for _ in 0..2 {
        fill(&mut stage, &[12, 0, 9, 3, 8, 4, 5, 7]);
        stage.press("F5");
    }
    stage.press("F5 End");
    stage
}

fn taken(stage: &Stage, session: &SessionId) -> Vec<String> {
    let motion = motion(stage, session);
    motion.taken().map(|it| it.name.to_string()).collect()
}

/// Puts the figures of the second and third candidate right, who change places.
fn corrects_the_election(stage: &mut Stage, language: Language, when: &str) {
    assert!(open(stage), "{}", stage.screen());
    stage.press("Down Down Down Down 5 Down 7 Down 8 Down 4");
    // More rows stand below than a low window shows, and it says so and how the last is reached.
    let esc = ui::dialog_esc_kept(language);
    let said = |rows: u16| ui::dialog_more(language, rows, esc);
    let below = (1..20_u16).any(|rows| stage.screen().contains(&said(rows)));
    assert!(below, "{}", stage.screen());
    assert_snapshot!(
        format!("corrected_election_{when}_{language}"),
        stage.screen()
    );
    let screen: String = stage.screen().split_whitespace().collect();
    let turned = words::turned(language, "", "");
    let turned: String = turned.split_whitespace().collect();
    let turned = turned.trim_end_matches('→');
    assert!(screen.contains(turned), "{screen}");
    stage.every_size();
    stage.press("PgDn Up");
    stage.type_text("笔误");
    stage.press("PgDn Enter");
    assert!(open(stage), "the sheet is not named: {}", stage.screen());
    stage.type_text("更正计票单一号");
    stage.press("PgDn Enter");
    let missing = words::turned_missing(language);
    assert!(stage.screen().contains(missing), "{}", stage.screen());
    stage.press("Space PgDn Enter");
    assert!(!open(stage), "{}", stage.screen());
}

#[test]
fn whoever_an_election_takes_is_put_right_in_the_session() {
    for language in Language::ALL {
        let mut stage = elected(language);
        let id = session(&stage);
        assert_eq!(taken(&stage, &id), ["丁三", "王二"]);
        stage.press("c");
        corrects_the_election(&mut stage, language, "sitting");
        assert_eq!(taken(&stage, &id), ["丁三", "赵一民"]);
        let made = made(&stage, &id);
        assert!(matches!(
            &made[0].change,
            Corrected::Totals { sheet: Some(_), .. }
        ));
        let (_, was, now) = made[0].change.of_result().unwrap();
        let motion = motion(&stage, &id);
        let turned = crate::i18n::corrected::turn(language, &motion, was, now);
        told_on_the_panel(&mut stage, &turned, language);
    }
}

#[test]
fn whoever_an_election_takes_is_put_right_after_the_end_through_the_record() {
    for language in Language::ALL {
        let mut stage = elected(language);
        let id = session(&stage);
        through_the_record(&mut stage, &id);
        corrects_the_election(&mut stage, language, "closed");
        assert_eq!(taken(&stage, &id), ["丁三", "赵一民"]);
        // Read again, the record has both.
        stage.app.go(Screen::Record(State::new(id)));
        let mut read = String::new();
        for _ in 0..40 {
            read.push_str(&stage.screen());
            stage.press("PgDn");
        }
        assert!(read.contains("更正计票单一号"), "{read}");
    }
}

/// A rule of the committee's own by which a village speaks as one, or does not.
pub(super) fn one_voice(bloc: bool) -> Rule {
    Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("一村一致"),
            en: line("A village as one"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        unverified: false,
        from: "2026-01-01".parse().ok(),
        bloc,
        ..joint_default()
    }
}

/// All four are for it under a rule by which a village speaks as one, announced.
fn as_one(language: Language) -> Stage {
    let rule = Rule {
        methods: vec![Method::ByName],
        tie: vec![TieStep::ChairCasts],
        ..one_voice(true)
    };
    let mut stage = drafted(language, Some(rule), Effect::Decides);
    vote_on(&mut stage, 4);
    stage.app.go(Screen::live("s1".into()));
    stage.press("F7 8");
    stage
}

/// Puts both voices of the first village right, which ties the vote.
fn corrects_the_village(stage: &mut Stage, language: Language, follows: &str) {
    assert!(open(stage), "{}", stage.screen());
    let village = terms::village(language, stage.desk().world(), Some(&"李家屯".into())).to_owned();
    let title = words::title_as_one(language, village);
    assert!(stage.screen().contains(&title), "{}", stage.screen());
    stage.press("Right Right");
    // A tie by this rule is no rejection yet, and what follows is said.
    let adopted = terms::outcome(language, Outcome::Adopted, Effect::Decides);
    let tied = sequel::outcome_tied(language);
    let turned = words::turned(language, adopted, tied);
    let sheet = words_of_the_sheet(stage);
    for said in [turned.as_str(), follows] {
        let said: String = said.split_whitespace().collect();
        assert!(sheet.contains(&said), "{said} {sheet}");
    }
    stage.every_size();
    signs(stage, language);
}

fn next(language: Language) -> &'static str {
    sequels::due_name(language, Due::Tie(TieStep::ChairCasts))
}

#[test]
fn a_village_that_speaks_as_one_is_put_right_in_the_session_and_the_tie_goes_its_path() {
    for language in Language::ALL {
        let mut stage = as_one(language);
        let id = session(&stage);
        stage.press("Home c");
        let follows = words::follows(language, next(language));
        corrects_the_village(&mut stage, language, &follows);
        assert_snapshot!(format!("corrected_as_one_{language}"), stage.screen());
        let made = made(&stage, &id);
        assert!(matches!(&made[0].change, Corrected::Village { from, .. } if from.len() == 2));
        let motion = motion(&stage, &id);
        assert_eq!(
            (standing(&motion), due(&motion)),
            (Standing::Tied, Some(Due::Tie(TieStep::ChairCasts)))
        );
        let adopted = terms::outcome(language, Outcome::Adopted, Effect::Decides);
        let turned = words::turned(language, adopted, sequel::outcome_tied(language));
        told_on_the_panel(&mut stage, &turned, language);
        // Once the room is told, the step that follows is there to be taken.
        stage.press("F5 F5");
        let casts = sequel::menu_cast_for(language);
        assert!(stage.screen().contains(casts), "{}", stage.screen());
    }
}

#[test]
fn a_village_that_speaks_as_one_is_put_right_after_the_end_and_what_needs_the_room_is_not_taken() {
    for language in Language::ALL {
        let mut stage = as_one(language);
        let id = session(&stage);
        through_the_record(&mut stage, &id);
        let choose = words::choose_voice(language, key_of("live.correct"));
        assert_eq!(stage.said(), choose);
        stage.press("Home c");
        let follows = words::follows_in_room(language, next(language));
        corrects_the_village(&mut stage, language, &follows);
        assert_eq!(standing(&motion(&stage, &id)), Standing::Tied);
    }
}
