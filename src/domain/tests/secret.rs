//! A secret ballot: papers given out, counted twice, and nobody's voice anywhere.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::by_village::under_on;
use super::moments::{self, Moment, correct, end};
use super::stage::{Stage, at, day, line, recused, take};
use crate::domain::act::Restored;
use crate::domain::ids::{MotionId, PersonId};
use crate::domain::roster::{self, Capacity, Person, Seat};
use crate::domain::rule::Method;
use crate::domain::session::RollMark;
use crate::domain::session::correction::Wanted;
use crate::domain::session::next::Step;
use crate::domain::vote::secret::{BallotCount, Number, Papers, VillagePapers, counts_villages};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{self, Choice, Due, MotionState, Outcome, Standing, standing};
use crate::domain::{Command, Refusal, Remedy, World};

/// Counts all papers that were given out as votes for.
pub(super) fn all_for(world: &World, motion: &MotionId) -> BallotCount {
    let ballot = world.motion(motion).unwrap().ballot().unwrap();
    let issued = ballot.secret.issued.as_ref().unwrap();
    if let Some(sheet) = super::stage::all_for_the_first(ballot, issued.number()) {
        return BallotCount::Slate { sheet };
    }
    let pile = |number| Papers {
        returned: number,
        yes: number,
        ..Papers::default()
    };
    if counts_villages(&ballot.rule) {
        let villages = issued.by_village().into_iter();
        return BallotCount::ByVillage {
            villages: villages
                .map(|(village, number)| VillagePapers {
                    village,
                    papers: pile(number),
                })
                .collect(),
        };
    }
    BallotCount::Whole {
        papers: pile(issued.number()),
    }
}

fn whole(returned: u32, spoiled: u32, yes: u32, no: u32, abstain: u32) -> BallotCount {
    BallotCount::Whole {
        papers: Papers {
            returned,
            spoiled,
            yes,
            no,
            abstain,
        },
    }
}

fn count(count: BallotCount) -> Command {
    Command::Vote(vote::Command::CountPapers {
        motion: "m1".into(),
        count,
    })
}

fn issue(number: u32) -> Command {
    Command::Vote(vote::Command::IssuePapers {
        motion: "m1".into(),
        number,
        at: at("09:16"),
    })
}

fn open() -> Command {
    Command::Vote(vote::Command::OpenSecretly {
        motion: "m1".into(),
        at: at("09:15"),
    })
}

fn opened() -> Stage {
    let mut stage = moments::stage(Moment::Running);
    stage.run(open());
    stage
}

fn issued() -> Stage {
    let mut stage = opened();
    stage.run(issue(10));
    stage
}

fn counted(papers: &BallotCount) -> Stage {
    let mut stage = issued();
    stage.run(count(papers.clone()));
    stage.run(count(papers.clone()));
    stage
}

#[test]
fn as_many_papers_are_given_out_as_people_are_there() {
    let mut stage = opened();
    let (step, _) = stage.next(&"s1".into());
    let (motion, room) = ("m1".into(), 10);
    assert_eq!(step, Step::IssuePapers { motion, room });
    let wrong = stage.refused(&issue(9));
    let (room, number) = (10, 9);
    assert_eq!(wrong, Refusal::PapersNotTheRoom { room, number });
    assert!(wrong.remedies().contains(&Remedy::MarkMoves));
    assert_eq!(stage.refused(&end()), Refusal::PapersNotIssued);
    assert_eq!(
        stage.refused(&count(whole(10, 0, 10, 0, 0))),
        Refusal::PapersNotIssued
    );
    stage.mark("p4", RollMark::Left);
    stage.take("p2", recused());
    stage.run(issue(8));
    assert_eq!(stage.refused(&issue(8)), Refusal::PapersIssued);
    // Once a paper is in somebody's hand, nobody withdraws and nobody's withdrawal is taken back.
    for command in [
        take("p3", recused()),
        vote::Command::Clear {
            motion: "m1".into(),
            person: "p2".into(),
        },
    ] {
        assert_eq!(
            stage.refused(&Command::Vote(command)),
            Refusal::PapersIssued
        );
    }
}

