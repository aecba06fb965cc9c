//! Nothing in the list: why, and the way on.

use super::filter::Facet;
use super::segment::BuiltIn;
use super::sheet::Sheet;
use crate::playbook::Role;
use crate::shell::web::parts::{empty, icon};
use maud::{Markup, html};

/// What stands in place of the rows.
pub fn nothing(sheet: &Sheet) -> Markup {
    let words = sheet.words;
    let filter = &sheet.list.state.filter;
    if sheet.list.is_house_empty {
        return no_leads_yet(sheet);
    }
    if *filter == BuiltIn::NoNextStep.filter() {
        return empty(&words.say("leads-all-have-next"), html! {});
    }
    if *filter == BuiltIn::Open.filter() {
        let any = sheet.list.state.with(super::filter::Filter::default());
        return empty(
            &words.say("leads-none-open"),
            html! { a.btn href=(any.url()) { (words.say("leads-show-closed")) } },
        );
    }
    nothing_matches(sheet)
}

fn nothing_matches(sheet: &Sheet) -> Markup {
    let words = sheet.words;
    let state = &sheet.list.state;
    let set: Vec<Facet> = state.filter.set().collect();
    let heading = words.fill("leads-nothing", &[("count", set.len().into())]);
    let said: Vec<String> = set.iter().map(|facet| sheet.set_to(*facet, &state.filter)).collect();
    html! {
        section.empty {
            h2 { (heading) }
            p {
                (said.join(", ")) ". "
                @if let Some((facet, count)) = sheet.list.without {
                    (words.fill("leads-without", &[("filter", sheet.name(facet).into()), ("count", count.into())]))
                }
            }
            p.line {
                @if let Some((facet, _)) = sheet.list.without {
                    @let less = state.with(state.filter.without(facet));
                    a."btn primary" href=(less.url()) {
                        (icon("x")) (words.fill("leads-take-off", &[("filter", sheet.name(facet).into())]))
                    }
                }
                a.btn href="/leads" { (words.say("leads-clear-filters")) }
            }
        }
    }
}

fn no_leads_yet(sheet: &Sheet) -> Markup {
    let words = sheet.words;
    let form = sheet.playbook.sources.iter().find(|source| !source.form.is_empty());
    let ways = html! {
        p { (words.say("leads-first-words")) }
        div."fields ways" {
            @if let Some(form) = form {
                (way(&format!("/f/{}", form.form), "link", &words.say("leads-way-form"), &words.say("leads-way-form-how")))
            }
            @if sheet.who.role >= Role::Manager {
                (way("/import", "in", &words.say("leads-way-list"), &words.say("leads-way-list-how")))
            }
            (way("/api/docs", "swap", &words.say("leads-way-program"), &words.say("leads-way-program-how")))
            (way("/leads/new", "plus", &words.say("leads-way-hand"), &words.say("leads-way-hand-how")))
        }
    };
    empty(&words.say("leads-none-yet"), ways)
}

fn way(url: &str, sign: &str, what: &str, how: &str) -> Markup {
    html! { a."card field" href=(url) { (icon(sign)) b { (what) } span.mute { (how) } } }
}
