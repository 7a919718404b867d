//! README against the code: the key table, the picture of the live screen, the columns of a roster.
//!
//! With `LIANXI_UPDATE_README=1` the blocks are written anew; without it they are compared.

use crate::house::source::{read, root};
use lianxi::desk::surroundings::{CountedIds, StoppedClock};
use lianxi::desk::{Checking, Desk};
use lianxi::domain::dates::Minute;
use lianxi::domain::ids::SessionId;
use lianxi::domain::session::agenda::{ItemKind, ItemState};
use lianxi::domain::session::{SessionState, agenda};
use lianxi::domain::text::Text;
use lianxi::domain::vote::{Choice, Effect, Motion, Wording};
use lianxi::domain::{Command, session, vote};
use lianxi::exchange::roster::{Column, Wording as Heading};
use lianxi::i18n::Language;
use lianxi::office::Office;
use lianxi::sample;
use lianxi::settings::Settings;
use lianxi::store::folder::Paths;
use lianxi::tui::action::{Scope, table};
use lianxi::tui::app::App;
use lianxi::tui::screens::{Screen, scope_name};
use lianxi::tui::{frame, snapshot};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt::Write as _;
use tempfile::TempDir;

const MORNING: &str = "2026-11-23T09:37:00";

/// Puts a block in its place between its two marks.
fn with_block(text: &str, name: &str, block: &str) -> String {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = text
        .split_once(&begin)
        .unwrap_or_else(|| panic!("README has no {name}"));
    let (_, after) = rest
        .split_once(&end)
        .unwrap_or_else(|| panic!("{name} has no end"));
    format!("{before}{begin}{block}{end}{after}")
}

#[test]
fn readme_is_as_the_code_is() {
    let now = read("README.md");
    let mut due = now.clone();
    for (name, language) in [("zh", Language::Zh), ("en", Language::En)] {
        due = with_block(&due, &format!("keys:{name}"), &keys(language));
        let picture = format!("```text\n{}```\n", picture(language));
        due = with_block(&due, &format!("screen:{name}"), &picture);
    }
    if std::env::var_os("LIANXI_UPDATE_README").is_some() {
        std::fs::write(root().join("README.md"), &due).unwrap();
    } else if now != due {
        let differs = now.lines().zip(due.lines()).find(|(now, due)| now != due);
        panic!("run the tests with LIANXI_UPDATE_README=1; first difference: {differs:?}");
    }
}

#[test]
fn readme_names_every_column_of_a_roster() {
    let readme = read("README.md");
    for column in Column::ALL {
        let (zh, en) = (
            column.heading(Heading::Chinese),
            column.heading(Heading::English),
        );
        assert!(
            readme.contains(&format!("| `{zh}` | `{en}` |")),
            "{zh} {en}"
        );
    }
}

/// Writes the key table, a part for each scope.
fn keys(language: Language) -> String {
    let (key, label, hint, menu) = match language {
        Language::Zh => ("键", "名称", "作用", "F1 菜单"),
        Language::En => ("Key", "Name", "What it does", "F1 menu"),
    };
    let mut out = String::new();
    for scope in Scope::ALL {
        let rows: Vec<_> = table().filter(|action| action.scope == scope).collect();
        if rows.is_empty() {
            continue;
        }
        let name = scope_name(language, scope);
        write!(
            out,
            "\n**{name}**\n\n| {key} | {label} | {hint} |\n|---|---|---|\n"
        )
        .unwrap();
        for action in rows {
            let keys: Vec<String> = action.keys.iter().map(|key| format!("`{key}`")).collect();
            let keys = if keys.is_empty() {
                menu.to_owned()
            } else {
                keys.join(" ")
            };
            let line = [
                keys.as_str(),
                (action.label)(language),
                (action.hint)(language),
            ]
            .map(|cell| cell.replace('|', "\\|"))
            .join(" | ");
            writeln!(out, "| {line} |").unwrap();
        }
    }
    out.push('\n');
    out
}

/// Draws the live screen of the sample's session in the middle of a vote, as 80 by 24 cells.
fn picture(language: Language) -> String {
    let (mut app, _, _folder) = at_the_vote(language);
    drawn(&mut app, (80, 24))
}

