//! Where counting goes wrong elsewhere: bodies of one and two, nothing for and nothing against, exact
//! halves and thirds, silence, recusal and villages nobody came from.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::polls::Case;
use crate::domain::ids::VillageId;
use crate::domain::rule::{
    Base, Comparator, Consent, Over, Pass, Provenance, Quorum, RecusalEffect, Required, Rule,
    Threshold, Turnout, preset,
};
use crate::domain::vote::Outcome::{Adopted, Inquorate, Rejected, Tied};
use crate::domain::vote::result::{Attending, QuorumProof, Voiced};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Outcome, Voter};

/// Reads a room: `a:yyn b:x -:r` are two villages and somebody of none; for, against, abstaining, not
/// voting, absent, recused are y, n, a, v, x, r.
pub(super) fn room(written: &str) -> Vec<Voiced> {
    let mut voices = Vec::new();
    for body in written.split_whitespace() {
        let (village, letters) = body.split_once(':').unwrap_or(("-", body));
        let village = (village != "-").then(|| VillageId::from(village));
        for letter in letters.chars() {
            let voice = match letter {
                'y' => Voice::For,
                'n' => Voice::Against,
                'a' => Voice::Abstain,
                'v' => Voice::NotVoting,
                'x' => Voice::Absent,
                'r' => Voice::Recused,
                other => panic!("{other}"),
            };
            let name = format!("p{}", voices.len());
            let voter = Voter::new(name.as_str().into(), village.clone());
            voices.push(Voiced::new(voter, voice));
        }
    }
    voices
}

fn by(pass: Pass) -> Rule {
    Rule::counting("trap".into(), pass, Provenance::Foreign, "trap".to_owned())
}

fn reaches(threshold: Threshold) -> Rule {
    by(Pass::Reaches(threshold))
}

fn half(base: Base) -> Rule {
    reaches(Threshold::more_than_half(base))
}

fn at_least(num: u32, den: u32, base: Base) -> Rule {
    reaches(Threshold::at_least(num, den, base))
}

fn more_than(num: u32, den: u32, base: Base) -> Rule {
    reaches(Threshold {
        comparator: Comparator::MoreThan,
        ..Threshold::at_least(num, den, base)
    })
}

fn under(recusal: RecusalEffect, rule: Rule) -> Rule {
    Rule { recusal, ..rule }
}

fn weighing(of: &[(&str, u32)], rule: Rule) -> Rule {
    let of = of
        .iter()
        .map(|(village, weight)| ((*village).into(), *weight));
    let reckoned = of.collect();
    Rule { reckoned, ..rule }
}

fn fewer_blockers(over: Over, number: u32) -> Rule {
    by(Pass::FewerBlockersThan { over, number })
}

/// A rule, a room, the outcome, and every inequality of the proof in its order.
type Trap = (Rule, &'static str, Outcome, &'static str);

fn sprung(traps: Vec<Trap>, concerned: &[&str]) {
    for (rule, written, outcome, proof) in traps {
        let case = Case {
            rule,
            voices: room(written),
            concerned: concerned.iter().map(|it| VillageId::from(*it)).collect(),
        };
        let result = case.result();
        let criteria = result.tally.criteria().into_iter();
        let printed: Vec<String> = criteria.map(|it| it.inequality.to_string()).collect();
        assert_eq!(
            (result.outcome, printed.join(" & ").as_str()),
            (outcome, proof),
            "{written:?} under {:?}",
            case.rule.pass
        );
        assert_eq!(result.tally.adopted, result.tally.proof.holds());
    }
}

