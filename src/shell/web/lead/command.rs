//! From a posted form to what is asked of the desk.

use super::act::Act;
use super::sent::{Sent, Wrong};
use super::{checklist, files, letter, needed, next, tags};
use crate::command::{Command, Refusal, Seen};
use crate::language::Words;
use crate::lead::{Channel, Direction, Lead, Outcome, Seq, Touch, Wording, WrongOwner};
use crate::playbook::Playbook;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// How a call may have gone, in the order a person chooses from.
pub const OUTCOMES: [Outcome; 5] = [
    Outcome::Reached,
    Outcome::Voicemail,
    Outcome::NoAnswer,
    Outcome::CallBack,
    Outcome::WrongNumber,
];

/// Ways to be in touch that have no pane of their own.
pub const OTHERS: [Channel; 6] = [
    Channel::Linkedin,
    Channel::Whatsapp,
    Channel::Sms,
    Channel::Chat,
    Channel::Meeting,
    Channel::Post,
];

/// Whose email it is: one that the house carries, one from somebody's own mailbox, or one of theirs.
pub const BY_HOUSE: &str = "house";
pub const BY_HAND: &str = "hand";
pub const BY_THEM: &str = "them";

/// How many minutes ago something was that is logged later.
pub const AGO: [i64; 6] = [0, 5, 15, 30, 60, 180];

/// Days for which a lead is put aside without naming a day.
pub const ASIDE: [i64; 3] = [7, 30, 90];

/// The name of the field in which a form says how what it changes stood when the page was drawn.
pub const WAS: &str = "was";

/// A form, and what it is about.
pub struct Asked<'a> {
    pub act: Act,
    /// The task or the letter; 0 for none.
    pub seq: Seq,
    pub sent: &'a Sent,
    pub lead: &'a Lead,
    pub playbook: &'a Playbook,
    pub now: Timestamp,
    /// Of who sent it.
    pub words: Words,
    /// In which they read and write times of day.
    pub zone: &'a TimeZone,
}

