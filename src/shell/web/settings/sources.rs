//! The doors by which leads come: which are open, at what address, and what to put on one's own site.

use super::page;
use crate::language::Words;
use crate::lead::SourceClass;
use crate::playbook::{Door, Playbook, Source, key_from};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::guard::Who;
use crate::shell::web::headers::host_of;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::{Field, State as Tone, alert, field, icon};
use crate::shell::web::signed::new_secret;
use crate::shell::web::staff::{self, ONE_AT_A_TIME};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;

const HERE: &str = "/settings/sources";

/// The longest name of a source, in characters.
const NAME_MAX: usize = 80;

/// The most sources that are kept.
const SOURCES_MAX: usize = 100;

/// The longest key made from a name.
const KEY_LENGTH: usize = 30;

/// Characters of a key that nobody guesses.
const SECRET_LENGTH: usize = 24;

/// What the page is told in its address: the source that was saved.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Told {
    saved: String,
}

/// `GET /settings/sources`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    headers: HeaderMap,
    Query(told): Query<Told>,
) -> Markup {
    let at = house.config.public_url_at(host_of(&headers));
    Page { house: &house, at, saved: &told.saved, sent: &Sent::default(), wrong: None }
        .draw(&who, reader)
}

/// `POST /settings/sources/{key}`: whether a door is open, and what it is called.
pub async fn save(
    State(house): State<Arc<House>>,
    Path(key): Path<String>,
    who: Who,
    reader: Reader,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Error> {
    let _turn = ONE_AT_A_TIME.lock().await;
    house.playbook().playbook.sources.iter().find(|one| one.key == key).ok_or(Error::NotFound)?;
    let name = sent.trimmed("name").to_owned();
    let enabled = sent.is_on("enabled");
    let here = key.clone();
    let change = move |playbook: &mut Playbook| {
        for source in playbook.sources.iter_mut().filter(|source| source.key == here) {
            source.enabled = enabled;
            source.name = name.chars().take(NAME_MAX).collect();
        }
    };
    put(&house, &who, reader, &headers, &sent, &key, change).await
}

/// `POST /settings/sources`: one more form, or an address for one more program.
pub async fn add(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Error> {
    let _turn = ONE_AT_A_TIME.lock().await;
    let words = reader.words;
    let in_force = house.playbook();
    let source = match wanted(&in_force.playbook, &sent, words)? {
        Ok(source) => source,
        Err(wrong) => return Ok(again(&house, &who, reader, &headers, &sent, &wrong)),
    };
    let key = source.key.clone();
    let change = move |playbook: &mut Playbook| playbook.sources.push(source);
    put(&house, &who, reader, &headers, &sent, &key, change).await
}

async fn put(
    house: &House,
    who: &Who,
    reader: Reader,
    headers: &HeaderMap,
    sent: &Sent,
    key: &str,
    change: impl FnOnce(&mut Playbook),
) -> Result<Response, Error> {
    match staff::change(house, who.actor(), change).await {
        Ok(()) => Ok(Redirect::to(&format!("{HERE}?saved={key}#source-{key}")).into_response()),
        Err(error @ Error::Playbook(_)) => {
            Ok(again(house, who, reader, headers, sent, &Wrong::of(&error, reader.words)))
        }
        Err(error) => Err(error),
    }
}

fn again(
    house: &House,
    who: &Who,
    reader: Reader,
    headers: &HeaderMap,
    sent: &Sent,
    wrong: &Wrong,
) -> Response {
    let at = house.config.public_url_at(host_of(headers));
    let page = Page { house, at, saved: "", sent, wrong: Some(wrong) }.draw(who, reader);
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// The source a form asks for, or what is wrong with it.
fn wanted(playbook: &Playbook, sent: &Sent, words: Words) -> Result<Result<Source, Wrong>, Error> {
    let name = sent.trimmed("new_name");
    let slug = key_from(name, KEY_LENGTH);
    if slug.is_empty() || name.chars().count() > NAME_MAX {
        return Ok(Err(Wrong::with("new_name", words.say("sources-name-lacking"))));
    }
    if playbook.sources.len() >= SOURCES_MAX {
        return Ok(Err(Wrong::with("new_name", words.say("sources-too-many"))));
    }
    let is_form = sent.get("door") != Door::Json.key();
    let secret = new_secret()?;
    let key = if is_form { slug.clone() } else { format!("{slug}-{}", &secret[..SECRET_LENGTH]) };
    if playbook.sources.iter().any(|source| source.key == key || (is_form && source.form == slug)) {
        return Ok(Err(Wrong::with("new_name", words.say("sources-name-taken"))));
    }
    let class = CLASSES.into_iter().find(|class| class.key() == sent.get("class"));
    Ok(Ok(Source {
        key,
        name: name.to_owned(),
        enabled: true,
        class: class.unwrap_or_default(),
        door: if is_form { Door::WebForm } else { Door::Json },
        form: if is_form { slug } else { String::new() },
        requires: vec!["email|phone".to_owned()],
        points: 0,
        hand_raise: None,
        quiet: false,
        mapping: Default::default(),
    }))
}

const CLASSES: [SourceClass; 4] =
    [SourceClass::Inbound, SourceClass::Referral, SourceClass::Organic, SourceClass::Outbound];

struct Page<'a> {
    house: &'a House,
    /// The address strangers are given.
    at: String,
    saved: &'a str,
    sent: &'a Sent,
    wrong: Option<&'a Wrong>,
}

impl Page<'_> {
    fn draw(&self, who: &Who, reader: Reader) -> Markup {
        let words = reader.words;
        let in_force = self.house.playbook();
        let of = |door: Door| in_force.playbook.sources.iter().filter(move |one| one.door == door);
        let body = html! {
            @if let Some(wrong) = self.wrong {
                (alert(Tone::Late, html! { @if wrong.field.is_empty() { (wrong.sentence) } @else { a href={ "#f-" (wrong.field) } { (wrong.sentence) } } }))
            }
            @for (door, title, how) in [
                (Door::WebForm, "sources-forms", "sources-forms-how"),
                (Door::Json, "sources-programs", "sources-programs-how"),
            ] {
                section.ledger {
                    header { h2 { (words.say(title)) } }
                    p."hint below" { (words.say(how)) }
                    div."stack tight below" { @for source in of(door) { (self.source(source, words)) } }
                }
            }
            (self.more(words))
            section.ledger {
                header { h2 { (words.say("sources-others")) } }
                ul.items {
                    @for source in in_force.playbook.sources.iter().filter(|one| !has_address(one)) {
                        li { span.grow { (source.name) } span.mute { (words.say(door_key(source.door))) } }
                    }
                }
            }
        };
        page(self.house, who, reader, HERE, body)
    }

    fn source(&self, source: &Source, words: Words) -> Markup {
        let id = format!("source-{}", source.key);
        let saved = self.saved == source.key;
        html! {
            details.card #(id) open[saved] {
                summary.line {
                    b { (source.name) }
                    @if source.enabled { span.tag data-state="ok" { (words.say("sources-on")) } }
                    @else { span.tag { (words.say("sources-off")) } }
                    @if saved { span.mute role="status" { (words.say("team-saved")) } }
                    span."turn push" { (icon("down")) }
                }
                form."stack tight below" action={ (HERE) "/" (source.key) } method="post" {
                    (field(Field { name: "name", label: &words.say("sources-name"), value: &source.name, autocomplete: "off", required: true, longest: NAME_MAX, ..Field::default() }))
                    label.check {
                        input type="checkbox" name="enabled" value="1" checked[source.enabled];
                        span { (words.say("sources-enabled")) }
                    }
                    p { button.btn type="submit" { (words.say("team-save")) } }
                }
                @if source.enabled { (self.address(source, words)) }
            }
        }
    }

    /// Where a door is, and what to put on one's own site.
    fn address(&self, source: &Source, words: Words) -> Markup {
        let at = &self.at;
        html! {
            div."stack tight below" {
                @if source.door == Door::WebForm {
                    @let form = format!("{at}/f/{}", source.form);
                    p { span.label { (words.say("sources-page")) } " " a href=(form) { (form) } }
                    (snippet(&words.say("sources-embed"), &format!("<script src=\"{form}/embed.js\" async></script>")))
                    (snippet(&words.say("sources-plain"), &plain_form(&form, words)))
                } @else {
                    @let door = format!("{at}/in/{}", source.key);
                    p { span.label { (words.say("sources-address")) } " " code { (door) } }
                    (snippet(&words.say("sources-try"), &format!("curl -X POST {door} \\\n  -H 'content-type: application/json' \\\n  -d '{{\"name\": \"Ana Ruiz\", \"email\": \"ana@ruiz.example\", \"message\": \"Please call me.\"}}'")))
                    @if source.key.len() < SECRET_LENGTH { p.hint { (icon("warn")) " " (words.say("sources-guessable")) } }
                }
            }
        }
    }

    fn more(&self, words: Words) -> Markup {
        let error = self.wrong.filter(|wrong| wrong.field == "new_name");
        html! {
            form.card.stack.tight action=(HERE) method="post" {
                h2 { (words.say("sources-add")) }
                (field(Field { name: "new_name", label: &words.say("sources-name"), hint: &words.say("sources-name-hint"), value: self.sent.get("new_name"), error: error.map_or("", |wrong| &wrong.sentence), autocomplete: "off", required: true, longest: NAME_MAX, ..Field::default() }))
                fieldset.field {
                    legend { (words.say("sources-door")) }
                    div.seg {
                        @for (door, label) in [(Door::WebForm, "sources-door-form"), (Door::Json, "sources-door-program")] {
                            @let chosen = self.sent.get("door") == door.key() || (self.sent.get("door").is_empty() && door == Door::WebForm);
                            label { input type="radio" name="door" value=(door.key()) checked[chosen]; (words.say(label)) }
                        }
                    }
                }
                div.field {
                    label for="f-class" { (words.say("sources-class")) }
                    select.input #f-class name="class" {
                        @for class in CLASSES {
                            option value=(class.key()) selected[class.key() == self.sent.get("class")] { (words.say(class_key(class))) }
                        }
                    }
                }
                p { button.btn.primary type="submit" { (icon("plus")) (words.say("sources-add-do")) } }
            }
        }
    }
}

