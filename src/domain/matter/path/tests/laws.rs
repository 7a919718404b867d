//! Laws over whatever is tried on a path, in whatever order.

use super::*;
use crate::domain::board::BoardRules;
use crate::domain::ids::VillageId;
use crate::domain::matter::path::term;
use crate::domain::{Event as Happened, World, apply};
use chrono::{Datelike, Weekday};
use proptest::prelude::*;

const VILLAGES: [&str; 3] = ["v1", "v2", "v3"];
const RULES: [&str; 4] = [
    "party-members",
    "village-representatives",
    "village-assembly",
    "collective-members",
];

type Throw = (u8, u8, u8, u8, u8, bool);

fn throws() -> impl Strategy<Value = Vec<Throw>> {
    let one = (0..8_u8, 0..9_u8, 0..4_u8, 0..55_u8, 0..25_u8, any::<bool>());
    prop::collection::vec(one, 0..60)
}

/// Makes a command of a throw; `names` says which village is meant by a number.
fn command((kind, step, village, on, yes, early): Throw, names: [&str; 3]) -> Any {
    let on = days(day("11-01") + chrono::Days::new(on.into()));
    let village = names.get(usize::from(village)).copied();
    let reason = early.then(|| line("汛期将至"));
    let what = match kind {
        0..=2 => {
            let rule = RULES[usize::from(yes) % RULES.len()];
            What::Vote(meeting(village.unwrap_or("v1"), rule, &on, yes.into()))
        }
        3 | 4 => What::Done {
            body: line("村民委员会"),
            agreed: yes > 3,
            turnout: None,
        },
        5 => What::Merge,
        6 => {
            return path(Command::Redate {
                matter: X.into(),
                entry: step.into(),
                on: day(&on),
                at: at("12-31"),
                reason: line("写错"),
            });
        }
        _ => {
            return path(Command::SetDeadline {
                matter: X.into(),
                village: None,
                by: Some(day(&on)),
                on: day("11-01"),
                reason,
            });
        }
    };
    let noticed = (yes % 5 == 0).then(|| day("11-01"));
    taken(Taking {
        early: reason,
        noticed,
        ..take(step.into(), village, &on, what)
    })
}

fn begun(template: &str, assent: Partial) -> Stage {
    let mut stage = adopted(&VILLAGES, &[Touch::VillageAffairs]);
    stage.run(choose(template, assent));
    stage
}

