//! Was it the right owner at once? Fifty leads of last month, for a manager to judge.

use super::{name_of, rule_name};
use crate::command::Command;
use crate::language::Words;
use crate::lead::words::duration;
use crate::lead::{Lead, LeadId, Tier};
use crate::playbook::Playbook;
use crate::routing::accuracy::{
    Accuracy, ENOUGH_PERCENT, SAMPLE, drawn, is_routed, time_lost, was_right,
};
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::{self, Reading};
use crate::shell::web::Web;
use crate::shell::web::custom;
use crate::shell::web::guard::Who;
use crate::shell::web::kept::Kept;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::Sent;
use crate::shell::web::parts::{icon, owner, stamp};
use crate::shell::web::read;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};
use maud::{Markup, html};

const HERE: &str = "/settings/routing/sample";

/// Leads of a month among which the sample is drawn, and looked at for it.
const LEADS_MAX: usize = 200_000;
const LOOKED_AT: usize = 1_000;

/// Days of a month on which last month's owners are to be judged.
const JUDGING_DAYS: i8 = 7;

/// The sample of a month that is over is drawn once.
pub type Samples = Kept<Month, Vec<LeadId>>;

/// The month before this one, as the business counts days.
#[derive(Clone, Copy, PartialEq)]
pub struct Month {
    first: Date,
    from: Timestamp,
    until: Timestamp,
}

impl Month {
    fn last(playbook: &Playbook, now: Timestamp) -> Month {
        let calendar = playbook.calendar();
        let this = calendar.day_of(now).first_of_month();
        let first = this.saturating_sub(1.month());
        let begin = |day: Date| {
            let midnight = day.to_datetime(Time::midnight());
            calendar.zone().to_timestamp(midnight).unwrap_or(now)
        };
        Month { first, from: begin(first), until: begin(this) }
    }

    /// Months since the year 0.
    fn number(&self) -> u64 {
        u64::try_from(i64::from(self.first.year()) * 12 + i64::from(self.first.month()))
            .unwrap_or_default()
    }
}

/// How many leads of last month's sample are still to be judged, in the days when that is asked.
pub async fn unjudged(web: &Web) -> Result<usize, Error> {
    let today = web.house.playbook().playbook.calendar().day_of(web.house.desk.now());
    if today.day() > JUDGING_DAYS {
        return Ok(0);
    }
    let (_, sample) = read_sample(web).await?;
    Ok(sample.iter().filter(|lead| was_right(lead).is_none()).count())
}

async fn read_sample(web: &Web) -> Result<(Date, Vec<Lead>), Error> {
    let house = &web.house;
    let month = Month::last(&house.playbook().playbook, house.desk.now());
    let ids = web.reckoned.samples.get(month, |kept| *kept == month, draw(house, month)).await?;
    let leads = read(house, move |reading| {
        let leads = ids.iter().filter_map(|id| reading.lead(*id).transpose());
        leads.collect()
    });
    Ok((month.first, leads.await?))
}

/// The sample of a month.
async fn draw(house: &House, month: Month) -> Result<Vec<LeadId>, Error> {
    read(house, move |reading| {
        let all = reading.leads_between(month.from, month.until, LEADS_MAX)?;
        let mut sample = Vec::new();
        for id in drawn(all, month.number()).into_iter().take(LOOKED_AT) {
            if sample.len() == SAMPLE {
                break;
            }
            sample.extend(reading.lead(id)?.filter(is_routed).map(|lead| lead.id));
        }
        Ok(sample)
    })
    .await
}

/// `GET /settings/routing/sample`
pub async fn show(
    State(web): State<Web>,
    who: Who,
    reader: Reader,
    Query(told): Query<super::super::Told>,
) -> Result<Markup, Error> {
    let words = reader.words;
    let (month, sample) = read_sample(&web).await?;
    let house = &web.house;
    let in_force = house.playbook();
    let now = house.desk.now();
    let (sample, marks) = read(house, move |reading| {
        let marks = sample.iter().map(|lead| mark_then(reading, lead));
        let marks = marks.collect::<Result<Vec<_>, _>>()?;
        Ok((sample, marks))
    })
    .await?;
    let title = words.moment("routing-sample-of", month.to_datetime(Time::midnight()));
    let body = html! {
        (super::saved(&told, words))
        p { a.line href=(super::HERE) { (icon("left")) (words.say("part-routing")) } }
        form.stack action=(HERE) method="post" {
            section.ledger {
                header { h2 { (title) } p { (words.say("routing-sample-how")) } }
                (found(&sample, words))
                @if sample.is_empty() { p.mute.below { (words.say("routing-sample-none")) } }
                ol.items.judged { @for (lead, mark) in sample.iter().zip(marks) { (row(lead, mark, &in_force.playbook, now, words)) } }
            }
            @if !sample.is_empty() {
                div.line { button.btn.primary type="submit" { (icon("check")) (words.say("team-save")) } }
            }
        }
    };
    Ok(super::super::page(house, &who, reader, super::HERE, body))
}

