//! The sheet of a reconsideration (复议).

use super::{LINE, Of, quoted};
use crate::desk::Desk;
use crate::desk::place::{Place, Sequel};
use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, MotionId, SessionId};
use crate::domain::roster::gone::still;
use crate::domain::rule::Question;
use crate::domain::session::agenda::{self, Item, ItemKind, Late};
use crate::domain::text::{Line, Text};
use crate::domain::vote::{self, Effect, Motion, Wording};
use crate::domain::{Command, Refusal, World};
use crate::i18n::{Language, open_seats, sequel as words, shared, slate, slates, terms, ui};
use crate::tui::action::{Why, named};
use crate::tui::app::{App, Overlay};
use crate::tui::dialog::{Fault, Sheet, Submission, line_of};
use crate::tui::menus::{Choice, Menus};
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
            ..once_more(desk.world(), old, id.clone(), (session, item), at)
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
    world: &World,
    old: &Motion,
    id: MotionId,
    (session, item): (SessionId, ItemId),
    at: Minute,
) -> Motion {
    let last = old.wordings.last();
    let wording = last.map(|it| Wording {
        at,
        text: it.text.clone(),
        turn: None,
    });
    let day = world.session(&session).map(|it| it.date);
    let villages = match day {
        Ok(day) => still(world, &old.villages, day),
        Err(_) => old.villages.clone(),
    };
    Motion {
        villages,
        effect: old.effect,
        ..Motion::draft(id, session, item, wording.into_iter().collect())
    }
}

/// Puts the seats an election left open to another one, and opens its sheet: words and names may be
/// changed until the vote.
pub(super) fn refill(app: &mut App, of: &Of) {
    put(app, of, (&[], &[]), |app, world, desk| {
        let old = world.motion(&of.motion)?;
        let (session, item, at) = live::item_now(app)?;
        let item = item.ok_or(Why::Says(slate::refill_no_item))?;
        let id: MotionId = desk.new_id();
        let refill = vote::Command::Refill {
            session: of.session.clone(),
            elected: of.motion.clone(),
            motion: once_more(desk.world(), old, id.clone(), (session, item), at),
            at,
        };
        Ok((id, Command::Vote(refill)))
    });
}

/// Puts it to a vote for and against to leave the seats open for now, and opens the sheet of that motion:
/// its words stand there, and may be changed until the vote. Where the item that runs is voted otherwise it is
/// asked first in which it is put.
pub(super) fn leave_open(app: &mut App, of: &Of) {
    let here = live::item_now(app).ok().and_then(|(_, item, _)| item);
    let world = app.desk.as_ref().map(Desk::world);
    let here = here.filter(|item| world.is_some_and(|world| for_and_against(world, item)));
    match here {
        Some(item) => leave_open_in(app, of, item, (&[], &[])),
        None => ask_where(app, of),
    }
}

/// Says whether an item is voted for and against.
fn for_and_against(world: &World, item: &ItemId) -> bool {
    let rule = world.item(item).ok().and_then(|item| {
        let day = world.session(&item.session).ok()?.date;
        world.rule_on(item.kind.rule()?, day).ok()
    });
    rule.is_some_and(|rule| rule.question == Question::YesNo)
}

/// Asks in which item it is put: each that is left and voted for and against, or one added for it. The first
/// row records nothing.
fn ask_where(app: &mut App, of: &Of) {
    let language = app.language;
    let (session, at) = match live::item_now(app) {
        Ok((session, _, at)) => (session, at),
        Err(why) => return app.explain(&why),
    };
    let Some(desk) = &app.desk else { return };
    let world = desk.world();
    let start = move |item: ItemId| Command::Agenda(agenda::Command::Start { item, at });
    let mut rows: Vec<Choice> = vec![(
        words::menu_not_yet(language).to_owned(),
        Box::new(|_: &mut App| {}),
    )];
    if let Some(item) = added(language, desk, &session) {
        let (of, id) = (of.clone(), item.id.clone());
        rows.push((
            open_seats::add(language).to_owned(),
            Box::new(move |app: &mut App| {
                let put = Command::Agenda(agenda::Command::Put(item));
                leave_open_in(app, &of, id.clone(), (&[put], &[start(id)]));
            }),
        ));
    }
    let left = world.agenda(&session).filter(|it| !it.state.settled());
    for item in left.filter(|it| for_and_against(world, &it.id)) {
        let number = terms::item_number(language, item);
        let label = open_seats::start(language, number, item.title.as_str());
        let (of, id) = (of.clone(), item.id.clone());
        rows.push((
            label,
            Box::new(move |app: &mut App| leave_open_in(app, &of, id.clone(), (&[], &[start(id)]))),
        ));
    }
    let again = of.clone();
    let title = open_seats::which_item(language);
    app.overlay = Some(Overlay::Menu(Menus::choice(title, rows, move |app| {
        ask_where(app, &again);
    })));
}

/// Makes the item that is added for it, voted by the rule the session sits by.
fn added(language: Language, desk: &Desk, session: &SessionId) -> Option<Item> {
    let world = desk.world();
    let session = world.session(session).ok()?;
    let line = |words| Line::new(words).ok();
    let reason = line(open_seats::added_why(language))?;
    let rule = session.sits_by(world).id;
    let title = line(open_seats::added_title(language))?;
    Some(Item {
        kind: ItemKind::Decision { rule },
        planned: None,
        late: session.notice.as_ref().map(|_| Late::to(session, reason)),
        ..Item::opening(desk.new_id(), session.id.clone(), title)
    })
}

/// Puts it in an item; what comes before and after puts that on the agenda and makes it the one that runs.
fn leave_open_in(app: &mut App, of: &Of, item: ItemId, beside: (&[Command], &[Command])) {
    put(app, of, beside, |app, world, desk| {
        let old = world.motion(&of.motion)?;
        let (session, _, at) = live::item_now(app)?;
        let id: MotionId = desk.new_id();
        let words = slates::leave_open_wording(app.language, world, old);
        let wording = Text::new(&words).ok().map(|text| Wording {
            at,
            text,
            turn: None,
        });
        let motion = Motion {
            wordings: wording.into_iter().collect(),
            effect: Effect::Decides,
            villages: Vec::new(),
            ..once_more(desk.world(), old, id.clone(), (session, item), at)
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
    (before, after): (&[Command], &[Command]),
    make: impl FnOnce(&App, &World, &Desk) -> Result<(MotionId, Command), Why>,
) {
    let made = of.world(app).zip(app.desk.as_ref());
    let made = made.map(|(world, desk)| make(app, &world, desk));
    let (id, command) = match made {
        Some(Ok(made)) => made,
        Some(Err(why)) => return app.explain(&why),
        None => return,
    };
    let mut commands = before.to_vec();
    commands.push(command);
    commands.extend_from_slice(after);
    if app.record(&commands) {
        live::look_at_motion(app, id);
        if let Some(action) = named("vote.word") {
            app.run(action);
        }
    }
}
