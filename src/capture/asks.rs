//! Whether somebody raises a hand: asks for something only a person can answer.
//!
//! The words are few and plain on purpose. A wrong yes costs a call; a wrong no costs a customer.

use super::words::fold;
use crate::lead::HandRaise;
use std::collections::BTreeMap;

/// Fields in which a form asks what somebody wants.
const ASK_FIELDS: [&str; 5] = ["hand_raise", "need", "request", "interest", "reason"];

/// What is asked for: by the source itself, else by what was chosen, else by the words written.
pub(super) fn of(
    always: Option<HandRaise>,
    fields: &BTreeMap<String, String>,
    message: &str,
) -> Option<HandRaise> {
    always
        .or_else(|| ASK_FIELDS.iter().find_map(|key| chosen(fields.get(*key)?)))
        .or_else(|| in_words(message))
}

fn chosen(value: &str) -> Option<HandRaise> {
    HandRaise::ALL.into_iter().find(|ask| ask.key() == value).or_else(|| in_words(value))
}

/// The first kind of [`HandRaise::ALL`] that a whole word of the text names, in English or German.
fn in_words(text: &str) -> Option<HandRaise> {
    let mut found = None;
    let mut before = String::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        let word = fold(word);
        match named(&before, &word) {
            Some(HandRaise::Quote) => return Some(HandRaise::Quote),
            Some(ask) => found = found.min(Some(ask)).or(Some(ask)),
            None => {}
        }
        before.clear();
        before.push_str(&word);
    }
    found
}

/// What a word asks for, known the word before it.
fn named(before: &str, word: &str) -> Option<HandRaise> {
    let ask = match (before, word) {
        (_, "quote" | "quotes" | "quotation" | "price" | "prices" | "pricing") => HandRaise::Quote,
        (_, "cost" | "costs" | "estimate" | "angebot" | "angebote") => HandRaise::Quote,
        (_, "preis" | "preise" | "kosten" | "kostet" | "kostenvoranschlag") => HandRaise::Quote,
        (_, "demo" | "demos" | "demonstration" | "vorfuhrung" | "vorfuehrung") => HandRaise::Demo,
        (_, "callback" | "ruckruf" | "rueckruf" | "zuruckrufen" | "zurueckrufen") => {
            HandRaise::Callback
        }
        ("call" | "ring" | "phone", "me" | "us" | "back") => HandRaise::Callback,
        ("rufen" | "rufe" | "ruf", "sie" | "mich" | "uns") => HandRaise::Callback,
        (_, "book" | "booking" | "appointment" | "appointments") => HandRaise::Booking,
        (_, "termin" | "termine" | "terminvereinbarung") => HandRaise::Booking,
        _ => return None,
    };
    Some(ask)
}

#[cfg(test)]
mod tests {
    use super::{in_words, of};
    use crate::lead::HandRaise;
    use std::collections::BTreeMap;

    #[test]
    fn words_of_both_languages_raise_a_hand() {
        let cases = [
            ("Please send a quote", Some(HandRaise::Quote)),
            ("What's your PRICING?", Some(HandRaise::Quote)),
            ("Bitte um ein Angebot.", Some(HandRaise::Quote)),
            ("Was kostet das?", Some(HandRaise::Quote)),
            ("Could we see a demo on Friday", Some(HandRaise::Demo)),
            ("Eine Vorführung, bitte", Some(HandRaise::Demo)),
            ("call\nme tomorrow", Some(HandRaise::Callback)),
            ("Ich bitte um Rückruf", Some(HandRaise::Callback)),
            ("Rufen Sie mich bitte an", Some(HandRaise::Callback)),
            ("I would like an appointment", Some(HandRaise::Booking)),
            ("Haben Sie einen Termin frei?", Some(HandRaise::Booking)),
            ("Just saying hello", None),
            ("", None),
        ];
        for (text, ask) in cases {
            assert_eq!(in_words(text), ask, "{text}");
        }
    }

    #[test]
    fn only_whole_words_count() {
        for text in ["Costa Rica", "We democratise", "unquoted", "Kostenlos", "I call it a day"] {
            assert_eq!(in_words(text), None, "{text}");
        }
    }

    #[test]
    fn the_kind_looked_for_first_wins_wherever_it_stands() {
        assert_eq!(in_words("Can I book a demo?"), Some(HandRaise::Demo));
        assert_eq!(in_words("A demo, and then a price"), Some(HandRaise::Quote));
    }

    #[test]
    fn the_source_speaks_before_the_choice_and_the_choice_before_the_words() {
        let fields = BTreeMap::from([("need".to_owned(), "A quote".to_owned())]);
        let message = "Please call me";
        assert_eq!(of(Some(HandRaise::Demo), &fields, message), Some(HandRaise::Demo));
        assert_eq!(of(None, &fields, message), Some(HandRaise::Quote));
        assert_eq!(of(None, &BTreeMap::new(), message), Some(HandRaise::Callback));
    }
}
