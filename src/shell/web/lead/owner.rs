//! Why this owner: the rule that decided, the rules before it, and everyone who was considered.

use super::view::View;
use super::words;
use crate::lead::{Candidate, Verdict};
use crate::shell::web::parts::icon;
use maud::{Markup, html};

/// Candidates shown; more are counted.
const CANDIDATES: usize = 12;

/// Why the owner is the owner.
pub fn owner(view: &View) -> Markup {
    let Some((at, decision)) = &view.case.decision else { return html! {} };
    let name = view.name(view.case.lead.owner_id().unwrap_or_default());
    let pool = view.playbook.pool(&decision.pool).map(|pool| pool.name.as_str());
    let more = decision.candidates.len().saturating_sub(CANDIDATES);
    html! {
        details.ledger #owner-why data-region open {
            summary { h2 { (words::why_owner(&name)) } span.turn { (icon("down")) } }
            div.body {
                ol.items {
                    @for (rule, why) in &decision.passed_over {
                        li data-state="idle" {
                            (icon("x")) span.grow { (rule) br; span.mute { (why) } }
                        }
                    }
                    li data-state="ok" {
                        (icon("check"))
                        span.grow {
                            b { (words::rule(&decision.rule)) }
                            @if let Some(pool) = pool { br; span.mute { (words::from_pool(pool)) } }
                        }
                    }
                    @for candidate in decision.candidates.iter().take(CANDIDATES) { (line(view, candidate)) }
                    @if more > 0 { li.mute { (crate::shell::web::words::and_more(more)) } }
                }
                p.mute { (words::decided(&view.at(*at), &decision.occasion)) }
            }
        }
    }
}

fn line(view: &View, candidate: &Candidate) -> Markup {
    let (state, sign, why) = match &candidate.verdict {
        Verdict::Chosen => ("ok", "check", words::CHOSEN.to_owned()),
        Verdict::Eligible => ("idle", "right", words::ELIGIBLE.to_owned()),
        Verdict::Excluded(why) => ("idle", "x", why.clone()),
    };
    html! {
        li data-state=(state) {
            (icon(sign))
            span.grow {
                (view.name(&candidate.teammate)) br;
                span.mute { (words::candidate(&why, candidate.open, candidate.weight)) }
            }
        }
    }
}
