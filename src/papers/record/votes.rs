//! Motions and their votes: every wording, every voice, the count and its proof.

use super::{Page, say};
use crate::domain::ids::{PersonId, VillageId};
use crate::domain::rule::Method;
use crate::domain::rule::Rule;
use crate::domain::session::minutes::EntryKind;
use crate::domain::session::quorum;
use crate::domain::session::turn::Moment;
use crate::domain::task::Decision;
use crate::domain::vote::agreement::Agreement;
use crate::domain::vote::due::chosen;
use crate::domain::vote::exclusive;
use crate::domain::vote::tally::{Counts, Voice};
use crate::domain::vote::{
    self, Ballot, Choice, Motion, MotionState, Outcome, QuorumProof, SequelStep, Standing,
    VoteResult,
};
use crate::i18n::{
    ballots, decision, dissent, options, quorums, record, recusals, second_call, sequels, slate,
    slates, steps, terms, weights, withdrawals,
};
use crate::i18n::{own_rules, own_rules_words as own_words};
use crate::papers::block::{Align, Block, Field, Table};

/// The voices in the order in which they are printed.
const VOICES: [Voice; 6] = [
    Voice::For,
    Voice::Against,
    Voice::Abstain,
    Voice::NotVoting,
    Voice::Recused,
    Voice::Absent,
];

