//! Where the lines of a matter's life lead, what its form of the joint session says, and what the backlog is
//! narrowed to by who brought a matter and how it was judged.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::chain_tests::adopted;
use super::tests::{known, levy, receive, screen};
use super::{State, open_page};
use crate::domain::Command;
use crate::domain::matter::intake::{Intake, Origin};
use crate::domain::matter::path::{self, shipped};
use crate::domain::matter::{self, Command as Of};
use crate::domain::rule::Partial;
use crate::i18n::{Language, matter_sheet, matters, path_screen, terms};
use crate::papers::{consent, plain};
use crate::tui::screens::Screen;
use crate::tui::screens::live::Panel;
use crate::tui::screens::scene::{committee, line};
use crate::tui::screens::sequel::tests::close_and_seal;
use crate::tui::stage::Stage;

/// Goes up to a row of the life that has words, and where it leads.
fn go_from(stage: &mut Stage, words: &str) {
    open_page(&mut stage.app, "a".into());
    stage.screen();
    stage.press("End");
    for _ in 0..20 {
        if stage.caret_row().contains(words) {
            stage.press("5");
            return;
        }
        stage.press("Up");
    }
    panic!("{words}: {}", stage.screen());
}

/// Names the session that the matter stands in, as its life does.
fn session_of(stage: &Stage, language: Language) -> String {
    let hearing = &known(stage, "a").hearings[0];
    terms::session_named(language, hearing.kind, hearing.ordinal)
}

#[test]
fn a_line_of_the_life_leads_to_its_item_and_to_its_motion() {
    for language in Language::ALL {
        let mut stage = adopted(language);
        let session = &session_of(&stage, language);
        let decided = "同意冬季清淤分段包干";
        let item = stage.desk().world().items.values().next().unwrap().clone();
        go_from(&mut stage, session);
        let live = stage.app.live().unwrap();
        assert_eq!(live.panel, Panel::Minutes, "{session}");
        assert_eq!(live.looked_at.as_ref(), Some(&item.id));
        let screen = stage.screen();
        assert!(screen.contains(item.title.as_str()), "{screen}");
        stage.every_size();
        go_from(&mut stage, decided);
        let live = stage.app.live().unwrap();
        assert_eq!(live.panel, Panel::Vote);
        assert_eq!(live.motion, Some("m1".into()));
        stage.every_size();
        // Filed, it is read in the record: at the item, and at the motion.
        close_and_seal(&mut stage);
        go_from(&mut stage, session);
        assert!(matches!(stage.app.top(), Screen::Record(_)));
        stage.screen();
        let row = stage.caret_row();
        assert!(row.contains(item.title.as_str()), "{row}");
        go_from(&mut stage, decided);
        stage.screen();
        let motion = stage.caret_row();
        assert_ne!(motion, row, "the motion stands below its item");
        let screen = stage.screen();
        assert!(screen.contains('▸'), "{screen}");
        stage.every_size();
    }
}

#[test]
fn the_session_that_is_still_to_come_opens_at_the_item() {
    for language in Language::ALL {
        let mut stage = committee(language);
        let plan = crate::domain::session::Plan {
            kind: crate::domain::session::SessionKind::Regular,
            ordinal: 1,
            date: "2026-12-20".parse().unwrap(),
            start: None,
            place: None,
            chair: None,
            recorder: None,
        };
        let create = crate::domain::session::Command::Create {
            id: "s1".into(),
            plan,
            opening: Some(crate::domain::session::agenda::Item::opening(
                "i0".into(),
                "s1".into(),
                line("上次议定事项落实情况"),
            )),
        };
        stage.record(&[
            Command::Session(create),
            receive("a", "11-02", levy()),
            screen("a"),
        ]);
        open_page(&mut stage.app, "a".into());
        stage.screen();
        stage.press("2");
        stage.press("Esc");
        let session = session_of(&stage, language);
        go_from(&mut stage, &session);
        assert_eq!(stage.app.live().unwrap().panel, Panel::Agenda);
        let row = stage.caret_row();
        assert!(row.contains("三村联修灌渠"), "{row}");
    }
}

