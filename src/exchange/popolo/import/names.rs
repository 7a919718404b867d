//! Names made of the source's: the same source gives the same names, on any day and any machine.

use crate::domain::ids::ActId;
use uuid::Uuid;

/// The root of every name made here; it must never change, or the same file would be taken in twice.
const ROOT: Uuid = Uuid::from_u128(0x6c69_616e_7869_5070_8f6f_6c6f_0000_0001);

/// Parts of a name are joined by a character that no cleaned id has, so that no two lists of parts
/// make one name.
fn name(parts: &[&str]) -> Uuid {
    Uuid::new_v5(&ROOT, parts.join("\u{1f}").as_bytes())
}

/// Returns the name of the file of an organization's committee.
#[must_use]
pub fn committee_of(organization: &str) -> Uuid {
    name(&["organization", organization])
}

/// Returns the id of the act that takes a session in.
pub(super) fn session_act(session: &str) -> ActId {
    ActId::from(name(&["session", session]).to_string())
}

/// Returns the id of the act that takes a motion of a session in.
pub(super) fn motion_act(session: &str, motion: &str) -> ActId {
    ActId::from(name(&["motion", session, motion]).to_string())
}

/// Reads the number out of a session's name: `2nd Meeting`, or the Chinese ordinal in digits or
/// characters.
pub(super) fn ordinal(name: &str) -> Option<u32> {
    english(name).or_else(|| chinese(name))
}

fn english(name: &str) -> Option<u32> {
    name.split(|c: char| !c.is_ascii_alphanumeric())
        .find_map(|word| {
            let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let ending = word.strip_prefix(number)?.to_ascii_lowercase();
            ["st", "nd", "rd", "th"]
                .contains(&ending.as_str())
                .then(|| number.parse().ok())?
        })
        .filter(|number| *number > 0)
}

fn chinese(name: &str) -> Option<u32> {
    let (_, rest) = name.split_once('\u{7b2c}')?;
    let digits: Vec<char> = rest
        .trim_start()
        .chars()
        .map_while(|c| (c.is_ascii_digit() || numeral(c).is_some()).then_some(c))
        .collect();
    let written: String = digits.iter().collect();
    let number = match written.parse() {
        Ok(number) => number,
        Err(_) => spelled(&digits)?,
    };
    (number > 0).then_some(number)
}

/// Returns what a numeral stands for: 1 to 9 by itself, 10 and 100 times what stands before.
fn numeral(c: char) -> Option<u32> {
    Some(match c {
        '\u{96f6}' | '\u{3007}' => 0,
        '\u{4e00}' => 1,
        '\u{4e8c}' => 2,
        '\u{4e09}' => 3,
        '\u{56db}' => 4,
        '\u{4e94}' => 5,
        '\u{516d}' => 6,
        '\u{4e03}' => 7,
        '\u{516b}' => 8,
        '\u{4e5d}' => 9,
        '\u{5341}' => 10,
        '\u{767e}' => 100,
        _ => return None,
    })
}

fn spelled(digits: &[char]) -> Option<u32> {
    let (mut sum, mut last) = (0_u32, None);
    for &digit in digits {
        match numeral(digit)? {
            times @ (10 | 100) => {
                sum = sum.checked_add(last.take().unwrap_or(1) * times)?;
            }
            unit => last = Some(unit),
        }
    }
    sum.checked_add(last.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_session_is_in_its_name() {
        for (name, number) in [
            ("2nd Meeting of the Committee", Some(2)),
            ("The 10th meeting", Some(10)),
            ("Committee, 21ST sitting", Some(21)),
            ("第7次联席会议", Some(7)),
            ("第七次联席会议", Some(7)),
            ("第 十 次会议", Some(10)),
            ("第十二次会议", Some(12)),
            ("第一百零三次会议", Some(103)),
            ("2031年第4次", Some(4)),
            ("Meeting of 2025-01-13", None),
            ("4 April", None),
            ("0th", None),
            ("第次", None),
            ("第99999999999次", None),
            ("th", None),
            ("", None),
        ] {
            assert_eq!(ordinal(name), number, "{name}");
        }
    }

    #[test]
    fn the_same_source_has_the_same_names() {
        assert_eq!(session_act("s-7"), session_act("s-7"));
        assert_ne!(session_act("s-7"), motion_act("s-7", ""));
        assert_ne!(motion_act("a", "b"), motion_act("b", "a"));
        assert_eq!(
            committee_of("lianxi").to_string(),
            committee_of("lianxi").to_string()
        );
    }
}
