//! Voices put right once the result is announced, and what each village took.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{MOST, RUN_OFF, all, chooses, m1, named, open, winners};
use crate::domain::Refusal;
use crate::domain::rule::Method;
use crate::domain::session::correction;
use crate::domain::session::correction::{Corrected, Wanted, of_voice};
use crate::domain::tests::stage::{Stage, at, line, recused};
use crate::domain::vote::slate::{self, Next, OfVillage, of_villages};
use crate::domain::vote::tally::{Counts, Voice};
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{Choice, Outcome};

/// Six for one, four for another, announced.
fn announced(rule: &str) -> Stage {
    let mut stage = named(rule);
    for person in ["p7", "p8", "p9", "p10"] {
        stage.take(person, chooses("乙"));
    }
    stage.run(all("甲"));
    stage.end("m1");
    stage.announce("m1");
    stage
}

fn corrects(stage: &mut Stage, id: &str, person: &str, to: Choice) {
    stage.run(crate::domain::Command::Correct(correction::Command {
        id: id.into(),
        session: "s1".into(),
        wanted: Wanted::Voice {
            motion: "m1".into(),
            person: person.into(),
            to,
        },
        by: line("蒋会计"),
        at: at("10:30"),
        reason: line("听错了"),
    }));
}

fn judged(stage: &Stage, person: &str, to: &Choice) -> Result<Corrected, Refusal> {
    let session = stage.world.session(&"s1".into()).unwrap();
    of_voice(&stage.world, session, &"m1".into(), &person.into(), to)
}

#[test]
fn what_somebody_took_is_put_right_and_the_old_result_is_kept() {
    let mut stage = announced(MOST);
    corrects(&mut stage, "x1", "p2", chooses("乙"));
    corrects(&mut stage, "x2", "p3", chooses("乙"));
    assert_eq!(winners(&stage), ["乙"]);
    let motion = m1(&stage);
    assert_eq!(
        motion.ballot().unwrap().option_of(&"p2".into()),
        Some(&line("乙"))
    );
    let rows = &motion.result().unwrap().slate.as_ref().unwrap().sheet.rows;
    assert_eq!((rows[0].yes, rows[1].yes), (4, 6));
    let session = "s1".into();
    let made = stage.world.corrections_of(&session);
    let first: Vec<Corrected> = made.map(|it| it.change.clone()).collect();
    let Corrected::Voice {
        from, to, was, now, ..
    } = &first[0]
    else {
        unreachable!("a voice");
    };
    assert_eq!((from, to), (&Some(chooses("甲")), &chooses("乙")));
    let votes = |it: &crate::domain::vote::VoteResult| it.slate.as_ref().unwrap().sheet.rows[0].yes;
    assert_eq!((votes(was), votes(now)), (6, 5));
}

#[test]
fn a_correction_is_judged_as_the_voice_would_have_been() {
    let stage = announced(MOST);
    assert_eq!(
        judged(&stage, "p2", &Choice::For).unwrap_err(),
        Refusal::Slate(slate::Refused::OneIsTaken)
    );
    let name = line("丁");
    assert_eq!(
        judged(&stage, "p2", &chooses("丁")).unwrap_err(),
        Refusal::Slate(slate::Refused::NotOnTheBallot { name })
    );
    for (to, voice) in [
        (recused(), Voice::Recused),
        (Choice::Abstain, Voice::Abstain),
        (Choice::NotVoting, Voice::NotVoting),
    ] {
        let change = judged(&stage, "p2", &to).unwrap();
        let (_, _, now) = change.of_result().unwrap();
        let voiced = now.voices.iter().find(|it| it.voter.person == "p2".into());
        let voiced = voiced.unwrap();
        assert_eq!((voiced.voice, voiced.option.clone()), (voice, None));
        assert_eq!(now.slate.as_ref().unwrap().sheet.rows[0].yes, 5);
    }
    // There are no figures to put right where every voice is known.
    assert_eq!(Totals::of(m1(&stage)), None);
}

#[test]
fn a_voice_of_a_round_that_another_followed_stays() {
    let mut stage = named(RUN_OFF);
    for (person, option) in [("p1", "甲"), ("p2", "乙"), ("p3", "丙")] {
        stage.take(person, chooses(option));
    }
    stage.run(crate::domain::Command::Vote(
        crate::domain::vote::Command::Take {
            motion: "m1".into(),
            person: "p4".into(),
            choice: chooses("甲"),
        },
    ));
    for person in ["p5", "p6", "p7", "p8", "p9", "p10"] {
        stage.take(person, Choice::Abstain);
    }
    let result = stage.end("m1");
    let among = |next: &Next| match next {
        Next::VoteAgain { among, .. } => among.len(),
        _ => 0,
    };
    assert_eq!(among(&result.slate.as_ref().unwrap().judged.next), 2);
    stage.announce("m1");
    stage.run(open(Method::ByName));
    assert!(matches!(
        judged(&stage, "p1", &chooses("乙")).unwrap_err(),
        Refusal::ResultFollowed { .. }
    ));
}

#[test]
fn each_village_is_known_by_itself() {
    let mut stage = announced(MOST);
    corrects(&mut stage, "x1", "p2", Choice::Abstain);
    let result = m1(&stage).result().unwrap();
    let slate = m1(&stage).ballot().unwrap().slate.clone().unwrap();
    let found: Vec<(Option<String>, Vec<u32>, u32)> = of_villages(&slate, &result.voices)
        .into_iter()
        .map(
            |OfVillage {
                 village,
                 rows,
                 counts,
             }| { (village.map(|it| it.to_string()), rows, counts.abstain) },
        )
        .collect();
    let mut sorted = found.clone();
    sorted.sort();
    assert_eq!(
        sorted,
        [
            (None, vec![1, 0, 0], 0),
            (Some("v1".to_owned()), vec![2, 0, 0], 1),
            (Some("v2".to_owned()), vec![2, 0, 0], 0),
            (Some("v3".to_owned()), vec![0, 2, 0], 0),
            (Some("v4".to_owned()), vec![0, 2, 0], 0),
        ]
    );
    assert_eq!(result.outcome, Outcome::Adopted);
}

#[test]
fn each_voice_is_added_as_what_it_is_and_who_is_for_nothing_on_the_ballot_has_not_voted() {
    let stage = named(MOST);
    let slate = m1(&stage).ballot().unwrap().slate.clone().unwrap();
    let (first, other) = (line("甲"), line("丁"));
    let counts = Counts::default();
    let (for_it, silent) = (
        Counts { yes: 1, ..counts },
        Counts {
            not_voting: 1,
            ..counts
        },
    );
    for (voice, option, row, counted) in [
        (Voice::For, Some(&first), 1, for_it),
        (Voice::For, Some(&other), 0, silent),
        (Voice::For, None, 0, silent),
        (Voice::Against, Some(&first), 0, silent),
        (Voice::NotVoting, None, 0, silent),
        (
            Voice::Abstain,
            None,
            0,
            Counts {
                abstain: 1,
                ..counts
            },
        ),
        (
            Voice::Absent,
            None,
            0,
            Counts {
                absent: 1,
                ..counts
            },
        ),
        (
            Voice::Recused,
            None,
            0,
            Counts {
                recused: 1,
                ..counts
            },
        ),
    ] {
        let mut of = OfVillage::none(&slate, None);
        of.add(&slate, voice, option);
        assert_eq!(
            (of.rows[0], of.counts),
            (row, counted),
            "{voice:?} {option:?}"
        );
        assert_eq!(of.rows[1..], [0, 0]);
    }
}
