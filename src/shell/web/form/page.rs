//! How the form looks: who we are and when we answer on one side, what we ask on the other.

use super::{ONCE, OPENED, STAMP, frame};
use crate::capture::{Fields, TRAP};
use crate::language::Words;
use crate::lead::words::fact;
use crate::lead::{HandRaise, Profile};
use crate::playbook::{Asking, FieldKind, Playbook, Source, Teammate};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::layout::{self, Reader};
use crate::shell::web::parts::{Field, State, alert, beside, face, field};
use crate::shell::web::times::{ByDay, Times};
use crate::shell::web::{errors, signed};
use jiff::Timestamp;
use maud::{Markup, html};
use uuid::Uuid;

/// The longest message a visitor may type.
const MESSAGE_MAX: usize = 20_000;

/// The longest of everything else.
pub const LINE_MAX: usize = 200;

/// Faces shown beside the form.
const FACES_MAX: usize = 3;

/// One form as it is shown to one visitor.
pub struct Sheet<'a> {
    pub house: &'a House,
    pub source: &'a Source,
    /// Of the URL it was opened with, so that the campaign is not lost.
    pub query: &'a str,
    pub typed: &'a Fields,
    pub wrong: Option<&'a Error>,
    pub reader: Reader,
}

impl Sheet<'_> {
    /// The whole page.
    pub fn page(&self) -> Markup {
        let in_force = self.house.playbook();
        let playbook = &in_force.playbook;
        let [title, button] = asked_for(self.source.hand_raise).map(|key| self.say(key));
        if frame::is_framed(self.query) {
            let form = self.form(playbook, &title, &button);
            return layout::framed(&title, self.reader, html! { main #main { (form) } });
        }
        layout::public(
            self.house,
            &title,
            self.reader,
            html! {
                main #main .two {
                    (self.beside(playbook, &title))
                    (self.form(playbook, &title, &button))
                }
            },
        )
    }

    fn say(&self, key: &str) -> String {
        self.reader.words.say(key)
    }

    fn beside(&self, playbook: &Playbook, title: &str) -> Markup {
        let (now, words) = (self.house.clock.now(), self.reader.words);
        let there = at_the_desk(playbook, now);
        html! {
            div.stack.tight {
                h1 { (title) }
                p.lede { (words.say("form-lede")) " " b { (hours(playbook, now, words)) } }
                @if !there.is_empty() {
                    p.line {
                        span.faces { @for mate in there.iter().take(FACES_MAX) { (face(&mate.id, &mate.name)) } }
                        span.tag data-state="ok" { (words.fill("form-there", &[("count", there.len().into())])) }
                    }
                }
                ol.items {
                    li { b.mute { "1" } span { (words.say("form-then-read")) } }
                    li { b.mute { "2" } span { (words.say("form-then-told")) } }
                    li { b.mute { "3" } span { (words.say("form-then-answered")) } }
                }
            }
        }
    }

    fn form(&self, playbook: &Playbook, title: &str, button: &str) -> Markup {
        let action = match self.query {
            "" => format!("/f/{}", self.source.form),
            query => format!("/f/{}?{query}", self.source.form),
        };
        let consent = self.say("form-consent");
        html! {
            form.card.stack.tight action=(action) method="post" aria-label=(title) {
                (self.alert())
                div.fields {
                    (self.line("name", &self.say("form-name"), "text", "name", ""))
                    (self.line("company", &self.say("form-company"), "text", "organization", ""))
                    (self.line("phone", &self.say("form-phone"), "tel", "tel", &self.say("form-phone-hint")))
                    (self.line("email", &self.say("form-email"), "email", "email", &self.about_email()))
                    @for key in self.source.requires.iter().chain(&self.source.asks) {
                        (self.asked(playbook, key))
                    }
                }
                (self.message())
                label.check {
                    input type="checkbox" name="consent" value=(consent) checked[!self.value("consent").is_empty()];
                    span { (consent) }
                }
                (self.hidden())
                button.btn.primary.wide type="submit" { (button) }
                p.hint {
                    (self.say("form-without-consent")) " "
                    @if !playbook.business.privacy_link.is_empty() {
                        a href=(playbook.business.privacy_link) target="_blank" rel="noopener" { (self.say("form-privacy")) }
                    }
                }
            }
        }
    }

    /// What went wrong, once on top.
    fn alert(&self) -> Markup {
        let Some(error) = self.wrong else { return html! {} };
        let kept = self.say("form-kept");
        match error {
            Error::Refused(refusal) => alert(
                State::Late,
                html! {
                    b { (self.say("form-put-right")) } " "
                    a href={ "#f-" (refusal.field().unwrap_or("message")) } { (self.said(error)) } " " (kept)
                },
            ),
            Error::Faulted(_) => alert(State::Late, html! { (self.say("form-fault")) " " (kept) }),
            other => alert(State::Late, html! { (self.said(other)) " " (kept) }),
        }
    }

    fn said(&self, error: &Error) -> String {
        errors::said(error, self.reader.words)
    }

    fn line(&self, name: &str, label: &str, kind: &str, autocomplete: &str, hint: &str) -> Markup {
        let (value, error) = (self.value(name), &*self.error(name));
        let required = self.source.asking(name) == Asking::Must;
        field(Field {
            name,
            label,
            kind,
            value,
            autocomplete,
            hint,
            error,
            required,
            longest: LINE_MAX,
            ..Field::default()
        })
    }

    /// A fact that is not asked for above.
    fn asked(&self, playbook: &Playbook, key: &str) -> Markup {
        if ["name", "company", "phone", "email", "message"].contains(&key) || key.contains('|') {
            return html! {};
        }
        if let Some(custom) = playbook.fields.iter().find(|field| field.key == key) {
            return match custom.kind {
                FieldKind::Choice => {
                    let options = custom.options.iter().map(|option| (&**option, option.clone()));
                    self.choice(key, &custom.label, &options.collect::<Vec<_>>())
                }
                FieldKind::YesNo => {
                    let options = [("Yes", self.say("form-yes")), ("No", self.say("form-no"))];
                    self.choice(key, &custom.label, &options)
                }
                FieldKind::Date => self.line(key, &custom.label, "date", "", ""),
                FieldKind::Text | FieldKind::Number => {
                    self.line(key, &custom.label, "text", "", "")
                }
            };
        }
        let known = Profile::KEYS.contains(&key);
        html! { @if known { (self.line(key, &fact(self.reader.words, key), "text", "", "")) } }
    }

    /// A choice among values, each with what it is called.
    fn choice(&self, key: &str, label: &str, options: &[(&str, String)]) -> Markup {
        let id = format!("f-{key}");
        html! {
            div.field {
                label for=(id) { (label) }
                select.input #(id) name=(key) required[self.source.asking(key) == Asking::Must] {
                    option value="" { (self.say("form-choose")) }
                    @for (value, called) in options {
                        option value=(value) selected[self.value(key) == *value] { (called) }
                    }
                }
            }
        }
    }

    fn message(&self) -> Markup {
        let error = self.error("message");
        html! {
            div.field {
                label for="f-message" { (self.say("form-message")) " " span.hint { (self.say("form-optional")) } }
                textarea.input #f-message name="message" maxlength=(MESSAGE_MAX)
                    aria-invalid=[(!error.is_empty()).then_some("true")]
                    aria-describedby=[(!error.is_empty()).then_some("f-message-h")] { (self.value("message")) }
                (beside("f-message-h", &error, ""))
            }
        }
    }

    fn hidden(&self) -> Markup {
        let opened = self.house.clock.now().as_millisecond().to_string();
        let stamp = match self.value(STAMP) {
            "" => signed::sign(self.house.desk.house_key(), OPENED, &opened),
            kept => kept.to_owned(),
        };
        html! {
            div.trap aria-hidden="true" {
                label for="f-site" { (self.say("form-trap")) }
                input type="text" #f-site name=(TRAP) tabindex="-1" autocomplete="off";
            }
            input type="hidden" name=(STAMP) value=(stamp);
            input type="hidden" name=(ONCE) value=(Uuid::now_v7());
            @for name in ["referrer", "landing"] {
                @if !self.value(name).is_empty() { input type="hidden" name=(name) value=(self.value(name)); }
            }
        }
    }

    fn about_email(&self) -> String {
        let either = self.source.requires.iter().any(|key| key == "email|phone");
        if either { self.say("form-either") } else { String::new() }
    }

    fn value(&self, name: &str) -> &str {
        value_of(self.typed, name)
    }

    fn error(&self, name: &str) -> String {
        match self.wrong {
            Some(error @ Error::Refused(refusal)) if refusal.field() == Some(name) => {
                self.said(error)
            }
            _ => String::new(),
        }
    }
}

