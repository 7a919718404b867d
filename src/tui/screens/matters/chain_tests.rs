//! From a matter to everything that follows, by keys, and back.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::open_page;
use super::tests::{known, levy, receive, screen, stands};
use crate::domain::Command;
use crate::domain::board::{self, NoticeKind};
use crate::domain::matter::intake::{Intake, MatterKind};
use crate::domain::matter::life::{Stage as At, open_postings, still_open};
use crate::domain::session::agenda::{self, ItemState};
use crate::domain::task::Task;
use crate::domain::vote::{self, Effect};
use crate::i18n::{Language, matters, sequel, terms};
use crate::tui::screens::Screen;
use crate::tui::screens::paths::tests as path;
use crate::tui::screens::sequel::tests::{at, drafted, drafted_for, vote_on};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

/// Announces what was voted, and ends the item.
fn announced(stage: &mut Stage) {
    vote_on(stage, 4);
    stage.record(&[
        Command::Vote(vote::Command::Announce {
            motion: "m1".into(),
            at: at("08:51"),
        }),
        Command::Agenda(agenda::Command::Settle {
            item: "i1".into(),
            state: ItemState::Done,
            at: at("08:52"),
        }),
    ]);
}

/// A matter that the session of today adopted.
pub(in crate::tui::screens) fn adopted(language: Language) -> Stage {
    let plain = Intake {
        kind: MatterKind::Project,
        touches: Vec::new(),
        ..levy()
    };
    let entered = [receive("a", "11-02", plain), screen("a")];
    let of = Some(("a".into(), entered.as_slice()));
    let mut stage = drafted_for(language, None, Effect::Decides, of);
    announced(&mut stage);
    open_page(&mut stage.app, "a".into());
    stage.screen();
    stage
}

fn task(stage: &Stage) -> Task {
    let finished = stage.desk().finished_tasks().unwrap();
    let open = stage.desk().world().tasks.values();
    let mut all = open.map(|it| it.as_ref().clone()).chain(finished);
    all.next().unwrap()
}

fn on_page(stage: &mut Stage) {
    stage.press("Esc");
    assert!(
        matches!(stage.app.top(), Screen::Matter(_)),
        "{}",
        stage.screen()
    );
}

#[test]
fn what_a_village_decided_is_entered_by_the_rule_the_gate_gives_it() {
    for language in Language::ALL {
        let entered = [receive("a", "11-02", levy()), screen("a")];
        let of = Some(("a".into(), entered.as_slice()));
        let mut stage = drafted_for(language, None, Effect::Proposes, of);
        vote_on(&mut stage, 4);
        stage.app.go(Screen::live("s1".into()));
        stage.press("F7 8 F5 Down Enter PgDn Enter g Down Enter Down Down Down");
        let assembly = "village-assembly".into();
        let rule = terms::rule(language, stage.desk().world(), &assembly).to_owned();
        let row = stage.caret_row();
        assert!(row.contains(&rule), "{row}\n{}", stage.screen());
        let why = sequel::village_rule_by_gate(language);
        let begins: String = why.chars().take(12).collect();
        assert!(stage.screen().contains(&begins), "{}", stage.screen());
    }
}

