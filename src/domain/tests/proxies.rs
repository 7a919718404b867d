//! Proxies: who gives one to whom, what counts, and where none is known.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{OBSERVERS, Stage, VOTERS, at, day, decision, item, line, motion, recusal};
use crate::domain::rule::book::{self, Adopted};
use crate::domain::rule::{Method, Name, Over, Provenance, Proxies, Rule, Turnout, joint_default};
use crate::domain::session::proxy::Proxy;
use crate::domain::session::recusal::Matter;
use crate::domain::session::{self, RollMark, agenda, quorum};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{self, Choice, Gone, Outcome, VoteResult};
use crate::domain::{Command, Event, Refusal, World, apply};

pub(super) fn rule(each: u32, in_quorum: bool) -> Rule {
    Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("本会规则"),
            en: line("Our rule"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        from: Some(day("01-01")),
        methods: vec![Method::ByName, Method::Hands, Method::Secret],
        proxies: Some(Proxies { each, in_quorum }),
        ..joint_default()
    }
}

/// Sits with `away` absent, on an item voted by the rule.
pub(super) fn sitting(rule: Option<Rule>, away: &[&str]) -> Stage {
    let mut stage = Stage::planned();
    let id = rule.as_ref().map_or("joint-default", |_| "own-1");
    if let Some(rule) = rule {
        stage.run(Command::Rule(book::Command::Adopt(Box::new(Adopted {
            id: rule.id.clone(),
            follows: None,
            on: day("01-01"),
            rule,
        }))));
    }
    stage.agenda(agenda::Command::Put(item("s1", "i2", decision(id))));
    stage.session(session::Command::CallRoll("s1".into()));
    for person in away {
        stage.mark(person, RollMark::Absent);
    }
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage
}

pub(super) fn give(giver: &str, holder: &str) -> Command {
    Command::Session(session::Command::GiveProxy {
        id: "s1".into(),
        proxy: Proxy::since(
            giver.into(),
            holder.into(),
            line("11月20日书面委托，档案盒三"),
            at("09:10"),
        ),
    })
}

fn back(giver: &str) -> Command {
    Command::Session(session::Command::TakeProxyBack {
        id: "s1".into(),
        giver: giver.into(),
        at: at("09:12"),
    })
}

fn voted(stage: &mut Stage, choices: &[(&str, Choice)]) -> VoteResult {
    stage.open("m1");
    for (person, choice) in choices {
        stage.take(person, choice.clone());
    }
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1")
}

fn named(stage: &Stage, person: &str) -> crate::domain::text::Line {
    stage.world.person(&person.into()).unwrap().name.clone()
}

#[test]
fn whoever_is_away_votes_through_the_holder_and_the_paper_is_kept() {
    let mut stage = sitting(Some(rule(2, false)), &["p3", "p4"]);
    stage.run(give("p3", "p5"));
    // The same words twice are one proxy.
    assert!(stage.run(give("p3", "p5")).is_empty());
    let result = voted(&mut stage, &[("p3", Choice::Against)]);
    assert_eq!(result.voice_of(&"p3".into()), Some(Voice::Against));
    assert_eq!(result.voice_of(&"p4".into()), Some(Voice::Absent));
    let cast = |person: &str| {
        let mut voices = result.voices.iter();
        let voiced = voices.find(|it| it.voter.person == person.into()).unwrap();
        voiced.cast_by.clone()
    };
    assert_eq!(cast("p3"), Some("p5".into()));
    assert_eq!((cast("p4"), cast("p5")), (None, None));
    // What the journal keeps gives the same world again.
    let mut again = World::default();
    for event in &stage.log {
        match event {
            Event::Session(event) => {
                let kept = serde_json::to_string(event).unwrap();
                let event = serde_json::from_str(&kept).unwrap();
                apply(&mut again, &Event::Session(event));
            }
            Event::Vote(event) => {
                let kept = serde_json::to_string(event).unwrap();
                let event = serde_json::from_str(&kept).unwrap();
                apply(&mut again, &Event::Vote(event));
            }
            other => apply(&mut again, other),
        }
    }
    assert_eq!(again, stage.world);
    let counts = result.tally.counts;
    assert_eq!((counts.yes, counts.no, counts.absent), (8, 1, 1));
    assert_eq!(
        stage.s1().proxies[0].paper,
        line("11月20日书面委托，档案盒三")
    );
}

