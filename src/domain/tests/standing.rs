//! Where a motion stands, as a table: every outcome, every path of a tie, every answer of the villages.

#![allow(clippy::unwrap_used)]

use super::stage::{at, day, line, motion};
use crate::domain::rule::TieStep::{self, ChairCasts, Defer, Lot, Refer, SecondVote};
use crate::domain::rule::{Consent, Method, Partial, Revote, Rule, joint_default, preset};
use crate::domain::vote::due::{Due, close_split};
use crate::domain::vote::sequel::AskedVillage;
use crate::domain::vote::tally::Voice;
use crate::domain::vote::village::{VillageDecision, VillageMeeting};
use crate::domain::vote::{
    Ballot, Effect, Motion, MotionState, Outcome, Round, RoundEnd, Sequel, SequelStep, Standing,
    VoteResult, Voter, due, standing,
};
use Standing as S;

/// Makes an announced motion with so many for and against under a rule.
pub(super) fn announced(rule: Rule, yes: usize, no: usize) -> Motion {
    Motion {
        state: ended(rule, yes, no),
        ..motion("i2", "m1")
    }
}

pub(super) fn ended(rule: Rule, yes: usize, no: usize) -> MotionState {
    let (ballot, result) = count(rule, yes, no);
    MotionState::Announced {
        ballot,
        result: Box::new(result),
        at: at("09:31"),
    }
}

fn count(rule: Rule, yes: usize, no: usize) -> (Ballot, VoteResult) {
    let voter = |n: usize| Voter::new(format!("p{n}").into(), None);
    let voters: Vec<Voter> = (0..yes + no).map(voter).collect();
    let voices = voters.iter().enumerate().map(|(n, voter)| {
        let voice = if n < yes { Voice::For } else { Voice::Against };
        crate::domain::vote::result::Voiced::new(voter.clone(), voice)
    });
    let voices = voices.collect();
    let ballot = Ballot::new(at("09:15"), rule, voters, Method::ByName);
    let result = VoteResult::of(&ballot, voices, &[], at("09:30"));
    (ballot, result)
}

pub(super) fn with(mut motion: Motion, steps: &[SequelStep]) -> Motion {
    let steps = steps.iter().cloned();
    motion
        .sequels
        .extend(steps.map(|step| Sequel::new(at("09:40"), step)));
    motion
}

pub(super) fn tie(path: &[TieStep]) -> Rule {
    Rule {
        tie: path.to_vec(),
        close: None,
        ..joint_default()
    }
}

fn cast(adopted: bool) -> SequelStep {
    SequelStep::Cast {
        chair: "p1".into(),
        adopted,
    }
}

pub(super) fn passed(step: TieStep) -> SequelStep {
    SequelStep::PassedOver { step }
}

fn deferred() -> SequelStep {
    SequelStep::Deferred {
        until: Some(day("12-20")),
        reason: None,
    }
}

fn referred() -> SequelStep {
    SequelStep::Referred {
        to: line("东集镇党委"),
        task: "t1".into(),
    }
}

fn ruled(adopted: bool) -> SequelStep {
    SequelStep::Ruled {
        by: line("东集镇党委"),
        on: day("12-01"),
        adopted,
        paper: line("镇党委文件"),
    }
}

pub(super) fn lot(adopted: bool) -> SequelStep {
    SequelStep::Lot {
        drawn_by: line("孙广田"),
        adopted,
    }
}

#[test]
fn a_tie_runs_its_path_step_by_step_and_is_rejected_at_its_end() {
    let all = [ChairCasts, SecondVote, Lot, Defer, Refer];
    type Row<'a> = (&'a [TieStep], Vec<SequelStep>, S, Option<TieStep>);
    let table: Vec<Row<'_>> = vec![
        (&[], vec![], S::Rejected, None),
        (&all, vec![], S::Tied, Some(ChairCasts)),
        (&[ChairCasts], vec![cast(true)], S::Adopted, None),
        (&[ChairCasts], vec![cast(false)], S::Rejected, None),
        (&[ChairCasts], vec![passed(ChairCasts)], S::Rejected, None),
        (&all, vec![passed(ChairCasts)], S::Tied, Some(SecondVote)),
        (
            &all,
            vec![passed(ChairCasts), passed(SecondVote)],
            S::Tied,
            Some(Lot),
        ),
        (&[Lot], vec![lot(true)], S::Adopted, None),
        (&[Lot, Defer], vec![lot(false)], S::Rejected, None),
        (&[Lot, Defer], vec![passed(Lot)], S::Tied, Some(Defer)),
        (&[Defer, Refer], vec![deferred()], S::Deferred, None),
        (&[Defer, Refer], vec![passed(Defer)], S::Tied, Some(Refer)),
        (
            &[Defer, Refer],
            vec![passed(Defer), referred()],
            S::ReferredUp,
            None,
        ),
        (&[Refer], vec![referred(), ruled(true)], S::Adopted, None),
        (&[Refer], vec![referred(), ruled(false)], S::Rejected, None),
        (
            &[Defer, Refer],
            vec![passed(Defer), passed(Refer)],
            S::Rejected,
            None,
        ),
    ];
    for (path, steps, stands, next) in table {
        let motion = with(announced(tie(path), 3, 3), &steps);
        assert_eq!(standing(&motion), stands, "{path:?} {steps:?}");
        assert_eq!(due(&motion), next.map(Due::Tie), "{path:?} {steps:?}");
    }
}

