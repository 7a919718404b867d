//! `lianxi verify`: proves files by their pages, their hash chain and a replay, one line a file.

use super::fault::{Fault, of_damage};
use super::place::{door, doors, id};
use super::{FINE, Job};
use crate::desk::Desk;
use crate::i18n::{cli, faults};
use crate::office::Office;

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
            let name = cli::committee_and_id(language, door.name.as_str(), id(&door));
            let line = match Desk::verify(&door.path) {
                Ok(checked) => {
                    let head = checked.head;
                    cli::verified(language, name, head.seq, head.code())
                }
                Err(damage) => {
                    code = code.max(of_damage(&damage));
                    cli::verified_not(language, name, faults::damage(language, &damage))
                }
            };
            self.print(&format!("{line}\n"))?;
        }
        Ok(code)
    }
}
