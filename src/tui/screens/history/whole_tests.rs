//! What an act recorded is had whole: what was asked for first, the rest counted, all of it by one key.

#![allow(clippy::unwrap_used)]

use crate::desk::history::About;
use crate::domain::Event;
use crate::domain::dates::Minute;
use crate::domain::session::attendance::Attendance;
use crate::domain::session::correction::{self, Corrected, Correction};
use crate::domain::text::{Line, Text};
use crate::i18n::{Language, acts, history as words};
use crate::tui::action::key_of;
use crate::tui::app::Overlay;
use crate::tui::screens::live::tests::sample;
use crate::tui::stage::Stage;

/// Returns the rows below the list of the usual window.
fn below(stage: &mut Stage) -> Vec<String> {
    let screen = stage.screen_of(80, 24);
    let rows = screen.lines().skip(17).take(5);
    rows.map(|row| row.trim().to_owned()).collect()
}

/// Returns the names of everybody of the roll, and the stage with all of them marked by one act.
fn all_there(language: Language) -> (Stage, Vec<String>) {
    let mut stage = sample(language, 3);
    stage.press("F5 9");
    let session = stage.app.live().unwrap().session.clone();
    let world = stage.desk().world();
    let session = world.session(&session).unwrap();
    let names = session.roll.iter();
    let names = names.map(|it| world.person(&it.place.person).unwrap().name.to_string());
    let names = names.collect();
    (stage, names)
}

fn rest(language: Language, count: usize) -> String {
    words::rest(language, count, key_of("history.whole"))
}

#[test]
fn of_many_changes_that_of_whom_was_asked_for_stands_first_and_the_rest_is_counted() {
    for language in Language::ALL {
        let (mut stage, names) = all_there(language);
        assert!(names.len() > 8);
        stage.press("End");
        let person = stage.caret_row();
        let name = names.iter().find(|name| person.contains(*name)).unwrap();
        stage.press("i");
        for _ in 0..9 {
            // The act that marked all of them; what was planned names them as well.
            if below(&mut stage).last() == Some(&rest(language, names.len() - 3)) {
                break;
            }
            stage.press("Down");
        }
        let seen = below(&mut stage);
        assert!(seen.get(1).unwrap().contains(name), "{name} {seen:?}");
        assert_eq!(
            seen.last(),
            Some(&rest(language, names.len() - 3)),
            "{seen:?}"
        );
        stage.every_size();
        for key in ["F4", "h"] {
            stage.press(key);
            assert!(
                matches!(stage.app.overlay, Some(Overlay::Reading(_))),
                "{key}"
            );
            let whole = stage.screen_of(80, 40);
            let missing = names.iter().find(|name| !whole.contains(*name));
            assert_eq!(missing, None, "{whole}");
            // By the keys that move in a text the last is come to in the usual window.
            stage.press("End");
            stage.screen_of(80, 24);
            stage.press("F12 F12 Esc");
            assert!(stage.app.overlay.is_none());
        }
    }
}

#[test]
fn what_the_filter_finds_stands_first() {
    for language in Language::ALL {
        let (mut stage, names) = all_there(language);
        let name = names.last().unwrap();
        stage.press("i 1 7");
        stage.type_text(name);
        stage.press("Enter Enter Home");
        for _ in 0..9 {
            if below(&mut stage)
                .get(1)
                .is_some_and(|row| row.contains(name.as_str()))
            {
                break;
            }
            stage.press("Down");
        }
        let seen = below(&mut stage);
        assert!(seen.get(1).unwrap().contains(name.as_str()), "{seen:?}");
    }
}

#[test]
fn a_long_text_is_cut_in_the_list_and_read_whole() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 F5 m 3");
        let long = "按各村受益面积分摊清淤费用，".repeat(12);
        stage.type_text(&long);
        stage.type_text("末尾四字");
        stage.press("Esc i 1 Home");
        // One change, and it has more rows than there is room for.
        let seen = below(&mut stage);
        assert_eq!(seen.last(), Some(&rest(language, 1)), "{seen:?}");
        assert!(!seen.concat().contains("末尾四字"), "{seen:?}");
        stage.press("F4");
        let whole: String = stage.screen_of(80, 30).split_whitespace().collect();
        let bare = whole.replace('│', "");
        assert!(bare.contains("末尾四字"), "{whole}");
        stage.press("Esc u i 1 Home F4");
        // What was undone is told whole as well.
        let undone: String = stage.screen_of(80, 30).split_whitespace().collect();
        assert!(undone.replace('│', "").contains("末尾四字"), "{undone}");
    }
}

