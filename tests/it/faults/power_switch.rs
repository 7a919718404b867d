//! The power switch of a mounted file system, as the testers of file systems use it: what is not on
//! the disk when it is thrown is gone, the log of the file system included.
//!
//! The system call has no safe door, so this file is allowed `unsafe`.
#![allow(unsafe_code)]

use std::ffi::{c_int, c_ulong};
use std::fs::File;
use std::io;
use std::os::fd::AsRawFd;

/// `_IOR('X', 125, u32)`.
const SHUT_DOWN: c_ulong = 0x8004_587d;

/// What is in the log stays there.
const NO_LOG_FLUSH: u32 = 2;

unsafe extern "C" {
    fn ioctl(file: c_int, request: c_ulong, ...) -> c_int;
}

/// Cuts the power of the file system that a folder stands in.
pub fn cut(folder: &File) -> io::Result<()> {
    let how = NO_LOG_FLUSH;
    // SAFETY: the descriptor is open, and the request reads one u32 and keeps no pointer to it.
    let code = unsafe { ioctl(folder.as_raw_fd(), SHUT_DOWN, &raw const how) };
    if code == 0 {
        Ok(())
    } else {
        Err(io::Error::last_os_error())
    }
}
