//! What the plan says of people: who was told of the session, who asked for leave, who comes as a guest.

use super::view::Said;
use crate::domain::World;
use crate::domain::dates::days_before;
use crate::domain::session::notice::{Notice, days_ahead};
use crate::domain::session::room::expected as everybody;
use crate::domain::session::{Session, SessionState};
use crate::i18n::{Language, plan, second_call, terms};
use crate::tui::action::named;
use crate::tui::theme::Role;

/// Says when, how and to whom the notice went out, and why late.
pub(super) fn notice(language: Language, world: &World, session: &Session) -> Vec<Said> {
    if session.state == SessionState::Lapsed {
        // What went out was for the first date; that of the second is recorded once it is planned.
        let when = terms::sitting(language, &session.called_for());
        let key = named("live.step").and_then(|action| action.keys.first());
        let key = key.map(ToString::to_string).unwrap_or_default();
        return vec![(Role::Warn, second_call::plan_anew(language, when, key))];
    }
    let wanted = session.must_carry(world);
    let must = || {
        let sentence = terms::lines(language, &wanted);
        (Role::Warn, second_call::must_carry(language, sentence))
    };
    let Some(notice) = &session.notice else {
        let not_sent = (Role::Normal, plan::notice_not_sent(language).to_owned());
        let must = (!wanted.is_empty()).then(must);
        return std::iter::once(not_sent).chain(must).collect();
    };
    let date = terms::date(language, notice.on);
    let said = match &notice.channel {
        Some(channel) => plan::notice_said_to(language, date, terms::channel(language, channel)),
        None => plan::notice_said(language, date),
    };
    let not_told = not_told(language, world, session, notice);
    let mut lines = match &not_told {
        None => vec![(Role::Normal, plan::notice_sent(language, said))],
        Some(people) => {
            let more = plan::notice_not_told(language, people.clone());
            vec![(Role::Warn, plan::notice_and(language, said, more))]
        }
    };
    if let Some(why) = &notice.urgent {
        let need = days_ahead(session.kind);
        let latest = terms::date(language, days_before(session.date, need));
        let words = plan::notice_was_late(language, need, latest, why.as_str());
        lines.push((Role::Warn, words));
    }
    if !wanted.iter().all(|it| notice.carries.contains(it)) {
        lines.push(must());
    } else if !wanted.is_empty() {
        let sentence = terms::lines(language, &wanted);
        lines.push((Role::Normal, second_call::carries(language, sentence)));
    }
    lines
}

fn not_told(
    language: Language,
    world: &World,
    session: &Session,
    notice: &Notice,
) -> Option<String> {
    let missing: Vec<_> = everybody(world, session)
        .into_iter()
        .map(|attendee| attendee.place.person)
        .filter(|person| !notice.told.has(person))
        .collect();
    let names = missing
        .iter()
        .map(|person| terms::person(language, world, person));
    (!missing.is_empty()).then(|| terms::list(language, names))
}

/// Says who asked for leave and who comes beside the roster, where anybody does.
pub(super) fn expected(language: Language, world: &World, session: &Session) -> Vec<Said> {
    let name = |person| terms::person(language, world, person);
    let joined = |said: Vec<String>| {
        let list = terms::list(language, said.iter().map(String::as_str));
        (!said.is_empty()).then_some(list)
    };
    let leave = session.leave.iter().map(|leave| {
        let reason = terms::excuse(language, &leave.reason);
        plan::leave_of(language, name(&leave.person), reason)
    });
    let guests = session.guests.iter().map(|guest| {
        let (who, unit) = (name(&guest.person), guest.role.as_str());
        match &guest.stands_for {
            None => plan::guest_of(language, who, unit),
            Some(member) => plan::deputy_of(language, who, unit, name(member)),
        }
    });
    let leave = joined(leave.collect()).map(|people| plan::leave(language, people));
    let guests = joined(guests.collect()).map(|people| plan::guests(language, people));
    let said = leave.into_iter().chain(guests);
    said.map(|words| (Role::Normal, words)).collect()
}
