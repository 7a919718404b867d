//! A drafted text that waits for a step: the list says for which and since when, wherever there is room.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::State;
use super::tests::draft;
use crate::domain::Command;
use crate::domain::board::{Board, Command as Ask};
use crate::domain::matter;
use crate::domain::matter::path::{self, shipped};
use crate::domain::rule::Partial;
use crate::i18n::{Language, boards, paths};
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
