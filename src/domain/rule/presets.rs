//! The rules the program ships: P1-P13 of `domain.md` §2.6, and plain counts for published votes. A
//! committee's own 议事规则 come before them.

use super::{
    Base, Comparator, Consent, Figure, Method, Notice, Otherwise, Over, Pass, Provenance, Question,
    Quorum, RecusalEffect, Rule, Threshold, TieStep, Turnout, Weights,
};
use crate::domain::ids::RuleId;
use crate::domain::text::Line;
use std::sync::LazyLock;

/// More for than against; with nobody against it still wants one vote for.
const MORE_FOR_THAN_AGAINST: Threshold = Threshold {
    over: Over::Persons,
    num: 1,
    den: 1,
    comparator: Comparator::MoreThan,
    base: Base::Against,
};

const PARTY_GROUPS: &str = "《中国共产党党组工作条例》第二十七条";
const BRANCH: &str = "《中国共产党支部工作条例（试行）》第十一条";
const PARTY_ELECTIONS: &str = "《中国共产党基层组织选举工作条例》";
const VILLAGES_26: &str = "《中华人民共和国村民委员会组织法》第二十六条";
const VILLAGES_30: &str = "《中华人民共和国村民委员会组织法》第三十条";
const SHANDONG: &str = "《山东省实施〈中华人民共和国村民委员会组织法〉办法》";
/// Matters are notified in writing 5 days ahead, and posted (`domain.md` §2.3).
const SHANDONG_NOTICE: &str =
    "《山东省实施〈中华人民共和国村民委员会组织法〉办法》（书面通知并公布）";
pub(super) const COLLECTIVES_27: &str = "《中华人民共和国农村集体经济组织法》第二十七条";
const COLLECTIVES_28: &str = "《中华人民共和国农村集体经济组织法》第二十八条";
const ASSEMBLY_NOTICE: &str = "《中华人民共和国村民委员会组织法》第二十五条";
const COLLECTIVE_NOTICE: &str = COLLECTIVES_27;
const COLLECTIVES_31: &str = "《中华人民共和国农村集体经济组织法》第三十一条";

const HALF_OR_MORE: Turnout = Turnout {
    comparator: Comparator::AtLeast,
    ..Turnout::MORE_THAN_HALF
};

const FOUR_FIFTHS: Turnout = Turnout {
    over: Over::Persons,
    num: 4,
    den: 5,
    comparator: Comparator::AtLeast,
};

fn rule(id: &str, pass: Threshold, provenance: Provenance, clause: &str) -> Rule {
    Rule::counting(
        RuleId::from(id),
        Pass::Reaches(pass),
        provenance,
        clause.to_owned(),
    )
}

/// A rule of a body that sits with a quorum.
fn sitting(
    id: &str,
    quorum: Turnout,
    pass: Threshold,
    provenance: Provenance,
    clause: &str,
) -> Rule {
    Rule {
        quorum: Quorum::of(quorum),
        methods: vec![Method::ByName, Method::Hands, Method::Secret],
        ..rule(id, pass, provenance, clause)
    }
}

/// Returns rule P1 by its stricter reading: more than half of 应到会 in the room, and votes for more
/// than half of 应到会 (党组工作条例 art. 27 as the model, which local Party committees copy by
/// hearsay only; `domain.md` §2.2, §2.6). Where both sides are close it is put off and voted another
/// day, in special cases referred upward (Party constitution art. 17).
#[must_use]
pub fn joint_default() -> Rule {
    Rule {
        may_agree: true,
        chair_last: true,
        unverified: true,
        tie: vec![TieStep::Defer, TieStep::Refer],
        close: Some(1),
        ..sitting(
            "joint-default",
            Turnout::MORE_THAN_HALF,
            Threshold::more_than_half(Base::Entitled),
            Provenance::Party,
            PARTY_GROUPS,
        )
    }
}

