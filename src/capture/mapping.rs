//! Which of their fields is which of ours. The mapping saved with the source decides; what it does
//! not name is guessed, and the guess can be read and corrected.

use super::sources::csv_row::{told_apart, twin};
use super::sources::{self, SourceKind};
use super::words::{reads_as, slug, squeeze};
use super::{campaign, synonyms};
use crate::lead::Profile;
use crate::playbook::{Door, Playbook, Source};
use std::borrow::Cow;
use std::fmt;

/// Parts of a dotted name that say nothing: `properties.email.value` is about an `email`.
const ENVELOPES: [&str; 23] = [
    "answers",
    "attributes",
    "body",
    "client",
    "contact",
    "custom_fields",
    "customer",
    "data",
    "entry",
    "fields",
    "form_data",
    "form_fields",
    "form_response",
    "lead",
    "payload",
    "person",
    "profile",
    "properties",
    "submission",
    "user",
    "value",
    "values",
    "visitor",
];

/// What may stand in brackets behind a name and is not about it.
const ASIDES: [&str; 14] = [
    "erforderlich",
    "facoltativo",
    "facultatif",
    "freiwillig",
    "obbligatorio",
    "obligatoire",
    "obligatorio",
    "opcional",
    "optional",
    "optioneel",
    "pflichtfeld",
    "required",
    "requis",
    "verplicht",
];

/// What becomes of a field of theirs.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// A key of [`Profile::KEYS`].
    Profile(&'static str),
    FirstName,
    LastName,
    Message,
    Consent,
    /// The words that were agreed to.
    ConsentText,
    ArrivedAt,
    /// When it ended, of a lead that has.
    ClosedAt,
    /// Whether they want no more letters.
    OptedOut,
    Owner,
    Stage,
    /// Words of ours, apart by commas or semicolons.
    Tags,
    /// What it is worth, in the currency of the business.
    Value,
    /// A name of the campaign, such as `utm_source`.
    Campaign(&'static str),
    /// A custom field, by its key.
    Field(String),
    /// Not understood, and so kept under a key made of its own name.
    Kept(String),
    /// Left out, because the saved mapping says so.
    Ignored,
}

/// One field of theirs and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub theirs: String,
    pub place: Place,
}

/// Where each of their fields goes, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    pub columns: Vec<Column>,
}

/// Finds the place of every header, those of one name told apart by a number. The saved mapping of
/// the source wins.
pub fn guess(headers: &[String], source: &Source, playbook: &Playbook) -> Mapping {
    let places = Places::of(source, playbook);
    let column = |theirs: String| Column { place: places.find(&theirs), theirs };
    Mapping { columns: told_apart(headers.iter().cloned()).into_iter().map(column).collect() }
}

impl Mapping {
    /// Fields that have a place of their own.
    pub fn understood(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|column| column.is_understood())
    }

    /// Fields that are kept under their own name, or left out.
    pub fn left_alone(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|column| !column.is_understood())
    }
}

impl Column {
    /// Whether the field has a place of its own.
    pub fn is_understood(&self) -> bool {
        self.place.is_understood()
    }
}

/// One line for a person: `First Name → first_name`.
impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Kept(key) => write!(f, "{} is kept as {key}", self.theirs),
            Place::Ignored => write!(f, "{} is left out", self.theirs),
            place => write!(f, "{} → {}", self.theirs, place.key()),
        }
    }
}

impl Place {
    /// The key of the place, as a saved mapping writes it.
    pub fn key(&self) -> &str {
        match self {
            Place::Profile(key) | Place::Campaign(key) => key,
            Place::FirstName => "first_name",
            Place::LastName => "last_name",
            Place::Message => "message",
            Place::Consent => "consent",
            Place::ConsentText => "consent_text",
            Place::ArrivedAt => "arrived_at",
            Place::ClosedAt => "closed_at",
            Place::OptedOut => "opted_out",
            Place::Owner => "owner",
            Place::Stage => "stage",
            Place::Tags => "tags",
            Place::Value => "value",
            Place::Field(key) | Place::Kept(key) => key,
            Place::Ignored => "ignore",
        }
    }

