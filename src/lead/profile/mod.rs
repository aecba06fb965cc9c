//! Who somebody is, as far as known, and the same made comparable.

mod country;
mod country_group;
mod email;
mod firm;
mod language;
mod line;
mod name;
mod phone;
mod postcode;
mod state;

pub use country::{country_code, currency_of, letters_begin_postcodes};
pub use country_group::{GROUPS as COUNTRY_GROUPS, countries_of, is_of_group};
pub use email::{domain_of, email_normal, is_free_mail, is_shared_host, is_website};
pub use firm::company_normal;
pub use language::language_code;
pub use line::{VALUE_MAX, one_line, visible};
pub use name::{name_normal, names_compatible};
pub use phone::{country_of_phone, may_be_dialled, phone_normal};
pub use postcode::{country_of_postcode, is_whole_postcode, postcode_digits, with_nought};

use super::zones::zone_of_country;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The version of everything here that makes values comparable.
///
/// Keys are filed in normal form, so the tables must be rebuilt when a normal form changes.
pub const NORMALISER: u32 = 1;

/// What is known of a person and their firm. Empty means unknown, never "no".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    pub name: String,
    pub email: String,
    pub phone: String,
    pub company: String,
    /// Their job, in their own words.
    pub role: String,
    pub website: String,
    /// ISO 3166 code of two letters.
    pub country: String,
    /// State, county or canton.
    pub region: String,
    pub postcode: String,
    pub city: String,
    /// ISO 639 code of two letters.
    pub language: String,
    /// IANA name, where it is known better than from the country.
    pub time_zone: String,
}

impl Profile {
    /// Whether there is a way to write to them or to call them.
    pub fn can_be_reached(&self) -> bool {
        !self.email.is_empty() || may_be_dialled(&self.phone)
    }

    /// The keys of a profile, in the order a person reads them.
    pub const KEYS: [&'static str; 12] = [
        "name",
        "email",
        "phone",
        "company",
        "role",
        "website",
        "country",
        "region",
        "postcode",
        "city",
        "language",
        "time_zone",
    ];

    /// The value under a key of [`Profile::KEYS`]; `None` for any other key.
    pub fn get(&self, key: &str) -> Option<&str> {
        Some(match key {
            "name" => &self.name,
            "email" => &self.email,
            "phone" => &self.phone,
            "company" => &self.company,
            "role" => &self.role,
            "website" => &self.website,
            "country" => &self.country,
            "region" => &self.region,
            "postcode" => &self.postcode,
            "city" => &self.city,
            "language" => &self.language,
            "time_zone" => &self.time_zone,
            _ => return None,
        })
    }

    /// The place of the value under a key of [`Profile::KEYS`].
    pub fn get_mut(&mut self, key: &str) -> Option<&mut String> {
        Some(match key {
            "name" => &mut self.name,
            "email" => &mut self.email,
            "phone" => &mut self.phone,
            "company" => &mut self.company,
            "role" => &mut self.role,
            "website" => &mut self.website,
            "country" => &mut self.country,
            "region" => &mut self.region,
            "postcode" => &mut self.postcode,
            "city" => &mut self.city,
            "language" => &mut self.language,
            "time_zone" => &mut self.time_zone,
            _ => return None,
        })
    }

    /// Brings every value into the form a profile keeps: one line, bounded, nothing hidden in it,
    /// country and language as codes. A country or language we do not know stays as it was said.
    pub fn clean(&mut self) {
        for key in Self::KEYS {
            if let Some(value) = self.get_mut(key).filter(|value| !value.is_empty()) {
                *value = one_line(value, VALUE_MAX);
            }
        }
        for key in ["country", "language"] {
            if let Some(value) = self.get_mut(key) {
                *value = comparable(key, value).into_owned();
            }
        }
    }
}

/// What stands under a key of a profile in the form that all spellings of it share; as it is where
/// it has none.
pub fn comparable<'a>(key: &str, value: &'a str) -> Cow<'a, str> {
    let normal = match key {
        "country" => return country_code(value).unwrap_or(value).into(),
        "region" => return state::state_code(value).unwrap_or(value).into(),
        "language" => {
            let first = value.split(['-', '_']).next().unwrap_or(value);
            let code = language_code(value).or_else(|| language_code(first));
            return code.map_or_else(|| first.to_ascii_lowercase().into(), Cow::Borrowed);
        }
        "email" => email_normal(value),
        "phone" => phone_normal(value, ""),
        _ => None,
    };
    normal.map_or(value.into(), Cow::Owned)
}

