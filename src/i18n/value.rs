//! What one message says: its text, its arguments and what is not allowed in it.

use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

/// The name of the first parameter of every generated function; no argument may take it.
const TAKEN: &str = "language";

/// What a name may look like, so that two names never become one function.
pub const NAMES: &str = "a name is a small letter, then small letters, digits and dashes";

/// Tells whether a key, a room or an argument is named as [`NAMES`] says.
pub fn well_named(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The value of a message.
#[derive(Debug, Default)]
pub struct Value {
    /// The arguments, in the order in which they first appear.
    pub arguments: Vec<String>,
    /// The text of every branch; all there is when there are no arguments.
    pub text: String,
    /// The text with its arguments and branches, for a reader of the source.
    pub doc: String,
}

impl Value {
    /// Reads a pattern; returns what is not allowed in it.
    pub fn read(&mut self, pattern: &Pattern<&str>) -> Vec<String> {
        let mut bad = Vec::new();
        self.pattern(pattern, &mut bad);
        bad
    }

    fn pattern(&mut self, pattern: &Pattern<&str>, bad: &mut Vec<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.plain(value),
                PatternElement::Placeable { expression } => self.expression(expression, bad),
            }
        }
    }

    fn plain(&mut self, text: &str) {
        self.text.push_str(text);
        self.doc.push_str(text);
    }

    fn expression(&mut self, expression: &Expression<&str>, bad: &mut Vec<String>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, bad),
            Expression::Select { selector, variants } => {
                let before = self.text.len();
                self.inline(selector, bad);
                if self.text.len() != before {
                    bad.push("a selector asks an argument".to_owned());
                }
                self.doc.push_str(" ->");
                for variant in variants {
                    let name = match variant.key {
                        VariantKey::Identifier { name } => name,
                        VariantKey::NumberLiteral { value } => value,
                    };
                    let star = if variant.default { "*" } else { "" };
                    self.doc.push_str(&format!(" {star}[{name}] "));
                    self.pattern(&variant.value, bad);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, bad: &mut Vec<String>) {
        match inline {
            InlineExpression::StringLiteral { value } => {
                self.plain(&unescape_unicode_to_string(value));
            }
            InlineExpression::NumberLiteral { value } => self.plain(value),
            InlineExpression::VariableReference { id } => self.argument(id.name, bad),
            InlineExpression::FunctionReference { id, arguments } => {
                match (id.name, only_variable(arguments)) {
                    ("NUMBER", Some(name)) => self.argument(name, bad),
                    _ => bad.push(format!(
                        "{}: only NUMBER($argument) is called here",
                        id.name
                    )),
                }
            }
            InlineExpression::MessageReference { id, .. } => {
                bad.push(format!("quotes {}; a sentence is written whole", id.name));
            }
            InlineExpression::TermReference { id, .. } => {
                bad.push(format!("quotes -{}; terms are not used here", id.name));
            }
            InlineExpression::Placeable { expression } => self.expression(expression, bad),
        }
    }

    fn argument(&mut self, name: &str, bad: &mut Vec<String>) {
        if !well_named(name) || name == TAKEN {
            bad.push(format!("argument ${name}: {NAMES}; ${TAKEN} is taken"));
        }
        if !self.arguments.iter().any(|a| a == name) {
            self.arguments.push(name.to_owned());
        }
        self.doc.push_str(&format!("{{${name}}}"));
    }
}

fn only_variable<'s>(arguments: &CallArguments<&'s str>) -> Option<&'s str> {
    match arguments.positional.as_slice() {
        [InlineExpression::VariableReference { id }] => Some(id.name),
        _ => None,
    }
}
