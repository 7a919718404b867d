//! `lianxi import popolo`: takes published sessions in, one committee an organization, and says where
//! they differ from what was published.

use super::fault::of_desk;
use super::tally::{cleaned_sentences, file_name, named, open};
use super::{BAD_INPUT, DIFFERS, FINE};
use crate::desk::surroundings::TimeOrderedIds;
use crate::desk::{Desk, DeskError};
use crate::domain::entity::{Entity, Key};
use crate::domain::ids::ActId;
use crate::domain::rule::Rule;
use crate::domain::{Command, World};
use crate::exchange::popolo::import::{
    Body, Finding, Intake, OnFile, Sitting, Sorted, Unstated, astray, committee_of, intake, sort,
};
use crate::exchange::popolo::{Cause, Cleaned, Fault};
use crate::exchange::roster::alike;
use crate::i18n::{faults, look_alikes, popolo, popolo_words};
use crate::office::Office;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Takes every file in and returns the exit code: nothing differs, something does, or bad input.
///
/// A file is one transaction: all of it is taken in or nothing. A file of several organizations is
/// one transaction for each, for each has a file of its own; everything that can be wrong with the
/// document is found before the first of them is written.
pub(super) fn import(
    office: &Office,
    rule: &str,
    files: &[PathBuf],
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let language = office.language;
    let rule = match named(language, rule) {
        Ok(rule) => rule,
        Err(refusal) => {
            say(err, &refusal);
            return BAD_INPUT;
        }
    };
    // The sentences are lines, which a test holds them to.
    let Some(unstated) = popolo_words::unstated(language) else {
        return BAD_INPUT;
    };
    let mut run = Run {
        office,
        rule,
        unstated,
        out,
        err,
    };
    files
        .iter()
        .fold(FINE, |code, file| code.max(run.file(file)))
}

/// A line on a stream. Nobody is left to be told when that fails; what was taken in stays.
fn say(to: &mut dyn Write, line: &str) {
    let _ = writeln!(to, "{line}");
}

struct Run<'s> {
    office: &'s Office,
    rule: Rule,
    unstated: Unstated,
    out: &'s mut dyn Write,
    err: &'s mut dyn Write,
}

/// Why a file is not taken in.
enum Stop {
    /// The document is at fault.
    Document(Fault),
    /// The desk is.
    Desk(DeskError),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Document(fault)
    }
}

impl From<DeskError> for Stop {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

/// A committee and what it is to take in.
struct Ready {
    path: PathBuf,
    /// `None` where the committee is not founded yet.
    desk: Option<Desk>,
    intake: Intake,
    /// The sessions on file already, and whether each says the same.
    there: Vec<Option<bool>>,
}

impl Run<'_> {
    fn file(&mut self, path: &Path) -> u8 {
        let name = file_name(path);
        let (document, cleaned) = match open(path) {
            Ok(read) => read,
            Err(fault) => return self.stopped(&name, &Stop::Document(fault)),
        };
        let sorted = sort(&document);
        let ready = match self.ready(&sorted) {
            Ok(ready) => ready,
            Err(stop) => return self.stopped(&name, &stop),
        };
        self.cleaned(&name, &cleaned);
        let mut code = self.loose(&name, &sorted);
        let several = ready.len() > 1;
        for committee in ready {
            code = code.max(self.committee(&name, committee, several));
        }
        code
    }

    /// Makes everything ready that may be wrong with the document, before anything is written.
    fn ready(&self, sorted: &Sorted<'_>) -> Result<Vec<Ready>, Stop> {
        let each = sorted.bodies.iter();
        each.map(|body| self.ready_body(sorted, body)).collect()
    }

    fn ready_body(&self, sorted: &Sorted<'_>, body: &Body<'_>) -> Result<Ready, Stop> {
        let paths = &self.office.paths;
        let id = committee_of(body.organization).to_string();
        let path = paths.committees().join(format!("{id}.db"));
        let desk = match path.exists() {
            true => Some(self.office.open(&path)?),
            false => None,
        };
        let mut on_file = OnFile::default();
        let mut worlds = Vec::new();
        if let Some(desk) = &desk {
            on_file.world = desk.world().clone();
            for session in &body.sessions {
                let id = session.event.id.as_str().into();
                let world = desk.look(&id)?;
                if world.sessions.contains_key(&id) {
                    on_file.sessions.insert(id);
                }
                worlds.push(world);
            }
        }
        let intake = intake(sorted, body, &self.rule, &self.unstated, &on_file)?;
        let mut there = Vec::new();
        for (at, sitting) in intake.sittings.iter().enumerate() {
            let known = on_file.sessions.contains(&sitting.session.id);
            let world = worlds.get(at).filter(|_| known);
            there.push(world.map(|world| sitting.is_as_in(world)));
            if let (false, Some(desk)) = (known, &desk) {
                nothing_replaced(desk, sitting)?;
            }
        }
        Ok(Ready {
            path,
            desk,
            intake,
            there,
        })
    }

