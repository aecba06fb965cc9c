//! What becomes of letters: queued, kept back while a sequence is held, gone, or come to nothing.

use crate::lead::{
    Actor, Delivery, Enrolment, Entry, Event, Lead, LeadFate, Letter, READDRESSED, Seq, StepRef,
    TaskKind,
};
use jiff::{SignedDuration, Timestamp};

impl Lead {
    /// Reads an entry about a letter; every other leaves the lead as it is.
    pub(super) fn post(&mut self, entry: &Entry) {
        match &entry.event {
            Event::Queued { letter } => self.queue(letter, entry),
            Event::Rewritten { queued, wording } => {
                for delivery in self.letter(*queued) {
                    delivery.letter.rewritten = Some(wording.clone());
                }
                self.accept_if_owner(entry);
            }
            Event::Released { queued } => {
                for delivery in self.letter(*queued) {
                    delivery.next_at = entry.at;
                    delivery.released = true;
                }
            }
            Event::Delivered { queued, .. } => self.delivered(*queued, entry.at),
            Event::Undelivered { queued, error, retry_at } => {
                for delivery in self.letter(*queued) {
                    delivery.next_at = *retry_at;
                    delivery.tries += 1;
                    delivery.last_error = error.clone();
                }
            }
            Event::Deferred { queued, until, .. } => {
                for delivery in self.letter(*queued) {
                    delivery.next_at = *until;
                }
            }
            Event::Dropped { queued, why } => self.dropped(*queued, why, entry.at),
            _ => {}
        }
    }

    fn letter(&mut self, queued: Seq) -> impl Iterator<Item = &mut Delivery> {
        self.outbox.iter_mut().filter(move |delivery| delivery.seq == queued)
    }

    fn queue(&mut self, letter: &Letter, entry: &Entry) {
        self.first_letter_at.get_or_insert(entry.at);
        let answers = match &entry.by {
            _ if !letter.is_own() => None,
            // The same words go to another address.
            Actor::House => {
                let sent = self.outbox.iter_mut().find_map(|delivery| delivery.answers.take());
                sent.or_else(|| self.settled.take())
            }
            _ => self.settled.take(),
        };
        self.outbox.push(Delivery {
            seq: entry.seq,
            queued_at: entry.at,
            next_at: letter.not_before,
            fresh_from: entry.at.max(letter.not_before),
            released: false,
            tries: 0,
            last_error: String::new(),
            answers,
            letter: letter.clone(),
        });
    }

    fn delivered(&mut self, queued: Seq, at: Timestamp) {
        self.first_acknowledged_at.get_or_insert(at);
        self.last_outbound_at = Some(at);
        let Some(delivery) = self.take_out(queued) else {
            self.touches += 1;
            return;
        };
        if delivery.letter.is_own() {
            // It was counted when they wrote it, and has answered whatever the others were to answer.
            self.outbox.iter_mut().for_each(|other| other.answers = None);
        } else {
            self.touches += 1;
        }
        if let Some(step) = &delivery.letter.step
            && let Some(enrolment) = self.enrolment_of(step)
        {
            enrolment.missed.remove(&step.index);
        }
    }

    fn dropped(&mut self, queued: Seq, why: &str, at: Timestamp) {
        let Some(delivery) = self.take_out(queued) else { return };
        if let Some(step) = &delivery.letter.step {
            self.miss(step, why, at);
        }
        // The first journals have the letter to the new address behind this.
        if why == READDRESSED && delivery.answers.is_some() && !self.profile.email.is_empty() {
            self.settled = delivery.answers;
            return;
        }
        if let Some(answers) = delivery.answers.filter(|_| self.fate == LeadFate::Open) {
            // Whoever never got the answer still waits for one.
            self.awaiting_since =
                self.awaiting_since.min(Some(answers.since)).or(Some(answers.since));
            self.waiting_known_at = Some(at);
            self.request_waits |= answers.request;
            self.asked.retain(|asked| asked.kind != TaskKind::Answer);
            if answers.is_first {
                self.first_answer = None;
            }
        }
    }

    fn take_out(&mut self, queued: Seq) -> Option<Delivery> {
        let place = self.outbox.iter().position(|delivery| delivery.seq == queued)?;
        Some(self.outbox.remove(place))
    }

    /// Notes that nothing came of a step of this sequence.
    pub(super) fn miss(&mut self, step: &StepRef, why: &str, at: Timestamp) {
        if let Some(enrolment) = self.enrolment_of(step) {
            enrolment.missed.insert(step.index, (at, why.to_owned()));
        }
    }

    fn enrolment_of(&mut self, step: &StepRef) -> Option<&mut Enrolment> {
        self.enrolment.as_mut().filter(|enrolment| enrolment.sequence == step.sequence)
    }

    /// The sequence is held, or goes on. What was kept back meanwhile has not grown older by it.
    pub(super) fn hold(&mut self, why: Option<&str>, at: Timestamp) {
        let Some(held_at) = self.enrolment.as_ref().map(|enrolment| enrolment.held_at) else {
            return;
        };
        if let Some(held_at) = held_at {
            let mut letters = std::mem::take(&mut self.outbox);
            for delivery in letters.iter_mut().filter(|delivery| self.holds_back(delivery)) {
                let rested = at.duration_since(held_at.max(delivery.fresh_from));
                let moved = delivery.fresh_from.saturating_add(rested.max(SignedDuration::ZERO));
                delivery.fresh_from = moved.unwrap_or(Timestamp::MAX);
            }
            self.outbox = letters;
        }
        if let Some(enrolment) = &mut self.enrolment {
            enrolment.held = why.map(str::to_owned);
            enrolment.held_at = why.map(|_| at);
        }
    }
}
