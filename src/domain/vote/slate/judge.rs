//! Who is taken: each contender against the rule by itself, then by votes.

use super::{Row, Sheet, Slate};
use crate::domain::rule::{Base, Inequality, Otherwise, Pass, Question, Rule, Threshold};
use crate::domain::text::Line;
use crate::domain::vote::tally::Counts;
use serde::{Deserialize, Serialize};

/// One contender as judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// The name on the ballot, or written in.
    pub name: Line,
    /// Its place on the ballot; absent where it was written in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<usize>,
    /// Its votes, held against the rule.
    pub inequality: Inequality,
    /// Whether it is taken.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub taken: bool,
}

/// What follows where seats stay open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Next {
    /// Nothing: all that is to be taken is, or nothing more is asked.
    Nothing,
    /// A vote among these: the tied for the last seat, the two with most, or all but the last.
    VoteAgain {
        /// Their names, in the order of the ballot.
        among: Vec<Line>,
        /// For how many seats.
        seats: u32,
        /// Those who go on whatever that vote says, where it only settles who of the tied goes on with them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        through: Vec<Line>,
    },
    /// Too few reached it: another election for the seats left open, or a majority agrees to leave
    /// them open (`domain.md` §2.2).
    SeatsOpen {
        /// How many.
        seats: u32,
    },
}

/// A slate as judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// Every contender, most votes first; those with as many in the order of the ballot.
    pub placed: Vec<Placed>,
    /// What follows.
    pub next: Next,
}

impl Judged {
    /// Returns those who are taken, most votes first.
    pub fn taken(&self) -> impl Iterator<Item = &Line> {
        let taken = self.placed.iter().filter(|placed| placed.taken);
        taken.map(|placed| &placed.name)
    }
}

pub(in crate::domain::vote) fn threshold(pass: &Pass) -> Threshold {
    // A rule for a slate asks one thing of persons; the book refuses any other.
    let all = pass.thresholds();
    all.first()
        .copied()
        .unwrap_or(Threshold::more_than_half(Base::Entitled))
}

/// Judges a count that adds up. `counts` are those of the ballot as a whole: the spoiled, the absent
/// and those who withdrew among them.
#[must_use]
pub fn judge(rule: &Rule, slate: &Slate, sheet: &Sheet, counts: &Counts) -> Judged {
    let threshold = threshold(&rule.pass);
    let on_ballot = slate.contenders.iter().zip(&sheet.rows).enumerate();
    let on_ballot = on_ballot.map(|(at, (contender, row))| {
        let base = whole(rule, threshold.base, Some(row), sheet, counts);
        (contender.name.clone(), Some(at), row.yes, base)
    });
    let written = sheet.written.iter().map(|(name, yes)| {
        let base = whole(rule, threshold.base, None, sheet, counts);
        (name.clone(), None, *yes, base)
    });
    let mut placed: Vec<Placed> = on_ballot
        .chain(written)
        .map(|(name, at, yes, base)| Placed {
            name,
            at,
            inequality: threshold.with(yes, base),
            taken: false,
        })
        .collect();
    placed.sort_by_key(|placed| std::cmp::Reverse(placed.inequality.count));
    let next = match rule.question {
        Question::OneOf { otherwise } if !slate.through.is_empty() => {
            go_on(slate, &placed, otherwise)
        }
        _ => take(rule, slate, &mut placed),
    };
    Judged { placed, next }
}

/// Returns how many a base is for one contender; `row` is its own, and `None` of a name written in.
pub(in crate::domain::vote) fn whole(
    rule: &Rule,
    base: Base,
    row: Option<&Row>,
    sheet: &Sheet,
    counts: &Counts,
) -> u32 {
    let people = matches!(rule.question, Question::Seats { .. });
    match (base, row) {
        (Base::Cast, Some(row)) if people => row.yes.saturating_add(row.no),
        // Of one of several nobody votes against any: the votes cast are those for one of them, and whoever abstains
        // casts none.
        (Base::Cast, _) if !people => sheet.valid.saturating_sub(sheet.abstain),
        // Nor against a name that is not on the ballot: every ballot that counts is a vote cast.
        (Base::Cast | Base::Valid, _) => sheet.valid,
        (base, _) => counts.base(base, rule.recusal),
    }
}

