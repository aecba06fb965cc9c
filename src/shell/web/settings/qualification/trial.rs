//! What the rules in the form would make of the leads that are open now.

use crate::capability::{Contact, Situation};
use crate::command::Command;
use crate::decide::decide;
use crate::language::Words;
use crate::lead::{Actor, Grade, Lead, LeadId, Seq};
use crate::playbook::Playbook;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::parts::and_more;
use crate::shell::web::read;
use jiff::Timestamp;
use maud::{Markup, html};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Open leads that are tried, the newest, and leads of all kinds among which they are sought: as many
/// as take well under a second.
const TRIED_MAX: usize = 5_000;
const SOUGHT_AMONG: usize = 50_000;

/// Leads that are named.
const NAMED: usize = 6;

/// Behind every entry there is.
const NEXT: Seq = Seq::MAX / 2;

/// Where the page shows it, and the press that asks for it.
pub const PLACE: &str = "tried";
pub const TRY: &str = "try";

/// What would become of open leads.
#[derive(Default)]
pub struct Tried {
    /// How many are open, and how many of them were tried.
    all: usize,
    tried: usize,
    handed_over: usize,
    named: Vec<(LeadId, String)>,
    /// How many go from one rung to another.
    climbs: BTreeMap<(Option<Grade>, Option<Grade>), usize>,
}

/// Tries a draft on the leads that are open.
pub async fn on_open_leads(house: &Arc<House>, draft: Playbook) -> Result<Tried, Error> {
    let (now, in_force) = (house.desk.now(), house.playbook());
    read(house, move |reading| {
        let all = reading.loads()?.values().map(|load| load.open as usize).sum();
        let mut tried = Tried { all, ..Tried::default() };
        reading.open_leads(TRIED_MAX, SOUGHT_AMONG, |id, lead| {
            tried.add(id, &lead, (&in_force.playbook, &draft), now);
        })?;
        Ok(tried)
    })
    .await
}

impl Tried {
    fn add(
        &mut self,
        id: LeadId,
        lead: &Lead,
        (live, draft): (&Playbook, &Playbook),
        now: Timestamp,
    ) {
        self.tried += 1;
        let stands = |lead: &Lead| (lead.grade(), lead.handed_over_at.is_some());
        let after = stands(&settled(lead, draft, now));
        if after == stands(lead) {
            return;
        }
        let before = stands(&settled(lead, live, now));
        if after.1 && !before.1 {
            self.handed_over += 1;
            if self.named.len() < NAMED {
                self.named.push((id, lead.title().to_owned()));
            }
        }
        if after.0 != before.0 {
            *self.climbs.entry((before.0, after.0)).or_default() += 1;
        }
    }

    /// What would become of them.
    pub fn draw(&self, words: Words) -> Markup {
        let of = [("judged", self.tried.into()), ("all", self.all.into())];
        let rung = |grade: Option<Grade>| match grade {
            Some(grade) => grade.name().to_owned(),
            None => words.say("qualify-no-rung"),
        };
        html! {
            section."card stack tight" id=(PLACE) role="status" {
                div.line {
                    h2 { (words.say("scoring-open")) }
                    span."tag push" { (words.fill("scoring-open-count", &[("count", self.all.into())])) }
                }
                @if self.tried < self.all { p.hint { (words.fill("scoring-open-newest", &of)) } }
                p { (words.fill("qualify-tried-handed", &[("count", self.handed_over.into())])) }
                @if !self.named.is_empty() {
                    ul.items {
                        @for (id, title) in &self.named { li { a href={ "/leads/" (id) } { (title) } } }
                        @let more = self.handed_over - self.named.len();
                        @if more > 0 { li.mute { (and_more(words, more)) } }
                    }
                }
                @if self.climbs.is_empty() {
                    p.mute { (words.say("qualify-tried-no-rung")) }
                } @else {
                    ul.items {
                        @for ((from, to), count) in &self.climbs {
                            li {
                                span.grow { (rung(*from)) " → " (rung(*to)) }
                                span.mute { (words.fill("scoring-open-move", &[("count", (*count).into())])) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The lead once it has come to rest by a playbook.
fn settled(lead: &Lead, playbook: &Playbook, now: Timestamp) -> Lead {
    let (loads, turns) = (&BTreeMap::new(), &BTreeMap::new());
    let (kin, contact) = (Vec::new(), Contact::default());
    let situation = Situation { playbook, version: 0, loads, turns, kin, contact };
    decide(lead.clone(), NEXT, Command::Review, Actor::House, &situation, now)
        .map_or_else(|_| lead.clone(), |decided| decided.lead)
}
