#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::tests::{panel, sample};
use super::{Panel, words};
use crate::domain::rule::Method;
use crate::domain::session::Session;
use crate::domain::session::agenda::{self, ItemKind, ItemState};
use crate::domain::vote::hands::{ChairHand, Hands};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Ballot, Choice, Motion, MotionState};
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, ballots, hands, home, live, refusals, terms};
use crate::tui::action::Scope;
use crate::tui::screens::Screen;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

fn session(stage: &Stage) -> Session {
    let id = &stage.app.live().unwrap().session;
    stage.desk().world().session(id).unwrap().clone()
}

/// The last motion of the item that runs.
fn motion(stage: &Stage) -> Motion {
    let world = stage.desk().world();
    let item = world.running_item(&session(stage).id).unwrap();
    world.motions_of(&item.id).last().unwrap().clone()
}

fn ballot(stage: &Stage) -> Ballot {
    motion(stage).ballot().unwrap().clone()
}

fn taken(stage: &Stage) -> Hands {
    ballot(stage).hands.unwrap()
}

/// The row of the panel that names a voice, by the number behind it.
fn number(stage: &mut Stage, voice: &str) -> u32 {
    let screen = stage.screen();
    let row = screen
        .lines()
        .map(|line| line.trim_start_matches(['▸', ' ']))
        .find_map(|line| line.strip_prefix(voice))
        .unwrap_or_else(|| panic!("{voice} {screen}"));
    row.split_whitespace().next().unwrap().parse().unwrap()
}

/// Opens the session with everybody there, takes up the item for a vote and drafts a motion.
pub(super) fn drafted(language: Language) -> Stage {
    let mut stage = sample(language, 3);
    stage.press("F5 9 F5 a Down Down Down 1 F5");
    stage.type_text("同意路灯方案。");
    stage.press("Tab Left Tab PgDn Enter");
    assert_eq!(panel(&stage), Panel::Vote, "{}", stage.screen());
    stage
}

fn by_hands(language: Language) -> Stage {
    let mut stage = drafted(language);
    stage.press("j Home");
    assert_eq!(stage.app.scopes()[0], Scope::LiveHands);
    stage
}

#[test]
fn each_way_of_voting_stands_by_its_key_before_the_vote() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        let screen = stage.screen();
        for way in [
            words::own_key(language, "j", hands::by_hands_short(language)),
            words::own_key(language, "#", ballots::secretly_short(language)),
            words::own_key(language, "k", hands::agree_short(language)),
        ] {
            assert!(screen.contains(way.trim()), "{way} {screen}");
        }
        // With an input method on, the same stands last in the menu of Enter, before help: a key
        // pressed twice takes none of them.
        stage.press("Enter Enter");
        assert_eq!(motion(&stage).state, MotionState::Drafted);
        stage.app.overlay = None;
        stage.press("Enter End Up Up Up Enter");
        assert_eq!(ballot(&stage).method, Method::Hands, "{}", stage.screen());
        stage.press("u j");
        assert_eq!(ballot(&stage).method, Method::Hands);
        // Opened so by mistake: undone, and opened by name.
        stage.press("u F5");
        assert_eq!(ballot(&stage).method, Method::ByName);
        assert_eq!(stage.app.scopes()[0], Scope::LiveVote);
        stage.press("1");
        assert!(stage.screen().contains('✓'), "{}", stage.screen());
    }
}

