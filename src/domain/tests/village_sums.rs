//! What each village said, in its place and with nobody else's voices: by stances, numbers, papers and
//! names, and beside the motion that excludes it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::by_village::under_on;
use super::stage::{Stage, at, day, line, motion};
use crate::domain::ids::{PersonId, VillageId};
use crate::domain::roster::{self, Capacity, Person, Seat};
use crate::domain::rule::{Method, Rule, preset};
use crate::domain::session::RollMark;
use crate::domain::vote::by_village::{Says, Split, Stance, VillageCount, VillageVote};
use crate::domain::vote::hands::{ChairHand, HandCount, Hands};
use crate::domain::vote::result::VoteResult;
use crate::domain::vote::secret::{BallotCount, Issued, Papers, SecretCount, VillagePapers};
use crate::domain::vote::tally::{Counts, Voice};
use crate::domain::vote::{self, Ballot, Choice, Outcome, Voter};
use crate::domain::{Command, Refusal};
use std::collections::BTreeSet;

/// Voters, three of each of these villages.
fn voters(villages: &[Option<&str>]) -> Vec<Voter> {
    let each = villages
        .iter()
        .flat_map(|village| [1, 2, 3].map(|n| (*village, n)));
    each.map(|(village, n)| {
        let person = format!("{}{n}", village.unwrap_or("area"));
        Voter::new(person.as_str().into(), village.map(Into::into))
    })
    .collect()
}

fn rule() -> Rule {
    preset("one-village-one-vote").unwrap()
}

fn ballot(method: Method) -> (Ballot, BTreeSet<PersonId>) {
    let voters = voters(&[Some("v3"), Some("v1"), None, Some("v2")]);
    let room = voters.iter().map(|it| it.person.clone()).collect();
    (Ballot::new(at("09:15"), rule(), voters, method), room)
}

/// Villages in the order of the count, each with its counts.
fn groups(result: &VoteResult) -> Vec<(&str, Counts)> {
    let groups = result.tally.groups.iter();
    groups.map(|it| (it.group.as_str(), it.counts)).collect()
}

pub(super) fn split(yes: u32, no: u32, abstain: u32, not_voting: u32) -> Says {
    Says::ByNumbers {
        split: Split {
            yes,
            no,
            abstain,
            not_voting,
        },
    }
}

pub(super) fn stance(stance: Stance) -> Says {
    Says::AsOne { stance }
}

#[test]
fn a_stance_is_the_voice_of_each_delegate() {
    let voices = Stance::ALL.map(Stance::voice);
    let asked = [Voice::For, Voice::Against, Voice::Abstain, Voice::NotVoting];
    assert_eq!(voices, asked);
    for (stance, voice) in Stance::ALL.into_iter().zip(asked) {
        let said = Says::AsOne { stance }.of(4);
        assert_eq!(said.sum(), 4);
        let heard = said.voices().into_iter().filter(|(_, number)| *number > 0);
        assert_eq!(heard.collect::<Vec<_>>(), [(voice, 4)]);
    }
}

#[test]
fn villages_are_counted_in_the_order_asked_with_those_who_said_nothing() {
    let (ballot, mut room) = ballot(Method::ByVillage);
    room.remove(&PersonId::from("v13"));
    let heard = |village: Option<&str>, says: Says| VillageVote {
        village: village.map(Into::into),
        says,
        pencilled: false,
    };
    let count = VillageCount {
        // Heard in another order than they are asked; nobody speaks for the third.
        votes: vec![
            heard(Some("v1"), split(1, 1, 0, 0)),
            heard(None, split(0, 0, 1, 2)),
            heard(
                Some("v3"),
                Says::AsOne {
                    stance: Stance::NotVoting,
                },
            ),
        ],
        room: ballot.voters.clone(),
    };
    let asked = ["v3".into(), "v2".into()];
    let result = VoteResult::by_village(&ballot, &room, count, &asked, at("09:30"));
    let counts = |yes, no, not_voting, absent| Counts {
        yes,
        no,
        not_voting,
        absent,
        ..Counts::default()
    };
    assert_eq!(
        groups(&result),
        [
            ("v3", counts(0, 0, 3, 0)),
            ("v1", counts(1, 1, 0, 1)),
            ("v2", Counts::default()),
        ]
    );
    let all = Counts {
        abstain: 1,
        ..counts(1, 1, 5, 1)
    };
    assert_eq!(result.tally.counts, all);
    let concerned = result.concerned.iter();
    let concerned: Vec<_> = concerned
        .map(|it| (it.village.as_str(), it.agreed))
        .collect();
    assert_eq!(concerned, [("v3", false), ("v2", false)]);
}

