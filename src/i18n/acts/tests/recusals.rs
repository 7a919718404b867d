//! Sentences of recusals and of kin, there and back.

use super::says;
use crate::cells::width;
use crate::domain::session::recusal::{Declined, Matter};
use crate::domain::session::{self, agenda};
use crate::domain::tests::stage::{Stage, at, decision, item, line, motion, recusal};
use crate::domain::{Command, roster, vote};
use crate::i18n::Language;
use crate::i18n::acts::{CELLS, redone, sentence};

fn sitting() -> Stage {
    let mut stage = Stage::planned();
    stage.agenda(agenda::Command::Put(agenda::Item {
        concerned: vec!["p4".into()],
        ..item("s1", "i2", decision("joint-default"))
    }));
    stage.sit();
    stage.start("i2");
    stage
}

fn of_item() -> Matter {
    Matter::Item { item: "i2".into() }
}

fn recuse(of: Matter) -> Command {
    Command::Session(session::Command::Recuse {
        id: "s1".into(),
        recusal: recusal("p3", of, at("09:10")),
    })
}

fn end() -> Command {
    Command::Session(session::Command::ReturnFromRecusal {
        id: "s1".into(),
        person: "p3".into(),
        of: of_item(),
        at: at("09:25"),
    })
}

fn decline() -> Command {
    Command::Session(session::Command::DeclineRecusal {
        id: "s1".into(),
        declined: Declined {
            item: "i2".into(),
            person: "p4".into(),
        },
    })
}

fn relate(relation: Option<&str>) -> Command {
    Command::Roster(roster::Command::Relate {
        person: "p3".into(),
        other: "p5".into(),
        relation: relation.map(line),
    })
}

#[test]
fn recusals_and_kin_are_said() {
    let mut stage = sitting();
    says(
        &mut stage,
        relate(Some("夫妻")),
        "王守信、陈立山：近亲属（夫妻）",
        "王守信 and 陈立山: close kin (夫妻)",
    );
    says(
        &mut stage,
        relate(None),
        "王守信、陈立山：不再记为近亲属",
        "王守信 and 陈立山: no longer close kin",
    );
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.open("m1");
    // The mark in the open vote goes without saying.
    let events = stage.run(recuse(of_item()));
    assert_eq!(events.len(), 2);
    let said = sentence(Language::Zh, &stage.world, &events);
    assert!(
        said.contains("王守信 回避第") && said.contains("09:10 起"),
        "{said}"
    );
    let events = stage.run(end());
    let said = sentence(Language::En, &stage.world, &events);
    assert!(said.contains("ended at 09:25"), "{said}");
    let events = stage.run(decline());
    let said = sentence(Language::Zh, &stage.world, &events);
    assert!(said.contains("赵秀英 不回避第"), "{said}");
}

#[test]
fn an_undo_names_the_recusal_it_took_back() {
    let part = Matter::Part {
        item: "i2".into(),
        part: line("冷库的承包"),
        motions: Vec::new(),
    };
    for commands in [
        vec![recuse(of_item())],
        vec![recuse(part)],
        vec![recuse(of_item()), end()],
        vec![decline()],
        vec![relate(Some("夫妻"))],
    ] {
        let mut stage = sitting();
        let (last, first) = commands.split_last().unwrap();
        first.iter().for_each(|command| {
            stage.run(command.clone());
        });
        let before = stage.world.clone();
        let events = stage.run(last.clone());
        let after = stage.world.clone();
        for language in Language::ALL {
            let said = sentence(language, &after, &events);
            let again = redone(language, &before, &events);
            assert_eq!(again, said, "{events:?}");
            assert!(width(&said) <= CELLS);
        }
    }
}
