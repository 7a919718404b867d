//! One frame: banner, the screen, what lies over it, the toast, the footer of keys for this moment.

use super::action::{Action, Scope, find, of_scope};
use super::app::{App, Overlay};
use super::caret::Caret;
use super::input::{Code, Key};
use super::screens::Screen;
use super::text;
use super::theme::{Role, Theme};
use super::widgets::{line, popup};
use crate::desk::{Checking, ReadOnly};
use crate::i18n::{draft, fault, faults, ui};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The keys of an action that takes any digit.
const DIGITS: &str = "0-9";

/// The smallest window that is laid out.
pub const SMALLEST: (u16, u16) = (60, 16);

/// Draws the whole program.
pub fn draw(app: &mut App, area: Rect, buf: &mut Buffer) -> Caret {
    let language = app.language;
    if let Some(lock) = &app.lock {
        let all_kept = app.unkept.is_none();
        return lock.draw(&app.office, all_kept, area, buf, app.theme);
    }
    app.small = area.width < SMALLEST.0 || area.height < SMALLEST.1;
    if app.small {
        let typing = app.takes_words();
        let says = match typing {
            true => ui::window_too_small_to_type,
            false => ui::window_too_small,
        };
        let words = match app.overlay {
            Some(Overlay::Losing(_)) => draft::losing_unseen(language).to_owned(),
            _ => says(language, area.width, area.height, SMALLEST.0, SMALLEST.1),
        };
        line::centred(area, buf, app.theme, Role::Warn, &words);
        return Caret::block(area.x, area.y);
    }
    let [banner, body, toast, foot] = rows(area);
    let toast_words = app.toast.clone();
    let theme = app.theme;
    let (screens, overlay, glance) = app.parts();
    let mut caret = screens.draw(glance, overlay.is_some(), body, buf);
    match overlay {
        Some(Overlay::Menu(menu)) => caret = menu.draw(glance, body, buf),
        Some(Overlay::Dialog(dialog)) => caret = dialog.draw(glance, body, buf),
        Some(Overlay::Found(found)) => caret = found.draw(glance, body, buf),
        Some(Overlay::Reading(reading)) => caret = reading.draw(glance, body, buf),
        Some(Overlay::Losing(losing)) => caret = losing.draw(glance, body, buf),
        None => {}
    }
    if let Some(said) = toast_words {
        say(toast, caret, buf, theme, said.role, &said.words);
    }
    // After the screen: drawing settles the selection, and what can be done depends on it.
    let keys = footer(app, foot.width);
    let keys: Vec<(&str, &str)> = keys
        .iter()
        .map(|(key, label)| (key.as_str(), *label))
        .collect();
    line::footer(foot, buf, theme, &keys);
    // Last: asking how far the checks are begins them, and the frame does not share the disk with them.
    draw_banner(app, banner, buf);
    caret
}

/// The most rows that what is said may take.
const SAID: u16 = 3;

/// Draws what was said. A refusal that does not fit its row is read whole over the last rows of the
/// screen, as far as the caret leaves room, else over those right above the caret: its end is what to do.
fn say(area: Rect, caret: Caret, buf: &mut Buffer, theme: Theme, role: Role, words: &str) {
    let lines = text::wrap(words, area.width);
    let free = area.y.saturating_sub(caret.y).min(SAID);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let y = match height {
        2.. if height <= free => area.bottom().saturating_sub(height),
        // The first row of the screen says where one is.
        2..=SAID if caret.y > height => caret.y - height,
        _ => return line::toast(area, buf, theme, role, words),
    };
    let over = Rect { y, height, ..area };
    popup::clear(over, buf);
    for (row, line) in (over.top()..over.bottom()).zip(&lines) {
        text::put(buf, over.x, row, over.width, line, theme.style(role));
    }
}

fn rows(area: Rect) -> [Rect; 4] {
    let row = |y: u16, height: u16| Rect {
        y: area.y + y,
        height,
        ..area
    };
    [
        row(0, 1),
        row(1, area.height - 3),
        row(area.height - 2, 1),
        row(area.height - 1, 1),
    ]
}

fn draw_banner(app: &mut App, area: Rect, buf: &mut Buffer) {
    let language = app.language;
    let title = app.top().title(app);
    let committee = app
        .desk
        .as_ref()
        .and_then(|desk| desk.world().committee.clone());
    let sample = committee.as_ref().is_some_and(|committee| committee.sample);
    let mut left = String::new();
    if sample {
        left.push_str(ui::sample_banner(language));
        left.push(' ');
    }
    left.push_str(&title);
    let shown_to = app.desk.as_ref().and_then(crate::desk::Desk::shown_to);
    let right = match app.desk.as_mut().map(crate::desk::Desk::checking_so_far) {
        Some(Checking::ReadOnly(why @ (ReadOnly::Held { .. } | ReadOnly::LetGo))) => {
            let why = faults::read_only_in_short(language, why);
            match shown_to {
                Some(act) => fault::as_of(language, why, act),
                None => why.to_owned(),
            }
        }
        Some(Checking::ReadOnly(why)) => faults::read_only_in_short(language, why).to_owned(),
        Some(Checking::Running) => ui::checks_running(language).to_owned(),
        _ if app.unkept.is_some() => draft::unkept_short(language).to_owned(),
        _ => committee
            .map(|committee| committee.name.to_string())
            .unwrap_or_default(),
    };
    let role = if sample { Role::Banner } else { Role::Title };
    let style = app.theme.style(role);
    buf.set_style(area, style);
    let room = area.width.saturating_sub(text::width(&left) + 2);
    let right = text::fit(&right, room);
    text::put(buf, area.x, area.y, area.width, &left, style);
    let x = area.right().saturating_sub(text::width(&right));
    text::put(buf, x, area.y, area.right() - x, &right, style);
}

