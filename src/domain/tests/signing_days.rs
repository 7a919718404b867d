//! A record is signed once there is one: not before the session was over, and as it stands corrected
//! not before that correction.

#![allow(clippy::unwrap_used)]

use super::stage::Stage;
use super::things::{day, line, sealing};
use super::versions::{over, put_right};
use crate::domain::session::correction::Wanted;
use crate::domain::session::version::{Refused, ran_ahead, versions};
use crate::domain::session::{self, Sealing};
use crate::domain::vote::Choice;
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, clock, terms};
use crate::papers::plain;
use crate::papers::record::{Printed, record};

fn signed(on: &str) -> Command {
    signed_by_clock(on, chrono::NaiveDate::MAX)
}

fn signed_by_clock(on: &str, today: chrono::NaiveDate) -> Command {
    Command::Session(session::Command::Seal {
        today,
        id: "s1".into(),
        sealing: Sealing {
            on: day(on),
            by: line("蒋会计"),
            ..sealing()
        },
    })
}

#[test]
fn nothing_is_signed_before_the_session_is_over() {
    let mut stage = over();
    let (on, over) = (day("11-22"), day("11-23"));
    assert_eq!(
        stage.refused(&signed("11-22")),
        Refusal::Signing(Refused::BeforeOver { on, over })
    );
    stage.run(signed("11-23"));
}

#[test]
fn what_is_corrected_is_not_signed_before_that() {
    let mut stage = over();
    stage.run(signed("11-23"));
    let mut later = put_right("c1", "12:00", "p1", Choice::Abstain);
    if let Command::Correct(correction) = &mut later {
        correction.at = crate::domain::dates::Minute::read("2026-11-25T08:30").unwrap();
    }
    stage.run(later);
    let (on, made) = (day("11-24"), day("11-25"));
    assert_eq!(
        stage.refused(&signed("11-24")),
        Refusal::Signing(Refused::BeforeMade {
            on,
            version: 2,
            made
        })
    );
    stage.run(signed("11-25"));
}

/// What a clock a year ahead stamped was made before it was signed all the same; what it stamped rightly still binds.
#[test]
fn what_was_corrected_by_a_clock_that_ran_ahead_is_signed_by_the_right_one() {
    let mut stage = over();
    stage.run(signed("11-23"));
    for (id, on) in [("c1", "2026-11-25T08:30"), ("c2", "2027-11-26T08:30")] {
        let mut later = put_right(id, "12:00", "p1", Choice::Abstain);
        if let Command::Correct(correction) = &mut later {
            correction.at = crate::domain::dates::Minute::read(on).unwrap();
            if id == "c2" {
                correction.wanted = Wanted::Voice {
                    motion: "m1".into(),
                    person: "p1".into(),
                    to: Choice::For,
                };
            }
        }
        stage.run(later);
    }
    let today = day("11-27");
    for (on, why) in [
        (
            "11-24",
            Refused::BeforeMade {
                on: day("11-24"),
                version: 3,
                made: day("11-25"),
            },
        ),
        (
            "11-20",
            Refused::BeforeMade {
                on: day("11-20"),
                version: 3,
                made: day("11-25"),
            },
        ),
    ] {
        assert_eq!(
            stage.refused(&signed_by_clock(on, today)),
            Refusal::Signing(why)
        );
    }
    let doubted = |stage: &Stage, id: &str| {
        let versions = versions(&stage.world, stage.s1()).unwrap();
        let made = versions
            .corrections
            .iter()
            .find(|it| it.id.as_str() == id)
            .unwrap();
        ran_ahead(&stage.world, stage.s1(), made)
    };
    assert!(!doubted(&stage, "c2"));
    stage.run(signed_by_clock("11-27", today));
    assert!(doubted(&stage, "c2") && !doubted(&stage, "c1"));
    for language in Language::ALL {
        let paper = record(&stage.world, stage.s1(), language, Printed::default());
        let paper = plain::write(&paper, language, 400);
        let said = terms::minute(
            language,
            crate::domain::dates::Minute::read("2027-11-26T08:30").unwrap(),
        );
        let marked = clock::marked(language, &said);
        let told = paper.matches(&said).count();
        assert!(told >= 2, "{paper}");
        assert_eq!(paper.matches(&marked).count(), told, "{paper}");
    }
}

