//! The count sheet (计票单) of a secret ballot, an election, or one of several: printed before the count
//! with room for tally marks, and after it with every figure of both counts.
//!
//! A first count that waits for the second stands on no sheet: whoever counts once more would read it.

use super::block::{Align, Block, Field, Table};
use super::record::{Part, Subject};
use crate::domain::ids::{PersonId, VillageId};
use crate::domain::rule::{Method, Question, Rule};
use crate::domain::session::Session;
use crate::domain::session::correction::{Corrected, Correction};
use crate::domain::vote::secret::{BallotCount, Number, counts_villages};
use crate::domain::vote::slate::{Slate, chooses_people, on_ballot};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{Ballot, Motion, MotionState, Outcome, VoteResult, due};
use crate::domain::world::World;
use crate::i18n::{Language, corrected, count_sheet as words, slates, steps, terms};

/// Makes the count sheets of a session, one after the other, each with what it is about.
#[must_use]
pub fn sheets(world: &World, session: &Session, language: Language) -> Vec<Part> {
    let items: Vec<_> = world.agenda(&session.id).collect();
    let motions = items.iter().flat_map(|item| world.motions_of(&item.id));
    let parts = motions.flat_map(|motion| {
        let subject = Subject::Motion(motion.id.clone());
        let blocks = of_motion(world, session, motion, language).into_iter();
        blocks.map(move |block| Part {
            block,
            subject: subject.clone(),
        })
    });
    parts.collect()
}

/// Makes the count sheets of a motion, one a vote; none where it is not voted by papers or by contenders.
#[must_use]
pub fn of_motion(
    world: &World,
    session: &Session,
    motion: &Motion,
    language: Language,
) -> Vec<Block> {
    let mut votes: Vec<Vote<'_>> = motion
        .earlier
        .iter()
        .map(|round| Vote::of(&round.ballot, round.result()))
        .collect();
    votes.extend(motion.ballot().map(|it| Vote::of(it, motion.result())));
    let again = due(motion).is_some_and(|due| due.is_a_vote());
    let drafted = motion.state == MotionState::Drafted;
    votes.extend((drafted || again).then(|| Vote::to_come(world, session, motion)));
    let several = votes.len() > 1;
    let last = motion.earlier.len();
    let sheets = votes.iter().enumerate().filter(|(_, it)| it.has_a_sheet());
    let blocks = sheets.flat_map(|(at, vote)| {
        let sheet = Sheet {
            world,
            session,
            motion,
            language,
            vote,
            corrected: if at == last {
                corrections(world, motion)
            } else {
                Vec::new()
            },
        };
        sheet.blocks(several.then_some(at + 1))
    });
    blocks.collect()
}

/// Returns the corrections of a motion's figures, oldest first.
fn corrections<'a>(world: &'a World, motion: &Motion) -> Vec<&'a Correction> {
    let made = world.corrections_of(&motion.session);
    let of_it = made.filter(
        |it| matches!(&it.change, Corrected::Totals { motion: of, .. } if *of == motion.id),
    );
    of_it.collect()
}

/// A vote that has a count sheet.
struct Vote<'a> {
    rule: Option<Rule>,
    method: Option<Method>,
    slate: Option<Slate>,
    /// The ballot and its result, once it was opened.
    ballot: Option<(&'a Ballot, Option<&'a VoteResult>)>,
}

impl<'a> Vote<'a> {
    fn of(ballot: &'a Ballot, result: Option<&'a VoteResult>) -> Self {
        Self {
            rule: Some(ballot.rule.clone()),
            method: Some(ballot.method),
            slate: ballot.slate.clone(),
            ballot: Some((ballot, result)),
        }
    }

    /// A vote that is still to be opened: papers, where the rule lets it be secret.
    fn to_come(world: &World, session: &Session, motion: &Motion) -> Self {
        let item = world.items.get(&motion.item);
        let rule = item.and_then(|item| world.rule_on(item.kind.rule()?, session.date).ok());
        let secret = rule.as_ref().filter(|rule| rule.allows(Method::Secret));
        Self {
            method: secret.filter(|_| !motion.named).map(|_| Method::Secret),
            slate: on_ballot(motion).filter(|slate| !slate.contenders.is_empty()),
            ballot: None,
            rule,
        }
    }

