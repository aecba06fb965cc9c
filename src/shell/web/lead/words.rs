//! The words of the page of a lead and of the pages around it, in English.

use crate::lead::words::duration;
use crate::lead::words::english;
use crate::lead::{HandRaise, LeadId, Outcome, StepRef, Task, TaskKind, Tier};
use crate::playbook::{Playbook, Step, StepKind};
use crate::scoring::Group;
use crate::shell::web::words::several;

use super::act::Act;

// Places on the page.
pub const HEAD_ID: &str = "head";
pub const TODO_ID: &str = "to-do";
pub const TIMELINE_ID: &str = "timeline";
pub const SEQUENCE_ID: &str = "sequence";

// The head.
pub const LEAD: &str = "Lead";
pub const LEADS: &str = "Leads";
pub const ADD_LEAD: &str = "Add lead";
pub const OWNER: &str = "Owner";
pub const NOBODY: &str = "Nobody";
pub const VALUE: &str = "Value";
pub const DECISION: &str = "Decision";
pub const STAGE: &str = "Stage";
pub const TIER: &str = "Tier";
pub const NEXT: &str = "Next";
pub const REACH: &str = "Ways to reach them";
pub const CALL: &str = "Call";
pub const EMAIL: &str = "Email";
pub const WHATSAPP: &str = "WhatsApp";
pub const WEBSITE: &str = "Website";
pub const BOOKING: &str = "Booking link";
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

// The composer.
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

// What is done seldom.
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

// To do.
pub const TO_DO: &str = "To do";
pub const WHAT_TO_SAY: &str = "What to say";
pub const DONE: &str = "Done";
pub const SEND_NOW: &str = "Send now";
pub const THROW_AWAY: &str = "Throw away";
pub const READ_LETTER: &str = "Read it";
pub const GOES_NOW: &str = "goes as soon as mail can be sent";
pub const LINK_TO_STOP: &str = "[their own link to stop letters]";

// The timeline.
pub const TIMELINE: &str = "Timeline";
pub const ALL: &str = "All";
pub const TOUCHES_ONLY: &str = "Touches only";
pub const NO_TOUCH: &str = "No touch yet. The clock runs until the first call or email is logged.";
pub const OLDER: &str = "Show what happened before";
pub const INSIDE: &str = "inside promise";
pub const OUTSIDE: &str = "past promise";

// Why.
pub const FLOOR: &str = "Floor";
pub const HOLDS_WHILE_UNANSWERED: &str = "Holds while they wait for an answer";
pub const CHOSEN: &str = "chosen";
pub const ELIGIBLE: &str = "could have taken it";
pub const SEQUENCE: &str = "Sequence";
pub const HELD: &str = "Held";
pub const IS_HELD: &str = "held";
pub const IS_DONE: &str = "done";
pub const STEPS: &str = "Steps of the sequence";
pub const NO_SEQUENCE: &str = "In no sequence.";
pub const DETAILS: &str = "Details";
pub const CONSENT: &str = "Consent";
pub const EDIT_FACTS: &str = "Change details";
pub const ORIGIN: &str = "Where they came from";
pub const SOURCE: &str = "Source";
pub const LAG: &str = "Recorded";
pub const FIRST_TOUCH: &str = "First touch";
pub const LAST_TOUCH: &str = "Last touch";
pub const SEARCHED: &str = "searched for";
pub const ADVERT: &str = "advert";
pub const CLICK: &str = "click";
pub const REFERRER: &str = "from";
pub const LANDED: &str = "landed on";
pub const LOOK_ALIKES: &str = "Possible duplicate";
pub const EARLIER: &str = "Earlier leads of theirs";
pub const IS_WON: &str = "Won";
pub const IS_LOST: &str = "Lost";
pub const IS_NO_LEAD: &str = "Not a lead";

