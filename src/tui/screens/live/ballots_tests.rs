//! A secret ballot, a vote by village and motions that exclude each other, by their keys.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::hands_tests::drafted;
use super::tests::sample;
use super::words;
use crate::domain::rule::Method;
use crate::domain::session::agenda::{self, ItemKind, ItemState};
use crate::domain::vote::by_village::Says;
use crate::domain::vote::secret::BallotCount;
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{
    Ballot, Choice, Effect, Motion, MotionState, Outcome, Standing, standing,
};
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, ballots, bases, hands, refusals, terms, withdrawals};
use crate::tui::action::Scope;
use crate::tui::screens::Screen;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

/// The motion of that number of the item that runs.
fn motion_of(stage: &Stage, number: u32) -> Motion {
    let world = stage.desk().world();
    let item = world
        .running_item(&stage.app.live().unwrap().session)
        .unwrap();
    let mut motions = world.motions_of(&item.id);
    motions.find(|it| it.number == number).unwrap().clone()
}

fn motion(stage: &Stage) -> Motion {
    motion_of(stage, 1)
}

fn ballot(stage: &Stage) -> Ballot {
    motion(stage).ballot().unwrap().clone()
}

fn secretly(language: Language) -> Stage {
    let mut stage = drafted(language);
    stage.press("# Home");
    assert_eq!(
        stage.app.scopes()[0],
        Scope::LiveSecret,
        "{}",
        stage.screen()
    );
    stage
}

/// Types a count: taken back, spoiled, for, against, abstaining.
fn fill(stage: &mut Stage, numbers: [u32; 5]) {
    stage.press("Delete");
    for number in numbers {
        let digits = number.to_string();
        let keys: Vec<String> = digits.chars().map(String::from).collect();
        stage.press(&keys.join(" "));
        stage.press("Down");
    }
}

#[test]
fn papers_are_given_out_and_counted_twice() {
    for language in Language::ALL {
        let mut stage = secretly(language);
        let fits = ballots::issue_fits(language, 12, "F5");
        assert!(stage.screen().contains(&fits), "{}", stage.screen());
        assert_snapshot!(format!("papers_given_out_{language}"), stage.screen());
        stage.every_size();
        // Another number than that of the room is refused, with the roll as a way on.
        stage.press("1 1 F5");
        assert_eq!(ballot(&stage).secret.issued, None);
        assert!(stage.said().contains("F4"), "{}", stage.said());
        // Whoever withdraws is named before.
        stage.press("Delete x");
        stage.type_text("hlc");
        stage.press("PgDn Enter");
        assert_eq!(ballot(&stage).marks.len(), 1, "{}", stage.screen());
        stage.press("F5");
        assert_eq!(ballot(&stage).secret.issued.unwrap().number(), 11);
        stage.press("x");
        assert_eq!(stage.said(), ballots::issued_already(language));
        // The first count: what does not balance is not taken down.
        fill(&mut stage, [10, 1, 6, 2, 0]);
        let wrong = ballots::to_fill(language, 10, 9, 1, 0);
        assert!(
            stage.screen().contains(&wrong),
            "{wrong} {}",
            stage.screen()
        );
        assert_snapshot!(format!("papers_first_{language}"), stage.screen());
        stage.every_size();
        stage.press("F5");
        assert_eq!(ballot(&stage).secret.first, None);
        fill(&mut stage, [10, 1, 6, 2, 1]);
        stage.press("F5");
        assert!(ballot(&stage).secret.first.is_some(), "{}", stage.screen());
        // The second begins from nothing, and nothing on the screen tells of the first.
        let screen = stage.screen();
        assert!(
            screen.contains(&ballots::second_head(language, 11)),
            "{screen}"
        );
        let row = |voice: &str| {
            let rows = screen
                .lines()
                .map(|line| line.trim_start_matches(['▸', ' ']));
            let mut found = rows.filter_map(|line| line.strip_prefix(voice));
            let row = found.next().unwrap_or_else(|| panic!("{voice} {screen}"));
            row.split_whitespace().next().unwrap().to_owned()
        };
        assert_eq!(row(ballots::row_returned(language)), "0");
        assert_eq!(
            row(terms::voice(
                language,
                crate::domain::vote::tally::Voice::For
            )),
            "0"
        );
        // Another number: which one is said, and both counts are made again.
        fill(&mut stage, [10, 1, 7, 1, 1]);
        stage.press("F5");
        assert_eq!(ballot(&stage).secret.differed.len(), 1);
        let screen = stage.screen();
        assert!(
            screen.contains(&ballots::first_head(language, 11)),
            "{screen}"
        );
        assert_snapshot!(format!("papers_differ_{language}"), screen);
        stage.press("%");
        assert_eq!(stage.said(), bases::once_counted(language));
        assert!(stage.app.overlay.is_none());
        stage.every_size();
        for _ in 0..2 {
            fill(&mut stage, [10, 1, 6, 2, 1]);
            stage.press("F5");
        }
        assert!(
            stage.screen().contains(ballots::agree(language)),
            "{}",
            stage.screen()
        );
        stage.press("3");
        assert_eq!(stage.said(), ballots::agree(language));
        // What both counts say stands against the bases, before the vote is ended and after.
        let said = bases::counts(language, 6, 2, 1, 1);
        stage.press("%");
        assert!(stage.screen().contains(&said), "{}", stage.screen());
        let counted = stage.screen_of(120, 40);
        stage.press("Esc");
        stage.press("F5");
        let result = motion(&stage).result().unwrap().clone();
        let counts = result.tally.counts;
        assert_eq!((counts.yes, counts.spoiled, counts.not_voting), (6, 1, 1));
        assert_snapshot!(format!("papers_ended_{language}"), stage.screen());
        stage.every_size();
        stage.press("%");
        let against = |screen: &str| -> Vec<String> {
            let rows = screen
                .lines()
                .filter(|it| it.contains("│") && it.contains("2*6"));
            rows.map(|it| it.trim().to_owned()).collect()
        };
        assert_eq!(against(&stage.screen_of(120, 40)), against(&counted));
        assert_eq!(against(&counted).len(), 4, "{counted}");
        stage.press("Esc");
        // No digit announces, for digits were being typed a moment ago.
        stage.press("8 5 0");
        assert!(matches!(motion(&stage).state, MotionState::Counted { .. }));
        stage.press("End");
        assert!(matches!(
            motion(&stage).state,
            MotionState::Announced { .. }
        ));
        stage.press("c");
        assert!(stage.app.overlay.is_some(), "its figures can be corrected");
        stage.press("Esc");
    }
}