#[test]
fn the_form_of_the_joint_session_has_the_figures_of_its_vote() {
    for language in Language::ALL {
        let mut stage = adopted(language);
        let steps = shipped::named("four-deliberations").unwrap();
        stage.record(&[Command::Matter(Of::Path(path::Command::Choose {
            matter: "a".into(),
            template: Box::new(steps),
            assent: Partial::AllMust,
            on: stage.desk().today(),
            deadline: None,
        }))]);
        let matter = known(&stage, "a");
        let heard = &matter.hearings[0].motions[0];
        let (world, today) = (stage.desk().world(), stage.desk().today());
        let form = consent::form(world, &matter, (0, None), language, today);
        let form = plain::write(&form, language, 76);
        let of = |label: &str| {
            let row = form.lines().find(|row| row.trim_start().starts_with(label));
            row.unwrap_or_else(|| panic!("{label}: {form}")).to_owned()
        };
        // Four had a vote, came and were for it.
        let turnout = heard.turnout.unwrap();
        assert_eq!((turnout.entitled, turnout.present), (4, 4));
        assert!(
            of(path_screen::form_entitled(language)).contains('4'),
            "{form}"
        );
        assert!(
            of(path_screen::form_present(language)).contains('4'),
            "{form}"
        );
        assert!(
            of(path_screen::form_ratio(language)).contains("100"),
            "{form}"
        );
        let Some(matter::Decided::Voted { yes, no, abstain }) = heard.by else {
            panic!("{heard:?}")
        };
        assert_eq!((yes, no, abstain), (4, 0, 0));
        of(path_screen::form_result(language));
        let words: Vec<&str> = form.split_whitespace().collect();
        let number = matters::number(language, matter.number);
        assert!(form.contains(&number), "{form}");
        let hearing = &matter.hearings[0];
        let session = terms::session_named(language, hearing.kind, hearing.ordinal);
        assert!(
            of(path_screen::form_body(language)).contains(&session),
            "{form}"
        );
        let said = match language {
            Language::Zh => "赞成4、反对0、弃权0",
            Language::En => "4 for, 0 against, 0 abstaining",
        };
        assert!(words.join(" ").contains(said), "{form}");
        // The control: before anything was decided, all of it is blank.
        let before = matter::Matter {
            hearings: Vec::new(),
            ..matter
        };
        let form = consent::form(world, &before, (0, None), language, today);
        let form = plain::write(&form, language, 76);
        let blank = path_screen::form_blank(language);
        assert!(form.matches(blank).count() >= 5, "{form}");
    }
}

/// Matters of each origin: one judged joint, one judged none, the rest not judged yet.
fn of_each_origin(language: Language) -> Stage {
    let mut stage = committee(language);
    let of = |title: &str, origin, villages: &[&str]| Intake {
        title: line(title),
        origin,
        villages: villages.iter().map(|it| (*it).into()).collect(),
        livelihood: false,
        money: None,
        touches: Vec::new(),
        ..levy()
    };
    stage.record(&[
        receive(
            "a",
            "11-02",
            of("联村修渠", Origin::Residents, &["李家屯", "王庄"]),
        ),
        screen("a"),
        receive("b", "11-03", of("本村路灯", Origin::Officials, &["王庄"])),
        screen("b"),
        receive("c", "11-04", of("防火巡查", Origin::Superior, &[])),
    ]);
    stage.app.go(Screen::Matters(Box::<State>::default()));
    stage.screen();
    // The one that went back to its village is closed.
    stage.press("6");
    stage
}

#[test]
fn it_is_narrowed_by_who_brought_it_and_by_how_it_was_judged() {
    const TITLES: [&str; 3] = ["联村修渠", "本村路灯", "防火巡查"];
    for language in Language::ALL {
        for (down, named, listed) in [
            (
                5,
                Origin::ALL.map(|it| matters::origin(language, it)),
                [0, 1, 2],
            ),
            (
                6,
                [
                    matter_sheet::joint_yes(language),
                    matter_sheet::joint_no(language),
                    matter_sheet::joint_unjudged(language),
                ],
                [0, 1, 2],
            ),
        ] {
            for (at, name) in named.into_iter().enumerate() {
                let mut stage = of_each_origin(language);
                stage.press("5");
                stage.press(&"Down ".repeat(down));
                stage.press(&"Right ".repeat(at + 1));
                let row = stage.caret_row();
                assert!(row.contains(name), "{name}: {row}");
                stage.press("PgDn Enter");
                let screen = stage.screen();
                for (which, title) in TITLES.into_iter().enumerate() {
                    let seen = which == listed[at];
                    assert_eq!(screen.contains(title), seen, "{name}: {title}: {screen}");
                }
                // What it is narrowed to is said above the list.
                let head = screen.lines().nth(1).unwrap();
                assert!(head.contains(name), "{head}");
            }
        }
        // Both together, where nothing fits, say so with the key that widens it.
        let mut stage = of_each_origin(language);
        stage.press("5");
        stage.press(&"Down ".repeat(5));
        stage.press("Right Right Down Right PgDn Enter");
        let screen = stage.screen();
        assert!(TITLES.iter().all(|it| !screen.contains(it)), "{screen}");
        assert!(screen.contains('5'), "{screen}");
        stage.every_size();
    }
}
