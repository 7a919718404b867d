//! A matter of the sample on its way: settled by the first session, then asked of each village, for each bears a
//! share. One has decided, and its board says so.

use super::Today;
use super::data::{Sample, Voted};
use super::matters::{intake, to_be_decided};
use crate::domain::Command;
use crate::domain::board::{self, Affairs, Board, Masked, NoticeKind, Posting, Wording};
use crate::domain::dates::Minute;
use crate::domain::ids::{TaskId, VillageId};
use crate::domain::matter::Command as Of;
use crate::domain::matter::intake::{Fen, Intake, MatterKind, Money, Share, Touch};
use crate::domain::matter::path::{self, RecordKind, Taking, What, shipped};
use crate::domain::task::{Decision, Task};
use crate::domain::text::{Line, Text, TextFault};
use crate::domain::vote::village::VillageMeeting;
use crate::domain::vote::{self, Effect, Next};
use chrono::NaiveTime;

/// The matter.
pub(super) const MATTER: &str = "matter-3";

/// What each village bears of it, in yuan.
const YUAN: [u64; 4] = [42_000, 31_500, 25_200, 21_300];

/// The steps it has to go.
const STEPS: &str = "four-deliberations";

/// Returns the commands that enter it, with the title and the villages of the first item to be decided.
pub(super) fn received(sample: &Sample, first: &[Command], today: Today) -> Vec<Command> {
    let Some(item) = first.iter().find_map(to_be_decided) else {
        return Vec::new();
    };
    let of = Intake {
        villages: item.villages.clone(),
        kind: MatterKind::Project,
        touches: vec![Touch::VillageAffairs],
        money: Some(shared(sample)),
        ..intake(item.title.clone())
    };
    let receive = Command::Matter(Of::Receive {
        id: MATTER.into(),
        on: today.working(-170),
        intake: Box::new(of),
    });
    let words =
        "四个村共用一条灌渠，各村分头清淤接不上，由联席会议协商；各村出钱，各由本村按程序决定。";
    let screen = Line::new(words).map(|reason| {
        Command::Matter(Of::Screen {
            matter: MATTER.into(),
            on: today.working(-165),
            reason,
        })
    });
    std::iter::once(receive).chain(screen).collect()
}

/// Returns what it costs, borne by the villages by the fields that each waters from the canal.
fn shared(sample: &Sample) -> Money {
    let villages = sample.villages.iter().map(|it| it.id.clone());
    let shares = villages.zip(YUAN).map(|(village, yuan)| Share {
        village,
        amount: Fen(yuan.saturating_mul(100)),
    });
    let shares: Vec<Share> = shares.collect();
    Money {
        amount: Fen(shares.iter().map(|it| it.amount.0).sum()),
        shares,
    }
}

/// Returns the commands by which the villages are asked, and the lead village has decided.
pub(super) fn followed(sample: &Sample, today: Today) -> Vec<Command> {
    let lead = sample.villages.first().map(|village| village.id.clone());
    let followed = shipped::named(STEPS).zip(lead).map(|(steps, lead)| {
        let choose = path::Command::Choose {
            matter: MATTER.into(),
            assent: steps.assent,
            template: Box::new(steps),
            on: today.working(-30),
            deadline: Some(today.plus(20)),
        };
        let of_path = |command| Command::Matter(Of::Path(command));
        let taken = decided(&lead, today).unwrap_or_default().into_iter();
        std::iter::once(of_path(choose))
            .chain(asked(sample, today))
            .chain(taken.map(of_path))
            .chain(posted(lead, today).unwrap_or_default())
    });
    followed.into_iter().flatten().collect()
}

/// Returns that each village is asked to decide, by a follow-up of its own.
fn asked(sample: &Sample, today: Today) -> Option<Command> {
    let items = sample.first.items.iter();
    let (item, motion) = items.clone().find_map(|item| {
        let proposes = |it: &&Voted| it.effect == Some(Effect::Proposes);
        Some((item, item.motion.as_ref().filter(proposes)?))
    })?;
    let on = today.working(-30);
    let tasks = (1..).zip(&sample.villages).map(|(number, village)| {
        let what = format!("{}按程序表决清淤方案", village.name);
        let id = TaskId::from(format!("task-asked-{number}"));
        Some(Task {
            session: Some(sample.first.id.clone()),
            item: Some(item.id.clone()),
            decision: Some(Decision::Motion {
                motion: motion.id.clone(),
            }),
            village: Some(village.id.clone()),
            due: Some(today.plus(20)),
            ..Task::new(id, Line::new(&what).ok()?, on)
        })
    });
    let tasks = tasks.collect::<Option<Vec<Task>>>()?;
    Some(Command::Vote(vote::Command::Follow {
        session: sample.first.id.clone(),
        motion: motion.id.clone(),
        at: Minute::on(on, NaiveTime::default()),
        next: Next::AskVillages { tasks },
    }))
}

