//! The words of Today, in English.

use super::desk::{Day, Load};
use crate::lead::{StepRef, TaskKind};
use crate::shell::clock::Doubt;
use crate::shell::web::times;
use crate::shell::web::words::several;
use jiff::Timestamp;
use jiff::tz::TimeZone;

pub const TODAY: &str = "Today";
pub const WHOSE: &str = "Whose desk";
pub const MINE: &str = "Mine";
pub const EVERYONES: &str = "Everyone’s";

pub const ANSWER_NOW: &str = "Answer now";
pub const NOBODY_WAITS: &str = "Nobody is waiting.";
pub const DUE_TODAY: &str = "Due today";
pub const NOTHING_DUE: &str = "Nothing more is due today.";
pub const ALL_DONE: &str = "All of today is done.";
pub const TAKE_IT: &str = "Take it";
pub const OFFERED: &str = "Offered to you";

pub const DRAFTS: &str = "Goes out by itself";
pub const READ_IT: &str = "Read it";
pub const SEND_NOW: &str = "Send now";
pub const THROW_AWAY: &str = "Throw away";

pub const NOTICES: &str = "Notices";
pub const MARK_READ: &str = "Mark all as read";
pub const UNREAD: &str = "New";

pub const LATER: &str = "The next 7 days";
pub const MORE_LATER: &str = "More lies ahead than is counted here.";

pub const CALL: &str = "Call";
pub const EMAIL: &str = "Email";
pub const NOTE: &str = "Add a note";
pub const SNOOZE: &str = "Put aside";
pub const NOT_A_LEAD: &str = "Not a lead";
pub const DONE: &str = "Mark as done";

pub const BOX_IS_ILL: &str = "The box cannot write. What you save now may not be kept. Tell your owner; this page says when it is well again.";

/// That the house has no copy of last night.
pub fn no_copy(why: &str) -> String {
    format!("The nightly copy of the box could not be made: {why}. Tell your owner.")
}

/// Why letters wait though nobody told them to.
pub fn clock_in_doubt(doubt: &Doubt, zone: &TimeZone) -> String {
    let day = |at: &Timestamp| zone.to_datetime(*at).strftime("%a %-d %b %Y, %H:%M").to_string();
    match doubt {
        Doubt::Behind { shows, written } => format!(
            "The clock of the box shows {}, but something was written on {}. No letter goes until \
             it is set right.",
            day(shows),
            day(written)
        ),
        Doubt::Leapt { from, to, until } => format!(
            "The clock of the box leapt from {} to {}. No letter goes until {}, so that it can be \
             set if it is wrong.",
            day(from),
            day(to),
            times::clock(*until, zone)
        ),
    }
}

/// What the business's hours are right now.
pub fn open_until(time: &str) -> String {
    format!("Open until {time}")
}

/// When the business opens again.
pub fn opens(time: &str) -> String {
    format!("Closed. Opens {time}")
}

/// Letters that nobody can carry.
pub fn letters_wait(count: usize) -> String {
    let verb = if count == 1 { "waits" } else { "wait" };
    format!("{} {verb}: mail is not set up.", several(count, "letter", "letters"))
}

/// How much is left of a list.
pub fn left(count: usize) -> String {
    format!("{count} left")
}

/// What is next where nobody waits.
pub fn next(what: &str, time: &str) -> String {
    format!("Next: {what} at {time}.")
}

/// What a button in a row does.
pub fn call(name: &str) -> String {
    format!("{CALL} {name}").trim_end().to_owned()
}

/// What a button in a row does for who wrote.
pub fn answer(name: &str) -> String {
    format!("Answer {name}").trim_end().to_owned()
}

/// What the menu of a row is called.
pub fn more_for(name: &str) -> String {
    format!("More for {name}")
}

/// What a button does for a task.
pub fn act(kind: TaskKind, name: &str) -> String {
    match kind {
        TaskKind::Call => call(name),
        TaskKind::Email => format!("Email {name}").trim_end().to_owned(),
        TaskKind::Linkedin => "Open task".to_owned(),
        TaskKind::Answer => answer(name),
        TaskKind::NextStep => "Choose a step".to_owned(),
        TaskKind::Complete => "Fill in".to_owned(),
        TaskKind::Other => "Mark done".to_owned(),
    }
}

/// What a task is about, with its place in a sequence.
pub fn step(step: &StepRef) -> String {
    format!("Day {}. ", step.day)
}

/// How many notices are unread.
pub fn unread(count: usize) -> String {
    format!("{count} new")
}

/// What a day holds, the most pressing first: `4 calls, 3 emails`.
pub fn load(day: &Day) -> String {
    let parts = day.loads.iter().map(|(load, count)| {
        let (one, many) = match load {
            Load::Answer => ("answer", "answers"),
            Load::Call => ("call", "calls"),
            Load::Email => ("email", "emails"),
            Load::Linkedin => ("LinkedIn message", "LinkedIn messages"),
            Load::Task => ("task", "tasks"),
            Load::Letter => ("letter by itself", "letters by themselves"),
            Load::Back => ("lead back", "leads back"),
        };
        several(*count, one, many)
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// What comes after a day that is done.
pub fn tomorrow(next: Option<&Day>) -> String {
    match next {
        Some(day) => format!("{} starts with {}.", day.date.strftime("%A"), load(day)),
        None => "Nothing is planned for the next 7 days.".to_owned(),
    }
}

pub const TEAM_TODAY: &str = "The team today";
pub const FIRST_RESPONSE: &str = "First response today";
pub const EACH_RESPONSE: &str = "Each response, in order";
pub const INSIDE: &str = "Answered inside the promise";
pub const OPEN_LEADS: &str = "Open leads";
pub const PAST_DUE: &str = "Past due";
pub const NONE_YET: &str = "none yet today";
pub const NOTHING_LATE: &str = "nothing waits past its time";

/// How the median came about, and what it is held against.
pub fn median_of(count: usize, goal: &str) -> String {
    format!("median of {count}, goal {goal}")
}

/// How many answers came too late.
pub fn past_promise(late: usize, count: usize) -> String {
    format!("{late} of {count} past their promise")
}

/// A share: counts while there are few, then a rate.
pub fn share(part: usize, whole: usize) -> String {
    const FEW: usize = 20;
    if whole < FEW {
        return format!("{part} of {whole}");
    }
    format!("{}%", (part * 200 + whole) / (whole * 2))
}

/// The share of the last days.
pub fn lately(share: &str, days: i64, last: Option<usize>) -> String {
    match last {
        Some(last) => format!("last {last} answers {share}"),
        None => format!("last {days} days {share}"),
    }
}

/// Whose open leads they are.
pub fn open_mine(count: u32) -> String {
    format!("{count} of them yours")
}

/// Who has something past due: `Maya 2, everyone else 1`.
pub fn late_by(mine: usize, others: usize) -> String {
    format!("you {mine}, everyone else {others}")
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_small_number_is_counted_and_a_large_one_is_a_rate() {
        assert_eq!(share(17, 18), "17 of 18");
        assert_eq!(share(0, 0), "0 of 0");
        assert_eq!(share(19, 20), "95%");
        assert_eq!(share(2, 3_000), "0%");
        assert_eq!(share(200, 201), "100%");
    }
}
