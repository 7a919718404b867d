//! What wakes the loop: keys, signals, and a terminal that is gone.

use super::modes::{is_entered, leave};
use crossterm::event::{self, Event};
use std::io::{self, IsTerminal};
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
    /// The system asks us to end; the number is the signal's.
    Signal(i32),
    /// The terminal cannot be read any more.
    Gone,
}

/// How long the loop may take to answer a signal before the terminal is given back over its head.
const GRACE: Duration = Duration::from_secs(2);

/// How often the watch looks whether the terminal is still there.
const LOOK: Duration = Duration::from_secs(2);

/// The loop's word that it heard the wish to end and is at it; without it the watch ends the program itself.
#[derive(Debug, Clone, Default)]
pub struct Alive(Arc<AtomicBool>);

impl Alive {
    /// Says that the loop heard and will end by itself, so that the watch lets it finish a long commit.
    pub fn heard(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    fn is_heard(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// Starts the thread that alone reads the terminal.
///
/// Whatever is ready at once goes out as one message, so a paste without brackets is seen whole and no key waits.
/// The thread ends when reading fails or nobody listens.
///
/// # Errors
/// When the system gives no thread.
pub fn spawn_reader<M>(to: Sender<M>) -> io::Result<()>
where
    M: From<Incoming> + Send + 'static,
{
    thread::Builder::new()
        .name("reader".to_owned())
        .spawn(move || {
            loop {
                match batch(&mut || event::read(), &mut || event::poll(Duration::ZERO)) {
                    Ok(events) => {
                        if to.send(Incoming::Events(events).into()).is_err() {
                            return;
                        }
                    }
                    Err(_) => {
                        to.send(Incoming::Gone.into()).ok();
                        return;
                    }
                }
            }
        })
        .map(drop)
}

/// Waits for one event and takes what else is there, up to a bound so that an endless paste still shows progress.
fn batch(
    read: &mut dyn FnMut() -> io::Result<Event>,
    ready: &mut dyn FnMut() -> io::Result<bool>,
) -> io::Result<Vec<(Instant, Event)>> {
    const MOST: usize = 4096;
    let first = read()?;
    let mut events = vec![(Instant::now(), first)];
    while events.len() < MOST && ready().unwrap_or(false) {
        match read() {
            Ok(event) => events.push((Instant::now(), event)),
            // what was read is still worth having; the next read reports the error again
            Err(_) => break,
        }
    }
    Ok(events)
}

/// Starts the threads that pass on signals and notice a terminal that went away without one.
///
/// After a message the loop has about two seconds to call [`Alive::heard`] or to leave the terminal; if it does
/// neither, or a second signal comes, the thread leaves the terminal itself and ends the program.
///
/// # Errors
/// When the system gives no thread or no signal handler.
pub fn spawn_watch<M>(to: &Sender<M>, alive: &Alive) -> io::Result<()>
where
    M: From<Incoming> + Send + 'static,
{
    watch_signals(to.clone(), alive.clone())?;
    if !io::stdout().is_terminal() {
        return Ok(());
    }
    let (to, alive) = (to.clone(), alive.clone());
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || {
            // after a hang-up reading never returns and burns a processor, so somebody else has to look
            while io::stdout().is_terminal() {
                thread::sleep(LOOK);
            }
            to.send(Incoming::Gone.into()).ok();
            end_unless_heard(&alive, 1);
        })
        .map(drop)
}

#[cfg(unix)]
fn watch_signals<M>(to: Sender<M>, alive: Alive) -> io::Result<()>
where
    M: From<Incoming> + Send + 'static,
{
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            let mut before = false;
            for signal in signals.forever() {
                if before {
                    end(128 + signal);
                }
                before = true;
                to.send(Incoming::Signal(signal).into()).ok();
                let alive = alive.clone();
                let waiter =
                    thread::Builder::new().spawn(move || end_unless_heard(&alive, 128 + signal));
                if waiter.is_err() {
                    end(128 + signal);
                }
            }
        })
        .map(drop)
}

#[cfg(not(unix))]
fn watch_signals<M>(_to: Sender<M>, _alive: Alive) -> io::Result<()> {
    Ok(())
}

fn end_unless_heard(alive: &Alive, code: i32) {
    let answered = || alive.is_heard() || !is_entered();
    if !waited(GRACE, &answered, &mut thread::sleep) {
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
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::cell::Cell;

    #[test]
    fn what_is_ready_comes_in_one_batch() {
        let left = Cell::new(3u16);
        let got = batch(
            &mut || {
                left.set(left.get() - 1);
                Ok(Event::Resize(left.get(), 1))
            },
            &mut || Ok(left.get() > 0),
        );
        assert_eq!(got.unwrap().len(), 3);
    }

    #[test]
    fn a_terminal_that_is_gone_is_an_error_and_not_a_spin() {
        let gone = batch(&mut || Err(io::ErrorKind::BrokenPipe.into()), &mut || {
            Ok(true)
        });
        assert!(gone.is_err());
    }

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
