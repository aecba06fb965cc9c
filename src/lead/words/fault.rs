//! What is wrong with a playbook, in the language of who reads.
//!
//! The check says it in English, as the command line and the journal do. On a page its sentences are
//! known again by their texts in the English catalogue, as reasons are, and what they name by its key
//! is called as pages call it.

use super::cause::{label, tiers};
use super::known::{Known, Text, known, read};
use super::phrases::word_or;
use crate::language::Words;
use std::sync::LazyLock;

/// Every sentence of the check, the more particular before the more general.
const FAULTS: [Text; 165] = [
    ("fault-learned-parts", &[]),
    ("fault-stop-link", &["here", "key"]),
    ("fault-clock-minute", &["tier"]),
    ("fault-tag-comma", &["label"]),
    ("fault-never-there", &["id"]),
    ("fault-clock-accept", &["tier"]),
    ("fault-draft-both", &["here"]),
    ("fault-never-opens", &[]),
    ("fault-no-zone-for", &["zone", "id"]),
    ("fault-overlap", &["first", "name", "again"]),
    ("fault-fades-slowly", &[]),
    ("fault-no-open-leads", &[]),
    ("fault-never-matches-tier", &["name"]),
    ("fault-never-matches", &["here", "field"]),
    ("fault-asks-field-off", &["here", "label"]),
    ("fault-tier-unreached", &["tier", "most", "from"]),
    ("fault-taken-before", &["name", "all"]),
    ("fault-range-as-value", &["here", "range", "field"]),
    ("fault-range-backwards", &["here", "field", "range"]),
    ("fault-postcode-part", &["here", "postcode", "countries"]),
    ("fault-postcodes-letters", &["here", "range", "countries"]),
    ("fault-postcodes-digits", &["here", "range", "countries", "digits"]),
    ("fault-country-unknown", &["here", "country"]),
    ("fault-place-served", &["place"]),
    ("fault-source-shut", &["here", "source"]),
    ("fault-text-number", &["rule", "field"]),
    ("fault-language-code", &["rule", "language"]),
    ("fault-country-within", &["rule", "country"]),
    ("fault-email-whole", &["rule", "email", "field"]),
    ("fault-clock-later", &["tier", "lower", "minutes", "less"]),
    ("fault-managers-circle", &["names"]),
    ("fault-own-manager", &["name"]),
    ("fault-may-hold-none", &["id"]),
    ("fault-pool-empty", &["name"]),
    ("fault-nobody-has-level", &["here", "skill", "level"]),
    ("fault-nobody-has-skill", &["here", "skill"]),
    ("fault-no-skill-level", &["here", "skill", "most"]),
    ("fault-nobody-has-all", &["pool", "name"]),
    ("fault-days-rise", &["key"]),
    ("fault-warnings-order", &[]),
    ("fault-source-form-name", &["here"]),
    ("fault-nobody-works", &[]),
    ("fault-mate-skills", &["id", "count", "characters", "most"]),
    ("fault-leads-back", &["here"]),
    ("fault-no-rule-name", &["here"]),
    ("fault-tiers-rise", &["medium", "high", "urgent"]),
    ("fault-no-key", &["key", "what"]),
    ("fault-reason-to-choose", &["what", "most"]),
    ("fault-conditions-no-field", &["here"]),
    ("fault-criterion-or-field", &["here"]),
    ("fault-warning-range", &[]),
    ("fault-letter-too-long", &["here", "subject", "letter"]),
    ("fault-name-fallback", &[]),
    ("fault-no-currency", &["currency"]),
    ("fault-no-zone", &["zone"]),
    ("fault-gives-weight", &["here", "id", "weight"]),
    ("fault-own-task", &["here", "key"]),
    ("fault-stuck-days", &["here"]),
    ("fault-send-back-empty", &[]),
    ("fault-never-asked", &["name", "all"]),
    ("fault-no-language", &["language"]),
    ("fault-clock-long", &["tier", "minutes", "most"]),
    ("fault-mate-email", &["id", "email"]),
    ("fault-condition-no-fact", &["here"]),
    ("fault-compares-with-nothing", &["here", "field"]),
    ("fault-no-country", &["country"]),
    ("fault-needs-no-value", &["here", "field"]),
    ("fault-field-taken", &["key"]),
    ("fault-has-weight", &["id", "weight"]),
    ("fault-sales-from", &["score"]),
    ("fault-not-offered", &["rule", "value", "label"]),
    ("fault-steps", &["here", "count", "most"]),
    ("fault-cap-range", &["group", "cap"]),
    ("fault-floor-lies", &["name", "score"]),
    ("fault-field-off", &["key", "who"]),
    ("fault-no-page", &["page"]),
    ("fault-entries-of", &["count", "what", "most"]),
    ("fault-size-order", &[]),
    ("fault-means-an-ending", &["here"]),
    ("fault-fallback-gone", &["name"]),
    ("fault-too-long-here", &["here", "most"]),
    ("fault-leads-on-and-archives", &["here", "then"]),
    ("fault-sql-unreached", &["count", "asked"]),
    ("fault-one-good-answer", &[]),
    ("fault-no-number", &["here", "field"]),
    ("fault-count-days", &["signal", "days", "most"]),
    ("fault-floor-never", &["here", "signal"]),
    ("fault-floor-holds", &["name", "days", "most"]),
    ("fault-field-needs-options", &["key"]),
    ("fault-fit-percent", &["percent"]),
    ("fault-signal-points", &["signal", "points"]),
    ("fault-field-no-choice", &["key"]),
    ("fault-archives-with-note", &["here", "reason"]),
    ("fault-needs-range", &["here", "field"]),
    ("fault-halves", &[]),
    ("fault-field-options-most", &["key", "count", "most"]),
    ("fault-away-order", &["id"]),
    ("fault-count-most", &["signal", "count", "most"]),
    ("fault-no-link", &["link"]),
    ("fault-cannot-stand-here", &["first", "known"]),
    ("fault-draft-long", &["here"]),
    ("fault-reason-twice", &["reason", "what"]),
    (UNKNOWN, &["here", "what", "key"]),
    ("fault-two-tags", &["label"]),
    ("fault-tier-enters-two", &["tier", "one", "other"]),
    ("fault-goes-stale", &["most"]),
    ("fault-subject-one-line", &["key"]),
    ("fault-rule-needs-name", &[]),
    ("fault-points-from-zero", &["here", "points", "most"]),
    ("fault-circle", &["here", "judged"]),
    ("fault-holidays-most", &["count", "most"]),
    ("fault-warnings-most", &["count", "most"]),
    ("fault-own-stand-in", &["name"]),
    ("fault-conditions-range", &["here", "count", "most"]),
    ("fault-conditions-most", &["here", "count", "most"]),
    ("fault-source-no-form", &["here"]),
    ("fault-mate-away", &["id", "count", "most"]),
    ("fault-rules-most", &["count", "most"]),
    ("fault-fit-rule-needs-name", &[]),
    ("fault-letters-a-week", &["most"]),
    ("fault-goes-on", &["here", "most"]),
    ("fault-say-what-to-do", &["here"]),
    ("fault-skills-most", &["here", "count", "most"]),
    ("fault-two-forms", &["form"]),
    ("fault-points-range", &["here", "points"]),
    ("fault-mapping-most", &["here", "count", "most"]),
    ("fault-mate-name", &["id"]),
    ("fault-members-most", &["here", "count", "most"]),
    ("fault-too-many-values", &["here", "field"]),
    ("fault-no-stage", &[]),
    ("fault-fit-rules-most", &["most"]),
    ("fault-field-label", &["key"]),
    ("fault-list-most", &["count", "list", "most"]),
    ("fault-business-needs-name", &[]),
    ("fault-twice-here", &["first"]),
    ("fault-template-part", &["part", "key", "fault"]),
    ("fault-two-of", &["what", "key"]),
    ("fault-too-many-conditions", &["here"]),
    ("fault-floor-needs-name", &[]),
    ("fault-tag-label", &["key"]),
    ("fault-say-what-it-tells", &["here"]),
    ("fault-two-pools", &["name"]),
    ("fault-two-rules", &["name"]),
    ("fault-no-email", &["email"]),
    ("fault-reason-empty", &["what"]),
    ("fault-criteria-most", &["most"]),
    ("fault-questions-alike", &["name"]),
    ("fault-mates-alike", &["name"]),
    ("fault-holds-numbers", &["rule", "value", "field"]),
    ("fault-holds-yes", &["rule", "value", "field"]),
    ("fault-needs-day", &["here", "field", "said"]),
    ("fault-needs-number", &["here", "field"]),
    ("fault-reasons-most", &["most"]),
    ("fault-not-known-here", &["first"]),
    ("fault-floors-most", &["most"]),
    ("fault-list-empty", &["list"]),
    ("fault-unreadable", &[]),
    ("fault-pages-most", &["most"]),
    ("fault-missing-here", &["first"]),
    ("fault-needs-subject", &["here"]),
    ("fault-did-you-mean", &["key"]),
    ("fault-names-twice", &["here", "id"]),
    ("fault-criterion-needs-name", &["key"]),
    ("fault-needs-name", &["here"]),
    ("fault-needs-words", &["here"]),
];

