//! The schema against the reader: the same words, the same fields, the same files.

use super::super::words::{self, ConsentIs, QuestionIs, WeightsIs, Word};
use super::super::{FORM, LONGEST_ID, MOST_LISTED, MOST_RULES, SCHEMA};
use crate::domain::rule::{
    Base, Figure, Method, Otherwise, Over, Partial, Provenance, RecusalEffect, TieStep,
};
use crate::domain::text::LONGEST_LINE;
use serde_json::Value;

/// Says whether the schema takes a file, and where it does not.
pub fn holds(text: &str) -> Result<(), String> {
    let tree: toml::Table = text.parse().map_err(|error| format!("{error}"))?;
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    check(&schema, &schema, &json(&toml::Value::Table(tree)), "")
}

fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::from(text.as_str()),
        toml::Value::Integer(number) => Value::from(*number),
        toml::Value::Float(number) => Value::from(*number),
        toml::Value::Boolean(flag) => Value::from(*flag),
        // A schema knows a day as a text of its format.
        toml::Value::Datetime(moment) => Value::from(format!("@{moment}")),
        toml::Value::Array(items) => items.iter().map(json).collect(),
        toml::Value::Table(table) => {
            let fields = table
                .iter()
                .map(|(name, value)| (name.clone(), json(value)));
            Value::Object(fields.collect())
        }
    }
}

/// Checks the keywords the schema uses; another one is a failure.
fn check(whole: &Value, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let wrong = |what: &str| Err(format!("{at}: {what}: {value}"));
    for (keyword, said) in schema.as_object().unwrap() {
        let number = || usize::try_from(said.as_u64().unwrap()).unwrap();
        let fits = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "required" | "additionalProperties" => {
                true
            }
            "$ref" => {
                let name = said.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                check(whole, &whole["$defs"][name], value, at)?;
                true
            }
            "type" => match said.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "integer" => value.is_i64() || value.is_u64(),
                "boolean" => value.is_boolean(),
                other => panic!("type {other}"),
            },
            "enum" => said.as_array().unwrap().contains(value),
            "const" => said == value,
            "minLength" => text_length(value).is_none_or(|have| have >= number()),
            "maxLength" => text_length(value).is_none_or(|have| have <= number()),
            "minItems" => value.as_array().is_none_or(|it| it.len() >= number()),
            "maxItems" => value.as_array().is_none_or(|it| it.len() <= number()),
            "maxProperties" => value.as_object().is_none_or(|it| it.len() <= number()),
            "minimum" => value.as_i64().is_none_or(|it| it >= said.as_i64().unwrap()),
            "maximum" => value.as_i64().is_none_or(|it| it <= said.as_i64().unwrap()),
            "pattern" => value
                .as_str()
                .is_none_or(|it| matches(said.as_str().unwrap(), it)),
            "format" => value.as_str().is_none_or(is_day),
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(whole, said, item, &format!("{at}[{number}]"))?;
                }
                true
            }
            "properties" => {
                for (name, schema) in said.as_object().unwrap() {
                    if let Some(field) = value.get(name) {
                        check(whole, schema, field, &format!("{at}.{name}"))?;
                    }
                }
                true
            }
            "oneOf" => {
                let each = said.as_array().unwrap().iter();
                each.filter(|one| check(whole, one, value, at).is_ok())
                    .count()
                    == 1
            }
            other => panic!("the checker does not know {other}"),
        };
        if !fits {
            return wrong(keyword);
        }
    }
    let Some(fields) = value.as_object() else {
        return Ok(());
    };
    for name in schema["required"].as_array().into_iter().flatten() {
        if !fields.contains_key(name.as_str().unwrap()) {
            return wrong(&format!("{name} is missing"));
        }
    }
    let known = schema["properties"].as_object();
    for (name, field) in fields {
        match schema.get("additionalProperties") {
            Some(Value::Bool(false)) if known.is_none_or(|it| !it.contains_key(name)) => {
                return wrong(&format!("{name} is not known"));
            }
            Some(rest @ Value::Object(_)) => check(whole, rest, field, &format!("{at}.{name}"))?,
            _ => {}
        }
    }
    Ok(())
}

