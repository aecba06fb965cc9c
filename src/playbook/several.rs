//! Facts of which a lead may have several at once: its tags, and what its firm is known by.

use super::{Condition, Test};
use crate::lead::Lead;
use crate::lead::profile::{company_normal, domain_of, is_free_mail, is_shared_host};

/// Asks for a firm by its name in any spelling, or by its domain.
pub const ACCOUNT: &str = "account";
/// Asks for the tags of a lead, by their keys.
pub const TAGS: &str = "tags";

/// All the lead says under this key; `None` for a key under which there is one fact at most.
pub fn of(lead: &Lead, key: &str) -> Option<Vec<String>> {
    match key {
        TAGS => Some(lead.tags.iter().cloned().collect()),
        ACCOUNT => Some(firm(lead)),
        _ => None,
    }
}

/// Whether the condition holds for any of these, or for none where it asks for that.
pub fn holds(condition: &Condition, known: &[String]) -> bool {
    let wanted: Vec<String> =
        condition.value.iter().map(|value| normal(&condition.field, value)).collect();
    let any = |like: fn(&str, &str) -> bool| {
        known.iter().any(|one| wanted.iter().any(|wanted| like(one, wanted)))
    };
    match condition.is {
        Test::Unknown => known.is_empty(),
        Test::Known => !known.is_empty(),
        Test::In => any(|one, wanted| one == wanted),
        Test::NotIn => !known.is_empty() && !any(|one, wanted| one == wanted),
        Test::Contains => any(|one, wanted| one.contains(wanted)),
        Test::Begins => any(|one, wanted| one.starts_with(wanted)),
        Test::AtLeast | Test::AtMost | Test::Between => false,
    }
}

/// The name of the firm without its legal form, and its domains.
fn firm(lead: &Lead) -> Vec<String> {
    let profile = &lead.profile;
    let is_own = |domain: &String| !is_free_mail(domain) && !is_shared_host(domain);
    let domains = [&profile.email, &profile.website].into_iter().filter(|text| !text.is_empty());
    let domains = domains.filter_map(|text| domain_of(text)).filter(is_own);
    let name = Some(company_normal(&profile.company)).filter(|name| !name.is_empty());
    name.into_iter().chain(domains).collect()
}

/// A value as the facts of its field are kept.
pub(super) fn normal(field: &str, value: &str) -> String {
    let value = value.trim();
    let is_domain = value.contains('.') && !value.contains(char::is_whitespace);
    match field {
        ACCOUNT if is_domain => domain_of(value).unwrap_or_default(),
        ACCOUNT => company_normal(value),
        _ => value.to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(field: &str, is: Test, value: &str, lead: &Lead) -> bool {
        let condition = Condition { field: field.into(), is, value: vec![value.into()] };
        holds(&condition, &of(lead, field).expect("several"))
    }

    #[test]
    fn a_firm_is_known_by_its_name_in_any_spelling_and_by_its_domain() {
        let mut lead = Lead::default();
        assert!(!asks(ACCOUNT, Test::NotIn, "Larkfield", &lead), "nobody knows the firm");
        lead.profile.company = "Larkfield Heating Ltd.".into();
        lead.profile.email = "ines@larkfield.example".into();
        for name in ["larkfield heating", "LARKFIELD HEATING LIMITED", "https://larkfield.example"]
        {
            assert!(asks(ACCOUNT, Test::In, name, &lead), "{name}");
        }
        assert!(asks(ACCOUNT, Test::NotIn, "Larkfield", &lead));
        assert!(!asks(ACCOUNT, Test::AtLeast, "3", &lead));
        lead.profile.email = "ines@gmail.com".into();
        assert!(!asks(ACCOUNT, Test::In, "gmail.com", &lead), "everybody has an address there");
    }

    #[test]
    fn a_lead_is_asked_for_its_tags() {
        let lead = Lead { tags: ["fair".into(), "vip".into()].into(), ..Lead::default() };
        assert!(asks(TAGS, Test::In, "VIP", &lead) && asks(TAGS, Test::NotIn, "gold", &lead));
        assert!(!asks(TAGS, Test::In, "gold", &lead) && !asks(TAGS, Test::NotIn, "vip", &lead));
        assert!(asks(TAGS, Test::Unknown, "", &Lead::default()));
    }
}
