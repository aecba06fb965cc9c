//! Tokens: the keys of programs that use the API. The secret is told once and kept as a hash.

use super::Counter;
use super::no::No;
use crate::shell::desk::Order;
use crate::shell::store::office::{Change, Scope, Token};
use crate::shell::web::signed::{hash_of_secret, new_secret};
use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What a token begins with, so that one that leaked is recognised.
const PREFIX: &str = "lst_";

/// Characters of a name.
const NAME_MAX: usize = 100;

/// A token to be made.
#[derive(Debug, Serialize, Deserialize)]
pub struct NewToken {
    pub name: String,
    pub scopes: Vec<Scope>,
}

/// A token that was made. Nobody can read it again.
#[derive(Debug, Serialize, Deserialize)]
pub struct MadeToken {
    pub token: String,
    pub name: String,
    pub scopes: Vec<Scope>,
}

/// A token by its name.
#[derive(Debug, Serialize, Deserialize)]
pub struct TokenName {
    pub name: String,
}

/// A token as a list shows it.
#[derive(Debug, Serialize, Deserialize)]
pub struct ListedToken {
    pub name: String,
    pub scopes: Vec<Scope>,
    pub made_at: Timestamp,
    pub revoked: bool,
}

/// `GET /tokens`
pub(super) async fn list(State(counter): State<Counter>) -> Result<Json<Vec<ListedToken>>, No> {
    let mut tokens = counter.house.desk.store().read()?.tokens()?;
    tokens.sort_by_key(|token| token.made_at);
    let listed =
        |Token { name, scopes, made_at, revoked }| ListedToken { name, scopes, made_at, revoked };
    Ok(Json(tokens.into_iter().map(listed).collect()))
}

/// `POST /tokens`
pub(super) async fn make(
    State(counter): State<Counter>,
    Json(new): Json<NewToken>,
) -> Result<Json<MadeToken>, No> {
    let name = new.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > NAME_MAX {
        return Err(No::senseless(format!("A name has 1 to {NAME_MAX} characters.")));
    }
    if is_in_use(&counter, &name)? {
        let sentence = format!("There is a token “{name}” already. Revoke it or choose a name.");
        return Err(No::not_now(sentence));
    }
    let token = format!("{PREFIX}{}", new_secret()?);
    let kept = Token {
        name: name.clone(),
        scopes: new.scopes.clone(),
        made_at: counter.house.clock.now(),
        revoked: false,
    };
    let change = Change::PutToken { hash: hash_of_secret(&token), token: kept };
    counter.house.desk.ask(Order::Office(vec![change])).await?;
    Ok(Json(MadeToken { token, name, scopes: new.scopes }))
}

/// `POST /tokens/revoke`
pub(super) async fn revoke(
    State(counter): State<Counter>,
    Json(TokenName { name }): Json<TokenName>,
) -> Result<Json<TokenName>, No> {
    if !is_in_use(&counter, &name)? {
        return Err(No::senseless(format!("There is no token “{name}” in use.")));
    }
    let change = Change::RevokeToken { name: name.clone() };
    counter.house.desk.ask(Order::Office(vec![change])).await?;
    Ok(Json(TokenName { name }))
}

fn is_in_use(counter: &Counter, name: &str) -> Result<bool, No> {
    let tokens = counter.house.desk.store().read()?.tokens()?;
    Ok(tokens.iter().any(|token| token.name == name && !token.revoked))
}