/// Without a correction in doubt it is still not signed before the session was over.
#[test]
fn what_is_signed_again_is_not_signed_before_the_session_was_over() {
    let mut stage = over();
    stage.run(signed("11-23"));
    let mut later = put_right("c1", "12:00", "p1", Choice::Abstain);
    if let Command::Correct(correction) = &mut later {
        correction.at = crate::domain::dates::Minute::read("2027-11-23T08:30").unwrap();
    }
    stage.run(later);
    let (on, over) = (day("11-22"), day("11-23"));
    assert_eq!(
        stage.refused(&signed_by_clock("11-22", day("11-24"))),
        Refusal::Signing(Refused::BeforeOver { on, over })
    );
}

/// What came after a correction was not made on a day before: the clock of the first was wrong, signed or not.
#[test]
fn a_correction_that_a_later_one_precedes_was_made_by_a_clock_that_ran_ahead() {
    let mut stage = over();
    stage.run(signed("11-23"));
    let to = [Choice::Abstain, Choice::For];
    for ((id, on), to) in [("c1", "2027-11-25T08:30"), ("c2", "2026-11-26T08:30")]
        .into_iter()
        .zip(to)
    {
        let mut made = put_right(id, "12:00", "p1", to);
        if let Command::Correct(correction) = &mut made {
            correction.at = crate::domain::dates::Minute::read(on).unwrap();
        }
        stage.run(made);
        let doubted = stage.world.corrections_of(&stage.s1().id);
        let doubted = doubted.filter(|it| ran_ahead(&stage.world, stage.s1(), it));
        let doubted: Vec<&str> = doubted.map(|it| it.id.as_str()).collect();
        let want: &[&str] = if id == "c2" { &["c1"] } else { &[] };
        assert_eq!(doubted, want);
    }
}

/// The day of a signature carries the mark where the clock ran ahead: by the day it is printed, or by what came after it.
#[test]
fn the_day_of_a_signature_made_under_a_clock_that_ran_ahead_carries_the_mark() {
    let printed = |stage: &Stage, language, on| {
        let printed = Printed { head: None, on };
        let paper = record(&stage.world, stage.s1(), language, printed);
        plain::write(&paper, language, 400)
    };
    let ahead: chrono::NaiveDate = "2027-11-28".parse().unwrap();
    let mut stage = over();
    stage.run(Command::Session(session::Command::Seal {
        today: ahead,
        id: "s1".into(),
        sealing: Sealing {
            on: ahead,
            ..sealing()
        },
    }));
    for language in Language::ALL {
        let said = terms::date(language, ahead);
        let marked = clock::marked(language, &said);
        assert!(printed(&stage, language, Some(day("11-28"))).contains(&marked));
        // By that clock itself nothing is known of it.
        for on in [None, Some(ahead)] {
            assert!(!printed(&stage, language, on).contains(&marked));
        }
    }
    // Corrected on a day before, and signed again.
    let mut made = put_right("c1", "12:00", "p1", Choice::Abstain);
    if let Command::Correct(correction) = &mut made {
        correction.at = crate::domain::dates::Minute::read("2026-11-29T08:30").unwrap();
    }
    stage.run(made);
    stage.run(signed_by_clock("11-30", day("11-30")));
    for language in Language::ALL {
        let paper = printed(&stage, language, None);
        let said = terms::date(language, ahead);
        let marked = clock::marked(language, &said);
        assert!(paper.contains(&marked), "{paper}");
        assert_eq!(paper.matches(&said).count(), paper.matches(&marked).count());
        let right = terms::date(language, day("11-30"));
        assert!(paper.contains(&right), "{paper}");
        assert!(!paper.contains(&clock::marked(language, right)), "{paper}");
    }
}
