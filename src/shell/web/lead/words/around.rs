//! Changing facts, adding a lead and finding one, in English.

use crate::lead::words::english;
use crate::playbook::Playbook;
use crate::shell::web::words::several;

pub const BACK_TO_LEAD: &str = "Back to the lead";
pub const SAVE_FACTS: &str = "Save details";
pub const MISSING: &str = "is missing";

/// The labels of facts, in one line; `email|phone` asks for either.
pub fn labels(keys: &[String], playbook: &Playbook) -> String {
    let one = |key: &String| {
        key.split('|').map(|key| label(key, playbook)).collect::<Vec<_>>().join(" or ")
    };
    keys.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The label of a fact.
pub fn label(key: &str, playbook: &Playbook) -> String {
    match key {
        "time_zone" => "Time zone".to_owned(),
        "email_as_given" => "Email as given".to_owned(),
        key => {
            let field = playbook.fields.iter().find(|field| field.key == key);
            field.map_or_else(|| english::spoken(key), |field| field.label.clone())
        }
    }
}

/// A span of days.
pub fn days(days: i64) -> String {
    several(usize::try_from(days).unwrap_or(0), "day", "days")
}

/// The worth of a lead, in the currency of the business.
pub fn value_in(currency: &str) -> String {
    format!("Value in {currency}")
}

/// What is said of a lead that was just added.
pub fn added(outcome: &str) -> Option<&'static str> {
    match outcome {
        "created" => Some("Added. The clock runs."),
        "attached" => Some("They were known already, and open: this is now part of their lead."),
        "flagged" => Some("Added. It may be somebody you know: look under Possible duplicate."),
        _ => None,
    }
}

/// The heading of the page on which facts are changed.
pub fn facts_of(name: &str) -> String {
    format!("Details of {name}")
}

/// What a colleague has written into a field meanwhile.
pub fn it_now_says(value: &str) -> String {
    if value.is_empty() {
        "It is empty now.".to_owned()
    } else {
        format!("It now says “{value}”.")
    }
}
