//! Conditions that ask for what a fact of their kind hardly ever says.

use super::lists::MANY;
use super::report::Report;
use crate::lead::Profile;
use crate::lead::profile::{country_code, email_normal, language_code};
use crate::playbook::condition::label;
use crate::playbook::several::ACCOUNT;
use crate::playbook::{Condition, FieldKind, Playbook, Test};

/// Says of a condition of a rule that it asks for what a fact of its kind hardly ever says.
pub fn of(rule: &str, condition: &Condition, playbook: &Playbook, report: &mut Report) {
    let Condition { field, is, value } = condition;
    let own = playbook.field(field);
    let is_text = match own {
        Some(own) => own.kind == FieldKind::Text,
        None => Profile::KEYS.contains(&field.as_str()) && field != "postcode",
    };
    report.expect(!is_text || !matches!(is, Test::AtLeast | Test::AtMost), field, || {
        let label = label(playbook, field);
        format!("The rule “{rule}” compares “{label}” with a number, and it is a text: only a number within it counts.")
    });
    for value in value.iter().take(MANY) {
        if let Some(said) = never_said(rule, (field, *is), value) {
            report.say(value, said);
        }
    }
}

/// What is said of a value that is no code where codes are kept, or no whole address.
fn never_said(rule: &str, asked: (&str, Test), value: &str) -> Option<String> {
    match asked {
        ("language", Test::In | Test::NotIn) if language_code(value).is_none() => Some(format!(
            "The rule “{rule}” asks for the language “{value}”. Languages are kept as codes such as en or de."
        )),
        ("country", Test::Contains | Test::Begins) if country_code(value).is_none() => {
            Some(format!(
                "The rule “{rule}” looks for “{value}” within the country. Countries are kept as codes such as DE: say that it is one of."
            ))
        }
        ("email", Test::In | Test::NotIn) if email_normal(value).is_none() => Some(format!(
            "The rule “{rule}” asks for the e-mail address “{value}”, and that is none. Say that it contains this, or ask for “{ACCOUNT}”."
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::hints;
    use crate::playbook::fixture::house;
    use crate::playbook::{Condition, Test};

    fn said(field: &str, is: Test, value: &str) -> Vec<String> {
        let mut playbook = house(&["ann", "ben"]);
        let value = value.split('|').map(str::to_owned).collect();
        let rule = &mut playbook.routing.rules[0];
        rule.name = "Odd".into();
        rule.conditions = vec![Condition { field: field.into(), is, value }];
        hints(&playbook).into_iter().map(|hint| hint.sentence).collect()
    }

    #[test]
    fn a_value_that_no_fact_of_its_kind_says_is_named() {
        for is in [Test::Contains, Test::Begins] {
            assert_eq!(
                said("country", is, "Germany|FR|EU"),
                [
                    "The rule “Odd” looks for “EU” within the country. Countries are kept as codes such as DE: say that it is one of."
                ]
            );
        }
        assert_eq!(
            said("email", Test::In, "ann@acme.example|acme.example"),
            [
                "The rule “Odd” asks for the e-mail address “acme.example”, and that is none. Say that it contains this, or ask for “account”."
            ]
        );
        assert_eq!(said("email", Test::Contains, "acme.example"), [""; 0]);
        assert_eq!(said("language", Test::In, "Deutsch|French|de-AT|en"), [""; 0]);
        assert_eq!(said("country", Test::In, "EU|Germany"), [""; 0]);
    }
}
