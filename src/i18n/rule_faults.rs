//! What keeps a rule from being one, as a sentence with its place and what to do.

use super::{Language, options, rule_fault, terms};
use crate::domain::rule::book::Doubt;
use crate::domain::rule::{Cause, RuleFault};

/// Says what is wrong with a rule, where, and what to do about it.
#[must_use]
pub fn fault(language: Language, fault: &RuleFault) -> String {
    rule_fault::at(language, fault.at.as_str(), why(language, fault))
}

/// Says what is wrong at a field that shows a name of its own.
#[must_use]
pub fn fault_of_field(language: Language, label: &str, fault: &RuleFault) -> String {
    rule_fault::at(language, label, why(language, fault))
}

/// Says what is wrong and what to do about it.
#[must_use]
pub fn why(language: Language, fault: &RuleFault) -> String {
    let why = match fault.cause {
        Cause::NoCriterion => rule_fault::no_criterion(language),
        Cause::NoParts => rule_fault::no_parts(language),
        Cause::OverOne => rule_fault::over_one(language),
        Cause::NeverReached => rule_fault::never_reached(language),
        Cause::TooFine => rule_fault::too_fine(language),
        Cause::TooMuch => rule_fault::too_much(language),
        Cause::NoMethod => rule_fault::no_method(language),
        Cause::SecretAlone => rule_fault::secret_alone(language),
        Cause::ProxiesUnnamed => rule_fault::proxies_unnamed(language),
        Cause::Twice => rule_fault::twice(language),
        Cause::BaseUnknown { method } => {
            return rule_fault::base_unknown(language, terms::method(language, method));
        }
        Cause::WeightsMissing => rule_fault::weights_missing(language),
        Cause::VillageUnknown => rule_fault::village_unknown(language),
        Cause::NobodyWeighs => rule_fault::nobody_weighs(language),
        Cause::Zero => rule_fault::zero(language),
        Cause::TooLarge => rule_fault::too_large(language),
        Cause::WeighsTooMuch => rule_fault::weighs_too_much(language),
        Cause::FloorOverCap => rule_fault::floor_over_cap(language),
        Cause::FloorsOverTotal { villages, sum } => {
            return rule_fault::floors_over_total(language, villages, sum.to_string());
        }
        Cause::CapsUnderTotal { villages, sum } => {
            return rule_fault::caps_under_total(language, villages, sum.to_string());
        }
        Cause::NothingToShare => rule_fault::nothing_to_share(language),
        Cause::CitationMissing => rule_fault::citation_missing(language),
        Cause::NotItsClause => rule_fault::not_its_clause(language),
        Cause::NothingToVerify => rule_fault::nothing_to_verify(language),
        Cause::NotItsOwn => rule_fault::not_its_own(language),
        Cause::NameMissing => rule_fault::name_missing(language),
        Cause::OwnOnly => rule_fault::own_only(language),
        Cause::ForeignOnly => rule_fault::foreign_only(language),
        Cause::CloseOfSeveral => rule_fault::close_of_several(language),
        Cause::TiedVotedAgain => rule_fault::tied_voted_again(language),
        Cause::CastingSecretly => rule_fault::casting_secretly(language),
        Cause::Circular => rule_fault::circular(language),
        Cause::UnknownRule => rule_fault::unknown_rule(language),
        Cause::Empty => rule_fault::empty(language),
        Cause::EndsBeforeItBegins => rule_fault::ends_before_it_begins(language),
        Cause::ElectedByName => options::elected_by_name(language),
        Cause::NotForThatQuestion => rule_fault::not_for_that_question(language),
        Cause::NoSecondRound => rule_fault::no_second_round(language),
    };
    why.to_owned()
}

/// Says what makes a rule doubtful, and what to look at.
#[must_use]
pub fn doubt(language: Language, doubt: &Doubt) -> String {
    match doubt {
        Doubt::BeforeAnySeat { first } => {
            rule_fault::before_any_seat(language, terms::date(language, *first))
        }
        Doubt::NobodyHolds { role } => rule_fault::nobody_holds(language, role.as_str()),
    }
}
