//! The model: the desk, the screens on top of each other, what lies over them, what was last said.

use super::action::{Action, Does, Scope, Why};
use super::check_news::CheckNews;
use super::dialog::Dialog;
use super::found::Found;
use super::lock::{self, Lock, Shut};
use super::menus::Menus;
use super::reading::Reading;
use super::said::Toast;
use super::screens::{Screen, home, live};
use super::stack::Stack;
use super::theme::{Role, Theme, ThemeName};
use super::unkept::{self, Leaving, Losing};
use crate::desk::backup::{Backup, BackupFault, Occasion};
use crate::desk::place::Place;
use crate::desk::{Checking, Desk, DeskError, ReadOnly, Way};
use crate::domain::{Command, Refusal, session};
use crate::i18n::{Language, acts, faults, ui};
use crate::office::Office;
use crate::office::log::Entry;
use crate::papers::shelf;
use std::path::{Path, PathBuf};

/// The folder of written papers, under that of the data.
const PAPERS: &str = "papers";

/// What lies over the screen.
pub enum Overlay {
    /// Help, the palette, a row's actions, a choice.
    Menu(Menus),
    /// A form to fill in.
    Dialog(Box<Dialog>),
    /// A draft beside the words whose place it would take.
    Found(Box<Found>),
    /// A text to read.
    Reading(Box<Reading>),
    /// The question whether what no draft holds is left.
    Losing(Box<Losing>),
}

/// The whole state of the terminal program.
pub struct App {
    /// Paths, settings, clock.
    pub office: Office,
    /// The language of the screen.
    pub language: Language,
    /// The theme.
    pub theme: Theme,
    /// The committee's desk, once one is chosen.
    pub desk: Option<Desk>,
    /// The screens, the one seen last; never empty.
    pub(super) screens: Stack,
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// What was last said.
    pub toast: Option<Toast>,
    /// Everything said, to be read again.
    pub said: Vec<Toast>,
    /// Whether everything is to be painted anew.
    pub repaint: bool,
    /// Whether the program ends.
    pub ended: bool,
    /// Whether the program is to stand still and give the terminal back to the shell.
    pub suspended: bool,
    /// Whether the last step can be undone, and one done again; nothing until the desk was asked.
    pub walks: Option<[Result<(), Refusal>; 2]>,
    /// Whether the window was too small to be laid out when it was drawn last.
    pub small: bool,
    /// Text for the clipboard, taken by the loop.
    pub copied: Option<String>,
    /// How much of what the desk's checks found is in the log.
    checks: CheckNews,
    /// Why what is written lies in no draft, from the try that failed until one does not.
    pub unkept: Option<DeskError>,
    /// The lock, while the screen is locked or a passphrase is being set; nothing else is seen then.
    pub lock: Option<Lock>,
    /// The committees that were shut while a session of theirs was under way.
    pub(super) shut: Shut,
}

impl App {
    /// Begins at the start screen, or at home where there is one committee to go to.
    #[must_use]
    pub fn new(office: Office) -> Self {
        let name = office
            .settings
            .theme
            .as_deref()
            .and_then(|name| name.parse().ok())
            .unwrap_or_default();
        let theme = Theme::new(name, office.no_color);
        let language = office.language;
        let mut app = Self {
            office,
            language,
            theme,
            desk: None,
            screens: Stack::default(),
            overlay: None,
            toast: None,
            said: Vec::new(),
            repaint: false,
            ended: false,
            suspended: false,
            walks: None,
            small: false,
            copied: None,
            checks: CheckNews::default(),
            unkept: None,
            lock: None,
            shut: Shut::default(),
        };
        app.office.note(Entry::Began);
        lock::lock_again(&mut app);
        app.screens.push(Screen::start());
        if let Some(path) = app.office.only_door() {
            app.enter(&path);
        }
        app
    }

    /// Returns the folder where the committee's papers are put.
    #[must_use]
    pub fn shelf(&self) -> PathBuf {
        let committee = self
            .desk
            .as_ref()
            .and_then(|desk| desk.world().committee.clone());
        let name = committee.map(|it| it.name.to_string()).unwrap_or_default();
        self.office
            .paths
            .data
            .join(PAPERS)
            .join(shelf::safe_name(&name))
    }

