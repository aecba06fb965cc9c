//! Links by which somebody gives themselves a password: to join the team, or to come back in.
//!
//! A link is shown once, to who made it, and kept as a hash. It works once and for a week; whoever
//! opens one that does not work any more is told why.

use super::Web;
use super::address::Visitor;
use super::elsewhere::{self, Doors};
use super::guard::Who;
use super::layout::{Reader, step};
use super::lead::{Sent, Wrong};
use super::parts::{Field, State, alert, field, icon};
use super::signed::{hash_of_secret, new_secret};
use super::staff::{self, NAME_MAX, ONE_AT_A_TIME};
use super::{passwords, read, session};
use crate::language::Words;
use crate::lead::Actor;
use crate::playbook::{Playbook, Role, Teammate};
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::invited::Invitation;
use crate::shell::store::office::{Change, User};
use axum::extract::{Path, State as Of};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::SignedDuration;
use maud::{Markup, html};

/// How long a link works.
const GOOD_FOR_DAYS: i64 = 7;

/// The most that may be open at once.
pub const INVITATIONS_MAX: usize = 200;

/// Invites somebody by name, address and role. Answers the secret of their link.
pub async fn invite(
    house: &House,
    who: &Who,
    sent: &Sent,
    words: Words,
) -> Result<Result<String, Wrong>, Error> {
    let wrong = |field: &str, key: &str| Ok(Err(Wrong::with(field, words.say(key))));
    let name = sent.trimmed("name");
    if name.is_empty() || name.chars().count() > NAME_MAX {
        return wrong("name", "team-name-lacking");
    }
    let Some(email) = staff::address(sent.get("email")) else {
        return wrong("email", "team-email-wrong");
    };
    let role = role_of(sent.get("role"));
    if !staff::may_give(who, role) {
        return wrong("role", "team-role-not-yours");
    }
    // Who works here under this address would become what the invitation says.
    let in_force = house.playbook();
    let mut team = in_force.playbook.team.iter();
    let known = team.find(|mate| mate.active && mate.email.eq_ignore_ascii_case(&email));
    if known.is_some_and(|mate| !staff::may_give(who, mate.role)) {
        return wrong("role", "team-role-not-yours");
    }
    let known = email.clone();
    let (user, open) = read(house, move |reading| {
        Ok((reading.user(&known)?, reading.invitations(INVITATIONS_MAX)?.len()))
    })
    .await?;
    if user.is_some_and(|user| !user.disabled) {
        return wrong("email", "team-email-taken");
    }
    if open >= INVITATIONS_MAX {
        return wrong("email", "team-invitations-many");
    }
    let invitation = Invitation {
        email,
        name: name.to_owned(),
        role,
        teammate: String::new(),
        ..blank(house, who)
    };
    Ok(Ok(keep(house, invitation).await?))
}

/// Makes a link by which somebody who works here gives themselves a new password.
pub async fn renew(
    house: &House,
    who: &Who,
    mate: &Teammate,
    user: &User,
) -> Result<String, Error> {
    let invitation = Invitation {
        email: user.email.clone(),
        name: mate.name.clone(),
        role: mate.role,
        teammate: mate.id.clone(),
        ..blank(house, who)
    };
    keep(house, invitation).await
}

/// Takes back the links made for an address that nobody has used yet.
pub async fn take_back(house: &House, who: &Who, email: &str) -> Result<(), Error> {
    let made = read(house, |reading| reading.invitations(INVITATIONS_MAX)).await?;
    let mut open = made.iter().filter(|one| one.email == email && one.used_at.is_none());
    if open.any(|one| !staff::may_give(who, one.role)) {
        return Err(Error::NotAllowed);
    }
    let change = Change::DropInvitations { email: email.to_owned() };
    house.desk.ask(Order::Office(vec![change])).await.map(drop)
}

