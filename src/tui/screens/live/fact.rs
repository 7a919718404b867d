//! The fact that is selected on the live screen, for those who ask what is behind it.

use super::{Panel, agenda, minutes, review, roll, seen, vote};
use crate::domain::session::agenda::Item;
use crate::i18n::terms;
use crate::tui::app::App;
use crate::tui::screens::history::Fact;

/// Returns the fact that is selected: of a vote the voice, of the roll the person, an item, an entry.
pub fn fact(app: &App) -> Option<Fact> {
    let (state, session, world) = seen(app).ok()?;
    let person = |id| terms::person(app.language, world, id).to_owned();
    let whole = || (Vec::new(), terms::session_name(app.language, session));
    let of_item = |item: &Item| (vec![item.id.to_string()], item.title.to_string());
    let (names, label) = match state.panel {
        Panel::Agenda => agenda::selected(app).map_or_else(|_| whole(), of_item),
        Panel::Roll => match roll::selected(app) {
            Ok((_, _, attendee)) => {
                let id = &attendee.place.person;
                (vec![id.to_string()], person(id))
            }
            Err(_) => whole(),
        },
        Panel::Minutes => match minutes::selected(app) {
            Ok(entry) => (vec![entry.id.to_string()], entry.at.clock()),
            Err(_) => state.item(world).map_or_else(whole, of_item),
        },
        Panel::Vote => match vote::selected(app) {
            Ok((motion, voter)) => {
                let names = vec![motion.id.to_string(), voter.person.to_string()];
                (names, person(&voter.person))
            }
            Err(_) => vote::motion(state, world).map_or_else(
                || state.item(world).map_or_else(whole, of_item),
                |motion| (vec![motion.id.to_string()], motion.wording().to_owned()),
            ),
        },
        Panel::Review => match review::selected(app) {
            Ok(task) => return Some(Fact::of_task(task)),
            Err(_) => state.item(world).map_or_else(whole, of_item),
        },
        Panel::Closing => whole(),
    };
    Some(Fact::of_session(session.id.clone(), names, Some(label)))
}
