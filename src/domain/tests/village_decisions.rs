//! What each village decides once it was asked: by its own rule, at a meeting, after the session did.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::sequels::{ask, asks_villages, follow, m1, meeting, reconsider, voted};
use super::stage::{Stage, day, line, task};
use crate::domain::dates::Minute;
use crate::domain::rule::{Partial, preset};
use crate::domain::task::{self, Decision, Task, TaskState};
use crate::domain::vote::meeting;
use crate::domain::vote::overturn::Followed;
use crate::domain::vote::village::{VillageDecision, VillageMeeting, Women};
use crate::domain::vote::{self, Effect, Next, Outcome, Standing, standing};
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, refusals};

const AREA: [&str; 4] = ["v1", "v2", "v3", "v4"];

#[test]
fn each_village_decides_by_its_own_rule_even_after_the_record_was_signed() {
    let mut stage = asks_villages(Partial::AgreeingGoOn);
    assert_eq!(
        stage.refused(&follow(Next::Decide(meeting("v1", 20)))),
        Refusal::Meeting(meeting::Refused::NotAsked {
            name: line("东集村")
        })
    );
    assert_eq!(stage.refused(&follow(ask(&AREA[..3]))), Refusal::Unknown);
    stage.close();
    stage.seal();
    let events = stage.run(follow(ask(&AREA)));
    assert_eq!(events.len(), 5, "one follow-up a village");
    for (village, yes) in [("v1", 20), ("v2", 4), ("v3", 13)] {
        stage.run(follow(Next::Decide(meeting(village, yes))));
    }
    assert_eq!(standing(m1(&stage)), Standing::AwaitingVillages);
    assert_eq!(
        stage.world.task(&"t-v1".into()).unwrap().state,
        TaskState::Closed
    );
    // Half of those present is not more than half of them.
    stage.run(follow(Next::Decide(meeting("v4", 12))));
    assert_eq!(standing(m1(&stage)), Standing::AdoptedInPart);
    assert_eq!(m1(&stage).going_on(), ["v1".into(), "v3".into()]);
    // A village that did not agree meets again; one that agreed has decided.
    let twice = follow(Next::Decide(meeting("v1", 2)));
    assert_eq!(stage.refused(&twice), Refusal::NotNext { due: None });
    stage.run(follow(Next::Decide(meeting("v2", 20))));
    assert_eq!(m1(&stage).going_on().len(), 3);
    assert_eq!(
        m1(&stage).decisions(&"v2".into()).count(),
        2,
        "no decision erases one before it"
    );
}

