//! What is posted from the page of a lead: carried out at the desk, or brought back with the reason.

use super::act::{Act, HEAD, SEQUENCE, TIMELINE, TO_DO};
use super::command::Asked;
use super::next::CLOSE;
use super::sent::{Sent, Wrong};
use super::through::Through;
use super::view::{self, Typed};
use super::{cards, checklist, files, tags, why};
use crate::command::{Command, Refusal};
use crate::lead::{LeadId, Seq};
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::errors::status_of;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::{Place, Reader, Screen, app, local};
use crate::shell::web::parts::{State as Tone, alert, icon};
use crate::shell::web::{Web, read};
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use serde::Deserialize;
use std::pin::Pin;
use std::sync::Arc;

/// The numbers in the URL: the lead, and the task or the letter.
#[derive(Deserialize)]
struct Numbers {
    id: u64,
    #[serde(default)]
    seq: Seq,
}

/// A teammate in front of one lead.
pub struct AtLead {
    pub house: Arc<House>,
    pub who: Who,
    pub reader: Reader,
    pub id: LeadId,
    pub seq: Seq,
    /// The list they came from.
    pub through: Option<Through>,
}

impl FromRequestParts<Web> for AtLead {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<AtLead, Error> {
        let numbers = Path::<Numbers>::from_request_parts(parts, web).await;
        let Path(Numbers { id, seq }) = numbers.map_err(|_| Error::NotFound)?;
        let who = Who::from_request_parts(parts, web).await?;
        let reader = Reader::of(&parts.headers, &web.house).liked_by(&who);
        let through = Through::of(parts, LeadId(id));
        Ok(AtLead { house: web.house.clone(), who, reader, id: LeadId(id), seq, through })
    }
}

type Answered = Pin<Box<dyn Future<Output = Result<Response, Error>> + Send>>;

/// What answers the form of an act.
pub fn post(act: Act) -> impl Fn(AtLead, Sent) -> Answered + Clone + Send + Sync + 'static {
    move |at, sent| Box::pin(carry_out(at, act, sent))
}

async fn carry_out(at: AtLead, act: Act, sent: Sent) -> Result<Response, Error> {
    let asked = match command(&at, act, &sent).await {
        Err(Error::NotFound) => return Ok(gone(&at, &sent)),
        asked => asked?,
    };
    let (wrong, status) = match asked {
        Err(wrong) => (wrong, StatusCode::UNPROCESSABLE_ENTITY),
        Ok(command) => match ask(&at, act, command, &sent).await {
            Ok(()) => return Ok(Redirect::to(&way_on(&at, act, &sent)).into_response()),
            Err(Error::NotFound) => return Ok(gone(&at, &sent)),
            Err(error) => (Wrong::of(&error, at.reader.words), status_of(&error)),
        },
    };
    let typed = Typed { act, seq: at.seq, sent, wrong };
    let page = super::page(at, &view::Asked::default(), Some(&typed)).await?;
    Ok((status, page).into_response())
}

/// That there is no such lead any more, with what was typed about it.
fn gone(at: &AtLead, sent: &Sent) -> Response {
    let words = at.reader.words;
    let body = html! {
        div.card.stack.tight {
            (alert(Tone::Late, html! { (Refusal::NoSuchLead.say(words)) " " (words.say("error-find-by-name")) }))
            (cards::kept(words, sent))
            p { a.btn href="/leads" { (icon("search")) (words.say("frame-find")) } }
        }
    };
    let title = words.say("error-404-title");
    let screen = Screen::new(Place::Leads, &title);
    (StatusCode::NOT_FOUND, app(&at.house, &at.who, at.reader, screen, body)).into_response()
}

/// The command of a form, or what is wrong with the form.
async fn command(at: &AtLead, act: Act, sent: &Sent) -> Result<Result<Command, Wrong>, Error> {
    let id = at.id;
    let lead = read(&at.house, move |reading| reading.lead(id)).await?.ok_or(Error::NotFound)?;
    let in_force = at.house.playbook();
    let (playbook, now) = (&in_force.playbook, at.house.desk.now());
    let words = at.reader.words;
    let zone = &view::zone(playbook, &at.who);
    let asked = Asked { act, seq: at.seq, sent, lead: &lead, playbook, now, words, zone };
    Ok(asked.command())
}

async fn ask(at: &AtLead, act: Act, command: Command, sent: &Sent) -> Result<(), Error> {
    let once = sent.once(&at.who.teammate, &act.url(at.id, at.seq), at.id);
    let order = Order::Lead { id: at.id, command, by: at.who.actor(), once };
    at.house.desk.ask(order).await.map(drop)
}

/// Where one goes after it is done: back to where one came from, else to what has changed.
fn way_on(at: &AtLead, act: Act, sent: &Sent) -> String {
    let through =
        at.through.as_ref().map_or(String::new(), |through| format!("?{}", through.query()));
    let lead = format!("/leads/{}{through}", at.id);
    match local(sent.get("back")) {
        Some(back) => back.to_owned(),
        None if sent.get("next") == CLOSE => {
            let and = if through.is_empty() { "?" } else { "&" };
            format!("{lead}{and}do={}#act", Act::Lost.key())
        }
        None => match act {
            Act::Note | Act::Call | Act::Email | Act::Other => format!("{lead}#{}", TIMELINE),
            Act::Task | Act::Done | Act::Move | Act::Rewrite | Act::Send | Act::Drop => {
                format!("{lead}#{}", TO_DO)
            }
            Act::Hold | Act::Resume | Act::Enrol => format!("{lead}#{}", SEQUENCE),
            Act::Answer | Act::TakeOn | Act::SendBack => format!("{lead}#{}", checklist::ID),
            Act::Score => format!("{lead}#{}", why::ID),
            Act::Tag => format!("{lead}#{}", tags::ID),
            Act::Attach | Act::Detach => format!("{lead}#{}", files::ID),
            Act::Accept
            | Act::Owner
            | Act::Misroute
            | Act::Stage
            | Act::Won
            | Act::Lost
            | Act::Disqualify
            | Act::Reopen
            | Act::Snooze => format!("{lead}#{}", HEAD),
        },
    }
}
