//! Elections and one of several by their keys, from the item to the last round.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::tests::sample;
use super::words;
use crate::domain::Command;
use crate::domain::rule::book::{self, Adopted};
use crate::domain::rule::{Base, Method, Name, Provenance, Rule, preset};
use crate::domain::session::agenda::{self, ItemKind, ItemState};
use crate::domain::vote::{Ballot, Motion, MotionState, Outcome, Standing, Vacancy, standing};
use crate::i18n::{
    Language, ballots, bases, count_sheet as count_words, open_seats, sequels, slate,
    slate_refusal, slates, terms,
};
use crate::papers::{Block, count_sheet, plain};
use crate::tui::action::Scope;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::line;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

pub(super) fn motion(stage: &Stage) -> Motion {
    let world = stage.desk().world();
    let item = world
        .running_item(&stage.app.live().unwrap().session)
        .unwrap();
    world.motions_of(&item.id).next().unwrap().clone()
}

pub(super) fn ballot(stage: &Stage) -> Ballot {
    motion(stage).ballot().unwrap().clone()
}

fn names(stage: &Stage) -> Vec<String> {
    let slate = motion(stage).slate.unwrap();
    slate
        .contenders
        .iter()
        .map(|it| it.name.to_string())
        .collect()
}

/// Opens the session with everybody there and takes up an item under a rule; its motion is asked for.
pub(super) fn asked(language: Language, rule: &str) -> Stage {
    asked_under(language, rule, None)
}

/// The same, with a rule of the committee's own adopted before.
fn asked_under(language: Language, rule: &str, own: Option<Rule>) -> Stage {
    let mut stage = sample(language, 3);
    if let Some(rule) = own {
        let on = stage.desk().today();
        stage.record(&[Command::Rule(book::Command::Adopt(Box::new(Adopted {
            id: rule.id.clone(),
            follows: None,
            on,
            rule: Rule {
                from: Some(on),
                ..rule
            },
        })))]);
    }
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
    item.kind = ItemKind::Decision { rule: rule.into() };
    stage.record(&[Command::Agenda(agenda::Command::Put(item))]);
    stage.press("a Home");
    stage.press(&"Down ".repeat(usize::try_from(position - 1).unwrap()));
    stage.press("1 F5");
    stage
}

/// Types one figure a row, from the first.
pub(super) fn fill(stage: &mut Stage, figures: &[u32]) {
    stage.press("Delete");
    for figure in figures {
        let digits = figure.to_string();
        let keys: Vec<String> = digits.chars().map(String::from).collect();
        stage.press(&keys.join(" "));
        stage.press("Down");
    }
}

/// An election of two whose sheet is filled in with that many names, one a line.
fn election(language: Language, candidates: &[&str]) -> Stage {
    stand(asked(language, "election-contested"), candidates)
}

fn stand(mut stage: Stage, candidates: &[&str]) -> Stage {
    stage.type_text("选举联建理事会理事。");
    stage.press("Tab");
    stage.type_text("2");
    stage.press("Tab");
    for (at, name) in candidates.iter().enumerate() {
        if at > 0 {
            stage.press("Enter");
        }
        stage.type_text(name);
    }
    stage
}

/// Names the first two who may: one watches, the other counts.
fn name_tellers(stage: &mut Stage) {
    stage.press("F5");
    stage.press("Space Tab Down Space PgDn Enter");
}

pub(super) fn secretly(language: Language) -> Stage {
    let mut stage = election(language, &["赵一民", "王二", "丁三"]);
    stage.press("PgDn Enter");
    name_tellers(&mut stage);
    stage.press("F5 F5");
    assert_eq!(
        stage.app.scopes()[0],
        Scope::LiveSecret,
        "{}",
        stage.screen()
    );
    stage
}

