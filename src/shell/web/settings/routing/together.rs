//! Rules two people have changed at once: what one of them left alone is as the other has left it.

use super::super::together::{all, either};
use crate::playbook::{Pool, Routing, Rule};

/// The rules of a form, with what has come into force since the form was drawn and what the form
/// leaves as it was.
pub fn taken_over(base: &Routing, mine: &Routing, theirs: &Routing) -> Routing {
    Routing {
        fallback: either(&base.fallback, &mine.fallback, &theirs.fallback),
        open_unaccepted_max: either(
            &base.open_unaccepted_max,
            &mine.open_unaccepted_max,
            &theirs.open_unaccepted_max,
        ),
        keep_person: either(&base.keep_person, &mine.keep_person, &theirs.keep_person),
        keep_firm: either(&base.keep_firm, &mine.keep_firm, &theirs.keep_firm),
        rules: all(&base.rules, &mine.rules, &theirs.rules, |one| &one.name, rule),
        pools: all(&base.pools, &mine.pools, &theirs.pools, |one| &one.key, pool),
    }
}

fn rule(base: &Rule, mine: &Rule, theirs: &Rule) -> Rule {
    Rule {
        name: mine.name.clone(),
        pool: either(&base.pool, &mine.pool, &theirs.pool),
        skills: either(&base.skills, &mine.skills, &theirs.skills),
        conditions: either(&base.conditions, &mine.conditions, &theirs.conditions),
    }
}

fn pool(base: &Pool, mine: &Pool, theirs: &Pool) -> Pool {
    Pool {
        key: mine.key.clone(),
        name: either(&base.name, &mine.name, &theirs.name),
        skills: either(&base.skills, &mine.skills, &theirs.skills),
        members: either(&base.members, &mine.members, &theirs.members),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::{Role, Teammate, starter};

    fn routing() -> Routing {
        starter("Ek", Teammate::new("ek", "Ek", "", Role::Owner)).routing
    }

    fn together(mine: fn(&mut Routing), theirs: fn(&mut Routing)) -> Routing {
        let base = routing();
        let [mut one, mut other] = [base.clone(), base.clone()];
        mine(&mut one);
        theirs(&mut other);
        taken_over(&base, &one, &other)
    }

    fn names(routing: &Routing) -> Vec<&str> {
        routing.rules.iter().map(|rule| rule.name.as_str()).collect()
    }

    fn added(routing: &mut Routing, name: &str, place: usize) {
        let rule = Rule { name: name.into(), ..routing.rules[0].clone() };
        routing.rules.insert(place, rule);
    }

    #[test]
    fn what_one_left_alone_is_as_the_other_left_it() {
        let both =
            together(|it| it.rules[0].name = "Mine".into(), |it| it.open_unaccepted_max = 12);
        assert_eq!((both.rules[0].name.as_str(), both.open_unaccepted_max), ("Mine", 12));
        let both =
            together(|it| it.rules[0].pool = "nurture".into(), |it| it.rules[0].conditions.clear());
        assert_eq!((both.rules[0].pool.as_str(), both.rules[0].conditions.len()), ("nurture", 0));
        let both = together(|it| it.open_unaccepted_max = 9, |it| it.open_unaccepted_max = 12);
        assert_eq!(both.open_unaccepted_max, 9);
        assert_eq!(together(|_| (), |it| it.rules.swap(0, 1)).rules[1], routing().rules[0]);
    }

    #[test]
    fn what_one_added_or_took_out_is_kept() {
        let was = routing();
        let both = together(|it| added(it, "Mine", 1), |it| added(it, "Theirs", 2));
        let first = &was.rules[0].name;
        assert_eq!(names(&both)[..3], [first, "Mine", &was.rules[1].name]);
        assert_eq!(names(&both)[3], "Theirs");
        let both = together(|it| drop(it.rules.remove(0)), |it| it.rules[1].pool = "senior".into());
        assert_eq!(
            (both.rules.len(), both.rules[0].pool.as_str()),
            (was.rules.len() - 1, "senior")
        );
        let both = together(|it| it.rules[1].pool = "senior".into(), |it| drop(it.rules.remove(0)));
        assert_eq!(
            (both.rules.len(), both.rules[0].pool.as_str()),
            (was.rules.len() - 1, "senior")
        );
        let both =
            together(|it| drop(it.rules.remove(0)), |it| it.rules[0].pool = "nurture".into());
        assert_eq!(names(&both), names(&was), "what was changed is not lost");
    }
}
