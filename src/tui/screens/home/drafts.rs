//! The drafts at home: each named by what it is and where it belongs, and the way back to it.

use super::Way;
use super::actions::{new_session, run_named, to_roster, to_tasks};
use super::lines::Line;
use crate::desk::place::{InSession, OfMatter, OfMotion, Place, Spot, Step, TimesOf};
use crate::desk::{Desk, Draft};
use crate::domain::World;
use crate::domain::ids::{
    EntryId, ItemId, MatterId, MotionId, PersonId, RuleId, SessionId, TaskId,
};
use crate::domain::task::Decision;
use crate::exchange::roster::{Draft as List, DraftRow};
use crate::i18n::{
    Language, backup, board_rest, board_screen, draft as words, home, intake,
    ledgers as ledger_words, left, matter_lacking, matter_opinion, path_screen, paths,
    place as names, slate, task_sheet, template_words, terms,
};
use crate::tui::app::App;
use crate::tui::reading::{self, Part};
use crate::tui::screens::{
    Screen, boards, intake as intake_screen, ledgers, live, matters, paths as consent, plan,
    roster, rules, tasks,
};
use crate::tui::theme::Role;
use crate::tui::widgets::form::Typed;

/// Lists the drafts that are gone on with from home.
pub(super) fn rows(desk: &Desk, language: Language) -> Vec<Line> {
    // A file that cannot be read is told of by its desk; home goes on without this section.
    let drafts = desk.drafts().unwrap_or_default();
    let worth = |draft: &Draft| match &draft.spot.place {
        // Hands in pencil are no words to go on with; the session that sits takes them up.
        Place::Motion(_, OfMotion::Hands | OfMotion::Papers) => false,
        // A list that was read is kept in a form of its own.
        Place::RosterTaken => true,
        _ => match Typed::read(&draft.text) {
            Some(typed) => !typed.says_nothing(),
            None => !draft.text.trim().is_empty(),
        },
    };
    drafts
        .into_iter()
        .filter(worth)
        .map(|draft| {
            let written = characters(&draft);
            let when = terms::moment(language, &draft.at, Some(desk.today()));
            let how = if draft.spot.aside.is_none() {
                home::draft_row(language, when, written)
            } else {
                words::row_aside(language, when, written)
            };
            let what = name(desk, language, &draft.spot.place);
            Line::new(what, how, Role::Warn, Way::Draft(draft.spot))
        })
        .collect()
}

/// Counts what somebody typed: words that a sheet proposed are not among them.
fn characters(draft: &Draft) -> usize {
    match Typed::read(&draft.text) {
        Some(typed) if draft.spot.place != Place::RosterTaken => typed.characters(),
        _ => {
            let told: String = told(draft).concat();
            told.chars().filter(|c| !c.is_control()).count()
        }
    }
}

/// Returns what a draft holds, a piece after the other.
fn told(draft: &Draft) -> Vec<String> {
    if draft.spot.place == Place::RosterTaken {
        let list = List::read_kept(&draft.text);
        let list = list.iter().flat_map(List::rows);
        return list.map(DraftRow::words).collect();
    }
    match Typed::read(&draft.text) {
        Some(typed) => typed.told().collect(),
        None => vec![draft.text.clone()],
    }
}

/// Names a draft: what it is, and where.
pub(super) fn name(desk: &Desk, language: Language, place: &Place) -> String {
    let (what, wherein) = described(desk, language, place);
    let wherein: Vec<String> = wherein.into_iter().flatten().collect();
    if wherein.is_empty() {
        what
    } else {
        names::of(language, what, wherein.join(names::between(language)))
    }
}

