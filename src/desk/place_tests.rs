//! Every place is read as it was stored, and no two are stored alike.

use super::*;
use proptest::prelude::*;

/// Returns one place of each kind, about things of these names.
fn places(id: &str) -> Vec<Place> {
    let (session, item, motion) = (SessionId::from(id), ItemId::from(id), MotionId::from(id));
    let (person, entry, task) = (PersonId::from(id), EntryId::from(id), TaskId::from(id));
    let rule = RuleId::from(id);
    let steps = Step::ALL;
    let tasks = vec![task.clone(), TaskId::from("t2")];
    let mut places = vec![
        Place::Founding,
        Place::CommitteeName,
        Place::OwnRules,
        Place::RuleCopy(rule.clone()),
        Place::RuleVersion(rule),
        Place::NewVillage,
        Place::NewPerson,
        Place::RosterList,
        Place::RosterFile,
        Place::RosterTaken,
        Place::RosterRow(3, id.to_owned()),
        Place::Stick,
        Place::BoardRules,
        Place::RestDays,
        Place::Roster(OfRoster::Village(id.into())),
        Place::Roster(OfRoster::Seat(id.into())),
        Place::Roster(OfRoster::NewSeat(person.clone())),
        Place::Roster(OfRoster::Kin(person.clone())),
        Place::NewSession,
        Place::Plan(session.clone()),
        Place::NewItem(session.clone()),
        Place::Item(item.clone()),
        Place::Notice(session.clone()),
        Place::Leave(session.clone()),
        Place::NewTask,
        Place::NewTemplate,
        Place::NewLedgerLine,
        Place::LedgerLine(LedgerId::from(id)),
        Place::NewTaskOf(MatterId::from(id)),
        Place::Task(task),
    ];
    places.extend(steps.map(|step| Place::Step(step, tasks.clone())));
    let of_motion = [
        OfMotion::Wording,
        OfMotion::Withdrawal,
        OfMotion::Recusal(None),
        OfMotion::Recusal(Some(person.clone())),
        OfMotion::ByNumbers(None),
        OfMotion::ByNumbers(Some(VillageId::from(id))),
        OfMotion::Excludes,
        OfMotion::Hands,
        OfMotion::Papers,
        OfMotion::WriteIn,
        OfMotion::Sequel(Sequel::Lot),
        OfMotion::Sequel(Sequel::Defer),
        OfMotion::Sequel(Sequel::Refer),
        OfMotion::Sequel(Sequel::Ruling),
        OfMotion::Sequel(Sequel::Ask),
        OfMotion::Sequel(Sequel::Village(VillageId::from(id))),
        OfMotion::Sequel(Sequel::Mend(VillageId::from(id))),
        OfMotion::Sequel(Sequel::Anew(VillageId::from(id))),
        OfMotion::Sequel(Sequel::Reconsider),
    ];
    places.extend(of_motion.map(|what| Place::Motion(motion.clone(), what)));
    let decisions = [
        Decision::Motion {
            motion: motion.clone(),
        },
        Decision::Entry {
            entry: entry.clone(),
        },
    ];
    let live = decisions.map(InSession::FollowUpOf).into_iter().chain([
        InSession::Entry(entry.clone()),
        InSession::NewMotion(None),
        InSession::NewMotion(Some(item.clone())),
        InSession::LateNote(item.clone()),
        InSession::DropItem(item.clone()),
        InSession::FollowUp(None),
        InSession::FollowUp(Some(item.clone())),
        InSession::Review(item.clone(), Step::Move, tasks),
        InSession::Leave(person.clone()),
        InSession::Excuse(person.clone()),
        InSession::Recusal(person.clone()),
        InSession::Guest,
        InSession::Deputy(person.clone()),
        InSession::Seat(None),
        InSession::Seat(Some(person.clone())),
        InSession::Paper,
        InSession::Adjourn,
        InSession::Lapse,
        InSession::WithoutVotes,
        InSession::Seal,
        InSession::SignAgain(2),
        InSession::VoiceCorrection(motion.clone(), person.clone()),
        InSession::TotalsCorrection(motion.clone(), None),
        InSession::TotalsCorrection(motion.clone(), Some(VillageId::from(id))),
        InSession::Proxy(person.clone()),
        InSession::RecusalCorrection(None),
        InSession::RecusalCorrection(Some((person.clone(), "09:10".to_owned()))),
        InSession::RollCorrection(person),
        InSession::EntryCorrection(entry),
        InSession::TimesCorrection(TimesOf::Session),
        InSession::TimesCorrection(TimesOf::Item(item)),
        InSession::TimesCorrection(TimesOf::Motion(motion)),
    ]);
    places.extend(live.map(|what| Place::Live(session.clone(), what)));
    let of_board = [
        OfBoard::New,
        OfBoard::Matter(id.into()),
        OfBoard::Result(id.into()),
        OfBoard::Motion(id.into()),
        OfBoard::Regular(id.into(), Affairs::Finance),
        OfBoard::Overdue(id.into(), Affairs::Finance),
        OfBoard::Wording(id.into()),
        OfBoard::Objection(id.into()),
        OfBoard::Answer(id.into(), 1),
    ];
    places.extend(of_board.map(Place::Board));
    let postings = vec![PostingId::from(id), PostingId::from("b2")];
    let of_posting = [
        OfPosting::Down,
        OfPosting::Move,
        OfPosting::Redate,
        OfPosting::Photo,
        OfPosting::Drop,
    ];
    places.extend(of_posting.map(|what| Place::Posting(what, postings.clone())));
    let (matter, village) = (MatterId::from(id), VillageId::from(id));
    let of_path = [
        OfPath::Choose,
        OfPath::Take(0, None),
        OfPath::Take(1, Some(village.clone())),
        OfPath::Reconsider(1, Some(village.clone())),
        OfPath::Keep(0),
        OfPath::KeepPosted(5, Some(village.clone())),
        OfPath::Redate(0),
        OfPath::Mend(0),
        OfPath::Deadline,
        OfPath::Village,
        OfPath::Contribution(village),
    ];
    places.extend(of_path.map(|what| Place::Path(matter.clone(), what)));
    let template = TemplateId::from(id);
    let of_template = [
        OfTemplate::Copy,
        OfTemplate::Name,
        OfTemplate::Step(0),
        OfTemplate::NewStep(0),
    ];
    places.extend(of_template.map(|what| Place::Template(template.clone(), what)));
    places
}

