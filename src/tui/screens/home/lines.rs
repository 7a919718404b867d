//! What wants doing, in the order in which it wants it.

use super::last::Last;
use super::waiting::Waiting;
use super::{Way, drafts};
use crate::desk::Desk;
use crate::domain::dates::Minute;
use crate::domain::matter::life::{Stage, stage};
use crate::domain::matter::path::pressing::Pressing;
use crate::domain::roster::{Capacity, Seat};
use crate::domain::session::again::Sitting;
use crate::domain::session::agenda::{self, Item, Owed, waits_to_come_back};
use crate::domain::session::{Session, SessionState};
use crate::domain::task::Light;
use crate::domain::vote::follow::may_be_taken;
use crate::domain::vote::{Awaits, Due, Motion, Standing, awaited, due, standing};
use crate::domain::{World, board};
use crate::i18n::{
    Language, board_screen, boards as say, clocks, home, later_vote, left, matter_list,
    path_screen, second_call, sequel, sequels, shared, terms, version,
};
use crate::tui::theme::Role;
use chrono::NaiveDate;
use std::sync::Arc;

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

    pub(super) fn new(
        what: impl Into<String>,
        how: impl Into<String>,
        role: Role,
        way: Way,
    ) -> Self {
        Self {
            what: what.into(),
            how: how.into(),
            role,
            way: Some(way),
        }
    }
}

/// Lists what wants doing.
pub(super) fn lines(desk: &Desk, language: Language, waiting: &Waiting, last: &Last) -> Vec<Line> {
    let mut out = Vec::new();
    let behind = last.ahead(desk, language).into_iter().collect();
    section(&mut out, home::clock(language), behind);
    let mut sessions: Vec<&Session> = desk.world().sessions.values().map(AsRef::as_ref).collect();
    sessions.sort_by_key(|session| {
        (
            session.date != desk.today(),
            session.date,
            session.start,
            session.id.clone(),
        )
    });
    resume(&mut out, desk.world(), language, &sessions);
    setup(&mut out, desk, language);
    next(&mut out, desk, language, &sessions);
    let today = (language, desk.today());
    tidy(&mut out, today, desk.world(), &sessions, waiting.unsigned());
    motions(&mut out, desk, language, waiting.filed());
    left_over(&mut out, language, waiting.left());
    matters(&mut out, desk.world(), desk.today(), language);
    section(
        &mut out,
        home::drafts(language),
        drafts::rows(desk, language),
    );
    tasks(&mut out, desk, language, waiting);
    consent(&mut out, language, desk.today(), waiting.pressing());
    boards(&mut out, language, waiting);
    let last = last.row().cloned().into_iter().collect();
    section(&mut out, home::last(language), last);
    out
}

fn section(out: &mut Vec<Line>, title: &str, rows: Vec<Line>) {
    if !rows.is_empty() {
        out.push(Line::header(title));
        out.extend(rows);
    }
}

/// Adds what the notice of a second call must still say.
fn with_notice(world: &World, language: Language, session: &Session, how: String) -> String {
    let wanted = session.still_to_carry(world);
    match wanted.is_empty() {
        true => how,
        false => second_call::and_must_say(language, how, terms::lines(language, &wanted)),
    }
}

fn resume(out: &mut Vec<Line>, world: &World, language: Language, sessions: &[&Session]) {
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
                    let lapsed = home::resume_lapsed(language, on(second));
                    with_notice(world, language, session, lapsed)
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
    // A session needs somebody who votes; whoever is entered counts all the same.
    let voting = |seat: &Arc<Seat>| seat.capacity == Capacity::Voting;
    let people = match world.seats.values().any(voting) {
        true => world.people.len(),
        false => 0,
    };
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
            people,
            home::setup_people(language),
            Way::Roster("roster.person"),
        ),
        step(0, home::setup_session(language), Way::NewSession),
    ];
    section(out, home::setup(language), rows);
}

