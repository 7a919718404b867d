//! What a turned result may not stand beside: a motion that excludes it, what was asked or given out on
//! the old one, a matter that is closed.

use super::*;
use crate::domain::matter::{self, Became};
use crate::domain::rule::{Rule, TieStep, joint_default};
use crate::domain::session::agenda::{self, ItemState};
use crate::domain::task::{self, Decision, Task};
use crate::domain::tests::matters::{become_, receive, screen};
use crate::domain::tests::moments::correct;
use crate::domain::tests::sequels::{ask, follow};
use crate::domain::tests::stage::{contender, motion, task as follow_up};
use crate::domain::vote::overturn::{Followed, turns};
use crate::domain::vote::slate::{Next as Again, Row, Sheet};
use crate::domain::vote::{Effect, Next, Standing, standing};

/// Two motions that exclude each other, drafted under a rule that counts who is for and who against.
fn exclusive(change: impl FnOnce(&mut Rule)) -> Stage {
    let mut stage = under_on(Stage::planned(), "majority-of-cast", |rule| {
        rule.close = None;
        rule.tie = Vec::new();
        change(rule);
    });
    stage.vote(vote::Command::Draft(motion("i5", "m2")));
    stage.vote(vote::Command::Exclude {
        motion: "m2".into(),
        other: Some("m1".into()),
    });
    stage
}

fn other_by_hands(stage: &mut Stage, yes: u32, no: u32) {
    stage.vote(vote::Command::open("m2".into(), at("09:40"), Method::Hands));
    let Totals::Hands { hands } = hands(yes, no, 10 - yes - no) else {
        panic!("hands");
    };
    stage.vote(vote::Command::CountHands {
        motion: "m2".into(),
        hands,
    });
    stage.end("m2");
    stage.announce("m2");
}

fn other_adopted() -> Refusal {
    Refusal::OtherAdopted {
        motion: "m2".into(),
    }
}

#[test]
fn beside_an_adopted_motion_the_one_it_excludes_becomes_anything_but_adopted() {
    let mut stage = opened(exclusive(|_| {}), Method::Hands);
    counted(&mut stage, &hands(2, 3, 5));
    other_by_hands(&mut stage, 3, 2);
    for (number, (figures, outcome)) in (1..).zip([
        ((4, 1, 5), None),
        ((3, 3, 4), Some(Outcome::Tied)),
        ((4, 3, 3), None),
        ((1, 6, 3), Some(Outcome::Rejected)),
    ]) {
        let (yes, no, abstain) = figures;
        let command = totals(&format!("x{number}"), hands(yes, no, abstain));
        match outcome {
            None => assert_eq!(stage.refused(&command), other_adopted(), "{figures:?}"),
            Some(outcome) => {
                stage.run(command);
                assert_eq!(result(&stage).outcome, outcome);
            }
        }
    }
    // More hands for both than there are people, whatever either of them comes to.
    let mut stage = opened(exclusive(|_| {}), Method::Hands);
    counted(&mut stage, &hands(2, 3, 5));
    other_by_hands(&mut stage, 4, 5);
    let (then, now, people) = (4, 7, 10);
    assert_eq!(
        stage.refused(&totals("x1", hands(7, 1, 2))),
        Refusal::ForBoth {
            village: None,
            motion: "m2".into(),
            then,
            now,
            people
        }
    );
    stage.run(totals("x1", hands(6, 1, 3)));
}

#[test]
fn nor_does_one_voice_adopt_it() {
    let mut stage = exclusive(|_| {});
    stage.open("m1");
    for person in super::super::stage::VOTERS {
        stage.take(
            person,
            match person {
                "p1" => Choice::For,
                "p2" => Choice::Against,
                _ => Choice::Abstain,
            },
        );
    }
    stage.end("m1");
    stage.announce("m1");
    other_by_hands(&mut stage, 3, 2);
    let voice = |to| {
        correct(Wanted::Voice {
            motion: "m1".into(),
            person: "p3".into(),
            to,
        })
    };
    assert_eq!(stage.refused(&voice(Choice::For)), other_adopted());
    stage.run(voice(Choice::Against));
}

/// Announces a vote by name in which villages speak as one and all are for it but, of two, the first.
fn by_name(stage: &mut Stage, id: &str, against: Option<&str>) {
    stage.open(id);
    let ballot = stage.world.motion(&id.into()).unwrap().ballot().unwrap();
    for voter in ballot.voters.clone() {
        let no = against.is_some() && voter.village.as_ref().map(|it| it.as_str()) == against;
        stage.vote(vote::Command::Take {
            motion: id.into(),
            person: voter.person,
            choice: match (no, against) {
                (true, _) => Choice::Against,
                (false, Some(_)) => Choice::Abstain,
                (false, None) => Choice::For,
            },
        });
    }
    stage.end(id);
    stage.announce(id);
}

