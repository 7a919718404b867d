//! What the screen has no room for, read whole: the sentence the chair speaks, the motion, and what is
//! said below it.

use super::panel_view::below_wording;
use super::{hands, seen, vote};
use crate::i18n::{corrected, read, record, steps};
use crate::tui::action::key_of;
use crate::tui::app::App;
use crate::tui::reading::{self, Part};

/// Shows them.
pub fn read(app: &mut App) {
    reading::open(app, |app| {
        Some((read::title(app.language).to_owned(), parts(app)?))
    });
}

fn parts(app: &App) -> Option<Vec<Part>> {
    let language = app.language;
    let (state, session, world) = seen(app).ok()?;
    let step = hands::step(state, world, session);
    let spoken = Part {
        title: format!("▪ {}", read::spoken(language)),
        words: steps::spoken(language, world, session, &step),
    };
    let mut parts = vec![spoken];
    if let Some(motion) = vote::motion(state, world) {
        parts.push(Part {
            title: format!("▪ {}", read::motion(language, motion.number)),
            words: motion.wording().to_owned(),
        });
        // That it was corrected is said below with everything it was, and this is where its key leads.
        let mark = corrected::mark(language, world, motion, key_of("live.whole"));
        let below = below_wording(language, world, motion).into_iter();
        let below = below.map(|(said, _)| said);
        let below: Vec<String> = below.filter(|it| mark.as_ref() != Some(it)).collect();
        if !below.is_empty() {
            parts.push(Part {
                title: format!("▪ {}", read::course(language)),
                words: below.join("\n"),
            });
        }
        let made = corrected::history(language, world, motion);
        if !made.is_empty() {
            parts.push(Part {
                title: format!("▪ {}", record::corrections(language)),
                words: made.join("\n"),
            });
        }
    }
    Some(parts)
}
