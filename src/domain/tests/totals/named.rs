//! Voices by name put right: the vote is as if each had been taken down so.

use super::rooms::{HERE, sparse};
use super::*;
use crate::domain::tests::moments::correct;
use crate::domain::tests::stage::recused;

fn said(number: u8) -> Choice {
    match number {
        0 => Choice::For,
        1 => Choice::Against,
        2 => Choice::Abstain,
        3 => Choice::NotVoting,
        _ => recused(),
    }
}

fn taken_down(mut stage: Stage, choices: &[u8; 7]) -> Stage {
    stage.open("m1");
    for (person, choice) in HERE.iter().zip(choices) {
        stage.take(person, said(*choice));
    }
    stage.end("m1");
    stage.announce("m1");
    stage
}

/// What those who are there say where each of three villages speaks as one; 孙广田 has an area-wide seat.
fn as_one(area: u8, [one, two, three]: [u8; 3]) -> [u8; 7] {
    [area, one, one, one, two, three, three]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_voice_is_counted_as_if_taken_down_so(
        mut choices in prop::array::uniform7(0..4_u8),
        which in 1..7_usize,
        to in 0..5_u8,
    ) {
        let open = sparse("joint-default", |_| {});
        let mut stage = taken_down(open.clone(), &choices);
        stage.run(correct(Wanted::Voice {
            motion: "m1".into(),
            person: HERE[which].into(),
            to: said(to),
        }));
        choices[which] = to;
        let from_the_start = taken_down(open, &choices);
        prop_assert_eq!(&m1(&stage).state, &m1(&from_the_start).state);
        prop_assert_eq!(replayed(&stage), stage.world);
    }

    #[test]
    fn a_village_is_counted_as_if_taken_down_so(
        area in 0..4_u8,
        mut villages in prop::array::uniform3(0..4_u8),
        which in 0..3_usize,
        to in 0..4_u8,
    ) {
        let open = sparse("one-village-one-vote", |rule| {
            rule.bloc = true;
            rule.methods = vec![Method::ByName];
        });
        let mut stage = taken_down(open.clone(), &as_one(area, villages));
        stage.run(correct(Wanted::Village {
            motion: "m1".into(),
            village: ["v1", "v2", "v3"][which].into(),
            to: said(to),
        }));
        villages[which] = to;
        let from_the_start = taken_down(open, &as_one(area, villages));
        prop_assert_eq!(&m1(&stage).state, &m1(&from_the_start).state);
        prop_assert_eq!(replayed(&stage), stage.world);
    }
}
