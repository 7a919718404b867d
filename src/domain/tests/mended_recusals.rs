//! Recusals put right after 散会: a vote that comes out the same is counted so, one that would turn stays as
//! it was announced, and what it would have been is said.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{OBSERVERS, Stage, VOTERS, at, line, motion, recusal};
use crate::domain::ids::CorrectionId;
use crate::domain::session;
use crate::domain::session::correction::{self, Corrected, Recount, Wanted};
use crate::domain::session::recusal::{Matter, Recusal};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{self, Choice, Outcome};
use crate::domain::{Command, Refusal};

fn of_item() -> Matter {
    Matter::Item { item: "i2".into() }
}

fn correct(id: &str, from: Option<Recusal>, to: Option<Recusal>) -> Command {
    Command::Correct(correction::Command {
        id: id.into(),
        session: "s1".into(),
        wanted: Wanted::Recusal { from, to },
        by: line("蒋会计"),
        at: at("11:30"),
        reason: line("记错"),
    })
}

fn made(stage: &Stage, id: &str) -> (Option<Recusal>, Option<Recusal>, Vec<Recount>) {
    match &stage.world.corrections[&CorrectionId::from(id)].change {
        Corrected::Recusal { from, to, votes } => (from.clone(), to.clone(), votes.clone()),
        other => panic!("{other:?}"),
    }
}

/// Votes `m1` with `recused` withdrawn and six for of the others, closes.
fn closed(recused: &[&str]) -> Stage {
    let mut stage = Stage::sitting();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    for person in recused {
        stage.session(session::Command::Recuse {
            id: "s1".into(),
            recusal: recusal(person, of_item(), at("09:10")),
        });
    }
    stage.open("m1");
    let others = VOTERS.iter().filter(|it| !recused.contains(it)).take(6);
    for person in others {
        stage.take(person, Choice::For);
    }
    for person in VOTERS.iter().filter(|it| !recused.contains(it)).skip(6) {
        stage.take(person, Choice::Against);
    }
    stage.end("m1");
    stage.announce("m1");
    stage.close();
    stage
}

#[test]
fn one_that_never_was_goes_from_the_record_and_says_what_base_and_quorum_were() {
    let mut stage = closed(&["p9"]);
    let stood = stage.s1().recusals[0].clone();
    stage.run(correct("x1", Some(stood.clone()), None));
    assert!(stage.s1().recusals.is_empty());
    // The vote comes out the same, and counts the person as there from now on.
    let result = stage.world.motion(&"m1".into()).unwrap().result().cloned();
    let result = result.unwrap();
    assert_eq!(result.voice_of(&"p9".into()), Some(Voice::NotVoting));
    assert_eq!(result.tally.counts.present(), 10);
    let (from, to, votes) = made(&stage, "x1");
    assert_eq!((from, to), (Some(stood), None));
    let [vote] = votes.as_slice() else {
        panic!("{votes:?}")
    };
    let now = vote.now.unwrap();
    assert_eq!((vote.was.present, now.present), (9, 10));
    assert_eq!((vote.was.entitled, now.entitled), (10, 10));
    assert!(!vote.turns());
}

#[test]
fn one_that_was_missed_and_turns_a_result_leaves_it_to_a_correction_of_the_vote() {
    let mut stage = closed(&[]);
    // 孙广田 was for it: without that vote five of ten are not more than half.
    let missed = recusal("p1", of_item(), at("09:10"));
    stage.run(correct("x1", None, Some(missed.clone())));
    assert_eq!(stage.s1().recusals, [missed]);
    let (_, _, votes) = made(&stage, "x1");
    assert_eq!(votes[0].was.outcome, Outcome::Adopted);
    assert_eq!(votes[0].now.unwrap().outcome, Outcome::Rejected);
    assert!(votes[0].turns());
    let result = |stage: &Stage| {
        let motion = stage.world.motion(&"m1".into()).unwrap();
        motion.result().unwrap().clone()
    };
    assert_eq!(result(&stage).outcome, Outcome::Adopted);
    assert_eq!(result(&stage).voice_of(&"p1".into()), Some(Voice::For));
    stage.run(Command::Correct(correction::Command {
        id: "x2".into(),
        session: "s1".into(),
        wanted: Wanted::Voice {
            motion: "m1".into(),
            person: "p1".into(),
            to: Choice::Recused {
                reason: line("与本人有关").into(),
            },
        },
        by: line("蒋会计"),
        at: at("11:31"),
        reason: line("漏记回避"),
    }));
    assert_eq!(result(&stage).outcome, Outcome::Rejected);
}

#[test]
fn one_of_another_time_or_person_touches_only_the_votes_it_lasted_for() {
    let mut stage = closed(&["p9"]);
    let stood = stage.s1().recusals[0].clone();
    // It ended before the vote was opened.
    let ended = Recusal {
        to: Some(at("09:12")),
        ..stood.clone()
    };
    stage.run(correct("x1", Some(stood), Some(ended.clone())));
    assert_eq!(stage.s1().recusals, std::slice::from_ref(&ended));
    assert_eq!(made(&stage, "x1").2.len(), 1);
    // Another person, after the vote: nothing is touched.
    let other = Recusal {
        from: at("09:40"),
        to: None,
        ..recusal("p8", of_item(), at("09:40"))
    };
    stage.run(correct("x2", None, Some(other)));
    assert!(made(&stage, "x2").2.is_empty());
    assert!(
        stage
            .run(correct("x3", Some(ended.clone()), Some(ended.clone())))
            .is_empty()
    );
    let known = stage.s1().recusals[1].clone();
    assert_eq!(
        stage.refused(&correct("x4", Some(ended), Some(known))),
        Refusal::AlreadyThere
    );
}

#[test]
fn what_is_open_is_not_corrected_and_what_cannot_be_is_refused() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    let missed = recusal("p3", of_item(), at("09:10"));
    assert!(matches!(
        stage.refused(&correct("x1", None, Some(missed.clone()))),
        Refusal::NotFrozenYet { .. }
    ));
    stage.close();
    assert_eq!(stage.refused(&correct("x1", None, None)), Refusal::Unknown);
    let unknown = correct("x1", Some(missed.clone()), None);
    assert_eq!(stage.refused(&unknown), Refusal::Unknown);
    let of = |person: &str, from: &str| Some(recusal(person, of_item(), at(from)));
    for (to, why) in [
        (of("p3", "08:00"), Refusal::TimesCross),
        (of("p3", "11:30"), Refusal::TimesCross),
        (
            of(OBSERVERS[0], "09:10"),
            Refusal::NotEntitled {
                name: line("卫律师"),
            },
        ),
    ] {
        assert_eq!(stage.refused(&correct("x1", None, to)), why);
    }
    stage.run(correct("x1", None, Some(missed)));
    // A seal bars no correction.
    stage.seal();
    let stood = stage.s1().recusals[0].clone();
    stage.run(correct("x2", Some(stood), None));
}
