//! Rows of the table: the consent of each village, and the book of templates.

use super::State;
use super::all::At;
use super::book::Book;
use super::of_matter::OfMatter;
use super::panel;
use super::paper::Leaf;
use super::sheets::{
    AnewSheet, ChooseSheet, ContributionSheet, DeadlineSheet, KeepSheet, Keeps, MendSheet,
    RedateSheet, Said, TakeSheet, VillageSheet,
};
use crate::desk::Desk;
use crate::desk::place::OfPath;
use crate::domain::ids::{MatterId, VillageId};
use crate::domain::matter::Matter;
use crate::domain::matter::path::anew::may_be_taken_up;
use crate::domain::matter::path::asking::unasked;
use crate::domain::matter::path::grid::Grid;
use crate::domain::matter::path::{Path, Taken, without_steps};
use crate::i18n::{path_anew, path_merge, path_panel, path_screen as words, ui};
use crate::tui::action::{Action, Does, Scope, Why, always, may_record, row};
use crate::tui::app::App;
use crate::tui::dialog::{self, Sheet};
use crate::tui::input::{Code, Key};
use crate::tui::screens::Screen;
use crate::tui::theme::Role;

/// The rows of the table: what is due where.
pub const ACTIONS: &[Action] = &[
    row(
        "paths.enter",
        Scope::Paths,
        &[Key::plain(Code::Enter), Key::char('1')],
        words::enter_short,
        words::enter_hint,
        Does::Show(|app| at(app).map(|_| ()), enter),
    ),
    row(
        "paths.choose",
        Scope::Paths,
        &[Key::char('2'), Key::char('c')],
        words::choose_short,
        words::choose_hint,
        Does::Ask(can_choose_here, choose_here),
    ),
    row(
        "paths.book",
        Scope::Paths,
        &[Key::char('3'), Key::char('b')],
        words::book_short,
        words::book_hint,
        Does::Show(always, to_book),
    ),
];

/// The rows of the table: one matter.
pub const MATTER_ACTIONS: &[Action] = &[
    row(
        "path.take",
        Scope::PathMatter,
        &[Key::plain(Code::Enter), Key::char('1')],
        words::take_short,
        words::take_hint,
        Does::Ask(can_take, take),
    ),
    row(
        "path.anew",
        Scope::PathMatter,
        &[Key::char('r')],
        path_anew::short,
        path_anew::hint,
        Does::Ask(can_reconsider, reconsider),
    ),
    row(
        "path.choose",
        Scope::PathMatter,
        &[Key::char('2'), Key::char('c')],
        words::choose_short,
        words::choose_hint,
        Does::Ask(can_choose, choose),
    ),
    row(
        "path.deadline",
        Scope::PathMatter,
        &[Key::char('3'), Key::char('t')],
        words::deadline_short,
        words::deadline_hint,
        Does::Ask(can_change, |app| {
            on_matter(app, |matter| Some(Box::new(DeadlineSheet { matter })));
        }),
    ),
    row(
        "path.keep",
        Scope::PathMatter,
        &[Key::char('4'), Key::char('k')],
        words::keep_short,
        words::keep_hint,
        Does::Ask(can_keep, keep),
    ),
    row(
        "path.redate",
        Scope::PathMatter,
        &[Key::char('5'), Key::char('d')],
        words::redate_short,
        words::redate_hint,
        Does::Ask(can_mend, redate),
    ),
    row(
        "path.village",
        Scope::PathMatter,
        &[Key::char('6'), Key::char('v')],
        words::village_short,
        words::village_hint,
        Does::Ask(can_add, |app| {
            on_matter(app, |matter| Some(Box::new(VillageSheet { matter })));
        }),
    ),
    row(
        "path.contribution",
        Scope::PathMatter,
        &[Key::char('7'), Key::char('s')],
        words::share_short,
        words::share_hint,
        Does::Ask(can_contribute, contribute),
    ),
    row(
        "path.form",
        Scope::PathMatter,
        &[Key::char('8'), Key::char('p')],
        words::paper_short,
        words::paper_hint,
        Does::Show(|app| cell(app).map(|_| ()), to_form),
    ),
    row(
        "path.table",
        Scope::PathMatter,
        &[Key::char('9'), Key::char('o')],
        words::table_short,
        words::table_hint,
        Does::Show(can_table, to_table),
    ),
    row(
        "path.mend",
        Scope::PathMatter,
        &[Key::char('m')],
        words::mend_short,
        words::mend_hint,
        Does::Show(can_mend_vote, mend_vote),
    ),
    row(
        "path.whole",
        Scope::PathMatter,
        &[Key::plain(Code::F(4)), Key::char('0')],
        path_panel::short,
        path_panel::hint,
        Does::Show(|app| path(app).map(|_| ()), panel::read),
    ),
];

