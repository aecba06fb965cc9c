//! The rows of Today: one lead, one clock, one obvious action.

use super::Sheet;
use super::desk::{Clock, Draft, Shown, TaskDue};
use crate::language::Words;
use crate::lead::words::{Named, ask, channel, line, spoken, task_text};
use crate::lead::{Channel, Entry, Event, Lead, LeadId, TaskKind, Tier};
use crate::playbook::Playbook;
use crate::scoring;
use crate::shell::search::Sort;
use crate::shell::web::clocks;
use crate::shell::web::lead::once_field;
use crate::shell::web::leads::filter::{CALLED_IN, Filter, ME};
use crate::shell::web::leads::state::State;
use crate::shell::web::parts::{and_more, face, first_name, icon, no_mail, stamp};
use maud::{Markup, html};
use uuid::Uuid;

/// Who waits for an answer, the least time left first.
pub fn waiting(sheet: &Sheet) -> Markup {
    let (desk, words) = (sheet.desk, sheet.times.words);
    let (own, called_in) = (&desk.clocks, &desk.called_in);
    let shown = || own.rows.iter().chain(&called_in.rows);
    let late = shown().filter_map(|clock| clock.lead.promise.as_ref());
    let is_late = late.into_iter().any(|promise| promise.respond_by < desk.now);
    let count = own.count() + called_in.count();
    let waits = |flag: &str| Filter { flags: vec![flag.to_owned()], ..Filter::open() };
    html! {
        section.ledger #waiting data-region {
            header {
                h2 { (words.say("today-answer-now")) }
                @if count > 0 {
                    span.count data-state=[is_late.then_some("late")] {
                        (words.fill("frame-waiting", &[("count", count.into())]))
                    }
                }
            }
            @if count == 0 { p.mute.body { (words.say("today-nobody-waits")) " " (next(sheet)) } }
            (clock_rows(own, sheet))
            (rest(own, sheet, waits("waiting"), Sort::NextStep))
            (clock_rows(called_in, sheet))
            @if called_in.more > 0 { (more(words, called_in.more, waits(CALLED_IN), Sort::NextStep)) }
        }
    }
}

fn clock_rows(clocks: &Shown<Clock>, sheet: &Sheet) -> Markup {
    html! {
        @if !clocks.rows.is_empty() {
            ol.rows { @for clock in &clocks.rows { (clock_row(clock, sheet)) } }
        }
    }
}

/// What is due today and what should have been done before, in order.
pub fn due(sheet: &Sheet) -> Markup {
    let (tasks, words) = (&sheet.desk.tasks, sheet.times.words);
    html! {
        section.ledger #due data-region {
            header {
                h2 { (words.say("today-due")) }
                @if !tasks.rows.is_empty() {
                    span.count { (words.fill("today-left", &[("count", tasks.count().into())])) }
                }
            }
            @if tasks.rows.is_empty() {
                p.mute.body { (words.say("today-nothing-due")) }
            } @else {
                ol.rows { @for task in &tasks.rows { (task_row(task, sheet)) } }
            }
            (rest(tasks, sheet, Filter::open(), Sort::NextStep))
        }
    }
}

/// Letters that go by themselves today.
pub fn drafts(sheet: &Sheet) -> Markup {
    let drafts = &sheet.desk.drafts;
    html! {
        @if !drafts.rows.is_empty() {
            section.ledger {
                header {
                    h2 { (sheet.times.words.say("today-drafts")) }
                    span.count { (drafts.count()) }
                }
                ol.rows { @for draft in &drafts.rows { (draft_row(draft, sheet)) } }
                (rest(drafts, sheet, Filter::open(), Sort::NextStep))
            }
        }
    }
}

/// How much more there is than is shown, and the way to the list of leads that holds it.
pub(super) fn rest<T>(shown: &Shown<T>, sheet: &Sheet, list: Filter, sort: Sort) -> Markup {
    let owner = if sheet.desk.everyone { Vec::new() } else { vec![ME.to_owned()] };
    let list = Filter { owner, ..list };
    html! { @if shown.more > 0 { (more(sheet.times.words, shown.more, list, sort)) } }
}

fn more(words: Words, count: usize, list: Filter, sort: Sort) -> Markup {
    let list = State { sort, ..State::of_filter(list) };
    html! { p.below { a href=(list.url()) { (and_more(words, count)) } } }
}

