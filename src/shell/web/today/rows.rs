//! The rows of Today: one lead, one clock, one obvious action.

use super::desk::{Clock, Desk, Draft, Shown, TaskDue};
use super::words;
use crate::lead::words::english;
use crate::lead::words::line;
use crate::lead::{Channel, Entry, Event, Lead, LeadId, TaskKind, Tier};
use crate::playbook::Playbook;
use crate::shell::web::clocks;
use crate::shell::web::lead::once_field;
use crate::shell::web::parts::{face, icon, tier};
use crate::shell::web::times;
use crate::shell::web::words::{and_more, first_name, waiting as waiting_count};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use uuid::Uuid;

/// Who waits for an answer, the least time left first.
pub fn waiting(desk: &Desk, playbook: &Playbook) -> Markup {
    let clocks = &desk.clocks;
    let zone = playbook.calendar().zone().clone();
    let states = clocks.rows.iter().filter_map(|clock| clock.lead.promise.as_ref());
    let late = states.filter(|promise| promise.respond_by < desk.now).count();
    html! {
        section.ledger #waiting data-region {
            header {
                h2 { (words::ANSWER_NOW) }
                @if !clocks.rows.is_empty() {
                    span.count data-state=[(late > 0).then_some("late")] {
                        (waiting_count(clocks.rows.len() + clocks.more))
                    }
                }
            }
            @if clocks.rows.is_empty() {
                p.mute.body { (words::NOBODY_WAITS) " " (next(desk, &zone)) }
            } @else {
                ol.rows { @for clock in &clocks.rows { (clock_row(clock, desk, playbook, &zone)) } }
            }
            (rest(clocks))
        }
    }
}

/// What is due today and what should have been done before, in order.
pub fn due(desk: &Desk, playbook: &Playbook) -> Markup {
    let tasks = &desk.tasks;
    let zone = playbook.calendar().zone().clone();
    html! {
        section.ledger #due data-region {
            header {
                h2 { (words::DUE_TODAY) }
                @if !tasks.rows.is_empty() {
                    span.count { (words::left(tasks.rows.len() + tasks.more)) }
                }
            }
            @if tasks.rows.is_empty() {
                p.mute.body { (words::NOTHING_DUE) }
            } @else {
                ol.rows { @for task in &tasks.rows { (task_row(task, desk, playbook, &zone)) } }
            }
            (rest(tasks))
        }
    }
}

/// Letters that go by themselves today.
pub fn drafts(desk: &Desk, playbook: &Playbook) -> Markup {
    let zone = playbook.calendar().zone().clone();
    html! {
        @if !desk.drafts.rows.is_empty() {
            section.ledger {
                header {
                    h2 { (words::DRAFTS) }
                    span.count { (desk.drafts.rows.len() + desk.drafts.more) }
                }
                ol.rows {
                    @for draft in &desk.drafts.rows { (draft_row(draft, desk, playbook, &zone)) }
                }
                (rest(&desk.drafts))
            }
        }
    }
}

pub(super) fn rest<T>(shown: &Shown<T>) -> Markup {
    html! { @if shown.more > 0 { p.mute.below { (and_more(shown.more)) } } }
}

/// What comes next where nobody waits.
fn next(desk: &Desk, zone: &TimeZone) -> Markup {
    let next = desk.tasks.rows.iter().find(|task| task.at >= desk.now);
    html! {
        @if let Some(task) = next {
            (words::next(&words::act(task.kind, &first_name(&task.summary.name)), &times::clock(task.at, zone)))
        }
    }
}

