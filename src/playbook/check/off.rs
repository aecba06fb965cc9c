//! Fields that are switched off and still asked for.

use super::report::Report;
use crate::playbook::Playbook;
use std::collections::BTreeSet;

/// Says of each of these fields that is switched off that it is asked for.
pub fn asked_for<'a>(
    here: &str,
    keys: impl IntoIterator<Item = &'a str>,
    playbook: &Playbook,
    report: &mut Report,
) {
    let keys: BTreeSet<&str> = keys.into_iter().collect();
    for field in playbook.fields.iter().filter(|field| keys.contains(field.key.as_str())) {
        report.expect(field.active, &field.key, || {
            format!("{here} asks for “{}”, a field that is switched off.", field.label)
        });
    }
}
