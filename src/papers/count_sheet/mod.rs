//! The count sheet (计票单) of a secret ballot, an election, or one of several: printed before the count
//! with room for tally marks, and after it with every figure of both counts.
//!
//! A first count that waits for the second stands on no sheet: whoever counts once more would read it.

mod reading;

use self::reading::{Column, Counts, Line, Pass, Vote, figure, votes};
use super::block::{Align, Block, Field, Table};
use super::record::{Part, Subject};
use crate::domain::ids::{PersonId, VillageId};
use crate::domain::rule::{Method, Question};
use crate::domain::session::Session;
use crate::domain::session::correction::Corrected;
use crate::domain::vote::secret::{BallotCount, Number};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Motion, Outcome};
use crate::domain::world::World;
use crate::i18n::{Language, corrected, count_sheet as words, slates, steps, terms, totals};

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
    let votes = votes(world, motion);
    let several = votes.len() > 1;
    let sheets = votes.iter().enumerate().filter(|(_, it)| it.has_a_sheet());
    let blocks = sheets.flat_map(|(at, vote)| {
        let sheet = Sheet {
            world,
            session,
            motion,
            language,
            vote,
        };
        sheet.blocks(several.then_some(at + 1))
    });
    blocks.collect()
}

struct Sheet<'a> {
    world: &'a World,
    session: &'a Session,
    motion: &'a Motion,
    language: Language,
    vote: &'a Vote<'a>,
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
        let counts = self.vote.counts();
        if counts.is_empty() {
            blocks.extend(self.blank());
        }
        for counts in &counts {
            let title = match counts.pass {
                Pass::Unequal(at) => words::unequal(language, at),
                Pass::Agreed => words::agreed(language).to_owned(),
                Pass::Counted => words::counted(language).to_owned(),
            };
            blocks.push(Block::heading(2, title));
            blocks.extend(self.table(counts));
        }
        for correction in &self.vote.corrected {
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
        let issued = self.vote.issued();
        let last = self.vote.counts().pop();
        let last = last.as_ref().and_then(Counts::last);
        let void = last.is_some_and(|it| self.vote.is_void(it));
        let last = last.map(BallotCount::whole);
        let counted = |number: u32| match void {
            true => words::void(language).to_owned(),
            false => papers(number),
        };
        let row = |label: &str, said: Option<String>| Field::new(label, said.unwrap_or_else(blank));
        let mut fields = vec![
            row(words::label_entitled(language), entitled.map(people)),
            row(words::label_present(language), present.map(people)),
        ];
        if self.vote.method == Some(Method::Hands) {
            // Hands are raised, and no paper goes out.
            return fields;
        }
        fields.extend([
            row(words::label_issued(language), issued.map(papers)),
            row(
                words::label_returned(language),
                last.map(|it| papers(it.returned)),
            ),
            row(
                words::label_valid(language),
                last.map(|it| counted(it.valid())),
            ),
            row(
                words::label_spoiled(language),
                last.map(|it| counted(it.spoiled)),
            ),
        ]);
        fields
    }

    fn named(&self, people: &[PersonId]) -> String {
        let (language, world) = (self.language, self.world);
        if people.is_empty() {
            return words::blank(language).to_owned();
        }
        let names = people.iter().map(|it| terms::person(language, world, it));
        terms::list(language, names)
    }

    fn label(&self, line: &Line) -> String {
        let (language, world) = (self.language, self.world);
        let by_village = self.vote.by_village();
        let of = |village: &Option<VillageId>, said: &str| match by_village {
            true => {
                let village = terms::village(language, world, village.as_ref());
                totals::row_number(language, village, said)
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
                totals::voice_of(language, contender(*at), voice)
            }
            Line::Abstain => terms::voice(language, Voice::Abstain).to_owned(),
            Line::Written(name) => words::written(language, name.as_str()),
            Line::WriteIn => words::write_in(language).to_owned(),
        }
    }

    fn table(&self, counts: &Counts) -> Option<Block> {
        let language = self.language;
        let head = counts.columns.iter().map(|(column, _)| match column {
            Column::First => words::column_first(language),
            Column::Second => words::column_second(language),
            Column::Corrected => words::column_corrected(language),
        });
        let head = std::iter::once(words::column_what(language)).chain(head);
        let mut align = vec![Align::Left];
        align.extend(counts.columns.iter().map(|_| Align::Right));
        let lines = self.vote.lines(self.session, Some(counts)).into_iter();
        let rows = lines.map(|line| {
            let figures = counts.columns.iter().map(|(_, count)| {
                let back = matches!(line, Line::Number(_, Number::Returned));
                if !back && self.vote.is_void(count) {
                    return words::void(language).to_owned();
                }
                let figure = figure(count, &line);
                figure.map_or_else(String::new, |it| it.to_string())
            });
            std::iter::once(self.label(&line)).chain(figures).collect()
        });
        let rows: Vec<Vec<String>> = rows.collect();
        (!rows.is_empty()).then_some(Block::Table(Table {
            head: head.map(str::to_owned).collect(),
            rows,
            align,
        }))
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
        let rows = self.vote.lines(self.session, None).into_iter().map(|line| {
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
