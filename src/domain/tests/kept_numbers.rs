//! Numbers and marks as they are kept: what is in ink, who counts for a quorum, what papers and silence say.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::by_village::under_on;
use super::moments::{self, Moment};
use super::polls::Case;
use super::stage::{Stage, VOTERS, at, line, motion, recused};
use super::standing::announced;
use super::traps::room;
use super::village_sums::of_three;
use crate::domain::ids::VillageId;
use crate::domain::roster::Capacity;
use crate::domain::rule::{
    Base, Consent, Method, Over, Pass, Provenance, Quorum, Required, Rule, Threshold, Turnout,
    joint_default,
};
use crate::domain::session::{self, RollMark};
use crate::domain::vote::due::close_split;
use crate::domain::vote::hands::{ChairHand, Hands};
use crate::domain::vote::result::Voiced;
use crate::domain::vote::secret::{BallotCount, Papers};
use crate::domain::vote::tally::{Proof, Voice};
use crate::domain::vote::{
    self, Attending, Ballot, Choice, MotionState, Outcome, QuorumProof, VoteResult, Voter,
};
use crate::domain::{Command, Refusal, roster};

fn by(pass: Pass) -> Rule {
    Rule::counting("own".into(), pass, Provenance::Own, "第九条".to_owned())
}

fn half() -> Rule {
    by(Pass::Reaches(Threshold::more_than_half(Base::Present)))
}

fn ballot(rule: Rule, people: &[(&str, Option<&str>)]) -> Ballot {
    let voter = |(person, village): &(&str, Option<&str>)| {
        Voter::new((*person).into(), village.map(Into::into))
    };
    let voters = people.iter().map(voter).collect();
    Ballot::new(at("09:15"), rule, voters, Method::ByName)
}

#[test]
fn what_is_taken_down_is_in_ink() {
    let mut ballot = ballot(half(), &[("p1", None)]);
    ballot.take(&"p1".into(), Choice::For);
    let mark = &ballot.marks[&"p1".into()];
    assert_eq!((&mark.choice, mark.pencilled), (&Choice::For, false));
}

#[test]
fn a_sole_criterion_stands_in_no_list() {
    let result = Case {
        rule: half(),
        voices: room("yyn"),
        concerned: Vec::new(),
    }
    .result();
    assert!(matches!(result.tally.proof, Proof::One(_)));
}

/// Whoever is spoken for did not come, where the rule knows of no proxies too.
#[test]
fn whoever_is_spoken_for_is_not_there_for_the_quorum() {
    let rule = Rule {
        quorum: Quorum::of(Turnout::MORE_THAN_HALF),
        ..half()
    };
    let ballot = ballot(rule, &[("p1", None), ("p2", None)]);
    let voice = |person: &str, cast_by: Option<&str>| Voiced {
        cast_by: cast_by.map(Into::into),
        ..Voiced::new(Voter::new(person.into(), None), Voice::For)
    };
    for (cast_by, outcome) in [(None, Outcome::Adopted), (Some("p1"), Outcome::Inquorate)] {
        let voices = vec![voice("p1", None), voice("p2", cast_by)];
        let result = VoteResult::of(&ballot, voices, &[], at("09:30"));
        assert_eq!(result.outcome, outcome, "{cast_by:?}");
    }
}

fn chair(there: bool) -> QuorumProof {
    let threshold = Threshold::at_least(1, 1, Base::Entitled);
    QuorumProof {
        of: Attending::Required(Required::Chair),
        inequality: threshold.with(u32::from(there), 1),
        waived: false,
    }
}

#[test]
fn without_whom_the_rule_wants_only_what_is_void_stays_what_it_was() {
    let ballot = ballot(half(), &[("p1", None)]);
    let voices = vec![Voiced::new(Voter::new("p1".into(), None), Voice::For)];
    let result = VoteResult::of(&ballot, voices, &[], at("09:30"));
    for outcome in [
        Outcome::Adopted,
        Outcome::Rejected,
        Outcome::Tied,
        Outcome::VoteAgain,
        Outcome::Inquorate,
        Outcome::Void,
    ] {
        let judged = |there| {
            let mut result = result.clone();
            result.outcome = outcome;
            result.requiring(vec![chair(there)]).outcome
        };
        assert_eq!(judged(true), outcome);
        let without = match outcome {
            Outcome::Void => Outcome::Void,
            _ => Outcome::Inquorate,
        };
        assert_eq!(judged(false), without, "{outcome:?}");
    }
}

#[test]
fn a_voice_put_right_leaves_who_came_by_video() {
    let ballot = ballot(half(), &[("p1", None), ("p2", None)]);
    let voices = ["p1", "p2"].map(|it| Voiced::new(Voter::new(it.into(), None), Voice::For));
    let mut result = VoteResult::of(&ballot, voices.to_vec(), &[], at("09:30"));
    result.by_video = vec!["p2".into()];
    let right = result.with_voice(&ballot, &[], &"p2".into(), Voice::Against);
    assert_eq!(right.voice_of(&"p2".into()), Some(Voice::Against));
    assert_eq!(right.by_video, ["p2".into()]);
}

#[test]
fn a_village_of_which_nobody_is_for_it_has_not_agreed_though_nothing_is_asked_of_nobody() {
    let rule = Rule {
        consent: Consent::InVote {
            each: Threshold::at_least(1, 2, Base::Cast),
        },
        ..half()
    };
    let people = [("p1", Some("v1")), ("p2", Some("v2"))];
    let ballot = ballot(rule, &people);
    for (voice, agreed) in [(Voice::For, true), (Voice::Abstain, false)] {
        let voiced = |n: usize, voice| Voiced::new(ballot.voters[n].clone(), voice);
        let voices = vec![voiced(0, Voice::For), voiced(1, voice)];
        let asked = [VillageId::from("v2")];
        let result = VoteResult::of(&ballot, voices, &asked, at("09:30"));
        assert_eq!(result.concerned[0].agreed, agreed, "{voice:?}");
    }
}

