//! What each act on a motion leaves behind, and what it is refused for.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::moments::{self, Moment};
use super::paper::from_paper;
use super::stage::{Stage, VOTERS, at, line, motion, recusal, recused, take, text};
use crate::domain::ids::PersonId;
use crate::domain::session::recusal::Matter;
use crate::domain::session::{self, RollMark};
use crate::domain::vote::{
    self, Choice, Effect, Motion, MotionState, Outcome, Wording, missing_voices,
};
use crate::domain::{Command, Event, Refusal};

fn vote(command: vote::Command) -> Command {
    Command::Vote(command)
}

fn draft(motion: Motion) -> Command {
    vote(vote::Command::Draft(motion))
}

fn m(stage: &Stage, id: &str) -> Motion {
    stage.world.motion(&id.into()).unwrap().clone()
}

fn running() -> Stage {
    moments::stage(Moment::Running)
}

fn frame(villages: &[&str], effect: Effect) -> Command {
    vote(vote::Command::Frame {
        motion: "m1".into(),
        villages: villages.iter().map(|it| (*it).into()).collect(),
        effect,
    })
}

fn end() -> Command {
    vote(vote::Command::End {
        motion: "m1".into(),
        at: at("09:30"),
    })
}

#[test]
fn a_motion_begins_bare_whatever_is_handed_in_with_it() {
    let mut stage = Stage::voting();
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    let used = m(&stage, "m1");
    let dirty = Motion {
        id: "m2".into(),
        session: "s9".into(),
        from_paper: true,
        excludes: Some("m1".into()),
        named: true,
        earlier: vec![vote::Round {
            ballot: used.ballot().unwrap().clone(),
            end: vote::RoundEnd::Announced {
                result: Box::new(used.result().unwrap().clone()),
                at: at("09:31"),
            },
        }],
        sequels: vec![vote::Sequel::new(
            at("09:40"),
            vote::SequelStep::Lot {
                drawn_by: line("孙广田"),
                adopted: true,
            },
        )],
        state: used.state.clone(),
        ..motion("i2", "m2")
    };
    stage.run(draft(dirty));
    let bare = Motion {
        number: 2,
        ..motion("i2", "m2")
    };
    let mut drafted = m(&stage, "m2").clone();
    // How its minute was come by is known once it happens.
    assert!(drafted.wordings[0].turn.take().is_some());
    assert_eq!(drafted, bare);
    stage.run(draft(motion("i2", "m3")));
    assert_eq!(m(&stage, "m3").number, 3);
}

#[test]
fn what_is_drafted_has_words_an_id_of_its_own_and_names_who_and_what_there_is() {
    let stage = running();
    let with = |change: &dyn Fn(&mut Motion)| {
        let mut motion = motion("i2", "m2");
        change(&mut motion);
        stage.refused(&draft(motion))
    };
    assert_eq!(with(&|it| it.id = "m1".into()), Refusal::AlreadyThere);
    assert_eq!(with(&|it| it.wordings.clear()), Refusal::NoWords);
    assert_eq!(
        with(&|it| it.villages = vec!["v9".into()]),
        Refusal::Unknown
    );
    assert_eq!(with(&|it| it.mover = Some("p99".into())), Refusal::Unknown);
    assert_eq!(
        with(&|it| it.seconder = Some("p99".into())),
        Refusal::Unknown
    );
    let pause = moments::stage(Moment::Break);
    assert!(matches!(
        pause.refused(&draft(motion("i2", "m2"))),
        Refusal::SessionNotIn { .. }
    ));
}

#[test]
fn a_motion_is_worded_and_framed_anew_until_its_vote() {
    let mut stage = running();
    let reword = |words: &str| {
        vote(vote::Command::Reword {
            motion: "m1".into(),
            wording: Wording {
                at: at("09:12"),
                text: crate::domain::text::Text::new(words).unwrap_or_default(),
                turn: None,
            },
        })
    };
    assert_eq!(stage.refused(&reword("")), Refusal::NoWords);
    assert_eq!(stage.run(reword("同意联建冷库。")), []);
    stage.run(reword("缓建冷库。"));
    assert_eq!(m(&stage, "m1").wordings.len(), 2);
    assert_eq!(m(&stage, "m1").wordings[1].text, text("缓建冷库。"));
    let unknown = frame(&["v1", "v9"], Effect::Proposes);
    assert_eq!(stage.refused(&unknown), Refusal::Unknown);
    stage.run(frame(&["v1", "v3"], Effect::Proposes));
    let framed = m(&stage, "m1");
    assert_eq!(framed.villages, ["v1".into(), "v3".into()]);
    assert_eq!(framed.effect, Effect::Proposes);
    stage.run(frame(&[], Effect::Decides));
    assert_eq!(m(&stage, "m1").villages, []);
}

