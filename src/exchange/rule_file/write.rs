//! From rules to a file, laid out as a person would write it.

use super::FORM;
use super::words::{ConsentIs, QuestionIs, WeightsIs, Word};
use crate::domain::ids::RuleId;
use crate::domain::rule::{
    Comparator, Consent, Over, Pass, Question, Quorum, RecusalEffect, Required, Rule, Threshold,
    Turnout, Weights,
};
use std::fmt::Write;

/// Returns the file of some rules.
#[must_use]
pub fn write(rules: &[Rule]) -> String {
    let mut out = format!("form = {FORM}\n");
    for rule in rules {
        out.push_str("\n[[rule]]\n");
        for (name, value) in fields(rule) {
            // Writing to a string does not fail.
            let _ = writeln!(out, "{name} = {value}");
        }
    }
    out
}

/// Returns what is said of a rule; what it leaves as it would be anyway is left out.
fn fields(rule: &Rule) -> Vec<(&'static str, String)> {
    let mut said = vec![("id", id(&rule.id))];
    let mut say = |name, value| said.push((name, value));
    if let Some(name) = &rule.name {
        let (zh, en) = (quoted(name.zh.as_str()), quoted(name.en.as_str()));
        say("name", inline(&[("zh", zh), ("en", en)]));
    }
    say("provenance", word(rule.provenance));
    say("clause", quoted(&rule.clause));
    let yes = || "true".to_owned();
    if rule.is_unverified() {
        say("unverified", yes());
    }
    if rule.stricter {
        say("stricter", yes());
    }
    if let Some(notice) = &rule.notice {
        let (days, statute) = (notice.days.to_string(), quoted(notice.statute.as_str()));
        say("notice", inline(&[("days", days), ("statute", statute)]));
    }
    if let Some(from) = rule.from {
        say("from", from.to_string());
    }
    if let Some(to) = rule.to {
        say("to", to.to_string());
    }
    if rule.question != Question::YesNo {
        say("question", question(rule.question));
    }
    quorum(&rule.quorum, &mut say);
    say("pass", pass(&rule.pass, 0));
    if rule.consent != Consent::NotAsked {
        say("consent", consent(&rule.consent));
    }
    if rule.bloc {
        say("bloc", yes());
    }
    if let Some(it) = &rule.weights {
        say("weights", weights(it));
    }
    if rule.recusal != RecusalEffect::KeepBase {
        say("recusal", word(rule.recusal));
    }
    if !rule.tie.is_empty() {
        say("tie", words(&rule.tie));
    }
    if let Some(close) = rule.close {
        say("close", close.to_string());
    }
    if let Some(proxies) = rule.proxies {
        let mut fields = vec![("each", proxies.each.to_string())];
        if proxies.in_quorum {
            fields.push(("in_quorum", yes()));
        }
        say("proxies", inline(&fields));
    }
    say("methods", words(&rule.methods));
    let flags = [
        ("chair_last", rule.chair_last),
        ("online", rule.online),
        ("may_agree", rule.may_agree),
        ("circulation", rule.circulation),
    ];
    for (name, _) in flags.into_iter().filter(|(_, set)| *set) {
        say(name, yes());
    }
    if let Some(revote) = rule.revote {
        let mut fields = vec![("rounds", revote.rounds.to_string())];
        if revote.days > 0 {
            fields.push(("days", revote.days.to_string()));
        }
        say("revote", inline(&fields));
    }
    said
}

fn question(question: Question) -> String {
    match question {
        Question::YesNo => inline(&[("is", word(QuestionIs::YesNo))]),
        Question::OneOf { otherwise } => inline(&[
            ("is", word(QuestionIs::OneOf)),
            ("otherwise", word(otherwise)),
        ]),
        Question::Seats {
            spare_percent,
            write_in,
        } => inline(&[
            ("is", word(QuestionIs::Seats)),
            ("spare_percent", spare_percent.to_string()),
            ("write_in", write_in.to_string()),
        ]),
    }
}

