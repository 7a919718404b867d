//! How a matter is drawn: facts, the gate, its life, each line with where it leads.

use super::{State, Way};
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::board::Posting;
use crate::domain::matter::life::{Fact, Happened, facts, missing, stage};
use crate::domain::matter::{Became, Matter, MatterState};
use crate::i18n::{
    Language, board_order, boards, clocks, consents, gates, lives, matter_list as words,
    matter_opinion, matter_result, matters, refusals, terms, ui,
};
use crate::tui::action::{Scope, for_remedy, key_of};
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::screens::matters::sheets::lettered;
use crate::tui::screens::scope_name;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::Row;
use crate::tui::widgets::reader::Reader;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Words of the page: a section, or a sentence with where it leads.
enum Said {
    Section(&'static str),
    Sentence(String, Role, Option<Way>),
}

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let (language, theme) = (glance.language, glance.theme);
        let today = glance.desk.map(Desk::today).unwrap_or_default();
        if let Some(desk) = glance.desk {
            self.refresh(desk);
        }
        let seen = self.looked.as_ref().and_then(|(_, world)| {
            let matter = world.matter(&self.matter).ok()?;
            Some((
                page(language, world, matter, today),
                matter.intake.title.to_string(),
            ))
        });
        let Some((said, title)) = seen else {
            self.reader.leave();
            self.ways.clear();
            line::centred(area, buf, theme, Role::Warn, words::page_gone(language));
            return Caret::block(area.x, area.y);
        };
        line::toast(area, buf, theme, Role::Title, &title);
        let place = Rect {
            y: area.y + area.height.min(1),
            height: area.height.saturating_sub(1),
            ..area
        };
        let width = area.width.saturating_sub(Reader::MARK);
        let (rows, ways) = rows(said, width);
        self.ways = ways;
        let caret = self.reader.draw(&rows, place, buf, theme);
        caret.within(area)
    }
}

fn rows(said: Vec<Said>, width: u16) -> (Vec<Row>, Vec<Option<Way>>) {
    let (mut rows, mut ways) = (Vec::new(), Vec::new());
    for said in said {
        match said {
            Said::Section(title) => {
                rows.push(Row::new(vec![title.to_owned()]).role(Role::Title));
                ways.push(None);
            }
            Said::Sentence(words, role, way) => {
                let further_in = "    ";
                let room = width.saturating_sub(text::width(further_in));
                for (at, line) in text::wrap(&words, room).into_iter().enumerate() {
                    let before = if at == 0 { "  " } else { further_in };
                    rows.push(Row::new(vec![format!("{before}{line}")]).role(role));
                    ways.push(way.clone());
                }
            }
        }
    }
    (rows, ways)
}

fn page(language: Language, world: &World, matter: &Matter, today: NaiveDate) -> Vec<Said> {
    let plain = |words: String| Said::Sentence(words, Role::Normal, None);
    let mut said = vec![Said::Section(words::section_facts(language))];
    said.extend(answers(language, world, matter, today));
    said.push(Said::Section(words::section_gate(language)));
    let found = gates::of_matter(language, world, matter, today);
    said.extend(found.into_iter().map(plain));
    let unsettled = matters::unsettled(language, world, matter, today).into_iter();
    let unsettled = unsettled.map(|words| with_way(language, words, world, matter, today));
    let awaited = matters::opinion_awaited(language, matter);
    let awaited =
        awaited.map(|it| matter_opinion::awaited_key(language, it, key_of("matter.opinion")));
    let unsettled = unsettled.chain(awaited);
    said.extend(unsettled.map(|words| Said::Sentence(words, Role::Warn, None)));
    said.push(Said::Section(words::section_life(language)));
    for Happened { on, fact, doubted } in facts(world, matter, today) {
        let day = terms::short_date(language, on, today);
        let day = clocks::day(language, day, doubted);
        let sentence = lives::fact((language, today), world, matter, &fact);
        said.push(Said::Sentence(
            format!("{day}  {sentence}"),
            shade(&fact),
            way(matter, &fact),
        ));
    }
    said
}