    fn has_a_sheet(&self) -> bool {
        // Where each is asked by name nothing is counted on paper.
        let by_name = self.method == Some(Method::ByName);
        self.method == Some(Method::Secret) || self.slate.is_some() && !by_name
    }

    fn people(&self) -> bool {
        self.rule.as_ref().is_some_and(chooses_people)
    }

    fn result(&self) -> Option<&'a VoteResult> {
        self.ballot.and_then(|(_, result)| result)
    }
}

/// A line of the sheet that has a figure in every count.
enum Line {
    Number(Option<VillageId>, Number),
    Valid(Option<VillageId>),
    Contender(usize, Voice),
    Abstain,
    Written(crate::domain::text::Line),
    WriteIn,
}

/// One count with the one made after it.
struct Pass {
    title: String,
    head: Vec<&'static str>,
    counts: Vec<BallotCount>,
}

struct Sheet<'a> {
    world: &'a World,
    session: &'a Session,
    motion: &'a Motion,
    language: Language,
    vote: &'a Vote<'a>,
    corrected: Vec<&'a Correction>,
}

impl Sheet<'_> {
    fn blocks(&self, round: Option<usize>) -> Vec<Block> {
        let language = self.language;
        let committee = self.world.committee.as_ref();
        let committee = committee.map_or("", |it| it.name.as_str());
        let title = match self.vote.people() {
            true => words::title_election(language, committee),
            false => words::title(language, committee),
        };
        let mut blocks = vec![Block::heading(1, title)];
        blocks.extend(round.map(|round| Block::heading(2, words::round(language, round))));
        blocks.push(Block::Fields(self.head()));
        let passes = self.passes();
        if passes.is_empty() {
            blocks.extend(self.blank());
        }
        for pass in &passes {
            blocks.push(Block::heading(2, pass.title.as_str()));
            blocks.extend(self.table(pass));
        }
        for correction in &self.corrected {
            if let Corrected::Totals { sheet, .. } = &correction.change {
                let sheet = sheet.as_ref().map_or("", |it| it.as_str());
                blocks.push(Block::paragraph(words::corrected_note(
                    language,
                    sheet,
                    correction.by.as_str(),
                    terms::minute(language, correction.at),
                    correction.reason.as_str(),
                )));
            }
        }
        if let Some(result) = self.vote.result() {
            if result.outcome == Outcome::Void {
                blocks.push(Block::paragraph(words::void_note(language)));
            }
            let (world, motion) = (self.world, self.motion);
            let sentence = self
                .vote
                .ballot
                .map(|(ballot, _)| steps::result_of_round(language, world, motion, ballot, result));
            let sentence = sentence.unwrap_or_default();
            let label = words::label_result(language);
            blocks.push(Block::Fields(vec![Field::new(label, sentence)]));
        }
        blocks.push(Block::signature([
            words::sign_caller(language),
            words::sign_watcher(language),
            words::sign_teller(language),
            words::sign_date(language),
        ]));
        blocks
    }

    fn head(&self) -> Vec<Field> {
        let (language, vote) = (self.language, self.vote);
        let mut fields = vec![
            Field::new(
                words::label_session(language),
                terms::session_name(language, self.session),
            ),
            Field::new(
                words::label_day(language),
                terms::date(language, self.session.date),
            ),
        ];
        let what = match vote.people() {
            true => words::label_election(language),
            false => words::label_motion(language),
        };
        fields.push(Field::new(what, self.motion.wording()));
        if let Some(slate) = vote.slate.as_ref().filter(|_| vote.people()) {
            let seats = words::seats(language, slate.seats);
            fields.push(Field::new(words::label_seats(language), seats));
        }
        let question = vote.rule.as_ref().map(|rule| rule.question);
        let method = vote.method.map(|it| terms::method(language, it).to_owned());
        let kind = question.filter(|it| *it != Question::YesNo);
        let kind = kind.map(|it| slates::kind(language, it).to_owned());
        let way: Vec<String> = kind.into_iter().chain(method).collect();
        fields.push(Field::new(
            words::label_method(language),
            terms::list(language, way.iter().map(String::as_str)),
        ));
        if let Some(rule) = &vote.rule {
            let name = terms::rule_name(language, rule);
            fields.push(Field::new(words::label_rule(language), name));
        }
        fields.extend(self.figures());
        let tellers = vote.slate.as_ref().map(|slate| &slate.tellers);
        for (label, people) in [
            (
                words::label_watching(language),
                tellers.map(|it| it.watching.as_slice()),
            ),
            (
                words::label_counting(language),
                tellers.map(|it| it.counting.as_slice()),
            ),
            (words::label_calling(language), None),
        ] {
            fields.push(Field::new(label, self.named(people.unwrap_or_default())));
        }
        fields
    }

    /// Says how many were entitled and there, how many papers went out and came back; what is not known
    /// yet is left to be filled in.
    fn figures(&self) -> Vec<Field> {
        let language = self.language;
        let result = self.vote.result();
        let people = |number: u32| words::people(language, number);
        let papers = |number: u32| words::papers(language, number);
        let blank = || words::blank(language).to_owned();
        let entitled = match (self.vote.ballot, &self.vote.rule) {
            (Some((ballot, _)), _) => Some(ballot.voters.len()),
            _ => Some(self.session.entitled().count()),
        };
        let entitled = entitled.and_then(|it| u32::try_from(it).ok());
        let present = result.map(|result| result.tally.counts.present());
        let issued = self.vote.ballot.and_then(|(ballot, _)| {
            let issued = ballot.secret.issued.as_ref().map(|it| it.number());
            issued.or_else(|| Some(ballot.sheet.as_ref()?.issued))
        });
        let last = self.passes().pop();
        let last = last.and_then(|pass| pass.counts.last().map(BallotCount::whole));
        let valid = last.map(|it| it.valid());
        let row = |label: &str, said: Option<String>| Field::new(label, said.unwrap_or_else(blank));
        vec![
            row(words::label_entitled(language), entitled.map(people)),
            row(words::label_present(language), present.map(people)),
            row(words::label_issued(language), issued.map(papers)),
            row(
                words::label_returned(language),
                last.map(|it| papers(it.returned)),
            ),
            row(words::label_valid(language), valid.map(papers)),
            row(
                words::label_spoiled(language),
                last.map(|it| papers(it.spoiled)),
            ),
        ]
    }

    fn named(&self, people: &[PersonId]) -> String {
        let (language, world) = (self.language, self.world);
        if people.is_empty() {
            return words::blank(language).to_owned();
        }
        let names = people.iter().map(|it| terms::person(language, world, it));
        terms::list(language, names)
    }

    /// Returns every count that is known: those that did not agree, then the one that stands.
    fn passes(&self) -> Vec<Pass> {
        let language = self.language;
        let Some((ballot, _)) = self.vote.ballot else {
            return Vec::new();
        };
        let (first, second) = (
            words::column_first(language),
            words::column_second(language),
        );
        let differed = (1_usize..).zip(&ballot.secret.differed);
        let mut passes: Vec<Pass> = differed
            .map(|(pass, pair)| Pass {
                title: words::unequal(language, pass),
                head: vec![first, second],
                counts: vec![pair.first.clone(), pair.second.clone()],
            })
            .collect();
        let stands = ballot.secret.counted.clone();
        let raised = ballot.sheet.clone();
        let stands = stands.or_else(|| raised.map(|sheet| BallotCount::Slate { sheet }));
        let Some(stands) = stands else {
            return passes;
        };
        let count = |totals: &Totals| match totals {
            Totals::Papers { count } => Some(count.clone()),
            Totals::Raised { sheet } => Some(BallotCount::Slate {
                sheet: sheet.clone(),
            }),
            Totals::Hands { .. } | Totals::Village { .. } => None,
        };
        let mut corrected: Vec<BallotCount> = Vec::new();
        let mut announced = None;
        for correction in &self.corrected {
            if let Corrected::Totals { from, to, .. } = &correction.change {
                announced = announced.or_else(|| count(from));
                corrected.extend(count(to));
            }
        }
        let announced = announced.unwrap_or(stands);
        let by_papers = ballot.method == Method::Secret;
        let (title, mut head, mut counts) = match by_papers {
            true => (
                words::agreed(language),
                vec![first, second],
                vec![announced.clone(), announced],
            ),
            false => (words::counted(language), vec![first], vec![announced]),
        };
        head.extend(corrected.iter().map(|_| words::column_corrected(language)));
        counts.extend(corrected);
        passes.push(Pass {
            title: title.to_owned(),
            head,
            counts,
        });
        passes
    }

    /// Returns the contenders in the order they are written in: by votes once they are counted.
    fn order(&self, slate: &Slate) -> Vec<usize> {
        let count = self.vote.result().and_then(|result| result.slate.as_ref());
        let placed = count.map(|it| it.judged.placed.iter().filter_map(|it| it.at).collect());
        let placed: Vec<usize> = placed.unwrap_or_default();
        match placed.len() == slate.contenders.len() {
            true => placed,
            false => (0..slate.contenders.len()).collect(),
        }
    }

    fn lines(&self, counts: &[BallotCount]) -> Vec<Line> {
        let papers = self.vote.method == Some(Method::Secret);
        let Some(slate) = &self.vote.slate else {
            return self.of_piles();
        };
        let mut lines = Vec::new();
        if papers {
            lines.push(Line::Number(None, Number::Returned));
            lines.push(Line::Valid(None));
            lines.push(Line::Number(None, Number::Spoiled));
        }
        for at in self.order(slate) {
            lines.push(Line::Contender(at, Voice::For));
            if self.vote.people() {
                lines.push(Line::Contender(at, Voice::Against));
                lines.push(Line::Contender(at, Voice::Abstain));
            }
        }
        let mut written: Vec<&crate::domain::text::Line> = Vec::new();
        for count in counts {
            if let BallotCount::Slate { sheet } = count {
                for (name, _) in &sheet.written {
                    if !written.contains(&name) {
                        written.push(name);
                    }
                }
            }
        }
        lines.extend(written.into_iter().cloned().map(Line::Written));
        if counts.is_empty() && slate.write_in {
            lines.push(Line::WriteIn);
        }
        if !self.vote.people() {
            lines.push(Line::Abstain);
        }
        lines
    }

    fn of_piles(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for village in self.villages() {
            lines.push(Line::Number(village.clone(), Number::Returned));
            lines.push(Line::Valid(village.clone()));
            for number in [Number::Spoiled, Number::Yes, Number::No, Number::Abstain] {
                lines.push(Line::Number(village.clone(), number));
            }
        }
        lines
    }

    /// Returns the villages whose papers are piles of their own; one of none where all are one pile.
    fn villages(&self) -> Vec<Option<VillageId>> {
        let by_village = self.vote.rule.as_ref().is_some_and(counts_villages);
        if !by_village {
            return vec![None];
        }
        let issued = self
            .vote
            .ballot
            .and_then(|(it, _)| it.secret.issued.as_ref());
        if let Some(issued) = issued {
            return issued.by_village().into_iter().map(|it| it.0).collect();
        }
        let mut villages: Vec<Option<VillageId>> = Vec::new();
        for attendee in self.session.entitled() {
            if !villages.contains(&attendee.place.village) {
                villages.push(attendee.place.village.clone());
            }
        }
        villages
    }

    fn label(&self, line: &Line) -> String {
        let (language, world) = (self.language, self.world);
        let by_village = self.vote.rule.as_ref().is_some_and(counts_villages);
        let of = |village: &Option<VillageId>, said: &str| match by_village {
            true => {
                let village = terms::village(language, world, village.as_ref());
                crate::i18n::totals::row_number(language, village, said)
            }
            false => said.to_owned(),
        };
        let contender = |at: usize| {
            let slate = self.vote.slate.as_ref();
            let known = slate.and_then(|slate| slate.contenders.get(at));
            known.map_or("", |it| it.name.as_str()).to_owned()
        };
        match line {
            Line::Number(village, number) => of(village, corrected::number(language, *number)),
            Line::Valid(village) => of(village, words::label_valid(language)),
            Line::Contender(at, _) if !self.vote.people() => contender(*at),
            Line::Contender(at, voice) => {
                let voice = terms::voice(language, *voice);
                crate::i18n::totals::voice_of(language, contender(*at), voice)
            }
            Line::Abstain => terms::voice(language, Voice::Abstain).to_owned(),
            Line::Written(name) => words::written(language, name.as_str()),
            Line::WriteIn => words::write_in(language).to_owned(),
        }
    }

    fn table(&self, pass: &Pass) -> Option<Block> {
        let language = self.language;
        let mut head = vec![words::column_what(language).to_owned()];
        head.extend(pass.head.iter().map(|it| (*it).to_owned()));
        let mut align = vec![Align::Left];
        align.extend(pass.head.iter().map(|_| Align::Right));
        let rows = self.lines(&pass.counts).into_iter().map(|line| {
            let mut row = vec![self.label(&line)];
            row.extend(pass.counts.iter().map(|count| figure(count, &line)));
            row
        });
        let rows: Vec<Vec<String>> = rows.collect();
        (!rows.is_empty()).then_some(Block::Table(Table { head, rows, align }))
    }

    /// The sheet as it is before the count: room for the marks, and for both counts.
    fn blank(&self) -> Vec<Block> {
        let language = self.language;
        let head = [
            words::column_what(language),
            words::column_strokes(language),
            words::column_first(language),
            words::column_second(language),
        ];
        let rows = self.lines(&[]).into_iter().map(|line| {
            let room = words::blank(language);
            vec![
                self.label(&line),
                format!("{room}{room}{room}"),
                room.to_owned(),
                room.to_owned(),
            ]
        });
        vec![
            Block::Table(Table {
                head: head.map(str::to_owned).to_vec(),
                rows: rows.collect(),
                align: Vec::new(),
            }),
            Block::paragraph(words::stroke_note(language)),
        ]
    }
}

