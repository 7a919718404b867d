//! How the panels of the live screen are drawn.

use super::view::item_mark;
use super::{Panel, State, closing, roll, vote};
use crate::domain::World;
use crate::domain::dates::Minute;
use crate::domain::session::agenda::{Item, ItemState};
use crate::domain::session::attendance::{Attendance, Stay, minutes_spent};
use crate::domain::session::minutes::{Entry, EntryKind};
use crate::domain::session::{Attendee, Session};
use crate::domain::vote::tally::{Counts, Voice};
use crate::domain::vote::{Choice, Mark, Motion, MotionState};
use crate::i18n::{live as words, steps, terms};
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::screens::live::speaker::{Candidate, Speaker};
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::list::{self, Column, Listing, Row};
use crate::tui::widgets::popup;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws rows as the panel's list, and keeps in mind which of them are headers.
fn draw_list(
    state: &mut State,
    panel: Panel,
    glance: Glance<'_>,
    columns: &[Column],
    rows: &[Row],
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    state.headers = rows.iter().map(|row| row.header).collect();
    list::draw(
        area,
        buf,
        glance.theme,
        columns,
        rows,
        state.listing_mut(panel),
    )
}

fn item_row(glance: Glance<'_>, item: &Item, now: Minute) -> Row {
    let language = glance.language;
    let spent = minutes_spent(&item.runs, now);
    let time = match (item.planned, item.runs.is_empty()) {
        (Some(planned), true) => words::minutes_planned(language, planned),
        (Some(planned), false) => words::minutes_of(language, spent, planned),
        (None, false) => words::minutes_spent(language, spent),
        (None, true) => String::new(),
    };
    let role = match item.state {
        ItemState::Running => Role::Title,
        ItemState::Done | ItemState::Withdrawn | ItemState::Deferred => Role::Muted,
        ItemState::Pending | ItemState::Paused => Role::Normal,
    };
    let late = if item.late.is_some() {
        words::late_mark(language)
    } else {
        ""
    };
    Row::new(vec![
        item_mark(item.state).to_owned(),
        item.position.to_string(),
        terms::item_kind(language, &item.kind).to_owned(),
        format!("{late}{}", item.title),
        terms::item_state(language, item.state).to_owned(),
        time,
    ])
    .role(role)
}

/// Draws the agenda panel.
pub fn agenda(
    state: &mut State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let now = glance.desk.map_or(
        Minute::on(session.date, chrono::NaiveTime::MIN),
        crate::desk::Desk::minute,
    );
    let rows: Vec<Row> = world
        .agenda(&session.id)
        .map(|item| item_row(glance, item, now))
        .collect();
    let columns = [
        Column::Fixed(1),
        Column::Number(2),
        Column::Fixed(10),
        Column::Flex(1),
        Column::Fixed(9),
        Column::Number(9),
    ];
    draw_list(state, Panel::Agenda, glance, &columns, &rows, area, buf)
}

/// Draws the agenda beside another panel.
pub fn agenda_beside(
    state: &State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    area: Rect,
    buf: &mut Buffer,
) {
    let now = glance.desk.map_or(
        Minute::on(session.date, chrono::NaiveTime::MIN),
        crate::desk::Desk::minute,
    );
    let looked_at = state.item(world).map(|item| item.id.clone());
    for (y, item) in (area.top()..area.bottom()).zip(world.agenda(&session.id)) {
        let row = item_row(glance, item, now);
        let here = Some(&item.id) == looked_at.as_ref();
        let style = glance
            .theme
            .style(if here { Role::Title } else { row.role });
        let mark = format!("{} {:>2} ", item_mark(item.state), item.position);
        let x = text::put(buf, area.x, y, area.width, &mark, style);
        let time = row.cells.last().cloned().unwrap_or_default();
        let room = area.right().saturating_sub(x + text::width(&time) + 1);
        text::put(
            buf,
            x,
            y,
            room,
            &text::fit(item.title.as_str(), room),
            style,
        );
        let x = area.right().saturating_sub(text::width(&time));
        text::put(buf, x, y, area.right() - x, &time, style);
    }
}

/// Draws the roll panel.
pub fn roll(
    state: &mut State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let language = glance.language;
    let rows: Vec<Row> = roll::lines(session)
        .into_iter()
        .map(|line| match line {
            roll::Line::Village(village) => Row::header(terms::village(language, world, village)),
            roll::Line::Observers => Row::header(words::observers(language)),
            roll::Line::Person(number, attendee) => {
                roll_row(glance, world, session, number, attendee)
            }
        })
        .collect();
    let columns = [
        Column::Number(2),
        Column::Fixed(10),
        Column::Fixed(16),
        Column::Fixed(8),
        Column::Flex(1),
    ];
    draw_list(state, Panel::Roll, glance, &columns, &rows, area, buf)
}