impl Asked<'_> {
    /// The command, or what has to be filled in first.
    pub fn command(&self) -> Result<Command, Wrong> {
        let text = |name: &str| self.sent.trimmed(name).to_owned();
        let why = || self.sent.line("why");
        Ok(match self.act {
            Act::Note => Command::Note { text: text("text"), next: self.next()? },
            Act::Call => self.call()?,
            Act::Email if self.sent.get("by") == BY_HOUSE && !self.sent.is_on("inbound") => {
                self.letter()?
            }
            Act::Email => self.touch(Channel::Email)?,
            Act::Other => self.touch(self.channel()?)?,
            Act::Task => match self.next()? {
                Some(step) => Command::AddTask(step),
                None => return Err(Wrong::with("next", self.words.say("lead-choose-task"))),
            },
            Act::Done => {
                let next = self.next()?;
                Command::FinishTask { task: self.seq, outcome: text("text"), next }
            }
            Act::Move => Command::MoveTask { task: self.seq, due_at: next::due(self)? },
            Act::Accept => Command::Accept,
            Act::Tag => tags::command(self.sent),
            Act::Answer => checklist::command(self.sent, self.words)?,
            Act::TakeOn => Command::TakeOn,
            Act::SendBack => Command::SendBack { reason: text("reason"), note: text("note") },
            Act::Attach => return Err(files::none(self.words)),
            Act::Detach => files::detached(self.sent, self.words)?,
            Act::Owner if text("owner").is_empty() => {
                return Err(Wrong::with("owner", self.words.say("lead-choose-somebody")));
            }
            Act::Owner => {
                self.as_seen(Seen::Owner, Command::Give { to: text("owner"), why: why() })
            }
            Act::Misroute => {
                let why = WrongOwner::from_key(self.sent.get("reason"));
                let lacking = || self.words.say("lead-choose-wrong-owner");
                let why = why.ok_or_else(|| Wrong::with("reason", lacking()))?;
                self.as_seen(Seen::Owner, Command::Misroute { why, note: text("note") })
            }
            Act::Stage => {
                let facts = needed::facts(self.sent, self.words)?;
                self.as_seen(Seen::Stage, Command::Move { stage: text("stage"), facts })
            }
            Act::Won => {
                Command::Win { value: self.value()?, facts: needed::facts(self.sent, self.words)? }
            }
            Act::Lost => Command::Lose { reason: text("reason"), note: text("note") },
            Act::Disqualify => Command::Disqualify { reason: text("reason"), note: text("note") },
            Act::Reopen => Command::Reopen { why: why() },
            Act::Hold => Command::Hold { why: why() },
            Act::Resume => Command::Resume,
            Act::Enrol if text("sequence").is_empty() => {
                return Err(Wrong::with("sequence", self.words.say("lead-choose-sequence")));
            }
            Act::Enrol => Command::Enrol { sequence: text("sequence") },
            Act::Snooze => Command::Snooze { until: self.until()?, why: why() },
            Act::Score if self.sent.is_on("end") => Command::EndOverride,
            Act::Score => {
                Command::Override { score: self.score()?, until: self.until()?, why: why() }
            }
            Act::Rewrite => {
                let wording = Wording { subject: text("subject"), body: text("text") };
                self.words_as_seen(Command::Rewrite { queued: self.seq, wording })?
            }
            Act::Send => Command::Release { queued: self.seq },
            Act::Drop => Command::Discard { queued: self.seq },
        })
    }

    fn next(&self) -> Result<Option<crate::command::NextStep>, Wrong> {
        next::chosen(self)
    }

    /// The command of a form that says how what it changes stood when it was drawn.
    fn as_seen(&self, seen: fn(String) -> Seen, then: Command) -> Command {
        match self.sent.get(WAS) {
            "" => then,
            was => Command::AsSeen { seen: seen(was.to_owned()), then: Box::new(then) },
        }
    }

    /// The same for a letter, of whose words a form only carries the mark.
    fn words_as_seen(&self, then: Command) -> Result<Command, Wrong> {
        let waiting = self.lead.outbox.iter().find(|letter| letter.seq == self.seq);
        let was = self.sent.get(WAS);
        let Some(waiting) = waiting.filter(|_| !was.is_empty()) else { return Ok(then) };
        if letter::mark(&waiting.letter) != was {
            return Err(Wrong::with("text", Refusal::RewrittenMeanwhile.say(self.words)));
        }
        let seen = Seen::Words(waiting.letter.rewritten.clone());
        Ok(Command::AsSeen { seen, then: Box::new(then) })
    }

    fn touch(&self, channel: Channel) -> Result<Command, Wrong> {
        let text = self.sent.trimmed("text");
        let inbound = self.sent.is_on("inbound") || self.sent.get("by") == BY_THEM;
        if channel != Channel::Call && text.is_empty() {
            return Err(Wrong::with("text", self.words.say("lead-write-what-was-said")));
        }
        let touch = Touch {
            channel,
            direction: if inbound { Direction::Inbound } else { Direction::Outbound },
            outcome: self.outcome(channel)?,
            text: text.to_owned(),
            at: self.happened_at(),
        };
        Ok(Command::Touch { touch, task: self.task(), next: self.next()? })
    }

    /// A call, with what was learnt in it.
    fn call(&self) -> Result<Command, Wrong> {
        let answers = checklist::learnt(self.sent, self.playbook);
        match self.touch(Channel::Call)? {
            Command::Touch { touch, task, next } if !answers.is_empty() => {
                Ok(Command::Call { touch, task, next, answers })
            }
            call => Ok(call),
        }
    }

    /// An email that leaves from here.
    fn letter(&self) -> Result<Command, Wrong> {
        let text = |name: &str| self.sent.trimmed(name).to_owned();
        let wording = Wording { subject: text("subject"), body: text("text") };
        Ok(Command::Write { wording, task: self.task(), next: self.next()? })
    }

    /// The open task that is settled with it.
    fn task(&self) -> Option<Seq> {
        let open = |seq: &Seq| self.lead.tasks.iter().any(|task| task.seq == *seq);
        self.sent.number("task").filter(open)
    }

    fn channel(&self) -> Result<Channel, Wrong> {
        let key = self.sent.get("channel");
        let channel = OTHERS.into_iter().find(|channel| channel.key() == key);
        channel.ok_or_else(|| Wrong::with("channel", self.words.say("lead-choose-channel")))
    }

    fn outcome(&self, channel: Channel) -> Result<Outcome, Wrong> {
        match channel {
            Channel::Call => {}
            Channel::Meeting => return Ok(Outcome::Reached),
            _ => return Ok(Outcome::Made),
        }
        let key = self.sent.get("outcome");
        let outcome = OUTCOMES.into_iter().find(|outcome| outcome.key() == key);
        outcome.ok_or_else(|| Wrong::with("outcome", self.words.say("lead-choose-outcome")))
    }

    /// When it took place: never before they first wrote.
    fn happened_at(&self) -> Timestamp {
        let ago = self.sent.trimmed("ago").parse().ok().filter(|ago| AGO.contains(ago));
        let at = self.now.saturating_sub(ago.unwrap_or(0).minutes()).unwrap_or(self.now);
        at.max(self.lead.captured_at.unwrap_or(at)).min(self.now)
    }

    fn value(&self) -> Result<Option<i64>, Wrong> {
        match self.sent.trimmed("value") {
            "" => Ok(None),
            text => match minor(self.words, text) {
                Some(value) => Ok(Some(value)),
                None => Err(Wrong::with("value", not_an_amount(self.words, text))),
            },
        }
    }

    /// A score a person sets.
    fn score(&self) -> Result<u8, Wrong> {
        let score = self.sent.number("score").filter(|score| *score <= 100);
        let wrong = || {
            let bounds = [("from", 0.into()), ("to", 100.into())];
            Wrong::with("score", self.words.fill("scoring-number", &bounds))
        };
        score.and_then(|score| u8::try_from(score).ok()).ok_or_else(wrong)
    }

    fn until(&self) -> Result<Timestamp, Wrong> {
        let calendar = self.playbook.calendar();
        match self.sent.trimmed("on") {
            "" => {
                let days = self.sent.trimmed("days").parse().unwrap_or(ASIDE[0]);
                let day = calendar.day_of(self.now).saturating_add(days.clamp(1, 366).days());
                Ok(calendar.opening_of(day))
            }
            day => match day.parse::<Date>() {
                Ok(day) => Ok(next::on(day, &calendar)),
                Err(_) => Err(Wrong::with("on", self.words.say("lead-no-day"))),
            },
        }
    }
}

