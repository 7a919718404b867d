//! Elections and one of several, live: what stands on the ballot, and who watches and counts.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod corners;
mod corrected;
mod counts;
mod laws;
mod left_open;
mod open_seats;
mod options;
mod owed;
mod reconsidered;
mod refill;

use super::stage::{Stage, at, contender as free, decision, item, line, motion};
use crate::domain::ids::PersonId;
use crate::domain::rule::{Method, Question};
use crate::domain::session::RollMark;
use crate::domain::session::agenda;
use crate::domain::session::next::Step;
use crate::domain::vote::secret::BallotCount;
use crate::domain::vote::slate::{
    self, Contender, Row, Sheet, Slate, Tellers, contender, demanded, may_tell,
};
use crate::domain::vote::{self, Due, Standing, VoteResult, due, standing};
use crate::domain::{Command, Refusal, Remedy, World};

const ELECTION: &str = "election-contested";
const RUN_OFF: &str = "one-of-several-run-off";

/// Names of the roster, as a clerk types them.
fn named(world: &World, names: &[&str]) -> Vec<Contender> {
    let names = names.iter();
    names
        .map(|name| contender(world, &line(name)).unwrap())
        .collect()
}

/// Takes up an item under a rule, with a motion that has contenders.
fn drafted(rule: &str, seats: u32, names: &[&str]) -> Stage {
    let mut stage = Stage::sitting();
    stage.agenda(agenda::Command::Put(item("s1", "i5", decision(rule))));
    stage.start("i5");
    let contenders = named(&stage.world, names);
    stage.vote(vote::Command::Draft(vote::Motion {
        slate: Some(Slate {
            seats,
            contenders,
            ..Slate::default()
        }),
        ..motion("i5", "m1")
    }));
    stage
}

fn tellers(watching: &str, counting: &str) -> vote::Command {
    vote::Command::NameTellers {
        motion: "m1".into(),
        tellers: Tellers {
            watching: vec![watching.into()],
            counting: vec![counting.into()],
        },
    }
}

fn set(seats: u32, contenders: &[Contender]) -> Command {
    Command::Vote(vote::Command::SetSlate {
        motion: "m1".into(),
        seats,
        contenders: contenders.to_vec(),
    })
}

fn open(method: Method) -> Command {
    Command::Vote(vote::Command::open("m1".into(), at("09:15"), method))
}

fn issue(number: u32) -> Command {
    Command::Vote(vote::Command::IssuePapers {
        motion: "m1".into(),
        number,
        at: at("09:16"),
    })
}

fn papers(sheet: &Sheet) -> Command {
    Command::Vote(vote::Command::CountPapers {
        motion: "m1".into(),
        count: BallotCount::Slate {
            sheet: sheet.clone(),
        },
    })
}

fn hands(sheet: &Sheet) -> Command {
    Command::Vote(vote::Command::CountSlate {
        motion: "m1".into(),
        sheet: sheet.clone(),
    })
}

/// A count of papers in an election, all of those ten given out valid.
fn elects(rows: &[(u32, u32)]) -> Sheet {
    Sheet {
        issued: 10,
        returned: 10,
        valid: 10,
        rows: rows
            .iter()
            .map(|(yes, no)| Row {
                yes: *yes,
                no: *no,
                abstain: 10 - yes - no,
            })
            .collect(),
        ..Sheet::default()
    }
}

/// A count of one of several: those who chose each, and who chose none.
fn chooses(rows: &[u32], abstain: u32) -> Sheet {
    let valid = rows.iter().sum::<u32>() + abstain;
    Sheet {
        issued: 10,
        returned: valid,
        valid,
        rows: rows
            .iter()
            .map(|yes| Row {
                yes: *yes,
                ..Row::default()
            })
            .collect(),
        abstain,
        ..Sheet::default()
    }
}

/// An election of two among three of the room, its papers given out.
fn issued() -> Stage {
    let mut stage = drafted(ELECTION, 2, &["赵秀英", "孙广田", "李家屯"]);
    stage.vote(tellers("p5", "p6"));
    stage.run(open(Method::Secret));
    stage.run(issue(10));
    stage
}

fn counted(stage: &mut Stage, sheet: &Sheet) -> VoteResult {
    for _ in 0..2 {
        stage.run(papers(sheet));
    }
    stage.end("m1")
}