/// Draws the program at a size.
pub fn drawn(app: &mut App, (width, height): (u16, u16)) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    frame::draw(app, area, &mut buf);
    snapshot::screen_text(&buf)
}

/// Opens the sample's session of today in the middle of a vote.
pub fn at_the_vote(language: Language) -> (App, SessionId, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let paths = Paths::find(Some(folder.path().to_owned())).unwrap();
    let clock = || Box::new(StoppedClock::at(MORNING.parse().unwrap()).unwrap());
    let mut desk = sample::found(&paths, clock(), Box::new(CountedIds::after(0))).unwrap();
    wait(&mut desk);
    let session = to_the_vote(&mut desk);
    let mut app = App::new(Office {
        paths,
        settings: Settings::default(),
        language,
        no_color: true,
        stopped: Some(MORNING.parse().unwrap()),
        only: None,
    });
    app.enter_desk(desk);
    app.go(Screen::live(session.clone()));
    (app, session, folder)
}

fn wait(desk: &mut Desk) {
    while matches!(desk.checking(), Checking::Running) {
        std::thread::yield_now();
    }
}

fn to_the_vote(desk: &mut Desk) -> SessionId {
    let planned = desk
        .world()
        .sessions
        .values()
        .find(|session| session.state == SessionState::Planned)
        .unwrap();
    let (id, day) = (planned.id.clone(), planned.date);
    let at = |clock: &str| Minute::typed(clock, day).unwrap();
    let item = desk
        .world()
        .agenda(&id)
        .find(|item| matches!(item.kind, ItemKind::Decision { .. }))
        .unwrap()
        .clone();
    let mut steps: Vec<Command> = [
        session::Command::CallRoll(id.clone()),
        session::Command::AllPresent {
            id: id.clone(),
            at: at("8:52"),
        },
        session::Command::Open {
            id: id.clone(),
            at: at("9:00"),
        },
    ]
    .map(Command::Session)
    .to_vec();
    steps.extend(before(desk, &item, &at).map(Command::Agenda));
    steps.push(Command::Agenda(agenda::Command::Start {
        item: item.id.clone(),
        at: at("9:21"),
    }));
    let motion = Motion {
        villages: item.villages.clone(),
        effect: Effect::Proposes,
        ..Motion::draft(
            "motion-4".into(),
            id.clone(),
            item.id.clone(),
            vec![Wording {
                at: at("9:34"),
                text: Text::new("同意在两村之间的跨村道路装路灯三十六盏，电费按灯数分摊。")
                    .unwrap(),
                turn: None,
            }],
        )
    };
    let of = motion.id.clone();
    steps.push(Command::Vote(vote::Command::Draft(motion)));
    steps.push(Command::Vote(vote::Command::Open {
        motion: of.clone(),
        at: at("9:36"),
    }));
    for step in steps {
        let _recorded = desk.execute(&[step]).unwrap();
    }
    let voters = desk
        .world()
        .motion(&of)
        .unwrap()
        .ballot()
        .unwrap()
        .voters
        .clone();
    let choices = [
        Choice::For,
        Choice::For,
        Choice::Against,
        Choice::For,
        Choice::Abstain,
    ];
    for (voter, choice) in voters.iter().zip(choices) {
        let take = vote::Command::Take {
            motion: of.clone(),
            person: voter.person.clone(),
            choice,
        };
        let _recorded = desk.execute(&[Command::Vote(take)]).unwrap();
    }
    id
}

/// Returns the commands that deal with the items before one.
fn before(
    desk: &Desk,
    item: &agenda::Item,
    at: &impl Fn(&str) -> Minute,
) -> impl Iterator<Item = agenda::Command> {
    let ids: Vec<_> = desk
        .world()
        .agenda(&item.session)
        .filter(|other| other.position < item.position)
        .map(|other| other.id.clone())
        .collect();
    let (start, end) = (at("9:01"), at("9:20"));
    ids.into_iter().flat_map(move |item| {
        let settled = agenda::Command::Settle {
            item: item.clone(),
            state: ItemState::Done,
            at: end,
        };
        [agenda::Command::Start { item, at: start }, settled]
    })
}
