//! Figures of an announced vote as fields of a sheet, and read off them again.

use super::super::slate::{Figure, Figures};
use crate::domain::World;
use crate::domain::vote::by_village::{Says, Split, Stance};
use crate::domain::vote::hands::{ChairHand, Hands};
use crate::domain::vote::secret::{BallotCount, Number, Papers, VillagePapers};
use crate::domain::vote::slate::{Sheet, Slate, chooses_people};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{Ballot, Choice, Motion};
use crate::i18n::{Language, ballots, corrected, slate as slate_words, terms, totals as words};
use crate::tui::dialog::{Fault, line_if_any};
use crate::tui::screens::live::sheets::LINE;
use crate::tui::widgets::form::{Field, Form};

/// The longest number a field takes, and the largest.
const DIGITS: usize = 4;
const MOST: u32 = 9_999;

/// What the chair may have done apart from the hands, in the order offered after "counted among them".
const APART: [Choice; 4] = [
    Choice::For,
    Choice::Against,
    Choice::Abstain,
    Choice::NotVoting,
];

/// Where the choice of the chair stands, after the four numbers.
const CHAIR: usize = 4;

fn figure(name: String, label: &str, value: u32) -> Field {
    Field::figure(name, label, &value.to_string(), DIGITS)
}

/// Returns the fields of figures, with what was announced filled in.
pub(super) fn fields(
    language: Language,
    world: &World,
    motion: &Motion,
    totals: &Totals,
) -> Vec<Field> {
    match totals {
        Totals::Hands { hands } => of_hands(language, motion, hands),
        Totals::Raised { sheet }
        | Totals::Papers {
            count: BallotCount::Slate { sheet },
        } => motion
            .ballot()
            .and_then(|ballot| Some(of_sheet(language, ballot, ballot.slate.as_ref()?, sheet)))
            .unwrap_or_default(),
        Totals::Papers { count } => of_piles(language, world, count),
        Totals::Village { says, .. } => of_village(language, motion, totals, *says),
    }
}

/// Shows the numbers of a village only where it is counted by them.
pub(super) fn settle(motion: &Motion, totals: &Totals, form: &mut Form) {
    if matches!(totals, Totals::Village { .. }) {
        let numbers = may_differ(motion, totals) && form.chosen(0) == Some(Stance::ALL.len());
        (1..=4).for_each(|field| form.show(field, numbers));
    }
}

/// Reads the figures off the fields.
pub(super) fn read(
    language: Language,
    motion: &Motion,
    known: &Totals,
    form: &Form,
) -> Result<Totals, Fault> {
    let ballot = motion.ballot();
    match known {
        Totals::Hands { .. } => Ok(Totals::Hands {
            hands: Hands {
                no: number(language, form, 0)?,
                abstain: number(language, form, 1)?,
                not_voting: number(language, form, 2)?,
                yes: number(language, form, 3)?,
                chair: match form.chosen(CHAIR).and_then(|at| at.checked_sub(1)) {
                    Some(at) => APART.get(at).map_or(ChairHand::Counted, |choice| {
                        let choice = choice.clone();
                        ChairHand::Apart { choice }
                    }),
                    None => ChairHand::Counted,
                },
            },
        }),
        Totals::Raised { sheet } => Ok(Totals::Raised {
            sheet: sheet_of(language, ballot, sheet, form)?,
        }),
        Totals::Papers {
            count: BallotCount::Slate { sheet },
        } => {
            let sheet = sheet_of(language, ballot, sheet, form)?;
            Ok(Totals::Papers {
                count: BallotCount::Slate { sheet },
            })
        }
        Totals::Papers { count } => {
            let count = piles_of(language, count, form)?;
            let issued = ballot.and_then(|ballot| ballot.secret.issued.as_ref());
            let count = match issued {
                Some(issued) => count.or_void(issued),
                None => count,
            };
            Ok(Totals::Papers { count })
        }
        Totals::Village { village, says } => Ok(Totals::Village {
            village: village.clone(),
            says: said(language, *says, form)?,
        }),
    }
}

