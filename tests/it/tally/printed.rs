//! Every inequality `tally` prints, evaluated on its own numbers, is what stands beside it.

use super::{RULES, code, lines, run, told, votes_of, written};
use serde_json::Value;

/// Evaluates an inequality as it is printed, factor by factor.
fn evaluated(printed: &str) -> bool {
    let parts: Vec<&str> = printed.split(' ').collect();
    let [left, sign, right] = parts.as_slice() else {
        panic!("{printed}");
    };
    let product = |side: &str| -> u64 {
        let factors = side.split('*').map(|it| it.parse::<u64>().unwrap());
        factors.product()
    };
    let (left, right) = (product(left), product(right));
    match *sign {
        ">" => left > right,
        ">=" => left >= right,
        other => panic!("{other}: {printed}"),
    }
}

/// Every word of so many letters of the voices, each a vote.
fn words(of: usize) -> Vec<String> {
    (0..of).fold(vec![String::new()], |words, _| {
        let longer = words
            .iter()
            .flat_map(|word| "ynavxr".chars().map(move |it| format!("{word}{it}")));
        longer.collect()
    })
}

#[test]
fn every_inequality_holds_where_it_is_said_to_and_the_outcome_follows_from_them() {
    let folder = tempfile::tempdir().unwrap();
    let (mut holding, mut failing) = (0, 0);
    let mut file = votes_of("yyyyyy");
    let mut events: Vec<Value> = Vec::new();
    for word in (0..=4).flat_map(words) {
        let mut event = votes_of(&word)["vote_events"][0].clone();
        event["id"] = Value::from(format!("v{word}"));
        events.push(event);
    }
    file["vote_events"] = Value::from(events);
    let file = written(&folder, "every.json", file.to_string());
    for rule in RULES {
        let output = run(&["--rule", rule], std::slice::from_ref(&file));
        assert_eq!(code(&output), 0, "{}", told(&output));
        for vote in lines(&output) {
            let criteria = vote["criteria"].as_array().unwrap();
            let mut all = true;
            for criterion in criteria {
                let printed = criterion["inequality"].as_str().unwrap();
                let holds = criterion["holds"].as_bool().unwrap();
                assert_eq!(evaluated(printed), holds, "{rule}: {vote}");
                all &= holds;
                *(if holds { &mut holding } else { &mut failing }) += 1;
            }
            let adopted = vote["outcome"] == "adopted";
            assert_eq!(adopted, all && !criteria.is_empty(), "{rule}: {vote}");
        }
    }
    assert!(holding > 500 && failing > 500, "{holding} {failing}");
}
