//! How each desk stands, for who looks after all of them: who is drowning, and who is away.

use super::desk::{Desk, Mate};
use super::numbers::{Standing, clocks_to_come};
use crate::language::Words;
use crate::playbook::Playbook;
use crate::shell::store::{Reading, Result};
use crate::shell::web::leads::filter::Filter;
use crate::shell::web::leads::state::State;
use crate::shell::web::parts::owner;
use jiff::Timestamp;
use maud::{Markup, html};

/// Things past due from which a desk counts as more than one person can do.
const DROWNING: usize = 5;

/// How the desks of who works here stand, the fullest first.
pub fn team(
    reading: &Reading,
    playbook: &Playbook,
    standings: Vec<Standing>,
    now: Timestamp,
) -> Result<Vec<Mate>> {
    let loads = reading.loads()?;
    let today = playbook.calendar().day_of(now);
    let mut team = Vec::new();
    for standing in standings {
        let mate = playbook.teammate(&standing.teammate).filter(|mate| mate.active);
        let Some(mate) = mate else { continue };
        team.push(Mate {
            id: mate.id.clone(),
            name: mate.name.clone(),
            open: loads.get(&mate.id).map_or(0, |load| load.open),
            clocks: standing.late_clocks.len() + clocks_to_come(reading, &mate.id, now)?,
            away_until: mate.away_until(today),
            standing,
        });
    }
    let late = |mate: &Mate| (mate.standing.late_clocks.len(), mate.standing.late_tasks, mate.open);
    team.sort_by_key(|mate| std::cmp::Reverse(late(mate)));
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
    let Standing { late_clocks, late_tasks, .. } = &mate.standing;
    let (late_clocks, late_tasks) = (late_clocks.len(), *late_tasks);
    let late = mate.standing.late();
    let leads = State::of_filter(Filter { owner: vec![mate.id.clone()], ..Filter::open() }).url();
    html! {
        tr {
            th scope="row" { a href=(leads) { (owner(&mate.id, &mate.name)) } }
            td.num { (mate.clocks) }
            td.num { @if late > 0 { span.due data-state="late" { (late) } } @else { "0" } }
            td.num { (mate.open) }
            td {
                @if let Some(until) = mate.away_until {
                    span.tag { (words.moment("today-team-away", until.at(0, 0, 0, 0))) }
                } @else if late >= DROWNING {
                    span.tag data-state="late" { (words.say("today-team-drowning")) }
                } @else if late_clocks > 0 {
                    span.tag data-state="late" { (words.fill("today-team-answers", &[("count", late_clocks.into())])) }
                } @else if late_tasks > 0 {
                    span.tag data-state="soon" { (words.fill("today-team-tasks", &[("count", late_tasks.into())])) }
                } @else {
                    span.mute { (words.say("today-team-well")) }
                }
            }
        }
    }
}
