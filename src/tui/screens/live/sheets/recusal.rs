//! The sheet of a recusal: why, and from what — the vote that is open, the item, a part of it.

use super::super::recusals::{self, Open};
use super::super::{hands, seen, vote as ballots};
use super::LINE;
use crate::desk::place::{InSession, OfMotion, Place};
use crate::domain::Command;
use crate::domain::ids::{MotionId, PersonId};
use crate::domain::session::recusal::{Matter, Reason};
use crate::domain::vote::{self, Choice, MotionState};
use crate::i18n::{hands as counted, live as words, recusal, recusals as said, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_if_any};
use crate::tui::widgets::form::{Field, Form};

/// Why somebody withdraws, from what, and who, where nobody is selected.
pub struct RecusalSheet {
    person: Option<PersonId>,
    /// The vote it was opened in; none where it was opened on the roll.
    motion: Option<MotionId>,
    place: Option<Place>,
}

/// What can be chosen to withdraw from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Motion,
    Item,
    Part,
}

impl RecusalSheet {
    /// Makes the sheet of somebody who is selected in a vote.
    #[must_use]
    pub fn of(motion: MotionId, person: PersonId) -> Self {
        let what = OfMotion::Recusal(Some(person.clone()));
        Self {
            person: Some(person),
            place: Some(Place::Motion(motion.clone(), what)),
            motion: Some(motion),
        }
    }

    /// Makes the sheet of somebody to be named: hands are counted, and nobody is selected by name.
    #[must_use]
    pub fn of_somebody(motion: MotionId) -> Self {
        Self {
            person: None,
            place: Some(Place::Motion(motion.clone(), OfMotion::Recusal(None))),
            motion: Some(motion),
        }
    }

    /// Makes the sheet of somebody selected on the roll, while an item runs.
    #[must_use]
    pub fn from_item(app: &App, person: PersonId) -> Self {
        let place = seen(app).ok().map(|(_, session, _)| {
            Place::Live(session.id.clone(), InSession::Recusal(person.clone()))
        });
        Self {
            person: Some(person),
            motion: None,
            place,
        }
    }

    /// Returns what can be chosen, what is likeliest first, with the motion's number.
    fn choices(&self, app: &App) -> (Vec<From>, u32) {
        let motion = recusals::open(app).ok().and_then(|open| open.motion);
        let number = motion.as_ref().map_or(0, |(_, number)| *number);
        let from = match (&self.motion, motion) {
            (Some(_), _) => vec![From::Motion, From::Item, From::Part],
            (None, Some(_)) => vec![From::Item, From::Part, From::Motion],
            (None, None) => vec![From::Item, From::Part],
        };
        (from, number)
    }

    /// Returns the first field after the one that names somebody.
    fn reason_at(&self) -> usize {
        usize::from(self.person.is_none())
    }
}

impl Sheet for RecusalSheet {
    fn title(&self, app: &App) -> String {
        match (&self.person, &app.desk) {
            (Some(person), Some(desk)) => {
                let who = terms::person(app.language, desk.world(), person);
                words::recusal_title(app.language, who)
            }
            _ => counted::recuse_title(app.language).to_owned(),
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let mut fields = Vec::new();
        if self.person.is_none() {
            let people = hands::may_withdraw(app);
            let names = app.desk.as_ref().map(|desk| {
                let name = |person| terms::person(language, desk.world(), person).to_owned();
                people.iter().map(name).collect()
            });
            let who = counted::recuse_who(language);
            fields.push(
                Field::choice("who", who, names.unwrap_or_default(), None)
                    .hint(words::who_hint(language))
                    .required(),
            );
        }
        let (choices, number) = self.choices(app);
        let choices = choices.into_iter().map(|from| match from {
            From::Motion => recusal::scope_motion(language, number),
            From::Item => recusal::scope_item(language).to_owned(),
            From::Part => recusal::scope_part(language).to_owned(),
        });
        let hint = reason_hint(app, &recusals::reason(app, self.person.as_ref()));
        fields.push(Field::text("reason", words::reason(language), "", LINE).hint(&hint));
        fields.push(
            Field::choice(
                "scope",
                recusal::scope(language),
                choices.collect(),
                Some(0),
            )
            .hint(recusal::scope_hint(language)),
        );
        fields.push(
            Field::text("part", recusal::part(language), "", LINE)
                .hint(recusal::part_hint(language)),
        );
        let motions = recusals::pending(app);
        let in_hand = recusals::open(app).ok().and_then(|open| open.motion);
        let marked = motions
            .iter()
            .position(|motion| in_hand.as_ref().is_some_and(|(id, _)| *id == motion.id));
        let rows = motions
            .iter()
            .map(|motion| recusal::part_motion(language, motion.number, motion.wording()));
        fields.push(
            Field::many(
                "motions",
                recusal::part_motions(language),
                rows.collect(),
                marked.as_slice(),
            )
            .hint(recusal::part_motions_hint(language)),
        );
        Form::new(words::record_row(language), fields)
    }

    /// Whoever is chosen withdraws for the reason that is on record of them.
    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if self.person.is_some() || field != 0 {
            return;
        }
        let person = form.chosen(0).and_then(|at| {
            let mut people = hands::may_withdraw(app).into_iter();
            people.nth(at)
        });
        let hint = reason_hint(app, &recusals::reason(app, person.as_ref()));
        form.set_hint(self.reason_at(), &hint);
    }