#[test]
fn an_act_that_fits_counts_nothing() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 Home 2 i Home");
        let seen = below(&mut stage);
        let key = key_of("history.whole");
        for count in 1..4 {
            assert!(
                !seen.contains(&words::rest(language, count, key.as_str())),
                "{seen:?}"
            );
        }
    }
}

/// Every text that any act of the sample brought is told, whatever its kind: read off what is written, not off the types.
#[test]
fn every_word_of_every_act_is_told() {
    fn texts(of: &serde_json::Value, found: &mut Vec<String>) {
        match of {
            serde_json::Value::String(text) if !text.is_ascii() => found.push(text.clone()),
            serde_json::Value::Array(parts) => parts.iter().for_each(|it| texts(it, found)),
            serde_json::Value::Object(parts) => parts.values().for_each(|it| texts(it, found)),
            _ => {}
        }
    }
    let stage = sample(Language::Zh, 3);
    let desk = stage.desk();
    let all = desk.history(&About::default(), 10_000).unwrap();
    let world = desk.look_back(&all).unwrap();
    let mut seen = 0;
    for event in all.iter().flat_map(|past| &past.act.events) {
        let mut brought = Vec::new();
        texts(&serde_json::to_value(event).unwrap(), &mut brought);
        for language in Language::ALL {
            let told = acts::whole(language, &world, event);
            for text in &brought {
                seen += 1;
                assert!(told.contains(text.as_str()), "{text}\n{told}\n{event:?}");
            }
        }
    }
    assert!(seen > 300, "{seen}");
}

/// Whatever is corrected, who corrected it and why is told.
#[test]
fn a_correction_is_told_with_whoever_made_it_and_why() {
    let stage = sample(Language::Zh, 3);
    let world = stage.desk().world();
    let person = || world.people.keys().next().unwrap().clone();
    let day = |day: &str| day.parse().unwrap();
    let at = |at: &str| Minute::read(at).unwrap();
    let text = |text: &str| Text::new(text).unwrap();
    let line = |line: &str| Line::new(line).unwrap();
    // Whoever corrects is one of those whom the sentence names; a short reason may stand in it by chance.
    let by = world.people.values().next().unwrap().name.clone();
    for change in [
        Corrected::Words {
            entry: "e1".into(),
            from: text("原来的话"),
            to: text("改后的话"),
        },
        Corrected::Note {
            item: "i1".into(),
            words: text("补记的话"),
        },
        Corrected::Attendance {
            person: person(),
            from: Attendance::Unmarked,
            to: Attendance::Absent,
        },
        Corrected::Opened {
            from: at("2026-11-23T09:00"),
            to: at("2026-11-23T09:10"),
        },
        Corrected::Closed {
            from: at("2026-11-23T09:00"),
            to: at("2026-11-23T09:10"),
        },
        Corrected::Day {
            from: day("2027-11-23"),
            to: day("2026-11-23"),
        },
        Corrected::Times { moved: Vec::new() },
    ] {
        for reason in ["记错一人", "改"] {
            let correction = Correction {
                id: "c1".into(),
                session: "s1".into(),
                change: change.clone(),
                by: by.clone(),
                at: at("2026-11-24T09:00"),
                reason: line(reason),
                after_sealing: true,
            };
            let event = Event::Correction(correction::Event::Made { correction });
            for language in Language::ALL {
                let told = acts::whole(language, world, &event);
                let has = |label: &str, what: &str| {
                    let line = words::word(language, label, what);
                    told.lines().any(|it| it == line)
                };
                assert!(
                    has(words::word_corrected_by(language), by.as_str()),
                    "{told}"
                );
                assert!(has(words::word_reason(language), reason), "{told}");
                if let Corrected::Words { from, .. } = &change {
                    assert!(has(words::word_from(language), from.as_str()), "{told}");
                }
            }
        }
    }
}