fn papers(returned: u32, yes: u32, spoiled: u32) -> Papers {
    Papers {
        returned,
        yes,
        spoiled,
        no: returned.saturating_sub(yes + spoiled),
        abstain: 0,
    }
}

#[test]
fn papers_are_counted_in_the_order_asked_with_those_that_did_not_come_back() {
    let (mut ballot, room) = ballot(Method::Secret);
    ballot.take(
        &"v33".into(),
        Choice::Recused {
            reason: line("本人承包").into(),
        },
    );
    let to: Vec<Voter> = ballot.voters.iter().rev().cloned().collect();
    let to: Vec<Voter> = to
        .into_iter()
        .filter(|it| it.person != "v33".into())
        .collect();
    let issued = Issued {
        at: at("09:16"),
        to,
    };
    let pile = |village: Option<&str>, papers| VillagePapers {
        village: village.map(Into::into),
        papers,
    };
    let secret = |villages| SecretCount {
        issued: issued.clone(),
        count: BallotCount::ByVillage { villages },
    };
    let villages = vec![
        pile(Some("v2"), papers(3, 2, 1)),
        pile(None, papers(3, 1, 0)),
        pile(Some("v1"), papers(2, 2, 0)),
        pile(Some("v3"), papers(1, 0, 0)),
    ];
    let asked = ["v2".into(), "v3".into()];
    let count =
        |villages| VoteResult::secretly(&ballot, &room, secret(villages), &asked, at("09:30"));
    let result = count(villages);
    let counts = |yes, no, not_voting| Counts {
        yes,
        no,
        not_voting,
        ..Counts::default()
    };
    assert_eq!(
        groups(&result),
        [
            (
                "v3",
                Counts {
                    recused: 1,
                    ..counts(0, 1, 1)
                }
            ),
            ("v1", counts(2, 0, 1)),
            (
                "v2",
                Counts {
                    spoiled: 1,
                    ..counts(2, 0, 0)
                }
            ),
        ]
    );
    let concerned = result.concerned.iter();
    let concerned: Vec<_> = concerned
        .map(|it| (it.village.as_str(), it.agreed))
        .collect();
    assert_eq!(concerned, [("v2", true), ("v3", false)]);
    // Nothing is said of a village by papers that are too many.
    let void = count(vec![pile(Some("v2"), papers(4, 0, 0))]);
    assert_eq!(void.outcome, Outcome::Void);
    assert_eq!(void.concerned, []);
}

#[test]
fn papers_in_one_pile_tell_of_no_village() {
    let (mut ballot, room) = ballot(Method::Secret);
    ballot.take(
        &"v33".into(),
        Choice::Recused {
            reason: line("本人承包").into(),
        },
    );
    let to = ballot.voters.iter().filter(|it| it.person != "v33".into());
    let secret = SecretCount {
        issued: Issued {
            at: at("09:16"),
            to: to.cloned().collect(),
        },
        count: BallotCount::Whole {
            papers: papers(10, 6, 0),
        },
    };
    let asked = [VillageId::from("v2")];
    let result = VoteResult::secretly(&ballot, &room, secret, &asked, at("09:30"));
    assert_eq!(groups(&result), []);
    assert_eq!(result.concerned, []);
    let counts = Counts {
        yes: 6,
        no: 4,
        not_voting: 1,
        recused: 1,
        ..Counts::default()
    };
    assert_eq!(result.tally.counts, counts);
}

#[test]
fn the_chair_raised_a_hand_where_the_chair_was_in_the_room_that_was_counted() {
    let count = |chair: Option<&str>| HandCount {
        hands: Hands::proposed(3, 0, 0, 0, ChairHand::Counted),
        room: voters(&[Some("v1")]),
        chair: chair.map(Into::into),
    };
    assert!(count(Some("v12")).chair_raises());
    assert!(!count(Some("v21")).chair_raises());
    assert!(!count(None).chair_raises());
}

/// A session whose villages have three voters each, so that papers tell of none.
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
        stage.run(Command::Roster(roster::Command::PutSeat(Seat {
            households: None,
            shares: None,
            id: format!("seat-{id}").as_str().into(),
            person: id.clone(),
            village: Some(village.into()),
            role: line("委员"),
            capacity: Capacity::Voting,
            from: day("01-01"),
            to: None,
            counts: false,
        })));
    }
    stage
}