#[test]
fn candidates_are_put_on_the_ballot_in_the_order_of_strokes() {
    for language in Language::ALL {
        let mut stage = election(language, &["赵一民", "王二"]);
        let screen = stage.screen();
        assert_snapshot!(format!("slate_sheet_{language}"), screen);
        stage.every_size();
        stage.press("PgDn Enter");
        assert_eq!(names(&stage), ["王二", "赵一民"]);
        // One too few for 差额: the step asks for more, and tells how many.
        let said = stage.screen();
        assert!(said.contains(slate::key_contenders(language)), "{said}");
        assert_snapshot!(format!("slate_short_{language}"), said);
        stage.press("F5 Tab Tab End");
        stage.press("Ctrl-End Enter");
        stage.type_text("丁三");
        stage.press("PgDn Enter");
        assert_eq!(
            names(&stage),
            ["丁三", "王二", "赵一民"],
            "{}",
            stage.screen()
        );
        // Then who watches and who counts.
        let said = stage.screen();
        assert!(said.contains(slate::step_tellers(language)), "{said}");
        stage.press("F5");
        assert_snapshot!(format!("slate_tellers_{language}"), stage.screen());
        stage.every_size();
        stage.press("Space Tab Down Space PgDn Enter");
        let tellers = motion(&stage).slate.unwrap().tellers;
        assert_eq!((tellers.watching.len(), tellers.counting.len()), (1, 1));
        assert_ne!(tellers.watching, tellers.counting);
        assert_snapshot!(format!("slate_ready_{language}"), stage.screen());
        stage.every_size();
        // An election is secret: hands and names are refused, and nothing of the sheet is lost.
        stage.press("j");
        assert_eq!(motion(&stage).state, MotionState::Drafted);
        stage.press("F5");
        assert_eq!(ballot(&stage).method, Method::Secret, "{}", stage.screen());
    }
}

#[test]
fn the_same_name_twice_stays_on_the_sheet_and_says_why() {
    for language in Language::ALL {
        let mut stage = election(language, &["王二", "王二", "丁三"]);
        stage.press("PgDn Enter");
        let screen = stage.screen();
        let said = slate_refusal::contender_twice(language, "王二");
        let first: String = said.chars().take(6).collect();
        assert!(screen.contains(&first), "{said} {screen}");
    }
}

#[test]
fn an_election_is_counted_twice_and_the_tied_are_voted_on_again() {
    for language in Language::ALL {
        let mut stage = secretly(language);
        assert_eq!(ballot(&stage).secret.issued.unwrap().number(), 12);
        assert_snapshot!(format!("slate_first_{language}"), stage.screen());
        stage.every_size();
        // Returned, spoiled, then for and against each in the order of the ballot.
        fill(&mut stage, &[12, 1, 9, 2, 7, 4, 7, 3]);
        assert!(stage.screen().contains("F5"), "{}", stage.screen());
        stage.press("F5");
        assert_eq!(ballot(&stage).secret.first, None, "more votes than seats");
        fill(&mut stage, &[12, 1, 8, 3, 7, 4, 7, 3]);
        stage.press("F5");
        assert!(ballot(&stage).secret.first.is_some(), "{}", stage.screen());
        let second = slate::second_votes(language, 12);
        assert!(stage.screen().contains(&second), "{}", stage.screen());
        fill(&mut stage, &[12, 1, 8, 3, 7, 4, 6, 3]);
        stage.press("F5");
        assert_eq!(ballot(&stage).secret.differed.len(), 1);
        assert_snapshot!(format!("slate_differ_{language}"), stage.screen());
        for _ in 0..2 {
            fill(&mut stage, &[12, 1, 8, 3, 7, 4, 7, 3]);
            stage.press("F5");
        }
        let agree = ballots::agree(language);
        assert!(stage.screen().contains(agree), "{}", stage.screen());
        stage.press("F5");
        assert_eq!(motion(&stage).result().unwrap().outcome, Outcome::VoteAgain);
        assert_snapshot!(format!("slate_tied_{language}"), stage.screen());
        stage.every_size();
        stage.press("8");
        assert!(matches!(motion(&stage).state, MotionState::Counted { .. }));
        stage.press("%");
        assert_snapshot!(format!("slate_bases_{language}"), stage.screen());
        stage.press("Esc");
        stage.press("End");
        assert_eq!(standing(&motion(&stage)), Standing::VoteAgain);
        stage.press("c");
        assert!(stage.app.overlay.is_some(), "its figures can be corrected");
        stage.press("Esc");
        // The step opens the vote on the tied, as the one before it was taken.
        stage.press("F5");
        let slate_of = ballot(&stage).slate.unwrap();
        assert_eq!((slate_of.seats, slate_of.contenders.len()), (1, 2));
        stage.press("F5");
        for _ in 0..2 {
            fill(&mut stage, &[12, 0, 9, 3, 3, 9]);
            stage.press("F5");
        }
        stage.press("F5 End");
        let motion = motion(&stage);
        assert_eq!(
            (standing(&motion), motion.earlier.len()),
            (Standing::Adopted, 1)
        );
        let taken: Vec<String> = motion.taken().map(|it| it.name.to_string()).collect();
        assert_eq!(taken, ["丁三", "王二"]);
        assert_snapshot!(format!("slate_elected_{language}"), stage.screen());
        stage.every_size();
    }
}

