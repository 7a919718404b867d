//! Warns of a name that another could be taken for, while it is typed: nobody is kept from it, for there are two of one
//! sound in many a village.

use super::theme::Role;
use crate::domain::text::Line;
use crate::exchange::roster::{Doubt, doubts};
use crate::i18n::{Language, alike as words, look_alikes, slate_refusal};

/// Says that a name sounds or looks like another and is written otherwise, as with one character of the old writing, or
/// that it is of more than one script.
#[must_use]
pub fn warn<'a>(
    language: Language,
    typed: &str,
    others: impl Iterator<Item = &'a Line>,
) -> Vec<(Role, String)> {
    let doubts = match Line::new(typed) {
        Ok(name) => doubts(&name, others),
        Err(_) => Vec::new(),
    };
    let words = doubts.iter().map(|it| look_alikes::typed(language, it));
    words.map(|words| (Role::Warn, words)).collect()
}

/// Says that an option sounds or looks like another of the same vote and is written otherwise, or is the same but for the
/// width or the case of its letters.
#[must_use]
pub fn warn_of_option<'a>(
    language: Language,
    option: &Line,
    others: impl Iterator<Item = &'a Line> + Clone,
) -> Vec<(Role, String)> {
    let same = others.clone().find(|other| other.key() == option.key());
    // It is refused when the sheet is submitted, and said before.
    let same = same.map(|other| slate_refusal::option_twice(language, other.as_str()));
    let near = doubts(option, others).into_iter();
    let near = near.filter(|it| !matches!(it, Doubt::Stray { .. }));
    let near = near.map(|it| look_alikes::typed(language, &it));
    same.into_iter()
        .chain(near)
        .map(|words| (Role::Warn, words))
        .collect()
}

/// Says that a committee has the name of another, or one of the same sound.
#[must_use]
pub fn warn_of_committee(language: Language, typed: &str, others: &[Line]) -> Vec<(Role, String)> {
    let Ok(name) = Line::new(typed) else {
        return Vec::new();
    };
    let same = others.iter().find(|other| other.key() == name.key());
    match same {
        Some(other) => vec![(Role::Warn, words::committee(language, other.to_string()))],
        None => warn(language, typed, others.iter()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::tui::app::Overlay;
    use crate::tui::stage::Stage;

    fn told(screen: &str, words: &str) -> bool {
        let bare = |text: &str| -> String {
            let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '│');
            kept.collect()
        };
        bare(screen).contains(&bare(words))
    }

    #[test]
    fn a_name_of_the_same_sound_is_warned_about_and_taken() {
        for language in Language::ALL {
            let mut stage = Stage::founded(language, "三河");
            stage.press("3 1");
            stage.type_text("东集村");
            stage.press("PgDn Enter");
            // The old writing of the same name.
            stage.press("1");
            stage.type_text("東集村");
            let screen = stage.screen();
            assert!(told(&screen, &words::sound(language, "东集村")), "{screen}");
            stage.every_size();
            stage.press("PgDn Enter");
            assert!(stage.app.overlay.is_none(), "{}", stage.screen());
            assert_eq!(stage.desk().world().villages.len(), 2);
            // People too, and whoever is there already is not warned of himself.
            for (name, other) in [("张伟", None), ("章伟", Some("张伟")), ("李伟", None)] {
                stage.press("2");
                stage.type_text(name);
                let screen = stage.screen();
                let warned = other.map(|other| words::sound(language, other));
                match &warned {
                    Some(warned) => assert!(told(&screen, warned), "{screen}"),
                    None => assert!(!screen.contains("“"), "{screen}"),
                }
                stage.press("Down Down");
                stage.type_text("委员");
                stage.press("PgDn Enter");
                assert!(stage.app.overlay.is_none(), "{name} {}", stage.screen());
            }
            assert_eq!(stage.desk().world().people.len(), 3);
            stage.press("4");
            assert!(matches!(stage.app.overlay, Some(Overlay::Dialog(_))));
        }
    }

    #[test]
    fn a_name_that_looks_like_another_or_is_of_two_scripts_is_warned_about_and_taken() {
        for language in Language::ALL {
            let mut stage = Stage::founded(language, "三河");
            stage.press("3 1");
            stage.type_text("东集村");
            stage.press("PgDn Enter");
            let stray = |letter, script| words::stray(language, letter, script);
            let all = [
                ("王小五", None),
                ("壬小五", Some(words::shape(language, "王小五"))),
                ("Р李四", Some(stray("Р", "cyrillic"))),
                ("赵o六", Some(stray("o", "latin"))),
                ("孙七", None),
            ];
            for (name, warned) in &all {
                stage.press("2");
                stage.type_text(name);
                let screen = stage.screen();
                match warned {
                    Some(warned) => assert!(told(&screen, warned), "{screen}"),
                    None => assert!(!screen.contains('“'), "{screen}"),
                }
                stage.every_size();
                stage.press("Down Down");
                stage.type_text("委员");
                stage.press("PgDn Enter");
                assert!(stage.app.overlay.is_none(), "{name} {}", stage.screen());
            }
            assert_eq!(stage.desk().world().people.len(), all.len());
        }
    }

    #[test]
    fn a_second_committee_of_a_name_is_warned_about() {
        for language in Language::ALL {
            let mut stage = Stage::founded(language, "三河片区");
            stage.app.back();
            stage.press("2");
            for (typed, words) in [
                ("三河片区", words::committee(language, "三河片区")),
                ("三合片区", words::sound(language, "三河片区")),
            ] {
                stage.press("Ctrl-u");
                stage.type_text(typed);
                let screen = stage.screen();
                assert!(told(&screen, &words), "{screen}");
            }
            stage.press("Ctrl-u");
            stage.type_text("四海片区");
            assert!(!stage.screen().contains("三河片区”"));
            // It is taken all the same.
            stage.press("Ctrl-u");
            stage.type_text("三河片区");
            stage.press("PgDn Enter");
            assert_eq!(stage.app.office.doors().unwrap().len(), 2);
            // Nor is a committee warned of itself when it is named anew.
            stage.press("3 8");
            stage.type_text("一");
            assert!(!stage.screen().contains("三河片区”"), "{}", stage.screen());
        }
    }
}
