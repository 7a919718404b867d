//! A dialog: a sheet to fill in over the screen. What is typed is a draft until it is recorded.

mod answers;
mod below;

pub use self::answers::{day_hint, day_if_any, day_of, line_if_any, line_of, no_day, text_fault};

use self::below::{Below, READ_ON};
use super::action::Why;
use super::app::{App, Glance, Overlay};
use super::caret::Caret;
use super::found::{Found, Pair, Words};
use super::input::{Code, Key};
use super::text;
use super::theme::Role;
use super::unkept::{self, Leaving};
use super::widgets::form::{Form, FormEvent, Typed};
use super::widgets::{line, popup};
use crate::desk::place::Place;
use crate::desk::{Desk, DeskError, Draft};
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, ui};
use crate::office::Office;
use crate::store::memory::Memory;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::rc::Rc;

/// A kind of sheet: what it asks and what its answers mean. Each screen has its own.
pub trait Sheet {
    /// Returns the title over the sheet.
    fn title(&self, app: &App) -> String;

    /// Returns the sheet with what is known filled in.
    fn form(&self, app: &App) -> Form;

    /// Answers a change of a field on the sheet itself: a hint, or what another field proposes.
    fn changed(&self, _app: &App, _form: &mut Form, _field: usize) {}

    /// Shows, leaves out and offers what the answers so far call for; runs whenever they are other ones.
    fn settle(&self, _app: &App, _form: &mut Form) {}

    /// Says below the sheet what the answers so far come to; runs whenever they are other ones, and
    /// when another field is gone to.
    fn preview(&self, _app: &App, _form: &Form) -> Vec<(Role, String)> {
        Vec::new()
    }

    /// Reads the answers.
    ///
    /// # Errors
    /// The field that will not do, and why in words.
    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault>;

    /// Returns all that is wrong with what was filled in, besides what was left empty, where a sheet says so at once.
    fn faults(&self, _app: &App, _form: &Form) -> Vec<Fault> {
        Vec::new()
    }

    /// Returns the field that a refusal of what was submitted is about, where it is about one.
    fn field_of(&self, _refusal: &Refusal) -> Option<usize> {
        None
    }

    /// Says whether what is filled in is recorded. What only looks is opened too where nothing can be.
    fn records(&self) -> bool {
        true
    }

    /// Returns the place its draft is kept at; `None` for a sheet in which no text is typed that anybody
    /// comes back to.
    fn place(&self) -> Option<Place>;

    /// Returns the words of a field of text as a draft of it keeps them on a day; `None` keeps nothing of it.
    fn keeps(&self, _form: &Form, _today: NaiveDate, _field: &str, words: &str) -> Option<String> {
        Some(words.to_owned())
    }

    /// Says whether it changes words that are recorded, so that a draft would take their place. What
    /// a sheet only proposes gives way to a draft without a question.
    fn is_recorded(&self) -> bool {
        false
    }
}

/// What a sheet that was filled in asks for.
pub enum Submission {
    /// Commands to record.
    Record(Vec<Command>),
    /// Commands to record, and what follows on the screen.
    Then(Vec<Command>, Box<dyn FnOnce(&mut App)>),
    /// Something to do that no command is for. It answers whether it was done: where it was not, the
    /// sheet stays as it was filled in.
    Do(Box<dyn FnOnce(&mut App) -> bool>),
}

/// A field that will not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its index.
    pub field: usize,
    /// Why, with the way to put it right.
    pub words: String,
}

impl Fault {
    /// Makes a fault of a field.
    #[must_use]
    pub fn at(field: usize, words: impl Into<String>) -> Self {
        Self {
            field,
            words: words.into(),
        }
    }
}

/// A sheet being filled in.
pub struct Dialog {
    sheet: Rc<dyn Sheet>,
    title: String,
    form: Form,
    below: Below,
    unkept: bool,
    /// Whether everything wrong is marked, so that it is judged anew with every change.
    marked: bool,
    /// As it was when it was laid open, with a draft put back.
    first: Typed,
    /// Whether the draft is another by now than the one it was laid open with.
    rewritten: bool,
    /// What stands in the sheet where nobody has typed.
    untyped: Typed,
}

