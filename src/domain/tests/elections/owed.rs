//! A run-off that a session left owed is owed by the item it is carried to, until that holds it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{RUN_OFF, chooses, drafted, hands, open};
use crate::domain::rule::Method;
use crate::domain::session::agenda::{self, ItemState, carried_votes, owed};
use crate::domain::tests::owed::closed_and_carried;
use crate::domain::tests::stage::{Stage, at, decision, item};
use crate::domain::vote::{self, Due};
use crate::i18n::{Language, sequels, steps};

/// Two of three are level, the item is settled, the session over, and what is left carried.
fn carried() -> Stage {
    let mut stage = drafted(RUN_OFF, 1, &["甲方案", "乙方案", "丙方案"]);
    stage.run(open(Method::Hands));
    stage.run(hands(&chooses(&[4, 4, 2], 0)));
    stage.vote(vote::Command::End {
        motion: "m1".into(),
        at: at("09:30"),
    });
    stage.announce("m1");
    assert_eq!(owed(&stage.world, &"i5".into()), Some(Due::VoteAgain));
    stage.agenda(agenda::Command::Settle {
        item: "i5".into(),
        state: ItemState::Done,
        at: at("09:40"),
    });
    for (language, said) in [(Language::Zh, "再次投票"), (Language::En, "another vote")] {
        let owed = steps::votes_owed(language, &stage.world, &"s1".into()).unwrap();
        assert!(owed.contains(said), "{owed}");
    }
    closed_and_carried(&mut stage, "i5", item("s2", "i9", decision(RUN_OFF)));
    stage
}

#[test]
fn it_is_owed_where_it_is_carried_with_those_who_stand_again() {
    let stage = carried();
    let new = "i9".into();
    assert_eq!(owed(&stage.world, &new), Some(Due::VoteAgain));
    let votes: Vec<_> = carried_votes(&stage.world, &new).collect();
    let slate = votes[0].slate.as_ref().unwrap();
    let names: Vec<&str> = slate.contenders.iter().map(|it| it.name.as_str()).collect();
    assert_eq!((names, votes[0].rounds), (vec!["甲方案", "乙方案"], 1));
    assert_eq!(stage.world.item(&new).unwrap().voted_before(), 1);
    for (language, words) in [
        (Language::Zh, ["还须再次投票", "候选：甲方案、乙方案"]),
        (
            Language::En,
            ["still owed another vote", "on the ballot: 甲方案, 乙方案"],
        ),
    ] {
        let said = sequels::owed(language, votes[0]);
        assert!(words.iter().all(|it| said.contains(it)), "{said}");
    }
}
