//! Segments: lists under a name. Some every house has; others were saved, for oneself or for all.

use super::filter::{Filter, ME};
use super::state::State;
use crate::language::Words;
use crate::lead::Tier;
use crate::pipeline::STALE_AFTER_DAYS;
use crate::playbook::Role;
use crate::shell::store::lists::Segment;
use crate::shell::store::{Reading, Result};
use crate::shell::web::guard::Who;

/// Segments a house may hold, and those of them that stand as tabs.
pub const SEGMENTS_MAX: usize = 300;
pub const TABS_MAX: usize = 16;

/// A segment that every house has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    Open,
    Mine,
    Unanswered,
    Pressing,
    Stale,
    NoNextStep,
}

impl BuiltIn {
    /// All of them, in the order of the tabs.
    pub const ALL: [BuiltIn; 6] = [
        BuiltIn::Open,
        BuiltIn::Mine,
        BuiltIn::Unanswered,
        BuiltIn::Pressing,
        BuiltIn::Stale,
        BuiltIn::NoNextStep,
    ];

    /// As the API calls it.
    pub fn key(self) -> &'static str {
        match self {
            BuiltIn::Open => "open",
            BuiltIn::Mine => "mine",
            BuiltIn::Unanswered => "unanswered",
            BuiltIn::Pressing => "pressing",
            BuiltIn::Stale => "stale",
            BuiltIn::NoNextStep => "no_next_step",
        }
    }

    /// Its name.
    pub fn name(self, words: Words) -> String {
        match self {
            BuiltIn::Open => words.say("leads-all-open"),
            BuiltIn::Mine => words.say("leads-mine"),
            BuiltIn::Unanswered => words.say("leads-unanswered"),
            BuiltIn::Pressing => words.say("leads-pressing"),
            BuiltIn::Stale => words.say("today-stale"),
            BuiltIn::NoNextStep => words.say("leads-no-next-step"),
        }
    }

    /// How its count is coloured, where there is anything in it.
    pub fn state(self) -> Option<&'static str> {
        match self {
            BuiltIn::Unanswered | BuiltIn::NoNextStep => Some("late"),
            BuiltIn::Stale => Some("soon"),
            BuiltIn::Open | BuiltIn::Mine | BuiltIn::Pressing => None,
        }
    }

    /// What it lets through.
    pub fn filter(self) -> Filter {
        let open = Filter::open();
        let flag = |flag: &str| vec![flag.to_owned()];
        match self {
            BuiltIn::Open => open,
            BuiltIn::Mine => Filter { owner: vec![ME.to_owned()], ..open },
            BuiltIn::Unanswered => Filter { flags: flag("unanswered"), ..open },
            BuiltIn::Pressing => Filter { tier: vec![Tier::Urgent, Tier::High], ..open },
            BuiltIn::Stale => {
                let touch_days = u32::try_from(STALE_AFTER_DAYS).ok();
                Filter { touch_days, flags: flag("silent"), ..open }
            }
            BuiltIn::NoNextStep => Filter { flags: flag("no_next_step"), ..open },
        }
    }

    /// The segment a key names.
    pub fn from_key(key: &str) -> Option<BuiltIn> {
        BuiltIn::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// Whether somebody may change or delete a saved segment: whoever saved it, and of a shared one
/// also who leads.
pub fn may_change(segment: &Segment, who: &Who) -> bool {
    segment.teammate == who.teammate || (segment.shared && who.role >= Role::Manager)
}

/// The saved segments somebody sees, by name.
pub fn seen_by(reading: &Reading, teammate: &str) -> Result<Vec<(String, Segment)>> {
    let mut segments = reading.segments(SEGMENTS_MAX)?;
    segments.retain(|(_, segment)| segment.shared || segment.teammate == teammate);
    segments.sort_by_cached_key(|(_, segment)| segment.name.to_lowercase());
    Ok(segments)
}

/// What programs list under a key: a built-in segment, or one that is shared. The leads of whoever
/// looks are none for a program, which is nobody.
pub fn of_key(reading: &Reading, key: &str) -> Result<Option<State>> {
    let state = match BuiltIn::from_key(key) {
        Some(segment) => Some(State::of_filter(segment.filter())),
        None => {
            let saved = reading.segment(key)?.filter(|segment| segment.shared);
            saved.map(|segment| State::of_query(&segment.query))
        }
    };
    Ok(state.filter(|state| !state.filter.is_about_me()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_segment_is_what_its_own_url_asks_for() {
        for segment in BuiltIn::ALL {
            let state = State::of_filter(segment.filter());
            assert_eq!(State::of_query(&state.query()), state, "{}", segment.key());
            assert_eq!(BuiltIn::from_key(segment.key()), Some(segment));
        }
    }
}
