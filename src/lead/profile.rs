//! Who somebody is, as far as known, and the same made comparable.

use serde::{Deserialize, Serialize};

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
}
pub fn email_normal(a: &str) -> Option<String> {
    Some(a.to_owned())
}
impl Profile {
    pub fn clean(&mut self) {}
}
