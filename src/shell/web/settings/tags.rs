//! The tags of the house: what they are called, their colours, their order, and which are offered.

use super::page;
use crate::capture::slug;
use crate::language::Words;
use crate::lead::profile::one_line;
use crate::playbook::{Playbook, Tag, Tone, free_key};
use crate::shell::error::{Error, Fault};
use crate::shell::house::House;
use crate::shell::search::Ask;
use crate::shell::web::custom;
use crate::shell::web::errors::said as refused;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::beside;
use crate::shell::web::staff::{self, ONE_AT_A_TIME};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::collections::BTreeMap;
use std::sync::Arc;

const HERE: &str = "/settings/tags";

/// Tags a house may have, and characters of a label.
const TAGS_MAX: usize = 100;
const LABEL_MAX: usize = 40;

/// What stands where the key of a tag does, for the one that is to be made.
const NEW: &str = "";

/// `GET /settings/tags`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Query(told): Query<super::Told>,
) -> Result<Markup, Error> {
    let sent = values(&house.playbook().playbook.tags);
    drawn(&house, &who, reader, &sent, super::saved(&told, reader.words), None).await
}

/// `POST /settings/tags`
pub async fn save(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    sent: Sent,
) -> Result<Response, Error> {
    let words = reader.words;
    let _turn = ONE_AT_A_TIME.lock().await;
    let before = super::made_from(&house, sent.number("base")).await?;
    let in_force = house.playbook();
    let (status, said, wrong) = match wanted(&sent, &in_force.playbook, words) {
        _ if before.is_some_and(|before| before.tags != in_force.playbook.tags) => {
            let (status, said) = super::changed_meanwhile(words);
            (status, said, None)
        }
        Err(wrong) => {
            let said = super::put_right(&wrong, words);
            (StatusCode::UNPROCESSABLE_ENTITY, said, Some(wrong))
        }
        Ok(tags) => match staff::change(&house, who.actor(), |playbook| playbook.tags = tags).await
        {
            Ok(()) => return Ok(Redirect::to("/settings/tags?saved=true").into_response()),
            Err(error @ Error::Playbook(_)) => {
                let (status, said) = super::not_in_force(refused(&error, words), words);
                (status, said, None)
            }
            Err(error) => return Err(error),
        },
    };
    let page = drawn(&house, &who, reader, &sent, said, wrong.as_ref()).await?;
    Ok((status, page).into_response())
}

/// The name of a field of the form: what it says of which tag.
fn name(what: &str, key: &str) -> String {
    format!("{what}.{key}")
}

/// What stands in the form for the tags of a playbook.
fn values(tags: &[Tag]) -> Sent {
    let of = |(nth, tag): (usize, &Tag)| {
        let on = if tag.active { "on" } else { "" };
        [
            (name("label", &tag.key), tag.label.clone()),
            (name("tone", &tag.key), tag.tone.key().to_owned()),
            (name("place", &tag.key), (nth + 1).to_string()),
            (name("on", &tag.key), on.to_owned()),
        ]
    };
    tags.iter().enumerate().flat_map(of).collect()
}

/// The tags a form asks for, in its order, or the first thing in it that cannot be.
fn wanted(sent: &Sent, playbook: &Playbook, words: Words) -> Result<Vec<Tag>, Wrong> {
    let mut placed: Vec<(u64, Tag)> = Vec::new();
    for (nth, tag) in playbook.tags.iter().enumerate() {
        let field = name("label", &tag.key);
        if !sent.iter().any(|(name, _)| name == field) {
            placed.push((nth as u64 + 1, tag.clone()));
            continue;
        }
        let place = sent.number(&name("place", &tag.key)).unwrap_or(nth as u64 + 1);
        let tone = Tone::of(sent.get(&name("tone", &tag.key))).unwrap_or(tag.tone);
        let active = sent.is_on(&name("on", &tag.key));
        let label = label(sent, &tag.key, &placed, words)?;
        placed.push((place, Tag { key: tag.key.clone(), label, tone, active }));
    }
    if !sent.trimmed(&name("label", NEW)).is_empty() {
        let label = label(sent, NEW, &placed, words)?;
        if placed.len() >= TAGS_MAX {
            let full = words.fill("tags-full", &[("most", TAGS_MAX.into())]);
            return Err(Wrong::with(&name("label", NEW), full));
        }
        let key = free_key(&slug(&label), |key| playbook.tag(key).is_some());
        let tone = Tone::of(sent.get(&name("tone", NEW))).unwrap_or_default();
        placed.push((u64::MAX, Tag { key, label, tone, active: true }));
    }
    placed.sort_by_key(|(place, _)| *place);
    Ok(placed.into_iter().map(|(_, tag)| tag).collect())
}

