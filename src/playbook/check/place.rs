//! Where in the text of a playbook something stands.

use super::fault::line_after;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One table on the way to a place; of several with this name, the nth.
#[derive(Clone, Copy)]
pub struct Step {
    pub table: &'static str,
    pub nth: usize,
}

/// A key or a value in a table.
pub struct Place {
    /// From the outermost table to the one it stands in.
    pub within: Vec<Step>,
    /// The name of a key or a value; the table itself where it is empty or stands nowhere in it.
    pub about: String,
}

impl Place {
    /// The line on which it stands, counted from 1. Of the whole playbook there is none, nor of what
    /// stands in it more than once.
    pub fn line_in(&self, text: &str) -> Option<usize> {
        let whole = DeTable::parse(text).ok()?;
        let mut table = whole.get_ref();
        let mut here = None;
        for step in &self.within {
            let Some(next) = step.from(table) else { break };
            here = Some(next.span());
            let DeValue::Table(inner) = next.get_ref() else { break };
            table = inner;
        }
        let mut found = Vec::new();
        if !self.about.is_empty() {
            mentions(table, &self.about, &mut found);
        }
        let first = found.first().cloned().filter(|_| here.is_some() || found.len() == 1);
        let span = first.or(here)?;
        text.get(..span.start).map(line_after)
    }
}

impl Step {
    fn from<'t, 'i>(&self, table: &'t DeTable<'i>) -> Option<&'t Spanned<DeValue<'i>>> {
        let (_, value) = table.iter().find(|(key, _)| key.get_ref() == self.table)?;
        match value.get_ref() {
            DeValue::Array(all) => all.get(self.nth),
            _ => Some(value),
        }
    }
}

/// Where a table sets this key, or holds this value; what stands in it directly comes first.
fn mentions(table: &DeTable, about: &str, found: &mut Vec<Range<usize>>) {
    let sets = table.keys().filter(|key| key.get_ref() == about);
    found.extend(sets.map(Spanned::span));
    table.values().for_each(|value| holds(value, about, found));
}

fn holds(value: &Spanned<DeValue>, about: &str, found: &mut Vec<Range<usize>>) {
    match value.get_ref() {
        DeValue::String(text) if text == about => found.push(value.span()),
        DeValue::Array(all) => all.iter().for_each(|one| holds(one, about, found)),
        DeValue::Table(inner) => mentions(inner, about, found),
        _ => {}
    }
}