#[test]
fn bodies_of_one_and_two() {
    use Base::{Cast, Entitled, Present, Valid};
    use RecusalEffect::{KeepBase, ReduceBase, Waive};
    sprung(
        vec![
            (half(Entitled), "y", Adopted, "2*1 > 1"),
            (half(Entitled), "n", Rejected, "2*0 > 1"),
            (half(Valid), "a", Rejected, "2*0 > 1"),
            (half(Cast), "v", Rejected, "2*0 > 0"),
            (half(Entitled), "yy", Adopted, "2*2 > 2"),
            (half(Entitled), "yn", Tied, "2*1 > 2"),
            // Half is enough where the rule says so, and then the vote is not tied.
            (at_least(1, 2, Entitled), "yn", Adopted, "2*1 >= 2 & 1 > 0"),
            (half(Entitled), "yx", Rejected, "2*1 > 2"),
            (half(Present), "yx", Adopted, "2*1 > 1"),
            (half(Valid), "ya", Rejected, "2*1 > 2"),
            (half(Cast), "ya", Adopted, "2*1 > 1"),
            (under(KeepBase, half(Entitled)), "yr", Rejected, "2*1 > 2"),
            (under(ReduceBase, half(Entitled)), "yr", Adopted, "2*1 > 1"),
            (under(Waive, half(Entitled)), "yr", Rejected, "2*1 > 2"),
            (
                fewer_blockers(Over::Persons, 1),
                "yn",
                Tied,
                "1 > 1 & 1 > 0",
            ),
            (
                fewer_blockers(Over::Persons, 2),
                "yn",
                Adopted,
                "2 > 1 & 1 > 0",
            ),
        ],
        &[],
    );
}

#[test]
fn nothing_for_and_nothing_against() {
    use Base::{Against, Cast, Entitled, Present, Valid};
    use RecusalEffect::{KeepBase, ReduceBase, Waive};
    let more_for = || preset("majority-of-cast").unwrap();
    sprung(
        vec![
            // Nobody is entitled.
            (half(Entitled), "", Rejected, "2*0 > 0"),
            (at_least(2, 3, Entitled), "", Rejected, "3*0 >= 2*0 & 0 > 0"),
            // Everybody abstains; 0 to 0 is no tie.
            (more_for(), "aaa", Rejected, "0 > 0"),
            (at_least(2, 3, Cast), "aaa", Rejected, "3*0 >= 2*0 & 0 > 0"),
            (half(Valid), "aaa", Rejected, "2*0 > 3"),
            (
                fewer_blockers(Over::Persons, 4),
                "aaa",
                Rejected,
                "4 > 3 & 0 > 0",
            ),
            // Everybody is absent.
            (at_least(1, 1, Present), "xxx", Rejected, "0 >= 0 & 0 > 0"),
            (at_least(1, 1, Against), "xxx", Rejected, "0 >= 0 & 0 > 0"),
            (half(Entitled), "xxx", Rejected, "2*0 > 3"),
            // Everybody withdrew.
            (
                under(KeepBase, at_least(2, 3, Entitled)),
                "rrr",
                Rejected,
                "3*0 >= 2*3 & 0 > 0",
            ),
            (
                under(ReduceBase, at_least(2, 3, Entitled)),
                "rrr",
                Rejected,
                "3*0 >= 2*0 & 0 > 0",
            ),
            (
                under(Waive, at_least(2, 3, Entitled)),
                "rrr",
                Rejected,
                "3*0 >= 2*3 & 0 > 0",
            ),
            (
                under(ReduceBase, fewer_blockers(Over::Persons, 1)),
                "rrr",
                Rejected,
                "1 > 0 & 0 > 0",
            ),
            // Nobody votes.
            (at_least(1, 2, Valid), "vvv", Rejected, "2*0 >= 0 & 0 > 0"),
            // One voter is recorded and the rest blank.
            (half(Entitled), "yvvvvv", Rejected, "2*1 > 6"),
            (half(Present), "yvvvvv", Rejected, "2*1 > 6"),
            (half(Valid), "yvvvvv", Adopted, "2*1 > 1"),
            (
                at_least(2, 3, Cast),
                "yvvvvv",
                Adopted,
                "3*1 >= 2*1 & 1 > 0",
            ),
            (more_for(), "yvvvvv", Adopted, "1 > 0"),
            (more_for(), "nvvvvv", Rejected, "0 > 1"),
        ],
        &[],
    );
}

