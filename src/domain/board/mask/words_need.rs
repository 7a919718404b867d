//! The words of a sentence about somebody in need: what turns it, what goes on behind a name, what leads to one, and
//! what is given, asked for or taken away.

/// What stands between a name and what is said of somebody, and turns it: it is never a part of the name.
pub const TURNS: &[&str] = &[
    "不",
    "不再",
    "已不",
    "已不再",
    "不是",
    "不能",
    "不应",
    "不得",
    "不宜",
    "不可",
    "不予",
    "不曾",
    "未",
    "未曾",
    "尚未",
    "从未",
    "并未",
    "没",
    "没有",
    "并没有",
    "并不",
    "也不",
    "都不",
    "均不",
    "仍不",
    "暂不",
    "还不",
    "无",
    "非",
    "并非",
    "已",
    "已经",
    "曾",
    "曾经",
    "拟",
    "将",
    "即将",
    "拟将",
    "现",
    "现已",
    "原",
    "原来",
    "仍",
    "仍然",
    "还",
    "也",
    "都",
    "又",
    "却",
    "可",
    "可以",
    "应当",
    "应予",
    "需要",
    "开始",
    "继续",
    "停止",
    "重新",
    "暂停",
    "正在",
    "目前",
    "家",
    "户",
    "等",
    "的",
    "今年",
    "去年",
    "明年",
    "本月",
    "每月",
    "至今",
    "一直",
    "不幸",
    "突然",
    "因故",
    "自愿",
    "主动",
];

/// Of all that are named in a list.
pub const ALL: char = '均';

/// What joins the names of a list.
pub const JOINS: &str = "、和与及";

/// What leads to a name and is a surname too.
pub const LEADS: &str = "向于应";

/// Characters of no given name: they turn the sentence.
pub const IN_NO_NAME: &str = "不未没拟";

/// Characters that are no given name by themselves.
pub const NO_GIVEN_NAME: &str = "人者们家的户等已曾将非无身";

/// Words that go on behind a name.
pub const BEHIND: &[&str] = &[
    "不", "未", "没", "拟", "曾", "取消", "停止", "停发", "停保", "退出", "恢复", "去世", "死亡",
    "病逝", "逝世", "病故", "病重", "申请", "纳入", "列入", "享受", "领取", "患", "因病", "住院",
    "落水", "溺水", "失学", "辍学", "就读", "转学", "受伤", "骨折", "瘫痪", "残疾", "低保", "五保",
    "特困", "救助", "补助", "资助", "名下", "房屋", "修房", "危房", "搬迁", "外出", "迁出", "转为",
    "改为", "符合", "继续", "仍", "突然", "突发", "遭遇", "发生", "父母", "夫妇", "夫妻", "母子",
    "母女", "父子", "父女", "一家", "全家", "老人", "同志", "本人", "家庭", "家属", "等", "离世",
    "出院", "手术", "失踪", "走失",
];