#[test]
fn a_second_vote_spends_itself_and_what_came_before_it() {
    let rule = tie(&[ChairCasts, SecondVote, Lot]);
    let (ballot, result) = count(rule.clone(), 3, 3);
    let earlier = vec![Round {
        ballot,
        end: RoundEnd::Announced {
            result: Box::new(result),
            at: at("09:31"),
        },
    }];
    for (yes, no, stands, next) in [
        (3, 3, S::Tied, Some(Due::Tie(Lot))),
        (4, 2, S::Adopted, None),
        (2, 4, S::Rejected, None),
    ] {
        let motion = Motion {
            earlier: earlier.clone(),
            ..announced(rule.clone(), yes, no)
        };
        assert_eq!((standing(&motion), due(&motion)), (stands, next));
        assert_eq!(motion.rounds(), 2);
    }
    // A rule that allows one round has no second vote to offer.
    let once = Rule {
        revote: Some(Revote { rounds: 1, days: 0 }),
        ..tie(&[SecondVote, Lot])
    };
    let motion = announced(once, 3, 3);
    assert_eq!(due(&motion), Some(Due::Tie(Lot)));
}

#[test]
fn the_chair_never_casts_after_a_secret_ballot() {
    let mut motion = announced(tie(&[ChairCasts, Lot]), 3, 3);
    if let MotionState::Announced { ballot, .. } = &mut motion.state {
        ballot.method = Method::Secret;
    }
    assert_eq!(due(&motion), Some(Due::Tie(Lot)));
}

#[test]
fn nothing_is_due_before_the_announcement_and_a_void_or_inquorate_vote_is_taken_anew() {
    let mut motion = announced(tie(&[Lot]), 3, 3);
    let MotionState::Announced { ballot, result, .. } = motion.state.clone() else {
        panic!("it is announced");
    };
    motion.state = MotionState::Counted {
        ballot: ballot.clone(),
        result: result.clone(),
    };
    assert_eq!((standing(&motion), due(&motion)), (S::Open, None));
    for (outcome, stands) in [(Outcome::Void, S::Void), (Outcome::Inquorate, S::Inquorate)] {
        let mut result = result.clone();
        result.outcome = outcome;
        motion.state = MotionState::Announced {
            ballot: ballot.clone(),
            result,
            at: at("09:31"),
        };
        assert_eq!(
            (standing(&motion), due(&motion)),
            (stands, Some(Due::NewVote))
        );
        assert_eq!(motion.rounds(), 0, "nothing could have been decided");
    }
    let withdrawn = Motion {
        state: MotionState::Withdrawn {
            reason: None,
            begun: None,
        },
        ..motion
    };
    assert_eq!(
        (standing(&withdrawn), due(&withdrawn)),
        (S::Withdrawn, None)
    );
}

#[test]
fn a_close_split_proposes_to_put_off_and_only_while_nothing_was_done() {
    let rule = || Rule {
        close: Some(1),
        ..tie(&[])
    };
    for (yes, no, close) in [
        (5, 4, true),
        (4, 5, true),
        (6, 4, false),
        (1, 0, false),
        (0, 1, false),
        (9, 0, false),
        (4, 4, true),
    ] {
        assert_eq!(
            close_split(&announced(rule(), yes, no)),
            close,
            "{yes}:{no}"
        );
    }
    assert!(
        !close_split(&announced(tie(&[]), 5, 4)),
        "no margin is named"
    );
    let motion = announced(rule(), 5, 4);
    assert_eq!(due(&motion), Some(Due::CloseSplit));
    let declined = with(motion.clone(), &[passed(Defer)]);
    assert_eq!((standing(&declined), due(&declined)), (S::Adopted, None));
    let taken = with(motion, &[deferred()]);
    assert_eq!((standing(&taken), due(&taken)), (S::Deferred, None));
}

pub(super) fn asked() -> SequelStep {
    let villages = ["v1", "v2", "v3"].map(|village| AskedVillage {
        village: village.into(),
        task: format!("t-{village}").into(),
    });
    SequelStep::Asked {
        villages: villages.to_vec(),
        partial: None,
    }
}

