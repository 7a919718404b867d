//! Figures put right after the announcement: judged as if they had been counted so, and nothing lost.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod as_one;
mod figures;
mod followed;
mod named;
mod overturned;
mod reviewed;
mod rooms;

use super::by_village::under_on;
use super::moments::{self, Moment};
use super::sequels::m1;
use super::stage::{Stage, at, line};
use crate::domain::rule::Method;
use crate::domain::session::correction::{self, Corrected, Correction, Wanted};
use crate::domain::session::quorum::count;
use crate::domain::vote::by_village::{Says, Split, Stance};
use crate::domain::vote::hands::{ChairHand, Hands, room};
use crate::domain::vote::secret::{BallotCount, Papers, VillagePapers};
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{self, Choice, MotionState, Outcome, VoteResult};
use crate::domain::{Command, Event, Refusal, World, apply};
use proptest::prelude::*;

/// Asks for figures as they were; papers with the sheet that was signed.
pub(crate) fn totals(id: &str, to: Totals) -> Command {
    let sheet = to.are_of_papers().then(|| line("更正计票单，档案盒三"));
    asked(id, to, sheet)
}

fn asked(id: &str, to: Totals, sheet: Option<crate::domain::text::Line>) -> Command {
    Command::Correct(correction::Command {
        id: id.into(),
        session: "s1".into(),
        wanted: Wanted::Totals {
            motion: "m1".into(),
            to: Box::new(to),
            sheet,
        },
        by: line("蒋会计"),
        at: at("12:00"),
        reason: line("抄错一行"),
    })
}

pub(super) fn hands(yes: u32, no: u32, abstain: u32) -> Totals {
    Totals::Hands {
        hands: Hands {
            yes,
            no,
            abstain,
            not_voting: 0,
            chair: ChairHand::Counted,
        },
    }
}

fn of(yes: u32, no: u32, abstain: u32, spoiled: u32) -> Papers {
    Papers {
        returned: yes + no + abstain + spoiled,
        spoiled,
        yes,
        no,
        abstain,
    }
}

fn whole(papers: Papers) -> Totals {
    Totals::Papers {
        count: BallotCount::Whole { papers },
    }
}

pub(super) fn result(stage: &Stage) -> &VoteResult {
    let motion = stage.world.motion(&"m1".into()).unwrap();
    assert!(matches!(motion.state, MotionState::Announced { .. }));
    motion.result().unwrap()
}

fn made(stage: &Stage) -> Vec<&Correction> {
    stage.world.corrections_of(&"s1".into()).collect()
}

/// Counts a vote on `m1` that is open, ends and announces it.
fn counted(stage: &mut Stage, totals: &Totals) {
    let motion = || "m1".into();
    match totals.clone() {
        Totals::Hands { hands } => {
            stage.vote(vote::Command::CountHands {
                motion: motion(),
                hands,
            });
        }
        Totals::Raised { sheet } => {
            stage.vote(vote::Command::CountSlate {
                motion: motion(),
                sheet,
            });
        }
        Totals::Papers { count } => {
            for _ in 0..2 {
                stage.vote(vote::Command::CountPapers {
                    motion: motion(),
                    count: count.clone(),
                });
            }
        }
        Totals::Village { village, says } => {
            stage.vote(vote::Command::AllFor { motion: motion() });
            stage.vote(vote::Command::HearVillage {
                motion: motion(),
                village,
                says,
            });
        }
    }
    stage.end("m1");
    stage.announce("m1");
}

fn opened(mut stage: Stage, method: Method) -> Stage {
    stage.vote(vote::Command::open("m1".into(), at("09:15"), method));
    if method == Method::Secret {
        let ballot = m1(&stage).ballot().unwrap();
        let number = count(room(stage.s1(), ballot));
        stage.vote(vote::Command::IssuePapers {
            motion: "m1".into(),
            number,
            at: at("09:16"),
        });
    }
    stage
}

fn running(method: Method) -> Stage {
    opened(moments::stage(Moment::Running), method)
}

/// Votes by hands, announced.
pub(super) fn by_hands(yes: u32, no: u32, abstain: u32) -> Stage {
    let mut stage = running(Method::Hands);
    counted(&mut stage, &hands(yes, no, abstain));
    stage
}

