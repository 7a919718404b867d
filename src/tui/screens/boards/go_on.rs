//! Going on with a draft of a text for a board that was found at home.

use super::State;
use super::sheets::{Ask, DraftSheet, RestSheet, RulesSheet, StepSheet};
use crate::desk::Desk;
use crate::desk::place::{OfBoard, OfPosting};
use crate::domain::board::{Posting, PostingState};
use crate::domain::ids::PostingId;
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
        OfBoard::Regular(village, _) | OfBoard::Overdue(village, _) => {
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

/// Names a draft of what becomes of postings, and which.
#[must_use]
pub fn step_name(
    language: Language,
    desk: &Desk,
    what: OfPosting,
    ids: &[PostingId],
) -> (&'static str, Option<String>) {
    let what = match what {
        OfPosting::Down => names::posting_down(language),
        OfPosting::Move => names::posting_move(language),
        OfPosting::Redate => names::posting_redate(language),
        OfPosting::Photo => names::posting_photo(language),
        OfPosting::Drop => names::posting_drop(language),
    };
    let first = ids.first().and_then(|id| desk.posting(id).ok()?);
    (what, first.map(|posting| posting.title().to_owned()))
}

/// Goes on with a draft of what becomes of postings; says whether all of them are still there.
pub fn go_on_with_step(app: &mut App, what: OfPosting, ids: &[PostingId]) -> bool {
    let Some(desk) = &app.desk else { return false };
    // The day of what is settled may be corrected, so it is looked for in the file too.
    let postings = ids.iter().map(|id| desk.posting(id).ok()?);
    let postings: Option<Vec<Posting>> = postings.collect();
    let (Some(postings), Some(first)) = (postings, ids.first()) else {
        return false;
    };
    let settled = postings.iter().any(|it| it.state == PostingState::Closed);
    let ask = match what {
        OfPosting::Down => Ask::Down,
        OfPosting::Move => Ask::Move,
        OfPosting::Redate => Ask::Redate,
        OfPosting::Photo => Ask::Photo,
        OfPosting::Drop => Ask::Drop,
    };
    let sheet = StepSheet::new(ask, &postings.iter().collect::<Vec<_>>());
    let list = match settled {
        true => State::with_settled(),
        false => State::default(),
    };
    app.go(Screen::Boards(list.selecting(first.clone())));
    dialog::open(app, Box::new(sheet));
    true
}

/// Goes on with a draft of what the committee says of its boards.
pub fn go_on_with_rules(app: &mut App) {
    app.go(Screen::Boards(State::default()));
    dialog::open(app, Box::new(RulesSheet));
}

/// Goes on with a draft of the feasts and shifted working days of a year.
pub fn go_on_with_rest(app: &mut App) {
    app.go(Screen::Boards(State::default()));
    dialog::open(app, Box::new(RestSheet));
}
