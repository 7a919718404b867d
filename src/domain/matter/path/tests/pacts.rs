//! A village pact (村规民约): whatever says that a matter is one, each assembly makes it and files it, and a filing that
//! is turned down stops its village.

use super::on_boards::{down, draft, up};
use super::*;
use crate::domain::board::calendar::known_on;
use crate::domain::board::{self, Board, Light, Next, NoticeKind, Waits};
use crate::domain::matter::gate::{Besides, Body, gate};
use crate::domain::refusal::{OfBoard, Remedy};

const DECISION: usize = 4;
const FILING: usize = 5;
const DISCLOSED: usize = 6;
const RESULT: usize = 7;

/// The answers of a matter of the kind 村规 of which nothing else was ticked.
fn by_kind() -> Intake {
    Intake {
        kind: MatterKind::VillagePact,
        money: None,
        ..intake(&["v1", "v2"], &[])
    }
}

#[test]
fn a_matter_of_the_kind_is_a_pact_though_it_was_not_ticked_as_well() {
    let of = by_kind();
    let ticked = Intake {
        kind: MatterKind::Governance,
        touches: vec![Touch::VillagePact],
        ..by_kind()
    };
    assert!(of.touches(Touch::VillagePact) && !of.touches(Touch::Levy));
    assert_eq!(of.touched().collect::<Vec<_>>(), [Touch::VillagePact]);
    assert_eq!(gate(&of), gate(&ticked));
    let asks = gate(&of).competences;
    assert_eq!(asks[0].body, Body::VillageAssembly);
    assert_eq!(asks[0].besides, Some(Besides::FiledWithTownship));
    assert_eq!(shipped::proposed(&of), shipped::proposed(&ticked));
    assert_eq!(shipped::votes_needed(&of), shipped::votes_needed(&ticked));
    let template = shipped::named("four-deliberations").unwrap();
    let steps = shipped::fitted(template.clone(), &of);
    assert_eq!(steps, shipped::fitted(template, &ticked));
    assert_eq!(steps.steps[FILING].records, [RecordKind::Filing]);
    // Ticked as well it is no other matter, and no other kind is one.
    let both = Intake {
        touches: vec![Touch::VillagePact],
        ..by_kind()
    };
    assert_eq!(gate(&both), gate(&ticked));
    for kind in MatterKind::ALL {
        let plain = Intake { kind, ..by_kind() };
        let is = kind == MatterKind::VillagePact;
        assert_eq!(plain.touches(Touch::VillagePact), is, "{kind:?}");
    }
}

#[test]
fn a_step_that_only_the_assembly_may_take_names_no_representatives() {
    let template = shipped::named("four-deliberations").unwrap();
    let zh = |touches: &[Touch]| {
        let fitted = shipped::fitted(template.clone(), &intake(&[], touches));
        let step = fitted.steps[DECISION].clone();
        (step.name.zh.to_string(), step.only_body())
    };
    let any = "村民（代表）会议决议".to_owned();
    let assembly = Some(Body::VillageAssembly);
    let members = Some(Body::CollectiveMembers);
    for (touches, named, body) in [
        (vec![], any.clone(), None),
        (vec![Touch::VillageAffairs], any.clone(), None),
        (vec![Touch::Levy], any, None),
        (
            vec![Touch::VillagePact],
            "村民会议决议".to_owned(),
            assembly,
        ),
        (
            vec![Touch::Charter],
            "集体经济组织成员大会决议".to_owned(),
            members,
        ),
    ] {
        assert_eq!(zh(&touches), (named, body), "{touches:?}");
    }
}

