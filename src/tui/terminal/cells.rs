//! The cells of a frame that changed, as bytes for a terminal.
//!
//! The library's own writer puts every number through a formatter, a third of what a key costs, and names the
//! sixteen colours out of 256: where that is not known, `38;5;2` is dim and blinking.

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};

/// How each look is switched on (ECMA-48, SGR); a look is always set anew as a whole.
const LOOKS: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// The numbers that begin a colour of the letters and of the ground.
const LETTERS: u8 = 30;
const GROUND: u8 = 40;

/// Writes the cells in which one frame differs from the one before of the same size, and leaves the terminal with no look.
///
/// Only where something changed the width of a character is asked: the library's own difference measures every cell of
/// a frame at every key.
pub(super) fn write(out: &mut Vec<u8>, before: &Buffer, after: &Buffer) {
    let width = usize::from(after.area.width).max(1);
    let old = before.content.chunks(width);
    let rows = old.zip(after.content.chunks(width)).zip(0_u16..);
    let mut pen = Pen::new();
    for ((old, new), y) in rows {
        let mut bared = false;
        // Whether the cell before is a second half, where that was asked.
        let mut known: Option<bool> = None;
        for (beside, (was, is)) in old.iter().zip(new).enumerate() {
            let changed = !is_same(was, is);
            if !changed && !bared && known.is_none() {
                continue;
            }
            let before = beside.checked_sub(1).and_then(|at| new.get(at));
            let covered = match (known, before) {
                (Some(covered), Some(before)) => !covered && is_wide(before),
                _ => is_covered(new, beside),
            };
            if (changed || bared) && !covered {
                pen.write(out, u16::try_from(beside).unwrap_or(u16::MAX), y, is);
            }
            known = (changed || bared || covered).then_some(covered);
            // Half of a wide character may be left where it stood.
            bared = (changed || covered) && is_wide(was);
        }
    }
    pen.lift(out);
}

/// Says whether two cells look alike. The library compares the letters of any length: a fifth of what a key costs,
/// where nearly every cell holds one byte or the three of a Chinese character.
fn is_same(was: &Cell, is: &Cell) -> bool {
    let letters = match (was.symbol().as_bytes(), is.symbol().as_bytes()) {
        ([was], [is]) => was == is,
        ([a, b, c], [d, e, f]) => (a, b, c) == (d, e, f),
        (was, is) => was == is,
    };
    letters
        && (was.fg, was.bg, was.modifier, was.diff_option)
            == (is.fg, is.bg, is.modifier, is.diff_option)
}

/// Says whether the second half of a wide character stands there in a row.
fn is_covered(row: &[Cell], at: usize) -> bool {
    let before = row.iter().take(at).rev();
    before.take_while(|cell| is_wide(cell)).count() % 2 == 1
}

fn is_wide(cell: &Cell) -> bool {
    // No letter of one byte is: most are.
    cell.symbol().len() > 1 && cell.cell_width() > 1
}

const PLAIN: (Color, Color, Modifier) = (Color::Reset, Color::Reset, Modifier::empty());

/// Where the terminal's cursor is known to stand, and the look that is on.
struct Pen {
    look: (Color, Color, Modifier),
    at: Option<(u16, u16)>,
}

impl Pen {
    const fn new() -> Self {
        Self {
            look: PLAIN,
            at: None,
        }
    }

    /// Writes a cell. Behind a wide character it is said anew where the cursor is, so that a terminal which takes it for
    /// narrow shifts nothing.
    fn write(&mut self, out: &mut Vec<u8>, x: u16, y: u16, cell: &Cell) {
        if self.at != Some((x, y)) {
            move_to(out, x, y);
        }
        self.at = Some((x.saturating_add(1), y));
        self.put_on(out, (cell.fg, cell.bg, cell.modifier));
        out.extend_from_slice(cell.symbol().as_bytes());
    }

    fn lift(mut self, out: &mut Vec<u8>) {
        self.put_on(out, PLAIN);
    }

    fn put_on(&mut self, out: &mut Vec<u8>, look: (Color, Color, Modifier)) {
        if self.look != look {
            put_on(out, look);
            self.look = look;
        }
    }
}

fn move_to(out: &mut Vec<u8>, x: u16, y: u16) {
    out.extend_from_slice(b"\x1b[");
    number(out, y.saturating_add(1));
    out.push(b';');
    number(out, x.saturating_add(1));
    out.push(b'H');
}

fn put_on(out: &mut Vec<u8>, (letters, ground, modifier): (Color, Color, Modifier)) {
    out.extend_from_slice(b"\x1b[0");
    for (look, says) in LOOKS {
        if modifier.contains(look) {
            out.push(b';');
            number(out, says.into());
        }
    }
    colour(out, LETTERS, letters);
    colour(out, GROUND, ground);
    out.push(b'm');
}

