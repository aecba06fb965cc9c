//! The words for each choice a lead, a letter or a touch can be.

use crate::language::Words;
use crate::lead::{
    Channel, Exit, Finding, HandRaise, Notice, Outcome, Profile, Reason, SourceClass, TaskKind,
    Tier,
};

/// A key of the playbook as words, where nobody has given it a name: `new_lead` is "New lead".
pub fn spoken(key: &str) -> String {
    capitalised(key.replace(['_', '-', '|'], " ").trim())
}

/// With a capital letter, as a line of its own begins.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// The word of a kind under a key made from this one; the word itself where there is none.
pub(super) fn word_or(words: Words, kind: &str, word: &str) -> String {
    let key = format!("{kind}-{}", word.to_lowercase().replace(' ', "-"));
    let said = words.say(&key);
    if said == key { word.to_owned() } else { said }
}

/// How promising a lead is.
pub fn tier(words: Words, tier: Tier) -> String {
    words.say(match tier {
        Tier::Urgent => "leads-tier-urgent",
        Tier::High => "leads-tier-high",
        Tier::Medium => "leads-tier-medium",
        Tier::Low => "leads-tier-low",
    })
}

/// What an answer to a criterion says.
pub fn finding(words: Words, finding: Finding) -> String {
    words.say(match finding {
        Finding::Good => "finding-good",
        Finding::Weak => "finding-weak",
        Finding::Bad => "finding-bad",
    })
}

/// What a fact is called that every house knows; any other by its key.
pub fn fact(words: Words, key: &str) -> String {
    if Profile::KEYS.contains(&key) || ["value", "email_as_given"].contains(&key) {
        return words.say(&format!("fact-{key}"));
    }
    spoken(key)
}

/// A way of contact.
pub fn channel(words: Words, channel: Channel) -> String {
    words.say(&format!("channel-{}", channel.key()))
}

/// How a touch went, as the end of a sentence; empty where there is nothing to say.
pub fn outcome(words: Words, outcome: Outcome) -> String {
    match outcome {
        Outcome::Made => String::new(),
        Outcome::Reached => words.say("outcome-reached"),
        Outcome::Voicemail => words.say("outcome-voicemail"),
        Outcome::NoAnswer => words.say("outcome-no-answer"),
        Outcome::CallBack => words.say("outcome-call-back"),
        Outcome::WrongNumber => words.say("outcome-wrong-number"),
        Outcome::NoShow => words.say("outcome-no-show"),
    }
}

/// What a task asks for.
pub fn task_kind(words: Words, kind: TaskKind) -> String {
    words.say(&format!("task-{}", kind.key()))
}

/// What somebody asked for, as the end of a sentence.
pub fn ask(words: Words, kind: HandRaise) -> String {
    words.say(&format!("asked-{}", kind.key()))
}

/// Who moved first.
pub fn source_class(words: Words, class: SourceClass) -> String {
    words.say(match class {
        SourceClass::Organic => "class-organic",
        SourceClass::Inbound => "class-inbound",
        SourceClass::Outbound => "class-outbound",
        SourceClass::Referral => "class-referral",
    })
}

/// How a lead left a sequence, as the end of a sentence.
pub fn exit(words: Words, exit: Exit) -> String {
    words.say(match exit {
        Exit::Finished => "exit-finished",
        Exit::Replied => "exit-replied",
        Exit::Talked => "exit-talked",
        Exit::Booked => "exit-booked",
        Exit::OptedOut => "exit-opted-out",
        Exit::Bounced => "exit-bounced",
        Exit::Won => "exit-won",
        Exit::Lost => "exit-lost",
        Exit::Disqualified => "exit-disqualified",
        Exit::HandedOver => "exit-handed-over",
        Exit::Replaced => "exit-replaced",
        Exit::NoConsent => "exit-no-consent",
    })
}

