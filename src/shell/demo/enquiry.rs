//! What people write when they enquire, and how it arrives through each door.

use super::dice::Dice;
use super::people::Person;
use crate::capture::sources::csv_row;

/// One arrival, as it stands at the door.
pub struct Posted {
    pub source: &'static str,
    pub content_type: &'static str,
    pub body: Vec<u8>,
    pub query: String,
    pub referrer: String,
}

pub const FORM: &str = "application/x-www-form-urlencoded";
pub const JSON: &str = "application/json";

impl Posted {
    /// A form of our own, filled in.
    pub fn form(source: &'static str, fields: &[(&str, &str)]) -> Posted {
        let body = encoded(fields).into_bytes();
        Posted { source, content_type: FORM, body, query: String::new(), referrer: String::new() }
    }

    /// What another program passes on.
    pub fn json(source: &'static str, fields: &[(&str, &str)]) -> Posted {
        let object: serde_json::Map<String, serde_json::Value> =
            said(fields).map(|(name, value)| (name.to_owned(), value.into())).collect();
        let body = serde_json::Value::Object(object).to_string().into_bytes();
        Posted { source, content_type: JSON, body, query: String::new(), referrer: String::new() }
    }

    /// A row of a table.
    pub fn row(source: &'static str, fields: &[(&str, &str)]) -> Posted {
        let headers: Vec<String> = fields.iter().map(|(name, _)| (*name).to_owned()).collect();
        let values: Vec<String> = fields.iter().map(|(_, value)| (*value).to_owned()).collect();
        let body = csv_row::body(&headers, &values);
        let content_type = csv_row::CONTENT_TYPE;
        Posted { source, content_type, body, query: String::new(), referrer: String::new() }
    }

    /// The same, by way of a link that says where it stands.
    pub fn by_way_of(self, query: &str, referrer: &str) -> Posted {
        Posted { query: query.to_owned(), referrer: referrer.to_owned(), ..self }
    }
}

fn said<'a>(fields: &'a [(&'a str, &'a str)]) -> impl Iterator<Item = (&'a str, &'a str)> {
    fields.iter().copied().filter(|(_, value)| !value.is_empty())
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let mut body = String::with_capacity(256);
    for (name, value) in said(fields) {
        if !body.is_empty() {
            body.push('&');
        }
        body.push_str(name);
        body.push('=');
        for byte in value.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                    body.push(char::from(byte));
                }
                b' ' => body.push('+'),
                _ => body.push_str(&format!("%{byte:02X}")),
            }
        }
    }
    body
}

/// Where visitors of the site came from, with the link and how often.
pub const WAYS: [((&str, &str), u64); 8] = [
    (("", ""), 30),
    (("", "https://www.google.com/"), 26),
    (("utm_source=google&utm_medium=cpc&utm_campaign=heat-pumps-business", ""), 14),
    (("utm_source=google&utm_medium=cpc&utm_campaign=solar-roof-yorkshire", ""), 9),
    (("utm_source=newsletter&utm_medium=email&utm_campaign=grants-update", ""), 7),
    (("utm_source=linkedin&utm_medium=social&utm_campaign=schools", ""), 6),
    (("", "https://www.bing.com/"), 5),
    (("utm_source=kestrel-academy&utm_medium=case-study", "https://kestrel-academy.example/"), 3),
];

/// The click of an advert, which has a number of its own.
pub fn click(dice: &mut Dice) -> String {
    format!("gclid=EAIaIQobChMI{:012x}&utm_source=google&utm_medium=cpc", dice.roll() >> 16)
}

