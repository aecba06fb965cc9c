//! What a person and their firm are found by: exact identity in normal form.

use crate::lead::Profile;
use crate::lead::profile::{
    country_code, domain_of, email_normal, is_free_mail, is_shared_host, phone_normal,
};
use serde::{Deserialize, Serialize};

/// What a key is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum KeyKind {
    Email,
    Phone,
    /// Marks the firm, never a person.
    Domain,
}

/// One key of a lead. Several leads may share it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key {
    pub kind: KeyKind,
    pub normal: String,
}

/// The keys of a profile: at most one e-mail address, one phone number and two domains.
///
/// `country` is the ISO code of where a number without a prefix belongs if the profile names none.
pub fn keys(profile: &Profile, country: &str) -> Vec<Key> {
    let email = email_key(profile);
    let of_email = email.as_deref().and_then(|email| email.rsplit_once('@'));
    let of_email = of_email.map(|(_, domain)| domain.to_owned()).filter(|domain| is_firm(domain));
    let of_website = domain_of(&profile.website)
        .filter(|domain| is_firm(domain) && of_email.as_deref() != Some(domain.as_ref()));
    let key = |kind, normal: Option<String>| normal.map(|normal| Key { kind, normal });
    [
        key(KeyKind::Phone, phone_key(profile, country)),
        key(KeyKind::Email, email),
        key(KeyKind::Domain, of_email),
        key(KeyKind::Domain, of_website),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub(super) fn email_key(profile: &Profile) -> Option<String> {
    if profile.email.is_empty() { None } else { email_normal(&profile.email) }
}

pub(super) fn phone_key(profile: &Profile, country: &str) -> Option<String> {
    if profile.phone.is_empty() {
        return None;
    }
    phone_normal(&profile.phone, country_code(&profile.country).unwrap_or(country))
}

fn is_firm(domain: &str) -> bool {
    !is_free_mail(domain) && !is_shared_host(domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(email: &str, phone: &str, website: &str, country: &str) -> Vec<(KeyKind, String)> {
        let said = |text: &str| text.to_owned();
        let (email, phone) = (said(email), said(phone));
        let (website, country) = (said(website), said(country));
        let profile = Profile { email, phone, website, country, ..Profile::default() };
        keys(&profile, "DE").into_iter().map(|key| (key.kind, key.normal)).collect()
    }

    #[test]
    fn a_person_is_found_by_mailbox_and_number_and_a_firm_by_its_domain() {
        let found =
            of("Ines+web@Larkfield.example", "+44 7700 900142", "www.larkfield.example", "");
        let wanted = [
            (KeyKind::Phone, "+447700900142".to_owned()),
            (KeyKind::Email, "ines@larkfield.example".to_owned()),
            (KeyKind::Domain, "larkfield.example".to_owned()),
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_free_mailbox_and_a_social_page_mark_no_firm() {
        let found = of("jon.smith@googlemail.com", "", "https://facebook.com/smith-it", "");
        assert_eq!(found, [(KeyKind::Email, "jonsmith@gmail.com".to_owned())]);
        let found = of("jon@gmail.com", "", "https://müller.example/kontakt", "");
        assert_eq!(found[1], (KeyKind::Domain, "xn--mller-kva.example".to_owned()));
    }

    #[test]
    fn a_number_belongs_to_the_persons_country_before_ours() {
        for phone in ["+49 30 901820", "0049 30 901820", "030 901820"] {
            assert_eq!(of("", phone, "", ""), [(KeyKind::Phone, "+4930901820".to_owned())]);
        }
        assert_eq!(of("", "01 5872310", "", "AT"), [(KeyKind::Phone, "+4315872310".to_owned())]);
        assert_eq!(of("", "01 5872310", "", "Atlantis"), of("", "01 5872310", "", "DE"));
    }

    #[test]
    fn nothing_said_gives_no_key() {
        assert_eq!(of("", "", "", ""), []);
        assert_eq!(of("none", "none", "none", "none"), []);
    }
}
