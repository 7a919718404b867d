//! Papers of a secret ballot: the piles of the villages, the second count, what is void.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::at;
use crate::domain::vote::Voter;
use crate::domain::vote::secret::{BallotCount, Differed, Issued, Papers, Urn, VillagePapers};
use crate::domain::vote::slate::Sheet;

fn papers(returned: u32, yes: u32) -> Papers {
    Papers {
        returned,
        yes,
        spoiled: 1,
        no: 2,
        abstain: 3,
    }
}

pub(super) fn pile(returned: u32, yes: u32) -> BallotCount {
    BallotCount::Whole {
        papers: papers(returned, yes),
    }
}

fn piles(of: &[(Option<&str>, u32)]) -> BallotCount {
    let villages = of.iter().map(|(village, returned)| VillagePapers {
        village: village.map(Into::into),
        papers: papers(*returned, *returned),
    });
    BallotCount::ByVillage {
        villages: villages.collect(),
    }
}

/// Papers given out, so many to each village.
fn issued(of: &[(Option<&str>, u32)]) -> Issued {
    let voters = of.iter().flat_map(|(village, number)| {
        (0..*number).map(move |n| {
            let person = format!("{}-{n}", village.unwrap_or("area"));
            Voter::new(person.as_str().into(), village.map(Into::into))
        })
    });
    Issued {
        at: at("09:16"),
        to: voters.collect(),
    }
}

#[test]
fn the_piles_of_the_villages_are_one_count_together() {
    let count = piles(&[(Some("v1"), 3), (Some("v2"), 4), (None, 5)]);
    let whole = Papers {
        returned: 12,
        spoiled: 3,
        yes: 12,
        no: 6,
        abstain: 9,
    };
    assert_eq!(count.whole(), whole);
    let sheet = Sheet {
        issued: 9,
        returned: 8,
        valid: 7,
        spoiled: 1,
        abstain: 2,
        ..Sheet::default()
    };
    let of_slate = Papers {
        returned: 8,
        spoiled: 1,
        yes: 5,
        no: 0,
        abstain: 2,
    };
    assert_eq!(BallotCount::Slate { sheet }.whole(), of_slate);
}

#[test]
fn more_papers_than_one_village_was_given_are_too_many_though_all_together_are_not() {
    let given = issued(&[(Some("v1"), 3), (Some("v2"), 4), (None, 5)]);
    for (villages, void) in [
        (&[(Some("v1"), 3), (Some("v2"), 4), (None, 5)][..], false),
        (&[(Some("v1"), 3), (Some("v2"), 3), (None, 3)], false),
        (&[(Some("v1"), 4), (Some("v2"), 4), (None, 3)], true),
        (&[(Some("v1"), 3), (Some("v2"), 5), (None, 3)], true),
        (&[(Some("v1"), 3), (Some("v2"), 3), (None, 6)], true),
        // Nobody of that village was given one.
        (&[(Some("v1"), 3), (Some("v3"), 1)], true),
        (&[(Some("v1"), 3), (Some("v3"), 0)], false),
        (&[(Some("v1"), 4), (Some("v2"), 4), (None, 5)], true),
    ] {
        assert_eq!(piles(villages).exceeds(&given), void, "{villages:?}");
    }
    assert!(!pile(12, 6).exceeds(&given));
    assert!(pile(13, 6).exceeds(&given));
}

#[test]
fn the_last_count_is_the_one_that_agreed_else_the_one_that_waits_else_the_last_that_did_not() {
    let mut urn = Urn::default();
    assert_eq!(urn.last_count(), None);
    let differed = |one, other| Differed {
        first: pile(one, 1),
        second: pile(other, 1),
    };
    urn.differed = vec![differed(7, 8), differed(8, 9)];
    assert_eq!(urn.last_count(), Some(&pile(9, 1)));
    urn.first = Some(pile(10, 1));
    assert_eq!(urn.last_count(), Some(&pile(10, 1)));
    urn.counted = Some(pile(11, 1));
    assert_eq!(urn.last_count(), Some(&pile(11, 1)));
}
