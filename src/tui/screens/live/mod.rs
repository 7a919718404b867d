//! The live screen: one screen, made for pressure, where the user stays for the whole meeting.
//!
//! One line says what comes next and the one key that takes that step (`step`). Below it stands one
//! panel: agenda, roll, minutes, vote, or the list to read aloud at 散会. In a wide window the agenda
//! stays beside it.

mod actions;
mod agenda;
mod barred;
mod bases;
mod beside;
mod closing;
mod correctable;
mod counting;
mod drafts;
mod fact;
mod hands;
mod in_force;
mod left;
mod lines;
mod meter;
mod minutes;
mod options;
mod owed;
mod panel_view;
mod paper;
mod presenter;
mod recusals;
mod review;
mod roll;
mod secret;
mod sequel;
mod sheets;
mod slate;
mod speaker;
mod step;
mod typing;
mod urn;
mod view;
mod vote;
mod voter;
mod ways_out;
mod whole;
mod writing;

#[cfg(test)]
mod ballots_tests;
#[cfg(test)]
mod bases_tests;
#[cfg(test)]
mod beside_tests;
#[cfg(test)]
mod checked_tests;
#[cfg(test)]
mod clock_tests;
#[cfg(test)]
mod closing_tests;
#[cfg(test)]
mod corrected_tests;
#[cfg(test)]
mod drafts_tests;
#[cfg(test)]
mod editor_tests;
#[cfg(test)]
mod freed_tests;
#[cfg(test)]
mod hands_tests;
#[cfg(test)]
mod keys_said_tests;
#[cfg(test)]
mod lacks_tests;
#[cfg(test)]
mod left_tests;
#[cfg(test)]
mod marked_tests;
#[cfg(test)]
mod mended_tests;
#[cfg(test)]
mod moves_tests;
#[cfg(test)]
mod open_seats_tests;
#[cfg(test)]
mod opinion_tests;
#[cfg(test)]
pub(in crate::tui) mod options_tests;
#[cfg(test)]
mod over_tests;
#[cfg(test)]
mod owed_tests;
#[cfg(test)]
mod paper_tests;
#[cfg(test)]
mod presenter_tests;
#[cfg(test)]
mod proxy_tests;
#[cfg(test)]
mod quorum_tests;
#[cfg(test)]
mod recusal_tests;
#[cfg(test)]
mod review_tests;
#[cfg(test)]
mod right_days_tests;
#[cfg(test)]
mod room_tests;
#[cfg(test)]
mod seats_tests;
#[cfg(test)]
mod sitting_tests;
#[cfg(test)]
mod slate_tests;
#[cfg(test)]
mod slips_tests;
#[cfg(test)]
pub(in crate::tui) mod tests;
#[cfg(test)]
mod times_tests;
#[cfg(test)]
mod told_tests;
#[cfg(test)]
mod totals_tests;
#[cfg(test)]
mod unsettled_tests;

pub use actions::{
    ACTIONS, AGENDA_ACTIONS, CLOSING_ACTIONS, HANDS_ACTIONS, HANDS_ENDED_ACTIONS, MINUTES_ACTIONS,
    OPTIONS_ACTIONS, RECUSAL_ACTIONS, REVIEW_ACTIONS, ROLL_ACTIONS, SECRET_ACTIONS,
    SITTING_ACTIONS, VOTE_ACTIONS,
};
pub use drafts::{correct_motion, go_on, go_on_with_motion, sign_again};
pub use fact::fact;
pub use left::drop_item;
pub use paper::{moment, moment_of};
pub use sequel::{item_now, look_at_motion, vote_again, with_a_vote};
pub use typing::{paste, takes_text};
pub use ways_out::ways_out;
pub use writing::Writing;

use self::counting::Counting;
use self::hands::Stage;
use self::speaker::Speaker;
use self::urn::Pencil;
use crate::desk::{Desk, DeskError};
use crate::domain::World;
use crate::domain::dates::Minute;
use crate::domain::ids::{EntryId, ItemId, MotionId, PersonId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::session::agenda::{Item, ItemKind};
use crate::domain::session::{Session, SessionState};
use crate::domain::task::carried_out::CarriedOut;
use crate::i18n::{live as words, terms};
use crate::tui::action::{Action, Scope, Why};
use crate::tui::app::App;
use crate::tui::input::Key;
use crate::tui::widgets::list::Listing;

/// A panel of the live screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// The agenda.
    Agenda,
    /// The roll.
    Roll,
    /// The minutes of the item looked at.
    Minutes,
    /// The open follow-ups, where the item looked at goes through them.
    Review,
    /// The motions of the item looked at, and their ballot.
    Vote,
    /// The list to read aloud, and what is left to do.
    Closing,
}