/// Opens a sheet. A draft of it that survived is put back in; where it would take the place of words
/// that stand there, whoever wrote it is asked first.
pub fn open(app: &mut App, sheet: Box<dyn Sheet>) {
    let sheet: Rc<dyn Sheet> = sheet.into();
    if sheet.records() && app.desk.as_ref().is_some_and(|desk| !desk.may_write()) {
        // Nobody fills in a whole sheet to hear at its last row that nothing is recorded.
        return app.explain(&Why::Refused(Refusal::OnlyReading));
    }
    let form = sheet.form(app);
    let Some((place, draft)) = sheet
        .place()
        .and_then(|place| Some((place.clone(), kept(app, &place)?)))
    else {
        return lay(app, sheet, form);
    };
    let Some(typed) = Typed::read(&draft.text) else {
        return lay(app, sheet, form);
    };
    let pairs = pairs(&form, &typed);
    let asks = sheet.is_recorded() && pairs.iter().any(Pair::replaces);
    let (same, draft_of) = (Rc::clone(&sheet), typed.clone());
    let named = move |app: &App| self::pairs(&same.form(app), &draft_of);
    let then = move |app: &mut App, words| {
        let mut form = sheet.form(app);
        if words == Words::Draft {
            // Twice: what one answer lets others offer is there only after the first.
            for _ in 0..2 {
                let others = in_other_languages(app, sheet.as_ref(), &typed);
                form.put_back(&typed, &others);
                sheet.settle(app, &mut form);
            }
        }
        lay(app, sheet, form);
    };
    if asks {
        let found = Found::new(place, &draft.at, pairs, Box::new(then)).named(named);
        app.overlay = Some(Overlay::Found(Box::new(found)));
    } else {
        then(app, Words::Draft);
    }
}

/// Returns a sheet in the other languages, with a draft put back: the words of its options may be of any.
fn in_other_languages(app: &mut App, sheet: &dyn Sheet, typed: &Typed) -> Vec<Form> {
    let language = app.language;
    let others = Language::ALL.into_iter().filter(|other| *other != language);
    let forms = others.map(|other| {
        app.language = other;
        let mut form = sheet.form(app);
        form.put_back(typed, &[]);
        sheet.settle(app, &mut form);
        form
    });
    let forms = forms.collect();
    app.language = language;
    forms
}

fn lay(app: &mut App, sheet: Rc<dyn Sheet>, form: Form) {
    let mut dialog = Dialog {
        title: sheet.title(app),
        untyped: sheet.form(app).values(),
        sheet,
        first: form.typed(),
        form,
        below: Below::default(),
        unkept: false,
        marked: false,
        rewritten: false,
    };
    dialog.settle(app);
    app.overlay = Some(Overlay::Dialog(Box::new(dialog)));
}

/// Returns the text fields whose words a draft would change.
fn pairs(form: &Form, typed: &Typed) -> Vec<Pair> {
    let changes = typed.changes(form).into_iter();
    changes
        .map(|(label, recorded, draft)| Pair {
            label: label.to_owned(),
            recorded,
            draft: draft.to_owned(),
        })
        .collect()
}

impl Dialog {
    /// Says the sheet in the language of the app; what was filled in stays.
    pub fn say_anew(&mut self, app: &App) {
        let mut form = self.sheet.form(app);
        form.take_over(&self.form);
        self.sheet.settle(app, &mut form);
        form.take_over(&self.form);
        self.form = form;
        self.title = self.sheet.title(app);
        self.settle(app);
    }

    fn settle(&mut self, app: &App) {
        self.sheet.settle(app, &mut self.form);
        if self.marked {
            self.mark_faults(app);
        }
        self.foresee(app);
    }

    /// Marks every field at which something is wrong, and returns the first, which says how many more there are.
    fn mark_faults(&mut self, app: &App) -> Option<usize> {
        self.form.clear_errors();
        let empty = self.form.missing().into_iter();
        let empty = empty.map(|field| Fault::at(field, ui::field_missing(app.language)));
        let unmatched = self.form.unmatched().into_iter();
        let unmatched = unmatched
            .map(|(field, typed)| Fault::at(field, ui::no_such_option(app.language, typed)));
        let mut faults: Vec<Fault> = empty.chain(unmatched).collect();
        let judged = self.sheet.faults(app, &self.form);
        self.marked = !judged.is_empty();
        let told = |faults: &[Fault], field| faults.iter().any(|it| it.field == field);
        for fault in judged {
            if !told(&faults, fault.field) {
                faults.push(fault);
            }
        }
        faults.sort_by_key(|fault| fault.field);
        let first = faults.first()?.field;
        let more = faults.len() - 1;
        if let Some(fault) = faults.first_mut().filter(|_| more > 0) {
            fault.words = ui::field_and_more(app.language, fault.words.as_str(), more);
        }
        for fault in &faults {
            self.form.set_error(fault.field, Some(&fault.words));
        }
        Some(first)
    }

