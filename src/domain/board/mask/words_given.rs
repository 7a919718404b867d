//! What is given to those in need, asked for and taken away, and what befell them.

/// What is given to those in need, and what they are entered as.
pub const RELIEF: &[&str] = &[
    "低保",
    "农村低保",
    "城乡低保",
    "城市低保",
    "最低生活保障",
    "五保",
    "特困",
    "特困供养",
    "分散供养",
    "集中供养",
    "低收入",
    "低保边缘",
    "临时救助",
    "医疗救助",
    "大病救助",
    "困难救助",
    "教育救助",
    "住房救助",
    "急难救助",
    "慈善救助",
    "救助金",
    "救助款",
    "社会救助",
    "救助",
    "困难补助",
    "困难补贴",
    "生活补助",
    "临时补助",
    "残疾补贴",
    "残疾人补贴",
    "残疾人两项补贴",
    "两项补贴",
    "护理补贴",
    "生活补贴",
    "助学金",
    "助学补助",
    "孤儿基本生活费",
    "监测",
    "防返贫监测",
    "建档立卡",
    "残疾证",
    "残疾人证",
    "慢病证",
    "慢性病证",
    "慰问金",
    "救济",
    "救济金",
    "救济款",
    "救灾款",
    "残疾",
    "肢残",
];

/// What is said of such a thing as of what somebody has.
pub const OWNED: &[&str] = &[
    "资格",
    "待遇",
    "金",
    "款",
    "补贴",
    "补助",
    "申请",
    "手续",
    "证",
    "身份",
    "保障金",
    "供养",
    "的",
];

/// What nobody does with it but who is in need, or what is done with nobody else.
pub const RECEIVED: &[&str] = &[
    "享受",
    "享有",
    "领取",
    "申领",
    "纳入",
    "列入",
    "划入",
    "列为",
    "纳为",
    "定为",
    "认定为",
    "确定为",
    "评为",
    "评定为",
    "识别为",
    "确认为",
    "退出",
    "转为",
    "转入",
    "获得",
    "领到",
    "领",
    "吃",
    "取得",
    "得到",
    "符合",
    "不符合",
    "属于",
    "属",
    "系",
    "是",
    "为",
    "申请的",
    "纳入到",
    "成为",
    "脱离",
];

/// What somebody does with it who may be of an office as well.
pub const DONE: &[&str] = &[
    "申请",
    "提出",
    "申报",
    "办理",
    "办",
    "发放",
    "发",
    "给予",
    "予以",
    "补发",
    "停发",
    "追回",
    "取消",
    "恢复",
    "停止",
    "调整",
    "提高",
    "核减",
    "核增",
    "代办",
    "代领",
    "实施",
    "落实",
    "新增",
    "进行",
    "了",
    "过",
    "一次性",
    "及时",
    "依法",
    "按规定",
    "其",
    "作为",
    "肢体",
    "视力",
    "听力",
    "言语",
    "智力",
    "精神",
    "多重",
    "一级",
    "二级",
    "三级",
    "四级",
    "重度",
    "长期",
    "起",
];

/// What says that somebody has an illness.
pub const HAS: &[&str] = &[
    "患",
    "患有",
    "患上",
    "身患",
    "罹患",
    "得了",
    "查出",
    "查出患",
    "检查出",
    "检出",
    "诊断为",
    "确诊为",
    "确诊",
    "突患",
    "突发",
    "因患",
    "有",
    "诊断出",
    "被诊断",
    "做了",
];

/// How illnesses end.
pub const ILLNESSES: &[&str] = &[
    "病",
    "癌",
    "癌症",
    "症",
    "炎",
    "瘤",
    "高血压",
    "高血脂",
    "尿毒",
    "梗",
    "梗塞",
    "梗死",
    "卒中",
    "中风",
    "偏瘫",
    "截瘫",
    "瘫痪",
    "脑瘫",
    "结核",
    "出血",
    "溢血",
    "硬化",
    "衰竭",
    "骨折",
    "尘肺",
    "矽肺",
    "哮喘",
    "癫痫",
    "痴呆",
    "帕金森",
    "自闭",
    "抑郁",
    "贫血",
    "内障",
    "青光眼",
    "红斑狼疮",
    "积水",
    "结石",
    "残疾",
    "障碍",
    "乙肝",
    "丙肝",
    "甲亢",
    "艾滋",
    "畸形",
    "综合征",
    "早搏",
    "肾衰",
    "心衰",
    "新冠",
    "流感",
    "手术",
    "透析",
    "化疗",
    "支架",
];

/// What is done for somebody in need.
pub const GIVEN: &[&str] = &[
    "给予", "予以", "发放", "申请", "纳入", "列入", "享受", "领取", "申领", "停发", "取消", "退出",
    "恢复", "获得", "救助", "资助", "补助", "认定", "评为", "致困", "致贫", "返贫", "新增", "低于",
    "高于", "超过", "符合",
];

/// What makes somebody poor.
pub const MISFORTUNES: &[&str] = &[
    "致困", "致贫", "返贫", "因病", "大病", "重病", "车祸", "火灾", "残疾", "困难", "贫困", "去世",
    "住院", "患病", "受灾", "受伤", "遇难", "意外",
];

/// What becomes of the list of those in need.
pub const CHANGED: &[&str] = &[
    "新增",
    "退出",
    "减少",
    "停发",
    "取消",
    "纳入",
    "续保",
    "清退",
    "增加",
    "调出",
    "调入",
    "死亡",
    "注销",
    "新纳入",
];

/// What says of a sentence that it tells of somebody in need.
pub const HARD: &[&str] = &[
    "生活困难",
    "家庭困难",
    "家庭贫困",
    "患病",
    "重病",
    "致贫",
    "致困",
    "返贫",
    "卧病",
    "住院",
    "久病",
];

/// What makes of an illness what is done about it, or many who have it.
pub const OF_MANY: &str = "人防治者率";

/// A word that says of somebody that they have an illness, or anything else.
pub const MAY_HAVE: char = '有';

/// What is paid.
pub const YUAN: char = '元';

/// What stands in a time beside its digits.
pub const OF_A_TIME: &str = "年月日号起份自从于至今后";

/// What a sum is counted in.
pub const OF_A_SUM: &str = "元万千块";

/// What ends the heading of a list.
pub const HEADINGS: &[&str] = &[
    "公示",
    "公告",
    "公开",
    "名单",
    "名册",
    "花名册",
    "明细",
    "明细表",
    "一览表",
    "对象",
];

/// What somebody does who is given a sum.
pub const GOT: &[&str] = &["获得", "得到", "获", "得", "领到"];

/// Who goes to see those in need, and is none of them.
pub const HELPERS: &[&str] = &["组", "队", "领导", "干部", "志愿"];
