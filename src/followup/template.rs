//! Letters from templates: the words of the playbook with the values of a lead in their places.
//!
//! Pure and bounded: a template sees nothing but its values, runs out of fuel before it runs long,
//! and a value that does not exist is a sentence for its author and not a hole in a letter.

use crate::lead::profile::one_line;
use crate::playbook::{Template, VALUES};
use minijinja::value::Value;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, filters};
use std::collections::BTreeMap;

/// Far more instructions than any letter needs.
const FUEL: u64 = 20_000;

/// The longest subject, in characters; mail programs show about a third of it.
const SUBJECT_MAX: usize = 200;

/// The longest letter, in characters.
const BODY_MAX: usize = 100_000;

/// A letter as it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendered {
    /// One line, free of control characters.
    pub subject: String,
    pub body: String,
}

/// The letter of this template with these values, or a sentence on why there is none.
pub fn render(template: &Template, values: &BTreeMap<String, String>) -> Result<Rendered, String> {
    let no_letter =
        |why: String| format!("The letter “{}” cannot be written: {why}", template.name);
    let environment = environment();
    let subject = filled(&environment, &template.subject, values).map_err(no_letter)?;
    let body = filled(&environment, &template.body, values).map_err(no_letter)?;
    // A header is one line; anything else could smuggle in a second header.
    let subject = one_line(&subject, SUBJECT_MAX);
    if subject.is_empty() {
        return Err(no_letter("its subject is empty.".into()));
    }
    Ok(Rendered { subject, body: body.trim().to_owned() })
}

/// What is wrong with the words of a template, in a sentence, if anything is.
pub fn fault(text: &str) -> Option<String> {
    let environment = environment();
    let all = |value: &str| VALUES.iter().map(|name| ((*name).into(), value.into())).collect();
    // Once with every value and once with none, so that both sides of an `if` are read.
    filled(&environment, text, &all("x")).and_then(|_| filled(&environment, text, &all(""))).err()
}

/// A narrow language: values, `if`, `for` and a few filters, none of which makes long text of a number.
fn environment() -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.add_filter("default", filters::default);
    environment.add_filter("trim", filters::trim);
    environment.add_filter("upper", filters::upper);
    environment.add_filter("lower", filters::lower);
    environment
}

fn filled(
    environment: &Environment,
    text: &str,
    values: &BTreeMap<String, String>,
) -> Result<String, String> {
    let text = environment
        .render_str(
            text,
            Value::from_pairs(values.iter().map(|(name, value)| (name.as_str(), value.as_str()))),
        )
        .map_err(sentence)?;
    if text.chars().count() > BODY_MAX {
        return Err(format!("it is longer than {BODY_MAX} characters."));
    }
    Ok(text)
}

fn sentence(error: Error) -> String {
    let place = error.line().map_or(String::new(), |line| format!(" in line {line}"));
    match error.kind() {
        ErrorKind::UndefinedError => format!("it uses a value that does not exist{place}."),
        ErrorKind::OutOfFuel => "it does not come to an end.".into(),
        ErrorKind::SyntaxError => {
            format!("there is a slip{place}: {}.", error.detail().unwrap_or("it cannot be read"))
        }
        ErrorKind::UnknownFilter | ErrorKind::UnknownFunction | ErrorKind::UnknownTest => {
            format!("it asks for something templates cannot do{place}.")
        }
        kind => format!("{kind}{place}."),
    }
}
