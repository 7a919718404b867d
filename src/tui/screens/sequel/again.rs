//! The sheet of a reconsideration (复议).

use super::{LINE, Of, quoted};
use crate::desk::Desk;
use crate::desk::place::{Place, Sequel};
use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, MotionId, SessionId};
use crate::domain::rule::Question;
use crate::domain::text::Text;
use crate::domain::vote::{self, Effect, Motion, Wording};
use crate::domain::{Command, Refusal, World};
use crate::i18n::{sequel as words, shared, slate, slates, terms, ui};
use crate::tui::action::{Why, named};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_of};
use crate::tui::screens::live;
use crate::tui::widgets::form::{Field, Form};

/// Who moves to reconsider a decision, and why; it belongs to the item that runs.
pub(super) struct ReconsiderSheet {
    pub(super) of: Of,
}

impl Sheet for ReconsiderSheet {
    fn title(&self, app: &App) -> String {
        let world = self.of.world(app);
        let motion = world
            .as_ref()
            .and_then(|it| it.motion(&self.of.motion).ok());
        words::reconsider_title(app.language, motion.map(quoted).unwrap_or_default())
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let world = app.desk.as_ref().map(|desk| desk.world());
        let people = live::with_a_vote(app);
        let name = |person| world.map_or("", |world| terms::person(language, world, person));
        let names = people
            .iter()
            .map(|person| name(person).to_owned())
            .collect();
        Form::new(
            words::reconsider_row(language),
            vec![
                Field::choice("mover", words::reconsider_mover(language), names, None)
                    .required()
                    .hint(shared::choice_hint(language)),
                Field::text("why", words::reconsider_why(language), "", LINE)
                    .required()
                    .hint(words::reconsider_hint(language)),
            ],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let fault = |why: Why| Fault::at(0, app.reason(&why));
        let missing = |field| Fault::at(field, ui::field_missing(language));
        let world = self.of.world(app).ok_or_else(|| missing(0))?;
        let desk = app.desk.as_ref().ok_or_else(|| missing(0))?;
        let old = world
            .motion(&self.of.motion)
            .map_err(|_| fault(Why::Refused(Refusal::Unknown)))?;
        let (session, item, at) = live::item_now(app).map_err(fault)?;
        let item = item.ok_or_else(|| Fault::at(0, words::reconsider_no_item(language)))?;
        let mut people = live::with_a_vote(app).into_iter();
        let mover = form.chosen(0).and_then(|at| people.nth(at));
        let id: MotionId = desk.new_id();
        let motion = Motion {
            mover,
            ..once_more(old, id.clone(), (session, item), at)
        };
        let reconsider = vote::Command::Reconsider {
            session: self.of.session.clone(),
            decided: self.of.motion.clone(),
            motion,
            at,
            reason: line_of(language, form, 1)?,
        };
        Ok(Submission::Then(
            vec![Command::Vote(reconsider)],
            Box::new(move |app| live::look_at_motion(app, id)),
        ))
    }

    fn place(&self) -> Option<Place> {
        Some(self.of.place(Sequel::Reconsider))
    }
}

/// Makes a motion in the words of an old one.
fn once_more(
    old: &Motion,
    id: MotionId,
    (session, item): (SessionId, ItemId),
    at: Minute,
) -> Motion {
    let last = old.wordings.last();
    let wording = last.map(|it| Wording {
        at,
        text: it.text.clone(),
    });
    Motion {
        villages: old.villages.clone(),
        effect: old.effect,
        ..Motion::draft(id, session, item, wording.into_iter().collect())
    }
}

/// Puts the seats an election left open to another one, and opens its sheet: words and names may be
/// changed until the vote.
pub(super) fn refill(app: &mut App, of: &Of) {
    put(app, of, |app, world, desk| {
        let old = world.motion(&of.motion)?;
        let (session, item, at) = live::item_now(app)?;
        let item = item.ok_or(Why::Says(slate::refill_no_item))?;
        let id: MotionId = desk.new_id();
        let refill = vote::Command::Refill {
            session: of.session.clone(),
            elected: of.motion.clone(),
            motion: once_more(old, id.clone(), (session, item), at),
            at,
        };
        Ok((id, Command::Vote(refill)))
    });
}

/// Puts it to a vote for and against to leave the seats open for now, and opens the sheet of that motion:
/// its words stand there, and may be changed until the vote.
pub(super) fn leave_open(app: &mut App, of: &Of) {
    put(app, of, |app, world, desk| {
        let old = world.motion(&of.motion)?;
        let (session, item, at) = live::item_now(app)?;
        let votes_for = |item: &ItemId| {
            let rule = desk.world().item(item).ok()?.kind.rule()?;
            let on = desk.world().session(&session).ok()?.date;
            let rule = desk.world().rule_on(rule, on).ok()?;
            Some(rule.question == Question::YesNo)
        };
        let item = item.filter(|item| votes_for(item) == Some(true));
        let item = item.ok_or(Why::Says(slate::leave_open_no_item))?;
        let id: MotionId = desk.new_id();
        let words = slates::leave_open_wording(app.language, world, old);
        let wording = Text::new(&words).ok().map(|text| Wording { at, text });
        let motion = Motion {
            wordings: wording.into_iter().collect(),
            effect: Effect::Decides,
            villages: Vec::new(),
            ..once_more(old, id.clone(), (session, item), at)
        };
        let leave = vote::Command::LeaveOpen {
            session: of.session.clone(),
            elected: of.motion.clone(),
            motion,
            at,
        };
        Ok((id, Command::Vote(leave)))
    });
}

/// Records a motion about the seats an election left open, and opens its sheet.
fn put(
    app: &mut App,
    of: &Of,
    make: impl FnOnce(&App, &World, &Desk) -> Result<(MotionId, Command), Why>,
) {
    let made = of.world(app).zip(app.desk.as_ref());
    let made = made.map(|(world, desk)| make(app, &world, desk));
    let (id, command) = match made {
        Some(Ok(made)) => made,
        Some(Err(why)) => return app.explain(&why),
        None => return,
    };
    if app.record(&[command]) {
        live::look_at_motion(app, id);
        if let Some(action) = named("vote.word") {
            app.run(action);
        }
    }
}
