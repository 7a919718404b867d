//! Names in the rows of a list: under its head, with or without a row that names its columns, and in any row of which a
//! column says that somebody is poor, ill or under age (1,张桂兰,榆林岗村,乳腺癌,3000).

use super::ages::age_before;
use super::firsts::Firsts;
use super::names::{is_place, name_at, shortened};
use super::numbers::digit;
use super::paid::paid;
use super::{
    Span, han, longest, words, words_age as age, words_given as given, words_need as need,
    words_rows as listed, words_said as said, words_state as state,
};
use std::sync::LazyLock;

/// The most characters of a column that is an illness.
const ILLNESS: usize = 10;

/// How many lines with words may stand between what a list is of and the row that names its columns.
const NEAR: usize = 3;

/// The most characters from the first letter of a name that is set wide to its last.
const WIDE: usize = 4;

/// The most characters of what stands in brackets at the end of a head.
const BRACKET: usize = 16;

/// A stretch of a text: its first character and the one after its last.
type Stretch = (usize, usize);

/// Finds the names in the rows of lists.
pub(super) fn find(text: &[char]) -> Vec<Span> {
    under(text, false)
}

/// Finds them where what stands above the text may say what it lists.
pub(super) fn under(text: &[char], of_need: bool) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut above: Vec<Stretch> = Vec::new();
    let mut list = List {
        open: of_need,
        near: if of_need { NEAR } else { 0 },
        offices: Vec::new(),
        columns: 0,
    };
    for line in lines(text) {
        let fields = joined(text, fields(text, line));
        let named = fields.iter().flat_map(|field| names(text, *field));
        let named: Vec<Stretch> = named.collect();
        let tagged = || fields.iter().any(|field| says_it(text, *field));
        if fields.iter().any(|field| is_head(text, *field)) {
            list.columns_named(text, &fields);
        } else if named.is_empty() {
            list.read(text, line, &fields);
            if said_of_all(text, line) {
                let all = above.drain(..);
                spans.extend(all.map(|(from, to)| shortened(text, from, to)));
            } else if ends_a_list(text, line) {
                above.clear();
            }
        } else if !of_office(text, &fields, &named) {
            let hidden = named
                .iter()
                .filter(|name| !list.is_of_office(&fields, name));
            if list.open || tagged() {
                spans.extend(hidden.map(|(from, to)| shortened(text, *from, *to)));
            } else {
                above.extend(hidden);
            }
        }
    }
    spans.sort_by_key(|span| (span.from, span.to));
    spans
}

/// Says whether nobody who is named above a line is spoken of below it.
fn ends_a_list(text: &[char], line: Stretch) -> bool {
    begins_another(text, line) || holds(text, line, listed::SENTENCE) || is_list(text, line)
}

/// Says whether a line says of all who are named in the rows above it that they are in need: 以上均为低保户.
fn said_of_all(text: &[char], (from, to): Stretch) -> bool {
    let above = (from..to).find_map(|at| longest(text, at, need::ABOVE));
    let Some(above) = above else { return false };
    (above..to).any(|at| {
        let of = [said::TAGS, words::VULNERABLE].into_iter();
        let after = { of }.filter_map(|of| longest(text, at, of)).max();
        let is = [need::IS, given::RECEIVED].into_iter();
        let is = { is }.any(|is| super::names::last_word(text, at, is).is_some());
        let goes_on = |c: &char| han(*c) && !said::AFTER_TAGS.contains(*c);
        is && after.is_some_and(|after| !text.get(after).is_some_and(goes_on))
    })
}

/// Says whether a line is the head of a list of those in need: 低保金发放名单.
pub(super) fn heads(text: &[char]) -> bool {
    lines(text)
        .into_iter()
        .any(|line| is_of_need(text, line) && is_list(text, line))
}

/// A list while its rows are read.
struct List {
    /// Whether its rows name those in need.
    open: bool,
    /// How many more lines may stand before the row that names the columns of such a list.
    near: usize,
    /// Which columns name who pays, checks or signs.
    offices: Vec<usize>,
    /// How many columns are named.
    columns: usize,
}

