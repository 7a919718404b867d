//! What a template must be, and what is shipped.

use super::*;
use crate::domain::matter::path::template::{Cause, faults};
use crate::domain::rule::Name;
use crate::domain::vote::village::judged_by_counts;

#[test]
fn every_shipped_template_is_one_and_only_the_seven_steps_carry_the_mark() {
    let stage = Stage::founded();
    let all = shipped::shipped();
    assert_eq!(all.len(), 4);
    for template in &all {
        assert_eq!(faults(&stage.world, template), [], "{}", template.id);
        assert_eq!(template.example, template.id.as_str() == "seven-steps");
    }
    assert_eq!(shipped::named("seven-steps").unwrap().steps.len(), 7);
}

#[test]
fn what_is_no_template_is_named_by_its_step() {
    let stage = Stage::founded();
    let base = || shipped::named("four-deliberations").unwrap();
    let with = |change: fn(&mut Template)| {
        let mut template = base();
        change(&mut template);
        let found = faults(&stage.world, &template);
        found
            .into_iter()
            .map(|it| (it.step, it.cause))
            .collect::<Vec<_>>()
    };
    let vote = |rule: &str| By::Vote {
        rules: vec![rule.into()],
    };
    // A rule that counts more than people, and women among them.
    let more = crate::domain::rule::presets().iter();
    let more = { more }
        .find(|it| !judged_by_counts(it))
        .unwrap()
        .id
        .clone();
    let [unknown, women, more_than] = [
        vote("nowhere"),
        vote("village-representatives-shandong"),
        vote(more.as_str()),
    ];
    assert_eq!(with(|it| it.steps.clear()), [(None, Cause::NoSteps)]);
    assert_eq!(
        with(|it| it.steps[1].name = it.steps[2].name.clone()),
        [(Some(2), Cause::SameName)]
    );
    assert_eq!(
        with(|it| it.steps[3].by = By::Vote { rules: Vec::new() }),
        [(Some(3), Cause::NoRule)]
    );
    assert_eq!(
        with(|it| it.steps[3].level = Level::Area),
        [(Some(3), Cause::VoteNotOfVillage)]
    );
    assert_eq!(
        with(|it| {
            it.steps[5].by = By::Session;
            it.steps[5].shown = None;
        }),
        [
            (Some(5), Cause::SessionNotOfArea),
            (Some(5), Cause::SecondSession)
        ]
    );
    assert_eq!(
        with(|it| it.steps[0].merge = Some(line("第一条"))),
        [(Some(0), Cause::MergesFirst)]
    );
    assert_eq!(
        with(|it| it.steps[4].merge = Some(line("第一条"))),
        [(Some(4), Cause::MergesOther)]
    );
    assert_eq!(
        with(|it| it.steps[0].wait = it.steps[3].wait.clone()),
        [(Some(0), Cause::WaitsFirst)]
    );
    assert_eq!(
        with(|it| it.steps[3].wait.as_mut().unwrap().days = 0),
        [(
            Some(3),
            Cause::WaitOutside {
                most: template::LONGEST_WAIT
            }
        )]
    );
    for (by, cause) in [
        (
            unknown,
            Cause::RuleUnknown {
                rule: "nowhere".into(),
            },
        ),
        (more_than, Cause::RuleCountsMore { rule: more }),
    ] {
        let mut template = base();
        template.steps[3].by = by;
        assert_eq!(faults(&stage.world, &template)[0].cause, cause);
    }
    let mut template = base();
    template.steps[3].by = women;
    assert_eq!(faults(&stage.world, &template), []);
}

fn own_name() -> Name {
    Name {
        zh: line("本片区程序"),
        en: line("Our procedure"),
    }
}

#[test]
fn an_own_template_is_adopted_changed_and_taken_out_while_matters_keep_theirs() {
    let mut stage = adopted(&["v1"], &[]);
    let own = Template {
        id: "own".into(),
        name: own_name(),
        ..shipped::named("joint-levy").unwrap()
    };
    let put =
        |template: &Template| Any::Template(template::Command::Put(Box::new(template.clone())));
    stage.run(put(&own));
    assert_eq!(stage.run(put(&own)), []);
    stage.run(path(Command::Choose {
        matter: X.into(),
        template: Box::new(own.clone()),
        assent: Partial::AllMust,
        on: day("11-01"),
        deadline: None,
    }));
    let mut short = own.clone();
    short.steps.truncate(1);
    stage.run(put(&short));
    let steps = |stage: &Stage| {
        let matter = stage.world.matter(&X.into()).unwrap();
        matter.path.as_ref().unwrap().template.steps.len()
    };
    assert_eq!(steps(&stage), 6);
    stage.run(Any::Template(template::Command::Remove("own".into())));
    assert_eq!(steps(&stage), 6);
    // One that is only begun stands in the book, and is chosen for nothing until it has a step.
    short.steps.clear();
    stage.run(put(&short));
    let mut other = adopted(&["v1"], &[]);
    other.run(put(&short));
    let choose = path(Command::Choose {
        matter: X.into(),
        template: Box::new(short),
        assent: Partial::AllMust,
        on: day("11-01"),
        deadline: None,
    });
    let why = refused(&other, &choose);
    assert!(matches!(
        &why,
        Refused::Faulty { fault } if fault.cause == Cause::NoSteps
    ));
    let add = crate::domain::refusal::OfMatter::AddStep;
    assert_eq!(why.remedy(), Some(crate::domain::Remedy::Matter(add)));
    // What is shipped cannot be written over.
    let shipped = put(&shipped::named("plain-session").unwrap());
    assert_eq!(stage.refused(&shipped), Refusal::AlreadyThere);
}

