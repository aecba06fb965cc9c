//! Whether an enquiry is the work of a machine. It is only ever put aside, never thrown away,
//! and only on clear signs: a customer put aside by mistake waits, and nobody may wait.

use super::fields::Fields;
use crate::lead::Arrival;
use crate::playbook::Playbook;
use jiff::Timestamp;

/// The field of our own form that no person sees, so that only a machine fills it in. No key of a
/// field begins so.
pub const TRAP: &str = "_site";

/// What it was called before; a house may have a field of that key.
const TRAPS_BEFORE: [&str; 2] = ["site", "website_url_confirm"];

/// The field in which our own form says when it was opened, in Unix milliseconds.
const STAMP: &str = "stamp";

/// Fields in which the tools behind other forms talk to themselves; so do all that begin with `_`.
const MACHINERY: [&str; 12] = [
    "action",
    "authenticity_token",
    "button",
    "cf-turnstile-response",
    "csrf_token",
    "csrfmiddlewaretoken",
    "form_id",
    "form-name",
    "g-recaptcha-response",
    "h-captcha-response",
    "send",
    "submit",
];

/// Nobody fills in a form within this time, though a browser may help.
const PACE_SECONDS: f64 = 3.0;

/// Points from which an enquiry is put aside.
const CLEAR: usize = 100;

/// Points of a sign that is enough by itself.
const SURE: usize = 100;

/// Points of a form sent faster than people write. With a single link it is clear.
const HASTE: usize = 80;

/// Points of each link in a message.
const LINK: usize = 20;

/// Traces of how the form was filled in; they say nothing about the lead.
#[derive(Default)]
pub(super) struct Traces {
    trapped: bool,
    opened: Option<Timestamp>,
}

impl Traces {
    /// Takes the fields out of which our form knows machines, and those of the machines of others.
    pub(super) fn take(fields: &mut Fields, playbook: &Playbook) -> Traces {
        let is_ours = |name: &str| playbook.field(name).is_some();
        let was_trap = |name: &str| TRAPS_BEFORE.contains(&name) && !is_ours(name);
        let trapped = !fields.take(|name| name == TRAP || was_trap(name)).is_empty();
        let is_machinery = |name: &str| name.starts_with('_') || MACHINERY.contains(&name);
        fields.take(|name| is_machinery(name) && !is_ours(name));
        let stamps = fields.take(|name| name == STAMP);
        let millis = stamps.first().and_then(|stamp| stamp.parse().ok());
        Traces { trapped, opened: millis.and_then(|ms| Timestamp::from_millisecond(ms).ok()) }
    }
}

/// Why an enquiry looks like spam, in sentences; `None` unless the signs are clear.
pub(super) fn judge(arrival: &Arrival, traces: &Traces, at: Timestamp) -> Option<String> {
    let signs = [
        trap(traces),
        haste(traces, at),
        links_in_message(links(&arrival.message)),
        link_in_name(&arrival.profile.name),
    ];
    let signs: Vec<(usize, String)> = signs.into_iter().flatten().collect();
    let points: usize = signs.iter().map(|(points, _)| points).sum();
    let because: Vec<String> = signs.into_iter().map(|(_, why)| why).collect();
    (points >= CLEAR).then(|| because.join(" "))
}

fn trap(traces: &Traces) -> Option<(usize, String)> {
    traces.trapped.then(|| (SURE, "A field that people cannot see was filled in.".to_owned()))
}

fn haste(traces: &Traces, at: Timestamp) -> Option<(usize, String)> {
    // Sent before it was opened means that a clock was set back, and says nothing.
    let seconds = at.duration_since(traces.opened?).as_secs_f64();
    let why = |span: &str| format!("It was sent within {span} of opening the form.");
    match seconds {
        0.0..1.0 => Some((SURE, why("a second"))),
        1.0..PACE_SECONDS => Some((HASTE, why("3 seconds"))),
        _ => None,
    }
}

