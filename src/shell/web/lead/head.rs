//! The head of the page: who it is, how pressing, whose, what is promised, and the ways to reach them.

use super::act::{Act, HEAD};
use super::command::WAS;
use super::facts::{labels, tel};
use super::sent::once_field;
use super::view::View;
use super::{needed, next, tags, todo};
use crate::lead::hours::zone_named;
use crate::lead::profile::{may_be_dialled, phone_normal, zone_of};
use crate::lead::words::cause;
use crate::lead::{LeadFate, Promise};
use crate::qualification;
use crate::shell::web::clocks;
use crate::shell::web::parts::{away, face, first_name, icon, stamp};
use crate::shell::web::times::Times;
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};

/// Stages that have room for their names; of more, only the one a lead is in is named.
const STAGES_SAID: usize = 7;

/// The head of the page.
pub fn head(view: &View) -> Markup {
    html! {
        header.head #(HEAD) data-region {
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
    let words = view.words;
    let missing = labels(words, &lead.missing, view.playbook);
    let is_for_sales = [LeadFate::Open, LeadFate::Won].contains(&lead.fate);
    let rung = qualification::rung(lead, view.playbook).filter(|_| is_for_sales);
    let firm = Some(profile.company.as_str()).filter(|firm| !firm.is_empty() && *firm != title);
    html! {
        div.ident.line {
            (stamp(view.words, view.case.ledger.tier, view.case.ledger.score, true))
            div.grow {
                h2 { (title) }
                p {
                    (profile.role)
                    @if !profile.role.is_empty() && firm.is_some() { ", " }
                    @if let Some(firm) = firm { (firm) }
                }
                p.mute { (place(view)) (words.fill("lead-number", &[("number", lead.id.to_string().into())])) }
                @if let Some((grade, why)) = rung {
                    p { span.tag title=(cause(words, &why)) { b { (grade.name()) } " " (words.say(&format!("grade-{}", grade.key()))) } }
                }
                (tags::line(view))
                @if !lead.missing.is_empty() {
                    p { a.tag data-state="soon" href={ "/leads/" (lead.id) "/edit" } {
                        (icon("ask")) (words.fill("lead-lacks", &[("facts", missing.into())]))
                    } }
                }
                @if lead.opted_out { p { span.tag data-state="late" { (words.say("lead-opted-out")) } } }
                @if lead.quiet && lead.is_open() { p { span.tag { (words.say("lead-quiet")) } } }
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
    let time = there.map(|zone| {
        let time = Times::of(view.words, view.case.now, &zone).clock(view.case.now);
        view.words.fill("lead-there", &[("time", time.into())])
    });
    let parts = [Some(profile.city.clone()).filter(|city| !city.is_empty()), time];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!("{}. ", parts.join(", ")) }
}

fn keys(view: &View) -> Markup {
    let lead = &view.case.lead;
    let owner = lead.owner_id().and_then(|id| view.playbook.teammate(id));
    let nobody = view.words.say("leads-nobody");
    let name = owner.map_or(lead.owner_id().unwrap_or(&nobody), |mate| mate.name.as_str());
    html! {
        dl.gist {
            div {
                dt { (view.words.say("leads-owner")) }
                dd {
                    @if view.may_change_hands() {
                        button.btn.quiet type="button" popovertarget="owner-menu" data-key="o" {
                            span.owner { (face(lead.owner_id().unwrap_or_default(), name)) " " (name) }
                            (icon("down"))
                        }
                    } @else {
                        span.owner { (face(lead.owner_id().unwrap_or_default(), name)) " " (name) }
                    }
                }
            }
            @if let Some(value) = lead.value {
                div { dt { (view.words.say("fact-value")) } dd { (view.words.money(value, &view.playbook.business.currency)) } }
            }
            @if let Some(day) = lead.fact("decision_on") {
                div { dt { (view.words.say("lead-decision")) } dd { (decided_on(view, day)) } }
            }
        }
        @if view.may_change_hands() { (owner_menu(view)) }
    }
}

/// A day as somebody wrote it, named as a head shows days; as it stands where it is none.
fn decided_on(view: &View, text: &str) -> String {
    let year = view.zone.to_datetime(view.case.now).year();
    match text.parse::<Date>() {
        Ok(day) if day.year() == year => view.words.moment("lead-day", day.at(0, 0, 0, 0)),
        Ok(day) => view.words.moment("lead-day-of-year", day.at(0, 0, 0, 0)),
        Err(_) => text.to_owned(),
    }
}

fn owner_menu(view: &View) -> Markup {
    let lead = &view.case.lead;
    let current = lead.owner_id();
    html! {
        form.menu #owner-menu popover action=(Act::Owner.url(lead.id, 0)) method="post" {
            div.mute { (view.words.say("lead-give-to")) }
            (once_field(view.once))
            input type="hidden" name=(WAS) value=(current.map_or("", |id| id));
            @for mate in view.playbook.team.iter().filter(|mate| mate.active && Some(mate.id.as_str()) != current) {
                button type="submit" name="owner" value=(mate.id) {
                    span.owner { (face(&mate.id, &mate.name)) " " (mate.name) }
                    (away(mate, view.playbook, view.times().now, view.words))
                }
            }
            a href="?do=owner#act" { (view.words.say("lead-give-with-reason")) }
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
            let by = owner
                .accept_by
                .map(|by| view.words.fill("lead-accept-by", &[("when", view.at(by).into())]));
            let state =
                running.as_ref().map_or("soon", |promise| clocks::state_of(promise, view.case.now));
            block(
                state,
                running.as_ref(),
                view,
                &by.unwrap_or_else(|| view.words.say("lead-offered")),
                take(view),
            )
        }
        (Some(promise), None) => {
            let state = clocks::state_of(promise, view.case.now);
            let due = [("when", view.at(promise.respond_by).into())];
            let next = view.words.fill("lead-answer-by", &due);
            block(state, Some(promise), view, &next, answer(view))
        }
        (None, None) => coming(view),
    }
}

fn block(state: &str, promise: Option<&Promise>, view: &View, next: &str, act: Markup) -> Markup {
    html! {
        div.promise data-state=(state) {
            @if let Some(promise) = promise {
                (clocks::running(promise, &view.times(), true))
            }
            div.line { span.label.grow { (next) } (act) }
        }
    }
}

fn take(view: &View) -> Markup {
    html! {
        form action=(Act::Accept.url(view.case.lead.id, 0)) method="post" {
            (once_field(view.once))
            button.btn.primary type="submit" { (icon("check")) (view.words.say("lead-take-it")) }
        }
    }
}

fn answer(view: &View) -> Markup {
    let first = first_name(&view.case.lead.profile.name);
    let (pane, sign) = match view.calls() {
        true => (Act::Call, "call"),
        false => (Act::Email, "mail"),
    };
    let word = match first.as_str() {
        "" => view.words.say("lead-answer"),
        first => view.words.fill("lead-answer-name", &[("name", first.into())]),
    };
    html! {
        a.btn.primary href={ "?do=" (pane.key()) "#act" } { (icon(sign)) (word) }
    }
}

/// What comes next where nobody waits for an answer.
fn coming(view: &View) -> Markup {
    let (lead, words) = (&view.case.lead, view.words);
    let next = |at: Timestamp, what: String| {
        words.fill("lead-next", &[("when", view.at(at).into()), ("what", what.into())])
    };
    if let Some(snooze) = &lead.snoozed {
        let until = view.at(snooze.until);
        let with = [("when", until.into()), ("why", snooze.why.as_str().into())];
        let aside = words.fill("lead-aside-until", &with);
        return block("idle", None, view, &aside, html! {});
    }
    let due = lead.tasks.iter().min_by_key(|task| task.due_at);
    let planned = next::planned(words, lead, view.playbook, None, view.case.now);
    match (due, planned) {
        (Some(task), _) => {
            let state = clocks::due_state(task.due_at, view.case.now);
            let what = next(task.due_at, todo::title(words, task));
            let url = format!("?do=done&task={}#act", task.seq);
            let done = html! { a.btn.primary href=(url) { (words.say("lead-done")) } };
            block(state, None, view, &what, done)
        }
        (None, Some((what, at))) => block("ok", None, view, &next(at, what), html! {}),
        (None, None) if lead.quiet => {
            block("idle", None, view, &words.say("lead-quiet-long"), html! {})
        }
        (None, None) => {
            let word = words.say("lead-choose-step");
            let choose =
                |kind: &str| html! { a class={ "btn" (kind) } href="?do=task#act" { (word) } };
            match lead.enrolment.as_ref().and_then(|enrolment| enrolment.held.as_deref()) {
                Some(why) => {
                    let held = words.fill("lead-held-because", &[("why", why.into())]);
                    block("idle", None, view, &held, choose(""))
                }
                None => {
                    block("late", None, view, &words.say("lead-no-next-step"), choose(" primary"))
                }
            }
        }
    }
}

fn closed(view: &View) -> Markup {
    let lead = &view.case.lead;
    let (state, [word, word_at]) = match lead.fate {
        LeadFate::Won => ("ok", ["leads-won", "lead-won-at"]),
        LeadFate::Lost => ("idle", ["leads-lost", "lead-lost-at"]),
        LeadFate::Disqualified => ("idle", ["leads-no-lead", "lead-no-lead-at"]),
        LeadFate::Open => ("idle", ["leads-open", "leads-open"]),
    };
    let ended = match lead.closed_at {
        None => view.words.say(word),
        Some(at) => view.words.fill(word_at, &[("when", view.at(at).into())]),
    };
    html! {
        div.promise data-state=(state) {
            div.line {
                span.label.grow { (ended) }
                a.btn href="?do=reopen#act" { (view.words.say("lead-reopen")) }
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
        ol.track.stages.many[stages.len() > STAGES_SAID] aria-label=(view.words.say("leads-stage")) {
            @for (nth, stage) in stages.iter().enumerate() {
                @let is_now = class(nth) == Some("now");
                li class=[class(nth)] title=(stage.name) aria-current=[is_now.then_some("step")] {
                    (stage.name) @if is_now && days > 0 { ", " (view.words.fill("span-days", &[("count", days.into())])) }
                }
            }
            li class=[(lead.fate == LeadFate::Won).then_some("now")] { (view.words.say("leads-won")) }
        }
    }
}

fn reach(view: &View) -> Markup {
    let lead = &view.case.lead;
    let profile = &lead.profile;
    let dialled = phone_normal(&profile.phone, &view.playbook.business.country);
    let booking = &view.playbook.business.booking_link;
    html! {
        div.reach.line role="group" aria-label=(view.words.say("lead-reach")) {
            @if may_be_dialled(&profile.phone) {
                a.btn href=(tel(view)) {
                    (icon("call")) span { (view.words.say("lead-call")) " " span.desk { (profile.phone) } }
                }
            }
            @if !profile.email.is_empty() {
                a.btn href={ "mailto:" (profile.email) } { (icon("mail")) span { (view.words.say("channel-email")) } }
            }
            @if let Some(number) = dialled.as_deref().and_then(|number| number.strip_prefix('+')) {
                a.btn href={ "https://wa.me/" (number) } rel="noreferrer" { (icon("chat")) span { (view.words.say("channel-whatsapp")) } }
            }
            @if let Some(site) = website(&profile.website) {
                a."btn desk" href=(site) rel="noreferrer" { (icon("link")) span { (view.words.say("fact-website")) } }
            }
            @if booking.starts_with("https://") {
                a.btn.desk href=(booking) rel="noreferrer" { (icon("cal")) (view.words.say("lead-booking")) }
            }
            button."btn phone" type="button" popovertarget="lead-menu" { (icon("more")) span { (view.words.say("lead-more")) } }
            span.push.line.desk { (moves(view)) }
        }
    }
}

/// The way on along the stages, printing, and everything done seldom.
fn moves(view: &View) -> Markup {
    let lead = &view.case.lead;
    let stages = &view.playbook.pipeline.stages;
    let next = view.playbook.stage(&lead.stage).and_then(|(place, _)| stages.get(place + 1));
    let move_to =
        |stage: &str| view.words.fill("lead-move-to", &[("stage", stage.to_owned().into())]);
    html! {
        @if let Some(next) = next.filter(|_| lead.is_open()) {
            @if needed::is_lacking(lead, view.playbook, &next.requires) {
                a.btn href={ "?do=" (Act::Stage.key()) "#act" } { (move_to(&next.name)) }
            } @else {
                form action=(Act::Stage.url(lead.id, 0)) method="post" {
                    (once_field(view.once))
                    input type="hidden" name=(WAS) value=(lead.stage);
                    button.btn type="submit" name="stage" value=(next.key) { (move_to(&next.name)) }
                }
            }
        }
        button.btn.square.quiet type="button" data-print aria-label=(view.words.say("lead-print")) { (icon("print")) }
        button.btn.square.quiet type="button" popovertarget="lead-menu" aria-label=(view.words.say("lead-more-for")) {
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
                (way(Act::Won, "check", &view.words.say("lead-won")))
                (way(Act::Lost, "flag", &view.words.say("lead-lost")))
                (way(Act::Disqualify, "x", &view.words.say("lead-not-a-lead")))
                hr;
                a data-key="m" href={ "?do=" (Act::Stage.key()) "#act" } {
                    (icon("board")) (view.words.say("lead-move-stage"))
                }
                @if view.may_change_hands() {
                    (way(Act::Owner, "swap", &view.words.say("lead-give-to")))
                    (way(Act::Misroute, "route", &view.words.say("lead-misroute")))
                }
                (way(Act::Score, "bolt", &view.words.say("lead-set-score")))
                (way(Act::Snooze, "pause", &view.words.say("lead-snooze")))
                @if held == Some(false) { (way(Act::Hold, "pause", &view.words.say("lead-hold"))) }
                (way(Act::Enrol, "route", &view.words.say("lead-start-sequence")))
            } @else {
                (way(Act::Reopen, "board", &view.words.say("lead-reopen")))
            }
            hr;
            a href={ "/leads/" (lead.id) "/edit" } { (icon("note")) (view.words.say("lead-edit-facts")) }
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