#[test]
fn the_rule_says_whether_a_proxy_counts_for_the_quorum() {
    // Five of ten came: more than half only with the proxy.
    let away = ["p3", "p4", "p6", "p7"];
    for (in_quorum, count) in [(false, 5), (true, 6)] {
        let mut stage = sitting(Some(rule(2, in_quorum)), &away);
        stage.run(give("p3", "p5"));
        let result = {
            stage.open("m1");
            stage.vote(vote::Command::AllFor {
                motion: "m1".into(),
            });
            stage.mark("p10", RollMark::Left);
            stage.end("m1")
        };
        assert_eq!(result.quorum[0].inequality.count, count, "{in_quorum}");
        assert_eq!(result.tally.counts.yes, 6);
        let outcome = if in_quorum {
            Outcome::Adopted
        } else {
            Outcome::Inquorate
        };
        assert_eq!(result.outcome, outcome);
    }
    // A village of which nobody came is not there because somebody speaks for it.
    let villages = |in_quorum| {
        let mut rule = rule(3, in_quorum);
        rule.quorum.all_of = vec![Turnout::MORE_THAN_HALF.over(Over::Villages)];
        let mut stage = sitting(Some(rule.clone()), &["p7", "p8"]);
        stage.run(give("p7", "p5"));
        let before = quorum::under(&rule, stage.s1()).unwrap().inequality().count;
        let result = voted(&mut stage, &[]);
        let after = result.quorum[0].inequality.count;
        assert_eq!(before, after);
        after
    };
    assert_eq!((villages(false), villages(true)), (3, 4));
}

#[test]
fn a_proxy_ends_with_the_holder_and_with_the_coming_of_its_giver() {
    // The holder leaves.
    let mut stage = sitting(Some(rule(2, false)), &["p3"]);
    stage.run(give("p3", "p5"));
    stage.open("m1");
    stage.take("p3", Choice::For);
    stage.mark("p5", RollMark::Left);
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    let result = stage.end("m1");
    assert_eq!(result.voice_of(&"p3".into()), Some(Voice::Absent));
    // The giver comes, and is asked.
    let mut stage = sitting(Some(rule(2, false)), &["p3"]);
    stage.run(give("p3", "p5"));
    stage.open("m1");
    stage.take("p3", Choice::For);
    stage.mark("p3", RollMark::Present);
    stage.take("p3", Choice::Against);
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    let result = stage.end("m1");
    assert_eq!(result.voice_of(&"p3".into()), Some(Voice::Against));
    assert!(result.voices.iter().all(|it| it.cast_by.is_none()));
    // What was said in the giver's name is not what the giver says.
    let mut stage = sitting(Some(rule(2, false)), &["p3"]);
    stage.run(give("p3", "p5"));
    stage.open("m1");
    stage.take("p3", Choice::For);
    stage.mark("p3", RollMark::Present);
    let ballot = stage.world.motion(&"m1".into()).unwrap().ballot().unwrap();
    assert!(!ballot.marks.contains_key(&"p3".into()));
    // It is kept as the fact it is: who had cast what for whom, and that they came.
    let [dropped] = ballot.dropped.as_slice() else {
        panic!("{:?}", ballot.dropped);
    };
    assert_eq!(
        (dropped.giver.as_str(), dropped.holder.as_str()),
        ("p3", "p5")
    );
    assert_eq!(
        (&dropped.choice, dropped.why),
        (&Choice::For, Gone::GiverCame)
    );
    // The holder withdraws.
    let mut stage = sitting(Some(rule(2, false)), &["p3"]);
    stage.run(give("p3", "p5"));
    let of = Matter::Item { item: "i2".into() };
    stage.session(session::Command::Recuse {
        id: "s1".into(),
        recusal: recusal("p5", of, at("09:11")),
    });
    let result = voted(&mut stage, &[]);
    assert_eq!(result.voice_of(&"p3".into()), Some(Voice::Absent));
    // It is taken back.
    let mut stage = sitting(Some(rule(2, false)), &["p3"]);
    stage.run(give("p3", "p5"));
    stage.run(back("p3"));
    assert!(stage.run(back("p3")).is_empty());
    let result = voted(&mut stage, &[]);
    assert_eq!(result.voice_of(&"p3".into()), Some(Voice::Absent));
    stage.run(give("p3", "p6"));
    assert_eq!(stage.s1().proxies.len(), 2);
}