/// Returns what a draft is, and where it belongs, the nearest first.
fn described(desk: &Desk, language: Language, place: &Place) -> (String, [Option<String>; 2]) {
    let world = desk.world();
    let of = |id: &SessionId| {
        let world = desk.look(id).ok()?;
        let session = world.session(id).ok()?;
        Some(terms::session_name(language, session))
    };
    let (what, near, session) = match place {
        Place::Founding => (names::founding(language), None, None),
        Place::CommitteeName => (names::committee_name(language), None, None),
        Place::OwnRules => (names::own_rules(language), None, None),
        Place::RuleCopy(id) => (names::rule_copy(language), rule(language, world, id), None),
        Place::RuleVersion(id) => (
            names::rule_version(language),
            rule(language, world, id),
            None,
        ),
        Place::NewVillage => (names::new_village(language), None, None),
        Place::NewPerson => (names::new_person(language), None, None),
        Place::Roster(of) => {
            let (what, near) = roster::draft_name(language, desk, of);
            (what, near, None)
        }
        Place::RosterList => (intake::paste_title(language), None, None),
        Place::RosterFile => (intake::file_title(language), None, None),
        Place::RosterTaken => (names::roster_taken(language), None, None),
        Place::RosterRow(_, row) => (names::roster_row(language), Some(row.clone()), None),
        Place::Stick => (backup::home_title(language), None, None),
        Place::NewSession => (names::new_session(language), None, None),
        Place::Plan(id) => (names::plan(language), None, of(id)),
        Place::NewItem(id) => (names::new_item(language), None, of(id)),
        Place::Item(id) => {
            let session = world.item(id).ok().and_then(|item| of(&item.session));
            (names::item(language), item(language, world, id), session)
        }
        Place::Notice(id) => (names::notice(language), None, of(id)),
        Place::Leave(id) => (names::leave(language), None, of(id)),
        Place::NewTask | Place::NewTaskOf(_) => (names::new_task(language), None, None),
        Place::Task(id) => (names::task(language), task(desk, id), None),
        Place::Step(what, ids) => (step(language, *what), all(desk, language, ids), None),
        Place::NewLedgerLine => (ledger_words::draft_new(language), None, None),
        Place::LedgerLine(id) => {
            let line = desk.ledger_line(id).ok().flatten();
            let name = line.map(|line| line.what.to_string());
            (ledger_words::draft_line(language), name, None)
        }
        Place::NewMatter => (names::new_matter(language), None, None),
        Place::Matter(id, what) => (of_matter(language, *what), matter(desk, id), None),
        Place::Motion(id, what) => {
            let what = match what {
                OfMotion::Wording => names::motion(language),
                OfMotion::Withdrawal => names::withdrawal(language),
                OfMotion::Recusal(_) => names::recusal(language),
                OfMotion::ByNumbers(_) => names::by_numbers(language),
                OfMotion::Excludes => names::excludes(language),
                OfMotion::Hands | OfMotion::Papers => names::hands(language),
                OfMotion::WriteIn => slate::written_title(language),
                OfMotion::Sequel(_) => names::sequel(language),
            };
            let motion = world.motion(id).ok();
            let session = motion.and_then(|motion| of(&motion.session));
            let item = motion.and_then(|motion| item(language, world, &motion.item));
            (what, item, session)
        }
        Place::Live(id, what) => {
            let sealed = desk.look(id).ok();
            let world = sealed.as_ref().unwrap_or(world);
            let (what, near) = in_session(desk, language, world, what);
            (what, near, of(id))
        }
        Place::Board(of) => {
            let (what, near) = boards::draft_name(language, desk, of);
            (what, near, None)
        }
        Place::BoardRules => (board_screen::title_rules(language), None, None),
        Place::RestDays => (board_rest::title(language), None, None),
        Place::Posting(what, ids) => {
            let (what, near) = boards::step_name(language, desk, *what, ids);
            (what, near, None)
        }
        Place::Path(id, _) => {
            let matter = world.matters.get(id);
            let title = matter.map(|matter| matter.intake.title.to_string());
            (path_screen::draft_path(language), title, None)
        }
        Place::NewTemplate => (template_words::draft(language), None, None),
        Place::Template(id, _) => {
            let template = world.templates.get(id);
            let name = template.map(|template| paths::template(language, template));
            (path_screen::draft_template(language), name, None)
        }
        Place::Unknown(_) => (names::unknown(language), None, None),
    };
    (what.to_owned(), [near, session])
}