    /// Says anew what is said below the form, from its beginning.
    fn foresee(&mut self, app: &App) {
        self.below.say(self.sheet.preview(app, &self.form));
    }

    /// Says whether something was typed that no draft holds yet.
    #[must_use]
    pub fn unkept(&self) -> bool {
        self.unkept && self.sheet.place().is_some()
    }

    /// Keeps what was typed as a draft: in the committee's file, or beside the data while there is none.
    ///
    /// # Errors
    /// Why no draft holds it; it stands in the sheet alone then.
    pub fn keep_draft(
        &mut self,
        desk: Option<&mut Desk>,
        office: &Office,
    ) -> Result<(), DeskError> {
        let Some(place) = self.sheet.place().filter(|_| self.unkept) else {
            return Ok(());
        };
        if self.form.typed().says_as_much_as(&self.first) && !self.rewritten {
            self.unkept = false;
            return Ok(());
        }
        let today = desk.as_deref().map_or(NaiveDate::MIN, Desk::today);
        let keeps = |field: &str, words: &str| self.sheet.keeps(&self.form, today, field, words);
        let typed = self.form.typed().keeping(keeps);
        // What was taken out again is no draft, and the words that were taken out do not come back as one.
        let nothing = typed.says_nothing() || typed.is_all_in(&self.untyped);
        match (desk, nothing) {
            (Some(desk), false) => desk.save_draft(&place, &typed.text(), 0)?,
            (Some(desk), true) => desk.drop_draft(&place.into())?,
            (None, false) => Memory::Founding.keep(&office.paths, &typed.text())?,
            (None, true) => Memory::Founding.forget(&office.paths),
        }
        self.rewritten = true;
        self.unkept = false;
        Ok(())
    }

    /// Draws the sheet over the screen.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let width = area.width.min(76);
        let inner = width.saturating_sub(4);
        let fields = self.form.height(inner);
        let left = area.height.saturating_sub(fields.saturating_add(3));
        let left = left.max(area.height / 4);
        let preview = self.below.part(glance.language, inner, left);
        let below = u16::try_from(preview.len()).unwrap_or(0);
        let height = fields.saturating_add(3 + below);
        let height = height.min(area.height);
        let place = popup::centred(area, width, height);
        popup::clear(place, buf);
        let inside = popup::boxed(place, buf, &self.title, glance.theme);
        let (rest, foot) = split_last(inside);
        let form = Rect {
            height: rest.height.saturating_sub(below),
            ..rest
        };
        for (y, (role, line)) in (form.bottom()..rest.bottom()).zip(&preview) {
            text::put(buf, rest.x, y, rest.width, line, glance.theme.style(*role));
        }
        let caret = self.form.draw(form, buf, glance.theme);
        let leaving = self.esc(glance.language, glance.unkept.is_some());
        let keys = self.keys(glance.language, self.form.below(form), leaving);
        line::toast(foot, buf, glance.theme, Role::Muted, &keys);
        caret
    }

    /// Names the keys of the sheet, and says how many rows stand below those that are seen.
    fn keys(&self, language: Language, below: u16, esc: &str) -> String {
        let (lines, marks) = (self.form.takes_lines(), self.form.takes_marks());
        match (below, lines, marks) {
            (0, true, _) => ui::dialog_keys_lines(language, esc),
            (0, false, true) => ui::dialog_keys_marks(language, esc),
            (0, false, false) => ui::dialog_keys(language, esc),
            (below, true, _) => ui::dialog_more_lines(language, below),
            (below, false, true) => ui::dialog_more_marks(language, below),
            (below, false, false) => ui::dialog_more(language, below, esc),
        }
    }

    /// Says what Esc does to what was typed: a draft is spoken of only where there is one.
    fn esc(&self, language: Language, refused: bool) -> &'static str {
        match (self.sheet.place().is_some(), refused && self.unkept) {
            (false, _) => ui::dialog_esc(language),
            (true, false) => ui::dialog_esc_kept(language),
            (true, true) => ui::dialog_esc_unkept(language),
        }
    }
}

impl Dialog {
    /// Says whether a key reads on below the form, where not all of it is seen.
    #[must_use]
    pub fn reads_on(&self, key: Key) -> bool {
        self.below.reads_on(key)
    }
}

fn split_last(area: Rect) -> (Rect, Rect) {
    let height = area.height.saturating_sub(1);
    let body = Rect { height, ..area };
    let foot = Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    };
    (body, foot)
}