/// Returns that the bodies of the village went step by step, and its representatives decided.
fn decided(village: &VillageId, today: Today) -> Result<Vec<path::Command>, TextFault> {
    let taking = |step, days, what, records| {
        let on = today.working(days);
        path::Command::Take {
            matter: MATTER.into(),
            taking: Taking {
                step,
                village: Some(village.clone()),
                at: Minute::on(on, NaiveTime::default()),
                on,
                what,
                noticed: None,
                early: None,
                signed: None,
                records,
            },
        }
    };
    let noticed = |days, taken| match taken {
        path::Command::Take { matter, taking } => path::Command::Take {
            matter,
            taking: Taking {
                noticed: Some(today.working(days)),
                ..taking
            },
        },
        other => other,
    };
    let done = |body| {
        Line::new(body).map(|body| What::Done {
            body,
            agreed: true,
            turnout: None,
        })
    };
    let voted = |(body, rule): (&str, &str), days, (entitled, present, yes): (u32, u32, u32)| {
        Ok::<What, TextFault>(What::Vote(VillageMeeting {
            village: village.clone(),
            body: Line::new(body)?,
            met: today.working(days),
            held: true,
            rule: rule.into(),
            entitled,
            present,
            yes,
            no: present.saturating_sub(yes),
            abstain: 0,
            households: None,
            women: None,
            paper: Line::new("村档案柜，会议记录本")?,
        }))
    };
    let record = |kind, paper| Line::new(paper).map(|paper| path::Record { kind, paper });
    let kept = |form, page| {
        let form = record(RecordKind::Form, form)?;
        Ok::<_, TextFault>(vec![form, record(RecordKind::Minutes, page)?])
    };
    let met = |form| {
        let kinds = [RecordKind::SignIn, RecordKind::TownshipSignature];
        let kinds = kinds.into_iter().chain([RecordKind::Form]);
        kinds
            .map(|kind| record(kind, form))
            .collect::<Result<Vec<_>, TextFault>>()
    };
    let members = voted(("党员大会", "party-members"), -20, (26, 22, 21))?;
    let villagers = voted(
        ("村民代表会议", "village-representatives"),
        -9,
        (30, 25, 24),
    )?;
    Ok(vec![
        taking(
            1,
            -27,
            done("村党支部委员会")?,
            kept("村档案柜，议事登记表 7 号", "村党支部会议记录本第 31 页")?,
        ),
        taking(
            2,
            -26,
            done("村“两委”会")?,
            kept("村档案柜，议事登记表 8 号", "村“两委”会议记录本第 12 页")?,
        ),
        noticed(
            -25,
            taking(3, -20, members, met("村档案柜，议事登记表 9 号")?),
        ),
        noticed(
            -17,
            taking(4, -9, villagers, met("村档案柜，议事登记表 10 号")?),
        ),
    ])
}

/// Returns that the decision hangs on the board of the village.
fn posted(village: VillageId, today: Today) -> Result<Vec<Command>, TextFault> {
    let on = today.working(-7);
    let text = "片区联席会议商定，四个村共用的灌渠统一清淤，费用按各村受益亩数分摊；\
                本村村民代表会议已经表决同意。有意见的可在公示期内到村委会提出。";
    let posting = Posting {
        matter: Some(MATTER.into()),
        ..Posting::draft(
            "posting-1".into(),
            Board::Village(village),
            (NoticeKind::Notice, Affairs::Village),
            Wording {
                on,
                title: Masked::line(&Line::new("关于四村联用灌渠清淤方案的公示")?),
                text: Masked::text(&Text::new(text)?),
                basis: Masked::line(&Line::new("《中华人民共和国村民委员会组织法》第三十五条")?),
            },
            on,
        )
    };
    let id = posting.id.clone();
    let put = board::Command::Draft(Box::new(posting));
    let up = board::Command::PutUp { posting: id, on };
    Ok(vec![Command::Board(put), Command::Board(up)])
}