fn roll_row(
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    number: usize,
    attendee: &Attendee,
) -> Row {
    let language = glance.language;
    let person = &attendee.place.person;
    let (mark, role) = match &attendee.attendance {
        Attendance::Unmarked => ("☐", Role::Normal),
        Attendance::Attended { .. } if attendee.in_room() => ("✓", Role::Good),
        Attendance::Attended { .. } => ("◂", Role::Muted),
        Attendance::Excused { .. } => ("▪", Role::Warn),
        Attendance::Absent => ("✗", Role::Bad),
    };
    let status = match &attendee.attendance {
        Attendance::Excused { reason } => terms::excuse(language, reason).to_owned(),
        Attendance::Attended { .. } if !attendee.in_room() => words::has_left(language).to_owned(),
        other => terms::attendance(language, other).to_owned(),
    };
    let mut more = Vec::new();
    if session.chair.as_ref() == Some(person) {
        more.push(words::chair(language).to_owned());
    }
    if session.recorder.as_ref() == Some(person) {
        more.push(words::recorder(language).to_owned());
    }
    if let Some(reason) = attendee.place.excluded {
        more.push(words::not_counted(
            language,
            terms::exclusion(language, reason),
        ));
    }
    if let Attendance::Attended { stays } = &attendee.attendance {
        more.extend(stays.iter().map(stay));
    }
    Row::new(vec![
        number.to_string(),
        terms::person(language, world, person).to_owned(),
        attendee.place.role.to_string(),
        format!("{mark} {status}"),
        more.join("  "),
    ])
    .role(role)
}

fn stay(stay: &Stay) -> String {
    let to = stay.to.map(Minute::clock).unwrap_or_default();
    format!("{}-{to}", stay.from.clock())
}

/// Draws the question who spoke.
pub fn speaker(
    glance: Glance<'_>,
    asked: &Speaker,
    found: &[Candidate],
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let language = glance.language;
    let theme = glance.theme;
    let label = words::who_spoke(language);
    let x = text::put(
        buf,
        area.x,
        area.y,
        area.width,
        label,
        theme.style(Role::Title),
    );
    let caret = text::put(
        buf,
        x,
        area.y,
        area.right().saturating_sub(x),
        &asked.typed,
        theme.style(Role::FieldActive),
    );
    let rows: Vec<Row> = found
        .iter()
        .map(|candidate| Row::new(vec![candidate.number.to_string(), candidate.name.clone()]))
        .collect();
    let below = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let mut listing = Listing::default();
    listing.selected = asked.at;
    list::draw(
        below,
        buf,
        theme,
        &[Column::Number(2), Column::Flex(1)],
        &rows,
        &mut listing,
    );
    Caret::bar(caret, area.y)
}

/// Draws the entries of the item looked at, a row each.
pub fn minutes(
    state: &mut State,
    glance: Glance<'_>,
    world: &World,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let language = glance.language;
    let Some(item) = state.item(world) else {
        text::put(
            buf,
            area.x,
            area.y,
            area.width,
            words::no_item(language),
            glance.theme.style(Role::Muted),
        );
        return Caret::block(area.x, area.y);
    };
    let title = words::item_title(
        language,
        item.position,
        item.title.as_str(),
        terms::item_state(language, item.state),
    );
    text::put(
        buf,
        area.x,
        area.y,
        area.width,
        &text::fit(&title, area.width),
        glance.theme.style(Role::Title),
    );
    let below = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let rows: Vec<Row> = world
        .entries_of(&item.id)
        .map(|entry| entry_row(glance, world, entry))
        .collect();
    if rows.is_empty() {
        let hint = words::no_entries(language);
        text::put(
            buf,
            below.x,
            below.y,
            below.width,
            hint,
            glance.theme.style(Role::Muted),
        );
    }
    let columns = [Column::Fixed(5), Column::Fixed(10), Column::Flex(1)];
    draw_list(state, Panel::Minutes, glance, &columns, &rows, below, buf)
}

