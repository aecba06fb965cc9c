//! Languages by their ISO 639 codes, and the names people write instead.

use super::name::name_normal;

/// The ISO 639 code of two letters for a code, with or without a region, or for a name in English,
/// German or the language itself; `None` for words that name no language we know.
pub fn language_code(text: &str) -> Option<&'static str> {
    let code = text.trim().split(['-', '_']).next().map(str::to_ascii_lowercase)?;
    if let Ok(place) = CODES.binary_search(&code.as_str()) {
        return Some(CODES[place]);
    }
    let name = name_normal(text);
    let place = NAMES.binary_search_by_key(&name.as_str(), |(name, _)| name).ok()?;
    Some(NAMES[place].1)
}

/// Sorted.
#[rustfmt::skip]
const CODES: &[&str] = &[
    "aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av", "ay", "az", "ba", "be", "bg",
    "bi", "bm", "bn", "bo", "br", "bs", "ca", "ce", "ch", "co", "cr", "cs", "cu", "cv", "cy",
    "da", "de", "dv", "dz", "ee", "el", "en", "eo", "es", "et", "eu", "fa", "ff", "fi", "fj",
    "fo", "fr", "fy", "ga", "gd", "gl", "gn", "gu", "gv", "ha", "he", "hi", "ho", "hr", "ht",
    "hu", "hy", "hz", "ia", "id", "ie", "ig", "ii", "ik", "io", "is", "it", "iu", "ja", "jv",
    "ka", "kg", "ki", "kj", "kk", "kl", "km", "kn", "ko", "kr", "ks", "ku", "kv", "kw", "ky",
    "la", "lb", "lg", "li", "ln", "lo", "lt", "lu", "lv", "mg", "mh", "mi", "mk", "ml", "mn",
    "mr", "ms", "mt", "my", "na", "nb", "nd", "ne", "ng", "nl", "nn", "no", "nr", "nv", "ny",
    "oc", "oj", "om", "or", "os", "pa", "pi", "pl", "ps", "pt", "qu", "rm", "rn", "ro", "ru",
    "rw", "sa", "sc", "sd", "se", "sg", "si", "sk", "sl", "sm", "sn", "so", "sq", "sr", "ss",
    "st", "su", "sv", "sw", "ta", "te", "tg", "th", "ti", "tk", "tl", "tn", "to", "tr", "ts",
    "tt", "tw", "ty", "ug", "uk", "ur", "uz", "ve", "vi", "vo", "wa", "wo", "xh", "yi", "yo",
    "za", "zh", "zu",
];

