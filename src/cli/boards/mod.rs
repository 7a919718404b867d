//! `lianxi boards`: what hangs on the boards, what is to be done about them, and what becomes of a posting.

mod asked;
mod listed;
mod put;
mod which;

pub(super) use asked::Boards;

use self::which::Fits;

use super::fault::Fault;
use super::{FINE, Job, place};
use crate::desk::Desk;
use crate::domain::board::mask::Found;
use crate::domain::board::rules::Contact;
use crate::domain::board::{
    BoardRules, Command as Of, Light, NoticeKind, Objection, Posting, Worded,
};
use crate::domain::ids::PostingId;
use crate::domain::text::{Line, Text};
use crate::domain::{Command, roster};
use crate::i18n::masks::{self, When};
use crate::i18n::{
    Language, acts, board_cli as words, board_order, board_screen as screen, boards as say,
    consents, terms,
};
use crate::office::Office;
use crate::papers::plain;
use crate::papers::posting::paper;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

impl Job<'_> {
    /// Does what is asked of the boards.
    pub(super) fn boards(&mut self, office: &Office, asked: &Boards) -> Result<u8, Fault> {
        let mut desk = self.desk(office)?;
        let command = match asked {
            Boards::List => return self.list_boards(&desk, |_| true),
            Boards::Today => {
                let pressing =
                    |light| matches!(light, Light::Late | Light::Void | Light::Due | Light::Over);
                return self.list_boards(&desk, pressing);
            }
            Boards::Show { which } => {
                let posting = which::one(self.language, &desk, which)?;
                let blocks = paper(self.language, desk.world(), &posting);
                let mut said = plain::write(&blocks, self.language, CELLS);
                if let Some(why) = posting.no_longer_so(desk.world(), desk.today()) {
                    let commands = ("lianxi boards take-down", "lianxi boards word");
                    let why = say::no_longer_so(self.language, desk.world(), &why, commands);
                    said.push('\n');
                    said.push_str(&why);
                    said.push('\n');
                }
                self.warn_of_old(&desk, std::slice::from_ref(&posting));
                for it in &posting.objections {
                    said.push('\n');
                    said.push_str(&objected(self.language, &posting, it));
                }
                said.push_str(&history(self.language, &posting));
                return self.print(&said);
            }
            Boards::Draft { matter, says } => {
                return self.draft(&mut desk, matter.as_deref(), says);
            }
            Boards::Word {
                which,
                all,
                words,
                reason,
            } => {
                let found = which::several(self.language, &desk, which, *all, Fits::Any)?;
                return self.word(&mut desk, &found, words, reason.as_deref());
            }
            Boards::Photo { which, photo, on } => {
                let photographed = Command::Board(Of::Photograph {
                    posting: which::one(self.language, &desk, which)?.id,
                    on: on_day(&desk, *on)?,
                    photo: put::line(photo)?,
                });
                let code = self.record_board(&mut desk, &[photographed])?;
                self.tell_not_here(photo);
                return Ok(code);
            }
            Boards::Move {
                which,
                all,
                to,
                reason,
            } => {
                let fits = (*all, Fits::Moves);
                self.with_reason(&desk, which, fits, reason, |posting, on, reason| Of::Move {
                    posting,
                    on,
                    to: *to,
                    reason,
                })?
            }
            Boards::Redate {
                which,
                all,
                to,
                reason,
            } => {
                let fits = (*all, Fits::WasUp);
                self.with_reason(&desk, which, fits, reason, |posting, on, reason| {
                    Of::Redate {
                        posting,
                        on,
                        to: *to,
                        reason,
                    }
                })?
            }
            Boards::Refer { which, number, on } => {
                let posting = which::one(self.language, &desk, which)?;
                vec![Of::Refer {
                    number: objection(&posting, *number)?,
                    posting: posting.id,
                    on: on_day(&desk, *on)?,
                }]
            }
            Boards::Drop { which, all, reason } => {
                let fits = (*all, Fits::Draft);
                self.with_reason(&desk, which, fits, reason, |posting, on, reason| Of::Drop {
                    posting,
                    on,
                    reason,
                })?
            }
            Boards::Post { which, all, on } => {
                let on = on_day(&desk, *on)?;
                let found = self.fitting(&desk, which, *all, Fits::Draft)?;
                self.warn_of(&desk, &found);
                self.warn_of_old(&desk, &found);
                let up = |posting: Posting| Of::PutUp {
                    posting: posting.id,
                    on,
                };
                found.into_iter().map(up).collect()
            }
            Boards::TakeDown {
                which,
                all,
                reason,
                on,
            } => {
                let on = on_day(&desk, *on)?;
                let reason = reason.as_deref().map(put::line).transpose()?;
                let found = self.fitting(&desk, which, *all, Fits::ComesDown)?;
                let down = |posting: Posting| Of::TakeDown {
                    posting: posting.id,
                    on,
                    reason: reason.clone(),
                    again: desk.new_id(),
                };
                found.into_iter().map(down).collect()
            }
            Boards::Object {
                which,
                words,
                who,
                on,
            } => vec![Of::Object {
                posting: which::one(self.language, &desk, which)?.id,
                who: who.as_deref().map(put::line).transpose()?,
                on: on_day(&desk, *on)?,
                text: text(words)?,
            }],
            Boards::Answer {
                which,
                number,
                words,
                on,
            } => {
                let posting = which::one(self.language, &desk, which)?;
                vec![Of::Answer {
                    number: objection(&posting, *number)?,
                    posting: posting.id,
                    on: on_day(&desk, *on)?,
                    reply: text(words)?,
                }]
            }
            Boards::Contact { place, phone } => {
                let mut rules = BoardRules::of(desk.world());
                for (given, stands) in [(place, &mut rules.place), (phone, &mut rules.phone)] {
                    if let Some(given) = given {
                        *stands = contact(given)?;
                    }
                }
                let set = Command::Roster(roster::Command::SetBoards(rules));
                return self.record_board(&mut desk, &[set]);
            }
        };
        let commands = command.iter().cloned().map(Command::Board);
        let commands = commands.collect::<Vec<_>>();
        let recorded = self.record_board(&mut desk, &commands);
        recorded.map_err(|fault| which::in_the_way(self.language, &desk, &command, fault))
    }

    /// Asks the same, today and with a reason, of each posting that is meant.
    fn with_reason(
        &mut self,
        desk: &Desk,
        which: &asked::Which,
        (all, fits): (bool, Fits),
        reason: &str,
        made: impl Fn(PostingId, NaiveDate, Line) -> Of,
    ) -> Result<Vec<Of>, Fault> {
        let (on, reason) = (desk.today(), put::line(reason)?);
        let found = self.fitting(desk, which, all, fits)?.into_iter();
        Ok(found.map(|it| made(it.id, on, reason.clone())).collect())
    }

    /// Returns the postings that are meant. Of several, those to which it cannot happen are left out, and
    /// each is told of; where it can happen to none, all are returned and the rules refuse them.
    fn fitting(
        &mut self,
        desk: &Desk,
        which: &asked::Which,
        all: bool,
        fits: Fits,
    ) -> Result<Vec<Posting>, Fault> {
        let found = which::several(self.language, desk, which, all, fits)?;
        let (kept, left): (Vec<Posting>, Vec<Posting>) = found
            .iter()
            .cloned()
            .partition(|it| fits.hinders(it).is_none());
        if !all || kept.is_empty() {
            return Ok(found);
        }
        for posting in &left {
            let name = which::named(self.language, desk.world(), posting);
            let why = fits.hinders(posting).map(|it| it.words(self.language));
            self.tell(&words::left_out(
                self.language,
                name,
                why.unwrap_or_default(),
            ));
        }
        Ok(kept)
    }

    /// Drafts a text, says what was masked in it, and for which boards it is.
    fn draft(
        &mut self,
        desk: &mut Desk,
        matter: Option<&str>,
        says: &asked::Says,
    ) -> Result<u8, Fault> {
        let language = self.language;
        let drafted = put::draft(language, desk, matter, says)?;
        let drafts = drafted.postings.iter().cloned();
        let commands = drafts.map(|it| Command::Board(Of::Draft(Box::new(it))));
        let code = self.record_board(desk, &commands.collect::<Vec<_>>())?;
        let mut said = String::new();
        for posting in &drafted.postings {
            let board = say::board(language, desk.world(), &posting.board);
            said.push_str(&words::drafted(language, board, posting.title()));
            said.push('\n');
        }
        self.print(&said)?;
        self.tell_masked(std::slice::from_ref(&drafted.text))?;
        self.warn_of(desk, &drafted.postings);
        let (world, today) = (desk.world(), desk.today());
        let mut waits = drafted.postings.iter();
        if let Some(why) = waits.find_map(|it| it.awaits(world, today)) {
            let why = say::refused(language, &why);
            self.tell(&board_order::drafted_only(language, why));
        }
        Ok(code)
    }

    /// Words postings otherwise, and says what was masked; what is not said stays as it stands.
    fn word(
        &mut self,
        desk: &mut Desk,
        found: &[Posting],
        says: &asked::Words,
        reason: Option<&str>,
    ) -> Result<u8, Fault> {
        let reason = reason.map(put::line).transpose()?;
        // One text that hangs on several boards is told of once.
        let mut texts: Vec<Worded> = Vec::new();
        let mut commands = Vec::new();
        for posting in found {
            let Some(now) = posting.wording() else {
                continue;
            };
            let stands = [&now.title, &now.text, &now.basis].map(|it| it.as_str());
            let text = put::worded(desk.today(), stands, says)?;
            let wording = text.wording.clone();
            if texts.iter().all(|it| *it != text) {
                texts.push(text);
            }
            commands.push(Command::Board(Of::Word {
                posting: posting.id.clone(),
                wording,
                reason: reason.clone(),
            }));
        }
        let code = self.record_board(desk, &commands)?;
        self.tell_masked(&texts)?;
        self.warn_of(desk, found);
        Ok(code)
    }

    /// Says what was hidden in texts, and which names that were to be hidden stand in none of them.
    fn tell_masked(&mut self, texts: &[Worded]) -> Result<u8, Fault> {
        let found = texts.iter().flat_map(|it| it.found.iter().cloned());
        let found: Vec<Found> = found.collect();
        let said = masks::hidden(self.language, When::After, &found).join("\n");
        let code = self.print(&(said + "\n"))?;
        let nowhere = |name: &&Line| texts.iter().all(|it| it.not_there.contains(name));
        let names = texts.first().map(|it| it.not_there.as_slice());
        let names = names.unwrap_or_default().iter().filter(nowhere).cloned();
        let names: Vec<Line> = names.collect();
        if let Some(words) = masks::not_there(self.language, &names) {
            self.tell(&words);
        }
        Ok(code)
    }

    /// Warns, as the screen does, of a 公示 that says nowhere how to object.
    fn warn_of(&mut self, desk: &Desk, postings: &[Posting]) {
        let invites = postings.iter().any(|it| it.kind == NoticeKind::Notice);
        if invites && BoardRules::of(desk.world()).hears_nobody() {
            let words = words::nowhere_to_object(self.language, CONTACT);
            self.tell(&words);
        }
    }

    /// Warns, as the screen does, of a text that tells of a village's consent what is no longer so.
    fn warn_of_old(&mut self, desk: &Desk, postings: &[Posting]) {
        let (world, today) = (desk.world(), desk.today());
        let mut old = postings.iter();
        if let Some(village) = old.find_map(|it| consents::old_consent(world, it, today)) {
            let village = terms::village(self.language, world, Some(&village));
            let words = words::old_consent(self.language, village, WORD);
            self.tell(&words);
        }
    }

    /// Records and says what was recorded.
    fn record_board(&mut self, desk: &mut Desk, commands: &[Command]) -> Result<u8, Fault> {
        let recorded = place::record(desk, commands)?;
        let world = desk.world_of(&recorded.events);
        self.tell(&acts::sentence(self.language, &world, &recorded.events));
        Ok(FINE)
    }

    fn list_boards(&mut self, desk: &Desk, wanted: impl Fn(Light) -> bool) -> Result<u8, Fault> {
        let language = self.language;
        let mut rows = listed::postings(language, desk, &wanted);
        rows.extend(listed::missing(language, desk, &wanted)?);
        rows.sort_by_key(|(light, _)| *light);
        let mut text = listed::laid(&rows);
        if rows.is_empty() {
            text.push_str(words::nothing(language));
            text.push('\n');
        }
        for year in unknown_years(desk) {
            text.push_str(&words::unknown_year(language, year.to_string()));
            text.push('\n');
        }
        self.print(&text)
    }
}