fn in_session(
    desk: &Desk,
    language: Language,
    world: &World,
    what: &InSession,
) -> (&'static str, Option<String>) {
    let person = |id: &PersonId| Some(terms::person(language, world, id).to_owned());
    let of_entry = |id: &EntryId| item(language, world, &world.entry(id).ok()?.item);
    let of_motion = |id: &MotionId| item(language, world, &world.motion(id).ok()?.item);
    let of_item = |id: &ItemId| item(language, world, id);
    match what {
        InSession::Entry(id) => (names::entry(language), of_entry(id)),
        InSession::NewMotion(id) => (names::new_motion(language), id.as_ref().and_then(of_item)),
        InSession::LateNote(id) => (names::late_note(language), of_item(id)),
        InSession::DropItem(id) => (left::draft_drop(language), of_item(id)),
        InSession::FollowUp(id) => (names::new_task(language), id.as_ref().and_then(of_item)),
        InSession::FollowUpOf(decision) => {
            let near = match decision {
                Decision::Motion { motion } => of_motion(motion),
                Decision::Entry { entry } => of_entry(entry),
            };
            (names::new_task(language), near)
        }
        InSession::Review(_, what, ids) => (step(language, *what), all(desk, language, ids)),
        InSession::Leave(id) => (names::leave(language), person(id)),
        InSession::Recusal(id) => (names::recusal(language), person(id)),
        InSession::Proxy(id) => (names::proxy(language), person(id)),
        InSession::RecusalCorrection(of) => {
            let who = of.as_ref().and_then(|(id, _)| person(id));
            (names::recusal_correction(language), who)
        }
        InSession::Excuse(id) => (names::excuse(language), person(id)),
        InSession::Guest => (names::guest(language), None),
        InSession::Deputy(id) => (names::deputy(language), person(id)),
        InSession::Seat(id) => (names::seat(language), id.as_ref().and_then(person)),
        InSession::Paper => (names::paper(language), None),
        InSession::Adjourn => (names::adjourn(language), None),
        InSession::Lapse => (names::lapse(language), None),
        InSession::WithoutVotes => (names::without_votes(language), None),
        InSession::Seal | InSession::SignAgain(_) => (names::seal(language), None),
        InSession::VoiceCorrection(_, id) => (names::voice_correction(language), person(id)),
        InSession::TotalsCorrection(id, _) => (names::totals_correction(language), of_motion(id)),
        InSession::RollCorrection(id) => (names::roll_correction(language), person(id)),
        InSession::EntryCorrection(id) => (names::entry_correction(language), of_entry(id)),
        InSession::TimesCorrection(of) => {
            let near = match of {
                TimesOf::Session => None,
                TimesOf::Item(id) => of_item(id),
                TimesOf::Motion(id) => of_motion(id),
            };
            (names::times_correction(language), near)
        }
    }
}

fn item(language: Language, world: &World, id: &ItemId) -> Option<String> {
    let item = world.item(id).ok()?;
    let number = terms::item_number(language, item);
    Some(home::draft_item(language, number, item.title.to_string()))
}

fn rule(language: Language, world: &World, id: &RuleId) -> Option<String> {
    let rule = world.rule(id).ok()?;
    Some(terms::rule_name(language, &rule).to_owned())
}

fn task(desk: &Desk, id: &TaskId) -> Option<String> {
    let open = desk.world().task(id).ok().map(|task| task.what.to_string());
    open.or_else(|| {
        let ended = desk.finished_tasks().unwrap_or_default().into_iter();
        let mut ended = ended.filter(|task| task.id == *id);
        ended.next().map(|task| task.what.to_string())
    })
}

fn matter(desk: &Desk, id: &MatterId) -> Option<String> {
    let world = desk.look_at_matter(id).ok()?;
    Some(world.matter(id).ok()?.intake.title.to_string())
}

