//! What a person may get wrong about matters, follow-ups and ledgers, command by command in a shell: each is
//! refused in both languages with its reason and what helps, and nothing of it is recorded.

use crate::shell::{EN, ZH, fine, sample};
use std::path::Path;

/// A command line, its exit code, and what it says in each language.
struct Case<'a> {
    given: &'a str,
    code: i32,
    zh: &'a [&'a str],
    en: &'a [&'a str],
}

const fn case<'a>(given: &'a str, code: i32, zh: &'a [&'a str], en: &'a [&'a str]) -> Case<'a> {
    Case {
        given,
        code,
        zh,
        en,
    }
}

/// Says everything that is on file of matters, follow-ups and ledgers.
fn whole(data: &Path) -> String {
    [
        "matters list --closed",
        "tasks list --closed",
        "ledgers list",
        "paths list",
    ]
    .map(|of| fine(data, ZH, &of.split(' ').collect::<Vec<_>>()))
    .concat()
}

fn each(data: &Path, cases: &[Case<'_>]) {
    let before = whole(data);
    for case in cases {
        let given: Vec<&str> = case.given.split(' ').collect();
        for (language, words) in [(ZH, case.zh), (EN, case.en)] {
            let (code, out, err) = sample(data, language, &given);
            assert_eq!(code, case.code, "{given:?}: {out}{err}");
            for words in words {
                assert!(err.contains(words), "{given:?}: {words}: {err}");
            }
        }
    }
    assert_eq!(whole(data), before, "something of it was recorded");
}

#[test]
fn days_there_are_none_are_refused_with_how_a_day_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let zh: &[&str] = &["不是日期", "2026-11-23"];
    let en: &[&str] = &["is no date", "2026-11-23"];
    for day in [
        "2026-02-30",
        "2026-13-01",
        "0000-01-01",
        "0001-01-01",
        "99999-01-01",
        "2026年2月30日",
        "二〇二六年三月五日",
        "2026-02",
        "明天",
        "11-20",
    ] {
        for command in [
            "tasks add 修路 --due",
            "tasks edit 灌渠 --due",
            "tasks note 灌渠 进展 --on",
            "tasks finish 灌渠 --on",
            "tasks move 灌渠 --reason 等雨停 --to",
            "ledgers add grid 一号网格 --on",
            "ledgers add grid 一号网格 --until",
        ] {
            each(data, &[case(&format!("{command} {day}"), 2, zh, en)]);
        }
    }
    // A day written as papers have it is one.
    let due = "tasks add 修水渠 --due 2026年12月1日";
    fine(data, ZH, &due.split(' ').collect::<Vec<_>>());
    assert!(whole(data).contains("修水渠"));
}

#[test]
fn who_is_not_there_what_does_not_add_up_and_what_is_out_of_order_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    each(
        data,
        &[
            // A village outside the committee.
            case(
                "matters receive 修路 --village 东村",
                2,
                &["没有叫东村的村", "河湾村"],
                &["no village 东村", "河湾村"],
            ),
            case(
                "tasks add 修路 --village 东村",
                2,
                &["没有叫东村的村", "河湾村"],
                &["no village 东村", "河湾村"],
            ),
            case(
                "tasks add 修路 --part 东村=清一段",
                2,
                &["没有叫东村的村"],
                &["no village 东村"],
            ),
            case(
                "ledgers add grid 一号网格 --village 东村",
                2,
                &["没有叫东村的村"],
                &["no village 东村"],
            ),
            // Shares that do not add up.
            case(
                "matters receive 修路 --village 河湾村 --amount 100 --share 河湾村=101",
                1,
                &["101", "超过总额100元"],
                &["101", "more than the whole"],
            ),
            case(
                "matters receive 修路 --village 河湾村 --amount 100 --share 柳沟村=1",
                1,
                &["柳沟村"],
                &["柳沟村"],
            ),
            case(
                "ledgers add company 公司 --village 河湾村 --amount 5 --share 河湾村=6",
                1,
                &["合计 6 元", "5 元"],
                &["6 yuan", "whole of 5 yuan"],
            ),
            case(
                "ledgers add company 公司 --village 河湾村 --amount 5 --share 柳沟村=1",
                1,
                &["柳沟村不在这一条所涉的村里"],
                &["柳沟村 is not among"],
            ),
            // A person that is not on the roster.
            case(
                "tasks add 修路 --owner 无此人",
                2,
                &["无此人", "--person"],
                &["无此人", "--person"],
            ),
            case(
                "tasks add 修路 --source 县里",
                2,
                &["--source", "superior"],
                &["--source", "superior"],
            ),
            case(
                "tasks add 修路 --matter 2026-99",
                2,
                &["2026-99"],
                &["2026-99"],
            ),
            // Out of order.
            case(
                "tasks sign 灌渠 --by 丁守业 --paper 督办卡",
                1,
                &["还没有报办结", "lianxi tasks finish"],
                &["not reported as done", "lianxi tasks finish"],
            ),
            case(
                "tasks rate 灌渠 1 0 0",
                1,
                &["还没有销号", "lianxi tasks sign"],
                &["not closed", "lianxi tasks sign"],
            ),
            case(
                "matters agenda 2026-3 3",
                1,
                &["审核", "lianxi matters screen"],
                &["Screen", "lianxi matters screen"],
            ),
            case(
                "matters file 2026-1",
                1,
                &["lianxi tasks list"],
                &["lianxi tasks list"],
            ),
            case(
                "ledgers add credit 扫雪",
                1,
                &["积分办法", "lianxi ledgers add"],
                &["Credit schemes", "lianxi ledgers add"],
            ),
        ],
    );
}

#[test]
fn a_follow_up_with_parts_undone_is_not_done() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let put = "tasks add 清渠 --village 河湾村 --part 柳沟村=清下游 --part 上坪村";
    fine(data, ZH, &put.split(' ').collect::<Vec<_>>());
    let undone = |zh, en| {
        let finish = "tasks finish 清渠 --by 丁守业 --paper 督办卡第9号";
        each(data, &[case(finish, 1, zh, en)]);
    };
    undone(
        &["柳沟村、上坪村", "lianxi tasks part"],
        &["柳沟村", "上坪村", "lianxi tasks part"],
    );
    for village in ["柳沟村", "上坪村"] {
        fine(data, ZH, &["tasks", "part", "清渠", village, "--done"]);
    }
    let done = fine(data, ZH, &["tasks", "finish", "清渠"]);
    assert_eq!(done, "");
    assert!(whole(data).contains("办结待审"));
}
