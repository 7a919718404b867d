//! Roster files as the programs of a village office write them: every encoding, told or read.

use chrono::NaiveDate;
use encoding_rs::GB18030;
use lianxi::domain::World;
use lianxi::exchange::roster::{Cause, Draft, Intake, RowFault, Wording, read};
use proptest::prelude::*;

const COMMAS: &str = "村,姓名,职务,领建村\r\n东集村,李秀英,书记,是\r\n西集村,王镕,委员,\r\n";
const ENGLISH: &str = "village,name,role,lead\nEast,Ann Lee,secretary,yes\nWest,Bo Yi,member,\n";

fn take(bytes: &[u8]) -> Result<Intake, Vec<RowFault>> {
    let mut number = 0;
    let from = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    read(bytes, &World::default(), from, &mut || {
        number += 1;
        format!("id-{number}")
    })
}

fn marked(text: &str) -> Vec<u8> {
    [b"\xef\xbb\xbf", text.as_bytes()].concat()
}

fn gb(text: &str) -> Vec<u8> {
    let (bytes, _, lost) = GB18030.encode(text);
    assert!(!lost);
    bytes.into_owned()
}

fn wide(text: &str, little: bool, mark: bool) -> Vec<u8> {
    let mark = mark.then_some('\u{feff}').map(String::from);
    let text = mark.unwrap_or_default() + text;
    let units = text.encode_utf16().map(|unit| {
        if little {
            unit.to_le_bytes()
        } else {
            unit.to_be_bytes()
        }
    });
    units.flatten().collect()
}

/// Every way in which the same text is written.
fn ways(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with a mark", marked(text)),
        ("GB18030", gb(text)),
        ("UTF-16 LE", wide(text, true, true)),
        ("UTF-16 BE", wide(text, false, true)),
        ("UTF-16 LE without a mark", wide(text, true, false)),
        ("UTF-16 BE without a mark", wide(text, false, false)),
    ]
}

#[test]
fn the_same_roster_in_every_encoding_is_the_same() {
    // 㙍 and 𠮷 are in GB18030 and not in GBK.
    let rare = COMMAS.replace("东集村", "㙍头村").replace("王镕", "王𠮷");
    for text in [
        COMMAS.to_owned(),
        ENGLISH.to_owned(),
        rare,
        COMMAS.replace(',', "\t"),
    ] {
        let expected = take(text.as_bytes()).unwrap();
        assert_eq!(expected.rows, 2);
        for (way, bytes) in ways(&text) {
            let intake = take(&bytes).unwrap_or_else(|faults| panic!("{way}: {faults:?}"));
            assert_eq!(intake, expected, "{way}: {text}");
        }
    }
}

#[test]
fn lines_without_headings_in_every_encoding_become_the_same_draft() {
    let text = "东集村 李秀英 书记\r\n西集村　王　强　委员\r\n";
    let world = World::default();
    let expected = Draft::read(text.as_bytes(), &world, Wording::Chinese).unwrap();
    assert_eq!(expected.rows().len(), 2);
    // Wide letters without a mark and without a heading could be any text, and are no roster.
    for (way, bytes) in ways(text).into_iter().take(5) {
        let draft = Draft::read(&bytes, &world, Wording::Chinese);
        assert_eq!(draft.as_ref(), Ok(&expected), "{way}");
    }
}

#[test]
fn what_is_in_no_encoding_is_told_with_its_line() {
    let cause = |bytes: &[u8]| {
        let mut faults = take(bytes).unwrap_err();
        let fault = faults.remove(0);
        (fault.line, fault.cause)
    };
    let mut cut = wide(COMMAS, true, true);
    cut.pop();
    assert_eq!(cause(&cut), (1, Cause::CutUtf16));
    let damaged = [&COMMAS.as_bytes()[..40], b"\xff\xff\n"].concat();
    assert_eq!(cause(&damaged), (2, Cause::NotUtf8));
    let mut cut = gb(COMMAS);
    cut.truncate(cut.len() - 6);
    assert!(take(&cut).is_err());
    assert_eq!(cause(&gb("随便写的\n几行字\n")), (1, Cause::NotUtf8));
    assert_eq!(cause(b"\xef\xbb\xbf\xb4\xe5"), (1, Cause::NotUtf8));
    assert_eq!(cause(b"caf\xe9,b\n"), (1, Cause::NotUtf8));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_bytes_are_too_much(
        start in prop::sample::select(vec![
            &b""[..], b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", "村,姓名,职务\n".as_bytes(),
            b"\xb4\xe5,\xd0\xd5\xc3\xfb\n", b"village\tname\trole\n", "村 姓名 职务\n".as_bytes(),
        ]),
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        words in "[村甲乙 \t　,，、;\"\n\r1.]{0,60}",
    ) {
        for bytes in [[start, &bytes].concat(), [start, words.as_bytes()].concat()] {
            let _ = take(&bytes);
            if let Ok(draft) = Draft::read(&bytes, &World::default(), Wording::Chinese) {
                let from = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
                let judged = draft.judge(&World::default(), from, &mut || "id".to_owned());
                prop_assert_eq!(judged.rows.len(), draft.rows().len());
                prop_assert!(judged.good() || judged.commands.is_empty());
            }
        }
    }
}
