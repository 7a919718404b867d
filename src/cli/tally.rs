//! `lianxi tally`: counts the votes of published documents and says where they disagree.

use crate::domain::ids::GroupId;
use crate::domain::rule::{Rule, preset, presets};
use crate::domain::text::dangerous;
use crate::domain::vote::tally::{Counts, GroupCount};
use crate::exchange::popolo::compare::{Difference, Recount, recount};
use crate::exchange::popolo::{
    Cause, Cleaned, Document, Fault, Kind, Published, VoteEvent, read, word,
};
use serde::{Serialize, Serializer};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs::File;
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

/// The longest text of a document that is repeated in a sentence, in characters.
const MOST_QUOTED: usize = 120;

/// Counts every vote of the files under a rule, one JSON object a line, and returns the exit code.
///
/// A file with a fault prints nothing on `out`; the others are still counted. The same vote in two
/// files is one vote: it is printed once when both say the same, otherwise the later file is at fault.
pub fn tally(rule: &str, files: &[PathBuf], out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let rule = match named(rule) {
        Ok(rule) => rule,
        Err(refusal) => {
            tell(err, &refusal);
            return BAD_INPUT;
        }
    };
    let mut run = Run {
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

/// Returns the rule of that id, or the sentence that says why not.
fn named(id: &str) -> Result<Rule, String> {
    let name = quoted(id);
    if id.ends_with(".toml") {
        return Err(format!(
            "--rule {name}: 尚不能从文件读取规则 · rules from a file are not read yet"
        ));
    }
    // a document does not prove who should have come, so a rule with a quorum cannot be judged by it
    let countable = |rule: &Rule| rule.quorum.is_none();
    preset(id).filter(countable).ok_or_else(|| {
        let ids: Vec<String> = presets()
            .into_iter()
            .filter(countable)
            .map(|rule| rule.id.to_string())
            .collect();
        format!(
            "--rule {name}: 没有这条计票规则 · no such rule for counting: {}",
            ids.join(", ")
        )
    })
}

struct Run<'s> {
    rule: Rule,
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
            let fresh = self.fresh(document)?;
            Ok((fresh, cleaned))
        });
        let (fresh, cleaned) = match fresh {
            Ok(taken) => taken,
            Err(fault) => {
                tell(self.err, &format!("{name}: {}", sentence(&fault)));
                self.code = BAD_INPUT;
                return;
            }
        };
        for line in cleaned_sentences(&cleaned) {
            tell(self.err, &format!("{name}: {line}"));
        }
        let mut lines = Vec::new();
        for event in fresh {
            let recount = recount(&self.rule, &event);
            for difference in &recount.differences {
                let id = quoted(&recount.id);
                let line = difference_sentence(difference);
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
                    tell(self.err, &sentence(&fault));
                }
            }
        }
    }
}

fn open(path: &Path) -> Result<(Document, Vec<Cleaned>), Fault> {
    let file = File::open(path).map_err(|error| Fault::whole(Cause::Unreadable(error.kind())))?;
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
                .criteria
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
                passed: group.passed,
            },
        )
    }))
}