#[test]
fn a_term_of_the_law_survives_every_copy() {
    let mut stage = Stage::founded();
    let own = Template {
        id: "own".into(),
        name: own_name(),
        ..shipped::named("four-deliberations").unwrap()
    };
    let put =
        |template: &Template| Any::Template(template::Command::Put(Box::new(template.clone())));
    stage.run(put(&own));
    let last = own.steps.len() - 1;
    let cause = |template: &Template| match refused(&stage, &put(template)) {
        Refused::Faulty { fault } => (fault.step, fault.cause),
        other => panic!("{other:?}"),
    };
    let statute = own.steps[last].wait.clone().unwrap().statute.unwrap();
    let lost = Cause::StatuteLost {
        statute: statute.clone(),
        days: 15,
    };
    let mut changed = own.clone();
    changed.steps[last].wait = None;
    assert_eq!(cause(&changed), (Some(last), lost.clone()));
    // Not by another name, nor by leaving out the clause.
    changed.steps[last].name = own.steps[0].name.clone();
    changed.steps[last].name.zh = line("别名");
    assert_eq!(cause(&changed), (Some(last), lost.clone()));
    let mut changed = own.clone();
    changed.steps[last].wait.as_mut().unwrap().statute = None;
    assert_eq!(cause(&changed), (Some(last), lost));
    let mut changed = own.clone();
    changed.steps[last].wait.as_mut().unwrap().days = 7;
    let short = Cause::ShortOfStatute { statute, days: 15 };
    assert_eq!(cause(&changed), (Some(last), short));
    // More is asked freely, and a step may be dropped as a whole.
    let mut longer = own.clone();
    longer.steps[last].wait.as_mut().unwrap().days = 20;
    stage.run(put(&longer));
    longer.steps.truncate(last);
    stage.run(put(&longer));
    // A rule that is copied has the notice its body is owed.
    for rule in crate::domain::rule::presets() {
        let copied = crate::domain::rule::Rule {
            id: "copied".into(),
            ..rule.clone()
        };
        let of = shipped::notice_by_statute;
        assert_eq!(of(&copied), of(rule));
        let owed = [
            "village-assembly",
            "village-assembly-households",
            "collective-members",
        ];
        assert_eq!(of(rule).is_some(), owed.contains(&rule.id.as_str()));
    }
}

#[test]
fn the_steps_the_gate_asks_for_are_proposed_and_can_be_chosen() {
    for touch in std::iter::once(None).chain(Touch::ALL.map(Some)) {
        let touches: Vec<Touch> = touch.into_iter().collect();
        let (id, because) = shipped::proposed(&intake(&[], &touches));
        let id = id.as_str();
        assert_eq!(id == "joint-levy", touch == Some(Touch::Levy));
        assert_eq!(
            because == shipped::Because::Levy,
            touch == Some(Touch::Levy)
        );
        // Whatever is proposed has every vote the gate asks for.
        let mut stage = adopted(&["v1"], &touches);
        stage.run(choose(id, Partial::AllMust));
    }
}

#[test]
fn each_body_that_must_decide_has_a_step_of_its_own() {
    for (touches, votes) in [
        (vec![], vec![6]),
        (vec![Touch::Levy], vec![4]),
        (vec![Touch::VillagePact], vec![2]),
        (vec![Touch::VillagePact, Touch::Levy], vec![2]),
        (vec![Touch::Charter, Touch::Assets], vec![1]),
        (vec![Touch::Assets], vec![2]),
        (vec![Touch::Charter, Touch::VillagePact], vec![1, 2]),
        (vec![Touch::BeyondAutonomy], vec![6]),
    ] {
        let template = shipped::named("four-deliberations").unwrap();
        let fitted = shipped::fitted(template, &intake(&[], &touches));
        let stage = Stage::founded();
        assert_eq!(faults(&stage.world, &fitted), [], "{touches:?}");
        let rules = fitted.steps.iter().skip(4).filter_map(|it| match &it.by {
            By::Vote { rules } => Some(rules.len()),
            _ => None,
        });
        assert_eq!(rules.collect::<Vec<_>>(), votes, "{touches:?}");
        let filed = fitted
            .steps
            .iter()
            .any(|it| it.records == [RecordKind::Filing]);
        assert_eq!(filed, touches.contains(&Touch::VillagePact));
    }
    let stage = adopted(&["v1"], &[Touch::Assets]);
    assert_eq!(
        refused(&stage, &choose("plain-session", Partial::AllMust)),
        Refused::VillagesMustVote
    );
}
