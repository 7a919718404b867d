//! What each base wants, for everything a rule counts.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use crate::domain::rule::{Provenance, joint_default, preset};
use crate::domain::vote::tally::{Poll, Voice};
use proptest::prelude::*;

fn counting(pass: Pass) -> Rule {
    Rule {
        pass,
        ..joint_default()
    }
}

fn persons(rule: &Rule, counts: Counts) -> Vec<OnBase> {
    rows_of(rule, counts).swap_remove(0)
}

fn more(rule: &Rule, counts: Counts) -> Vec<Option<u32>> {
    let rows = persons(rule, counts).into_iter();
    rows.map(|row| enough(row.more)).collect()
}

/// Returns how many more are wanted; `None` where those who said nothing are too few.
fn enough(wanted: Wanted) -> Option<u32> {
    match wanted {
        Wanted::More(more) => Some(more),
        Wanted::Short(_) => None,
    }
}

/// Three villages of three: 甲 for, 乙 divided with one who said nothing, 丙 silent.
fn three_villages(rule: &Rule) -> Tally {
    let mut poll = Poll::under(rule);
    for (village, said) in [
        ("甲", [Voice::For, Voice::For, Voice::Against]),
        ("乙", [Voice::For, Voice::Against, Voice::NotVoting]),
        ("丙", [Voice::NotVoting; 3]),
    ] {
        let village = GroupId::from(village.to_owned());
        for voice in said {
            poll.take_times(Some(&village), voice, 1);
        }
    }
    poll.judge(rule, &[])
}

#[test]
fn each_base_wants_its_own_number() {
    let counts = Counts {
        yes: 4,
        no: 3,
        abstain: 1,
        not_voting: 3,
        absent: 4,
        ..Counts::default()
    };
    assert_eq!(
        more(&joint_default(), counts),
        [None, Some(2), Some(1), Some(0)]
    );
    let thirds = preset("two-thirds-of-cast").unwrap();
    assert_eq!(more(&thirds, counts), [None, None, None, Some(2)]);
    let marked = persons(&thirds, counts).into_iter();
    let marked: Vec<Base> = marked.filter(|it| it.in_force).map(|it| it.base).collect();
    assert_eq!(marked, [Base::Cast]);
    let against = preset("majority-of-cast").unwrap();
    assert_eq!(more(&against, Counts::default()), [None, None, None, None]);
}

#[test]
fn everything_the_rule_counts_has_a_block_with_the_base_in_force_marked() {
    let villages = Threshold::at_least(2, 3, Base::Entitled).over(Over::Villages);
    let rule = counting(Pass::All(vec![
        Pass::Reaches(Threshold::more_than_half(Base::Present)),
        Pass::Any(vec![
            Pass::Reaches(villages),
            Pass::FewerBlockersThan {
                over: Over::Villages,
                number: 2,
            },
        ]),
        Pass::EachVillage(Threshold::more_than_half(Base::Valid)),
    ]));
    let tally = three_villages(&rule);
    let blocks = side_by_side(&rule, &tally, &[]);
    let village = |name: &str| Unit::Village(GroupId::from(name.to_owned()));
    let units: Vec<&Unit> = blocks.iter().map(|it| &it.unit).collect();
    let (all, of_villages) = (Unit::All(Over::Persons), Unit::All(Over::Villages));
    assert_eq!(
        units,
        [
            &all,
            &of_villages,
            &of_villages,
            &village("甲"),
            &village("乙"),
            &village("丙"),
        ]
    );
    let in_force: Vec<(Option<Base>, Option<u32>)> = blocks
        .iter()
        .map(|block| match &block.held {
            Held::Blockers { more, .. } => (None, enough(*more)),
            Held::Against(rows) => {
                let marked: Vec<&OnBase> = rows.iter().filter(|it| it.in_force).collect();
                assert_eq!(marked.len(), 1, "{block:?}");
                (
                    marked.first().map(|it| it.base),
                    enough(marked.first().unwrap().more),
                )
            }
        })
        .collect();
    assert_eq!(
        in_force,
        [
            (Some(Base::Present), Some(2)),
            (Some(Base::Entitled), Some(1)),
            (None, Some(1)),
            (Some(Base::Valid), Some(0)),
            (Some(Base::Valid), Some(1)),
            (Some(Base::Valid), Some(1)),
        ]
    );
}

