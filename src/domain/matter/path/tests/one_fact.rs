//! A village's decision stands on the path and on the motion by one act, whichever way it is entered.

use super::*;
use crate::domain::Event as Any_;
use crate::domain::ids::VillageId;
use crate::domain::session::SessionKind;
use crate::domain::session::agenda::ItemState;
use crate::domain::task::{self, TaskState};
use crate::domain::tests::sequels::{ask, asks_villages, follow, m1};
use crate::domain::text::Text;
use crate::domain::vote::{self, Next, standing};

/// Returns a stage on which motion `m1` of matter `x1` awaits its villages.
pub(super) fn awaiting(assent: Partial) -> Stage {
    let mut stage = asks_villages(assent);
    stage.run(Any::Matter(matter::Command::Receive {
        id: X.into(),
        on: day("10-20"),
        intake: Box::new(intake(&[], &[Touch::Levy])),
    }));
    let on = stage.s1().date;
    let found = stage.world.matters.get_mut(&MatterId::from(X)).unwrap();
    std::sync::Arc::make_mut(found).hearings = vec![Hearing {
        kind: SessionKind::Regular,
        ordinal: 1,
        item_state: ItemState::Done,
        over: true,
        session: "s1".into(),
        item: "i2".into(),
        on,
        motions: vec![Heard {
            first: None,
            turnout: None,
            assent: None,
            wording: Text::default(),
            by: None,
            villages: Vec::new(),
            motion: "m1".into(),
            standing: Standing::AwaitingVillages,
            on,
        }],
    }];
    stage.run(path(Command::Choose {
        matter: X.into(),
        template: Box::new(shipped::named("joint-levy").unwrap()),
        assent,
        on,
        deadline: None,
    }));
    stage
}

pub(super) const AREA: [&str; 4] = ["v1", "v2", "v3", "v4"];

/// Says that what the path and the motion hold of every village is the same.
fn the_same(stage: &Stage) {
    let path = stage.world.matter(&X.into()).unwrap().path.clone().unwrap();
    let decider = path.template.decider().unwrap();
    for village in AREA.map(VillageId::from) {
        let on_path: Vec<_> = path
            .tries(decider, Some(&village))
            .map(|(_, it)| match &it.taken {
                Taken::Voted {
                    decision,
                    motion: Some(_),
                } => decision.as_ref().clone(),
                other => panic!("{other:?}"),
            })
            .collect();
        let on_motion: Vec<_> = m1(stage).decisions(&village).cloned().collect();
        assert_eq!(on_path, on_motion);
    }
}

pub(super) fn members(stage: &mut Stage) {
    let on = days(stage.s1().date + chrono::Days::new(3));
    for village in AREA {
        stage.run(voted(1, village, "party-members", &on, 20));
    }
}

#[test]
fn a_village_that_stops_before_its_decision_is_awaited_no_longer() {
    let mut stage = awaiting(Partial::AgreeingGoOn);
    let item = stage.world.items.get_mut(&"i2".into()).unwrap();
    std::sync::Arc::make_mut(item).matter = Some(X.into());
    let of = stage.world.matters.get_mut(&MatterId::from(X)).unwrap();
    let intake = &mut std::sync::Arc::make_mut(of).intake;
    (intake.money, intake.touches) = (None, Vec::new());
    stage.run(follow(ask(&AREA)));
    let on = days(stage.s1().date + chrono::Days::new(3));
    for (village, yes) in AREA.into_iter().zip([20, 20, 20, 2]) {
        stage.run(voted(1, village, "party-members", &on, yes));
    }
    let heard = |stage: &Stage| {
        let matter = stage.world.matter(&X.into()).unwrap();
        matter.hearings[0].motions[0].clone()
    };
    assert_eq!(heard(&stage).standing, Standing::AwaitingVillages);
    let on = days(stage.s1().date + chrono::Days::new(8));
    for village in ["v1", "v2", "v3"] {
        stage.run(voted(2, village, "village-representatives", &on, 20));
    }
    // What the villages made of it is known; the authority has not looked at it yet.
    assert_eq!(grid(&stage, "12-31").outcome(), Outcome::UnderReview);
    let came = heard(&stage);
    assert_eq!(came.standing, Standing::AdoptedInPart);
    let last = came.villages.iter().find(|it| it.village == "v4".into());
    let said = last.unwrap().decided.as_ref().unwrap();
    assert_eq!(
        (said.agreed, said.paper.as_str()),
        (Some(false), "村档案柜")
    );
    let first = state(&stage, "12-31", 0, None);
    assert!(
        first.done().is_some(),
        "the session did adopt it: {first:?}"
    );
    // It meets again and goes along: its decision is awaited as before.
    let again = days(stage.s1().date + chrono::Days::new(13));
    stage.run(voted(1, "v4", "party-members", &again, 20));
    assert_eq!(heard(&stage).standing, Standing::AwaitingVillages);
    assert_eq!(grid(&stage, "12-31").outcome(), Outcome::UnderWay);
}