fn of_matter(language: Language, what: OfMatter) -> &'static str {
    match what {
        OfMatter::Intake => names::matter(language),
        OfMatter::Screening => names::matter_screening(language),
        OfMatter::SendBack => names::matter_send_back(language),
        OfMatter::Merge => names::matter_merge(language),
        OfMatter::Split => names::matter_split(language),
        OfMatter::Withdraw => names::matter_withdraw(language),
        OfMatter::Reopen => names::matter_reopen(language),
        OfMatter::FileWithout => matter_lacking::draft(language),
        OfMatter::Opinion => matter_opinion::draft(language),
        OfMatter::Late => names::matter_late(language),
    }
}

/// Names a follow-up, or says how many there are.
fn all(desk: &Desk, language: Language, ids: &[TaskId]) -> Option<String> {
    match ids {
        [id] => task(desk, id),
        many => Some(home::tasks_count(language, many.len())),
    }
}

fn step(language: Language, step: Step) -> &'static str {
    match step {
        Step::Done => names::step_done(language),
        Step::Note => names::step_note(language),
        Step::Move => names::step_move(language),
        Step::Drop => names::step_drop(language),
        Step::Reopen => names::step_reopen(language),
        Step::Sign => task_sheet::sign_short(language),
        Step::Return => task_sheet::return_short(language),
        Step::Rate => task_sheet::rate_short(language),
        Step::Suspend | Step::Resume => task_sheet::rest_short(language),
        Step::Part => task_sheet::part_short(language),
        Step::Remind => task_sheet::remind_short(language),
    }
}

/// Opens the place a draft was written at, where it is gone on with or compared with what stands there.
pub(super) fn take_up(app: &mut App, spot: &Spot) {
    if let Place::Unknown(_) = &spot.place {
        return app.say(Role::Warn, names::unknown_stays(app.language));
    }
    if app.desk.as_ref().is_some_and(|desk| !desk.may_write()) {
        return read(app, spot);
    }
    match app.desk.as_mut().map(|desk| desk.take_up(spot)) {
        Some(Ok(())) => go_on(app, &spot.place),
        Some(Err(error)) => app.fail(&error),
        None => {}
    }
}

/// Shows a draft where it can only be read.
fn read(app: &mut App, spot: &Spot) {
    let spot = spot.clone();
    reading::open(app, move |app| {
        let desk = app.desk.as_ref()?;
        let drafts = desk.drafts().ok()?;
        let draft = drafts.into_iter().find(|draft| draft.spot == spot)?;
        let language = app.language;
        let when = terms::moment(language, &draft.at, Some(desk.today()));
        let why = Part {
            title: words::draft(language, when),
            words: words::only_read(language).to_owned(),
        };
        let part = |words| Part {
            title: String::new(),
            words,
        };
        let told = told(&draft).into_iter().filter(|it| !it.trim().is_empty());
        let parts = std::iter::once(why).chain(told.map(part)).collect();
        Some((name(desk, language, &draft.spot.place), parts))
    });
}

fn nowhere(app: &mut App) {
    app.say(Role::Warn, home::draft_nowhere(app.language));
}

