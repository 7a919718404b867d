#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::Fact;
use crate::desk::history::About;
use crate::domain::entity::Root;
use crate::domain::ids::PersonId;
use crate::domain::{Command, session};
use crate::i18n::{Language, act, history as words, terms, ui};
use crate::tui::action::Scope;
use crate::tui::screens::live::options_tests::by_name;
use crate::tui::screens::live::tests::sample;
use crate::tui::screens::{
    Screen, boards, intake, ledgers, matters, notice, paths, plan, record, report, roster, rules,
    tasks,
};
use crate::tui::stage::Stage;

/// Opens the sample's session of today, its roll marked, one person twice.
fn marked(language: Language) -> Stage {
    let mut stage = Stage::new(language);
    stage.press("1");
    let session = stage.desk().sessions(0, 9).unwrap();
    let session = session.iter().find(|it| it.ordinal == 3).unwrap();
    let screen = Screen::live(session.id.clone());
    stage.app.go(screen);
    stage.press("F5 Home 2 Up 5 Down 1 9");
    stage
}

#[test]
fn behind_a_person_of_the_roll_stand_the_acts_that_name_the_person() {
    for language in Language::ALL {
        let mut stage = marked(language);
        stage.press("Home");
        let person = stage.caret_row();
        let name = person.split_whitespace().nth(2).unwrap().to_owned();
        stage.press("i");
        let seen = stage.screen();
        assert!(matches!(stage.app.top(), Screen::History(_)));
        assert!(
            seen.contains(&words::title_of(language, name.as_str())),
            "{seen}"
        );
        let acts = seen.lines().filter(|line| line.contains(&name)).count();
        assert!(acts >= 3, "{seen}");
        stage.every_size();
        // Wider: the session's acts, then the committee's.
        let count = |stage: &mut Stage| stage.screen().lines().nth(1).unwrap().trim().to_owned();
        let narrow = count(&mut stage);
        stage.press("1");
        let session = count(&mut stage);
        stage.press("1");
        let all = count(&mut stage);
        assert!(
            narrow != session && session != all,
            "{narrow} {session} {all}"
        );
        stage.press("1");
        assert_eq!(stage.said(), words::widest(language));
        stage.press("Esc");
        assert!(stage.app.live().is_some());
    }
}

#[test]
fn who_records_is_named_by_no_act_but_those_about_the_person() {
    let mut stage = marked(Language::Zh);
    let id = stage.app.live().unwrap().session.clone();
    let session = stage.desk().world().session(&id).unwrap().clone();
    let about = |names: &[&str]| About {
        root: Some(Root::Session(id.clone())),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        one_of: Vec::new(),
    };
    let acts = |stage: &Stage, about: &About| stage.desk().history(about, 99).unwrap().len();
    let recorder = session.recorder.clone().unwrap();
    let all = acts(&stage, &about(&[]));
    let of_recorder = acts(&stage, &about(&[recorder.as_str()]));
    assert!(of_recorder < all, "{of_recorder} of {all}");
    // An undo puts the whole session back; it is about nobody but whom the act undone is about.
    let second = session.roll[1].place.person.clone();
    let mut other = session.roll.iter().map(|it| &it.place.person);
    let other = other.next_back().unwrap().clone();
    let before = [&second, &other].map(|it| acts(&stage, &about(&[it.as_str()])));
    let mark = |person: &PersonId, mark| {
        Command::Session(session::Command::Mark {
            id: id.clone(),
            person: person.clone(),
            mark,
            at: stage.desk().minute(),
        })
    };
    let left = mark(&second, session::RollMark::Left);
    stage.record(&[left]);
    stage.press("u");
    let after = [&second, &other].map(|it| acts(&stage, &about(&[it.as_str()])));
    assert_eq!(after, [before[0] + 2, before[1]]);
    stage.press("r");
    let again = [&second, &other].map(|it| acts(&stage, &about(&[it.as_str()])));
    assert_eq!(again, [before[0] + 3, before[1]]);
}

#[test]
fn a_day_is_found_in_whatever_form_it_is_typed() {
    for language in Language::ALL {
        let mut stage = marked(language);
        stage.press("Esc i");
        let today = stage.desk().today();
        let mut found = |typed: &str| {
            stage.press("7 Ctrl-u");
            stage.type_text(typed);
            stage.press("Enter Enter");
            stage.screen();
            let Screen::History(state) = stage.app.top() else {
                panic!("{}", stage.screen());
            };
            state.listed().len()
        };
        let in_words = found(&terms::date(language, today));
        assert!(in_words > 5, "{in_words}");
        for form in [
            "%Y-%m-%d",
            "%m-%d",
            "%-m-%-d",
            "%Y/%-m/%-d",
            "%m/%d",
            "%Y.%-m.%-d",
        ] {
            let typed = today.format(form).to_string();
            assert_eq!(found(&typed), in_words, "{typed}");
        }
        // The control: a day on which nothing was recorded.
        let never = today + chrono::Days::new(400);
        assert_eq!(found(&never.format("%Y-%m-%d").to_string()), 0);
    }
}