#[test]
fn one_on_each_side_is_a_dispute() {
    let rule = || Rule {
        close: Some(1),
        tie: Vec::new(),
        ..joint_default()
    };
    assert!(close_split(&announced(rule(), 2, 1)));
    assert!(close_split(&announced(rule(), 1, 2)));
    assert!(!close_split(&announced(rule(), 1, 0)));
}

#[test]
fn the_same_hands_are_counted_once() {
    let mut stage = moments::stage(Moment::Running);
    stage.vote(vote::Command::OpenByHands {
        motion: "m1".into(),
        at: at("09:15"),
    });
    let count = |no| {
        Command::Vote(vote::Command::CountHands {
            motion: "m1".into(),
            hands: Hands::proposed(10, no, 0, 0, ChairHand::Counted),
        })
    };
    assert_eq!(stage.run(count(2)).len(), 1);
    assert_eq!(stage.run(count(2)), []);
    assert_eq!(stage.run(count(3)).len(), 1);
}

fn open_secretly() -> Command {
    Command::Vote(vote::Command::OpenSecretly {
        motion: "m1".into(),
        at: at("09:15"),
    })
}

fn issue(number: u32) -> Command {
    Command::Vote(vote::Command::IssuePapers {
        motion: "m1".into(),
        number,
        at: at("09:16"),
    })
}

/// Papers of one village tell of two people, or of one; of three they tell of nobody.
#[test]
fn papers_by_village_are_not_opened_where_a_village_has_fewer_than_three() {
    for left in [3, 2, 1] {
        let mut stage = of_three();
        let mut chair = stage.world.seats[&"k01".into()].as_ref().clone();
        chair.capacity = Capacity::Observer;
        stage.run(Command::Roster(roster::Command::PutSeat(chair)));
        let mut stage = under_on(stage, "one-village-one-vote", |_| {});
        for person in ["p5", "p6"].iter().take(3 - left as usize) {
            stage.mark(person, RollMark::Left);
        }
        let refused = stage.attempt(&open_secretly()).err();
        let few = Refusal::TooFewPapers {
            village: Some("v2".into()),
            papers: left,
        };
        assert_eq!(refused, (left < 3).then_some(few), "{left}");
    }
}

#[test]
fn papers_are_given_out_to_one_and_not_to_nobody() {
    let mut stage = moments::stage(Moment::Running);
    stage.run(open_secretly());
    for person in &VOTERS[1..] {
        stage.take(person, recused());
    }
    let mut one = stage.clone();
    one.run(issue(1));
    stage.take("p1", recused());
    assert_eq!(
        stage.refused(&issue(0)),
        Refusal::PapersNotTheRoom { room: 0, number: 0 }
    );
}

/// Of papers that are too many nothing counts, and all who were given one are there and did not vote.
#[test]
fn papers_that_are_too_many_leave_everybody_there() {
    let mut stage = moments::stage(Moment::Running);
    stage.run(open_secretly());
    stage.run(issue(10));
    let papers = Papers {
        returned: 11,
        ..Papers::default()
    };
    for _ in 0..2 {
        stage.vote(vote::Command::CountPapers {
            motion: "m1".into(),
            count: BallotCount::Whole { papers },
        });
    }
    let result = stage.end("m1");
    assert_eq!(result.outcome, Outcome::Void);
    assert_eq!(result.tally.counts.not_voting, 10);
    assert!(result.quorum.iter().all(QuorumProof::holds));
}

#[test]
fn whoever_is_there_has_not_voted_yet_and_stands_for_no_household_of_which_nothing_is_known() {
    let stage = Stage::sitting();
    let roll = stage.s1().roll.iter().filter(|it| it.place.entitled());
    let roll = roll.enumerate().map(|(n, it)| (it, n < 7));
    let poll = session::quorum::room(&half(), roll);
    let persons = poll.counts(Over::Persons);
    assert_eq!(
        (persons.not_voting, persons.absent, persons.recused),
        (7, 3, 0)
    );
    for over in [Over::Households, Over::Shares] {
        let counts = poll.counts(over);
        assert_eq!((counts.not_voting, counts.absent), (0, 0), "{over:?}");
    }
}

fn exclude(motion: &str, other: Option<&str>) -> Command {
    Command::Vote(vote::Command::Exclude {
        motion: motion.into(),
        other: other.map(Into::into),
    })
}

#[test]
fn a_link_is_made_once_and_not_with_what_was_taken_back() {
    let mut stage = moments::stage(Moment::Running);
    for id in ["m2", "m3"] {
        stage.vote(vote::Command::Draft(motion("i2", id)));
    }
    assert_eq!(stage.run(exclude("m1", None)), []);
    assert_eq!(stage.run(exclude("m1", Some("m2"))).len(), 1);
    assert_eq!(stage.run(exclude("m1", Some("m2"))), []);
    assert_eq!(stage.run(exclude("m2", Some("m1"))), []);
    stage.vote(vote::Command::Withdraw {
        motion: "m3".into(),
        reason: Some(line("已有他案")),
    });
    stage.run(exclude("m1", None));
    assert_eq!(
        stage.refused(&exclude("m1", Some("m3"))),
        Refusal::MotionPastWording
    );
    let m1 = stage.world.motion(&"m1".into()).unwrap();
    assert_eq!(m1.state, MotionState::Drafted);
}