#[test]
fn a_motion_that_is_voted_while_paper_is_entered_says_so_and_keeps_saying_so() {
    // Drafted before, opened from paper.
    let mut stage = running();
    stage.run(from_paper());
    stage.vote(vote::Command::Open {
        motion: "m1".into(),
        at: at("10:22"),
    });
    assert!(m(&stage, "m1").from_paper);
    // Drafted from paper, opened after.
    let mut stage = Stage::sitting();
    stage.start("i2");
    stage.run(from_paper());
    stage.run(draft(motion("i2", "m1")));
    assert!(m(&stage, "m1").from_paper);
    stage.session(session::Command::EndPaper {
        id: "s1".into(),
        until: at("10:40"),
    });
    stage.vote(vote::Command::Open {
        motion: "m1".into(),
        at: at("10:45"),
    });
    assert!(m(&stage, "m1").from_paper);
    assert!(!m(&Stage::voting(), "m1").from_paper);
    // Agreed from paper, and agreed after.
    let agree = |stage: &mut Stage| {
        stage.vote(vote::Command::Agree {
            motion: "m1".into(),
            at: at("10:50"),
        });
    };
    let mut stage = running();
    stage.run(from_paper());
    agree(&mut stage);
    assert!(m(&stage, "m1").from_paper);
    let mut stage = running();
    agree(&mut stage);
    assert!(!m(&stage, "m1").from_paper);
}

#[test]
fn only_a_voice_by_name_keeps_a_motion_from_being_voted_secretly() {
    let mut stage = Stage::voting();
    stage.take("p3", recused());
    assert!(!m(&stage, "m1").named, "who withdraws says nothing");
    stage.take("p4", Choice::For);
    assert!(m(&stage, "m1").named);
    stage.vote(vote::Command::Clear {
        motion: "m1".into(),
        person: "p4".into(),
    });
    assert!(m(&stage, "m1").named, "it was heard all the same");
    let mut hands = running();
    hands.vote(vote::Command::OpenByHands {
        motion: "m1".into(),
        at: at("09:15"),
    });
    hands.take("p3", recused());
    assert!(!m(&hands, "m1").named);
}

#[test]
fn what_is_proposed_is_in_pencil_until_it_is_said_or_the_vote_ends() {
    let mut stage = Stage::voting();
    let pencilled = |stage: &Stage, person: &str| {
        let motion = m(stage, "m1");
        let mark = motion.ballot().unwrap().marks.get(&person.into()).cloned();
        mark.map(|it| it.pencilled)
    };
    stage.take("p1", Choice::For);
    assert_eq!(pencilled(&stage, "p1"), Some(false));
    assert_eq!(stage.run(vote(take("p1", Choice::For))), []);
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    assert_eq!(pencilled(&stage, "p1"), Some(false));
    assert_eq!(pencilled(&stage, "p2"), Some(true));
    // Said, it is in ink; taken back, there is none, and none is taken back twice.
    stage.take("p2", Choice::For);
    assert_eq!(pencilled(&stage, "p2"), Some(false));
    let clear = vote(vote::Command::Clear {
        motion: "m1".into(),
        person: "p2".into(),
    });
    stage.run(clear.clone());
    assert_eq!(pencilled(&stage, "p2"), None);
    assert_eq!(stage.run(clear), []);
    stage.take("p2", Choice::Against);
    stage.run(end());
    for voter in VOTERS {
        assert_eq!(pencilled(&stage, voter), Some(false), "{voter}");
    }
}

#[test]
fn whoever_has_withdrawn_says_nothing_but_that() {
    let mut stage = Stage::voting();
    let of = Matter::Item { item: "i2".into() };
    stage.session(session::Command::Recuse {
        id: "s1".into(),
        recusal: recusal("p3", of, at("09:16")),
    });
    let withdrawn = Refusal::Withdrawn {
        name: line("王守信"),
    };
    for choice in [
        Choice::For,
        Choice::Against,
        Choice::Abstain,
        Choice::NotVoting,
    ] {
        assert_eq!(stage.refused(&vote(take("p3", choice))), withdrawn);
    }
    let clear = vote(vote::Command::Clear {
        motion: "m1".into(),
        person: "p3".into(),
    });
    assert_eq!(stage.refused(&clear), withdrawn);
    // Why may be said in other words.
    stage.run(vote(take("p3", recused())));
}

