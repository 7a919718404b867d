//! The rows of the table: one matter.

use super::{State, Way};
use crate::desk::Desk;
use crate::desk::place::{OfBoard, OfMatter};
use crate::domain::board::calendar::decided;
use crate::domain::ids::{ItemId, LedgerId, MotionId, PostingId, SessionId, TaskId};
use crate::domain::matter::lacking::lacking;
use crate::domain::matter::life::is_of;
use crate::domain::matter::{Became, Matter, MatterState, Refused};
use crate::domain::register::fed;
use crate::domain::{Command, Refusal, board};
use crate::i18n::{matter_lacking, matter_list as words, matter_opinion, matters};
use crate::papers::record::Subject;
use crate::papers::{Block, markdown, matter, plain};
use crate::tui::action::{Action, Danger, Does, Scope, Why, may_record, row};
use crate::tui::app::App;
use crate::tui::input::{Code, Key};
use crate::tui::reading::{self, Part};
use crate::tui::screens::boards::sheets::DraftSheet;
use crate::tui::screens::live::Panel;
use crate::tui::screens::matters::actions::{
    ask, here, may_screen, open, open_one, refused, screen, step,
};
use crate::tui::screens::matters::sheets::{IntakeSheet, OpinionSheet};
use crate::tui::screens::matters::{agenda, open_page};
use crate::tui::screens::tasks::sheets::TaskSheet;
use crate::tui::screens::{Screen, boards, ledgers, paths, record, tasks};
use crate::tui::theme::Role;

