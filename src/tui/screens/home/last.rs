//! The act recorded last, in words. Read anew only when the world is another: a roster that was taken in is one act,
//! and it is long.

use super::Way;
use super::lines::Line;
use crate::desk::Desk;
use crate::domain::Event;
use crate::i18n::{Language, acts, home, terms};
use crate::tui::theme::Role;

/// The row of the last act.
#[derive(Debug, Default)]
pub(super) struct Last {
    of: Option<(u64, Language)>,
    row: Option<Line>,
}

impl Last {
    /// Reads it, where what was read may be another by now.
    pub(super) fn read(&mut self, desk: &Desk, language: Language) {
        let of = (desk.revision(), language);
        if self.of != Some(of) {
            self.row = said(desk, language);
            self.of = Some(of);
        }
    }

    /// Returns its row; `None` where nothing was recorded yet, or cannot be read.
    pub(super) fn row(&self) -> Option<&Line> {
        self.row.as_ref()
    }
}

fn said(desk: &Desk, language: Language) -> Option<Line> {
    let act = desk.last_act().ok()??;
    let world = desk.world_of(&act.events);
    let words = acts::sentence(language, &world, &act.events);
    let words = if act.undoing {
        home::last_undoing(language, words)
    } else {
        home::last_row(language, words)
    };
    let way = Way::Last {
        words: words.clone(),
        root: act.events.first().and_then(Event::root),
    };
    let at = terms::moment(language, &act.at, Some(desk.today()));
    Some(Line::new(words, at, Role::Muted, way))
}