fn names(stage: &Stage) -> Vec<String> {
    let motion = stage.world.motion(&"m1".into()).unwrap();
    let slate = motion.ballot().and_then(|it| it.slate.as_ref());
    let slate = slate.or(motion.slate.as_ref()).unwrap();
    slate
        .contenders
        .iter()
        .map(|it| it.name.to_string())
        .collect()
}

fn taken(stage: &Stage) -> Vec<String> {
    let motion = stage.world.motion(&"m1".into()).unwrap();
    motion.taken().map(|it| it.name.to_string()).collect()
}

fn stands(stage: &Stage) -> (Standing, Option<Due>) {
    let motion = stage.world.motion(&"m1".into()).unwrap();
    (standing(motion), due(motion))
}

#[test]
fn candidates_are_linked_with_the_roster_and_stand_in_the_order_of_strokes() {
    let stage = drafted(ELECTION, 2, &["赵秀英", "李家屯", "丁一", "孙广田"]);
    let motion = stage.world.motion(&"m1".into()).unwrap();
    let slate = motion.slate.as_ref().unwrap();
    assert_eq!(names(&stage), ["丁一", "孙广田", "李家屯", "赵秀英"]);
    let people: Vec<Option<PersonId>> = slate
        .contenders
        .iter()
        .map(|it| it.person.clone())
        .collect();
    assert_eq!(people[0], None, "nobody of the roster");
    assert!(people[1..].iter().all(Option::is_some));
    // Options keep the order in which they were typed, and are nobody.
    let stage = drafted(RUN_OFF, 7, &["赵秀英", "乙方案", "丁方案"]);
    assert_eq!(names(&stage), ["赵秀英", "乙方案", "丁方案"]);
    let motion = stage.world.motion(&"m1".into()).unwrap();
    let slate = motion.slate.as_ref().unwrap();
    assert_eq!((slate.seats, slate.people().count()), (1, 0));
}

#[test]
fn two_of_one_name_are_told_apart_by_their_village() {
    let mut stage = Stage::founded();
    let world = &mut stage.world;
    let mut other = world.people[&"p2".into()].as_ref().clone();
    let name = other.name.clone();
    other.id = "p30".into();
    world.people.insert("p30".into(), other.into());
    let mut seat = world.seats[&"k05".into()].as_ref().clone();
    seat.id = "k30".into();
    seat.person = "p30".into();
    world.seats.insert("k30".into(), seat.into());
    let villages = vec!["v1".into(), "v2".into()];
    assert_eq!(
        contender(world, &name),
        Err(Refusal::Slate(slate::Refused::NameOfSeveral {
            name: name.clone(),
            villages
        }))
    );
    for (behind, who) in [
        ("（东集村）", Some("p2")),
        ("(李家屯村)", Some("p30")),
        ("（石沟村）", None),
        ("（）", None),
    ] {
        let typed = line(&format!("{name}{behind}"));
        let found = contender(world, &typed).unwrap();
        assert_eq!((&found.name, found.person), (&typed, who.map(Into::into)));
    }
}

#[test]
fn nobody_and_nothing_stands_twice() {
    let stage = drafted(ELECTION, 2, &["赵秀英", "孙广田"]);
    let world = &stage.world;
    let twice = named(world, &["赵秀英", "孙广田", "赵秀英"]);
    let name = line("赵秀英");
    let refused = Refusal::Slate(slate::Refused::ContenderTwice { name, people: true });
    assert_eq!(stage.refused(&set(2, &twice)), refused);
    assert_eq!(refused.remedy(), Some(Remedy::EnterContenders));
    // One person under two names is one person.
    let mut under = named(world, &["赵秀英", "孙广田"]);
    under.push(Contender {
        name: line("赵书记"),
        person: under[0].person.clone(),
    });
    let name = line("赵书记");
    assert_eq!(
        stage.refused(&set(2, &under)),
        Refusal::Slate(slate::Refused::ContenderTwice { name, people: true })
    );
}