fn entry_row(glance: Glance<'_>, world: &World, entry: &Entry) -> Row {
    let language = glance.language;
    let role = match (&entry.kind, entry.words.is_empty()) {
        (_, true) => Role::Warn,
        (EntryKind::Decision, false) => Role::Title,
        _ => Role::Normal,
    };
    let words = if entry.words.is_empty() {
        words::no_words_yet(language).to_owned()
    } else {
        let checked = if entry.checked {
            words::checked_mark(language)
        } else {
            ""
        };
        format!(
            "{checked}{}",
            entry.words.as_str().lines().collect::<Vec<_>>().join(" ")
        )
    };
    Row::new(vec![
        entry.at.clock(),
        entry_label(glance, world, entry),
        words,
    ])
    .role(role)
}

fn entry_label(glance: Glance<'_>, world: &World, entry: &Entry) -> String {
    match &entry.kind {
        EntryKind::Speech { speaker } => terms::person(glance.language, world, speaker).to_owned(),
        kind => terms::entry_kind(glance.language, kind).to_owned(),
    }
}

/// Draws the whole words of the entry selected.
pub fn words(state: &State, glance: Glance<'_>, world: &World, area: Rect, buf: &mut Buffer) {
    let Some(item) = state.item(world) else {
        return;
    };
    let at = state.listing(Panel::Minutes).selected;
    let Some(entry) = world.entries_of(&item.id).nth(at) else {
        return;
    };
    let inside = popup::framed(area, buf, &entry_label(glance, world, entry), glance.theme);
    for (y, line) in
        (inside.top()..inside.bottom()).zip(text::wrap(entry.words.as_str(), inside.width))
    {
        text::put(
            buf,
            inside.x,
            y,
            inside.width,
            &line,
            glance.theme.style(Role::Normal),
        );
    }
}

/// Draws the box round the editor and returns the room inside.
pub fn writing_box(
    glance: Glance<'_>,
    world: &World,
    entry: Option<&Entry>,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    let title = match entry {
        Some(entry) => words::writing_title(
            glance.language,
            entry.at.clock(),
            entry_label(glance, world, entry),
        ),
        None => String::new(),
    };
    popup::framed(area, buf, &title, glance.theme)
}

/// Draws the vote panel.
pub fn vote(
    state: &mut State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let language = glance.language;
    let Some(motion) = vote::motion(state, world) else {
        text::put(
            buf,
            area.x,
            area.y,
            area.width,
            words::no_motion(language),
            glance.theme.style(Role::Muted),
        );
        return Caret::block(area.x, area.y);
    };
    let head = motion_head(glance, world, motion, area.width);
    let most = usize::from(area.height / 2).max(1);
    let mut y = area.y;
    for (line, role) in head.iter().take(most) {
        text::put(buf, area.x, y, area.width, line, glance.theme.style(*role));
        y += 1;
    }
    let below = Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    let rows: Vec<Row> = vote::lines(session, motion)
        .into_iter()
        .map(|line| match line {
            vote::Line::Village(village, counts) => {
                let name = terms::village(language, world, village);
                Row::header(&words::village_subtotal(
                    language,
                    name,
                    subtotal(glance, &counts),
                ))
            }
            vote::Line::Chair => Row::header(words::chair_last(language)),
            vote::Line::Voter(voter, mark, voice) => voter_row(
                glance,
                terms::person(language, world, &voter.person),
                mark,
                voice,
            ),
        })
        .collect();
    let columns = [Column::Fixed(1), Column::Fixed(12), Column::Flex(1)];
    draw_list(state, Panel::Vote, glance, &columns, &rows, below, buf)
}

fn motion_head(
    glance: Glance<'_>,
    world: &World,
    motion: &Motion,
    width: u16,
) -> Vec<(String, Role)> {
    let language = glance.language;
    let count = world.motions_of(&motion.item).count();
    let state = terms::motion_state(language, &motion.state);
    let villages = terms::villages(language, world, &motion.villages);
    let effect = terms::effect(language, motion.effect);
    let mut head = vec![(
        words::motion_line(language, motion.number, count, state, effect, villages),
        Role::Title,
    )];
    head.extend(
        text::wrap(motion.wording(), width)
            .into_iter()
            .take(3)
            .map(|line| (line, Role::Normal)),
    );
    if motion.wordings.len() > 1 && motion.state == MotionState::Drafted {
        head.push((
            words::wordings(language, motion.wordings.len()),
            Role::Muted,
        ));
    }
    if let Some(ballot) = motion.ballot() {
        head.push((
            words::ballot_rule(language, terms::rule(language, &ballot.rule.id)),
            Role::Muted,
        ));
    }
    if let Some(result) = motion.result() {
        let sentence = steps::result_sentence(language, world, motion, result);
        head.extend(
            text::wrap(&sentence, width)
                .into_iter()
                .map(|line| (line, Role::Good)),
        );
    }
    head
}

