//! What is asked before the house has an owner, one question a page, each with what follows from it.

use super::draft::Draft;
use super::step::Step;
use crate::language::{Language, Words};
use crate::lead::Tier;
use crate::playbook::{Kind, Role, Teammate};
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::{Field, beside, field, icon, zone_input};
use crate::shell::web::{holidays, passwords, staff, week};
use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use maud::{Markup, html};

/// Minutes before closing at which the example of the hours comes in.
const BEFORE_CLOSING: i64 = 2;

/// What is asked on a page.
pub fn fields(
    step: Step,
    draft: &Draft,
    sent: &Sent,
    words: Words,
    wrong: Option<&Wrong>,
    now: Timestamp,
) -> Markup {
    let form = Asked { sent, words, wrong };
    match step {
        Step::Code => form.code(),
        Step::Company => html! {
            section.card { (form.line("company", "setup-company-label", "organization", "", 120)) }
        },
        Step::Place => form.place(),
        Step::Zone => form.zone(now),
        Step::Hours => form.hours(draft, now),
        Step::Kind => form.kind(),
        Step::Owner => form.owner(),
        Step::Team | Step::Mail | Step::Form => html! {},
    }
}

struct Asked<'a> {
    sent: &'a Sent,
    words: Words,
    wrong: Option<&'a Wrong>,
}

impl Asked<'_> {
    fn error(&self, name: &str) -> &str {
        self.wrong.filter(|wrong| wrong.field == name).map_or("", |wrong| &wrong.sentence)
    }

    fn line(
        &self,
        name: &str,
        label: &str,
        autocomplete: &str,
        hint: &str,
        longest: usize,
    ) -> Markup {
        self.typed(Field { name, autocomplete, longest, ..Field::default() }, label, hint)
    }

    /// A field that must be filled in; `label` and `hint` are keys, the hint empty for none.
    fn typed(&self, wanted: Field, label: &str, hint: &str) -> Markup {
        let label = self.words.say(label);
        let hint = if hint.is_empty() { String::new() } else { self.words.say(hint) };
        let value = if wanted.kind == "password" { "" } else { self.sent.get(wanted.name) };
        field(Field {
            label: &label,
            hint: &hint,
            value,
            error: self.error(wanted.name),
            required: true,
            ..wanted
        })
    }

    fn code(&self) -> Markup {
        html! {
            section.card.stack.tight {
                (self.line("code", "setup-code-label", "one-time-code", "setup-code-hint", 40))
                details {
                    summary.mute { (self.words.say("setup-code-where")) " " span.turn { (icon("down")) } }
                    p.below { (self.words.say("setup-code-logs")) }
                    pre.code { code { "journalctl -u leadstead" } }
                    p { (self.words.say("setup-code-else")) }
                    pre.code { code { "leadstead user add --role owner --email you@example.com" } }
                }
            }
        }
    }

    fn place(&self) -> Markup {
        let words = self.words;
        let chosen = match self.sent.get("language") {
            "" => words.language().code(),
            chosen => chosen,
        };
        let label = words.say("setup-currency-label");
        let hint = words.say("setup-currency-hint");
        html! {
            section.card.stack.tight {
                (self.line("country", "setup-country-label", "country-name", "setup-country-hint", 60))
                div.field {
                    label for="f-language" { (words.say("setup-language-label")) }
                    select.input #f-language name="language" {
                        @for language in Language::ALL {
                            option value=(language.code()) selected[language.code() == chosen] { (language.name()) }
                        }
                    }
                    p.hint { (words.say("setup-language-hint")) }
                }
                (field(Field {
                    name: "currency",
                    label: &label,
                    hint: &hint,
                    value: self.sent.get("currency"),
                    error: self.error("currency"),
                    longest: 3,
                    ..Field::default()
                }))
            }
        }
    }

    fn zone(&self, now: Timestamp) -> Markup {
        let chosen = self.sent.trimmed("time_zone");
        let said = match TimeZone::get(chosen) {
            Ok(zone) if !chosen.is_empty() => {
                let at = self.words.moment("moment-long", zone.to_datetime(now));
                self.words.fill("setup-zone-now", &[("at", at.into())])
            }
            _ => self.words.say("setup-zone-hint"),
        };
        html! {
            section.card.stack.tight {
                div.field {
                    label for="f-time_zone" { (self.words.say("setup-zone-label")) }
                    (zone_input(chosen, true, self.error("time_zone")))
                    (beside("f-time_zone-h", self.error("time_zone"), &said))
                }
            }
        }
    }

    fn hours(&self, draft: &Draft, now: Timestamp) -> Markup {
        let words = self.words;
        html! {
            section.ledger {
                header { h2 { (words.say("week-title")) } }
                (week::table(self.sent, words, self.wrong))
            }
            (draft.here(words, now).field(self.sent, self.error(holidays::NAME), &Step::Hours.url()))
            @if let Some(means) = what_hours_mean(draft, self.sent, words, now) {
                div.alert data-state="info" { (icon("info")) p { (means) } }
            }
        }
    }

    fn kind(&self) -> Markup {
        let words = self.words;
        html! {
            fieldset.stack.tight {
                legend.sr { (words.say("setup-kind-ask")) }
                (beside("f-kind-h", self.error("kind"), ""))
                @for kind in Kind::ALL {
                    label.card.check {
                        input type="radio" name="kind" value=(kind.key()) required
                            id=[(kind == Kind::LocalService).then_some("f-kind")]
                            checked[self.sent.get("kind") == kind.key()];
                        span {
                            b { (words.say(name_of(kind))) }
                            br;
                            span.mute { (kind.stages(words.language()).join(" → ")) }
                        }
                    }
                }
            }
        }
    }

    fn owner(&self) -> Markup {
        let hint = match self.wrong {
            Some(_) => "mail-password-again",
            None => "setup-password-hint",
        };
        html! {
            section.card.stack.tight {
                (self.line("name", "setup-name-label", "name", "", staff::NAME_MAX))
                (self.typed(
                    Field { name: "email", kind: "email", autocomplete: "username", longest: staff::EMAIL_MAX, ..Field::default() },
                    "login-email", "setup-email-hint",
                ))
                (self.typed(
                    Field { name: "password", kind: "password", autocomplete: "new-password", longest: passwords::LONGEST, ..Field::default() },
                    "login-password", hint,
                ))
            }
        }
    }
}

