//! The villages concerned in words: who was not for it, who was not there, who withdrew, and whose own body
//! is still to decide.

#![allow(clippy::unwrap_used)]

use super::{announced, clause, fields};
use crate::domain::rule::{Base, Consent, Method, Partial, Rule, Threshold};
use crate::domain::session::RollMark;
use crate::domain::tests::sequels::{asks_villages, m1, own, voting};
use crate::domain::tests::stage::{Stage, motion, recused};
use crate::domain::vote::{self, Choice, Effect, Motion};
use crate::i18n::steps::{result_sentence, spoken};
use crate::i18n::{Language, act, record, step, terms};

/// A vote that concerns two villages, `away` of which are not there and `withdrawn` of which withdrew.
fn concerning(away: &[&str], withdrawn: &[&str], against: &[&str]) -> Stage {
    let mut stage = Stage::sitting();
    stage.start("i2");
    stage.vote(vote::Command::Draft(Motion {
        villages: vec!["v3".into(), "v4".into()],
        ..motion("i2", "m1")
    }));
    for person in away {
        stage.mark(person, RollMark::Left);
    }
    stage.open("m1");
    for person in withdrawn {
        stage.take(person, recused());
    }
    for person in against {
        stage.take(person, Choice::Against);
    }
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    stage
}

#[test]
fn a_village_of_which_nobody_could_say_anything_did_not_disagree() {
    let of = |village: &str| {
        let stage = Stage::sitting();
        let roll = &stage.s1().roll;
        let people = roll
            .iter()
            .filter(|it| it.place.entitled() && it.place.village == Some(village.into()));
        let people: Vec<String> = people.map(|it| it.place.person.to_string()).collect();
        people
    };
    let people = of("v3");
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    for language in Language::ALL {
        let said = |stage: &Stage| {
            let motion = m1(stage);
            let result = motion.result().unwrap();
            let all = result_sentence(language, &stage.world, motion, result);
            let clause = clause(language, &stage.world, motion, result).unwrap();
            assert!(all.contains(&clause), "{all}");
            let fields = fields(language, &stage.world, motion, result);
            (
                clause,
                fields
                    .into_iter()
                    .map(|(label, _)| label)
                    .collect::<Vec<_>>(),
            )
        };
        let agreed = record::label_delegates_for_only(language);
        let stage = concerning(&[], &[], &people);
        let name = terms::village(language, &stage.world, Some(&"v3".into())).to_owned();
        assert_eq!(
            said(&stage),
            (
                step::dissent_delegates(language, name.clone()),
                vec![agreed, record::label_delegates_not_for_only(language)]
            )
        );
        let told = |stage: &Stage| {
            let motion = m1(stage);
            announced(language, &stage.world, motion, motion.result().unwrap(), "")
        };
        assert_eq!(
            told(&stage),
            act::delegates_not_for(language, "", name.clone())
        );
        let stage = concerning(&people, &[], &[]);
        assert_eq!(
            said(&stage),
            (
                step::dissent_away(language, name.clone()),
                vec![agreed, record::label_villages_away(language)]
            )
        );
        assert_eq!(told(&stage), act::villages_away(language, "", name.clone()));
        let stage = concerning(&[], &people, &[]);
        assert_eq!(
            said(&stage),
            (
                step::dissent_withdrew(language, name.clone()),
                vec![agreed, record::label_villages_withdrew(language)]
            )
        );
        assert_eq!(told(&stage), act::villages_withdrew(language, "", name));
    }
}

#[test]
fn where_those_that_agree_go_on_nobody_is_told_that_all_must() {
    for language in Language::ALL {
        for (partial, all) in [(Partial::AllMust, true), (Partial::AgreeingGoOn, false)] {
            let stage = asks_villages(partial);
            let (motion, world) = (m1(&stage), &stage.world);
            let villages = terms::villages_asked(language, world, &motion.villages);
            let must = step::subject_to(language, villages.clone());
            let each = step::each_by_itself(language, villages.clone());
            let said = result_sentence(language, world, motion, motion.result().unwrap());
            assert_eq!(
                (said.contains(&must), said.contains(&each)),
                (all, !all),
                "{said}"
            );
            let fields = fields(language, world, motion, motion.result().unwrap());
            let delegates = record::label_delegates_for_only(language);
            for other in [record::label_agreed_villages(language), delegates] {
                assert!(
                    fields.iter().all(|(label, _)| *label != other),
                    "{fields:?}"
                );
            }
            // Before the vote the same is read out.
            let rule = motion.rule().unwrap().clone();
            let mut before = voting(own(|own| Rule {
                consent: rule.consent.clone(),
                ..own
            }));
            before.vote(vote::Command::Withdraw {
                motion: "m1".into(),
                reason: None,
            });
            before.vote(vote::Command::Draft(crate::domain::tests::stage::motion(
                "i2", "m2",
            )));
            let (next, _) = before.next(&"s1".into());
            let said = spoken(language, &before.world, before.s1(), &next);
            let m2 = before.world.motion(&"m2".into()).unwrap();
            let expected = match all {
                true => step::open_vote_subject_to(language, m2.wording(), villages),
                false => step::open_vote_each_by_itself(language, m2.wording(), villages),
            };
            assert_eq!(said, expected);
        }
    }
}

#[test]
fn only_a_rule_that_asks_the_villages_in_the_vote_has_villages_that_agree() {
    let consent = Consent::InVote {
        each: Threshold::more_than_half(Base::Present),
    };
    let stage = |consent: Option<Consent>, effect: Effect| {
        let mut stage = match consent {
            Some(consent) => voting(own(|rule| Rule {
                consent,
                methods: vec![Method::ByName],
                ..rule
            })),
            None => voting(own(|rule| rule)),
        };
        stage.vote(vote::Command::Withdraw {
            motion: "m1".into(),
            reason: None,
        });
        stage.vote(vote::Command::Draft(Motion {
            villages: vec!["v3".into(), "v4".into()],
            effect,
            ..motion("i2", "m2")
        }));
        stage.open("m2");
        stage.vote(vote::Command::AllFor {
            motion: "m2".into(),
        });
        stage.end("m2");
        stage
    };
    for language in Language::ALL {
        let labels = |stage: &Stage| {
            let m2 = stage.world.motion(&"m2".into()).unwrap();
            let fields = fields(language, &stage.world, m2, m2.result().unwrap());
            fields.into_iter().map(|it| it.0).collect::<Vec<_>>()
        };
        let asked = stage(Some(consent.clone()), Effect::Decides);
        assert_eq!(labels(&asked), [record::label_agreed_villages(language)]);
        let decides = stage(None, Effect::Decides);
        assert_eq!(
            labels(&decides),
            [record::label_delegates_for_only(language)]
        );
        let proposes = stage(None, Effect::Proposes);
        assert_eq!(labels(&proposes), [record::label_delegates_for(language)]);
    }
}
