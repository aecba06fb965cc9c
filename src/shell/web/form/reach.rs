//! Whether a visitor can be reached. Who cannot be is a lead all the same, and is asked on the page that
//! thanks them; what they leave there completes that lead.

use super::page::LINE_MAX;
use super::{ONCE, frame};
use crate::capture::EMAIL_AS_GIVEN;
use crate::language::Words;
use crate::lead::profile::may_be_dialled;
use crate::lead::{Lead, Profile};
use crate::shell::web::parts::{Field, field};
use maud::{Markup, html};
use uuid::Uuid;

/// The field that says which lead is completed: the ticket of the page that asked.
pub const REACH: &str = "reach";

/// Whether anybody could answer them.
pub fn is_known(profile: &Profile) -> bool {
    !profile.email.is_empty() || may_be_dialled(&profile.phone)
}

/// What the address says of a page whose question was answered with nothing.
const AGAIN: &str = "again=1";

/// The address of a page that asks once more.
pub fn again(thanks: &str) -> String {
    let sign = if thanks.contains('?') { '&' } else { '?' };
    format!("{thanks}{sign}{AGAIN}")
}

/// Asks for a way to answer. What was left already and is of no use stands there to be put right.
pub fn ask(form: &str, query: &str, ticket: &str, lead: &Lead, words: Words) -> Markup {
    let action = frame::kept_in_frame(format!("/f/{form}"), query);
    let email = lead.fact(EMAIL_AS_GIVEN).unwrap_or_default();
    let phone = &lead.profile.phone;
    let is_again = query.split('&').any(|pair| pair == AGAIN);
    let no_email = match email {
        "" if is_again => words.say("form-one-of-both"),
        _ => wrong("form-no-email", email, words),
    };
    let no_phone = wrong("form-no-phone", phone, words);
    html! {
        form.stack.tight action=(action) method="post" {
            p { b { (words.say("thanks-no-way")) } }
            div.fields {
                (field(Field {
                    name: "email", label: &words.say("form-email"), kind: "email", value: email,
                    autocomplete: "email", error: &no_email, longest: LINE_MAX, ..Field::default()
                }))
                (field(Field {
                    name: "phone", label: &words.say("form-phone"), kind: "tel", value: phone,
                    autocomplete: "tel", error: &no_phone, longest: LINE_MAX, ..Field::default()
                }))
            }
            input type="hidden" name=(REACH) value=(ticket);
            input type="hidden" name=(ONCE) value=(Uuid::now_v7());
            div.line { button.btn.primary type="submit" { (words.say("thanks-say-how")) } }
        }
    }
}

/// What is wrong with what was left; empty if nothing was.
fn wrong(key: &str, left: &str, words: Words) -> String {
    if left.is_empty() { String::new() } else { words.fill(key, &[("value", left.into())]) }
}