/// Returns P1 for 三重一大: two thirds of 应到会 in the room (乡镇党委 practice, `domain.md` §2.2), and
/// always a vote.
fn joint_major() -> Rule {
    Rule {
        id: RuleId::from("joint-major"),
        quorum: Quorum::of(Turnout::TWO_THIRDS),
        may_agree: false,
        ..joint_default()
    }
}

/// Returns the notice of so many days that a clause asks for.
fn notice(days: u32, statute: &str) -> Option<Notice> {
    let statute = Line::new(statute).ok()?;
    Some(Notice { days, statute })
}

/// Returns the rule of an assembly with the notice the law asks for before it meets.
fn with_notice(assembly: Rule) -> Rule {
    Rule {
        notice: notice(10, ASSEMBLY_NOTICE),
        ..assembly
    }
}

/// Returns the rules of the bodies in a village, P2 to P7.
fn of_village_bodies() -> Vec<Rule> {
    let half = Threshold::more_than_half;
    let representatives = || {
        sitting(
            "village-representatives",
            Turnout::TWO_THIRDS,
            half(Base::Present),
            Provenance::Law,
            VILLAGES_30,
        )
    };
    let assembly = |id: &str, quorum: Turnout| {
        sitting(
            id,
            quorum,
            half(Base::Present),
            Provenance::Law,
            VILLAGES_26,
        )
    };
    let collective = |id: &str, quorum: Option<Turnout>, pass: Threshold, clause: &str| Rule {
        quorum: quorum.map(Quorum::of).unwrap_or_default(),
        stricter: true,
        ..sitting(id, Turnout::TWO_THIRDS, pass, Provenance::Law, clause)
    };
    let two_thirds_of_all = Threshold::at_least(2, 3, Base::Entitled);
    vec![
        sitting(
            "party-members",
            HALF_OR_MORE,
            half(Base::Entitled),
            Provenance::Party,
            BRANCH,
        ),
        representatives(),
        Rule {
            id: RuleId::from("village-representatives-shandong"),
            quorum: Quorum {
                all_of: vec![Turnout::TWO_THIRDS, Turnout::TWO_THIRDS.over(Over::Women)],
                ..Quorum::default()
            },
            provenance: Provenance::Local,
            clause: SHANDONG.to_owned(),
            notice: notice(5, SHANDONG_NOTICE),
            ..representatives()
        },
        with_notice(assembly("village-assembly", Turnout::MORE_THAN_HALF)),
        with_notice(assembly("village-assembly-households", Turnout::TWO_THIRDS)),
        Rule {
            online: true,
            notice: notice(10, COLLECTIVE_NOTICE),
            ..collective(
                "collective-members",
                Some(Turnout::TWO_THIRDS),
                two_thirds_of_all,
                COLLECTIVES_27,
            )
        },
        collective(
            "collective-representatives",
            None,
            two_thirds_of_all,
            COLLECTIVES_28,
        ),
        collective(
            "collective-board",
            Some(Turnout::TWO_THIRDS),
            half(Base::Entitled),
            COLLECTIVES_31,
        ),
    ]
}

/// Returns the rules that count villages, P8 to P11: derived from foreign models, for a committee whose
/// own rules say so.
fn of_villages() -> Vec<Rule> {
    let half = Threshold::more_than_half;
    let by_villages = |id: &str, pass: Pass| Rule {
        quorum: Quorum {
            all_of: vec![
                Turnout::MORE_THAN_HALF,
                Turnout::MORE_THAN_HALF.over(Over::Villages),
            ],
            ..Quorum::default()
        },
        methods: vec![Method::ByName, Method::ByVillage],
        tie: vec![TieStep::Defer, TieStep::Refer],
        chair_last: true,
        ..Rule::counting(RuleId::from(id), pass, Provenance::Derived, id.to_owned())
    };
    let villages = half(Base::Entitled).over(Over::Villages);
    vec![
        by_villages("one-village-one-vote", Pass::Reaches(villages)),
        Rule {
            weights: Some(Weights::PerStarted {
                each: 1000,
                figure: Figure::Inhabitants,
            }),
            ..by_villages(
                "double-majority",
                Pass::All(vec![
                    Pass::Reaches(villages),
                    Pass::Reaches(half(Base::Entitled).over(Over::Weights)),
                ]),
            )
        },
        by_villages(
            "all-villages",
            Pass::Reaches(Threshold::at_least(1, 1, Base::Entitled).over(Over::Villages)),
        ),
        Rule {
            consent: Consent::InVote {
                each: half(Base::Present),
            },
            ..by_villages("majority-and-affected", Pass::Reaches(half(Base::Entitled)))
        },
    ]
}

