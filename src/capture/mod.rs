//! What arrives and from where: raw bytes in, one arrival out.
//!
//! Reading never fails. What cannot be understood is kept under its own name, what looks like spam
//! is put aside with the reason, and what says nothing at all is said to say nothing. The verbatim
//! body is kept before any of this happens, and that is done elsewhere.

mod asks;
mod body;
mod campaign;
mod draft;
mod fields;
pub mod mapping;
pub mod room;
pub mod sources;
mod spam;
mod synonyms;
mod times;
mod words;
mod worth;

#[cfg(test)]
mod example;
#[cfg(test)]
mod tests;

pub use draft::{CURRENCY, EMAIL_AS_GIVEN, opts_out, tags_in};
pub use fields::Fields;
pub use mapping::{Mapping, guess};
pub use spam::TRAP;
pub use synonyms::is_a_usual_name;
pub use times::DateOrder;
pub use words::slug;
pub use worth::is_our_money;

use crate::lead::profile::may_be_dialled;
use crate::lead::{Arrival, Fate, Profile, Submission};
use crate::playbook::{Door, Playbook, Source};
use jiff::Timestamp;
use mapping::{Place, Places};
use sources::Sender;
use spam::Traces;
use uuid::Uuid;

/// One arrival as it stands at our door, before anything has read it.
pub struct Received<'a> {
    pub id: Uuid,
    pub source: &'a Source,
    /// When it arrived at our door.
    pub at: Timestamp,
    pub content_type: &'a str,
    pub body: &'a [u8],
    /// Query of the URL of the post, or of the page the form stands on.
    pub query: &'a str,
    pub referrer: &'a str,
}

impl Received<'_> {
    /// What arrived, as it is kept. Its fate is written when it is decided.
    pub fn submission(&self) -> Submission {
        Submission {
            id: self.id,
            source: self.source.key.clone(),
            arrived_at: self.at,
            content_type: self.content_type.to_owned(),
            raw: self.body.to_vec(),
            cut: false,
            fate: Fate::Empty,
        }
    }
}

/// What an arrival turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Read {
    /// Somebody wants something, or might.
    Enquiry(Box<Arrival>),
    /// It looks like spam, for the reason given in sentences.
    Spam(Box<Arrival>, String),
    /// It said nothing at all but where its sender is from.
    Empty,
}

/// Reads what arrived, in the way of its door.
pub fn read(received: &Received, playbook: &Playbook) -> Read {
    let kind = sources::of(received.source.door);
    read_bounded(received, (kind.read)(received), playbook)
}

/// Reads an arrival whose body is in fields already, such as those of a form in parts.
pub fn read_fields(
    received: &Received,
    fields: Vec<(String, String)>,
    playbook: &Playbook,
) -> Read {
    read_bounded(received, fields.into_iter().collect(), playbook)
}

/// What was said in a body, by the names it was said under; for showing it to its sender again.
pub fn fields(received: &Received) -> Fields {
    (sources::of(received.source.door).read)(received)
}

/// Whether a body tells of several people at once, where one post is one enquiry.
pub fn is_several(body: &[u8]) -> bool {
    body::json::is_several(body.trim_ascii())
}

/// Whether what stands in a column of a list can be read as what the column is about.
pub fn is_read(
    place: &Place,
    value: &str,
    dates: DateOrder,
    now: Timestamp,
    playbook: &Playbook,
) -> bool {
    match place {
        Place::ArrivedAt | Place::ClosedAt => {
            times::believed(value, playbook.business.zone(), Some(dates), now).is_some()
        }
        Place::Stage => playbook.pipeline.standing(value).is_some(),
        Place::Profile("email") => draft::address_in(value).is_some(),
        Place::Profile("phone") => may_be_dialled(value),
        Place::Value => worth::minor(value, &playbook.business.currency).is_some(),
        Place::Field(key) => playbook.field(key).is_none_or(|field| field.reads(value)),
        _ => true,
    }
}

/// Whether a row of a list says that something ended on a day before it began.
pub fn ends_too_early(
    began: &str,
    ended: &str,
    dates: DateOrder,
    now: Timestamp,
    playbook: &Playbook,
) -> bool {
    let zone = playbook.business.zone();
    let at = |text| times::believed(text, zone, Some(dates), now);
    at(began).zip(at(ended)).is_some_and(|(began, ended)| times::end(began, ended, zone).is_none())
}

/// The moment a text names, where it can be read in one way only.
pub fn moment(text: &str, playbook: &Playbook) -> Option<Timestamp> {
    times::moment(text, playbook.business.zone(), None)
}

/// The name under which a moment is told that is too long ago to be believed, if one is.
pub fn too_long_ago<'a>(
    received: &Received,
    said: &'a [(String, String)],
    playbook: &Playbook,
) -> Option<&'a str> {
    let places = Places::of(received.source, playbook);
    let zone = &playbook.business.time_zone;
    let is_so = |(name, value): &&(String, String)| {
        places.find(name) == Place::ArrivedAt
            && times::moment(value, zone, None)
                .is_some_and(|at| times::is_too_long_ago(at, received.at))
    };
    said.iter().find(is_so).map(|(name, _)| name.as_str())
}

fn read_bounded(received: &Received, mut fields: Fields, playbook: &Playbook) -> Read {
    let kind = sources::of(received.source.door);
    let traces = match kind.sender {
        Sender::Visitor => Traces::take(&mut fields, playbook),
        Sender::Program | Sender::Ours => Traces::default(),
    };
    let places = Places::of(received.source, playbook);
    fields.bound(|name| places.find(name).is_understood());
    let arrival = arrival(received, &fields, &places, playbook);
    if says_nothing(&arrival, received.source.door) {
        return Read::Empty;
    }
    let verdict = if kind.is_ours() { None } else { spam::judge(&arrival, &traces, received.at) };
    match verdict {
        Some(why) => Read::Spam(Box::new(arrival), why),
        None => Read::Enquiry(Box::new(arrival)),
    }
}

fn arrival(received: &Received, fields: &Fields, places: &Places, playbook: &Playbook) -> Arrival {
    let mut draft = draft::Draft::new(received, playbook);
    for (name, value) in fields.iter() {
        draft.put(&places.find(name), name, value);
    }
    draft.finish()
}

/// What a page fills in by itself says nothing; whatever else was answered does. In a row of a list
/// the columns that we do not know say nothing by themselves: its last row may be their sum.
fn says_nothing(arrival: &Arrival, door: Door) -> bool {
    let by_itself = ["country", "language", "time_zone"];
    let typed = Profile::KEYS.iter().filter(|key| !by_itself.contains(key));
    let tried = arrival.fields.contains_key(EMAIL_AS_GIVEN);
    let answered = tried || (door != Door::Csv && !arrival.fields.is_empty());
    typed.filter_map(|key| arrival.profile.get(key)).all(str::is_empty)
        && arrival.message.is_empty()
        && !answered
}