#[test]
fn both_counts_must_agree_and_a_difference_asks_for_both_again() {
    let mut stage = issued();
    let first = whole(9, 1, 5, 2, 1);
    stage.run(count(first.clone()));
    let (step, _) = stage.next(&"s1".into());
    let motion = "m1".into();
    let again = true;
    assert_eq!(step, Step::CountPapers { motion, again });
    assert_eq!(stage.refused(&end()), Refusal::PapersUncounted);
    let second = whole(9, 1, 6, 1, 1);
    assert_eq!(
        first.differences(&second),
        [(None, Number::Yes), (None, Number::No)]
    );
    stage.run(count(second.clone()));
    let (step, _) = stage.next(&"s1".into());
    let motion = "m1".into();
    let again = false;
    assert_eq!(step, Step::CountPapers { motion, again });
    stage.run(count(second.clone()));
    stage.run(count(second.clone()));
    assert_eq!(
        stage.refused(&count(second.clone())),
        Refusal::PapersCounted
    );
    let ballot = stage.world.motion(&"m1".into()).unwrap().ballot().unwrap();
    assert_eq!(ballot.secret.differed.len(), 1);
    let result = stage.end("m1");
    assert_eq!(result.outcome, Outcome::Adopted);
    assert_eq!(result.voices, [], "nobody's voice is known");
    let counts = result.tally.counts;
    assert_eq!((counts.spoiled, counts.not_voting), (1, 1));
    assert_eq!(
        result.tally.criteria()[0].inequality.to_string(),
        "2*6 > 10"
    );
}

#[test]
fn a_count_balances_or_is_refused_with_its_numbers() {
    let stage = issued();
    for (papers, sum) in [(whole(9, 1, 5, 2, 0), 8), (whole(9, 1, 6, 2, 1), 10)] {
        assert_eq!(
            stage.refused(&count(papers)),
            Refusal::PapersDoNotAddUp {
                village: None,
                returned: 9,
                sum
            }
        );
    }
    let villages = vec![VillagePapers {
        village: Some("v1".into()),
        papers: Papers::default(),
    }];
    assert_eq!(
        stage.refused(&count(BallotCount::ByVillage { villages })),
        Refusal::PapersWhole
    );
}

#[test]
fn whoever_left_after_the_papers_were_given_out_took_part() {
    let mut stage = issued();
    stage.mark("p4", RollMark::Left);
    for _ in 0..2 {
        stage.run(count(whole(10, 0, 10, 0, 0)));
    }
    let result = stage.end("m1");
    assert_eq!(result.tally.counts.yes, 10);
    assert!(result.stands_on(&"p4".into()));
    let voice = correct(Wanted::Voice {
        motion: "m1".into(),
        person: "p3".into(),
        to: Choice::For,
    });
    stage.announce("m1");
    assert_eq!(stage.refused(&voice), Refusal::CountedSecretly);
}

