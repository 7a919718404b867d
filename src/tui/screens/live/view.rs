//! How the live screen is drawn: the meter, what comes next, one panel, and beside it the agenda
//! where there is room.

use super::actions::other_ways;
use super::{Panel, State, hands, meter, panel_view, speaker, vote};
use crate::domain::World;
use crate::domain::dates::Minute;
use crate::domain::rule::Method;
use crate::domain::session::Session;
use crate::domain::session::attendance::minutes_spent;
use crate::domain::session::next::Step;
use crate::domain::session::paper::FromPaper;
use crate::i18n::{
    acts, ballots, clock, clocks, live as words, paper as paper_words, read, review, salvage,
    steps, terms,
};
use crate::tui::action::{key_of, named};
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// From this width on the agenda stays beside the panel.
const WIDE: u16 = 110;

/// The width of the agenda beside the panel.
const AGENDA: u16 = 42;

/// The cells of it that stay empty beside the panel.
const APART: u16 = 2;

impl State {
    /// Draws the screen and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        // Taken out while it is drawn from: drawing settles the selections of the same state.
        let sealed = self.sealed.take();
        let caret = glance.desk.and_then(|desk| {
            let world = sealed.as_deref().unwrap_or_else(|| desk.world());
            let session = world.session(&self.session).ok()?;
            Some(self.draw_session(glance, world, session, desk.minute(), area, buf))
        });
        self.sealed = sealed;
        caret.unwrap_or_else(|| {
            line::centred(
                area,
                buf,
                glance.theme,
                Role::Warn,
                words::gone(glance.language),
            );
            Caret::block(area.x, area.y)
        })
    }

    fn draw_session(
        &mut self,
        glance: Glance<'_>,
        world: &World,
        session: &Session,
        clock: Minute,
        area: Rect,
        buf: &mut Buffer,
    ) -> Caret {
        let now = self.moment(world, session, clock);
        let (meter, rest) = cut(area, 1);
        draw_meter(glance, world, session, now, meter, buf);
        let rest = match session.paper() {
            Some(paper) => {
                let (bar, rest) = cut(rest, 1);
                draw_paper(glance, paper, now, bar, buf);
                rest
            }
            None => match session.clock_now(world, clock) {
                Some(doubt) => {
                    let (bar, rest) = cut(rest, 1);
                    let keys = clock_keys();
                    let said = clocks::now(glance.language, doubt, clock, keys);
                    line::toast(bar, buf, glance.theme, Role::Warn, &said);
                    rest
                }
                None => draw_closing_doubt(glance, world, session, rest, buf),
            },
        };
        let rest = match session.lacks.as_slice() {
            [] => rest,
            lacks => {
                let (bar, rest) = cut(rest, 1);
                let lacks = acts::spans(glance.language, lacks);
                let said = salvage::session_lacks(glance.language, lacks);
                line::toast(bar, buf, glance.theme, Role::Warn, &said);
                rest
            }
        };
        // In a low window the panel needs the row more than a long sentence does.
        let (next, rest) = cut(rest, if area.height < 18 { 2 } else { 3 });
        draw_next(self, glance, world, session, next, buf);
        let (rule, rest) = cut(rest, 1);
        self.draw_tabs(glance, world, rule, buf);
        let body = if area.width >= WIDE && self.panel != Panel::Agenda {
            // Words that end there and words that begin beside it are no one sentence.
            let agenda = Rect {
                width: AGENDA - APART,
                ..rest
            };
            let panel = Rect {
                x: rest.x + AGENDA + 1,
                width: rest.width - AGENDA - 1,
                ..rest
            };
            panel_view::agenda_beside(self, glance, world, session, agenda, buf);
            panel
        } else {
            rest
        };
        match self.panel {
            Panel::Agenda => panel_view::agenda(self, glance, world, session, body, buf),
            Panel::Roll => panel_view::roll(self, glance, world, session, body, buf),
            Panel::Minutes => self.draw_minutes(glance, world, session, body, buf),
            Panel::Review => {
                let listed = self.to_review(world, session, clock);
                panel_view::review(self, glance, world, &listed, now.day(), body, buf)
            }
            Panel::Vote => panel_view::vote(self, glance, world, session, body, buf),
            Panel::Closing => panel_view::closing(self, glance, world, session, body, buf),
        }
    }

    /// Draws one line that names the panels and shows which one is seen.
    fn draw_tabs(&self, glance: Glance<'_>, world: &World, area: Rect, buf: &mut Buffer) {
        let language = glance.language;
        let style = glance.theme.style(Role::Muted);
        let item = self.item(world);
        let number = || item.map_or_else(String::new, |item| terms::item_number(language, item));
        let mut x = area.x;
        for panel in self.panels(world) {
            let name = match panel {
                Panel::Agenda => words::panel_agenda(language).to_owned(),
                Panel::Roll => words::panel_roll(language).to_owned(),
                Panel::Minutes => words::panel_minutes(language, number()),
                Panel::Review => review::panel(language).to_owned(),
                Panel::Vote => {
                    let voted = vote::motion(self, world).map(|motion| &motion.item);
                    let voted = voted.and_then(|item| world.items.get(item));
                    let voted = voted.map(|item| terms::item_number(language, item));
                    words::panel_vote(language, voted.unwrap_or_else(number))
                }
                Panel::Closing => words::panel_closing(language).to_owned(),
            };
            let here = panel == self.panel;
            let style = if here {
                glance.theme.style(Role::Title)
            } else {
                style
            };
            let name = if here {
                format!("▸{name}")
            } else {
                format!(" {name}")
            };
            let room = area.right().saturating_sub(x);
            x = text::put(buf, x, area.y, room, &name, style).saturating_add(2);
        }
    }

    fn draw_minutes(
        &mut self,
        glance: Glance<'_>,
        world: &World,
        session: &Session,
        area: Rect,
        buf: &mut Buffer,
    ) -> Caret {
        if let Some(asked) = &self.speaker {
            let found = speaker::candidates(world, session, asked);
            return panel_view::speaker(glance, asked, &found, area, buf);
        }
        let lower = if self.writing.is_some() {
            (area.height * 3 / 5).max(4)
        } else {
            (area.height / 3).max(3)
        };
        let upper = Rect {
            height: area.height.saturating_sub(lower),
            ..area
        };
        let lower = Rect {
            y: upper.bottom(),
            height: area.height - upper.height,
            ..area
        };
        let caret = panel_view::minutes(self, glance, world, session, upper, buf);
        match &mut self.writing {
            Some(writing) => {
                let entry = world.entry(&writing.entry).ok();
                let inside = panel_view::writing_box(glance, world, entry, lower, buf);
                writing.draw(inside, buf, glance.theme)
            }
            None => {
                panel_view::words(self, glance, world, lower, buf);
                caret
            }
        }
    }
}

