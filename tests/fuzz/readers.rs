// What is asked of every reader when it is given anything at all. Shared by the fuzz targets and by
// the replay of their corpus in `cargo test`.

use lianxi::desk::line::Act;
use lianxi::desk::place::{Place, Spot};
use lianxi::domain::board::{Masked, RestYear};
use lianxi::domain::ids::CommitteeId;
use lianxi::domain::roster::{self, Committee};
use lianxi::domain::rule::{preset, presets};
use lianxi::domain::text::{Line, Text, dangerous};
use lianxi::domain::{Command, World, apply, decide};
use lianxi::exchange::popolo;
use lianxi::exchange::roster as file;
use lianxi::exchange::rule_file;
use lianxi::i18n::{Language, rule_files};
use lianxi::settings::Settings;
use lianxi::store::encrypted::{Passphrase, decrypt};
use lianxi::store::lock::Holder;
use lianxi::store::salvage::prove;
use lianxi::store::witness::Witness;
use lianxi::store::{Hash, Header};
use lianxi::tui::input::{Gather, Key};
use lianxi::tui::terminal::{Decoder, Heard};
use lianxi::tui::widgets::form::Typed;
use std::time::Instant;

/// A reader by its name, the same as of its corpus.
pub type Reader = (&'static str, fn(&[u8]));

/// Every reader of bytes from outside.
pub const READERS: [Reader; 13] = [
    ("roster", roster),
    ("popolo", popolo),
    ("key", key),
    ("journal", journal),
    ("settings", settings),
    ("encrypted", encrypted),
    ("rules", rules),
    ("salvage", salvage),
    ("terminal", terminal),
    ("draft", draft),
    ("beside", beside),
    ("mask", mask),
    ("rest", rest),
];

fn founded() -> World {
    let mut world = World::default();
    let committee = Committee {
        id: CommitteeId::from("c1"),
        name: Line::new("东山片区").expect("a name"),
        sample: false,
        own_rules: None,
        rules_before: Vec::new(),
        boards: Default::default(),
    };
    run(
        &mut world,
        &Command::Roster(roster::Command::Found(committee)),
    );
    world
}

fn run(world: &mut World, command: &Command) {
    for event in decide(world, command).expect("what a reader asks for is taken") {
        apply(world, &event);
    }
}

/// A roster that is taken is carried out by the rules, and says nothing new a second time.
pub fn roster(bytes: &[u8]) {
    let mut world = founded();
    let day = "2026-11-23".parse().expect("a day");
    let mut count = 0;
    let mut new_id = || {
        count += 1;
        format!("id-{count}")
    };
    let Ok(intake) = file::read(bytes, &world, day, &mut new_id) else {
        return;
    };
    for command in &intake.commands {
        run(&mut world, command);
    }
    if let Ok(again) = file::read(bytes, &world, day, &mut new_id) {
        assert!(
            again.commands.is_empty(),
            "not settled: {:?}",
            again.commands
        );
    }
}

/// A document that is taken can be counted under every rule.
pub fn popolo(bytes: &[u8]) {
    let Ok(reading) = popolo::parse(bytes) else {
        return;
    };
    for event in reading.document.vote_events.iter().flatten() {
        for rule in presets() {
            let _counted = popolo::compare::recount(rule, event);
        }
    }
}

/// A key that is read is written as it reads.
pub fn key(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(key) = text.parse::<Key>() {
        let _folded = key.folded();
        let written = key.to_string();
        assert_eq!(written.parse::<Key>(), Ok(key), "{written:?}");
    }
}

/// A line that is read is replayed without harm, and written as it was meant.
pub fn journal(bytes: &[u8]) {
    let _header = Header::from_line(bytes);
    let Ok(act) = Act::read(bytes) else {
        return;
    };
    let mut world = founded();
    for event in &act.events {
        apply(&mut world, event);
    }
    let _roots = act.roots();
    let written = act.write().expect("what was read can be written");
    assert_eq!(Act::read(written.as_bytes()).expect("a line"), act);
}

/// Settings that are read say one thing.
pub fn settings(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Ok(settings) = Settings::parse(text)
    {
        let _language = settings.language();
    }
}

/// An encrypted backup that opens holds what was locked with that passphrase, to the byte, and no file
/// makes anybody wait.
pub fn encrypted(bytes: &[u8]) {
    let mut content = Vec::new();
    let mut from = bytes;
    if decrypt(&mut from, &mut content, &Passphrase::given("of the corpus")).is_ok() {
        let (first, rest) = content.split_at(16);
        assert_eq!(first, b"SQLite format 3\0");
        assert!(rest.iter().all(|byte| *byte == b'x'), "forged");
    }
}

/// Rules that are taken are written as they were read, and each fault has a sentence.
pub fn rules(bytes: &[u8]) {
    let read = |bytes: &[u8]| rule_file::read(bytes, |id| preset(id.as_str()));
    match read(bytes) {
        Ok(reading) => {
            let written = rule_file::write(&reading.rules);
            let again = read(written.as_bytes()).expect("what was written can be read");
            assert_eq!(again.rules, reading.rules, "{written}");
        }
        Err(faults) => {
            for language in Language::ALL {
                for fault in &faults {
                    assert!(!rule_files::fault(language, fault).chars().any(dangerous));
                }
            }
        }
    }
}

/// What is brought out of a damaged file stands in order, hangs together, and is no more than there was.
pub fn salvage(bytes: &[u8]) {
    let salvage = prove(&[bytes]);
    let mut before = salvage.begin.as_ref().map(|line| line.hash);
    for line in &salvage.whole {
        let follows = before.map(|hash: Hash| hash.then(&line.bytes));
        assert_eq!(follows, Some(line.hash), "line {}", line.seq);
        before = Some(line.hash);
    }
    let seqs: Vec<u64> = salvage.acts().map(|line| line.seq).collect();
    assert!(seqs.is_sorted_by(|one, next| one < next), "{seqs:?}");
    let held: usize = salvage.acts().map(|line| line.bytes.len()).sum();
    assert!(held <= 8 * bytes.len(), "{held} out of {}", bytes.len());
    for line in salvage.acts() {
        journal(&line.bytes);
    }
}

/// However the bytes of a terminal are cut on their way, the same is heard, and a silence ends all of it.
pub fn terminal(bytes: &[u8]) {
    // A longer beginning of nothing is thrown away, wherever it is cut by then.
    let bytes = bytes.get(..4096).unwrap_or(bytes);
    let heard = |piece: usize| {
        let mut decoder = Decoder::default();
        let mut heard: Vec<Heard> = Vec::new();
        for piece in bytes.chunks(piece) {
            decoder.push(piece, &mut heard);
        }
        decoder.give_up(&mut heard);
        assert_eq!(decoder.patience(), None);
        heard
    };
    let whole = heard(bytes.len().max(1));
    for piece in [1, 2, 3, 7] {
        assert_eq!(heard(piece), whole, "in pieces of {piece}");
    }
    let events = whole.into_iter().filter_map(|heard| match heard {
        Heard::Event(event) => Some((Instant::now(), event)),
        Heard::Cursor { .. } => None,
    });
    let _inputs = Gather::default().push(&events.collect::<Vec<_>>());
}

/// A draft and the place it belongs to are stored again as they were read.
pub fn draft(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    assert_eq!(Place::read(text).text(), text);
    assert_eq!(Spot::read(text).text(), text);
    if let Some(typed) = Typed::read(text) {
        assert!(typed.characters() <= text.len());
        assert_eq!(Typed::read(&typed.text()), Some(typed));
    }
}

/// What another program wrote beside the file is taken whole and clean, or not at all.
pub fn beside(bytes: &[u8]) {
    let _head = Witness::read(bytes);
    if let Some(holder) = Holder::read(bytes) {
        assert!(
            ![&holder.host, &holder.since]
                .iter()
                .any(|text| text.chars().any(dangerous))
        );
    }
}

/// A text for a board: masking it once more changes nothing.
pub fn mask(bytes: &[u8]) {
    let raw = String::from_utf8_lossy(bytes);
    let Ok(text) = Text::new(&raw) else { return };
    let once = Masked::text(&text);
    let again = Text::new(once.as_str()).map(|text| Masked::text(&text));
    assert_eq!(again.as_ref(), Ok(&once));
}

/// The days off of a year as they are typed: none is of another year, and written they are read again.
pub fn rest(bytes: &[u8]) {
    let raw = String::from_utf8_lossy(bytes);
    for year in [2024, 2026] {
        let Ok(days) = RestYear::read(year, &raw) else {
            continue;
        };
        assert!(
            days.iter()
                .all(|day| day.to_string().starts_with(&format!("{year}-")))
        );
        assert_eq!(RestYear::read(year, &RestYear::write(&days)), Ok(days));
    }
}
