//! The words by which names and addresses are found: surnames, what people are called who must not be
//! named, and the parts of an address.

/// What stands for a given name.
pub const SOMEBODY: char = '某';

/// Surnames of two characters.
pub const DOUBLE: &[&str] = &[
    "欧阳", "上官", "司马", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文",
    "长孙", "夏侯", "轩辕", "端木", "南宫", "百里",
];

/// Surnames of one character.
pub const SURNAMES: &str = "\
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏\
    吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱\
    严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁\
    尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时\
    穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁\
    沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼\
    盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮\
    普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慈欣仓闪郗";

/// What people are called whose names stand on no board.
pub const VULNERABLE: &[&str] = &[
    "低保户",
    "低保对象",
    "低保人员",
    "最低生活保障对象",
    "低保边缘户",
    "低收入户",
    "低收入家庭",
    "五保户",
    "五保对象",
    "五保老人",
    "特困户",
    "特困人员",
    "特困供养人员",
    "特困对象",
    "困难户",
    "困难家庭",
    "困难群众",
    "困难党员",
    "困难职工",
    "困难老人",
    "困难学生",
    "困难儿童",
    "贫困户",
    "贫困学生",
    "贫困家庭",
    "脱贫户",
    "建档立卡",
    "建档立卡户",
    "建档立卡对象",
    "建档立卡人员",
    "监测户",
    "监测对象",
    "帮扶户",
    "帮扶对象",
    "救助对象",
    "受助人",
    "受助人员",
    "受助学生",
    "受救助人",
    "受益残疾人",
    "重病户",
    "大病户",
    "患者",
    "病人",
    "病患",
    "精神障碍者",
    "残疾人",
    "重残人员",
    "残疾儿童",
    "失能老人",
    "未成年人",
    "未成年",
    "儿童",
    "留守儿童",
    "困境儿童",
    "孤儿",
    "幼儿",
    "婴儿",
    "男童",
    "女童",
    "少年",
    "小学生",
    "中学生",
    "初中生",
    "孤寡老人",
    "被监护人",
    "学生",
    "一年级",
    "二年级",
    "三年级",
    "四年级",
    "五年级",
    "六年级",
    "七年级",
    "八年级",
    "九年级",
    "初一",
    "初二",
    "初三",
    "高一",
    "高二",
    "高三",
    "学前班",
    "幼儿园",
    "小朋友",
    "双胞胎",
];

/// What says of somebody whose name stands before it that they are ill.
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
];

/// What may stand between such a word and a name after it.
pub const BEFORE_A_NAME: &[&str] = &[
    "家属",
    "家长",
    "亲属",
    "监护人",
    "本人",
    "儿子",
    "女儿",
    "之子",
    "之女",
    "妻子",
    "丈夫",
    "父亲",
    "母亲",
    "孙子",
    "孙女",
    "男孩",
    "女孩",
    "孩子",
    "老人",
    "老党员",
    "儿童",
    "学生",
    "村民",
    "居民",
    "户主",
    "包括",
    "如",
    "即",
    "名单如下：",
    "名单如下:",
    "名单：",
    "名单:",
    "名单",
    "姓名：",
    "姓名:",
    "姓名",
    "为：",
    "为:",
    "为",
    "是",
    "有：",
    "有",
    "如下：",
    "如下:",
    "：",
    ":",
    "“",
    "\"",
    "（",
    "(",
    "——",
    "、",
];

/// What may stand between a name and such a word after it.
pub const AFTER_A_NAME: &[&str] = &[
    "（系",
    "(系",
    "（",
    "(",
    "，系",
    ",系",
    "系",
    "为",
    "是",
    "属于",
    "属",
    "等",
    "，",
    ",",
    "——",
    "：",
    "同志系",
    "同志为",
    "是我村",
    "系我村",
];

/// What a name is not taken over: the character that follows it belongs to the sentence.
pub const AFTER_NAMES: &str = "的家等户一二三四五六七八九十两因在为是享已被患和与及有无于由经之同人以每发提申自住身、，。；：,;:（）()“”\"'‘’!！?？系属今现将从到向给领获得就且并共约岁男女等号第每【】[]〔〕<>《》/|";

/// What is said of a person in a list, between one name and the next.
pub const LABELS: &[&str] = &[
    "身份证号码",
    "身份证号",
    "身份证",
    "联系电话",
    "电话",
    "手机",
    "银行卡号",
    "银行卡",
    "卡号",
    "账号",
    "男",
    "女",
    "岁",
    "元",
];

/// What is counted by a numeral before it, so that the numeral is no part of a name.
pub const COUNTED: &str = "人户口岁名个元年月日次天周组村队万千百十亩级号点里米家位代层间";

/// Numerals below ten, in their order.
pub const ONES: &str = "一二三四五六七八九";

/// Ten.
pub const TEN: char = '十';

/// What leads from a description to a name.
pub const OF: char = '的';

/// What somebody suffers from, or is, where a name follows behind [`OF`].
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
];

/// What somebody is whose name stands before it in a list.
pub const TAGS: &[&str] = &[
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
];

/// What may follow such a word in a list.
pub const AFTER_TAGS: &str = "一二三四五六七八九甲乙丙级类档";

