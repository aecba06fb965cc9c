//! How the form looks: who we are and when we answer on one side, what we ask on the other.

use super::{ONCE, OPENED, STAMP};
use crate::capture::Fields;
use crate::lead::{HandRaise, Profile};
use crate::playbook::{FieldKind, Playbook, Source, Teammate};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::layout::{self, Reader};
use crate::shell::web::parts::{Field, State, alert, beside, face, field};
use crate::shell::web::{signed, times};
use jiff::Timestamp;
use maud::{Markup, html};
use uuid::Uuid;

/// The longest message a visitor may type.
const MESSAGE_MAX: usize = 20_000;

/// The longest of everything else.
const LINE_MAX: usize = 200;

/// Faces shown beside the form.
const FACES_MAX: usize = 3;

/// What a visitor agrees to by ticking the box.
const CONSENT: &str = "Write to me from time to time. I can stop this with one click.";

/// One form as it is shown to one visitor.
pub struct Sheet<'a> {
    pub house: &'a House,
    pub source: &'a Source,
    /// Of the URL it was opened with, so that the campaign is not lost.
    pub query: &'a str,
    pub typed: &'a Fields,
    pub wrong: Option<&'a Error>,
}

impl Sheet<'_> {
    /// The whole page.
    pub fn page(&self, reader: Reader) -> Markup {
        let in_force = self.house.playbook();
        let playbook = &in_force.playbook;
        let (title, button) = words(self.source.hand_raise);
        layout::public(
            self.house,
            title,
            reader,
            html! {
                main #main .two {
                    (self.beside(playbook, title))
                    (self.form(playbook, title, button))
                }
            },
        )
    }

    fn beside(&self, playbook: &Playbook, title: &str) -> Markup {
        let now = self.house.clock.now();
        let there = at_the_desk(playbook, now);
        html! {
            div.stack.tight {
                h1 { (title) }
                p.lede { "Tell us what you need and how to reach you. " b { (hours(playbook, now)) } }
                @if !there.is_empty() {
                    p.line {
                        span.faces { @for mate in there.iter().take(FACES_MAX) { (face(&mate.id, &mate.name)) } }
                        span.tag data-state="ok" { (count(there.len())) }
                    }
                }
                ol.items {
                    li { b.mute { "1" } span { "A person of ours reads what you write." } }
                    li { b.mute { "2" } span { "You are told at once who will answer." } }
                    li { b.mute { "3" } span { "That person gets in touch with you." } }
                }
            }
        }
    }

    fn form(&self, playbook: &Playbook, title: &str, button: &str) -> Markup {
        let action = match self.query {
            "" => format!("/f/{}", self.source.form),
            query => format!("/f/{}?{query}", self.source.form),
        };
        html! {
            form.card.stack.tight action=(action) method="post" aria-label=(title) {
                (self.alert())
                div.fields {
                    (self.line("name", "Your name", "text", "name", ""))
                    (self.line("company", "Company", "text", "organization", ""))
                    (self.line("phone", "Phone", "tel", "tel", "So that a person can call you back"))
                    (self.line("email", "Email", "email", "email", self.about_email()))
                    @for key in &self.source.requires { (self.asked(playbook, key)) }
                }
                (self.message())
                label.check {
                    input type="checkbox" name="consent" value=(CONSENT) checked[!self.value("consent").is_empty()];
                    span { (CONSENT) }
                }
                (self.hidden())
                button.btn.primary.wide type="submit" { (button) }
                p.hint {
                    "Without that tick we use this to answer you and for nothing else. "
                    @if !playbook.business.privacy_link.is_empty() {
                        a href=(playbook.business.privacy_link) { "How we keep your data" }
                    }
                }
            }
        }
    }

    /// What went wrong, once on top.
    fn alert(&self) -> Markup {
        let Some(error) = self.wrong else { return html! {} };
        let kept = " What you wrote is still here.";
        match error {
            Error::Refused(refusal) => alert(
                State::Late,
                html! {
                    b { "One thing to put right: " } a href={ "#f-" (refusal.field().unwrap_or("message")) } { (refusal) } (kept)
                },
            ),
            Error::Faulted(_) => alert(
                State::Late,
                html! {
                    "That did not work and the fault is ours. Try again, or call us." (kept)
                },
            ),
            other => alert(State::Late, html! { (other) (kept) }),
        }
    }

    fn line(&self, name: &str, label: &str, kind: &str, autocomplete: &str, hint: &str) -> Markup {
        let (value, error) = (self.value(name), &*self.error(name));
        let required = self.source.requires.iter().any(|key| key == name);
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
            autofocus: false,
        })
    }

    /// A required fact that is not asked for above.
    fn asked(&self, playbook: &Playbook, key: &str) -> Markup {
        if ["name", "company", "phone", "email", "message"].contains(&key) || key.contains('|') {
            return html! {};
        }
        if let Some(custom) = playbook.fields.iter().find(|field| field.key == key) {
            return match custom.kind {
                FieldKind::Choice => self.choice(key, &custom.label, &custom.options),
                FieldKind::YesNo => self.choice(key, &custom.label, &["Yes".into(), "No".into()]),
                FieldKind::Date => self.line(key, &custom.label, "date", "", ""),
                FieldKind::Text | FieldKind::Number => {
                    self.line(key, &custom.label, "text", "", "")
                }
            };
        }
        let known = Profile::KEYS.contains(&key);
        html! { @if known { (self.line(key, &capitalised(key), "text", "", "")) } }
    }

    fn choice(&self, key: &str, label: &str, options: &[String]) -> Markup {
        let id = format!("f-{key}");
        html! {
            div.field {
                label for=(id) { (label) }
                select.input #(id) name=(key) required {
                    option value="" { "Choose" }
                    @for option in options {
                        option value=(option) selected[self.value(key) == option] { (option) }
                    }
                }
            }
        }
    }

    fn message(&self) -> Markup {
        let error = self.error("message");
        html! {
            div.field {
                label for="f-message" { "What is it about? " span.hint { "(optional)" } }
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
                label for="f-site" { "Leave this empty" }
                input type="text" #f-site name="site" tabindex="-1" autocomplete="off";
            }
            input type="hidden" name=(STAMP) value=(stamp);
            input type="hidden" name=(ONCE) value=(Uuid::now_v7());
            @if !self.value("referrer").is_empty() {
                input type="hidden" name="referrer" value=(self.value("referrer"));
            }
        }
    }

    fn about_email(&self) -> &'static str {
        let either = self.source.requires.iter().any(|key| key == "email|phone");
        if either { "This or a phone number, so that we can answer" } else { "" }
    }

    fn value(&self, name: &str) -> &str {
        self.typed.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value)
    }

    fn error(&self, name: &str) -> String {
        match self.wrong {
            Some(Error::Refused(refusal)) if refusal.field() == Some(name) => refusal.to_string(),
            _ => String::new(),
        }
    }
}

