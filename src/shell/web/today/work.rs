//! What was done today, folded away behind what is left.

use super::Sheet;
use super::desk::{Done, Shown};
use super::rows::rest;
use crate::lead::words::line;
use crate::shell::search::Sort;
use crate::shell::store::{Reading, Result};
use crate::shell::web::leads::filter::Filter;
use crate::shell::web::parts::icon;
use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use maud::{Markup, html};

/// Things done that are shown, and what is looked at for them.
const SHOWN: usize = 20;
const LOOKED_AT: usize = 300;

/// What was done since midnight, the latest first. What one click wrote twice, as a call and as the
/// task it ended, is one thing.
pub fn done_since(
    reading: &Reading,
    whose: &[&str],
    zone: &TimeZone,
    now: Timestamp,
) -> Result<Shown<Done>> {
    let midnight = zone.to_datetime(now).date().to_datetime(Time::midnight());
    let midnight = zone.to_timestamp(midnight).unwrap_or(now);
    let mut work = Vec::new();
    for teammate in whose {
        work.extend(reading.work(teammate, midnight, LOOKED_AT)?);
    }
    work.sort_unstable_by_key(|(seq, _)| std::cmp::Reverse(*seq));
    work.dedup_by(|later, earlier| later.1 == earlier.1 && later.0 + 1 == earlier.0);
    let more = work.len().saturating_sub(SHOWN);
    let mut rows = Vec::new();
    for (seq, lead) in work.into_iter().take(SHOWN) {
        let (Some(entry), Some(summary)) = (reading.entry(seq)?, reading.summary(lead)?) else {
            continue;
        };
        rows.push(Done { lead, title: summary.name, entry });
    }
    Ok(Shown { rows, more })
}

/// What was done, for who wants to see it.
pub fn section(sheet: &Sheet) -> Markup {
    let (done, words) = (&sheet.desk.done, sheet.times.words);
    let count = done.rows.len() + done.more;
    let names = |what, key: &str| sheet.playbook.called(what, key);
    html! {
        @if count > 0 {
            details.ledger #done-today {
                summary {
                    h2 { (words.say("today-done")) }
                    span.count { (count) }
                    span."turn push" { (icon("down")) }
                }
                ul.items {
                    @for one in &done.rows {
                        @let line = line(&one.entry, &names, words);
                        li {
                            (icon(line.icon))
                            div.grow.who { a href={ "/leads/" (one.lead) } { (one.title) } " " span { (line.head) } }
                            time.mute datetime=(one.entry.at) { (sheet.times.clock(one.entry.at)) }
                        }
                    }
                }
                (rest(done, sheet, Filter::default(), Sort::LastTouch))
            }
        }
    }
}