/// Names as [`name_normal`] spells them, sorted.
#[rustfmt::skip]
const NAMES: &[(&str, &str)] = &[
    ("albanian", "sq"), ("albanisch", "sq"), ("arabic", "ar"), ("arabisch", "ar"),
    ("armenian", "hy"), ("armenisch", "hy"), ("aserbaidschanisch", "az"), ("azerbaijani", "az"),
    ("baskisch", "eu"), ("basque", "eu"), ("belarusian", "be"), ("belarussisch", "be"),
    ("bengali", "bn"), ("bengalisch", "bn"), ("bosanski", "bs"), ("bosnian", "bs"),
    ("bosnisch", "bs"), ("bulgarian", "bg"), ("bulgarisch", "bg"), ("castellano", "es"),
    ("catala", "ca"), ("catalan", "ca"), ("cesky", "cs"), ("cestina", "cs"), ("chinese", "zh"),
    ("chinesisch", "zh"), ("croatian", "hr"), ("cymraeg", "cy"), ("czech", "cs"),
    ("daenisch", "da"), ("danisch", "da"), ("danish", "da"), ("dansk", "da"), ("deutsch", "de"),
    ("dutch", "nl"), ("eesti", "et"), ("ellinika", "el"), ("englisch", "en"), ("english", "en"),
    ("espanol", "es"), ("estnisch", "et"), ("estonian", "et"), ("euskara", "eu"), ("farsi", "fa"),
    ("finnisch", "fi"), ("finnish", "fi"), ("flamisch", "nl"), ("flemish", "nl"),
    ("francais", "fr"), ("franzoesisch", "fr"), ("franzosisch", "fr"), ("french", "fr"),
    ("gaeilge", "ga"), ("galego", "gl"), ("galician", "gl"), ("galicisch", "gl"),
    ("georgian", "ka"), ("georgisch", "ka"), ("german", "de"), ("greek", "el"),
    ("griechisch", "el"), ("hebraeisch", "he"), ("hebraisch", "he"), ("hebrew", "he"),
    ("hindi", "hi"), ("hrvatski", "hr"), ("hungarian", "hu"), ("icelandic", "is"),
    ("indonesian", "id"), ("indonesisch", "id"), ("irisch", "ga"), ("irish", "ga"),
    ("islaendisch", "is"), ("islandisch", "is"), ("islenska", "is"), ("italian", "it"),
    ("italiano", "it"), ("italienisch", "it"), ("ivrit", "he"), ("japanese", "ja"),
    ("japanisch", "ja"), ("kasachisch", "kk"), ("katalanisch", "ca"), ("kazakh", "kk"),
    ("korean", "ko"), ("koreanisch", "ko"), ("kroatisch", "hr"), ("kurdi", "ku"),
    ("kurdisch", "ku"), ("kurdish", "ku"), ("latvian", "lv"), ("latviesu", "lv"),
    ("lettisch", "lv"), ("letzebuergesch", "lb"), ("lietuviu", "lt"), ("litauisch", "lt"),
    ("lithuanian", "lt"), ("luxembourgish", "lb"), ("luxemburgisch", "lb"), ("macedonian", "mk"),
    ("magyar", "hu"), ("malaiisch", "ms"), ("malay", "ms"), ("maltese", "mt"),
    ("maltesisch", "mt"), ("malti", "mt"), ("mandarin", "zh"), ("mazedonisch", "mk"),
    ("nederlands", "nl"), ("niederlaendisch", "nl"), ("niederlandisch", "nl"), ("norsk", "no"),
    ("norwegian", "no"), ("norwegisch", "no"), ("pandschabi", "pa"), ("persian", "fa"),
    ("persisch", "fa"), ("polish", "pl"), ("polnisch", "pl"), ("polski", "pl"),
    ("portugiesisch", "pt"), ("portugues", "pt"), ("portuguese", "pt"), ("punjabi", "pa"),
    ("romana", "ro"), ("romanian", "ro"), ("rumaenisch", "ro"), ("rumanisch", "ro"),
    ("russian", "ru"), ("russisch", "ru"), ("russkii", "ru"), ("schwedisch", "sv"),
    ("serbian", "sr"), ("serbisch", "sr"), ("shqip", "sq"), ("slovak", "sk"), ("slovencina", "sk"),
    ("slovene", "sl"), ("slovenian", "sl"), ("slovenscina", "sl"), ("slowakisch", "sk"),
    ("slowenisch", "sl"), ("somali", "so"), ("spanisch", "es"), ("spanish", "es"),
    ("srpski", "sr"), ("suaheli", "sw"), ("suomi", "fi"), ("svenska", "sv"), ("swahili", "sw"),
    ("swedish", "sv"), ("tamil", "ta"), ("thai", "th"), ("thailaendisch", "th"),
    ("thailandisch", "th"), ("tschechisch", "cs"), ("tuerkisch", "tr"), ("turkce", "tr"),
    ("turkisch", "tr"), ("turkish", "tr"), ("ukrainian", "uk"), ("ukrainisch", "uk"),
    ("ungarisch", "hu"), ("urdu", "ur"), ("usbekisch", "uz"), ("uzbek", "uz"),
    ("vietnamese", "vi"), ("vietnamesisch", "vi"), ("vlaams", "nl"), ("walisisch", "cy"),
    ("weissrussisch", "be"), ("welsh", "cy"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_agree() {
        assert!(CODES.is_sorted_by(|a, b| a < b));
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
        for (name, code) in NAMES {
            assert!(CODES.binary_search(code).is_ok(), "{name}");
            assert_eq!(&name_normal(name), name);
        }
    }

    #[test]
    fn a_language_is_known_by_its_code_and_by_its_names() {
        for text in ["de", "DE", "de-AT", "de_CH", "German", "deutsch"] {
            assert_eq!(language_code(text), Some("de"), "{text}");
        }
        assert_eq!(language_code("Français"), Some("fr"));
        assert_eq!(language_code("Español"), Some("es"));
        assert_eq!(language_code("Türkçe"), Some("tr"));
        for text in ["", "Klingon", "xx", "x-klingon", "no idea", "1e"] {
            assert_eq!(language_code(text), None, "{text}");
        }
    }
}