/// The subcommand that says where objections go.
const CONTACT: &str = "lianxi boards contact";

/// The subcommand that words a posting anew.
const WORD: &str = "lianxi boards word";

/// How wide a posting in plain text is, in cells.
const CELLS: usize = 76;

/// Returns the number of an objection that there is.
fn objection(posting: &Posting, number: u32) -> Result<u32, Fault> {
    let mut all = posting.objections.iter();
    let found = all.find(|it| it.number == number);
    let found = found.ok_or_else(|| Fault::NoObjection(number.to_string()))?;
    Ok(found.number)
}

/// Returns the day an act is of: the one named, never one to come, else today.
fn on_day(desk: &Desk, on: Option<NaiveDate>) -> Result<NaiveDate, Fault> {
    let today = desk.today();
    match on {
        Some(on) if on > today => Err(Fault::DayToCome(on)),
        on => Ok(on.unwrap_or(today)),
    }
}

fn text(given: &str) -> Result<Text, Fault> {
    Text::new(given).map_err(|fault| Fault::Words(given.to_owned(), fault))
}

/// Tells an objection to the clerk: no paper has it.
fn objected(language: Language, posting: &Posting, of: &Objection) -> String {
    let day = |day| terms::date(language, day);
    let who = of.who.as_ref().map(Line::as_str);
    let who = who.unwrap_or(words::nameless(language));
    let mut said = words::objected(language, of.number, day(of.on), who, of.text.as_str());
    said.push('\n');
    if let Some((on, from, by)) = posting.referred(of.number) {
        said.push_str(&words::referred(language, day(on), day(from), day(by)));
        said.push('\n');
    }
    let next = match &of.reply {
        Some(reply) => words::answered(language, day(reply.on), reply.text.as_str()),
        None => words::answer_by(language, day(of.by)),
    };
    said + &next + "\n"
}

