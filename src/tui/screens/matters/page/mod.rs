//! One matter seen from one place: its answers, who must still decide, its whole life; keys to everything.

mod actions;
mod view;

pub use actions::ACTIONS;

use crate::desk::Desk;
use crate::domain::World;
use crate::domain::ids::{ItemId, MatterId, MotionId, PostingId, SessionId, TaskId, VillageId};
use crate::domain::matter::Matter;
use crate::i18n::{matter_list as words, matters};
use crate::tui::app::App;
use crate::tui::input::Key;
use crate::tui::widgets::reader::Reader;

/// The state of the page.
#[derive(Debug)]
pub struct State {
    matter: MatterId,
    reader: Reader,
    /// The world with everything on file of the matter, and which one it was read with.
    looked: Option<(u64, Box<World>)>,
    /// Where each line of the last frame leads.
    ways: Vec<Option<Way>>,
}

/// Where a line leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Way {
    /// To its item in a session.
    Item(SessionId, ItemId),
    /// To a motion of its item in a session.
    Motion(SessionId, ItemId, MotionId),
    /// To a follow-up.
    Task(TaskId),
    /// To the steps it has to go.
    Steps,
    /// To a step at one place.
    Step(usize, Option<VillageId>),
    /// To a text on a board.
    Posting(PostingId),
    /// To another matter.
    Matter(MatterId),
}

impl State {
    /// Shows a matter.
    #[must_use]
    pub fn new(matter: MatterId) -> Self {
        Self {
            matter,
            reader: Reader::default(),
            looked: None,
            ways: Vec::new(),
        }
    }

    /// Returns the matter.
    #[must_use]
    pub const fn matter(&self) -> &MatterId {
        &self.matter
    }

    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        let language = app.language;
        let world = app.desk.as_ref().map(Desk::world);
        let open = world.and_then(|world| world.matter(&self.matter).ok());
        match open.or_else(|| self.known()) {
            Some(matter) => words::page_title(language, matters::number(language, matter.number)),
            None => words::title(language).to_owned(),
        }
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        self.reader.key(key)
    }

    /// Returns the matter as it was last read, open or closed.
    pub(super) fn known(&self) -> Option<&Matter> {
        let (_, world) = self.looked.as_ref()?;
        world.matter(&self.matter).ok()
    }

    /// Returns where the line in use leads.
    fn way(&self) -> Option<&Way> {
        self.ways.get(self.reader.at())?.as_ref()
    }

    /// Reads the matter anew where something was recorded since.
    fn refresh(&mut self, desk: &Desk) {
        let now = desk.revision();
        if self.looked.as_ref().is_some_and(|(read, _)| *read == now) {
            return;
        }
        let world = desk.look_at_matter(&self.matter).ok();
        self.looked = world.map(|world| (now, Box::new(world)));
    }
}
