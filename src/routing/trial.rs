//! What rules would do with leads, without doing it: the same decisions, and nothing is written.

use super::assignment::{choose, matching};
use super::decision::{FIRM, NUMBER, RETURNING};
use super::turns_after;
use crate::capability::{Contact, Kin, Situation, Tie};
use crate::lead::{Decision, Lead, LeadId, TeammateId};
use crate::playbook::Playbook;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// The most leads of one dry run.
pub const LEADS_MAX: usize = 1_000;

/// What each rule says to a lead, in order, also behind the one that decides: `None` if it matches,
/// else why not.
pub fn each_rule(lead: &Lead, playbook: &Playbook) -> Vec<Option<String>> {
    let rules = playbook.routing.rules.iter();
    rules.map(|rule| matching(rule, lead, playbook).err()).collect()
}

/// Who would get a lead that came in now as it stands, and why.
pub fn tried(lead: &Lead, situation: &Situation, now: Timestamp) -> (TeammateId, Decision) {
    choose(&as_new(lead), situation, now, "")
}

/// To whom one lead goes by two playbooks.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    pub lead: LeadId,
    pub before: Given,
    pub after: Given,
}

/// An owner, and the rule that named them.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub owner: TeammateId,
    pub rule: String,
}

impl Compared {
    /// Whether another person gets it.
    pub fn moves(&self) -> bool {
        self.before.owner != self.after.owner
    }
}

/// The same leads, in the order given, shared out by one playbook and by another.
///
/// Both begin with nobody's turn and empty desks, so that what differs comes of the rules. Each lead
/// is as it is handed in, and comes in when it came in.
pub fn dry_run(leads: &[Lead], before: &Playbook, after: &Playbook) -> Vec<Compared> {
    let leads = &leads[..leads.len().min(LEADS_MAX)];
    let pairs = shared_out(leads, before).into_iter().zip(shared_out(leads, after));
    let compared = leads.iter().zip(pairs);
    compared.map(|(lead, (before, after))| Compared { lead: lead.id, before, after }).collect()
}

fn shared_out(leads: &[Lead], playbook: &Playbook) -> Vec<Given> {
    let (loads, mut turns) = (BTreeMap::new(), BTreeMap::new());
    let mut given = Vec::with_capacity(leads.len());
    for lead in leads {
        let situation = Situation {
            playbook,
            version: 0,
            loads: &loads,
            turns: &turns,
            kin: known_by(lead).into_iter().collect(),
            contact: Contact::default(),
        };
        let at = lead.first_assigned_at.or(lead.captured_at).unwrap_or_default();
        let (owner, decision) = choose(&as_new(lead), &situation, at, "");
        for (place, change) in turns_after(&decision) {
            *turns.entry(place).or_default() += change;
        }
        given.push(Given { owner, rule: decision.rule });
    }
    given
}

/// The lead as if nobody had owned it.
fn as_new(lead: &Lead) -> Lead {
    Lead { owner: None, misroutes: Vec::new(), evidence: asked(lead), ..slim(lead) }
}

/// What they asked for is all that rules look at of what they did.
fn asked(lead: &Lead) -> Vec<crate::lead::Evidence> {
    lead.hand_raise().map(|(evidence, _)| evidence.clone()).into_iter().collect()
}

/// As much of a lead as rules ask about.
fn slim(lead: &Lead) -> Lead {
    Lead {
        id: lead.id,
        captured_at: lead.captured_at,
        source: lead.source.clone(),
        class: lead.class,
        profile: lead.profile.clone(),
        fields: lead.fields.clone(),
        tags: lead.tags.clone(),
        standing: lead.standing.clone(),
        wanted_owner: lead.wanted_owner.clone(),
        ..Lead::default()
    }
}

/// The owner they or their firm knew when they came, if that was why they got them.
pub fn known_by(lead: &Lead) -> Option<Kin> {
    let first = lead.first_owner.as_ref()?;
    let tie = match first.rule.as_str() {
        RETURNING => Tie::SamePerson,
        FIRM => Tie::SameFirm,
        NUMBER => Tie::SameNumber,
        _ => return None,
    };
    Some(Kin { id: lead.id, owner: Some(first.teammate.clone()), open: true, tie })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::FirstOwner;
    use crate::playbook::fixture::{at, house};
    use crate::playbook::{Condition, Member, Pool, Rule, Test};

    fn lead(nth: u64, country: &str) -> Lead {
        let mut lead = Lead { id: LeadId(nth), ..Lead::default() };
        lead.captured_at = Some(at("2026-05-04T10:00"));
        lead.profile.country = country.into();
        lead
    }

    fn with_germany(playbook: &Playbook) -> Playbook {
        let mut after = playbook.clone();
        let member = Member { teammate: "cleo".into(), weight: 1 };
        let (key, name) = ("dach".to_owned(), "Germany".to_owned());
        after.routing.pools.push(Pool { key, name, skills: Vec::new(), members: vec![member] });
        let value = vec!["DE".into()];
        let condition = Condition { field: "country".into(), is: Test::In, value };
        let rule = Rule {
            name: "Germany".into(),
            pool: "dach".into(),
            skills: Vec::new(),
            conditions: vec![condition],
        };
        after.routing.rules.insert(0, rule);
        after
    }

    #[test]
    fn the_same_rules_move_nobody_and_a_new_one_moves_whom_it_names() {
        let before = house(&["ann", "ben", "cleo"]);
        let leads: Vec<Lead> =
            (1..=6).map(|nth| lead(nth, if nth % 2 == 0 { "DE" } else { "GB" })).collect();
        assert!(!dry_run(&leads, &before, &before).iter().any(Compared::moves));
        let compared = dry_run(&leads, &before, &with_germany(&before));
        let of_germany = compared.iter().filter(|one| one.after.rule == "Germany");
        assert_eq!(of_germany.map(|one| one.lead.0).collect::<Vec<_>>(), [2, 4, 6]);
        assert!(compared.iter().all(|one| one.before.rule == "Everything is shared out"));
    }

    #[test]
    fn who_came_to_an_owner_they_knew_stays_with_them_as_long_as_that_is_kept() {
        let before = house(&["ann", "ben", "cleo"]);
        let mut after = with_germany(&before);
        let mut known = lead(1, "DE");
        let (teammate, rule) = ("ben".into(), RETURNING.into());
        let since = at("2026-05-04T10:00");
        known.first_owner = Some(FirstOwner { teammate, rule, since, until: None });
        assert_eq!(dry_run(std::slice::from_ref(&known), &before, &after)[0].after.owner, "ben");
        after.routing.keep_person = false;
        assert_eq!(dry_run(&[known], &before, &after)[0].after.owner, "cleo");
    }

    #[test]
    fn rules_behind_the_one_that_decides_say_whether_they_fit_too() {
        let playbook = with_germany(&house(&["ann"]));
        assert_eq!(each_rule(&lead(1, "DE"), &playbook), [None, None]);
        let gone = each_rule(&lead(1, ""), &playbook);
        assert_eq!(gone, [Some("country is unknown".into()), None]);
    }
}
