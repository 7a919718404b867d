//! A session as it really runs, by keys alone: short of quorum at first, a guest, late arrivals, the chair
//! withdrawn for one item, hands that do not add up, a break, another day, the last item from paper.

use crate::journey::{record, verify};
use crate::terminal::{Start, Terminal};
use std::path::Path;

/// The words a journey waits for, in one language.
struct Words {
    locale: &'static str,
    tag: &'static str,
    begin: &'static str,
    again: &'static str,
    home: &'static str,
    no_roll: &'static str,
    last_on_the_roll: &'static str,
    missing: &'static str,
    guest_asked: &'static str,
    reached: &'static str,
    sitting: &'static str,
    resume: &'static str,
    runs: &'static str,
    handed: &'static str,
    motion: &'static str,
    hands: &'static str,
    recused: &'static str,
    differ: &'static str,
    counted: &'static str,
    ended: &'static str,
    announced: &'static str,
    paused: &'static str,
    asked_again: &'static str,
    confirmed: &'static str,
    adjourned: &'static str,
    paper: &'static str,
    voting: &'static str,
    stated: &'static str,
    to_read: &'static str,
    closed: &'static str,
    signed_by: &'static str,
    sealed: &'static str,
}

const CHINESE: Words = Words {
    locale: "zh_CN.UTF-8",
    tag: "zh",
    begin: "试用样例",
    again: "接着用样例",
    home: "下次会议",
    no_roll: "还没有点名",
    last_on_the_roll: "岑文彬 缺席",
    missing: "还差 1 人",
    guest_asked: "加一位列席",
    reached: "达到法定人数",
    sitting: "· 开会",
    resume: "回车",
    runs: "进行中",
    handed: "由韩立诚主持",
    motion: "提出动议",
    hands: "合计",
    recused: "回避                1",
    differ: "少 1",
    counted: "结束表决",
    ended: "待宣布",
    announced: "通过 ·",
    paused: "· 休会",
    asked_again: "清点",
    confirmed: "再次清点",
    adjourned: "· 续会",
    paper: "补录 14:40",
    voting: "表决中",
    stated: "补录 15:05",
    to_read: "宣读：议定事项",
    closed: "· 散会",
    signed_by: "签字人",
    sealed: "会议记录定稿",
};

const ENGLISH: Words = Words {
    locale: "en_US.UTF-8",
    tag: "en",
    begin: "Try the sample",
    again: "Go on with the sample",
    home: "Next session",
    no_roll: "The roll was not called",
    last_on_the_roll: "岑文彬: absent",
    missing: "1 of 7 missing",
    guest_asked: "Add a guest",
    reached: "quorum",
    sitting: "· Sitting",
    resume: "Enter",
    runs: "Running",
    handed: "韩立诚",
    motion: "Put a motion",
    hands: "hands expected",
    recused: "Recused             1",
    differ: "1 too few",
    counted: "End vote",
    ended: "To be announced",
    announced: "Adopted ·",
    paused: "· In a break",
    asked_again: "roll",
    confirmed: "asked again",
    adjourned: "· Adjourned",
    paper: "From paper",
    voting: "Vote open",
    stated: "15:05",
    to_read: "To read aloud",
    closed: "· Closed",
    signed_by: "Signed by",
    sealed: "the record is sealed",
};

#[test]
fn a_session_that_does_not_go_as_planned_is_recorded_whole_in_chinese() {
    journey(&CHINESE);
}

#[test]
fn a_session_that_does_not_go_as_planned_is_recorded_whole_in_english() {
    journey(&ENGLISH);
}

/// Sits down at the desk with the clock at a moment, and goes to the session that runs.
fn sit_down(data: &Path, words: &Words, clock: &str) -> Terminal {
    let mut terminal = Terminal::start(&Start {
        data,
        locale: words.locale,
        size: (80, 24),
        environment: &[("LIANXI_CLOCK", clock)],
    });
    terminal.see(words.again);
    terminal.press("1").see(words.resume);
    terminal.press("Home Enter");
    terminal
}