/// How wide the plain form is, in cells: on paper, and where it is read on the screen.
const CELLS: [usize; 2] = [76, 66];

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    row(
        "matter.mend",
        Scope::Matter,
        &[Key::char('1'), Key::char('e')],
        words::mend_short,
        words::mend_hint,
        Does::Ask(may_mend, |app| {
            if let Ok(matter) = here(app) {
                open(app, IntakeSheet::mend(matter.id));
            }
        }),
    ),
    row(
        "matter.agenda",
        Scope::Matter,
        &[Key::char('2'), Key::char('a')],
        words::agenda_short,
        words::agenda_hint,
        Does::Ask(agenda::may_stand, agenda::put),
    ),
    row(
        "matter.receive",
        Scope::Matter,
        &[Key::char('3'), Key::char('t')],
        words::receive_short,
        words::receive_hint,
        Does::Record(|app| {
            let matter = here(app)?;
            if !matter.collected {
                return Err(Why::Says(words::not_collected));
            }
            become_now(app, matter, Became::Received)
        }),
    ),
    row(
        "matter.screen",
        Scope::Matter,
        &[Key::char('4'), Key::char('s')],
        words::screen_short,
        words::screen_hint,
        Does::Ask(may_screen, screen),
    ),
    row(
        "matter.go",
        Scope::Matter,
        &[Key::char('5'), Key::char('o')],
        words::go_short,
        words::go_hint,
        Does::Show(|app| way(app).map(|_| ()), go),
    ),
    row(
        "matter.send_back",
        Scope::Matter,
        &[Key::char('6'), Key::char('b')],
        words::send_back_short,
        words::send_back_hint,
        Does::Ask(may_send_back, |app| ask(app, OfMatter::SendBack)),
    ),
    row(
        "matter.merge",
        Scope::Matter,
        &[Key::char('7'), Key::char('m')],
        words::merge_short,
        words::merge_hint,
        Does::Ask(
            |app| open_one(app).map(|_| ()),
            |app| ask(app, OfMatter::Merge),
        ),
    ),
    row(
        "matter.split",
        Scope::Matter,
        &[Key::char('8'), Key::char('d')],
        words::split_short,
        words::split_hint,
        Does::Ask(
            |app| open_one(app).map(|_| ()),
            |app| {
                if let Ok(matter) = here(app) {
                    open(app, IntakeSheet::split(matter.id));
                }
            },
        ),
    ),
    Action {
        danger: Danger::EndsStage,
        ..row(
            "matter.file",
            Scope::Matter,
            &[Key::char('9'), Key::char('f')],
            words::file_short,
            words::file_hint,
            Does::Record(|app| {
                let matter = here(app)?;
                become_now(app, matter, Became::Filed)
            }),
        )
    },
    row(
        "matter.file_without",
        Scope::Matter,
        &[Key::plain(Code::F(4)), Key::char('j')],
        matter_lacking::short,
        matter_lacking::hint,
        Does::Ask(may_file_without, |app| ask(app, OfMatter::FileWithout)),
    ),
    row(
        "matter.paper",
        Scope::Matter,
        &[Key::char('0'), Key::char('p')],
        words::paper_short,
        words::paper_hint,
        Does::Show(|app| here(app).map(|_| ()), paper),
    ),
    row(
        "matter.withdraw",
        Scope::Matter,
        &[Key::plain(Code::Delete), Key::char('x')],
        words::withdraw_short,
        words::withdraw_hint,
        Does::Ask(may_withdraw, |app| ask(app, OfMatter::Withdraw)),
    ),
    row(
        "matter.reopen",
        Scope::Matter,
        &[Key::plain(Code::F(7)), Key::char('k')],
        words::reopen_short,
        words::reopen_hint,
        Does::Ask(may_reopen, |app| ask(app, OfMatter::Reopen)),
    ),
    row(
        "matter.steps",
        Scope::Matter,
        &[Key::plain(Code::F(3)), Key::char('w')],
        words::steps_short,
        words::steps_hint,
        Does::Show(|app| here(app).map(|_| ()), open_steps),
    ),
    row(
        "matter.postings",
        Scope::Matter,
        &[Key::plain(Code::F(5)), Key::char('g')],
        words::postings_short,
        words::postings_hint,
        Does::Show(|app| here(app).map(|_| ()), |app| open_postings(app, None)),
    ),
    row(
        "matter.tasks",
        Scope::Matter,
        &[Key::plain(Code::F(6)), Key::char('v')],
        words::tasks_short,
        words::tasks_hint,
        Does::Show(|app| here(app).map(|_| ()), |app| open_tasks(app, None)),
    ),
    row(
        "matter.lines",
        Scope::Matter,
        &[Key::plain(Code::F(8)), Key::char('l')],
        words::lines_short,
        words::lines_hint,
        Does::Show(|app| fed_lines(app).map(|_| ()), open_lines),
    ),
    row(
        "matter.post",
        Scope::Matter,
        &[Key::plain(Code::F(9)), Key::char('z')],
        words::post_short,
        words::post_hint,
        Does::Ask(may_post, |app| {
            if let Ok(matter) = here(app) {
                open(app, DraftSheet::new(OfBoard::Matter(matter.id)));
            }
        }),
    ),
    row(
        "matter.follow_up",
        Scope::Matter,
        &[Key::plain(Code::F(10)), Key::char('n')],
        words::follow_up_short,
        words::follow_up_hint,
        Does::Ask(
            |app| open_one(app).map(|_| ()),
            |app| {
                if let Ok(matter) = here(app) {
                    open(app, TaskSheet::create(Some(matter.id)));
                }
            },
        ),
    ),
    row(
        "matter.choose",
        Scope::Matter,
        &[Key::plain(Code::F(2)), Key::char('c')],
        words::choose_short,
        words::choose_hint,
        Does::Ask(agenda::may_stand, agenda::choose),
    ),
    row(
        "matter.opinion",
        Scope::Matter,
        &[Key::char('+'), Key::char('y')],
        matter_opinion::short,
        matter_opinion::hint,
        Does::Ask(
            |app| open_one(app).map(|_| ()),
            |app| {
                if let Ok(matter) = here(app) {
                    open(app, OpinionSheet::new(matter.id));
                }
            },
        ),
    ),
];

