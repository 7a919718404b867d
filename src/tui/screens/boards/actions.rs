//! The rows of the table.

use super::page::parts;
use super::sheets::{Ask, DraftSheet, RestSheet, RulesSheet, StepSheet, of_missing};
use super::{Row, State, nowhere_to_object};
use crate::desk::Desk;
use crate::desk::place::OfBoard;
use crate::domain::board::{Posting, PostingState, Refused};
use crate::domain::ids::{MatterId, PostingId};
use crate::domain::{Refusal, World};
use crate::i18n::{board_day, board_rest, board_screen as words, ui};
use crate::papers::{markdown, plain, posting as papers};
use crate::tui::action::{Action, Does, Scope, Why, always, may_record, row};
use crate::tui::app::App;
use crate::tui::dialog::{self, Sheet};
use crate::tui::input::{Code, Key};
use crate::tui::reading;
use crate::tui::screens::Screen;
use crate::tui::screens::find_sheet::FindSheet;
use crate::tui::theme::Role;

/// The width of a paper in plain text.
const CELLS: usize = 76;

const fn f(number: u8) -> Key {
    Key::plain(Code::F(number))
}

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    row(
        "boards.up",
        Scope::Boards,
        &[Key::char('1'), Key::char('p')],
        words::up_short,
        words::up_hint,
        Does::Ask(all_drafts, |app| ask(app, Ask::Up)),
    ),
    row(
        "boards.up_all",
        Scope::Boards,
        &[Key::char('2'), Key::char('b')],
        words::up_all_short,
        words::up_all_hint,
        Does::Ask(|app| together(app).map(|_| ()), up_all),
    ),
    row(
        "boards.draft",
        Scope::Boards,
        &[Key::char('3'), Key::char('e')],
        words::draft_short,
        words::draft_hint,
        Does::Ask(
            |app| about(app).map(|_| ()),
            |app| {
                if let Ok(of) = about(app) {
                    open(app, DraftSheet::new(of));
                }
            },
        ),
    ),
    row(
        "boards.down",
        Scope::Boards,
        &[Key::char('4'), Key::char('d')],
        words::down_short,
        words::down_hint,
        Does::Ask(all_hang, |app| ask(app, Ask::Down)),
    ),
    row(
        "boards.object",
        Scope::Boards,
        &[Key::char('5'), Key::char('o')],
        words::object_short,
        words::object_hint,
        Does::Ask(
            |app| was_up(app).map(|_| ()),
            |app| ask_one(app, Ask::Object),
        ),
    ),
    row(
        "boards.answer",
        Scope::Boards,
        &[Key::char('6'), Key::char('a')],
        words::answer_short,
        words::answer_hint,
        Does::Ask(
            |app| question(app).map(|_| ()),
            |app| {
                if let Ok(number) = question(app) {
                    ask_one(app, Ask::Answer(number));
                }
            },
        ),
    ),
    row(
        "boards.new",
        Scope::Boards,
        &[Key::char('7'), Key::char('n')],
        words::new_short,
        words::new_hint,
        Does::Ask(always, |app| open(app, DraftSheet::new(OfBoard::New))),
    ),
    row(
        "boards.read",
        Scope::Boards,
        &[f(4), Key::char('h')],
        words::read_short,
        words::read_hint,
        Does::Show(|app| selected(app).map(|_| ()), read),
    ),
    row(
        "boards.print",
        Scope::Boards,
        &[Key::char('8'), Key::char('w')],
        words::print_short,
        words::print_hint,
        Does::Show(|app| selected(app).map(|_| ()), print),
    ),
    row(
        "boards.settled",
        Scope::Boards,
        &[Key::char('9'), Key::char('f')],
        words::settled_short,
        words::settled_hint,
        Does::Show(at_a_desk, |app| {
            change(app, |state| state.with_settled = !state.with_settled);
        }),
    ),
    row(
        "boards.find",
        Scope::Boards,
        &[Key::char('0'), Key::char('/')],
        words::find_short,
        words::find_hint,
        Does::Show(at_a_desk, find),
    ),
    row(
        "boards.group",
        Scope::Boards,
        &[Key::plain(Code::Tab), Key::char('g')],
        words::group_short,
        words::group_hint,
        Does::Show(at_a_desk, |app| {
            change(app, |state| state.grouping = state.grouping.next());
        }),
    ),
    row(
        "boards.mark",
        Scope::Boards,
        &[Key::char(' '), f(2)],
        words::mark_short,
        words::mark_hint,
        Does::Show(|app| selected(app).map(|_| ()), mark),
    ),
    row(
        "boards.move",
        Scope::Boards,
        &[f(3), Key::char('m')],
        words::move_short,
        words::move_hint,
        Does::Ask(may_move, |app| ask_one(app, Ask::Move)),
    ),
    row(
        "boards.redate",
        Scope::Boards,
        &[f(10), Key::char('c')],
        board_day::short,
        board_day::hint,
        Does::Ask(can_redate, |app| ask_one(app, Ask::Redate)),
    ),
    row(
        "boards.photo",
        Scope::Boards,
        &[f(5), Key::char('k')],
        words::photo_short,
        words::photo_hint,
        Does::Ask(
            |app| was_up(app).map(|_| ()),
            |app| ask_one(app, Ask::Photo),
        ),
    ),
    row(
        "boards.refer",
        Scope::Boards,
        &[f(6), Key::char('t')],
        words::refer_short,
        words::refer_hint,
        Does::Ask(
            |app| question(app).map(|_| ()),
            |app| {
                if let Ok(number) = question(app) {
                    ask_one(app, Ask::Refer(number));
                }
            },
        ),
    ),
    row(
        "boards.rules",
        Scope::Boards,
        &[f(7), Key::char('s')],
        words::rules_short,
        words::rules_hint,
        Does::Ask(always, |app| open(app, RulesSheet)),
    ),
    row(
        "boards.rest",
        Scope::Boards,
        &[f(9), Key::char('y')],
        board_rest::short,
        board_rest::hint,
        Does::Ask(always, |app| open(app, RestSheet)),
    ),
    row(
        "boards.result",
        Scope::Boards,
        &[f(8), Key::char('v')],
        words::result_short,
        words::result_hint,
        Does::Ask(
            |app| matter(app).map(|_| ()),
            |app| {
                if let Ok(matter) = matter(app) {
                    open(app, DraftSheet::new(OfBoard::Result(matter)));
                }
            },
        ),
    ),
    row(
        "boards.drop",
        Scope::Boards,
        &[Key::plain(Code::Delete), Key::char('x')],
        words::drop_short,
        words::drop_hint,
        Does::Ask(all_drafts, |app| ask(app, Ask::Drop)),
    ),
];