/// Returns the keys for this moment: help first and never dropped, then what is on, nearest scope
/// first, until the row is full. Whether an action is on may cost a judgement, so the others are not
/// asked.
fn footer(app: &App, cells: u16) -> Vec<(String, &'static str)> {
    let language = app.language;
    let mut keys = vec![("F1".to_owned(), ui::help_short(language))];
    if app.overlay.is_some() {
        return keys;
    }
    let scopes = app.scopes();
    let typing = Screen::has_text_field(app);
    for action in scopes.iter().flat_map(|scope| of_scope(*scope)) {
        if let Some(key) = shown_key(&scopes, action, typing)
            && action.name != "global.help"
            && action.enabled(app).is_ok()
        {
            keys.push((key, (action.label)(language)));
            if holds(cells, &keys) < keys.len() {
                break;
            }
        }
    }
    keep_step(app, &scopes, typing, cells, keys)
}

fn holds(cells: u16, keys: &[(String, &'static str)]) -> usize {
    let keys = keys.iter().map(|(key, label)| (key.as_str(), *label));
    line::footer_holds(cells, keys)
}

/// Puts the key that stays, that of the next step, in the place of the last keys that found room, where it
/// found none itself.
fn keep_step(
    app: &App,
    scopes: &[Scope],
    typing: bool,
    cells: u16,
    mut keys: Vec<(String, &'static str)>,
) -> Vec<(String, &'static str)> {
    let mut actions = scopes.iter().flat_map(|scope| of_scope(*scope));
    let step = actions.find(|action| action.stays).and_then(|step| {
        let key = shown_key(scopes, step, typing)?;
        Some((key, (step.label)(app.language), step))
    });
    let Some((key, label, step)) = step else {
        return keys;
    };
    keys.truncate(holds(cells, &keys).max(1));
    let is_step = |it: &(String, &'static str)| it.0 == key && it.1 == label;
    if keys.iter().any(is_step) || step.enabled(app).is_err() {
        return keys;
    }
    keys.push((key, label));
    while holds(cells, &keys) < keys.len() && keys.len() > 2 {
        keys.remove(keys.len() - 2);
    }
    keys
}

/// Returns the key the footer shows for an action, `None` where it belongs only in menus. While words
/// are typed, every key that writes or moves the caret belongs to the words.
fn shown_key(scopes: &[Scope], action: &Action, typing: bool) -> Option<String> {
    let free = |key: &&Key| !typing || matches!(key.code, Code::F(_) | Code::Esc | Code::Tab);
    let key = action.keys.iter().find(free)?;
    let nearest = find(scopes, *key)?;
    let digits = |key: &Key| matches!(key.code, Code::Char(c) if c.is_ascii_digit());
    let shown = if action.keys.len() == 10 && action.keys.iter().all(digits) {
        DIGITS.to_owned()
    } else {
        key.to_string()
    };
    (nearest.name == action.name).then_some(shown)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::i18n::Language;
    use crate::tui::snapshot::screen_text;
    use crate::tui::stage::Stage;
    use crate::tui::theme::ThemeName;

    #[test]
    fn the_first_frame_says_that_the_file_is_checked_and_the_checks_begin_behind_it() {
        let mut stage = Stage::founded(Language::Zh, "甲片区");
        let mut buf = Buffer::empty(Rect::new(0, 0, 80, 24));
        let _caret = draw(&mut stage.app, buf.area, &mut buf);
        assert!(screen_text(&buf).contains(ui::checks_running(Language::Zh)));
        // Begun checks of so small a file would be over by then.
        std::thread::sleep(std::time::Duration::from_millis(200));
        let desk = stage.app.desk.as_mut().unwrap();
        assert_eq!(desk.checking_so_far(), Checking::Running);
        while desk.checking() == Checking::Running {
            std::thread::yield_now();
        }
        assert_eq!(desk.checking_so_far(), Checking::Passed);
    }

    #[test]
    fn what_was_said_is_read_whole_wherever_the_caret_stands() {
        let words = "榆林岗村只有 2 张选票，分村计票会看出谁投了什么：至少要 3 张。\
                     按 ! 撤回动议；也可以按 F4 改登记到会的人。";
        let theme = Theme::new(ThemeName::Auto, false);
        let flat = |text: &str| text.split_whitespace().collect::<String>();
        for row in 1..22 {
            let mut buf = Buffer::empty(Rect::new(0, 0, 80, 24));
            let toast = Rect::new(0, 22, 80, 1);
            let caret = Caret::block(0, row);
            say(toast, caret, &mut buf, theme, Role::Warn, words);
            let screen = screen_text(&buf);
            assert!(flat(&screen).contains(&flat(words)), "{row}\n{screen}");
        }
    }
}
