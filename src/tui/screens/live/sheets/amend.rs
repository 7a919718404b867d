//! The sheets that put a frozen roll or a frozen entry right: by whom and why; the old value is kept.

use super::super::{desk, minutes, roll, seen};
use super::{LINE, minute_of};
use crate::desk::place::{InSession, Place};
use crate::domain::Command;
use crate::domain::World;
use crate::domain::dates::Minute;
use crate::domain::session::attendance::{Attendance, Excuse, Stay, Way};
use crate::domain::session::correction::{self, Wanted};
use crate::domain::session::handover::Office;
use crate::domain::session::minutes::{Entry, EntryKind};
use crate::domain::session::{Session, SessionState};
use crate::domain::text::{LONGEST, Text};
use crate::i18n::{Language, live as words, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_of, text_fault};
use crate::tui::widgets::form::{Field, Form};

/// Returns the fields every correction ends with: by whom, proposed as the recorder, and why.
pub(super) fn signature(app: &App) -> Vec<Field> {
    let recorder = seen(app)
        .ok()
        .and_then(|(_, session, world)| {
            let recorder = session.acting(Office::Recorder, None)?;
            Some(terms::person(app.language, world, recorder))
        })
        .unwrap_or_default();
    vec![
        Field::text(
            "corrected_by",
            words::corrected_by(app.language),
            recorder,
            LINE,
        )
        .required(),
        Field::text("reason", words::reason(app.language), "", LINE).required(),
    ]
}

/// Makes the corrections of what a sheet asks for; `first` is the field by whom.
pub(super) fn corrections(
    app: &App,
    form: &Form,
    first: usize,
    wanted: Vec<Wanted>,
) -> Result<Submission, Fault> {
    let fault = |why| Fault::at(0, app.reason(&why));
    let (_, session, _) = seen(app).map_err(fault)?;
    let desk = desk(app).map_err(fault)?;
    if wanted.is_empty() {
        return Err(Fault::at(0, words::nothing_corrected(app.language)));
    }
    let by = line_of(app.language, form, first)?;
    let reason = line_of(app.language, form, first + 1)?;
    let correct = |wanted| {
        Command::Correct(correction::Command {
            id: desk.new_id(),
            session: session.id.clone(),
            wanted,
            by: by.clone(),
            at: desk.minute(),
            reason: reason.clone(),
        })
    };
    Ok(Submission::Record(
        wanted.into_iter().map(correct).collect(),
    ))
}

/// Whether somebody was there and when, once the roll is frozen.
pub struct RollCorrectionSheet {
    place: Option<Place>,
}

impl RollCorrectionSheet {
    /// Makes the sheet of the person selected.
    #[must_use]
    pub fn new(app: &App) -> Self {
        let place = roll::selected(app).ok().map(|(session, _, attendee)| {
            let person = &attendee.place.person;
            let what = InSession::RollCorrection(person.clone());
            Place::Live(session.id.clone(), what)
        });
        Self { place }
    }
}

/// How somebody was there, in the order offered.
const WAYS: [Way; 2] = [Way::Room, Way::Video];

/// What a correction may say of somebody who was not there, in the order offered after that.
const AWAY: [Option<Excuse>; 4] = [
    Some(Excuse::Illness),
    Some(Excuse::Private),
    Some(Excuse::Duty),
    None,
];

/// Returns the times that are shown: those on the roll, else those of the whole session.
fn shown_stays(session: &Session, attendance: &Attendance) -> Vec<Stay> {
    match attendance {
        Attendance::Attended { stays } if !stays.is_empty() => stays.clone(),
        _ => session
            .opened
            .map(|from| Stay {
                to: session.closed,
                ..Stay::since(from)
            })
            .into_iter()
            .collect(),
    }
}

/// Returns the option that stands for what is on the roll; another reason is the last.
fn option_of(attendance: &Attendance) -> Option<usize> {
    match attendance {
        Attendance::Unmarked => None,
        Attendance::Attended { stays } => {
            let way = stays.last().map_or(Way::Room, |stay| stay.by);
            WAYS.iter().position(|it| *it == way)
        }
        Attendance::Absent => Some(WAYS.len() + AWAY.len() - 1),
        Attendance::Excused { reason } => {
            let at = AWAY.iter().position(|it| it.as_ref() == Some(reason));
            Some(WAYS.len() + at.unwrap_or(AWAY.len()))
        }
    }
}

