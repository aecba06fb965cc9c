//! The forms for what is done seldom: each opens in the place of the composer.

use super::act::Act;
use super::command::{ASIDE, WAS, major};
use super::composer;
use super::fields::Sheet;
use super::sent::Sent;
use super::view::View;
use super::{facts, files, letter, needed, next};
use crate::language::Words;
use crate::lead::WrongOwner;
use crate::shell::web::parts::{State as Tone, alert, icon};
use maud::{Markup, html};

/// The form that was asked for, if it is one of these and makes sense for the lead as it stands.
pub fn card(view: &View) -> Option<Markup> {
    let (act, seq) = view.open()?;
    let is_open = view.case.lead.is_open();
    match act {
        Act::Note | Act::Call | Act::Email | Act::Other | Act::Task => None,
        Act::Done => composer::done(view, seq).or_else(|| refused(view)),
        Act::Move => next::moved(view, seq).or_else(|| refused(view)),
        Act::Rewrite => letter::rewrite(view, seq),
        Act::Reopen if is_open => refused(view),
        Act::Reopen => Some(reopen(view)),
        // What has no form of its own comes back as the sentence that refused it.
        Act::Accept
        | Act::Answer
        | Act::TakeOn
        | Act::Resume
        | Act::Send
        | Act::Drop
        | Act::Tag
        | Act::Attach => refused(view),
        Act::Detach => files::detach(view).or_else(|| refused(view)),
        Act::SendBack if view.case.lead.handed_over_at.is_none() => refused(view),
        _ if !is_open => refused(view),
        Act::Owner => Some(owner(view)),
        Act::Misroute => Some(misroute(view)),
        Act::Stage => Some(stage(view)),
        Act::Won => Some(won(view)),
        Act::Lost => Some(ended(view, act, &view.playbook.pipeline.lost_reasons)),
        Act::Disqualify => Some(ended(view, act, &view.playbook.pipeline.disqualify_reasons)),
        Act::SendBack => Some(send_back(view)),
        Act::Hold => Some(hold(view)),
        Act::Enrol => Some(enrol(view)),
        Act::Snooze => Some(snooze(view)),
        Act::Score => Some(score(view)),
    }
}

/// Why a form that makes no sense any more came back, and what was typed into it.
fn refused(view: &View) -> Option<Markup> {
    let typed = view.typed?;
    Some(html! {
        div.card.stack.tight {
            (alert(Tone::Late, html! { (typed.wrong.sentence) }))
            (kept(view.words, &typed.sent))
            p { a.btn href={ "/leads/" (view.case.lead.id) } { (icon("left")) (view.words.say("lead-back")) } }
        }
    })
}

/// What somebody typed into a form that cannot be drawn again, to be copied from there.
pub fn kept(words: Words, sent: &Sent) -> Markup {
    let typed = ["subject", "text", "note", "why"].map(|name| sent.trimmed(name));
    let typed: Vec<&str> = typed.into_iter().filter(|typed| !typed.is_empty()).collect();
    html! {
        @if !typed.is_empty() {
            p.label { (words.say("lead-you-typed")) }
            @for typed in typed { div.said { @for line in typed.lines() { p { (line) } } } }
        }
    }
}

fn sheet(view: &View, act: Act, title: &str, fields: impl FnOnce(&Sheet) -> Markup) -> Markup {
    let sheet = Sheet::new(view, act);
    let inner = html! {
        h2 { (title) }
        (sheet.alert())
        (fields(&sheet))
        div.line {
            a.btn.quiet href={ "/leads/" (view.case.lead.id) } { (view.words.say("lead-leave-it")) }
            button.btn.primary.push type="submit" { (confirm(view.words, act)) }
        }
    };
    sheet.form("card stack tight", inner)
}

/// The button of a form that is opened seldom.
fn confirm(words: Words, act: Act) -> String {
    words.say(match act {
        Act::Owner => "lead-confirm-owner",
        Act::Misroute => "lead-confirm-misroute",
        Act::Stage => "lead-confirm-stage",
        Act::Won => "lead-confirm-won",
        Act::Lost => "lead-confirm-lost",
        Act::Disqualify => "lead-confirm-disqualify",
        Act::SendBack => "lead-confirm-send-back",
        Act::Reopen => "lead-reopen",
        Act::Hold => "lead-hold",
        Act::Enrol => "lead-start-sequence",
        Act::Snooze => "lead-confirm-snooze",
        Act::Score => "lead-set-score",
        Act::Note
        | Act::Call
        | Act::Email
        | Act::Other
        | Act::Task
        | Act::Done
        | Act::Move
        | Act::Accept
        | Act::Answer
        | Act::TakeOn
        | Act::Tag
        | Act::Attach
        | Act::Detach
        | Act::Resume
        | Act::Rewrite
        | Act::Send
        | Act::Drop => "lead-save",
    })
}

