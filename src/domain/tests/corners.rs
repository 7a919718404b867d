//! The corners of counting, each by itself: what a rule asks of nobody, of an empty list, of a number
//! that cannot be, and what is written down of it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::piles::pile;
use super::polls::Case;
use super::stage::{at, line};
use super::traps::room;
use crate::domain::ids::VillageId;
use crate::domain::rule::{
    Base, Cause, Figure, Method, Otherwise, Over, Pass, Provenance, Question, Rule, Threshold,
    Turnout, Weights, faults, joint_default, preset,
};
use crate::domain::vote::bases::rows_of;
use crate::domain::vote::result::Voiced;
use crate::domain::vote::slate::Tellers;
use crate::domain::vote::tally::{Counts, Criterion, Demand, Proof};
use crate::domain::vote::village::{VillageDecision, VillageMeeting};
use crate::domain::vote::{Ballot, Begun, Outcome, VoteResult};

pub(super) fn at_least(num: u32, den: u32, base: Base) -> Pass {
    Pass::Reaches(Threshold::at_least(num, den, base))
}

pub(super) fn more_than_half(base: Base) -> Pass {
    Pass::Reaches(Threshold::more_than_half(base))
}

pub(super) fn by(pass: Pass) -> Rule {
    Rule::counting("own".into(), pass, Provenance::Own, "第九条".to_owned())
}

fn judged(rule: Rule, written: &str) -> VoteResult {
    Case {
        rule,
        voices: room(written),
        concerned: Vec::new(),
    }
    .result()
}

#[test]
fn a_vote_for_is_asked_for_only_where_all_else_could_hold_without_one() {
    let demands = |pass: Pass| -> Vec<Demand> {
        let result = judged(by(pass), "ynn");
        let criteria = result.tally.criteria().into_iter();
        criteria.map(|it| it.demand).collect()
    };
    let (some, most) = (
        || at_least(1, 3, Base::Present),
        || more_than_half(Base::Cast),
    );
    let (present, cast) = (Demand::Reaches(Base::Present), Demand::Reaches(Base::Cast));
    assert_eq!(demands(some()), [present, Demand::OneFor]);
    assert_eq!(demands(Pass::All(vec![some(), most()])), [present, cast]);
    assert_eq!(
        demands(Pass::Any(vec![some(), most()])),
        [present, cast, Demand::OneFor]
    );
    // What is asked beside a list stands in that list, and not beside a list in a list.
    let result = judged(by(Pass::All(vec![some(), some()])), "ynn");
    let Proof::All(of) = &result.tally.proof else {
        panic!("{:?}", result.tally.proof);
    };
    assert!(
        of.iter()
            .all(|it| matches!(it, Proof::One(Criterion { .. })))
    );
    assert_eq!(of.len(), 3);
}

#[test]
fn nothing_is_divided_by_nothing() {
    let none = Threshold::at_least(1, 0, Base::Entitled);
    assert_eq!(none.least(3), 3);
    let figure = Figure::Inhabitants;
    let weights = Weights::PerStarted { each: 0, figure };
    let village = VillageId::from("v1");
    assert_eq!(weights.reckon(&[(village.clone(), 7)])[&village], 7);
    assert_eq!(
        (
            Pass::All(Vec::new()).depth(),
            Pass::All(Vec::new()).leaves()
        ),
        (1, 0)
    );
    assert_eq!(Turnout::TWO_THIRDS.threshold().base, Base::Entitled);
}

#[test]
fn a_rule_knows_the_figure_its_weights_are_reckoned_from() {
    for figure in Figure::ALL {
        let started = Weights::PerStarted { each: 1, figure };
        assert_eq!(started.figure(), Some(figure));
        let (total, floor, cap) = (100, 1, 50);
        let share = Weights::Share {
            total,
            floor,
            cap,
            figure,
        };
        assert_eq!(share.figure(), Some(figure));
    }
    let of = [(VillageId::from("v1"), 1)].into_iter().collect();
    assert_eq!(Weights::Fixed { of }.figure(), None);
}