/// What a sentence may begin with: the thing it is about.
const HERE: [Text; 16] = [
    ("fault-here-noted-reasons", &[]),
    ("fault-here-step", &["number", "key"]),
    ("fault-here-fit-rule", &["key"]),
    ("fault-here-instant-reply", &[]),
    ("fault-here-win", &[]),
    ("fault-here-scoring", &[]),
    ("fault-here-criterion", &["key"]),
    ("fault-here-template", &["key"]),
    ("fault-here-sequence", &["key"]),
    ("fault-here-teammate", &["key"]),
    ("fault-here-source", &["key"]),
    ("fault-here-qualification", &[]),
    ("fault-here-stage", &["key"]),
    ("fault-here-floor", &["key"]),
    ("fault-here-pool", &["key"]),
    ("fault-here-rule", &["key"]),
];

static ENGLISH_FAULTS: LazyLock<Vec<Known>> = LazyLock::new(|| known(&FAULTS));
static ENGLISH_HERE: LazyLock<Vec<Known>> = LazyLock::new(|| known(&HERE));

/// Begins a proposal that stands behind a sentence.
const PROPOSAL: &str = " Did you mean ";

/// A sentence of the check of a playbook.
pub fn fault(words: Words, sentence: &str) -> String {
    match sentence.find(PROPOSAL) {
        Some(at) if at > 0 => {
            let (before, proposal) = sentence.split_at(at);
            format!("{} {}", again(words, before, &ENGLISH_FAULTS), fault(words, &proposal[1..]))
        }
        _ => again(words, sentence, &ENGLISH_FAULTS),
    }
}

