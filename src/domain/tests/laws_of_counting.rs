//! The laws of counting, each over thousands of random rules and rooms.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::bounds::sane;
use super::polls::{Case, Luck};
use super::stage::at;
use crate::domain::ids::{GroupId, PersonId, VillageId};
use crate::domain::rule::{Comparator, Consent, Method, Over, Pass, RecusalEffect};
use crate::domain::vote::hands::{ChairHand, HandCount, Hands};
use crate::domain::vote::result::{QuorumProof, Voiced, turnouts};
use crate::domain::vote::secret::{BallotCount, Issued, Papers, SecretCount};
use crate::domain::vote::tally::{Counts, Criterion, Demand, Poll, Voice};
use crate::domain::vote::{Ballot, Choice, Outcome, VoteResult, Voter};
use std::collections::BTreeSet;

/// Runs a law over many cases and says how often it had something to say.
fn law(seeds: std::ops::Range<u64>, mut holds: impl FnMut(&mut Luck, Case) -> Option<bool>) {
    let (mut said, all) = (0, seeds.end - seeds.start);
    for seed in seeds {
        let mut luck = Luck::new(seed);
        let case = Case::by_luck(&mut luck);
        let shown = case.clone();
        if let Some(holds) = holds(&mut luck, case) {
            assert!(holds, "seed {seed}: {shown:#?}");
            said += 1;
        }
    }
    assert!(said * 20 > all, "the law was asked {said} times of {all}");
}

#[test]
fn the_order_of_recording_never_matters() {
    law(0..4_000, |luck, mut case| {
        let before = case.result();
        for at in (1..case.voices.len()).rev() {
            case.voices
                .swap(at, luck.below(u32::try_from(at + 1).unwrap()) as usize);
        }
        let after = case.result();
        let by_name = |result: &VoteResult| {
            let mut groups = result.tally.groups.clone();
            groups.sort_by(|one, other| one.group.cmp(&other.group));
            groups
        };
        let same = before.outcome == after.outcome
            && by_name(&before) == by_name(&after)
            && before.tally.counts == after.tally.counts
            && before.tally.measured == after.tally.measured
            && before.quorum == after.quorum;
        Some(same)
    });
}

#[test]
fn counts_always_reconcile_with_the_roll() {
    law(0..4_000, |_, case| {
        let tally = case.result().tally;
        let of = |village: Option<&str>, said: Voice| {
            let voices = case.voices.iter().filter(|it| {
                village.is_none() || it.voter.village.as_ref().map(VillageId::as_str) == village
            });
            u32::try_from(voices.filter(|it| it.voice == said).count()).unwrap()
        };
        let as_counted = |village: Option<&str>, counts: Counts| {
            let Counts {
                yes,
                no,
                abstain,
                not_voting,
                absent,
                recused,
                spoiled,
            } = counts;
            spoiled == 0
                && yes == of(village, Voice::For)
                && no == of(village, Voice::Against)
                && abstain == of(village, Voice::Abstain)
                && not_voting == of(village, Voice::NotVoting)
                && absent == of(village, Voice::Absent)
                && recused == of(village, Voice::Recused)
        };
        let villages: BTreeSet<&str> = case
            .voices
            .iter()
            .filter_map(|it| it.voter.village.as_ref().map(VillageId::as_str))
            .collect();
        let groups = tally
            .groups
            .iter()
            .all(|it| as_counted(Some(it.group.as_str()), it.counts));
        let counts = tally.counts;
        let all = u32::try_from(case.voices.len()).unwrap();
        Some(
            as_counted(None, counts)
                && groups
                && tally.groups.len() == villages.len()
                && counts.entitled(RecusalEffect::KeepBase) == all
                && counts.entitled(RecusalEffect::Waive) == all
                && counts.entitled(RecusalEffect::ReduceBase) == all - counts.recused
                && counts.present() + counts.absent + counts.recused == all,
        )
    });
}

