//! Checks the model by which leads are scored.

use super::lists::{MANY, check_known};
use super::report::Report;
use super::routing::CONDITIONS_MAX;
use super::rules::conditions;
use super::{Known, learned, off, postcodes};
use crate::lead::Tier;
use crate::playbook::condition::ends;
use crate::playbook::learned::Counts;
use crate::playbook::{
    Count, Engagement, Fit, FitRule, Floor, Groups, Playbook, Scoring, Tiers, same,
};

/// The most points one signal may give or take.
pub const POINTS_MAX: i32 = 100;

/// The highest score.
const SCORE_MAX: i32 = 100;

/// The longest a floor may hold, in days.
const FLOOR_DAYS_MAX: u32 = 365;

/// The most signs of one behaviour that count, and the most days for which.
pub const SIGNS_MAX: u32 = 50;
pub const SIGN_DAYS_MAX: u32 = 365;

pub fn check(playbook: &Playbook, known: &Known, report: &mut Report) {
    report.within("scoring", |report| {
        scoring(&playbook.scoring, known, report);
        report.each("floor", &playbook.scoring.floors, |one, report| {
            floor(one, playbook, known, report);
        });
        let rules = &playbook.scoring.fit_rules;
        report.expect(rules.len() <= MANY, "", || format!("{MANY} rules of fit are the most."));
        report.each("fit_rule", rules.iter().take(MANY), |one, report| {
            fit_rule(one, playbook, report);
        });
    });
}

/// What of the model is worth a second look: fields that are off, and tiers no lead can be of.
pub fn hints(playbook: &Playbook, report: &mut Report) {
    let scoring = &playbook.scoring;
    report.each("fit_rule", scoring.fit_rules.iter().take(MANY), |one, report| {
        let here = format!("The rule of fit “{}”", one.name);
        postcodes::out_of_reach(&here, &one.conditions, playbook, report);
        off::asked_for(&here, one.conditions.iter().map(|one| &*one.field), playbook, report);
    });
    report.within("fit", |report| {
        scoring.fit.served.iter().take(MANY).for_each(|place| served(place, report));
    });
    let most = highest(scoring);
    let Tiers { medium, high, urgent } = scoring.tiers;
    let unreached = [(Tier::Medium, medium), (Tier::High, high), (Tier::Urgent, urgent)]
        .into_iter()
        .find(|(_, from)| i32::from(*from) > most);
    if let Some((tier, from)) = unreached {
        let tier = tier.label();
        report.within("caps", |report| {
            report.say("", format!("No lead can be {tier}: the caps and floors allow {most} points at most, and it begins at {from}."));
        });
    }
}

/// Says of a place served that no lead says to be there.
fn served(place: &str, report: &mut Report) {
    const TOO_WIDE: [&str; 10] = [
        "Europe",
        "Europa",
        "Africa",
        "Afrika",
        "Asia",
        "Asien",
        "America",
        "Amerika",
        "World",
        "Worldwide",
    ];
    let is_too_wide = TOO_WIDE.iter().any(|one| same(one, place));
    report.expect(!is_too_wide && ends(place).is_none(), place, || {
        format!("No lead is found in the place served “{place}”. Name countries, groups of them such as EU or DACH, regions, cities, or the beginnings of postcodes one by one.")
    });
}

/// The highest score that caps and floors allow.
fn highest(scoring: &Scoring) -> i32 {
    let Groups { fit, engagement, source, stage } = scoring.caps;
    let points = [fit, engagement, source, stage].into_iter().fold(0, i32::saturating_add);
    let floors = scoring.floors.iter().map(|floor| i32::from(floor.score) + points.max(0) / 4);
    let counts = scoring.learned.as_ref().is_some_and(|one| one.counts != Counts::Beside);
    let learned = counts.then_some(SCORE_MAX);
    floors.chain([points]).chain(learned).max().unwrap_or(points).min(SCORE_MAX)
}

fn scoring(scoring: &Scoring, known: &Known, report: &mut Report) {
    report.within("caps", |report| caps(&scoring.caps, report));
    report.within("tiers", |report| tiers(&scoring.tiers, report));
    report.within("points", |report| {
        let signals = || known.signals.iter().copied();
        for (signal, points) in &scoring.points {
            check_known("signal", "The scoring model", signal, signals(), report);
            in_range(signal, *points, report);
        }
    });
    report.within("counts", |report| {
        for (signal, count) in scoring.counts.iter().take(MANY) {
            counted(signal, *count, known, report);
        }
    });
    report.within("stage", |report| {
        for (stage, points) in [
            ("engaged", scoring.stage.engaged),
            ("qualified", scoring.stage.qualified),
            ("met", scoring.stage.met),
        ] {
            in_range(stage, points, report);
        }
    });
    report.expect(scoring.floors.len() <= MANY, "", || format!("{MANY} floors are the most."));
    if let Some(taught) = &scoring.learned {
        report.within("learned", |report| learned::check(taught, report));
    }
    report.within("fit", |report| fit(&scoring.fit, report));
    report.within("engagement", |report| interest(&scoring.engagement, report));
}

fn caps(caps: &Groups, report: &mut Report) {
    for (group, cap) in [
        ("fit", caps.fit),
        ("engagement", caps.engagement),
        ("source", caps.source),
        ("stage", caps.stage),
    ] {
        report.expect((0..=1000).contains(&cap), group, || {
            format!("The cap of {group} is {cap}. It must lie between 0 and 1000.")
        });
    }
}