impl Page<'_> {
    pub(super) fn motion(self, motion: &Motion) -> Vec<Block> {
        let language = self.language;
        let mut paper = vec![Block::heading(3, record::motion(language, motion.number))];
        paper.push(Block::list(false, self.wordings(motion)));
        let mut framed = self.framed(motion);
        let decision = Decision::of_motion(motion);
        let carried_out = decision.and_then(|decision| self.carried_out(&decision));
        say(&mut framed, decision::label(language), carried_out);
        paper.push(Block::Fields(framed));
        paper.extend(self.rounds(motion));
        match &motion.state {
            MotionState::Drafted => paper.push(Block::paragraph(record::not_voted(language))),
            MotionState::Voting { .. } => paper.push(Block::paragraph(record::vote_open(language))),
            MotionState::Agreed { agreement } => {
                paper.push(Block::Fields(self.agreement(motion, agreement)));
            }
            MotionState::Withdrawn { reason, begun } => {
                let begun = begun.as_ref();
                let turn = begun.map(|begun| begun.turn).unwrap_or_default();
                let said = withdrawals::withdrawn(language, reason.as_ref(), begun, |at| {
                    self.told_of(motion, Moment { at, turn })
                });
                paper.push(Block::paragraph(said));
            }
            MotionState::Counted { ballot, result } => {
                let announced = record::not_announced(language).to_owned();
                paper.extend(self.vote(motion, ballot, result, announced));
            }
            MotionState::Announced { ballot, result, at } => {
                let announced = self.told_of(motion, ballot.announcing(*at));
                paper.extend(self.vote(motion, ballot, result, announced));
            }
        }
        paper.extend(self.sequels(motion));
        paper
    }

    fn wordings(self, motion: &Motion) -> Vec<String> {
        let last = motion.wordings.len();
        let voted = motion.ballot().is_some();
        (1..)
            .zip(&motion.wordings)
            .map(|(place, wording)| {
                let at = self.told_if_sat(wording.at, wording.moment());
                let words = wording.text.as_str();
                if place < last {
                    record::wording(self.language, at, words)
                } else if voted {
                    record::wording_voted(self.language, at, words)
                } else {
                    record::wording_last(self.language, at, words)
                }
            })
            .collect()
    }

    fn framed(self, motion: &Motion) -> Vec<Field> {
        let language = self.language;
        let mut fields = Vec::new();
        for (label, person) in [
            (record::label_mover(language), &motion.mover),
            (record::label_seconder(language), &motion.seconder),
        ] {
            let person = person.as_ref().map(|person| self.name(person));
            say(&mut fields, label, person);
        }
        let paper = motion
            .from_paper
            .then(|| record::motion_from_paper(language));
        say(&mut fields, record::label_from_paper(language), paper);
        let villages = terms::villages(language, self.world, &motion.villages);
        fields.push(Field::new(record::label_villages(language), villages));
        fields.push(Field::new(
            record::label_effect(language),
            terms::effect(language, vote::effect(self.world, motion)),
        ));
        say(
            &mut fields,
            slate::label_ballot(language),
            self.to_stand(motion),
        );
        say(
            &mut fields,
            slates::refills_label(language, motion),
            slates::refills(language, motion),
        );
        let other = exclusive::other(self.world, motion);
        let other = other.map(|other| ballots::excludes(language, other.number));
        say(&mut fields, ballots::label_excludes(language), other);
        fields
    }

    pub(super) fn vote(
        self,
        motion: &Motion,
        ballot: &Ballot,
        result: &VoteResult,
        announced: String,
    ) -> Vec<Block> {
        let language = self.language;
        let by_village = by_village(result);
        let mut terms_of_vote = self.terms_of_vote(motion, ballot, result);
        terms_of_vote.extend(self.on_ballot(ballot));
        let mut paper = vec![Block::Fields(terms_of_vote)];
        match (&result.hands, &result.secret, &result.by_village) {
            // Of papers that cannot be right nobody's voice is known.
            (_, Some(_), _) if result.outcome == Outcome::Void => {}
            (None, None, Some(count)) => {
                paper.push(Block::list(false, self.villages_said(count)));
                paper.push(self.counts(&in_groups(result), result));
            }
            (Some(_), ..) | (_, Some(_), _) => {
                paper.push(self.counts(&in_groups(result), result));
            }
            _ if result.outcome == Outcome::Void && result.slate.is_some() => {}
            (None, None, None) if let Some(count) = &result.slate => {
                let by_name = ballot.method == Method::ByName;
                let slate = ballot.slate.as_ref().filter(|_| by_name);
                paper.extend(
                    slate
                        .into_iter()
                        .flat_map(|it| self.who_took_which(it, result)),
                );
                paper.push(self.votes_of(ballot, count));
            }
            (None, None, None) => {
                let lines = by_village
                    .iter()
                    .map(|(village, _)| self.village_voices(village.as_ref(), result));
                paper.push(Block::list(false, lines));
                paper.push(self.counts(&by_village, result));
            }
        }
        let mut fields = self.dissent(motion, ballot, result);
        fields.extend(self.hands(motion, result));
        fields.extend(self.secret(motion, ballot, result));
        fields.extend(self.villages(result));
        fields.extend(self.count_of(ballot, result));
        let outcome = match stands_in(motion, ballot) {
            Some(stands) => sequels::standing_word(language, stands),
            None => sequels::outcome(language, motion, ballot, result),
        };
        fields.push(Field::new(record::label_outcome(language), outcome));
        let sentence = steps::read_out_of_round(language, self.world, motion, ballot, result);
        fields.push(Field::new(record::label_sentence(language), sentence));
        // Contenders have their proof in a table of their own, and of nothing decided there is none.
        let judged = !matches!(result.outcome, Outcome::Void | Outcome::Inquorate);
        let proof =
            (judged && result.slate.is_none()).then(|| steps::proof(language, self.world, result));
        say(&mut fields, record::label_proof(language), proof);
        fields.push(Field::new(record::label_announced(language), announced));
        let mut made = self.world.corrections_of(&self.session.id);
        let corrected = made.any(|correction| {
            let of = correction.change.of_result();
            // Of several votes on the same motion only one was put right.
            of.is_some_and(|(of, _, now)| *of == motion.id && now == result)
        });
        let corrected = corrected.then(|| record::see_corrections(language));
        say(&mut fields, record::label_corrected(language), corrected);
        paper.push(Block::Fields(fields));
        paper
    }

    /// Says who was asked and that nobody objected.
    fn agreement(self, motion: &Motion, agreement: &Agreement) -> Vec<Field> {
        let language = self.language;
        let asked = agreement.asked.iter();
        let asked = self.list(asked.map(|voter| self.name(&voter.person)));
        let outcome = terms::outcome(language, Outcome::Adopted, motion.effect_of_vote());
        let sentence = steps::agreement_sentence(language, self.world, motion, agreement);
        vec![
            Field::new(record::label_way(language), record::method_agreed(language)),
            self.rule_cited(&agreement.rule),
            Field::new(
                record::label_quorum(language),
                self.quorum_at(motion, &agreement.rule, &agreement.quorum, |called| {
                    let quorums = quorum::of_agreement(called, self.session, motion, agreement);
                    quorums.into_iter().map(|it| it.proof).collect()
                }),
            ),
            Field::new(record::label_asked(language), asked),
            Field::new(
                record::label_agreed_at(language),
                self.told_of(motion, agreement.moment()),
            ),
            Field::new(record::label_state(language), outcome),
            Field::new(record::label_sentence(language), sentence),
        ]
    }

    fn rule_cited(self, rule: &Rule) -> Field {
        let language = self.language;
        let name = terms::rule_name(language, rule).to_owned();
        let clause = terms::clause(language, rule).to_owned();
        let said = record::rule(language, name, clause);
        let said = match own_rules::from(language, rule) {
            Some(since) => own_words::with(language, said, since),
            None => said,
        };
        Field::new(record::label_rule(language), said)
    }

    /// Says what the quorum of a vote was, and where a second call freed it of what its rule asks for, that.
    fn quorum_at(
        self,
        motion: &Motion,
        rule: &Rule,
        proofs: &[QuorumProof],
        of_called: impl FnOnce(&Rule) -> Vec<QuorumProof>,
    ) -> String {
        let language = self.language;
        let of = (self.session, motion, rule);
        match quorums::freed(language, self.world, of, of_called) {
            None => self.quorum_proved(proofs),
            Some(freed) if proofs.is_empty() => freed,
            Some(freed) => second_call::with_quorum(language, self.quorum_proved(proofs), freed),
        }
    }

    fn quorum_proved(self, quorum: &[QuorumProof]) -> String {
        let language = self.language;
        if quorum.is_empty() {
            return record::quorum_not_asked(language).to_owned();
        }
        let said: Vec<String> = quorum
            .iter()
            .map(|demand| quorums::proved(language, demand))
            .collect();
        self.list(said.iter().map(String::as_str))
    }

    /// Says how was voted: method, rule and clause, quorum, times.
    fn terms_of_vote(self, motion: &Motion, ballot: &Ballot, result: &VoteResult) -> Vec<Field> {
        let language = self.language;
        let rule = &ballot.rule;
        let quorum = self.quorum_at(motion, rule, &result.quorum, |called| {
            result.quorum_under(called)
        });
        let method = match ballot.method {
            Method::Hands => record::method_hands(language),
            Method::Secret => record::method_secret(language),
            Method::ByVillage => record::method_by_village(language),
            Method::ByName if ballot.slate.is_some() => options::method(language),
            Method::ByName if self.published() => record::method_published(language),
            Method::ByName if rule.chair_last && ballot.chair_before => {
                record::method_named_chair_not_last(language)
            }
            Method::ByName if rule.chair_last && ballot.chair_among => {
                record::method_named_chair_among(language)
            }
            Method::ByName if rule.chair_last && !motion.from_paper => {
                record::method_named_chair_last(language)
            }
            Method::ByName => record::method_named(language),
        };
        vec![
            Field::new(record::label_method(language), method),
            self.rule_cited(rule),
            Field::new(
                record::label_recusal(language),
                recusals::effect(language, rule, result)
                    .unwrap_or_else(|| terms::recusal_effect(language, rule.recusal).to_owned()),
            ),
            Field::new(record::label_quorum_at_vote(language), quorum),
            Field::new(
                record::label_opened(language),
                self.told_of(motion, ballot.opening()),
            ),
            Field::new(
                record::label_ended(language),
                self.told_of(motion, ballot.ending(result)),
            ),
        ]
    }

    fn people_who(
        self,
        result: &VoteResult,
        wanted: impl Fn(&Option<VillageId>, Voice) -> bool,
    ) -> Option<String> {
        let people: Vec<&str> = result
            .voices
            .iter()
            .filter(|voiced| wanted(&voiced.voter.village, voiced.voice))
            .map(|voiced| self.name(&voiced.voter.person))
            .collect();
        (!people.is_empty()).then(|| self.list(people))
    }

    fn village_voices(self, village: Option<&VillageId>, result: &VoteResult) -> String {
        let language = self.language;
        let mut said = String::new();
        for voice in VOICES {
            let people = self.people_who(result, |of, is| of.as_ref() == village && is == voice);
            let Some(people) = people else { continue };
            let clause = record::voices_of(language, terms::voice(language, voice), people);
            said = if said.is_empty() {
                clause
            } else {
                record::voices_more(language, said, clause)
            };
        }
        let village = terms::village(language, self.world, village).to_owned();
        record::village_voices(language, village, said)
    }

    fn counts(self, by_village: &[(Option<VillageId>, Counts)], result: &VoteResult) -> Block {
        let language = self.language;
        let mut head = vec![record::village(language).to_owned()];
        head.extend(VOICES.map(|voice| match voice {
            // As short as a column of figures.
            Voice::Abstain => slate::column_abstain(language).to_owned(),
            voice => terms::voice(language, voice).to_owned(),
        }));
        // Only papers can be spoiled.
        let spoiled = result.secret.is_some();
        head.extend(spoiled.then(|| ballots::row_spoiled(language).to_owned()));
        head.push(record::total(language).to_owned());
        let weighs = result.tally.groups.iter().any(|it| it.weight.is_some());
        head.extend(weighs.then(|| weights::column(language).to_owned()));
        let row = |name: &str, counts: &Counts, weight: Option<u32>| {
            let mut row = vec![name.to_owned()];
            row.extend(VOICES.map(|voice| of(counts, voice).to_string()));
            row.extend(spoiled.then(|| counts.spoiled.to_string()));
            let total: u32 = VOICES.iter().map(|voice| of(counts, *voice)).sum();
            row.push(total.saturating_add(counts.spoiled).to_string());
            row.extend(weighs.then(|| weight.map_or_else(String::new, |it| it.to_string())));
            row
        };
        let mut rows: Vec<Vec<String>> = by_village
            .iter()
            .map(|(village, counts)| {
                row(
                    terms::village(language, self.world, village.as_ref()),
                    counts,
                    weight(result, village.as_ref()),
                )
            })
            .collect();
        let whole = result.tally.groups.iter().filter_map(|it| it.weight);
        let whole = whole.fold(0_u32, u32::saturating_add);
        rows.push(row(
            record::whole(language),
            &result.tally.counts,
            Some(whole),
        ));
        let mut align = vec![Align::Left];
        align.extend([Align::Right; 7]);
        align.extend(spoiled.then_some(Align::Right));
        align.extend(weighs.then_some(Align::Right));
        Block::Table(Table { head, rows, align })
    }

    /// Names those away who sent a written opinion on the item: no voice of theirs stands in the count.
    fn wrote(self, motion: &Motion, result: &VoteResult) -> Option<String> {
        let entries = || self.world.entries_of(&motion.item);
        let wrote = |person: &PersonId| {
            let by = |kind: &EntryKind| matches!(kind, EntryKind::Written { sender } if sender == person);
            entries().any(|entry| by(&entry.kind))
        };
        let away = result.voices.iter().filter(|it| it.voice == Voice::Absent);
        let away = away.map(|it| &it.voter.person).filter(|it| wrote(it));
        let names: Vec<&str> = away.map(|person| self.name(person)).collect();
        let said = |names: String| record::written_not_counted(self.language, names);
        (!names.is_empty()).then(|| said(self.list(names)))
    }

    /// Names everybody who was not for it, with the reasons of the recused, and the villages concerned.
    fn dissent(self, motion: &Motion, ballot: &Ballot, result: &VoteResult) -> Vec<Field> {
        let language = self.language;
        let mut fields = Vec::new();
        for (label, voice) in [
            (record::label_against(language), Voice::Against),
            (record::label_abstaining(language), Voice::Abstain),
            (record::label_silent(language), Voice::NotVoting),
        ] {
            let people = self.people_who(result, |_, is| is == voice);
            say(&mut fields, label, people);
        }
        let recused: Vec<String> = result
            .voices
            .iter()
            .filter(|voiced| voiced.voice == Voice::Recused)
            .map(|voiced| {
                let person = &voiced.voter.person;
                let name = self.name(person).to_owned();
                match ballot.marks.get(person).map(|mark| &mark.choice) {
                    Some(Choice::Recused { reason }) => {
                        let why = recusals::reason(language, self.world, reason);
                        record::recused_why(language, name, why)
                    }
                    _ => name,
                }
            })
            .collect();
        let recused = (!recused.is_empty()).then(|| self.list(recused.iter().map(String::as_str)));
        say(&mut fields, record::label_recused(language), recused);
        fields.extend(self.by_proxy(motion, ballot, result));
        let by_video = result.by_video.iter().map(|person| self.name(person));
        let by_video = (!result.by_video.is_empty()).then(|| self.list(by_video));
        say(&mut fields, record::label_by_video(language), by_video);
        say(
            &mut fields,
            record::label_written(language),
            self.wrote(motion, result),
        );
        for (label, villages) in dissent::fields(language, self.world, motion, result) {
            say(&mut fields, label, Some(villages));
        }
        fields
    }
}