fn journey(words: &Words) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let mut terminal = Terminal::start(&Start {
        data,
        locale: words.locale,
        size: (80, 24),
        environment: &[],
    });
    terminal.see(words.begin);
    terminal.press("1").see(words.home);
    terminal.press("Enter").see(words.no_roll);

    // Six of twelve are there, one too few: the session waits, and a guest changes nothing about that.
    terminal.press("F5 Home 1 1 1 1 1 1 5 5 5 5 5 5 5");
    terminal.see(words.last_on_the_roll).see(words.missing);
    terminal.press("F5").see(words.missing);
    terminal.press("g").see(words.guest_asked);
    terminal.commit("王技术员 镇农业服务中心");
    terminal.press("PgDn Enter").see_no_more(words.guest_asked);
    terminal.see(words.missing);
    // The seventh comes, and the session is opened.
    terminal.press("Home Down Down Down Down Down Down 1");
    terminal.see(words.reached);
    terminal.press("F5").see(words.sitting);
    terminal.press("q");
    assert_eq!(terminal.ended(), 0);

    // Twenty minutes later two more have come; the fourth item is chaired by another.
    let mut terminal = sit_down(data, words, "2026-11-23T09:20");
    terminal.press("F4 Home Down Down Down Down Down Down Down 1 1");
    terminal.press("F5 F9 F9 F9").see(words.runs);
    terminal.press("h Down h l c PgDn Enter").see(words.handed);
    terminal.press("F5").see(words.motion);
    terminal.commit("同意路灯安装方案，电费由各村分担。");
    // The gate of its matter proposes it to the villages; here the clerk chooses otherwise.
    terminal
        .press("PgDn Up Up Up Up Up Home PgDn Enter")
        .see_no_more(words.motion);

    // A show of hands: the chair of the session withdraws, the first count is one short.
    terminal.press("j").see(words.hands);
    terminal.press("x d s y PgDn Enter").see(words.recused);
    terminal.press("Home 1 Down Down Down 6").see(words.differ);
    terminal.press("F5").see(words.differ);
    terminal.press("Delete").see_no_more(words.differ);
    terminal.press("Home 1 F5").see(words.counted);
    terminal.press("F5").see(words.ended);
    // Digits were typed a moment ago: none of them announces.
    terminal.press("8").see(words.ended);
    terminal.press("End").see(words.announced);
    terminal.press("F5");

    // A break, after which the roll is asked again; then the session breaks off for another day.
    terminal.press("F6").see(words.paused);
    terminal.press("F6").see(words.asked_again);
    terminal.press("F5").see(words.confirmed);
    terminal.press("z");
    terminal.commit("11-24");
    terminal.press("Down");
    terminal.commit("14:30");
    terminal.press("PgDn Enter").see(words.adjourned);
    terminal.press("q");
    assert_eq!(terminal.ended(), 0);

    // The next day it goes on with those who came back.
    let mut terminal = sit_down(data, words, "2026-11-24T14:32");
    terminal.see(words.adjourned);
    terminal.press("F5").see(words.sitting);
    terminal.press("F5 F5").see(words.confirmed);
    terminal.press("q");
    assert_eq!(terminal.ended(), 0);

    // The power failed; the last item is entered in the evening from paper, with the times it states.
    let mut terminal = sit_down(data, words, "2026-11-24T19:00");
    terminal.press("p");
    terminal.commit("会上停电");
    terminal.press("Down");
    terminal.commit("会计记录本第9页");
    terminal.press("Down Backspace Backspace Backspace Backspace Backspace");
    terminal.commit("14:40");
    terminal.press("PgDn Enter").see(words.paper);
    terminal.press("F5").see(words.runs);
    terminal.press("F5").see(words.motion);
    terminal.commit("同意增容费用按用电量分摊。");
    terminal.press("PgDn Enter F5").see(words.voting);
    terminal.press("F5").see(words.voting);
    terminal.press("2").see(words.voting);
    terminal.press("F5").see(words.ended);
    terminal.press("8").see(words.announced);
    terminal.press(".");
    terminal.commit("1505");
    terminal.press("PgDn Enter").see(words.stated);
    terminal.press("F5 F5").see(words.to_read);
    terminal.press("8").see(words.closed);
    terminal.press("F5").see(words.signed_by);
    terminal.commit("、白秀兰");
    terminal.press("Down Down");
    terminal.commit("领建村档案柜三号盒");
    terminal.press("PgDn Enter").see(words.sealed);
    terminal.press("q");
    assert_eq!(terminal.ended(), 0);
    record(data, words.tag, "unplanned", "2026-11-24T19:00");
    verify(data, words.tag, "2026-11-24T19:00");
}
