//! A lead that is tried, and a thousand: what the rules in the form would do.

use super::{name_of, rule_name, typed};
use crate::capability::{Contact, Situation};
use crate::command::Command;
use crate::decide::decide;
use crate::language::Words;
use crate::lead::words::{self, capitalised, cause, passed_over};
use crate::lead::{Actor, Arrival, Decision, Lead, LeadId, Tier};
use crate::playbook::Playbook;
use crate::routing::trial::{self, Compared, LEADS_MAX};
use crate::scoring::{Group, Ledger, ledger};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::{Sent, because, candidates, signed};
use crate::shell::web::parts::{State as Mood, alert, and_more, face, icon, stamp};
use crate::shell::web::read;
use jiff::Timestamp;
use maud::{Markup, html};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Leads that go to somebody else shown one by one, those of them that are in sight at once, and rules
/// of one lead.
const MOVED_SHOWN: usize = 50;
const MOVED_AT_ONCE: usize = 6;
const SHOWN: usize = 40;

/// Who would get the lead of the form by the rules of the form.
pub async fn test(
    house: &Arc<House>,
    sent: &Sent,
    playbook: &Playbook,
    reader: Reader,
) -> Result<Markup, Error> {
    let words = reader.words;
    let now = house.desk.now();
    let number = typed::number(sent);
    let id = number.parse().ok().map(LeadId);
    let (lead, loads, turns) = read(house, move |reading| {
        let lead = id.map_or(Ok(None), |id| reading.lead(id))?;
        Ok((lead, reading.loads()?, reading.turns()?))
    })
    .await?;
    if lead.is_none() && !number.is_empty() {
        return Ok(alert(Mood::Late, html! { (words.say("refusal-no-such-lead")) }));
    }
    let score = match typed::score(sent, words) {
        Ok(score) => score.filter(|_| lead.is_none()),
        Err(said) => return Ok(alert(Mood::Late, html! { (said) })),
    };
    let kin = lead.as_ref().and_then(trial::known_by).into_iter().collect();
    let (version, contact) = (0, Contact::default());
    let situation = Situation { playbook, version, loads: &loads, turns: &turns, kin, contact };
    let (mut lead, key) = match lead {
        Some(lead) => (lead, "routing-test-stands"),
        None => {
            let arrival = typed::arrival(sent, playbook, now, words);
            (come_in(arrival, &situation, now), "routing-test-scored")
        }
    };
    let key = if score.is_some() { "routing-test-typed" } else { key };
    let ledger = score.is_none().then(|| ledger(&lead, playbook, now));
    let score = score.or(ledger.as_ref().map(|ledger| ledger.score)).unwrap_or_default();
    let tier = playbook.scoring.tiers.of(score);
    if let Some(standing) = &mut lead.standing {
        (standing.score, standing.tier) = (score, tier);
    }
    let (owner, decision) = trial::tried(&lead, &situation, now);
    let fits = trial::each_rule(&lead, playbook);
    let with = [("score", score.into()), ("tier", words::tier(words, tier).into())];
    let said = words.fill(key, &with);
    Ok(html! {
        (told(&owner, &decision, &fits, playbook, words))
        (scored((score, tier), &said, ledger.as_ref().map(|ledger| (ledger, &lead)), playbook, words))
    })
}

/// A lead that somebody's first words make, with all the house knows of it at once.
fn come_in(arrival: Arrival, situation: &Situation, now: Timestamp) -> Lead {
    let arrival = Box::new(arrival);
    let command = Command::Capture { arrival, look_alike: None, opted_out: None };
    let unborn = Lead::unborn(LeadId(1));
    decide(unborn, 1, command, Actor::Visitor, situation, now)
        .map_or_else(|_| Lead::unborn(LeadId(1)), |decided| decided.lead)
}

/// The score of what was tried, and what it is made of.
fn scored(
    (score, tier): (u8, Tier),
    said: &str,
    laid_open: Option<(&Ledger, &Lead)>,
    playbook: &Playbook,
    words: Words,
) -> Markup {
    let Some((ledger, lead)) = laid_open else {
        return html! { p.line { (stamp(words, tier, score, false)) (said) } };
    };
    let caps = &playbook.scoring.caps;
    let floor = ledger
        .floor
        .iter()
        .map(|held| (format!("{}: {}", words.say("lead-floor"), held.name), held.adds));
    let taught = ledger.taught.iter().map(|adds| (capitalised(&words.say("reason-chance")), *adds));
    html! {
        details open {
            summary.line { (stamp(words, tier, score, false)) (said) span.turn { (icon("down")) } }
            ul.items {
                @for group in Group::ALL {
                    @let points: Vec<_> = ledger.points.iter().filter(|point| point.group == group).collect();
                    @if !points.is_empty() {
                        li { b.grow { (group.label(words)) } b.pts { (signed(words, ledger.group(group, caps))) } }
                        @for point in points {
                            li.mute { span.grow { (because(point, lead, playbook, words)) } span.pts { (signed(words, point.points)) } }
                        }
                    }
                }
                @for (what, adds) in taught.chain(floor) {
                    li { b.grow { (what) } b.pts { (signed(words, adds)) } }
                }
            }
        }
    }
}

