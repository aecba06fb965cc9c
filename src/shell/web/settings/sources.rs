//! The doors by which leads come: which are open, at what address, and what to put on one's own site.

use super::{asking, page};
use crate::language::Words;
use crate::lead::SourceClass;
use crate::lead::words::source_class;
use crate::playbook::{Asking, Door, Playbook, Source, key_from};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::Web;
use crate::shell::web::elsewhere::{self, Doors};
use crate::shell::web::guard::Who;
use crate::shell::web::headers::host_of;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::{Field, State as Tone, alert, field, icon};
use crate::shell::web::signed::new_secret;
use crate::shell::web::staff::{self, ONE_AT_A_TIME};
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::StatusCode;
use axum::http::request::Parts;
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
pub async fn show(asker: Asker, Query(told): Query<Told>) -> Markup {
    asker.draw(&told.saved, &Sent::default(), None)
}

/// Who asks, and by which address of the house.
pub struct Asker {
    house: Arc<House>,
    who: Who,
    reader: Reader,
    /// The address strangers are given.
    at: String,
}

impl FromRequestParts<Web> for Asker {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Asker, Error> {
        let who = Who::from_request_parts(parts, web).await?;
        let reader = Reader::of(&parts.headers, &web.house).liked_by(&who);
        let at = web.house.config.public_url_at(host_of(&parts.headers));
        Ok(Asker { house: web.house.clone(), who, reader, at })
    }
}

/// `POST /settings/sources/{key}`: whether a door is open, and what it is called.
pub async fn save(asker: Asker, Path(key): Path<String>, sent: Sent) -> Result<Response, Error> {
    let _turn = ONE_AT_A_TIME.lock().await;
    let words = asker.reader.words;
    let before = super::made_from(&asker.house, sent.number("base")).await?;
    let in_force = asker.house.playbook();
    let source = source_of(&in_force.playbook, &key).ok_or(Error::NotFound)?;
    let set = |source: &Source| {
        (source.name.clone(), source.enabled, source.requires.clone(), source.asks.clone())
    };
    if before.is_some_and(|before| source_of(&before, &key).map(set) != Some(set(source))) {
        let changed = Wrong::with(&name_of(&key), words.say("team-changed"));
        return Ok(asker.again(StatusCode::CONFLICT, &sent, &changed));
    }
    let name = sent.trimmed(&name_of(&key)).to_owned();
    if name.is_empty() || name.chars().count() > NAME_MAX {
        let wrong = Wrong::with(&name_of(&key), words.say("sources-name-lacking"));
        return Ok(asker.again(StatusCode::UNPROCESSABLE_ENTITY, &sent, &wrong));
    }
    let enabled = sent.is_on("enabled");
    let asked = asked(&in_force.playbook, source, &sent);
    let here = key.clone();
    let change = move |playbook: &mut Playbook| {
        for source in playbook.sources.iter_mut().filter(|source| source.key == here) {
            source.enabled = enabled;
            source.name = name.clone();
            asked.iter().for_each(|(field, asking)| source.ask_for(field, *asking));
        }
    };
    asker.put(&sent, &key, change).await
}

/// `POST /settings/sources`: one more form, or an address for one more program.
pub async fn add(asker: Asker, sent: Sent) -> Result<Response, Error> {
    let _turn = ONE_AT_A_TIME.lock().await;
    let in_force = asker.house.playbook();
    let source = match wanted(&in_force.playbook, &sent, asker.reader.words)? {
        Ok(source) => source,
        Err(wrong) => return Ok(asker.again(StatusCode::UNPROCESSABLE_ENTITY, &sent, &wrong)),
    };
    let key = source.key.clone();
    asker.put(&sent, &key, move |playbook| playbook.sources.push(source)).await
}

impl Asker {
    async fn put(
        &self,
        sent: &Sent,
        key: &str,
        change: impl FnOnce(&mut Playbook),
    ) -> Result<Response, Error> {
        match staff::change(&self.house, self.who.actor(), change).await {
            Ok(()) => Ok(Redirect::to(&format!("{HERE}?saved={key}#source-{key}")).into_response()),
            Err(error @ Error::Playbook(_)) => {
                let wrong = Wrong::of(&error, self.reader.words);
                Ok(self.again(StatusCode::UNPROCESSABLE_ENTITY, sent, &wrong))
            }
            Err(error) => Err(error),
        }
    }

    fn again(&self, status: StatusCode, sent: &Sent, wrong: &Wrong) -> Response {
        (status, self.draw("", sent, Some(wrong))).into_response()
    }

    fn draw(&self, saved: &str, sent: &Sent, wrong: Option<&Wrong>) -> Markup {
        let (house, words) = (&*self.house, self.reader.words);
        let body = Page { house, at: &self.at, words, saved, sent, wrong }.body();
        page(house, &self.who, self.reader, HERE, body)
    }
}

fn source_of<'a>(playbook: &'a Playbook, key: &str) -> Option<&'a Source> {
    playbook.sources.iter().find(|source| source.key == key)
}

/// How a form is to ask for each custom field it was shown with.
fn asked(playbook: &Playbook, source: &Source, sent: &Sent) -> Vec<(String, Asking)> {
    let shown: Vec<(&str, &str)> = sent.iter().collect();
    let way = |key: &str| {
        let name = ask_of(&source.key, key);
        let said = shown.iter().find(|(known, _)| *known == name);
        said.map(|(_, way)| (key.to_owned(), asking::chosen(way)))
    };
    playbook.active_fields().filter_map(|field| way(&field.key)).collect()
}

/// The field that says how a source asks for a custom field.
fn ask_of(source: &str, field: &str) -> String {
    format!("ask.{source}.{field}")
}