fn quorum(quorum: &Quorum, say: &mut impl FnMut(&'static str, String)) {
    if !quorum.all_of.is_empty() {
        let all: Vec<String> = quorum.all_of.iter().map(turnout).collect();
        say("quorum.all_of", format!("[{}]", all.join(", ")));
    }
    if !quorum.required.is_empty() {
        let who = |required: &Required| match required {
            Required::Chair => quoted("chair"),
            Required::Role { role } => inline(&[("role", quoted(role.as_str()))]),
        };
        let required: Vec<String> = quorum.required.iter().map(who).collect();
        say("quorum.required", format!("[{}]", required.join(", ")));
    }
    if let Some(call) = &quorum.second_call {
        let mut fields = vec![
            ("within_days", call.within_days.to_string()),
            ("notice", quoted(call.notice.as_str())),
        ];
        fields.extend(call.by.as_ref().map(|by| ("by", id(by))));
        say("quorum.second_call", inline(&fields));
    }
}

fn turnout(turnout: &Turnout) -> String {
    let share = share(turnout.comparator, turnout.num, turnout.den);
    inline(&over(turnout.over, vec![share]))
}

fn threshold(threshold: &Threshold) -> String {
    let share = share(threshold.comparator, threshold.num, threshold.den);
    let of = ("of", word(threshold.base));
    inline(&over(threshold.over, vec![share, of]))
}

fn over(over: Over, rest: Vec<(&'static str, String)>) -> Vec<(&'static str, String)> {
    let over = (over != Over::Persons).then(|| ("over", word(over)));
    over.into_iter().chain(rest).collect()
}

fn share(comparator: Comparator, num: u32, den: u32) -> (&'static str, String) {
    let name = match comparator {
        Comparator::MoreThan => "more_than",
        Comparator::AtLeast => "at_least",
    };
    (name, quoted(&format!("{num}/{den}")))
}

/// Writes one demand; the parts of a list stand on lines of their own, `depth` steps in.
fn pass(demand: &Pass, depth: usize) -> String {
    let (name, parts) = match demand {
        Pass::Reaches(reached) => return threshold(reached),
        Pass::EachVillage(reached) => return inline(&[("each_village", threshold(reached))]),
        Pass::FewerBlockersThan { over: of, number } => {
            let number = ("fewer_blockers_than", number.to_string());
            return inline(&over(*of, vec![number]));
        }
        Pass::All(parts) => ("all", parts),
        Pass::Any(parts) => ("any", parts),
    };
    let step = "    ".repeat(depth + 1);
    let parts: Vec<String> = parts
        .iter()
        .map(|part| format!("{step}{},\n", pass(part, depth + 1)))
        .collect();
    let back = "    ".repeat(depth);
    format!("{{ {name} = [\n{}{back}] }}", parts.concat())
}

fn consent(consent: &Consent) -> String {
    match consent {
        Consent::NotAsked => inline(&[("is", word(ConsentIs::NotAsked))]),
        Consent::InVote { each } => {
            inline(&[("is", word(ConsentIs::InVote)), ("each", threshold(each))])
        }
        Consent::OwnBody {
            by,
            partial,
            silence_days,
        } => {
            let mut fields = vec![("is", word(ConsentIs::OwnBody))];
            fields.extend(by.as_ref().map(|by| ("by", id(by))));
            fields.push(("partial", word(*partial)));
            fields.extend(silence_days.map(|days| ("silence_days", days.to_string())));
            inline(&fields)
        }
    }
}

fn weights(weights: &Weights) -> String {
    match weights {
        Weights::Fixed { of } => {
            let of: Vec<String> = of
                .iter()
                .map(|(village, weight)| format!("{} = {weight}", key(village.as_str())))
                .collect();
            let of = match of.len() {
                0 => "{}".to_owned(),
                _ => format!("{{ {} }}", of.join(", ")),
            };
            inline(&[("is", word(WeightsIs::Fixed)), ("of", of)])
        }
        Weights::PerStarted { each, figure } => inline(&[
            ("is", word(WeightsIs::PerStarted)),
            ("each", each.to_string()),
            ("figure", word(*figure)),
        ]),
        Weights::Share {
            total,
            floor,
            cap,
            figure,
        } => inline(&[
            ("is", word(WeightsIs::Share)),
            ("total", total.to_string()),
            ("floor", floor.to_string()),
            ("cap", cap.to_string()),
            ("figure", word(*figure)),
        ]),
    }
}

fn inline(fields: &[(&'static str, String)]) -> String {
    let fields: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name} = {value}"))
        .collect();
    format!("{{ {} }}", fields.join(", "))
}

fn id(id: &RuleId) -> String {
    quoted(id.as_str())
}

fn word<W: Word>(value: W) -> String {
    quoted(value.word())
}

fn words<W: Word>(values: &[W]) -> String {
    let words: Vec<String> = values.iter().map(|value| word(*value)).collect();
    format!("[{}]", words.join(", "))
}

fn key(name: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if !name.is_empty() && name.chars().all(plain) {
        name.to_owned()
    } else {
        quoted(name)
    }
}

/// Writes a text in quotation marks, what TOML does not take as it is spelt out.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                // Writing to a string does not fail.
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
