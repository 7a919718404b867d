//! The main job by keys alone: the sample session from the first screen to the sealed record, in
//! both languages at 80x24, the input method imitated by text committed all at once.

use crate::terminal::{Start, Terminal};
use std::path::Path;
use std::process::Command;

/// The words a journey waits for, in one language.
struct Words {
    locale: &'static str,
    tag: &'static str,
    begin: &'static str,
    again: &'static str,
    home: &'static str,
    no_roll: &'static str,
    everybody: &'static str,
    sitting: &'static str,
    runs: &'static str,
    noted: &'static str,
    no_words: &'static str,
    motion: &'static str,
    voting: &'static str,
    counted: &'static str,
    announced: &'static str,
    reopened: &'static str,
    to_read: &'static str,
    closed: &'static str,
    sealed: &'static str,
    resume: &'static str,
    deferred: &'static str,
    carried: &'static str,
    signed_by: &'static str,
    written: &'static str,
}

const CHINESE: Words = Words {
    locale: "zh_CN.UTF-8",
    tag: "zh",
    begin: "试用样例",
    again: "接着用样例",
    home: "下次会议",
    no_roll: "还没有点名",
    everybody: "公出",
    sitting: "· 开会",
    runs: "进行中",
    noted: "11-23 周一 进展",
    no_words: "还没有文字",
    motion: "提出动议",
    voting: "表决中",
    counted: "待宣布",
    announced: "通过 ·",
    reopened: "已撤销",
    to_read: "宣读：议定事项",
    closed: "· 散会",
    sealed: "会议记录定稿",
    written: "已写出",
    resume: "回车",
    deferred: "缓议",
    carried: "等",
    signed_by: "签字人",
};

const ENGLISH: Words = Words {
    locale: "en_US.UTF-8",
    tag: "en",
    begin: "Try the sample",
    again: "Go on with the sample",
    home: "Next session",
    no_roll: "The roll was not called",
    everybody: "On duty",
    sitting: "· Sitting",
    runs: "Running",
    noted: "Mon 23 Nov progress",
    no_words: "no words yet",
    motion: "Put a motion",
    voting: "Vote open",
    counted: "To be announced",
    announced: "Adopted ·",
    reopened: "Undone",
    to_read: "To read aloud",
    closed: "· Closed",
    sealed: "the record is sealed",
    written: "Written",
    resume: "Enter",
    deferred: "Deferred",
    carried: "Recorded",
    signed_by: "Signed by",
};

#[test]
fn a_session_runs_from_the_first_screen_to_the_sealed_record_in_chinese() {
    journey(&CHINESE);
}

#[test]
fn a_session_runs_from_the_first_screen_to_the_sealed_record_in_english() {
    journey(&ENGLISH);
}

