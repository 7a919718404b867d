//! One ordered list of what is switched on. Drop, the panic hook, the error path, signals and standing still all walk
//! it backwards.

use super::source::{Alive, Incoming, end_unless_heard_aside};
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
use std::sync::mpsc::Sender;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

/// The code a program ends with that panicked.
const FELL: i32 = 101;

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

/// Held by whoever writes to the terminal, so that no frame follows what gives it back.
static TURN: Mutex<()> = Mutex::new(());

fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Says whether the terminal is in our hands; false after [`leave`], by whomever it was called.
#[must_use]
pub fn is_entered() -> bool {
    ENTERED.load(Ordering::SeqCst)
}

/// Gives the terminal back as it was. Does nothing when that has already happened, so any thread may call it.
/// Errors are passed over: there is nobody left to tell and the next mode still has to be undone.
pub fn leave() {
    let _turn = turn();
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
        let session = Self(());
        session.switch_on()?;
        Ok(session)
    }

    fn switch_on(&self) -> io::Result<()> {
        let _turn = turn();
        ENTERED.store(true, Ordering::SeqCst);
        let mut out = io::stdout();
        for mode in &MODES {
            (mode.on)(&mut out)?;
        }
        out.flush()
    }

    /// Gives the terminal back, says there how to come back, and stands still until the system lets the program go on.
    ///
    /// # Errors
    /// Where the system knows no standing still; the terminal is entered again then.
    #[cfg(unix)]
    pub fn pause(&self, words: &str) -> io::Result<()> {
        leave();
        writeln!(io::stdout(), "{words}")?;
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
            .or_else(|_| self.switch_on())
    }

    /// Nobody asks for this where there are no signals.
    ///
    /// # Errors
    /// None.
    #[cfg(not(unix))]
    pub fn pause(&self, _words: &str) -> io::Result<()> {
        Ok(())
    }

    /// Takes the terminal again after standing still; whoever used it meanwhile may have changed any mode.
    ///
    /// # Errors
    /// As [`Session::enter`].
    pub fn resume(&self) -> io::Result<()> {
        leave();
        self.switch_on()
    }
}

/// Says whether a shell waits that can bring the program back: one that started it in a group of its own. Whoever stands
/// still without one, as in a window opened for the program alone, is never woken.
#[must_use]
pub fn has_shell() -> bool {
    #[cfg(unix)]
    {
        use nix::unistd::{getpgid, getppid, getsid};
        let parent = Some(getppid()).filter(|parent| parent.as_raw() > 0);
        let Some(parent) = parent else {
            return false;
        };
        // Both may be 0 where the session began outside of a container: then it is the same one all the same.
        let session = (getsid(None), getsid(Some(parent)));
        let group = (getpgid(None), getpgid(Some(parent)));
        matches!(session, (Ok(mine), Ok(its)) if mine == its)
            && matches!(group, (Ok(mine), Ok(its)) if mine != its)
    }
    #[cfg(not(unix))]
    {
        false
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        leave();
    }
}

/// Writes to the terminal while it is in our hands: everything between two flushes goes out in one piece, and
/// nothing at all once the terminal was given back.
#[derive(Debug, Default)]
pub struct Frames(Vec<u8>);

impl Write for Frames {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let _turn = turn();
        let mut out = io::stdout();
        let written = if is_entered() {
            out.write_all(&self.0).and_then(|()| out.flush())
        } else {
            Ok(())
        };
        self.0.clear();
        written
    }
}

/// Makes a panic of any thread give the terminal back first and then print the caller's words on standard error, so
/// that they stand on the screen the user is left with. Where another thread than the present one falls, the program
/// would run on without a terminal: `to` is told, and if nobody acts on it the program ends.
pub fn on_panic<M, F>(to: Sender<M>, alive: Alive, words: F)
where
    M: From<Incoming> + Send + 'static,
    F: Fn(&PanicHookInfo<'_>) -> String + Send + Sync + 'static,
{
    let here = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        leave();
        writeln!(io::stderr(), "{}", words(info)).ok();
        if thread::current().id() != here {
            to.send(Incoming::Fell.into()).ok();
            end_unless_heard_aside(&alive, FELL);
        }
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
