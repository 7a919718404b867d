#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::State;
use crate::domain::Command;
use crate::domain::board::{Affairs, Board, Command as Ask, Masked, NoticeKind, Posting, Wording};
use crate::domain::ids::{MatterId, PostingId};
use crate::domain::matter;
use crate::domain::matter::intake::{
    Fen, Intake, Legal, MatterKind, Money, Origin, Secrecy, Share, Touch, Urgency,
};
use crate::domain::text::Text;
use crate::i18n::Language;
use crate::i18n::boards::draft_matter;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::{committee, line};
use crate::tui::stage::Stage;

pub(in crate::tui::screens) fn draft(id: &str, board: Board) -> Command {
    Command::Board(Ask::Draft(Box::new(Posting {
        lasting: board == Board::Area,
        ..Posting::draft(
            PostingId::from(id),
            board,
            (NoticeKind::Notice, Affairs::Village),
            Wording {
                on: "2026-11-20".parse().unwrap(),
                title: Masked::line(&line("关于灌渠清淤的公示")),
                text: Masked::text(&Text::new("每户一工，联系人13800138000。").unwrap()),
                basis: Masked::default(),
            },
            "2026-11-24".parse().unwrap(),
        )
    })))
}

pub(in crate::tui::screens) fn up(id: &str, on: &str) -> Command {
    Command::Board(Ask::PutUp {
        posting: id.into(),
        on: on.parse().unwrap(),
    })
}

pub(in crate::tui::screens) fn empty(language: Language) -> Stage {
    let mut stage = committee(language);
    stage.app.go(Screen::Boards(State::default()));
    stage
}

/// One that hangs, one to be put up, one that may come down, and what every village owes.
fn stage(language: Language) -> Stage {
    let mut stage = empty(language);
    stage.record(&[
        draft("b1", Board::Village("王庄".into())),
        draft("b2", Board::Area),
        draft("b3", Board::Village("王庄".into())),
    ]);
    stage.record(&[up("b1", "2026-11-20")]);
    stage.record(&[up("b3", "2026-11-02")]);
    stage
}

#[test]
fn what_hangs_what_comes_down_and_what_is_missing_stand_in_groups() {
    for language in Language::ALL {
        let mut stage = stage(language);
        insta::assert_snapshot!(format!("groups_{language:?}"), stage.screen());
        stage.press("tab");
        insta::assert_snapshot!(format!("by_board_{language:?}"), stage.screen());
        stage.press("tab");
        insta::assert_snapshot!(format!("by_day_{language:?}"), stage.screen());
        stage.every_size();
    }
}

#[test]
fn an_unmasked_number_is_seen_while_it_is_typed_and_never_again() {
    for language in Language::ALL {
        let mut stage = empty(language);
        stage.press("7");
        stage.type_text("救助名单");
        stage.press("tab");
        stage.type_text("低保户王小明，370406195002031238，电话13800138000");
        insta::assert_snapshot!(format!("masks_{language:?}"), stage.screen());
        stage.every_size();
        // Every board there is: the field of boards is the last but the row that is confirmed.
        stage.press("tab tab tab tab tab space down tab enter");
        let screen = stage.screen();
        assert!(
            !screen.contains("195002031238") && !screen.contains("王小明"),
            "{screen}"
        );
        let world = stage.desk().world();
        let posting = world.postings.values().next().unwrap();
        let text = posting.wording().unwrap().text.as_str();
        assert_eq!(text, "低保户王某，370*************38，电话138****8000");
        let recorded = serde_json::to_string(posting.as_ref()).unwrap();
        assert!(
            !recorded.contains("195002031238") && !recorded.contains("王小明"),
            "{recorded}"
        );
    }
}

#[test]
fn a_posting_goes_up_is_objected_to_answered_and_comes_down() {
    for language in Language::ALL {
        let mut stage = empty(language);
        stage.record(&[draft("b1", Board::Village("王庄".into()))]);
        stage.screen();
        stage.press("1");
        stage.type_text("2026-11-02");
        insta::assert_snapshot!(format!("up_{language:?}"), stage.screen());
        stage.press("enter enter");
        let posting = |stage: &Stage| stage.desk().world().postings.values().next().cloned();
        assert!(posting(&stage).unwrap().hangs(), "{}", stage.screen());
        stage.press("5 tab");
        stage.type_text("一户一工太多");
        stage.press("tab");
        stage.type_text("王大山");
        stage.press("enter enter");
        assert_eq!(
            posting(&stage).unwrap().objections.len(),
            1,
            "{}",
            stage.screen()
        );
        stage.press("f4");
        insta::assert_snapshot!(format!("page_{language:?}"), stage.screen());
        stage.press("esc 6 tab");
        stage.type_text("已改");
        stage.press("tab enter");
        let answered = posting(&stage).unwrap().objections[0].reply.is_some();
        assert!(answered, "{}", stage.screen());
        stage.press("4 tab tab enter");
        assert!(
            posting(&stage).is_none_or(|it| it.taken_down().is_some()),
            "{}",
            stage.screen()
        );
    }
}