#[test]
fn weights_are_wanted_as_weight_and_consent_of_each_village_concerned() {
    let weights = Threshold::more_than_half(Base::Entitled).over(Over::Weights);
    let mut rule = counting(Pass::Reaches(weights));
    rule.provenance = Provenance::Own;
    rule.reckoned = [("甲".into(), 2), ("乙".into(), 3), ("丙".into(), 5)].into();
    rule.consent = Consent::InVote {
        each: Threshold::more_than_half(Base::Present),
    };
    let tally = three_villages(&rule);
    let concerned = [
        GroupId::from("乙".to_owned()),
        GroupId::from("丁".to_owned()),
    ];
    let blocks = side_by_side(&rule, &tally, &concerned);
    let whole = blocks.first().unwrap();
    assert_eq!(whole.unit, Unit::All(Over::Weights));
    assert_eq!((whole.counts.yes, whole.counts.not_voting), (2, 8));
    let Held::Against(rows) = &whole.held else {
        panic!("{whole:?}");
    };
    assert_eq!(rows.first().map(|it| it.more), Some(Wanted::More(4)));
    let units: Vec<&Unit> = blocks.iter().skip(1).map(|it| &it.unit).collect();
    let asked = concerned.map(Unit::Consent);
    assert_eq!(units, asked.iter().collect::<Vec<_>>());
}

proptest! {
    /// What is said to be wanted is enough, and one less is not, as the count itself judges it.
    #[test]
    fn what_is_wanted_is_the_least_that_adopts(
        yes in 0_u32..9, no in 0_u32..9, abstain in 0_u32..5, silent in 0_u32..9, absent in 0_u32..5,
        base in 0_usize..4, num in 1_u32..4, den in 0_u32..4, strict in any::<bool>(),
    ) {
        let base = [Base::Entitled, Base::Present, Base::Valid, Base::Cast][base];
        let comparator = if strict { Comparator::MoreThan } else { Comparator::AtLeast };
        let threshold = Threshold { over: Over::Persons, num, den: num + den, comparator, base };
        let rule = counting(Pass::Reaches(threshold));
        let turned = |more: u32, turned: u32| {
            let mut poll = Poll::under(&rule);
            for (voice, times) in [
                (Voice::For, yes + more + turned), (Voice::Against, no - turned), (Voice::Abstain, abstain),
                (Voice::NotVoting, silent - more), (Voice::Absent, absent),
            ] {
                poll.take_times(None, voice, times);
            }
            poll.judge(&rule, &[])
        };
        let judged = |more: u32| turned(more, 0);
        let blocks = side_by_side(&rule, &judged(0), &[]);
        let Held::Against(rows) = &blocks[0].held else { panic!() };
        let wanted = rows.iter().find(|it| it.in_force).unwrap().more;
        let least = (0..=silent).find(|more| judged(*more).adopted);
        prop_assert_eq!(enough(wanted), least);
        // Short by so many of those who were against, once everybody else is for it.
        if let Wanted::Short(short) = wanted && short <= no {
            prop_assert!(short > 0);
            prop_assert!(turned(silent, short).adopted);
            prop_assert!(!turned(silent, short - 1).adopted);
        }
    }
}

#[test]
fn a_rule_for_each_village_holds_one_pile_where_nobody_is_of_a_village() {
    let rule = counting(Pass::EachVillage(Threshold::more_than_half(Base::Present)));
    let mut poll = Poll::under(&rule);
    poll.take_times(None, Voice::For, 2);
    poll.take_times(None, Voice::NotVoting, 3);
    let blocks = side_by_side(&rule, &poll.judge(&rule, &[]), &[]);
    let units: Vec<(&Unit, u32)> = blocks.iter().map(|it| (&it.unit, it.counts.yes)).collect();
    assert_eq!(units, [(&Unit::All(Over::Persons), 2)]);
}

#[test]
fn those_not_for_it_are_counted_as_they_stand_with_no_vote_more() {
    let rule = counting(Pass::FewerBlockersThan {
        over: Over::Persons,
        number: 3,
    });
    let counts = Counts {
        yes: 5,
        no: 2,
        not_voting: 3,
        ..Counts::default()
    };
    let tally = Tally {
        counts,
        ..Poll::under(&rule).judge(&rule, &[])
    };
    let blocks = side_by_side(&rule, &tally, &[]);
    let Held::Blockers { inequality, more } = &blocks[0].held else {
        panic!("{blocks:?}");
    };
    assert_eq!(
        (inequality.base, inequality.count, *more),
        (5, 3, Wanted::More(3))
    );
    // Were only two silent, one more would be short; with nobody silent, three.
    for (no, silent) in [(3, 2), (5, 0)] {
        let counts = Counts {
            no,
            not_voting: silent,
            ..counts
        };
        let tally = Tally {
            counts,
            ..tally.clone()
        };
        let blocks = side_by_side(&rule, &tally, &[]);
        let Held::Blockers { more, .. } = &blocks[0].held else {
            panic!("{blocks:?}");
        };
        assert_eq!(*more, Wanted::Short(3 - silent));
    }
}

