//! What is to be done and what was, in English: tasks, letters, steps and the timeline.

use crate::lead::StepRef;
use crate::lead::Task;
use crate::lead::words::english;
use crate::playbook::Step;
use crate::playbook::StepKind;
use crate::shell::web::words::several;

pub const TO_DO: &str = "To do";
pub const WHAT_TO_SAY: &str = "What to say";
pub const DONE: &str = "Done";
pub const SEND_NOW: &str = "Send now";
pub const THROW_AWAY: &str = "Throw away";
pub const READ_LETTER: &str = "Read it";
pub const GOES_NOW: &str = "goes as soon as mail can be sent";
pub const LINK_TO_STOP: &str = "[their own link to stop letters]";

pub const TIMELINE: &str = "Timeline";
pub const ALL: &str = "All";
pub const TOUCHES_ONLY: &str = "Touches only";
pub const NO_TOUCH: &str = "No touch yet. The clock runs until the first call or email is logged.";
pub const READ_ALL: &str = "Read all of it";
pub const OLDER: &str = "Show what happened before";
pub const INSIDE: &str = "inside promise";
pub const OUTSIDE: &str = "past promise";

/// The longest title of a task, in characters.
const TITLE_MAX: usize = 70;

/// A task in a few words: what it says, or what it asks for where it says much.
pub fn task_title(task: &Task) -> String {
    let text = task.text.trim().trim_end_matches('.');
    let is_short = text.chars().count() <= TITLE_MAX && !text.contains('\n');
    if !text.is_empty() && is_short {
        text.to_owned()
    } else {
        english::task_kind(task.kind).to_owned()
    }
}

/// Whether a task says more than its title.
pub fn has_more(task: &Task) -> bool {
    let text = task.text.trim().trim_end_matches('.');
    !text.is_empty() && task_title(task) != text
}

/// A letter that goes by itself, as a next step.
pub fn letter_by_itself(name: &str) -> String {
    format!("letter “{name}”, by itself")
}

/// A step of a sequence, as a next step.
pub fn step_title(step: &StepRef, what: &Step) -> String {
    format!("{} of day {}", step_kind(what), step.day)
}

/// What a step does.
pub fn step_kind(step: &Step) -> &'static str {
    match step.kind {
        StepKind::Email => "Email",
        StepKind::Task => step.task.map_or("Task", english::task_kind),
        StepKind::Notice => "Notice",
    }
}

/// The day of a sequence.
pub fn day_tag(day: u32) -> String {
    format!("Day {day}")
}

/// When a letter goes.
pub fn goes(time: &str) -> String {
    format!("goes out {time}")
}

/// What the house did besides.
pub fn more_by_the_box(count: usize) -> String {
    format!("And {count} more by the box")
}

/// How many touches there were.
pub fn touches(count: usize) -> String {
    several(count, "touch", "touches")
}

/// How long the first answer took.
pub fn first_touch(span: &str) -> String {
    format!(". First answer after {span}")
}

/// The sequence a lead is in.
pub fn in_sequence(name: &str) -> String {
    format!("“{name}”.")
}

/// Why it is held.
pub fn held_because(why: &str) -> String {
    format!("Held: {why}")
}

/// Why its next step waits.
pub fn waits(time: &str, why: &str) -> String {
    format!("The next step waits until {time}: {why}")
}

/// The sequence that is not begun, and why.
pub fn waits_for_consent(name: &str) -> String {
    format!("“{name}” is not started: they have not agreed to letters.")
}

/// How a sequence ended.
pub fn sequence_ended(name: &str, how: &str) -> String {
    format!("“{name}” ended: {how}.")
}