#[test]
fn what_is_no_meeting_or_cannot_be_is_no_decision_of_a_village() {
    let mut stage = asks_villages(Partial::AllMust);
    stage.run(follow(ask(&AREA)));
    let whole = || meeting("v1", 20);
    let table: Vec<(VillageMeeting, Refusal)> = vec![
        (
            VillageMeeting {
                held: false,
                ..whole()
            },
            Refusal::Meeting(meeting::Refused::NoneHeld),
        ),
        (
            VillageMeeting {
                present: 31,
                ..whole()
            },
            Refusal::Meeting(meeting::Refused::DoesNotAddUp {
                entitled: 30,
                present: 31,
                voted: 24,
            }),
        ),
        (
            VillageMeeting {
                abstain: 1,
                ..whole()
            },
            Refusal::Meeting(meeting::Refused::VotedNotThere {
                entitled: 30,
                present: 24,
                voted: 25,
                rule: "village-representatives".into(),
            }),
        ),
        (
            VillageMeeting {
                rule: "party-members".into(),
                ..whole()
            },
            Refusal::Meeting(meeting::Refused::OtherRule {
                rule: "village-representatives".into(),
            }),
        ),
        (
            VillageMeeting {
                met: day("11-24"),
                ..whole()
            },
            Refusal::NotYet { on: day("11-24") },
        ),
    ];
    for (meeting, refusal) in table {
        let decide = follow(Next::Decide(meeting));
        assert_eq!(stage.refused(&decide), refusal);
        // Votes of those who were not there are refused with the clause by which that body decides.
        for (language, clause) in [
            (Language::Zh, "《中华人民共和国村民委员会组织法》第三十条"),
            (
                Language::En,
                "Villagers' Committees Organic Law, article 30",
            ),
        ] {
            let said = refusals::refusal(language, &stage.world, &refusal);
            let over = matches!(
                refusal,
                Refusal::Meeting(meeting::Refused::VotedNotThere { .. })
            );
            assert_eq!(said.contains(clause), over, "{said}");
        }
    }
    // Without a rule named, one that counts more than people cannot judge numbers of people.
    let mut free = Stage::voting();
    free.world
        .motions
        .values_mut()
        .for_each(|it| std::sync::Arc::make_mut(it).effect = Effect::Proposes);
    voted(&mut free, 9);
    free.run(follow(ask(&AREA)));
    let women = VillageMeeting {
        rule: "village-representatives-shandong".into(),
        ..whole()
    };
    assert_eq!(
        free.refused(&follow(Next::Decide(women.clone()))),
        Refusal::Meeting(meeting::Refused::RuleCountsMore {
            rule: "village-representatives-shandong".into()
        })
    );
    // The women are a part of those who are entitled, and of those who came.
    let judged = |of: u32, present: u32| {
        let women = VillageMeeting {
            women: Some(Women { present, of }),
            ..women.clone()
        };
        let rule = preset("village-representatives-shandong").unwrap();
        VillageDecision::of(&women, rule).map(|it| it.outcome)
    };
    let (entitled, present) = (whole().entitled, whole().present);
    assert!(entitled > present, "somebody stayed away");
    // With all of them women, no man can have come.
    for (of, came) in [
        (entitled + 1, 1),
        (2, 3),
        (3, present + 1),
        (entitled, present - 1),
    ] {
        assert!(matches!(
            judged(of, came),
            Err(Refusal::Meeting(meeting::Refused::DoesNotAddUp { .. }))
        ));
    }
    assert_eq!(judged(3, 2), Ok(Outcome::Adopted));
    assert_eq!(judged(3, 1), Ok(Outcome::Inquorate));
    // Of no women two thirds did not come.
    assert_eq!(judged(0, 0), Ok(Outcome::Inquorate));
    free.run(follow(Next::Decide(whole())));
    // All must agree: the first that does not settles it.
    stage.run(follow(Next::Decide(meeting("v2", 3))));
    assert_eq!(standing(m1(&stage)), Standing::Rejected);
}

#[test]
fn what_a_village_decided_is_put_right_by_the_rule_that_judged_it_then() {
    let mend = |meeting: VillageMeeting| {
        follow(Next::Mend {
            meeting,
            reason: line("抄错"),
        })
    };
    let mut stage = asks_villages(Partial::AllMust);
    stage.run(follow(ask(&AREA)));
    assert_eq!(
        stage.refused(&mend(meeting("v1", 3))),
        Refusal::NotNext { due: None },
        "it has not decided"
    );
    for village in AREA {
        stage.run(follow(Next::Decide(meeting(village, 20))));
    }
    let other = VillageMeeting {
        rule: "party-members".into(),
        ..meeting("v1", 3)
    };
    assert!(matches!(
        stage.refused(&mend(other)),
        Refusal::Meeting(meeting::Refused::OtherRule { .. })
    ));
    let later = VillageMeeting {
        met: day("11-24"),
        ..meeting("v1", 3)
    };
    assert_eq!(
        stage.refused(&mend(later)),
        Refusal::NotYet { on: day("11-24") }
    );
    // Something carries out what would not be adopted.
    let mut carried = stage.clone();
    let task = Task {
        decision: Some(Decision::Motion {
            motion: "m1".into(),
        }),
        ..task("t1", "i2")
    };
    let what = task.what.clone();
    carried.run(Command::Task(task::Command::Put(task)));
    let by = Followed::FollowUp { what };
    assert_eq!(
        carried.refused(&mend(meeting("v1", 3))),
        Refusal::ResultFollowed { by }
    );
    // Figures that turn nothing are put right all the same.
    carried.run(mend(meeting("v1", 21)));
    stage.close();
    stage.seal();
    stage.run(mend(meeting("v1", 3)));
    assert_eq!(standing(m1(&stage)), Standing::Rejected);
    assert!(m1(&stage).sequels.last().unwrap().after_signing);
    let v1 = || stage.world.task(&"t-v1".into()).unwrap();
    assert_eq!(v1().state, TaskState::Open, "it is asked once more");
    assert_eq!(m1(&stage).decisions(&"v1".into()).count(), 1);
    stage.run(mend(meeting("v1", 20)));
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    assert_eq!(
        stage.world.task(&"t-v1".into()).unwrap().state,
        TaskState::Closed
    );
}

