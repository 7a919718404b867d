//! A rule tried on a room that is thought up, or on voices that were counted under another.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::corners::{at_least, ballot, by, more_than_half};
use super::stage::{at, line, motion};
use super::traps::room;
use crate::domain::rule::{
    Base, Otherwise, Over, Pass, Question, RecusalEffect, Rule, Threshold, TieStep, Turnout,
    joint_default, preset, presets,
};
use crate::domain::vote::tally::Counts;
use crate::domain::vote::trial::{Needed, Room, least};
use crate::domain::vote::tried::tried;
use crate::domain::vote::village::judged_by_counts;
use crate::domain::vote::{Motion, MotionState, Outcome, Sequel, SequelStep, Standing, VoteResult};

#[test]
fn numbers_of_people_judge_only_what_counts_people() {
    let over = |over| Pass::Reaches(Threshold::more_than_half(Base::Present).over(over));
    let persons = || over(Over::Persons);
    let with = |change: &dyn Fn(&mut Rule)| {
        let mut rule = by(persons());
        change(&mut rule);
        judged_by_counts(&rule)
    };
    assert!(with(&|_| {}));
    assert!(with(&|it| it.quorum.all_of = vec![Turnout::TWO_THIRDS]));
    let several = Question::OneOf {
        otherwise: Otherwise::Most,
    };
    assert!(!with(&|it| it.question = several));
    assert!(!with(&|it| it.bloc = true));
    assert!(!with(&|it| it.pass = over(Over::Women)));
    assert!(!with(
        &|it| it.pass = Pass::All(vec![persons(), over(Over::Shares)])
    ));
    // Of the women it is known how many came, and nothing of what they said.
    assert!(with(&|it| it.quorum.all_of = vec![
        Turnout::TWO_THIRDS,
        Turnout::TWO_THIRDS.over(Over::Women)
    ]));
    assert!(!with(
        &|it| it.quorum.all_of = vec![Turnout::TWO_THIRDS.over(Over::Shares)]
    ));
    assert!(!with(
        &|it| it.quorum.required = vec![crate::domain::rule::Required::Chair]
    ));
}

#[test]
fn what_is_asked_of_a_room_is_asked_of_its_persons_alone() {
    let room = |entitled, absent, abstaining| Room {
        entitled,
        absent,
        abstaining,
    };
    let mut rule = by(more_than_half(Base::Valid));
    assert_eq!(least(&rule, room(10, 2, 2)), Some(Needed::Votes(5)));
    // Neither the women nor the villages of a room that is thought up are known.
    rule.quorum.all_of = vec![Turnout::TWO_THIRDS.over(Over::Women)];
    rule.consent = crate::domain::rule::Consent::InVote {
        each: Threshold::more_than_half(Base::Present),
    };
    assert_eq!(least(&rule, room(10, 2, 2)), Some(Needed::Votes(5)));
    // Where one vote is enough it is one, and none is none.
    let few = by(at_least(1, 10, Base::Entitled));
    assert_eq!(least(&few, room(10, 0, 0)), Some(Needed::Votes(1)));
    let blockers = by(Pass::FewerBlockersThan {
        over: Over::Persons,
        number: 100,
    });
    assert_eq!(least(&blockers, room(10, 0, 0)), Some(Needed::Votes(1)));
}

/// Voices by name and the same as numbers come out alike under every shipped rule that counts people.
#[test]
fn what_is_known_by_number_comes_out_as_what_is_known_by_name() {
    let mut told = 0;
    for written in [
        "yyynnavxr",
        "yyyynnn",
        "yyyyynavx",
        "yynnvxx",
        "yyyyyyyyr",
        "nnyyxxxxxx",
        "yyynnv",
    ] {
        let voices = room(written);
        let named = VoteResult::of(
            &ballot(joint_default(), &voices),
            voices.clone(),
            &[],
            at("09:30"),
        );
        let mut by_number = named.clone();
        by_number.voices.clear();
        let half = [Base::Entitled, Base::Present, Base::Valid, Base::Cast].map(|base| Rule {
            recusal: RecusalEffect::ReduceBase,
            ..by(more_than_half(base))
        });
        for rule in presets().iter().cloned().chain(half) {
            let unknown = by_number.under(&rule, &[]);
            if let Some(outcome) = unknown {
                assert_eq!(
                    Some(outcome),
                    named.under(&rule, &[]),
                    "{} {written}",
                    rule.id
                );
                told += 1;
            }
        }
        let spoiled = Counts {
            spoiled: 50,
            ..by_number.tally.counts
        };
        by_number.tally.counts = spoiled;
        let by_present = by(more_than_half(Base::Present));
        assert_ne!(by_number.under(&by_present, &[]), Some(Outcome::Adopted));
        let over = |over| Turnout::MORE_THAN_HALF.over(over);
        let mut women = by(more_than_half(Base::Present));
        women.quorum.all_of = vec![over(Over::Persons), over(Over::Women)];
        assert_eq!(by_number.under(&women, &[]), None);
        let shares = by(Pass::All(vec![
            more_than_half(Base::Present),
            Pass::Reaches(Threshold::more_than_half(Base::Present).over(Over::Shares)),
        ]));
        assert_eq!(by_number.under(&shares, &[]), None);
    }
    assert!(told > 30, "{told}");
}

