#![allow(clippy::unwrap_used)]

use super::*;
use crate::tui::caret::Caret;
use crate::tui::snapshot::screen_text;
use crate::tui::theme::{Theme, ThemeName};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn villages() -> Vec<String> {
    ["张家庄", "李家屯", "王家湾"].map(str::to_owned).to_vec()
}

fn form() -> Form {
    Form::new(
        "保存",
        vec![
            Field::text("title", "题目", "", 10)
                .required()
                .hint("一句话说清要办的事"),
            Field::choice("village", "提出村 Village", villages(), Some(0)),
            Field::check("open", "公开", false),
            Field::many("concerned", "相关村", villages(), &[1]),
            Field::lines("words", "说明", "", 100, 2),
        ],
    )
}

fn theme() -> Theme {
    Theme::new(ThemeName::Auto, true)
}

fn draw(form: &mut Form, width: u16, height: u16) -> (String, Caret) {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    let caret = form.draw(buf.area, &mut buf, theme());
    (screen_text(&buf), caret)
}

fn press(form: &mut Form, codes: &[Code]) -> FormEvent {
    codes
        .iter()
        .map(|code| form.key(Key::plain(*code)))
        .last()
        .unwrap_or(FormEvent::None)
}

#[test]
fn values_line_up_behind_labels_of_both_languages() {
    let mut form = form();
    let (text, caret) = draw(&mut form, 60, 13);
    assert_eq!(
        text,
        "*题目\n\
         \u{20}                一句话说清要办的事\n\
         \u{20}提出村 Village  ◂ 张家庄 ▸\n\
         \u{20}公开            ☐\n\
         \u{20}相关村          ☐ 张家庄\n\
         \u{20}                ✓ 李家屯\n\
         \u{20}                ☐ 王家湾\n\
         \u{20}说明\n\
         \n\
         \n\
         \u{20} 保存 ↵\n\
         \n\
         \n"
    );
    assert_eq!(caret, Caret::bar(17, 0));
}

#[test]
fn a_form_is_filled_with_keys_no_input_method_eats() {
    let mut form = form();
    assert_eq!(form.paste("清淤"), FormEvent::Changed(0));
    assert_eq!(draw(&mut form, 60, 13).1, Caret::bar(21, 0));
    press(&mut form, &[Code::Enter]);
    assert_eq!(press(&mut form, &[Code::Right]), FormEvent::Changed(1));
    assert_eq!(form.key(Key::char('w')), FormEvent::Changed(1));
    assert_eq!(form.chosen(1), Some(2));
    press(&mut form, &[Code::Down]);
    assert_eq!(form.key(Key::char('\u{3000}')), FormEvent::Changed(2));
    press(
        &mut form,
        &[Code::Down, Code::Right, Code::Down, Code::Left, Code::Down],
    );
    press(&mut form, &[Code::Down]);
    assert_eq!(form.focused(), 4);
    assert_eq!(press(&mut form, &[Code::Enter]), FormEvent::Changed(4));
    assert_eq!(press(&mut form, &[Code::Tab]), FormEvent::None);
    assert_eq!(press(&mut form, &[Code::Enter]), FormEvent::Submit);
    assert_eq!(form.text(0), "清淤");
    assert_eq!(form.text(4), "\n");
    assert!(form.checked(2));
    assert_eq!(form.marked(3), [0]);
    assert_eq!(press(&mut form, &[Code::Esc]), FormEvent::Cancel);
    press(&mut form, &[Code::Up, Code::BackTab]);
    assert_eq!(form.focused(), 3);
}

#[test]
fn an_error_stands_below_its_field_until_it_changes() {
    let mut form = form();
    assert_eq!(form.missing(), [0]);
    form.set_error(0, Some("请写题目"));
    assert!(draw(&mut form, 60, 13).0.contains("请写题目"));
    form.key(Key::char('清'));
    assert!(!draw(&mut form, 60, 13).0.contains("请写题目"));
    assert!(form.missing().is_empty());
    assert_eq!(
        form.paste("一二三四五六七八九十"),
        FormEvent::Refused(0, "十".to_owned())
    );
}

#[test]
fn what_is_in_use_is_in_view_at_every_size() {
    for width in [1, 2, 3, 4, 7, 40, 60, 80] {
        for height in [1, 2, 3, 5, 24] {
            let mut form = form();
            for _ in 0..12 {
                let (text, caret) = draw(&mut form, width, height);
                assert_eq!(caret, caret.within(Rect::new(0, 0, width, height)));
                if width >= 40 && form.focused() == 3 {
                    assert!(text.contains("家"), "{width}x{height}\n{text}");
                }
                form.key(Key::plain(Code::Down));
            }
            assert_eq!(form.focused(), 5);
            if width >= 40 {
                assert!(draw(&mut form, width, height).0.contains("▸ 保存"));
            }
        }
    }
    let mut empty = Form::new("", Vec::new());
    draw(&mut empty, 10, 3);
    assert_eq!(press(&mut empty, &[Code::Enter]), FormEvent::Submit);
}

