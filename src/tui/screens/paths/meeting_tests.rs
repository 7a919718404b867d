//! A village's meeting at its cell: its notice, its body and its rule; and the step its board does.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::{chosen, field, fill, record, sent, vote};
use crate::domain::Command;
use crate::domain::board::{self, Affairs, Board, Masked, NoticeKind, Posting, Wording};
use crate::domain::ids::VillageId;
use crate::domain::matter::path::{Path, Shown, Taken};
use crate::domain::text::Text;
use crate::i18n::{Language, path_screen as words, sequel, village_board, village_notice};
use crate::tui::screens::scene::line;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

fn path(stage: &Stage) -> Path {
    let matters = &stage.desk().world().matters;
    matters.values().next().unwrap().path.clone().unwrap()
}

/// At the step by which the first village decides, its Party members having met on the 6th.
pub(super) fn before_the_decision(language: Language) -> Stage {
    let mut stage = chosen(language);
    record(&mut stage, "11-2");
    stage.press("Down");
    record(&mut stage, "11-3");
    stage.press("Down");
    vote(&mut stage, "11-6", "20", "4");
    sent(&mut stage);
    stage.press("Down");
    stage
}

/// Chooses the n-th rule of the sheet that is open.
fn rule(stage: &mut Stage, steps: usize) {
    let language = stage.app.language;
    field(stage, words::take_rule(language));
    for _ in 0..steps {
        stage.press("Right");
    }
}

#[test]
fn a_short_notice_is_seen_while_it_is_typed_and_wants_a_reason() {
    for language in Language::ALL {
        let mut stage = before_the_decision(language);
        vote(&mut stage, "11-12", "20", "4");
        rule(&mut stage, 1);
        let unwritten = village_notice::unwritten(language);
        let screen = stage.screen_of(120, 40);
        let start: String = unwritten.chars().take(12).collect();
        assert!(screen.contains(&start), "{screen}");
        fill(&mut stage, words::take_noticed(language), "11-10");
        let screen = stage.screen_of(120, 40);
        assert!(!screen.contains(&start), "{screen}");
        let source = match language {
            Language::Zh => "山东省",
            Language::En => "Shandong",
        };
        assert!(screen.contains(source), "{screen}");
        let suffix = language.tag();
        assert_snapshot!(format!("short_notice_{suffix}"), stage.screen());
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        fill(&mut stage, words::take_early(language), "汛期将至");
        sent(&mut stage);
        stage.press("8");
        assert_snapshot!(format!("noticed_form_{suffix}"), stage.screen_of(120, 40));
        stage.every_size();
        let page = stage.screen_of(120, 60);
        assert!(
            page.contains(village_notice::form_noticed(language)),
            "{page}"
        );
        assert!(page.contains(village_notice::form_rule(language)), "{page}");
        stage.press("Esc 9");
        let page = stage.screen_of(120, 60);
        assert!(
            page.contains(village_notice::form_called(language)),
            "{page}"
        );
    }
}

#[test]
fn the_body_follows_the_rule_and_another_is_refused() {
    for language in Language::ALL {
        let mut stage = before_the_decision(language);
        vote(&mut stage, "11-20", "20", "4");
        rule(&mut stage, 3);
        let assembly = village_notice::body_assembly(language);
        let screen = stage.screen_of(120, 40);
        let row = screen
            .lines()
            .find(|it| it.contains(words::take_body(language)));
        assert!(row.unwrap().contains(assembly), "{screen}");
        // Somebody writes the other body over it.
        field(&mut stage, words::take_body(language));
        stage.press("End");
        for _ in 0..60 {
            stage.press("Backspace");
        }
        stage.type_text(village_notice::body_representatives(language));
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some());
        let said = village_notice::refused_body(language, assembly);
        let said: String = said.chars().take(12).collect();
        let screen = stage.screen_of(120, 40);
        assert!(screen.contains(&said), "{screen}");
    }
}

pub(super) fn up(village: &VillageId, on: &str) -> [Command; 2] {
    let on = on.parse().unwrap();
    let words = |words: &str| Masked::line(&line(words));
    let posting = Posting {
        matter: Some("x1".into()),
        ..Posting::draft(
            "p1".into(),
            Board::Village(village.clone()),
            (NoticeKind::Notice, Affairs::Village),
            Wording {
                on,
                title: words("关于合修石沟路的公示"),
                text: Masked::text(&Text::new("议定合修石沟路。").unwrap()),
                basis: Masked::default(),
            },
            on,
        )
    };
    let posting = board::Command::Draft(Box::new(posting));
    let hang = board::Command::PutUp {
        posting: "p1".into(),
        on,
    };
    [Command::Board(posting), Command::Board(hang)]
}

