//! One of several by name: who took which, counted as hands and papers of the same totals are.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod counted;
mod laws;

use super::proxies::give;
use super::stage::{Stage, VOTERS, at, chooses, contender, decision, item, line, motion, recused};
use crate::domain::rule::book::{self, Adopted};
use crate::domain::rule::{Method, Name, Otherwise, Provenance, Proxies, Question, Rule, preset};
use crate::domain::session::agenda;
use crate::domain::session::next::Step;
use crate::domain::session::{self, RollMark};
use crate::domain::vote::slate::{self, Contender, Slate};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{self, Choice, Due, Motion, Outcome, Standing, due, standing};
use crate::domain::{Command, Refusal, Remedy};

const MOST: &str = "one-of-several";
const RUN_OFF: &str = "one-of-several-run-off";

/// Takes up an item under a rule, with a motion on which these stand.
fn drafted(rule: &str, options: &[&str]) -> Stage {
    drafted_in(Stage::sitting(), rule, options)
}

fn drafted_in(mut stage: Stage, rule: &str, options: &[&str]) -> Stage {
    stage.agenda(agenda::Command::Put(item("s1", "i5", decision(rule))));
    stage.start("i5");
    stage.vote(vote::Command::Draft(Motion {
        slate: Some(Slate {
            seats: 1,
            contenders: options.iter().map(|name| contender(name)).collect(),
            ..Slate::default()
        }),
        ..motion("i5", "m1")
    }));
    stage
}

fn open(method: Method) -> Command {
    Command::Vote(vote::Command::open("m1".into(), at("09:15"), method))
}

fn all(option: &str) -> Command {
    Command::Vote(vote::Command::AllChoose {
        motion: "m1".into(),
        option: line(option),
    })
}

fn taken(person: &str, choice: Choice) -> Command {
    Command::Vote(super::stage::take(person, choice))
}

fn named(rule: &str) -> Stage {
    let mut stage = drafted(rule, &["甲", "乙", "丙"]);
    stage.run(open(Method::ByName));
    stage
}

fn m1(stage: &Stage) -> &Motion {
    stage.world.motion(&"m1".into()).unwrap()
}

fn winners(stage: &Stage) -> Vec<String> {
    m1(stage).taken().map(|it| it.name.to_string()).collect()
}

#[test]
fn all_take_one_and_the_exceptions_another() {
    let mut stage = named(MOST);
    let (step, _) = stage.next(&"s1".into());
    let (motion, missing) = ("m1".into(), 10);
    assert_eq!(step, Step::AskWhich { motion, missing });
    assert_eq!(stage.run(all("乙")).len(), 10);
    stage.take("p3", chooses("丙"));
    stage.take("p4", Choice::Abstain);
    // Whoever takes another one after all takes only that.
    stage.take("p3", chooses("甲"));
    assert_eq!(stage.run(taken("p3", chooses("甲"))), []);
    let result = stage.end("m1");
    let count = result.slate.as_ref().unwrap();
    let votes: Vec<u32> = count.sheet.rows.iter().map(|row| row.yes).collect();
    assert_eq!((votes, count.sheet.abstain), (vec![1, 8, 0], 1));
    assert_eq!(result.outcome, Outcome::Adopted);
    let of = |person: &str| {
        let voiced = result
            .voices
            .iter()
            .find(|it| it.voter.person == person.into());
        let voiced = voiced.unwrap();
        (
            voiced.voice,
            voiced.option.as_ref().map(ToString::to_string),
        )
    };
    assert_eq!(of("p3"), (Voice::For, Some("甲".to_owned())));
    assert_eq!(of("p4"), (Voice::Abstain, None));
    stage.announce("m1");
    assert_eq!(winners(&stage), ["乙"]);
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
}

