//! The rows of the list, with a box each to take several at once.

use super::bulk;
use super::columns::Column;
use super::empty;
use super::sheet::Sheet;
use crate::lead::words::{task_kind, task_text};
use crate::lead::{Grade, LeadFate, LeadId, TaskKind};
use crate::playbook::StepKind;
use crate::rows::{Next, Summary};
use crate::shell::search::{Sort, Worth};
use crate::shell::web::lead::{once_field, through};
use crate::shell::web::parts::{face, icon, stamp};
use crate::shell::web::{clocks, custom};
use maud::{Markup, html};

/// Characters of a custom field that a list shows.
const VALUE_MAX: usize = 80;

/// The rows in the form by which many leads are changed at once. The rows are drawn anew with news,
/// the form and what is open in it stay.
pub fn picker(sheet: &Sheet) -> Markup {
    let list = sheet.list;
    html! {
        form.picker #picker action="/leads/bulk" method="post" {
            (once_field(sheet.once))
            input type="hidden" name="here" value=(list.state.here());
            div #rows data-region {
                @if list.rows.is_empty() { (empty::nothing(sheet)) } @else { (table(sheet)) }
            }
            (bulk::bar(sheet))
        }
    }
}

fn table(sheet: &Sheet) -> Markup {
    let words = sheet.words;
    let list = sheet.list;
    html! {
        table.table {
            caption.sr { (words.fill("leads-caption", &[("count", list.total.into())])) }
            thead {
                tr {
                    th scope="col" {
                        label.pick { input #pick-all type="checkbox" data-all; span.sr { (words.say("leads-select-all")) } }
                    }
                    th scope="col" { (words.say("leads-lead")) }
                    (heading(sheet, &words.say("leads-score"), None, Some(Sort::Score)))
                    @for column in &list.columns {
                        (heading(sheet, &column.name(words, sheet.playbook), column.class(), column.sort()))
                    }
                }
            }
            tbody {
                @for (id, row) in &list.rows { (self::row(sheet, *id, row)) }
            }
        }
    }
}

fn heading(sheet: &Sheet, name: &str, class: Option<&str>, sort: Option<Sort>) -> Markup {
    let state = &sheet.list.state;
    let Some(sort) = sort else { return html! { th scope="col" class=[class] { (name) } } };
    let is_sorted = state.sort == sort;
    // What is soonest comes first as it is; of everything else, the most does.
    let rises = (sort == Sort::NextStep) != state.turned;
    let order = if rises { "ascending" } else { "descending" };
    html! {
        th scope="col" class=[class] aria-sort=[is_sorted.then_some(order)] {
            a href=(state.sorted(sort).url()) {
                (name) @if is_sorted { " " (icon(if rises { "up" } else { "down" })) }
            }
        }
    }
}

fn row(sheet: &Sheet, id: LeadId, row: &Summary) -> Markup {
    let words = sheet.words;
    let url = sheet.list.places.get(&id).map_or_else(
        || format!("/leads/{id}"),
        |value| through::url(&sheet.list.state, *value, id),
    );
    let select = words.fill("leads-select", &[("name", row.name.as_str().into())]);
    html! {
        tr {
            td { label.pick { input #{ "pick-" (id) } type="checkbox" name="lead" value=(id); span.sr { (select) } } }
            th.who scope="row" {
                a #{ "row-" (id) } href=(url) { (row.name) }
                @if !row.company.is_empty() && row.company != row.name { " " span { (row.company) } }
                p.phone { (stage_text(sheet, row)) ", " (owner_text(sheet, row)) }
            }
            td { (stamp(sheet.words, row.tier, row.score, false)) }
            @for column in &sheet.list.columns { (cell(sheet, column, id, row)) }
        }
    }
}

fn cell(sheet: &Sheet, column: &Column, id: LeadId, row: &Summary) -> Markup {
    let inside = match column {
        Column::Owner => owner(sheet, row),
        Column::Stage => html! { (stage(sheet, row)) },
        Column::Grade => html! { (row.grade.map_or("", Grade::name)) },
        Column::Tags => html! {
            @for key in &row.tags { (custom::tag(key, sheet.playbook)) " " }
        },
        Column::Field(key) => html! { (field_value(sheet, key, id)) },
        Column::Source => html! { (sheet.source_name(&row.source)) },
        Column::Came => {
            html! { @if let Some(at) = row.captured_at { (sheet.day(at)) } }
        }
        Column::LastTouch => last_touch(sheet, row),
        Column::NextStep => return next(sheet, row),
        Column::Phone => html! { (row.phone) },
        Column::Value => {
            let currency = sheet.playbook.business.currency.as_str();
            html! { @if let Some(value) = row.value { (sheet.words.money(value, currency)) } }
        }
    };
    html! { td class=[column.class()] { (inside) } }
}

fn field_value(sheet: &Sheet, key: &str, id: LeadId) -> String {
    let value = sheet.list.fields.get(&(id, key.to_owned())).map_or("", String::as_str);
    let value = sheet.playbook.field(key).map_or_else(
        || value.to_owned(),
        |field| custom::said(field, value, &sheet.playbook.business.currency, sheet.words),
    );
    match value.char_indices().nth(VALUE_MAX) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value,
    }
}

fn owner_text(sheet: &Sheet, row: &Summary) -> String {
    sheet.owner_name(row.owner.as_deref().unwrap_or(super::filter::NOBODY))
}

fn owner(sheet: &Sheet, row: &Summary) -> Markup {
    let Some(id) = row.owner.as_deref() else { return html! {} };
    html! { span.owner { (face(id, &sheet.full_name(id))) " " (sheet.first_name(id)) } }
}

fn stage_text(sheet: &Sheet, row: &Summary) -> String {
    match row.fate {
        LeadFate::Open => sheet.stage_name(&row.stage),
        ended => sheet.fate_name(ended),
    }
}

fn stage(sheet: &Sheet, row: &Summary) -> Markup {
    let said = stage_text(sheet, row);
    match row.fate {
        LeadFate::Open => html! { (said) },
        LeadFate::Won => html! { span.tag data-state="ok" { (said) } },
        LeadFate::Lost | LeadFate::Disqualified => html! { span.tag { (said) } },
    }
}

fn last_touch(sheet: &Sheet, row: &Summary) -> Markup {
    let words = sheet.words;
    let Some(touch) = row.last_touch else {
        return html! { span.mute { (words.say("leads-no-touch")) } };
    };
    let (sign, whose) = match touch.from_them {
        true => ("in", words.say("leads-from-them")),
        false => ("out", words.say("leads-from-us")),
    };
    html! { span.due { (icon(sign)) span.sr { (whose) " " } (sheet.ago(touch.at)) } }
}

fn next(sheet: &Sheet, row: &Summary) -> Markup {
    let words = sheet.words;
    let next = row.next_at.zip(row.next.as_ref()).filter(|_| row.fate == LeadFate::Open);
    html! {
        td.next {
            @match next {
                Some((at, next)) => {
                    div {
                        span { (what(sheet, next)) }
                        span.due data-state=(clocks::due_state(at, sheet.now)) { (sheet.due(at)) }
                    }
                }
                None if row.fate == LeadFate::Open => {
                    span.due data-state="late" { (words.say("leads-next-none")) }
                }
                None => {}
            }
        }
    }
}

fn what(sheet: &Sheet, next: &Next) -> String {
    let words = sheet.words;
    match next {
        Next::Answer => words.say("leads-next-answer"),
        Next::Task { kind: TaskKind::NextStep, .. } => words.say("leads-next-decide"),
        Next::Task { kind, text } if text.is_empty() => task_kind(words, *kind),
        Next::Task { kind, text } => task_text(words, *kind, text),
        Next::Letter => words.say("leads-next-letter"),
        Next::Step { day, kind } => {
            let day = [("day", (*day).into())];
            match kind {
                StepKind::Email => words.fill("leads-next-email", &day),
                StepKind::Task => words.fill("leads-next-task", &day),
                StepKind::Notice => words.fill("leads-next-notice", &day),
            }
        }
        Next::Woken => words.say("leads-next-woken"),
    }
}

/// What all that is filtered is worth, and how many of them have a value.
fn worth(sheet: &Sheet) -> String {
    let Worth { sum, leads } = sheet.list.worth;
    let sum = i64::try_from(sum).unwrap_or(i64::MAX);
    let sum = sheet.words.money(sum, &sheet.playbook.business.currency);
    let with = [("sum", sum.into()), ("count", leads.into())];
    sheet.words.fill("leads-worth", &with)
}

/// How much is shown of how much, and the way to the rest.
pub fn pages(sheet: &Sheet) -> Markup {
    let words = sheet.words;
    let list = sheet.list;
    let state = &list.state;
    let (first, last) = (list.before + 1, list.before + list.rows.len());
    let shown = words.fill(
        "leads-shown",
        &[("first", first.into()), ("last", last.into()), ("total", list.total.into())],
    );
    let one_page = list.previous.is_none() && list.next.is_none();
    html! {
        nav.line aria-label=(words.say("leads-pages")) {
            span.mute { (shown) }
            @if list.worth.leads > 0 { span.mute { (worth(sheet)) } }
            @if !one_page {
                @match list.previous {
                    Some(at) => a."btn push" href=(state.page_url(at, true)) rel="prev" { (icon("left")) (words.say("leads-page-back")) },
                    None => span."btn push" aria-disabled="true" { (icon("left")) (words.say("leads-page-back")) },
                }
                @match list.next {
                    Some(at) => a.btn href=(state.page_url(at, false)) rel="next" { (words.say("leads-page-next")) (icon("right")) },
                    None => span.btn aria-disabled="true" { (words.say("leads-page-next")) (icon("right")) },
                }
            }
        }
    }
}
