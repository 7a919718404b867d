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
        "PEOPLE低保",
        "PEOPLE五保",
        "PEOPLE临时救助",
        "PEOPLE大病救助，已发",
        "PEOPLE（残）",
        "说明：PEOPLE低保已批",
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
        "农村低保",
        "石桥村低保",
        "柳沟低保",
        "应急救助",
        "由王大山救助",
        "负责人：王大山临时救助",
        "王大山低保工作",
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

#[test]
fn a_title_says_of_a_list_whom_it_names_whatever_ends_it_and_however_villages_group_it() {
    for title in [
        "低保户名单公示",
        "低保户名单公示（第三批）",
        "临时救助公示（12月）",
        "低保户名单12",
        "2026年第4季度低保户名单（二）",
    ] {
        for (list, left) in [
            ("王桂英\n张德福\n李秀兰", "王某\n张某\n李某"),
            (
                "石桥村：王桂英、张德福\n河湾村：李秀兰",
                "石桥村：王某、张某\n河湾村：李某",
            ),
            ("石桥村王桂英、张德福", "石桥村王某、张某"),
            ("石桥村：王桂英", "石桥村：王某"),
            ("一、石桥村\n王桂英\n张德福", "一、石桥村\n王某\n张某"),
            ("石桥村 王桂英 张德福", "石桥村 王某 张某"),
        ] {
            let list = Text::new(list).unwrap();
            let looked = Masked::look_below(title, &list, &[]);
            assert_eq!(looked.text.as_str(), left, "{title}");
        }
    }
    for title in ["关于道路硬化的公示（第二批）", "党员名单12"] {
        let list = Text::new("石桥村：王桂英、张德福\n王桂英").unwrap();
        assert_eq!(
            Masked::look_below(title, &list, &[]).text.as_str(),
            list.as_str()
        );
    }
}

#[test]
fn a_village_between_a_name_and_the_aid_hides_no_name_less() {
    for (raw, left) in [
        ("王桂英石桥村3000元救助", "王某石桥村3000元救助"),
        ("王桂英 石桥村 3000元救助", "王某 石桥村 3000元救助"),
        ("王桂英（石桥村）3000元救助", "王某（石桥村）3000元救助"),
        ("石桥村得3000元救助", "石桥村得3000元救助"),
        ("石桥村3000元救助", "石桥村3000元救助"),
    ] {
        assert_eq!(masked(raw), left);
    }
}

#[test]
fn where_somebody_lives_is_cut_behind_the_village_however_the_way_to_the_door_is_told() {
    for (raw, left) in [
        (
            "住址：榆河镇石桥村第三村民小组18号院2单元301室",
            "住址：榆河镇石桥村**",
        ),
        ("家住石桥村东街5巷12号。", "家住石桥村**。"),
        ("现住幸福小区3号楼301", "现住**"),
        ("户址：石桥村村西路北第2户", "户址：石桥村**"),
        ("住石桥村村委会后排3号", "住石桥村**"),
        ("住河湾村西头第三排第二户", "住河湾村**"),
    ] {
        assert_eq!(masked(raw), left);
    }
    for raw in [
        "住院18号病房",
        "住宿费3号楼",
        "住户12户",
        "石桥村村委会二楼会议室",
        "住村干部3名",
        "全村住户120户，住楼房80户",
        "住石桥村的12户",
        "现住户3户",
    ] {
        assert_eq!(masked(raw), raw);
    }
}
