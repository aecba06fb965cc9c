//! What is wrong with a playbook, in sentences, before it comes into force.
//!
//! A playbook that passes may be unwise, but nothing in it points nowhere, runs without end or
//! exceeds what a house can hold.

mod fault;
mod followup;
mod learned;
mod lists;
mod off;
mod pipeline;
mod place;
mod postcodes;
mod qualification;
mod reach;
mod report;
mod routing;
mod rules;
mod scoring;
mod shape;
mod skills;
mod sla;
mod sources;
mod team;
#[cfg(test)]
mod tests;
mod unusual;

pub use fault::Fault;
pub use lists::{KEY_CHARS_MAX, nearest};
pub use scoring::{SIGN_DAYS_MAX, SIGNS_MAX};
pub use shape::is_taken;

use super::{Part, Playbook};
use report::Report;

/// What the rooms know, which only [`crate::decide`] can tell.
pub struct Known {
    /// Keys of all signals.
    pub signals: Vec<&'static str>,
    /// Keys of those that are found in what a lead does, and may be found more than once.
    pub behaviours: Vec<&'static str>,
    /// The most points that the signal of a key gives any lead.
    pub most_points: fn(&str, &Playbook) -> i32,
    /// What stands for a rule where none was asked, so that no rule may be called so.
    pub not_rules: Vec<&'static str>,
    /// What is wrong with the words of a template, in a sentence, if anything is.
    pub template_fault: fn(&str) -> Option<String>,
}

/// Everything that is wrong with a playbook; empty when it may come into force.
pub fn check(playbook: &Playbook, known: &Known) -> Vec<Fault> {
    report(playbook, known).faults()
}

/// The playbook of a text that may come into force, or everything that is wrong with it and where.
pub fn checked(text: &str, known: &Known) -> Result<Playbook, Vec<Fault>> {
    let playbook = Playbook::from_text(text).map_err(|fault| vec![fault])?;
    let faults = report(&playbook, known).faults_in(text);
    if faults.is_empty() { Ok(playbook) } else { Err(faults) }
}

/// What may come into force as it is and is worth a second look.
pub fn hints(playbook: &Playbook) -> Vec<Fault> {
    hinted(playbook, &HINTED).faults()
}

/// The same of one part only.
pub fn hints_of(playbook: &Playbook, part: Part) -> Vec<Fault> {
    hinted(playbook, &[part]).faults()
}

/// What of the routing is worth a second look once somebody has left, and was not before.
pub fn hints_without(playbook: &Playbook, teammate: &str) -> Vec<Fault> {
    let mut after = playbook.clone();
    after.team.iter_mut().filter(|mate| mate.id == teammate).for_each(|mate| mate.active = false);
    // Whoever works here alone is given everything, and no rule is asked.
    if after.only_one().is_some() {
        return Vec::new();
    }
    let before = hints_of(playbook, Part::Routing);
    hints_of(&after, Part::Routing).into_iter().filter(|hint| !before.contains(hint)).collect()
}

/// What is worth a second look of all, each with the line of the text it stands on.
pub fn hints_in(text: &str) -> Vec<Fault> {
    match Playbook::from_text(text) {
        Ok(playbook) => hinted(&playbook, &HINTED).faults_in(text),
        Err(_) => Vec::new(),
    }
}

/// The parts of which something may be worth a second look.
const HINTED: [Part; 5] =
    [Part::Team, Part::Qualification, Part::Scoring, Part::Routing, Part::Promise];

fn hinted(playbook: &Playbook, parts: &[Part]) -> Report {
    let mut report = Report::default();
    if parts.contains(&Part::Team) {
        team::hints(playbook, &mut report);
    }
    if parts.contains(&Part::Qualification) {
        report.within("qualification", |report| qualification::hints(playbook, report));
    }
    if parts.contains(&Part::Scoring) {
        report.within("scoring", |report| scoring::hints(playbook, report));
    }
    if parts.contains(&Part::Routing) {
        report.within("routing", |report| rules::hints(playbook, report));
    }
    if parts.contains(&Part::Promise) {
        report.within("sla", |report| {
            report.within("clock", |report| sla::hints(playbook, report));
        });
    }
    report
}

fn report(playbook: &Playbook, known: &Known) -> Report {
    let mut report = Report::default();
    shape::check(playbook, &mut report);
    team::check(playbook, &mut report);
    sources::check(playbook, &mut report);
    qualification::check(playbook, known, &mut report);
    scoring::check(playbook, known, &mut report);
    routing::check(playbook, known, &mut report);
    sla::check(playbook, &mut report);
    followup::check(playbook, known, &mut report);
    pipeline::check(playbook, &mut report);
    report
}