fn next(out: &mut Vec<Line>, desk: &Desk, language: Language, sessions: &[&Session]) {
    let (world, today) = (desk.world(), desk.today());
    let mut rows: Vec<Line> = sessions
        .iter()
        .filter(|session| session.state == SessionState::Planned)
        .map(|session| {
            let clock = session.start.map(terms::clock).unwrap_or_default();
            let day = terms::short_date(language, session.date, today);
            let (how, role) = match session.date.cmp(&today) {
                std::cmp::Ordering::Less => (home::next_past(language, day), Role::Warn),
                std::cmp::Ordering::Equal => (home::next_today(language, clock), Role::Good),
                std::cmp::Ordering::Greater => (home::next_day(language, day, clock), Role::Normal),
            };
            let role = match session.still_to_carry(world).is_empty() {
                true => role,
                false => Role::Warn,
            };
            let how = with_notice(world, language, session, how);
            let way = Way::Live(session.id.clone());
            Line::new(terms::session_name(language, session), how, role, way)
        })
        .collect();
    // What lapsed has its second date already.
    let lapsed = sessions.iter().any(|it| it.state == SessionState::Lapsed);
    let setting_up = out.iter().any(|line| line.way == Some(Way::NewSession));
    if rows.is_empty() && !setting_up && !lapsed {
        let words = home::next_none(language);
        rows.push(Line::new(words, "", Role::Normal, Way::NewSession));
    }
    section(out, home::next(language), rows);
}

fn tidy(
    out: &mut Vec<Line>,
    (language, today): (Language, NaiveDate),
    world: &World,
    sessions: &[&Session],
    unsigned: &[Session],
) {
    let closed = sessions
        .iter()
        .filter(|session| session.state == SessionState::Closed)
        .map(|session| {
            let day = session.closed.map_or(session.date, Minute::day);
            let doubt = session.closing_doubt(world);
            let day = terms::short_date(language, day, today);
            let how = home::tidy_row(language, clocks::day(language, day, doubt.is_some()));
            let way = Way::Live(session.id.clone());
            let name = terms::session_name(language, session);
            Line::new(name, how, Role::Warn, way)
        });
    let unsigned = unsigned.iter().map(|session| {
        let way = Way::Live(session.id.clone());
        let name = terms::session_name(language, session);
        Line::new(name, version::home_unsigned(language), Role::Warn, way)
    });
    let rows = closed.chain(unsigned).collect();
    section(out, home::tidy(language), rows);
}

/// The most motions of closed sessions that are listed one by one.
const MOST_OF_MOTIONS: usize = 8;

/// The most motions of sealed sessions that are listed one by one.
const MOST_FILED: usize = 6;

/// What a closed session has left to do with its motions, and what of sealed sessions is awaited still.
fn motions(out: &mut Vec<Line>, desk: &Desk, language: Language, filed: &[Motion]) {
    let (world, today) = (desk.world(), desk.today());
    let closed = |motion: &Motion| {
        let session = world.session(&motion.session);
        session.is_ok_and(|session| session.state == SessionState::Closed)
    };
    let motions = world.motions.values().filter(|motion| closed(motion));
    let row = |motion: &Motion| {
        let item = world.items.get(&motion.item);
        if standing(motion) == Standing::Deferred
            && item.is_some_and(|item| waits_to_come_back(world, item))
        {
            let standing = sequels::standing_whole(language, world, motion);
            let how = sequel::home_put_off(language, standing);
            let what = motion.wording().replace(['\n', '\r'], " ");
            let way = Way::Live(motion.session.clone());
            return Some(Line::new(what, how, Role::Normal, way));
        }
        // What villages or a superior are still to say is awaited before it is sealed, and after.
        if due(motion).is_none() && awaited(motion) == Some(Awaits::Itself) {
            let standing = sequels::standing_on(language, world, motion, today);
            let what = motion.wording().replace(['\n', '\r'], " ");
            let way = Way::Live(motion.session.clone());
            return Some(Line::new(what, standing, Role::Normal, way));
        }
        // A vote that is owed is held where the item is carried to.
        let next = due(motion).filter(|due| match due {
            due if due.is_a_vote() => !agenda::is_carried(world, &motion.item),
            due => matches!(due, Due::AskVillages | Due::Tie(_)),
        })?;
        let name = sequels::due_name(language, next);
        let how = match next.is_a_vote() || may_be_taken(next, SessionState::Closed) {
            true => sequel::home_due(language, name),
            false => sequel::home_in_room(language, name),
        };
        let what = motion.wording().replace(['\n', '\r'], " ");
        let way = Way::Live(motion.session.clone());
        Some(Line::new(what, how, Role::Warn, way))
    };
    let mut rows: Vec<Line> = motions.filter_map(|motion| row(motion)).collect();
    // What somebody here is to do comes before what others are to say.
    rows.sort_by_key(|it| it.role != Role::Warn);
    if let Some(next) = rows.get(MOST_OF_MOTIONS).and_then(|it| it.way.clone()) {
        let words = sequel::home_more_closed(language, rows.len() - MOST_OF_MOTIONS);
        rows.truncate(MOST_OF_MOTIONS);
        rows.push(Line::new(words, "", Role::Muted, next));
    }
    // Hardly an item is owed a vote, and of those that are each looks through all.
    let owed = world.items.values().filter(|item| !item.owes.is_empty());
    rows.extend(owed.flat_map(|item| carried_votes(world, language, item)));
    rows.extend(filed.iter().take(MOST_FILED).map(|motion| {
        let what = motion.wording().replace(['\n', '\r'], " ");
        let standing = sequels::standing_on(language, world, motion, today);
        let how = match due(motion).filter(|due| due.is_a_vote()) {
            Some(due) => sequel::home_owed(language, sequels::due_name(language, due)),
            None if self::standing(motion) == Standing::Deferred => {
                sequel::home_put_off(language, standing)
            }
            None => sequel::home_filed(language, standing),
        };
        Line::new(what, how, Role::Normal, Way::Live(motion.session.clone()))
    }));
    if let Some(next) = filed.get(MOST_FILED) {
        let words = sequel::home_more(language, filed.len() - MOST_FILED);
        let way = Way::Live(next.session.clone());
        rows.push(Line::new(words, "", Role::Muted, way));
    }
    section(out, sequel::home_motions(language), rows);
}