/// The role of a form; a rep where it says nothing else.
pub fn role_of(key: &str) -> Role {
    let roles = [Role::Rep, Role::Manager, Role::Owner];
    roles.into_iter().find(|role| role.key() == key).unwrap_or(Role::Rep)
}

fn blank(house: &House, who: &Who) -> Invitation {
    let now = house.clock.now();
    let lasts = SignedDuration::from_hours(GOOD_FOR_DAYS * 24);
    Invitation {
        email: String::new(),
        name: String::new(),
        role: Role::Rep,
        teammate: String::new(),
        made_by: who.teammate.clone(),
        made_at: now,
        expires_at: now.saturating_add(lasts).unwrap_or(now),
        used_at: None,
    }
}

/// Keeps an invitation in place of others to the same address.
async fn keep(house: &House, invitation: Invitation) -> Result<String, Error> {
    let secret = new_secret()?;
    let changes = vec![
        Change::DropInvitations { email: invitation.email.clone() },
        Change::PutInvitation { hash: hash_of_secret(&secret), invitation },
    ];
    house.desk.ask(Order::Office(changes)).await?;
    Ok(secret)
}

/// The link that was just made, to be handed on. Empty where there is none or it works no more.
pub async fn shown_once(
    house: &House,
    host: &str,
    secret: &str,
    words: Words,
) -> Result<Markup, Error> {
    let found = found(house, secret).await?;
    let Some(invitation) = found.filter(|one| one.is_good(house.clock.now())) else {
        return Ok(html! {});
    };
    let key = if invitation.is_to_join() { "join-link-made" } else { "join-link-renewed" };
    let url = format!("{}/join/{secret}", house.config.base_url_at(host));
    Ok(html! {
        div.alert #made data-state="ok" role="status" {
            (icon("link"))
            div.stack.tight {
                p { (words.fill(key, &[("name", invitation.name.as_str().into())])) }
                pre.code { code { (url) } }
                (elsewhere::note(house, Doors::Team, &url, words))
                p.hint { (words.say("join-link-once")) }
            }
        }
    })
}

/// The fields by which somebody is invited.
pub fn fields(sent: &Sent, words: Words, wrong: Option<&Wrong>, roles: &[Role]) -> Markup {
    let error = |name: &str| {
        wrong.filter(|wrong| wrong.field == name).map_or("", |wrong| wrong.sentence.as_str())
    };
    let (name, email) = (words.say("setup-name-label"), words.say("login-email"));
    let typed = Field { autocomplete: "off", required: true, ..Field::default() };
    html! {
        div.fields {
            (field(Field { name: "name", label: &name, value: sent.get("name"), error: error("name"), longest: NAME_MAX, ..typed }))
            (field(Field { name: "email", kind: "email", label: &email, value: sent.get("email"), error: error("email"), longest: staff::EMAIL_MAX, ..typed }))
            div.field {
                label for="f-role" { (words.say("team-role")) }
                select.input #f-role name="role" aria-describedby="f-role-h"
                    aria-invalid=[(!error("role").is_empty()).then_some("true")] {
                    @for role in roles {
                        option value=(role.key()) selected[sent.get("role") == role.key()] { (words.say(called(*role))) }
                    }
                }
                (super::parts::beside("f-role-h", error("role"), ""))
            }
        }
    }
}

/// The key of what a role is called.
pub fn called(role: Role) -> &'static str {
    match role {
        Role::Rep => "role-rep",
        Role::Manager => "role-manager",
        Role::Owner => "role-owner",
    }
}

