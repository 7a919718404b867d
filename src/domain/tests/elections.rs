//! Elections and one of several, live: from the ballot to the last round.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, at, contender as free, decision, item, line, motion, recused, take};
use crate::domain::act::Restored;
use crate::domain::ids::PersonId;
use crate::domain::rule::{Base, Method, Pass, Question, Rule, Threshold, preset};
use crate::domain::session::RollMark;
use crate::domain::session::agenda;
use crate::domain::session::next::Step;
use crate::domain::vote::secret::BallotCount;
use crate::domain::vote::slate::{
    Contender, Imbalance, Row, Sheet, Slate, Tellers, contender, demanded, may_tell,
};
use crate::domain::vote::{self, Due, MotionState, Outcome, Standing, VoteResult, due, standing};
use crate::domain::{Command, Refusal, Remedy, World};
use proptest::prelude::*;

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
        Err(Refusal::NameOfSeveral {
            name: name.clone(),
            villages
        })
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
    let refused = Refusal::ContenderTwice { name };
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
        Refusal::ContenderTwice { name }
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
        (ELECTION, 2, 0, Some(Refusal::NoContenders)),
        (
            ELECTION,
            2,
            2,
            Some(Refusal::ContendersShort { have: 2, need: 3 }),
        ),
        (ELECTION, 2, 3, None),
        (ELECTION, 2, 4, None),
        (
            "election-single",
            3,
            2,
            Some(Refusal::ContendersShort { have: 2, need: 3 }),
        ),
        ("election-single", 3, 3, None),
        (
            "election-single",
            3,
            4,
            Some(Refusal::ContendersBeyond { have: 4, most: 3 }),
        ),
        (
            RUN_OFF,
            1,
            1,
            Some(Refusal::ContendersShort { have: 1, need: 2 }),
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
        Refusal::NoContendersAsked { rule }
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
    assert_eq!(stage.refused(&open(Method::Hands)), Refusal::NoContenders);
    stage.run(set(1, &[free("甲"), free("乙")]));
    stage.run(open(Method::Hands));
}

