//! One levy of three of four villages from intake to filed, by keys alone: one village refuses first, a
//! posting is objected to, a follow-up is overdue and taken up again. Each day is a start of its own.

use crate::journey::{run, verify};
use crate::terminal::{Start, Terminal};
use std::fmt::Write;
use std::path::Path;

/// Somebody at the desk on one day, in one language.
struct Desk {
    terminal: Terminal,
    chinese: bool,
}

impl Desk {
    /// Sits down with the sample, at home.
    fn open(data: &Path, tag: &str, day: &str) -> Self {
        let chinese = tag == "zh";
        let clock = format!("{day}T09:00");
        let terminal = Terminal::start(&Start {
            data,
            locale: if chinese {
                "zh_CN.UTF-8"
            } else {
                "en_US.UTF-8"
            },
            size: (80, 24),
            environment: &[("LIANXI_CLOCK", &clock)],
        });
        let mut desk = Self { terminal, chinese };
        desk.see(" 1 ", " 1 ");
        desk.keys("1").see("下次会议", "Next session");
        desk
    }

    /// Waits for words in the language of the desk.
    fn see(&mut self, zh: &str, en: &str) -> &mut Self {
        self.terminal.see(if self.chinese { zh } else { en });
        self
    }

    /// Presses keys, and commits as one what stands in quotes between them.
    fn keys(&mut self, line: &str) -> &mut Self {
        for (at, part) in line.split('"').enumerate() {
            if at % 2 == 0 {
                self.terminal.press(part);
            } else if !part.is_empty() {
                self.terminal.commit(part);
            }
        }
        self
    }

    /// Opens the boards, narrowed to the matter: the sample has postings of its own.
    fn boards(&mut self) -> &mut Self {
        self.keys("8 0 \"三村联修\" PgDn Enter")
    }

    /// Enters on the sheet of the step in use how a body voted: who might, who came, for, against, abstaining.
    fn vote(&mut self, on: &str, rule: &str, counts: [u32; 5], paper: &str) -> &mut Self {
        let mut line = format!("Enter Right Down Down \"{on}\" Down {rule}");
        for count in counts {
            let _written = write!(line, " Down \"{count}\"");
        }
        let _written = write!(line, " Down \"{paper}\" Down Down Down");
        self.keys(&line)
    }

    /// Enters on the sheet of the step in use that it was done.
    fn done(&mut self, on: &str, kept: &str) -> &mut Self {
        self.keys(&format!(
            "Enter Right Down Down \"{on}\" Down Down Down Down Down {kept} PgDn Enter"
        ))
    }

    fn leave(mut self) {
        self.terminal.press("q");
        assert_eq!(self.terminal.ended(), 0);
    }
}

#[test]
fn a_levy_of_three_villages_goes_from_intake_to_filed_in_chinese() {
    journey("zh");
}

#[test]
fn a_levy_of_three_villages_goes_from_intake_to_filed_in_english() {
    journey("en");
}

fn journey(tag: &str) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    taken_in(data, tag);
    decided(data, tag);
    villages_decide(data, tag);
    approved(data, tag);
    posted(data, tag);
    carried_out(data, tag);
    filed(data, tag);
    compared(data, tag);
}

/// Received with the money of three villages, screened, put on the agenda of today's session.
fn taken_in(data: &Path, tag: &str) {
    let mut desk = Desk::open(data, tag, "2026-11-23");
    desk.keys(
        "7 3 \"三村联修灌渠筹资\" Down Down Space Down Space Down Space Down Down Down Down \
         \"渠口三村\" Down Down Space Down Down Down Down Down Down Down Down Down Space",
    );
    desk.see("B 涉及群众切身利益、C 涉及2个村以上", "B touches");
    // What three villages bear comes to more than the whole: the sheet says so at once.
    desk.keys(
        "Down Down Down Down Down Down Down \"3万\" Down \"12000\" Down \"10000\" Down \"8001\"",
    );
    desk.see("30001", "30001");
    desk.keys("Backspace \"0\"").terminal.see_no_more("30001");
    desk.keys("Down \"渠长两公里，三村田地共用。每户筹资筹劳，按受益田亩分担。\" PgDn Enter");
    desk.see("受理     项目", "Received");
    desk.keys("4").see("由各村村民会议决定", "assembly");
    desk.keys("PgDn Enter")
        .see("属于联席会议议事范围 ·", "joint session ·");
    desk.keys("2 \"春灌前要开工\" PgDn Enter")
        .see("议题 6", "6");
    desk.leave();
}