#[test]
fn nobody_is_asked_by_name_where_hands_are_counted() {
    let names = |stage: &Stage| -> Vec<PersonId> {
        let motion = m(stage, "m1");
        let ballot = motion.ballot().unwrap();
        let missing = missing_voices(stage.s1(), ballot);
        missing.map(|it| it.person.clone()).collect()
    };
    let mut named = Stage::voting();
    named.take("p1", Choice::For);
    named.mark("p2", RollMark::Left);
    assert_eq!(
        names(&named),
        VOTERS[2..]
            .iter()
            .map(|it| PersonId::from(*it))
            .collect::<Vec<_>>()
    );
    let mut hands = running();
    hands.vote(vote::Command::OpenByHands {
        motion: "m1".into(),
        at: at("09:15"),
    });
    assert_eq!(names(&hands), []);
}

#[test]
fn a_chair_who_withdrew_leads_all_the_same_where_nobody_else_is_left() {
    let open = vote(vote::Command::Open {
        motion: "m1".into(),
        at: at("09:25"),
    });
    let withdrawn = |others: &dyn Fn(&mut Stage)| {
        let mut stage = running();
        for person in ["p1", "p2"] {
            let of = Matter::Item { item: "i2".into() };
            stage.session(session::Command::Recuse {
                id: "s1".into(),
                recusal: recusal(person, of, at("09:12")),
            });
        }
        others(&mut stage);
        stage.attempt(&open)
    };
    let chair = Refusal::ChairWithdrew {
        name: line("孙广田"),
    };
    assert_eq!(withdrawn(&|_| {}), Err(chair.clone()));
    let away = |but: Option<&'static str>| {
        move |stage: &mut Stage| {
            for person in VOTERS.iter().skip(2).filter(|it| Some(**it) != but) {
                stage.mark(person, RollMark::Left);
            }
        }
    };
    assert_eq!(withdrawn(&away(Some("p9"))), Err(chair.clone()));
    assert_ne!(withdrawn(&away(None)), Err(chair));
}

#[test]
fn only_an_adopted_motion_is_kept_from_standing_beside_the_other() {
    let mut stage = running();
    stage.run(draft(motion("i2", "m2")));
    stage.vote(vote::Command::Exclude {
        motion: "m2".into(),
        other: Some("m1".into()),
    });
    // Agreed without a vote it excludes the other as well.
    let mut agreed = stage.clone();
    agreed.vote(vote::Command::Agree {
        motion: "m1".into(),
        at: at("09:15"),
    });
    let open = |motion: &str| {
        vote(vote::Command::Open {
            motion: motion.into(),
            at: at("09:40"),
        })
    };
    assert_eq!(
        agreed.refused(&open("m2")),
        Refusal::OtherAdopted {
            motion: "m1".into()
        }
    );
    // Both are voted; the first is made to be adopted afterwards: the second, rejected, is announced,
    // and is not taken back.
    stage.open("m1");
    for person in VOTERS {
        stage.take(person, Choice::Abstain);
    }
    stage.end("m1");
    stage.announce("m1");
    stage.run(open("m2"));
    for person in VOTERS {
        stage.vote(vote::Command::Take {
            motion: "m2".into(),
            person: person.into(),
            choice: Choice::Against,
        });
    }
    stage.end("m2");
    let first = stage.world.motions.get_mut(&"m1".into()).unwrap();
    if let MotionState::Announced { result, .. } = &mut std::sync::Arc::make_mut(first).state {
        result.outcome = Outcome::Adopted;
    }
    let back = vote(vote::Command::Withdraw {
        motion: "m2".into(),
        reason: None,
    });
    assert_eq!(stage.refused(&back), Refusal::MotionPastWording);
    stage.announce("m2");
}

#[test]
fn a_counted_motion_is_taken_back_only_where_the_other_was_adopted() {
    let mut stage = Stage::voting();
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    let back = vote(vote::Command::Withdraw {
        motion: "m1".into(),
        reason: None,
    });
    assert_eq!(stage.refused(&back), Refusal::MotionPastWording);
}