#[test]
fn whoever_watches_or_counts_is_there_and_does_not_stand() {
    let mut stage = drafted(ELECTION, 2, &["赵秀英", "孙广田", "李家屯"]);
    let (step, _) = stage.next(&"s1".into());
    assert_eq!(step, Step::NameTellers("m1".into()));
    assert_eq!(stage.refused(&open(Method::Secret)), Refusal::NoTellers);
    assert_eq!(Refusal::NoTellers.remedy(), Some(Remedy::NameTellers));
    let motion = stage.world.motion(&"m1".into()).unwrap();
    let fit = may_tell(&stage.world, stage.s1(), motion);
    let stand: Vec<PersonId> = motion.slate.as_ref().unwrap().people().cloned().collect();
    assert_eq!(fit.len() + stand.len(), stage.s1().roll.len());
    assert!(stand.iter().all(|person| !fit.contains(person)));
    let name = stage.world.person(&stand[0]).unwrap().name.clone();
    let stands = Command::Vote(tellers("p5", stand[0].as_str()));
    assert_eq!(stage.refused(&stands), Refusal::TellerStands { name });
    stage.mark("p7", RollMark::Left);
    let away = Command::Vote(tellers("p7", "p5"));
    assert!(matches!(stage.refused(&away), Refusal::TellerAway { .. }));
    // One who counts and nobody who watches is not enough.
    stage.vote(vote::Command::NameTellers {
        motion: "m1".into(),
        tellers: Tellers {
            watching: Vec::new(),
            counting: vec!["p5".into()],
        },
    });
    assert_eq!(stage.refused(&open(Method::Secret)), Refusal::NoTellers);
    stage.vote(tellers("p5", "p6"));
    // Whoever leaves, or is put on the ballot, after being named is asked about again.
    let named_before = stage.clone();
    stage.mark("p6", RollMark::Left);
    assert!(matches!(
        stage.refused(&open(Method::Secret)),
        Refusal::TellerAway { .. }
    ));
    let mut stage = named_before;
    let watches = stage.world.person(&"p5".into()).unwrap().name.to_string();
    let more = named(&stage.world, &["赵秀英", "孙广田", &watches]);
    stage.run(set(2, &more));
    assert!(matches!(
        stage.refused(&open(Method::Secret)),
        Refusal::TellerStands { .. }
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
    assert!(matches!(refused, Refusal::TellerWithdrew { .. }));
    assert_eq!(refused.remedy(), Some(Remedy::NameTellers));
    let name = stage.world.person(&"p6".into()).unwrap().name.clone();
    stage.run(set(1, &[free("丁一"), free(name.as_str())]));
    let stands = Command::Vote(tellers("p7", "p6"));
    assert_eq!(stage.refused(&stands), Refusal::TellerStands { name });
}

#[test]
fn papers_are_counted_twice_and_elect_by_votes_with_their_proof() {
    let mut stage = issued();
    let sheet = elects(&[(9, 1), (8, 0), (3, 7)]);
    stage.run(papers(&sheet));
    let (step, _) = stage.next(&"s1".into());
    let (motion, again) = ("m1".into(), true);
    assert_eq!(step, Step::CountPapers { motion, again });
    stage.run(papers(&elects(&[(9, 1), (7, 0), (3, 7)])));
    assert_eq!(
        stage.refused(&Command::Vote(vote::Command::End {
            motion: "m1".into(),
            at: at("09:30")
        })),
        Refusal::PapersUncounted
    );
    let result = counted(&mut stage, &sheet);
    assert_eq!(result.outcome, Outcome::Adopted);
    assert_eq!(result.voices, [], "nobody's voice is known");
    let count = result.slate.as_ref().unwrap();
    let printed: Vec<(String, String, bool)> = count
        .judged
        .placed
        .iter()
        .map(|it| (it.name.to_string(), it.inequality.to_string(), it.taken))
        .collect();
    let placed = |name: &str, proof: &str, taken| (name.to_owned(), proof.to_owned(), taken);
    assert_eq!(
        printed,
        [
            placed("孙广田", "2*9 > 10", true),
            placed("李家屯", "2*8 > 10", true),
            placed("赵秀英", "2*3 > 10", false)
        ]
    );
    assert_eq!(count.took_part.len(), 10);
    assert!(result.stands_on(&"p3".into()));
    stage.announce("m1");
    assert_eq!(stands(&stage), (Standing::Adopted, None));
    assert_eq!(taken(&stage), ["孙广田", "李家屯"]);
    assert_eq!(stage.world.motion(&"m1".into()).unwrap().seats_open(), 0);
}

#[test]
fn a_count_that_does_not_add_up_is_refused_with_its_numbers() {
    let stage = issued();
    let good = elects(&[(9, 1), (8, 0), (3, 7)]);
    let with = |change: &dyn Fn(&mut Sheet)| {
        let mut sheet = good.clone();
        change(&mut sheet);
        match stage.refused(&papers(&sheet)) {
            Refusal::SheetDoesNotAddUp { imbalance, method } => {
                assert_eq!(method, Method::Secret);
                imbalance
            }
            other => panic!("{other:?}"),
        }
    };
    let (valid, sum) = (10, 9);
    assert_eq!(
        with(&|it| it.rows[0].no = 0),
        Imbalance::Contender { at: 0, valid, sum }
    );
    // 2 seats and 10 papers hold 20 votes; one more is on a paper that had to be spoiled.
    assert_eq!(
        with(&|it| it.rows[2] = Row {
            yes: 4,
            no: 6,
            abstain: 0
        }),
        Imbalance::Votes { most: 20, sum: 21 }
    );
    assert_eq!(
        with(&|it| it.written.push((line("丁一"), 1))),
        Imbalance::Votes { most: 20, sum: 21 }
    );
    assert_eq!(
        with(&|it| it.spoiled = 1),
        Imbalance::Returned {
            returned: 10,
            sum: 11
        }
    );
    let written = with(&|it| it.written.push((line("李家屯"), 0)));
    assert_eq!(
        written,
        Imbalance::WrittenIn {
            name: line("李家屯")
        }
    );
    let mut other = good.clone();
    other.issued = 9;
    let (room, number) = (10, 9);
    assert_eq!(
        stage.refused(&papers(&other)),
        Refusal::PapersNotTheRoom { room, number }
    );
    // What is on the papers of an election is told by its contenders, never in one pile.
    let whole = Command::Vote(vote::Command::CountPapers {
        motion: "m1".into(),
        count: BallotCount::Whole {
            papers: crate::domain::vote::secret::Papers {
                returned: 10,
                yes: 10,
                ..Default::default()
            },
        },
    });
    assert_eq!(stage.refused(&whole), Refusal::CountedByContender);
    let raised = stage.refused(&hands(&good));
    assert_eq!(raised, Refusal::CountedSecretly);
}

#[test]
fn a_name_written_in_is_held_against_the_same_rule_and_two_counts_may_name_them_in_any_order() {
    let mut stage = issued();
    let mut sheet = elects(&[(3, 7), (2, 8), (0, 10)]);
    sheet.written = vec![(line("周三"), 7), (line("丁一"), 2)];
    stage.run(papers(&sheet));
    sheet.written.reverse();
    stage.run(papers(&sheet));
    let result = stage.end("m1");
    let count = result.slate.unwrap();
    assert_eq!(
        count.sheet.written[0].0,
        line("丁一"),
        "in the order of strokes"
    );
    let first = &count.judged.placed[0];
    assert_eq!(
        (first.name.as_str(), first.at, first.taken),
        ("周三", None, true)
    );
    stage.announce("m1");
    let motion = stage.world.motion(&"m1".into()).unwrap();
    assert_eq!(
        (motion.seats_open(), standing(motion)),
        (1, Standing::Adopted)
    );
}

#[test]
fn more_papers_than_were_given_out_void_the_election_and_all_stand_again() {
    let mut stage = issued();
    let sheet = Sheet::bare(10, 11, 3);
    let mut told = sheet.clone();
    told.rows[0].yes = 1;
    assert!(matches!(
        stage.refused(&papers(&told)),
        Refusal::PapersDoNotAddUp { returned: 0, .. }
    ));
    let result = counted(&mut stage, &sheet);
    assert_eq!(result.outcome, Outcome::Void);
    assert_eq!(result.tally.counts.not_voting, 10);
    stage.announce("m1");
    assert_eq!(stands(&stage), (Standing::Void, Some(Due::NewVote)));
    stage.run(open(Method::Secret));
    assert_eq!(names(&stage), ["孙广田", "李家屯", "赵秀英"]);
    let motion = stage.world.motion(&"m1".into()).unwrap();
    assert_eq!(motion.earlier.len(), 1);
    assert!(motion.ballot().unwrap().slate.as_ref().unwrap().write_in);
    assert_eq!(motion.taken().count(), 0);
}

#[test]
fn the_tied_for_the_last_seat_are_voted_on_again_and_nothing_is_erased() {
    let mut stage = issued();
    let result = counted(&mut stage, &elects(&[(6, 4), (8, 1), (6, 3)]));
    assert_eq!(result.outcome, Outcome::VoteAgain);
    assert_eq!(stage.next(&"s1".into()).0, Step::Announce("m1".into()));
    stage.announce("m1");
    assert_eq!(stands(&stage), (Standing::VoteAgain, Some(Due::VoteAgain)));
    assert_eq!(taken(&stage), ["李家屯"]);
    let motion = "m1".into();
    let due = Due::VoteAgain;
    assert_eq!(stage.next(&"s1".into()).0, Step::Follow { motion, due });
    // Whoever tied stands again, for the seat that is left; a name cannot be written in.
    stage.run(open(Method::Secret));
    assert_eq!(names(&stage), ["孙广田", "赵秀英"]);
    let ballot = stage.world.motion(&"m1".into()).unwrap().ballot().unwrap();
    let slate = ballot.slate.as_ref().unwrap();
    assert_eq!((slate.seats, slate.write_in), (1, false));
    stage.run(issue(10));
    let result = counted(&mut stage, &elects(&[(3, 7), (7, 3)]));
    assert_eq!(result.outcome, Outcome::Adopted);
    stage.announce("m1");
    assert_eq!(stands(&stage), (Standing::Adopted, None));
    assert_eq!(taken(&stage), ["李家屯", "赵秀英"]);
    let motion = stage.world.motion(&"m1".into()).unwrap();
    assert_eq!(motion.earlier.len(), 1);
    assert_eq!(
        motion.earlier[0].result().unwrap().outcome,
        Outcome::VoteAgain
    );
    assert_eq!(
        motion.slate.as_ref().unwrap().contenders.len(),
        3,
        "as it was put"
    );
}

#[test]
fn a_run_off_is_between_the_first_two_and_the_chair_may_stop() {
    let mut stage = drafted(RUN_OFF, 1, &["甲", "乙", "丙"]);
    stage.run(open(Method::Hands));
    let (motion, room) = ("m1".into(), 10);
    assert_eq!(
        stage.next(&"s1".into()).0,
        Step::CountHands { motion, room }
    );
    // Hands are those of the room: whoever raised none is counted too.
    let short = Sheet {
        issued: 9,
        ..chooses(&[4, 2, 3], 0)
    };
    assert_eq!(
        stage.refused(&hands(&short)),
        Refusal::HandsDoNotAddUp { room: 10, sum: 9 }
    );
    assert!(matches!(
        stage.refused(&hands(&Sheet {
            valid: 10,
            returned: 10,
            ..chooses(&[4, 2, 3], 0)
        })),
        Refusal::SheetDoesNotAddUp {
            imbalance: Imbalance::Options { valid: 10, sum: 9 },
            ..
        }
    ));
    stage.run(hands(&chooses(&[4, 2, 3], 1)));
    assert_eq!(stage.next(&"s1".into()).0, Step::EndVote("m1".into()));
    // Somebody leaves: they are counted again.
    let mut left = stage.clone();
    left.mark("p4", RollMark::Left);
    assert!(matches!(
        left.next(&"s1".into()).0,
        Step::CountHands { room: 9, .. }
    ));
    assert!(matches!(
        left.refused(&Command::Vote(end_now())),
        Refusal::HandsDoNotAddUp { .. }
    ));
    let result = stage.end("m1");
    assert_eq!(result.outcome, Outcome::VoteAgain);
    stage.announce("m1");
    let mut stopped = stage.clone();
    stage.run(open(Method::Hands));
    assert_eq!(names(&stage), ["甲", "丙"]);
    stage.run(hands(&chooses(&[6, 4], 0)));
    assert_eq!(stage.end("m1").outcome, Outcome::Adopted);
    stage.announce("m1");
    assert_eq!(taken(&stage), ["甲"]);
    stopped.vote(vote::Command::Follow {
        session: "s1".into(),
        motion: "m1".into(),
        at: at("09:40"),
        next: vote::Next::PassOver,
    });
    assert_eq!(stands(&stopped), (Standing::Rejected, None));
    // Whoever was elected before the chair stopped stays so, and the seat of the tied stays open.
    let mut some = issued();
    counted(&mut some, &elects(&[(6, 4), (8, 1), (6, 3)]));
    some.announce("m1");
    some.vote(vote::Command::Follow {
        session: "s1".into(),
        motion: "m1".into(),
        at: at("09:40"),
        next: vote::Next::PassOver,
    });
    assert_eq!(stands(&some), (Standing::Adopted, None));
    assert_eq!(some.world.motion(&"m1".into()).unwrap().seats_open(), 1);
    assert_eq!(stopped.next(&"s1".into()).0, Step::FinishItem("i5".into()));
}

fn end_now() -> vote::Command {
    vote::Command::End {
        motion: "m1".into(),
        at: at("09:30"),
    }
}

#[test]
fn whoever_withdrew_gets_no_paper_and_who_took_none_back_did_not_vote() {
    let mut stage = drafted(ELECTION, 2, &["赵秀英", "孙广田", "李家屯"]);
    stage.vote(tellers("p8", "p9"));
    stage.run(open(Method::Secret));
    stage.take("p5", recused());
    assert_eq!(stage.refused(&take_named()), Refusal::CountedSecretly);
    stage.run(issue(9));
    let sheet = Sheet {
        issued: 9,
        returned: 8,
        valid: 7,
        spoiled: 1,
        rows: vec![
            Row {
                yes: 7,
                no: 0,
                abstain: 0,
            },
            Row {
                yes: 6,
                no: 1,
                abstain: 0,
            },
            Row {
                yes: 1,
                no: 6,
                abstain: 0,
            },
        ],
        ..Sheet::default()
    };
    let result = counted(&mut stage, &sheet);
    let counts = result.tally.counts;
    assert_eq!(
        (counts.recused, counts.not_voting, counts.spoiled),
        (1, 1, 1)
    );
    assert_eq!(
        counts.entitled(crate::domain::rule::RecusalEffect::KeepBase),
        10
    );
    let printed: Vec<String> = result
        .tally
        .criteria()
        .iter()
        .map(|it| it.inequality.to_string())
        .collect();
    assert_eq!(printed, ["2*7 > 10", "2*6 > 10", "2*1 > 10"]);
}

fn take_named() -> Command {
    Command::Vote(take("p6", vote::Choice::For))
}

#[test]
fn such_a_vote_is_taken_by_no_name_links_with_no_other_and_is_not_agreed() {
    let mut stage = drafted(RUN_OFF, 1, &["甲", "乙"]);
    for method in [Method::ByName, Method::ByVillage] {
        let rule = RUN_OFF.into();
        assert_eq!(
            stage.refused(&open(method)),
            Refusal::MethodNotAllowed { rule, method }
        );
    }
    stage.vote(vote::Command::Draft(motion("i5", "m2")));
    let exclude = Command::Vote(vote::Command::Exclude {
        motion: "m1".into(),
        other: Some("m2".into()),
    });
    assert_eq!(stage.refused(&exclude), Refusal::HasContenders);
    let agree = Command::Vote(vote::Command::Agree {
        motion: "m1".into(),
        at: at("09:15"),
    });
    assert!(matches!(
        stage.refused(&agree),
        Refusal::VoteDemanded { .. }
    ));
    let mut stage = issued();
    let result = counted(&mut stage, &elects(&[(9, 1), (8, 0), (3, 7)]));
    assert_eq!(
        result.under(&preset("majority-of-cast").unwrap(), &[]),
        None
    );
    assert_eq!(
        VoteResult::under(&Stage::voting_result(), &preset(ELECTION).unwrap(), &[]),
        None
    );
}

impl Stage {
    /// Returns the result of a vote by name of all for.
    fn voting_result() -> VoteResult {
        let mut stage = Stage::voting();
        stage.vote(vote::Command::AllFor {
            motion: "m1".into(),
        });
        stage.end("m1")
    }
}

#[test]
fn a_step_is_taken_back_like_any_other() {
    let mut stage = issued();
    let before = stage.world.clone();
    stage.run(papers(&elects(&[(9, 1), (8, 0), (3, 7)])));
    let restored = stage
        .world
        .changes_since(&before)
        .into_iter()
        .map(|(key, now)| {
            let root = now.unwrap().root();
            Restored::new(key.clone(), &root, before.entity(&key))
        });
    let back = Command::Restore(restored.collect());
    stage.run(back);
    assert_eq!(stage.world.motions, before.motions);
    let voting = stage.world.motion(&"m1".into()).unwrap();
    assert!(matches!(voting.state, MotionState::Voting { .. }));
}

/// A rule of the committee's own that chooses people by hands or by papers, on a base.
fn own(base: Base) -> Rule {
    let pass = Pass::Reaches(Threshold::more_than_half(base));
    Rule {
        pass,
        methods: vec![Method::Hands, Method::Secret],
        ..preset(ELECTION).unwrap()
    }
}

fn judged(
    rule: &Rule,
    method: Method,
    order: &[usize],
    rows: &[(u32, u32)],
    seats: u32,
) -> VoteResult {
    use crate::domain::vote::{Ballot, Voter};
    let voters: Vec<Voter> = (0..10)
        .map(|n| Voter::new(format!("p{n}").into(), None))
        .collect();
    let in_room = voters.iter().map(|it| it.person.clone()).collect();
    let ballot = Ballot::new(at("09:15"), rule.clone(), voters.clone(), method);
    let contenders = order.iter().map(|at| free(&format!("候选{at}")));
    let slate = Slate {
        seats,
        contenders: contenders.collect(),
        ..Slate::default()
    };
    let rows: Vec<(u32, u32)> = order.iter().map(|at| rows[*at]).collect();
    VoteResult::of_slate(
        &ballot,
        &slate,
        &in_room,
        (elects(&rows), voters),
        at("09:30"),
    )
}

fn elected(result: &VoteResult) -> std::collections::BTreeSet<String> {
    let count = result.slate.as_ref().unwrap();
    count.judged.taken().map(ToString::to_string).collect()
}

fn votes() -> impl Strategy<Value = Vec<(u32, u32)>> {
    let one = (0..=10_u32).prop_flat_map(|yes| (Just(yes), 0..=10 - yes));
    proptest::collection::vec(one, 1..6)
}

proptest! {
    #[test]
    fn the_order_of_contenders_never_matters(
        rows in votes(), seats in 1..4_u32, turn in 0..6_usize,
        base in prop_oneof![Just(Base::Entitled), Just(Base::Valid), Just(Base::Cast)],
    ) {
        let straight: Vec<usize> = (0..rows.len()).collect();
        let mut turned = straight.clone();
        turned.rotate_left(turn % rows.len());
        turned.reverse();
        let rule = own(base);
        let one = judged(&rule, Method::Secret, &straight, &rows, seats);
        let other = judged(&rule, Method::Secret, &turned, &rows, seats);
        prop_assert_eq!(elected(&one), elected(&other));
        prop_assert_eq!(one.outcome, other.outcome);
    }

    #[test]
    fn another_vote_for_an_elected_one_never_unseats_them(
        rows in votes(), seats in 1..4_u32, whose in 0..6_usize,
    ) {
        let order: Vec<usize> = (0..rows.len()).collect();
        let rule = own(Base::Entitled);
        let before = judged(&rule, Method::Secret, &order, &rows, seats);
        let whose = whose % rows.len();
        let name = format!("候选{whose}");
        prop_assume!(elected(&before).contains(&name) && rows[whose].0 < 10);
        let mut more = rows.clone();
        more[whose].0 += 1;
        more[whose].1 = more[whose].1.min(10 - more[whose].0);
        let after = judged(&rule, Method::Secret, &order, &more, seats);
        prop_assert!(elected(&after).contains(&name));
    }

    #[test]
    fn hands_and_papers_of_the_same_totals_agree_and_reconcile(rows in votes(), seats in 1..4_u32) {
        let order: Vec<usize> = (0..rows.len()).collect();
        let rule = own(Base::Entitled);
        let papers = judged(&rule, Method::Secret, &order, &rows, seats);
        let hands = judged(&rule, Method::Hands, &order, &rows, seats);
        prop_assert_eq!(&papers, &hands);
        let counts = papers.tally.counts;
        prop_assert_eq!(counts.entitled(rule.recusal), 10);
        let count = papers.slate.as_ref().unwrap();
        for row in &count.sheet.rows {
            prop_assert_eq!(row.yes + row.no + row.abstain, count.sheet.valid);
        }
        let taken = elected(&papers).len();
        prop_assert!(taken <= usize::try_from(seats).unwrap());
        for placed in &count.judged.placed {
            prop_assert_eq!(placed.inequality.holds(), 2 * placed.inequality.count > 10);
            prop_assert!(!placed.taken || placed.inequality.holds());
        }
    }
}
