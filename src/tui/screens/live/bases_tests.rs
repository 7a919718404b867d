//! The same votes under every base, beside the ballot.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::tests::sample;
use crate::domain::ids::GroupId;
use crate::domain::rule::{
    Base, Method, Name, Over, Pass, Provenance, Rule, Threshold, joint_default,
};
use crate::domain::tests::polls::{Case, Luck};
use crate::domain::tests::printed::reader;
use crate::domain::vote::Effect;
use crate::domain::vote::bases::side_by_side;
use crate::i18n::{Language, bases as words, in_force as force};
use crate::tui::screens::Screen;
use crate::tui::screens::scene::{committee, line};
use crate::tui::screens::sequel::tests::drafted;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

#[test]
fn the_votes_so_far_stand_against_every_base_with_the_one_in_force_marked() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("%");
        assert!(!stage.said().is_empty());
        assert!(stage.app.overlay.is_none());
        stage.press("F5 9 F5 a Down Down Down 1 F5");
        stage.type_text("同意路灯安装方案。");
        stage.press("Tab Left Tab PgDn Enter %");
        // It waits to be put, and no other one is to be drafted.
        assert!(stage.said().contains("F5"), "{}", stage.said());
        stage.press("F5");
        stage.press("1 1 1 1 2 3 4 %");
        assert_snapshot!(format!("bases_{language}"), stage.screen());
        stage.every_size();
        stage.press("Esc");
        assert!(stage.app.overlay.is_none());
    }
}

/// Votes by a rule that counts people, villages and each village by itself.
fn counting_villages(language: Language) -> Stage {
    let villages = Threshold::at_least(2, 3, Base::Entitled).over(Over::Villages);
    let rule = Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("双重多数"),
            en: line("Double majority"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        from: "2026-01-01".parse().ok(),
        methods: vec![Method::ByName],
        pass: Pass::All(vec![
            Pass::Reaches(Threshold::more_than_half(Base::Present)),
            Pass::Reaches(villages),
            Pass::EachVillage(Threshold::more_than_half(Base::Valid)),
        ]),
        ..joint_default()
    };
    let mut stage = drafted(language, Some(rule), Effect::Decides);
    stage.app.go(Screen::live("s1".into()));
    stage
}

#[test]
fn everything_the_rule_counts_stands_in_a_block_with_the_base_in_force_marked() {
    for language in Language::ALL {
        let mut stage = counting_villages(language);
        stage.press("F5 1 %");
        let whole = stage.screen_of(80, 60);
        assert_eq!(whole.matches('▶').count(), 6, "{whole}");
        assert_snapshot!(format!("bases_of_villages_{language}"), whole);
        stage.every_size();
        // The language turns under what is read.
        stage.press("F12");
        let other = stage.screen();
        assert!(other.contains(words::title(language.other())), "{other}");
        stage.press("Esc");
        assert!(stage.app.overlay.is_none());
    }
}

#[test]
fn the_header_says_whose_quorum_and_whose_rule_and_the_rules_are_read_with_one_key() {
    for language in Language::ALL {
        let mut stage = counting_villages(language);
        let header = stage.screen_of(120, 40);
        let judged = force::judges_item(
            language,
            match language {
                Language::Zh => "双重多数",
                Language::En => "Double majority",
            },
        );
        assert!(header.contains(&judged), "{judged}\n{header}");
        stage.press("(");
        assert_snapshot!(
            format!("rules_in_force_{language}"),
            stage.screen_of(80, 40)
        );
        stage.every_size();
        stage.press("F12");
        let other = stage.screen();
        assert!(other.contains(force::title(language.other())), "{other}");
        stage.press("Esc");
        assert!(stage.app.overlay.is_none());
    }
}

#[test]
fn every_inequality_is_what_its_row_says_of_it() {
    let stage = committee(Language::Zh);
    let (mut rows, mut hold) = (0, 0);
    for seed in 1..=1_000 {
        let case = Case::by_luck(&mut Luck::new(seed));
        let concerned: Vec<GroupId> = case.concerned.iter().map(GroupId::from).collect();
        let tally = case.result().tally;
        for block in side_by_side(&case.rule, &tally, &concerned) {
            for language in Language::ALL {
                let part = super::bases::part(language, stage.desk().world(), &block, 0);
                for row in part.words.lines() {
                    let read = reader::read(row, language);
                    let [inequality] = read.as_slice() else {
                        panic!("{row}");
                    };
                    let holding = match language {
                        Language::Zh => ["，够了", "，成立，但没有赞成的"],
                        Language::En => [", enough", ", holds, but nobody is for it"],
                    };
                    let says = holding.iter().any(|it| inequality.after.starts_with(it));
                    assert_eq!(says, inequality.holds(), "{row}");
                    rows += 1;
                    hold += u32::from(says);
                }
            }
        }
    }
    assert!(rows > 5_000 && hold > 1_000, "{rows} {hold}");
}
