//! Both writers, on the same papers.

use super::{Align, Block, Field, Table, markdown, plain};
use crate::cells::width;
use crate::i18n::Language;
use insta::assert_snapshot;

fn minutes() -> Vec<Block> {
    vec![
        Block::heading(1, "东集、西集两村联席会议纪要"),
        Block::Fields(vec![
            Field::new("时间", "2025年3月8日（星期六）上午9:00"),
            Field::new("地点", "东集村村委会二楼会议室，后因停电改在西集村小学教室"),
        ]),
        Block::heading(2, "一、修路"),
        Block::paragraph(
            "会议认为，两村之间的“断头路”给群众带来不便，应当尽快修通。\n经费按人口分摊；不足部分，由镇里补助。",
        ),
        Block::list(
            true,
            ["先修东段", "再修西段，雨季之前完工，由王强负责督促施工队"],
        ),
        Block::Table(Table {
            head: vec!["村".into(), "人口".into(), "意见".into()],
            rows: vec![
                vec!["东集村".into(), "1204".into(), "同意".into()],
                vec![
                    "西集村".into(),
                    "87".into(),
                    "同意，但要求先把水渠改道的事情办好，再动工。".into(),
                ],
            ],
            align: vec![Align::Left, Align::Right],
        }),
        Block::signature(["主持人", "记录"]),
    ]
}

