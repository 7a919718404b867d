//! Weights that are reckoned from figures of the villages: without the figures nothing is voted by them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use super::sequels::{adopt, own};
use super::stage::{Stage, at, day, decision, item, motion};
use crate::domain::roster::{Command as Roster, Figures, Standing, Village};
use crate::domain::rule::{
    Base, Cause, Figure, Method, Over, Pass, Quorum, Rule, Threshold, Turnout, Weights, book,
};
use crate::domain::session::{agenda, quorum};
use crate::domain::text::Line;
use crate::domain::{Command, Refusal, Remedy, vote};

fn open() -> Command {
    Command::Vote(vote::Command::open(
        "m1".into(),
        at("09:15"),
        Method::ByName,
    ))
}

#[test]
fn no_vote_is_taken_where_nobody_weighs_anything() {
    let mut stage = Stage::planned();
    let weighed = |village: &str, weight: u32| {
        own(|rule| Rule {
            pass: Pass::Reaches(Threshold::more_than_half(Base::Present).over(Over::Weights)),
            weights: Some(Weights::Fixed {
                of: [(village.into(), weight)].into(),
            }),
            methods: vec![Method::ByName],
            may_agree: false,
            ..rule
        })
    };
    let cause = |refused: Refusal| match refused {
        Refusal::RuleFaulty { fault } => (fault.at, fault.cause),
        other => panic!("{other:?}"),
    };
    // A village the committee has not is no village of a rule.
    let unknown = stage.refused(&Command::Rule(book::Command::Adopt(Box::new(
        book::Adopted {
            id: "own-1".into(),
            rule: weighed("nowhere", 3),
            follows: None,
            on: day("01-01"),
        },
    ))));
    assert_eq!(
        cause(unknown),
        ("weights.of".to_owned(), Cause::VillageUnknown)
    );
    // One that left weighs for nobody who is there.
    let left = Village {
        id: "gone".into(),
        name: Line::new("旧村").unwrap(),
        standing: Standing::Joined,
        position: 9,
        joined: None,
        left: Some(day("02-01")),
        figures: Vec::new(),
    };
    stage.run(Command::Roster(Roster::PutVillage(left)));
    adopt(&mut stage, weighed("gone", 3));
    stage.agenda(agenda::Command::Put(item("s1", "i2", decision("own-1"))));
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    let refused = stage.refused(&open());
    assert_eq!(cause(refused), ("weights".to_owned(), Cause::NobodyWeighs));
}

#[test]
fn what_floors_and_caps_cannot_share_out_is_no_rule_and_no_vote() {
    let mut stage = Stage::planned();
    let on = day("11-23");
    let villages: Vec<Village> = stage
        .world
        .villages
        .values()
        .map(|it| it.as_ref().clone())
        .collect();
    let villages: Vec<Village> = villages
        .into_iter()
        .filter(|it| it.belongs_on(on))
        .collect();
    let many = u32::try_from(villages.len()).unwrap();
    let shared = |total: u32, floor: u32, cap: u32| {
        own(|rule| Rule {
            pass: Pass::Reaches(Threshold::more_than_half(Base::Entitled).over(Over::Weights)),
            weights: Some(Weights::Share {
                total,
                floor,
                cap,
                figure: Figure::Inhabitants,
            }),
            methods: vec![Method::ByName],
            may_agree: false,
            ..rule
        })
    };
    let adopted = |rule: Rule| {
        Command::Rule(book::Command::Adopt(Box::new(book::Adopted {
            id: "own-1".into(),
            rule,
            follows: None,
            on: day("01-01"),
        })))
    };
    let refused = |stage: &Stage, command: &Command| match stage.refused(command) {
        Refusal::RuleFaulty { fault } => (fault.at, fault.cause),
        other => panic!("{other:?}"),
    };
    let floors = Cause::FloorsOverTotal {
        villages: many,
        sum: u64::from(5 * many),
    };
    let too_low = adopted(shared(5 * many - 1, 5, 50));
    assert_eq!(
        refused(&stage, &too_low),
        ("weights.floor".to_owned(), floors)
    );
    let caps = Cause::CapsUnderTotal {
        villages: many,
        sum: u64::from(7 * many),
    };
    let too_high = adopted(shared(7 * many + 1, 1, 7));
    assert_eq!(refused(&stage, &too_high), ("weights.cap".to_owned(), caps));
    // What just fits is a rule; one more village later, and no vote is taken by it.
    adopt(&mut stage, shared(5 * many, 5, 50));
    let figures = Figures {
        from: day("01-01"),
        inhabitants: Some(501),
        households: None,
        shares: None,
    };
    let one_more = Village {
        id: "new".into(),
        name: Line::new("新村").unwrap(),
        position: 9,
        left: None,
        ..villages[0].clone()
    };
    for village in villages.into_iter().chain([one_more]) {
        stage.run(Command::Roster(Roster::PutVillage(Village {
            figures: vec![figures],
            ..village
        })));
    }
    stage.agenda(agenda::Command::Put(item("s1", "i2", decision("own-1"))));
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    let (at, cause) = refused(&stage, &open());
    assert_eq!(at, "weights.floor");
    assert!(matches!(cause, Cause::FloorsOverTotal { villages, .. } if villages == many + 1));
}