#[test]
fn only_the_last_decision_of_a_village_is_put_right_and_never_before_the_one_it_followed() {
    let mend = |meeting: VillageMeeting| {
        follow(Next::Mend {
            meeting,
            reason: line("抄错"),
        })
    };
    let mut stage = asks_villages(Partial::AgreeingGoOn);
    stage.run(follow(ask(&AREA)));
    for village in AREA {
        stage.run(follow(Next::Decide(meeting(village, 3))));
    }
    stage.run(follow(Next::Decide(meeting("v1", 20))));
    stage.run(mend(meeting("v1", 19)));
    let yes: Vec<u32> = m1(&stage)
        .decisions(&"v1".into())
        .map(|it| it.tally.counts.yes)
        .collect();
    assert_eq!(yes, [3, 19]);
    let before = VillageMeeting {
        met: day("11-22"),
        ..meeting("v1", 19)
    };
    assert!(matches!(
        stage.refused(&mend(before)),
        Refusal::Meeting(meeting::Refused::BeforeDecided { .. })
    ));
    // A decision that was taken up once more is not turned by it; what turns nothing is put right.
    stage.run(reconsider("11-23", Some("p2")));
    assert_eq!(
        stage.refused(&mend(meeting("v1", 3))),
        Refusal::ResultFollowed {
            by: Followed::Reconsidered
        }
    );
    stage.run(mend(meeting("v1", 18)));
}

#[test]
fn the_day_of_a_village_that_is_put_right_is_that_of_its_follow_up() {
    let later = |next: Next| {
        Command::Vote(vote::Command::Follow {
            session: "s1".into(),
            motion: "m1".into(),
            at: Minute::read("2026-11-30T10:00").unwrap(),
            next,
        })
    };
    let met = |yes: u32, on: &str| VillageMeeting {
        met: day(on),
        ..meeting("v1", yes)
    };
    let mend = |meeting: VillageMeeting| {
        later(Next::Mend {
            meeting,
            reason: line("抄错"),
        })
    };
    let told = |stage: &Stage| {
        let task = stage.world.task(&"t-v1".into()).unwrap();
        let last = |it: &&task::Step| {
            matches!(it, task::Step::Settled { .. } | task::Step::LeftOpen { .. })
        };
        task.history.iter().rev().find(last).unwrap().on()
    };
    let mut stage = asks_villages(Partial::AgreeingGoOn);
    stage.run(follow(ask(&AREA)));
    // It did not agree, on a day that was misread.
    stage.run(later(Next::Decide(met(3, "11-26"))));
    stage.run(mend(met(3, "11-25")));
    assert_eq!(told(&stage), day("11-25"));
    stage.run(later(Next::Decide(met(20, "11-28"))));
    assert_eq!(told(&stage), day("11-28"));
    // A figure and the day at once.
    stage.run(mend(met(19, "11-27")));
    let task = stage.world.task(&"t-v1".into()).unwrap();
    assert_eq!(task.ended(), Some(day("11-27")));
    assert_eq!(
        m1(&stage).decisions(&"v1".into()).next_back().unwrap().met,
        day("11-27")
    );
}

