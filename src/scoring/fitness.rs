//! How well a lead fits, as the ladder of qualification asks for it.

use super::reading::area_fits;
use super::signals::{by_answers, denied};
use super::{Group, Ledger};
use crate::lead::{Fitness, Lead};
use crate::playbook::Playbook;

/// What speaks against a lead, whatever points it costs.
const AGAINST: [&str; 4] = ["mismatch", "outside_area", "student", "competitor"];

/// How well a lead fits, read off its ledger.
pub fn fitness(lead: &Lead, playbook: &Playbook, ledger: &Ledger) -> Fitness {
    let caps = &playbook.scoring.caps;
    let holds = |key: &str| ledger.points.iter().any(|point| point.signal == key);
    let (known, matching) = profile(lead, playbook, &holds);
    let share = ledger.group(Group::Fit, caps).max(0.0) * 100.0 / f64::from(caps.fit.max(1));
    let fits = ledger.points.iter().filter(|point| point.group == Group::Fit && point.original > 0);
    Fitness {
        percent: share.clamp(0.0, 100.0) as u8,
        known,
        matching,
        mismatch: AGAINST.into_iter().any(holds),
        interested: ledger.group(Group::Engagement, caps) > 0.0,
        signals: fits.map(|point| point.signal.to_owned()).collect(),
        answers: by_answers(lead, playbook),
        denied: denied(lead, playbook),
    }
}

/// Of the facts that tell an ideal customer, how many are known and asked for, and how many match.
fn profile(lead: &Lead, playbook: &Playbook, holds: &dyn Fn(&str) -> bool) -> (u8, u8) {
    let ideal = &playbook.scoring.fit;
    let knows = |key: &str| lead.fact(key).is_some();
    let has_size = ideal.size_from.is_some() || ideal.size_to.is_some();
    let facts = [
        (!ideal.industries.is_empty() && knows("industry"), holds("industry")),
        (has_size && knows("company_size"), holds("company_size")),
        (area_fits(lead, playbook).is_some(), holds("location")),
        (knows("role"), holds("decision_maker") || holds("manager")),
    ];
    let count = |all: &mut dyn Iterator<Item = bool>| all.filter(|one| *one).count() as u8;
    let known = count(&mut facts.iter().map(|(known, _)| *known));
    (known, count(&mut facts.iter().map(|(known, matches)| *known && *matches)))
}
