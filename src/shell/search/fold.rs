//! Words and numbers made comparable, so that what somebody types finds what somebody else wrote.
//!
//! Accents, case and punctuation are dropped, in the index and in the question alike. It says
//! nothing about meaning: no stems, no stop words, no languages.

use deunicode::deunicode;

/// Letters of a word that are kept; what follows tells nobody apart.
pub const LETTERS_MAX: usize = 40;
/// Digits of a phone number that are kept, from its end; E.164 allows no more.
pub const DIGITS_MAX: usize = 15;
/// The longest piece of a phone number that is filed by itself.
const PIECE_MAX: usize = 4;
/// The shortest piece of a phone number worth looking for.
pub const DIGITS_MIN: usize = 3;

/// The words of a text, plain and in lower case, in the order they stand.
///
/// Müller, Mueller and Muller are one word: an `e` after `a`, `o` or `u` is dropped wherever it
/// stands. The beginning of a word stays the beginning of the folded word, so that it can be
/// looked up letter by letter.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let plain = deunicode(text).to_ascii_lowercase().replace('\'', "");
    plain
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(without_umlaut_e)
        .collect::<Vec<_>>()
        .into_iter()
}

/// At most `most` folded words of a text, apart by spaces.
pub fn folded(text: &str, most: usize) -> String {
    words(text).take(most).collect::<Vec<_>>().join(" ")
}

fn without_umlaut_e(word: &str) -> String {
    let mut folded = String::with_capacity(word.len().min(LETTERS_MAX));
    let mut before = ' ';
    for letter in word.chars() {
        if folded.len() == LETTERS_MAX {
            break;
        }
        if letter != 'e' || !matches!(before, 'a' | 'o' | 'u') {
            folded.push(letter);
        }
        before = letter;
    }
    folded
}

/// The pieces of three and of four digits of a phone number, under which it is filed.
///
/// All phones of the world share eleven thousand of them, where the endings of each would be a
/// dozen terms of its own.
pub fn filed_pieces(number: &str) -> impl Iterator<Item = &str> {
    let kept = number.get(number.len().saturating_sub(DIGITS_MAX)..).unwrap_or_default();
    (DIGITS_MIN..=PIECE_MAX).flat_map(|length| pieces(kept, length))
}

/// The pieces that a number holds if it holds these digits, and hardly any other number does.
pub fn sought_pieces(digits: &str) -> impl Iterator<Item = &str> {
    pieces(digits, digits.len().min(PIECE_MAX))
}

fn pieces(digits: &str, length: usize) -> impl Iterator<Item = &str> {
    (length..=digits.len()).filter_map(move |end| digits.get(end - length..end))
}

/// The digits of a text, without anything between them.
pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The number somebody typed, if the text is written as a phone number and nothing else.
///
/// The zero in `+49 (0)30` is only for those who dial at home, and is dropped.
pub fn number(text: &str) -> Option<String> {
    let is_number = text.chars().all(|sign| sign.is_ascii_digit() || " +-/().".contains(sign));
    let number = digits(&text.replace("(0)", ""));
    (is_number && number.len() >= DIGITS_MIN).then_some(number)
}

/// The number of a lead somebody typed, as pages write it: `L-84103`, `#84103`, or bare.
pub fn lead(text: &str) -> Option<u64> {
    let text = text.trim();
    let sign = ["L-", "l-", "#"].iter().find_map(|sign| text.strip_prefix(sign));
    let bare = sign.unwrap_or(text);
    bare.bytes().all(|sign| sign.is_ascii_digit()).then(|| bare.parse().ok()).flatten()
}

/// What to look for when a number is typed: as it is, and as it stands behind a country code.
pub fn as_dialled(number: &str) -> impl Iterator<Item = &str> {
    let abroad = number.trim_start_matches('0');
    let differs = abroad.len() < number.len() && abroad.len() >= DIGITS_MIN;
    [Some(number), differs.then_some(abroad)].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_spellings_of_a_name_are_one_word() {
        for name in ["Müller", "Mueller", "MULLER", "mu\u{308}ller", "Mu'ller"] {
            assert_eq!(words(name).collect::<Vec<_>>(), ["muller"], "{name}");
        }
        assert_eq!(folded("Weiß & Jørgensen-Łuczak", 9), "weiss jorgensen luczak");
    }

    #[test]
    fn the_beginning_of_a_word_stays_its_beginning() {
        let whole = folded("Bauernfeuer", 1);
        for end in 1.."Bauernfeuer".len() {
            assert!(whole.starts_with(&folded(&"Bauernfeuer"[..end], 1)), "{end}");
        }
    }

    #[test]
    fn long_words_and_long_texts_are_cut() {
        assert_eq!(folded(&"x".repeat(500), 9).len(), LETTERS_MAX);
        assert_eq!(folded(&"word ".repeat(500), 9).split(' ').count(), 9);
    }

    #[test]
    fn a_number_is_filed_under_all_that_is_sought() {
        let filed: Vec<_> = filed_pieces("49301").collect();
        assert_eq!(filed, ["493", "930", "301", "4930", "9301"]);
        assert_eq!(sought_pieces("930").collect::<Vec<_>>(), ["930"]);
        assert_eq!(sought_pieces("49301").collect::<Vec<_>>(), ["4930", "9301"]);
        assert_eq!(filed_pieces("12").count(), 0);
        assert_eq!(filed_pieces(&"7".repeat(90)).count(), 13 + 12);
    }

    #[test]
    fn a_number_is_read_however_it_is_written() {
        assert_eq!(number("+49 (0)30/123-45").as_deref(), Some("493012345"));
        assert_eq!(number("10115 Berlin"), None);
        assert_eq!(number("+1"), None);
        assert_eq!(as_dialled("0301234").collect::<Vec<_>>(), ["0301234", "301234"]);
        assert_eq!(as_dialled("301").collect::<Vec<_>>(), ["301"]);
    }
}