#[test]
fn a_village_takes_up_once_more_what_it_agreed_to_without_any_steps_and_both_votes_stay() {
    let mut stage = asks_villages(Partial::AgreeingGoOn);
    stage.run(follow(ask(&AREA)));
    for village in AREA {
        stage.run(follow(Next::Decide(meeting(village, 20))));
    }
    assert_eq!(standing(m1(&stage)), Standing::Adopted);
    let anew = |yes| {
        follow(Next::Reconsider {
            meeting: meeting("v2", yes),
            reason: line("村民联名要求"),
        })
    };
    let events = stage.run(anew(2));
    // History says that it was a reconsideration, with the vote; the panel on which day.
    for (language, words) in [
        (Language::Zh, ["复议", "赞成 2", "反对 22"]),
        (Language::En, ["reconsidered", "2 for", "22 against"]),
    ] {
        let said = crate::i18n::acts::sentence(language, &stage.world, &events);
        assert!(words.iter().all(|it| said.contains(it)), "{said}");
        let motion = m1(&stage);
        let step = motion.sequels.last().unwrap();
        let at = crate::i18n::clocks::of_step(language, &stage.world, motion, step);
        let on = crate::i18n::terms::short_date(language, step.at.day(), stage.s1().date);
        assert_eq!(at.contains(&on), step.at.day() != stage.s1().date, "{at}");
    }
    let v2 = crate::domain::ids::VillageId::from("v2");
    let motion = m1(&stage);
    assert_eq!(standing(motion), Standing::AdoptedInPart);
    let both: Vec<_> = motion
        .decisions(&v2)
        .map(|it| (it.agreed(), it.anew.clone()))
        .collect();
    assert_eq!(
        both,
        [
            (Some(true), None),
            (Some(false), Some(line("村民联名要求")))
        ]
    );
    for language in Language::ALL {
        let step = motion.sequels.last().unwrap();
        let said = crate::i18n::sequels::step(language, &stage.world, motion, step);
        assert!(said.contains("村民联名要求"), "{said}");
    }
    // What it did not agree to it decides at its next meeting, and takes nothing up once more.
    assert_eq!(stage.refused(&anew(20)), Refusal::NotNext { due: None });
    stage.run(follow(Next::Decide(meeting("v2", 20))));
    let motion = m1(&stage);
    assert_eq!(standing(motion), Standing::Adopted);
    assert_eq!(motion.decisions(&v2).count(), 3);
    // One that upheld it leaves what stood; the figures put right keep why it met.
    stage.run(anew(22));
    let motion = m1(&stage);
    assert_eq!(motion.stands(&v2).map(|it| it.tally.counts.yes), Some(20));
}

#[test]
fn no_village_meets_once_more_before_it_met_last_and_that_is_said_of_its_own_meeting() {
    let later = |next: Next| {
        Command::Vote(vote::Command::Follow {
            session: "s1".into(),
            motion: "m1".into(),
            at: Minute::read("2026-11-30T10:00").unwrap(),
            next,
        })
    };
    let met = |yes: u32, on: &str| VillageMeeting {
        met: day(on),
        ..meeting("v1", yes)
    };
    let mut stage = asks_villages(Partial::AgreeingGoOn);
    stage.run(follow(ask(&AREA)));
    stage.run(later(Next::Decide(met(3, "11-26"))));
    let before: Refusal = meeting::Refused::BeforeLast { on: day("11-26") }.into();
    assert_eq!(before.remedy(), None);
    let early = later(Next::Decide(met(20, "11-25")));
    assert_eq!(stage.refused(&early), before);
    stage.run(later(Next::Decide(met(20, "11-28"))));
    let early = later(Next::Reconsider {
        meeting: met(3, "11-27"),
        reason: line("村民联名要求"),
    });
    assert!(matches!(
        stage.refused(&early),
        Refusal::Meeting(meeting::Refused::BeforeLast { on }) if on == day("11-28")
    ));
}

