//! What an enquiry and a touch change on a lead: facts, interest, and whether somebody waits for us.

use crate::lead::profile::may_be_dialled;
use crate::lead::{
    Actor, Answer, Arrival, Channel, Direction, EVIDENCE_MAX, Entry, Evidence, Lead, Outcome, Owed,
    Profile, Sign, TeammateId, Touch,
};
use jiff::Timestamp;

impl Lead {
    pub(super) fn capture(&mut self, arrival: &Arrival, entry: &Entry) {
        self.captured_at = Some(arrival.arrived_at);
        self.recorded_at = Some(entry.at);
        self.source = arrival.source.clone();
        self.class = arrival.class;
        self.profile = arrival.profile.clone();
        self.fields = arrival.fields.clone();
        self.message = arrival.message.clone();
        self.first_campaign = arrival.campaign.clone();
        self.earlier = arrival.earlier.clone();
        self.quiet = arrival.quiet;
        self.wanted_owner = arrival.owner.clone();
        if let Actor::Teammate(who) = &entry.by {
            self.keyed_in_by = Some(who.clone());
        }
        self.missing = arrival.missing.clone();
        self.wanted_stage = arrival.stage.clone();
        self.closed_at = arrival.closed_at.filter(|_| arrival.quiet);
        self.arrive(arrival, entry);
    }

    pub(super) fn attach(&mut self, arrival: &Arrival, entry: &Entry) {
        let is_record = self.is_record_of(arrival);
        // A number nobody can dial is as good as none.
        if !may_be_dialled(&self.profile.phone) && may_be_dialled(&arrival.profile.phone) {
            self.profile.phone.clear();
        }
        for key in Profile::KEYS {
            if self.fact(key).is_none() {
                self.set_fact(key, arrival.profile.get(key).unwrap_or_default(), entry);
            }
        }
        for (key, value) in &arrival.fields {
            if self.fact(key).is_none() {
                self.set_fact(key, value, entry);
            }
        }
        self.missing.retain(|key| !key.split('|').any(|one| is_said_beside_facts(arrival, one)));
        if arrival.completes {
            self.facts_seq = entry.seq;
            return;
        }
        if is_record {
            self.wanted_stage = arrival.stage.clone();
            self.closed_at = arrival.closed_at;
        }
        self.quiet &= arrival.quiet;
        self.touches += 1;
        self.arrive(arrival, entry);
    }

    /// Whether an arrival tells more of the record this lead was imported from, which nobody works on
    /// here: it comes from the same source, under the same numbers of theirs.
    pub fn is_record_of(&self, arrival: &Arrival) -> bool {
        let is_number = |(key, _): &(&String, &String)| *key == "id" || key.ends_with("_id");
        let mut numbers = arrival.fields.iter().filter(is_number).peekable();
        self.quiet
            && arrival.quiet
            && self.source == arrival.source
            && numbers.peek().is_some()
            && numbers.all(|(key, number)| self.fields.get(key) == Some(number))
    }

    /// What a first and a repeated enquiry have in common.
    fn arrive(&mut self, arrival: &Arrival, entry: &Entry) {
        self.tags.extend(arrival.tags.iter().cloned());
        self.value = self.value.or(arrival.value);
        arrival.import.iter().for_each(|list| self.was_in(list));
        // What they said last counts, and who was not asked has said nothing about it.
        if arrival.consent.is_some() || arrival.declined {
            self.consent = arrival.consent.clone();
        }
        if !arrival.campaign.is_empty() {
            self.last_campaign = arrival.campaign.clone();
        }
        if let Some(ask) = arrival.hand_raise {
            self.learn(entry, arrival.arrived_at, Sign::Asked(ask));
            self.request_waits |= !arrival.quiet;
        }
        self.facts_seq = entry.seq;
        self.owner_to_hear |= !arrival.quiet && !self.is_by_owner(entry);
        // What is told of them is no word of theirs.
        if !arrival.quiet {
            self.heard_from(arrival.arrived_at, true, entry);
        }
    }

