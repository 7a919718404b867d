//! The sample's ledgers: a year and a half of what four villages do together, invented like everything else.

use super::Today;
use crate::domain::Command;
use crate::domain::ids::LedgerId;
use crate::domain::matter::intake::{Fen, Share};
use crate::domain::register::{self, Figure, LedgerKind, LedgerLine};
use crate::domain::text::Line;

/// A line as it is written down: its ledger, its words, its day, its villages, and what else is kept of it.
struct Written {
    kind: LedgerKind,
    what: &'static str,
    day: i64,
    villages: &'static [&'static str],
    yuan: u64,
    /// What each of the villages has of it, in yuan.
    shares: &'static [u64],
    figures: &'static [(Figure, u64)],
}

const fn line(
    kind: LedgerKind,
    day: i64,
    what: &'static str,
    villages: &'static [&'static str],
) -> Written {
    Written {
        kind,
        what,
        day,
        villages,
        yuan: 0,
        shares: &[],
        figures: &[],
    }
}

const ALL: [Written; 16] = [
    line(LedgerKind::Concern, -12, "河湾村东巷路灯不亮", &["hewan"]),
    line(
        LedgerKind::Concern,
        -40,
        "柳沟村浇地排队",
        &["liugou", "shangping"],
    ),
    line(LedgerKind::Concern, -75, "代办医保缴费", &["yulingang"]),
    Written {
        figures: &[(Figure::Households, 86), (Figure::Persons, 301)],
        ..line(LedgerKind::Visit, -20, "秋季走访", &[])
    },
    Written {
        figures: &[(Figure::Households, 64), (Figure::Persons, 228)],
        ..line(LedgerKind::Visit, -118, "夏季走访", &[])
    },
    Written {
        yuan: 860_000,
        figures: &[(Figure::Jobs, 18)],
        ..line(
            LedgerKind::IndustryProject,
            -400,
            "榆河香菇大棚",
            &["yulingang", "hewan"],
        )
    },
    Written {
        yuan: 320_000,
        ..line(
            LedgerKind::JointProject,
            -210,
            "柳沟至上坪生产路",
            &["liugou", "shangping"],
        )
    },
    Written {
        yuan: 600_000,
        shares: &[300_000, 200_000, 100_000],
        figures: &[(Figure::Jobs, 22)],
        ..line(
            LedgerKind::Company,
            -500,
            "榆河共富农业公司",
            &["yulingang", "hewan", "liugou"],
        )
    },
    Written {
        yuan: 96_000,
        shares: &[48_000, 32_000, 16_000],
        figures: &[(Figure::HouseholdIncome, 4_250_000)],
        ..line(
            LedgerKind::Yield,
            -30,
            "榆河共富农业公司当季分红",
            &["yulingang", "hewan", "liugou"],
        )
    },
    Written {
        yuan: 78_500,
        shares: &[39_250, 26_150, 13_100],
        ..line(
            LedgerKind::Yield,
            -122,
            "榆河共富农业公司当季分红",
            &["yulingang", "hewan", "liugou"],
        )
    },
    line(LedgerKind::Leader, -300, "香菇种植带头人", &["yulingang"]),
    Written {
        figures: &[(Figure::Number, 9)],
        ..line(LedgerKind::Talent, -260, "后备力量名单", &[])
    },
    line(LedgerKind::Adviser, -390, "片区法律顾问", &[]),
    Written {
        figures: &[(Figure::Persons, 16)],
        ..line(LedgerKind::Team, -330, "榆河志愿服务联队", &[])
    },
    line(LedgerKind::Service, -9, "清理河道", &["hewan"]),
    line(
        LedgerKind::Centre,
        -600,
        "榆林岗村党群服务中心",
        &["yulingang"],
    ),
];

fn id(number: usize) -> LedgerId {
    format!("line-{number:02}").into()
}

/// Returns the company, of which what it brought in is entered.
fn company() -> Option<LedgerId> {
    let at = ALL.iter().position(|it| it.kind == LedgerKind::Company);
    at.map(|at| id(at + 1))
}

/// Returns the commands that enter them.
pub(super) fn entered(today: Today) -> Vec<Command> {
    (1..)
        .zip(&ALL)
        .filter_map(|(number, written)| {
            let words = Line::new(written.what).ok()?;
            let id = id(number);
            let shares = written.villages.iter().zip(written.shares);
            let shares = shares.map(|(village, yuan)| Share {
                village: (*village).into(),
                amount: Fen(yuan * 100),
            });
            // What was brought a while ago was settled within the week.
            let settled = written.kind.is_settled() && written.day < -30;
            let line = LedgerLine {
                until: settled.then(|| today.plus(written.day + 6)),
                of: (written.kind == LedgerKind::Yield).then(company).flatten(),
                villages: written.villages.iter().map(|id| (*id).into()).collect(),
                amount: (written.yuan > 0).then_some(Fen(written.yuan * 100)),
                shares: shares.collect(),
                figures: written.figures.iter().copied().collect(),
                ..LedgerLine::new(id, written.kind, words, today.plus(written.day))
            };
            Some(register::Command::Put(Box::new(line)))
        })
        .map(Command::Register)
        .collect()
}
