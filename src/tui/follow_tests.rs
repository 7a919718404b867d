//! A second copy of the program shows what the first records, up to which act, and that it has ended.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::app::App;
use super::screens::live::tests::sample;
use super::{frame, snapshot};
use crate::desk::ReadOnly;
use crate::i18n::{Language, fault, faults};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn seen(app: &mut App) -> String {
    let area = Rect::new(0, 0, 120, 30);
    let mut buf = Buffer::empty(area);
    let _caret = frame::draw(app, area, &mut buf);
    snapshot::screen_text(&buf)
}

#[test]
fn a_copy_that_only_reads_follows_the_one_that_records_until_it_ends() {
    for language in Language::ALL {
        let mut first = sample(language, 3);
        let path = first.desk().path().to_owned();
        let mut second = App::new(first.app.office.clone());
        second.enter(&path);
        let _first_frame = second.rest();
        let held = ReadOnly::Held { by: None };
        let short = faults::read_only_in_short(language, &held);
        let to = |app: &App| app.desk.as_ref().unwrap().shown_to().unwrap();
        let before = to(&second);
        let said = fault::as_of(language, short, before);
        let screen = seen(&mut second);
        assert!(screen.contains(&said), "{said}\n{screen}");
        first.press("F5");
        assert!(first.desk().shown_to() > Some(before));
        // Behind the next frame it is read, and the frame is drawn anew.
        assert!(second.rest());
        assert_eq!(Some(to(&second)), first.desk().shown_to());
        let worlds = [first.desk().world(), second.desk.as_ref().unwrap().world()];
        assert_eq!(worlds[0].sessions, worlds[1].sessions);
        assert!(!second.rest());
        let path = first.desk().path().to_owned();
        first.app.desk = None;
        assert!(!crate::store::lock::is_held(&path));
        assert!(second.rest());
        let why = second.desk.as_ref().unwrap().read_only().cloned();
        assert_eq!(why, Some(ReadOnly::LetGo));
        let screen = seen(&mut second);
        let ended = faults::read_only_in_short(language, &ReadOnly::LetGo);
        let head = screen.lines().next().unwrap();
        assert!(head.contains(ended) && !head.contains(short), "{screen}");
    }
}
