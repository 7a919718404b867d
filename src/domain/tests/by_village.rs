//! A vote village by village: as one or by numbers, and the numbers are those of the room.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::moments::{correct, end};
use super::stage::{Stage, at, day, decision, item, line, motion, recused, take};
use crate::domain::rule::book::{self, Adopted};
use crate::domain::rule::{Method, Provenance, Rule, preset};
use crate::domain::session::correction::Wanted;
use crate::domain::session::next::Step;
use crate::domain::session::{RollMark, agenda};
use crate::domain::vote::by_village::{Says, Split, Stance};
use crate::domain::vote::tally::{Counts, Voice};
use crate::domain::vote::{self, Choice, Outcome};
use crate::domain::{Command, Refusal, Remedy};

/// Adopts a preset as the committee's own rule, changed, and takes an item up under it.
fn under(preset_id: &str, change: impl FnOnce(&mut Rule)) -> Stage {
    under_on(Stage::planned(), preset_id, change)
}

pub(super) fn under_on(mut stage: Stage, preset_id: &str, change: impl FnOnce(&mut Rule)) -> Stage {
    let mut rule = preset(preset_id).unwrap();
    rule.id = "own".into();
    rule.provenance = Provenance::Own;
    rule.clause = "议事规则第三条".to_owned();
    rule.name = Some(crate::domain::rule::Name {
        zh: line("本会规则"),
        en: line("Own rule"),
    });
    rule.from = Some(day("01-01"));
    rule.methods = Method::ALL.to_vec();
    rule.methods = rule.ways().collect();
    change(&mut rule);
    stage.run(Command::Rule(book::Command::Adopt(Box::new(Adopted {
        id: "own".into(),
        rule,
        follows: None,
        on: day("01-01"),
    }))));
    stage.agenda(agenda::Command::Put(item("s1", "i5", decision("own"))));
    stage.sit();
    stage.start("i5");
    stage.vote(vote::Command::Draft(motion("i5", "m1")));
    stage
}

fn opened() -> Stage {
    let mut stage = under("one-village-one-vote", |_| {});
    stage.vote(vote::Command::OpenByVillage {
        motion: "m1".into(),
        at: at("09:15"),
    });
    stage
}

fn hear(village: Option<&str>, says: Says) -> Command {
    Command::Vote(vote::Command::HearVillage {
        motion: "m1".into(),
        village: village.map(Into::into),
        says,
    })
}

fn one(stance: Stance) -> Says {
    Says::AsOne { stance }
}

fn numbers(yes: u32, no: u32, abstain: u32) -> Says {
    Says::ByNumbers {
        split: Split {
            yes,
            no,
            abstain,
            not_voting: 0,
        },
    }
}

#[test]
fn every_village_is_heard_as_one_or_by_the_numbers_of_its_delegates() {
    let mut stage = opened();
    let (step, _) = stage.next(&"s1".into());
    let (motion, missing) = ("m1".into(), 5);
    assert_eq!(step, Step::HearVillages { motion, missing });
    stage.run(hear(Some("v1"), one(Stance::For)));
    let wrong = stage.refused(&hear(Some("v2"), numbers(2, 1, 0)));
    assert_eq!(
        wrong,
        Refusal::DelegatesDoNotAddUp {
            village: Some("v2".into()),
            here: 2,
            sum: 3
        }
    );
    assert!(wrong.remedies().contains(&Remedy::MarkMoves));
    stage.run(hear(Some("v2"), numbers(1, 1, 0)));
    assert_eq!(
        stage.refused(&end()),
        Refusal::VillagesMissing {
            villages: vec![Some("v3".into()), Some("v4".into()), None]
        }
    );
    stage.run(hear(Some("v3"), one(Stance::Against)));
    stage.run(hear(Some("v4"), one(Stance::For)));
    stage.run(hear(None, one(Stance::Abstain)));
    let result = stage.end("m1");
    let counts = result.tally.counts;
    assert_eq!((counts.yes, counts.no, counts.abstain), (6, 3, 1));
    // Two of four villages are for, one is divided: not more than half.
    assert_eq!(result.tally.measured[0].counts.yes, 2, "{:?}", result.tally);
    assert_eq!(result.outcome, Outcome::Rejected);
    assert_eq!(result.voices, []);
    assert!(result.stands_on(&"p3".into()));
    stage.announce("m1");
    let voice = correct(Wanted::Voice {
        motion: "m1".into(),
        person: "p3".into(),
        to: Choice::For,
    });
    assert_eq!(stage.refused(&voice), Refusal::CountedByVillage);
}

#[test]
fn whoever_comes_or_goes_or_withdraws_changes_what_a_village_has() {
    let mut stage = opened();
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.run(hear(Some("v1"), numbers(1, 2, 0)));
    // As one follows the room; numbers are counted again.
    stage.mark("p5", RollMark::Left);
    stage.take("p7", recused());
    stage.mark("p2", RollMark::Left);
    let here = Refusal::DelegatesDoNotAddUp {
        village: Some("v1".into()),
        here: 2,
        sum: 3,
    };
    assert_eq!(stage.refused(&end()), here);
    assert_eq!(
        stage.next(&"s1".into()).0,
        Step::HearVillages {
            motion: "m1".into(),
            missing: 1
        }
    );
    stage.run(hear(Some("v1"), numbers(0, 2, 0)));
    let result = stage.end("m1");
    let counts = result.tally.counts;
    assert_eq!((counts.yes, counts.no), (5, 2));
    assert_eq!((counts.absent, counts.recused), (2, 1));
    assert_eq!(result.voices.len(), 3, "who was not there, who withdrew");
    assert_eq!(
        stage.refused(&Command::Vote(take("p3", Choice::For))),
        Refusal::NotAnnounced {
            motion: "m1".into()
        }
    );
}

