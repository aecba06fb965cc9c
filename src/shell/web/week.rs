//! The hours of a week in a form: when each day begins and ends, and the breaks in between.

use super::lead::{Sent, Wrong};
use super::parts::beside;
use crate::language::Words;
use crate::lead::hours::{Day, Week};
use jiff::civil::Time;
use maud::{Markup, html};

/// The days, as they are called in a form, with the key of their name.
const DAYS: [(&str, &str); 7] = [
    ("mon", "weekday-mon"),
    ("tue", "weekday-tue"),
    ("wed", "weekday-wed"),
    ("thu", "weekday-thu"),
    ("fri", "weekday-fri"),
    ("sat", "weekday-sat"),
    ("sun", "weekday-sun"),
];

/// What stands in the form for a week: pairs of name and value.
pub fn values(week: &Week) -> Vec<(String, String)> {
    let mut values = Vec::new();
    for (name, _) in DAYS {
        let day = &day(week, name).0;
        let (Some((from, _)), Some((_, to))) = (day.first(), day.last()) else { continue };
        let between = day.windows(2).map(|two| format!("{}-{}", said(two[0].1), said(two[1].0)));
        values.push((format!("{name}_from"), said(*from)));
        values.push((format!("{name}_to"), said(*to)));
        values.push((format!("{name}_break"), between.collect::<Vec<_>>().join(", ")));
    }
    values
}

/// The names of all fields of the form.
pub fn names() -> impl Iterator<Item = String> {
    DAYS.into_iter()
        .flat_map(|(name, _)| ["from", "to", "break"].map(|end| format!("{name}_{end}")))
}

/// The week of a form, or the days that are not understood, at the first of them. A day left empty is closed.
pub fn read(sent: &Sent, words: Words) -> Result<Week, Wrong> {
    let mut week = Week::default();
    let mut wrong: Vec<(&str, String)> = Vec::new();
    for (name, key) in DAYS {
        let get = |end: &str| sent.trimmed(&format!("{name}_{end}")).replace('–', "-");
        let (from, to, breaks) = (get("from"), get("to"), get("break"));
        if from.is_empty() && to.is_empty() {
            continue;
        }
        let text = spans(&hour(&from), &hour(&to), &breaks);
        match text.parse() {
            Ok(hours) => *day_mut(&mut week, name) = hours,
            Err(_) => wrong.push((name, words.say(key))),
        }
    }
    let Some((first, _)) = wrong.first() else { return Ok(week) };
    let field = format!("{first}_from");
    let days = wrong.into_iter().map(|(_, day)| day).collect::<Vec<_>>().join(", ");
    Err(Wrong::with(&field, words.fill("week-wrong", &[("day", days.into())])))
}

/// A week in one line, days of the same hours together: `Mon–Fri 09:00–17:30 · Sat 09:00–12:00`.
pub fn told(week: &Week, words: Words) -> String {
    let short = |name: &str| words.say(&format!("weekday-short-{name}"));
    let alike = DAYS.chunk_by(|(one, _), (other, _)| day(week, one) == day(week, other));
    let open = alike.filter(|days| !day(week, days[0].0).0.is_empty());
    let told = open.map(|days| {
        let hours = day(week, days[0].0).to_string().replace('-', "–");
        match days {
            [(first, _), .., (last, _)] => format!("{}–{} {hours}", short(first), short(last)),
            _ => format!("{} {hours}", short(days[0].0)),
        }
    });
    told.collect::<Vec<_>>().join(" · ")
}

/// The table in which the hours are typed.
pub fn table(sent: &Sent, words: Words, wrong: Option<&Wrong>) -> Markup {
    html! {
        div.scroll-x tabindex="0" role="group" aria-label=(words.say("week-title")) {
            table."table week" {
                thead { tr {
                    th scope="col" { (words.say("week-day")) }
                    th scope="col" { (words.say("week-from")) }
                    th scope="col" { (words.say("week-to")) }
                    th scope="col" { (words.say("week-break")) }
                } }
                tbody { @for (name, key) in DAYS { (row(sent, words, wrong, name, &words.say(key))) } }
            }
        }
        p.hint { (words.say("week-hint")) }
    }
}