#[test]
fn a_village_that_did_not_agree_has_no_decision_to_make_known() {
    use crate::domain::board::Board;
    use crate::domain::board::calendar::{Lacks, missing};
    use crate::domain::board::regular::Earlier;
    let mut stage = asks_villages(Partial::AgreeingGoOn);
    stage.run(follow(ask(&AREA)));
    for (village, yes) in [("v1", 20), ("v2", 4), ("v3", 13), ("v4", 20)] {
        stage.run(follow(Next::Decide(meeting(village, yes))));
    }
    assert_eq!(standing(m1(&stage)), Standing::AdoptedInPart);
    let today = day("11-24");
    let earlier = Earlier {
        since: today,
        told: Vec::new(),
    };
    let found = missing(&stage.world, today, &[], &[], &earlier);
    let boards = found.into_iter().find_map(|it| match it.what {
        Lacks::Motion { boards, .. } => Some(boards),
        _ => None,
    });
    let boards = boards.unwrap();
    assert!(boards.contains(&Board::Village("v1".into())));
    assert!(!boards.contains(&Board::Village("v2".into())));
}

#[test]
fn the_board_of_a_village_that_did_not_agree_outside_any_steps_waits_until_it_does() {
    use crate::domain::board::{
        self, Affairs, Board, Decided, Light, Masked, NoticeKind, Posting, Waits, Wording,
    };
    use crate::domain::text::Text;
    let mut stage = asks_villages(Partial::AgreeingGoOn);
    stage.run(follow(ask(&AREA)));
    for (village, yes) in [("v1", 20), ("v2", 4), ("v3", 13), ("v4", 20)] {
        stage.run(follow(Next::Decide(meeting(village, yes))));
    }
    let today = day("11-24");
    let text = Wording {
        on: today,
        title: Masked::line(&line("公示")),
        text: Masked::text(&Text::new("已经议定。").unwrap()),
        basis: Masked::default(),
    };
    for (id, village) in [("p1", "v1"), ("p2", "v2")] {
        let what = (NoticeKind::Notice, Affairs::Village);
        let board = Board::Village(village.into());
        let drafted = Posting {
            decided: Some(Decided {
                session: "s1".into(),
                motion: "m1".into(),
            }),
            ..Posting::draft(id.into(), board, what, text.clone(), today)
        };
        stage.run(Command::Board(board::Command::Draft(Box::new(drafted))));
    }
    let up = |id: &str| {
        let (posting, on) = (id.into(), today);
        Command::Board(board::Command::PutUp { posting, on })
    };
    let met = meeting("v2", 4).met;
    let why = board::Refused::MeetsAgain {
        step: None,
        on: met,
    };
    assert!(why.remedy().is_some());
    assert_eq!(stage.refused(&up("p2")), why.into());
    let posting = |stage: &Stage| stage.world.posting(&"p2".into()).unwrap().clone();
    let waits = posting(&stage).waits_for(&stage.world, today);
    let again = Waits::Again {
        step: None,
        since: met,
    };
    assert_eq!(waits, Some(again));
    stage.run(up("p1"));
    // It meets again and agrees, so it hangs; where it takes that back, it hangs no longer.
    stage.run(follow(Next::Decide(meeting("v2", 20))));
    stage.run(up("p2"));
    let light = |stage: &Stage| posting(stage).light_as_it_stands(&stage.world, today);
    assert_ne!(light(&stage), Light::Void);
    stage.run(follow(Next::Reconsider {
        meeting: meeting("v2", 4),
        reason: line("村民联名要求"),
    }));
    assert_eq!(light(&stage), Light::Void);
}
