//! Recusals on the screen of a session: proposed, taken, declined, entered by hand, and ended.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::sample;
use super::{Panel, seen, show};
use crate::domain::Command;
use crate::domain::roster;
use crate::domain::session::agenda::{self, Item};
use crate::domain::session::recusal::{Matter, Reason, Recusal};
use crate::domain::vote::tally::Voice;
use crate::i18n::{Language, recusal as words, recusals, room};
use crate::tui::action::{Why, named};
use crate::tui::screens::scene::line;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

/// Has an item to be voted taken up that concerns 丁守业, whose wife 韩立诚 is said to be.
pub(super) fn concerned(language: Language) -> Stage {
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
        let reasons: Vec<Reason> = taken.into_iter().map(|it| it.reason).collect();
        let kin = Reason::Kin {
            of: "ding".into(),
            relation: line("表兄弟"),
        };
        assert_eq!(reasons, [kin, Reason::Interest]);
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

/// Has 韩立诚 withdraw from the buying of meters, which no motion is of yet.
fn of_a_part(language: Language) -> Stage {
    let mut stage = concerned(language);
    stage.press("~");
    show(&mut stage.app, Panel::Roll);
    assert!(super::roll::select(&mut stage.app, &"han".into()));
    stage.press("x Down Right Down");
    stage.type_text("电表的采购");
    stage.press("PgDn Enter");
    stage
}

#[test]
fn a_part_is_seen_as_a_part_and_holds_for_the_motions_that_are_of_it() {
    for language in Language::ALL {
        let mut stage = of_a_part(language);
        // Nothing was written: the reason is kept as what it is, and read in either language.
        let reason = recorded(&stage)[0].reason.clone();
        assert!(matches!(reason, Reason::Kin { .. }), "{reason:?}");
        let seen_as = |stage: &mut Stage, language: Language| {
            let (_, _, world) = seen(&stage.app).ok().unwrap();
            let said = recusals::now(language, world, &recorded(stage)[0]);
            let screen = stage.screen_of(200, 40);
            assert!(screen.contains(&said), "{said}\n{screen}");
        };
        show(&mut stage.app, Panel::Roll);
        seen_as(&mut stage, language);
        stage.press("F12");
        seen_as(&mut stage, language.other());
        stage.press("F12 m");
        let minuted = stage.screen_of(120, 40);
        assert!(minuted.contains("电表的采购"), "{minuted}");
        stage.every_size();
        // A motion is asked whether it is of the part; one that is not is voted on by everybody.
        stage.press("F5");
        stage.type_text("同意路灯安装方案。");
        assert!(stage.screen().contains(words::of_parts(language)));
        assert_snapshot!(format!("motion_of_a_part_{language}"), stage.screen());
        stage.every_size();
        stage.press("Tab Left Tab PgDn Up Left PgDn Enter");
        let still = words::votes_still(
            language,
            words::who_and_matter(language, "韩立诚", "电表的采购"),
        );
        let panel = stage.screen();
        assert!(panel.contains(&still), "{panel}");
        // Worded anew, it is of the part after all.
        stage.press("7 PgDn Up Right PgDn Enter");
        let bars = words::bars(
            language,
            words::who_and_matter(language, "韩立诚", "电表的采购"),
        );
        let panel = stage.screen();
        assert!(panel.contains(&bars), "{panel}");
        assert_snapshot!(format!("a_part_before_the_vote_{language}"), stage.screen());
        stage.press("F5");
        assert_eq!(marked(&stage), [("han".to_owned(), Voice::Recused)]);
        assert!(super::vote::select(&mut stage.app, &"han".into()));
        let row = stage.caret_row();
        assert!(row.contains("电表的采购"), "{row}");
    }
}

#[test]
fn the_cursor_passes_over_whoever_withdrew() {
    for language in Language::ALL {
        let mut stage = concerned(language);
        stage.press("~");
        draft(&mut stage);
        stage.press("F5");
        let order: Vec<String> = {
            let (_, session, world) = seen(&stage.app).ok().unwrap();
            let motion = world.open_vote(&session.id).unwrap();
            let voters = &motion.ballot().unwrap().voters;
            voters.iter().map(|it| it.person.to_string()).collect()
        };
        let [first, second, third, ..] = order.as_slice() else {
            panic!("{order:?}");
        };
        assert!(super::vote::select(&mut stage.app, &second.as_str().into()));
        stage.press("5 Enter PgDn Enter");
        assert_eq!(marked(&stage), [(second.clone(), Voice::Recused)]);
        assert!(super::vote::select(&mut stage.app, &first.as_str().into()));
        stage.press("1 2");
        let mut said = vec![
            (first.clone(), Voice::For),
            (second.clone(), Voice::Recused),
            (third.clone(), Voice::Against),
        ];
        said.sort_by(|one, other| one.0.cmp(&other.0));
        assert_eq!(marked(&stage), said);
    }
}
