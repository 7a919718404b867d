//! What one of several by name leaves on paper: who took which, village by village.

use super::Page;
use crate::domain::ids::VillageId;
use crate::domain::vote::VoteResult;
use crate::domain::vote::result::Voiced;
use crate::domain::vote::slate::{OfVillage, Slate, of_villages};
use crate::domain::vote::tally::Voice;
use crate::i18n::{options, record, slate as words, terms};
use crate::papers::block::{Align, Block, Table};

/// What somebody did beside taking one, in the order in which it is printed.
const OTHERWISE: [Voice; 4] = [
    Voice::Abstain,
    Voice::NotVoting,
    Voice::Recused,
    Voice::Absent,
];

impl Page<'_> {
    /// Names everybody with what they took, village by village, and counts each village.
    pub(super) fn who_took_which(self, slate: &Slate, result: &VoteResult) -> Vec<Block> {
        let of = of_villages(slate, &result.voices);
        let lines = of
            .iter()
            .map(|it| self.village_took(slate, it.village.as_ref(), result));
        vec![Block::list(false, lines), self.by_option(slate, &of)]
    }

    fn village_took(
        self,
        slate: &Slate,
        village: Option<&VillageId>,
        result: &VoteResult,
    ) -> String {
        let language = self.language;
        let mut said = String::new();
        let mut add = |label: &str, wanted: &dyn Fn(&Voiced) -> bool| {
            let of = result.voices.iter();
            let people = of.filter(|it| it.voter.village.as_ref() == village && wanted(it));
            let people: Vec<&str> = people.map(|it| self.name(&it.voter.person)).collect();
            if people.is_empty() {
                return;
            }
            let clause = record::voices_of(language, label, self.list(people));
            said = if said.is_empty() {
                clause
            } else {
                record::voices_more(language, said.clone(), clause)
            };
        };
        for contender in &slate.contenders {
            let label = options::took(language, contender.name.as_str());
            add(&label, &|it| it.option.as_ref() == Some(&contender.name));
        }
        for voice in OTHERWISE {
            add(terms::voice(language, voice), &|it| it.voice == voice);
        }
        let village = terms::village(language, self.world, village).to_owned();
        record::village_voices(language, village, said)
    }

    /// Counts what each village took: the villages side by side, an option a row.
    fn by_option(self, slate: &Slate, of: &[OfVillage]) -> Block {
        let language = self.language;
        let mut head = vec![words::column_option(language).to_owned()];
        let villages = of.iter().map(|it| it.village.as_ref());
        head.extend(villages.map(|it| terms::village(language, self.world, it).to_owned()));
        head.push(record::total(language).to_owned());
        let row = |name: &str, number: &dyn Fn(&OfVillage) -> u32| {
            let numbers: Vec<u32> = of.iter().map(number).collect();
            let sum = numbers.iter().copied().fold(0, u32::saturating_add);
            let mut row = vec![name.to_owned()];
            row.extend(numbers.iter().chain([&sum]).map(ToString::to_string));
            row
        };
        let contenders = slate.contenders.iter().enumerate();
        let mut rows: Vec<Vec<String>> = contenders
            .map(|(at, it)| {
                let votes = |of: &OfVillage| of.rows.get(at).copied().unwrap_or_default();
                row(it.name.as_str(), &votes)
            })
            .collect();
        for voice in OTHERWISE {
            let number = |of: &OfVillage| match voice {
                Voice::Abstain => of.counts.abstain,
                Voice::NotVoting => of.counts.not_voting,
                Voice::Recused => of.counts.recused,
                _ => of.counts.absent,
            };
            rows.push(row(terms::voice(language, voice), &number));
        }
        let mut align = vec![Align::Left];
        align.extend(of.iter().map(|_| Align::Right));
        align.push(Align::Right);
        Block::Table(Table { head, rows, align })
    }
}
