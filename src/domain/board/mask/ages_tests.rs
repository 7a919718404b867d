//! Who is under age on the day on which a text hangs.

#![allow(clippy::unwrap_used)]
use super::{Masked, Part};
use crate::domain::board::Wording;
use crate::domain::text::Text;
use chrono::NaiveDate;

fn on(raw: &str, day: &str) -> String {
    let day: NaiveDate = day.parse().unwrap();
    let [looked] = Masked::look_together([Part { raw, title: None }], &[], day);
    // What is read from a file is masked as of its day as well, and comes to the same.
    let wording = serde_json::json!({"on": day, "title": raw, "text": raw});
    let read: Wording = serde_json::from_value(wording).unwrap();
    assert_eq!(read.text, looked.text);
    assert_eq!(
        Masked::text_on(&Text::new(looked.text.as_str()).unwrap(), day),
        looked.text
    );
    looked.text.as_str().to_owned()
}

#[test]
fn whoever_is_under_eighteen_on_the_day_of_the_posting_keeps_the_surname_alone() {
    for (raw, masked) in [
        ("马小强，男，2008年11月29日生", "2026-11-28"),
        ("马小强，男，2008年11月生", "2026-11-28"),
        ("马小强，2008年出生", "2026-11-28"),
        ("马小强，2012年出生", "2030-11-28"),
        ("马小强，20150312出生", "2033-03-11"),
    ] {
        assert_eq!(on(raw, masked), raw.replace("马小强", "马某"), "{raw}");
    }
    for (raw, grown) in [
        ("马小强，男，2008年11月28日生", "2026-11-28"),
        ("马小强，男，2008年10月生", "2026-11-28"),
        ("马小强，2007年出生", "2026-11-28"),
        ("马小强，2012年出生", "2031-01-01"),
        ("马小强，20150312出生", "2033-03-12"),
        ("Ma Xiaoqiang, born in 2007", "2026-11-28"),
    ] {
        assert_eq!(on(raw, grown), raw, "{raw}");
    }
}

#[test]
fn a_day_of_birth_is_found_however_it_is_said() {
    for said in [
        "（2015年3月生）",
        "，2015年3月生",
        "，男，2015年3月生",
        "，男，汉族，2015年3月生",
        " 男 2015年3月生",
        "2015年3月生",
        "，2015年出生",
        "2015年出生",
        "（2015年出生）",
        "，生于2015年",
        "生于2015年",
        "（生于2015年）",
        "，生于2015年3月，柳沟村人",
        "出生于2015年",
        "，2015-03出生",
        " | 男 | 2015年3月",
    ] {
        let raw = format!("马小强{said}");
        assert_eq!(on(&raw, "2026-11-28"), format!("马某{said}"));
    }
    for raw in [
        "张家湾2015年出生人口3人",
        "全村2015年出生12人",
        "柳沟小学2015年建成",
        "王桂英，村书记，2015年3月入党",
        "水塔2015年3月生效",
    ] {
        assert_eq!(on(raw, "2026-11-28"), raw);
    }
}