proptest! {
    #[test]
    fn every_place_is_read_as_it_was_stored(id in "\\PC{1,12}", aside in "[0-9a-f-]{1,36}") {
        let places = places(&id);
        for (at, place) in places.iter().enumerate() {
            let text = place.text();
            prop_assert_eq!(&Place::read(&text), place);
            prop_assert!(places.iter().skip(at + 1).all(|other| other.text() != text));
            let spot = Spot { place: place.clone(), aside: Some(aside.clone()) };
            prop_assert_eq!(Spot::read(&spot.text()), spot);
            let spot = Spot::from(place.clone());
            prop_assert_eq!(Spot::read(&spot.text()), spot);
        }
    }

    #[test]
    fn whatever_is_stored_keeps_its_text(text in "\\PC{0,40}") {
        prop_assert_eq!(Spot::read(&text).text(), text);
    }
}

#[test]
fn what_a_newer_program_wrote_is_unknown_and_stays() {
    for text in [
        "",
        "entry:s1:e1",
        r#"{"sketch":"s1"}"#,
        r#"{"live":["s1",{"sketch":"e1"}]}"#,
        r#"{"step":["postpone",["t1"]]}"#,
        // Known but for its writing: read as known it would be stored at another place.
        r#"{ "plan": "s1" }"#,
        "aside:7:sketch",
    ] {
        let spot = Spot::read(text);
        assert!(matches!(spot.place, Place::Unknown(_)), "{text}");
        assert_eq!(spot.text(), text);
    }
}
