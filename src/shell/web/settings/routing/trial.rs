//! A lead that is tried, and a thousand: what the rules in the form would do.

use super::{name_of, rule_name};
use crate::capability::{Contact, Situation};
use crate::language::Words;
use crate::lead::words::{cause, passed_over, tier};
use crate::lead::{
    Candidate, Decision, Evidence, Fitness, HandRaise, Lead, LeadId, Sign, Standing, Verdict,
};
use crate::playbook::Playbook;
use crate::routing::trial::{self, Compared, LEADS_MAX};
use crate::scoring::mark;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::Sent;
use crate::shell::web::parts::{State as Mood, alert, and_more, face, icon};
use crate::shell::web::read;
use jiff::Timestamp;
use maud::{Markup, html};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Leads that go to somebody else shown one by one, and candidates and rules of one lead.
const MOVED_SHOWN: usize = 50;
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
    let number = sent.trimmed("test.lead").trim_start_matches(['L', 'l', '-', '#']).to_owned();
    let id = number.parse().ok().map(LeadId);
    let (lead, loads, turns) = read(house, move |reading| {
        let lead = id.map_or(Ok(None), |id| reading.lead(id))?;
        Ok((lead, reading.loads()?, reading.turns()?))
    })
    .await?;
    let lead = match (lead, number.is_empty()) {
        (Some(lead), _) => lead,
        (None, true) => match typed(sent, playbook, now, words) {
            Ok(lead) => lead,
            Err(said) => return Ok(alert(Mood::Late, html! { (said) })),
        },
        (None, false) => {
            return Ok(alert(Mood::Late, html! { (words.say("refusal-no-such-lead")) }));
        }
    };
    let situation = Situation {
        playbook,
        version: 0,
        loads: &loads,
        turns: &turns,
        kin: trial::known_by(&lead).into_iter().collect(),
        contact: Contact::default(),
    };
    let (owner, decision) = trial::tried(&lead, &situation, now);
    let fits = trial::each_rule(&lead, playbook);
    let is_scored = number.is_empty() && sent.trimmed("test.score").is_empty();
    let scored = lead.standing.as_ref().filter(|_| is_scored).map(|standing| {
        let tier = tier(words, standing.tier);
        let with = [("score", standing.score.into()), ("tier", tier.into())];
        words.fill("routing-test-scored", &with)
    });
    Ok(html! {
        (told(&owner, &decision, &fits, playbook, words))
        @if let Some(scored) = scored { p.hint { (scored) } }
    })
}

/// A lead of the facts in the form, as if it came in now; what in them cannot be read. Without a score
/// it has the one that the model in force gives it.
fn typed(sent: &Sent, playbook: &Playbook, now: Timestamp, words: Words) -> Result<Lead, String> {
    let mut lead = Lead { captured_at: Some(now), ..Lead::default() };
    let mut typed = None;
    for (name, value) in sent.iter() {
        let Some(key) = name.strip_prefix("test.") else { continue };
        let value = value.trim();
        match key {
            _ if value.is_empty() => {}
            "score" => {
                let score = value.parse::<u8>().ok().filter(|score| *score <= 100);
                let no_score = || words.fill("routing-test-no-score", &[("text", value.into())]);
                typed = Some(score.ok_or_else(no_score)?);
            }
            "source" => {
                let wanted = value.to_lowercase();
                let mut sources = playbook.sources.iter();
                let source =
                    sources.find(|one| one.key == wanted || one.name.to_lowercase() == wanted);
                lead.source = source.map_or(wanted, |source| source.key.clone());
                lead.class = source.map(|source| source.class).unwrap_or_default();
            }
            "hand_raise" => {
                let ask = HandRaise::ALL.into_iter().find(|ask| ask.key() == value);
                let asked = ask.map(|ask| Evidence { seq: 0, at: now, sign: Sign::Asked(ask) });
                lead.request_waits = asked.is_some();
                lead.evidence.extend(asked);
            }
            "tags" => lead.tags = value.split(',').map(|tag| tag.trim().to_lowercase()).collect(),
            "account" => match value.contains('.') && !value.contains(' ') {
                true => lead.profile.website = value.to_owned(),
                false => lead.profile.company = value.to_owned(),
            },
            key => match lead.profile.get_mut(key) {
                Some(place) => *place = value.to_owned(),
                None if playbook.field(key).is_some() => {
                    lead.fields.insert(key.to_owned(), value.to_owned());
                }
                None => {}
            },
        }
    }
    let score = typed.unwrap_or_else(|| mark(&lead, playbook, now).0);
    let tier = playbook.scoring.tiers.of(score);
    let (model, seen, because, fit) = (0, 0, Vec::new(), Fitness::default());
    lead.standing = Some(Standing { score, tier, model, seen, at: now, because, fit });
    Ok(lead)
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
            @for candidate in decision.candidates.iter().take(SHOWN) { (line(candidate, playbook, words)) }
            @for (nth, rule) in also.take(SHOWN) {
                li data-state="idle" {
                    (icon("info"))
                    span.grow { (words.fill("routing-also", &[("number", (nth + 1).into()), ("rule", rule.name.as_str().into())])) }
                }
            }
        }
    }
}

fn line(candidate: &Candidate, playbook: &Playbook, words: Words) -> Markup {
    let (state, sign, why) = match &candidate.verdict {
        Verdict::Chosen => ("ok", "check", words.say("lead-chosen")),
        Verdict::Eligible => ("idle", "right", words.say("lead-eligible")),
        Verdict::Excluded(why) => ("idle", "x", cause(words, why)),
    };
    let with = [("why", why.into()), ("open", candidate.open.into())];
    html! {
        li data-state=(state) {
            (icon(sign))
            span.grow { (name_of(playbook, &candidate.teammate)) br; span.mute { (words.fill("lead-candidate", &with)) } }
        }
    }
}

/// The last leads by the rules in force and by those of the form, side by side.
pub async fn dry_run(house: &Arc<House>, wanted: &Playbook, words: Words) -> Result<Markup, Error> {
    let (in_force, after) = (house.playbook(), wanted.clone());
    let (compared, names) = read(house, move |reading| {
        let leads = reading.last_given(LEADS_MAX)?;
        let names: Vec<String> = leads.iter().map(|lead| lead.title().to_owned()).collect();
        Ok((trial::dry_run(&leads, &in_force.playbook, &after), names))
    })
    .await?;
    Ok(side_by_side(&compared, &names, wanted, words))
}

fn side_by_side(
    compared: &[Compared],
    names: &[String],
    playbook: &Playbook,
    words: Words,
) -> Markup {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for one in compared {
        counts.entry(&one.before.owner).or_default().0 += 1;
        counts.entry(&one.after.owner).or_default().1 += 1;
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
    html! {
        section."stack tight" #dry-run {
            div.alert role="status" { (icon("info")) p { (words.fill("routing-moved", &sum)) } }
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
            ul.items {
                @for (one, name) in moved.iter().rev().take(MOVED_SHOWN) {
                    li {
                        span.grow {
                            a href={ "/leads/" (one.lead) } { (name) } br;
                            span.mute { (to(&one.before)) " → " (to(&one.after)) }
                        }
                    }
                }
                @if more > 0 { li.mute { (and_more(words, more)) } }
            }
            p.hint { (words.say("routing-dry-how")) }
        }
    }
}
