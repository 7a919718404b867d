//! One ordered list of what is switched on. Drop, the panic hook, the error path and signals all walk it backwards.

use crossterm::QueueableCommand;
use crossterm::cursor::{SetCursorStyle, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::sync::atomic::{AtomicBool, Ordering};

/// A thing switched on when entering and off when leaving.
struct Mode {
    on: fn(&mut dyn Write) -> io::Result<()>,
    off: fn(&mut dyn Write) -> io::Result<()>,
}

/// In the order they are switched on. The mouse stays off, so that text can be marked and copied; keyboard
/// enhancement flags stay off, because with them Enter inside a composition reaches the program.
const MODES: [Mode; 4] = [
    Mode {
        on: |_| enable_raw_mode(),
        off: |_| disable_raw_mode(),
    },
    Mode {
        on: |w| w.queue(EnterAlternateScreen).map(drop),
        off: |w| w.queue(LeaveAlternateScreen).map(drop),
    },
    Mode {
        // an old console cannot do it and says so; bursts are recognised there by their speed
        on: |w| {
            w.queue(EnableBracketedPaste).map(drop).ok();
            Ok(())
        },
        off: |w| w.queue(DisableBracketedPaste).map(drop),
    },
    Mode {
        on: |_| Ok(()),
        off: |w| {
            w.queue(EndSynchronizedUpdate)?
                .queue(SetAttribute(Attribute::Reset))?
                .queue(SetCursorStyle::DefaultUserShape)?
                .queue(Show)
                .map(drop)
        },
    },
];

static ENTERED: AtomicBool = AtomicBool::new(false);

/// Says whether the terminal is in our hands; false after [`leave`], by whomever it was called.
#[must_use]
pub fn is_entered() -> bool {
    ENTERED.load(Ordering::SeqCst)
}

/// Gives the terminal back as it was. Does nothing when that has already happened, so any thread may call it.
/// Errors are passed over: there is nobody left to tell and the next mode still has to be undone.
pub fn leave() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        let mut out = io::stdout();
        undo(&mut out);
        out.flush().ok();
    }
}

fn undo(out: &mut dyn Write) {
    for mode in MODES.iter().rev() {
        (mode.off)(out).ok();
    }
}

/// Holds the terminal; dropping it gives the terminal back.
#[derive(Debug)]
pub struct Session(());

impl Session {
    /// Switches every mode on, in order.
    ///
    /// # Errors
    /// What the terminal answered; what was switched on before is off again.
    pub fn enter() -> io::Result<Self> {
        ENTERED.store(true, Ordering::SeqCst);
        let session = Self(());
        let mut out = io::stdout();
        for mode in &MODES {
            (mode.on)(&mut out)?;
        }
        out.flush()?;
        Ok(session)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        leave();
    }
}

/// Makes a panic give the terminal back first and then print the caller's words on standard error, so that they
/// stand on the screen the user is left with.
pub fn on_panic<F>(words: F)
where
    F: Fn(&PanicHookInfo<'_>) -> String + Send + Sync + 'static,
{
    panic::set_hook(Box::new(move |info| {
        leave();
        writeln!(io::stderr(), "{}", words(info)).ok();
    }));
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_on_goes_off_again() {
        let mut bytes = Vec::new();
        for mode in MODES.iter().skip(1) {
            (mode.on)(&mut bytes).unwrap();
        }
        let mut parser = vt100::Parser::default();
        parser.process(&bytes);
        assert!(parser.screen().alternate_screen());
        assert!(parser.screen().bracketed_paste());
        assert_eq!(
            parser.screen().mouse_protocol_mode(),
            vt100::MouseProtocolMode::None
        );

        let mut bytes = b"\x1b[?2026h\x1b[?25l".to_vec();
        for mode in MODES.iter().skip(1).rev() {
            (mode.off)(&mut bytes).unwrap();
        }
        parser.process(&bytes);
        assert!(!parser.screen().alternate_screen());
        assert!(!parser.screen().bracketed_paste());
        assert!(!parser.screen().hide_cursor());
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("\x1b[?2026l") && text.contains("\x1b[0 q"));
        assert!(!text.contains("\x1b[>") && !text.contains("\x1b[<"));
    }

    #[test]
    fn leaving_what_was_never_entered_is_nothing() {
        assert!(!is_entered());
        leave();
        assert!(!is_entered());
    }
}
