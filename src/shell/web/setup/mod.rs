//! The set-up: one question a page, from a folder with nothing in it to the first lead.
//!
//! A house without an owner answers nobody who asks for another page. Whoever sets it up shows first
//! that they are no stranger, with the code the house says where it was started. What was answered is
//! kept, so that one may go back, reload, and come back another day.

mod answers;
mod ask;
mod draft;
mod guide;
mod mail;
mod owner;
mod step;
mod trial;

pub use mail::{card as mail_card, save as save_mail};

use super::Web;
use super::address::Visitor;
use super::cookie::{self, Cookie};
use super::guard::Who;
use super::headers::host_of;
use super::invited;
use super::layout::{Reader, Theme};
use super::lead::{Sent, Wrong};
use super::parts::icon;
use super::{session, signed};
use crate::language::{Language, Words};
use crate::playbook::Role;
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, RETRY_AFTER, SET_COOKIE};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use draft::Draft;
use guide::Page;
use maud::{Markup, html};
use serde::Deserialize;
use step::Step;
use subtle::ConstantTimeEq;

/// What an unowned house answers beside its set-up: what machines ask, and what its pages stand on.
const ALSO_ANSWERED: [&str; 7] =
    ["/setup", "/static/", "/theme", "/healthz", "/metrics", "/api/", "/in/"];

/// The cookie of who has shown the code, and how long it is good for.
const COOKIE: &str = "set-up";
const COOKIE_SECONDS: i64 = 86_400;

/// What the cookie is signed for.
const PURPOSE: &str = "set-up";

/// What of the set-up was left for later, with the way back to it; nothing where nothing was.
pub async fn left_undone(house: &House, words: Words) -> Result<Markup, Error> {
    let Some(draft) = Draft::read(house).await? else { return Ok(html! {}) };
    let left: Vec<Step> = Step::ALL
        .into_iter()
        .filter(|step| !step.is_before_owner() && !draft.is_done(*step))
        .collect();
    let names: Vec<String> = left.iter().map(|step| words.say(step.words()[0])).collect();
    Ok(html! {
        @if let Some(first) = left.first() {
            div.alert role="status" {
                (icon("info"))
                p {
                    (words.fill("setup-left", &[("steps", names.join(", ").into())])) " "
                    a href=(first.url()) { (words.say("setup-go-on")) }
                }
            }
        }
    })
}

/// Under which name all attempts at the code are counted together.
const ALL_ATTEMPTS: &str = "the code of the house";

/// Sends whoever asks an unowned house for a page to its set-up.
pub async fn first(State(web): State<Web>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_page = matches!(*request.method(), Method::GET | Method::HEAD);
    if !is_page || ALSO_ANSWERED.iter().any(|also| path.starts_with(also)) {
        return next.run(request).await;
    }
    match web.house.desk.look("asking who owns the house", |_| web.house.has_owner()) {
        Ok(false) => Redirect::to("/setup").into_response(),
        // What does not read is told by the page that was asked for.
        Ok(true) | Err(_) => next.run(request).await,
    }
}

/// Who asks for a page of the set-up.
enum Standing {
    Stranger,
    /// Who has shown the code of a house without an owner.
    Claimant,
    Owner(Who),
    /// The house has an owner, and it is somebody else.
    Closed,
}

fn standing(web: &Web, headers: &HeaderMap) -> Result<Standing, Error> {
    let house = &web.house;
    house.desk.look("asking who owns the house", |_| {
        if !house.has_owner()? {
            let shown = cookie::read(headers, COOKIE).unwrap_or_default();
            let own = proof(house);
            let known = bool::from(own.as_bytes().ct_eq(shown.as_bytes()));
            return Ok(if known { Standing::Claimant } else { Standing::Stranger });
        }
        let who = session::who(headers, house)?.filter(|who| who.role == Role::Owner);
        Ok(who.map_or(Standing::Closed, Standing::Owner))
    })
}

/// What the cookie says of somebody who has shown the code of this start.
fn proof(house: &House) -> String {
    signed::signature(house.desk.house_key(), PURPOSE, &house.claim.shown())
}

/// Where in the set-up somebody stands, with what was answered so far.
struct At {
    web: Web,
    step: Step,
    draft: Draft,
    reader: Reader,
    who: Option<Who>,
    /// By which address the house was reached.
    host: String,
}

