//! How the notice went out: the day, the channel, who was told, and why late.

use super::LINE;
use crate::desk::Desk;
use crate::desk::place::Place;
use crate::domain::dates::{days_before, read_past_day};
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::session::notice::{Channel, Notice, Told, days_ahead};
use crate::domain::session::room::expected;
use crate::domain::session::{Command as Of, Session};
use crate::domain::text::Line;
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, plan, refusals, second_call as words, shared, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_if_any, line_of};
use crate::tui::past_day;
use crate::tui::screens::choices::label_of;
use crate::tui::widgets::form::{Field, Form};

const ON: usize = 0;
const CHANNEL: usize = 1;
const OTHER: usize = 2;
const URGENT: usize = 3;
/// The first of the sentences; who was told stands after them all, as its rows are many.
const CARRIES: usize = 4;

/// The channels that have a name; another one is given in words.
const CHANNELS: [Channel; 3] = [Channel::Group, Channel::Phone, Channel::Paper];

/// Asks how the notice went out; an empty day takes it back.
pub struct NoticeSheet {
    session: SessionId,
}

impl NoticeSheet {
    /// Asks about the notice of a session.
    #[must_use]
    pub const fn new(session: SessionId) -> Self {
        Self { session }
    }

    fn session<'a>(&self, app: &'a App) -> Option<(&'a Desk, &'a Session)> {
        let desk = app.desk.as_ref()?;
        Some((desk, desk.world().session(&self.session).ok()?))
    }
}

/// Returns who is to be told: everybody expected, and whoever was told already.
fn to_tell(desk: &Desk, session: &Session) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = expected(desk.world(), session)
        .into_iter()
        .map(|attendee| attendee.place.person)
        .collect();
    if let Some(Told::Only(told)) = session.notice.as_ref().map(|notice| &notice.told) {
        let others: Vec<PersonId> = told
            .iter()
            .filter(|it| !people.contains(it))
            .cloned()
            .collect();
        people.extend(others);
    }
    people
}

fn told_of(
    form: &Form,
    language: Language,
    field: usize,
    people: &[PersonId],
) -> Result<Told, Fault> {
    let marked = form.marked(field);
    if marked.len() == people.len() {
        // Who they are is copied when it is recorded.
        return Ok(Told::default());
    }
    if marked.is_empty() {
        return Err(Fault::at(field, plan::nobody_told(language)));
    }
    let told = marked.into_iter().filter_map(|at| people.get(at).cloned());
    Ok(Told::Only(told.collect()))
}

fn channel_of(form: &Form, language: Language) -> Result<Option<Channel>, Fault> {
    Ok(match form.chosen(CHANNEL) {
        None => None,
        Some(at) => Some(match CHANNELS.get(at) {
            Some(channel) => channel.clone(),
            None => Channel::Other(line_of(language, form, OTHER)?),
        }),
    })
}

/// Asks of each sentence whether the notice carried it, where it is the second call of rules that want it to.
fn second_call(language: Language, desk: &Desk, session: &Session) -> Vec<Field> {
    let wanted = session.must_carry(desk.world());
    let several = wanted.len() > 1;
    let asked = wanted.iter().enumerate().map(|(at, sentence)| {
        let known = session.notice.as_ref();
        let answer = known.map(|it| usize::from(!it.carries.contains(sentence)));
        let answers = [words::carried(language), words::not_carried(language)];
        let answers = answers.map(ToOwned::to_owned).to_vec();
        let (name, label) = match several {
            false => ("carries".to_owned(), words::field(language).to_owned()),
            true => (format!("carries_{at}"), words::field_of(language, at + 1)),
        };
        let field = Field::choice(name, &label, answers, answer);
        field.hint(&words::hint(language, sentence.as_str()))
    });
    asked.collect()
}

fn carries_of(
    form: &Form,
    language: Language,
    (desk, session): (&Desk, &Session),
) -> Result<Vec<Line>, Fault> {
    let wanted = session.must_carry(desk.world()).into_iter();
    let mut carries = Vec::new();
    for (field, sentence) in (CARRIES..).zip(wanted) {
        match form.chosen(field) {
            Some(0) => carries.push(sentence),
            Some(_) => {}
            None => return Err(Fault::at(field, words::missing(language))),
        }
    }
    Ok(carries)
}

