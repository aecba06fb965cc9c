//! The reasons that the house gives, in the language of who reads.
//!
//! The journal keeps them as English sentences, so that it reads the same wherever it is opened. They
//! are known again by their texts in the English catalogue and said by the same keys in another.
//! What is not known again is somebody's own words and stays as it is.

use super::known::{Known, Text, known, read};
use super::phrases::{self, capitalised, word_or};
use crate::language::{Language, Words};
use crate::lead::profile::comparable;
use crate::lead::{Profile, Tier};
use std::sync::LazyLock;

/// What may stand in the journal as a reason, the more particular before the more general.
const CAUSES: [Text; 126] = [
    ("cause-too-late", &[]),
    ("cause-later-step", &[]),
    ("cause-one-a-day", &[]),
    ("cause-reply-first", &[]),
    ("cause-out-of-hours", &[]),
    ("cause-answered-by-hand", &[]),
    ("cause-thrown-away", &[]),
    ("cause-waited-too-long", &[]),
    ("cause-address-changed", &[]),
    ("cause-no-more-letters", &[]),
    ("cause-erased", &[]),
    ("cause-no-address", &[]),
    ("cause-address-takes-none", &[]),
    ("cause-left-sequence", &[]),
    ("cause-no-automation", &[]),
    ("cause-aside", &[]),
    ("cause-held", &[]),
    ("cause-letter-today", &[]),
    ("cause-letters-this-week", &[]),
    ("cause-no-letter", &["letter"]),
    ("cause-no-template", &["letter"]),
    ("cause-nobody-owns", &[]),
    ("cause-no-step-left", &[]),
    ("cause-they-wrote", &[]),
    ("cause-spoken-to", &[]),
    ("cause-booked", &[]),
    ("cause-closed", &[]),
    ("cause-sales-took-over", &[]),
    ("cause-another-sequence", &[]),
    ("cause-no-consent", &[]),
    ("cause-wrote-again", &[]),
    ("cause-answered", &[]),
    ("cause-completed", &[]),
    ("cause-decided", &[]),
    ("cause-answer-them", &[]),
    ("cause-decide-no-consent", &[]),
    ("cause-decide", &[]),
    ("cause-aside-until-today", &["reason"]),
    ("cause-find-out-address", &["facts"]),
    ("cause-find-out", &["facts"]),
    ("cause-imported-as", &["stage"]),
    ("cause-asked-for-answer", &[]),
    ("cause-score-enough", &["score", "from"]),
    ("cause-ready-for-sales", &[]),
    ("cause-sql-request", &[]),
    ("cause-sql-answers", &["good", "enough"]),
    ("cause-sql-taken-on", &["from"]),
    ("cause-pql", &["percent"]),
    ("cause-mql", &["percent"]),
    ("cause-iql", &[]),
    ("cause-grade-gone", &[]),
    ("cause-grade-sent-back", &[]),
    ("cause-same-phone-other-name", &[]),
    ("cause-same-phone-other-address", &[]),
    ("cause-same-phone-other-lead", &[]),
    ("cause-shares-phone", &[]),
    ("cause-by-hand", &[]),
    ("cause-named", &[]),
    ("cause-chosen", &[]),
    ("cause-returning", &[]),
    ("cause-same-firm", &[]),
    ("cause-same-number", &[]),
    ("cause-only-one", &[]),
    ("cause-fallback", &[]),
    ("cause-next-best", &[]),
    ("cause-first-assignment", &[]),
    ("cause-not-taken", &["name"]),
    ("cause-rise", &["tier"]),
    ("cause-no-rest", &[]),
    ("cause-nobody-named", &[]),
    ("cause-nobody-else-by", &["rule", "people"]),
    ("cause-nobody-else", &["people"]),
    ("cause-left", &[]),
    ("cause-has-left", &["name"]),
    ("cause-was-wrong", &[]),
    ("cause-misroute", &["name"]),
    ("cause-away", &["day"]),
    ("cause-no-share", &[]),
    ("cause-lacks-skill", &["skill"]),
    ("cause-skill-level", &["skill", "level", "least"]),
    ("cause-not-accepted", &[]),
    ("cause-out-until", &["time"]),
    ("cause-desk-full", &["open", "most"]),
    ("cause-no-mail", &[]),
    ("cause-mail-said", &["why", "reply"]),
    ("cause-mail-no-name", &[]),
    ("cause-mail-no-word", &[]),
    ("cause-mail-in-the-clear", &[]),
    ("cause-mail-nobody", &[]),
    ("cause-mail-no-way", &[]),
    ("cause-mail-silent", &[]),
    ("cause-mail-within", &["seconds"]),
    ("cause-mail-no-server", &[]),
    ("cause-mail-broke-off", &[]),
    ("cause-mail-no-tls", &[]),
    ("cause-mail-tls", &[]),
    ("cause-mail-expired", &[]),
    ("cause-mail-other-name", &[]),
    ("cause-mail-untrusted", &[]),
    ("cause-mail-no-starttls", &[]),
    ("cause-mail-no-log-in", &[]),
    ("cause-mail-later", &[]),
    ("cause-mail-connection", &[]),
    ("cause-mail-log-in", &[]),
    ("cause-mail-log-in-first", &[]),
    ("cause-mail-relay", &[]),
    ("cause-mail-sender", &[]),
    ("cause-mail-address", &[]),
    ("cause-mail-letter", &[]),
    ("cause-mail-such-letters", &[]),
    ("cause-mail-no-address", &[]),
    ("cause-mail-unwritable", &["error"]),
    ("cause-mail-no-means", &["error"]),
    // As older versions put it.
    ("cause-mail-once-refused", &["what", "reply"]),
    ("cause-mail-once-unreached", &["error"]),
    ("cause-mail-once-unresolved", &["error"]),
    ("cause-mail-once-nowhere", &[]),
    ("cause-mail-once-late", &[]),
    ("cause-mail-once-in-the-clear", &[]),
    ("cause-same-person-other-lead", &[]),
    ("cause-spam-trap", &[]),
    ("cause-spam-second", &[]),
    ("cause-spam-seconds", &[]),
    ("cause-spam-link", &[]),
    ("cause-spam-links", &["count"]),
    ("cause-spam-name", &[]),
];