fn take(rule: &Rule, slate: &Slate, placed: &mut [Placed]) -> Next {
    let seats = usize::try_from(slate.seats.max(1)).unwrap_or(usize::MAX);
    let votes = |placed: &Placed| placed.inequality.count;
    // Of the votes cast each has a base of its own, so whoever has more votes need not have reached it.
    let reaches = |it: &Placed| it.inequality.holds() && votes(it) > 0;
    let reached: Vec<u32> = placed.iter().filter(|it| reaches(it)).map(votes).collect();
    // Whoever has as many votes as the first one past the seats shares the last of them.
    let last = reached.get(seats).copied();
    let sure = |it: &Placed| reaches(it) && last.is_none_or(|last| votes(it) > last);
    placed.iter_mut().for_each(|it| it.taken = sure(it));
    let taken = placed.iter().filter(|it| it.taken).count();
    let open = u32::try_from(seats.saturating_sub(taken)).unwrap_or(u32::MAX);
    if let Some(last) = last
        && open > 0
    {
        let tied = placed.iter().filter(|it| reaches(it) && votes(it) == last);
        return between(slate, &[], &tied.collect::<Vec<_>>(), open);
    }
    match rule.question {
        _ if open == 0 => Next::Nothing,
        Question::Seats { .. } => Next::SeatsOpen { seats: open },
        Question::OneOf { otherwise } => none_passed(slate, placed, otherwise),
        Question::YesNo => Next::Nothing,
    }
}

/// What follows where no option reached the rule's threshold.
fn none_passed(slate: &Slate, placed: &mut [Placed], otherwise: Otherwise) -> Next {
    let votes = |placed: &Placed| placed.inequality.count;
    let most = placed.first().map_or(0, votes);
    let leading: Vec<&Placed> = placed.iter().filter(|it| votes(it) == most).collect();
    if most == 0 {
        return Next::Nothing;
    }
    match otherwise {
        Otherwise::None => Next::Nothing,
        Otherwise::Most if leading.len() > 1 => between(slate, &[], &leading, 1),
        Otherwise::Most => {
            if let Some(first) = placed.first_mut() {
                first.taken = true;
            }
            Next::Nothing
        }
        Otherwise::RunOff if leading.len() > 1 => between(slate, &[], &leading, 1),
        Otherwise::RunOff => {
            let second = placed.get(1).map_or(0, votes);
            let seconds: Vec<&Placed> = placed.iter().filter(|it| votes(it) == second).collect();
            match seconds.len() {
                // Which of them goes with the first they settle between themselves.
                2.. => between(slate, &leading, &seconds, 1),
                _ => all_again(slate, &[leading, seconds].concat()),
            }
        }
        Otherwise::DropLast => drop_last(slate, placed),
    }
}

/// One drops out and the others are voted on again; those with as few votes settle between themselves which.
fn drop_last(slate: &Slate, placed: &[Placed]) -> Next {
    let votes = |placed: &Placed| placed.inequality.count;
    let fewest = placed.last().map_or(0, votes);
    let (last, stay): (Vec<&Placed>, Vec<&Placed>) =
        placed.iter().partition(|it| votes(it) == fewest);
    match last.len() {
        2.. => between(slate, &stay, &last, 1),
        _ => all_again(slate, &stay),
    }
}

/// What follows a vote between the tied that only settles who goes on with those who are through: nobody is taken
/// by it, however many votes they have.
fn go_on(slate: &Slate, placed: &[Placed], otherwise: Otherwise) -> Next {
    let votes = |placed: &Placed| placed.inequality.count;
    if otherwise == Otherwise::DropLast {
        return drop_last(slate, placed);
    }
    let most = placed.first().map_or(0, votes);
    let leading: Vec<&Placed> = placed.iter().filter(|it| votes(it) == most).collect();
    match leading.len() {
        2.. => between(slate, &[], &leading, 1),
        _ => all_again(slate, &leading),
    }
}

/// A vote between the tied; who goes on whatever it says is named with it.
fn between(slate: &Slate, on: &[&Placed], tied: &[&Placed], seats: u32) -> Next {
    Next::VoteAgain {
        among: names(slate, tied),
        seats,
        through: through(slate).chain(names(slate, on)).collect(),
    }
}

/// A vote among all who are still in it.
fn all_again(slate: &Slate, among: &[&Placed]) -> Next {
    Next::VoteAgain {
        among: through(slate).chain(names(slate, among)).collect(),
        seats: 1,
        through: Vec::new(),
    }
}

fn through(slate: &Slate) -> impl Iterator<Item = Line> {
    slate.through.iter().map(|it| it.name.clone())
}