/// The zone a person lives in, by its IANA name: their own, else that of their country, else that
/// of their phone's country. `None` where it is unknown or the country has several.
///
/// Only a number that says its country is asked, so that this stays cheap.
pub fn zone_of(profile: &Profile) -> Option<&str> {
    let own = Some(profile.time_zone.as_str()).filter(|zone| is_zone(zone));
    own.or_else(|| zone_of_country(&profile.country))
        .or_else(|| zone_of_country(country_of_phone(&profile.phone)?))
}

fn is_zone(name: &str) -> bool {
    !name.is_empty() && name.len() <= VALUE_MAX && jiff::tz::TimeZone::get(name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clean_profile_has_short_lines_and_codes() {
        let mut profile = Profile {
            name: "  Ines \u{202e}Carvalho\n".into(),
            company: "x".repeat(10_000),
            country: "Deutschland".into(),
            language: "de-AT".into(),
            city: "\u{200f}\t".into(),
            ..Profile::default()
        };
        profile.clean();
        assert_eq!(profile.name, "Ines Carvalho");
        assert_eq!(profile.company.len(), VALUE_MAX);
        assert_eq!(profile.country, "DE");
        assert_eq!(profile.language, "de");
        assert_eq!(profile.city, "");
        let once = profile.clone();
        profile.clean();
        assert_eq!(profile, once);
    }

    #[test]
    fn a_country_we_cannot_read_stays_as_it_was_said() {
        let mut profile = Profile { country: " Atlantis ".into(), ..Profile::default() };
        profile.clean();
        assert_eq!(profile.country, "Atlantis");
    }

    #[test]
    fn a_zone_is_their_own_then_their_countrys_then_their_phones() {
        let zone = |time_zone: &str, country: &str, phone: &str| {
            let said = |text: &str| text.to_owned();
            let (time_zone, country, phone) = (said(time_zone), said(country), said(phone));
            let profile = Profile { time_zone, country, phone, ..Profile::default() };
            zone_of(&profile).map(str::to_owned)
        };
        assert_eq!(zone("Asia/Tokyo", "DE", "").as_deref(), Some("Asia/Tokyo"));
        assert_eq!(zone("Mars/Base", "DE", "").as_deref(), Some("Europe/Berlin"));
        assert_eq!(zone("", "", "+44 7700 900142").as_deref(), Some("Europe/London"));
        assert_eq!(zone("", "US", "+1 212 555 0123"), None);
        assert_eq!(zone("", "", "030 901820"), None);
        assert_eq!(zone("", "", ""), None);
    }

    #[test]
    fn whatever_is_typed_has_a_normal_form_that_stays_or_none() {
        let nasty = [
            "",
            "a",
            "Z",
            "é",
            "@",
            ".",
            "+",
            "00",
            "49 170",
            "(0)",
            "www.",
            "://",
            "xn--",
            "\u{0}",
            "\u{202e}",
            "e\u{301}",
            "\u{1f600}",
            "王",
            "ß",
            "GmbH ",
            " and ",
            "gmail.com",
            "#ext. 5",
        ];
        let three = nasty.iter().flat_map(|a| nasty.iter().map(move |b| (a, b)));
        for (a, b) in three {
            for c in nasty {
                let text = format!("{a}{b}{c}");
                let stays = |once: Option<String>, again: &dyn Fn(&str) -> Option<String>| {
                    let twice = once.as_deref().and_then(again);
                    assert_eq!(once, twice, "{text:?}");
                };
                stays(email_normal(&text), &email_normal);
                stays(domain_of(&text), &domain_of);
                stays(phone_normal(&text, "DE"), &|number| phone_normal(number, "US"));
                stays(Some(name_normal(&text)), &|name| Some(name_normal(name)));
                stays(Some(company_normal(&text)), &|name| Some(company_normal(name)));
                stays(Some(one_line(&text, 5)), &|line| Some(one_line(line, 5)));
                assert!(names_compatible(&text, &text));
                country_of_phone(&text);
            }
        }
    }
}
