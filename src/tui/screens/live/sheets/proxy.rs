//! The sheet of a proxy: who votes for somebody who is away, and by which paper; or that it is taken back.

use super::super::{in_force, moment, roll, seen};
use super::LINE;
use crate::desk::place::{InSession, Place};
use crate::domain::Command;
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::session::proxy::{self, Proxy};
use crate::domain::session::{self, Session};
use crate::i18n::{in_force as force, proxy as words, terms, ui};
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_of};
use crate::tui::screens::choices::label_of;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// Asks who votes for somebody who is away.
pub struct ProxySheet {
    session: SessionId,
    giver: PersonId,
}

/// Says whether the person selected may give a proxy, or take one back.
///
/// # Errors
/// Why not.
pub fn may_give(app: &App) -> Result<(), Why> {
    let (session, world, attendee) = roll::selected(app)?;
    if session.proxy_of(&attendee.place.person).is_some() {
        return Ok(());
    }
    if proxy::most(world, session).is_none() {
        return Err(Why::Says(words::none_allowed));
    }
    if !attendee.place.entitled() || attendee.there().is_some() {
        return Err(Why::Says(words::not_there));
    }
    match holders(session).is_empty() {
        true => Err(Why::Says(words::nobody)),
        false => Ok(()),
    }
}

/// Returns those who can hold a proxy: whoever is there with a vote.
fn holders(session: &Session) -> Vec<&PersonId> {
    let there = session.entitled().filter(|it| it.there().is_some());
    there.map(|it| &it.place.person).collect()
}

impl ProxySheet {
    /// Makes the sheet of the person selected.
    ///
    /// # Errors
    /// That none is.
    pub fn new(app: &App) -> Result<Self, Why> {
        let (session, _, attendee) = roll::selected(app)?;
        Ok(Self {
            session: session.id.clone(),
            giver: attendee.place.person.clone(),
        })
    }

    fn given<'a>(&self, app: &'a App) -> Option<&'a Proxy> {
        let (_, session, _) = seen(app).ok()?;
        session.proxy_of(&self.giver)
    }
}

impl Sheet for ProxySheet {
    fn title(&self, app: &App) -> String {
        let who = seen(app)
            .ok()
            .map(|(_, _, world)| terms::person(app.language, world, &self.giver));
        words::title(app.language, who.unwrap_or_default())
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let Ok((_, session, world)) = seen(app) else {
            return Form::new(words::confirm(language), Vec::new());
        };
        if let Some(proxy) = self.given(app) {
            let holder = words::by(language, terms::person(language, world, &proxy.holder));
            let back = Field::check("back", words::back(language), false).required();
            return Form::new(words::back(language), vec![back.hint(&holder)]);
        }
        let people = holders(session).into_iter();
        let people = people.map(|it| label_of(language, world, it)).collect();
        let most = proxy::most(world, session).unwrap_or(0);
        Form::new(
            words::confirm(language),
            vec![
                Field::choice("holder", words::holder(language), people, None)
                    .required()
                    .hint(&words::holder_hint(language, most)),
                Field::text("paper", words::paper(language), "", LINE)
                    .required()
                    .hint(words::paper_hint(language)),
            ],
        )
    }

    fn preview(&self, app: &App, _form: &Form) -> Vec<(Role, String)> {
        let Ok((_, session, world)) = seen(app) else {
            return Vec::new();
        };
        let without = in_force::without_proxies(world, session);
        if without.is_empty() || self.given(app).is_some() {
            return Vec::new();
        }
        let language = app.language;
        let whose = without.iter();
        let whose = whose.map(|rule| in_force::whose(language, world, session, rule));
        let whose: Vec<String> = whose.collect();
        let whose = whose.join(force::list(language));
        let counts = in_force::proxies_at(language, world, session);
        let counts = counts.map(|items| (Role::Normal, force::proxy_counts_at(language, items)));
        let idle = (Role::Warn, force::proxy_idle_at(language, whose));
        counts.into_iter().chain([idle]).collect()
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let fault = |why| Fault::at(0, app.reason(&why));
        let (_, session, _) = seen(app).map_err(fault)?;
        let (id, giver) = (session.id.clone(), self.giver.clone());
        let at = moment(app).map_err(fault)?;
        if session.proxy_of(&self.giver).is_some() {
            if !form.checked(0) {
                return Err(Fault::at(0, ui::field_missing(language)));
            }
            let back = session::Command::TakeProxyBack { id, giver, at };
            return Ok(Submission::Record(vec![Command::Session(back)]));
        }
        let holder = form.chosen(0).and_then(|at| {
            let people = holders(session);
            people.get(at).map(|it| PersonId::clone(it))
        });
        let holder = holder.ok_or_else(|| Fault::at(0, ui::field_missing(language)))?;
        let proxy = Proxy::since(giver, holder, line_of(language, form, 1)?, at);
        let give = session::Command::GiveProxy { id, proxy };
        Ok(Submission::Record(vec![Command::Session(give)]))
    }

    fn place(&self) -> Option<Place> {
        let what = InSession::Proxy(self.giver.clone());
        Some(Place::Live(self.session.clone(), what))
    }
}
