//! What the record says of written opinions, and which of several votes it says was put right.

#![allow(clippy::unwrap_used)]

use super::{Printed, record};
use crate::domain::Command;
use crate::domain::rule::Method;
use crate::domain::session::RollMark;
use crate::domain::session::correction::{self, Wanted};
use crate::domain::session::minutes::{self, Entry, EntryKind};
use crate::domain::tests::stage::{Stage, at, line, motion, speech};
use crate::domain::vote::secret::{BallotCount, Papers};
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{self, Outcome};
use crate::i18n::{Language, record as words};
use crate::papers::plain;

fn printed(stage: &Stage, language: Language) -> String {
    let paper = record(&stage.world, stage.s1(), language, Printed::default());
    plain::write(&paper, language, 200)
}

#[test]
fn who_was_away_and_wrote_is_printed_with_the_words_and_that_they_do_not_count() {
    let mut stage = Stage::voting();
    stage.mark("p4", RollMark::Left);
    stage.minutes(minutes::Command::Add(Entry {
        kind: EntryKind::Written {
            sender: "p4".into(),
        },
        ..speech("i2", "e1", "p4")
    }));
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    let said = stage.world.entry(&"e1".into()).unwrap().words.to_string();
    for language in Language::ALL {
        let paper = printed(&stage, language);
        let name = stage.world.person(&"p4".into()).unwrap().name.to_string();
        let (kind, label) = match language {
            Language::Zh => ("【书面意见】", "书面意见"),
            Language::En => ("[Written opinion]", "Written opinions"),
        };
        let entry = paper.lines().find(|it| it.contains(kind)).unwrap();
        assert!(entry.contains(&name) && entry.contains(&said), "{entry}");
        assert!(paper.contains(label), "{paper}");
        let counted = words::written_not_counted(language, name);
        assert!(paper.contains(&counted), "{counted}\n{paper}");
    }
}

#[test]
fn of_several_votes_only_the_one_that_was_put_right_says_so() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    let of = |returned: u32, yes: u32| Papers {
        returned,
        yes,
        no: returned - yes,
        ..Papers::default()
    };
    let whole = |papers: Papers| BallotCount::Whole { papers };
    // One paper more than was given out: nothing of it is counted.
    let void = Papers {
        returned: 11,
        ..Papers::default()
    };
    for papers in [void, of(10, 9)] {
        stage.vote(vote::Command::open(
            "m1".into(),
            at("09:15"),
            Method::Secret,
        ));
        stage.vote(vote::Command::IssuePapers {
            motion: "m1".into(),
            number: 10,
            at: at("09:16"),
        });
        for _ in 0..2 {
            stage.vote(vote::Command::CountPapers {
                motion: "m1".into(),
                count: whole(papers),
            });
        }
        stage.end("m1");
        stage.announce("m1");
    }
    let m1 = stage.world.motion(&"m1".into()).unwrap();
    let first = m1.earlier.first().and_then(vote::Round::result).unwrap();
    assert_eq!(first.outcome, Outcome::Void);
    stage.close();
    stage.run(Command::Correct(correction::Command {
        id: "x1".into(),
        session: "s1".into(),
        wanted: Wanted::Totals {
            motion: "m1".into(),
            to: Box::new(Totals::Papers {
                count: whole(of(10, 8)),
            }),
            sheet: Some(line("计票单")),
        },
        by: line("蒋会计"),
        at: at("12:00"),
        reason: line("抄错一行"),
    }));
    for language in Language::ALL {
        let paper = printed(&stage, language);
        let see = words::see_corrections(language);
        assert_eq!(paper.matches(see).count(), 1, "{paper}");
    }
}
