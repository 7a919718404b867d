//! The meter: 应到, 实到, what each rule still wants, in one line as long as there is room for it.
//!
//! Said in full where it fits, in fewer words where it does not; what even those have no room for is cut
//! with a mark that names the key under which the line stands whole.

use super::in_force;
use crate::domain::World;
use crate::domain::ids::RuleId;
use crate::domain::rule::{Required, Rule};
use crate::domain::session::attendance::{Attendance, Way};
use crate::domain::session::quorum::{self, Quorum};
use crate::domain::session::{Session, SessionState};
use crate::domain::vote::Attending;
use crate::i18n::{
    Language, hands as counted, idle_rule, in_force as force, live as words, second_call, terms,
};
use crate::i18n::{own_rules, own_rules_words as own_words};
use crate::tui::action::key_of;
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
    /// Whether it is reached, of what others ask than the item in hand: of those is said together how they
    /// stand where there is no room for each.
    of_others: Option<bool>,
    /// What stands for it where even its few words have no room.
    least: Option<String>,
}

/// How few words a line is said in.
#[derive(Clone, Copy)]
enum Few {
    /// Each part in as few as say the same.
    Short,
    /// The rule by its key and a word.
    Least,
    /// The rule by its key alone.
    Key,
}

impl Said {
    fn new(full: String, short: String) -> Self {
        Self {
            full,
            short,
            of_others: None,
            least: None,
        }
    }

    fn same(said: String) -> Self {
        Self::new(said.clone(), said)
    }

    fn or_at_least(self, least: String) -> Self {
        Self {
            least: Some(least),
            ..self
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
        let gathered = [Few::Short, Few::Least, Few::Key].into_iter();
        let gathered = gathered.map(|few| self.gathered(language, few));
        // Each is put together only where the one before it does not fit.
        let mut least = String::new();
        for line in (0..=self.parts.len()).map(said).chain(gathered) {
            if text::width(&line) <= cells {
                return (line, false);
            }
            least = line;
        }
        (least, true)
    }

    /// Returns the line in few words, what others ask for than the item in hand in one part where there is
    /// more than one of them, and, where so little is asked for, by which rule in none.
    fn gathered(&self, language: Language, few: Few) -> String {
        let others: Vec<bool> = self.parts.iter().filter_map(|it| it.of_others).collect();
        let together = match others.iter().filter(|reached| !**reached).count() {
            0 => force::others_reached(language).to_owned(),
            missing => force::others_missing(language, missing),
        };
        let mut together = (others.len() > 1).then_some(together.as_str());
        let alone = together.is_none();
        let parts = self.parts.iter().filter_map(|it| match it.of_others {
            Some(_) if !alone => together.take(),
            _ => match (&it.least, few) {
                (Some(words), Few::Least) => Some(words.as_str()),
                // The key alone says less than what it reads, and is better than a word cut through.
                (Some(words), Few::Key) => words.split_inclusive(']').next(),
                _ => Some(it.short.as_str()),
            },
        });
        let parts: Vec<&str> = parts.collect();
        joined(language, parts.into_iter())
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
        Said::new(
            words::meter(language, meter.entitled, meter.present),
            words::meter_short(language, meter.present, meter.entitled),
        )
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
    let judges = in_force::of_item(world, session);
    let own = judges.as_ref().map_or(&sits_by.id, |(_, rule)| &rule.id);
    let asked = asked(&meter, own);
    // Where two rules ask, each figure says whose it is.
    let first = asked.first().map(|quorum| &quorum.rule);
    let apart = asked.iter().any(|quorum| Some(&quorum.rule) != first);
    // What the item in hand asks for stands first, then what is missing, then what the session asks for.
    let place = |quorum: &&Quorum| {
        let (own, held) = (quorum.rule == *own, quorum.holds());
        (!own, held, quorum.rule != sits_by.id)
    };
    let mut asked = asked;
    asked.sort_by_key(place);
    let short = asked.iter().any(|quorum| !quorum.holds());
    let said = asked.into_iter().map(|quorum| {
        let whose = match apart {
            true => force::whose(
                language,
                in_force::whose(language, world, session, &quorum.rule),
            ),
            false => String::new(),
        };
        Said {
            of_others: (quorum.rule != *own).then(|| quorum.holds()),
            ..of_quorum(language, world, whose, quorum)
        }
    });
    let mut said: Vec<Said> = said.collect();
    // Where the second call frees what is in hand of its quorum there is no figure to show.
    let judging = judges.as_ref().map_or(&sits_by, |(_, rule)| rule);
    if session.is_freed(judging) {
        let full = second_call::any_number_now(language);
        let short = second_call::any_number_short(language);
        said.insert(0, Said::new(full.to_owned(), short.to_owned()));
    }
    let idle = |rule: &Rule| !rule.in_force(session.date);
    let judges = judges.filter(|(_, rule)| rule.id != sits_by.id || idle(rule));
    let role = match short {
        true => Role::Bad,
        false if judges.as_ref().is_some_and(|(_, rule)| idle(rule)) => Role::Warn,
        false => Role::Good,
    };
    let default = meter.first().filter(|_| judges.is_none());
    let default = default.filter(|_| sits_by.is_fallback()).map(|_| {
        let clause = terms::clause(language, &sits_by);
        let said = words::meter_default_rule(language, clause);
        Said::new(
            own_rules::with_days(language, world, session, said),
            words::meter_default_rule_short(language).to_owned(),
        )
        .or_at_least(force::judges_key(language, key_of("live.rule")))
    });
    let own = meter
        .first()
        .filter(|_| judges.is_none() && default.is_none());
    let own = own.and_then(|_| {
        let since = own_rules::from(language, &sits_by)?;
        let name = terms::rule_name(language, &sits_by);
        let full = own_words::meter(language, name, since);
        let key = force::judges_key(language, key_of("live.rule"));
        Some(Said::new(full, own_words::meter_short(language).to_owned()).or_at_least(key))
    });
    let judges = judges.map(|(_, rule)| {
        let name = terms::rule_name(language, &rule);
        if idle(&rule) {
            let day = terms::short_date(language, session.date, session.date);
            return Said::new(
                idle_rule::judges(language, name, day),
                idle_rule::judges_short(language).to_owned(),
            )
            .or_at_least(idle_rule::idle_key(language, key_of("live.rule")));
        }
        Said::new(
            force::judges_item(language, name),
            force::judges_item_short(language, name),
        )
        .or_at_least(force::judges_key(language, key_of("live.rule")))
    });
    // Where the line is cut, what is missing and reached still stands; by which rule comes last.
    parts.extend(said);
    parts.extend(judges.into_iter().chain(default).chain(own));
    Meter { role, parts }
}

/// Returns what is asked for, what two rules ask alike once; what is reached, whichever share of them
/// all it is.
fn asked<'a>(meter: &'a quorum::Meter, own: &RuleId) -> Vec<&'a Quorum> {
    // Of what two ask alike that of the item in hand stands.
    let mut all: Vec<&Quorum> = meter.quorums.iter().collect();
    all.sort_by_key(|quorum| quorum.rule != *own);
    let asked = all.iter().enumerate().filter(|(at, quorum)| {
        let mut before = all.iter().take(*at);
        let alike = |it: &Quorum| {
            it.proof == quorum.proof
                || it.holds() && quorum.holds() && it.proof.of == quorum.proof.of
        };
        !before.any(|it| it.need == quorum.need && alike(it))
    });
    asked.map(|(_, quorum)| *quorum).collect()
}