#[test]
fn against_and_abstaining_are_typed_and_the_rest_is_proposed_as_for() {
    for language in Language::ALL {
        let mut stage = by_hands(language);
        let of = |voice| terms::voice(language, voice);
        let zero = number(&mut stage, of(Voice::For));
        assert_eq!(zero, 12);
        // A full-width digit is a digit; a second one goes on, and on coming back it begins anew.
        stage.press("１ 0");
        assert_eq!(number(&mut stage, of(Voice::Against)), 10);
        assert_eq!(number(&mut stage, of(Voice::For)), 2);
        // A number is over once another row was looked at, though nothing was typed there.
        stage.press("Home Backspace Backspace 1 Down Up 3");
        assert_eq!(number(&mut stage, of(Voice::Against)), 3);
        stage.press("Backspace Down 1 Up 2 Right Left");
        assert_eq!(number(&mut stage, of(Voice::Against)), 2);
        assert_eq!(number(&mut stage, of(Voice::For)), 9);
        let fits = hands::fits(language, 12, "F5");
        assert!(stage.screen().contains(&fits), "{}", stage.screen());
        // Nothing is recorded until the key of the step takes it down, and then it is one act.
        assert_eq!(ballot(&stage).hands, None);
        stage.press("F5");
        assert_eq!((taken(&stage).yes, taken(&stage).no), (9, 2));
        assert!(stage.screen().contains(&hands::taken(language, 12)));
        stage.every_size();
        // A digit that announces elsewhere changes nothing now; changed by a key of its own, it is taken down anew
        // before the vote can end.
        stage.press("Home 8");
        assert_eq!(number(&mut stage, of(Voice::Against)), 2);
        assert_eq!(stage.said(), hands::taken_stays(language));
        // With a figure half typed it is one more digit of it: the sum is wrong on the screen, and the step takes
        // neither that down nor ends the vote.
        let mut half = drafted(language);
        half.press("j Home 1 8");
        assert_eq!(number(&mut half, of(Voice::Against)), 18);
        assert!(!half.screen().contains(&hands::fits(language, 12, "F5")));
        half.press("F5 F5");
        assert_eq!(ballot(&half).hands, None);
        assert!(motion(&half).result().is_none(), "{}", half.screen());
        stage.press("Right F5");
        assert_eq!((taken(&stage).yes, taken(&stage).no), (8, 3));
        stage.press("u");
        assert_eq!((taken(&stage).yes, taken(&stage).no), (9, 2));
        assert_eq!(number(&mut stage, of(Voice::Against)), 2);
        stage.press("F5");
        assert!(motion(&stage).result().is_some(), "{}", stage.screen());
        assert_snapshot!(format!("hands_ended_{language}"), stage.screen());
        stage.press("F5");
        assert!(
            stage
                .desk()
                .world()
                .unannounced(&session(&stage).id)
                .is_some()
        );
        // Digits were being typed a moment ago: none of them announces, and the key that does is said.
        let own = live::own_key(language, "End", "");
        assert!(stage.screen().contains(own.trim()), "{}", stage.screen());
        assert_eq!(stage.said(), hands::announce_with_key(language));
        for digit in ["1", "2", "3", "4", "5", "8", "9", "0"] {
            stage.press(digit);
            assert!(stage.app.overlay.is_none(), "{digit}");
            let counted = matches!(motion(&stage).state, MotionState::Counted { .. });
            assert!(counted, "{digit}");
        }
        stage.press("8");
        assert_eq!(stage.said(), hands::announce_with_key(language));
        stage.press("End");
        assert!(matches!(
            motion(&stage).state,
            MotionState::Announced { .. }
        ));
        stage.press("c");
        assert!(stage.app.overlay.is_some(), "its figures can be corrected");
        stage.press("Esc");
        stage.every_size();
    }
}

