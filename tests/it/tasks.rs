//! `lianxi tasks` as a shell meets it: everything that becomes of a follow-up, and what is refused.

use crate::shell::{Answer, EN, ZH, sample};
use std::path::Path;

fn run(folder: &Path, language: &str, arguments: &[&str]) -> Answer {
    sample(folder, language, &[&["tasks"], arguments].concat())
}

#[test]
fn a_follow_up_is_told_done_signed_rated_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let does = |arguments: &[&str]| {
        let (code, out, err) = run(folder.path(), ZH, arguments);
        assert_eq!(code, 0, "{arguments:?}: {err}");
        out + &err
    };
    let list = does(&["list"]);
    assert!(
        list.contains("逾期 · 未启动") && list.contains("久未定期"),
        "{list}"
    );
    assert!(!list.contains("核实四村"), "{list}");
    // What is due later says when: the list has no column of days.
    let later = list.lines().find(|it| it.contains("河湾村按程序表决"));
    assert!(
        later.is_some_and(|it| it.ends_with("时限 2026年12月13日 周日")),
        "{list}"
    );
    assert!(does(&["list", "--closed"]).contains("已销号"));
    let here = does(&["list", "--village", "柳沟村"]);
    assert!(
        here.contains("冷库选址") && !here.contains("灌渠"),
        "{here}"
    );
    assert!(does(&["note", "灌渠清淤", "已清到第三段"]).contains("已清到第三段"));
    let slip = does(&["remind", "灌渠清淤", "冷库两个容量"]);
    for words in [
        "催办单",
        "催办〔2026〕1号",
        "催办〔2026〕2号",
        "已清到第三段",
        "12 天",
    ] {
        assert!(slip.contains(words), "{words}: {slip}");
    }
    assert!(does(&["slip", "2026-2", "--text"]).contains("冷库两个容量"));
    assert!(does(&["finish", "灌渠清淤", "--evidence", "照片"]).contains("办结待审"));
    let signed = [
        "sign",
        "灌渠清淤",
        "--by",
        "丁守业",
        "--paper",
        "督办卡第3号",
    ];
    assert!(does(&signed).contains("销号"));
    assert!(does(&["rate", "灌渠清淤", "1", "0", "2"]).contains("满意度"));
    let shown = does(&["show", "灌渠清淤"]);
    for words in ["建议复号", "丁守业签批", "督办卡第3号", "照片", "不满意 2"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let again = [
        "reopen",
        "灌渠清淤",
        "--to",
        "2026-12-20",
        "--reason",
        "不满意",
    ];
    assert!(does(&again).contains("复号"));
    assert!(does(&["suspend", "灌渠清淤", "--reason", "等资金"]).contains("中止"));
    assert!(does(&["resume", "灌渠清淤"]).contains("恢复办理"));
    let both = [
        "finish",
        "灌渠清淤",
        "--by",
        "丁守业",
        "--paper",
        "督办卡第4号",
    ];
    assert!(does(&both).contains("销号"));
}

#[test]
fn who_leads_and_who_answers_for_it_there_are_entered_apart_and_changed_apart() {
    for (language, lead) in [(ZH, "牵头 镇水利站"), (EN, "镇水利站")] {
        let folder = tempfile::tempdir().unwrap();
        let does = |arguments: &[&str]| {
            let (code, out, err) = run(folder.path(), language, arguments);
            assert_eq!(code, 0, "{arguments:?}: {err}");
            out + &err
        };
        let line = "add 修水渠 --lead 镇水利站 --person 老周 --village 河湾村 \
                    --part 柳沟村=清下游一段 --part 上坪村 --signer 丁守业 --source concern \
                    --due 2026-12-01 --matter 2026-1";
        let add: Vec<&str> = line.split_whitespace().collect();
        assert!(does(&add).contains("修水渠"));
        let shown = || does(&["show", "修水渠"]);
        let told = shown();
        for words in [lead, "老周", "河湾村", "清下游一段", "上坪村", "丁守业"] {
            assert!(told.contains(words), "{words}: {told}");
        }
        let list = does(&["list"]);
        let row = list.lines().find(|row| row.contains("修水渠")).unwrap();
        assert!(row.contains("老周") && row.contains("2026"), "{list}");
        // The person goes and the body stays; an owner of the roster comes in.
        does(&["edit", "修水渠", "--person", "", "--owner", "丁守业"]);
        let told = shown();
        assert!(!told.contains("老周") && told.contains(lead), "{told}");
        assert!(told.contains("清下游一段"), "{told}");
        does(&["edit", "修水渠", "--what", "修好水渠", "--lead", "县水利局"]);
        let told = does(&["show", "修好水渠"]);
        assert!(
            told.contains("县水利局") && !told.contains("镇水利站"),
            "{told}"
        );
        // A date that stands is moved with a reason, never overwritten.
        let (code, _, err) = run(
            folder.path(),
            language,
            &["edit", "修好水渠", "--due", "2026-12-09"],
        );
        assert_eq!(code, 1, "{err}");
    }
}