#[test]
fn a_voice_names_what_stands_on_the_ballot_or_none_of_it() {
    let stage = named(MOST);
    for choice in [Choice::For, Choice::Against] {
        let refused = stage.refused(&taken("p2", choice));
        assert_eq!(refused, Refusal::Slate(slate::Refused::OneIsTaken));
        assert_eq!(refused.remedy(), Some(Remedy::TakeVoices));
    }
    let name = line("丁");
    let refused = Refusal::Slate(slate::Refused::NotOnTheBallot { name });
    assert_eq!(stage.refused(&taken("p2", chooses("丁"))), refused);
    assert_eq!(stage.refused(&all("丁")), refused);
    assert_eq!(refused.remedy(), Some(Remedy::TakeVoices));
    let for_it = Command::Vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    assert_eq!(
        stage.refused(&for_it),
        Refusal::Slate(slate::Refused::OneIsTaken)
    );
    let plain = Stage::voting();
    let rule = "joint-default".into();
    let refused = Refusal::Slate(slate::Refused::NoContendersAsked { rule });
    assert_eq!(plain.refused(&taken("p2", chooses("甲"))), refused);
    assert_eq!(plain.refused(&all("甲")), refused);
}

#[test]
fn nobody_is_left_out_and_a_mark_is_taken_away_again() {
    let mut stage = named(MOST);
    for person in &VOTERS[..9] {
        stage.take(person, chooses("甲"));
    }
    let end = Command::Vote(vote::Command::End {
        motion: "m1".into(),
        at: at("09:30"),
    });
    let people = vec![VOTERS[9].into()];
    assert_eq!(stage.refused(&end), Refusal::VoicesMissing { people });
    stage.take(VOTERS[9], Choice::NotVoting);
    let clear = |person: &str| {
        Command::Vote(vote::Command::Clear {
            motion: "m1".into(),
            person: person.into(),
        })
    };
    stage.run(clear("p2"));
    let people = vec!["p2".into()];
    assert_eq!(stage.refused(&end), Refusal::VoicesMissing { people });
    stage.take("p2", chooses("乙"));
    let result = stage.end("m1");
    let sheet = &result.slate.as_ref().unwrap().sheet;
    assert_eq!((sheet.issued, sheet.returned, sheet.valid), (10, 9, 9));
}

#[test]
fn who_comes_leaves_or_withdraws_is_counted_as_in_any_vote_by_name() {
    let mut stage = Stage::planned();
    stage.session(session::Command::CallRoll("s1".into()));
    stage.mark("p9", RollMark::Absent);
    stage.sit();
    let mut stage = drafted_in(stage, MOST, &["甲", "乙"]);
    stage.run(open(Method::ByName));
    let name = stage.world.person(&"p9".into()).unwrap().name.clone();
    let refused = Refusal::NotInRoom { name };
    assert_eq!(stage.refused(&taken("p9", chooses("甲"))), refused);
    stage.mark("p9", RollMark::Present);
    stage.take("p9", chooses("甲"));
    stage.take("p8", recused());
    stage.run(all("乙"));
    stage.mark("p7", RollMark::Left);
    let result = stage.end("m1");
    let counts = result.tally.counts;
    assert_eq!((counts.yes, counts.recused, counts.absent), (8, 1, 1));
    let sheet = &result.slate.as_ref().unwrap().sheet;
    assert_eq!(
        (sheet.issued, sheet.rows[0].yes, sheet.rows[1].yes),
        (8, 1, 7)
    );
    let away = |person: &str| {
        let voiced = result
            .voices
            .iter()
            .find(|it| it.voter.person == person.into());
        let voiced = voiced.unwrap();
        (voiced.voice, voiced.option.clone())
    };
    assert_eq!(away("p7"), (Voice::Absent, None));
    assert_eq!(away("p8"), (Voice::Recused, None));
}

fn own(each: Option<Proxies>, in_rule: &str) -> Rule {
    Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("本会多选一"),
            en: line("Our one of several"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第十二条".to_owned(),
        from: Some(super::stage::day("01-01")),
        proxies: each,
        ..preset(in_rule).unwrap()
    }
}

