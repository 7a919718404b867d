//! Putting a matter on an agenda: that of the next session, of one that is chosen, or of a new one.

use super::sheets::LateSheet;
use super::{seen, selected};
use crate::domain::ids::{MatterId, SessionId};
use crate::domain::matter::agenda::item_of;
use crate::domain::session::agenda::{Command as Agenda, Item, Late};
use crate::domain::session::{Session, SessionState};
use crate::domain::{Command, Refusal, World};
use crate::i18n::{matter_list as words, terms, ui};
use crate::tui::action::{Why, may_record};
use crate::tui::app::{App, Overlay};
use crate::tui::dialog;
use crate::tui::menus::{Choice, Menus};
use crate::tui::screens::plan::sheets::PlanSheet;

/// Returns the sessions that are planned and not over, the next first.
fn planned(world: &World, today: chrono::NaiveDate) -> Vec<&Session> {
    let sessions = world.sessions.values().map(AsRef::as_ref);
    let mut planned: Vec<&Session> = sessions
        .filter(|it: &&Session| it.state == SessionState::Planned && it.date >= today)
        .collect();
    planned.sort_by_key(|it| (it.date, it.start, it.id.clone()));
    planned
}

/// Makes the item of a matter in a session.
pub(super) fn item(app: &App, matter: &MatterId, session: &SessionId) -> Result<Item, Refusal> {
    let desk = app.desk.as_ref().ok_or(Refusal::NoCommittee)?;
    let world = desk.world();
    let (matter, session) = (world.matter(matter)?, world.session(session)?);
    Ok(item_of(world, matter, session, desk.new_id()))
}

/// Says whether the selected matter may stand on an agenda.
pub(super) fn may_stand(app: &App) -> Result<(), Why> {
    use crate::domain::matter::Refused;
    may_record(app)?;
    let matter = seen(app).ok_or(Why::Says(ui::nothing_selected))?;
    let refused = if let Err(closed) = matter.still_open() {
        Some(closed)
    } else if matter.screening.is_none() {
        Some(Refused::NotScreened)
    } else {
        let awaited = matter.hearings.iter().find(|it| it.awaited());
        let desk = app.desk.as_ref();
        awaited.map(|it| Refused::OnAgenda {
            on: it.on,
            opened: desk.is_some_and(|desk| it.opened(desk.world())),
        })
    };
    match refused {
        Some(refused) => Err(Why::Refused(refused.into())),
        None => Ok(()),
    }
}

/// Puts the selected matter on the agenda of the next session; where none is planned, it asks.
pub(super) fn put(app: &mut App) {
    let next = app.desk.as_ref().and_then(|desk| {
        let planned = planned(desk.world(), desk.today());
        planned.first().map(|session| session.id.clone())
    });
    match (selected(app), next) {
        (Some(matter), Some(session)) => put_into(app, &matter, &session),
        _ => choose(app),
    }
}

/// Asks on the agenda of which session the selected matter goes.
pub(super) fn choose(app: &mut App) {
    let language = app.language;
    let (Some(matter), Some(desk)) = (selected(app), &app.desk) else {
        return;
    };
    let mut rows: Vec<Choice> = planned(desk.world(), desk.today())
        .into_iter()
        .map(|session| {
            let name = terms::session_name(language, session);
            let label = words::session_row(language, name, terms::date(language, session.date));
            let (matter, session) = (matter.clone(), session.id.clone());
            let then: Box<dyn FnOnce(&mut App)> =
                Box::new(move |app| put_into(app, &matter, &session));
            (label, then)
        })
        .collect();
    let label = words::new_session(language).to_owned();
    let title = if rows.is_empty() {
        words::no_planned(language)
    } else {
        words::choose_title(language)
    };
    rows.push((
        label,
        Box::new(move |app| {
            let sheet = PlanSheet::create_for(matter);
            dialog::open(app, Box::new(sheet));
        }),
    ));
    app.overlay = Some(Overlay::Menu(Menus::choice(title, rows, choose)));
}

/// Puts a matter on the agenda of a session; once its notice is out, a reason is asked for.
pub fn put_into(app: &mut App, matter: &MatterId, session: &SessionId) {
    let desk = app.desk.as_ref();
    let noticed = desk.and_then(|desk| desk.world().session(session).ok());
    if noticed.is_some_and(|session| session.notice.is_some()) {
        let sheet = LateSheet::new(matter.clone(), session.clone());
        return dialog::open(app, Box::new(sheet));
    }
    match item(app, matter, session) {
        Ok(item) => {
            app.record(&[Command::Agenda(Agenda::Put(item))]);
        }
        Err(refusal) => app.explain(&Why::Refused(refusal)),
    }
}

/// Makes the item of a matter that goes on an agenda after the notice.
pub(super) fn late(
    app: &App,
    matter: &MatterId,
    session: &SessionId,
    late: Late,
) -> Result<Command, Refusal> {
    let item = item(app, matter, session)?;
    Ok(Command::Agenda(Agenda::Put(Item {
        late: Some(late),
        ..item
    })))
}
