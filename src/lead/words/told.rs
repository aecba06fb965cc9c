//! What each entry of the journal says, in the words of a language.

use super::cause::cause;
use super::phrases::{self, spoken};
use super::span::{between, until};
use super::{Named, Names, quote};
use crate::language::{Value, Words};
use crate::lead::{
    Actor, Arrival, Channel, Direction, Entry, Event, Finding, Letter, Means, Notice, Outcome,
    Touch,
};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// The most changes or reasons that one line lists.
const LIST_MAX: usize = 6;

/// An entry, and who tells it.
pub(super) struct Telling<'a> {
    pub entry: &'a Entry,
    pub names: Names<'a>,
    pub words: Words,
}

impl Telling<'_> {
    /// What happened, as a sentence without its full stop.
    pub fn head(&self) -> String {
        let words = self.words;
        match &self.entry.event {
            Event::Captured(arrival) if arrival.quiet => self.arrived("entry-imported", arrival),
            Event::Captured(arrival) => self.keyed_in(self.arrived("entry-captured", arrival)),
            Event::Attached(arrival) if arrival.completes => {
                self.arrived("entry-completed", arrival)
            }
            Event::Attached(arrival) => self.keyed_in(self.arrived("entry-attached", arrival)),
            Event::Flagged { with, why } => {
                let with = [("lead", with.to_string().into()), ("why", cause(words, why).into())];
                words.fill("entry-flagged", &with).trim_end_matches(['.', ' ']).to_owned()
            }
            Event::Edited { changes } => {
                self.by(self.one("entry-edited", "changes", self.changed(changes)))
            }
            Event::Lacking { facts } => self.one(
                "entry-lacking",
                "facts",
                self.listed(facts.iter().map(|fact| self.either(fact))),
            ),
            Event::Tagged { added, removed } => self.by(self.tagged(added, removed)),
            Event::FileAttached { file } => {
                self.by(self.because(words.say("entry-file-attached"), &file.name))
            }
            Event::FileRemoved { name, .. } => {
                self.by(self.because(words.say("entry-file-removed"), name))
            }
            Event::Noted { .. } => self.by(words.say("entry-noted")),
            Event::Touched(touch) => self.touched(touch),
            Event::Scored { score, tier, because, .. } => {
                let tier = phrases::tier(words, *tier);
                let scored = words
                    .fill("entry-scored", &[("score", (*score).into()), ("tier", tier.into())]);
                let reasons = because.iter().map(|reason| phrases::reason(words, reason));
                self.because(scored, &self.listed(reasons))
            }
            Event::Answered { criterion, finding, note, means } => {
                let what = self.by(self.answered(criterion, *finding, *means));
                if means.is_of_the_house() { self.because(what, note) } else { what }
            }
            Event::AnswerWithdrawn { criterion } => {
                let what = self.called(Named::Criterion, criterion);
                self.by(self.one("entry-answer-withdrawn", "criterion", what))
            }
            Event::Graded { grade, why } => {
                let what = match grade {
                    Some(grade) => self.one("entry-graded", "grade", grade.name()),
                    None => words.say("entry-graded-none"),
                };
                self.because(what, &cause(words, why))
            }
            Event::HandedOver { why } => {
                self.because(words.say("entry-handed-over"), &cause(words, why))
            }
            Event::TakenOn => self.by(words.say("entry-taken-on")),
            Event::SentBack { reason, .. } => {
                self.by(self.for_reason(words.say("entry-sent-back"), reason))
            }
            Event::Assigned { owner, accept_by, decision } => {
                let given = self.by(self.one("entry-assigned", "name", self.mate(owner)));
                let given = self.because(given, &cause(words, &decision.rule));
                accept_by.map_or(given.clone(), |by| {
                    let span = self.span_to(by);
                    words.fill(
                        "entry-accept-within",
                        &[("what", given.into()), ("span", span.into())],
                    )
                })
            }
            Event::Accepted => self.by(words.say("entry-accepted")),
            Event::OfferStood { why } => {
                self.because(words.say("entry-offer-stood"), &cause(words, why))
            }
            Event::Misrouted { from, why, .. } => {
                let why = words.say(&format!("wrong-owner-{}", why.key()));
                self.because(self.by(self.one("entry-misrouted", "name", self.mate(from))), &why)
            }
            Event::OwnerJudged { right: true } => self.by(words.say("entry-owner-right")),
            Event::OwnerJudged { right: false } => self.by(words.say("entry-owner-wrong")),
            Event::OfferShortened { accept_by } => {
                self.one("entry-offer-shortened", "span", self.span_to(*accept_by))
            }
            Event::Promised { since, respond_by } => {
                self.one("entry-promised", "span", between(words, *since, *respond_by))
            }
            Event::Warned { percent } => self.one("entry-warned", "percent", *percent),
            Event::Breached { .. } => words.say("entry-breached"),
            Event::Escalated { to, .. } => self.one("entry-escalated", "name", self.mate(to)),
            Event::Notified { to, notice } => self.notified(to, *notice),
            Event::ToldTogether { to, .. } => self.notified(to, Notice::NewLead),
            Event::TaskAdded { kind, due_at, .. } => {
                let (task, when) = (phrases::task_kind(words, *kind), self.until(*due_at));
                self.by(words.fill("entry-task", &[("task", task.into()), ("when", when.into())]))
            }
            Event::TaskDone { outcome, .. } => {
                self.by(self.with(words.say("entry-task-done"), &self.done(outcome)))
            }
            Event::TaskDropped { why, .. } => {
                self.because(self.by(words.say("entry-task-dropped")), &cause(words, why))
            }
            Event::TaskMoved { kind, from, to, .. } => {
                let key = if to > from { "entry-task-later" } else { "entry-task-earlier" };
                let (task, span) = (phrases::task_kind(words, *kind), between(words, *from, *to));
                self.by(words.fill(key, &[("task", task.into()), ("span", span.into())]))
            }
            Event::Enrolled { sequence } => self.by(self.one(
                "entry-enrolled",
                "sequence",
                self.called(Named::Sequence, sequence),
            )),
            Event::Withheld { sequence } => {
                self.one("entry-withheld", "sequence", self.called(Named::Sequence, sequence))
            }
            Event::Postponed { step, until, why } => {
                let waits = [("day", step.day.into()), ("span", self.span_to(*until).into())];
                self.because(words.fill("entry-postponed", &waits), &cause(words, why))
            }
            Event::StepTaken { step } => self.one("entry-step-taken", "day", step.day),
            Event::Skipped { step, why } => {
                self.because(self.one("entry-skipped", "day", step.day), &cause(words, why))
            }
            Event::Exited { sequence, exit, then } => {
                let ended = self.called(Named::Sequence, sequence);
                let ended =
                    [("sequence", ended.into()), ("exit", phrases::exit(words, *exit).into())];
                let ended = words.fill("entry-exited", &ended);
                match then {
                    None => ended,
                    Some(next) => {
                        let next = self.called(Named::Sequence, next);
                        words.fill(
                            "entry-exited-then",
                            &[("what", ended.into()), ("next", next.into())],
                        )
                    }
                }
            }
            Event::Held { why } => self.because(self.by(words.say("entry-held")), why),
            Event::Resumed => self.by(words.say("entry-resumed")),
            Event::Queued { letter } => self.queued(letter),
            Event::Rewritten { wording, .. } => {
                self.because(self.by(words.say("entry-rewritten")), &wording.subject)
            }
            Event::Released { .. } => self.by(words.say("entry-released")),
            Event::Delivered { .. } => words.say("entry-delivered"),
            Event::Undelivered { error, retry_at, .. } => {
                let what = self.because(words.say("entry-not-sent"), &cause(words, error));
                let when = self.until(*retry_at);
                words.fill("entry-next-try", &[("what", what.into()), ("when", when.into())])
            }
            Event::Deferred { until, why, .. } => {
                let waits = self.one("entry-deferred", "span", self.span_to(*until));
                self.because(waits, &cause(words, why))
            }
            Event::Dropped { why, .. } => {
                self.because(self.by(words.say("entry-dropped")), &cause(words, why))
            }
            Event::Bounced { .. } => words.say("entry-bounced"),
            Event::OptedOut { .. } => self.by(words.say("entry-opted-out")),
            Event::StageMoved { from, to } if from.is_empty() => {
                self.by(self.one("entry-staged", "stage", self.called(Named::Stage, to)))
            }
            Event::StageMoved { from, to } => {
                let [from, to] = [from, to].map(|key| self.called(Named::Stage, key));
                self.by(words.fill("entry-moved", &[("from", from.into()), ("to", to.into())]))
            }
            Event::Won { .. } => self.by(words.say("entry-won")),
            Event::Lost { reason, note } if self.entry.by == Actor::House && note.is_empty() => {
                self.for_reason(words.say("entry-archived"), reason)
            }
            Event::Lost { reason, .. } => self.by(self.for_reason(words.say("entry-lost"), reason)),
            Event::Disqualified { reason, .. } => {
                self.by(self.for_reason(words.say("entry-disqualified"), reason))
            }
            Event::Reopened { why } => {
                self.because(self.by(words.say("entry-reopened")), &cause(words, why))
            }
            Event::Snoozed { until, why } => {
                let aside = self.one("entry-snoozed", "span", self.span_to(*until));
                self.because(self.by(aside), why)
            }
            Event::Overridden { score, until, why } => {
                let with = [("score", (*score).into()), ("span", self.span_to(*until).into())];
                self.because(self.by(words.fill("entry-overridden", &with)), why)
            }
            Event::OverrideEnded => words.say("entry-override-ended"),
            Event::Woken => words.say("entry-woken"),
            Event::Unsettled => words.say("entry-unsettled"),
            Event::PlaybookApplied { version, .. } => {
                self.by(self.one("entry-playbook", "version", *version))
            }
            Event::Unknown { kind, .. } => self.one("entry-unknown", "kind", spoken(kind)),
        }
    }

    /// A text with one place.
    fn one<'v>(&self, key: &str, place: &'static str, value: impl Into<Value<'v>>) -> String {
        self.words.fill(key, &[(place, value.into())])
    }

    /// What something is called here.
    fn called(&self, what: Named, key: &str) -> String {
        let usual = || match what {
            Named::Teammate => key.to_owned(),
            Named::Fact => phrases::fact(self.words, key),
            Named::Source
            | Named::Stage
            | Named::Sequence
            | Named::Letter
            | Named::Tag
            | Named::Criterion => spoken(key),
        };
        (self.names)(what, key).unwrap_or_else(usual)
    }

    fn notified(&self, to: &str, notice: Notice) -> String {
        let (name, news) = (self.mate(to), phrases::news(self.words, notice));
        self.words.fill("entry-notified", &[("name", name.into()), ("news", news.into())])
    }

    fn mate(&self, id: &str) -> String {
        self.called(Named::Teammate, id)
    }

    fn span_to(&self, at: Timestamp) -> String {
        between(self.words, self.entry.at, at)
    }

    fn until(&self, at: Timestamp) -> String {
        until(self.words, self.entry.at, at)
    }

    /// Who did it, if somebody did.
    fn actor(&self) -> Option<String> {
        match &self.entry.by {
            Actor::Teammate(id) => Some(self.mate(id)),
            Actor::Token(name) => Some(name.clone()),
            Actor::Visitor | Actor::House => None,
        }
    }

    fn by(&self, what: String) -> String {
        self.by_in("entry-by", what)
    }

    fn by_in(&self, key: &str, what: String) -> String {
        match self.actor() {
            None => what,
            Some(name) => self.words.fill(key, &[("what", what.into()), ("name", name.into())]),
        }
    }

    /// A reason behind a colon, without a stop of its own; nothing if there is none.
    fn because(&self, what: String, why: &str) -> String {
        let why = quote(why);
        let why = why.trim_end_matches('.');
        if why.is_empty() {
            return what;
        }
        self.words.fill("entry-because", &[("what", what.into()), ("why", why.into())])
    }

    /// One more thing about it; nothing if there is none.
    fn with(&self, what: String, more: &str) -> String {
        if more.is_empty() {
            return what;
        }
        self.words.fill("entry-with", &[("what", what.into()), ("more", more.into())])
    }

    /// One of the playbook's reasons for an ending.
    fn for_reason(&self, what: String, reason: &str) -> String {
        if reason.is_empty() {
            return what;
        }
        let reason = quote(reason);
        self.words.fill("entry-reason", &[("what", what.into()), ("reason", reason.into())])
    }

    fn arrived(&self, key: &str, arrival: &Arrival) -> String {
        let came = self.one(key, "source", self.called(Named::Source, &arrival.source));
        let asked = arrival.hand_raise.map(|kind| phrases::ask(self.words, kind));
        self.with(came, &asked.unwrap_or_default())
    }

    /// Who of us keyed in what they said, if one did.
    fn keyed_in(&self, what: String) -> String {
        if self.entry.by.is_teammate() { self.by(what) } else { what }
    }

    fn touched(&self, touch: &Touch) -> String {
        let words = self.words;
        let text = quote(&touch.text);
        let quoted = |key: &str| {
            let what = words.say(key);
            if text.is_empty() {
                return what;
            }
            words.fill("entry-quoted", &[("what", what.into()), ("text", text.as_str().into())])
        };
        match touch.channel {
            Channel::Visit if text.is_empty() => words.say("entry-visited-page"),
            Channel::Visit => self.one("entry-visited", "page", text.as_str()),
            Channel::Stay => {
                let minutes = text.parse::<u32>().map_or(0, |seconds| seconds.div_ceil(60));
                self.one("entry-stayed", "span", super::duration(words, minutes.into()))
            }
            Channel::Download => quoted("entry-downloaded"),
            Channel::Webinar => quoted("entry-attended"),
            Channel::Open => quoted("entry-opened"),
            Channel::Click => quoted("entry-clicked"),
            Channel::Product => self.because(words.say("entry-used"), &text),
            Channel::Call
            | Channel::Email
            | Channel::Sms
            | Channel::Chat
            | Channel::Whatsapp
            | Channel::Linkedin
            | Channel::Meeting
            | Channel::Post => self.contact(touch),
        }
    }

    fn contact(&self, touch: &Touch) -> String {
        let words = self.words;
        let what = phrases::channel(words, touch.channel);
        let went = match touch.outcome {
            Outcome::Reached if touch.channel == Channel::Meeting => {
                words.say("entry-meeting-held")
            }
            how => phrases::outcome(words, how),
        };
        match touch.direction {
            Direction::Outbound => self.by(self.with(what, &went)),
            Direction::Inbound => {
                let what = self.with(self.one("entry-from-them", "what", what), &went);
                self.by_in("entry-noted-by", what)
            }
        }
    }

    fn queued(&self, letter: &Letter) -> String {
        let own = letter.own_subject().map(quote);
        let name = own.unwrap_or_else(|| self.called(Named::Letter, &letter.template));
        if letter.not_before <= self.entry.at {
            return self.one("entry-on-its-way", "letter", name);
        }
        let when = self.until(letter.not_before);
        self.words.fill("entry-drafted", &[("letter", name.into()), ("when", when.into())])
    }

    /// What came of a task: an outcome by its key, what the house found, or somebody's words.
    fn done(&self, how: &str) -> String {
        match Outcome::ALL.into_iter().find(|one| one.key() == how) {
            Some(outcome) => phrases::outcome(self.words, outcome),
            None => quote(&cause(self.words, how)),
        }
    }

    fn tagged(&self, added: &[String], removed: &[String]) -> String {
        let named =
            |keys: &[String]| self.listed(keys.iter().map(|key| self.called(Named::Tag, key)));
        let (on, off) = (named(added), named(removed));
        match (added.is_empty(), removed.is_empty()) {
            (_, true) => self.one("entry-tags-on", "tags", on),
            (true, false) => self.one("entry-tags-off", "tags", off),
            (false, false) => {
                self.words.fill("entry-tags-swapped", &[("on", on.into()), ("off", off.into())])
            }
        }
    }

    fn answered(&self, criterion: &str, finding: Finding, means: Means) -> String {
        let key = match means {
            Means::Hand => "entry-answered",
            Means::Call => "entry-answered-call",
            Means::Form => "entry-answered-form",
            Means::Rule => "entry-answered-rule",
        };
        let finding = phrases::finding(self.words, finding);
        let with = [
            ("criterion", self.called(Named::Criterion, criterion).into()),
            ("finding", finding.into()),
        ];
        self.words.fill(key, &with)
    }

    fn changed(&self, changes: &BTreeMap<String, String>) -> String {
        let words = self.words;
        self.listed(changes.iter().map(|(key, value)| {
            let fact = self.called(Named::Fact, key);
            let value = match value.parse::<i64>() {
                _ if value.is_empty() => return self.one("entry-cleared", "fact", fact),
                // The worth of a lead is kept in minor units.
                Ok(minor) if key == "value" => words.number(minor / 100),
                _ => quote(value),
            };
            words.fill("entry-change", &[("fact", fact.into()), ("value", value.into())])
        }))
    }

    /// What a fact is called; `email|phone` is either.
    fn either(&self, facts: &str) -> String {
        let either = |one: String, other: String| {
            self.words.fill("either", &[("one", one.into()), ("other", other.into())])
        };
        let called = facts.split('|').map(|fact| self.called(Named::Fact, fact));
        called.reduce(either).unwrap_or_default()
    }

    /// The first few of a list, and how many more there are.
    fn listed(&self, items: impl ExactSizeIterator<Item = String>) -> String {
        let more = items.len().saturating_sub(LIST_MAX);
        let mut shown: Vec<String> = items.take(LIST_MAX).collect();
        if more > 0 {
            shown.push(self.one("entry-more", "count", more));
        }
        shown.join(", ")
    }
}