/// Says which votes an item is owed that was carried from a session before, in the session that holds them.
fn carried_votes(world: &World, language: Language, item: &Item) -> Vec<Line> {
    let on = agenda::is_carried(world, &item.id);
    let Ok(session) = world.session(&item.session) else {
        return Vec::new();
    };
    let owed = agenda::carried_votes(world, &item.id).filter(|_| !on);
    let row = |owed: &Owed| {
        let due = sequels::due_name(language, owed.due);
        let how = match session.state {
            SessionState::Closed | SessionState::Sealed => sequel::home_due(language, due),
            _ => {
                let kind = terms::session_kind(language, session.kind);
                let name = shared::session_short(language, kind, session.ordinal);
                later_vote::home_carried(language, due, name)
            }
        };
        let what = owed.wording.as_str().replace(['\n', '\r'], " ");
        Line::new(what, how, Role::Warn, Way::Live(session.id.clone()))
    };
    owed.map(row).collect()
}

/// Lists the items that sessions left over and that neither a matter nor a motion leads to.
fn left_over(out: &mut Vec<Line>, language: Language, items: &[(Item, Session)]) {
    let rows = items.iter().take(MOST_FILED).map(|(item, session)| {
        let kind = terms::session_kind(language, session.kind);
        let how = left::home(
            language,
            shared::session_short(language, kind, session.ordinal),
        );
        let way = Way::Left(session.id.clone(), item.id.clone());
        Line::new(item.title.as_str(), how, Role::Warn, way)
    });
    let mut rows: Vec<Line> = rows.collect();
    if let Some((_, next)) = items.get(MOST_FILED) {
        let words = left::home_more(language, items.len() - MOST_FILED);
        rows.push(Line::new(
            words,
            "",
            Role::Muted,
            Way::Live(next.id.clone()),
        ));
    }
    section(out, left::home_title(language), rows);
}

/// Counts the matters something wants doing about, by what that is.
fn matters(out: &mut Vec<Line>, world: &World, today: NaiveDate, language: Language) {
    let open = world.matters.values();
    let open: Vec<Stage> = open.map(|matter| stage(world, matter, today)).collect();
    let rows = [
        (Stage::Received, matter_list::home_to_screen(language)),
        (Stage::SentBack, matter_list::home_to_mend(language)),
        (Stage::Waiting, matter_list::home_to_agenda(language)),
        (Stage::Results, matter_list::home_to_file(language)),
    ];
    let rows = rows.into_iter().filter_map(|(wanted, words)| {
        let count = open.iter().filter(|it| **it == wanted).count();
        let how = matter_list::home_count(language, count);
        (count > 0).then(|| Line::new(words, how, Role::Normal, Way::Matters(wanted)))
    });
    section(out, matter_list::home_section(language), rows.collect());
}

