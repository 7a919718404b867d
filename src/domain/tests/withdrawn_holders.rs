//! Whoever holds a proxy and may no longer cast a vote: what was cast for the giver is out of the count by
//! every door, and is kept with its reason.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::proxies::{give, rule, sitting};
use super::stage::{Stage, at, line, recusal};
use crate::domain::rule::RecusalEffect;
use crate::domain::session::correction::{self, Corrected, Wanted};
use crate::domain::session::recusal::Matter;
use crate::domain::session::{self, RollMark};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{self, Ballot, Choice, Gone, Outcome, VoteResult};
use crate::domain::{Command, Event};
use crate::i18n::{Language, recusals};

fn recused() -> Choice {
    Choice::Recused {
        reason: line("与本人有关").into(),
    }
}

fn ballot(stage: &Stage) -> Ballot {
    let motion = stage.world.motion(&"m1".into()).unwrap();
    motion.ballot().unwrap().clone()
}

fn result(stage: &Stage) -> VoteResult {
    let motion = stage.world.motion(&"m1".into()).unwrap();
    motion.result().unwrap().clone()
}

/// An open vote in which `p5`, who holds the proxy of `p3`, is for it and has cast `p3` against it.
fn cast(effect: RecusalEffect) -> Stage {
    let mut own = rule(2, false);
    own.recusal = effect;
    let mut stage = sitting(Some(own), &["p3", "p4"]);
    stage.run(give("p3", "p5"));
    stage.open("m1");
    stage.take("p5", Choice::For);
    stage.take("p3", Choice::Against);
    stage
}

fn counted(stage: &mut Stage) -> VoteResult {
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1")
}

fn correct(id: &str, wanted: Wanted) -> Command {
    Command::Correct(correction::Command {
        id: id.into(),
        session: "s1".into(),
        wanted,
        by: line("蒋会计"),
        at: at("11:30"),
        reason: line("漏记回避"),
    })
}

fn voice(to: Choice) -> Wanted {
    Wanted::Voice {
        motion: "m1".into(),
        person: "p5".into(),
        to,
    }
}

