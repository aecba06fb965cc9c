//! What is known of a lead, where it came from, and who else may be the same person.

use super::view::View;
use super::words;
use crate::lead::words::english;
use crate::lead::{Campaign, LeadFate, LeadId, Profile};
use crate::rows::Summary;
use crate::shell::web::parts::{icon, tier};
use crate::shell::web::times;
use maud::{Markup, html};

/// What is known.
pub fn facts(view: &View) -> Markup {
    let lead = &view.case.lead;
    let profile = Profile::KEYS.iter().filter_map(|key| Some((*key, lead.profile.get(key)?)));
    let more = lead.fields.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    let all = profile.chain(more).filter(|(_, value)| !value.is_empty());
    html! {
        details.ledger #details data-region open {
            summary { h2 { (words::DETAILS) } span.turn { (icon("down")) } }
            div.body {
                dl.facts {
                    @for (key, value) in all {
                        dt { (words::label(key, view.playbook)) }
                        dd { (fact(key, value)) }
                    }
                    @if let Some(consent) = &lead.consent {
                        dt { (words::CONSENT) }
                        dd { (consent.text) " " span.mute { (view.day(consent.at)) } }
                    }
                }
                p.below { a href={ "/leads/" (lead.id) "/edit" } { (words::EDIT_FACTS) } }
            }
        }
    }
}

fn fact(key: &str, value: &str) -> Markup {
    match key {
        "email" => html! { a href={ "mailto:" (value) } { (value) } },
        _ => html! { (value) },
    }
}

/// Where it came from.
pub fn origin(view: &View) -> Markup {
    let lead = &view.case.lead;
    let source = view.playbook.source(&lead.source);
    let source = source.map_or_else(|| english::spoken(&lead.source), |one| one.name.clone());
    let came = lead.captured_at.unwrap_or_default();
    let recorded = lead.recorded_at.unwrap_or(came);
    let lag = recorded.duration_since(came).as_secs();
    let last = Some(&lead.last_campaign).filter(|last| **last != lead.first_campaign);
    html! {
        details.ledger #origin data-region open {
            summary { h2 { (words::ORIGIN) } span.turn { (icon("down")) } }
            div.body {
                dl.facts {
                    dt { (words::SOURCE) }
                    dd { b { (source) } br; span.mute { (english::source_class(lead.class)) ", " (view.at(came)) } }
                    @if lag >= 60 { dt { (words::LAG) } dd { (words::lag(&times::exact(lag))) } }
                    (campaign(words::FIRST_TOUCH, &lead.first_campaign))
                    @if let Some(last) = last { (campaign(words::LAST_TOUCH, last)) }
                }
            }
        }
    }
}

fn campaign(term: &str, campaign: &Campaign) -> Markup {
    let of = |parts: [&str; 3]| -> String {
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" / ")
    };
    let names = of([&campaign.utm_source, &campaign.utm_medium, &campaign.utm_campaign]);
    let rest = [
        (words::SEARCHED, &campaign.utm_term),
        (words::ADVERT, &campaign.utm_content),
        (words::CLICK, &campaign.click_id),
        (words::REFERRER, &campaign.referrer),
        (words::LANDED, &campaign.landing),
    ];
    html! {
        @if !campaign.is_empty() {
            dt { (term) }
            dd {
                @if !names.is_empty() { b { (names) } }
                @for (word, value) in rest.into_iter().filter(|(_, value)| !value.is_empty()) {
                    div.mute { (word) " " (value) }
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
                header { h2 { (words::LOOK_ALIKES) } span.tag data-state="soon" { (case.look_alikes.len()) } }
                ul.items {
                    @for (id, summary, why) in &case.look_alikes { (relative(*id, summary, why)) }
                }
            }
        }
        @if !case.earlier.is_empty() {
            section.ledger {
                header { h2 { (words::EARLIER) } span.count { (case.earlier.len()) } }
                ul.items {
                    @for (id, summary) in &case.earlier {
                        (relative(*id, summary, &summary.captured_at.map(|at| view.day(at)).unwrap_or_default()))
                    }
                }
            }
        }
      }
    }
}

fn relative(id: LeadId, summary: &Summary, about: &str) -> Markup {
    let fate = match summary.fate {
        LeadFate::Open => "",
        LeadFate::Won => words::IS_WON,
        LeadFate::Lost => words::IS_LOST,
        LeadFate::Disqualified => words::IS_NO_LEAD,
    };
    html! {
        li {
            (tier(summary.tier, summary.score, false))
            span.grow {
                a href={ "/leads/" (id) } { (summary.name) }
                @if !summary.company.is_empty() && summary.company != summary.name { ", " (summary.company) }
                br;
                span.mute { (about) }
            }
            @if !fate.is_empty() { span.tag { (fate) } }
        }
    }
}
