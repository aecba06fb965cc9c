//! Whether a visitor can be reached. Who left no way is asked for one, once: what they send again as it
//! is, is taken as it is, and what they sent first is kept.

use super::page::value_of;
use super::{OPENED, STAMP};
use crate::capture::Fields;
use crate::command::Refusal;
use crate::lead::profile::may_be_dialled;
use crate::lead::{Arrival, Profile};
use crate::shell::house::House;
use crate::shell::web::signed;

/// The field that says for which ways to reach them a visitor was asked already.
pub const REACH: &str = "reach";

/// What it is signed for.
const PURPOSE: &str = "reach";

/// Why what they sent first is put aside.
pub const WHY: &str = "They left no way to be reached and were asked for one.";

/// Whether anybody could answer them.
pub fn is_known(profile: &Profile) -> bool {
    !profile.email.is_empty() || may_be_dialled(&profile.phone)
}

/// What a visitor of our own page is asked for before their words are taken.
pub fn lacking(house: &House, typed: &Fields, arrival: &Arrival) -> Option<Refusal> {
    let signed_for =
        |purpose, name| signed::verified(house.desk.house_key(), purpose, value_of(typed, name));
    let is_our_page = signed_for(OPENED, STAMP).is_some();
    let was_asked = signed_for(PURPOSE, REACH) == Some(&left(typed));
    if is_known(&arrival.profile) || !is_our_page || was_asked {
        return None;
    }
    let wrong = [("email", "e-mail address"), ("phone", "phone number")].into_iter();
    let mut wrong = wrong.map(|(name, what)| (name, what, value_of(typed, name).trim()));
    Some(match wrong.find(|(.., value)| !value.is_empty()) {
        Some((field, what, value)) => {
            Refusal::NotA { field: field.into(), what: what.into(), value: value.into() }
        }
        None => Refusal::NoWayToReach,
    })
}

/// The mark by which the same, sent again, is taken.
pub fn asked(house: &House, typed: &Fields) -> String {
    signed::sign(house.desk.house_key(), PURPOSE, &left(typed))
}

/// The ways to reach them as they left them.
fn left(typed: &Fields) -> String {
    format!("{} {}", value_of(typed, "email").trim(), value_of(typed, "phone").trim())
}
