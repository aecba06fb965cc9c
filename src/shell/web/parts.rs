//! What several pages show: clocks, tiers, faces, fields, and the sentence of an empty list.

use super::assets;
use super::times::count;
use crate::language::Words;
use crate::lead::{Tier, words};
use crate::playbook::{Playbook, Role, Teammate, Tiers};
use jiff::Timestamp;
use maud::{Markup, html};

/// An icon of `web/icons/icons.svg`, for the eye only.
pub fn icon(name: &str) -> Markup {
    let url = format!("{}#{name}", assets::url("icons/icons.svg"));
    html! { svg.icon aria-hidden="true" { use href=(url) {} } }
}

/// That somebody is away, and until when; nothing where they are not.
pub fn away(mate: &Teammate, playbook: &Playbook, now: Timestamp, words: Words) -> Markup {
    let until = mate.away_until(playbook.calendar().day_of(now));
    let until = until.map(|until| words.moment("today-team-away", until.at(0, 0, 0, 0)));
    html! { @if let Some(until) = until { " " small.mute { (until) } } }
}

/// Our mark.
pub fn mark() -> Markup {
    html! {
        svg.mark viewBox="0 0 32 32" aria-hidden="true" {
            path d="M4.5 13.5 16 4l11.5 9.5V28h-23z" {}
            path d="M13 13v8.5h7" {}
        }
    }
}

/// How a clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Ok,
    Soon,
    Late,
}

impl State {
    /// The state of a clock with so much left of so much, both in seconds.
    pub fn of(left: i64, whole: i64) -> State {
        match left {
            ..0 => State::Late,
            left if left < whole * 2 / 5 => State::Soon,
            _ => State::Ok,
        }
    }

    /// The value of `data-state`.
    pub fn key(self) -> &'static str {
        match self {
            State::Ok => "ok",
            State::Soon => "soon",
            State::Late => "late",
        }
    }
}

/// A clock that runs: seconds left (negative is overdue) of the seconds it was given.
///
/// `under` stands beneath the number while there is time, such as "left of 5 min". What the clock
/// says later on is handed to `web/js/clock.js`.
pub fn clock(words: Words, left: i64, whole: i64, under: &str, big: bool) -> Markup {
    let share = if left < 0 { 100 } else { (left * 100 / whole.max(1)).min(100) };
    let overdue = words.say("clock-overdue");
    let hours = [("hours", "{h}".into()), ("minutes", "{m}".into())];
    html! {
        time.clock.big[big] data-state=(State::of(left, whole).key()) data-seconds=(left) data-whole=(whole)
            data-overdue=(overdue) data-hours=(words.fill("span-hours-minutes", &hours))
            datetime={ "PT" (left.abs()) "S" } {
            b { (count(words, left)) }
            span { @if left < 0 { (overdue) } @else { (under) } }
            svg.bar height="4" aria-hidden="true" {
                rect width="100%" height="4" rx="2" {}
                rect width={ (share) "%" } height="4" rx="2" {}
            }
        }
    }
}

/// A score in its stamp.
pub fn stamp(words: Words, tier: Tier, score: u8, big: bool) -> Markup {
    let said = words::tier(words, tier);
    html! {
        span.tier.big[big] data-tier=(tier.key()) {
            b { (score) }
            @if big { (said) } @else { span.sr { " " (said) } }
        }
    }
}

/// A tier in its stamp, with the scores that make it.
pub fn tier_stamp(words: Words, tier: Tier, tiers: &Tiers) -> Markup {
    html! {
        span.tier data-tier=(tier.key()) {
            b { @if tier == Tier::Low { "<" (tiers.medium) } @else { (tiers.from(tier)) "+" } }
            (words::tier(words, tier))
        }
    }
}

/// What a list holds beyond what it shows.
pub fn and_more(words: Words, count: usize) -> String {
    words.fill("and-more", &[("count", count.into())])
}

/// That no letter leaves, for mail is not set up, with the way there for who may set it up.
pub fn no_mail(words: Words, role: Role) -> Markup {
    html! {
        (icon("warn")) " "
        @if role == Role::Owner {
            a href="/settings/mail" { (words.say("lead-mail-lacking")) }
        } @else {
            (words.say("lead-mail-lacking-owner"))
        }
    }
}

/// Somebody's first name, short enough for a button.
pub fn first_name(name: &str) -> String {
    const LONGEST: usize = 14;
    let first = name.split_whitespace().next().unwrap_or_default();
    match first.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &first[..end]),
        None => first.to_owned(),
    }
}