/// Cuts rows off the top.
fn cut(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    (
        Rect {
            height: rows,
            ..area
        },
        Rect {
            y: area.y + rows,
            height: area.height - rows,
            ..area
        },
    )
}

/// Draws the meter, which is always visible: 应到, 实到, what each rule still wants, and the time the item
/// takes. What there is no room for is said to be left out, with the key that says it whole.
fn draw_meter(
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    now: Minute,
    area: Rect,
    buf: &mut Buffer,
) {
    let language = glance.language;
    let meter = meter::read(language, world, session);
    let style = glance.theme.style(meter.role);
    let right = running_time(glance, world, session, now);
    let room = area.width.saturating_sub(text::width(&right) + 1);
    let (said, cut) = meter.within(language, room);
    let mark = read::cut_short(language, key_of("live.rule"));
    let kept = match cut {
        true => room.saturating_sub(text::width(&mark)),
        false => room,
    };
    let x = text::put(buf, area.x, area.y, kept, text::head(&said, kept), style);
    if cut {
        let role = glance.theme.style(Role::Key);
        text::put(buf, x, area.y, text::width(&mark), &mark, role);
    }
    let x = area.right().saturating_sub(text::width(&right));
    text::put(
        buf,
        x,
        area.y,
        area.right() - x,
        &right,
        glance.theme.style(Role::Normal),
    );
}

fn running_time(glance: Glance<'_>, world: &World, session: &Session, now: Minute) -> String {
    let Some(item) = world.running_item(&session.id) else {
        return String::new();
    };
    let (language, spent) = (glance.language, minutes_spent(&item.runs, now));
    let number = terms::item_number(language, item);
    match (item.planned, spent) {
        (_, None) => clock::marked(language, number),
        (Some(planned), Some(spent)) => words::running_planned(language, number, spent, planned),
        (None, Some(spent)) => words::running(language, number, spent),
    }
}