fn bloc(rule: &mut Rule) {
    rule.bloc = true;
    rule.methods = vec![Method::ByName];
}

fn village(id: &str, village: &str, to: Choice) -> Command {
    let mut command = correct(Wanted::Village {
        motion: "m1".into(),
        village: village.into(),
        to,
    });
    if let Command::Correct(correction) = &mut command {
        correction.id = id.into();
    }
    command
}

#[test]
fn a_village_that_was_for_the_other_is_not_put_right_to_be_for_both() {
    let mut stage = exclusive(bloc);
    by_name(&mut stage, "m1", Some("v1"));
    stage.open("m2");
    for person in ["p2", "p3", "p4"] {
        stage.vote(vote::Command::Take {
            motion: "m2".into(),
            person: person.into(),
            choice: Choice::For,
        });
    }
    for person in ["p1", "p5", "p6", "p7", "p8", "p9", "p10"] {
        stage.vote(vote::Command::Take {
            motion: "m2".into(),
            person: person.into(),
            choice: Choice::Abstain,
        });
    }
    stage.end("m2");
    stage.announce("m2");
    assert_eq!(
        stage.refused(&village("x1", "v1", Choice::For)),
        Refusal::ForTheOther {
            name: line("李家屯"),
            motion: "m2".into()
        }
    );
    stage.run(village("x1", "v1", Choice::Abstain));
    assert_eq!(
        stage.refused(&village("x2", "v2", Choice::For)),
        other_adopted()
    );
}

/// Gives out a follow-up that carries `m1` out.
fn given_out(stage: &mut Stage, item: &str) -> Refusal {
    let put = Task {
        decision: Some(Decision::Motion {
            motion: "m1".into(),
        }),
        ..follow_up("t1", item)
    };
    let what = put.what.clone();
    stage.run(Command::Task(task::Command::Put(put)));
    let by = Followed::FollowUp { what };
    Refusal::ResultFollowed { by }
}

#[test]
fn a_village_does_not_turn_what_a_follow_up_carries_out() {
    let mut stage = under_on(Stage::planned(), "one-village-one-vote", bloc);
    by_name(&mut stage, "m1", None);
    let mut free = stage.clone();
    let given = given_out(&mut stage, "i5");
    // Three of four villages carry it, two do not.
    stage.run(village("x1", "v1", Choice::Against));
    free.run(village("x1", "v1", Choice::Against));
    assert_eq!(result(&stage).outcome, Outcome::Adopted);
    assert_eq!(stage.refused(&village("x2", "v2", Choice::Against)), given);
    free.run(village("x2", "v2", Choice::Against));
    assert_ne!(result(&free).outcome, Outcome::Adopted);
}

fn rows(rows: [u32; 3]) -> Totals {
    let row = |yes| Row {
        yes,
        ..Row::default()
    };
    Totals::Raised {
        sheet: Sheet {
            issued: 10,
            returned: 10,
            valid: 10,
            rows: rows.map(row).to_vec(),
            ..Sheet::default()
        },
    }
}

/// Announces that the first of three options was taken, of a motion with that effect.
fn one_of_three(effect: Effect) -> Stage {
    let mut stage = under_on(Stage::planned(), "one-of-several", |_| {});
    stage.vote(vote::Command::SetSlate {
        motion: "m1".into(),
        seats: 1,
        contenders: ["甲案", "乙案", "丙案"].map(contender).to_vec(),
    });
    stage.vote(vote::Command::Frame {
        motion: "m1".into(),
        villages: Vec::new(),
        effect,
    });
    let mut stage = opened(stage, Method::Hands);
    counted(&mut stage, &rows([6, 3, 1]));
    stage
}

#[test]
fn what_was_asked_or_given_out_on_one_option_does_not_pass_to_another() {
    let mut asked = one_of_three(Effect::Proposes);
    asked.run(follow(ask(&["v1", "v2", "v3", "v4"])));
    assert_eq!(
        asked.refused(&totals("x1", rows([3, 6, 1]))),
        Refusal::ResultFollowed {
            by: Followed::VillagesAsked
        }
    );
    asked.run(totals("x1", rows([7, 2, 1])));
    let mut carried = one_of_three(Effect::Decides);
    let given = given_out(&mut carried, "i5");
    assert_eq!(carried.refused(&totals("x1", rows([3, 6, 1]))), given);
    carried.run(totals("x1", rows([7, 2, 1])));
    carried.run(Command::Task(task::Command::Drop {
        task: "t1".into(),
        reason: line("票数更正"),
        on: at("09:50").day(),
    }));
    carried.run(totals("x2", rows([3, 6, 1])));
    let taken: Vec<&str> = m1(&carried).taken().map(|it| it.name.as_str()).collect();
    assert_eq!(taken, ["乙案"]);
}

