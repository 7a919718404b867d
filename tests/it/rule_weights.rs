//! Weights laid down by the names of villages, on the command line.

use crate::rules::Desk;
use crate::shell::{EN, ZH};

fn weighed(of: &str) -> String {
    format!(
        "[[rule]]\nid = \"w\"\nname = {{ zh = \"权重\", en = \"W\" }}\nprovenance = \"own\"\nclause = \"c\"\nfrom = 2026-01-01\npass = {{ over = \"weights\", more_than = \"1/2\", of = \"present\" }}\nmethods = [\"by_name\"]\nweights = {{ is = \"fixed\", of = {{ {of} }} }}\n"
    )
}

#[test]
fn villages_are_weighed_by_their_names_and_no_other_name_is_taken() {
    let desk = Desk::new();
    // Without a committee there is nothing to hold the names against, which is said.
    desk.file("w.toml", &weighed("\"没有这村\" = 2"));
    let (code, out, err) = desk.run(EN, &["rules", "check", "w.toml"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("In order"), "{out}");
    assert!(err.contains("were not held against any"), "{err}");
    desk.sample(EN, &["list"]);
    desk.file("w.toml", &weighed("\"榆林岗村\" = 3, \"没有这村\" = 2"));
    for asked in ["check", "import"] {
        let (code, _, err) = desk.sample(ZH, &[asked, "w.toml"]);
        assert_eq!(code, 2, "{err}");
        assert!(
            err.contains(
                "第 9 行：rule[0].weights.of.没有这村：本会没有“没有这村”这个村；写村名：榆林岗村"
            ),
            "{err}"
        );
        let (_, _, err) = desk.sample(EN, &[asked, "w.toml"]);
        assert!(
            err.contains(
                "the committee has no village “没有这村”; write the name of one: 榆林岗村"
            ),
            "{err}"
        );
    }
    desk.file("w.toml", &weighed("\"榆林岗村\" = 3, yulingang = 2"));
    let (code, _, err) = desk.sample(EN, &["import", "w.toml"]);
    assert_eq!(code, 2);
    assert!(err.contains("it is written twice"), "{err}");
    desk.file("w.toml", &weighed("\"榆林岗村\" = 3, \"河湾村\" = 2"));
    let (code, _, err) = desk.sample(EN, &["import", "w.toml"]);
    assert_eq!(code, 0, "{err}");
    let (_, out, _) = desk.sample(ZH, &["show", "w"]);
    assert!(out.contains("各村权重："), "{out}");
    assert!(out.contains("榆林岗村 3"), "{out}");
    assert!(out.contains("河湾村 2"), "{out}");
    // The same file again changes nothing: the names are the villages that were taken.
    let (code, _, err) = desk.sample(EN, &["import", "w.toml"]);
    assert!(code == 0 && err.contains("Nothing changed"), "{err}");
}
