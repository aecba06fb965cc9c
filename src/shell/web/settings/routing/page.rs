//! How the rules and the pools look.

use super::super::beside::{Beside, id};
use super::super::condition::{
    TESTS, VALUES_MAX, facts, key_of_test, label, list_of, listed, lists, script, value_names,
};
use super::super::draft_or_none;
use super::HERE;
use super::draft::{CAP, LINE_MAX, Unread, name};
use super::typed;
use crate::language::Words;
use crate::lead::words::capitalised;
use crate::playbook::{
    Condition, Playbook, Pool, Routing, Rule, Skill, Test, listed as listed_skills,
};
use crate::shell::web::lead::Sent;
use crate::shell::web::parts::{beside, icon, owner};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// What the page is drawn from.
pub struct Sheet<'a> {
    /// The playbook as the form would have it.
    pub playbook: &'a Playbook,
    pub opened: Option<usize>,
    pub taken: &'a BTreeMap<String, u64>,
    pub beside: &'a Beside,
    pub base: u32,
    /// The rules in force.
    pub live: &'a Routing,
    /// What the page stands at after a button has changed the rules.
    pub landing: &'a str,
    /// Numbers that cannot be read.
    pub unread: &'a [Unread],
    /// Keys of pools of which it was asked whether they shall be everyone's.
    pub emptied: &'a str,
    /// Whether the form says something else than what is in force.
    pub is_changed: bool,
    pub sent: &'a Sent,
    pub words: Words,
}

/// The id of what the page stands at after a button has changed the rules, and the way there.
const LANDING: &str = "landing";
const LANDS: &str = "/settings/routing#landing";

/// Members of a pool named on a card.
const NAMED_MAX: usize = 6;

