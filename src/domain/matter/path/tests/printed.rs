//! What the papers of the villages' consent say of each step.

use super::*;
use crate::i18n::Language;
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