fn clock_row(clock: &Clock, desk: &Desk, playbook: &Playbook, zone: &TimeZone) -> Markup {
    let lead = &clock.lead;
    let Some(promise) = &lead.promise else { return html! {} };
    let state = clocks::state_of(promise, desk.now);
    let first = first_name(lead.title());
    let row = Row {
        id: lead.id,
        name: lead.title(),
        company: &lead.profile.company,
        score: (lead.tier(), lead.score()),
        owner: lead.owner_id(),
        menu: format!("m{}", lead.id),
    };
    let main = if state == "idle" { "" } else { "primary" };
    html! {
        li.row data-state=(state) {
            (clocks::promised(promise, desk.now, zone, false))
            (row.who(desk, playbook, said(clock, playbook)))
            @if clock.offered {
                form.act.(main) action={ "/leads/" (lead.id) "/accept" } method="post" {
                    (once_field(Uuid::now_v7()))
                    button.btn.(main) type="submit" { (icon("check")) span { (words::TAKE_IT) } }
                }
            } @else if calls(clock) {
                (row.act("call", "call", &words::call(&first), main))
            } @else {
                (row.act("email", "mail", &words::answer(&first), main))
            }
            (row.menu(&[("call", words::CALL), ("email", words::EMAIL), ("note", words::NOTE),
                ("snooze", words::SNOOZE), ("disqualify", words::NOT_A_LEAD)], html! {}))
        }
    }
}

fn task_row(task: &TaskDue, desk: &Desk, playbook: &Playbook, zone: &TimeZone) -> Markup {
    let row = Row::of(task.lead, &task.summary, task.seq);
    let (pane, sign) = match task.kind {
        TaskKind::Call => ("call".to_owned(), "call"),
        TaskKind::Email | TaskKind::Answer => ("email".to_owned(), "mail"),
        TaskKind::Linkedin => (done(task), "profile"),
        TaskKind::NextStep => ("task".to_owned(), "task"),
        TaskKind::Complete => ("facts".to_owned(), "note"),
        TaskKind::Other => (done(task), "check"),
    };
    let first = first_name(&task.summary.name);
    let also = done(task);
    html! {
        li.row data-state=(clocks::due_state(task.at, desk.now)) {
            (clocks::due(task.at, desk.now, zone))
            (row.who(desk, playbook, html! {
                p { (icon(sign)) @if let Some(step) = &task.step { (words::step(step)) } (first_line(&task.text)) }
            }))
            (row.act(&pane, sign, &words::act(task.kind, &first), ""))
            (row.menu(&[(&also, words::DONE), ("call", words::CALL), ("email", words::EMAIL),
                ("note", words::NOTE), ("snooze", words::SNOOZE)], html! {}))
        }
    }
}

fn draft_row(draft: &Draft, desk: &Desk, playbook: &Playbook, zone: &TimeZone) -> Markup {
    let row = Row::of(draft.lead, &draft.summary, draft.seq);
    let letter = format!("/leads/{}/letters/{}", draft.lead, draft.seq);
    let name = playbook.template(&draft.template).map_or(draft.template.as_str(), |one| &one.name);
    let thrown = format!("d{}", draft.seq);
    let back = html! {
        (once_field(Uuid::now_v7()))
        input type="hidden" name="back" value="/today";
    };
    html! {
        li.row.slim data-state=(clocks::due_state(draft.at, desk.now)) {
            (clocks::due(draft.at, desk.now, zone))
            (row.who(desk, playbook, html! { p { (icon("mail")) (name) } }))
            form.act action={ (letter) "/send" } method="post" {
                (back)
                button.btn type="submit" { (icon("mail")) span { (words::SEND_NOW) } }
            }
            (row.menu(&[], html! {
                a href={ "/leads/" (draft.lead) "#to-do" } { (words::READ_IT) }
                button type="submit" form=(thrown) { (words::THROW_AWAY) }
            }))
            form #(thrown) hidden action={ (letter) "/drop" } method="post" { (back) }
        }
    }
}

/// What every row has: the lead, and the ways on from it.
pub(super) struct Row<'a> {
    id: LeadId,
    name: &'a str,
    company: &'a str,
    score: (Tier, u8),
    owner: Option<&'a str>,
    /// The id of its menu, its own on the page.
    menu: String,
}