fn tiers(tiers: &Tiers, report: &mut Report) {
    let rises = 0 < tiers.medium && tiers.medium < tiers.high && tiers.high < tiers.urgent;
    report.expect(rises && tiers.urgent <= 100, "", || {
        format!(
            "The tiers begin at {}, {} and {}. They must rise, from 1 to 100.",
            tiers.medium, tiers.high, tiers.urgent
        )
    });
}

fn in_range(signal: &str, points: i32, report: &mut Report) {
    report.expect(points.abs() <= POINTS_MAX, signal, || {
        format!("The signal “{signal}” gives {points} points. It must lie between -100 and 100.")
    });
}

fn counted(signal: &str, count: Count, known: &Known, report: &mut Report) {
    let behaviours = known.behaviours.iter().copied();
    check_known("behaviour", "The scoring model", signal, behaviours, report);
    let Count { most, days } = count;
    report.expect(most.is_none_or(|most| (1..=SIGNS_MAX).contains(&most)), signal, || {
        let most = most.unwrap_or_default();
        format!("Of “{signal}”, {most} are to count. It must be 1 to {SIGNS_MAX}.")
    });
    report.expect(days.is_none_or(|days| (1..=SIGN_DAYS_MAX).contains(&days)), signal, || {
        let days = days.unwrap_or_default();
        format!("“{signal}” is to count for {days} days. It must be 1 to {SIGN_DAYS_MAX}.")
    });
}

fn floor(floor: &Floor, playbook: &Playbook, known: &Known, report: &mut Report) {
    let name = &floor.name;
    report.expect(!name.trim().is_empty(), "name", || "Every floor needs a name.".into());
    report.expect(floor.score <= 100, "score", || {
        format!("The floor “{name}” lies at {}. 100 is the highest score.", floor.score)
    });
    report.expect(floor.days <= FLOOR_DAYS_MAX, "days", || {
        format!("The floor “{name}” holds for {} days. {FLOOR_DAYS_MAX} is the most.", floor.days)
    });
    for signal in &floor.signals {
        let here = format!("The floor “{name}”");
        check_known("signal", &here, signal, known.signals.iter().copied(), report);
        let is_signal = known.signals.contains(&signal.as_str());
        report.expect(!is_signal || (known.most_points)(signal, playbook) > 0, signal, || {
            format!("{here} can never hold: it asks for points for “{signal}”, which gives none.")
        });
    }
}

/// A score may not rest on itself, so its rules ask for neither score nor tier.
fn fit_rule(rule: &FitRule, playbook: &Playbook, report: &mut Report) {
    let name = &rule.name;
    let here = format!("The rule of fit “{name}”");
    report.expect(!name.trim().is_empty(), "name", || "Every rule of fit needs a name.".into());
    in_range(name, rule.points, report);
    let count = rule.conditions.len();
    report.expect((1..=CONDITIONS_MAX).contains(&count), name, || {
        format!("{here} has {count} conditions. It needs 1 to {CONDITIONS_MAX}.")
    });
    report.each("when", rule.conditions.iter().take(CONDITIONS_MAX), |one, report| {
        let is_circle = one.field == "score" || one.field == "tier";
        report.expect(!is_circle, &one.field, || {
            format!("{here} asks for the {}, which rests on it.", one.field)
        });
    });
    conditions("when", &here, &rule.conditions, playbook, report);
}

fn fit(fit: &Fit, report: &mut Report) {
    let in_order = fit.size_from.zip(fit.size_to).is_none_or(|(from, to)| from <= to);
    report
        .expect(in_order, "size_from", || "The best size of a firm ends before it begins.".into());
    for (key, what, list) in [
        ("industries", "industries", &fit.industries),
        ("served", "places served", &fit.served),
        ("competitors", "competitors", &fit.competitors),
    ] {
        report.expect(list.len() <= MANY, key, || {
            format!("There are {} {what}. {MANY} is the most.", list.len())
        });
        report.expect(list.iter().all(|one| !one.trim().is_empty()), key, || {
            format!("One of the {what} is empty.")
        });
    }
}

fn interest(engagement: &Engagement, report: &mut Report) {
    let pages = [&engagement.price_pages, &engagement.case_pages];
    report.expect(pages.iter().all(|pages| pages.len() <= MANY), "", || {
        format!("{MANY} pages are the most.")
    });
    for page in pages.into_iter().flatten() {
        let well = page.starts_with('/') && page.len() > 1;
        report.expect(well, page, || {
            format!("“{page}” is no path of a page. Write it like /prices.")
        });
    }
    report.expect(engagement.half_life_days > 0, "half_life_days", || {
        "Interest must halve in at least one day.".into()
    });
    report.expect(
        engagement.full_hours <= 8760 && engagement.half_life_days <= 3650,
        "full_hours",
        || "Interest fades too slowly: in full for a year at most, halving in ten.".into(),
    );
}

#[cfg(test)]
mod tests {
    use super::super::hints;
    use crate::playbook::fixture::house;

    #[test]
    fn a_place_where_no_lead_is_is_worth_a_second_look() {
        let mut playbook = house(&["maya"]);
        let mut said = |place: &str| {
            playbook.scoring.fit.served = vec![place.to_owned()];
            hints(&playbook).into_iter().map(|hint| hint.sentence).collect::<String>()
        };
        for place in ["Europe", "worldwide", "LS1..LS9"] {
            assert!(said(place).contains(&format!("the place served “{place}”")), "{place}");
        }
        for place in ["EU", "Nordics", "Leeds", "LS1", "80", "NY"] {
            assert_eq!(said(place), "", "{place}");
        }
    }
}
