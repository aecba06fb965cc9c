//! Names of firms, made comparable.

use super::name::name_normal;

/// The name of a firm without its legal form, in plain lower-case letters.
pub fn company_normal(text: &str) -> String {
    let name = name_normal(text);
    let words = telling_words(&name);
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    while words.len() > 1 && words.last().is_some_and(|last| FORMS_LAST.contains(last)) {
        words.pop();
    }
    while words.len() > 1 && FORMS_FIRST.contains(&words[0]) {
        words.remove(0);
    }
    words.join(" ")
}

/// The words of a name without an "and" between them. Letters that stand alone are joined, so that
/// `S. L.`, `S.L.` and `SL` are one word.
fn telling_words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut was_letter = false;
    for word in name.split(' ').filter(|word| !word.is_empty() && !CONNECTIVES.contains(word)) {
        let is_letter = word.len() == 1 && !word.starts_with(|c: char| c.is_ascii_digit());
        match words.last_mut() {
            Some(last) if is_letter && was_letter => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
        was_letter = is_letter;
    }
    words
}

const CONNECTIVES: [&str; 2] = ["and", "und"];

/// Legal forms that stand behind a name, and the words between their parts.
#[rustfmt::skip]
const FORMS_LAST: &[&str] = &[
    // German
    "gmbh", "mbh", "ggmbh", "ag", "kg", "kgaa", "ohg", "gbr", "ug", "haftungsbeschrankt", "ek",
    "ev", "eg", "co", "partg", "partgmbb", "se", "stiftung", "inh", "keg", "og",
    // English
    "ltd", "limited", "llp", "llc", "lllp", "lp", "inc", "incorporated", "corp", "corporation",
    "plc", "company", "cic", "pty", "pvt", "private", "pc", "pllc", "pte", "bhd", "sdn", "ulc",
    // French, Spanish, Portuguese, Italian
    "sarl", "eurl", "sas", "sasu", "sa", "snc", "sci", "scop", "sl", "slu", "sll", "sau", "sc",
    "scl", "srl", "srls", "spa", "sapa", "sapi", "cv", "de", "rl", "lda", "ltda", "me", "eireli",
    "coop", "rlcv",
    // Dutch, Nordic
    "bv", "nv", "vof", "bvba", "bvpa", "vzw", "ab", "aktiebolag", "hb", "as", "asa", "ans", "aps",
    "ivs", "oy", "oyj", "ky", "ehf", "hf",
    // Eastern Europe, Turkey, Asia
    "sp", "zoo", "sro", "spol", "doo", "dd", "ad", "ood", "eood", "kft", "zrt", "nyrt", "bt", "oo",
    "ooo", "oao", "zao", "pao", "uab", "sia", "ou", "tov", "sti", "kk", "tbk",
];

/// Legal forms that stand before a name.
const FORMS_FIRST: [&str; 8] = ["ooo", "oao", "zao", "pao", "tov", "uab", "sia", "pt"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_firm_is_the_same_with_and_without_its_legal_form() {
        for (text, normal) in [
            ("Müller & Söhne GmbH & Co. KG", "muller sohne"),
            ("Smith IT Services Ltd.", "smith it services"),
            ("Smith and Sons, Inc.", "smith sons"),
            ("Talleres García, S. L.", "talleres garcia"),
            ("Boulangerie Petit S.A.R.L.", "boulangerie petit"),
            ("Comercial Norte S.A. de C.V.", "comercial norte"),
            ("Kowalski Sp. z o.o.", "kowalski"),
            ("ООО «Ромашка»", "romashka"),
            ("  Larkfield School Trust ", "larkfield school trust"),
        ] {
            assert_eq!(company_normal(text), normal, "{text}");
        }
    }

    #[test]
    fn something_is_always_left_of_a_name_that_said_something() {
        assert_eq!(company_normal("AG"), "ag");
        assert_eq!(company_normal("Limited Company"), "limited");
        assert_eq!(company_normal(""), "");
        assert_eq!(company_normal("\u{1f3e0}"), "");
    }
}