/// Says that paper is being entered, with the minute it states, so that nobody takes it for the clock's.
fn draw_paper(glance: Glance<'_>, paper: &FromPaper, now: Minute, area: Rect, buf: &mut Buffer) {
    let language = glance.language;
    let date = terms::date(language, now.day());
    let (which, reason) = (paper.paper.as_str(), paper.reason.as_str());
    let bar = paper_words::bar(language, now.clock(), date, which, reason);
    line::toast(area, buf, glance.theme, Role::Warn, &bar);
}

/// Says of a session that is over that its end was stamped by a clock that cannot have been right.
fn draw_closing_doubt(
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    let doubted = session.closing_doubt(world).and(session.closed);
    let Some(closed) = doubted else {
        return area;
    };
    let (bar, rest) = cut(area, 1);
    let said = clocks::closed(glance.language, closed, clock_keys());
    line::toast(bar, buf, glance.theme, Role::Warn, &said);
    rest
}

/// Draws the sentence the chair speaks now, and the key that takes the step.
fn draw_next(
    state: &State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    area: Rect,
    buf: &mut Buffer,
) {
    let language = glance.language;
    let panel = state.panel;
    let step = hands::step(state, world, session);
    let label = match &step {
        Step::OpenVote(motion) => match hands::way(world, motion).unwrap_or_default() {
            Method::ByName => steps::key_label(language, session.state, &step),
            Method::Hands => ballots::key_by_hands(language),
            Method::Secret => ballots::key_secretly(language),
            Method::ByVillage => ballots::key_by_village(language),
        },
        _ => steps::key_label(language, session.state, &step),
    };
    let own = match (&step, panel) {
        (Step::Announce(motion), Panel::Vote) => {
            let motion = world.motion(motion).ok();
            match motion.and_then(hands::by_digits) {
                Some(_) => named("hands.announce"),
                None => named("vote.announce"),
            }
        }
        (Step::Close, Panel::Closing) => named("closing.close"),
        _ => None,
    };
    let key = match own.and_then(|action| action.keys.first()) {
        Some(key) => words::own_key(language, key.to_string(), label),
        None => words::step_key(language, label),
    };
    let ways = other_ways(&step, panel, world, session).into_iter();
    let key = ways.fold(key, |keys, action| match action.keys.first() {
        Some(key) => {
            let way = words::own_key(language, key.to_string(), (action.label)(language));
            format!("{keys}  {way}")
        }
        None => keys,
    });
    let style = glance.theme.style(Role::Title);
    let sentence = steps::spoken(language, world, session, &step);
    let room = area.width.saturating_sub(2);
    let mut lines = text::wrap(&sentence, room);
    let rows = usize::from(area.height);
    let key_width = text::width(&key);
    let whole = |lines: &[String]| {
        let last = lines.last().map_or(0, |last| text::width(last));
        lines.len() < rows || lines.len() == rows && last + key_width + 2 <= room
    };
    // What is cut off is the count; the outcome never is.
    if !whole(&lines)
        && let Some(said) = steps::outcome_first(language, world, &step)
    {
        lines = text::wrap(&said, room);
    }
    let fits_last = lines
        .last()
        .is_some_and(|last| text::width(last) + key_width + 2 <= room);
    if !fits_last && lines.len() < rows {
        lines.push(String::new());
    }
    let more = lines.len() > rows || (!fits_last && lines.last().is_some_and(|it| !it.is_empty()));
    lines.truncate(rows);
    let mark = read::cut(language, key_of("live.whole"));
    let wide = text::width(&mark);
    if more && let Some(last) = lines.last_mut() {
        // A wide character half under the mark would hide the beginning of it.
        let kept = room.saturating_sub(key_width + wide);
        last.truncate(text::head(last, kept).len());
    }
    text::put(buf, area.x, area.y, area.width, "▸", style);
    for (y, line) in (area.top()..area.bottom()).zip(&lines) {
        text::put(buf, area.x + 2, y, room, line, style);
    }
    let last = area.y + u16::try_from(lines.len().saturating_sub(1)).unwrap_or(0);
    let x = area.right().saturating_sub(key_width);
    if more {
        text::put(buf, x.saturating_sub(wide), last, wide, &mark, style);
    }
    text::put(buf, x, last, key_width, &key, glance.theme.style(Role::Key));
}

/// Returns the keys that help where the clock is wrong.
pub(super) fn clock_keys() -> clocks::Keys {
    clocks::Keys {
        times: key_of("live.times"),
        paper: key_of("paper.begin"),
    }
}
