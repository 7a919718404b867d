//! `lianxi verify`: proves files by their pages, their hash chain and a replay, one line a file, and
//! names the first entry that is not as it was written.

use super::fault::{Fault, of_damage};
use super::place::{door, doors, id};
use super::{FINE, Job, tally};
use crate::desk::{BadEntry, Desk};
use crate::domain::text::clean;
use crate::i18n::{acts, cli, faults, salvage as say, terms};
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
            code = code.max(self.verify_one(&door)?);
        }
        Ok(code)
    }

    fn verify_one(&mut self, door: &Door) -> Result<u8, Fault> {
        let language = self.language;
        let name = cli::committee_and_id(language, door.name.as_str(), id(door));
        match Desk::verify(&door.path) {
            Ok(checked) => {
                let head = checked.head;
                let whole = cli::verified(language, name, head.seq, head.code());
                let jumps = Desk::clock_jumps(&door.path)?;
                let line = match jumps {
                    0 => whole,
                    jumps => format!("{whole}{}", say::clock_jumps(language, jumps)),
                };
                self.print(&format!("{line}\n"))?;
                Ok(FINE)
            }
            Err(damage) => {
                let found = faults::damage(language, &damage);
                let mut line = cli::verified_not(language, name, found);
                if let Some(bad) = Desk::first_bad(&door.path, &damage) {
                    line.push_str(&self.bad_entry(&bad));
                }
                self.print(&format!("{line}\n"))?;
                if !matches!(damage, Damage::Unread(_)) {
                    let path = tally::file_name(&door.path);
                    self.tell(&say::way_out(language, path));
                }
                Ok(of_damage(&damage))
            }
        }
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
