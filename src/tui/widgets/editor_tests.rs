use super::*;
use crate::tui::theme::ThemeName;
use proptest::prelude::*;

fn theme() -> Theme {
    Theme::new(ThemeName::Auto, true)
}

fn type_in(editor: &mut Editor, text: &str) {
    for c in text.chars() {
        editor.key(Key::char(c));
    }
}

fn caret(editor: &mut Editor, width: u16, height: u16) -> Caret {
    let area = Rect::new(1, 1, width, height);
    let mut buf = Buffer::empty(Rect::new(0, 0, width + 2, height + 2));
    let caret = editor.draw(area, &mut buf, theme(), true);
    assert_eq!(caret, caret.within(area), "{width}x{height}");
    caret
}

/// A draft may have been written by another hand: what is never drawn is not taken from it either.
#[test]
fn what_is_never_drawn_is_not_taken() {
    for mut editor in [Editor::multi(""), Editor::single("")] {
        editor.set_text("甲\u{2028}乙\u{2029}丙\u{202e}\u{1b}丁\u{e000}");
        assert_eq!(editor.text(), "甲 乙 丙丁");
    }
}

#[test]
fn a_word_ends_at_chinese_punctuation() {
    let mut editor = Editor::multi("经表决，同意5票");
    assert_eq!(editor.key(Key::ctrl('w')), Edited::Changed);
    assert_eq!(editor.text(), "经表决，");
    editor.key(Key::ctrl('w'));
    assert_eq!(editor.text(), "经表决");
    editor.key(Key::ctrl('z'));
    editor.key(Key::ctrl('z'));
    assert_eq!(editor.text(), "经表决，同意5票");
    let left = Key {
        code: Code::Left,
        ctrl: true,
        alt: false,
    };
    editor.key(left);
    assert_eq!(editor.cursor(), (0, 4));
    editor.key(Key::ctrl('u'));
    assert_eq!(editor.text(), "同意5票");
    assert_eq!(editor.key(Key::ctrl('u')), Edited::Moved);
}

#[test]
fn typing_is_one_step_of_undo_and_so_is_a_paste() {
    let mut editor = Editor::multi("");
    type_in(&mut editor, "会议同意清淤");
    editor.paste("第一行\r\n第二行\n第三行");
    assert_eq!(editor.text(), "会议同意清淤第一行\n第二行\n第三行");
    assert_eq!(editor.key(Key::ctrl('z')), Edited::Changed);
    assert_eq!(editor.text(), "会议同意清淤");
    editor.key(Key::ctrl('z'));
    assert_eq!(editor.text(), "");
    assert_eq!(editor.key(Key::ctrl('z')), Edited::Moved);
    editor.key(Key::ctrl('y'));
    editor.key(Key::ctrl('y'));
    assert_eq!(editor.text(), "会议同意清淤第一行\n第二行\n第三行");
}

#[test]
fn what_does_not_fit_is_handed_back() {
    let mut editor = Editor::multi("一二").limited(5);
    assert_eq!(
        editor.paste("三四五六七"),
        Edited::Refused("六七".to_owned())
    );
    assert_eq!(editor.text(), "一二三四五");
    assert_eq!(editor.key(Key::char('x')), Edited::Refused("x".to_owned()));
    assert_eq!(editor.len(), 5);
    let mut long = Editor::single("一二三").limited(2);
    assert_eq!(long.text(), "一二三");
    assert_eq!(long.key(Key::plain(Code::Backspace)), Edited::Changed);
}

#[test]
fn one_line_stays_one_line() {
    let mut editor = Editor::single("a\nb");
    assert_eq!(editor.text(), "a b");
    assert_eq!(editor.key(Key::plain(Code::Enter)), Edited::Ignored);
    assert_eq!(editor.key(Key::plain(Code::Up)), Edited::Ignored);
    editor.paste("\n\u{1b}[2J？");
    assert_eq!(editor.text(), "a b [2J？");
}

#[test]
fn edges_leave_the_arrows_to_the_caller_and_the_caret_comes_back() {
    let mut editor = Editor::multi("一\n二");
    caret(&mut editor, 10, 4);
    assert_eq!(editor.key(Key::plain(Code::Down)), Edited::Ignored);
    assert_eq!(editor.key(Key::plain(Code::Up)), Edited::Moved);
    assert_eq!(editor.key(Key::plain(Code::Up)), Edited::Ignored);
    editor.set_cursor((1, 1));
    assert_eq!(editor.cursor(), (1, 1));
    editor.set_cursor((9, 9));
    assert_eq!(editor.cursor(), (1, 1));
    assert_eq!(editor.key(Key::ctrl('i')), Edited::Ignored);
}

