//! The items that are voted by a rule, named for whoever ends or replaces it.

use super::{Language, idle_rule, terms};
use crate::domain::session::Session;
use crate::domain::session::agenda::Item;

/// Names items with their sessions; `None` where there are none.
#[must_use]
pub fn named(language: Language, found: &[(&Session, Vec<&Item>)]) -> Option<String> {
    let of = found.iter().map(|(session, items)| {
        let name = terms::session_name(language, session);
        let day = terms::date(language, session.date);
        idle_rule::of_session(language, name, day, numbers(language, items))
    });
    let of: Vec<String> = of.collect();
    (!of.is_empty()).then(|| terms::list(language, of.iter().map(String::as_str)))
}

/// Names items by their numbers.
#[must_use]
pub fn numbers(language: Language, items: &[&Item]) -> String {
    let numbers = items.iter().map(|it| terms::item_number(language, it));
    let numbers: Vec<String> = numbers.collect();
    terms::list(language, numbers.iter().map(String::as_str))
}
