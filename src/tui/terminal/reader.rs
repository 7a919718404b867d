//! The thread that alone reads the terminal.
//!
//! Whatever is ready at once goes out as one message, so that a paste without brackets is seen whole and no key waits.

#[cfg(unix)]
use super::decode::{Decoder, Heard};
use super::source::{Alive, Incoming, end_unless_heard};
use std::io;
use std::sync::mpsc::Sender;
use std::thread;

/// So many events are one message at most, so that an endless paste still shows progress.
const MOST: usize = 4096;

/// The code of a program whose terminal went away.
const GONE: i32 = 1;

/// Starts the thread; it ends when the terminal is gone or nobody listens.
///
/// # Errors
/// When the system gives no thread.
pub fn spawn_reader<M>(to: Sender<M>, alive: Alive) -> io::Result<()>
where
    M: From<Incoming> + Send + 'static,
{
    thread::Builder::new()
        .name("reader".to_owned())
        .spawn(move || {
            let mut source = tty::Source::default();
            loop {
                match source.batch() {
                    Ok(batch) => {
                        for incoming in batch {
                            if to.send(incoming.into()).is_err() {
                                return;
                            }
                        }
                    }
                    Err(_) => {
                        to.send(Incoming::Gone.into()).ok();
                        return end_unless_heard(&alive, GONE);
                    }
                }
            }
        })
        .map(drop)
}

#[cfg(unix)]
pub(super) mod tty {
    use super::{Decoder, Heard, Incoming, MOST};
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;
    use std::io::{self, ErrorKind, stdin};
    use std::time::{Duration, Instant};

    /// The terminal at the standard input, which the command line has looked at.
    #[derive(Default)]
    pub struct Source {
        decoder: Decoder,
    }

    impl Source {
        /// Waits until something is there, or until the silence ends what has begun, and takes all of it.
        pub fn batch(&mut self) -> io::Result<Vec<Incoming>> {
            let mut heard = Vec::new();
            if ready(self.decoder.patience())? {
                self.take(&mut heard)?;
                while heard.len() < MOST && ready(Some(Duration::ZERO))? {
                    // what was read is still worth having; the next read says the same again
                    if self.take(&mut heard).is_err() {
                        break;
                    }
                }
            } else {
                self.decoder.give_up(&mut heard);
            }
            Ok(sorted(heard, Instant::now()))
        }

        fn take(&mut self, heard: &mut Vec<Heard>) -> io::Result<()> {
            let mut bytes = [0; 4096];
            match rustix::io::read(stdin(), &mut bytes) {
                // the other end was closed, and a poll would say "ready" for ever
                Ok(0) => Err(ErrorKind::UnexpectedEof.into()),
                Ok(read) => {
                    self.decoder
                        .push(bytes.get(..read).unwrap_or_default(), heard);
                    Ok(())
                }
                Err(Errno::INTR | Errno::AGAIN) => Ok(()),
                Err(error) => Err(error.into()),
            }
        }
    }

    /// Says whether there is something to read, waiting for it so long at most; `None` waits for ever.
    fn ready(most: Option<Duration>) -> io::Result<bool> {
        let most = most.and_then(|most| Timespec::try_from(most).ok());
        let input = stdin();
        let mut look = [PollFd::new(&input, PollFlags::IN)];
        loop {
            match poll(&mut look, most.as_ref()) {
                Ok(many) => return Ok(many > 0),
                // a signal woke us, and nothing was read
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Keeps events together that came together; an answer stands by itself.
    fn sorted(heard: Vec<Heard>, now: Instant) -> Vec<Incoming> {
        let mut batch = Vec::new();
        for heard in heard {
            match heard {
                Heard::Event(event) => match batch.last_mut() {
                    Some(Incoming::Events(events)) => events.push((now, event)),
                    _ => batch.push(Incoming::Events(vec![(now, event)])),
                },
                Heard::Cursor { row, column } => batch.push(Incoming::Cursor { row, column }),
            }
        }
        batch
    }
}

#[cfg(not(unix))]
pub(super) mod tty {
    use super::{Incoming, MOST};
    use crossterm::event;
    use std::io;
    use std::time::{Duration, Instant};

    /// The console; its keys come decoded.
    #[derive(Default)]
    pub struct Source;

    impl Source {
        /// Waits for an event and takes what else is there.
        pub fn batch(&mut self) -> io::Result<Vec<Incoming>> {
            let first = event::read()?;
            let mut events = vec![(Instant::now(), first)];
            while events.len() < MOST && event::poll(Duration::ZERO).unwrap_or(false) {
                match event::read() {
                    Ok(event) => events.push((Instant::now(), event)),
                    // what was read is still worth having; the next read reports the error again
                    Err(_) => break,
                }
            }
            Ok(vec![Incoming::Events(events)])
        }
    }
}
