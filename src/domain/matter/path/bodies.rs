//! The bodies of a village: by what name each goes, and how long before they meet their members are told
//! where no statute of the land says so (`domain.md` §4.3).

use crate::domain::ids::RuleId;
use crate::domain::matter::gate::{Body, body_by};
use crate::domain::text::Line;

/// The rule of 村民代表会议.
pub(super) const REPRESENTATIVES: &str = "village-representatives";
/// The same in Shandong, where women are counted apart.
pub(super) const REPRESENTATIVES_SHANDONG: &str = "village-representatives-shandong";
const PARTY_MEMBERS: &str = "party-members";

/// The names of each body, as they stand in papers of either language.
const NAMES: [(&str, Body); 8] = [
    ("村民代表会议", Body::VillageRepresentatives),
    ("representatives' meeting", Body::VillageRepresentatives),
    ("村民会议", Body::VillageAssembly),
    ("villagers' assembly", Body::VillageAssembly),
    ("成员代表大会", Body::CollectiveRepresentatives),
    (
        "member representatives' assembly",
        Body::CollectiveRepresentatives,
    ),
    ("成员大会", Body::CollectiveMembers),
    ("members' assembly", Body::CollectiveMembers),
];

/// A notice that is asked for by a local rule, or by the text most villages take over. Unlike that of a
/// statute it may be cut short, with a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalNotice {
    /// The rule by which the body decides.
    rule: &'static str,
    /// Days, that of the notice not counted.
    pub days: u32,
    /// Who asks for it.
    pub source: &'static str,
}

/// Every local notice that is known. A body that several ask for has the longest: who keeps it has kept
/// the others. For representatives a model text of no named place asks for 3 days.
const NOTICES: [LocalNotice; 3] = [
    LocalNotice {
        rule: REPRESENTATIVES,
        days: 5,
        source: "《山东省实施〈中华人民共和国村民委员会组织法〉办法》（书面通知并公布；省外依当地规定）",
    },
    LocalNotice {
        rule: REPRESENTATIVES_SHANDONG,
        days: 5,
        source: "《山东省实施〈中华人民共和国村民委员会组织法〉办法》（书面通知并公布）",
    },
    LocalNotice {
        rule: PARTY_MEMBERS,
        days: 3,
        source: "村级“五议五公开”制度（方案提前送达党员）",
    },
];

/// Returns the notice that is asked for before a body meets to decide by a rule, besides that of a statute.
#[must_use]
pub fn local_notice(rule: &RuleId) -> Option<LocalNotice> {
    NOTICES.into_iter().find(|it| it.rule == rule.as_str())
}

/// Returns the one body a paper names; `None` where it names none of them, or several.
#[must_use]
pub fn named(words: &Line) -> Option<Body> {
    let key = words.key();
    let mut rest = key.as_str().to_owned();
    let mut found = Vec::new();
    // The longer names come first and are taken out, for a shorter one may stand within them.
    for (name, body) in longest_first() {
        if rest.contains(&name) {
            rest = rest.replace(&name, "");
            found.push(body);
        }
    }
    found.dedup();
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

fn longest_first() -> Vec<(String, Body)> {
    let keys = NAMES.iter().filter_map(|(name, body)| {
        let line = Line::new(name).ok()?;
        Some((line.key(), *body))
    });
    let mut keys: Vec<(String, Body)> = keys.collect();
    keys.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    keys
}

/// Returns the body a rule is of, where the paper of a meeting names another.
#[must_use]
pub fn other_body(words: &Line, rule: &RuleId) -> Option<Body> {
    let ought = body_by(rule)?;
    named(words).filter(|it| *it != ought).map(|_| ought)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::shipped::notice_by_statute;
    use super::*;
    use crate::domain::rule::preset;

    #[test]
    fn a_body_is_known_by_the_name_a_paper_gives_it() {
        use Body::{CollectiveMembers, CollectiveRepresentatives, VillageAssembly};
        let table = [
            ("河湾村村民代表会议", Some(Body::VillageRepresentatives)),
            ("村民代表会议或者村民会议", None),
            ("第三次村民会议", Some(VillageAssembly)),
            (
                "村集体经济组织成员代表大会",
                Some(CollectiveRepresentatives),
            ),
            ("集体经济组织成员大会", Some(CollectiveMembers)),
            ("Villagers' assembly", Some(VillageAssembly)),
            (
                "Representatives' meeting",
                Some(Body::VillageRepresentatives),
            ),
            ("村“两委”会", None),
        ];
        for (words, body) in table {
            assert_eq!(named(&Line::new(words).unwrap()), body, "{words}");
        }
    }

    #[test]
    fn every_local_notice_is_of_a_rule_that_has_none_by_statute() {
        for notice in NOTICES {
            let rule = preset(notice.rule).unwrap();
            assert_eq!(notice_by_statute(&rule), None, "{}", notice.rule);
            // Where the rule says it itself, it says the same.
            if let Some(said) = rule.notice {
                assert_eq!(
                    (said.days, said.statute.as_str()),
                    (notice.days, notice.source)
                );
            }
        }
    }

    #[test]
    fn a_paper_that_names_another_body_than_its_rule_is_found_out() {
        let words = Line::new("村民代表会议").unwrap();
        let assembly = RuleId::from("village-assembly");
        assert_eq!(other_body(&words, &assembly), Some(Body::VillageAssembly));
        assert_eq!(other_body(&words, &REPRESENTATIVES.into()), None);
        assert_eq!(other_body(&words, &PARTY_MEMBERS.into()), None);
    }
}