fn owner(view: &View) -> Markup {
    let current = view.case.lead.owner_id();
    let team =
        view.playbook.team.iter().filter(|mate| mate.active && Some(mate.id.as_str()) != current);
    let team: Vec<(&str, &str)> = team.map(|mate| (mate.id.as_str(), mate.name.as_str())).collect();
    sheet(view, Act::Owner, &view.words.say("lead-give-to"), |sheet| {
        html! {
            input type="hidden" name=(WAS) value=(current.map_or("", |id| id));
            (sheet.select("owner", &view.words.say("lead-new-owner"), &view.words.say("lead-choose"), &team, ""))
            (sheet.line("why", &view.words.say("lead-why-given"), "text", ""))
        }
    })
}

fn misroute(view: &View) -> Markup {
    let current = view.case.lead.owner_id();
    let sheet = Sheet::new(view, Act::Misroute);
    let inner = html! {
        h2 { (view.words.say("lead-misroute")) }
        (sheet.alert())
        (sheet.beside("reason"))
        (sheet.beside("owner"))
        p.mute { (view.words.say("lead-misroute-how")) }
        input type="hidden" name=(WAS) value=(current.map_or("", |id| id));
        // The first button is the one that Enter presses.
        button hidden type="submit" {}
        (sheet.line("note", &view.words.say("lead-note"), "text", ""))
        div.line role="group" aria-label=(view.words.say("lead-misroute")) {
            @for why in WrongOwner::ALL {
                button.btn type="submit" name="reason" value=(why.key()) {
                    (view.words.say(&format!("wrong-owner-{}", why.key())))
                }
            }
            a."btn quiet push" href={ "/leads/" (view.case.lead.id) } { (view.words.say("lead-leave-it")) }
        }
    };
    sheet.form("card stack tight", inner)
}

fn stage(view: &View) -> Markup {
    let stages = &view.playbook.pipeline.stages;
    let lead = &view.case.lead;
    let next = view.playbook.stage(&lead.stage).and_then(|(place, _)| stages.get(place + 1));
    let named: Vec<(&str, &str)> =
        stages.iter().map(|stage| (stage.key.as_str(), stage.name.as_str())).collect();
    sheet(view, Act::Stage, &view.words.say("lead-move-stage"), |sheet| {
        html! {
            input type="hidden" name=(WAS) value=(lead.stage);
            @let next = next.map_or("", |stage| &stage.key);
            @let chosen = view.playbook.stage(sheet.value_or("stage", next));
            (sheet.select("stage", &view.words.say("leads-stage"), "", &named, next))
            @if let Some((_, stage)) = chosen { (needed::fieldset(sheet, &stage.requires, "")) }
            dl.facts {
                @for stage in stages { dt { (stage.name) } dd.mute { (stage.meaning) } }
            }
        }
    })
}

fn won(view: &View) -> Markup {
    let worth = view.case.lead.value.map(|value| major(view.words, value)).unwrap_or_default();
    sheet(view, Act::Won, &view.words.say("lead-won"), |sheet| {
        let id = sheet.id("value");
        html! {
            div.field {
                label for=(id) { (facts::label(view.words, "value", view.playbook)) }
                input.input.fit #(id) name="value" inputmode="decimal" maxlength="20"
                    value=(sheet.value_or("value", &worth))
                    aria-invalid=[sheet.is_wrong("value").then_some("true")]
                    aria-describedby={ (id) "-h" };
                (sheet.beside("value"))
            }
            (needed::fieldset(sheet, &view.playbook.pipeline.won_requires, "value"))
        }
    })
}

fn ended(view: &View, act: Act, reasons: &[String]) -> Markup {
    let reasons: Vec<(&str, &str)> =
        reasons.iter().map(|reason| (reason.as_str(), reason.as_str())).collect();
    let title = if act == Act::Lost { "lead-lost" } else { "lead-not-a-lead" };
    sheet(view, act, &view.words.say(title), |sheet| {
        html! {
            (sheet.select("reason", &view.words.say("lead-reason"), &view.words.say("lead-choose"), &reasons, ""))
            (sheet.area("note", &view.words.say("lead-note"), &view.words.say("lead-ended-hint")))
            @if act == Act::Disqualify && view.case.lead.handed_over_at.is_some() {
                p.mute { a href={ "?do=" (Act::SendBack.key()) "#act" } { (view.words.say("lead-rather-nurture")) } }
            }
            @if act == Act::Lost {
                p.mute { a href={ "?do=" (Act::Disqualify.key()) "#act" } { (view.words.say("lead-never-was")) } }
            }
        }
    })
}

