//! `lianxi salvage`: everything that can be proved of a damaged file, in a new one.

use super::fault::Fault;
use super::{DIFFERS, FINE, Job, tally};
use crate::desk::{Desk, SalvageError, Salvaged};
use crate::i18n::{acts, cli, salvage as say};
use crate::office::Office;
use crate::store::encrypted::Unpacked;
use crate::store::witness::Witness;
use std::path::Path;

impl Job<'_> {
    /// Salvages, and says what is missing: code 1 where anything is.
    pub(super) fn salvage(&mut self, office: &Office, from: &Path, to: &Path) -> Result<u8, Fault> {
        let language = self.language;
        if to.symlink_metadata().is_ok() {
            return Err(Fault::FileThere(to.to_owned()));
        }
        let unpacked = self.unpack(office, from)?;
        let from = unpacked.as_ref().map_or(from, Unpacked::path);
        let found =
            Desk::salvage(from, to, office.clock().as_ref()).map_err(|error| match error {
                SalvageError::Unread(source) => Fault::unreadable(from, source),
                SalvageError::Nothing => Fault::NothingToSalvage(from.to_owned()),
                error if error.is_full() => Fault::NoRoomToSalvage(from.to_owned()),
                SalvageError::Desk(error) => Fault::Desk(error),
                SalvageError::Damage(damage) => Fault::Damage(damage),
            })?;
        let name = tally::file_name(to);
        self.tell(&say::done(
            language,
            found.acts,
            name.as_str(),
            found.head.code(),
        ));
        if found.gaps > 0 {
            self.tell(&say::noted(language, found.gaps));
        }
        self.tell(&say::whole_to(language, found.whole_to));
        let lacks = self.say_what_lacks(&found);
        let beyond = self.say_what_was_seen(office, &found);
        if found.same_life {
            self.tell(&say::same_life(language, found.whole_to));
        } else {
            self.tell(say::new_life(language));
        }
        self.tell(&say::drafts(language, found.drafts));
        if lacks || beyond {
            self.tell(&say::next_lacking(language, name));
            Ok(DIFFERS)
        } else {
            self.tell(&say::next_whole(language, name));
            Ok(FINE)
        }
    }

    fn say_what_lacks(&mut self, found: &Salvaged) -> bool {
        let language = self.language;
        if found.header_lost {
            self.tell(say::header_lost(language));
        }
        let spans = |spans: &[(u64, u64)]| {
            let spans = spans
                .iter()
                .map(|(from, to)| acts::span(language, *from, *to));
            spans.collect::<Vec<_>>().join(cli::between(language))
        };
        if !found.missing.is_empty() {
            self.tell(&say::missing(language, spans(&found.missing)));
        }
        if !found.unproved.is_empty() {
            self.tell(&say::unproved(language, spans(&found.unproved)));
        }
        if found.behind_gaps > 0 {
            self.tell(&say::behind_gaps(language, found.behind_gaps));
        }
        if !found.unread.is_empty() {
            let lines: Vec<String> = found.unread.iter().map(ToString::to_string).collect();
            self.tell(&say::unread(language, lines.join(cli::between(language))));
        }
        let whole = found.missing.is_empty() && found.unproved.is_empty();
        found.header_lost || !whole || !found.unread.is_empty()
    }

    /// The end of a file leaves no trace in it; what this computer saw last does.
    fn say_what_was_seen(&mut self, office: &Office, found: &Salvaged) -> bool {
        let seen = Witness::new(&office.paths.state, &found.committee).seen();
        let Some(seen) = seen.filter(|seen| seen.seq > found.last) else {
            return false;
        };
        let lost = seen.seq - found.last;
        self.tell(&say::end_lost(self.language, lost, seen.seq, found.last));
        true
    }
}