#[test]
fn what_hangs_on_the_villages_board_is_not_entered_again() {
    for language in Language::ALL {
        let mut stage = before_the_decision(language);
        vote(&mut stage, "11-12", "20", "4");
        rule(&mut stage, 1);
        fill(&mut stage, words::take_noticed(language), "11-7");
        sent(&mut stage);
        let village = path(&stage).villages[0].village.clone();
        stage.record(&up(&village, "2026-11-13"));
        stage.press("Down");
        let suffix = language.tag();
        assert_snapshot!(format!("on_the_board_{suffix}"), stage.screen());
        stage.press("Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let corrected_there = |stage: &mut Stage| {
            stage.press("5");
            assert!(stage.app.overlay.is_none(), "{}", stage.screen());
            let said: String = village_board::refused(language).chars().take(12).collect();
            assert!(stage.screen().contains(&said), "{}", stage.screen());
        };
        corrected_there(&mut stage);
        // Its records are kept all the same, and the sheet is found again.
        stage.press("4");
        fill(&mut stage, words::keep_paper(language), "登记表 3 号");
        let screen = stage.come_back();
        assert!(screen.contains("登记表 3 号"), "{screen}");
        sent(&mut stage);
        let entries = path(&stage).entries;
        let last = entries.last().unwrap();
        assert_eq!((&last.taken, last.records.len()), (&Taken::Posted, 1));
        corrected_there(&mut stage);
        stage.press("8");
        let paper = stage.screen_of(120, 40);
        let kind = crate::i18n::boards::kind(language, NoticeKind::Notice);
        let said = village_board::form_done(language, kind);
        assert!(paper.contains(&said), "{paper}");
        stage.every_size();
    }
}

#[test]
fn an_own_template_says_which_posting_does_a_step() {
    for language in Language::ALL {
        let mut stage = chosen(language);
        stage.press("Esc 3 Home 1 End");
        assert!(stage.screen().contains(village_board::by_result(language)));
        stage.press("Enter");
        field(&mut stage, village_board::field(language));
        stage.press("Left Left");
        sent(&mut stage);
        let own = stage.desk().world().template(&"own".into()).unwrap();
        assert_eq!(own.steps.last().unwrap().shown, Some(Shown::Notice));
        stage.every_size();
    }
}

#[test]
fn what_was_voted_is_put_right_at_its_cell_and_the_form_says_both() {
    for language in Language::ALL {
        let mut stage = before_the_decision(language);
        stage.press("Up m");
        assert!(stage.app.overlay.is_some(), "{}", stage.said());
        fill(&mut stage, sequel::village_yes(language), "");
        stage.press("Ctrl-u");
        stage.type_text("19");
        fill(&mut stage, sequel::village_no(language), "");
        stage.press("Ctrl-u");
        stage.type_text("5");
        fill(&mut stage, words::reason(language), "抄错");
        assert_snapshot!(format!("mend_{}", language.tag()), stage.screen());
        stage.every_size();
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let path = path(&stage);
        let entry = path
            .entries
            .iter()
            .find(|it| !it.mended.is_empty())
            .unwrap();
        assert_eq!(entry.mended[0].was.tally.counts.yes, 20);
        stage.press("8");
        let page = stage.screen_of(120, 60);
        for label in [
            words::form_judged(language),
            words::form_corrected(language),
        ] {
            assert!(page.contains(label), "{label}\n{page}");
        }
        assert_snapshot!(format!("mended_form_{}", language.tag()), page);
    }
}

#[test]
fn a_draft_that_is_taken_up_again_has_the_body_of_its_rule_and_keeps_one_that_was_typed() {
    for language in Language::ALL {
        let mut stage = before_the_decision(language);
        stage.press("Enter");
        rule(&mut stage, 1);
        field(&mut stage, words::take_body(language));
        let proposed = stage.caret_row();
        fill(&mut stage, words::take_present(language), "24");
        stage.come_back();
        field(&mut stage, words::take_body(language));
        assert_eq!(stage.caret_row(), proposed, "{}", stage.screen());
        fill(&mut stage, words::take_body(language), "扩大会议");
        fill(&mut stage, words::take_present(language), "25");
        stage.come_back();
        field(&mut stage, words::take_body(language));
        assert!(stage.caret_row().contains("扩大会议"), "{}", stage.screen());
    }
}

#[test]
fn a_record_that_is_no_file_here_is_said_while_it_is_typed_and_once_it_is_recorded() {
    use crate::i18n::{paths, shared};
    for language in Language::ALL {
        let mut stage = chosen(language);
        stage.press("Enter");
        let said = shared::file_not_here(language, "D:\\照片\\会议.jpg");
        let start: String = said.chars().take(8).collect();
        let step = &path(&stage).template.steps[1];
        let label = paths::record_label(language, step.records[0]);
        fill(&mut stage, &label, "相册3-12");
        assert!(
            !stage.screen_of(120, 40).contains(&start),
            "{}",
            stage.screen()
        );
        fill(&mut stage, &label, "D:\\照片\\会议.jpg");
        let seen = stage.screen_of(120, 40);
        assert!(seen.contains(&start), "{seen}");
        stage.every_size();
    }
}