/// Returns a text of outside so that it cannot drive the terminal it is shown on.
fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if dangerous(c) || matches!(c, '\u{2028}' | '\u{2029}') {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

pub(super) fn file_name(path: &Path) -> String {
    safe(&path.to_string_lossy())
}

fn quoted(text: &str) -> String {
    let short: String = text.chars().take(MOST_QUOTED).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    format!("「{}{more}」", safe(&short))
}

/// Returns the sentence for a fault: its place and its cause, in both languages.
#[must_use]
pub fn sentence(fault: &Fault) -> String {
    let cause = match &fault.cause {
        Cause::Unreadable(kind) => format!("无法读写 · cannot be read or written ({kind})"),
        Cause::TooLarge { most } => {
            format!("文件过大 · file too large (> {} MB)", most / 1024 / 1024)
        }
        Cause::NotUtf8 { offset } => format!("不是 UTF-8 文本 · not UTF-8 (byte {offset})"),
        Cause::Truncated { line, column } => {
            format!("第 {line} 行第 {column} 列：文件不完整 · the file ends too early")
        }
        Cause::Syntax { line, column } => {
            format!(
                "第 {line} 行第 {column} 列：不是 JSON · line {line}, column {column}: not JSON"
            )
        }
        Cause::Unrepresentable { line, column } => format!(
            "第 {line} 行第 {column} 列：数字超出范围 · line {line}, column {column}: number out of range"
        ),
        Cause::TooDeep { line, column } => format!(
            "第 {line} 行第 {column} 列：嵌套过深 · line {line}, column {column}: nested too deeply"
        ),
        Cause::NotPopolo => "不是 Popolo 文件 · not a Popolo document".to_owned(),
        Cause::MissingField => "缺少此项 · missing".to_owned(),
        Cause::WrongType(Kind::Text) => "应为文字 · should be a text".to_owned(),
        Cause::WrongType(Kind::Whole) => "应为整数 · should be a whole number".to_owned(),
        Cause::WrongType(Kind::List) => "应为列表 · should be a list".to_owned(),
        Cause::WrongType(Kind::Object) => "应为对象 · should be an object".to_owned(),
        Cause::DuplicateKey => {
            "同一对象中重复且不一致 · stands twice with different values".to_owned()
        }
        Cause::UnknownOption(text) => format!(
            "未知的表决选项 · unknown option {} (yes, no, abstain, not voting, absent, recused)",
            quoted(text)
        ),
        Cause::UnknownResult(text) => {
            format!("未知的结果 · unknown result {} (pass, fail)", quoted(text))
        }
        Cause::Weight => "票的权重不是 1 · a weight other than 1".to_owned(),
        Cause::NoVotes => "没有逐人表决 · a vote event without votes".to_owned(),
        Cause::VotedTwice(id) => format!("重复表决 · votes twice: {}", quoted(id)),
        Cause::UnknownPerson(id) => {
            format!("名单中没有此人 · not among the persons: {}", quoted(id))
        }
        Cause::DuplicateId(id) => format!("编号重复 · duplicate id: {}", quoted(id)),
        Cause::NegativeCount => "票数为负 · a negative count".to_owned(),
        Cause::OutOfRange => "数字超出范围 · number out of range".to_owned(),
        Cause::BadDate(text) => format!("日期不存在 · no such date: {}", quoted(text)),
        Cause::Contradicts(id) => format!(
            "与前一文件中同一表决不一致 · contradicts the same vote in an earlier file: {}",
            quoted(id)
        ),
    };
    if fault.path.is_empty() {
        cause
    } else {
        format!("{}: {cause}", safe(&fault.path))
    }
}

fn cleaned_sentences(cleaned: &[Cleaned]) -> Vec<String> {
    let mut lines: Vec<String> = cleaned
        .iter()
        .take(MOST_PLACES)
        .map(|Cleaned { place, dropped }| {
            let place = if place.is_empty() { "JSON" } else { place };
            let place = safe(place);
            format!("{place}: 已去除不可见或控制字符 · unclean characters removed: {dropped}")
        })
        .collect();
    if let Some(more) = cleaned
        .len()
        .checked_sub(MOST_PLACES)
        .filter(|more| *more > 0)
    {
        lines.push(format!("另有 {more} 处 · and {more} more places"));
    }
    lines
}

fn difference_sentence(difference: &Difference) -> String {
    let (what, published, counted) = match difference {
        Difference::Result { published, counted } => (
            "结果 · result".to_owned(),
            published.as_str().to_owned(),
            counted.as_str().to_owned(),
        ),
        Difference::GroupResult {
            group,
            published,
            counted,
        } => (
            format!("结果 · result {}", quoted(group.as_str())),
            published.as_str().to_owned(),
            counted.map_or("-", Published::as_str).to_owned(),
        ),
        Difference::Count {
            group,
            option,
            published,
            counted,
        } => {
            let of = group
                .as_ref()
                .map(|group| format!(" {}", quoted(group.as_str())))
                .unwrap_or_default();
            (
                format!("票数 · count {}{of}", word(*option)),
                published.to_string(),
                counted.to_string(),
            )
        }
    };
    format!("{what}: 公布 · published {published}, 计得 · counted {counted}")
}
