//! `lianxi resume`: goes on with a copy of the file that is not the one this computer saw last, as
//! after a backup was restored.

use super::fault::Fault;
use super::{DIFFERS, FINE, Job, place};
use crate::desk::{Checking, ReadOnly};
use crate::i18n::cli;
use crate::office::Office;
use crate::store::folder::mine;
use std::io::Write as _;

impl Job<'_> {
    /// Says what is given up, and with `yes` gives it up; a note beside the file keeps that it was so.
    pub(super) fn resume(&mut self, office: &Office, yes: bool) -> Result<u8, Fault> {
        let language = self.language;
        let mut desk = place::desk(office, self.committee.as_deref())?;
        let lost = match desk.checking() {
            Checking::ReadOnly(ReadOnly::OlderCopy { seen, have }) => {
                cli::resume_older(language, seen.saturating_sub(*have), *seen, *have)
            }
            Checking::ReadOnly(ReadOnly::Forked { seen, have }) => {
                cli::resume_forked(language, *seen, *have)
            }
            Checking::ReadOnly(other) => return Err(Fault::Desk(other.clone().into())),
            Checking::Running | Checking::Passed => {
                self.tell(cli::resume_needless(language));
                return Ok(FINE);
            }
        };
        self.tell(&lost);
        if !yes {
            self.tell(cli::resume_ask(language));
            return Ok(DIFFERS);
        }
        let path = desk.path().with_extension("resumed.txt");
        let code = desk.head_code()?;
        let line = format!("{} {code} {lost}\n", desk.now().format("%Y-%m-%d %H:%M"));
        // The note comes first: what was given up is never given up without a word.
        mine()
            .create(true)
            .append(true)
            .open(&path)
            .and_then(|mut note| {
                note.write_all(line.as_bytes())?;
                note.sync_all()
            })
            .map_err(|source| Fault::unwritable(&path, source))?;
        desk.resume()?;
        self.tell(&cli::resumed(language, super::tally::file_name(&path)));
        Ok(FINE)
    }
}