/// Why a way to an owner was not taken, beside the reasons above.
const PASSED_OVER: [Text; 15] = [
    ("passed-not-in-team", &["name"]),
    ("passed-nobody-of", &["pool"]),
    ("passed-no-pool", &["pool"]),
    ("passed-no-field", &["field"]),
    ("passed-was-wrong", &[]),
    ("passed-contains", &["label", "fact", "wanted"]),
    ("passed-begins", &["label", "fact", "wanted"]),
    ("passed-at-least", &["label", "fact", "wanted"]),
    ("passed-at-most", &["label", "fact", "wanted"]),
    ("passed-between", &["label", "fact", "wanted"]),
    ("passed-in", &["label", "fact", "wanted"]),
    ("passed-unknown", &["label"]),
    ("passed-known", &["label"]),
    ("passed-is", &["label", "fact"]),
    ("passed-person", &["name", "why"]),
];

/// What a mail server refused, as older versions named it, and the reason that says so.
const REFUSED: [(&str, &str); 6] = [
    ("the connection", "cause-mail-connection"),
    ("TLS", "cause-mail-tls"),
    ("the log-in", "cause-mail-log-in"),
    ("our address", "cause-mail-sender"),
    ("the address", "cause-mail-address"),
    ("the letter", "cause-mail-letter"),
];

static ENGLISH_CAUSES: LazyLock<Vec<Known>> = LazyLock::new(|| known(&CAUSES));
static ENGLISH_PASSED_OVER: LazyLock<Vec<Known>> = LazyLock::new(|| known(&PASSED_OVER));

/// A reason that the house may have given.
pub fn cause(words: Words, why: &str) -> String {
    match words.language() {
        Language::English => why.to_owned(),
        _ => retold(words, why, &ENGLISH_CAUSES).unwrap_or_else(|| why.to_owned()),
    }
}

/// Why a rule or a person was passed over. What the journal knows by its key is called as pages call it,
/// in English too.
pub fn passed_over(words: Words, why: &str) -> String {
    if read(&ENGLISH_CAUSES, why).is_some() {
        return cause(words, why);
    }
    retold(words, why, &ENGLISH_PASSED_OVER).unwrap_or_else(|| why.to_owned())
}

/// Facts as the house lists them in a sentence: `e-mail address or phone number, Budget`.
pub fn facts(words: Words, list: &str) -> String {
    if words.language() == Language::English {
        return list.to_owned();
    }
    let either = |facts: &str| any_of(words, facts.split(" or ").map(|one| asked_fact(words, one)));
    list.split(", ").map(either).collect::<Vec<_>>().join(", ")
}

