//! A program on a pseudo-terminal, timed: from its start or a key to the last byte of a frame.

use crate::data::CLOCK;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::ffi::OsStr;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

/// Every frame ends so.
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

/// So long between two keys, or they are taken for a paste.
const APART: Duration = Duration::from_millis(5);

/// Returns the program that is measured: the one people run, or the one `LIANXI_PROGRAM` names.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| match std::env::var_os("LIANXI_PROGRAM") {
        Some(named) => named.into(),
        None => built("measured", &[]),
    })
}

/// Builds the program as people do, into a folder of its own below `target`. What tests need adds features to the
/// crates beneath the program that cargo builds beside a benchmark, so that it is not wholly what people run.
pub fn built(into: &str, environment: &[(&str, &str)]) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("target").join(into);
    let status = Command::new(env!("CARGO"))
        .args(["build", "--release", "--locked", "--target-dir"])
        .arg(&folder)
        .current_dir(root)
        .envs(environment.iter().copied())
        .status();
    assert!(status.unwrap().success(), "the program is not built");
    folder.join("release/lianxi")
}

/// A program on a terminal of 80x24.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    out: Box<dyn Read + Send>,
    keys: Box<dyn Write + Send>,
    screen: vt100::Parser,
    tail: Vec<u8>,
    begun: Instant,
    /// How many bytes were written so far.
    pub bytes: usize,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Starts the program on a data folder.
    pub fn lianxi(data: &Path) -> Self {
        Self::lianxi_as(&[program().as_os_str()], data)
    }

    /// Starts it by a command of one's own.
    pub fn lianxi_as(command: &[&OsStr], data: &Path) -> Self {
        let command = command.iter().copied().map(Into::into).collect();
        let mut command = CommandBuilder::from_argv(command);
        command.env_clear();
        command.env("LANG", "zh_CN.UTF-8");
        command.env("LIANXI_DATA", data);
        command.env("LIANXI_CLOCK", CLOCK);
        Self::start(command)
    }

    /// Starts the bare program on a committee's file.
    pub fn bare(file: &Path) -> Self {
        Self::floor(&["--bare".as_ref(), file.as_os_str()])
    }

    /// Starts the bare program that is a text area.
    pub fn bare_text() -> Self {
        Self::floor(&["--bare-text".as_ref()])
    }

    fn floor(arguments: &[&OsStr]) -> Self {
        let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
        command.env_clear();
        command.args(arguments);
        Self::start(command)
    }

    fn start(mut command: CommandBuilder) -> Self {
        command.env("TERM", "xterm-256color");
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pty = native_pty_system().openpty(size).unwrap();
        let out = pty.master.try_clone_reader().unwrap();
        let keys = pty.master.take_writer().unwrap();
        let begun = Instant::now();
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        Self {
            child,
            out,
            keys,
            screen: vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0),
            tail: Vec::new(),
            begun,
            bytes: 0,
            _master: pty.master,
        }
    }

    /// Waits for a whole frame and returns how long after the start it was there.
    pub fn frame(&mut self) -> Duration {
        let mut buffer = [0; 1 << 16];
        loop {
            let read = self.out.read(&mut buffer).unwrap_or(0);
            let now = self.begun.elapsed();
            assert!(read > 0, "the program ended; it showed\n{}", self.screen());
            self.bytes += read;
            self.screen.process(&buffer[..read]);
            self.tail.extend_from_slice(&buffer[..read]);
            let old = self.tail.len().saturating_sub(FRAME_ENDS.len());
            self.tail.drain(..old);
            if self.tail == FRAME_ENDS {
                return now;
            }
        }
    }

    /// Sends a key and returns how long it took until the next frame was whole.
    pub fn key(&mut self, key: &str) -> Duration {
        thread::sleep(APART);
        let begun = self.begun.elapsed();
        self.keys.write_all(key.as_bytes()).unwrap();
        self.frame() - begun
    }

    /// Sends keys, one after the other.
    pub fn keys(&mut self, keys: &[&str]) {
        for key in keys {
            self.key(key);
        }
    }

    /// Waits for frames until the screen shows some words, or shows them no more, and returns when.
    pub fn wait(&mut self, words: &str, shown: bool) -> Duration {
        let mut at = self.begun.elapsed();
        while self.screen().contains(words) != shown {
            at = self.frame();
        }
        at
    }

    /// Sends a key that ends the program, and waits for the end.
    pub fn end(mut self, key: &str) {
        thread::sleep(APART);
        self.keys.write_all(key.as_bytes()).unwrap();
        std::io::copy(&mut self.out, &mut std::io::sink()).ok();
        self.child.wait().unwrap();
    }

    /// Returns the screen as text.
    pub fn screen(&self) -> String {
        self.screen.screen().contents()
    }

    /// Returns a line of what the kernel sums up of the program's memory, in kB.
    pub fn memory(&self, line: &str) -> u64 {
        let pid = self.child.process_id().unwrap();
        let sums = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
        let value = sums.lines().find_map(|have| have.strip_prefix(line));
        value
            .and_then(|value| value.split_whitespace().find_map(|word| word.parse().ok()))
            .unwrap_or(0)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