/// Voted in the session, put to the villages, given its path.
fn decided(data: &Path, tag: &str) {
    let mut desk = Desk::open(data, tag, "2026-11-23");
    desk.keys("Home Enter F5 F5 F5").see("· 开会", "· Sitting");
    desk.keys("F5").see("进行中", "Running");
    // The first item is done; the matter is called up before the others.
    desk.keys("a 3 End 1 F5").see("提出动议", "Put a motion");
    desk.keys("\"同意三村联修灌渠，筹资3万元由三村分担，交各村表决。\" Tab");
    desk.see("由联席会议提请各村", "proposes to the villages");
    desk.keys("PgDn Enter F5 F5 F5 8")
        .see("请交各村", "villages");
    desk.keys("F5 Down Enter PgDn Enter")
        .see("交 3 个村各自表决", "3");
    desk.keys("F8 Down l z y Down Down \"12-20\" PgDn Enter");
    desk.see("2026-12-20", "2026-12-20");
    // What is left is heard, or put off.
    desk.keys("F5 F5 F5 F5 F5 End Up Up 4 Down 4")
        .see("缓议", "Deferred");
    desk.keys("F5 8").see("· 散会", "· Closed");
    desk.keys("Esc 0 End 2")
        .see("分村议事、联合申报", "joint application");
    desk.keys("Down Down \"12-31\" PgDn Enter Enter")
        .see("11-26", "11-26");
    // A step out of order is refused, with the one that is to come before it.
    desk.keys("Home Down Down Enter")
        .see("还没有办", "not done yet");
    desk.leave();
}

/// The Party members of each village deliberate, and each village decides; one refuses, and meets again.
fn villages_decide(data: &Path, tag: &str) {
    let mut desk = Desk::open(data, tag, "2026-11-27");
    desk.keys("0 End Enter Home Down Left Left");
    let members = [[30, 25, 24, 0, 1], [40, 30, 28, 2, 0], [20, 15, 15, 0, 0]];
    for (number, counts) in (1..).zip(members) {
        desk.vote("11-26", "", counts, &format!("党员大会记录{number}号"));
        desk.keys("Down \"登记表\" Down \"签到表\" Down \"镇干部\" PgDn Enter");
        desk.see("：通过 ·", "carried").keys("Right");
    }
    desk.leave();

    let mut desk = Desk::open(data, tag, "2026-12-02");
    desk.keys("0 End Enter Home Down Down Left Left");
    let villages = [[60, 50, 48, 1, 1], [45, 40, 40, 0, 0], [40, 32, 10, 20, 2]];
    for (number, counts) in (1..).zip(villages) {
        desk.vote("12-01", "Right", counts, &format!("代表会议{number}号"));
        desk.keys("Down \"签到表\" Down \"农户签字表\" Down \"80\" Down \"100\" PgDn Enter");
        desk.keys("Right");
    }
    desk.see("未同意 12-01", "not agreed");
    // One village is missing, so nothing is applied for.
    desk.keys("Down Enter").see("还没有办", "not done yet");
    desk.leave();

    let mut desk = Desk::open(data, tag, "2026-12-09");
    desk.keys("0 End Enter Home Down Down Right Right");
    // It meets as it met last, so its rule is proposed.
    desk.vote("12-08", "", [40, 38, 30, 5, 3], "代表会议9号");
    desk.keys("Down \"签到表\" Down \"农户签字表\" Down \"80\" Down \"100\" PgDn Enter");
    desk.see("第 2 次", "2");
    desk.see("通过 12-08", "12-08");
    desk.keys("Down")
        .done("12-09", "")
        .see("缺：登记表", "Missing");
    desk.keys("4 Down \"申报表第1号\" PgDn Enter")
        .see("补记登记表", "added");
    desk.leave();
}

/// The county has approved; the text hangs on the boards of three villages and of the area.
fn approved(data: &Path, tag: &str) {
    let mut desk = Desk::open(data, tag, "2026-12-16");
    desk.keys("0 End Enter End Up");
    desk.done("12-15", "Down \"农发批复12号\"")
        .see("：已办 ·", "done");
    desk.keys("Esc Esc")
        .boards()
        .see("未公示：三村联修灌渠", "Not posted: 三村联修灌渠");
    // Where objections are heard stands on every print.
    desk.keys("F7 Down \"片区党群服务中心\" Down \"村务监督电话\" PgDn Enter");
    desk.keys("Home 3 PgDn Enter").see("待张贴 4", "to post 4");
    desk.keys("2 PgDn Enter").see("张贴中 4", "Hanging 4");
    desk.leave();
}

/// An objection is answered, each village shows its photo, the villages' postings come down in time.
fn posted(data: &Path, tag: &str) {
    let mut desk = Desk::open(data, tag, "2026-12-18");
    desk.boards()
        .keys("End Up 5 Down \"我家的田不靠渠，分担太多。\" PgDn Up \"村民一户\" PgDn Enter");
    desk.see("待答复 1", "to answer 1");
    desk.leave();

    let mut desk = Desk::open(data, tag, "2026-12-21");
    desk.boards()
        .keys("Home 6 Down \"已上门核实，田亩数按实际受益面积改为六亩。\" PgDn Enter");
    desk.see("待答复 0", "to answer 0");
    desk.keys("End 8 Up 8 Up 8 Up 8");
    desk.keys("Esc 0 End Enter End Left Left");
    for village in 1..=3 {
        // The board did the step, so only its photo is kept.
        desk.keys(&format!("4 Down \"照片/{village}.jpg\" PgDn Enter"));
        desk.see("：已办 ·", "done").keys("Right");
    }
    desk.leave();

    let mut desk = Desk::open(data, tag, "2027-01-04");
    desk.boards().see("可撤 3", "over 3");
    desk.keys("Home Space Space Space 4 PgDn Enter");
    desk.see("可撤 0", "over 0").see("张贴中 1", "Hanging 1");
    desk.leave();
}