#[test]
fn exact_halves_and_thirds() {
    use Base::{Against, Cast, Entitled, Present, Valid};
    sprung(
        vec![
            (half(Cast), "yyynnn", Tied, "2*3 > 6"),
            (at_least(1, 2, Cast), "yyynnn", Adopted, "2*3 >= 6 & 3 > 0"),
            (at_least(1, 1, Against), "yyynnn", Adopted, "3 >= 3 & 3 > 0"),
            (more_than(1, 1, Against), "yyynnn", Tied, "3 > 3"),
            (half(Present), "yyyaaa", Rejected, "2*3 > 6"),
            (half(Entitled), "yyyxxx", Rejected, "2*3 > 6"),
            (half(Entitled), "yyyyxxx", Adopted, "2*4 > 7"),
            (at_least(2, 3, Cast), "yyn", Adopted, "3*2 >= 2*3 & 2 > 0"),
            (more_than(2, 3, Cast), "yyn", Rejected, "3*2 > 2*3"),
            (
                at_least(2, 3, Valid),
                "yyna",
                Rejected,
                "3*2 >= 2*4 & 2 > 0",
            ),
            (
                at_least(1, 3, Entitled),
                "yyxxxx",
                Adopted,
                "3*2 >= 6 & 2 > 0",
            ),
            (more_than(1, 3, Entitled), "yyxxxx", Rejected, "3*2 > 6"),
            (at_least(4, 5, Cast), "yyyyn", Adopted, "5*4 >= 4*5 & 4 > 0"),
            (more_than(4, 5, Cast), "yyyyn", Rejected, "5*4 > 4*5"),
            // Two of three are not two thirds of four, whichever way it is rounded.
            (
                at_least(2, 3, Entitled),
                "yyxx",
                Rejected,
                "3*2 >= 2*4 & 2 > 0",
            ),
            (
                at_least(2, 3, Entitled),
                "yyyx",
                Adopted,
                "3*3 >= 2*4 & 3 > 0",
            ),
        ],
        &[],
    );
}

#[test]
fn villages_nobody_came_from() {
    use Base::{Entitled, Present};
    use RecusalEffect::{KeepBase, ReduceBase};
    let each = |threshold| by(Pass::EachVillage(threshold));
    let villages = |threshold: Threshold| reaches(threshold.over(Over::Villages));
    let all = || villages(Threshold::at_least(1, 1, Entitled));
    let half = Threshold::more_than_half;
    let half_or_more = Threshold::at_least(1, 2, Present);
    sprung(
        vec![
            (
                each(half(Present)),
                "a:yy b:xx",
                Rejected,
                "2*2 > 2 & 2*0 > 0",
            ),
            (
                each(half_or_more),
                "a:y b:x",
                Rejected,
                "2*1 >= 1 & 1 > 0 & 2*0 >= 0 & 0 > 0",
            ),
            (each(half(Present)), "yyn", Adopted, "2*2 > 3"),
            (each(half_or_more), "yynn", Adopted, "2*2 >= 4 & 2 > 0"),
            (villages(half(Entitled)), "a:yyn b:nn c:xx", Tied, "2*1 > 3"),
            (villages(half(Present)), "a:yyn c:xx", Adopted, "2*1 > 1"),
            // One that is divided is for nothing.
            (
                villages(half(Entitled)),
                "a:yy b:yn c:yy",
                Adopted,
                "2*2 > 3",
            ),
            (villages(half(Entitled)), "a:yy b:yn c:n", Tied, "2*1 > 3"),
            (
                under(KeepBase, all()),
                "a:y b:y c:r",
                Rejected,
                "2 >= 3 & 2 > 0",
            ),
            (
                under(ReduceBase, all()),
                "a:y b:y c:r",
                Adopted,
                "2 >= 2 & 2 > 0",
            ),
            // Who has no village is not all villages.
            (all(), "yy", Rejected, "0 >= 0 & 0 > 0 & 2 > 0"),
            (
                fewer_blockers(Over::Villages, 1),
                "a:yy b:yn",
                Rejected,
                "1 > 1 & 3 > 0",
            ),
            (
                fewer_blockers(Over::Villages, 2),
                "a:yy b:yn",
                Adopted,
                "2 > 1 & 3 > 0",
            ),
        ],
        &[],
    );
}

