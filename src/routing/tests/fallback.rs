//! Who takes what no rule gives to anybody while the fallback owner is away.

use super::super::decision::FALLBACK;
use super::*;

/// A house whose fallback owner Ann is away, with no rule.
fn without_ann() -> Life {
    let mut life = life(&["ann", "ben", "cleo"]);
    life.playbook.routing.rules.clear();
    away(&mut life, "ann", "2026-05-04", "2026-05-13");
    life
}

#[test]
fn the_backup_of_the_fallback_owner_who_is_away_takes_it_and_the_decision_says_for_whom() {
    let mut life = without_ann();
    life.playbook.team[0].backup = "cleo".into();
    let said = captured(&mut life, Tier::Medium, NOON);
    assert_eq!(life.lead.owner_id(), Some("cleo"));
    let decision = decision(&said);
    assert_eq!((&*decision.rule, decision.covers.as_deref()), (FALLBACK, Some("ann")));
    let passed = (FALLBACK.to_owned(), "Ann: away until Wed 13 May".to_owned());
    assert_eq!(decision.passed_over, [passed]);
}

#[test]
fn it_stays_with_the_fallback_owner_where_nobody_who_is_here_stands_in() {
    let mut life = without_ann();
    let said = captured(&mut life, Tier::Medium, NOON);
    assert_eq!((life.lead.owner_id(), &decision(&said).covers), (Some("ann"), &None));
    let mut life = without_ann();
    life.playbook.team[0].backup = "ben".into();
    away(&mut life, "ben", "2026-05-08", "2026-05-08");
    let said = captured(&mut life, Tier::Medium, NOON);
    assert_eq!((life.lead.owner_id(), &decision(&said).covers), (Some("ann"), &None));
}
