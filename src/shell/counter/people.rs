//! Those who may sign in: an account in the office, and a teammate in the playbook.

use super::no::No;
use super::{Counter, by, playbooks};
use crate::language::Language;
use crate::lead::Profile;
use crate::lead::profile::{VALUE_MAX, currency_of, email_normal, one_line, zone_of};
use crate::lead::words::capitalised;
use crate::playbook::{Playbook, Role, Teammate, hints_without, starter_in, with_version};
use crate::shell::desk::Order;
use crate::shell::house::House;
use crate::shell::store::office::{Change, User};
use crate::shell::web::signed::new_secret;
use crate::shell::web::{passwords, staff::id_for};
use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// Characters of a password that we make up: 80 random bits.
const MADE_UP: usize = 20;

/// Somebody to be added.
#[derive(Debug, Serialize, Deserialize)]
pub struct NewUser {
    pub email: String,
    pub name: Option<String>,
    pub role: Role,
    /// One is made up where there is none.
    pub password: Option<String>,
    /// About the business, for the first owner of a house.
    pub business: Option<String>,
    pub country: Option<String>,
    pub time_zone: Option<String>,
    /// Code of the language in which it begins.
    pub language: Option<String>,
}

/// What became of it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Added {
    pub email: String,
    /// The teammate in the playbook.
    pub teammate: String,
    pub role: Role,
    /// The password, where we made it up. Nobody can read it again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// Whether this opened the house.
    pub opened: bool,
    /// Code of the language in which it was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The time zone in which it was opened, and the currency it counts in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
}

/// A new password for somebody.
#[derive(Debug, Serialize, Deserialize)]
pub struct NewPassword {
    pub email: String,
    /// One is made up where there is none.
    pub password: Option<String>,
}

/// Somebody by their address.
#[derive(Debug, Serialize, Deserialize)]
pub struct Email {
    pub email: String,
}

/// Somebody who may sign in no longer.
#[derive(Debug, Serialize, Deserialize)]
pub struct Gone {
    pub email: String,
    /// What is worth a second look in the rules now that they have left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<String>,
}

/// An account as a list shows it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Account {
    pub email: String,
    pub name: String,
    pub role: Option<Role>,
    pub teammate: String,
    pub disabled: bool,
    pub made_at: Timestamp,
}

/// `GET /users`
pub(super) async fn list(State(counter): State<Counter>) -> Result<Json<Vec<Account>>, No> {
    let in_force = counter.house.playbook();
    let users = counter.house.desk.store().read()?.users()?;
    let account = |user: User| {
        let mate = in_force.playbook.teammate(&user.teammate);
        Account {
            name: mate.map_or(String::new(), |mate| mate.name.clone()),
            role: mate.map(|mate| mate.role),
            email: user.email,
            teammate: user.teammate,
            disabled: user.disabled,
            made_at: user.made_at,
        }
    };
    Ok(Json(users.into_iter().map(account).collect()))
}

/// `POST /users`
pub(super) async fn add(
    State(counter): State<Counter>,
    Json(new): Json<NewUser>,
) -> Result<Json<Added>, No> {
    let house = &counter.house;
    let email = address(&new.email)?;
    if house.desk.store().read()?.user(&email)?.is_some_and(|user| !user.disabled) {
        let sentence = "There is an account for this address already. A new password is given with \
                        `leadstead user password`.";
        return Err(No::not_now(sentence));
    }
    let (password, made_up) = chosen(new.password.as_deref())?;
    let in_force = house.playbook();
    let opened = in_force.version == 0;
    let mut playbook = in_force.playbook.clone();
    if opened {
        playbook = first_playbook(&new, &email)?;
    }
    let teammate = welcome(&mut playbook, &new, &email);
    if opened || playbook != in_force.playbook {
        apply(&counter, in_force.version, &playbook).await?;
    }
    let kept = passwords::hashed(password).await?;
    let user = User::new(&email, &teammate, kept, house.clock.now());
    house.desk.ask(Order::Office(vec![Change::PutUser(user)])).await?;
    let business = opened.then_some(playbook.business);
    Ok(Json(Added {
        email,
        teammate,
        role: new.role,
        password: made_up,
        opened,
        language: business.as_ref().map(|business| business.language.clone()),
        time_zone: business.as_ref().map(|business| business.time_zone.clone()),
        currency: business.map(|business| business.currency),
    }))
}