/// Returns the draft of a place. Without a committee there is one sheet, that which founds one.
fn kept(app: &App, place: &Place) -> Option<Draft> {
    match &app.desk {
        Some(desk) => desk.draft(place).ok()?,
        None => Some(Draft {
            spot: place.clone().into(),
            text: Memory::Founding.recall(&app.office.paths)?,
            at: String::new(),
        }),
    }
}

/// Takes a key while a dialog is open.
pub fn key(app: &mut App, mut dialog: Box<Dialog>, key: Key) -> Option<Box<Dialog>> {
    if key == Key::plain(Code::F(1)) {
        let esc = dialog.esc(app.language, app.unkept.is_some());
        app.say(Role::Normal, ui::dialog_help(app.language, esc));
        return Some(dialog);
    }
    if key == READ_ON {
        dialog.below.read_on();
        return Some(dialog);
    }
    let field = dialog.form.focused();
    match dialog.form.key(key) {
        FormEvent::None => {
            if dialog.form.focused() != field {
                dialog.foresee(app);
            }
            Some(dialog)
        }
        FormEvent::Changed(field) => {
            dialog.unkept = true;
            let Dialog { sheet, form, .. } = &mut *dialog;
            sheet.changed(app, form, field);
            dialog.settle(app);
            Some(dialog)
        }
        FormEvent::Refused(_, over) => {
            let words = ui::field_full(app.language, over.chars().count());
            app.say(Role::Warn, words);
            Some(dialog)
        }
        FormEvent::Cancel => {
            app.overlay = Some(Overlay::Dialog(dialog));
            unkept::leave(app, Leaving::Sheet);
            None
        }
        FormEvent::Submit => submit(app, dialog),
    }
}

/// Takes pasted text while a dialog is open.
pub fn paste(app: &mut App, dialog: &mut Dialog, text: &str) {
    match dialog.form.paste(text) {
        FormEvent::Changed(field) => {
            dialog.unkept = true;
            dialog.sheet.changed(app, &mut dialog.form, field);
            dialog.settle(app);
        }
        FormEvent::Refused(_, over) => {
            let words = ui::field_full(app.language, over.chars().count());
            app.say(Role::Warn, words);
        }
        FormEvent::None | FormEvent::Submit | FormEvent::Cancel => {}
    }
}

/// Lets go of drafts that were used up without an act.
pub fn let_go(app: &mut App, spent: &[Place]) {
    let Some(desk) = &mut app.desk else { return };
    for place in spent {
        if matches!(desk.draft(place), Ok(Some(_))) {
            // One that cannot be let go is found at home, where it can be dropped.
            let _kept = desk.drop_draft(&place.clone().into());
        }
    }
}

/// Returns the field to which what refuses commands belongs, where it belongs to one.
fn at_a_field(app: &App, sheet: &dyn Sheet, commands: &[Command]) -> Option<(usize, Refusal)> {
    let refusal = app.desk.as_ref()?.would(commands).err()?;
    Some((sheet.field_of(&refusal)?, refusal))
}

fn submit(app: &mut App, mut dialog: Box<Dialog>) -> Option<Box<Dialog>> {
    if let Some(first) = dialog.mark_faults(app) {
        dialog.form.focus(first);
        return Some(dialog);
    }
    let submission = match dialog.sheet.submit(app, &dialog.form) {
        Ok(submission) => submission,
        Err(fault) => {
            dialog.form.set_error(fault.field, Some(&fault.words));
            dialog.form.focus(fault.field);
            return Some(dialog);
        }
    };
    let spent: Vec<Place> = dialog.sheet.place().into_iter().collect();
    let (commands, then) = match submission {
        Submission::Record(commands) => (commands, None),
        Submission::Then(commands, then) => (commands, Some(then)),
        Submission::Do(work) => {
            let done = work(app);
            app.repaint |= done;
            if done {
                let_go(app, &spent);
            }
            return (!done).then_some(dialog);
        }
    };
    if let Some((field, refusal)) = at_a_field(app, dialog.sheet.as_ref(), &commands) {
        let words = app.reason(&Why::Refused(refusal));
        dialog.form.set_error(field, Some(&words));
        dialog.form.focus(field);
        return Some(dialog);
    }
    if commands.is_empty() {
        let_go(app, &spent);
    } else if !app.record_with(&commands, &spent) {
        return Some(dialog);
    }
    app.repaint = true;
    if let Some(then) = then {
        then(app);
    }
    None
}

#[cfg(test)]
#[path = "dialog_tests.rs"]
mod tests;
