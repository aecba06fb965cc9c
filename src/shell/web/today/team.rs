//! How each desk stands, for who looks after all of them: who is drowning, and who is away.

use super::desk::{Desk, Mate};
use crate::language::Words;
use crate::playbook::Playbook;
use crate::rows::AgendaItem;
use crate::shell::store::{Reading, Result};
use crate::shell::web::parts::owner;
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};

/// What is looked at of each desk.
const LOOKED_AT: usize = 500;

/// How far ahead clocks are counted.
const AHEAD: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Things past due from which a desk counts as more than one person can do.
const DROWNING: usize = 5;

/// Reads how each desk stands, the fullest first.
pub fn team(reading: &Reading, playbook: &Playbook, now: Timestamp) -> Result<Vec<Mate>> {
    let loads = reading.loads()?;
    let today = playbook.calendar().day_of(now);
    let mut team = Vec::new();
    for mate in playbook.team.iter().filter(|mate| mate.active) {
        let late = reading.overdue(&mate.id, now, LOOKED_AT)?;
        let ahead = reading.agenda_between(&mate.id, now, now + AHEAD, LOOKED_AT)?;
        let count = |of: &[crate::shell::store::waiting::Waiting], item: AgendaItem| {
            of.iter().filter(|waiting| waiting.item == item).count()
        };
        let late_clocks = count(&late, AgendaItem::Clock);
        team.push(Mate {
            id: mate.id.clone(),
            name: mate.name.clone(),
            open: loads.get(&mate.id).map_or(0, |load| load.open),
            clocks: late_clocks + count(&ahead, AgendaItem::Clock),
            late_clocks,
            late_tasks: count(&late, AgendaItem::Task),
            away_until: mate.away_until(today),
        });
    }
    team.sort_by_key(|mate| std::cmp::Reverse((mate.late_clocks, mate.late_tasks, mate.open)));
    Ok(team)
}

/// The desks beside one another.
pub fn section(desk: &Desk, words: Words) -> Markup {
    html! {
        @if !desk.team.is_empty() {
            section.ledger #team {
                header { h2 { (words.say("today-team")) } }
                div.scroll-x tabindex="0" role="region" aria-label=(words.say("today-team")) {
                    table.table {
                        thead {
                            tr {
                                th scope="col" { (words.say("today-team-who")) }
                                th.num scope="col" { (words.say("today-team-clocks")) }
                                th.num scope="col" { (words.say("today-team-late")) }
                                th.num scope="col" { (words.say("today-team-open")) }
                                th scope="col" { (words.say("today-team-state")) }
                            }
                        }
                        tbody { @for mate in &desk.team { (row(mate, words)) } }
                    }
                }
            }
        }
    }
}

fn row(mate: &Mate, words: Words) -> Markup {
    let late = mate.late_clocks + mate.late_tasks;
    html! {
        tr {
            th scope="row" { (owner(&mate.id, &mate.name)) }
            td.num { (mate.clocks) }
            td.num { @if late > 0 { span.due data-state="late" { (late) } } @else { "0" } }
            td.num { (mate.open) }
            td {
                @if let Some(until) = mate.away_until {
                    span.tag { (words.moment("today-team-away", until.at(0, 0, 0, 0))) }
                } @else if late >= DROWNING {
                    span.tag data-state="late" { (words.say("today-team-drowning")) }
                } @else {
                    span.mute { (words.say("today-team-well")) }
                }
            }
        }
    }
}
