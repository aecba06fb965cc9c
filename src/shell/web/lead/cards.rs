//! The forms for what is done seldom: each opens in the place of the composer.

use super::act::Act;
use super::command::{ASIDE, major};
use super::composer;
use super::fields::Sheet;
use super::view::View;
use super::words;
use super::{letter, needed};
use crate::shell::web::parts::icon;
use maud::{Markup, html};

/// The form that was asked for, if it is one of these and makes sense for the lead as it stands.
pub fn card(view: &View) -> Option<Markup> {
    let (act, seq) = view.open()?;
    let is_open = view.case.lead.is_open();
    match act {
        Act::Note | Act::Call | Act::Email | Act::Task => None,
        Act::Done => composer::done(view, seq),
        Act::Rewrite => letter::rewrite(view, seq),
        Act::Reopen => (!is_open).then(|| reopen(view)),
        // What has no form of its own comes back as the sentence that refused it.
        Act::Accept
        | Act::Resume
        | Act::Send
        | Act::Drop
        | Act::Tag
        | Act::Attach
        | Act::Detach => refused(view, act),
        _ if !is_open => refused(view, act),
        Act::Owner => Some(owner(view)),
        Act::Stage => Some(stage(view)),
        Act::Won => Some(won(view)),
        Act::Lost => Some(ended(view, act, &view.playbook.pipeline.lost_reasons)),
        Act::Disqualify => Some(ended(view, act, &view.playbook.pipeline.disqualify_reasons)),
        Act::Hold => Some(hold(view)),
        Act::Enrol => Some(enrol(view)),
        Act::Snooze => Some(snooze(view)),
    }
}

fn refused(view: &View, act: Act) -> Option<Markup> {
    view.typed?;
    Some(html! { div.card { (Sheet::new(view, act).alert()) } })
}

fn sheet(view: &View, act: Act, title: &str, fields: impl FnOnce(&Sheet) -> Markup) -> Markup {
    let sheet = Sheet::new(view, act);
    let inner = html! {
        h2 { (title) }
        (sheet.alert())
        (fields(&sheet))
        div.line {
            a.btn.quiet href={ "/leads/" (view.case.lead.id) } { (words::LEAVE_IT) }
            button.btn.primary.push type="submit" { (words::confirm(act)) }
        }
    };
    sheet.form("card stack tight", inner)
}

fn owner(view: &View) -> Markup {
    let current = view.case.lead.owner_id();
    let team =
        view.playbook.team.iter().filter(|mate| mate.active && Some(mate.id.as_str()) != current);
    let team: Vec<(&str, &str)> = team.map(|mate| (mate.id.as_str(), mate.name.as_str())).collect();
    sheet(view, Act::Owner, words::GIVE_TO, |sheet| {
        html! {
            (sheet.select("owner", words::NEW_OWNER, words::CHOOSE, &team, ""))
            (sheet.line("why", words::WHY_GIVEN, "text", ""))
        }
    })
}

fn stage(view: &View) -> Markup {
    let stages = &view.playbook.pipeline.stages;
    let lead = &view.case.lead;
    let next = view.playbook.stage(&lead.stage).and_then(|(place, _)| stages.get(place + 1));
    let named: Vec<(&str, &str)> =
        stages.iter().map(|stage| (stage.key.as_str(), stage.name.as_str())).collect();
    sheet(view, Act::Stage, words::MOVE_STAGE, |sheet| {
        html! {
            @let next = next.map_or("", |stage| &stage.key);
            @let chosen = view.playbook.stage(sheet.value_or("stage", next));
            (sheet.select("stage", words::STAGE, "", &named, next))
            @if let Some((_, stage)) = chosen { (needed::fieldset(sheet, &stage.requires, "")) }
            dl.facts {
                @for stage in stages { dt { (stage.name) } dd.mute { (stage.meaning) } }
            }
        }
    })
}

fn won(view: &View) -> Markup {
    let worth = view.case.lead.value.map_or_else(String::new, major);
    sheet(view, Act::Won, words::WON, |sheet| {
        let id = sheet.id("value");
        html! {
            div.field {
                label for=(id) { (words::value_in(&view.playbook.business.currency)) }
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
    let title = if act == Act::Lost { words::LOST } else { words::NOT_A_LEAD };
    sheet(view, act, title, |sheet| {
        html! {
            (sheet.select("reason", words::REASON, words::CHOOSE, &reasons, ""))
            (sheet.area("note", words::NOTE, words::ENDED_HINT))
            @if act == Act::Lost {
                p.mute { a href={ "?do=" (Act::Disqualify.key()) "#act" } { (words::RATHER_NOT_A_LEAD) } }
            }
        }
    })
}

fn reopen(view: &View) -> Markup {
    sheet(view, Act::Reopen, words::REOPEN, |sheet| {
        sheet.line("why", words::WHY_REOPENED, "text", "")
    })
}

fn hold(view: &View) -> Markup {
    sheet(view, Act::Hold, words::HOLD, |sheet| {
        sheet.line("why", words::WHY_HELD, "text", words::HOLD_HINT)
    })
}

fn enrol(view: &View) -> Markup {
    let sequences = view.playbook.sequences.iter();
    let named: Vec<(&str, &str)> =
        sequences.map(|one| (one.key.as_str(), one.name.as_str())).collect();
    sheet(view, Act::Enrol, words::START_SEQUENCE, |sheet| {
        html! {
            (sheet.select("sequence", words::SEQUENCE, words::CHOOSE, &named, ""))
            @if view.case.lead.enrolment.is_some() { p.mute { (icon("info")) (words::REPLACES) } }
        }
    })
}

fn snooze(view: &View) -> Markup {
    let days: Vec<(String, String)> =
        ASIDE.iter().map(|days| (days.to_string(), words::days(*days))).collect();
    let days: Vec<(&str, &str)> =
        days.iter().map(|(value, word)| (value.as_str(), word.as_str())).collect();
    sheet(view, Act::Snooze, words::SNOOZE, |sheet| {
        html! {
            div.line {
                (sheet.seg("days", words::HOW_LONG, &days, "7"))
                input.input.fit type="date" #(sheet.id("on")) name="on" value=[sheet.some("on")]
                    aria-label=(words::OR_ON_A_DAY);
            }
            (sheet.beside("on"))
            (sheet.beside("at"))
            (sheet.line("why", words::WHY_ASIDE, "text", words::ASIDE_HINT))
        }
    })
}