fn row(sent: &Sent, words: Words, wrong: Option<&Wrong>, name: &str, day: &str) -> Markup {
    let field = |end: &str| format!("{name}_{end}");
    let error = wrong.filter(|wrong| wrong.field == field("from"));
    let about = format!("f-{}-h", field("from"));
    let with = || [("day", day.to_owned().into())];
    html! {
        tr {
            th scope="row" { (day) }
            @for (end, label, longest) in [
                ("from", words.fill("week-opens", &with()), 5),
                ("to", words.fill("week-closes", &with()), 5),
                ("break", words.fill("week-breaks", &with()), 60),
            ] {
                td {
                    input.input.pt[end != "break"] #{ "f-" (field(end)) } name=(field(end))
                        value=(sent.get(&field(end))) aria-label=(label) maxlength=(longest)
                        autocomplete="off" aria-invalid=[error.map(|_| "true")] aria-describedby=[error.map(|_| &about)];
                }
            }
        }
        @if let Some(wrong) = error {
            tr { td colspan="4" { (beside(&about, &wrong.sentence, "")) } }
        }
    }
}

/// `09:00-12:30, 13:30-17:30` from the two ends and what lies between.
fn spans(from: &str, to: &str, breaks: &str) -> String {
    let breaks = breaks.split(',').map(str::trim).filter(|one| !one.is_empty());
    let mut text = format!("{from}-");
    for one in breaks {
        let (begins, ends) = one.split_once('-').unwrap_or((one, ""));
        text.push_str(&format!("{}, {}-", hour(begins.trim()), hour(ends.trim())));
    }
    text + to
}

/// An hour as people write it: `9` is nine o'clock.
fn hour(typed: &str) -> String {
    if typed.len() <= 2 && typed.parse::<u8>().is_ok() {
        return format!("{typed}:00");
    }
    typed.replace('.', ":")
}

fn said(time: Time) -> String {
    match time {
        Time::MAX => "24:00".to_owned(),
        time => time.strftime("%H:%M").to_string(),
    }
}

fn day<'a>(week: &'a Week, name: &str) -> &'a Day {
    match name {
        "mon" => &week.mon,
        "tue" => &week.tue,
        "wed" => &week.wed,
        "thu" => &week.thu,
        "fri" => &week.fri,
        "sat" => &week.sat,
        _ => &week.sun,
    }
}

fn day_mut<'a>(week: &'a mut Week, name: &str) -> &'a mut Day {
    match name {
        "mon" => &mut week.mon,
        "tue" => &mut week.tue,
        "wed" => &mut week.wed,
        "thu" => &mut week.thu,
        "fri" => &mut week.fri,
        "sat" => &mut week.sat,
        _ => &mut week.sun,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_survives_the_way_through_a_form() {
        let mut week = Week::always();
        week.mon = "09:00-12:30, 13:30-15:00, 15:15-17:30".parse().expect("hours");
        week.sun = Day::default();
        let sent: Sent = values(&week).into_iter().collect();
        assert_eq!(read(&sent, Words::default()), Ok(week));
    }

    #[test]
    fn hours_are_understood_as_people_write_them() {
        let typed = [("mon_from", "9"), ("mon_to", "17.30"), ("mon_break", "12-13")];
        let sent: Sent =
            typed.map(|(name, text)| (name.to_owned(), text.to_owned())).into_iter().collect();
        let week = read(&sent, Words::default()).expect("hours");
        assert_eq!(week.mon.to_string(), "09:00-12:00, 13:00-17:30");
    }

    #[test]
    fn every_day_that_is_not_understood_is_named() {
        let typed = [("tue_from", "noon"), ("tue_to", "9"), ("fri_from", "9"), ("fri_to", "25:00")];
        let sent: Sent =
            typed.map(|(name, text)| (name.to_owned(), text.to_owned())).into_iter().collect();
        let wrong = read(&sent, Words::default()).expect_err("two days are wrong");
        assert_eq!(wrong.field, "tue_from");
        assert!(wrong.sentence.contains("Tuesday, Friday"), "{}", wrong.sentence);
    }

    #[test]
    fn a_day_that_ends_before_it_begins_is_named() {
        let typed = [("tue_from", "17:00"), ("tue_to", "9:00")];
        let sent: Sent =
            typed.map(|(name, text)| (name.to_owned(), text.to_owned())).into_iter().collect();
        assert_eq!(
            read(&sent, Words::default()).map_err(|wrong| wrong.field),
            Err("tue_from".into())
        );
    }
}
