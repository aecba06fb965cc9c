//! What own history says of a lead: its chance, how it ranks, and the reasons for and against.

use super::why::signed;
use crate::language::Words;
use crate::playbook::Playbook;
use crate::playbook::learned::Counts;
use crate::scoring::Ledger;
use crate::scoring::learn::Because;
use crate::shell::web::learned::Told;
use maud::{Markup, html};

/// The chance with its reasons, and what it makes of the points; nothing before anything was learned.
pub fn section(words: Words, playbook: &Playbook, ledger: &Ledger) -> Markup {
    let Some(forecast) = &ledger.forecast else { return html! {} };
    let told = Told { words, playbook };
    let percent = (forecast.explained.chance * 100.0).round() as i64;
    let counts = match forecast.counts {
        Counts::Beside => "learned-lead-beside",
        Counts::Blended => "learned-lead-blended",
        Counts::Drives if ledger.floor.is_some() || ledger.set.is_some() => "learned-lead-held",
        Counts::Drives => "learned-lead-drives",
    };
    let points = words.decimal(forecast.worth.round());
    let worth = [("points", points.as_str().into())];
    let how = [("points", points.as_str().into()), ("count", forecast.above.into())];
    html! {
        details.points #past open {
            summary {
                span.key.d {} b { (words.fill("learned-lead-chance", &[("percent", percent.into())])) }
                @if let Some(adds) = ledger.taught { b.push { (signed(words, adds)) } }
            }
            p.mute {
                (words.fill("learned-lead-above", &[("count", forecast.above.into())])) " "
                (words.fill(counts, &worth))
            }
            p.hint { (words.fill("learned-lead-how", &how)) }
            (reasons(told, "learned-lead-for", &forecast.explained.speaks_for))
            (reasons(told, "learned-lead-against", &forecast.explained.speaks_against))
        }
    }
}

fn reasons(told: Told, title: &str, reasons: &[Because]) -> Markup {
    html! {
        @if !reasons.is_empty() {
            p.mute { (told.words.say(title)) }
            ul.items { @for one in reasons { li { span.grow { (told.because(one)) } } } }
        }
    }
}