fn adopt(stage: &mut Stage, rule: Rule) {
    stage.run(Command::Rule(book::Command::Adopt(Box::new(Adopted {
        id: rule.id.clone(),
        follows: None,
        on: super::stage::day("01-01"),
        rule,
    }))));
}

#[test]
fn whoever_is_away_takes_one_through_the_holder_of_a_proxy() {
    for in_quorum in [false, true] {
        let mut stage = Stage::planned();
        let proxies = Proxies { each: 2, in_quorum };
        adopt(&mut stage, own(Some(proxies), MOST));
        stage.session(session::Command::CallRoll("s1".into()));
        stage.mark("p3", RollMark::Absent);
        stage.mark("p4", RollMark::Absent);
        stage.sit();
        let mut stage = drafted_in(stage, "own-1", &["甲", "乙"]);
        stage.run(give("p3", "p5"));
        assert_eq!(stage.refused(&open(Method::Hands)), Refusal::ProxiesByName);
        stage.run(open(Method::ByName));
        stage.take("p3", chooses("乙"));
        stage.run(all("甲"));
        let result = stage.end("m1");
        let mut voices = result.voices.iter();
        let given = voices.find(|it| it.voter.person == "p3".into()).unwrap();
        assert_eq!(given.option, Some(line("乙")));
        assert_eq!(given.cast_by, Some("p5".into()));
        let rows = &result.slate.as_ref().unwrap().sheet.rows;
        assert_eq!((rows[0].yes, rows[1].yes), (8, 1));
        let came = result.quorum[0].inequality.count;
        assert_eq!(came, if in_quorum { 9 } else { 8 });
    }
}

#[test]
fn a_run_off_is_a_round_of_its_own_with_marks_of_its_own() {
    let mut stage = named(RUN_OFF);
    for (person, option) in VOTERS
        .iter()
        .zip(["甲"; 5].iter().chain(&["乙"; 3]).chain(&["丙"; 2]))
    {
        stage.take(person, chooses(option));
    }
    let result = stage.end("m1");
    assert_eq!(result.outcome, Outcome::VoteAgain);
    stage.announce("m1");
    assert_eq!(due(m1(&stage)), Some(Due::VoteAgain));
    // By name it began, and it does not turn secret for the second round.
    assert_eq!(stage.refused(&open(Method::Secret)), Refusal::NamedAlready);
    stage.run(open(Method::ByName));
    let name = line("丙");
    let refused = stage.refused(&taken("p9", chooses("丙")));
    assert_eq!(
        refused,
        Refusal::Slate(slate::Refused::NotOnTheBallot { name })
    );
    stage.run(all("乙"));
    stage.end("m1");
    stage.announce("m1");
    assert_eq!(winners(&stage), ["乙"]);
    let first = &m1(&stage).earlier[0];
    assert_eq!(first.ballot.option_of(&"p9".into()), Some(&line("丙")));
    let second = m1(&stage).ballot().unwrap();
    assert_eq!(second.option_of(&"p9".into()), Some(&line("乙")));
}

#[test]
fn the_tied_are_voted_on_again_and_the_last_drops_out() {
    let split = |rule: &str, rows: [usize; 3]| {
        let mut stage = named(rule);
        let options = ["甲", "乙", "丙"].iter().zip(rows);
        let options = options.flat_map(|(option, votes)| std::iter::repeat_n(*option, votes));
        for (person, option) in VOTERS.iter().zip(options) {
            stage.take(person, chooses(option));
        }
        stage.end("m1");
        stage.announce("m1");
        stage.run(open(Method::ByName));
        let slate = m1(&stage).ballot().unwrap().slate.clone().unwrap();
        let names = slate.contenders.iter().map(|it| it.name.to_string());
        names.collect::<Vec<_>>()
    };
    assert_eq!(split(MOST, [4, 2, 4]), ["甲", "丙"]);
    assert_eq!(split("one-of-several-drop-last", [5, 3, 2]), ["甲", "乙"]);
    // Which of the two goes with 甲 they settle between themselves.
    assert_eq!(split(RUN_OFF, [4, 3, 3]), ["乙", "丙"]);
}

