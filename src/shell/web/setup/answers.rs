//! What was answered, in a few words under each step that is done.

use super::At;
use super::mail::Mailing;
use super::step::Step;
use crate::shell::error::Error;
use std::collections::BTreeMap;

/// Colleagues who are named.
const NAMED: usize = 3;

/// The answers so far; a step that has none in a few words is left out.
pub async fn given(at: &At) -> Result<BTreeMap<Step, String>, Error> {
    let house = &at.web.house;
    let mut given: BTreeMap<Step, String> =
        Step::ALL.into_iter().map(|step| (step, at.draft.answer(step, at.reader.words))).collect();
    if let Some(who) = &at.who {
        given.insert(Step::Owner, who.name.clone());
        let in_force = house.playbook();
        let others = in_force.playbook.team.iter();
        let others = others.filter(|mate| mate.active && mate.id != who.teammate);
        let names: Vec<&str> = others.map(|mate| mate.name.as_str()).collect();
        let more = if names.len() > NAMED { ", …" } else { "" };
        let named = names[..names.len().min(NAMED)].join(", ");
        given.insert(Step::Team, format!("{named}{more}"));
        given.insert(
            Step::Mail,
            match Mailing::of(house).await? {
                Mailing::Locked(smtp) => smtp.host,
                Mailing::Kept(kept) => kept.host,
                Mailing::Nowhere => String::new(),
            },
        );
    }
    given.retain(|_, answer| !answer.is_empty());
    Ok(given)
}
