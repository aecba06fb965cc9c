//! The page on which the questions of qualification are set.

use super::super::beside::{Beside, id};
use super::super::condition::{self, Asked, list_of};
use super::super::draft_or_none;
use super::form::{
    self, AT_SUBMIT, BY_SIGNAL, CONDITIONS_MAX, IDEAL, LABEL_MAX, NEW, NO, OFF, ON, QUESTION_MAX,
    SHIPPED, SWITCH, TESTS, VALUES_CHARS_MAX, lacking, name, rule,
};
use super::times::{self, FROM};
use super::{HERE, trial};
use crate::language::Words;
use crate::lead::Profile;
use crate::lead::words::fact;
use crate::playbook::{Criterion, Framework, Playbook};
use crate::shell::store::Handovers;
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::{beside, icon};
use maud::{Markup, html};

/// What the page is drawn from.
pub struct Page<'a> {
    pub playbook: &'a Playbook,
    pub sent: &'a Sent,
    /// Whether what was sent has not come into force.
    pub is_draft: bool,
    pub beside: &'a Beside,
    pub wrong: Option<&'a Wrong>,
    pub words: Words,
}

impl Page<'_> {
    /// The whole of it.
    pub fn draw(&self, version: u32, counted: &Handovers) -> Markup {
        let words = self.words;
        let rules = &self.playbook.qualification;
        html! {
            form.stack action=(HERE) method="post" data-unsaved=(draft_or_none(self.is_draft)) {
                // The first button is the one that Enter presses.
                button hidden type="submit" {}
                input type="hidden" name="base" value=(version);
                section.ledger {
                    header { h2 { (words.say("part-qualification")) } p { (words.say("qualify-how")) } }
                    @for set in Framework::ALL { (self.set(set)) }
                    (self.another())
                    (condition::offers(self.playbook, words))
                    @if !lacking(rules, self.playbook).is_empty() {
                        div.body { button.btn type="submit" name=(SWITCH) value=(SHIPPED) { (words.say("qualify-bring-in")) } }
                    }
                }
                (self.ladder())
                (self.handover())
                (times::section(self))
                div.line {
                    button.btn type="submit" name="do" value=(trial::TRY) formaction={ (HERE) "#" (trial::PLACE) } { (words.say("qualify-try")) }
                    button.btn.primary type="submit" { (words.say("team-save")) }
                }
            }
            (told(counted, words))
        }
    }

    fn set(&self, set: Framework) -> Markup {
        let words = self.words;
        let criteria = self.playbook.qualification.criteria.iter();
        let criteria: Vec<&Criterion> = criteria.filter(|one| one.framework == set).collect();
        let is_on = criteria.iter().any(|one| one.active);
        let (sign, key) = if is_on { (OFF, "qualify-set-off") } else { (ON, "qualify-set-on") };
        let title = words.say(&format!("framework-{}", set.key()));
        html! {
            @if !criteria.is_empty() {
                div.body {
                    div.line {
                        h3 { (title) }
                        @if set != Framework::Own {
                            button."btn quiet push" type="submit" name=(SWITCH) value={ (sign) (set.key()) } {
                                (words.fill(key, &[("set", title.as_str().into())]))
                            }
                        }
                    }
                }
                ul.items.settable { @for one in criteria { (self.row(one)) } }
            }
        }
    }

    fn row(&self, criterion: &Criterion) -> Markup {
        let (words, key) = (self.words, criterion.key.as_str());
        let on = name("on", key);
        let mut criteria = self.playbook.qualification.criteria.iter();
        let place = criteria.position(|one| one.key == key).unwrap_or_default();
        html! {
            li {
                fieldset."stack tight" #(id("criterion", place)) aria-describedby=[self.beside.about("criterion", place)] {
                    legend {
                        (criterion.label)
                        @if !criterion.active { " " span.mute { (words.say("settings-is-off")) } }
                    }
                    (self.beside.at("criterion", place))
                    (self.asked(key, Some(criterion)))
                    label.check {
                        input type="checkbox" name=(on) value="on" checked[self.sent.is_on(&on)];
                        (words.say("qualify-is-on"))
                    }
                }
            }
        }
    }

    fn another(&self) -> Markup {
        let words = self.words;
        html! {
            ul.items.settable {
                li {
                    @let place = self.playbook.qualification.criteria.len();
                    fieldset."stack tight" #(id("criterion", place)) aria-describedby=[self.beside.about("criterion", place)] {
                        legend { (words.say("qualify-new")) }
                        (self.beside.at("criterion", place))
                        (self.asked(NEW, None))
                    }
                }
            }
        }
    }

    /// What is asked, and what a good answer is.
    fn asked(&self, key: &str, criterion: Option<&Criterion>) -> Markup {
        let words = self.words;
        html! {
            div.fields data-condition {
                (self.line(&name("label", key), &words.say("settings-label"), LABEL_MAX, None))
                (self.line(&name("question", key), &words.say("qualify-question"), QUESTION_MAX, None))
                (self.fields(&name("field", key), ["qualify-field", "qualify-no-field"]))
                // Every choice of a fact is long: what is not asked needs no second one.
                @if criterion.is_some_and(|one| one.active || !one.or_field.is_empty()) {
                    (self.fields(&name("or_field", key), ["qualify-or-field", "qualify-no-or-field"]))
                }
                (self.good(key, criterion))
                @let values = list_of(self.sent.trimmed(&name("field", key)));
                (self.line(&name("value", key), &words.say("qualify-value"), VALUES_CHARS_MAX, Some(&values)))
                (self.number(&name("points", key), &words.say("qualify-points"), 0, 100))
            }
            (self.conditions(key))
        }
    }

    /// The conditions that must hold beside the first.
    fn conditions(&self, key: &str) -> Markup {
        let (words, within) = (self.words, form::beside(key));
        let asked = Asked { playbook: self.playbook, sent: self.sent, wrong: self.wrong, words };
        let there = condition::count(self.sent, &within, CONDITIONS_MAX);
        html! {
            details open[there > 0] {
                summary {
                    (words.say("qualify-and"))
                    @if there > 0 { " " span.mute { (there) } }
                    span.turn { (icon("down")) }
                }
                div."stack tight" { (asked.rows(&within, CONDITIONS_MAX)) }
            }
        }
    }

    /// A choice of the fact that answers a question, and what stands for none.
    fn fields(&self, name: &str, [label, none]: [&str; 2]) -> Markup {
        let words = self.words;
        let profile = Profile::KEYS.into_iter().map(|key| (key.to_owned(), fact(words, key)));
        let own = self.playbook.fields.iter().map(|one| (one.key.clone(), one.label.clone()));
        let options: Vec<(String, String)> =
            std::iter::once((String::new(), words.say(none))).chain(own).chain(profile).collect();
        self.select(name, &words.say(label), &options)
    }

    /// When that fact is a good answer.
    fn good(&self, key: &str, criterion: Option<&Criterion>) -> Markup {
        let words = self.words;
        let now = criterion.map_or(TESTS[0].0, |one| rule(one).0);
        let signal = criterion.map_or("", |one| &one.signal);
        let mut options: Vec<(String, String)> = Vec::new();
        if now == BY_SIGNAL {
            let signal = words.say(&format!("signal-{signal}"));
            let by = words.fill("qualify-good-signal", &[("signal", signal.into())]);
            options.push((BY_SIGNAL.to_owned(), by));
        }
        options.extend(TESTS.map(|(test, _)| {
            (test.to_owned(), words.say(&format!("qualify-good-{}", test.replace('_', "-"))))
        }));
        self.select(&name("is", key), &words.say("qualify-good"), &options)
    }

    fn ladder(&self) -> Markup {
        let words = self.words;
        let ways = [("yes", "qualify-at-submit-yes"), (NO, "qualify-at-submit-no")];
        let at_submit = ways.map(|(way, key)| (way.to_owned(), words.say(key)));
        html! {
            section.ledger {
                header { h2 { (words.say("qualify-ladder")) } p { (words.say("qualify-ladder-how")) } }
                div."body fields" {
                    (self.number("mql", &words.say("qualify-mql"), 0, 100))
                    (self.number("sql", &words.say("qualify-sql"), 1, 50))
                    (self.select(AT_SUBMIT, &words.say("qualify-at-submit"), &at_submit))
                    (self.number(IDEAL, &words.say("qualify-ideal"), 0, 100))
                }
            }
        }
    }

    fn handover(&self) -> Markup {
        let words = self.words;
        let none = (String::new(), words.say("qualify-no-sequence"));
        let sequences =
            self.playbook.sequences.iter().map(|one| (one.key.clone(), one.name.clone()));
        let sequences: Vec<(String, String)> = std::iter::once(none).chain(sequences).collect();
        html! {
            section.ledger {
                header { h2 { (words.say("qualify-handover")) } p { (words.say("qualify-handover-how")) } }
                div."body stack tight" {
                    (self.number(FROM, &words.say("qualify-from"), 0, 100))
                    (self.select("nurture", &words.say("qualify-nurture"), &sequences))
                    div.field {
                        label for="f-reasons" { (words.say("qualify-reasons")) }
                        textarea.input #f-reasons name="reasons" rows="6" maxlength="4000" aria-describedby="f-reasons-h"
                            aria-invalid=[self.is_wrong("reasons")] { "\n" (self.sent.get("reasons")) }
                        (beside("f-reasons-h", self.error("reasons"), ""))
                    }
                }
            }
        }
    }

    fn error(&self, name: &str) -> &str {
        self.wrong.filter(|wrong| wrong.field == name).map_or("", |wrong| &wrong.sentence)
    }

    fn is_wrong(&self, name: &str) -> Option<&'static str> {
        (!self.error(name).is_empty()).then_some("true")
    }

    fn line(&self, name: &str, label: &str, most: usize, list: Option<&str>) -> Markup {
        let about = format!("f-{name}-h");
        html! {
            div.field {
                label for={ "f-" (name) } { (label) }
                input.input #{ "f-" (name) } name=(name) value=(self.sent.get(name)) maxlength=(most) autocomplete="off"
                    list=[list] data-values[list.is_some()] aria-invalid=[self.is_wrong(name)] aria-describedby=(about);
                (beside(&about, self.error(name), ""))
            }
        }
    }

    pub fn number(&self, name: &str, label: &str, least: i64, most: i64) -> Markup {
        let about = format!("f-{name}-h");
        html! {
            div.field {
                label for={ "f-" (name) } { (label) }
                input.input.pt #{ "f-" (name) } name=(name) type="number" min=(least) max=(most) value=(self.sent.get(name))
                    aria-invalid=[self.is_wrong(name)] aria-describedby=(about);
                (beside(&about, self.error(name), ""))
            }
        }
    }

    fn select(&self, name: &str, label: &str, options: &[(String, String)]) -> Markup {
        let chosen = self.sent.get(name);
        html! {
            div.field {
                label for={ "f-" (name) } { (label) }
                select.input #{ "f-" (name) } name=(name) data-fact[name.starts_with("field.")] {
                    @for (value, word) in options {
                        option value=(value) selected[value == chosen] { (word) }
                    }
                }
            }
        }
    }
}

/// What became of what was handed over.
fn told(counted: &Handovers, words: Words) -> Markup {
    let back: u64 = counted.sent_back.values().sum();
    html! {
        section.ledger #handovers {
            header { h2 { (words.say("qualify-counted")) } p { (words.say("qualify-counted-how")) } }
            dl."body facts" {
                dt { (words.say("qualify-handed-over")) } dd { (counted.handed_over) }
                dt { (words.say("qualify-taken-on")) } dd { (counted.taken_on) }
                dt { (words.say("qualify-sent-back")) } dd { (back) }
                @for (reason, count) in &counted.sent_back { dt.mute { (reason) } dd.mute { (count) } }
            }
        }
    }
}
