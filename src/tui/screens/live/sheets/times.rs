//! The sheet of the times: of the session and its breaks, and of the item or the vote looked at.
//! Before 散会 they are mended, after it corrected; the keys are the same.

use super::super::{Panel, agenda, desk, seen, vote};
use super::amend::{corrections, signature};
use super::day;
use super::minute_of;
use crate::desk::place::{InSession, Place, TimesOf};
use crate::domain::Command;
use crate::domain::dates::Minute;
use crate::domain::session::attendance::Stay;
use crate::domain::session::correction::Wanted;
use crate::domain::session::day::DayMend;
use crate::domain::session::times::Times;
use crate::domain::session::{self, Session};
use crate::domain::world::World;
use crate::i18n::{Language, live as live_words, terms, times as words};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// The times of the session, and of the item or the vote looked at.
pub struct TimesSheet {
    place: Option<Place>,
}

impl TimesSheet {
    /// Makes the sheet of what is looked at. Before 散会 it has no place: hours, all of them proposed,
    /// are nothing to lose. After it, and where a day is in doubt, there is a reason as well.
    #[must_use]
    pub fn new(app: &App) -> Self {
        let asks_why = |it: &Session| it.closed.is_some() || day::Asked::of(app).doubted();
        let corrects = seen(app).ok().filter(|(_, it, _)| asks_why(it));
        let place = corrects.map(|(state, session, world)| {
            let of = match state.panel {
                Panel::Agenda => agenda::selected(app)
                    .ok()
                    .map(|item| TimesOf::Item(item.id.clone())),
                Panel::Vote => {
                    vote::motion(state, world).map(|motion| TimesOf::Motion(motion.id.clone()))
                }
                Panel::Roll | Panel::Minutes | Panel::Review | Panel::Closing => None,
            };
            let what = InSession::TimesCorrection(of.unwrap_or(TimesOf::Session));
            Place::Live(session.id.clone(), what)
        });
        Self { place }
    }
}

/// What the sheet shows, in its order.
enum Part {
    Opened(Minute),
    Times(Times),
    Closed(Minute),
}

impl Part {
    /// Names its fields in a draft.
    const fn name(&self) -> &'static str {
        match self {
            Self::Opened(_) => "opened",
            Self::Closed(_) => "closed",
            Self::Times(Times::Breaks { .. }) => "break",
            Self::Times(Times::Adjournments { .. }) => "adjournment",
            Self::Times(Times::Runs { .. }) => "run",
            Self::Times(Times::Vote { .. }) => "vote",
            Self::Times(Times::Agreed { .. }) => "agreed",
        }
    }

    fn clocks(&self) -> Vec<Minute> {
        match self {
            Self::Opened(at) | Self::Closed(at) => vec![*at],
            Self::Times(times) => clocks(times),
        }
    }
}

/// Returns what is shown: first what the panel is about, then the session and its breaks.
fn parts(app: &App) -> Vec<Part> {
    let Ok((state, session, world)) = seen(app) else {
        return Vec::new();
    };
    let first = match state.panel {
        Panel::Agenda => agenda::selected(app).ok().map(|item| Times::Runs {
            item: item.id.clone(),
            runs: item.runs.clone(),
        }),
        Panel::Vote => vote::motion(state, world).and_then(Times::of_motion),
        Panel::Roll | Panel::Minutes | Panel::Review | Panel::Closing => None,
    };
    let breaks = Times::Breaks {
        breaks: session.breaks.clone(),
    };
    let times = first.into_iter().map(Part::Times);
    times
        .chain(session.opened.map(Part::Opened))
        .chain([breaks, Times::of_adjournments(session)].map(Part::Times))
        .chain(session.closed.map(Part::Closed))
        .filter(|part| !part.clocks().is_empty())
        .collect()
}