fn of_required(
    language: Language,
    world: &World,
    whose: String,
    (quorum, who): (&Quorum, &Required),
) -> Said {
    let who = terms::required(language, who);
    if quorum.holds() {
        return Said::same(words::required_there(language, whose, who));
    }
    let name = terms::rule(language, world, &quorum.rule);
    Said::new(
        words::required_missing(language, whose.as_str(), who, name),
        words::required_missing_short(language, whose.as_str(), who),
    )
}

fn of_quorum(language: Language, world: &World, whose: String, quorum: &Quorum) -> Said {
    let of = match &quorum.proof.of {
        Attending::Of(over) => terms::over_key(*over),
        // One of them is no number of people: who it is is what matters.
        Attending::Required(who) => return of_required(language, world, whose, (quorum, who)),
    };
    let need = quorum.need;
    if quorum.holds() {
        let waived = |said: String| match quorum.proof.waived {
            // Fewer are there than it asks for.
            true => words::quorum_waived(language, said),
            false => said,
        };
        let in_short = |said: String| match quorum.proof.waived {
            true => words::quorum_waived_short(language, said),
            false => said,
        };
        let full = words::quorum_reached(language, whose.as_str(), need, of);
        return match whose.is_empty() {
            true => Said::new(waived(full.clone()), in_short(full)),
            false => Said::new(
                waived(full),
                in_short(words::quorum_reached_short(language, whose, need, of)),
            ),
        };
    }
    if quorum.lacks_figures() {
        // What is missing is no number of them.
        return Said::same(words::quorum_unknown(language, whose, of));
    }
    let missing = quorum.missing();
    let name = terms::rule(language, world, &quorum.rule);
    Said::new(
        words::quorum_missing(language, missing, of, whose.as_str(), need, name),
        words::quorum_missing_short(language, whose, missing, need, of),
    )
}
