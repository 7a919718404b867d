//! Names in lists that say of what village each one is, or are grouped by village.

#![allow(clippy::unwrap_used)]

use super::Masked;
use crate::domain::text::{Line, Text};
use proptest::prelude::*;

fn masked(raw: &str) -> String {
    Masked::text(&Text::new(raw).unwrap()).as_str().to_owned()
}

#[test]
fn everybody_of_a_list_is_hidden_though_each_is_of_a_village_that_is_named() {
    for (raw, shown) in [
        (
            "低保户：柳沟村王桂英、石桥村张德福",
            "低保户：柳沟村王某、石桥村张某",
        ),
        (
            "低保户：柳沟村王桂英、石桥村张德福、河湾村李秀兰",
            "低保户：柳沟村王某、石桥村张某、河湾村李某",
        ),
        (
            "低保户名单：柳沟村王桂英，石桥村张德福，河湾村李秀兰",
            "低保户名单：柳沟村王某，石桥村张某，河湾村李某",
        ),
        (
            "救助对象：石桥村王桂英、河湾村张德福",
            "救助对象：石桥村王某、河湾村张某",
        ),
        (
            "低保户：柳沟村一组王桂英、石桥村二组张德福",
            "低保户：柳沟村一组王某、石桥村二组张某",
        ),
        (
            "救助柳沟村王桂英和石桥村张德福各3000元",
            "救助柳沟村王某和石桥村张某各3000元",
        ),
        (
            "救助石桥村王桂英3000元、河湾村张德福2000元",
            "救助石桥村王某3000元、河湾村张某2000元",
        ),
        (
            "救助石桥村王桂英3000元，河湾村张兰2000元",
            "救助石桥村王某3000元，河湾村张某2000元",
        ),
        (
            "救助石桥村王桂英、张德福和河湾村李秀兰",
            "救助石桥村王某、张某和河湾村李某",
        ),
        (
            "柳沟村王桂英、石桥村张德福系低保户",
            "柳沟村王某、石桥村张某系低保户",
        ),
        (
            "柳沟村王桂英和石桥村张德福患重病",
            "柳沟村王某和石桥村张某患重病",
        ),
        (
            "低保户：\n柳沟村：王桂英、张德福\n石桥村：李秀兰",
            "低保户：\n柳沟村：王某、张某\n石桥村：李某",
        ),
        (
            "低保户：柳沟村（王桂英、张德福）、石桥村（李秀兰）",
            "低保户：柳沟村（王某、张某）、石桥村（李某）",
        ),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
}

#[test]
fn a_heading_leads_to_somebody_of_a_village_as_well() {
    for (raw, shown) in [
        ("救助：石桥村王桂英3000元", "救助：石桥村王某3000元"),
        ("临时救助：柳沟村王桂英", "临时救助：柳沟村王某"),
        (
            "慰问：柳沟村王桂英、石桥村张德福",
            "慰问：柳沟村王某、石桥村张某",
        ),
        (
            "大病救助名单：柳沟村王桂英3000元，石桥村张德福2000元",
            "大病救助名单：柳沟村王某3000元，石桥村张某2000元",
        ),
        (
            "低保：石桥村王桂英；柳沟村张德福",
            "低保：石桥村王某；柳沟村张某",
        ),
        ("补助石桥村王桂英3000元", "补助石桥村王某3000元"),
        ("补助王桂英3000元", "补助王某3000元"),
        ("王桂英，救助3000元", "王某，救助3000元"),
        ("石桥村王桂英，救助3000元。", "石桥村王某，救助3000元。"),
        ("王桂英、张德福，各救助1.5万元", "王某、张某，各救助1.5万元"),
        ("王桂英：临时救助 2000 元", "王某：临时救助 2000 元"),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
        let title = Line::new(raw).unwrap();
        assert_eq!(Masked::line(&title).as_str(), shown, "{raw}");
    }
}

#[test]
fn everybody_of_a_list_that_is_grouped_by_village_is_hidden() {
    for (raw, shown) in [
        (
            "柳沟村（王桂英、张德福）、石桥村（李秀兰）均为低保户",
            "柳沟村（王某、张某）、石桥村（李某）均为低保户",
        ),
        (
            "柳沟村：王桂英、张德福；石桥村：李秀兰（均为低保）",
            "柳沟村：王某、张某；石桥村：李某（均为低保）",
        ),
        (
            "柳沟村：王桂英、张德福；石桥村：李秀兰，以上均为低保户",
            "柳沟村：王某、张某；石桥村：李某，以上均为低保户",
        ),
        (
            "柳沟村：王桂英、张德福\n石桥村：李秀兰\n以上均为低保户",
            "柳沟村：王某、张某\n石桥村：李某\n以上均为低保户",
        ),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
}

#[test]
fn who_is_of_an_office_of_a_village_stays() {
    for (raw, shown) in [
        (
            "低保户王桂英，石桥村支书王大山帮扶",
            "低保户王某，石桥村支书王大山帮扶",
        ),
        (
            "低保户王桂英、石桥村主任王大山到场",
            "低保户王某、石桥村主任王大山到场",
        ),
        (
            "低保户王桂英、石桥村王大山主任到场",
            "低保户王某、石桥村王大山主任到场",
        ),
        (
            "低保户王桂英，由石桥村王大山帮扶",
            "低保户王某，由石桥村王大山帮扶",
        ),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
    for raw in [
        "救助：石桥村道路3000元",
        "救助：柳沟村3户",
        "救助：石桥村主任王大山",
        "慰问：石桥村支书王大山",
        "慰问：石桥村王大山书记",
        "慰问：石桥村、柳沟村",
        "低保户：柳沟村3户、石桥村5户",
        "补助石桥村道路3000元",
        "补助石桥村3000元",
        "补助石桥村路灯3000元",
        "补助石桥村王大山误工300元",
        "补助标准：每人300元",
        "误工补助石桥村王大山300元",
        "负责人王大山，救助3000元",
        "经办：王大山，救助3000元",
        "王大山，救助3户",
        "参会：柳沟村（王大山、李大河）、石桥村（张德福）",
        "柳沟村：王大山、李大河；石桥村：张德福（均为党员）",
        "柳沟村（王大山、李大河）、石桥村（张德福）均参加低保评议",
        "柳沟村（道路硬化）、石桥村（清淤）均为低保户出工",
    ] {
        assert_eq!(masked(raw), raw);
    }
}

proptest! {
    /// Nobody of a list stays there, and no letter is lost but those of a given name.
    #[test]
    fn nobody_of_a_list_by_villages_stays(
        before in prop::sample::select(vec!["低保户：", "救助对象：", "救助：", "慰问：", "临时救助：", "低保户名单："]),
        names in prop::collection::vec((
            prop::sample::select(vec!["", "柳沟村", "石桥村", "河湾村", "上坪村", "柳沟村三组"]),
            prop::sample::select(vec![("王桂英", "王某"), ("张兰", "张某"), ("欧阳小兰", "欧阳某"), ("李国福", "李某")]),
        ), 1..5),
        apart in prop::sample::select(vec!["、", "，", "；"]),
        sum in prop::sample::select(vec!["", "3000元"]),
    ) {
        let list = |of: fn(&(&'static str, &'static str)) -> &'static str| {
            let all = names.iter().map(|(village, name)| format!("{village}{}{sum}", of(name)));
            format!("{before}{}", all.collect::<Vec<_>>().join(apart))
        };
        prop_assert_eq!(masked(&list(|it| it.0)), list(|it| it.1));
    }

    /// Nor of one that is grouped by them.
    #[test]
    fn nobody_of_a_grouped_list_stays(
        groups in prop::collection::vec((
            prop::sample::select(vec!["柳沟村", "石桥村", "河湾村", "上坪村"]),
            prop::collection::vec(prop::sample::select(vec![
                ("王桂英", "王某"), ("张兰", "张某"), ("欧阳小兰", "欧阳某"), ("李国福", "李某"),
            ]), 1..4),
        ), 1..4),
        form in prop::sample::select(vec![("（", "）", "、"), ("：", "", "；"), ("（", "）", "，"), ("(", ")", "、")]),
        said in prop::sample::select(vec!["均为低保户", "（均为低保）", "，以上均为低保户", "（以上人员均系五保户）", "都是低保户"]),
    ) {
        let (opens, closes, apart) = form;
        let list = |of: fn(&(&'static str, &'static str)) -> &'static str| {
            let all = groups.iter().map(|(village, names)| {
                let names: Vec<&str> = names.iter().map(of).collect();
                format!("{village}{opens}{}{closes}", names.join("、"))
            });
            format!("{}{said}", all.collect::<Vec<_>>().join(apart))
        };
        prop_assert_eq!(masked(&list(|it| it.0)), list(|it| it.1));
    }
}