#[test]
fn a_vote_for_never_turns_adopted_into_rejected() {
    law(0..20_000, |luck, mut case| {
        if case.result().outcome != Outcome::Adopted {
            return None;
        }
        let others: Vec<usize> = (0..case.voices.len())
            .filter(|at| case.voices[*at].voice != Voice::For)
            .collect();
        if others.is_empty() {
            return None;
        }
        let at = others[luck.below(u32::try_from(others.len()).unwrap()) as usize];
        case.voices[at].voice = Voice::For;
        Some(case.result().outcome == Outcome::Adopted)
    });
}

#[test]
fn a_voter_more_who_is_for_never_turns_adopted_into_rejected() {
    law(0..20_000, |luck, mut case| {
        if case.result().outcome != Outcome::Adopted {
            return None;
        }
        let mut voter = luck_voter(luck);
        voter.person = PersonId::from("more");
        let voice = Voice::For;
        case.voices.push(Voiced::new(voter, voice));
        Some(case.result().outcome == Outcome::Adopted)
    });
}

/// Somebody of a village that may be new.
fn luck_voter(luck: &mut Luck) -> Voter {
    let village = (!luck.chance(5)).then(|| VillageId::from(format!("v{}", luck.below(7))));
    Voter {
        households: luck.chance(2).then(|| luck.below(30)),
        shares: luck.chance(2).then(|| luck.below(1000)),
        woman: luck.chance(2),
        ..Voter::new("more".into(), village)
    }
}

fn stricter(pass: &mut Pass) {
    match pass {
        Pass::Reaches(threshold) | Pass::EachVillage(threshold) => {
            threshold.comparator = Comparator::MoreThan;
        }
        Pass::FewerBlockersThan { .. } => {}
        Pass::All(of) | Pass::Any(of) => of.iter_mut().for_each(stricter),
    }
}

#[test]
fn a_stricter_comparator_never_adopts_more() {
    law(0..20_000, |_, mut case| {
        let before = case.result().outcome;
        stricter(&mut case.rule.pass);
        if let Consent::InVote { each } = &mut case.rule.consent {
            each.comparator = Comparator::MoreThan;
        }
        for turnout in &mut case.rule.quorum.all_of {
            turnout.comparator = Comparator::MoreThan;
        }
        let after = case.result().outcome;
        (after == Outcome::Adopted).then_some(before == Outcome::Adopted)
    });
}

/// What the vote asked of the villages concerned.
fn consents(case: &Case) -> Vec<Criterion> {
    let tally = case.result().tally;
    let criteria = tally.criteria().into_iter().cloned();
    criteria
        .filter(|it| matches!(it.demand, Demand::Consent(_)))
        .collect()
}

#[test]
fn a_village_outside_the_matter_changes_nothing() {
    law(0..10_000, |luck, mut case| {
        if case.rule.consent == Consent::NotAsked || case.concerned.is_empty() {
            return None;
        }
        let without = consents(&case);
        let stranger = |number: u32, voice| {
            let village = Some(VillageId::from("outside"));
            let voter = Voter::new(format!("stranger{number}").as_str().into(), village);
            Voiced::new(voter, voice)
        };
        for number in 0..=luck.below(4) {
            let voice = luck.one(&[Voice::For, Voice::Against, Voice::Absent]);
            case.voices.push(stranger(number, voice));
        }
        Some(consents(&case) == without && !without.is_empty())
    });
}

#[test]
fn a_village_that_sends_nobody_changes_nothing_by_its_weight() {
    law(0..4_000, |luck, mut case| {
        let before = case.result();
        let absent = VillageId::from("outside");
        case.rule.reckoned.insert(absent, 1 + luck.below(1_000));
        Some(case.result() == before)
    });
}

