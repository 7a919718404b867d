//! What wants doing, in the order in which it wants it.

use super::Way;
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::dates::Minute;
use crate::domain::ids::{EntryId, ItemId, MotionId, SessionId};
use crate::domain::roster::Capacity;
use crate::domain::session::again::Sitting;
use crate::domain::session::agenda::Item;
use crate::domain::session::{Session, SessionState};
use crate::domain::task::Light;
use crate::i18n::{Language, acts, draft as words, home, terms};
use crate::store::Draft;
use crate::store::draft::written_at;
use crate::tui::screens::live;
use crate::tui::theme::Role;
use chrono::NaiveDate;

/// One row: what, how it stands, and where it leads; a row that leads nowhere is a header.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) what: String,
    pub(super) how: String,
    pub(super) role: Role,
    pub(super) way: Option<Way>,
}

impl Line {
    fn header(words: &str) -> Self {
        Self {
            what: words.to_owned(),
            how: String::new(),
            role: Role::Title,
            way: None,
        }
    }

    fn new(what: impl Into<String>, how: impl Into<String>, role: Role, way: Way) -> Self {
        Self {
            what: what.into(),
            how: how.into(),
            role,
            way: Some(way),
        }
    }
}

/// Lists what wants doing.
pub(super) fn lines(desk: &Desk, language: Language) -> Vec<Line> {
    let mut out = Vec::new();
    let mut sessions: Vec<&Session> = desk.world().sessions.values().map(AsRef::as_ref).collect();
    sessions.sort_by_key(|session| {
        (
            session.date != desk.today(),
            session.date,
            session.start,
            session.id.clone(),
        )
    });
    resume(&mut out, language, &sessions);
    setup(&mut out, desk, language);
    next(&mut out, language, desk.today(), &sessions);
    tidy(&mut out, language, &sessions);
    drafts(&mut out, desk, language);
    tasks(&mut out, desk, language);
    last(&mut out, desk, language);
    out
}

fn section(out: &mut Vec<Line>, title: &str, rows: Vec<Line>) {
    if !rows.is_empty() {
        out.push(Line::header(title));
        out.extend(rows);
    }
}

fn resume(out: &mut Vec<Line>, language: Language, sessions: &[&Session]) {
    let rows = sessions
        .iter()
        .filter_map(|session| {
            let on = |again: Option<Sitting>| {
                let again = again.unwrap_or_else(|| session.planned_for());
                terms::sitting(language, &again)
            };
            let how = match session.state {
                SessionState::Sitting => home::resume_sitting(language).to_owned(),
                SessionState::Break => home::resume_break(language).to_owned(),
                SessionState::Adjourned => {
                    let again = session.adjournments.last().map(|it| it.again);
                    home::resume_adjourned(language, on(again))
                }
                SessionState::Lapsed => {
                    let second = session.lapses.last().map(|it| it.second);
                    home::resume_lapsed(language, on(second))
                }
                SessionState::Planned | SessionState::Closed | SessionState::Sealed => return None,
            };
            let way = Way::Live(session.id.clone());
            let name = terms::session_name(language, session);
            Some(Line::new(name, how, Role::Warn, way))
        })
        .collect();
    section(out, home::resume(language), rows);
}

fn ever_planned(desk: &Desk) -> bool {
    let world = desk.world();
    !world.sessions.is_empty() || world.ordinals.values().any(|highest| *highest > 0)
}

/// Shown until the first session is planned: a newcomer sees what comes before it and how far it is.
fn setup(out: &mut Vec<Line>, desk: &Desk, language: Language) {
    let world = desk.world();
    if ever_planned(desk) {
        return;
    }
    let voting = world
        .seats
        .values()
        .filter(|seat| seat.capacity == Capacity::Voting)
        .count();
    let step = |count: usize, words: &str, way: Way| {
        let (mark, how, role) = if count == 0 {
            ("☐", String::new(), Role::Normal)
        } else {
            ("✓", home::setup_done(language, count), Role::Good)
        };
        Line::new(format!("{mark} {words}"), how, role, way)
    };
    let rows = vec![
        step(
            world.villages.len(),
            home::setup_villages(language),
            Way::Roster("roster.village"),
        ),
        step(
            voting,
            home::setup_people(language),
            Way::Roster("roster.person"),
        ),
        step(0, home::setup_session(language), Way::NewSession),
    ];
    section(out, home::setup(language), rows);
}

fn next(out: &mut Vec<Line>, language: Language, today: NaiveDate, sessions: &[&Session]) {
    let mut rows: Vec<Line> = sessions
        .iter()
        .filter(|session| session.state == SessionState::Planned)
        .map(|session| {
            let clock = session.start.map(terms::clock).unwrap_or_default();
            let day = terms::short_date(language, session.date);
            let (how, role) = match session.date.cmp(&today) {
                std::cmp::Ordering::Less => (home::next_past(language, day), Role::Warn),
                std::cmp::Ordering::Equal => (home::next_today(language, clock), Role::Good),
                std::cmp::Ordering::Greater => (home::next_day(language, day, clock), Role::Normal),
            };
            let way = Way::Live(session.id.clone());
            Line::new(terms::session_name(language, session), how, role, way)
        })
        .collect();
    let setting_up = out.iter().any(|line| line.way == Some(Way::NewSession));
    if rows.is_empty() && !setting_up {
        let words = home::next_none(language);
        rows.push(Line::new(words, "", Role::Normal, Way::NewSession));
    }
    section(out, home::next(language), rows);
}