fn retold(words: Words, why: &str, table: &[Known]) -> Option<String> {
    let (key, values) = read(table, why)?;
    let about = values.first().map_or("", |(_, value)| *value);
    let with = values.iter().map(|(place, value)| {
        let said = match *place {
            "fact" => choice(words, about, value),
            "wanted" => any_of(words, value.split(" or ").map(|one| choice(words, about, one))),
            "label" => capitalised(&label(words, value)),
            place => said(words, place, value),
        };
        (*place, said.into())
    });
    Some(words.fill(key, &with.collect::<Vec<_>>()))
}

/// One of the values between which a fact chooses, as pages call it; any other as it is.
fn choice(words: Words, about: &str, value: &str) -> String {
    match about {
        _ if value == ANOTHER => words.say("passed-another"),
        "tier" => tiers(words, value),
        "class" => word_or(words, "class", value),
        "request" => word_or(words, "request", value),
        "country" | "language" => {
            let code = comparable(about, value);
            let said = word_or(words, about, &code);
            if said == code { value.to_owned() } else { said }
        }
        _ => value.to_owned(),
    }
}

/// Stands behind the values of a condition that has more than are named.
const ANOTHER: &str = "another";

/// What stands in a place, which may itself be English.
fn said(words: Words, place: &str, value: &str) -> String {
    match place {
        "why" => cause(words, value),
        "what" => {
            let known = REFUSED.into_iter().find(|(what, _)| *what == value);
            known.map_or_else(|| value.to_owned(), |(_, key)| words.say(key))
        }
        "facts" => facts(words, value),
        "tier" => tiers(words, value),
        "day" => day(words, value),
        "time" => time(words, value),
        "people" => {
            let person = |one: &str| match one.split_once(": ") {
                Some((name, why)) => format!("{name}: {}", cause(words, why)),
                None => one.to_owned(),
            };
            value.split("; ").map(person).collect::<Vec<_>>().join("; ")
        }
        _ => value.to_owned(),
    }
}

/// What a rule asks about, by the words of its key.
pub(super) fn label(words: Words, value: &str) -> String {
    let key = value.replace(' ', "_");
    match key.as_str() {
        "tier" | "score" | "source" | "class" | "hand_raise" | "account" | "tags" => {
            words.say(&format!("judged-{key}"))
        }
        "request" => words.say("judged-hand_raise"),
        key if Profile::KEYS.contains(&key) => phrases::fact(words, key),
        _ => value.to_owned(),
    }
}

/// A fact as a sentence of the house names it.
fn asked_fact(words: Words, named: &str) -> String {
    match named {
        "e-mail address" => phrases::fact(words, "email"),
        "phone number" => phrases::fact(words, "phone"),
        "name" | "company" | "role" | "time zone" | "value" => {
            phrases::fact(words, &named.replace(' ', "_"))
        }
        named => named.to_owned(),
    }
}

pub(super) fn tiers(words: Words, value: &str) -> String {
    let tier = |one: &str| {
        let tier = Tier::from_key(&one.to_lowercase());
        tier.map_or_else(|| one.to_owned(), |tier| phrases::tier(words, tier))
    };
    any_of(words, value.split(" or ").map(tier))
}

fn any_of(words: Words, items: impl Iterator<Item = String>) -> String {
    let join = |one: String, other: String| {
        words.fill("either", &[("one", one.into()), ("other", other.into())])
    };
    items.reduce(join).unwrap_or_default()
}

/// A day as the journal writes it: `Wed 13 May`.
fn day(words: Words, value: &str) -> String {
    let parts: Vec<&str> = value.split(' ').collect();
    let [weekday, day, month] = parts[..] else { return value.to_owned() };
    let with = [
        ("weekday_short", short(words, "weekday", weekday).into()),
        ("day", day.into()),
        ("month_short", short(words, "month", month).into()),
    ];
    words.fill("cause-day", &with)
}

/// A time as the journal writes it: `Mon 09:00`.
fn time(words: Words, value: &str) -> String {
    let Some((weekday, time)) = value.split_once(' ') else { return value.to_owned() };
    let weekday = short(words, "weekday", weekday);
    words.fill("cause-time", &[("weekday_short", weekday.into()), ("time", time.into())])
}

/// The short name of a weekday or a month, whose key is its English one.
fn short(words: Words, kind: &str, english: &str) -> String {
    let key = format!("{kind}-short-{}", english.to_lowercase());
    let said = words.say(&key);
    if said == key { english.to_owned() } else { said }
}

#[cfg(test)]
mod tests {
    use super::super::known::each_is_known_as_itself;
    use super::*;

    const GERMAN: Words = Words::of(Language::German);

