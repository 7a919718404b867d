//! Seats left open by a vote: what came of it is read whole, however long titles and names are.

#![allow(clippy::unwrap_used)]

use super::slate_tests::{fill, motion, secretly};
use crate::domain::Command;
use crate::domain::ids::MotionId;
use crate::domain::session::agenda::{self, Item, ItemState};
use crate::domain::text::{LONGEST_LINE, Line};
use crate::domain::vote::{self, Motion, MotionState, Wording};
use crate::i18n::{Language, sequels, slates, terms};
use crate::papers::{plain, record};
use crate::tui::screens::Screen;
use crate::tui::stage::Stage;
use crate::tui::text;
use insta::assert_snapshot;

fn longest(words: &str) -> Line {
    let words: String = words.chars().cycle().take(LONGEST_LINE).collect();
    Line::new(&words).unwrap()
}

/// An election that fills one of two seats, under the longest title; a vote leaves the other open.
fn left_open(language: Language) -> (Stage, Motion) {
    let mut stage = secretly(language);
    for _ in 0..2 {
        fill(&mut stage, &[12, 0, 9, 3, 6, 6, 5, 7]);
        stage.press("F5");
    }
    stage.press("F5 End");
    let elected = motion(&stage);
    let at = stage.desk().minute();
    let world = stage.desk().world();
    let titled = |item: &Item| {
        Command::Agenda(agenda::Command::Put(Item {
            title: longest("片区监督小组成员补选及联络员推选有关事项"),
            ..item.clone()
        }))
    };
    let renamed: Vec<Command> = world
        .agenda(&elected.session)
        .filter(|item| !item.state.settled())
        .map(titled)
        .collect();
    stage.record(&renamed);
    let world = stage.desk().world();
    let item = world.agenda(&elected.session).find(|it| {
        let rule = it.kind.rule().map(|rule| rule.as_str());
        it.state == ItemState::Pending && rule == Some("joint-default")
    });
    let item = item.unwrap().id.clone();
    let id = MotionId::from("m-open");
    let text = slates::leave_open_wording(language, world, &elected);
    let drafted = Motion {
        id: id.clone(),
        item: item.clone(),
        slate: None,
        state: MotionState::Drafted,
        wordings: vec![Wording {
            at,
            text: crate::domain::text::Text::new(&text).unwrap(),
            turn: None,
        }],
        ..elected.clone()
    };
    let vote = |command| Command::Vote(command);
    stage.record(&[
        Command::Agenda(agenda::Command::Settle {
            item: elected.item.clone(),
            state: ItemState::Done,
            at,
        }),
        Command::Agenda(agenda::Command::Start { item, at }),
        vote(vote::Command::LeaveOpen {
            session: elected.session.clone(),
            elected: elected.id.clone(),
            motion: drafted,
            at,
        }),
        vote(vote::Command::Open {
            motion: id.clone(),
            at,
        }),
        vote(vote::Command::AllFor { motion: id.clone() }),
        vote(vote::Command::End {
            motion: id.clone(),
            at,
        }),
        vote(vote::Command::Announce { motion: id, at }),
    ]);
    (stage, elected)
}

fn flat(text: &str) -> String {
    text.replace('│', "").split_whitespace().collect()
}

/// Returns what stands beside the agenda of a wide window.
fn beside(screen: &str) -> String {
    let row = |row: &str| row.strip_prefix(text::head(row, 43)).unwrap().to_owned();
    screen.lines().skip(6).map(row).collect()
}

#[test]
fn what_came_of_open_seats_is_read_whole_on_the_screen() {
    for language in Language::ALL {
        let (mut stage, elected) = left_open(language);
        stage.app.go(Screen::live(elected.session.clone()));
        stage.press("F7");
        let world = stage.desk().world();
        let open = world.motion(&"m-open".into()).unwrap();
        let wording: String = flat(open.wording()).chars().take(9).collect();
        for (size, name) in [((80, 24), "small"), ((120, 40), "large")] {
            let screen = stage.screen_of(size.0, size.1);
            // Of the longest title the end is cut, and never what is decided.
            assert!(flat(&screen).contains(&wording), "{screen}");
            assert_snapshot!(format!("left_open_{name}_{language}"), screen);
        }
        stage.every_size();
        // The election says what became of its seats, wherever one looks at it.
        stage.press("a End 6 F7");
        let world = stage.desk().world();
        let motion = world.motion(&elected.id).unwrap();
        let steps = motion.sequels.iter();
        let steps: Vec<String> = steps
            .map(|it| sequels::step(language, world, motion, it))
            .chain([terms::villages(language, world, &motion.villages)])
            .collect();
        for (width, height) in [(80, 24), (120, 40)] {
            let screen = stage.screen_of(width, height);
            let seen = flat(&match width {
                120 => beside(&screen),
                _ => screen.clone(),
            });
            for step in &steps {
                assert!(seen.contains(&flat(step)), "{step}\n{screen}");
            }
        }
    }
}

#[test]
fn what_came_of_open_seats_is_printed_whole() {
    for language in Language::ALL {
        let (stage, elected) = left_open(language);
        let world = stage.desk().world();
        let open = world.motion(&"m-open".into()).unwrap();
        let session = world.session(&elected.session).unwrap();
        let paper = record::record(world, session, language, record::Printed::default());
        let text = plain::write(&paper, language, 80);
        let said = open.wording();
        assert!(flat(&text).contains(&flat(said)), "{said}\n{text}");
        assert!(!text.contains('~'), "{text}");
    }
}