#[test]
fn it_stands_at_both_places_whichever_way_it_is_entered() {
    let mut stage = awaiting(Partial::AgreeingGoOn);
    let on = days(stage.s1().date + chrono::Days::new(8));
    members(&mut stage);
    let reps = "village-representatives";
    assert_eq!(
        refused(&stage, &voted(2, "v1", reps, &on, 20)),
        Refused::AskFirst
    );
    stage.run(follow(ask(&AREA)));
    let events = stage.run(voted(2, "v1", reps, &on, 20));
    assert!(matches!(
        events.as_slice(),
        [Any_::Matter(_), Any_::Vote(_), Any_::Task(_)]
    ));
    the_same(&stage);
    // The other way round.
    let decide = |village: &str, yes| {
        let next = Next::Decide(meeting(village, reps, &on, yes));
        Any::Vote(vote::Command::Follow {
            session: "s1".into(),
            motion: "m1".into(),
            at: at("12-31"),
            next,
        })
    };
    let events = stage.run(decide("v2", 5));
    assert_eq!(events.len(), 3);
    the_same(&stage);
    stage.run(decide("v3", 20));
    stage.run(voted(2, "v4", reps, &on, 20));
    the_same(&stage);
    assert_eq!(standing(m1(&stage)), Standing::AdoptedInPart);
    assert_eq!(grid(&stage, "12-31").of_villages(), Outcome::Part);
    // It meets again, and neither place forgets.
    let again = days(stage.s1().date + chrono::Days::new(13));
    stage.run(voted(2, "v2", reps, &again, 20));
    the_same(&stage);
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    assert_eq!(grid(&stage, "12-31").of_villages(), Outcome::All);
    // A day that stands on a motion is not corrected on one side alone.
    let number = stage.world.matter(&X.into()).unwrap();
    let number = number.path.as_ref().unwrap().entries.len() - 1;
    let redate = path(Command::Redate {
        matter: X.into(),
        entry: number,
        on: day("12-30"),
        at: at("12-31"),
        reason: line("写错"),
    });
    stage.run(redate);
    the_same(&stage);
    let last = m1(&stage).decisions(&"v2".into()).next_back().cloned();
    assert_eq!(last.unwrap().met, day("12-30"));
    // Neither place forgets what was written first.
    let moved = stage.world.matter(&X.into()).unwrap();
    let moved = &moved.path.as_ref().unwrap().entries[number].moved;
    assert_eq!(days(moved[0].from), again);
    let sequels = &m1(&stage).sequels;
    assert!(matches!(
        &sequels.last().unwrap().step,
        vote::SequelStep::Redated { from, .. } if days(*from) == again
    ));
}