fn tied(method: Method, step: TieStep) -> Stage {
    let stage = under_on(Stage::planned(), "majority-of-cast", |rule| {
        rule.tie = vec![step];
        rule.close = None;
    });
    opened(stage, method)
}

/// Figures put right wrongly are put back.
#[test]
fn a_tie_that_was_decided_is_a_tie_again() {
    for adopted in [true, false] {
        let mut stage = tied(Method::Hands, TieStep::ChairCasts);
        counted(&mut stage, &hands(5, 5, 0));
        stage.run(follow(Next::Cast { adopted }));
        let (yes, no) = if adopted { (6, 4) } else { (4, 6) };
        stage.run(totals("x1", hands(yes, no, 0)));
        let before = standing(m1(&stage));
        stage.run(totals("x2", hands(5, 5, 0)));
        assert_eq!(result(&stage).outcome, Outcome::Tied);
        assert_eq!(standing(m1(&stage)), before);
    }
}

#[test]
fn villages_asked_after_the_chair_adopted_it_were_asked_about_what_is_adopted_anyhow() {
    let mut stage = under_on(Stage::planned(), "majority-of-cast", |rule| {
        rule.tie = vec![TieStep::ChairCasts];
        rule.close = None;
    });
    stage.vote(vote::Command::Frame {
        motion: "m1".into(),
        villages: Vec::new(),
        effect: Effect::Proposes,
    });
    let mut stage = opened(stage, Method::Hands);
    counted(&mut stage, &hands(5, 5, 0));
    stage.run(follow(Next::Cast { adopted: true }));
    stage.run(follow(ask(&["v1", "v2", "v3", "v4"])));
    stage.run(totals("x1", hands(6, 4, 0)));
    assert_eq!(standing(m1(&stage)), Standing::AwaitingVillages);
    assert_eq!(
        stage.refused(&totals("x2", hands(5, 5, 0))),
        Refusal::ResultFollowed {
            by: Followed::VillagesAsked
        }
    );
}

/// A lot drawn on a tie decides nothing of papers that cannot be right.
#[test]
fn a_lot_does_not_stand_on_a_vote_that_is_void() {
    for adopted in [true, false] {
        let mut stage = tied(Method::Secret, TieStep::Lot);
        counted(&mut stage, &whole(of(5, 5, 0, 0)));
        stage.run(follow(Next::Lot {
            drawn_by: line("孙广田"),
            adopted,
        }));
        let void = Papers {
            returned: 11,
            ..Papers::default()
        };
        assert_eq!(
            stage.refused(&totals("x1", whole(void))),
            Refusal::ResultFollowed {
                by: Followed::LotDrawn
            }
        );
    }
}

#[test]
fn what_a_matter_was_closed_on_is_not_turned() {
    let mut stage = Stage::planned();
    stage.run(receive("m", "修渠"));
    stage.run(screen("m"));
    let matter = stage.world.matter(&"m".into()).unwrap();
    let item = matter::agenda::item_of(&stage.world, matter, stage.s1(), "x".into());
    assert_eq!(item.kind.rule(), Some(&joint_default().id));
    stage.agenda(agenda::Command::Put(item));
    stage.sit();
    stage.start("x");
    stage.vote(vote::Command::Draft(motion("x", "m1")));
    let mut stage = opened(stage, Method::Hands);
    counted(&mut stage, &hands(9, 1, 0));
    stage.agenda(agenda::Command::Settle {
        item: "x".into(),
        state: ItemState::Done,
        at: at("09:40"),
    });
    let mut open = stage.clone();
    open.run(totals("x1", hands(1, 9, 0)));
    assert_eq!(standing(m1(&open)), Standing::Rejected);
    stage.run(become_("m", Became::Filed));
    assert_eq!(
        stage.refused(&totals("x1", hands(1, 9, 0))),
        matter::Refused::Closed {
            title: line("修渠"),
            end: matter::life::End::Filed,
        }
        .into()
    );
    stage.run(totals("x1", hands(8, 2, 0)));
}

#[test]
fn who_stands_again_turns_a_result_though_nobody_else_is_taken() {
    let stage = one_of_three(Effect::Decides);
    let was = result(&stage).clone();
    let mut now = was.clone();
    assert!(!turns(&was, &now));
    now.slate.as_mut().unwrap().judged.next = Again::VoteAgain {
        among: vec![line("甲案"), line("乙案")],
        seats: 1,
        through: Vec::new(),
    };
    assert!(turns(&was, &now));
}