/// The rows of the table: a paper that is read.
pub const PAPER_ACTIONS: &[Action] = &[row(
    "consent.write",
    Scope::PathPaper,
    &[Key::char('1'), Key::char('w')],
    words::save_short,
    words::save_hint,
    Does::Show(can_write, write),
)];

/// Goes to what is due where; home has a key for it.
pub fn open_paths(app: &mut App) {
    app.go(Screen::Paths(State::default()));
}

/// Goes on with a sheet of a matter; says whether the matter is still there.
pub fn go_on(app: &mut App, matter: &MatterId, of: &OfPath) -> bool {
    let world = app.desk.as_ref().map(Desk::world);
    let Some(found) = world.and_then(|world| world.matters.get(matter)) else {
        return false;
    };
    let path = found.path.as_ref();
    let entry = |at: usize| path.and_then(|path| path.entries.get(at));
    let leaf = OfMatter::new(matter.clone());
    let leaf = match of {
        OfPath::Take(step, village)
        | OfPath::Reconsider(step, village)
        | OfPath::KeepPosted(step, village) => leaf.at(path, *step, village.as_ref()),
        OfPath::Keep(at) | OfPath::Redate(at) | OfPath::Mend(at) => match entry(*at) {
            Some(it) => leaf.at(path, it.step, it.village.as_ref()),
            None => return false,
        },
        OfPath::Contribution(village) => leaf.at(path, 0, Some(village)),
        OfPath::Choose | OfPath::Deadline | OfPath::Village => leaf,
    };
    app.go(Screen::Paths(State::Matter(Box::new(leaf))));
    let matter = matter.clone();
    match of.clone() {
        OfPath::Choose => open(app, ChooseSheet { matter }),
        OfPath::Take(step, village) => open(
            app,
            TakeSheet {
                matter,
                step,
                village,
            },
        ),
        OfPath::Reconsider(step, village) => open(
            app,
            AnewSheet {
                meeting: TakeSheet {
                    matter,
                    step,
                    village,
                },
            },
        ),
        OfPath::Keep(entry) => {
            let of = Keeps::Entry(entry);
            open(app, KeepSheet { matter, of });
        }
        OfPath::KeepPosted(step, village) => {
            let of = Keeps::Board(step, village);
            open(app, KeepSheet { matter, of });
        }
        OfPath::Redate(entry) => open(app, RedateSheet { matter, entry }),
        OfPath::Mend(entry) => {
            let of = Said::Entry(matter, entry);
            open(app, MendSheet { of });
        }
        OfPath::Deadline => open(app, DeadlineSheet { matter }),
        OfPath::Village => open(app, VillageSheet { matter }),
        OfPath::Contribution(village) => open(app, ContributionSheet { matter, village }),
    }
    true
}

pub(super) fn open(app: &mut App, sheet: impl Sheet + 'static) {
    dialog::open(app, Box::new(sheet));
}

pub(super) fn desk(app: &App) -> Result<&Desk, Why> {
    app.desk.as_ref().ok_or(Why::Says(ui::no_committee_open))
}

