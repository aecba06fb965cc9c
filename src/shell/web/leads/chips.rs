//! The filters: one form that is sent as the URL. Each opens a small menu of its own, and what is set
//! is taken off with one press.

use super::columns;
use super::filter::{Facet, Filter, ME, NOBODY, TOUCHED, field_value, flags};
use super::range::{self, Measure, WORTH, Wrong};
use super::sheet::Sheet;
use crate::lead::{LeadFate, Tier};
use crate::playbook::Field as Custom;
use crate::shell::search::Sort;
use crate::shell::web::custom::choices;
use crate::shell::web::parts::{Field, field, icon};
use maud::{Markup, html};

/// Teammates, stages and sources a filter offers.
const OFFERED_MAX: usize = 100;

/// Custom fields that are offered to narrow by.
const FIELDS_MAX: usize = 20;

/// Filters that stand behind one chip, for they are set less often.
const RARE: [Facet; 5] = [Facet::Import, Facet::Fields, Facet::New, Facet::Fate, Facet::Flags];

/// The line of filters.
pub fn filters(sheet: &Sheet) -> Markup {
    let words = sheet.words;
    let state = &sheet.list.state;
    let filter = &state.filter;
    html! {
        div."line filters" role="group" aria-label=(words.say("leads-filters")) {
            form.line.grow #narrow action="/leads" role="search" aria-label=(words.say("leads-search")) {
                @if state.sort != Sort::NextStep {
                    input type="hidden" name="sort" value=(sort_word(state.sort));
                }
                @if state.turned { input type="hidden" name="turned" value="yes"; }
                div.find.grow {
                    (icon("search"))
                    label.sr for="q" { (words.say("leads-search")) }
                    input.input #q name="q" type="search" value=(filter.text) maxlength="100"
                        placeholder=(words.say("leads-search")) autocomplete="off";
                }
                @if sheet.playbook.only_one().is_none() || filter.has(Facet::Owner) {
                    (chip(sheet, Facet::Owner, owners(sheet)))
                }
                (chip(sheet, Facet::Tier, tiers(sheet)))
                (chip(sheet, Facet::Score, number(sheet, Facet::Score.name(), "leads-ask-score", filter.score_from.map(u32::from), 100)))
                (chip(sheet, Facet::Stage, stages(sheet)))
                (chip(sheet, Facet::Source, sources(sheet)))
                @if !sheet.playbook.tags.is_empty() || filter.has(Facet::Tag) {
                    (chip(sheet, Facet::Tag, tags(sheet)))
                }
                (chip(sheet, Facet::Touch, html! {
                    (number(sheet, Facet::Touch.name(), "leads-ask-touch", filter.touch_days, 3_650))
                    (number(sheet, TOUCHED, "leads-ask-touched", filter.touched_days, 3_650))
                }))
                @for facet in RARE.into_iter().filter(|facet| filter.has(*facet)) { (taken_off(sheet, facet)) }
                (more(sheet))
            }
            (columns::chooser(sheet))
        }
    }
}

/// The word for an order in the URL.
fn sort_word(sort: Sort) -> &'static str {
    match sort {
        Sort::NextStep => "next_step",
        Sort::Score => "score",
        Sort::Newest => "newest",
        Sort::LastTouch => "last_touch",
        Sort::Value => "value",
    }
}

/// A filter that opens its menu; where it is set, with the way to take it off beside it.
fn chip(sheet: &Sheet, facet: Facet, menu: Markup) -> Markup {
    let words = sheet.words;
    let filter = &sheet.list.state.filter;
    let is_set = filter.has(facet);
    let id = format!("by-{}", facet.name());
    html! {
        span.facets {
            button.chip.on[is_set] type="button" popovertarget=(id) {
                @if is_set { (sheet.set_to(facet, filter)) } @else { (sheet.name(facet)) (icon("down")) }
            }
            @if is_set { (off(sheet, facet)) }
        }
        div.menu.facet #(id) popover {
            (menu)
            button."btn primary wide" type="submit" { (words.say("leads-apply")) }
        }
    }
}

/// A filter that is set behind the chip of the rare ones.
fn taken_off(sheet: &Sheet, facet: Facet) -> Markup {
    let filter = &sheet.list.state.filter;
    html! {
        span.facets {
            button.chip.on type="button" popovertarget="by-more" { (sheet.set_to(facet, filter)) }
            (off(sheet, facet))
        }
    }
}

fn off(sheet: &Sheet, facet: Facet) -> Markup {
    let words = sheet.words;
    let state = &sheet.list.state;
    let set = sheet.set_to(facet, &state.filter);
    let label = words.fill("leads-remove-filter", &[("filter", set.into())]);
    let less = state.with(state.filter.without(facet));
    html! { a.chip.on.off href=(less.url()) aria-label=(label) { (icon("x")) } }
}

