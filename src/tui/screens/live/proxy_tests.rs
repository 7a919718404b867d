//! Proxies and recusals put right, played by keys.

#![allow(clippy::unwrap_used)]

use super::sheets::may_give;
use super::{roll, seen, vote as votes};
use crate::domain::Command;
use crate::domain::rule::{Base, Name, Provenance, Proxies, Rule, joint_default};
use crate::domain::session::correction::Corrected;
use crate::domain::session::recusal::{Matter, Recusal};
use crate::domain::session::{self, RollMark, agenda};
use crate::domain::vote::{self, Choice, Effect, Outcome};
use crate::i18n::{
    Language, bases, in_force as force, live as live_words, proxy as words, recusal_mend as mend,
    terms,
};
use crate::tui::action::Why;
use crate::tui::screens::Screen;
use crate::tui::screens::record;
use crate::tui::screens::scene::line;
use crate::tui::screens::sequel::tests::{at, drafted, vote_on, whole};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

/// Sits with 张秀英 away, by a rule of its own that knows proxies, or by the default.
fn away(language: Language, proxies: bool) -> Stage {
    let rule = Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("本会规则"),
            en: line("Our rule"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        from: "2026-01-01".parse().ok(),
        close: None,
        proxies: Some(Proxies {
            each: 1,
            in_quorum: false,
        }),
        ..joint_default()
    };
    let mut stage = drafted(language, proxies.then_some(rule), Effect::Decides);
    stage.record(&[Command::Session(session::Command::Mark {
        id: "s1".into(),
        person: "张秀英".into(),
        mark: RollMark::Absent,
        at: at("08:38"),
    })]);
    stage.app.go(Screen::live("s1".into()));
    stage.press("F4");
    assert!(roll::select(&mut stage.app, &"张秀英".into()));
    stage
}

#[test]
fn a_proxy_is_given_on_the_roll_used_in_the_vote_and_printed() {
    for language in Language::ALL {
        let mut stage = away(language, true);
        let before = stage.screen_of(120, 40);
        stage.press("e");
        stage.every_size();
        stage.type_text("王建国");
        stage.press("Down");
        stage.type_text("11月20日委托书");
        assert_snapshot!(format!("proxy_sheet_{language}"), stage.screen());
        // What was typed is kept, in either language.
        stage.press("Esc e");
        assert!(
            stage.screen().contains("11月20日委托书"),
            "{}",
            stage.screen()
        );
        stage.press("PgDn Enter");
        let given = seen(&stage.app).ok().unwrap().1.proxies.clone();
        assert_eq!(given.len(), 1, "{}", stage.screen());
        assert_eq!(given.first().unwrap().holder.as_str(), "王建国");
        let row = stage.caret_row();
        assert!(row.contains(&words::by(language, "王建国")), "{row}");
        // Where somebody votes for another only a vote by name is offered.
        let screen = stage.screen();
        assert!(
            !screen.contains("[j]") && !screen.contains("[#]"),
            "{screen}"
        );
        assert!(before.contains("[j]") && before.contains("[#]"), "{before}");
        stage.every_size();
        stage.press("F5");
        assert!(votes::select(&mut stage.app, &"张秀英".into()));
        stage.press("2");
        assert!(votes::select(&mut stage.app, &"张秀英".into()));
        let row = stage.caret_row();
        assert!(row.contains(&words::cast(language, "王建国")), "{row}");
        assert_snapshot!(format!("proxy_in_a_vote_{language}"), stage.screen());
        stage.every_size();
        stage.press("%");
        let by_proxy = bases::present_by_proxy(language, terms::base(language, Base::Present), 1);
        assert!(stage.screen().contains(&by_proxy), "{}", stage.screen());
        stage.press("Esc");
        stage.press("9 e 8");
        let (_, _, world) = seen(&stage.app).ok().unwrap();
        let result = world
            .motion(&"m1".into())
            .unwrap()
            .result()
            .unwrap()
            .clone();
        assert_eq!((result.tally.counts.yes, result.tally.counts.no), (3, 1));
        assert_eq!(result.outcome, Outcome::Adopted);
        stage
            .app
            .go(Screen::Record(record::State::new("s1".into())));
        stage.screen();
        let paper = whole(&mut stage);
        // Told once, beside the number it is part of and behind no nought.
        let (among, told) = match language {
            Language::Zh => ("以上所投的 4 票中代投 1 票，算到会", "代投 1 票"),
            Language::En => (
                "of the 4 votes cast, one was cast for somebody else, counted as present",
                "cast for somebody else, counted as present",
            ),
        };
        // However the lines are broken.
        let flat = |said: &str| said.split_whitespace().collect::<String>();
        assert!(flat(&paper).contains(&flat(among)), "{paper}");
        assert_eq!(flat(&paper).matches(&flat(told)).count(), 1, "{paper}");
        for said in [
            words::label(language).to_owned(),
            words::label_cast(language).to_owned(),
            words::cast_for(language, "张秀英", "王建国"),
        ] {
            assert!(paper.contains(&said), "{said}\n{paper}");
        }
    }
}