#[test]
fn a_village_of_which_nobody_is_there_is_not_heard() {
    let mut stage = opened();
    for person in ["p7", "p8"] {
        stage.mark(person, RollMark::Left);
    }
    assert_eq!(
        stage.refused(&hear(Some("v3"), one(Stance::For))),
        Refusal::NoDelegateThere {
            village: Some("v3".into())
        }
    );
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    let result = stage.end("m1");
    assert_eq!(result.by_village.as_ref().unwrap().votes.len(), 4);
    assert_eq!(
        stage.refused(&Command::Vote(vote::Command::HearVillage {
            motion: "m1".into(),
            village: Some("v9".into()),
            says: one(Stance::For),
        })),
        Refusal::NotAnnounced {
            motion: "m1".into()
        }
    );
}

#[test]
fn under_a_bloc_rule_a_village_speaks_as_one() {
    let mut stage = under("one-village-one-vote", |rule| {
        rule.bloc = true;
        rule.methods = vec![Method::ByVillage];
    });
    stage.vote(vote::Command::OpenByVillage {
        motion: "m1".into(),
        at: at("09:15"),
    });
    let village = "v1".into();
    assert_eq!(
        stage.refused(&hear(Some("v1"), numbers(2, 1, 0))),
        Refusal::SpeaksAsOne { village }
    );
    stage.run(hear(Some("v1"), one(Stance::Against)));
    // Area-wide seats are no village.
    stage.run(hear(None, numbers(1, 0, 0)));
    stage.vote(vote::Command::ClearVillage {
        motion: "m1".into(),
        village: None,
    });
    assert_eq!(
        stage.next(&"s1".into()).0,
        Step::HearVillages {
            motion: "m1".into(),
            missing: 4
        }
    );
}

#[test]
fn villages_heard_as_one_and_their_delegates_by_name_agree() {
    let stances = [Stance::For, Stance::Against, Stance::Abstain];
    for first in stances {
        for second in stances {
            let villages = [
                (Some("v1"), first),
                (Some("v2"), second),
                (Some("v3"), first),
                (Some("v4"), Stance::For),
                (None, second),
            ];
            let mut heard = opened();
            for (village, stance) in villages {
                heard.run(hear(village, one(stance)));
            }
            let heard = heard.end("m1");
            let mut named = under("one-village-one-vote", |_| {});
            named.open("m1");
            let voters = named.world.motion(&"m1".into()).unwrap();
            let voters = voters.ballot().unwrap().voters.clone();
            for voter in voters {
                let of = voter.village.as_ref().map(|it| it.as_str());
                let (_, stance) = villages.iter().find(|(village, _)| *village == of).unwrap();
                let choice = match stance {
                    Stance::For => Choice::For,
                    Stance::Against => Choice::Against,
                    _ => Choice::Abstain,
                };
                named.take(voter.person.as_str(), choice);
            }
            let named = named.end("m1");
            assert_eq!(heard.tally.counts, named.tally.counts);
            assert_eq!(heard.tally.measured, named.tally.measured);
            assert_eq!(heard.outcome, named.outcome);
        }
    }
}

#[test]
fn a_divided_village_has_not_voted_so_that_one_more_for_it_never_turns_it() {
    let says = |yes, no, silent| {
        let counts = Counts {
            yes,
            no,
            not_voting: silent,
            ..Counts::default()
        };
        counts.position()
    };
    for (yes, no, silent, said) in [
        (2, 1, 0, Voice::For),
        (1, 2, 0, Voice::Against),
        (1, 1, 0, Voice::NotVoting),
        (1, 0, 1, Voice::NotVoting),
        (0, 0, 2, Voice::NotVoting),
    ] {
        assert_eq!(says(yes, no, silent), said, "{yes}:{no}:{silent}");
    }
    // Two villages of three are for it, a fourth is silent: 2*2 > 3. If the first to speak there made an
    // abstention of a silence, a vote for it would take it down: 2*2 > 4 does not hold.
    let more = crate::domain::rule::Threshold::more_than_half(crate::domain::rule::Base::Valid);
    assert!(more.with(2, 3).holds() && !more.with(2, 4).holds());
}

#[test]
fn a_tie_of_villages_is_not_said_to_be_one_of_votes() {
    use crate::i18n::{Language, steps};
    let mut stage = opened();
    for (village, says) in [
        (Some("v1"), one(Stance::For)),
        (Some("v2"), one(Stance::Against)),
        (Some("v3"), one(Stance::Against)),
        (Some("v4"), one(Stance::For)),
        (None, one(Stance::For)),
    ] {
        stage.run(hear(village, says));
    }
    let result = stage.end("m1");
    assert_eq!(result.outcome, Outcome::Tied);
    assert_ne!(result.tally.counts.yes, result.tally.counts.no);
    let motion = stage.world.motion(&"m1".into()).unwrap();
    for (language, tied) in [
        (Language::Zh, "赞成与反对的村数相等"),
        (Language::En, "as many villages for as against"),
    ] {
        for said in [
            steps::result_sentence(language, &stage.world, motion, &result),
            steps::read_out(language, &stage.world, motion, &result),
        ] {
            assert!(said.contains(tied), "{said}");
        }
    }
}
