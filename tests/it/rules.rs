//! `lianxi rules` and `lianxi tally --rule FILE` as a shell meets them, in both languages.

use crate::house::source::root;
use crate::shell::{Answer, EN, ZH, answer, program};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

pub struct Desk(tempfile::TempDir);

impl Desk {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn run(&self, language: &str, arguments: &[&str]) -> Answer {
        let data = self.0.path().join("data");
        let mut program = program(&data, language);
        answer(program.args(arguments).current_dir(self.0.path()))
    }

    /// Runs with the sample committee.
    pub fn sample(&self, language: &str, arguments: &[&str]) -> Answer {
        self.run(
            language,
            &[&["--committee", "sample", "rules"], arguments].concat(),
        )
    }

    pub fn file(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    fn acts(&self) -> usize {
        let (_, journal, _) = self.run(EN, &["--committee", "sample", "export", "journal"]);
        journal.lines().count()
    }
}

const OWN: &str = r#"form = 1

[[rule]]
id = "roads"
name = { zh = "跨村道路", en = "Roads between villages" }
provenance = "own"
clause = "《议事规则》第八条"
quorum.all_of = [{ more_than = "1/2" }]
quorum.second_call = { within_days = 14, notice = "第二次会议依简易程序", by = "roads-again" }
pass = { more_than = "1/2", of = "entitled" }

[[rule]]
id = "roads-again"
name = { zh = "跨村道路（第二次）", en = "Roads (second call)" }
provenance = "own"
clause = "《议事规则》第九条"
pass = { more_than = "1/2", of = "present" }
"#;

#[test]
fn rules_are_listed_and_shown_with_and_without_a_committee() {
    let desk = Desk::new();
    for (language, shipped, name, origin, sentence) in [
        (
            ZH,
            "程序自带：",
            "党员大会",
            "党内法规：《",
            "赞成超过应到会的半数通过",
        ),
        (
            EN,
            "Shipped with the program:",
            "Meeting of all Party members",
            "Party regulation: Regulations",
            "Adopted when more than half of those entitled are for.",
        ),
    ] {
        let (code, out, err) = desk.run(language, &["rules", "list"]);
        assert_eq!((code, err.as_str()), (0, ""));
        for words in [shipped, "party-members", name, origin, "joint-default"] {
            assert!(out.contains(words), "{words} in {out}");
        }
        let (code, out, err) = desk.run(language, &["rules", "show", "party-members"]);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.starts_with(name) && out.contains("[[rule]]"), "{out}");
        assert!(out.contains(sentence), "{out}");
        let (code, out, err) = desk.run(language, &["rules", "show", "no\u{1b}body"]);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(
            err.contains("lianxi rules list") && !err.contains('\u{1b}'),
            "{err}"
        );
        let (code, _, err) = desk.run(language, &["rules", "export"]);
        assert_eq!(code, 2);
        assert!(err.contains("lianxi rules export joint-default"), "{err}");
    }
    assert!(!desk.0.path().join("data").exists(), "nothing was made");
}

#[test]
fn a_file_is_checked_and_every_fault_has_its_line() {
    let desk = Desk::new();
    desk.file("own.toml", OWN);
    for (language, sound) in [(ZH, "没有毛病：2 条规则"), (EN, "In order: 2 rules")] {
        let (code, out, err) = desk.run(language, &["rules", "check", "own.toml"]);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(
            out.starts_with(sound) && out.contains("roads-again"),
            "{out}"
        );
    }
    let bad = OWN
        .replace("of = \"entitled\"", "on = \"entitled\"")
        .replace("\"1/2\", of = \"present\"", "\"3/2\", of = \"present\"");
    desk.file("bad.toml", &bad);
    for (language, words) in [
        (
            ZH,
            [
                "第 10 行：rule[0].pass.on：这里没有这一项",
                "第 10 行：rule[0].pass.of：缺这一项",
                "第 17 行：rule[1].pass：分数大于一",
                "没有收入：bad.toml 有 3 处毛病",
            ],
        ),
        (
            EN,
            [
                "Line 10: rule[0].pass.on: there is no such field",
                "Line 10: rule[0].pass.of: it is missing",
                "Line 17: rule[1].pass: the fraction is more than one",
                "Not taken: bad.toml has 3 faults",
            ],
        ),
    ] {
        let (code, out, err) = desk.run(language, &["rules", "check", "bad.toml"]);
        assert_eq!((code, out.as_str()), (2, ""));
        for word in words {
            assert!(err.contains(word), "{word} in {err}");
        }
    }
    let (code, _, err) = desk.run(EN, &["rules", "check", "none.toml"]);
    assert_eq!(code, 2);
    assert!(err.contains("none.toml"), "{err}");
}