#[test]
fn another_name_is_written_in_and_struck_again() {
    for language in Language::ALL {
        let mut stage = secretly(language);
        // Votes are of a name: before one stands there the digit says so.
        stage.press("End 3");
        assert_eq!(stage.said(), slate::name_first(language, "w"));
        stage.press("+");
        stage.type_text("丁三");
        stage.press("PgDn Enter");
        // It stands on the ballot already: the sheet stays and says so.
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        stage.press("Esc");
        // The name that was typed is there again, and gives way to another.
        stage.press("w");
        assert!(stage.screen().contains("丁三"), "{}", stage.screen());
        stage.press("Backspace Backspace Esc");
        for name in ["周七", "吴八"] {
            stage.press("w");
            stage.type_text(name);
            stage.press("PgDn Enter");
        }
        stage.press("6");
        let screen = stage.screen();
        assert!(
            screen.contains(&slate::row_written(language, "周七")),
            "{screen}"
        );
        assert_snapshot!(format!("slate_written_{language}"), screen);
        // What has no vote is struck by one key; what has some is first taken down to none.
        stage.press("Up -");
        let screen = stage.screen();
        assert!(
            !screen.contains(&slate::row_written(language, "周七")),
            "{screen}"
        );
        assert!(
            screen.contains(&slate::row_written(language, "吴八")),
            "{screen}"
        );
    }
}

#[test]
fn one_of_several_is_counted_by_hands_row_by_row_and_runs_off() {
    for language in Language::ALL {
        let mut stage = asked(language, "one-of-several-run-off");
        stage.type_text("从三个方案中选一个。");
        stage.press("Tab");
        for (at, name) in ["甲方案", "乙方案", "丙方案"].into_iter().enumerate() {
            if at > 0 {
                stage.press("Enter");
            }
            stage.type_text(name);
        }
        assert_snapshot!(format!("options_sheet_{language}"), stage.screen());
        stage.press("PgDn Enter");
        assert_eq!(names(&stage), ["甲方案", "乙方案", "丙方案"]);
        let way = words::own_key(language, "#", ballots::secretly_short(language));
        assert!(stage.screen().contains(way.trim()), "{}", stage.screen());
        stage.press("j");
        assert_eq!(ballot(&stage).method, Method::Hands);
        assert_eq!(stage.app.scopes()[0], Scope::LiveSecret);
        assert_snapshot!(format!("options_hands_{language}"), stage.screen());
        stage.every_size();
        // One hand too few is not counted.
        fill(&mut stage, &[5, 3, 2, 1, 0]);
        stage.press("F5");
        assert_eq!(ballot(&stage).sheet, None);
        fill(&mut stage, &[5, 3, 2, 1, 1]);
        stage.press("F5");
        assert!(ballot(&stage).sheet.is_some(), "{}", stage.screen());
        stage.press("F5");
        assert_eq!(motion(&stage).result().unwrap().outcome, Outcome::VoteAgain);
        assert_snapshot!(format!("options_run_off_{language}"), stage.screen());
        // One of twelve abstained and one kept silent: ten cast a vote, and eleven ballots count.
        stage.press("%");
        let screen = stage.screen();
        for base in [
            format!("{} 10", bases::cast_for_one(language)),
            format!("{} 11", terms::base(language, Base::Valid)),
        ] {
            assert!(screen.contains(&base), "{base}: {screen}");
        }
        stage.press("Esc");
        stage.press("End F5");
        let between = ballot(&stage).slate.unwrap().contenders;
        assert_eq!(between.len(), 2);
        // Opened by mistake, and taken back like any step.
        stage.press("u");
        assert_eq!(standing(&motion(&stage)), Standing::VoteAgain);
        stage.press("F5");
        fill(&mut stage, &[7, 5, 0, 0]);
        stage.press("F5 F5 End");
        assert_eq!(standing(&motion(&stage)), Standing::Adopted);
        assert_snapshot!(format!("options_chosen_{language}"), stage.screen());
        stage.every_size();
        // No paper went out, and no sheet that is signed says so.
        let world = stage.desk().world();
        let session = world.session(&motion(&stage).session).unwrap();
        let parts = count_sheet::sheets(world, session, language);
        let blocks: Vec<Block> = parts.into_iter().map(|part| part.block).collect();
        let sheet = plain::write(&blocks, language, 76);
        assert!(
            sheet.contains(count_words::label_present(language)),
            "{sheet}"
        );
        assert!(
            !sheet.contains(count_words::label_issued(language)),
            "{sheet}"
        );
    }
}

