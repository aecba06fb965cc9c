//! What the model in the form would make of the leads that are open now.

use crate::language::Words;
use crate::playbook::{Playbook, Tiers};
use crate::scoring::backtest::{Move, Rejudged, moves};
use crate::scoring::mark;
use crate::shell::store::{Reading, Result};
use crate::shell::web::parts::tier_stamp;
use jiff::Timestamp;
use maud::{Markup, html};

/// Open leads that are judged anew, the newest, and leads of all kinds among which they are sought:
/// as many as take well under a second.
const JUDGED_MAX: usize = 20_000;
const SOUGHT_AMONG: usize = 50_000;

/// What becomes of open leads.
pub struct Open {
    /// How many there are, and how many of them were judged.
    all: usize,
    judged: usize,
    moves: Vec<Move>,
    /// Whether no points make the score, neither in force nor in the draft.
    is_driven: bool,
}

/// Judges open leads by the model in force and by a draft.
pub fn read(reading: &Reading, live: &Playbook, draft: &Playbook, now: Timestamp) -> Result<Open> {
    let all = reading.loads()?.values().map(|load| load.open as usize).sum();
    let mut judged = Vec::new();
    reading.open_leads(JUDGED_MAX, SOUGHT_AMONG, |lead, one| {
        let (before, after) = (mark(&one, live, now).1, mark(&one, draft, now).1);
        judged.push(Rejudged { lead, before, after, won: false });
    })?;
    let is_driven = live.scoring.is_driven() && draft.scoring.is_driven();
    Ok(Open { all, judged: judged.len(), moves: moves(&judged), is_driven })
}

/// From which tier to which leads move.
pub fn move_of(one: &Move, tiers: &Tiers, words: Words) -> Markup {
    html! { (tier_stamp(words, one.from, tiers)) " → " (tier_stamp(words, one.to, tiers)) }
}

/// How many would change tier, up and down, and from which to which.
pub fn section(open: Option<&Open>, tiers: &Tiers, words: Words) -> Markup {
    let Some(open) = open else { return html! {} };
    let count = |rises: bool| -> usize {
        open.moves.iter().filter(|one| (one.to > one.from) == rises).map(|one| one.leads).sum()
    };
    let (up, down) = (count(true), count(false));
    let of = [("judged", open.judged.into()), ("all", open.all.into())];
    html! {
        section."card stack tight" #open aria-live="polite" {
            div.line {
                h2 { (words.say("scoring-open")) }
                span."tag push" { (words.fill("scoring-open-count", &[("count", open.all.into())])) }
            }
            @if open.judged < open.all { p.hint { (words.fill("scoring-open-newest", &of)) } }
            @if open.is_driven { p.hint { (words.say("scoring-driven-moves")) } }
            @if up + down == 0 {
                p.mute { (words.fill("scoring-moves", &[("count", 0.into())])) }
            } @else {
                dl.strip {
                    div.stat { dt { (words.say("scoring-open-up")) } dd { b { (up) } } }
                    div.stat { dt { (words.say("scoring-open-down")) } dd { b { (down) } } }
                }
                ul.items {
                    @for one in &open.moves {
                        li {
                            span.grow { (move_of(one, tiers, words)) }
                            span.mute { (words.fill("scoring-open-move", &[("count", one.leads.into())])) }
                        }
                    }
                }
            }
        }
    }
}
