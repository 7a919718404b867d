//! The room: guests, deputies, video, mended seats, leave, and who leads.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, at, day, line};
use super::things::sealing;
use crate::domain::ids::SessionId;
use crate::domain::roster::{self, Capacity, OwnRules, Person, Seat};
use crate::domain::session::attendance::{Attendance, Excuse, Way};
use crate::domain::session::handover::{Handover, Office, OnePerson};
use crate::domain::session::next::Step;
use crate::domain::session::notice::{Channel, Notice};
use crate::domain::session::room::{SeatMend, expected};
use crate::domain::session::turn::Turn;
use crate::domain::session::{self, RollMark, Sealing, agenda, quorum};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{self, Choice};
use crate::domain::{Command, Event, Refusal};

pub(super) fn rules(online: bool, deputies: bool) -> Command {
    Command::Roster(roster::Command::AdoptRules(Some(OwnRules {
        title: line("《东集片区议事规则》"),
        clause: line("第九条"),
        rule: "joint-default".into(),
        adopted: day("01-05"),
        online,
        deputies,
    })))
}

pub(super) fn admit(id: &str, stands_for: Option<&str>) -> Command {
    Command::Session(session::Command::Admit {
        id: "s1".into(),
        person: Person {
            woman: false,
            kin: Vec::new(),

            id: id.into(),
            name: line("何水利"),
        },
        role: line("县水利局"),
        stands_for: stands_for.map(Into::into),
    })
}

pub(super) fn hand_over(office: Office, to: &str, item: Option<&str>) -> Command {
    Command::Session(session::Command::HandOver {
        id: "s1".into(),
        handover: Handover {
            office,
            to: to.into(),
            item: item.map(Into::into),
            at: at("09:40"),
            turn: crate::domain::session::turn::Turn::default(),
        },
    })
}

#[test]
fn a_guest_is_added_before_or_during_the_session_and_enters_no_base() {
    let mut stage = Stage::planned();
    let events = stage.run(admit("g1", None));
    assert!(matches!(events[0], Event::Roster(_)), "{events:?}");
    assert_eq!(stage.refused(&admit("g1", None)), Refusal::AlreadyThere);
    stage.session(session::Command::CallRoll("s1".into()));
    let guest = stage.s1().roll.last().unwrap();
    assert_eq!(guest.place.person.as_str(), "g1");
    assert_eq!(guest.place.capacity, Capacity::Observer);
    assert_eq!(stage.s1().entitled().count(), 10);
    assert_eq!(stage.session(session::Command::CallRoll("s1".into())), []);

    let mut stage = Stage::voting();
    stage.run(admit("g1", None));
    stage.mark("g1", RollMark::Present);
    let meter = quorum::meter(&stage.world, stage.s1());
    assert_eq!((meter.entitled, meter.present), (10, 10));
    assert_eq!(
        stage.refused(&Command::Vote(super::stage::take("g1", Choice::For))),
        Refusal::NotEntitled {
            name: line("何水利")
        }
    );
    assert_eq!(
        stage.refused(&admit("p2", None)),
        Refusal::AlreadyThere,
        "whoever is on the roll is no guest"
    );
}

#[test]
fn whoever_has_sent_a_deputy_is_not_marked_with_all_the_others() {
    let all = || session::Command::AllPresent {
        id: "s1".into(),
        at: at("08:55"),
    };
    for deputy_first in [true, false] {
        let mut stage = Stage::planned();
        stage.session(session::Command::CallRoll("s1".into()));
        stage.run(admit("g1", Some("p5")));
        if deputy_first {
            stage.mark("g1", RollMark::Present);
        }
        stage.session(all());
        let there = |id: &str| stage.s1().attendee(&id.into()).unwrap().there().is_some();
        assert!(there("g1") && there("p4") && !there("p5"));
        assert_eq!(stage.s1().unmarked(), 1);
        assert_eq!(stage.session(all()), []);
        assert_eq!(
            stage.next(&"s1".into()).0,
            Step::MarkMember("p5".into()),
            "the step says who is to be marked alone"
        );
        // Once the deputy is gone the member may come like anybody else.
        stage.mark("g1", RollMark::Left);
        assert_eq!(stage.session(all()).len(), 1);
        assert_eq!(stage.s1().unmarked(), 0);
    }
}