/// What may stand between a name and such a word.
pub const BEFORE_A_TAG: &str = "，,（( 　\t|：:—-/";

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

/// Words that begin with a character that is a surname too.
pub const NO_NAMES: &[&str] = &[
    "时候", "时期", "时有", "冷暖", "易返", "应提", "应对", "许多", "卫生", "计生", "农保", "农合",
    "农机", "文教", "文旅", "文体", "康养", "于上", "于下", "于明", "于次", "关键", "常见", "党建",
    "乐观", "费用", "游乐", "乐园", "康乐", "成长", "路面", "常态", "平安", "申领", "应缴", "牛奶",
    "时在", "应由", "应自", "全年", "于本", "于当", "于今", "都能", "和其", "向社", "向村", "连片",
    "成年", "时年", "金额", "金融", "高龄", "高血", "高温", "高效", "高度", "高中", "高校", "方案",
    "方面", "方式", "方便", "方可", "安置", "安排", "安全", "安装", "关爱", "关于", "关怀", "关心",
    "关注", "包括", "包含", "常住", "常年", "康复", "文化", "文件", "文明", "成员", "成功", "成立",
    "成本", "成绩", "时间", "时应", "平均", "平时", "平等", "应当", "应该", "应享", "应保", "全部",
    "全村", "全体", "全额", "全家", "项目", "管理", "管护", "任务", "任何", "马上", "向上", "花费",
    "路灯", "路费", "牛羊", "温暖", "温馨", "易地", "许可", "严格", "严重", "明细", "明确", "程序",
    "程度", "万元", "万余", "温室", "国家", "计划", "计算", "支出", "支付", "支持", "相关", "相应",
    "初中", "初步", "来源", "都要", "都有", "都是", "连续", "查询", "查看", "查体", "何时", "何种",
    "田间", "石头", "广大", "和儿", "和未", "和老", "和残", "和困", "和低", "党员", "党支", "党组",
    "党委", "师生", "房屋", "单独", "单位", "单亲", "司法", "区域", "原因", "原则", "原有", "位于",
    "农村", "农户", "农业", "车辆", "车费", "云平", "容易", "海选", "权益", "修缮", "解决", "解难",
    "景区", "米面", "于每",
];

/// What is written for each digit.
pub const DIGITS: [&str; 10] = [
    "〇零○◯",
    "一壹幺",
    "二贰",
    "三叁",
    "四肆",
    "五伍",
    "六陆",
    "七柒",
    "八捌",
    "九玖",
];

/// What may stand in a day beside its digits.
pub const OF_A_DAY: &str = "年月日.-/ ";

/// Words behind a day that make it one on which somebody was born.
pub const BORN: &[&str] = &[
    "出生", "生的", "生人", "生，", "生）", "生)", "生。", "生、", "生；",
];

/// Whoever was born in that year or later is taken to be under age: no day is asked here, so this year
/// stays, and at worst the name of a grown-up is shortened.
pub const BORN_SINCE: u32 = 2008;

/// Words that end an age.
pub const YEARS: &[&str] = &["周岁", "岁"];

/// The last character of what is a place or a group of people and no name.
pub const NO_NAME_ENDS_SO: &str = "村庄屯寨镇乡区县市省户民众员组队社会费款元";

/// What ends the name of a village that stands before a name.
pub const VILLAGES: &[&str] = &["村民小组", "小组", "村", "社区", "组", "屯", "庄"];

/// Words after which a name may begin though other words stand before it.
pub const BEFORE_A_PERSON: &[&str] = &[
    "村民", "居民", "户主", "党员", "同志", "职工", "学生", "老人", "为", "对", "给", "由", "村",
    "组", "将", "向",
];

/// What may stand between a name and an age.
pub const BEFORE_AN_AGE: &str = "，,、（( 男女童孩现年今约：:　";

/// What makes an address: a village, a settlement or a road.
pub const SETTLEMENTS: &str = "村区庄屯寨路街巷道弄里园苑城坊湾沟峪店集胡同";

/// Units that a number of an address stands before, none of which is yet a dwelling.
pub const PARTS: &[&str] = &[
    "村民小组",
    "小组",
    "组",
    "队",
    "排",
    "栋",
    "幢",
    "单元",
    "层",
    "楼",
];

/// Units that make a number the number of a dwelling.
pub const DWELLINGS: &[&str] = &["号楼", "号院", "号", "室", "门牌", "楼", "单元"];

/// What follows a number that is of a thing or a paper and of no dwelling.
pub const THINGS: &[&str] = &[
    "井", "机井", "机", "桥", "地块", "地", "文件", "文", "令", "公告", "公示", "图", "车", "泵",
    "变", "线", "台", "大棚", "棚", "桩", "路灯", "标", "段", "议题", "议案", "事项", "项目",
    "会议", "通知", "决议", "决定", "通道", "塘", "坝", "水", "厂房", "仓", "合同", "协议", "凭证",
    "档案", "案", "文书", "次", "点", "灯",
];

/// What begins the number of a paper or an order, so that no dwelling follows.
pub const ORDINAL: &str = "第年〕]】）)";

/// Numbers as they are written in an address.
pub const NUMERALS: &str = "0123456789０１２３４５６７８９零〇一二三四五六七八九十百甲乙丙丁";