/// A pact of two villages that both adopted it on the 20th of November.
pub(super) fn adopted_by_both() -> Stage {
    let mut stage = adopted(&["v1", "v2"], &[Touch::VillagePact]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    for village in ["v1", "v2"] {
        for step in 1..=2 {
            stage.run(done(step, Some(village), "11-03"));
        }
        stage.run(voted(3, village, "party-members", "11-06", 20));
        stage.run(voted(DECISION, village, "village-assembly", "11-20", 20));
    }
    stage
}

fn filed(village: &str, on: &str, agreed: bool) -> Any {
    taken(take(
        FILING,
        Some(village),
        on,
        What::Done {
            body: line("镇人民政府"),
            agreed,
            turnout: None,
        },
    ))
}

#[test]
fn a_filing_that_was_turned_down_keeps_the_pact_off_its_board_until_it_is_filed_after_all() {
    let mut stage = adopted_by_both();
    stage.run(draft("p1", "v1", NoticeKind::Notice, false));
    for village in ["v1", "v2"] {
        stage.run(filed(village, "11-26", false));
    }
    let why = board::Refused::StepRefused {
        step: named_filing(&stage),
        on: day("11-26"),
    };
    assert_eq!(stage.refused(&up("p1", "12-01")), why.into());
    assert_eq!(grid(&stage, "12-01").going_on(), []);
    // Each agreed all the same: that the township turned it down is no answer of the village.
    assert_eq!(grid(&stage, "12-01").answer(&"v1".into()), Answer::Agreed);
    for village in ["v1", "v2"] {
        stage.run(filed(village, "12-02", true));
    }
    assert_eq!(grid(&stage, "12-02").going_on().len(), 2);
    stage.run(up("p1", "12-02"));
}

#[test]
fn a_text_names_a_village_whose_filing_was_turned_down_apart_from_those_that_go_on() {
    use crate::i18n::{Language, boards::draft_matter};
    let mut stage = adopted_by_both();
    let name = |id: &str| stage.world.village(&id.into()).unwrap().name.to_string();
    let (one, two) = (name("v1"), name("v2"));
    stage.run(filed("v1", "11-26", true));
    let words = format!("已表决同意的村：{one}、{two}。");
    stage.run(said_on("p1", &words));
    let lines = |stage: &Stage, language: Language, village: &str| {
        let matter = stage.world.matter(&X.into()).unwrap();
        let text = draft_matter(language, &stage.world, matter, day("12-31")).text;
        let tells =
            |it: &&str| it.contains(village) && (it.contains("同意") || it.contains("agreed"));
        let lines = text.lines().filter(tells);
        lines.map(ToOwned::to_owned).collect::<Vec<_>>()
    };
    let old = |stage: &Stage| {
        let matter = stage.world.matter(&X.into()).unwrap();
        let posting = stage.world.posting(&"p1".into()).unwrap();
        posting.tells_old_consent(&stage.world, matter).cloned()
    };
    for language in Language::ALL {
        let said = lines(&stage, language, &one);
        assert!(said.iter().any(|it| it.contains(&two)), "{said:?}");
    }
    assert_eq!(old(&stage), None);
    let Any::Matter(matter::Command::Path(Command::Take { matter, taking })) =
        filed("v2", "12-26", false)
    else {
        panic!()
    };
    let at = Minute::read("2027-01-02T09:00").unwrap();
    let taking = Taking { at, ..taking };
    stage.run(path(Command::Take { matter, taking }));
    assert_eq!(old(&stage), Some("v2".into()));
    for (language, turned_down) in [(Language::Zh, "未获同意"), (Language::En, "turned down")] {
        let said = lines(&stage, language, &one);
        let apart = |it: &String| it.contains(turned_down) || !it.contains(&two);
        assert!(said.iter().all(apart), "{said:?}");
        let said = lines(&stage, language, &two);
        assert!(said.iter().any(|it| it.contains(turned_down)), "{said:?}");
    }
    // Filed after all it goes on with the others.
    stage.run(path(Command::Take {
        matter: X.into(),
        taking: Taking {
            at,
            ..take(
                FILING,
                Some("v2"),
                "12-30",
                What::Done {
                    body: line("镇人民政府"),
                    agreed: true,
                    turnout: None,
                },
            )
        },
    }));
    let said = lines(&stage, Language::Zh, &one);
    assert!(said.iter().any(|it| it.contains(&two)), "{said:?}");
}

#[test]
fn a_text_names_every_village_whose_filing_was_turned_down_and_none_of_them_as_going_on() {
    use crate::i18n::{Language, boards::draft_matter};
    let mut stage = adopted_by_both();
    for village in ["v1", "v2"] {
        stage.run(filed(village, "11-26", false));
    }
    let name = |id: &str| stage.world.village(&id.into()).unwrap().name.to_string();
    let matter = stage.world.matter(&X.into()).unwrap();
    for (language, turned_down) in [(Language::Zh, "未获同意"), (Language::En, "turned down")] {
        let text = draft_matter(language, &stage.world, matter, day("12-31")).text;
        let mut lines = text.lines().filter(|it| it.contains(&name("v1")));
        let told = lines.next().unwrap();
        assert!(
            told.contains(turned_down) && told.contains(&name("v2")),
            "{text}"
        );
        assert!(
            lines.all(|it| !it.contains("同意") && !it.contains("agreed")),
            "{text}"
        );
    }
}

/// A text about the pact on the board of the area, written on the last day of the year.
fn said_on(id: &str, words: &str) -> Any {
    let Any::Board(board::Command::Draft(mut of)) = draft(id, "v1", NoticeKind::Notice, false)
    else {
        panic!()
    };
    of.board = Board::Area;
    of.wordings[0].on = day("12-31");
    of.wordings[0].text = board::Masked::text(&Text::new(words).unwrap());
    Any::Board(board::Command::Draft(of))
}

fn named_filing(stage: &Stage) -> crate::domain::rule::Name {
    let grid = grid(stage, "12-31");
    grid.path().template.steps[FILING].name.clone()
}

#[test]
fn a_pact_is_on_the_board_of_its_village_after_it_is_filed_and_nobody_is_asked_for_it_before() {
    let mut stage = adopted_by_both();
    let v1 = Board::Village("v1".into());
    let by = |stage: &Stage, board: &Board| {
        let matter = stage.world.matter(&X.into()).unwrap();
        known_on(&stage.world, matter, board, day("12-31"))
    };
    assert_eq!(by(&stage, &v1), None);
    assert_eq!(by(&stage, &Board::Area), None);
    stage.run(draft("p1", "v1", NoticeKind::Notice, false));
    let (step, since) = (named_filing(&stage), Some(day("11-20")));
    let posting = |stage: &Stage| stage.world.posting(&"p1".into()).unwrap().clone();
    let waits = Waits::Step {
        step: step.clone(),
        since,
    };
    assert_eq!(
        posting(&stage).waits_for(&stage.world, day("11-25")),
        Some(waits)
    );
    let light = |stage: &Stage, on| posting(stage).light_as_it_stands(&stage.world, day(on));
    assert_eq!(light(&stage, "11-25"), Light::Waits);
    let open = board::Refused::StepOpen { step: step.clone() };
    assert_eq!(stage.refused(&up("p1", "11-25")), open.into());
    // Filed, it is asked for by the day after that, and on the board of the area by that of the first village.
    stage.run(filed("v1", "11-27", true));
    assert_eq!(by(&stage, &v1), Some(day("11-28")));
    assert_eq!(by(&stage, &Board::Area), Some(day("11-28")));
    assert_eq!(by(&stage, &Board::Village("v2".into())), None);
    let next = posting(&stage).next_as_it_stands(&stage.world, day("11-27"));
    assert_eq!(next, Next::PutUp(day("11-28")));
    assert_eq!(light(&stage, "11-28"), Light::Due);
    assert_eq!(light(&stage, "11-29"), Light::Late);
    let before = board::Refused::BeforeStep {
        step,
        on: day("11-27"),
    };
    assert_eq!(stage.refused(&up("p1", "11-26")), before.clone().into());
    stage.run(up("p1", "11-28"));
    let hung = State::Done { on: day("11-28") };
    let stands = |stage: &Stage, today, step| state(stage, today, step, Some("v1"));
    assert_eq!(stands(&stage, "11-29", DISCLOSED), hung);
    // Neither day is moved past the other unseen.
    let entry = {
        let matter = stage.world.matter(&X.into()).unwrap();
        matter.path.as_ref().unwrap().entries.len() - 1
    };
    let refile = |on: &str| {
        path(Command::Redate {
            matter: X.into(),
            entry,
            on: day(on),
            at: super::at("12-31"),
            reason: line("回执上写的是这一天"),
        })
    };
    let posted = Refused::AfterPosted { on: day("11-28") };
    assert_eq!(
        posted.remedy(),
        Some(Remedy::Board(OfBoard::Redate)),
        "the board is asked first"
    );
    assert_eq!(refused(&stage, &refile("11-29")), posted);
    let repost = Any::Board(board::Command::Redate {
        posting: "p1".into(),
        on: day("12-01"),
        to: day("11-26"),
        reason: line("登记写错"),
    });
    assert_eq!(stage.refused(&repost), before.into());
    stage.run(refile("11-28"));
    assert_eq!(stands(&stage, "11-29", DISCLOSED), hung);
    // Fifteen whole days, of which the last is put off to a working day, and then what came of it.
    stage.run(down("p1", "12-15", None));
    stage.run(draft("p2", "v1", NoticeKind::Disclosure, true));
    stage.run(up("p2", "12-15"));
    let grid = grid(&stage, "12-31");
    assert_eq!(grid.cells().flat_map(Cell::broken).count(), 0);
    let told = State::Done { on: day("12-15") };
    assert_eq!(stands(&stage, "12-31", RESULT), told);
    assert_eq!(
        refused(&stage, &refile("12-16")),
        Refused::AfterPosted { on: day("11-28") }
    );
}

#[test]
fn a_filing_made_before_the_village_agreed_anew_is_made_again() {
    use crate::i18n::{Language, reconsiderations};
    let mut stage = adopted_by_both();
    for village in ["v1", "v2"] {
        stage.run(filed(village, "11-21", true));
    }
    let anew = |on: &str, yes: u32| {
        let what = What::Vote(meeting("v1", "village-assembly", on, yes));
        Taking {
            noticed: Some(day(on) - chrono::Days::new(15)),
            early: Some(line("农忙")),
            ..take(DECISION, Some("v1"), on, what)
        }
    };
    stage.run(path(Command::Reconsider {
        matter: X.into(),
        taking: anew("11-25", 2),
        reason: line("村民联名要求"),
    }));
    let (v1, v2) = (Board::Village("v1".into()), Board::Village("v2".into()));
    let cell = |stage: &Stage, village: &str| {
        let grid = grid(stage, "12-31");
        grid.cell(FILING, Some(&village.into())).unwrap().clone()
    };
    assert!(cell(&stage, "v1").shaken.is_some());
    stage.run(taken(anew("12-10", 20)));
    // What the township filed is of the text before: it stays on record, and is asked for again.
    let open = cell(&stage, "v1");
    assert_eq!(open.state, State::Due);
    let anew = open.anew().unwrap();
    assert_eq!((anew.done, anew.on), (day("11-21"), day("12-10")));
    let at = |stage: &Stage| {
        grid(stage, "12-31")
            .path()
            .tries(FILING, Some(&"v1".into()))
            .count()
    };
    assert_eq!(at(&stage), 1);
    assert_eq!(cell(&stage, "v2").anew(), None);
    for (language, said) in [(Language::Zh, "须重新备案"), (Language::En, "filed anew")] {
        let grid = grid(&stage, "12-31");
        let words = reconsiderations::shaken(language, &stage.world, grid.path(), &open);
        assert!(words.unwrap().contains(said));
    }
    // Nothing hangs on its board before that, and the matter is not done.
    let by = |stage: &Stage, board: &Board| {
        let matter = stage.world.matter(&X.into()).unwrap();
        known_on(&stage.world, matter, board, day("12-31"))
    };
    assert_eq!(by(&stage, &v1), None);
    assert!(by(&stage, &v2).is_some());
    let due = |stage: &Stage| {
        let all = crate::domain::matter::path::pressing::due(&stage.world, day("12-31"));
        let all = all.into_iter().map(|(_, cell)| cell);
        all.filter(|it| it.anew().is_some()).count()
    };
    assert_eq!(due(&stage), 1);
    // It is not filed of a day before it agreed anew.
    let before = Refused::BeforeStepBefore { on: day("12-10") };
    assert_eq!(refused(&stage, &filed("v1", "12-09", true)), before);
    stage.run(filed("v1", "12-11", true));
    let again = cell(&stage, "v1");
    assert_eq!(again.state, State::Done { on: day("12-11") });
    assert_eq!((again.shaken, due(&stage), at(&stage)), (None, 0, 2));
    assert_eq!(by(&stage, &v1), Some(day("12-12")));
}
