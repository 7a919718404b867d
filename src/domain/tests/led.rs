//! Whoever has withdrawn from a matter does not lead its vote; and no village splits where it speaks as one.

#![allow(clippy::unwrap_used)]

use super::stage::{Stage, at, day, decision, item, line, motion, recusal};
use crate::domain::rule::book::{self, Adopted};
use crate::domain::rule::{Method, Name, Provenance, TieStep, joint_default};
use crate::domain::session::handover::{Handover, Office};
use crate::domain::session::next::Step;
use crate::domain::session::recusal::Matter;
use crate::domain::session::{self, agenda};
use crate::domain::vote::{self, Choice, Next};
use crate::domain::{Command, Refusal, Remedy};
use crate::i18n::{Language, refusals, steps, terms};

fn hand_over(stage: &mut Stage, to: &str) {
    stage.session(session::Command::HandOver {
        id: "s1".into(),
        handover: Handover {
            office: Office::Chair,
            to: to.into(),
            item: Some("i2".into()),
            at: at("09:12"),
            turn: crate::domain::session::turn::Turn::default(),
        },
    });
}

fn recuse(stage: &mut Stage, person: &str) {
    let of = Matter::Item { item: "i2".into() };
    stage.session(session::Command::Recuse {
        id: "s1".into(),
        recusal: recusal(person, of, at("09:10")),
    });
}

fn of(name: &str) -> Refusal {
    Refusal::ChairWithdrew { name: line(name) }
}

#[test]
fn a_chair_who_withdrew_hands_over_before_the_vote_is_opened_or_agreed() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    recuse(&mut stage, "p1");
    let open = Command::Vote(vote::Command::Open {
        motion: "m1".into(),
        at: at("09:15"),
    });
    let agree = Command::Vote(vote::Command::Agree {
        motion: "m1".into(),
        at: at("09:15"),
    });
    assert_eq!(stage.refused(&open), of("孙广田"));
    assert_eq!(stage.refused(&agree), of("孙广田"));
    assert_eq!(of("孙广田").remedy(), Some(Remedy::HandOver));
    hand_over(&mut stage, "p2");
    stage.run(open);
}

#[test]
fn a_chair_who_withdrew_during_the_vote_hands_over_before_it_is_announced() {
    let mut stage = Stage::voting();
    recuse(&mut stage, "p1");
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    let announce = Command::Vote(vote::Command::Announce {
        motion: "m1".into(),
        at: at("09:31"),
    });
    assert_eq!(stage.refused(&announce), of("孙广田"));
    hand_over(&mut stage, "p2");
    stage.run(announce);

    // The mark of the ballot alone, without a recusal from the item.
    let mut stage = Stage::voting();
    let reason = line("与本人有关").into();
    stage.take("p1", Choice::Recused { reason });
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    assert_eq!(stage.refused(&announce_m1()), of("孙广田"));
}

fn announce_m1() -> Command {
    Command::Vote(vote::Command::Announce {
        motion: "m1".into(),
        at: at("09:31"),
    })
}

fn own(stage: &mut Stage, change: impl FnOnce(&mut crate::domain::rule::Rule)) {
    let mut rule = joint_default();
    rule.id = "own-1".into();
    rule.name = Some(Name {
        zh: line("本会规则"),
        en: line("Our rule"),
    });
    rule.provenance = Provenance::Own;
    rule.clause = "《议事规则》第九条".to_owned();
    rule.from = Some(day("01-01"));
    rule.close = None;
    change(&mut rule);
    stage.run(Command::Rule(book::Command::Adopt(Box::new(Adopted {
        id: rule.id.clone(),
        follows: None,
        on: day("01-01"),
        rule,
    }))));
    stage.agenda(agenda::Command::Put(item("s1", "i2", decision("own-1"))));
}

#[test]
fn a_chair_who_withdrew_casts_no_vote_on_a_tie() {
    let mut stage = Stage::planned();
    own(&mut stage, |rule| rule.tie = vec![TieStep::ChairCasts]);
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.open("m1");
    for (n, person) in super::stage::VOTERS.iter().enumerate() {
        let choice = if n % 2 == 0 {
            Choice::For
        } else {
            Choice::Against
        };
        stage.take(person, choice);
    }
    stage.end("m1");
    stage.announce("m1");
    recuse(&mut stage, "p1");
    let cast = Command::Vote(vote::Command::Follow {
        session: "s1".into(),
        motion: "m1".into(),
        at: at("09:40"),
        next: Next::Cast { adopted: true },
    });
    assert_eq!(stage.refused(&cast), of("孙广田"));
    hand_over(&mut stage, "p2");
    stage.run(cast);
}

#[test]
fn a_village_that_speaks_as_one_is_not_split_by_name() {
    let mut stage = Stage::planned();
    own(&mut stage, |rule| {
        rule.bloc = true;
        rule.methods = vec![Method::ByName, Method::ByVillage];
    });
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.open("m1");
    // 李家屯, 王守信 and 赵秀英 come from one village.
    stage.take("p2", Choice::Against);
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    let end = Command::Vote(vote::Command::End {
        motion: "m1".into(),
        at: at("09:30"),
    });
    let village = Refusal::SpeaksAsOne {
        village: "v1".into(),
    };
    assert_eq!(stage.refused(&end), village);
    // The key of the next step leads to those who differ, and who said what is named.
    let step = |stage: &Stage| stage.next(&"s1".into()).0;
    let people = ["p2", "p3", "p4"].map(Into::into).to_vec();
    assert_eq!(
        step(&stage),
        Step::SpeakAsOne {
            motion: "m1".into(),
            village: "v1".into(),
            people,
        }
    );
    for language in Language::ALL {
        let said = refusals::refusal(language, &stage.world, &village);
        for person in ["p2", "p3", "p4"] {
            let name = terms::person(language, &stage.world, &person.into()).to_owned();
            assert!(said.contains(&name), "{said}");
        }
        let spoken = steps::spoken(language, &stage.world, stage.s1(), &step(&stage));
        assert_eq!(said, spoken);
    }
    stage.take("p3", Choice::Against);
    assert_eq!(stage.refused(&end), village);
    stage.take("p4", Choice::Against);
    // Whoever sits for no village binds nobody and is bound by nobody.
    stage.take("p1", Choice::Abstain);
    stage.run(end);
}
