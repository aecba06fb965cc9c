//! The questions everybody asks a lead: what is answered, by whom, and what is left to ask.

use super::act::Act;
use super::facts;
use super::fields::Sheet;
use super::sent::{Sent, Wrong, once_field};
use super::view::View;
use crate::command::{Command, NewAnswer};
use crate::language::Words;
use crate::lead::profile::one_line;
use crate::lead::words::{Named, cause, finding, line};
use crate::lead::{Actor, Answered, Entry, Event, Finding, Means, Seq};
use crate::playbook::{Criterion, Playbook};
use crate::qualification;
use crate::shell::web::parts::icon;
use maud::{Markup, html};

/// The id of the section.
pub const ID: &str = "qualification";

/// What stands before the key of a criterion in the form of a call.
const LEARNT: &str = "learnt.";

/// Characters of what was noted of a call that stand beside an answer.
const SAID_MAX: usize = 200;

/// What takes an answer back, among the findings.
const WITHDRAW: &str = "withdraw";

/// How far the lead is qualified: its rung, what sales says to it, and every question.
pub fn checklist(view: &View) -> Markup {
    let (lead, words) = (&view.case.lead, view.words);
    let rules = &view.playbook.qualification;
    let counted = rules.counted(lead);
    let is_with_sales = lead.handed_over_at.is_some() || lead.sent_back.is_some();
    if counted.all == 0 && lead.grade.is_none() && !is_with_sales {
        return html! {};
    }
    let of = [("answered", counted.answered.into()), ("all", counted.all.into())];
    html! {
        details.ledger #(ID) data-region open {
            summary {
                h2 { (words.say("lead-qualification")) }
                @if counted.all > 0 { span.mute { (words.fill("lead-answered-of", &of)) } }
                span.turn { (icon("down")) }
            }
            div.body {
                @if let Some((grade, why)) = qualification::rung(lead, view.playbook) {
                    p { b { (grade.name()) } " " (words.say(&format!("grade-{}", grade.key()))) br; span.mute { (cause(words, &why)) } }
                }
                (sent_back(view))
                (handover(view))
                ul.items { @for criterion in rules.asked() { (row(view, criterion)) } }
            }
        }
    }
}

/// What sales can say to a lead that was handed over, or has said.
fn handover(view: &View) -> Markup {
    let (lead, words) = (&view.case.lead, view.words);
    if !lead.is_open() || lead.handed_over_at.is_none() {
        return html! {};
    }
    let back = format!("?do={}#act", Act::SendBack.key());
    html! {
        @match lead.taken_on_at {
            Some(at) => p { (icon("check")) " " (words.fill("lead-taken-on", &[("when", view.at(at).into())])) " " a href=(back) { (words.say("lead-send-back")) } },
            None => {
                p { (words.say("lead-waits-for-sales")) }
                form.line action=(Act::TakeOn.url(lead.id, 0)) method="post" {
                    (once_field(view.once))
                    button.btn type="submit" { (icon("check")) (words.say("lead-take-on")) }
                    a.btn.quiet href=(back) { (words.say("lead-send-back")) }
                }
            },
        }
    }
}

/// Who of sales sent it back, when and why; and what is so of a lead that sales has not got again.
fn sent_back(view: &View) -> Markup {
    let (lead, words) = (&view.case.lead, view.words);
    let Some(entry) = view.case.sent_back.as_ref().filter(|_| lead.is_open()) else {
        return html! {};
    };
    let told = line(entry, &|what, key: &str| view.called(what, key), words);
    let nurture = lead.withheld.as_ref().and_then(|key| view.playbook.called(Named::Sequence, key));
    html! {
        p { (icon(told.icon)) " " (told.head) ", " (view.at(entry.at)) }
        @if let Some(note) = told.said.filter(|note| !note.is_empty()) { p.said { (note) } }
        @if lead.handed_over_at.is_none() {
            p.mute {
                @if let Some(nurture) = nurture { (words.fill("lead-withheld", &[("sequence", nurture.into())])) " " }
                (words.say(if lead.promise.is_some() { "lead-back-waits" } else { "lead-back-rests" }))
            }
        }
    }
}

