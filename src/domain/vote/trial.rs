//! Trying a rule out before it is adopted: what it would ask of a room, and what it would have made of
//! a vote that was counted under another.

use super::result::{Attending, Outcome, QuorumProof, Voiced, VoteResult, turnouts};
use super::tally::{Poll, Voice};
use crate::domain::ids::VillageId;
use crate::domain::rule::{Over, Pass, Question, Rule, Threshold};

/// A room to try a rule in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// How many are entitled.
    pub entitled: u32,
    /// How many of them are not there.
    pub absent: u32,
    /// How many of those who are there abstain; all others vote for or against.
    pub abstaining: u32,
}

/// What a rule asks of a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    /// At least so many votes for.
    Votes(u32),
    /// More than there are voices left.
    Never,
    /// Nothing is voted: too few are there.
    TooFew,
}

/// What a rule takes in the place of a number of persons, where of several branches one is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrElse {
    /// It passes by a branch that counts no persons, whoever is for it.
    Alone,
    /// Beside what it asks of persons, one of some branches is enough, and one of these counts no persons.
    Within,
}

/// Returns what a rule takes in the place of the number of persons that [`least`] tells.
#[must_use]
pub fn or_else(rule: &Rule) -> Option<OrElse> {
    if of_persons(&rule.pass).is_none() {
        return all_of_persons(&rule.pass).map(|_| OrElse::Alone);
    }
    spares(&rule.pass).then_some(OrElse::Within)
}

/// Says whether somewhere in a tree one of several is enough, of which some count persons and some do not.
fn spares(pass: &Pass) -> bool {
    match pass {
        Pass::Any(of) => {
            let persons = |it: &Pass| of_persons(it).is_some();
            of.iter().any(spares)
                || (of.iter().any(|it| all_of_persons(it).is_some()) && !of.iter().all(persons))
        }
        Pass::All(of) => of.iter().any(spares),
        _ => false,
    }
}

/// Returns the least votes for by which a room adopts, or takes a contender, as far as the rule counts persons; `None` for a
/// rule that counts no persons. Where another branch is enough, see [`or_else`].
#[must_use]
pub fn least(rule: &Rule, room: Room) -> Option<Needed> {
    let mut rule = Rule {
        pass: of_persons(&rule.pass).or_else(|| all_of_persons(&rule.pass))?,
        ..rule.clone()
    };
    rule.quorum
        .all_of
        .retain(|turnout| turnout.over == Over::Persons);
    let absent = room.absent.min(room.entitled);
    let abstaining = room.abstaining.min(room.entitled - absent);
    let deciding = room.entitled - absent - abstaining;
    let poll = |yes: u32| {
        let mut poll = Poll::default();
        poll.take_times(None, Voice::Absent, absent);
        poll.take_times(None, Voice::Abstain, abstaining);
        poll.take_times(None, Voice::For, yes);
        poll.take_times(None, Voice::Against, deciding - yes);
        poll
    };
    if !turnouts(&rule, &poll(0)).iter().all(QuorumProof::holds) {
        return Some(Needed::TooFew);
    }
    let adopts = |yes: &u32| poll(*yes).judge(&rule, &[]).adopted;
    Some(
        (1..=deciding)
            .find(adopts)
            .map_or(Needed::Never, Needed::Votes),
    )
}

/// Returns what a tree asks of persons whatever else holds: where a branch that counts none is enough, nothing.
fn of_persons(pass: &Pass) -> Option<Pass> {
    match pass {
        Pass::Any(of) => {
            let parts: Option<Vec<Pass>> = of.iter().map(of_persons).collect();
            parts.map(Pass::Any)
        }
        Pass::All(of) => {
            let parts: Vec<Pass> = of.iter().filter_map(of_persons).collect();
            (!parts.is_empty()).then_some(Pass::All(parts))
        }
        leaf => all_of_persons(leaf),
    }
}

/// Returns what of a tree counts persons of all villages together.
fn all_of_persons(pass: &Pass) -> Option<Pass> {
    let parts = |of: &[Pass]| -> Vec<Pass> { of.iter().filter_map(all_of_persons).collect() };
    let some = |of: Vec<Pass>| (!of.is_empty()).then_some(of);
    match pass {
        Pass::Reaches(Threshold { over, .. }) | Pass::FewerBlockersThan { over, .. } => {
            (*over == Over::Persons).then(|| pass.clone())
        }
        Pass::EachVillage(_) => None,
        Pass::All(of) => some(parts(of)).map(Pass::All),
        Pass::Any(of) => some(parts(of)).map(Pass::Any),
    }
}

