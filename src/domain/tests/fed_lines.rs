//! What matters and follow-ups feed into the ledgers: everything they hold that a line says, so that nothing
//! is typed twice, and what is typed all the same is noticed.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::ledgers::{done, matter, put, share, task, why, world};
use super::things::{day, line};
use crate::domain::entity::{Entity, Kind};
use crate::domain::ids::VillageId;
use crate::domain::matter::intake::{Fen, Legal, MatterKind, Money, Share};
use crate::domain::matter::path::{Contribution, Path, shipped};
use crate::domain::matter::{Heard, Matter, Number, VillageHeard, VillageSaid};
use crate::domain::register::{
    Command, Event, Figure, LedgerKind, LedgerLine, Refused, Source, Tells, TellsAlready, decide,
    fed,
};
use crate::domain::roster::Person;
use crate::domain::task::{Part, Task, TaskState};
use crate::domain::vote::Standing;
use crate::domain::{World, task as tasks};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[test]
fn a_matter_feeds_the_ledgers_and_is_the_only_one_to_say_what_it_says() {
    let mut world = world();
    let matter = matter("m1", MatterKind::Industry);
    let lines = fed::of_matter(&matter);
    let kinds: Vec<_> = lines
        .iter()
        .map(|it| (it.kind, it.on.to_string()))
        .collect();
    assert_eq!(
        kinds,
        [
            (LedgerKind::IndustryProject, "2026-04-02".to_owned()),
            (LedgerKind::LegalOpinion, "2026-03-01".to_owned()),
        ]
    );
    world.matters.insert("m1".into(), Arc::new(matter));
    let fed_line = lines[0].clone();
    // What is entered beside it stays; what the matter says is not taken from elsewhere.
    let entered = LedgerLine {
        what: line("别的名字"),
        on: day("12-31"),
        amount: Some(Fen(1)),
        figures: BTreeMap::from([(Figure::Jobs, 12)]),
        person: Some(line("李某")),
        ..fed_line.clone()
    };
    let events = put(&mut world, &entered).unwrap();
    let [Event::Put { line: stored }] = events.as_slice() else {
        panic!("{events:?}")
    };
    assert_eq!(stored.what, fed_line.what);
    assert_eq!(stored.on, fed_line.on);
    assert_eq!(stored.amount, Some(Fen(900)));
    assert_eq!(stored.figures[&Figure::Jobs], 12);
    assert_eq!(fed_line.clone().with(stored), **stored);
    // It is mended where it comes from.
    assert_eq!(
        decide(&world, &Command::Remove(fed_line.id.clone())),
        Err(Refused::Fed.into())
    );
    let as_typed = LedgerLine {
        source: None,
        ..fed_line.clone()
    };
    assert_eq!(why(&mut world, &as_typed), Refused::Fed);
    let other = LedgerLine {
        id: "l9".into(),
        ..fed_line
    };
    assert_eq!(why(&mut world, &other), Refused::NotFed);
}

#[test]
fn a_matter_that_is_not_decided_feeds_no_project() {
    let mut open = matter("m1", MatterKind::Project);
    open.hearings[0].motions[0].standing = Standing::Deferred;
    open.intake.legal = Legal::Needed;
    assert_eq!(fed::of_matter(&open), []);
    assert_eq!(fed::of_matter(&matter("m1", MatterKind::Land)).len(), 1);
}

#[test]
fn a_concern_comes_from_its_follow_up_open_until_it_is_settled() {
    let world = world();
    let brought = |state, history| Task {
        source: Some(crate::domain::task::Source::Concern),
        ..task(None, state, history)
    };
    let settled = brought(TaskState::Closed, vec![done("05-20")]);
    let line = fed::of_task(&world, &settled).unwrap();
    assert_eq!((line.kind, line.on), (LedgerKind::Concern, day("05-01")));
    assert_eq!(line.until, Some(day("05-20")));
    assert_eq!(line.villages, [VillageId::from("v1")]);
    assert_eq!(line.source, Some(Source::Task("t1".into())));
    let line = fed::of_task(&world, &brought(TaskState::Open, Vec::new())).unwrap();
    assert_eq!((line.on, line.until), (day("05-01"), None));
    // What was typed beside it does not say that it is settled.
    let typed = LedgerLine {
        until: Some(day("05-02")),
        ..line.clone()
    };
    assert_eq!(line.clone().with(&typed).until, None);
    let dropped = brought(TaskState::Dropped, Vec::new());
    assert_eq!(fed::of_task(&world, &dropped), None);
    // What carries out a matter of their livelihood is no concern of its own.
    let of_matter = task(Some("m1"), TaskState::Closed, vec![done("05-20")]);
    assert_eq!(fed::of_task(&world, &of_matter), None);
}