#[test]
fn who_had_a_vote_at_the_opening_is_kept_when_a_deputy_gives_it_back() {
    let mut stage = Stage::planned();
    stage.run(rules(false, true));
    stage.session(session::Command::CallRoll("s1".into()));
    stage.mark("p5", RollMark::Absent);
    stage.run(admit("g1", Some("p5")));
    stage.session(session::Command::AllPresent {
        id: "s1".into(),
        at: at("08:55"),
    });
    stage.session(session::Command::Open {
        id: "s1".into(),
        at: at("09:00"),
    });
    let opened_with = stage.s1().opened_with.clone();
    assert!(opened_with.contains(&"g1".into()) && !opened_with.contains(&"p5".into()));
    stage.mark("p5", RollMark::Present);
    stage.mark("g1", RollMark::Left);
    stage.run(Command::Session(session::Command::Exclude {
        id: "s1".into(),
        person: "p5".into(),
        reason: None,
    }));
    assert_eq!(stage.s1().opened_with, opened_with);
    let of_opening = |id: &str| {
        let attendee = stage.s1().attendee(&id.into()).unwrap();
        (
            attendee.place.entitled(),
            stage.s1().entitled_at_opening(attendee),
        )
    };
    assert_eq!(of_opening("g1"), (false, true));
    assert_eq!(of_opening("p5"), (true, false));
}

#[test]
fn rules_entered_while_a_session_sits_are_not_the_rules_it_sits_by() {
    let mut stage = Stage::sitting();
    stage.mark("p2", RollMark::Video);
    let before = quorum::meter(&stage.world, stage.s1());
    assert_eq!(before.present, 9);
    let rule = "joint-major";
    let mut own = stage.clone();
    own.run(Command::Roster(roster::Command::AdoptRules(Some(
        OwnRules {
            title: line("《东集片区议事规则》"),
            clause: line("第九条"),
            rule: rule.into(),
            adopted: day("01-05"),
            online: true,
            deputies: false,
        },
    ))));
    assert_eq!(own.world.default_rule(own.s1().date).id, rule.into());
    let after = quorum::meter(&own.world, own.s1());
    assert_eq!((after.rule, after.present), (before.rule, before.present));
    assert_eq!(
        own.s1().sits_by(&own.world),
        stage.world.default_rule(stage.s1().date)
    );
}

#[test]
fn video_counts_only_where_the_rule_allows_the_channel() {
    for online in [false, true] {
        let mut stage = Stage::planned();
        stage.run(rules(online, false));
        stage.sit();
        stage.start("i2");
        stage.vote(vote::Command::Draft(super::stage::motion("i2", "m1")));
        stage.open("m1");
        stage.take("p2", Choice::Against);
        stage.mark("p2", RollMark::Video);
        let attendee = stage.s1().attendee(&"p2".into()).unwrap();
        assert_eq!(attendee.there(), Some(Way::Video));
        let meter = quorum::meter(&stage.world, stage.s1());
        assert_eq!((meter.present, meter.by_video), (9 + u32::from(online), 1));
        let take = Command::Vote(super::stage::take("p2", Choice::Abstain));
        if online {
            stage.run(take);
        } else {
            assert_eq!(
                stage.refused(&take),
                Refusal::OnlyByVideo {
                    name: line("李家屯")
                }
            );
        }
        stage.vote(vote::Command::AllFor {
            motion: "m1".into(),
        });
        let result = stage.end("m1");
        let voice = if online {
            Voice::Abstain
        } else {
            Voice::Absent
        };
        assert_eq!(result.voice_of(&"p2".into()), Some(voice));
        assert_eq!(result.by_video.len(), usize::from(!online));
    }
}

#[test]
fn a_seat_is_mended_in_the_roster_and_on_the_roll_together() {
    let mut stage = Stage::sitting();
    let mend = |capacity| {
        Command::Session(session::Command::MendSeat {
            id: "s1".into(),
            seat: Seat {
                households: None,
                shares: None,

                id: "k12".into(),
                person: "p12".into(),
                village: Some("v3".into()),
                role: line("会计"),
                capacity,
                from: day("01-01"),
                to: None,
                counts: false,
            },
            mend: SeatMend {
                person: "p12".into(),
                on: day("11-23"),
                reason: line("名册漏登"),
            },
        })
    };
    stage.run(mend(Capacity::Voting));
    assert_eq!(stage.s1().entitled().count(), 11);
    assert_eq!(stage.s1().seat_mends.len(), 1);
    let seat = stage.world.seat(&"k12".into()).unwrap();
    assert_eq!(seat.capacity, Capacity::Voting);
    let attendee = stage.s1().attendee(&"p12".into()).unwrap();
    assert_eq!(attendee.place.village, Some("v3".into()));
    assert!(attendee.in_room(), "the mark stays");
    let stage = Stage::voting();
    assert!(matches!(
        stage.refused(&mend(Capacity::Voting)),
        Refusal::VoteOpen { .. }
    ));
}

