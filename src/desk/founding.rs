//! A committee founded with what it takes in: its file is built beside its place and put there when
//! it is whole, so that a kill at any moment leaves the whole committee or none.

use super::surroundings::{Clock, Ids, TimeOrderedIds, WallClock};
use super::{Desk, DeskError, holder};
use crate::domain::Command;
use crate::domain::ids::ActId;
use crate::domain::text::Line;
use crate::store::StoreError;
use crate::store::folder::{FolderError, Paths};
use crate::store::lock::{Holder, Lock};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::mem;
use std::path::{Path, PathBuf};

/// What a half-built file is called: no list of committees shows it.
const HALF_BUILT: &str = ".part";

/// What SQLite and the lock leave beside a file.
const BESIDE: [&str; 4] = ["", "-journal", ".lock", ".holder"];

impl Desk {
    /// Founds a committee in a new file and records acts in it, all of it or nothing.
    ///
    /// # Errors
    /// As [`Desk::found`] and [`Desk::execute_acts`]; [`DeskError::Lock`] while another copy does
    /// the same. There is no file at the path then.
    pub fn found_with(
        path: &Path,
        paths: &Paths,
        name: Line,
        clock: Box<dyn Clock>,
        ids: Box<dyn Ids>,
        acts: Vec<(ActId, Vec<Command>)>,
    ) -> Result<(), DeskError> {
        build(path, paths, &holder(clock.as_ref()), |part| {
            let mut desk = Self::found(part, paths, name, false, clock, ids)?;
            desk.execute_acts(acts).map(|_| ())
        })
    }

    /// Founds the sample in its own file and opens its desk. One that an earlier program founded by half is finished where
    /// it lies.
    ///
    /// # Errors
    /// As [`Desk::found_with`].
    pub fn found_sample(
        paths: &Paths,
        name: Line,
        clock: Box<dyn Clock>,
        ids: Box<dyn Ids>,
    ) -> Result<Self, DeskError> {
        let path = paths.sample();
        if path.exists() {
            return Self::found(&path, paths, name, true, clock, ids);
        }
        let (clock, ids) = build(&path, paths, &holder(clock.as_ref()), |part| {
            let mut desk = Self::found(part, paths, name, true, clock, ids)?;
            // The file gets another name, and this desk, which has it open under the old one, goes before.
            let clock = mem::replace(&mut desk.clock, Box::new(WallClock));
            let ids = mem::replace(desk.ids.get_mut(), Box::new(TimeOrderedIds));
            Ok((clock, ids))
        })?;
        Self::open(&path, paths, clock, ids)
    }
}

/// Builds a file beside its place and puts it there once nobody has it open.
fn build<T>(
    path: &Path,
    paths: &Paths,
    me: &Holder,
    founding: impl FnOnce(&Path) -> Result<T, DeskError>,
) -> Result<T, DeskError> {
    let _place = Lock::take(path, me).map_err(DeskError::Lock)?;
    if path.exists() {
        let path = path.to_owned();
        return Err(StoreError::Exists { path }.into());
    }
    let part = with_ending(path, HALF_BUILT);
    // What a kill left behind; whoever holds the place may clear it.
    sweep(&part);
    sweep_abandoned(paths, me);
    let built = founding(&part).and_then(|built| put(&part, path).map(|()| built));
    sweep(&part);
    built
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(ending);
    PathBuf::from(name)
}

