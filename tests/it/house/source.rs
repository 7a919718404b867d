//! Source files as the house sees them: code apart from comments, strings and tests.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// One file of `src` or `tests`.
pub struct Source {
    /// Its path from the package's root, with `/`.
    pub path: String,
    /// Its whole text.
    pub text: String,
    /// Its code: comments gone, strings kept, what is compiled only for tests gone.
    pub code: String,
    /// Its code with the strings emptied.
    pub bare: String,
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns every Rust file of `src`.
pub fn src() -> &'static [Source] {
    static FILES: OnceLock<Vec<Source>> = OnceLock::new();
    FILES.get_or_init(|| all("src"))
}

/// Reads every Rust file under a folder.
pub fn all(under: &str) -> Vec<Source> {
    let mut paths = Vec::new();
    walk(&root().join(under), &mut paths);
    paths.sort();
    assert!(!paths.is_empty(), "nothing under {under}");
    let mut files: Vec<Source> = paths
        .iter()
        .map(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            let path = path.strip_prefix(root()).unwrap().to_string_lossy();
            let kept = stripped(&text, true);
            let cut = kept.find("#[cfg(test)]\nmod tests {").unwrap_or(kept.len());
            // A file's own tests stand last, by custom of the house.
            let cut = kept.get(..cut).unwrap().to_owned();
            Source {
                path: path.replace('\\', "/"),
                bare: stripped(&cut, false),
                code: cut,
                text,
            }
        })
        .collect();
    let only_for_tests: BTreeSet<String> = files.iter().flat_map(test_modules).collect();
    for file in &mut files {
        let stem = file.path.trim_end_matches(".rs").trim_end_matches("/mod");
        let inside = |module: &String| stem == module || stem.starts_with(&format!("{module}/"));
        if only_for_tests.iter().any(inside) {
            file.code.clear();
            file.bare.clear();
        }
    }
    files
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
}

/// Returns the modules a file declares for tests only, as paths without the ending.
fn test_modules(file: &Source) -> Vec<String> {
    let stem = file.path.trim_end_matches(".rs");
    let folder = match stem.rsplit_once('/') {
        Some((folder, "mod" | "lib" | "main")) => folder,
        _ => stem,
    };
    let mut found = Vec::new();
    let mut testing = false;
    for line in stripped(&file.text, true).lines().map(str::trim) {
        if line == "#[cfg(test)]" {
            testing = true;
        } else if line.starts_with("#[path = ") && testing {
            let name = line.split('"').nth(1).unwrap().trim_end_matches(".rs");
            let beside = stem.rsplit_once('/').map_or("", |(folder, _)| folder);
            found.push(format!("{beside}/{name}"));
        } else if !line.starts_with("#[") {
            let name = line
                .strip_suffix(';')
                .and_then(|line| line.rsplit_once("mod "))
                .map(|(_, name)| name);
            if let Some(name) = name.filter(|_| testing) {
                found.push(format!("{folder}/{name}"));
            }
            testing = false;
        }
    }
    found
}

/// Blanks out comments, and strings where they are not kept; what is left stands where it stood.
fn stripped(text: &str, keep_strings: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (length, keep) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), false)
        } else if rest.starts_with("/*") {
            (rest.find("*/").map_or(rest.len(), |at| at + 2), false)
        } else if let Some(length) = string(rest, out.chars().next_back()) {
            (length, keep_strings)
        } else {
            (character(rest).unwrap_or(c.len_utf8()), true)
        };
        let (token, after) = rest.split_at(length);
        if keep {
            out.push_str(token);
        } else {
            out.extend(token.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }));
        }
        rest = after;
    }
    out
}

/// Returns the length of the string a text begins with.
fn string(text: &str, before: Option<char>) -> Option<usize> {
    if text.starts_with('"') {
        let mut escaped = false;
        for (at, c) in text.char_indices().skip(1) {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => return Some(at + 1),
                _ => {}
            }
        }
        return Some(text.len());
    }
    let hashes = text.strip_prefix('r')?;
    let count = hashes.len() - hashes.trim_start_matches('#').len();
    let word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if word || !hashes.get(count..)?.starts_with('"') {
        return None;
    }
    let end = format!("\"{}", "#".repeat(count));
    let body = hashes.get(count + 1..)?;
    Some(1 + count + 1 + body.find(&end)? + end.len())
}

/// Returns the length of the character literal a text begins with; a lifetime is none.
fn character(text: &str) -> Option<usize> {
    let body = text.strip_prefix('\'')?;
    let mut chars = body.char_indices();
    match chars.next()? {
        (_, '\\') => body.get(2..)?.find('\'').map(|at| at + 4),
        _ => match chars.next()? {
            (at, '\'') => Some(at + 2),
            _ => None,
        },
    }
}
