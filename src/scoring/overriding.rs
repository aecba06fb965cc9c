//! A score set by a person: for a stated reason, and never without an end.

use crate::command::{Command, Refusal};
use crate::lead::{Event, Lead};
use jiff::{SignedDuration, Timestamp};

/// The longest reason, in characters.
const WHY_MAX: usize = 2_000;

/// No score is set for longer than this; by then the model should know.
pub const OVERRIDE_DAYS_MAX: i64 = 92;

/// What follows from a person setting a score, or letting the points count again; nothing from any
/// other command.
pub fn overridden(lead: &Lead, command: Command, now: Timestamp) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Override { until, .. } if until <= now => Err(Refusal::MomentPassed),
        Command::Override { until, .. } if until.duration_since(now) > longest() => {
            Err(Refusal::MomentTooFar)
        }
        Command::Override { why, .. } if why.trim().is_empty() => Err(Refusal::WhyNeeded),
        Command::Override { why, .. } if why.chars().count() > WHY_MAX => {
            Err(Refusal::TooLong(WHY_MAX))
        }
        Command::Override { score, until, why } => {
            Ok(vec![Event::Overridden { score: score.min(100), until, why }])
        }
        Command::EndOverride if lead.set_score.is_some() => Ok(vec![Event::OverrideEnded]),
        _ => Ok(Vec::new()),
    }
}

fn longest() -> SignedDuration {
    SignedDuration::from_hours(24 * OVERRIDE_DAYS_MAX)
}