#[test]
fn no_paper_of_a_secret_ballot_tells_whose_delegates_had_to_vote_as_one() {
    let secretly = |change: &dyn Fn(&mut Rule)| {
        let mut rule = by(more_than_half(Base::Present));
        rule.methods = Method::ALL.to_vec();
        change(&mut rule);
        Method::ALL.map(|method| rule.allows(method))
    };
    let women = |it: &mut Rule| {
        it.pass = Pass::Reaches(Threshold::more_than_half(Base::Present).over(Over::Women));
    };
    assert_eq!(secretly(&|_| {}), [true; 4]);
    assert_eq!(secretly(&|it| it.bloc = true), [true, false, false, true]);
    assert_eq!(secretly(&women), [true, false, false, false]);
}

#[test]
fn of_several_names_one_demand_is_made_and_no_second_one_beside_it() {
    let blockers = Pass::FewerBlockersThan {
        over: Over::Persons,
        number: 3,
    };
    let several = |pass: Pass| {
        let mut rule = by(pass);
        rule.question = Question::OneOf {
            otherwise: Otherwise::Most,
        };
        rule.methods = vec![Method::Hands, Method::Secret];
        let found = faults(&rule, |_| None).into_iter();
        found.map(|it| (it.at, it.cause)).collect::<Vec<_>>()
    };
    let one = || more_than_half(Base::Valid);
    assert_eq!(several(one()), []);
    assert_eq!(several(Pass::All(vec![one()])), []);
    assert_eq!(
        several(Pass::All(vec![one(), blockers])),
        [("pass".to_owned(), Cause::NotForThatQuestion)]
    );
}

#[test]
fn a_law_that_is_cited_and_loosened_is_no_law() {
    let mut rule = preset("village-representatives").unwrap();
    rule.id = "copy".into();
    assert_eq!(faults(&rule, |_| None), []);
    rule.pass = at_least(1, 3, Base::Present);
    let found = faults(&rule, |_| None);
    let found: Vec<_> = found.iter().map(|it| (it.at.as_str(), it.cause)).collect();
    assert_eq!(found, [("provenance", Cause::NotItsClause)]);
}

#[test]
fn what_everybody_takes_for_granted_is_not_written_down() {
    let written = |value: serde_json::Value, key: &str| value.get(key).is_some();
    let json = |rule: &Rule| serde_json::to_value(rule).unwrap();
    let threshold = |over| serde_json::to_value(Threshold::more_than_half(Base::Cast).over(over));
    assert!(!written(threshold(Over::Persons).unwrap(), "over"));
    assert!(written(threshold(Over::Women).unwrap(), "over"));
    assert!(!written(json(&by(more_than_half(Base::Cast))), "methods"));
    let begun = |method| {
        let opened = at("09:15");
        serde_json::to_value(Begun {
            opened,
            method,
            turn: Default::default(),
        })
        .unwrap()
    };
    assert!(!written(begun(Method::ByName), "method"));
    assert!(written(begun(Method::Hands), "method"));
    let mut ballot = Ballot::new(at("09:15"), joint_default(), Vec::new(), Method::Secret);
    assert!(!written(serde_json::to_value(&ballot).unwrap(), "secret"));
    ballot.secret.first = Some(pile(1, 1));
    assert!(written(serde_json::to_value(&ballot).unwrap(), "secret"));
    let slate = |tellers| {
        let slate = crate::domain::vote::slate::Slate {
            tellers,
            ..Default::default()
        };
        serde_json::to_value(slate).unwrap()
    };
    let watching = vec!["p1".into()];
    let counting = Vec::new();
    assert!(!written(slate(Tellers::default()), "tellers"));
    assert!(written(slate(Tellers { watching, counting }), "tellers"));
}

