//! Where somebody is at home, held against a place: a country, a region, a city, or the beginning of a
//! postcode.

use crate::lead::Lead;
use crate::lead::profile::{
    comparable, countries_of, country_of_postcode, letters_begin_postcodes, with_nought,
};
use crate::playbook::{Playbook, lower, same};
use std::borrow::Cow;

/// Countries in which two letters name a region.
const REGIONS_OF_LETTERS: [&str; 8] = ["AU", "BR", "CA", "CH", "IN", "IT", "MX", "US"];

/// What is known of where a lead is.
pub struct Home<'a> {
    country: Option<Cow<'a, str>>,
    region: Option<&'a str>,
    city: Option<&'a str>,
    postcode: Option<Cow<'a, str>>,
    /// Whether the business is of the same country.
    is_ours: bool,
}

impl<'a> Home<'a> {
    /// Reads it.
    pub fn of(lead: &'a Lead, playbook: &Playbook) -> Home<'a> {
        let said = lead.fact("country").map(|country| comparable("country", country));
        let by_postcode = || lead.fact("postcode").and_then(country_of_postcode);
        let country = said.or_else(|| by_postcode().map(Cow::Borrowed));
        let ours = comparable("country", &playbook.business.country);
        Home {
            is_ours: country.as_deref() == Some(&*ours),
            postcode: lead.fact("postcode").map(|code| with_nought(code, &lead.profile.country)),
            country,
            region: lead.fact("region"),
            city: lead.fact("city"),
        }
    }

    /// Whether this is in a place; nothing while a fact is unknown that could say so.
    pub fn is_in(&self, place: &str) -> Option<bool> {
        let codes = if has_digit(place) { &[] } else { countries_of(place) };
        let is_country = self.country.as_deref().is_some_and(|code| codes.contains(&code));
        let is_named = [self.region, self.city].into_iter().flatten().any(|name| same(name, place));
        let is_postcode = self.postcode.as_deref().is_some_and(|postcode| begins(postcode, place));
        if is_country || is_named || is_postcode {
            return Some(true);
        }
        self.tells(place, !codes.is_empty()).then_some(false)
    }

    /// Whether everything is known that could say that this is in a place.
    fn tells(&self, place: &str, is_country: bool) -> bool {
        if has_digit(place) {
            return self.postcode.is_some();
        }
        if place.chars().count() > 2 {
            let has_name = self.region.is_some() && self.city.is_some();
            return if is_country { self.country.is_some() } else { has_name };
        }
        let Some(country) = self.country.as_deref() else { return false };
        // Letters that are a country's mean a part of one's own only at home.
        let is_part = !is_country || self.is_ours;
        let is_postcode = is_part && letters_begin_postcodes(country);
        let is_region = is_part && REGIONS_OF_LETTERS.contains(&country);
        (self.postcode.is_some() || !is_postcode) && (self.region.is_some() || !is_region)
    }
}

/// Whether a postcode begins with a place; one of letters alone must be all letters at its beginning.
fn begins(postcode: &str, place: &str) -> bool {
    let mut theirs = plain(postcode);
    plain(place).next().is_some()
        && plain(place).all(|sought| theirs.next() == Some(sought))
        && (has_digit(place) || !theirs.next().is_some_and(char::is_alphabetic))
}

/// The letters and digits of a text, in lower case.
fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
    lower(text).filter(|letter| letter.is_alphanumeric())
}

fn has_digit(place: &str) -> bool {
    place.contains(|letter: char| letter.is_ascii_digit())
}
