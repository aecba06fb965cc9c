//! Why this owner: the rule that decided, the rules before it, and everyone who was considered.

use super::act::Act;
use super::view::View;
use crate::language::Words;
use crate::lead::words::{capitalised, cause, passed_over};
use crate::lead::{Candidate, Decision, Verdict};
use crate::shell::web::parts::{and_more, icon};
use jiff::Timestamp;
use maud::{Markup, html};

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

/// When it was decided, and what for: in a person's own words where a person decided.
fn decided(view: &View, at: Timestamp, decision: &Decision) -> String {
    let when = ("when", view.at(at).into());
    match cause(view.words, &decision.occasion) {
        why if why.is_empty() => view.words.fill("lead-decided", &[when]),
        why => view.words.fill("lead-decided-for", &[when, ("why", why.into())]),
    }
}