/// The card of the set-up in which the first teammates are invited.
pub async fn in_setup(
    house: &House,
    sent: &Sent,
    words: Words,
    wrong: Option<&Wrong>,
    (host, link): (&str, &str),
) -> Result<Markup, Error> {
    let invited = read(house, |reading| reading.invitations(INVITATIONS_MAX)).await?;
    let now = house.clock.now();
    Ok(html! {
        (shown_once(house, host, link, words).await?)
        section.card.stack.tight {
            (fields(sent, words, wrong, &[Role::Rep, Role::Manager, Role::Owner]))
            p { button.btn.primary type="submit" { (icon("plus")) (words.say("team-invite")) } }
        }
        @let open: Vec<&Invitation> = invited.iter().filter(|one| one.is_good(now)).collect();
        @if !open.is_empty() {
            section.ledger {
                header { h2 { (words.say("team-invited")) } }
                ul.items { @for one in open { li { span.grow { b { (one.name) } br; span.mute { (one.email) } } span.tag { (words.say(called(one.role))) } } } }
            }
        }
    })
}

async fn found(house: &House, secret: &str) -> Result<Option<Invitation>, Error> {
    if secret.is_empty() || secret.len() > 100 {
        return Ok(None);
    }
    let hash = hash_of_secret(secret);
    read(house, move |reading| reading.invitation(&hash)).await
}

/// `GET /join/{secret}`
pub async fn show(
    Of(web): Of<Web>,
    Path(secret): Path<String>,
    reader: Reader,
) -> Result<Response, Error> {
    match usable(&web.house, &secret, reader.words).await? {
        Ok(invitation) => {
            Ok(page(&web.house, reader, &secret, &invitation, &Sent::default(), None)
                .into_response())
        }
        Err(why) => Ok(of_no_use(reader, &why)),
    }
}

/// `POST /join/{secret}`
pub async fn accept(
    Of(web): Of<Web>,
    Path(secret): Path<String>,
    visitor: Visitor,
    reader: Reader,
    sent: Sent,
) -> Result<Response, Error> {
    let (house, words) = (&web.house, reader.words);
    web.limits.logins.take(&visitor.bucket(), house.clock.now())?;
    let _turn = ONE_AT_A_TIME.lock().await;
    let invitation = match usable(house, &secret, words).await? {
        Ok(invitation) => invitation,
        Err(why) => return Ok(of_no_use(reader, &why)),
    };
    let again = |wrong: Wrong| {
        let page = page(house, reader, &secret, &invitation, &sent, Some(&wrong));
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    };
    if !passwords::will_do(sent.get("password")) {
        let with = [("count", passwords::SHORTEST.into())];
        return again(Wrong::with("password", words.fill("join-password-short", &with)));
    }
    let name = match sent.trimmed("name") {
        "" => invitation.name.clone(),
        name => name.chars().take(NAME_MAX).collect(),
    };
    let password = passwords::hashed(sent.get("password").to_owned()).await?;
    let user = match let_in(house, &invitation, &name, password).await {
        Ok(user) => user,
        Err(error @ Error::Playbook(_)) => return again(Wrong::of(&error, words)),
        Err(error) => return Err(error),
    };
    let used = Invitation { used_at: Some(house.clock.now()), ..invitation.clone() };
    let changes = vec![
        Change::EndSessionsOf { email: user.email.clone() },
        Change::PutUser(user.clone()),
        Change::PutInvitation { hash: hash_of_secret(&secret), invitation: used },
    ];
    house.desk.ask(Order::Office(changes)).await?;
    let who = session::at_work(user, house).ok_or(Error::NotFound)?;
    let cookie = session::open(house, &who, false).await?;
    Ok(([(SET_COOKIE, cookie)], Redirect::to("/today")).into_response())
}

/// The account of an invitation, with the teammate it belongs to in the playbook.
async fn let_in(
    house: &House,
    invitation: &Invitation,
    name: &str,
    password: String,
) -> Result<User, Error> {
    let in_force = house.playbook();
    let teammate = match invitation.is_to_join() {
        false => invitation.teammate.clone(),
        true => teammate_for(&in_force.playbook, invitation, name),
    };
    if invitation.is_to_join() {
        let id = teammate.clone();
        let by = Actor::Teammate(teammate.clone());
        staff::change(house, by, |playbook| welcome(playbook, invitation, &id, name)).await?;
    }
    Ok(User::new(&invitation.email, &teammate, password, house.clock.now()))
}

