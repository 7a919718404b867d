//! What the words of some lists begin with: by far the most characters of a text begin none of them, and so many lists
//! are asked at every character that this is asked first.

/// How many characters are told apart; those further on in the table of characters share a place.
const PLACES: usize = 1 << 16;

/// The characters with which the words of some lists begin.
pub(super) struct Firsts(Vec<u64>);

impl Firsts {
    /// Reads the first characters of some lists.
    pub fn of(lists: &[&[&str]]) -> Self {
        let mut bits = vec![0; PLACES / 64];
        let firsts = lists.iter().flat_map(|list| list.iter());
        for c in firsts.filter_map(|word| word.chars().next()) {
            let (place, bit) = place(c);
            if let Some(bits) = bits.get_mut(place) {
                *bits |= bit;
            }
        }
        Self(bits)
    }

    /// Returns the places of a text at which a word may begin.
    pub fn places(&self, text: &[char]) -> impl Iterator<Item = usize> {
        (0..text.len()).filter(|at| self.begin(text.get(*at)))
    }

    /// Says whether a word may begin with a character.
    pub fn begin(&self, c: Option<&char>) -> bool {
        c.is_some_and(|c| {
            let (place, bit) = place(*c);
            self.0.get(place).is_some_and(|bits| bits & bit != 0)
        })
    }
}

/// Returns where a character is kept.
fn place(c: char) -> (usize, u64) {
    let at = usize::try_from(u32::from(c)).unwrap_or_default() % PLACES;
    (at / 64, 1 << (at % 64))
}