#[test]
fn it_is_narrowed_by_pinyin_and_by_day() {
    for language in Language::ALL {
        let mut stage = marked(language);
        stage.press("Esc i");
        let all = stage.screen();
        stage.press("7");
        stage.type_text("23");
        stage.press("Enter Enter");
        let found = stage.screen();
        assert_ne!(all, found);
        // As it is said, without the blanks of a sentence, and the day in full.
        let day = terms::date(language, stage.desk().today());
        let third = (language == Language::Zh).then_some("第3次");
        for typed in std::iter::once(day.as_str()).chain(third) {
            stage.press("7 Ctrl-u");
            stage.type_text(typed);
            stage.press("Enter Enter");
            let found = stage.screen();
            assert!(
                !found.contains(&words::empty(language, "1")),
                "{typed} {found}"
            );
        }
        stage.press("7 Ctrl-u");
        stage.type_text("xxxx");
        stage.press("Enter Enter");
        let none = stage.screen();
        assert!(none.contains(&words::empty(language, "1")), "{none}");
        stage.press("1");
        assert_eq!(stage.screen().lines().nth(1), all.lines().nth(1));
    }
}

/// An act of many is one line; what that line says finds it, and so does each of the many.
#[test]
fn what_a_line_says_finds_it() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 a Down Down Down 1 F5");
        stage.type_text("同意路灯方案。");
        stage.press("Tab Left Tab PgDn Enter F5 9 Esc i 1");
        // All of them were proposed for it by one act.
        let seen = stage.screen();
        let newest = seen.lines().nth(2).unwrap().to_owned();
        let said = newest.split("丁守业").nth(1).unwrap();
        // Where it belongs is cut where there is no room for it.
        let said = said.split(['〔', '[']).next().unwrap().trim().to_owned();
        assert!(!said.is_empty(), "{seen}");
        stage.press("7");
        stage.type_text(&said);
        stage.press("Enter Enter");
        let found = stage.screen();
        // The head repeats what was asked for; a line of an act has its time.
        let mut acts = found.lines().filter(|line| line.contains("09:00"));
        assert!(acts.any(|line| line.contains(&said)), "{said}\n{found}");
        let rows = |seen: &str| seen.lines().filter(|line| line.contains("09:00")).count();
        assert!(rows(&found) < rows(&seen), "{found}");
        stage.every_size();
    }
}

#[test]
fn a_line_of_a_vote_names_its_item_and_its_motion() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 9 F5 a Down Down Down 1 F5");
        stage.type_text("同意路灯方案。");
        stage.press("Tab Left Tab PgDn Enter F5 9 u Esc i 1");
        let live = stage.desk().world().clone();
        let motion = live
            .motions
            .values()
            .find(|it| it.wording() == "同意路灯方案。");
        let motion = motion.unwrap();
        let item = live.item(&motion.item).unwrap();
        let number = act::item_numbered(language, item.position);
        let (title, wording) = (item.title.as_str(), motion.wording());
        let place =
            words::place_of_motion(language, number.as_str(), title, motion.number, wording);
        // The newest is an undo: it is about what it undid.
        let wide = stage.screen_of(200, 40);
        let lines = wide.lines().filter(|line| line.contains(&place)).count();
        assert!(lines >= 4, "{place}\n{wide}");
        let drafted = words::place_of_item(language, number.as_str(), title);
        assert!(
            wide.contains(&words::placed(language, "", &drafted)),
            "{wide}"
        );
        let flat = |text: &str| text.split_whitespace().collect::<String>();
        stage.press("Home");
        let narrow = flat(&stage.screen());
        assert!(narrow.contains(&flat(&place)), "below the list\n{narrow}");
        stage.press("7");
        stage.type_text(title);
        stage.press("Enter Enter");
        let found = stage.screen_of(200, 40);
        assert!(found.contains(&place), "it is found by it\n{found}");
    }
}

