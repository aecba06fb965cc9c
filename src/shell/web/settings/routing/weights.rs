//! What own close rates say of the shares of a pool: proposed as a change, made only by a click.

use super::super::{close_rate, made_from};
use super::{Drawn, HERE, name_of, page};
use crate::language::Words;
use crate::lead::LeadFate;
use crate::playbook::Playbook;
use crate::scoring::pool_weights::{DAYS, Ended, MemberWeight, PoolWeights, pool_weights};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::Sent;
use crate::shell::web::parts::{State as Mood, alert, icon, owner};
use crate::shell::web::read;
use crate::shell::web::staff::{self, ONE_AT_A_TIME};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::SignedDuration;
use maud::{Markup, html};
use std::sync::Arc;

/// Leads of a house in which close rates are counted without being asked for.
const COUNTED_UNASKED: u64 = 20_000;

/// Leads that have ended of late, of which at most so many are counted, the last.
const COUNTED_MAX: usize = 20_000;

/// Close rates by pool; `None` where there are so many leads that somebody has to ask for them.
pub type Rates = Option<Vec<PoolWeights>>;

/// Counts what has ended of late, where it is asked for or soon done.
pub async fn counted(house: &Arc<House>, is_asked: bool) -> Result<Rates, Error> {
    let (now, in_force) = (house.desk.now(), house.playbook());
    read(house, move |reading| {
        if !is_asked && reading.lead_count()? > COUNTED_UNASKED {
            return Ok(None);
        }
        let since = now - SignedDuration::from_hours(24 * DAYS);
        let mut ended = Vec::new();
        for lead in reading.closed_since(since, COUNTED_MAX)? {
            let won = lead.fate == LeadFate::Won;
            if let (Some(owner), Some(at)) = (lead.owner, lead.closed_at) {
                ended.push(Ended { owner: owner.teammate, rule: owner.rule, at, won });
            }
        }
        Ok(Some(pool_weights(&ended, &in_force.playbook, now)))
    })
    .await
}

/// `POST /settings/routing/weights`: gives everybody of a pool the share that is proposed.
pub async fn apply(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    sent: Sent,
) -> Result<Response, Error> {
    let _turn = ONE_AT_A_TIME.lock().await;
    let live = house.playbook();
    let before = made_from(&house, sent.number("base")).await?;
    let same = |before: Playbook| before.routing.pools == live.playbook.routing.pools;
    let groups = counted(&house, true).await?.unwrap_or_default();
    let chosen = |group: &&PoolWeights| group.key == sent.trimmed("pool") && group.changes();
    let Some(group) = groups.iter().find(chosen).filter(|_| before.is_none_or(same)) else {
        let said = alert(Mood::Late, html! { (reader.words.say("routing-rates-changed")) });
        let page = page(&house, &who, reader, &sent, Drawn::of(&live.playbook, said, true)).await?;
        return Ok((StatusCode::CONFLICT, page).into_response());
    };
    staff::change(&house, who.actor(), |playbook| group.apply(playbook)).await?;
    Ok(Redirect::to(&format!("{HERE}?saved=true#rates")).into_response())
}

/// Close rates by pool and person, and the shares that are proposed.
pub fn section(rates: &Rates, playbook: &Playbook, version: u32, words: Words) -> Markup {
    html! {
        section.ledger #rates {
            header { h2 { (words.say("routing-rates")) } }
            p.hint { (words.fill("routing-rates-how", &[("days", DAYS.into())])) }
            @match rates {
                None => p.below { a.btn href={ (HERE) "?rates=true#rates" } { (words.say("routing-rates-show")) } },
                Some(groups) => {
                    @for group in groups { (pool(group, playbook, version, words)) }
                }
            }
        }
    }
}

fn pool(group: &PoolWeights, playbook: &Playbook, version: u32, words: Words) -> Markup {
    let names = group.names.join(", ");
    html! {
        form."stack tight shares" action={ (HERE) "/weights" } method="post" {
            input type="hidden" name="base" value=(version);
            input type="hidden" name="pool" value=(group.key);
            h3 { (names) }
            @if group.all.closed == 0 { p.mute { (words.fill("routing-rates-none", &[("days", DAYS.into())])) } } @else {
                div.scroll-x tabindex="0" role="group" aria-label=(names) {
                    table.table {
                        thead { tr {
                            th scope="col" { (words.say("routing-person")) }
                            th.num scope="col" { (words.say("scoring-closed")) }
                            th.num scope="col" { (words.say("scoring-rate")) }
                            th.num scope="col" { (words.say("routing-share")) }
                        } }
                        tbody { @for one in &group.members { (row(one, playbook, words)) } }
                    }
                }
                @if group.changes() {
                    div.line { button.btn type="submit" { (icon("check")) (words.say("routing-rates-take")) } }
                } @else if group.members.len() > 1 {
                    p.mute { (words.say("routing-rates-same")) }
                }
            }
        }
    }
}

fn row(one: &MemberWeight, playbook: &Playbook, words: Words) -> Markup {
    let name = name_of(playbook, &one.teammate);
    let is_new = one.weight != one.proposed;
    html! {
        tr.changed[is_new] {
            th scope="row" { (owner(&one.teammate, &name)) }
            td.num { (one.rate.count.closed) }
            td.num { (close_rate(&one.rate, words)) }
            td.num { (one.weight) @if is_new { " → " b { (one.proposed) } } }
        }
    }
}
