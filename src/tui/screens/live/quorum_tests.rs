//! What a vote's quorum is once somebody has withdrawn, said at once; and a header that says how much of it
//! is left out.

#![allow(clippy::unwrap_used)]

use super::meter;
use super::{seen, vote as ballots};
use crate::domain::Command;
use crate::domain::rule::{Comparator, Method, Name, Over, Provenance, RecusalEffect, Rule};
use crate::domain::rule::{Figure, Quorum, Required, Turnout, Weights, joint_default};
use crate::domain::session::{self, RollMark};
use crate::domain::vote::{self, Choice, Effect};
use crate::i18n::{
    Language, in_force, live as words, quorum as quorum_words, quorums, read, recusals, terms,
};
use crate::tui::action::key_of;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::line;
use crate::tui::screens::sequel::tests::{at, drafted};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

fn ruled(recusal: RecusalEffect, share: (u32, u32), name: (&str, &str)) -> Rule {
    Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line(name.0),
            en: line(name.1),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        from: "2026-01-01".parse().ok(),
        methods: vec![Method::ByName, Method::Hands],
        quorum: Quorum {
            all_of: vec![Turnout {
                over: Over::Persons,
                num: share.0,
                den: share.1,
                comparator: Comparator::MoreThan,
            }],
            ..Quorum::default()
        },
        recusal,
        ..joint_default()
    }
}

const SHORT: (&str, &str) = ("本会规则", "Our rule");

/// Opens the vote of three in the room of four; the fourth has left.
fn three_of_four(language: Language, recusal: RecusalEffect) -> Stage {
    let rule = ruled(recusal, (1, 2), SHORT);
    let mut stage = drafted(language, Some(rule), Effect::Decides);
    stage.record(&[Command::Session(session::Command::Mark {
        id: "s1".into(),
        person: "张秀英".into(),
        mark: RollMark::Left,
        at: at("08:40"),
    })]);
    stage.app.go(Screen::live("s1".into()));
    stage.press("F5");
    stage
}

fn withdraw(stage: &mut Stage, person: &str) {
    stage.record(&[Command::Vote(vote::Command::Take {
        motion: "m1".into(),
        person: person.into(),
        choice: Choice::Recused {
            reason: line("有直接利害关系").into(),
        },
    })]);
}

fn said(stage: &Stage, language: Language) -> Option<(String, bool)> {
    let (state, session, world) = seen(&stage.app).ok().unwrap();
    quorums::after_recusals(language, session, ballots::motion(state, world).unwrap())
}

