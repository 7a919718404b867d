//! `lianxi tally`: counts the votes of published documents and says where they disagree.

use crate::domain::ids::GroupId;
use crate::domain::rule::{Rule, preset, presets};
use crate::domain::vote::tally::{Counts, GroupCount};
use crate::exchange::popolo::compare::{Recount, recount, unprovable};
use crate::exchange::popolo::{Cause, Cleaned, Document, Fault, Published, VoteEvent, read};
use crate::exchange::rule_file::{self, Reading};
use crate::file;
use crate::i18n::{Language, cli, popolo, popolo_words, rule_file as say, rule_files};
use serde::{Serialize, Serializer};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The rule under which votes are counted where none is named.
pub const DEFAULT_RULE: &str = "majority-of-cast";

/// Nothing disagrees.
pub const AGREES: u8 = 0;
/// Something published is not what was counted.
pub const DISAGREES: u8 = 1;
/// Bad input; it outweighs a disagreement.
pub const BAD_INPUT: u8 = 2;

/// The most places of one file whose unclean characters are told one by one.
const MOST_PLACES: usize = 20;

/// Counts every vote of the files under a rule, one JSON object a line, and returns the exit code.
///
/// A file with a fault prints nothing on `out`; the others are still counted. The same vote in two
/// files is one vote: it is printed once when both say the same, otherwise the later file is at fault.
pub fn tally(
    language: Language,
    rule: &str,
    files: &[PathBuf],
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let rule = match asked(language, rule) {
        Ok(rule) => rule,
        Err(refusals) => {
            for refusal in refusals {
                tell(err, &refusal);
            }
            return BAD_INPUT;
        }
    };
    let mut run = Run {
        language,
        rule,
        known: HashMap::new(),
        code: AGREES,
        out: Some(out),
        err,
    };
    for file in files {
        run.file(file);
    }
    run.code
}

/// The rule to count by.
enum Asked {
    /// A shipped one.
    Shipped(Box<Rule>),
    /// One of a file, which may name villages as a document does.
    OfFile {
        reading: Box<Reading>,
        number: usize,
        name: String,
    },
}

impl Asked {
    /// Returns the rule as a document is counted by it, or the sentences that say why not.
    fn of(&self, language: Language, document: &Document) -> Result<Rule, Vec<String>> {
        let (reading, number, name) = match self {
            Self::Shipped(rule) => return Ok(Rule::clone(rule)),
            Self::OfFile {
                reading,
                number,
                name,
            } => (reading, *number, name),
        };
        let rule = reading.in_document(number, &document.groups());
        let rule = rule.map_err(|faults| {
            let said = faults.iter();
            let said = said.map(|it| format!("{name}: {}", rule_files::fault(language, it)));
            said.collect::<Vec<String>>()
        })?;
        let mut rule = rule.ok_or_else(Vec::new)?;
        if let Some(weights) = &rule.weights {
            rule.reckoned = weights.reckon(&[]);
        }
        Ok(rule)
    }
}

/// Returns the rule to count by, of the file or of the id, or the sentences that say why not.
fn asked(language: Language, rule: &str) -> Result<Asked, Vec<String>> {
    let Some((file, id)) = file_and_id(rule) else {
        let rule = named(language, rule).map_err(|refusal| vec![refusal])?;
        return Ok(Asked::Shipped(Box::new(rule)));
    };
    let path = Path::new(file);
    let name = file_name(path);
    let bytes = rule_file::load(path).map_err(|error| {
        let fault = Fault::whole(Cause::Unreadable(error.kind()));
        vec![format!("{name}: {}", popolo_words::fault(language, &fault))]
    })?;
    let reading = rule_file::read(&bytes, |id| preset(id.as_str())).map_err(|faults| {
        let sentence = |fault| format!("{name}: {}", rule_files::fault(language, fault));
        faults.iter().map(sentence).collect::<Vec<String>>()
    })?;
    let ids: Vec<&str> = reading.rules.iter().map(|rule| rule.id.as_str()).collect();
    let known = ids.join(cli::between(language));
    let mut rules = reading.rules.iter().enumerate();
    let found = match (id, reading.rules.len()) {
        (Some(id), _) => rules.find(|(_, rule)| rule.id.as_str() == id),
        (None, 1) => rules.next(),
        (None, _) => return Err(vec![say::which(language, name, known)]),
    };
    let Some((number, rule)) = found else {
        let given = popolo_words::quoted(id.unwrap_or_default());
        return Err(vec![say::not_in_file(language, given, name, known)]);
    };
    if let Some(what) = unprovable(rule) {
        return Err(vec![rule_files::unprovable(language, rule, what)]);
    }
    Ok(Asked::OfFile {
        reading: Box::new(reading),
        number,
        name,
    })
}

