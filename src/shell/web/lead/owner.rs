//! Why this owner: the rule that decided, the rules before it, and everyone who was considered.

use super::act::Act;
use super::view::View;
use crate::language::Words;
use crate::lead::words::{capitalised, cause, passed_over};
use crate::lead::{Actor, Candidate, Decision, Verdict};
use crate::routing::{BY_HAND, Turn, behind, turn};
use crate::shell::web::parts::{and_more, icon};
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};

/// From here on a decision did not come with the enquiry itself.
const AT_ONCE: SignedDuration = SignedDuration::from_secs(60);

/// Candidates shown; more are counted.
const CANDIDATES: usize = 12;

/// Names told of those who were level with who was chosen.
const NAMED: usize = 3;

/// Why the owner is the owner.
pub fn owner(view: &View) -> Markup {
    let Some((at, by, decision)) = &view.case.decision else { return html! {} };
    let words = view.words;
    let name = view.name(view.case.lead.owner_id().unwrap_or_default());
    let pool = view.playbook.pool(&decision.pool).map(|pool| pool.name.as_str());
    let pool = pool.filter(|pool| *pool != decision.rule);
    let called = |id: &str| view.name(id);
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
                            (known(view, decision))
                        }
                    }
                    (candidates(decision, &called, words))
                }
                p.mute { (decided(view, (*at, by), decision)) }
                @if view.may_change_hands() {
                    p { a.btn href={ "?do=" (Act::Misroute.key()) "#act" } { (icon("route")) (words.say("lead-misroute")) } }
                }
            }
        }
    }
}

/// The earlier lead that kept its owner, and for whom somebody stands in.
fn known(view: &View, decision: &Decision) -> Markup {
    let words = view.words;
    let owner = view.name(view.case.lead.owner_id().unwrap_or_default());
    let away = decision.covers.as_ref().map(|away| view.name(away));
    let knows = decision.kin.map(|kin| {
        let name = away.as_ref().unwrap_or(&owner).as_str();
        let with = [("name", name.into()), ("number", kin.to_string().into())];
        (kin, words.fill("lead-kept-owner", &with))
    });
    html! {
        @if let Some((kin, said)) = knows { br; a href={ "/leads/" (kin) } { (said) } }
        @if let Some(away) = away {
            br; span.mute { (words.fill("lead-stands-in", &[("name", owner.as_str().into()), ("away", away.into())])) }
        }
    }
}

/// Everyone who was considered, each with what was decided about them.
pub fn candidates(decision: &Decision, called: &dyn Fn(&str) -> String, words: Words) -> Markup {
    let more = decision.candidates.len().saturating_sub(CANDIDATES);
    html! {
        @for candidate in decision.candidates.iter().take(CANDIDATES) {
            @let (state, sign, why) = verdict(decision, candidate, called, words);
            li data-state=(state) {
                (icon(sign))
                span.grow {
                    (called(&candidate.teammate)) br;
                    span.mute { (had(words, why, candidate)) }
                }
            }
        }
        @if more > 0 { li.mute { (and_more(words, more)) } }
    }
}

fn verdict(
    decision: &Decision,
    candidate: &Candidate,
    called: &dyn Fn(&str) -> String,
    words: Words,
) -> (&'static str, &'static str, String) {
    let share = behind(decision, candidate).map(|leads| share(leads, words));
    match (&candidate.verdict, share) {
        (Verdict::Chosen, share) => {
            let share = share.unwrap_or_default();
            ("ok", "check", turned(turn(decision), &share, called, words))
        }
        (Verdict::Eligible, Some(share)) => {
            ("idle", "right", words.fill("lead-eligible-by", &[("share", share.into())]))
        }
        (Verdict::Eligible, None) => ("idle", "right", words.say("lead-eligible")),
        (Verdict::Excluded(why), _) => ("idle", "x", cause(words, why)),
    }
}

/// Why it was the turn of who was chosen.
fn turned(
    turn: Option<Turn>,
    share: &str,
    called: &dyn Fn(&str) -> String,
    words: Words,
) -> String {
    let level = |key: &str, ids: &[String]| {
        let names = ids.iter().take(NAMED).map(|id| called(id));
        let more = ids.len().checked_sub(NAMED).filter(|more| *more > 0);
        let names = names.chain(more.map(|more| and_more(words, more)));
        let names = names.collect::<Vec<_>>().join(", ");
        words.fill(key, &[("share", share.into()), ("names", names.into())])
    };
    match turn {
        None => words.say("lead-chosen"),
        Some(Turn::OnlyOne) => words.say("lead-turn-only"),
        Some(Turn::Behind) => words.fill("lead-turn-behind", &[("share", share.into())]),
        Some(Turn::FewerOpen(ids)) => level("lead-turn-fewer", &ids),
        Some(Turn::First(ids)) => level("lead-turn-first", &ids),
    }
}

/// By how many leads somebody is behind their share of a pool, or ahead of it.
fn share(leads: f64, words: Words) -> String {
    let tenths = (leads.abs() * 10.0).round();
    if tenths == 0.0 {
        return words.say("lead-share-even");
    }
    let key = if leads > 0.0 { "lead-share-behind" } else { "lead-share-ahead" };
    let count = if tenths == 10.0 { 1 } else { 2 };
    words.fill(key, &[("count", count.into()), ("leads", words.decimal(leads.abs()).into())])
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

/// When it was decided, by whom where that was a person or a program, and what for: in their own
/// words where they decided. Of who comes in also how long that took.
fn decided(view: &View, (at, by): (Timestamp, &Actor), decision: &Decision) -> String {
    let name = match by {
        Actor::Teammate(id) if decision.rule == BY_HAND => view.name(id),
        Actor::Token(name) if decision.rule == BY_HAND => name.clone(),
        _ => String::new(),
    };
    let why = cause(view.words, &decision.occasion);
    let key = match (name.is_empty(), why.is_empty()) {
        (true, true) => "lead-decided",
        (true, false) => "lead-decided-for",
        (false, true) => "lead-decided-by",
        (false, false) => "lead-decided-by-for",
    };
    let when = decided_when(view, at);
    view.words.fill(key, &[("when", when.into()), ("name", name.into()), ("why", why.into())])
}

/// The moment of a decision, with how long it took where somebody had just come in.
fn decided_when(view: &View, at: Timestamp) -> String {
    let lead = &view.case.lead;
    let came = lead.captured_at.filter(|_| lead.recorded_at == Some(at));
    let took = came.map(|came| at.duration_since(came)).filter(|took| *took < AT_ONCE);
    let Some(took) = took else { return view.at(at) };
    let with = [("when", view.at(at).into()), ("span", in_seconds(view.words, took).into())];
    view.words.fill("lead-decided-in", &with)
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
