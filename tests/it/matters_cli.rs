//! `lianxi matters` and `lianxi paths` as a shell meets them, in both languages: what is answered, split and
//! mended, and what is refused with the option it stands at.

use crate::shell::{EN, ZH, fine, sample as run};
use std::path::Path;

/// Returns two villages of the sample, from the head of its roster.
fn villages(folder: &Path) -> [String; 2] {
    let roster = fine(folder, ZH, &["export", "roster"]);
    let mut names: Vec<String> = roster
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').next().map(ToOwned::to_owned))
        .filter(|name| name.ends_with('村'))
        .collect();
    names.dedup();
    [names[0].clone(), names[1].clone()]
}

/// Returns the number of the last matter that is listed.
fn number(folder: &Path, title: &str) -> String {
    let list = fine(folder, EN, &["matters", "list"]);
    let line = list.lines().find(|line| line.trim_end().ends_with(title));
    let line = line.unwrap_or_else(|| panic!("{title}: {list}"));
    let digits = line.find(|c: char| c.is_ascii_digit()).unwrap();
    line.get(digits..)
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap()
        .to_owned()
}

#[test]
fn a_matter_is_answered_mended_split_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let [one, two] = villages(folder);
    let share = |name: &str, yuan: &str| format!("{name}={yuan}");
    let (first, second) = (share(&one, "12000"), share(&two, "1.8万"));
    let mut given = vec!["matters", "receive", "两村联修水塔", "--amount", "3万"];
    given.extend(["--village", &one, "--village", &two]);
    given.extend(["--share", &first, "--share", &second]);
    given.extend(["--touches", "levy", "--about", "水塔漏水，两村共用"]);
    given.extend(["--opinion", "法律顾问意见 2026-5 号", "--livelihood"]);
    fine(folder, ZH, &given);
    let matter = number(folder, "两村联修水塔");
    let told = fine(folder, ZH, &["matters", "form", &matter, "--text"]);
    for words in ["12000", "18000", "法律顾问意见 2026-5 号", "水塔漏水"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    // Mended, only what is given is another.
    let mend = [
        "matters",
        "mend",
        &matter,
        "--amount",
        "4万",
        "--livelihood=false",
    ];
    fine(folder, EN, &mend);
    let told = fine(folder, ZH, &["matters", "show", &matter]);
    assert!(told.contains("40000") && told.contains("18000"), "{told}");
    // A part becomes a matter of its own, and each names the other.
    let split = ["matters", "split", &matter, "水塔用电", "--kind", "service"];
    fine(folder, ZH, &split);
    let part = number(folder, "水塔用电");
    assert_ne!(part, matter);
    for (of, language) in [(&matter, ZH), (&part, EN)] {
        let told = fine(folder, language, &["matters", "show", of]);
        assert!(told.contains("水塔"), "{told}");
    }
    let told = fine(folder, ZH, &["matters", "show", &part]);
    let serial = matter.split('-').next_back().unwrap();
    assert!(told.contains(&format!("{serial}号")), "{told}");
    // Its steps are told, though none is chosen.
    let told = fine(folder, EN, &["paths", "show", &matter]);
    assert!(told.contains("两村联修水塔"), "{told}");
}

#[test]
fn what_cannot_be_right_is_refused_with_its_place_and_what_may_stand_there() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let [one, _] = villages(folder);
    let too_much = format!("{one}=200");
    for (language, given, says) in [
        (ZH, vec!["--kind", "道路"], ["--kind", "village-pact"]),
        (EN, vec!["--kind", "roads"], ["--kind", "village-pact"]),
        (ZH, vec!["--origin", "x"], ["--origin", "superior"]),
        (
            EN,
            vec!["--secrecy", "secret"],
            ["--secrecy", "work-secret"],
        ),
        (ZH, vec!["--amount", "若干"], ["--amount", "若干"]),
        (EN, vec!["--share", "nothing"], ["--share", "="]),
        (ZH, vec!["--share", &too_much], ["--share", "--amount"]),
        (ZH, vec!["--village", "外村"], ["外村", "村"]),
        (EN, vec!["--village", "Elsewhere"], ["Elsewhere", "village"]),
        (
            ZH,
            vec!["--amount", "100", "--share", &too_much],
            ["200", "100"],
        ),
        (
            EN,
            vec!["--amount", "100", "--share", &too_much],
            ["200", "100"],
        ),
    ] {
        let mut all = vec!["matters", "receive", "修路"];
        all.extend(given);
        let (code, out, err) = run(folder, language, &all);
        assert_ne!(code, 0, "{all:?} {out}");
        for words in says {
            assert!(err.contains(words), "{all:?}: {words}: {err}");
        }
    }
    let list = fine(folder, EN, &["matters", "list"]);
    assert!(!list.contains("修路"), "nothing was recorded: {list}");
    for language in [ZH, EN] {
        let (code, _, err) = run(folder, language, &["paths", "show", "1999-9"]);
        assert_ne!(code, 0);
        assert!(err.contains("1999-9"), "{err}");
    }
}