impl Sheet for RollCorrectionSheet {
    fn title(&self, app: &App) -> String {
        let who = roll::selected(app)
            .ok()
            .map(|(_, world, attendee)| terms::person(app.language, world, &attendee.place.person));
        words::correction_title(app.language, who.unwrap_or_default())
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let Ok((session, _, attendee)) = roll::selected(app) else {
            return Form::new(words::record_row(language), Vec::new());
        };
        let mut options = vec![
            words::was_there(language).to_owned(),
            terms::way(language, Way::Video).to_owned(),
        ];
        options.extend(AWAY.iter().map(|away| match away {
            Some(reason) => terms::excuse(language, reason).to_owned(),
            None => terms::attendance(language, &Attendance::Absent).to_owned(),
        }));
        options.push(words::other_excuse(language).to_owned());
        let told = match &attendee.attendance {
            Attendance::Excused {
                reason: Excuse::Other(told),
            } => told.as_str(),
            _ => "",
        };
        let mut fields = vec![
            Field::choice(
                "should_be",
                words::should_be(language),
                options,
                option_of(&attendee.attendance),
            )
            .required()
            .hint(words::roll_correction_hint(language)),
        ];
        for (nth, stay) in (1..).zip(shown_stays(session, &attendee.attendance)) {
            let clock = |at: Option<Minute>| at.map(Minute::clock).unwrap_or_default();
            fields.push(Field::figure(
                format!("came_{nth}"),
                words::came(language),
                &clock(Some(stay.from)),
                8,
            ));
            fields.push(Field::figure(
                format!("went_{nth}"),
                words::went(language),
                &clock(stay.to),
                8,
            ));
        }
        fields.push(
            Field::text("other_excuse", words::other_excuse(language), told, LINE)
                .hint(words::other_excuse_hint(language)),
        );
        fields.extend(signature(app));
        Form::new(words::record_row(language), fields)
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let (session, _, attendee) =
            roll::selected(app).map_err(|why| Fault::at(0, app.reason(&why)))?;
        let shown = shown_stays(session, &attendee.attendance);
        let other = 1 + shown.len() * 2;
        let chosen = form.chosen(0);
        let to = match chosen {
            None => return Err(Fault::at(0, ui::field_missing(language))),
            Some(at) if at < WAYS.len() => {
                // Whoever was there both ways stays so, unless the way itself is corrected.
                let same = option_of(&attendee.attendance) == Some(at);
                let way = WAYS.get(at).copied().filter(|_| !same);
                let mut stays = Vec::new();
                for (place, old) in shown_stays(session, &attendee.attendance)
                    .into_iter()
                    .enumerate()
                {
                    let (from, to) = (1 + place * 2, 2 + place * 2);
                    stays.push(Stay {
                        by: way.unwrap_or(old.by),
                        from: minute_of(language, session, form, from, Some(old.from))?,
                        to: Some(minute_of(language, session, form, to, old.to)?),
                        ..old
                    });
                }
                Attendance::Attended { stays }
            }
            Some(at) => match AWAY.get(at - WAYS.len()) {
                Some(Some(reason)) => Attendance::Excused {
                    reason: reason.clone(),
                },
                Some(None) => Attendance::Absent,
                None => Attendance::Excused {
                    reason: Excuse::Other(line_of(language, form, other)?),
                },
            },
        };
        let person = attendee.place.person.clone();
        let wanted = (to != attendee.attendance).then_some(Wanted::Attendance { person, to });
        corrections(app, form, other + 1, wanted.into_iter().collect())
    }

    fn place(&self) -> Option<Place> {
        self.place.clone()
    }

    fn is_recorded(&self) -> bool {
        true
    }
}

/// Who spoke and when, once stamps are frozen; the words too, once the record is sealed.
pub struct EntryCorrectionSheet {
    place: Option<Place>,
}

