//! The tags of a lead: shown, put on and taken off.

use super::act::Act;
use super::sent::{Sent, once_field};
use super::view::View;
use crate::command::Command;
use crate::language::Words;
use crate::playbook::{Playbook, Role, Tag};
use crate::shell::web::custom;
use crate::shell::web::parts::icon;
use maud::{Markup, html};

/// The id of the section.
pub const ID: &str = "tags";

/// What stands before the key of a tag in the name of its box.
const BOX: &str = "tag:";

/// The tags beneath the name; nothing where there are none.
pub fn line(view: &View) -> Markup {
    let lead = &view.case.lead;
    html! {
        @if !lead.tags.is_empty() {
            p.line.tags { @for key in &lead.tags { (custom::tag(key, view.playbook)) } }
        }
    }
}

/// The tags, each with the way to take it off, and the way to put on another.
pub fn tags(view: &View) -> Markup {
    let (lead, words) = (&view.case.lead, view.words);
    let left: Vec<&Tag> =
        offered(view.playbook).filter(|tag| !lead.tags.contains(&tag.key)).collect();
    let is_first = view.playbook.tags.is_empty() && view.who.role == Role::Owner;
    let url = Act::Tag.url(lead.id, 0);
    if lead.tags.is_empty() && left.is_empty() && !is_first {
        return html! {};
    }
    html! {
        section.ledger #(ID) data-region {
            header { h2 { (words.say("lead-tags")) } }
            div."body stack tight" {
                @if !lead.tags.is_empty() {
                    form.line.tags action=(url) method="post" {
                        (once_field(view.once))
                        @for key in &lead.tags { (taken_off(view, key)) }
                    }
                }
                @if !left.is_empty() {
                    form.line action=(url) method="post" {
                        (once_field(view.once))
                        label.sr for="tag-add" { (words.say("lead-tag-which")) }
                        select.input.grow #tag-add name="add" required {
                            option value="" { (words.say("lead-tag-which")) }
                            @for tag in left { option value=(tag.key) { (tag.label) } }
                        }
                        button.btn type="submit" { (icon("plus")) (words.say("lead-tag-add")) }
                    }
                }
                @if is_first { p { a href="/settings/tags" { (words.say("lead-tags-first")) } } }
            }
        }
    }
}

fn taken_off(view: &View, key: &str) -> Markup {
    let tag = view.playbook.tag(key);
    let label = tag.map_or(key, |tag| tag.label.as_str());
    let tone = tag.map(|tag| tag.tone.key());
    let off = view.words.fill("lead-tag-remove", &[("tag", label.into())]);
    html! {
        span.tag.held data-tone=[tone] {
            (label)
            button type="submit" name="remove" value=(key) aria-label=(off) title=(off) { (icon("x")) }
        }
    }
}

/// What a form of tags asks for.
pub fn command(sent: &Sent) -> Command {
    let key = |name: &str| Some(sent.trimmed(name).to_owned()).filter(|key| !key.is_empty());
    Command::Tag { add: Vec::from_iter(key("add")), remove: Vec::from_iter(key("remove")) }
}

/// A box for each tag, on the page of a new lead.
pub fn choose(playbook: &Playbook, sent: &Sent, words: Words) -> Markup {
    html! {
        @if offered(playbook).next().is_some() {
            fieldset.field {
                legend { (words.say("lead-tags")) }
                div.line {
                    @for tag in offered(playbook) {
                        @let name = format!("{BOX}{}", tag.key);
                        label.chip {
                            input type="checkbox" name=(name) value="on" checked[sent.is_on(&name)];
                            (tag.label)
                        }
                    }
                }
            }
        }
    }
}

/// Whether a name is that of a box of a tag.
pub fn is_box(name: &str) -> bool {
    name.starts_with(BOX)
}

/// The tags that were ticked, as the one field a source knows them by.
pub fn ticked(sent: &Sent) -> Option<(String, String)> {
    let keys = sent.iter().filter_map(|(name, _)| name.strip_prefix(BOX));
    let keys = keys.collect::<Vec<_>>().join(", ");
    (!keys.is_empty()).then(|| ("tags".to_owned(), keys))
}

fn offered(playbook: &Playbook) -> impl Iterator<Item = &Tag> {
    playbook.tags.iter().filter(|tag| tag.active)
}
