//! The act recorded last, in words. Read anew only when the world is another: a roster that was taken in is one act,
//! and it is long.

use super::Way;
use super::lines::Line;
use crate::desk::surroundings::is_behind;
use crate::desk::{Desk, LastAct, Way as Walk};
use crate::domain::Event;
use crate::i18n::{Language, acts, home, terms};
use crate::tui::theme::Role;
use chrono::{DateTime, FixedOffset};

/// The row of the last act.
#[derive(Debug, Default)]
pub(super) struct Last {
    of: Option<(u64, Language)>,
    row: Option<Line>,
    /// When it was recorded.
    at: Option<DateTime<FixedOffset>>,
}

impl Last {
    /// Reads it, where what was read may be another by now.
    pub(super) fn read(&mut self, desk: &Desk, language: Language) {
        let of = (desk.revision(), language);
        if self.of != Some(of) {
            let act = desk.last_act().ok().flatten();
            self.at = act
                .as_ref()
                .and_then(|act| DateTime::parse_from_rfc3339(&act.at).ok());
            self.row = act.map(|act| said(desk, language, &act));
            self.of = Some(of);
        }
    }

    /// Returns a row that says that the clock is behind it, where it is: what is recorded now would carry an earlier time.
    pub(super) fn ahead(&self, desk: &Desk, language: Language) -> Option<Line> {
        let (now, row) = (desk.now(), self.row.as_ref()?);
        self.at
            .filter(|at| is_behind(now.naive_utc(), at.naive_utc()))?;
        let clock = terms::moment(language, &now.to_rfc3339(), Some(desk.today()));
        let words = home::clock_behind(language, clock);
        let way = row.way.clone()?;
        Some(Line::new(words, row.how.clone(), Role::Warn, way))
    }

    /// Returns its row; `None` where nothing was recorded yet, or cannot be read.
    pub(super) fn row(&self) -> Option<&Line> {
        self.row.as_ref()
    }
}

fn said(desk: &Desk, language: Language, act: &LastAct) -> Line {
    let world = desk.world_of(&act.events);
    let words = match act.walked {
        None => home::last_row(language, acts::sentence(language, &world, &act.events)),
        // What it took back does not stand any more.
        Some(Walk::Back) => {
            home::last_undoing(language, acts::redone(language, &world, &act.events))
        }
        Some(Walk::Forth) => {
            home::last_redoing(language, acts::sentence(language, &world, &act.events))
        }
    };
    let way = Way::Last {
        words: words.clone(),
        root: act.events.first().and_then(Event::root),
    };
    let at = terms::moment(language, &act.at, Some(desk.today()));
    Line::new(words, at, Role::Muted, way)
}