#[test]
fn a_proxy_is_taken_back_by_the_same_key_and_no_law_knows_one() {
    for language in Language::ALL {
        let mut stage = away(language, true);
        stage.press("e");
        stage.type_text("王建国");
        stage.press("Down");
        stage.type_text("委托书");
        stage.press("PgDn Enter e");
        assert!(stage.screen().contains(words::back(language)));
        // Untouched it takes nothing back.
        stage.press("PgDn Enter");
        let lasting = |stage: &Stage| {
            let (_, session, _) = seen(&stage.app).ok().unwrap();
            session.lasting_proxies().count()
        };
        assert_eq!(lasting(&stage), 1, "{}", stage.screen());
        stage.press("PgUp Space PgDn Enter");
        assert_eq!(lasting(&stage), 0, "{}", stage.screen());
        // It has a key and a row of its own, which say so where none is on record.
        stage.press("n");
        assert_eq!(stage.said(), words::none_given(language));
        stage.press("e");
        stage.type_text("王建国");
        stage.press("Down");
        stage.type_text("委托书");
        stage.press("PgDn Enter Enter");
        stage.type_text(words::back_short(language));
        let menu = stage.screen();
        assert!(menu.contains(words::back_short(language)), "{menu}");
        stage.press("Esc Esc n");
        assert_eq!(lasting(&stage), 0, "{}", stage.screen());
        stage.press("u");
        assert_eq!(lasting(&stage), 1, "{}", stage.screen());

        let stage = away(language, false);
        let refused = may_give(&stage.app).unwrap_err();
        assert!(
            matches!(&refused, Why::Says(says) if says(language) == words::none_allowed(language))
        );
    }
}

/// Decides with 王建国 withdrawn from the item, and closes.
fn closed(language: Language) -> Stage {
    let mut stage = drafted(language, None, Effect::Decides);
    stage.record(&[Command::Session(session::Command::Recuse {
        id: "s1".into(),
        recusal: Recusal::since(
            "王建国".into(),
            Matter::Item { item: "i1".into() },
            line("与承包人有亲属关系").into(),
            at("08:40"),
        ),
    })]);
    decided(stage, &[])
}

/// Opens the vote, does something in it, decides and closes.
fn decided(mut stage: Stage, in_it: &[Command]) -> Stage {
    stage.record(&[Command::Vote(vote::Command::Open {
        motion: "m1".into(),
        at: at("08:45"),
    })]);
    stage.record(in_it);
    stage.record(&[
        Command::Vote(vote::Command::AllFor {
            motion: "m1".into(),
        }),
        Command::Vote(vote::Command::End {
            motion: "m1".into(),
            at: at("08:50"),
        }),
        Command::Vote(vote::Command::Announce {
            motion: "m1".into(),
            at: at("08:51"),
        }),
        Command::Session(session::Command::Close {
            id: "s1".into(),
            at: at("08:55"),
        }),
    ]);
    stage.app.go(Screen::live("s1".into()));
    stage.screen();
    stage
}

fn corrections(stage: &Stage) -> Vec<Corrected> {
    let (_, session, world) = seen(&stage.app).ok().unwrap();
    let made = world.corrections_of(&session.id);
    made.map(|it| it.change.clone()).collect()
}

#[test]
fn a_recusal_that_never_was_is_put_right_after_the_close_with_what_it_changes_said() {
    for language in Language::ALL {
        let mut stage = closed(language);
        stage.press("$");
        stage.every_size();
        stage.press("Enter");
        // As it stands nothing is corrected.
        stage.press("PgDn Enter");
        assert!(corrections(&stage).is_empty());
        stage.press("PgDn Up Up Up Right");
        assert_snapshot!(format!("recusal_never_was_{language}"), stage.screen());
        stage.every_size();
        stage.press("PgDn Up");
        stage.type_text("记错人了");
        stage.press("PgDn Enter");
        let made = corrections(&stage);
        // The vote comes out the same, and its lines say so too.
        let [
            Corrected::Recusal { from, to, votes },
            Corrected::Voice { .. },
        ] = made.as_slice()
        else {
            panic!("{made:?}\n{}", stage.screen());
        };
        assert!(from.is_some() && to.is_none());
        assert_eq!(votes.len(), 1);
        assert!(seen(&stage.app).ok().unwrap().1.recusals.is_empty());
        stage
            .app
            .go(Screen::Record(record::State::new("s1".into())));
        stage.screen();
        let paper = whole(&mut stage);
        for said in [
            mend::what(language, "王建国"),
            mend::never_was(language).to_owned(),
            "记错人了".to_owned(),
        ] {
            assert!(paper.contains(&said), "{said}\n{paper}");
        }
    }
}

