//! The record of a staged session, in both languages and both writers.

use super::staged::{Staged, day};
use insta::assert_snapshot;
use lianxi::i18n::Language;
use lianxi::papers::record::{Printed, record};
use lianxi::papers::{markdown, plain};

fn written(stage: &Staged, language: Language) -> [String; 2] {
    let printed = Printed {
        head: Some("7f3a 91c0"),
        on: Some(day("2026-11-25")),
    };
    let paper = record(&stage.0, stage.s1(), language, printed);
    [
        markdown::write(&paper, language),
        plain::write(&paper, language, 80),
    ]
}

#[test]
fn the_record_of_a_sealed_session() {
    let stage = Staged::sealed();
    for language in Language::ALL {
        let [markdown, plain] = written(&stage, language);
        assert_snapshot!(format!("record.{language}.md"), markdown);
        assert_snapshot!(format!("record.{language}.txt"), plain);
    }
}

#[test]
fn every_fact_stands_in_the_record() {
    let stage = Staged::sealed();
    let [zh, plain] = written(&stage, Language::Zh);
    let plain: String = plain.split_whitespace().collect();
    let facts = [
        "柳河片区联合党委第3次联席会议（例会）会议记录",
        "虚构的样例",
        "2026年11月23日周一09:02至10:45",
        "09:45至10:00",
        "应到：11人",
        "实到：8人（开会时）",
        "须到6人，实到8人（2*8>11）",
        "按默认规则：过半数到会、应到会过半数赞成（《中国共产党党组工作条例》第二十七条）",
        "卫东（委员，09:20到会）",
        "褚伟（委员，10:25离会）",
        "石沟村的沈平（委员，病假）",
        "朱文（网格员，列席、值守）",
        "王楼村（联建村）：陈芳（委员）、褚伟",
        "列席：杨律（法律顾问）",
        "韩雪（委员，在国外或境外、缺席）",
        "二、修通东集至王楼的断头路",
        "会前增补，理由：镇里周五才来文",
        "35分钟（计划30分钟）",
        "陈芳（发言人已核对）（整理）：占地过多，我反对。",
        "【议定事项】年内修通东段。",
        "措辞（付表决）：修通断头路，经费按人口分摊。",
        "西集村——赞成：王秀英；回避：冯军",
        "反对的：陈芳",
        "公布后有更正，见后",
        "冯军（理由：承包商是其妻弟）",
        "回避的人仍计入应到会",
        "（2*7>11），通过；所涉王楼村的代表未过半数赞成",
        "联席会议商定，提请东集村、西集村依法履行程序后生效",
        "动议在表决前撤回，理由：提出人收回",
        "2026年12月4日周五",
        "原为“弃权”，更正为“赞成”。孙丽，2026年11月25日周三15:00，理由：误记",
        "更正前公布的结果：应到会11人，赞成6票",
        "四、冬季防火（未进行，转入第4次联席会议（例会））",
        "10:45散会。",
        "党群服务中心档案柜",
        "日志校验码：7f3a91c0",
        "主持人兼记录人：____",
        "核对人：____",
    ];
    for fact in facts {
        assert!(plain.contains(fact), "{fact} is missing in\n{zh}");
    }
    // What only proposes is never called adopted.
    let proposal = plain.split("片区村规民约草案").nth(1).unwrap();
    assert!(!proposal.split("动议2").next().unwrap().contains("通过"));
}

#[test]
fn a_record_before_the_end_says_so() {
    let mut stage = Staged::planned();
    stage.own_rules();
    let [zh, _] = written(&stage, Language::Zh);
    assert!(zh.contains("尚未散会") && zh.contains("拟开会时间"), "{zh}");
    assert!(zh.contains("《柳河片区联席会议议事规则》第九条"), "{zh}");
    assert!(!zh.contains("按默认规则"), "{zh}");
    let [en, _] = written(&Staged::opened(), Language::En);
    assert!(en.contains("is not closed"), "{en}");
}

#[test]
fn rules_entered_later_change_no_old_record() {
    let mut stage = Staged::opened();
    let [before, _] = written(&stage, Language::Zh);
    // Adopted in January, entered only now: the session sat by the default.
    stage.own_rules();
    let [after, _] = written(&stage, Language::Zh);
    assert!(after.contains("按默认规则"), "{after}");
    assert_eq!(before, after);
}