#[test]
fn cut_short_says_that_it_is_posted_again() {
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.app.go(Screen::Boards(State::at("b1".into())));
        stage.screen();
        stage.press("4");
        insta::assert_snapshot!(format!("cut_short_{language:?}"), stage.screen());
        stage.press("tab");
        stage.type_text("大风刮落");
        stage.press("enter enter");
        let world = stage.desk().world();
        let again = world
            .postings
            .values()
            .find(|it| it.again.is_some())
            .unwrap();
        assert_eq!(again.again, Some("b1".into()));
        stage.every_size();
    }
}

#[test]
fn the_paper_hangs_masked_and_names_no_objector() {
    let mut stage = stage(Language::Zh);
    stage.press("f7");
    stage.press("tab");
    stage.type_text("冯卯镇党群服务中心");
    stage.press("tab");
    stage.type_text("0632-8811234");
    stage.press("tab tab enter");
    stage.app.go(Screen::Boards(State::at("b1".into())));
    stage.screen();
    stage.press("8");
    let files = stage.files("");
    let text = files
        .iter()
        .find(|it| it.extension().is_some_and(|it| it == "txt"));
    let text = std::fs::read_to_string(text.unwrap()).unwrap();
    insta::assert_snapshot!("paper", text);
}

#[test]
fn the_text_drafted_from_a_matter_is_plain_and_masked() {
    for language in Language::ALL {
        let mut stage = committee(language);
        stage.record(&[Command::Matter(matter::Command::Receive {
            id: "m1".into(),
            on: "2026-11-20".parse().unwrap(),
            intake: Box::new(Intake {
                title: line("灌渠清淤"),
                about: Text::new("低保户王小明免工，电话13800138000。").unwrap(),
                origin: Origin::Residents,
                brought_by: None,
                villages: vec!["李家屯".into(), "王庄".into()],
                kind: MatterKind::Project,
                committee: false,
                livelihood: true,
                money: Some(Money {
                    amount: Fen(3_000_050),
                    shares: vec![Share {
                        village: "王庄".into(),
                        amount: Fen(1_000_000),
                    }],
                }),
                major: false,
                touches: vec![Touch::Levy],
                legal: Legal::NotNeeded,
                secrecy: Secrecy::Public,
                urgency: Urgency::Ordinary,
            }),
        })]);
        let world = stage.desk().world();
        let draft = draft_matter(
            language,
            world,
            &world.matters[&MatterId::from("m1")],
            crate::domain::tests::stage::day("11-27"),
        );
        let shown = Masked::text(&Text::new(&draft.text).unwrap());
        insta::assert_snapshot!(
            format!("drafted_{language:?}"),
            format!("{}\n{shown}\n{}", draft.title, draft.basis)
        );
        // A village pact names the clause by which it is made, in either language.
        let mut pact = world.matters[&MatterId::from("m1")].as_ref().clone();
        pact.intake.touches = vec![Touch::VillagePact];
        let on = crate::domain::tests::stage::day("11-27");
        let basis = draft_matter(language, world, &pact, on).basis;
        for (of, article) in [(Language::Zh, "第三十一条"), (Language::En, "article 31")] {
            let said = crate::i18n::boards::basis_in(of, &basis);
            assert!(said.contains(article), "{said}");
        }
    }
}

#[test]
fn a_text_about_a_secret_matter_is_not_put_up_although_the_matter_is_closed() {
    use crate::domain::matter::MatterState;
    use crate::tui::screens::ledgers::tests::{decided, restore};
    for language in Language::ALL {
        let mut stage = empty(language);
        let mut matter = decided();
        stage.record(&[restore(matter.clone())]);
        let Command::Board(Ask::Draft(mut posting)) = draft("b1", Board::Area) else {
            panic!("a draft");
        };
        posting.matter = Some(matter.id.clone());
        stage.record(&[Command::Board(Ask::Draft(posting))]);
        matter.intake.secrecy = Secrecy::Internal;
        matter.state = MatterState::Closed;
        stage.record(&[restore(matter)]);
        assert!(stage.desk().world().matters.is_empty());
        stage.screen();
        stage.press("1 PgDn Enter");
        let postings = &stage.desk().world().postings;
        assert!(
            postings.values().all(|it| it.posted.is_none()),
            "{}",
            stage.screen()
        );
        assert!(
            stage.screen().contains("三村合建冷库"),
            "{}",
            stage.screen()
        );
    }
}