impl Sheet for NoticeSheet {
    fn title(&self, app: &App) -> String {
        plan::notice_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let Some((desk, session)) = self.session(app) else {
            return Form::new(shared::save_row(language), Vec::new());
        };
        let known = session.notice.as_ref();
        let day = known.map_or_else(|| desk.today(), |notice| notice.on);
        let mut channels: Vec<String> = CHANNELS
            .iter()
            .map(|channel| terms::channel(language, channel).to_owned())
            .collect();
        channels.push(plan::channel_other(language).to_owned());
        let (channel, words) = match known.map(|notice| notice.channel.as_ref()) {
            None => (Some(0), ""),
            Some(None) => (None, ""),
            Some(Some(Channel::Other(words))) => (Some(CHANNELS.len()), words.as_str()),
            Some(Some(channel)) => (CHANNELS.iter().position(|it| it == channel), ""),
        };
        let urgent = known.and_then(|notice| notice.urgent.as_ref());
        let people = to_tell(desk, session);
        let was_told = |person| known.is_none_or(|notice| notice.told.has(person));
        let told: Vec<usize> = (0..)
            .zip(&people)
            .filter(|(_, person)| was_told(person))
            .map(|(at, _)| at)
            .collect();
        let names = people
            .iter()
            .map(|person| label_of(language, desk.world(), person));
        let mut form = Form::new(
            shared::save_row(language),
            vec![
                Field::figure("notice", plan::field_notice(language), &day.to_string(), 20)
                    .hint(plan::notice_field_hint(language)),
                Field::choice("channel", plan::field_channel(language), channels, channel)
                    .hint(shared::choice_hint(language)),
                Field::text("channel_other", plan::channel_other(language), words, LINE)
                    .hint(plan::channel_other_hint(language)),
                Field::text(
                    "urgent",
                    plan::field_urgent(language),
                    urgent.map_or("", |why| why.as_str()),
                    LINE,
                )
                .hint(&plan::urgent_hint(language, days_ahead(session.kind))),
            ]
            .into_iter()
            .chain(second_call(language, desk, session))
            .chain([
                Field::many("told", plan::field_told(language), names.collect(), &told)
                    .hint(plan::told_hint(language)),
            ])
            .collect(),
        );
        self.changed(app, &mut form, ON);
        form
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        let Some((desk, session)) = self.session(app).filter(|_| field == ON) else {
            return;
        };
        let language = app.language;
        let need = days_ahead(session.kind);
        let latest = days_before(session.date, need);
        let lapsed = session.lapses.last().map(|lapse| lapse.at.day());
        let words = match read_past_day(&form.text(ON), desk.today()) {
            Some(day) if let Some(lapsed) = lapsed.filter(|lapsed| day < *lapsed) => {
                words::notice_early(language, terms::date(language, lapsed))
            }
            None => plan::notice_field_hint(language).to_owned(),
            Some(day) if day <= latest => plan::notice_in_time(
                language,
                terms::date(language, day),
                terms::date(language, latest),
            ),
            Some(day) => plan::notice_late(
                language,
                terms::date(language, day),
                need,
                terms::date(language, latest),
            ),
        };
        form.set_hint(ON, &words);
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let Some((desk, session)) = self.session(app) else {
            return Err(Fault::at(ON, ui::no_committee_open(language)));
        };
        let notice = match past_day::if_any(
            language,
            form,
            ON,
            desk.today(),
            plan::notice_later(language),
        )? {
            None => None,
            Some(on) => Some(Notice {
                on,
                channel: channel_of(form, language)?,
                urgent: line_if_any(language, form, URGENT)?,
                carries: carries_of(form, language, (desk, session))?,
                told: told_of(
                    form,
                    language,
                    CARRIES + session.must_carry(desk.world()).len(),
                    &to_tell(desk, session),
                )?,
                calls_for: None,
            }),
        };
        let id = self.session.clone();
        let commands = vec![Command::Session(Of::Notify { id, notice })];
        match desk.would(&commands) {
            Err(early @ Refusal::NoticeBeforeLapse { .. }) => Err(Fault::at(
                ON,
                refusals::refusal(language, desk.world(), &early),
            )),
            // Where the reason is asked for, it can be given.
            Err(short @ Refusal::NoticeShort { .. }) => Err(Fault::at(
                URGENT,
                refusals::refusal(language, desk.world(), &short),
            )),
            _ => Ok(Submission::Record(commands)),
        }
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Notice(self.session.clone()))
    }

    fn is_recorded(&self) -> bool {
        true
    }
}