#[test]
fn scaling_all_weights_changes_nothing() {
    law(0..10_000, |luck, mut case| {
        let before = case.result().outcome;
        let blockers = case.rule.pass.clone();
        if counts_blockers(&blockers) {
            return None;
        }
        let times = 2 + luck.below(9);
        case.rule
            .reckoned
            .values_mut()
            .for_each(|weight| *weight *= times);
        for voiced in &mut case.voices {
            voiced.voter.households = voiced.voter.households.map(|it| it * times);
            voiced.voter.shares = voiced.voter.shares.map(|it| it * times);
        }
        Some(case.result().outcome == before)
    });
}

/// A number of blockers is no share, so it does not scale.
fn counts_blockers(pass: &Pass) -> bool {
    match pass {
        Pass::FewerBlockersThan { .. } => true,
        Pass::All(of) | Pass::Any(of) => of.iter().any(counts_blockers),
        Pass::Reaches(_) | Pass::EachVillage(_) => false,
    }
}

#[test]
fn every_proof_claims_what_its_own_printed_numbers_say() {
    law(0..4_000, |_, case| {
        let result = case.result();
        let told = |printed: String, holds: bool| {
            let words: Vec<&str> = printed.split(' ').collect();
            let product = |side: &str| {
                let factors = side.split('*').map(|it| it.parse::<u128>().unwrap());
                factors.product::<u128>()
            };
            let (left, right) = (product(words[0]), product(words[2]));
            let really = match words[1] {
                ">" => left > right,
                ">=" => left >= right,
                other => panic!("{other}"),
            };
            really == holds
        };
        let criteria = result.tally.criteria().into_iter().map(|it| it.inequality);
        let quorum = result.quorum.iter().map(|it| it.inequality);
        let all = criteria
            .chain(quorum)
            .all(|it| told(it.to_string(), it.holds()) && sane(it));
        let claimed = match result.outcome {
            Outcome::Inquorate => !result.quorum.iter().all(QuorumProof::holds),
            Outcome::Adopted => result.tally.proof.holds(),
            _ => !result.tally.proof.holds(),
        };
        Some(all && claimed && result.tally.adopted == result.tally.proof.holds())
    });
}

/// Asks of persons what is asked of anything else: hands have no names.
fn of_persons(pass: &mut Pass) {
    match pass {
        Pass::Reaches(threshold) | Pass::EachVillage(threshold) => {
            *pass = Pass::Reaches(threshold.over(Over::Persons));
        }
        Pass::FewerBlockersThan { over, .. } => *over = Over::Persons,
        Pass::All(of) | Pass::Any(of) => of.iter_mut().for_each(of_persons),
    }
}

/// A show of hands with the same totals as the voices of a case.
fn by_hands(case: &Case) -> VoteResult {
    let voters: Vec<Voter> = case.voices.iter().map(|it| it.voter.clone()).collect();
    let mut ballot = Ballot::new(at("09:00"), case.rule.clone(), voters, Method::Hands);
    let (mut in_room, mut room) = (BTreeSet::new(), Vec::new());
    let number = |said| {
        let so_many = case.voices.iter().filter(|it| it.voice == said).count();
        u32::try_from(so_many).unwrap()
    };
    for Voiced { voter, voice, .. } in &case.voices {
        match voice {
            Voice::Absent => {}
            Voice::Recused => {
                let reason = super::stage::line("直接利害关系").into();
                ballot.take(&voter.person, Choice::Recused { reason });
            }
            _ => {
                in_room.insert(voter.person.clone());
                room.push(voter.clone());
            }
        }
    }
    let hands = Hands {
        yes: number(Voice::For),
        no: number(Voice::Against),
        abstain: number(Voice::Abstain),
        not_voting: number(Voice::NotVoting),
        chair: ChairHand::Counted,
    };
    let chair = None;
    let hands = HandCount { hands, room, chair };
    VoteResult::by_hands(&ballot, &in_room, hands, at("09:00"))
}

