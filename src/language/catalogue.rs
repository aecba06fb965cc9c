//! The catalogues, read once.

use super::{Filled, Language};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use include_flate::flate;
use std::sync::LazyLock;

// Carried packed: together they are a hundredth of the binary, and are read once.
flate!(static IN_ENGLISH: str from "src/language/en.ftl" with deflate);
flate!(static IN_GERMAN: str from "src/language/de.ftl" with deflate);

static ENGLISH: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::read(Language::English, &IN_ENGLISH));
static GERMAN: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::read(Language::German, &IN_GERMAN));

/// All texts of one language.
pub struct Catalogue(FluentBundle<FluentResource>);

/// The catalogue of a language.
pub fn catalogue(language: Language) -> &'static Catalogue {
    match language {
        Language::English => &ENGLISH,
        Language::German => &GERMAN,
    }
}

impl Catalogue {
    /// What does not read, or stands there twice, is left out; a test would have said so.
    fn read(language: Language, text: &str) -> Catalogue {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(read, _)| read);
        let code = language.code().parse().expect("a code of ISO 639 names a language");
        let mut bundle = FluentBundle::new_concurrent(vec![code]);
        // Marks of direction around what is filled in would end up in letters and in tests; names
        // on pages stand in elements of their own.
        bundle.set_use_isolating(false);
        let _ = bundle.add_resource(resource);
        Catalogue(bundle)
    }

    /// The text of a key, if there is one.
    pub fn text(&self, key: &str, with: Filled) -> Option<String> {
        let pattern = self.0.get_message(key)?.value()?;
        let with: FluentArgs = with.iter().map(|(place, value)| (*place, value.clone())).collect();
        let mut slips = Vec::new();
        Some(self.0.format_pattern(pattern, Some(&with), &mut slips).into_owned())
    }
}
