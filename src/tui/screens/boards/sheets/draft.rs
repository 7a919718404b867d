//! The text of a posting, drafted from a decision or typed. What will be masked is shown while it is
//! written, and nothing but the masked text is recorded.

use super::{names, today};
use crate::desk::place::{OfBoard, Place};
use crate::domain::board::calendar::{Lacks, boards, hangs_by, untold, without};
use crate::domain::board::mask::Part;
use crate::domain::board::{
    Affairs, Board, Command as Ask, Decided, Masked, NoticeKind, Posting, Worded, Written,
};
use crate::domain::ids::{MatterId, MotionId, PostingId};
use crate::domain::matter::path::grid::Grid;
use crate::domain::text::{LONGEST, LONGEST_LINE, Line, Text};
use crate::domain::vote::Motion;
use crate::domain::{Command, World};
use crate::i18n::boards::{self as say, Draft};
use crate::i18n::masks::{self, When};
use crate::i18n::{Language, board_order, board_screen as words, overdue, results, shared, terms};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_if_any, line_of, text_fault};
use crate::tui::screens::Screen;
use crate::tui::screens::boards::{Row, nowhere_to_object};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};
use chrono::NaiveDate;

const TITLE: usize = 0;
const TEXT: usize = 1;
const BASIS: usize = 2;
const ALSO: usize = 3;
/// Where the reason stands that another wording of what hangs wants.
const REASON: usize = 4;
const KIND: usize = 4;
const AFFAIRS: usize = 5;
const BOARDS: usize = 6;

/// Asks for the text of a posting.
pub struct DraftSheet {
    about: OfBoard,
}

impl DraftSheet {
    /// Asks about something.
    #[must_use]
    pub const fn new(about: OfBoard) -> Self {
        Self { about }
    }

