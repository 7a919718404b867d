//! What a session leaves over: what was decided is not among it, though another item was taken up before
//! it was settled. And what is given up of it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::owed;
use super::sequels::{follow, own, put_off, voted, voting};
use super::stage::{Stage, at, day, decision, item, line, motion, plan};
use crate::domain::refusal::OfMatter;
use crate::domain::rule::{Rule, TieStep};
use crate::domain::session::agenda::{
    self, Item, ItemKind, ItemState, Refused, is_left_over, left_behind,
};
use crate::domain::session::{self, SessionState};
use crate::domain::text::Line;
use crate::domain::vote::{self, Choice};
use crate::domain::{Command, Refusal, Remedy};

#[test]
fn an_item_left_after_its_vote_is_settled_and_one_with_a_motion_open_is_not() {
    let mut stage = Stage::sitting();
    stage.agenda(agenda::Command::Put(item(
        "s1",
        "i9",
        decision("joint-default"),
    )));
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    let left = |stage: &Stage| {
        let item = stage.world.item(&"i2".into()).unwrap();
        (item.state, is_left_over(&stage.world, item))
    };
    assert_eq!(left(&stage), (ItemState::Running, true));
    stage.open("m1");
    stage.take("p1", Choice::For);
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    stage.agenda(agenda::Command::Start {
        item: "i9".into(),
        at: at("09:40"),
    });
    assert_eq!(left(&stage), (ItemState::Paused, false));
    // A second motion that was never voted leaves it over.
    stage.agenda(agenda::Command::Start {
        item: "i2".into(),
        at: at("09:45"),
    });
    stage.vote(vote::Command::Draft(motion("i2", "m2")));
    stage.agenda(agenda::Command::Start {
        item: "i9".into(),
        at: at("09:50"),
    });
    assert_eq!(left(&stage), (ItemState::Paused, true));
}

fn drop_item(item: &str) -> Command {
    Command::Agenda(agenda::Command::Drop {
        item: item.into(),
        reason: line("镇里已经统一安排"),
        at: at("11:30"),
    })
}

fn named(stage: &Stage, item: &str) -> Item {
    stage.world.item(&item.into()).unwrap().clone()
}

#[test]
fn what_waits_for_an_agenda_is_given_up_once_and_comes_back_on_none() {
    let mut stage = Stage::sitting();
    assert_eq!(
        stage.refused(&drop_item("i3")),
        Refusal::SessionNotIn {
            have: SessionState::Sitting,
            need: SessionState::Closed
        }
    );
    stage.close();
    assert!(left_behind(&stage.world, &named(&stage, "i3")));
    let events = stage.run(drop_item("i3"));
    assert!(!events[0].is_barrier(), "it can be undone");
    let given_up = named(&stage, "i3");
    let dropped = given_up.dropped.clone().unwrap();
    assert_eq!(dropped.reason.as_str(), "镇里已经统一安排");
    assert!(!dropped.after_signing);
    // What the session did with it stays as it was.
    assert_eq!(given_up.state, ItemState::Pending);
    assert!(is_left_over(&stage.world, &given_up));
    assert!(!left_behind(&stage.world, &given_up));
    let again = Refusal::Agenda(Refused::Dropped {
        title: given_up.title.clone(),
        on: day("11-23"),
    });
    assert_eq!(again.remedy(), None);
    assert_eq!(stage.refused(&drop_item("i3")), again);
    stage.session(session::Command::Create {
        id: "s2".into(),
        plan: plan(2),
        opening: None,
    });
    let carry = Command::Agenda(agenda::Command::Carry {
        item: "i3".into(),
        into: item("s2", "j3", ItemKind::Discussion),
    });
    assert_eq!(stage.refused(&carry), again);
    // After the signature it is given up too, and known as that.
    stage.seal();
    stage.run(drop_item("i1"));
    assert!(named(&stage, "i1").dropped.unwrap().after_signing);
}

#[test]
fn what_goes_on_by_itself_is_not_given_up() {
    let of = |refused: fn(Line) -> Refused, stage: &Stage, id: &str| {
        Refusal::Agenda(refused(named(stage, id).title))
    };
    let mut stage = Stage::sitting();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.agenda(agenda::Command::Settle {
        item: "i4".into(),
        state: ItemState::Done,
        at: at("09:45"),
    });
    owed::closed_and_carried(&mut stage, "i3", item("s2", "j3", ItemKind::Discussion));
    assert!(matches!(
        stage.refused(&drop_item("i4")),
        Refusal::ItemDealtWith { .. }
    ));
    let carried = Refusal::Agenda(Refused::Carried {
        title: named(&stage, "i3").title,
        kind: plan(2).kind,
        ordinal: 2,
    });
    assert_eq!(stage.refused(&drop_item("i3")), carried);
    // A motion that was never voted goes with its item.
    stage.clone().run(drop_item("i2"));

    let mut item = named(&stage, "i1");
    let mut other = stage.clone();
    item.matter = Some("x".into());
    other.world.items.insert("i1".into(), item.clone().into());
    let refused = other.refused(&drop_item("i1"));
    assert_eq!(
        refused,
        of(|title| Refused::OfMatter { title }, &other, "i1")
    );
    let withdraw = Remedy::Matter(OfMatter::Withdraw);
    assert_eq!(refused.remedy(), Some(withdraw));

    item.matter = None;
    item.kind = ItemKind::Review;
    other.world.items.insert("i1".into(), item.into());
    assert_eq!(
        other.refused(&drop_item("i1")),
        of(|title| Refused::NotWaiting { title }, &other, "i1")
    );
}

#[test]
fn what_is_owed_another_vote_or_was_put_off_is_not_given_up() {
    for put in [true, false] {
        let mut stage = voting(own(|rule| Rule {
            tie: vec![TieStep::SecondVote, TieStep::Defer],
            ..rule
        }));
        voted(&mut stage, 5);
        if put {
            stage.open("m1");
            voted(&mut stage, 5);
            stage.run(follow(put_off()));
        }
        stage.close();
        let title = named(&stage, "i2").title;
        assert_eq!(
            stage.refused(&drop_item("i2")),
            Refusal::Agenda(Refused::WithMotion { title })
        );
    }
}