#[test]
fn too_many_papers_void_the_vote_and_the_next_step_votes_again() {
    for language in Language::ALL {
        let mut stage = secretly(language);
        stage.press("F5");
        for _ in 0..2 {
            fill(&mut stage, [13, 0, 9, 4, 0]);
            let over = ballots::exceeds(language, 13, 12, "F5");
            let screen = stage.screen().replace('\n', " ");
            assert!(screen.contains(over.split('：').next().unwrap()) || language == Language::En);
            stage.press("F5");
        }
        let counted = ballot(&stage).secret.counted.unwrap();
        let BallotCount::Whole { papers } = counted else {
            panic!("{counted:?}")
        };
        assert_eq!(
            (papers.returned, papers.yes),
            (13, 0),
            "not counted further"
        );
        stage.press("F5");
        assert_eq!(motion(&stage).result().unwrap().outcome, Outcome::Void);
        assert_snapshot!(format!("papers_void_{language}"), stage.screen());
        // Nothing on papers of which there are too many is a figure.
        let screen = stage.screen();
        for voice in [Voice::For, Voice::Against, Voice::Abstain] {
            let name = terms::voice(language, voice);
            let mut rows = screen.lines().map(|it| it.trim_start_matches(['▸', ' ']));
            let row = rows.find(|it| it.starts_with(name)).unwrap();
            assert!(row.contains(ballots::row_void(language)), "{screen}");
            assert!(!row.contains(|it: char| it.is_ascii_digit()), "{row}");
        }
        stage.press("End");
        assert_eq!(standing(&motion(&stage)), Standing::Void);
        assert_snapshot!(format!("papers_void_again_{language}"), stage.screen());
        stage.every_size();
        stage.press("%");
        assert_eq!(stage.said(), crate::i18n::bases::void(language));
        assert!(stage.app.overlay.is_none());
        // The key of the step opens what it was before.
        stage.press("F5");
        assert_eq!(ballot(&stage).method, Method::Secret);
        assert_eq!(motion(&stage).earlier.len(), 1);
    }
}