/// Adds to what is not settled of the shares the key that settles it.
fn with_way(
    language: Language,
    words: String,
    world: &World,
    matter: &Matter,
    today: NaiveDate,
) -> String {
    let refused = matter.may_be_asked(world, today).err();
    let remedy = refused.and_then(|it| it.remedy());
    let action = remedy.and_then(for_remedy);
    let key = action.and_then(|it| Some((it.scope, it.keys.first()?.to_string())));
    let said = remedy.map(|it| refusals::remedy(language, it));
    match (key, said) {
        (Some((Scope::Matter, key)), Some(said)) => {
            ui::refused_with_key(language, words, key, said)
        }
        (Some((scope, key)), Some(said)) => {
            let screen = scope_name(language, scope);
            ui::refused_with_key_elsewhere(language, words, screen, key, said)
        }
        _ => words,
    }
}

fn shade(fact: &Fact<'_>) -> Role {
    match fact {
        Fact::Task(_) | Fact::TaskStep(..) | Fact::Posting(_) | Fact::PostingStep(..) => {
            Role::Muted
        }
        _ => Role::Normal,
    }
}

fn way(matter: &Matter, fact: &Fact<'_>) -> Option<Way> {
    match fact {
        Fact::Heard(hearing) => Some(Way::Item(hearing.session.clone(), hearing.item.clone())),
        Fact::Decided(heard) | Fact::Came(heard) => {
            let mut hearings = matter.hearings.iter();
            let of = hearings.find(|it| it.motions.iter().any(|it| it == *heard))?;
            let (session, item) = (of.session.clone(), of.item.clone());
            Some(Way::Motion(session, item, heard.motion.clone()))
        }
        Fact::Task(task) | Fact::TaskStep(task, _) => Some(Way::Task(task.id.clone())),
        Fact::Became(step) => match &step.what {
            Became::MergedInto { matter, .. }
            | Became::TookIn { matter, .. }
            | Became::SplitFrom { matter, .. }
            | Became::SplitInto { matter, .. } => Some(Way::Matter(matter.clone())),
            _ => None,
        },
        Fact::Posting(posting) | Fact::PostingStep(posting, _) => {
            Some(Way::Posting(posting.id.clone()))
        }
        Fact::Path(_) | Fact::Asked(_) | Fact::Deadline(_) | Fact::Contributed(_) => {
            Some(Way::Steps)
        }
        Fact::Taken(_, entry) => Some(Way::Step(entry.step, entry.village.clone())),
        Fact::Entered | Fact::Screened(..) => None,
    }
}