/// A sentence that names what does not exist.
pub struct Unknown<'a> {
    /// Without what is proposed for it.
    pub sentence: &'a str,
    /// What kind of thing it is taken for.
    pub what: &'a str,
    pub named: &'a str,
}

/// What a sentence of the check names that does not exist, if it says that of anything.
pub fn unknown(sentence: &str) -> Option<Unknown<'_>> {
    let sentence = sentence.find(PROPOSAL).map_or(sentence, |at| &sentence[..at]);
    let (_, values) = read(&ENGLISH_FAULTS, sentence).filter(|(key, _)| *key == UNKNOWN)?;
    let of = |wanted| values.iter().find(|(place, _)| *place == wanted).map(|(_, value)| *value);
    Some(Unknown { sentence, what: of("what")?, named: of("key")? })
}

/// The sentence that says so.
const UNKNOWN: &str = "fault-names-unknown";

/// A text that is known again; as it is where it is not.
fn again(words: Words, text: &str, table: &[Known]) -> String {
    let Some((key, values)) = read(table, text) else { return text.to_owned() };
    let with = values.into_iter().map(|(place, value)| (place, said(words, place, value).into()));
    words.fill(key, &with.collect::<Vec<_>>())
}

/// What stands in a place, which may itself be English.
fn said(words: Words, place: &str, value: &str) -> String {
    match place {
        "here" => again(words, value, &ENGLISH_HERE),
        "what" | "list" | "part" => word_or(words, "fault-what", value),
        "group" => word_or(words, "group", value),
        "judged" | "field" => label(words, value),
        "signal" => word_or(words, "signal", value),
        "tier" | "lower" => tiers(words, value),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::known::each_is_known_as_itself;
    use super::*;
    use crate::language::Language;

    #[test]
    fn every_fault_is_known_again_before_a_more_general_one() {
        each_is_known_as_itself(&FAULTS, &ENGLISH_FAULTS);
        each_is_known_as_itself(&HERE, &ENGLISH_HERE);
    }

    #[test]
    fn a_fault_is_said_in_the_language_of_who_reads() {
        let german = Words::of(Language::German);
        for (kept, read) in [
            (
                "The rule “Mine” names the tier “urgnt”, which does not exist. Did you mean “urgent”?",
                "Die Regel „Mine“ nennt „urgnt“ (Stufe), und das gibt es nicht. Meinten Sie „urgent“?",
            ),
            ("Every floor needs a name.", "Jede Untergrenze braucht einen Namen."),
            (
                "The cap of fit is -1. It must lie between 0 and 1000.",
                "Der Höchstwert der Gruppe „Passung“ ist -1. Er muss zwischen 0 und 1000 liegen.",
            ),
            (
                "Step 3 of the sequence “standard” must say what is to be done.",
                "Schritt 3 der Sequenz „standard“ muss sagen, was zu tun ist.",
            ),
            ("Somebody else's words.", "Somebody else's words."),
        ] {
            assert_eq!(fault(german, kept), read);
            let english = fault(Words::default(), kept);
            assert_eq!(english.to_lowercase(), kept.to_lowercase());
        }
    }

    #[test]
    fn what_a_fault_names_that_does_not_exist_is_told() {
        let kept = "The rule “Mine” names the tier “urgnt”, which does not exist.";
        let proposed = format!("{kept} Did you mean “urgent”?");
        for sentence in [kept, &proposed] {
            let told = unknown(sentence).expect("it names one");
            assert_eq!((told.sentence, told.what, told.named), (kept, "tier", "urgnt"));
        }
        assert!(unknown("Every floor needs a name.").is_none());
    }

    #[test]
    fn facts_and_signals_are_called_as_pages_call_them() {
        let kept = "The floor “Keen” can never hold: it asks for points for “price_view”, which gives none.";
        assert!(fault(Words::default(), kept).contains("“Looked at prices”"));
        let kept = "The rule “Odd” has a range for “postcode” that ends before it begins: “8..2”.";
        assert!(fault(Words::default(), kept).contains("“Postcode”"));
        assert!(fault(Words::of(Language::German), kept).contains("„Postleitzahl“"));
    }
}