/// The page that was asked for, or the one where somebody belongs instead.
async fn at(
    web: &Web,
    headers: &HeaderMap,
    wanted: Option<Step>,
) -> Result<Result<At, String>, Error> {
    let draft = Draft::read(&web.house).await?;
    let standing = standing(web, headers)?;
    let is_stranger = matches!(standing, Standing::Stranger);
    let who = match standing {
        Standing::Stranger if wanted == Some(Step::Code) => None,
        Standing::Stranger => return Ok(Err(Step::Code.url())),
        Standing::Claimant => None,
        Standing::Owner(_) if draft.is_none() => return Ok(Err("/today".into())),
        Standing::Owner(who) => Some(who),
        Standing::Closed => return Ok(Err("/login".into())),
    };
    let draft = draft.unwrap_or_default();
    let next = draft.next(who.is_some());
    let here = wanted.filter(|step| {
        let begun = next.is_none_or(|next| *step <= next);
        let theirs = *step != Step::Code && step.is_before_owner() == who.is_none() && begun;
        theirs || (*step == Step::Code && is_stranger)
    });
    let Some(step) = here else {
        return Ok(Err(next.map_or("/today".to_owned(), Step::url)));
    };
    let reader = match &who {
        Some(who) => Reader::of(headers, &web.house).liked_by(who),
        None => reader(headers, &draft),
    };
    let host = host_of(headers).to_owned();
    Ok(Ok(At { web: web.clone(), step, draft, reader, who, host }))
}

/// The reader of the set-up: in the language that was chosen, else the one their browser prefers.
fn reader(headers: &HeaderMap, draft: &Draft) -> Reader {
    let preferred = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let preferred = preferred
        .and_then(|value| value.split([',', ';']).find_map(|code| Language::of(code.trim())));
    let language = Language::of(draft.language()).or(preferred).unwrap_or_default();
    Reader { theme: Theme::of(headers), words: Words::of(language) }
}

/// `GET /setup`
pub async fn enter(State(web): State<Web>, headers: HeaderMap) -> Result<Redirect, Error> {
    let to = match at(&web, &headers, None).await? {
        Ok(at) => at.step.url(),
        Err(to) => to,
    };
    Ok(Redirect::to(&to))
}

/// What a page of the set-up is told in its address.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Told {
    /// The secret of a link that was just made.
    link: String,
    /// The lead of the trial.
    lead: u64,
    /// That a test letter left.
    sent: bool,
}

/// `GET /setup/{step}`
pub async fn show(
    State(web): State<Web>,
    Path(step): Path<String>,
    headers: HeaderMap,
    Query(told): Query<Told>,
) -> Result<Response, Error> {
    let step = Step::of(&step).ok_or(Error::NotFound)?;
    match at(&web, &headers, Some(step)).await? {
        Ok(at) => {
            let sent = at.draft.shown();
            Ok(page(&at, &sent, None, &told).await?.into_response())
        }
        Err(to) => Ok(Redirect::to(&to).into_response()),
    }
}

