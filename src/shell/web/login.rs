//! The front step: signing in and out.

use super::Web;
use super::address::Visitor;
use super::guard::Who;
use super::layout::{Reader, local, step};
use super::parts::{Field, State as Tone, alert, field, icon};
use super::{errors, passwords, session};
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::extract::{Form, Query, State};
use axum::http::header::{RETRY_AFTER, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;

/// Where one goes who did not ask for a page.
const AT_WORK: &str = "/today";

/// What is typed on the front step.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    email: String,
    password: String,
    keep: bool,
    /// The page that was asked for.
    next: String,
}

impl Typed {
    fn email(&self) -> String {
        self.email.trim().to_lowercase()
    }

    fn next(&self) -> &str {
        local(&self.next).unwrap_or(AT_WORK)
    }
}

/// `GET /`
pub async fn front(State(house): State<Arc<House>>, headers: HeaderMap) -> Result<Redirect, Error> {
    let signed_in = session::who(&headers, &house)?.is_some();
    Ok(Redirect::to(if signed_in { AT_WORK } else { "/login" }))
}

/// `GET /login`
pub async fn show(
    State(house): State<Arc<House>>,
    reader: Reader,
    headers: HeaderMap,
    Query(typed): Query<Typed>,
) -> Result<Response, Error> {
    if session::who(&headers, &house)?.is_some() {
        return Ok(Redirect::to(typed.next()).into_response());
    }
    Ok(page(&house, reader, &typed, "").into_response())
}

/// `POST /login`
pub async fn sign_in(
    State(web): State<Web>,
    visitor: Visitor,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let again = |status: StatusCode, sentence: &str| {
        (status, page(&web.house, reader, &typed, sentence)).into_response()
    };
    match known(&web, visitor, &typed).await {
        Ok(Some(who)) => {
            let cookie = session::open(&web.house, &who, typed.keep).await?;
            Ok(([(SET_COOKIE, cookie)], Redirect::to(typed.next())).into_response())
        }
        Ok(None) => Ok(again(StatusCode::UNPROCESSABLE_ENTITY, &reader.words.say("login-wrong"))),
        Err(too_fast @ Error::TooFast { wait_seconds }) => {
            let page = again(StatusCode::TOO_MANY_REQUESTS, &errors::said(&too_fast, reader.words));
            Ok(([(RETRY_AFTER, wait_seconds.to_string())], page).into_response())
        }
        Err(error) => Err(error),
    }
}

/// `POST /logout`
pub async fn sign_out(
    State(house): State<Arc<House>>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let cookie = session::close(&house, &headers).await?;
    Ok(([(SET_COOKIE, cookie)], Redirect::to("/login")).into_response())
}

/// Who knows this address and its password, if they work here.
async fn known(web: &Web, visitor: Visitor, typed: &Typed) -> Result<Option<Who>, Error> {
    let email = typed.email();
    let now = web.house.clock.now();
    web.limits.logins.take(&visitor.bucket(), now)?;
    web.limits.logins.take(&email, now)?;
    let user = web.house.desk.store().read()?.user(&email)?.filter(|user| !user.disabled);
    let kept = user.as_ref().map(|user| user.password.clone());
    let right = passwords::is_right(typed.password.clone(), kept).await?;
    let who = user.filter(|_| right).and_then(|user| session::at_work(user, &web.house));
    if who.is_none() {
        tracing::warn!(network = visitor.network(), "somebody failed to sign in");
    }
    Ok(who)
}

fn page(house: &House, reader: Reader, typed: &Typed, wrong: &str) -> Markup {
    let in_force = house.playbook();
    let words = reader.words;
    let email_label = words.say("login-email");
    let password_label = words.say("login-password");
    let email = Field {
        name: "email",
        label: &email_label,
        kind: "email",
        value: &typed.email,
        autocomplete: "username",
        required: true,
        longest: 254,
        ..Field::default()
    };
    let password = Field {
        name: "password",
        label: &password_label,
        kind: "password",
        autocomplete: "current-password",
        required: true,
        longest: passwords::LONGEST,
        ..Field::default()
    };
    step(
        &words.say("login-title"),
        reader,
        html! {
            form.card.stack.tight action="/login" method="post" {
                h1 { (in_force.playbook.business.name) }
                @if !wrong.is_empty() { (alert(Tone::Late, html! { (wrong) })) }
                (field(email))
                (field(password))
                label.check {
                    input type="checkbox" name="keep" value="true" checked[wrong.is_empty() || typed.keep];
                    span { (words.say("login-keep")) }
                }
                @if local(&typed.next).is_some() { input type="hidden" name="next" value=(typed.next); }
                button.btn.primary.wide type="submit" { (words.say("login-button")) }
                details {
                    summary.mute { (words.say("login-cannot")) " " span.turn { (icon("down")) } }
                    p.below { (words.say("login-ask-owner")) " "
                        code { "leadstead user password --email …" } "." }
                }
            }
            p.line.box { (icon("box")) (words.say(if house.desk.fault().is_none() { "frame-box-well" } else { "frame-box-ill" })) }
        },
    )
}