fn become_now(app: &App, matter: Matter, what: Became) -> Result<Vec<Command>, Why> {
    let desk = app.desk.as_ref().ok_or(Refusal::NoCommittee)?;
    Ok(vec![step(matter.id, desk.today(), what)])
}

fn may_mend(app: &App) -> Result<(), Why> {
    let (matter, desk) = (
        open_one(app)?,
        app.desk.as_ref().ok_or(Refusal::NoCommittee)?,
    );
    let may = matter.may_be_mended(desk.world(), desk.today());
    may.map_err(refused)
}

/// Asks the rules whether something may become of the matter, whatever the reason will be.
fn would(app: &App, what: impl FnOnce(crate::domain::text::Line) -> Became) -> Result<(), Why> {
    may_record(app)?;
    let matter = here(app)?;
    let reason = matter.intake.title.clone();
    let commands = become_now(app, matter, what(reason))?;
    let desk = app.desk.as_ref().ok_or(Refusal::NoCommittee)?;
    Ok(desk.would(&commands)?)
}

fn may_file_without(app: &App) -> Result<(), Why> {
    would(app, |reason| Became::FiledWithout { reason })?;
    let (matter, desk) = (here(app)?, app.desk.as_ref().ok_or(Refusal::NoCommittee)?);
    match lacking(desk.world(), &matter, desk.today()).is_empty() {
        true => Err(Why::Says(matter_lacking::why_none)),
        false => Ok(()),
    }
}

fn may_send_back(app: &App) -> Result<(), Why> {
    would(app, |reason| Became::SentBack { reason })
}

fn may_withdraw(app: &App) -> Result<(), Why> {
    would(app, |reason| Became::Withdrawn { reason })
}

fn may_reopen(app: &App) -> Result<(), Why> {
    match here(app)?.state {
        MatterState::Open => Err(refused(Refused::Open)),
        MatterState::Closed => may_record(app),
    }
}

fn state(app: &App) -> Option<&State> {
    match app.top() {
        Screen::Matter(state) => Some(state),
        _ => None,
    }
}

fn way(app: &App) -> Result<&Way, Why> {
    let way = state(app).and_then(State::way);
    way.ok_or(Why::Says(words::nowhere))
}

fn go(app: &mut App) {
    let Ok(way) = way(app).cloned() else { return };
    match way {
        Way::Item(session, item) => open_item(app, session, item, None),
        Way::Motion(session, item, motion) => open_item(app, session, item, Some(motion)),
        Way::Task(task) => open_tasks(app, Some(task)),
        Way::Steps => open_steps(app),
        Way::Step(step, village) => {
            if let Ok(matter) = here(app) {
                let steps = paths::State::at(&matter, step, village.as_ref()).reading(app);
                app.go(Screen::Paths(steps));
            }
        }
        Way::Posting(posting) => open_postings(app, Some(posting)),
        Way::Matter(matter) => open_page(app, matter),
    }
}

/// Opens a session at an item of it, or at a motion of that.
fn open_item(app: &mut App, session: SessionId, item: ItemId, motion: Option<MotionId>) {
    let world = app.desk.as_ref().map(Desk::world);
    let known = world.and_then(|world| world.sessions.get(&session));
    let Some(known) = known else {
        // What is filed is read as it was recorded.
        let subject = motion.map_or(Subject::Item(item), Subject::Motion);
        app.go(Screen::Record(record::State::at(session, subject)));
        return;
    };
    let begun = known.opened.is_some();
    let at = world.and_then(|world| world.agenda(&session).position(|it| it.id == item));
    app.go(Screen::live(session));
    let Some(live) = app.live_mut() else { return };
    live.listing_mut(Panel::Agenda).selected = at.unwrap_or(0);
    live.panel = match (motion.is_some(), begun) {
        (true, _) => Panel::Vote,
        (false, true) => Panel::Minutes,
        (false, false) => Panel::Agenda,
    };
    live.looked_at = Some(item).filter(|_| begun);
    live.motion = motion;
}