#[test]
fn every_door_drops_what_a_holder_who_withdraws_had_cast() {
    let item = |stage: &mut Stage| {
        stage.session(session::Command::Recuse {
            id: "s1".into(),
            recusal: recusal("p5", Matter::Item { item: "i2".into() }, at("09:20")),
        });
    };
    let vote = |stage: &mut Stage| stage.take("p5", recused());
    type Door<'a> = &'a dyn Fn(&mut Stage);
    let doors: [(Door<'_>, _); 2] = [(&item, Some(at("09:20"))), (&vote, None)];
    for (door, when) in doors {
        let mut stage = cast(RecusalEffect::KeepBase);
        door(&mut stage);
        let open = ballot(&stage);
        assert!(!open.marks.contains_key(&"p3".into()));
        let [dropped] = open.dropped.as_slice() else {
            panic!("{:?}", open.dropped);
        };
        assert_eq!(dropped.choice, Choice::Against);
        assert_eq!((dropped.why, dropped.at), (Gone::HolderWithdrew, when));
        let result = counted(&mut stage);
        assert_eq!(result.voice_of(&"p3".into()), Some(Voice::Absent));
        assert_eq!(ballot(&stage).dropped, open.dropped);
    }
    // Corrected afterwards the vote says the same, and corrected back it is as it was.
    let mut stage = cast(RecusalEffect::KeepBase);
    let before = counted(&mut stage);
    assert_eq!(before.voice_of(&"p3".into()), Some(Voice::Against));
    stage.announce("m1");
    stage.run(correct("x1", voice(recused())));
    assert_eq!(result(&stage).voice_of(&"p3".into()), Some(Voice::Absent));
    assert_eq!(result(&stage).tally.counts.no, 0);
    assert_eq!(ballot(&stage).dropped[0].why, Gone::HolderWithdrew);
    stage.run(correct("x2", voice(Choice::For)));
    assert_eq!(result(&stage), before);
    assert!(ballot(&stage).dropped.is_empty());
    assert_eq!(ballot(&stage).marks[&"p3".into()].choice, Choice::Against);
}

#[test]
fn what_goes_with_whoever_leaves_is_told_in_ink_and_in_pencil() {
    let told = |stage: &mut Stage| -> Vec<(bool, Gone)> {
        stage.mark("p5", RollMark::Left);
        let dropped = ballot(stage).dropped.into_iter();
        dropped.map(|it| (it.pencilled, it.why)).collect()
    };
    let mut stage = cast(RecusalEffect::KeepBase);
    assert_eq!(told(&mut stage), [(false, Gone::HolderLeft)]);
    // Their own vote is said to be gone as well.
    let own = |event: &Event| matches!(event, Event::Vote(vote::Event::Cleared { person, .. }) if *person == "p5".into());
    assert_eq!(stage.log.iter().filter(|it| own(it)).count(), 1);
    let mut own_rule = rule(2, false);
    own_rule.recusal = RecusalEffect::KeepBase;
    let mut stage = sitting(Some(own_rule), &["p3"]);
    stage.run(give("p3", "p5"));
    stage.open("m1");
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    assert_eq!(told(&mut stage), [(true, Gone::HolderLeft)]);
    assert_eq!(stage.log.iter().filter(|it| own(it)).count(), 0);
}

#[test]
fn a_recusal_missed_takes_the_vote_and_what_was_cast_with_it_out_of_the_count() {
    let mut stage = cast(RecusalEffect::ReduceBase);
    let before = counted(&mut stage);
    stage.announce("m1");
    stage.close();
    let of = Matter::Item { item: "i2".into() };
    let missed = recusal("p5", of, at("09:10"));
    stage.run(correct(
        "x1",
        Wanted::Recusal {
            from: None,
            to: Some(missed.clone()),
        },
    ));
    let now = result(&stage);
    assert_eq!(now.voice_of(&"p5".into()), Some(Voice::Recused));
    assert_eq!(now.voice_of(&"p3".into()), Some(Voice::Absent));
    let made: Vec<_> = stage.world.corrections_of(&"s1".into()).cloned().collect();
    let [recusal, along] = made.as_slice() else {
        panic!("{made:?}");
    };
    let Corrected::Recusal { votes, .. } = &recusal.change else {
        panic!("{recusal:?}");
    };
    // What the correction says is what the lines of the vote say.
    let said = votes[0].now.unwrap();
    assert_eq!(
        said.entitled,
        now.tally.counts.entitled(RecusalEffect::ReduceBase)
    );
    assert_eq!((votes[0].was.present, said.present), (8, 7));
    assert_eq!((votes[0].was.attending, said.attending), (8, 7));
    assert_eq!(said.outcome, now.outcome);
    let (_, was, put) = along.change.of_result().unwrap();
    assert_eq!((was, put), (&before, &now));
    // Taken back it is as it was.
    stage.run(correct(
        "x2",
        Wanted::Recusal {
            from: Some(missed),
            to: None,
        },
    ));
    assert_eq!(
        result(&stage).voice_of(&"p5".into()),
        Some(Voice::NotVoting)
    );
    assert_eq!(result(&stage).voice_of(&"p3".into()), Some(Voice::Against));
    assert_eq!(result(&stage).outcome, Outcome::Adopted);
}

#[test]
fn whoever_is_spoken_for_is_not_among_those_who_came() {
    for (in_quorum, attending) in [(false, 9), (true, 10)] {
        let mut own = rule(2, in_quorum);
        own.recusal = RecusalEffect::KeepBase;
        let mut stage = sitting(Some(own.clone()), &["p3"]);
        stage.run(give("p3", "p5"));
        stage.open("m1");
        stage.take("p6", recused());
        let result = counted(&mut stage);
        assert_eq!((result.came(), result.by_proxy()), (8, 1));
        assert_eq!(result.attending(&own), attending);
        assert_eq!(result.quorum[0].inequality.count, attending);
        for language in Language::ALL {
            let said = recusals::effect(language, &own, &result).unwrap();
            let squeezed = said.replace(char::is_alphabetic, "").replace(' ', "");
            assert!(squeezed.contains("10=8+1+1+0"), "{said}");
            assert!(squeezed.contains(&attending.to_string()), "{said}");
        }
    }
}
