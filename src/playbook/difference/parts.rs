//! What differs of each part of a playbook.

use super::{Difference, Found, Label, Thing, Time};
use crate::lead::Tier;
use crate::playbook::{Part, Playbook, ResponseClock};
use std::collections::BTreeSet;

/// What a part says otherwise in a later playbook; nothing where there is no sentence for it.
pub fn differences(part: Part, before: &Playbook, after: &Playbook) -> Vec<Difference> {
    let mut found = Found { before, after, all: Vec::new() };
    match part {
        Part::Company => company(&mut found),
        Part::Team => found.things(&before.team, &after.team),
        Part::Sources => found.things(&before.sources, &after.sources),
        Part::Fields => found.things(&before.fields, &after.fields),
        Part::Tags => found.things(&before.tags, &after.tags),
        Part::Qualification => qualification(&mut found),
        Part::Scoring => scoring(&mut found),
        Part::Routing => routing(&mut found),
        Part::Promise => promise(&mut found),
        Part::Followup => followup(&mut found),
        Part::Pipeline => pipeline(&mut found),
    }
    found.all
}

impl Found<'_> {
    fn set<T: ToString>(&mut self, what: Label, from: T, to: T) {
        let (from, to) = (from.to_string(), to.to_string());
        if from != to {
            self.all.push(Difference::Set { of: None, what, from, to });
        }
    }

    /// The same of what may be unset.
    fn set_or_none<T: ToString>(&mut self, what: Label, from: Option<T>, to: Option<T>) {
        let said = |one: Option<T>| one.map_or(String::new(), |one| one.to_string());
        self.set(what, said(from), said(to));
    }

    fn turned(&mut self, what: &'static str, from: bool, to: bool) {
        if from != to {
            self.all.push(Difference::Turned { what: Label::Of(what), on: to });
        }
    }

    fn otherwise<T: PartialEq>(&mut self, what: &'static str, before: &T, after: &T) {
        if before != after {
            self.all.push(Difference::Otherwise(Label::Of(what)));
        }
    }

    /// What was added to a list of words or taken out.
    fn words(&mut self, thing: Thing, before: &[String], after: &[String]) {
        let new = after.iter().filter(|one| !before.contains(one));
        self.all.extend(new.map(|one| Difference::Added(thing, one.clone())));
        let gone = before.iter().filter(|one| !after.contains(one));
        self.all.extend(gone.map(|one| Difference::Removed(thing, one.clone())));
        let both = |all: &[String], other: &[String]| -> Vec<String> {
            all.iter().filter(|one| other.contains(one)).cloned().collect()
        };
        if both(before, after) != both(after, before) {
            self.all.push(Difference::Reordered(thing));
        }
    }
}

fn company(found: &mut Found) {
    let (before, after) = (&found.before.business, &found.after.business);
    let (hours, hours_after) = (&found.before.hours, &found.after.hours);
    for (what, from, to) in [
        ("setup-company-label", &before.name, &after.name),
        ("setup-country-label", &before.country, &after.country),
        ("setup-language-label", &before.language, &after.language),
        ("setup-currency-label", &before.currency, &after.currency),
        ("setup-zone-label", &before.time_zone, &after.time_zone),
        ("settings-phone", &before.phone, &after.phone),
        ("settings-email", &before.email, &after.email),
        ("settings-booking", &before.booking_link, &after.booking_link),
        ("settings-privacy", &before.privacy_link, &after.privacy_link),
    ] {
        found.set(Label::Of(what), from, to);
    }
    found.otherwise("change-hours", &hours.week, &hours_after.week);
    found.otherwise("change-holidays", &hours.holidays, &hours_after.holidays);
}

fn qualification(found: &mut Found) {
    let (before, after) = (&found.before.qualification, &found.after.qualification);
    found.things(&before.criteria, &after.criteria);
    for (what, from, to) in [
        ("qualify-mql", before.mql_fit_percent, after.mql_fit_percent),
        ("qualify-sql", before.sql_good_answers, after.sql_good_answers),
        ("qualify-ideal", before.ideal_percent, after.ideal_percent),
    ] {
        found.set(Label::Of(what), from, to);
    }
    found.turned("change-at-submit", before.sql_at_submit, after.sql_at_submit);
    let name = |playbook: &Playbook, key: &str| {
        playbook.sequence(key).map_or(key.to_owned(), |one| one.name.clone())
    };
    let (from, to) = (name(found.before, &before.nurture), name(found.after, &after.nurture));
    found.set(Label::Of("qualify-nurture"), from, to);
    found.words(Thing::SendBackReason, &before.send_back_reasons, &after.send_back_reasons);
}