/// The label of a tag, which no other one has.
fn label(sent: &Sent, key: &str, others: &[(u64, Tag)], words: Words) -> Result<String, Wrong> {
    let field = name("label", key);
    let wrong = |sentence: String| Err(Wrong::with(&field, sentence));
    let label = one_line(sent.get(&field), LABEL_MAX + 1);
    if label.is_empty() {
        return wrong(words.say("tags-label-lacking"));
    }
    if label.chars().count() > LABEL_MAX {
        return wrong(words.fill("settings-label-long", &[("most", LABEL_MAX.into())]));
    }
    if label.contains([',', ';']) {
        return wrong(words.say("tags-label-comma"));
    }
    let is_twin = |(_, other): &(u64, Tag)| other.label.to_lowercase() == label.to_lowercase();
    if others.iter().any(is_twin) {
        return wrong(words.fill("tags-label-twice", &[("label", label.into())]));
    }
    Ok(label)
}

/// On how many leads each tag stands.
async fn counted(house: &Arc<House>, tags: &[Tag]) -> Result<BTreeMap<String, usize>, Error> {
    let keys: Vec<String> = tags.iter().map(|tag| tag.key.clone()).collect();
    let finder = house.search.finder();
    let count = move || {
        let one = |key: String| {
            let ask = Ask { tags: vec![key.clone()], limit: 0, ..Ask::default() };
            finder.find(&ask).map(|found| (key, found.total))
        };
        keys.into_iter().map(one).collect::<Result<_, _>>()
    };
    let counted = tokio::task::spawn_blocking(count).await.map_err(Fault::of("counting tags"))?;
    Ok(counted.map_err(Fault::of("counting tags"))?)
}

async fn drawn(
    house: &Arc<House>,
    who: &Who,
    reader: Reader,
    sent: &Sent,
    said: Markup,
    wrong: Option<&Wrong>,
) -> Result<Markup, Error> {
    let words = reader.words;
    let in_force = house.playbook();
    let tags = &in_force.playbook.tags;
    let counts = counted(house, tags).await?;
    // What colleagues have made meanwhile stands in the form as it is.
    let is_said = |tag: &Tag| sent.iter().any(|(known, _)| known == name("label", &tag.key));
    let rest: Vec<Tag> = tags.iter().filter(|tag| !is_said(tag)).cloned().collect();
    let sent: Sent = own(&values(&rest)).chain(own(sent)).collect();
    let body = html! {
        (said)
        form.stack action=(HERE) method="post" {
            input type="hidden" name="base" value=(in_force.version);
            section.ledger {
                header { h2 { (words.say("lead-tags")) } p { (words.say("tags-how")) } }
                ul.items.settable {
                    @for tag in tags {
                        (row(&sent, tag, counts.get(&tag.key).copied().unwrap_or_default(), wrong, words))
                    }
                    (new_row(&sent, wrong, words))
                }
            }
            div.line { button.btn.primary type="submit" { (words.say("team-save")) } }
        }
    };
    Ok(page(house, who, reader, HERE, body))
}

fn own(sent: &Sent) -> impl Iterator<Item = (String, String)> {
    sent.iter().map(|(name, value)| (name.to_owned(), value.to_owned()))
}

fn row(sent: &Sent, tag: &Tag, count: usize, wrong: Option<&Wrong>, words: Words) -> Markup {
    let key = tag.key.as_str();
    let (place, on) = (name("place", key), name("on", key));
    let find = format!("/leads?tag={key}&fate=any");
    html! {
        li {
            fieldset.fields {
                legend.line {
                    (custom::tag_of(tag))
                    a href=(find) { (words.fill("tags-on-leads", &[("count", count.into())])) }
                    @if !tag.active { span.mute { (words.say("settings-is-off")) } }
                }
                (label_field(sent, key, &words.say("settings-label"), wrong))
                (tone_field(sent, key, words))
                div.field {
                    label for={ "f-" (place) } { (words.say("settings-place")) }
                    input.input.pt #{ "f-" (place) } name=(place) type="number" min="1" max="1000" value=(sent.get(&place));
                }
                label.check {
                    input type="checkbox" name=(on) value="on" checked[sent.is_on(&on)];
                    (words.say("tags-is-on"))
                }
            }
        }
    }
}