/// Goes to where a draft is put back by opening the sheet it was written in.
fn go_on(app: &mut App, place: &Place) {
    match place {
        Place::NewVillage => to_roster_and(app, "roster.village"),
        Place::NewPerson => to_roster_and(app, "roster.person"),
        Place::OwnRules => to_roster_and(app, "roster.rules"),
        Place::CommitteeName => to_roster_and(app, "roster.name"),
        Place::RuleCopy(rule) => {
            if !rules::go_on_with_copy(app, rule) {
                nowhere(app);
            }
        }
        Place::RuleVersion(rule) => {
            if !rules::go_on_with_version(app, rule) {
                nowhere(app);
            }
        }
        Place::Roster(of) => {
            if !roster::go_on(app, of) {
                nowhere(app);
            }
        }
        Place::RosterList | Place::RosterTaken => to_roster_and(app, "roster.list"),
        Place::RosterRow(line, row) => {
            to_roster_and(app, "roster.list");
            if !intake_screen::go_on_with_row(app, *line, row) {
                nowhere(app);
            }
        }
        Place::RosterFile => {
            to_roster_and(app, "roster.list");
            run_named(app, "intake.open");
        }
        Place::Stick => run_named(app, "home.backup"),
        Place::BoardRules => boards::go_on_with_rules(app),
        Place::RestDays => boards::go_on_with_rest(app),
        Place::Posting(what, ids) => {
            if !boards::go_on_with_step(app, *what, ids) {
                nowhere(app);
            }
        }
        Place::NewSession => new_session(app),
        Place::Plan(session) => to_plan(app, session, "plan.edit"),
        Place::NewItem(session) => to_plan(app, session, "plan.add"),
        Place::Notice(session) => to_plan(app, session, "plan.notice"),
        Place::Leave(session) => to_plan(app, session, "plan.leave"),
        Place::Item(item) => to_item(app, item),
        Place::NewTask => {
            to_tasks(app);
            run_named(app, "tasks.new");
        }
        Place::NewTaskOf(matter) => {
            app.go(Screen::Tasks(tasks::State::of_matter(matter.clone())));
            run_named(app, "tasks.new");
        }
        Place::Task(task) => to_task(app, task),
        Place::NewLedgerLine => {
            ledgers::go_on(app, None);
        }
        Place::LedgerLine(line) => {
            if !ledgers::go_on(app, Some(line)) {
                nowhere(app);
            }
        }
        Place::Board(of) => {
            if !boards::go_on(app, of) {
                nowhere(app);
            }
        }
        Place::Step(step, ids) => {
            if !tasks::go_on(app, *step, ids) {
                nowhere(app);
            }
        }
        Place::NewMatter => {
            matters::open(app);
            run_named(app, "matters.new");
        }
        Place::Matter(matter, what) => {
            if !matters::go_on(app, matter, *what) {
                nowhere(app);
            }
        }
        Place::Live(session, what) => {
            if to_session(app, session) {
                live::go_on(app, what);
            }
        }
        Place::Motion(motion, what) => {
            let desk = app.desk.as_ref();
            let session =
                desk.and_then(|desk| Some(desk.world().motion(motion).ok()?.session.clone()));
            match session {
                Some(session) if to_session(app, &session) => {
                    live::go_on_with_motion(app, motion, what);
                }
                Some(_) => {}
                None => nowhere(app),
            }
        }
        Place::Path(matter, of) => {
            if !consent::go_on(app, matter, of) {
                nowhere(app);
            }
        }
        Place::NewTemplate => consent::go_on_with_new_template(app),
        Place::Template(template, of) => {
            if !consent::go_on_with_template(app, template, of) {
                nowhere(app);
            }
        }
        // There is a committee where there is a home, and what is unknown is opened by nobody here.
        Place::Founding | Place::Unknown(_) => nowhere(app),
    }
}

fn to_roster_and(app: &mut App, name: &str) {
    to_roster(app);
    run_named(app, name);
}

fn to_plan(app: &mut App, session: &SessionId, name: &str) {
    app.go(Screen::Plan(plan::State::new(session.clone())));
    run_named(app, name);
}

fn to_item(app: &mut App, item: &ItemId) {
    let desk = app.desk.as_ref();
    let session = desk.and_then(|desk| Some(desk.world().item(item).ok()?.session.clone()));
    match session {
        Some(session) => {
            app.go(Screen::Plan(plan::State::at(session, item.clone())));
            run_named(app, "plan.change");
        }
        None => nowhere(app),
    }
}

fn to_task(app: &mut App, task: &TaskId) {
    let desk = app.desk.as_ref();
    if desk.is_some_and(|desk| desk.world().tasks.contains_key(task)) {
        app.go(Screen::Tasks(tasks::State::at(task.clone())));
        run_named(app, "tasks.edit");
    } else {
        nowhere(app);
    }
}

/// Goes to the screen of a session, sealed or not; says so where it is gone.
fn to_session(app: &mut App, session: &SessionId) -> bool {
    let desk = app.desk.as_ref();
    let known = desk.is_some_and(|desk| {
        let sealed = || {
            desk.look(session)
                .is_ok_and(|it| it.session(session).is_ok())
        };
        desk.world().session(session).is_ok() || sealed()
    });
    if known {
        app.go(Screen::live(session.clone()));
    } else {
        nowhere(app);
    }
    known
}
