//! Invented things of one committee, for a stage to put together.

#![allow(clippy::unwrap_used)]

use crate::domain::dates::Minute;
use crate::domain::matter;
use crate::domain::matter::intake::{
    Fen, Intake, Legal, MatterKind, Money, Origin, Secrecy, Share, Urgency,
};
use crate::domain::session::agenda::{Item, ItemKind, ItemState};
use crate::domain::session::minutes::{Entry, EntryKind};
use crate::domain::session::recusal::{Matter, Recusal};
use crate::domain::session::{Plan, Sealing, SessionKind};
use crate::domain::task::{Slip, Task};
use crate::domain::text::{Line, Text};
use crate::domain::vote::{self, Choice, Motion, Wording};

/// Ten with a vote, in the order of the roll; 孙广田 chairs and has an area-wide seat.
pub(crate) const VOTERS: [&str; 10] = ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10"];

/// Two who only attend.
pub(crate) const OBSERVERS: [&str; 2] = ["p11", "p12"];

pub(super) const NAMES: [&str; 12] = [
    "孙广田",
    "李家屯",
    "王守信",
    "赵秀英",
    "陈立山",
    "周桂兰",
    "吴德明",
    "郑小满",
    "冯长河",
    "褚玉梅",
    "卫律师",
    "蒋会计",
];

/// Makes a line of a fixture.
pub(crate) fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

/// Makes the number of a reminder slip.
pub(crate) const fn slip(serial: u32) -> Slip {
    Slip { year: 2026, serial }
}

/// Makes a text of a fixture.
pub(crate) fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

/// Returns a day of 2026, written `11-23`.
pub(crate) fn day(text: &str) -> chrono::NaiveDate {
    format!("2026-{text}").parse().unwrap()
}

/// Returns a minute of the session's day, written `09:05`.
pub(crate) fn at(clock: &str) -> Minute {
    Minute::read(&format!("2026-11-23T{clock}")).unwrap()
}

/// Plans a regular session.
pub(crate) fn plan(ordinal: u32) -> Plan {
    Plan {
        kind: SessionKind::Regular,
        ordinal,
        date: day("11-23"),
        start: chrono::NaiveTime::from_hms_opt(9, 0, 0),
        place: Some(line("东集村党群服务中心")),
        chair: Some("p1".into()),
        recorder: Some("p12".into()),
    }
}

/// Makes an item of the agenda.
pub(crate) fn item(session: &str, id: &str, kind: ItemKind) -> Item {
    Item {
        id: id.into(),
        session: session.into(),
        position: 0,
        published_number: None,
        title: line(&format!("议题{id}")),
        kind,
        planned: Some(20),
        presenter: Some("p2".into()),
        presented: None,
        villages: Vec::new(),
        concerned: Vec::new(),
        late: None,
        state: ItemState::Pending,
        runs: Vec::new(),
        carries: None,
        put_off: Vec::new(),
        owes: Vec::new(),
        dropped: None,
        matter: None,
    }
}

/// Makes the kind of an item that is voted on.
pub(crate) fn decision(rule: &str) -> ItemKind {
    ItemKind::Decision { rule: rule.into() }
}

/// Makes a motion on an item.
pub(crate) fn motion(item: &str, id: &str) -> Motion {
    Motion {
        mover: Some("p2".into()),
        ..Motion::draft(
            id.into(),
            "s1".into(),
            item.into(),
            vec![Wording {
                at: at("09:10"),
                text: text("同意联建冷库。"),
                turn: None,
            }],
        )
    }
}

/// Makes an entry of the minutes, a speech without words.
pub(crate) fn speech(item: &str, id: &str, speaker: &str) -> Entry {
    Entry {
        id: id.into(),
        session: "s1".into(),
        item: item.into(),
        kind: EntryKind::Speech {
            speaker: speaker.into(),
        },
        at: at("09:12"),
        words: Text::default(),
        live: None,
        checked: false,
        from_paper: false,
        restated: false,
    }
}

/// Makes a follow-up of an item.
pub(crate) fn task(id: &str, item: &str) -> Task {
    Task {
        session: Some("s1".into()),
        item: Some(item.into()),
        owner: Some("p3".into()),
        village: Some("v2".into()),
        ..Task::new(id.into(), line("核实四村用水户数"), day("11-23"))
    }
}

/// Says that the record was signed, by two: what one person led and recorded is checked by another.
pub(crate) fn sealing() -> Sealing {
    Sealing {
        by: line("孙广田、魏核对"),
        on: day("11-24"),
        paper: line("档案柜二层"),
    }
}

/// Asks for a mark in the vote on `m1`.
pub(crate) fn take(person: &str, choice: Choice) -> vote::Command {
    vote::Command::Take {
        motion: "m1".into(),
        person: person.into(),
        choice,
    }
}

/// Takes one of several.
pub(crate) fn chooses(option: &str) -> Choice {
    Choice::Chooses {
        option: line(option),
    }
}

/// Makes a recusal.
pub(crate) fn recused() -> Choice {
    Choice::Recused {
        reason: line("本人承包冷库工程").into(),
    }
}

/// Makes a recusal.
pub(crate) fn recusal(person: &str, of: Matter, from: Minute) -> Recusal {
    Recusal::since(person.into(), of, line("与承包人系亲属").into(), from)
}

/// A matter of industry of two villages that the session adopted on a day, each with its share in fen.
pub(crate) fn decided_matter(
    id: &str,
    title: &str,
    on: chrono::NaiveDate,
    shares: [(&str, u64); 2],
) -> matter::Matter {
    let shares = shares.map(|(village, amount)| Share {
        village: village.into(),
        amount: Fen(amount),
    });
    matter::Matter {
        id: id.into(),
        number: matter::Number {
            year: 2026,
            serial: 3,
        },
        received: on - chrono::Days::new(12),
        intake: Intake {
            title: line(title),
            about: Text::default(),
            origin: Origin::Officials,
            brought_by: None,
            villages: shares.iter().map(|it| it.village.clone()).collect(),
            kind: MatterKind::Industry,
            committee: false,
            livelihood: false,
            money: Some(Money {
                amount: Fen(shares.iter().map(|it| it.amount.0).sum()),
                shares: shares.into(),
            }),
            major: true,
            touches: Vec::new(),
            legal: Legal::NotNeeded,
            secrecy: Secrecy::Public,
            urgency: Urgency::Ordinary,
        },
        screening: None,
        hung: Vec::new(),
        collected: false,
        path: None,
        hearings: vec![matter::Hearing {
            kind: SessionKind::Regular,
            ordinal: 1,
            item_state: ItemState::Done,
            over: true,
            session: "s1".into(),
            item: "i1".into(),
            on,
            motions: vec![matter::Heard {
                first: None,
                turnout: None,
                assent: None,
                wording: Text::default(),
                by: None,
                villages: Vec::new(),
                motion: "m1".into(),
                standing: vote::Standing::Adopted,
                on,
            }],
        }],
        state: matter::MatterState::Open,
        history: Vec::new(),
    }
}
