//! `lianxi verify`: proves files by their pages, their hash chain and a replay, one line a file, and
//! names the first entry that is not as it was written.

use super::fault::{Fault, of_damage};
use super::place::{door, doors, id};
use super::{DIFFERS, FINE, Job, tally};
use crate::desk::{BadEntry, Desk, ReadOnly};
use crate::domain::World;
use crate::domain::text::clean;
use crate::i18n::{Language, acts, cli, doubt, faults, salvage as say, terms};
use crate::office::{Door, Office};
use crate::store::check::Damage;
use chrono::DateTime;

impl Job<'_> {
    /// Checks the committee that is named, or every one.
    pub(super) fn verify(&mut self, office: &Office) -> Result<u8, Fault> {
        let language = self.language;
        let doors = match &self.committee {
            Some(name) => vec![door(office, Some(name))?],
            None => doors(office)?,
        };
        if doors.is_empty() {
            self.tell(cli::nothing_to_verify(language));
        }
        let mut code = FINE;
        for door in doors {
            code = code.max(self.verify_one(office, &door)?);
        }
        Ok(code)
    }

    fn verify_one(&mut self, office: &Office, door: &Door) -> Result<u8, Fault> {
        let language = self.language;
        let name = cli::committee_and_id(language, door.name.as_str(), id(door));
        match Desk::verify(&door.path) {
            Ok(checked) => {
                let head = checked.head;
                let other = Desk::other_than_seen(&door.path, &office.paths)?;
                // A file that was named is a copy, and a copy may well be older; the committee's own may not.
                if let Some(other) = other.as_ref().filter(|_| office.only.is_none()) {
                    return self.not_the_latest(name, other);
                }
                let whole = match checked.compared {
                    true => cli::verified(language, name, head.seq, head.code()),
                    false => cli::verified_older(language, name, head.seq, head.code()),
                };
                let jumps = Desk::clock_jumps(&door.path)?;
                let line = match jumps {
                    0 => whole,
                    jumps => format!("{whole}{}", say::clock_jumps(language, jumps)),
                };
                let lacks = Desk::lacks(&door.path)?;
                let line = match lacks.as_slice() {
                    [] => line,
                    lacks => {
                        let lacking = acts::lacking(language, lacks);
                        format!("{line}{}", say::lacks(language, lacking))
                    }
                };
                self.print(&format!("{line}\n"))?;
                if let Some(said) = other.and_then(|other| copied(language, &other)) {
                    self.tell(&said);
                }
                Ok(FINE)
            }
            Err(damage) => {
                let mut line = match &damage {
                    Damage::Unread(error) if !error.is_damage() => {
                        let found = faults::damage(language, &damage);
                        cli::verified_not(language, name, found)
                    }
                    damage => {
                        let ought = match damage {
                            Damage::Rows { .. } => Desk::ought(&door.path).unwrap_or_default(),
                            _ => World::default(),
                        };
                        let found = faults::damage_in(language, &ought, damage);
                        cli::checked_not(language, name, found)
                    }
                };
                if let Some(bad) = Desk::first_bad(&door.path, &damage) {
                    line.push_str(&self.bad_entry(&bad));
                }
                // Where pages are damaged the rows of the journal are found by their bytes.
                let by_bytes = match &damage {
                    Damage::Pages { .. } => true,
                    Damage::Unread(error) => error.is_damage(),
                    _ => false,
                };
                let found = by_bytes.then(|| Desk::provable(&door.path)).flatten();
                line.push_str(
                    &found.map_or_else(String::new, |found| match found.first_bad {
                        Some(bad) => say::provable_to(language, found.whole_to, bad),
                        None => say::provable_all(language, found.whole_to),
                    }),
                );
                self.print(&format!("{line}\n"))?;
                if !matches!(&damage, Damage::Unread(error) if !error.is_damage()) {
                    let path = tally::file_name(&door.path);
                    self.tell(&say::way_out(language, path));
                }
                Ok(of_damage(&damage))
            }
        }
    }

    /// Says that the file in the committee's place is not the one this computer saw last.
    fn not_the_latest(&mut self, name: String, other: &ReadOnly) -> Result<u8, Fault> {
        let line = match other {
            ReadOnly::Forked { seen, have } => {
                doubt::verified_forked(self.language, name, *seen, *have)
            }
            ReadOnly::OlderCopy { seen, have } => {
                doubt::verified_older(self.language, name, *seen, *have)
            }
            other => faults::read_only(self.language, other),
        };
        self.print(&format!("{line}\n"))?;
        Ok(DIFFERS)
    }

    /// Names an entry by its line, its act and what can still be read of it.
    fn bad_entry(&self, bad: &BadEntry) -> String {
        let language = self.language;
        let act = bad.act.as_deref().map(|act| clean(act).0);
        let act = act.unwrap_or_else(|| "-".to_owned());
        let Some((at, events)) = &bad.told else {
            return say::bad_unread(language, bad.seq, act);
        };
        let at = DateTime::parse_from_rfc3339(at).map_or_else(
            |_| clean(at).0,
            |at| {
                let day = terms::date(language, at.date_naive());
                format!("{day} {}", terms::clock(at.time()))
            },
        );
        let what = clean(&acts::sentence(language, &bad.world, events)).0;
        say::bad_told(language, bad.seq, act, at, what)
    }
}

/// Says how a copy that was named stands to what this computer saw of its committee.
fn copied(language: Language, other: &ReadOnly) -> Option<String> {
    match other {
        ReadOnly::OlderCopy { seen, have } => Some(doubt::copy_older(language, *seen, *have)),
        ReadOnly::Forked { seen, .. } => Some(doubt::copy_forked(language, *seen)),
        ReadOnly::Held { .. }
        | ReadOnly::LetGo
        | ReadOnly::Disk
        | ReadOnly::Full
        | ReadOnly::Asked
        | ReadOnly::Damaged { .. } => None,
    }
}
