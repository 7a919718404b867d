#![allow(clippy::unwrap_used)]
use super::*;
use crossterm::event::KeyModifiers;
use proptest::prelude::*;

fn press(c: char) -> Event {
    let code = if c == '\n' {
        KeyCode::Enter
    } else {
        KeyCode::Char(c)
    };
    Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

/// Makes a batch of characters, each so many milliseconds after the one before.
fn typed_at(start: Instant, text: &str, gap: u64) -> Vec<(Instant, Event)> {
    let mut at = start;
    text.chars()
        .map(|c| {
            let stamped = (at, press(c));
            at += Duration::from_millis(gap);
            stamped
        })
        .collect()
}

fn keys(inputs: &[Input]) -> String {
    inputs
        .iter()
        .filter_map(|i| match i {
            Input::Key(key) => key.text().or((key.code == Code::Enter).then_some('\n')),
            _ => None,
        })
        .collect()
}

#[test]
fn six_keys_at_once_are_no_commands() {
    let mut gather = Gather::new(6);
    let now = Instant::now();
    assert_eq!(
        gather.push(&typed_at(now, "会议通过1\n2\n", 0)),
        [Input::Burst("会议通过1\n2\n".to_owned())]
    );
}

#[test]
fn a_person_types_keys() {
    let mut gather = Gather::new(6);
    let now = Instant::now();
    assert_eq!(
        keys(&gather.push(&typed_at(now, "jjjjjjjjjj", 16))),
        "jjjjjjjjjj"
    );
    let later = now + Duration::from_secs(1);
    assert_eq!(keys(&gather.push(&typed_at(later, "联席\n", 0))), "联席\n");
}

#[test]
fn a_burst_cut_in_two_batches_goes_on() {
    let mut gather = Gather::new(6);
    let now = Instant::now();
    assert_eq!(gather.push(&typed_at(now, "abcdefgh", 0)).len(), 1);
    let soon = now + Duration::from_millis(3);
    assert_eq!(
        gather.push(&typed_at(soon, "1", 0)),
        [Input::Burst("1".to_owned())]
    );
    let later = now + Duration::from_millis(60);
    assert_eq!(
        gather.push(&typed_at(later, "1", 0)),
        [Input::Key(Key::char('1'))]
    );
}

#[test]
fn on_windows_two_are_enough() {
    let mut gather = Gather::new(2);
    let now = Instant::now();
    assert_eq!(
        gather.push(&typed_at(now, "ab", 0)),
        [Input::Burst("ab".to_owned())]
    );
    let later = now + Duration::from_millis(100);
    assert_eq!(keys(&gather.push(&typed_at(later, "ab", 40))), "ab");
}

#[test]
fn releases_are_dropped_unless_they_bring_a_character() {
    let mut gather = Gather::new(6);
    let now = Instant::now();
    let event = |c, kind| {
        (
            now,
            Event::Key(KeyEvent::new_with_kind(
                KeyCode::Char(c),
                KeyModifiers::NONE,
                kind,
            )),
        )
    };
    let got = gather.push(&[
        event('a', KeyEventKind::Press),
        event('a', KeyEventKind::Release),
        event('联', KeyEventKind::Press),
        event('联', KeyEventKind::Release),
        event('席', KeyEventKind::Release),
    ]);
    assert_eq!(keys(&got), "a联席");
}

#[test]
fn a_paste_is_cleaned_and_resizes_are_one() {
    let mut gather = Gather::default();
    let now = Instant::now();
    let got = gather.push(&[
        (
            now,
            Event::Paste("第一\r第二\r\n第\u{1b}[2J三\t四".to_owned()),
        ),
        (now, Event::Resize(10, 10)),
        (now, Event::Resize(20, 10)),
    ]);
    assert_eq!(
        got,
        [
            Input::Paste("第一\n第二\n第[2J三\t四".to_owned()),
            Input::Resize(20, 10)
        ]
    );
}

proptest! {
    /// However text is cut into batches and however fast it comes, every character arrives once and in order.
    #[test]
    fn nothing_is_lost(text in "[a-z联席\n]{0,40}", gaps in proptest::collection::vec(0u64..30, 40), cut in 0usize..40) {
        let mut gather = Gather::new(6);
        let mut at = Instant::now();
        let mut batch = Vec::new();
        for (c, gap) in text.chars().zip(gaps) {
            at += Duration::from_millis(gap);
            batch.push((at, press(c)));
        }
        let (a, b) = batch.split_at(cut.min(batch.len()));
        let mut inputs = gather.push(a);
        inputs.extend(gather.push(b));
        let mut all = String::new();
        for input in inputs {
            match input {
                Input::Key(key) => all.extend(typed(key)),
                Input::Burst(text) => all.push_str(&text),
                other => prop_assert!(false, "{other:?}"),
            }
        }
        prop_assert_eq!(all, text);
    }

    /// Keys at a pace no hand exceeds are always keys.
    #[test]
    fn slow_keys_are_keys(text in "[a-z]{1,30}", gap in 16u64..200) {
        let got = Gather::new(6).push(&typed_at(Instant::now(), &text, gap));
        prop_assert_eq!(keys(&got), text);
    }
}