#[test]
fn what_becomes_of_it_where_some_do_not_agree_is_one_fact() {
    // The rule of the motion says it; the steps cannot say otherwise.
    for (rule, other) in [
        (Partial::AllMust, Partial::AgreeingGoOn),
        (Partial::AgreeingGoOn, Partial::AllMust),
    ] {
        let mut stage = awaiting(rule);
        let found = stage.world.matters.get_mut(&MatterId::from(X)).unwrap();
        std::sync::Arc::make_mut(found).hearings[0].motions[0].assent = Some(rule);
        let again = path(Command::Choose {
            matter: X.into(),
            template: Box::new(shipped::named("joint-levy").unwrap()),
            assent: other,
            on: stage.s1().date,
            deadline: None,
        });
        assert_eq!(
            refused(&stage, &again),
            Refused::AssentStands { assent: rule }
        );
        stage.run(follow(ask(&AREA)));
        let matter = stage.world.matter(&X.into()).unwrap();
        assert_eq!(matter.assent(), Some(rule));
        assert_eq!(m1(&stage).consent(), Some(rule));
    }
}

#[test]
fn the_motion_cannot_overtake_the_path() {
    let mut stage = awaiting(Partial::AllMust);
    stage.run(follow(ask(&AREA)));
    let on = days(stage.s1().date + chrono::Days::new(8));
    let decide = Any::Vote(vote::Command::Follow {
        session: "s1".into(),
        motion: "m1".into(),
        at: at("12-31"),
        next: Next::Decide(meeting("v1", "village-representatives", &on, 20)),
    });
    assert!(matches!(
        refused(&stage, &decide),
        Refused::OutOfOrder { .. }
    ));
    members(&mut stage);
    stage.run(decide);
    the_same(&stage);
}

#[test]
fn only_a_village_that_agrees_closes_its_follow_up() {
    let reps = "village-representatives";
    let decide = |met: &str, present, yes| {
        let meeting = VillageMeeting {
            present,
            no: present - yes,
            ..meeting("v1", reps, met, yes)
        };
        Any::Vote(vote::Command::Follow {
            session: "s1".into(),
            motion: "m1".into(),
            at: at("12-31"),
            next: Next::Decide(meeting),
        })
    };
    let mut stage = awaiting(Partial::AgreeingGoOn);
    stage.run(follow(ask(&AREA)));
    members(&mut stage);
    let given = stage.world.tasks.get_mut(&"t-v1".into()).unwrap();
    std::sync::Arc::make_mut(given).decision = Some(task::Decision::Motion {
        motion: "m1".into(),
    });
    let task = |stage: &Stage| stage.world.task(&"t-v1".into()).unwrap().clone();
    let finish = Any::Task(task::Command::Finish {
        task: "t-v1".into(),
        on: day("12-31"),
        note: None,
        evidence: None,
    });
    // Ten of thirty are too few; then they are enough and do not agree.
    stage.run(decide("12-10", 10, 10));
    assert_eq!(task(&stage).state, TaskState::Open);
    assert!(matches!(
        stage.refused(&finish),
        Refusal::Task(task::Refused::VillageSilent { .. })
    ));
    stage.run(decide("12-16", 24, 5));
    assert!(task(&stage).is_open());
    let told: Vec<_> = task(&stage).history.iter().map(left_open).collect();
    assert_eq!(
        told,
        [Some((day("12-10"), false)), Some((day("12-16"), true))]
    );
    // Even where it was given up by then, the village's own decision ends it, on the day it decided.
    let given_up = |stage: &mut Stage| {
        stage.run(Any::Task(task::Command::Drop {
            task: "t-v1".into(),
            on: day("12-17"),
            reason: line("未通过"),
        }));
    };
    for give_up in [false, true] {
        let mut stage = stage.clone();
        if give_up {
            given_up(&mut stage);
        }
        stage.run(decide("12-22", 24, 20));
        assert_eq!(task(&stage).state, TaskState::Closed);
        assert_eq!(task(&stage).ended(), Some(day("12-22")));
        assert_eq!(m1(&stage).agreed(&"v1".into()), Some(true));
    }
}

