#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;
use std::fs;

/// As cheap as a try can be, so that many can be made.
const CHEAP: u8 = 1;

const KEY: &str = "three villages, one hall";

/// More than is carried at a time, and not a whole number of it.
fn content(len: usize) -> Vec<u8> {
    let mut bytes = DATABASE.to_vec();
    bytes.extend((0..len).map(|at| u8::try_from(at % 251).unwrap()));
    bytes
}

fn locked(content: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    encrypt_at(
        CHEAP,
        &mut &content[..],
        &mut bytes,
        &Passphrase::given(KEY),
    )
    .unwrap();
    bytes
}

fn opened_with(bytes: &[u8], key: &str) -> Result<Vec<u8>, EncryptedFault> {
    let mut out = Vec::new();
    decrypt(&mut &bytes[..], &mut out, &Passphrase::given(key))?;
    Ok(out)
}

fn opened(bytes: &[u8]) -> Result<Vec<u8>, EncryptedFault> {
    opened_with(bytes, KEY)
}

#[test]
fn what_is_locked_opens_with_its_passphrase_alone_and_shows_nothing_of_itself() {
    for len in [0, 1, 500, PIECE - 16, PIECE, 3 * PIECE + 7] {
        let plain = content(len);
        let bytes = locked(&plain);
        assert_eq!(opened(&bytes).unwrap(), plain, "{len}");
        assert!(!bytes.windows(8).any(|part| part == &DATABASE[..8]));
        let wrong = opened_with(&bytes, "three villages, two halls");
        assert!(matches!(wrong, Err(EncryptedFault::Wrong)), "{wrong:?}");
    }
    // Two of the same look different.
    assert_ne!(locked(&content(9)), locked(&content(9)));
    // What is written for people costs what it should.
    let mut dear = Vec::new();
    encrypt(&mut &content(9)[..], &mut dear, &Passphrase::given(KEY)).unwrap();
    let header = String::from_utf8_lossy(&dear[..120]).into_owned();
    assert!(header.contains(&format!(" {COST}\n")), "{header}");
    assert_eq!(opened(&dear).unwrap(), content(9));
}

#[test]
fn a_passphrase_is_the_same_however_it_was_typed_and_is_never_shown() {
    let bytes = locked(&content(5));
    assert!(opened_with(&bytes, "ｔｈｒｅｅ　ｖｉｌｌａｇｅｓ， ｏｎｅ ｈａｌｌ").is_ok());
    assert!(Passphrase::chosen("七个字也不够吧").is_err());
    assert!(Passphrase::chosen("       7").is_err());
    let chosen = Passphrase::chosen("八个字就够了，是").unwrap();
    assert!(!format!("{chosen:?}").contains('八'));
}

#[test]
fn what_is_cut_short_anywhere_is_told() {
    let bytes = locked(&content(PIECE + 100));
    let header = bytes.windows(4).position(|part| part == b"--- ").unwrap();
    let cuts = (0..header + 100).chain([
        // Where a piece ends, the next one is missing whole.
        bytes.len() - 116 - 16,
        bytes.len() - 100,
        bytes.len() - 16,
        bytes.len() - 1,
    ]);
    for cut in cuts {
        let fault = opened(&bytes[..cut]).unwrap_err();
        assert!(matches!(fault, EncryptedFault::Altered), "{cut}: {fault:?}");
    }
    let mut more = bytes;
    more.push(0);
    assert!(matches!(opened(&more), Err(EncryptedFault::Altered)));
}

#[test]
fn whatever_single_bit_is_changed_it_is_told() {
    let bytes = locked(&content(300));
    for at in 0..bytes.len() {
        let mut bent = bytes.clone();
        bent[at] ^= 1 << (at % 8);
        assert!(opened(&bent).is_err(), "byte {at}");
    }
    // In the content it is damage, not a wrong passphrase.
    let mut bent = bytes;
    let last = bent.len() - 1;
    bent[last] ^= 1;
    assert!(matches!(opened(&bent), Err(EncryptedFault::Altered)));
}

/// Counts what is asked of it, and never ends.
struct Endless {
    begun: Vec<u8>,
    given: usize,
}

impl Read for Endless {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        for byte in to.iter_mut() {
            *byte = self.begun.get(self.given).copied().unwrap_or(b'A');
            self.given += 1;
        }
        Ok(to.len())
    }
}

#[test]
fn a_header_without_an_end_is_given_up_at_once() {
    for line in [
        "",
        "-> ",
        "-> scrypt ",
        "-> X25519 a\nAAAA\n",
        "--- ",
        "--- \n",
    ] {
        let begun = [MAGIC, line.as_bytes()].concat();
        let mut endless = Endless { begun, given: 0 };
        let fault = decrypt(&mut endless, &mut io::sink(), &Passphrase::given(KEY)).unwrap_err();
        assert!(matches!(fault, EncryptedFault::Altered), "{line}: {fault}");
        // The last one has an end, and is read as far as one block.
        assert!(endless.given <= 1 << 16, "{line}: {}", endless.given);
    }
}

/// Gives a file another price.
fn priced(bytes: &[u8], price: &str) -> Vec<u8> {
    let at = bytes.windows(3).position(|part| part == b" 1\n").unwrap() + 1;
    [&bytes[..at], price.as_bytes(), &bytes[at + 1..]].concat()
}