#[test]
fn the_steps_of_the_sample_are_listed_and_shown_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let [one, two] = villages(folder);
    for language in [ZH, EN] {
        let list = fine(folder, language, &["paths", "list"]);
        assert!(list.contains(&one) && list.contains(&two), "{list}");
        let head = list.lines().next().unwrap();
        let digits = |it: &str| -> Vec<String> {
            let groups = it.split(|c: char| !c.is_ascii_digit());
            groups.filter(|it| !it.is_empty()).map(Into::into).collect()
        };
        let number = digits(head)[..2].join("-");
        let shown = fine(folder, language, &["paths", "show", &number]);
        assert!(shown.contains(&one) && shown.contains(&two), "{shown}");
        // Each village is reminded of its own day, here as on the screen.
        let by = if language == ZH { "到期" } else { "by " };
        let behind = |row: &&str| {
            ["河湾村", "柳沟村", "上坪村"]
                .iter()
                .any(|it| row.contains(it))
        };
        let rows = list.lines().filter(behind);
        let undated: Vec<&str> = rows.filter(|row| !row.contains(by)).collect();
        assert_eq!(undated, Vec::<&str>::new(), "{list}");
    }
}

#[test]
fn a_matter_goes_on_an_agenda_after_the_notice_only_with_a_reason() {
    for (language, wants) in [(ZH, "写明理由"), (EN, "reason")] {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        fine(folder, language, &["matters", "receive", "抢修水塔"]);
        let matter = number(folder, "抢修水塔");
        fine(folder, language, &["matters", "screen", &matter]);
        let agenda = ["matters", "agenda", &matter, "3"];
        let (code, _, err) = run(folder, language, &agenda);
        assert!(code == 1 && err.contains(wants), "{err}");
        let why = ["--reason", "水塔漏水，等不到下次会议"];
        fine(folder, language, &[&agenda[..], &why].concat());
        let shown = fine(folder, language, &["matters", "show", &matter]);
        assert!(shown.contains("2026") || shown.contains("11"), "{shown}");
        // On an agenda it cannot be put on another.
        let (code, _, err) = run(folder, language, &[&agenda[..], &why].concat());
        assert_eq!(code, 1, "{err}");
    }
}

#[test]
fn a_levy_of_which_nobody_said_what_a_village_bears_is_told_at_the_gate() {
    for (language, says) in [(ZH, "各村各分担多少还没有定"), (EN, "is not settled")] {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let [one, two] = villages(folder);
        let levy = ["--touches", "levy", "--amount", "3000"];
        let both = ["--village", &one, "--village", &two];
        let receive = ["matters", "receive", "合修水塔"];
        fine(folder, language, &[&receive[..], &levy, &both].concat());
        let matter = number(folder, "合修水塔");
        let shown = fine(folder, language, &["matters", "show", &matter]);
        assert!(shown.contains(says), "{shown}");
        let screened = fine(folder, language, &["matters", "screen", &matter]);
        assert!(screened.contains(says), "{screened}");
        // Once each has its share nothing is said, nor of what concerns one village alone.
        let shares = [format!("{one}=1000"), format!("{two}=2000")];
        let shares = ["--share", &shares[0], "--share", &shares[1]];
        let receive = ["matters", "receive", "合修水渠"];
        fine(
            folder,
            language,
            &[&receive[..], &levy, &both, &shares].concat(),
        );
        let receive = ["matters", "receive", "修井"];
        fine(
            folder,
            language,
            &[&receive[..], &levy, &["--village", &one]].concat(),
        );
        for title in ["合修水渠", "修井"] {
            let matter = number(folder, title);
            let shown = fine(folder, language, &["matters", "show", &matter]);
            assert!(!shown.contains(says), "{shown}");
        }
    }
}

