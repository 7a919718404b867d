//! What stands on the ballot and what the count of it says, in figures.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{
    ELECTION, RUN_OFF, chooses, counted, drafted, elects, hands, issued, named, names, open,
    tellers,
};
use crate::domain::rule::Method;
use crate::domain::session::agenda;
use crate::domain::tests::stage::{Stage, VOTERS, at, decision, item, line, motion};
use crate::domain::vote::hands::{ChairHand, Hands};
use crate::domain::vote::slate::{self, Imbalance, Sheet, Slate};
use crate::domain::vote::tally::Counts;
use crate::domain::vote::{self, Motion};
use crate::domain::{Command, Refusal};

fn m(stage: &Stage, id: &str) -> Motion {
    stage.world.motion(&id.into()).unwrap().clone()
}

fn by_hands() -> Stage {
    let mut stage = drafted(RUN_OFF, 1, &["甲", "乙", "丙"]);
    stage.run(open(Method::Hands));
    stage
}

#[test]
fn hands_for_contenders_are_counted_contender_by_contender_and_once() {
    let mut stage = by_hands();
    let plain = Command::Vote(vote::Command::CountHands {
        motion: "m1".into(),
        hands: Hands::proposed(10, 0, 0, 0, ChairHand::Counted),
    });
    assert_eq!(
        stage.refused(&plain),
        Refusal::Slate(slate::Refused::CountedByContender)
    );
    let sheet = hands(&chooses(&[6, 2, 1], 1));
    assert_eq!(stage.run(sheet.clone()).len(), 1);
    assert_eq!(stage.run(sheet), []);
}

#[test]
fn a_hand_is_not_spoiled_nobody_raises_two_and_some_raise_none() {
    let stage = by_hands();
    let refused = |sheet: Sheet, sum: u32| {
        assert_eq!(
            stage.refused(&hands(&sheet)),
            Refusal::Slate(slate::Refused::SheetDoesNotAddUp {
                imbalance: Imbalance::Returned { returned: 10, sum },
                method: Method::Hands,
            })
        );
    };
    refused(
        Sheet {
            returned: 10,
            spoiled: 1,
            ..chooses(&[4, 3, 2], 0)
        },
        11,
    );
    refused(chooses(&[5, 4, 2], 0), 11);
    for fewer in [chooses(&[5, 4, 0], 0), chooses(&[5, 4, 1], 0)] {
        stage.clone().run(hands(&fewer));
    }
}

#[test]
fn a_count_of_contenders_says_who_chose_who_did_not_and_who_raised_none() {
    let mut stage = by_hands();
    stage.run(hands(&chooses(&[6, 1, 0], 2)));
    let result = stage.end("m1");
    let counts = Counts {
        yes: 7,
        abstain: 2,
        not_voting: 1,
        ..Counts::default()
    };
    assert_eq!(result.tally.counts, counts);
    assert!(result.tally.adopted);
    let mut stage = issued();
    let result = counted(&mut stage, &elects(&[(5, 5), (4, 6), (2, 8)]));
    assert!(!result.tally.adopted, "nobody reached it");
    assert_eq!(result.tally.counts.yes, 10);
}

/// Whether a name may be written in is the rule's to say, whatever the draft says.
#[test]
fn a_name_is_written_in_only_where_the_rule_lets_it() {
    for (rule, people, writes) in [(RUN_OFF, false, false), (ELECTION, true, true)] {
        let who: &[&str] = &["赵秀英", "孙广田", "李家屯"];
        let mut stage = drafted(rule, 2, who);
        let contenders = named(&stage.world, who);
        stage.vote(vote::Command::Draft(Motion {
            slate: Some(Slate {
                seats: 2,
                contenders,
                write_in: true,
                ..Slate::default()
            }),
            ..motion("i5", "m2")
        }));
        assert!(!m(&stage, "m2").slate.unwrap().write_in, "{rule}");
        if people {
            stage.vote(tellers("p5", "p6"));
        }
        let way = if people {
            Method::Secret
        } else {
            Method::Hands
        };
        stage.run(open(way));
        let slate = m(&stage, "m1").ballot().unwrap().slate.clone().unwrap();
        assert_eq!(slate.write_in, writes, "{rule}");
    }
}

/// A rule that comes to choose people after the options were drafted has them in its own order.
#[test]
fn what_stands_on_the_ballot_is_put_as_the_rule_of_that_day_wants_it() {
    let mut stage = Stage::sitting();
    stage.agenda(agenda::Command::Put(item("s1", "i5", decision(RUN_OFF))));
    stage.start("i5");
    let contenders = named(&stage.world, &["赵秀英", "孙广田", "李家屯"]);
    stage.vote(vote::Command::Draft(Motion {
        slate: Some(Slate {
            seats: 1,
            contenders,
            ..Slate::default()
        }),
        ..motion("i5", "m1")
    }));
    assert_eq!(names(&stage), ["赵秀英", "孙广田", "李家屯"]);
    let known = stage.world.item(&"i5".into()).unwrap().clone();
    stage.agenda(agenda::Command::Put(agenda::Item {
        kind: decision(ELECTION),
        ..known
    }));
    stage.vote(tellers("p5", "p6"));
    stage.run(open(Method::Secret));
    assert_eq!(names(&stage), ["孙广田", "李家屯", "赵秀英"]);
}

#[test]
fn a_reconsideration_has_the_contenders_of_the_decision_where_it_names_none() {
    let mut stage = by_hands();
    stage.run(hands(&chooses(&[7, 2, 1], 0)));
    stage.end("m1");
    stage.announce("m1");
    let again = |own: Option<Slate>| {
        Command::Vote(vote::Command::Reconsider {
            session: "s1".into(),
            decided: "m1".into(),
            motion: Motion {
                mover: Some(VOTERS[3].into()),
                slate: own,
                ..motion("i5", "m2")
            },
            at: at("10:00"),
            reason: line("资金来源有变"),
        })
    };
    let slate = |stage: &Stage| -> Vec<String> {
        let slate = m(stage, "m2").slate.unwrap();
        slate
            .contenders
            .iter()
            .map(|it| it.name.to_string())
            .collect()
    };
    let mut own = stage.clone();
    own.run(again(Some(Slate {
        seats: 1,
        contenders: named(&own.world, &["丁", "戊"]),
        ..Slate::default()
    })));
    assert_eq!(slate(&own), ["丁", "戊"]);
    stage.run(again(None));
    assert_eq!(slate(&stage), ["甲", "乙", "丙"]);
}
