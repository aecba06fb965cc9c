//! What asks for a custom field, by the names its owner knows.

use super::{Condition, Criterion, FitRule, Playbook, Rule};

/// What asks for a fact.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AskedBy<'a> {
    pub rules: Vec<&'a str>,
    pub fit_rules: Vec<&'a str>,
    pub criteria: Vec<&'a str>,
}

impl Playbook {
    /// The facts that assignment rules ask for, in their order and as often as they do.
    pub fn facts_of_rules(&self) -> Vec<&str> {
        let conditions = self.routing.rules.iter().flat_map(|rule| &rule.conditions);
        conditions.map(|one| one.field.as_str()).collect()
    }

    /// The rules and questions that ask for a fact.
    pub fn asking_for(&self, key: &str) -> AskedBy<'_> {
        let asks = |all: &[Condition]| all.iter().any(|one| one.field == key);
        let rules = self.routing.rules.iter().filter(|one: &&Rule| asks(&one.conditions));
        let fit = self.scoring.fit_rules.iter().filter(|one: &&FitRule| asks(&one.conditions));
        let is_asked = |one: &&Criterion| one.fields().any(|field| field == key) || asks(&one.good);
        let criteria = self.qualification.asked().filter(is_asked);
        AskedBy {
            rules: rules.map(|one| one.name.as_str()).collect(),
            fit_rules: fit.map(|one| one.name.as_str()).collect(),
            criteria: criteria.map(|one| one.label.as_str()).collect(),
        }
    }
}
