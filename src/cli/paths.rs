//! `lianxi paths`: what is due in which village, and the table of a matter.

use super::arguments::{Anew, Paths};
use super::fault::Fault;
use super::{Job, place};
use crate::desk::Desk;
use crate::domain::ids::{RuleId, VillageId};
use crate::domain::matter::path::grid::{Cell, Grid};
use crate::domain::matter::path::pressing::due;
use crate::domain::matter::path::{
    self as steps, Record, RecordKind, Taken, Taking, Turnout, What,
};
use crate::domain::matter::{Command as Of, Matter, MatterState};
use crate::domain::text::Line;
use crate::domain::vote::meeting;
use crate::domain::vote::village::{Households, VillageMeeting, Women};
use crate::domain::vote::{self, Motion, Next};
use crate::domain::{Command, Refusal, World};
use crate::i18n::{
    Language, acts, matters, path_anew, path_screen as say, path_states, paths, reconsiderations,
    sequels,
};
use crate::office::Office;
use crate::papers::{consent, plain};

/// How wide the table is, in cells.
const CELLS: usize = 76;

impl Job<'_> {
    /// Does what is asked of the villages' consent.
    pub(super) fn paths(&mut self, office: &Office, asked: &Paths) -> Result<u8, Fault> {
        let mut desk = self.desk(office)?;
        let text = match asked {
            Paths::List => list(self.language, &desk),
            Paths::Show { number } => self.steps_of(&desk, number)?,
            Paths::Reconsider {
                number,
                reason,
                met,
            } => return self.reconsider(&mut desk, number, (reason, met)),
        };
        self.print(&text)
    }

    /// Enters that a village took up once more what it had agreed to, and says what that comes to.
    fn reconsider(
        &mut self,
        desk: &mut Desk,
        number: &str,
        (reason, met): (&str, &Anew),
    ) -> Result<u8, Fault> {
        let language = self.language;
        let matter = place::matter(desk, number)?;
        let village = met.village.as_deref();
        let village = village
            .map(|it| place::village(desk.world(), it))
            .transpose()?;
        let of_steps = matter
            .path
            .as_ref()
            .is_some_and(|path| path.template.decider().is_some());
        if let Some((world, motion)) = put_to(desk, &matter, village.as_ref()).filter(|_| !of_steps)
        {
            return self.met_again(desk, (&world, &motion), (reason, village, met));
        }
        let taking = taking(language, desk, (&matter, village), met)?;
        let command = Command::Matter(Of::Path(steps::Command::Reconsider {
            matter: matter.id.clone(),
            taking,
            reason: line(reason)?,
        }));
        let events = place::record(desk, &[command])?.events;
        self.tell_not_here(met.paper.as_deref().unwrap_or_default());
        let world = desk.world_of(&events);
        let mut said = vec![acts::sentence_uncut(language, &world, &events)];
        if let Some(matter) = world.matters.get(&matter.id)
            && let Some(grid) = Grid::of(&world, matter, desk.today())
        {
            said.extend(reconsiderations::whole(language, &world, matter, &grid));
        }
        self.print(&(said.join("\n") + "\n"))
    }

    /// Enters that a village met once more about a motion that was put to it outside any steps: about what it agreed to
    /// as its reconsideration, about what it did not agree to as its next meeting. Both meetings stay.
    fn met_again(
        &mut self,
        desk: &mut Desk,
        (world, motion): (&World, &Motion),
        (reason, village, met): (&str, Option<VillageId>, &Anew),
    ) -> Result<u8, Fault> {
        let last = village.as_ref().and_then(|it| motion.stands(it));
        let agreed = last.is_some_and(|it| it.agreed() == Some(true));
        if let (None, Some(village)) = (last, &village) {
            let name = world.village(village).map(|it| it.name.clone());
            let why = name.map_or_else(
                |why| why,
                |name| Refusal::Meeting(meeting::Refused::Undecided { name }),
            );
            return Err(Fault::Refused {
                why: Box::new(why),
                world: Box::new(world.clone()),
            });
        }
        let was = last.map(|it| (it.body.clone(), it.rule.id.clone()));
        let was = was.as_ref().map(|(body, rule)| (body, rule));
        let title = world.items.get(&motion.item).map(|it| it.title.clone());
        let title = title.map_or_else(|| line(motion.id.as_str()), Ok)?;
        let meeting = meeting(desk, village, (title, was), met)?;
        let next = match agreed {
            true => Next::Reconsider {
                meeting,
                reason: line(reason)?,
            },
            false => Next::Decide(meeting),
        };
        let command = Command::Vote(vote::Command::Follow {
            session: motion.session.clone(),
            motion: motion.id.clone(),
            at: desk.minute(),
            next,
        });
        let events = place::record(desk, &[command])?.events;
        self.tell_not_here(met.paper.as_deref().unwrap_or_default());
        let world = desk.look(&motion.session).map_err(Fault::from)?;
        let mut said = vec![acts::sentence_uncut(
            self.language,
            &desk.world_of(&events),
            &events,
        )];
        if let Ok(motion) = world.motion(&motion.id) {
            said.push(sequels::standing_line(self.language, &world, motion));
        }
        self.print(&(said.join("\n") + "\n"))
    }

    /// Writes the table of a matter, open or filed.
    fn steps_of(&self, desk: &Desk, number: &str) -> Result<String, Fault> {
        let language = self.language;
        let matter = place::matter(desk, number)?;
        let world = desk.look_at_matter(&matter.id)?;
        let blocks = consent::table(&world, &matter, language, desk.today());
        if blocks.is_empty() {
            let number = matters::number(language, matter.number);
            let head = say::title_matter(language, number, matter.intake.title.as_str());
            return Ok(head + "\n");
        }
        Ok(plain::write(&blocks, language, CELLS))
    }
}