/// Of somebody without whom nothing was voted another rule may know nothing.
#[test]
fn who_had_to_be_there_counts_under_a_rule_that_wants_them() {
    use crate::domain::rule::Required;
    use crate::domain::vote::{Attending, QuorumProof};
    let voices = room("yyyn");
    let named = VoteResult::of(
        &ballot(by(more_than_half(Base::Present)), &voices),
        voices.clone(),
        &[],
        at("09:30"),
    );
    let missing = QuorumProof {
        of: Attending::Required(Required::Chair),
        inequality: Threshold::at_least(1, 1, Base::Entitled).with(0, 1),
        waived: false,
    };
    let named = named.requiring(vec![missing]);
    assert_eq!(named.outcome, Outcome::Inquorate);
    let mut wanting = by(more_than_half(Base::Present));
    assert_eq!(named.under(&wanting, &[]), Some(Outcome::Adopted));
    wanting.quorum.required = vec![Required::Role {
        role: line("会计")
    }];
    assert_eq!(named.under(&wanting, &[]), Some(Outcome::Adopted));
    wanting.quorum.required.push(Required::Chair);
    assert_eq!(named.under(&wanting, &[]), Some(Outcome::Inquorate));
}

/// Whoever was away and spoken for said nothing under a rule that knows no proxies.
#[test]
fn what_was_said_for_somebody_away_is_not_said_under_another_rule() {
    let mut voices = room("yyny");
    voices[3].cast_by = Some("p0".into());
    let result = VoteResult::of(
        &ballot(by(more_than_half(Base::Entitled)), &voices),
        voices.clone(),
        &[],
        at("09:30"),
    );
    let mut rule = by(more_than_half(Base::Entitled));
    rule.recusal = RecusalEffect::ReduceBase;
    assert_eq!(result.under(&rule, &[]), Some(Outcome::Rejected));
    rule.proxies = Some(crate::domain::rule::Proxies {
        each: 1,
        in_quorum: false,
    });
    assert_eq!(result.under(&rule, &[]), Some(Outcome::Adopted));
    // With somebody who withdrew every voice is known by name all the same.
    let voices = room("a:yy b:nr c:xy");
    let villages = preset("one-village-one-vote").unwrap();
    let named = VoteResult::of(
        &ballot(joint_default(), &voices),
        voices.clone(),
        &[],
        at("09:30"),
    );
    assert_eq!(named.under(&villages, &[]), Some(Outcome::Adopted));
}

/// A vote by name that was announced, with what was done about it.
fn voted(rule: &Rule, written: &str, steps: Vec<SequelStep>) -> Motion {
    let voices = room(written);
    let ballot = ballot(rule.clone(), &voices);
    let result = VoteResult::of(&ballot, voices, &[], at("09:30"));
    let sequel = |step| Sequel {
        at: at("09:32"),
        step,
        after_signing: false,
        turn: None,
    };
    Motion {
        sequels: steps.into_iter().map(sequel).collect(),
        state: MotionState::Announced {
            ballot,
            result: Box::new(result),
            at: at("09:31"),
        },
        ..motion("i2", "m1")
    }
}

#[test]
fn a_vote_is_tried_with_what_was_done_about_it_and_what_the_other_rule_would_ask() {
    let with = |tie: &[TieStep], close| Rule {
        tie: tie.to_vec(),
        close,
        ..by(more_than_half(Base::Cast))
    };
    let plain = with(&[], None);
    let lot = with(&[TieStep::Lot], None);
    let drawn = |adopted| SequelStep::Lot {
        drawn_by: line("孙广田"),
        adopted,
    };
    let put_off = SequelStep::Deferred {
        until: None,
        reason: None,
    };
    let close = with(&[], Some(1));
    let came = |motion: &Motion, rule: &Rule| {
        let tried = tried(motion, rule, &[]).unwrap();
        let would = tried.would.unwrap();
        (
            (tried.was.standing, tried.was.by),
            (would.standing, would.by, would.close),
            tried.differs,
        )
    };
    let by_lot = voted(&lot, "yyynnn", vec![drawn(true)]);
    let adopted_by_lot = (Standing::Adopted, Some(TieStep::Lot));
    assert_eq!(
        came(&by_lot, &plain),
        (adopted_by_lot, (Standing::Rejected, None, false), true)
    );
    assert_eq!(
        came(&by_lot, &lot),
        (
            adopted_by_lot,
            (Standing::Tied, Some(TieStep::Lot), false),
            false
        )
    );
    // What a lot did not take stays not adopted without one.
    let lost = voted(&lot, "yyynnn", vec![drawn(false)]);
    assert!(!came(&lost, &plain).2);
    // A path walked to its end is not pending any more, and one halfway is.
    let path = with(&[TieStep::Defer, TieStep::Refer], None);
    let passed = |step| SequelStep::PassedOver { step };
    let walked = voted(
        &path,
        "yyynnn",
        vec![passed(TieStep::Defer), passed(TieStep::Refer)],
    );
    let rejected = (Standing::Rejected, None, false);
    let not_taken = (Standing::Rejected, None);
    assert_eq!(came(&walked, &plain), (not_taken, rejected, false));
    let asks = (Standing::Tied, Some(TieStep::Defer), false);
    assert_eq!(came(&walked, &path), (not_taken, asks, false));
    let halfway = voted(&path, "yyynnn", vec![passed(TieStep::Defer)]);
    assert_eq!(
        came(&halfway, &plain),
        ((Standing::Tied, None), rejected, true)
    );
    let off = voted(&close, "yyyynnn", vec![put_off]);
    let was = (Standing::Deferred, Some(TieStep::Defer));
    assert_eq!(
        came(&off, &plain),
        (was, (Standing::Adopted, None, false), true)
    );
    assert_eq!(
        came(&off, &close),
        (was, (Standing::Adopted, None, true), false)
    );
}