fn number(language: Language, form: &Form, field: usize) -> Result<u32, Fault> {
    let typed = form.text(field);
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(0);
    }
    let number = typed.parse::<u32>().ok().filter(|number| *number <= MOST);
    number.ok_or_else(|| Fault::at(field, words::bad_number(language, MOST)))
}

fn of_hands(language: Language, motion: &Motion, hands: &Hands) -> Vec<Field> {
    let voice = |voice| terms::voice(language, voice);
    let mut fields = vec![
        figure("no".into(), voice(Voice::Against), hands.no),
        figure("abstain".into(), voice(Voice::Abstain), hands.abstain),
        figure("silent".into(), voice(Voice::NotVoting), hands.not_voting),
        figure("yes".into(), voice(Voice::For), hands.yes),
    ];
    let count = motion.result().and_then(|result| result.hands.as_ref());
    if count.is_some_and(|count| count.chair_raises()) {
        let apart = APART.iter();
        let apart = apart.map(|it| words::chair_apart(language, terms::choice(language, it)));
        let options = std::iter::once(words::chair_in(language).to_owned()).chain(apart);
        let chosen = match &hands.chair {
            ChairHand::Counted => Some(0),
            ChairHand::Apart { choice } => {
                let at = APART.iter().position(|it| it == choice);
                at.map(|at| at + 1)
            }
        };
        let chair = words::chair(language);
        fields.push(Field::choice("chair", chair, options.collect(), chosen));
    }
    fields
}

fn of_piles(language: Language, world: &World, count: &BallotCount) -> Vec<Field> {
    let by_village = matches!(count, BallotCount::ByVillage { .. });
    let piles = count.piles().into_iter().enumerate();
    let of = |(at, (village, papers)): (usize, (Option<_>, Papers))| {
        let village = terms::village(language, world, village.as_ref()).to_owned();
        Number::ALL.map(|number| {
            let name = corrected::number(language, number);
            let label = match by_village {
                true => words::row_number(language, village.as_str(), name),
                false => name.to_owned(),
            };
            figure(
                format!("{}_{at}", key(number)),
                &label,
                papers.number(number),
            )
        })
    };
    piles.flat_map(of).collect()
}

const fn key(number: Number) -> &'static str {
    match number {
        Number::Returned => "returned",
        Number::Spoiled => "spoiled",
        Number::Yes => "yes",
        Number::No => "no",
        Number::Abstain => "abstain",
    }
}

fn piles_of(language: Language, known: &BallotCount, form: &Form) -> Result<BallotCount, Fault> {
    let mut field = 0;
    let mut pile = || -> Result<Papers, Fault> {
        let mut papers = Papers::default();
        for of in Number::ALL {
            *papers.number_mut(of) = number(language, form, field)?;
            field += 1;
        }
        Ok(papers)
    };
    Ok(match known {
        BallotCount::ByVillage { villages } => {
            let villages = villages.iter().map(|it| {
                Ok(VillagePapers {
                    village: it.village.clone(),
                    papers: pile()?,
                })
            });
            BallotCount::ByVillage {
                villages: villages.collect::<Result<_, Fault>>()?,
            }
        }
        BallotCount::Whole { .. } | BallotCount::Slate { .. } => {
            BallotCount::Whole { papers: pile()? }
        }
    })
}

/// Returns the rows of contenders that have a number, in the order in which they are filled in.
fn rows(figures: &Figures, ballot: &Ballot, slate: &Slate) -> Vec<Figure> {
    let mut rows = figures.rows(ballot, slate);
    rows.retain(|row| *row != Figure::More);
    rows
}