#[test]
fn what_cannot_be_says_why_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, code, zh, en) in [
        (&["show", "没有这件"][..], 2, "没有督办事项", "No follow-up"),
        (&["show", "冷库"], 2, "有几件", "fits several"),
        (
            &["sign", "灌渠", "--by", "丁守业", "--paper", "督办卡"],
            1,
            "还没有报办结",
            "not reported as done",
        ),
        (
            &["note", "灌渠", "进展", "--on", "2026-12-01"],
            2,
            "还没有到",
            "still to come",
        ),
        (
            &["part", "灌渠", "没有村", "--done"],
            2,
            "没有村",
            "no village",
        ),
        (
            &["part", "灌渠", "柳沟村", "--done"],
            1,
            "没有分工",
            "no part in it",
        ),
        (&["part", "灌渠", "柳沟村"], 2, "--done", "--done"),
        (
            &["reopen", "核实四村", "--to", "2026-11-01", "--reason", "错"],
            1,
            "已经过了",
            "over already",
        ),
        (
            &["move", "灌渠", "--to", "2026-01-01", "--reason", "错"],
            1,
            "已经过了",
            "over already",
        ),
        (
            &["add", "修泵", "--due", "2026-01-01"],
            1,
            "已经过了",
            "over already",
        ),
        // What is over is there, and may be taken up again.
        (
            &["finish", "核实四村"],
            1,
            "lianxi tasks reopen",
            "lianxi tasks reopen",
        ),
        (
            &["part", "核实四村", "柳沟村", "--done"],
            1,
            "lianxi tasks reopen",
            "lianxi tasks reopen",
        ),
        (
            &["part", "灌渠", "柳沟村", "--done", "--note", "好"],
            2,
            "一起写",
            "together",
        ),
        (&["slip", "2026-9"], 2, "没有催办单", "No reminder"),
        (&["finish", "灌渠", "--by", "丁守业"], 2, "", ""),
    ] {
        for (language, words) in [(ZH, zh), (EN, en)] {
            let (found, out, err) = run(folder.path(), language, arguments);
            assert_eq!(found, code, "{arguments:?}: {out}{err}");
            assert!(err.contains(words), "{arguments:?}: {err}");
        }
    }
}

#[test]
fn hostile_words_stay_words() {
    let folder = tempfile::tempdir().unwrap();
    for payload in [
        "\u{1b}[31m红",
        "\u{202e}倒",
        "=1+1",
        "|a|\n|b|",
        "\u{200b}零",
    ] {
        let (code, _, err) = run(folder.path(), ZH, &["note", "灌渠", payload]);
        assert_eq!(code, 0, "{payload:?}: {err}");
        let (_, out, err) = run(folder.path(), ZH, &["remind", "灌渠", "--to", payload]);
        let (_, shown, _) = run(folder.path(), ZH, &["show", "灌渠"]);
        for text in [&out, &err, &shown] {
            let bad = text.chars().find(|c| {
                matches!(c, '\u{1b}' | '\u{202e}' | '\u{200b}') || c.is_control() && *c != '\n'
            });
            assert_eq!(bad, None, "{payload:?}: {text:?}");
        }
    }
    // The control: the words themselves are there.
    let (_, shown, _) = run(folder.path(), ZH, &["show", "灌渠"]);
    assert!(shown.contains("=1+1") && shown.contains('红'), "{shown}");
}