impl VoteResult {
    /// Returns how the same voices would have come out under another rule; `None` where what that rule
    /// counts was not taken down.
    #[must_use]
    pub fn under(&self, rule: &Rule, villages: &[VillageId]) -> Option<Outcome> {
        if self.slate.is_some() || rule.question != Question::YesNo {
            // What was for one of several was not said of the matter.
            return None;
        }
        let required = self.quorum.iter().filter(|proof| {
            matches!(&proof.of, Attending::Required(who) if rule.quorum.required.contains(who))
        });
        let required: Vec<QuorumProof> = required.cloned().collect();
        if self.is_by_name() {
            let voices = self
                .voices
                .iter()
                .cloned()
                .map(|voiced| match voiced.cast_by {
                    // Under a rule without proxies whoever was away said nothing.
                    Some(_) if rule.proxies.is_none() => Voiced::new(voiced.voter, Voice::Absent),
                    _ => voiced,
                });
            let judged = Self::of_voices(rule, voices.collect(), villages, self.ended);
            return Some(judged.requiring(required).outcome);
        }
        let counted = rule.pass.counted().into_iter();
        let there = rule.quorum.all_of.iter().map(|turnout| turnout.over);
        if rule.asks_villages() || counted.chain(there).any(|over| over != Over::Persons) {
            return None;
        }
        let mut poll = Poll::under(rule);
        let counts = self.tally.counts;
        for (voice, times) in [
            (Voice::For, counts.yes),
            (Voice::Against, counts.no),
            (Voice::Abstain, counts.abstain),
            (Voice::NotVoting, counts.not_voting),
            (Voice::Absent, counts.absent),
            (Voice::Recused, counts.recused),
        ] {
            poll.take_times(None, voice, times);
        }
        poll.spoil(None, counts.spoiled);
        let judged = Self::judged(rule, (&poll, &poll), villages, Vec::new(), self.ended);
        Some(judged.requiring(required).outcome)
    }

    /// Says whether every voice that was counted is known by name.
    pub(super) fn is_by_name(&self) -> bool {
        let counts = self.tally.counts;
        let all = counts.present() + counts.absent + counts.recused;
        usize::try_from(all) == Ok(self.voices.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule::{Base, joint_default, preset};

    fn needed(rule: &Rule, entitled: u32, absent: u32, abstaining: u32) -> Option<Needed> {
        let room = Room {
            entitled,
            absent,
            abstaining,
        };
        least(rule, room)
    }

    #[test]
    fn a_full_room_needs_what_the_table_says() {
        // `domain.md` §2.1.
        for (members, half, thirds) in [(3, 2, 2), (4, 3, 3), (9, 5, 6), (15, 8, 10), (60, 31, 40)]
        {
            let all = Some(Needed::Votes(half));
            assert_eq!(needed(&joint_default(), members, 0, 0), all);
            let rule = preset("two-thirds-of-entitled").unwrap_or_else(joint_default);
            assert_eq!(needed(&rule, members, 0, 0), Some(Needed::Votes(thirds)));
        }
    }

    #[test]
    fn who_is_absent_or_abstains_weighs_as_the_base_says() {
        let default = joint_default();
        assert_eq!(needed(&default, 10, 3, 0), Some(Needed::Votes(6)));
        assert_eq!(needed(&default, 10, 3, 2), Some(Needed::Never));
        assert_eq!(needed(&default, 10, 5, 0), Some(Needed::TooFew));
        let cast = preset("majority-of-cast").unwrap_or_else(joint_default);
        assert_eq!(needed(&cast, 10, 3, 2), Some(Needed::Votes(3)));
        assert_eq!(needed(&cast, 10, 0, 10), Some(Needed::Never));
        // More are named than there are: nobody is left, and nothing is voted.
        assert_eq!(needed(&default, 3, 9, 9), Some(Needed::TooFew));
    }

    #[test]
    fn where_a_branch_that_counts_no_persons_is_enough_the_least_is_what_is_asked_beside_it() {
        let half = Pass::Reaches(Threshold::more_than_half(Base::Entitled));
        let villages =
            || Pass::Reaches(Threshold::more_than_half(Base::Entitled).over(Over::Villages));
        let blockers = || Pass::FewerBlockersThan {
            over: Over::Persons,
            number: 4,
        };
        let rule = |pass| Rule {
            pass,
            ..joint_default()
        };
        let within = rule(Pass::All(vec![
            half.clone(),
            Pass::Any(vec![villages(), blockers()]),
        ]));
        // By the blockers alone it were six, twelve, twenty-seven.
        for (members, votes) in [(9, 5), (15, 8), (30, 16)] {
            assert_eq!(needed(&within, members, 0, 0), Some(Needed::Votes(votes)));
        }
        assert_eq!(or_else(&within), Some(OrElse::Within));
        let alone = rule(Pass::Any(vec![half.clone(), villages()]));
        assert_eq!(needed(&alone, 9, 0, 0), Some(Needed::Votes(5)));
        assert_eq!(or_else(&alone), Some(OrElse::Alone));
        let both = rule(Pass::All(vec![
            half,
            Pass::Any(vec![blockers(), blockers()]),
        ]));
        assert_eq!(needed(&both, 9, 0, 0), Some(Needed::Votes(6)));
        assert_eq!(or_else(&both), None);
    }

    #[test]
    fn what_counts_no_persons_is_not_tried() {
        let villages = preset("one-village-one-vote").unwrap_or_else(joint_default);
        assert_eq!(needed(&villages, 10, 0, 0), None);
        let mixed = Rule {
            pass: Pass::All(vec![
                villages.pass,
                Pass::Reaches(Threshold::more_than_half(Base::Present)),
            ]),
            ..joint_default()
        };
        assert_eq!(needed(&mixed, 10, 2, 0), Some(Needed::Votes(5)));
    }
}
