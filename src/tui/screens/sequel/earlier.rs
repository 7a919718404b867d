//! The decisions of other sessions that can be taken up once more (复议), the newest first, from the
//! session that sits now.

use super::{Of, Pick, quoted, take};
use crate::desk::Desk;
use crate::domain::ids::SessionId;
use crate::domain::session::{Session, SessionState};
use crate::domain::vote::Motion;
use crate::domain::vote::reconsider::may_reconsider;
use crate::i18n::{Language, sequel as words, sequels, terms};
use crate::tui::action::Why;
use crate::tui::app::{App, Overlay};
use crate::tui::menus::{Choice, Menus};
use crate::tui::screens::live;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many filed motions are read at a time; a row leads to those before.
const PAGE: u32 = 60;

/// Says whether an earlier decision can be taken up once more now.
///
/// # Errors
/// That no item for decision runs, in which it would be.
pub fn can(app: &App) -> Result<(), Why> {
    match live::item_now(app)? {
        (_, Some(_), _) => Ok(()),
        (_, None, _) => Err(Why::Says(words::reconsider_no_item)),
    }
}

/// Opens the list of decisions that can be taken up once more.
pub fn offer(app: &mut App) {
    open(app, 0);
}

fn open(app: &mut App, skip: u32) {
    let language = app.language;
    let here = match live::item_now(app) {
        Ok((session, _, _)) => session,
        Err(why) => return app.explain(&why),
    };
    let Some(desk) = &app.desk else { return };
    let mut found = if skip == 0 {
        closed(desk, &here)
    } else {
        Vec::new()
    };
    let filed = desk.filed_motions(skip, PAGE).unwrap_or_default();
    let more = u32::try_from(filed.len()).is_ok_and(|read| read == PAGE);
    found.extend(filed);
    let mut sessions: BTreeMap<SessionId, Option<Session>> = BTreeMap::new();
    let mut rows: Vec<(Option<NaiveDate>, Choice)> = Vec::new();
    for motion in found {
        let session = sessions
            .entry(motion.session.clone())
            .or_insert_with(|| desk.session(&motion.session).ok().flatten());
        let state = session.as_ref().map_or(SessionState::Sealed, |it| it.state);
        if !may_reconsider(&motion, state) {
            continue;
        }
        let label = label(language, session.as_ref(), &motion);
        let of = Of::motion(&motion);
        let reconsider = move |app: &mut App| take(app, &of, Pick::Reconsider);
        let on = session.as_ref().map(|session| session.date);
        rows.push((on, (label, Box::new(reconsider))));
    }
    // What is over and not filed may be older than what is filed.
    rows.sort_by_key(|(on, _)| Reverse(*on));
    let mut rows: Vec<Choice> = rows.into_iter().map(|(_, row)| row).collect();
    if more {
        let older = words::earlier_older(language).to_owned();
        rows.push((
            older,
            Box::new(move |app: &mut App| open(app, skip.saturating_add(PAGE))),
        ));
    }
    if rows.is_empty() {
        return app.explain(&Why::Says(words::earlier_none));
    }
    let menu = Menus::choice(words::earlier_title(language), rows, move |app| {
        open(app, skip)
    });
    app.overlay = Some(Overlay::Menu(menu));
}

/// Returns the motions of sessions that are over and not filed yet, the newest first.
fn closed(desk: &Desk, here: &SessionId) -> Vec<Motion> {
    let world = desk.world();
    let over = world
        .sessions
        .values()
        .filter(|session| session.id != *here);
    let over = over.filter(|session| session.state == SessionState::Closed);
    let mut over: Vec<&Session> = over.map(AsRef::as_ref).collect();
    over.sort_by_key(|session| std::cmp::Reverse((session.date, session.id.clone())));
    let items = over
        .into_iter()
        .flat_map(|session| world.agenda(&session.id));
    let motions = items.flat_map(|item| world.motions_of(&item.id));
    motions.cloned().collect()
}

fn label(language: Language, session: Option<&Session>, motion: &Motion) -> String {
    let (name, on) = session.map_or_else(Default::default, |session| {
        let on = session.date.to_string();
        (terms::session_name(language, session), on)
    });
    let standing = sequels::standing_short(language, motion);
    words::earlier_row(language, on, quoted(motion), standing, name)
}