fn line(given: &str) -> Result<Line, Fault> {
    Line::new(given).map_err(|fault| Fault::Words(given.to_owned(), fault))
}

/// Returns what is entered; what is not said of the body and its rule is as the last time.
fn taking(
    language: Language,
    desk: &Desk,
    (matter, village): (&Matter, Option<VillageId>),
    met: &Anew,
) -> Result<Taking, Fault> {
    let path = matter.path.as_ref();
    let decider = path.and_then(|path| path.template.decider());
    let step = met.step.map(|it| it.checked_sub(1).unwrap_or(usize::MAX));
    let step = step.or(decider).unwrap_or(usize::MAX);
    let stands = path.and_then(|path| path.stands(step, village.as_ref()));
    let stands = stands.map(|(_, entry)| &entry.taken);
    let (was, rule) = match stands {
        Some(Taken::Voted { decision, .. }) => (Some(&decision.body), Some(&decision.rule.id)),
        Some(Taken::Done { body, .. }) => (Some(body), None),
        _ => (None, None),
    };
    let body = met.body.as_deref().map(line).transpose()?;
    let body = match body.or_else(|| was.cloned()) {
        Some(body) => body,
        // Where nothing stands the rules say so, whatever the body is called.
        None => matter.intake.title.clone(),
    };
    // What the law asks of the households is judged again, and not left out because nobody said it.
    let households =
        matches!(stands, Some(Taken::Voted { decision, .. }) if decision.households().is_some());
    if households && met.households.is_none() && met.result.is_none() {
        return Err(Fault::Answer {
            option: "--households",
            given: String::new(),
            known: path_anew::option_households(language),
        });
    }
    let rule = met.rule.as_deref().or(rule.map(RuleId::as_str));
    let on = met.on.unwrap_or_else(|| desk.today());
    let present = met.present.unwrap_or(0);
    let what = match &met.result {
        Some(result) => What::Done {
            body,
            agreed: result == "agreed",
            turnout: met.entitled.map(|entitled| Turnout { entitled, present }),
        },
        None => {
            let rule = rule.map(RuleId::from);
            let was = rule.as_ref().map(|rule| (&body, rule));
            let title = matter.intake.title.clone();
            What::Vote(meeting(desk, village.clone(), (title, was), met)?)
        }
    };
    // The paper of a vote is part of it; one that says that something was taken back is a record of the step.
    let wants = path.and_then(|path| path.template.steps.get(step));
    let wants = wants.and_then(|it| it.records.first().copied());
    let paper = met.paper.as_deref().filter(|_| met.result.is_some());
    let papers = paper
        .map(line)
        .transpose()?
        .into_iter()
        .map(|paper| Record {
            kind: wants.unwrap_or(RecordKind::Approval),
            paper,
        });
    Ok(Taking {
        step,
        village,
        at: desk.minute(),
        on,
        what,
        noticed: met.noticed,
        early: met.early.as_deref().map(line).transpose()?,
        signed: None,
        records: papers.collect(),
    })
}