/// What comes next where nobody waits: what should have been done before, if anything.
fn next(sheet: &Sheet) -> Markup {
    let words = sheet.times.words;
    html! {
        @if let Some(task) = sheet.desk.tasks.rows.first() {
            @let what = act(words, task.kind, &first_name(&task.summary.name));
            @if task.at < sheet.desk.now {
                (words.fill("today-next-late", &[("what", what.into()), ("when", sheet.times.brief(task.at).into())]))
            } @else {
                (words.fill("today-next", &[("what", what.into()), ("time", sheet.times.clock(task.at).into())]))
            }
        }
    }
}

/// What a button in a row does for somebody, by the keys with their name and without.
fn for_whom(words: Words, [named, bare]: [&str; 2], name: &str) -> String {
    match name {
        "" => words.say(bare),
        name => words.fill(named, &[("name", name.into())]),
    }
}

fn call(words: Words, name: &str) -> String {
    for_whom(words, ["today-call-name", "today-call"], name)
}

fn answer(words: Words, name: &str) -> String {
    for_whom(words, ["today-answer-name", "today-answer"], name)
}

/// What a button does for a task.
fn act(words: Words, kind: TaskKind, name: &str) -> String {
    match kind {
        TaskKind::Call => call(words, name),
        TaskKind::Email => for_whom(words, ["today-email-name", "today-email"], name),
        TaskKind::Linkedin => words.say("today-open-task"),
        TaskKind::Answer => answer(words, name),
        TaskKind::NextStep => words.say("today-choose-step"),
        TaskKind::Complete => words.say("today-fill-in"),
        TaskKind::Other => words.say("today-task-done"),
    }
}

fn clock_row(clock: &Clock, sheet: &Sheet) -> Markup {
    let (lead, words) = (&clock.lead, sheet.times.words);
    let Some(promise) = &lead.promise else { return html! {} };
    let state = clocks::state_of(promise, sheet.desk.now);
    let first = first_name(lead.title());
    let row = Row {
        id: lead.id,
        name: lead.title(),
        company: &lead.profile.company,
        score: (lead.tier(), scoring::shown(lead, sheet.playbook, sheet.desk.now)),
        owner: lead.owner_id(),
        menu: format!("m{}", lead.id),
    };
    let main = if state == "idle" { "" } else { "primary" };
    html! {
        li.row data-state=(state) {
            (clocks::running(promise, &sheet.times, false))
            (row.who(sheet, said(clock, sheet)))
            @if clock.offered {
                form.act.(main) action={ "/leads/" (lead.id) "/accept" } method="post" {
                    (once_field(Uuid::now_v7()))
                    button.btn.(main) type="submit" { (icon("check")) span { (words.say("today-take")) } }
                }
            } @else if calls(clock) {
                (row.act("call", "call", &call(words, &first), main))
            } @else {
                (row.act("email", "mail", &answer(words, &first), main))
            }
            (row.menu(words, &[("call", "today-call"), ("email", "today-email"), ("note", "today-note"),
                ("snooze", "today-snooze"), ("disqualify", "today-not-a-lead")], html! {}))
        }
    }
}

fn task_row(task: &TaskDue, sheet: &Sheet) -> Markup {
    let words = sheet.times.words;
    let row = Row::of(task.lead, &task.summary, task.seq, sheet);
    let (pane, sign) = match task.kind {
        TaskKind::Call => ("call".to_owned(), "call"),
        TaskKind::Email | TaskKind::Answer => ("email".to_owned(), "mail"),
        TaskKind::Linkedin => (done(task), "profile"),
        TaskKind::NextStep => ("task".to_owned(), "task"),
        TaskKind::Complete => ("facts".to_owned(), "note"),
        TaskKind::Other => (done(task), "check"),
    };
    let first = first_name(&task.summary.name);
    let (also, moved) = (done(task), format!("move&task={}", task.seq));
    html! {
        li.row data-state=(clocks::due_state(task.at, sheet.desk.now)) {
            (clocks::due(task.at, &sheet.times))
            (row.who(sheet, html! {
                p {
                    (icon(sign))
                    @if let Some(step) = &task.step { (words.fill("today-step", &[("day", step.day.into())])) " " }
                    (first_line(&task_text(words, task.kind, &task.text)))
                }
            }))
            (row.act(&pane, sign, &act(words, task.kind, &first), ""))
            (row.menu(words, &[(&also, "today-mark-done"), (&moved, "today-move"), ("call", "today-call"),
                ("email", "today-email"), ("note", "today-note"), ("snooze", "today-snooze")], html! {}))
        }
    }
}

