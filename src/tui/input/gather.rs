//! Tells a person's keys from text that arrives all at once.
//!
//! A program drops a paste on a terminal without brackets as key presses, and a committed phrase of an input method
//! comes the same way. Run as commands they would vote. The reader thread hands over everything that is already
//! there as one batch, each event with the moment it was read, so nothing here waits and no single key is late.

use super::{Code, Key};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind};
use std::time::{Duration, Instant};

/// Keys read within this time of each other were not typed one by one.
const WINDOW: Duration = Duration::from_millis(15);

/// So many printable keys within [`WINDOW`] are a burst. Windows has no bracketed paste, so there two are enough.
const BURST: usize = if cfg!(windows) { 2 } else { 6 };

/// What a screen gets to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// One key a person pressed.
    Key(Key),
    /// Text in paste brackets; line ends are line feeds, other control characters are gone.
    Paste(String),
    /// Printable keys too fast for fingers: an unbracketed paste or a committed phrase. A text field inserts it as
    /// text; everywhere else it is never run as commands.
    Burst(String),
    /// The terminal has a new size, in columns and rows.
    Resize(u16, u16),
}

/// Turns batches of stamped events into [`Input`]s; remembers just enough to see a burst that spans two batches.
#[derive(Debug)]
pub struct Gather {
    burst: usize,
    /// When the latest printable keys were read, newest last.
    recent: Vec<Instant>,
    in_burst: bool,
    /// Characters pressed and not yet released, for terminals that send some characters only as a release.
    held: Vec<char>,
}

impl Default for Gather {
    fn default() -> Self {
        Self::new(BURST)
    }
}

impl Gather {
    /// Makes a gatherer that takes `burst` printable keys within 15 ms for a burst; the default is right for the system.
    #[must_use]
    pub const fn new(burst: usize) -> Self {
        Self {
            burst,
            recent: Vec::new(),
            in_burst: false,
            held: Vec::new(),
        }
    }

    /// Takes a batch as the reader thread sent it and gives what it means. Several resizes in a row become the last.
    pub fn push(&mut self, batch: &[(Instant, Event)]) -> Vec<Input> {
        let mut out = Vec::new();
        let mut run: Vec<(Instant, Key)> = Vec::new();
        for (at, event) in batch {
            match event {
                Event::Key(event) => {
                    let Some(key) = self.pressed(event) else {
                        continue;
                    };
                    if typed(key).is_some() {
                        run.push((*at, key));
                    } else {
                        self.close(&mut run, &mut out);
                        self.in_burst = false;
                        self.recent.clear();
                        out.push(Input::Key(key));
                    }
                }
                Event::Paste(text) => {
                    self.close(&mut run, &mut out);
                    out.push(Input::Paste(clean(text)));
                }
                Event::Resize(width, height) => {
                    self.close(&mut run, &mut out);
                    if matches!(out.last(), Some(Input::Resize(..))) {
                        out.pop();
                    }
                    out.push(Input::Resize(*width, *height));
                }
                _ => {}
            }
        }
        self.close(&mut run, &mut out);
        out
    }

    /// Gives the key an event stands for, or `None` for a release that only ends a press.
    fn pressed(&mut self, event: &KeyEvent) -> Option<Key> {
        const KEPT: usize = 64;
        match (event.kind, event.code) {
            (KeyEventKind::Release, KeyCode::Char(c)) if !c.is_ascii() => {
                if let Some(at) = self.held.iter().position(|h| *h == c) {
                    self.held.remove(at);
                    return None;
                }
            }
            (KeyEventKind::Release, _) => return None,
            (_, KeyCode::Char(c)) if !c.is_ascii() => {
                if self.held.len() == KEPT {
                    self.held.remove(0);
                }
                self.held.push(c);
            }
            _ => {}
        }
        Key::from_event(event)
    }

    /// Ends a run of text-like keys: as bursts where they came too fast, else as the keys they are.
    fn close(&mut self, run: &mut Vec<(Instant, Key)>, out: &mut Vec<Input>) {
        let mut rest = run.as_slice();
        while let Some((first, after)) = rest.split_first() {
            let fast = self.burst_len(rest);
            if fast == 0 {
                self.note(*first);
                out.push(Input::Key(first.1));
                rest = after;
                continue;
            }
            let (burst, after) = rest.split_at(fast);
            let text: String = burst.iter().filter_map(|(_, key)| typed(*key)).collect();
            for stamped in burst {
                self.note(*stamped);
            }
            self.in_burst = true;
            match out.last_mut() {
                Some(Input::Burst(so_far)) => so_far.push_str(&text),
                _ => out.push(Input::Burst(text)),
            }
            rest = after;
        }
        run.clear();
    }

    /// Remembers a printable key for the batch that may follow at once.
    fn note(&mut self, (at, key): (Instant, Key)) {
        if self
            .recent
            .last()
            .is_some_and(|last| at.saturating_duration_since(*last) > WINDOW)
        {
            self.in_burst = false;
        }
        self.recent
            .retain(|old| at.saturating_duration_since(*old) <= WINDOW);
        if key.text().is_some() && self.recent.len() <= self.burst {
            self.recent.push(at);
        } else if let Some(last) = self.recent.last_mut() {
            *last = at;
        }
    }

    /// Gives how many keys at the head of `rest` belong to a burst; 0 when the first was typed.
    fn burst_len(&self, rest: &[(Instant, Key)]) -> usize {
        let Some((start, _)) = rest.first() else {
            return 0;
        };
        let near = |a: Instant, b: Instant| b.saturating_duration_since(a) <= WINDOW;
        let goes_on = self.in_burst && self.recent.last().is_some_and(|last| near(*last, *start));
        let before = self.recent.iter().filter(|old| near(**old, *start)).count();
        let printable = rest
            .iter()
            .take_while(|(at, _)| near(*start, *at))
            .filter(|(_, key)| key.text().is_some())
            .count();
        if !goes_on && before + printable < self.burst {
            return 0;
        }
        let mut last = *start;
        rest.iter()
            .take_while(|(at, _)| {
                let on = near(last, *at);
                last = *at;
                on
            })
            .count()
    }
}

/// Gives the character a key would add to a text; line ends in an unbracketed paste come as Enter or Ctrl-J.
fn typed(key: Key) -> Option<char> {
    match key.code {
        Code::Enter if !key.alt => Some('\n'),
        Code::Char('j') if key.ctrl && !key.alt => Some('\n'),
        Code::Tab if !key.ctrl && !key.alt => Some(' '),
        _ => key.text(),
    }
}

/// Makes pasted text harmless: CR and CRLF become LF, and other control characters than tabs go.
/// Tabs part the cells of a table; whoever takes the text for words makes blanks of them.
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter_map(|c| match c {
            '\r' | '\n' => Some('\n'),
            c if c.is_control() && c != '\t' => None,
            c => Some(c),
        })
        .collect()
}

#[cfg(test)]
#[path = "gather_tests.rs"]
mod tests;
