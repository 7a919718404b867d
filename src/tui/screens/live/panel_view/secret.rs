//! How a secret ballot is drawn: the papers and how they balance always, then a row a number.

use super::super::State;
use super::super::secret::{Count, Phase, Row as Paper};
use super::super::slate::Figure;
use super::{draw_numbers, slate};
use crate::domain::World;
use crate::domain::ids::VillageId;
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;
use crate::domain::vote::secret::{Issued, Number, balances};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Choice, MotionState, Outcome};
use crate::i18n::{Language, ballots as words, corrected, hands, recusals, refusals, terms};
use crate::tui::action::key_of;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::theme::Role;
use crate::tui::widgets::list::Row;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the papers of a motion.
pub fn counted(
    state: &mut State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    count: &Count<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let language = glance.language;
    let ended = count
        .motion
        .result()
        .and_then(|result| result.slate.as_ref());
    let void = count.motion.result().map(|it| it.outcome) == Some(Outcome::Void);
    let rows: Vec<Row> = match ended {
        _ if void => void_rows(glance, world, count),
        Some(ended) => slate::placed_rows(language, count.ballot, ended),
        None => {
            let rows = count.rows();
            let rows = rows.iter();
            rows.map(|row| paper_row(glance, world, count, row))
                .collect()
        }
    };
    let head = match count.phase {
        Phase::Issue => head(glance, world, count),
        _ if count.figures.is_some() => slate::head(language, world, session, count),
        _ => head(glance, world, count),
    };
    draw_numbers(state, glance, &head, &rows, area, buf)
}

/// Draws a vote of which more papers came back than were given out: how many came back, and of every
/// other number only that it is void.
fn void_rows(glance: Glance<'_>, world: &World, count: &Count<'_>) -> Vec<Row> {
    let language = glance.language;
    let back = |row: &Paper| {
        matches!(
            row,
            Paper::Of(_, Number::Returned) | Paper::Figure(Figure::Returned)
        )
    };
    let void = |name: &str| {
        let void = words::row_void(language).to_owned();
        Row::new(vec![name.to_owned(), "—".to_owned(), void]).role(Role::Muted)
    };
    let rows = count.rows().into_iter();
    rows.filter(|row| !matches!(row, Paper::Figure(Figure::More)))
        .map(|row| match &row {
            Paper::Of(_, number) if !back(&row) => void(corrected::number(language, *number)),
            Paper::Figure(figure) if !back(&row) => {
                void(&slate::figure_name(language, count, *figure))
            }
            row => paper_row(glance, world, count, row),
        })
        .collect()
}

fn head(glance: Glance<'_>, world: &World, count: &Count<'_>) -> Vec<(String, Role)> {
    let language = glance.language;
    let step = || key_of("live.step");
    let open = matches!(count.motion.state, MotionState::Voting { .. });
    let mut lines = Vec::new();
    if let (true, Phase::First, Some(pair)) =
        (open, count.phase, count.ballot.secret.differed.last())
    {
        let numbers = pair.first.differences(&pair.second);
        let numbers: Vec<String> = numbers
            .iter()
            .map(|(village, number)| of(language, world, village.as_ref(), *number))
            .collect();
        let numbers = terms::list(language, numbers.iter().map(String::as_str));
        lines.push((words::differ(language, numbers), Role::Bad));
    }
    match count.phase {
        Phase::Issue => {
            let (entitled, recused) = (count.ballot.voters.len(), count.recused().count());
            let here = usize::try_from(count.room).unwrap_or(usize::MAX);
            let absent = entitled.saturating_sub(here.saturating_add(recused));
            let head = words::issue_head(language, count.room, entitled, absent, recused);
            lines.push((head, Role::Normal));
            let (room, number) = (count.room, count.issued);
            lines.push(if room == number {
                (words::issue_fits(language, number, step()), Role::Title)
            } else {
                let refusal = Refusal::PapersNotTheRoom { room, number };
                (refusals::refusal(language, world, &refusal), Role::Bad)
            });
        }
        Phase::First => {
            lines.push((words::first_head(language, count.issued), Role::Normal));
            lines.push(balance(glance, world, count));
        }
        Phase::Second => {
            lines.push((words::second_head(language, count.issued), Role::Normal));
            lines.push(balance(glance, world, count));
        }
        Phase::Counted if open => lines.push((words::agree(language).to_owned(), Role::Good)),
        Phase::Counted | Phase::Hands => {}
    }
    lines
}