    fn posting<'a>(&self, world: &'a World) -> Option<&'a Posting> {
        match &self.about {
            OfBoard::Wording(id) => world.postings.get(id).map(AsRef::as_ref),
            _ => None,
        }
    }

    /// Returns the matter it is of.
    fn matter(&self) -> Option<&MatterId> {
        match &self.about {
            OfBoard::Matter(id) | OfBoard::Result(id) => Some(id),
            _ => None,
        }
    }

    /// Drafts the text.
    fn draft(&self, app: &App, world: &World) -> Draft {
        let language = app.language;
        let drafted = match &self.about {
            OfBoard::Matter(id) => world
                .matters
                .get(id)
                .map(|matter| say::draft_matter(language, world, matter, today(app))),
            OfBoard::Result(id) => world.matters.get(id).map(|matter| {
                let desk = app.desk.as_ref();
                let done = desk.and_then(|desk| desk.finished_tasks().ok());
                let now = (world, today(app));
                results::draft_result(language, now, matter, &done.unwrap_or_default())
            }),
            OfBoard::Motion(id) => looked_at(app, id)
                .map(|(world, motion)| say::draft_motion(language, &world, &motion)),
            OfBoard::Regular(village, affairs) => {
                let village = terms::village(language, world, Some(village));
                Some(say::draft_regular(language, village, *affairs))
            }
            OfBoard::Overdue(village, affairs) => {
                let name = terms::village(language, world, Some(village));
                let periods = self.makes_up(app);
                Some(overdue::draft(language, name, *affairs, &periods))
            }
            OfBoard::Wording(_) => {
                let posting = self.posting(world);
                let wording = posting.and_then(|it| Some((it, it.wording()?)));
                wording.map(|(posting, wording)| Draft {
                    title: wording.title.as_str().to_owned(),
                    text: wording.text.as_str().to_owned(),
                    basis: wording.basis.as_str().to_owned(),
                    affairs: posting.affairs,
                    kind: posting.kind,
                })
            }
            OfBoard::New | OfBoard::Objection(_) | OfBoard::Answer(..) => None,
        };
        drafted.unwrap_or_else(|| Draft {
            title: String::new(),
            text: String::new(),
            basis: String::new(),
            affairs: Affairs::Village,
            kind: NoticeKind::Disclosure,
        })
    }

    /// Returns the boards that do not have the decision it is about, and the day by which they ought to.
    fn lacking(&self, app: &App) -> Option<(Vec<Board>, NaiveDate)> {
        let missing = app.desk.as_ref()?.missing_postings().ok()?;
        missing
            .into_iter()
            .find_map(|it| match (it.what, &self.about) {
                (Lacks::Matter { matter, boards }, OfBoard::Matter(id)) if matter == *id => {
                    Some((boards, it.by))
                }
                (Lacks::Motion { motion, boards, .. }, OfBoard::Motion(id)) if motion == *id => {
                    Some((boards, it.by))
                }
                _ => None,
            })
    }

    /// Returns the boards it is proposed for: those that do not have it.
    fn proposed(&self, app: &App, world: &World) -> Vec<Board> {
        let lacking = self.lacking(app).map(|(boards, _)| boards);
        match (&self.about, lacking) {
            (_, Some(boards)) => boards,
            (OfBoard::Regular(village, _) | OfBoard::Overdue(village, _), None) => {
                vec![Board::Village(village.clone())]
            }
            // It may be drafted before its turn.
            (OfBoard::Matter(id) | OfBoard::Result(id), None) => {
                let desk = app.desk.as_ref();
                let settled = desk.and_then(|desk| desk.settled_postings_of(id).ok());
                let settled = settled.unwrap_or_default();
                let result = matches!(self.about, OfBoard::Result(_));
                let lacking = world.matters.get(id).map(|it| match result {
                    true => untold(world, it, today(app), &settled),
                    false => without(world, it, today(app), &settled),
                });
                lacking.unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// Returns the day by which the decision of a motion is to hang; that of a matter is read off its boards.
    fn by(&self, app: &App) -> Option<NaiveDate> {
        let of_motion = matches!(self.about, OfBoard::Motion(_));
        let lacking = self.lacking(app).filter(|_| of_motion);
        lacking.map(|(_, by)| by)
    }

    /// Returns the first days of the periods it makes up for.
    fn makes_up(&self, app: &App) -> Vec<NaiveDate> {
        let desk = app.desk.as_ref();
        match (&self.about, desk) {
            (OfBoard::Overdue(village, affairs), Some(desk)) => {
                desk.overdue(village, *affairs).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// Says why what is drafted may not be posted yet, where a step before it is open or came to a no.
    fn waits(&self, app: &App, world: &World, form: &Form) -> Option<String> {
        let (OfBoard::Matter(id) | OfBoard::Result(id)) = &self.about else {
            return None;
        };
        let result = matches!(self.about, OfBoard::Result(_));
        let grid = Grid::of(world, world.matters.get(id)?, today(app))?;
        let all = boards(world, &[], today(app));
        let chosen = form.marked(BOARDS).into_iter();
        let mut chosen = chosen.filter_map(|at| all.get(at));
        let why = chosen.find_map(|board| grid.hangs_from(board, result).err())?;
        let why = say::refused(app.language, &why.into());
        Some(board_order::drafted_only(app.language, why))
    }

    fn read(app: &App, form: &Form) -> Result<Worded, Fault> {
        let language = app.language;
        let text = Text::new(&form.text(TEXT));
        let written = Written {
            title: line_of(language, form, TITLE)?,
            text: text.map_err(|fault| Fault::at(TEXT, text_fault(language, fault)))?,
            basis: line_if_any(language, form, BASIS)?,
            also: names(&form.text(ALSO)),
        };
        Ok(written.masked(today(app)))
    }
}

impl Sheet for DraftSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        let world = app.desk.as_ref().map(|desk| desk.world());
        let what = world.map(|world| self.draft(app, world).title);
        match &self.about {
            OfBoard::Wording(_) => words::title_word(language, what.unwrap_or_default()),
            OfBoard::New => words::title_new(language).to_owned(),
            _ => words::title_draft(language, what.unwrap_or_default()),
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Form::new(shared::save_row(language), Vec::new());
        };
        let world = desk.world();
        let draft = self.draft(app, world);
        let line = |name, label, value: &str| Field::text(name, label, value, LONGEST_LINE);
        let mut fields = vec![
            line("title", words::field_title(language), &draft.title).required(),
            Field::lines("text", words::field_text(language), &draft.text, LONGEST, 5).required(),
            line("basis", words::field_basis(language), &draft.basis),
            line("also", words::field_also(language), "").hint(words::also_hint(language)),
        ];
        if let Some(posting) = self.posting(world) {
            if posting.posted.is_some() {
                let reason = line("reason", words::field_reason(language), "");
                fields.push(reason.required().hint(words::restart(language)));
            }
            return Form::new(shared::save_row(language), fields);
        }
        let kinds = [NoticeKind::Notice, NoticeKind::Disclosure];
        let affairs = Affairs::ALL.iter().position(|it| *it == draft.affairs);
        let all = boards(world, &[], desk.today());
        let proposed = self.proposed(app, world);
        let marked = all
            .iter()
            .enumerate()
            .filter(|(_, it)| proposed.contains(it));
        let marked: Vec<usize> = marked.map(|(at, _)| at).collect();
        fields.extend([
            Field::choice(
                "kind",
                words::field_kind(language),
                kinds
                    .map(|kind| say::kind(language, kind).to_owned())
                    .to_vec(),
                kinds.iter().position(|kind| *kind == draft.kind),
            )
            .hint(words::kind_hint(language)),
            Field::choice(
                "affairs",
                words::field_affairs(language),
                Affairs::ALL
                    .map(|it| say::affairs(language, it).to_owned())
                    .to_vec(),
                affairs,
            ),
            Field::many(
                "boards",
                words::field_boards(language),
                all.iter()
                    .map(|it| say::board(language, world, it))
                    .collect(),
                &marked,
            ),
        ]);
        Form::new(words::draft_row(language), fields)
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let world = app.desk.as_ref().map(crate::desk::Desk::world);
        let nowhere = world.and_then(|world| {
            let kind = match self.posting(world) {
                Some(posting) => posting.kind,
                None if form.chosen(KIND) == Some(0) => NoticeKind::Notice,
                None => NoticeKind::Disclosure,
            };
            nowhere_to_object(app.language, world, kind)
        });
        let mut said: Vec<(Role, String)> = nowhere.map(|it| (Role::Bad, it)).into_iter().collect();
        let waits = world.and_then(|world| self.waits(app, world, form));
        said.extend(waits.map(|it| (Role::Warn, it)));
        if let Ok(text) = Self::read(app, form) {
            said.extend(masked(app.language, &text));
        }
        said
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Ok(Submission::Record(Vec::new()));
        };
        let world = desk.world();
        let wording = Self::read(app, form)?.wording;
        if wording.text.is_empty() {
            return Err(Fault::at(TEXT, crate::i18n::ui::field_missing(language)));
        }
        if let OfBoard::Wording(posting) = &self.about {
            let hangs = self.posting(world).is_some_and(|it| it.posted.is_some());
            let reason: Option<Line> = match hangs {
                true => Some(line_of(language, form, REASON)?),
                false => None,
            };
            return Ok(Submission::Record(vec![Command::Board(Ask::Word {
                posting: posting.clone(),
                wording,
                reason,
            })]));
        }
        let kind = match form.chosen(KIND) {
            Some(0) => NoticeKind::Notice,
            _ => NoticeKind::Disclosure,
        };
        let affairs = form.chosen(AFFAIRS).and_then(|at| Affairs::ALL.get(at));
        let affairs = affairs.copied().unwrap_or(Affairs::Village);
        let all = boards(world, &[], desk.today());
        let chosen = form.marked(BOARDS).into_iter();
        let chosen: Vec<Board> = chosen.filter_map(|at| all.get(at).cloned()).collect();
        if chosen.is_empty() {
            return Err(Fault::at(BOARDS, words::no_board(language)));
        }
        let motion = match &self.about {
            OfBoard::Motion(id) => looked_at(app, id),
            _ => None,
        };
        let decided = motion.map(|(_, motion)| Decided {
            session: motion.session.clone(),
            motion: motion.id.clone(),
        });
        let of_decision = self.matter().is_some() || decided.is_some();
        let by = self.by(app);
        let today = desk.today();
        let periods = self.makes_up(app);
        let postings = chosen.into_iter().map(|board| {
            let drafted = Posting {
                matter: self.matter().cloned(),
                decided: decided.clone(),
                lasting: board == Board::Area && of_decision,
                result: matches!(self.about, OfBoard::Result(_)),
                // On the board it lacks on, as what it lacks.
                makes_up: match &self.about {
                    OfBoard::Overdue(village, of)
                        if *of == affairs && board == Board::Village(village.clone()) =>
                    {
                        periods.clone()
                    }
                    _ => Vec::new(),
                },
                ..Posting::draft(
                    desk.new_id(),
                    board,
                    (kind, affairs),
                    wording.clone(),
                    today,
                )
            };
            Posting {
                by: by.unwrap_or_else(|| hangs_by(&drafted, today)),
                ..drafted
            }
        });
        let postings: Vec<Posting> = postings.collect();
        let first: Option<PostingId> = postings.first().map(|it| it.id.clone());
        let commands = postings.into_iter();
        let commands = commands.map(|it| Command::Board(Ask::Draft(Box::new(it))));
        Ok(Submission::Then(
            commands.collect(),
            Box::new(move |app| {
                if let (Some(Screen::Boards(state)), Some(first)) = (app.top_mut(), first) {
                    state.rows.select(Row::Posting(first));
                }
            }),
        ))
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Board(self.about.clone()))
    }

    /// A draft lies in the file like anything that is recorded, so it holds what would hang and no more:
    /// what the masker hides it hides here too, and the names that are to be hidden are not kept. Whoever
    /// takes the draft up again finds it masked, and types those names again.
    fn keeps(&self, form: &Form, today: NaiveDate, field: &str, words: &str) -> Option<String> {
        if field == "also" {
            return None;
        }
        let also = names(&form.text(ALSO));
        let words = Text::new(words).ok()?;
        // Whose name one of them hides stands in none.
        let said = |at: usize, name: &str| match name == field {
            true => words.as_str().to_owned(),
            false => form.text(at),
        };
        let [title, text, basis] = [
            said(TITLE, "title"),
            said(TEXT, "text"),
            said(BASIS, "basis"),
        ];
        let above = Some(title.as_str());
        let parts = [(&title, None), (&text, above), (&basis, None)];
        let [title, text, basis] =
            Masked::look_together(parts.map(|(raw, title)| Part { raw, title }), &also, today);
        let looked = match field {
            "title" => title,
            "text" => text,
            "basis" => basis,
            _ => Masked::look(&words, &also),
        };
        Some(looked.text.as_str().to_owned())
    }

    fn is_recorded(&self) -> bool {
        matches!(self.about, OfBoard::Wording(_))
    }
}

/// Returns a motion and a world its session is in, filed or not.
fn looked_at(app: &App, id: &MotionId) -> Option<(World, Motion)> {
    app.desk.as_ref()?.look_at_motion(id).ok()?
}

/// Returns what a text about something missing is about.
#[must_use]
pub fn of_missing(lacks: &Lacks) -> OfBoard {
    match lacks {
        Lacks::Matter { matter, .. } => OfBoard::Matter(matter.clone()),
        Lacks::Motion { motion, .. } => OfBoard::Motion(motion.clone()),
        Lacks::Regular { village, affairs } => OfBoard::Regular(village.clone(), *affairs),
        Lacks::Overdue {
            village, affairs, ..
        } => OfBoard::Overdue(village.clone(), *affairs),
    }
}

/// Says what is masked, each with what stood there: this is the only place that shows it.
fn masked(language: Language, text: &Worded) -> Vec<(Role, String)> {
    let nowhere = masks::not_there(language, &text.not_there);
    let role = match text.found.is_empty() {
        true => Role::Muted,
        false => Role::Warn,
    };
    let hidden = masks::hidden(language, When::Before, &text.found);
    let hidden = hidden.into_iter().map(|words| (role, words));
    let nowhere = nowhere.into_iter().map(|words| (Role::Warn, words));
    let already = masks::already(language, &text.already).into_iter();
    let already = already.map(|words| (Role::Muted, words));
    nowhere.chain(hidden).chain(already).collect()
}
