//! A village that speaks as one is corrected as one.

use crate::domain::Refusal;
use crate::domain::rule::Method;
use crate::domain::session::RollMark;
use crate::domain::session::correction::{Corrected, Wanted};
use crate::domain::tests::by_village::under_on;
use crate::domain::tests::moments::correct;
use crate::domain::tests::sequels::m1;
use crate::domain::tests::stage::{Stage, recused};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{self, Choice};

/// Announces a vote by name, all for, under a rule by which each village speaks as one.
fn announced() -> Stage {
    let mut stage = under_on(Stage::planned(), "one-village-one-vote", |rule| {
        rule.bloc = true;
        rule.methods = vec![Method::ByName];
    });
    stage.open("m1");
    stage.mark("p4", RollMark::Left);
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    stage
}

fn voice(person: &str, to: Choice) -> crate::domain::Command {
    correct(Wanted::Voice {
        motion: "m1".into(),
        person: person.into(),
        to,
    })
}

fn village(village: &str, to: Choice) -> crate::domain::Command {
    correct(Wanted::Village {
        motion: "m1".into(),
        village: village.into(),
        to,
    })
}

#[test]
fn one_voice_does_not_split_its_village_and_the_whole_is_put_right_in_one_act() {
    let mut stage = announced();
    assert_eq!(
        stage.refused(&voice("p2", Choice::Against)),
        Refusal::SpeaksAsOne {
            village: "v1".into()
        }
    );
    stage.run(village("v1", Choice::Against));
    let result = m1(&stage).result().unwrap();
    let said: Vec<Option<Voice>> = ["p2", "p3", "p4"]
        .map(|it| result.voice_of(&it.into()))
        .to_vec();
    let against = Some(Voice::Against);
    assert_eq!(said, [against, against, Some(Voice::Absent)]);
    let made: Vec<_> = stage.world.corrections_of(&"s1".into()).collect();
    let Corrected::Village { from, was, now, .. } = &made[0].change else {
        panic!("{made:?}");
    };
    let people: Vec<&str> = from.iter().map(|it| it.person.as_str()).collect();
    assert_eq!((made.len(), people), (1, vec!["p2", "p3"]));
    assert_eq!((was.tally.counts.no, now.tally.counts.no), (0, 2));
}

#[test]
fn a_recusal_is_somebodys_own_and_area_wide_seats_are_no_village() {
    let mut stage = announced();
    assert_eq!(
        stage.refused(&village("v1", recused())),
        Refusal::Unknown,
        "nobody withdraws for others"
    );
    assert_eq!(
        stage.refused(&village("v9", Choice::Against)),
        Refusal::NoDelegateThere {
            village: Some("v9".into())
        }
    );
    let mut alone = stage.clone();
    alone.run(voice("p2", recused()));
    stage.run(voice("p1", Choice::Against));
    // Where each speaks for themselves there is no such act.
    let mut free = Stage::voting();
    free.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    free.end("m1");
    free.announce("m1");
    assert_eq!(
        free.refused(&village("v1", Choice::Against)),
        Refusal::Unknown
    );
}
