//! The head of the page, in English.

use crate::lead::LeadId;
use jiff::civil::Date;

pub const HEAD_ID: &str = "head";
pub const TO_DO_ID: &str = "to-do";
pub const TIMELINE_ID: &str = "timeline";
pub const SEQUENCE_ID: &str = "sequence";

pub const LEAD: &str = "Lead";
pub const LEADS: &str = "Leads";
pub const OWNER: &str = "Owner";
pub const NOBODY: &str = "Nobody";
pub const VALUE: &str = "Value";
pub const DECISION: &str = "Decision";
pub const STAGE: &str = "Stage";
pub const REACH: &str = "Ways to reach them";
pub const CALL: &str = "Call";
pub const EMAIL: &str = "Email";
pub const WHATSAPP: &str = "WhatsApp";
pub const WEBSITE: &str = "Website";
pub const BOOKING: &str = "Booking link";
pub const MORE: &str = "More";
pub const PRINT: &str = "Print this lead";
pub const MORE_FOR_LEAD: &str = "More for this lead";
pub const OPTED_OUT: &str = "Wants no letters";
pub const QUIET: &str = "Imported, no clock";
pub const QUIET_LONG: &str = "Imported: no clock and no letters until somebody works on it.";
pub const TAKE_IT: &str = "Take it";
pub const OFFERED: &str = "Offered to you.";
pub const DO_IT: &str = "Done";
pub const NO_NEXT_STEP: &str = "No next step. Every open lead has one.";
pub const CHOOSE_STEP: &str = "Choose a next step";
pub const GIVE_WITH_REASON: &str = "Give with a reason…";

/// The number of a lead, as people say it.
pub fn number(id: LeadId) -> String {
    format!("Lead L-{id}")
}

/// A date as a head shows it; as it stands where it is none.
pub fn short_date(text: &str, year: i16) -> String {
    match text.parse::<Date>() {
        Ok(date) if date.year() == year => date.strftime("%-d %b").to_string(),
        Ok(date) => date.strftime("%-d %b %Y").to_string(),
        Err(_) => text.to_owned(),
    }
}

/// What time it is where they are.
pub fn there(time: &str) -> String {
    format!("{time} there")
}

/// What a lead lacks.
pub fn incomplete(missing: &str) -> String {
    format!("Incomplete: {missing}")
}

/// What an owner has to say yes by.
pub fn accept_by(time: &str) -> String {
    format!("Offered to you until {time}, then it goes to the next.")
}

/// What a running clock asks for.
pub fn answer_by(time: &str) -> String {
    format!("Next step, due {time}: answer")
}

/// The button of a running clock.
pub fn answer(name: &str) -> String {
    format!("Answer {name}").trim_end().to_owned()
}

/// What comes next, and when.
pub fn next_step(time: &str, what: &str) -> String {
    format!("Next step, {time}: {what}")
}

/// A lead that was put aside.
pub fn aside_until(time: &str, why: &str) -> String {
    format!("Put aside until {time}: {why}")
}

/// How a lead ended.
pub fn closed(word: &str, when: &str) -> String {
    if when.is_empty() { word.to_owned() } else { format!("{word}, {when}") }
}

/// The button to the next stage.
pub fn move_to(stage: &str) -> String {
    format!("Move to {stage}")
}
