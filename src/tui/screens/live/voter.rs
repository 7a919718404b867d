//! Whose turn it is, found under pressure: by name, pinyin, number or village.

use super::lines::{Stands, standing};
use super::vote::motion;
use super::{Panel, seen, with};
use crate::domain::ids::PersonId;
use crate::domain::refusal::Refusal;
use crate::domain::vote::not_open;
use crate::i18n::{ballots as words, terms};
use crate::tui::action::Why;
use crate::tui::app::{App, Overlay};
use crate::tui::menus::{Choice, Menus};

/// Says whether somebody can be found: a ballot is on the panel that is kept by name or by village.
///
/// # Errors
/// That none is.
pub fn can_find(app: &App) -> Result<(), Why> {
    let (state, session, world) = seen(app)?;
    let motion = motion(state, world).ok_or(Refusal::VoteNotOpen)?;
    match standing(session, motion).is_empty() {
        true => Err(Why::Refused(not_open(motion))),
        false => Ok(()),
    }
}

/// Asks who is meant; typing narrows the list, and a village leads to the first of its people.
pub fn find(app: &mut App) {
    let language = app.language;
    let Ok((state, session, world)) = seen(app) else {
        return;
    };
    let Some(motion) = motion(state, world) else {
        return;
    };
    // The number of the roll, which the clerk has in hand, and not the place in the vote, where who chairs comes last.
    let number = |person: &PersonId| {
        let mut roll = session.roll.iter();
        let place = roll.position(|it| it.place.person == *person);
        place.map_or(0, |place| place.saturating_add(1))
    };
    let rows: Vec<Choice> = standing(session, motion)
        .into_iter()
        .enumerate()
        .filter_map(|(at, line)| {
            let village = |id| terms::village(language, world, id).to_owned();
            let (label, to) = match line {
                Stands::Voter(voter) => {
                    let number = number(&voter.person);
                    let name = terms::person(language, world, &voter.person);
                    let village = village(voter.village.as_ref());
                    (words::voter_row(language, number, name, village), at)
                }
                Stands::Village(id) => (village(id), at.saturating_add(1)),
                Stands::Asked(id) => (village(id), at),
                Stands::Chair => return None,
            };
            let then: Box<dyn FnOnce(&mut App)> = Box::new(move |app: &mut App| {
                with(app, |state| state.listing_mut(Panel::Vote).selected = to);
            });
            Some((label, then))
        })
        .collect();
    app.overlay = Some(Overlay::Menu(Menus::choice(
        words::find_title(language),
        rows,
        find,
    )));
}
