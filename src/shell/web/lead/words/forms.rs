//! The composer and the forms for what is done seldom, in English.

use crate::followup::STOP_LINK;
use crate::lead::Outcome;
use crate::lead::TaskKind;
use crate::lead::profile::one_line;
use crate::lead::words::duration;
use crate::lead::words::english;
use crate::shell::web::lead::act::Act;

pub const WHAT_TO_ADD: &str = "What to add";
pub const NOTE: &str = "Note";
pub const NOTE_HINT: &str = "What should the next person know?";
pub const HOW_DID_IT_GO: &str = "How did it go?";
pub const WHAT_WAS_SAID: &str = "What was said";
pub const WHAT_WAS_SAID_HINT: &str = "Budget, who decides, what they need, by when";
pub const WHAT_WAS_WRITTEN: &str = "What was written";
pub const WHAT_WAS_WRITTEN_HINT: &str =
    "An email you sent or got in your own mailbox: paste it, or say it in a sentence";
pub const THEY_CALLED: &str = "They called us";
pub const THEY_WROTE: &str = "They wrote to us";
pub const WHEN_WAS_IT: &str = "When it was";
pub const NEXT_STEP: &str = "Next step";
pub const EVERY_TOUCH: &str = "every touch ends with one";
pub const CHOOSE: &str = "Choose…";
pub const CHOOSE_NEXT: &str = "Choose a next step. Every open lead has one.";
pub const CHOOSE_TASK: &str = "Choose what is to be done.";
pub const CHOOSE_OUTCOME: &str = "Choose how it went.";
pub const CHOOSE_SOMEBODY: &str = "Choose somebody.";
pub const CHOOSE_SEQUENCE: &str = "Choose a sequence.";
pub const CLOSE_LEAD: &str = "Close the lead";
pub const WHEN: &str = "When";
pub const TODAY: &str = "Today";
pub const TOMORROW: &str = "Tomorrow";
pub const NEXT_WEEK: &str = "Next week";
pub const OR_ON_A_DAY: &str = "Or on a day";
pub const WHAT_EXACTLY: &str = "What exactly, in a few words";
pub const DAY_PASSED: &str = "Choose a day that is still to come.";
pub const NO_DAY: &str = "Write the day like 2026-05-12.";
pub const WRITE_WHAT_WAS_SAID: &str = "Write down what the email said, at least in a sentence.";
pub const BACK_ON_DESK: &str = "back on the desk";
pub const SAVE_NOTE: &str = "Save note";
pub const SAVE_CALL: &str = "Save call";
pub const SAVE_EMAIL: &str = "Save email";
pub const SAVE_TASK: &str = "Save task";
pub const MARK_DONE: &str = "Mark as done";
pub const WHAT_CAME_OF_IT: &str = "What came of it";
pub const LEAVE_IT: &str = "Leave it";
pub const NOTHING_LOST: &str = "What you typed is still here.";
pub const NOT_KEPT: &str = "The box could not write this down. Try again in a moment.";

pub const EDIT_LETTER: &str = "Edit";
pub const REWRITE: &str = "Edit the letter";
pub const SUBJECT: &str = "Subject";
pub const LETTER: &str = "Letter";
pub const SAVE_LETTER: &str = "Save letter";
pub const LETTER_IS_GONE: &str =
    "It has left, or was given up. What you typed can be copied from here.";

pub const GIVE_TO: &str = "Give to…";
pub const NEW_OWNER: &str = "New owner";
pub const WHY_GIVEN: &str = "Why, for the colleague who gets it";
pub const MOVE_STAGE: &str = "Move stage…";
pub const FILL_IN: &str = "Fill in what is missing";
pub const WON: &str = "Won…";
pub const LOST: &str = "Close as lost…";
pub const NOT_A_LEAD: &str = "Not a lead…";
pub const RATHER_NOT_A_LEAD: &str = "It never was a lead";
pub const REASON: &str = "Reason";
pub const ENDED_HINT: &str = "What the next person should know if they come back";
pub const REOPEN: &str = "Open again";
pub const WHY_REOPENED: &str = "Why it is open again";
pub const HOLD: &str = "Hold the sequence";
pub const HOLD_HINT: &str =
    "Nothing goes out by itself until you resume it. After a week you are asked again.";
pub const WHY_HELD: &str = "Why it waits";
pub const RESUME: &str = "Resume the sequence";
pub const START_SEQUENCE: &str = "Start a sequence";
pub const REPLACES: &str = "It replaces the one that is running.";
pub const SNOOZE: &str = "Put aside…";
pub const HOW_LONG: &str = "For how long";
pub const WHY_ASIDE: &str = "Why it can wait";
pub const ASIDE_HINT: &str =
    "It comes back on the day with this reason. If they write, it comes back at once.";

/// The name of a pane.
pub fn pane(act: Act) -> &'static str {
    match act {
        Act::Call => "Log call",
        Act::Email => "Email",
        Act::Task => "Task",
        _ => NOTE,
    }
}

/// How a call went.
pub fn outcome(outcome: Outcome) -> String {
    english::spoken(english::outcome(outcome))
}

/// How long ago something was.
pub fn ago(minutes: i64) -> String {
    match minutes {
        0 => "Just now".to_owned(),
        minutes => format!("{} ago", duration(minutes)),
    }
}

/// The task a touch settles.
pub fn settles(task: &str) -> String {
    format!("Settles: {task}")
}

/// A kind of next step, as a choice.
pub fn kind(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::Other => "Something else",
        kind => english::task_kind(kind),
    }
}

/// What a next step is called where nobody said it.
pub fn step_of(kind: TaskKind, name: &str) -> String {
    let words = match kind {
        TaskKind::Call => format!("Call {name}"),
        TaskKind::Email => format!("Email {name}"),
        TaskKind::Linkedin => format!("Write to {name} on LinkedIn"),
        TaskKind::Answer => format!("Answer {name}"),
        TaskKind::NextStep | TaskKind::Complete | TaskKind::Other => "Follow up".to_owned(),
    };
    words.replace("  ", " ").trim_end().to_owned()
}

/// What is planned and stays so, short enough for a choice.
pub fn as_planned(what: &str, time: &str) -> String {
    const LONGEST: usize = 28;
    let short = one_line(what, LONGEST);
    let cut = if short.len() < what.len() { "…" } else { "" };
    format!("As planned: {short}{cut}, {time}")
}

/// The title of the form in which a task is done.
pub fn done_title(task: &str) -> String {
    format!("Done: {task}")
}

/// The button of a form that is opened seldom.
pub fn confirm(act: Act) -> &'static str {
    match act {
        Act::Owner => "Give the lead away",
        Act::Stage => "Move the lead",
        Act::Won => "Mark as won",
        Act::Lost => "Close as lost",
        Act::Disqualify => "Close as not a lead",
        Act::Reopen => REOPEN,
        Act::Hold => HOLD,
        Act::Enrol => START_SEQUENCE,
        Act::Snooze => "Put aside",
        Act::Note
        | Act::Call
        | Act::Email
        | Act::Task
        | Act::Done
        | Act::Accept
        | Act::Tag
        | Act::Attach
        | Act::Detach
        | Act::Resume
        | Act::Rewrite
        | Act::Send
        | Act::Drop => "Save",
    }
}

/// When a letter that is being edited goes.
pub fn goes_meanwhile(goes: &str) -> String {
    format!("It {goes}, as it is saved then. {} becomes their own link to stop letters.", STOP_LINK)
}

/// What is said of a text that is no amount.
pub fn not_an_amount(text: &str) -> String {
    format!("“{text}” is no amount. Write it like 12,500.")
}
