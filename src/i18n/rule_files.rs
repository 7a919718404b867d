//! The sentences about a rule file: where, what, and what to do about it.

use super::popolo_words::{quoted, shown};
use super::{Language, cli, rule_fault, rule_faults, rule_file as say, terms};
use crate::domain::rule::{Provenance, Rule, RuleFault};
use crate::exchange::popolo::compare::Unprovable;
use crate::exchange::rule_file::{Cause, Cleaned, FORM, Fault, Kind, MOST_BYTES};

/// How many of the words that would do are named.
const MOST_NAMED: usize = 6;

/// Says what is wrong with a rule file.
#[must_use]
pub fn fault(language: Language, fault: &Fault) -> String {
    let place = quoted(&fault.place);
    let what = match &fault.cause {
        Cause::Rule(cause) => {
            let (at, cause) = (place, *cause);
            rule_faults::fault(language, &RuleFault { at, cause })
        }
        cause if place.is_empty() => say::whole(language, why(language, cause)),
        cause => rule_fault::at(language, place, why(language, cause)),
    };
    match fault.line {
        0 => what,
        line => say::line(language, line, what),
    }
}

/// Says that a text was cleaned on its way in.
#[must_use]
pub fn cleaned(language: Language, cleaned: &Cleaned) -> String {
    let what = say::cleaned(language, quoted(&cleaned.place), cleaned.dropped);
    say::line(language, cleaned.line, what)
}

fn why(language: Language, cause: &Cause) -> String {
    let plain = match cause {
        Cause::TooLarge => return say::too_large(language, MOST_BYTES / 1024),
        Cause::NotUtf8 => say::not_utf8(language),
        Cause::Syntax { column } => return say::syntax(language, *column),
        Cause::OtherForm => return say::other_form(language, FORM),
        Cause::NoRules => say::no_rules(language),
        Cause::UnknownField { known } => {
            return say::unknown_field(language, named(language, known));
        }
        Cause::Missing => say::missing(language),
        Cause::NotATable { known } => {
            return say::not_a_table(language, named(language, known));
        }
        Cause::WrongType(kind) => wrong_type(language, *kind),
        Cause::UnknownWord { given, known } => {
            return say::unknown_word(language, quoted(given), named(language, known));
        }
        Cause::NotAShare { given } => return say::not_a_share(language, quoted(given)),
        Cause::OutOfRange => say::out_of_range(language),
        Cause::OneComparator => say::one_comparator(language),
        Cause::OneDemand => say::one_demand(language),
        Cause::NotADay => say::not_a_day(language),
        Cause::NotAnId { given } => return say::not_an_id(language, quoted(given)),
        Cause::Empty => say::empty(language),
        Cause::TooLong { have, most } => return say::too_long(language, *have, *most),
        Cause::TooMany { have, most } => return say::too_many(language, *have, *most),
        Cause::SameId { id } => return say::same_id(language, quoted(id)),
        Cause::IdTaken { id } => return say::id_taken(language, quoted(id)),
        Cause::NoVillage { given, known } => {
            return say::no_village(language, quoted(given), listed(language, known));
        }
        Cause::NoGroup { given, known } if known.is_empty() => {
            return say::no_groups(language, quoted(given));
        }
        Cause::NoGroup { given, known } => {
            return say::no_group(language, quoted(given), listed(language, known));
        }
        Cause::WhichGroup { given } => return say::which_group(language, quoted(given)),
        Cause::WhichVillage { given } => return say::which_village(language, quoted(given)),
        Cause::WaysUnwritten { ways, fit } => {
            let ways = ways.iter().map(|it| terms::method(language, *it));
            return say::ways_unwritten(language, terms::list(language, ways), *fit);
        }
        Cause::NoFirstDay => say::no_first_day(language),
        Cause::More { more } => return say::more(language, *more),
        Cause::Rule(cause) => {
            let fault = RuleFault {
                at: String::new(),
                cause: *cause,
            };
            return rule_faults::fault(language, &fault);
        }
    };
    plain.to_owned()
}

fn wrong_type(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::Text => say::wrong_type_text(language),
        Kind::Whole => say::wrong_type_whole(language),
        Kind::Flag => say::wrong_type_flag(language),
        Kind::Day => say::wrong_type_day(language),
        Kind::List => say::wrong_type_list(language),
        Kind::Table => say::wrong_type_table(language),
    }
}

/// Names what there is, as it may be shown.
fn listed(language: Language, known: &[String]) -> String {
    let known: Vec<String> = known.iter().map(|name| quoted(name)).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    named(language, &known)
}

/// Names the nearest of the words that would do.
fn named(language: Language, known: &[&str]) -> String {
    let nearest: Vec<&str> = known.iter().copied().take(MOST_NAMED).collect();
    let more = if known.len() > MOST_NAMED { "…" } else { "" };
    nearest.join(cli::between(language)) + more
}

/// Says where a rule comes from, and whether its clause was held against the official text.
#[must_use]
pub fn origin(language: Language, rule: &Rule) -> String {
    let clause = shown(terms::clause(language, rule));
    let clause = if rule.is_unverified() {
        say::unverified(language, clause)
    } else {
        clause
    };
    if rule.provenance == Provenance::Derived {
        return clause;
    }
    say::origin(
        language,
        terms::provenance(language, rule.provenance),
        clause,
    )
}

/// Says when a rule is in force; nothing of one that always is.
#[must_use]
pub fn term(language: Language, rule: &Rule) -> Option<String> {
    let from = rule.from?.to_string();
    Some(match rule.to {
        Some(to) => say::from_to(language, from, to.to_string()),
        None => say::from(language, from),
    })
}

/// Says what a document cannot show.
#[must_use]
pub fn unprovable(language: Language, rule: &Rule, what: Unprovable) -> String {
    let what = match what {
        Unprovable::Quorum => say::shows_no_quorum(language),
        Unprovable::Several => say::shows_no_several(language),
        Unprovable::Consent => say::shows_no_consent(language),
        Unprovable::Bloc => say::shows_no_bloc(language),
        Unprovable::Figures => say::shows_no_figure(language),
        Unprovable::Stake => say::shows_no_stake(language),
    };
    say::not_by_document(language, quoted(rule.id.as_str()), what)
}
