//! The words by which somebody is said to be poor, ill, disabled or under age: behind a name, before one, or in a
//! column of a list.

/// What says of somebody whose name stands before it that they are ill, or at school.
pub const ILL: &[&str] = &[
    "因病",
    "身患",
    "患有",
    "患病",
    "患癌",
    "患尿毒症",
    "患白血病",
    "患精神",
    "患重",
    "患大病",
    "确诊",
    "住院",
    "病故",
    "病重",
    "就读",
    "在读小学",
    "在读初中",
    "上小学",
    "上初中",
    "上高中",
    "上幼儿园",
    "上学前班",
    "上一年级",
    "上二年级",
    "上三年级",
    "上四年级",
    "上五年级",
    "上六年级",
    "上七年级",
    "上八年级",
    "上九年级",
    "读小学",
    "读初中",
    "读高中",
];

/// What somebody suffers from, or is, where a name follows behind `words::OF`.
pub const SUFFERS: &[&str] = &[
    "患",
    "重病",
    "大病",
    "疾病",
    "残疾",
    "伤残",
    "瘫痪",
    "截瘫",
    "失能",
    "失智",
    "卧床",
    "病危",
    "致残",
    "偏瘫",
    "半身不遂",
    "失明",
    "失聪",
    "聋哑",
    "智障",
    "有病",
    "生病",
    "癌症",
    "尿毒症",
    "白血病",
    "精神病",
    "贫困",
    "困难",
    "低保",
    "五保",
    "特困",
    "患癌",
    "患病",
    "重残",
    "未成年",
];

/// What makes another word of a word of [`SUFFERS`].
pub const NOT_BEFORE_SUFFERS: &str = "隐后忧外祸脱";

/// What is said of somebody in need whose name stands before it.
pub const IN_NEED: &[&str] = &[
    "家庭困难",
    "家庭贫困",
    "家庭经济困难",
    "家庭特别困难",
    "家庭特困",
    "家庭生活困难",
    "家中困难",
    "家境贫困",
    "家境困难",
    "家境贫寒",
    "生活困难",
    "生活贫困",
    "生活特别困难",
    "生活不能自理",
    "经济困难",
    "丧失劳动",
    "无劳动能力",
    "突发重病",
    "突发疾病",
    "享受低保",
    "享受五保",
    "领取低保",
    "未成年",
    "尚未成年",
    "辍学",
    "失学",
    "怀孕",
    "卧病",
    "久病",
    "精神失常",
    "智力障碍",
    "精神障碍",
    "透析",
    "化疗",
    "放疗",
];

/// What somebody is whose name stands before it in a list, or behind it in a list with amounts.
pub const TAGS: &[&str] = &[
    "孤儿",
    "低保",
    "五保",
    "特困",
    "低收入",
    "贫困",
    "困难",
    "残疾",
    "重残",
    "重病",
    "大病",
    "癌症",
    "尿毒症",
    "白血病",
    "精神病",
    "监测户",
    "建档立卡",
    "未成年",
    "低保家庭",
    "五保老人",
    "肢体残疾",
    "智力残疾",
    "精神残疾",
    "听力残疾",
    "言语残疾",
    "视力残疾",
    "多重残疾",
    "重度残疾",
    "轻度残疾",
    "一级残疾",
    "二级残疾",
    "三级残疾",
    "四级残疾",
    "残疾证号",
    "残疾人证",
    "肺癌",
    "肝癌",
    "胃癌",
    "肠癌",
    "乳腺癌",
    "宫颈癌",
    "食道癌",
    "食管癌",
    "胰腺癌",
    "血癌",
    "恶性肿瘤",
    "肿瘤",
    "肾衰竭",
    "心脏病",
    "冠心病",
    "心梗",
    "脑梗",
    "脑梗塞",
    "脑出血",
    "脑瘫",
    "中风",
    "偏瘫",
    "截瘫",
    "瘫痪",
    "糖尿病",
    "精神分裂",
    "精神分裂症",
    "抑郁症",
    "癫痫",
    "自闭症",
    "孤独症",
    "唐氏综合征",
    "艾滋病",
    "肺结核",
    "结核病",
    "乙肝",
    "肝硬化",
    "肝炎",
    "尘肺",
    "帕金森",
    "老年痴呆",
    "痴呆",
    "血友病",
    "红斑狼疮",
    "渐冻症",
    "因病",
    "患癌",
    "患病",
    "特困供养",
    "集中供养",
    "分散供养",
    "肢残",
    "聋哑",
    "慢性病",
    "慢病",
    "肢体一级",
    "肢体二级",
    "肢体三级",
    "肢体四级",
    "视力一级",
    "视力二级",
    "视力三级",
    "视力四级",
    "听力一级",
    "听力二级",
    "听力三级",
    "听力四级",
    "言语一级",
    "言语二级",
    "言语三级",
    "言语四级",
    "智力一级",
    "智力二级",
    "智力三级",
    "智力四级",
    "精神一级",
    "精神二级",
    "精神三级",
    "精神四级",
    "多重一级",
    "多重二级",
    "多重三级",
    "多重四级",
];