#[test]
fn figures_typed_and_not_taken_down_are_there_after_a_kill() {
    let mut stage = secretly(Language::Zh);
    fill(&mut stage, &[12, 1, 9]);
    stage.press("w");
    stage.type_text("周七");
    stage.press("PgDn Enter 2");
    let before = stage.screen();
    stage.app.keep_unfinished();
    let session = stage.app.live().unwrap().session.clone();
    while !matches!(stage.app.top(), Screen::Home(_)) {
        stage.app.back();
    }
    stage.app.go(Screen::live(session));
    let after = stage.screen();
    let figures = |screen: &str| -> Vec<String> {
        let rows = screen
            .lines()
            .filter(|line| line.contains("丁三") || line.contains("周七"));
        rows.map(|line| line.trim_start_matches(['▸', ' ']).trim_end().to_owned())
            .collect()
    };
    assert_eq!(figures(&before), figures(&after));
    assert!(figures(&after).len() >= 2, "{after}");
}

#[test]
fn seats_left_open_are_put_to_another_election() {
    for language in Language::ALL {
        let mut stage = secretly(language);
        for _ in 0..2 {
            fill(&mut stage, &[12, 0, 9, 3, 6, 6, 5, 7]);
            stage.press("F5");
        }
        stage.press("F5 End");
        assert_eq!(motion(&stage).seats_open(), 1, "{}", stage.screen());
        stage.press("g");
        let row = slate::menu_refill(language, 1);
        for _ in 0..9 {
            if stage.caret_row().contains(&row) {
                break;
            }
            stage.press("Down");
        }
        assert!(stage.caret_row().contains(&row), "{}", stage.screen());
        stage.every_size();
        // Its sheet opens at once, with those who were not elected.
        stage.press("Enter");
        let left = motion(&stage).slate.unwrap().contenders;
        let screen = stage.screen();
        assert!(stage.app.overlay.is_some(), "{screen}");
        assert!(!screen.contains(left[0].name.as_str()), "elected: {screen}");
        assert!(screen.contains(left[1].name.as_str()), "{screen}");
        stage.every_size();
        stage.press("PgDn Enter");
        let world = stage.desk().world();
        let second = world.motions_of(&motion(&stage).item).nth(1).unwrap();
        let slate = second.slate.as_ref().unwrap();
        assert_eq!((slate.seats, slate.contenders.len()), (1, 2));
        assert_eq!(second.refills.as_ref().unwrap().motion, motion(&stage).id);
        // Offered once.
        stage.press("Left g");
        assert!(!stage.screen().contains(&row), "{}", stage.screen());
    }
}

/// Goes down to a row of the menu.
fn down_to(stage: &mut Stage, row: &str) {
    for _ in 0..9 {
        if stage.caret_row().contains(row) {
            return;
        }
        stage.press("Down");
    }
    panic!("{row}\n{}", stage.screen());
}

