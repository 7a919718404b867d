//! How contenders are drawn: before the vote, while they are counted, and by votes once they are.

use super::super::secret::{Count, Phase};
use super::super::slate::Figure;
use crate::domain::World;
use crate::domain::refusal::Refusal;
use crate::domain::rule::Rule;
use crate::domain::session::Session;
use crate::domain::vote::secret::BallotCount;
use crate::domain::vote::slate::{
    Imbalance, Sheet, SlateCount, chooses_people, hands_add_up, on_ballot,
};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Ballot, Motion, MotionState};
use crate::i18n::{Language, ballots, refusals, slate as words, slates, terms};
use crate::tui::action::key_of;
use crate::tui::theme::Role;
use crate::tui::widgets::list::Row;

/// Says who or what stands on the ballot of a motion whose vote is still to come, and what is missing.
pub fn before(
    language: Language,
    world: &World,
    motion: &Motion,
    rule: Option<&Rule>,
) -> Vec<(String, Role)> {
    let (Some(slate), Some(rule)) = (on_ballot(motion), rule) else {
        return Vec::new();
    };
    let people = chooses_people(rule);
    let have = slate.contenders.len();
    let mut lines = Vec::new();
    if motion.state == MotionState::Drafted {
        let said = slates::demand(language, rule.question, slate.seats, have);
        lines.push((said, Role::Normal));
    }
    lines.push((slates::contenders(language, people, &slate), Role::Normal));
    if people || slate.tellers.all().next().is_some() {
        lines.push((
            slates::tellers(language, world, &slate.tellers),
            Role::Muted,
        ));
    }
    lines
}

/// Says how the figures stand: the sum against the room, or against the papers that came back.
pub fn head(
    language: Language,
    world: &World,
    session: &Session,
    count: &Count<'_>,
) -> Vec<(String, Role)> {
    let Some(sheet) = count.sheet() else {
        return Vec::new();
    };
    let open = matches!(count.motion.state, MotionState::Voting { .. });
    let mut lines = Vec::new();
    if let (true, Phase::First, Some(pair)) =
        (open, count.phase, count.ballot.secret.differed.last())
    {
        let numbers = differences(language, count.ballot, &pair.first, &pair.second);
        lines.push((words::differ(language, numbers), Role::Bad));
    }
    match count.phase {
        Phase::First => {
            let said = match chooses_people(&count.ballot.rule) {
                true => words::first_votes(language, count.issued),
                false => words::first_votes_options(language, count.issued),
            };
            lines.push((said, Role::Normal));
        }
        Phase::Second => lines.push((words::second_votes(language, count.issued), Role::Normal)),
        Phase::Hands if open => lines.push((words::hands_head(language, count.room), Role::Normal)),
        Phase::Counted if open => {
            return vec![(ballots::agree(language).to_owned(), Role::Good)];
        }
        _ => return Vec::new(),
    }
    lines.push(balance(language, world, session, count, &sheet));
    lines
}

/// Says how a count balances, or what is wrong with it.
fn balance(
    language: Language,
    world: &World,
    session: &Session,
    count: &Count<'_>,
    sheet: &Sheet,
) -> (String, Role) {
    let step = || key_of("live.step");
    let refused = |refusal: &Refusal| (refusals::refusal(language, world, refusal), Role::Warn);
    if count.phase == Phase::Hands && count.untouched && !count.taken() {
        return (words::hands_hint(language).to_owned(), Role::Title);
    }
    if count.phase == Phase::Hands {
        return match hands_add_up(session, count.ballot, sheet) {
            Err(refusal) => refused(&refusal),
            Ok(()) if count.taken() => {
                let said = words::hands_ended(language, sheet.issued);
                (said, Role::Good)
            }
            Ok(()) => (
                words::hands_fit(language, sheet.issued, step()),
                Role::Title,
            ),
        };
    }
    if count.untouched {
        return (ballots::number_hint(language).to_owned(), Role::Title);
    }
    if sheet.returned > count.issued {
        let said = ballots::exceeds(language, sheet.returned, count.issued, step());
        return (said, Role::Bad);
    }
    let slate = count.ballot.slate.as_ref();
    let people = chooses_people(&count.ballot.rule);
    let balance = slate.map_or(Err(Imbalance::Rows), |slate| slate.balance(sheet, people));
    match balance {
        // How many came back is typed first; before it nothing can balance.
        Err(_) if sheet.returned == 0 => (words::returned_first(language).to_owned(), Role::Title),
        Err(imbalance) => {
            let method = count.ballot.method;
            let said = slates::unbalanced(language, &imbalance, method);
            (said, Role::Warn)
        }
        Ok(()) => {
            let written = sheet.written.iter().map(|(_, votes)| *votes);
            let votes = sheet.rows.iter().map(|row| row.yes).chain(written);
            let votes = votes.fold(0, u32::saturating_add);
            let said = words::fits(
                language,
                sheet.returned,
                sheet.valid,
                sheet.spoiled,
                votes,
                step(),
            );
            (said, Role::Title)
        }
    }
}