#[test]
fn leave_asked_for_beforehand_waits_in_the_roll() {
    let mut stage = Stage::planned();
    let ask = |person: &str, reason| {
        Command::Session(session::Command::AskLeave {
            id: "s1".into(),
            person: person.into(),
            reason,
        })
    };
    stage.run(ask("p3", Some(Excuse::Duty)));
    stage.run(ask("p4", Some(Excuse::Illness)));
    stage.run(ask("p4", None));
    stage.session(session::Command::CallRoll("s1".into()));
    let of = |person: &str| {
        stage
            .s1()
            .attendee(&person.into())
            .unwrap()
            .attendance
            .clone()
    };
    assert_eq!(
        of("p3"),
        Attendance::Excused {
            reason: Excuse::Duty
        }
    );
    assert_eq!(of("p4"), Attendance::Unmarked);
    assert_eq!(
        stage.refused(&ask("p5", Some(Excuse::Duty))),
        Refusal::RollCalled
    );
}

#[test]
fn whoever_chairs_the_item_is_asked_last() {
    let mut stage = Stage::sitting();
    stage.run(hand_over(Office::Chair, "p3", Some("i2")));
    stage.run(hand_over(Office::Recorder, "p11", None));
    let last = |item: &str| {
        let order = stage.s1().asking_order(&item.into());
        order.last().unwrap().place.person.to_string()
    };
    assert_eq!((last("i2"), last("i4")), ("p3".into(), "p1".into()));
    let acting = |office| stage.s1().acting(office, None).unwrap().to_string();
    assert_eq!(acting(Office::Chair), "p1");
    assert_eq!(acting(Office::Recorder), "p11");
    assert_eq!(
        stage
            .clone()
            .run(hand_over(Office::Chair, "p3", Some("i2"))),
        [],
        "who has it is handed nothing"
    );
    stage.mark("p4", RollMark::Left);
    assert_eq!(
        stage.refused(&hand_over(Office::Chair, "p4", None)),
        Refusal::NotInRoom {
            name: line("赵秀英")
        }
    );
}

#[test]
fn whoever_asked_for_leave_or_stands_for_a_member_is_expected_before_the_roll_is_called() {
    let mut stage = Stage::planned();
    stage.run(rules(false, true));
    stage.run(admit("g1", Some("p5")));
    stage.session(session::Command::AskLeave {
        id: "s1".into(),
        person: "p3".into(),
        reason: Some(Excuse::Private),
    });
    let before = expected(&stage.world, stage.s1());
    stage.session(session::Command::CallRoll("s1".into()));
    assert_eq!(before, stage.s1().roll);
    let second = admit("g2", Some("p5"));
    let mut uncalled = Stage::planned();
    uncalled.run(rules(false, true));
    uncalled.run(admit("g1", Some("p5")));
    assert!(matches!(
        uncalled.refused(&second),
        Refusal::NotEntitled { .. }
    ));
}

#[test]
fn whoever_changes_over_in_the_minute_of_coming_has_one_stay() {
    let mut stage = Stage::sitting();
    stage.mark("p4", RollMark::Left);
    stage.mark("p4", RollMark::Present);
    stage.mark("p4", RollMark::Video);
    let Attendance::Attended { stays } = &stage.s1().attendee(&"p4".into()).unwrap().attendance
    else {
        panic!("there")
    };
    let ways: Vec<Way> = stays.iter().map(|stay| stay.by).collect();
    assert_eq!(ways, [Way::Room, Way::Video]);
}

#[test]
fn whoever_comes_back_takes_part_as_before() {
    let mut stage = Stage::sitting();
    stage.mark("p2", RollMark::Video);
    stage.mark("p3", RollMark::Left);
    let again = session::again::Sitting {
        date: day("11-24"),
        start: None,
    };
    let id = SessionId::from("s1");
    stage.session(session::Command::Adjourn {
        id: id.clone(),
        at: at("09:30"),
        again,
    });
    stage.session(session::Command::AllPresent {
        id,
        at: at("09:40"),
    });
    let way = |person: &str| stage.s1().attendee(&person.into()).unwrap().there();
    assert_eq!(way("p2"), Some(Way::Video));
    assert_eq!(way("p4"), Some(Way::Room));
    assert_eq!(way("p3"), None, "who had gone before stays away");
}