/// The face of a teammate: their initials, in a tone of their own.
pub fn face(id: &str, name: &str) -> Markup {
    let tone = 1 + id.bytes().map(usize::from).sum::<usize>() % 4;
    html! { span.face data-tone=(tone) aria-hidden="true" { (initials(name)) } }
}

/// The owner of a lead: face and name.
pub fn owner(id: &str, name: &str) -> Markup {
    html! { span.owner { (face(id, name)) " " (name) } }
}

fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = words.next();
    first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
}

/// An empty list: what is so, why, and the way on.
pub fn empty(heading: &str, more: Markup) -> Markup {
    html! { section.empty { (mark()) h2 { (heading) } (more) } }
}

/// One sentence that changes what somebody does next. Read aloud when the page opens.
pub fn alert(state: State, words: Markup) -> Markup {
    html! { div.alert data-state=(state.key()) role="alert" { (icon("warn")) p { (words) } } }
}

/// One line of a form.
#[derive(Clone, Copy, Debug, Default)]
pub struct Field<'a> {
    pub name: &'a str,
    pub label: &'a str,
    /// `text`, `email`, `tel`, `password`; empty for `text`.
    pub kind: &'a str,
    pub value: &'a str,
    /// The `autocomplete` token; empty for none.
    pub autocomplete: &'a str,
    pub hint: &'a str,
    /// What is wrong with it; empty for nothing.
    pub error: &'a str,
    pub required: bool,
    /// Whether one types here first.
    pub autofocus: bool,
    pub longest: usize,
    /// The step of a number; none for whole ones.
    pub step: Option<&'a str>,
}

/// A label, its input, and what is to be said about it.
pub fn field(field: Field) -> Markup {
    let id = format!("f-{}", field.name);
    let about = format!("{id}-h");
    let said = !field.error.is_empty() || !field.hint.is_empty();
    let mode = matches!(field.kind, "tel" | "email").then_some(field.kind);
    html! {
        div.field {
            label for=(id) { (field.label) }
            input.input #(id) name=(field.name) type=(if field.kind.is_empty() { "text" } else { field.kind })
                value=[(!field.value.is_empty()).then_some(field.value)]
                autocomplete=[(!field.autocomplete.is_empty()).then_some(field.autocomplete)]
                inputmode=[mode] maxlength=[(field.longest > 0).then_some(field.longest)]
                step=[field.step]
                required[field.required]
                autofocus[field.autofocus]
                aria-invalid=[(!field.error.is_empty()).then_some("true")]
                aria-describedby=[said.then_some(&about)];
            (beside(&about, field.error, field.hint))
        }
    }
}

/// An input for the name of a time zone, which offers those there are; what is said of it stands
/// under `f-time_zone-h`.
pub fn zone_input(value: &str, required: bool, error: &str) -> Markup {
    html! {
        input.input #f-time_zone name="time_zone" value=(value) list="zones" required[required]
            maxlength="60" autocomplete="off" aria-describedby="f-time_zone-h"
            aria-invalid=[(!error.is_empty()).then_some("true")];
        datalist #zones {
            @for zone in jiff::tz::db().available() { option value=(zone) {} }
        }
    }
}

/// What stands under an input: what is wrong with it, else the hint.
pub fn beside(id: &str, error: &str, hint: &str) -> Markup {
    html! {
        @if !error.is_empty() {
            p.error #(id) { (icon("warn")) (error) }
        } @else if !hint.is_empty() {
            p.hint #(id) { (hint) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_has_room_for_a_first_name() {
        assert_eq!(first_name("Ines Carvalho"), "Ines");
        assert_eq!(first_name("Wolfeschlegelsteinhausen B"), "Wolfeschlegels…");
        assert_eq!(first_name(" "), "");
    }

    #[test]
    fn a_clock_hands_on_what_it_says_later() {
        let shown = clock(Words::default(), 30, 300, "left of 5 min", false).into_string();
        assert!(shown.contains("data-overdue=\"overdue\" data-hours=\"{h} h {m}\""), "{shown}");
    }

    #[test]
    fn a_clock_warns_before_it_is_over() {
        assert_eq!(State::of(292, 300), State::Ok);
        assert_eq!(State::of(119, 300), State::Soon);
        assert_eq!(State::of(-1, 300), State::Late);
    }

    #[test]
    fn a_face_shows_the_first_and_the_last_initial() {
        assert_eq!(initials("Maya Lindqvist"), "ML");
        assert_eq!(initials("Ana de la Cruz"), "AC");
        assert_eq!(initials("ruth"), "R");
        assert_eq!(initials(""), "");
    }

    #[test]
    fn what_people_typed_cannot_become_markup() {
        let shown = field(Field { name: "name", value: "\"><script>", ..Field::default() });
        assert!(!shown.into_string().contains("<script>"));
    }
}
