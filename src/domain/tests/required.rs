//! Somebody without whom nothing is voted: asked for when a vote opens, and again when it ends.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::moments::correct;
use super::stage::{Stage, at, line};
use super::things::{day, decision, item, motion};
use crate::domain::Command;
use crate::domain::refusal::{Refusal, Remedy};
use crate::domain::rule::book::{self, Adopted};
use crate::domain::rule::{Name, Provenance, Required, Rule, joint_default};
use crate::domain::session::RollMark;
use crate::domain::session::agenda;
use crate::domain::session::correction::Wanted;
use crate::domain::vote::{self, Attending, Choice, Outcome, VoteResult};

/// A session whose item is decided by a rule that wants the chair, and whose motion is drafted.
fn wanting_the_chair() -> Stage {
    let mut stage = Stage::sitting();
    let base = joint_default();
    let mut quorum = base.quorum.clone();
    quorum.required = vec![Required::Chair];
    let rule = Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("主持人须在场"),
            en: line("With the chair"),
        }),
        quorum,
        provenance: Provenance::Own,
        clause: "《议事规则》第六条".to_owned(),
        from: Some(day("01-05")),
        ..base
    };
    stage.run(Command::Rule(book::Command::Adopt(Box::new(Adopted {
        id: rule.id.clone(),
        rule,
        follows: None,
        on: day("01-05"),
    }))));
    stage.agenda(agenda::Command::Put(item("s1", "i5", decision("own-1"))));
    stage.start("i5");
    stage.vote(vote::Command::Draft(motion("i5", "m1")));
    stage
}

fn chair_is_there(result: &VoteResult) -> bool {
    let mut quorum = result.quorum.iter();
    let chair = quorum.find(|it| it.of == Attending::Required(Required::Chair));
    chair.unwrap().holds()
}

#[test]
fn a_vote_does_not_open_without_the_chair_the_rule_wants() {
    let mut stage = wanting_the_chair();
    stage.mark("p1", RollMark::Left);
    let open = Command::Vote(vote::Command::Open {
        motion: "m1".into(),
        at: at("09:15"),
    });
    let refusal = stage.refused(&open);
    assert!(
        matches!(
            refusal,
            Refusal::RequiredMissing {
                required: Required::Chair,
                ..
            }
        ),
        "{refusal:?}"
    );
    assert_eq!(refusal.remedy(), Some(Remedy::MarkRoll));
}

#[test]
fn what_was_voted_decides_nothing_once_the_chair_has_left_and_no_correction_changes_that() {
    for leaves in [false, true] {
        let mut stage = wanting_the_chair();
        stage.open("m1");
        stage.vote(vote::Command::AllFor {
            motion: "m1".into(),
        });
        if leaves {
            stage.mark("p1", RollMark::Left);
        }
        let result = stage.end("m1");
        assert_eq!(chair_is_there(&result), !leaves);
        let outcome = if leaves {
            Outcome::Inquorate
        } else {
            Outcome::Adopted
        };
        assert_eq!(result.outcome, outcome);
        stage.announce("m1");
        stage.run(correct(Wanted::Voice {
            motion: "m1".into(),
            person: "p3".into(),
            to: Choice::Against,
        }));
        let motion = stage.world.motion(&"m1".into()).unwrap();
        let corrected = motion.result().unwrap();
        assert_eq!(corrected.outcome, outcome);
        assert_eq!(chair_is_there(corrected), !leaves);
    }
}