fn scoring(found: &mut Found) {
    let (before, after) = (&found.before.scoring, &found.after.scoring);
    let (was, is) = (&before.tiers, &after.tiers);
    for (tier, from, to) in [
        (Tier::Medium, was.medium, is.medium),
        (Tier::High, was.high, is.high),
        (Tier::Urgent, was.urgent, is.urgent),
    ] {
        if from != to {
            found.all.push(Difference::Tier { tier, from, to });
        }
    }
    let (was, is) = (&before.caps, &after.caps);
    for (group, from, to) in [
        ("group-fit", was.fit, is.fit),
        ("group-engagement", was.engagement, is.engagement),
        ("group-source", was.source, is.source),
        ("group-stage", was.stage, is.stage),
    ] {
        found.set(Label::Cap(group), from, to);
    }
    let (was, is) = (&before.stage, &after.stage);
    for (signal, from, to) in [
        ("engaged", was.engaged, is.engaged),
        ("qualified", was.qualified, is.qualified),
        ("met", was.met, is.met),
    ] {
        found.set(Label::Signal(signal.to_owned()), from, to);
    }
    for signal in before.points.keys().chain(after.points.keys()).collect::<BTreeSet<_>>() {
        let points = [&before.points, &after.points].map(|all| all.get(signal));
        found.set_or_none(Label::Signal(signal.clone()), points[0], points[1]);
    }
    for signal in before.counts.keys().chain(after.counts.keys()).collect::<BTreeSet<_>>() {
        let [was, is] = [&before.counts, &after.counts]
            .map(|all| all.get(signal).map_or((None, None), |count| (count.most, count.days)));
        let label = |key| Label::Counted(signal.clone(), key);
        found.set_or_none(label("change-count-most"), was.0, is.0);
        found.set_or_none(label("change-count-days"), was.1, is.1);
    }
    found.things(&before.floors, &after.floors);
    found.things(&before.fit_rules, &after.fit_rules);
    interest(found);
    ideal(found);
    taught(found);
}

/// What was learned from the past, and what it counts for.
fn taught(found: &mut Found) {
    let both = [found.before, found.after].map(|playbook| playbook.scoring.learned.as_ref());
    let [from, to] = both.map(|learned| learned.map_or("none", |one| one.counts.key()));
    found.set(Label::Counts, from, to);
    let [from, to] = both.map(|learned| learned.map(|one| one.leads));
    found.set_or_none(Label::Of("change-learned-leads"), from, to);
    if from == to {
        let [before, after] = both.map(|learned| learned.map(|one| (one.learned_at, &one.model)));
        found.otherwise("learned-title", &before, &after);
    }
}

fn interest(found: &mut Found) {
    let (before, after) = (&found.before.scoring.engagement, &found.after.scoring.engagement);
    found.set(Label::Of("scoring-full-hours"), before.full_hours, after.full_hours);
    found.set(Label::Of("scoring-half-life"), before.half_life_days, after.half_life_days);
    for (what, from, to) in [
        ("scoring-price-pages", &before.price_pages, &after.price_pages),
        ("scoring-case-pages", &before.case_pages, &after.case_pages),
    ] {
        found.set(Label::Of(what), from.join(", "), to.join(", "));
    }
}

fn ideal(found: &mut Found) {
    let (before, after) = (&found.before.scoring.fit, &found.after.scoring.fit);
    for (what, from, to) in [
        ("scoring-industries", &before.industries, &after.industries),
        ("scoring-served", &before.served, &after.served),
        ("scoring-competitors", &before.competitors, &after.competitors),
    ] {
        found.set(Label::Of(what), from.join(", "), to.join(", "));
    }
    for (what, from, to) in [
        ("scoring-size-from", before.size_from, after.size_from),
        ("scoring-size-to", before.size_to, after.size_to),
    ] {
        found.set_or_none(Label::Of(what), from, to);
    }
    let currency = found.after.business.currency.clone();
    let budget = Label::Amount("scoring-budget-from", currency);
    found.set_or_none(budget, before.budget_from, after.budget_from);
    found.turned("scoring-free-mail", before.free_mail_counts, after.free_mail_counts);
}

fn routing(found: &mut Found) {
    let (before, after) = (&found.before.routing, &found.after.routing);
    found.things(&before.rules, &after.rules);
    found.things(&before.pools, &after.pools);
    let name = |playbook: &Playbook, id: &str| {
        playbook.teammate(id).map_or(id.to_owned(), |mate| mate.name.clone())
    };
    if before.fallback != after.fallback {
        let (from, to) = (name(found.before, &before.fallback), name(found.after, &after.fallback));
        found.set(Label::Of("routing-fallback"), from, to);
    }
    let (from, to) = (before.open_unaccepted_max, after.open_unaccepted_max);
    found.set(Label::Of("routing-cap"), from, to);
    found.turned("routing-keep-person", before.keep_person, after.keep_person);
    found.turned("routing-keep-firm", before.keep_firm, after.keep_firm);
}

