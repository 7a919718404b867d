//! The real program on a real pseudo-terminal: keys go in, the screen a person would see comes out.

use crate::asked::asked;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// How long the screen may take to show what is waited for; the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long nothing is written once a key is done: longer than what the program takes for one burst of keys.
const REST: Duration = Duration::from_millis(20);

/// A program on a terminal.
pub struct Terminal {
    screen: Arc<Mutex<vt100::Parser>>,
    raw: Arc<Mutex<Vec<u8>>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    reader: Option<thread::JoinHandle<()>>,
    master: Box<dyn MasterPty + Send>,
}

/// What the program is started with.
pub struct Start<'a> {
    /// The data folder.
    pub data: &'a Path,
    /// The locale.
    pub locale: &'a str,
    /// Columns and rows.
    pub size: (u16, u16),
    /// More of the environment.
    pub environment: &'a [(&'a str, &'a str)],
}

impl Terminal {
    /// Starts the program with its clock stopped.
    pub fn start(start: &Start<'_>) -> Self {
        Self::start_with(start, &[])
    }

    /// Starts the program with arguments.
    pub fn start_with(start: &Start<'_>, arguments: &[&str]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_lianxi"));
        command.args(arguments);
        Self::start_as(command, start)
    }

    /// Starts something else around the program, or instead of it.
    pub fn start_as(mut command: CommandBuilder, start: &Start<'_>) -> Self {
        let (cols, rows) = start.size;
        let pty = native_pty_system()
            .openpty(PtySize {
                rows,
                cols,
                pixel_width: 0,
                pixel_height: 0,
            })
            .unwrap();
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", start.locale);
        command.env("LIANXI_DATA", start.data);
        command.env("LIANXI_CLOCK", "2026-11-23T09:00");
        for (name, value) in start.environment {
            command.env(name, value);
        }
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let keys = pty.master.take_writer().unwrap();
        let screen = Arc::new(Mutex::new(vt100::Parser::new(
            rows.try_into().unwrap(),
            cols.try_into().unwrap(),
            0,
        )));
        let raw = Arc::new(Mutex::new(Vec::new()));
        let (to_screen, to_raw) = (Arc::clone(&screen), Arc::clone(&raw));
        let reader = thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(read) = reader.read(&mut bytes) {
                if read == 0 {
                    break;
                }
                to_raw.lock().unwrap().extend_from_slice(&bytes[..read]);
                to_screen.lock().unwrap().process(&bytes[..read]);
            }
        });
        Self {
            screen,
            raw,
            keys,
            child,
            reader: Some(reader),
            master: pty.master,
        }
    }

    /// Returns the screen as text.
    pub fn screen(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// Gives the terminal another size, as a person does who pulls at the window.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        let mut screen = self.screen.lock().unwrap();
        screen.set_size(rows.try_into().unwrap(), cols.try_into().unwrap());
        drop(screen);
        self.master.resize(size).unwrap();
    }

    /// Returns the caret's row and column.
    pub fn caret(&self) -> (u16, u16) {
        self.screen.lock().unwrap().screen().cursor_position()
    }

    /// Says whether a cell is reversed.
    pub fn inverse(&self, row: u16, column: u16) -> bool {
        let screen = self.screen.lock().unwrap();
        screen
            .screen()
            .cell(row, column)
            .is_some_and(vt100::Cell::inverse)
    }

    /// Says whether the program has the screen to itself.
    pub fn is_entered(&self) -> bool {
        self.screen.lock().unwrap().screen().alternate_screen()
    }

    /// Says whether every mode the program switched on is off again.
    pub fn is_whole(&self) -> bool {
        let screen = self.screen.lock().unwrap();
        let screen = screen.screen();
        !screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor()
    }

    /// Returns every byte written so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.raw.lock().unwrap().clone()
    }

    /// Waits until the screen shows some words.
    pub fn see(&self, words: &str) -> &Self {
        self.wait(words, |screen| screen.contains(words))
    }

    /// Waits until the screen shows some words no more.
    pub fn see_no_more(&self, words: &str) -> &Self {
        self.wait(words, |screen| !screen.contains(words))
    }

    fn wait(&self, what: &str, seen: impl Fn(&str) -> bool) -> &Self {
        self.until(what, || seen(&self.screen()))
    }

    /// Waits until something is so.
    pub fn until(&self, what: &str, so: impl Fn() -> bool) -> &Self {
        let begun = Instant::now();
        while !so() {
            assert!(
                begun.elapsed() < PATIENCE,
                "waited for {what:?} in vain; the screen shows\n{}",
                self.screen()
            );
            thread::sleep(Duration::from_millis(5));
        }
        self
    }

    /// Sends bytes of which nobody knows what they do, so that no frame is waited for.
    pub fn whisper(&mut self, bytes: &str) -> &Self {
        self.keys.write_all(bytes.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        self
    }

    /// Presses keys by name, `F5 Down 1 Enter`, each after the one before was taken.
    pub fn press(&mut self, keys: &str) -> &Self {
        for key in keys.split_whitespace() {
            let bytes: Vec<u8> = match key {
                "Enter" => b"\r".to_vec(),
                "Esc" => b"\x1b".to_vec(),
                "Tab" => b"\t".to_vec(),
                "BackTab" => b"\x1b[Z".to_vec(),
                "Up" => b"\x1b[A".to_vec(),
                "Down" => b"\x1b[B".to_vec(),
                "Right" => b"\x1b[C".to_vec(),
                "Left" => b"\x1b[D".to_vec(),
                "Home" => b"\x1b[H".to_vec(),
                "End" => b"\x1b[F".to_vec(),
                "Delete" => b"\x1b[3~".to_vec(),
                "PgDn" => b"\x1b[6~".to_vec(),
                "PgUp" => b"\x1b[5~".to_vec(),
                "Backspace" => b"\x7f".to_vec(),
                "Space" => b" ".to_vec(),
                "F1" => b"\x1bOP".to_vec(),
                "F2" => b"\x1bOQ".to_vec(),
                "F3" => b"\x1bOR".to_vec(),
                "F4" => b"\x1bOS".to_vec(),
                "F5" => b"\x1b[15~".to_vec(),
                "F6" => b"\x1b[17~".to_vec(),
                "F7" => b"\x1b[18~".to_vec(),
                "F8" => b"\x1b[19~".to_vec(),
                "F9" => b"\x1b[20~".to_vec(),
                "F10" => b"\x1b[21~".to_vec(),
                "F12" => b"\x1b[24~".to_vec(),
                character => character.as_bytes().to_vec(),
            };
            self.send(&bytes);
        }
        self
    }

    /// Types text as an input method commits it: all at once.
    pub fn commit(&mut self, text: &str) -> &Self {
        self.send(text.as_bytes());
        self
    }

    /// Sends bytes and lets the program draw what they did, so that keys are taken one by one.
    ///
    /// A frame may be drawn for another reason while the key is on its way, and a key told by it would reach the
    /// program together with the next; so the frame must be followed by a moment of rest.
    fn send(&mut self, bytes: &[u8]) {
        let mut length = self.raw.lock().unwrap().len();
        let mut grown = None;
        self.keys.write_all(bytes).unwrap();
        self.keys.flush().unwrap();
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let raw = self.raw.lock().unwrap();
            if raw.len() > length {
                length = raw.len();
                grown = Some(Instant::now());
            }
            // Every key ends in a frame, and every frame ends by ending the synchronized update.
            let whole = raw.ends_with(b"\x1b[?2026l");
            drop(raw);
            if whole && grown.is_some_and(|at| at.elapsed() >= REST) {
                return;
            }
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(2));
        }
        panic!(
            "no frame after {bytes:?}; the screen shows\n{}",
            self.screen()
        );
    }

    /// Kills the program as a power cut would.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Says whether the program still runs.
    pub fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Returns the program's process id.
    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits until the program has ended and returns its exit code.
    pub fn ended(&mut self) -> u32 {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // What it wrote last is still on its way.
                if let Some(reader) = self.reader.take() {
                    reader.join().unwrap();
                }
                return status.exit_code();
            }
            assert!(
                begun.elapsed() < PATIENCE,
                "the program does not end; the screen shows\n{}",
                self.screen()
            );
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed leaves no program behind; one that ended is gone already.
        let _gone = self.child.kill();
        // Whatever was done here, the terminal was asked nothing that it would type an answer to.
        if !thread::panicking() {
            let asked = asked(&self.bytes());
            assert!(asked.is_empty(), "it asked {asked:?}");
        }
    }
}
