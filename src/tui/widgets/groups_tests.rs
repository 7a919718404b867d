#![allow(clippy::indexing_slicing)]

use super::*;
use crate::tui::theme::ThemeName;

fn drawn(area: Rect, marked: Option<u8>, selected: usize) -> (Vec<String>, Caret) {
    let lines = [
        Line::Header("first".to_owned()),
        Line::Entry(1_u8),
        Line::Entry(2),
        Line::Header("second".to_owned()),
        Line::Entry(3),
    ];
    let mut buf = Buffer::empty(area);
    let mut listing = Listing::default();
    listing.selected = selected;
    let groups = Groups {
        summary: "three",
        lines: &lines,
        columns: vec![Column::Flex(1)],
        marked: marked.map(|it| move |entry: &u8| *entry == it),
        row: |entry: &u8| Some(Row::new(vec![format!("row {entry}")])),
        below: a_few,
        detail: |entry: &u8, rows| vec![format!("{entry} in {rows}")],
    };
    let caret = groups.draw(
        area,
        &mut buf,
        Theme::new(ThemeName::Auto, true),
        &mut listing,
    );
    let row = |y| {
        let cells = (area.left()..area.right()).map(|x| buf[(x, y)].symbol());
        cells.collect::<String>().trim_end().to_owned()
    };
    ((area.top()..area.bottom()).map(row).collect(), caret)
}

#[test]
fn headers_stand_between_rows_and_the_selected_one_below() {
    let (rows, caret) = drawn(Rect::new(0, 0, 20, 12), None, 4);
    assert_eq!(
        rows[..6],
        ["three", "first", "  row 1", "  row 2", "second", "▸ row 3"]
    );
    assert_eq!(rows[9], "3 in 4");
    assert_eq!(caret, Caret::block(0, 5));
    // A header is never selected.
    let (rows, _) = drawn(Rect::new(0, 0, 20, 12), None, 3);
    assert_eq!(rows[5], "▸ row 3");
}

#[test]
fn marks_have_a_column_only_where_there_are_some() {
    let (rows, _) = drawn(Rect::new(0, 0, 20, 12), Some(2), 1);
    assert_eq!(rows[2], "▸   row 1");
    assert_eq!(rows[3], "  * row 2");
}

#[test]
fn no_window_is_too_small() {
    for (width, height) in (0..24).flat_map(|width| (0..20).map(move |height| (width, height))) {
        drawn(Rect::new(0, 0, width, height), Some(1), 2);
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        draw_empty(
            area,
            &mut buf,
            Theme::new(ThemeName::Auto, true),
            "none",
            "press 6 to enter one",
        );
    }
}
