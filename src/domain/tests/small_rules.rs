//! What a rule is by default, what a result stands on, what an ended rule leaves: the small print, each
//! row of which a wrong sign would turn.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, VOTERS, at, day, decision, item, line, motion};
use crate::domain::roster::{self, OwnRules};
use crate::domain::rule::book::{self, Adopted};
use crate::domain::rule::{
    Base, Cause, Comparator, Consent, Method, Name, Over, Partial, Pass, Provenance, Question,
    Quorum, RecusalEffect, Rule, Threshold, faults, joint_default, preset,
};
use crate::domain::session::attendance::Way;
use crate::domain::session::{self, RollMark, agenda};
use crate::domain::vote::bases::rows_of;
use crate::domain::vote::tally::Counts;
use crate::domain::vote::{self, Choice, Outcome};
use crate::domain::{Command, Refusal};

fn own(id: &str) -> Rule {
    Rule {
        id: id.into(),
        name: Some(Name {
            zh: line("本会规则"),
            en: line("Our rule"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        from: Some(day("01-01")),
        ..joint_default()
    }
}

fn adopted(rule: Rule, follows: Option<&str>) -> Command {
    Command::Rule(book::Command::Adopt(Box::new(Adopted {
        id: rule.id.clone(),
        follows: follows.map(Into::into),
        on: day("01-01"),
        rule,
    })))
}

fn end(rule: &str, on: &str) -> Command {
    Command::Rule(book::Command::End {
        rule: rule.into(),
        on: day(on),
    })
}

fn sits_by(rule: &str) -> Command {
    Command::Roster(roster::Command::AdoptRules(Some(OwnRules {
        title: line("《东集片区议事规则》"),
        clause: line("第九条"),
        rule: rule.into(),
        adopted: day("01-05"),
        online: false,
        deputies: false,
    })))
}

#[test]
fn a_rule_that_only_counts_asks_for_nothing_more() {
    let pass = Pass::Reaches(Threshold::more_than_half(Base::Cast));
    let rule = Rule::counting("r".into(), pass.clone(), Provenance::Own, "条".to_owned());
    let Rule {
        id,
        name,
        question,
        quorum,
        pass: asked,
        consent,
        bloc,
        weights,
        reckoned,
        recusal,
        tie,
        close,
        proxies,
        methods,
        chair_last,
        online,
        may_agree,
        circulation,
        revote,
        provenance,
        clause,
        unverified,
        stricter,
        notice,
        from,
        to,
    } = rule;
    assert_eq!((id.as_str(), name), ("r", None));
    assert_eq!((question, quorum), (Question::YesNo, Quorum::default()));
    assert_eq!((asked, consent), (pass, Consent::NotAsked));
    assert_eq!((weights, reckoned.len(), proxies), (None, 0, None));
    assert_eq!(
        (recusal, tie, close),
        (RecusalEffect::KeepBase, vec![], None)
    );
    assert_eq!(methods, [Method::ByName, Method::Hands]);
    assert_eq!((revote, notice, from, to), (None, None, None, None));
    assert_eq!((provenance, clause.as_str()), (Provenance::Own, "条"));
    for said in [
        bloc,
        chair_last,
        online,
        may_agree,
        circulation,
        unverified,
        stricter,
    ] {
        assert!(!said);
    }
}

#[test]
fn the_room_always_counts_and_video_where_the_rule_says_so() {
    for (online, video) in [(false, false), (true, true)] {
        let rule = Rule {
            online,
            ..joint_default()
        };
        assert!(rule.counts(Way::Room));
        assert_eq!(rule.counts(Way::Video), video);
    }
}

#[test]
fn a_demand_over_the_votes_against_is_shown_as_a_share_of_those_cast() {
    let rule = preset("majority-of-cast").unwrap();
    let counts = Counts {
        yes: 4,
        no: 3,
        abstain: 2,
        not_voting: 1,
        absent: 5,
        ..Counts::default()
    };
    let rows = rows_of(&rule, counts).swap_remove(0);
    let said: Vec<_> = rows
        .iter()
        .map(|row| (row.base, row.in_force, row.inequality.to_string()))
        .collect();
    assert_eq!(
        said,
        [
            (Base::Entitled, false, "2*4 > 15".to_owned()),
            (Base::Present, false, "2*4 > 10".to_owned()),
            (Base::Valid, false, "2*4 > 9".to_owned()),
            (Base::Cast, true, "2*4 > 7".to_owned()),
        ]
    );
}

#[test]
fn what_lies_deeper_than_anybody_reads_is_not_looked_into() {
    let wrong = Pass::Reaches(Threshold::at_least(3, 2, Base::Cast));
    let deep = |branches: usize| {
        let pass = (0..branches).fold(wrong.clone(), |pass, _| Pass::Any(vec![pass]));
        let rule = Rule {
            pass,
            ..own("own-1")
        };
        let found = faults(&rule, |_| None).into_iter();
        found.map(|fault| fault.cause).collect::<Vec<_>>()
    };
    assert_eq!(deep(4), [Cause::OverOne]);
    assert_eq!(deep(5), [Cause::TooMuch]);
    assert_eq!(deep(400), [Cause::TooMuch]);
}

#[test]
fn a_result_stands_on_whoever_was_counted_in_any_round_of_it() {
    let mut stage = Stage::planned();
    stage.session(session::Command::CallRoll("s1".into()));
    stage.mark("p9", RollMark::Absent);
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    let on = |stage: &Stage, person: &str| {
        let motion = stage.world.motion(&"m1".into()).unwrap();
        let result = motion.result().map(|it| it.stands_on(&person.into()));
        (motion.stands_on(&person.into()), result)
    };
    // Nothing was counted yet.
    assert_eq!(on(&stage, "p2"), (false, None));
    stage.open("m1");
    stage.take("p8", Choice::NotVoting);
    let reason = line("与本人有关").into();
    stage.take("p7", Choice::Recused { reason });
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    assert_eq!(on(&stage, "p2"), (false, None));
    stage.end("m1");
    for (person, stands) in [("p2", true), ("p8", true), ("p7", true), ("p9", false)] {
        assert_eq!(on(&stage, person), (stands, Some(stands)), "{person}");
    }
    assert_eq!(on(&stage, "nobody"), (false, Some(false)));

    // A round that another followed still stands on those who were there for it.
    let mut stage = Stage::planned();
    let inquorate = own("own-1");
    stage.run(adopted(inquorate, None));
    stage.agenda(agenda::Command::Put(item("s1", "i2", decision("own-1"))));
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.open("m1");
    for person in &VOTERS[4..] {
        stage.mark(person, RollMark::Left);
    }
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    for person in &VOTERS[4..] {
        stage.mark(person, RollMark::Present);
    }
    stage.mark("p2", RollMark::Left);
    stage.open("m1");
    assert_eq!(on(&stage, "p2"), (true, None));
    assert_eq!(on(&stage, "p9"), (false, None));
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    assert_eq!(on(&stage, "p2"), (true, Some(false)));
    assert_eq!(on(&stage, "p9"), (true, Some(true)));
}

#[test]
fn a_rule_the_committee_sits_by_ends_only_once_another_follows() {
    let mut stage = Stage::founded();
    stage.run(adopted(own("own-1"), None));
    stage.run(sits_by("own-1"));
    let sits = Refusal::SitsByIt {
        rule: "own-1".into(),
    };
    assert_eq!(stage.refused(&end("own-1", "12-31")), sits);
    let later = |from: &str| Rule {
        from: Some(day(from)),
        clause: "《议事规则》第十条".to_owned(),
        ..own("own-2")
    };
    // One that begins only after a gap leaves sessions without a rule too.
    let mut gap = stage.clone();
    gap.run(adopted(later("12-31"), Some("own-1")));
    assert_eq!(gap.refused(&end("own-1", "12-01")), sits);
    stage.run(adopted(later("12-01"), Some("own-1")));
    stage.run(end("own-1", "11-30"));
    assert_eq!(stage.refused(&end("own-2", "12-31")).remedy(), None);
    let on = |stage: &Stage, on: &str| stage.world.default_rule(day(on)).id.to_string();
    assert_eq!(on(&stage, "11-30"), "own-1");
    assert_eq!(on(&stage, "12-01"), "own-2");
}

#[test]
fn no_session_sits_by_a_rule_that_elects() {
    let mut stage = Stage::founded();
    let no = |rule: &str| Refusal::NotToSitBy { rule: rule.into() };
    for rule in ["election-contested", "election-single", "one-of-several"] {
        assert_eq!(stage.refused(&sits_by(rule)), no(rule));
    }
    // Nor by a version that comes to elect.
    stage.run(adopted(own("own-1"), None));
    stage.run(sits_by("own-1"));
    let elects = |id: &str| {
        let known = preset("election-contested").unwrap();
        Rule {
            from: Some(day("12-01")),
            question: known.question,
            quorum: known.quorum,
            methods: known.methods,
            pass: known.pass,
            tie: Vec::new(),
            close: None,
            may_agree: false,
            ..own(id)
        }
    };
    let follows = adopted(elects("own-2"), Some("own-1"));
    assert_eq!(stage.refused(&follows), no("own-1"));
    stage.run(adopted(elects("own-2"), None));
}

#[test]
fn a_rule_that_is_not_in_force_judges_nothing_and_the_default_stands_in_for_it() {
    let mut stage = Stage::planned();
    let ends = Rule {
        to: Some(day("06-30")),
        ..own("own-1")
    };
    stage.run(adopted(ends, None));
    stage.run(sits_by("own-1"));
    let default = |on: &str| stage.world.default_rule(day(on)).id.to_string();
    assert_eq!(
        (default("06-30").as_str(), default("07-01").as_str()),
        ("own-1", "joint-default")
    );
    assert!(stage.world.default_lapsed(day("06-30")).is_none());
    assert_eq!(
        stage.world.default_lapsed(day("07-01")).unwrap().id,
        "own-1".into()
    );
    stage.agenda(agenda::Command::Put(item("s1", "i2", decision("own-1"))));
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    let open = Command::Vote(vote::Command::Open {
        motion: "m1".into(),
        at: at("09:15"),
    });
    assert_eq!(
        stage.refused(&open),
        Refusal::RuleNotInForce {
            rule: "own-1".into(),
            on: day("11-23"),
        }
    );
}

#[test]
fn silence_is_nobodys_consent_here() {
    let stage = Stage::founded();
    let silent = |provenance| {
        let rule = Rule {
            provenance,
            consent: Consent::OwnBody {
                by: None,
                partial: Partial::AllMust,
                silence_days: Some(90),
            },
            ..own("own-1")
        };
        match stage.refused(&adopted(rule, None)) {
            Refusal::RuleFaulty { fault } => (fault.at, fault.cause),
            other => panic!("{other:?}"),
        }
    };
    let refused = ("consent.silence_days".to_owned(), Cause::ForeignOnly);
    assert_eq!(silent(Provenance::Own), refused);
    assert_eq!(silent(Provenance::Foreign), refused);
}

#[test]
fn a_motion_that_names_no_village_wants_the_consent_of_each() {
    let voted = |villages: Vec<crate::domain::ids::VillageId>| {
        let mut stage = Stage::planned();
        let rule = Rule {
            consent: Consent::InVote {
                each: Threshold::more_than_half(Base::Present),
            },
            methods: vec![Method::ByName],
            tie: Vec::new(),
            close: None,
            ..own("own-1")
        };
        stage.run(adopted(rule, None));
        stage.agenda(agenda::Command::Put(item("s1", "i2", decision("own-1"))));
        stage.sit();
        stage.start("i2");
        stage.vote(vote::Command::Draft(crate::domain::vote::Motion {
            villages,
            ..motion("i2", "m1")
        }));
        stage.open("m1");
        for person in ["p3", "p4"] {
            stage.take(person, Choice::Against);
        }
        stage.vote(vote::Command::AllFor {
            motion: "m1".into(),
        });
        stage.end("m1");
        stage
    };
    let outcome = |stage: &Stage| {
        let motion = stage.world.motion(&"m1".into()).unwrap();
        motion.result().unwrap().outcome
    };
    // The majority is for it, and those of 东集村 are not.
    assert_eq!(outcome(&voted(vec!["v2".into()])), Outcome::Adopted);
    assert_eq!(outcome(&voted(vec!["v1".into()])), Outcome::Rejected);
    let whole = voted(Vec::new());
    assert_eq!(outcome(&whole), Outcome::Rejected);
    let result = whole.world.motion(&"m1".into()).unwrap().result().cloned();
    let result = result.unwrap();
    let all: Vec<_> = whole.world.villages.keys().cloned().collect();
    let mut apart = result.apart();
    apart.sort();
    assert_eq!(apart, all);
    let disagreed: Vec<_> = result.not_agreed().collect();
    assert_eq!(disagreed, [&"v1".into()]);
}

#[test]
fn a_village_concerned_agrees_as_the_rule_asks_of_it() {
    // Of three of 东集村 one is for it: a third of those who are there, and not more than half.
    let outcome = |each: Threshold| {
        let mut stage = Stage::planned();
        let rule = Rule {
            consent: Consent::InVote { each },
            methods: vec![Method::ByName],
            tie: Vec::new(),
            close: None,
            ..own("own-1")
        };
        stage.run(adopted(rule, None));
        stage.agenda(agenda::Command::Put(item("s1", "i2", decision("own-1"))));
        stage.sit();
        stage.start("i2");
        let villages = vec!["v1".into()];
        stage.vote(vote::Command::Draft(crate::domain::vote::Motion {
            villages,
            ..motion("i2", "m1")
        }));
        stage.open("m1");
        stage.take("p3", Choice::Against);
        stage.take("p4", Choice::Abstain);
        stage.vote(vote::Command::AllFor {
            motion: "m1".into(),
        });
        let result = stage.end("m1");
        let proof = result.tally.criteria().into_iter();
        let mut asked = proof.filter(|it| it.group.is_some());
        (
            result.concerned[0].agreed,
            asked.all(|it| it.inequality.holds()),
        )
    };
    let third = |comparator| Threshold {
        over: Over::Persons,
        num: 1,
        den: 3,
        comparator,
        base: Base::Present,
    };
    assert_eq!(outcome(third(Comparator::AtLeast)), (true, true));
    assert_eq!(outcome(third(Comparator::MoreThan)), (false, false));
    assert_eq!(
        outcome(Threshold::more_than_half(Base::Present)),
        (false, false)
    );
    // Of the votes cast one of two is half.
    assert_eq!(outcome(Threshold::at_least(1, 2, Base::Cast)), (true, true));
}
