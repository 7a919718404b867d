//! `lianxi ledgers` and `lianxi report` as a shell meets them, in both languages; and that lines are
//! undone, told of and kept apart like everything else.

use crate::shell::{Answer, EN, ZH, answer, program};
use std::fs;
use std::io::{Cursor, Read};

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Runs with the sample committee.
    fn run(&self, language: &str, arguments: &[&str]) -> Answer {
        let data = self.0.path().join("data");
        let mut program = program(&data, language);
        let sample = ["--committee", "sample"];
        answer(
            program
                .args(sample)
                .args(arguments)
                .current_dir(self.0.path()),
        )
    }

    #[track_caller]
    fn fine(&self, language: &str, arguments: &[&str]) -> String {
        let (code, out, err) = self.run(language, arguments);
        assert_eq!(code, 0, "{arguments:?} {out} {err}");
        out
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.path().join(name)).unwrap()
    }
}

/// Returns the row of a table that begins with a word, cell by cell.
#[track_caller]
fn row(csv: &str, first: &str) -> Vec<String> {
    let found = csv.lines().find(|line| {
        let line = line.trim_start_matches('\u{FEFF}');
        line.split(',').next() == Some(first)
    });
    let line = found.unwrap_or_else(|| panic!("{first}: {csv}"));
    line.split(',').map(ToOwned::to_owned).collect()
}

#[test]
fn a_line_that_is_entered_stands_in_the_list_and_in_the_report() {
    for (language, concerns, words) in [
        (ZH, "解决急难愁盼", "记入台账"),
        (EN, "Concerns settled", "Entered"),
    ] {
        let desk = Desk::new();
        let report = ["report", "--period", "2026-Q4", "--format", "csv"];
        let before = row(&desk.fine(language, &report), concerns);
        let add = [
            "ledgers",
            "add",
            "concern",
            "修桥",
            "--on",
            "2026-11-02",
            "--until",
            "2026-11-05",
            "--village",
            "河湾村",
            "--village",
            "柳沟村",
            "--number",
            "3",
        ];
        let (code, _, err) = desk.run(language, &add);
        assert!(code == 0 && err.contains(words), "{err}");
        every_figure(&desk, language);
        let list = desk.fine(language, &["ledgers", "list", "--kind", "concern"]);
        assert!(list.contains("2026-11-02  修桥"), "{list}");
        let after = row(&desk.fine(language, &report), concerns);
        let number = |row: &[String], at: usize| row[at].parse::<u64>().unwrap();
        // Unit, period, to date, four villages, from: once for the area, once in each of the two.
        for (at, more) in [(2, 3), (3, 3), (4, 0), (5, 3), (6, 3), (7, 0)] {
            assert_eq!(
                number(&after, at),
                number(&before, at) + more,
                "{at} {after:?} {before:?}"
            );
        }
        let of_village = desk.fine(language, &[&report[..], &["--village", "河湾村"]].concat());
        assert_eq!(row(&of_village, concerns)[2], after[5]);
        let other = desk.fine(
            language,
            &["report", "--period", "2026-Q2", "--format", "csv"],
        );
        assert_eq!(row(&other, concerns)[2], "0");
    }
}

/// Splits a row of a table; a comma between quotes is none between cells.
fn cells(row: &str) -> Vec<String> {
    let parts = row.split('"').enumerate();
    let joined: String = parts
        .map(|(at, part)| match at % 2 {
            0 => part.replace(',', "\t"),
            _ => part.to_owned(),
        })
        .collect();
    joined.split('\t').map(ToOwned::to_owned).collect()
}

