//! The sheet that puts a recusal right after 散会: whether there was one, whose, from what, from when to
//! when; below it what that would have changed in the votes.

use super::super::seen;
use super::amend::{corrections, signature};
use super::{LINE, minute_of};
use crate::desk::place::{InSession, Place};
use crate::domain::World;
use crate::domain::ids::{ItemId, PersonId, SessionId};
use crate::domain::session::Session;
use crate::domain::session::correction::{Wanted, recounts};
use crate::domain::session::recusal::{Matter, Reason, Recusal};
use crate::i18n::{
    Language, live as live_words, recusal, recusal_mend as words, recusals, terms, ui,
};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_if_any};
use crate::tui::screens::choices::label_of;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// Asks how a recusal was.
pub struct MendRecusalSheet {
    session: SessionId,
    /// As it stands on the record; none for one that was missed.
    from: Option<Recusal>,
}

const WHO: usize = 0;
const MATTER: usize = 1;
const REASON: usize = 2;
const FROM: usize = 3;
const TO: usize = 4;
/// Whether there was a recusal: asked of one that is on the record, after all that it says.
const STANDS: usize = 5;

/// The option by which there was a recusal; the other says that there was none.
const STOOD: usize = 0;

impl MendRecusalSheet {
    /// Makes the sheet of a recusal that is on the record, or of one that was missed.
    #[must_use]
    pub fn new(session: SessionId, from: Option<Recusal>) -> Self {
        Self { session, from }
    }

    /// Reads what the sheet says; `None` where there was no recusal.
    fn read(
        &self,
        app: &App,
        session: &Session,
        world: &World,
        form: &Form,
    ) -> Result<Option<Recusal>, Fault> {
        let language = app.language;
        let missing = |field| Fault::at(field, ui::field_missing(language));
        if self.from.is_some() && form.chosen(STANDS) != Some(STOOD) {
            return Ok(None);
        }
        let person = form.chosen(WHO).and_then(|at| {
            let people = people(session);
            people.get(at).map(|it| PersonId::clone(it))
        });
        let matters = matters(world, session, self.from.as_ref());
        let of = form.chosen(MATTER).and_then(|at| matters.get(at).cloned());
        let old = self.from.as_ref();
        let to = form.text(TO);
        let said = Recusal::since(
            person.ok_or_else(|| missing(WHO))?,
            of.ok_or_else(|| missing(MATTER))?,
            line_if_any(language, form, REASON)?.map_or(unwritten(old), Reason::from),
            minute_of(language, session, form, FROM, old.map(|it| it.from))?,
        );
        let to = match to.trim().is_empty() {
            true => None,
            false => {
                let last = old.and_then(|it| it.to);
                Some(minute_of(language, session, form, TO, last)?)
            }
        };
        Ok(Some(Recusal { to, ..said }.as_stated(world, session, old)))
    }
}

/// Returns the reason of a recusal where none is written: the one it has, unless that was written.
fn unwritten(from: Option<&Recusal>) -> Reason {
    match from.map(|it| &it.reason) {
        None | Some(Reason::Stated { .. }) => Reason::Interest,
        Some(known) => known.clone(),
    }
}

/// Returns those who can have withdrawn: whoever came with a vote.
fn people(session: &Session) -> Vec<&PersonId> {
    let came = session.entitled().filter(|it| it.came());
    came.map(|it| &it.place.person).collect()
}

/// Returns what one can have withdrawn from: the items and the motions of the session, and a part of an
/// item where that is what stands.
fn matters(world: &World, session: &Session, from: Option<&Recusal>) -> Vec<Matter> {
    let part = from.map(|it| it.of.clone());
    let part = part.filter(|of| matches!(of, Matter::Part { .. }));
    let mut matters: Vec<Matter> = part.into_iter().collect();
    for item in world.agenda(&session.id) {
        matters.push(Matter::Item {
            item: item.id.clone(),
        });
        let motions = world.motions_of(&item.id);
        matters.extend(motions.map(|motion| Matter::Motion {
            motion: motion.id.clone(),
        }));
    }
    matters
}