#[test]
fn what_was_undone_says_so_and_the_undo_stands_above_it() {
    for language in Language::ALL {
        let mut stage = marked(language);
        stage.press("u i 1 Home");
        let seen = stage.screen();
        let newest = seen.lines().nth(2).unwrap().to_owned();
        let below = seen.lines().nth(3).unwrap().to_owned();
        let what = below.split([')', '）']).next_back().unwrap().trim();
        assert!(newest.contains(&words::undoing(language, what)), "{seen}");
        let undone = words::undone(language, "");
        let undoing = words::undoing(language, "");
        let at = |words: &str| seen.lines().position(|line| line.contains(words.trim()));
        assert!(at(&undoing).unwrap() < at(&undone).unwrap(), "{seen}");
        // Done again it is not undone any more.
        stage.press("Esc r i 1");
        let again = stage.screen();
        let undone = again.lines().filter(|line| line.contains(undone.trim()));
        assert_eq!(undone.count(), 0, "{again}");
        let since = words::redone_since(language, "");
        let since = again.lines().filter(|line| line.contains(since.trim()));
        assert_eq!(since.count(), 1, "only the undo itself: {again}");
        let redoing = words::redoing(language, what);
        assert!(again.lines().nth(2).unwrap().contains(&redoing), "{again}");
    }
}

/// Shows a scope of the sample, with something selected; `None` for what is no screen of its own.
pub(in crate::tui) fn at(scope: Scope, language: Language) -> Option<Stage> {
    let vote = "F5 9 F5 a Down Down Down 1 F5";
    let mut stage = sample(language, 3);
    let session = stage.app.live().unwrap().session.clone();
    let go = |mut stage: Stage, screen| {
        stage.app.go(screen);
        Some(stage)
    };
    let pressed = |mut stage: Stage, keys: &str| {
        stage.press(keys);
        Some(stage)
    };
    let drafted = |mut stage: Stage, keys: &str| {
        stage.press(vote);
        stage.type_text("同意路灯方案。");
        stage.press("Tab Tab PgDn Enter");
        stage.press(keys);
        Some(stage)
    };
    match scope {
        Scope::Start => Some(Stage::new(language)),
        Scope::Home => pressed(Stage::new(language), "1"),
        Scope::Sessions => pressed(Stage::new(language), "1 1"),
        Scope::Plan => go(stage, Screen::Plan(plan::State::new(session))),
        Scope::LiveRoll => pressed(stage, "F5 Home"),
        Scope::LiveAgenda => pressed(stage, "F5 9 F5 a Home"),
        Scope::LiveMinutes => {
            stage.press("F5 9 F5 F5 m 3");
            stage.type_text("记一条");
            pressed(stage, "Esc")
        }
        Scope::LiveReview => pressed(stage, "F5 9 F5 F5"),
        Scope::LiveVote => drafted(stage, ""),
        Scope::LiveHands => drafted(stage, "j Home"),
        Scope::LiveSecret => drafted(stage, "# Home"),
        Scope::LiveOptions => pressed(by_name(language), ""),
        Scope::LiveHandsEnded => drafted(stage, "j Home F5 F5"),
        Scope::LiveClosing => Some(sample(language, 2)),
        Scope::Boards => {
            stage.app.go(Screen::Boards(boards::State::default()));
            stage.screen();
            // What is missing nobody recorded; a draft of it somebody did.
            stage.press("7");
            stage.type_text("公开");
            stage.press("Tab");
            stage.type_text("路灯");
            pressed(stage, "Tab Tab Tab Tab Tab Space Tab Enter")
        }
        Scope::Tasks => go(stage, Screen::Tasks(tasks::State::default())),
        Scope::Ledgers => go(stage, Screen::Ledgers(ledgers::State::default())),
        Scope::Report => go(stage, Screen::Report(report::State::default())),
        Scope::ReportLines => {
            report::open(&mut stage.app);
            stage.screen();
            pressed(stage, "Enter")
        }
        Scope::Matters => go(stage, Screen::Matters(Box::default())),
        Scope::Matter => {
            matters::open_page(&mut stage.app, "matter-1".into());
            Some(stage)
        }
        Scope::Roster => go(stage, Screen::Roster(roster::State::default())),
        Scope::Intake => {
            stage.app.go(Screen::Roster(roster::State::default()));
            intake::begin(&mut stage.app);
            Some(stage)
        }
        Scope::Record => go(stage, Screen::Record(record::State::new(session))),
        Scope::Notice => go(stage, Screen::Notice(notice::State::new(session))),
        Scope::History => pressed(stage, "i"),
        Scope::Rules | Scope::RuleTrial => {
            stage.app.go(Screen::Rules(rules::State::default()));
            stage.screen();
            // What is shipped nobody recorded; a copy of it somebody did.
            stage.press("2 Down Down Down");
            stage.type_text("议事规则第十二条");
            stage.press("PgDn Enter");
            pressed(stage, if scope == Scope::Rules { "" } else { "4" })
        }
        Scope::Paths
        | Scope::PathMatter
        | Scope::PathBook
        | Scope::PathSteps
        | Scope::PathPaper => Some(paths::tests::at(scope, language)),
        Scope::Live | Scope::Global => None,
    }
}