#[test]
fn a_rule_demands_as_many_contenders_as_its_law_says() {
    let seats = |spare_percent| Question::Seats {
        spare_percent,
        write_in: true,
    };
    for (spare, seats_to_fill, least, most) in [
        (0, 3, 3, Some(3)),
        (20, 1, 2, None),
        (20, 5, 6, None),
        (20, 6, 8, None),
        (20, 0, 2, None),
        (100, 3, 6, None),
        (1, 100, 101, None),
    ] {
        let found = demanded(seats(spare), seats_to_fill);
        assert_eq!(
            (found.least, found.most),
            (least, most),
            "{spare} {seats_to_fill}"
        );
    }
    let all = ["赵秀英", "孙广田", "李家屯", "丁一"];
    for (rule, seats, have, refused) in [
        (
            ELECTION,
            2,
            0,
            Some(Refusal::Slate(slate::Refused::NoContenders)),
        ),
        (
            ELECTION,
            2,
            2,
            Some(Refusal::Slate(slate::Refused::ContendersShort {
                have: 2,
                need: 3,
                people: true,
            })),
        ),
        (ELECTION, 2, 3, None),
        (ELECTION, 2, 4, None),
        (
            "election-single",
            3,
            2,
            Some(Refusal::Slate(slate::Refused::ContendersShort {
                have: 2,
                need: 3,
                people: true,
            })),
        ),
        ("election-single", 3, 3, None),
        (
            "election-single",
            3,
            4,
            Some(Refusal::Slate(slate::Refused::ContendersBeyond {
                have: 4,
                most: 3,
            })),
        ),
        (
            RUN_OFF,
            1,
            1,
            Some(Refusal::Slate(slate::Refused::ContendersShort {
                have: 1,
                need: 2,
                people: false,
            })),
        ),
        (RUN_OFF, 1, 2, None),
    ] {
        let mut stage = drafted(rule, seats, &all[..have]);
        let of_people = rule != RUN_OFF;
        if of_people && have > 0 {
            stage.vote(tellers("p8", "p9"));
        }
        let way = if of_people {
            Method::Secret
        } else {
            Method::Hands
        };
        let (step, _) = stage.next(&"s1".into());
        match refused {
            None => {
                assert!(matches!(step, Step::OpenVote(_)), "{step:?}");
                stage.run(open(way));
            }
            Some(refused) => {
                assert_eq!(step, Step::EnterContenders("m1".into()), "{rule} {have}");
                assert_eq!(stage.refused(&open(way)), refused, "{rule} {have}");
            }
        }
    }
}

#[test]
fn contenders_are_amended_until_the_vote_opens_and_only_where_the_rule_asks_for_them() {
    let mut stage = drafted(ELECTION, 2, &["赵秀英"]);
    let more = named(&stage.world, &["李家屯", "赵秀英", "孙广田"]);
    assert_eq!(stage.run(set(2, &more)).len(), 1);
    assert_eq!(names(&stage), ["孙广田", "李家屯", "赵秀英"]);
    assert_eq!(
        stage.run(set(2, &more)),
        [],
        "the same once more is nothing"
    );
    stage.vote(tellers("p5", "p6"));
    stage.run(open(Method::Secret));
    assert_eq!(stage.refused(&set(2, &more)), Refusal::MotionPastWording);
    let again = Command::Vote(tellers("p7", "p8"));
    assert_eq!(stage.refused(&again), Refusal::MotionPastWording);

    let mut stage = Stage::sitting();
    stage.start("i2");
    stage.vote(vote::Command::Draft(vote::Motion {
        slate: Some(Slate::default()),
        ..motion("i2", "m1")
    }));
    let motion = stage.world.motion(&"m1".into()).unwrap();
    assert_eq!(motion.slate, None, "it only asks yes or no");
    let rule = "joint-default".into();
    assert_eq!(
        stage.refused(&set(1, &more)),
        Refusal::Slate(slate::Refused::NoContendersAsked { rule })
    );
}

#[test]
fn a_rule_changed_after_drafting_asks_for_what_it_wants_when_the_vote_opens() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    let mut other = item("s1", "i2", decision(RUN_OFF));
    other.state = agenda::ItemState::Running;
    stage.world.items.insert("i2".into(), other.into());
    assert_eq!(
        stage.refused(&open(Method::Hands)),
        Refusal::Slate(slate::Refused::NoContenders)
    );
    stage.run(set(1, &[free("甲"), free("乙")]));
    stage.run(open(Method::Hands));
}