#[test]
fn only_own_rules_know_proxies_and_only_so_many_and_by_name() {
    let stage = sitting(None, &["p3"]);
    assert_eq!(stage.refused(&give("p3", "p5")), Refusal::NoProxies);

    let mut stage = sitting(Some(rule(1, false)), &["p3", "p4"]);
    let is_there = Refusal::IsThere {
        name: named(&stage, "p6"),
    };
    assert_eq!(stage.refused(&give("p6", "p5")), is_there);
    let away = Refusal::NotInRoom {
        name: named(&stage, "p4"),
    };
    assert_eq!(stage.refused(&give("p3", "p4")), away);
    let observer = Refusal::NotEntitled {
        name: named(&stage, OBSERVERS[0]),
    };
    assert_eq!(stage.refused(&give("p3", OBSERVERS[0])), observer);
    stage.run(give("p3", "p5"));
    let given = Refusal::ProxyGiven {
        name: named(&stage, "p3"),
    };
    assert_eq!(stage.refused(&give("p3", "p6")), given);
    let full = Refusal::ProxiesFull {
        name: named(&stage, "p5"),
        most: 1,
    };
    assert_eq!(stage.refused(&give("p4", "p5")), full);
    let hands = Command::Vote(vote::Command::OpenByHands {
        motion: "m1".into(),
        at: at("09:15"),
    });
    assert_eq!(stage.refused(&hands), Refusal::ProxiesByName);
    stage.open("m1");
    let open = Refusal::VoteOpen {
        motion: "m1".into(),
    };
    assert_eq!(stage.refused(&back("p3")), open);
    assert_eq!(stage.refused(&give("p4", "p6")), open);
    assert_eq!(VOTERS.len(), 10);
}

#[test]
fn another_rule_of_the_same_session_knows_nothing_of_them() {
    let mut stage = sitting(Some(rule(1, false)), &["p3"]);
    stage.run(give("p3", "p5"));
    stage.agenda(agenda::Command::Settle {
        item: "i2".into(),
        state: agenda::ItemState::Done,
        at: at("09:14"),
    });
    stage.start("i4");
    stage.vote(vote::Command::Draft(motion("i4", "m2")));
    stage.open("m2");
    let take = Command::Vote(vote::Command::Take {
        motion: "m2".into(),
        person: "p3".into(),
        choice: Choice::For,
    });
    let absent = Refusal::NotInRoom {
        name: named(&stage, "p3"),
    };
    assert_eq!(stage.refused(&take), absent);
    // By that rule the same voices would have come out without the proxy.
    let mut stage = sitting(Some(rule(1, false)), &["p3", "p4", "p6", "p7"]);
    stage.run(give("p3", "p5"));
    let result = voted(&mut stage, &[("p10", Choice::Against)]);
    assert_eq!(result.tally.counts.yes, 6);
    assert_eq!(result.outcome, Outcome::Adopted);
    assert_eq!(result.under(&joint_default(), &[]), Some(Outcome::Rejected));
    assert_eq!(result.under(&rule(1, false), &[]), Some(Outcome::Adopted));
}
