//! Files with a lead: only so many, each once.

use crate::command::Refusal;
use crate::lead::{Event, FILES_MAX, File, Lead};
use uuid::Uuid;

/// What is written when a file is laid with a lead.
pub fn attached(lead: &Lead, file: File) -> Result<Vec<Event>, Refusal> {
    if lead.files.iter().any(|known| known.file.id == file.id) {
        return Ok(Vec::new());
    }
    if lead.files.len() >= FILES_MAX {
        return Err(Refusal::TooManyFiles(FILES_MAX));
    }
    Ok(vec![Event::FileAttached { file }])
}

/// What is written when a file is taken away from a lead.
pub fn removed(lead: &Lead, id: Uuid) -> Result<Vec<Event>, Refusal> {
    let known = lead.files.iter().find(|known| known.file.id == id).ok_or(Refusal::NoSuchFile)?;
    Ok(vec![Event::FileRemoved { id, name: known.file.name.clone() }])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::samples;

    fn file(nth: usize) -> File {
        let id = Uuid::from_u128(nth as u128);
        File::named(id, "plan.pdf", "application/pdf", 7, String::new())
    }

    fn holding(count: usize) -> Lead {
        let mut lead = Lead::default();
        let mut entry = samples::entries().swap_remove(0);
        for nth in 0..count {
            entry.event = Event::FileAttached { file: file(nth) };
            lead.apply(&entry);
        }
        lead
    }

    #[test]
    fn a_lead_holds_so_many_files_and_each_once() {
        assert_eq!(attached(&holding(1), file(0)), Ok(Vec::new()));
        let full = holding(FILES_MAX);
        assert_eq!(attached(&full, file(99)), Err(Refusal::TooManyFiles(FILES_MAX)));
        assert!(attached(&holding(FILES_MAX - 1), file(99)).is_ok());
    }

    #[test]
    fn only_a_file_that_is_there_is_taken_away() {
        let mut lead = holding(2);
        let gone = removed(&lead, Uuid::from_u128(1)).expect("it is there").remove(0);
        let mut entry = samples::entries().swap_remove(0);
        entry.event = gone;
        lead.apply(&entry);
        assert_eq!(lead.files.len(), 1);
        assert_eq!(removed(&lead, Uuid::from_u128(1)), Err(Refusal::NoSuchFile));
    }
}