/// Returns the counts of each village that is known by itself, though no voice is known by name.
fn in_groups(result: &VoteResult) -> Vec<(Option<VillageId>, Counts)> {
    let groups = result.tally.groups.iter();
    let mut known: Vec<(Option<VillageId>, Counts)> = groups
        .map(|it| (Some(VillageId::from(it.group.as_str())), it.counts))
        .collect();
    if known.is_empty() {
        return known;
    }
    let mut rest = result.tally.counts;
    for (_, counts) in &known {
        rest = rest.without(counts);
    }
    if rest != Counts::default() {
        known.push((None, rest));
    }
    known
}

/// Returns what a village weighs, where weights are counted.
fn weight(result: &VoteResult, village: Option<&VillageId>) -> Option<u32> {
    let mut groups = result.tally.groups.iter();
    let group = groups.find(|it| village.is_some_and(|of| of.as_str() == it.group.as_str()));
    // A village the rule gives no weight has none.
    group.map(|it| it.weight.unwrap_or(0))
}

/// Counts the voices of each village, in the order in which they were asked; area-wide seats are one.
fn by_village(result: &VoteResult) -> Vec<(Option<VillageId>, Counts)> {
    let mut groups: Vec<(Option<VillageId>, Counts)> = Vec::new();
    for voiced in &result.voices {
        let village = &voiced.voter.village;
        match groups.iter_mut().find(|(known, _)| known == village) {
            Some((_, counts)) => counts.add(voiced.voice),
            None => {
                let mut counts = Counts::default();
                counts.add(voiced.voice);
                groups.push((village.clone(), counts));
            }
        }
    }
    groups
}

/// Returns where a motion stands by what was chosen in the place of its last vote's result.
fn stands_in(motion: &Motion, ballot: &Ballot) -> Option<Standing> {
    let chosen = chosen(motion).filter(|_| motion.ballot() == Some(ballot))?;
    match chosen.step {
        SequelStep::Deferred { .. } => Some(Standing::Deferred),
        SequelStep::Referred { .. } => Some(Standing::ReferredUp),
        _ => None,
    }
}

fn of(counts: &Counts, voice: Voice) -> u32 {
    match voice {
        Voice::For => counts.yes,
        Voice::Against => counts.no,
        Voice::Abstain => counts.abstain,
        Voice::NotVoting => counts.not_voting,
        Voice::Absent => counts.absent,
        Voice::Recused => counts.recused,
    }
}
