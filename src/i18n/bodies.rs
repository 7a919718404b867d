//! The name of a body that met, as a paper says it: one that the program knows in both languages is told in that of the
//! paper, whichever the screen spoke when it was entered.

use super::{Language, paths};
use crate::domain::matter::gate::Body;
use crate::domain::matter::path::shipped;
use crate::domain::rule::Name;

/// The bodies of a village that decide by a rule.
const OF_VILLAGES: [Body; 5] = [
    Body::VillageParty,
    Body::VillageAssembly,
    Body::VillageRepresentatives,
    Body::CollectiveMembers,
    Body::CollectiveRepresentatives,
];

/// Returns the name of a body in a language, as it was entered where nobody knows it.
#[must_use]
pub fn told(language: Language, entered: &str) -> String {
    let is = |name: &str| name == entered;
    let mut known = OF_VILLAGES.into_iter();
    let known = known.find(|body| {
        Language::ALL
            .iter()
            .any(|it| is(paths::body_of_one(*it, *body)))
    });
    if let Some(body) = known {
        return paths::body_of_one(language, body).to_owned();
    }
    let templates = shipped::shipped();
    let mut steps = templates.iter().flat_map(|it| &it.steps).map(|it| &it.body);
    let step: Option<&Name> = steps.find(|it| is(it.zh.as_str()) || is(it.en.as_str()));
    step.map_or_else(
        || entered.to_owned(),
        |it| paths::name(language, it).to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_told_in_the_language_of_the_paper_whichever_it_was_entered_in() {
        for (zh, en) in [
            ("村民代表会议", "Representatives' meeting"),
            ("党员大会", "Meeting of all Party members"),
        ] {
            for entered in [zh, en] {
                assert_eq!(told(Language::Zh, entered), zh);
                assert_eq!(told(Language::En, entered), en);
            }
        }
        // What somebody worded themselves stays as it is.
        assert_eq!(told(Language::En, "老年协会"), "老年协会");
    }
}