#[test]
fn a_closed_matter_is_found_by_its_number_everywhere_and_refused_for_what_it_is() {
    for (language, closed, gone) in [
        (ZH, "已撤回", "没有事项"),
        (EN, "was withdrawn", "no matter"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        for title in ["修水塔", "修水渠"] {
            fine(folder, language, &["matters", "receive", title]);
        }
        let (of, open) = (number(folder, "修水塔"), number(folder, "修水渠"));
        let planned = ["matters", "agenda", &of, "3"];
        fine(folder, language, &["matters", "withdraw", &of, "不再需要"]);
        fine(folder, language, &["tasks", "add", "看水塔"]);
        let refused = |given: &[&str]| {
            let (code, out, err) = run(folder, language, given);
            assert_eq!(code, 1, "{given:?}: {out}{err}");
            assert!(
                err.contains(closed) && !err.contains(gone),
                "{given:?}: {err}"
            );
            assert!(err.contains("修水塔"), "{given:?}: {err}");
            assert!(err.contains("lianxi matters reopen"), "{given:?}: {err}");
        };
        for given in [
            &["matters", "mend", &of, "--title", "修塔"][..],
            &["matters", "screen", &of],
            &["matters", "split", &of, "修塔身"],
            &planned,
            &["matters", "send-back", &of, "缺预算"],
            &["matters", "withdraw", &of, "再撤一次"],
            &["matters", "merge", &of, &open, "同类"],
            &["matters", "merge", &open, &of, "同类"],
            &["matters", "file", &of],
            &["boards", "draft", &of],
            &["boards", "draft", &of, "--result", "--text", "已办结"],
            &["tasks", "edit", "看水塔", "--matter", &of],
        ] {
            refused(given);
        }
        for given in [
            &["matters", "show", &of][..],
            &["matters", "form", &of],
            &["paths", "show", &of],
        ] {
            let said = fine(folder, language, given);
            assert!(said.contains("修水塔"), "{given:?}: {said}");
        }
        // A follow-up that is given out under it takes it up again, as everywhere.
        let add = ["tasks", "add", "清水塔", "--matter", &of];
        let (code, _, err) = run(folder, language, &add);
        let (again, number) = if language == ZH {
            (
                "重新办理",
                format!("〔2026〕{}号", of.trim_start_matches("2026-")),
            )
        } else {
            ("taken up again", format!("No. {of}"))
        };
        let said = [again, &number, "清水塔"];
        assert!(code == 0 && said.iter().all(|it| err.contains(it)), "{err}");
        let listed = fine(folder, language, &["matters", "list"]);
        assert!(listed.contains("修水塔"), "{listed}");
    }
}

#[test]
fn a_legal_opinion_is_asked_for_on_the_way_and_entered_when_it_comes() {
    for (language, awaited, given) in [
        (ZH, "法律意见还没有出具", "法律意见已出具"),
        (EN, "is not given yet", "Legal opinion given"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let receive = [
            "matters",
            "receive",
            "修水塔",
            "--livelihood",
            "--legal",
            "needed",
        ];
        fine(folder, language, &receive);
        let of = number(folder, "修水塔");
        let said = fine(folder, language, &["matters", "screen", &of]);
        assert!(said.contains("lianxi matters opinion"), "{said}");
        let (code, out, err) = run(
            folder,
            language,
            &["matters", "agenda", &of, "3", "--reason", "急件"],
        );
        let said = out + &err;
        assert!(
            code == 0 && said.contains("lianxi matters opinion"),
            "{said}"
        );
        let told = fine(folder, language, &["matters", "show", &of]);
        assert!(told.contains(awaited), "{told}");
        let opinion = [
            "matters",
            "opinion",
            &of,
            "--by",
            "片区法律顾问",
            "--paper",
            "法意7号",
            "--says",
            "合法",
        ];
        let future = [&opinion[..], &["--on", "2199-01-01"]].concat();
        let (code, _, err) = run(folder, language, &future);
        assert_eq!(code, 1, "{err}");
        fine(folder, language, &opinion);
        let told = fine(folder, language, &["matters", "show", &of]);
        assert!(told.contains(given) && told.contains("法意7号"), "{told}");
        assert!(!told.contains("lianxi matters opinion"), "{told}");
        let form = fine(folder, language, &["matters", "form", &of, "--text"]);
        assert!(form.contains("片区法律顾问"), "{form}");
    }
}

/// Writes the roster down with the day a village leaves, and takes it in.
fn leaves(folder: &Path, village: &str, on: &str) {
    let roster = fine(folder, ZH, &["export", "roster"]);
    let head = roster.lines().next().unwrap();
    let left = head.split(',').position(|cell| cell == "村退出").unwrap();
    let lines = roster.lines().map(|line| {
        let mut cells: Vec<&str> = line.split(',').collect();
        if cells[0] == village {
            cells[left] = on;
        }
        cells.join(",") + "\n"
    });
    let file = folder.join("roster.csv");
    std::fs::write(&file, lines.collect::<String>()).unwrap();
    fine(folder, ZH, &["import", "roster", file.to_str().unwrap()]);
}

#[test]
fn a_village_that_left_stays_with_a_matter_until_it_is_taken_off() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let [one, two] = villages(folder);
    let given = ["matters", "receive", "两村联修便桥", "--village", &one];
    fine(folder, ZH, &[&given[..], &["--village", &two]].concat());
    let matter = number(folder, "两村联修便桥");
    leaves(folder, &two, "2026-11-20");
    let mend = |language, more: &[&str]| {
        let all = [&["matters", "mend", &matter][..], more].concat();
        fine(folder, language, &all)
    };
    let said = mend(ZH, &["--brought-by", "两村"]);
    assert!(!said.contains(&two), "{said}");
    let told = fine(folder, ZH, &["matters", "show", &matter]);
    assert!(told.contains(&two) && told.contains("退出"), "{told}");
    // A part is a matter of its own: nothing new is asked of it.
    fine(folder, ZH, &["matters", "split", &matter, "便桥护栏"]);
    let part = number(folder, "便桥护栏");
    let told = fine(folder, ZH, &["matters", "show", &part]);
    assert!(told.contains(&one) && !told.contains(&two), "{told}");
    let said = mend(EN, &["--village", &one]);
    assert!(
        said.contains(&format!("no longer concerns {two}")),
        "{said}"
    );
    let told = fine(folder, ZH, &["matters", "show", &matter]);
    assert!(!told.contains(&two), "{told}");
}
