//! The parts of a form on the page of a lead, each with what was typed and what was wrong.

use super::act::Act;
use super::sent::once_field;
use super::view::View;
use crate::lead::Seq;
use crate::shell::web::parts::{self, icon};
use maud::{Markup, html};

/// One form: what it does, and the page it stands on.
pub struct Sheet<'a> {
    pub view: &'a View<'a>,
    pub act: Act,
    /// The task or the letter it is about; 0 for none.
    pub seq: Seq,
}

impl<'a> Sheet<'a> {
    /// A form of this page.
    pub fn new(view: &'a View<'a>, act: Act) -> Sheet<'a> {
        Sheet { view, act, seq: 0 }
    }

    /// The whole form.
    pub fn form(&self, class: &str, inner: Markup) -> Markup {
        html! {
            form class=(class) action=(self.act.url(self.view.case.lead.id, self.seq)) method="post" {
                (once_field(self.view.once))
                (inner)
            }
        }
    }

    /// The id of a field, its own on the page.
    pub fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.act.key())
    }

    /// What was typed, where this form has come back; `None` otherwise.
    fn typed(&self, name: &str) -> Option<&str> {
        let typed = self.view.typed.filter(|typed| typed.act == self.act)?;
        Some(typed.sent.get(name))
    }

    /// What was typed, else a value to start with.
    pub fn value_or<'v>(&'v self, name: &str, usual: &'v str) -> &'v str {
        self.typed(name).unwrap_or(usual)
    }

    /// What was typed, if anything was.
    pub fn some(&self, name: &str) -> Option<&str> {
        self.typed(name).filter(|value| !value.is_empty())
    }

    /// Whether a box is ticked: as it was sent, else as it starts.
    pub fn is_on(&self, name: &str, usual: bool) -> bool {
        self.typed(name).map_or(usual, |value| !value.is_empty())
    }

    /// Whether this field is what came back.
    pub fn is_wrong(&self, name: &str) -> bool {
        !self.wrong(name).is_empty()
    }

    fn wrong(&self, name: &str) -> &str {
        let typed = self.view.typed.filter(|typed| typed.act == self.act);
        typed.filter(|typed| typed.wrong.field == name).map_or("", |typed| &typed.wrong.sentence)
    }

    /// What stands under a field that is wrong.
    pub fn beside(&self, name: &str) -> Markup {
        parts::beside(&self.id(&format!("{name}-h")), self.wrong(name), "")
    }

    /// A line of text.
    pub fn line(&self, name: &str, label: &str, kind: &str, hint: &str) -> Markup {
        let id = self.id(name);
        let about = format!("{id}-h");
        html! {
            div.field {
                label for=(id) { (label) }
                input.input #(id) name=(name) type=(kind) maxlength="300" value=[self.some(name)]
                    aria-invalid=[self.is_wrong(name).then_some("true")] aria-describedby=(about);
                (parts::beside(&about, self.wrong(name), hint))
            }
        }
    }

    /// A line of text that has something to start with.
    pub fn line_of(&self, name: &str, label: &str, usual: &str) -> Markup {
        let id = self.id(name);
        html! {
            div.field {
                label for=(id) { (label) }
                input.input #(id) name=(name) maxlength="300" value=(self.value_or(name, usual))
                    aria-invalid=[self.is_wrong(name).then_some("true")] aria-describedby={ (id) "-h" };
                (self.beside(name))
            }
        }
    }

    /// Several lines of text.
    pub fn area(&self, name: &str, label: &str, placeholder: &str) -> Markup {
        self.area_of(name, label, placeholder, "")
    }

    /// Several lines of text that have something to start with.
    pub fn area_of(&self, name: &str, label: &str, placeholder: &str, usual: &str) -> Markup {
        let id = self.id(name);
        html! {
            div.field {
                label for=(id) { (label) }
                textarea.input #(id) name=(name) maxlength="20000" placeholder=(placeholder)
                    aria-invalid=[self.is_wrong(name).then_some("true")] aria-describedby={ (id) "-h" } {
                    // A line break right after the tag is not part of the text.
                    "\n" (self.value_or(name, usual))
                }
                (self.beside(name))
            }
        }
    }

    /// A few short choices in a row; one is always set.
    pub fn seg<W: AsRef<str>>(
        &self,
        name: &str,
        legend: &str,
        choices: &[(&str, W)],
        usual: &str,
    ) -> Markup {
        let chosen = self.value_or(name, usual);
        html! {
            div.seg role="radiogroup" aria-label=(legend) {
                @for (value, word) in choices {
                    label {
                        input type="radio" name=(name) value=(value) #{ (self.id(name)) "-" (value) }
                            checked[*value == chosen];
                        (word.as_ref())
                    }
                }
            }
        }
    }

    /// One choice of many; nothing is chosen until somebody does.
    pub fn select<W: AsRef<str>>(
        &self,
        name: &str,
        label: &str,
        none: &str,
        choices: &[(&str, W)],
        usual: &str,
    ) -> Markup {
        let id = self.id(name);
        let chosen = self.value_or(name, usual);
        html! {
            div.field {
                label for=(id) { (label) }
                select.input.fit #(id) name=(name)
                    aria-invalid=[self.is_wrong(name).then_some("true")] aria-describedby={ (id) "-h" } {
                    @if !none.is_empty() { option value="" { (none) } }
                    @for (value, word) in choices {
                        option value=(value) selected[*value == chosen] { (word.as_ref()) }
                    }
                }
                (self.beside(name))
            }
        }
    }

    /// A box to tick.
    pub fn check(&self, name: &str, value: &str, word: &str, usual: bool) -> Markup {
        html! {
            label.check {
                input type="checkbox" name=(name) value=(value) checked[self.is_on(name, usual)];
                span { (word) }
            }
        }
    }

    /// What went wrong, on top of a form that came back, with the way to the field.
    pub fn alert(&self) -> Markup {
        let typed = self.view.typed.filter(|typed| typed.act == self.act);
        html! {
            @if let Some(typed) = typed {
                div.alert data-state="late" role="alert" {
                    (icon("warn"))
                    p {
                        @if typed.wrong.field.is_empty() {
                            (typed.wrong.sentence)
                        } @else {
                            a href={ "#" (self.id(&typed.wrong.field)) } { (typed.wrong.sentence) }
                        }
                        " " (self.view.words.say("lead-nothing-lost"))
                    }
                }
            }
        }
    }
}