/// Enters what each ledger asks for, and finds it in the table; what it does not ask for is refused.
fn every_figure(desk: &Desk, language: &str) {
    let both = ["--village", "河湾村", "--village", "柳沟村"];
    let shares = ["--share", "河湾村=600", "--share", "柳沟村=400"];
    let company = [
        &[
            "ledgers",
            "add",
            "company",
            "联办果品公司",
            "--on",
            "2024-05-01",
        ][..],
        &both,
        &["--amount", "1000", "--jobs", "26", "--until", "2199-01-01"],
        &shares,
    ]
    .concat();
    let yielded = [
        &[
            "ledgers",
            "add",
            "yield",
            "三季度收益",
            "--on",
            "2026-11-03",
        ][..],
        &both,
        &["--amount", "90.5", "--household-income", "12.34"],
    ]
    .concat();
    let visit = "ledgers add visit 腊月入户走访 --households 17 --persons 61";
    let visit: Vec<&str> = visit.split(' ').collect();
    for add in [&company, &yielded, &visit] {
        let (code, _, err) = desk.run(language, add);
        assert_eq!(code, 0, "{add:?}: {err}");
    }
    let table = desk.fine(language, &["ledgers", "list", "--format", "csv"]);
    let line = |what: &str| table.lines().find(|row| row.contains(what)).unwrap();
    for (what, all) in [
        ("联办果品公司", &["1000", "26", "2199-01-01"][..]),
        ("三季度收益", &["90.5", "12.34"]),
        ("腊月入户走访", &["17", "61"]),
    ] {
        for figure in all {
            assert!(line(what).contains(figure), "{figure}: {}", line(what));
        }
    }
    // What each village has of a sum stands under its name.
    let rows: Vec<Vec<String>> = table.lines().map(cells).collect();
    let of = |what: &str, village: &str| {
        // The names of the columns stand below whose table it is.
        let at = rows[1]
            .iter()
            .position(|head| head.contains(village) && head.contains(['元', 'y']));
        let row = rows
            .iter()
            .find(|row| row.iter().any(|cell| cell == what))
            .unwrap();
        row[at.unwrap_or_else(|| panic!("{village}: {table}"))].to_owned()
    };
    assert_eq!(of("联办果品公司", "河湾村"), "600.00");
    assert_eq!(of("联办果品公司", "柳沟村"), "400.00");
    assert_eq!(of("三季度收益", "河湾村"), "");
    let list = desk.fine(language, &["ledgers", "list", "--kind", "company"]);
    assert!(
        list.contains("河湾村 600 ") && list.contains("柳沟村 400 "),
        "{list}"
    );
    let refused = "ledgers add visit 走访 --jobs 3";
    let refused: Vec<&str> = refused.split(' ').collect();
    assert_ne!(desk.run(language, &refused).0, 0);
    let unequal = "ledgers add company 公司 --village 河湾村 --amount 5 --share 河湾村=6";
    let unequal: Vec<&str> = unequal.split(' ').collect();
    assert_ne!(desk.run(language, &unequal).0, 0);
}

#[test]
fn the_report_is_read_as_words_as_a_table_and_as_a_workbook() {
    for (language, income, not_kept, head) in [
        (
            ZH,
            "集体收入",
            "未建账",
            "【样例】榆河片区联合党委 2026年报表 · ",
        ),
        (
            EN,
            "Collective income",
            "not kept",
            "[SAMPLE] 榆河片区联合党委: report for 2026 · ",
        ),
    ] {
        let desk = Desk::new();
        let text = desk.fine(language, &["report", "--period", "2026"]);
        let line = text.lines().find(|line| line.starts_with(income)).unwrap();
        assert!(line.contains("174500") && line.contains('#'), "{line}");
        assert!(text.contains(not_kept), "{text}");
        let csv = desk.fine(language, &["report", "--period", "2026", "--format", "csv"]);
        assert_eq!(row(&csv, income)[2], "174500.00");
        // Whose it is, of when and of which village, and that it is invented: on whatever is handed on.
        let first = |of: &str| {
            of.trim_start_matches('\u{FEFF}')
                .lines()
                .next()
                .unwrap()
                .to_owned()
        };
        assert!(
            first(&csv).starts_with(head) && first(&text) == first(&csv),
            "{csv} {text}"
        );
        let village = [
            "report",
            "--period",
            "2026",
            "--format",
            "csv",
            "--village",
            "河湾村",
        ];
        assert_eq!(
            first(&desk.fine(language, &village)),
            format!("{head}河湾村")
        );
        // A workbook wants a file, and one that is there is left alone.
        let workbook = ["report", "--period", "2026", "--format", "xlsx"];
        let (code, out, err) = desk.run(language, &workbook);
        assert!(code == 2 && out.is_empty() && err.contains("--to"), "{err}");
        let to = |name| [&workbook[..], &["--to", name]].concat();
        desk.fine(language, &to("a.xlsx"));
        assert_eq!(desk.run(language, &to("a.xlsx")).0, 3);
        desk.fine(language, &to("b.xlsx"));
        let bytes = desk.bytes("a.xlsx");
        assert_eq!(bytes, desk.bytes("b.xlsx"), "the same report, other bytes");
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut sheet = String::new();
        let part = "xl/worksheets/sheet1.xml";
        zip.by_name(part)
            .unwrap()
            .read_to_string(&mut sheet)
            .unwrap();
        assert!(sheet.contains("<v>174500</v>"), "{sheet}");
    }
}