#[test]
fn minutes_in_plain_text() {
    assert_snapshot!(plain::write(&minutes(), Language::Zh, 40), @r"
           东集、西集两村联席会议纪要

    时间：2025年3月8日（星期六）上午9:00
    地点：东集村村委会二楼会议室，后因停电改
          在西集村小学教室

    一、修路

    　　会议认为，两村之间的“断头路”给群众带
    来不便，应当尽快修通。
    　　经费按人口分摊；不足部分，由镇里补
    助。

    1. 先修东段
    2. 再修西段，雨季之前完工，由王强负责督
       促施工队

    村      人口  意见
    ------  ----  --------------------------
    东集村  1204  同意

    西集村    87  同意，但要求先把水渠改道的
                  事情办好，再动工。

    主持人：________________

      记录：________________
    ");
}

#[test]
fn minutes_in_markdown() {
    assert_snapshot!(markdown::write(&minutes(), Language::Zh), @r"
    # 东集、西集两村联席会议纪要

    - **时间**：2025年3月8日（星期六）上午9:00
    - **地点**：东集村村委会二楼会议室，后因停电改在西集村小学教室

    ## 一、修路

    会议认为，两村之间的“断头路”给群众带来不便，应当尽快修通。\
    经费按人口分摊；不足部分，由镇里补助。

    1. 先修东段
    2. 再修西段，雨季之前完工，由王强负责督促施工队

    | 村 | 人口 | 意见 |
    | --- | --: | --- |
    | 东集村 | 1204 | 同意 |
    | 西集村 | 87 | 同意，但要求先把水渠改道的事情办好，再动工。 |

    主持人：________________

    记录：________________
    ");
}

fn hostile() -> Vec<Block> {
    let bad = "# 标题\n- 项\n1. 一\n2) 二\n> 引\n===\n+ 加\n    码\n`a` *b* _c_ [d](e) <i> a|b &amp; ~~x~~ \\";
    vec![
        Block::paragraph(bad),
        Block::heading(9, "末尾 ##\n## 二"),
        Block::list(false, [bad, "- 项"]),
        Block::list(false, ["另一张表"]),
        Block::Table(Table {
            head: vec!["a|b".into()],
            rows: vec![vec!["\\|".into(), "一\n二".into()]],
            align: vec![],
        }),
        Block::signature(["_签_"]),
    ]
}

#[test]
fn words_never_become_structure() {
    assert_snapshot!(markdown::write(&hostile(), Language::En), @r"
    \# 标题\
    \- 项\
    1\. 一\
    2\) 二\
    \> 引\
    \===\
    \+ 加\
    码\
    \`a\` \*b\* \_c\_ \[d\](e) \<i\> a\|b \&amp; \~\~x\~\~ \\

    ###### 末尾 \#\# \#\# 二

    - \# 标题\
      \- 项\
      1\. 一\
      2\) 二\
      \> 引\
      \===\
      \+ 加\
      码\
      \`a\` \*b\* \_c\_ \[d\](e) \<i\> a\|b \&amp; \~\~x\~\~ \\
    - \- 项

    * 另一张表

    | a\|b |  |
    | --- | --- |
    | \\\| | 一<br>二 |

    \_签\_: ________________
    ");
}

#[test]
fn nothing_sticks_out_of_plain_text() {
    for cells in 16..80 {
        for block in minutes().iter().chain(&hostile()) {
            for language in Language::ALL {
                let text = plain::write(std::slice::from_ref(block), language, cells);
                let signed = matches!(block, Block::Signature { .. });
                assert!(
                    signed || text.lines().all(|l| width(l) <= cells),
                    "{cells}\n{text}"
                );
            }
        }
    }
}

#[test]
fn empty_blocks_leave_nothing() {
    let paper = [
        Block::heading(1, " "),
        Block::paragraph("\n \n"),
        Block::list(true, Vec::<String>::new()),
        Block::Fields(vec![]),
        Block::Table(Table::default()),
        Block::Signature { lines: vec![] },
    ];
    assert_eq!(plain::write(&paper, Language::Zh, 40), "");
    assert_eq!(markdown::write(&paper, Language::Zh), "");
}

#[test]
fn no_word_of_a_table_is_broken_however_many_columns_it_has() {
    let steps = [
        "The Party branch proposes",
        "The two committees discuss",
        "Party members deliberate",
        "The villagers decide",
        "The pact is filed",
        "The decision is disclosed",
        "The result is disclosed",
    ];
    for many in 1..=steps.len() {
        let head = std::iter::once("Village").chain(steps.iter().take(many).copied());
        let row = |name: &str| {
            let cells = (0..many).map(|_| "done 2 Nov 2026".to_owned());
            std::iter::once(name.to_owned()).chain(cells).collect()
        };
        let table = Table {
            head: head.map(ToOwned::to_owned).collect(),
            rows: vec![row("Upper Chengguan"), row("Lijiatun")],
            align: Vec::new(),
        };
        for cells in [76, 80, 109, 120] {
            let written = plain::write(&[Block::Table(table.clone())], Language::En, cells);
            for line in written.lines() {
                assert!(width(line) <= cells, "{line}");
            }
            let words = steps.iter().take(many).flat_map(|step| step.split(' '));
            for word in words.chain(["Village", "Lijiatun", "2026"]) {
                let whole = |it: &str| it.trim_matches(':') == word;
                let stacked = written.split_whitespace().any(whole);
                assert!(
                    stacked || word == "Village",
                    "{word} at {cells}:\n{written}"
                );
            }
        }
    }
}

/// Two hundred marks on a letter cover the lines around it wherever the file is read.
#[test]
fn no_writer_heaps_marks_on_a_letter() {
    let heap = format!("e{}村", "\u{301}".repeat(200));
    let kept = format!("e{}村", "\u{301}".repeat(crate::cells::MARKS));
    let paper = vec![
        Block::heading(1, heap.clone()),
        Block::paragraph(heap.clone()),
        Block::Fields(vec![Field::new("时间", heap.clone())]),
        Block::list(false, [heap.as_str()]),
        Block::Table(Table {
            head: vec![heap.clone()],
            rows: vec![vec![heap.clone()]],
            align: vec![Align::Left],
        }),
        Block::signature([heap.as_str()]),
    ];
    for language in Language::ALL {
        for text in [
            plain::write(&paper, language, 80),
            markdown::write(&paper, language),
        ] {
            assert_eq!(text.matches(&kept).count(), 7, "{text}");
            let marks = text.split(|c| c != '\u{301}').map(str::len);
            assert_eq!(marks.max(), Some(2 * crate::cells::MARKS));
        }
    }
}
