//! Who was not there in a vote that keeps no voices by name is named by the word the roll has for them.

#![allow(clippy::unwrap_used)]

use super::{Printed, record};
use crate::domain::rule::Method;
use crate::domain::session::RollMark;
use crate::domain::session::attendance::Excuse;
use crate::domain::tests::stage::{Stage, VOTERS, at, motion};
use crate::domain::vote;
use crate::domain::vote::hands::{ChairHand, Hands};
use crate::i18n::Language;
use crate::papers::plain;

#[test]
fn whoever_is_on_leave_is_not_absent_in_a_vote_by_hands() {
    let mut stage = Stage::sitting();
    let [.., excused, missing, left] = VOTERS;
    let reason = Excuse::Illness;
    stage.mark(excused, RollMark::Excused { reason });
    stage.mark(missing, RollMark::Absent);
    stage.mark(left, RollMark::Left);
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.vote(vote::Command::open("m1".into(), at("09:15"), Method::Hands));
    stage.vote(vote::Command::CountHands {
        motion: "m1".into(),
        hands: Hands::proposed(7, 0, 0, 0, ChairHand::Counted),
    });
    stage.end("m1");
    stage.announce("m1");
    let name = |id: &str| stage.world.person(&id.into()).unwrap().name.clone();
    let names = [name(excused), name(missing), name(left)];
    for (language, words) in [
        (Language::Zh, ["请假：", "缺席：", "不在场："]),
        (Language::En, ["Excused: ", "Absent: ", "Not there: "]),
    ] {
        let paper = record(&stage.world, stage.s1(), language, Printed::default());
        let paper = plain::write(&paper, language, 80);
        let (_, vote) = paper
            .rsplit_once(match language {
                Language::Zh => "主持人的手",
                Language::En => "hand",
            })
            .unwrap();
        for (word, name) in words.iter().zip(&names) {
            let line = format!("{word}{name}");
            assert!(
                vote.lines().any(|it| it.trim_end().ends_with(&line)),
                "{line}: {paper}"
            );
        }
    }
}