fn fields(
    language: Language,
    world: &World,
    session: &Session,
    from: Option<&Recusal>,
    in_hand: Option<&ItemId>,
) -> Vec<Field> {
    let people = people(session);
    let who = from.and_then(|it| people.iter().position(|person| **person == it.person));
    let names = people.iter().map(|it| label_of(language, world, it));
    let matters = matters(world, session, from);
    let stands = |matter: &Matter| match from {
        Some(from) => *matter == from.of,
        // One that was missed is looked for where one stands.
        None => matches!(matter, Matter::Item { .. }) && matter.item() == in_hand,
    };
    let of = matters.iter().position(stands);
    let rows = matters
        .iter()
        .map(|it| recusals::matter(language, world, it));
    let clock = |at: Option<crate::domain::dates::Minute>| at.map(|at| at.clock());
    let begun = clock(from.map(|it| it.from)).unwrap_or_default();
    let ended = clock(from.and_then(|it| it.to)).unwrap_or_default();
    let reason = match from.map(|it| &it.reason) {
        Some(Reason::Stated { words }) => words.as_str(),
        _ => "",
    };
    let unwritten = recusals::reason(language, world, &unwritten(from));
    let unwritten = recusal::reason_hint(language, unwritten);
    vec![
        Field::choice("who", words::who(language), names.collect(), who).required(),
        Field::choice("matter", words::matter(language), rows.collect(), of).required(),
        Field::text("why", words::reason(language), reason, LINE).hint(&unwritten),
        Field::figure("from", words::from(language), &begun, 8).required(),
        Field::figure("to", words::to(language), &ended, 8).hint(words::to_hint(language)),
    ]
}

impl Sheet for MendRecusalSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        let who = self.from.as_ref().zip(seen(app).ok());
        match who {
            Some((from, (_, _, world))) => {
                words::title(language, terms::person(language, world, &from.person))
            }
            None => words::title_missed(language).to_owned(),
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let Ok((state, session, world)) = seen(app) else {
            return Form::new(live_words::record_row(language), Vec::new());
        };
        let in_hand = state.item(world).map(|item| &item.id);
        let mut fields = fields(language, world, session, self.from.as_ref(), in_hand);
        if self.from.is_some() {
            let stood = [words::stood(language), words::never(language)];
            let stood = stood.map(ToOwned::to_owned).to_vec();
            fields.push(
                Field::choice("stands", words::stands(language), stood, Some(STOOD))
                    .hint(words::stands_hint(language)),
            );
        }
        fields.extend(signature(app));
        Form::new(live_words::record_row(language), fields)
    }

    fn settle(&self, _app: &App, form: &mut Form) {
        let stood = self.from.is_none() || form.chosen(STANDS) == Some(STOOD);
        for field in WHO..=TO {
            form.show(field, stood);
        }
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let Ok((_, session, world)) = seen(app) else {
            return Vec::new();
        };
        let Ok(to) = self.read(app, session, world, form) else {
            return Vec::new();
        };
        if self.from == to {
            return Vec::new();
        }
        let votes = recounts(world, session, self.from.as_ref(), to.as_ref());
        if votes.is_empty() {
            let none = words::none_touched(app.language).to_owned();
            return vec![(Role::Muted, none)];
        }
        let said = votes.iter().map(|vote| {
            let role = if vote.turns() {
                Role::Warn
            } else {
                Role::Muted
            };
            (role, recusals::recount(app.language, world, vote))
        });
        said.collect()
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let fault = |why| Fault::at(0, app.reason(&why));
        let (_, session, world) = seen(app).map_err(fault)?;
        let from = self.from.clone();
        let to = self.read(app, session, world, form)?;
        let changed = (from != to).then_some(Wanted::Recusal { from, to });
        let signed = STANDS + usize::from(self.from.is_some());
        corrections(app, form, signed, changed.into_iter().collect())
    }

    fn place(&self) -> Option<Place> {
        let of = self.from.as_ref();
        let of = of.map(|it| (it.person.clone(), it.from.clock()));
        Some(Place::Live(
            self.session.clone(),
            InSession::RecusalCorrection(of),
        ))
    }

    fn is_recorded(&self) -> bool {
        self.from.is_some()
    }
}
