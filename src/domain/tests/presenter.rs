//! Who presents an item, where whoever was planned is not there.

#![allow(clippy::unwrap_used)]

use super::stage::{Stage, at, line};
use crate::domain::session::agenda::{self, Item, ItemState};
use crate::domain::session::{self, RollMark};
use crate::domain::{Command, Refusal};

fn present(item: &str, by: &str) -> Command {
    Command::Agenda(agenda::Command::Present {
        item: item.into(),
        by: by.into(),
    })
}

/// Opens the session without the one who is planned to present every item.
fn without_presenter() -> Stage {
    let mut stage = Stage::planned();
    stage.session(session::Command::CallRoll("s1".into()));
    stage.mark("p2", RollMark::Absent);
    stage.session(session::Command::AllPresent {
        id: "s1".into(),
        at: at("08:55"),
    });
    stage
}

fn open(stage: &mut Stage) {
    stage.session(session::Command::Open {
        id: "s1".into(),
        at: at("09:00"),
    });
}

fn item(stage: &Stage, id: &str) -> Item {
    stage.world.item(&id.into()).unwrap().clone()
}

#[test]
fn somebody_who_is_there_presents_in_the_stead_of_whoever_did_not_come() {
    let mut stage = without_presenter();
    let early = stage.refused(&present("i1", "p3"));
    assert!(matches!(early, Refusal::SessionNotIn { .. }), "{early:?}");
    open(&mut stage);
    let away = |stage: &Stage| {
        let session = stage.s1();
        session.presenter_away(&item(stage, "i1")).cloned()
    };
    assert_eq!(away(&stage), Some("p2".into()));
    let refused = stage.refused(&present("i1", "p2"));
    let name = stage.world.person(&"p2".into()).unwrap().name.clone();
    assert_eq!(refused, Refusal::NotInRoom { name });
    stage.run(present("i1", "p3"));
    assert_eq!(item(&stage, "i1").presented, Some("p3".into()));
    assert_eq!(away(&stage), None);
    assert!(stage.run(present("i1", "p3")).is_empty());
    // Planned anew, the item keeps who presents it; carried over, it does not.
    let put = Item {
        title: line("改了题目"),
        presented: None,
        ..item(&stage, "i1")
    };
    stage.agenda(agenda::Command::Put(put));
    assert_eq!(item(&stage, "i1").presented, Some("p3".into()));
    // Whoever was planned came after all.
    stage.mark("p2", RollMark::Present);
    stage.run(present("i1", "p2"));
    assert_eq!(item(&stage, "i1").presented, None);
    stage.agenda(agenda::Command::Settle {
        item: "i1".into(),
        state: ItemState::Deferred,
        at: at("09:30"),
    });
    let settled = stage.refused(&present("i1", "p3"));
    assert!(matches!(settled, Refusal::ItemDealtWith { .. }));
}

#[test]
fn what_is_done_is_put_off_only_once_it_is_taken_up_again() {
    use crate::domain::refusal::Remedy;
    let mut stage = without_presenter();
    open(&mut stage);
    let settle = |state| {
        Command::Agenda(agenda::Command::Settle {
            item: "i1".into(),
            state,
            at: at("09:30"),
        })
    };
    let start = || {
        Command::Agenda(agenda::Command::Start {
            item: "i1".into(),
            at: at("09:20"),
        })
    };
    stage.run(start());
    stage.run(settle(ItemState::Done));
    for state in [ItemState::Deferred, ItemState::Withdrawn] {
        let refused = stage.refused(&settle(state));
        let title = item(&stage, "i1").title;
        assert_eq!(refused, Refusal::ItemDone { title });
        assert_eq!(refused.remedy(), Some(Remedy::StartItem));
    }
    assert_eq!(item(&stage, "i1").state, ItemState::Done);
    stage.run(start());
    stage.run(settle(ItemState::Deferred));
    assert_eq!(item(&stage, "i1").state, ItemState::Deferred);
}