fn subtotal(glance: Glance<'_>, counts: &Counts) -> String {
    let language = glance.language;
    let parts = [
        (Voice::For, counts.yes),
        (Voice::Against, counts.no),
        (Voice::Abstain, counts.abstain),
        (Voice::NotVoting, counts.not_voting),
        (Voice::Recused, counts.recused),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(voice, count)| format!("{} {count}", terms::voice(language, voice)))
        .collect();
    said.join(" ")
}

fn voter_row(glance: Glance<'_>, name: &str, mark: Option<&Mark>, voice: Option<Voice>) -> Row {
    let language = glance.language;
    let pencilled = mark.is_some_and(|mark| mark.pencilled);
    let (glyph, role) = match voice {
        None => ("☐", Role::Normal),
        Some(Voice::For) if pencilled => ("╌", Role::Muted),
        Some(Voice::For) => ("✓", Role::Good),
        Some(Voice::Against) => ("✗", Role::Bad),
        Some(Voice::Abstain) => ("▫", Role::Warn),
        Some(Voice::NotVoting) => ("◦", Role::Warn),
        Some(Voice::Absent) => ("◂", Role::Muted),
        Some(Voice::Recused) => ("▪", Role::Warn),
    };
    let said = match (voice, mark.map(|mark| &mark.choice)) {
        (None, _) => words::voice_missing(language).to_owned(),
        (Some(Voice::For), _) if pencilled => words::pencilled(language).to_owned(),
        (Some(Voice::Recused), Some(Choice::Recused { reason })) => {
            words::recused_for(language, reason.as_str())
        }
        (Some(voice), _) => terms::voice(language, voice).to_owned(),
    };
    Row::new(vec![glyph.to_owned(), name.to_owned(), said]).role(role)
}

/// Draws the closing panel.
pub fn closing(
    state: &mut State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let language = glance.language;
    let rows: Vec<Row> = closing::lines(world, session)
        .into_iter()
        .map(|line| match line {
            closing::Line::DecidedHeader => Row::header(words::closing_decided(language)),
            closing::Line::ItemsHeader => Row::header(words::closing_items(language)),
            closing::Line::StampsHeader => Row::header(words::closing_stamps(language)),
            closing::Line::PeopleHeader => Row::header(words::closing_people(language)),
            closing::Line::AllClear => Row::new(vec![
                words::closing_nothing(language).to_owned(),
                String::new(),
            ]),
            closing::Line::Voted(motion) => {
                let outcome = motion
                    .result()
                    .map(|result| terms::outcome(language, result.outcome, motion.effect))
                    .unwrap_or_default();
                Row::new(vec![
                    motion.wording().lines().collect::<Vec<_>>().join(" "),
                    outcome.to_owned(),
                ])
            }
            closing::Line::Decision(entry) => Row::new(vec![
                entry.words.as_str().lines().collect::<Vec<_>>().join(" "),
                String::new(),
            ]),
            closing::Line::Task(task) => {
                let owner = task
                    .owner
                    .as_ref()
                    .map_or(words::no_owner(language), |owner| {
                        terms::person(language, world, owner)
                    });
                let due = task.due.map_or_else(
                    || words::no_date(language).to_owned(),
                    |due| terms::short_date(language, due),
                );
                let role = if task.owner.is_none() || task.due.is_none() {
                    Role::Warn
                } else {
                    Role::Normal
                };
                Row::new(vec![
                    words::follow_up(language, task.what.as_str()),
                    words::owner_and_date(language, due, owner),
                ])
                .role(role)
            }
            closing::Line::Item(item) => Row::new(vec![
                words::item_left(language, item.position, item.title.as_str()),
                terms::item_state(language, item.state).to_owned(),
            ])
            .role(Role::Warn),
            closing::Line::Stamp(entry) => Row::new(vec![
                words::stamp_left(
                    language,
                    entry.at.clock(),
                    entry_label(glance, world, entry),
                ),
                String::new(),
            ])
            .role(Role::Warn),
            closing::Line::Person(attendee) => Row::new(vec![
                terms::person(language, world, &attendee.place.person).to_owned(),
                String::new(),
            ]),
        })
        .collect();
    let columns = [Column::Flex(3), Column::Flex(1)];
    draw_list(state, Panel::Closing, glance, &columns, &rows, area, buf)
}