/// Returns the file a rule is to come from, and which of its rules, where `FILE.toml` or
/// `FILE.toml#ID` was written.
fn file_and_id(rule: &str) -> Option<(&str, Option<&str>)> {
    let is_file = |name: &str| {
        let ending = Path::new(name).extension();
        ending.is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
    };
    if is_file(rule) {
        return Some((rule, None));
    }
    let (file, id) = rule.rsplit_once('#')?;
    is_file(file).then_some((file, Some(id)))
}

/// Returns the shipped rule of that id, or the sentence that says why not.
pub(super) fn named(language: Language, id: &str) -> Result<Rule, String> {
    let name = popolo_words::quoted(id);
    let countable = |rule: &Rule| unprovable(rule).is_none();
    preset(id).filter(countable).ok_or_else(|| {
        let ids: Vec<String> = presets()
            .iter()
            .filter(|rule| countable(rule))
            .map(|rule| rule.id.to_string())
            .collect();
        popolo::no_such_rule(language, name, ids.join(cli::between(language)))
    })
}

struct Run<'s> {
    language: Language,
    rule: Asked,
    known: HashMap<String, VoteEvent>,
    code: u8,
    /// `None` once nobody reads any more.
    out: Option<&'s mut dyn Write>,
    err: &'s mut dyn Write,
}

impl Run<'_> {
    fn file(&mut self, path: &Path) {
        let name = file_name(path);
        let fresh = open(path).and_then(|(document, cleaned)| {
            let rule = self.rule.of(self.language, &document);
            let fresh = self.fresh(document)?;
            Ok((rule, fresh, cleaned))
        });
        let (rule, fresh, cleaned) = match fresh {
            Ok((Ok(rule), fresh, cleaned)) => (rule, fresh, cleaned),
            Ok((Err(refusals), ..)) => {
                for refusal in refusals {
                    tell(self.err, &format!("{name}: {refusal}"));
                }
                self.code = BAD_INPUT;
                return;
            }
            Err(fault) => {
                tell(
                    self.err,
                    &format!("{name}: {}", popolo_words::fault(self.language, &fault)),
                );
                self.code = BAD_INPUT;
                return;
            }
        };
        for line in cleaned_sentences(self.language, &cleaned) {
            tell(self.err, &format!("{name}: {line}"));
        }
        let mut lines = Vec::new();
        for event in fresh {
            let recount = recount(&rule, &event);
            for difference in &recount.differences {
                let id = popolo_words::quoted(&recount.id);
                let line = popolo_words::difference(self.language, difference);
                tell(self.err, &format!("{name}: {id}: {line}"));
            }
            if !recount.differences.is_empty() {
                self.code = self.code.max(DISAGREES);
            }
            if serde_json::to_writer(&mut lines, &Printed::from(&recount)).is_ok() {
                lines.push(b'\n');
            }
            self.known.insert(event.id.clone(), event);
        }
        self.print(&lines);
    }

    /// Returns the votes that no earlier file has told already.
    fn fresh(&mut self, document: Document) -> Result<Vec<VoteEvent>, Fault> {
        document.votes()?;
        let mut fresh = Vec::new();
        for (index, event) in document.vote_events.into_iter().flatten().enumerate() {
            match self.known.entry(event.id.clone()) {
                Entry::Vacant(_) => fresh.push(event),
                Entry::Occupied(earlier) if earlier.get().says_the_same(&event) => {}
                Entry::Occupied(_) => {
                    return Err(Fault {
                        path: format!("vote_events[{index}].id"),
                        cause: Cause::Contradicts(event.id),
                    });
                }
            }
        }
        Ok(fresh)
    }

    fn print(&mut self, lines: &[u8]) {
        let Some(out) = self.out.as_mut() else { return };
        match out.write_all(lines).and_then(|()| out.flush()) {
            Ok(()) => {}
            Err(error) => {
                self.out = None;
                // a reader that has seen enough, as `head`, is no fault
                if error.kind() != ErrorKind::BrokenPipe {
                    self.code = BAD_INPUT;
                    let fault = Fault::whole(Cause::Unreadable(error.kind()));
                    tell(self.err, &popolo_words::fault(self.language, &fault));
                }
            }
        }
    }
}

