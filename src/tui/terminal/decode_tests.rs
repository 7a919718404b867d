#![allow(clippy::indexing_slicing)]
use super::*;
use crate::tui::input::Key;
use proptest::prelude::*;

/// What some bytes are heard as, each key by its name.
fn heard(decoder: &mut Decoder, bytes: &[u8]) -> Vec<String> {
    let mut out = Vec::new();
    decoder.push(bytes, &mut out);
    out.iter().map(said).collect()
}

fn said(heard: &Heard) -> String {
    match heard {
        Heard::Event(Event::Key(event)) => Key::from_event(event)
            .map_or_else(|| format!("{:?}", event.code), |key| key.to_string()),
        Heard::Event(Event::Paste(text)) => format!("paste {text}"),
        Heard::Event(other) => format!("{other:?}"),
        Heard::Cursor { row, column } => format!("cursor {row} {column}"),
    }
}

fn after_silence(bytes: &[u8]) -> Vec<String> {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    decoder.push(bytes, &mut out);
    decoder.give_up(&mut out);
    assert_eq!(decoder.patience(), None);
    out.iter().map(said).collect()
}

/// What terminals send, from their own manuals: xterm, the Linux console, rxvt, PuTTY.
const KEYS: [(&[u8], &str); 40] = [
    (b"\x1b[A", "Up"),
    (b"\x1bOB", "Down"),
    (b"\x1b[1;5C", "Ctrl-Right"),
    (b"\x1b[1;3D", "Alt-Left"),
    (b"\x1b[1;2A", "Up"),
    (b"\x1b[H", "Home"),
    (b"\x1bOF", "End"),
    (b"\x1b[1~", "Home"),
    (b"\x1b[8~", "End"),
    (b"\x1b[3~", "Delete"),
    (b"\x1b[3;5~", "Ctrl-Delete"),
    (b"\x1b[5~", "PgUp"),
    (b"\x1b[6~", "PgDn"),
    (b"\x1b[2~", "Insert"),
    (b"\x1bOP", "F1"),
    (b"\x1b[11~", "F1"),
    (b"\x1b[[A", "F1"),
    (b"\x1b[[E", "F5"),
    (b"\x1b[15~", "F5"),
    (b"\x1b[17~", "F6"),
    (b"\x1b[21~", "F10"),
    (b"\x1b[24~", "F12"),
    (b"\x1b[R", "F3"),
    (b"\x1b[1;2R", "F3"),
    (b"\x1b[1;5R", "Ctrl-F3"),
    (b"\x1b[Z", "Shift-Tab"),
    (b"\t", "Tab"),
    (b"\r", "Enter"),
    (b"\x1bOM", "Enter"),
    (b"\x1b[13;5u", "Ctrl-Enter"),
    (b"\x1b[27;5;13~", "Ctrl-Enter"),
    (b"\x1b[9;2u", "Shift-Tab"),
    (b"\x1bOq", "1"),
    (b"\x7f", "Backspace"),
    (b"\x10", "Ctrl-P"),
    (b"\n", "Ctrl-J"),
    (b"\x1bx", "Alt-X"),
    (b"q", "q"),
    ("联".as_bytes(), "联"),
    ("𠮷".as_bytes(), "𠮷"),
];

#[test]
fn every_key_has_its_name() {
    for (bytes, name) in KEYS {
        assert_eq!(heard(&mut Decoder::default(), bytes), [name], "{bytes:?}");
    }
}

#[test]
fn an_esc_is_known_by_the_silence_behind_it() {
    let mut decoder = Decoder::default();
    assert!(heard(&mut decoder, b"\x1b").is_empty());
    assert_eq!(decoder.patience(), Some(ESCAPE));
    assert_eq!(after_silence(b"\x1b"), ["Esc"]);
    assert_eq!(after_silence(b"\x1b\x1b"), ["Esc", "Esc"]);
    assert_eq!(after_silence(b"\x1b["), ["Alt-["]);
    assert_eq!(after_silence(b"\x1b[1;"), [""; 0]);
}

#[test]
fn an_answer_is_no_key_and_its_neighbours_stay() {
    let all = heard(&mut Decoder::default(), b"a\x1b[2;3Rb\x1b[12;80R");
    assert_eq!(all, ["a", "cursor 2 3", "b", "cursor 12 80"]);
    for answer in [
        "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
        "\x1b]11;rgb:ffff/ffff/ffff\x07",
        "\x1bP>|xterm(390)\x1b\\",
        "\x1b[?64;1;2c",
        "\x1b[>41;390;0c",
        "\x1b[?2026;2$y",
        "\x1b[<0;10;5M",
        "\x1b[M !!",
        "\x1b[I",
        "\x1b[200",
    ] {
        let keys = heard(&mut Decoder::default(), format!("{answer}\rq").as_bytes());
        assert_eq!(keys, ["Enter", "q"], "{answer:?}");
    }
}

#[test]
fn a_paste_is_one_whatever_stands_in_it() {
    let mut decoder = Decoder::default();
    assert!(heard(&mut decoder, "\x1b[200~一\r\x1b[A".as_bytes()).is_empty());
    assert_eq!(decoder.patience(), Some(LONG));
    assert_eq!(
        heard(&mut decoder, "二\x1b[201~q".as_bytes()),
        ["paste 一\r\x1b[A二", "q"]
    );
    assert_eq!(after_silence(b"\x1b[200~half"), ["paste half"]);
}

#[test]
fn what_is_no_text_is_left_out() {
    assert_eq!(heard(&mut Decoder::default(), b"a\xff\xc0b"), ["a", "b"]);
    assert_eq!(heard(&mut Decoder::default(), b"\xe8\x81q"), ["q"]);
    let mut decoder = Decoder::default();
    let endless = vec![b'1'; LONGEST + 1];
    assert!(heard(&mut decoder, &[b"\x1b]".as_slice(), &endless].concat()).is_empty());
    assert_eq!(heard(&mut decoder, b"q"), ["q"]);
}

proptest! {
    /// However the bytes are cut on their way, the same keys come out.
    #[test]
    fn cuts_change_nothing(which in proptest::collection::vec(0..KEYS.len(), 1..12), cuts in proptest::collection::vec(1usize..5, 60)) {
        let bytes: Vec<u8> = which.iter().flat_map(|nth| KEYS[*nth].0.to_vec()).collect();
        let names: Vec<&str> = which.iter().map(|nth| KEYS[*nth].1).collect();
        let mut decoder = Decoder::default();
        let mut said = Vec::new();
        let mut rest = bytes.as_slice();
        for cut in cuts {
            let (piece, after) = rest.split_at(cut.min(rest.len()));
            said.extend(heard(&mut decoder, piece));
            rest = after;
        }
        said.extend(heard(&mut decoder, rest));
        prop_assert_eq!(said, names);
    }

    /// Any bytes end, and after a silence nothing is held back.
    #[test]
    fn any_bytes_end(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        after_silence(&bytes);
    }
}
