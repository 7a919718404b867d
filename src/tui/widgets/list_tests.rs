#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;
use crate::tui::snapshot::screen_text;
use crate::tui::terminal::Screen;
use crate::tui::theme::ThemeName;

fn rows() -> Vec<Row> {
    let row = |name: &str, n: &str| Row::new(vec![name.into(), "户主".into(), n.into()]);
    vec![
        Row::header("到会"),
        row("张家庄", "5"),
        row("李家屯", "12"),
        Row::header("未到"),
        row("王家湾", "3").role(Role::Muted),
    ]
}

const COLUMNS: [Column; 3] = [Column::Flex(1), Column::Fixed(4), Column::Number(3)];

fn theme() -> Theme {
    Theme::new(ThemeName::Auto, true)
}

#[test]
fn columns_line_up_and_the_caret_is_on_the_selection() {
    let mut listing = Listing::default();
    let mut buf = Buffer::empty(Rect::new(0, 0, 24, 5));
    let caret = draw(buf.area, &mut buf, theme(), &COLUMNS, &rows(), &mut listing);
    assert_eq!(
        screen_text(&buf),
        "到会\n▸ 张家庄        户主   5\n  李家屯        户主  12\n未到\n  王家湾        户主   3\n"
    );
    assert_eq!(caret, Caret::block(0, 1));
}

#[test]
fn headers_are_passed_over() {
    let rows = rows();
    let can = |i: usize| !rows[i].header;
    let mut listing = Listing::default();
    listing.settle(rows.len(), can);
    let mut seen = vec![listing.selected];
    for code in [
        Code::Down,
        Code::Down,
        Code::Down,
        Code::Up,
        Code::Home,
        Code::Up,
        Code::End,
        Code::PageUp,
    ] {
        assert!(listing.key(Key::plain(code), rows.len(), can));
        seen.push(listing.selected);
    }
    assert_eq!(seen, [1, 2, 4, 4, 2, 1, 1, 4, 2]);
    assert!(!listing.key(Key::plain(Code::Enter), rows.len(), can));
    assert!(listing.key(Key::plain(Code::Down), 0, |_| true));
}

#[test]
fn the_filter_finds_by_initials() {
    let mut listing = Listing::default();
    for c in "ljt".chars() {
        assert!(listing.type_filter(Key::char(c)));
    }
    assert_eq!(listing.visible(["张家庄", "李家屯"]), [1]);
    assert!(listing.type_filter(Key::plain(Code::Backspace)));
    assert_eq!(listing.filter, "lj");
}

#[test]
fn without_colour_the_selected_row_still_differs_in_the_bytes() {
    let mut screen = Screen::new(Vec::new(), 24, 5);
    let mut listing = Listing::default();
    screen
        .draw(|area, buf| draw(area, buf, theme(), &COLUMNS, &rows(), &mut listing))
        .unwrap();
    let mut parser = vt100::Parser::new(5.try_into().unwrap(), 24.try_into().unwrap(), 0);
    parser.process(screen.writer());
    for x in [0, 2, 10, 23] {
        assert!(parser.screen().cell(1, x).unwrap().inverse(), "column {x}");
        assert!(!parser.screen().cell(2, x).unwrap().inverse(), "column {x}");
    }
    assert_eq!(parser.screen().cursor_position(), (1, 0));
}

#[test]
fn every_size_is_survived_and_the_caret_stays_inside() {
    for width in [1, 2, 3, 5, 24, 80] {
        for height in [1, 2, 3, 10] {
            for selected in 0..6 {
                let mut listing = Listing {
                    selected,
                    ..Listing::default()
                };
                let mut buf = Buffer::empty(Rect::new(0, 0, width + 2, height + 2));
                let area = Rect::new(1, 1, width, height);
                let caret = draw(area, &mut buf, theme(), &COLUMNS, &rows(), &mut listing);
                assert_eq!(caret, caret.within(area));
                draw(area, &mut buf, theme(), &COLUMNS, &[], &mut listing);
            }
        }
    }
}
