//! Votes on contenders that are counted: the proof, what does not add up, round after round.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{
    ELECTION, RUN_OFF, chooses, counted, drafted, elects, hands, issue, issued, names, open,
    papers, stands, taken, tellers,
};
use crate::domain::act::Restored;
use crate::domain::rule::{Method, preset};
use crate::domain::session::RollMark;
use crate::domain::session::next::Step;
use crate::domain::tests::stage::{Stage, at, line, motion, recused, take};
use crate::domain::vote::secret::BallotCount;
use crate::domain::vote::slate::{self, Imbalance, Row, Sheet};
use crate::domain::vote::{self, Due, MotionState, Outcome, Standing, VoteResult, standing};
use crate::domain::{Command, Refusal};

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
            Refusal::Slate(slate::Refused::SheetDoesNotAddUp { imbalance, method }) => {
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
    assert_eq!(
        stage.refused(&whole),
        Refusal::Slate(slate::Refused::CountedByContender)
    );
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
        Refusal::Slate(slate::Refused::SheetDoesNotAddUp {
            imbalance: Imbalance::Options { valid: 10, sum: 9 },
            ..
        })
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
fn such_a_vote_is_taken_by_no_village_links_with_no_other_and_is_not_agreed() {
    let mut stage = drafted(RUN_OFF, 1, &["甲", "乙"]);
    let (rule, method) = (RUN_OFF.into(), Method::ByVillage);
    assert_eq!(
        stage.refused(&open(method)),
        Refusal::MethodNotAllowed { rule, method }
    );
    stage.vote(vote::Command::Draft(motion("i5", "m2")));
    let exclude = Command::Vote(vote::Command::Exclude {
        motion: "m1".into(),
        other: Some("m2".into()),
    });
    assert_eq!(
        stage.refused(&exclude),
        Refusal::Slate(slate::Refused::HasContenders)
    );
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
