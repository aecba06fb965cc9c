//! What is set for one teammate, as it stands in a form: to it, from it, and what differs.

use crate::language::Words;
use crate::lead::hours::Week;
use crate::lead::profile::one_line;
use crate::playbook::{
    Away, Member, Playbook, Role, Routing, SKILL_CHARS_MAX, SKILLS_MAX, Skill, Teammate, listed,
};
use crate::shell::web::guard::Who;
use crate::shell::web::invited::{called, role_of};
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::staff::NAME_MAX;
use crate::shell::web::week;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};

/// The most times away a form holds.
const AWAY_MAX: usize = 60;

/// Empty lines for further times away.
const AWAY_MORE: usize = 2;

/// How many years off a day away may lie.
const AWAY_YEARS: i64 = 5;

/// Characters that may stand behind the name of a skill, and one that is too many.
const LEVEL_CHARS: usize = 4;

/// The largest weight and the largest cap.
const NUMBER_MAX: u32 = 100;
const CAP_MAX: u32 = 10_000;

/// What stands in the fields for a teammate as the playbook has them.
pub fn values(playbook: &Playbook, mate: &Teammate) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    let mut put = |name: &str, value: String| {
        values.insert(name.to_owned(), value);
    };
    put("name", mate.name.clone());
    put("role", mate.role.key().to_owned());
    put("backup", mate.backup.clone());
    put("manager", mate.manager.clone());
    put("skills", listed(&mate.skills));
    put("time_zone", mate.time_zone.clone());
    put("weight", if mate.weight == 1 { String::new() } else { mate.weight.to_string() });
    put("cap", mate.open_unaccepted_max.map_or(String::new(), |cap| cap.to_string()));
    for (nth, away) in mate.away.iter().take(AWAY_MAX).enumerate() {
        put(&format!("away_{nth}_from"), away.from.to_string());
        put(&format!("away_{nth}_to"), away.to.to_string());
    }
    for pool in &playbook.routing.pools {
        let member = pool.members.iter().find(|member| member.teammate == mate.id);
        if let Some(member) = member {
            put(&format!("weight_{}", pool.key), member.weight.to_string());
        }
    }
    if let Some(week) = &mate.hours {
        put("own_hours", "1".to_owned());
        values.extend(week::values(week));
    }
    values
}

/// How many times away the form has lines for.
pub fn away_lines(sent: &Sent) -> usize {
    let filled = (0..AWAY_MAX).filter(|nth| !sent.trimmed(&format!("away_{nth}_from")).is_empty());
    (filled.max().map_or(0, |last| last + 1) + AWAY_MORE).min(AWAY_MAX)
}

/// Somebody as the form wants them, with their weights by pool where it is about them. A pool they are
/// not named in has none.
pub struct Wanted {
    mate: Teammate,
    weights: Option<BTreeMap<String, u32>>,
}

/// What a form says about a teammate, as far as its sender reaches, or the first thing in it that is
/// not understood.
pub fn read(
    playbook: &Playbook,
    mate: &Teammate,
    sent: &Sent,
    (today, words): (Date, Words),
    reach: Reach,
) -> Result<Wanted, Wrong> {
    let timed = Teammate {
        time_zone: zone(sent, words)?,
        hours: hours(mate, sent, words)?,
        away: away(mate, sent, today, words)?,
        ..mate.clone()
    };
    if reach < Reach::Settings {
        return Ok(Wanted { mate: timed, weights: None });
    }
    let name = sent.trimmed("name");
    if name.is_empty() || name.chars().count() > NAME_MAX {
        return Err(Wrong::with("name", words.say("team-name-lacking")));
    }
    let cap = number(sent, "cap", CAP_MAX, words)?;
    let mut weights = BTreeMap::new();
    for pool in playbook.routing.pools.iter().filter(|pool| !pool.members.is_empty()) {
        let name = format!("weight_{}", pool.key);
        let is_last = matches!(&pool.members[..], [only] if only.teammate == mate.id);
        let is_asked = sent.iter().any(|(known, _)| known == name);
        match number(sent, &name, NUMBER_MAX, words)? {
            Some(weight) => drop(weights.insert(pool.key.clone(), weight)),
            None if is_last && is_asked => {
                let with = [("pool", pool.name.as_str().into())];
                return Err(Wrong::with(&name, words.fill("team-share-last", &with)));
            }
            None => {}
        }
    }
    let role = if reach == Reach::Role { role_of(sent.get("role")) } else { mate.role };
    let mate = Teammate {
        name: name.to_owned(),
        role,
        backup: sent.trimmed("backup").to_owned(),
        manager: sent.trimmed("manager").to_owned(),
        skills: skills(playbook, sent, words)?,
        open_unaccepted_max: cap,
        weight: open_weight(playbook, mate, sent, words)?,
        ..timed
    };
    Ok(Wanted { mate, weights: Some(weights) })
}

