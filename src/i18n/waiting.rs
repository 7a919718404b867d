//! What is said of a drafted text that may not hang yet.

use super::{Language, board_order, paths, terms};
use crate::domain::board::Waits;
use chrono::NaiveDate;

/// Says what a drafted text waits for, and since when, its days as the place writes them where it is said.
#[must_use]
pub fn short(language: Language, waits: &Waits, day: impl Fn(NaiveDate) -> String) -> String {
    match waits {
        Waits::Step { step, since } => {
            let step = paths::name(language, step);
            match since {
                Some(since) => board_order::waits_since(language, step, day(*since)),
                None => board_order::waits_step(language, step),
            }
        }
        Waits::Again { step, since } => match step {
            Some(step) => {
                board_order::waits_again(language, paths::name(language, step), day(*since))
            }
            None => board_order::waits_said_no(language, day(*since)),
        },
        Waits::Anew { step, since } => {
            board_order::waits_anew(language, paths::name(language, step), day(*since))
        }
        Waits::Term { step, from } => {
            board_order::waits_runs(language, day(*from), paths::name(language, step))
        }
        Waits::Village { own: true } => board_order::waits_own_village(language).to_owned(),
        Waits::Village { own: false } => board_order::waits_villages(language).to_owned(),
        Waits::Others => board_order::waits_others(language).to_owned(),
        Waits::Decision => board_order::waits_decision(language).to_owned(),
        Waits::Adoption => board_order::waits_adoption(language).to_owned(),
    }
}

/// Says in full what a drafted text waits for, since when, and by when it hangs after that.
#[must_use]
pub fn whole(language: Language, waits: &Waits) -> String {
    if let Waits::Term { step, from } = waits {
        let day = terms::date(language, *from);
        return board_order::refused_runs(language, paths::name(language, step), day);
    }
    let said = short(language, waits, |day| terms::date(language, day));
    board_order::waits_then(language, said)
}
