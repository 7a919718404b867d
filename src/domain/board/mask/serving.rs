//! Who does something for those in need is none of them: 志愿者王芳为低保户送菜, 村医张德福为患病老人义诊.

use super::names::{called, name_after, name_at, shortened_at};
use super::{
    Span, Why, han, longest, stands, words, words_need as need, words_office as office,
    words_said as said,
};

/// The most characters between the word that leads to those who are served and what is done for them.
const BETWEEN: usize = 14;

/// Takes from some names those of whoever serves others.
pub(super) fn others(text: &[char], mut spans: Vec<Span>) -> Vec<Span> {
    let serving = |span: &&Span| serves(text, (span.from, span.to)) && !is_in_need(text, span.from);
    let last: Vec<usize> = { spans.iter() }
        .filter(serving)
        .map(|span| span.from)
        .collect();
    if last.is_empty() {
        return spans;
    }
    spans.retain(|span| span.why != Why::Name || !of_them(text, span, &last));
    spans
}

/// Says whether a name is of those who serve, be it one of a list that goes on to the last of them.
fn of_them(text: &[char], name: &Span, last: &[usize]) -> bool {
    let mut at = name.from;
    loop {
        if last.contains(&at) {
            return true;
        }
        let Some((to, _)) = name_after(text, at, true) else {
            return false;
        };
        if !text.get(to).is_some_and(|c| need::JOINS.contains(*c)) {
            return false;
        }
        at = to + 1;
    }
}

/// Says whether what leads to a name says that its bearer is in need as well: 低保户王桂英为五保老人送菜.
fn is_in_need(text: &[char], name: usize) -> bool {
    let of = [words::VULNERABLE, said::TAGS].into_iter();
    let described = name.checked_sub(1).and_then(|at| text.get(at)) == Some(&words::OF);
    described || { of }.any(|of| called(text, name, of))
}

/// Says whether it is said behind a name what its bearer does for those in need.
fn serves(text: &[char], (from, name): (usize, usize)) -> bool {
    let others = longest(text, name, office::AND_OTHERS).unwrap_or(name);
    let Some(whom) = stands(text, others, office::FOR) else {
        return false;
    };
    let rest = text.get(whom..).unwrap_or_default().iter();
    let many = rest.take(BETWEEN).take_while(|c| han(**c)).count();
    let mut persons = (whom..whom + many).filter_map(|at| {
        let person = [words::VULNERABLE, said::PERSONS].into_iter();
        { person }.filter_map(|of| longest(text, at, of)).max()
    });
    // 网格员周玉梅为残疾人办理残疾证: whoever has no office may do that for themselves.
    let by_office = |at: usize| {
        let of = [words::OFFICIALS, office::DOES_FOR_OTHERS].into_iter();
        let mut of = { of }.filter(|of| called(text, from, of));
        of.next()
            .and_then(|_| longest(text, at, office::SERVED_BY_OFFICE))
    };
    let served = |at: usize| {
        let mut at = at;
        while let Some(so) = longest(text, at, office::SO) {
            at = so;
        }
        let end = longest(text, at, office::SERVED).or_else(|| by_office(at))?;
        // 服务对象 is who is served.
        longest(text, end, office::WHO_IS_SERVED)
            .is_none()
            .then_some(end)
    };
    // 志愿者王芳为低保户王桂英送菜
    let named = |after: usize| {
        let ends = [after + 2, after + 3, after + 4].into_iter();
        ends.filter(move |end| {
            name_at(text, after, *end) || shortened_at(text, after) == Some(*end)
        })
    };
    persons.any(|after| served(after).is_some() || named(after).any(|end| served(end).is_some()))
}
