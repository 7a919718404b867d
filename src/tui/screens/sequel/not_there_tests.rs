//! Votes collected after a village's meeting from those who were not there, played by keys.

#![allow(clippy::unwrap_used)]

use super::tests::{close_and_seal, counted};
use crate::domain::rule::preset;
use crate::domain::vote::{Effect, meeting};
use crate::i18n::{Language, refusals, terms};
use crate::tui::screens::{Screen, record};

/// Says whether the box of a sheet says all of a sentence, however it is broken into lines.
fn boxed(screen: &str, said: &str) -> bool {
    let inside = screen.lines().filter_map(|line| line.split('│').nth(1));
    let inside: String = inside.flat_map(str::split_whitespace).collect();
    let flat: String = said.split_whitespace().collect();
    inside.contains(&flat)
}

#[test]
fn votes_of_those_who_were_away_are_refused_in_the_sheet_with_the_reason_and_the_clause_seen_whole()
{
    for language in Language::ALL {
        let mut stage = counted(language, 4, Effect::Proposes);
        stage.press("8 F5 Down Enter PgDn Enter");
        close_and_seal(&mut stage);
        stage
            .app
            .go(Screen::Record(record::State::new("s1".into())));
        stage.screen();
        stage.press("4 Down Enter Right Down");
        stage.type_text("村民代表会议");
        stage.press("Down");
        stage.type_text("11-23");
        stage.press("Down Right");
        for number in ["30", "22", "20", "4", "0", "村档案柜"] {
            stage.press("Down");
            stage.type_text(number);
        }
        stage.press("PgDn Enter");
        let rule = preset("village-representatives").unwrap();
        let refusal = crate::domain::Refusal::Meeting(meeting::Refused::VotedNotThere {
            entitled: 30,
            present: 22,
            voted: 24,
            rule: rule.id.clone(),
        });
        let said = refusals::refusal(language, stage.desk().world(), &refusal);
        assert!(said.contains(terms::clause(language, &rule)), "{said}");
        for (width, height) in [(80, 24), (120, 40)] {
            let screen = stage.screen_of(width, height);
            assert!(boxed(&screen, &said), "{said}\n{screen}");
        }
        // Put right where it stands, it is taken.
        stage.press("Backspace Backspace");
        stage.type_text("18");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
    }
}
