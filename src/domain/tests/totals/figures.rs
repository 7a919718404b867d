//! What is no figure of that vote, no voice of that roll or no result of that session is refused.

use super::*;
use crate::domain::ids::VillageId;
use crate::domain::session::{self, RollMark};
use crate::domain::tests::moments::correct;
use crate::domain::tests::stage::{contender, plan};
use crate::domain::vote::slate::{self, Row, Sheet};
use std::sync::Arc;

fn apart(yes: u32, no: u32) -> Totals {
    let choice = Choice::For;
    Totals::Hands {
        hands: Hands {
            yes,
            no,
            abstain: 0,
            not_voting: 0,
            chair: ChairHand::Apart { choice },
        },
    }
}

fn sheet(rows: [u32; 2]) -> Sheet {
    Sheet {
        issued: 10,
        returned: 10,
        valid: 10,
        rows: rows
            .map(|yes| Row {
                yes,
                ..Row::default()
            })
            .to_vec(),
        ..Sheet::default()
    }
}

/// Announces a choice of one of two by hands.
fn one_of_two() -> Stage {
    let mut stage = under_on(Stage::planned(), "one-of-several", |_| {});
    stage.vote(vote::Command::SetSlate {
        motion: "m1".into(),
        seats: 1,
        contenders: vec![contender("甲案"), contender("乙案")],
    });
    let mut stage = opened(stage, Method::Hands);
    let sheet = sheet([6, 4]);
    counted(&mut stage, &Totals::Raised { sheet });
    stage
}

fn voice(person: &str) -> Command {
    correct(Wanted::Voice {
        motion: "m1".into(),
        person: person.into(),
        to: Choice::Against,
    })
}

#[test]
fn a_result_is_put_right_in_its_own_session_and_a_voice_is_one_of_the_roll() {
    let mut stage = moments::stage(Moment::Counted);
    stage.announce("m1");
    stage.session(session::Command::Create {
        id: "s2".into(),
        plan: plan(2),
        opening: None,
    });
    let Command::Correct(right) = voice("p3") else {
        panic!("a correction");
    };
    let elsewhere = Command::Correct(correction::Command {
        session: "s2".into(),
        ..right
    });
    assert_eq!(stage.refused(&elsewhere), Refusal::Unknown);
    assert_eq!(
        stage.refused(&voice("p11")),
        Refusal::NotOnTheRoll {
            name: line("卫律师")
        }
    );
    stage.run(voice("p3"));
}

#[test]
fn the_chair_is_told_apart_only_where_the_chair_was_among_those_counted() {
    let mut stage = by_hands(8, 1, 1);
    stage.run(totals("x1", apart(7, 2)));
    assert_eq!(result(&stage).tally.counts.yes, 8);
    let mut away = running(Method::Hands);
    away.mark("p1", RollMark::Left);
    counted(&mut away, &hands(8, 1, 0));
    assert_eq!(
        away.refused(&totals("x1", apart(7, 1))),
        Refusal::NotEntitled {
            name: line("孙广田")
        }
    );
    let mut nobody = running(Method::Hands);
    let session = nobody.world.sessions.get_mut(&"s1".into()).unwrap();
    Arc::make_mut(session).chair = None;
    counted(&mut nobody, &hands(8, 1, 1));
    assert_eq!(nobody.refused(&totals("x1", apart(7, 2))), Refusal::NoChair);
    nobody.run(totals("x1", hands(7, 2, 1)));
}

/// Hands leave nothing behind that could be named.
#[test]
fn a_signed_sheet_is_asked_for_and_kept_where_papers_were_counted_and_only_there() {
    let mut stage = by_hands(8, 1, 1);
    stage.run(asked("x1", hands(7, 2, 1), None));
    stage.run(asked("x2", hands(6, 3, 1), Some(line("一张单子"))));
    for correction in made(&stage) {
        let Corrected::Totals { sheet, .. } = &correction.change else {
            panic!("{correction:?}");
        };
        assert_eq!(*sheet, None);
    }
}

#[test]
fn a_choice_of_several_has_the_figures_of_its_own_way() {
    let stage = one_of_two();
    let count = BallotCount::Slate {
        sheet: sheet([4, 6]),
    };
    assert_eq!(
        stage.refused(&totals("x1", Totals::Papers { count })),
        Refusal::Slate(slate::Refused::CountedByContender)
    );
    assert_eq!(
        stage.refused(&totals("x1", hands(6, 4, 0))),
        Refusal::Slate(slate::Refused::CountedByContender)
    );
    let mut named = stage;
    let motion = named.world.motions.get_mut(&"m1".into()).unwrap();
    if let MotionState::Announced { ballot, .. } = &mut Arc::make_mut(motion).state {
        ballot.method = Method::ByName;
    }
    let sheet = sheet([4, 6]);
    assert_eq!(
        named.refused(&totals("x1", Totals::Raised { sheet })),
        Refusal::CountedByName
    );
}

#[test]
fn a_village_has_the_numbers_of_its_delegates_and_speaks_as_one_where_the_rule_says_so() {
    let heard = |village: Option<&str>, yes, no| {
        let split = Split {
            yes,
            no,
            ..Split::default()
        };
        Totals::Village {
            village: village.map(Into::into),
            says: Says::ByNumbers { split },
        }
    };
    let announced = |bloc: bool| {
        let stage = under_on(Stage::planned(), "one-village-one-vote", |rule| {
            rule.bloc = bloc;
            rule.methods = vec![Method::ByVillage];
        });
        let mut stage = opened(stage, Method::ByVillage);
        let stance = Stance::For;
        let first = Totals::Village {
            village: Some("v1".into()),
            says: Says::AsOne { stance },
        };
        counted(&mut stage, &first);
        stage
    };
    let mut stage = announced(false);
    let village: Option<VillageId> = Some("v2".into());
    let (here, sum) = (2, 3);
    assert_eq!(
        stage.refused(&totals("x1", heard(Some("v2"), 2, 1))),
        Refusal::DelegatesDoNotAddUp { village, here, sum }
    );
    assert_eq!(
        stage.refused(&totals("x1", heard(Some("v9"), 1, 1))),
        Refusal::NoDelegateThere {
            village: Some("v9".into())
        }
    );
    stage.run(totals("x1", heard(Some("v2"), 1, 1)));
    let mut bloc = announced(true);
    assert_eq!(
        bloc.refused(&totals("x1", heard(Some("v2"), 1, 1))),
        Refusal::SpeaksAsOne {
            village: "v2".into()
        }
    );
    // Area-wide seats are no village.
    bloc.run(totals("x1", heard(None, 0, 1)));
}