#[test]
fn whoever_watches_or_counts_is_there_and_does_not_stand() {
    let mut stage = drafted(ELECTION, 2, &["赵秀英", "孙广田", "李家屯"]);
    let (step, _) = stage.next(&"s1".into());
    assert_eq!(step, Step::NameTellers("m1".into()));
    assert_eq!(
        stage.refused(&open(Method::Secret)),
        Refusal::Slate(slate::Refused::NoTellers)
    );
    assert_eq!(
        Refusal::Slate(slate::Refused::NoTellers).remedy(),
        Some(Remedy::NameTellers)
    );
    let motion = stage.world.motion(&"m1".into()).unwrap();
    let fit = may_tell(&stage.world, stage.s1(), motion);
    let stand: Vec<PersonId> = motion.slate.as_ref().unwrap().people().cloned().collect();
    assert_eq!(fit.len() + stand.len(), stage.s1().roll.len());
    assert!(stand.iter().all(|person| !fit.contains(person)));
    let name = stage.world.person(&stand[0]).unwrap().name.clone();
    let stands = Command::Vote(tellers("p5", stand[0].as_str()));
    assert_eq!(
        stage.refused(&stands),
        Refusal::Slate(slate::Refused::TellerStands { name })
    );
    let both = stage.refused(&Command::Vote(tellers("p5", "p5")));
    let name = stage.world.person(&"p5".into()).unwrap().name.clone();
    let twice = slate::Refused::TellerTwice { name };
    assert_eq!(both, Refusal::Slate(twice.clone()));
    assert_eq!(twice.remedy(), Some(Remedy::NameTellers));
    stage.mark("p7", RollMark::Left);
    let away = Command::Vote(tellers("p7", "p5"));
    assert!(matches!(
        stage.refused(&away),
        Refusal::Slate(slate::Refused::TellerAway { .. })
    ));
    // One who counts and nobody who watches is not enough.
    stage.vote(vote::Command::NameTellers {
        motion: "m1".into(),
        tellers: Tellers {
            watching: Vec::new(),
            counting: vec!["p5".into()],
        },
    });
    assert_eq!(
        stage.refused(&open(Method::Secret)),
        Refusal::Slate(slate::Refused::NoTellers)
    );
    stage.vote(tellers("p5", "p6"));
    // Whoever leaves, or is put on the ballot, after being named is asked about again.
    let named_before = stage.clone();
    stage.mark("p6", RollMark::Left);
    assert!(matches!(
        stage.refused(&open(Method::Secret)),
        Refusal::Slate(slate::Refused::TellerAway { .. })
    ));
    let mut stage = named_before;
    let watches = stage.world.person(&"p5".into()).unwrap().name.to_string();
    let more = named(&stage.world, &["赵秀英", "孙广田", &watches]);
    stage.run(set(2, &more));
    assert!(matches!(
        stage.refused(&open(Method::Secret)),
        Refusal::Slate(slate::Refused::TellerStands { .. })
    ));
    let (step, _) = stage.next(&"s1".into());
    assert_eq!(step, Step::NameTellers("m1".into()));
}

#[test]
fn a_teller_who_withdrew_is_refused_and_a_name_of_the_room_stands_though_typed_freely() {
    use super::stage::recusal;
    use crate::domain::session;
    use crate::domain::session::recusal::Matter;
    let mut stage = drafted(ELECTION, 1, &["丁一", "丁二"]);
    let item = "i5".into();
    stage.session(session::Command::Recuse {
        id: "s1".into(),
        recusal: recusal("p5", Matter::Item { item }, at("09:11")),
    });
    let withdrew = Command::Vote(tellers("p5", "p6"));
    let refused = stage.refused(&withdrew);
    assert!(matches!(
        refused,
        Refusal::Slate(slate::Refused::TellerWithdrew { .. })
    ));
    assert_eq!(refused.remedy(), Some(Remedy::NameTellers));
    let name = stage.world.person(&"p6".into()).unwrap().name.clone();
    stage.run(set(1, &[free("丁一"), free(name.as_str())]));
    let stands = Command::Vote(tellers("p7", "p6"));
    assert_eq!(
        stage.refused(&stands),
        Refusal::Slate(slate::Refused::TellerStands { name })
    );
}