#[test]
fn a_file_that_asks_for_much_work_gets_none() {
    let bytes = locked(&content(9));
    // The control: the price is where it is changed.
    assert!(matches!(
        opened(&priced(&bytes, "2")),
        Err(EncryptedFault::Wrong)
    ));
    for price in ["19", "20", "30", "63", "64", "255"] {
        // Any work at all for the last ones would take longer than anybody waits.
        let fault = opened(&priced(&bytes, price)).unwrap_err();
        let EncryptedFault::Dear { have } = fault else {
            panic!("{price}: {fault:?}");
        };
        assert_eq!(have.to_string(), price);
    }
    for price in ["0", "01", "", "-1", "256", "99999999999999999999"] {
        assert!(opened(&priced(&bytes, price)).is_err(), "{price}");
    }
}

#[test]
fn what_opens_otherwise_or_holds_something_else_is_said_to() {
    let key = age::x25519::Identity::generate().to_public();
    let mut of_keys = Vec::new();
    let encryptor = Encryptor::with_recipients(iter::once(&key as &dyn age::Recipient)).unwrap();
    let mut to = encryptor.wrap_output(&mut of_keys).unwrap();
    to.write_all(&content(5)).unwrap();
    to.finish().unwrap();
    let fault = opened(&of_keys).unwrap_err();
    assert!(matches!(fault, EncryptedFault::NoPassphrase), "{fault:?}");
    for other in [&b""[..], b"SQLite", b"a letter to somebody else"] {
        let mut out = Vec::new();
        let fault = decrypt(&mut &locked(other)[..], &mut out, &Passphrase::given(KEY));
        assert!(matches!(fault, Err(EncryptedFault::Foreign)), "{fault:?}");
        assert!(out.is_empty());
    }
}

/// A folder with a backup in it and a place to unpack to.
fn ground() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("20261123-a.db.age");
    fs::write(&backup, locked(&content(9))).unwrap();
    let place = folder.path().join("unpacked");
    (folder, backup, place)
}

fn files(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, Iterator::count)
}

#[test]
fn what_is_unpacked_is_its_owners_and_goes() {
    let (_folder, backup, place) = ground();
    let key = Passphrase::given(KEY);
    let one = Unpacked::of(&backup, &place, &key).unwrap();
    let other = Unpacked::of(&backup, &place, &key).unwrap();
    assert_ne!(one.path(), other.path());
    assert_eq!(one.path().file_stem().unwrap(), "20261123-a");
    for unpacked in [&one, &other] {
        assert_eq!(fs::read(unpacked.path()).unwrap(), content(9));
        assert!(!folder::is_open_to_others(unpacked.path()));
    }
    assert!(!folder::is_open_to_others(&place));
    drop((one, other));
    assert_eq!(files(&place), 0);
    // What a kill left is swept, and what is looked into just now is not.
    let living = Unpacked::of(&backup, &place, &key).unwrap();
    assert_eq!(unpacked_now(&place), [true]);
    fs::write(place.join("dead.unproved"), content(9)).unwrap();
    let mut seen = unpacked_now(&place);
    seen.sort_unstable();
    assert_eq!(seen, [false, true]);
    sweep_unpacked(&place);
    assert_eq!(unpacked_now(&place), [true]);
    assert!(!place.join("dead.unproved").exists());
    assert_eq!(fs::read(living.path()).unwrap(), content(9));
    drop(living);
    assert_eq!(files(&place), 0);
    assert!(unpacked_now(&place).is_empty() && unpacked_now(&place.join("none")).is_empty());
}

#[test]
fn of_what_does_not_open_nothing_is_left() {
    let (folder, backup, place) = ground();
    let wrong = Unpacked::of(&backup, &place, &Passphrase::given("another one"));
    assert!(matches!(wrong, Err(EncryptedFault::Wrong)), "{wrong:?}");
    let mut bent = locked(&content(2 * PIECE));
    bent.pop();
    fs::write(&backup, &bent).unwrap();
    let key = Passphrase::given(KEY);
    let altered = Unpacked::of(&backup, &place, &key);
    assert!(
        matches!(altered, Err(EncryptedFault::Altered)),
        "{altered:?}"
    );
    // A file with a hole as large as a disk.
    let huge = folder.path().join("huge.db.age");
    fs::File::create(&huge)
        .unwrap()
        .set_len(LARGEST + 1)
        .unwrap();
    let huge = Unpacked::of(&huge, &place, &key);
    assert!(matches!(huge, Err(EncryptedFault::TooLarge)), "{huge:?}");
    assert_eq!(files(&place), 0);
    fs::write(place.with_extension("file"), "").unwrap();
    let shut = Unpacked::of(&backup, &place.with_extension("file"), &key);
    assert!(matches!(shut, Err(EncryptedFault::Folder(_))), "{shut:?}");
}

#[test]
fn an_encrypted_backup_is_known_by_how_it_begins_and_by_its_name() {
    let (folder, backup, _) = ground();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    assert!(is_encrypted(&backup));
    assert!(is_encrypted(&write("renamed.db", &locked(&content(9)))));
    assert!(is_encrypted(&write("bent.db.age", b"bent")));
    assert!(!is_encrypted(&write("a.db", &content(9))));
    assert!(!is_encrypted(&write("short", &MAGIC[..9])));
    assert!(!is_encrypted(&folder.path().join("nowhere.age")));
    assert_eq!(
        encrypted_name(OsStr::new("三河.db")),
        PathBuf::from("三河.db.age")
    );
}
