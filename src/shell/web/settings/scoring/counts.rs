//! How many signs of a behaviour count, and for how many days, beside its points.

use super::form::Form;
use super::model::Sheet;
use crate::playbook::{Count, Playbook, SIGN_DAYS_MAX, SIGNS_MAX};
use crate::scoring::{ALL, Signal};
use crate::shell::web::lead::Wrong;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// What stands in the form for the behaviours of a playbook.
pub fn values(playbook: &Playbook) -> Vec<(String, String)> {
    let of = |signal: &Signal| {
        let counting = signal.counting(playbook)?;
        let days = counting.days.map_or(String::new(), |days| days.to_string());
        Some([(most(signal), counting.most.to_string()), (days_of(signal), days)])
    };
    ALL.iter().filter_map(of).flatten().collect()
}

/// How behaviours count by what a form asks for; what stays as it is is not named anew.
pub fn wanted(form: &Form, playbook: &Playbook) -> Result<BTreeMap<String, Count>, Wrong> {
    let mut counts = playbook.scoring.counts.clone();
    for signal in &ALL {
        let Some(now) = signal.counting(playbook) else { continue };
        let most = form.number(&most(signal), now.most, 1, SIGNS_MAX as i32)?;
        let days = form.optional(&days_of(signal), now.days, 1, SIGN_DAYS_MAX as i32)?;
        if (most, days) != (now.most, now.days) {
            counts.insert(signal.key.to_owned(), Count { most: Some(most as u32), days });
        }
    }
    Ok(counts)
}

/// The fields of a behaviour; nothing for another signal.
pub fn fields(sheet: &Sheet, signal: &Signal, label: &str) -> Markup {
    let words = sheet.words;
    let of = |key: &str| words.fill(key, &[("what", label.into())]);
    html! {
        @if signal.is_behaviour() {
            div."line mute" {
                (words.say("scoring-counts-most"))
                (sheet.number(&most(signal), &of("scoring-counts-most-of"), 1, SIGNS_MAX as i32))
                (words.say("scoring-counts-within"))
                (sheet.number(&days_of(signal), &of("scoring-counts-days-of"), 1, SIGN_DAYS_MAX as i32))
                (words.say("scoring-counts-days"))
            }
        }
    }
}

fn most(signal: &Signal) -> String {
    format!("most.{}", signal.key)
}

fn days_of(signal: &Signal) -> String {
    format!("days.{}", signal.key)
}
