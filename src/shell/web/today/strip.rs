//! The strip on top: whether a lead waits, in five numbers.

use super::desk::{Lately, Numbers};
use super::numbers;
use crate::insights::median;
use crate::language::Words;
use crate::lead::Tier;
use crate::playbook::Playbook;
use crate::shell::web::times;
use maud::{Markup, html};

/// Responses drawn, the latest of today.
const BARS: usize = 40;

/// The chart in px: its height, its ground line, and the least and the most a bar may be.
const HEIGHT: f64 = 30.0;
const GROUND: f64 = 28.0;
const LEAST: f64 = 2.0;
const MOST: f64 = 26.0;

/// A bar is full when a response took so many times the goal.
const FULL_AT: f64 = 2.0;

/// A median beyond so many times the goal is soon to be seen to, and beyond so many is too slow:
/// 15 and 30 minutes where the goal is 5.
const SLOW_AT: i64 = 3;
const TOO_SLOW_AT: i64 = 6;

/// The numbers.
pub fn strip(numbers: &Numbers, playbook: &Playbook, words: Words) -> Markup {
    let minutes = playbook.sla.clock.get(&Tier::Urgent).map(|clock| clock.respond_minutes);
    let goal = i64::from(minutes.unwrap_or(5)) * 60;
    html! {
        section.scroll-x #numbers data-region aria-label=(words.say("today-team-numbers")) tabindex="0" {
            dl.strip {
                (first_response(numbers, goal, words))
                @if !numbers.today.is_empty() { (each_response(numbers, goal, words)) }
                (inside(numbers, words))
                div.stat {
                    dt { (words.say("today-team-open")) }
                    dd { b { (numbers.open_all) } (words.fill("today-open-mine", &[("count", numbers.open_mine.into())])) }
                }
                (past_due(numbers, words))
            }
        }
    }
}

fn first_response(numbers: &Numbers, goal: i64, words: Words) -> Markup {
    let median = median(numbers.today.iter().map(|(seconds, _)| *seconds));
    html! {
        div.stat data-state=[median.and_then(|median| pace(median, goal))] {
            dt { (words.say("today-first-response")) }
            @match median {
                Some(median) => dd {
                    b { (times::took_open(words, median)) }
                    (words.fill("today-median", &[("count", numbers.today.len().into()), ("goal", times::span(words, goal / 60).into())]))
                },
                None => dd { b { "–" } (words.say("today-none-yet")) },
            }
        }
    }
}

/// How a median is to be taken.
fn pace(median: i64, goal: i64) -> Option<&'static str> {
    match median {
        _ if median <= goal => Some("ok"),
        _ if median <= goal * SLOW_AT => None,
        _ if median <= goal * TOO_SLOW_AT => Some("soon"),
        _ => Some("late"),
    }
}

fn each_response(numbers: &Numbers, goal: i64, words: Words) -> Markup {
    let (count, in_time) = today(numbers);
    let skipped = numbers.today.len().saturating_sub(BARS);
    let bars = &numbers.today[skipped..];
    let pitch = 100.0 / bars.len().max(12) as f64;
    let line = GROUND - height(goal, goal);
    html! {
        div.stat {
            dt { (words.say("today-each-response")) }
            dd {
                svg.chart height=(HEIGHT) aria-hidden="true" {
                    @for (nth, (seconds, in_time)) in bars.iter().enumerate() {
                        @let tall = height(*seconds, goal);
                        rect class=(if *in_time { "m1" } else { "late" })
                            x={ (tenths(nth as f64 * pitch)) "%" } y=(tenths(GROUND - tall))
                            width={ (tenths(pitch * 0.64)) "%" } height=(tenths(tall)) rx="1" {}
                    }
                    line.target x1="0" x2="100%" y1=(tenths(line)) y2=(tenths(line)) {}
                }
                span { (words.fill("today-past-promise", &[("late", (count - in_time).into()), ("count", count.into())])) }
            }
        }
    }
}

/// The answers of today, and how many of them kept the promise.
fn today(numbers: &Numbers) -> (usize, usize) {
    let in_time = numbers.today.iter().filter(|(_, in_time)| *in_time).count();
    (numbers.today.len(), in_time)
}

/// How many promises were kept; one that is over without an answer was not.
fn inside(numbers: &Numbers, words: Words) -> Markup {
    let (answered, in_time) = today(numbers);
    let today = answered + numbers.unanswered_today;
    let Lately { promises, kept, is_cut } = numbers.lately;
    let share_lately = share(kept, promises, words).into();
    let lately = match is_cut {
        true => words
            .fill("today-lately-promises", &[("count", promises.into()), ("share", share_lately)]),
        false => words
            .fill("today-lately-days", &[("days", numbers::DAYS.into()), ("share", share_lately)]),
    };
    html! {
        div.stat {
            dt { (words.say("today-inside")) }
            dd {
                b { @if today == 0 { "–" } @else { (share(in_time, today, words)) } }
                (lately)
            }
        }
    }
}

fn past_due(numbers: &Numbers, words: Words) -> Markup {
    let (all, mine) = (numbers.past_due, numbers.past_due_mine);
    html! {
        div.stat data-state=(if all == 0 { "ok" } else { "late" }) {
            dt { (words.say("today-team-late")) }
            dd {
                b { (all) @if numbers.past_due_cut { "+" } }
                @if all == 0 { (words.say("today-nothing-late")) } @else { (words.fill("today-late-by", &[("mine", mine.into()), ("others", (all - mine).into())])) }
            }
        }
    }
}

/// A share: counts while there are few, then a rate.
fn share(part: usize, whole: usize, words: Words) -> String {
    const FEW: usize = 20;
    if whole < FEW {
        return words.fill("today-share", &[("part", part.into()), ("whole", whole.into())]);
    }
    words.fill("today-rate", &[("percent", ((part * 200 + whole) / (whole * 2)).into())])
}

/// How tall the bar of a response is.
fn height(seconds: i64, goal: i64) -> f64 {
    let share = seconds.max(0) as f64 / (goal.max(1) as f64 * FULL_AT);
    (share * MOST).clamp(LEAST, MOST)
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::{pace, share};
    use crate::language::{Language, Words};

    #[test]
    fn fifteen_minutes_are_slow_and_thirty_too_slow() {
        let paces = [5, 6, 15, 16, 30, 31].map(|minutes| pace(minutes * 60, 5 * 60));
        assert_eq!(paces, [Some("ok"), None, None, Some("soon"), Some("soon"), Some("late")]);
    }

    #[test]
    fn a_small_number_is_counted_and_a_large_one_is_a_rate() {
        let said = [(17, 18), (0, 0), (19, 20), (2, 3_000), (200, 201)]
            .map(|(part, whole)| share(part, whole, Words::default()));
        assert_eq!(said, ["17 of 18", "0 of 0", "95%", "0%", "100%"]);
        assert_eq!(share(19, 20, Words::of(Language::German)), "95 %");
    }
}