/// Returns the rules with more on the ballot than for and against, P12 and P13.
fn of_several() -> Vec<Rule> {
    let election = |id: &str, spare_percent: u32| Rule {
        question: Question::Seats {
            spare_percent,
            write_in: true,
        },
        methods: vec![Method::Secret],
        // Editions differ between 超过五分之四 and 不少于五分之四 (`domain.md` §2.1).
        unverified: true,
        ..sitting(
            id,
            FOUR_FIFTHS,
            Threshold::more_than_half(Base::Entitled),
            Provenance::Party,
            PARTY_ELECTIONS,
        )
    };
    let several = |id: &str, otherwise: Otherwise| Rule {
        question: Question::OneOf { otherwise },
        quorum: Quorum::of(Turnout::MORE_THAN_HALF),
        methods: vec![Method::ByName, Method::Hands, Method::Secret],
        ..rule(
            id,
            Threshold::more_than_half(Base::Valid),
            Provenance::Derived,
            id,
        )
    };
    vec![
        election("election-contested", 20),
        election("election-single", 0),
        several("one-of-several", Otherwise::Most),
        several("one-of-several-run-off", Otherwise::RunOff),
        several("one-of-several-drop-last", Otherwise::DropLast),
    ]
}

/// Returns the plain counts, for votes that others have published.
fn plain() -> Vec<Rule> {
    let counted = |id: &str, pass: Threshold| rule(id, pass, Provenance::Derived, id);
    let half = Threshold::more_than_half;
    vec![
        counted("majority-of-cast", MORE_FOR_THAN_AGAINST),
        counted("majority-of-present", half(Base::Present)),
        counted("majority-of-entitled", half(Base::Entitled)),
        counted("two-thirds-of-cast", Threshold::at_least(2, 3, Base::Cast)),
        counted(
            "two-thirds-of-entitled",
            Threshold::at_least(2, 3, Base::Entitled),
        ),
        Rule {
            pass: Pass::EachVillage(half(Base::Present)),
            methods: vec![Method::ByName, Method::ByVillage],
            recusal: RecusalEffect::KeepBase,
            ..counted("each-group-majority-of-present", half(Base::Present))
        },
    ]
}

/// Returns every rule that is shipped, the default first. They are made once: every frame asks for the rule in force.
#[must_use]
pub fn presets() -> &'static [Rule] {
    static SHIPPED: LazyLock<Vec<Rule>> = LazyLock::new(|| {
        let mut all = vec![joint_default(), joint_major()];
        all.extend(of_village_bodies());
        all.extend(of_villages());
        all.extend(of_several());
        all.extend(plain());
        all
    });
    &SHIPPED
}

/// Returns the shipped rule of that id.
#[must_use]
pub fn preset(id: &str) -> Option<Rule> {
    let shipped = presets().iter().find(|rule| rule.id.as_str() == id);
    shipped.cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule::faults;

    #[test]
    fn every_shipped_rule_is_one() {
        for rule in presets() {
            assert_eq!(faults(rule, |id| preset(id.as_str())), [], "{}", rule.id);
        }
    }
}
