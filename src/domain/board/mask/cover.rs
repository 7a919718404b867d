//! A text while it is masked: what stands there by now, and which places of what was written are hidden.
//!
//! A place that is hidden by one finder may be hidden further by the next. It is one place all the same,
//! with what was written there and what stands there in the end: a reader of the board sees one mask.

use super::elsewhere::Names;
use super::{Found, Looked, Masked, Span, Why};

/// A text and what covers it.
pub(super) struct Cover {
    raw: Vec<char>,
    /// What stands there by now.
    pub text: Vec<char>,
    /// What is hidden, in the order of the text.
    places: Vec<Place>,
    /// Whose names are hidden.
    pub names: Names,
}

/// A place that is hidden.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Where it begins and ends in what was written.
    raw: (usize, usize),
    /// Where it begins and ends in what stands there by now.
    here: (usize, usize),
    why: Why,
}

impl Cover {
    /// Covers nothing yet.
    pub fn new(raw: &str) -> Self {
        let raw: Vec<char> = raw.chars().collect();
        Self {
            text: raw.clone(),
            raw,
            places: Vec::new(),
            names: Names::default(),
        }
    }

    /// Puts what is to stand there in place of what stands, where that is another thing. Says whether
    /// anything changed.
    pub fn hide(&mut self, spans: Vec<Span>) -> bool {
        let mut done = 0;
        let mut changed = false;
        // From the last one on, so that a place further ahead is where its finder saw it.
        let mut kept: Vec<Span> = Vec::new();
        for span in spans {
            if span.from < done || self.text.get(span.from..span.to).is_none() {
                continue;
            }
            done = span.to;
            kept.push(span);
        }
        for span in kept.into_iter().rev() {
            changed |= self.put(&span);
        }
        changed
    }

    fn put(&mut self, span: &Span) -> bool {
        let after: Vec<char> = span.after.chars().collect();
        if self.text.get(span.from..span.to) == Some(&after) {
            return false;
        }
        let stood = self.text.get(span.from..span.to);
        self.names.note(stood.unwrap_or_default(), span);
        let touched = |place: &Place| place.here.0 < span.to && span.from < place.here.1;
        let (mut one, rest): (Vec<Place>, Vec<Place>) =
            self.places.iter().partition(|it| touched(it));
        let raw = (
            self.written(span.from, Side::Start),
            self.written(span.to, Side::End),
        );
        let new = Place {
            raw,
            here: (span.from, span.to),
            why: span.why,
        };
        // What covers more says why.
        let why = one
            .iter()
            .find(|it| it.raw == raw)
            .map_or(span.why, |it| it.why);
        one.push(new);
        let least = |of: fn(&Place) -> usize| one.iter().map(of).min().unwrap_or_default();
        let most = |of: fn(&Place) -> usize| one.iter().map(of).max().unwrap_or_default();
        let whole = Place {
            raw: (least(|it| it.raw.0), most(|it| it.raw.1)),
            here: (least(|it| it.here.0), most(|it| it.here.1)),
            why,
        };
        let moved = |at: usize| at + after.len() + span.from - span.to;
        self.text.splice(span.from..span.to, after.iter().copied());
        self.places = rest
            .into_iter()
            .map(|it| match it.here.0 < span.to {
                true => it,
                false => Place {
                    here: (moved(it.here.0), moved(it.here.1)),
                    ..it
                },
            })
            .chain([Place {
                here: (whole.here.0, moved(whole.here.1)),
                ..whole
            }])
            .collect();
        self.places.sort_by_key(|it| it.here);
        true
    }

    /// Returns where a place of what stands there was written. One inside a hidden place is at its side.
    fn written(&self, at: usize, side: Side) -> usize {
        let before = self.places.iter().rev().find(|it| it.here.0 < at);
        match (before, side) {
            (Some(place), Side::Start) if at < place.here.1 => place.raw.0,
            (Some(place), Side::End) if at <= place.here.1 => place.raw.1,
            (Some(place), _) => place.raw.1 + at - place.here.1,
            (None, _) => at,
        }
    }