    pub(super) fn touch(&mut self, touch: &Touch, entry: &Entry) {
        self.accept_if_owner(entry);
        if let Some(sign) = sign_of(touch) {
            self.learn(entry, touch.at, sign);
        }
        if !touch.channel.is_conversation() {
            return;
        }
        self.touches += 1;
        match touch.direction {
            Direction::Inbound => {
                self.quiet = false;
                self.owner_to_hear |= !self.is_by_owner(entry);
                self.heard_from(touch.at, touch.outcome != Outcome::Reached, entry);
            }
            Direction::Outbound => {
                self.last_outbound_at = self.last_outbound_at.max(Some(touch.at));
                if touch.channel.is_written() && self.speaker(entry).is_some() {
                    self.wrote_at = self.wrote_at.max(Some(touch.at));
                }
            }
        }
        self.settled = None;
        let answers = touch.direction == Direction::Outbound || touch.outcome == Outcome::Reached;
        if let Some(who) = self.speaker(entry)
            && answers
            && self.awaiting_since.is_none_or(|since| since <= touch.at)
        {
            self.answer(touch.at, who);
        }
    }

    /// Who spoke for us: a teammate, or the owner where a program logs what was said.
    fn speaker(&self, entry: &Entry) -> Option<TeammateId> {
        match &entry.by {
            Actor::Teammate(who) => Some(who.clone()),
            Actor::Token(_) => self.owner_id().map(str::to_owned),
            Actor::Visitor | Actor::House => None,
        }
    }

    fn answer(&mut self, at: Timestamp, who: TeammateId) {
        if self.owner_id() == Some(&who) {
            self.accept();
        }
        let owed = |since| Owed {
            since,
            request: self.request_waits,
            is_first: self.first_answer.is_none(),
        };
        let now = self.awaiting_since.map(owed);
        // What letters on their way were to answer is answered by this, whatever becomes of them.
        let before = self.outbox.iter_mut().filter_map(|letter| letter.answers.take());
        self.settled = before.chain(now).reduce(Owed::and);
        let promise = self.promise.take();
        let since = promise.as_ref().map(|promise| promise.since);
        let in_time = promise.is_none_or(|promise| at <= promise.respond_by);
        self.first_answer.get_or_insert(Answer { at, by: who, since, in_time });
        self.awaiting_since = None;
        self.request_waits = false;
        self.withheld = None;
        self.quiet = false;
    }

    fn heard_from(&mut self, at: Timestamp, wants_answer: bool, entry: &Entry) {
        self.last_inbound_at = self.last_inbound_at.max(Some(at));
        self.snoozed = None;
        // What they said before they first enquired answers nothing of ours.
        if self.captured_at.is_none_or(|captured| at >= captured) {
            self.heard_seq = entry.seq;
        }
        if wants_answer && self.awaiting_since.is_none() {
            self.awaiting_since = Some(at);
            self.waiting_known_at = Some(entry.at);
        }
    }

    fn learn(&mut self, entry: &Entry, at: Timestamp, sign: Sign) {
        if self.evidence.len() == EVIDENCE_MAX {
            // A request outlives any number of page visits: a person has yet to answer it.
            let request = |known: &Evidence| matches!(known.sign, Sign::Asked(_));
            let oldest = self.evidence.iter().position(|known| !request(known)).unwrap_or(0);
            self.evidence.remove(oldest);
        }
        self.evidence.push(Evidence { seq: entry.seq, at, sign });
        self.facts_seq = entry.seq;
    }
}

/// Whether an arrival says something its source may require that is no fact of the lead.
fn is_said_beside_facts(arrival: &Arrival, key: &str) -> bool {
    match key {
        "message" => !arrival.message.is_empty(),
        "consent" => arrival.consent.is_some(),
        _ => false,
    }
}

/// What a touch proves about a lead's interest, if anything.
fn sign_of(touch: &Touch) -> Option<Sign> {
    let talked = touch.outcome == Outcome::Reached;
    match touch.channel {
        Channel::Visit => Some(Sign::Visited(touch.text.clone())),
        Channel::Stay => touch.text.parse().ok().map(Sign::Stayed),
        Channel::Download => Some(Sign::Downloaded(touch.text.clone())),
        Channel::Webinar => Some(Sign::AttendedWebinar),
        Channel::Open => Some(Sign::Opened),
        Channel::Click => Some(Sign::Clicked),
        Channel::Product => Some(Sign::UsedProduct),
        Channel::Meeting if talked => Some(Sign::MetInPerson),
        Channel::Call if talked => Some(Sign::Talked),
        Channel::Call | Channel::Meeting => None,
        Channel::Email
        | Channel::Sms
        | Channel::Chat
        | Channel::Whatsapp
        | Channel::Linkedin
        | Channel::Post => (touch.direction == Direction::Inbound).then_some(Sign::Replied),
    }
}
