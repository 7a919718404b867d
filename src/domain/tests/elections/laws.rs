//! Laws of a count of contenders, whatever its numbers.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{ELECTION, elects};
use crate::domain::rule::{Base, Method, Pass, Rule, Threshold, preset};
use crate::domain::tests::stage::{at, contender as free};
use crate::domain::vote::VoteResult;
use crate::domain::vote::slate::Slate;
use proptest::prelude::*;

/// A rule of the committee's own that chooses people by hands or by papers, on a base.
fn own(base: Base) -> Rule {
    let pass = Pass::Reaches(Threshold::more_than_half(base));
    Rule {
        pass,
        methods: vec![Method::Hands, Method::Secret],
        ..preset(ELECTION).unwrap()
    }
}

fn judged(
    rule: &Rule,
    method: Method,
    order: &[usize],
    rows: &[(u32, u32)],
    seats: u32,
) -> VoteResult {
    use crate::domain::vote::{Ballot, Voter};
    let voters: Vec<Voter> = (0..10)
        .map(|n| Voter::new(format!("p{n}").into(), None))
        .collect();
    let in_room = voters.iter().map(|it| it.person.clone()).collect();
    let ballot = Ballot::new(at("09:15"), rule.clone(), voters.clone(), method);
    let contenders = order.iter().map(|at| free(&format!("候选{at}")));
    let slate = Slate {
        seats,
        contenders: contenders.collect(),
        ..Slate::default()
    };
    let rows: Vec<(u32, u32)> = order.iter().map(|at| rows[*at]).collect();
    VoteResult::of_slate(
        &ballot,
        &slate,
        &in_room,
        (elects(&rows), voters),
        at("09:30"),
    )
}

fn elected(result: &VoteResult) -> std::collections::BTreeSet<String> {
    let count = result.slate.as_ref().unwrap();
    count.judged.taken().map(ToString::to_string).collect()
}

fn votes() -> impl Strategy<Value = Vec<(u32, u32)>> {
    let one = (0..=10_u32).prop_flat_map(|yes| (Just(yes), 0..=10 - yes));
    proptest::collection::vec(one, 1..6)
}

proptest! {
    #[test]
    fn the_order_of_contenders_never_matters(
        rows in votes(), seats in 1..4_u32, turn in 0..6_usize,
        base in prop_oneof![Just(Base::Entitled), Just(Base::Valid), Just(Base::Cast)],
    ) {
        let straight: Vec<usize> = (0..rows.len()).collect();
        let mut turned = straight.clone();
        turned.rotate_left(turn % rows.len());
        turned.reverse();
        let rule = own(base);
        let one = judged(&rule, Method::Secret, &straight, &rows, seats);
        let other = judged(&rule, Method::Secret, &turned, &rows, seats);
        prop_assert_eq!(elected(&one), elected(&other));
        prop_assert_eq!(one.outcome, other.outcome);
    }

    #[test]
    fn another_vote_for_an_elected_one_never_unseats_them(
        rows in votes(), seats in 1..4_u32, whose in 0..6_usize,
    ) {
        let order: Vec<usize> = (0..rows.len()).collect();
        let rule = own(Base::Entitled);
        let before = judged(&rule, Method::Secret, &order, &rows, seats);
        let whose = whose % rows.len();
        let name = format!("候选{whose}");
        prop_assume!(elected(&before).contains(&name) && rows[whose].0 < 10);
        let mut more = rows.clone();
        more[whose].0 += 1;
        more[whose].1 = more[whose].1.min(10 - more[whose].0);
        let after = judged(&rule, Method::Secret, &order, &more, seats);
        prop_assert!(elected(&after).contains(&name));
    }

    #[test]
    fn hands_and_papers_of_the_same_totals_agree_and_reconcile(rows in votes(), seats in 1..4_u32) {
        let order: Vec<usize> = (0..rows.len()).collect();
        let rule = own(Base::Entitled);
        let papers = judged(&rule, Method::Secret, &order, &rows, seats);
        let hands = judged(&rule, Method::Hands, &order, &rows, seats);
        prop_assert_eq!(&papers, &hands);
        let counts = papers.tally.counts;
        prop_assert_eq!(counts.entitled(rule.recusal), 10);
        let count = papers.slate.as_ref().unwrap();
        for row in &count.sheet.rows {
            prop_assert_eq!(row.yes + row.no + row.abstain, count.sheet.valid);
        }
        let taken = elected(&papers).len();
        prop_assert!(taken <= usize::try_from(seats).unwrap());
        for placed in &count.judged.placed {
            prop_assert_eq!(placed.inequality.holds(), 2 * placed.inequality.count > 10);
            prop_assert!(!placed.taken || placed.inequality.holds());
        }
    }
}
