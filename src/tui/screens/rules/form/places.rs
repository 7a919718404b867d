//! Where in the form a fault of the rule is.

use super::fields::*;
use crate::i18n::rule_sentences::About;
use crate::tui::widgets::form::Form;

/// Returns the field of a place that [`crate::domain::rule::faults`] names; one that is not shown gives
/// way to the one above it.
pub(super) fn field(form: &Form, place: &str) -> usize {
    let mut parts = place.split(['.', '[', ']']).filter(|part| !part.is_empty());
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let number = rest.iter().find_map(|part| part.parse::<usize>().ok());
    let number = number.unwrap_or(0);
    let field = match (first, rest.first().copied()) {
        ("name", _) if form.text(NAME_ZH).trim().is_empty() => NAME_ZH,
        ("name", _) => NAME_EN,
        ("from" | "to", _) => FROM,
        ("clause", _) => CLAUSE,
        ("question", _) => SPARE,
        ("quorum", Some("second_call")) => match rest.get(1).copied() {
            Some("within_days") => CALL_DAYS,
            Some("notice") => CALL_NOTICE,
            _ => CALL,
        },
        ("quorum", _) => TURNOUT + 2 * number.min(TURNOUTS - 1),
        ("pass", Some(_)) => CRITERION + 4 * number.min(CRITERIA - 1),
        ("pass", None) => CRITERION,
        ("consent", _) => CONSENT,
        ("weights", Some("each")) => EACH,
        ("weights", Some("total")) => TOTAL,
        ("weights", Some("floor")) => FLOOR,
        ("weights", Some("cap")) => CAP,
        ("weights", Some("of")) => VILLAGE,
        ("weights", _) => WEIGHTS,
        ("recusal", _) => RECUSAL,
        ("tie", _) => TIE + number.min(STEPS - 1),
        ("proxies", _) => PROXIES,
        ("methods", _) => METHOD,
        ("may_agree", _) => MAY_AGREE,
        ("revote", _) => ROUNDS,
        _ => PROVENANCE,
    };
    (0..=field)
        .rev()
        .find(|field| form.shows(*field))
        .unwrap_or(NAME_ZH)
}

/// Returns the paragraph of the rule read out that a field is about.
pub(super) const fn about(field: usize) -> About {
    match field {
        PROVENANCE | CLAUSE | UNVERIFIED | STRICTER => About::Source,
        FROM => About::Validity,
        OTHERWISE..TURNOUT => About::Question,
        CHAIR..TREE => About::Room,
        BLOC..RECUSAL => About::Villages,
        RECUSAL..PROXIES => About::Outcome,
        PROXIES..UNVERIFIED => About::Ways,
        VILLAGE.. => About::Villages,
        _ => About::Counting,
    }
}
