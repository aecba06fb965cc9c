//! How ready a lead is for sales: the questions everybody asks, the ladder of their answers, and when
//! sales takes over.
//!
//! Facts of the lead answer questions by themselves; what a person answers counts for more. Sales
//! takes over at a high score, while somebody waits for the answer they asked for, or once the lead
//! has climbed high enough. What sales has sent back comes to it again only with news.

mod answers;
mod ladder;

pub use answers::{answered, withdrawn};
pub use ladder::rung;

use crate::capability::{Capability, Situation};
use crate::lead::{Event, Grade, Lead, Reason, Seq, Standing};
use jiff::Timestamp;

pub const CAPABILITY: Capability = Capability { name: "qualification", react, due: |_, _| None };

/// Reads answers off the facts, then says how far they take the lead, then hands it over, once.
fn react(lead: &Lead, situation: &Situation, _now: Timestamp) -> Vec<Event> {
    let playbook = situation.playbook;
    if !lead.is_open() {
        return Vec::new();
    }
    let read = answers::read(lead, playbook);
    if !read.is_empty() {
        return read;
    }
    let climbed = ladder::climbed(lead, playbook);
    if climbed.is_some() {
        return climbed.into_iter().collect();
    }
    handed_over(lead, playbook.pipeline.handover_from).into_iter().collect()
}

fn handed_over(lead: &Lead, from: u8) -> Option<Event> {
    let only_imported = lead.quiet && lead.evidence.is_empty();
    if lead.handed_over_at.is_some() || only_imported || is_refused(lead) {
        return None;
    }
    let is_ready = || {
        let ready = lead.grade() == Some(Grade::Sql);
        ready.then(|| "They are ready for sales.".to_owned())
    };
    let why = lead.standing.as_ref().and_then(|standing| why(standing, from)).or_else(is_ready);
    why.map(|why| Event::HandedOver { why })
}

/// Whether sales has sent a lead back and nothing is new since.
fn is_refused(lead: &Lead) -> bool {
    let is_old_news = |seq| !has_news_since(lead, seq);
    lead.handed_over_at.is_none() && lead.sent_back.is_some_and(is_old_news)
}

/// Whether they have shown or said anything since, or somebody has answered a question anew.
fn has_news_since(lead: &Lead, seq: Seq) -> bool {
    let answered =
        |answered: &crate::lead::Answered| answered.seq > seq && !answered.means.is_of_the_house();
    lead.heard_seq > seq
        || lead.evidence.iter().any(|evidence| evidence.seq > seq)
        || lead.answers.values().any(answered)
}

/// Why sales takes over a lead that stands like this, if it does.
fn why(standing: &Standing, from: u8) -> Option<String> {
    if standing.because.iter().any(|reason| reason.signal == Reason::FLOOR) {
        return Some("They asked for an answer.".into());
    }
    (standing.score >= from)
        .then(|| format!("The score is {}, and {from} is enough.", standing.score))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capability::Contact;
    use crate::lead::{Evidence, Fitness, LeadFate, Sign, Tier};
    use crate::playbook::{Role, Teammate, starter};
    use std::collections::BTreeMap;

    fn lead(score: u8, because: &str) -> Lead {
        let at = Timestamp::UNIX_EPOCH;
        let fit = Fitness::default();
        let because = vec![Reason { signal: because.into(), points: 20.0 }];
        let standing = Standing { score, tier: Tier::High, model: 1, seen: 1, at, because, fit };
        let evidence = vec![Evidence { seq: 1, at, sign: Sign::Replied }];
        Lead { captured_at: Some(at), standing: Some(standing), evidence, ..Lead::default() }
    }

    fn handed_over(lead: &Lead) -> Option<String> {
        let maya = Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner);
        let playbook = &starter("Roth & Co", maya);
        let (loads, turns) = (&BTreeMap::new(), &BTreeMap::new());
        let (kin, contact) = (Vec::new(), Contact::default());
        let situation = Situation { playbook, version: 1, loads, turns, kin, contact };
        react(lead, &situation, Timestamp::UNIX_EPOCH).into_iter().find_map(|event| match event {
            Event::HandedOver { why } => Some(why),
            _ => None,
        })
    }

    #[test]
    fn without_a_request_sales_takes_over_at_seventy_and_not_at_sixty_nine() {
        assert_eq!(handed_over(&lead(69, "reply")), None);
        let why = handed_over(&lead(70, "reply"));
        assert_eq!(why.as_deref(), Some("The score is 70, and 70 is enough."));
    }

    #[test]
    fn whoever_asks_for_an_answer_is_handed_over_at_any_score() {
        let why = handed_over(&lead(60, "floor"));
        assert_eq!(why.as_deref(), Some("They asked for an answer."));
    }

    #[test]
    fn a_lead_is_handed_over_once() {
        let again = Lead { handed_over_at: Some(Timestamp::UNIX_EPOCH), ..lead(90, "floor") };
        assert_eq!(handed_over(&again), None);
    }

    #[test]
    fn an_imported_lead_waits_for_a_sign_of_interest() {
        let quiet = Lead { quiet: true, ..lead(90, "industry") };
        assert!(handed_over(&quiet).is_some());
        assert_eq!(handed_over(&Lead { evidence: Vec::new(), ..quiet }), None);
    }

    #[test]
    fn a_closed_lead_is_not_handed_over() {
        assert_eq!(handed_over(&Lead { fate: LeadFate::Lost, ..lead(90, "floor") }), None);
    }
}
