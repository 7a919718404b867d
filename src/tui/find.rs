//! Finding Chinese names with the input method off: by text, by pinyin initials, by full pinyin, and plain English.

use super::input::fold_text;
use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};
use ib_matcher::pinyin::{PinyinData, PinyinNotation};
use std::sync::LazyLock;

/// The table of readings takes about two milliseconds to make and is the same for every query.
static READINGS: LazyLock<PinyinData> =
    LazyLock::new(|| PinyinData::new(PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter));

/// A query made ready; one is made for each key typed and asked about every row.
///
/// Words of the query are separated by blanks and must all be found. Case and full-width forms make no difference,
/// every reading of a character counts, and the last syllable may be unfinished.
pub struct Finder {
    words: Vec<Word>,
}

struct Word {
    plain: String,
    sound: Option<IbMatcher<'static>>,
}

/// How well a text fits: smaller is better.
type Fit = (u8, usize, usize);

/// A text made ready to be looked in, once for all keys that are typed.
#[derive(Debug, Clone)]
pub struct Sought(String);

impl Sought {
    /// Makes a text ready.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(key(text))
    }
}

impl Finder {
    /// Makes a query ready.
    #[must_use]
    pub fn new(query: &str) -> Self {
        let words = key(query)
            .split_whitespace()
            .map(|word| Word {
                sound: word
                    .chars()
                    .any(|c| c.is_ascii_alphabetic())
                    .then(|| sound(word)),
                plain: word.to_owned(),
            })
            .collect();
        Self { words }
    }

    /// Says whether the query is empty and so fits everything.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Says whether every word of the query is found in `text`.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        self.fit(&Sought::new(text)).is_some()
    }

    fn fit(&self, Sought(text): &Sought) -> Option<Fit> {
        let mut worst = (0, 0);
        for word in &self.words {
            worst = worst.max(word.fit(text)?);
        }
        Some((worst.0, worst.1, text.chars().count()))
    }
}

impl Word {
    fn fit(&self, text: &str) -> Option<(u8, usize)> {
        if text == self.plain {
            return Some((0, 0));
        }
        let plain = text.find(&self.plain);
        if plain == Some(0) {
            return Some((1, 0));
        }
        let sound = self
            .sound
            .as_ref()
            .and_then(|m| m.find(text))
            .map(|m| m.start());
        match (sound, plain) {
            (Some(0), _) => Some((2, 0)),
            (_, Some(at)) => Some((3, at)),
            (Some(at), _) => Some((4, at)),
            (None, None) => None,
        }
    }
}

/// Gives the indices of the candidates that fit `query`, best first: equal, then beginning with it, then holding it;
/// of two alike the shorter, and else the order given. An empty query gives all in the order given.
#[must_use]
pub fn rank<S: AsRef<str>>(query: &str, candidates: &[S]) -> Vec<usize> {
    let ready = candidates.iter().map(|text| Sought::new(text.as_ref()));
    rank_ready(query, &ready.collect::<Vec<_>>())
}

/// Gives what [`rank`] gives, of candidates that were made ready before.
#[must_use]
pub fn rank_ready(query: &str, candidates: &[Sought]) -> Vec<usize> {
    let finder = Finder::new(query);
    if finder.is_empty() {
        return (0..candidates.len()).collect();
    }
    let mut found: Vec<(Fit, usize)> = candidates
        .iter()
        .enumerate()
        .filter_map(|(i, text)| Some((finder.fit(text)?, i)))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, i)| i).collect()
}

fn sound(word: &str) -> IbMatcher<'static> {
    let notations = PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter;
    IbMatcher::builder(word)
        .is_pattern_partial(true)
        // Both sides are folded already.
        .case_insensitive(false)
        .pinyin(
            PinyinMatchConfig::builder(notations)
                .data(&READINGS)
                .build(),
        )
        .build()
}

fn key(text: &str) -> String {
    fold_text(text).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_every_road() {
        let name = "重庆路张家庄村 Zhang Village";
        for query in [
            "张家",
            "zjz",
            "zhangjiazhuang",
            "zhangjiazhu",
            "chongqing",
            "zhongqing",
            "cq",
            "ZJZ",
            "ｚｊｚ",
            "zhang vill",
            "VILLAGE",
            "张jz",
            "",
        ] {
            assert!(Finder::new(query).matches(name), "{query}");
        }
        for query in ["李", "zjx", "village zzz"] {
            assert!(!Finder::new(query).matches(name), "{query}");
        }
        assert!(Finder::new("changx").matches("长兴"));
        assert!(Finder::new("zhangx").matches("长兴"));
        assert!(Finder::new("lv").matches("吕家湾"));
    }

    #[test]
    fn the_best_is_first() {
        let names = ["小张家庄", "李家屯", "张家庄村", "张家庄", "zjz"];
        assert_eq!(rank("zjz", &names), [4, 3, 2, 0]);
        assert_eq!(rank("张家庄", &names), [3, 2, 0]);
        assert_eq!(rank("", &names), [0, 1, 2, 3, 4]);
    }
}