/// Returns the names in the order of the ballot.
fn names(slate: &Slate, placed: &[&Placed]) -> Vec<Line> {
    let order = |placed: &&Placed| placed.at.unwrap_or(slate.contenders.len());
    let mut placed = placed.to_vec();
    placed.sort_by_key(order);
    placed.into_iter().map(|it| it.name.clone()).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::super::{Contender, Imbalance};
    use super::*;
    use crate::domain::rule::preset;

    fn line(words: &str) -> Line {
        Line::new(words).unwrap()
    }

    fn slate(seats: u32, names: &[&str], write_in: bool) -> Slate {
        let contenders = names.iter().map(|name| Contender {
            name: line(name),
            person: None,
        });
        Slate {
            seats,
            contenders: contenders.collect(),
            write_in,
            ..Slate::default()
        }
    }

    /// Ballots of which `valid` count, of a body of `entitled`.
    fn counted(
        slate: &Slate,
        valid: u32,
        entitled: u32,
        yes: &[u32],
        people: bool,
    ) -> (Sheet, Counts) {
        let rows = yes.iter().map(|yes| Row {
            yes: *yes,
            no: if people { valid - yes } else { 0 },
            abstain: 0,
        });
        let sheet = Sheet {
            issued: valid,
            returned: valid,
            valid,
            spoiled: 0,
            rows: rows.collect(),
            abstain: if people {
                0
            } else {
                valid - yes.iter().sum::<u32>()
            },
            written: Vec::new(),
        };
        slate.balance(&sheet, people).unwrap();
        let counts = Counts {
            abstain: valid,
            absent: entitled - valid,
            ..Counts::default()
        };
        (sheet, counts)
    }

    fn told(rule: &str, seats: u32, valid: u32, entitled: u32, yes: &[u32]) -> (Vec<String>, Next) {
        let names = ["丁", "王", "李", "赵"];
        let slate = slate(seats, &names[..yes.len()], false);
        let rule = preset(rule).unwrap();
        let people = matches!(rule.question, Question::Seats { .. });
        let (sheet, counts) = counted(&slate, valid, entitled, yes, people);
        let judged = judge(&rule, &slate, &sheet, &counts);
        (
            judged.taken().map(ToString::to_string).collect(),
            judged.next,
        )
    }

    fn again(names: &[&str], seats: u32) -> Next {
        between(&[], names, seats)
    }

    /// A vote that settles who of the tied goes on with those who are through.
    fn between(through: &[&str], among: &[&str], seats: u32) -> Next {
        let lines = |names: &[&str]| names.iter().map(|name| line(name)).collect();
        Next::VoteAgain {
            among: lines(among),
            seats,
            through: lines(through),
        }
    }

    #[test]
    fn people_are_taken_by_votes_among_those_who_reached_it() {
        let election = "election-contested";
        for (seats, yes, taken, next) in [
            (2, &[9, 8, 3][..], &["丁", "王"][..], Next::Nothing),
            (2, &[7, 9, 8], &["王", "李"], Next::Nothing),
            // Exactly half of those entitled is not more than half.
            (2, &[9, 6, 3], &["丁"], Next::SeatsOpen { seats: 1 }),
            // A tie for the last seat is voted on again among the tied.
            (2, &[9, 7, 7], &["丁"], again(&["王", "李"], 1)),
            (2, &[8, 8, 8], &[], again(&["丁", "王", "李"], 2)),
            (1, &[6, 6], &[], Next::SeatsOpen { seats: 1 }),
            (3, &[7, 7, 7, 9], &["赵"], again(&["丁", "王", "李"], 2)),
            (3, &[0, 0, 0], &[], Next::SeatsOpen { seats: 3 }),
        ] {
            let (who, what) = told(election, seats, 12, 12, yes);
            assert_eq!(
                (who, what),
                (taken.iter().map(ToString::to_string).collect(), next),
                "{yes:?}"
            );
        }
    }

    #[test]
    fn one_of_several_goes_on_as_its_rule_says() {
        for (rule, yes, taken, next) in [
            ("one-of-several", &[6, 3, 2][..], &["丁"][..], Next::Nothing),
            ("one-of-several", &[5, 4, 2], &["丁"], Next::Nothing),
            ("one-of-several", &[4, 4, 3], &[], again(&["丁", "王"], 1)),
            ("one-of-several", &[0, 0, 0], &[], Next::Nothing),
            (
                "one-of-several-run-off",
                &[5, 2, 4],
                &[],
                again(&["丁", "李"], 1),
            ),
            (
                "one-of-several-run-off",
                &[5, 3, 3],
                &[],
                between(&["丁"], &["王", "李"], 1),
            ),
            (
                "one-of-several-run-off",
                &[4, 4, 3],
                &[],
                again(&["丁", "王"], 1),
            ),
            (
                "one-of-several-run-off",
                &[3, 3, 3],
                &[],
                again(&["丁", "王", "李"], 1),
            ),
            (
                "one-of-several-run-off",
                &[5, 5],
                &[],
                again(&["丁", "王"], 1),
            ),
            (
                "one-of-several-drop-last",
                &[5, 2, 4],
                &[],
                again(&["丁", "李"], 1),
            ),
            (
                "one-of-several-drop-last",
                &[5, 3, 3],
                &[],
                between(&["丁"], &["王", "李"], 1),
            ),
            (
                "one-of-several-drop-last",
                &[5, 3, 1, 1],
                &[],
                between(&["丁", "王"], &["李", "赵"], 1),
            ),
            (
                "one-of-several-drop-last",
                &[3, 3, 3],
                &[],
                again(&["丁", "王", "李"], 1),
            ),
        ] {
            let found = told(rule, 1, 11, 12, yes);
            assert_eq!(
                found,
                (taken.iter().map(ToString::to_string).collect(), next),
                "{rule} {yes:?}"
            );
        }
    }

    #[test]
    fn the_tied_at_the_cut_settle_it_between_themselves_and_nobody_is_taken_by_that() {
        for (rule, yes, next) in [
            // More than half of those entitled, and still it only goes on.
            (
                "one-of-several-run-off",
                &[8, 3][..],
                again(&["丁", "李"], 1),
            ),
            (
                "one-of-several-run-off",
                &[4, 4],
                between(&["丁"], &["李", "赵"], 1),
            ),
            (
                "one-of-several-run-off",
                &[4, 4, 2],
                between(&["丁"], &["李", "赵"], 1),
            ),
            ("one-of-several-drop-last", &[8, 3], again(&["丁", "李"], 1)),
            (
                "one-of-several-drop-last",
                &[5, 3, 2],
                again(&["丁", "李", "赵"], 1),
            ),
            (
                "one-of-several-drop-last",
                &[5, 3, 3],
                between(&["丁", "李"], &["赵", "周"], 1),
            ),
        ] {
            let names = ["李", "赵", "周"];
            let mut slate = slate(1, &names[..yes.len()], false);
            slate.through = vec![Contender {
                name: line("丁"),
                person: None,
            }];
            let rule = preset(rule).unwrap();
            let (sheet, counts) = counted(&slate, 11, 12, yes, false);
            let judged = judge(&rule, &slate, &sheet, &counts);
            assert_eq!(judged.taken().count(), 0, "{yes:?}");
            assert_eq!(judged.next, next, "{yes:?}");
        }
    }

    #[test]
    fn what_does_not_add_up_is_named() {
        let slate = slate(2, &["丁", "王"], true);
        let good = Sheet {
            issued: 10,
            returned: 9,
            valid: 8,
            spoiled: 1,
            rows: vec![
                Row {
                    yes: 5,
                    no: 2,
                    abstain: 1,
                },
                Row {
                    yes: 8,
                    no: 0,
                    abstain: 0,
                },
            ],
            abstain: 0,
            written: vec![(line("李"), 3)],
        };
        assert_eq!(slate.balance(&good, true), Ok(()));
        let with = |change: &dyn Fn(&mut Sheet)| {
            let mut sheet = good.clone();
            change(&mut sheet);
            slate.balance(&sheet, true).unwrap_err()
        };
        assert_eq!(
            with(&|it| it.spoiled = 0),
            Imbalance::Returned {
                returned: 9,
                sum: 8
            }
        );
        assert_eq!(
            with(&|it| it.rows[0].no = 1),
            Imbalance::Contender {
                at: 0,
                valid: 8,
                sum: 7
            }
        );
        assert_eq!(
            with(&|it| it.written[0].1 = 4),
            Imbalance::Votes { most: 16, sum: 17 }
        );
        assert_eq!(
            with(&|it| it.written[0].0 = line("王")),
            Imbalance::WrittenIn { name: line("王") }
        );
        assert_eq!(with(&|it| it.rows.truncate(1)), Imbalance::Rows);
    }
}
