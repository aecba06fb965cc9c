//! An arrival in the making: each value goes to its place, and nothing that was said is lost.

use super::fields::{MESSAGE_MAX, trimmed};
use super::mapping::Place;
use super::sources::csv_row;
use super::times::DateOrder;
use super::words::{cut, slug};
use super::{Received, asks, campaign, times, worth};
use crate::lead::profile::{VALUE_MAX, email_normal, may_be_dialled, one_line};
use crate::lead::{Arrival, Campaign, Consent, Profile};
use crate::playbook::{Door, Playbook, Source, Standing};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// The key under which an address is kept that is none.
pub const EMAIL_AS_GIVEN: &str = "email_as_given";

/// The key under which the currency of an amount is kept.
pub const CURRENCY: &str = "currency";

/// Answers that agree without saying to what.
const YES: [&str; 12] =
    ["on", "yes", "true", "1", "y", "x", "ja", "wahr", "checked", "agreed", "accepted", "granted"];

/// Answers that do not agree.
const NO: [&str; 9] = ["no", "false", "0", "n", "off", "nein", "falsch", "none", "unchecked"];

/// Answers that took no letters back, but never asked for any.
const NEVER_AGREED: [&str; 1] = ["no consent"];

/// An arrival while its values come in.
pub(super) struct Draft<'a> {
    received: &'a Received<'a>,
    playbook: &'a Playbook,
    arrival: Arrival,
    first_name: String,
    last_name: String,
    agreed: Vec<String>,
    disagreed: bool,
    consent_text: String,
    /// When it ended, and how that was said.
    closed: Option<(Timestamp, String, String)>,
    /// How much the stage counts that was said, and how that was said.
    stage: Option<(u8, String, String)>,
    /// What it is said to be worth, and under which name.
    worth: Option<(String, String)>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(received: &'a Received<'a>, playbook: &'a Playbook) -> Self {
        let source = received.source;
        let arrival = Arrival {
            submission: received.id,
            source: source.key.clone(),
            class: source.class,
            arrived_at: received.at,
            profile: Profile::default(),
            fields: BTreeMap::new(),
            message: String::new(),
            hand_raise: None,
            campaign: Campaign::default(),
            consent: None,
            declined: false,
            missing: Vec::new(),
            earlier: Vec::new(),
            quiet: source.quiet,
            owner: None,
            stage: None,
            tags: Vec::new(),
            opted_out: false,
            completes: false,
            closed_at: None,
            value: None,
            import: None,
        };
        Draft {
            received,
            playbook,
            arrival,
            first_name: String::new(),
            last_name: String::new(),
            agreed: Vec::new(),
            disagreed: false,
            consent_text: String::new(),
            closed: None,
            stage: None,
            worth: None,
        }
    }

    /// Puts a value to its place; where that is taken or does not fit, it is kept under its name.
    pub(super) fn put(&mut self, place: &Place, name: &str, value: &str) {
        if *place == Place::Message {
            return self.put_message(value);
        }
        let value = &*one_line(value, VALUE_MAX);
        if value.is_empty() {
            return;
        }
        match place {
            Place::Profile("email") => self.put_email(name, value),
            Place::Profile(key) => self.put_profile(key, name, value),
            Place::FirstName if self.first_name.is_empty() => {
                value.clone_into(&mut self.first_name)
            }
            Place::LastName if self.last_name.is_empty() => value.clone_into(&mut self.last_name),
            Place::FirstName | Place::LastName => self.keep_aside(name, value),
            Place::Message => self.put_message(value),
            Place::Consent => self.put_consent(name, value),
            Place::ConsentText if self.consent_text.is_empty() => {
                value.clone_into(&mut self.consent_text);
            }
            Place::ConsentText if self.consent_text == value => {}
            Place::ConsentText => self.keep_aside(name, value),
            Place::ArrivedAt => self.put_moment(name, value),
            Place::ClosedAt => self.put_end(name, value),
            Place::OptedOut => {
                self.arrival.opted_out |= opts_out(value);
                self.disagreed |= is_one_of(&NEVER_AGREED, value);
            }
            Place::Owner => self.put_owner(name, value),
            Place::Stage => self.put_stage(name, value),
            Place::Tags => self.put_tags(name, value),
            Place::Value if self.worth.is_none() => {
                self.worth = Some((name.to_owned(), value.to_owned()));
            }
            Place::Value => self.keep_aside(name, value),
            Place::Campaign(key) => {
                if !campaign::put(&mut self.arrival.campaign, key, value) {
                    self.keep_aside(name, value);
                }
            }
            Place::Field(key) => self.keep(key, value),
            Place::Kept(key) => self.keep_aside(key, value),
            Place::Ignored => {}
        }
    }

    /// Draws the conclusions that need all values.
    pub(super) fn finish(mut self) -> Arrival {
        self.value_it();
        self.end_it();
        self.arrival.profile.name = self.full_name();
        self.arrival.campaign = campaign::complete(self.arrival.campaign, self.received);
        if !self.agreed.is_empty() {
            let said = self.agreed.join(", ");
            let text = if self.consent_text.is_empty() {
                said
            } else {
                std::mem::take(&mut self.consent_text)
            };
            self.arrival.consent = Some(Consent { at: self.arrival.arrived_at, text });
        }
        // Permission is kept under an address; where there is none, it is at least known.
        if self.arrival.opted_out && self.arrival.profile.email.is_empty() {
            self.keep(Place::OptedOut.key(), YES[1]);
        }
        let arrival = &mut self.arrival;
        let source = self.received.source;
        // A browser says nothing of a box that is not ticked, and our forms always have one.
        let was_asked = self.disagreed || source.door == Door::WebForm;
        arrival.declined = was_asked && arrival.consent.is_none();
        arrival.hand_raise = asks::of(source.hand_raise, &arrival.fields, &arrival.message);
        arrival.missing = missing(source, arrival);
        self.arrival
    }

    fn put_profile(&mut self, key: &str, name: &str, value: &str) {
        match self.arrival.profile.get_mut(key) {
            Some(place) if place.is_empty() => value.clone_into(place),
            Some(place) if place == value => {}
            _ => self.keep_aside(name, value),
        }
    }

    fn put_email(&mut self, name: &str, value: &str) {
        match address_in(value) {
            Some(address) => self.put_profile("email", name, address),
            None => return self.keep(EMAIL_AS_GIVEN, value),
        }
        if value.matches('@').count() > 1 {
            self.keep(EMAIL_AS_GIVEN, value);
        }
    }

    fn put_message(&mut self, value: &str) {
        let message = &mut self.arrival.message;
        if !message.is_empty() {
            message.push('\n');
        }
        let is_text = |letter: &char| !letter.is_control() || "\n\r\t".contains(*letter);
        message.extend(value.chars().filter(is_text));
        message.truncate(cut(message, MESSAGE_MAX).len());
    }

    fn put_consent(&mut self, name: &str, value: &str) {
        let answer = value.to_lowercase();
        if YES.contains(&&*answer) {
            self.agreed.push(name.to_owned());
        } else if denies(value) {
            self.disagreed = true;
        } else {
            self.agreed.push(value.to_owned());
        }
    }

    /// An import may tell of the past; what lies in the future or further back than any business
    /// looks is a wish or a mistake.
    fn put_moment(&mut self, name: &str, value: &str) {
        match self.moment(value) {
            Some(at) if self.arrival.arrived_at == self.received.at => self.arrival.arrived_at = at,
            _ => self.keep_aside(name, value),
        }
    }

    fn put_end(&mut self, name: &str, value: &str) {
        match self.moment(value) {
            Some(at) if self.closed.is_none() => {
                self.closed = Some((at, name.to_owned(), value.to_owned()));
            }
            _ => self.keep_aside(name, value),
        }
    }

    fn moment(&self, value: &str) -> Option<Timestamp> {
        let order = date_order(self.received, self.playbook);
        times::believed(value, self.playbook.business.zone(), order, self.received.at)
    }

    /// Takes when it ended, if it has and that can be. A row of a list about what is over asks nothing
    /// of us; where it does not say when it began, it began no later than it ended.
    fn end_it(&mut self) {
        let (arrival, business) = (&mut self.arrival, &self.playbook.business);
        let stage = arrival.stage.as_deref().and_then(|said| self.playbook.pipeline.standing(said));
        let has_ended = matches!(stage, Some(Standing::Ended(_)));
        arrival.quiet |= has_ended && self.received.source.door == Door::Csv;
        let Some((at, name, value)) = self.closed.take() else { return };
        if has_ended && arrival.quiet && arrival.arrived_at == self.received.at {
            arrival.arrived_at = at;
        }
        arrival.closed_at = times::end(arrival.arrived_at, at, business.zone())
            .filter(|_| has_ended && arrival.quiet);
        if arrival.closed_at.is_none() {
            self.keep_aside(&name, &value);
        }
    }

    /// Of several owners the first who works here counts, else the first we know, else the first. Who
    /// does not work here is kept in their words as well, for the record.
    fn put_owner(&mut self, name: &str, value: &str) {
        let mate = self.playbook.teammate_called(value);
        let (works_here, before) = (mate.is_some_and(|mate| mate.active), &self.arrival.owner);
        let known = before.as_deref().map(|id| self.playbook.teammate(id));
        let is_better = known.is_none_or(|one| match one {
            Some(one) => works_here && !one.active,
            None => mate.is_some(),
        });
        if is_better {
            self.arrival.owner = Some(mate.map_or(value, |mate| &mate.id).to_owned());
        }
        if !(is_better && works_here) {
            self.keep_aside(name, value);
        }
    }

    /// A stage we do not have is passed on in their words, and kept. Of several that are said an
    /// ending counts before all others, then what stands under the very name, then what says more than
    /// that it is open.
    fn put_stage(&mut self, name: &str, value: &str) {
        let standing = self.playbook.pipeline.standing(value);
        let rank = match standing {
            Some(Standing::Ended(_)) => 4,
            Some(Standing::In(_)) if slug(name) == Place::Stage.key() => 3,
            Some(Standing::In(stage)) if self.playbook.pipeline.stages.first() != Some(stage) => 2,
            Some(Standing::In(_)) => 1,
            None => 0,
        };
        let said_before = self.stage.as_ref().map(|(rank, ..)| *rank);
        if standing.is_none() || said_before.is_some_and(|before| before >= rank) {
            self.keep_aside(name, value);
        }
        if said_before.is_some_and(|before| before >= rank) {
            return;
        }
        let stage = match standing {
            Some(Standing::In(stage)) => {
                // A word of another system says more than the stage it stands for here.
                if ![&stage.key, &stage.name].iter().any(|own| slug(own) == slug(value)) {
                    self.keep_aside(name, value);
                }
                &stage.key
            }
            Some(Standing::Ended(_)) | None => value,
        };
        self.arrival.stage = Some(stage.to_owned());
        if let Some((1.., name, value)) = self.stage.replace((rank, name.into(), value.into())) {
            self.keep_aside(&name, &value);
        }
    }

    /// Words that are no tags of ours are kept as they were said.
    fn put_tags(&mut self, name: &str, value: &str) {
        let mut unknown = Vec::new();
        for word in tags_in(value) {
            match self.playbook.tag_called(word) {
                Some(tag) if self.arrival.tags.contains(&tag.key) => {}
                Some(tag) => self.arrival.tags.push(tag.key.clone()),
                None => unknown.push(word),
            }
        }
        if !unknown.is_empty() {
            self.keep_aside(name, &unknown.join(", "));
        }
    }

    /// Takes what it is said to be worth, if that is an amount in our currency.
    fn value_it(&mut self) {
        let Some((name, said)) = self.worth.take() else { return };
        let ours = &self.playbook.business.currency;
        let is_ours = self
            .arrival
            .fields
            .get(CURRENCY)
            .is_none_or(|theirs| worth::is_our_money(theirs, ours));
        self.arrival.value = worth::minor(&said, ours).filter(|_| is_ours);
        if self.arrival.value.is_none() {
            self.keep_aside(&name, &said);
        }
    }

    /// Keeps a value under its own name, which must not pass for a fact of the profile or the worth.
    fn keep_aside(&mut self, name: &str, value: &str) {
        let key = slug(name);
        let is_taken = Profile::KEYS.contains(&&*key) || key == Place::Value.key();
        let key = if is_taken { format!("{key}_2") } else { key };
        self.keep(&key, value);
    }

    fn keep(&mut self, key: &str, value: &str) {
        match self.arrival.fields.get_mut(key) {
            None => {
                self.arrival.fields.insert(key.to_owned(), value.to_owned());
            }
            Some(kept) if kept.split(", ").any(|one| one == value) => {}
            Some(kept) => {
                *kept = trimmed(&format!("{kept}, {value}"), VALUE_MAX).to_owned();
            }
        }
    }

    /// First and last name make a name. A form that asks for first name and “name” means the last.
    fn full_name(&self) -> String {
        let whole = &self.arrival.profile.name;
        let last = if whole.is_empty() { &self.last_name } else { whole };
        let first = self.first_name.as_str();
        let is_whole =
            !whole.is_empty() && (!self.last_name.is_empty() || has_words_of(whole, first));
        if first.is_empty() || is_whole {
            return last.clone();
        }
        trimmed(&format!("{first} {last}"), VALUE_MAX).to_owned()
    }
}

