//! Keys that nobody would press: of the table, of text, pasted, in bursts, between changes of size. No
//! screen breaks, no caret gets lost, no screen is starved, and at the end of every round the screen,
//! the rows and the journal agree. A long run by hand, which also watches the memory, is
//! `LIANXI_SOAK=1000000 cargo test --lib soak -- --nocapture`.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use super::action::{Scope, named, table};
use super::app::App;
use super::dispatch;
use super::frame;
use super::input::{Input, Key};
use super::screens::live::Panel;
use super::screens::live::options_tests::by_name;
use super::screens::{Screen, intake};
use super::snapshot::screen_text;
use super::stage::Stage;
use crate::desk::{Checking, Desk};
use crate::i18n::Language;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeMap;
use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

/// How many inputs a run takes, unless `LIANXI_SOAK` says how many.
const INPUTS: u64 = 16_000;

/// How many inputs a committee takes before the next one is begun, unless `LIANXI_SOAK_ROUND` says how
/// many: once everything is sealed, most keys are refused.
const ROUND: u64 = 1_000;

/// A screen that fewer than one input in so many reaches is starved.
const STARVED: u64 = 4_000;

/// So many rounds fill what is filled once; what grows after them leaks.
const WARM: usize = 4;

/// The seed of the first run, unless `LIANXI_SOAK_SEED` says which.
const SEED: u64 = 23;

/// Keys that move and fill in, which no table lists.
const KEYS: &str = "Up Down Left Right Home End PgUp PgDn Tab BackTab Enter Enter Esc Backspace Delete \
                    0 1 2 3 4 5 6 7 8 9 F1 F2 F3 F4 F5 F5 F6 F7 F8 F9 F10 F11 F12 Space";

const TEXTS: [&str; 8] = [
    "同意",
    "路灯",
    "2026-12-01",
    "９：３０",
    "a",
    "，。《》",
    "👩‍👩‍👧 e\u{301}\u{200b}",
    "12",
];

const SIZES: [(u16, u16); 8] = [
    (80, 24),
    (80, 24),
    (80, 24),
    (120, 40),
    (60, 16),
    (59, 15),
    (2, 2),
    (200, 60),
];

/// A generator of numbers that is the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.roll() % u64::try_from(most).unwrap()).unwrap()
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        of.get(self.below(of.len())).unwrap()
    }
}

fn from_environment(name: &str, otherwise: u64) -> u64 {
    env::var(name).map_or(otherwise, |text| text.parse().unwrap())
}

/// Chooses an input: a key of what can be done here, any key, or text.
fn input(dice: &mut Dice, app: &App, keys: &[Key]) -> Input {
    match dice.below(20) {
        0..=8 => {
            let scopes = app.scopes();
            let here: Vec<Key> = table()
                .filter(|action| scopes.contains(&action.scope))
                .flat_map(|action| action.keys.iter().copied())
                .collect();
            Input::Key(*dice.one(&here))
        }
        9..=15 => Input::Key(*dice.one(keys)),
        16 => Input::Paste((*dice.one(&TEXTS)).repeat(1 + dice.below(3))),
        17 => Input::Burst((*dice.one(&TEXTS)).to_owned()),
        18 => {
            let (width, height) = *dice.one(&SIZES);
            Input::Resize(width, height)
        }
        _ => {
            let text: Vec<char> = dice.one(&TEXTS).chars().collect();
            Input::Key(Key::char(*dice.one(&text)))
        }
    }
}

/// How many inputs were pressed in each scope.
#[derive(Default)]
struct Reached(BTreeMap<Scope, u64>);

impl Reached {
    fn count(&mut self, app: &App) {
        for scope in app.scopes() {
            *self.0.entry(scope).or_default() += 1;
        }
    }

    fn of(&self, scope: Scope) -> u64 {
        self.0.get(&scope).copied().unwrap_or_default()
    }
}

/// The way through the session of today that random keys find seldom: keys, or the words of a motion.
/// Every round begins somewhere on it, and its first keys are pressed there.
const WAY: [Stride; 9] = [
    Stride::Keys("F5 9 F5 F5"),
    Stride::Keys("a Down Down Down 1 F5"),
    Stride::Words("同意路灯方案。"),
    Stride::Keys("Tab Tab PgDn Enter"),
    Stride::Keys("j Home"),
    // Counted and ended, then opened again.
    Stride::Keys("F5 F5"),
    Stride::Keys("u u"),
    // Taken back, and voted secretly: the papers are counted once.
    Stride::Keys("u # Home F5"),
    Stride::Keys("1 2 Down Down 1 2 F5"),
];