fn tidy(out: &mut Vec<Line>, language: Language, sessions: &[&Session]) {
    let rows = sessions
        .iter()
        .filter(|session| session.state == SessionState::Closed)
        .map(|session| {
            let day = session.closed.map_or(session.date, Minute::day);
            let how = home::tidy_row(language, terms::short_date(language, day));
            let way = Way::Live(session.id.clone());
            let name = terms::session_name(language, session);
            Line::new(name, how, Role::Warn, way)
        })
        .collect();
    section(out, home::tidy(language), rows);
}

fn drafts(out: &mut Vec<Line>, desk: &Desk, language: Language) {
    // A file that cannot be read is told of by its desk; home goes on without this section.
    let drafts = desk.drafts().unwrap_or_default();
    let rows = drafts
        .into_iter()
        .filter(|draft| !draft.text.trim().is_empty())
        // Hands in pencil are no words to go on with; the session that sits takes them up.
        .filter(|draft| kind_of(&draft.place) != live::HANDS_DRAFT)
        .map(|draft| {
            let written = draft.text.chars().filter(|c| !c.is_control()).count();
            let when = terms::moment(language, &draft.at);
            let how = if written_at(&draft.place) == draft.place {
                home::draft_row(language, when, written)
            } else {
                words::row_aside(language, when, written)
            };
            let what = draft_name(desk, language, &draft);
            Line::new(what, how, Role::Warn, Way::Draft(draft.place))
        })
        .collect();
    section(out, home::drafts(language), rows);
}

fn draft_name(desk: &Desk, language: Language, draft: &Draft) -> String {
    let (world, place) = (desk.world(), written_at(&draft.place));
    if let Some(item) = item_of(world, place) {
        let number = terms::item_number(language, item);
        return home::draft_item(language, number, item.title.to_string());
    }
    match kind_of(place) {
        "roster" => home::draft_roster(language),
        "task" | "tasks" => home::draft_task(language),
        "motion" => home::draft_motion(language),
        "seal" => home::draft_seal(language),
        "correction" => home::draft_correction(language),
        "entry" => home::draft_entry(language),
        "notice" => home::draft_notice(language),
        "guest" | "deputy" | "leave" | "seat" | "excuse" => home::draft_roll(language),
        "session" | "sessions" | "plan" => home::draft_session(language),
        _ => home::draft_sheet(language),
    }
    .to_owned()
}

/// What stands between the parts of a draft's place.
const APART: [char; 2] = [':', '.'];

/// Returns the first part of a draft's place: what kind of sheet it is.
pub(super) fn kind_of(place: &str) -> &str {
    place.split(APART).next().unwrap_or(place)
}

/// Returns the item that a draft's place names, itself or by an entry or motion of it.
fn item_of<'a>(world: &'a World, place: &str) -> Option<&'a Item> {
    place.split(APART).find_map(|part| {
        let entry = world.entry(&EntryId::from(part)).map(|entry| &entry.item);
        let motion = || {
            world
                .motion(&MotionId::from(part))
                .map(|motion| &motion.item)
        };
        match entry.or_else(|_| motion()) {
            Ok(item) => world.item(item).ok(),
            Err(_) => world.item(&ItemId::from(part)).ok(),
        }
    })
}

/// Returns the session a draft was written in: the one its place names, sealed or not, else that of the
/// item it names.
pub(super) fn session_of(desk: &Desk, place: &str) -> Option<SessionId> {
    let named = || place.split(APART).map(SessionId::from);
    let open = || named().find(|id| desk.world().session(id).is_ok());
    let of_item = || item_of(desk.world(), place).map(|item| item.session.clone());
    // A sealed session lies in the file only.
    let sealed = || named().find(|id| desk.look(id).is_ok_and(|world| world.session(id).is_ok()));
    open().or_else(of_item).or_else(sealed)
}

fn tasks(out: &mut Vec<Line>, desk: &Desk, language: Language) {
    let today = desk.today();
    let open = &desk.world().tasks;
    let mut rows: Vec<Line> = [
        (Light::Overdue, home::tasks_overdue(language), Role::Bad),
        (Light::DueSoon, home::tasks_due_soon(language), Role::Warn),
        (Light::Undated, home::tasks_undated(language), Role::Normal),
    ]
    .into_iter()
    .filter_map(|(light, words, role)| {
        let these = || open.values().filter(|task| task.light(today) == light);
        // The row leads to the one that is waited for longest.
        let first = these().min_by_key(|task| (task.due, task.entered, task.id.clone()))?;
        let how = home::tasks_count(language, these().count());
        let way = Way::Tasks(Some(first.id.clone()));
        Some(Line::new(words, how, role, way))
    })
    .collect();
    if rows.is_empty() && ever_planned(desk) {
        let words = home::tasks_none(language);
        rows.push(Line::new(words, "", Role::Muted, Way::Tasks(None)));
    }
    section(out, home::tasks(language), rows);
}

fn last(out: &mut Vec<Line>, desk: &Desk, language: Language) {
    let Ok(Some(act)) = desk.last_act() else {
        return;
    };
    let world = desk.world_of(&act.events);
    let words = acts::sentence(language, &world, &act.events);
    let words = if act.undoing {
        home::last_undoing(language, words)
    } else {
        home::last_row(language, words)
    };
    let said = Way::Words(words.clone());
    let row = Line::new(words, terms::moment(language, &act.at), Role::Muted, said);
    section(out, home::last(language), vec![row]);
}
