//! Every sentence can be said, and the checker finds what is wrong with one.
#![allow(clippy::unwrap_used)]

use super::check::{self, File, Side};
use super::emit::emit;
use super::{EVERY, FluentArgs, FluentResource, FluentValue, Language, bundle, cli, common};

fn file(side: Side, room: &str, text: &str) -> File {
    File {
        side,
        room: room.to_owned(),
        path: format!("{}/{room}.ftl", side.code()),
        text: text.to_owned(),
    }
}

fn faults(zh: &str, en: &str) -> Vec<String> {
    let files = [file(Side::Zh, "room", zh), file(Side::En, "room", en)];
    match check::check(&files) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

fn source(zh: &str, en: &str) -> String {
    let files = [file(Side::Zh, "room", zh), file(Side::En, "room", en)];
    check::check(&files).map_or_else(|f| format!("{f:?}"), |rooms| emit(&rooms, "src/i18n"))
}

#[test]
fn every_message_can_be_said_in_both_languages() {
    let values = [
        FluentValue::from(1),
        FluentValue::from(2),
        FluentValue::from("三"),
    ];
    assert!(EVERY.len() > 20);
    for (room, key, names) in EVERY {
        for language in Language::ALL {
            for value in &values {
                let arguments = names.iter().map(|n| (*n, value.clone())).collect();
                let mut errors = Vec::new();
                let said = room.try_say(language, key, arguments, &mut errors);
                assert!(errors.is_empty(), "{language} {key}: {errors:?}");
                assert!(
                    said.is_some_and(|s| !s.trim().is_empty()),
                    "{language} {key}"
                );
            }
        }
    }
}

#[test]
fn a_message_by_itself_says_what_it_says_in_its_room() {
    for (room, key, names) in EVERY {
        for (language, text) in [(Language::Zh, room.zh.text), (Language::En, room.en.text)] {
            let arguments =
                || FluentArgs::from_iter(names.iter().map(|n| (*n, FluentValue::from(2))));
            let mut whole = bundle(language);
            let resource = FluentResource::try_new(text.to_owned()).unwrap();
            whole.add_resource(resource).unwrap();
            let mut errors = Vec::new();
            let given = arguments();
            let pattern = whole.get_message(key).unwrap().value().unwrap();
            let said = whole.format_pattern(pattern, Some(&given), &mut errors);
            assert_eq!(
                room.try_say(language, key, arguments(), &mut errors)
                    .as_deref(),
                Some(&*said),
                "{language} {key}"
            );
        }
    }
}

#[test]
fn words_plurals_and_arguments() {
    assert_eq!(common::yes(Language::Zh), "是");
    assert_eq!(common::yes(Language::En), "Yes");
    assert_eq!(common::counted_people(Language::Zh, 1), "1 人");
    assert_eq!(common::counted_people(Language::En, 1), "1 person");
    assert_eq!(common::counted_people(Language::En, 12), "12 people");
    assert_eq!(common::of_total(Language::Zh, 2, 7), "第 2 项，共 7 项");
    assert_eq!(
        cli::file_unreadable(Language::En, "a.db", String::from("locked")),
        "Cannot read a.db: locked."
    );
}

#[test]
fn languages_have_names() {
    for raw in ["zh", "zh-CN", "zh_CN", " ZH-cn "] {
        assert_eq!(raw.parse(), Ok(Language::Zh));
    }
    assert_eq!("en".parse(), Ok(Language::En));
    assert!("fr".parse::<Language>().is_err());
    for language in Language::ALL {
        assert_eq!(language.to_string().parse(), Ok(language));
        assert_eq!(language.other().other(), language);
    }
}

#[test]
fn a_missing_key_is_found_on_either_side() {
    assert_eq!(
        faults("a = 甲\nb = 乙\n", "a = A\n\nc = C\n"),
        [
            "zh/room.ftl:2: b: is missing in en",
            "en/room.ftl:3: c: is missing in zh"
        ]
    );
}

#[test]
fn a_missing_room_is_found() {
    let lines = check::check(&[file(Side::Zh, "roll", "a = 甲\n")])
        .map_err(|f| f.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(
        lines.err().unwrap_or_default(),
        ["zh/roll.ftl:1: roll: the whole room is missing in en"]
    );
}

#[test]
fn differing_arguments_are_found_inside_selectors_too() {
    assert_eq!(
        faults(
            "a = 共{ $n }人\n",
            "a = { $n ->\n    [one] { $who }\n   *[other] many\n }\n"
        ),
        ["zh/room.ftl:1: a: arguments differ: zh has [n], en has [n, who]"]
    );
}

#[test]
fn a_key_twice_is_found() {
    assert_eq!(
        faults("a = 甲\na = 乙\n", "a = A\n"),
        ["zh/room.ftl:2: a: is there twice, first on line 1"]
    );
}

#[test]
fn the_wrong_language_is_found() {
    assert_eq!(
        faults("a = 甲\nb = Yes\nc = 丙\n", "a = A甲\nb = Yes\nc = C：\n"),
        [
            "en/room.ftl:1: a: Chinese characters in an English value (`# @as-is` allows it)",
            "zh/room.ftl:2: b: no Chinese in a Chinese value (`# @as-is` allows it)",
            "en/room.ftl:3: c: Chinese characters in an English value (`# @as-is` allows it)",
        ]
    );
    assert_eq!(
        faults("# @as-is\na = CSV\nb = 12\n", "a = CSV\nb = 12\n"),
        Vec::<String>::new()
    );
}

#[test]
fn what_cannot_be_read_is_found() {
    let found = faults("a = 甲\n!junk\nb = { $n\nc = 丙\n", "a = A\nc = C\n");
    assert!(
        found
            .iter()
            .any(|f| f.starts_with("zh/room.ftl:2: !junk: cannot be read")),
        "{found:?}"
    );
    assert!(
        found.iter().any(|f| f.contains(": b: cannot be read")),
        "{found:?}"
    );
}

#[test]
fn terms_attributes_quotes_and_odd_names_are_refused() {
    for (zh, en) in [
        ("-t = 甲\na = 乙\n", "a = A\n"),
        ("a = 甲\n    .b = 乙\n", "a = A\n"),
        ("a = 甲\nb = 乙{ a }\n", "a = A\nb = B\n"),
        ("aB = 甲\n", "aB = A\n"),
        ("a_b = 甲\n", "a_b = A\n"),
        ("a = 甲{ $language }\n", "a = A{ $language }\n"),
        ("a = 甲{ DATETIME($d) }\n", "a = A{ DATETIME($d) }\n"),
    ] {
        assert!(!faults(zh, en).is_empty(), "{zh}");
    }
}

#[test]
fn functions_follow_the_english_order_and_escape_words() {
    let out = source(
        "type = 型\nself = 己\nquorum-missing = 到{ $have }人，须{ $need }人\n",
        "type = Type\nself = Self\nquorum-missing = Needs { $need }, has { $have }\n",
    );
    assert!(
        out.contains("fn r#type(language: Language) -> &'static str"),
        "{out}"
    );
    assert!(out.contains("fn self_("), "{out}");
    assert!(
        out.contains(
            "fn quorum_missing<'a>(language: Language, need: impl Into<FluentValue<'a>>, \
             have: impl Into<FluentValue<'a>>) -> String"
        ),
        "{out}"
    );
    assert!(out.contains("Needs {$need}, has {$have}"), "{out}");
}

#[test]
fn the_literals_are_what_the_bundle_would_say() {
    let out = source(
        "a = 甲{ \"{\" }乙\n",
        "a = A{ \"\\u0042\" }\n    line two\n",
    );
    assert!(out.contains("Language::Zh => \"甲{乙\""), "{out}");
    assert!(out.contains("Language::En => \"AB\\nline two\""), "{out}");
}