/// The field that holds the name of a source.
fn name_of(key: &str) -> String {
    format!("name.{key}")
}

/// The source a form asks for, or what is wrong with it.
fn wanted(playbook: &Playbook, sent: &Sent, words: Words) -> Result<Result<Source, Wrong>, Error> {
    let name = sent.trimmed("new_name");
    let slug = key_from(name, KEY_LENGTH, '-');
    if slug.is_empty() || name.chars().count() > NAME_MAX {
        return Ok(Err(Wrong::with("new_name", words.say("sources-name-lacking"))));
    }
    if playbook.sources.len() >= SOURCES_MAX {
        return Ok(Err(Wrong::with("new_name", words.say("sources-too-many"))));
    }
    let is_form = sent.get("door") != Door::Json.key();
    let secret = new_secret()?;
    let key = if is_form { slug.clone() } else { format!("{slug}-{}", &secret[..SECRET_LENGTH]) };
    let is_taken = |source: &Source| {
        source.key == key || source.name == name || (is_form && source.form == slug)
    };
    if playbook.sources.iter().any(is_taken) {
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
        asks: Vec::new(),
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
    at: &'a str,
    words: Words,
    saved: &'a str,
    sent: &'a Sent,
    wrong: Option<&'a Wrong>,
}

impl Page<'_> {
    fn body(&self) -> Markup {
        let words = self.words;
        let in_force = self.house.playbook();
        let of = |door: Door| in_force.playbook.sources.iter().filter(move |one| one.door == door);
        html! {
            @if let Some(wrong) = self.wrong {
                (alert(Tone::Late, html! { @if wrong.field.is_empty() { (wrong.sentence) } @else { a href={ "#f-" (wrong.field) } { (wrong.sentence) } } }))
            }
            (elsewhere::note(self.house, Doors::Public, self.at, words))
            @for (door, title, how) in [
                (Door::WebForm, "sources-forms", "sources-forms-how"),
                (Door::Json, "sources-programs", "sources-programs-how"),
            ] {
                section.ledger {
                    header { h2 { (words.say(title)) } }
                    p."hint below" { (words.say(how)) }
                    div."stack tight below" { @for source in of(door) { (self.source(source)) } }
                }
            }
            (self.more())
            section.ledger {
                header { h2 { (words.say("sources-others")) } }
                ul.items {
                    @for source in in_force.playbook.sources.iter().filter(|one| !has_address(one)) {
                        li { span.grow { (source.name) } span.mute { (words.say(door_key(source.door))) } }
                    }
                }
            }
        }
    }

    fn source(&self, source: &Source) -> Markup {
        let words = self.words;
        let id = format!("source-{}", source.key);
        let saved = self.saved == source.key;
        let field_name = name_of(&source.key);
        let wrong = self.wrong.filter(|wrong| wrong.field == field_name);
        let (name, enabled) = match wrong {
            Some(_) => (self.sent.get(&field_name), self.sent.is_on("enabled")),
            None => (source.name.as_str(), source.enabled),
        };
        html! {
            details.card #(id) open[saved || wrong.is_some()] {
                summary.line {
                    b { (source.name) }
                    @if source.enabled { span.tag data-state="ok" { (words.say("sources-on")) } }
                    @else { span.tag { (words.say("sources-off")) } }
                    @if saved { span.mute role="status" { (words.say("team-saved")) } }
                    span."turn push" { (icon("down")) }
                }
                form."stack tight below" action={ (HERE) "/" (source.key) } method="post" {
                    input type="hidden" name="base" value=(self.house.playbook().version);
                    (field(Field { name: &field_name, label: &words.say("sources-name"), value: name, error: wrong.map_or("", |wrong| &wrong.sentence), autocomplete: "off", required: true, longest: NAME_MAX, ..Field::default() }))
                    label.check {
                        input type="checkbox" name="enabled" value="1" checked[enabled];
                        span { (words.say("sources-enabled")) }
                    }
                    (self.asks(source, wrong.is_some()))
                    p { button.btn type="submit" { (words.say("team-save")) } }
                }
                @if source.enabled { (self.address(source)) }
            }
        }
    }

    /// What a form asks for beyond who they are.
    fn asks(&self, source: &Source, is_back: bool) -> Markup {
        let (in_force, words) = (self.house.playbook(), self.words);
        let fields: Vec<_> = in_force.playbook.active_fields().collect();
        html! {
            @if source.door == Door::WebForm && !fields.is_empty() {
                fieldset."field stack tight" {
                    legend { (words.say("sources-asks")) }
                    @for field in fields {
                        @let name = ask_of(&source.key, &field.key);
                        @let way = if is_back { asking::chosen(self.sent.get(&name)) } else { source.asking(&field.key) };
                        (asking::choice(&field.label, &name, source, way, words))
                    }
                }
            }
        }
    }

    /// Where a door is, and what to put on one's own site.
    fn address(&self, source: &Source) -> Markup {
        let (at, words) = (self.at, self.words);
        html! {
            div."stack tight below" {
                @if source.door == Door::WebForm {
                    @let form = format!("{at}/f/{}", source.form);
                    p { span.label { (words.say("sources-page")) } " " a href=(form) { (form) } }
                    (snippet(&words.say("sources-embed"), &embed(&form, words)))
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

    fn more(&self) -> Markup {
        let words = self.words;
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
                            option value=(class.key()) selected[class.key() == self.sent.get("class")] { (source_class(words, class)) }
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

/// What puts a form on a page of one's own; without scripts there is a link to it.
fn embed(form: &str, words: Words) -> String {
    let title = words.say("sources-frame-title");
    format!(
        "<script src=\"{form}/embed.js\" data-title=\"{title}\" async></script>\n\
         <noscript><a href=\"{form}\">{title}</a></noscript>"
    )
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