/// Notes in brackets of what somebody is whose name stands before them.
pub const MARKS: &[&str] = &["（残）", "(残)", "（病）", "(病)", "（困）", "(困)"];

/// What may go on behind such a word that ends a sentence.
pub const ALREADY: char = '已';

/// What leads to whoever gives or does something.
pub const BY_WHOM: &[&str] = &["由", "经", "请"];

/// Those of them that lead to no name right behind them: they say why, or name a paper.
pub const LOOSE_TAGS: &[&str] = &["因病", "困难", "贫困", "患病", "残疾证号", "残疾人证"];

/// What may follow such a word in a list.
pub const AFTER_TAGS: &str = "一二三四五六七八九甲乙丙级类档";

/// What may stand between a name and such a word.
pub const BEFORE_A_TAG: &str = "，,（( 　\t|：:—-/“\"";

/// What may stand before the head of a column besides.
pub const BEFORE_A_COLUMN: &str = "；;、";

/// How far an illness has gone, behind its name.
pub const STAGES: &[&str] = &["早期", "中期", "晚期", "术后", "康复期", "患者"];

/// The heads of columns that stand between a name and what is said of somebody.
pub const COLUMNS: &[&str] = &[
    "类别",
    "类型",
    "户别",
    "身份",
    "身份类别",
    "人员类别",
    "救助类别",
    "救助类型",
    "困难类型",
    "困难原因",
    "困难情况",
    "致贫原因",
    "致困原因",
    "残疾类别",
    "残疾等级",
    "残疾情况",
    "健康状况",
    "身体状况",
    "家庭情况",
    "病种",
    "病情",
    "病因",
    "诊断",
    "疾病",
    "患病情况",
    "属性",
    "备注",
    "情况",
    "性别",
    "年龄",
    "民族",
    "汉族",
    "学历",
    "学校",
    "年级",
    "男",
    "女",
    "周岁",
    "岁",
    "独居",
    "独身",
    "丧偶",
    "离异",
    "离婚",
    "未婚",
    "已婚",
    "孤寡",
    "空巢",
    "无子女",
    "无儿无女",
    "无劳动能力",
    "无业",
    "务农",
    "文盲",
    "小学",
    "初中",
    "高中",
    "群众",
    "党员",
    "中共党员",
    "一级",
    "二级",
    "三级",
    "四级",
    "肢体",
    "视力",
    "听力",
    "言语",
    "智力",
    "精神",
    "多重",
];

/// Those of them that are of one person.
pub const OF_A_PERSON: &[&str] = &["男", "女", "周岁", "岁"];

/// Persons of whom such a word is said before their name: 残疾老人, 患癌村民.
pub const PERSONS: &[&str] = &[
    "老人",
    "村民",
    "居民",
    "群众",
    "户主",
    "党员",
    "老党员",
    "职工",
    "妇女",
    "儿童",
    "学生",
    "孩子",
    "男子",
    "女子",
    "人员",
    "军人",
    "老兵",
    "青年",
    "少女",
    "男孩",
    "女孩",
    "对象",
    "家庭",
    "户",
];

