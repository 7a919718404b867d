//! A drafted text that waits for a step: the list says for which and since when, wherever there is room.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::State;
use super::tests::draft;
use crate::domain::Command;
use crate::domain::board::{Board, Command as Ask, Masked};
use crate::domain::dates::Minute;
use crate::domain::matter;
use crate::domain::matter::path::{self, Taking, What, shipped};
use crate::domain::rule::Partial;
use crate::domain::text::{Line, Text};
use crate::i18n::{Language, board_screen as words, boards, paths, terms};
use crate::tui::action::key_of;
use crate::tui::screens::Screen;
use crate::tui::screens::matters::chain_tests::adopted;
use crate::tui::stage::Stage;

/// A text about a matter that was adopted, drafted for the board of a village that did no step of it yet.
fn stage(language: Language) -> Stage {
    let mut stage = adopted(language);
    let choose = path::Command::Choose {
        matter: "a".into(),
        template: Box::new(shipped::named("four-deliberations").unwrap()),
        assent: Partial::AgreeingGoOn,
        on: stage.desk().today(),
        deadline: None,
    };
    let village = {
        let matter = stage.desk().world().matter(&"a".into()).unwrap();
        let villages = stage.desk().world().villages_in_order().into_iter();
        let concerned = villages.filter(|it| matter.intake.concerns(&it.id));
        concerned.map(|it| it.id.clone()).next().unwrap()
    };
    let Command::Board(Ask::Draft(mut posting)) = draft("b1", Board::Village(village)) else {
        panic!("a draft");
    };
    posting.matter = Some("a".into());
    posting.wordings[0].on = stage.desk().today();
    let asked = Command::Matter(matter::Command::Path(choose));
    stage.record(&[asked, Command::Board(Ask::Draft(posting))]);
    stage.app.go(Screen::Boards(State::at("b1".into())));
    stage
}

#[test]
fn the_step_a_text_waits_for_is_read_whole_where_there_is_room() {
    for language in Language::ALL {
        let mut stage = stage(language);
        let screen = stage.screen_of(120, 40);
        let (world, today) = (stage.desk().world(), stage.desk().today());
        let posting = world.posting(&"b1".into()).unwrap();
        let says = boards::next_as_it_stands(language, world, posting, today);
        let steps = shipped::named("four-deliberations").unwrap().steps;
        assert!(says.contains(paths::step(language, &steps[1])), "{says}");
        let row = screen.lines().find(|row| row.contains(posting.title()));
        assert!(row.unwrap().trim_end().ends_with(&says), "{screen}");
        stage.every_size();
    }
}

#[test]
fn a_text_that_was_drafted_before_its_village_said_no_says_so_wherever_it_is_read() {
    for language in Language::ALL {
        let mut stage = stage(language);
        let (text, village) = {
            let (world, today) = (stage.desk().world(), stage.desk().today());
            let matter = world.matter(&"a".into()).unwrap();
            let Board::Village(village) = &world.posting(&"b1".into()).unwrap().board else {
                panic!("a village's board");
            };
            let text = boards::draft_matter(language, world, matter, today).text;
            (Masked::text(&Text::new(&text).unwrap()), village.clone())
        };
        let mut wording = {
            let posting = stage.desk().world().posting(&"b1".into()).unwrap();
            posting.wording().unwrap().clone()
        };
        wording.text = text;
        let today = stage.desk().today();
        let name = terms::village(language, stage.desk().world(), Some(&village)).to_owned();
        let said = words::detail_old_consent(language, &*name, key_of("boards.draft"));
        let start: String = said.chars().take(10).collect();
        stage.record(&[Command::Board(Ask::Word {
            posting: "b1".into(),
            wording,
            reason: None,
        })]);
        let seen = stage.screen_of(120, 40);
        assert!(!seen.contains(&start), "{seen}");
        let no = path::Command::Take {
            matter: "a".into(),
            taking: Taking {
                step: 1,
                village: Some(village),
                at: Minute::read(&format!("{today}T10:00")).unwrap(),
                on: today,
                what: What::Done {
                    body: Line::new("村党支部委员会").unwrap(),
                    agreed: false,
                    turnout: None,
                },
                noticed: None,
                early: None,
                signed: None,
                records: Vec::new(),
            },
        };
        stage.record(&[Command::Matter(matter::Command::Path(no))]);
        let seen = stage.screen_of(120, 40);
        assert!(seen.contains(&start), "{seen}");
        stage.press("F4");
        let seen = stage.screen_of(120, 40);
        assert!(seen.contains(&start), "{seen}");
        stage.press("Esc p");
        let seen = stage.screen_of(120, 40);
        assert!(seen.contains(&start), "{seen}");
        stage.every_size();
    }
}