/// Applies what happened to an empty world, as it is read from a journal.
fn replayed(stage: &Stage) -> World {
    let mut world = World::default();
    for event in &stage.log {
        let value = serde_json::to_value(event).unwrap();
        assert!(!value.to_string().contains("null"), "{value}");
        let read = Event::read(value);
        assert_eq!(read, *event);
        apply(&mut world, &read);
    }
    world
}

/// The law: a corrected count is the result of a vote counted so from the start, and both are kept.
fn as_if_from_the_start(open: &Stage, first: &Totals, to: &Totals) {
    let (mut stage, mut from_the_start) = (open.clone(), open.clone());
    counted(&mut stage, first);
    counted(&mut from_the_start, to);
    let was = m1(&stage).clone();
    stage.run(totals("x1", to.clone()));
    assert_eq!(m1(&stage).state, m1(&from_the_start).state);
    assert_eq!(replayed(&stage), stage.world);
    let kept = made(&stage);
    let (first, to) = (&first.clone().in_order(), &to.clone().in_order());
    if first == to {
        assert_eq!(kept.len(), 0, "nothing is corrected to itself");
        return;
    }
    let Corrected::Totals {
        from,
        to: now,
        was: old,
        now: new,
        sheet,
        ..
    } = &kept[0].change
    else {
        panic!("{kept:?}");
    };
    assert_eq!((&**from, &**now), (first, to));
    let announced = was.result().unwrap();
    assert_eq!((&**old, &**new), (announced, result(&stage)));
    let papers = matches!(to, Totals::Papers { .. });
    assert_eq!(sheet.is_some(), papers, "a sheet stands against papers");
    // Back again: three results, none of them lost.
    stage.run(totals("x2", first.clone()));
    assert_eq!(m1(&stage).state, was.state);
    assert_eq!(made(&stage).len(), 2);
    assert_eq!(replayed(&stage), stage.world);
}

/// Splits so many into four parts.
fn parts(whole: u32) -> impl Strategy<Value = [u32; 4]> {
    (0..=whole, 0..=whole, 0..=whole).prop_map(move |(one, two, three)| {
        let mut cuts = [one, two, three];
        cuts.sort_unstable();
        [
            cuts[0],
            cuts[1] - cuts[0],
            cuts[2] - cuts[1],
            whole - cuts[2],
        ]
    })
}

fn any_hands(room: u32) -> impl Strategy<Value = Totals> {
    (parts(room - 1), 0..5_usize).prop_map(|([yes, no, abstain, not_voting], chair)| {
        let apart = [
            Choice::For,
            Choice::Against,
            Choice::Abstain,
            Choice::NotVoting,
        ];
        let choice = apart.get(chair).cloned();
        let counted = u32::from(choice.is_none());
        let chair = choice.map_or(ChairHand::Counted, |choice| ChairHand::Apart { choice });
        Totals::Hands {
            hands: Hands {
                yes: yes + counted,
                no,
                abstain,
                not_voting,
                chair,
            },
        }
    })
}

fn any_papers(given: u32) -> impl Strategy<Value = Totals> {
    let fits = (0..=given).prop_flat_map(parts);
    let fits = fits.prop_map(|[yes, no, abstain, spoiled]| of(yes, no, abstain, spoiled));
    let void = (given + 1..=given + 4).prop_map(|returned| Papers {
        returned,
        ..Papers::default()
    });
    prop_oneof![6 => fits, 1 => void].prop_map(whole)
}

fn any_says(here: u32) -> impl Strategy<Value = Says> {
    let numbers = parts(here).prop_map(|[yes, no, abstain, not_voting]| Says::ByNumbers {
        split: Split {
            yes,
            no,
            abstain,
            not_voting,
        },
    });
    let one = prop::sample::select(&Stance::ALL[..]).prop_map(|stance| Says::AsOne { stance });
    prop_oneof![one, numbers]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn hands_are_judged_as_if_counted_so(first in any_hands(10), to in any_hands(10)) {
        as_if_from_the_start(&running(Method::Hands), &first, &to);
    }

    #[test]
    fn papers_are_judged_as_if_counted_so(first in any_papers(10), to in any_papers(10)) {
        as_if_from_the_start(&running(Method::Secret), &first, &to);
    }

    #[test]
    fn a_village_is_judged_as_if_heard_so(first in any_says(3), to in any_says(3)) {
        let open = under_on(Stage::planned(), "one-village-one-vote", |_| {});
        let of = |says| Totals::Village { village: Some("v1".into()), says };
        as_if_from_the_start(&opened(open, Method::ByVillage), &of(first), &of(to));
    }
}

