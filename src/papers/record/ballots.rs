//! What a secret ballot and a vote by village leave on paper beside their totals.

use super::Page;
use crate::domain::ids::PersonId;
use crate::domain::session::attendance::Attendance;
use crate::domain::vote::by_village::{Says, Stance, VillageCount, VillageVote};
use crate::domain::vote::secret::BallotCount;
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Ballot, Motion, VoteResult};
use crate::i18n::{ballots, record, steps, terms};
use crate::papers::block::Field;

impl Page<'_> {
    /// Says how many papers there were, how they were counted, and who was given none.
    pub(super) fn secret(
        self,
        motion: &Motion,
        ballot: &Ballot,
        result: &VoteResult,
    ) -> Vec<Field> {
        let language = self.language;
        let Some(secret) = &result.secret else {
            return Vec::new();
        };
        let papers = steps::papers(language, secret);
        let mut fields = vec![Field::new(ballots::label_papers(language), papers)];
        let differed = ballot.secret.differed.len();
        if differed > 0 {
            fields.push(Field::new(
                ballots::label_differed(language),
                ballots::differed(language, differed),
            ));
        }
        fields.extend(self.absent(result));
        match &secret.count {
            BallotCount::ByVillage { .. } | BallotCount::Slate { .. } => {}
            BallotCount::Whole { .. } if motion.villages.is_empty() => {}
            BallotCount::Whole { .. } => fields.push(Field::new(
                ballots::label_villages_unknown(language),
                ballots::villages_unknown(language),
            )),
        }
        fields
    }

    /// Says what each village said, in the order asked.
    pub(super) fn villages_said(self, count: &VillageCount) -> Vec<String> {
        let language = self.language;
        count
            .votes
            .iter()
            .map(|vote| {
                let village = terms::village(language, self.world, vote.village.as_ref());
                ballots::village_says(language, village, steps::village_says(language, &vote.says))
            })
            .collect()
    }

    /// Names the villages that were not for it, and who was absent.
    pub(super) fn villages(self, result: &VoteResult) -> Vec<Field> {
        let language = self.language;
        let Some(count) = &result.by_village else {
            return Vec::new();
        };
        let as_one = |vote: &VillageVote, wanted| matches!(vote.says, Says::AsOne { stance } if stance == wanted);
        let mut fields = Vec::new();
        for (label, wanted) in [
            (
                ballots::label_villages_against(language),
                Some(Stance::Against),
            ),
            (
                ballots::label_villages_abstaining(language),
                Some(Stance::Abstain),
            ),
            (ballots::label_villages_split(language), None),
        ] {
            let votes = count.votes.iter().filter(|vote| match wanted {
                Some(wanted) => as_one(vote, wanted),
                None => matches!(vote.says, Says::ByNumbers { .. }),
            });
            let named: Vec<&str> = votes
                .map(|vote| terms::village(language, self.world, vote.village.as_ref()))
                .collect();
            if !named.is_empty() {
                fields.push(Field::new(label, self.list(named)));
            }
        }
        fields.extend(self.absent(result));
        fields
    }

    /// Names who was not there, by the word the roll has for each; whoever came and was out of the room
    /// just then was not there.
    pub(super) fn absent(self, result: &VoteResult) -> Vec<Field> {
        let language = self.language;
        let attendance = |person: &PersonId| Some(&self.session.attendee(person)?.attendance);
        let absent = result.voices.iter();
        let absent = absent.filter(|voiced| voiced.voice == Voice::Absent);
        let (mut excused, mut missing, mut out) = (Vec::new(), Vec::new(), Vec::new());
        for voiced in absent {
            let person = &voiced.voter.person;
            let among = match attendance(person) {
                Some(Attendance::Excused { .. }) => &mut excused,
                Some(Attendance::Absent) => &mut missing,
                _ => &mut out,
            };
            among.push(self.name(person));
        }
        let said = [
            (record::excused(language), excused),
            (record::absent(language), missing),
            (terms::voice(language, Voice::Absent), out),
        ];
        let named = said.into_iter().filter(|(_, people)| !people.is_empty());
        named
            .map(|(label, people)| Field::new(label, self.list(people)))
            .collect()
    }
}