const VILLAGES: [&str; 4] = ["v1", "v2", "v3", "v4"];

/// A world of four villages and one person.
fn whole() -> World {
    let mut world = world();
    let mut fourth = world.villages[&VillageId::from("v3")].as_ref().clone();
    fourth.id = "v4".into();
    fourth.name = line("v4");
    world.villages.insert("v4".into(), Arc::new(fourth));
    let person = Person::new("p1".into(), line("田桂芳"));
    world.people.insert("p1".into(), Arc::new(person));
    world
}

/// What a village said of a matter, and when its body met.
fn said(village: &str, agreed: bool, met: &str) -> VillageHeard {
    VillageHeard {
        others: Vec::new(),
        village: village.into(),
        decided: Some(VillageSaid {
            agreed: Some(agreed),
            met: day(met),
            paper: line("村档案柜"),
        }),
    }
}

fn heard(matter: &mut Matter, standing: Standing, villages: Vec<VillageHeard>) {
    let heard: &mut Heard = &mut matter.hearings[0].motions[0];
    heard.standing = standing;
    heard.villages = villages;
}

#[test]
fn a_pact_is_a_line_of_each_village_that_adopted_it_of_the_day_it_did() {
    let mut pact = matter("m1", MatterKind::VillagePact);
    pact.intake.villages = vec!["v1".into(), "v2".into(), "v3".into()];
    pact.intake.legal = Legal::NotNeeded;
    heard(
        &mut pact,
        Standing::AdoptedInPart,
        vec![
            said("v1", true, "04-10"),
            said("v2", false, "04-11"),
            said("v3", true, "04-12"),
        ],
    );
    let lines = fed::of_matter(&pact);
    let each: Vec<_> = lines
        .iter()
        .map(|it| (it.kind, it.villages.clone(), it.on))
        .collect();
    assert_eq!(
        each,
        [
            (LedgerKind::Pact, vec!["v1".into()], day("04-10")),
            (LedgerKind::Pact, vec!["v3".into()], day("04-12")),
        ]
    );
    let of_each = lines.iter().map(|line| fed::source(&line.id).unwrap());
    assert!(
        of_each
            .into_iter()
            .all(|it| it == Source::Matter("m1".into()))
    );
    // Of each what is to be said beside it is said on its own.
    let mut world = whole();
    world.matters.insert("m1".into(), Arc::new(pact));
    let filed = LedgerLine {
        until: Some(day("12-31")),
        ..lines[1].clone()
    };
    put(&mut world, &filed).unwrap();
    assert_eq!(world.ledger_line(&lines[1].id).unwrap().until, filed.until);
    assert!(world.ledger_line(&lines[0].id).is_err());
}

#[test]
fn what_some_villages_did_not_agree_to_is_of_those_that_did() {
    let mut part = matter("m1", MatterKind::Industry);
    heard(
        &mut part,
        Standing::AdoptedInPart,
        vec![said("v1", true, "04-10"), said("v2", false, "04-11")],
    );
    let project = &fed::of_matter(&part)[0];
    assert_eq!(project.villages, [VillageId::from("v1")]);
    assert_eq!(project.shares, [share("v1", 500)]);
    assert_eq!(project.amount, Some(Fen(900)));
}

