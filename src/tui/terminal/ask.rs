//! One question on the command line whose answer is not shown, before there is a screen.

use super::reader::tty::Source;
use super::source::Incoming;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use std::io::{self, Write, stderr};

/// The longest answer, in characters.
const LONGEST: usize = 400;

/// Asks and reads an answer of which nothing is shown; `None` where it was given up with Esc or Ctrl-C.
/// What was typed ahead is no answer.
///
/// # Errors
/// What the terminal answered.
pub fn ask(question: &str) -> io::Result<Option<String>> {
    let mut out = stderr();
    let answer = {
        // Before the question: whoever answers at once is not shown either.
        let _quiet = Quiet::begin()?;
        write!(out, "{question}")?;
        out.flush()?;
        answer(&mut Source::default())
    };
    writeln!(out)?;
    answer
}

/// While it stands, nothing that is typed is shown, and Ctrl-C is a key.
struct Quiet;

impl Quiet {
    fn begin() -> io::Result<Self> {
        enable_raw_mode()?;
        Ok(Self)
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        // A terminal that takes this no more is gone.
        disable_raw_mode().ok();
    }
}

fn answer(from: &mut Source) -> io::Result<Option<String>> {
    let mut typed = String::new();
    loop {
        for incoming in from.batch()? {
            let Incoming::Events(events) = incoming else {
                continue;
            };
            for (_, event) in events {
                match taken(&mut typed, event) {
                    Taken::Goes => {}
                    Taken::Ends => return Ok(Some(typed)),
                    Taken::GivesUp => return Ok(None),
                }
            }
        }
    }
}

/// What an event did to an answer.
#[derive(Debug, PartialEq, Eq)]
enum Taken {
    /// It goes on.
    Goes,
    /// It is whole.
    Ends,
    /// There is none.
    GivesUp,
}

fn taken(typed: &mut String, event: Event) -> Taken {
    let key = match event {
        Event::Paste(text) => {
            take(typed, text.lines().next().unwrap_or_default());
            return Taken::Goes;
        }
        Event::Key(key) if key.kind != KeyEventKind::Release => key,
        _ => return Taken::Goes,
    };
    match key {
        KeyEvent {
            code: KeyCode::Enter,
            ..
        } => Taken::Ends,
        KeyEvent {
            code: KeyCode::Esc, ..
        }
        | KeyEvent {
            code: KeyCode::Char('c' | 'd'),
            modifiers: KeyModifiers::CONTROL,
            ..
        } => Taken::GivesUp,
        KeyEvent {
            code: KeyCode::Backspace,
            ..
        } => {
            typed.pop();
            Taken::Goes
        }
        KeyEvent {
            code: KeyCode::Char('u'),
            modifiers: KeyModifiers::CONTROL,
            ..
        } => {
            typed.clear();
            Taken::Goes
        }
        KeyEvent {
            code: KeyCode::Char(c),
            modifiers,
            ..
        } if !modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => {
            take(typed, c.encode_utf8(&mut [0; 4]));
            Taken::Goes
        }
        _ => Taken::Goes,
    }
}

fn take(typed: &mut String, text: &str) {
    let room = LONGEST.saturating_sub(typed.chars().count());
    typed.extend(text.chars().filter(|c| !c.is_control()).take(room));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn an_answer_is_what_was_typed_without_what_was_taken_back() {
        let plain = |code| key(code, KeyModifiers::NONE);
        let control = |c| key(KeyCode::Char(c), KeyModifiers::CONTROL);
        let mut typed = String::new();
        for event in [
            plain(KeyCode::Char('x')),
            control('u'),
            plain(KeyCode::Char('榆')),
            plain(KeyCode::Char('林')),
            plain(KeyCode::Backspace),
            plain(KeyCode::Up),
            key(KeyCode::Char('B'), KeyModifiers::SHIFT),
            key(KeyCode::Char('b'), KeyModifiers::ALT),
            Event::Paste("七 7\nmore".to_owned()),
        ] {
            assert_eq!(taken(&mut typed, event), Taken::Goes);
        }
        assert_eq!(taken(&mut typed, plain(KeyCode::Enter)), Taken::Ends);
        assert_eq!(typed, "榆B七 7");
        for event in [control('c'), control('d'), plain(KeyCode::Esc)] {
            assert_eq!(taken(&mut typed, event), Taken::GivesUp);
        }
        let _full = taken(&mut typed, Event::Paste("x".repeat(1000)));
        assert_eq!(typed.chars().count(), LONGEST);
    }
}
