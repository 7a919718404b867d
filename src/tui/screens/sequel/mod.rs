//! What follows an announced vote: one menu of the steps there are, from wherever the motion is seen.

mod again;
pub(super) mod earlier;
mod path;
mod villages;

#[cfg(test)]
mod anew_tests;
#[cfg(test)]
mod earlier_tests;
#[cfg(test)]
mod filed_tests;
#[cfg(test)]
mod not_there_tests;
#[cfg(test)]
mod paths_tests;
#[cfg(test)]
mod put_off_tests;
#[cfg(test)]
pub(super) mod tests;
#[cfg(test)]
mod tied_tests;

use super::live;
use super::paths::{MendSheet, Said, TakeSheet};
use crate::desk::Desk;
use crate::desk::place::{OfMotion, Place, Sequel};
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, SessionId, VillageId};
use crate::domain::matter::path::linked::{entry_of, step_of};
use crate::domain::rule::{Method, Rule, TieStep};
use crate::domain::session::SessionState;
use crate::domain::task::{Decision, Task};
use crate::domain::vote::due::due_once_announced;
use crate::domain::vote::reconsider::may_reconsider;
use crate::domain::vote::{self, Due, Motion, MotionState, Next, Standing, standing};
use crate::domain::{Command, Refusal, World};
use crate::i18n::{Language, sequel as words, sequels, slate, terms};
use crate::tui::action::Why;
use crate::tui::app::{App, Overlay};
use crate::tui::dialog::{self, Sheet};
use crate::tui::menus::{Choice, Menus};
use crate::tui::text;
use chrono::NaiveDate;

/// How many cells a wording has in a menu.
const QUOTED: u16 = 30;

/// How many cells the title of a menu has in the smallest window that is usual, and the title of an item in it at least.
const MENU_TITLE: u16 = 70;
const ITEM: u16 = 12;

/// A motion, by the session that may be sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Of {
    /// The session.
    pub session: SessionId,
    /// The motion.
    pub motion: MotionId,
}

/// One row of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Pick {
    Cast(bool),
    VoteAgain(Method),
    Lot,
    Defer,
    Refer,
    PassOver(Due),
    Ask,
    Village(VillageId),
    /// A village that did not agree met once more.
    VillageAgain(VillageId),
    /// A village that agreed took it up once more.
    VillageAnew(VillageId),
    Ruling,
    Reconsider,
    Mend,
    Refill(u32),
    LeaveOpen(u32),
}

impl Of {
    /// Names a motion.
    #[must_use]
    pub fn motion(motion: &Motion) -> Self {
        Self {
            session: motion.session.clone(),
            motion: motion.id.clone(),
        }
    }

    /// Names the motion that gave out a follow-up; `None` where no motion did.
    #[must_use]
    pub fn task(task: &Task) -> Option<Self> {
        match (&task.decision, &task.session) {
            (Some(Decision::Motion { motion }), Some(session)) => Some(Self {
                session: session.clone(),
                motion: motion.clone(),
            }),
            _ => None,
        }
    }

    /// Returns a world in which the motion is, sealed or not.
    fn look(&self, desk: &Desk) -> Option<World> {
        let world = desk.look(&self.session).ok()?;
        world.motion(&self.motion).is_ok().then_some(world)
    }

    fn world(&self, app: &App) -> Option<World> {
        self.look(app.desk.as_ref()?)
    }

    /// Makes the command of a step.
    fn step(&self, at: Minute, next: Next) -> Command {
        Command::Vote(vote::Command::Follow {
            session: self.session.clone(),
            motion: self.motion.clone(),
            at,
            next,
        })
    }

    /// Returns the place of a draft about it.
    fn place(&self, what: Sequel) -> Place {
        Place::Motion(self.motion.clone(), OfMotion::Sequel(what))
    }
}

/// Returns the minute an act about the motion carries now.
fn moment(app: &App, of: &Of) -> Result<Minute, Why> {
    let desk = app.desk.as_ref().ok_or(Refusal::NoCommittee)?;
    Ok(live::moment_of(app, &of.session).unwrap_or_else(|_| desk.minute()))
}

