//! Where a lead stands, as far as the house can tell by itself.
//!
//! A new lead enters the first stage, or the one its source names; the first word of ours moves it
//! to the second. All else is for people to move. An import may also tell how a lead has ended.

use super::reasons;
use crate::lead::{Event, Lead, LeadFate};
use crate::playbook::{Pipeline, Playbook, Stage, Standing};

/// How much of a stage's name in an import is repeated in a note, in characters.
const NAME_MAX: usize = 100;

/// The key under which lists say why it was lost.
const LOST_REASON: &str = "lost_reason";

/// The stage a lead enters without anybody moving it, and its end, if its source tells of one.
pub(super) fn placed(lead: &Lead, playbook: &Playbook) -> Vec<Event> {
    let pipeline = &playbook.pipeline;
    let to = match lead.stage.is_empty() {
        true => entered(lead, pipeline),
        false => moved_elsewhere(lead, pipeline).or_else(|| contacted(lead, pipeline)),
    };
    let moved = to.map(|to| Event::StageMoved { from: lead.stage.clone(), to: to.key.clone() });
    moved.into_iter().chain(ended(lead, pipeline)).collect()
}

/// The first stage of a new lead.
fn entered<'a>(lead: &Lead, pipeline: &'a Pipeline) -> Option<&'a Stage> {
    match lead.wanted_stage.as_deref().and_then(|wanted| pipeline.standing(wanted)) {
        Some(Standing::In(stage)) => Some(stage),
        Some(Standing::Ended(_)) | None => pipeline.stages.first(),
    }
}

/// The stage that the list an imported lead comes from names now.
fn moved_elsewhere<'a>(lead: &Lead, pipeline: &'a Pipeline) -> Option<&'a Stage> {
    let wanted = lead.wanted_stage.as_deref().filter(|_| lead.quiet)?;
    match pipeline.standing(wanted)? {
        Standing::In(stage) => Some(stage).filter(|stage| stage.key != lead.stage),
        Standing::Ended(_) => None,
    }
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
    let Some(Standing::Ended(fate)) = pipeline.standing(wanted) else { return None };
    Some(match fate {
        LeadFate::Open => return None,
        LeadFate::Won => Event::Won { value: None },
        LeadFate::Lost => Event::Lost { reason: reason(lead, &pipeline.lost_reasons), note },
        LeadFate::Disqualified => {
            Event::Disqualified { reason: reason(lead, &pipeline.disqualify_reasons), note }
        }
    })
}

/// The reason of ours that an imported lead names for its end, else the one that is none of the others.
fn reason(lead: &Lead, reasons: &[String]) -> String {
    let named = lead.fields.get(LOST_REASON).map(|named| named.to_lowercase());
    let ours = reasons.iter().find(|reason| Some(reason.to_lowercase()) == named);
    ours.cloned().unwrap_or_else(|| reasons::catch_all(reasons))
}
