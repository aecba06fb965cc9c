//! Visiting cards (vCard 2.1, 3.0 and 4.0, RFC 6350) as if they were a table: one person a row.
//!
//! What a lead is about is taken; pictures, sounds, keys and birthdays are not. What stands outside a
//! card is passed over.

use super::encoding::TextReader;
use super::table::{BadRow, Line, ROW_MAX, Row, Unfit, shown};
use encoding_rs::WINDOWS_1252;
use std::io::{self, Read};

/// The columns that cards have, in the words that columns of lists are known by.
const COLUMNS: [&str; 17] = [
    "Name",
    "Company",
    "Department",
    "Job title",
    "Email",
    "Email 2",
    "Phone",
    "Phone 2",
    "Fax",
    "Street",
    "City",
    "State",
    "Postcode",
    "Country",
    "Website",
    "Tags",
    "Notes",
];

/// Columns of an address, in the order of its parts behind the box and the floor.
const ADDRESS: [&str; 5] = ["Street", "City", "State", "Postcode", "Country"];

/// How a file of cards begins.
const BEGIN: &str = "BEGIN:VCARD";

/// Whether a text is one of cards.
pub(super) fn are_cards(first: &str) -> bool {
    let first = first.trim_start();
    first.get(..BEGIN.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(BEGIN))
}

/// A file of cards while it is read.
pub struct Cards<R> {
    reader: TextReader<R>,
    /// What was read and not yet returned begins at `start`.
    text: String,
    start: usize,
    /// The number of the line that comes next, counted from 1.
    line: u64,
    headers: Vec<String>,
    /// The card that has begun and not ended.
    card: Option<Card>,
    /// Whether a card within that one has begun and not ended.
    is_within: bool,
}

impl<R: Read> Cards<R> {
    pub(super) fn new(source: R) -> Self {
        Cards {
            reader: TextReader::new(source),
            text: String::new(),
            start: 0,
            line: 1,
            headers: COLUMNS.map(str::to_owned).to_vec(),
            card: None,
            is_within: false,
        }
    }

    /// The name of every column.
    pub(super) fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The name of the encoding, as far as the cards read by now show it.
    pub(super) fn encoding(&self) -> &'static str {
        self.reader.encoding()
    }

    fn next_card(&mut self) -> io::Result<Option<Line>> {
        loop {
            let begins = self.line;
            let said = self.next_property()?;
            let is = |what: &str| {
                said.as_ref().is_some_and(|said| said.trim().eq_ignore_ascii_case(what))
            };
            let next = is(BEGIN).then(|| Card::at(begins));
            if self.is_within {
                // The card of somebody's assistant within theirs.
                self.is_within = said.is_some() && !is("END:VCARD");
            } else if self.card.is_some() && is("AGENT:") {
                self.is_within = true;
            } else if next.is_some() || is("END:VCARD") || said.is_none() {
                let ended = std::mem::replace(&mut self.card, next);
                if ended.is_some() || said.is_none() {
                    return Ok(ended.map(Card::finish));
                }
            } else if let (Some(card), Some(said)) = (&mut self.card, &said) {
                card.put(said);
            }
        }
    }

    /// The next line with those that carry it on; of one that is far too long only its beginning.
    fn next_property(&mut self) -> io::Result<Option<String>> {
        let Some(mut said) = self.next_line()? else { return Ok(None) };
        let soft_ends = said.split(':').next().is_some_and(|name| quotes(&parameters(name)));
        loop {
            let goes_on = self.looks_at(&[' ', '\t'])?;
            let is_soft = soft_ends && said.ends_with('=');
            if !goes_on && !is_soft {
                return Ok(Some(said));
            }
            let Some(more) = self.next_line()? else { return Ok(Some(said)) };
            if is_soft {
                said.pop();
            }
            if said.len() <= ROW_MAX {
                said.push_str(if goes_on && !is_soft { &more[1..] } else { &more });
            }
        }
    }

    /// Whether the next line begins with one of these.
    fn looks_at(&mut self, marks: &[char]) -> io::Result<bool> {
        while self.start == self.text.len() && !self.reader.has_ended() {
            self.read_on()?;
        }
        Ok(self.text[self.start..].starts_with(marks))
    }

    /// The next line without its end; of one that is far too long only its beginning.
    fn next_line(&mut self) -> io::Result<Option<String>> {
        let mut line = String::new();
        loop {
            let rest = &self.text[self.start..];
            let end = rest.find('\n');
            let piece = &rest[..end.unwrap_or(rest.len())];
            let room = (2 * ROW_MAX).saturating_sub(line.len());
            line.push_str(&piece[..piece.floor_char_boundary(room)]);
            self.start += piece.len();
            if end.is_some() {
                self.start += 1;
                self.line += 1;
                break;
            }
            if self.reader.has_ended() {
                if line.is_empty() {
                    return Ok(None);
                }
                break;
            }
            self.read_on()?;
        }
        line.truncate(line.trim_end_matches('\r').len());
        Ok(Some(line))
    }

    fn read_on(&mut self) -> io::Result<()> {
        self.text.drain(..self.start);
        self.start = 0;
        self.reader.read_on(&mut self.text)
    }
}

