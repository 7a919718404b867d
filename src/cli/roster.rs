//! `lianxi import roster` and `lianxi export roster`.

use super::fault::Fault;
use super::{FINE, Job, place, tally};
use crate::exchange::roster::{self, Wording};
use crate::i18n::{cli, look_alikes, roster_faults};
use crate::office::Office;
use std::path::Path;

impl Job<'_> {
    /// Takes a roster file in: all of it, or nothing with every fault told.
    pub(super) fn import_roster(&mut self, office: &Office, file: &Path) -> Result<u8, Fault> {
        let language = self.language;
        let bytes = roster::load(file).map_err(|source| Fault::unreadable(file, source))?;
        let mut desk = self.desk(office)?;
        let name = tally::file_name(file);
        let mut new_id = || desk.new_id::<String>();
        let intake = match roster::read(&bytes, desk.world(), desk.today(), &mut new_id) {
            Ok(intake) => intake,
            Err(found) => {
                for fault in &found {
                    let what = roster_faults::sentence(language, fault);
                    self.tell(&cli::in_file(language, name.as_str(), what));
                }
                return Err(Fault::Roster {
                    path: file.to_owned(),
                    count: found.len(),
                });
            }
        };
        for cell in &intake.cleaned {
            let what = roster_faults::cleaned(language, cell);
            self.tell(&cli::in_file(language, name.as_str(), what));
        }
        let alike = roster::alike(desk.world(), intake.commands.iter());
        let changes = place::record(&mut desk, &intake.commands)?.events.len();
        for alike in &alike {
            let what = look_alikes::taken_in(language, alike);
            self.tell(&cli::in_file(language, name.as_str(), what));
        }
        let said = if changes == 0 {
            cli::roster_unchanged(language, intake.rows)
        } else {
            cli::roster_taken_in(language, intake.rows, changes)
        };
        self.tell(&said);
        Ok(FINE)
    }

    /// Writes the roster of today, or a template.
    pub(super) fn export_roster(
        &mut self,
        office: &Office,
        template: bool,
        output: Option<&Path>,
    ) -> Result<u8, Fault> {
        let wording = Wording::from(self.language);
        let text = if template {
            roster::template(wording)
        } else {
            let desk = self.desk(office)?;
            roster::export(desk.world(), desk.today(), wording)
        };
        self.write(&text, output, cli::roster_written)
    }
}
