//! What the papers of the villages' consent say of each step.

use super::*;
use crate::i18n::{Language, bodies};
use crate::papers::{consent, plain};

fn papers(stage: &Stage, language: Language, step: usize) -> [String; 2] {
    let matter = stage.world.matter(&X.into()).unwrap();
    let on = day("12-31");
    let of = (step, Some(&"v1".into()));
    let table = consent::table(&stage.world, matter, language, on);
    let form = consent::form(&stage.world, matter, of, language, on);
    [table, form].map(|blocks| plain::write(&blocks, language, 200))
}

#[test]
fn every_vote_of_a_village_stands_in_the_table_with_its_votes_body_day_and_paper() {
    let mut stage = adopted(&["v1", "v2"], &[]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    for village in ["v1", "v2"] {
        stage.run(done(1, Some(village), "11-03"));
        stage.run(done(2, Some(village), "11-03"));
    }
    stage.run(voted(3, "v1", "party-members", "11-20", 20));
    stage.run(voted(3, "v2", "party-members", "11-21", 4));
    stage.run(voted(3, "v2", "party-members", "11-29", 21));
    let [table, _] = papers(&stage, Language::Zh, 3);
    let lines: Vec<&str> = table
        .lines()
        .filter(|it| it.contains("党员大会："))
        .collect();
    assert_eq!(lines.len(), 3, "{table}");
    for (line, on, yes) in [
        (lines[0], "11月20日", "20"),
        (lines[1], "11月21日", "4"),
        (lines[2], "11月29日", "21"),
    ] {
        for said in [on, yes, "30", "24", "村档案柜"] {
            assert!(line.contains(said), "{said}: {line}");
        }
    }
    assert!(
        lines[1].contains("第 1 次") && lines[2].contains("第 2 次"),
        "{table}"
    );
    let [table, _] = papers(&stage, Language::En, 3);
    assert!(table.contains("minutes 村档案柜"), "{table}");
}

#[test]
fn the_form_of_a_posting_asks_for_nobody_who_came() {
    let mut stage = adopted(&["v1"], &[]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    let template = shipped::named("four-deliberations").unwrap();
    let mut asked = Vec::new();
    for (step, of) in template.steps.iter().enumerate() {
        let [_, form] = papers(&stage, Language::Zh, step);
        if of.level == Level::Village {
            let posts = template.day_of(step) == DayOf::PutUp;
            assert_eq!(form.contains("应到"), !posts, "{form}");
            asked.push(posts);
        }
    }
    assert!(asked.contains(&true) && asked.contains(&false), "{asked:?}");
}

#[test]
fn the_receipt_of_each_villages_filing_stands_in_the_table_with_its_number_and_day() {
    let mut stage = super::pacts::adopted_by_both();
    for (village, number, on) in [("v1", "备字3号", "11-26"), ("v2", "备字4号", "11-27")] {
        let what = What::Done {
            body: line("镇人民政府"),
            agreed: true,
            turnout: None,
        };
        stage.run(taken(Taking {
            records: vec![Record {
                kind: RecordKind::Filing,
                paper: line(number),
            }],
            ..take(5, Some(village), on, what)
        }));
    }
    for language in Language::ALL {
        let [table, _] = papers(&stage, language, 3);
        let kind = crate::i18n::paths::record_label(language, RecordKind::Filing);
        for (village, number, on) in [("v1", "备字3号", "11-26"), ("v2", "备字4号", "11-27")]
        {
            let name = stage
                .world
                .village(&village.into())
                .unwrap()
                .name
                .to_string();
            let on = crate::i18n::terms::date(language, day(on));
            let told = |it: &str| {
                [name.as_str(), number, &on, &kind]
                    .iter()
                    .all(|said| it.contains(said))
            };
            assert!(table.lines().any(told), "{table}");
        }
    }
}

#[test]
fn the_table_of_a_motion_without_steps_tells_as_much_of_each_meeting() {
    use super::one_fact::{AREA, awaiting};
    use crate::domain::refusal::Remedy;
    use crate::domain::tests::sequels::{ask, follow, meeting as met};
    use crate::domain::vote::Next;
    use crate::papers::Block;
    let mut stage = awaiting(Partial::AgreeingGoOn);
    let item = stage.world.items.get_mut(&"i2".into()).unwrap();
    std::sync::Arc::make_mut(item).matter = Some(X.into());
    let of = stage.world.matters.get_mut(&MatterId::from(X)).unwrap();
    let of = std::sync::Arc::make_mut(of);
    (of.path, of.intake.money) = (None, None);
    of.intake.touches = Vec::new();
    stage.run(follow(ask(&AREA)));
    stage.run(follow(Next::Decide(met("v1", 20))));
    stage.run(follow(Next::Decide(VillageMeeting {
        entitled: 41,
        present: 30,
        yes: 3,
        no: 20,
        abstain: 5,
        ..met("v2", 3)
    })));
    let matter = stage.world.matter(&X.into()).unwrap();
    for language in Language::ALL {
        let blocks = consent::table(&stage.world, matter, language, day("12-31"));
        let tables = blocks.iter().filter_map(|it| match it {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let [table] = tables.collect::<Vec<_>>()[..] else {
            panic!("{blocks:?}")
        };
        let rows = &table.rows;
        assert!(rows.iter().all(|it| it.len() == table.head.len()));
        assert_eq!(rows[0][3..8], ["30", "24", "20", "4", "0"]);
        assert_eq!(rows[1][3..8], ["41", "30", "3", "20", "5"]);
        let rule = m1_rule(&stage, language);
        for row in &rows[..2] {
            assert!(
                row[8].contains(&bodies::told(language, "村民代表会议")) && row[8].contains(&rule),
                "{row:?}"
            );
            assert_eq!(row[9], "村档案柜");
        }
        assert!(rows[2][3..].iter().all(String::is_empty), "{rows:?}");
    }
    // Nothing is entered of steps it does not have, and it is said where it is.
    let why = without_steps(matter);
    assert_eq!(why, Refused::OutsideSteps);
    assert_eq!(why.remedy(), Some(Remedy::Reconsider));
}

fn m1_rule(stage: &Stage, language: Language) -> String {
    let rule = stage.world.rule(&"village-representatives".into()).unwrap();
    crate::i18n::terms::rule_name(language, &rule).to_owned()
}

#[test]
fn what_came_of_a_matter_without_any_work_is_what_was_decided() {
    use crate::domain::matter::life::{Stage as At, stage as at};
    use crate::i18n::results::draft_result;
    let mut stage = adopted(&["v1"], &[]);
    let text = |stage: &Stage, language| {
        let matter = stage.world.matter(&X.into()).unwrap();
        draft_result(language, (&stage.world, day("12-31")), matter, &[]).text
    };
    // It is screened, so that it stands where everything is done.
    let matter = stage.world.matter(&X.into()).unwrap();
    assert_ne!(at(&stage.world, matter, day("12-31")), At::Results);
    assert!(text(&stage, Language::Zh).is_empty());
    let of = stage.world.matters.get_mut(&MatterId::from(X)).unwrap();
    std::sync::Arc::make_mut(of).screening = Some(matter::Screening {
        on: day("10-25"),
        grounds: Vec::new(),
        reason: line("四村合修"),
    });
    let matter = stage.world.matter(&X.into()).unwrap();
    assert_eq!(at(&stage.world, matter, day("12-31")), At::Results);
    for language in Language::ALL {
        assert!(text(&stage, language).contains("四村合修石沟路"));
    }
}
