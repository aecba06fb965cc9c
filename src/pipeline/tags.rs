//! Tags on a lead: only those the playbook offers, and only so many.

use crate::command::Refusal;
use crate::lead::{Event, Lead, TAGS_MAX};
use crate::playbook::Playbook;
use std::collections::BTreeSet;

/// What is written when tags are put on a lead and taken off; nothing where it stands so already.
///
/// What is both put on and taken off is put on. A tag that is offered no more can be taken off.
pub fn tagged(
    lead: &Lead,
    playbook: &Playbook,
    add: &[String],
    remove: &[String],
) -> Result<Vec<Event>, Refusal> {
    if let Some(unknown) = add.iter().find(|key| playbook.offered_tag(key).is_none()) {
        return Err(Refusal::NoSuchTag(unknown.clone()));
    }
    let wanted: BTreeSet<&String> = add.iter().collect();
    let added: Vec<String> =
        wanted.iter().filter(|key| !lead.tags.contains(**key)).map(|key| (*key).clone()).collect();
    let is_removed = |key: &&String| remove.contains(*key) && !wanted.contains(*key);
    let removed: Vec<String> = lead.tags.iter().filter(is_removed).cloned().collect();
    if added.is_empty() && removed.is_empty() {
        return Ok(Vec::new());
    }
    if !added.is_empty() && lead.tags.len() + added.len() - removed.len() > TAGS_MAX {
        return Err(Refusal::TooManyTags(TAGS_MAX));
    }
    Ok(vec![Event::Tagged { added, removed }])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::{Tag, Tone, fixture::house};

    fn keys(keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| (*key).to_owned()).collect()
    }

    fn offering(tags: impl IntoIterator<Item = (String, bool)>) -> Playbook {
        let mut playbook = house(&["ann"]);
        let tag = |(key, active): (String, bool)| Tag {
            label: key.clone(),
            key,
            tone: Tone::default(),
            active,
        };
        playbook.tags = tags.into_iter().map(tag).collect();
        playbook
    }

    #[test]
    fn only_what_differs_is_written() {
        let playbook =
            offering([("vip".into(), true), ("fair".into(), true), ("old".into(), false)]);
        let lead = Lead { tags: keys(&["old", "vip"]).into_iter().collect(), ..Lead::default() };
        let ask =
            |add: &[&str], remove: &[&str]| tagged(&lead, &playbook, &keys(add), &keys(remove));
        assert_eq!(ask(&["vip"], &["fair"]), Ok(Vec::new()));
        assert_eq!(ask(&["vip"], &["vip"]), Ok(Vec::new()));
        let event = Event::Tagged { added: keys(&["fair"]), removed: keys(&["old"]) };
        assert_eq!(ask(&["fair", "fair", "vip"], &["old", "nonsense"]), Ok(vec![event]));
        assert_eq!(ask(&["old"], &[]), Err(Refusal::NoSuchTag("old".into())), "it is switched off");
        assert_eq!(ask(&["gold"], &["vip"]), Err(Refusal::NoSuchTag("gold".into())));
    }

    #[test]
    fn a_lead_holds_so_many_tags_and_one_can_make_room_for_another() {
        let all: Vec<String> = (0..=TAGS_MAX).map(|nth| format!("t{nth}")).collect();
        let playbook = offering(all.iter().map(|key| (key.clone(), true)));
        let lead = Lead { tags: all[1..].iter().cloned().collect(), ..Lead::default() };
        let more = &all[..1];
        assert_eq!(tagged(&lead, &playbook, more, &[]), Err(Refusal::TooManyTags(TAGS_MAX)));
        assert!(tagged(&lead, &playbook, more, &all[1..2]).is_ok());
        let full = Lead { tags: all.iter().cloned().collect(), ..Lead::default() };
        assert!(
            tagged(&full, &playbook, &[], &all[..1]).is_ok(),
            "what is too much can be taken off"
        );
    }
}
