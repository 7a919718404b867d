//! Keys that nobody would press: of the table, of text, pasted, in bursts, between changes of size. No
//! screen breaks, no caret gets lost, and at the end the screen, the rows and the journal agree.

#![allow(clippy::unwrap_used)]

use super::action::{Scope, named, table};
use super::app::App;
use super::dispatch;
use super::frame;
use super::input::{Input, Key};
use super::screens::Screen;
use super::stage::Stage;
use crate::desk::Desk;
use crate::i18n::Language;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeSet;
use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How many inputs a run takes, unless `LIANXI_SOAK` says how many.
const INPUTS: u64 = 8_000;

/// The seed of the first run, unless `LIANXI_SOAK_SEED` says which.
const SEED: u64 = 3;

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

/// Comes to the session of today, where it goes through the follow-ups, and to a vote by hands: what
/// random keys find seldom.
fn stage_a_vote(stage: &mut Stage) -> BTreeSet<Scope> {
    let sessions = stage.desk().sessions(0, 9).unwrap();
    let session = sessions.iter().find(|it| it.ordinal == 3).unwrap();
    stage.app.go(Screen::live(session.id.clone()));
    stage.screen();
    let mut seen = BTreeSet::new();
    let mut press = |stage: &mut Stage, keys| {
        stage.press(keys);
        seen.extend(stage.app.scopes());
    };
    press(stage, "F5 9 F5 F5");
    press(stage, "a Down Down Down 1 F5");
    stage.type_text("同意路灯方案。");
    press(stage, "Tab Tab PgDn Enter");
    press(stage, "j Home");
    // Counted and ended, then opened again: what follows is pressed into the open count.
    press(stage, "F5 F5");
    press(stage, "u u");
    seen
}

/// Goes somewhere, so that no screen is waited for by chance.
fn wander(dice: &mut Dice, app: &mut App) {
    app.overlay = None;
    while app.can_go_back() && !matches!(app.top(), Screen::Home(_)) {
        app.back();
    }
    if app.desk.is_none() {
        let sample = app.office.paths.sample();
        app.enter(&sample);
    }
    let sessions = app.desk.as_ref().unwrap().sessions(0, 20).unwrap();
    let session = dice.one(&sessions).id.clone();
    let way = match dice.below(12) {
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
        8 => return,
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

fn soak(language: Language, seed: u64, inputs: u64) -> BTreeSet<Scope> {
    let mut dice = Dice(seed);
    let keys: Vec<Key> = KEYS
        .split_whitespace()
        .map(|it| it.parse().unwrap())
        .collect();
    let mut stage = Stage::new(language);
    stage.press("1");
    let (mut width, mut height) = (80, 24);
    let mut seen = stage_a_vote(&mut stage);
    for step in 0..inputs {
        if step % 150 == 149 {
            wander(&mut dice, &mut stage.app);
        }
        let input = input(&mut dice, &stage.app, &keys);
        if let Input::Resize(to_width, to_height) = input {
            (width, height) = (to_width, to_height);
        }
        dispatch::input(&mut stage.app, input);
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let caret = frame::draw(&mut stage.app, area, &mut buf);
        assert_eq!(caret, caret.within(area), "step {step}: {width}x{height}");
        seen.extend(stage.app.scopes());
        stage.app.ended = false;
        if step % 50 == 0 {
            stage.app.rest();
        }
    }
    agree(&mut stage);
    seen
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

#[test]
fn no_key_at_any_moment_breaks_a_screen_or_lets_screen_rows_and_journal_differ() {
    let inputs = from_environment("LIANXI_SOAK", INPUTS);
    let first = from_environment("LIANXI_SOAK_SEED", SEED);
    let mut seen = BTreeSet::new();
    for (seed, language) in (first..).zip(Language::ALL) {
        let run = catch_unwind(AssertUnwindSafe(|| soak(language, seed, inputs / 2)));
        let Ok(scopes) = run else {
            panic!("again with LIANXI_SOAK_SEED={seed} LIANXI_SOAK={inputs}, in {language}");
        };
        seen.extend(scopes);
    }
    let missed: Vec<_> = Scope::ALL.iter().filter(|it| !seen.contains(it)).collect();
    assert!(missed.is_empty(), "never on {missed:?}");
}