    /// Returns the masked text, and what is hidden in it.
    pub fn looked(self) -> Looked {
        let said = |text: &[char], (from, to): (usize, usize)| -> String {
            text.get(from..to).unwrap_or_default().iter().collect()
        };
        let found = self.places.iter().map(|place| Found {
            why: place.why,
            before: said(&self.raw, place.raw),
            after: said(&self.text, place.here),
        });
        let found = found.collect();
        Looked {
            text: Masked(self.text.into_iter().collect::<String>().into()),
            found,
        }
    }
}

/// Which end of a span is asked for.
#[derive(Clone, Copy)]
enum Side {
    Start,
    End,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::FINDERS;
    use super::super::ages::Day;
    use super::*;
    use crate::domain::board::mask::{look, names};
    use crate::domain::text::Line;
    use proptest::prelude::*;

    const PIECES: [&str; 16] = [
        "李大山",
        "低保户王小明",
        "，",
        "。",
        "河湾村",
        "3组15号",
        "13800138000",
        "370406195002031238",
        "6222021234567890128",
        "电话",
        "患者",
        "17岁",
        "同意",
        "某",
        "*",
        "Li Ming",
    ];

    fn lines(words: &[&str]) -> Vec<Line> {
        words.iter().map(|it| Line::new(it).unwrap()).collect()
    }

    #[test]
    fn a_name_is_counted_wherever_it_stands() {
        let raw = "李大山申请。河湾村李大山同意，李大山签字。";
        let looked = look(raw, &lines(&["李大山"]), None);
        assert_eq!(looked.found.len(), 3, "{looked:?}");
        assert!(looked.found.iter().all(|it| it.before == "李大山"));
    }

    #[test]
    fn what_is_hidden_further_is_one_place() {
        let span = |from, to, why, after: &str| Span {
            from,
            to,
            why,
            after: after.to_owned(),
        };
        let mut cover = Cover::new("家住河湾村3组15号张三");
        assert!(cover.hide(vec![
            span(5, 7, Why::Clerk, "*"),
            span(10, 12, Why::Name, "张某")
        ]));
        // What covers it is shorter, so what is further on moves with it.
        assert!(cover.hide(vec![span(3, 9, Why::Address, "**")]));
        assert!(!cover.hide(vec![span(5, 7, Why::Name, "张某")]));
        let looked = cover.looked();
        assert_eq!(looked.text.as_str(), "家住河**张某");
        let found = |why, before: &str, after: &str| Found {
            why,
            before: before.to_owned(),
            after: after.to_owned(),
        };
        let whole = [
            found(Why::Address, "湾村3组15号", "**"),
            found(Why::Name, "张三", "张某"),
        ];
        assert_eq!(looked.found, whole);
    }

    proptest! {
        /// What is said to be hidden is the whole difference between what was written and what hangs: between
        /// the places nothing is another, and no two of them overlap.
        #[test]
        fn what_is_found_is_the_whole_difference(
            picked in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..14),
            wished in proptest::collection::vec(
                proptest::sample::select(vec!["李大山", "同意", "大山", "河湾村", "1380", "某"]), 0..3),
        ) {
            let raw: String = picked.concat();
            let also = lines(&wished);
            let mut cover = Cover::new(&raw);
            loop {
                let mut changed = cover.hide(names::wished(&cover.text, &also));
                for finder in FINDERS {
                    changed |= cover.hide(finder(&cover.text, Day::default()));
                }
                if !changed {
                    break;
                }
            }
            let (mut written, mut here) = (0, 0);
            for place in &cover.places {
                prop_assert!(place.raw.0 >= written && place.here.0 >= here);
                prop_assert_eq!(
                    cover.raw.get(written..place.raw.0), cover.text.get(here..place.here.0));
                prop_assert!(
                    cover.raw.get(place.raw.0..place.raw.1)
                        != cover.text.get(place.here.0..place.here.1));
                (written, here) = (place.raw.1, place.here.1);
            }
            prop_assert_eq!(cover.raw.get(written..), cover.text.get(here..));
        }
    }
}
