//! Who can take a lead and who cannot, by what they can do.

use super::*;

#[test]
fn a_pool_gives_only_to_who_has_the_skills_it_needs_and_says_what_others_lack() {
    let mut life = life(&["ann", "ben", "cleo"]);
    pool_for(&mut life, "roofs", &["ann", "ben", "cleo"], &["urgent"]);
    life.playbook.routing.pools.last_mut().expect("a pool").skills =
        vec!["French".into(), "Large roofs".into()];
    mate(&mut life, "ann").skills = vec!["french".into()];
    mate(&mut life, "cleo").skills = vec!["French".into(), "large roofs ".into()];
    let said = captured(&mut life, Tier::Urgent, NOON);
    let verdicts = decision(&said).candidates.iter().map(|one| one.verdict.clone());
    let lacks = |skill: &str| Verdict::Excluded(format!("lacks the skill {skill}"));
    let expected = [lacks("Large roofs"), lacks("French"), Verdict::Chosen];
    assert_eq!(verdicts.collect::<Vec<_>>(), expected);
}

#[test]
fn a_rule_asks_for_a_level_and_only_who_has_it_counts_for_the_offer() {
    let mut life = life(&["ann", "ben", "cleo"]);
    pool_for(&mut life, "roofs", &["ann", "ben", "cleo"], &["urgent"]);
    life.playbook.routing.rules[0].skills = vec!["Roofs:2".into()];
    mate(&mut life, "ann").skills = vec!["Roofs".into()];
    mate(&mut life, "cleo").skills = vec!["roofs:3".into()];
    let said = captured(&mut life, Tier::Urgent, NOON);
    let verdicts = decision(&said).candidates.iter().map(|one| one.verdict.clone());
    let left_out = |why: &str| Verdict::Excluded(why.into());
    let expected = [
        left_out("has the skill Roofs at level 1, and 2 is needed"),
        left_out("lacks the skill Roofs"),
        Verdict::Chosen,
    ];
    assert_eq!(verdicts.collect::<Vec<_>>(), expected);
    assert_eq!(accept_by(&life), None, "nobody else could take it");
}
