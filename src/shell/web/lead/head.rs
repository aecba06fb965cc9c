//! The head of the page: who it is, how pressing, whose, what is promised, and the ways to reach them.

use super::act::Act;
use super::sent::once_field;
use super::view::View;
use super::words;
use super::{needed, next, tags};
use crate::lead::hours::zone_named;
use crate::lead::profile::{phone_normal, zone_of};
use crate::lead::{LeadFate, Promise};
use crate::shell::web::parts::{face, icon, tier};
use crate::shell::web::words::first_name;
use crate::shell::web::{clocks, times};
use maud::{Markup, html};

/// The head of the page.
pub fn head(view: &View) -> Markup {
    html! {
        header.head #(words::HEAD_ID) data-region {
            (ident(view))
            (keys(view))
            (promise(view))
            (stages(view))
            (reach(view))
        }
    }
}

fn ident(view: &View) -> Markup {
    let lead = &view.case.lead;
    let profile = &lead.profile;
    let title = lead.title();
    let firm = Some(profile.company.as_str()).filter(|firm| !firm.is_empty() && *firm != title);
    html! {
        div.ident.line {
            (tier(view.case.ledger.tier, view.case.ledger.score, true))
            div.grow {
                h2 { (title) }
                p {
                    (profile.role)
                    @if !profile.role.is_empty() && firm.is_some() { ", " }
                    @if let Some(firm) = firm { (firm) }
                }
                p.mute { (place(view)) (words::number(lead.id)) }
                (tags::line(view))
                @if !lead.missing.is_empty() {
                    p { a.tag data-state="soon" href={ "/leads/" (lead.id) "/edit" } {
                        (icon("ask")) (words::incomplete(&words::labels(&lead.missing, view.playbook)))
                    } }
                }
                @if lead.opted_out { p { span.tag data-state="late" { (words::OPTED_OUT) } } }
                @if lead.quiet && lead.is_open() { p { span.tag { (words::QUIET) } } }
            }
        }
    }
}

/// Where they are, and what time it is there.
fn place(view: &View) -> String {
    let profile = &view.case.lead.profile;
    let there = zone_of(profile)
        .map(zone_named)
        .filter(|zone| zone.to_offset(view.case.now) != view.zone.to_offset(view.case.now));
    let time = there.map(|zone| words::there(&times::clock(view.case.now, &zone)));
    let parts = [Some(profile.city.clone()).filter(|city| !city.is_empty()), time];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!("{}. ", parts.join(", ")) }
}

fn keys(view: &View) -> Markup {
    let lead = &view.case.lead;
    let owner = lead.owner_id().and_then(|id| view.playbook.teammate(id));
    let year = view.zone.to_datetime(view.case.now).year();
    let name = owner.map_or(lead.owner_id().unwrap_or(words::NOBODY), |mate| mate.name.as_str());
    html! {
        dl.keys {
            div {
                dt { (words::OWNER) }
                dd {
                    @if lead.is_open() {
                        button.btn.quiet type="button" popovertarget="owner-menu" {
                            span.owner { (face(lead.owner_id().unwrap_or_default(), name)) " " (name) }
                            (icon("down"))
                        }
                    } @else {
                        span.owner { (face(lead.owner_id().unwrap_or_default(), name)) " " (name) }
                    }
                }
            }
            @if let Some(value) = lead.value {
                div { dt { (words::VALUE) } dd { (view.say.money(value, &view.playbook.business.currency)) } }
            }
            @if let Some(day) = lead.fact("decision_on") {
                div { dt { (words::DECISION) } dd { (words::short_date(day, year)) } }
            }
        }
        @if lead.is_open() { (owner_menu(view)) }
    }
}

fn owner_menu(view: &View) -> Markup {
    let lead = &view.case.lead;
    let current = lead.owner_id();
    html! {
        form.menu #owner-menu popover action=(Act::Owner.url(lead.id, 0)) method="post" {
            div.mute { (words::GIVE_TO) }
            (once_field(view.once))
            @for mate in view.playbook.team.iter().filter(|mate| mate.active && Some(mate.id.as_str()) != current) {
                button type="submit" name="owner" value=(mate.id) {
                    span.owner { (face(&mate.id, &mate.name)) " " (mate.name) }
                }
            }
            a href="?do=owner#act" { (words::GIVE_WITH_REASON) }
        }
    }
}

