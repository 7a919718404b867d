//! How hands that are counted are drawn: the room and the sum always, then a row a number.

use super::super::State;
use super::super::hands::{self, Count, Row as Hand};
use super::draw_numbers;
use crate::domain::World;
use crate::domain::ids::PersonId;
use crate::domain::refusal::Remedy;
use crate::domain::session::{Session, attendance::Way};
use crate::domain::vote::hands::ChairHand;
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Choice, MotionState};
use crate::i18n::{hands as words, recusals, refusals, terms};
use crate::tui::action::{Action, for_remedy, key_of};
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::theme::Role;
use crate::tui::widgets::list::Row;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Below this height the panel is drawn close.
pub const LOW: u16 = 9;

/// Draws the hands of a motion.
pub fn counted(
    state: &mut State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    count: &Count<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let head = head(glance, world, session, count, area);
    let mut rows: Vec<Row> = count
        .rows()
        .iter()
        .map(|row| hand_row(glance, world, count, row))
        .collect();
    rows.extend(away(glance, world, session, count));
    draw_numbers(state, glance, &head, &rows, area, buf)
}

/// Says how many hands are expected, how many were counted, and what to do about a difference.
fn head(
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    count: &Count<'_>,
    area: Rect,
) -> Vec<(String, Role)> {
    let language = glance.language;
    let ballot = count.ballot;
    let recused = count.recused().count();
    let video = by_video(session, count).count();
    let entitled = ballot.voters.len();
    let here = usize::try_from(count.room).unwrap_or(usize::MAX);
    let absent = entitled.saturating_sub(here + recused + video);
    let room = words::room(language, count.room, entitled, absent, video, recused);
    let mut lines = vec![(room, Role::Normal)];
    let Some(refusal) = hands::difference(count) else {
        let sum = count.hands.sum();
        lines.push(if count.taken {
            (words::taken(language, sum), Role::Good)
        } else {
            (words::fits(language, sum, key_of("live.step")), Role::Title)
        });
        return lines;
    };
    lines.push((refusals::refusal(language, world, &refusal), Role::Bad));
    let ways: Vec<String> = refusal
        .remedies()
        .into_iter()
        .filter_map(|remedy| {
            let label = match remedy {
                Remedy::RecountHands => words::again(language).to_owned(),
                Remedy::MarkMoves => words::moves(language, key_of("live.vote")),
                other => refusals::remedy(language, other),
            };
            let key = for_remedy(remedy).and_then(shown)?;
            Some(words::way(language, key, label))
        })
        .collect();
    // In a low window the rows need the room more than the ways need lines of their own.
    if area.height < LOW {
        lines.push((ways.join("  "), Role::Key));
    } else {
        lines.extend(ways.into_iter().map(|way| (way, Role::Key)));
    }
    lines
}

fn shown(action: &Action) -> Option<String> {
    action.keys.first().map(ToString::to_string)
}

fn hand_row(glance: Glance<'_>, world: &World, count: &Count<'_>, row: &Hand) -> Row {
    let language = glance.language;
    let hands = &count.hands;
    let open = matches!(count.motion.state, MotionState::Voting { .. });
    let number = |voice, number: u32, note: &str| {
        let name = terms::voice(language, voice).to_owned();
        Row::new(vec![name, number.to_string(), note.to_owned()])
    };
    match row {
        Hand::Against => number(Voice::Against, hands.no, ""),
        Hand::Abstain => number(Voice::Abstain, hands.abstain, ""),
        Hand::NotVoting => number(Voice::NotVoting, hands.not_voting, ""),
        Hand::For if !open || count.taken => number(Voice::For, hands.yes, ""),
        Hand::For if count.proposed => number(Voice::For, hands.yes, words::rest(language)),
        Hand::For => number(Voice::For, hands.yes, words::typed(language)),
        Hand::Chair => {
            let name = count
                .chair
                .map_or("", |chair| terms::person(language, world, chair));
            let (sum, said) = match &hands.chair {
                ChairHand::Counted if open => ("", words::chair_counted(language).to_owned()),
                ChairHand::Counted => ("", words::chair_was_counted(language).to_owned()),
                ChairHand::Apart { choice } => {
                    let choice = terms::choice(language, choice);
                    let said = if open {
                        words::chair_apart(language, choice)
                    } else {
                        words::chair_was_apart(language, choice)
                    };
                    ("1", said)
                }
            };
            Row::new(vec![words::chair_row(language, name), sum.to_owned(), said])
        }
        Hand::Recusals => {
            let recused = u32::try_from(count.recused().count()).unwrap_or(u32::MAX);
            let note = match recused {
                _ if !open => "",
                0 => words::recused_none(language),
                _ => words::recused_more(language),
            };
            number(Voice::Recused, recused, note)
        }
        Hand::Recused(person) => {
            let mark = count.ballot.marks.get(person).map(|mark| &mark.choice);
            let why = match mark {
                Some(Choice::Recused { reason }) => {
                    recusals::in_vote(language, world, count.motion, person, reason)
                }
                _ => String::new(),
            };
            let name = terms::person(language, world, person);
            Row::new(vec![format!("▪ {name}"), String::new(), why]).role(Role::Warn)
        }
    }
}

/// Names who is not there, and who takes part by video without being counted.
fn away(glance: Glance<'_>, world: &World, session: &Session, count: &Count<'_>) -> Vec<Row> {
    let language = glance.language;
    let name = |person| terms::person(language, world, person);
    let video: Vec<&PersonId> = by_video(session, count).collect();
    let absent: Vec<&PersonId> = match count.motion.result() {
        Some(result) => result
            .voices
            .iter()
            .filter(|voiced| voiced.voice == Voice::Absent)
            .map(|voiced| &voiced.voter.person)
            .filter(|person| !video.contains(person))
            .collect(),
        None => count
            .ballot
            .voters
            .iter()
            .map(|voter| &voter.person)
            .filter(|person| !count.ballot.marks.contains_key(person))
            .filter(|person| {
                let attendee = session.attendee(person);
                attendee.is_none_or(|attendee| attendee.there().is_none())
            })
            .collect(),
    };
    let mut rows = Vec::new();
    if !absent.is_empty() {
        let people = terms::list(language, absent.into_iter().map(name));
        rows.push(Row::continued(
            &words::absent(language, people),
            Role::Muted,
        ));
    }
    if !video.is_empty() {
        let people = terms::list(language, video.into_iter().map(name));
        rows.push(Row::continued(&words::video(language, people), Role::Muted));
    }
    rows
}

/// Returns the voters by video whom the rule does not count.
fn by_video<'a>(
    session: &'a Session,
    count: &'a Count<'_>,
) -> Box<dyn Iterator<Item = &'a PersonId> + 'a> {
    let ballot = count.ballot;
    match count.motion.result() {
        Some(result) => Box::new(result.by_video.iter()),
        None => Box::new(
            ballot
                .voters
                .iter()
                .map(|voter| &voter.person)
                .filter(move |person| {
                    !ballot.marks.contains_key(person)
                        && !ballot.rule.counts(Way::Video)
                        && session.attendee(person).and_then(|it| it.there()) == Some(Way::Video)
                }),
        ),
    }
}