#[test]
fn the_base_in_force_is_marked_for_everything_that_is_counted() {
    let marked = |rule: &Rule| -> Vec<Base> {
        let bases = rows_of(rule, Counts::default()).into_iter().flatten();
        bases.filter(|it| it.in_force).map(|it| it.base).collect()
    };
    let villages = || Pass::Reaches(Threshold::more_than_half(Base::Cast).over(Over::Villages));
    assert_eq!(marked(&by(villages())), [Base::Cast]);
    let both = Pass::All(vec![villages(), more_than_half(Base::Valid)]);
    assert_eq!(marked(&by(both)), [Base::Cast, Base::Valid]);
    let against = preset("majority-of-cast").unwrap();
    assert_eq!(marked(&against), [Base::Cast]);
    let counts = Counts {
        yes: 3,
        no: 2,
        ..Counts::default()
    };
    let bases = rows_of(&against, counts);
    let shown: Vec<String> = bases
        .iter()
        .flatten()
        .map(|it| it.inequality.to_string())
        .collect();
    assert_eq!(shown, ["2*3 > 5"; 4]);
}

#[test]
fn a_part_of_the_counts_is_taken_from_the_whole() {
    let counts = |by: u32| Counts {
        yes: by,
        no: by + 1,
        abstain: by + 2,
        not_voting: by + 3,
        absent: by + 4,
        recused: by + 5,
        spoiled: by + 6,
    };
    let left = counts(10).without(&counts(3));
    let seven = Counts {
        yes: 7,
        no: 7,
        abstain: 7,
        not_voting: 7,
        absent: 7,
        recused: 7,
        spoiled: 7,
    };
    assert_eq!(left, seven);
    assert_eq!(counts(3).without(&counts(10)), Counts::default());
}

fn meeting(entitled: u32, present: u32, said: [u32; 3]) -> VillageMeeting {
    let [yes, no, abstain] = said;
    VillageMeeting {
        village: "v1".into(),
        body: line("村民代表会议"),
        met: super::stage::day("11-23"),
        held: true,
        rule: "own".into(),
        entitled,
        present,
        yes,
        no,
        abstain,
        households: None,
        women: None,
        paper: line("村档案柜"),
    }
}

#[test]
fn a_village_meeting_is_counted_with_whoever_was_away_and_whoever_said_nothing() {
    let decision = VillageDecision::of(
        &meeting(30, 25, [12, 7, 4]),
        by(more_than_half(Base::Valid)),
    );
    let decision = decision.unwrap();
    let counts = Counts {
        yes: 12,
        no: 7,
        abstain: 4,
        not_voting: 2,
        absent: 5,
        ..Counts::default()
    };
    assert_eq!(decision.tally.counts, counts);
    assert_eq!(decision.outcome, Outcome::Adopted);
    assert_eq!(decision.agreed(), Some(true));
    // Of one body as many for as against, of the next too few there.
    let tied = VillageDecision::of(
        &meeting(30, 25, [12, 12, 0]),
        by(more_than_half(Base::Valid)),
    );
    assert_eq!(tied.unwrap().agreed(), Some(false));
    assert!(
        VillageDecision::of(&meeting(0, 0, [0, 0, 0]), by(more_than_half(Base::Valid))).is_err()
    );
    assert!(
        VillageDecision::of(&meeting(1, 0, [0, 0, 0]), by(more_than_half(Base::Valid))).is_ok()
    );
    assert!(
        VillageDecision::of(&meeting(5, 5, [2, 2, 2]), by(more_than_half(Base::Valid))).is_err()
    );
}

/// A voice put right leaves who had to be there as it was, and counts every turnout anew.
#[test]
fn a_voice_put_right_counts_the_quorum_anew_once() {
    let mut rule = by(more_than_half(Base::Present));
    rule.quorum.all_of = vec![Turnout::MORE_THAN_HALF];
    let voices = room("yyyn");
    let ballot = ballot(rule, &voices);
    let named = VoteResult::of(&ballot, voices.clone(), &[], at("09:30"));
    let person = &voices[0].voter.person;
    let again = named.with_voice(
        &ballot,
        &[],
        person,
        crate::domain::vote::tally::Voice::Against,
    );
    assert_eq!(again.quorum, named.quorum);
    assert_eq!((again.tally.counts.yes, again.tally.counts.no), (2, 2));
}

pub(super) fn ballot(rule: Rule, voices: &[Voiced]) -> Ballot {
    let voters = voices.iter().map(|it| it.voter.clone()).collect();
    Ballot::new(at("09:15"), rule, voters, Method::ByName)
}
