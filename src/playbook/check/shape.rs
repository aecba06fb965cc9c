//! Checks who the business is, its holidays and its fields.

use super::lists::{MANY, check_keys};
use super::report::Report;
use crate::lead::Profile;
use crate::lead::hours::Hours;
use crate::lead::profile::country_code;
use crate::playbook::{Business, Field, FieldKind, Playbook, Tag};
use jiff::tz::TimeZone;

/// Keys that mean something else already.
const RESERVED: [&str; 10] = [
    "value",
    "message",
    "consent",
    "tier",
    "score",
    "source",
    "class",
    "hand_raise",
    "owner",
    "tags",
];

/// Whether a field of this key would be taken for something else.
pub fn is_taken(key: &str) -> bool {
    Profile::KEYS.contains(&key) || RESERVED.contains(&key)
}

/// What stands between the tags of a list, and so in none of them.
const BETWEEN_TAGS: [char; 2] = [',', ';'];

pub fn check(playbook: &Playbook, report: &mut Report) {
    report.within("business", |report| business(&playbook.business, report));
    report.within("hours", |report| hours(&playbook.hours, report));
    check_keys("field", playbook.fields.iter().map(|field| field.key.as_str()), report);
    report.each("field", &playbook.fields, |one, report| field(one, playbook, report));
    check_keys("tag", playbook.tags.iter().map(|tag| tag.key.as_str()), report);
    report.each("tag", &playbook.tags, |one, report| tag(one, playbook, report));
}

fn hours(hours: &Hours, report: &mut Report) {
    let holidays = hours.holidays.len();
    report.expect(holidays <= MANY, "holidays", || {
        format!("There are {holidays} holidays. {MANY} is the most.")
    });
    report.expect(!hours.week.is_empty(), "week", || {
        "The business never opens. Give it hours on one day of the week at least.".into()
    });
}

fn business(business: &Business, report: &mut Report) {
    let Business { name, country, language, time_zone, currency, .. } = business;
    report.expect(!name.trim().is_empty(), "name", || "The business needs a name.".into());
    report.expect(country_code(country) == Some(country), country, || {
        format!("“{country}” is no code of a country. Write it like GB or DE.")
    });
    report.expect(letters(language, 2, char::is_ascii_lowercase), language, || {
        format!("“{language}” is no code of a language. Write it like en or de.")
    });
    report.expect(letters(currency, 3, char::is_ascii_uppercase), currency, || {
        format!("“{currency}” is no code of a currency. Write it like GBP or EUR.")
    });
    report.expect(TimeZone::get(time_zone).is_ok(), time_zone, || {
        format!("There is no time zone “{time_zone}”. Write it like Europe/London.")
    });
    report.expect(
        business.email.is_empty() || is_address(&business.email),
        &business.email,
        || format!("“{}” is no e-mail address.", business.email),
    );
    for link in [&business.booking_link, &business.privacy_link] {
        let well = link.is_empty() || link.starts_with("https://") || link.starts_with("http://");
        report.expect(well, link, || format!("“{link}” is no link. It begins with https://."));
    }
}

fn letters(code: &str, length: usize, fits: fn(&char) -> bool) -> bool {
    code.chars().count() == length && code.chars().all(|c| fits(&c))
}

/// Whether somebody could write to it; whether it exists is another question.
pub fn is_address(address: &str) -> bool {
    let parts = address.split_once('@');
    parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        && !address.contains(char::is_whitespace)
}

fn field(field: &Field, playbook: &Playbook, report: &mut Report) {
    let Field { key, label, kind, options, active } = field;
    let mut asks = playbook.sources_that_ask_for(key);
    asks.extend(playbook.moves_that_ask_for(key, "Won"));
    report.expect(*active || asks.is_empty(), key, || {
        format!("The field “{key}” is switched off, and asked for by {}.", asks.join(", "))
    });
    report.expect(!is_taken(key), key, || {
        format!("The field “{key}” needs another key; this one is taken.")
    });
    report
        .expect(!label.trim().is_empty(), "label", || format!("The field “{key}” needs a label."));
    let needs_options = *kind == FieldKind::Choice;
    report.expect(needs_options != options.is_empty(), "options", || match needs_options {
        true => format!("The field “{key}” is a choice and needs options."),
        false => format!("The field “{key}” has options and is no choice."),
    });
    report.expect(options.len() <= MANY, "options", || {
        format!("The field “{key}” has {} options. {MANY} is the most.", options.len())
    });
}

fn tag(tag: &Tag, playbook: &Playbook, report: &mut Report) {
    let Tag { key, label, .. } = tag;
    report.expect(!label.trim().is_empty(), "label", || format!("The tag “{key}” needs a label."));
    report.expect(!label.contains(BETWEEN_TAGS), label, || {
        format!(
            "The tag “{label}” holds a comma or a semicolon, which stand between tags in a list."
        )
    });
    let wanted = label.trim().to_lowercase();
    let twins = playbook.tags.iter().filter(|other| other.label.trim().to_lowercase() == wanted);
    report.expect(wanted.is_empty() || twins.count() == 1, label, || {
        format!("There are two tags with the label “{label}”.")
    });
}
