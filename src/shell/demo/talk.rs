//! How the five of Fernhill speak with a lead: call, write, learn, and move it on or let it go.

use super::nature::Ending;
use super::queue::{Happening, Reaction};
use super::team::is_planned;
use super::words;
use super::year::World;
use crate::command::Command;
use crate::lead::{Channel, Lead, Outcome, Seq, Sign};
use crate::shell::store::Result;
use jiff::{SignedDuration, ToSpan};
use std::collections::BTreeMap;

/// Tries after which somebody is given up on.
const TRIES_MAX: u32 = 4;

impl World<'_, '_, '_> {
    pub fn answers(&mut self, who: &str, lead: &Lead, task: Option<Seq>) -> Result<()> {
        let wrote_again = lead.last_inbound_at > lead.captured_at;
        if !lead.profile.phone.is_empty() && self.dice.chance(68) {
            self.calls(who, lead, task)
        } else if wrote_again {
            self.talks(who, lead, Channel::Email, task)
        } else {
            self.writes(who, lead, task)
        }
    }

    pub fn calls(&mut self, who: &str, lead: &Lead, task: Option<Seq>) -> Result<()> {
        let Some(nature) = self.natures.get(&lead.id) else { return Ok(()) };
        if lead.profile.phone.is_empty() {
            return self.writes(who, lead, task);
        }
        let waits = if lead.awaiting_since.is_some() { 15 } else { 0 };
        if self.dice.chance(nature.takes_calls + waits) {
            self.talks(who, lead, Channel::Call, task)
        } else {
            self.misses(who, lead, task)
        }
    }

    /// Nobody took the call.
    fn misses(&mut self, who: &str, lead: &Lead, task: Option<Seq>) -> Result<()> {
        let outcome = self.dice.weighted(&[
            (Outcome::Voicemail, 5),
            (Outcome::NoAnswer, 5),
            (Outcome::CallBack, 1),
        ]);
        let text = match outcome {
            Outcome::Voicemail => words::voicemail(&mut self.dice),
            Outcome::CallBack => "Asked me to call again another day.",
            _ => "",
        };
        self.tries(who, lead, (Channel::Call, outcome, text), task)
    }

    /// One more try to reach them, which may be the last.
    fn tries(
        &mut self,
        who: &str,
        lead: &Lead,
        touch: (Channel, Outcome, &str),
        task: Option<Seq>,
    ) -> Result<()> {
        let Some(nature) = self.natures.get_mut(&lead.id) else { return Ok(()) };
        nature.tries += 1;
        let most = if nature.ending == Ending::Buys { 2 * TRIES_MAX } else { TRIES_MAX };
        if nature.tries >= most && lead.enrolment.is_none() {
            self.touches(who, lead.id, touch, task, None)?;
            return self.loses(who, lead.id, "No response");
        }
        let next = self.next_call(who, lead, task, (1, 4));
        self.touches(who, lead.id, touch, task, next)
    }

    /// They talk or write to each other, and know more afterwards.
    fn talks(&mut self, who: &str, lead: &Lead, channel: Channel, task: Option<Seq>) -> Result<()> {
        let Some(nature) = self.natures.get_mut(&lead.id) else { return Ok(()) };
        nature.tries = 0;
        let (ending, person) = (nature.ending, nature.person.clone());
        let stage = self.stage_of(lead);
        let talked =
            lead.evidence.iter().any(|one| matches!(one.sign, Sign::Talked | Sign::Replied));
        let (outcome, text) = match channel {
            Channel::Call => (Outcome::Reached, words::talk(&person, stage + 1, &mut self.dice)),
            _ => (Outcome::Made, words::letter(&person, &mut self.dice)),
        };
        let touch = (channel, outcome, text.as_str());
        match ending {
            Ending::Unfit(reason) => {
                self.touches(who, lead.id, touch, task, None)?;
                let (reason, note) = (reason.to_owned(), words::note(&mut self.dice).to_owned());
                self.asks(who, lead.id, Command::Disqualify { reason, note }).map(drop)
            }
            Ending::Silent => {
                self.touches(who, lead.id, touch, task, None)?;
                self.loses(who, lead.id, "Not needed any more")
            }
            Ending::Stops { at, reason } if stage >= at && (talked || at > 1) => {
                self.touches(who, lead.id, touch, task, None)?;
                if reason == "Timing" && lead.snoozed.is_none() && self.dice.chance(45) {
                    self.puts_aside(who, lead.id)
                } else {
                    self.loses(who, lead.id, reason)
                }
            }
            Ending::Buys if stage >= 5 || stage == 4 && self.dice.chance(30) => {
                self.touches(who, lead.id, touch, task, None)?;
                let facts = ["payment_confirmed", "kickoff_booked"];
                let facts = facts.map(|key| (key.to_owned(), "yes".to_owned())).into();
                self.asks(who, lead.id, Command::Win { value: None, facts }).map(drop)
            }
            Ending::Buys | Ending::Stops { .. } => {
                let (from, to) = if stage >= 3 { (4, 11) } else { (1, 6) };
                let planned = is_planned(lead, task);
                let next = (!planned).then(|| self.call_again(who, from, to));
                self.touches(who, lead.id, touch, task, next)?;
                let not_yet = stage < 2 && !talked && self.dice.chance(30);
                if not_yet || matches!(ending, Ending::Stops { at: 1, .. }) {
                    return Ok(());
                }
                self.moves(who, lead, stage.max(1) + 1)
            }
        }
    }

    pub fn writes(&mut self, who: &str, lead: &Lead, task: Option<Seq>) -> Result<()> {
        let Some(nature) = self.natures.get(&lead.id) else { return Ok(()) };
        let (person, ending) = (nature.person.clone(), nature.ending);
        if !lead.profile.can_be_reached() {
            let reason = "No contact details".to_owned();
            let command = Command::Disqualify { reason, note: String::new() };
            return self.asks(who, lead.id, command).map(drop);
        }
        let text = words::letter(&person, &mut self.dice);
        self.tries(who, lead, (Channel::Email, Outcome::Made, &text), task)?;
        let interested = matches!(ending, Ending::Buys | Ending::Stops { .. });
        if interested && self.dice.chance(40) {
            let later = SignedDuration::from_mins(self.dice.between(90, 2_400));
            let at = self.stage.now().saturating_add(later).unwrap_or(self.stage.now());
            let replies = Happening::Reacts(lead.id, Reaction::Replies);
            self.queue.put(self.by_day(at), replies);
        }
        Ok(())
    }

    /// Moves a lead on, with the facts that its next stage asks for.
    fn moves(&mut self, who: &str, lead: &Lead, stage: usize) -> Result<()> {
        let in_force = self.stage.in_force();
        let Some(stage) = in_force.playbook.pipeline.stages.get(stage) else { return Ok(()) };
        let facts = self.learnt(lead, &stage.key);
        self.asks(who, lead.id, Command::Move { stage: stage.key.clone(), facts })?;
        self.marks_found(who, lead)
    }

    /// What one knows of them when a stage is reached.
    fn learnt(&mut self, lead: &Lead, stage: &str) -> BTreeMap<String, String> {
        let Some(nature) = self.natures.get(&lead.id) else { return BTreeMap::new() };
        let (worth, person) = (nature.worth, &nature.person);
        let mut facts: Vec<(&str, String)> = Vec::new();
        match stage {
            "qualified" if lead.fact("company_size").is_none() => {
                facts.push(("company_size", person.size.to_string()));
            }
            "discovery" => {
                let boss = self.dice.one_of(person.trade.heads);
                facts.push(("problem", words::problem(&mut self.dice).into()));
                facts.push(("budget", (worth - worth % 1_000).to_string()));
                facts.push(("decision_maker", boss.into()));
            }
            "proposal" => {
                facts.push(("value", (worth * 100).to_string()));
                facts.extend(self.proposal(lead));
            }
            "decision" => {
                let weeks = self.dice.between(1, 4);
                let day = self.days.day_of(self.stage.now()).saturating_add(weeks.weeks());
                facts.push(("decision_on", day.to_string()));
            }
            _ => {}
        }
        facts.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
    }

    /// The proposal that goes out today.
    pub fn proposal(&self, lead: &Lead) -> [(&'static str, String); 2] {
        let today = self.days.day_of(self.stage.now());
        [
            ("proposal_document", format!("Proposal P-{:04}", lead.id.0 % 10_000)),
            ("proposal_sent_on", today.to_string()),
        ]
    }

    fn stage_of(&self, lead: &Lead) -> usize {
        let in_force = self.stage.in_force();
        in_force.playbook.stage(&lead.stage).map_or(0, |(place, _)| place)
    }
}
