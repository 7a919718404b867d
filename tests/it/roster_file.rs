//! Roster files of every bad kind: each fault with its line, its column and what to do about it.

use chrono::NaiveDate;
use lianxi::domain::World;
use lianxi::exchange::roster::{Intake, MOST_BYTES, MOST_ROWS, RowFault, read};
use lianxi::i18n::Language;
use lianxi::i18n::roster_faults::{cleaned, sentence};
use std::fs;
use std::path::Path;

fn take(bytes: &[u8]) -> Result<Intake, Vec<RowFault>> {
    let mut number = 0;
    let from = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    read(bytes, &World::default(), from, &mut || {
        number += 1;
        format!("id-{number}")
    })
}

fn fixture(name: &str) -> Vec<u8> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read(home.join("tests/fixtures/roster").join(name)).unwrap()
}

/// Says line, column and the name of the cause of every fault.
fn told(bytes: &[u8]) -> Vec<String> {
    let faults = take(bytes).err().unwrap_or_default();
    faults.iter().map(brief).collect()
}

fn brief(fault: &RowFault) -> String {
    let cause = format!("{:?}", fault.cause);
    let name = cause.split([' ', '{']).next().unwrap_or_default();
    let column = fault.column.as_deref().unwrap_or("-");
    format!("{} {column} {name}", fault.line)
}

#[test]
fn a_good_file_is_taken_in() {
    for name in ["good-zh.csv", "good-en.csv"] {
        let intake = take(&fixture(name)).unwrap();
        assert_eq!((intake.rows, intake.commands.len()), (7, 16), "{name}");
        assert_eq!(intake.cleaned, []);
    }
}

#[test]
fn every_fault_of_a_file_is_told_at_once() {
    let faults = take(&fixture("bad.csv")).unwrap_err();
    for language in Language::ALL {
        let said: Vec<String> = faults.iter().map(|f| sentence(language, f)).collect();
        insta::with_settings!({ snapshot_suffix => language.tag(), omit_expression => true }, {
            insta::assert_snapshot!("roster_bad", said.join("\n"));
        });
    }
}

