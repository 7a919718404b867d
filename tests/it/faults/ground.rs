//! Disks of one's own: images and memory that are mounted, filled, made read-only and cut off.

use super::power_switch;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// Says on the output of a test run, past its silence, what could not be done and why.
pub fn not_done(what: &str, why: &str) {
    let mut out = std::io::stdout();
    writeln!(out, "NOT DONE: {what}: {why}").unwrap();
}

/// Says on the output of a test run what was counted.
pub fn counted(what: &str) {
    let mut out = std::io::stdout();
    writeln!(out, "counted: {what}").unwrap();
}

/// Says how the program is built in which times are taken: a debug build is some ten times as slow as what is released.
pub const fn profile() -> &'static str {
    if cfg!(debug_assertions) {
        "debug build"
    } else {
        "release build"
    }
}

/// Returns how many rounds to make: `LIANXI_ROUNDS`, or what keeps a run short.
pub fn rounds(few: usize) -> usize {
    let asked = std::env::var("LIANXI_ROUNDS").ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(few)
}

/// A disk that is mounted until this is dropped.
pub struct Ground {
    folder: TempDir,
    what: Medium,
}

/// What a disk is made of.
#[derive(Clone, Copy)]
pub enum Medium {
    /// An image with a file system in it, made by this command and its arguments, so many MiB.
    Image {
        make: &'static [&'static str],
        mebibytes: u64,
    },
    /// Memory, so many KiB.
    Memory { kibibytes: u64 },
}

pub const EXT4: Medium = Medium::Image {
    make: &["mkfs.ext4", "-q"],
    mebibytes: 64,
};

pub const XFS: Medium = Medium::Image {
    make: &["mkfs.xfs", "-q"],
    mebibytes: 320,
};

impl Ground {
    /// Makes and mounts a disk.
    ///
    /// # Errors
    /// Why it cannot be done here: no such command, no right to mount, no loop device.
    pub fn lay(what: Medium) -> Result<Self, String> {
        let ground = Self {
            folder: tempfile::tempdir().unwrap(),
            what,
        };
        fs::create_dir(ground.mounted_at()).unwrap();
        if let Medium::Image { make, mebibytes } = what {
            let image = File::create(ground.image()).unwrap();
            image.set_len(mebibytes << 20).unwrap();
            let image = ground.image();
            run(&[make, &[image.to_str().unwrap()]].concat())?;
        }
        ground.mount(&[])?;
        Ok(ground)
    }

    fn image(&self) -> PathBuf {
        self.folder.path().join("image")
    }

    fn mounted_at(&self) -> PathBuf {
        self.folder.path().join("disk")
    }

    /// Returns the folder where it is mounted.
    pub fn root(&self) -> PathBuf {
        fs::canonicalize(self.mounted_at()).unwrap()
    }

    fn mount(&self, options: &[&str]) -> Result<(), String> {
        let at = self.mounted_at();
        let image = self.image();
        let size;
        let mut words = vec!["mount"];
        words.extend(options);
        match self.what {
            Medium::Image { .. } => words.extend(["-o", "loop", image.to_str().unwrap()]),
            Medium::Memory { kibibytes } => {
                size = format!("size={kibibytes}k");
                words.extend(["-t", "tmpfs", "-o", &size, "none"]);
            }
        }
        words.push(at.to_str().unwrap());
        run(&words)
    }

    fn unmount(&self) {
        let at = self.mounted_at();
        let mut tries = 0..500;
        // A process that another test starts just now holds every open file for a moment.
        while let Err(why) = run(&["umount", at.to_str().unwrap()]) {
            assert!(tries.next().is_some() && why.contains("busy"), "{why}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Takes the power away: what the file system did not bring to the disk by now is gone.
    pub fn cut_power(&self) {
        power_switch::cut(&File::open(self.mounted_at()).unwrap()).unwrap();
    }

    /// Starts anew after a cut.
    pub fn power_on(&self) {
        self.unmount();
        self.mount(&[]).unwrap();
    }

    /// Makes the disk read-only, or writable again.
    pub fn protect(&self, read_only: bool) {
        let at = self.mounted_at();
        let how = if read_only {
            "remount,ro"
        } else {
            "remount,rw"
        };
        // Another test that starts a program at this moment holds every open file for an instant, and
        // the disk is busy until its program begins.
        let remount = || run(&["mount", "-o", how, at.to_str().unwrap()]);
        let done = (0..50).map(|_| remount()).find(Result::is_ok);
        assert!(done.is_some(), "{:?}", remount());
    }

    /// Fills the disk but for so many bytes; deleting the file that is returned makes room again.
    pub fn fill(&self, but: u64) -> PathBuf {
        let ballast = self.mounted_at().join("ballast");
        let mut file = File::create(&ballast).unwrap();
        for block in [64 << 10, 4 << 10, 1 << 10, 1] {
            while file.write_all(&vec![7; block]).is_ok() {}
        }
        let full = file.metadata().unwrap().len();
        file.set_len(full.saturating_sub(but)).unwrap();
        let _synced = file.sync_all();
        ballast
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        let at = self.mounted_at();
        // A disk that a failed test still uses goes when its last user has gone.
        let _gone = run(&["umount", "-l", at.to_str().unwrap()]);
    }
}

/// Runs a command.
///
/// # Errors
/// What it said.
pub fn run(words: &[&str]) -> Result<(), String> {
    let said = Command::new(words[0])
        .args(&words[1..])
        .output()
        .map_err(|error| format!("{}: {error}", words[0]))?;
    if said.status.success() {
        Ok(())
    } else {
        let why = String::from_utf8_lossy(&said.stderr);
        Err(format!("{}: {}", words[0], why.trim()))
    }
}

/// Returns everything in a folder, by name.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