fn open(app: &mut App, sheet: impl Sheet + 'static) {
    dialog::open(app, Box::new(sheet));
}

fn here(app: &App) -> Option<&State> {
    match app.top() {
        Screen::Boards(state) => Some(state),
        _ => None,
    }
}

fn change(app: &mut App, change: impl FnOnce(&mut State)) {
    if let Some(Screen::Boards(state)) = app.top_mut() {
        change(state);
    }
}

fn at_a_desk(app: &App) -> Result<(), Why> {
    match app.desk {
        Some(_) => Ok(()),
        None => Err(Why::Says(ui::no_committee_open)),
    }
}

fn seen(app: &App) -> Option<(&State, &World)> {
    Some((here(app)?, app.desk.as_ref()?.world()))
}

fn selected(app: &App) -> Result<&Posting, Why> {
    seen(app)
        .and_then(|(state, world)| state.selected(world))
        .ok_or(Why::Says(words::only_posting))
}

/// Returns those marked, else the one selected; never none.
fn chosen(app: &App) -> Result<Vec<&Posting>, Why> {
    seen(app)
        .map(|(state, world)| state.chosen(world))
        .filter(|postings| !postings.is_empty())
        .ok_or(Why::Says(words::only_posting))
}

fn is_open(posting: &Posting) -> Result<(), Why> {
    match posting.state {
        PostingState::Open => Ok(()),
        PostingState::Closed => Err(Why::Refused(Refused::Closed.into())),
    }
}