#[test]
fn numbers_typed_and_not_taken_down_are_there_after_a_kill_but_never_those_of_the_first_count() {
    let mut stage = secretly(Language::Zh);
    stage.press("F5");
    fill(&mut stage, [12, 0, 8, 0, 0]);
    let again = |stage: &mut Stage| {
        stage.app.keep_unfinished();
        let session = stage.app.live().unwrap().session.clone();
        while !matches!(stage.app.top(), Screen::Home(_)) {
            stage.app.back();
        }
        stage.app.go(Screen::live(session));
        let count = super::secret::open(&stage.app).unwrap();
        count.piles[0].1
    };
    let papers = again(&mut stage);
    assert_eq!((papers.returned, papers.yes), (12, 8));
    fill(&mut stage, [12, 0, 8, 4, 0]);
    stage.press("F5");
    assert_eq!(again(&mut stage), Default::default());
    assert_eq!(stage.desk().drafts().unwrap(), []);
}

#[test]
fn a_vote_begun_by_name_is_taken_back_and_says_that_the_marks_stay() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("F5 1 #");
        let why = refusals::refusal(language, stage.desk().world(), &Refusal::NamedAlready);
        let said = stage.said();
        assert!(said.contains(why.trim_end_matches(['。', '.'])), "{said}");
        assert!(said.contains('!'), "{said}");
        stage.press("u u #");
        assert_eq!(motion(&stage).state, MotionState::Drafted, "undone or not");
        stage.press("F5 !");
        let sheet = stage.screen();
        let named = ballots::withdraw_named(language);
        let begins: String = named.chars().take(4).collect();
        assert!(sheet.contains(&begins), "{sheet}");
        assert_snapshot!(format!("taken_back_{language}"), sheet);
        stage.type_text("改为无记名");
        stage.press("Enter Enter");
        let state = motion(&stage).state;
        assert!(
            matches!(state, MotionState::Withdrawn { begun: Some(_), .. }),
            "{state:?}"
        );
        let said = withdrawals::on_screen(language, &motion(&stage)).unwrap();
        assert!(said.contains("改为无记名"), "{said}");
        let begins: String = said.chars().take(8).collect();
        let screen = stage.screen();
        assert!(screen.contains(&begins), "{said}\n{screen}");
    }
}

/// Takes up the last item for a vote under a rule that counts villages, with a motion.
pub(super) fn of_villages(language: Language) -> Stage {
    let mut stage = sample(language, 3);
    stage.press("F5 9 F5");
    let session = stage.app.live().unwrap().session.clone();
    let world = stage.desk().world();
    let mut item = world
        .agenda(&session)
        .filter(|item| item.state == ItemState::Pending && item.kind.rule().is_some())
        .last()
        .unwrap()
        .clone();
    let position = item.position;
    item.kind = ItemKind::Decision {
        rule: "one-village-one-vote".into(),
    };
    stage.record(&[Command::Agenda(agenda::Command::Put(item))]);
    stage.press("a Home");
    stage.press(&"Down ".repeat(usize::try_from(position - 1).unwrap()));
    stage.press("1 F5");
    stage.type_text("同意联建冷库。");
    stage.press("Tab Tab PgDn Enter");
    stage
}

