//! The paths of a tie and of a close split that only own rules know, played by keys: the chair casts, a
//! second vote, a lot, 暂缓 proposed.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::{at, close_and_seal, counted, drafted, looked_at, stands, vote_on, whole};
use crate::domain::ids::VillageId;
use crate::domain::rule::{
    Base, Consent, Name, Partial, Pass, Provenance, Rule, Threshold, TieStep, joint_default,
};
use crate::domain::vote::secret::{BallotCount, Papers};
use crate::domain::vote::{self, Choice, Effect, Outcome, SequelStep, Standing};
use crate::domain::{Command, World};
use crate::i18n::{
    Language, live, rule_sentences, sequel as words, sequels, step, steps as steps_of, terms,
};
use crate::tui::screens::Screen;
use crate::tui::screens::record;
use crate::tui::screens::scene::line;
use crate::tui::stage::Stage;
use crate::tui::text::width;
use insta::assert_snapshot;

fn own(tie: &[TieStep], close: Option<u32>) -> Rule {
    Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("本会规则"),
            en: line("Our rule"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        unverified: false,
        from: "2026-01-01".parse().ok(),
        tie: tie.to_vec(),
        close,
        ..joint_default()
    }
}

/// Ties the motion under a rule, announced on the screen.
fn tied(language: Language, tie: &[TieStep]) -> Stage {
    let mut stage = drafted(language, Some(own(tie, None)), Effect::Decides);
    vote_on(&mut stage, 2);
    stage.app.go(Screen::live("s1".into()));
    stage.press("F7 8");
    assert_eq!(stands(&stage), Standing::Tied, "{}", stage.screen());
    stage
}

fn steps(stage: &Stage) -> Vec<SequelStep> {
    let world = looked_at(stage);
    let sequels = world.motion(&"m1".into()).unwrap().sequels.iter();
    sequels.map(|it| it.step.clone()).collect()
}

fn paper(stage: &mut Stage) -> String {
    close_and_seal(stage);
    stage
        .app
        .go(Screen::Record(record::State::new("s1".into())));
    stage.screen();
    whole(stage)
}

#[test]
fn a_secret_tie_is_rejected_where_only_the_chair_could_settle_it_and_all_say_why() {
    for language in Language::ALL {
        let rule = own(&[TieStep::ChairCasts], None);
        let sentences = rule_sentences::sentences(language, &World::default(), &rule).join("");
        let openly = crate::i18n::rule_sentence::chair_casts_openly(language);
        assert!(sentences.contains(openly), "{sentences}");
        let mut stage = drafted(language, Some(rule), Effect::Decides);
        let of = |command| Command::Vote(command);
        let papers = Papers {
            returned: 4,
            spoiled: 0,
            yes: 2,
            no: 2,
            abstain: 0,
        };
        let count = || vote::Command::CountPapers {
            motion: "m1".into(),
            count: BallotCount::Whole { papers },
        };
        stage.record(&[of(vote::Command::OpenSecretly {
            motion: "m1".into(),
            at: at("08:45"),
        })]);
        stage.record(&[of(vote::Command::IssuePapers {
            motion: "m1".into(),
            number: 4,
            at: at("08:46"),
        })]);
        stage.record(&[of(count())]);
        stage.record(&[of(count())]);
        stage.record(&[of(vote::Command::End {
            motion: "m1".into(),
            at: at("08:47"),
        })]);
        stage.app.go(Screen::live("s1".into()));
        stage.press("F7 End");
        assert_eq!(stands(&stage), Standing::Rejected, "{}", stage.screen());
        let word = terms::outcome(language, Outcome::Tied, Effect::Decides);
        let why = words::secret_tie(language, word);
        assert!(stage.said().contains(&why), "{}", stage.said());
        let world = looked_at(&stage);
        let motion = world.motion(&"m1".into()).unwrap();
        let (ballot, result) = (motion.ballot().unwrap(), motion.result().unwrap());
        assert_eq!(sequels::outcome(language, motion, ballot, result), word);
        stage.every_size();
        let paper = paper(&mut stage);
        let flat = |text: &str| text.split_whitespace().collect::<String>();
        let because = flat(&words::secret_tie(language, ""));
        assert!(flat(&paper).contains(&because), "{paper}");
    }
}

