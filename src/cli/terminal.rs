//! What the name of a terminal says of it, where that decides how the screen is drawn.

/// What a terminal can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It prints line after line; a screen would be a heap of signs on it.
    Dumb,
    /// It draws a screen without colour.
    Mono,
    /// It draws a screen; one that is not known is taken for such.
    Colour,
}

impl Kind {
    /// Returns the kind of the terminal that `TERM` names.
    pub(super) fn named(term: &str) -> Self {
        let mut parts = term.split('-');
        let digital = |part: &str| {
            let number = part.strip_prefix("vt");
            number.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        };
        match parts.next() {
            Some("dumb" | "unknown") => Self::Dumb,
            // `vt100` and its heirs knew no colour, and `-m` and `-mono` are the names for having none.
            Some(first) if digital(first) || parts.any(|it| matches!(it, "m" | "mono")) => {
                Self::Mono
            }
            _ => Self::Colour,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_a_terminal_can_do() {
        for (kind, names) in [
            (Kind::Dumb, &["dumb", "dumb-emacs-ansi", "unknown"][..]),
            (
                Kind::Mono,
                &[
                    "vt100",
                    "vt220",
                    "vt102-nsgr",
                    "linux-m",
                    "xterm-mono",
                    "ansi-m",
                ],
            ),
            (
                Kind::Colour,
                &[
                    "xterm-256color",
                    "xterm",
                    "screen",
                    "screen-256color",
                    "tmux-256color",
                    "linux",
                    "vte-256color",
                    "xterm-kitty",
                    "",
                    "one nobody knows",
                ],
            ),
        ] {
            for name in names {
                assert_eq!(Kind::named(name), kind, "{name}");
            }
        }
    }
}
