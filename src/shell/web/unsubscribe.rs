//! The last line of every letter: wanting no more of them.
//!
//! Looking changes nothing, because mail programs follow links by themselves; a click on the
//! button does, and so does the one-click post of RFC 8058. The link speaks for the address its
//! letter went to, whatever address the lead has by now.

use super::Web;
use super::address::Visitor;
use super::layout::{self, Reader};
use super::parts::icon;
use crate::command::Command;
use crate::lead::{Actor, Lead};
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::outbox::Recipient;
use axum::extract::{Path, State};
use maud::{Markup, html};
use std::sync::Arc;

/// `GET /u/{token}`
pub async fn show(
    State(house): State<Arc<House>>,
    Path(token): Path<String>,
    reader: Reader,
) -> Result<Markup, Error> {
    let (lead, mark) = asked(&house, &token).await?;
    let address = address_of(&house, &lead, &mark);
    Ok(if lead.has_opted_out(&mark) {
        done(&house, address, reader)
    } else {
        ask(&house, address, &token, reader)
    })
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
    let (lead, mark) = asked(house, &token).await?;
    let address = address_of(house, &lead, &mark);
    let command = Command::OptOut { address: address.to_owned(), mark };
    let order = Order::Lead { id: lead.id, command, by: Actor::Visitor, once: None };
    house.desk.ask(order).await?;
    Ok(done(house, address, reader))
}

/// The lead of a letter, and the mark of the address it went to.
async fn asked(house: &House, token: &str) -> Result<(Lead, String), Error> {
    let Recipient { lead, mark } = house.links().unsubscribed(token).ok_or(Error::NotFound)?;
    let lead = super::read(house, move |reading| reading.lead(lead)).await?;
    Ok((lead.ok_or(Error::NotFound)?, mark))
}

/// The address behind a mark, as long as it is still the lead's; else nothing.
fn address_of<'a>(house: &House, lead: &'a Lead, mark: &str) -> &'a str {
    let is_theirs = house.desk.mark(&lead.profile.email).is_some_and(|known| known == mark);
    if is_theirs { &lead.profile.email } else { "" }
}

fn ask(house: &House, address: &str, token: &str, reader: Reader) -> Markup {
    layout::public(
        house,
        "No more letters",
        reader,
        html! {
            main #main {
                section.card.stack.thanks {
                    h1 { "No more letters from us?" }
                    p { "We will not write to " b { (veiled(address)) } " again by ourselves. "
                        "If you ask us something, a person still answers." }
                    form action={ "/u/" (token) } method="post" {
                        button.btn.primary type="submit" { "Stop the letters" }
                    }
                }
            }
        },
    )
}

fn done(house: &House, address: &str, reader: Reader) -> Markup {
    layout::public(
        house,
        "No more letters",
        reader,
        html! {
            main #main {
                section.card.stack.thanks role="status" {
                    h1 { "Done. No more letters." }
                    ul.items { li { (icon("check")) span { "Nothing more goes to " (veiled(address)) " by itself." } } }
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
        None => "this address".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_recognised_and_not_given_away() {
        assert_eq!(veiled("dana@brightwater.example"), "d…@brightwater.example");
        assert_eq!(veiled(""), "this address");
    }
}
