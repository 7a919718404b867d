//! The locked screen by its bytes: nothing of a committee goes to the terminal until the passphrase comes.

use crate::terminal::{Start, Terminal};
use std::path::Path;

/// What only the committee's own screens write: its name and that of a person of it.
const PRIVATE: [&str; 2] = ["榆河", "丁守业"];

/// The keys of a terminal for Ctrl-P, Ctrl-K and Ctrl-C.
const PALETTE: &str = "\x10";
const LOCK: &str = "\x0b";
const END: &str = "\x03";

/// Counts the characters of the names that were sent. One by one: what a screen already shows is not
/// sent again, so a name need not come in one piece.
fn named(bytes: &[u8]) -> usize {
    let sent = |c: &char| {
        let c = c.to_string();
        bytes.windows(c.len()).any(|part| part == c.as_bytes())
    };
    PRIVATE.concat().chars().filter(sent).count()
}

/// Puts a text in paste brackets: keys sent as fast as this program sends them would be a burst, with
/// the Enter behind them.
fn pasted(text: &str) -> String {
    format!("\x1b[200~{text}\x1b[201~")
}

fn start<'a>(data: &'a Path, locale: &'a str) -> Terminal {
    Terminal::start(&Start {
        data,
        locale,
        size: (80, 24),
        environment: &[],
    })
}

#[test]
fn no_byte_of_a_locked_screen_names_anybody() {
    for (locale, first, asked, again, locked) in [
        ("zh_CN.UTF-8", "从这里开始", "新口令", "再输一次", "已锁屏"),
        (
            "en_US.UTF-8",
            "Begin here",
            "The new passphrase",
            "Once more",
            "Locked",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = start(folder.path(), locale);
        terminal.see(first);
        terminal.press("1").see(PRIVATE[0]);
        terminal.commit(PALETTE);
        terminal.commit(&pasted("take away")).see("take away");
        terminal.press("Enter").see(asked);
        terminal.commit(&pasted("门")).see("*");
        terminal.press("Enter").see(again);
        terminal.commit(&pasted("门")).see("*");
        terminal.press("Enter");
        terminal.see(PRIVATE[0]);
        terminal.press("3").see(PRIVATE[1]);
        // The control: the same search finds every one before.
        let open = terminal.bytes();
        assert_eq!(named(&open), PRIVATE.concat().chars().count());
        terminal.commit(LOCK);
        terminal.see(locked);
        for key in [END, LOCK, PALETTE] {
            terminal.commit(key);
        }
        terminal.press("F1 F5 q 1 Esc Tab Enter");
        terminal.see(locked);
        let shut = terminal.bytes().split_off(open.len());
        assert!(!shut.is_empty());
        assert_eq!(named(&shut), 0);

        // Killed and begun again, it is locked from its first byte on.
        terminal.kill();
        let mut terminal = start(folder.path(), locale);
        terminal.see(locked);
        let bytes = terminal.bytes();
        assert_eq!(named(&bytes), 0);
        terminal.commit(&pasted("门")).see("*");
        terminal.press("Enter").see_no_more(locked);
    }
}