#[test]
fn a_vote_whose_voices_are_not_known_agrees_with_a_named_one_of_the_same_totals() {
    law(0..4_000, |_, mut case| {
        of_persons(&mut case.rule.pass);
        case.rule.consent = Consent::NotAsked;
        for turnout in &mut case.rule.quorum.all_of {
            turnout.over = Over::Persons;
        }
        assert!(case.rule.allows(Method::Hands));
        let (named, counted) = (case.result(), by_hands(&case));
        let same = named.outcome == counted.outcome
            && named.tally.counts == counted.tally.counts
            && named.tally.proof == counted.tally.proof
            && named.quorum == counted.quorum;
        Some(same)
    });
}

/// A secret ballot with the same totals as the voices of a case: who says nothing keeps the paper.
fn secretly(case: &Case) -> VoteResult {
    let voters: Vec<Voter> = case.voices.iter().map(|it| it.voter.clone()).collect();
    let mut ballot = Ballot::new(at("09:00"), case.rule.clone(), voters, Method::Secret);
    let number = |said: Voice| {
        let so_many = case.voices.iter().filter(|it| it.voice == said).count();
        u32::try_from(so_many).unwrap()
    };
    let (mut in_room, mut to) = (BTreeSet::new(), Vec::new());
    for Voiced { voter, voice, .. } in &case.voices {
        match voice {
            Voice::Absent => {}
            Voice::Recused => {
                let reason = super::stage::line("直接利害关系").into();
                ballot.take(&voter.person, Choice::Recused { reason });
            }
            _ => {
                in_room.insert(voter.person.clone());
                to.push(voter.clone());
            }
        }
    }
    let [yes, no, abstain] = [Voice::For, Voice::Against, Voice::Abstain].map(number);
    let papers = Papers {
        returned: yes + no + abstain,
        spoiled: 0,
        yes,
        no,
        abstain,
    };
    let issued = Issued {
        at: at("09:00"),
        to,
    };
    let count = BallotCount::Whole { papers };
    let secret = SecretCount { issued, count };
    VoteResult::secretly(&ballot, &in_room, secret, &[], at("09:00"))
}

#[test]
fn a_secret_vote_and_a_named_one_of_the_same_totals_agree() {
    law(0..8_000, |_, mut case| {
        of_persons(&mut case.rule.pass);
        case.rule.consent = Consent::NotAsked;
        for turnout in &mut case.rule.quorum.all_of {
            turnout.over = Over::Persons;
        }
        let (named, secret) = (case.result(), secretly(&case));
        let same = named.outcome == secret.outcome
            && named.tally.counts == secret.tally.counts
            && named.tally.proof == secret.tally.proof
            && named.tally.adopted == secret.tally.adopted
            && named.quorum == secret.quorum;
        // And nobody is known to have said anything.
        let silent = |it: &Voiced| matches!(it.voice, Voice::Absent | Voice::Recused);
        Some(same && secret.voices.iter().all(silent))
    });
}

#[test]
fn a_spoiled_ballot_is_one_that_came_and_did_not_vote() {
    law(0..8_000, |luck, case| {
        let (mut silent, mut spoiled) = (Poll::under(&case.rule), Poll::under(&case.rule));
        for Voiced { voter, voice, .. } in &case.voices {
            let group = voter.village.as_ref().map(GroupId::from);
            for poll in [&mut silent, &mut spoiled] {
                poll.take_times(group.as_ref(), *voice, 1);
            }
            let times = luck.below(3);
            silent.take_times(group.as_ref(), Voice::NotVoting, times);
            spoiled.spoil(group.as_ref(), times);
        }
        let concerned: Vec<GroupId> = case.concerned.iter().map(GroupId::from).collect();
        let judged = |poll: &Poll| poll.judge(&case.rule, &concerned);
        let (one, other) = (judged(&silent), judged(&spoiled));
        let all = |counts: Counts| counts.not_voting + counts.spoiled;
        Some(
            one.proof == other.proof
                && one.adopted == other.adopted
                && all(one.counts) == all(other.counts)
                && turnouts(&case.rule, &silent) == turnouts(&case.rule, &spoiled),
        )
    });
}
