//! The passphrase of an encrypted backup: asked for where somebody sits, else the first line of the
//! standard input; never an argument, for those are seen by others and kept by shells.

use super::fault::Fault;
use super::{Job, tally};
use crate::i18n::encrypted as words;
use crate::office::Office;
use crate::store::encrypted::{
    EncryptedFault, Passphrase, SHORTEST, TooShort, Unpacked, is_encrypted,
};
use std::io::{self, BufRead, IsTerminal, Read, stdin};
use std::path::Path;

/// Asks on the terminal for something that is not shown; `None` where whoever sits there thinks better.
pub type Ask = fn(&str) -> io::Result<Option<String>>;

/// So often a passphrase may be tried at one sitting.
const TRIES: u32 = 3;

/// More bytes than any passphrase has.
const LONGEST: u64 = 4096;

impl Job<'_> {
    /// Asks for a new passphrase, twice where it is typed, and says first what that means.
    pub(super) fn choose_passphrase(&mut self) -> Result<Passphrase, Fault> {
        let language = self.language;
        self.tell(words::about_set(language));
        let typed = self.read(&words::ask_new(language, SHORTEST))?;
        let chosen = Passphrase::chosen(&typed).map_err(|TooShort| Fault::PassphraseTooShort)?;
        if stdin().is_terminal() && self.read(words::ask_again(language))? != typed {
            return Err(Fault::PassphraseDiffers);
        }
        Ok(chosen)
    }

    /// Opens a backup where it is encrypted; `None` where it is not.
    pub(super) fn unpack(
        &mut self,
        office: &Office,
        backup: &Path,
    ) -> Result<Option<Unpacked>, Fault> {
        if !is_encrypted(backup) {
            return Ok(None);
        }
        let file = tally::file_name(backup);
        let asked = words::ask(self.language, file.as_str());
        let folder = office.paths.unpacked();
        let mut tries = if stdin().is_terminal() { TRIES } else { 1 };
        loop {
            let key = Passphrase::given(&self.read(&asked)?);
            tries -= 1;
            match Unpacked::of(backup, &folder, &key) {
                Ok(unpacked) => {
                    self.tell(&words::unpacked(self.language, file));
                    return Ok(Some(unpacked));
                }
                Err(fault) => {
                    let fault = Fault::Encrypted {
                        file: file.clone(),
                        fault,
                    };
                    if !fault.is_wrong_passphrase() || tries == 0 {
                        return Err(fault);
                    }
                    self.tell(&fault.sentence(self.language));
                }
            }
        }
    }

    fn read(&mut self, asked: &str) -> Result<String, Fault> {
        let typed = if stdin().is_terminal() {
            (self.ask)(asked).map_err(Fault::Terminal)?
        } else {
            first_line(&mut stdin().lock()).map_err(Fault::Terminal)?
        };
        typed
            .filter(|typed| !typed.is_empty())
            .ok_or(Fault::NoPassphrase)
    }
}

fn first_line(from: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    from.take(LONGEST).read_until(b'\n', &mut line)?;
    let line = String::from_utf8(line).ok();
    Ok(line.map(|line| line.trim_end_matches(['\n', '\r']).to_owned()))
}

impl Fault {
    const fn is_wrong_passphrase(&self) -> bool {
        matches!(
            self,
            Self::Encrypted {
                fault: EncryptedFault::Wrong,
                ..
            }
        )
    }
}
