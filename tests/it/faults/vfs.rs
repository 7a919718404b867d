//! The one door between SQLite and a watched folder: a VFS around the system's own, in force for the
//! whole process. A file that is not watched is handed to the system's VFS as it is.
//!
//! SQLite calls back through raw pointers, so this file, and no other, is allowed `unsafe`.
#![allow(unsafe_code)]

use super::disk::{Answer, Kind, Op, Plan, watched};
use rusqlite::ffi::{
    SQLITE_CANTOPEN, SQLITE_FULL, SQLITE_IOERR_DELETE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE,
    SQLITE_IOERR_WRITE, SQLITE_OK, SQLITE_OPEN_CREATE, sqlite3_file, sqlite3_int64,
    sqlite3_io_methods, sqlite3_vfs, sqlite3_vfs_find, sqlite3_vfs_register,
};
use std::ffi::{CStr, OsStr, c_char, c_int, c_void};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::ptr::{addr_of_mut, null};
use std::sync::{Arc, Mutex, Once};

/// What stands before the system's own file in the memory SQLite gives for one.
#[repr(C, align(16))]
struct Watched {
    base: sqlite3_file,
    /// A leaked box, taken back when the file is closed.
    about: *mut About,
}

struct About {
    name: String,
    plan: Arc<Mutex<Plan>>,
}

/// Puts the VFS before the system's, once in a process.
pub fn register() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: the system's VFS lives for ever; ours is leaked and keeps its other methods, which
        // read their data from `pAppData` and get our pointer, a copy of theirs.
        unsafe {
            let system = sqlite3_vfs_find(null());
            let mut ours = *system;
            ours.szOsFile += c_int::try_from(size_of::<Watched>()).unwrap();
            ours.zName = c"told".as_ptr();
            ours.xOpen = Some(open);
            ours.xDelete = Some(delete);
            SYSTEM.set(system.cast::<()>() as usize).unwrap();
            let ours = Box::leak(Box::new(ours));
            assert_eq!(sqlite3_vfs_register(ours, 1), SQLITE_OK);
        }
    });
}

static SYSTEM: std::sync::OnceLock<usize> = std::sync::OnceLock::new();

fn system() -> *mut sqlite3_vfs {
    *SYSTEM.get().unwrap() as *mut sqlite3_vfs
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 1,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

fn path_of(name: *const c_char) -> PathBuf {
    // SAFETY: SQLite's names end in NUL and outlive the call.
    let bytes = unsafe { CStr::from_ptr(name) }.to_bytes();
    PathBuf::from(OsStr::from_bytes(bytes))
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

unsafe extern "C" fn open(
    _vfs: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let system = system();
    // SAFETY: the system's VFS has an `xOpen`; the memory SQLite gives has room for both files.
    unsafe {
        let open = (*system).xOpen.unwrap();
        let path = if name.is_null() {
            PathBuf::new()
        } else {
            path_of(name)
        };
        let Some(plan) = watched(&path) else {
            return open(system, name, file, flags, out);
        };
        let fresh = flags & SQLITE_OPEN_CREATE != 0 && !path.exists();
        if fresh && plan.lock().unwrap().step(Kind::Create) != Answer::Fine {
            (*file).pMethods = null();
            return SQLITE_CANTOPEN;
        }
        let ours = file.cast::<Watched>();
        let code = open(system, name, inner(file), flags, out);
        if code != SQLITE_OK {
            (*file).pMethods = null();
            return code;
        }
        let name = name_of(&path);
        if fresh {
            let mut plan = plan.lock().unwrap();
            plan.write_down(|| Op::Create { file: name.clone() });
        }
        (*ours).about = Box::into_raw(Box::new(About { name, plan }));
        (*ours).base.pMethods = &raw const METHODS;
        SQLITE_OK
    }
}

unsafe extern "C" fn delete(_vfs: *mut sqlite3_vfs, name: *const c_char, at_once: c_int) -> c_int {
    let system = system();
    let path = path_of(name);
    let plan = watched(&path);
    if let Some(plan) = &plan
        && plan.lock().unwrap().step(Kind::Delete) != Answer::Fine
    {
        return SQLITE_IOERR_DELETE;
    }
    // SAFETY: the system's VFS has an `xDelete` and gets the name as SQLite gave it.
    let code = unsafe { (*system).xDelete.unwrap()(system, name, at_once) };
    if let Some(plan) = plan.filter(|_| code == SQLITE_OK) {
        plan.lock().unwrap().write_down(|| Op::Delete {
            file: name_of(&path),
            at_once: at_once != 0,
        });
    }
    code
}

/// Returns the system's own file behind a watched one.
unsafe fn inner(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: `szOsFile` has room for both; the size of `Watched` keeps the alignment.
    unsafe { file.cast::<u8>().add(size_of::<Watched>()).cast() }
}

/// Calls a method of the system's own file.
macro_rules! system {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        // SAFETY: the file was opened by the system's VFS and has every method of version 1.
        unsafe {
            let inner = inner($file);
            ((*(*inner).pMethods).$method.unwrap())(inner $(, $argument)*)
        }
    }};
}