#[test]
fn what_was_chaired_by_whom_is_not_changed_by_what_comes_later() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    let chairs = |stage: &Stage, id: &str| -> Vec<String> {
        let chairs = stage.s1().chaired(&id.into()).into_iter();
        chairs.map(ToString::to_string).collect()
    };
    assert_eq!(chairs(&stage, "i2"), ["p1"]);
    let mut at_once = hand_over(Office::Chair, "p3", Some("i2"));
    if let Command::Session(session::Command::HandOver { handover, .. }) = &mut at_once {
        handover.at = at("09:05");
    }
    let mut straight = stage.clone();
    straight.run(at_once);
    assert_eq!(
        chairs(&straight, "i2"),
        ["p3"],
        "in the minute it was taken up"
    );
    stage.run(hand_over(Office::Chair, "p3", Some("i2")));
    assert_eq!(chairs(&stage, "i2"), ["p1", "p3"]);
    stage.agenda(agenda::Command::Settle {
        item: "i2".into(),
        state: agenda::ItemState::Done,
        at: at("09:45"),
    });
    stage.run(hand_over(Office::Chair, "p4", None));
    stage.start("i3");
    assert_eq!(chairs(&stage, "i2"), ["p1", "p3"]);
    assert_eq!(chairs(&stage, "i3"), ["p4"]);
    assert_eq!(chairs(&stage, "i4"), [""; 0]);
    let mut early = hand_over(Office::Chair, "p5", None);
    if let Command::Session(session::Command::HandOver { handover, .. }) = &mut early {
        (handover.at, handover.turn) = (at("09:39"), Turn::Stated);
    }
    assert_eq!(stage.refused(&early), Refusal::TimesCross);
}

#[test]
fn a_record_of_one_who_did_both_is_sealed_once_another_checked_it() {
    let mut stage = Stage::sitting();
    stage.run(hand_over(Office::Recorder, "p1", None));
    stage.close();
    let name = stage.world.person(&"p1".into()).unwrap().name.clone();
    let seal = |by: &str| {
        Command::Session(session::Command::Seal {
            today: chrono::NaiveDate::MAX,
            id: "s1".into(),
            sealing: Sealing {
                by: line(by),
                ..sealing()
            },
        })
    };
    let alone = name.to_string();
    let office = format!("{name}（主持、记录）");
    for by in [alone.as_str(), office.as_str(), &format!("{name}、{name}")] {
        let name = name.clone();
        assert_eq!(
            stage.refused(&seal(by)),
            Refusal::UncheckedByAnother { name },
            "{by}"
        );
    }
    stage.run(seal(&format!("{name}、魏核对")));
}

#[test]
fn a_hand_over_that_makes_chair_and_recorder_one_wants_a_checker() {
    let mut stage = Stage::sitting();
    assert_ne!(stage.s1().chair, stage.s1().recorder);
    assert_eq!(stage.s1().one_person(), OnePerson::Never);
    stage.run(hand_over(Office::Recorder, "p3", None));
    stage.run(hand_over(Office::Chair, "p3", Some("i2")));
    assert_eq!(
        stage.s1().one_person(),
        OnePerson::Never,
        "the item did not run yet"
    );
    stage.start("i2");
    assert_eq!(stage.s1().one_person(), OnePerson::InPart);
    let mut swapped = Stage::sitting();
    swapped.run(hand_over(Office::Recorder, "p1", None));
    assert_eq!(swapped.s1().one_person(), OnePerson::ToTheEnd);
    swapped.run(hand_over(Office::Chair, "p3", None));
    assert_eq!(
        swapped.s1().one_person(),
        OnePerson::Never,
        "two hand-overs of one minute are one change"
    );
}

fn notify(on: &str, urgent: Option<&str>) -> Command {
    Command::Session(session::Command::Notify {
        id: "s1".into(),
        notice: Some(Notice {
            channel: Some(Channel::Group),
            urgent: urgent.map(line),
            ..Notice::sent(day(on))
        }),
    })
}

#[test]
fn a_notice_goes_out_in_time_or_with_a_reason() {
    let mut stage = Stage::planned();
    stage.run(notify("11-20", Some("不用")));
    let kept = |stage: &Stage| stage.s1().notice.clone().unwrap();
    assert_eq!(
        kept(&stage).urgent,
        None,
        "in time there is nothing to excuse"
    );
    assert_eq!(
        stage.refused(&notify("11-21", None)),
        Refusal::NoticeShort {
            on: day("11-21"),
            need: 3,
            latest: day("11-20"),
        }
    );
    stage.run(notify("11-21", Some("汛情紧急")));
    assert_eq!(kept(&stage).urgent, Some(line("汛情紧急")));
}

#[test]
fn a_notice_of_an_old_line_was_only_its_day() {
    let old = serde_json::json!({"t": "session.notice", "session": "s1", "on": "2026-11-20"});
    let Event::Session(session::Event::Notified { notice, .. }) = Event::read(old) else {
        panic!("it is read");
    };
    assert_eq!(notice, Some(Notice::sent(day("11-20"))));
    let back = serde_json::json!({"t": "session.notice", "session": "s1"});
    assert!(matches!(
        Event::read(back),
        Event::Session(session::Event::Notified { notice: None, .. })
    ));
    let row: Notice = serde_json::from_str("\"2026-11-20\"").unwrap();
    assert_eq!(row, Notice::sent(day("11-20")));
}
