//! Fernhill Energy, the firm of the demo: five people who put heat pumps and solar roofs on the
//! buildings other people work in.

use super::calendar::{Days, bank_holidays};
use crate::lead::SourceClass;
use crate::lead::hours::Week;
use crate::playbook::{
    Away, Condition, Member, Playbook, Pool, Role, Rule, Teammate, Test, starter,
};
use jiff::ToSpan;
use jiff::civil::{Date, time};

pub const NAME: &str = "Fernhill Energy";

/// The business closes at this hour.
pub const CLOSES: i8 = 18;

/// The zone everybody lives in.
pub const ZONE: &str = "Europe/London";

/// Industries the firm serves best; schools and public bodies have a rule of their own.
const INDUSTRIES: [&str; 9] = [
    "Education",
    "Public sector",
    "Hospitality",
    "Food and drink",
    "Manufacturing",
    "Care",
    "Logistics",
    "Leisure",
    "Horticulture",
];

/// The playbook of the firm in the year that ends on a day.
pub fn playbook(last: Date) -> Playbook {
    let mut playbook = starter(NAME, teammate("ruth", "Ruth Calder", Role::Owner));
    let business = &mut playbook.business;
    business.time_zone = ZONE.into();
    business.phone = "0113 496 0140".into();
    business.email = "hello@fernhill.example".into();
    business.booking_link = "https://fernhill.example/visit".into();
    business.privacy_link = "https://fernhill.example/privacy".into();
    playbook.hours.week = Week::working_days(time(8, 0, 0, 0), time(CLOSES, 0, 0, 0));
    let years = last.year() - 1..=last.year() + 1;
    playbook.hours.holidays = years.flat_map(bank_holidays).collect();
    playbook.team.extend(staff());
    leave(&mut playbook, last);
    ideal_customer(&mut playbook);
    who_gets_what(&mut playbook);
    playbook.tags = super::tags::offered();
    for source in &mut playbook.sources {
        source.enabled |= ["ads", "partner"].contains(&source.key.as_str());
    }
    if let Some(adverts) = playbook.sources.iter_mut().find(|source| source.key == "ads") {
        adverts.name = "Search advert".into();
        adverts.class = SourceClass::Outbound;
    }
    playbook.sealed()
}

fn teammate(id: &str, name: &str, role: Role) -> Teammate {
    Teammate::new(id, name, &format!("{id}@fernhill.example"), role)
}

fn staff() -> [Teammate; 4] {
    let rep = |id: &str, name: &str, backup: &str| Teammate {
        backup: backup.into(),
        manager: "ellis".into(),
        ..teammate(id, name, Role::Rep)
    };
    [
        Teammate {
            backup: "maya".into(),
            manager: "ruth".into(),
            ..teammate("ellis", "Ellis Marsh", Role::Manager)
        },
        rep("maya", "Maya Lindqvist", "tom"),
        rep("tom", "Tom Adeyemi", "maya"),
        rep("priya", "Priya Raman", "maya"),
    ]
}

/// Leave by teammate, in days before the last one: first and last day of each.
const LEAVE: [(&str, &[(i32, i32)]); 5] = [
    ("ruth", &[(300, 287), (120, 116)]),
    ("ellis", &[(262, 256), (75, 71), (-9, -13)]),
    ("maya", &[(283, 273), (160, 158)]),
    ("tom", &[(320, 314), (228, 219)]),
    ("priya", &[(248, 238), (96, 94)]),
];

/// Everybody takes some weeks off in a year, and Tom is away on the last day.
fn leave(playbook: &mut Playbook, last: Date) {
    for (id, spans) in LEAVE {
        let away = spans.iter().map(|(from, to)| Away {
            from: last.saturating_sub((*from).days()),
            to: last.saturating_sub((*to).days()),
        });
        let mate = playbook.team.iter_mut().find(|mate| mate.id == id);
        mate.into_iter().for_each(|mate| mate.away.extend(away.clone()));
    }
    let days = Days::of(playbook, last);
    let away = Away { from: days.back(6), to: days.after(last) };
    let tom = playbook.team.iter_mut().find(|mate| mate.id == "tom");
    tom.into_iter().for_each(|tom| tom.away.push(away.clone()));
}

fn ideal_customer(playbook: &mut Playbook) {
    let fit = &mut playbook.scoring.fit;
    fit.industries = INDUSTRIES.map(str::to_owned).into();
    fit.size_from = Some(20);
    fit.size_to = Some(500);
    fit.served = vec!["GB".into()];
    fit.budget_from = Some(10_000);
    fit.competitors = vec!["northheat.example".into(), "brightroof.example".into()];
}

fn who_gets_what(playbook: &mut Playbook) {
    let routing = &mut playbook.routing;
    routing.pools = vec![
        pool("schools", "Schools and public sector", &["maya", "tom"]),
        pool("senior", "Senior group", &["maya", "tom"]),
        pool("hospitality", "Hospitality", &["priya"]),
        pool("nurture", "Nurture", &["ellis"]),
        pool("everyone", "Everyone", &["maya", "tom", "priya"]),
    ];
    routing.rules = vec![
        rule(
            "Schools and public sector",
            "schools",
            &[("industry", &["Education", "Public sector"]), ("tier", ABOVE_LOW)],
        ),
        rule("Urgent leads go to the senior group", "senior", &[("tier", &["urgent"])]),
        rule(
            "Hotels, pubs and restaurants",
            "hospitality",
            &[("industry", &["Hospitality"]), ("tier", ABOVE_LOW)],
        ),
        rule("Low leads are nurtured", "nurture", &[("tier", &["low"])]),
        rule("Everyone else, in turn", "everyone", &[]),
    ];
}

const ABOVE_LOW: &[&str] = &["medium", "high", "urgent"];

fn pool(key: &str, name: &str, members: &[&str]) -> Pool {
    let member = |id: &&str| Member { teammate: (*id).into(), weight: 1 };
    Pool {
        key: key.into(),
        name: name.into(),
        skills: Vec::new(),
        members: members.iter().map(member).collect(),
    }
}

fn rule(name: &str, pool: &str, when: &[(&str, &[&str])]) -> Rule {
    let condition = |(field, values): &(&str, &[&str])| Condition {
        field: (*field).into(),
        is: Test::In,
        value: values.iter().map(|value| (*value).into()).collect(),
    };
    Rule {
        name: name.into(),
        pool: pool.into(),
        skills: Vec::new(),
        conditions: when.iter().map(condition).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::check;
    use jiff::civil::date;

    #[test]
    fn the_firm_is_in_order_and_reads_back_from_its_text() {
        let playbook = playbook(date(2026, 5, 12));
        assert_eq!(check(&playbook, &crate::decide::known()), []);
        assert_eq!(Playbook::from_text(&playbook.to_text()), Ok(playbook.clone()));
        let tom = playbook.teammate("tom").map(|tom| tom.is_away(date(2026, 5, 12)));
        assert_eq!((playbook.team.len(), tom), (5, Some(true)));
    }
}