fn tasks(out: &mut Vec<Line>, desk: &Desk, language: Language, waiting: &Waiting) {
    let mut rows: Vec<Line> = [
        (Light::Overdue, home::tasks_overdue(language), Role::Bad),
        (Light::DueSoon, home::tasks_due_soon(language), Role::Warn),
        (Light::Asking, home::tasks_asking(language), Role::Warn),
        (Light::Finished, home::tasks_finished(language), Role::Warn),
        (Light::Undated, home::tasks_undated(language), Role::Normal),
    ]
    .into_iter()
    .filter_map(|(light, words, role)| {
        let (first, count) = waiting.of(light)?;
        let since = desk.world().tasks.get(first).map(|task| task.entered);
        let how = match since.filter(|_| light == Light::Asking) {
            Some(since) => {
                let since = terms::short_date(language, since, desk.today());
                home::tasks_since(language, count, since)
            }
            None => home::tasks_count(language, count),
        };
        Some(Line::new(words, how, role, Way::Tasks(Some(first.clone()))))
    })
    .collect();
    // Where nothing presses, how many are open all the same: one that is not due yet is no less open.
    if rows.is_empty() {
        rows.extend(resting(desk, language, waiting));
    }
    if rows.is_empty() && ever_planned(desk) {
        let words = home::tasks_none(language);
        rows.push(Line::new(words, "", Role::Muted, Way::Tasks(None)));
    }
    section(out, home::tasks(language), rows);
}

/// Says how many are open of which none presses, and when the first is due.
fn resting(desk: &Desk, language: Language, waiting: &Waiting) -> Option<Line> {
    let count = |light: Light| waiting.of(light).map_or(0, |(_, count)| count);
    let (later, suspended) = (count(Light::Later), count(Light::Suspended));
    let open = later + suspended;
    let words = match (later, suspended) {
        (_, 0) => home::tasks_later(language, open),
        (0, _) => home::tasks_suspended(language, open),
        _ => home::tasks_rest(language, open, later, suspended),
    };
    let (first, _) = waiting
        .of(Light::Later)
        .or_else(|| waiting.of(Light::Suspended))?;
    let due = desk.world().tasks.get(first).and_then(|task| task.due);
    let how = due.filter(|_| later > 0).map(|due| {
        let day = terms::short_date(language, due, desk.today());
        home::tasks_first_due(language, day)
    });
    let way = Way::Tasks(Some(first.clone()));
    Some(Line::new(words, how.unwrap_or_default(), Role::Normal, way))
}

/// What is to be done on the boards by tomorrow.
fn boards(out: &mut Vec<Line>, language: Language, waiting: &Waiting) {
    let rows = waiting.boards().map(|(light, first, count)| {
        let role = match light {
            board::Light::Late | board::Light::Void => Role::Bad,
            _ => Role::Warn,
        };
        let how = board_screen::home_count(language, count);
        let way = Way::Boards(first.cloned());
        Line::new(say::light(language, light), how, role, way)
    });
    section(out, board_screen::title(language), rows.collect());
}

/// One line, so that whoever opens the program knows which village has something to do.
fn consent(out: &mut Vec<Line>, language: Language, today: NaiveDate, pressing: Pressing) {
    let Pressing {
        overdue,
        due,
        refused,
        nearest,
    } = pressing;
    if overdue + due + refused == 0 {
        return;
    }
    let what = path_screen::home_line(language, overdue, due, refused);
    let how = nearest.map_or_else(String::new, |by| {
        let left = by.signed_duration_since(today).num_days();
        path_screen::home_days_left(language, terms::short_date(language, by, today), left)
    });
    let role = if overdue > 0 { Role::Bad } else { Role::Warn };
    let row = Line::new(what, how, role, Way::Consent);
    section(out, path_screen::title(language), vec![row]);
}