/// The follow-up is overdue, reminded of, done by every village, signed off, re-opened, and signed off again.
fn carried_out(data: &Path, tag: &str) {
    let mut desk = Desk::open(data, tag, "2027-01-04");
    desk.keys("2 Down Down Down Down Down")
        .see("逾15天", "15d late");
    desk.keys("7 Down Down \"片区水管站\" Down Down Down Space Down Space Down Space Down Down");
    desk.keys("\"韩立诚\" PgDn Enter")
        .see("韩立诚签批", "韩立诚");
    desk.keys("F5 PgDn Enter").see("2027-1.md", "2027-1.md");
    // It is done only when every village's part is.
    desk.keys("1")
        .see("全部完成才算办结", "all of them make it done");
    for _village in 0..3 {
        desk.keys("F9 Down Right Down PgDn Enter");
    }
    desk.see("柳沟村已完成", "柳沟村 done");
    desk.keys("1 PgDn Enter").see("办结待审", "signed off");
    desk.keys("F8 PgDn Up \"督办卡第3号\" PgDn Enter")
        .see("已记录：销号", "Closed:");
    desk.leave();

    let mut desk = Desk::open(data, tag, "2027-01-12");
    desk.keys("2 9 End Up Up Up Up Up 5 \"群众反映渗水\" Down \"01-15\" PgDn Enter");
    desk.see("复号重办", "e-opened");
    // An open follow-up keeps its matter from being filed.
    desk.keys("Esc 7 End 1 9").see("没有办结", "is open");
    desk.keys("Esc Esc 2 Home Down Down Down Down Down");
    for _village in 0..3 {
        desk.keys("F9 Down Right Down PgDn Enter");
    }
    desk.keys("1 Down Down Down Down \"督办卡第9号\" PgDn Enter");
    desk.see("未办结 6 项", "6 open");
    // What came of it is made known where it was posted.
    desk.keys("Esc")
        .boards()
        .keys("End F8 PgDn Enter")
        .see("待张贴 4", "to post 4");
    desk.keys("2 PgDn Enter").see("张贴中 5", "Hanging 5");
    desk.leave();
}

/// What the villages hung comes down, what lasts stays; the papers are written, and the matter is filed.
fn filed(data: &Path, tag: &str) {
    let mut desk = Desk::open(data, tag, "2027-01-29");
    desk.keys("0 End Enter Home Down Down Right Right 8 1 Esc 9 1 Esc Esc Esc");
    desk.boards()
        .keys("Home Space Space Space 4 PgDn Enter")
        .see("张贴中 2", "Hanging 2");
    desk.keys("Esc 7 End 1 9")
        .see("材料不全", "Records are missing");
    desk.keys("F4 \"原件存镇档案室\" PgDn Enter")
        .see("进度：归档", "Stage: Filed");
    desk.keys("0 Esc");
    insta::assert_snapshot!(format!("matter.page.{tag}"), desk.terminal.screen());
    desk.leave();
}

/// Compares every paper and figure.
fn compared(data: &Path, tag: &str) {
    let clock = "2027-01-29T18:00";
    verify(data, tag, clock);
    let all: [(&str, &[&str]); 7] = [
        ("show", &["matters", "show", "2026-4"]),
        ("form", &["matters", "form", "2026-4"]),
        ("slip", &["tasks", "slip", "2027-1", "--text"]),
        (
            "quarter",
            &["report", "--period", "2026-Q4", "--format", "csv"],
        ),
        (
            "month",
            &["report", "--period", "2027-01", "--format", "csv"],
        ),
        ("ledgers", &["ledgers", "list", "--period", "2026"]),
        ("boards", &["boards", "list"]),
    ];
    for (name, arguments) in all {
        let said = run(data, tag, clock, arguments);
        insta::assert_snapshot!(format!("matter.{name}.{tag}"), said);
    }
    insta::assert_snapshot!(format!("matter.papers.{tag}"), papers(&data.join("papers")));
}

/// Returns every paper in plain text below a folder, each after its name.
fn papers(folder: &Path) -> String {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let mut said = String::new();
    for path in paths {
        if path.is_dir() {
            said.push_str(&papers(&path));
        } else if path.extension().is_some_and(|it| it == "txt") {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            let _written = write!(said, "=== {name}\n{text}\n");
        }
    }
    said
}