/// So many strides are made before a round begins, in turn: through the follow-ups, at the open count,
/// at its end, in the count that was opened again, among papers, at the very start, and where one of
/// several is asked for by name.
const BEGINNINGS: [Beginning; 8] = [
    Beginning::On(1),
    Beginning::On(5),
    Beginning::On(6),
    Beginning::On(7),
    Beginning::On(1),
    Beginning::On(9),
    Beginning::Start,
    Beginning::AskedByName,
];

#[derive(Clone, Copy)]
enum Beginning {
    /// So many strides on the way.
    On(usize),
    /// While each is asked by name which of several they take.
    AskedByName,
    /// At the very start.
    Start,
}

enum Stride {
    Keys(&'static str),
    Words(&'static str),
}

/// Comes to the session of today and so many strides far in it.
fn come(stage: &mut Stage, strides: usize) {
    stage.press("1");
    let sessions = stage.desk().sessions(0, 9).unwrap();
    let session = sessions.iter().find(|it| it.ordinal == 3).unwrap();
    stage.app.go(Screen::live(session.id.clone()));
    stage.screen();
    for stride in WAY.iter().take(strides) {
        match stride {
            Stride::Keys(keys) => stage.press(keys),
            Stride::Words(words) => stage.type_text(words),
        }
    }
}

/// Goes somewhere, so that no screen is waited for by chance.
fn wander(dice: &mut Dice, app: &mut App) {
    app.overlay = None;
    app.lock = None;
    while app.can_go_back() && !matches!(app.top(), Screen::Home(_)) {
        app.back();
    }
    if app.desk.is_none() {
        run(app, "start.sample");
    }
    let sessions = app.desk.as_ref().unwrap().sessions(0, 20).unwrap();
    if sessions.is_empty() {
        // A committee that the keys founded and gave no session is left again.
        return run(app, "start.sample");
    }
    let session = dice.one(&sessions).id.clone();
    let way = match dice.below(28) {
        0 => "home.tasks",
        1 => "home.roster",
        2 => "home.sessions",
        3 => "global.history",
        4 => {
            app.go(Screen::Plan(super::screens::plan::State::new(session)));
            return;
        }
        5 => {
            run(app, "home.roster");
            "roster.list"
        }
        6 => {
            app.go(Screen::Plan(super::screens::plan::State::new(session)));
            "plan.text"
        }
        7 => {
            app.go(Screen::live(session));
            "live.record"
        }
        8 => {
            run(app, "home.roster");
            return intake::begin(app);
        }
        9 | 10 => {
            app.go(Screen::live(session));
            if let Some(state) = app.live_mut() {
                state.panel = *dice.one(&Panel::ALL);
            }
            return;
        }
        11 => return,
        12 => "home.rules",
        14 => "home.ledgers",
        15 => {
            run(app, "home.ledgers");
            "ledgers.report"
        }
        16 => {
            run(app, "home.ledgers");
            run(app, "ledgers.report");
            "report.lines"
        }
        13 | 26 => {
            run(app, "home.rules");
            "rules.try"
        }
        17 => "home.matters",
        18 | 19 => {
            run(app, "home.matters");
            "matters.open"
        }
        20 => "home.boards",
        21 => "home.paths",
        22 => {
            run(app, "home.paths");
            "paths.book"
        }
        24 | 25 => {
            run(app, "home.paths");
            run(app, "paths.enter");
            dice.one(&["path.form", "path.table"])
        }
        23 => {
            // Whoever leaves the committee stands at the very start again.
            app.go(Screen::start());
            return;
        }
        _ => {
            app.go(Screen::live(session));
            return;
        }
    };
    run(app, way);
}

fn run(app: &mut App, name: &str) {
    if let Some(action) = named(name) {
        app.run(action);
    }
}

fn soak(language: Language, seed: u64, inputs: u64, reached: &mut Reached) {
    let mut dice = Dice(seed);
    let keys: Vec<Key> = KEYS
        .split_whitespace()
        .map(|it| it.parse().unwrap())
        .collect();
    let beginnings = u64::try_from(BEGINNINGS.len()).unwrap();
    let beginning = usize::try_from(seed % beginnings).unwrap();
    let mut stage = match BEGINNINGS.get(beginning).copied().unwrap() {
        Beginning::AskedByName => by_name(language),
        Beginning::Start => Stage::new(language),
        Beginning::On(strides) => {
            let mut stage = Stage::new(language);
            come(&mut stage, strides);
            stage
        }
    };
    let (mut width, mut height) = (80, 24);
    for step in 0..inputs {
        if step % 150 == 149 {
            wander(&mut dice, &mut stage.app);
        }
        let input = input(&mut dice, &stage.app, &keys);
        if let Input::Resize(to_width, to_height) = input {
            (width, height) = (to_width, to_height);
        }
        dispatch::input(&mut stage.app, input);
        // A check of the file may end between two drawings, and the bar says so.
        let desk = stage.app.desk.as_mut();
        let checked = desk.is_none_or(|desk| desk.checking() != Checking::Running);
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let caret = frame::draw(&mut stage.app, area, &mut buf);
        assert_eq!(caret, caret.within(area), "step {step}: {width}x{height}");
        if checked && stage.app.overlay.is_some() {
            as_drawn_anew(&mut stage.app, &buf, step);
        }
        reached.count(&stage.app);
        stage.app.ended = false;
        if step % 50 == 0 {
            stage.app.rest();
        }
    }
    agree(&mut stage);
}

/// What lies below something is copied from where it was drawn before, and is what it would be now.
fn as_drawn_anew(app: &mut App, seen: &Buffer, step: u64) {
    app.screens.forget();
    let mut anew = Buffer::empty(seen.area);
    frame::draw(app, seen.area, &mut anew);
    let (seen, anew) = (screen_text(seen), screen_text(&anew));
    assert_eq!(seen, anew, "step {step}");
}

/// What the screen shows is what the rows hold is what the journal says.
fn agree(stage: &mut Stage) {
    wander(&mut Dice(0), &mut stage.app);
    stage.app.keep_unfinished();
    let path = stage.desk().path().to_owned();
    let shown = stage.app.desk.take().unwrap();
    Desk::verify(&path).unwrap();
    let seen = shown.world().clone();
    drop(shown);
    let opened = stage.app.office.open(&path).unwrap();
    assert_eq!(&seen, opened.world());
}

/// Returns how much memory this process has, in kB, where the system tells.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or_default()
}

#[test]
fn no_key_at_any_moment_breaks_a_screen_or_lets_screen_rows_and_journal_differ() {
    let inputs = from_environment("LIANXI_SOAK", INPUTS);
    let first = from_environment("LIANXI_SOAK_SEED", SEED);
    let round = from_environment("LIANXI_SOAK_ROUND", ROUND).min(inputs / 2);
    let mut reached = Reached::default();
    let mut memories = Vec::new();
    for seed in first..first + inputs / round {
        // A seed always has the same one, so that a round can be run again alone.
        let language = if seed % 2 == 1 {
            Language::Zh
        } else {
            Language::En
        };
        let begun = Instant::now();
        let run = catch_unwind(AssertUnwindSafe(|| {
            soak(language, seed, round, &mut reached);
        }));
        assert!(
            run.is_ok(),
            "again with LIANXI_SOAK_SEED={seed} LIANXI_SOAK={inputs} LIANXI_SOAK_ROUND={round}, in {language}"
        );
        memories.push(memory());
        println!(
            "seed {seed}, {language}: {round} inputs, {:.0} s, {} kB",
            begun.elapsed().as_secs_f64(),
            memory()
        );
    }
    for scope in Scope::ALL {
        let (have, word) = (reached.of(scope), format!("{scope:?}"));
        println!("{word:<16} {have:>9} inputs");
        assert!(have >= inputs / STARVED, "{scope:?} is starved: {have}");
    }
    // Other tests share the memory of a short run.
    if let (Some(warm), Some(last), true) = (
        memories.get(WARM),
        memories.last(),
        memories.len() > 3 * WARM,
    ) {
        assert!(
            last - warm.min(last) < warm / 4,
            "memory grows: {memories:?} kB"
        );
    }
}
