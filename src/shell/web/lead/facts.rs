//! What is known of a lead, where it came from, and who else may be the same person.

use super::view::View;
use crate::language::Words;
use crate::lead::profile::{may_be_dialled, phone_normal};
use crate::lead::words::{self, cause, source_class, spoken};
use crate::lead::{Campaign, LeadFate, LeadId, ListRef, Profile};
use crate::playbook::Playbook;
use crate::rows::Summary;
use crate::shell::web::custom;
use crate::shell::web::leads::filter::Filter;
use crate::shell::web::parts::{icon, stamp};
use maud::{Markup, html};

/// What is known.
pub fn facts(view: &View) -> Markup {
    let lead = &view.case.lead;
    let profile = Profile::KEYS.iter().filter_map(|key| Some((*key, lead.profile.get(key)?)));
    let more = lead.fields.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    let all = profile.chain(more).filter(|(_, value)| !value.is_empty());
    html! {
        details.ledger #details data-region open {
            summary { h2 { (view.words.say("lead-details")) } span.turn { (icon("down")) } }
            div.body {
                dl.facts {
                    @for (key, value) in all {
                        dt { (label(view.words, key, view.playbook)) }
                        dd { (fact(view, key, value)) }
                    }
                    @if let Some(consent) = &lead.consent {
                        dt { (view.words.say("lead-consent")) }
                        dd { (consent.text) " " span.mute { (view.day(consent.at)) } }
                    }
                }
                p.below { a href={ "/leads/" (lead.id) "/edit" } { (view.words.say("lead-edit-facts")) } }
            }
        }
    }
}

fn fact(view: &View, key: &str, value: &str) -> Markup {
    match key {
        "email" => html! { a href={ "mailto:" (value) } { (value) } },
        "phone" if may_be_dialled(value) => html! { a href=(tel(view)) { (value) } },
        key => html! { (said(view, key, value)) },
    }
}

/// Where a click dials their number.
pub fn tel(view: &View) -> String {
    let phone = &view.case.lead.profile.phone;
    let dialled = phone_normal(phone, &view.playbook.business.country);
    format!("tel:{}", dialled.as_deref().unwrap_or(phone))
}

/// A fact as people read it.
pub fn said(view: &View, key: &str, value: &str) -> String {
    read_out(view.playbook, view.words, key, value)
}

/// A fact as people read it, by a playbook.
pub fn read_out(playbook: &Playbook, words: Words, key: &str, value: &str) -> String {
    let currency = &playbook.business.currency;
    let field = playbook.field(key);
    field.map_or_else(|| value.to_owned(), |field| custom::said(field, value, currency, words))
}

/// The label of a fact.
pub fn label(words: Words, key: &str, playbook: &Playbook) -> String {
    let field = playbook.fields.iter().find(|field| field.key == key);
    match (field, key) {
        (Some(field), _) => field.label.clone(),
        (None, "value") => {
            let currency = playbook.business.currency.as_str();
            words.fill("lead-value-in", &[("currency", currency.into())])
        }
        (None, key) => words::fact(words, key),
    }
}

/// The labels of facts, in one line; `email|phone` asks for either.
pub fn labels(words: Words, keys: &[String], playbook: &Playbook) -> String {
    let join = |one: String, other: String| {
        words.fill("either", &[("one", one.into()), ("other", other.into())])
    };
    let one = |keys: &String| {
        let labels = keys.split('|').map(|key| label(words, key, playbook));
        labels.reduce(join).unwrap_or_default()
    };
    keys.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Where it came from.
pub fn origin(view: &View) -> Markup {
    let lead = &view.case.lead;
    let source = view.playbook.source(&lead.source);
    let source = source.map_or_else(|| spoken(&lead.source), |one| one.name.clone());
    let came = lead.captured_at.unwrap_or_default();
    let recorded = lead.recorded_at.unwrap_or(came);
    let lag = recorded.duration_since(came).as_secs();
    let last = Some(&lead.last_campaign).filter(|last| **last != lead.first_campaign);
    html! {
        details.ledger #origin data-region open {
            summary { h2 { (view.words.say("lead-origin")) } span.turn { (icon("down")) } }
            div.body {
                dl.facts {
                    dt { (view.words.say("leads-source")) }
                    dd { b { (source) } br; span.mute { (source_class(view.words, lead.class)) ", " (view.at(came)) }
                        @for list in &lead.imports {
                            br; a href={ "/leads?" (of_list(list)) } { (view.times().list(list)) }
                        }
                    }
                    @if lag >= 60 {
                        @let after = [("span", view.took(lag).into())];
                        dt { (view.words.say("lead-lag")) } dd { (view.words.fill("lead-lag-after", &after)) }
                    }
                    (campaign(view.words, &view.words.say("lead-first-touch"), &lead.first_campaign))
                    @if let Some(last) = last { (campaign(view.words, &view.words.say("leads-last-touch"), last)) }
                }
            }
        }
    }
}

/// The query of the leads of one list.
fn of_list(list: &ListRef) -> String {
    Filter { import: Some(list.key()), ..Filter::default() }.query()
}

fn campaign(words: Words, term: &str, campaign: &Campaign) -> Markup {
    let of = |parts: [&str; 3]| -> String {
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" / ")
    };
    let names = of([&campaign.utm_source, &campaign.utm_medium, &campaign.utm_campaign]);
    let rest = [
        ("lead-searched", &campaign.utm_term),
        ("lead-advert", &campaign.utm_content),
        ("lead-click", &campaign.click_id),
        ("lead-referrer", &campaign.referrer),
        ("lead-landed", &campaign.landing),
    ];
    html! {
        @if !campaign.is_empty() {
            dt { (term) }
            dd {
                @if !names.is_empty() { b { (names) } }
                @for (key, value) in rest.into_iter().filter(|(_, value)| !value.is_empty()) {
                    div.mute { (words.fill(key, &[("what", value.as_str().into())])) }
                }
            }
        }
    }
}

/// Leads that may be the same person, and earlier ones of this one.
pub fn kin(view: &View) -> Markup {
    let case = view.case;
    html! {
      div.stack #kin data-region {
        @if !case.look_alikes.is_empty() {
            section.ledger {
                header { h2 { (view.words.say("lead-look-alikes")) } span.tag data-state="soon" { (case.look_alikes.len()) } }
                ul.items {
                    @for (id, summary, why) in &case.look_alikes { (relative(view, *id, summary, &cause(view.words, why))) }
                }
            }
        }
        @if !case.earlier.is_empty() {
            section.ledger {
                header { h2 { (view.words.say("lead-earlier")) } span.count { (case.earlier.len()) } }
                ul.items {
                    @for (id, summary) in &case.earlier {
                        (relative(view, *id, summary, &summary.captured_at.map(|at| view.day(at)).unwrap_or_default()))
                    }
                }
            }
        }
      }
    }
}

fn relative(view: &View, id: LeadId, summary: &Summary, about: &str) -> Markup {
    let fate = match summary.fate {
        LeadFate::Open => None,
        LeadFate::Won => Some("leads-won"),
        LeadFate::Lost => Some("leads-lost"),
        LeadFate::Disqualified => Some("leads-no-lead"),
    };
    html! {
        li {
            (stamp(view.words, summary.tier, summary.score, false))
            span.grow {
                a href={ "/leads/" (id) } { (summary.name) }
                @if !summary.company.is_empty() && summary.company != summary.name { ", " (summary.company) }
                br;
                span.mute { (about) }
            }
            @if let Some(key) = fate { span.tag { (view.words.say(key)) } }
        }
    }
}
