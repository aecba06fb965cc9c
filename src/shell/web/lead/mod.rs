//! A lead: who it is, what was promised, what happened, why it counts for what it does, and
//! everything that can be done about it.
//!
//! Every form is a plain post that leads back to this page. What is refused comes back on the same
//! page, beside its field, with everything that was typed.

mod act;
mod actions;
mod add;
mod cards;
mod checklist;
mod command;
mod composer;
mod edit;
mod entry;
mod facts;
mod fields;
mod files;
mod forecast;
mod head;
mod known;
mod letter;
mod needed;
mod next;
mod owner;
mod sent;
mod sequence;
mod tags;
pub mod through;
mod timeline;
mod todo;
mod uploads;
mod view;
mod why;

pub use act::Act;
pub use actions::post;
pub use add::{save as add, show as add_form};
pub use edit::{save as save_facts, show as edit};
pub use entry::show as entry;
pub use files::{hand_over, handed_over};
pub use known::show as known;
pub use owner::candidates;
pub use sent::{ONCE, Sent, Wrong, once_field};
pub use uploads::{attach, name_of};
pub use why::{because, signed};

use super::layout::{Follows, Place, Screen, app};
use super::parts::{State as Tone, alert};
use super::{assets, read, today};
use crate::lead::Lead;
use crate::shell::error::Error;
use actions::AtLead;
use axum::extract::{Query, RawQuery};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use through::Ways;
use uuid::Uuid;
use view::{Asked, Case, Typed, View};

/// What `?do=` calls the page on which facts are changed.
const FACTS: &str = "facts";

/// `GET /leads/{id}`
pub async fn show(
    at: AtLead,
    Query(asked): Query<Asked>,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    if asked.act == FACTS {
        return Ok(Redirect::to(&format!("/leads/{}/edit", at.id)).into_response());
    }
    // A link within the page says nothing of the list; the way through it is not to end there.
    if let Some(through) = at.through.as_ref().filter(|_| asked.at.is_empty()) {
        let own = query.filter(|query| !query.is_empty()).map(|query| query + "&");
        let url = format!("/leads/{}?{}{}", at.id, own.unwrap_or_default(), through.query());
        return Ok(Redirect::to(&url).into_response());
    }
    Ok(page(at, &asked, None).await?.into_response())
}

/// The page of a lead as it stands, with the form that came back, if one did.
async fn page(at: AtLead, asked: &Asked, typed: Option<&Typed>) -> Result<Markup, Error> {
    let in_force = at.house.playbook();
    let (id, now) = (at.id, at.house.desk.now());
    let (playbook, wanted) = (in_force.clone(), asked.clone());
    let teammate = at.who.teammate.clone();
    let zone = view::zone(&in_force.playbook, &at.who);
    let (case, waiting) = read(&at.house, move |reading| {
        let case = Case::read(reading, id, &wanted, &playbook.playbook, (now, &zone))?;
        Ok((case, today::waiting_for(reading, &teammate, now)?))
    })
    .await?;
    let case = case.ok_or(Error::NotFound)?;
    let ways = through::ways(&at).await?;
    let list = ways.as_ref().map_or("/leads".to_owned(), Ways::list);
    let view = View {
        case: &case,
        playbook: &in_force.playbook,
        version: in_force.version,
        who: &at.who,
        words: at.reader.words,
        asked,
        typed,
        once: Uuid::now_v7(),
        zone: view::zone(&in_force.playbook, &at.who),
        has_mail: at.house.mail.is_set(),
    };
    let screen = Screen {
        context: html! { a href=(list) { (view.words.say("leads-title")) } },
        waiting,
        follows: Follows::Lead(id.0),
        ..Screen::new(Place::Leads, case.lead.title())
    };
    Ok(app(&at.house, &at.who, at.reader, screen, body(&view, ways.as_ref())))
}

/// What is said of a lead that was just added.
fn added(outcome: &str, lead: &Lead) -> Option<&'static str> {
    match outcome {
        "created" if lead.promise.is_none() => Some("lead-added-unpromised"),
        "created" => Some("lead-added-created"),
        "attached" => Some("lead-added-attached"),
        "flagged" => Some("lead-added-flagged"),
        _ => None,
    }
}

fn body(view: &View, ways: Option<&Ways>) -> Markup {
    html! {
        article.stack {
            @if let Some(ways) = ways { (ways.links(view.words)) }
            @if let Some(key) = added(&view.asked.added, &view.case.lead) {
                (alert(Tone::Ok, html! { (view.words.say(key)) }))
            }
            (head::head(view))
            div.lead-cols {
                div.stack.mid {
                    div.stack.tight #act {
                        @match cards::card(view) {
                            Some(card) => (card),
                            None => (composer::composer(view)),
                        }
                    }
                    (todo::todo(view))
                    (timeline::timeline(view))
                }
                div.stack.right { (checklist::checklist(view)) (why::why(view)) (owner::owner(view)) (facts::kin(view)) }
                div.stack.left { (sequence::sequence(view)) (tags::tags(view)) (facts::facts(view)) (files::files(view)) (facts::origin(view)) }
            }
        }
        (head::menu(view))
        script type="module" src=(assets::url("js/days.js")) {}
    }
}
