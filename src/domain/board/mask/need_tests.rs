//! Sentences and lists about those in need, each with what hangs: of a name the surname stays, and of the sentence
//! every other letter, so that a board never says another thing than was written.

#![allow(clippy::unwrap_used)]

use super::Masked;
use crate::domain::text::Text;
use proptest::prelude::*;

fn masked(raw: &str) -> String {
    Masked::text(&Text::new(raw).unwrap()).as_str().to_owned()
}

#[test]
fn what_turns_a_sentence_stays_in_it() {
    for (raw, shown) in [
        ("张桂兰不再享受低保", "张某不再享受低保"),
        ("姓名：张桂兰不再享受低保", "姓名：张某不再享受低保"),
        ("张桂兰不再是低保户", "张某不再是低保户"),
        ("张桂兰已不属于低保对象", "张某已不属于低保对象"),
        ("张桂兰不是低保户", "张某不是低保户"),
        ("张桂兰未享受低保", "张某未享受低保"),
        ("张桂兰没有享受低保", "张某没有享受低保"),
        ("张桂兰没患病", "张某没患病"),
        ("张桂兰曾享受低保", "张某曾享受低保"),
        ("张桂兰拟享受低保", "张某拟享受低保"),
        ("张桂兰将享受低保", "张某将享受低保"),
        ("张桂兰原系低保户", "张某原系低保户"),
        ("张兰不再享受低保", "张某不再享受低保"),
        ("欧阳小兰不再享受低保", "欧阳某不再享受低保"),
        ("低保户张兰不再享受低保", "低保户张某不再享受低保"),
        ("低保户张兰未领取补助", "低保户张某未领取补助"),
        ("低保户张兰去世", "低保户张某去世"),
        ("低保户张兰取消低保", "低保户张某取消低保"),
        ("低保户张兰拟修房", "低保户张某拟修房"),
        ("张桂兰不再生活困难", "张某不再生活困难"),
        ("张桂兰、李春生均不再是低保户", "张某、李某均不再是低保户"),
        ("张桂兰和李春生不再是低保户", "张某和李某不再是低保户"),
        // Where it may be a letter of the name it is hidden with it.
        ("宋原享受低保", "宋某享受低保"),
        ("王建正享受低保", "王某享受低保"),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
}

proptest! {
    /// What hangs is what was written with the letters of a given name replaced: no other letter is lost, whatever
    /// turns the sentence.
    #[test]
    fn no_letter_but_those_of_a_name_is_lost(
        surname in prop::sample::select(vec!["张", "李", "赵", "孙", "欧阳", "宋", "贺", "兰", "桂"]),
        given in "[大小国建福玉秀桂兰英]?[大国福玉秀兰英]",
        turn in prop::sample::select(vec![
            "", "不", "不再", "已不", "已不再", "不是", "未", "尚未", "没有", "曾", "拟", "将", "已", "原", "现已", "仍不",
        ]),
        said in prop::sample::select(vec![
            "享受低保", "领取低保", "系低保户", "属于低保对象", "为五保户", "患有重病", "生活困难", "身患重病", "家庭困难",
        ]),
        before in prop::sample::select(vec!["", "村民", "一、", "姓名：", "经评议，", "户主"]),
        after in prop::sample::select(vec!["", "。", "，家住村东", "\n二、其他"]),
    ) {
        let raw = format!("{before}{surname}{given}{turn}{said}{after}");
        prop_assert_eq!(masked(&raw), format!("{before}{surname}某{turn}{said}{after}"), "{}", raw);
    }

    /// So it is behind a word for somebody in need.
    #[test]
    fn no_letter_is_lost_behind_a_name(
        who in prop::sample::select(vec!["低保户", "困难户", "患者", "监测户", "残疾人", "特困人员"]),
        surname in prop::sample::select(vec!["张", "李", "赵", "孙", "欧阳", "宋"]),
        given in "[大小国建福玉秀桂兰英]?[大国福玉秀兰英]",
        said in prop::sample::select(vec![
            "不再享受", "未领取补助", "没有领取", "曾住院", "已去世", "将搬迁", "拟申请", "取消低保", "去世", "申请补助",
            "不幸去世", "，", "的房屋",
        ]),
    ) {
        let raw = format!("{who}{surname}{given}{said}");
        prop_assert_eq!(masked(&raw), format!("{who}{surname}某{said}"), "{}", raw);
    }
}
