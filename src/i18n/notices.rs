//! The short text of a notice, for a group chat or a wall.

use super::{Language, matter, matters, notice, terms};
use crate::domain::session::Session;
use crate::domain::world::World;

/// Returns the text of a session's notice: when, where, what about, who chairs.
#[must_use]
pub fn text(language: Language, world: &World, session: &Session) -> String {
    let committee = world.committee.as_deref();
    let committee = committee.map_or("", |committee| committee.name.as_str());
    let called_for = session.called_for();
    let date = terms::date(language, called_for.date);
    let when = called_for.start.map_or_else(
        || date.clone(),
        |start| notice::hour(language, date.as_str(), terms::clock(start)),
    );
    let name = terms::session_name(language, session);
    let mut lines = vec![
        notice::head(language, committee),
        match &session.place {
            Some(place) => notice::call(language, name, when, place.as_str()),
            None => notice::call_no_place(language, name, when),
        },
    ];
    let mut agenda = world.agenda(&session.id).peekable();
    if agenda.peek().is_some() {
        lines.push(notice::agenda(language).to_owned());
    }
    lines.extend(agenda.map(|item| {
        let number = terms::item_number(language, item);
        let title = item.title.as_str();
        match matters::of_item(language, world, item) {
            Some(of) => matter::item_of(language, notice::item(language, number, title), of),
            None => notice::item(language, number, title),
        }
    }));
    if let Some(chair) = &session.chair {
        let chair = terms::person(language, world, chair).to_owned();
        lines.push(notice::chair(language, chair));
    }
    let urgent = session.notice.as_ref().and_then(|it| it.urgent.as_ref());
    lines.extend(urgent.map(|why| notice::urgent(language, why.as_str())));
    lines.extend(second_call(language, world, session));
    lines.push(notice::leave(language).to_owned());
    lines.join("\n")
}

/// Says that this is the second call, with the sentences its notice must carry; nothing in the notice of
/// a first date, which only that second notice can say.
fn second_call(language: Language, world: &World, session: &Session) -> Option<String> {
    let lapse = session.lapses.last()?;
    // A date that comes too late is no second call: it must carry nothing, and the first quorum stands.
    let wanted = session.must_carry(world);
    let said = wanted.iter().map(|it| it.as_str());
    let said = said.map(|it| it.trim_end_matches(['。', '.', ' ']));
    let said = said.collect::<Vec<_>>();
    let on = terms::date(language, lapse.first.date);
    (!said.is_empty())
        .then(|| notice::second_call_now(language, on, said.join(notice::between(language))))
}