/// The zone they live in, where that is not the one of the business.
fn zone(sent: &Sent, words: Words) -> Result<String, Wrong> {
    match sent.trimmed("time_zone") {
        zone if zone.is_empty() || TimeZone::get(zone).is_ok() => Ok(zone.to_owned()),
        _ => Err(Wrong::with("time_zone", words.say("setup-zone-wrong"))),
    }
}

/// Skills apart by commas, each once and spelt as it is known already.
fn skills(playbook: &Playbook, sent: &Sent, words: Words) -> Result<Vec<Skill>, Wrong> {
    let known = known_skills(playbook);
    let mut skills: Vec<Skill> = Vec::new();
    for typed in sent.get("skills").split([',', ';']) {
        let typed = Skill::from(one_line(typed, SKILL_CHARS_MAX + LEVEL_CHARS));
        if typed.name.is_empty() || skills.iter().any(|one| one.is_same(&typed)) {
            continue;
        }
        if !typed.is_well_formed() || skills.len() == SKILLS_MAX {
            let with = [("most", SKILLS_MAX.into()), ("longest", SKILL_CHARS_MAX.into())];
            return Err(Wrong::with("skills", words.fill("team-skills-wrong", &with)));
        }
        let spelt = known.iter().find(|name| typed.is_same(&Skill::from(name.as_str())));
        skills.push(Skill { name: spelt.cloned().unwrap_or(typed.name), level: typed.level });
    }
    Ok(skills)
}

/// The skills that rules and pools ask for and teammates have, by name.
pub fn known_skills(playbook: &Playbook) -> BTreeSet<String> {
    let Routing { rules, pools, .. } = &playbook.routing;
    let of_pools = pools.iter().flat_map(|pool| &pool.skills);
    let asked = of_pools.chain(rules.iter().flat_map(|rule| &rule.skills));
    let all = asked.chain(playbook.team.iter().flat_map(|mate| &mate.skills));
    all.map(|skill| skill.name.clone()).collect()
}

/// Their share of the pools that name nobody, which is asked for only where there are any.
fn open_weight(
    playbook: &Playbook,
    mate: &Teammate,
    sent: &Sent,
    words: Words,
) -> Result<u32, Wrong> {
    match playbook.routing.pools.iter().any(|pool| pool.members.is_empty()) {
        true => Ok(number(sent, "weight", NUMBER_MAX, words)?.unwrap_or(1)),
        false => Ok(mate.weight),
    }
}

/// Their own hours, where they have some; whoever types the first ones need not tick them as well.
fn hours(mate: &Teammate, sent: &Sent, words: Words) -> Result<Option<Week>, Wrong> {
    let is_typed = week::names().any(|name| !sent.trimmed(&name).is_empty());
    if !(sent.is_on("own_hours") || mate.hours.is_none() && is_typed) {
        return Ok(None);
    }
    let week = week::read(sent, words)?;
    if week.is_empty() {
        return Err(Wrong::with("mon_from", words.say("team-never-there")));
    }
    Ok(Some(week))
}

/// A number from 1; nothing where nothing is written.
fn number(sent: &Sent, name: &str, most: u32, words: Words) -> Result<Option<u32>, Wrong> {
    match sent.trimmed(name) {
        "" => Ok(None),
        text => match text.parse() {
            Ok(number) if (1..=most).contains(&number) => Ok(Some(number)),
            _ => {
                let with = [("most", most.into())];
                Err(Wrong::with(name, words.fill("team-number-wrong", &with)))
            }
        },
    }
}