/// What is promised, or else what comes next, with the one obvious thing to do.
fn promise(view: &View) -> Markup {
    let lead = &view.case.lead;
    if !lead.is_open() {
        return closed(view);
    }
    let owner = lead.owner.as_ref();
    let offered = owner.filter(|owner| !owner.accepted && owner.teammate == view.who.teammate);
    match (&lead.promise, offered) {
        (running, Some(owner)) => {
            let by = owner.accept_by.map(|by| words::accept_by(&view.at(by)));
            let state =
                running.as_ref().map_or("soon", |promise| clocks::state_of(promise, view.case.now));
            block(
                state,
                running.as_ref(),
                view,
                &by.unwrap_or_else(|| words::OFFERED.to_owned()),
                take(view),
            )
        }
        (Some(promise), None) => {
            let state = clocks::state_of(promise, view.case.now);
            let next = words::answer_by(&view.at(promise.respond_by));
            block(state, Some(promise), view, &next, answer(view))
        }
        (None, None) => coming(view),
    }
}

fn block(state: &str, promise: Option<&Promise>, view: &View, next: &str, act: Markup) -> Markup {
    html! {
        div.promise data-state=(state) {
            @if let Some(promise) = promise {
                (clocks::promised(promise, view.case.now, &view.zone, true))
            }
            div.line { span.label.grow { (next) } (act) }
        }
    }
}

fn take(view: &View) -> Markup {
    html! {
        form action=(Act::Accept.url(view.case.lead.id, 0)) method="post" {
            (once_field(view.once))
            button.btn.primary type="submit" { (icon("check")) (words::TAKE_IT) }
        }
    }
}

fn answer(view: &View) -> Markup {
    let first = first_name(&view.case.lead.profile.name);
    let (pane, sign) = match view.calls() {
        true => (Act::Call, "call"),
        false => (Act::Email, "mail"),
    };
    html! {
        a.btn.primary href={ "?do=" (pane.key()) "#act" } { (icon(sign)) (words::answer(&first)) }
    }
}

/// What comes next where nobody waits for an answer.
fn coming(view: &View) -> Markup {
    let lead = &view.case.lead;
    if let Some(snooze) = &lead.snoozed {
        let aside = words::aside_until(&view.at(snooze.until), &snooze.why);
        return block("idle", None, view, &aside, html! {});
    }
    let due = lead.tasks.iter().min_by_key(|task| task.due_at);
    let planned = next::planned(lead, view.playbook, None, view.case.now);
    match (due, planned) {
        (Some(task), _) => {
            let state = clocks::due_state(task.due_at, view.case.now);
            let words = words::next_step(&view.at(task.due_at), &words::task_title(task));
            let url = format!("?do=done&task={}#act", task.seq);
            block(state, None, view, &words, html! { a.btn.primary href=(url) { (words::DO_IT) } })
        }
        (None, Some((what, at))) => {
            block("ok", None, view, &words::next_step(&view.at(at), &what), html! {})
        }
        (None, None) if lead.quiet => block("idle", None, view, words::QUIET_LONG, html! {}),
        (None, None) => {
            let choose = html! { a.btn.primary href="?do=task#act" { (words::CHOOSE_STEP) } };
            block("late", None, view, words::NO_NEXT_STEP, choose)
        }
    }
}

fn closed(view: &View) -> Markup {
    let lead = &view.case.lead;
    let (state, word) = match lead.fate {
        LeadFate::Won => ("ok", words::IS_WON),
        LeadFate::Lost => ("idle", words::IS_LOST),
        LeadFate::Disqualified => ("idle", words::IS_NO_LEAD),
        LeadFate::Open => ("idle", ""),
    };
    let when = lead.closed_at.map(|at| view.at(at)).unwrap_or_default();
    html! {
        div.promise data-state=(state) {
            div.line {
                span.label.grow { (words::closed(word, &when)) }
                a.btn href="?do=reopen#act" { (words::REOPEN) }
            }
        }
    }
}

fn stages(view: &View) -> Markup {
    let lead = &view.case.lead;
    let stages = &view.playbook.pipeline.stages;
    let place = view.playbook.stage(&lead.stage).map(|(place, _)| place);
    let class = |nth: usize| match place {
        Some(place) if nth < place => Some("done"),
        Some(place) if nth == place && lead.is_open() => Some("now"),
        Some(place) if nth == place => Some("done"),
        _ => None,
    };
    let days =
        lead.stage_since.map_or(0, |since| view.case.now.duration_since(since).as_hours() / 24);
    html! {
        ol.track.stages aria-label=(words::STAGE) {
            @for (nth, stage) in stages.iter().enumerate() {
                @let is_now = class(nth) == Some("now");
                li class=[class(nth)] aria-current=[is_now.then_some("step")] {
                    (stage.name) @if is_now && days > 0 { ", " (words::days(days)) }
                }
            }
            li class=[(lead.fate == LeadFate::Won).then_some("now")] { (words::IS_WON) }
        }
    }
}