#[test]
fn a_village_concerned_is_held_by_its_own_votes() {
    let mut rule = counting(Pass::Reaches(Threshold::more_than_half(Base::Present)));
    rule.consent = Consent::InVote {
        each: Threshold::more_than_half(Base::Present),
    };
    let village = |name: &str| GroupId::from(name.to_owned());
    let concerned = [village("乙"), village("丙"), village("丁")];
    let blocks = side_by_side(&rule, &three_villages(&rule), &concerned);
    let of = |at: usize| {
        let counts = blocks[at].counts;
        (counts.yes, counts.no, counts.not_voting)
    };
    assert_eq!([of(1), of(2), of(3)], [(1, 1, 1), (0, 0, 3), (0, 0, 0)]);
}

#[test]
fn nothing_is_adopted_without_a_vote_for_it_though_half_of_none_is_none() {
    let rule = counting(Pass::Reaches(Threshold::at_least(1, 2, Base::Cast)));
    let counts = Counts {
        not_voting: 3,
        ..Counts::default()
    };
    assert_eq!(
        more(&rule, counts),
        [Some(2), Some(2), Some(1), Some(1)],
        "of a room of three nobody has voted"
    );
}

#[test]
fn once_a_vote_is_over_nobody_who_kept_silent_is_counted_on() {
    let rule = counting(Pass::Reaches(Threshold::more_than_half(Base::Present)));
    let counts = Counts {
        yes: 5,
        no: 4,
        abstain: 1,
        spoiled: 1,
        not_voting: 1,
        ..Counts::default()
    };
    let tally = Tally {
        counts,
        ..Poll::under(&rule).judge(&rule, &[])
    };
    let wanted = |ended: bool| {
        let block = side_by_side(&rule, &tally, &[]).swap_remove(0);
        let block = if ended { block.ended() } else { block };
        let Held::Against(rows) = block.held else {
            panic!();
        };
        rows.into_iter().find(|it| it.in_force).unwrap().more
    };
    // 2*5 > 12: with the one who said nothing it were one short, without it is two.
    assert_eq!(wanted(false), Wanted::Short(1));
    assert_eq!(wanted(true), Wanted::Short(2));
}

#[test]
fn once_a_vote_is_over_what_was_enough_is_enough_and_what_was_not_is_short_by_at_least_one() {
    let block = |pass: Pass, counts: Counts| {
        let rule = counting(pass);
        let tally = Tally {
            counts,
            ..Poll::under(&rule).judge(&rule, &[])
        };
        side_by_side(&rule, &tally, &[]).swap_remove(0).ended()
    };
    let rows = |counts| match block(
        Pass::Reaches(Threshold::more_than_half(Base::Entitled)),
        counts,
    )
    .held
    {
        Held::Against(rows) => rows.into_iter().map(|row| row.more).collect(),
        Held::Blockers { .. } => Vec::new(),
    };
    let of = |yes, no, not_voting| Counts {
        yes,
        no,
        not_voting,
        ..Counts::default()
    };
    let enough = Wanted::More(0);
    // Six of ten for: of those who voted more than half, and of all as well.
    assert_eq!(rows(of(6, 2, 2)), [enough; 4]);
    // Four of ten: two short of those entitled and there, and enough of those who voted.
    let short = Wanted::Short(2);
    assert_eq!(rows(of(4, 3, 3)), [short, short, enough, enough]);
    // Nobody for, and nobody at all: still one short.
    assert_eq!(rows(of(0, 0, 0)), [Wanted::Short(1); 4]);
    let blockers = |counts| {
        let pass = Pass::FewerBlockersThan {
            over: Over::Persons,
            number: 4,
        };
        match block(pass, counts).held {
            Held::Blockers { more, .. } => more,
            Held::Against(_) => Wanted::Short(0),
        }
    };
    // Four of ten are not for it where fewer than four have to be: one more would have done.
    assert_eq!(blockers(of(6, 2, 2)), Wanted::Short(1));
    assert_eq!(blockers(of(7, 2, 1)), enough);
}
