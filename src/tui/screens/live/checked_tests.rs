//! What is read out can be checked: weights, the chair's turn, the outcome, how a tie came out.

#![allow(clippy::unwrap_used)]

use super::vote as votes;
use crate::domain::Command;
use crate::domain::rule::{
    Base, Method, Name, Over, Pass, Provenance, Rule, Threshold, TieStep, Weights, joint_default,
};
use crate::domain::vote::{self, Choice, Effect, Standing};
use crate::i18n::{Language, live as words, read, record as paper, sequel, weights};
use crate::tui::action::key_of;
use crate::tui::screens::Screen;
use crate::tui::screens::record;
use crate::tui::screens::scene::line;
use crate::tui::screens::sequel::tests::{at, drafted, stands, vote_on, whole};
use crate::tui::stage::Stage;

fn own(rule: Rule) -> Rule {
    Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("本会规则"),
            en: line("Our rule"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        from: "2026-01-01".parse().ok(),
        close: None,
        ..rule
    }
}

/// More than half of the villages, which weigh more than half of all.
fn by_weight() -> Rule {
    let half = |over| {
        Pass::Reaches(Threshold {
            over,
            ..Threshold::more_than_half(Base::Entitled)
        })
    };
    let weigh = [("李家屯", 4), ("王庄", 2), ("张家湾", 1)];
    own(Rule {
        pass: Pass::All(vec![half(Over::Villages), half(Over::Weights)]),
        methods: vec![Method::ByName],
        weights: Some(Weights::Fixed {
            of: weigh.map(|(id, weight)| (id.into(), weight)).into(),
        }),
        ..joint_default()
    })
}

fn live(stage: &mut Stage) {
    stage.app.go(Screen::live("s1".into()));
    stage.press("F7");
}

fn shown_paper(stage: &mut Stage) -> String {
    stage
        .app
        .go(Screen::Record(record::State::new("s1".into())));
    stage.screen();
    whole(stage)
}

#[test]
fn which_villages_are_for_it_and_what_they_weigh_stands_on_the_rows_in_the_result_and_in_the_paper()
{
    for (language, said) in [
        (
            Language::Zh,
            "共 3 个村，赞成 2 个村（李家屯 4、王庄 2），权重 6，总权重 7",
        ),
        (
            Language::En,
            "of 3 villages, 2 are for it (李家屯 4, 王庄 2), weight 6 of 7 in all",
        ),
    ] {
        let mut stage = drafted(language, Some(by_weight()), Effect::Decides);
        vote_on(&mut stage, 3);
        live(&mut stage);
        let flat = |text: &str| text.split_whitespace().collect::<String>();
        let wide = stage.screen_of(160, 40);
        let row = weights::heading(language, "李家屯", 4);
        assert!(wide.contains(&row), "{row}\n{wide}");
        assert!(flat(&wide).contains(&flat(said)), "{wide}");
        stage.every_size();
        // In a window that has no room for the count the outcome stands first.
        let screen = stage.screen();
        let first = screen.lines().nth(2).unwrap().to_owned();
        let outcome = match language {
            Language::Zh => "▸ 表决结果：通过。",
            Language::En => "▸ Result: adopted.",
        };
        let cut = read::cut(language, key_of("live.whole"));
        let cut = screen.contains(cut.trim());
        assert!(cut || language == Language::Zh, "{screen}");
        assert_eq!(first.starts_with(outcome), cut, "{screen}");
        stage.press("8");
        let paper = shown_paper(&mut stage);
        assert!(flat(&paper).contains(&flat(said)), "{paper}");
        let head = paper
            .lines()
            .find(|it| it.contains(weights::column(language)));
        assert!(head.is_some(), "{paper}");
    }
}

#[test]
fn a_village_that_is_left_out_of_the_weights_weighs_nothing_and_that_is_said() {
    for (language, said) in [
        (
            Language::Zh,
            "赞成 2 个村（李家屯 4、王庄 0），权重 4，总权重 5",
        ),
        (
            Language::En,
            "2 are for it (李家屯 4, 王庄 0), weight 4 of 5 in all",
        ),
    ] {
        let weigh = [("李家屯", 4), ("张家湾", 1)];
        let rule = Rule {
            weights: Some(Weights::Fixed {
                of: weigh.map(|(id, weight)| (id.into(), weight)).into(),
            }),
            ..by_weight()
        };
        let mut stage = drafted(language, Some(rule.clone()), Effect::Decides);
        let world = stage.desk().world();
        let sentence = crate::i18n::rule_sentences::sentences(language, world, &rule).join(" ");
        let name = crate::i18n::rule_sentence::weight_of(language, "王庄", 0);
        assert!(sentence.contains(&name), "{sentence}");
        vote_on(&mut stage, 3);
        live(&mut stage);
        let flat = |text: &str| text.split_whitespace().collect::<String>();
        let wide = stage.screen_of(160, 40);
        let row = weights::heading(language, "王庄", 0);
        assert!(wide.contains(&row), "{row}\n{wide}");
        assert!(flat(&wide).contains(&flat(said)), "{wide}");
    }
}

#[test]
fn whoever_chairs_speaks_last_only_where_the_rule_asks_it_and_the_paper_says_whether_they_did() {
    for language in Language::ALL {
        for (asked, first) in [(true, true), (true, false), (false, true)] {
            let rule = own(Rule {
                chair_last: asked,
                ..joint_default()
            });
            let mut stage = drafted(language, Some(rule), Effect::Decides);
            stage.record(&[Command::Vote(vote::Command::Open {
                motion: "m1".into(),
                at: at("08:45"),
            })]);
            live(&mut stage);
            if first {
                stage.record(&[Command::Vote(vote::Command::Take {
                    motion: "m1".into(),
                    person: "李长河".into(),
                    choice: Choice::For,
                })]);
                let screen = stage.screen();
                let early = words::chair_before(language, 3_usize);
                assert_eq!(screen.contains(&early), asked, "{screen}");
            }
            assert!(votes::select(&mut stage.app, &"王建国".into()));
            stage.press("1 9 e");
            let screen = stage.screen_of(120, 40);
            let heading = match (asked, first) {
                (true, true) => words::chair_was_not_last(language),
                // The key that takes the rest took the chair down with another.
                (true, false) | (false, _) => words::chair_heading(language),
            };
            assert!(screen.contains(heading), "{heading}\n{screen}");
            stage.press("8");
            let method = match (asked, first) {
                (true, true) => paper::method_named_chair_not_last(language),
                (true, false) => paper::method_named_chair_among(language),
                (false, _) => paper::method_named(language),
            };
            let printed = shown_paper(&mut stage);
            let mut lines = printed.lines().map(str::trim_end);
            assert!(lines.any(|it| it.ends_with(method)), "{method}\n{printed}");
        }
    }
}

#[test]
fn how_a_tie_came_out_is_announced_before_the_item_is_left() {
    for language in Language::ALL {
        let rule = own(Rule {
            tie: vec![TieStep::ChairCasts],
            ..joint_default()
        });
        let mut stage = drafted(language, Some(rule), Effect::Decides);
        vote_on(&mut stage, 2);
        live(&mut stage);
        stage.press("8 F5 Down Enter");
        assert_eq!(stands(&stage), Standing::Adopted, "{}", stage.screen());
        let cast = sequel::step_cast_for(language, "李长河");
        let screen = stage.screen();
        let line = screen.lines().nth(2).unwrap().to_owned();
        assert!(line.contains(&cast), "{cast}\n{screen}");
        stage.every_size();
    }
}
