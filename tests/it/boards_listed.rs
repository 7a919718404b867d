//! The list of the boards from the command line, and what is said of a photo.

use crate::shell::{EN, ZH, sample};
use std::path::Path;

fn does(folder: &Path, language: &str, arguments: &[&str]) -> String {
    let (code, out, err) = sample(folder, language, &[&["boards"], arguments].concat());
    assert_eq!(code, 0, "{arguments:?}: {out}{err}");
    out + &err
}

#[test]
fn the_columns_of_the_list_are_as_wide_as_what_stands_in_them_and_a_photo_that_is_not_here_is_said()
{
    for (language, not_here) in [
        (ZH, "本机上没有这个文件"),
        (EN, "No such file on this machine"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path();
        does(
            data,
            language,
            &[
                "draft",
                "--title",
                "修路",
                "--text",
                "每户一工。",
                "--board",
                "河湾村",
            ],
        );
        does(data, language, &["post", "修路", "--on", "2026-11-20"]);
        let said = does(data, language, &["photo", "修路", "照片/没有 1.jpg"]);
        assert!(said.contains(not_here), "{said}");
        let said = does(data, language, &["photo", "修路", "相册3-12"]);
        assert!(!said.contains(not_here), "{said}");
        let list = does(data, language, &["list"]);
        let lines: Vec<&str> = list.lines().collect();
        // No column ends with room that no row uses.
        let cells = |line: &str| -> Vec<char> {
            let wide = |c: char| if c.is_ascii() { vec![c] } else { vec![c, 'w'] };
            line.chars().flat_map(wide).collect()
        };
        let all: Vec<Vec<char>> = lines.iter().map(|it| cells(it)).collect();
        let least = all.iter().map(Vec::len).min().unwrap();
        let blank = |at: usize| all.iter().all(|it| it[at] == ' ');
        assert!(
            !(0..least - 2).any(|at| blank(at) && blank(at + 1) && blank(at + 2)),
            "{list}"
        );
    }
}