impl EntryCorrectionSheet {
    /// Makes the sheet of the entry selected.
    #[must_use]
    pub fn new(app: &App) -> Self {
        let entry = minutes::selected(app).ok();
        let place = entry.map(|entry| {
            let what = InSession::EntryCorrection(entry.id.clone());
            Place::Live(entry.session.clone(), what)
        });
        Self { place }
    }
}

/// Returns what an entry may be: a decision, a note, a speech of anybody on the roll, a written opinion of
/// whoever is away.
pub(super) fn kinds(session: &Session, entry: &Entry) -> Vec<EntryKind> {
    let speeches = session.roll.iter().map(|attendee| EntryKind::Speech {
        speaker: attendee.place.person.clone(),
    });
    let away = session.roll.iter().filter_map(|attendee| {
        let written = EntryKind::Written {
            sender: attendee.place.person.clone(),
        };
        (attendee.there().is_none() || written == entry.kind).then_some(written)
    });
    [EntryKind::Decision, EntryKind::Note]
        .into_iter()
        .chain(speeches)
        .chain(away)
        .collect()
}

pub(super) fn kind_name(language: Language, world: &World, kind: &EntryKind) -> String {
    match kind {
        EntryKind::Speech { speaker } => {
            words::speech_of(language, terms::person(language, world, speaker))
        }
        EntryKind::Written { sender } => {
            words::opinion_of_sender(language, terms::person(language, world, sender))
        }
        kind => terms::entry_kind(language, kind).to_owned(),
    }
}

/// Returns the fields that say what an entry is, who spoke, and when.
pub(super) fn stamp_fields(
    language: Language,
    world: &World,
    session: &Session,
    entry: &Entry,
) -> Vec<Field> {
    let kinds = kinds(session, entry);
    let options = kinds
        .iter()
        .map(|kind| kind_name(language, world, kind))
        .collect();
    let chosen = kinds.iter().position(|kind| *kind == entry.kind);
    vec![
        Field::choice("should_be", words::should_be(language), options, chosen)
            .required()
            .hint(words::who_hint(language)),
        Field::figure(
            "spoken_at",
            words::spoken_at(language),
            &entry.at.clock(),
            8,
        )
        .required(),
    ]
}

impl Sheet for EntryCorrectionSheet {
    fn title(&self, app: &App) -> String {
        let what = minutes::selected(app)
            .ok()
            .zip(seen(app).ok())
            .map(|(entry, (_, _, world))| kind_name(app.language, world, &entry.kind));
        words::correction_title(app.language, what.unwrap_or_default())
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let (Ok(entry), Ok((_, session, world))) = (minutes::selected(app), seen(app)) else {
            return Form::new(words::record_row(language), Vec::new());
        };
        let mut fields = stamp_fields(language, world, session, entry);
        if session.state == SessionState::Sealed {
            fields.push(Field::lines(
                "wording",
                words::wording(language),
                entry.words.as_str(),
                LONGEST,
                5,
            ));
        }
        fields.extend(signature(app));
        Form::new(words::record_row(language), fields)
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let fault = |why| Fault::at(0, app.reason(&why));
        let entry = minutes::selected(app).map_err(fault)?;
        let (_, session, _) = seen(app).map_err(fault)?;
        let kind = form
            .chosen(0)
            .and_then(|at| kinds(session, entry).into_iter().nth(at))
            .ok_or_else(|| Fault::at(0, ui::field_missing(language)))?;
        let to = (kind, minute_of(language, session, form, 1, Some(entry.at))?);
        let mut wanted = Vec::new();
        if to != (entry.kind.clone(), entry.at) {
            let entry = entry.id.clone();
            wanted.push(Wanted::Stamp { entry, to });
        }
        let sealed = session.state == SessionState::Sealed;
        if sealed {
            let to =
                Text::new(&form.text(2)).map_err(|why| Fault::at(2, text_fault(language, why)))?;
            if to != entry.words {
                let entry = entry.id.clone();
                wanted.push(Wanted::Words { entry, to });
            }
        }
        corrections(app, form, if sealed { 3 } else { 2 }, wanted)
    }

    fn place(&self) -> Option<Place> {
        self.place.clone()
    }

    fn is_recorded(&self) -> bool {
        true
    }
}