fn links_in_message(links: usize) -> Option<(usize, String)> {
    let what = if links == 1 { "a link".to_owned() } else { format!("{links} links") };
    (links > 0).then(|| (links * LINK, format!("The message holds {what}.")))
}

fn link_in_name(name: &str) -> Option<(usize, String)> {
    (links(name) > 0).then(|| (SURE, "The name holds a link.".to_owned()))
}

fn links(text: &str) -> usize {
    let text = text.to_ascii_lowercase();
    let bare = text.split("www.").skip(1).count() - text.matches("://www.").count();
    text.matches("http://").count() + text.matches("https://").count() + bare
}

#[cfg(test)]
mod tests {
    use super::{Traces, judge, links};
    use crate::capture::example::{AT, arrival, playbook};
    use crate::capture::fields::Fields;
    use crate::lead::Arrival;
    use jiff::Timestamp;

    fn verdict(fields: &[(&str, &str)], arrival: &Arrival) -> Option<String> {
        let mut list = Fields::default();
        for (name, value) in fields {
            list.push(name, value);
        }
        let traces = Traces::take(&mut list, &playbook());
        judge(arrival, &traces, AT.parse().expect("a fixed moment"))
    }

    fn saying(message: &str) -> Arrival {
        Arrival { message: message.to_owned(), ..arrival() }
    }

    /// A stamp that was issued so many seconds before the arrival.
    fn stamp(seconds: i64) -> String {
        let at: Timestamp = AT.parse().expect("a fixed moment");
        (at.as_millisecond() - seconds * 1000).to_string()
    }

    #[test]
    fn a_filled_trap_is_enough_and_an_empty_one_is_nothing() {
        for trap in ["_site", "site"] {
            let why = verdict(&[(trap, "http://x.example")], &arrival());
            assert_eq!(why.as_deref(), Some("A field that people cannot see was filled in."));
            assert_eq!(verdict(&[(trap, " ")], &arrival()), None);
        }
    }

    #[test]
    fn some_haste_is_forgiven_and_a_missing_stamp_says_nothing() {
        assert_eq!(verdict(&[("stamp", &stamp(1))], &arrival()), None);
        assert_eq!(verdict(&[("stamp", &stamp(-5))], &arrival()), None, "a clock was set back");
        assert_eq!(verdict(&[("stamp", "now")], &saying("http://a http://b http://c")), None);
        assert_eq!(verdict(&[("stamp", &stamp(60))], &saying("www.a www.b www.c")), None);
    }

    #[test]
    fn nobody_fills_in_a_form_within_a_second() {
        let why = verdict(&[("stamp", &stamp(0))], &arrival());
        assert_eq!(why.as_deref(), Some("It was sent within a second of opening the form."));
    }

    #[test]
    fn haste_and_a_single_link_are_clear() {
        let why = verdict(&[("stamp", &stamp(2))], &saying("see https://a.example"));
        assert_eq!(
            why.as_deref(),
            Some("It was sent within 3 seconds of opening the form. The message holds a link.")
        );
    }

    #[test]
    fn haste_and_links_together_are_clear() {
        let why = verdict(&[("stamp", &stamp(1))], &saying("http://a http://b http://c"));
        assert_eq!(
            why.as_deref(),
            Some("It was sent within 3 seconds of opening the form. The message holds 3 links.")
        );
    }

    #[test]
    fn a_message_of_links_is_clear_and_two_links_are_a_customer() {
        assert!(verdict(&[], &saying(&"see https://x.example ".repeat(5))).is_some());
        assert_eq!(verdict(&[], &saying("https://a.example and www.b.example")), None);
    }

    #[test]
    fn a_link_is_no_name() {
        let mut named = arrival();
        named.profile.name = "Win now www.prize.example".to_owned();
        assert_eq!(verdict(&[], &named).as_deref(), Some("The name holds a link."));
    }

    #[test]
    fn each_link_counts_once() {
        assert_eq!(links("HTTP://www.a.example, https://b.example www.c.example"), 3);
        assert_eq!(links("no links, costs 3.50 per m2"), 0);
    }
}