#[test]
fn a_recusal_only_noted_in_a_vote_is_among_them_and_is_put_right_as_the_voice_it_is() {
    for language in Language::ALL {
        let noted = Command::Vote(vote::Command::Take {
            motion: "m1".into(),
            person: "王建国".into(),
            choice: Choice::Recused {
                reason: line("与承包人有亲属关系").into(),
            },
        });
        let mut stage = decided(drafted(language, None, Effect::Decides), &[noted]);
        stage.press("$");
        let screen = stage.screen();
        assert!(screen.contains("王建国"), "{screen}");
        assert!(screen.contains(mend::which_missed(language)), "{screen}");
        stage.every_size();
        stage.press("Home Enter");
        let title = live_words::correction_title(language, "王建国");
        assert!(stage.screen().contains(title.trim()), "{}", stage.screen());
    }
}

#[test]
fn a_recusal_that_was_missed_is_entered_and_the_vote_is_left_to_its_own_correction() {
    for language in Language::ALL {
        let mut stage = drafted(language, None, Effect::Decides);
        vote_on(&mut stage, 3);
        stage.record(&[
            Command::Vote(vote::Command::Announce {
                motion: "m1".into(),
                at: at("08:51"),
            }),
            Command::Session(session::Command::Close {
                id: "s1".into(),
                at: at("08:55"),
            }),
        ]);
        stage.app.go(Screen::live("s1".into()));
        stage.screen();
        stage.press("$ End Enter");
        stage.type_text("李春梅");
        // The item in hand is proposed.
        stage.press("Down Down");
        stage.type_text("与承包人有亲属关系");
        stage.press("Down");
        stage.type_text("08:40");
        stage.press("Tab");
        // Without the vote of 李春梅 two of four are not more than half.
        let screen = stage.screen();
        assert_snapshot!(format!("recusal_missed_{language}"), screen);
        stage.press("PgDn Up");
        stage.type_text("漏记");
        stage.press("PgDn Enter");
        let made = corrections(&stage);
        let [Corrected::Recusal { votes, .. }] = made.as_slice() else {
            panic!("{made:?}\n{}", stage.screen());
        };
        assert!(votes.first().unwrap().turns());
        let (_, _, world) = seen(&stage.app).ok().unwrap();
        let result = world.motion(&"m1".into()).unwrap().result().unwrap();
        assert_eq!(result.outcome, Outcome::Adopted);
    }
}

#[test]
fn what_was_cast_for_whoever_comes_is_said_to_be_gone_and_stands_in_the_record() {
    for language in Language::ALL {
        let mut stage = away(language, true);
        stage.press("e");
        stage.type_text("王建国");
        stage.press("Down");
        stage.type_text("委托书");
        let sheet = stage.screen();
        // The session's own rule knows no proxies, and the sheet says where this one does not count.
        let idle = force::proxy_idle_at(language, force::whose_session(language).trim());
        assert!(sheet.contains(&idle), "{sheet}");
        stage.press("PgDn Enter F5");
        assert!(votes::select(&mut stage.app, &"张秀英".into()));
        stage.press("2 F4");
        assert!(roll::select(&mut stage.app, &"张秀英".into()));
        stage.press("1");
        let clock = seen(&stage.app)
            .ok()
            .and_then(|(_, session, world)| {
                let ballot = world.open_vote(&session.id)?.ballot()?;
                Some(ballot.dropped.first()?.at?.clock())
            })
            .unwrap();
        let gone = words::act_dropped_came(language, "张秀英", clock.as_str(), "王建国");
        assert!(stage.said().contains(&gone), "{}", stage.said());
        stage.press("F7");
        assert!(votes::select(&mut stage.app, &"张秀英".into()));
        let against = terms::choice(language, &Choice::Against);
        let row = stage.caret_row();
        let said = words::dropped_here(language, "王建国", against, "came");
        assert!(row.contains(&said), "{row}");
        stage.press("1 9 e 8");
        stage
            .app
            .go(Screen::Record(record::State::new("s1".into())));
        stage.screen();
        let paper = whole(&mut stage);
        assert!(paper.contains(words::label_dropped(language)), "{paper}");
    }
}

#[test]
fn a_proxy_that_counts_under_another_rule_only_is_said_to_be_idle() {
    for language in Language::ALL {
        // The item has a rule that knows them; a second item that does not is taken up.
        let mut stage = away(language, true);
        stage.press("e");
        stage.type_text("王建国");
        stage.press("Down");
        stage.type_text("委托书");
        stage.press("PgDn Enter");
        let row = stage.caret_row();
        assert!(row.contains(&words::by(language, "王建国")), "{row}");
        stage.record(&[Command::Agenda(agenda::Command::Pause {
            item: "i1".into(),
            at: at("09:20"),
        })]);
        assert!(roll::select(&mut stage.app, &"张秀英".into()));
        stage.screen();
        let number = if language == Language::Zh { "一" } else { "1" };
        let at = force::proxies_at(language, number, 1);
        let elsewhere = force::proxy_elsewhere(language, "王建国", at);
        let row = stage.caret_row();
        assert!(row.contains(&elsewhere), "{row}");
    }
}
