//! Why a lead ended without becoming a customer, in reasons that can be counted.

use crate::command::Refusal;

/// The longest note to a reason, in characters.
const NOTE_MAX: usize = 2_000;

/// The reason, if it is one of the list, and its note, which some reasons ask for.
pub(super) fn checked(
    reasons: &[String],
    with_note: &[String],
    reason: &str,
    note: String,
) -> Result<(String, String), Refusal> {
    let known = reasons.iter().find(|known| known.as_str() == reason.trim());
    let reason = known.ok_or_else(|| Refusal::ReasonNeeded(reasons.join(", ")))?;
    if with_note.contains(reason) && note.trim().is_empty() {
        return Err(Refusal::NoteNeeded);
    }
    if note.chars().count() > NOTE_MAX {
        return Err(Refusal::TooLong(NOTE_MAX));
    }
    Ok((reason.clone(), note))
}

/// What the starter calls the reason that is none of the others, in each language.
const OTHER: [&str; 2] = ["Other", "Sonstiges"];

/// The reason to file an ending under that nobody gave a reason for: “Other”, else the first.
pub(super) fn catch_all(reasons: &[String]) -> String {
    let other = reasons.iter().find(|reason| OTHER.contains(&reason.as_str()));
    other.or(reasons.first()).cloned().unwrap_or_default()
}
