//! What a lead tells, as the columns that a forecast is learned from and made of.
//!
//! Nothing in them names a person: of a name nothing is read, of addresses and numbers only whether
//! they are there and of what kind, so that a learned model can stand in the text of a playbook.

use super::Group;
use super::signals::{ALL, Find, Found, Signal, signal};
use crate::lead::profile::{domain_of, is_free_mail};
use crate::lead::{Campaign, Lead};
use crate::playbook::Playbook;
use std::borrow::Cow;

/// When it came in, as clocks on the wall of the business showed it.
pub const ARRIVAL: &str = "arrival";

/// What a column says of what a lead does not have or show.
pub const NO: &str = "no";

/// Of the profile, what is read in full, and what only for being there.
const READ: [&str; 6] = ["role", "country", "region", "postcode", "city", "language"];
const THERE: [&str; 3] = ["phone", "company", "website"];

/// Columns that every lead has a text for, be it empty.
const COMMON: [&str; 7] = [
    ARRIVAL,
    "source",
    "campaign_source",
    "campaign_medium",
    "campaign_name",
    "mailbox",
    "message_words",
];

const FACT: &str = "fact.";
const HAS: &str = "has.";
const SIGNAL: &str = "signal.";

/// One column, by what it asks of a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column<'a> {
    /// A fact in full, by its key.
    Fact(&'a str),
    /// Whether a fact is there.
    Has(&'a str),
    /// Whether a signal is found.
    Signal(&'a str),
    /// Something else, by its name.
    Other(&'a str),
}

impl<'a> Column<'a> {
    /// The column of this name.
    pub fn of(name: &'a str) -> Column<'a> {
        let after = |mark| name.strip_prefix(mark);
        match (after(FACT), after(HAS), after(SIGNAL)) {
            (Some(key), ..) => Column::Fact(key),
            (_, Some(key), _) => Column::Has(key),
            (.., Some(key)) => Column::Signal(key),
            _ => Column::Other(name),
        }
    }
}

/// What a lead says in the column of this name; empty where it says nothing.
pub fn told<'a>(
    lead: &'a Lead,
    playbook: &Playbook,
    found: &[Found],
    name: &'a str,
) -> Cow<'a, str> {
    let yes_no = |yes: bool| Cow::Borrowed(if yes { "yes" } else { NO });
    match Column::of(name) {
        Column::Fact(key) => lead.fact(key).unwrap_or_default().into(),
        Column::Has(key) => yes_no(lead.fact(key).is_some()),
        Column::Signal(key) if found.iter().any(|one| one.signal.key == key) => "yes".into(),
        // Of what they have not told, nobody knows.
        Column::Signal(key) => match signal(key) {
            Some(signal) if is_untold(signal, lead) => "".into(),
            _ => NO.into(),
        },
        Column::Other(name) => other(lead, playbook, name),
    }
}

/// Whether nothing is known of any fact that a signal is read from.
fn is_untold(signal: &Signal, lead: &Lead) -> bool {
    let reads = signal.reads();
    let is_read = matches!(signal.find, Find::Fact { .. }) && !reads.is_empty();
    is_read && reads.iter().all(|key| lead.fact(key).is_none())
}

/// The column with the fact that the column of this name is read from.
pub fn read_from(name: &str) -> Option<String> {
    let Column::Signal(key) = Column::of(name) else { return None };
    signal(key)?.fact().map(|fact| format!("{FACT}{fact}"))
}

fn other<'a>(lead: &'a Lead, playbook: &Playbook, name: &str) -> Cow<'a, str> {
    let Campaign { utm_source, utm_medium, utm_campaign, .. } = &lead.first_campaign;
    match name {
        ARRIVAL => lead.captured_at.map_or(Cow::Borrowed(""), |at| {
            let there = playbook.calendar().zone().to_datetime(at);
            there.strftime("%Y-%m-%d %H:%M").to_string().into()
        }),
        "source" => lead.source.as_str().into(),
        "campaign_source" => utm_source.as_str().into(),
        "campaign_medium" => utm_medium.as_str().into(),
        "campaign_name" => utm_campaign.as_str().into(),
        "mailbox" => match domain_of(&lead.profile.email) {
            None => "",
            Some(domain) if is_free_mail(&domain) => "free",
            Some(_) => "own",
        }
        .into(),
        "message_words" => match lead.message.split_whitespace().count() {
            0 => "".into(),
            words => words.to_string().into(),
        },
        _ => "".into(),
    }
}

/// The columns in which a lead says something, with what it says.
pub fn everything_told<'a>(
    lead: &'a Lead,
    playbook: &Playbook,
    found: &[Found],
) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
    let facts = READ.into_iter().chain(lead.fields.keys().map(String::as_str));
    let facts = facts.map(|key| format!("{FACT}{key}"));
    let there = THERE.into_iter().map(|key| format!("{HAS}{key}"));
    let shown = ALL.iter().filter(|signal| !matches!(signal.group, Group::Source | Group::Stage));
    let shown = shown.map(|signal| format!("{SIGNAL}{}", signal.key));
    let named = facts.chain(there).chain(shown).map(Cow::Owned);
    let names = COMMON.into_iter().map(Cow::Borrowed).chain(named);
    names
        .map(|name| {
            let says = told(lead, playbook, found, &name).into_owned();
            (name, Cow::Owned(says))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::{Role, Teammate, starter};

    #[test]
    fn of_a_place_or_a_firm_that_nobody_knows_nothing_is_told() {
        let playbook = starter("Ek", Teammate::new("ek", "Ek", "", Role::Owner));
        let mut lead = Lead::default();
        let told_of = |lead: &Lead, name: &str| told(lead, &playbook, &[], name).into_owned();
        for signal in ["signal.location", "signal.outside_area", "signal.mismatch"] {
            assert_eq!(told_of(&lead, signal), "", "{signal}");
        }
        lead.profile.country = "FR".into();
        assert_eq!(told_of(&lead, "signal.location"), "no");
        assert_eq!(told_of(&lead, "signal.mismatch"), "");
        assert_eq!(told_of(&lead, "signal.reply"), "no");
    }
}