/// Times away in this age; what stood there before may stay.
fn away(mate: &Teammate, sent: &Sent, today: Date, words: Words) -> Result<Vec<Away>, Wrong> {
    let years_off = |day: Date| (i64::from(day.year()) - i64::from(today.year())).abs();
    let mut times = Vec::new();
    for nth in 0..AWAY_MAX {
        let field = format!("away_{nth}_from");
        let (from, to) = (sent.trimmed(&field), sent.trimmed(&format!("away_{nth}_to")));
        if from.is_empty() && to.is_empty() {
            continue;
        }
        let wrong = || Wrong::with(&field, words.say("team-away-wrong"));
        let day = |text: &str| text.parse::<Date>().map_err(|_| wrong());
        let from = day(from)?;
        let to = if to.is_empty() { from } else { day(to)? };
        if to < from {
            return Err(wrong());
        }
        let time = Away { from, to };
        if years_off(from).max(years_off(to)) > AWAY_YEARS && !mate.away.contains(&time) {
            let with = [("years", AWAY_YEARS.into())];
            return Err(Wrong::with(&field, words.fill("team-away-far", &with)));
        }
        times.push(time);
    }
    Ok(times)
}

impl Wanted {
    /// Makes it so.
    pub fn write(self, playbook: &mut Playbook) {
        if let Some(weights) = &self.weights {
            weigh(playbook, &self.mate.id, weights);
        }
        if let Some(mate) = playbook.team.iter_mut().find(|mate| mate.id == self.mate.id) {
            *mate = self.mate;
        }
    }
}

fn weigh(playbook: &mut Playbook, id: &str, weights: &BTreeMap<String, u32>) {
    for pool in playbook.routing.pools.iter_mut().filter(|pool| !pool.members.is_empty()) {
        let member = pool.members.iter().position(|member| member.teammate == id);
        match (weights.get(&pool.key), member) {
            (Some(weight), Some(at)) => pool.members[at].weight = *weight,
            (Some(weight), None) => {
                pool.members.push(Member { teammate: id.to_owned(), weight: *weight })
            }
            // The last one stays: a pool that names nobody would be everyone's.
            (None, Some(at)) if pool.members.len() > 1 => drop(pool.members.remove(at)),
            (None, _) => {}
        }
    }
}

/// What somebody else changed meanwhile, in words: what it is, what it was, what it is now.
pub fn changed(
    before: &BTreeMap<String, String>,
    now: &BTreeMap<String, String>,
    words: Words,
) -> Vec<String> {
    let names: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    let get = |of: &BTreeMap<String, String>, name: &str| {
        let value = of.get(name).map_or("", String::as_str);
        match (name, value) {
            (_, "") => "–".to_owned(),
            ("role", role) => words.say(called(role_of(role))),
            (_, value) => value.to_owned(),
        }
    };
    let differ = names.into_iter().filter(|name| before.get(*name) != now.get(*name));
    differ
        .map(|name| {
            let what = words.say(label(name));
            let (was, is) = (get(before, name), get(now, name));
            words.fill(
                "team-changed-line",
                &[("what", what.into()), ("was", was.into()), ("is", is.into())],
            )
        })
        .collect()
}

/// The key of what a field is called.
fn label(name: &str) -> &'static str {
    match name {
        "name" => "team-name",
        "role" => "team-role",
        "backup" => "team-backup",
        "manager" => "team-manager",
        "cap" => "team-cap",
        "skills" => "team-skills",
        "time_zone" => "team-zone",
        "weight" => "team-weights",
        name if name.starts_with("away_") => "team-away",
        name if name.starts_with("weight_") => "team-weights",
        _ => "team-own-hours",
    }
}

/// How much of what is set for a teammate somebody may change, each including the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    Nothing,
    /// When they work and when they are away.
    Hours,
    /// Everything but the role.
    Settings,
    Role,
}

impl Reach {
    /// How far somebody reaches. Everyone sets their own hours; nobody gives themselves a role.
    pub fn of(who: &Who, mate: &Teammate) -> Reach {
        match (who.role, mate.id == who.teammate) {
            (Role::Owner, false) => Reach::Role,
            (Role::Owner | Role::Manager, true) => Reach::Settings,
            (Role::Manager, false) if mate.role == Role::Rep => Reach::Settings,
            (Role::Rep, true) => Reach::Hours,
            (Role::Manager | Role::Rep, false) => Reach::Nothing,
        }
    }
}