fn any_path() -> impl Strategy<Value = (&'static str, Partial)> {
    let template = prop::sample::select(vec!["four-deliberations", "joint-levy", "seven-steps"]);
    let assent = prop::sample::select(vec![Partial::AllMust, Partial::AgreeingGoOn]);
    (template, assent)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// No path skips a required village: what comes after the villages waits for each of them, and each
    /// village went every step before the one it is at.
    #[test]
    fn no_village_is_skipped((template, assent) in any_path(), throws in throws()) {
        let mut stage = begun(template, assent);
        for throw in throws {
            let _ = stage.attempt(&command(throw, VILLAGES));
            let matter = stage.world.matter(&X.into()).unwrap();
            let grid = Grid::of(&stage.world, matter, day("12-31")).unwrap();
            for cell in grid.cells().filter(|cell| cell.state.done().is_some()) {
                let Some(before) = cell.step.checked_sub(1) else { continue };
                let earlier: Vec<_> = grid.cells().filter(|it| it.step == before).collect();
                let needed = earlier.iter().filter(|it| {
                    it.village.is_none() || cell.village.is_none() || it.village == cell.village
                });
                for it in needed {
                    let refused = it.village.as_ref().is_some_and(|village| {
                        assent == Partial::AgreeingGoOn && grid.answer(village) == Answer::Refused
                    });
                    prop_assert!(it.state.done().is_some() || refused, "{it:?} before {cell:?}");
                }
            }
            if grid.outcome() == Outcome::All {
                let agreed = |it: &str| grid.answer(&VillageId::from(it)) == Answer::Agreed;
                let all = VILLAGES.into_iter().all(agreed);
                prop_assert!(all);
                let steps = grid.cells().filter(|it| it.village.is_none());
                let mut above = steps.filter(|it| {
                    let path = stage.world.matters[&MatterId::from(X)].path.as_ref().unwrap();
                    path.template.steps[it.step].level == Level::Township
                });
                prop_assert!(above.all(|it| it.state.done().is_some()));
            }
        }
    }

    /// Whatever is entered or corrected, a term that was not kept shows, and one of a statute shows as
    /// not kept whatever reason stands beside it.
    #[test]
    fn no_term_is_cut_short_unseen((template, assent) in any_path(), throws in throws()) {
        let mut stage = begun(template, assent);
        for throw in throws {
            let _ = stage.attempt(&command(throw, VILLAGES));
        }
        let matter = stage.world.matter(&X.into()).unwrap();
        let path = matter.path.as_ref().unwrap();
        let grid = Grid::of(&stage.world, matter, day("12-31")).unwrap();
        let rest = BoardRules::of(&stage.world).rest;
        for entry in &path.entries {
            let cell = grid.cell(entry.step, entry.village.as_ref()).unwrap();
            let latest = path.tries(entry.step, entry.village.as_ref()).next_back();
            if latest.map(|(_, it)| it) != Some(entry) || entry.taken == Taken::Merged {
                continue;
            }
            let step = &path.template.steps[entry.step];
            // Counted by hand: the days between, none of the step's own day where it must hang whole.
            let Some(since) = cell.since else { continue };
            // A body that decided nothing, or against it, is called together anew.
            let met = path.tries(entry.step, entry.village.as_ref()).rev().nth(1);
            let met = met.map(|(_, it)| it.on);
            let follows = Some(term::Follows { since, met });
            for term in term::kept(step, follows, entry, &rest) {
                let from = match step.wait.as_ref().map(|it| it.from) {
                    Some(WaitFrom::Posting) => since,
                    _ => met.into_iter().fold(entry.noticed.unwrap_or(since), NaiveDate::max),
                };
                let whole = step.wait.as_ref().is_some_and(|it| it.from == WaitFrom::Posting);
                let mut last = from + chrono::Days::new(term.term.days.into());
                let rests = |it: NaiveDate| matches!(it.weekday(), Weekday::Sat | Weekday::Sun);
                while (whole || term.term.statute.is_some()) && rests(last) {
                    last = last + chrono::Days::new(1);
                }
                let short = if whole { entry.on <= last } else { entry.on < last };
                let shows = cell.broken().any(|it| it.term == term.term);
                prop_assert_eq!(short, shows);
                if short && entry.moved.is_empty() && since == matter.hearings[0].on {
                    prop_assert!(entry.early.is_some());
                }
            }
        }
    }

    /// Which village is called what changes nothing but the names.
    #[test]
    fn the_order_of_villages_changes_nothing((template, assent) in any_path(), throws in throws()) {
        let (mut one, mut other) = (begun(template, assent), begun(template, assent));
        let turned = ["v3", "v1", "v2"];
        for throw in throws {
            let here = one.attempt(&command(throw, VILLAGES)).is_ok();
            let there = other.attempt(&command(throw, turned)).is_ok();
            prop_assert_eq!(here, there);
        }
        let (one, other) = (grid(&one, "12-31"), grid(&other, "12-31"));
        prop_assert_eq!(one.outcome(), other.outcome());
        prop_assert_eq!(one.going_on().len(), other.going_on().len());
        for (village, named) in VILLAGES.iter().zip(turned) {
            let (village, named) = (VillageId::from(*village), VillageId::from(named));
            prop_assert_eq!(one.answer(&village), other.answer(&named));
            for cell in one.cells().filter(|it| it.village.as_ref() == Some(&village)) {
                let there = other.cell(cell.step, Some(&named)).unwrap();
                prop_assert_eq!(&cell.state, &there.state);
            }
        }
    }

    /// What is recorded about a matter alone makes the matter as it is, and is read as it was written.
    #[test]
    fn a_matter_is_made_again_of_what_is_about_it((template, assent) in any_path(), throws in throws()) {
        let mut stage = Stage::founded();
        stage.run(Any::Matter(matter::Command::Receive {
            id: X.into(),
            on: day("10-20"),
            intake: Box::new(intake(&VILLAGES, &[Touch::VillageAffairs])),
        }));
        stage.run(choose(template, assent));
        for throw in throws {
            let _ = stage.attempt(&command(throw, VILLAGES));
        }
        let mut again = World::default();
        for event in &stage.log {
            let written = serde_json::to_value(event).unwrap();
            let read = Happened::read(written);
            prop_assert_eq!(&read, event);
            if matches!(&read, Happened::Matter(_)) {
                apply(&mut again, &read);
            }
        }
        prop_assert_eq!(again.matters, stage.world.matters);
    }
}
