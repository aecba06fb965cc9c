//! Where a lead stands, as far as the house can tell by itself.
//!
//! A new lead enters the first stage, or the one its source names; the first word of ours moves it
//! to the second. All else is for people to move. An import may also tell how a lead has ended.

use super::reasons;
use crate::lead::{Event, Lead};
use crate::playbook::{Pipeline, Playbook, Stage};

/// How much of a stage's name in an import is repeated in a note, in characters.
const NAME_MAX: usize = 100;

/// The stage a lead enters without anybody moving it, and its end, if its source tells of one.
pub(super) fn placed(lead: &Lead, playbook: &Playbook) -> Vec<Event> {
    let pipeline = &playbook.pipeline;
    let to =
        if lead.stage.is_empty() { entered(lead, pipeline) } else { contacted(lead, pipeline) };
    let moved = to.map(|to| Event::StageMoved { from: lead.stage.clone(), to: to.key.clone() });
    moved.into_iter().chain(ended(lead, pipeline)).collect()
}

/// The first stage of a new lead.
fn entered<'a>(lead: &Lead, pipeline: &'a Pipeline) -> Option<&'a Stage> {
    let wanted = lead.wanted_stage.as_deref().map(plain);
    let named = wanted.and_then(|wanted| {
        let is_named = |stage: &&Stage| plain(&stage.key) == wanted || plain(&stage.name) == wanted;
        pipeline.stages.iter().find(is_named)
    });
    named.or(pipeline.stages.first())
}

/// The second stage, for a lead that one of us has contacted and nobody has moved.
fn contacted<'a>(lead: &Lead, pipeline: &'a Pipeline) -> Option<&'a Stage> {
    let first = pipeline.stages.first()?;
    let never_moved = lead.stage == first.key && lead.stage_since == lead.recorded_at;
    pipeline.stages.get(1).filter(|_| never_moved && lead.first_answer.is_some())
}

/// How an imported lead has ended.
fn ended(lead: &Lead, pipeline: &Pipeline) -> Option<Event> {
    let wanted = lead.wanted_stage.as_deref().filter(|_| lead.quiet)?;
    let named: String = wanted.chars().take(NAME_MAX).collect();
    let note = format!("Imported as “{named}”.");
    match plain(wanted).as_str() {
        "won" | "closed won" | "customer" | "client" | "converted" => {
            Some(Event::Won { value: None })
        }
        "lost" | "closed lost" | "dead" => {
            Some(Event::Lost { reason: reasons::catch_all(&pipeline.lost_reasons), note })
        }
        "disqualified" | "unqualified" | "junk" | "spam" => Some(Event::Disqualified {
            reason: reasons::catch_all(&pipeline.disqualify_reasons),
            note,
        }),
        _ => None,
    }
}

/// Names compared as people mean them.
fn plain(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}
