//! The words of an address behind one that says that somebody lives there.

/// What says that somebody lives where is named next.
pub const LIVES: &[&str] = &[
    "家庭住址",
    "家庭地址",
    "现住址",
    "住址",
    "户址",
    "户籍地",
    "家住",
    "现住",
    "租住",
    "居住在",
    "居住于",
    "住在",
    "住于",
    "住",
];

/// What makes another word of the last of them.
pub const ANOTHER_WORD: &str = "户宿院房宅所建村民";

/// Behind what an address is cut: the village.
pub const CUT_BEHIND: &[&str] = &["村", "社区"];

/// What makes the number before it the number of a door.
pub const DOORS: &[&str] = &["号", "室", "排", "单元", "栋", "幢", "楼", "巷"];

/// The same of a number in order alone, for of what is counted it is none: 第二户.
pub const IN_ORDER: &[&str] = &["户", "家"];

/// Leads to a number in order.
pub const ORDER: char = '第';

/// Where everybody may go, and nobody lives.
pub const OF_THE_PUBLIC: &[&str] = &[
    "会议室",
    "办公",
    "服务站",
    "服务中心",
    "大厅",
    "窗口",
    "病房",
    "病床",
    "酒店",
    "宾馆",
    "招待所",
];