// Changing facts, adding and finding leads.
pub const BACK_TO_LEAD: &str = "Back to the lead";
pub const SAVE_FACTS: &str = "Save details";
pub const MISSING: &str = "is missing";
pub const WHAT_THEY_WANT: &str = "What they want";
pub const THEY_ASK_FOR: &str = "They ask for";
pub const NOTHING_SPECIAL: &str = "Nothing special";
pub const BY_THE_RULES: &str = "By the rules";
pub const FIND: &str = "Find";
pub const FIND_HINT: &str = "Find a lead, company or number";
pub const NEWEST: &str = "Newest leads";
pub const NO_LEADS_YET: &str = "No leads yet. The first one starts a clock.";
pub const WAYS_IN: &str = "They come from your form, an import, or by hand.";
pub const FIND_OTHERWISE: &str = "Try a part of the name, the company, the address or the number.";

/// The number of a lead, as people say it.
pub fn number(id: LeadId) -> String {
    format!("Lead L-{id}")
}

/// What time it is where they are.
pub fn there(time: &str) -> String {
    format!("{time} there")
}

/// What a lead lacks.
pub fn incomplete(missing: &str) -> String {
    format!("Incomplete: {missing}")
}

/// The labels of facts, in one line; `email|phone` asks for either.
pub fn labels(keys: &[String], playbook: &Playbook) -> String {
    let one = |key: &String| {
        key.split('|').map(|key| label(key, playbook)).collect::<Vec<_>>().join(" or ")
    };
    keys.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The label of a fact.
pub fn label(key: &str, playbook: &Playbook) -> String {
    match key {
        "time_zone" => "Time zone".to_owned(),
        "email_as_given" => "Email as given".to_owned(),
        key => {
            let field = playbook.fields.iter().find(|field| field.key == key);
            field.map_or_else(|| english::spoken(key), |field| field.label.clone())
        }
    }
}

/// A span of days.
pub fn days(days: i64) -> String {
    several(usize::try_from(days).unwrap_or(0), "day", "days")
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

/// The longest title of a task, in characters.
const TITLE_MAX: usize = 70;

/// A task in a few words: what it says, or what it asks for where it says much.
pub fn task_title(task: &Task) -> String {
    let text = task.text.trim();
    let is_short = text.chars().count() <= TITLE_MAX && !text.contains('\n');
    if !text.is_empty() && is_short {
        text.to_owned()
    } else {
        english::task_kind(task.kind).to_owned()
    }
}

/// Whether a task says more than its title.
pub fn has_more(task: &Task) -> bool {
    task_title(task) != task.text.trim() && !task.text.trim().is_empty()
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

/// What is planned and stays so.
pub fn as_planned(what: &str, time: &str) -> String {
    format!("As planned: {what}, {time}")
}

/// The title of the form in which a task is done.
pub fn done_title(task: &str) -> String {
    format!("Done: {task}")
}

/// The day of a sequence.
pub fn day_tag(day: u32) -> String {
    format!("Day {day}")
}

/// When a letter goes.
pub fn goes(time: &str) -> String {
    format!("goes out {time}")
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
        | Act::Resume
        | Act::Send
        | Act::Drop => "Save",
    }
}

/// The worth of a lead, in the currency of the business.
pub fn value_in(currency: &str) -> String {
    format!("Value in {currency}")
}

/// What is said of a text that is no amount.
pub fn not_an_amount(text: &str) -> String {
    format!("“{text}” is no amount. Write it like 12,500.")
}

/// How many touches there were.
pub fn touches(count: usize) -> String {
    several(count, "touch", "touches")
}

/// How long the first answer took.
pub fn first_touch(span: &str) -> String {
    format!(". First answer after {span}")
}

/// The heading of the score.
pub fn why(score: u8) -> String {
    format!("Why {score}")
}

/// The score in one sentence, for who cannot see the bar.
pub fn sum(groups: [(Group, f64); Group::COUNT], score: u8) -> String {
    let parts = groups.iter().filter(|(_, points)| *points != 0.0);
    let parts: Vec<String> =
        parts.map(|(group, points)| format!("{} {}", group.label(), signed(*points))).collect();
    format!("{}: {score} of 100", parts.join(", "))
}

/// How far a score is into its tier, and from the next.
pub fn distance(tier: Tier, into: u8, from: u8, above: Option<(Tier, u8)>) -> String {
    let into = several(into.into(), "point", "points") + &format!(" into {tier} ({from} and over)");
    match above {
        Some((above, missing)) => format!("{into}, {missing} below {above}."),
        None => format!("{into}."),
    }
}

/// How much of the fit is known. Unknown is no mismatch.
pub fn known_fit(known: u32, of: u32) -> String {
    format!("Fit known {known} of {of}.")
}

/// When the tier falls by itself.
pub fn falls(time: &str) -> String {
    format!("Without news the tier falls {time}.")
}

/// Until when a floor holds.
pub fn holds_until(day: &str) -> String {
    format!("Holds until {day}")
}

/// The cap of a group.
pub fn of(cap: i32) -> String {
    format!("of {cap}")
}

/// Points with their sign, in tenths only where there are any.
pub fn signed(points: f64) -> String {
    let tenths = (points * 10.0).round() / 10.0;
    match tenths {
        0.0 => "0".to_owned(),
        points if points < 0.0 => format!("−{}", -points),
        points => format!("+{points}"),
    }
}

/// Why a point was given, as a line of its own.
pub fn point(because: &str) -> String {
    let mut letters = because.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// What a point was worth when it was fresh.
pub fn was(points: i32) -> String {
    format!("was {}, fades with time", signed(points.into()))
}

/// The heading of the decision.
pub fn why_owner(name: &str) -> String {
    format!("Why {name}")
}

/// The rule that decided.
pub fn rule(rule: &str) -> String {
    point(rule)
}

/// The pool somebody was chosen from.
pub fn from_pool(pool: &str) -> String {
    format!("from {pool}")
}

/// What a candidate had.
pub fn candidate(why: &str, open: u32, weight: u32) -> String {
    let weight = if weight == 1 { String::new() } else { format!(", weight {weight}") };
    format!("{why}; {}{weight}", several(open as usize, "open lead", "open leads"))
}

/// When it was decided, and what for.
pub fn decided(time: &str, occasion: &str) -> String {
    if occasion.is_empty() {
        format!("Decided {time}.")
    } else {
        format!("Decided {time}: {occasion}.")
    }
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

/// How a sequence ended.
pub fn sequence_ended(name: &str, how: &str) -> String {
    format!("“{name}” ended: {how}.")
}

/// How long something took to be recorded.
pub fn lag(span: &str) -> String {
    format!("{span} after it came in")
}

/// What is said of a lead that was just added.
pub fn added(outcome: &str) -> Option<&'static str> {
    match outcome {
        "created" => Some("Added. The clock runs."),
        "attached" => Some("They were known already, and open: this is now part of their lead."),
        "flagged" => Some("Added. It may be somebody you know: look under Possible duplicate."),
        _ => None,
    }
}

/// The heading of the page on which facts are changed.
pub fn facts_of(name: &str) -> String {
    format!("Details of {name}")
}

/// What a colleague has written into a field meanwhile.
pub fn it_now_says(value: &str) -> String {
    if value.is_empty() {
        "It is empty now.".to_owned()
    } else {
        format!("It now says “{value}”.")
    }
}

/// What somebody asks for.
pub fn ask(ask: HandRaise) -> &'static str {
    match ask {
        HandRaise::Quote => "A quote",
        HandRaise::Demo => "A demo",
        HandRaise::Callback => "A call back",
        HandRaise::Booking => "A time",
    }
}

/// The heading of what was found.
pub fn found(text: &str) -> String {
    format!("Found for “{text}”")
}

/// How much of it is shown.
pub fn shown(shown: usize, total: usize) -> String {
    if shown >= total { shown.to_string() } else { format!("{shown} of {total}") }
}

/// What is said where nothing was found.
pub fn nothing_found(text: &str) -> String {
    format!("Nothing matches “{text}”.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_shown_as_they_count() {
        assert_eq!([20.0, -2.0, 4.94, 0.01, -0.01].map(signed), ["+20", "−2", "+4.9", "0", "0"]);
    }

    #[test]
    fn the_way_to_the_next_tier_is_said_in_points() {
        let said = distance(Tier::High, 7, 60, Some((Tier::Urgent, 13)));
        assert_eq!(said, "7 points into High (60 and over), 13 below Urgent.");
        assert_eq!(distance(Tier::Urgent, 1, 80, None), "1 point into Urgent (80 and over).");
    }
}