    fn settle(&self, app: &App, form: &mut Form) {
        let [scope, part, motions] = [1, 2, 3].map(|field| self.reason_at() + field);
        let (choices, _) = self.choices(app);
        let chosen = form.chosen(scope).and_then(|at| choices.get(at));
        let of_part = chosen == Some(&From::Part);
        form.show(part, of_part);
        form.show(motions, of_part && !recusals::pending(app).is_empty());
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let at = self.reason_at();
        let (scope, part, motions) = (at + 1, at + 2, at + 3);
        let person = match &self.person {
            Some(person) => Some(person.clone()),
            None => {
                let chosen = form.chosen(0);
                let people = hands::may_withdraw(app).into_iter();
                chosen.and_then(|at| people.into_iter().nth(at))
            }
        };
        let person = person.ok_or_else(|| Fault::at(0, ui::field_missing(language)))?;
        let proposed = recusals::reason(app, Some(&person));
        let reason = line_if_any(language, form, at)?.map_or(proposed, Reason::from);
        let (choices, _) = self.choices(app);
        let chosen = form.chosen(scope).and_then(|at| choices.get(at).copied());
        let fault = |why| Fault::at(at, app.reason(&why));
        let from = chosen.unwrap_or(From::Item);
        if let (From::Motion, Some(motion)) = (from, self.motion.clone()) {
            let take = vote::Command::Take {
                motion,
                person,
                choice: Choice::Recused { reason },
            };
            return Ok(Submission::Then(
                vec![Command::Vote(take)],
                Box::new(ballots::next),
            ));
        }
        let Open { item, motion } = recusals::open(app).map_err(fault)?;
        let of = match (from, motion) {
            (From::Part, _) => Matter::Part {
                item,
                part: line_if_any(language, form, part)?
                    .ok_or_else(|| Fault::at(part, recusal::part_missing(language)))?,
                motions: {
                    let pending = recusals::pending(app);
                    let marked = form.marked(motions).into_iter();
                    let marked = marked.filter_map(|at| pending.get(at));
                    marked.map(|motion| motion.id.clone()).collect()
                },
            },
            (From::Motion, Some((motion, _))) => Matter::Motion { motion },
            (From::Item | From::Motion, _) => Matter::Item { item },
        };
        let command = recusals::recuse(app, person, of, reason).map_err(fault)?;
        let voting = self.motion.as_ref().is_some_and(|id| {
            let motion = seen(app)
                .ok()
                .and_then(|(_, _, world)| world.motion(id).ok());
            motion.is_some_and(|motion| matches!(motion.state, MotionState::Voting { .. }))
        });
        Ok(if voting {
            Submission::Then(vec![command], Box::new(ballots::next))
        } else {
            Submission::Record(vec![command])
        })
    }

    fn place(&self) -> Option<Place> {
        self.place.clone()
    }
}

/// Says what the reason is where nothing is written: it is kept as what it is, and worded where it is read.
pub(super) fn reason_hint(app: &App, reason: &Reason) -> String {
    let language = app.language;
    let world = seen(app).ok().map(|(_, _, world)| world);
    let reason = world.map(|world| said::reason(language, world, reason));
    recusal::reason_hint(language, reason.unwrap_or_default())
}
