//! The law where somebody is absent, gone, there by video or has withdrawn, and the rule wants the chair.

use super::*;
use crate::domain::rule::{Required, Rule, joint_default};
use crate::domain::session::RollMark;
use crate::domain::session::recusal::Matter;
use crate::domain::tests::stage::{contender, recusal};
use crate::domain::vote::Attending;
use crate::domain::vote::slate::{Row, Sheet, Tellers};
use crate::domain::vote::tally::Voice;

/// Whoever raises a hand or is given a paper: 孙广田, three of v1, one of v2, two of v3.
pub(super) const HERE: [&str; 7] = ["p1", "p2", "p3", "p4", "p6", "p7", "p8"];

/// Drafts a motion in a room that lacks three of ten.
pub(super) fn sparse(preset: &str, change: impl FnOnce(&mut Rule)) -> Stage {
    let mut stage = under_on(Stage::planned(), preset, |rule| {
        rule.quorum.all_of = joint_default().quorum.all_of;
        rule.quorum.required = vec![Required::Chair];
        change(rule);
    });
    stage.mark("p10", RollMark::Left);
    stage.mark("p9", RollMark::Video);
    let item = "i5".into();
    stage.session(crate::domain::session::Command::Recuse {
        id: "s1".into(),
        recusal: recusal("p5", Matter::Item { item }, at("09:12")),
    });
    stage
}

/// Puts contenders on the ballot, and names who watches and counts.
fn of_several(mut stage: Stage, names: &[&str], seats: u32, method: Method) -> Stage {
    stage.vote(vote::Command::SetSlate {
        motion: "m1".into(),
        seats,
        contenders: names.iter().map(|name| contender(name)).collect(),
    });
    stage.vote(vote::Command::NameTellers {
        motion: "m1".into(),
        tellers: Tellers {
            watching: vec!["p7".into()],
            counting: vec!["p8".into()],
        },
    });
    opened(stage, method)
}

fn election(method: Method) -> Stage {
    let stage = sparse("election-contested", |rule| rule.methods = vec![method]);
    of_several(stage, &["丁甲", "王乙", "李丙"], 2, method)
}

fn any_choice() -> impl Strategy<Value = Sheet> {
    (0..=7_u32).prop_flat_map(parts).prop_map(|all| {
        let valid = all.iter().sum();
        let row = |yes: &u32| Row {
            yes: *yes,
            ..Row::default()
        };
        Sheet {
            issued: 7,
            returned: valid,
            valid,
            rows: all[..3].iter().map(row).collect(),
            abstain: all[3],
            ..Sheet::default()
        }
    })
}

/// Any count of three for two seats, of which so many are spoiled, with two names written in.
fn any_election(spoiled: u32) -> impl Strategy<Value = Sheet> {
    let valid = 7 - spoiled;
    let row = (0..=3_u32, 0..=3_u32).prop_map(move |(yes, no)| {
        let no = no.min(valid - yes);
        Row {
            yes,
            no,
            abstain: valid - yes - no,
        }
    });
    let rows = prop::collection::vec(row, 3);
    (rows, any::<bool>(), 0..=1_u32).prop_map(move |(rows, sorted, votes)| {
        let mut written = vec![(line("丁一"), 1), (line("王二"), votes)];
        if !sorted {
            written.reverse();
        }
        Sheet {
            issued: 7,
            returned: 7,
            valid,
            spoiled,
            rows,
            written,
            ..Sheet::default()
        }
    })
}

fn raised(sheet: Sheet) -> Totals {
    Totals::Raised { sheet }
}

fn any_slate_of_papers() -> impl Strategy<Value = Totals> {
    let fits = (0..=1_u32).prop_flat_map(any_election);
    let void = (8..=9_u32).prop_map(|returned| Sheet::bare(7, returned, 3));
    prop_oneof![6 => fits, 1 => void].prop_map(|sheet| Totals::Papers {
        count: BallotCount::Slate { sheet },
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    #[test]
    fn hands_in_a_room_that_is_not_full(first in any_hands(7), to in any_hands(7)) {
        as_if_from_the_start(&opened(sparse("joint-default", |_| {}), Method::Hands), &first, &to);
    }

    #[test]
    fn papers_in_a_room_that_is_not_full(first in any_papers(7), to in any_papers(7)) {
        as_if_from_the_start(&opened(sparse("joint-default", |_| {}), Method::Secret), &first, &to);
    }

    #[test]
    fn every_village_whatever_it_was_heard_to_say(
        (village, first, to) in prop::sample::select(vec![
            (Some("v1"), 3), (Some("v2"), 1), (Some("v3"), 2), (None, 1),
        ])
        .prop_flat_map(|(village, here)| (Just(village), any_says(here), any_says(here))),
    ) {
        let open = opened(sparse("one-village-one-vote", |_| {}), Method::ByVillage);
        let of = |says| Totals::Village { village: village.map(Into::into), says };
        as_if_from_the_start(&open, &of(first), &of(to));
    }

    #[test]
    fn hands_for_one_of_several(first in any_choice(), to in any_choice()) {
        let stage = sparse("one-of-several-run-off", |_| {});
        let open = of_several(stage, &["甲案", "乙案", "丙案"], 1, Method::Hands);
        as_if_from_the_start(&open, &raised(first), &raised(to));
    }

    #[test]
    fn hands_for_people_and_names_written_in(first in any_election(0), to in any_election(0)) {
        as_if_from_the_start(&election(Method::Hands), &raised(first), &raised(to));
    }

    #[test]
    fn papers_for_people_and_names_written_in(
        first in any_slate_of_papers(),
        to in any_slate_of_papers(),
    ) {
        as_if_from_the_start(&election(Method::Secret), &first, &to);
    }
}

/// The room of the laws has all of what a correction has to keep.
#[test]
fn who_was_not_there_and_whom_the_rule_wants_stay_with_a_corrected_result() {
    let mut stage = opened(sparse("joint-default", |_| {}), Method::Hands);
    counted(&mut stage, &hands(6, 1, 0));
    let kept = |stage: &Stage| {
        let result = result(stage).clone();
        let of_chair = Attending::Required(Required::Chair);
        let wanted = result.quorum.iter().filter(|it| it.of == of_chair).count();
        let counts = result.tally.counts;
        let said = |person: &str| result.voice_of(&person.into());
        assert_eq!(said("p10"), Some(Voice::Absent));
        assert_eq!(said("p5"), Some(Voice::Recused));
        (wanted, result.by_video, counts.absent, counts.recused)
    };
    let before = kept(&stage);
    assert_eq!(before, (1, vec!["p9".into()], 2, 1));
    stage.run(totals("x1", hands(2, 5, 0)));
    assert_eq!(kept(&stage), before);
}
