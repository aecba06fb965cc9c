//! What people read, in their own language.
//!
//! One catalogue for each language, `en.ftl` and `de.ftl`, in the form of Project Fluent: a key, its
//! text, and the plurals of that language. Texts are asked for by key and never put together from
//! pieces, for in another language the pieces stand in another order. A key that a catalogue lacks
//! is said in English; a test sees to it that none does.

mod catalogue;
mod moment;

pub use fluent_bundle::FluentValue as Value;

use catalogue::catalogue;
use jiff::civil::DateTime;

/// A language the house speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    #[default]
    English,
    German,
}

impl Language {
    pub const ALL: [Language; 2] = [Language::English, Language::German];

    /// Its code in ISO 639.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::German => "de",
        }
    }

    /// What its speakers call it.
    pub fn name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::German => "Deutsch",
        }
    }

    /// The language of a code such as `de` or `de-AT`, if the house speaks it.
    pub fn of(code: &str) -> Option<Language> {
        let first = code.split(['-', '_']).next().unwrap_or_default();
        Language::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(first))
    }
}

/// The words of one language. Cheap to copy; handed to whatever says something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words(Language);

/// What stands in the places of a text, by their names.
pub type Filled<'a> = &'a [(&'static str, Value<'a>)];

impl Words {
    /// The words of a language.
    pub const fn of(language: Language) -> Words {
        Words(language)
    }

    /// The language they are of.
    pub fn language(self) -> Language {
        self.0
    }

    /// The text of a key.
    pub fn say(self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// The text of a key with its places filled.
    pub fn fill(self, key: &str, with: Filled) -> String {
        catalogue(self.0)
            .text(key, with)
            .or_else(|| catalogue(Language::English).text(key, with))
            .unwrap_or_else(|| key.to_owned())
    }

    /// The text of a key about a moment. Its places are `weekday`, `weekday_short`, `day`, `month`,
    /// `month_short`, `year`, `hour` and `minute`.
    pub fn moment(self, key: &str, at: DateTime) -> String {
        moment::said(self, key, at)
    }

    /// A whole number, with its thousands set apart.
    pub fn number(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let groups: Vec<&str> = digits
            .as_bytes()
            .rchunks(3)
            .rev()
            .map(|group| std::str::from_utf8(group).expect("digits are ASCII"))
            .collect();
        let minus = if number < 0 { "−" } else { "" };
        format!("{minus}{}", groups.join(&self.say("number-thousands")))
    }

    /// A number to a tenth, which is left out where there is none.
    pub fn decimal(self, number: f64) -> String {
        let tenths = (number * 10.0).round() as i64;
        let whole = (tenths / 10).unsigned_abs().to_string();
        let minus = if tenths < 0 { "−" } else { "" };
        match tenths.abs() % 10 {
            0 => format!("{minus}{whole}"),
            tenth => format!("{minus}{whole}{}{tenth}", self.say("number-point")),
        }
    }

    /// Money in its minor units, said without them.
    pub fn money(self, minor: i64, currency: &str) -> String {
        let sign = match currency {
            "GBP" => "£",
            "EUR" => "€",
            "USD" => "$",
            code => code,
        };
        let key = if sign == currency { "money-code" } else { "money" };
        let minus = if minor < 0 { "−" } else { "" };
        let amount = self.number((minor / 100).saturating_abs());
        let with = [("sign", sign.into()), ("amount", amount.into())];
        format!("{minus}{}", self.fill(key, &with))
    }
}

#[cfg(test)]
mod tests;