#[test]
fn what_a_village_contributes_is_what_it_was_changed_to_last() {
    let mut changed = matter("m1", MatterKind::Project);
    let template = shipped::named("four-deliberations").unwrap();
    let mut path: Path = serde_json::from_value(serde_json::json!({
        "template": template, "chosen": "2026-03-05", "assent": "all_must", "villages": [],
    }))
    .unwrap();
    path.contributions = vec![Contribution {
        village: "v2".into(),
        amount: Fen(350),
        was: Fen(400),
        on: day("05-01"),
        reason: line("工程量核减"),
        agreed: Vec::new(),
    }];
    changed.path = Some(path);
    let project = &fed::of_matter(&changed)[0];
    assert_eq!(project.shares, [share("v1", 500), share("v2", 350)]);
}

#[test]
fn whoever_answers_for_what_came_of_a_matter_may_be_another_than_who_brought_it() {
    let mut brought = matter("m1", MatterKind::Industry);
    brought.intake.brought_by = Some(line("王庄"));
    let fed_line = fed::of_matter(&brought)[0].clone();
    assert_eq!(fed_line.person, Some(line("王庄")));
    let added = |person: Option<&str>| LedgerLine {
        person: person.map(line),
        ..fed_line.clone()
    };
    let with = |person| fed_line.clone().with(&added(person)).person;
    assert_eq!(with(Some("李某")), Some(line("李某")));
    assert_eq!(with(None), Some(line("王庄")));
    // Who does a follow-up is said there alone.
    let concern = Task {
        source: Some(tasks::Source::Concern),
        owner: Some("p1".into()),
        ..task(None, TaskState::Open, Vec::new())
    };
    let fed_line = fed::of_task(&whole(), &concern).unwrap();
    assert_eq!(fed_line.person, Some(line("田桂芳")));
    assert!(fed::says(&fed_line).person);
    let typed = LedgerLine {
        person: Some(line("别人")),
        ..fed_line.clone()
    };
    assert_eq!(fed_line.clone().with(&typed).person, fed_line.person);
}

fn some_villages() -> impl Strategy<Value = Vec<VillageId>> {
    let some = proptest::sample::subsequence(VILLAGES.to_vec(), 1..=4);
    some.prop_map(|all| all.into_iter().map(VillageId::from).collect())
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..400).prop_map(|days| day("01-01") + Days::new(days))
}

prop_compose! {
    /// A matter that was decided and feeds a ledger, with whatever an intake may hold.
    fn any_matter()(
        kind in proptest::sample::select(vec![MatterKind::Industry, MatterKind::Project, MatterKind::VillagePact]),
        villages in some_villages(),
        received in any_day(),
        decided_after in 0_u64..60,
        amount in proptest::option::of(1_u64..1_000_000),
        brought_by in proptest::option::of(Just("李家屯")),
        opinion in proptest::option::of(Just("合法，可行")),
        refuses in any::<[bool; 4]>(),
    ) -> Matter {
        let on = received + Days::new(decided_after);
        let mut matter = matter("m1", kind);
        matter.received = received;
        matter.intake.title = line("联村的一件事");
        matter.intake.brought_by = brought_by.map(line);
        matter.intake.legal = opinion.map_or(Legal::NotNeeded, |it| Legal::Given { opinion: line(it) });
        matter.intake.money = amount.map(|amount| Money {
            amount: Fen(amount),
            shares: villages.iter().map(|village| Share {
                village: village.clone(),
                amount: Fen(amount / 5),
            }).collect(),
        });
        let heard = &mut matter.hearings[0].motions[0];
        heard.on = on;
        heard.villages = villages.iter().zip(refuses).skip(1).map(|(village, refuses)| VillageHeard {
            others: Vec::new(),
            village: village.clone(),
            decided: Some(VillageSaid { agreed: Some(!refuses), met: on, paper: line("柜") }),
        }).collect();
        matter.intake.villages = villages;
        matter
    }
}

prop_compose! {
    /// A follow-up of a concern of residents, with whatever may be known of it.
    fn any_concern()(
        village in proptest::option::of(proptest::sample::select(VILLAGES.to_vec())),
        parts in proptest::sample::subsequence(VILLAGES.to_vec(), 0..=4),
        who in 0_usize..4,
        settled in any::<bool>(),
    ) -> Task {
        let whom = |at: usize| (who == at).then(|| line(["镇水利站", "老周"][at % 2]));
        let history = if settled { vec![done("05-20")] } else { Vec::new() };
        let state = if settled { TaskState::Closed } else { TaskState::Open };
        Task {
            source: Some(tasks::Source::Concern),
            village: village.map(Into::into),
            parts: parts.into_iter().map(|id| {
                (VillageId::from(id), Part { what: line("一段"), done: None })
            }).collect(),
            owner: (who == 2).then(|| "p1".into()),
            lead: whom(0),
            lead_person: whom(1),
            ..task(None, state, history)
        }
    }
}