impl Panel {
    /// Every panel, in the order of Tab.
    pub const ALL: [Self; 6] = [
        Self::Agenda,
        Self::Roll,
        Self::Minutes,
        Self::Review,
        Self::Vote,
        Self::Closing,
    ];

    /// Returns where its keys are looked up.
    #[must_use]
    pub const fn scope(self) -> Scope {
        match self {
            Self::Agenda => Scope::LiveAgenda,
            Self::Roll => Scope::LiveRoll,
            Self::Minutes => Scope::LiveMinutes,
            Self::Review => Scope::LiveReview,
            Self::Vote => Scope::LiveVote,
            Self::Closing => Scope::LiveClosing,
        }
    }
}

/// The state of the live screen.
pub struct State {
    /// The session that runs.
    pub session: SessionId,
    /// The panel that is seen.
    pub panel: Panel,
    /// The item looked at, where it is not the one that runs.
    pub looked_at: Option<ItemId>,
    /// The motion looked at, where it is not the one that comes next.
    pub motion: Option<MotionId>,
    /// Hands being counted, not taken down yet.
    pub counting: Option<Counting>,
    /// The hands that a draft holds.
    kept: Option<Counting>,
    /// Numbers of papers being filled in, not taken down yet.
    pub papers: Option<Pencil>,
    /// The numbers of papers that a draft holds.
    papers_kept: Option<Pencil>,
    /// What is being written.
    pub writing: Option<Writing>,
    /// Who is asked to have spoken.
    pub speaker: Option<Speaker>,
    /// The minute stated last for what is entered from paper.
    stated: Option<Minute>,
    /// The entry whose writing was interrupted by a function key; Esc goes back to it.
    pub interrupted: Option<EntryId>,
    /// Where the caret stood in the entry written last.
    left: Option<(EntryId, (usize, usize))>,
    /// Each panel's selection, in the order of [`Panel::ALL`].
    lists: [Listing; 6],
    /// Rows of the panel seen last, for moving in it: how many, and which of them are headers.
    headers: Vec<bool>,
    /// The line of the closing panel that each of its rows belongs to.
    closing_rows: Vec<usize>,
    /// The world with a sealed session in it, which the desk keeps on the disk only.
    sealed: Option<Box<World>>,
    /// What was carried out since the session before, while the item that goes through it is to come.
    carried: Option<Box<CarriedOut>>,
}

impl State {
    /// Begins with the roll, or with what a session that was interrupted needs.
    #[must_use]
    pub fn new(session: SessionId) -> Self {
        Self {
            session,
            panel: Panel::Roll,
            looked_at: None,
            motion: None,
            counting: None,
            kept: None,
            papers: None,
            papers_kept: None,
            writing: None,
            speaker: None,
            stated: None,
            interrupted: None,
            left: None,
            lists: Default::default(),
            headers: Vec::new(),
            closing_rows: Vec::new(),
            sealed: None,
            carried: None,
        }
    }

    /// Returns the world the session is seen in.
    #[must_use]
    pub fn world<'a>(&'a self, desk: &'a Desk) -> &'a World {
        self.sealed.as_deref().unwrap_or_else(|| desk.world())
    }

    /// Reads a sealed session anew from the file; one that is open stands on the desk.
    pub fn refresh(&mut self, desk: &Desk) {
        self.sealed = match desk.world().session(&self.session) {
            Ok(_) => None,
            // A file that cannot be read leaves the screen saying that the session is gone.
            Err(_) => desk.look(&self.session).ok().map(Box::new),
        };
        let world = self.world(desk);
        let ahead = |it: &Item| it.kind == ItemKind::Review && !it.state.settled();
        let is_ahead = world.agenda(&self.session).any(ahead);
        let session = world.session(&self.session).ok().filter(|_| is_ahead);
        let carried = session.map(|session| desk.carried_out(session));
        // Where the file cannot be read, what is open is gone through all the same.
        let carried = carried.and_then(|it| it.ok().flatten());
        self.carried = carried.filter(|it| !it.is_empty()).map(Box::new);
    }