/// The path of a tie may end with the chair's vote or a lot, so that a tie where there is none would be
/// adopted against the villages.
#[test]
fn a_tie_is_of_what_the_rule_counts() {
    use Base::{Entitled, Present};
    let half = |over, base| Pass::Reaches(Threshold::more_than_half(base).over(over));
    let villages = || by(half(Over::Villages, Entitled));
    let people_and_villages = || {
        by(Pass::All(vec![
            half(Over::Persons, Present),
            half(Over::Villages, Entitled),
        ]))
    };
    let weights = || {
        weighing(
            &[("a", 3), ("b", 2), ("c", 1)],
            by(half(Over::Weights, Entitled)),
        )
    };
    let women = || by(half(Over::Women, Entitled));
    let blocked = || fewer_blockers(Over::Villages, 1);
    sprung(
        vec![
            // As many people, and one village against two.
            (villages(), "a:yyy b:nn c:n", Rejected, "2*1 > 3"),
            // More people, and as many villages.
            (villages(), "a:yyy b:n", Tied, "2*1 > 2"),
            (villages(), "a:yn b:yn", Rejected, "2*0 > 2"),
            (villages(), "y n", Rejected, "2*0 > 0"),
            (weights(), "a:y b:nn c:n", Tied, "2*3 > 6"),
            (weights(), "a:n b:y c:n", Rejected, "2*2 > 6"),
            (blocked(), "a:yy b:n", Tied, "1 > 1 & 2 > 0"),
            (blocked(), "a:yy b:n c:n", Rejected, "1 > 2 & 2 > 0"),
            // No woman is there, and nobody is level with nobody.
            (women(), "yn", Rejected, "2*0 > 0"),
            // Of two things that are counted both are level, or it is no tie.
            (
                people_and_villages(),
                "a:yy b:nn",
                Tied,
                "2*2 > 4 & 2*1 > 2",
            ),
            (
                people_and_villages(),
                "a:yyy b:n",
                Rejected,
                "2*3 > 4 & 2*1 > 2",
            ),
            (
                people_and_villages(),
                "a:yy b:n c:n",
                Rejected,
                "2*2 > 4 & 2*1 > 3",
            ),
        ],
        &[],
    );
}

#[test]
fn villages_that_weigh_nothing() {
    use Base::Entitled;
    let weights = |threshold: Threshold| reaches(threshold.over(Over::Weights));
    let half = || weights(Threshold::more_than_half(Entitled));
    let half_or_more = || weights(Threshold::at_least(1, 2, Entitled));
    let none = [("a", 0), ("b", 0)];
    sprung(
        vec![
            (weighing(&none, half()), "a:y b:n", Rejected, "2*0 > 0"),
            (
                weighing(&none, half_or_more()),
                "a:yy b:y",
                Rejected,
                "2*0 >= 0 & 0 > 0 & 3 > 0",
            ),
            (
                weighing(&[("b", 5)], half()),
                "a:yy b:n",
                Rejected,
                "2*0 > 5",
            ),
            // The weight decides, whatever the heads say.
            (
                weighing(&[("a", 5)], half()),
                "a:y b:nn",
                Adopted,
                "2*5 > 5",
            ),
            (
                weighing(&[("a", 5), ("b", 5)], half()),
                "a:yy b:n",
                Tied,
                "2*5 > 10",
            ),
            (
                weighing(&[("a", 5), ("b", 5)], half_or_more()),
                "a:yy b:n",
                Adopted,
                "2*5 >= 10 & 2 > 0",
            ),
        ],
        &[],
    );
}

#[test]
fn silence_is_no_consent() {
    let asking = |each| Rule {
        consent: Consent::InVote { each },
        ..half(Base::Entitled)
    };
    let half_or_more = || asking(Threshold::at_least(1, 2, Base::Present));
    let more = || asking(Threshold::more_than_half(Base::Present));
    sprung(
        vec![
            (more(), "a:yyy b:yn", Rejected, "2*4 > 5 & 2*1 > 2"),
            (
                half_or_more(),
                "a:yyy b:yn",
                Adopted,
                "2*4 > 5 & 2*1 >= 2 & 1 > 0",
            ),
            (more(), "a:yyy b:xx", Rejected, "2*3 > 5 & 2*0 > 0"),
            (
                half_or_more(),
                "a:yyy b:xx",
                Rejected,
                "2*3 > 5 & 2*0 >= 0 & 0 > 0",
            ),
            (
                half_or_more(),
                "a:yyy b:r",
                Rejected,
                "2*3 > 4 & 2*0 >= 0 & 0 > 0",
            ),
            // It has nobody on the roll at all.
            (
                half_or_more(),
                "a:yyy",
                Rejected,
                "2*3 > 3 & 2*0 >= 0 & 0 > 0",
            ),
        ],
        &["b"],
    );
}

