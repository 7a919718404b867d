//! Reads the inequalities off a printed text as somebody who checks them by hand would: the two sides, what
//! is said of them after and before, and nothing of how the program makes them.

use crate::i18n::Language;

/// One inequality as it stands in a text.
#[derive(Debug)]
pub(crate) struct Read {
    left: u64,
    right: u64,
    or_equal: bool,
    /// What the text says of it, everything by itself: that it holds, or that it does not.
    pub(crate) claims: Vec<bool>,
    /// What stands behind it.
    pub(crate) after: String,
}

impl Read {
    /// Evaluates it on its own numbers.
    pub(crate) fn holds(&self) -> bool {
        match self.or_equal {
            true => self.left >= self.right,
            false => self.left > self.right,
        }
    }
}

/// Reads every inequality of a text.
///
/// # Panics
/// Where a sign of comparison stands beside a number and cannot be read.
pub(crate) fn read(text: &str, language: Language) -> Vec<Read> {
    let all: Vec<char> = text.chars().collect();
    let signs = (0..all.len()).filter(|at| matches!(all[*at], '>' | '<' | '≥' | '≤'));
    let found = signs.filter_map(|at| one(&all, at, language));
    found.collect()
}

fn one(all: &[char], at: usize, language: Language) -> Option<Read> {
    let wide = all.get(at + 1) == Some(&'=');
    let or_equal = wide || all[at] == '≥';
    let behind = at + 1 + usize::from(wide);
    let (left, from) = backward(all, at);
    let (right, to) = forward(all, behind);
    let (Some(left), Some(right)) = (left, right) else {
        let text: String = all.iter().collect();
        let none = left.is_none() && right.is_none();
        assert!(none, "half an inequality: {text}");
        return None;
    };
    assert!(matches!(all[at], '>' | '≥'), "a sign nobody prints");
    let before: String = all[..from].iter().collect();
    let after: String = all[to..].iter().collect();
    Some(Read {
        left,
        right,
        or_equal,
        claims: claims(&before, &after, language),
        after,
    })
}

/// Reads the product that ends before a blank before `at`, and where it begins.
fn backward(all: &[char], at: usize) -> (Option<u64>, usize) {
    let Some(end) = at.checked_sub(1).filter(|blank| all[*blank] == ' ') else {
        return (None, at);
    };
    let mut from = end;
    while from > 0 && (all[from - 1].is_ascii_digit() || all[from - 1] == '*') {
        from -= 1;
    }
    (product(&all[from..end]), from)
}

/// Reads the product that begins behind a blank at `at`, and where it ends.
fn forward(all: &[char], at: usize) -> (Option<u64>, usize) {
    if all.get(at) != Some(&' ') {
        return (None, at);
    }
    let mut to = at + 1;
    while to < all.len() && (all[to].is_ascii_digit() || all[to] == '*') {
        to += 1;
    }
    (product(&all[at + 1..to]), to)
}

fn product(of: &[char]) -> Option<u64> {
    let text: String = of.iter().collect();
    let factors = text.split('*').map(|it| it.parse::<u64>().ok());
    factors.reduce(|all, it| Some(all? * it?)).flatten()
}

/// What the words beside an inequality say of it. One that stands without a word claims to hold.
fn claims(before: &str, after: &str, language: Language) -> Vec<bool> {
    let mut claims = Vec::new();
    let (denied, words) = match language {
        Language::Zh => (" 不成立", after.strip_prefix(" 不成立")),
        Language::En => (" does not hold", after.strip_prefix(" does not hold")),
    };
    claims.push(!after.starts_with(denied));
    let words = words.unwrap_or(after);
    let words = words.trim_start_matches(['）', ')']);
    let says: &[(&str, bool)] = match language {
        Language::Zh => &[
            ("，已达到", true),
            ("，未达到", false),
            ("，只因有人回避", false),
        ],
        Language::En => &[
            (": reached", true),
            (": not reached", false),
            (": short only", false),
        ],
    };
    claims.extend(said(says, |words_of| words.starts_with(words_of)));
    let clause = clause(before);
    claims.extend(of_clause(&clause, language));
    claims
}

fn said(says: &[(&str, bool)], is: impl Fn(&str) -> bool) -> Option<bool> {
    says.iter().find(|(words, _)| is(words)).map(|(_, so)| *so)
}

/// Returns the words of the clause in whose brackets an inequality stands; none outside brackets.
fn clause(before: &str) -> String {
    let Some(open) = before.trim_end().strip_suffix(['（', '(']) else {
        return String::new();
    };
    let ends = ['，', '；', '。', '：', '、', ';', ':', ',', '\n'];
    let last = open.rsplit(ends).next();
    last.unwrap_or_default().trim().to_owned()
}

/// What the words of a clause say: that so many are more than so many, reach it, block it.
fn of_clause(clause: &str, language: Language) -> Option<bool> {
    let says: &[(&str, bool)] = match language {
        // The longer of two that begin alike stands first.
        Language::Zh => &[
            ("阻止不了", true),
            ("足以阻止", false),
            ("未超过", false),
            ("不多于", false),
            ("不少于", true),
            ("没有", false),
            ("不足", false),
            ("未达到", false),
            ("少于", false),
            ("超过", true),
            ("达到", true),
            ("多于", true),
            ("一致赞成", true),
            ("有赞成", true),
            ("有人赞成", true),
            ("为", true),
        ],
        Language::En => &[
            ("cannot block", true),
            ("block", false),
            ("not more than", false),
            ("no more than", false),
            ("do not reach", false),
            ("no more", false),
            ("no fewer", true),
            ("not all of", false),
            ("less than", false),
            ("fewer", false),
            ("nobody", false),
            ("no village", false),
            ("more than", true),
            ("more ", true),
            ("at least", true),
            ("reach", true),
            ("all of", true),
            ("some", true),
        ],
    };
    said(says, |words| clause.contains(words))
}

/// Refuses a text of which an inequality is not what is said of it.
///
/// # Panics
/// Where one is not.
pub(crate) fn check(text: &str, language: Language) -> Vec<Read> {
    let all = read(text, language);
    for it in &all {
        let holds = it.holds();
        assert!(
            it.claims.iter().all(|claim| *claim == holds),
            "{it:?}\n{text}"
        );
    }
    all
}