    #[test]
    fn a_reason_of_the_house_is_said_in_the_language_of_who_reads() {
        for (kept, read) in [
            ("it came too late", "es kam zu spät"),
            ("away until Wed 13 May", "abwesend bis Mi., 13. Mai"),
            (
                "outside their hours, back Mon 09:00",
                "außerhalb der Arbeitszeit, wieder da Mo. 09:00",
            ),
            ("The score is 83, and 70 is enough.", "83 Punkte, und 70 genügen."),
            ("rise to Urgent", "Anstieg auf Dringend"),
            ("lacks the skill Large roofs", "hat die Fähigkeit Large roofs nicht"),
            (
                "has the skill Roofs at level 1, and 2 is needed",
                "hat die Fähigkeit Roofs auf Stufe 1, und 2 ist nötig",
            ),
            (
                "Find out: e-mail address or phone number, Budget.",
                "Finden Sie heraus: E-Mail oder Telefon, Budget.",
            ),
            (
                "Nobody else can take it. Tom: did not accept in time; 3 more.",
                "Niemand sonst kann ihn übernehmen. Tom: hat nicht rechtzeitig angenommen; 3 more.",
            ),
            (
                "Nobody else can take it by the rule “North”. Tom: did not accept in time.",
                "Niemand sonst kann ihn nach der Regel „North“ übernehmen. Tom: hat nicht \
                 rechtzeitig angenommen.",
            ),
        ] {
            assert_eq!(cause(GERMAN, kept), read);
            assert_eq!(cause(Words::default(), kept), kept);
        }
    }

    #[test]
    fn what_older_versions_said_of_the_mail_is_said_in_the_language_of_who_reads() {
        for (kept, read) in [
            (
                "The mail server refused the address: 550 5.1.1 (address) User unknown",
                "Der Mailserver nimmt für diese Adresse keine Briefe an. \
                 Der Server sagte: „550 5.1.1 (address) User unknown“.",
            ),
            (
                "The mail server refused the log-in: 535",
                "Der Mailserver lehnt Benutzer oder Passwort ab. Der Server sagte: „535“.",
            ),
            (
                "The mail server could not be reached: Connection error: reset.",
                "Der Mailserver war nicht zu erreichen: Connection error: reset.",
            ),
            (
                "The mail server is outside our own network, and smtp.security is \"none\".",
                "Der Mailserver liegt außerhalb unseres Netzes, und smtp.security ist „none“.",
            ),
        ] {
            assert_eq!(cause(GERMAN, kept), read);
            assert_eq!(cause(Words::default(), kept), kept);
        }
    }

    #[test]
    fn a_rule_that_was_passed_over_says_why() {
        for (kept, english, german) in [
            (
                "tier is high, not urgent or low",
                "Tier is High, not Urgent or Low",
                "Stufe ist Hoch, nicht Dringend oder Niedrig",
            ),
            ("tier is High", "Tier is High", "Stufe ist Hoch"),
            (
                "request is demo, not quote",
                "Request is demo, not quote",
                "Wunsch ist Vorführung, nicht Angebot",
            ),
            (
                "country is de, not FR or Spain or another",
                "Country is Germany, not France or Spain or another",
                "Land ist Deutschland, nicht Frankreich oder Spanien oder anderes",
            ),
            ("country is Narnia", "Country is Narnia", "Land ist Narnia"),
            ("time zone is unknown", "Time zone is unknown", "Zeitzone ist nicht bekannt"),
            (
                "Employees is 40, not at least 200",
                "Employees is 40, not at least 200",
                "Employees ist 40, nicht mindestens 200",
            ),
            (
                "Tom: away until Sun 3 May",
                "Tom: away until Sun 3 May",
                "Tom: abwesend bis So., 3. Mai",
            ),
            ("away until Sun 3 May", "away until Sun 3 May", "abwesend bis So., 3. Mai"),
            ("Somebody's own words", "Somebody's own words", "Somebody's own words"),
        ] {
            assert_eq!(passed_over(GERMAN, kept), german);
            assert_eq!(passed_over(Words::default(), kept), english);
        }
    }

    #[test]
    fn what_a_person_wrote_stays_as_it_is() {
        for own in ["", "Ines is on holiday", "user is unknown", "away until", "They: wrote"] {
            assert_eq!(cause(GERMAN, own), own);
        }
    }

    #[test]
    fn every_text_is_known_again_before_a_more_general_one() {
        each_is_known_as_itself(&CAUSES, &ENGLISH_CAUSES);
        each_is_known_as_itself(&PASSED_OVER, &ENGLISH_PASSED_OVER);
    }
}