#[test]
fn seats_left_open_are_left_so_by_a_vote_in_an_item_that_is_voted_for_and_against() {
    for language in Language::ALL {
        let mut stage = secretly(language);
        for _ in 0..2 {
            fill(&mut stage, &[12, 0, 9, 3, 6, 6, 5, 7]);
            stage.press("F5");
        }
        stage.press("F5 End");
        let elected = motion(&stage);
        // The item that runs elects: it says under which the vote is taken.
        stage.press("g");
        let row = slate::menu_leave_open(language, 1);
        down_to(&mut stage, &row);
        stage.every_size();
        stage.press("Enter");
        let screen = stage.screen();
        assert!(
            screen.contains(open_seats::which_item(language)),
            "{screen}"
        );
        stage.every_size();
        stage.press("Enter");
        assert!(stage.app.overlay.is_none() && motion(&stage).id == elected.id);
        let place = |stage: &mut Stage, says: &str| {
            stage.press("g");
            down_to(stage, &row);
            stage.press("Enter");
            down_to(stage, says);
            stage.press("Enter");
        };
        // One is added for it where none is left, or one of those that are left is gone on to.
        place(&mut stage, open_seats::add(language));
        let runs = |stage: &Stage| {
            let session = stage.app.live().unwrap().session.clone();
            let world = stage.desk().world();
            world.running_item(&session).unwrap().clone()
        };
        assert_eq!(
            runs(&stage).title.as_str(),
            open_seats::added_title(language)
        );
        stage.press("Esc u");
        assert_eq!(runs(&stage).id, elected.item);
        let world = stage.desk().world();
        let fourth = world.agenda(&elected.session).nth(3).unwrap();
        let number = terms::item_number(language, fourth);
        let fourth = open_seats::start(language, number, fourth.title.as_str());
        place(&mut stage, &fourth);
        let screen = stage.screen();
        assert!(stage.app.overlay.is_some(), "{screen}");
        let words = slates::leave_open_wording(language, stage.desk().world(), &elected);
        let flat = |text: &str| text.replace('│', "").split_whitespace().collect::<String>();
        let inside = screen.lines().filter_map(|line| line.split('│').nth(1));
        let inside: String = inside.flat_map(str::split_whitespace).collect();
        assert!(inside.contains(&flat(&words)), "{words}\n{screen}");
        assert_snapshot!(format!("slate_left_open_{language}"), screen);
        stage.every_size();
        stage.press("PgDn Enter");
        let drafted = motion(&stage);
        let refills = drafted.refills.as_ref().unwrap();
        assert_eq!(
            (&refills.motion, refills.vacancy),
            (&elected.id, Vacancy::LeftOpen)
        );
        assert_eq!((drafted.wording(), &drafted.slate), (words.as_str(), &None));
        // Voted like any other; the election says what became of it.
        stage.press("F5 0 9 e 8");
        assert_eq!(
            standing(&motion(&stage)),
            Standing::Adopted,
            "{}",
            stage.screen()
        );
        stage.press("a Home Down Down Down Down 6 F7");
        let world = stage.desk().world();
        let old = world.motion(&elected.id).unwrap();
        let said = sequels::step(language, world, old, old.sequels.last().unwrap());
        let screen = stage.screen();
        assert!(flat(&screen).contains(&flat(&said)), "{said}\n{screen}");
        stage.press("g");
        assert!(!stage.screen().contains(&row), "{}", stage.screen());
    }
}

#[test]
fn an_election_by_hands_counts_nothing_before_something_is_typed() {
    for language in Language::ALL {
        let own = Rule {
            id: "own-hands".into(),
            name: Some(Name {
                zh: line("举手选举"),
                en: line("Election by hands"),
            }),
            provenance: Provenance::Own,
            clause: "《议事规则》第九条".to_owned(),
            unverified: false,
            methods: vec![Method::Hands],
            ..preset("election-contested").unwrap()
        };
        let stage = asked_under(language, "own-hands", Some(own));
        let mut stage = stand(stage, &["赵一民", "王二", "丁三"]);
        stage.press("PgDn Enter");
        name_tellers(&mut stage);
        stage.press("F5");
        assert_eq!(ballot(&stage).method, Method::Hands, "{}", stage.screen());
        assert!(stage.screen().contains(slate::hands_hint(language)));
        stage.press("F5 F5");
        assert_eq!(ballot(&stage).sheet, None, "{}", stage.screen());
        stage.every_size();
        // That nobody raised a hand is said by typing it.
        fill(&mut stage, &[0]);
        stage.press("F5");
        assert!(ballot(&stage).sheet.is_some(), "{}", stage.screen());
    }
}