#[test]
fn more_papers_than_were_given_out_void_the_vote_and_another_follows() {
    // What is on papers of which there are too many is not counted.
    assert!(matches!(
        issued().refused(&count(whole(11, 0, 11, 0, 0))),
        Refusal::PapersDoNotAddUp { returned: 0, .. }
    ));
    let mut stage = counted(&whole(11, 0, 0, 0, 0));
    assert_eq!(stage.end("m1").outcome, Outcome::Void);
    stage.announce("m1");
    let motion = stage.world.motion(&"m1".into()).unwrap();
    assert_eq!(standing(motion), Standing::Void);
    assert!(motion.stands_on(&"p3".into()));
    // The same words are put once more, as they were; or the motion is taken back.
    let reword = moments::reword();
    assert_eq!(stage.refused(&reword), Refusal::MotionPastWording);
    let (step, _) = stage.next(&"s1".into());
    let due = Due::NewVote;
    assert_eq!(
        step,
        Step::Follow {
            motion: "m1".into(),
            due
        }
    );
    let motion = stage.world.motion(&"m1".into()).unwrap();
    let way = motion.way(&motion.ballot().unwrap().rule).unwrap();
    stage.vote(vote::Command::open("m1".into(), at("09:20"), way));
    let ballot = stage.world.motion(&"m1".into()).unwrap().ballot().unwrap();
    assert_eq!(ballot.method, Method::Secret, "as the one before it");
    let motion = stage.world.motion(&"m1".into()).unwrap();
    assert_eq!(motion.earlier.len(), 1);
    stage.run(issue(10));
    for _ in 0..2 {
        stage.run(count(whole(10, 0, 6, 4, 0)));
    }
    assert_eq!(stage.end("m1").outcome, Outcome::Adopted);
    stage.announce("m1");
    let motion = stage.world.motion(&"m1".into()).unwrap();
    assert_eq!(motion.earlier[0].result().unwrap().outcome, Outcome::Void);
    assert_eq!(motion.result().unwrap().outcome, Outcome::Adopted);
}

#[test]
fn a_motion_begun_by_name_never_turns_secret_undone_or_not() {
    let mut stage = moments::stage(Moment::Running);
    let drafted = stage.world.clone();
    stage.open("m1");
    stage.take("p2", recused());
    stage.take("p3", Choice::Against);
    let named = stage.world.clone();
    let back = |from: &Stage, to: &World| {
        let restored = from.world.changes_since(to).into_iter().map(|(key, now)| {
            let root = now.unwrap().root();
            Restored::new(key.clone(), &root, to.entity(&key))
        });
        Command::Restore(restored.collect())
    };
    let command = back(&stage, &drafted);
    stage.run(command);
    let motion = stage.world.motion(&"m1".into()).unwrap();
    assert_eq!(motion.state, MotionState::Drafted);
    assert_eq!(stage.refused(&open()), Refusal::NamedAlready);
    assert_eq!(Refusal::NamedAlready.remedy(), Some(Remedy::TakeBack));
    // Taken back while it is open, it is followed by a motion of its own.
    stage.world = named;
    stage.vote(vote::Command::Withdraw {
        motion: "m1".into(),
        reason: None,
    });
    let motion = stage.world.motion(&"m1".into()).unwrap();
    let MotionState::Withdrawn { begun, .. } = &motion.state else {
        panic!("{motion:?}")
    };
    assert_eq!(begun.unwrap().method, Method::ByName);
    stage.vote(vote::Command::Draft(super::stage::motion("i2", "m2")));
    stage.vote(vote::Command::OpenSecretly {
        motion: "m2".into(),
        at: at("09:20"),
    });
    // Opened by name by mistake, and nobody asked: that tells of nobody.
    let mut stage = moments::stage(Moment::Running);
    let drafted = stage.world.clone();
    stage.open("m1");
    let command = back(&stage, &drafted);
    stage.run(command);
    stage.run(open());
}

/// A session that plans to be judged by what each village says; of each of them three have a vote.
pub(super) fn of_three() -> Stage {
    let mut stage = Stage::planned();
    for (number, village) in [(21, "v2"), (22, "v3"), (23, "v4")] {
        let id = PersonId::from(format!("p{number}"));
        stage.run(Command::Roster(roster::Command::PutPerson(Person {
            kin: Vec::new(),
            woman: false,
            id: id.clone(),
            name: line(&format!("代表{number}")),
        })));
        stage.run(Command::Roster(roster::Command::PutSeat(seat(
            &id,
            Some(village),
            Capacity::Voting,
        ))));
    }
    let mut chair = stage.world.seats[&"k01".into()].as_ref().clone();
    chair.capacity = Capacity::Observer;
    stage.run(Command::Roster(roster::Command::PutSeat(chair)));
    stage
}

fn seat(person: &PersonId, village: Option<&str>, capacity: Capacity) -> Seat {
    Seat {
        households: None,
        shares: None,
        id: format!("seat-{person}").as_str().into(),
        person: person.clone(),
        village: village.map(Into::into),
        role: line("委员"),
        capacity,
        from: day("01-01"),
        to: None,
        counts: false,
    }
}

