//! A matter of the sample on its way: decided by the first session, then asked of each village. One has
//! begun, and its board says so.

use super::Today;
use super::data::Sample;
use super::matters::{intake, to_be_decided};
use crate::domain::Command;
use crate::domain::board::{self, Affairs, Board, Masked, NoticeKind, Posting, Wording};
use crate::domain::dates::Minute;
use crate::domain::ids::VillageId;
use crate::domain::matter::path::{self, RecordKind, Taking, What, shipped};
use crate::domain::matter::{Command as Of, intake::Intake};
use crate::domain::text::{Line, Text, TextFault};
use chrono::NaiveTime;

/// The matter.
pub(super) const MATTER: &str = "matter-3";

/// The steps it has to go.
const STEPS: &str = "four-deliberations";

/// Returns the commands that enter it, with the title and the villages of the first item to be decided.
pub(super) fn received(first: &[Command], today: Today) -> Vec<Command> {
    let Some(item) = first.iter().find_map(to_be_decided) else {
        return Vec::new();
    };
    let of = Intake {
        villages: item.villages.clone(),
        ..intake(item.title.clone())
    };
    let receive = Command::Matter(Of::Receive {
        id: MATTER.into(),
        on: today.working(-170),
        intake: Box::new(of),
    });
    let words = "四个村共用一条灌渠，各村分头清淤接不上，由联席会议协商解决。";
    let screen = Line::new(words).map(|reason| {
        Command::Matter(Of::Screen {
            matter: MATTER.into(),
            on: today.working(-165),
            reason,
        })
    });
    std::iter::once(receive).chain(screen).collect()
}

/// Returns the commands by which the villages are asked, and the lead village has begun.
pub(super) fn followed(sample: &Sample, today: Today) -> Vec<Command> {
    let lead = sample.villages.first().map(|village| village.id.clone());
    let asked = shipped::named(STEPS).zip(lead).map(|(steps, lead)| {
        let choose = path::Command::Choose {
            matter: MATTER.into(),
            assent: steps.assent,
            template: Box::new(steps),
            on: today.working(-12),
            deadline: Some(today.plus(20)),
        };
        let taken = begun(lead.clone(), today).into_iter();
        let of_path = std::iter::once(choose).chain(taken);
        let of_path = of_path.map(|command| Command::Matter(Of::Path(command)));
        of_path.chain(posted(lead, today).unwrap_or_default())
    });
    asked.into_iter().flatten().collect()
}

/// Returns that the Party branch of the village has proposed it.
fn begun(village: VillageId, today: Today) -> Result<path::Command, TextFault> {
    let on = today.working(-8);
    let record = |kind, paper| Line::new(paper).map(|paper| path::Record { kind, paper });
    Ok(path::Command::Take {
        matter: MATTER.into(),
        taking: Taking {
            step: 1,
            village: Some(village),
            at: Minute::on(on, NaiveTime::default()),
            on,
            what: What::Done {
                body: Line::new("村党支部委员会")?,
                agreed: true,
                turnout: None,
            },
            noticed: None,
            early: None,
            signed: None,
            records: vec![
                record(RecordKind::Form, "村档案柜，议事登记表 7 号")?,
                record(RecordKind::Minutes, "村党支部会议记录本第 31 页")?,
            ],
        },
    })
}

/// Returns that the decision of the session hangs on the board of the village.
fn posted(village: VillageId, today: Today) -> Result<Vec<Command>, TextFault> {
    let on = today.working(-7);
    let text = "片区联席会议议定，四个村共用的灌渠统一清淤，各村负责本村渠段。\
                各村按四议两公开办理，有意见的可在公示期内到村委会提出。";
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
