//! The words for each choice, in English.

use crate::lead::{Channel, Exit, HandRaise, Notice, Outcome, Reason, SourceClass, TaskKind};

/// A key of the playbook as words: `new_lead` is "New lead".
pub fn spoken(key: &str) -> String {
    let words = key.replace(['_', '-', '|'], " ");
    let mut letters = words.trim().chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A way of contact.
pub fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Call => "Call",
        Channel::Email => "Email",
        Channel::Sms => "SMS",
        Channel::Chat => "Chat",
        Channel::Whatsapp => "WhatsApp",
        Channel::Linkedin => "LinkedIn",
        Channel::Meeting => "Meeting",
        Channel::Post => "Letter by post",
        Channel::Visit => "Page visit",
        Channel::Stay => "Time on the site",
        Channel::Download => "Download",
        Channel::Webinar => "Webinar",
        Channel::Open => "Email opened",
        Channel::Click => "Email click",
        Channel::Product => "Product use",
    }
}

/// How a touch went; empty where there is nothing to say.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Made => "",
        Outcome::Reached => "reached",
        Outcome::Voicemail => "voicemail",
        Outcome::NoAnswer => "no answer",
        Outcome::CallBack => "call back",
        Outcome::WrongNumber => "wrong number",
        Outcome::NoShow => "nobody came",
    }
}

/// What a task asks for.
pub fn task_kind(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::Call => "Call",
        TaskKind::Email => "Email",
        TaskKind::Linkedin => "LinkedIn message",
        TaskKind::Answer => "Answer",
        TaskKind::NextStep => "Choose a next step",
        TaskKind::Complete => "Fill in what is missing",
        TaskKind::Other => "Other",
    }
}

/// What somebody asked for.
pub fn ask(kind: HandRaise) -> &'static str {
    match kind {
        HandRaise::Quote => "asked for a quote",
        HandRaise::Demo => "asked for a demo",
        HandRaise::Callback => "asked to be called",
        HandRaise::Booking => "booked a time",
    }
}

/// Who moved first.
pub fn source_class(class: SourceClass) -> &'static str {
    match class {
        SourceClass::Organic => "Organic",
        SourceClass::Inbound => "Inbound",
        SourceClass::Outbound => "Outbound",
        SourceClass::Referral => "Referral",
    }
}

/// How a lead left a sequence.
pub fn exit(exit: Exit) -> &'static str {
    match exit {
        Exit::Finished => "every step was taken",
        Exit::Replied => "they replied",
        Exit::Talked => "there was a conversation",
        Exit::Booked => "they booked a time",
        Exit::OptedOut => "no more letters wanted",
        Exit::Bounced => "a letter came back",
        Exit::Won => "won",
        Exit::Lost => "lost",
        Exit::Disqualified => "not a lead",
        Exit::HandedOver => "sales took over",
        Exit::Replaced => "another sequence was started",
        Exit::NoConsent => "they have not agreed to letters",
    }
}

/// One line of a score: the signal and its points, such as "asked for a quote +20".
pub fn reason(reason: &Reason) -> String {
    let points = (reason.points * 10.0).round() / 10.0;
    let sign = if points < 0.0 { '−' } else { '+' };
    format!("{} {sign}{}", signal(&reason.signal), points.abs())
}

/// A score signal by its key.
pub fn signal(key: &str) -> String {
    match key {
        "hand_raise" => "a request".to_owned(),
        "floor" => "floor for a request".to_owned(),
        "free_mail" => "free mailbox".to_owned(),
        key => spoken(key).to_lowercase(),
    }
}

/// What a teammate was told, as the end of a sentence.
pub fn news(notice: Notice) -> &'static str {
    match notice {
        Notice::NewLead => "a new lead is theirs",
        Notice::TheyWrote => "they wrote",
        Notice::ClockRunning => "the clock is running out",
        Notice::Breached => "nobody answered in time",
        Notice::Escalated => "it was escalated to them",
        Notice::TakenAway => "it went to somebody else",
        Notice::Incomplete => "something is missing",
        Notice::LetterFailed => "a letter could not be delivered",
        Notice::Step => "the sequence asks for a look",
        Notice::Unsettled => "the rules do not come to rest",
    }
}

/// What a teammate is told about a lead, as a sentence for them.
pub fn notice(notice: Notice, lead_title: &str) -> String {
    match notice {
        Notice::NewLead => format!("{lead_title} is your new lead."),
        Notice::TheyWrote => format!("{lead_title} wrote and waits for an answer."),
        Notice::ClockRunning => format!("The time to answer {lead_title} is running out."),
        Notice::Breached => format!("{lead_title} was not answered in time. Answer now."),
        Notice::Escalated => {
            format!("Nobody has answered {lead_title} in time. It was escalated to you.")
        }
        Notice::TakenAway => {
            format!("{lead_title} was not accepted in time and went to somebody else.")
        }
        Notice::Incomplete => {
            format!("{lead_title} lacks what is needed. Fill in what is missing.")
        }
        Notice::LetterFailed => {
            format!("A letter to {lead_title} could not be delivered. Check the address.")
        }
        Notice::Step => format!("The sequence asks you to look at {lead_title}."),
        Notice::Unsettled => {
            format!("The rules do not come to rest on {lead_title}. Decide what happens next.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_words_and_points_keep_their_sign() {
        assert_eq!(spoken("new_lead_standard"), "New lead standard");
        assert_eq!(spoken(""), "");
        let said = |signal: &str, points| reason(&Reason { signal: signal.into(), points });
        assert_eq!(said("price_page", 20.0), "price page +20");
        assert_eq!(said("age", -2.04), "age −2");
        assert_eq!(said("hand_raise", 4.9), "a request +4.9");
    }

    #[test]
    fn a_notice_says_who_and_what_to_do() {
        assert_eq!(
            notice(Notice::TheyWrote, "Ines Carvalho"),
            "Ines Carvalho wrote and waits for an answer."
        );
    }
}
