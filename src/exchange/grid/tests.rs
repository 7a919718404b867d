#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use proptest::prelude::*;
use std::io::{Cursor, Read};

fn grid(rows: Vec<Vec<Cell>>) -> Grid {
    Grid {
        name: "报表".to_owned(),
        head: "=云溪片区 2026年第4季度报表".to_owned(),
        rows,
        foot: vec!["=foot".to_owned()],
    }
}

fn day() -> chrono::NaiveDate {
    "2026-12-31".parse().unwrap()
}

/// Opens a workbook again and returns the text of one of its parts.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn numbers_are_numbers_and_formulas_are_words() {
    let rows = vec![
        vec![Cell::text("指标"), Cell::text("本期")],
        vec![Cell::text("=1+1"), Cell::Count(475)],
        vec![Cell::text("＠SUM"), Cell::Money(276_500_050)],
        vec![Cell::Empty, Cell::Count(u64::MAX)],
    ];
    // The control: plain words and numbers stay as they are.
    let text = csv(&grid(rows.clone()));
    assert_eq!(
        text,
        "\u{FEFF}'=云溪片区 2026年第4季度报表\r\n指标,本期\r\n'=1+1,475\r\n'＠SUM,2765000.50\r\n,18446744073709551615\r\n'=foot\r\n"
    );
    let bytes = xlsx(&[grid(rows)], day()).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<v>475</v>"), "{sheet}");
    assert!(sheet.contains("<v>2765000.5</v>"), "{sheet}");
    assert!(!sheet.contains("<f>"), "a formula: {sheet}");
    let strings = part(&bytes, "xl/sharedStrings.xml");
    for words in [
        "'=1+1",
        "'＠SUM",
        "'=foot",
        "'=云溪片区 2026年第4季度报表",
        "18446744073709551615",
    ] {
        assert!(
            strings.contains(&format!(">{words}</t>")),
            "{words}: {strings}"
        );
    }
}

#[test]
fn a_day_is_a_date_that_a_spreadsheet_reckons_with() {
    let rows = vec![
        vec![Cell::text("日期")],
        vec![Cell::Day("2026-11-23".parse().unwrap())],
        vec![Cell::Day("1899-12-30".parse().unwrap())],
    ];
    assert_eq!(
        csv(&grid(rows.clone())).lines().nth(2).unwrap(),
        "2026-11-23"
    );
    let bytes = xlsx(&[grid(rows)], day()).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    // Days since the end of 1899, shown by a form of their own.
    assert!(sheet.contains("<v>46349</v>"), "{sheet}");
    let styles = part(&bytes, "xl/styles.xml");
    assert!(
        styles.contains("yyyy\\-mm\\-dd") || styles.contains("yyyy-mm-dd"),
        "{styles}"
    );
    // What no spreadsheet knows stands there as words.
    let strings = part(&bytes, "xl/sharedStrings.xml");
    assert!(strings.contains("1899-12-30"), "{strings}");
}

/// Printed, a sheet says whose it is and of when on every page, across and no wider than one.
#[test]
fn a_sheet_is_printed_across_on_pages_with_its_head_and_the_names_of_its_figures() {
    let rows = vec![
        vec![Cell::text("指标"), Cell::text("本期")],
        vec![Cell::text("会议"), Cell::Count(2)],
    ];
    let mut headed = grid(rows.clone());
    headed.foot = vec!["注".repeat(90)];
    let headless = Grid {
        name: "台账".to_owned(),
        rows,
        ..Grid::default()
    };
    let bytes = xlsx(&[headed, headless], day()).unwrap();
    let book = part(&bytes, "xl/workbook.xml");
    // The head and the row that names the columns; where there is no head, that row alone.
    for (at, repeated) in [(0, "报表!$A:$A,报表!$1:$2"), (1, "台账!$A:$A,台账!$1:$1")] {
        let names =
            format!("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{at}\">{repeated}<");
        assert!(book.contains(&names), "{names}: {book}");
        let sheet = part(&bytes, &format!("xl/worksheets/sheet{}.xml", at + 1));
        for set in [
            "<pageSetUpPr fitToPage=\"1\"/>",
            "fitToHeight=\"0\" orientation=\"landscape\"",
            "paperSize=\"9\"",
        ] {
            assert!(sheet.contains(set), "{set}: {sheet}");
        }
    }
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("ySplit=\"2\""), "{sheet}");
    // A note is as wide as the table, on as many rows as it wants.
    assert!(sheet.contains("<mergeCell ref=\"A5:B5\"/>"), "{sheet}");
    assert!(sheet.contains("ht=\"144\""), "{sheet}");
}

#[test]
fn the_same_tables_are_the_same_bytes() {
    let grids = [grid(vec![vec![Cell::text("一"), Cell::Count(1)]])];
    let bytes = xlsx(&grids, day()).unwrap();
    assert_eq!(bytes, xlsx(&grids, day()).unwrap());
    let properties = part(&bytes, "docProps/core.xml");
    assert!(properties.contains("2026-12-31T00:00:00Z"), "{properties}");
}

#[test]
fn sheets_have_names_of_their_own() {
    let named = |name: &str| Grid {
        name: name.to_owned(),
        ..Grid::default()
    };
    let names = ["a/b", "A b", "", "History", "'x'", &"长".repeat(40)];
    let bytes = xlsx(&names.map(named), day()).unwrap();
    let book = part(&bytes, "xl/workbook.xml");
    for (at, name) in (1..).zip(["a b", "2", "3", "4", "x", &"长".repeat(31)]) {
        let sheet = format!("<sheet name=\"{name}\" sheetId=\"{at}\"");
        assert!(book.contains(&sheet), "{sheet}: {book}");
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_a_workbook_without_formulas(words in ".{0,40}", name in ".{0,40}") {
        let grids = [Grid { name, rows: vec![vec![Cell::text(words.clone())]], ..Grid::default() }];
        let bytes = xlsx(&grids, day()).unwrap();
        prop_assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
        let text = csv(&grids[0]);
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
        let cell = reader.records().next().map(|row| row.unwrap()[0].to_owned()).unwrap_or_default();
        prop_assert!(!cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']), "{}", cell);
    }
}