/// Makes the decision of a village: 30 entitled, so many present, so many for.
pub(super) fn decided(village: &str, present: u32, yes: u32) -> SequelStep {
    let meeting = VillageMeeting {
        village: village.into(),
        body: line("村民代表会议"),
        met: day("11-30"),
        held: true,
        rule: "village-representatives".into(),
        entitled: 30,
        present,
        yes,
        no: present - yes,
        abstain: 0,
        households: None,
        women: None,
        paper: line("村档案柜"),
    };
    let rule = preset("village-representatives").unwrap();
    SequelStep::Decided {
        decision: Box::new(VillageDecision::of(&meeting, rule).unwrap()),
    }
}

#[test]
fn the_villages_answers_decide_what_becomes_of_an_adopted_motion() {
    let rule = |partial| Rule {
        consent: Consent::OwnBody {
            by: None,
            partial,
            silence_days: None,
        },
        ..tie(&[])
    };
    let yes = |village| decided(village, 24, 20);
    let no = |village| decided(village, 24, 4);
    let short = |village| decided(village, 19, 19);
    use Partial::{AgreeingGoOn as Some_, AllMust as All};
    let table = [
        (vec![], S::AwaitingVillages, S::AwaitingVillages),
        (
            vec![yes("v1"), yes("v2")],
            S::AwaitingVillages,
            S::AwaitingVillages,
        ),
        (
            vec![yes("v1"), yes("v2"), yes("v3")],
            S::Adopted,
            S::Adopted,
        ),
        (vec![yes("v1"), no("v2")], S::Rejected, S::AwaitingVillages),
        (
            vec![yes("v1"), no("v2"), yes("v3")],
            S::Rejected,
            S::AdoptedInPart,
        ),
        (vec![no("v1"), no("v2"), no("v3")], S::Rejected, S::Rejected),
        // Too few came: nothing was decided there, and the village is still awaited.
        (
            vec![yes("v1"), yes("v2"), short("v3")],
            S::AwaitingVillages,
            S::AwaitingVillages,
        ),
        // A village that met again is judged by its last decision; a meeting too few came to changes none.
        (
            vec![yes("v1"), no("v2"), yes("v3"), yes("v2")],
            S::Adopted,
            S::Adopted,
        ),
        (
            vec![yes("v1"), yes("v2"), yes("v3"), short("v1")],
            S::Adopted,
            S::Adopted,
        ),
    ];
    for (steps, all_must, go_on) in table {
        for (partial, stands) in [(All, all_must), (Some_, go_on)] {
            let motion = announced(rule(partial), 8, 2);
            assert_eq!(standing(&motion), S::AwaitingVillages);
            assert_eq!(due(&motion), Some(Due::AskVillages));
            let motion = with(with(motion, &[asked()]), &steps);
            assert_eq!(standing(&motion), stands, "{partial:?} {steps:?}");
            assert_eq!(due(&motion), None);
        }
    }
    let part = with(
        announced(rule(Some_), 8, 2),
        &[asked(), yes("v1"), no("v2"), yes("v3")],
    );
    assert_eq!(part.going_on(), ["v1".into(), "v3".into()]);
    // What only proposes asks the villages too; what was rejected asks nobody.
    let proposes = Motion {
        effect: Effect::Proposes,
        ..announced(tie(&[]), 8, 2)
    };
    assert_eq!(standing(&proposes), S::AwaitingVillages);
    let rejected = Motion {
        effect: Effect::Proposes,
        ..announced(tie(&[]), 2, 8)
    };
    assert_eq!(standing(&rejected), S::Rejected);
}

#[test]
fn a_reconsideration_holds_the_decision_open_until_it_ends() {
    let reconsidered = SequelStep::Reconsidered {
        by: "m9".into(),
        session: "s2".into(),
        kind: crate::domain::session::SessionKind::Regular,
        ordinal: 2,
        mover: "p3".into(),
        reason: line("情况有变"),
    };
    let reviewed = |standing| SequelStep::Reviewed {
        by: "m9".into(),
        standing,
        came_to: None,
    };
    for (yes, no) in [(8, 2), (2, 8)] {
        let motion = announced(tie(&[]), yes, no);
        let before = standing(&motion);
        let motion = with(motion, std::slice::from_ref(&reconsidered));
        assert_eq!(standing(&motion), S::Reconsidering);
        for end in [S::Adopted, S::Rejected, S::AdoptedInPart] {
            assert_eq!(standing(&with(motion.clone(), &[reviewed(end)])), end);
        }
        let withdrawn = with(motion, &[reviewed(S::Withdrawn)]);
        assert_eq!(standing(&withdrawn), before, "it stays as it was");
    }
}
