//! The first form, and a lead that goes through it before the owner's eyes.

use crate::capture::{Read, Received, read_fields};
use crate::language::Words;
use crate::lead::{Actor, Lead, LeadId};
use crate::playbook::{Door, Playbook, Source};
use crate::shell::desk::{Answer, Arrived, Order};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::elsewhere::{self, Doors};
use crate::shell::web::guard::Who;
use crate::shell::web::lead::{Sent, Wrong, once_field};
use crate::shell::web::parts::{Field, field, icon, owner, stamp};
use crate::shell::web::read;
use maud::{Markup, html};
use uuid::Uuid;

/// The longest message of a trial.
const MESSAGE_MAX: usize = 1_000;

/// Sends an enquiry in the owner's own name, as the first form would. Answers its lead.
pub async fn send(
    house: &House,
    who: &Who,
    sent: &Sent,
    words: Words,
) -> Result<Result<LeadId, Wrong>, Error> {
    let in_force = house.playbook();
    let Some(source) = first_form(&in_force.playbook) else { return Err(Error::NotFound) };
    let typed = |name: &str, usual: String| match sent.trimmed(name) {
        "" => usual,
        typed => typed.chars().take(MESSAGE_MAX).collect(),
    };
    let fields = vec![
        ("name".to_owned(), typed("trial_name", who.name.clone())),
        ("email".to_owned(), who.email.clone()),
        ("message".to_owned(), typed("trial_message", words.say("setup-trial-message"))),
    ];
    let raw = serde_json::to_vec(&fields).unwrap_or_default();
    let received = Received {
        id: sent.get("once").parse().unwrap_or_else(|_| Uuid::now_v7()),
        source,
        at: house.desk.now(),
        content_type: "application/json",
        body: &raw,
        query: "",
        referrer: "",
    };
    let read = read_fields(&received, fields, &in_force.playbook);
    if read == Read::Empty {
        return Ok(Err(Wrong::with("trial_message", words.say("setup-trial-empty"))));
    }
    let submission = received.submission();
    let arrived = Arrived { submission, read, by: Actor::Visitor, once: None };
    match house.desk.ask(Order::Capture(Box::new(arrived))).await? {
        Answer::Captured { fate, .. } => Ok(fate
            .lead()
            .ok_or_else(|| Wrong::with("trial_message", words.say("setup-trial-aside")))),
        _ => Err(Error::NotFound),
    }
}

/// The form that stands first in the playbook.
pub fn first_form(playbook: &Playbook) -> Option<&Source> {
    playbook.sources.iter().find(|source| source.door == Door::WebForm)
}

/// Where the form is, how it gets onto a site, and the trial with what came of it.
pub async fn page(
    house: &House,
    sent: &Sent,
    words: Words,
    wrong: Option<&Wrong>,
    host: &str,
    tried: u64,
) -> Result<Markup, Error> {
    let lead = read(house, move |reading| reading.lead(LeadId(tried))).await?;
    let in_force = house.playbook();
    let playbook = &in_force.playbook;
    let form = first_form(playbook).map_or("", |source| source.form.as_str());
    let url = format!("{}/f/{form}", house.config.public_url_at(host));
    let error = wrong.map_or("", |wrong| wrong.sentence.as_str());
    let (name, message) = (words.say("setup-trial-name"), words.say("setup-trial-what"));
    let usual = words.say("setup-trial-message");
    Ok(html! {
        section.ledger {
            header { h2 { (words.say("setup-form-where")) } }
            p.below { (words.say("setup-form-link")) }
            pre.code { code { (url) } }
            (elsewhere::note(house, Doors::Public, &url, words))
            p.below { (words.say("setup-form-html")) }
            pre.code { code { "<a href=\"" (url) "\">" (words.say("setup-form-anchor")) "</a>" } }
        }
        section.ledger #tried {
            header { h2 { (words.say("setup-trial")) } }
            @if let Some(lead) = &lead { (came_of_it(lead, playbook, words)) }
            @else {
                div."body stack tight" {
                    (once_field(Uuid::now_v7()))
                    (field(Field { name: "trial_name", label: &name, value: sent.get("trial_name"), longest: 100, ..Field::default() }))
                    (field(Field {
                        name: "trial_message",
                        label: &message,
                        value: if sent.get("trial_message").is_empty() { &usual } else { sent.get("trial_message") },
                        error,
                        longest: MESSAGE_MAX,
                        ..Field::default()
                    }))
                    p { button.btn.primary type="submit" name="try" value="1" { (icon("bolt")) (words.say("setup-trial-send")) } }
                }
            }
        }
    })
}

/// What the house made of the trial.
fn came_of_it(lead: &Lead, playbook: &Playbook, words: Words) -> Markup {
    let mate = lead.owner_id().and_then(|id| playbook.teammate(id));
    let zone = playbook.calendar().zone().clone();
    let promised = lead
        .promise
        .as_ref()
        .map(|promise| words.moment("moment-long", zone.to_datetime(promise.respond_by)));
    html! {
        ul.items {
            li { (icon("check")) span { (words.say("setup-trial-kept")) " " b { (lead.title()) } } }
            li { (stamp(words, lead.tier(), lead.score(), true)) span { (words.say("setup-trial-scored")) } }
            @if let Some(mate) = mate {
                li { (owner(&mate.id, &mate.name)) span { (words.say("setup-trial-owned")) } }
            }
            @if let Some(promised) = promised {
                li { (icon("today")) span { (words.fill("setup-trial-promised", &[("at", promised.into())])) } }
            }
        }
        p.line.below {
            button.btn.primary type="submit" name="finish" value="1" { (icon("today")) (words.say("setup-trial-today")) }
            a.btn href={ "/leads/" (lead.id) } { (words.say("setup-trial-open")) }
        }
    }
}