/// Returns a wording as a title quotes it.
fn quoted(motion: &Motion) -> String {
    let wording = motion.wording().replace(['\n', '\r'], " ");
    text::fit(&wording, QUOTED)
}

fn picks(world: &World, motion: &Motion, live: bool) -> Vec<Pick> {
    let session = world.session(&motion.session);
    let state = session.map(|session| session.state).ok();
    let mut picks = Vec::new();
    match state {
        Some(SessionState::Sitting) => picks.extend(in_session(motion)),
        Some(SessionState::Closed | SessionState::Sealed) => picks.extend(after_session(motion)),
        _ => {}
    }
    match standing(motion) {
        _ if due_once_announced(motion) == Some(Due::AskVillages) => picks.push(Pick::Ask),
        Standing::AwaitingVillages | Standing::AdoptedInPart | Standing::Rejected => {
            let asked = motion.asked().iter().map(|asked| &asked.village);
            let awaited = asked.filter(|village| motion.agreed(village) != Some(true));
            let (refused, silent): (Vec<&VillageId>, Vec<&VillageId>) =
                awaited.partition(|village| motion.agreed(village).is_some());
            picks.extend(silent.into_iter().cloned().map(Pick::Village));
            picks.extend(refused.into_iter().cloned().map(Pick::VillageAgain));
        }
        Standing::ReferredUp => picks.push(Pick::Ruling),
        _ => {}
    }
    let agreed = motion.asked().iter().map(|asked| &asked.village);
    let agreed = agreed.filter(|village| vote::may_be_taken_up_by(motion, village));
    picks.extend(agreed.cloned().map(Pick::VillageAnew));
    if mendable(motion).next().is_some() {
        picks.push(Pick::Mend);
    }
    if live && state.is_some_and(|state| reconsidered_here(motion, state)) {
        picks.push(Pick::Reconsider);
    }
    if live && vote::may_refill(motion) {
        let seats = motion.seats_open();
        picks.extend([Pick::Refill(seats), Pick::LeaveOpen(seats)]);
    }
    picks
}

/// Returns the villages whose decision may be put right: those that decided.
fn mendable(motion: &Motion) -> impl Iterator<Item = &VillageId> {
    let asked = motion.asked().iter().map(|asked| &asked.village);
    asked.filter(|village| motion.decisions(village).next().is_some())
}

/// Says whether a motion is offered to be taken up once more: not while its villages are awaited.
fn reconsidered_here(motion: &Motion, session: SessionState) -> bool {
    standing(motion) != Standing::AwaitingVillages && may_reconsider(motion, session)
}

/// Returns what may be done while the session sits.
fn in_session(motion: &Motion) -> Vec<Pick> {
    let announced = matches!(motion.state, MotionState::Announced { .. });
    let Some(due) = due_once_announced(motion) else {
        return Vec::new();
    };
    let refers = motion
        .rule()
        .is_some_and(|it| it.tie.contains(&TieStep::Refer));
    let mut picks = match due {
        Due::Tie(TieStep::ChairCasts) => vec![Pick::Cast(true), Pick::Cast(false)],
        Due::Tie(TieStep::Lot) => vec![Pick::Lot],
        Due::Tie(TieStep::Defer) => vec![Pick::Defer],
        Due::Tie(TieStep::Refer) => vec![Pick::Refer],
        Due::CloseSplit if refers => vec![Pick::Defer, Pick::Refer],
        Due::CloseSplit => vec![Pick::Defer],
        Due::Tie(TieStep::SecondVote) | Due::NewVote | Due::VoteAgain => {
            let ways = motion.rule().into_iter().flat_map(Rule::ways);
            // What was voted by name cannot turn secret.
            let open = ways.filter(|way| *way != Method::Secret || !motion.named);
            open.map(Pick::VoteAgain).collect()
        }
        Due::AskVillages => Vec::new(),
    };
    if !announced {
        // Before the announcement only what may stand in its place is to be had.
        picks.retain(|pick| matches!(pick, Pick::Defer | Pick::Refer));
    }
    if announced && matches!(due, Due::Tie(_) | Due::CloseSplit | Due::VoteAgain)
        || due == Due::CloseSplit
    {
        picks.push(Pick::PassOver(due));
    }
    picks
}

