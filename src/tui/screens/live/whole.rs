//! What the screen has no room for, read whole: the sentence the chair speaks, and the motion.

use super::{hands, seen, vote};
use crate::i18n::{read, steps};
use crate::tui::app::App;
use crate::tui::reading::{self, Part};

/// Shows both.
pub fn read(app: &mut App) {
    let language = app.language;
    let Ok((state, session, world)) = seen(app) else {
        return;
    };
    let step = hands::step(state, world, session);
    let spoken = Part {
        title: format!("▪ {}", read::spoken(language)),
        words: steps::spoken(language, world, session, &step),
    };
    let motion = vote::motion(state, world).map(|motion| Part {
        title: format!("▪ {}", read::motion(language, motion.number)),
        words: motion.wording().to_owned(),
    });
    let parts = std::iter::once(spoken).chain(motion).collect();
    reading::open(app, read::title(language), parts);
}
