//! Fields and sources that are switched off and still asked for.

use super::report::Report;
use crate::playbook::{Condition, Playbook, Source, Test, same};
use std::collections::BTreeSet;

/// Says of each of these fields that is switched off that it is asked for.
pub fn asked_for<'a>(
    here: &str,
    keys: impl IntoIterator<Item = &'a str>,
    playbook: &Playbook,
    report: &mut Report,
) {
    let keys: BTreeSet<&str> = keys.into_iter().collect();
    for field in playbook.fields.iter().filter(|field| keys.contains(field.key.as_str())) {
        report.expect(field.active, &field.key, || {
            format!("{here} asks for “{}”, a field that is switched off.", field.label)
        });
    }
}

/// Says of a condition that the doors of all sources it asks for are shut.
pub fn shut(here: &str, condition: &Condition, playbook: &Playbook, report: &mut Report) {
    if condition.field != "source" || condition.is != Test::In {
        return;
    }
    let named = |value: &String| playbook.sources.iter().find(|one| same(&one.key, value));
    let asked: Option<Vec<&Source>> = condition.value.iter().map(named).collect();
    let Some(asked) = asked.filter(|all| all.iter().all(|one| !one.enabled)) else { return };
    if let Some(first) = asked.first() {
        report.say(
            &first.key,
            format!("{here} asks for the source “{}”, which is switched off.", first.name),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::hints;
    use crate::playbook::fixture::house;
    use crate::playbook::{Condition, Role, Teammate, Test, starter};

    #[test]
    fn a_rule_for_sources_that_are_all_switched_off_is_worth_a_second_look() {
        let mut playbook = house(&["maya", "tom"]);
        let owner = Teammate::new("maya", "Maya", "maya@fernhill.example", Role::Owner);
        playbook.sources = starter("Fernhill", owner).sources;
        let (shut, open) = (playbook.sources[0].key.clone(), playbook.sources[1].key.clone());
        playbook.sources[0].enabled = false;
        playbook.sources[1].enabled = true;
        let mut said = |value: &[&String]| {
            let value = value.iter().map(|one| (*one).clone()).collect();
            let asks = Condition { field: "source".into(), is: Test::In, value };
            playbook.routing.rules[0].conditions = vec![asks];
            hints(&playbook).iter().filter(|one| one.sentence.contains("switched off")).count()
        };
        assert_eq!((said(&[&shut]), said(&[&shut, &open]), said(&[&open])), (1, 0, 0));
    }
}