impl<R: Read> Iterator for Cards<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_card().transpose()
    }
}

/// One card while its lines come in.
struct Card {
    line: u64,
    values: [String; COLUMNS.len()],
    /// Whether the address or the number that stands first is the preferred one.
    is_preferred: [bool; 2],
    bytes: usize,
}

impl Card {
    fn at(line: u64) -> Card {
        Card { line, values: Default::default(), is_preferred: [false; 2], bytes: 0 }
    }

    /// Takes one property: `group.NAME;PARAMETER=VALUE:value`.
    fn put(&mut self, said: &str) {
        let Some((head, value)) = split(said) else { return };
        let name = head.split(';').next().unwrap_or_default();
        let name = name.rsplit('.').next().unwrap_or_default().to_ascii_uppercase();
        let parameters = parameters(head);
        let decoded = if quotes(&parameters) { unquoted(value) } else { value.to_owned() };
        let parts = || decoded_parts(&decoded, ';');
        let whole = || plain(&decoded);
        match &*name {
            "FN" => self.set("Name", whole()),
            "N" => {
                let [family, given] = [0, 1].map(|at| parts().nth(at).unwrap_or_default());
                self.add("Name", format!("{given} {family}").trim().to_owned());
            }
            "ORG" => {
                self.add("Company", parts().next().unwrap_or_default());
                self.add("Department", parts().nth(1).unwrap_or_default());
            }
            "TITLE" => self.set("Job title", whole()),
            "ROLE" => self.add("Job title", whole()),
            "EMAIL" => self.one_of_two(0, ["Email", "Email 2"], whole(), &parameters),
            "TEL" => {
                let number = whole().trim_start_matches("tel:").to_owned();
                let is = |what: &str| parameters.iter().any(|said| said.contains(what));
                if (is("FAX") || is("PAGER")) && !is("VOICE") {
                    self.append("Fax", number, ", ");
                } else {
                    self.one_of_two(1, ["Phone", "Phone 2"], number, &parameters);
                }
            }
            "ADR" => {
                let address: Vec<String> = parts().skip(2).take(ADDRESS.len()).collect();
                if ADDRESS.iter().all(|column| self.of(column).is_empty()) {
                    ADDRESS.iter().zip(address).for_each(|(column, part)| self.add(column, part));
                } else {
                    let address = address.into_iter().filter(|part| !part.is_empty());
                    self.append("Notes", address.collect::<Vec<_>>().join(", "), "\n");
                }
            }
            "URL" => self.append("Website", whole(), ", "),
            "CATEGORIES" => {
                self.add("Tags", decoded_parts(&decoded, ',').collect::<Vec<_>>().join(", "))
            }
            "NOTE" => self.append("Notes", whole(), "\n"),
            _ => {}
        }
    }

