//! Whatever is typed or pasted into a field of a screen drives no terminal and makes none answer, there
//! and wherever it is shown afterwards.

use super::ground::counted;
use super::hostile::{PAYLOADS, drawn};
use crate::terminal::{Start, Terminal};
use lianxi::domain::text::dangerous;
use lianxi::i18n::{Language, ui};
use std::path::Path;

/// The way to each sheet, what its screen shows there, and how many fields are filled in.
///
/// All begin at home; `|` stands before what is pasted into each field in turn.
const WAYS: [(&str, &str, usize); 26] = [
    ("a new session", "4", 5),
    ("a village", "3 1", 2),
    ("a person", "3 2", 4),
    ("another seat", "3 End 3", 4),
    ("a seat to mend", "3 End 4", 4),
    ("the rules", "3 7", 4),
    ("the committee's name", "3 8", 1),
    ("somebody to find", "3 /", 1),
    ("a list", "3 9 1", 1),
    ("a follow-up", "2 6", 4),
    ("a follow-up done", "2 1", 3),
    ("a follow-up noted", "2 2", 2),
    ("a follow-up moved", "2 3", 2),
    ("a follow-up given up", "2 4", 2),
    ("follow-ups to find", "2 0", 1),
    ("a line of a ledger", "9 1", 7),
    ("ledgers to find", "9 0", 1),
    ("an item", "1 1 2", 4),
    ("the plan", "1 1 6", 5),
    ("the notice", "1 1 7", 4),
    ("a guest", "1 1 0", 1),
    ("a text for the boards", "8 7", 4),
    ("what is said of the boards", "8 F7", 4),
    ("postings to find", "8 0", 1),
    ("help", "F1", 1),
    ("the palette", ":", 1),
];

/// Says which character that a terminal got could do harm.
fn harm(bytes: &[u8]) -> Option<char> {
    let layout = |c: &char| matches!(c, '\n' | '\r' | '\t');
    drawn(bytes).chars().find(|c| dangerous(*c) && !layout(c))
}

fn pasted(payload: &str) -> String {
    format!("\x1b[200~{payload}\x1b[201~")
}

fn at_home(data: &Path) -> Terminal {
    let mut terminal = Terminal::start(&Start {
        data,
        locale: "zh_CN.UTF-8",
        size: (100, 40),
        environment: &[],
    });
    terminal.see("从这里开始");
    terminal.press("1").see("第3次联席会议");
    // The frame that tells the end of the checks is no key's, and keys that follow at once are a burst.
    terminal.see_no_more(ui::checks_running(Language::Zh));
    terminal
}

#[test]
fn nothing_that_is_put_into_a_field_drives_the_terminal() {
    let home = tempfile::tempdir().unwrap();
    let whole = format!("甲{}乙", PAYLOADS.concat());
    // The control: shown as it comes, it would be found.
    assert!(harm(whole.as_bytes()).is_some());
    assert!(!crate::asked::asked(whole.as_bytes()).is_empty());
    let mut fields = 0;
    for (sheet, keys, many) in WAYS {
        let mut terminal = at_home(home.path());
        let before = terminal.screen();
        terminal.press(keys).see("┌");
        assert_ne!(terminal.screen(), before, "{sheet} is not there");
        for _ in 0..many {
            terminal.commit(&pasted(&whole));
            terminal.press("Tab");
            fields += 1;
        }
        let found = harm(&terminal.bytes());
        assert!(found.is_none(), "{sheet}: {found:?}\n{}", terminal.screen());
        // Taken or refused, it is shown in the list, in what is said and at home.
        terminal.press("PgDn Enter Enter Esc Esc");
        let found = harm(&terminal.bytes());
        assert!(found.is_none(), "{sheet}, afterwards: {found:?}");
    }
    // Each payload by itself, where no other stands before it.
    let mut terminal = at_home(home.path());
    terminal.press("2 6");
    for payload in PAYLOADS {
        terminal.commit(&pasted(payload));
    }
    assert!(harm(&terminal.bytes()).is_none());
    counted(&format!(
        "{} payloads in each of {fields} fields of {} sheets, and in one by one",
        PAYLOADS.len(),
        WAYS.len()
    ));
}

/// What is said in a session: minutes, a motion, a reason, a task.
#[test]
fn nothing_that_is_taken_down_in_a_session_drives_the_terminal() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = crate::manners::at_the_roll(home.path(), &[]);
    let whole = format!("甲{}乙", PAYLOADS.concat());
    // The control: shown as it comes, it would be found.
    assert!(harm(whole.as_bytes()).is_some());
    let put = |terminal: &mut Terminal, keys: &str, behind: &str| {
        terminal.press(keys);
        terminal.commit(&pasted(&whole));
        terminal.press(behind);
        let found = harm(&terminal.bytes());
        assert!(found.is_none(), "{keys}: {found:?}\n{}", terminal.screen());
    };
    put(&mut terminal, "g", "Enter Esc");
    put(&mut terminal, "Down 7", "Enter Esc");
    terminal.press("9 F5 F5").see("进行中");
    put(&mut terminal, "m 3", "Esc");
    put(&mut terminal, "m 2", "Esc");
    put(&mut terminal, "F8", "Tab Enter Esc");
    put(&mut terminal, "F7 6", "PgDn Enter Esc Esc");
    put(&mut terminal, "F3", "Esc");
    put(&mut terminal, "F10", "Esc");
    terminal.press("F1").see("帮助：");
    counted(&format!(
        "{} payloads in 8 places of a session",
        PAYLOADS.len()
    ));
}