/// Names the figures by which two counts differ.
fn differences(
    language: Language,
    ballot: &Ballot,
    first: &BallotCount,
    second: &BallotCount,
) -> String {
    let (BallotCount::Slate { sheet: first }, BallotCount::Slate { sheet: second }) =
        (first, second)
    else {
        return String::new();
    };
    let mut named: Vec<String> = Vec::new();
    if first.returned != second.returned {
        named.push(ballots::row_returned(language).to_owned());
    }
    if first.spoiled != second.spoiled {
        named.push(ballots::row_spoiled(language).to_owned());
    }
    let contenders = ballot.slate.iter().flat_map(|slate| &slate.contenders);
    let rows = first.rows.iter().zip(&second.rows).zip(contenders);
    let differ =
        rows.filter(|((first, second), _)| (first.yes, first.no) != (second.yes, second.no));
    named.extend(differ.map(|(_, contender)| contender.name.to_string()));
    if first.abstain != second.abstain {
        named.push(terms::voice(language, Voice::Abstain).to_owned());
    }
    if first.written != second.written {
        named.push(words::row_more(language).to_owned());
    }
    terms::list(language, named.iter().map(String::as_str))
}

/// Names a figure of a count of contenders.
pub fn figure_name(language: Language, count: &Count<'_>, figure: Figure) -> String {
    let mut contenders = count
        .ballot
        .slate
        .iter()
        .flat_map(|slate| &slate.contenders);
    let mut contender = |at: usize| {
        let name = contenders.nth(at);
        name.map_or_else(String::new, |it| it.name.to_string())
    };
    let place = |at: usize| at.saturating_add(1);
    match figure {
        Figure::Returned => ballots::row_returned(language).to_owned(),
        Figure::Spoiled => ballots::row_spoiled(language).to_owned(),
        Figure::For(at) if chooses_people(&count.ballot.rule) => {
            words::row_for(language, place(at), contender(at))
        }
        Figure::For(at) => words::row_option(language, place(at), contender(at)),
        Figure::Against(at) => words::row_against(language, place(at), contender(at)),
        Figure::Abstain => terms::voice(language, Voice::Abstain).to_owned(),
        Figure::NotVoting => terms::voice(language, Voice::NotVoting).to_owned(),
        Figure::Written(at) => {
            let figures = count.figures.as_ref();
            let name = figures.and_then(|it| it.written().nth(at));
            let name = name.map_or_else(String::new, ToString::to_string);
            words::row_written(language, name)
        }
        Figure::More => words::row_more(language).to_owned(),
    }
}

/// Draws a figure that is typed.
pub fn figure_row(language: Language, count: &Count<'_>, figure: Figure) -> Row {
    let figures = count.figures.as_ref();
    let number = figures.and_then(|it| it.figure(figure));
    let number = number.map_or_else(String::new, |number| number.to_string());
    let sheet = count.sheet();
    let row = |at: usize| sheet.as_ref().and_then(|sheet| sheet.rows.get(at).copied());
    let note = match figure {
        Figure::Spoiled => {
            let valid = sheet.as_ref().map_or(0, |sheet| sheet.valid);
            words::valid_note(language, valid)
        }
        Figure::Against(at) => {
            let rest = row(at).map_or(0, |row| row.abstain);
            words::row_rest(language, rest)
        }
        Figure::More => words::row_more_note(language).to_owned(),
        Figure::Returned
        | Figure::For(_)
        | Figure::Abstain
        | Figure::NotVoting
        | Figure::Written(_) => String::new(),
    };
    let name = figure_name(language, count, figure);
    Row::new(vec![name, number, note])
}

/// Draws the contenders once they are counted, most votes first.
pub fn placed_rows(language: Language, ballot: &Ballot, count: &SlateCount) -> Vec<Row> {
    let people = chooses_people(&ballot.rule);
    let placed = count.judged.placed.iter();
    placed
        .map(|placed| {
            let said = slates::fate(language, people, placed, &count.judged);
            let role = if placed.taken {
                Role::Good
            } else {
                Role::Normal
            };
            let name = match placed.at {
                Some(_) => placed.name.to_string(),
                None => words::cell_written(language, placed.name.as_str()),
            };
            let votes = placed.inequality.count.to_string();
            let proof = slates::proof(language, &placed.inequality);
            Row::new(vec![name, votes, words::placed_note(language, said, proof)]).role(role)
        })
        .collect()
}