fn more(sheet: &Sheet) -> Markup {
    let words = sheet.words;
    let filter = &sheet.list.state.filter;
    html! {
        button.chip type="button" popovertarget="by-more" { (icon("plus")) (words.say("leads-more-filters")) }
        div.menu.facet #by-more popover {
            @for field in offered_fields(sheet) { (choice(sheet, field)) }
            (ranges(sheet))
            @for (key, value) in unoffered(sheet) {
                input type="hidden" name=(Facet::Fields.name()) value=(field_value(key, value));
            }
            @if let Some(list) = &filter.import {
                input type="hidden" name=(Facet::Import.name()) value=(list);
            }
            (number(sheet, Facet::New.name(), "leads-ask-came", filter.new_days, 3_650))
            (boxes(sheet, Facet::Fate, LeadFate::ALL.map(|fate| {
                (fate.key().to_owned(), sheet.fate_name(fate), filter.fate.contains(&fate))
            }).into()))
            (boxes(sheet, Facet::Flags, flags().map(|flag| {
                (flag.to_owned(), sheet.flag_name(flag), filter.flags.iter().any(|set| set == flag))
            }).collect()))
            button."btn primary wide" type="submit" { (words.say("leads-apply")) }
        }
    }
}

/// What may be ticked: its value, its name, and whether it is.
type Box = (String, String, bool);

fn boxes(sheet: &Sheet, facet: Facet, boxes: Vec<Box>) -> Markup {
    ticks(facet, &sheet.name(facet), boxes)
}

fn ticks(facet: Facet, name: &str, boxes: Vec<Box>) -> Markup {
    html! {
        fieldset {
            legend { (name) }
            @for (value, name, is_set) in boxes {
                label.check { input type="checkbox" name=(facet.name()) value=(value) checked[is_set]; (name) }
            }
        }
    }
}

/// What is offered, and what is set and offered no more, so that it is not taken off unseen.
fn offered(sheet: &Sheet, facet: Facet, set: &[String], all: Vec<(String, String)>) -> Markup {
    let gone = set.iter().filter(|key| !all.iter().any(|(known, _)| known == *key));
    let gone = gone.map(|key| (key.clone(), key.clone(), true)).collect::<Vec<Box>>();
    let ticked = |key: &String| set.contains(key);
    let known = all.iter().map(|(key, name)| (key.clone(), name.clone(), ticked(key)));
    boxes(sheet, facet, known.chain(gone).collect())
}

fn owners(sheet: &Sheet) -> Markup {
    let special = [ME, NOBODY].map(|key| (key.to_owned(), sheet.owner_name(key)));
    let team = sheet.playbook.team.iter().take(OFFERED_MAX);
    let team = team.map(|mate| (mate.id.clone(), mate.name.clone()));
    let all = special.into_iter().chain(team).collect();
    offered(sheet, Facet::Owner, &sheet.list.state.filter.owner, all)
}

fn tiers(sheet: &Sheet) -> Markup {
    let filter: &Filter = &sheet.list.state.filter;
    let tier =
        |tier: Tier| (tier.key().to_owned(), sheet.tier_name(tier), filter.tier.contains(&tier));
    boxes(sheet, Facet::Tier, Tier::ALL.map(tier).into())
}

fn stages(sheet: &Sheet) -> Markup {
    let stages = sheet.playbook.pipeline.stages.iter().take(OFFERED_MAX);
    let all = stages.map(|stage| (stage.key.clone(), stage.name.clone())).collect();
    offered(sheet, Facet::Stage, &sheet.list.state.filter.stage, all)
}

fn sources(sheet: &Sheet) -> Markup {
    let sources = sheet.playbook.sources.iter().take(OFFERED_MAX);
    let all = sources.map(|source| (source.key.clone(), source.name.clone())).collect();
    offered(sheet, Facet::Source, &sheet.list.state.filter.source, all)
}

fn tags(sheet: &Sheet) -> Markup {
    let tags = sheet.playbook.tags.iter().take(OFFERED_MAX);
    let all = tags.map(|tag| (tag.key.clone(), tag.label.clone())).collect();
    offered(sheet, Facet::Tag, &sheet.list.state.filter.tag, all)
}

/// Fields of which one of a few values is chosen.
fn offered_fields<'a>(sheet: &Sheet<'a>) -> impl Iterator<Item = &'a Custom> + use<'a> {
    let fields = sheet.playbook.active_fields();
    let words = sheet.words;
    fields.filter(move |field| !choices(field, words).is_empty()).take(FIELDS_MAX)
}