impl<'a> Row<'a> {
    pub(super) fn of(id: LeadId, summary: &'a crate::rows::Summary, seq: u64) -> Row<'a> {
        Row {
            id,
            name: &summary.name,
            company: &summary.company,
            score: (summary.tier, summary.score),
            owner: summary.owner.as_deref(),
            menu: format!("m{id}-{seq}"),
        }
    }

    /// The tier, the name and what it is about.
    pub(super) fn who(&self, desk: &Desk, playbook: &Playbook, about: Markup) -> Markup {
        let owner = self.owner.filter(|_| desk.everyone).and_then(|id| playbook.teammate(id));
        html! {
            (tier(self.score.0, self.score.1, false))
            div.who {
                a href={ "/leads/" (self.id) } { (self.name) }
                @if self.company != self.name { " " span { (self.company) } }
                @if let Some(mate) = owner {
                    " " span.owner { (face(&mate.id, &mate.name)) span.sr { (mate.name) } }
                }
                (about)
            }
        }
    }

    /// The one obvious action: the lead, with the right form open.
    pub(super) fn act(&self, pane: &str, sign: &str, word: &str, kind: &str) -> Markup {
        html! {
            a.btn.act.(kind) href={ "/leads/" (self.id) "?do=" (pane) "#act" } {
                (icon(sign)) span { (word) }
            }
        }
    }

    pub(super) fn menu(&self, ways: &[(&str, &str)], more: Markup) -> Markup {
        html! {
            button.btn.square.quiet.more type="button" popovertarget=(self.menu)
                aria-label=(words::more_for(self.name)) { (icon("more")) }
            div.menu #(self.menu) popover {
                @for (pane, word) in ways {
                    a href={ "/leads/" (self.id) "?do=" (pane) "#act" } { (word) }
                }
                (more)
            }
        }
    }
}

/// The form in which a task is marked as done.
fn done(task: &TaskDue) -> String {
    format!("done&task={}", task.seq)
}

/// Whether the obvious answer is a call: a number is known, and they did not write a letter.
fn calls(clock: &Clock) -> bool {
    let wrote = clock.said.as_ref().is_some_and(
        |entry| matches!(&entry.event, Event::Touched(touch) if touch.channel != Channel::Call),
    );
    let lead = &clock.lead;
    !lead.profile.phone.is_empty() && (!wrote || lead.profile.email.is_empty())
}

/// What they last said, in their words, and where.
fn said(clock: &Clock, playbook: &Playbook) -> Markup {
    let nobody = |id: &str| id.to_owned();
    let (sign, place, words) = match &clock.said {
        Some(entry) => {
            let line = line(entry, &nobody);
            (line.icon, place(entry, playbook), line.said.unwrap_or_default())
        }
        None => ("note", source(&clock.lead, playbook), clock.lead.message.clone()),
    };
    html! {
        p {
            (icon(sign))
            @if clock.offered { span.tag data-state="info" { (words::OFFERED) } " " }
            (place)
            @if !words.is_empty() { ": “" (first_line(&words)) "”" }
        }
    }
}

fn place(entry: &Entry, playbook: &Playbook) -> String {
    match &entry.event {
        Event::Captured(arrival) | Event::Attached(arrival) => {
            let name = playbook.source(&arrival.source).map(|source| source.name.clone());
            let name = name.unwrap_or_else(|| english::spoken(&arrival.source));
            match arrival.hand_raise {
                Some(kind) => format!("{name}, {}", english::ask(kind)),
                None => name,
            }
        }
        Event::Touched(touch) => english::channel(touch.channel).to_owned(),
        _ => String::new(),
    }
}

fn source(lead: &Lead, playbook: &Playbook) -> String {
    playbook.source(&lead.source).map_or_else(String::new, |source| source.name.clone())
}

/// The first line of a text, as far as a row shows it.
pub(super) fn first_line(text: &str) -> String {
    const LONGEST: usize = 140;
    crate::lead::profile::one_line(text.lines().next().unwrap_or_default(), LONGEST)
}