#[test]
fn the_chair_casts_for_or_against_and_the_record_names_who_did() {
    for language in Language::ALL {
        for (keys, adopted) in [("F5 Down Enter", true), ("F5 Down Down Enter", false)] {
            let mut stage = tied(language, &[TieStep::ChairCasts]);
            stage.press("F5");
            stage.every_size();
            stage.press("Esc");
            stage.press(keys);
            let now = if adopted {
                Standing::Adopted
            } else {
                Standing::Rejected
            };
            assert_eq!(stands(&stage), now, "{}", stage.screen());
            assert!(
                matches!(&steps(&stage)[..], [SequelStep::Cast { chair, adopted: it }]
                    if chair.as_str() == "李长河" && *it == adopted)
            );
            stage.every_size();
            let paper = paper(&mut stage);
            assert!(paper.contains(words::label_sequels(language)), "{paper}");
            assert!(paper.contains("李长河"), "{paper}");
        }
    }
}

#[test]
fn a_lot_names_who_drew_it_and_settles_the_tie() {
    for language in Language::ALL {
        let mut stage = tied(language, &[TieStep::Lot]);
        stage.press("F5 Down Enter");
        stage.every_size();
        // Without a name and a side nothing is recorded.
        stage.press("PgDn Enter");
        assert_eq!(stands(&stage), Standing::Tied, "{}", stage.screen());
        stage.press("PgUp");
        stage.type_text("王建国");
        stage.press("Down Right PgDn Enter");
        assert!(stands(&stage).is_final(), "{}", stage.screen());
        assert!(
            matches!(&steps(&stage)[..], [SequelStep::Lot { drawn_by, .. }]
            if drawn_by.as_str() == "王建国")
        );
        assert!(paper(&mut stage).contains("王建国"));
    }
}

#[test]
fn a_tie_is_voted_once_more_and_both_rounds_stay() {
    for language in Language::ALL {
        let mut stage = tied(language, &[TieStep::SecondVote, TieStep::Lot]);
        stage.press("F5 9 e 8");
        assert_eq!(stands(&stage), Standing::Adopted, "{}", stage.screen());
        let world = looked_at(&stage);
        assert_eq!(world.motion(&"m1".into()).unwrap().earlier.len(), 1);
        // The result that stands is read before the rounds behind it.
        let flat = |text: &str| text.split([' ', '\n']).collect::<String>();
        let motion = world.motion(&"m1".into()).unwrap();
        let round = sequels::round(language, &world, motion, 1, &motion.earlier[0]);
        let result = steps_of::result_sentence(language, &world, motion, motion.result().unwrap());
        let screen = flat(&stage.screen_of(200, 40));
        let place = |said: &str| screen.find(&flat(said).chars().take(9).collect::<String>());
        let (before, behind) = (place(&result), place(&round));
        assert!(before.is_some() && before < behind, "{screen}");
        let paper = paper(&mut stage);
        for title in [
            words::round_title(language, 1),
            words::last_round(language, 2),
        ] {
            assert!(paper.contains(&title), "{title}\n{paper}");
        }
        // A second tie is not voted a third time: the lot is next.
        let mut stage = tied(language, &[TieStep::SecondVote, TieStep::Lot]);
        stage.press("F5");
        for (n, person) in super::tests::VOTERS.into_iter().enumerate() {
            stage.record(&[Command::Vote(vote::Command::Take {
                motion: "m1".into(),
                person: person.into(),
                choice: if n < 2 { Choice::For } else { Choice::Against },
            })]);
        }
        stage.press("e 8");
        assert_eq!(stands(&stage), Standing::Tied, "{}", stage.screen());
        stage.press("F5");
        let menu = stage.screen();
        assert!(menu.contains(words::menu_lot(language)), "{menu}");
    }
}