/// What may stand between a name and an illness right behind it.
pub const TITLES: &[&str] = &[
    "同志", "老人", "夫妇", "夫妻", "大爷", "大娘", "奶奶", "爷爷", "家中", "一家", "本人", "家",
];

/// What is no illness of whoever is named before it, though it begins like one.
pub const NO_ILLNESS: &[&str] = &[
    "因病请假",
    "因病缺席",
    "因病未",
    "因病不能",
    "因病没有",
    "住院部",
    "住院费",
    "住院报",
    "住院医",
    "住院率",
    "患病率",
    "患病群众",
    "患癌保",
    "确诊病例",
    "因病致贫户",
    "因病返贫户",
];

/// What is spoken of and said of nobody, though it begins as what says that somebody is at school.
pub const NO_SCHOOLING: &[&str] = &["就读问题", "就读事宜", "就读工作", "就读政策"];

/// What a name does not end with: it is why something came about, and no given name.
pub const WHY_AND_NO_NAME: &[&str] = &["因病", "原因", "因伤", "因故", "因公", "因残"];

/// What is paid to those in need, where the names of a list follow behind a colon.
pub const RELIEF: &[&str] = &[
    "低保金",
    "低保款",
    "低保资金",
    "五保金",
    "供养金",
    "救助金",
    "救助款",
    "救助资金",
    "临时救助",
    "医疗救助",
    "大病救助",
    "慰问金",
    "慰问款",
    "助学金",
    "两项补贴",
    "护理补贴",
    "生活补贴",
    "困难补助",
    "困难补贴",
    "残疾补贴",
    "残疾人补贴",
    "危房改造补助",
    "危房改造补贴",
    "危房改造款",
    "慰问品",
];

/// What leads from what is paid to whoever it is paid to.
pub const GIVES: char = '给';

/// Who is paid, at the end of the head of a list.
pub const RECEIVERS: &[&str] = &["领取人", "受助人", "申请人", "受益人", "享受人", "残疾人"];

/// What became of somebody whose name stands before it, with why between them: 高建国因肺癌住院.
pub const IN_HOSPITAL: &[&str] = &["住院", "病故", "病重", "去世", "手术"];

/// Words behind which somebody under age may be called by less than a name: 困境儿童小明.
pub const MINORS: &[&str] = &[
    "儿童",
    "孤儿",
    "学生",
    "男童",
    "女童",
    "男孩",
    "女孩",
    "孩子",
    "少年",
    "幼儿",
    "小朋友",
];

/// What such a short name begins with.
pub const LITTLE: char = '小';

/// What makes another word with it.
pub const NOT_LITTLE: &str = "学组区额麦康型时心队班病件吃卖店事说车河路桥于计数结人册票号食";

/// What ends the name of a school before a form.
pub const SCHOOLS: &[&str] = &["小学", "中学", "初中", "高中", "学校", "实验"];

/// A form, behind a numeral.
pub const FORM: &str = "年级";

/// What may follow a form that somebody is in.
pub const IN_A_FORM: &[&str] = &["学生", "在读", "就读"];

/// What stands between who is in hospital, or died, and the reason.
pub const WHYS: [char; 3] = ['因', '患', '突'];

/// The end of a date, behind which a sentence begins.
pub const DAY: char = '日';

/// The end of a word for somebody.
pub const SOMEONE: char = '人';

/// The kinds of those in need, behind each of which a colon leads to who is of it.
pub const KINDS: &[&str] = &[
    "低保",
    "五保",
    "特困",
    "孤儿",
    "残疾",
    "重病",
    "大病",
    "残疾证",
    "残疾人证",
    "低保证",
    "特困证",
    "五保证",
    "慢病证",
    "慢性病证",
];

/// Ends the name of such a paper.
pub const PAPER: char = '证';

/// What ends the heading of a list of those who are given a paper that says what they are: 残疾证办理.
pub const PAPERS: &[&str] = &[
    "办理", "换领", "申领", "发放", "补办", "换证", "年审", "到期", "办结", "申请", "申办", "代办",
    "新办", "注销",
];