fn answers(language: Language, world: &World, matter: &Matter, today: NaiveDate) -> Vec<Said> {
    let intake = &matter.intake;
    let plain = |words: String| Said::Sentence(words, Role::Normal, None);
    let at = stage(world, matter, today);
    let mut said = vec![
        Said::Sentence(
            words::fact_stage(language, matters::stage(language, at)),
            Role::Good,
            None,
        ),
        plain(words::fact_kind(
            language,
            matters::kind(language, intake.kind),
            matters::urgency(language, intake.urgency),
            matters::secrecy(language, intake.secrecy),
        )),
        plain(words::fact_villages(
            language,
            matters::villages(language, world, matter, today),
        )),
        plain(words::fact_money(
            language,
            matters::money(language, world, matter.money_on(world, today).as_ref()),
        )),
    ];
    let uncovered = matters::uncovered(language, world, matter, today);
    said.extend(uncovered.map(|words| Said::Sentence(words, Role::Warn, None)));
    said.extend([
        plain(words::fact_legal(
            language,
            matters::legal(language, matter),
        )),
        plain(words::fact_flags(language, flags(language, matter))),
    ]);
    let touched: Vec<&str> = intake
        .touched()
        .map(|it| matters::touch(language, it))
        .collect();
    if !touched.is_empty() {
        said.push(plain(words::fact_touches(
            language,
            terms::list(language, touched),
        )));
    }
    if !intake.about.is_empty() {
        let about = intake.about.as_str().replace('\n', " ");
        said.push(plain(words::fact_about(language, about)));
    }
    if !matter.may_be_posted() {
        let words = words::no_board(language).to_owned();
        said.push(Said::Sentence(words, Role::Warn, None));
    }
    let postings = world.postings.values();
    let of = postings.filter(|it| it.matter.as_ref() == Some(&matter.id));
    let void = of.filter(|it| it.no_longer_so(world, today).is_some());
    let void: Vec<&Posting> = void.map(AsRef::as_ref).collect();
    if let Some(first) = void.first() {
        let way = Way::Posting(first.id.clone());
        let boards = void
            .iter()
            .map(|it| boards::board(language, world, &it.board));
        let boards: Vec<String> = boards.collect();
        let list = terms::list(language, boards.iter().map(String::as_str));
        let words = board_order::fact_void(language, list);
        said.push(Said::Sentence(words, Role::Bad, Some(way)));
    }
    let postings = world.postings.values();
    let old = postings.filter(|it| it.names_old_share(matter).is_some());
    let old: Vec<&Posting> = old.map(AsRef::as_ref).collect();
    if let Some(first) = old.first() {
        let way = Way::Posting(first.id.clone());
        let old = old
            .iter()
            .map(|it| boards::board(language, world, &it.board));
        let old: Vec<String> = old.collect();
        let list = terms::list(language, old.iter().map(String::as_str));
        let words = words::fact_old_share(language, list);
        said.push(Said::Sentence(words, Role::Warn, Some(way)));
    }
    let postings = world.postings.values();
    let old = postings.filter(|it| it.matter.as_ref() == Some(&matter.id));
    let old = old.filter(|it| consents::old_consent(world, it, today).is_some());
    let old = old.filter(|it| it.no_longer_so(world, today).is_none());
    let old: Vec<&Posting> = old.map(AsRef::as_ref).collect();
    if let Some(first) = old.first() {
        let way = Way::Posting(first.id.clone());
        let boards = old
            .iter()
            .map(|it| boards::board(language, world, &it.board));
        let boards: Vec<String> = boards.collect();
        let list = terms::list(language, boards.iter().map(String::as_str));
        let words = words::fact_old_consent(language, list);
        said.push(Said::Sentence(words, Role::Warn, Some(way)));
    }
    if let Some(words) = matters::result_untold(language, world, matter, today) {
        let screen = scope_name(language, Scope::Boards);
        let (key, draft) = (key_of("boards.result"), matter_result::draft(language));
        let words = matter_result::untold_whole(language, words);
        let words = ui::refused_with_key_elsewhere(language, words, screen, key, draft);
        said.push(Said::Sentence(words, Role::Warn, None));
    }
    let decided = matter.hearings.iter().any(|it| !it.motions.is_empty());
    if matter.state == MatterState::Open && decided {
        let lacking = missing(world, matter, today);
        let lacking: Vec<String> = lacking
            .iter()
            .map(|it| matters::lacks(language, world, it))
            .collect();
        if !lacking.is_empty() {
            let list = terms::list(language, lacking.iter().map(String::as_str));
            let words = words::fact_missing(language, list);
            said.push(Said::Sentence(words, Role::Warn, None));
        }
    }
    said
}

/// Says what it was judged to be: A, B, C, and 三重一大.
fn flags(language: Language, matter: &Matter) -> String {
    let grounds = matter.screening.as_ref().map(|it| it.grounds.as_slice());
    let grounds = grounds.filter(|it| !it.is_empty());
    let joint = grounds.map(|it| lettered(language, it));
    let major = matter.intake.major;
    let major = major.then(|| words::flag_major(language).to_owned());
    let all: Vec<String> = joint.into_iter().chain(major).collect();
    if all.is_empty() {
        let is_screened = matter.screening.is_some();
        let none = if is_screened {
            words::flag_none
        } else {
            words::flag_unscreened
        };
        return none(language).to_owned();
    }
    all.join(" · ")
}
