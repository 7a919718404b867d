//! Things by id, shared between copies of the world.

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// Things by id: a [`BTreeMap`] that costs nothing to copy until the copy is changed.
///
/// Every question a screen asks before it offers a key is judged on a copy of the world, a dozen times a
/// frame. The copy shares all of them; the first change to one copies its ids, never its things.
#[derive(Debug, PartialEq, Eq)]
pub struct Things<K, V>(Arc<BTreeMap<K, Arc<V>>>);

impl<K, V> Things<K, V> {
    /// Says whether both are one allocation, so that nothing can have changed between them.
    #[must_use]
    pub fn is_shared_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<K, V> Default for Things<K, V> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<K, V> Clone for Things<K, V> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<K, V> Deref for Things<K, V> {
    type Target = BTreeMap<K, Arc<V>>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<K: Clone, V> DerefMut for Things<K, V> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        Arc::make_mut(&mut self.0)
    }
}

impl<'t, K, V> IntoIterator for &'t Things<K, V> {
    type Item = (&'t K, &'t Arc<V>);
    type IntoIter = std::collections::btree_map::Iter<'t, K, Arc<V>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<K: Ord, V> FromIterator<(K, Arc<V>)> for Things<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, Arc<V>)>>(things: I) -> Self {
        Self(Arc::new(things.into_iter().collect()))
    }
}

/// Takes in many at once: what comes in order costs its number, not a search for each.
impl<K: Ord + Clone, V> Extend<(K, Arc<V>)> for Things<K, V> {
    fn extend<I: IntoIterator<Item = (K, Arc<V>)>>(&mut self, things: I) {
        let mut more: BTreeMap<K, Arc<V>> = things.into_iter().collect();
        Arc::make_mut(&mut self.0).append(&mut more);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::Things;
    use std::sync::Arc;

    #[test]
    fn a_copy_shares_the_ids_until_it_is_changed_and_the_things_after_that() {
        let things: Things<u8, &str> = [(1, Arc::new("one")), (2, Arc::new("two"))]
            .into_iter()
            .collect();
        let mut copy = things.clone();
        assert!(copy.is_shared_with(&things));
        copy.insert(3, Arc::new("three"));
        assert!(!copy.is_shared_with(&things));
        assert_eq!((things.len(), copy.len()), (2, 3));
        let (ours, theirs) = (things.get(&1).unwrap(), copy.get(&1).unwrap());
        assert!(Arc::ptr_eq(ours, theirs));
    }

    #[test]
    fn what_is_taken_in_at_once_stands_in_the_place_of_what_was_there() {
        let mut things: Things<u8, &str> = [(2, Arc::new("two")), (4, Arc::new("four"))]
            .into_iter()
            .collect();
        things.extend([
            (3, Arc::new("three")),
            (1, Arc::new("one")),
            (2, Arc::new("second")),
        ]);
        let all: Vec<(u8, &str)> = things.iter().map(|(key, it)| (*key, **it)).collect();
        assert_eq!(all, [(1, "one"), (2, "second"), (3, "three"), (4, "four")]);
    }
}