/// The key of what a kind of business is called.
pub fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::LocalService => "setup-kind-local",
        Kind::Agency => "setup-kind-agency",
        Kind::Consultant => "setup-kind-consultant",
        Kind::B2bIt => "setup-kind-b2b",
    }
}

/// When somebody is answered who asks just before the business closes for the weekend.
fn what_hours_mean(draft: &Draft, sent: &Sent, words: Words, now: Timestamp) -> Option<String> {
    let mut draft = draft.clone();
    draft.take(Step::Hours, sent);
    draft.fault(Step::Hours, words).is_none().then_some(())?;
    let playbook = draft.playbook(Teammate::new("owner", "", "", Role::Owner));
    let calendar = playbook.calendar();
    let zone = calendar.zone();
    let today = zone.to_datetime(now).date();
    let friday = today.nth_weekday(1, Weekday::Friday).ok()?;
    let noon = zone.to_timestamp(friday.at(12, 0, 0, 0)).ok()?;
    let closing = calendar.closing(calendar.next_opening(noon))?;
    let asked = closing.checked_sub(BEFORE_CLOSING.minutes()).ok()?;
    let run = playbook.clock_run(Tier::High, asked)?;
    let said = |at: Timestamp| words.moment("moment-long", zone.to_datetime(at));
    let with = [("asked", said(asked).into()), ("answered", said(run.respond_by).into())];
    Some(words.fill("setup-hours-mean", &with))
}