impl List {
    /// Reads a row that names the columns.
    fn columns_named(&mut self, text: &[char], fields: &[Stretch]) {
        let of_need =
            |field: &&Stretch| is_of_need(text, **field) || holds(text, **field, listed::COLUMNS);
        self.open |= self.near > 0 || fields.iter().any(|field| of_need(&field));
        self.columns = fields.len();
        let offices = fields.iter().enumerate();
        let offices = offices.filter(|(_, field)| holds(text, **field, listed::OFFICES));
        self.offices = offices.map(|(at, _)| at).collect();
    }

    /// Reads a line that names nobody.
    fn read(&mut self, text: &[char], line: Stretch, fields: &[Stretch]) {
        if fields.is_empty() {
            return;
        }
        let of_need = is_of_need(text, line);
        self.near = if of_need {
            NEAR
        } else {
            self.near.saturating_sub(1)
        };
        let list = of_need && is_list(text, line);
        // A row of which the name is hidden, a sum, or a day goes on with the list.
        let goes_on = !begins_another(text, line) && !holds(text, line, listed::SENTENCE);
        self.open = list || self.open && goes_on;
        if list {
            (self.offices, self.columns) = (Vec::new(), 0);
        }
    }

    /// Says whether a name stands in a column of those who pay, check or sign.
    fn is_of_office(&self, fields: &[Stretch], (from, _): &Stretch) -> bool {
        let at = fields
            .iter()
            .position(|field| field.0 <= *from && *from < field.1);
        self.columns == fields.len() && at.is_some_and(|at| self.offices.contains(&at))
    }
}

/// Returns the lines of a text.
fn lines(text: &[char]) -> Vec<Stretch> {
    pieces(text, (0, text.len()), |c| c == '\n')
}

/// Returns the columns of a row.
fn fields(text: &[char], line: Stretch) -> Vec<Stretch> {
    let parts = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ',' | ';'
                    | '|'
                    | '('
                    | ')'
                    | '\u{ff08}'
                    | '\u{ff09}'
                    | '\u{ff0c}'
                    | '\u{ff1b}'
                    | '\u{2502}'
                    | '\u{ff5c}'
            )
    };
    pieces(text, line, parts)
}

/// Joins the letters of a name that is set wide.
fn joined(text: &[char], fields: Vec<Stretch>) -> Vec<Stretch> {
    let mut all: Vec<Stretch> = Vec::new();
    for field in fields {
        let letter =
            |(from, to): Stretch| to == from + 1 && text.get(from).is_some_and(|c| han(*c));
        let last = all.last_mut().filter(|last| {
            let letters = last.1 == last.0 + 1 || is_wide(text, **last);
            letter((last.0, last.0 + 1))
                && letters
                && field.0 == last.1 + 1
                && field.0 - last.0 <= WIDE
        });
        match last.filter(|last| {
            letter(field) && !is_label(text, field) && !is_label(text, (last.0, last.0 + 1))
        }) {
            Some(last) => last.1 = field.1,
            None => all.push(field),
        }
    }
    all
}

/// Says whether a column is one letter that is no part of a name.
fn is_label(text: &[char], (from, _): Stretch) -> bool {
    text.get(from).is_some_and(|c| listed::LETTERS.contains(*c))
}

/// Says whether a column is a name that is set wide.
fn is_wide(text: &[char], (from, to): Stretch) -> bool {
    let of = |at: &char| han(*at) || space(*at);
    let whole = text.get(from..to).unwrap_or_default();
    whole.iter().all(of) && whole.iter().any(|c| space(*c))
}