/// The id of who joins: the one they had before, where their address is known.
fn teammate_for(playbook: &Playbook, invitation: &Invitation, name: &str) -> String {
    let mut team = playbook.team.iter();
    let known = team.find(|mate| mate.email.eq_ignore_ascii_case(&invitation.email));
    known.map_or_else(|| staff::id_for(&playbook.team, name), |mate| mate.id.clone())
}

fn welcome(playbook: &mut Playbook, invitation: &Invitation, id: &str, name: &str) {
    match playbook.team.iter_mut().find(|mate| mate.id == id) {
        Some(mate) => {
            mate.active = true;
            mate.role = invitation.role;
            mate.name = name.to_owned();
        }
        None => playbook.team.push(Teammate::new(id, name, &invitation.email, invitation.role)),
    }
}

/// An invitation that works, or the sentence why it does not.
async fn usable(
    house: &House,
    secret: &str,
    words: Words,
) -> Result<Result<Invitation, String>, Error> {
    let Some(invitation) = found(house, secret).await? else {
        return Ok(Err(words.say("join-unknown")));
    };
    if invitation.used_at.is_some() {
        return Ok(Err(words.say("join-used")));
    }
    if !invitation.is_good(house.clock.now()) {
        return Ok(Err(words.say("join-expired")));
    }
    let in_force = house.playbook();
    if !invitation.is_to_join() && in_force.playbook.active(&invitation.teammate).is_none() {
        return Ok(Err(words.say("join-left")));
    }
    Ok(Ok(invitation))
}

fn of_no_use(reader: Reader, why: &str) -> Response {
    let words = reader.words;
    let body = html! {
        section.card.stack.tight {
            h1 { (words.say("join-no-use")) }
            p { (why) }
            p { a.btn.wide href="/login" { (words.say("login-title")) } }
        }
    };
    (StatusCode::NOT_FOUND, step(&words.say("join-no-use"), reader, body)).into_response()
}

fn page(
    house: &House,
    reader: Reader,
    secret: &str,
    invitation: &Invitation,
    sent: &Sent,
    wrong: Option<&Wrong>,
) -> Markup {
    let words = reader.words;
    let in_force = house.playbook();
    let business = in_force.playbook.business.name.as_str();
    let joins = invitation.is_to_join();
    let title = if joins { words.say("join-title") } else { words.say("join-renew-title") };
    let error = wrong.map_or("", |wrong| wrong.sentence.as_str());
    let with = [("count", passwords::SHORTEST.into())];
    let (label, hint) = (words.say("join-password"), words.fill("join-password-hint", &with));
    let name = words.say("setup-name-label");
    let value = if sent.get("name").is_empty() { &invitation.name } else { sent.get("name") };
    let body = html! {
        form.card.stack.tight action={ "/join/" (secret) } method="post" {
            h1 { (business) }
            p { (words.fill(if joins { "join-welcome" } else { "join-renew" }, &[("name", invitation.name.as_str().into())])) }
            @if !error.is_empty() { (alert(State::Late, html! { (error) })) }
            div.field {
                span.label { (words.say("login-email")) }
                p { (invitation.email) }
            }
            input type="hidden" name="username" value=(invitation.email) autocomplete="username";
            @if joins {
                (field(Field { name: "name", label: &name, value, autocomplete: "name", required: true, longest: NAME_MAX, ..Field::default() }))
            }
            (field(Field {
                name: "password",
                label: &label,
                kind: "password",
                hint: &hint,
                error,
                autocomplete: "new-password",
                required: true,
                longest: passwords::LONGEST,
                ..Field::default()
            }))
            button.btn.primary.wide type="submit" { (if joins { words.say("join-button") } else { words.say("join-renew-button") }) }
        }
    };
    step(&title, reader, body)
}
