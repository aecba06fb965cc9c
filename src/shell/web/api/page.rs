//! The API as a page to read, drawn from its own document. Works without internet or scripts.

use super::document::written;
use crate::shell::house::House;
use crate::shell::web::layout::{self, Reader};
use axum::extract::State;
use maud::{Markup, html};
use serde_json::Value;
use std::sync::Arc;

/// References followed from one schema to the next.
const DEPTH_MAX: usize = 8;

/// `GET /api/docs`
pub async fn show(State(house): State<Arc<House>>, reader: Reader) -> Markup {
    let document: Value = serde_json::from_slice(written()).unwrap_or_default();
    layout::public(&house, "The API", reader, body(&document))
}

fn body(document: &Value) -> Markup {
    html! {
        main #main .stack {
            h1 { "The API" }
            p { (prose(text(&document["info"], "description"))) }
            p { a href="/api/v1/openapi.json" { "The same for programs, in OpenAPI 3.1" } }
            @for (path, item) in members(&document["paths"]) {
                @for (method, operation) in members(item) {
                    (one(document, path, method, operation))
                }
            }
            section.ledger {
                header { h2 { "When something is wrong" } }
                div.body { (shape(document, &document["components"]["schemas"]["Problem"])) }
            }
        }
    }
}

/// One thing that can be asked for.
fn one(document: &Value, path: &str, method: &str, operation: &Value) -> Markup {
    let sent = carried(&operation["requestBody"]);
    let parameters = operation["parameters"].as_array().map_or(&[][..], Vec::as_slice);
    html! {
        section.ledger {
            header {
                h2 { code { (method.to_uppercase()) " " (path) } }
                p { "A token that may " (scope(operation)) }
            }
            div."body stack tight" {
                h3 { (text(operation, "summary")) }
                p { (prose(text(operation, "description"))) }
                @if !parameters.is_empty() { (asked(parameters)) }
                @if !sent.is_null() { h3 { "What you send" } (shape(document, sent)) }
                @for (status, response) in members(&operation["responses"]) {
                    @if status.starts_with('2') {
                        h3 { (status) ": " (prose(text(response, "description"))) }
                        (shape(document, carried(response)))
                    }
                }
                (problems(operation))
            }
        }
    }
}

/// The schema of what a request or a response carries.
fn carried(of: &Value) -> &Value {
    let kind = of["content"].as_object().and_then(|kinds| kinds.values().next());
    kind.map_or(&Value::Null, |kind| &kind["schema"])
}

fn scope(operation: &Value) -> &str {
    operation["security"][0]["token"][0].as_str().unwrap_or("read")
}

fn asked(parameters: &[Value]) -> Markup {
    let line = |parameter: &Value| {
        row(text(parameter, "name"), &kind(&parameter["schema"]), text(parameter, "description"))
    };
    html! {
        h3 { "What you may ask" }
        table.table { tbody { @for parameter in parameters { (line(parameter)) } } }
    }
}

fn problems(operation: &Value) -> Markup {
    let wrong = members(&operation["responses"]).filter(|(status, _)| !status.starts_with('2'));
    html! {
        details {
            summary { "What can go wrong" }
            table.table { tbody {
                @for (status, response) in wrong { (row(status, "", text(response, "description"))) }
            } }
        }
    }
}

/// The members of a schema, those of what it is made of first.
fn shape(document: &Value, schema: &Value) -> Markup {
    let mut rows = Vec::new();
    collect(document, schema, "", DEPTH_MAX, &mut rows);
    html! {
        table.table { tbody {
            @for (name, kind, meaning) in &rows { (row(name, kind, meaning)) }
        } }
    }
}

/// Members by their names, with those of what they hold behind a full stop.
fn collect<'a>(
    document: &'a Value,
    schema: &'a Value,
    within: &str,
    depth: usize,
    rows: &mut Vec<(String, String, &'a str)>,
) {
    let Some(depth) = depth.checked_sub(1) else { return };
    let schema = resolved(document, schema);
    for part in schema["allOf"].as_array().into_iter().flatten() {
        collect(document, part, within, depth, rows);
    }
    for (name, member) in members(&schema["properties"]) {
        let name = format!("{within}{name}");
        let (inner, ending) = match &member["items"] {
            Value::Null => (member, "."),
            items => (items, "[]."),
        };
        rows.push((name.clone(), kind(member), text(member, "description")));
        collect(document, inner, &format!("{name}{ending}"), depth, rows);
    }
}

/// What a schema stands for, where it only says where that is.
fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    let choice =
        schema["oneOf"].as_array().and_then(|all| all.iter().find(|one| one.get("$ref").is_some()));
    let place = choice.unwrap_or(schema)["$ref"].as_str();
    let place = place.and_then(|place| place.strip_prefix('#'));
    place.and_then(|place| document.pointer(place)).unwrap_or(schema)
}

/// What a value may be, in a few words.
fn kind(schema: &Value) -> String {
    if let Some(words) = schema["enum"].as_array() {
        return words.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" · ");
    }
    let kinds = match &schema["type"] {
        Value::String(kind) => kind.clone(),
        Value::Array(kinds) => {
            kinds.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or ")
        }
        _ => "object".to_owned(),
    };
    match schema["format"].as_str() {
        Some("date-time") => kinds.replace("string", "moment"),
        _ => kinds,
    }
}

fn row(name: &str, kind: &str, meaning: &str) -> Markup {
    html! { tr { th scope="row" { code { (name) } } td { (kind) } td { (prose(meaning)) } } }
}

/// A description, with what stands between backticks as code.
fn prose(text: &str) -> Markup {
    html! {
        @for (place, part) in text.split('`').enumerate() {
            @if place % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

fn text<'a>(of: &'a Value, member: &str) -> &'a str {
    of[member].as_str().unwrap_or_default()
}

fn members(of: &Value) -> impl Iterator<Item = (&str, &Value)> {
    of.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}