/// Whether a name holds every word of another.
fn has_words_of(name: &str, other: &str) -> bool {
    let words = |name| str::split(name, [' ', ',']).filter(|word| !word.is_empty());
    words(other).all(|word| words(name).any(|own| own == word))
}

/// Whether an answer says no.
fn denies(value: &str) -> bool {
    is_one_of(&NO, value)
}

/// Whether what stands where letters are declined declines them.
pub fn opts_out(value: &str) -> bool {
    !denies(value) && !is_one_of(&["subscribed"], value) && !is_one_of(&NEVER_AGREED, value)
}

fn is_one_of(answers: &[&str], value: &str) -> bool {
    answers.contains(&&*value.trim().to_lowercase())
}

/// The words of a list of tags, apart by commas or semicolons.
pub fn tags_in(value: &str) -> impl Iterator<Item = &str> {
    value.split([',', ';']).map(str::trim).filter(|word| !word.is_empty())
}

/// What the source asks for and an arrival does not say.
fn missing(source: &Source, arrival: &Arrival) -> Vec<String> {
    source.lacking(|key| match key {
        "message" => !arrival.message.is_empty(),
        "consent" => arrival.consent.is_some(),
        "phone" => may_be_dialled(&arrival.profile.phone),
        _ => match arrival.profile.get(key) {
            Some(fact) => !fact.is_empty(),
            None => arrival.fields.contains_key(key),
        },
    })
}

/// Which number of a date with slashes is the month, for a row of a list: as the whole list shows
/// it, else as it is written in the country of the house. Other doors guess nothing.
pub(super) fn date_order(received: &Received, playbook: &Playbook) -> Option<DateOrder> {
    let of_list = csv_row::date_order(received.content_type);
    of_list.or_else(|| match received.source.door {
        Door::Csv => Some(DateOrder::of_country(&playbook.business.country)),
        _ => None,
    })
}

/// The first e-mail address in a text that may hold a name or several.
pub fn address_in(text: &str) -> Option<&str> {
    let apart = |letter: char| letter.is_whitespace() || ",;<>".contains(letter);
    let mut parts = text.split(apart).map(|part| part.strip_prefix("mailto:").unwrap_or(part));
    parts.find(|part| email_normal(part).is_some())
}
