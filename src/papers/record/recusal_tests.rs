//! Recusals in the record: who, from what, how long, and what they did to quorum and base.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{Printed, record};
use crate::domain::rule::{RecusalEffect, Rule, joint_default};
use crate::domain::session::recusal::Matter;
use crate::domain::session::{self, agenda};
use crate::domain::tests::stage::{Stage, at, decision, item, line, motion, recusal, recused};
use crate::domain::vote::result::{Attending, QuorumProof};
use crate::domain::vote::{self, MotionState, VoteResult};
use crate::i18n::{Language, recusals};
use crate::papers::plain;
use insta::assert_snapshot;

/// Votes twice on an item that concerns p11: p3 has withdrawn from all of it, p5 from a part for a
/// while, p6 from one motion, and p7 in the vote alone.
fn withdrawn() -> Stage {
    let mut stage = Stage::planned();
    stage.agenda(agenda::Command::Put(agenda::Item {
        concerned: vec!["p11".into()],
        ..item("s1", "i2", decision("joint-default"))
    }));
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.vote(vote::Command::Draft(motion("i2", "m2")));
    let part = Matter::Part {
        item: "i2".into(),
        part: line("冷库的承包"),
        motions: vec!["m1".into()],
    };
    for (person, of) in [
        ("p3", Matter::Item { item: "i2".into() }),
        ("p5", part.clone()),
        (
            "p6",
            Matter::Motion {
                motion: "m2".into(),
            },
        ),
    ] {
        stage.session(session::Command::Recuse {
            id: "s1".into(),
            recusal: recusal(person, of, at("09:10")),
        });
    }
    for motion in ["m1", "m2"] {
        stage.open(motion);
        if motion == "m1" {
            stage.take("p7", recused());
        }
        stage.vote(vote::Command::AllFor {
            motion: motion.into(),
        });
        stage.end(motion);
        stage.announce(motion);
        stage.session(session::Command::ReturnFromRecusal {
            id: "s1".into(),
            person: "p5".into(),
            of: part.clone(),
            at: at("09:32"),
        });
    }
    stage.agenda(agenda::Command::Settle {
        item: "i2".into(),
        state: agenda::ItemState::Done,
        at: at("09:50"),
    });
    stage.close();
    stage
}

fn first_result(stage: &Stage) -> VoteResult {
    match &stage.world.motion(&"m1".into()).unwrap().state {
        MotionState::Announced { result, .. } => result.as_ref().clone(),
        state => panic!("{state:?}"),
    }
}

#[test]
fn recusals_stand_in_the_head_and_under_their_item_with_interval_and_part() {
    let stage = withdrawn();
    for language in Language::ALL {
        let paper = record(&stage.world, stage.s1(), language, Printed::default());
        let paper = plain::write(&paper, language, 80);
        assert_snapshot!(format!("recusals.{language}"), paper);
    }
}

#[test]
fn the_effect_on_quorum_and_base_is_printed_with_its_numbers() {
    let result = first_result(&withdrawn());
    assert_eq!(result.tally.counts.recused, 3);
    let by = |recusal| Rule {
        recusal,
        ..joint_default()
    };
    for language in Language::ALL {
        let said =
            |effect, result: &VoteResult| recusals::effect(language, &by(effect), result).unwrap();
        let squeezed = |words: &str| words.replace(' ', "");
        for (effect, numbers) in [
            (RecusalEffect::KeepBase, vec!["10", "7", "3", "0"]),
            (RecusalEffect::ReduceBase, vec!["10−3=7"]),
            (RecusalEffect::Waive, vec!["10", "7", "3"]),
        ] {
            let words = squeezed(&said(effect, &result));
            for number in numbers {
                assert!(words.contains(number), "{words}");
            }
        }
        // That a quorum was waived is said only where it was.
        let mut waived = result.clone();
        let mut inequality = waived.quorum[0].inequality;
        inequality.count = 0;
        waived.quorum = vec![QuorumProof {
            of: Attending::Of(crate::domain::rule::Over::Persons),
            inequality,
            waived: true,
        }];
        let (without, with) = (
            said(RecusalEffect::Waive, &result),
            said(RecusalEffect::Waive, &waived),
        );
        assert_ne!(without, with);
        let numbers = waived.quorum[0].inequality.to_string();
        assert!(with.contains(&numbers), "{with}");
        let nobody = VoteResult {
            tally: {
                let mut tally = result.tally.clone();
                tally.counts.recused = 0;
                tally
            },
            ..result.clone()
        };
        assert_eq!(
            recusals::effect(language, &by(RecusalEffect::KeepBase), &nobody),
            None
        );
    }
}