    fn stopped(&mut self, name: &str, stop: &Stop) -> u8 {
        let language = self.office.language;
        let (why, code) = match stop {
            Stop::Document(fault) => (popolo_words::fault(language, fault), BAD_INPUT),
            Stop::Desk(error) => (faults::desk(language, error), code_of(error)),
        };
        // The name and the place stand first, as `lianxi tally` prints them.
        say(self.err, &format!("{name}: {why}"));
        code
    }

    fn cleaned(&mut self, name: &str, cleaned: &[Cleaned]) {
        for line in cleaned_sentences(self.office.language, cleaned) {
            say(self.err, &format!("{name}: {line}"));
        }
    }

    /// Tells what belongs to no session.
    fn loose(&mut self, name: &str, sorted: &Sorted<'_>) -> u8 {
        let language = self.office.language;
        let counted = astray(sorted, &self.rule);
        let mut code = FINE;
        for finding in sorted.findings.iter().chain(&counted) {
            let line = popolo_words::finding(language, finding);
            say(self.out, &format!("{name}: {line}"));
            code = DIFFERS;
        }
        if sorted.bodies.is_empty() {
            say(self.out, &popolo::no_session(language, name));
            code = DIFFERS;
        }
        code
    }

    fn committee(&mut self, name: &str, mut ready: Ready, several: bool) -> u8 {
        let language = self.office.language;
        let fresh = ready.there.iter().zip(&ready.intake.sittings);
        let fresh: Vec<&Sitting> = fresh
            .filter(|(there, _)| there.is_none())
            .map(|(_, sitting)| sitting)
            .collect();
        let acts: Vec<_> = fresh.iter().flat_map(|sitting| sitting.acts()).collect();
        let brought = fresh.iter().flat_map(|sitting| &sitting.roster);
        let alike = match &ready.desk {
            Some(desk) => alike(desk.world(), brought),
            None => alike(&World::default(), brought),
        };
        let taken = match acts.is_empty() {
            true => Ok(()),
            false => self.take_in(&mut ready, acts),
        };
        if let Err(error) = taken {
            let why = faults::desk(language, &error);
            let line = match several {
                true => popolo::part_taken(language, name, ready.intake.name.as_str(), why),
                false => popolo::nothing_taken(language, name, why),
            };
            say(self.err, &line);
            return code_of(&error);
        }
        for alike in &alike {
            let what = look_alikes::taken_in(language, alike);
            say(self.err, &format!("{name}: {what}"));
        }
        let mut code = FINE;
        for (there, sitting) in ready.there.iter().zip(&ready.intake.sittings) {
            code = code.max(self.sitting(sitting, *there));
        }
        code
    }

    /// Records the acts, founding the committee with them where it is not there.
    fn take_in(&self, ready: &mut Ready, acts: Acts) -> Result<(), DeskError> {
        if let Some(desk) = &mut ready.desk {
            let _recorded = desk.execute_acts(acts)?;
            return Ok(());
        }
        let paths = &self.office.paths;
        paths.make()?;
        let (name, ids) = (ready.intake.name.clone(), Box::new(TimeOrderedIds));
        Desk::found_with(&ready.path, paths, name, self.office.clock(), ids, acts)
    }

    fn sitting(&mut self, sitting: &Sitting, there: Option<bool>) -> u8 {
        let language = self.office.language;
        let mut lines: Vec<String> = sitting
            .findings
            .iter()
            .map(|finding: &Finding| popolo_words::finding(language, finding))
            .collect();
        if there == Some(false) {
            lines.push(popolo::left_as_it_was(language).to_owned());
        }
        let line = popolo_words::sitting(language, sitting, there.is_some(), lines.len());
        say(self.out, &line);
        for line in &lines {
            say(self.out, &format!("  {line}"));
        }
        if lines.is_empty() { FINE } else { DIFFERS }
    }
}

type Acts = Vec<(ActId, Vec<Command>)>;

/// Refuses a session whose motions or items are on file under another: one id is one thing, and the
/// one on file must not give way.
fn nothing_replaced(desk: &Desk, sitting: &Sitting) -> Result<(), Stop> {
    let items = sitting
        .items
        .iter()
        .cloned()
        .map(|it| Entity::Item(Arc::new(it)));
    let motions = sitting
        .motions
        .iter()
        .cloned()
        .map(|it| Entity::Motion(Arc::new(it)));
    for entity in items.chain(motions) {
        let key: Key = entity.key();
        if desk.holds(&key)? {
            return Err(Stop::Document(Fault {
                path: key.kind.table().to_owned(),
                cause: Cause::OfAnotherSession(key.id),
            }));
        }
    }
    Ok(())
}

/// A file of which nothing is taken in outweighs a difference, whatever the desk's own code is.
fn code_of(error: &DeskError) -> u8 {
    of_desk(error).max(BAD_INPUT)
}