fn promise(found: &mut Found) {
    let (before, after) = (&found.before.sla, &found.after.sla);
    found.turned("change-on-call", before.on_call, after.on_call);
    found.otherwise("change-warnings", &before.warn_at, &after.warn_at);
    for tier in Tier::ALL.into_iter().rev() {
        let (was, is) = (before.clock.get(&tier), after.clock.get(&tier));
        for (nth, what) in PROMISES.into_iter().enumerate() {
            let [from, to] = [was, is].map(|clock| times(clock?)[nth]);
            // Of one that is not touched it is enough to be told once which minutes count.
            let minutes = |time: Option<Time>| time.map(|time| time.minutes);
            if minutes(from) != minutes(to) || nth == 0 && from != to {
                found.all.push(Difference::Promised { tier, what, from, to });
            }
        }
        let rest = |clock: &ResponseClock| (clock.same_day, clock.least_minutes_left);
        if let (Some(was), Some(is)) = (was, is)
            && rest(was) != rest(is)
        {
            found.all.push(Difference::Otherwise(Label::Clock(tier, "change-counting")));
        }
    }
}

/// What the times of a clock are for, in the order in which they are told.
const PROMISES: [&str; 3] = ["change-respond", "change-opening", "change-accept"];

/// The times of a clock, in that order.
fn times(clock: &ResponseClock) -> [Option<Time>; 3] {
    let all = [Some(clock.respond_minutes), Some(clock.next_opening_minutes), clock.accept_minutes];
    all.map(|minutes| Some(Time { minutes: minutes?, within_hours: clock.business_time }))
}

fn followup(found: &mut Found) {
    let (before, after) = (&found.before.followup, &found.after.followup);
    let name = |playbook: &Playbook, key: &str| {
        playbook.template(key).map_or(key.to_owned(), |one| one.name.clone())
    };
    if before.instant_reply != after.instant_reply {
        let from = name(found.before, &before.instant_reply);
        let to = name(found.after, &after.instant_reply);
        found.set(Label::Of("change-instant-reply"), from, to);
    }
    let (from, to) = (before.letters_a_week_max, after.letters_a_week_max);
    found.set(Label::Of("change-letters-a-week"), from, to);
    let (from, to) = (before.stale_after_days, after.stale_after_days);
    found.set(Label::Of("change-stale-days"), from, to);
    found.things(&found.before.sequences, &found.after.sequences);
    found.things(&found.before.templates, &found.after.templates);
}