fn space(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

/// Returns what some characters part, without what is empty.
fn pieces(text: &[char], (from, to): Stretch, parts: impl Fn(char) -> bool) -> Vec<Stretch> {
    let mut all = Vec::new();
    let mut begun = from;
    for at in from..=to {
        let ends = at == to || text.get(at).is_some_and(|c| parts(*c));
        if ends {
            if begun < at {
                all.push((begun, at));
            }
            begun = at + 1;
        }
    }
    all
}

/// Returns the names in a column that holds nothing but names, their number and an amount.
fn names(text: &[char], field: Stretch) -> Vec<Stretch> {
    let letters: Vec<char> = text.get(field.0..field.1).unwrap_or_default().to_vec();
    let letters: Vec<char> = letters.into_iter().filter(|c| !space(*c)).collect();
    if is_wide(text, field) && name_at(&letters, 0, letters.len()) {
        return vec![field];
    }
    let mut all = Vec::new();
    let runs = pieces(text, field, |c| !han(c));
    for (at, (from, to)) in runs.iter().copied().enumerate() {
        let before = at.checked_sub(1).and_then(|before| runs.get(before));
        let label = before
            .is_none_or(|label| all.contains(label) || holds_all(text, *label, need::RESIDENTS));
        let is_name = name_at(text, from, to) && !is_place(text, to) && !is_word(text, (from, to));
        if is_name && label {
            all.push((from, to));
        } else if !holds_all(text, (from, to), need::RESIDENTS)
            && !holds_all(text, (from, to), listed::AMOUNTS)
        {
            return Vec::new();
        }
    }
    all
}

/// Says whether a stretch is a word of a list and no name.
pub(super) fn is_word(text: &[char], (from, to): Stretch) -> bool {
    let whole = |words: &[&str]| longest(text, from, words) == Some(to);
    whole(said::TAGS)
        || whole(said::COLUMNS)
        || whole(words::VULNERABLE)
        || whole(listed::NO_NAMES)
        || age_numeral(text, (from, to))
}

/// Says whether a stretch is of numerals alone.
fn age_numeral(text: &[char], (from, to): Stretch) -> bool {
    (from..to).all(|at| text.get(at).is_some_and(|c| need::NUMERALS.contains(*c)))
}

/// Says whether a column says of a row that somebody is poor, ill or under age.
fn says_it(text: &[char], field: Stretch) -> bool {
    let (from, to) = field;
    let end = |at: usize| longest(text, at, said::STAGES).unwrap_or(at);
    let levels = |at: usize| {
        let rest = text.get(at..to).unwrap_or_default();
        rest.iter().all(|c| said::AFTER_TAGS.contains(*c))
    };
    let whole = |words: &[&str]| {
        let after = longest(text, from, words).map(end);
        after.is_some_and(|after| after <= to && levels(after))
    };
    let runs = pieces(text, field, |c| !han(c));
    let ill = || {
        let of_one = runs.as_slice() == [field] && to - from <= ILLNESS && !name_at(text, from, to);
        of_one
            && given::ILLNESSES.iter().any(|word| {
                let at = to.checked_sub(word.chars().count()).filter(|at| *at > from);
                at.is_some_and(|at| super::stands(text, at, word) == Some(to))
            })
            && !holds(text, field, listed::NO_ILLNESS)
    };
    let young = || {
        (from..to).any(|at| {
            longest(text, at, age::YEARS) == Some(to)
                && age_before(text, at).is_some_and(|age| age == from)
        })
    };
    whole(said::TAGS)
        || whole(words::VULNERABLE)
        || whole(listed::KINDS)
        || given(text, field)
        || ill()
        || young()
}

/// Says whether a column is what is given to those in need: 救助, 临时救助, 困难补助.
fn given(text: &[char], (from, to): Stretch) -> bool {
    let whole = |words: &[&str]| longest(text, from, words) == Some(to);
    let of_them = super::names::last_word(text, to, need::GIVEN_TO).is_some();
    whole(said::RELIEF)
        || whole(need::GIVEN_TO)
        || of_them && whole(given::RELIEF)
        || paid_for(text, (from, to))
}

/// Says whether a column is what is paid for a need; 困难群众救助 may be what those named beside it have to do.
fn paid_for(text: &[char], (from, to): Stretch) -> bool {
    match longest(text, from, said::LOOSE_TAGS) {
        Some(after) => longest(text, after, state::PAID) == Some(to),
        None => paid(text, from) == Some(to),
    }
}

/// Says whether a row tells of an office: 王大山 主任.
fn of_office(text: &[char], fields: &[Stretch], names: &[Stretch]) -> bool {
    let apart = |field: &&Stretch| {
        !names
            .iter()
            .any(|name| field.0 <= name.0 && name.1 <= field.1)
    };
    let mut others = fields.iter().filter(apart);
    others
        .any(|field| holds(text, *field, words::OFFICIALS) || holds(text, *field, listed::OFFICES))
}

/// Says whether a column is the name of one in which names stand.
fn is_head(text: &[char], field: Stretch) -> bool {
    let runs = pieces(text, field, |c| !han(c));
    let labelled = text.get(field.1.saturating_sub(1)).is_some_and(|c| han(*c));
    labelled && runs.len() == 1 && holds_all(text, field, listed::HEADS)
}

/// The words for those in need, and for what they are given.
const OF_NEED: [&[&str]; 4] = [given::RELIEF, words::VULNERABLE, said::TAGS, said::RELIEF];

/// What begins one of them.
static FIRSTS: LazyLock<Firsts> = LazyLock::new(|| Firsts::of(&OF_NEED));

/// Says whether a line speaks of those in need.
fn is_of_need(text: &[char], (from, to): Stretch) -> bool {
    let begun = (from..to).filter(|at| FIRSTS.begin(text.get(*at)));
    let of = |at: usize| {
        OF_NEED
            .iter()
            .any(|words| longest(text, at, words).is_some_and(|end| end <= to))
    };
    let paid = |at: usize| paid(text, at).is_some_and(|end| end <= to);
    begun.into_iter().any(of) || (from..to).any(paid)
}

/// Says whether a line is the head of a list.
fn is_list(text: &[char], (from, to): Stretch) -> bool {
    let last = to
        .checked_sub(1)
        .filter(|last| *last >= from)
        .and_then(|last| text.get(last));
    let colon = last.is_some_and(|c| matches!(c, ':' | '\u{ff1a}'));
    let before = before_count(text, from, if colon { to - 1 } else { to });
    let ends =
        |words: &[&str]| super::names::last_word(text, before, words).is_some_and(|at| at >= from);
    (colon || ends(listed::LISTS)) && !ends(words::OFFICIALS) && !ends(listed::OFFICES)
}

/// Returns the place before what ends the head of a list and says which of several it is: （第三批）, 12月, 2.
fn before_count(text: &[char], from: usize, to: usize) -> usize {
    let mut to = to;
    loop {
        let of_it = |c: &&char| {
            digit(**c).is_some()
                || need::NUMERALS.contains(**c)
                || listed::AFTER_A_HEAD.contains(**c)
        };
        let before = text.get(from..to).unwrap_or_default().iter().rev();
        let figures = before.clone().take_while(of_it);
        let figures = figures.count();
        let closes = before.clone().next();
        let bracket = closes
            .filter(|c| matches!(c, ')' | '\u{ff09}'))
            .and_then(|_| {
                let opens = |c: &char| matches!(c, '(' | '\u{ff08}');
                { before }.take(BRACKET).position(opens)
            });
        match (bracket, figures) {
            (Some(many), _) => to -= many + 1,
            (None, 0) => return to,
            (None, many) => to -= many,
        }
    }
}

/// Says whether a line names a village, and whoever is of it below: 一、石桥村.
fn is_village(text: &[char], (from, to): Stretch) -> bool {
    let rest = text.get(from..to).unwrap_or_default().iter();
    let of_it = |c: &&char| need::NUMERALS.contains(**c) || matches!(**c, words::AND | '.');
    let begins = from + rest.take_while(of_it).count();
    let colon = to
        .checked_sub(1)
        .filter(|last| matches!(text.get(*last), Some(':' | '\u{ff1a}')));
    super::names::beyond_village(text, begins) == Some(colon.unwrap_or(to))
}

/// Says whether another part of a paper begins with a line: 二、道路硬化.
fn begins_another(text: &[char], (from, to): Stretch) -> bool {
    if is_village(text, (from, to)) {
        return false;
    }
    let rest = text.get(from..).unwrap_or_default();
    let numerals = rest
        .iter()
        .take_while(|c| need::NUMERALS.contains(**c))
        .count();
    numerals > 0 && rest.get(numerals) == Some(&words::AND)
}

/// Says whether one of some words stands in a stretch.
fn holds(text: &[char], (from, to): Stretch, words: &[&str]) -> bool {
    (from..to).any(|at| longest(text, at, words).is_some_and(|end| end <= to))
}

/// Says whether a stretch is one of some words, of which an amount may follow.
fn holds_all(text: &[char], (from, to): Stretch, words: &[&str]) -> bool {
    words
        .iter()
        .any(|word| super::stands(text, from, word) == Some(to))
}
