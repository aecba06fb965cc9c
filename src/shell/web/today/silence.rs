//! Waiting on reply, and going stale: leads about which nobody has said anything for a while.

use super::Sheet;
use super::desk::{Shown, Silent};
use super::rows::{Row, first_line, rest};
use crate::lead::words::line;
use crate::lead::{Event, LeadFate};
use crate::pipeline::{STALE_AFTER_DAYS, STALE_LIMIT_DAYS};
use crate::shell::search::Sort;
use crate::shell::store::waiting::Silence;
use crate::shell::store::{Reading, Result};
use crate::shell::web::leads::filter::Filter;
use crate::shell::web::leads::segment::BuiltIn;
use crate::shell::web::parts::icon;
use crate::shell::web::times;
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};

/// Rows that are shown, and what is looked at for them.
const ROWS: usize = 6;
const LOOKED_AT: usize = 500;

/// Days within which an answer to our word may be hoped for without anybody doing anything.
const USUAL_DAYS: i64 = 2;

/// Entries looked at for what was said last: the house may have written many since.
const NEWEST: usize = 200;

/// The kinds in which something was said.
const WORDS: [&str; 5] = ["captured", "attached", "touched", "delivered", "noted"];

/// Who has had our word since yesterday and has not answered, the latest word first.
pub fn on_reply(reading: &Reading, whose: &[&str], now: Timestamp) -> Result<Shown<Silent>> {
    let mut silent = silences(reading, whose, now - days(STALE_AFTER_DAYS), over(now, 1))?;
    silent.retain(|silence| silence.ours);
    silent.reverse();
    shown(reading, silent, now)
}

/// With whom nobody has spoken for so long that they may be lost, the longest silence first.
pub fn stale(reading: &Reading, whose: &[&str], now: Timestamp) -> Result<Shown<Silent>> {
    shown(reading, silences(reading, whose, Timestamp::MIN, over(now, STALE_AFTER_DAYS))?, now)
}

/// The last moment that is more than so many days ago.
fn over(now: Timestamp, count: i64) -> Timestamp {
    now - days(count) - SignedDuration::from_millis(1)
}

fn days(count: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * count)
}

fn silences(
    reading: &Reading,
    whose: &[&str],
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<Silence>> {
    let mut silences = Vec::new();
    for teammate in whose {
        silences.extend(reading.silent(teammate, from, to, LOOKED_AT)?);
    }
    silences.sort_by_key(|silence| (silence.since, silence.lead));
    Ok(silences)
}

fn shown(reading: &Reading, silences: Vec<Silence>, now: Timestamp) -> Result<Shown<Silent>> {
    let more = silences.len().saturating_sub(ROWS);
    let mut rows = Vec::new();
    for Silence { lead, since, .. } in silences.into_iter().take(ROWS) {
        let Some(summary) = reading.summary(lead)? else { continue };
        if summary.fate != LeadFate::Open {
            continue;
        }
        let last = reading.newest_of_kinds(lead, &WORDS, NEWEST)?.next().transpose()?;
        let days = now.duration_since(since).as_hours() / 24;
        rows.push(Silent { lead, summary, since, days, last });
    }
    Ok(Shown { rows, more })
}

/// Who owes us an answer.
pub fn waiting_on_reply(sheet: &Sheet) -> Markup {
    let (shown, words) = (&sheet.desk.on_reply, sheet.times.words);
    let head = html! {
        h2 { (words.say("today-on-reply")) }
        span.count { (shown.count()) }
    };
    let list = Filter {
        flags: vec!["on_reply".to_owned()],
        touch_days: Some(1),
        touched_days: u32::try_from(STALE_AFTER_DAYS).ok(),
        ..Filter::open()
    };
    section("on-reply", head, shown, list, sheet, |silent| {
        let usual = silent.days <= USUAL_DAYS;
        let beside = match usual {
            true => sheet.times.at("today-silent-since", silent.since),
            false => words.fill("today-silent-usual", &[("days", USUAL_DAYS.into())]),
        };
        (if usual { "idle" } else { "soon" }, beside)
    })
}

/// Who may be lost if nobody speaks with them.
pub fn going_stale(sheet: &Sheet) -> Markup {
    let (shown, words) = (&sheet.desk.stale, sheet.times.words);
    let head = html! {
        h2 { (words.say("today-stale")) }
        span.count data-state="soon" { (shown.count()) }
        p."push desk" { (words.fill("today-stale-after", &[("days", STALE_AFTER_DAYS.into())])) }
    };
    section("stale", head, shown, BuiltIn::Stale.filter(), sheet, |silent| {
        let late = silent.days > STALE_LIMIT_DAYS;
        let limit = words.fill("today-stale-limit", &[("days", STALE_LIMIT_DAYS.into())]);
        (if late { "late" } else { "soon" }, limit)
    })
}

fn section(
    id: &str,
    head: Markup,
    shown: &Shown<Silent>,
    list: Filter,
    sheet: &Sheet,
    state: impl Fn(&Silent) -> (&'static str, String),
) -> Markup {
    html! {
        @if !shown.rows.is_empty() {
            section.ledger #(id) {
                header { (head) }
                ol.rows {
                    @for silent in &shown.rows {
                        @let (state, beside) = state(silent);
                        (row(silent, state, &beside, sheet))
                    }
                }
                (rest(shown, sheet, list, Sort::LastTouch))
            }
        }
    }
}

fn row(silent: &Silent, state: &str, beside: &str, sheet: &Sheet) -> Markup {
    let words = sheet.times.words;
    let seq = silent.since.as_millisecond().unsigned_abs();
    let row = Row::of(silent.lead, &silent.summary, seq, sheet);
    let days = times::days(words, silent.days.unsigned_abs());
    let by_phone =
        !silent.summary.phone.is_empty() && (state == "late" || silent.summary.email.is_empty());
    html! {
        li.row.slim data-state=(state) {
            time.clock data-state=(state) datetime=(silent.since) { b { (days) } span { (beside) } }
            (row.who(sheet, said(silent, sheet)))
            @if by_phone {
                (row.act("call", "call", &words.say("today-call"), ""))
            } @else {
                (row.act("email", "mail", &words.say("today-nudge"), ""))
            }
            (row.menu(words, &[("call", "today-call"), ("email", "today-email"), ("note", "today-note"),
                ("snooze", "today-snooze")], html! {}))
        }
    }
}

/// What was said or done last.
fn said(silent: &Silent, sheet: &Sheet) -> Markup {
    let names = |what, key: &str| sheet.playbook.called(what, key);
    let Some(entry) = &silent.last else { return html! { p {} } };
    let line = line(entry, &names, sheet.times.words);
    let own = matches!(entry.event, Event::Touched(_) | Event::Noted { .. });
    let words = line.said.filter(|said| own && !said.is_empty()).unwrap_or(line.head);
    html! { p { (icon(line.icon)) (first_line(&words)) } }
}
