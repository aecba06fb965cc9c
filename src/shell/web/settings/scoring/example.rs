//! A lead as an example: what the model in force says of it today, and what the draft would say.

use super::super::lead_number;
use super::HERE;
use crate::language::Words;
use crate::lead::{LeadId, Tier};
use crate::playbook::Playbook;
use crate::scoring::mark;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::parts::{beside, stamp};
use crate::shell::web::read as read_store;
use maud::{Markup, html};
use std::sync::Arc;

/// A lead judged twice.
pub struct Example {
    id: LeadId,
    title: String,
    before: (u8, Tier),
    after: (u8, Tier),
    /// What was asked for, where no lead has that number.
    unknown: Option<String>,
}

/// Judges the lead of this number, or the one that came in last.
pub async fn read(
    house: &Arc<House>,
    asked: &str,
    live: &Playbook,
    draft: &Playbook,
) -> Result<Option<Example>, Error> {
    let number: Option<u64> = lead_number(asked).parse().ok();
    let lead = read_store(house, move |reading| {
        let asked = number.map(LeadId).map(|id| reading.lead(id)).transpose()?.flatten();
        let newest =
            || reading.newest_leads(1)?.first().map(|(id, _)| reading.lead(*id)).transpose();
        Ok(match asked {
            Some(lead) => Some(lead),
            None => newest()?.flatten(),
        })
    })
    .await?;
    let now = house.clock.now();
    Ok(lead.map(|lead| Example {
        id: lead.id,
        title: lead.title().to_owned(),
        unknown: (!asked.is_empty() && number != Some(lead.id.0)).then(|| asked.to_owned()),
        before: mark(&lead, live, now),
        after: mark(&lead, draft, now),
    }))
}

/// The example, and the way to another.
pub fn section(example: &Option<Example>, words: Words) -> Markup {
    let Some(example) = example else { return html! {} };
    let typed = example.unknown.clone().unwrap_or_else(|| example.id.to_string());
    let unknown = example.unknown.as_deref().map(|number| ("number", number.into()));
    let said = unknown.map_or(String::new(), |with| words.fill("scoring-example-none", &[with]));
    html! {
        section."card stack tight" #example {
            h2 { (words.say("scoring-example")) }
            p.line {
                (stamp(words, example.after.1, example.after.0, false))
                a href={ "/leads/" (example.id) "#why" } { (example.title) }
                @if example.before != example.after {
                    span.mute { (words.fill("scoring-was", &[("points", example.before.0.into())])) }
                }
            }
            div.field {
                label for="f-example" { (words.say("scoring-example-other")) }
                div.line {
                    input.input #f-example form="model" name="example" inputmode="numeric" maxlength="20" autocomplete="off" value=(typed)
                        aria-describedby="f-example-h";
                    button.btn form="model" formaction={ (HERE) "#example" } name="do" value="try" { (words.say("scoring-try")) }
                }
                (beside("f-example-h", &said, ""))
            }
        }
    }
}