/// Everything that lines say: the villages, the persons, the days, the sums, the words.
#[derive(Debug, Default)]
struct Told {
    villages: BTreeSet<VillageId>,
    persons: BTreeSet<String>,
    days: BTreeSet<NaiveDate>,
    sums: BTreeMap<Option<VillageId>, u64>,
    words: BTreeSet<String>,
}

fn told(lines: &[LedgerLine]) -> Told {
    let mut told = Told::default();
    for line in lines {
        told.villages.extend(line.villages.iter().cloned());
        told.persons
            .extend(line.person.iter().map(ToString::to_string));
        told.days.insert(line.on);
        told.days.extend(line.until);
        told.sums.extend(line.amount.map(|it| (None, it.0)));
        let shares = line.shares.iter();
        told.sums
            .extend(shares.map(|it| (Some(it.village.clone()), it.amount.0)));
        told.words.insert(line.what.to_string());
        told.words.extend(line.note.iter().map(ToString::to_string));
    }
    told
}

/// Types the same once more, as somebody would who did not look, and returns who tells it already.
fn typed_again(world: &World, fed_line: &LedgerLine) -> Option<TellsAlready> {
    let typed = LedgerLine {
        id: "typed".into(),
        source: None,
        on: fed_line.on + Days::new(9),
        until: None,
        ..fed_line.clone()
    };
    match decide(world, &Command::Put(Box::new(typed))) {
        Err(crate::domain::Refusal::Register(Refused::Double { by, .. })) => Some(by),
        _ => None,
    }
}

proptest! {
    /// What is reckoned with is what the matter says: its row is read with nothing but that.
    #[test]
    fn a_row_keeps_what_its_matter_tells(matter in any_matter()) {
        let row = Entity::Matter(Arc::new(matter.clone())).body().unwrap();
        let kept: serde_json::Value = serde_json::from_str(&row).unwrap();
        let told: Tells = serde_json::from_value(kept["tells"].clone()).unwrap();
        prop_assert_eq!(&told, &Tells::by(&matter));
        prop_assert_eq!(&told.lines, &fed::of_matter(&matter));
        prop_assert_eq!(kept["tells"]["stands"] == true, told.lines.iter().any(|it| it.kind.stands()));
        let read = Entity::read(Kind::Matter, &row).unwrap();
        prop_assert_eq!(read, Entity::Matter(Arc::new(matter)));
    }

    #[test]
    fn whatever_a_matter_holds_stands_in_the_lines_it_feeds(matter in any_matter()) {
        let lines = fed::of_matter(&matter);
        let told = told(&lines);
        let intake = &matter.intake;
        let heard = &matter.hearings[0].motions[0];
        let refused: BTreeSet<&VillageId> = heard.villages.iter()
            .filter(|it| it.decided.as_ref().unwrap().agreed == Some(false))
            .map(|it| &it.village)
            .collect();
        for village in intake.villages.iter().filter(|it| !refused.contains(it)) {
            prop_assert!(told.villages.contains(village), "{} is in no line", village);
        }
        if let Some(person) = &intake.brought_by {
            prop_assert!(told.persons.contains(person.as_str()), "nobody brought it");
        }
        prop_assert!(told.days.contains(&heard.on), "the day it was decided is in no line");
        prop_assert!(told.words.contains(intake.title.as_str()));
        if let Legal::Given { opinion } = &intake.legal {
            prop_assert!(told.words.contains(opinion.as_str()), "the opinion is in no line");
            prop_assert!(told.days.contains(&matter.received));
        }
        // A pact has no money.
        for money in intake.money.iter().filter(|_| intake.kind != MatterKind::VillagePact) {
            prop_assert_eq!(told.sums.get(&None), Some(&money.amount.0));
            for share in money.shares.iter().filter(|it| !refused.contains(&it.village)) {
                let sum = told.sums.get(&Some(share.village.clone()));
                prop_assert_eq!(sum, Some(&share.amount.0));
            }
        }
        // Nobody has to type any of it, and whoever does is told.
        let mut world = whole();
        let number = matter.number;
        world.matters.insert("m1".into(), Arc::new(matter));
        for line in &lines {
            prop_assert_eq!(typed_again(&world, line), Some(TellsAlready::Matter(number)));
        }
    }

    #[test]
    fn whatever_a_follow_up_holds_stands_in_the_line_it_feeds(concern in any_concern()) {
        let mut world = whole();
        let fed_line = fed::of_task(&world, &concern).unwrap();
        let told = told(std::slice::from_ref(&fed_line));
        prop_assert_eq!(&told.villages, &concern.villages().cloned().collect());
        prop_assert!(told.words.contains(concern.what.as_str()));
        prop_assert!(told.days.contains(&concern.entered));
        if let Some(ended) = concern.ended() {
            prop_assert!(told.days.contains(&ended), "the day it was settled is in no line");
        }
        let owner = concern.owner.as_ref().map(|_| "田桂芳");
        let outside = concern.lead_person.as_ref().or(concern.lead.as_ref());
        let who = owner.or(outside.map(|it| it.as_str()));
        prop_assert_eq!(told.persons.iter().next().map(String::as_str), who);
        let what = concern.what.clone();
        world.tasks.insert("t1".into(), Arc::new(concern));
        prop_assert_eq!(typed_again(&world, &fed_line), Some(TellsAlready::Task(what)));
    }
}