#[test]
fn formulas_typed_into_a_ledger_are_words_wherever_they_are_written() {
    let desk = Desk::new();
    for what in ["=1+1", "+86", "-2", "@SUM(A1)", "＝1"] {
        let note = format!("--note={what}");
        let add = [
            "ledgers",
            "add",
            "worthy",
            "--on",
            "2026-11-01",
            &note,
            "--",
            what,
        ];
        desk.fine(ZH, &add);
    }
    let csv = desk.fine(
        ZH,
        &["ledgers", "list", "--kind", "worthy", "--format", "csv"],
    );
    for cell in csv.lines().skip(1).flat_map(|line| line.split(',')) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '＝']), "{csv}");
    }
    assert!(csv.contains("'=1+1"), "{csv}");
    let list = ["ledgers", "list", "--format", "xlsx", "--to", "lines.xlsx"];
    desk.fine(ZH, &list);
    let mut zip = zip::ZipArchive::new(Cursor::new(desk.bytes("lines.xlsx"))).unwrap();
    let mut sheet = String::new();
    let part = "xl/worksheets/sheet1.xml";
    zip.by_name(part)
        .unwrap()
        .read_to_string(&mut sheet)
        .unwrap();
    assert!(!sheet.contains("<f>"), "{sheet}");
}

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    let desk = Desk::new();
    let cases: [(&[&str], i32, &str, &str); 7] = [
        (
            &["ledgers", "add", "credit", "扫雪"],
            1,
            "积分办法",
            "Credit schemes",
        ),
        (
            &["ledgers", "add", "grid", "一号网格", "--amount", "5"],
            1,
            "不记金额",
            "has no money",
        ),
        (
            &["ledgers", "add", "grid", "一号网格", "--village", "东村"],
            2,
            "没有叫",
            "There is no village",
        ),
        (
            &["ledgers", "add", "grid", "  "],
            2,
            "<WHAT> 不能空着",
            "<WHAT> must not be empty",
        ),
        (
            &["ledgers", "add", "company", "公司", "--amount", "1.005"],
            2,
            "1.005",
            "1.005",
        ),
        (&["ledgers", "add", "nothing", "x"], 2, "nothing", "nothing"),
        (&["report", "--period", "2026-Q5"], 2, "2026-Q5", "2026-Q5"),
    ];
    for (arguments, exit, zh, en) in cases {
        for (language, words) in [(ZH, zh), (EN, en)] {
            let (code, out, err) = desk.run(language, arguments);
            assert_eq!((code, out.as_str()), (exit, ""), "{arguments:?} {err}");
            assert!(err.contains(words), "{arguments:?} {err}");
        }
    }
}

#[test]
fn every_ledger_is_named_in_both_languages() {
    let desk = Desk::new();
    let (zh, en) = (
        desk.fine(ZH, &["ledgers", "kinds"]),
        desk.fine(EN, &["ledgers", "kinds"]),
    );
    assert_eq!(zh.lines().count(), 19);
    assert_eq!(en.lines().count(), 19);
    assert!(
        zh.contains("共富公司") && en.contains("Companies"),
        "{zh}{en}"
    );
}

#[test]
fn the_lines_stand_in_one_order_in_text_and_tables() {
    for (language, later, sooner) in [(ZH, "乙网格", "甲网格"), (EN, "乙网格", "甲网格")]
    {
        let desk = Desk::new();
        // The ledger that is listed first has the later day.
        desk.fine(
            language,
            &["ledgers", "add", "grid", later, "--on", "2026-03-02"],
        );
        desk.fine(
            language,
            &["ledgers", "add", "grid", sooner, "--on", "2026-03-01"],
        );
        let volunteers = [
            "ledgers",
            "add",
            "company",
            "粮油公司",
            "--on",
            "2026-11-20",
        ];
        desk.fine(language, &volunteers);
        let list = ["ledgers", "list", "--period", "2026"];
        let text = desk.fine(language, &list);
        let csv = desk.fine(language, &[&list[..], &["--format", "csv"]].concat());
        let places = |of: &str| -> Vec<usize> {
            let found = ["粮油公司", sooner, later].map(|it| of.find(it).unwrap());
            found.into()
        };
        for said in [text, csv] {
            let places = places(&said);
            assert!(places.is_sorted(), "{places:?}: {said}");
        }
        let sheet = [&list[..], &["--format", "xlsx", "--to", "lines.xlsx"]].concat();
        desk.fine(language, &sheet);
        let mut zip = zip::ZipArchive::new(Cursor::new(desk.bytes("lines.xlsx"))).unwrap();
        let mut text = String::new();
        let mut part = zip.by_name("xl/worksheets/sheet1.xml").unwrap();
        part.read_to_string(&mut text).unwrap();
        // The days are dates, not words: days since the end of 1899.
        for day in ["46346", "46082", "46083"] {
            assert!(text.contains(&format!("<v>{day}</v>")), "{day}: {text}");
        }
    }
}
