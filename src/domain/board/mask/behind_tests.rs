//! Names right behind what is given to somebody in need, or what they are, and those of whom something is true of all;
//! and what stands there and is no name.

#![allow(clippy::unwrap_used)]

use super::{Masked, Why};
use crate::domain::text::{Line, Text};
use proptest::prelude::*;

fn masked(raw: &str) -> String {
    Masked::text(&Text::new(raw).unwrap()).as_str().to_owned()
}

#[test]
fn whoever_is_named_right_behind_what_they_are_given_is_hidden() {
    for (raw, shown) in [
        ("困难补助王桂英 500元", "困难补助王某 500元"),
        ("困难补助张德福800元", "困难补助张某800元"),
        ("困难补助王兰500元", "困难补助王某500元"),
        ("困难补助欧阳小兰500元", "困难补助欧阳某500元"),
        ("困难补助给王桂英500元", "困难补助给王某500元"),
        ("困难补助王桂英、张德福各500元", "困难补助王某、张某各500元"),
        ("困难补助王桂英和张德福", "困难补助王某和张某"),
        ("困难补助王某、张德福", "困难补助王某、张某"),
        (
            "困难补助王桂英 500元\n困难补助张德福800元",
            "困难补助王某 500元\n困难补助张某800元",
        ),
        ("低保金王桂英650元", "低保金王某650元"),
        ("慰问金王桂英500元", "慰问金王某500元"),
        ("慰问金王兰500元", "慰问金王某500元"),
        ("助学金王晓燕2000元", "助学金王某2000元"),
        ("临时救助王桂英 3000元", "临时救助王某 3000元"),
        ("临时困难补助王桂英 500元", "临时困难补助王某 500元"),
        ("透析补助王桂英3000元", "透析补助王某3000元"),
        ("残疾人护理补贴王桂英 100元", "残疾人护理补贴王某 100元"),
        // With a blank or a colon between, and no amount.
        ("救助 王桂英", "救助 王某"),
        ("救助：王桂英", "救助：王某"),
        ("救助:王桂英", "救助:王某"),
        ("救助王桂英", "救助王某"),
        ("救助 王兰", "救助 王某"),
        ("救助 王桂英 3000元", "救助 王某 3000元"),
        ("救助：王桂英、张德福", "救助：王某、张某"),
        ("1 王桂英 救助 500元", "1 王某 救助 500元"),
        ("临时救助 王桂英", "临时救助 王某"),
        ("临时救助王桂英", "临时救助王某"),
        ("资助 王晓燕", "资助 王某"),
        ("慰问：王桂英", "慰问：王某"),
        ("救济王桂英一家", "救济王某一家"),
        ("救助王桂英 主任王大山到场", "救助王某 主任王大山到场"),
        (
            "救助 王桂英370406196203154124",
            "救助 王某370*************24",
        ),
        // What somebody is.
        ("二级残疾马三强", "二级残疾马某"),
        ("二级残疾马三强申请轮椅", "二级残疾马某申请轮椅"),
        ("二级残疾马三强、李四", "二级残疾马某、李某"),
        ("残疾二级马三强", "残疾二级马某"),
        ("肢体残疾马三强", "肢体残疾马某"),
        ("重病王桂英", "重病王某"),
        ("肺癌王桂英", "肺癌王某"),
        ("低保王桂英", "低保王某"),
        ("五保王兰", "五保王某"),
        // What all of them are.
        (
            "发放对象：王桂英、张德福（均为低保）",
            "发放对象：王某、张某（均为低保）",
        ),
        (
            "发放对象：王桂英、张德福，均为低保",
            "发放对象：王某、张某，均为低保",
        ),
        ("王桂英、张德福（均为低保户）", "王某、张某（均为低保户）"),
        (
            "王桂英、张德福（两户均为低保）",
            "王某、张某（两户均为低保）",
        ),
        (
            "王桂英、张德福等2人（都是五保）",
            "王某、张某等2人（都是五保）",
        ),
        ("王桂英、张德福（均系重病）", "王某、张某（均系重病）"),
        (
            "王桂英、张德福（均为二级残疾）",
            "王某、张某（均为二级残疾）",
        ),
        ("王桂英，系尿毒症", "王某，系尿毒症"),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
}

#[test]
fn a_title_hides_a_name_behind_its_head_and_a_number_beside_it() {
    let title = Line::new("救助 王桂英370406196203154124").unwrap();
    let looked = Masked::look_at_line(&title, &[]);
    assert_eq!(looked.text.as_str(), "救助 王某370*************24");
    assert_eq!(looked.found.len(), 2, "{:?}", looked.found);
}

#[test]
fn a_word_a_place_or_an_office_there_is_no_name() {
    for raw in [
        "困难补助发放工作",
        "困难补助共500元",
        "困难补助金500元",
        "困难补助金额500元",
        "困难补助计500元",
        "困难补助时限 10天",
        "困难补助范围",
        "困难补助经办王大山",
        "困难补助王大山 审核",
        "低保金于每月10日发放",
        "低保金每户650元",
        "救助站",
        "救助 中心",
        "救助 范围",
        "救助方法",
        "救助应急 预案",
        "救助文书 3份",
        "救助全过程监督",
        "救助管理站",
        "救助人：王大山",
        "救助 王大山 主任",
        "救助：王大山（主任）",
        "救助：低保3户",
        "救助：金额3000元",
        "由王大山救助",
        "资助方 王大山",
        "慰问组 王大山",
        "慰问农民工",
        "慰问 武警官兵",
        "慰问柳沟村老人",
        "三、临时救助\n王大山 主任",
        "临时救助柳沟3户",
        "低保柳沟3户",
        "低保王庄3户",
        "低保边缘",
        "低保全护理",
        "特困全护理 3人",
        "二级残疾人证",
        "二级残疾王庄村3人",
        "因病施策",
        "重病康复",
        "慢病管理",
        "患病时长",
        "残疾应急",
        "王大山、李大河（均为党员）",
        "王大山、李大河（均为低保专干）",
        "王大山、李大河（均为低保评议小组成员）",
        "会议研究了救助，王大山、李大河参会",
        "误工补助王大山 300元",
        "道路硬化补助王大山 500元",
        "护理员补贴王大山 600元",
    ] {
        assert_eq!(masked(raw), raw);
    }
}

proptest! {
    /// No letter is lost there but those of a given name, and no given name stays.
    #[test]
    fn no_letter_is_lost_between_what_is_given_and_what_follows(
        given in prop::sample::select(vec![
            "困难补助", "低保金", "慰问金", "救助金", "助学金", "临时救助", "大病救助", "困难补助金", "透析补助", "救助",
            "资助", "慰问", "救济", "二级残疾", "肢体残疾", "重病", "低保", "五保", "特困", "肺癌",
        ]),
        apart in prop::sample::select(vec!["", " ", "：", ": ", "\u{3000}"]),
        surname in prop::sample::select(vec!["张", "李", "赵", "孙", "欧阳", "宋", "王"]),
        name in "[大小国建福玉秀桂兰英]?[大国福玉秀兰英]",
        after in prop::sample::select(vec![
            "", "500元", " 500元", "。", "，共500元", "、李兰", "、李桂英各500元", "（2户）", "\n二、其他",
        ]),
    ) {
        let raw = format!("{given}{apart}{surname}{name}{after}");
        let shown = after.replace("李兰", "李某").replace("李桂英", "李某");
        prop_assert_eq!(masked(&raw), format!("{given}{apart}{surname}某{shown}"), "{}", raw);
    }

    /// Nor where something is said of all of them in brackets.
    #[test]
    fn all_of_whom_it_is_said_are_hidden_and_no_letter_more(
        before in prop::sample::select(vec!["", "发放对象：", "姓名：", "1. "]),
        surname in prop::sample::select(vec!["张", "李", "赵", "孙", "欧阳", "宋"]),
        name in "[大小国建福玉秀桂兰英]?[大国福玉秀兰英]",
        apart in prop::sample::select(vec!["（", "(", "，", " "]),
        every in prop::sample::select(vec!["均为", "都是", "均系", "两户均为", "全部为", "2人都是", "为", "系"]),
        said in prop::sample::select(vec!["低保", "低保户", "五保", "二级残疾", "重病", "特困人员", "尿毒症"]),
    ) {
        let raw = format!("{before}王桂英、{surname}{name}{apart}{every}{said}");
        let shown = format!("{before}王某、{surname}某{apart}{every}{said}");
        prop_assert_eq!(masked(&raw), shown, "{}", raw);
    }
}

#[test]
fn all_of_a_list_are_hidden_whatever_parts_their_names() {
    for (raw, shown) in [
        ("王桂英 张德福（均为低保）", "王某 张某（均为低保）"),
        (
            "发放对象：王桂英 张德福（均为低保户）",
            "发放对象：王某 张某（均为低保户）",
        ),
        (
            "发放对象：王桂英，张德福（均为低保户）",
            "发放对象：王某，张某（均为低保户）",
        ),
        (
            "发放对象：王桂英,张德福，均为低保",
            "发放对象：王某,张某，均为低保",
        ),
        (
            "发放对象：王桂英和张德福（均为低保户）",
            "发放对象：王某和张某（均为低保户）",
        ),
        (
            "发放对象：王桂英 张德福 李春生（均为低保户）",
            "发放对象：王某 张某 李某（均为低保户）",
        ),
        (
            "王桂英、张德福 李春生，都是低保",
            "王某、张某 李某，都是低保",
        ),
        (
            "王桂英\u{3000}张德福\u{3000}均系五保",
            "王某\u{3000}张某\u{3000}均系五保",
        ),
        ("王桂英 张德福均为低保户", "王某 张某均为低保户"),
        ("王桂英 张德福均享受低保", "王某 张某均享受低保"),
        (
            "石桥村王桂英 柳沟村张德福（均为低保户）",
            "石桥村王某 柳沟村张某（均为低保户）",
        ),
        (
            "王桂英（女） 张德福（62岁），均系五保",
            "王某（女） 张某（62岁），均系五保",
        ),
        (
            "负责人王大山，王桂英 张德福（均为低保）",
            "负责人王大山，王某 张某（均为低保）",
        ),
        (
            "柳沟 王桂英 张德福（均为低保）",
            "柳沟 王某 张某（均为低保）",
        ),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
    for raw in [
        "王大山 李大河（均为党员）",
        "王大山 李大河（均为低保专干）",
        "参会人员：王大山 李大河（均为低保评议小组成员）",
        "王大山 李大河均参加低保评议",
        "由王大山 李大河负责低保",
        "会上 王大山 李大河均同意低保名单",
    ] {
        assert_eq!(masked(raw), raw);
    }
}

#[test]
fn somebody_of_a_village_that_is_named_before_them_is_hidden() {
    for (raw, shown) in [
        ("救助石桥村王桂英", "救助石桥村王某"),
        ("救助 石桥村王桂英3000元", "救助 石桥村王某3000元"),
        ("救助石桥村 王桂英 3000元", "救助石桥村 王某 3000元"),
        ("慰问石桥村三组王桂英、张德福", "慰问石桥村三组王某、张某"),
        ("慰问王庄王桂英500元", "慰问王庄王某500元"),
        ("低保石桥村王桂英", "低保石桥村王某"),
        ("困难补助石桥村王桂英500元", "困难补助石桥村王某500元"),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
        let title = Line::new(raw).unwrap();
        assert_eq!(Masked::line(&title).as_str(), shown, "{raw}");
    }
    for raw in [
        "慰问柳沟村支书王大山",
        "慰问柳沟村干部王大山",
        "慰问石桥村王大山书记",
        "慰问石桥村党支部书记王大山",
        "救助由石桥村王大山发放",
        "救助资金由石桥村会计王大山发放",
        "救助站石桥村王大山",
        "慰问组石桥村 王大山",
        "慰问王庄村",
        "救助石桥村方案",
        "救助石桥村、柳沟村",
        "救助石桥村3户",
        "慰问石桥村三组",
        "慰问石桥村高龄老人",
        "慰问石桥村困难户12户",
        "资助石桥村项目",
        "资助石桥村道路",
        "低保评议 石桥村王大山主持",
    ] {
        assert_eq!(masked(raw), raw);
    }
}

#[test]
fn whoever_holds_an_office_that_is_named_after_those_in_need_is_none_of_them() {
    for raw in [
        "王大山为低保专干",
        "低保专干王大山",
        "低保专干：王大山",
        "王大山系低保专干",
        "王大山（低保专干）",
        "王大山为低保专干兼会计",
        "王大山是低保评议小组组长",
        "王大山为低保协理员",
        "王大山为残疾人专职委员",
        "残疾人专职委员王大山",
        "王大山系残疾人联合会理事长",
        "残联理事长王大山",
        "残联理事长某某",
        "残联理事长王大山、低保专干李大河到场",
        "王大山为儿童主任",
        "儿童督导员：王大山",
        "王大山为特困供养机构负责人",
        "低保专干补贴王大山 300元",
    ] {
        assert_eq!(masked(raw), raw);
    }
    for (raw, shown) in [
        ("王桂英系残疾人", "王某系残疾人"),
        ("王桂英为低保户，由王大山帮扶", "王某为低保户，由王大山帮扶"),
        ("低保户王桂英为专干", "低保户王某为专干"),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
}

proptest! {
    /// A card is one number, however its digits are parted and whatever they look like besides.
    #[test]
    fn a_card_is_told_as_one_number(
        digits in prop_oneof!["62[0-9]{14}", "62[0-9]{17}"],
        parted in prop::sample::select(vec![
            "", " ", "-", ".", "  ", "\u{3000}", "\u{2014}", "\n", "/", "\u{b7}", "、", " - ", "_",
        ]),
        before in prop::sample::select(vec!["卡号", "银行卡：", "账号 ", "", "救助 王桂英"]),
        after in prop::sample::select(vec!["", "，共500元", "（农行）", "，电话：13800138000"]),
    ) {
        let digits: Vec<char> = digits.chars().collect();
        let groups: Vec<String> = digits.chunks(4).map(|it| it.iter().collect()).collect();
        let raw = format!("{before}{}{after}", groups.join(parted));
        let looked = Masked::look(&Text::new(&raw).unwrap(), &[]);
        let cards = looked.found.iter().filter(|it| it.why != Why::Name && it.before != "13800138000");
        prop_assert_eq!(cards.count(), 1, "{} {:?}", raw, looked.found);
        prop_assert_eq!(looked.text.hidden().len(), looked.found.len(), "{:?}", looked.text);
    }

    /// All of whom the same is said are hidden, whatever parts their names, and no letter more.
    #[test]
    fn no_name_of_a_list_stays(
        before in prop::sample::select(vec!["", "发放对象：", "姓名：", "1. ", "救助 "]),
        apart in prop::sample::select(vec![" ", "\u{3000}", "、", "，", ",", "和", "及", "与", "、 "]),
        names in proptest::collection::vec(
            prop::sample::select(vec![("王桂英", "王某"), ("张兰", "张某"), ("欧阳小兰", "欧阳某"), ("李国福", "李某")]), 2..5),
        opens in prop::sample::select(vec!["（", "(", "，", " "]),
        every in prop::sample::select(vec!["均为", "都是", "均系", "全部为"]),
        said in prop::sample::select(vec!["低保", "低保户", "五保", "二级残疾", "重病", "特困人员"]),
    ) {
        let raw: Vec<&str> = names.iter().map(|(raw, _)| *raw).collect();
        let shown: Vec<&str> = names.iter().map(|(_, shown)| *shown).collect();
        let raw = format!("{before}{}{opens}{every}{said}", raw.join(apart));
        let shown = format!("{before}{}{opens}{every}{said}", shown.join(apart));
        prop_assert_eq!(masked(&raw), shown, "{}", raw);
    }
}

#[test]
fn what_is_said_of_those_above_hides_them_all() {
    for (raw, shown) in [
        (
            "王桂英、张德福（以上均为低保）",
            "王某、张某（以上均为低保）",
        ),
        (
            "王桂英、张德福（以上均系低保户）",
            "王某、张某（以上均系低保户）",
        ),
        (
            "王桂英、张德福（以上人员均为低保）",
            "王某、张某（以上人员均为低保）",
        ),
        ("王桂英、张德福，以上均为低保", "王某、张某，以上均为低保"),
        (
            "王桂英 张德福（以上2户均为低保）",
            "王某 张某（以上2户均为低保）",
        ),
        (
            "王桂英、张德福。以上均为我村低保户。",
            "王某、张某。以上均为我村低保户。",
        ),
        (
            "王桂英、张德福（上述人员均享受低保）",
            "王某、张某（上述人员均享受低保）",
        ),
        (
            "1.王桂英 3000元\n2.张德福 2000元\n合计5000元\n以上均为低保户",
            "1.王某 3000元\n2.张某 2000元\n合计5000元\n以上均为低保户",
        ),
        (
            "王桂英\n张德福\n（以上人员均为低保）",
            "王某\n张某\n（以上人员均为低保）",
        ),
        (
            "参会人员：\n王大山\n李大河\n低保户名单\n张德福\n以上均为低保户",
            "参会人员：\n王大山\n李大河\n低保户名单\n张某\n以上均为低保户",
        ),
        // Where it may be said of one, or of both, it is of both.
        ("发放：王桂英 张德福（低保）", "发放：王某 张某（低保）"),
        (
            "负责人：王大山 张德福（低保）",
            "负责人：王大山 张某（低保）",
        ),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
    for raw in [
        "王大山、李大河（以上均为党员）",
        "王大山、李大河（以上均为低保评议小组成员）",
        "王大山\n李大河\n以上均为低保专干",
        "王大山\n李大河\n以上均为党员",
        "王大山 主任\n李大河 会计\n以上均为低保户",
        "王大山\n李大河\n以上人员均参加低保评议",
        "以上均为低保户",
        "主持人王大山 张德福",
    ] {
        assert_eq!(masked(raw), raw);
    }
}

#[test]
fn a_minor_is_told_by_the_day_they_were_born() {
    for (raw, shown) in [
        ("马小强，男，2015年3月生", "马某，男，2015年3月生"),
        ("马小强，男，2015年3月生。", "马某，男，2015年3月生。"),
        ("马小强（2015年3月12日生）", "马某（2015年3月12日生）"),
        ("马小强 男 2015.3生", "马某 男 2015.3生"),
        ("马小强，男，2015年3月", "马某，男，2015年3月"),
        (
            "马小兰，女，2015-03-12，石桥村",
            "马某，女，2015-03-12，石桥村",
        ),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
    for raw in [
        "王大山，男，1970年3月生",
        "王大山，男，2015年3月入党",
        "王大山，男，2015年3月任书记",
        "王大山 男 2015年3月-2020年3月任主任",
        "王大山，男，党员，2015年3月",
        "王大山，2015年3月生效",
        "村民王大山2015年3月生产自救",
    ] {
        assert_eq!(masked(raw), raw);
    }
}

#[test]
fn who_serves_those_in_need_and_what_is_said_of_the_aid_stays() {
    for raw in [
        "志愿者王芳为低保户送菜",
        "志愿者王芳、李丽为低保户送菜",
        "村医张德福为患病老人义诊",
        "志愿者王芳为残疾儿童免费体检",
        "王芳等人为困难老人理发",
        "救助范围：因病、因灾致困家庭",
        "临时救助范围：因病、因灾致困家庭",
        "低保范围：因病致困家庭",
        "救助标准：每户3000元",
        "救助对象：因病致困家庭",
        "救助条件：家庭困难",
        "救助程序：申请、审核、公示",
        "救助资金：3000元",
        "救助金额：3000元",
        "救助名单：见附件",
        "救助方案：按户发放",
        "救助方法：按户发放",
        "救助政策：见文件",
        "救助办法：按户发放",
        "救助时限：10天",
        "救助权限：乡镇",
    ] {
        assert_eq!(masked(raw), raw);
    }
    for (raw, shown) in [
        ("王桂英为低保户", "王某为低保户"),
        ("王桂英为低保户，志愿者送菜", "王某为低保户，志愿者送菜"),
        ("王桂英为残疾人服务对象", "王某为残疾人服务对象"),
        ("低保户王桂英为五保老人送菜", "低保户王某为五保老人送菜"),
        ("志愿者王芳为低保户王桂英送菜", "志愿者王芳为低保户王某送菜"),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
}
