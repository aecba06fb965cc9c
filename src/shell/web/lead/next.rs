//! The next step: what is done about a lead next, and when. Every touch ends with one.

use super::act::Act;
use super::command::Asked;
use super::fields::Sheet;
use super::sent::{Sent, Wrong};
use super::sequence::step_kind;
use super::todo;
use super::view::View;
use crate::command::NextStep;
use crate::followup;
use crate::language::Words;
use crate::lead::hours::Calendar;
use crate::lead::profile::one_line;
use crate::lead::words::task_kind;
use crate::lead::{Lead, Seq, StepRef, TaskKind};
use crate::playbook::{Playbook, Step};
use crate::shell::web::parts::first_name;
use jiff::civil::{Date, Time, time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use maud::{Markup, html};

/// What stays as it was planned, and what ends the lead instead.
const KEEP: &str = "keep";
pub const CLOSE: &str = "close";

/// What somebody may choose to do next.
const KINDS: [TaskKind; 4] = [TaskKind::Call, TaskKind::Email, TaskKind::Linkedin, TaskKind::Other];

/// How long somebody has for what they put down for today, once the day is closed.
const AFTER_HOURS: i64 = 1;

/// What was chosen, or what is wrong with the choice. A closed lead has no next step, and whoever chose
/// one while somebody else closed it is told so.
pub fn chosen(asked: &Asked) -> Result<Option<NextStep>, Wrong> {
    let Asked { sent, lead, words, .. } = *asked;
    let kind = TaskKind::from_key(sent.get("next")).filter(|kind| KINDS.contains(kind));
    if !lead.is_open() {
        return match kind {
            Some(_) => Err(Wrong::with("next", words.say("lead-closed-no-step"))),
            None => Ok(None),
        };
    }
    let settled = sent.number("task");
    match sent.get("next") {
        KEEP if planned(words, lead, asked.playbook, settled, asked.now).is_some() => Ok(None),
        CLOSE => Ok(None),
        _ => match kind {
            Some(kind) => {
                let said = sent.line("next_text");
                let text = match said.is_empty() {
                    true => step_of(words, kind, &first_name(&lead.profile.name)),
                    false => said,
                };
                Ok(Some(NextStep { kind, text, due_at: due(asked)? }))
            }
            None => Err(Wrong::with("next", words.say("lead-choose-next"))),
        },
    }
}

/// When a form says that something is due, or what is wrong with that.
pub fn due(asked: &Asked) -> Result<Timestamp, Wrong> {
    let calendar = asked.playbook.calendar();
    moment(asked.sent, &calendar, asked.zone, asked.now)
        .map_err(|(field, key)| Wrong::with(field, asked.words.say(key)))
}

/// What a next step is called where nobody said it.
fn step_of(words: Words, kind: TaskKind, name: &str) -> String {
    let key = match kind {
        TaskKind::Call => "lead-step-call",
        TaskKind::Email => "lead-step-email",
        TaskKind::Linkedin => "lead-step-linkedin",
        TaskKind::Answer => "lead-step-answer",
        TaskKind::NextStep | TaskKind::Complete | TaskKind::Other => "lead-step-other",
    };
    match name {
        "" if key == "lead-step-other" => words.say(key),
        "" => task_kind(words, kind),
        name => words.fill(key, &[("name", name.into())]),
    }
}

/// When it falls due: on the day that was named, else on that of the choice beside it; at the time of
/// day that was named, in the zone of whoever named it, else when the business opens, and today
/// before it closes. Else the field that is wrong and the key of why.
fn moment(
    sent: &Sent,
    calendar: &Calendar,
    zone: &TimeZone,
    now: Timestamp,
) -> Result<Timestamp, (&'static str, &'static str)> {
    let hour = sent.trimmed("hour");
    let here = || zone.to_datetime(now).date();
    let today = if hour.is_empty() { calendar.day_of(now) } else { here() };
    let day = match (sent.trimmed("on"), sent.get("when")) {
        ("", "tomorrow") => open_after(calendar, today, 1),
        ("", "week") => open_after(calendar, today, 7),
        ("", _) => today,
        (day, _) => day.parse().map_err(|_| ("on", "lead-no-day"))?,
    };
    if day < today {
        return Err(("on", "lead-day-passed"));
    }
    match hour {
        "" if day == today => Ok(end_of_today(calendar, now)),
        "" => Ok(on(day, calendar)),
        hour => {
            let hour: Time = hour.parse().map_err(|_| ("hour", "lead-no-hour"))?;
            let at = zone.to_timestamp(day.to_datetime(hour)).map_err(|_| ("on", "lead-no-day"))?;
            if at > now { Ok(at) } else { Err(("hour", "lead-hour-passed")) }
        }
    }
}

/// Closing time, or a little later where it has passed.
fn end_of_today(calendar: &Calendar, now: Timestamp) -> Timestamp {
    let later = now.saturating_add(AFTER_HOURS.hours()).unwrap_or(now);
    calendar.closing(now).map_or(later, |closing| closing.max(now))
}

/// The opening of a day; its morning where it is closed.
pub fn on(day: Date, calendar: &Calendar) -> Timestamp {
    let opening = calendar.opening_of(day);
    if calendar.day_of(opening) == day {
        return opening;
    }
    let morning = day.to_datetime(time(9, 0, 0, 0));
    calendar.zone().to_timestamp(morning).unwrap_or(opening)
}

fn later(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

/// What is planned from now on, apart from a task that is being settled, and when.
pub fn planned(
    words: Words,
    lead: &Lead,
    playbook: &Playbook,
    settled: Option<Seq>,
    now: Timestamp,
) -> Option<(String, Timestamp)> {
    let tasks = lead
        .tasks
        .iter()
        .filter(|task| Some(task.seq) != settled && task.kind != TaskKind::NextStep)
        .map(|task| (todo::title(words, task), task.due_at));
    let letters = lead.outbox.iter().filter(|letter| !lead.holds_back(letter)).map(|letter| {
        let name = todo::letter_name(playbook, &letter.letter);
        (words.fill("lead-letter-by-itself", &[("letter", name.into())]), letter.next_at)
    });
    let is_held = lead.enrolment.as_ref().is_some_and(|enrolment| enrolment.held.is_some());
    let steps = followup::preview(lead, playbook).into_iter().take(1);
    let steps = steps
        .filter(|_| !is_held && lead.is_open())
        .map(|(step, at, what)| (step_title(words, &step, what), at));
    let snooze = lead.snoozed.iter().map(|snooze| (words.say("lead-back-on-desk"), snooze.until));
    let all = tasks.chain(letters).chain(steps).chain(snooze);
    all.filter(|(_, at)| *at >= now).min_by_key(|(_, at)| *at)
}

/// What to do next, and when; `settled` is the task that the form settles.
pub fn fieldset(sheet: &Sheet, settled: Option<Seq>) -> Markup {
    let view = sheet.view;
    let lead = &view.case.lead;
    if !lead.is_open() {
        return html! {
            (sheet.beside("next"))
            @if let Some(step) = sheet.some("next_text") { p.said { (step) } }
        };
    }
    let words = view.words;
    let planned = planned(words, lead, view.playbook, settled, view.case.now);
    let kept = planned.map(|(what, at)| as_planned(words, &what, view.at(at)));
    let usual = if sheet.act == Act::Note && kept.is_some() { KEEP } else { "" };
    let chosen = sheet.value_or("next", usual);
    let option = |value: &str, word: &str| {
        html! { option value=(value) selected[value == chosen] { (word) } }
    };
    html! {
        fieldset.field {
            legend { (words.say("lead-next-step")) " " span.hint { (words.say("lead-every-touch")) } }
            div.line data-days {
                select.input.fit #(sheet.id("next")) name="next" aria-label=(words.say("lead-next-step"))
                    aria-invalid=[sheet.is_wrong("next").then_some("true")]
                    aria-describedby=(sheet.id("next-h")) {
                    (option("", &words.say("lead-choose")))
                    @if let Some(kept) = &kept { (option(KEEP, kept)) }
                    @for kind in KINDS { (option(kind.key(), &choice(words, kind))) }
                    @if sheet.act != Act::Task { (option(CLOSE, &words.say("lead-close"))) }
                }
                (sheet.seg("when", &words.say("lead-when"), &whens(view), "today"))
                input.input.fit type="date" #(sheet.id("on")) name="on" value=[sheet.some("on")]
                    aria-label=(words.say("lead-or-on-a-day"));
                input.input.fit type="time" #(sheet.id("hour")) name="hour" value=[sheet.some("hour")]
                    aria-label=(words.say("lead-at-a-time"));
            }
            (sheet.beside("next"))
            (sheet.beside("on"))
            (sheet.beside("hour"))
            (sheet.beside("at"))
            input.input #(sheet.id("next_text")) name="next_text" maxlength="300"
                value=[sheet.some("next_text")] placeholder=(words.say("lead-what-exactly"))
                aria-label=(words.say("lead-what-exactly"));
        }
    }
}

/// The form in which a task is moved: to another day, to another time, or both.
pub fn moved(view: &View, seq: Seq) -> Option<Markup> {
    let task = view.case.lead.tasks.iter().find(|task| task.seq == seq)?;
    let sheet = Sheet { view, act: Act::Move, seq };
    let (words, now) = (view.words, view.case.now);
    let is_late = task.due_at < now;
    let stands = view.zone.to_datetime(task.due_at.max(now));
    let hour = if is_late { String::new() } else { stands.strftime("%H:%M").to_string() };
    let day = stands.date().to_string();
    let input = |name: &str, kind: &str, label: &str, value: &str| {
        let about = sheet.id(&format!("{name}-h"));
        html! {
            div.field {
                label for=(sheet.id(name)) { (words.say(label)) }
                input.input.fit #(sheet.id(name)) name=(name) type=(kind) value=(sheet.value_or(name, value))
                    aria-invalid=[sheet.is_wrong(name).then_some("true")] aria-describedby=(about);
                (sheet.beside(name))
            }
        }
    };
    let inner = html! {
        h2 { (words.fill("lead-move-title", &[("task", todo::title(words, task).into())])) }
        (sheet.alert())
        p.mute { (words.fill("lead-move-stands", &[("when", view.at(task.due_at).into())])) }
        div.line {
            (input("on", "date", "lead-move-day", &day))
            (input("hour", "time", "lead-move-hour", &hour))
        }
        (sheet.beside("at"))
        div.line {
            // The first button is the one that Enter presses.
            button hidden type="submit" {}
            @for (day, word) in other_days(view) {
                button.btn type="submit" name="on" value=(day) { (word) }
            }
            a."btn quiet push" href={ "/leads/" (view.case.lead.id) } { (words.say("lead-leave-it")) }
            button.btn.primary type="submit" { (words.say("lead-move-task")) }
        }
    };
    Some(sheet.form("card stack tight", inner))
}

/// A kind of next step, as a choice.
fn choice(words: Words, kind: TaskKind) -> String {
    match kind {
        TaskKind::Other => words.say("lead-something-else"),
        kind => task_kind(words, kind),
    }
}

/// A step of a sequence, as a next step.
fn step_title(words: Words, step: &StepRef, what: &Step) -> String {
    let kind = step_kind(words, what);
    words.fill("lead-step-of-day", &[("step", kind.into()), ("day", step.day.into())])
}

/// What is planned and stays so, short enough for a choice.
fn as_planned(words: Words, what: &str, when: String) -> String {
    const LONGEST: usize = 28;
    let short = one_line(what, LONGEST);
    let cut = if short.len() < what.len() { "…" } else { "" };
    let what = format!("{short}{cut}");
    words.fill("lead-as-planned", &[("what", what.into()), ("when", when.into())])
}

/// The days of the choice, by the name they will have.
fn whens(view: &View) -> [(&'static str, String); 3] {
    let [(_, next), (_, week)] = other_days(view);
    [("today", view.words.say("lead-today")), ("tomorrow", next), ("week", week)]
}

/// The next day of business and the one a week away, each by the name it will have.
fn other_days(view: &View) -> [(Date, String); 2] {
    let words = view.words;
    let calendar = view.playbook.calendar();
    let today = calendar.day_of(view.case.now);
    let [next, week] = [1, 7].map(|days| open_after(&calendar, today, days));
    let word = if next == later(today, 1) {
        words.say("lead-tomorrow")
    } else {
        words.moment("lead-on-weekday", next.at(0, 0, 0, 0))
    };
    [(next, word), (week, words.say("lead-next-week"))]
}

/// The first day of business so many days from one.
fn open_after(calendar: &Calendar, day: Date, days: i64) -> Date {
    calendar.day_of(calendar.opening_of(later(day, days)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::hours::zone_named;
    use crate::playbook::fixture::{at, house};

    fn due(pairs: &[(&str, &str)], now: &str) -> Result<Timestamp, (&'static str, &'static str)> {
        let sent: Sent =
            pairs.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        let house = house(&["maya"]);
        let calendar = house.calendar();
        moment(&sent, &calendar, calendar.zone(), at(now))
    }

    #[test]
    fn a_next_step_falls_into_the_hours_of_the_business() {
        let friday = "2026-05-08T16:00";
        assert_eq!(due(&[("when", "today")], friday), Ok(at("2026-05-08T17:30")));
        assert_eq!(due(&[("when", "tomorrow")], friday), Ok(at("2026-05-11T09:00")));
        assert_eq!(due(&[("when", "week")], friday), Ok(at("2026-05-15T09:00")));
        assert_eq!(due(&[("when", "today")], "2026-05-08T20:00"), Ok(at("2026-05-08T21:00")));
    }

    #[test]
    fn a_day_that_is_named_wins_and_must_be_to_come() {
        let friday = "2026-05-08T16:00";
        let on = |day| due(&[("when", "today"), ("on", day)], friday);
        assert_eq!(on("2026-05-20"), Ok(at("2026-05-20T09:00")));
        assert_eq!(on("2026-05-09"), Ok(at("2026-05-09T09:00")));
        assert_eq!(on("2026-05-08"), Ok(at("2026-05-08T17:30")));
        assert_eq!(on("2026-05-07"), Err(("on", "lead-day-passed")));
        assert_eq!(on("soon"), Err(("on", "lead-no-day")));
    }

    #[test]
    fn a_time_of_day_that_is_named_wins_and_must_be_to_come() {
        let friday = "2026-05-08T16:00";
        let at_hour = |when, hour| due(&[("when", when), ("hour", hour)], friday);
        assert_eq!(at_hour("today", "16:30"), Ok(at("2026-05-08T16:30")));
        assert_eq!(at_hour("tomorrow", "14:15"), Ok(at("2026-05-11T14:15")));
        assert_eq!(at_hour("today", "15:59"), Err(("hour", "lead-hour-passed")));
        assert_eq!(at_hour("today", "noon"), Err(("hour", "lead-no-hour")));
        let both = [("on", "2026-05-20"), ("hour", "07:45")];
        assert_eq!(due(&both, friday), Ok(at("2026-05-20T07:45")));
    }

    #[test]
    fn a_time_of_day_is_that_of_whoever_names_it() {
        let sent: Sent = [("on", "2026-05-20"), ("hour", "14:00")]
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_string()))
            .collect();
        let house = house(&["maya"]);
        let (now, tokyo) = (at("2026-05-08T16:00"), zone_named("Asia/Tokyo"));
        let due = moment(&sent, &house.calendar(), &tokyo, now).expect("a moment");
        assert_eq!(due.to_string(), "2026-05-20T05:00:00Z");
    }

    #[test]
    fn today_is_that_of_whoever_names_a_time_of_day() {
        let house = house(&["maya"]);
        let (now, west) = (at("2026-05-08T23:30"), zone_named("America/Los_Angeles"));
        let due = |pairs: &[(&str, &str)]| {
            let sent: Sent =
                pairs.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
            let due = moment(&sent, &house.calendar(), &west, now).expect("a moment");
            west.to_datetime(due).to_string()
        };
        let there = west.to_datetime(now).date();
        let six = format!("{there}T18:00:00");
        assert_eq!(due(&[("when", "today"), ("hour", "18:00")]), six);
        assert_eq!(due(&[("on", &there.to_string()), ("hour", "18:00")]), six);
    }
}
