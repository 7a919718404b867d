//! The rules the program ships. A committee's own 议事规则 come before them.

use super::{Base, Comparator, Provenance, RecusalEffect, Rule, Scope, Threshold};
use crate::domain::ids::RuleId;

const fn more_than_half(base: Base) -> Threshold {
    Threshold {
        num: 1,
        den: 2,
        comparator: Comparator::MoreThan,
        base,
    }
}

const fn two_thirds(base: Base) -> Threshold {
    Threshold {
        num: 2,
        den: 3,
        comparator: Comparator::AtLeast,
        base,
    }
}

/// More for than against; with nobody against it still wants one vote for.
const MORE_FOR_THAN_AGAINST: Threshold = Threshold {
    num: 1,
    den: 1,
    comparator: Comparator::MoreThan,
    base: Base::Against,
};

fn rule(
    id: &str,
    quorum: Option<Threshold>,
    pass: Threshold,
    provenance: Provenance,
    clause: &str,
) -> Rule {
    Rule {
        id: RuleId::from(id),
        quorum,
        pass: vec![pass],
        scope: Scope::Whole,
        recusal: RecusalEffect::KeepBase,
        online: false,
        may_agree: false,
        provenance,
        clause: clause.to_owned(),
    }
}

/// Returns rule P1 by its stricter reading: more than half of 应到会 in the room, and votes for more
/// than half of 应到会 (党组工作条例 art. 27 as the model; `domain.md` §2.6).
#[must_use]
pub fn joint_default() -> Rule {
    Rule {
        may_agree: true,
        ..rule(
            "joint-default",
            Some(more_than_half(Base::Entitled)),
            more_than_half(Base::Entitled),
            Provenance::Party,
            "《中国共产党党组工作条例》第二十七条",
        )
    }
}

/// Returns P1 for 三重一大: two thirds of 应到会 in the room (乡镇党委 practice, `domain.md` §2.2), and
/// always a vote.
fn joint_major() -> Rule {
    Rule {
        id: RuleId::from("joint-major"),
        quorum: Some(two_thirds(Base::Entitled)),
        may_agree: false,
        ..joint_default()
    }
}

/// Returns every rule that is shipped, the default first.
#[must_use]
pub fn presets() -> Vec<Rule> {
    let counted = |id: &str, pass: Threshold| rule(id, None, pass, Provenance::Derived, id);
    vec![
        joint_default(),
        joint_major(),
        counted("majority-of-cast", MORE_FOR_THAN_AGAINST),
        counted("majority-of-present", more_than_half(Base::Present)),
        counted("majority-of-entitled", more_than_half(Base::Entitled)),
        counted("two-thirds-of-cast", two_thirds(Base::Cast)),
        counted("two-thirds-of-entitled", two_thirds(Base::Entitled)),
        Rule {
            scope: Scope::EachGroup,
            ..counted(
                "each-group-majority-of-present",
                more_than_half(Base::Present),
            )
        },
    ]
}

/// Returns the shipped rule of that id.
#[must_use]
pub fn preset(id: &str) -> Option<Rule> {
    presets().into_iter().find(|rule| rule.id.as_str() == id)
}
