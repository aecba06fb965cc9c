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
    let words = reader.words;
    layout::public(
        house,
        &words.say("stop-title"),
        reader,
        html! {
            main #main {
                section.card.stack.thanks {
                    h1 { (words.say("stop-ask")) }
                    p { (words.fill("stop-what", &[("address", veiled(address).into())])) }
                    form action={ "/u/" (token) } method="post" {
                        button.btn.primary type="submit" { (words.say("stop-button")) }
                    }
                }
            }
        },
    )
}

fn done(house: &House, address: &str, reader: Reader) -> Markup {
    let words = reader.words;
    let nothing_more = words.fill("stop-nothing-more", &[("address", veiled(address).into())]);
    layout::public(
        house,
        &words.say("stop-title"),
        reader,
        html! {
            main #main {
                section.card.stack.thanks role="status" {
                    h1 { (words.say("stop-done")) }
                    ul.items { li { (icon("check")) span { (nothing_more) } } }
                }
            }
        },
    )
}

/// An address that its owner recognises and nobody else can use; `unknown`, which no address is,
/// has texts of its own.
fn veiled(address: &str) -> String {
    match address.split_once('@') {
        Some((name, domain)) => {
            let first: String = name.chars().take(1).collect();
            format!("{first}…@{domain}")
        }
        None => "unknown".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Words;

    #[test]
    fn an_address_is_recognised_and_not_given_away() {
        assert_eq!(veiled("dana@brightwater.example"), "d…@brightwater.example");
        assert_eq!(veiled(""), "unknown");
    }

    #[test]
    fn an_address_that_is_not_known_any_more_is_not_named() {
        let said = |address: &str| {
            Words::default().fill("stop-nothing-more", &[("address", veiled(address).into())])
        };
        assert_eq!(said("a@b.example"), "Nothing more goes to a…@b.example by itself.");
        assert_eq!(said(""), "Nothing more goes to this address by itself.");
    }
}
