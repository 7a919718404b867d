//! How one of several by name is drawn: each option with its number and how it stands, the voters below.

use super::super::lines::Line;
use super::super::options::{Standing, standing};
use crate::domain::text::Line as Words;
use crate::domain::vote::slate::Slate;
use crate::domain::vote::tally::Voice;
use crate::i18n::{Language, options as words, terms};
use crate::tui::text;
use crate::tui::theme::Role;

/// With a longer name among them the options stand by their numbers in the header of a village.
const NAME: u16 = 12;

/// What stands between two options.
const BETWEEN: &str = "  ";

/// Says how it stands: each option with its number, then who took none, a line after the other.
pub fn head(
    language: Language,
    slate: &Slate,
    lines: &[Line<'_>],
    width: u16,
) -> Vec<(String, Role)> {
    let Standing {
        rows,
        abstain,
        not_voting,
        missing,
    } = standing(slate, lines);
    let options = slate.contenders.iter().zip(rows).enumerate();
    let options = options.map(|(at, (option, votes))| {
        let room = width.saturating_sub(8);
        let name = text::fit(option.name.as_str(), room);
        let option = words::row(language, at.saturating_add(1), name);
        words::stands(language, option, votes)
    });
    let others = [(Voice::Abstain, abstain), (Voice::NotVoting, not_voting)];
    let others = others
        .into_iter()
        .filter(|(_, number)| *number > 0)
        .map(|(voice, number)| words::cell(language, terms::voice(language, voice), number));
    let missing = (missing > 0).then(|| words::missing(language, missing));
    let mut said: Vec<String> = Vec::new();
    for cell in options.chain(others).chain(missing) {
        let fits = said.last().is_some_and(|line| {
            text::width(line) + text::width(BETWEEN) + text::width(&cell) <= width
        });
        match said.last_mut().filter(|_| fits) {
            Some(line) => {
                line.push_str(BETWEEN);
                line.push_str(&cell);
            }
            None => said.push(cell),
        }
    }
    said.into_iter().map(|line| (line, Role::Title)).collect()
}

/// Says how many of a village took each.
pub fn subtotal(language: Language, slate: &Slate, rows: &[u32]) -> Vec<String> {
    let mut options = slate.contenders.iter();
    let by_number = options.any(|it| text::width(it.name.as_str()) > NAME);
    let taken = (1_usize..).zip(slate.contenders.iter().zip(rows));
    taken
        .filter(|(_, (_, votes))| **votes > 0)
        .map(|(number, (option, votes))| match by_number {
            true => words::of_number(language, number, *votes),
            false => words::cell(language, option.name.as_str(), *votes),
        })
        .collect()
}

/// Says what somebody took, with its number.
pub fn taken(language: Language, slate: &Slate, option: &Words) -> String {
    match slate.place(option) {
        Some(at) => words::row(language, at.saturating_add(1), option.as_str()),
        None => option.to_string(),
    }
}