#[test]
fn a_vote_by_weights_waits_for_the_figures_they_are_reckoned_from() {
    let mut stage = Stage::planned();
    let more = Threshold::more_than_half(Base::Entitled);
    let figure = Figure::Inhabitants;
    adopt(
        &mut stage,
        own(|rule| Rule {
            pass: Pass::Reaches(Threshold {
                over: Over::Weights,
                ..more
            }),
            weights: Some(Weights::Share {
                total: 100,
                floor: 5,
                cap: 60,
                figure,
            }),
            quorum: Quorum::of(Turnout::MORE_THAN_HALF.over(Over::Weights)),
            methods: vec![Method::ByName],
            may_agree: false,
            ..rule
        }),
    );
    stage.agenda(agenda::Command::Put(item("s1", "i2", decision("own-1"))));
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    let on = day("11-23");
    let reached = |stage: &Stage| {
        let meter = quorum::meter(&stage.world, stage.s1());
        let mut own = meter.quorums.iter().filter(|it| it.rule == "own-1".into());
        own.next().unwrap().holds()
    };
    // Floors alone are no weights: nothing of it is reached.
    assert!(!reached(&stage));
    let villages: Vec<Village> = stage
        .world
        .villages
        .values()
        .map(|it| it.as_ref().clone())
        .collect();
    let villages: Vec<Village> = villages
        .into_iter()
        .filter(|it| it.belongs_on(on))
        .collect();
    let refused = stage.refused(&open());
    assert_eq!(refused.remedy(), Some(Remedy::EnterFigures));
    // One village after the other is entered; until the last is, nothing is voted.
    for (entered, village) in villages.iter().enumerate() {
        let Refusal::FiguresMissing {
            figure: of,
            villages: missing,
        } = stage.refused(&open())
        else {
            panic!("{entered}");
        };
        assert_eq!((of, missing.len()), (figure, villages.len() - entered));
        let figures = Figures {
            from: day("01-01"),
            inhabitants: Some(501),
            households: None,
            shares: None,
        };
        stage.run(Command::Roster(Roster::PutVillage(Village {
            figures: vec![figures],
            ..village.clone()
        })));
    }
    assert!(reached(&stage));
    stage.run(open());
    let ballot = stage.world.motion(&"m1".into()).unwrap().ballot().unwrap();
    let weights = ballot.rule.reckoned.values();
    assert!(weights.clone().all(|weight| (1..=100).contains(weight)));
    assert!(weights.sum::<u32>() == 100);
    assert_eq!(ballot.rule.reckoned.len(), villages.len());
}