/// The text of the screen without its line breaks.
fn flat(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn recusals_that_break_the_quorum_of_an_open_vote_are_said_at_once() {
    for language in Language::ALL {
        let mut stage = three_of_four(language, RecusalEffect::ReduceBase);
        assert_eq!(said(&stage, language), None, "nobody has withdrawn");
        withdraw(&mut stage, "李春梅");
        let (holds, so) = said(&stage, language).unwrap();
        assert!(so && holds.contains("2*2 > 3"), "{holds}");
        assert!(
            flat(&stage.screen()).contains(&flat(&holds)),
            "{}",
            stage.screen()
        );
        withdraw(&mut stage, "王建国");
        let (short, so) = said(&stage, language).unwrap();
        assert!(!so && short.contains("2*1 > 2"), "{short}");
        assert!(
            flat(&stage.screen()).contains(&flat(&short)),
            "{}",
            stage.screen()
        );
        assert_snapshot!(format!("quorum_broken_{language}"), stage.screen());
        stage.every_size();
        // The language turns under it.
        stage.press("F12");
        let (other, _) = said(&stage, language.other()).unwrap();
        assert!(
            flat(&stage.screen()).contains(&flat(&other)),
            "{}",
            stage.screen()
        );
    }
}

#[test]
fn a_quorum_that_is_waived_is_said_to_be_with_its_numbers_before_and_after_the_end() {
    for language in Language::ALL {
        let mut stage = three_of_four(language, RecusalEffect::Waive);
        withdraw(&mut stage, "李春梅");
        withdraw(&mut stage, "王建国");
        let (waived, so) = said(&stage, language).unwrap();
        let words = match language {
            Language::Zh => "按规则不算不足",
            Language::En => "which the rule waives",
        };
        assert!(
            so && waived.contains("2*1 > 4") && waived.contains(words),
            "{waived}"
        );
        assert!(
            flat(&stage.screen()).contains(&flat(&waived)),
            "{}",
            stage.screen()
        );
        // The header does not say of fewer that they are as many as it asks for.
        let header = stage.screen_of(160, 40);
        let told = words::quorum_waived(language, "");
        assert!(header.contains(told.trim()), "{header}");
        // Nor does it where it is said in few words.
        let short = words::quorum_waived_short(language, "");
        let (_, session, world) = seen(&stage.app).ok().unwrap();
        let meter = meter::read(language, world, session);
        for cells in 1..160 {
            let (line, _) = meter.within(language, cells);
            let is_told = line.contains(told.trim()) || line.contains(short.trim());
            assert!(is_told, "{cells}: {line}");
        }
        stage.press("9 e");
        let (state, _, world) = seen(&stage.app).ok().unwrap();
        let motion = ballots::motion(state, world).unwrap();
        let result = motion.result().unwrap();
        assert!(result.quorum.iter().any(|it| it.waived), "{result:?}");
        let effect = recusals::effect(language, &motion.ballot().unwrap().rule, result).unwrap();
        assert!(effect.contains("2*1 > 4"), "{effect}");
        let screen = flat(&stage.screen_of(80, 40));
        assert!(
            screen.contains(&flat(&effect)),
            "{effect}\n{}",
            stage.screen()
        );
        stage.every_size();
    }
}

/// Sits by the default rule on an item with a quorum of its own and a rule of that name.
fn two_quorums(language: Language, name: (&str, &str)) -> Stage {
    let rule = ruled(RecusalEffect::KeepBase, (3, 4), name);
    let mut stage = drafted(language, Some(rule), Effect::Decides);
    stage.app.go(Screen::live("s1".into()));
    stage
}

#[test]
fn two_quorums_and_a_rule_fit_the_header_or_it_says_what_reads_it_whole() {
    let long = (
        "片区重大事项议事规则（试行）关于冬季清淤分段包干的特别规定",
        "Special rule on major matters of the area, winter dredging by sections",
    );
    for (name, is_long) in [(SHORT, false), (long, true)] {
        for language in Language::ALL {
            let mut stage = two_quorums(language, name);
            let header = stage.screen_of(80, 24).lines().nth(1).unwrap().to_owned();
            let figures = match language {
                Language::Zh => ["本项 4 人", "会议 3 人"],
                Language::En => ["this item: 4", "session: 3"],
            };
            // Nothing is cut: where the name has no room, the key that reads it stands.
            let mark = read::cut_short(language, key_of("live.rule"));
            assert!(!header.contains(&mark), "{header}");
            let key = in_force::judges_key(language, key_of("live.rule"));
            assert_eq!(header.contains(&key), is_long, "{header}");
            if is_long {
                assert!(figures.iter().any(|it| header.contains(it)), "{header}");
            }
            let whole = {
                let (_, session, world) = seen(&stage.app).ok().unwrap();
                meter::read(language, world, session).whole(language)
            };
            // With room enough nothing is left out, and with none the key reads it whole.
            let wide = stage.screen_of(200, 40);
            assert!(wide.contains(&whole), "{whole}\n{wide}");
            stage.press("(");
            let read = stage.screen();
            assert!(read.contains(in_force::header(language)), "{read}");
            let inside = read.lines().filter_map(|line| line.split('│').nth(1));
            let inside: String = inside.flat_map(str::split_whitespace).collect();
            assert!(inside.contains(&flat(&whole)), "{whole}\n{read}");
            stage.press("Esc");
            if is_long {
                assert_snapshot!(format!("header_cut_{language}"), stage.screen());
            }
            stage.every_size();
        }
    }
}

#[test]
fn whoever_must_be_there_and_is_not_is_named_in_the_header() {
    for language in Language::ALL {
        let mut rule = ruled(RecusalEffect::KeepBase, (1, 2), SHORT);
        rule.quorum.required = vec![Required::Chair];
        let mut stage = drafted(language, Some(rule), Effect::Decides);
        let chair = stage.desk().world().session(&"s1".into()).unwrap();
        let chair = chair.chair.clone().unwrap();
        stage.app.go(Screen::live("s1".into()));
        let who = terms::required(language, &Required::Chair);
        let there = words::required_there(language, "", who);
        let there = there.trim_start_matches('✓').trim();
        let screen = stage.screen_of(160, 40);
        assert!(screen.contains(there), "{screen}");
        stage.record(&[Command::Session(session::Command::Mark {
            id: "s1".into(),
            person: chair,
            mark: RollMark::Left,
            at: at("08:40"),
        })]);
        let missing = words::required_missing_short(language, "", who);
        let missing = missing.trim_start_matches('✗').trim();
        let screen = stage.screen_of(160, 40);
        assert!(screen.contains(missing), "{screen}");
    }
}

#[test]
fn of_weights_that_are_not_known_no_number_is_said_to_be_missing() {
    for language in Language::ALL {
        let mut rule = ruled(RecusalEffect::KeepBase, (1, 2), SHORT);
        for turnout in &mut rule.quorum.all_of {
            turnout.over = Over::Weights;
        }
        rule.weights = Some(Weights::PerStarted {
            each: 500,
            figure: Figure::Inhabitants,
        });
        let mut stage = drafted(language, Some(rule), Effect::Decides);
        stage.app.go(Screen::live("s1".into()));
        let unknown = words::quorum_unknown(language, "", "weights");
        let unknown = unknown.trim_start_matches('✗').trim();
        let screen = stage.screen_of(160, 40);
        assert!(screen.contains(unknown), "{screen}");
        let asked = quorum_words::no_figures(language, "weights");
        assert!(flat(&screen).contains(&flat(&asked)), "{screen}");
        let invented = words::quorum_missing_short(language, "", 1, 1, "weights");
        assert!(!screen.contains(invented.trim()), "{screen}");
        stage.every_size();
    }
}