/// Returns every moment there is; an end that is still to come has none.
fn clocks(times: &Times) -> Vec<Minute> {
    match times {
        Times::Breaks { breaks: spans }
        | Times::Adjournments { gaps: spans }
        | Times::Runs { runs: spans, .. } => spans
            .iter()
            .flat_map(|span| std::iter::once(span.from).chain(span.to))
            .collect(),
        Times::Vote {
            opened,
            ended,
            announced,
            ..
        } => std::iter::once(*opened)
            .chain(*ended)
            .chain(*announced)
            .collect(),
        Times::Agreed { at, .. } => vec![*at],
    }
}

/// Puts other moments in, in the order of [`clocks`].
fn with_clocks(times: &Times, clocks: &[Minute]) -> Times {
    let mut clocks = clocks.iter().copied();
    let mut put = |old: Minute| clocks.next().unwrap_or(old);
    let mut spans = |spans: &[Stay]| {
        let span = |span: &Stay| Stay {
            from: put(span.from),
            to: span.to.map(&mut put),
            ..*span
        };
        spans.iter().map(span).collect()
    };
    match times {
        Times::Breaks { breaks } => Times::Breaks {
            breaks: spans(breaks),
        },
        Times::Adjournments { gaps } => Times::Adjournments { gaps: spans(gaps) },
        Times::Runs { item, runs } => Times::Runs {
            item: item.clone(),
            runs: spans(runs),
        },
        Times::Vote {
            motion,
            opened,
            ended,
            announced,
        } => Times::Vote {
            motion: motion.clone(),
            opened: put(*opened),
            ended: ended.map(&mut put),
            announced: announced.map(&mut put),
        },
        Times::Agreed { motion, at } => Times::Agreed {
            motion: motion.clone(),
            at: put(*at),
        },
    }
}

fn labels(language: Language, world: &World, part: &Part) -> Vec<String> {
    let spans = |spans: &[Stay], from: String, to: String| {
        let many = spans.len() > 1;
        let nth = |label: &str, nth: usize| {
            if many {
                words::nth_from(language, label, nth)
            } else {
                label.to_owned()
            }
        };
        let labels = (1..).zip(spans).flat_map(|(at, span)| {
            let to = span.to.map(|_| nth(&to, at));
            std::iter::once(nth(&from, at)).chain(to)
        });
        labels.collect()
    };
    match part {
        Part::Opened(_) => vec![live_words::opened_at(language).to_owned()],
        Part::Closed(_) => vec![live_words::closed_at(language).to_owned()],
        Part::Times(Times::Breaks { breaks }) => spans(
            breaks,
            words::break_from(language).to_owned(),
            words::break_to(language).to_owned(),
        ),
        Part::Times(Times::Adjournments { gaps }) => spans(
            gaps,
            words::broke_off(language).to_owned(),
            words::went_on(language).to_owned(),
        ),
        Part::Times(Times::Runs { item, runs }) => {
            let number = world
                .item(item)
                .map_or_else(|_| String::new(), |item| terms::item_number(language, item));
            spans(
                runs,
                words::item_from(language, number.as_str()),
                words::item_to(language, number.as_str()),
            )
        }
        Part::Times(Times::Vote { .. }) => [
            words::vote_opened(language),
            words::vote_ended_at(language),
            words::vote_announced_at(language),
        ]
        .map(str::to_owned)
        .to_vec(),
        Part::Times(Times::Agreed { .. }) => vec![words::agreed_at(language).to_owned()],
    }
}

