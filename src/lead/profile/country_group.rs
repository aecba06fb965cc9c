//! Countries that people name together, as territories are.

use super::country::{country_code, known};

/// The key of each group and the codes of its countries.
pub const GROUPS: [(&str, &[&str]); 5] = [
    ("BENELUX", &["BE", "LU", "NL"]),
    ("DACH", &["AT", "CH", "DE"]),
    (
        "EEA",
        &[
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
            "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE",
            "SI", "SK",
        ],
    ),
    (
        "EU",
        &[
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
            "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
        ],
    ),
    ("NORDICS", &["DK", "FI", "IS", "NO", "SE"]),
];

/// What people write for the key of a group.
const NAMES: [(&str, &str); 9] = [
    ("D-A-CH", "DACH"),
    ("Europe (EU)", "EU"),
    ("European Economic Area", "EEA"),
    ("European Union", "EU"),
    ("Europäische Union", "EU"),
    ("Europäischer Wirtschaftsraum", "EEA"),
    ("EWR", "EEA"),
    ("Nordic countries", "NORDICS"),
    ("Nordische Länder", "NORDICS"),
];

/// The ISO 3166 codes of all countries a text means: those of a group such as `EU` or `DACH`, else the
/// one it names; none for words that name no country.
pub fn countries_of(text: &str) -> &'static [&'static str] {
    group(text).or_else(|| known(country_code(text)?)).unwrap_or_default()
}

/// Whether a text names a group in which a country is, by its code.
pub fn is_of_group(code: &str, text: &str) -> bool {
    group(text).is_some_and(|codes| codes.contains(&code))
}

fn group(text: &str) -> Option<&'static [&'static str]> {
    let text = text.trim();
    let is_text = |name: &str| name.eq_ignore_ascii_case(text);
    let key = NAMES.iter().find(|(name, _)| is_text(name)).map_or(text, |(_, key)| key);
    GROUPS.iter().find(|(known, _)| known.eq_ignore_ascii_case(key)).map(|(_, codes)| *codes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_of_countries_we_know_and_of_no_other_name() {
        for (key, codes) in GROUPS {
            assert!(codes.is_sorted() && codes.iter().all(|code| country_code(code) == Some(code)));
            assert_eq!(country_code(key), None, "{key} is a group and no country");
        }
        for (name, key) in NAMES {
            assert_eq!(countries_of(name), countries_of(key), "{name}");
            assert!(country_code(name).is_none() && !countries_of(key).is_empty());
        }
    }

    #[test]
    fn a_text_means_a_group_or_a_country_or_nothing() {
        assert_eq!(countries_of(" dach "), ["AT", "CH", "DE"]);
        assert_eq!(countries_of("Deutschland"), ["DE"]);
        assert_eq!(countries_of("Narnia"), [""; 0]);
        assert_eq!(["EU", "EEA"].map(|key| countries_of(key).len()), [27, 30]);
        assert!(is_of_group("FR", "European Union") && !is_of_group("GB", "EU"));
        assert!(!is_of_group("FR", "FR"), "that is the country itself");
    }
}