fn new_row(sent: &Sent, wrong: Option<&Wrong>, words: Words) -> Markup {
    html! {
        li {
            fieldset.fields {
                legend { (words.say("tags-new")) }
                (label_field(sent, NEW, &words.say("settings-label"), wrong))
                (tone_field(sent, NEW, words))
            }
        }
    }
}

fn label_field(sent: &Sent, key: &str, label: &str, wrong: Option<&Wrong>) -> Markup {
    let name = name("label", key);
    let error = wrong.filter(|wrong| wrong.field == name).map_or("", |wrong| &wrong.sentence);
    let about = format!("f-{name}-h");
    html! {
        div.field {
            label for={ "f-" (name) } { (label) }
            input.input #{ "f-" (name) } name=(name) value=(sent.get(&name)) maxlength=(LABEL_MAX) autocomplete="off"
                aria-invalid=[(!error.is_empty()).then_some("true")] aria-describedby=(about);
            (beside(&about, error, ""))
        }
    }
}

fn tone_field(sent: &Sent, key: &str, words: Words) -> Markup {
    let name = name("tone", key);
    let chosen = Tone::of(sent.get(&name)).unwrap_or_default();
    html! {
        div.field {
            label for={ "f-" (name) } { (words.say("tags-tone")) }
            select.input #{ "f-" (name) } name=(name) {
                @for tone in Tone::ALL {
                    option value=(tone.key()) selected[tone == chosen] { (tone_name(tone, words)) }
                }
            }
        }
    }
}

fn tone_name(tone: Tone, words: Words) -> String {
    match tone {
        Tone::Grey => words.say("tone-grey"),
        Tone::Teal => words.say("tone-teal"),
        Tone::Green => words.say("tone-green"),
        Tone::Violet => words.say("tone-violet"),
        Tone::Dark => words.say("tone-dark"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::playbook::{Role, Teammate, starter};

    fn playbook() -> Playbook {
        let maya = Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner);
        let mut playbook = starter("Roth & Co", maya);
        let tag = |key: &str, label: &str| Tag {
            key: key.into(),
            label: label.into(),
            tone: Tone::Teal,
            active: true,
        };
        playbook.tags = vec![tag("vip", "VIP"), tag("fair", "Trade fair")];
        playbook
    }

    fn asked(changes: &[(&str, &str)]) -> Result<Vec<Tag>, Wrong> {
        let playbook = playbook();
        let changes = changes.iter().map(|(name, value)| (name.to_string(), value.to_string()));
        let sent: Sent = own(&values(&playbook.tags)).chain(changes).collect();
        wanted(&sent, &playbook, Words::of(Language::default()))
    }

    #[test]
    fn what_is_not_changed_stays_and_a_new_one_stands_last() {
        assert_eq!(asked(&[]), Ok(playbook().tags));
        let tags =
            asked(&[("label.", " Vip "), ("label.vip", "Very important"), ("tone.", "dark")]);
        let tags = tags.expect("it makes sense");
        let keys: Vec<&str> = tags.iter().map(|tag| tag.key.as_str()).collect();
        assert_eq!(keys, ["vip", "fair", "vip2"]);
        assert_eq!((tags[0].label.as_str(), tags[2].tone), ("Very important", Tone::Dark));
        let tags = asked(&[("place.vip", "9"), ("on.fair", "")]).expect("it makes sense");
        assert_eq!((tags[0].key.as_str(), tags[0].active), ("fair", false));
    }

    #[test]
    fn a_label_is_there_once_and_without_what_stands_between_tags() {
        for (label, said) in [("", "Give"), ("trade FAIR", "two"), ("a, b", "comma")] {
            let wrong = asked(&[("label.vip", label), ("label.fair", "Trade fair")]);
            let wrong = wrong.expect_err(label);
            assert!(wrong.sentence.contains(said), "{}", wrong.sentence);
        }
        assert!(asked(&[("label.", &"x".repeat(41))]).is_err());
    }
}
