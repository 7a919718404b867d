//! What comes after a decision on a matter: it is followed up, and hangs on the boards.

use super::super::years::town::line;
use super::{Telling, Told, clock};
use chrono::{Days, NaiveDate};
use lianxi::domain::Command;
use lianxi::domain::board::{
    self, Affairs, Board, Masked, NoticeKind, Posting, Wording as Hanging,
};
use lianxi::domain::ids::{PostingId, TaskId, VillageId};
use lianxi::domain::task::{self, OfPart, Part, Task};
use lianxi::domain::text::Text;

impl Telling {
    /// Given out in the session, with a part for each other village, done and signed for.
    pub(super) fn follow_up(&mut self, told: &Told) {
        let id = || TaskId::from(format!("t{}", told.item));
        let mut villages = told.villages.iter().cloned();
        let village = villages.next();
        let parts = villages.map(|village| {
            let part = Part {
                what: line("组织本村出工"),
                done: None,
            };
            (village, part)
        });
        let parts: Vec<(VillageId, Part)> = parts.collect();
        let done = told.on + Days::new(30 + self.chance.below(20) as u64);
        let task = Task {
            session: Some(told.session.clone()),
            item: Some(told.item.clone()),
            matter: Some(told.id.clone()),
            owner: Some(format!("p{}", self.chance.below(8)).into()),
            village,
            parts: parts.iter().cloned().collect(),
            due: Some(told.on + Days::new(40)),
            ..Task::new(id(), line(&format!("落实{}", told.title)), told.on)
        };
        let put = Command::Task(task::Command::Put(task));
        self.tell(told.on, clock(11, 30), vec![put]);
        let parts = parts.into_iter().map(|(village, _)| {
            Command::Task(task::Command::Part {
                task: id(),
                on: done,
                village,
                what: OfPart::Done { evidence: None },
            })
        });
        let finish = task::Command::Finish {
            task: id(),
            on: done,
            note: Some(line("到现场看过，已经办妥。")),
            evidence: None,
        };
        let sign = task::Command::Sign {
            task: id(),
            on: done,
            by: line("书记"),
            paper: line("督办卡"),
        };
        let last = [finish, sign].map(Command::Task);
        self.tell(done, clock(10, 0), parts.chain(last).collect());
    }

    /// Hangs a text on the board of each village so many days after the session, and takes it down; what was decided
    /// hangs on the board of the area too, and lasts.
    pub(super) fn boards(&mut self, told: &Told, name: &str, after: u64, down: u64, result: bool) {
        let villages = told.villages.iter().cloned().map(Board::Village);
        let area = (!result).then_some(Board::Area);
        let boards: Vec<Board> = villages.chain(area).collect();
        let (up, down) = (told.on + Days::new(after), told.on + Days::new(down));
        let kind = match result {
            true => NoticeKind::Disclosure,
            false => NoticeKind::Notice,
        };
        let id = |nth: usize| PostingId::from(format!("{name}{}-{nth}", told.item));
        let words = |words: &str| Masked::line(&line(words));
        let wording = Hanging {
            on: up,
            title: words(&format!("关于{}的公示", told.title)),
            text: Masked::text(&Text::new("联席会议议定，费用按受益面积分摊。").unwrap()),
            basis: words("《中华人民共和国村民委员会组织法》第三十五条"),
        };
        let (mut hung, mut gone) = (Vec::new(), Vec::new());
        for (nth, board) in boards.into_iter().enumerate() {
            let lasting = board == Board::Area;
            let what = (kind, Affairs::Village);
            let posting = Posting {
                matter: Some(told.id.clone()),
                result,
                lasting,
                ..Posting::draft(id(nth), board, what, wording.clone(), up)
            };
            hung.push(board::Command::Draft(Box::new(posting)));
            hung.push(board::Command::PutUp {
                posting: id(nth),
                on: up,
            });
            let off = match lasting {
                true => self.makes_room.map(|days| up + Days::new(days)),
                false => Some(down),
            };
            let Some(off) = off else { continue };
            let take_down = board::Command::TakeDown {
                posting: id(nth),
                on: off,
                reason: lasting.then(|| line("栏内已满，移入档案")),
                again: format!("again-{}", id(nth)).into(),
            };
            match lasting {
                true => self.tell(off, clock(11, 0), vec![Command::Board(take_down)]),
                false => gone.push(take_down),
            }
        }
        let of_boards =
            |all: Vec<board::Command>| all.into_iter().map(Command::Board).collect::<Vec<_>>();
        self.tell(up, clock(10, 0), of_boards(hung));
        if !result && self.chance.below(6) == 0 {
            self.objected(told, id(0), up);
        }
        self.tell(down, clock(10, 0), of_boards(gone));
    }

    fn objected(&mut self, told: &Told, posting: PostingId, up: NaiveDate) {
        let object = board::Command::Object {
            posting: posting.clone(),
            who: None,
            on: up + Days::new(3),
            text: Text::new("工数太多").unwrap(),
        };
        self.tell(up + Days::new(3), clock(9, 0), vec![Command::Board(object)]);
        let answer = board::Command::Answer {
            posting,
            number: 1,
            on: up + Days::new(6),
            reply: Text::new(&format!("{}已改为每户一工", told.title)).unwrap(),
        };
        self.tell(up + Days::new(6), clock(9, 0), vec![Command::Board(answer)]);
    }
}
