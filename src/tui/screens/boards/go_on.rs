//! Going on with a draft of a text for a board that was found at home.

use super::State;
use super::sheets::{Ask, DraftSheet, StepSheet};
use crate::desk::Desk;
use crate::desk::place::OfBoard;
use crate::i18n::{Language, place as names, terms};
use crate::tui::app::App;
use crate::tui::dialog;
use crate::tui::screens::Screen;

/// Names a draft: what it is, and about what.
#[must_use]
pub fn draft_name(language: Language, desk: &Desk, of: &OfBoard) -> (&'static str, Option<String>) {
    let world = desk.world();
    let posting = |id| world.posting(id).ok().map(|it| it.title().to_owned());
    let matter = |id| {
        let matter = world.matter(id).ok();
        matter.map(|it| it.intake.title.to_string())
    };
    match of {
        OfBoard::New => (names::posting(language), None),
        OfBoard::Matter(id) | OfBoard::Result(id) => (names::posting(language), matter(id)),
        OfBoard::Motion(id) => {
            let motion = desk.look_at_motion(id).ok().flatten();
            let words = motion.map(|(_, it)| it.wording().replace('\n', " "));
            (names::posting(language), words)
        }
        OfBoard::Regular(village, _) => {
            let village = terms::village(language, world, Some(village));
            (names::posting(language), Some(village.to_owned()))
        }
        OfBoard::Wording(id) => (names::posting_wording(language), posting(id)),
        OfBoard::Objection(id) => (names::objection(language), posting(id)),
        OfBoard::Answer(id, _) => (names::answer(language), posting(id)),
    }
}

/// Goes on with a draft, on the list of the boards. Says whether what it is about is still there.
pub fn go_on(app: &mut App, of: &OfBoard) -> bool {
    let Some(desk) = &app.desk else { return false };
    let world = desk.world();
    let (state, sheet): (State, Box<dyn dialog::Sheet>) = match of {
        OfBoard::Objection(id) | OfBoard::Answer(id, _) => {
            let Ok(posting) = world.posting(id) else {
                return false;
            };
            let ask = match of {
                OfBoard::Answer(_, number) => Ask::Answer(*number),
                _ => Ask::Object,
            };
            let sheet = StepSheet::new(ask, &[posting]);
            (State::at(id.clone()), Box::new(sheet))
        }
        OfBoard::Wording(id) => {
            if world.posting(id).is_err() {
                return false;
            }
            let sheet = DraftSheet::new(of.clone());
            (State::at(id.clone()), Box::new(sheet))
        }
        OfBoard::Matter(id) | OfBoard::Result(id) if world.matter(id).is_err() => return false,
        OfBoard::Motion(id) if !matches!(desk.look_at_motion(id), Ok(Some(_))) => return false,
        _ => (State::default(), Box::new(DraftSheet::new(of.clone()))),
    };
    app.go(Screen::Boards(state));
    dialog::open(app, sheet);
    true
}