fn left_open(step: &task::Step) -> Option<(chrono::NaiveDate, bool)> {
    match step {
        task::Step::LeftOpen { on, refused, .. } => Some((*on, *refused)),
        _ => None,
    }
}

#[test]
fn a_vote_and_what_villages_made_of_it_have_days_of_their_own() {
    let mut stage = awaiting(Partial::AgreeingGoOn);
    let item = stage.world.items.get_mut(&"i2".into()).unwrap();
    std::sync::Arc::make_mut(item).matter = Some(X.into());
    // A levy is not put to the villages before its shares come to the whole.
    let ask_by = |by: &str| {
        let Next::AskVillages { mut tasks } = ask(&AREA) else {
            panic!("they are asked");
        };
        tasks.iter_mut().for_each(|task| task.due = Some(day(by)));
        follow(Next::AskVillages { tasks })
    };
    let mut nobody = stage.clone();
    let x = nobody.world.matters.get_mut(&X.into()).unwrap();
    let money = std::sync::Arc::make_mut(x).intake.money.as_mut();
    money.unwrap().shares.clear();
    let contribute = crate::domain::refusal::OfMatter::Contribute;
    assert_eq!(
        nobody.refused(&ask_by("12-20")),
        Refusal::Matter(matter::Refused::SharesUnsettled {
            whole: Fen(10_000),
            villages: Vec::new(),
            way: contribute,
        })
    );
    assert_eq!(
        stage.refused(&ask_by("12-20")),
        Refusal::Matter(matter::Refused::SharesShort {
            shares: Fen(4_000),
            whole: Fen(10_000),
            way: crate::domain::refusal::OfMatter::Contribute,
            also: None,
        })
    );
    let on = stage.s1().date;
    stage.run(path(Command::Contribute {
        matter: X.into(),
        village: "v2".into(),
        amount: Fen(6_000),
        on,
        reason: line("两村分担"),
    }));
    stage.run(ask_by("12-20"));
    let matter = |stage: &Stage| stage.world.matter(&X.into()).unwrap().clone();
    let by = |stage: &Stage| matter(stage).path.unwrap().deadline();
    assert_eq!(by(&stage), Some(day("12-20")), "it is said once");
    members(&mut stage);
    let met = days(on + chrono::Days::new(6));
    for village in AREA {
        // Entered weeks later.
        stage.run(voted(2, village, "village-representatives", &met, 20));
    }
    let x = matter(&stage);
    let heard = &x.hearings[0].motions[0];
    assert_eq!(heard.standing, Standing::Adopted);
    assert_eq!(heard.on, day(&met));
    let first = heard.first.unwrap();
    assert_eq!((first.on, first.standing), (on, Standing::AwaitingVillages));
    let facts = matter::life::facts(&stage.world, &x, day("12-31"));
    let days_of = |is: fn(&matter::life::Fact<'_>) -> bool| {
        let found = facts.iter().filter(|it| is(&it.fact));
        found.map(|it| it.on).collect::<Vec<_>>()
    };
    use matter::life::Fact;
    assert_eq!(days_of(|it| matches!(it, Fact::Decided(_))), [on]);
    assert_eq!(days_of(|it| matches!(it, Fact::Came(_))), [day(&met)]);
}