fn row(view: &View, criterion: &Criterion) -> Markup {
    let (lead, words) = (&view.case.lead, view.words);
    let answered = lead.answers.get(&criterion.key);
    let note = answered.filter(|one| !one.means.is_of_the_house()).map_or("", |one| &one.note);
    let id = format!("answer-{}", criterion.key);
    html! {
        li {
            div.grow {
                p {
                    b { (criterion.label) } " "
                    @match answered {
                        Some(answered) => span.tag data-state=(state(answered.finding)) { (finding(words, answered.finding)) },
                        None => span.mute { (words.say("lead-not-asked")) },
                    }
                }
                @if let Some(answered) = answered { (who(view, criterion, answered)) }
                @if answered.is_none() && !criterion.question.is_empty() { p.mute { (criterion.question) } }
                @if lead.is_open() {
                    details {
                        summary { (words.say(if answered.is_some() { "lead-answer-anew" } else { "lead-answer-it" })) }
                        form."stack tight" action=(Act::Answer.url(lead.id, 0)) method="post" {
                            (once_field(view.once))
                            input type="hidden" name="criterion" value=(criterion.key);
                            @if answered.is_some() && !criterion.question.is_empty() { p.mute { (criterion.question) } }
                            div.field {
                                label for=(id) { (words.say("lead-note")) }
                                input.input #(id) name="note" maxlength="300" value=(note) autocomplete="off";
                            }
                            div.line {
                                @for one in Finding::ALL {
                                    button.btn type="submit" name="finding" value=(one.key()) { (finding(words, one)) }
                                }
                                @if answered.is_some_and(|one| !one.means.is_of_the_house()) {
                                    button.btn.quiet type="submit" name="finding" value=(WITHDRAW) { (words.say("lead-answer-withdraw")) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn state(finding: Finding) -> &'static str {
    match finding {
        Finding::Good => "ok",
        Finding::Weak => "soon",
        Finding::Bad => "late",
    }
}

/// Who gave an answer, how, and when; with what was said.
fn who(view: &View, criterion: &Criterion, answered: &Answered) -> Markup {
    let words = view.words;
    let when = view.at(answered.at);
    let how = words.say(&format!("lead-means-{}", answered.means.key()));
    let name = match &answered.by {
        Actor::Teammate(id) => view.playbook.teammate(id).map_or(id.as_str(), |mate| &mate.name),
        Actor::Token(name) => name,
        Actor::Visitor | Actor::House => "",
    };
    let with = [("how", how.as_str().into()), ("name", name.into()), ("when", when.into())];
    let told = if name.is_empty() { "lead-answered-how" } else { "lead-answered-by" };
    let call = call_of(view, answered);
    let field = criterion.fact(&view.case.lead).map_or(&*criterion.field, |(key, _)| key);
    let note = match answered.means.is_of_the_house() {
        true => facts::said(view, field, &answered.note),
        false => answered.note.clone(),
    };
    html! {
        @if !note.is_empty() { p { (note) } }
        @if let Some((_, said)) = call.filter(|(_, said)| note.is_empty() && !said.is_empty()) {
            p.said { (one_line(said, SAID_MAX)) }
        }
        p.mute {
            @match call {
                Some((seq, _)) => a href={ "#e" (seq) } { (words.fill(told, &with)) },
                None => (words.fill(told, &with)),
            }
        }
    }
}

/// The call in which an answer was given, as far as the timeline is on the page, and what was noted of
/// it.
fn call_of<'v>(view: &'v View, answered: &Answered) -> Option<(Seq, &'v str)> {
    if answered.means != Means::Call {
        return None;
    }
    let before = |entry: &&Entry| entry.seq < answered.seq && entry.at == answered.at;
    let calls = view.case.entries.iter().filter(before).filter_map(|entry| match &entry.event {
        Event::Touched(touch) => Some((entry.seq, touch.text.as_str())),
        _ => None,
    });
    calls.max_by_key(|(seq, _)| *seq)
}

/// What a form of the checklist asks for.
pub fn command(sent: &Sent, words: Words) -> Result<Command, Wrong> {
    let criterion = sent.trimmed("criterion").to_owned();
    let said = sent.get("finding");
    if said == WITHDRAW {
        return Ok(Command::Withdraw { criterion });
    }
    let finding = Finding::from_key(said)
        .ok_or_else(|| Wrong::with("finding", words.say("lead-choose-finding")))?;
    let note = sent.trimmed("note").to_owned();
    Ok(Command::Answer(NewAnswer { criterion, finding, note }))
}

/// The questions that are open, to be asked in a call, each with how it was answered.
pub fn to_ask(sheet: &Sheet) -> Markup {
    let (lead, words) = (&sheet.view.case.lead, sheet.view.words);
    let is_open = |one: &&Criterion| lead.is_open() && !lead.answers.contains_key(&one.key);
    let open: Vec<&Criterion> = sheet.view.playbook.qualification.asked().filter(is_open).collect();
    html! {
        @if !open.is_empty() {
            details open[open.iter().any(|one| sheet.some(&name(one)).is_some())] {
                summary { (words.fill("lead-to-ask", &[("count", open.len().into())])) }
                div."stack tight" { @for criterion in open { (to_learn(sheet, criterion)) } }
            }
        }
    }
}

fn to_learn(sheet: &Sheet, criterion: &Criterion) -> Markup {
    let words = sheet.view.words;
    let findings = Finding::ALL.map(|one| (one.key(), finding(words, one)));
    let none = ("", words.say("lead-not-asked"));
    let choices: Vec<(&str, String)> = std::iter::once(none).chain(findings).collect();
    html! {
        fieldset.field {
            legend { b { (criterion.label) } }
            @if !criterion.question.is_empty() { p.mute { (criterion.question) } }
            (sheet.seg(&name(criterion), &criterion.label, &choices, ""))
        }
    }
}

fn name(criterion: &Criterion) -> String {
    format!("{LEARNT}{}", criterion.key)
}

/// What was learnt in a call: an answer for each question that has one.
pub fn learnt(sent: &Sent, playbook: &Playbook) -> Vec<NewAnswer> {
    let answer = |criterion: &Criterion| {
        let finding = Finding::from_key(sent.get(&name(criterion)))?;
        Some(NewAnswer { criterion: criterion.key.clone(), finding, note: String::new() })
    };
    playbook.qualification.asked().filter_map(answer).collect()
}