#[test]
fn rules_are_adopted_once_all_together_and_come_out_as_they_went_in() {
    let desk = Desk::new();
    desk.file("own.toml", OWN);
    let (code, _, err) = desk.sample(EN, &["import", "own.toml"]);
    assert_eq!(code, 1);
    assert!(
        err.contains("rule[0].from: nothing says from which day"),
        "{err}"
    );
    let before = desk.acts();
    let (code, out, err) = desk.sample(ZH, &["import", "own.toml", "--from", "2026-12-01"]);
    assert_eq!((code, out.as_str()), (0, ""), "{err}");
    assert!(err.contains("已采用 2 条规则（roads-again"), "{err}");
    assert_eq!(desk.acts(), before + 1);
    for again in [
        &["import", "own.toml", "--from", "2026-12-01"][..],
        &["import", "own.toml"],
    ] {
        let (code, _, err) = desk.sample(EN, again);
        assert_eq!(code, 0, "{err}");
        assert!(err.contains("Nothing changed"), "{err}");
    }
    assert_eq!(desk.acts(), before + 1);
    let (_, out, _) = desk.sample(ZH, &["list"]);
    assert!(
        out.contains("roads-again  跨村道路（第二次）  2026-12-01 起"),
        "{out}"
    );
    let (code, out, _) = desk.sample(EN, &["export"]);
    assert_eq!(code, 0);
    assert_eq!(out.matches("[[rule]]").count(), 2);
    desk.file("out.toml", &out);
    let (code, _, err) = desk.sample(EN, &["import", "out.toml"]);
    assert_eq!(code, 0);
    assert!(err.contains("Nothing changed"), "{err}");
    // what is adopted is never edited
    desk.file("other.toml", &OWN.replace("第八条", "第十条"));
    let (code, _, err) = desk.sample(EN, &["import", "other.toml", "--from", "2027-01-01"]);
    assert_eq!(code, 1);
    assert!(
        err.contains("rule[0].id: there is another rule “roads” already"),
        "{err}"
    );
    assert_eq!(desk.acts(), before + 1);
    let (code, _, err) = desk.sample(EN, &["export", "roads", "-o", "out.toml"]);
    assert_eq!(code, 3);
    assert!(err.contains("left alone"), "{err}");
}

#[test]
fn what_a_committee_cannot_adopt_is_refused_with_what_to_do() {
    let desk = Desk::new();
    let one = |from: &str, to: &str| desk.file("own.toml", &OWN.replace(from, to));
    let before = desk.acts();
    for (from, to, words) in [
        (
            "provenance = \"own\"",
            "provenance = \"derived\"",
            "来源改为“本会议事规则”",
        ),
        (
            "provenance = \"own\"",
            "provenance = \"foreign\"",
            "来源改为“本会议事规则”",
        ),
        (
            "name = { zh = \"跨村道路\", en = \"Roads between villages\" }",
            "",
            "没有中英文名称",
        ),
        (
            "\"roads\"",
            "\"joint-default\"",
            "已有另一条规则用编号“joint-default”",
        ),
    ] {
        one(from, to);
        let (code, out, err) = desk.sample(ZH, &["import", "own.toml", "--from", "2026-12-01"]);
        assert_eq!((code, out.as_str()), (1, ""), "{to}: {err}");
        assert!(err.contains(words) && err.contains("第 "), "{to}: {err}");
    }
    one("clause = \"《议事规则》第八条\"", "");
    let (code, _, err) = desk.sample(ZH, &["import", "own.toml", "--from", "2026-12-01"]);
    assert_eq!(code, 2);
    assert!(err.contains("rule[0].clause：没有写明依据哪一条"), "{err}");
    one(
        "\"roads-again\"\nname",
        "\"roads-again\"\nquorum.second_call = { within_days = 3, notice = \"n\", by = \"roads\" }\nname",
    );
    let (code, _, err) = desk.sample(ZH, &["import", "own.toml", "--from", "2026-12-01"]);
    assert_eq!(code, 2);
    assert_eq!(err.matches("绕回").count(), 2, "{err}");
    let (code, _, err) = desk.sample(EN, &["import", "own.toml", "--from", "1.12."]);
    assert_eq!(code, 2);
    assert!(err.contains("1.12."), "{err}");
    // a shipped rule written out is whole but for where it comes from
    let (_, out, _) = desk.sample(ZH, &["export", "double-majority"]);
    desk.file("copy.toml", &out.replace("double-majority", "ours"));
    assert_eq!(desk.sample(ZH, &["check", "copy.toml"]).0, 0, "{out}");
    assert_eq!(
        desk.sample(ZH, &["import", "copy.toml", "--from", "2026-12-01"])
            .0,
        1
    );
    let own = out
        .replace("double-majority", "ours")
        .replace("\"derived\"", "\"own\"");
    desk.file("copy.toml", &own);
    assert_eq!(desk.acts(), before);
    assert_eq!(
        desk.sample(ZH, &["import", "copy.toml", "--from", "2026-12-01"])
            .0,
        0
    );
}

