//! Characters that are taken for each other by their shape, above all those that begin a name: whoever copies a list by
//! hand, or by eye, writes the one for the other. What is read the same is known by its sound and is not here, nor is
//! what villages are told apart by.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Each is a group of characters that could be taken for each other; none stands in two.
const GROUPS: [&str; 62] = [
    "王壬玉",
    "未末",
    "己已巳",
    "土士",
    "日曰",
    "干千于",
    "人入",
    "天夭夫",
    "戊戌戍成",
    "田由申",
    "太犬",
    "午牛",
    "白自",
    "余佘",
    "荀苟",
    "洗冼",
    "栗粟",
    "裴斐",
    "薛薜",
    "翟瞿",
    "孟盂",
    "季李",
    "邱邸",
    "沈沉",
    "傅傳博",
    "毋毌母",
    "仇仉",
    "仲伸",
    "师帅",
    "代伐",
    "秦奏泰",
    "杜社",
    "治冶",
    "江冮",
    "风凤",
    "鸟乌",
    "庄压",
    "戈弋",
    "从丛",
    "匀勾句",
    "令今",
    "亢元",
    "井开",
    "乎平",
    "米来",
    "贝见",
    "项顷",
    "冉再",
    "史吏",
    "阮院",
    "戚威咸",
    "刁刀刃",
    "子孑孓",
    "玟玫",
    "晴睛",
    "廿甘",
    "茅芧",
    "毛手",
    "尤龙",
    "折析拆",
    "臣巨",
    "藏臧",
];

static FIRST: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let all = GROUPS.iter().flat_map(|group| {
        let first = group.chars().next();
        first
            .into_iter()
            .flat_map(|first| group.chars().map(move |c| (c, first)))
    });
    all.collect()
});

/// Returns the character that stands for all that could be taken for one; itself where none could.
pub(super) fn shape(c: char) -> char {
    FIRST.get(&c).copied().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::super::columns::TELLS_APART;
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_character_stands_in_one_group_and_tells_no_villages_apart() {
        let mut seen = BTreeSet::new();
        for group in GROUPS {
            assert!(group.chars().count() > 1, "{group}");
            for c in group.chars() {
                assert!(seen.insert(c), "{c} stands in two groups");
                assert!(!TELLS_APART.contains(c), "{c} tells villages apart");
            }
        }
    }

    #[test]
    fn what_is_alike_has_one_shape_and_what_is_not_has_its_own() {
        assert!(
            ["壬", "玉"]
                .iter()
                .all(|it| it.chars().map(shape).eq("王".chars().map(shape)))
        );
        assert_ne!(shape('王'), shape('汪'));
        assert_eq!(shape('赵'), '赵');
    }
}
