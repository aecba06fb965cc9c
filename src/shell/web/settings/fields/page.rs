//! How the fields and each of them look.

use super::{ASKS, DOWN, HERE, KINDS, LABEL_MAX, UP, framed};
use crate::language::Words;
use crate::playbook::{Field as Custom, FieldKind, Playbook};
use crate::scoring;
use crate::shell::house::House;
use crate::shell::web::custom::kind_name;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::{Field, beside, field, icon};
use crate::shell::web::settings::asking;
use maud::{Markup, html};

fn error<'a>(wrong: Option<&'a Wrong>, name: &str) -> &'a str {
    wrong.filter(|wrong| wrong.field == name).map_or("", |wrong| wrong.sentence.as_str())
}

pub(super) fn listed(
    house: &House,
    who: &Who,
    reader: Reader,
    sent: &Sent,
    said: Markup,
    wrong: Option<&Wrong>,
) -> Markup {
    let words = reader.words;
    let in_force = house.playbook();
    let fields = &in_force.playbook.fields;
    let last = fields.len().saturating_sub(1);
    let body = html! {
        (said)
        section.ledger {
            header { h2 { (words.say("settings-fields")) } p { (words.say("fields-how")) } }
            @if !fields.is_empty() {
                form action=(HERE) method="post" {
                    ul.items {
                        @for (nth, custom) in fields.iter().enumerate() {
                            (line(custom, &in_force.playbook, nth > 0, nth < last, words))
                        }
                    }
                }
            }
        }
        form.card.stack action=(HERE) method="post" {
            h2 { (words.say("fields-new")) }
            div.fields {
                (label_field(sent, wrong, words))
                div.field {
                    label for="f-kind" { (words.say("fields-kind")) }
                    select.input #f-kind name="kind" aria-describedby="f-kind-h" {
                        @for (key, kind) in KINDS {
                            option value=(key) selected[key == sent.get("kind")] { (kind_name(kind, words)) }
                        }
                    }
                    (beside("f-kind-h", error(wrong, "kind"), &words.say("fields-kind-stays")))
                }
            }
            (options_field(sent, wrong, words))
            div.line { button.btn.primary type="submit" { (icon("plus")) (words.say("fields-add")) } }
        }
    };
    framed(house, who, reader, HERE, body)
}

fn line(
    custom: &Custom,
    playbook: &Playbook,
    may_up: bool,
    may_down: bool,
    words: Words,
) -> Markup {
    let winning = words.say("fields-winning");
    let mut asks = playbook.sources_that_ask_for(&custom.key);
    asks.extend(playbook.moves_that_ask_for(&custom.key, &winning));
    let with = [("field", custom.label.as_str().into())];
    let (up, down) = (words.fill("fields-up", &with), words.fill("fields-down", &with));
    html! {
        li #{ "field-" (custom.key) } {
            div.grow {
                a href={ (HERE) "/" (custom.key) } { (custom.label) } " "
                @if !custom.active { span.tag { (words.say("settings-is-off")) } }
                p.mute {
                    (kind_name(custom.kind, words))
                    @if !asks.is_empty() { ". " (words.fill("fields-asked-by", &[("names", asks.join(", ").into())])) }
                }
            }
            button.btn.quiet.square type="submit" name="do" value={ (UP) (custom.key) } aria-label=(up) disabled[!may_up] { (icon("up")) }
            button.btn.quiet.square type="submit" name="do" value={ (DOWN) (custom.key) } aria-label=(down) disabled[!may_down] { (icon("down")) }
        }
    }
}

fn label_field(sent: &Sent, wrong: Option<&Wrong>, words: Words) -> Markup {
    field(Field {
        name: "label",
        label: &words.say("settings-label"),
        value: sent.get("label"),
        error: error(wrong, "label"),
        autocomplete: "off",
        longest: LABEL_MAX,
        ..Field::default()
    })
}

fn options_field(sent: &Sent, wrong: Option<&Wrong>, words: Words) -> Markup {
    html! {
        div.field {
            label for="f-options" { (words.say("fields-options")) }
            textarea.input #f-options name="options" rows="4" maxlength="40000" aria-describedby="f-options-h" { "\n" (sent.get("options")) }
            (beside("f-options-h", error(wrong, "options"), &words.say("fields-options-how")))
        }
    }
}

/// What asks for a field, and will find it filled in no more once it is off.
fn asked_for(custom: &Custom, playbook: &Playbook, words: Words) -> Markup {
    let asking = playbook.asking_for(&custom.key);
    let signal = scoring::that_read(&custom.key, playbook);
    let signal = signal.map(|signal| words.say(&format!("signal-{}", signal.key)));
    let list = |(href, part, names): (&'static str, &str, Vec<&str>)| {
        let names: Vec<String> = names
            .iter()
            .map(|name| words.fill("lead-quoted", &[("text", (*name).into())]))
            .collect();
        (!names.is_empty()).then(|| (href, words.say(part), names.join(", ")))
    };
    let scored = asking.fit_rules.iter().copied().chain(signal.as_deref()).collect();
    let all: Vec<_> = [
        ("/settings/routing", "part-routing", asking.rules),
        ("/settings/scoring", "part-scoring", scored),
        ("/settings/qualification", "part-qualification", asking.criteria),
    ]
    .into_iter()
    .filter_map(list)
    .collect();
    let key = if custom.active { "fields-on-asked-by" } else { "fields-off-asked-by" };
    html! {
        @if !all.is_empty() {
            div.alert #asked-by role="status" data-state=[(!custom.active).then_some("soon")] {
                (icon("info"))
                div {
                    p { (words.say(key)) }
                    ul.plain { @for (href, part, names) in all { li { a href=(href) { (part) } ": " (names) } } }
                }
            }
        }
    }
}

pub(super) fn drawn(
    house: &House,
    who: &Who,
    reader: Reader,
    custom: &Custom,
    sent: &Sent,
    said: Markup,
    wrong: Option<&Wrong>,
) -> Markup {
    let words = reader.words;
    let in_force = house.playbook();
    let sources = &in_force.playbook.sources;
    let body = html! {
        (said)
        form.stack action={ (HERE) "/" (custom.key) } method="post" {
            input type="hidden" name="base" value=(in_force.version);
            section.card.stack {
                h2 { (custom.label) }
                p.mute { (kind_name(custom.kind, words)) ". " (words.fill("fields-key", &[("key", custom.key.as_str().into())])) }
                (label_field(sent, wrong, words))
                @if custom.kind == FieldKind::Choice { (options_field(sent, wrong, words)) }
                label.check {
                    input #f-on type="checkbox" name="on" value="on" checked[sent.is_on("on")] aria-describedby="f-on-h";
                    (words.say("fields-is-on"))
                }
                (beside("f-on-h", error(wrong, "on"), &words.say("fields-off-how")))
                (asked_for(custom, &in_force.playbook, words))
            }
            fieldset.card.stack.tight {
                legend { (words.say("fields-asked-at")) }
                p.hint { (words.say("fields-asked-how")) }
                @for source in sources {
                    @let name = format!("{ASKS}{}", source.key);
                    @let label = if source.enabled { source.name.clone() } else { format!("{} ({})", source.name, words.say("settings-is-off")) };
                    (asking::choice(&label, &name, source, asking::chosen(sent.get(&name)), words))
                }
            }
            div.line {
                a.btn.quiet href=(HERE) { (words.say("fields-back")) }
                button.btn.primary.push type="submit" { (words.say("team-save")) }
            }
        }
    };
    framed(house, who, reader, HERE, body)
}
