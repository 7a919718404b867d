//! What becomes of lists as people paste them, row by row.
#![allow(clippy::unwrap_used)]

use super::loose::cells;
use super::near::{Near, near};
use super::tests::{carry_out, day, founded, take};
use super::{Cause, Column, Draft, Judged, Verdict, Wording};
use crate::domain::World;
use crate::domain::text::Line;
use std::collections::BTreeSet;

/// Two villages and three people.
fn world() -> World {
    let mut world = founded();
    let text = "村,姓名,职务,领建村\n李家屯,李长河,书记,是\n王庄,王建国,书记,\n王庄,王芳,委员,\n";
    let commands = take(&world, text).unwrap().commands;
    carry_out(&mut world, &commands);
    world
}

fn draft(world: &World, text: &str) -> Draft {
    Draft::read(text.as_bytes(), world, Wording::Chinese).unwrap()
}

fn judge(draft: &Draft, world: &World) -> Judged {
    let mut number = 100;
    draft.judge(world, day("2026-11-23"), &mut || {
        number += 1;
        format!("id-{number}")
    })
}

/// Says what each row comes to, by line.
fn told(judged: &Judged) -> Vec<String> {
    let row = |(line, verdict): &(u64, Verdict)| match verdict {
        Verdict::Good(effect) => format!("{line} {effect:?}"),
        Verdict::Wants(fault, mending) => {
            let cause = format!("{:?}", fault.cause);
            let cause = cause
                .split([' ', '{'])
                .next()
                .unwrap_or_default()
                .to_owned();
            let mending = mending.as_ref().map(|it| format!("{it:?}"));
            format!("{line} {cause} {}", mending.unwrap_or_default())
        }
    };
    judged.rows.iter().map(row).collect()
}

#[test]
fn rows_and_what_they_come_to() {
    let world = world();
    for (text, expected) in [
        (
            "李家屯 李长河 书记\n王庄\t王芳\t委员",
            vec!["1 Known", "2 Known"],
        ),
        (
            "村 姓名 职务\n李家屯 李春梅 委员\n\n新庄子 周平 书记",
            vec!["2 New", "4 New"],
        ),
        (
            "里家屯 李春梅 委员\n王庄村 周平 会计",
            vec![
                "1 Misspelt Village(\"李家屯\")",
                "2 Misspelt Village(\"王庄\")",
            ],
        ),
        (
            "李 家屯 李春梅 委员",
            vec!["1 LooksLike Village(\"李家屯\")"],
        ),
        (
            "李家屯 李春梅 委员\n周平 会计\n王庄 周全\n只此一格\n王庄 吴用 会计 出纳",
            vec![
                "1 New",
                "2 ShortLine Above(\"李家屯\")",
                "3 ShortLine ",
                "4 ShortLine ",
                "5 LongLine Keep",
            ],
        ),
        (
            "王庄 周平 委员\n王庄 周平 委员\n李家屯 周平 会计\n李家屯 王芳 会计",
            vec![
                "1 New",
                "2 SeatTwice Drop",
                "3 NameTwice Same",
                "4 NameKnown Same",
            ],
        ),
        (
            "姓名,村,职务,席位,电话\n周平,王庄,委员,列席,139\n周全,王庄,委员,主席,\n周正,王庄",
            vec!["2 New", "3 UnknownCapacity ", "4 HalfRow "],
        ),
    ] {
        let judged = judge(&draft(&world, text), &world);
        assert_eq!(told(&judged), expected, "{text}");
        let bad = expected.iter().any(|it| it.split(' ').count() > 2);
        assert_eq!(judged.good(), !bad, "{text}");
        if bad {
            assert_eq!(judged.commands, []);
        }
    }
}

#[test]
fn every_proposal_mends_its_row() {
    let mut world = world();
    let mut draft = draft(
        &world,
        "里家屯 李春梅 委员\n里家屯 李夏 委员\n周平 会计\n王庄 周全 会计 出纳\n王庄 周全 会计 出纳\n李家屯 王芳 会计",
    );
    let mut steps = 0;
    loop {
        let judged = judge(&draft, &world);
        let next = judged
            .rows
            .iter()
            .find_map(|(line, verdict)| match verdict {
                Verdict::Wants(_, Some(mending)) => Some((*line, mending.clone())),
                _ => None,
            });
        let Some((line, mending)) = next else { break };
        draft.accept(line, &mending);
        steps += 1;
    }
    assert_eq!(steps, 6);
    let judged = judge(&draft, &world);
    assert!(judged.good(), "{judged:?}");
    carry_out(&mut world, &judged.commands);
    assert_eq!((world.villages.len(), world.people.len()), (2, 7));
    let again = judge(&draft, &world);
    assert!(again.good() && again.commands.is_empty(), "{again:?}");
}