impl Sheet<'_> {
    /// The id of what the page stands at, for the one thing that is it.
    fn landing(&self, what: &str, nth: usize) -> Option<&'static str> {
        (self.landing == format!("{what}.{nth}")).then_some(LANDING)
    }

    /// The whole form, with what a trial brought.
    pub fn form(&self, tried: Markup) -> Markup {
        let words = self.words;
        let routing = &self.playbook.routing;
        html! {
            form.stack action=(HERE) method="post" novalidate data-unsaved=(draft_or_none(self.is_changed)) {
                button type="submit" name="do" value="look" hidden {}
                input type="hidden" name="base" value=(self.base);
                input type="hidden" name="rules" value=(routing.rules.len());
                input type="hidden" name="pools" value=(routing.pools.len());
                input type="hidden" name="emptied" value=(self.emptied);
                div.cols {
                    div."stack tight" {
                        p.mute { (words.say("routing-how")) }
                        div.line {
                            a.btn href="/settings/routing/sample" { (icon("check")) (words.say("routing-sample")) }
                            button.btn type="submit" name="do" value="rule" formaction=(LANDS) { (icon("plus")) (words.say("routing-rule")) }
                        }
                        (self.beside.hints())
                        ol."stack tight" {
                            @for (nth, rule) in routing.rules.iter().enumerate() { (self.rule(nth, rule)) }
                        }
                        (self.last())
                    }
                    (typed::card(self.sent, self.playbook, tried, words))
                }
                (lists(facts(self.playbook), self.playbook, words))
                (script())
                section.ledger {
                    header {
                        h2 { (words.say("routing-pools")) }
                        button."btn push" type="submit" name="do" value="pool" formaction=(LANDS) { (icon("plus")) (words.say("routing-pool")) }
                    }
                    p.hint { (words.say("routing-weights-how")) }
                    ul.items.settable {
                        @for (nth, pool) in routing.pools.iter().enumerate() { (self.pool(nth, pool)) }
                    }
                }
                div.line {
                    @if self.is_changed { p.mute.grow role="status" { (words.say("routing-not-yet")) } }
                    button.btn type="submit" name="do" value="try" formaction={ (HERE) "#dry-run" } { (icon("route")) (words.say("routing-try")) }
                    button.btn.primary type="submit" name="do" value="save" { (icon("check")) (words.say("routing-save")) }
                }
            }
        }
    }

    fn rule(&self, nth: usize, rule: &Rule) -> Markup {
        let words = self.words;
        let number = nth + 1;
        let with = || [("number", number.into())];
        let last = self.playbook.routing.rules.len() - 1;
        let taken = self.taken.get(&rule.name).copied().unwrap_or_default();
        html! {
            li.card.rule #(id("rule", nth)) aria-describedby=[self.beside.about("rule", nth)] {
                div.line {
                    span.ord { (number) }
                    h2 { @if rule.name.is_empty() { (words.say("routing-new-rule")) } @else { (rule.name) } }
                    (self.changed(!self.live.rules.contains(rule)))
                    span."push line mute" {
                        (words.fill("routing-taken", &[("count", taken.into())]))
                        button.btn.square.quiet type="submit" name="do" value={ "up." (nth) } formaction=(LANDS) id=[self.landing("up", nth)]
                            aria-label=(words.fill("routing-up", &with())) disabled[nth == 0] { (icon("up")) }
                        button.btn.square.quiet type="submit" name="do" value={ "down." (nth) } formaction=(LANDS) id=[self.landing("down", nth)]
                            aria-label=(words.fill("routing-down", &with())) disabled[nth == last] { (icon("down")) }
                    }
                }
                dl.facts {
                    dt { (words.say("routing-when")) }
                    dd { (self.when(rule)) }
                    dt { (words.say("routing-give")) }
                    dd {
                        (self.people(&rule.pool))
                        @if !rule.skills.is_empty() {
                            br; span.mute { (words.fill("team-pool-needs", &[("skills", listed_skills(&rule.skills).into())])) }
                        }
                    }
                }
                (self.beside.at("rule", nth))
                details open[self.opened == Some(nth)] {
                    summary id=[self.landing("rule", nth)] { (words.fill("routing-edit", &with())) span.turn { (icon("down")) } }
                    (self.fields(nth, rule))
                }
            }
        }
    }

    fn when(&self, rule: &Rule) -> Markup {
        let words = self.words;
        html! {
            @if rule.conditions.is_empty() { (words.say("routing-always")) }
            @for (nth, condition) in rule.conditions.iter().filter(|one| !one.field.is_empty()).enumerate() {
                @if nth > 0 { br; }
                (self.condition(condition))
            }
        }
    }

    fn condition(&self, condition: &Condition) -> String {
        let label = label(self.words, self.playbook, &condition.field);
        let values = value_names(condition, NAMED_MAX, self.playbook, self.words);
        let key = format!("routing-is-{}", key_of_test(condition.is));
        self.words.fill(&key, &[("label", capitalised(&label).into()), ("values", values.into())])
    }

    fn people(&self, pool: &str) -> Markup {
        let words = self.words;
        let Some(pool) = self.playbook.pool(pool) else {
            return html! { (words.say("routing-no-pool")) };
        };
        html! {
            (pool.name) " "
            (self.members(pool))
        }
    }

    fn members(&self, pool: &Pool) -> Markup {
        let more = pool.members.len().saturating_sub(NAMED_MAX);
        html! {
            @if pool.members.is_empty() { span.mute { "(" (self.words.say("routing-everyone")) ")" } }
            @for member in pool.members.iter().take(NAMED_MAX) {
                (owner(&member.teammate, &super::name_of(self.playbook, &member.teammate))) " "
            }
            @if more > 0 { span.mute { "+" (more) } }
        }
    }

    fn fields(&self, nth: usize, rule: &Rule) -> Markup {
        let words = self.words;
        let (title, pool) = (name("rule", nth, "name"), name("rule", nth, "pool"));
        html! {
            div."stack tight" {
                div.fields {
                    div.field {
                        label for={ "f-" (title) } { (words.say("routing-name")) }
                        input.input #{ "f-" (title) } name=(title) value=(rule.name) maxlength=(LINE_MAX) autocomplete="off";
                    }
                    div.field {
                        label for={ "f-" (pool) } { (words.say("routing-give")) }
                        select.input #{ "f-" (pool) } name=(pool) {
                            @for one in &self.playbook.routing.pools {
                                option value=(one.key) selected[one.key == rule.pool] { (one.name) }
                            }
                            @if self.playbook.pool(&rule.pool).is_none() {
                                option value=(rule.pool) selected { (rule.pool) }
                            }
                        }
                    }
                }
                (self.skills(&name("rule", nth, "skills"), &rule.skills))
                @for (place, condition) in rule.conditions.iter().enumerate() {
                    (self.asked(nth, place, Some(condition)))
                }
                (self.asked(nth, rule.conditions.len(), None))
                p.hint { (words.say("routing-values-how")) }
                div.line {
                    button.btn type="submit" name="do" value={ "more." (nth) } formaction=(LANDS) { (icon("plus")) (words.say("routing-more")) }
                    button."btn quiet push" type="submit" name="do" value={ "delete." (nth) } formaction=(LANDS) { (icon("trash")) (words.say("routing-delete")) }
                }
            }
        }
    }

    fn skills(&self, name: &str, skills: &[Skill]) -> Markup {
        html! {
            div.field {
                label for={ "f-" (name) } { (self.words.say("routing-skills")) }
                input.input #{ "f-" (name) } name=(name) value=(listed_skills(skills)) maxlength="1000" autocomplete="off" aria-describedby={ "f-" (name) "-h" };
                p.hint #{ "f-" (name) "-h" } { (self.words.say("routing-skills-how")) }
            }
        }
    }

    /// One condition in the form; the empty one adds another.
    fn asked(&self, nth: usize, place: usize, condition: Option<&Condition>) -> Markup {
        let words = self.words;
        let [field, is, value] =
            ["field", "is", "value"].map(|what| name("rule", nth, format!("{place}.{what}")));
        let asked = condition.map_or("", |condition| &condition.field);
        let test = condition.map_or(Test::In, |condition| condition.is);
        let number = place + 1;
        let called = |key: &str| words.fill(key, &[("number", number.into())]);
        html! {
            div.fields.three data-condition {
                select.input name=(field) data-fact aria-label=(called("routing-fact")) {
                    option value="" { (words.say("routing-no-fact")) }
                    @for key in facts(self.playbook) {
                        option value=(key) selected[key == asked] { (capitalised(&label(words, self.playbook, key))) }
                    }
                    @if !asked.is_empty() && !self.playbook.knows_fact(asked) {
                        option value=(asked) selected { (asked) }
                    }
                }
                select.input name=(is) aria-label=(called("routing-test")) {
                    @for (one, key) in TESTS {
                        option value=(key) selected[one == test] { (words.say(&format!("test-{key}"))) }
                    }
                }
                input.input name=(value) aria-label=(called("routing-values")) maxlength=(VALUES_MAX) autocomplete="off"
                    list=(list_of(asked)) data-values
                    value=[condition.map(|one| listed(one, self.playbook, words))];
            }
        }
    }

    /// What becomes of a lead that no rule gives to anybody, and how much one person may hold.
    fn last(&self) -> Markup {
        let words = self.words;
        let routing = &self.playbook.routing;
        let called = |id: &str| super::name_of(self.playbook, id);
        html! {
            div.card.rule.fixed {
                div.line {
                    span.ord { (routing.rules.len() + 1) }
                    h2 { (words.say("routing-else")) }
                }
                p.mute { (words.say("routing-else-how")) }
                div.fields {
                    div.field {
                        label for="f-fallback" { (words.say("routing-fallback")) }
                        select.input #f-fallback name="fallback" {
                            @for mate in self.playbook.team.iter().filter(|mate| mate.active) {
                                option value=(mate.id) selected[mate.id == routing.fallback] { (mate.name) }
                            }
                        }
                        (self.was(&called(&routing.fallback), &called(&self.live.fallback)))
                    }
                    div.field {
                        label for={ "f-" (CAP) } { (words.say("routing-cap")) }
                        (self.number(CAP, routing.open_unaccepted_max.to_string()))
                        (self.was(&routing.open_unaccepted_max.to_string(), &self.live.open_unaccepted_max.to_string()))
                    }
                }
                @for (key, is_on) in [("keep_person", routing.keep_person), ("keep_firm", routing.keep_firm)] {
                    label.check {
                        input type="checkbox" name=(key) value="on" checked[is_on];
                        (words.say(if key == "keep_person" { "routing-keep-person" } else { "routing-keep-firm" }))
                    }
                }
            }
        }
    }

    /// An input for a whole number: what was typed where that is none, with what is wrong about it.
    fn number(&self, name: &str, value: String) -> Markup {
        let unread = self.unread.iter().find(|one| one.wrong.field == name);
        let about = unread.map(|_| format!("f-{name}-h"));
        let value = unread.map_or(value, |one| one.typed.clone());
        html! {
            input.input.pt #{ "f-" (name) } name=(name) inputmode="numeric" maxlength="9" autocomplete="off" value=(value)
                aria-invalid=[unread.map(|_| "true")] aria-describedby=[about.as_ref()];
            @if let (Some(unread), Some(about)) = (unread, &about) { (beside(about, &unread.wrong.sentence, "")) }
        }
    }

    /// What stands in force where the form says something else.
    fn was(&self, is: &str, was: &str) -> Markup {
        html! {
            @if is != was { span.mute { (self.words.fill("scoring-was", &[("points", was.into())])) } }
        }
    }

    /// That something is another than in force.
    fn changed(&self, is_other: bool) -> Markup {
        html! { @if is_other { " " span.tag { (self.words.say("routing-changed")) } } }
    }

    fn pool(&self, nth: usize, pool: &Pool) -> Markup {
        let words = self.words;
        let field = |what: &str| name("pool", nth, what);
        let is_other = !self.live.pools.contains(pool);
        let is_unread = self.unread.iter().any(|one| one.wrong.field.starts_with(&field("w.")));
        let about = self.beside.about("pool", nth);
        let unnamed = || words.say("routing-new-pool");
        let called = if pool.name.is_empty() { unnamed() } else { pool.name.clone() };
        let weight = |id: &str| {
            let member = pool.members.iter().find(|member| member.teammate == id);
            member.map_or(String::new(), |member| member.weight.to_string())
        };
        html! {
            li {
                details open[is_other || is_unread || about.is_some()] {
                    summary id=[self.landing("pool", nth)] {
                        span.grow { b { (called) } " " (self.members(pool)) (self.changed(is_other)) }
                        span.turn { (icon("down")) }
                    }
                    fieldset."stack tight" #(id("pool", nth)) aria-describedby=[about.as_ref()] {
                        legend.sr { (called) }
                        @if pool.members.is_empty() { p.hint { (words.say("routing-pool-everyone")) } }
                        (self.beside.at("pool", nth))
                        input type="hidden" name=(field("key")) value=(pool.key);
                        div.fields {
                            div.field {
                                label for={ "f-" (field("name")) } { (words.say("routing-name")) }
                                input.input #{ "f-" (field("name")) } name=(field("name")) value=(pool.name) maxlength=(LINE_MAX) autocomplete="off";
                            }
                            (self.skills(&field("skills"), &pool.skills))
                        }
                        div.line {
                            @for mate in self.playbook.team.iter().filter(|mate| mate.active || !weight(&mate.id).is_empty()) {
                                @let name = field(&format!("w.{}", mate.id));
                                div.line {
                                    label for={ "f-" (name) } { (mate.name) }
                                    (self.number(&name, weight(&mate.id)))
                                }
                            }
                        }
                        div.line {
                            button."btn quiet push" type="submit" name="do" value={ "unpool." (nth) } formaction=(LANDS) { (icon("trash")) (words.say("routing-delete-pool")) }
                        }
                    }
                }
            }
        }
    }
}