#[test]
fn villages_are_heard_as_one_or_by_numbers() {
    for language in Language::ALL {
        let mut stage = of_villages(language);
        let screen = stage.screen();
        let way = words::own_key(language, "&", ballots::by_village_short(language));
        assert!(screen.contains(way.trim()), "{way} {screen}");
        // What the rule does not allow is not offered.
        let hands = words::own_key(language, "j", hands::by_hands_short(language));
        assert!(!screen.contains(hands.trim()), "{screen}");
        stage.press("&");
        assert_eq!(ballot(&stage).method, Method::ByVillage);
        assert_snapshot!(format!("villages_asked_{language}"), stage.screen());
        stage.every_size();
        // One key a village, and on to the next; all the others in pencil.
        stage.press("Home 2");
        assert_eq!(ballot(&stage).villages.len(), 1, "{}", stage.screen());
        stage.press("s 1 Enter Enter Enter Enter Enter");
        let split = ballot(&stage).villages[1].says;
        assert!(
            matches!(split, Says::ByNumbers { .. }),
            "{split:?} {}",
            stage.screen()
        );
        stage.press("9");
        assert_snapshot!(format!("villages_heard_{language}"), stage.screen());
        stage.every_size();
        stage.press("End");
        let result = motion(&stage).result().unwrap().clone();
        assert!(
            result
                .by_village
                .unwrap()
                .votes
                .iter()
                .all(|vote| !vote.pencilled)
        );
        assert_snapshot!(format!("villages_ended_{language}"), stage.screen());
        stage.press("8");
        assert!(matches!(
            motion(&stage).state,
            MotionState::Announced { .. }
        ));
        stage.press("Home c");
        assert!(stage.app.overlay.is_some(), "what it said can be corrected");
        stage.every_size();
        stage.press("Esc");
    }
}

#[test]
fn whoever_withdraws_is_named_and_a_village_is_heard_again_when_somebody_leaves() {
    for language in Language::ALL {
        let mut stage = of_villages(language);
        stage.press("& Home s 1 Enter Enter Enter Enter Enter 9 5");
        stage.type_text("hlc");
        stage.press("PgDn Enter");
        assert_eq!(ballot(&stage).marks.len(), 1, "{}", stage.screen());
        stage.press("End");
        // What is undone is the end of the vote; the recusal stays.
        stage.press("u Home");
        stage.every_size();
        assert_eq!(ballot(&stage).marks.len(), 1, "{}", stage.screen());
    }
}

#[test]
fn motions_are_linked_and_whoever_was_for_one_is_not_for_the_other() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("x");
        assert_eq!(stage.said(), ballots::no_other_motion(language));
        stage.press("6");
        stage.type_text("电费由各村分担。");
        stage.press("Tab Left Tab PgDn Enter F7 x Right Down Enter");
        let linked = motion(&stage).excludes.is_some() && motion_of(&stage, 2).excludes.is_some();
        assert!(linked, "{}", stage.screen());
        let says = ballots::excludes(language, 2_u32);
        let other = ballots::excludes(language, 1_u32);
        let screen = stage.screen();
        assert!(
            screen.contains(&says) || screen.contains(&other),
            "{screen}"
        );
        assert_snapshot!(format!("motions_exclude_{language}"), screen);
        stage.every_size();
    }
}

#[test]
fn the_motion_just_drafted_is_looked_at_and_the_arrows_lead_to_the_others() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        let footer = |stage: &mut Stage| stage.screen().lines().last().unwrap().to_owned();
        let (before, after) = (
            words::motion_before_short(language),
            words::motion_after_short(language),
        );
        let alone = footer(&mut stage);
        assert!(!alone.contains(before) && !alone.contains(after), "{alone}");
        stage.press("Right");
        assert_eq!(stage.said(), words::no_motion_after(language));
        stage.press("6");
        stage.type_text("电费由各村分担。");
        stage.press("Tab Left Tab PgDn Enter");
        let screen = stage.screen();
        let head = screen.lines().find(|line| line.contains("2/2")).unwrap();
        assert!(!head.contains("1/2"), "{screen}");
        // The line of the chair is of it too, and so is the key of the step.
        assert!(screen.lines().nth(2).unwrap().contains("电费由各村分担。"));
        let last = footer(&mut stage);
        assert!(last.contains(before) && !last.contains(after), "{last}");
        stage.press("Left");
        assert!(stage.screen().contains("1/2"), "{}", stage.screen());
        let first = footer(&mut stage);
        assert!(!first.contains(before) && first.contains(after), "{first}");
        stage.press("Left");
        assert_eq!(stage.said(), words::no_motion_before(language));
        stage.press("Right F5");
        assert!(motion_of(&stage, 2).ballot().is_some());
        // A wording that is changed stays looked at.
        stage.press("u Left F2");
        stage.type_text("分三期。");
        stage.press("PgDn Enter");
        assert!(stage.screen().contains("1/2"), "{}", stage.screen());
    }
}

