//! Facts by the names people read.

use crate::playbook::Playbook;

/// The label of a fact; `email|phone` asks for either.
fn label(playbook: &Playbook, key: &str) -> String {
    let one = |key: &str| match key {
        "name" => "name".to_owned(),
        "email" => "e-mail address".to_owned(),
        "phone" => "phone number".to_owned(),
        "company" => "company".to_owned(),
        "role" => "role".to_owned(),
        "time_zone" => "time zone".to_owned(),
        _ => {
            let field = playbook.fields.iter().find(|field| field.key == key);
            field.map_or(key, |field| &field.label).to_owned()
        }
    };
    key.split('|').map(one).collect::<Vec<_>>().join(" or ")
}

/// The labels of several facts, in one line.
pub(super) fn list(playbook: &Playbook, keys: &[String]) -> String {
    keys.iter().map(|key| label(playbook, key)).collect::<Vec<_>>().join(", ")
}
