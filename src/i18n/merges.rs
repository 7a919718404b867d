//! What a merged matter brings to the one it is dealt with under, in words.

use super::{Language, matter_merge as words, matters, terms};
use crate::domain::World;
use crate::domain::matter::Brought;

/// Says what is brought; `None` where it is nothing.
#[must_use]
pub fn brought(language: Language, world: &World, brought: &Brought) -> Option<String> {
    let touches = brought.touches.iter();
    let touches = touches.map(|it| matters::touch(language, *it));
    let touches = terms::list(language, touches);
    let some = |is: bool, words: &dyn Fn() -> String| is.then(words);
    let plain = |is: bool, words: fn(Language) -> &'static str| is.then(|| words(language).into());
    let parts: [Option<String>; 10] = [
        some(!brought.villages.is_empty(), &|| {
            words::villages(
                language,
                terms::villages(language, world, &brought.villages),
            )
        }),
        plain(brought.area, words::area),
        some(brought.money.is_some(), &|| {
            words::money(
                language,
                matters::money(language, world, brought.money.as_ref()),
            )
        }),
        some(!brought.touches.is_empty(), &|| {
            words::touches(language, touches.as_str())
        }),
        plain(brought.livelihood, words::livelihood),
        plain(brought.committee, words::committee),
        plain(brought.major, words::major),
        plain(brought.legal, words::legal),
        brought
            .secrecy
            .map(|secrecy| words::secrecy(language, matters::secrecy(language, secrecy))),
        plain(brought.urgent, words::urgent),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let list = terms::list(language, parts.iter().map(String::as_str));
    (!parts.is_empty()).then(|| words::brings(language, list))
}