    /// Sets the theme.
    pub fn set_theme(&mut self, name: ThemeName) {
        self.theme = Theme::new(name, self.office.no_color);
        self.repaint = true;
    }

    /// Returns the screen that is seen.
    #[must_use]
    pub fn top(&self) -> &Screen {
        // invariant: screens is never empty; `back` keeps the first
        self.screens.last().unwrap_or(&Screen::NONE)
    }

    /// Returns every screen that lies open, the one seen first.
    pub fn screens(&self) -> impl Iterator<Item = &Screen> {
        self.screens.iter().rev()
    }

    /// Returns the screen that is seen, to change it.
    pub fn top_mut(&mut self) -> Option<&mut Screen> {
        self.screens.last_mut()
    }

    /// Returns the live screen's state, where it is seen.
    #[must_use]
    pub fn live(&self) -> Option<&live::State> {
        match self.top() {
            Screen::Live(state) => Some(state),
            _ => None,
        }
    }

    /// Returns the live screen's state, to change it.
    pub fn live_mut(&mut self) -> Option<&mut live::State> {
        match self.screens.last_mut() {
            Some(Screen::Live(state)) => Some(state),
            _ => None,
        }
    }

    /// Takes the screens, what lies over them and the rest apart for drawing.
    pub(super) fn parts(&mut self) -> (&mut Stack, Option<&mut Overlay>, Glance<'_>) {
        let glance = Glance {
            desk: self.desk.as_ref(),
            office: &self.office,
            language: self.language,
            theme: self.theme,
            unkept: self.unkept.as_ref(),
        };
        (&mut self.screens, self.overlay.as_mut(), glance)
    }

