//! The rule book: what may be adopted and ended, which version is in force, and what may be chosen.

#![allow(clippy::unwrap_used)]

use super::stage::{Stage, day, line};
use crate::domain::ids::RuleId;
use crate::domain::roster::{self, OwnRules};
use crate::domain::rule::book::{self, Adopted, Doubt};
use crate::domain::rule::{
    Cause, Consent, Name, Partial, Provenance, Required, Rule, joint_default,
};
use crate::domain::{Command, Refusal, World};

/// A rule of the committee's own, in force from a day on.
fn own(id: &str, from: &str) -> Adopted {
    let rule = Rule {
        id: id.into(),
        name: Some(Name {
            zh: line("本会规则"),
            en: line("Our rule"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        from: Some(day(from)),
        ..joint_default()
    };
    Adopted {
        id: rule.id.clone(),
        follows: None,
        on: day("01-01"),
        rule,
    }
}

fn following(earlier: &str, id: &str, from: &str) -> Adopted {
    let mut next = Adopted {
        follows: Some(earlier.into()),
        ..own(id, from)
    };
    next.rule.clause = format!("《议事规则》第九条（{id}）");
    next
}

fn adopt(adopted: Adopted) -> Command {
    Command::Rule(book::Command::Adopt(Box::new(adopted)))
}

fn end(rule: &str, on: &str) -> Command {
    Command::Rule(book::Command::End {
        rule: rule.into(),
        on: day(on),
    })
}

/// A book of three versions of one rule.
fn three_versions() -> Stage {
    let mut stage = Stage::founded();
    stage.run(adopt(own("r1", "02-01")));
    stage.run(adopt(following("r1", "r2", "03-01")));
    stage.run(adopt(following("r2", "r3", "04-01")));
    stage
}

/// The committee sits by a rule of the book.
fn sits_by(stage: &mut Stage, rule: &str) {
    let rules = OwnRules {
        title: line("《东集片区议事规则》"),
        clause: line("第九条"),
        rule: rule.into(),
        adopted: day("01-05"),
        online: false,
        deputies: false,
    };
    stage.run(Command::Roster(roster::Command::AdoptRules(Some(rules))));
}

#[test]
fn what_is_no_rule_of_its_own_is_not_adopted() {
    let stage = Stage::founded();
    let silence = Consent::OwnBody {
        by: None,
        partial: Partial::AllMust,
        silence_days: Some(30),
    };
    type Row<'a> = (&'a dyn Fn(&mut Adopted), &'a str, Cause);
    let rows: [Row; 6] = [
        (
            &|it| it.rule.clause = String::new(),
            "clause",
            Cause::CitationMissing,
        ),
        (&|it| it.rule.name = None, "name", Cause::NameMissing),
        (&|it| it.rule.from = None, "from", Cause::Empty),
        (
            &|it| it.rule.provenance = Provenance::Derived,
            "provenance",
            Cause::NotItsOwn,
        ),
        (
            &|it| it.rule.provenance = Provenance::Foreign,
            "provenance",
            Cause::NotItsOwn,
        ),
        (
            &|it| {
                it.rule.consent = silence.clone();
                it.rule.provenance = Provenance::Foreign;
            },
            "consent.silence_days",
            Cause::ForeignOnly,
        ),
    ];
    for (change, at, cause) in rows {
        let mut adopted = own("r1", "02-01");
        change(&mut adopted);
        match stage.refused(&adopt(adopted)) {
            Refusal::RuleFaulty { fault } => {
                assert_eq!((fault.at.as_str(), fault.cause), (at, cause));
            }
            other => panic!("{at}: {other:?}"),
        }
    }
}

#[test]
fn an_id_names_one_rule() {
    let stage = three_versions();
    for adopted in [
        own("r1", "05-01"),
        own("joint-default", "05-01"),
        Adopted {
            id: "r9".into(),
            ..own("r8", "05-01")
        },
    ] {
        assert_eq!(stage.refused(&adopt(adopted)), Refusal::AlreadyThere);
    }
}

#[test]
fn a_version_follows_one_that_has_begun_before_it_and_has_no_other_follower() {
    let stage = three_versions();
    let to = |day| Refusal::EndsBeforeItBegins {
        from: super::stage::day("04-01"),
        to: day,
    };
    for early in ["03-31", "04-01"] {
        let next = adopt(following("r3", "r4", early));
        assert_eq!(stage.refused(&next), to(day(early)), "{early}");
    }
    assert_eq!(
        stage.refused(&adopt(following("r2", "r4", "05-01"))),
        Refusal::RuleFollowed { rule: "r2".into() }
    );
    assert_eq!(
        stage.refused(&adopt(following("none", "r4", "05-01"))),
        Refusal::Unknown
    );
    stage.clone().run(adopt(following("r3", "r4", "04-02")));
    // A version that says what the one before it says is none.
    let mut same = following("r3", "r4", "04-02");
    same.rule.clause = following("r2", "r3", "04-01").rule.clause;
    assert_eq!(
        stage.refused(&adopt(same)),
        Refusal::RuleUnchanged { rule: "r3".into() }
    );
}

#[test]
fn a_rule_ends_with_a_day_and_not_before_it_begins() {
    let mut stage = three_versions();
    assert_eq!(
        stage.refused(&end("r3", "03-31")),
        Refusal::EndsBeforeItBegins {
            from: day("04-01"),
            to: day("03-31"),
        }
    );
    assert_eq!(stage.run(end("r3", "04-01")).len(), 1);
    assert_eq!(stage.run(end("r3", "04-01")), []);
    stage.run(end("r3", "04-30"));
    let rule = stage.world.rule(&"r3".into()).unwrap();
    assert_eq!(rule.to, Some(day("04-30")));
    assert!(rule.in_force(day("04-30")) && !rule.in_force(day("05-01")));
}

#[test]
fn the_rule_a_committee_sits_by_ends_only_where_another_version_follows_at_once() {
    let mut stage = three_versions();
    sits_by(&mut stage, "r1");
    let kept = |rule: &str| Refusal::SitsByIt { rule: rule.into() };
    assert_eq!(stage.refused(&end("r3", "04-30")), kept("r3"));
    // The next version begins two days later: nothing would be in force for a day.
    assert_eq!(stage.refused(&end("r1", "02-27")), kept("r1"));
    stage.run(end("r1", "02-28"));
    stage.run(end("r2", "03-31"));
}

#[test]
fn the_version_of_a_day_is_the_last_that_has_begun() {
    let stage = three_versions();
    let on = |rule: &str, at: &str| stage.world.version_on(&rule.into(), day(at));
    for (named, at, version) in [
        ("r1", "01-01", "r1"),
        ("r1", "02-28", "r1"),
        ("r1", "03-01", "r2"),
        ("r1", "03-31", "r2"),
        ("r1", "04-01", "r3"),
        ("r2", "02-28", "r2"),
        ("r3", "02-28", "r3"),
        ("joint-default", "04-01", "joint-default"),
    ] {
        assert_eq!(on(named, at), RuleId::from(version), "{named} {at}");
    }
    for named in ["r1", "r2", "r3"] {
        let versions = stage.world.versions(&named.into()).into_iter();
        let ids: Vec<&str> = versions.map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["r1", "r2", "r3"], "{named}");
    }
    assert_eq!(
        stage.world.versions(&"joint-default".into()),
        [] as [&Adopted; 0]
    );
}

/// A version without a first day follows nothing on any day.
#[test]
fn a_version_that_never_begins_replaces_none() {
    let mut stage = three_versions();
    let mut fourth = following("r3", "r4", "05-01");
    fourth.rule.from = None;
    book::apply(
        &mut stage.world,
        &book::Event::Adopted {
            adopted: Box::new(fourth),
        },
    );
    let version = stage.world.version_on(&"r1".into(), day("06-01"));
    assert_eq!(version, RuleId::from("r3"));
}

/// A file that was tampered with may name versions in a ring; it is not followed for ever.
#[test]
fn versions_that_follow_each_other_in_a_ring_are_looked_through_once() {
    let mut world = World::default();
    for (earlier, id) in [("r2", "r1"), ("r1", "r2")] {
        let adopted = Box::new(following(earlier, id, "02-01"));
        book::apply(&mut world, &book::Event::Adopted { adopted });
    }
    assert_eq!(world.versions(&"r1".into()).len(), 2);
    let version = world.version_on(&"r1".into(), day("03-01"));
    assert!(world.rule(&version).is_ok());
}

#[test]
fn what_may_be_chosen_is_what_one_sits_by_then_what_is_adopted_then_what_is_shipped() {
    let mut stage = three_versions();
    let mut late = own("a-later", "02-01");
    late.on = day("01-02");
    stage.run(adopt(late));
    let mut over = own("a-first", "02-01");
    over.rule.to = Some(day("03-15"));
    stage.run(adopt(over));
    let adopted = |at: &str| -> Vec<String> {
        let rules = stage.world.rules_on(day(at)).into_iter();
        rules.map(|it| it.id.to_string()).collect()
    };
    assert_eq!(adopted("01-31"), [] as [&str; 0]);
    assert_eq!(adopted("02-01"), ["a-first", "r1", "a-later"]);
    assert_eq!(adopted("03-15"), ["a-first", "r2", "a-later"]);
    assert_eq!(adopted("04-01"), ["r3", "a-later"]);

    let choosable = |stage: &Stage| -> Vec<String> {
        let rules = stage.world.choosable(day("04-01")).into_iter();
        rules.map(|it| it.id.to_string()).collect()
    };
    let ids = choosable(&stage);
    assert!(ids.starts_with(&["joint-default", "r3", "a-later"].map(ToOwned::to_owned)));
    assert_eq!(ids.iter().filter(|it| *it == "joint-default").count(), 1);
    sits_by(&mut stage, "r1");
    let ids = choosable(&stage);
    let shipped = crate::domain::rule::presets().iter();
    let shipped = shipped.map(|it| it.id.to_string());
    // The default stands in where there are no own rules, and is none to choose beside them.
    let shipped = shipped.filter(|it| *it != joint_default().id.to_string());
    let wanted: Vec<String> = ["r3".to_owned(), "a-later".to_owned()]
        .into_iter()
        .chain(shipped)
        .collect();
    assert_eq!(ids, wanted);
}

#[test]
fn rules_of_procedure_hold_from_the_day_they_were_adopted() {
    let rules = |rule: &str, adopted: &str, deputies| {
        Command::Roster(roster::Command::AdoptRules(Some(OwnRules {
            title: line("《东集片区议事规则》"),
            clause: line("第九条"),
            rule: rule.into(),
            adopted: day(adopted),
            online: false,
            deputies,
        })))
    };
    let by = |stage: &Stage, on: &str| stage.world.default_rule(day(on)).id.to_string();
    let mut stage = Stage::founded();
    stage.run(adopt(own("r1", "01-01")));
    stage.run(rules("r1", "02-01", false));
    assert_eq!(by(&stage, "01-31"), joint_default().id.to_string());
    assert_eq!(by(&stage, "02-01"), "r1");
    // Others to come leave every session before their day as it was.
    stage.run(rules("joint-major", "12-01", true));
    for (on, rule, deputies) in [
        ("01-31", "joint-default", false),
        ("02-01", "r1", false),
        ("11-30", "r1", false),
        ("12-01", "joint-major", true),
    ] {
        assert_eq!(by(&stage, on), rule, "{on}");
        let mut session = stage.clone();
        session.session(crate::domain::session::Command::Create {
            id: "s1".into(),
            plan: crate::domain::session::Plan {
                date: day(on),
                ..super::stage::plan(1)
            },
            opening: None,
        });
        let s1 = session.world.session(&"s1".into()).unwrap();
        assert_eq!(s1.sits_by(&session.world).id, rule.into(), "{on}");
        assert_eq!(s1.seats_deputies(&session.world), deputies, "{on}");
    }
    // The rule that is in force, and the one to come, are both sat by.
    let sits_by = Refusal::SitsByIt { rule: "r1".into() };
    assert_eq!(stage.refused(&end("r1", "10-31")), sits_by);
    stage.run(end("r1", "11-30"));
    // What was entered for a wrong day has the right one, and nothing is left of the wrong.
    stage.run(rules("joint-major", "12-15", true));
    assert_eq!(by(&stage, "12-01"), joint_default().id.to_string());
    assert_eq!(by(&stage, "12-15"), "joint-major");
    stage.run(rules("joint-major", "03-01", true));
    assert_eq!(by(&stage, "02-28"), "r1");
    assert_eq!(by(&stage, "03-01"), "joint-major");
    stage.run(Command::Roster(roster::Command::AdoptRules(None)));
    assert_eq!(by(&stage, "02-28"), joint_default().id.to_string());
}

/// What was planned under the default before the committee had rules of its own is judged by these from
/// the day they hold, wherever the day of the session comes to stand.
#[test]
fn what_was_planned_under_the_default_is_judged_by_own_rules_from_their_day_on() {
    let mut stage = Stage::planned();
    let by = |stage: &Stage, on: &str| {
        let rule = stage.world.rule_on(&joint_default().id, day(on)).unwrap();
        (rule.id.to_string(), rule.from)
    };
    let held = stage.s1().date;
    assert_eq!(by(&stage, "11-23"), (joint_default().id.to_string(), None));
    stage.run(adopt(own("r1", "01-01")));
    let rules = |adopted: &str| {
        Command::Roster(roster::Command::AdoptRules(Some(OwnRules {
            title: line("《东集片区议事规则》"),
            clause: line("第九条"),
            rule: "r1".into(),
            adopted: day(adopted),
            online: false,
            deputies: false,
        })))
    };
    // Adopted for after the session: it is judged by the default still.
    stage.run(rules("11-24"));
    assert_eq!(by(&stage, "11-23").0, joint_default().id.to_string());
    assert_eq!(by(&stage, "11-24").0, "r1");
    stage.run(rules("11-23"));
    assert_eq!(held, day("11-23"));
    stage.sit();
    stage.start("i2");
    stage.vote(crate::domain::vote::Command::Draft(super::stage::motion(
        "i2", "m1",
    )));
    let motion = stage.world.motion(&"m1".into()).unwrap();
    let under = crate::domain::vote::under::under(&stage.world, motion).unwrap();
    assert_eq!(under.id, "r1".into());
    assert_eq!(stage.s1().sits_by(&stage.world).id, "r1".into());
    // Where the own one has ended by then the default stands in again.
    let mut ended = Stage::planned();
    let mut short = own("r2", "01-01");
    short.rule.to = Some(day("11-22"));
    ended.run(adopt(short));
    ended.run(Command::Roster(roster::Command::AdoptRules(Some(
        OwnRules {
            title: line("《东集片区议事规则》"),
            clause: line("第九条"),
            rule: "r2".into(),
            adopted: day("01-05"),
            online: false,
            deputies: false,
        },
    ))));
    assert_eq!(by(&ended, "11-22").0, "r2");
    assert_eq!(by(&ended, "11-23").0, joint_default().id.to_string());
    // Another that was chosen stays what it was.
    let major = stage.world.rule_on(&"joint-major".into(), day("11-23"));
    assert_eq!(major.unwrap().id, "joint-major".into());
    // A shipped rule that own rules name says from which day it holds.
    stage.run(Command::Roster(roster::Command::AdoptRules(Some(
        OwnRules {
            rule: "joint-major".into(),
            title: line("《东集片区议事规则》"),
            clause: line("第九条"),
            adopted: day("11-20"),
            online: false,
            deputies: false,
        },
    ))));
    assert_eq!(
        by(&stage, "11-23"),
        ("joint-major".into(), Some(day("11-20")))
    );
}

#[test]
fn a_rule_older_than_the_committee_or_with_a_role_nobody_holds_is_doubted() {
    let stage = Stage::founded();
    let seats = || stage.world.seats.values();
    let first = seats().map(|seat| seat.from).min().unwrap();
    let held = seats().next().unwrap().role.clone();
    let nobody = line("没有这个职务");
    let doubts = |from, role: &crate::domain::text::Line| {
        let mut rule = own("r1", "01-01").rule;
        rule.from = Some(from);
        rule.quorum.required = vec![Required::Role { role: role.clone() }];
        stage.world.doubts(&rule)
    };
    let before = Doubt::BeforeAnySeat { first };
    let unheld = Doubt::NobodyHolds {
        role: nobody.clone(),
    };
    assert_eq!(doubts(first, &held), []);
    assert_eq!(
        doubts(first.pred_opt().unwrap(), &held),
        std::slice::from_ref(&before)
    );
    assert_eq!(doubts(first, &nobody), std::slice::from_ref(&unheld));
    for language in crate::i18n::Language::ALL {
        let said = |doubt| crate::i18n::rule_faults::doubt(language, doubt);
        assert!(said(&unheld).contains("没有这个职务"));
        assert!(said(&before).contains(&first.format("%Y").to_string()));
    }
}