/// Returns what may be done about a tie once the session is over: what needs nobody in the room.
fn after_session(motion: &Motion) -> Vec<Pick> {
    let Some(due @ Due::Tie(step)) = due_once_announced(motion) else {
        return Vec::new();
    };
    let over = Pick::PassOver(due);
    match step {
        TieStep::Defer => vec![Pick::Defer, over],
        TieStep::Refer => vec![Pick::Refer, over],
        TieStep::ChairCasts | TieStep::Lot => vec![over],
        // It is carried to the session that holds it.
        TieStep::SecondVote => Vec::new(),
    }
}

/// Says whether anything is next with a motion.
///
/// # Errors
/// That nothing is.
pub fn can(app: &App, of: &Of) -> Result<(), Why> {
    let here = of.world(app);
    let motion = here
        .as_ref()
        .and_then(|world| world.motion(&of.motion).ok());
    match here.as_ref().zip(motion) {
        Some((world, motion)) if !picks(world, motion, app.live().is_some()).is_empty() => Ok(()),
        _ => Err(Why::Says(words::nothing_next)),
    }
}

/// Opens the menu of what may be done with a motion. What records nothing stands first, so that no key
/// pressed twice decides anything.
pub fn offer(app: &mut App, of: &Of) {
    if let Err(why) = can(app, of) {
        return app.explain(&why);
    }
    let Some(world) = of.world(app) else { return };
    let Ok(motion) = world.motion(&of.motion) else {
        return;
    };
    let language = app.language;
    let mut rows: Vec<Choice> = vec![(
        sequels::not_yet(language, motion),
        Box::new(|_: &mut App| {}),
    )];
    for pick in picks(&world, motion, app.live().is_some()) {
        let label = label(language, &world, &pick);
        let of = of.clone();
        rows.push((label, Box::new(move |app: &mut App| take(app, &of, pick))));
    }
    // Voted down, the motion to leave seats open leads back to the election that left them so.
    if let Some(elected) = vote::opened_again(&world, motion).filter(|_| app.live().is_some()) {
        let seats = elected.seats_open();
        for pick in [Pick::Refill(seats), Pick::LeaveOpen(seats)] {
            let label = label(language, &world, &pick);
            let of = Of::motion(elected);
            rows.push((label, Box::new(move |app: &mut App| take(app, &of, pick))));
        }
    }
    let Some(today) = app.desk.as_ref().map(Desk::today) else {
        return;
    };
    let title = title(language, (&world, today), motion);
    app.overlay = Some(Overlay::Menu(Menus::choice(&title, rows, {
        let of = of.clone();
        move |app| offer(app, &of)
    })));
}

/// Says of which motion it is and where that stands. A long title of an item is cut, and not what stands behind it;
/// what is too long itself is said in a word or two, for the panel says it whole.
fn title(language: Language, (world, today): (&World, NaiveDate), motion: &Motion) -> String {
    let item = world.items.get(&motion.item);
    let saying = |item: Option<&str>, standing: &str| {
        let named = sequels::motion_of(language, item, motion.number);
        words::menu_title(language, named, standing)
    };
    let whole = sequels::standing_on(language, world, motion, today);
    let least = item.map(|item| text::fit(item.title.as_str(), ITEM));
    let fits = text::width(&saying(least.as_deref(), &whole)) <= MENU_TITLE;
    let standing = match fits {
        true => whole.as_str(),
        false => sequels::standing_here(language, world, motion),
    };
    let with = |item: Option<&str>| saying(item, standing);
    let Some(item) = item.map(|item| item.title.as_str()) else {
        return with(None);
    };
    let room = MENU_TITLE.saturating_sub(text::width(&with(Some(""))));
    with(Some(&text::fit(item, room.max(ITEM))))
}

