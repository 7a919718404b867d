//! What wakes the loop besides the reader: the system's signals, and a thread that fell.

use super::modes::leave;
use crossterm::event::Event;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

/// A message to the loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incoming {
    /// Everything the terminal had ready, each event with the moment it was read.
    Events(Vec<(Instant, Event)>),
    /// Where the cursor was when we asked, from 1.
    Cursor {
        /// The row.
        row: u16,
        /// The column.
        column: u16,
    },
    /// The system asks us to end; the number is the signal's.
    Signal(i32),
    /// The system asks us to stand still.
    Pause,
    /// The system lets us go on, on a terminal that others used meanwhile.
    Resume,
    /// The terminal cannot be read any more.
    Gone,
    /// Another thread of the program fell; the terminal was given back and the words were said.
    Fell,
}

/// How long the loop may take to answer the wish to end before the program ends over its head.
const GRACE: Duration = Duration::from_secs(2);

/// The loop's word that it heard the wish to end and is at it; without it the program is ended by who asked.
#[derive(Debug, Clone, Default)]
pub struct Alive(Arc<AtomicBool>);

impl Alive {
    /// Says that the loop heard and will end by itself, so that it may finish a long commit.
    pub fn heard(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    fn is_heard(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// What ends a program that does not hear it, and is sent every day: by a key, by a system that stops, by a terminal
/// that goes away.
#[cfg(unix)]
const ENDING: [i32; 4] = {
    use signal_hook::consts::signal as is;
    [is::SIGINT, is::SIGTERM, is::SIGHUP, is::SIGQUIT]
};

/// What ends it as well and hardly anybody sends. What a fault of the program's own raises is not here: nothing may run
/// on behind that.
#[cfg(unix)]
const SELDOM: [i32; 9] = {
    use signal_hook::consts::signal as is;
    [
        is::SIGABRT,
        is::SIGALRM,
        is::SIGUSR1,
        is::SIGUSR2,
        is::SIGVTALRM,
        is::SIGPROF,
        is::SIGXCPU,
        is::SIGTRAP,
        is::SIGSYS,
    ]
};

/// Gives those that are sent seldom, and the rest, which have no names everywhere: the three of Linux, and its real-time
/// signals.
#[cfg(unix)]
fn sent_seldom() -> impl Iterator<Item = i32> {
    let linux = [16, 29, 30].into_iter().chain(34..=64);
    let linux = linux.filter(|_| cfg!(target_os = "linux"));
    SELDOM.into_iter().chain(linux)
}

/// Starts the thread that passes on signals.
///
/// After a wish to end the loop has about two seconds to call [`Alive::heard`]; if it does not, or a second signal
/// comes, the terminal is left and the program ended from here.
///
/// # Errors
/// When the system gives no thread or no signal handler.
#[cfg(unix)]
pub fn spawn_watch<M>(to: Sender<M>, alive: Alive) -> io::Result<()>
where
    M: From<Incoming> + Send + 'static,
{
    use signal_hook::consts::{SIGCONT, SIGTSTP, SIGWINCH, SIGXFSZ};
    let mut signals = signal_hook::iterator::Signals::new([SIGTSTP, SIGCONT, SIGWINCH, SIGXFSZ])?;
    for signal in ENDING {
        signals.add_signal(signal)?;
    }
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            // Each is dearer than the one before: the first frame does not wait for half a hundred.
            for signal in sent_seldom() {
                // Which of them a program may hear is the system's to say.
                signals.add_signal(signal).ok();
            }
            let mut before = false;
            for signal in signals.forever() {
                let incoming = match signal {
                    SIGWINCH => match resized() {
                        Some(incoming) => incoming,
                        None => continue,
                    },
                    SIGTSTP => Incoming::Pause,
                    SIGCONT => Incoming::Resume,
                    // A file that may not grow fails the write as well, and that is told.
                    SIGXFSZ => continue,
                    _ => Incoming::Signal(signal),
                };
                let ends = matches!(incoming, Incoming::Signal(_));
                if ends && before {
                    end(128 + signal);
                }
                to.send(incoming.into()).ok();
                if ends {
                    before = true;
                    end_unless_heard_aside(&alive, 128 + signal);
                }
            }
        })
        .map(drop)
}

/// Elsewhere nobody sends signals: a console that closes ends its programs.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn spawn_watch<M>(_to: Sender<M>, _alive: Alive) -> io::Result<()>
where
    M: From<Incoming> + Send + 'static,
{
    Ok(())
}

#[cfg(unix)]
fn resized() -> Option<Incoming> {
    let (width, height) = crossterm::terminal::size().ok()?;
    Some(Incoming::Events(vec![(
        Instant::now(),
        Event::Resize(width, height),
    )]))
}

/// As [`end_unless_heard`], on a thread of its own.
pub(super) fn end_unless_heard_aside(alive: &Alive, code: i32) {
    let alive = alive.clone();
    if thread::Builder::new()
        .spawn(move || end_unless_heard(&alive, code))
        .is_err()
    {
        end(code);
    }
}

/// Ends the program when the loop does not say in time that it will do so itself.
pub(super) fn end_unless_heard(alive: &Alive, code: i32) {
    if !waited(GRACE, &|| alive.is_heard(), &mut thread::sleep) {
        end(code);
    }
}

/// Waits until `done` or until the time is over; gives whether it was done.
fn waited(most: Duration, done: &dyn Fn() -> bool, sleep: &mut dyn FnMut(Duration)) -> bool {
    const STEP: Duration = Duration::from_millis(50);
    let mut left = most;
    while !done() {
        if left.is_zero() {
            return false;
        }
        sleep(STEP);
        left = left.saturating_sub(STEP);
    }
    true
}

/// Leaves the terminal and ends the program, even when the terminal does not take the bytes any more.
fn end(code: i32) -> ! {
    const MOST: Duration = Duration::from_millis(500);
    if let Ok(leaving) = thread::Builder::new().spawn(leave) {
        waited(MOST, &|| leaving.is_finished(), &mut thread::sleep);
    }
    std::process::exit(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn the_loop_gets_two_seconds() {
        let slept = Cell::new(Duration::ZERO);
        let mut sleep = |step| slept.set(slept.get() + step);
        assert!(!waited(GRACE, &|| false, &mut sleep));
        assert_eq!(slept.get(), GRACE);
        let alive = Alive::default();
        alive.heard();
        assert!(waited(GRACE, &|| alive.is_heard(), &mut sleep));
    }
}
