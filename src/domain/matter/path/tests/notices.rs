//! The notice of a village's meeting: asked for by the rule its body decides by, counted anew when the
//! body meets again, and cut short only with a reason that stays in sight.

use super::*;

/// A levy whose Party members met in `v1` on the 5th of November.
fn ready() -> Stage {
    let mut stage = adopted(&["v1", "v2"], &[Touch::Levy]);
    stage.run(choose("joint-levy", Partial::AgreeingGoOn));
    stage.run(voted(1, "v1", "party-members", "11-05", 20));
    stage
}

fn held(rule: &str, on: &str, yes: u32, noticed: Option<&str>) -> Taking {
    let what = What::Vote(meeting("v1", rule, on, yes));
    Taking {
        noticed: noticed.map(day),
        ..take(2, Some("v1"), on, what)
    }
}

fn too_soon(stage: &Stage, taking: Taking) -> (NaiveDate, u32, bool, bool) {
    match refused(stage, &taken(taking)) {
        Refused::TooSoon {
            from,
            days,
            statute,
            source,
        } => (from, days, statute.is_some(), source.is_some()),
        other => panic!("{other:?}"),
    }
}

fn broken(stage: &Stage) -> usize {
    let grid = grid(stage, "12-31");
    grid.cell(2, Some(&"v1".into())).unwrap().broken().count()
}

#[test]
fn the_notice_is_that_of_the_rule_the_body_decides_by() {
    let mut stage = ready();
    let reps = "village-representatives";
    // (rule, told on, met on, first lawful day, days, by statute)
    let table = [
        (reps, "11-10", "11-12", "11-15", 5, false),
        ("village-assembly", "11-10", "11-19", "11-20", 10, true),
        (
            "village-assembly-households",
            "11-10",
            "11-19",
            "11-20",
            10,
            true,
        ),
    ];
    for (rule, told, met, from, days, statute) in table {
        let taking = held(rule, met, 20, Some(told));
        assert_eq!(
            too_soon(&stage, taking),
            (day(from), days, statute, !statute),
            "{rule}"
        );
    }
    // Nobody wrote down when it went out: it was not before the step before.
    let silent = held(reps, "11-09", 20, None);
    assert_eq!(too_soon(&stage, silent), (day("11-10"), 5, false, true));
    // What went out before the step before gave notice of nothing that was there.
    let before = held(reps, "11-09", 20, Some("11-02"));
    assert_eq!(too_soon(&stage, before), (day("11-10"), 5, false, true));
    // On the last day the meeting may be held.
    let in_time = held(reps, "11-15", 20, Some("11-10"));
    assert!(stage.clone().attempt(&taken(in_time)).is_ok());
    // With a reason it is entered, and shows as cut short.
    stage.run(taken(Taking {
        early: Some(line("汛期将至")),
        ..held(reps, "11-12", 20, Some("11-10"))
    }));
    assert_eq!(broken(&stage), 1);
}

#[test]
fn a_body_that_meets_again_is_called_together_again() {
    let mut stage = ready();
    let reps = "village-representatives";
    stage.run(taken(held(reps, "11-15", 5, Some("11-10"))));
    let cell = |stage: &Stage| {
        let grid = grid(stage, "11-16");
        grid.cell(2, Some(&"v1".into())).unwrap().clone()
    };
    assert_eq!(cell(&stage).state, State::Refused { on: day("11-15") });
    let froms: Vec<NaiveDate> = cell(&stage).terms.iter().map(|it| it.from).collect();
    assert_eq!(froms, [day("11-20")], "the grid says from when");
    // The notice of the first meeting is none of the second, and a body does not meet before it met.
    for noticed in [None, Some("11-10")] {
        let next = held(reps, "11-16", 20, noticed);
        assert_eq!(too_soon(&stage, next), (day("11-20"), 5, false, true));
    }
    assert_eq!(
        refused(&stage, &taken(held(reps, "11-14", 20, None))),
        Refused::BeforeLastTime { on: day("11-15") }
    );
    stage.run(taken(held(reps, "11-21", 20, Some("11-16"))));
    assert_eq!(cell(&stage).state, State::Done { on: day("11-21") });
    assert_eq!(broken(&stage), 0);
    let before = path(Command::Redate {
        matter: X.into(),
        entry: 2,
        on: day("11-14"),
        at: at("12-31"),
        reason: line("看错了"),
    });
    let met = day("11-15");
    assert_eq!(
        refused(&stage, &before),
        Refused::BeforeLastTime { on: met }
    );
    // A day moved to within the notice shows.
    stage.run(path(Command::Redate {
        matter: X.into(),
        entry: 2,
        on: day("11-18"),
        at: at("12-31"),
        reason: line("登记表写错"),
    }));
    assert_eq!(broken(&stage), 1);
}

#[test]
fn a_template_that_says_how_long_before_is_the_local_rule() {
    let mut stage = adopted(&["v1", "v2"], &[Touch::Levy]);
    let mut own = shipped::named("joint-levy").unwrap();
    own.steps[2].wait = Some(Wait {
        days: 3,
        from: WaitFrom::Notice,
        statute: None,
    });
    stage.run(path(Command::Choose {
        matter: X.into(),
        template: Box::new(own),
        assent: Partial::AgreeingGoOn,
        on: day("11-01"),
        deadline: None,
    }));
    stage.run(voted(1, "v1", "party-members", "11-05", 20));
    let early = held("village-representatives", "11-07", 20, None);
    assert_eq!(too_soon(&stage, early), (day("11-08"), 3, false, false));
    stage.run(taken(held("village-representatives", "11-08", 20, None)));
    assert_eq!(broken(&stage), 0);
}

#[test]
fn a_meeting_of_another_body_than_its_rule_is_refused() {
    let stage = ready();
    let mut meeting = meeting("v1", "village-assembly", "11-20", 20);
    meeting.body = line("东集村村民代表会议");
    let taking = take(2, Some("v1"), "11-20", What::Vote(meeting.clone()));
    assert_eq!(
        refused(&stage, &taken(taking.clone())),
        Refused::BodyOfOtherRule {
            ought: crate::domain::matter::gate::Body::VillageAssembly
        }
    );
    // A body that is called otherwise in that village is none of another rule.
    meeting.body = line("全体村民大会");
    assert!(
        stage
            .clone()
            .attempt(&taken(Taking {
                what: What::Vote(meeting),
                ..taking
            }))
            .is_ok()
    );
}