fn told(
    owner: &str,
    decision: &Decision,
    fits: &[Option<String>],
    playbook: &Playbook,
    words: Words,
) -> Markup {
    let name = name_of(playbook, owner);
    let rules = playbook.routing.rules.iter();
    let decided = rules.clone().position(|rule| rule.name == decision.rule);
    let behind = decided.map_or(fits.len(), |nth| nth + 1);
    let also = rules.enumerate().skip(behind).filter(|(nth, _)| fits[*nth].is_none());
    html! {
        div.alert data-state="ok" role="status" {
            (face(owner, &name))
            p { b { (name) } br; (words.fill("routing-by", &[("rule", rule_name(&decision.rule, words).into())])) }
        }
        ol.items {
            @for (rule, why) in decision.passed_over.iter().take(SHOWN) {
                li data-state="idle" {
                    (icon("x")) span.grow { (cause(words, rule)) br; span.mute { (passed_over(words, why)) } }
                }
            }
            li data-state="ok" { (icon("check")) span.grow { b { (rule_name(&decision.rule, words)) } } }
            (candidates(decision, &|id| name_of(playbook, id), words))
            @for (nth, rule) in also.take(SHOWN) {
                li data-state="idle" {
                    (icon("info"))
                    span.grow { (words.fill("routing-also", &[("number", (nth + 1).into()), ("rule", rule.name.as_str().into())])) }
                }
            }
        }
    }
}

/// The last leads by the rules in force and by those of the form, side by side, with the names of the
/// pools that became everyone's.
pub async fn dry_run(
    house: &Arc<House>,
    wanted: &Playbook,
    emptied: &str,
    words: Words,
) -> Result<Markup, Error> {
    let (in_force, after) = (house.playbook(), wanted.clone());
    let (compared, names) = read(house, move |reading| {
        let leads = reading.last_given(LEADS_MAX)?;
        let names: Vec<String> = leads.iter().map(|lead| lead.first().title().to_owned()).collect();
        Ok((trial::dry_run(&leads, &in_force.playbook, &after), names))
    })
    .await?;
    Ok(side_by_side(&compared, &names, (wanted, emptied), words))
}

fn side_by_side(
    compared: &[Compared],
    names: &[String],
    (playbook, emptied): (&Playbook, &str),
    words: Words,
) -> Markup {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for one in compared {
        let [before, after] = &one.last;
        counts.entry(before).or_default().0 += 1;
        counts.entry(after).or_default().1 += 1;
    }
    let moved: Vec<_> = compared.iter().zip(names).filter(|(one, _)| one.moves()).collect();
    let all = compared.len();
    let sum = [("count", moved.len().into()), ("all", all.into())];
    let more = moved.len().saturating_sub(MOVED_SHOWN);
    let to = |given: &trial::Given| {
        let with = [
            ("name", name_of(playbook, &given.owner).into()),
            ("rule", rule_name(&given.rule, words).into()),
        ];
        words.fill("routing-given", &with)
    };
    let row = |one: &Compared, name: &str| {
        html! {
            li {
                span.grow {
                    a href={ "/leads/" (one.lead) } { (name) } br;
                    span.mute { (to(&one.before)) " → " (to(&one.after)) }
                }
            }
        }
    };
    let mut shown = moved.into_iter().rev().take(MOVED_SHOWN);
    html! {
        section."stack tight" #dry-run {
            div.alert role="status" { (icon("info")) p { (words.fill("routing-moved", &sum)) } }
            @if !emptied.is_empty() {
                (alert(Mood::Soon, html! { (words.fill("routing-emptied-tried", &[("pools", emptied.into())])) }))
            }
            @if !counts.is_empty() {
                div.scroll-x tabindex="0" role="group" aria-label=(words.say("routing-dry-run")) {
                    table.table {
                        thead { tr {
                            th scope="col" { (words.say("routing-person")) }
                            th scope="col" { (words.say("routing-before")) }
                            th scope="col" { (words.say("routing-after")) }
                        } }
                        tbody {
                            @for (owner, (before, after)) in &counts {
                                tr { th scope="row" { (name_of(playbook, owner)) } td { (before) } td { (after) } }
                            }
                        }
                    }
                }
            }
            ul.items { @for (one, name) in shown.by_ref().take(MOVED_AT_ONCE) { (row(one, name)) } }
            @if shown.len() > 0 {
                details {
                    summary.line { (and_more(words, shown.len() + more)) span.turn { (icon("down")) } }
                    ul.items {
                        @for (one, name) in shown { (row(one, name)) }
                        @if more > 0 { li.mute { (and_more(words, more)) } }
                    }
                }
            }
            p.hint { (words.say("routing-dry-how")) }
        }
    }
}
