//! What bytes would make a terminal answer. A terminal types its answer as if it were keys, so nothing
//! that the program writes may ask, but for the one question of its own about widths.

/// The question of the program's own: where the cursor is now.
const OWN: &str = "\x1b[6n";

/// Returns what asks a terminal something, but for the program's own question.
pub fn asked(bytes: &[u8]) -> Vec<String> {
    let text: Vec<char> = String::from_utf8_lossy(bytes).chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let (end, asks) = sequence(&text[at..]);
        let whole: String = text[at..at + end].iter().collect();
        if asks && whole != OWN {
            found.push(whole);
        }
        at += end;
    }
    found
}

/// Returns how long what begins here is, and whether it asks.
fn sequence(text: &[char]) -> (usize, bool) {
    match text {
        // The answerback of a teletype.
        ['\u{5}', ..] => (1, true),
        ['\u{1b}', '[', rest @ ..] => control(2, rest),
        ['\u{9b}', rest @ ..] => control(1, rest),
        ['\u{1b}', 'Z', ..] => (2, true),
        ['\u{1b}', kind @ (']' | 'P' | '_' | '^' | 'X'), rest @ ..] => string(2, *kind, rest),
        ['\u{9d}', rest @ ..] => string(1, ']', rest),
        ['\u{90}', rest @ ..] => string(1, 'P', rest),
        ['\u{9a}', ..] => (1, true),
        _ => (1, false),
    }
}

fn control(head: usize, rest: &[char]) -> (usize, bool) {
    let end = rest.iter().position(|c| ('\u{40}'..='\u{7e}').contains(c));
    let Some(end) = end else {
        return (head + rest.len(), false);
    };
    let parameters: String = rest[..end].iter().collect();
    let asks = match rest[end] {
        // What it is; how it is and where the cursor is; its parameters; a sum over the screen.
        'c' | 'n' | 'x' => true,
        'y' => parameters.ends_with('*'),
        // How large it is, what its title is.
        't' => parameters
            .split(';')
            .next()
            .and_then(|first| first.parse::<u8>().ok())
            .is_some_and(|first| (11..=21).contains(&first)),
        // Whether a mode is on; which keyboard it has; what it is called; a presentation report.
        'p' => parameters.ends_with('$'),
        'u' => parameters.starts_with('?'),
        'q' => parameters.starts_with('>'),
        'w' => parameters.ends_with('$'),
        'm' => parameters.starts_with('?'),
        _ => false,
    };
    (head + end + 1, asks)
}

fn string(head: usize, kind: char, rest: &[char]) -> (usize, bool) {
    let ends = |at: &usize| match rest[*at] {
        '\u{7}' | '\u{9c}' => true,
        '\u{1b}' => rest.get(at + 1) == Some(&'\\'),
        _ => false,
    };
    let end = (0..rest.len()).find(ends);
    let body: String = rest[..end.unwrap_or(rest.len())].iter().collect();
    let asks = match kind {
        // A colour, the clipboard: `?` stands where the value would.
        ']' => body.split(';').skip(1).any(|part| part == "?"),
        // How something is set, and what a key sends; a picture that is to be confirmed.
        'P' => body.starts_with("$q") || body.starts_with("+q"),
        '_' => body.starts_with('G') && !body.contains("q=2"),
        _ => false,
    };
    let tail = end.map_or(0, |at| if rest[at] == '\u{1b}' { 2 } else { 1 });
    (head + end.unwrap_or(rest.len()) + tail, asks)
}

/// The control: everything that asks is heard, and what only draws is not.
#[test]
fn what_makes_a_terminal_answer_is_known() {
    for question in [
        "\u{5}",
        "\u{1b}Z",
        "\u{1b}[c",
        "\u{1b}[>c",
        "\u{1b}[=c",
        "\u{9b}c",
        "\u{1b}[5n",
        "\u{1b}[?6n",
        "\u{1b}[18t",
        "\u{1b}[21t",
        "\u{1b}[?2026$p",
        "\u{1b}[?u",
        "\u{1b}[>q",
        "\u{1b}[0x",
        "\u{1b}[1;1;1;1;1;1*y",
        "\u{1b}P$qm\u{1b}\\",
        "\u{1b}P+q544e\u{1b}\\",
        "\u{1b}]4;1;?\u{7}",
        "\u{1b}]10;?\u{1b}\\",
        "\u{1b}]11;?\u{7}",
        "\u{1b}]52;c;?\u{7}",
        "\u{9d}11;?\u{9c}",
    ] {
        let around = format!("表决{question}结果");
        assert_eq!(asked(around.as_bytes()), [question], "{question:?}");
    }
    for drawn in [
        OWN,
        "\u{1b}[?1049h\u{1b}[?2004h\u{1b}[2;1H\u{1b}[38;5;2;49m赞成\u{1b}[0m\u{1b}[2 q",
        "\u{1b}]52;c;6KGo5Yaz\u{7}",
        "\u{1b}[8;24;80t\u{1b}[?25l\u{1b}[K",
        "同意？？",
    ] {
        assert!(asked(drawn.as_bytes()).is_empty(), "{drawn:?}");
    }
}