#[test]
fn a_proposal_may_be_wrong() {
    let world = world();
    let mut draft = draft(&world, "王庄村 周平 委员\n李家屯 王芳 会计");
    draft.keep_village(1);
    draft.set(2, [(Column::Ref, "another".to_owned())]);
    let judged = judge(&draft, &world);
    assert_eq!(told(&judged), ["1 New", "2 New"]);
    let mut after = world.clone();
    carry_out(&mut after, &judged.commands);
    assert_eq!((after.villages.len(), after.people.len()), (3, 5));
}

#[test]
fn a_first_list_says_which_village_leads() {
    let world = founded();
    let mut draft = draft(&world, "李家屯 李长河 书记\n王庄 王芳 委员\n王庄 周平 委员");
    let judged = judge(&draft, &world);
    let causes: Vec<&Cause> = judged.whole.iter().map(|fault| &fault.cause).collect();
    assert_eq!(causes, [&Cause::NoLead]);
    assert!(!judged.good());
    draft.lead(2);
    assert!(judge(&draft, &world).good());
    draft.lead(1);
    assert!(judge(&draft, &world).good());
}

#[test]
fn a_second_list_goes_below_the_first() {
    let world = world();
    let mut first = draft(&world, "李家屯 周平 委员\n王庄 周全 委员");
    first.append(draft(
        &world,
        "村,姓名,职务,席位,备注\n王庄,周正,会计,列席,无\n",
    ));
    let lines: Vec<u64> = first.rows().iter().map(|row| row.line).collect();
    assert_eq!(lines, [1, 2, 4]);
    assert_eq!(first.left_out, ["备注"]);
    assert_eq!(first.row(4).unwrap().cell(Column::Capacity), "列席");
    assert!(judge(&first, &world).good());
}

#[test]
fn what_is_nearly_a_name_and_what_is_another() {
    for (one, other, expected) in [
        ("李家囤", "李家屯", Some(Near::Sound)),
        ("里家屯", "李家屯", Some(Near::Sound)),
        ("李家屯村", "李家屯", Some(Near::Shuffled)),
        ("家李屯", "李家屯", Some(Near::Shuffled)),
        ("张家弯", "张家湾", Some(Near::Sound)),
        ("张加弯村", "张家洼村", None),
        ("石沟子村", "石沟于村", Some(Near::Mistyped)),
        ("东集村", "西集村", None),
        ("小王庄", "王庄", None),
        ("张家庄", "李家庄", None),
        ("王庄", "李庄", None),
        ("Easton", "Weston", None),
        ("Eaxton", "Easton", Some(Near::Mistyped)),
        ("Exmaple Vilage", "Example Village", None),
        ("Greenfeild", "Greenfield", Some(Near::Shuffled)),
        ("Village 1", "Village 2", None),
        ("村", "村庄", None),
    ] {
        let key = |name: &str| Line::new(name).unwrap().key().chars().collect::<Vec<_>>();
        assert_eq!(near(&key(one), &key(other)), expected, "{one} {other}");
    }
}

#[test]
fn lines_as_people_write_them() {
    let known = BTreeSet::from(["examplevillageone".to_owned(), "王庄".to_owned()]);
    for (line, expected) in [
        ("李家屯 张三丰 书记", "李家屯|张三丰|书记"),
        ("李家屯\t张三丰\t书记\r", "李家屯|张三丰|书记"),
        ("\t张三丰\t书记", "|张三丰|书记"),
        ("1\t李家屯\t张三丰\t书记", "李家屯|张三丰|书记"),
        (
            "Green Hill\tJohn Smith\tsecretary",
            "Green Hill|John Smith|secretary",
        ),
        (
            "Green Hill  John Smith  secretary",
            "Green Hill|John Smith|secretary",
        ),
        (
            "Green Hill, John Smith, secretary",
            "Green Hill|John Smith|secretary",
        ),
        (
            "Example Village One John secretary",
            "Example Village One|John|secretary",
        ),
        ("李家屯　张三丰　书记", "李家屯|张三丰|书记"),
        ("李家屯　王　强　书记", "李家屯|王强|书记"),
        ("李家屯 王　强 书记", "李家屯|王强|书记"),
        ("王庄 王 强 书记", "王庄|王强|书记"),
        ("李家屯、张三丰、书记", "李家屯|张三丰|书记"),
        ("李家屯，张三丰，书记", "李家屯|张三丰|书记"),
        ("李家屯，张三丰 书记", "李家屯|张三丰|书记"),
        ("1. 李家屯 张三丰 书记", "李家屯|张三丰|书记"),
        ("12、李家屯 张三丰 书记", "李家屯|张三丰|书记"),
        ("李家屯 张三丰", "李家屯|张三丰"),
        ("李家屯", "李家屯"),
        ("李家屯 张三丰 书记 主任", "李家屯|张三丰|书记|主任"),
    ] {
        assert_eq!(cells(line, &known).join("|"), expected, "{line:?}");
    }
}
