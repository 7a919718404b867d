//! What a village did not make known in a period that is over: listed as late with its periods named, made up for by a
//! text of its own.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::State;
use super::tests::up;
use crate::domain::board::calendar::Lacks;
use crate::domain::board::{Affairs, Board};
use crate::i18n::Language;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::committee;
use crate::tui::stage::Stage;

/// The boards of a committee whose file was begun in November, in January.
fn in_january(language: Language) -> Stage {
    let mut stage = committee(language);
    let path = stage.desk().path().to_owned();
    stage.app.desk = None;
    stage.app.office.stopped = Some("2027-01-05T09:00:00".parse().unwrap());
    stage.app.enter(&path);
    stage
}

fn overdue(stage: &Stage, of: Affairs) -> usize {
    let missing = stage.desk().missing_postings().unwrap().into_iter();
    let late =
        missing.filter(|it| matches!(&it.what, Lacks::Overdue { affairs, .. } if *affairs == of));
    late.count()
}

#[test]
fn a_month_without_its_finances_stays_late_until_a_text_makes_up_for_it() {
    for language in Language::ALL {
        let mut stage = in_january(language);
        insta::assert_snapshot!(format!("home_{language:?}"), stage.screen());
        stage.app.go(Screen::Boards(State::default()));
        insta::assert_snapshot!(format!("late_{language:?}"), stage.screen());
        stage.every_size();
        let villages = stage.desk().world().villages.len();
        assert_eq!(overdue(&stage, Affairs::Finance), villages);
        stage.press("3 tab");
        stage.type_text("十一月、十二月收支明细。");
        insta::assert_snapshot!(format!("draft_{language:?}"), stage.screen());
        stage.press("tab tab tab tab tab tab enter");
        assert_eq!(overdue(&stage, Affairs::Finance), villages);
        let posting = stage.desk().world().postings.values().next().unwrap();
        assert_eq!(posting.board, Board::Village("李家屯".into()));
        assert_eq!(posting.makes_up.len(), 2);
        let id = posting.id.clone();
        stage.record(&[up(id.as_str(), "2027-01-05")]);
        assert_eq!(overdue(&stage, Affairs::Finance), villages - 1);
        assert_eq!(overdue(&stage, Affairs::Party), villages);
        // What makes up for others is none of the month it hangs in.
        let missing = stage.desk().missing_postings().unwrap().into_iter();
        let running = missing.filter(|it| {
            let finance = Affairs::Finance;
            matches!(&it.what, Lacks::Regular { affairs, .. } if *affairs == finance)
        });
        assert_eq!(running.count(), villages);
    }
}
