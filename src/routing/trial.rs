//! What rules would do with leads, without doing it: the same decisions, and nothing is written.

use super::assignment::{by_rules, choose, matching};
use super::course::{Course, Occasion, Step};
use super::decision::{FIRM, NUMBER, RETURNING, is_of_the_rules};
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
    /// Who has it after the last decision, by the one and by the other.
    pub last: [TeammateId; 2],
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

/// The same leads shared out by one playbook and by another, in the order in which rules were asked
/// about them.
///
/// Both begin with nobody's turn and empty desks, so that what differs comes of the rules. Each lead
/// is as rules found it; what rose then rises again, and what was not taken then is not taken again.
pub fn dry_run(leads: &[Course], before: &Playbook, after: &Playbook) -> Vec<Compared> {
    let leads = &leads[..leads.len().min(LEADS_MAX)];
    let pairs = shared_out(leads, before).into_iter().zip(shared_out(leads, after));
    let told = leads.iter().zip(pairs);
    told.filter_map(|(lead, (before, after))| telling(lead.first().id, before, after)).collect()
}

/// The first of the decisions about a lead that names another person; the last where none does.
fn telling(lead: LeadId, before: Vec<Given>, after: Vec<Given>) -> Option<Compared> {
    let last = [before.last()?.owner.clone(), after.last()?.owner.clone()];
    let pairs = before.into_iter().zip(after);
    let mut all = pairs.map(|(before, after)| Compared { lead, before, after, last: last.clone() });
    let mut told = all.next()?;
    for next in all {
        if told.moves() {
            break;
        }
        told = next;
    }
    Some(told)
}