pub(super) fn state(app: &App) -> Result<&State, Why> {
    match app.top() {
        Screen::Paths(state) => Ok(state),
        _ => Err(Why::Says(ui::nothing_selected)),
    }
}

fn at(app: &App) -> Result<At, Why> {
    let State::All(all) = state(app)? else {
        return Err(Why::Says(ui::nothing_selected));
    };
    let at = all.selected().ok_or(Why::Says(ui::nothing_selected))?;
    desk(app)?.world().matter(&at.matter)?;
    Ok(at.clone())
}

fn enter(app: &mut App) {
    let Ok(At { matter, cell }) = at(app) else {
        return;
    };
    let world = app.desk.as_ref().map(Desk::world);
    let found = world.and_then(|world| world.matters.get(&matter));
    let path = found.and_then(|it| it.path.as_ref());
    let mut leaf = OfMatter::new(matter.clone());
    if let Some((step, village)) = &cell {
        leaf = leaf.at(path, *step, village.as_ref());
    }
    app.go(Screen::Paths(State::Matter(Box::new(leaf))));
}

fn can_choose_here(app: &App) -> Result<(), Why> {
    may_record(app)?;
    at(app).map(|_| ())
}

fn choose_here(app: &mut App) {
    if let Ok(At { matter, .. }) = at(app) {
        open(app, ChooseSheet { matter });
    }
}

fn to_book(app: &mut App) {
    app.go(Screen::Paths(State::Book(Book::default())));
}

/// Returns the leaf of a matter and the matter it shows.
fn matter(app: &App) -> Result<(&OfMatter, &Matter), Why> {
    let State::Matter(leaf) = state(app)? else {
        return Err(Why::Says(ui::nothing_selected));
    };
    let world = leaf.filed.world(desk(app)?);
    Ok((leaf, world.matter(&leaf.matter)?))
}

/// Lets an act on a matter pass that is open: one that is filed is only read.
fn acts(app: &App) -> Result<(), Why> {
    may_record(app)?;
    let (_, matter) = matter(app)?;
    let closed = matter.still_open();
    closed.map_err(|closed| Why::Refused(closed.into()))
}

fn path(app: &App) -> Result<(&OfMatter, &Matter, &Path), Why> {
    let (leaf, matter) = matter(app)?;
    match &matter.path {
        Some(path) => Ok((leaf, matter, path)),
        None => {
            let why = crate::domain::matter::Refused::Path(without_steps(matter));
            Err(Why::Refused(why.into()))
        }
    }
}

/// Lets pass a table of what the villages decided: by the steps, or on a motion that was put to them outside any.
fn can_table(app: &App) -> Result<(), Why> {
    use crate::domain::matter::path::Refused;
    let (_, matter) = matter(app)?;
    match matter.path.is_none() && without_steps(matter) == Refused::NoPath {
        true => path(app).map(|_| ()),
        false => Ok(()),
    }
}

/// Returns the matter, the step and the village of the cell in use.
fn cell(app: &App) -> Result<(MatterId, usize, Option<VillageId>), Why> {
    let (leaf, matter, path) = path(app)?;
    let (step, village) = leaf.cell(path).ok_or(Why::Says(words::why_no_cell))?;
    Ok((matter.id.clone(), step, village.cloned()))
}

fn can_take(app: &App) -> Result<(), Why> {
    use crate::domain::matter::path::{By, Refused};
    acts(app)?;
    let (id, step, village) = cell(app)?;
    let (_, matter, path) = path(app)?;
    let desk = desk(app)?;
    let refuse = |why| {
        let why = crate::domain::matter::Refused::Path(why);
        Why::Refused(why.into())
    };
    let grid = Grid::of(desk.world(), matter, desk.today());
    let grid = grid.ok_or(Why::Says(words::why_no_cell))?;
    let cell = grid.cell(step, village.as_ref());
    let is_done = cell.is_some_and(|it| it.state.done().is_some());
    let again = cell.is_some_and(|it| may_be_taken_up(path, it).is_ok());
    let here = path.template.steps.get(step);
    match here.is_some_and(|it| it.by == By::Session) {
        true if is_done => return Err(Why::Says(words::why_session_did)),
        true => return Err(refuse(Refused::BySession)),
        false if again => return Err(refuse(Refused::AgreedAlready)),
        false if is_done => return Err(refuse(Refused::TakenAlready)),
        false => {}
    }
    let _there = desk.world().matter(&id)?;
    match grid.why_not(step, village.as_ref()) {
        Some(why) => Err(refuse(why)),
        None => Ok(()),
    }
}