fn open_steps(app: &mut App) {
    if let Ok(matter) = here(app) {
        let steps = paths::State::of_matter(matter.id).reading(app);
        app.go(Screen::Paths(steps));
    }
}

fn open_postings(app: &mut App, posting: Option<PostingId>) {
    let Ok(matter) = here(app) else { return };
    let list = boards::State::of_matter(matter.id);
    app.go(Screen::Boards(match posting {
        Some(posting) => list.selecting(posting),
        None => list,
    }));
}

fn open_tasks(app: &mut App, task: Option<TaskId>) {
    let Ok(matter) = here(app) else { return };
    let list = tasks::State::of_matter(matter.id);
    app.go(Screen::Tasks(match task {
        Some(task) => list.selecting(task),
        None => list,
    }));
}

/// Returns the matter, and the lines that it and its follow-ups feed into the ledgers; never none.
fn fed_lines(app: &App) -> Result<(Matter, Vec<LedgerId>), Why> {
    let matter = here(app)?;
    let looked = state(app).and_then(|state| state.looked.as_ref());
    let (_, world) = looked.ok_or(Why::Says(words::no_lines))?;
    let tasks = world.tasks.values().filter(|task| is_of(&matter, task));
    let settled = tasks.filter_map(|task| fed::of_task(world, task));
    let lines = fed::of_matter(&matter).into_iter().chain(settled);
    let lines: Vec<LedgerId> = lines.map(|line| line.id).collect();
    if lines.is_empty() {
        return Err(Why::Says(words::no_lines));
    }
    Ok((matter, lines))
}

fn open_lines(app: &mut App) {
    if let Ok((matter, lines)) = fed_lines(app) {
        app.go(Screen::Ledgers(ledgers::State::of_matter(
            matter.intake.title,
            lines,
        )));
    }
}

fn may_post(app: &App) -> Result<(), Why> {
    let matter = open_one(app)?;
    if !matter.may_be_posted() {
        let title = matter.intake.title;
        return Err(Why::Refused(board::Refused::Secret { title }.into()));
    }
    match decided(&matter) {
        Some(_) => Ok(()),
        None => Err(Why::Says(words::not_decided)),
    }
}

/// Shows the form of the matter to read, and writes it to the shelf.
fn paper(app: &mut App) {
    let language = app.language;
    let Some((name, blocks)) = form(app) else {
        return;
    };
    let [text, _] = CELLS.map(|cells| plain::write(&blocks, language, cells));
    let marked = markdown::write(&blocks, language);
    let folder = app.shelf();
    let put = app.put(&name, &[("md", &marked), ("txt", &text)]);
    let said = match put {
        Ok(path) => (
            Role::Good,
            words::paper_written(language, path.with_extension("txt").display().to_string()),
        ),
        Err(why) => (
            Role::Bad,
            words::paper_not_written(language, folder.display().to_string(), why.to_string()),
        ),
    };
    reading::open(app, |app| {
        let (name, blocks) = form(app)?;
        let [_, read] = CELLS.map(|cells| plain::write(&blocks, app.language, cells));
        let parts = read.lines().map(|line| Part {
            title: String::new(),
            words: line.to_owned(),
        });
        Some((name, parts.collect()))
    });
    app.say(said.0, said.1);
}

/// Returns the form of the matter with its name, in the language of the app.
fn form(app: &App) -> Option<(String, Vec<Block>)> {
    let language = app.language;
    let today = app.desk.as_ref().map(|desk| desk.today());
    let (_, world) = state(app)?.looked.as_ref()?;
    let of = state(app).and_then(State::known)?;
    let blocks = matter::form(world, of, language, today.unwrap_or_default());
    let name = words::paper_name(language, matters::number(language, of.number));
    Some((name, blocks))
}