fn reach(view: &View) -> Markup {
    let lead = &view.case.lead;
    let profile = &lead.profile;
    let dialled = phone_normal(&profile.phone, &view.playbook.business.country);
    let booking = &view.playbook.business.booking_link;
    html! {
        div.reach.line role="group" aria-label=(words::REACH) {
            @if !profile.phone.is_empty() {
                a.btn href={ "tel:" (dialled.as_deref().unwrap_or(&profile.phone)) } {
                    (icon("call")) span { (words::CALL) " " span.desk { (profile.phone) } }
                }
            }
            @if !profile.email.is_empty() {
                a.btn href={ "mailto:" (profile.email) } { (icon("mail")) span { (words::EMAIL) } }
            }
            @if let Some(number) = dialled.as_deref().and_then(|number| number.strip_prefix('+')) {
                a.btn href={ "https://wa.me/" (number) } rel="noreferrer" { (icon("chat")) span { (words::WHATSAPP) } }
            }
            @if let Some(site) = website(&profile.website) {
                a."btn desk" href=(site) rel="noreferrer" { (icon("link")) span { (words::WEBSITE) } }
            }
            @if booking.starts_with("https://") {
                a.btn.desk href=(booking) rel="noreferrer" { (icon("cal")) (words::BOOKING) }
            }
            button."btn phone" type="button" popovertarget="lead-menu" { (icon("more")) span { (words::MORE) } }
            span.push.line.desk { (moves(view)) }
        }
    }
}

/// The way on along the stages, printing, and everything done seldom.
fn moves(view: &View) -> Markup {
    let lead = &view.case.lead;
    let stages = &view.playbook.pipeline.stages;
    let next = view.playbook.stage(&lead.stage).and_then(|(place, _)| stages.get(place + 1));
    html! {
        @if let Some(next) = next.filter(|_| lead.is_open()) {
            @if needed::is_lacking(lead, view.playbook, &next.requires) {
                a.btn href={ "?do=" (Act::Stage.key()) "#act" } { (words::move_to(&next.name)) }
            } @else {
                form action=(Act::Stage.url(lead.id, 0)) method="post" {
                    (once_field(view.once))
                    button.btn type="submit" name="stage" value=(next.key) { (words::move_to(&next.name)) }
                }
            }
        }
        button.btn.square.quiet type="button" data-print aria-label=(words::PRINT) { (icon("print")) }
        button.btn.square.quiet type="button" popovertarget="lead-menu" aria-label=(words::MORE_FOR_LEAD) {
            (icon("more"))
        }
    }
}

/// What is done seldom; it opens in the place of the composer.
pub fn menu(view: &View) -> Markup {
    let lead = &view.case.lead;
    let is_open = lead.is_open();
    let held = lead.enrolment.as_ref().map(|enrolment| enrolment.held.is_some());
    let way = |act: Act, sign: &str, word: &str| {
        html! { a href={ "?do=" (act.key()) "#act" } { (icon(sign)) (word) } }
    };
    html! {
        div.menu #lead-menu popover {
            @if is_open {
                (way(Act::Won, "check", words::WON))
                (way(Act::Lost, "flag", words::LOST))
                (way(Act::Disqualify, "x", words::NOT_A_LEAD))
                hr;
                (way(Act::Stage, "board", words::MOVE_STAGE))
                (way(Act::Owner, "swap", words::GIVE_TO))
                (way(Act::Snooze, "pause", words::SNOOZE))
                @if held == Some(false) { (way(Act::Hold, "pause", words::HOLD)) }
                (way(Act::Enrol, "route", words::START_SEQUENCE))
            } @else {
                (way(Act::Reopen, "board", words::REOPEN))
            }
            hr;
            a href={ "/leads/" (lead.id) "/edit" } { (icon("note")) (words::EDIT_FACTS) }
        }
    }
}

/// The address of a site, only if it leads to one.
fn website(site: &str) -> Option<String> {
    let site = site.trim();
    let lower = site.to_ascii_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") {
        return Some(site.to_owned());
    }
    let is_bare = site.contains('.') && !site.contains([':', ' ', '\\', '"']);
    is_bare.then(|| format!("https://{site}"))
}

#[cfg(test)]
mod tests {
    use super::website;

    #[test]
    fn only_a_site_is_linked_as_one() {
        assert_eq!(website("larkfield.example").as_deref(), Some("https://larkfield.example"));
        assert_eq!(website("HTTP://a.example").as_deref(), Some("HTTP://a.example"));
        assert_eq!(website("javascript:alert(1)"), None);
        assert_eq!(website("data:text/html,x.y"), None);
        assert_eq!(website(""), None);
    }
}