/// Heading and button of a form, by what it asks for.
fn words(ask: Option<HandRaise>) -> (&'static str, &'static str) {
    match ask {
        Some(HandRaise::Quote) => ("Ask for a quote", "Ask for a quote"),
        Some(HandRaise::Demo) => ("Ask for a demo", "Ask for a demo"),
        Some(HandRaise::Callback) => ("Ask us to call you", "Ask for a call"),
        Some(HandRaise::Booking) => ("Ask for a time", "Ask for a time"),
        None => ("Get in touch", "Send it to us"),
    }
}

/// Whether anybody is there, and else from when on.
pub fn hours(playbook: &Playbook, now: Timestamp) -> String {
    let calendar = playbook.calendar();
    let zone = calendar.zone();
    match calendar.closing(now).filter(|_| calendar.is_open(now)) {
        Some(closing) => format!("We are open until {}.", times::said(closing, now, zone)),
        None => {
            let opening = times::said(calendar.next_opening(now), now, zone);
            format!(
                "We are back {}.",
                if opening.len() == 5 { format!("at {opening}") } else { opening }
            )
        }
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

fn count(there: usize) -> String {
    match there {
        1 => "One of us is at the desk now".to_owned(),
        n => format!("{n} of us are at the desk now"),
    }
}

fn capitalised(key: &str) -> String {
    let mut letters = key.chars().map(|letter| if letter == '_' { ' ' } else { letter });
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
