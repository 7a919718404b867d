//! What the generated years are made of: people, words, chance that can be repeated, and a clock.

use chrono::{DateTime, FixedOffset};
use lianxi::desk::surroundings::Clock;
use lianxi::domain::dates::Minute;
use lianxi::domain::ids::{ItemId, SessionId};
use lianxi::domain::text::Line;
use std::cell::Cell;
use std::rc::Rc;

/// Id and name, the lead village first.
pub const VILLAGES: [(&str, &str); 3] = [("v1", "槐树屯村"), ("v2", "石桥村"), ("v3", "清水沟村")];

/// Id, name, village, role: ten with a vote, the last one without.
pub const PEOPLE: [(&str, &str, Option<&str>, &str); 11] = [
    ("p01", "顾长河", None, "联合党委书记"),
    ("p02", "程秀英", Some("v1"), "书记"),
    ("p03", "马立新", Some("v1"), "村委会主任"),
    ("p04", "曾玉兰", Some("v1"), "委员"),
    ("p05", "单国栋", Some("v2"), "书记"),
    ("p06", "覃小梅", Some("v2"), "村委会主任"),
    ("p07", "解永福", Some("v2"), "委员"),
    ("p08", "仇建军", Some("v3"), "书记"),
    ("p09", "任春燕", Some("v3"), "村委会主任"),
    ("p10", "乐大山", Some("v3"), "委员"),
    ("p11", "盖文静", None, "法律顾问"),
];

/// What is put to the vote.
pub const MATTERS: [&str; 12] = [
    "灌渠清淤",
    "村道硬化",
    "垃圾清运",
    "机耕路维修",
    "幸福院用餐补贴",
    "光伏收益分配",
    "防汛物资",
    "文化广场照明",
    "林地流转",
    "自来水管网改造",
    "冷库租赁",
    "困难户慰问",
];

/// What is said.
pub const SAID: [&str; 10] = [
    "这笔钱从哪里出，先说清楚再议。",
    "我们村开过村民代表会议，没有反对意见。",
    "三家报价都在桌上，最低的一家汛期以前能完工。",
    "费用按受益面积分摊，面积要重新核一遍。",
    "去年也是这样办的，账目已经公开了。",
    "施工车不要压新修的路，走北边那一条。",
    "建议先做一段，看看质量再往下做。",
    "合同里要写明保修两年，留百分之十的质保金。",
    "请法律顾问看过以后再签字。",
    "公示期满没有人提意见，可以办了。",
];

/// Chance that can be repeated (splitmix64).
pub struct Chance(pub u64);

impl Chance {
    /// Returns a number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let z = (z ^ (z >> 31)) >> 11;
        usize::try_from(z).unwrap() % bound
    }

    /// Returns one of several.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// A clock that is set to each session's day, so that acts carry the moments they would have had.
#[derive(Clone)]
pub struct SetClock(pub Rc<Cell<DateTime<FixedOffset>>>);

impl SetClock {
    /// Sets the clock.
    pub fn set(&self, at: Minute) {
        let china = FixedOffset::east_opt(8 * 3600).unwrap();
        let moment = at.day().and_time(at.clock().parse().unwrap());
        self.0.set(moment.and_local_timezone(china).unwrap());
    }
}

impl Clock for SetClock {
    fn now(&self) -> DateTime<FixedOffset> {
        self.0.get()
    }
}

/// Names a session by its number.
pub fn session_id(number: u32) -> SessionId {
    SessionId::from(format!("s{number:05}"))
}

/// Names an item by its session's number and its position.
pub fn item_id(number: u32, position: u32) -> ItemId {
    ItemId::from(format!("i{number:05}-{position}"))
}

/// Makes a line of words.
pub fn line(words: &str) -> Line {
    Line::new(words).unwrap()
}