#[test]
fn files_and_the_faults_expected() {
    let lead = "东集村,李秀英,书记,是\n";
    for (text, expected) in [
        (String::new(), vec!["1 - Empty"]),
        ("\u{feff} \n\n".into(), vec!["1 - Empty"]),
        ("村,姓名,职务\n".into(), vec!["1 - NoRows"]),
        ("东集村,李秀英,书记\n".into(), vec!["1 - NoHeader"]),
        ("村;姓名;职务\n东集村;甲;乙\n".into(), vec!["1 - NotCommas"]),
        ("村|姓名|职务\n".into(), vec!["1 - NotCommas"]),
        ("村\t姓名\t职务\n".into(), vec!["1 - NoRows"]),
        (
            "\n\n村,Village,电话,姓名\n东集村,,139,甲\n".into(),
            vec![
                "3 - DuplicateColumn",
                "3 - UnknownColumn",
                "3 - MissingColumn",
            ],
        ),
        (
            format!("村,姓名,职务,领建村\n{lead}\r\n\r西集村,甲\n西集村,甲,乙,,,多\n"),
            vec!["5 - HalfRow", "6 - NoHeading"],
        ),
        (
            format!("村,姓名,职务,领建村\n{lead}西集村,,委员,\n西集村,甲, ,可能\n"),
            vec!["3 姓名 Missing", "4 职务 Missing", "4 领建村 NotYesOrNo"],
        ),
        (
            format!("村,姓名,职务,领建村\n{lead}西集村,\"甲\n乙\",委员,\n西集村,\"丙,委员,\n"),
            vec!["3 姓名 SpansLines", "5 - Unclosed"],
        ),
        (
            format!(
                "村,姓名,职务,领建村\n{lead}{}",
                "西集村,甲,委员,是\n片区,乙,委员,是\n西集村,丙,委员,否\n"
            ),
            vec![
                "3 领建村 TwoLeads",
                "4 领建村 LeadOfArea",
                "5 领建村 LeadDisputed",
            ],
        ),
        ("村,姓名,职务\n东集村,甲,委员\n".into(), vec!["1 - NoLead"]),
        ("村,姓名,职务\n片区,甲,委员\n".into(), vec![]),
        (
            format!("村,姓名,职务,领建村\n{lead}东集村,李 秀英,书 记,\n东 集村,甲,委员,\n"),
            vec!["3 职务 SeatTwice", "4 村 LooksLike"],
        ),
        (
            "村,姓名,职务,领建村,席位,起,止,计入\n\
             东集村,甲,书记,是,主席,2026-02-30,15,是\n\
             东集村,甲,委员,,,2026-01-02,2026-01-01,是\n\
             东集村,乙,委员,,列席,周五,,是\n"
                .into(),
            vec![
                "2 席位 UnknownCapacity",
                "2 起 NotADay",
                "2 止 NotADay",
                "3 止 EndsBeforeItBegins",
                "3 计入 CountsTwice",
                "4 起 NotADay",
                "4 计入 ObserverCounts",
            ],
        ),
        (
            format!(
                "村,姓名,职务,领建村\n{lead}东集村,{},委员,\n",
                "甲".repeat(401)
            ),
            vec!["3 姓名 TooLong"],
        ),
    ] {
        let found = told(text.as_bytes());
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn what_is_no_text_is_told_from_what_is_no_roster() {
    // 村,姓名 as Windows in China writes it without being asked.
    assert_eq!(
        told(b"a\r\nb\r\xb4\xe5,\xd0\xd5\xc3\xfb\n"),
        ["3 - NotUtf8"]
    );
    assert_eq!(told(b"\xff\xfe\x51\x67\x0a"), ["1 - CutUtf16"]);
    assert_eq!(told(b"PK\x03\x04..."), ["1 - Workbook"]);
}

#[test]
fn limits_are_told_before_anything_is_read() {
    assert_eq!(told(&vec![b','; MOST_BYTES + 1]), ["1 - TooLarge"]);
    assert_eq!(
        told(&"x,".repeat(100_000).into_bytes()),
        ["1 - TooManyColumns"]
    );
    let rows = "片区,甲,委员\n".repeat(MOST_ROWS + 5);
    let faults = told(format!("村,姓名,职务\n{rows}").as_bytes());
    let line = MOST_ROWS + 2;
    assert!(
        faults.contains(&format!("{line} - TooManyRows")),
        "{:?}",
        faults.last()
    );
}

#[test]
fn every_line_of_a_cut_file_is_told_or_taken() {
    let whole = fixture("good-zh.csv");
    for end in 0..whole.len() {
        if let Ok(intake) = take(whole.get(..end).unwrap()) {
            assert!(intake.rows <= 7);
        }
    }
}

#[test]
fn no_sentence_drives_a_terminal() {
    for payload in [
        "\u{1b}]0;x\u{7}",
        "\u{9b}2J",
        "\u{202e}",
        "\u{200b}",
        "\r\u{8}",
        "\u{e0041}",
    ] {
        let hostile = format!(
            "{payload},村,姓名,职务,起,领建村,领{payload}\n\
             x,{payload},甲{payload},{payload}乙,{payload}9,{payload}?,\n"
        );
        let faults = take(hostile.as_bytes()).unwrap_err();
        let good = format!("村,姓名,职务,领建村\n东集村{payload},甲,乙,是\n");
        let notes = take(good.as_bytes()).map_or_else(|_| Vec::new(), |intake| intake.cleaned);
        for language in Language::ALL {
            let said = faults.iter().map(|fault| sentence(language, fault));
            for said in said.chain(notes.iter().map(|note| cleaned(language, note))) {
                assert!(
                    !said.chars().any(lianxi::domain::text::dangerous),
                    "{said:?}"
                );
            }
        }
    }
}