#[test]
fn a_close_split_proposes_to_put_off_and_may_be_left_as_it_is() {
    for language in Language::ALL {
        for put_off in [true, false] {
            let rule = Rule {
                pass: Pass::Reaches(Threshold::more_than_half(Base::Cast)),
                ..own(&[TieStep::Defer], Some(1))
            };
            let mut stage = drafted(language, Some(rule), Effect::Decides);
            let mut commands = vec![vote::Command::Open {
                motion: "m1".into(),
                at: at("08:45"),
            }];
            let said = [Choice::For, Choice::For, Choice::Against, Choice::Abstain];
            for (person, choice) in super::tests::VOTERS.into_iter().zip(said) {
                commands.push(vote::Command::Take {
                    motion: "m1".into(),
                    person: person.into(),
                    choice,
                });
            }
            let commands: Vec<Command> = commands.into_iter().map(Command::Vote).collect();
            stage.record(&commands);
            stage.app.go(Screen::live("s1".into()));
            stage.press("F7 e");
            // Nothing is announced before the chair has chosen.
            let asked = stage.screen();
            assert!(asked.contains(words::key_close_split(language)), "{asked}");
            stage.press("8");
            assert_eq!(stands(&stage), Standing::Open, "{}", stage.screen());
            stage.press("F5");
            let menu = stage.screen();
            assert!(menu.contains(words::menu_defer(language)), "{menu}");
            stage.every_size();
            if put_off {
                stage.press("Down Enter PgUp");
                stage.type_text("12-21");
                stage.press("PgDn Enter");
                assert_eq!(stands(&stage), Standing::Deferred, "{}", stage.screen());
            } else {
                stage.press("Down Down Enter");
                assert_eq!(stands(&stage), Standing::Open, "{}", stage.screen());
                let read = stage.screen_of(200, 40);
                let outcome = crate::i18n::step::adopted(language);
                let said = words::close_not_deferred(language, outcome);
                let flat = |text: &str| text.split([' ', '\n']).collect::<String>();
                assert!(flat(&read).contains(&flat(&said)), "{said}\n{read}");
                // The step and the sentence of the result say it; no line repeats it below.
                let step = flat(words::step_not_deferred(language));
                let told = 2 * flat(&said).matches(&step).count();
                assert_eq!(flat(&read).matches(&step).count(), told, "{read}");
                stage.press("8");
                assert_eq!(stands(&stage), Standing::Adopted, "{}", stage.screen());
                assert!(matches!(
                    &steps(&stage)[..],
                    [SequelStep::PassedOver {
                        step: TieStep::Defer
                    }]
                ));
            }
            stage.every_size();
        }
    }
}

#[test]
fn what_each_village_must_agree_to_is_never_said_to_be_decided_by_the_session() {
    for language in Language::ALL {
        let rule = Rule {
            consent: Consent::OwnBody {
                by: None,
                partial: Partial::AgreeingGoOn,
                silence_days: None,
            },
            ..own(&[], None)
        };
        let named = terms::rule_name(language, &rule).to_owned();
        let mut stage = drafted(language, Some(rule), Effect::Decides);
        // The sheet of the motion says so before it is recorded.
        stage.app.go(Screen::live("s1".into()));
        stage.press("F7 F2");
        let sheet = stage.screen_of(120, 40);
        let flat = |text: &str| text.split([' ', '\n', '│']).collect::<String>();
        let note = flat(&live::effect_by_rule(language, named));
        assert!(flat(&sheet).contains(&note), "{note}\n{sheet}");
        stage.every_size();
        stage.press("Esc");
        vote_on(&mut stage, 4);
        stage.app.go(Screen::live("s1".into()));
        stage.press("F7");
        let world = looked_at(&stage);
        let motion = world.motion(&"m1".into()).unwrap();
        let villages = terms::villages_asked(language, &world, &motion.villages);
        let said = step::each_by_itself(language, villages);
        let read = stage.screen_of(200, 40);
        assert!(flat(&read).contains(&flat(&said)), "{said}\n{read}");
        let (decides, proposes) = (
            terms::effect(language, Effect::Decides),
            terms::effect(language, Effect::Proposes),
        );
        assert!(read.contains(proposes) && !read.contains(decides), "{read}");
        stage.press("8");
        let printed = paper(&mut stage);
        assert!(flat(&printed).contains(&flat(&said)), "{printed}");
        assert!(!printed.contains(decides), "{printed}");
        let outcome = terms::outcome(language, Outcome::Adopted, Effect::Proposes);
        assert!(printed.contains(outcome), "{printed}");
    }
}