fn take(app: &mut App) {
    if let Ok((matter, step, village)) = cell(app) {
        open(
            app,
            TakeSheet {
                matter,
                step,
                village,
            },
        );
    }
}

fn can_reconsider(app: &App) -> Result<(), Why> {
    acts(app)?;
    let (_, step, village) = cell(app)?;
    let (_, matter, path) = path(app)?;
    let desk = desk(app)?;
    let grid = Grid::of(desk.world(), matter, desk.today());
    let grid = grid.ok_or(Why::Says(words::why_no_cell))?;
    let cell = grid.cell(step, village.as_ref());
    let cell = cell.ok_or(Why::Says(words::why_no_cell))?;
    may_be_taken_up(path, cell).map_err(|why| {
        let why = crate::domain::matter::Refused::Path(why);
        Why::Refused(why.into())
    })
}

fn reconsider(app: &mut App) {
    if let Ok((matter, step, village)) = cell(app) {
        let meeting = TakeSheet {
            matter,
            step,
            village,
        };
        open(app, AnewSheet { meeting });
    }
}

fn can_choose(app: &App) -> Result<(), Why> {
    acts(app)?;
    let (_, matter) = matter(app)?;
    match &matter.path {
        Some(path) if !path.entries.is_empty() => {
            let why = crate::domain::matter::path::Refused::UnderWay;
            let why = crate::domain::matter::Refused::Path(why);
            Err(Why::Refused(why.into()))
        }
        _ => Ok(()),
    }
}

fn choose(app: &mut App) {
    on_matter(app, |matter| Some(Box::new(ChooseSheet { matter })));
}

fn can_change(app: &App) -> Result<(), Why> {
    acts(app)?;
    path(app).map(|_| ())
}

fn on_matter(app: &mut App, sheet: impl FnOnce(MatterId) -> Option<Box<dyn Sheet>>) {
    let id = matter(app).map(|(_, matter)| matter.id.clone());
    if let Ok(id) = id
        && let Some(sheet) = sheet(id)
    {
        dialog::open(app, sheet);
    }
}

/// Returns the last thing done at the cell in use.
fn entry(app: &App) -> Result<(MatterId, usize), Why> {
    let (id, step, village) = cell(app)?;
    let (_, _, path) = path(app)?;
    let last = path.tries(step, village.as_ref()).next_back();
    let (entry, _) = last.ok_or(Why::Says(words::why_no_entry))?;
    Ok((id, entry))
}

fn can_mend(app: &App) -> Result<(), Why> {
    use crate::domain::matter::path::Refused;
    acts(app)?;
    if by_board(app)? {
        let why = crate::domain::matter::Refused::Path(Refused::ByBoard);
        return Err(Why::Refused(why.into()));
    }
    let (_, at) = entry(app)?;
    let (_, _, path) = path(app)?;
    let merged = path
        .entries
        .get(at)
        .is_some_and(|it| it.taken == Taken::Merged);
    match merged {
        true => Err(Why::Says(path_merge::refused)),
        false => Ok(()),
    }
}

/// Says whether a board did what is done at the cell in use.
fn by_board(app: &App) -> Result<bool, Why> {
    let (_, step, village) = cell(app)?;
    let (_, matter, _) = path(app)?;
    let desk = desk(app)?;
    let grid = Grid::of(desk.world(), matter, desk.today());
    let cell = grid.as_ref().and_then(|it| it.cell(step, village.as_ref()));
    Ok(cell.is_some_and(|it| it.hung.is_some()))
}