/// Tells what became of a posting, a line each; nothing where nothing did.
fn history(language: Language, posting: &Posting) -> String {
    let day = |day| terms::date(language, day);
    let steps = posting.history.iter();
    let steps = steps.map(|step| say::step(language, step, day) + "\n");
    let steps: Vec<String> = steps.collect();
    match steps.as_slice() {
        [] => String::new(),
        steps => format!("\n{}\n{}", screen::part_history(language), steps.concat()),
    }
}

/// Reads where objections go; nothing where nothing is given.
fn contact(given: &str) -> Result<Option<Contact>, Fault> {
    if given.trim().is_empty() {
        return Ok(None);
    }
    let contact = Contact::try_from(put::line(given)?);
    contact
        .map(Some)
        .map_err(|_| Fault::NoContact(given.to_owned()))
}

/// Returns the years in which something ends that is open, and whose holidays nobody entered.
fn unknown_years(desk: &Desk) -> BTreeSet<i32> {
    let rest = BoardRules::of(desk.world()).rest;
    let postings = desk.world().postings.values();
    let ends = postings.flat_map(|it| {
        let answers = it.objections.iter().filter_map(Objection::due);
        answers.chain(it.until.filter(|_| it.hangs()))
    });
    let years = ends.map(|day| day.year());
    years.filter(|year| !rest.knows(*year)).collect()
}