/// Text to be copied.
fn snippet(label: &str, text: &str) -> Markup {
    html! {
        div.field {
            span.label { (label) }
            pre.code tabindex="0" { code { (text) } }
        }
    }
}

/// A form without anything of ours, for sites that take only plain HTML.
fn plain_form(form: &str, words: Words) -> String {
    let line = |name: &str, kind: &str, label: &str| {
        format!("  <label>{} <input name=\"{name}\" type=\"{kind}\"></label>\n", words.say(label))
    };
    format!(
        "<form action=\"{form}\" method=\"post\">\n{}{}  <label>{} <textarea name=\"message\"></textarea></label>\n  \
         <button>{}</button>\n</form>",
        line("name", "text", "sources-plain-name"),
        line("email", "email", "login-email"),
        words.say("sources-plain-message"),
        words.say("sources-plain-send"),
    )
}

fn has_address(source: &Source) -> bool {
    matches!(source.door, Door::WebForm | Door::Json)
}

/// The key of what a door is called.
fn door_key(door: Door) -> &'static str {
    match door {
        Door::WebForm => "sources-door-form",
        Door::Json => "sources-door-program",
        Door::Api => "sources-door-api",
        Door::Csv => "sources-door-list",
        Door::Manual => "sources-door-hand",
    }
}

/// The key of what a class is called.
fn class_key(class: SourceClass) -> &'static str {
    match class {
        SourceClass::Organic => "class-organic",
        SourceClass::Inbound => "class-inbound",
        SourceClass::Outbound => "class-outbound",
        SourceClass::Referral => "class-referral",
    }
}