/// An amount as people write it in their language, in minor units: `12,500`, `12 500.50`, `£900`.
pub fn minor(words: Words, text: &str) -> Option<i64> {
    let [thousands, point] = ["number-thousands", "number-point"].map(|key| words.say(key));
    let plain: String =
        text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '’' | '£' | '€' | '$')).collect();
    let (whole, rest) = plain.split_once(&point).unwrap_or((&plain, ""));
    let mut groups = whole.split(&thousands);
    let mut digits = groups.next().unwrap_or_default().to_owned();
    for group in groups {
        if group.len() != 3 || digits.is_empty() {
            return None;
        }
        digits.push_str(group);
    }
    let are_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if digits.is_empty() || rest.len() > 2 || !are_digits(&digits) || !are_digits(rest) {
        return None;
    }
    let pennies: i64 = format!("{rest:0<2}").parse().ok()?;
    digits.parse::<i64>().ok()?.checked_mul(100)?.checked_add(pennies)
}

/// An amount in minor units as a person would type it.
pub fn major(words: Words, minor: i64) -> String {
    match minor % 100 {
        0 => (minor / 100).to_string(),
        pennies => format!("{}{}{:02}", minor / 100, words.say("number-point"), pennies.abs()),
    }
}

/// What is said of a text that is no amount.
pub fn not_an_amount(words: Words, text: &str) -> String {
    words.fill("lead-not-an-amount", &[("text", text.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn an_amount_is_read_as_people_write_it() {
        let english = |text| minor(Words::default(), text);
        assert_eq!(english("12,500"), Some(1_250_000));
        assert_eq!(english("£900.5"), Some(90_050));
        assert_eq!(english("12 500.05"), Some(1_250_005));
        for nonsense in ["", ".", "-5", "a lot", "1.234", "12,50", ",500", "99999999999999999999"] {
            assert_eq!(english(nonsense), None, "{nonsense}");
        }
        assert_eq!(major(Words::default(), 1_250_000), "12500");
        assert_eq!(major(Words::default(), 90_050), "900.50");
    }

    #[test]
    fn a_german_amount_has_its_point_and_its_comma_the_other_way_round() {
        let german = Words::of(Language::German);
        assert_eq!(minor(german, "12.500"), Some(1_250_000));
        assert_eq!(minor(german, "1.200,5 €"), Some(120_050));
        assert_eq!(minor(german, "12500"), Some(1_250_000));
        assert_eq!(minor(german, "12500.50"), None);
        assert_eq!(major(german, 90_050), "900,50");
    }
}