/// Returns what a record of the cell in use is added to.
fn keeps(app: &App) -> Result<(MatterId, Keeps), Why> {
    if let Ok((matter, entry)) = entry(app) {
        return Ok((matter, Keeps::Entry(entry)));
    }
    let (id, step, village) = cell(app)?;
    match by_board(app)? {
        true => Ok((id, Keeps::Board(step, village))),
        false => Err(Why::Says(words::why_no_entry)),
    }
}

fn can_keep(app: &App) -> Result<(), Why> {
    may_record(app)?;
    keeps(app).map(|_| ())
}

fn keep(app: &mut App) {
    if let Ok((matter, of)) = keeps(app) {
        open(app, KeepSheet { matter, of });
    }
}

fn redate(app: &mut App) {
    if let Ok((matter, entry)) = entry(app) {
        open(app, RedateSheet { matter, entry });
    }
}

/// Says whether what is entered at the cell in use is a vote.
fn can_mend_vote(app: &App) -> Result<(), Why> {
    acts(app)?;
    let (_, at) = entry(app)?;
    let (_, _, path) = path(app)?;
    match path.entries.get(at).map(|it| &it.taken) {
        Some(Taken::Voted { .. }) => Ok(()),
        _ => Err(Why::Says(words::why_no_vote)),
    }
}

fn mend_vote(app: &mut App) {
    if let Ok((matter, entry)) = entry(app) {
        let of = Said::Entry(matter, entry);
        open(app, MendSheet { of });
    }
}

fn can_add(app: &App) -> Result<(), Why> {
    acts(app)?;
    let (_, matter, _) = path(app)?;
    let desk = desk(app)?;
    if unasked(desk.world(), matter, desk.today()).is_empty() {
        return Err(Why::Says(words::why_all_asked));
    }
    Ok(())
}

fn village(app: &App) -> Result<(MatterId, VillageId), Why> {
    let (leaf, matter, path) = path(app)?;
    let village = leaf.village(path);
    let village = village.ok_or(Why::Says(words::why_no_village))?;
    Ok((matter.id.clone(), village.clone()))
}

fn can_contribute(app: &App) -> Result<(), Why> {
    acts(app)?;
    village(app).map(|_| ())
}

fn contribute(app: &mut App) {
    if let Ok((matter, village)) = village(app) {
        open(app, ContributionSheet { matter, village });
    }
}

fn to_form(app: &mut App) {
    if let Ok((matter, step, village)) = cell(app) {
        let Ok(desk) = desk(app) else { return };
        let leaf = Leaf::new(desk, matter, Some((step, village)));
        app.go(Screen::Paths(State::Paper(leaf)));
    }
}

fn to_table(app: &mut App) {
    let id = matter(app).map(|(_, matter)| matter.id.clone());
    if let (Ok(id), Ok(desk)) = (id, desk(app)) {
        let leaf = Leaf::new(desk, id, None);
        app.go(Screen::Paths(State::Paper(leaf)));
    }
}

fn can_write(app: &App) -> Result<(), Why> {
    match state(app)? {
        State::Paper(leaf) if leaf.forms(app).is_some() => Ok(()),
        _ => Err(Why::Says(ui::nothing_selected)),
    }
}

fn write(app: &mut App) {
    let Ok(State::Paper(leaf)) = state(app) else {
        return;
    };
    let Some((name, forms)) = leaf.forms(app) else {
        return;
    };
    let forms = forms
        .each_ref()
        .map(|(ending, text)| (*ending, text.as_str()));
    match app.put(&name, &forms) {
        Ok(path) => {
            let path = path.display().to_string();
            app.say(Role::Good, words::saved(app.language, path));
        }
        Err(error) => {
            app.say(
                Role::Bad,
                words::save_failed(app.language, error.to_string()),
            );
        }
    }
}
