//! Names that are hidden in one place of a posting and stand in another one as well.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{Masked, Why};
use crate::domain::board::{Worded, Written};
use crate::domain::text::{Line, Text};
use chrono::NaiveDate;
use proptest::prelude::*;

fn masked(raw: &str) -> String {
    Masked::text(&Text::new(raw).unwrap()).as_str().to_owned()
}

fn posting([title, text, basis]: [&str; 3]) -> Worded {
    let written = Written {
        title: Line::new(title).unwrap(),
        text: Text::new(text).unwrap(),
        basis: Line::new(basis).ok(),
        also: Vec::new(),
    };
    written.masked(NaiveDate::default())
}

#[test]
fn who_is_hidden_once_is_hidden_wherever_they_are_named() {
    for (raw, shown) in [
        (
            "低保户王桂英申请修房。\n户名王桂英",
            "低保户王某申请修房。\n户名王某",
        ),
        (
            "低保户王桂英、张德福。经查，王桂英家三口人，张德福独居",
            "低保户王某、张某。经查，王某家三口人，张某独居",
        ),
        // Whoever else is called so: the board names nobody of that name.
        (
            "户名王桂英，低保户王桂英。主任王桂英",
            "户名王某，低保户王某。主任王某",
        ),
        // Set wide, and of a surname of two letters, or in letters.
        ("低保户王桂英。户名王 桂 英", "低保户王某。户名王某"),
        ("低保户王 兰，户名王兰", "低保户王某，户名王某"),
        ("低保户欧阳小兰，户名欧阳小兰", "低保户欧阳某，户名欧阳某"),
        (
            "Low-income household: Wang Guiying. Account of Wang Guiying.",
            "Low-income household: Wang **. Account of Wang **.",
        ),
        // Whose name begins as theirs does loses no letter but those.
        ("低保户王兰，户名王兰英", "低保户王某，户名王某英"),
        // A village may be called as somebody is.
        ("低保户高山，高山村道路硬化", "低保户高某，高山村道路硬化"),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
}

#[test]
fn whoever_is_not_hidden_stays_beside_them() {
    for (raw, shown) in [
        (
            "低保户王桂英。负责人：王大山，联系人张桂英",
            "低保户王某。负责人：王大山，联系人张桂英",
        ),
        ("低保户王某，户名王大山", "低保户王某，户名王大山"),
        ("低保户张兰。兰考、张贴公示", "低保户张某。兰考、张贴公示"),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
}

#[test]
fn the_title_the_text_and_the_basis_are_one_posting() {
    let all = |parts| {
        let worded = posting(parts);
        let of = worded.wording;
        let found = worded.found.len();
        let shown = [of.title, of.text, of.basis].map(|it| it.as_str().to_owned());
        (shown, found)
    };
    for (parts, shown) in [
        (
            [
                "救助石桥村王桂英3000元",
                "户名王桂英，款已到账。",
                "王桂英申请书",
            ],
            ["救助石桥村王某3000元", "户名王某，款已到账。", "王某申请书"],
        ),
        (
            ["关于王桂英的公示", "低保户王桂英", "王桂英申请书"],
            ["关于王某的公示", "低保户王某", "王某申请书"],
        ),
        (
            ["关于王桂英的公示", "户名王桂英", "低保户王桂英申请书"],
            ["关于王某的公示", "户名王某", "低保户王某申请书"],
        ),
    ] {
        assert_eq!(all(parts), (shown.map(str::to_owned), 3), "{parts:?}");
    }
    let worded = posting(["公示", "低保户王桂英，户名王桂英", "　"]);
    assert!(worded.wording.basis.is_empty());
    assert!(
        worded
            .found
            .iter()
            .all(|it| it.why == Why::Name && it.before == "王桂英")
    );
}

proptest! {
    /// After masking, no name that was masked stands anywhere in what hangs.
    #[test]
    fn no_name_that_is_masked_stands_anywhere(
        parts in prop::collection::vec(prop::collection::vec((
            prop::sample::select(vec![
                "", "低保户", "户名", "主任", "救助", "患者", "。", "，经查，", "\n", "、", "老人", "（", "石桥村", "身份证",
            ]),
            prop::sample::select(vec![
                "王桂英", "张兰", "张兰英", "欧阳小兰", "王 桂 英", "李国福", "高山", "王大山", "方案", "",
            ]),
            prop::sample::select(vec![
                "", "3000元", "系低保户", "（均为低保）", "家三口人", "，", "。", "申请", "，13岁", "）", "\n", " ",
            ]),
        ), 0..6), 3),
    ) {
        let said = |at: usize| -> String {
            let all = parts.get(at).into_iter().flatten();
            let all = all.map(|(before, name, after)| format!("{before}{name}{after}"));
            format!("公示：{}", all.collect::<String>())
        };
        let raw = [said(0), said(1), said(2)];
        let worded = posting([raw[0].as_str(), raw[1].as_str(), raw[2].as_str()]);
        let shown = [&worded.wording.title, &worded.wording.text, &worded.wording.basis];
        for found in worded.found.iter().filter(|it| it.why == Why::Name) {
            for shown in shown {
                prop_assert!(!shown.as_str().contains(&found.before), "{raw:?} shows {}: {shown}", found.before);
            }
        }
        // And what hangs is hidden no further as it is read again.
        for shown in shown {
            prop_assert_eq!(masked(shown.as_str()), shown.as_str());
        }
    }
}