#[test]
fn a_difference_is_said_in_words_with_each_way_on() {
    for language in Language::ALL {
        let mut stage = by_hands(language);
        stage.press("2 Down 1 Down Down 7");
        let refusal = Refusal::HandsDoNotAddUp { room: 12, sum: 10 };
        let said = refusals::refusal(language, stage.desk().world(), &refusal);
        let seen = stage.screen();
        assert!(seen.contains(&said), "{said} {seen}");
        assert_snapshot!(format!("hands_differ_{language}"), seen);
        stage.every_size();
        // The key of the step names the difference and the ways; nothing is taken down.
        stage.press("F5");
        assert_eq!(ballot(&stage).hands, None);
        for key in ["Delete", "F2", "F4"] {
            assert!(stage.said().contains(key), "{}", stage.said());
        }
        // Those left over did not vote.
        stage.press("F2 F5");
        assert_eq!((taken(&stage).not_voting, taken(&stage).yes), (2, 7));
        // Counted again, from nothing.
        stage.press("u Delete");
        assert_eq!(number(&mut stage, terms::voice(language, Voice::For)), 12);
        // Two had left: marked on the roll, and the numbers typed stay meanwhile.
        stage.press("2 Down 1 Down Down 7 F4 Home 6 6 F7");
        assert_eq!(stage.app.scopes()[0], Scope::LiveHands);
        assert!(
            stage.screen().contains(&hands::fits(language, 10, "F5")),
            "{}",
            stage.screen()
        );
        stage.press("F5 F5");
        let counts = motion(&stage).result().unwrap().tally.counts;
        assert_eq!(
            (counts.yes, counts.no, counts.abstain, counts.absent),
            (7, 2, 1, 2)
        );
    }
}

#[test]
fn too_many_hands_are_counted_again_or_somebody_came() {
    for language in Language::ALL {
        let mut stage = by_hands(language);
        stage.press("Down Down Down 1 4");
        let refusal = Refusal::HandsDoNotAddUp { room: 12, sum: 14 };
        let said = refusals::refusal(language, stage.desk().world(), &refusal);
        assert!(stage.screen().contains(&said), "{}", stage.screen());
        stage.press("F2");
        assert_eq!(stage.said(), hands::nothing_left_over(language));
        // Whoever left after the count makes a difference that is said, and not hidden in the rest.
        stage.press("Delete F5 F4 Home 6 F7");
        let refusal = Refusal::HandsDoNotAddUp { room: 11, sum: 12 };
        let said = refusals::refusal(language, stage.desk().world(), &refusal);
        assert!(stage.screen().contains(&said), "{}", stage.screen());
        stage.press("Delete F5 F5");
        assert_eq!(motion(&stage).result().unwrap().tally.counts.yes, 11);
    }
}

#[test]
fn the_chair_is_counted_among_the_hands_or_stated_apart() {
    for language in Language::ALL {
        let mut stage = by_hands(language);
        stage.press("1 Down Down Down Down 3");
        let chair = session(&stage).chair.unwrap();
        let name = terms::person(language, stage.desk().world(), &chair).to_owned();
        let said = hands::chair_apart(language, terms::voice(language, Voice::Abstain));
        let row = stage.caret_row();
        assert!(row.contains(&said), "{said} {row}");
        let chair_row = hands::chair_row(language, name);
        assert!(row.contains(&chair_row), "{row}");
        assert_eq!(number(&mut stage, terms::voice(language, Voice::For)), 10);
        stage.press("F5");
        let apart = ChairHand::Apart {
            choice: Choice::Abstain,
        };
        assert_eq!((taken(&stage).chair, taken(&stage).yes), (apart, 10));
        stage.press("9");
        assert_eq!(stage.said(), hands::number_hint(language));
        // Through every choice and back to among the hands, which the rest follows.
        stage.press("Right Right F5");
        assert_eq!(
            (taken(&stage).chair, taken(&stage).yes),
            (ChairHand::Counted, 11)
        );
        // Without a hand the chair has no row.
        stage.press("F4 Home");
        let gone = stage.app.live().unwrap().session.clone();
        let place = stage.desk().world().session(&gone).unwrap().roll.iter();
        let at = place
            .clone()
            .position(|it| it.place.person == chair)
            .unwrap();
        stage.press(&"Down ".repeat(at));
        stage.press("6 F7");
        let rows = stage.screen();
        assert!(
            !rows.lines().any(|line| line.trim().starts_with(&chair_row)),
            "{rows}"
        );
    }
}