#[test]
fn the_tied_at_the_cut_settle_it_and_the_winner_goes_on_in_the_order_of_the_ballot() {
    let mut stage = named(RUN_OFF);
    let round = |stage: &mut Stage, votes: &[(&str, usize)]| {
        let options = votes.iter();
        let options = options.flat_map(|(option, votes)| std::iter::repeat_n(*option, *votes));
        for (person, option) in VOTERS.iter().zip(options) {
            stage.take(person, chooses(option));
        }
        let outcome = stage.end("m1").outcome;
        stage.announce("m1");
        outcome
    };
    let on_ballot = |stage: &mut Stage| {
        stage.run(open(Method::ByName));
        let slate = m1(stage).ballot().unwrap().slate.clone().unwrap();
        let names = |of: &[Contender]| of.iter().map(|it| it.name.to_string()).collect::<Vec<_>>();
        (names(&slate.contenders), names(&slate.through))
    };
    let lists =
        |of: [&[&str]; 2]| of.map(|it| it.iter().map(ToString::to_string).collect::<Vec<_>>());
    let is = |found: (Vec<String>, Vec<String>), on: &[&str], through: &[&str]| {
        assert_eq!([found.0, found.1], lists([on, through]));
    };
    let again = Outcome::VoteAgain;
    assert_eq!(round(&mut stage, &[("甲", 3), ("乙", 4), ("丙", 3)]), again);
    is(on_ballot(&mut stage), &["甲", "丙"], &["乙"]);
    // As tied as before: between the same two once more, and 乙 still goes on.
    assert_eq!(round(&mut stage, &[("甲", 5), ("丙", 5)]), again);
    is(on_ballot(&mut stage), &["甲", "丙"], &["乙"]);
    // More than half of all are for 甲, and it is only through.
    assert_eq!(round(&mut stage, &[("甲", 9), ("丙", 1)]), again);
    assert_eq!(m1(&stage).taken().count(), 0);
    is(on_ballot(&mut stage), &["甲", "乙"], &[]);
    assert_eq!(round(&mut stage, &[("甲", 4), ("乙", 6)]), Outcome::Adopted);
    let taken: Vec<String> = m1(&stage).taken().map(|it| it.name.to_string()).collect();
    assert_eq!(taken, ["乙"]);
}

#[test]
fn a_vote_begun_by_name_is_taken_back_and_its_marks_stay_in_the_journal() {
    let mut stage = named(MOST);
    stage.take("p2", chooses("乙"));
    stage.vote(vote::Command::Withdraw {
        motion: "m1".into(),
        reason: Some(line("改为无记名")),
    });
    let kept = serde_json::to_string(&stage.log).unwrap();
    assert!(kept.contains(r#""is":"chooses","option":"乙""#));
    let mut again = drafted(MOST, &["甲", "乙"]);
    again.run(open(Method::Secret));
    assert!(!m1(&again).named);
}

#[test]
fn people_are_elected_without_anybodys_name() {
    let mut stage = Stage::sitting();
    let mut rule = own(None, "election-contested");
    rule.methods = vec![Method::Hands, Method::Secret];
    adopt(&mut stage, rule.clone());
    let stage = drafted_in(stage, "own-1", &["赵秀英", "孙广田"]);
    let refused = stage.refused(&open(Method::ByName));
    assert_eq!(
        refused,
        Refusal::Slate(slate::Refused::ElectedByName {
            rule: "own-1".into()
        })
    );
    assert_eq!(refused.remedy(), Some(Remedy::OpenVote));
    for otherwise in [Otherwise::None, Otherwise::Most, Otherwise::RunOff] {
        let several = Question::OneOf { otherwise };
        assert!(several.may_be_asked(Method::ByName));
        assert!(!several.may_be_asked(Method::ByVillage));
    }
    assert!(!rule.question.may_be_asked(Method::ByName));
    assert!(rule.question.may_be_asked(Method::Hands));
}