pub(super) fn open(path: &Path) -> Result<(Document, Vec<Cleaned>), Fault> {
    let file = file::open(path).map_err(|error| Fault::whole(Cause::Unreadable(error.kind())))?;
    let reading = read(file)?;
    Ok((reading.document, reading.cleaned))
}

/// A line on the other stream. Nobody is left to be told when that fails.
fn tell(err: &mut dyn Write, line: &str) {
    let _ = writeln!(err, "{line}");
}

/// What is printed of a vote: these keys in this order.
#[derive(Serialize)]
struct Printed<'r> {
    id: &'r str,
    outcome: &'static str,
    published: Option<&'static str>,
    agrees: Option<bool>,
    counts: Counts,
    #[serde(serialize_with = "by_group")]
    groups: &'r [GroupCount],
    criteria: Vec<PrintedCriterion<'r>>,
}

#[derive(Serialize)]
struct PrintedGroup {
    counts: Counts,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<u32>,
    passed: bool,
}

#[derive(Serialize)]
struct PrintedCriterion<'r> {
    group: Option<&'r GroupId>,
    inequality: String,
    holds: bool,
}

impl<'r> From<&'r Recount> for Printed<'r> {
    fn from(recount: &'r Recount) -> Self {
        let tally = &recount.tally;
        Self {
            id: &recount.id,
            outcome: if tally.adopted { "adopted" } else { "rejected" },
            published: recount.published.map(Published::as_str),
            agrees: recount.agrees,
            counts: tally.counts,
            groups: &tally.groups,
            criteria: tally
                .criteria()
                .iter()
                .map(|criterion| PrintedCriterion {
                    group: criterion.group.as_ref(),
                    inequality: criterion.inequality.to_string(),
                    holds: criterion.inequality.holds(),
                })
                .collect(),
        }
    }
}

fn by_group<S: Serializer>(groups: &&[GroupCount], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(groups.iter().map(|group| {
        (
            group.group.as_str(),
            PrintedGroup {
                counts: group.counts,
                weight: group.weight,
                passed: group.passed,
            },
        )
    }))
}

/// Returns the name of a file as it may be shown.
pub(super) fn file_name(path: &Path) -> String {
    popolo_words::shown(&path.to_string_lossy())
}

/// Says which places were cleaned, the first of them one by one.
pub(super) fn cleaned_sentences(language: Language, cleaned: &[Cleaned]) -> Vec<String> {
    let mut lines: Vec<String> = cleaned
        .iter()
        .take(MOST_PLACES)
        .map(|cleaned| popolo_words::cleaned(language, cleaned))
        .collect();
    if let Some(more) = cleaned
        .len()
        .checked_sub(MOST_PLACES)
        .filter(|more| *more > 0)
    {
        lines.push(popolo::cleaned_more(language, more));
    }
    lines
}
