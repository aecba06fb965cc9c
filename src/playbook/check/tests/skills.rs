//! What pools and rules ask people to be able to do.

use super::*;

fn hinted(change: impl Fn(&mut Playbook)) -> Vec<String> {
    let mut playbook = starter_playbook();
    change(&mut playbook);
    hints(&playbook).into_iter().map(|hint| hint.sentence).collect()
}

#[test]
fn a_rule_needs_a_level_that_somebody_has_and_all_of_it_in_one_person() {
    let of_rule = |level: &'static str| {
        move |p: &mut Playbook| {
            p.routing.pools[0].members.clear();
            p.team[0].skills = vec!["French:2".into()];
            p.routing.rules[0].pool = p.routing.pools[0].key.clone();
            p.routing.rules[0].skills = vec![level.into()];
        }
    };
    let name = starter_playbook().routing.rules[0].name.clone();
    let sentence = format!(
        "The rule “{name}” needs the skill “French” at level 3, and nobody of it who works here has that. Its leads go to the fallback owner."
    );
    assert_eq!(hinted(of_rule("French:2")), [""; 0]);
    assert_eq!(hinted(of_rule("French:3")), [sentence]);
    assert_eq!(said(of_rule("French:3")), [""; 0], "whoever had it may have left");
    assert_eq!(said(of_rule("French:4")).len(), 1);

    let hints = hinted(|playbook| {
        of_rule("French:2")(playbook);
        playbook.team.push(Teammate::new("tom", "Tom", "tom@roth.example", Role::Rep));
        playbook.team[1].skills = vec!["Roofs".into()];
        playbook.routing.pools[0].skills = vec!["Roofs".into()];
    });
    assert!(hints[0].starts_with("Nobody of “"), "{hints:?}");
}

#[test]
fn a_pool_needs_skills_that_somebody_has() {
    let needs = |p: &mut Playbook| {
        p.routing.pools[0].members.clear();
        p.routing.pools[0].skills = vec!["French".into()];
    };
    let name = starter_playbook().routing.pools[0].name.clone();
    let sentence = format!(
        "The pool “{name}” needs the skill “French”, and nobody of it who works here has that. Its leads go to the fallback owner."
    );
    assert_eq!(hinted(needs), [sentence]);
    assert_eq!(said(needs), [""; 0]);
    let has = |p: &mut Playbook| {
        needs(p);
        p.team[0].skills = vec!["french".into()];
    };
    assert_eq!(hinted(has), [""; 0]);
    assert_eq!(said(|p| p.team[0].skills = vec!["a, b".into()]).len(), 1);
    assert_eq!(said(|p| p.team[0].skills = vec!["French:4".into()]).len(), 1);
    assert_eq!(
        said(|p| p.team[0].time_zone = "Mars/Olympus".into()),
        [
            "There is no time zone “Mars/Olympus” for “maya” to live in. Write it like Europe/London."
        ]
    );
}

#[test]
fn whoever_leaves_takes_skills_along_and_that_is_said_before() {
    let mut playbook = starter_playbook();
    for (id, skills) in [("ben", vec!["German:2".into()]), ("cleo", Vec::new())] {
        let mate = Teammate::new(id, id, &format!("{id}@roth.example"), Role::Rep);
        playbook.team.push(Teammate { skills, ..mate });
    }
    playbook.routing.pools[0].members.clear();
    playbook.routing.rules[0].pool = playbook.routing.pools[0].key.clone();
    playbook.routing.rules[0].skills = vec!["German:2".into()];
    let hints = hints_without(&playbook, "ben");
    assert_eq!((hints.len(), hints[0].place("rule")), (1, Some(0)), "{hints:?}");
    assert_eq!(hints_without(&playbook, "cleo"), []);
    playbook.team.retain(|mate| mate.id != "cleo");
    assert_eq!(hints_without(&playbook, "ben"), [], "no rule is asked where one person works");
}