/// `POST /users/password`
pub(super) async fn password(
    State(counter): State<Counter>,
    Json(new): Json<NewPassword>,
) -> Result<Json<Added>, No> {
    let house = &counter.house;
    let user = account(house, &new.email)?;
    let (password, made_up) = chosen(new.password.as_deref())?;
    let role = role_of(&house.playbook().playbook, &user).unwrap_or(Role::Rep);
    let (email, teammate) = (user.email.clone(), user.teammate.clone());
    let changes = vec![
        Change::PutUser(User { password: passwords::hashed(password).await?, ..user }),
        Change::EndSessionsOf { email: email.clone() },
    ];
    house.desk.ask(Order::Office(changes)).await?;
    Ok(Json(Added {
        email,
        teammate,
        role,
        password: made_up,
        opened: false,
        language: None,
        time_zone: None,
        currency: None,
    }))
}

/// `POST /users/disable`
pub(super) async fn disable(
    State(counter): State<Counter>,
    Json(who): Json<Email>,
) -> Result<Json<Gone>, No> {
    let house = &counter.house;
    let user = account(house, &who.email)?;
    let in_force = house.playbook();
    let others = other_owners(house, &in_force.playbook, &user)?;
    if role_of(&in_force.playbook, &user) == Some(Role::Owner) && others.is_empty() {
        return Err(No::not_now("A house keeps at least one owner. Add another one first."));
    }
    let hints = hints_without(&in_force.playbook, &user.teammate);
    let hints = hints.into_iter().map(|hint| hint.sentence).collect();
    let mut playbook = in_force.playbook.clone();
    send_off(&mut playbook, &user.teammate, others.first());
    if playbook != in_force.playbook {
        apply(&counter, in_force.version, &playbook).await?;
    }
    let email = user.email.clone();
    let changes = vec![
        Change::PutUser(User { disabled: true, ..user }),
        Change::EndSessionsOf { email: email.clone() },
    ];
    house.desk.ask(Order::Office(changes)).await?;
    Ok(Json(Gone { email, hints }))
}

/// Puts a changed team into force, unless somebody else was faster.
async fn apply(counter: &Counter, made_from: u32, playbook: &Playbook) -> Result<(), No> {
    let text = with_version(made_from, &playbook.to_text());
    let order = Order::ApplyPlaybook { text, by: by(), anyway: false };
    counter.house.desk.ask(order).await?;
    playbooks::settle(counter.clone()).await
}

/// The playbook of a new house, with nobody in it yet.
fn first_playbook(new: &NewUser, email: &str) -> Result<Playbook, No> {
    if new.role != Role::Owner {
        return Err(No::not_now("The first account of a house is its owner's: --role owner."));
    }
    let business = new.business.as_deref().unwrap_or("Our business");
    let owner = Teammate::new(&id_for(&[], &name_of(new, email)), "", email, Role::Owner);
    let mut playbook = starter_in(language(new)?, business, owner);
    if let Some(country) = &new.country {
        let country = country.trim().to_ascii_uppercase();
        if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(No::senseless("A country is written in two letters, such as DE."));
        }
        let there = Profile { country: country.clone(), ..Profile::default() };
        if let Some(zone) = zone_of(&there) {
            playbook.business.time_zone = zone.to_owned();
        }
        if let Some(currency) = currency_of(&country) {
            playbook.business.currency = currency.to_owned();
        }
        playbook.business.country = country;
    }
    if let Some(zone) = &new.time_zone {
        if TimeZone::get(zone).is_err() {
            let sentence = format!("“{zone}” is not a time zone, like Europe/Berlin or UTC.");
            return Err(No::senseless(sentence));
        }
        playbook.business.time_zone = zone.clone();
    }
    Ok(playbook)
}

/// The language that is asked for, else English.
fn language(new: &NewUser) -> Result<Language, No> {
    let Some(code) = &new.language else { return Ok(Language::default()) };
    let known = || {
        let known = Language::ALL.map(|one| format!("{} ({})", one.code(), one.name()));
        No::senseless(format!("The house does not speak “{code}”. It speaks {}.", known.join(", ")))
    };
    Language::of(code.trim()).ok_or_else(known)
}

/// Makes somebody an active teammate, the one they were before if the address is known.
fn welcome(playbook: &mut Playbook, new: &NewUser, email: &str) -> String {
    let name = name_of(new, email);
    let known = playbook.team.iter_mut().find(|mate| mate.email.eq_ignore_ascii_case(email));
    if let Some(mate) = known {
        mate.active = true;
        mate.role = new.role;
        if new.name.is_some() || mate.name.is_empty() {
            mate.name = name;
        }
        return mate.id.clone();
    }
    let id = id_for(&playbook.team, &name);
    playbook.team.push(Teammate::new(&id, &name, email, new.role));
    id
}