fn colour(out: &mut Vec<u8>, base: u8, colour: Color) {
    let mut part = |says: u8| {
        out.push(b';');
        number(out, says.into());
    };
    match colour {
        Color::Reset => {}
        Color::Black => part(base),
        Color::Red => part(base + 1),
        Color::Green => part(base + 2),
        Color::Yellow => part(base + 3),
        Color::Blue => part(base + 4),
        Color::Magenta => part(base + 5),
        Color::Cyan => part(base + 6),
        Color::Gray => part(base + 7),
        Color::DarkGray => part(base + 60),
        Color::LightRed => part(base + 61),
        Color::LightGreen => part(base + 62),
        Color::LightYellow => part(base + 63),
        Color::LightBlue => part(base + 64),
        Color::LightMagenta => part(base + 65),
        Color::LightCyan => part(base + 66),
        Color::White => part(base + 67),
        Color::Indexed(nth) => [base + 8, 5, nth].into_iter().for_each(part),
        Color::Rgb(red, green, blue) => [base + 8, 2, red, green, blue].into_iter().for_each(part),
    }
}

fn number(out: &mut Vec<u8>, said: u16) {
    if said >= 10 {
        number(out, said / 10);
    }
    out.push(b'0' + u8::try_from(said % 10).unwrap_or(0));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn said(style: Style) -> String {
        let blank = Buffer::empty(Rect::new(0, 0, 6, 6));
        let mut drawn = blank.clone();
        drawn.set_string(2, 4, "赞", style);
        let mut out = Vec::new();
        write(&mut out, &blank, &drawn);
        String::from_utf8(out).unwrap_or_default()
    }

    #[test]
    fn the_sixteen_colours_are_named_as_every_terminal_knows_them() {
        let plain = Style::new();
        for (style, bytes) in [
            (plain, "\x1b[5;3H赞"),
            (plain.fg(Color::Green), "\x1b[5;3H\x1b[0;32m赞\x1b[0m"),
            (
                plain.fg(Color::LightRed).bg(Color::White).bold(),
                "\x1b[5;3H\x1b[0;1;91;107m赞\x1b[0m",
            ),
            (
                plain.bg(Color::Gray).reversed().dim(),
                "\x1b[5;3H\x1b[0;2;7;47m赞\x1b[0m",
            ),
            (
                plain.fg(Color::Indexed(200)),
                "\x1b[5;3H\x1b[0;38;5;200m赞\x1b[0m",
            ),
            (
                plain.bg(Color::Rgb(1, 20, 255)),
                "\x1b[5;3H\x1b[0;48;2;1;20;255m赞\x1b[0m",
            ),
        ] {
            assert_eq!(said(style), bytes);
        }
    }

    #[test]
    fn only_behind_a_narrow_character_nothing_is_said_of_the_place() {
        let blank = Buffer::empty(Rect::new(0, 0, 4, 1));
        let drawn = Buffer::with_lines(["中ab"]);
        let mut out = Vec::new();
        write(&mut out, &blank, &drawn);
        assert_eq!(out, "\x1b[1;1H中\x1b[1;3Hab".as_bytes());
    }

    /// A terminal that was given every cell of a frame.
    fn terminal(frame: &Buffer) -> vt100::Parser {
        let sized = |cells| std::num::NonZero::new(cells).unwrap();
        let mut shows = vt100::Parser::new(sized(4), sized(10), 0);
        let (mut out, mut pen) = (Vec::new(), Pen::new());
        for (row, y) in frame.content.chunks(10).zip(0..) {
            for (cell, x) in row.iter().zip(0..) {
                if !is_covered(row, x.into()) {
                    pen.write(&mut out, x, y, cell);
                }
            }
        }
        pen.lift(&mut out);
        shows.process(&out);
        shows
    }

    fn seen(shows: &mut vt100::Parser) -> String {
        shows.process(b"\x1b[H");
        shows.screen().contents_formatted()
    }

    /// Some rows of words, wide and narrow, in looks that are seen on blanks too.
    fn frames() -> impl Strategy<Value = Buffer> {
        let words = prop::sample::select(vec!["", "a", "赞成", "a赞", "①b", "  "]);
        let looks = prop::sample::select(vec![
            Style::new(),
            Style::new().reversed(),
            Style::new().bg(Color::Green),
        ]);
        let words = prop::collection::vec((words, looks, 0..5_u16, 0..4_u16), 0..6);
        words.prop_map(|all| {
            let mut frame = Buffer::empty(Rect::new(0, 0, 10, 4));
            for (words, look, x, y) in all {
                frame.set_string(x, y, words, look);
            }
            frame
        })
    }

    proptest! {
        #[test]
        fn a_terminal_shows_one_frame_after_the_other(frames in prop::collection::vec(frames(), 1..5)) {
            let mut before = Buffer::empty(Rect::new(0, 0, 10, 4));
            let mut shows = terminal(&before);
            for frame in frames {
                let mut out = Vec::new();
                write(&mut out, &before, &frame);
                shows.process(&out);
                prop_assert_eq!(seen(&mut shows), seen(&mut terminal(&frame)));
                before = frame;
            }
        }

        #[test]
        fn a_number_is_written_as_it_is_said(given: u16) {
            let mut out = Vec::new();
            number(&mut out, given);
            prop_assert_eq!(out, given.to_string().into_bytes());
        }
    }
}