    /// Returns where keys are looked up now, nearest first.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        let mut scopes = self.top().scopes(self.desk.as_ref());
        scopes.push(Scope::Global);
        scopes
    }

    /// Says whether what is typed goes into a field of text, or may.
    #[must_use]
    pub fn takes_words(&self) -> bool {
        match &self.overlay {
            Some(Overlay::Dialog(_) | Overlay::Menu(_)) => true,
            Some(_) => false,
            None => Screen::has_text_field(self),
        }
    }

    /// Puts a screen on top.
    pub fn go(&mut self, mut screen: Screen) {
        self.keep_unfinished();
        if let (Screen::Live(state), Some(desk)) = (&mut screen, &self.desk) {
            state.settle_in(desk);
        }
        self.overlay = None;
        // Home comes first of all, and is not kept waiting by the journal.
        if self.screens.len() > 1 {
            self.look_at_steps();
        }
        self.screens.push(screen);
        self.repaint = true;
    }

    /// Goes back one screen, where nothing is lost by it; the first stays.
    pub fn back(&mut self) {
        unkept::leave(self, Leaving::Screen);
    }

    /// Takes the screen that is seen away.
    pub(super) fn take_screen_away(&mut self) {
        self.overlay = None;
        if self.screens.len() > 1 {
            self.screens.pop();
            self.repaint = true;
        }
        if self.screens.len() == 1 {
            // The first screen is the door of all committees: leaving to it gives the desk back.
            self.leave_desk();
        }
    }

    /// Says whether there is a screen to go back to.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        self.screens.len() > 1
    }

    /// Opens a committee's file and goes home.
    pub fn enter(&mut self, path: &Path) {
        match self.office.open(path) {
            Ok(desk) => self.enter_desk(desk),
            Err(error) => self.fail(&error),
        }
    }

    /// Sits down at a desk and goes home.
    pub fn enter_desk(&mut self, desk: Desk) {
        self.leave_desk();
        self.office.note(Entry::Opened(desk.path()));
        self.checks = CheckNews::default();
        self.desk = Some(desk);
        self.screens.truncate(1);
        self.go(Screen::home());
    }

    /// Does an action if it is on, and says why not otherwise.
    pub fn run(&mut self, action: &'static Action) {
        let wrote = self.live().is_some_and(|state| state.writing.is_some());
        // What cannot be recorded stands in a draft, so it never keeps anybody from leaving.
        if wrote && !live::leave(self) && action.name != "global.quit" {
            return;
        }
        self.do_it(action);
        // These change nothing but the picture: whoever writes goes on writing.
        if matches!(action.name, "global.language" | "global.repaint") {
            live::uncovered(self);
        }
    }

    fn do_it(&mut self, action: &'static Action) {
        match action.does {
            Does::Record(commands) => match commands(self) {
                Ok(commands) => {
                    self.record(&commands);
                }
                Err(why) => self.explain(&why),
            },
            Does::RecordThen(commands, then) => match commands(self) {
                Ok(commands) => {
                    if self.record(&commands) {
                        then(self);
                    }
                }
                Err(why) => self.explain(&why),
            },
            Does::RecordBy(commands, record) => match commands(self) {
                Ok(commands) => record(self, commands),
                Err(why) => self.explain(&why),
            },
            Does::Show(_, show) | Does::Ask(_, show) => match action.enabled(self) {
                Ok(()) => show(self),
                Err(why) => self.explain(&why),
            },
        }
    }

    /// Records commands as one act and says so only when it is on the disk.
    pub fn record(&mut self, commands: &[Command]) -> bool {
        self.record_with(commands, &[])
    }

    /// Records commands and lets go of the drafts they used up, in one transaction.
    pub fn record_with(&mut self, commands: &[Command], spent: &[Place]) -> bool {
        let language = self.language;
        let Some(desk) = &mut self.desk else {
            return false;
        };
        match desk.execute_with(commands, spent) {
            Ok(recorded) if recorded.events.is_empty() => true,
            Ok(recorded) => {
                if let Some(Screen::Live(state)) = self.screens.last_mut() {
                    state.refresh(desk);
                }
                let world = desk.world_of(&recorded.events);
                let words = acts::sentence(language, &world, &recorded.events);
                let is_final = desk.would_walk(Way::Back).is_some();
                let words = if is_final {
                    ui::recorded_for_good(language, words)
                } else {
                    ui::recorded(language, words)
                };
                self.say(Role::Good, words);
                self.back_up_after(commands);
                true
            }
            Err(DeskError::Refused(refusal)) => {
                self.explain(&Why::Refused(refusal));
                false
            }
            Err(error) => {
                self.fail(&error);
                false
            }
        }
    }

    /// Begins a backup where a session began or a record was sealed.
    fn back_up_after(&mut self, commands: &[Command]) {
        let occasion = commands.iter().find_map(|command| match command {
            Command::Session(session::Command::Open { .. }) => Some(Occasion::Opening),
            Command::Session(session::Command::OpenWithoutVotes { .. }) => Some(Occasion::Opening),
            Command::Session(session::Command::Seal { .. }) => Some(Occasion::Sealing),
            _ => None,
        });
        if let (Some(occasion), Some(desk)) = (occasion, &mut self.desk) {
            let folder = self.office.backups_of(desk.path());
            if let Err(fault) = desk.back_up(&folder, occasion) {
                // The act stands, and whoever reads this now is not to do it again.
                self.office.note(Entry::NotBackedUp(&fault));
                let why = faults::backup(self.language, &fault);
                let words = ui::recorded_without_backup(self.language, why);
                self.say(Role::Warn, words);
            }
        }
    }

    /// Gives the desk back once its backup is proved, and says where there is none.
    fn leave_desk(&mut self) {
        lock::shut(self);
        let words = self.desk.take().map(|mut desk| desk.last_words());
        for word in words.into_iter().flatten() {
            self.hear(word);
        }
    }

    /// Says how a backup went. One that is there is no news, unless somebody waits for it elsewhere; that
    /// there is none has to be seen. Returns whether there is something to be seen.
    fn hear(&mut self, word: Result<Backup, BackupFault>) -> bool {
        match word {
            Ok(backup) => {
                self.office.note(Entry::BackedUp(&backup));
                if let Some(carried) = &backup.carried {
                    home::arrived(self, &backup, carried);
                    return true;
                }
                let name = backup
                    .path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy();
                self.said.push(Toast {
                    role: Role::Muted,
                    words: ui::backed_up(self.language, name.as_ref()),
                });
                false
            }
            Err(fault) => {
                self.no_backup(&fault);
                true
            }
        }
    }

    /// Leaves for good. Returns what is still to be said when the terminal is the shell's again.
    #[must_use]
    pub fn close(&mut self) -> Vec<String> {
        let heard = self.said.len();
        unkept::say_lost(self);
        self.leave_desk();
        let unheard = self.said.drain(heard..);
        // That one was made is read under the messages, and there are none any more.
        let news = unheard.filter(|toast| toast.role != Role::Muted);
        news.map(|toast| toast.words).collect()
    }

    /// Says that there is no backup, and why.
    pub fn no_backup(&mut self, fault: &BackupFault) {
        self.office.note(Entry::NotBackedUp(fault));
        let why = faults::backup(self.language, fault);
        self.say(Role::Warn, ui::no_backup(self.language, why));
    }

    /// Does what can wait until nobody does: says how a backup went, and writes down how far the file is.
    /// Returns whether there is something new to be seen.
    pub fn rest(&mut self) -> bool {
        let Some(desk) = &mut self.desk else {
            return false;
        };
        desk.rest();
        let followed = desk.follow();
        let checking = desk.checking();
        if self.checks.are_news(checking) {
            self.office.note(Entry::Checked(&checking));
            if let Checking::ReadOnly(why) = checking {
                // The banner has room for a few words, and the rest of them is what to do.
                let words = faults::read_only(self.language, why);
                if words != faults::read_only_in_short(self.language, why) {
                    self.say(Role::Warn, words);
                    return true;
                }
            }
        }
        match desk.backed_up() {
            None => {
                if followed && let Some(why @ ReadOnly::LetGo) = desk.read_only() {
                    let words = faults::shut(self.language, why);
                    self.say(Role::Warn, words);
                }
                followed
            }
            Some(word) => self.hear(word) || followed,
        }
    }

    /// Says whether a backup is on its way to a stick.
    #[must_use]
    pub fn is_carrying(&self) -> bool {
        self.desk.as_ref().is_some_and(Desk::is_carrying)
    }

    /// Says whether a backup is being proved, so that its word is soon there.
    #[must_use]
    pub fn is_proving(&self) -> bool {
        self.desk.as_ref().is_some_and(Desk::is_proving)
    }

    /// Walks one step back or forth and says what it was.
    pub fn walk(&mut self, way: Way) {
        let language = self.language;
        let Some(desk) = &mut self.desk else { return };
        // What is taken back is named as it stands, and what is done again as it stands then.
        let taken_back = match (way, desk.would_walk(way)) {
            (Way::Back, None) => desk.next_step(way).map(|events| {
                let world = desk.world_of(&events);
                acts::undone(language, &world, &events)
            }),
            _ => None,
        };
        match desk.walk(way) {
            Ok(recorded) => {
                if let Some(Screen::Live(state)) = self.screens.last_mut() {
                    state.walked(desk);
                }
                let events = &recorded.events;
                let world = desk.world_of(events);
                let words = taken_back.unwrap_or_else(|| acts::sentence(language, &world, events));
                let words = match way {
                    Way::Back => ui::undone(language, words),
                    Way::Forth => ui::redone(language, words),
                };
                self.say(Role::Good, words);
            }
            Err(DeskError::Refused(refusal)) => self.explain(&Why::Refused(refusal)),
            Err(error) => self.fail(&error),
        }
    }

    /// Asks the desk which steps can be walked, for the rows that offer them.
    pub fn look_at_steps(&mut self) {
        self.walks = self.desk.as_mut().map(|desk| {
            [Way::Back, Way::Forth].map(|way| desk.would_walk(way).map_or(Ok(()), Err))
        });
    }
}

/// What a view may look at.
#[derive(Clone, Copy)]
pub struct Glance<'a> {
    /// The desk.
    pub desk: Option<&'a Desk>,
    /// Paths, settings.
    pub office: &'a Office,
    /// The language.
    pub language: Language,
    /// The theme.
    pub theme: Theme,
    /// Why what is written lies in no draft.
    pub unkept: Option<&'a DeskError>,
}