#[test]
fn what_is_typed_first_takes_the_place_of_a_proposed_figure() {
    let day = || Form::new("保存", vec![Field::figure("day", "日期", "2026-11-23", 20)]);
    let typed = |form: &mut Form, text: &str| {
        for c in text.chars() {
            form.key(Key::char(c));
        }
        form.text(0)
    };
    assert_eq!(typed(&mut day(), "12-1"), "12-1");
    let mut pasted = day();
    pasted.paste("周五");
    assert_eq!(pasted.text(0), "周五");
    // Whoever moves in it or takes off from it means the value that stands there.
    for (key, after) in [
        (Code::End, "2026-11-231"),
        (Code::Home, "12026-11-23"),
        (Code::Left, "2026-11-213"),
        (Code::Backspace, "2026-11-21"),
    ] {
        let mut form = day();
        form.key(Key::plain(key));
        assert_eq!(typed(&mut form, "1"), after, "{key:?}");
    }
    // To go past it is not to touch it, and a draft is no proposal.
    let mut form = day();
    press(&mut form, &[Code::Down, Code::Up]);
    assert_eq!(typed(&mut form, "9"), "9");
    let mut form = day();
    form.put_back(
        &Typed::read(r#"{"day":{"words":"2026-12-0"}}"#).unwrap(),
        &[],
    );
    assert_eq!(typed(&mut form, "1"), "2026-12-01");
    let mut words = Form::new("保存", vec![Field::text("title", "题目", "修", 20)]);
    assert_eq!(typed(&mut words, "路"), "修路");
}

#[test]
fn a_choice_nothing_is_taken_of_says_so() {
    let who = || Field::choice("who", "谁", villages(), None);
    for (field, shown) in [
        (who(), "◂ - ▸"),
        (who().required(), "◂ ? ▸"),
        (Field::choice("who", "谁", Vec::new(), None), "谁\n"),
    ] {
        let (text, _) = draw(&mut Form::new("保存", vec![field]), 40, 4);
        assert!(text.contains(shown), "{text}");
    }
}

#[test]
fn what_was_typed_is_put_back_by_the_names_of_the_fields() {
    let mut typed = form();
    for c in "修路".chars() {
        typed.key(Key::char(c));
    }
    press(&mut typed, &[Code::Down, Code::Right, Code::Down]);
    typed.key(Key::char(' '));
    let draft = Typed::read(&typed.typed().text()).unwrap();
    assert_eq!(draft, typed.typed());
    // Another order, a field more, one gone, and one of another kind under an old name.
    let mut later = Form::new(
        "保存",
        vec![
            Field::text("words", "说明", "", 10),
            Field::check("village", "有村", false),
            Field::text("title", "题目", "某某", 10),
            Field::check("open", "公开", false),
        ],
    );
    later.put_back(&draft, &[]);
    assert_eq!(
        (later.text(0), later.text(2)),
        (String::new(), "修路".into())
    );
    assert!(!later.checked(1) && later.checked(3));
    // In another language the options have other words and the same places.
    let other = |chosen| {
        let options = |words: [&str; 2]| words.map(ToOwned::to_owned).to_vec();
        let one = options(["North", "South"]);
        Form::new("Save", vec![Field::choice("where", "Where", one, chosen)])
    };
    let zh = || {
        let one = ["北", "南"].map(ToOwned::to_owned).to_vec();
        Form::new("保存", vec![Field::choice("where", "哪里", one, None)])
    };
    let mut written = other(None);
    written.key(Key::plain(Code::Right));
    written.key(Key::plain(Code::Right));
    let (mut alone, mut with_both) = (zh(), zh());
    alone.put_back(&written.typed(), &[]);
    with_both.put_back(&written.typed(), &[other(None)]);
    assert_eq!((alone.chosen(0), with_both.chosen(0)), (None, Some(1)));
    let mut same = form();
    same.put_back(&draft, &[]);
    assert_eq!(same.text(0), "修路");
    assert_eq!(same.chosen(1), Some(1));
    assert!(same.checked(2));
    assert_eq!(same.marked(3), [1]);
}

#[test]
fn what_a_sheet_proposes_nobody_typed() {
    let day = Field::figure("day", "日期", "2026-11-23", 20);
    let reason = Field::text("reason", "理由", "", 20);
    let mut form = Form::new("保存", vec![day, reason]);
    press(&mut form, &[Code::Down]);
    form.propose(0, "2026-11-24");
    assert_eq!(form.typed(), Typed::default());
    form.paste("路滑");
    assert_eq!(form.typed().characters(), 2);
    assert!(form.is_typed(1) && !form.is_typed(0));
}

#[test]
fn of_a_passphrase_stars_are_seen_and_no_draft_holds_it() {
    let mut form = Form::new(
        "好",
        vec![
            Field::secret("passphrase", "口令", 10),
            Field::text("village", "村", "", 9),
        ],
    );
    assert_eq!(form.paste("张家 1"), FormEvent::Changed(0));
    press(&mut form, &[Code::Left]);
    let (text, caret) = draw(&mut form, 30, 5);
    assert!(text.starts_with(" 口令  ****\n"), "{text}");
    assert_eq!(caret, Caret::bar(10, 0));
    assert_eq!(form.text(0), "张家 1");
    press(&mut form, &[Code::Down]);
    form.paste("河东");
    assert_eq!(form.typed().words("passphrase"), None);
    assert_eq!(form.typed().words("village"), Some("河东"));
    // Said in the other language, it stays typed and stays hidden.
    let mut other = Form::new("OK", vec![Field::secret("passphrase", "Passphrase", 10)]);
    other.take_over(&form);
    assert_eq!(other.text(0), "张家 1");
    assert!(!draw(&mut other, 30, 5).0.contains('张'));
}

#[test]
fn what_fits_no_option_stays_to_be_seen_and_is_named() {
    let mut form = form();
    form.focus(1);
    press(&mut form, &[Code::Char('王')]);
    assert_eq!(form.chosen(1), Some(2));
    assert_eq!(form.unmatched(), []);
    press(&mut form, &[Code::Char('x'), Code::Tab]);
    assert_eq!(form.unmatched(), [(1, "王x")]);
    form.focus(1);
    assert!(draw(&mut form, 60, 16).0.contains("王x"));
    // Whoever goes to an option has taken it, and what was typed is gone.
    press(&mut form, &[Code::Left]);
    assert_eq!((form.unmatched(), form.chosen(1)), (vec![], Some(1)));
}