/// Letters that ask for something a person must answer.
const ASKS: [&str; 20] = [
    "We would like a quote for an air source heat pump at our {site} in {city}. Roughly {area} m².",
    "Could somebody call me about the {site}? The gas boiler failed its inspection last week.",
    "Please send a price for solar panels on the {site}. The roof is about {area} m² and faces south.",
    "We are comparing three firms for the {site}. Can you give us an estimate for {area} m²?",
    "Our boiler is from 1994 and the service engineer has given up on it. Please call me.",
    "What would a heat pump for the {site} cost, and how long would we be without heating?",
    "We have a grant until the end of the quarter and need a quote for it. {area} m², {city}.",
    "Looking for a quotation: {system} for our {site}. Drawings can be sent.",
    "Two boilers condemned at the {site}. We need a quote quickly, work to be done {when}.",
    "Can I book a survey for the {site}? Mornings suit us best.",
    "A price for {system}, please, with and without battery. The {site} is in {city}.",
    "Our landlord has agreed to {system}. Could you call us to talk through the next steps?",
    "Energy bills have doubled. What does it cost to take the {site} off gas?",
    "We need three quotes for the board by the end of the month. {system} for the {site}.",
    "Kestrel Academy speaks well of you. We would like a quote for our {site}, about {area} m².",
    "Can we book a visit {when}? It is about {system} for the {site}.",
    "Please call me back about maintenance and a replacement for the unit on the {site}.",
    "How much is {system} for {area} m²? We want a rough price before we go to the trustees.",
    "We are refurbishing the {site} and the architect suggests {system}. Please quote.",
    "I would like an appointment to talk about {system} for the {site} in {city}.",
];

/// Letters that ask for nothing yet.
const WONDERS: [&str; 20] = [
    "Do heat pumps work in a building as old as ours? It is a {site}, built around 1910.",
    "We are at an early stage and wonder whether {system} makes sense for a {site} in {city}.",
    "Is there still a grant for {system}? We are a firm of some {size} people.",
    "Could you send me something to read about {system} for a {site}?",
    "Our board has asked me to look into getting off gas. No rush, we think of {when}.",
    "How noisy are the outdoor units? There are flats next to our {site}.",
    "We rent our {site}. Is solar possible at all if the roof is not ours?",
    "Do you also work around {city}?",
    "Who looks after a system once it is installed, you or the maker?",
    "I saw your talk at the fair and would like the slides, please.",
    "What does the planning office say about {system} on a listed {site}?",
    "Interested in how {system} did at a firm like ours, about {size} staff.",
    "We have a flat roof of {area} m². Can it carry panels?",
    "Just gathering facts for now. Which paperwork would you need from us for {system}?",
    "Would a heat pump cope with our hot water? We have a {site}.",
    "Our electricity contract ends {when}, so we are thinking about panels.",
    "Is your carbon calculator open to everybody? We report to the council.",
    "Can the {site} stay open while you work?",
    "A neighbour had {system} from you. Could we see it one day?",
    "We had a survey from another firm in spring and would like a second opinion on {system}.",
];

const SYSTEMS: [&str; 5] = [
    "an air source heat pump",
    "a solar roof",
    "panels with a battery",
    "a heat pump with panels",
    "a ground source system",
];

const WHENS: [&str; 6] = [
    "this summer",
    "in the holidays",
    "before winter",
    "next month",
    "in half-term week",
    "next year",
];

/// A letter of somebody who asks, or of somebody who wonders.
pub fn message(person: &Person, asks: bool, dice: &mut Dice) -> String {
    let letter = dice.one_of(if asks { &ASKS } else { &WONDERS });
    letter
        .replace("{site}", dice.one_of(person.trade.sites))
        .replace("{city}", person.city)
        .replace("{area}", &(dice.between(4, 60) * 50).to_string())
        .replace("{system}", dice.one_of(&SYSTEMS))
        .replace("{when}", dice.one_of(&WHENS))
        .replace("{size}", &person.size.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_says_what_was_filled_in_and_nothing_else() {
        let fields = [("name", "Zoë & Co"), ("phone", ""), ("message", "50% off?")];
        let posted = Posted::form("website", &fields);
        assert_eq!(posted.body, b"name=Zo%C3%AB+%26+Co&message=50%25+off%3F");
    }
}
