//! Every no, in one place: as a page for a person, as problem+json (RFC 9457) for a program.
//!
//! Handlers return an [`Error`]; how it looks depends on who asked, which is known only here. A
//! fault is logged here, once, under an id that is shown, and without anybody's name.

use super::Web;
use super::api::problem::Problem;
use super::form;
use super::guard::Who;
use super::headers::FRAMED;
use super::layout::{self, Place, Reader, Screen};
use super::parts::{empty, icon};
use super::route::Door;
use super::session;
use crate::command::Refusal;
use crate::language::Words;
use crate::lead::words::fault;
use crate::playbook::Fault;
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT, ALLOW, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, LOCATION, RETRY_AFTER,
    WWW_AUTHENTICATE,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use maud::html;

/// After how many seconds it is worth asking again.
const SOON: u32 = 5;

impl IntoResponse for Error {
    /// Bare: the clothes are put on by [`dressed`].
    fn into_response(self) -> Response {
        let mut response = status_of(&self).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The status of an error.
pub fn status_of(error: &Error) -> StatusCode {
    match error {
        Error::Refused(Refusal::NoSuchLead) | Error::NotFound => StatusCode::NOT_FOUND,
        Error::Refused(
            Refusal::ChangedMeanwhile | Refusal::GivenMeanwhile(_) | Refusal::MovedMeanwhile(_),
        ) => StatusCode::CONFLICT,
        Error::Refused(_) | Error::KeyReused | Error::Playbook(_) => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Error::NotUnderstood { .. } => StatusCode::BAD_REQUEST,
        Error::NotAllowed | Error::ScopeLacks(_) | Error::FromElsewhere => StatusCode::FORBIDDEN,
        Error::SignInFirst => StatusCode::UNAUTHORIZED,
        Error::TooFast { .. } => StatusCode::TOO_MANY_REQUESTS,
        Error::Busy | Error::GrowingBack | Error::Closing => StatusCode::SERVICE_UNAVAILABLE,
        Error::Faulted(fault) if fault.is_of_the_disk() => StatusCode::SERVICE_UNAVAILABLE,
        Error::Faulted(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// What an error says to a person, who may do something about it.
pub fn said(error: &Error, words: Words) -> String {
    match error {
        Error::TooFast { wait_seconds } => {
            words.fill("error-too-fast", &[("seconds", (*wait_seconds).into())])
        }
        Error::Busy => words.say("error-busy"),
        Error::GrowingBack => words.say("error-growing-back"),
        Error::Closing => words.say("error-closing"),
        Error::NotFound => words.say("error-404"),
        Error::NotAllowed => words.say("error-403"),
        Error::FromElsewhere => words.say("error-elsewhere"),
        Error::SignInFirst => words.say("error-401"),
        Error::Faulted(_) => words.say("error-not-kept"),
        Error::Refused(refusal) => refusal.say(words),
        Error::Playbook(faults) => {
            words.fill("error-not-in-force", &[("why", sentences(faults, words).into())])
        }
        Error::NotUnderstood { .. } | Error::KeyReused | Error::ScopeLacks(_) => error.to_string(),
    }
}

/// What is wrong with a playbook, as far as a person will read it at once.
fn sentences(faults: &[Fault], words: Words) -> String {
    /// Faults told at once.
    const TOLD: usize = 5;
    let told = faults.iter().take(TOLD).map(|one| fault(words, &one.sentence));
    told.collect::<Vec<_>>().join(" ")
}

/// A router whose every no is dressed for who asked, and at which door.
pub fn dressed(router: Router<Web>, web: Web, door: Door) -> Router<Web> {
    let nowhere = || async { Error::NotFound };
    router.fallback(nowhere).layer(from_fn_with_state((web, door), dress))
}

/// Who asked, as far as it matters for a no.
struct Asker {
    is_program: bool,
    /// Where to go after signing in, for a page that was asked for.
    wanted: Option<Uri>,
    reader: Reader,
    /// Whether it was asked for in a frame of somebody else's site.
    framed: bool,
    /// By which they may be signed in.
    cookie: Option<HeaderValue>,
}

impl Asker {
    fn of(request: &Request, house: &House) -> Asker {
        let accepts = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok());
        let json = accepts.is_some_and(|kinds| kinds.contains("json") && !kinds.contains("html"));
        let path = request.uri().path();
        let is_program = json || ["/api/", "/in/"].iter().any(|door| path.starts_with(door));
        let wanted =
            (request.method() == Method::GET && !is_program).then(|| request.uri().clone());
        let reader = Reader::of(request.headers(), house);
        let query = request.uri().query().unwrap_or_default();
        let framed = path.starts_with("/f/") && form::is_framed(query);
        let cookie = request.headers().get(COOKIE).cloned();
        Asker { is_program, wanted, reader, framed, cookie }
    }

    /// The teammate who asked, if they are signed in.
    fn teammate(&self, web: &Web) -> Option<Who> {
        let headers = HeaderMap::from_iter([(COOKIE, self.cookie.clone()?)]);
        web.house.desk.look("reading who asks", |_| session::who(&headers, &web.house)).ok()?
    }
}

async fn dress(State((web, door)): State<(Web, Door)>, request: Request, next: Next) -> Response {
    let asker = Asker::of(&request, &web.house);
    let bare = next.run(request).await;
    let failed = bare.status().is_client_error() || bare.status().is_server_error();
    if !failed || is_dressed(&bare) {
        return with_wait(bare);
    }
    let is_for_page = door == Door::House && !asker.is_program && !asker.framed;
    let who = if is_for_page { asker.teammate(&web) } else { None };
    let reader = who.as_ref().map_or(asker.reader, |who| asker.reader.liked_by(who));
    // A program is answered in English, whoever it works for.
    let words = if asker.is_program { Words::default() } else { reader.words };
    let trouble = Trouble::of(&bare, words);
    let mut response = match (&asker.wanted, asker.is_program) {
        (_, true) => problem(&trouble),
        (Some(uri), false) if trouble.status == StatusCode::UNAUTHORIZED => to_sign_in(uri),
        (_, false) if asker.framed => in_frame(&trouble, reader),
        (_, false) => match &who {
            Some(who) => page_at_work(&web, &trouble, asker.wanted.as_ref(), reader, who),
            None => page(&web, &trouble, reader, door),
        },
    };
    let headers = response.headers_mut();
    if let Some(seconds) = trouble.wait_seconds {
        headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    if let Some(methods) = bare.headers().get(ALLOW) {
        headers.insert(ALLOW, methods.clone());
    }
    if asker.is_program && trouble.status == StatusCode::UNAUTHORIZED {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

/// A page of its own that has to be asked for again says when, too.
fn with_wait(mut page: Response) -> Response {
    if page.status() == StatusCode::SERVICE_UNAVAILABLE {
        page.headers_mut().entry(RETRY_AFTER).or_insert(HeaderValue::from(SOON));
    }
    page
}

/// Whether a page or a document already says what is wrong.
fn is_dressed(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| !kind.starts_with("text/plain"))
}

/// What is said about a no.
struct Trouble {
    status: StatusCode,
    title: String,
    sentence: String,
    field: Option<String>,
    fields: Vec<String>,
    wait_seconds: Option<u32>,
}

impl Trouble {
    fn of(response: &Response, words: Words) -> Trouble {
        let status = response.status();
        let mut trouble = Trouble {
            status,
            title: words.say(title(status)),
            sentence: usual(status, words),
            field: None,
            fields: Vec::new(),
            wait_seconds: None,
        };
        let Some(error) = response.extensions().get::<Error>() else { return trouble };
        match error {
            Error::Faulted(fault) => {
                let id = fault_id();
                tracing::error!(id, doing = fault.doing, cause = %fault.cause, "a page failed");
                trouble.sentence = logged("error-ours", &id, words);
                if fault.is_of_the_disk() {
                    trouble.title = words.say("error-disk-title");
                    trouble.sentence = logged("error-disk", &id, words);
                    trouble.wait_seconds = Some(SOON);
                }
            }
            Error::Refused(refusal) => {
                trouble.sentence = said(error, words);
                trouble.field = refusal.field().map(str::to_owned);
                trouble.fields = refusal.fields().to_vec();
            }
            Error::NotUnderstood { field, .. } => {
                trouble.sentence = said(error, words);
                trouble.field = Some(field.clone());
            }
            Error::TooFast { wait_seconds } => {
                trouble.sentence = said(error, words);
                trouble.wait_seconds = Some(*wait_seconds);
            }
            Error::Busy | Error::GrowingBack => {
                trouble.sentence = said(error, words);
                trouble.wait_seconds = Some(SOON);
            }
            Error::Closing => {
                trouble.sentence = said(error, words);
                trouble.wait_seconds = Some(60);
            }
            Error::Playbook(_) | Error::KeyReused | Error::ScopeLacks(_) | Error::FromElsewhere => {
                trouble.sentence = said(error, words)
            }
            Error::NotFound | Error::NotAllowed | Error::SignInFirst => {}
        }
        trouble
    }
}

/// The key of a title.
fn title(status: StatusCode) -> &'static str {
    match status.as_u16() {
        401 => "error-401-title",
        403 => "error-403-title",
        404 => "error-404-title",
        405 => "error-405-title",
        408 => "error-408-title",
        409 => "error-409-title",
        413 => "error-413-title",
        422 => "error-422-title",
        429 => "error-429-title",
        503 => "error-503-title",
        400..=499 => "error-4xx-title",
        _ => "error-ours-title",
    }
}

/// What is said where the error itself says nothing more.
fn usual(status: StatusCode, words: Words) -> String {
    words.say(match status.as_u16() {
        401 => "error-401",
        403 => "error-403",
        404 => "error-404",
        405 => "error-405",
        408 => "error-408",
        413 => "error-413",
        503 => "error-busy",
        400..=499 => "error-4xx",
        _ => {
            let id = fault_id();
            tracing::error!(id, status = status.as_u16(), "a page failed");
            return logged("error-ours", &id, words);
        }
    })
}

fn logged(key: &str, id: &str, words: Words) -> String {
    words.fill(key, &[("id", id.into())])
}

/// Under which a fault is found in the log.
fn fault_id() -> String {
    let mut bytes = [0; 3];
    let _ = getrandom::fill(&mut bytes);
    format!("E-{}", super::signed::hex(&bytes))
}

fn to_sign_in(wanted: &Uri) -> Response {
    let path = wanted.path_and_query().map_or("/", |path| path.as_str());
    let to = match path {
        "/" | "/today" => "/login".to_owned(),
        path => format!("/login?next={}", in_query(path)),
    };
    match HeaderValue::from_str(&to) {
        Ok(to) => (StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response(),
        Err(_) => StatusCode::UNAUTHORIZED.into_response(),
    }
}

/// A path as the value of a query: what would end it is written as a percent sign and two digits.
fn in_query(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut text, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                text.push(char::from(byte));
            }
            byte => text.push_str(&format!("%{byte:02X}")),
        }
        text
    })
}

fn problem(trouble: &Trouble) -> Response {
    let body = Problem {
        r#type: "about:blank",
        title: trouble.title.clone(),
        status: trouble.status.as_u16(),
        detail: trouble.sentence.clone(),
        field: trouble.field.clone(),
        fields: trouble.fields.clone(),
    };
    (trouble.status, [(CONTENT_TYPE, "application/problem+json")], Json(body)).into_response()
}

/// For a teammate at work, who keeps the way to everything else.
fn page_at_work(
    web: &Web,
    trouble: &Trouble,
    wanted: Option<&Uri>,
    reader: Reader,
    who: &Who,
) -> Response {
    let is_missing = trouble.status == StatusCode::NOT_FOUND;
    let words = reader.words;
    let lead = wanted.and_then(lead_of).filter(|_| is_missing);
    let sentence = match lead {
        Some(number) => words.fill("error-no-lead", &[("number", number.into())]),
        None => trouble.sentence.clone(),
    };
    let body = html! {
        (empty(&sentence, html! {
            @if is_missing && lead.is_none() { p { (words.say("error-find-by-name")) } }
            p.line {
                a.btn href="/today" { (icon("left")) (words.say("error-back-today")) }
                @if is_missing { a.btn href="/leads" { (icon("search")) (words.say("frame-find")) } }
            }
        }))
    };
    let screen = Screen::new(Place::Elsewhere, &trouble.title);
    (trouble.status, layout::app(&web.house, who, reader, screen, body)).into_response()
}

/// The number in the address of a lead.
fn lead_of(wanted: &Uri) -> Option<&str> {
    let number = wanted.path().strip_prefix("/leads/")?.trim_end_matches("/edit");
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(number)
}

fn page(web: &Web, trouble: &Trouble, reader: Reader, door: Door) -> Response {
    let body = html! {
        main #main {
            section.card.stack.thanks role="alert" {
                h1 { (trouble.title) }
                @if door == Door::House && trouble.status == StatusCode::UNAUTHORIZED {
                    p { (reader.words.say("error-signed-out")) }
                    p.line { a."btn primary" href="/login" target="_blank" { (reader.words.say("login-button")) } }
                } @else {
                    p { (trouble.sentence) }
                    @if door == Door::House {
                        p.line { a.btn href="/" { (icon("left")) (reader.words.say("error-back-start")) } }
                    }
                }
            }
        }
    };
    (trouble.status, layout::public(&web.house, &trouble.title, reader, body)).into_response()
}

/// The same within a frame, where the page around it stays.
fn in_frame(trouble: &Trouble, reader: Reader) -> Response {
    let body = html! {
        main #main {
            section.stack.thanks role="alert" {
                h1 { (trouble.title) }
                p { (trouble.sentence) }
            }
        }
    };
    let policy = [(CONTENT_SECURITY_POLICY, FRAMED)];
    (trouble.status, policy, layout::framed(&trouble.title, reader, body)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_path_survives_the_way_through_signing_in() {
        assert_eq!(in_query("/leads/7?tab=why&x=1"), "/leads/7%3Ftab%3Dwhy%26x%3D1");
    }

    #[test]
    fn every_status_has_a_title_and_a_sentence() {
        for code in [400, 401, 403, 404, 405, 408, 413, 415, 422, 429, 500, 503] {
            let status = StatusCode::from_u16(code).expect("a status");
            for words in Language::ALL.map(Words::of) {
                let (key, sentence) = (title(status), usual(status, words));
                assert!(words.say(key) != key && sentence.ends_with('.'), "{code}: {sentence}");
            }
        }
    }
}