/// What is asked of fields that have no menu, so that it is not taken off unseen.
fn unoffered<'a>(sheet: &'a Sheet) -> impl Iterator<Item = (&'a str, &'a str)> {
    let is_offered = |key: &str| offered_fields(sheet).any(|field| field.key == key);
    let set = sheet.list.state.filter.fields.iter().filter(move |(key, _)| !is_offered(key));
    set.flat_map(|(key, values)| values.iter().map(|value| (key.as_str(), value.as_str())))
}

/// The values of a field: what may be chosen, and what is set and cannot be chosen any more.
fn values(sheet: &Sheet, field: &Custom) -> Vec<Box> {
    let set = sheet.list.state.filter.fields.get(&field.key).map_or(&[][..], Vec::as_slice);
    let is = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
    let offered = choices(field, sheet.words);
    let gone: Vec<&String> =
        set.iter().filter(|one| !offered.iter().any(|(value, _)| is(value, one))).collect();
    let gone = gone.into_iter().map(|value| (value.clone(), value.clone(), true));
    let is_set = |value: &str| set.iter().any(|one| is(one, value));
    let offered = offered.into_iter().map(|(value, word)| {
        let is_set = is_set(&value);
        (value, word, is_set)
    });
    let keyed = |(value, word, is_set): Box| (field_value(&field.key, &value), word, is_set);
    offered.chain(gone).map(keyed).collect()
}

/// The menu of a field: one of its values, or boxes where several are set.
fn choice(sheet: &Sheet, field: &Custom) -> Markup {
    let id = format!("f-field-{}", field.key);
    let values = values(sheet, field);
    if values.iter().filter(|(.., is_set)| *is_set).count() > 1 {
        return ticks(Facet::Fields, &field.label, values);
    }
    html! {
        div.field {
            label for=(id) { (field.label) }
            select.input #(id) name=(Facet::Fields.name()) {
                option value="" { (sheet.words.say("leads-any")) }
                @for (value, word, is_set) in values {
                    option value=(value) selected[is_set] { (word) }
                }
            }
        }
    }
}

/// Both ends of every field that can be measured, and of the worth.
fn ranges(sheet: &Sheet) -> Markup {
    let set = &sheet.list.state.filter.ranges;
    let wrong = range::wrong(set, sheet.playbook, sheet.words);
    let fields = sheet.playbook.active_fields().take(FIELDS_MAX);
    let fields = fields.filter_map(|field| Some((field.key.as_str(), Measure::of(field)?)));
    let offered: Vec<(&str, Measure)> = fields.chain([(WORTH, Measure::Money)]).collect();
    let is_offered = |key: &str| offered.iter().any(|(known, _)| *known == key);
    let unoffered = set.iter().filter(|(key, _)| !is_offered(key));
    let unoffered = unoffered.map(|(key, span)| (key.clone(), span.clone())).collect();
    html! {
        @for (key, measure) in &offered {
            fieldset {
                legend { (sheet.field_name(key)) }
                div.range {
                    (bound(sheet, key, *measure, true, &wrong))
                    (bound(sheet, key, *measure, false, &wrong))
                }
            }
        }
        @for (name, value) in range::bounds(&unoffered) {
            input type="hidden" name=(name) value=(value);
        }
    }
}

fn bound(sheet: &Sheet, key: &str, measure: Measure, is_from: bool, wrong: &[Wrong]) -> Markup {
    let name = range::name(key, is_from);
    let label = sheet.words.say(if is_from { "leads-from" } else { "leads-to" });
    let span = sheet.list.state.filter.ranges.get(key).cloned().unwrap_or_default();
    let value = if is_from { span.from } else { span.to };
    let wrong = wrong.iter().find(|wrong| wrong.key == key && wrong.is_from == is_from);
    // What an input of its kind would not show is shown as text, so that it can be mended.
    let kind = match measure {
        _ if wrong.is_some() => "text",
        Measure::Number | Measure::Money => "number",
        Measure::Day => "date",
    };
    let error = wrong.map_or("", |wrong| wrong.sentence.as_str());
    let step = (kind == "number").then_some("any");
    field(Field {
        name: &name,
        label: &label,
        kind,
        value: &value,
        error,
        step,
        ..Field::default()
    })
}

fn number(sheet: &Sheet, name: &str, asks: &str, value: Option<u32>, most: u32) -> Markup {
    let id = format!("f-{name}");
    html! {
        div.field {
            label for=(id) { (sheet.words.say(asks)) }
            input.input.pt #(id) name=(name) type="number" min="1" max=(most) value=[value];
        }
    }
}
