//! What differs of each thing a playbook has several of.

use super::{Difference, Found, Label, Thing};
use crate::playbook::{
    Criterion, Field, FitRule, Floor, Pool, Rule, Sequence, Source, Stage, Tag, Teammate, Template,
};

/// One of several things that are told apart by a key or a name.
pub(super) trait Kind: Clone + PartialEq {
    const THING: Thing;

    fn key(&self) -> &str;

    fn name(&self) -> &str;

    fn name_mut(&mut self) -> &mut String;

    /// Tells what else has a sentence of its own, and takes it over.
    fn take_over(&mut self, _after: &Self, _found: &mut Found) {}
}

/// What a kind is, by which field one is told apart, and by which it is called.
macro_rules! known_by {
    ($thing:ident, $key:ident, $name:ident) => {
        const THING: Thing = Thing::$thing;

        fn key(&self) -> &str {
            &self.$key
        }

        fn name(&self) -> &str {
            &self.$name
        }

        fn name_mut(&mut self) -> &mut String {
            &mut self.$name
        }
    };
}

impl Found<'_> {
    /// What was added, taken out or changed among all of a kind.
    pub(super) fn things<T: Kind>(&mut self, before: &[T], after: &[T]) {
        let of = |all: &[T], key: &str| all.iter().find(|one| one.key() == key).cloned();
        let mut gone: Vec<&T> =
            before.iter().filter(|one| of(after, one.key()).is_none()).collect();
        for one in after {
            let name = || one.name().to_owned();
            let Some(was) = of(before, one.key()) else {
                match gone.iter().position(|gone| self.is_only_renamed::<T>(gone, one)) {
                    Some(place) => {
                        let from = gone.remove(place).name().to_owned();
                        let renamed = Difference::Renamed { thing: T::THING, from, to: name() };
                        self.all.push(renamed);
                    }
                    None => self.all.push(Difference::Added(T::THING, name())),
                }
                continue;
            };
            if was == *one {
                continue;
            }
            if was.name() != one.name() {
                let (from, to) = (was.name().to_owned(), name());
                self.all.push(Difference::Renamed { thing: T::THING, from, to });
            }
            let mut rest = was;
            *rest.name_mut() = name();
            rest.take_over(one, self);
            if rest != *one {
                self.all.push(Difference::Changed(T::THING, name()));
            }
        }
        let removed = gone.iter().map(|one| Difference::Removed(T::THING, one.name().to_owned()));
        self.all.extend(removed);
        let order = |all: &[T], other: &[T]| -> Vec<String> {
            let both = all.iter().filter(|one| of(other, one.key()).is_some());
            both.map(|one| one.key().to_owned()).collect()
        };
        if order(before, after) != order(after, before) {
            self.all.push(Difference::Reordered(T::THING));
        }
    }

    /// Whether nothing but the name by which it is known is otherwise.
    fn is_only_renamed<T: Kind>(&self, before: &T, after: &T) -> bool {
        let (mut one, mut unsaid) = (before.clone(), Found { all: Vec::new(), ..*self });
        *one.name_mut() = after.name().to_owned();
        one.take_over(after, &mut unsaid);
        one == *after && unsaid.all.is_empty()
    }

    fn set_of<T: ToString + PartialEq + Clone>(
        &mut self,
        (thing, name): (Thing, &str),
        what: Label,
        was: &mut T,
        is: &T,
    ) {
        if was != is {
            let (from, to) = (was.to_string(), is.to_string());
            let of = Some((thing, name.to_owned()));
            self.all.push(Difference::Set { of, what, from, to });
            was.clone_from(is);
        }
    }

    fn switched(&mut self, (thing, name): (Thing, &str), was: &mut bool, is: bool) {
        if *was != is {
            self.all.push(Difference::Switched { thing, name: name.to_owned(), on: is });
            *was = is;
        }
    }
}

impl Kind for Teammate {
    known_by!(Teammate, id, name);

    fn take_over(&mut self, after: &Self, found: &mut Found) {
        found.switched((Self::THING, &after.name), &mut self.active, after.active);
    }
}

impl Kind for Source {
    known_by!(Source, key, name);

    fn take_over(&mut self, after: &Self, found: &mut Found) {
        let this = (Self::THING, after.name.as_str());
        found.switched(this, &mut self.enabled, after.enabled);
        found.set_of(this, Label::Of("scoring-points"), &mut self.points, &after.points);
    }
}

impl Kind for Field {
    known_by!(Field, key, label);

    fn take_over(&mut self, after: &Self, found: &mut Found) {
        found.switched((Self::THING, &after.label), &mut self.active, after.active);
    }
}

impl Kind for Tag {
    known_by!(Tag, key, label);

    fn take_over(&mut self, after: &Self, found: &mut Found) {
        found.switched((Self::THING, &after.label), &mut self.active, after.active);
    }
}

impl Kind for Criterion {
    known_by!(Question, key, label);

    fn take_over(&mut self, after: &Self, found: &mut Found) {
        let this = (Self::THING, after.label.as_str());
        found.switched(this, &mut self.active, after.active);
        found.set_of(this, Label::Of("qualify-points"), &mut self.points, &after.points);
    }
}

impl Kind for FitRule {
    known_by!(FitRule, name, name);

    fn take_over(&mut self, after: &Self, found: &mut Found) {
        let this = (Self::THING, after.name.as_str());
        found.set_of(this, Label::Of("scoring-points"), &mut self.points, &after.points);
    }
}

impl Kind for Floor {
    known_by!(Floor, name, name);

    fn take_over(&mut self, after: &Self, found: &mut Found) {
        let this = (Self::THING, after.name.as_str());
        found.set_of(this, Label::Points("scoring-floor-score"), &mut self.score, &after.score);
        found.set_of(this, Label::Of("scoring-floor-days"), &mut self.days, &after.days);
    }
}

impl Kind for Rule {
    known_by!(Rule, name, name);

    fn take_over(&mut self, after: &Self, found: &mut Found) {
        if self.pool != after.pool {
            let pool = found.after.pool(&after.pool).map_or(&after.pool, |pool| &pool.name).clone();
            found.all.push(Difference::GivesTo { rule: after.name.clone(), pool });
            self.pool.clone_from(&after.pool);
        }
    }
}

impl Kind for Pool {
    known_by!(Pool, key, name);
}

impl Kind for Sequence {
    known_by!(Sequence, key, name);
}

impl Kind for Template {
    known_by!(Letter, key, name);
}

impl Kind for Stage {
    known_by!(Stage, key, name);
}