/// Returns the motions of a session with which something is next.
fn of_session(app: &App, session: &SessionId) -> Vec<(Of, String)> {
    let world = app.desk.as_ref().and_then(|desk| desk.look(session).ok());
    let Some(world) = world else {
        return Vec::new();
    };
    let items: Vec<_> = world.agenda(session).map(|item| item.id.clone()).collect();
    let motions = items.iter().flat_map(|item| world.motions_of(item));
    let next = motions.filter(|motion| !picks(&world, motion, false).is_empty());
    let label = |motion: &Motion| {
        let standing = sequels::standing_here(app.language, &world, motion);
        words::motion_row(app.language, quoted(motion), standing)
    };
    next.map(|motion| (Of::motion(motion), label(motion)))
        .collect()
}

/// Says whether anything is next with a motion of a session, which may be sealed.
///
/// # Errors
/// That nothing is.
pub fn can_of_session(app: &App, session: &SessionId) -> Result<(), Why> {
    match of_session(app, session).is_empty() {
        true => Err(Why::Says(words::nothing_next)),
        false => Ok(()),
    }
}

/// Opens the menu of the motion of a session with which something is next; where there are several,
/// asks first which.
pub fn offer_of_session(app: &mut App, session: &SessionId) {
    let mut found = of_session(app, session);
    if found.len() < 2 {
        return match found.pop() {
            Some((of, _)) => offer(app, &of),
            None => app.explain(&Why::Says(words::nothing_next)),
        };
    }
    let again = {
        let session = session.clone();
        move |app: &mut App| offer_of_session(app, &session)
    };
    let rows = found
        .into_iter()
        .map(|(of, label)| -> Choice { (label, Box::new(move |app: &mut App| offer(app, &of))) });
    let menu = Menus::choice(words::which_motion(app.language), rows.collect(), again);
    app.overlay = Some(Overlay::Menu(menu));
}

fn label(language: Language, world: &World, pick: &Pick) -> String {
    let plain = match pick {
        Pick::Cast(true) => words::menu_cast_for(language),
        Pick::Cast(false) => words::menu_cast_against(language),
        Pick::VoteAgain(Method::Hands) => words::menu_by_hands(language),
        Pick::VoteAgain(Method::Secret) => words::menu_secretly(language),
        Pick::VoteAgain(Method::ByVillage) => words::menu_by_village(language),
        Pick::VoteAgain(Method::ByName) => words::menu_by_name(language),
        Pick::Lot => words::menu_lot(language),
        Pick::Defer => words::menu_defer(language),
        Pick::Refer => words::menu_refer(language),
        Pick::Ask => words::menu_ask(language),
        Pick::Ruling => words::menu_ruling(language),
        Pick::Reconsider => words::menu_reconsider(language),
        Pick::Mend => words::menu_mend(language),
        Pick::Refill(seats) => return slate::menu_refill(language, *seats),
        Pick::LeaveOpen(seats) => return slate::menu_leave_open(language, *seats),
        Pick::PassOver(Due::Tie(step)) => {
            return words::menu_pass_over(language, sequels::tie_step(language, *step));
        }
        Pick::PassOver(Due::VoteAgain) => slate::not_again(language),
        Pick::PassOver(_) => words::menu_not_deferred(language),
        Pick::Village(village) => {
            return words::menu_village(language, terms::village(language, world, Some(village)));
        }
        Pick::VillageAgain(village) => {
            let name = terms::village(language, world, Some(village));
            return words::menu_village_again(language, name);
        }
        Pick::VillageAnew(village) => {
            let name = terms::village(language, world, Some(village));
            return words::menu_village_anew(language, name);
        }
    };
    plain.to_owned()
}