#[test]
fn what_is_put_off_or_settled_is_not_voted_again_by_itself() {
    let mut stage = Stage::voting();
    for (n, person) in VOTERS.iter().enumerate() {
        let choice = if n < 5 { Choice::For } else { Choice::Against };
        stage.take(person, choice);
    }
    stage.end("m1");
    stage.announce("m1");
    // The default rule puts a tie off; it is not voted on the spot.
    let again = vote(vote::Command::Open {
        motion: "m1".into(),
        at: at("09:40"),
    });
    assert_eq!(stage.refused(&again), Refusal::MotionPastWording);
}

#[test]
fn what_a_published_session_voted_is_taken_in_whole() {
    let mut stage = Stage::voting();
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    let voted = m(&stage, "m1");
    let mut stage = Stage::planned();
    let published = stage.world.sessions.get_mut(&"s1".into()).unwrap();
    let published = std::sync::Arc::make_mut(published);
    published.published_as = Some(line("东集片区第一次联席会议"));
    published.state = crate::domain::session::SessionState::Sealed;
    let take_in = |change: &dyn Fn(&mut Motion)| {
        let mut motion = voted.clone();
        motion.id = "m7".into();
        change(&mut motion);
        vote(vote::Command::TakeIn(Box::new(motion)))
    };
    stage.run(take_in(&|_| {}));
    let mut taken = voted.clone();
    taken.id = "m7".into();
    // Nothing was worded here while it sat.
    taken.wordings[0].turn = None;
    assert_eq!(m(&stage, "m7"), taken);
    assert_eq!(stage.refused(&take_in(&|_| {})), Refusal::AlreadyThere);
    let with = |change: &dyn Fn(&mut Motion)| {
        stage.refused(&take_in(&|it: &mut Motion| {
            it.id = "m8".into();
            change(it);
        }))
    };
    assert_eq!(with(&|it| it.wordings.clear()), Refusal::NoWords);
    assert_eq!(
        with(&|it| it.state = MotionState::Drafted),
        Refusal::NotCounted
    );
    stage.run(take_in(&|it: &mut Motion| {
        it.id = "m9".into();
        it.state = MotionState::Withdrawn {
            reason: None,
            begun: None,
        };
    }));
    // An item of another session is none of this one's.
    let mut other = stage
        .world
        .items
        .get(&"i2".into())
        .unwrap()
        .as_ref()
        .clone();
    other.id = "j1".into();
    other.session = "s2".into();
    stage
        .world
        .items
        .insert("j1".into(), std::sync::Arc::new(other));
    let elsewhere = take_in(&|it: &mut Motion| {
        it.id = "m10".into();
        it.item = "j1".into();
    });
    assert_eq!(stage.refused(&elsewhere), Refusal::Unknown);
}

#[test]
fn only_what_was_counted_is_announced() {
    let stage = Stage::voting();
    let announce = vote(vote::Command::Announce {
        motion: "m1".into(),
        at: at("09:31"),
    });
    assert_eq!(stage.refused(&announce), Refusal::NotCounted);
    let mut counted = moments::stage(Moment::Counted);
    let events = counted.run(announce);
    assert!(matches!(
        events[..],
        [Event::Vote(vote::Event::Announced { .. })]
    ));
}

#[test]
fn one_vote_is_open_at_a_time_and_nothing_is_moved_on_what_is_dealt_with() {
    let mut stage = running();
    stage.run(draft(motion("i2", "m2")));
    stage.open("m1");
    let open = vote(vote::Command::Open {
        motion: "m2".into(),
        at: at("09:20"),
    });
    let other = Refusal::VoteOpen {
        motion: "m1".into(),
    };
    assert_eq!(stage.refused(&open), other);
    let agree = vote(vote::Command::Agree {
        motion: "m2".into(),
        at: at("09:20"),
    });
    assert_eq!(stage.refused(&agree), other);
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    let unannounced = Refusal::NotAnnounced {
        motion: "m1".into(),
    };
    assert_eq!(stage.refused(&open), unannounced);
    stage.announce("m1");
    let mut settled = stage.clone();
    settled.vote(vote::Command::Withdraw {
        motion: "m2".into(),
        reason: None,
    });
    use crate::domain::session::agenda::{Command as Agenda, ItemState};
    settled.agenda(Agenda::Settle {
        item: "i2".into(),
        state: ItemState::Done,
        at: at("09:40"),
    });
    assert!(matches!(
        settled.refused(&draft(motion("i2", "m3"))),
        Refusal::ItemDealtWith { .. }
    ));
    stage.run(open);
}
