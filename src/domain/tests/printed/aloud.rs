//! Reads the comparisons off words that are read out: so many, more than such a share of so many.

use crate::i18n::Language;

/// What a comparison says, and what its numbers say.
#[derive(Debug)]
pub(crate) struct Compared {
    said: bool,
    is: bool,
}

/// Words of comparison: how they are said, whether the number itself is enough, whether it is affirmed.
type Word = (&'static str, bool, bool);

const ZH: &[Word] = &[
    ("未超过", false, false),
    ("超过", false, true),
    ("未达到", true, false),
    ("达到", true, true),
    ("不多于", false, false),
    ("多于", false, true),
    ("不少于", true, true),
    ("少于", true, false),
    ("不到", true, false),
];

const EN: &[Word] = &[
    ("not more than ", false, false),
    ("no more than ", false, false),
    ("more than ", false, true),
    ("at least ", true, true),
    ("and that is ", true, true),
    ("less than ", true, false),
    ("no fewer than ", true, true),
    ("fewer than ", true, false),
];

/// Reads every comparison and refuses one that is not so.
///
/// # Panics
/// Where one is not so.
pub(crate) fn check(text: &str, language: Language) -> Vec<Compared> {
    let ends: &[char] = match language {
        Language::Zh => &['。', '；'],
        Language::En => &['.', ';', ':'],
    };
    let parts = text.split(ends);
    let parts = parts.flat_map(|part| {
        part.split(match language {
            Language::Zh => "或者",
            Language::En => ", or ",
        })
    });
    let all: Vec<Compared> = parts
        .filter_map(|part| short(part, language).or_else(|| compared(part, language)))
        .collect();
    for it in &all {
        assert_eq!(it.said, it.is, "{text}");
    }
    all
}

/// A quorum that was not reached: so many wanted, and fewer came.
fn short(part: &str, language: Language) -> Option<Compared> {
    let wanted = match language {
        Language::Zh => part.contains("须到") || part.contains("须有"),
        Language::En => part.contains(" needed and "),
    };
    let numbers = numbers(part);
    let [need, have, ..] = numbers.as_slice() else {
        return None;
    };
    wanted.then_some(Compared {
        said: false,
        is: have >= need,
    })
}

fn compared(part: &str, language: Language) -> Option<Compared> {
    let (words, comma) = match language {
        Language::Zh => (ZH, '，'),
        Language::En => (EN, ','),
    };
    // The count stands in the piece before the one that begins with a word of comparison.
    let pieces: Vec<&str> = part.split(comma).map(str::trim).collect();
    let found = pieces.windows(2).find_map(|pair| {
        let [counted, against] = pair else {
            return None;
        };
        let word = words.iter().find(|(word, ..)| against.starts_with(word))?;
        Some((counted, against, word))
    });
    let (counted, against, (word, itself, said)) = found?;
    // What blocks is said the other way round, and is read by its own numbers as well.
    let count = numbers(counted).last().copied()?;
    let rest = against.get(word.len()..)?;
    let whole = numbers(&without_share(rest)).first().copied()?;
    let (num, den) = share(rest, language);
    let (left, right) = (count * den, whole * num);
    let is = if *itself { left >= right } else { left > right };
    let is = if *said { is } else { !is };
    Some(Compared { said: true, is })
}

/// Reads the share that is named: half, two thirds, 七分之三; all of it where none is.
fn share(text: &str, language: Language) -> (u64, u64) {
    let named: &[(&str, (u64, u64))] = match language {
        Language::Zh => &[
            ("的半数", (1, 2)),
            ("的三分之一", (1, 3)),
            ("的三分之二", (2, 3)),
            ("的四分之一", (1, 4)),
            ("的四分之三", (3, 4)),
            ("的五分之一", (1, 5)),
            ("的五分之二", (2, 5)),
            ("的五分之三", (3, 5)),
            ("的五分之四", (4, 5)),
        ],
        Language::En => &[
            ("half of", (1, 2)),
            ("one third of", (1, 3)),
            ("two thirds of", (2, 3)),
            ("one quarter of", (1, 4)),
            ("three quarters of", (3, 4)),
            ("one fifth of", (1, 5)),
            ("two fifths of", (2, 5)),
            ("three fifths of", (3, 5)),
            ("four fifths of", (4, 5)),
        ],
    };
    if let Some((_, share)) = named.iter().find(|(words, _)| text.contains(words)) {
        return *share;
    }
    let odd = match language {
        Language::Zh => text.rsplit_once('的').map(|it| it.1),
        Language::En => text.split_once(" of ").map(|it| it.0),
    };
    let (odd, turned) = (odd.unwrap_or_default(), language == Language::Zh);
    match (odd.split_once("分之"), odd.split_once('/')) {
        (Some((den, num)), _) if turned => (num.parse().unwrap(), den.parse().unwrap()),
        (_, Some((num, den))) => (num.trim().parse().unwrap(), den.parse().unwrap()),
        _ => (1, 1),
    }
}

/// Takes a share in figures away, whose numbers are no counts.
fn without_share(text: &str) -> String {
    let words = text.split(' ').filter(|it| !it.contains('/'));
    let text: Vec<&str> = words.collect();
    let text = text.join(" ");
    match text.rsplit_once('的') {
        Some((before, share)) if share.contains("分之") => before.to_owned(),
        _ => text,
    }
}

fn numbers(text: &str) -> Vec<u64> {
    let parts = text.split(|it: char| !it.is_ascii_digit());
    parts.filter_map(|it| it.parse().ok()).collect()
}