fn take(app: &mut App, of: &Of, pick: Pick) {
    let of = of.clone();
    match pick {
        Pick::Cast(adopted) => record(app, &of, Next::Cast { adopted }),
        Pick::PassOver(_) => record(app, &of, Next::PassOver),
        Pick::VoteAgain(method) => live::vote_again(app, of.motion, method),
        Pick::Lot => open(app, path::LotSheet { of }),
        Pick::Defer => open(app, path::DeferSheet { of }),
        Pick::Refer => open(app, path::ReferSheet { of }),
        Pick::Ruling => open(app, path::RulingSheet { of }),
        Pick::Ask => open(app, villages::AskSheet { of }),
        Pick::Village(village) => open_village(app, of, village),
        Pick::VillageAgain(village) => ask_again(app, of, village),
        Pick::VillageAnew(village) => villages::open_anew(app, of, village),
        Pick::Reconsider => open(app, again::ReconsiderSheet { of }),
        Pick::Mend => mend_which(app, of),
        Pick::Refill(_) => again::refill(app, &of),
        Pick::LeaveOpen(_) => again::leave_open(app, &of),
    }
}

/// Asks before a village that did not agree is entered once more. The first row enters nothing.
fn ask_again(app: &mut App, of: Of, village: VillageId) {
    let language = app.language;
    let Some(world) = of.world(app) else { return };
    let decided = world.motion(&of.motion).ok();
    let decided = decided.and_then(|it| it.decisions(&village).next_back());
    let Some(on) = decided.map(|decision| terms::date(language, decision.met)) else {
        return;
    };
    let name = terms::village(language, &world, Some(&village));
    let title = words::village_refused_on(language, name, on);
    let (again, asked) = (of.clone(), village.clone());
    let rows: Vec<Choice> = vec![
        (
            words::village_not_again(language).to_owned(),
            Box::new(|_: &mut App| {}),
        ),
        (
            words::village_met_again(language).to_owned(),
            Box::new(move |app: &mut App| open_village(app, of, village)),
        ),
    ];
    app.overlay = Some(Overlay::Menu(Menus::choice(&title, rows, move |app| {
        ask_again(app, again.clone(), asked.clone());
    })));
}

/// Asks what a village decided. Where that is a step of the matter's own it is asked as one, with its notice
/// and the reason a term was not waited for.
fn open_village(app: &mut App, of: Of, village: VillageId) {
    let world = of.world(app);
    let found = world.and_then(|world| step_of(&world, &of.session, &of.motion, &village));
    match found {
        Some((matter, step)) => open(
            app,
            TakeSheet {
                matter,
                step,
                village: Some(village),
            },
        ),
        None => open(app, villages::VillageSheet::first(of, village)),
    }
}

/// Asks which village's decision is to be put right.
fn mend_which(app: &mut App, of: Of) {
    let Some(world) = of.world(app) else { return };
    let Ok(motion) = world.motion(&of.motion) else {
        return;
    };
    let row = |village: &VillageId| -> Choice {
        let (of, village) = (of.clone(), village.clone());
        let name = terms::village(app.language, &world, Some(&village)).to_owned();
        (name, Box::new(move |app: &mut App| mend(app, of, village)))
    };
    let rows = mendable(motion).map(row).collect();
    let title = words::menu_mend_which(app.language);
    let menu = Menus::choice(title, rows, {
        let of = of.clone();
        move |app| mend_which(app, of.clone())
    });
    app.overlay = Some(Overlay::Menu(menu));
}

/// Opens what a village decided to be put right, at the step of its matter where it stands there too.
fn mend(app: &mut App, of: Of, village: VillageId) {
    let world = of.world(app);
    let entry = world.and_then(|world| entry_of(&world, &of.motion, &village));
    let of = match entry {
        Some((matter, entry)) => Said::Entry(matter, entry),
        None => Said::Motion(of.session, of.motion, village),
    };
    open(app, MendSheet { of });
}

fn record(app: &mut App, of: &Of, next: Next) {
    match moment(app, of) {
        Ok(at) => {
            app.record(&[of.step(at, next)]);
        }
        Err(why) => app.explain(&why),
    }
}

fn open(app: &mut App, sheet: impl Sheet + 'static) {
    dialog::open(app, Box::new(sheet));
}

/// The longest line a field takes.
const LINE: usize = 200;