/// Puts a file that nobody has open in its place, on the disk under its name when this returns.
fn put(part: &Path, path: &Path) -> Result<(), DeskError> {
    let failed = |source: io::Error| {
        DeskError::Folder(FolderError::Unwritable {
            path: path.to_owned(),
            source,
        })
    };
    File::open(part)
        .and_then(|file| file.sync_all())
        .and_then(|()| fs::rename(part, path))
        .map_err(failed)?;
    // The rename itself is a line of the folder; where a folder cannot be brought to the disk, the
    // system does it when it likes, and either way the file is whole.
    if let Some(folder) = path.parent() {
        let _later = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

fn sweep(part: &Path) {
    for ending in BESIDE {
        // What cannot be removed is in nobody's list, and the next founding tries again.
        let _left = fs::remove_file(with_ending(part, ending));
    }
}

/// Sweeps what killed foundings of other committees left: no later founding has their name.
fn sweep_abandoned(paths: &Paths, me: &Holder) {
    // A folder that cannot be listed takes no new file either, and that is said.
    let names = fs::read_dir(paths.committees()).into_iter().flatten();
    let places: BTreeSet<PathBuf> = names
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let name = path.file_name()?.to_str()?;
            let (place, _) = name.split_once(HALF_BUILT)?;
            Some(path.with_file_name(place))
        })
        .collect();
    for place in places {
        // Whoever founds there just now holds the place.
        let Ok(_place) = Lock::take(&place, me) else {
            continue;
        };
        sweep(&with_ending(&place, HALF_BUILT));
        // The sample's place is founded again by its name; all others were of one founding only.
        if place != paths.sample() && !place.exists() {
            let _left = fs::remove_file(with_ending(&place, ".lock"));
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::desk::surroundings::StoppedClock;
    use crate::domain::roster::{self, Standing, Village};
    use crate::store::lock::LockError;

    struct Place {
        folder: tempfile::TempDir,
        paths: Paths,
    }

    impl Place {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let paths = Paths::find(Some(folder.path().to_owned())).unwrap();
            paths.make().unwrap();
            Self { folder, paths }
        }

        fn path(&self) -> PathBuf {
            self.paths.committees().join("c.db")
        }

        fn clock() -> Box<dyn Clock> {
            let moment = "2026-11-23T09:00:00".parse().unwrap();
            Box::new(StoppedClock::at(moment).unwrap())
        }

        fn found(&self, acts: Vec<(ActId, Vec<Command>)>) -> Result<(), DeskError> {
            let name = Line::new("东集片区联合党委").unwrap();
            let ids = Box::new(TimeOrderedIds);
            Desk::found_with(&self.path(), &self.paths, name, Self::clock(), ids, acts)
        }

        /// Returns the names of everything in the committees' folder.
        fn names(&self) -> Vec<String> {
            let folder = self.folder.path().join("committees");
            let entries = fs::read_dir(folder).unwrap();
            let name = |entry: io::Result<fs::DirEntry>| {
                entry.unwrap().file_name().to_string_lossy().into_owned()
            };
            let mut names: Vec<String> = entries.map(name).collect();
            names.sort();
            names
        }
    }

    fn village(id: &str, name: &str) -> (ActId, Vec<Command>) {
        let village = Village {
            figures: Vec::new(),

            id: id.into(),
            name: Line::new(name).unwrap(),
            standing: Standing::Joined,
            position: 1,
            joined: None,
            left: None,
        };
        let put = Command::Roster(roster::Command::PutVillage(village));
        (ActId::from(id), vec![put])
    }

    #[test]
    fn a_committee_is_there_with_everything_or_not_at_all() {
        let place = Place::new();
        // The second act is refused: two villages of one name.
        let twice = vec![village("v1", "王楼村"), village("v2", "王楼村")];
        assert!(matches!(place.found(twice), Err(DeskError::Refused(_))));
        assert_eq!(place.names(), ["c.db.lock"]);
        place.found(vec![village("v1", "王楼村")]).unwrap();
        assert_eq!(place.names(), ["c.db", "c.db.lock"]);
        let ids = Box::new(TimeOrderedIds);
        let desk = Desk::open(&place.path(), &place.paths, Place::clock(), ids).unwrap();
        assert_eq!(desk.world().villages.len(), 1);
        drop(desk);
        Desk::verify(&place.path()).unwrap();
        assert!(matches!(
            place.found(Vec::new()),
            Err(DeskError::Store(StoreError::Exists { .. }))
        ));
    }

    #[test]
    fn what_a_kill_left_half_built_is_no_committee_and_in_nobodys_way() {
        let place = Place::new();
        // As it lies when the power goes between the founding and the acts.
        let part = with_ending(&place.path(), HALF_BUILT);
        let name = Line::new("只建了一半").unwrap();
        let ids = Box::new(TimeOrderedIds);
        let half = Desk::found(&part, &place.paths, name, false, Place::clock(), ids).unwrap();
        std::mem::forget(half);
        assert_eq!(place.paths.list().unwrap(), [] as [PathBuf; 0]);
        place.found(vec![village("v1", "王楼村")]).unwrap();
        assert_eq!(place.names(), ["c.db", "c.db.lock"]);
        Desk::verify(&place.path()).unwrap();
    }

    /// Nothing lies in the sample's place that is not whole, so that a kill at any moment leaves nothing there that would
    /// be refused the next time.
    #[test]
    fn the_sample_is_built_beside_its_place() {
        let place = Place::new();
        let path = place.paths.sample();
        let found = || {
            let name = Line::new("样例").unwrap();
            let ids = Box::new(TimeOrderedIds);
            Desk::found_sample(&place.paths, name, Place::clock(), ids)
        };
        // What a kill left: nothing was written yet.
        fs::write(with_ending(&path, ".part"), "").unwrap();
        fs::write(with_ending(&path, ".part-journal"), "half").unwrap();
        drop(found().unwrap());
        assert_eq!(place.names(), ["sample.db", "sample.db.lock"]);
        Desk::verify(&path).unwrap();
        fs::remove_file(&path).unwrap();
        // Where the one beside cannot be made, none is made in its place either.
        fs::create_dir_all(with_ending(&path, ".part").join("in the way")).unwrap();
        assert!(found().is_err());
        assert!(!path.exists());
        fs::remove_dir_all(with_ending(&path, ".part")).unwrap();
        let desk = found().unwrap();
        assert!(desk.world().committee.as_ref().unwrap().sample);
        assert!(desk.may_write());
    }

    #[test]
    fn what_killed_foundings_of_others_left_is_swept_unless_somebody_founds_there() {
        let place = Place::new();
        let folder = place.paths.committees();
        let me = |name: &str| holder(Place::clock().as_ref()).since + name;
        for name in [
            "d.db.part",
            "d.db.part-journal",
            "d.db.part.lock",
            "d.db.part.holder",
            "d.db.lock",
            "e.db.part",
            "e.db.part.holder",
        ] {
            fs::write(folder.join(name), me(name)).unwrap();
        }
        let busy = Lock::take(&folder.join("e.db"), &holder(Place::clock().as_ref())).unwrap();
        place.found(Vec::new()).unwrap();
        let of_e = ["e.db.holder", "e.db.lock", "e.db.part", "e.db.part.holder"];
        assert_eq!(place.names(), [&["c.db", "c.db.lock"], &of_e[..]].concat());
        drop(busy);
        fs::remove_file(place.path()).unwrap();
        place.found(Vec::new()).unwrap();
        assert_eq!(place.names(), ["c.db", "c.db.lock"]);
    }

    #[test]
    fn two_that_found_one_committee_do_not_meet() {
        let place = Place::new();
        let me = Holder {
            pid: 7,
            host: "办公室".into(),
            since: "2026-11-23T09:00:00+08:00".into(),
        };
        let held = Lock::take(&place.path(), &me).unwrap();
        assert!(matches!(
            place.found(Vec::new()),
            Err(DeskError::Lock(LockError::Held { .. }))
        ));
        drop(held);
        place.found(Vec::new()).unwrap();
    }
}
