//! Words of ages and of the days on which somebody was born.

/// Numerals below ten, in their order.
pub const ONES: &str = "一二三四五六七八九";

/// Ten.
pub const TEN: char = '十';

/// Words before a year in which somebody was born.
pub const BORN_IN: &[&str] = &[
    "生于",
    "出生于",
    "出生日期：",
    "出生日期:",
    "出生日期",
    "出生年月：",
    "出生年月:",
    "出生年月",
    "出生：",
    "出生:",
];

/// What may stand between those of whom all the same is said and the day on which they were born.
pub const BEFORE_A_BIRTH: &[&str] = &["于", "是于", "为于", "出生于", "生于"];

/// What may stand in a day beside its digits.
pub const OF_A_DAY: &str = "年月日.-/ ";

/// Words behind a day that make it one on which somebody was born.
pub const BORN: &[&str] = &[
    "出生", "生的", "生人", "生，", "生）", "生)", "生。", "生、", "生；",
];

/// What sex somebody is.
pub const SEXES: &[&str] = &["男", "女"];

/// Ends a day on which somebody was born, where nothing goes on behind it.
pub const IS_BORN: char = '生';

/// Whoever was born in that year or later is taken to be under age where no day is known on which the text hangs: at
/// worst the name of a grown-up is shortened.
pub const BORN_SINCE: u32 = 2008;

/// Words that end an age.
pub const YEARS: &[&str] = &["周岁", "岁"];

/// What may stand between a name and an age.
pub const BEFORE_AN_AGE: &str = "，,、（( 男女童孩现年今约均仅才刚：:　";

/// Words that begin with the one for a birth, and tell of nobody who was born.
pub const NOT_BORN: &[&str] = &["出生人口", "出生率", "出生缺陷", "出生登记", "出生医学证明"];

/// What leads from a name to the number of an identity card.
pub const CARDS: &[&str] = &[
    "公民身份号码",
    "居民身份证号码",
    "居民身份证号",
    "居民身份证",
    "身份证号码",
    "身份证号",
    "身份证件号码",
    "身份证",
    "身份号码",
    "证件号码",
    "证件号",
    "证号",
    "号码",
    "为",
    "是",
    "的",
    "同学",
];

/// What may stand beside it.
pub const BEFORE_A_CARD: &str = "，,（( \u{3000}\t|：:、";
