//! Recusals on the screen of a session: proposed, taken, declined, entered by hand, and ended.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::sample;
use super::{Panel, seen, show};
use crate::domain::Command;
use crate::domain::roster;
use crate::domain::session::agenda::{self, Item};
use crate::domain::session::recusal::{Matter, Recusal};
use crate::domain::vote::tally::Voice;
use crate::i18n::{Language, recusal as words, recusals, room};
use crate::tui::action::{Why, named};
use crate::tui::screens::scene::line;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

/// Has an item to be voted taken up that concerns 丁守业, whose wife 韩立诚 is said to be.
fn concerned(language: Language) -> Stage {
    let mut stage = sample(language, 3);
    stage.press("F5 9 F5 a Down Down Down");
    let (_, session, world) = seen(&stage.app).ok().unwrap();
    let item = world.agenda(&session.id).nth(3).unwrap();
    let item = Item {
        concerned: vec!["ding".into()],
        ..item.clone()
    };
    stage.record(&[
        Command::Roster(roster::Command::Relate {
            person: "ding".into(),
            other: "han".into(),
            relation: Some(line("表兄弟")),
        }),
        Command::Agenda(agenda::Command::Put(item)),
    ]);
    stage.press("1");
    stage
}

fn recorded(stage: &Stage) -> Vec<Recusal> {
    let (_, session, _) = seen(&stage.app).ok().unwrap();
    session.recusals.clone()
}

fn marked(stage: &Stage) -> Vec<(String, Voice)> {
    let (_, session, world) = seen(&stage.app).ok().unwrap();
    let ballot = world.open_vote(&session.id).unwrap().ballot().unwrap();
    let marks = ballot.marks.iter();
    marks
        .map(|(who, mark)| (who.to_string(), mark.choice.voice()))
        .collect()
}

fn draft(stage: &mut Stage) {
    stage.press("F5");
    stage.type_text("同意路灯安装方案。");
    stage.press("Tab Left Tab PgDn Enter");
}

#[test]
fn what_kin_proposes_is_taken_with_one_key_and_undone_with_one() {
    for language in Language::ALL {
        let mut stage = concerned(language);
        assert_snapshot!(format!("recusals_proposed_{language}"), stage.screen());
        stage.every_size();
        stage.press("F5");
        let taken = recorded(&stage);
        assert_eq!(taken.len(), 2, "{}", stage.screen());
        let reasons: Vec<&str> = taken.iter().map(|it| it.reason.as_str()).collect();
        assert!(
            reasons.contains(&words::reason_concerned(language)),
            "{reasons:?}"
        );
        let kin = words::reason_kin(language, "丁守业", "表兄弟");
        assert!(reasons.contains(&kin.as_str()), "{reasons:?}");
        stage.press("u");
        assert_eq!(recorded(&stage), []);
        stage.press("F5");
        draft(&mut stage);
        // 丁守业 chairs and has withdrawn: the step leads to the hand-over, and then to the vote.
        let asked = stage.screen();
        assert!(asked.contains(room::key_hand_over(language)), "{asked}");
        stage.press("F5");
        assert_snapshot!(format!("hand_over_recused_{language}"), stage.screen());
        stage.press("Down");
        stage.type_text("田桂芳");
        stage.press("PgDn Enter F5");
        let marks = marked(&stage);
        let recused = |who: &str| (who.to_owned(), Voice::Recused);
        assert_eq!(marks, [recused("ding"), recused("han")]);
        show(&mut stage.app, Panel::Roll);
        assert_snapshot!(format!("recusals_on_the_roll_{language}"), stage.screen());
        stage.every_size();
    }
}

#[test]
fn what_is_proposed_is_declined_with_another_key() {
    for language in Language::ALL {
        let mut stage = concerned(language);
        stage.press("~");
        assert_eq!(recorded(&stage), []);
        let declined = seen(&stage.app).ok().unwrap().1.declined.len();
        assert_eq!(declined, 2, "{}", stage.said());
        stage.press("~");
        assert_eq!(stage.said(), words::nothing_proposed(language));
        draft(&mut stage);
        stage.press("F5");
        assert_eq!(marked(&stage), []);
    }
}

#[test]
fn a_part_is_entered_on_the_roll_and_ended_by_name() {
    for language in Language::ALL {
        let mut stage = concerned(language);
        stage.press("~");
        show(&mut stage.app, Panel::Roll);
        assert!(super::roll::select(&mut stage.app, &"han".into()));
        stage.press("x");
        stage.type_text("与电工班有往来");
        assert_snapshot!(format!("recusal_sheet_{language}"), stage.screen());
        stage.every_size();
        // A part wants to be named.
        stage.press("Enter Right PgDn Enter");
        let asked = stage.screen();
        assert!(asked.contains(words::part_missing(language)), "{asked}");
        stage.type_text("电表的采购");
        let back = stage.come_back();
        assert!(back.contains("电表的采购"), "{back}");
        stage.press("PgDn Enter");
        let taken = recorded(&stage);
        assert!(
            matches!(&taken[..], [Recusal { of: Matter::Part { part, .. }, .. }]
                if *part == line("电表的采购")),
            "{taken:?}"
        );
        stage.press("*");
        let menu = stage.screen();
        let (_, _, world) = seen(&stage.app).ok().unwrap();
        let what = recusals::matter(language, world, &taken[0].of);
        assert!(menu.contains("韩立诚") && menu.contains(&what), "{menu}");
        stage.press("Enter");
        assert!(recorded(&stage)[0].to.is_some(), "{}", stage.said());
        stage.press("*");
        assert_eq!(stage.said(), words::no_recusal(language));
    }
}

#[test]
fn a_voter_withdraws_from_the_whole_item_while_it_is_voted() {
    for language in Language::ALL {
        let mut stage = concerned(language);
        stage.press("~");
        draft(&mut stage);
        stage.press("F5");
        assert!(super::vote::select(&mut stage.app, &"han".into()));
        stage.press("5");
        stage.type_text("其弟供货");
        stage.press("Enter Right PgDn Enter");
        assert!(matches!(recorded(&stage)[0].of, Matter::Item { .. }));
        assert_eq!(marked(&stage), [("han".to_owned(), Voice::Recused)]);
        // Another choice is refused with the way out.
        assert!(super::vote::select(&mut stage.app, &"han".into()));
        stage.press("1");
        let why = crate::domain::Refusal::Withdrawn {
            name: line("韩立诚"),
        };
        assert_eq!(stage.said(), stage.app.reason(&Why::Refused(why)));
        assert!(named("recusal.end").unwrap().enabled(&stage.app).is_ok());
        stage.press("* Enter 1");
        assert_eq!(
            recorded(&stage)[0].to,
            Some(super::moment(&stage.app).ok().unwrap())
        );
    }
}