#[test]
fn figures_have_to_be_those_of_the_room_and_of_the_papers() {
    let stage = by_hands(8, 1, 1);
    let (room, sum) = (10, 11);
    assert_eq!(
        stage.refused(&totals("x1", hands(9, 1, 1))),
        Refusal::HandsDoNotAddUp { room, sum }
    );
    // Whoever left since stays among those whose hands were counted.
    let mut later = stage.clone();
    later.mark("p4", super::super::session::RollMark::Left);
    later.run(totals("x1", hands(7, 2, 1)));
    assert_eq!(result(&later).tally.counts.yes, 7);
    let papers = whole(of(8, 1, 1, 0));
    assert_eq!(
        stage.refused(&totals("x1", papers.clone())),
        Refusal::CountedByHands
    );
    let mut secret = running(Method::Secret);
    counted(&mut secret, &papers);
    assert_eq!(
        secret.refused(&totals("x1", hands(8, 1, 1))),
        Refusal::CountedSecretly
    );
    let unbalanced = Papers {
        returned: 9,
        ..of(8, 1, 1, 0)
    };
    assert_eq!(
        secret.refused(&totals("x1", whole(unbalanced))),
        Refusal::PapersDoNotAddUp {
            village: None,
            returned: 9,
            sum: 10
        }
    );
    assert_eq!(
        secret.refused(&asked("x1", whole(of(7, 2, 1, 0)), None)),
        Refusal::NoCountSheet
    );
}

#[test]
fn more_papers_than_were_given_out_void_the_vote() {
    let mut stage = running(Method::Secret);
    counted(&mut stage, &whole(of(8, 1, 1, 0)));
    let eleven = Papers {
        returned: 11,
        ..Papers::default()
    };
    stage.run(totals("x1", whole(eleven)));
    assert_eq!(result(&stage).outcome, Outcome::Void);
    assert_eq!(
        vote::due(stage.world.motion(&"m1".into()).unwrap()),
        Some(vote::Due::NewVote)
    );
}

#[test]
fn piles_of_villages_are_corrected_only_where_they_tell_of_nobody() {
    let stage = under_on(super::secret::of_three(), "one-village-one-vote", |_| {});
    let mut stage = opened(stage, Method::Secret);
    let BallotCount::ByVillage { villages } = super::secret::all_for(&stage.world, &"m1".into())
    else {
        panic!("not by village");
    };
    counted(
        &mut stage,
        &Totals::Papers {
            count: BallotCount::ByVillage {
                villages: villages.clone(),
            },
        },
    );
    let with = |at: usize, papers: Papers| {
        let mut villages: Vec<VillagePapers> = villages.clone();
        villages[at].papers = papers;
        totals(
            "x1",
            Totals::Papers {
                count: BallotCount::ByVillage { villages },
            },
        )
    };
    let few = with(0, of(1, 1, 0, 0));
    assert_eq!(
        stage.refused(&few),
        Refusal::TooFewPapers {
            village: villages[0].village.clone(),
            papers: 2
        }
    );
    let pile = villages[0].papers;
    let against = with(0, of(0, pile.returned, 0, 0));
    stage.run(against);
    let counts = &result(&stage).tally.measured[0].counts;
    assert_eq!(counts.no, 1, "{:?}", result(&stage).tally);
    assert_eq!(
        stage.refused(&totals("x2", whole(of(8, 1, 1, 0)))),
        Refusal::PapersByVillage
    );
}

#[test]
fn the_same_goes_after_the_close_and_after_the_seal() {
    let mut stage = by_hands(8, 1, 1);
    stage.close();
    stage.run(totals("x1", hands(7, 2, 1)));
    stage.seal();
    stage.run(totals("x2", hands(6, 3, 1)));
    assert_eq!(result(&stage).tally.counts.no, 3);
    let kept = made(&stage);
    let figures: Vec<u32> = kept
        .iter()
        .filter_map(|it| it.change.of_result())
        .flat_map(|(_, was, now)| [was.tally.counts.no, now.tally.counts.no])
        .collect();
    assert_eq!(figures, [1, 2, 2, 3]);
}
