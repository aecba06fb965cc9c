//! One's own password, and the browsers one is signed in with.

use super::page;
use crate::language::Words;
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::office::{Change, User};
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::{Field, field, icon};
use crate::shell::web::{Web, passwords, session};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::sync::Arc;

/// The form that changes the password. What was typed as one is never sent back.
pub fn form(who: &Who, words: Words, wrong: Option<&Wrong>) -> Markup {
    let error = |name: &str| {
        wrong.filter(|wrong| wrong.field == name).map_or("", |wrong| wrong.sentence.as_str())
    };
    let (now, new) = (words.say("me-password-now"), words.say("me-password-new"));
    let hint = words.fill("join-password-hint", &[("count", passwords::SHORTEST.into())]);
    let shared =
        Field { kind: "password", required: true, longest: passwords::LONGEST, ..Field::default() };
    html! {
        form.card.stack.tight action="/me/password" method="post" {
            h2 { (words.say("login-password")) }
            input type="hidden" name="username" autocomplete="username" value=(who.email);
            (field(Field { name: "now", label: &now, autocomplete: "current-password", error: error("now"), ..shared }))
            (field(Field { name: "new", label: &new, autocomplete: "new-password", hint: &hint, error: error("new"), ..shared }))
            p { button.btn type="submit" { (words.say("me-password-change")) } }
        }
    }
}

/// The form that signs out all other browsers.
pub fn elsewhere_form(words: Words) -> Markup {
    html! {
        form.card.stack.tight action="/me/elsewhere" method="post" {
            h2 { (words.say("me-elsewhere")) }
            p.mute { (words.say("me-elsewhere-how")) }
            p { button.btn type="submit" { (icon("out")) (words.say("me-elsewhere-do")) } }
        }
    }
}

/// `POST /me/password`
pub async fn save(
    State(web): State<Web>,
    who: Who,
    reader: Reader,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Error> {
    let house = &web.house;
    match changed(&web, &who, &headers, reader.words, &sent).await? {
        Ok(()) => Ok(Redirect::to("/me?done=password").into_response()),
        Err(wrong) => {
            let page = page(house, &who, reader, &headers, Some(&wrong), None);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Changes the password where the old one is known. Guessing it is as slow as at the door.
async fn changed(
    web: &Web,
    who: &Who,
    headers: &HeaderMap,
    words: Words,
    sent: &Sent,
) -> Result<Result<(), Wrong>, Error> {
    let unknown = || Err(Wrong::with("now", words.say("me-password-wrong")));
    web.limits.logins.take(&who.email, web.house.clock.now())?;
    let was = account(&web.house, who)?.password;
    let new = sent.get("new");
    if !passwords::is_right(sent.get("now").to_owned(), Some(was.clone())).await? {
        return Ok(unknown());
    }
    if !passwords::will_do(new) {
        let most = passwords::SHORTEST.into();
        return Ok(Err(Wrong::with("new", words.fill("join-password-short", &[("count", most)]))));
    }
    let password = passwords::hashed(new.to_owned()).await?;
    let email = who.email.clone();
    let change = Change::ChangePassword { email, was, password: password.clone() };
    let changes = vec![change, session::only_here(headers, who)];
    web.house.desk.ask(Order::Office(changes)).await?;
    // Somebody may have given them another one meanwhile; that one stays.
    Ok(if account(&web.house, who)?.password == password { Ok(()) } else { unknown() })
}

fn account(house: &House, who: &Who) -> Result<User, Error> {
    house.desk.store().read()?.user(&who.email)?.ok_or(Error::SignInFirst)
}

/// `POST /me/elsewhere`
pub async fn elsewhere(
    State(house): State<Arc<House>>,
    who: Who,
    headers: HeaderMap,
) -> Result<Redirect, Error> {
    house.desk.ask(Order::Office(vec![session::only_here(&headers, &who)])).await?;
    Ok(Redirect::to("/me?done=elsewhere"))
}
