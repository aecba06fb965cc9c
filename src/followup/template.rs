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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::followup::life::{Life, playbook};
    use crate::followup::values;
    use crate::lead::Tier;

    fn template(subject: &str, body: &str) -> Template {
        let (subject, body) = (subject.to_owned(), body.to_owned());
        Template { key: "x".into(), name: "Test".into(), subject, body }
    }

    #[test]
    fn every_letter_of_the_starter_can_be_written() {
        let life = Life::begin(Tier::High, "2026-05-09T15:00");
        let mut values = values(&life.lead, &life.playbook, life.now);
        values.insert("unsubscribe_link".into(), "https://roth.example/u/1".into());
        for template in playbook().templates {
            assert_eq!(fault(&template.body), None, "{}", template.key);
            let letter = render(&template, &values).expect("a letter");
            assert!(letter.body.starts_with("Hello Owen,"), "{}", letter.body);
        }
        let reply = render(life.playbook.template("instant_reply").expect("it is there"), &values);
        let body = reply.expect("a letter").body;
        assert!(body.contains("open again on Monday 11 May at 09:00."), "{body}");
    }

    #[test]
    fn a_value_is_never_read_as_a_template_and_a_subject_stays_one_line() {
        let name = "{{ 7 * 7 }}\r\nBcc: everyone@x.example".to_owned();
        let values = [("name".to_owned(), name)].into();
        let letter = render(&template("For {{ name }}", "{{ name }}"), &values).expect("a letter");
        assert_eq!(letter.subject, "For {{ 7 * 7 }} Bcc: everyone@x.example");
        let long = template(&"x".repeat(900), "");
        assert_eq!(render(&long, &values).map(|letter| letter.subject.len()), Ok(SUBJECT_MAX));
    }

    #[test]
    fn what_is_wrong_with_a_template_is_a_sentence() {
        assert_eq!(fault("Hello {{ first_name }}"), None);
        assert_eq!(
            fault("Hello\n{{ frist_name }}"),
            Some("it uses a value that does not exist in line 2.".into())
        );
        assert!(fault("{% if name %}").is_some_and(|fault| fault.starts_with("there is a slip")));
        assert!(fault("{% if name %}{{ nobody }}{% endif %}").is_some());
        assert!(fault("{% for a in 'x' * 9999999999 %}{% endfor %}").is_some());
        let endless = "{% for a in 'x' * 90000 %}{{ a }}{% endfor %}";
        assert_eq!(fault(endless), Some("it does not come to an end.".into()));
        assert!(fault("{{ name|indent(999999999999) }}").is_some());
        assert!(
            render(&template("{{ name }}", ""), &[("name".into(), " ".into())].into()).is_err()
        );
    }
}
