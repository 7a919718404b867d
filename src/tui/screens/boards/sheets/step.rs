//! What becomes of postings: put up, taken down, another last day, a photo; objections and their answers.

use super::{rest, today};
use crate::desk::place::{OfBoard, OfPosting, Place};
use crate::domain::board::period::day_after;
use crate::domain::board::{BoardRules, Command as Do, Objection, Posting, Refused};
use crate::domain::ids::PostingId;
use crate::domain::text::{LONGEST, LONGEST_LINE, Text};
use crate::domain::{Command, Refusal, World};
use crate::i18n::{Language, board_day, board_order, board_screen as words, boards, shared, terms};
use crate::tui::app::App;
use crate::tui::dialog::{
    Fault, Sheet, Submission, day_hint, day_of, line_if_any, line_of, text_fault,
};
use crate::tui::screens::Screen;
use crate::tui::screens::boards::{nowhere_to_object, old_consent};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};
use crate::tui::{not_here, past_day};
use chrono::NaiveDate;

const DAY: usize = 0;
const WORDS: usize = 1;
const WHO: usize = 2;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// The day it was put up.
    Up,
    /// The day it came down.
    Down,
    /// Another last day.
    Move,
    /// The right day on which it was put up.
    Redate,
    /// Where the photo lies.
    Photo,
    /// An objection.
    Object,
    /// The answer to the objection of that number.
    Answer(u32),
    /// The day that objection went to the township.
    Refer(u32),
    /// Why it is not posted.
    Drop,
}

/// Asks what becomes of one posting, or of several at once.
pub struct StepSheet {
    ask: Ask,
    postings: Vec<PostingId>,
    /// As they were when it was asked, for one that is settled is in no world.
    given: Vec<Posting>,
    title: Option<String>,
}

impl StepSheet {
    /// Asks about postings.
    #[must_use]
    pub fn new(ask: Ask, postings: &[&Posting]) -> Self {
        Self {
            ask,
            postings: postings.iter().map(|it| it.id.clone()).collect(),
            given: postings.iter().copied().cloned().collect(),
            title: match postings {
                [posting] => Some(posting.title().to_owned()),
                _ => None,
            },
        }
    }

    fn known<'a>(&'a self, world: &'a World) -> impl Iterator<Item = &'a Posting> {
        let given = self.given.iter();
        given.map(|it| world.postings.get(&it.id).map_or(it, AsRef::as_ref))
    }

    /// Says whether a reason is wanted for taking them down on a day.
    fn wants_reason(&self, world: &World, on: NaiveDate) -> bool {
        self.known(world)
            .any(|posting| posting.lasting || posting.until.is_some_and(|until| on <= until))
    }

    fn day(app: &App, form: &Form) -> Result<NaiveDate, Fault> {
        let language = app.language;
        past_day::of(language, form, DAY, today(app), words::not_yet(language))
    }

    fn text(language: Language, form: &Form, field: usize) -> Result<Text, Fault> {
        let text = Text::new(&form.text(field))
            .map_err(|fault| Fault::at(field, text_fault(language, fault)))?;
        if text.is_empty() {
            Err(Fault::at(field, crate::i18n::ui::field_missing(language)))
        } else {
            Ok(text)
        }
    }

    fn read(&self, app: &App, form: &Form) -> Result<Vec<Do>, Fault> {
        let language = app.language;
        let each =
            |make: &dyn Fn(PostingId) -> Do| self.postings.iter().cloned().map(make).collect();
        Ok(match self.ask {
            Ask::Up => {
                let on = Self::day(app, form)?;
                each(&|posting| Do::PutUp { posting, on })
            }
            Ask::Down => {
                let on = Self::day(app, form)?;
                let Some(desk) = &app.desk else {
                    return Ok(Vec::new());
                };
                let reason = match self.wants_reason(desk.world(), on) {
                    true => Some(line_of(language, form, WORDS)?),
                    false => line_if_any(language, form, WORDS)?,
                };
                each(&|posting| Do::TakeDown {
                    posting,
                    on,
                    reason: reason.clone(),
                    again: desk.new_id(),
                })
            }
            Ask::Move => {
                let to = day_of(language, form, DAY, today(app))?;
                let (on, reason) = (today(app), line_of(language, form, WORDS)?);
                each(&|posting| Do::Move {
                    posting,
                    on,
                    to,
                    reason: reason.clone(),
                })
            }
            Ask::Redate => {
                let (to, on) = (Self::day(app, form)?, today(app));
                let reason = line_of(language, form, WORDS)?;
                each(&|posting| Do::Redate {
                    posting,
                    on,
                    to,
                    reason: reason.clone(),
                })
            }
            Ask::Photo => {
                let on = Self::day(app, form)?;
                let photo = line_of(language, form, WORDS)?;
                each(&|posting| Do::Photograph {
                    posting,
                    on,
                    photo: photo.clone(),
                })
            }
            Ask::Object => {
                let on = Self::day(app, form)?;
                let text = Self::text(language, form, WORDS)?;
                let who = line_if_any(language, form, WHO)?;
                each(&|posting| Do::Object {
                    posting,
                    who: who.clone(),
                    on,
                    text: text.clone(),
                })
            }
            Ask::Answer(number) => {
                let on = Self::day(app, form)?;
                let reply = Self::text(language, form, WORDS)?;
                each(&|posting| Do::Answer {
                    posting,
                    number,
                    on,
                    reply: reply.clone(),
                })
            }
            Ask::Refer(number) => {
                let on = Self::day(app, form)?;
                each(&|posting| Do::Refer {
                    posting,
                    number,
                    on,
                })
            }
            Ask::Drop => {
                let on = Self::day(app, form)?;
                let reason = line_of(language, form, WORDS)?;
                each(&|posting| Do::Drop {
                    posting,
                    on,
                    reason: reason.clone(),
                })
            }
        })
    }
}

