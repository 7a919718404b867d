//! Which names that are taken in could be taken for others: nobody is kept from them, for there are two of one sound in
//! many a village, and whoever takes a list in is told.

use super::near::{self, Near, nearest, sounds};
use super::scripts::{Script, stray};
use super::shapes::shape;
use crate::domain::text::Line;
use crate::domain::{Command, World, roster};
use std::collections::{BTreeMap, HashMap};

/// Why a name is looked at once more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// It sounds as another does and is written otherwise; a character of the old writing sounds as that of the new.
    Sounds(Line),
    /// It looks as another does.
    Looks(Line),
    /// A letter of it is of another script than the rest.
    Stray {
        /// The letter.
        letter: char,
        /// Its script.
        script: Script,
    },
}

/// A name that is taken in, and why it is looked at once more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The name.
    pub name: Line,
    /// Why.
    pub doubt: Doubt,
}

/// Returns what is doubtful about a name beside others.
#[must_use]
pub fn doubts<'a>(name: &Line, others: impl Iterator<Item = &'a Line>) -> Vec<Doubt> {
    let other = nearest(name, others, Near::Shape).map(|(near, other)| match near {
        Near::Sound => Doubt::Sounds(other.clone()),
        _ => Doubt::Looks(other.clone()),
    });
    other.into_iter().chain(strays(name)).collect()
}

fn strays(name: &Line) -> Option<Doubt> {
    stray(name).map(|(letter, script)| Doubt::Stray { letter, script })
}

/// Returns the names of villages and people that commands bring and that could be taken for others, of those that
/// are there or come along, and those of more than one script.
#[must_use]
pub fn alike<'a>(world: &World, commands: impl Iterator<Item = &'a Command>) -> Vec<Alike> {
    let (mut villages, mut people) = (BTreeMap::new(), BTreeMap::new());
    for command in commands {
        match command {
            Command::Roster(roster::Command::PutVillage(village)) => {
                villages.insert(village.id.clone(), village.name.clone());
            }
            Command::Roster(roster::Command::PutPerson(person)) => {
                people.insert(person.id.clone(), person.name.clone());
            }
            _ => {}
        }
    }
    villages.retain(|id, _| !world.villages.contains_key(id));
    people.retain(|id, _| !world.people.contains_key(id));
    let known = world.villages.values().map(|village| &village.name);
    let mut found = pairs(known, villages.values());
    let known = world.people.values().map(|person| &person.name);
    found.extend(pairs(known, people.values()));
    found
}

/// Compares each new name with those before it of the same sound or shape: a list may have very many.
fn pairs<'a>(
    known: impl Iterator<Item = &'a Line>,
    new: impl Iterator<Item = &'a Line>,
) -> Vec<Alike> {
    let mut before: HashMap<String, Vec<(Vec<char>, &'a Line)>> = HashMap::new();
    let mut found = Vec::new();
    let all = known.map(|name| (name, false));
    for (name, is_new) in all.chain(new.map(|name| (name, true))) {
        let key: Vec<char> = name.key().chars().collect();
        let shapes: Vec<char> = key.iter().copied().map(shape).collect();
        // Under what no name sounds like stand those that look alike.
        let shapes = sounds(&shapes).into_iter().map(|it| it + "=");
        let sounds: Vec<String> = sounds(&key).into_iter().chain(shapes).collect();
        let mut others = sounds.iter().filter_map(|it| before.get(it)).flatten();
        let other = others.find_map(|(other, line)| {
            let same = *other == key && line.as_str() != name.as_str();
            match near::near(&key, other) {
                Some(Near::Sound) => Some(Doubt::Sounds((*line).clone())),
                Some(Near::Shape) => Some(Doubt::Looks((*line).clone())),
                _ => same.then(|| Doubt::Looks((*line).clone())),
            }
        });
        if is_new {
            let doubts = other.into_iter().chain(strays(name));
            found.extend(doubts.map(|doubt| Alike {
                name: name.clone(),
                doubt,
            }));
        }
        for sound in sounds {
            let of_it = before.entry(sound).or_default();
            if of_it.iter().all(|(_, line)| line.as_str() != name.as_str()) {
                of_it.push((key.clone(), name));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn told(known: &[&str], new: &[&str]) -> Vec<(String, String)> {
        let lines = |names: &[&str]| -> Vec<Line> {
            names.iter().map(|it| Line::new(it).unwrap()).collect()
        };
        let (known, new) = (lines(known), lines(new));
        let found = pairs(known.iter(), new.iter()).into_iter();
        let other = |doubt| match doubt {
            Doubt::Sounds(other) => other.to_string(),
            Doubt::Looks(other) => format!("={other}"),
            Doubt::Stray { letter, .. } => format!("+{letter}"),
        };
        found
            .map(|it| (it.name.to_string(), other(it.doubt)))
            .collect()
    }

    fn pair(name: &str, other: &str) -> (String, String) {
        (name.to_owned(), other.to_owned())
    }

    #[test]
    fn names_of_one_sound_or_look_are_found_wherever_they_stand() {
        let found = told(&["张伟", "东集村"], &["章伟", "李伟", "東集村"]);
        assert_eq!(found, [pair("章伟", "张伟"), pair("東集村", "东集村")]);
        // Among those that come along, by another reading of the first character, and by the look alone.
        assert_eq!(told(&[], &["王楼", "汪楼"]), [pair("汪楼", "王楼")]);
        assert_eq!(told(&["单雄"], &["善雄"]), [pair("善雄", "单雄")]);
        assert_eq!(
            told(&["A村"], &["Ａ村"]),
            [pair("Ａ村", "=A村"), pair("Ａ村", "+Ａ")]
        );
        let shapes = told(&["王小五"], &["壬小五", "玉小武", "汪小六"]);
        assert_eq!(
            shapes,
            [pair("壬小五", "=王小五"), pair("玉小武", "=王小五")]
        );
        assert_eq!(
            told(&[], &["Р王五", "王o五"]),
            [pair("Р王五", "+Р"), pair("王o五", "+o")]
        );
        // The control: those that are there already were told of when they came, and others are others.
        assert!(told(&["张伟", "章伟"], &["张伟"]).len() <= 1);
        assert_eq!(told(&["张伟", "章伟"], &["李伟"]), []);
        assert_eq!(told(&["张伟"], &["张伟"]), []);
    }

    #[test]
    fn very_many_names_are_told_apart_in_time() {
        let surnames: Vec<char> = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许".chars().collect();
        let names: Vec<String> = (0..20_000_usize)
            .map(|at| {
                let surname = surnames[at % surnames.len()];
                let (one, two) = (0x4e00 + at % 2_000, 0x5000 + at / 20);
                let c = |at: usize| char::from_u32(u32::try_from(at).unwrap()).unwrap();
                format!("{surname}{}{}", c(one), c(two))
            })
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let begun = std::time::Instant::now();
        let _found = told(&[], &names);
        assert!(begun.elapsed().as_secs() < 30, "{:?}", begun.elapsed());
    }
}