#[test]
fn the_schema_is_json_and_names_every_field() {
    let desk = Desk::new();
    let (code, out, err) = desk.run(ZH, &["rules", "schema"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let schema: Value = serde_json::from_str(&out).unwrap();
    assert!(schema["$defs"]["rule"]["properties"]["pass"].is_object());
}

#[test]
fn the_readme_has_an_example_that_is_one_and_names_every_field() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let desk = Desk::new();
    let blocks: Vec<&str> = readme.split("```toml\n").skip(1).collect();
    assert_eq!(blocks.len(), 2);
    for block in blocks {
        desk.file("example.toml", block.split("```").next().unwrap());
        let (code, _, err) = desk.run(ZH, &["rules", "check", "example.toml"]);
        assert_eq!(code, 0, "{err}");
    }
    let (_, schema, _) = desk.run(ZH, &["rules", "schema"]);
    let schema: Value = serde_json::from_str(&schema).unwrap();
    for half in readme.split("## English") {
        for field in schema["$defs"]["rule"]["properties"]
            .as_object()
            .unwrap()
            .keys()
        {
            assert!(half.contains(&format!("`{field}`")), "{field}");
        }
    }
}

fn tally(rule: &str, folder: &Path) -> (i32, Vec<Value>, String) {
    let traps = root().join("tests/fixtures/joint-traps.popolo.json");
    let output = Command::new(env!("CARGO_BIN_EXE_lianxi"))
        .args(["--lang", "en", "tally", "--rule", rule])
        .arg(traps)
        .current_dir(folder)
        .output()
        .unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    let lines = out.lines().map(|line| serde_json::from_str(line).unwrap());
    let err = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), lines.collect(), err)
}