#[test]
fn what_a_village_decided_is_put_right_at_both_places_and_neither_forgets() {
    let reps = "village-representatives";
    let mut stage = awaiting(Partial::AgreeingGoOn);
    stage.run(follow(ask(&AREA)));
    members(&mut stage);
    let on = days(stage.s1().date + chrono::Days::new(8));
    for village in AREA {
        stage.run(voted(2, village, reps, &on, 20));
    }
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    let entries = |stage: &Stage| {
        let matter = stage.world.matter(&X.into()).unwrap();
        matter.path.as_ref().unwrap().entries.clone()
    };
    let last = entries(&stage).len() - 1;
    // From the path: v4 had 5 for it, not 20.
    let mend = |entry, met: &str, yes| {
        path(Command::Mend {
            matter: X.into(),
            entry,
            meeting: meeting("v4", reps, met, yes),
            at: at("12-31"),
            reason: line("抄错"),
        })
    };
    assert_eq!(
        stage.refused(&mend(last, &on, 20)),
        Refusal::AlreadyThere,
        "nothing is to be corrected"
    );
    assert_eq!(stage.refused(&mend(last, "12-30", 5)), Refusal::Unknown);
    stage.run(mend(last, &on, 5));
    the_same(&stage);
    assert_eq!(standing(m1(&stage)), Standing::AdoptedInPart);
    let mended = &entries(&stage)[last].mended;
    assert_eq!(mended[0].was.tally.counts.yes, 20);
    let vote::SequelStep::Mended { was, now, .. } = &m1(&stage).sequels.last().unwrap().step else {
        panic!("{:?}", m1(&stage).sequels);
    };
    assert_eq!((was.tally.counts.yes, now.tally.counts.yes), (20, 5));
    assert_eq!(
        stage.world.task(&"t-v4".into()).unwrap().state,
        TaskState::Open,
        "it is asked again"
    );
    // From the motion, the other way round.
    stage.run(Any::Vote(vote::Command::Follow {
        session: "s1".into(),
        motion: "m1".into(),
        at: at("12-31"),
        next: Next::Mend {
            meeting: meeting("v4", reps, &on, 19),
            reason: line("以原件为准"),
        },
    }));
    the_same(&stage);
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    assert_eq!(entries(&stage)[last].mended.len(), 2);
    assert_eq!(
        stage.world.task(&"t-v4".into()).unwrap().state,
        TaskState::Closed
    );
    // A step that stands on it is not overturned.
    let members_of_v4 = entries(&stage)
        .iter()
        .position(|it| it.step == 1 && it.village == Some("v4".into()))
        .unwrap();
    let met = days(stage.s1().date + chrono::Days::new(3));
    let under = |yes| {
        path(Command::Mend {
            matter: X.into(),
            entry: members_of_v4,
            meeting: meeting("v4", "party-members", &met, yes),
            at: at("12-31"),
            reason: line("抄错"),
        })
    };
    assert_eq!(
        stage.refused(&under(2)),
        Refusal::ResultFollowed {
            by: crate::domain::vote::overturn::Followed::StepTaken
        }
    );
    stage.run(under(21));
    assert_eq!(entries(&stage)[members_of_v4].mended.len(), 1);
}

#[test]
fn a_village_that_left_without_an_answer_is_awaited_no_longer() {
    use crate::i18n::{Language, sequels::standing_on};
    let mut stage = awaiting(Partial::AgreeingGoOn);
    stage.run(follow(ask(&AREA)));
    let village = stage.world.villages.get_mut(&VillageId::from("v4"));
    let village = std::sync::Arc::make_mut(village.unwrap());
    village.left = Some(day("12-10"));
    let name = village.name.to_string();
    let other = stage.world.village(&"v3".into()).unwrap().name.to_string();
    for language in Language::ALL {
        let said = |on: &str| standing_on(language, &stage.world, m1(&stage), day(on));
        assert!(said("12-09").contains(&name), "{}", said("12-09"));
        assert!(!said("12-10").contains(&name), "{}", said("12-10"));
        assert!(said("12-10").contains(&other), "{}", said("12-10"));
    }
}

#[test]
fn a_notice_of_one_step_tells_of_that_step() {
    use crate::i18n::{Language, acts};
    let mut stage = awaiting(Partial::AgreeingGoOn);
    stage.run(follow(ask(&AREA)));
    members(&mut stage);
    let on = days(stage.s1().date + chrono::Days::new(8));
    let events = stage.run(voted(2, "v1", "village-representatives", &on, 20));
    assert!(events.len() > 1, "{events:?}");
    for language in Language::ALL {
        let said = |events: &[crate::domain::Event]| acts::sentence(language, &stage.world, events);
        assert_eq!(said(&events), said(&events[..1]));
    }
}