fn draft_row(draft: &Draft, sheet: &Sheet) -> Markup {
    let words = sheet.times.words;
    let row = Row::of(draft.lead, &draft.summary, draft.seq, sheet);
    let letter = format!("/leads/{}/letters/{}", draft.lead, draft.seq);
    let template = sheet.playbook.template(&draft.template);
    let name = template.map_or(draft.template.as_str(), |one| &one.name);
    let thrown = format!("d{}", draft.seq);
    let back = html! {
        (once_field(Uuid::now_v7()))
        input type="hidden" name="back" value="/today";
    };
    html! {
        li.row.slim data-state=(clocks::due_state(draft.at, sheet.desk.now)) {
            (clocks::due(draft.at, &sheet.times))
            (row.who(sheet, html! {
                p { (icon("mail")) (name) }
                @if !sheet.desk.has_mail { p { (no_mail(words, sheet.who.role)) } }
            }))
            @if sheet.desk.has_mail {
                form.act action={ (letter) "/send" } method="post" {
                    (back)
                    button.btn type="submit" { (icon("mail")) span { (words.say("today-send-now")) } }
                }
            }
            (row.menu(words, &[], html! {
                a href={ "/leads/" (draft.lead) "#to-do" } { (words.say("today-read-it")) }
                button type="submit" form=(thrown) { (words.say("today-throw-away")) }
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
    pub(super) fn of(
        id: LeadId,
        summary: &'a crate::rows::Summary,
        seq: u64,
        sheet: &Sheet,
    ) -> Row<'a> {
        Row {
            id,
            name: &summary.name,
            company: &summary.company,
            score: (summary.tier, summary.score_at(sheet.playbook, sheet.desk.now)),
            owner: summary.owner.as_deref(),
            menu: format!("m{id}-{seq}"),
        }
    }

    /// The tier, the name and what it is about.
    pub(super) fn who(&self, sheet: &Sheet, about: Markup) -> Markup {
        let owner = self.owner.filter(|_| sheet.desk.everyone);
        let owner = owner.and_then(|id| sheet.playbook.teammate(id));
        html! {
            (stamp(sheet.times.words, self.score.0, self.score.1, false))
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

    /// Everything else that can be done; ways on by the key of their word.
    pub(super) fn menu(&self, words: Words, ways: &[(&str, &str)], more: Markup) -> Markup {
        let label = words.fill("today-more-for", &[("name", self.name.into())]);
        html! {
            button.btn.square.quiet.more type="button" popovertarget=(self.menu)
                aria-label=(label) { (icon("more")) }
            div.menu #(self.menu) popover {
                @for (pane, key) in ways {
                    a href={ "/leads/" (self.id) "?do=" (pane) "#act" } { (words.say(key)) }
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
fn said(clock: &Clock, sheet: &Sheet) -> Markup {
    let words = sheet.times.words;
    let nobody = |_, _: &str| None;
    let lead = &clock.lead;
    let is_back = lead.sent_back.is_some() && lead.handed_over_at.is_none();
    let (sign, place, text) = match &clock.said {
        Some(entry) => {
            let line = line(entry, &nobody, words);
            (line.icon, place(words, entry, sheet.playbook), line.said.unwrap_or_default())
        }
        None => ("note", source(&clock.lead, sheet.playbook), clock.lead.message.clone()),
    };
    let said = match text.is_empty() {
        true => place,
        false => {
            words.fill("today-said", &[("place", place.into()), ("text", first_line(&text).into())])
        }
    };
    html! {
        p {
            (icon(sign))
            @if clock.offered { span.tag data-state="info" { (words.say("today-offered")) } " " }
            @if let Some(owner) = lead.owner_id().filter(|_| is_called_in(sheet, lead)) {
                @let name = mate_name(sheet, owner);
                span.tag data-state="late" { (words.fill("today-escalated", &[("name", name.into())])) } " "
            }
            @if is_back { span.tag { (words.say("entry-sent-back")) } " " }
            (said)
        }
    }
}

/// Whether whoever looks at their own desk was called in on a lead.
fn is_called_in(sheet: &Sheet, lead: &Lead) -> bool {
    sheet.desk.called_in.rows.iter().any(|clock| clock.lead.id == lead.id)
}

/// What a teammate is called among colleagues.
fn mate_name(sheet: &Sheet, id: &str) -> String {
    sheet.playbook.teammate(id).map_or_else(|| id.to_owned(), |mate| first_name(&mate.name))
}

fn place(words: Words, entry: &Entry, playbook: &Playbook) -> String {
    match &entry.event {
        Event::Captured(arrival) | Event::Attached(arrival) => {
            let name = playbook.called(Named::Source, &arrival.source);
            let name = name.unwrap_or_else(|| spoken(&arrival.source));
            let Some(kind) = arrival.hand_raise else { return name };
            let asked = [("what", name.into()), ("more", ask(words, kind).into())];
            words.fill("entry-with", &asked)
        }
        Event::Touched(touch) => channel(words, touch.channel),
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