/// A lead that is none for sales now: why, and that it is kept in mind of us.
fn send_back(view: &View) -> Markup {
    let own = &view.playbook.qualification.send_back_reasons;
    let reasons: Vec<(&str, &str)> = own
        .iter()
        .chain(&view.playbook.pipeline.disqualify_reasons)
        .map(|reason| (reason.as_str(), reason.as_str()))
        .collect();
    let nurture = view.playbook.sequence(&view.playbook.qualification.nurture);
    sheet(view, Act::SendBack, &view.words.say("lead-send-back"), |sheet| {
        html! {
            (sheet.select("reason", &view.words.say("lead-reason"), &view.words.say("lead-choose"), &reasons, ""))
            (sheet.area("note", &view.words.say("lead-note"), &view.words.say("lead-ended-hint")))
            @if let Some(nurture) = nurture {
                p.mute { (icon("info")) (view.words.fill("lead-send-back-then", &[("sequence", nurture.name.as_str().into())])) }
            }
        }
    })
}

fn reopen(view: &View) -> Markup {
    sheet(view, Act::Reopen, &view.words.say("lead-reopen"), |sheet| {
        sheet.line("why", &view.words.say("lead-why-reopened"), "text", "")
    })
}

fn hold(view: &View) -> Markup {
    sheet(view, Act::Hold, &view.words.say("lead-hold"), |sheet| {
        sheet.line(
            "why",
            &view.words.say("lead-why-held"),
            "text",
            &view.words.say("lead-hold-hint"),
        )
    })
}

fn enrol(view: &View) -> Markup {
    let sequences = view.playbook.sequences.iter();
    let named: Vec<(&str, &str)> =
        sequences.map(|one| (one.key.as_str(), one.name.as_str())).collect();
    sheet(view, Act::Enrol, &view.words.say("lead-start-sequence"), |sheet| {
        html! {
            (sheet.select("sequence", &view.words.say("lead-sequence"), &view.words.say("lead-choose"), &named, ""))
            @if view.case.lead.enrolment.is_some() { p.mute { (icon("info")) (view.words.say("lead-replaces")) } }
        }
    })
}

/// A score set by hand, which has a reason and an end.
fn score(view: &View) -> Markup {
    let words = view.words;
    let stands = view.case.ledger.score.to_string();
    sheet(view, Act::Score, &words.say("lead-set-score"), |sheet| {
        let id = sheet.id("score");
        html! {
            div.field {
                label for=(id) { (words.say("lead-set-score-to")) }
                input.input.pt #(id) name="score" type="number" min="0" max="100" required
                    value=(sheet.value_or("score", &stands))
                    aria-invalid=[sheet.is_wrong("score").then_some("true")] aria-describedby={ (id) "-h" };
                (sheet.beside("score"))
            }
            (aside(view, sheet))
            (sheet.line("why", &words.say("lead-set-score-why"), "text", &words.say("lead-set-score-hint")))
        }
    })
}

/// For how many days something is to hold, or until which day.
fn aside(view: &View, sheet: &Sheet) -> Markup {
    let span = |days: i64| view.words.fill("span-days", &[("count", days.into())]);
    let days: Vec<(String, String)> =
        ASIDE.iter().map(|days| (days.to_string(), span(*days))).collect();
    let days: Vec<(&str, &str)> =
        days.iter().map(|(value, word)| (value.as_str(), word.as_str())).collect();
    html! {
        div.line data-days {
            (sheet.seg("days", &view.words.say("lead-how-long"), &days, "7"))
            input.input.fit type="date" #(sheet.id("on")) name="on" value=[sheet.some("on")]
                aria-label=(view.words.say("lead-or-on-a-day"));
        }
        (sheet.beside("on"))
        (sheet.beside("at"))
    }
}

fn snooze(view: &View) -> Markup {
    sheet(view, Act::Snooze, &view.words.say("lead-snooze"), |sheet| {
        html! {
            (aside(view, sheet))
            (sheet.line("why", &view.words.say("lead-why-aside"), "text", &view.words.say("lead-aside-hint")))
        }
    })
}
