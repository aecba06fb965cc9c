//! Why this owner: the rule that decided, the rules before it, and everyone who was considered.

use super::act::Act;
use super::view::View;
use crate::language::Words;
use crate::lead::words::{capitalised, cause, passed_over};
use crate::lead::{Candidate, Decision, Verdict};
use crate::shell::web::parts::{and_more, icon};
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};

/// From here on a decision did not come with the enquiry itself.
const AT_ONCE: SignedDuration = SignedDuration::from_secs(60);

/// Candidates shown; more are counted.
const CANDIDATES: usize = 12;

/// Why the owner is the owner.
pub fn owner(view: &View) -> Markup {
    let Some((at, decision)) = &view.case.decision else { return html! {} };
    let words = view.words;
    let name = view.name(view.case.lead.owner_id().unwrap_or_default());
    let pool = view.playbook.pool(&decision.pool).map(|pool| pool.name.as_str());
    let pool = pool.filter(|pool| *pool != decision.rule);
    let more = decision.candidates.len().saturating_sub(CANDIDATES);
    html! {
        details.ledger #owner-why data-region open {
            summary { h2 { (words.fill("lead-why-owner", &[("name", name.into())])) } span.turn { (icon("down")) } }
            div.body {
                ol.items {
                    @for (rule, why) in &decision.passed_over {
                        li data-state="idle" {
                            (icon("x")) span.grow { (capitalised(&cause(words, rule))) br;
                            span.mute { (passed_over(words, why)) } }
                        }
                    }
                    li data-state="ok" {
                        (icon("check"))
                        span.grow {
                            b { (capitalised(&cause(words, &decision.rule))) }
                            @if let Some(pool) = pool { br; span.mute { (words.fill("lead-from-pool", &[("pool", pool.into())])) } }
                        }
                    }
                    @for candidate in decision.candidates.iter().take(CANDIDATES) { (line(view, candidate)) }
                    @if more > 0 { li.mute { (and_more(words, more)) } }
                }
                p.mute { (decided(view, *at, decision)) }
                @if view.may_change_hands() {
                    p { a.btn href={ "?do=" (Act::Misroute.key()) "#act" } { (icon("route")) (words.say("lead-misroute")) } }
                }
            }
        }
    }
}

fn line(view: &View, candidate: &Candidate) -> Markup {
    let (state, sign, why) = match &candidate.verdict {
        Verdict::Chosen => ("ok", "check", view.words.say("lead-chosen")),
        Verdict::Eligible => ("idle", "right", view.words.say("lead-eligible")),
        Verdict::Excluded(why) => ("idle", "x", cause(view.words, why)),
    };
    html! {
        li data-state=(state) {
            (icon(sign))
            span.grow {
                (view.name(&candidate.teammate)) br;
                span.mute { (had(view.words, why, candidate)) }
            }
        }
    }
}

/// What a candidate had, beside what was decided about them.
fn had(words: Words, why: String, candidate: &Candidate) -> String {
    let had = [("why", why.into()), ("open", candidate.open.into())];
    let had = words.fill("lead-candidate", &had);
    match candidate.weight {
        1 => had,
        weight => {
            let with = [("candidate", had.into()), ("weight", weight.into())];
            words.fill("lead-candidate-weight", &with)
        }
    }
}

/// When it was decided, and what for: in a person's own words where a person decided. Of who comes in
/// also how long that took.
fn decided(view: &View, at: Timestamp, decision: &Decision) -> String {
    let lead = &view.case.lead;
    let came = lead.captured_at.filter(|_| lead.recorded_at == Some(at));
    let took = came.map(|came| at.duration_since(came)).filter(|took| *took < AT_ONCE);
    let when = match took {
        Some(took) => {
            let with =
                [("when", view.at(at).into()), ("span", in_seconds(view.words, took).into())];
            view.words.fill("lead-decided-in", &with)
        }
        None => view.at(at),
    };
    let when = ("when", when.into());
    match cause(view.words, &decision.occasion) {
        why if why.is_empty() => view.words.fill("lead-decided", &[when]),
        why => view.words.fill("lead-decided-for", &[when, ("why", why.into())]),
    }
}

/// Seconds to a tenth; less is said as such.
fn in_seconds(words: Words, took: SignedDuration) -> String {
    match took.as_millis() {
        ..100 => words.say("lead-decided-at-once"),
        _ => words
            .fill("lead-decided-seconds", &[("seconds", words.decimal(took.as_secs_f64()).into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_a_decision_took_is_told_to_a_tenth_of_a_second() {
        let said = |millis| in_seconds(Words::default(), SignedDuration::from_millis(millis));
        assert_eq!([0, 99, 210, 3_000].map(said), ["under 0.1 s", "under 0.1 s", "0.2 s", "3 s"]);
    }
}