fn pipeline(found: &mut Found) {
    let (before, after) = (&found.before.pipeline, &found.after.pipeline);
    found.things(&before.stages, &after.stages);
    found.set(Label::Of("qualify-from"), before.handover_from, after.handover_from);
    found.otherwise("change-won-requires", &before.won_requires, &after.won_requires);
    found.words(Thing::LostReason, &before.lost_reasons, &after.lost_reasons);
    found.otherwise("change-with-note", &before.reasons_with_note, &after.reasons_with_note);
    let (was, is) = (&before.disqualify_reasons, &after.disqualify_reasons);
    found.words(Thing::DisqualifyReason, was, is);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, Words};
    use crate::playbook::fixture::house;
    use crate::playbook::{Field, FieldKind, Pool, changed};

    fn told(change: impl Fn(&mut Playbook)) -> Vec<String> {
        said(Words::default(), change)
    }

    fn said(words: Words, change: impl Fn(&mut Playbook)) -> Vec<String> {
        let before = house(&["maya", "tom"]);
        let mut after = before.clone();
        change(&mut after);
        let parts = changed(&before.to_text(), &after.to_text());
        let all = parts.into_iter().flat_map(|part| differences(part, &before, &after));
        all.map(|one| one.said(words)).collect()
    }

    fn with_a_field(playbook: &mut Playbook) {
        let (key, label) = ("roof".to_owned(), "Roof size".to_owned());
        let (kind, options, active) = (FieldKind::Number, Vec::new(), true);
        playbook.fields.push(Field { key, label, kind, options, active });
    }

    #[test]
    fn a_change_is_said_in_a_sentence() {
        let urgent = house(&["maya"]).scoring.tiers.urgent;
        assert_eq!(
            told(|it| it.scoring.tiers.urgent = 91),
            [format!("Tier Urgent from {urgent} to 91 points")]
        );
        assert_eq!(told(with_a_field), ["Field “Roof size” added"]);
        let german = Words::of(Language::German);
        assert_eq!(said(german, with_a_field), ["Feld „Roof size“ hinzugefügt"]);
        assert_eq!(told(|_| ()), [""; 0]);
    }

    #[test]
    fn of_a_rule_it_is_said_where_it_goes_and_what_it_is_called() {
        let pool = |it: &mut Playbook| {
            let (key, name) = ("senior".to_owned(), "Senior".to_owned());
            let (skills, members) = (Vec::new(), Vec::new());
            it.routing.pools.push(Pool { key, name, skills, members });
        };
        let name = house(&["maya"]).routing.rules[0].name.clone();
        assert_eq!(
            told(|it| {
                pool(it);
                it.routing.rules[0].pool = "senior".into();
            }),
            [format!("Rule “{name}” now goes to pool “Senior”"), "Pool “Senior” added".into()]
        );
        assert_eq!(
            told(|it| it.routing.rules[0].name = "Mine".into()),
            [format!("Rule “{name}” is now called “Mine”")]
        );
        assert_eq!(
            told(|it| it.routing.rules[0].skills = vec!["Roofs".to_owned().into()]),
            [format!("Rule “{name}” changed")]
        );
        assert_eq!(told(|it| drop(it.routing.rules.remove(0))), [format!("Rule “{name}” removed")]);
    }

    #[test]
    fn settings_people_and_lists_are_said_too() {
        assert_eq!(
            told(|it| {
                it.team[1].active = false;
                it.routing.keep_firm = false;
                it.routing.open_unaccepted_max += 1;
            })
            .len(),
            3
        );
        assert_eq!(
            told(|it| it.pipeline.lost_reasons.push("Too small".into())),
            ["Reason for losing “Too small” added"]
        );
    }

    #[test]
    fn times_and_amounts_are_said_with_their_unit() {
        let german = Words::of(Language::German);
        let both = |change: &dyn Fn(&mut Playbook)| {
            let [one, other] = [Words::default(), german].map(|words| said(words, change));
            one.into_iter().zip(other).collect::<Vec<_>>()
        };
        let clock = |it: &mut Playbook, tier, change: fn(&mut ResponseClock)| {
            change(it.sla.clock.get_mut(&tier).expect("a clock"));
        };
        let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
        assert_eq!(
            both(&|it| clock(it, Tier::Urgent, |clock| {
                clock.respond_minutes = 90;
                clock.accept_minutes = None;
            })),
            [
                pair(
                    "Urgent: answered within 1 h 30, was 5 min",
                    "Dringend, Zeit bis zur Antwort: 1 h 30, vorher 5 min"
                ),
                pair(
                    "Urgent: no longer accepted within 2 min",
                    "Dringend, Zeit bis zur Bestätigung: keine mehr, vorher 2 min"
                ),
            ]
        );
        assert_eq!(
            both(&|it| clock(it, Tier::High, |clock| clock.next_opening_minutes = 1500)),
            [pair(
                "High: out of hours, answered after the next opening within 25 h of opening hours, was 2 h of opening hours",
                "Hoch, Zeit bis zur Antwort nach der nächsten Öffnung: 25 h Öffnungszeit, vorher 2 h Öffnungszeit"
            )]
        );
        assert_eq!(
            both(&|it| clock(it, Tier::High, |clock| clock.business_time = false)),
            [pair(
                "High: answered within 4 h, was 4 h of opening hours",
                "Hoch, Zeit bis zur Antwort: 4 h, vorher 4 h Öffnungszeit"
            )]
        );
        let medium = |it: &mut Playbook| {
            let clock =
                ResponseClock { respond_minutes: 2880, ..it.sla.clock[&Tier::Urgent].clone() };
            it.sla.clock.insert(Tier::Medium, clock);
        };
        assert_eq!(
            both(&medium)[0],
            pair(
                "Medium: now answered within 2 days",
                "Mittel, Zeit bis zur Antwort: jetzt 2 Tage"
            )
        );
        assert_eq!(
            both(&|it| {
                it.scoring.fit.budget_from = Some(12_500);
                it.scoring.points.insert("reply".into(), -1);
                let count = crate::playbook::Count { most: Some(3), days: None };
                it.scoring.counts.insert("reply".into(), count);
            }),
            [
                pair(
                    "“Answered you” is now −1 point",
                    "„Hat Ihnen geantwortet“ ist jetzt −1 Punkt"
                ),
                pair(
                    "“Answered you: signs that count at most” is now 3",
                    "„Hat Ihnen geantwortet: wie oft es höchstens zählt“ ist jetzt 3"
                ),
                pair(
                    "“Budget, at least” is now £12,500",
                    "„Budget, mindestens“ ist jetzt 12.500 £"
                ),
            ]
        );
    }

    #[test]
    fn nothing_of_a_part_that_is_taken_over_stays_unsaid() {
        let before = house(&["maya", "tom"]);
        let mut after = crate::playbook::starter("Ek", before.team[0].clone());
        after.business.name = "Ek".into();
        for part in changed(&before.to_text(), &after.to_text()) {
            assert_ne!(differences(part, &before, &after), [], "{part:?}");
            part.take_over(&mut after, &before);
            assert_eq!(differences(part, &before, &after), [], "{part:?}");
        }
    }
}
