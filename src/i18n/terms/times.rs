//! The times of breaks, adjournments, items and votes, as they are named and written.

use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, MotionId};
use crate::domain::session::attendance::Stay;
use crate::domain::session::times::Times;
use crate::domain::world::World;
use crate::i18n::{Language, times as words};

/// Names what has times.
#[must_use]
pub fn timed(language: Language, world: &World, times: &Times) -> String {
    let position = |item: &ItemId| world.items.get(item).map_or(0, |item| item.position);
    let of = |motion: &MotionId| {
        let motion = world.motions.get(motion);
        let item = motion.map_or(0, |motion| position(&motion.item));
        (motion.map_or(0, |motion| motion.number), item)
    };
    match times {
        Times::Breaks { .. } => words::breaks(language).to_owned(),
        Times::Adjournments { .. } => words::adjournments(language).to_owned(),
        Times::Runs { item, .. } => words::item(language, position(item)),
        Times::Vote { motion, .. } => {
            let (number, item) = of(motion);
            words::vote(language, number, item)
        }
        Times::Agreed { motion, .. } => {
            let (number, item) = of(motion);
            words::agreement(language, number, item)
        }
    }
}

/// Writes times, each moment as `moment` writes it.
#[must_use]
pub fn times(language: Language, times: &Times, moment: impl Fn(Minute) -> String) -> String {
    let span = |stay: &Stay| match stay.to {
        Some(to) => words::span(language, moment(stay.from), moment(to)),
        None => words::span_open(language, moment(stay.from)),
    };
    match times {
        Times::Breaks { breaks: spans }
        | Times::Adjournments { gaps: spans }
        | Times::Runs { runs: spans, .. } => {
            let spans: Vec<String> = spans.iter().map(span).collect();
            super::list(language, spans.iter().map(String::as_str))
        }
        Times::Vote {
            opened,
            ended,
            announced,
            ..
        } => {
            let opened = moment(*opened);
            match (ended.map(&moment), announced.map(&moment)) {
                (Some(ended), Some(announced)) => {
                    words::vote_announced(language, opened, ended, announced)
                }
                (Some(ended), None) => words::vote_ended(language, opened, ended),
                (None, _) => words::vote_open(language, opened),
            }
        }
        Times::Agreed { at, .. } => moment(*at),
    }
}