#[test]
fn who_withdraws_is_named_with_a_reason_while_hands_are_counted() {
    for language in Language::ALL {
        let mut stage = by_hands(language);
        stage.press("x");
        stage.type_text("hlc");
        stage.press("Enter PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert_eq!(ballot(&stage).marks.len(), 1);
        assert_eq!(number(&mut stage, terms::voice(language, Voice::For)), 11);
        assert_snapshot!(format!("hands_recused_{language}"), stage.screen());
        stage.every_size();
        // Taken back on the row of the one who is named; elsewhere the key says so.
        stage.press("End Up -");
        assert_eq!(stage.said(), hands::choose_recused(language));
        stage.press("End -");
        assert!(ballot(&stage).marks.is_empty(), "{}", stage.screen());
        // On the row of recusals plus names the next.
        stage.press("End +");
        assert!(stage.app.overlay.is_some());
        stage.press("Esc");
    }
}

#[test]
fn nobody_objecting_is_asked_and_the_agreement_says_who_was() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("k");
        let asked = stage.screen();
        assert!(asked.contains(&hands::agree_ask(language, 12)), "{asked}");
        assert_snapshot!(format!("agreement_asked_{language}"), asked);
        // A key pressed once more records nothing.
        stage.press("Enter");
        assert_eq!(motion(&stage).state, MotionState::Drafted);
        // Somebody objects: a vote after all.
        stage.press("k Down Down Enter");
        assert_eq!(ballot(&stage).method, Method::Hands);
        stage.press("u k Down Down Down Enter");
        assert_eq!(ballot(&stage).method, Method::ByName);
        stage.press("u k Down Enter");
        let MotionState::Agreed { agreement } = motion(&stage).state else {
            panic!("{}", stage.screen())
        };
        assert_eq!(agreement.asked.len(), 12);
        let seen = stage.screen();
        let name = terms::person(language, stage.desk().world(), &agreement.asked[0].person);
        assert!(seen.contains(name), "{seen}");
        stage.every_size();
        // It stands on the list to read aloud, and its item is not said to have gone without a vote.
        stage.press("F5 Tab");
        stage.app.live_mut().unwrap().panel = Panel::Closing;
        let list = stage.screen();
        assert!(list.contains("同意路灯方案"), "{list}");
        assert!(!list.contains(words::closing_unvoted(language)), "{list}");
    }
}

/// Turns to the second motion of the item.
fn look_at_second(stage: &mut Stage) {
    stage.press("F7 PgDn");
    for _ in 0..3 {
        if stage.screen().contains("电费由各村分担。") {
            return;
        }
        stage.press("Right");
    }
    panic!("{}", stage.screen());
}

#[test]
fn the_motion_that_is_looked_at_is_the_one_that_is_put() {
    let second = |stage: &Stage| {
        let motion = motion(stage);
        assert_eq!(motion.number, 2);
        motion
    };
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("6");
        stage.type_text("电费由各村分担。");
        stage.press("Tab Left Tab PgDn Enter F7");
        assert_eq!(second(&stage).state, MotionState::Drafted);
        look_at_second(&mut stage);
        // The line of the chair and the key of the step are of that motion too.
        let said = stage.screen().lines().nth(2).unwrap().to_owned();
        assert!(said.contains("电费由各村分担。"), "{said}");
        stage.press("F5");
        assert_eq!(second(&stage).ballot().unwrap().method, Method::ByName);
        stage.press("u");
        look_at_second(&mut stage);
        stage.press("k");
        let asked = stage.screen();
        assert!(asked.contains("“电费由各"), "{asked}");
        stage.press("Down Down Down Enter");
        assert_eq!(second(&stage).ballot().unwrap().method, Method::ByName);
        stage.press("u");
        look_at_second(&mut stage);
        stage.press("k Down Enter");
        assert!(matches!(second(&stage).state, MotionState::Agreed { .. }));
        stage.press("u");
        look_at_second(&mut stage);
        stage.press("j");
        assert_eq!(second(&stage).ballot().unwrap().method, Method::Hands);
    }
}

