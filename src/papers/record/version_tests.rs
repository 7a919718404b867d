//! The record of a session that was corrected more than once, and after it was signed.

use super::{Printed, record};
use crate::domain::tests::stage::Stage;
use crate::domain::tests::versions::{over, put_right, sign_again};
use crate::domain::vote::Choice;
use crate::i18n::Language;
use crate::papers::plain;
use insta::assert_snapshot;

/// Returns the head of the paper, and all of it from the corrections on.
fn paper(stage: &Stage, language: Language) -> (String, String) {
    let blocks = record(&stage.world, stage.s1(), language, Printed::default());
    let text = plain::write(&blocks, language, 80);
    let corrections = match language {
        Language::Zh => "\n更正\n",
        Language::En => "\nCorrections\n",
    };
    let (before, after) = text.split_once(corrections).unwrap_or((&text, ""));
    let head: Vec<&str> = before.lines().take(12).collect();
    (head.join("\n"), after.to_owned())
}

#[test]
fn what_was_announced_stands_before_each_correction_in_order() {
    for language in Language::ALL {
        let mut stage = over();
        stage.run(put_right("c1", "12:00", "p1", Choice::Abstain));
        stage.run(put_right("c2", "12:10", "p1", Choice::Against));
        let (_, text) = paper(&stage, language);
        assert_snapshot!(format!("corrected_twice.{language}"), text);
    }
}

#[test]
fn a_record_corrected_after_it_was_signed_says_so_at_its_head_and_where_it_is_signed() {
    for language in Language::ALL {
        let mut stage = over();
        stage.run(put_right("c1", "12:00", "p1", Choice::Abstain));
        stage.seal();
        let note = |stage: &Stage| {
            let (head, text) = paper(stage, language);
            format!("{head}\n[…]\n{text}")
        };
        let signed = note(&stage);
        let version = match language {
            Language::Zh => "第 1 版",
            Language::En => "ersion 1",
        };
        assert!(!signed.contains(version), "{signed}");
        stage.run(put_right("c2", "12:10", "p1", Choice::For));
        assert_snapshot!(format!("corrected_after_sealing.{language}"), note(&stage));
        stage.run(sign_again("蒋会计、丁守业"));
        assert_snapshot!(format!("signed_again.{language}"), note(&stage));
    }
}