fn journey(words: &Words) {
    let folder = tempfile::tempdir().unwrap();
    let start = Start {
        data: folder.path(),
        locale: words.locale,
        size: (80, 24),
        environment: &[],
    };
    let mut terminal = Terminal::start(&start);
    terminal.see(words.begin);
    terminal.press("1").see(words.home);
    terminal.press("Enter").see(words.no_roll);

    // The roll: everybody is here but one who is ill and one who is away on duty.
    terminal.press("F5 Down Down 2 4").see(words.everybody);
    terminal.press("F5 F5").see(words.sitting);

    // The first item goes through the follow-ups: what is set on the spot stands in its minutes too.
    terminal.press("F5").see(words.runs);
    terminal.press("2");
    terminal.commit("已清到第五段，还差验收").see("第五段");
    terminal.press("PgDn Enter").see(words.noted);
    // A speech, stamped by pinyin initials, words committed by the input method.
    terminal.press("F3");
    terminal.press("b x l Enter").see(words.no_words);
    terminal
        .commit("上次定的四件事，三件办完，一件还差验收。")
        .see("还差验收");
    // In the middle of the next sentence somebody leaves; the caret comes back to its place.
    terminal.press("F4 End 6 Esc").see("还差验收");
    terminal.commit("月底前补上。").see("月底前补上");
    terminal.press("Esc F9 F9 F9").see(words.runs);

    // A motion, worded twice, voted with an exception and a recusal, reopened, counted, announced.
    terminal.press("F5").see(words.motion);
    terminal
        .commit("同意路灯安装方案，电费由各村分担。")
        .see("分担");
    // The gate of its matter proposes it to the villages; here the clerk chooses otherwise.
    terminal
        .press("PgDn Up Up Up Up Up Home PgDn Enter")
        .see_no_more(words.motion);
    terminal.press("F2").see("分担");
    terminal.press("End Backspace");
    terminal.commit("，年底公布账目。").see("年底公布账目");
    terminal.press("PgDn Enter F5").see(words.voting);
    terminal.press("F5").see(words.voting);
    terminal.press("2").see(words.voting);
    terminal.press("5 PgDn Enter").see(words.voting);
    terminal.press("F5").see(words.counted);
    terminal.press("u").see(words.reopened);
    terminal.see(words.voting);
    terminal.press("F5").see(words.counted);
    terminal.press("F5").see("8");
    terminal.press("8").see(words.announced);

    // A follow-up from the item: what is proposed, who by initials, when in ten days.
    terminal.press("F8 Down m c s Down Down + 1 0");
    terminal.press("PgDn Enter").see("2026-12-03");

    // A kill loses nothing that was recorded; home offers to resume where it stood.
    terminal.kill();
    let mut terminal = Terminal::start(&start);
    terminal.see(words.again);
    terminal.press("1").see(words.resume);
    terminal.press("Enter").see(words.sitting);

    // The item is done, the last one is put off; what was decided is read aloud; 散会.
    terminal.press("F5 F5").see(words.runs);
    terminal.press("a End 4").see(words.deferred);
    terminal.press("F5").see(words.to_read);
    terminal.press("F5 8").see(words.closed);
    terminal.press("1 Enter").see(words.carried);

    // The record is written, then sealed as signed.
    terminal.press("F10 1").see(words.written);
    terminal.press("Esc F5").see(words.signed_by);
    // Whoever chaired kept the minutes as well, so another has checked them.
    terminal.commit("、白秀兰");
    terminal.press("Down Down");
    terminal.commit("领建村档案柜三号盒").see("三号盒");
    terminal.press("PgDn Enter").see(words.sealed);
    terminal.press("q");
    assert_eq!(terminal.ended(), 0);
    // The record and the file prove what the keys did.
    record(folder.path(), words.tag, "journey", "2026-11-23T09:00");
    verify(folder.path(), words.tag, "2026-11-23T09:00");
    assert!(written(folder.path()), "the key wrote the record too");
}

/// Compares the record of the sample's third session, as the command line writes it on the day of signing.
pub fn record(data: &Path, tag: &str, journey: &str, clock: &str) {
    let record = run(data, tag, clock, &["record", "3"]);
    insta::with_settings!({filters => vec![("[0-9a-f]{4}(-[0-9a-f]{4}){7}", "[head]")]}, {
        insta::assert_snapshot!(format!("{journey}.{tag}.md"), record);
    });
}

/// Proves the file.
pub fn verify(data: &Path, tag: &str, clock: &str) {
    run(data, tag, clock, &["verify"]);
}

/// Runs the program over the sample and returns what it wrote.
pub fn run(data: &Path, tag: &str, clock: &str, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_lianxi"))
        .args(arguments)
        .args(["--committee", "sample", "--lang", tag])
        .env("LIANXI_DATA", data)
        .env("LIANXI_CLOCK", clock)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// Says whether a Markdown file lies anywhere below a folder.
fn written(folder: &Path) -> bool {
    std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .any(|entry| {
            let path = entry.path();
            path.is_dir() && written(&path) || path.extension().is_some_and(|ending| ending == "md")
        })
}