#[test]
fn what_the_rule_wants_voted_is_not_agreed_and_says_what_else() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        let world = stage.desk().world();
        let mut second = world
            .agenda(&session(&stage).id)
            .filter(|item| item.state == ItemState::Pending && item.kind.rule().is_some())
            .last()
            .unwrap()
            .clone();
        let position = second.position;
        second.kind = ItemKind::Decision {
            rule: "joint-major".into(),
        };
        stage.record(&[Command::Agenda(agenda::Command::Put(second))]);
        stage.press("a Home");
        stage.press(&"Down ".repeat(usize::try_from(position - 1).unwrap()));
        stage.press("1 F5");
        stage.type_text("同意大额支出。");
        stage.press("Tab Tab PgDn Enter");
        let screen = stage.screen();
        let agreed = words::own_key(language, "k", hands::agree_short(language));
        assert!(!screen.contains(agreed.trim()), "{screen}");
        stage.press("k");
        let said = stage.said();
        assert!(said.contains("F5"), "{said}");
        assert!(stage.app.overlay.is_none());
    }
}

/// Keys that only pencil: none of them records anything.
const PENCIL: [&str; 16] = [
    "0",
    "1",
    "2",
    "3",
    "9",
    "Up",
    "Down",
    "Home",
    "Left",
    "Right",
    "+",
    "-",
    "Backspace",
    "Delete",
    "F2",
    "PgDn",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 8, ..Default::default() })]

    /// Whatever was typed, the key of the step takes down what is seen and adds up, or nothing at all.
    #[test]
    fn what_is_taken_down_adds_up_whatever_was_typed(
        keys in proptest::collection::vec(0..PENCIL.len(), 1..24),
    ) {
        let mut stage = by_hands(Language::Zh);
        for key in keys {
            stage.press(PENCIL[key]);
            // A key on the row of recusals may ask for a name.
            stage.app.overlay = None;
        }
        let (hands, room, fits) = {
            let count = super::hands::open(&stage.app).unwrap();
            (count.hands.clone(), count.room, count.hands.sum() == count.room)
        };
        proptest::prop_assert!(ballot(&stage).marks.is_empty());
        stage.press("F5");
        let wanted = fits.then_some(hands);
        proptest::prop_assert_eq!(ballot(&stage).hands, wanted, "room {}", room);
    }
}

#[test]
fn numbers_typed_and_not_counted_are_there_after_a_kill() {
    let of = |voice| terms::voice(Language::Zh, voice);
    let mut stage = by_hands(Language::Zh);
    stage.press("3 Down 1");
    stage.app.keep_unfinished();
    assert!(!stage.app.has_unkept());
    // Whoever takes the same file up again, takes the numbers up; no other row of home tells of them.
    let session = session(&stage).id;
    while !matches!(stage.app.top(), Screen::Home(_)) {
        stage.app.back();
    }
    assert!(!stage.screen().contains(home::drafts(Language::Zh)));
    stage.app.go(Screen::live(session));
    assert_eq!(number(&mut stage, of(Voice::Against)), 3);
    assert_eq!(number(&mut stage, of(Voice::Abstain)), 1);
    // Taken down, the draft is used up.
    stage.press("F5");
    assert_eq!((taken(&stage).no, taken(&stage).abstain), (3, 1));
    assert_eq!(stage.desk().drafts().unwrap(), []);
    stage.press("Home Right");
    stage.app.keep_unfinished();
    assert_eq!(stage.desk().drafts().unwrap().len(), 1);
    stage.press("u");
    stage.app.keep_unfinished();
    assert_eq!(stage.desk().drafts().unwrap(), []);
}