/// Returns what a watched file is.
unsafe fn about<'a>(file: *mut sqlite3_file) -> &'a About {
    // SAFETY: set when the file was opened, freed only when it is closed.
    unsafe { &*(*file.cast::<Watched>()).about }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    let code = system!(file, xClose);
    // SAFETY: the box leaked when the file was opened; SQLite closes a file once.
    unsafe {
        let slot = addr_of_mut!((*file.cast::<Watched>()).about);
        drop(Box::from_raw(*slot));
        (*file).pMethods = null();
    }
    code
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    bytes: *const c_void,
    length: c_int,
    at: sqlite3_int64,
) -> c_int {
    // SAFETY: a watched file.
    let about = unsafe { about(file) };
    let mut plan = about.plan.lock().unwrap();
    let (length, answer) = match plan.step(Kind::Write) {
        Answer::Fine => (length, SQLITE_OK),
        Answer::Full => (0, SQLITE_FULL),
        Answer::Short => (length / 2, SQLITE_IOERR_WRITE),
        Answer::Fails => (0, SQLITE_IOERR_WRITE),
    };
    if length > 0 {
        let code = system!(file, xWrite, bytes, length, at);
        if code != SQLITE_OK {
            return code;
        }
        plan.write_down(|| {
            let length = usize::try_from(length).unwrap();
            // SAFETY: SQLite gave at least this many bytes.
            let bytes = unsafe { std::slice::from_raw_parts(bytes.cast::<u8>(), length) };
            Op::Write {
                file: about.name.clone(),
                at: usize::try_from(at).unwrap(),
                bytes: bytes.to_vec(),
            }
        });
    }
    answer
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, to: sqlite3_int64) -> c_int {
    // SAFETY: a watched file.
    let about = unsafe { about(file) };
    let mut plan = about.plan.lock().unwrap();
    if plan.step(Kind::Cut) != Answer::Fine {
        return SQLITE_IOERR_TRUNCATE;
    }
    let code = system!(file, xTruncate, to);
    if code == SQLITE_OK {
        plan.write_down(|| Op::Cut {
            file: about.name.clone(),
            to: usize::try_from(to).unwrap(),
        });
    }
    code
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    // SAFETY: a watched file.
    let about = unsafe { about(file) };
    let mut plan = about.plan.lock().unwrap();
    if plan.deaf {
        return SQLITE_OK;
    }
    if plan.step(Kind::Sync) != Answer::Fine {
        return SQLITE_IOERR_FSYNC;
    }
    let code = system!(file, xSync, flags);
    if code == SQLITE_OK {
        plan.write_down(|| Op::Sync {
            file: about.name.clone(),
        });
    }
    code
}

unsafe extern "C" fn read(
    file: *mut sqlite3_file,
    to: *mut c_void,
    length: c_int,
    at: sqlite3_int64,
) -> c_int {
    system!(file, xRead, to, length, at)
}

unsafe extern "C" fn file_size(file: *mut sqlite3_file, size: *mut sqlite3_int64) -> c_int {
    system!(file, xFileSize, size)
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    system!(file, xLock, level)
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    system!(file, xUnlock, level)
}

unsafe extern "C" fn check_reserved_lock(file: *mut sqlite3_file, out: *mut c_int) -> c_int {
    system!(file, xCheckReservedLock, out)
}

unsafe extern "C" fn file_control(
    file: *mut sqlite3_file,
    op: c_int,
    argument: *mut c_void,
) -> c_int {
    system!(file, xFileControl, op, argument)
}

unsafe extern "C" fn sector_size(file: *mut sqlite3_file) -> c_int {
    system!(file, xSectorSize)
}

unsafe extern "C" fn device_characteristics(file: *mut sqlite3_file) -> c_int {
    system!(file, xDeviceCharacteristics)
}
