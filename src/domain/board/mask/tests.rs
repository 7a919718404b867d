#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use super::*;
use crate::domain::board::Written;
use chrono::NaiveDate;
use proptest::prelude::*;

fn masked(raw: &str) -> String {
    Masked::text(&Text::new(raw).unwrap()).as_str().to_owned()
}

/// Returns an identity number of somebody invented, born on a day of their own.
fn identity(place: u32, year: u32, month: u32, day: u32, serial: u32) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let body = format!("{place:06}{year:04}{month:02}{day:02}{serial:03}");
    let digits = body.chars().map(|c| c.to_digit(10).unwrap());
    let sum: u32 = digits
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum();
    let check = "10X98765432".chars().nth((sum % 11) as usize).unwrap();
    format!("{body}{check}")
}

/// Returns a number that holds by Luhn.
fn card(body: &str) -> String {
    let sum: u32 = body
        .chars()
        .rev()
        .enumerate()
        .map(|(place, c)| {
            let digit = c.to_digit(10).unwrap() * if place % 2 == 0 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap(),
            c => c,
        })
        .collect()
}

#[test]
fn what_is_hidden_and_what_stays_of_it() {
    let id = identity(370_406, 1950, 2, 3, 123);
    assert_eq!(id, "370406195002031238");
    for (raw, shown) in [
        // Identity numbers: eighteen characters with their check character, whatever is beside them.
        ("身份证370406195002031238。", "身份证370*************38。"),
        (
            "身份证号：370406 19500203 1238",
            "身份证号：370*** ******** **38",
        ),
        ("370406-1950-0203-1238", "370***-****-****-**38"),
        (
            "３７０４０６１９５００２０３１２３８",
            "３７０*************３８",
        ),
        (
            "电话号码370406195002031238转",
            "电话号码370*************38转",
        ),
        ("37\u{fe0f}0406195002031238", "370*************38"),
        ("370406500203123", "370**********23"),
        // Two numbers without anything between them.
        (
            "37040619500203123813800138000",
            "370*************38138****8000",
        ),
        // Bank numbers by Luhn, by their last four.
        ("卡号6222021234567890128", "卡号***************0128"),
        ("6222 0212 3456 7890 128", "**** **** **** ***0 128"),
        ("622202-1234567890128", "******-*********0128"),
        // Mobile numbers.
        ("电话13800138000", "电话138****8000"),
        ("138-0013-8000", "138-****-8000"),
        ("１３８　００１３　８０００", "１３８　****　８０００"),
        ("+86 138 0013 8000", "+86 138 **** 8000"),
        ("8613800138000", "86138****8000"),
        ("13800138000 13900139000", "138****8000 139****9000"),
        (
            "王主任13800138000、13900139000",
            "王主任138****8000、139****9000",
        ),
        // A check character in either size and width, a card in fours of full width.
        ("37040619500203018x", "370*************8x"),
        (
            "３７０４０６１９５００２０３０１８ｘ",
            "３７０*************８ｘ",
        ),
        (
            "６２２２　０２１２　３４５６　７８９０　１２８",
            "****　****　****　***０　１２８",
        ),
        // Digits without end may hold anything.
        (
            "622202123456789012813800138000",
            "**************************8000",
        ),
        // Addresses are cut after the village.
        ("住东集村3组15号。", "住东集村**。"),
        (
            "住址：冯卯镇东集村前街15号2单元301室",
            "住址：冯卯镇东集村**",
        ),
        ("幸福小区3号楼2单元501室", "幸福小区**"),
        ("府前路15号", "府前路**"),
        ("东集村十二号", "东集村**"),
        ("东集村甲3-2号", "东集村**"),
        ("东集村 3 组 15 号", "东集村**"),
        // However carelessly a number is written.
        ("电话1380013\n8000", "电话138****\n8000"),
        ("电话138.0013.8000", "电话138.****.8000"),
        ("电话(138)00138000", "电话(138)****8000"),
        ("电话138/0013/8000", "电话138/****/8000"),
        ("电话一三八〇〇一三八〇〇〇", "电话一三八****八〇〇〇"),
        ("电话幺叁捌零零壹叁捌零零零", "电话幺叁捌****捌零零零"),
        ("电话138OO138OOO", "电话138****8OOO"),
        ("370406.1950.0203.1238", "370***.****.****.**38"),
        ("370406195002\n031238", "370*********\n****38"),
        ("6222.0212.3456.7890.128", "****.****.****.***0.128"),
        // A digit is wrong, and it is somebody's number all the same.
        ("身份证370406195002031239。", "身份证370*************39。"),
        ("37040619500203123X", "370*************3X"),
        ("370406 19500203 1239", "370*** ******** **39"),
        ("370406.19500203.1239", "370***.********.**39"),
        ("370406195002\n031239", "370*********\n****39"),
        ("370406195013031239", "**************1239"),
        ("37040619500203123", "*************3123"),
        ("卡号6222021234567890124", "卡号***************0124"),
        // What is called an account is one, whatever its digits come to.
        (
            "账号 9558-8012-3456-7890-123",
            "账号 ****-****-****-***0-123",
        ),
        (
            "存折账号 90 5040 1001 0100 0123 45",
            "存折账号 ** **** **** **** **23 45",
        ),
        (
            "银行账号（农商行）：9558.8012.3456.7890.123",
            "银行账号（农商行）：****.****.****.***0.123",
        ),
        ("卡号1234567890123456", "卡号************3456"),
        ("6222 0212 3456 7890 124", "**** **** **** ***0 124"),
        ("一二三四五六七八九〇一二三四五六", "************三四五六"),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
}

#[test]
fn names_of_the_poor_the_ill_and_those_under_age_keep_their_surname() {
    for (raw, shown) in [
        ("低保户王小明的房屋", "低保户王某的房屋"),
        ("低保户王明的房屋", "低保户王某的房屋"),
        (
            "困难户：王小明、李大河、欧阳小山",
            "困难户：王某、李某、欧阳某",
        ),
        (
            "低保户名单：\n1. 王小明 男 72岁\n2. 李　明 女 70岁\n3．赵大山",
            "低保户名单：\n1. 王某 男 72岁\n2. 李某 女 70岁\n3．赵某",
        ),
        ("特困人员东集村王小明", "特困人员东集村王某"),
        ("患者王家明", "患者王某"),
        ("王小明（低保户）", "王某（低保户）"),
        ("王小明(患者)", "王某(患者)"),
        ("村民王小明系低保户", "村民王某系低保户"),
        ("村民王小明，低保户", "村民王某，低保户"),
        ("王小明因病住院", "王某因病住院"),
        ("李大河患有重病", "李某患有重病"),
        ("王小明，男，12岁", "王某，男，12岁"),
        ("其子李小山12岁", "其子李某12岁"),
        ("王小明（１７周岁）", "王某（１７周岁）"),
        // Nobody says that they are under age, and they are.
        ("王小明，三年级", "王某，三年级"),
        ("四年级王小明", "四年级王某"),
        ("王小明（2015年3月生）", "王某（2015年3月生）"),
        ("李大河，2016-05-01出生", "李某，2016-05-01出生"),
        ("学生王小明", "学生王某"),
        ("低保户：王 小 明、李大河", "低保户：王某、李某"),
        ("低保户阿卜杜·买买提、李大河", "低保户阿某、李某"),
        ("留守儿童王小明和同学", "留守儿童王某和同学"),
        ("未成年人诸葛小明", "未成年人诸葛某"),
        (
            "低保户王小明身份证370406195002031238，李大河",
            "低保户王某身份证370*************38，李某",
        ),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
}

#[test]
fn what_only_looks_like_it_stays_as_it_is() {
    for raw in [
        // Amounts, shares and figures.
        "总投资1,234,567.00元",
        "共筹资12000000元，其中东集村4500000元",
        "2026年1-11月收入1234567.89元",
        "亩产13800斤",
        // Days, hours and periods.
        "2026/11/27 9:00",
        "二〇二六年十一月二十七日",
        "王大山，1958年生",
        // Figures that only follow one another.
        "各村1200、1300、150户",
        "123,456,789.00元",
        "2026年\n1380013元",
        "一、二、三、四、五、六、七、八、九、十、十一",
        "2026-11-27至2026-12-11",
        "2026-11-27—2026-12-11",
        "2026.11.27 9:00-11:30",
        "公示期2026年11月27日至2026年12月11日",
        // Papers, laws and telephones of offices.
        "冯卯字〔2026〕15号",
        "片区联合党委2026年第3号公告",
        "《村民委员会组织法》第三十五条",
        "电话0632-8811234",
        "统一社会信用代码54370406MF1234567X",
        "项目编号2026-0123-45",
        // Things that have a number in a village.
        "东集村3号机井",
        "东集村3组道路硬化",
        "东集村15号文件",
        "东集村2号大棚",
        "维修2号桥",
        // Words about people that name nobody.
        "低保户共12户",
        "低保户金额合计3600元",
        "关爱老人、儿童活动",
        "残疾人康复中心",
        "儿童乐园和儿童游乐设施",
        "对困难家庭予以补助",
        "低保户由村委会核实",
        "张庄村（低保户12户）",
        "低保户王庄村3户、李家屯村2户",
        "村委会主任王大山、书记李大河",
        "王大山，男，42岁",
        "家庭因病致贫",
        "青少年活动",
        "未满16岁、年满14岁的，全村15岁以下",
    ] {
        assert_eq!(masked(raw), raw);
    }
}

#[test]
fn who_is_described_or_told_of_behind_is_not_named() {
    for (raw, shown) in [
        ("患尿毒症的周小八", "患尿毒症的周某"),
        ("重病的秦六", "重病的秦某"),
        ("因病住院治疗的村民周小八，", "因病住院治疗的村民周某，"),
        ("患者家属周小八", "患者家属周某"),
        ("张三家庭困难", "张某家庭困难"),
        ("村民钱多多生活困难，", "村民钱某生活困难，"),
        ("钱多多，低保", "钱某，低保"),
        (
            "1. 钱多多 五保\n2. 李四　残疾二级",
            "1. 钱某 五保\n2. 李某　残疾二级",
        ),
        ("户主吴桂兰，五保", "户主吴某，五保"),
        ("建档立卡户贺老六", "建档立卡户贺某"),
        ("生于2015年的孙小圣", "生于2015年的孙某"),
        ("孙小圣生于2015年3月", "孙某生于2015年3月"),
        ("2015年出生的孙小圣", "2015年出生的孙某"),
        // A numeral belongs to a name, and counts where it counts.
        ("低保户：李小四", "低保户：李某"),
        ("低保户王大山、李小四", "低保户王某、李某"),
        ("困难户李小四等三户", "困难户李某等三户"),
        ("10岁儿童郑十一", "10岁儿童郑某"),
        ("困难户王明三人", "困难户王某三人"),
        ("困难户李强一家", "困难户李某一家"),
        ("10岁的王小明", "10岁的王某"),
        ("十二岁的王小明", "十二岁的王某"),
        ("王小明，十二岁", "王某，十二岁"),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
    for raw in [
        "村民王大山、李小四",
        "患病的村民可以申请救助",
        "因病致贫的家庭",
        "排查安全隐患的王大山负责整改",
        "有困难的向村委会申请，有困难的时候",
        "残疾的程度由县残联评定",
        "家庭困难的学生",
        "部分家庭困难，许多家庭困难",
        "卫生，低保，养老",
        "低保、五保政策宣传",
        "生于2015年以后的",
        "1958年出生的王大山",
        "六十岁的王大山",
        "王大山，七十二岁",
        "王大山生于1958年",
        "建档立卡户共12户",
        "患者家属应当到场",
    ] {
        assert_eq!(masked(raw), raw);
    }
}

#[test]
fn a_text_in_english_names_them_no_more() {
    for (raw, shown) in [
        (
            "patient Zhang San, low-income household Li Si",
            "patient Zhang **, low-income household Li **",
        ),
        (
            "Patients: Zhang San, Li Si and Wang Xiaoming.",
            "Patients: Zhang **, Li ** and Wang **.",
        ),
        ("a minor named Zheng Shiyi", "a minor named Zheng **"),
        ("Zhang San (patient)", "Zhang ** (patient)"),
        (
            "Zhang San, a minor, was heard",
            "Zhang **, a minor, was heard",
        ),
        ("Zhang San, 12 years old", "Zhang **, 12 years old"),
        ("12-year-old Zhang San", "12-year-old Zhang **"),
        ("Zhang San, aged 12", "Zhang **, aged 12"),
        ("Zhang San, born in 2015", "Zhang **, born in 2015"),
        (
            "Ouyang Xiaoshan suffers from uremia",
            "Ouyang ** suffers from uremia",
        ),
        (
            "Low-income households:\n1. Zhang San\n2. Li Si",
            "Low-income households:\n1. Zhang **\n2. Li **",
        ),
        ("Xiaoming Wang, an orphan", "**, an orphan"),
        ("patient 张三", "patient 张某"),
        ("低保户Zhang San", "低保户Zhang **"),
        ("MINOR ZHANG SAN", "MINOR ZHANG **"),
    ] {
        assert_eq!(masked(raw), shown, "{raw}");
    }
    for raw in [
        "Minor Repairs of the Dongji Road",
        "Each patient pays 20 yuan. Zhang San chairs the meeting.",
        "12 low-income households\nWang Dashan, Director",
        "students of Dongji Village",
        "Zhang San, 42 years old",
        "Zhang San, born in 1958",
        "Secretary Wang Dashan, Director Li Dahe",
        "The children of four villages",
        "Aid for low-income households and minors",
        "Hall open 9:00-11:30, 15 years of service",
    ] {
        assert_eq!(masked(raw), raw);
    }
}

#[test]
fn a_clerk_hides_more_and_never_less() {
    let look = |raw: &str, also: &[&str]| {
        let also: Vec<Line> = also.iter().map(|name| Line::new(name).unwrap()).collect();
        Masked::look(&Text::new(raw).unwrap(), &also)
    };
    let looked = look("王小明与李大河；王小明", &["王小明"]);
    assert_eq!(looked.text.as_str(), "王某与李大河；王某");
    let number = look("电话13800138000", &[]).found;
    assert_eq!(number[0].before, "13800138000");
    assert_eq!(number[0].after, "138****8000");
    assert_eq!(looked.found.len(), 2);
    let found = &looked.found[0];
    assert_eq!(
        (found.why, found.before.as_str(), found.after.as_str()),
        (Why::Clerk, "王小明", "王某")
    );
    assert_eq!(look("第三病区", &["病区"]).text.as_str(), "第三**");
    assert_eq!(
        look("电话13800138000", &["电话"]).text.as_str(),
        "**138****8000"
    );
    for odd in ["*", "某", "王某", "**"] {
        assert_eq!(
            look("王某*", &[odd]).text.as_str().chars().count(),
            3,
            "{odd}"
        );
    }
}

#[test]
fn a_row_is_masked_when_it_is_read() {
    let read: Masked = serde_json::from_str(r#""电话138\u200b00138000""#).unwrap();
    assert_eq!(read.as_str(), "电话138****8000");
    let again: Masked = serde_json::from_str(&serde_json::to_string(&read).unwrap()).unwrap();
    assert_eq!(again, read);
}

fn numbers() -> impl Strategy<Value = String> {
    prop_oneof![
        (110_000..660_000_u32, 1900..2026_u32, 1..13_u32, 1..29_u32, 0..1000_u32)
            .prop_map(|(place, year, month, day, serial)| {
                identity(place / 10_000 * 10_000 + 101, year, month, day, serial)
            })
            .prop_filter("a province", |id| {
                matches!(id[..2].parse::<u32>().unwrap(), 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65)
            }),
        "[1-9][0-9]{14,17}".prop_map(|body| card(&body)),
        "1[0-9]{10}",
    ]
}

/// A number with separators at any place, in half or full width.
fn written() -> impl Strategy<Value = (String, String)> {
    (
        numbers(),
        prop::collection::vec(0..12_u8, 19),
        prop::sample::select(vec![" ", "-", "　", "—", " - "]),
        any::<(bool, bool)>(),
    )
        .prop_map(|(number, cuts, separator, (wide, small))| {
            let mut out = String::new();
            for (c, cut) in number.chars().zip(cuts) {
                if cut == 0 && !out.is_empty() && c != 'X' {
                    out.push_str(separator);
                }
                out.push(if small { c.to_ascii_lowercase() } else { c });
            }
            (number, if wide { full_width(&out) } else { out })
        })
}

/// A mobile number in its usual groups, a bank number in fours, an identity number in any: parted by what
/// is never between the digits of one, broken over a line, or in numerals.
fn careless() -> impl Strategy<Value = (String, String)> {
    let mobile = "1[3-9][0-9]{9}";
    let marks = prop::sample::select(vec![
        ".", "/", "\n", " / ", "）（", "，", "~", "：", "     ",
    ]);
    let bank = "[1-9][0-9]{14,17}".prop_map(|body| card(&body));
    let person = (1900..2026_u32, 1..13_u32, 1..29_u32, 0..1000_u32)
        .prop_map(|(year, month, day, serial)| identity(370_406, year, month, day, serial));
    (mobile, bank, person, marks, 0..5_u8, 1..10_usize).prop_map(
        |(mobile, bank, person, mark, style, cut)| {
            let groups = |number: &str, at: &[usize]| {
                let chars: Vec<char> = number.chars().collect();
                let mut out = String::new();
                for (place, c) in chars.iter().enumerate() {
                    if at.contains(&place) {
                        out.push_str(mark);
                    }
                    out.push(*c);
                }
                out
            };
            let numerals = |number: &str| {
                let all: Vec<char> = "〇一二三四五六七八九".chars().collect();
                let as_one = |c: char| c.to_digit(10).map_or(c, |digit| all[digit as usize]);
                number.chars().map(as_one).collect::<String>()
            };
            match style {
                0 => (mobile.clone(), groups(&mobile, &[3, 7])),
                1 => (mobile.clone(), numerals(&mobile)),
                2 => (bank.clone(), groups(&bank, &[4, 8, 12, 16])),
                3 => (person.clone(), groups(&person, &[cut, cut + 4])),
                _ => {
                    let (head, tail) = mobile.split_at(cut);
                    (mobile.clone(), format!("{head}\n{tail}"))
                }
            }
        },
    )
}

/// Returns the digits of a text, numerals too, without anything that is no letter.
fn read_out(text: &str) -> String {
    let digit = |c: char| {
        let at = "〇一二三四五六七八九".chars().position(|it| it == c)?;
        char::from_digit(u32::try_from(at).ok()?, 10)
    };
    let kept = |c: &char| c.is_alphanumeric() || *c == '*';
    text.chars()
        .filter(kept)
        .map(|c| digit(c).unwrap_or(c))
        .collect()
}

/// Returns the digits of a text without what parts them, as a reader would copy them.
fn bare(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let folded = text
        .nfkc()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2014}'));
    folded.collect::<String>().to_uppercase()
}

proptest! {
    #[test]
    fn no_number_of_a_person_is_ever_shown(
        parts in prop::collection::vec((written(), "[，。；、村人王的a（]{1,3}"), 1..5),
    ) {
        let mut raw = String::from("公示");
        for ((_, written), between) in &parts {
            raw.push_str(between);
            raw.push_str(written);
        }
        let shown = bare(&masked(&raw));
        for ((number, _), _) in &parts {
            prop_assert!(!shown.contains(number.as_str()), "{raw} shows {number}: {shown}");
        }
    }

    #[test]
    fn a_digit_that_is_wrong_shows_no_more_of_a_number(
        (number, _) in written(), at in 0..18_usize, by in 1..10_u32,
    ) {
        let mut digits: Vec<char> = number.chars().collect();
        let at = at % digits.len();
        // With another first digit a mobile number is none.
        prop_assume!(digits.len() > 11 && digits[at] != 'X');
        let other = (digits[at].to_digit(10).unwrap() + by) % 10;
        digits[at] = char::from_digit(other, 10).unwrap();
        let typed: String = digits.into_iter().collect();
        let shown = masked(&format!("号{typed}。"));
        prop_assert!(!shown.contains(&typed[4..12]), "{typed}: {shown}");
    }

    #[test]
    fn numbers_side_by_side_hide_one_another_no_less(
        one in written(), other in written(), between in prop::sample::select(vec![" ", "-", "、", "\n"]),
    ) {
        let raw = format!("{}{between}{}", one.1, other.1);
        let shown = bare(&masked(&raw));
        for number in [&one.0, &other.0] {
            prop_assert!(!shown.contains(number.as_str()), "{raw} shows {number}: {shown}");
        }
    }

    #[test]
    fn no_number_is_shown_however_carelessly_it_is_written(
        parts in prop::collection::vec((careless(), "[的人王村]{1,2}"), 1..4),
    ) {
        let mut raw = String::from("公示");
        for ((_, written), between) in &parts {
            raw.push_str(between);
            raw.push_str(written);
        }
        let shown = read_out(&masked(&raw));
        for ((number, _), _) in &parts {
            prop_assert!(!shown.contains(number.as_str()), "{raw} shows {number}: {shown}");
        }
    }

    /// Wherever it is written, in the title, the text or the basis, and whatever is masked besides.
    #[test]
    fn a_board_shows_no_number_of_what_is_written_for_it(
        all in prop::collection::vec(written(), 3), careless in careless(), also in "[王李小明]{1,3}",
    ) {
        let line = |raw: String| Line::new(&raw).unwrap();
        let [title, text, basis] = [0, 1, 2].map(|at| format!("公示{}的", all[at].1));
        let worded = Written {
            title: line(title),
            text: Text::new(&format!("{text}\n{}人", careless.1)).unwrap(),
            basis: Some(line(basis)),
            also: vec![line(also)],
        }
        .masked(NaiveDate::default());
        // What is kept of it, whatever is read of it later.
        let kept = serde_json::to_string(&worded.wording).unwrap().replace("\\n", "\n");
        for (number, _) in &all {
            prop_assert!(!bare(&kept).contains(number.as_str()), "{kept} shows {number}");
        }
        prop_assert!(!read_out(&kept).contains(&careless.0), "{kept} shows {}", careless.0);
    }

    #[test]
    fn masking_twice_is_masking_once(
        raw in "([低保户患者儿童王李欧阳小明某*＊号村路室组病系为，、。（） \n0-9０-９Xx岁-]|[1-9][0-9]{10,18}|patient |Zhang San|, |Li |a minor|12 years old|生于2015|的|低保|；类别：|患癌|家庭|发放|同意|李小四|男){0,40}",
        also in prop::collection::vec("[王李小明某*a1]{1,4}", 0..3),
    ) {
        let also: Vec<Line> = also.iter().filter_map(|name| Line::new(name).ok()).collect();
        let once = Masked::look(&Text::new(&raw).unwrap(), &also);
        let again = Masked::look(&Text::new(once.text.as_str()).unwrap(), &also);
        prop_assert_eq!(&again.text, &once.text);
        prop_assert!(again.found.is_empty());
    }

    #[test]
    fn any_text_is_masked_without_a_fault(raw in "\\PC{0,200}") {
        let once = masked(&raw);
        prop_assert_eq!(masked(&once), once);
    }
}