fn text_length(value: &Value) -> Option<usize> {
    value.as_str().map(|text| text.chars().count())
}

fn is_day(text: &str) -> bool {
    text.strip_prefix('@').is_some_and(|day| day.len() == 10)
}

fn matches(pattern: &str, text: &str) -> bool {
    let digits =
        |text: &str| (1..=10).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
    match pattern {
        "^[0-9]{1,10}/[0-9]{1,10}$" => text
            .split_once('/')
            .is_some_and(|(num, den)| digits(num) && digits(den)),
        "^[A-Za-z0-9._-]{1,64}$" => {
            let fits = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
            (1..=LONGEST_ID).contains(&text.len()) && text.chars().all(fits)
        }
        other => panic!("the checker does not know {other}"),
    }
}

#[test]
fn the_schema_knows_the_words_and_fields_of_the_reader() {
    fn words<W: Word>(schema: &Value, name: &str) {
        let words: Vec<&str> = W::WORDS.iter().map(|(word, _)| *word).collect();
        assert_eq!(
            schema["$defs"][name]["enum"],
            serde_json::json!(words),
            "{name}"
        );
    }
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    words::<Over>(&schema, "over");
    words::<Base>(&schema, "base");
    words::<Method>(&schema, "method");
    words::<TieStep>(&schema, "tie_step");
    words::<RecusalEffect>(&schema, "recusal");
    words::<Provenance>(&schema, "provenance");
    words::<Partial>(&schema, "partial");
    words::<Otherwise>(&schema, "otherwise");
    words::<Figure>(&schema, "figure");
    let fields = |name: &str, fields: &[&str]| {
        let of = match name {
            "" => &schema,
            name => &schema["$defs"][name],
        };
        let mut known: Vec<&str> = of["properties"]
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        let mut fields = fields.to_vec();
        known.sort_unstable();
        fields.sort_unstable();
        assert_eq!(known, fields, "{name}");
        assert_eq!(of["additionalProperties"], false, "{name}");
    };
    fields("", words::FILE);
    fields("rule", words::RULE);
    fields("name", words::NAME);
    fields("quorum", words::QUORUM);
    fields("turnout", words::TURNOUT);
    fields("role", words::REQUIRED);
    fields("second_call", words::SECOND_CALL);
    fields("share", words::SHARE);
    fields("blockers", words::BLOCKERS);
    fields("each_village", &["each_village"]);
    fields("all", &["all"]);
    fields("any", &["any"]);
    fields("proxies", words::PROXIES);
    fields("revote", words::REVOTE);
    for (is, table) in QuestionIs::WORDS {
        fields(&format!("question_{is}"), table.fields());
    }
    for (is, table) in ConsentIs::WORDS {
        fields(&format!("consent_{is}"), table.fields());
    }
    for (is, table) in WeightsIs::WORDS {
        fields(&format!("weights_{is}"), table.fields());
    }
    let number = |pointer: &str| schema.pointer(pointer).unwrap().as_u64().unwrap();
    assert_eq!(number("/properties/form/const"), u64::from(FORM));
    assert_eq!(number("/properties/rule/maxItems"), MOST_RULES as u64);
    assert_eq!(number("/$defs/text/maxLength"), LONGEST_LINE as u64);
    assert_eq!(number("/$defs/whole/maximum"), u64::from(u32::MAX));
    assert_eq!(
        number("/$defs/all/properties/all/maxItems"),
        MOST_LISTED as u64
    );
    let pattern = schema["$defs"]["id"]["pattern"].as_str().unwrap();
    assert!(pattern.contains(&LONGEST_ID.to_string()));
}
