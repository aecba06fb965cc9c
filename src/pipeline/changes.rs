//! Facts as people edit them: known ones only, bounded, and in a form that can be compared.

use crate::command::Refusal;
use crate::lead::profile::{
    VALUE_MAX, country_code, email_normal, is_website, language_code, may_be_dialled, one_line,
    zone_of,
};
use crate::lead::{Event, Lead, Profile};
use crate::playbook::{Field, FieldKind, Playbook};
use std::collections::BTreeMap;

/// The longest text of a custom field, in characters.
const TEXT_MAX: usize = 2_000;

/// The worth of a lead, in minor units, beside the profile and the custom fields.
pub(super) const VALUE: &str = "value";

/// How many people work for the firm, and more than work for any.
const EMPLOYEES: &str = "company_size";
const EMPLOYEES_MAX: u32 = 10_000_000;

/// Facts as they may be written: known keys, comparable values, only what differs.
///
/// Empty clears a fact. Refuses a key nobody knows, and what is not what its field holds.
pub fn check_changes(
    lead: &Lead,
    playbook: &Playbook,
    changes: BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, Refusal> {
    let mut checked = BTreeMap::new();
    for (key, said) in changes {
        let before = known(lead, &key);
        // What came in as it was, and stays as it was, is nobody's mistake now.
        if said.trim() == before && is_known(playbook, &key) {
            continue;
        }
        let value = comparable(playbook, &key, &said)?;
        if value != before {
            checked.insert(key, value);
        }
    }
    Ok(checked)
}

/// What is written of facts that were checked: that they changed, and what the source requires of the
/// lead and nobody knows after that.
pub fn learnt(lead: &Lead, playbook: &Playbook, changes: BTreeMap<String, String>) -> Vec<Event> {
    if changes.is_empty() {
        return Vec::new();
    }
    let facts = lost(lead, playbook, &changes);
    let lacking = (!facts.is_empty()).then_some(Event::Lacking { facts });
    std::iter::once(Event::Edited { changes }).chain(lacking).collect()
}

/// What the source of an open lead requires and these changes take away.
fn lost(lead: &Lead, playbook: &Playbook, changes: &BTreeMap<String, String>) -> Vec<String> {
    let Some(source) = playbook.source(&lead.source).filter(|_| lead.is_open()) else {
        return Vec::new();
    };
    let told = |key: &str| changes.get(key).map(String::as_str).or_else(|| lead.fact(key));
    let mut lacking = source.lacking(|key| match key {
        "phone" => told(key).is_some_and(may_be_dialled),
        "message" => !lead.message.is_empty(),
        "consent" => lead.consent.is_some(),
        _ => told(key).is_some_and(|fact| !fact.is_empty()),
    });
    let is_emptied = |key: &str| changes.get(key).is_some_and(String::is_empty);
    lacking.retain(|one| one.split('|').any(is_emptied) && !lead.missing.contains(one));
    lacking
}

fn is_known(playbook: &Playbook, key: &str) -> bool {
    key == VALUE
        || Profile::KEYS.contains(&key)
        || playbook.fields.iter().any(|field| field.key == key)
}

fn known(lead: &Lead, key: &str) -> String {
    if key == VALUE {
        return lead.value.map_or(String::new(), |value| value.to_string());
    }
    lead.fact(key).unwrap_or_default().to_owned()
}

fn comparable(playbook: &Playbook, key: &str, value: &str) -> Result<String, Refusal> {
    let value = value.trim();
    if Profile::KEYS.contains(&key) {
        return of_profile(key, value);
    }
    if key == VALUE {
        return amount(value);
    }
    match playbook.fields.iter().find(|field| field.key == key) {
        Some(field) => of_field(field, value),
        None => Err(Refusal::NoSuchField(key.to_owned())),
    }
}

fn of_profile(key: &str, said: &str) -> Result<String, Refusal> {
    let mut profile = Profile::default();
    if let Some(place) = profile.get_mut(key) {
        said.clone_into(place);
    }
    profile.clean();
    let value = profile.get(key).unwrap_or_default().to_owned();
    if key == "language" && !value.is_empty() {
        let code = language_code(&value).ok_or_else(|| not_a(key, "language", said))?;
        return Ok(code.to_owned());
    }
    let faulty = match key {
        "email" if email_normal(&value).is_none() => Some("e-mail address"),
        "phone" if !may_be_dialled(&value) => Some("phone number"),
        "country" if country_code(&value).is_none() => Some("country"),
        "website" if !is_website(&value) => Some("web address"),
        "time_zone" if zone_of(&profile).is_none() => Some("time zone"),
        _ => None,
    };
    match faulty.filter(|_| !value.is_empty()) {
        Some(what) => Err(not_a(key, what, &value)),
        None => Ok(value),
    }
}

fn amount(value: &str) -> Result<String, Refusal> {
    if value.is_empty() {
        return Ok(String::new());
    }
    let amount = value.parse().ok().filter(|amount: &i64| *amount >= 0);
    amount.map(|amount| amount.to_string()).ok_or_else(|| not_a(VALUE, "amount", value))
}

fn of_field(field: &Field, value: &str) -> Result<String, Refusal> {
    if value.is_empty() {
        return Ok(String::new());
    }
    let what = match field.kind {
        FieldKind::Text if value.chars().count() > TEXT_MAX => {
            return Err(Refusal::TooLong(TEXT_MAX));
        }
        FieldKind::Text => "text",
        FieldKind::Number if field.key == EMPLOYEES => return employees(value),
        FieldKind::Number => "number",
        FieldKind::Choice => "choice of this field",
        FieldKind::Date => "date",
        FieldKind::YesNo => "yes or no",
    };
    field.comparable(value).ok_or_else(|| not_a(&field.key, what, value))
}

/// People are counted whole.
fn employees(value: &str) -> Result<String, Refusal> {
    let count = value.parse().ok().filter(|count: &u32| *count <= EMPLOYEES_MAX);
    let no = || not_a(EMPLOYEES, "number of employees", value);
    count.map(|count| count.to_string()).ok_or_else(no)
}

fn not_a(field: &str, what: &str, value: &str) -> Refusal {
    let value = one_line(value, VALUE_MAX);
    Refusal::NotA { field: field.to_owned(), what: what.to_owned(), value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::{Role, Teammate, starter};

    fn changed(key: &str, value: &str) -> Result<Option<String>, Refusal> {
        let maya = Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner);
        let mut playbook = starter("Roth & Co", maya);
        for (key, kind) in [("urgent", FieldKind::YesNo), ("plan", FieldKind::Choice)] {
            let options = vec!["Basic".to_owned(), "Full".to_owned()];
            let field = Field { key: key.into(), label: key.into(), kind, options, active: true };
            playbook.fields.push(field);
        }
        let mut lead = Lead { value: Some(500), ..Lead::default() };
        lead.profile.company = "Stone Ltd".into();
        lead.fields.insert("company_size".into(), "10-50".into());
        let changes = [(key.to_owned(), value.to_owned())].into();
        check_changes(&lead, &playbook, changes).map(|mut checked| checked.remove(key))
    }

    fn kept(value: &str) -> Result<Option<String>, Refusal> {
        Ok(Some(value.to_owned()))
    }

    #[test]
    fn facts_are_kept_in_a_form_that_can_be_compared() {
        assert_eq!(changed("budget", " 5000.0 "), kept("5000"));
        assert_eq!(changed("decision_on", "2026-06-01"), kept("2026-06-01"));
        assert_eq!(changed("urgent", "TRUE"), kept("yes"));
        assert_eq!(changed("plan", "full"), kept("Full"));
        assert_eq!(changed("name", "Owen\n\u{202e} Stone"), kept("Owen Stone"));
        assert_eq!(changed("country", "Germany"), kept("DE"));
        assert_eq!(changed("value", "0700"), kept("700"));
        assert_eq!(changed("language", "de-AT"), kept("de"));
        assert_eq!(changed("language", "French"), kept("fr"));
        assert_eq!(
            changed("website", "https://stone.example/en"),
            kept("https://stone.example/en")
        );
        assert_eq!(changed("website", "www.stone.example"), kept("www.stone.example"));
        assert_eq!(changed("company_size", "0250"), kept("250"));
    }

    #[test]
    fn only_what_differs_is_written_and_empty_clears() {
        assert_eq!(changed("company", " Stone Ltd "), Ok(None));
        assert_eq!(changed("value", "500"), Ok(None));
        assert_eq!(changed("phone", ""), Ok(None));
        assert_eq!(changed("company", ""), kept(""));
        assert_eq!(changed("value", ""), kept(""));
        assert_eq!(changed("company_size", "10-50"), Ok(None), "as it came in");
    }

    #[test]
    fn what_a_field_cannot_hold_is_refused() {
        let refused = |key, value| matches!(changed(key, value), Err(Refusal::NotA { .. }));
        assert!(refused("budget", "a lot"));
        assert!(refused("budget", "inf"));
        assert!(refused("decision_on", "soon"));
        assert!(refused("urgent", "perhaps"));
        assert!(refused("plan", "Gold"));
        assert!(refused("email", "owen at stone"));
        assert!(refused("time_zone", "Mars/Olympus"));
        assert!(refused("phone", "abc") && refused("phone", "12"));
        assert!(refused("country", "Narnia"));
        assert!(refused("value", "-5"));
        for none in ["javascript:alert(1)", "ftp://stone.example", "ask@stone.example", "no site"] {
            assert!(refused("website", none), "{none}");
        }
        assert!(refused("language", "Klingon"));
        for none in ["1e99", "-3", "2.5", "10000001", "many"] {
            assert!(refused("company_size", none), "{none}");
        }
        assert!(refused("budget", "1e99"));
        assert_eq!(changed("shoe_size", ""), Err(Refusal::NoSuchField("shoe_size".into())));
        assert_eq!(changed("problem", &"x".repeat(2_001)), Err(Refusal::TooLong(2_000)));
    }
}
