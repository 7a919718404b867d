//! Whoever is told of keeps the surname alone in each of four forms: alone, of a village that is named before, in a
//! list, and in a list of which each is of a village.

#![allow(clippy::unwrap_used)]
use super::{Masked, Part};
use crate::domain::text::Text;

fn masked(raw: &str) -> String {
    Masked::text(&Text::new(raw).unwrap()).as_str().to_owned()
}

fn on(raw: &str, day: &str) -> String {
    let part = Part { raw, title: None };
    let [looked] = Masked::look_together([part], &[], day.parse().unwrap());
    looked.text.as_str().to_owned()
}

/// The four forms, and what is left of each.
const FORMS: [(&str, &str); 4] = [
    ("周玉梅", "周某"),
    ("石桥村周玉梅", "石桥村周某"),
    ("周玉梅、孙大海", "周某、孙某"),
    ("石桥村周玉梅、柳沟村孙大海", "石桥村周某、柳沟村孙某"),
];

#[test]
fn a_sentence_names_nobody_of_them_in_any_form() {
    for sentence in [
        "PEOPLE，均为2010年出生",
        "PEOPLE（均为2010年生）",
        "PEOPLE都是2010年出生",
        "PEOPLE均生于2010年",
        "PEOPLE均为12岁",
        "PEOPLE，均为12岁",
        "留守儿童PEOPLE由村妇联主席结对帮扶",
        "孤儿PEOPLE由村妇联主席结对帮扶",
        "未成年人PEOPLE由村妇联主席结对帮扶",
        "困难户PEOPLE由村集体照看",
        "特困人员PEOPLE送敬老院集中供养",
        "残疾证办理：PEOPLE，肢体三级",
        "残疾证：PEOPLE，肢体三级",
        "残疾证办理：PEOPLE",
        "残疾人证发放：PEOPLE",
        "PEOPLE，视力一级",
        "危房改造补助对象为PEOPLE，补助1.4万元",
        "危房改造补助对象：PEOPLE",
        "危房改造户PEOPLE",
        "春节慰问金发放到PEOPLE手中",
        "慰问金送到PEOPLE手中",
        "慰问品交到PEOPLE手里",
        "把PEOPLE列为困难户",
        "把PEOPLE纳入低保",
        "PEOPLE，女，82岁，独居，低保",
        "PEOPLE，女，82岁，一个人住，低保",
    ] {
        for (people, left) in FORMS {
            let raw = sentence.replace("PEOPLE", people);
            assert_eq!(masked(&raw), sentence.replace("PEOPLE", left), "{raw}");
        }
    }
}

#[test]
fn who_serves_them_and_what_is_done_for_them_stays() {
    for raw in [
        "项目为困难群众安居工程",
        "代办员周玉梅为残疾人代办残疾证",
        "网格员周玉梅为残疾人代办残疾证",
        "网格员周玉梅为残疾人办理残疾证",
        "代办员周玉梅、孙大海为残疾人代办残疾证",
        "残疾证办理：周一、周三",
        "残疾证办理：请到便民服务站",
        "危房改造对象认定",
        "危房改造户验收",
        "危房改造补助：每户1.4万元",
        "慰问金送到石桥村村民手中",
        "慰问品：米、面、油",
        "周大山、孙大海均为1960年出生",
        "周大山、孙大海均为52岁",
        "王大山，男，52岁，村主任，低保",
        "王大山，男，52岁，负责，低保",
    ] {
        assert_eq!(masked(raw), raw);
    }
    // Whoever holds no office may do it for themselves.
    assert_eq!(masked("周玉梅为残疾人办理残疾证"), "周某为残疾人办理残疾证");
}

#[test]
fn the_number_of_a_card_tells_who_is_under_age() {
    let (child, grown) = ("370406201503120015", "370406195002031238");
    let (its, of_the_grown) = ("370*************15", "370*************38");
    for said in [
        "，身份证号NUMBER",
        "，身份证号码：NUMBER",
        "（身份证号：NUMBER）",
        "身份证号为NUMBER",
        " 男 NUMBER",
        " | NUMBER",
        "，女，公民身份号码 NUMBER",
    ] {
        for (who, left) in [("周玉梅", "周某"), ("石桥村周玉梅", "石桥村周某")] {
            let raw = format!("{who}{}", said.replace("NUMBER", child));
            let shown = format!("{left}{}", said.replace("NUMBER", its));
            assert_eq!(on(&raw, "2026-11-28"), shown);
            assert_eq!(on(&raw, "2033-03-11"), shown);
            let named = format!("{who}{}", said.replace("NUMBER", its));
            assert_eq!(on(&raw, "2033-03-12"), named);
            let raw = format!("{who}{}", said.replace("NUMBER", grown));
            let named = format!("{who}{}", said.replace("NUMBER", of_the_grown));
            assert_eq!(on(&raw, "2026-11-28"), named);
        }
    }
    let two = format!("周玉梅身份证号{child}、孙大海身份证号{grown}");
    let shown = format!("周某身份证号{its}、孙大海身份证号{of_the_grown}");
    assert_eq!(on(&two, "2026-11-28"), shown);
}
