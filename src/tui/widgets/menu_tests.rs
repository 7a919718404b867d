use super::*;
use crate::tui::snapshot::screen_text;
use crate::tui::theme::ThemeName;

fn entry(group: &str, label: &str, also: &str, key: &str) -> Entry {
    Entry {
        label: label.into(),
        key: key.into(),
        also: also.into(),
        group: group.into(),
        enabled: Ok(()),
    }
}

fn menu() -> Menu {
    let mut open = entry("表决", "开始表决", "open vote", "F5");
    open.enabled = Err("法定人数未到".into());
    let entries = vec![
        open,
        entry("表决", "赞成", "for", "1"),
        entry("其他", "撤销", "undo", "u"),
    ];
    let mut menu = Menu::new("操作", entries);
    menu.ends_with("帮助");
    menu
}

fn type_in(menu: &mut Menu, text: &str) {
    for c in text.chars() {
        assert_eq!(menu.key(Key::char(c)), MenuEvent::None);
    }
}

#[test]
fn enter_arrows_enter_reaches_everything() {
    let mut menu = menu();
    assert_eq!(menu.key(Key::plain(Code::Enter)), MenuEvent::Refused(0));
    menu.key(Key::plain(Code::Down));
    assert_eq!(menu.key(Key::plain(Code::Enter)), MenuEvent::Run(1));
    menu.key(Key::plain(Code::Down));
    assert_eq!(menu.key(Key::plain(Code::Enter)), MenuEvent::Run(2));
    menu.key(Key::plain(Code::End));
    assert_eq!(menu.key(Key::plain(Code::Enter)), MenuEvent::Help);
    assert_eq!(menu.key(Key::plain(Code::Esc)), MenuEvent::Cancel);
}

#[test]
fn typing_narrows_at_once_by_every_road() {
    for (typed, found) in [
        ("cx", 2),
        ("撤", 2),
        ("undo", 2),
        ("1", 1),
        ("１", 1),
        ("u", 2),
        ("zan", 1),
    ] {
        let mut menu = menu();
        type_in(&mut menu, typed);
        assert_eq!(
            menu.key(Key::plain(Code::Enter)),
            MenuEvent::Run(found),
            "{typed}"
        );
    }
    let mut menu = menu();
    type_in(&mut menu, "nothing");
    assert_eq!(menu.key(Key::plain(Code::Enter)), MenuEvent::Help);
    assert_eq!(menu.key(Key::plain(Code::Esc)), MenuEvent::None);
    assert_eq!(menu.key(Key::plain(Code::Enter)), MenuEvent::Refused(0));
    menu.paste("撤销\n1\n");
    assert_eq!(menu.filter(), "撤销");
}

#[test]
fn the_reason_stands_below() {
    let mut menu = menu();
    let mut buf = Buffer::empty(Rect::new(0, 0, 24, 10));
    let theme = Theme::new(ThemeName::Auto, true);
    let caret = menu.draw(buf.area, &mut buf, theme);
    assert_eq!(
        screen_text(&buf),
        "┌─ 操作 ───────────────┐\n\
         │ ▸                    │\n\
         │ 表决                 │\n\
         │ ▸ 开始表决        F5 │\n\
         │   赞成             1 │\n\
         │ 其他                 │\n\
         │   撤销             u │\n\
         │   帮助               │\n\
         │ 法定人数未到         │\n\
         └──────────────────────┘\n"
    );
    assert_eq!(caret, Caret::block(2, 3));
    type_in(&mut menu, "撤");
    assert_eq!(menu.draw(buf.area, &mut buf, theme), Caret::bar(6, 1));
}

#[test]
fn every_size_is_survived_and_the_caret_stays_inside() {
    let theme = Theme::new(ThemeName::HighContrast, false);
    for width in [1, 2, 3, 4, 5, 8, 60, 80] {
        for height in [1, 2, 3, 4, 5, 6, 24] {
            for typed in ["", "c", "undo undo undo undo"] {
                let area = Rect::new(1, 1, width, height);
                let mut buf = Buffer::empty(Rect::new(0, 0, width + 2, height + 2));
                let mut menu = menu();
                type_in(&mut menu, typed);
                let caret = menu.draw(area, &mut buf, theme);
                assert_eq!(caret, caret.within(area));
            }
        }
    }
}