impl Sheet for TimesSheet {
    fn title(&self, app: &App) -> String {
        words::sheet_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let Ok((_, session, world)) = seen(app) else {
            return Form::new(live_words::record_row(language), Vec::new());
        };
        let mut fields = Vec::new();
        for part in parts(app) {
            let labels = labels(language, world, &part);
            for ((nth, label), at) in (1..).zip(labels).zip(part.clocks()) {
                let name = format!("{}_{nth}", part.name());
                // An hour of another day than that of the opening says which.
                let label = if session
                    .opened
                    .is_some_and(|opened| opened.day() != at.day())
                {
                    words::on_day(
                        language,
                        terms::short_date(language, at.day(), session.date),
                        label,
                    )
                } else {
                    label
                };
                fields.push(Field::figure(name, &label, &at.clock(), 8).required());
            }
        }
        if let Some(first) = fields.first_mut() {
            *first = first.clone().hint(words::hint(language));
        }
        let days = day::Asked::of(app);
        let mut fields = days.beside(language, fields);
        if session.closed.is_some() {
            fields.extend(signature(app));
        } else if days.doubted() {
            fields.push(day::reason(language));
        }
        Form::new(live_words::record_row(language), fields)
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let Ok((_, session, world)) = seen(app) else {
            return Vec::new();
        };
        let hours = parts(app).iter().map(|part| part.clocks().len()).sum();
        let moves = day::Asked::of(app).changed(app, form, hours);
        let moves = moves.is_ok_and(|days| !days.is_empty());
        let leaves = moves.then(|| day::leaves(app.language, world, session));
        leaves
            .flatten()
            .map(|said| (Role::Warn, said))
            .into_iter()
            .collect()
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let (_, session, _) = seen(app).map_err(|why| Fault::at(0, app.reason(&why)))?;
        let of_days = day::Asked::of(app);
        let parts = parts(app);
        let hours = parts.iter().map(|part| part.clocks().len()).sum();
        let days = of_days.changed(app, form, hours)?;
        let mut field = of_days.first_hour();
        let mut wanted = Vec::new();
        for part in parts {
            let mut typed = Vec::new();
            for old in part.clocks() {
                // The day that is put right brings the hours along as they stand.
                let brought = !days.is_empty() && day::stands(form, field, old);
                typed.push(match brought {
                    true => old,
                    false => minute_of(app.language, session, form, field, Some(old))?,
                });
                field += 1;
            }
            if typed != part.clocks() {
                wanted.extend(asked(&part, &typed));
            }
        }
        wanted.sort_by_key(|it| turn(session, it));
        let after = hours + of_days.len();
        if session.closed.is_some() {
            let days = days.into_iter();
            wanted.extend(days.map(|(from, to)| Wanted::Day { from, to }));
            return corrections(app, form, after, wanted);
        }
        let mends = wanted.into_iter().filter_map(|it| mend(session, it));
        let mut mends: Vec<Command> = mends.collect();
        if !days.is_empty() {
            let desk = desk(app).map_err(|why| Fault::at(0, app.reason(&why)))?;
            let (at, reason) = (desk.minute(), day::reason_of(app.language, form, after)?);
            mends.extend(days.into_iter().map(|(from, to)| {
                let (id, reason) = (session.id.clone(), reason.clone());
                let mend = DayMend {
                    from,
                    to,
                    at,
                    reason,
                };
                Command::Session(session::Command::MendDay { id, mend })
            }));
        }
        Ok(Submission::Record(mends))
    }

    fn place(&self) -> Option<Place> {
        self.place.clone()
    }

    fn is_recorded(&self) -> bool {
        true
    }
}

fn asked(part: &Part, typed: &[Minute]) -> Option<Wanted> {
    Some(match part {
        Part::Times(times) => Wanted::Times(with_clocks(times, typed)),
        Part::Opened(_) => Wanted::Opened(*typed.first()?),
        Part::Closed(_) => Wanted::Closed(*typed.first()?),
    })
}

/// A session that was longer than it stands is made longer first, one that was shorter last: what lies
/// in between is then within it.
fn turn(session: &Session, wanted: &Wanted) -> u8 {
    let longer = match wanted {
        Wanted::Opened(at) => Some(*at) < session.opened,
        Wanted::Closed(at) => Some(*at) > session.closed,
        _ => return 1,
    };
    if longer { 0 } else { 2 }
}

fn mend(session: &Session, wanted: Wanted) -> Option<Command> {
    let id = session.id.clone();
    Some(Command::Session(match wanted {
        Wanted::Opened(at) => session::Command::MendOpening { id, at },
        Wanted::Times(times) => session::Command::MendTimes { id, times },
        _ => return None,
    }))
}