#[test]
fn every_scope_leads_to_what_is_behind_it_or_says_why_not() {
    for (scope, language) in Scope::ALL
        .into_iter()
        .flat_map(|scope| Language::ALL.map(|language| (scope, language)))
    {
        let why = match scope {
            // They are never first: a panel stands before the one, every screen before the other.
            Scope::Live | Scope::Global => {
                assert!(at(scope, language).is_none());
                continue;
            }
            // No file is open, so there is no act.
            Scope::Start => Some(ui::no_committee_open(language)),
            // It is what is behind.
            Scope::History => Some(words::title(language)),
            _ => None,
        };
        let mut stage = at(scope, language).unwrap();
        stage.screen();
        assert_eq!(stage.app.scopes()[0], scope, "{}", stage.screen());
        stage.press("i");
        if let Some(why) = why {
            assert_eq!(stage.said(), why, "{scope:?}");
            continue;
        }
        let Screen::History(state) = stage.app.top() else {
            panic!("{scope:?} {}", stage.screen());
        };
        assert_ne!(state.fact, Fact::default(), "{scope:?}");
        let seen = stage.screen();
        assert!(!seen.contains(&words::empty(language, "1")), "{seen}");
    }
}

#[test]
fn behind_a_paragraph_of_the_record_stand_its_own_acts() {
    for language in Language::ALL {
        let mut stage = at(Scope::LiveMinutes, language).unwrap();
        let session = stage.app.live().unwrap().session.clone();
        stage.app.go(Screen::Record(record::State::new(session)));
        stage.screen();
        for _ in 0..200 {
            if stage.caret_row().contains("记一条") {
                break;
            }
            stage.press("Down");
        }
        assert!(stage.caret_row().contains("记一条"), "{}", stage.screen());
        stage.press("i");
        let seen = stage.screen();
        assert!(seen.contains("记一条"), "{seen}");
        let Screen::History(state) = stage.app.top() else {
            panic!("{seen}");
        };
        assert_eq!(state.fact.about.names.len(), 1, "{seen}");
    }
}

#[test]
fn behind_a_draft_and_the_last_act_at_home_stand_their_acts() {
    for language in Language::ALL {
        let mut stage = at(Scope::Home, language).unwrap();
        stage.press("End i");
        assert!(matches!(stage.app.top(), Screen::History(_)));
        assert!(!stage.screen().contains(&words::empty(language, "1")));
        let mut stage = sample(language, 3);
        stage.press("F5 Home 7");
        stage.type_text("去县里");
        stage.app.keep_unfinished();
        stage.press("Esc");
        let drafts = stage.desk().drafts().unwrap();
        let fact = Fact::of_place(&stage.app, &drafts[0].spot.place).unwrap();
        assert_eq!(fact.about.names.len(), 1);
        let acts = stage.desk().history(&fact.about, 99).unwrap();
        assert!(!acts.is_empty());
    }
}

/// What was recorded under a clock that had been put back stands at its place and says so.
#[test]
fn an_act_under_a_clock_that_was_put_back_says_so() {
    for language in Language::ALL {
        let mut stage = marked(language);
        let mark = words::clock_back(language, "");
        let mark = mark.trim();
        stage.press("Esc i");
        assert!(!stage.screen().contains(mark), "{}", stage.screen());
        let id = stage.desk().sessions(0, 9).unwrap();
        let id = id.iter().find(|it| it.ordinal == 3).unwrap().id.clone();
        let path = stage.desk().path().to_owned();
        stage.app.desk = None;
        stage.app.office.stopped = Some("2026-11-23T08:00:00".parse().unwrap());
        stage.app.enter(&path);
        stage.app.go(Screen::live(id));
        stage.press("F5 i 1");
        let seen = stage.screen_of(140, 30);
        let rows: Vec<&str> = seen.lines().filter(|it| it.contains(mark)).collect();
        assert_eq!(rows.len(), 1, "{seen}");
    }
}

/// A history that cannot be read is said to be so, and not that it is empty.
#[test]
fn what_cannot_be_read_is_not_said_to_be_nothing() {
    for language in Language::ALL {
        let mut stage = marked(language);
        let file = rusqlite::Connection::open(stage.desk().path()).unwrap();
        file.execute_batch(
            "DROP TRIGGER journal_no_update;
             UPDATE journal SET bytes = CAST('[]' AS BLOB)
             WHERE seq = (SELECT max(seq) FROM journal)",
        )
        .unwrap();
        stage.press("i 1 1");
        let seen = stage.screen();
        assert!(seen.contains(words::unreadable(language)), "{seen}");
        assert!(!seen.contains(&words::summary(language, 0)), "{seen}");
    }
}