/// Of all there are enough people to be for one of the two, of one village there are not.
#[test]
fn nobody_of_a_village_is_for_both_by_its_own_numbers() {
    let mut stage = under_on(of_three(), "one-village-one-vote", |_| {});
    stage.vote(vote::Command::Draft(motion("i5", "m2")));
    stage.vote(vote::Command::Exclude {
        motion: "m2".into(),
        other: Some("m1".into()),
    });
    let vote = |stage: &mut Stage, id: &str, says: [Says; 5]| {
        stage.vote(vote::Command::OpenByVillage {
            motion: id.into(),
            at: at("09:35"),
        });
        let villages = [Some("v1"), Some("v2"), Some("v3"), Some("v4"), None];
        for (village, says) in villages.into_iter().zip(says) {
            stage.vote(vote::Command::HearVillage {
                motion: id.into(),
                village: village.map(Into::into),
                says,
            });
        }
    };
    let end = |id: &str| {
        Command::Vote(vote::Command::End {
            motion: id.into(),
            at: at("09:50"),
        })
    };
    let against = stance(Stance::Against);
    vote(
        &mut stage,
        "m1",
        [
            stance(Stance::For),
            split(1, 2, 0, 0),
            against,
            against,
            against,
        ],
    );
    stage.run(end("m1"));
    stage.announce("m1");
    vote(
        &mut stage,
        "m2",
        [
            split(1, 2, 0, 0),
            split(2, 1, 0, 0),
            against,
            against,
            against,
        ],
    );
    assert_eq!(
        stage.refused(&end("m2")),
        Refusal::ForBoth {
            village: Some("v1".into()),
            motion: "m1".into(),
            then: 3,
            now: 1,
            people: 3,
        }
    );
    stage.vote(vote::Command::HearVillage {
        motion: "m2".into(),
        village: Some("v1".into()),
        says: against,
    });
    stage.run(end("m2"));
}

#[test]
fn whoever_is_away_or_withdrew_does_not_keep_a_village_from_speaking_as_one() {
    let mut stage = under_on(Stage::planned(), "joint-default", |rule| {
        rule.bloc = true;
        rule.methods = vec![Method::ByName];
    });
    stage.open("m1");
    stage.take(
        "p2",
        Choice::Recused {
            reason: line("本人承包").into(),
        },
    );
    stage.mark("p3", RollMark::Left);
    stage.take("p5", Choice::Against);
    stage.mark("p6", RollMark::Left);
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    let counts = stage.end("m1").tally.counts;
    assert_eq!((counts.yes, counts.no), (6, 1));
    assert_eq!((counts.absent, counts.recused), (2, 1));
}

#[test]
fn papers_are_counted_by_village_only_where_the_rule_asks_them() {
    let count = |villages: &[Option<&str>]| {
        let pile = |village: &Option<&str>| VillagePapers {
            village: village.map(Into::into),
            papers: papers(3, 3, 0),
        };
        Command::Vote(vote::Command::CountPapers {
            motion: "m1".into(),
            count: BallotCount::ByVillage {
                villages: villages.iter().map(pile).collect(),
            },
        })
    };
    let issued = |rule: &str, number| {
        let mut stage = of_three();
        let mut chair = stage.world.seats[&"k01".into()].as_ref().clone();
        chair.capacity = Capacity::Observer;
        stage.run(Command::Roster(roster::Command::PutSeat(chair)));
        let mut stage = under_on(stage, rule, |_| {});
        stage.vote(vote::Command::OpenSecretly {
            motion: "m1".into(),
            at: at("09:15"),
        });
        stage.vote(vote::Command::IssuePapers {
            motion: "m1".into(),
            number,
            at: at("09:16"),
        });
        stage
    };
    let all = [Some("v1"), Some("v2"), Some("v3"), Some("v4")];
    assert_eq!(
        issued("joint-default", 12).refused(&count(&all)),
        Refusal::PapersWhole
    );
    let mut stage = issued("one-village-one-vote", 12);
    for wrong in [
        &all[..3],
        &[Some("v2"), Some("v1"), Some("v3"), Some("v4")],
        &[Some("v1"), Some("v2"), Some("v3"), None],
    ] {
        assert_eq!(stage.refused(&count(wrong)), Refusal::PapersWhole);
    }
    stage.run(count(&all));
}

#[test]
fn nobody_speaks_for_whoever_is_there() {
    let (mut ballot, mut room) = ballot(Method::ByName);
    let (giver, away) = (PersonId::from("v11"), PersonId::from("v12"));
    room.remove(&away);
    ballot.take(&giver, Choice::For);
    ballot.take(&away, Choice::Against);
    let holder = || PersonId::from("v13");
    let proxies = [(giver.clone(), holder()), (away.clone(), holder())].into();
    let result = VoteResult::count(&ballot, &room, &proxies, &[], at("09:30"));
    let voiced = |person: &PersonId| {
        let mut voices = result.voices.iter();
        let voiced = voices.find(|it| it.voter.person == *person).unwrap();
        (voiced.voice, voiced.cast_by.clone())
    };
    assert_eq!(voiced(&giver), (Voice::For, None));
    assert_eq!(voiced(&away), (Voice::Against, Some(holder())));
}