#[test]
fn a_vote_that_is_open_is_not_left_for_a_motion_drafted_meanwhile() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("F5 1 6");
        stage.type_text("电费由各村分担。");
        stage.press("Tab Left Tab PgDn Enter");
        assert!(stage.screen().contains("1/2"), "{}", stage.screen());
        stage.press("Home Down 2");
        assert_eq!(ballot(&stage).marks.len(), 2, "{}", stage.screen());
        // What is looked at meanwhile takes no voice, and says what is to be done first.
        stage.press("Right 1");
        assert_eq!(ballot(&stage).marks.len(), 2);
        let put = Refusal::NotPut {
            motion: motion_of(&stage, 2).id,
        };
        let put = refusals::refusal(language, stage.desk().world(), &put);
        assert!(stage.said().starts_with(&put), "{}", stage.said());
    }
}

#[test]
fn a_voice_after_the_count_is_refused_with_the_announcement_that_is_due() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("1");
        let put = Refusal::NotPut {
            motion: motion(&stage).id,
        };
        let put = refusals::refusal(language, stage.desk().world(), &put);
        assert!(stage.said().starts_with(&put), "{}", stage.said());
        stage.press("F5 9 End 1");
        let motion = motion(&stage).id;
        let due = Refusal::NotAnnounced { motion };
        let due = refusals::refusal(language, stage.desk().world(), &due);
        assert!(stage.said().starts_with(&due), "{}", stage.said());
    }
}

#[test]
fn what_the_villages_must_decide_is_proposed_to_them_and_the_sheet_says_why() {
    for language in Language::ALL {
        // The matter of that item touches what the members of each collective decide.
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 a Down Down Down 1 F5");
        assert_snapshot!(format!("motion_proposed_{language}"), stage.screen());
        stage.every_size();
        stage.type_text("同意路灯方案。");
        // The clerk may choose otherwise, and is told that it decides nothing.
        stage.press("Tab Left");
        assert_snapshot!(format!("motion_decided_{language}"), stage.screen());
        stage.press("Right Tab PgDn Enter");
        assert_eq!(motion(&stage).effect, Effect::Proposes);
        // An item without a matter is decided here.
        stage.press("a 2 Down 1 F5");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        let decides = terms::effect(language, Effect::Decides);
        assert!(stage.screen().contains(decides), "{}", stage.screen());
    }
}

#[test]
fn under_pressure_all_are_for_and_the_exceptions_are_found_by_pinyin_number_or_village() {
    for language in Language::ALL {
        let mut stage = drafted(language);
        stage.press("F5 9");
        let mark = |stage: &Stage, name: &str| {
            let world = stage.desk().world();
            let known =
                |id: &crate::domain::ids::PersonId| terms::person(language, world, id) == name;
            let ballot = ballot(stage);
            let found = ballot.marks.iter().find(|(id, _)| known(id));
            found
                .map(|(_, mark)| (mark.choice.clone(), mark.pencilled))
                .unwrap()
        };
        assert!(mark(&stage, "康大顺").1);
        stage.press("/");
        stage.every_size();
        stage.type_text("kds");
        stage.press("Enter 2");
        assert_eq!(
            mark(&stage, "康大顺"),
            (Choice::Against, false),
            "{}",
            stage.screen()
        );
        // By the number on the roll, which is another than the place in the vote: whoever chairs comes last there.
        let world = stage.desk().world();
        let session = world.session(&motion(&stage).session).unwrap();
        let seventh = session.roll[6].place.person.clone();
        assert_ne!(seventh, ballot(&stage).voters[6].person);
        stage.press("/");
        stage.type_text("7");
        stage.press("Enter 3");
        assert_eq!(
            ballot(&stage).marks[&seventh].choice,
            Choice::Abstain,
            "{}",
            stage.screen()
        );
        // By village: the first of its people.
        stage.press("/");
        stage.type_text("河湾");
        stage.press("Enter 2");
        let second = ballot(&stage)
            .marks
            .values()
            .filter(|it| it.choice == Choice::Against)
            .count();
        assert_eq!(second, 2, "{}", stage.screen());
        stage.press("End");
        let counts = motion(&stage).result().unwrap().tally.counts;
        assert_eq!((counts.yes, counts.no, counts.abstain), (9, 2, 1));
    }
}