/// What was typed under a name; empty for nothing.
pub fn value_of<'t>(typed: &'t Fields, name: &str) -> &'t str {
    typed.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value)
}

/// The keys of heading and button of a form, by what it asks for.
fn asked_for(ask: Option<HandRaise>) -> [&'static str; 2] {
    match ask {
        Some(HandRaise::Quote) => ["form-quote"; 2],
        Some(HandRaise::Demo) => ["form-demo"; 2],
        Some(HandRaise::Callback) => ["form-call", "form-call-button"],
        Some(HandRaise::Booking) => ["form-time"; 2],
        None => ["form-contact", "form-send"],
    }
}

/// From when on somebody is there.
const BACK: ByDay = ["form-back-today", "form-back-tomorrow", "form-back-weekday", "form-back-day"];

/// Whether anybody is there, and else from when on.
pub fn hours(playbook: &Playbook, now: Timestamp, words: Words) -> String {
    let calendar = playbook.calendar();
    let times = Times::of(words, now, calendar.zone());
    match calendar.closing(now).filter(|_| calendar.is_open(now)) {
        Some(closing) => words.fill("form-open-until", &[("time", times.said(closing).into())]),
        None => times.by_day(&BACK, calendar.next_opening(now)),
    }
}

/// Who is at work at this moment.
fn at_the_desk(playbook: &Playbook, now: Timestamp) -> Vec<&Teammate> {
    let there = |mate: &&Teammate| {
        let calendar = playbook.calendar_of(mate);
        mate.active && !mate.is_away(calendar.day_of(now)) && calendar.is_open(now)
    };
    playbook.team.iter().filter(there).collect()
}
