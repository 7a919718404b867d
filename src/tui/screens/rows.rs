//! A list whose selection follows the thing and not the place: what moves up takes the selection along.

use crate::tui::input::Key;
use crate::tui::widgets::list::Listing;

/// The keys of the rows as they were last seen, headers without one, and which is selected.
#[derive(Debug, Clone)]
pub(super) struct Rows<K> {
    listing: Listing,
    keys: Vec<Option<K>>,
    at: Option<K>,
}

impl<K> Default for Rows<K> {
    fn default() -> Self {
        Self {
            listing: Listing::default(),
            keys: Vec::new(),
            at: None,
        }
    }
}

impl<K: Clone + PartialEq> Rows<K> {
    /// Takes a movement key.
    pub(super) fn key(&mut self, key: Key) -> bool {
        let keys = &self.keys;
        let can = |index: usize| matches!(keys.get(index), Some(Some(_)));
        let taken = self.listing.key(key, keys.len(), can);
        if taken {
            self.at = self.keys.get(self.listing.selected).cloned().flatten();
        }
        taken
    }

    /// Returns what is selected.
    pub(super) fn selected(&self) -> Option<&K> {
        self.at.as_ref()
    }

    /// Says whether the last row is selected.
    pub(super) fn at_the_end(&self) -> bool {
        self.listing.selected + 1 >= self.keys.len()
    }

    /// Selects a thing, whether or not its row was seen yet.
    pub(super) fn select(&mut self, key: K) {
        self.at = Some(key);
    }

    /// Takes the rows of this frame and returns the listing to draw them with.
    pub(super) fn settle(&mut self, keys: Vec<Option<K>>) -> &mut Listing {
        self.keys = keys;
        self.find();
        &mut self.listing
    }

    /// Goes on with the rows of the frame before, where they are the same.
    pub(super) fn stay(&mut self) {
        let there = self.keys.get(self.listing.selected);
        if there.is_none_or(|there| *there != self.at) {
            self.find();
        }
    }

    /// Puts the selection where the thing is that is selected, else on the nearest row that can be.
    fn find(&mut self) {
        let keys = &self.keys;
        let here = self
            .at
            .as_ref()
            .and_then(|at| keys.iter().position(|key| key.as_ref() == Some(at)));
        if let Some(here) = here {
            self.listing.selected = here;
        }
        self.listing
            .settle(keys.len(), |index| matches!(keys.get(index), Some(Some(_))));
        self.at = keys.get(self.listing.selected).cloned().flatten();
    }

    /// Lends the listing out while what it lists is looked at.
    pub(super) fn taken(&mut self) -> Listing {
        std::mem::take(&mut self.listing)
    }

    /// Takes the listing back.
    pub(super) fn given_back(&mut self, listing: Listing) {
        self.listing = listing;
    }
}