#[test]
fn from_an_adopted_matter_to_its_boards_its_follow_up_and_its_result() {
    for language in Language::ALL {
        let mut stage = adopted(language);
        assert_eq!(stands(&stage, "a"), At::Results, "{}", stage.screen());
        // What the boards say is drafted from the decision itself.
        stage.press("F9");
        assert_snapshot!(format!("post.{language}"), stage.screen());
        stage.press("PgDn Enter");
        assert_eq!(stage.desk().world().postings.len(), 3, "{}", stage.screen());
        assert_eq!(stands(&stage, "a"), At::Posted);
        // A follow-up is given out from the same place, and is of the matter.
        stage.press("F10");
        stage.type_text("清渠");
        stage.press("PgDn Enter");
        assert_eq!(task(&stage).matter, Some("a".into()), "{}", stage.screen());
        stage.press("F6");
        assert!(stage.screen().contains("清渠"), "{}", stage.screen());
        stage.press("1 PgDn Enter F8 Tab");
        stage.type_text("李长河");
        stage.press("Tab");
        stage.type_text("销号单 1");
        stage.press("PgDn Enter");
        assert!(!task(&stage).is_open(), "{}", stage.screen());
        on_page(&mut stage);
        // What became of it goes to the boards as well.
        stage.press("F5 F8");
        let screen = stage.screen();
        assert!(screen.contains("清渠"), "{screen}");
        stage.press("PgDn Enter");
        let postings = &stage.desk().world().postings;
        let results = postings.values();
        let results = results.filter(|it| it.kind == NoticeKind::Disclosure);
        assert_eq!(results.count(), 3, "{}", stage.screen());
        stage.press("1");
        stage.press("PgDn Enter");
        on_page(&mut stage);
        // Its number stands wherever it goes.
        stage.press("F5 8");
        let number = matters::number(language, known(&stage, "a").number);
        let paper = |it: &std::path::PathBuf| std::fs::read_to_string(it).unwrap();
        let papers: Vec<String> = stage.files("papers").iter().map(paper).collect();
        assert_eq!(papers.len(), 2, "{}", stage.screen());
        assert!(papers.iter().all(|it| it.contains(&number)), "{papers:?}");
        stage.press("F4");
        assert!(stage.screen().contains(&number), "{}", stage.screen());
        stage.press("Esc");
        on_page(&mut stage);
        // What hangs keeps it from being filed; what lasts on the board of the area does not.
        let open = || {
            let matter = known(&stage, "a");
            still_open(stage.desk().world(), &matter).len()
        };
        assert_eq!(open(), 2);
        let lasting = stage.desk().world().postings.values().cloned();
        let lasting = lasting.filter(|it| it.lasting && it.posted.is_none());
        let up: Vec<Command> = lasting
            .map(|it| {
                Command::Board(board::Command::PutUp {
                    posting: it.id.clone(),
                    on: stage.desk().today(),
                })
            })
            .collect();
        assert_eq!(up.len(), 2);
        stage.record(&up);
        let world = stage.desk().world();
        let due = open_postings(world, &"a".into()).count();
        assert_eq!(due, 4);
        // Everything of it is a line of its life, and leads there.
        assert_snapshot!(format!("chain.{language}"), stage.screen_of(100, 40));
        stage.every_size();
        stage.press("End 5");
        assert!(
            matches!(stage.app.top(), Screen::Tasks(_) | Screen::Boards(_)),
            "{}",
            stage.said()
        );
        on_page(&mut stage);
        stage.press("F3");
        assert!(matches!(stage.app.top(), Screen::Paths(_)));
        on_page(&mut stage);
        stage.press("F8");
        assert!(
            matches!(stage.app.top(), Screen::Ledgers(_)),
            "{}",
            stage.said()
        );
        on_page(&mut stage);
    }
}

#[test]
fn a_follow_up_taken_up_again_takes_up_a_matter_that_was_filed() {
    for language in Language::ALL {
        let mut stage = adopted(language);
        stage.press("F10");
        stage.type_text("清渠");
        stage.press("PgDn Enter F6 1 PgDn Enter F8 Tab");
        stage.type_text("李长河");
        stage.press("Tab");
        stage.type_text("销号单 1");
        stage.press("PgDn Enter");
        on_page(&mut stage);
        stage.press("9");
        assert_eq!(stands(&stage, "a"), At::Filed, "{}", stage.screen());
        stage.press("F6 5");
        stage.type_text("又堵了");
        stage.press("Tab");
        stage.type_text("2026-12-20");
        stage.press("PgDn Enter");
        assert!(task(&stage).is_open(), "{}", stage.screen());
        assert_eq!(stands(&stage, "a"), At::FollowUp);
        on_page(&mut stage);
        let screen = stage.screen_of(100, 40);
        assert!(screen.contains("又堵了"), "{screen}");
    }
}

#[test]
fn what_each_village_did_is_a_line_of_its_life_and_leads_to_the_steps() {
    for language in Language::ALL {
        let mut stage = path::chosen(language);
        assert_eq!(known(&stage, "x1").hearings, []);
        path::record(&mut stage, "11-2");
        stage.press("Down");
        path::record(&mut stage, "11-3");
        stage.press("Down");
        path::vote(&mut stage, "11-6", "4", "20");
        path::sent(&mut stage);
        open_page(&mut stage.app, "x1".into());
        let screen = stage.screen_of(100, 40);
        assert_snapshot!(format!("villages.{language}"), screen);
        stage.press("End 5");
        assert!(
            matches!(stage.app.top(), Screen::Paths(_)),
            "{}",
            stage.said()
        );
        on_page(&mut stage);
    }
}

#[test]
fn a_decision_without_a_matter_is_drafted_from_its_motion() {
    for language in Language::ALL {
        let mut stage = drafted(language, None, Effect::Decides);
        announced(&mut stage);
        stage.app.go(Screen::Boards(Default::default()));
        stage.screen();
        // It is what presses most, so it stands first.
        stage.press("Home");
        for _ in 0..12 {
            if stage.caret_row().contains("同意冬季清淤") {
                break;
            }
            stage.press("Down");
        }
        stage.press("3");
        let screen = stage.screen();
        assert!(screen.contains("冬季清淤"), "{screen}");
        stage.press("PgDn Enter");
        let postings = &stage.desk().world().postings;
        assert_eq!(postings.len(), 4, "{}", stage.screen());
        assert!(postings.values().all(|it| it.decided.is_some()));
        assert!(postings.values().all(|it| it.matter.is_none()));
    }
}

#[test]
fn what_is_not_decided_or_not_public_is_not_posted() {
    let mut stage = path::chosen(Language::Zh);
    open_page(&mut stage.app, "x1".into());
    stage.press("F9");
    assert!(stage.app.overlay.is_none());
    assert!(stage.said().contains("还没有议定"), "{}", stage.said());
}