/// To whom each lead goes, each time that rules are asked about it.
fn shared_out(leads: &[Course], playbook: &Playbook) -> Vec<Vec<Given>> {
    let (loads, mut turns) = (BTreeMap::new(), BTreeMap::new());
    let mut given: Vec<Vec<Given>> = vec![Vec::new(); leads.len()];
    let numbered = leads.iter().enumerate();
    let mut steps: Vec<(usize, Step<'_>)> =
        numbered.flat_map(|(nth, lead)| lead.steps().map(move |step| (nth, step))).collect();
    steps.sort_by_key(|(_, step)| step.at);
    for (nth, step) in &steps {
        let situation = Situation {
            playbook,
            version: 0,
            loads: &loads,
            turns: &turns,
            kin: known_by(step.lead).into_iter().collect(),
            contact: Contact::default(),
        };
        let so_far = &mut given[*nth];
        let Some((owner, decision)) = asked_at(step, so_far, &situation) else {
            so_far.extend(so_far.last().cloned());
            continue;
        };
        so_far.push(Given { owner, rule: decision.rule.clone() });
        for (place, change) in turns_after(&decision) {
            *turns.entry(place).or_default() += change;
        }
    }
    given
}

/// Who gets a lead when rules are asked about it; `None` where it stays with whoever has it.
fn asked_at(
    step: &Step,
    so_far: &[Given],
    situation: &Situation,
) -> Option<(TeammateId, Decision)> {
    let lead = as_new(step.lead);
    let Some(now) = so_far.last() else { return Some(choose(&lead, situation, step.at, "")) };
    if !is_of_the_rules(&now.rule) {
        return None;
    }
    let offered: Vec<TeammateId> = match step.occasion {
        Occasion::NotTaken => so_far.iter().map(|given| given.owner.clone()).collect(),
        Occasion::First | Occasion::Rose => Vec::new(),
    };
    let (to, decision) = by_rules(&lead, situation, step.at, &offered, "");
    let is_theirs = decision.candidates.iter().any(|one| one.teammate == now.owner);
    let stays = is_theirs && step.occasion != Occasion::NotTaken;
    to.filter(|_| !stays).map(|to| (to, decision))
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
    use crate::lead::{Actor, Entry, Event, FirstOwner, Subject, Tier};
    use crate::playbook::fixture::{at, enquiry, house, scored};
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
        let leads: Vec<Course> = leads.into_iter().map(Course::from).collect();
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
        let known = [Course::from(known)];
        assert_eq!(dry_run(&known, &before, &after)[0].after.owner, "ben");
        after.routing.keep_person = false;
        assert_eq!(dry_run(&known, &before, &after)[0].after.owner, "cleo");
    }

    #[test]
    fn a_rule_that_decides_only_once_a_lead_has_risen_is_tried_as_well() {
        let mut with_senior = house(&["ann", "ben", "cleo"]);
        give_urgent_to_cleo(&mut with_senior);
        let mut without = with_senior.clone();
        without.routing.rules.remove(0);
        let course = risen();
        let compared = dry_run(&[course], &with_senior, &without);
        let told = |given: &Given| (given.owner.clone(), given.rule.clone());
        assert_eq!(told(&compared[0].before), ("cleo".into(), "Urgent".into()));
        assert_eq!(told(&compared[0].after), ("ann".into(), "Everything is shared out".into()));
        assert!(!dry_run(&[risen()], &without, &without)[0].moves());
    }

    #[test]
    fn who_has_a_lead_by_the_rules_in_force_does_not_depend_on_what_they_are_held_against() {
        let mut in_force = house(&["ann", "ben", "cleo"]);
        give_urgent_to_cleo(&mut in_force);
        let mut edited = in_force.clone();
        edited.routing.pools[0].members = vec![Member { teammate: "ben".into(), weight: 1 }];
        let other = &dry_run(&[risen()], &in_force, &edited)[0];
        assert_eq!((&*other.before.owner, &*other.after.owner), ("ann", "ben"));
        assert_eq!(other.last, ["cleo", "cleo"], "it rises to Cleo by both");
        assert_eq!(dry_run(&[risen()], &in_force, &in_force)[0].last, other.last);
    }

    /// Gives what is Urgent to Cleo.
    fn give_urgent_to_cleo(playbook: &mut Playbook) {
        let routing = &mut playbook.routing;
        let members = vec![Member { teammate: "cleo".into(), weight: 1 }];
        let (key, name) = ("senior".to_owned(), "Senior".to_owned());
        routing.pools.push(Pool { key, name, skills: Vec::new(), members });
        let value = vec!["urgent".into()];
        let urgent = Condition { field: "tier".into(), is: Test::In, value };
        let rule = Rule {
            name: "Urgent".into(),
            pool: "senior".into(),
            skills: Vec::new(),
            conditions: vec![urgent],
        };
        routing.rules.insert(0, rule);
    }

    /// A lead that came in as Medium and became Urgent before anybody had said yes.
    fn risen() -> Course {
        let (came, rose) = (at("2026-05-04T10:00"), at("2026-05-04T10:10"));
        let rule = "Everything is shared out".to_owned();
        let decision = Decision { rule, ..Decision::default() };
        let events = [
            (came, Event::Captured(enquiry(came))),
            (came, scored(Tier::Medium)),
            (came, Event::Assigned { owner: "ann".into(), accept_by: None, decision }),
            (rose, scored(Tier::Urgent)),
        ];
        let mut course = Course::unread(LeadId(1));
        for (seq, (at, event)) in (1..).zip(events) {
            let (subject, by) = (Subject::Lead(LeadId(1)), Actor::House);
            course.read(&Entry { seq, subject, at, by, playbook: 1, event });
        }
        course
    }

    #[test]
    fn rules_behind_the_one_that_decides_say_whether_they_fit_too() {
        let playbook = with_germany(&house(&["ann"]));
        assert_eq!(each_rule(&lead(1, "DE"), &playbook), [None, None]);
        let gone = each_rule(&lead(1, ""), &playbook);
        assert_eq!(gone, [Some("country is unknown".into()), None]);
    }
}
