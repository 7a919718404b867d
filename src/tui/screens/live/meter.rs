//! The meter: 应到, 实到, what each rule still wants, in one line as long as there is room for it.
//!
//! Said in full where it fits, in fewer words where it does not; what even those have no room for is cut
//! with a mark that names the key under which the line stands whole.

use super::in_force;
use crate::domain::World;
use crate::domain::rule::Over;
use crate::domain::session::attendance::{Attendance, Way};
use crate::domain::session::quorum::{self, Quorum};
use crate::domain::session::{Session, SessionState};
use crate::domain::vote::Attending;
use crate::i18n::{Language, hands as counted, in_force as force, live as words, terms};
use crate::tui::text;
use crate::tui::theme::Role;

/// The line in parts, what is missing before what is reached.
pub struct Meter {
    /// How it stands.
    pub role: Role,
    parts: Vec<Said>,
}

/// One part in full, and in as few words as say the same.
struct Said {
    full: String,
    short: String,
}

impl Said {
    fn same(said: String) -> Self {
        Self {
            full: said.clone(),
            short: said,
        }
    }
}

impl Meter {
    /// Returns the line in full.
    #[must_use]
    pub fn whole(&self, language: Language) -> String {
        joined(language, self.parts.iter().map(|it| it.full.as_str()))
    }

    /// Returns the line as it fits into so many cells, and whether it has to be cut even so: what stands
    /// last is shortened first.
    #[must_use]
    pub fn within(&self, language: Language, cells: u16) -> (String, bool) {
        let said = |short: usize| {
            let full = self.parts.len().saturating_sub(short);
            let parts = self.parts.iter().enumerate();
            let parts = parts.map(|(at, it)| if at < full { &it.full } else { &it.short });
            joined(language, parts.map(String::as_str))
        };
        let mut lines = (0..=self.parts.len()).map(said);
        let fits = |line: &String| text::width(line) <= cells;
        match lines.find(fits) {
            Some(line) => (line, false),
            None => (said(self.parts.len()), true),
        }
    }
}

fn joined<'a>(language: Language, parts: impl Iterator<Item = &'a str>) -> String {
    let said = parts.map(ToOwned::to_owned);
    let said = said.reduce(|said, part| words::meter_part(language, said, part));
    said.unwrap_or_default()
}

/// Reads the meter of a session.
#[must_use]
pub fn read(language: Language, world: &World, session: &Session) -> Meter {
    let meter = quorum::meter(world, session);
    let over = session.state >= SessionState::Closed;
    let called = !session.roll.is_empty();
    let mut parts = vec![if over {
        let attended = session.entitled();
        let attended = attended.filter(|it| matches!(it.attendance, Attendance::Attended { .. }));
        let attended = quorum::count(attended);
        Said::same(words::meter_over(language, meter.entitled, attended))
    } else if called {
        Said {
            full: words::meter(language, meter.entitled, meter.present),
            short: words::meter_short(language, meter.present, meter.entitled),
        }
    } else {
        Said::same(words::meter_no_roll(language).to_owned())
    }];
    let sits_by = session.sits_by(world);
    match meter.by_video {
        _ if over || !called => {}
        0 => {}
        video if sits_by.counts(Way::Video) => {
            parts.push(Said::same(counted::meter_video(language, video)));
        }
        video => parts.push(Said::same(counted::meter_video_not(language, video))),
    }
    if over || !called {
        return Meter {
            role: if called { Role::Good } else { Role::Muted },
            parts,
        };
    }
    let asked = asked(&meter);
    // Where two rules ask, each figure says whose it is.
    let first = asked.first().map(|quorum| &quorum.rule);
    let apart = asked.iter().any(|quorum| Some(&quorum.rule) != first);
    let (mut missing, mut reached) = (Vec::new(), Vec::new());
    for quorum in asked {
        let whose = match apart {
            true => in_force::whose(language, world, session, &quorum.rule),
            false => String::new(),
        };
        let said = of_quorum(language, world, whose, quorum);
        match quorum.holds() {
            false => missing.push(said),
            // What the item in hand asks for stands before what was asked at the opening.
            true if quorum.rule == sits_by.id => reached.push(said),
            true => reached.insert(0, said),
        }
    }
    let role = match missing.is_empty() {
        true => Role::Good,
        false => Role::Bad,
    };
    let judges = in_force::of_item(world, session);
    let judges = judges.filter(|(_, rule)| rule.id != sits_by.id);
    let default = meter.first().filter(|_| judges.is_none());
    let default = default.filter(|_| sits_by.is_fallback()).map(|_| {
        let clause = terms::clause(language, &sits_by);
        Said {
            full: words::meter_default_rule(language, clause),
            short: words::meter_default_rule_short(language).to_owned(),
        }
    });
    let judges = judges.map(|(_, rule)| {
        let name = terms::rule_name(language, &rule);
        Said {
            full: force::judges_item(language, name),
            short: force::judges_item_short(language, name),
        }
    });
    // Where the line is cut, what is missing and reached still stands; by which rule comes last.
    parts.extend(missing.into_iter().chain(reached));
    parts.extend(judges.into_iter().chain(default));
    Meter { role, parts }
}

/// Returns what is asked for, what two rules ask alike once; what is reached, whichever share of them
/// all it is.
fn asked(meter: &quorum::Meter) -> Vec<&Quorum> {
    let asked = meter.quorums.iter().enumerate().filter(|(at, quorum)| {
        let mut before = meter.quorums.iter().take(*at);
        let alike = |it: &Quorum| {
            it.proof == quorum.proof
                || it.holds() && quorum.holds() && it.proof.of == quorum.proof.of
        };
        !before.any(|it| it.need == quorum.need && alike(it))
    });
    asked.map(|(_, quorum)| quorum).collect()
}

fn of_quorum(language: Language, world: &World, whose: String, quorum: &Quorum) -> Said {
    let of = match &quorum.proof.of {
        Attending::Of(over) => terms::over_key(*over),
        Attending::Required(_) => terms::over_key(Over::Persons),
    };
    let need = quorum.need;
    if quorum.holds() {
        let full = words::quorum_reached(language, whose.as_str(), need, of);
        return Said {
            short: match whose.is_empty() {
                true => full.clone(),
                false => words::quorum_reached_short(language, whose, need, of),
            },
            full,
        };
    }
    let missing = quorum.inequality().missing();
    let name = terms::rule(language, world, &quorum.rule);
    Said {
        full: words::quorum_missing(language, missing, of, whose.as_str(), need, name),
        short: words::quorum_missing_short(language, missing, of, whose, need),
    }
}
