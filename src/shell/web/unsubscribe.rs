//! The last line of every letter: wanting no more of them.
//!
//! Looking changes nothing, because mail programs follow links by themselves; a click on the
//! button does, and so does the one-click post of RFC 8058.

use super::Web;
use super::address::Visitor;
use super::layout::{self, Reader};
use super::parts::icon;
use crate::command::Command;
use crate::lead::{Actor, Lead};
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::extract::{Path, State};
use maud::{Markup, html};
use std::sync::Arc;

/// `GET /u/{token}`
pub async fn show(
    State(house): State<Arc<House>>,
    Path(token): Path<String>,
    reader: Reader,
) -> Result<Markup, Error> {
    let lead = lead_of(&house, &token).await?;
    let mark = house.desk.mark(&lead.profile.email);
    let is_done = mark.is_some_and(|mark| lead.has_opted_out(&mark));
    Ok(if is_done { done(&house, &lead, reader) } else { ask(&house, &lead, &token, reader) })
}

/// `POST /u/{token}`
pub async fn post(
    State(web): State<Web>,
    Path(token): Path<String>,
    visitor: Visitor,
    reader: Reader,
) -> Result<Markup, Error> {
    let house = &web.house;
    web.limits.public_posts.take(&visitor.bucket(), house.clock.now())?;
    let lead = lead_of(house, &token).await?;
    let address = lead.profile.email.clone();
    if let Some(mark) = house.desk.mark(&address) {
        let command = Command::OptOut { address, mark };
        let order = Order::Lead { id: lead.id, command, by: Actor::Visitor, once: None };
        house.desk.ask(order).await?;
    }
    Ok(done(house, &lead, reader))
}

async fn lead_of(house: &House, token: &str) -> Result<Lead, Error> {
    let id = house.links().unsubscribed(token).ok_or(Error::NotFound)?;
    super::read(house, move |reading| reading.lead(id)).await?.ok_or(Error::NotFound)
}

fn ask(house: &House, lead: &Lead, token: &str, reader: Reader) -> Markup {
    layout::public(
        house,
        "No more letters",
        reader,
        html! {
            main #main {
                section.card.stack.thanks {
                    h1 { "No more letters from us?" }
                    p { "We will not write to " b { (veiled(&lead.profile.email)) } " again by ourselves. "
                        "If you ask us something, a person still answers." }
                    form action={ "/u/" (token) } method="post" {
                        button.btn.primary type="submit" { "Stop the letters" }
                    }
                }
            }
        },
    )
}

fn done(house: &House, lead: &Lead, reader: Reader) -> Markup {
    layout::public(
        house,
        "No more letters",
        reader,
        html! {
            main #main {
                section.card.stack.thanks role="status" {
                    h1 { "Done. No more letters." }
                    ul.items { li { (icon("check")) span { (veiled(&lead.profile.email)) " gets nothing more from us by itself." } } }
                }
            }
        },
    )
}

/// An address that its owner recognises and nobody else can use.
fn veiled(address: &str) -> String {
    match address.split_once('@') {
        Some((name, domain)) => {
            let first: String = name.chars().take(1).collect();
            format!("{first}…@{domain}")
        }
        None => "you".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_recognised_and_not_given_away() {
        assert_eq!(veiled("dana@brightwater.example"), "d…@brightwater.example");
        assert_eq!(veiled(""), "you");
    }
}
