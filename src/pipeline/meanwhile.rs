//! Somebody else was faster: what they saw is no longer so.

use crate::command::{Command, Refusal, Seen};
use crate::lead::Lead;
use crate::lead::words::Named;
use crate::playbook::Playbook;

/// Refuses what rests on how a lead stood and stands no longer, unless both wanted the same.
pub fn still_so(
    lead: &Lead,
    playbook: &Playbook,
    seen: &Seen,
    then: &Command,
) -> Result<(), Refusal> {
    let called = |what, key: &str| playbook.called(what, key).unwrap_or_else(|| key.to_owned());
    match seen {
        Seen::Owner(was) => {
            let owner = lead.owner_id().unwrap_or_default();
            let is_same = matches!(then, Command::Give { to, .. } if to == owner);
            if was == owner || is_same {
                return Ok(());
            }
            Err(Refusal::GivenMeanwhile(called(Named::Teammate, owner)))
        }
        Seen::Stage(was) => {
            let is_same = matches!(then, Command::Move { stage, .. } if *stage == lead.stage);
            if *was == lead.stage || is_same {
                return Ok(());
            }
            Err(Refusal::MovedMeanwhile(called(Named::Stage, &lead.stage)))
        }
        Seen::Words(were) => {
            let Command::Rewrite { queued, wording } = then else { return Ok(()) };
            let letter = lead.outbox.iter().find(|waiting| waiting.seq == *queued);
            let stands = letter.is_none_or(|waiting| {
                let words = &waiting.letter.rewritten;
                words == were || words.as_ref() == Some(wording)
            });
            if stands { Ok(()) } else { Err(Refusal::RewrittenMeanwhile) }
        }
    }
}