    /// Returns where keys are looked up, nearest first: hands that are counted have keys of their own.
    #[must_use]
    pub fn scopes(&self, desk: Option<&Desk>) -> Vec<Scope> {
        match desk.and_then(|desk| hands::stage(self, self.world(desk))) {
            Some(Stage::Counted) => vec![Scope::LiveHands, Scope::Live],
            Some(Stage::Papers) => vec![Scope::LiveSecret, Scope::Live],
            Some(Stage::Asked) => vec![Scope::LiveOptions, Scope::Live],
            Some(Stage::Ended) => vec![Scope::LiveHandsEnded, Scope::LiveVote, Scope::Live],
            None => vec![self.panel.scope(), Scope::Live],
        }
    }

    /// Follows a step that was undone or done again: what the file holds is what is seen.
    pub fn walked(&mut self, desk: &Desk) {
        self.counting = None;
        self.papers = None;
        self.refresh(desk);
    }

    /// Goes to the panel that suits where the session stands.
    pub fn settle_in(&mut self, desk: &Desk) {
        self.refresh(desk);
        counting::take_up(self, desk);
        urn::take_up(self, desk);
        let world = self.world(desk);
        let Ok(session) = world.session(&self.session) else {
            return;
        };
        let open = world.open_vote(&session.id);
        let unasked = open.and_then(|motion| vote::missing(session, motion));
        self.panel = match session.state {
            SessionState::Planned
            | SessionState::Break
            | SessionState::Adjourned
            | SessionState::Lapsed => Panel::Roll,
            SessionState::Closed | SessionState::Sealed => Panel::Closing,
            SessionState::Sitting if open.is_some() => Panel::Vote,
            SessionState::Sitting if world.running_item(&session.id).is_some() => {
                self.of_item(world, session, desk.minute())
            }
            SessionState::Sitting => Panel::Agenda,
        };
        // Whoever comes back in the middle of a vote goes on with the first who was not asked.
        if let Some(row) = unasked {
            self.listing_mut(Panel::Vote).selected = row;
        }
    }

    /// Returns the words of the banner: the session's name and where it stands.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        let Some(session) = app
            .desk
            .as_ref()
            .and_then(|desk| self.world(desk).session(&self.session).ok())
        else {
            return words::gone(app.language).to_owned();
        };
        let name = terms::session_name(app.language, session);
        words::title(
            app.language,
            name,
            terms::session_state(app.language, session.state),
        )
    }

    /// Returns the selection of a panel.
    #[must_use]
    pub fn listing(&self, panel: Panel) -> &Listing {
        let [agenda, roll, minutes, review, vote, closing] = &self.lists;
        match panel {
            Panel::Agenda => agenda,
            Panel::Roll => roll,
            Panel::Minutes => minutes,
            Panel::Review => review,
            Panel::Vote => vote,
            Panel::Closing => closing,
        }
    }

    /// Returns the selection of a panel, to move it.
    pub fn listing_mut(&mut self, panel: Panel) -> &mut Listing {
        let [agenda, roll, minutes, review, vote, closing] = &mut self.lists;
        match panel {
            Panel::Agenda => agenda,
            Panel::Roll => roll,
            Panel::Minutes => minutes,
            Panel::Review => review,
            Panel::Vote => vote,
            Panel::Closing => closing,
        }
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        let headers = std::mem::take(&mut self.headers);
        let moved = self
            .listing_mut(self.panel)
            .key(key, headers.len(), |row| headers.get(row) == Some(&false));
        self.headers = headers;
        if let Some(counting) = self.counting.as_mut().filter(|_| moved) {
            counting.moved();
        }
        if let Some(pencil) = self.papers.as_mut().filter(|_| moved) {
            pencil.moved();
        }
        moved
    }

    /// Says whether words are being typed.
    #[must_use]
    pub fn has_text_field(&self) -> bool {
        self.writing.is_some() || self.speaker.is_some()
    }

    /// Keeps what is being written as a draft.
    ///
    /// # Errors
    /// Why no draft holds some of it.
    pub fn keep_draft(&mut self, desk: &mut Desk) -> Result<(), DeskError> {
        let written = match &mut self.writing {
            Some(writing) => writing.keep(desk),
            None => Ok(()),
        };
        let counted = counting::keep(self, desk).and(urn::keep(self, desk));
        written.and(counted)
    }

    /// Says whether words or numbers that no draft holds go with the screen.
    #[must_use]
    pub fn would_lose(&self) -> bool {
        self.counting.is_some() && self.counting != self.kept
            || self.papers.is_some() && self.papers != self.papers_kept
            || self.writing.as_ref().is_some_and(Writing::unkept)
    }

    /// Says whether something is being written that no draft holds yet.
    #[must_use]
    pub fn unkept(&self) -> bool {
        self.counting != self.kept
            || self.papers != self.papers_kept
            || self.writing.as_ref().is_some_and(Writing::unkept)
    }

    /// Returns the panels there are for the item looked at, in the order of Tab.
    pub fn panels(&self, world: &World) -> impl Iterator<Item = Panel> {
        let reviews = self.reviews(world);
        let there = move |panel: &Panel| *panel != Panel::Review || reviews;
        Panel::ALL.into_iter().filter(there)
    }

    /// Says whether the item looked at goes through the follow-ups.
    fn reviews(&self, world: &World) -> bool {
        self.item(world)
            .is_some_and(|item| item.kind == ItemKind::Review)
    }

    /// Returns the panel an item is dealt with on: the follow-ups where it goes through some, else its minutes.
    fn of_item(&self, world: &World, session: &Session, clock: Minute) -> Panel {
        let open = || !self.to_review(world, session, clock).is_empty();
        let some = || self.carried.is_some() || open();
        if self.reviews(world) && some() {
            Panel::Review
        } else {
            Panel::Minutes
        }
    }

    /// Returns the item looked at: the one chosen, else the one that runs, else the first not settled.
    #[must_use]
    pub fn item<'a>(&self, world: &'a World) -> Option<&'a Item> {
        let chosen = self
            .looked_at
            .as_ref()
            .and_then(|item| world.item(item).ok());
        chosen
            .or_else(|| world.running_item(&self.session))
            .or_else(|| {
                world
                    .agenda(&self.session)
                    .find(|item| !item.state.settled())
            })
            .or_else(|| world.agenda(&self.session).last())
    }
}

