//! Motions one by one, their wordings, corrections, and what is left over.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::moments::{Moment::*, correct, end, open, reword, stage};
use super::stage::{Stage, VOTERS, day, decision, item, line, motion, plan, recused};
use crate::domain::session::agenda::{self, Item, ItemState};
use crate::domain::session::correction::{self, Wanted};
use crate::domain::session::{self, RollMark};
use crate::domain::vote::{self, Choice, Effect};
use crate::domain::{Command, Refusal};

#[test]
fn a_vote_ends_only_when_every_voice_is_there() {
    let mut stage = stage(Missing);
    for person in VOTERS.iter().skip(1) {
        stage.take(person, Choice::For);
    }
    // The chair speaks last, and a voice that was not given is marked so.
    assert_eq!(
        stage.refused(&end()),
        Refusal::VoicesMissing {
            people: vec!["p1".into()]
        }
    );
    stage.take("p1", Choice::NotVoting);
    let counts = stage.end("m1").tally.counts;
    assert_eq!((counts.yes, counts.not_voting), (9, 1));
}

#[test]
fn a_vote_waits_for_the_result_before_it_and_for_its_own_item() {
    let mut stage = stage(Counted);
    stage.vote(vote::Command::Draft(motion("i2", "m2")));
    assert_eq!(
        stage.refused(&open("m2")),
        Refusal::NotAnnounced {
            motion: "m1".into()
        }
    );
    stage.announce("m1");
    stage.start("i3");
    assert_eq!(
        stage.refused(&open("m2")),
        Refusal::ItemNotRunning {
            title: line("议题i2")
        }
    );
    stage.start("i2");
    stage.open("m2");
    assert_eq!(stage.world.motion(&"m2".into()).unwrap().number, 2);
    assert_eq!(stage.refused(&end()), Refusal::VoteNotOpen);
}

#[test]
fn every_wording_is_kept_and_the_last_is_voted() {
    let mut stage = stage(Running);
    stage.run(reword());
    assert_eq!(
        stage.run(reword()),
        [],
        "the same words again are no new wording"
    );
    stage.vote(vote::Command::Frame {
        motion: "m1".into(),
        villages: vec!["v2".into()],
        effect: Effect::Proposes,
    });
    stage.open("m1");
    let motion = stage.world.motion(&"m1".into()).unwrap();
    assert_eq!(motion.wordings.len(), 2);
    assert_eq!(motion.wording(), "同意联建冷库一座。");
    assert_eq!(motion.effect, Effect::Proposes);
}

#[test]
fn a_voice_is_corrected_with_the_old_one_kept_and_never_given_to_the_absent() {
    let mut stage = Stage::voting();
    stage.mark("p10", RollMark::Left);
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    let voice = |person: &str, to| {
        correct(Wanted::Voice {
            motion: "m1".into(),
            person: person.into(),
            to,
        })
    };
    assert_eq!(
        stage.refused(&voice("p10", Choice::For)),
        Refusal::NotInRoom {
            name: line("褚玉梅")
        }
    );
    assert_eq!(
        stage.run(voice("p2", Choice::For)),
        [],
        "nothing is corrected to itself"
    );
    stage.run(voice("p2", recused()));
    let kept = stage.world.corrections_of(&"s1".into()).next().unwrap();
    let correction::Corrected::Voice { from, was, now, .. } = &kept.change else {
        panic!("{kept:?}");
    };
    assert_eq!(*from, Some(Choice::For));
    assert_eq!(
        (
            was.tally.counts.yes,
            now.tally.counts.yes,
            now.tally.counts.recused
        ),
        (9, 8, 1)
    );
    assert_eq!(
        stage.world.motion(&"m1".into()).unwrap().result(),
        Some(now.as_ref())
    );
    assert_eq!(
        stage.refused(&voice("p3", Choice::Against)),
        Refusal::AlreadyThere
    );
}

#[test]
fn an_item_is_left_over_once_and_only_into_another_session() {
    let mut stage = stage(Closed);
    let into = |id: &str| Item {
        session: "s2".into(),
        ..item("s2", id, decision("joint-default"))
    };
    let carry = |item: &str, id: &str| {
        Command::Agenda(agenda::Command::Carry {
            item: item.into(),
            into: into(id),
        })
    };
    stage.session(session::Command::Create {
        id: "s2".into(),
        plan: plan(2),
        opening: None,
    });
    assert_eq!(stage.refused(&carry("i3", "i3")), Refusal::AlreadyThere);
    stage.run(carry("i3", "j1"));
    assert_eq!(stage.refused(&carry("i3", "j2")), Refusal::AlreadyThere);
    assert_eq!(
        stage.world.item(&"j1".into()).unwrap().carries,
        Some("i3".into())
    );
    assert_eq!(
        stage.world.item(&"i2".into()).unwrap().state,
        ItemState::Paused,
        "what ran was broken off"
    );
    stage.session(session::Command::Notify {
        id: "s2".into(),
        notice: Some(session::notice::Notice::sent(day("11-20"))),
    });
    let late = Command::Agenda(agenda::Command::Put(into("j3")));
    assert_eq!(stage.refused(&late), Refusal::LateItemWantsReason);
}

#[test]
fn a_voice_taken_in_without_its_mark_is_corrected_without_a_null() {
    let mut stage = stage(Counted);
    stage.announce("m1");
    let mut published = stage.world.motion(&"m1".into()).unwrap().clone();
    if let vote::MotionState::Announced { ballot, .. } = &mut published.state {
        ballot.marks.clear();
    }
    stage.world.motions.insert("m1".into(), published.into());
    let wanted = Wanted::Voice {
        motion: "m1".into(),
        person: "p2".into(),
        to: Choice::Against,
    };
    for event in stage.run(correct(wanted)) {
        let value = serde_json::to_value(&event).unwrap();
        assert!(!value.to_string().contains("null"), "{value}");
        assert_eq!(crate::domain::Event::read(value), event);
    }
}
