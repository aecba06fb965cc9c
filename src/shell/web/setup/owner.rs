//! The house gets its owner: the playbook comes into force, the account is made, and they are in.

use super::{At, again};
use crate::lead::Actor;
use crate::playbook::{Role, Teammate};
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::store::office::{Change, User};
use crate::shell::web::address::Visitor;
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::staff::{self, NAME_MAX, ONE_AT_A_TIME};
use crate::shell::web::{passwords, session};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

/// Makes whoever has shown the code the owner, unless somebody was faster.
pub async fn save(
    mut at: At,
    visitor: Visitor,
    headers: &HeaderMap,
    sent: &Sent,
) -> Result<Response, Error> {
    let house = at.web.house.clone();
    let owner = match owner(&at, sent) {
        Ok(owner) => owner,
        Err(wrong) => return again(&at, sent, &wrong, StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    let _turn = ONE_AT_A_TIME.lock().await;
    if house.has_owner()? {
        return Ok(Redirect::to("/login").into_response());
    }
    let password = passwords::hashed(sent.get("password").to_owned()).await?;
    at.draft.finish(super::step::Step::Owner);
    at.draft.keep(&house).await?;
    let by = Actor::Teammate(owner.id.clone());
    match house.apply_playbook(&at.draft.playbook(owner.clone()), by).await {
        Ok(_) => {}
        Err(error @ Error::Playbook(_)) => {
            let wrong = Wrong::of(&error, at.reader.words);
            return again(&at, sent, &wrong, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        Err(error) => return Err(error),
    }
    let user = User::new(&owner.email, &owner.id, password, house.clock.now());
    house.desk.ask(Order::Office(vec![Change::PutUser(user.clone())])).await?;
    tracing::info!(network = visitor.network(), host = ?headers.get("host"), "the house has an owner");
    let who = session::at_work(user, &house).ok_or(Error::NotFound)?;
    let cookie = session::open(&house, &who, true).await?;
    Ok(([(SET_COOKIE, cookie)], Redirect::to("/setup/team")).into_response())
}

fn owner(at: &At, sent: &Sent) -> Result<Teammate, Wrong> {
    let words = at.reader.words;
    let name = sent.trimmed("name");
    if name.is_empty() || name.chars().count() > NAME_MAX {
        return Err(Wrong::with("name", words.say("setup-name-lacking")));
    }
    let email = staff::address(sent.get("email"));
    let email = email.ok_or_else(|| Wrong::with("email", words.say("team-email-wrong")))?;
    if !passwords::will_do(sent.get("password")) {
        let most = passwords::SHORTEST.into();
        return Err(Wrong::with("password", words.fill("join-password-short", &[("count", most)])));
    }
    Ok(Teammate::new(&staff::id_for(&[], name), name, &email, Role::Owner))
}