/// Returns the figure of a line in a count; of a void one nothing but what came back.
fn figure(count: &BallotCount, line: &Line) -> String {
    let pile = |village: &Option<VillageId>| {
        let piles = count.piles().into_iter();
        let mut of = piles.filter(|(it, _)| it == village);
        of.next().map(|(_, papers)| papers)
    };
    let found = match (line, count) {
        (Line::Number(_, number), BallotCount::Slate { sheet }) => match number {
            Number::Returned => Some(sheet.returned),
            Number::Spoiled => Some(sheet.spoiled),
            _ => None,
        },
        (Line::Valid(_), BallotCount::Slate { sheet }) => Some(sheet.valid),
        (Line::Number(village, number), _) => pile(village).map(|it| it.number(*number)),
        (Line::Valid(village), _) => pile(village).map(|it| it.valid()),
        (Line::Contender(at, voice), BallotCount::Slate { sheet }) => {
            sheet.rows.get(*at).map(|row| match voice {
                Voice::For => row.yes,
                Voice::Against => row.no,
                _ => row.abstain,
            })
        }
        (Line::Abstain, BallotCount::Slate { sheet }) => Some(sheet.abstain),
        (Line::Written(name), BallotCount::Slate { sheet }) => {
            let written = sheet.written.iter().find(|(it, _)| it == name);
            Some(written.map_or(0, |(_, votes)| *votes))
        }
        _ => None,
    };
    found.map_or_else(String::new, |it| it.to_string())
}