/// Returns the live state, the session and the world, or why there are none.
fn seen(app: &App) -> Result<(&State, &Session, &World), Why> {
    let state = app.live().ok_or(Why::Says(words::not_live))?;
    let world = state.world(app.desk.as_ref().ok_or(Refusal::NoCommittee)?);
    let session = world.session(&state.session)?;
    Ok((state, session, world))
}

/// Returns the ways that stand beside the step of the live screen.
pub fn ways_now(app: &App) -> Vec<&'static Action> {
    let Ok((state, session, world)) = seen(app) else {
        return Vec::new();
    };
    let step = hands::step(state, world, session);
    actions::other_ways(&step, state.panel, world, session)
}

/// Returns the desk of an app that has one.
fn desk(app: &App) -> Result<&Desk, Why> {
    app.desk.as_ref().ok_or(Why::Refused(Refusal::NoCommittee))
}

/// Changes the live state, where it is seen.
fn with(app: &mut App, change: impl FnOnce(&mut State)) {
    if let Some(state) = app.live_mut() {
        change(state);
    }
}

/// Forgets the sentence that was interrupted: whoever moved on is not led back to it.
fn moved_on(app: &mut App) {
    with(app, |state| state.interrupted = None);
}

/// Goes to a panel; what is being written is recorded first.
fn show(app: &mut App, panel: Panel) {
    writing::leave(app);
    with(app, |state| {
        state.panel = panel;
        state.speaker = None;
    });
}

/// Selects a person of the roll, where it is seen.
pub fn select_person(app: &mut App, person: &PersonId) {
    roll::select(app, person);
}

/// Leaves the editor before anything else is done, so that its words are recorded; says whether it is left.
pub fn leave(app: &mut App) -> bool {
    writing::leave(app)
}

/// Goes back to a half-written sentence that a sheet had interrupted.
pub fn uncovered(app: &mut App) {
    let here = seen(app).is_ok_and(|(state, _, world)| {
        let entry = state.interrupted.as_ref();
        let item = entry.and_then(|entry| world.entry(entry).ok());
        let same = item.map(|entry| &entry.item) == state.item(world).map(|item| &item.id);
        same && state.panel == Panel::Minutes && state.writing.is_none()
    });
    if here {
        writing::resume(app);
    }
}