fn of_sheet(language: Language, ballot: &Ballot, slate: &Slate, sheet: &Sheet) -> Vec<Field> {
    let figures = Figures::of(sheet);
    let people = chooses_people(&ballot.rule);
    let contender = |at: usize| slate.contenders.get(at).map_or("", |it| it.name.as_str());
    let label = |row: Figure| match row {
        Figure::Returned => ballots::row_returned(language).to_owned(),
        Figure::Spoiled => ballots::row_spoiled(language).to_owned(),
        Figure::For(at) if people => slate_words::row_for(language, at + 1, contender(at)),
        Figure::For(at) => slate_words::row_option(language, at + 1, contender(at)),
        Figure::Against(at) => slate_words::row_against(language, at + 1, contender(at)),
        Figure::Abstain => terms::voice(language, Voice::Abstain).to_owned(),
        Figure::NotVoting => terms::voice(language, Voice::NotVoting).to_owned(),
        Figure::Written(at) => {
            let name = figures.written().nth(at);
            slate_words::row_written(language, name.map_or("", |it| it.as_str()))
        }
        Figure::More => String::new(),
    };
    let numbers = rows(&figures, ballot, slate).into_iter().enumerate();
    let mut fields: Vec<Field> = numbers
        .map(|(at, row)| {
            let value = figures.figure(row).unwrap_or_default();
            figure(format!("row_{at}"), &label(row), value)
        })
        .collect();
    if slate.write_in {
        fields.push(Field::text(
            "more_name",
            words::more_name(language),
            "",
            LINE,
        ));
        fields.push(Field::text(
            "more_votes",
            words::more_votes(language),
            "",
            DIGITS,
        ));
    }
    fields
}

fn sheet_of(
    language: Language,
    ballot: Option<&Ballot>,
    known: &Sheet,
    form: &Form,
) -> Result<Sheet, Fault> {
    let of = ballot.and_then(|ballot| Some((ballot, ballot.slate.as_ref()?)));
    let Some((ballot, slate)) = of else {
        return Ok(known.clone());
    };
    let mut figures = Figures::of(known);
    let rows = rows(&figures, ballot, slate);
    for (field, row) in rows.iter().enumerate() {
        let typed = number(language, form, field)?;
        if let Some(figure) = figures.figure_mut(*row) {
            *figure = typed;
        }
    }
    if slate.write_in
        && let Some(name) = line_if_any(language, form, rows.len())?
    {
        let at = figures.written().count();
        figures.write_in(name);
        if let Some(votes) = figures.figure_mut(Figure::Written(at)) {
            *votes = number(language, form, rows.len() + 1)?;
        }
    }
    Ok(figures.sheet(ballot, known.issued))
}

/// Says whether the delegates of the village may differ.
fn may_differ(motion: &Motion, totals: &Totals) -> bool {
    let bloc = motion.ballot().is_some_and(|ballot| ballot.rule.bloc);
    !(bloc
        && matches!(
            totals,
            Totals::Village {
                village: Some(_),
                ..
            }
        ))
}

fn of_village(language: Language, motion: &Motion, totals: &Totals, says: Says) -> Vec<Field> {
    let stances = Stance::ALL.iter();
    let stances = stances.map(|it| terms::voice(language, it.voice()).to_owned());
    let numbers = may_differ(motion, totals).then(|| words::by_numbers(language).to_owned());
    let chosen = match says {
        Says::AsOne { stance } => Stance::ALL.iter().position(|it| *it == stance),
        Says::ByNumbers { .. } => Some(Stance::ALL.len()),
    };
    let split = match says {
        Says::ByNumbers { split } => split,
        Says::AsOne { .. } => Split::default(),
    };
    let options = stances.chain(numbers).collect();
    let voice = |voice| terms::voice(language, voice);
    vec![
        Field::choice("says", words::says(language), options, chosen).required(),
        figure("no".into(), voice(Voice::Against), split.no),
        figure("abstain".into(), voice(Voice::Abstain), split.abstain),
        figure("silent".into(), voice(Voice::NotVoting), split.not_voting),
        figure("yes".into(), voice(Voice::For), split.yes),
    ]
}

fn said(language: Language, known: Says, form: &Form) -> Result<Says, Fault> {
    Ok(match form.chosen(0) {
        None => known,
        Some(at) => match Stance::ALL.get(at) {
            Some(stance) => Says::AsOne { stance: *stance },
            None => Says::ByNumbers {
                split: Split {
                    no: number(language, form, 1)?,
                    abstain: number(language, form, 2)?,
                    not_voting: number(language, form, 3)?,
                    yes: number(language, form, 4)?,
                },
            },
        },
    })
}
