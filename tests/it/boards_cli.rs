//! Boards written to on a shell: the same masker, the same refusals, the same warning as on the screen.

use crate::shell::{EN, ZH, answer, program, sample};
use std::path::Path;

/// Runs `lianxi boards` and returns what it said on both streams.
fn does(folder: &Path, language: &str, arguments: &[&str]) -> String {
    let (code, out, err) = sample(folder, language, &[&["boards"], arguments].concat());
    assert_eq!(code, 0, "{arguments:?}: {out}{err}");
    out + &err
}

fn refused(folder: &Path, language: &str, arguments: &[&str]) -> String {
    let (code, out, err) = sample(folder, language, &[&["boards"], arguments].concat());
    assert_ne!(code, 0, "{arguments:?}: {out}");
    err
}

const NOTICE: [&str; 10] = [
    "draft",
    "--title",
    "救助名单",
    "--text",
    "低保户王小明，370406195002031238，电话13800138000",
    "--board",
    "河湾村",
    "--kind",
    "notice",
    "--affairs=village",
];

#[test]
fn what_is_drafted_is_masked_told_and_warned_of() {
    for (language, masks, nowhere) in [
        (ZH, "已遮盖 3 处", "没有受理地点"),
        (EN, "3 places were masked", "No place and no telephone"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        does(
            folder.path(),
            language,
            &["contact", "--place", "", "--phone", ""],
        );
        let said = does(folder.path(), language, &NOTICE);
        assert!(said.contains(masks), "{said}");
        assert!(said.contains("13800138000 → 138****8000"), "{said}");
        assert!(said.contains(nowhere), "{said}");
        assert!(said.contains("lianxi boards contact"), "{said}");
        let paper = does(folder.path(), language, &["show", "救助名单"]);
        assert!(
            paper.contains("王某") && !paper.contains("王小明"),
            "{paper}"
        );
        assert!(!paper.contains("195002031238"), "{paper}");
        // Once it is said where to object, nothing is warned of, and the paper says it.
        let contact = [
            "contact",
            "--place",
            "河湾村委会",
            "--phone",
            "0632-1234567",
        ];
        does(folder.path(), language, &contact);
        let said = does(folder.path(), language, &["post", "救助名单"]);
        assert!(!said.contains(nowhere), "{said}");
        let paper = does(folder.path(), language, &["show", "救助名单"]);
        assert!(paper.contains("0632-1234567"), "{paper}");
        // A telephone that names somebody is none.
        let err = refused(
            folder.path(),
            language,
            &["contact", "--place", "低保户王小明家"],
        );
        assert!(err.contains("王小明"), "{err}");
    }
}

#[test]
fn a_posting_goes_its_whole_way_and_is_refused_where_the_screen_refuses_it() {
    for (language, early) in [(ZH, "原因"), (EN, "reason")] {
        let folder = tempfile::tempdir().unwrap();
        let does = |arguments: &[&str]| does(folder.path(), language, arguments);
        let refused = |arguments: &[&str]| refused(folder.path(), language, arguments);
        does(&NOTICE);
        // Nothing is objected to what does not hang, and the remedy is a subcommand.
        let err = refused(&["object", "救助名单", "少了一户"]);
        assert!(err.contains("lianxi boards post"), "{err}");
        does(&["post", "救助名单"]);
        let err = refused(&["post", "救助名单"]);
        assert!(err.contains("lianxi boards take-down"), "{err}");
        does(&["object", "救助名单", "少了一户", "--who", "赵大山"]);
        let told = does(&["show", "救助名单"]);
        assert!(
            told.contains("少了一户") && told.contains("赵大山"),
            "{told}"
        );
        refused(&["answer", "救助名单", "2", "已核实"]);
        does(&["answer", "救助名单", "1", "已核实，补上"]);
        refused(&["answer", "救助名单", "1", "再答一次"]);
        // Down before its time wants a reason, and another is to hang in its place.
        let err = refused(&["take-down", "救助名单"]);
        assert!(err.contains(early), "{err}");
        does(&["take-down", "救助名单", "--reason", "大风"]);
        let list = does(&["list"]);
        assert!(list.contains("救助名单"), "{list}");
        let err = refused(&["post", "救助名单", "--on", "2099-01-01"]);
        assert!(err.contains("2099-01-01"), "{err}");
    }
}

#[test]
fn which_posting_and_which_board_are_asked_and_never_guessed() {
    for language in [ZH, EN] {
        let folder = tempfile::tempdir().unwrap();
        let does = |arguments: &[&str]| does(folder.path(), language, arguments);
        let refused = |arguments: &[&str]| refused(folder.path(), language, arguments);
        let two = ["draft", "--title", "修路", "--text", "每户一工。"];
        let err = refused(&two);
        assert!(err.contains("--board"), "{err}");
        let two = [&two[..], &["--board", "河湾村", "--board", "area"]].concat();
        does(&two);
        let err = refused(&["post", "修路"]);
        assert!(err.contains("河湾村") && err.contains("--all"), "{err}");
        does(&["post", "修路", "--board", "河湾村"]);
        does(&["post", "修路", "--board", "area"]);
        refused(&["post", "没有的"]);
        refused(&[
            "draft",
            "--title",
            "修",
            "--text",
            "路",
            "--board",
            "没有村",
        ]);
        refused(&[
            "draft", "--title", "修", "--text", "路", "--board", "area", "--kind", "x",
        ]);
        refused(&["draft", "--title", "修", "--text", "", "--board", "area"]);
        // Of a matter the text and the boards are proposed.
        let said = does(&["draft", "2026-1", "--result"]);
        assert!(said.lines().count() >= 4, "{said}");
        // No second one of the same words, and none where nothing is closed that it could tell.
        let list = does(&["list"]);
        refused(&["draft", "2026-1", "--result"]);
        refused(&["draft", "2026-1", "--result", "--board", "河湾村"]);
        assert_eq!(does(&["list"]), list);
        let err = refused(&["draft", "2026-2", "--result"]);
        assert!(err.contains("lianxi tasks sign"), "{err}");
        refused(&["draft", "2026-99"]);
    }
}

#[test]
fn a_posting_is_worded_moved_pictured_referred_and_given_up() {
    for (language, anew, hanging) in [
        (ZH, "理由", "lianxi boards take-down"),
        (EN, "reason", "lianxi boards take-down"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let does = |arguments: &[&str]| does(folder.path(), language, arguments);
        let refused = |arguments: &[&str]| refused(folder.path(), language, arguments);
        does(&NOTICE);
        // Nothing is pictured or moved that does not hang.
        for given in [
            &["photo", "救助名单", "照片/1.jpg"][..],
            &["move", "救助名单", "--to", "2027-03-01", "--reason", "放假"],
            &["refer", "救助名单", "1"],
        ] {
            refused(given);
        }
        // What is not said stays, and the masker is never gone round.
        let said = does(&["word", "救助名单", "--text", "低保户李小明，13900139000"]);
        assert!(said.contains("13900139000 → 139****9000"), "{said}");
        let paper = does(&["show", "救助名单"]);
        assert!(
            paper.contains("李某") && paper.contains("救助名单"),
            "{paper}"
        );
        assert!(!paper.contains("李小明") && !paper.contains("13900139000"));
        does(&["post", "救助名单"]);
        // Once it hangs another wording wants a reason.
        let other = ["word", "救助名单", "--title", "救助名单（更正）"];
        let err = refused(&other);
        assert!(err.contains(anew) && err.contains("--reason"), "{err}");
        does(&[&other[..], &["--reason", "标题有误"]].concat());
        does(&["photo", "更正", "照片/1.jpg"]);
        let early = ["move", "更正", "--to", "2026-11-24", "--reason", "放假"];
        let err = refused(&early);
        assert!(err.contains("2026") && err.contains("15"), "{err}");
        does(&["move", "更正", "--to", "2027-03-01", "--reason", "放假"]);
        let list = does(&["list"]);
        let row = list.lines().find(|it| it.contains("更正")).unwrap();
        assert!(row.contains("2027") && row.contains('1'), "{row}");
        does(&["object", "更正", "少了一户"]);
        refused(&["refer", "更正", "7"]);
        does(&["refer", "更正", "1"]);
        let err = refused(&["refer", "更正", "1"]);
        assert!(err.contains("lianxi boards answer"), "{err}");
        // What hangs is taken down and not given up; a draft is given up.
        let err = refused(&["drop", "更正", "--reason", "不挂了"]);
        assert!(err.contains(hanging), "{err}");
        let two = ["draft", "--title", "修路", "--text", "每户一工。"];
        does(&[&two[..], &["--board", "河湾村", "--board", "area"]].concat());
        let err = refused(&["drop", "修路", "--reason", "不修了"]);
        assert!(err.contains("--all"), "{err}");
        does(&["drop", "修路", "--all", "--reason", "不修了"]);
        assert!(!does(&["list"]).contains("修路"));
    }
}

#[test]
fn every_place_is_counted_and_a_name_that_stands_nowhere_is_told() {
    for (language, three, one, none, nowhere) in [
        (
            ZH,
            ["已遮盖 3 处", "李大山 → 李某（3 处）"],
            "已遮盖 1 处",
            "没有需要遮盖的",
            "没有“赵六、钱七”",
        ),
        (
            EN,
            ["3 places were masked", "李大山 → 李某 (3 places)"],
            "1 place was masked",
            "Nothing had to be masked",
            "not masked: 赵六, 钱七",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let does = |arguments: &[&str]| does(folder.path(), language, arguments);
        let two = ["--board", "河湾村", "--board", "area"];
        let said = does(&[&["draft", "--title", "修路", "--text", "待定"][..], &two].concat());
        assert!(said.contains(none) && !said.contains("→"), "{said}");
        // One text on two boards is told of once, and each of its places is counted.
        let text = "李大山申请。河湾村李大山同意，李大山签字。";
        let word = ["word", "修路", "--all", "--text", text, "--hide", "李大山"];
        let said = does(&[&word[..], &["--hide", "赵六", "--hide", "钱七"]].concat());
        for words in three {
            assert!(said.contains(words), "{words}: {said}");
        }
        assert!(said.contains(nowhere), "{said}");
        let paper = does(&["show", "修路", "--board", "area"]);
        assert_eq!(paper.matches("李某").count(), 3, "{paper}");
        let said = does(&["word", "修路", "--all", "--text", "电话13800138000"]);
        assert!(said.contains(one) && !said.contains("赵六"), "{said}");
    }
}

#[test]
fn an_objection_is_not_answered_nor_handed_on_before_the_day_it_came_in() {
    for (language, since, referred) in [
        (
            ZH,
            "提的，日期不能在这之前",
            [
                "转镇街答复（2026年11月22日",
                "期限由 2026年11月27日 周五 改为 2026年12月2日",
                "第 1 条意见转镇街，2026年12月2日",
            ],
        ),
        (
            EN,
            "came in on",
            [
                "Handed to the township (Sun 22 Nov 2026)",
                "from Fri 27 Nov 2026 to Wed 2 Dec 2026",
                "objection 1 to the township, to be answered by Wed 2 Dec 2026",
            ],
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let does = |arguments: &[&str]| does(folder.path(), language, arguments);
        does(&NOTICE);
        does(&["post", "救助名单", "--on", "2026-11-20"]);
        does(&["object", "救助名单", "少了一户", "--on", "2026-11-22"]);
        let day = ["--on", "2026-11-21"];
        for given in [
            &["refer", "救助名单", "1"][..],
            &["answer", "救助名单", "1", "已核实"],
        ] {
            let err = refused(folder.path(), language, &[given, &day].concat());
            assert!(err.contains(since) && err.contains("22"), "{err}");
        }
        does(&["refer", "救助名单", "1", "--on", "2026-11-22"]);
        // When and to whom, and how its term moved with it: five days, then ten.
        let said = does(&["show", "救助名单"]);
        for words in referred {
            assert!(said.contains(words), "{words}: {said}");
        }
    }
}

#[test]
fn only_ways_that_a_command_has_are_named_and_several_are_told_apart() {
    for (language, id) in [(ZH, "写编号"), (EN, "give its id")] {
        let folder = tempfile::tempdir().unwrap();
        let does = |arguments: &[&str]| does(folder.path(), language, arguments);
        let refused = |arguments: &[&str]| refused(folder.path(), language, arguments);
        let draft = |title: &str, boards: &[&str]| {
            let boards = boards.iter().flat_map(|it| ["--board", it]);
            let given: Vec<&str> = ["draft", "--title", title, "--text", "每户一工。"]
                .into_iter()
                .chain(boards)
                .collect();
            does(&given)
        };
        draft("修路", &["河湾村", "area"]);
        // What takes one has no --all; what takes several has.
        for given in [
            &["photo", "修路", "1.jpg"][..],
            &["object", "修路", "太多"],
            &["answer", "修路", "1", "已核实"],
            &["refer", "修路", "1"],
            &["show", "修路"],
        ] {
            let err = refused(given);
            assert!(err.contains("--board") && !err.contains("--all"), "{err}");
        }
        for given in [
            &["post", "修路"][..],
            &["word", "修路", "--text", "两工"],
            &["move", "修路", "--to", "2027-03-01", "--reason", "放假"],
            &["take-down", "修路"],
            &["drop", "修路", "--reason", "不修了"],
        ] {
            let err = refused(given);
            assert!(err.contains("--board") && err.contains("--all"), "{err}");
        }
        // Another on the same board: the very title is meant before words of it.
        draft("修路（更正）", &["河湾村"]);
        let err = refused(&["post", "修", "--board", "河湾村"]);
        assert!(
            !err.contains("--board") && err.contains("修路（更正）"),
            "{err}"
        );
        does(&["post", "修路", "--board", "河湾村"]);
        // One of the same title on the same board is named by its id.
        draft("修路", &["河湾村"]);
        let err = refused(&["photo", "修路", "1.jpg", "--board", "河湾村"]);
        assert!(err.contains(id) && !err.contains("--board"), "{err}");
        let (_, rest) = err.split_once('[').unwrap();
        let (named, _) = rest.split_once(']').unwrap();
        does(&["show", named]);
    }
}

#[test]
fn of_several_those_to_which_it_cannot_happen_are_left_out_and_named() {
    for (language, left, way) in [
        (ZH, "略过修路（", "其余的"),
        (EN, "Left out: 修路 (", "the others"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let does = |arguments: &[&str]| does(folder.path(), language, arguments);
        let refused = |arguments: &[&str]| refused(folder.path(), language, arguments);
        // Of a matter the board of the area keeps it for long.
        let words = ["--title", "修路", "--text", "每户一工。", "--board"];
        let villages = ["河湾村", "--board", "柳沟村"];
        does(&[&["draft"], &words[..], &villages].concat());
        does(&[&["draft", "2026-1"], &words[..], &["area"]].concat());
        let said = does(&["post", "修路", "--board", "area", "--on", "2026-11-20"]);
        assert!(!said.contains(left), "{said}");
        let said = does(&["post", "修路", "--all", "--on", "2026-11-20"]);
        assert_eq!(said.matches(left).count(), 1, "{said}");
        let moved = ["move", "修路", "--all", "--to", "2027-01-10"];
        let said = does(&[&moved[..], &["--reason", "放假"]].concat());
        assert_eq!(said.matches(left).count(), 1, "{said}");
        // Too early for both of the villages: it is said which, and how the others are done.
        let err = refused(&["take-down", "修路", "--all"]);
        assert!(
            err.contains("村") && err.contains(way) && err.contains("--board"),
            "{err}"
        );
        let said = does(&["take-down", "修路", "--all", "--reason", "大风"]);
        assert_eq!(said.matches(left).count(), 1, "{said}");
        let list = does(&["list"]);
        assert!(list.contains("修路"), "the lasting one hangs on: {list}");
        // Those that are to hang again are drafts; the one that lasts is none.
        let err = refused(&["drop", "修路", "--all", "--reason", "不修了"]);
        assert!(err.contains("修路（") || err.contains("修路 ("), "{err}");
    }
}

#[test]
fn what_was_given_up_can_be_read_again() {
    for language in [ZH, EN] {
        let folder = tempfile::tempdir().unwrap();
        let does = |arguments: &[&str]| does(folder.path(), language, arguments);
        does(&NOTICE);
        does(&["drop", "救助名单", "--reason", "名单有误"]);
        let said = does(&["show", "救助名单"]);
        assert!(said.contains("王某") && said.contains("名单有误"), "{said}");
        // What is open is meant before what is over.
        does(&[&NOTICE[..4], &["重列", "--board", "area"]].concat());
        let said = does(&["show", "救助名单"]);
        assert!(said.contains("重列") && !said.contains("王某"), "{said}");
    }
}

#[test]
fn a_board_is_called_alike_whether_something_hangs_there_or_is_missing() {
    for (language, board) in [(ZH, "河湾村公开栏"), (EN, "Board of 河湾村")] {
        let folder = tempfile::tempdir().unwrap();
        let list = does(folder.path(), language, &["list"]);
        let rows: Vec<&str> = list.lines().filter(|row| row.contains("河湾村")).collect();
        assert!(rows.len() > 1, "{list}");
        for row in rows {
            assert!(row.contains(board), "{row}");
        }
    }
}

#[test]
fn the_day_a_posting_was_put_up_is_corrected_whether_it_hangs_or_is_settled() {
    for (language, corrected, seen, early) in [
        (
            ZH,
            "更正为 2026年11月19日",
            "已经有人看到它挂着",
            "重新拟稿",
        ),
        (EN, "(corrected)", "It was seen hanging", "Draft it anew"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let does = |arguments: &[&str]| does(folder.path(), language, arguments);
        let refused = |arguments: &[&str]| refused(folder.path(), language, arguments);
        does(&NOTICE);
        let redate = |to| ["redate", "救助名单", "--to", to, "--reason", "登记写错"];
        let err = refused(&redate("2026-11-19"));
        assert!(err.contains("lianxi boards post"), "{err}");
        does(&["post", "救助名单", "--on", "2026-11-20"]);
        let said = does(&redate("2026-11-19"));
        assert!(
            said.contains(corrected) && said.contains("救助名单"),
            "{said}"
        );
        does(&["object", "救助名单", "少了一户", "--on", "2026-11-21"]);
        let err = refused(&redate("2026-11-22"));
        assert!(err.contains(seen), "{err}");
        refused(&redate("2026-11-30"));
        // Taken down and settled it is corrected all the same, as long as it hung long enough.
        let old = ["draft", "--title", "旧名单", "--text", "共三户。"];
        does(&[&old[..], &["--board", "河湾村", "--kind", "notice"]].concat());
        does(&["post", "旧名单", "--on", "2026-10-08"]);
        does(&["take-down", "旧名单", "--on", "2026-10-28"]);
        let old = |to| ["redate", "旧名单", "--to", to, "--reason", "登记写错"];
        let said = does(&old("2026-10-10"));
        assert!(said.contains("旧名单"), "{said}");
        let err = refused(&old("2026-10-20"));
        assert!(
            err.contains(early) && err.contains("lianxi boards draft"),
            "{err}"
        );
        let shown = does(&["show", "旧名单"]);
        assert!(shown.contains("登记写错"), "{shown}");
    }
}

#[test]
fn what_is_missing_is_listed_board_by_board() {
    for (language, number, all) in [
        (
            ZH,
            "〔2026〕1号",
            [
                "河湾村公开栏",
                "柳沟村公开栏",
                "上坪村公开栏",
                "片区重大事项公示栏",
            ],
        ),
        (
            EN,
            "No. 2026-1",
            [
                "Board of 河湾村",
                "Board of 柳沟村",
                "Board of 上坪村",
                "Area board",
            ],
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let list = does(folder.path(), language, &["list"]);
        for board in all {
            let rows = list.lines().filter(|row| row.contains(board));
            let rows: Vec<&str> = rows.filter(|row| row.contains(number)).collect();
            // A village that is still to decide has nothing to hang yet; the area waits for them until their term.
            let area = ["片区重大事项公示栏", "Area board"].contains(&board);
            assert_eq!(rows.is_empty(), !area, "{board}: {list}");
            let on = ["12-14 周一", "Mon 14 Dec"];
            assert!(
                rows.iter().all(|row| on.iter().any(|on| row.contains(on))),
                "{list}"
            );
        }
    }
}

#[test]
fn what_is_settled_is_found_and_refused_for_what_it_is() {
    for (language, unknown) in [(ZH, "没有公示公开"), (EN, "There is no posting")] {
        let folder = tempfile::tempdir().unwrap();
        let does = |arguments: &[&str]| does(folder.path(), language, arguments);
        does(&NOTICE);
        does(&["drop", "救助名单", "--reason", "改由村里自贴"]);
        assert!(does(&["show", "救助名单"]).contains("王某"));
        for arguments in [
            &["object", "救助名单", "少了一户"][..],
            &["answer", "救助名单", "1", "已补"],
            &["refer", "救助名单", "1"],
            &["photo", "救助名单", "相册3"],
        ] {
            let err = refused(folder.path(), language, arguments);
            assert!(!err.contains(unknown), "{arguments:?}: {err}");
        }
    }
}

#[test]
fn what_was_not_posted_in_a_month_that_is_over_stays_missed_until_it_is_made_up_for_or_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let on = |day: &str, arguments: &[&str]| {
        let mut command = program(data, ZH);
        command.env("LIANXI_CLOCK", format!("{day}T08:30"));
        let (code, out, err) = answer(
            command
                .args(["--committee", "sample", "boards"])
                .args(arguments),
        );
        (code, out + &err)
    };
    let late = |day: &str, board: &str| {
        let (code, said) = on(day, &["list"]);
        assert_eq!(code, 0, "{said}");
        let row = |it: &&str| it.contains(board) && it.contains("财务未公开：");
        let row = said.lines().find(row).map(ToOwned::to_owned);
        row.map(|it| it.rsplit("财务未公开：").next().unwrap().to_owned())
    };
    let both = Some("2026年11月至2026年12月".to_owned());
    assert_eq!(late("2026-11-23", "河湾村"), None);
    assert_eq!(late("2026-12-01", "河湾村").as_deref(), Some("2026年11月"));
    assert_eq!(late("2027-01-05", "河湾村"), both);
    let draft = |board: &'static str| {
        let what = [
            "draft",
            "--board",
            board,
            "--affairs",
            "finance",
            "--overdue",
        ];
        let (code, said) = on(
            "2027-01-05",
            &[&what[..], &["--text", "收支明细。"]].concat(),
        );
        (code, said)
    };
    let (code, said) = draft("河湾村");
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains("财务公开（2026年11月至2026年12月）"),
        "{said}"
    );
    assert_eq!(late("2027-01-05", "河湾村"), both);
    let (code, said) = on("2027-01-05", &["post", "财务公开"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(late("2027-01-05", "河湾村"), None);
    assert_eq!(late("2027-02-05", "河湾村").as_deref(), Some("2027年1月"));
    // Taken down it was made known all the same.
    let (code, said) = on("2027-02-05", &["take-down", "财务公开"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(late("2027-02-05", "河湾村").as_deref(), Some("2027年1月"));
    // Given up with a reason it is not asked for again.
    assert_eq!(late("2027-01-05", "柳沟村"), both);
    let (code, said) = draft("柳沟村");
    assert_eq!(code, 0, "{said}");
    let give_up = [
        "drop",
        "财务公开",
        "--board",
        "柳沟村",
        "--reason",
        "没有收支",
    ];
    let (code, said) = on("2027-01-05", &give_up);
    assert_eq!(code, 0, "{said}");
    assert_eq!(late("2027-01-05", "柳沟村"), None);
    // Where nothing is overdue there is nothing to make up for.
    let (code, said) = draft("柳沟村");
    assert_ne!(code, 0, "{said}");
    assert!(said.contains("没有过期未公开"), "{said}");
}