    /// The place of one of our own keys, apart from custom fields.
    fn of_key(key: &str) -> Option<Place> {
        Some(match key {
            "first_name" => Place::FirstName,
            "last_name" => Place::LastName,
            "message" => Place::Message,
            "consent" => Place::Consent,
            "consent_text" => Place::ConsentText,
            "arrived_at" => Place::ArrivedAt,
            "closed_at" => Place::ClosedAt,
            "opted_out" => Place::OptedOut,
            "owner" => Place::Owner,
            "stage" => Place::Stage,
            "tags" => Place::Tags,
            "value" => Place::Value,
            "" | "-" | "ignore" => Place::Ignored,
            _ => {
                let ours = |keys: &[&'static str]| keys.iter().copied().find(|own| *own == key);
                return (ours(&Profile::KEYS).map(Place::Profile))
                    .or_else(|| ours(&campaign::KEYS).map(Place::Campaign));
            }
        })
    }

    /// Whether it is a place of its own.
    pub(super) fn is_understood(&self) -> bool {
        !matches!(self, Place::Kept(_) | Place::Ignored)
    }

    /// Whether what comes through a door may say it unasked: a stranger names neither an owner, nor a
    /// stage, nor tags, nor a moment long past, says of no address that it wants no letters, and only
    /// a table speaks of worth in whole units.
    fn may_come_through(&self, kind: &SourceKind) -> bool {
        match self {
            Place::Owner | Place::Stage | Place::Tags => kind.is_ours(),
            Place::ArrivedAt | Place::ClosedAt | Place::OptedOut => kind.is_ours(),
            Place::Value => kind.door == Door::Csv,
            _ => true,
        }
    }
}

/// All that is known for finding places.
pub(super) struct Places<'a> {
    kind: &'static SourceKind,
    source: &'a Source,
    playbook: &'a Playbook,
}

impl<'a> Places<'a> {
    pub(super) fn of(source: &'a Source, playbook: &'a Playbook) -> Self {
        Places { kind: sources::of(source.door), source, playbook }
    }

    /// The place of a field by its name.
    pub(super) fn find(&self, theirs: &str) -> Place {
        if let Some(ours) = self.saved(theirs) {
            return Place::of_key(ours).unwrap_or_else(|| Place::Field(slug(ours)));
        }
        let bare = unwrapped(theirs);
        let name = squeeze(without_aside(&bare));
        match self.custom(&name).or_else(|| known(&name)) {
            Some(place) if place.may_come_through(self.kind) => place,
            _ => self.of_twin(theirs).unwrap_or_else(|| Place::Kept(slug(&bare))),
        }
    }

    /// The place of the column that one of a list was told from by a number, if it has one.
    fn of_twin(&self, theirs: &str) -> Option<Place> {
        let name = twin(theirs).filter(|_| self.kind.door == Door::Csv)?;
        let place = self.find(name);
        (name.is_empty() || !matches!(place, Place::Kept(_))).then_some(place)
    }

    fn saved(&self, theirs: &str) -> Option<&str> {
        if self.source.mapping.is_empty() {
            return None;
        }
        if let Some(ours) = self.source.mapping.get(theirs) {
            return Some(ours);
        }
        let name = squeeze(theirs);
        let same = |(known, _): &(&String, _)| reads_as(known, &name);
        self.source.mapping.iter().find(same).map(|(_, ours)| &**ours)
    }

    fn custom(&self, name: &str) -> Option<Place> {
        let mut fields = self.playbook.active_fields().filter(|_| !name.is_empty());
        let field = fields.find(|own| reads_as(&own.key, name) || reads_as(&own.label, name))?;
        Some(Place::Field(field.key.clone()))
    }
}

fn known(name: &str) -> Option<Place> {
    let key = synonyms::our_key(name)?;
    Some(Place::of_key(key).unwrap_or_else(|| Place::Field(key.to_owned())))
}

/// The name without what merely wraps it; the whole name, if nothing else remains.
fn unwrapped(name: &str) -> Cow<'_, str> {
    if !name.contains(['.', '[']) {
        return Cow::Borrowed(name);
    }
    let parts = name.split(['.', '[', ']']).map(str::trim);
    let says = |part: &&str| {
        !part.bytes().all(|byte| byte.is_ascii_digit())
            && !ENVELOPES.contains(&part.to_ascii_lowercase().as_str())
    };
    let bare = parts.filter(says).collect::<Vec<_>>().join(" ");
    if bare.is_empty() { Cow::Borrowed(name) } else { Cow::Owned(bare) }
}

/// The name without a last `(optional)`.
fn without_aside(name: &str) -> &str {
    let split = name.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let is_aside = |aside: &str| ASIDES.contains(&aside.trim().to_lowercase().as_str());
    split.filter(|(_, aside)| is_aside(aside)).map_or(name, |(before, _)| before)
}

#[cfg(test)]
mod tests {
    use super::{Place, guess};
    use crate::capture::example::{import, playbook, website};
    use crate::playbook::Source;

