//! Whether the model is due to be held against how leads ended, and that somebody has done so.

use super::HERE;
use crate::language::Words;
use crate::scoring::review::{Review, review};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::{self, Reading};
use crate::shell::web::guard::Who;
use crate::shell::web::parts::icon;
use crate::shell::web::read;
use crate::shell::web::staff::{self, ONE_AT_A_TIME};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use maud::{Markup, html};
use std::sync::Arc;

/// How a review stands: how pressing it is, and the days since the last.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    state: Review,
    days: i64,
}

impl Standing {
    /// Reads how it stands; a house that never had one counts from its first rules.
    pub fn read(
        reading: &Reading,
        reviewed: Option<Timestamp>,
        now: Timestamp,
    ) -> store::Result<Standing> {
        let first = match reviewed {
            Some(_) => None,
            None => reading.version(1)?.map(|version| version.at),
        };
        let (state, days) = review(reviewed.or(first).unwrap_or(now), now);
        Ok(Standing { state, days })
    }

    /// What is said of it where it is due; nothing before.
    pub fn said(&self, words: Words, more: Markup) -> Markup {
        let state = match self.state {
            Review::NotYet => return html! {},
            Review::Due => "soon",
            Review::Late => "late",
        };
        html! {
            div.alert data-state=(state) role="status" {
                (icon("warn"))
                div.grow { p { (words.fill("scoring-review-due", &[("days", self.days.into())])) } (more) }
            }
        }
    }
}

/// What the page of the model says of it.
pub async fn section(house: &Arc<House>, words: Words) -> Result<Markup, Error> {
    let (reviewed, now) = (house.playbook().playbook.scoring.reviewed, house.clock.now());
    let standing = read(house, move |reading| Standing::read(reading, reviewed, now)).await?;
    let keep = html! {
        form action={ (HERE) "/review" } method="post" {
            button.btn type="submit" { (icon("check")) (words.say("scoring-review-keep")) }
        }
    };
    Ok(standing.said(words, keep))
}

/// `POST /settings/scoring/review`: somebody looked, and lets the model stand.
pub async fn keep(State(house): State<Arc<House>>, who: Who) -> Result<Response, Error> {
    let _turn = ONE_AT_A_TIME.lock().await;
    let now = house.clock.now();
    staff::change(&house, who.actor(), |playbook| playbook.scoring.reviewed = Some(now)).await?;
    Ok(Redirect::to("/settings/scoring?saved=true").into_response())
}