/// Marks a teammate as gone; what falls back on them falls back on an owner who stays.
fn send_off(playbook: &mut Playbook, id: &str, owner: Option<&String>) {
    if let Some(mate) = playbook.team.iter_mut().find(|mate| mate.id == id) {
        mate.active = false;
    }
    if let Some(owner) = owner.filter(|_| playbook.routing.fallback == id) {
        playbook.routing.fallback = owner.clone();
    }
}

/// The teammates behind all other accounts of owners who may sign in.
fn other_owners(house: &House, playbook: &Playbook, but: &User) -> Result<Vec<String>, No> {
    let users = house.desk.store().read()?.users()?.into_iter();
    let others = users.filter(|user| user.email != but.email && !user.disabled);
    let owners = others.filter(|user| {
        playbook.active(&user.teammate).is_some_and(|mate| mate.role == Role::Owner)
    });
    Ok(owners.map(|user| user.teammate).collect())
}

fn role_of(playbook: &Playbook, user: &User) -> Option<Role> {
    playbook.teammate(&user.teammate).map(|mate| mate.role)
}

fn account(house: &House, email: &str) -> Result<User, No> {
    let found = house.desk.store().read()?.user(&address(email)?)?;
    found.ok_or_else(|| No::senseless("There is no account for this address."))
}

/// The address as accounts are found by it.
fn address(typed: &str) -> Result<String, No> {
    let address = typed.trim().to_lowercase();
    match email_normal(&address) {
        Some(_) => Ok(address),
        None => Err(No::senseless(format!("“{}” is not an e-mail address.", typed.trim()))),
    }
}

fn name_of(new: &NewUser, email: &str) -> String {
    let given = new.name.as_deref().map(|name| one_line(name, VALUE_MAX));
    let given = given.filter(|name| !name.is_empty());
    let local = email.split('@').next().unwrap_or(email);
    let made = || {
        let words = local.split(['.', '_', '-', '+']).filter(|word| !word.is_empty());
        words.map(capitalised).collect::<Vec<_>>().join(" ")
    };
    given.unwrap_or_else(made)
}

/// The password to keep, and the same to be told if we made it up.
fn chosen(given: Option<&str>) -> Result<(String, Option<String>), No> {
    let Some(given) = given else {
        let made_up = new_secret()?[..MADE_UP].to_owned();
        return Ok((made_up.clone(), Some(made_up)));
    };
    if given.chars().count() < passwords::SHORTEST {
        let sentence = format!("A password has at least {} characters.", passwords::SHORTEST);
        return Err(No::senseless(sentence));
    }
    if given.len() > passwords::LONGEST {
        return Err(No::senseless("This password is too long."));
    }
    Ok((given.to_owned(), None))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::starter;

    fn somebody(email: &str, name: Option<&str>) -> NewUser {
        NewUser {
            email: email.into(),
            name: name.map(str::to_owned),
            role: Role::Rep,
            password: None,
            business: None,
            country: None,
            time_zone: None,
            language: None,
        }
    }

    #[test]
    fn a_name_is_made_from_the_address_where_none_is_given() {
        let email = "maya.o-brien@roth.example";
        assert_eq!(name_of(&somebody(email, None), email), "Maya O Brien");
        assert_eq!(name_of(&somebody(email, Some(" Maya Roth ")), email), "Maya Roth");
    }

    #[test]
    fn who_comes_back_is_who_they_were() {
        let maya = Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner);
        let mut playbook = starter("Roth & Co", maya);
        playbook.team[0].active = false;
        let id = welcome(&mut playbook, &somebody("maya@roth.example", None), "maya@roth.example");
        assert_eq!((id.as_str(), playbook.team.len()), ("maya", 1));
        assert!(playbook.team[0].active && playbook.team[0].name == "Maya Roth");
    }

    #[test]
    fn a_short_password_is_refused_and_one_is_made_up_where_there_is_none() {
        assert!(chosen(Some("too short")).is_err());
        assert_eq!(chosen(Some("long enough")).expect("ten").1, None);
        let (password, told) = chosen(None).expect("the system has randomness");
        assert_eq!((password.len(), told), (MADE_UP, Some(password)));
    }
}
