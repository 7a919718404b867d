//! What is to be done stands in the record in all its words, however long: nothing of it is cut.

#![allow(clippy::unwrap_used)]

use super::{Printed, record};
use crate::domain::task::{self, Decision, Task};
use crate::domain::tests::stage::{Stage, line, task};
use crate::domain::{Command, vote};
use crate::i18n::{Language, decision};
use crate::papers::{markdown, plain};

const LONG: &str = "由东集村牵头会同李家屯村、王楼村、石沟村核实冬季清淤所涉用水户数、渠段长度和分摊方案，\
逐户登记签字，汇总后送镇水利站复核，并于下次联席会议报告核实结果和尚未签字的户";

fn flat(text: &str) -> String {
    let text = text.replace(['|', '│'], " ");
    text.split_whitespace().collect()
}

#[test]
fn a_long_follow_up_is_printed_whole_beside_its_decision_and_in_the_list() {
    let mut stage = Stage::voting();
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    let put = Task {
        what: line(LONG),
        decision: Some(Decision::Motion {
            motion: "m1".into(),
        }),
        ..task("t1", "i2")
    };
    stage.run(Command::Task(task::Command::Put(put)));
    stage.close();
    for language in Language::ALL {
        let paper = record(&stage.world, stage.s1(), language, Printed::default());
        // Wide enough that no column breaks the words between those of another.
        let printed = plain::write(&paper, language, 2_000);
        let label = decision::label(language);
        let field = printed
            .lines()
            .find(|it| it.trim_start().starts_with(label));
        let field = field.unwrap_or_else(|| panic!("{label}\n{printed}"));
        assert!(flat(field).contains(&flat(LONG)), "{field}");
        let whole = flat(&printed).matches(&flat(LONG)).count();
        assert!(whole >= 2, "{whole}: {printed}");
        let marked = flat(&markdown::write(&paper, language));
        assert!(marked.matches(&flat(LONG)).count() >= 2, "{marked}");
        assert!(!printed.contains(['~', '…']), "{printed}");
    }
}