#[test]
fn a_step_that_cannot_be_taken_is_told_on_the_screen_in_the_menu_and_in_the_record() {
    for language in Language::ALL {
        let rule = Rule {
            pass: Pass::Reaches(Threshold::at_least(4, 5, Base::Entitled)),
            ..own(&[TieStep::ChairCasts, TieStep::Lot, TieStep::Defer], None)
        };
        let mut stage = drafted(language, Some(rule), Effect::Decides);
        vote_on(&mut stage, 2);
        stage.app.go(Screen::live("s1".into()));
        stage.press("F7 8");
        assert_eq!(stands(&stage), Standing::Tied, "{}", stage.screen());
        let flat = |text: &str| text.split_whitespace().collect::<String>();
        let steps = [TieStep::ChairCasts, TieStep::Lot];
        let steps = steps.map(|step| sequels::tie_step(language, step));
        let told = words::short_tie(language, "", terms::list(language, steps));
        assert_snapshot!(format!("left_out_{language}"), stage.screen());
        stage.press("F5");
        assert_snapshot!(format!("left_out_menu_{language}"), stage.screen());
        let menu = stage.screen_of(120, 40);
        let row = sequels::not_yet(language, looked_at(&stage).motion(&"m1".into()).unwrap());
        let row: String = row.chars().take(24).collect();
        assert!(menu.contains(&row), "{row}\n{menu}");
        assert!(flat(&menu).contains(&flat(&told)), "{told}\n{menu}");
        stage.every_size();
        stage.press("Esc");
        let paper = flat(&paper(&mut stage));
        assert!(paper.contains(&flat(&told)), "{told}\n{paper}");
    }
}

/// The title of the menu is one row: where a motion stands is said in a word or two if the whole does not fit.
#[test]
fn where_a_motion_stands_is_never_cut_in_the_title() {
    for language in Language::ALL {
        let mut stage = counted(language, 4, Effect::Proposes);
        stage.press("8 F5 Down Enter");
        stage.type_text("12-10");
        stage.press("PgDn Enter");
        let mut world = looked_at(&stage);
        let today = stage.desk().today();
        let title = |world: &World| {
            super::title(
                language,
                (world, today),
                world.motion(&"m1".into()).unwrap(),
            )
        };
        let ids: Vec<VillageId> = world.villages.keys().cloned().collect();
        assert!(!ids.is_empty());
        for long in [false, true] {
            for id in ids.iter().filter(|_| long) {
                let mut village = world.village(id).unwrap().clone();
                village.name = line("名字长得一行写不下的那个行政村民委员会甲乙丙丁");
                world.villages.insert(id.clone(), village.into());
            }
            let said = title(&world);
            assert!(width(&said) <= super::MENU_TITLE, "{said}");
            let motion = world.motion(&"m1".into()).unwrap();
            let whole = sequels::standing_whole(language, &world, motion);
            let short = language == Language::Zh && !long;
            assert_eq!(said.contains(&whole), short, "{said}");
            let word = sequels::standing_here(language, &world, motion);
            assert!(said.contains(word), "{said}");
        }
    }
}