#[test]
fn a_document_is_counted_by_a_rule_of_a_file() {
    let desk = Desk::new();
    let folder = desk.0.path();
    let rule = |id: &str, lines: &str| {
        format!("[[rule]]\nid = \"{id}\"\nprovenance = \"own\"\nclause = \"c\"\n{lines}\n")
    };
    let half = "pass = { more_than = \"1/1\", of = \"against\" }";
    desk.file("one.toml", &rule("a", half));
    let (code, votes, _) = tally("one.toml", folder);
    assert_eq!((code, votes.len()), (0, 6));
    assert_eq!(votes, tally("majority-of-cast", folder).1);
    let villages = "pass = { all = [\n{ over = \"villages\", more_than = \"1/2\", of = \"entitled\" },\n{ over = \"weights\", more_than = \"1/2\", of = \"entitled\" }] }\nweights = { is = \"fixed\", of = { liuxi = 5, shiqiao = 1, yunling = 1 } }\nmethods = [\"by_name\"]";
    desk.file("two.toml", &(rule("a", half) + &rule("b", villages)));
    let (code, _, err) = tally("two.toml", folder);
    assert_eq!(code, 2);
    assert!(err.contains("two.toml#ID with one of: a, b"), "{err}");
    let (_, votes, _) = tally("two.toml#b", folder);
    let written: Vec<&Value> = votes[1]["criteria"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["inequality"])
        .collect();
    assert_eq!(written, ["2*2 > 3", "2*6 > 7"]);
    let (code, votes, err) = tally("two.toml#c", folder);
    assert_eq!((code, votes.len()), (2, 0));
    assert!(err.contains("no rule “c” in two.toml"), "{err}");
    let figures = villages.replace(
        "{ is = \"fixed\", of = { liuxi = 5, shiqiao = 1, yunling = 1 } }",
        "{ is = \"per_started\", each = 1000, figure = \"inhabitants\" }",
    );
    for (lines, why) in [
        (format!("quorum.all_of = [{{ more_than = \"1/2\" }}]\n{half}"), "no quorum"),
        (format!("quorum.required = [\"chair\"]\n{half}"), "no quorum"),
        (format!("question = {{ is = \"one_of\", otherwise = \"most\" }}\n{}", half.replace("1/1", "1/2").replace("against", "valid")), "one of several"),
        (format!("consent = {{ is = \"own_body\", partial = \"all_must\" }}\n{half}"), "which villages are concerned"),
        (format!("bloc = true\nmethods = [\"by_name\"]\n{half}"), "one and the same vote"),
        (figures, "the figures"),
        ("pass = { over = \"households\", more_than = \"1/2\", of = \"valid\" }\nmethods = [\"by_name\"]".to_owned(), "households"),
        (half.replace("1/1", "2/1"), "Line 5: rule[0].pass: the fraction is more than one"),
    ] {
        desk.file("refused.toml", &rule("a", &lines));
        let (code, votes, err) = tally("refused.toml", folder);
        assert_eq!((code, votes.len()), (2, 0), "{why}");
        assert!(err.contains(why), "{why} in {err}");
    }
    assert_eq!(tally("none.toml", folder).0, 2);
}

/// A document names its villages: whoever writes a rule for it writes those names, and no other is taken.
#[test]
fn a_rule_of_a_file_names_villages_as_the_document_does() {
    let desk = Desk::new();
    let folder = desk.0.path();
    let traps = root().join("tests/fixtures/joint-traps.popolo.json");
    let traps: Value = serde_json::from_str(&std::fs::read_to_string(traps).unwrap()).unwrap();
    let name = |id: &str| {
        let bodies = traps["organizations"].as_array().unwrap();
        let body = bodies.iter().find(|body| body["id"] == id).unwrap();
        body["name"].as_str().unwrap().to_owned()
    };
    let rule = |of: &str| {
        format!(
            "[[rule]]\nid = \"a\"\nprovenance = \"own\"\nclause = \"c\"\npass = {{ over = \"weights\", more_than = \"1/2\", of = \"entitled\" }}\nmethods = [\"by_name\"]\n[rule.weights]\nis = \"fixed\"\n[rule.weights.of]\n{of}\n"
        )
    };
    let by = |liuxi: &str, more: &str| rule(&format!("\"{liuxi}\" = 5\nshiqiao = 1\n{more}"));
    desk.file("ids.toml", &by("liuxi", "yunling = 1"));
    desk.file("names.toml", &by(&name("liuxi"), "yunling = 1"));
    let (code, votes, err) = tally("names.toml", folder);
    assert_eq!(
        (votes.len(), err.as_str()),
        (6, tally("ids.toml", folder).2.as_str())
    );
    assert_eq!(
        (code, votes),
        (tally("ids.toml", folder).0, tally("ids.toml", folder).1)
    );
    desk.file("none.toml", &by("liuxi", "\"没有这村\" = 1"));
    let (code, votes, err) = tally("none.toml", folder);
    assert_eq!((code, votes.len()), (2, 0), "{err}");
    for said in [
        "none.toml: Line 12: rule[0].weights.of.没有这村",
        "the document that is counted has no “没有这村”",
        &name("yunling"),
    ] {
        assert!(err.contains(said), "{said}: {err}");
    }
    desk.file(
        "twice.toml",
        &by("liuxi", &format!("\"{}\" = 1", name("liuxi"))),
    );
    let (code, _, err) = tally("twice.toml", folder);
    assert!(code == 2 && err.contains("twice"), "{err}");
}
