//! Laws and rules that are cited, one name each in a language. What a clause says is data, written in
//! Chinese; where it is one the program knows it is read out in the language of the reader.

use super::{Language, matter_gate as gate};

/// A text that may be cited, as a clause has it, and its name.
type Named = (&'static str, fn(Language) -> &'static str);

/// Every law and rule that the program cites by its title.
const TITLES: [Named; 7] = [
    ("《中华人民共和国村民委员会组织法》", gate::law_villages),
    (
        "《中华人民共和国农村集体经济组织法》",
        gate::law_collectives,
    ),
    ("《村民一事一议筹资筹劳管理办法》", gate::law_levies),
    (
        "《山东省实施〈中华人民共和国村民委员会组织法〉办法》",
        gate::law_shandong,
    ),
    ("《中国共产党党组工作条例》", gate::law_party_groups),
    (
        "《中国共产党支部工作条例（试行）》",
        gate::law_party_branches,
    ),
    (
        "《中国共产党基层组织选举工作条例》",
        gate::law_party_elections,
    ),
];

/// What the program says in other words of its own beside them.
const SAYINGS: [Named; 4] = [
    (
        "（书面通知并公布；省外依当地规定）",
        gate::written_elsewhere,
    ),
    ("（书面通知并公布）", gate::written),
    (
        "村级“五议五公开”制度（方案提前送达党员）",
        gate::five_and_five,
    ),
    (
        "书记、主任“一肩挑”的，两步可以合并（四议两公开工作法）",
        gate::one_person,
    ),
];

/// Cites a clause; what a committee wrote itself stays as it wrote it.
#[must_use]
pub fn clause(language: Language, clause: &str) -> String {
    if language == Language::Zh {
        return clause.to_owned();
    }
    let mut said = clause.to_owned();
    for (saying, name) in SAYINGS {
        // What stands in brackets of its own stands apart from what is before it.
        let apart = if saying.starts_with('（') { " " } else { "" };
        said = said.replace(saying, &[apart, name(language)].concat());
    }
    for (title, name) in TITLES {
        while let Some((before, after)) = said.split_once(title) {
            let (law, rest) = match article(after) {
                Some((number, rest)) => (
                    gate::article(language, name(language), number.to_string()),
                    rest,
                ),
                None => (name(language).to_owned(), after),
            };
            said = [before, law.as_str(), rest].concat();
        }
    }
    said
}

/// Reads the number of an article, 第三十五条, and returns what follows it.
fn article(text: &str) -> Option<(u32, &str)> {
    let (number, rest) = text.strip_prefix('第')?.split_once('条')?;
    Some((counted(number)?, rest))
}

/// Reads a number under a thousand as Chinese writes it.
fn counted(words: &str) -> Option<u32> {
    let (mut sum, mut digit) = (0_u32, None);
    for c in words.chars() {
        let ten = match c {
            '百' => 100,
            '十' => 10,
            _ => {
                let at = "零一二三四五六七八九".chars().position(|it| it == c)?;
                digit = u32::try_from(at).ok();
                continue;
            }
        };
        sum = sum.checked_add(digit.take().unwrap_or(1).checked_mul(ten)?)?;
    }
    sum.checked_add(digit.unwrap_or(0)).filter(|it| *it > 0)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::matter::path::{bodies, shipped};
    use crate::domain::rule::presets;
    use crate::i18n::terms;
    use proptest::prelude::*;

    fn han(text: &str) -> bool {
        text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    }

    #[test]
    fn every_clause_that_is_shipped_is_cited_in_english_by_one_name() {
        let mut cited: Vec<String> = Vec::new();
        for template in shipped::shipped() {
            for step in template.steps {
                cited.extend(step.wait.and_then(|it| it.statute).map(|it| it.to_string()));
                cited.extend(step.merge.map(|it| it.to_string()));
            }
        }
        for rule in presets() {
            cited.extend(rule.notice.as_ref().map(|it| it.statute.to_string()));
            cited.extend(bodies::local_notice(&rule.id).map(|it| it.source.to_owned()));
            let by_rule = terms::clause(Language::En, rule);
            assert!(!han(by_rule), "{by_rule}");
            let known = TITLES
                .iter()
                .any(|(title, _)| rule.clause.starts_with(title));
            if known {
                assert_eq!(clause(Language::En, &rule.clause), by_rule);
            }
        }
        assert!(cited.len() > 6);
        for given in cited {
            let said = clause(Language::En, &given);
            assert!(!han(&said), "{said}");
            assert_eq!(clause(Language::Zh, &given), given);
        }
        let posted = clause(Language::En, "《中华人民共和国村民委员会组织法》第三十五条");
        assert_eq!(posted, "Villagers' Committees Organic Law, article 35");
    }

    #[test]
    fn an_article_is_read_as_it_is_written() {
        for (words, number) in [
            ("六", Some(6)),
            ("十", Some(10)),
            ("十二", Some(12)),
            ("二十", Some(20)),
            ("三十五", Some(35)),
            ("一百零三", Some(103)),
            ("", None),
            ("三x", None),
        ] {
            assert_eq!(counted(words), number, "{words}");
        }
    }

    proptest! {
        #[test]
        fn what_a_committee_wrote_stays_as_it_is(own in "[a-z本会规则第条]{0,30}") {
            for language in Language::ALL {
                prop_assert_eq!(clause(language, &own), own.clone());
            }
        }
    }
}