/// Says how the numbers balance, or what is wrong with them.
fn balance(glance: Glance<'_>, world: &World, count: &Count<'_>) -> (String, Role) {
    let language = glance.language;
    if count.untouched {
        return (words::number_hint(language).to_owned(), Role::Title);
    }
    let whole = count.count().whole();
    if let Some(issued) = &count.ballot.secret.issued
        && count.count().exceeds(issued)
    {
        let said = words::exceeds(language, whole.returned, count.issued, key_of("live.step"));
        return (said, Role::Bad);
    }
    if let Err(refusal) = balances(count.ballot, &count.count()) {
        let said = match &refusal {
            // A pile nobody has typed yet is not one of too few papers.
            Refusal::TooFewPapers { village, papers: 0 } => {
                words::pile_to_fill(language, terms::village(language, world, village.as_ref()))
            }
            Refusal::PapersDoNotAddUp { village: None, .. } => {
                let (sum, returned) = (whole.sum(), whole.returned);
                let (less, more) = (returned.saturating_sub(sum), sum.saturating_sub(returned));
                words::to_fill(language, returned, sum, less, more)
            }
            other => refusals::refusal(language, world, other),
        };
        return (said, Role::Warn);
    }
    let said = words::fits(
        language,
        whole.returned,
        whole.valid(),
        whole.spoiled,
        key_of("live.step"),
    );
    (said, Role::Title)
}

/// Names a number of a count, with its village where there is one.
fn of(language: Language, world: &World, village: Option<&VillageId>, number: Number) -> String {
    let number = corrected::number(language, number);
    match village {
        None => number.to_owned(),
        Some(_) => {
            let village = terms::village(language, world, village);
            words::differ_of(language, village, number)
        }
    }
}

fn paper_row(glance: Glance<'_>, world: &World, count: &Count<'_>, row: &Paper) -> Row {
    let language = glance.language;
    match row {
        Paper::Issued => Row::new(vec![
            words::row_issued(language).to_owned(),
            count.issued.to_string(),
            String::new(),
        ]),
        Paper::Recusals => {
            let recused = count.recused().count();
            let note = match recused {
                0 => hands::recused_none(language),
                _ => hands::recused_more(language),
            };
            let name = terms::voice(language, Voice::Recused).to_owned();
            Row::new(vec![name, recused.to_string(), note.to_owned()])
        }
        Paper::Recused(person) => {
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
        Paper::Figure(figure) => slate::figure_row(language, count, *figure),
        Paper::Pile(pile) => {
            let village = count
                .piles
                .get(*pile)
                .and_then(|(village, _)| village.as_ref());
            let name = terms::village(language, world, village).to_owned();
            let issued = count.ballot.secret.issued.as_ref();
            let given = issued.map(Issued::by_village).unwrap_or_default();
            let given = given.iter().find(|(of, _)| of.as_ref() == village);
            let given = given.map_or(0, |(_, number)| *number);
            Row::header(&words::pile_head(language, name, given))
        }
        Paper::Of(pile, number) => {
            let papers = count.piles.get(*pile).map(|(_, papers)| *papers);
            let papers = papers.unwrap_or_default();
            Row::new(vec![
                corrected::number(language, *number).to_owned(),
                papers.number(*number).to_string(),
                String::new(),
            ])
        }
    }
}
