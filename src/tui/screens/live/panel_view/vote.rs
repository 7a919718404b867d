//! How a motion and its ballot are drawn: what is said of it, and below that whoever is asked.

use super::super::lines::{self, Line};
use super::super::{Panel, State, hands as counts, secret as papers, vote as votes};
use super::motion::{First, head};
use super::voters::{chair_heading, subtotal, village_heading, village_row, voter_row};
use super::{draw_list, hands, options, secret};
use crate::domain::World;
use crate::domain::session::Session;
use crate::domain::session::agenda::{ItemKind, carried_votes};
use crate::domain::vote::by_village::differing;
use crate::domain::vote::{Motion, MotionState};
use crate::i18n::{live as words, read, sequels, terms};
use crate::tui::action::key_of;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::list::{Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// With fewer rows over the ballot none is spent on saying that there is more.
const LEAST_SAID: usize = 4;

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
    let Some(motion) = votes::motion(state, world) else {
        return draw_none(state, glance, world, area, buf);
    };
    let said = above(state, glance, world, motion, area);
    let below = draw_above(glance, &said, usize::MAX, area, buf);
    if let Some(count) = counts::count(state, world, session, motion) {
        return hands::counted(state, glance, world, session, &count, below, buf);
    }
    if let Some(count) = papers::count(state, session, motion) {
        return secret::counted(state, glance, world, session, &count, below, buf);
    }
    let lines = lines::lines(session, motion);
    let slate = motion.ballot().and_then(|ballot| ballot.slate.as_ref());
    let below = match slate.filter(|_| matches!(motion.state, MotionState::Voting { .. })) {
        Some(slate) => {
            // How the options stand leaves the voters half of the room.
            let most = usize::from(below.height / 2).max(1);
            let said = options::head(language, slate, &lines, below.width);
            draw_above(glance, &said, most, below, buf)
        }
        None => below,
    };
    let pending = motion.ballot().filter(|_| motion.pending());
    let differs = pending.and_then(|ballot| differing(session, ballot));
    let differs = differs.map(|(village, _)| village.clone());
    let rows: Vec<Row> = lines
        .into_iter()
        .map(|line| match line {
            Line::Village(village, counts, taken) => {
                let of = slate.map(|slate| (slate, taken.as_slice()));
                let counts = subtotal(language, &counts, of);
                let differs = village.is_some() && differs.as_ref() == village;
                village_heading(language, world, motion, village, counts, differs)
            }
            Line::Asked(heard) => village_row(language, world, motion, &heard),
            Line::Chair => Row::header(&chair_heading(language, world, session, motion)),
            Line::Voter(voter) => voter_row(language, world, motion, &voter, slate),
        })
        .collect();
    let columns = [Column::Fixed(1), Column::fitting(&rows, 1), Column::Flex(1)];
    draw_list(state, Panel::Vote, glance, &columns, &rows, below, buf)
}

/// Says why there is nothing to vote on here, and what is owed all the same.
fn draw_none(
    state: &State,
    glance: Glance<'_>,
    world: &World,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let language = glance.language;
    let item = state.item(world);
    let said = match item {
        Some(item) if !matches!(item.kind, ItemKind::Decision { .. }) => {
            words::not_voted_on(language, terms::item_kind(language, &item.kind))
        }
        _ => words::no_motion(language).to_owned(),
    };
    let put_off = item
        .into_iter()
        .flat_map(|item| sequels::each_put_off(language, item));
    let owed = item
        .into_iter()
        .flat_map(|item| carried_votes(world, &item.id))
        .map(|it| sequels::owed(language, it));
    let warned = put_off.chain(owed).map(|said| (said, Role::Warn));
    let said: Vec<(String, Role)> = std::iter::once((said, Role::Muted))
        .chain(warned)
        .flat_map(|(said, role)| {
            let lines = text::wrap(&said, area.width).into_iter();
            lines.map(move |line| (line, role))
        })
        .collect();
    draw_above(glance, &said, usize::MAX, area, buf);
    Caret::block(area.x, area.y)
}

/// Returns what is said of a motion above its ballot, no more rows than are to spare, each as wide as the
/// area at most. What is cut off is named with the key that shows it.
fn above(
    state: &State,
    glance: Glance<'_>,
    world: &World,
    motion: &Motion,
    area: Rect,
) -> Vec<(String, Role)> {
    let language = glance.language;
    let other = world.items.get(&motion.item);
    let other = other.filter(|item| state.item(world).is_some_and(|it| it.id != item.id));
    let other = other.map(|item| {
        let number = terms::item_number(language, item);
        let said = words::of_other_item(language, number.as_str());
        (said, Role::Warn)
    });
    let whole = |first: First| -> Vec<(String, Role)> {
        let head = head(glance, world, motion, area, first);
        other.clone().into_iter().chain(head).collect()
    };
    let most = to_spare(motion, area);
    let mut said = whole(First::Count);
    if said.len() > most && motion.result().is_some() {
        // What is cut off is the count; the outcome never is.
        said = whole(First::Outcome);
    }
    if said.len() > most && most >= LEAST_SAID {
        // The row that says so is one of them.
        said.truncate(most.saturating_sub(1));
        said.push((read::more(language, key_of("live.whole")), Role::Key));
    } else if said.len() > most
        && let Some((last, _)) = said.get_mut(most.saturating_sub(1))
    {
        let mark = read::cut_short(language, key_of("live.whole"));
        let kept = text::head(last, area.width.saturating_sub(text::width(&mark)));
        *last = format!("{kept}{mark}");
    }
    said.truncate(most);
    said
}

/// Returns how many rows a ballot leaves to what is said above it.
fn to_spare(motion: &Motion, area: Rect) -> usize {
    let rows = match motion.ballot() {
        Some(_) if counts::in_numbers(motion).is_some() && area.height < hands::LOW + 4 => 2,
        Some(_) if let Some(rows) = placed(motion) => {
            (area.height / 2).max(area.height.saturating_sub(rows))
        }
        Some(_) => area.height / 2,
        // Before the vote there is no ballot to show, and a wording is read whole.
        None => area.height.saturating_sub(1),
    };
    usize::from(rows).max(1)
}

/// Returns how many rows the contenders take, once they are counted and drawn by themselves.
fn placed(motion: &Motion) -> Option<u16> {
    counts::in_numbers(motion)?;
    let count = motion.result()?.slate.as_ref()?;
    u16::try_from(count.judged.placed.len()).ok()
}

/// Draws lines from the top of an area, so many at most, and returns what is left below them.
fn draw_above(
    glance: Glance<'_>,
    said: &[(String, Role)],
    most: usize,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    let mut y = area.y;
    for ((line, role), row) in said.iter().take(most).zip(area.y..area.bottom()) {
        text::put(
            buf,
            area.x,
            row,
            area.width,
            line,
            glance.theme.style(*role),
        );
        y = row.saturating_add(1);
    }
    Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    }
}