/// `POST /setup/{step}`
pub async fn save(
    State(web): State<Web>,
    Path(step): Path<String>,
    visitor: Visitor,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Error> {
    let step = Step::of(&step).ok_or(Error::NotFound)?;
    let mut at = match at(&web, &headers, Some(step)).await? {
        Ok(at) => at,
        Err(to) => return Ok(Redirect::to(&to).into_response()),
    };
    if step == Step::Code {
        return claim(&at, visitor, &sent).await;
    }
    match at.draft.here(at.reader.words, web.house.clock.now()).filled(&sent) {
        Ok(None) => {}
        Ok(Some(sent)) => {
            return Ok(page(&at, &sent, None, &Told::default()).await?.into_response());
        }
        Err(wrong) => return again(&at, &sent, &wrong, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
    let done = match step {
        Step::Owner => return owner::save(at, visitor, &headers, &sent).await,
        // Who typed somebody in and goes on means to invite them.
        Step::Team if sent.is_on("skip") && invited::names_nobody(&sent) => Ok(None),
        Step::Team => invited::invite(&web.house, at.who()?, &sent, at.reader.words)
            .await?
            .map(|secret| Some(format!("/setup/team?link={secret}#made"))),
        Step::Mail if sent.is_on("skip") => {
            mail::left(&web.house, &sent, at.reader.words).await?.map_or(Ok(None), Err)
        }
        Step::Mail => mail::save(&web.house, &at.who()?.email, &sent, at.reader.words)
            .await?
            .map(|sent| sent.then(|| "/setup/mail?sent=true".to_owned())),
        Step::Form if sent.is_on("finish") => {
            Draft::forget(&web.house).await?;
            return Ok(Redirect::to("/today").into_response());
        }
        Step::Form => trial::send(&web.house, at.who()?, &sent, at.reader.words)
            .await?
            .map(|lead| Some(format!("/setup/form?lead={lead}#tried"))),
        _ => {
            at.draft.take(step, &sent);
            at.draft.fault(step, at.reader.words).map_or(Ok(None), Err)
        }
    };
    match done {
        Ok(Some(to)) => Ok(Redirect::to(&to).into_response()),
        Ok(None) => {
            at.draft.finish(step);
            at.draft.keep(&web.house).await?;
            let next = at.draft.next(at.who.is_some());
            // Who changes an earlier answer goes on from there.
            let after = Step::ALL.into_iter().find(|one| *one > step);
            let after = after.filter(|one| next.is_none_or(|next| *one <= next));
            let to = after.or(next).map_or("/today".to_owned(), Step::url);
            Ok(Redirect::to(&to).into_response())
        }
        Err(wrong) => again(&at, &sent, &wrong, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

impl At {
    fn who(&self) -> Result<&Who, Error> {
        self.who.as_ref().ok_or(Error::SignInFirst)
    }
}

/// Lets in who knows the code, and slows down who guesses.
async fn claim(at: &At, visitor: Visitor, sent: &Sent) -> Result<Response, Error> {
    let house = &at.web.house;
    let now = house.clock.now();
    let logins = &at.web.limits.logins;
    let taken = logins.take(&visitor.bucket(), now).and_then(|()| logins.take(ALL_ATTEMPTS, now));
    if let Err(too_fast) = taken {
        let wrong = Wrong::with("code", too_fast.to_string());
        let page = again(at, sent, &wrong, StatusCode::TOO_MANY_REQUESTS).await?;
        let Error::TooFast { wait_seconds } = too_fast else { return Ok(page) };
        return Ok(([(RETRY_AFTER, wait_seconds.to_string())], page).into_response());
    }
    if !house.claim.is_code(sent.get("code")) {
        tracing::warn!(network = visitor.network(), "somebody tried a wrong code at the set-up");
        let wrong = Wrong::with("code", at.reader.words.say("setup-code-wrong"));
        return again(at, &Sent::default(), &wrong, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let proof = proof(house);
    let cookie = Cookie {
        name: COOKIE,
        value: &proof,
        keep_seconds: Some(COOKIE_SECONDS),
        for_scripts: false,
        secure: house.config.cookies_are_secure(),
    };
    Ok(([(SET_COOKIE, cookie.header())], Redirect::to("/setup")).into_response())
}

/// The page as it was sent, with what is wrong beside its field.
async fn again(at: &At, sent: &Sent, wrong: &Wrong, status: StatusCode) -> Result<Response, Error> {
    let page = page(at, sent, Some(wrong), &Told::default()).await?;
    Ok((status, page).into_response())
}

async fn page(at: &At, sent: &Sent, wrong: Option<&Wrong>, told: &Told) -> Result<Markup, Error> {
    let words = at.reader.words;
    let house = &at.web.house;
    let body = match at.step {
        Step::Team => invited::in_setup(house, sent, words, wrong, (&at.host, &told.link)).await?,
        Step::Mail => mail::card(house, sent, words, wrong, told.sent).await?,
        Step::Form => trial::page(house, sent, words, wrong, &at.host, told.lead).await?,
        step => ask::fields(step, &at.draft, sent, words, wrong, house.clock.now()),
    };
    let page = Page {
        step: at.step,
        draft: &at.draft,
        given: answers::given(at).await?,
        has_owner: at.who.is_some(),
        wrong,
        warned: wrong.filter(|_| sent.is_on("skip")).map(|_| sent.trimmed("host")),
    };
    Ok(page.around(at.reader, body))
}