#[test]
fn recusal_at_the_border_of_the_quorum() {
    use RecusalEffect::{KeepBase, ReduceBase, Waive};
    let more = Turnout::MORE_THAN_HALF;
    let half = Turnout {
        comparator: Comparator::AtLeast,
        ..more
    };
    for (turnout, recusal, written, outcome, proof, waived) in [
        (more, KeepBase, "yyrxx", Rejected, "2*3 > 5", false),
        (more, ReduceBase, "yyrxx", Inquorate, "2*2 > 4", false),
        (half, ReduceBase, "yyrxx", Rejected, "2*2 >= 4", false),
        (more, Waive, "yyrxx", Rejected, "2*2 > 5", true),
        (more, KeepBase, "yrrxxx", Inquorate, "2*3 > 6", false),
        (half, KeepBase, "yrrxxx", Rejected, "2*3 >= 6", false),
        (more, Waive, "yrrxxx", Inquorate, "2*1 > 6", false),
        (half, Waive, "yrrxxx", Rejected, "2*1 >= 6", true),
        (more, Waive, "yyyrx", Adopted, "2*3 > 5", false),
        (more, KeepBase, "rrr", Rejected, "2*3 > 3", false),
        (more, ReduceBase, "rrr", Inquorate, "2*0 > 0", false),
        (more, Waive, "rrr", Rejected, "2*0 > 3", true),
        (more, KeepBase, "xxx", Inquorate, "2*0 > 3", false),
        (more, Waive, "xxx", Inquorate, "2*0 > 3", false),
        (more, KeepBase, "aaa", Rejected, "2*3 > 3", false),
        (more, KeepBase, "yyxx", Inquorate, "2*2 > 4", false),
        (half, KeepBase, "yyxx", Rejected, "2*2 >= 4", false),
        (more, KeepBase, "", Inquorate, "2*0 > 0", false),
        (half, KeepBase, "", Inquorate, "0 > 0", false),
        (half, ReduceBase, "rrr", Inquorate, "0 > 0", false),
        (half, Waive, "", Inquorate, "0 > 0", false),
    ] {
        let rule = Rule {
            quorum: Quorum::of(turnout),
            ..under(recusal, at_least(3, 5, Base::Entitled))
        };
        let case = Case {
            rule,
            voices: room(written),
            concerned: Vec::new(),
        };
        let result = case.result();
        let quorum = &result.quorum[0];
        assert_eq!(
            (
                result.outcome,
                quorum.inequality.to_string().as_str(),
                quorum.waived
            ),
            (outcome, proof, waived),
            "{written:?} {recusal:?}"
        );
    }
}

#[test]
fn without_somebody_who_must_be_there_nothing_is_voted() {
    let needs = |there: u32| QuorumProof {
        of: Attending::Required(Required::Chair),
        inequality: Threshold::at_least(1, 1, Base::Entitled).with(there, 1),
        waived: false,
    };
    for (there, outcome) in [
        (&[][..], Adopted),
        (&[1], Adopted),
        (&[0], Inquorate),
        (&[1, 0], Inquorate),
        (&[1, 1], Adopted),
    ] {
        let case = Case {
            rule: half(Base::Entitled),
            voices: room("yy"),
            concerned: Vec::new(),
        };
        let required: Vec<QuorumProof> = there.iter().map(|it| needs(*it)).collect();
        let result = case.result().requiring(required.clone());
        assert_eq!(
            (result.outcome, result.quorum),
            (outcome, required),
            "{there:?}"
        );
    }
}

#[test]
fn a_village_agrees_by_more_than_half_of_its_people_in_the_room() {
    for (of_b, agreed) in [
        ("b:y", true),
        ("b:yx", true),
        ("b:yr", true),
        ("b:yv", false),
        ("b:ya", false),
        ("b:yn", false),
        ("b:yya", true),
        ("b:x", false),
        ("", false),
    ] {
        let case = Case {
            rule: half(Base::Cast),
            voices: room(&format!("a:yyy {of_b}")),
            concerned: vec!["b".into()],
        };
        let result = case.result();
        assert_eq!(result.outcome, Adopted, "{of_b}");
        assert_eq!(result.concerned[0].agreed, agreed, "{of_b}");
        assert_eq!(result.not_agreed().count(), usize::from(!agreed), "{of_b}");
    }
}