fn all_drafts(app: &App) -> Result<(), Why> {
    may_record(app)?;
    chosen(app)?.into_iter().try_for_each(|posting| {
        is_open(posting)?;
        match posting.posted {
            None => Ok(()),
            Some(_) => Err(Why::Refused(Refused::Up.into())),
        }
    })
}

fn all_hang(app: &App) -> Result<(), Why> {
    may_record(app)?;
    chosen(app)?.into_iter().try_for_each(|posting| {
        is_open(posting)?;
        if posting.hangs() {
            Ok(())
        } else {
            Err(Why::Refused(Refused::NotUp.into()))
        }
    })
}

/// Returns the selected posting, where it was put up and something may still come of it.
fn was_up(app: &App) -> Result<&Posting, Why> {
    may_record(app)?;
    let posting = selected(app)?;
    is_open(posting)?;
    match posting.posted {
        Some(_) => Ok(posting),
        None => Err(Why::Refused(Refused::NotUp.into())),
    }
}

/// What hangs no more is corrected too.
fn can_redate(app: &App) -> Result<(), Why> {
    may_record(app)?;
    match selected(app)?.posted {
        Some(_) => Ok(()),
        None => Err(Why::Refused(Refused::NotUp.into())),
    }
}

fn may_move(app: &App) -> Result<(), Why> {
    let posting = was_up(app)?;
    if posting.lasting {
        Err(Why::Refused(Refused::Lasting.into()))
    } else if posting.hangs() {
        Ok(())
    } else {
        Err(Why::Refused(Refused::NotUp.into()))
    }
}

/// Returns the number of the earliest objection that is not answered.
fn question(app: &App) -> Result<u32, Why> {
    may_record(app)?;
    let posting = selected(app)?;
    let waiting = posting.objections.iter().filter(|it| it.reply.is_none());
    let first = waiting.min_by_key(|it| (it.by, it.number));
    first
        .map(|it| it.number)
        .ok_or(Why::Says(words::no_question))
}

/// Returns the drafts of the decision that is selected, on all its boards.
fn together(app: &App) -> Result<Vec<PostingId>, Why> {
    may_record(app)?;
    let one = selected(app)?;
    let (_, world) = seen(app).ok_or(Why::Refused(Refusal::NoCommittee))?;
    let same = |other: &&Posting| match (&one.matter, &one.decided) {
        (None, None) => other.wording() == one.wording(),
        _ => other.matter == one.matter && other.decided == one.decided && other.kind == one.kind,
    };
    let all = world.postings.values().map(AsRef::as_ref);
    let drafts = all
        .filter(same)
        .filter(|it| it.posted.is_none() && !it.dropped());
    let drafts: Vec<PostingId> = drafts.map(|it| it.id.clone()).collect();
    if drafts.is_empty() {
        Err(Why::Says(words::nothing_up))
    } else {
        Ok(drafts)
    }
}

fn up_all(app: &mut App) {
    let Ok(ids) = together(app) else { return };
    let Some((_, world)) = seen(app) else { return };
    let postings = ids.iter().filter_map(|id| world.posting(id).ok());
    let sheet = StepSheet::new(Ask::Up, &postings.collect::<Vec<_>>());
    open(app, sheet);
}

/// Returns what a text is drafted about: what is missing, or the posting that is worded otherwise.
fn about(app: &App) -> Result<OfBoard, Why> {
    may_record(app)?;
    let (state, world) = seen(app).ok_or(Why::Refused(Refusal::NoCommittee))?;
    match state.rows.selected() {
        Some(Row::Missing(lacks)) => Ok(of_missing(lacks)),
        Some(Row::Posting(_)) => {
            let posting = state
                .selected(world)
                .ok_or(Why::Says(words::only_posting))?;
            is_open(posting)?;
            if posting.posted.is_some() && !posting.hangs() {
                return Err(Why::Refused(Refused::NotUp.into()));
            }
            Ok(OfBoard::Wording(posting.id.clone()))
        }
        None => Err(Why::Says(words::no_draft_here)),
    }
}