fn piles(piles: [(&str, u32, u32); 4]) -> BallotCount {
    let villages = piles
        .into_iter()
        .map(|(village, returned, yes)| VillagePapers {
            village: Some(village.into()),
            papers: Papers {
                returned,
                yes,
                no: returned - yes,
                ..Papers::default()
            },
        });
    BallotCount::ByVillage {
        villages: villages.collect(),
    }
}

#[test]
fn a_village_is_known_from_three_papers_on_and_not_below() {
    // One seat for the whole area would be all that is left beside the villages.
    let stage = under_on(Stage::planned(), "one-village-one-vote", |_| {});
    let Refusal::TooFewPapers { papers, .. } = stage.refused(&open()) else {
        panic!("{:?}", stage.refused(&open()))
    };
    assert!(papers < 3);
    let mut stage = under_on(of_three(), "one-village-one-vote", |_| {});
    stage.run(open());
    let mut fewer = stage.clone();
    fewer.mark("p3", RollMark::Left);
    assert_eq!(
        fewer.refused(&issue(11)),
        Refusal::TooFewPapers {
            village: Some("v1".into()),
            papers: 2
        }
    );
    stage.run(issue(12));
    assert_eq!(
        stage.refused(&count(whole(12, 0, 12, 0, 0))),
        Refusal::PapersByVillage
    );
    // A paper that did not come back leaves two of the village, and who wrote them could be told.
    assert_eq!(
        stage.refused(&count(piles([
            ("v1", 2, 2),
            ("v2", 3, 3),
            ("v3", 3, 0),
            ("v4", 3, 2)
        ]))),
        Refusal::TooFewPapers {
            village: Some("v1".into()),
            papers: 2
        }
    );
    for _ in 0..2 {
        stage.run(count(piles([
            ("v1", 3, 2),
            ("v2", 3, 3),
            ("v3", 3, 0),
            ("v4", 3, 2),
        ])));
    }
    let result = stage.end("m1");
    assert_eq!(result.outcome, Outcome::Adopted);
    assert_eq!(result.tally.groups.len(), 4);
    assert_eq!(result.tally.measured[0].counts.yes, 3);
    // More papers of a village than it was given void the vote, though the sum is right.
    let mut stage = under_on(of_three(), "one-village-one-vote", |_| {});
    stage.run(open());
    stage.run(issue(12));
    let too_many = |village: &str| VillagePapers {
        village: Some(village.into()),
        papers: Papers {
            returned: if village == "v1" { 4 } else { 3 },
            ..Papers::default()
        },
    };
    for _ in 0..2 {
        let villages = ["v1", "v2", "v3", "v4"].map(too_many).to_vec();
        stage.run(count(BallotCount::ByVillage { villages }));
    }
    assert_eq!(stage.end("m1").outcome, Outcome::Void);
}

#[test]
fn a_secret_and_a_named_vote_with_the_same_totals_agree() {
    for (yes, no, abstain) in [(6, 4, 0), (5, 5, 0), (5, 0, 5), (0, 10, 0), (10, 0, 0)] {
        let mut named = moments::stage(Moment::Running);
        named.open("m1");
        for (at, voter) in super::stage::VOTERS.iter().enumerate() {
            let choice = match at {
                at if at < yes => Choice::For,
                at if at < yes + no => Choice::Against,
                _ => Choice::Abstain,
            };
            named.take(voter, choice);
        }
        let named = named.end("m1");
        let number = |number| u32::try_from(number).unwrap();
        let papers = whole(10, 0, number(yes), number(no), number(abstain));
        let secret = counted(&papers).end("m1");
        assert_eq!(secret.outcome, named.outcome);
        assert_eq!(secret.tally.counts, named.tally.counts);
        assert_eq!(secret.tally.proof, named.tally.proof);
        assert!(!named.voices.iter().any(|it| it.voice == Voice::Absent));
    }
}