/// `POST /settings/routing/sample`
pub async fn judge(State(web): State<Web>, who: Who, sent: Sent) -> Result<Response, Error> {
    let (_, sample) = read_sample(&web).await?;
    for lead in sample {
        let right = match sent.get(&field(lead.id)) {
            "right" => true,
            "wrong" => false,
            _ => continue,
        };
        if was_right(&lead) == Some(right) {
            continue;
        }
        let command = Command::JudgeOwner { right };
        let order = Order::Lead { id: lead.id, command, by: who.actor(), once: None };
        web.house.desk.ask(order).await?;
    }
    Ok(Redirect::to("/settings/routing/sample?saved=true").into_response())
}

fn field(lead: LeadId) -> String {
    format!("judge.{lead}")
}

fn found(sample: &[Lead], words: Words) -> Markup {
    let accuracy = Accuracy::of(sample);
    let left = sample.len() - accuracy.judged;
    let Some(percent) = accuracy.percent() else { return html! {} };
    let with = [
        ("right", accuracy.right.into()),
        ("judged", accuracy.judged.into()),
        ("percent", percent.into()),
        ("enough", ENOUGH_PERCENT.into()),
    ];
    let (state, sign, key) = match () {
        () if accuracy.passes() => (Some("ok"), "check", "routing-sample-passes"),
        () if accuracy.may_pass(left) => (None, "info", "routing-sample-so-far"),
        () => (Some("late"), "warn", "routing-sample-fails"),
    };
    html! {
        div.alert data-state=[state] role="status" {
            (icon(sign))
            p {
                (words.fill(key, &with))
                @if left > 0 { " " (words.fill("routing-sample-left", &[("count", left.into())])) }
            }
        }
    }
}

/// The facts every owner is judged by, beside those that the rules ask for.
const FACTS: [&str; 7] = ["company", "role", "industry", "postcode", "city", "region", "country"];

/// What is known of a lead that speaks for one owner or another, in one line.
fn known(lead: &Lead, playbook: &Playbook, words: Words) -> String {
    let asked = playbook.routing.rules.iter().flat_map(|rule| &rule.conditions);
    let asked = asked.map(|condition| condition.field.as_str());
    let mut keys: Vec<&str> = FACTS.to_vec();
    for key in asked.filter(|key| lead.fields.contains_key(*key)) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let said = |key: &str| {
        let business = &playbook.business;
        // What stands above already, and what is so of nearly everyone, tells nothing.
        let is_plain = |value: &str| value == lead.title() || value == business.country;
        let value = lead.fact(key).filter(|value| !is_plain(value))?;
        let said = |field| custom::said(field, value, &business.currency, words);
        Some(playbook.field(key).map_or_else(|| value.to_owned(), said))
    };
    let source = playbook.source(&lead.source).map(|source| source.name.clone());
    keys.into_iter().filter_map(said).chain(source).collect::<Vec<_>>().join(" · ")
}

/// Score and tier of a lead as its first owner was named by them.
fn mark_then(reading: &Reading, lead: &Lead) -> store::Result<(u8, Tier)> {
    let then = reading.lead_as_first_given(lead.id)?;
    let then = then.as_ref().unwrap_or(lead);
    Ok((then.score(), then.tier()))
}

fn row(
    lead: &Lead,
    (score, tier): (u8, Tier),
    playbook: &Playbook,
    now: Timestamp,
    words: Words,
) -> Markup {
    let Some(first) = &lead.first_owner else { return html! {} };
    let right = was_right(lead);
    let lost = time_lost(lead, now).map(|lost| duration(words, lost.as_mins()));
    let field = field(lead.id);
    let (name, title) = (name_of(playbook, &first.teammate), lead.title());
    html! {
        li data-state=[(right == Some(false)).then_some("late")] {
            (stamp(words, tier, score, false))
            span.grow {
                a href={ "/leads/" (lead.id) } { (title) } br;
                (known(lead, playbook, words)) br;
                (owner(&first.teammate, &name)) " "
                span.mute { (words.fill("routing-by", &[("rule", rule_name(&first.rule, words).into())])) }
                @if let Some(lost) = lost {
                    br; span { (words.fill("routing-lost", &[("span", lost.into())])) }
                }
            }
            fieldset.seg {
                legend.sr { (words.fill("routing-sample-was", &[("name", name.as_str().into()), ("lead", title.into())])) }
                @for (value, is, key) in [("right", true, "routing-right"), ("wrong", false, "routing-wrong")] {
                    label {
                        input type="radio" name=(field) value=(value) checked[right == Some(is)];
                        (words.say(key))
                    }
                }
            }
        }
    }
}