/// Returns the matter of what is selected, or the one that is looked at.
fn matter(app: &App) -> Result<MatterId, Why> {
    may_record(app)?;
    let (state, world) = seen(app).ok_or(Why::Refused(Refusal::NoCommittee))?;
    let of = state.selected(world).and_then(|it| it.matter.clone());
    let of = of.or_else(|| state.matter.clone());
    let of = of.ok_or(Why::Says(words::no_matter))?;
    // What is not among the open ones is on file, closed.
    let open = world
        .matters
        .get(&of)
        .is_some_and(|it| it.still_open().is_ok());
    match open {
        true => Ok(of),
        false => Err(Why::Says(words::matter_closed)),
    }
}

fn ask(app: &mut App, ask: Ask) {
    if let Ok(postings) = chosen(app) {
        let sheet = StepSheet::new(ask, &postings);
        open(app, sheet);
    }
}

fn ask_one(app: &mut App, ask: Ask) {
    if let Ok(posting) = selected(app) {
        let sheet = StepSheet::new(ask, &[posting]);
        open(app, sheet);
    }
}

fn find(app: &mut App) {
    let Some(state) = here(app) else { return };
    let sheet = FindSheet {
        now: state.filter.clone(),
        words: [
            words::title_find,
            words::field_filter,
            words::find_field_hint,
            words::find_row,
        ],
        narrow: |app, filter| change(app, |state| state.filter = filter),
    };
    open(app, sheet);
}

/// Marks the selected one or takes its mark, and goes on to the next.
fn mark(app: &mut App) {
    let Ok(id) = selected(app).map(|posting| posting.id.clone()) else {
        return;
    };
    change(app, |state| {
        if !state.marked.remove(&id) {
            state.marked.insert(id);
        }
        state.moves(Key::plain(Code::Down));
    });
}

/// Returns a world with the matter of a posting, which may be closed by now: its number stands on the
/// paper all the same.
fn with_matter(desk: &Desk, posting: &Posting) -> Option<World> {
    let matter = posting.matter.as_ref()?;
    desk.look_at_matter(matter).ok()
}

fn read(app: &mut App) {
    reading::open(app, |app| {
        let (posting, desk) = (selected(app).ok()?, app.desk.as_ref()?);
        let looked = with_matter(desk, posting);
        let world = looked.as_ref().unwrap_or_else(|| desk.world());
        let matter = posting.matter.as_ref();
        let matter = matter.and_then(|id| world.matter(id).ok());
        let parts = parts(app.language, (world, matter), posting, desk.today());
        Some((posting.title().to_owned(), parts))
    });
}

/// Puts the paper on the committee's shelf.
fn print(app: &mut App) {
    let language = app.language;
    let (Ok(posting), Some(desk)) = (selected(app), &app.desk) else {
        return;
    };
    let looked = with_matter(desk, posting);
    let world = looked.as_ref().unwrap_or_else(|| desk.world());
    let blocks = papers::paper(language, world, posting);
    let name = papers::file_name(language, world, posting);
    let nowhere = nowhere_to_object(language, world, posting.kind);
    let (text, marked) = (
        plain::write(&blocks, language, CELLS),
        markdown::write(&blocks, language),
    );
    let folder = app.shelf();
    match app.put(&name, &[("txt", &text), ("md", &marked)]) {
        Ok(path) => {
            let written = words::written(language, path.display().to_string());
            match nowhere {
                Some(warned) => app.say(Role::Warn, format!("{warned} · {written}")),
                None => app.say(Role::Good, written),
            }
        }
        Err(error) => {
            let folder = folder.display().to_string();
            let said = words::not_written(language, folder, error.to_string());
            app.say(Role::Bad, said);
        }
    }
}
