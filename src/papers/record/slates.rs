//! What an election or a choice of one of several leaves on paper: the ballot, who counted, votes, who is taken.

use super::{Page, say};
use crate::domain::rule::Method;
use crate::domain::text::Line;
use crate::domain::vote::slate::{Next, Placed, SlateCount, chooses_people};
use crate::domain::vote::{Ballot, Motion, Outcome, VoteResult};
use crate::i18n::{ballots, options, slate, slates, terms};
use crate::papers::block::{Align, Block, Field, Table};

impl Page<'_> {
    /// Says who or what stood on the ballot of a vote, and who watched and counted.
    pub(super) fn on_ballot(self, ballot: &Ballot) -> Vec<Field> {
        let language = self.language;
        let Some(on_it) = &ballot.slate else {
            return Vec::new();
        };
        let (question, people) = (ballot.rule.question, chooses_people(&ballot.rule));
        let mut fields = Vec::new();
        let demand = match people {
            true => slate::kind_seats(language, slates::kind(language, question), on_it.seats),
            false => slates::kind(language, question).to_owned(),
        };
        fields.push(Field::new(slate::label_kind(language), demand));
        let label = match people {
            true => slate::label_candidates(language),
            false => slate::label_options(language),
        };
        fields.push(Field::new(label, slates::names(language, on_it)));
        let tellers = &on_it.tellers;
        for (label, people) in [
            (slate::label_watching(language), &tellers.watching),
            (slate::label_counting(language), &tellers.counting),
        ] {
            let named = people.iter().map(|person| self.name(person));
            let named = (!people.is_empty()).then(|| self.list(named));
            say(&mut fields, label, named);
        }
        fields
    }

    /// Says who or what is to stand on the ballot of a motion that was not voted.
    pub(super) fn to_stand(self, motion: &Motion) -> Option<String> {
        let slate = motion.slate.as_ref()?;
        let voted = motion.ballot().is_some() || slate.contenders.is_empty();
        (!voted).then(|| slates::names(self.language, slate))
    }

    /// Prints the votes of each contender with its proof, most votes first.
    pub(super) fn votes_of(self, ballot: &Ballot, count: &SlateCount) -> Block {
        let language = self.language;
        let people = chooses_people(&ballot.rule);
        let name = match people {
            true => slate::column_name(language),
            false => slate::column_option(language),
        };
        let mut head = vec![name, slate::column_votes(language)];
        if people {
            head.extend([
                slate::column_against(language),
                slate::column_abstain(language),
            ]);
        }
        head.extend([
            slate::column_proof(language),
            slate::column_result(language),
        ]);
        let row = |placed: &Placed| {
            let row = placed.at.and_then(|at| count.sheet.rows.get(at));
            let name = match placed.at {
                Some(_) => placed.name.to_string(),
                None => slate::cell_written(language, placed.name.as_str()),
            };
            let number = |number: Option<u32>| number.map_or_else(String::new, |it| it.to_string());
            let mut cells = vec![name, placed.inequality.count.to_string()];
            if people {
                cells.push(number(row.map(|row| row.no)));
                cells.push(number(row.map(|row| row.abstain)));
            }
            cells.push(slates::proof(language, &placed.inequality));
            cells.push(slates::fate(language, people, placed, &count.judged).to_owned());
            cells
        };
        let mut align = vec![Align::Left, Align::Right];
        align.extend(people.then_some([Align::Right; 2]).into_iter().flatten());
        align.extend([Align::Left; 2]);
        Block::Table(Table {
            head: head.into_iter().map(str::to_owned).collect(),
            rows: count.judged.placed.iter().map(row).collect(),
            align,
        })
    }

    /// Says how many papers there were or hands, how they were counted, who was absent, who is taken.
    pub(super) fn count_of(self, ballot: &Ballot, result: &VoteResult) -> Vec<Field> {
        let language = self.language;
        let Some(count) = &result.slate else {
            return Vec::new();
        };
        let people = chooses_people(&ballot.rule);
        let (label, counts) = match (ballot.method, result.outcome) {
            (Method::Hands, _) => (
                slate::label_hands(language),
                slates::counts(language, ballot, result, count),
            ),
            (Method::ByName, _) => (
                options::label_counts(language),
                slates::counts(language, ballot, result, count),
            ),
            (_, Outcome::Void) => (
                slate::label_papers(language),
                ballots::papers_void(language, count.sheet.issued, count.sheet.returned),
            ),
            _ => (
                slate::label_papers(language),
                slates::counts(language, ballot, result, count),
            ),
        };
        let mut fields = vec![Field::new(label, counts)];
        let differed = ballot.secret.differed.len();
        let differed = (differed > 0).then(|| ballots::differed(language, differed));
        say(&mut fields, ballots::label_differed(language), differed);
        // By name they stand among their village.
        if ballot.method != Method::ByName {
            fields.extend(self.absent(result));
        }
        if matches!(result.outcome, Outcome::Void | Outcome::Inquorate) {
            return fields;
        }
        let taken: Vec<&str> = count.judged.taken().map(|name| name.as_str()).collect();
        let label = match people {
            true => slate::label_taken(language),
            false => slate::label_chosen(language),
        };
        let taken = (!taken.is_empty()).then(|| terms::list(language, taken));
        say(&mut fields, label, taken);
        match &count.judged.next {
            Next::SeatsOpen { seats } => fields.push(Field::new(
                slate::label_open(language),
                slate::open_seats(language, *seats),
            )),
            Next::VoteAgain {
                among,
                seats,
                through,
            } => {
                let listed = |names: &[Line]| terms::list(language, names.iter().map(Line::as_str));
                let said = match through.is_empty() {
                    true if !people => slate::among_options(language, listed(among)),
                    true => slate::among(language, listed(among), *seats),
                    false => slate::among_tied(language, listed(among), listed(through)),
                };
                fields.push(Field::new(slate::label_again(language), said));
            }
            Next::Nothing => {}
        }
        fields
    }
}