/// One line of a score: the signal and its points, such as "a request +20".
pub fn reason(words: Words, reason: &Reason) -> String {
    let points = (reason.points * 10.0).round() / 10.0;
    let sign = if points < 0.0 { '−' } else { '+' };
    let points = words.decimal(points.abs());
    format!("{} {sign}{points}", signal(words, &reason.signal))
}

/// A score signal by its key; one that is not asked for any more by the words of its key.
fn signal(words: Words, key: &str) -> String {
    let text = format!("reason-{key}");
    let said = words.say(&text);
    if said == text { spoken(key).to_lowercase() } else { said }
}

/// What a teammate was told, as the end of a sentence.
pub fn news(words: Words, notice: Notice) -> String {
    words.say(match notice {
        Notice::NewLead => "news-new-lead",
        Notice::TheyWrote => "news-they-wrote",
        Notice::ClockRunning => "news-clock-running",
        Notice::DueSooner => "news-due-sooner",
        Notice::Breached => "news-breached",
        Notice::Escalated => "news-escalated",
        Notice::TakenAway => "news-taken-away",
        Notice::PassedOn => "news-passed-on",
        Notice::WasWrong => "news-was-wrong",
        Notice::Incomplete => "news-incomplete",
        Notice::LetterFailed => "news-letter-failed",
        Notice::AnswerFailed => "news-answer-failed",
        Notice::Step => "news-step",
        Notice::Unsettled => "news-unsettled",
    })
}

/// What a teammate is told about a lead, as a sentence for them.
pub fn notice(words: Words, notice: Notice, lead_title: &str) -> String {
    let key = match notice {
        Notice::NewLead => "notice-new-lead",
        Notice::TheyWrote => "notice-they-wrote",
        Notice::ClockRunning => "notice-clock-running",
        Notice::DueSooner => "notice-due-sooner",
        Notice::Breached => "notice-breached",
        Notice::Escalated => "notice-escalated",
        Notice::TakenAway => "notice-taken-away",
        Notice::PassedOn => "notice-passed-on",
        Notice::WasWrong => "notice-was-wrong",
        Notice::Incomplete => "notice-incomplete",
        Notice::LetterFailed => "notice-letter-failed",
        Notice::AnswerFailed => "notice-answer-failed",
        Notice::Step => "notice-step",
        Notice::Unsettled => "notice-unsettled",
    };
    words.fill(key, &[("lead", lead_title.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn keys_become_words_and_points_keep_their_sign() {
        assert_eq!(spoken("new_lead_standard"), "New lead standard");
        assert_eq!(spoken(""), "");
        let said = |language, signal: &str, points| {
            reason(Words::of(language), &Reason { signal: signal.into(), points })
        };
        assert_eq!(said(Language::English, "price_page", 20.0), "price page +20");
        assert_eq!(said(Language::English, "age", -2.04), "age −2");
        assert_eq!(said(Language::English, "hand_raise", 4.9), "a request +4.9");
        assert_eq!(said(Language::German, "price_view", 4.9), "Preise angesehen +4,9");
    }

    #[test]
    fn a_notice_says_who_and_what_to_do() {
        let told = |language| notice(Words::of(language), Notice::TheyWrote, "Ines Carvalho");
        assert_eq!(told(Language::English), "Ines Carvalho wrote and waits for an answer.");
        assert_eq!(told(Language::German), "Ines Carvalho hat geschrieben und wartet auf Antwort.");
    }

    #[test]
    fn every_choice_has_a_word_in_every_language() {
        for words in Language::ALL.map(Words::of) {
            let facts = Profile::KEYS.iter().map(|key| fact(words, key));
            let channels = Channel::ALL.iter().map(|one| channel(words, *one));
            let asks = HandRaise::ALL.iter().map(|one| ask(words, *one));
            let said: Vec<String> = facts.chain(channels).chain(asks).collect();
            assert!(!said.iter().any(|one| one.contains("fact-") || one.contains("channel-")));
            assert!(!said.iter().any(|one| one.contains("asked-")), "{said:?}");
        }
    }
}
