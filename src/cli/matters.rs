//! `lianxi matters`: the backlog, one matter from end to end, and whatever may become of it.

use super::arguments::Matters;
use super::fault::Fault;
use super::{DIFFERS, Job, place};
use crate::cells::{pad, width};
use crate::desk::Desk;
use crate::domain::Command;
use crate::domain::ids::MatterId;
use crate::domain::matter::agenda::item_of;
use crate::domain::matter::intake::Intake;
use crate::domain::matter::life::{Happened, facts, stage};
use crate::domain::matter::screening::grounds_on;
use crate::domain::matter::united::brought;
use crate::domain::matter::{Became, Command as Of, Matter, MatterState, Opinion, Step};
use crate::domain::roster::gone::still;
use crate::domain::session::agenda::{self, Item, Late};
use crate::domain::text::Line;
use crate::i18n::{
    acts, clocks, gates, lives, matter_cli as say, matter_list, matter_merge, matter_opinion,
    matter_result, matters, merges, terms,
};
use crate::office::Office;
use crate::papers::{markdown, matter as paper, plain};
use std::cmp::Reverse;
use std::path::Path;

/// How many closed matters are read at a time.
const PAGE: u32 = 200;

/// How wide a plain form is, in cells.
const CELLS: usize = 76;

impl Job<'_> {
    /// Does what is asked of matters.
    pub(super) fn matters(&mut self, office: &Office, asked: Matters) -> Result<u8, Fault> {
        let mut desk = self.desk(office)?;
        match asked {
            Matters::List { closed } => self.list_matters(&desk, closed),
            Matters::Show { matter } => self.show_matter(&desk, &matter),
            Matters::Form {
                matter,
                text,
                output,
            } => self.form_of_matter(&desk, &matter, text, output.as_deref()),
            Matters::Receive {
                title,
                answers,
                collect,
            } => {
                let stands = Intake::unanswered(self.line(&title)?);
                let intake = self.answered(desk.world(), &stands, &answers)?;
                let (on, id) = (desk.today(), desk.new_id::<MatterId>());
                let intake = Box::new(intake);
                let command = if collect {
                    Of::Collect { id, on, intake }
                } else {
                    Of::Receive { id, on, intake }
                };
                self.execute(&mut desk, &[Command::Matter(command)])
            }
            Matters::Mend {
                matter,
                title,
                answers,
            } => {
                let of = place::matter(&desk, &matter)?;
                let mut intake = self.answered(desk.world(), &of.intake, &answers)?;
                if let Some(title) = title {
                    intake.title = self.line(&title)?;
                }
                let mend = Of::Mend {
                    matter: of.id,
                    on: desk.today(),
                    intake: Box::new(intake),
                };
                self.execute(&mut desk, &[Command::Matter(mend)])
            }
            Matters::Split {
                matter,
                title,
                answers,
            } => {
                let of = place::matter(&desk, &matter)?;
                // A part is as the whole is, but for what is said of it and what it costs; nothing new is asked of a
                // village that left.
                let stands = Intake {
                    title: self.line(&title)?,
                    money: None,
                    villages: still(desk.world(), &of.intake.villages, desk.today()),
                    ..of.intake
                };
                let split = Of::Split {
                    matter: of.id,
                    into: desk.new_id::<MatterId>(),
                    on: desk.today(),
                    intake: Box::new(self.answered(desk.world(), &stands, &answers)?),
                };
                self.execute(&mut desk, &[Command::Matter(split)])
            }
            Matters::Screen { matter, reason } => {
                let of = place::matter(&desk, &matter)?;
                let world = desk.world();
                let reason = match reason {
                    Some(reason) => self.line(&reason)?,
                    None => {
                        let found = grounds_on(world, &of.intake, desk.today());
                        let words = matters::reason(self.language, world, &of.intake, &found);
                        self.line(&words)?
                    }
                };
                let screen = Of::Screen {
                    matter: of.id.clone(),
                    on: desk.today(),
                    reason,
                };
                let code = self.execute(&mut desk, &[Command::Matter(screen)])?;
                let today = desk.today();
                let mut found = gates::of_matter(self.language, desk.world(), &of, today);
                found.extend(matters::unsettled(
                    self.language,
                    desk.world(),
                    &of,
                    desk.today(),
                ));
                found.extend(self.opinion_awaited(&of));
                self.print(&(found.join("\n") + "\n"))?;
                Ok(code)
            }
            Matters::Opinion {
                matter,
                by,
                on,
                paper,
                says,
            } => {
                let opinion = Opinion {
                    by: self.line(&by)?,
                    on: on.unwrap_or_else(|| desk.today()),
                    paper: self.line(&paper)?,
                    says: says.map(|it| self.line(&it)).transpose()?,
                };
                let given = Became::OpinionGiven {
                    opinion: Box::new(opinion),
                };
                self.becomes(&mut desk, &matter, given)
            }
            Matters::Agenda {
                matter,
                session,
                reason,
            } => {
                let of = place::matter(&desk, &matter)?;
                if let Some(words) = self.opinion_awaited(&of) {
                    self.tell(&words);
                }
                let session = place::session(&desk, &session)?;
                let reason = reason.map(|it| self.line(&it)).transpose()?;
                let late = reason.map(|it| Late::to(&session, it));
                let item = Item {
                    late,
                    ..item_of(desk.world(), &of, &session, desk.new_id())
                };
                let put = Command::Agenda(agenda::Command::Put(item));
                self.execute(&mut desk, &[put])
            }
            Matters::SendBack { matter, reason } => {
                let reason = self.line(&reason)?;
                self.becomes(&mut desk, &matter, Became::SentBack { reason })
            }
            Matters::Withdraw { matter, reason } => {
                let reason = self.line(&reason)?;
                self.becomes(&mut desk, &matter, Became::Withdrawn { reason })
            }
            Matters::Reopen { matter, reason } => {
                let reason = self.line(&reason)?;
                self.becomes(&mut desk, &matter, Became::Reopened { reason })
            }
            Matters::Merge {
                matter,
                into,
                reason,
            } => {
                let into = place::matter(&desk, &into)?;
                let brought = brought(&place::matter(&desk, &matter)?, &into);
                let said = merges::brought(self.language, desk.world(), &brought);
                let anew = into.judged_anew(&brought);
                let merged = Became::MergedInto {
                    matter: into.id,
                    number: into.number,
                    reason: self.line(&reason)?,
                };
                let code = self.becomes(&mut desk, &matter, merged)?;
                let nothing = || matter_merge::brings_nothing(self.language).to_owned();
                let anew = anew.then(|| matter_merge::judged_anew(self.language).to_owned());
                let lines = std::iter::once(said.unwrap_or_else(nothing)).chain(anew);
                self.print(&(lines.collect::<Vec<_>>().join("\n") + "\n"))?;
                Ok(code)
            }
            Matters::File {
                matter,
                reason,
                yes,
            } => {
                let of = place::matter(&desk, &matter)?;
                // Once it is filed nothing more is drafted of it, so it is said before.
                if let Some(words) = self.result_untold(&desk, &of) {
                    self.tell(&words);
                    if !yes {
                        self.tell(matter_result::ask(self.language));
                        return Ok(DIFFERS);
                    }
                }
                if let Some(words) = self.opinion_awaited(&of) {
                    self.tell(&words);
                }
                let what = match reason {
                    Some(reason) => Became::FiledWithout {
                        reason: self.line(&reason)?,
                    },
                    None => Became::Filed,
                };
                self.becomes(&mut desk, &matter, what)
            }
        }
    }

    /// Says that a legal opinion is wanted, with the subcommand that enters one.
    fn opinion_awaited(&self, of: &Matter) -> Option<String> {
        let words = matters::opinion_awaited(self.language, of)?;
        let command = "lianxi matters opinion";
        Some(matter_opinion::awaited_command(
            self.language,
            words,
            command,
        ))
    }

    /// Says that what came of it was made known on no board, with the subcommand that drafts the text.
    fn result_untold(&self, desk: &Desk, of: &Matter) -> Option<String> {
        let words = matters::result_untold(self.language, desk.world(), of, desk.today())?;
        let number = format!("{}-{}", of.number.year, of.number.serial);
        let command = format!("lianxi boards draft {number} --result");
        Some(matter_result::untold_command(self.language, words, command))
    }

    fn becomes(&mut self, desk: &mut Desk, matter: &str, what: Became) -> Result<u8, Fault> {
        let of = place::matter(desk, matter)?;
        let step = Step {
            on: desk.today(),
            what,
        };
        let matter = of.id;
        self.execute(desk, &[Command::Matter(Of::Become { matter, step })])
    }

    /// Records, and says what happened as the screen does.
    fn execute(&mut self, desk: &mut Desk, commands: &[Command]) -> Result<u8, Fault> {
        let events = place::record(desk, commands)?.events;
        let world = desk.world_of(&events);
        let words = acts::sentence(self.language, &world, &events);
        self.print(&(words + "\n"))
    }

    fn list_matters(&mut self, desk: &Desk, closed: bool) -> Result<u8, Fault> {
        let (language, world) = (self.language, desk.world());
        let open = world.matters.values().map(AsRef::as_ref);
        let open = open.filter(|it: &&Matter| it.state == MatterState::Open);
        let mut listed: Vec<Matter> = open.cloned().collect();
        listed.sort_by_key(|it| (Reverse(it.intake.urgency), it.number));
        if closed {
            let mut skip = 0;
            loop {
                let page = desk.closed_matters(skip, PAGE)?;
                let whole = u32::try_from(page.len()) == Ok(PAGE);
                listed.extend(page);
                if !whole {
                    break;
                }
                skip += PAGE;
            }
        }
        if listed.is_empty() {
            return self.print(&(say::none(language).to_owned() + "\n"));
        }
        let rows: Vec<[String; 4]> = listed
            .iter()
            .map(|it| {
                [
                    matters::number(language, it.number),
                    matters::stage(language, stage(world, it, desk.today())).to_owned(),
                    terms::villages(language, world, &it.villages()),
                    it.intake.title.to_string(),
                ]
            })
            .collect();
        let wide = |at: usize| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            cells.map(|cell| width(cell)).max().unwrap_or(0)
        };
        let widths = [wide(0), wide(1), wide(2)];
        let mut text = String::new();
        for [number, stage, villages, title] in &rows {
            let [one, two, three] = widths;
            let (number, stage) = (pad(number, one), pad(stage, two));
            let villages = pad(villages, three);
            text.push_str(&format!("{number}  {stage}  {villages}  {title}\n"));
        }
        self.print(&text)
    }

    fn show_matter(&mut self, desk: &Desk, matter: &str) -> Result<u8, Fault> {
        let language = self.language;
        let of = place::matter(desk, matter)?;
        let world = desk.look_at_matter(&of.id)?;
        let title = matters::number(language, of.number);
        let at = matters::stage(language, stage(&world, &of, desk.today()));
        let mut lines = vec![
            format!("{title} {}", of.intake.title),
            matter_list::fact_stage(language, at),
            matter_list::fact_villages(
                language,
                matters::villages(language, &world, &of, desk.today()),
            ),
            matter_list::fact_money(
                language,
                matters::money(language, &world, of.money_on(&world, desk.today()).as_ref()),
            ),
        ];
        lines.extend(matters::uncovered(language, &world, &of, desk.today()));
        lines.push(String::new());
        lines.push(matter_list::section_gate(language).to_owned());
        lines.extend(gates::of_matter(language, &world, &of, desk.today()));
        lines.extend(matters::unsettled(language, &world, &of, desk.today()));
        lines.extend(self.opinion_awaited(&of));
        lines.extend(self.result_untold(desk, &of));
        lines.push(String::new());
        lines.push(matter_list::section_life(language).to_owned());
        for Happened { on, fact, doubted } in facts(&world, &of, desk.today()) {
            let day = terms::date(language, on);
            let day = clocks::day(language, day, doubted);
            let said = lives::fact((language, desk.today()), &world, &of, &fact);
            lines.push(format!("{day}  {said}"));
        }
        self.print(&(lines.join("\n") + "\n"))
    }

    fn form_of_matter(
        &mut self,
        desk: &Desk,
        matter: &str,
        text: bool,
        output: Option<&Path>,
    ) -> Result<u8, Fault> {
        let of = place::matter(desk, matter)?;
        let world = desk.look_at_matter(&of.id)?;
        let blocks = paper::form(&world, &of, self.language, desk.today());
        let written = if text {
            plain::write(&blocks, self.language, CELLS)
        } else {
            markdown::write(&blocks, self.language)
        };
        self.write(&written, output, say::written)
    }

    fn line(&self, given: &str) -> Result<Line, Fault> {
        Line::new(given).map_err(|fault| Fault::Words(given.to_owned(), fault))
    }
}