/// Returns the motion of a matter that was last put to a village, in a world its session is in.
fn put_to(desk: &Desk, matter: &Matter, village: Option<&VillageId>) -> Option<(World, Motion)> {
    let village = village?;
    let motions = matter.hearings.iter().rev();
    let mut motions = motions.flat_map(|it| it.motions.iter().rev());
    let asked = motions.find(|it| it.villages.iter().any(|it| it.village == *village))?;
    desk.look_at_motion(&asked.motion).ok().flatten()
}

/// Reads what is said of a meeting of a village; what is not said of its body and rule is as the last time.
fn meeting(
    desk: &Desk,
    village: Option<VillageId>,
    (title, was): (Line, Option<(&Line, &RuleId)>),
    met: &Anew,
) -> Result<VillageMeeting, Fault> {
    let body = met.body.as_deref().map(line).transpose()?;
    let body = body.or_else(|| was.map(|(body, _)| body.clone()));
    let rule = met.rule.as_deref().map(RuleId::from);
    let rule = rule.or_else(|| was.map(|(_, rule)| rule.clone()));
    Ok(VillageMeeting {
        village: village.unwrap_or_else(|| VillageId::from("")),
        // Where nothing stands the rules say so, whatever the body is called.
        body: body.unwrap_or(title),
        met: met.on.unwrap_or_else(|| desk.today()),
        held: true,
        rule: rule.unwrap_or_else(|| RuleId::from("")),
        entitled: met.entitled.unwrap_or(0),
        present: met.present.unwrap_or(0),
        yes: met.yes.unwrap_or(0),
        no: met.no.unwrap_or(0),
        abstain: met.abstain,
        households: met
            .households
            .map(|(present, of)| Households { present, of }),
        women: met.women.map(|(present, of)| Women { present, of }),
        paper: line(met.paper.as_deref().unwrap_or_default())?,
    })
}

/// Returns the open matters by their numbers.
fn open(desk: &Desk) -> Vec<&Matter> {
    let matters = desk.world().matters.values().map(AsRef::as_ref);
    let mut matters: Vec<&Matter> = matters
        .filter(|matter| matter.state == MatterState::Open)
        .collect();
    matters.sort_by_key(|matter| (matter.number, matter.id.clone()));
    matters
}

fn list(language: Language, desk: &Desk) -> String {
    let (world, today) = (desk.world(), desk.today());
    let cells = due(world, today);
    let mut text = String::new();
    for matter in open(desk) {
        let number = matters::number(language, matter.number);
        let title = matter.intake.title.as_str();
        let grid = Grid::of(world, matter, today);
        let head = match &grid {
            Some(grid) => {
                let outcome = paths::outcome(language, grid.outcome());
                say::matter_head(language, number, title, outcome)
            }
            None => say::title_matter(language, number, title),
        };
        text.push_str(&head);
        text.push('\n');
        for (_, cell) in cells.iter().filter(|(it, _)| it.id == matter.id) {
            text.push_str("  ");
            text.push_str(&row(language, desk, (matter, grid.as_ref()), cell));
            text.push('\n');
        }
    }
    if text.is_empty() {
        text.push_str(say::nothing(language));
        text.push('\n');
    }
    text
}

fn row(
    language: Language,
    desk: &Desk,
    (matter, grid): (&Matter, Option<&Grid<'_>>),
    cell: &Cell,
) -> String {
    let path = matter.path.as_ref();
    let Some(step) = path.and_then(|path| path.template.steps.get(cell.step)) else {
        return String::new();
    };
    let [what, said] =
        path_states::pressing(language, desk.world(), (grid, desk.today()), step, cell);
    say::place_says(language, what, said)
}