#[test]
fn the_caret_is_on_the_cell_where_the_next_character_goes() {
    let text = "表决结果：同意5票";
    assert_eq!(caret(&mut Editor::multi(text), 20, 3), Caret::bar(18, 1));
    assert_eq!(caret(&mut Editor::single(text), 20, 1), Caret::bar(18, 1));
    // ten glyphs fill twenty cells, so the caret is on the next row and not outside
    let full = caret(&mut Editor::multi("一二三四五六七八九十"), 20, 3);
    assert!(full.y > 1 || full.x <= 20);
    let mut long = Editor::single("一二三四五六七八九十");
    assert_eq!(caret(&mut long, 7, 1), Caret::bar(7, 1));
    long.key(Key::plain(Code::Home));
    assert_eq!(caret(&mut long, 7, 1), Caret::bar(1, 1));
}

#[test]
fn no_row_begins_with_a_comma() {
    let mut editor = Editor::multi("一二三，四");
    let area = Rect::new(0, 0, 7, 3);
    let mut buf = Buffer::empty(area);
    let caret = editor.draw(area, &mut buf, theme(), true);
    assert_eq!(crate::tui::snapshot::screen_text(&buf), "一二\n三，四\n\n");
    assert_eq!(caret, Caret::bar(6, 1));
}

#[test]
fn a_walk_keeps_to_its_column_and_begins_it_anew_after_a_step_aside() {
    let mut editor = Editor::multi("一二三四五\n一\n一二三四五六七");
    caret(&mut editor, 11, 4);
    editor.set_cursor((0, 4));
    for place in [(1, 1), (2, 4), (2, 7)] {
        assert_eq!(editor.key(Key::plain(Code::Down)), Edited::Moved);
        assert_eq!(editor.cursor(), place);
    }
    assert_eq!(editor.key(Key::plain(Code::Down)), Edited::Ignored);
    editor.key(Key::plain(Code::Home));
    editor.key(Key::plain(Code::Up));
    assert_eq!(editor.cursor(), (1, 0));
}

#[test]
fn the_rows_around_the_caret_are_seen_wherever_it_goes() {
    let text: Vec<String> = (0..100).map(|line| format!("第{line}行")).collect();
    let mut editor = Editor::multi(&text.join("\n"));
    let seen = |editor: &mut Editor| {
        let area = Rect::new(0, 0, 20, 5);
        let mut buf = Buffer::empty(area);
        let caret = editor.draw(area, &mut buf, theme(), true);
        (crate::tui::snapshot::screen_text(&buf), caret.y)
    };
    let (shown, y) = seen(&mut editor);
    assert!(shown.starts_with("第95行\n") && shown.ends_with("第99行\n") && y == 4);
    for _ in 0..2 {
        editor.key(Key::plain(Code::Up));
    }
    assert_eq!(seen(&mut editor), (shown, 2));
    editor.set_cursor((50, 0));
    let (shown, y) = seen(&mut editor);
    assert!(shown.starts_with("第50行\n") && y == 0);
    editor.key(Key::plain(Code::Backspace));
    let (shown, y) = seen(&mut editor);
    assert!(shown.starts_with("第49行第50行\n") && y == 0);
}

#[test]
fn every_size_is_survived() {
    let text = "四村联席会议“灌渠清淤”：canal 123\n第二段，同意。👨‍👩‍👧";
    for width in [1, 2, 3, 4, 5, 20, 60, 80] {
        for height in [1, 2, 3, 24] {
            for mut editor in [Editor::multi(text), Editor::single(text)] {
                caret(&mut editor, width, height);
                for code in [
                    Code::Home,
                    Code::Up,
                    Code::PageUp,
                    Code::Right,
                    Code::PageDown,
                ] {
                    editor.key(Key::plain(code));
                    caret(&mut editor, width, height);
                }
            }
        }
    }
}

proptest! {
    /// Whatever is typed, pasted and undone at whatever size: no panic, the caret inside, one line stays one line.
    #[test]
    fn any_keys_at_any_size(
        single: bool,
        steps in proptest::collection::vec((0usize..24, 1u16..30, 1u16..6, "[一二，。a1 \\n“👨\u{200d}\u{301}]{0,6}"), 0..40),
    ) {
        let codes = [
            Code::Enter, Code::Up, Code::Down, Code::Left, Code::Right, Code::PageUp, Code::PageDown, Code::Home,
            Code::End, Code::Delete, Code::Backspace,
        ];
        let mut editor = Editor::new("", single).limited(40);
        for (which, width, height, text) in steps {
            match which {
                0..=10 => {
                    let code = codes.get(which).copied().unwrap_or(Code::Enter);
                    editor.key(Key { code, ctrl: width % 2 == 0, alt: false });
                }
                11 => drop(editor.key(Key::ctrl('w'))),
                12 => drop(editor.key(Key::ctrl('u'))),
                13 => drop(editor.key(Key::ctrl('z'))),
                14 => drop(editor.key(Key::ctrl('y'))),
                15 => editor.set_cursor((usize::from(height), usize::from(width))),
                _ => drop(editor.paste(&text)),
            }
            prop_assert!(editor.len() <= 40);
            prop_assert!(!single || !editor.text().contains('\n'));
            caret(&mut editor, width, height);
        }
    }
}
