//! The words of the rule object.

use crate::domain::rule::{Base, Method, Over, Provenance, RecusalEffect, Required};
use crate::domain::vote::{Attending, QuorumProof};
use crate::i18n::{Language, rules};

/// Names a way of voting.
#[must_use]
pub const fn method(language: Language, method: Method) -> &'static str {
    match method {
        Method::ByName => rules::method_by_name(language),
        Method::Hands => rules::method_hands(language),
        Method::Secret => rules::method_secret(language),
        Method::ByVillage => rules::method_by_village(language),
    }
}

/// Names somebody without whom nothing is voted.
#[must_use]
pub fn required(language: Language, required: &Required) -> &str {
    match required {
        Required::Chair => rules::required_chair(language),
        Required::Role { role } => role.as_str(),
    }
}

/// Names what is counted.
#[must_use]
pub const fn over(language: Language, over: Over) -> &'static str {
    match over {
        Over::Persons => rules::over_persons(language),
        Over::Villages => rules::over_villages(language),
        Over::Weights => rules::over_weights(language),
        Over::Households => rules::over_households(language),
        Over::Shares => rules::over_shares(language),
        Over::Women => rules::over_women(language),
    }
}

/// Returns the word by which a sentence chooses what is counted.
#[must_use]
pub const fn over_key(over: Over) -> &'static str {
    match over {
        Over::Persons => "persons",
        Over::Villages => "villages",
        Over::Weights => "weights",
        Over::Households => "households",
        Over::Shares => "shares",
        Over::Women => "women",
    }
}

/// Names a base.
#[must_use]
pub const fn base(language: Language, base: Base) -> &'static str {
    match base {
        Base::Entitled => rules::base_entitled(language),
        Base::Present => rules::base_present(language),
        Base::Valid => rules::base_valid(language),
        Base::Cast => rules::base_cast(language),
        Base::Against => rules::base_against(language),
    }
}

/// Returns the word by which a sentence chooses a base.
#[must_use]
pub const fn base_key(base: Base) -> &'static str {
    match base {
        Base::Entitled => "entitled",
        Base::Present => "present",
        Base::Valid => "valid",
        Base::Cast => "cast",
        Base::Against => "against",
    }
}

/// Names where a rule comes from.
#[must_use]
pub const fn provenance(language: Language, provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Law => rules::provenance_law(language),
        Provenance::Party => rules::provenance_party(language),
        Provenance::Charter => rules::provenance_charter(language),
        Provenance::Local => rules::provenance_local(language),
        Provenance::Own => rules::provenance_own(language),
        Provenance::Derived => rules::provenance_derived(language),
        Provenance::Foreign => rules::provenance_foreign(language),
    }
}

/// Says what a recusal does to 应到会.
#[must_use]
pub const fn recusal_effect(language: Language, effect: RecusalEffect) -> &'static str {
    match effect {
        RecusalEffect::KeepBase => rules::recusal_keep_base(language),
        RecusalEffect::ReduceBase => rules::recusal_reduce_base(language),
        RecusalEffect::Waive => rules::recusal_waive(language),
    }
}

/// Returns one demand of a quorum with its numbers, and that it does not hold where it does not.
#[must_use]
pub fn quorum_proof(language: Language, proof: &QuorumProof) -> String {
    let said = match &proof.of {
        Attending::Of(Over::Persons) => proof.inequality.to_string(),
        Attending::Of(over) => {
            rules::quorum_over(language, over_key(*over), proof.inequality.to_string())
        }
        Attending::Required(who) if proof.inequality.holds() => {
            return rules::quorum_there(language, required(language, who));
        }
        Attending::Required(who) => {
            return rules::quorum_not_there(language, required(language, who));
        }
    };
    match (proof.inequality.holds(), proof.waived) {
        (true, _) => said,
        (false, true) => rules::quorum_waived(language, said),
        (false, false) => rules::quorum_fails(language, said),
    }
}
