//! The cells of a frame that changed, as bytes for a terminal.
//!
//! The library's own writer puts every number through a formatter, a third of what a key costs, and names the
//! sixteen colours out of 256: where that is not known, `38;5;2` is dim and blinking.

use ratatui::buffer::Cell;
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

/// Writes cells, each with its column and row from 0, and leaves the terminal with no look.
///
/// Behind a wide character it is said anew where the cursor is, so that a terminal which takes it for narrow
/// shifts nothing.
pub(super) fn write<'c>(out: &mut Vec<u8>, cells: impl Iterator<Item = (u16, u16, &'c Cell)>) {
    let plain = (Color::Reset, Color::Reset, Modifier::empty());
    let mut look = plain;
    let mut behind = None;
    for (x, y, cell) in cells {
        if behind != Some((x, y)) {
            move_to(out, x, y);
        }
        behind = Some((x.saturating_add(1), y));
        let wanted = (cell.fg, cell.bg, cell.modifier);
        if wanted != look {
            put_on(out, wanted);
            look = wanted;
        }
        out.extend_from_slice(cell.symbol().as_bytes());
    }
    if look != plain {
        put_on(out, plain);
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

fn number(out: &mut Vec<u8>, number: u16) {
    let mut digits = [0_u8; 5];
    let mut left = number;
    let mut first = digits.len();
    for (at, digit) in digits.iter_mut().enumerate().rev() {
        *digit = b'0' + u8::try_from(left % 10).unwrap_or(0);
        (left, first) = (left / 10, at);
        if left == 0 {
            break;
        }
    }
    out.extend(digits.iter().skip(first));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::style::Style;

    fn said(style: Style) -> String {
        let mut cell = Cell::new("赞");
        cell.set_style(style);
        let mut out = Vec::new();
        write(&mut out, [(2, 4, &cell)].into_iter());
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
        let cells = ["中", "a", "b"].map(Cell::new);
        let places = [(0, 0), (2, 0), (3, 0)];
        let mut out = Vec::new();
        let placed = places.into_iter().zip(&cells);
        write(&mut out, placed.map(|((x, y), cell)| (x, y, cell)));
        assert_eq!(out, "\x1b[1;1H中\x1b[1;3Hab".as_bytes());
    }

    proptest! {
        #[test]
        fn a_number_is_written_as_it_is_said(given: u16) {
            let mut out = Vec::new();
            number(&mut out, given);
            prop_assert_eq!(out, given.to_string().into_bytes());
        }
    }
}