impl Sheet for StepSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        // One text hangs on several boards: which of them is asked about is always said.
        let world = app.desk.as_ref().map(|desk| desk.world());
        let boards = world.into_iter().flat_map(|world| {
            self.known(world)
                .map(|it| boards::board(language, world, &it.board))
        });
        let boards: Vec<String> = boards.collect();
        let boards = terms::list(language, boards.iter().map(String::as_str));
        let what = match &self.title {
            Some(title) => words::on_board(language, boards, title.as_str()),
            None => {
                let several = words::several(language, self.postings.len());
                words::on_boards(language, several, boards)
            }
        };
        match self.ask {
            Ask::Up => words::title_up(language, what),
            Ask::Down => words::title_down(language, what),
            Ask::Move => words::title_move(language, what),
            Ask::Redate => board_day::title(language, what),
            Ask::Photo => words::title_photo(language, what),
            Ask::Object => words::title_object(language, what),
            Ask::Answer(number) => words::title_answer(language, number),
            Ask::Refer(number) => words::title_refer(language, number),
            Ask::Drop => words::title_drop(language, what),
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let today = today(app).to_string();
        let day = Field::figure("day", words::field_day(language), &today, 20)
            .required()
            .hint(shared::past_day_hint(language));
        let line = |name, label| Field::text(name, label, "", LONGEST_LINE);
        let many = |name, label| Field::lines(name, label, "", LONGEST, 4).required();
        let reason = line("reason", words::field_reason(language));
        let (row, fields) = match self.ask {
            Ask::Up => (words::up_row(language), vec![day]),
            Ask::Down => (words::down_row(language), vec![day, reason]),
            Ask::Move => {
                let to = Field::figure("to", words::field_to(language), "", 20).required();
                let to = to.hint(&self.least(app));
                (shared::save_row(language), vec![to, reason.required()])
            }
            Ask::Redate => {
                let to = Field::figure("day", board_day::field(language), "", 20).required();
                let to = to.hint(shared::past_day_hint(language));
                (shared::save_row(language), vec![to, reason.required()])
            }
            Ask::Photo => {
                let photo = line("photo", words::field_photo(language)).required();
                let photo = photo.hint(words::photo_field_hint(language));
                (shared::save_row(language), vec![day, photo])
            }
            Ask::Object => {
                let who = line("who", words::field_who(language)).hint(words::who_hint(language));
                let what = many("objection", words::field_objection(language));
                (words::object_row(language), vec![day, what, who])
            }
            Ask::Answer(_) => {
                let reply = many("reply", words::field_reply(language));
                (words::answer_row(language), vec![day, reply])
            }
            Ask::Refer(_) => (words::refer_row(language), vec![day]),
            Ask::Drop => (words::drop_row(language), vec![day, reason.required()]),
        };
        Form::new(row, fields)
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        let language = app.language;
        if (field, self.ask) == (WORDS, Ask::Photo) {
            not_here::hint(language, form, WORDS, words::photo_field_hint(language));
        }
        if field != DAY {
            return;
        }
        if self.ask == Ask::Move {
            let hint = self.least(app);
            day_hint(language, form, DAY, today(app), &hint);
        } else {
            let hint = shared::past_day_hint(language);
            past_day::hint(language, form, DAY, today(app), hint);
        }
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let language = app.language;
        let (Some(desk), Ok(on)) = (&app.desk, Self::day(app, form)) else {
            return Vec::new();
        };
        let world = desk.world();
        let rules = BoardRules::of(world);
        let unsure = |day| rest::unknown(language, &rules, day).map(|it| (Role::Warn, it));
        let day = |day| terms::short_date(language, day, desk.today());
        match self.ask {
            Ask::Up => {
                let (days, until) = (rules.least(), rules.last_day(on));
                let off = day(day_after(until));
                let some = |lasting| self.known(world).any(|it| it.lasting == lasting);
                let whole =
                    some(false).then(|| words::up_until(language, day(on), days, day(until), off));
                let lasting = some(true).then(|| words::up_lasting(language, day(on)));
                let mut kinds = self.known(world).map(|it| it.kind);
                let nowhere = kinds.find_map(|kind| nowhere_to_object(language, world, kind));
                let nowhere = nowhere.map(|words| (Role::Bad, words));
                let unsure = whole.as_ref().and_then(|_| unsure(until));
                let said = whole.into_iter().chain(lasting);
                let said = said.map(|words| (Role::Normal, words));
                let mut known = self.known(world);
                let old = known.find_map(|it| old_consent(language, world, it, desk.today()));
                let old = old.map(|words| (Role::Warn, words));
                let warned = nowhere.into_iter().chain(old);
                warned.chain(said).chain(unsure).collect()
            }
            Ask::Answer(number) => {
                let all = self.known(world).flat_map(|it| &it.objections);
                let mut asked = all.filter(|it| it.number == number);
                let said = asked
                    .next()
                    .map(|it| words::objection_said(language, day(it.on), it.text.as_str()));
                said.map(|words| (Role::Normal, words))
                    .into_iter()
                    .collect()
            }
            Ask::Redate => {
                let hangs = self.known(world).any(|it| it.until.is_some());
                let until = hangs.then(|| rules.last_day(on));
                let said = until.map(|until| board_day::until(language, day(until)));
                let said = said.map(|words| (Role::Normal, words));
                said.into_iter().chain(until.and_then(unsure)).collect()
            }
            Ask::Object | Ask::Refer(_) => {
                let by = match self.ask {
                    Ask::Object => Objection::answer_by(on, &rules.rest),
                    _ => Objection::township_by(on, &rules.rest),
                };
                let said = words::answered_by(language, day(by));
                [(Role::Normal, said)]
                    .into_iter()
                    .chain(unsure(by))
                    .collect()
            }
            Ask::Down => {
                if self.known(world).all(|it| it.is_void(world, on)) {
                    let said = board_order::down_void(language).to_owned();
                    return vec![(Role::Warn, said)];
                }
                let until = self.known(world).filter_map(|it| it.until).max();
                match until {
                    Some(until) if on <= until => {
                        vec![(Role::Bad, words::down_early(language, day(until)))]
                    }
                    Some(_) => vec![(Role::Good, words::down_fine(language).to_owned())],
                    None => Vec::new(),
                }
            }
            _ => Vec::new(),
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let commands = self.read(app, form)?.into_iter().map(Command::Board);
        let photo = (self.ask == Ask::Photo).then(|| form.text(WORDS));
        let photo: Vec<String> = photo.into_iter().collect();
        Ok(Submission::Then(
            commands.collect(),
            Box::new(move |app| {
                not_here::told(app, &photo);
                if let Some(Screen::Boards(state)) = app.top_mut() {
                    state.marked.clear();
                }
            }),
        ))
    }

    fn field_of(&self, refusal: &Refusal) -> Option<usize> {
        let about_day = matches!(
            refusal,
            Refusal::Board(
                Refused::TooShort { .. }
                    | Refused::BeforePutUp { .. }
                    | Refused::BeforeObjected { .. }
                    | Refused::HungThen { .. }
                    | Refused::CameDown { .. }
                    | Refused::DownTooEarly { .. }
                    | Refused::HungWhole { .. }
                    | Refused::BeforeDecided { .. }
            ) | Refusal::NotYet { .. }
        );
        about_day.then_some(DAY)
    }

    fn place(&self) -> Option<Place> {
        let posting = self.postings.first()?.clone();
        let several = |what| Some(Place::Posting(what, self.postings.clone()));
        match self.ask {
            Ask::Object => Some(Place::Board(OfBoard::Objection(posting))),
            Ask::Answer(number) => Some(Place::Board(OfBoard::Answer(posting, number))),
            Ask::Down => several(OfPosting::Down),
            Ask::Move => several(OfPosting::Move),
            Ask::Redate => several(OfPosting::Redate),
            Ask::Photo => several(OfPosting::Photo),
            Ask::Drop => several(OfPosting::Drop),
            // A day alone, and it is proposed.
            Ask::Up | Ask::Refer(_) => None,
        }
    }
}

impl StepSheet {
    /// Says the earliest last day that is lawful.
    fn least(&self, app: &App) -> String {
        let world = app.desk.as_ref().map(|desk| desk.world());
        let least = world.and_then(|world| {
            let posted = self.known(world).filter_map(|it| it.posted).max()?;
            Some(BoardRules::of(world).last_day(posted))
        });
        let least = least.map(|day| terms::short_date(app.language, day, today(app)));
        words::to_hint(app.language, least.unwrap_or_default())
    }
}