    /// An address or a number: the preferred one stands first, then they stand as they come.
    fn one_of_two(
        &mut self,
        which: usize,
        columns: [&str; 2],
        value: String,
        parameters: &[String],
    ) {
        let is_preferred = parameters.iter().any(|said| {
            said == "PREF"
                || said == "PREF=1"
                || (said.starts_with("TYPE=") && said.contains("PREF"))
        });
        if is_preferred && !self.is_preferred[which] {
            self.is_preferred[which] = true;
            let other = std::mem::take(self.of(columns[0]));
            self.set(columns[0], value);
            self.append(columns[1], other, ", ");
            return;
        }
        let free = if self.of(columns[0]).is_empty() { columns[0] } else { columns[1] };
        self.append(free, value, ", ");
    }

    /// Sets a value, behind what was said by now.
    fn append(&mut self, column: &str, value: String, between: &str) {
        let said = std::mem::take(self.of(column));
        let is_more = !said.is_empty() && !value.trim().is_empty();
        self.set(column, if is_more { said + between + &value } else { said + &value });
    }

    fn of(&mut self, column: &str) -> &mut String {
        let at = COLUMNS.iter().position(|own| *own == column).expect("a column of cards");
        &mut self.values[at]
    }

    /// Sets a value, if there is one.
    fn set(&mut self, column: &str, value: String) {
        self.bytes = self.bytes.saturating_add(value.len());
        if !value.trim().is_empty() && self.bytes <= ROW_MAX {
            *self.of(column) = value.trim().to_owned();
        }
    }

    /// Sets a value that was not said by now.
    fn add(&mut self, column: &str, value: String) {
        if self.of(column).is_empty() {
            self.set(column, value);
        }
    }

    fn finish(self) -> Line {
        let Card { line, values, bytes, .. } = self;
        if bytes > ROW_MAX {
            let text = shown(&values.join(","));
            return Line::Bad(BadRow { line, why: Unfit::TooLong, text });
        }
        Line::Row(Row { line, values: values.to_vec() })
    }
}

/// Name with parameters, and value; a colon within quotes belongs to a parameter.
fn split(said: &str) -> Option<(&str, &str)> {
    let mut in_quotes = false;
    let colon = said.find(|c: char| {
        in_quotes ^= c == '"';
        c == ':' && !in_quotes
    })?;
    Some((&said[..colon], &said[colon + 1..]))
}

/// What stands between the name of a property and its value, in capitals.
fn parameters(head: &str) -> Vec<String> {
    head.split(';').skip(1).map(str::to_ascii_uppercase).collect()
}

/// Whether the value is written as quoted-printable, as version 2.1 does.
fn quotes(parameters: &[String]) -> bool {
    parameters.iter().any(|said| said.ends_with("QUOTED-PRINTABLE"))
}

/// A quoted-printable value as text: in UTF-8, or as old phones and desks wrote it.
fn unquoted(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, more @ ..] = rest {
        let pair = more.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        let pair = pair.filter(|pair| pair.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let byte = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok());
        (rest, _) = match byte.filter(|_| *first == b'=') {
            Some(byte) => (&more[2..], bytes.push(byte)),
            None => (more, bytes.push(*first)),
        };
    }
    match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(other) => WINDOWS_1252.decode(other.as_bytes()).0.into_owned(),
    }
}

/// The parts of a value that a mark separates, each as it is meant.
fn decoded_parts(value: &str, mark: char) -> impl Iterator<Item = String> {
    let mut is_escaped = false;
    let parts = value.split(move |c: char| {
        let splits = c == mark && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        splits
    });
    parts.map(|part| plain(part).trim().to_owned()).filter({
        let is_list = mark == ',';
        move |part| !is_list || !part.is_empty()
    })
}

/// A value without the marks that keep its commas, semicolons and line ends.
fn plain(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut marks = value.chars();
    while let Some(mark) = marks.next() {
        match (mark, mark == '\\') {
            (_, true) => match marks.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            (other, false) => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests;