    fn keys(headers: &[&str], source: &Source) -> Vec<String> {
        let headers: Vec<String> = headers.iter().map(|&header| header.to_owned()).collect();
        let mapping = guess(&headers, source, &playbook());
        mapping.columns.iter().map(|column| column.place.key().to_owned()).collect()
    }

    const HUBSPOT: [&str; 12] = [
        "Record ID",
        "First Name",
        "Last Name",
        "Email",
        "Phone Number",
        "Contact owner",
        "Lead Status",
        "Create Date",
        "Company name",
        "Job Title",
        "Original Source",
        "Number of Employees",
    ];

    #[test]
    fn a_hubspot_export_is_understood_without_help() {
        assert_eq!(
            keys(&HUBSPOT, &import()),
            [
                "record_id",
                "first_name",
                "last_name",
                "email",
                "phone",
                "owner",
                "stage",
                "arrived_at",
                "company",
                "role",
                "lead_source_detail",
                "company_size"
            ]
        );
    }

    #[test]
    fn a_mapping_says_what_it_did() {
        let mut source = import();
        source.mapping.insert("Original Source".to_owned(), "ignore".to_owned());
        let headers = ["Email", "Record ID", "Original Source"].map(str::to_owned);
        let mapping = guess(&headers, &source, &playbook());
        let lines: Vec<String> = mapping.columns.iter().map(ToString::to_string).collect();
        assert_eq!(
            lines,
            ["Email → email", "Record ID is kept as record_id", "Original Source is left out"]
        );
        assert_eq!((mapping.understood().count(), mapping.left_alone().count()), (1, 2));
    }

    #[test]
    fn the_saved_mapping_wins_over_every_guess() {
        let mut source = import();
        source.mapping.insert("Phone Number".to_owned(), "website".to_owned());
        source.mapping.insert("your-colour".to_owned(), "Favourite colour".to_owned());
        assert_eq!(
            keys(&["phone number", "Your Colour"], &source),
            ["website", "favourite_colour"]
        );
    }

    #[test]
    fn custom_fields_are_found_by_key_and_by_label() {
        let labels = ["roof_area", "Area of the roof (m²)"];
        assert_eq!(keys(&labels, &website()), ["roof_area", "roof_area"]);
    }

    #[test]
    fn wrappings_of_a_name_do_not_matter() {
        let wrapped = ["contact.email", "fields[budget]", "properties.firstname.value", "0.phone"];
        assert_eq!(keys(&wrapped, &website()), ["email", "budget", "first_name", "phone"]);
        assert_eq!(keys(&["company.name", "form.name"], &website()), ["company", "form_name"]);
        let elementor = ["form_fields[email]", "form_fields[name]"];
        assert_eq!(keys(&elementor, &website()), ["email", "name"]);
        let asides = ["Telefon (optional)", "Email (Required)", "Area (m²)", "Value (USD)"];
        assert_eq!(keys(&asides, &website()), ["phone", "email", "area_m2", "value_usd"]);
        assert_eq!(keys(&["data.0", "No. of Employees"], &website()), ["data_0", "company_size"]);
    }

    #[test]
    fn columns_of_one_name_may_go_to_different_places() {
        let mut source = import();
        let headers = ["Phone", "Phone", "Colour", "Colour", "Rooms (2)", "", ""];
        let guessed = ["phone", "phone", "colour", "colour_2", "rooms_2", "field", "field"];
        assert_eq!(keys(&headers, &source), guessed);
        source.mapping.insert("Phone (2)".to_owned(), "roof_area".to_owned());
        assert_eq!(keys(&headers[..2], &source), ["phone", "roof_area"]);
        source.mapping.insert("Phone".to_owned(), "ignore".to_owned());
        assert_eq!(keys(&headers[..2], &source), ["ignore", "roof_area"]);
        assert_eq!(keys(&["Phone", "Phone", "Phone"], &source), ["ignore", "roof_area", "ignore"]);
    }

    #[test]
    fn a_stranger_names_no_owner_no_stage_and_no_moment() {
        let headers = ["Owner", "Stage", "Tags", "Created at", "Deal value"];
        assert_eq!(keys(&headers, &import()), ["owner", "stage", "tags", "arrived_at", "value"]);
        let mapping = guess(&headers.map(str::to_owned), &website(), &playbook());
        assert!(mapping.columns.iter().all(|column| matches!(column.place, Place::Kept(_))));
        let mut source = website();
        source.mapping.insert("Created at".to_owned(), "arrived_at".to_owned());
        assert_eq!(keys(&["Created at"], &source), ["arrived_at"]);
    }
}
