//! Where a word ends, for deleting and jumping: at blanks and at punctuation, Chinese punctuation included.

#[derive(PartialEq, Eq, Clone, Copy)]
enum Class {
    Blank,
    Mark,
    Word,
}

fn class(c: char) -> Class {
    if c.is_whitespace() {
        Class::Blank
    } else if c.is_alphanumeric() || c == '_' {
        Class::Word
    } else {
        Class::Mark
    }
}

/// Gives how many characters before the caret belong to the word there, with the blanks behind it.
pub(super) fn back(before: &str) -> usize {
    run(before.chars().rev())
}

/// Gives how many characters after the caret belong to the word there, with the blanks before it.
pub(super) fn forward(after: &str) -> usize {
    run(after.chars())
}

fn run(chars: impl Iterator<Item = char> + Clone) -> usize {
    let blanks = chars
        .clone()
        .take_while(|c| class(*c) == Class::Blank)
        .count();
    let mut rest = chars.skip(blanks);
    let Some(first) = rest.next() else {
        return blanks;
    };
    blanks + 1 + rest.take_while(|c| class(*c) == class(first)).count()
}
