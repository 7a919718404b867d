//! Whoever is given aid keeps the surname alone, wherever the sum and the aid stand; what only looks like it stays.

#![allow(clippy::unwrap_used)]
use super::Masked;
use crate::domain::text::Text;
use proptest::prelude::*;

fn masked(raw: &str) -> String {
    Masked::text(&Text::new(raw).unwrap()).as_str().to_owned()
}

/// Checks that every name of a text is shortened and nothing else changes.
fn hides(raw: &str) {
    let names = [("王桂英", "王某"), ("张兰", "张某"), ("李春生", "李某")];
    let shown = names.iter().fold(raw.to_owned(), |text, (name, short)| {
        text.replace(name, short)
    });
    assert_eq!(masked(raw), shown);
}

#[test]
fn aid_behind_a_sum_is_told_of_whoever_is_named_before_it() {
    for raw in [
        "王桂英、张兰各3000元救助",
        "王桂英3000元救助",
        "王桂英3000元（救助）",
        "王桂英、张兰、李春生各3000元（救助）",
        "王桂英、张兰每人3000元临时救助",
        "柳沟村王桂英、石桥村张兰各3000元救助金",
        "王桂英 张兰 各3000元救助",
        "王桂英、张兰各获得3000元救助",
        "王桂英3000元救助金，张兰2000元救助金",
        "石桥村：王桂英3000元救助、张兰2000元救助",
        "| 王桂英 | 3000元（救助） |",
        "王桂英、李春生和柳沟村张兰各3000元救助",
        "王桂英、李春生和柳沟村张兰均为低保户",
        "王桂英等2户各3000元救助",
        "王桂英等3户领取低保金",
        "王桂英等2户各领取救助金3000元",
    ] {
        hides(raw);
    }
}

#[test]
fn a_sum_for_each_stands_behind_the_aid_of_those_it_is_given_to() {
    for raw in [
        "发给王桂英、张兰救助金各3000元",
        "发给柳沟村王桂英、张兰救助金各3000元",
        "拨给柳沟村王桂英、石桥村张兰救助款各2000元",
        "给予王桂英、张兰救助各3000元",
        "向王桂英、张兰发放救助金各3000元",
    ] {
        hides(raw);
    }
}

#[test]
fn a_heading_that_is_named_after_aid_leads_to_a_list() {
    for raw in [
        "关于慰问的公示：柳沟村王桂英",
        "关于慰问的公示：王桂英、张兰",
        "关于2026年春节慰问的公示：柳沟村王桂英、石桥村张兰",
        "关于慰问困难群众的公示：柳沟村王桂英",
        "关于救助对象的公告：王桂英",
        "慰问名单公示：柳沟村王桂英",
        "慰问公示（2026年）：柳沟村王桂英",
        "关于慰问的公示\n王桂英、张兰",
        "关于慰问的公示：\n1. 王桂英\n2. 张兰",
        "关于慰问的公示：柳沟村王桂英、石桥村张兰，负责人周大山",
    ] {
        hides(raw);
    }
}

#[test]
fn what_names_nobody_who_is_given_anything_stays() {
    for raw in [
        "安排3000元救助",
        "申请救助金3000元",
        "发放救助金各3000元",
        "余额3000元救助款",
        "原定3000元救助",
        "计划3000元救助",
        "春节慰问3000元",
        "柳沟3000元救助",
        "石桥村得3000元救助",
        "村委会获得3000元救助",
        "负责人周大山 3000元救助款由民政办拨付",
        "周大山书记3000元慰问金由村集体列支",
        "经办人周大山，3000元救助金",
        "经手人：周大山 3000元慰问金",
        "关于慰问的公示：负责人周大山",
        "关于慰问活动的公告：周大山（书记）带队",
        "走访慰问公告：周大山书记带队",
        "慰问组名单：周大山、李强",
        "慰问情况：周大山带队走访",
        "关于救助工作的公告：请到村委会领取",
        "救助政策公示：符合条件的村民可申请",
        "志愿者名单：周大山、李强",
        "关于选举结果的公示：周大山当选主任",
    ] {
        assert_eq!(masked(raw), raw);
    }
}

proptest! {
    /// However many are listed, of whatever villages and with whatever between them, none is named whole.
    #[test]
    fn no_list_of_those_who_are_given_aid_names_one_of_them(
        people in proptest::collection::vec(
            proptest::sample::select(vec!["王桂英", "张兰花", "李春生", "陈建国"]), 1..5),
        villages in proptest::collection::vec(
            proptest::sample::select(vec!["", "柳沟村", "石桥村", "河湾村"]), 5),
        between in proptest::sample::select(vec!["、", "和", " ", "，"]),
        tail in proptest::sample::select(vec![
            "各3000元救助", "各3000元救助金", "各3000元（救助）", "每人500元慰问金"]),
        heading in proptest::sample::select(vec!["", "关于慰问的公示：", "关于救助对象的公告："]),
    ) {
        let of = people.iter().zip(&villages).map(|(name, village)| format!("{village}{name}"));
        let list: Vec<String> = of.collect();
        let raw = format!("{heading}{}{tail}", list.join(between));
        let shown = masked(&raw);
        for name in people {
            prop_assert!(!shown.contains(name), "{raw} => {shown}");
        }
    }
}