#[test]
fn only_what_tells_the_same_is_a_double() {
    let mut world = whole();
    let project = matter("m1", MatterKind::Project);
    let fed_line = fed::of_matter(&project)[0].clone();
    world.matters.insert("m1".into(), Arc::new(project));
    let typed = || LedgerLine {
        id: "l1".into(),
        source: None,
        ..fed_line.clone()
    };
    let by = TellsAlready::Matter(Number {
        year: 2026,
        serial: 3,
    });
    let double = Refused::Double {
        by,
        on: fed_line.on,
    };
    assert_eq!(why(&mut world, &typed()), double);
    // Of one of its villages alone it is the same.
    let of_one = LedgerLine {
        villages: vec!["v2".into()],
        amount: None,
        shares: Vec::new(),
        ..typed()
    };
    assert_eq!(why(&mut world, &of_one), double);
    for other in [
        LedgerLine {
            what: line("冷库二期"),
            ..typed()
        },
        LedgerLine {
            kind: LedgerKind::IndustryProject,
            id: "l2".into(),
            ..typed()
        },
        LedgerLine {
            villages: vec!["v3".into()],
            shares: Vec::new(),
            id: "l3".into(),
            ..typed()
        },
        // Long before it was decided.
        LedgerLine {
            on: day("01-01") - Days::new(400),
            id: "l4".into(),
            ..typed()
        },
    ] {
        put(&mut world, &other).unwrap();
        // What stands may be mended, whatever is decided meanwhile.
        let mended = LedgerLine {
            note: Some(line("更正")),
            ..other
        };
        put(&mut world, &mended).unwrap();
    }
}

#[test]
fn what_a_village_did_not_go_along_with_is_nothing_that_it_decided() {
    use crate::domain::register::fact::Column;
    let mut part = matter("m1", MatterKind::Industry);
    let decided = |matter: &Matter| {
        let mut facts = Tells::by(matter).facts().into_iter();
        let decided = facts.find(|it| it.column == Column::MattersDecided);
        decided.unwrap().villages
    };
    heard(
        &mut part,
        Standing::AdoptedInPart,
        vec![said("v1", true, "04-10"), said("v2", false, "04-11")],
    );
    assert_eq!(decided(&part), [VillageId::from("v1")]);
    // What came to nothing was settled of all of them.
    heard(
        &mut part,
        Standing::Rejected,
        vec![said("v1", true, "04-10"), said("v2", false, "04-11")],
    );
    assert_eq!(decided(&part), part.villages());
}
