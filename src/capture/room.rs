//! How much of what arrives becomes facts of a lead. The rest stays in what arrived, where it is kept
//! to the last byte.
//!
//! Whoever knows an address can write to its lead again and again. What the playbook asks for always
//! fits, for there is only so much of it; what nobody asked for has room for so much in all.

use crate::lead::{Arrival, Lead, TAGS_MAX};
use crate::playbook::Playbook;

/// Facts of a lead that nobody asked for: more than the hidden fields of any honest form.
pub const UNASKED_MAX: usize = 60;

/// Bytes of them, names included: what a page about the lead shows without becoming heavy.
pub const UNASKED_BYTES_MAX: usize = 12 * 1024;

/// Takes out of an arrival the facts and tags its lead has no room for.
pub fn make_fit(arrival: &mut Arrival, lead: &Lead, playbook: &Playbook) {
    arrival.tags.retain(|tag| !lead.tags.contains(tag));
    arrival.tags.truncate(TAGS_MAX.saturating_sub(lead.tags.len()));
    let is_asked = |key: &str| playbook.fields.iter().any(|field| field.key == key);
    let unasked = lead.fields.iter().filter(|(key, _)| !is_asked(key));
    let (mut count, mut bytes) =
        unasked.fold((0, 0), |(count, bytes), (key, value)| (count + 1, bytes + size(key, value)));
    arrival.fields.retain(|key, value| {
        // What is known already is not learnt anew, but stands in the journal as it was said.
        if is_asked(key) || lead.fields.contains_key(key) {
            return true;
        }
        let fits = count < UNASKED_MAX && bytes + size(key, value) <= UNASKED_BYTES_MAX;
        if fits {
            count += 1;
            bytes += size(key, value);
        }
        fits
    });
}

fn size(key: &str, value: &str) -> usize {
    key.len() + value.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::example;
    use crate::lead::LeadId;

    fn arrival(fields: impl IntoIterator<Item = (String, String)>) -> Arrival {
        let mut arrival = example::arrival();
        arrival.fields = fields.into_iter().collect();
        arrival
    }

    #[test]
    fn what_the_playbook_asks_for_fits_whatever_else_came_with_it() {
        let playbook = example::playbook();
        let asked = playbook.fields[0].key.clone();
        let junk = |n: usize| (format!("a{n:03}"), "x".repeat(300));
        let mut arrival = arrival((0..200).map(junk).chain([(asked.clone(), "5".into())]));
        make_fit(&mut arrival, &Lead::unborn(LeadId(1)), &playbook);
        let bytes: usize = arrival.fields.iter().map(|(key, value)| size(key, value)).sum();
        assert!(bytes <= UNASKED_BYTES_MAX + size(&asked, "5"), "{bytes}");
        assert!(arrival.fields.len() > 30 && arrival.fields.contains_key(&asked));
    }

    #[test]
    fn tags_fit_as_long_as_there_is_room_for_them() {
        let tags = |range: std::ops::Range<usize>| range.map(|nth| format!("t{nth:02}"));
        let mut arrival = arrival([]);
        arrival.tags = tags(0..30).collect();
        let lead = Lead { tags: tags(0..15).collect(), ..Lead::default() };
        make_fit(&mut arrival, &lead, &example::playbook());
        assert_eq!(arrival.tags, tags(15..20).collect::<Vec<_>>());
    }

    #[test]
    fn a_lead_that_is_full_learns_only_what_it_was_asked_for() {
        let playbook = example::playbook();
        let asked = playbook.fields[0].key.clone();
        let short = |n: usize| (format!("a{n:03}"), "x".to_owned());
        let fields = (0..UNASKED_MAX).map(short).collect();
        let lead = Lead { fields, ..Lead::default() };
        let known = "a000".to_owned();
        let said = [(asked.clone(), "5"), (known.clone(), "y"), ("zeal".to_owned(), "z")];
        let mut arrival = arrival(said.map(|(key, value)| (key, value.to_owned())));
        make_fit(&mut arrival, &lead, &playbook);
        let kept: Vec<&String> = arrival.fields.keys().collect();
        assert_eq!(kept.len(), 2);
        assert!(kept.contains(&&asked) && kept.contains(&&known));
    }
}
