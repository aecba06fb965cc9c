//! What becomes of each column: guessed, shown with the first rows, and chosen.

use super::kept::{Chosen, Kept, State};
use super::said::counted;
use crate::capture::guess;
use crate::language::Words;
use crate::playbook::{Door, Playbook, Source};
use crate::shell::importing::UnknownOwner;
use crate::shell::web::lead::Sent;
use crate::shell::web::parts::icon;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Values of the first rows that are shown of a column, and characters of each.
const VALUES: usize = 3;
const VALUE_MAX: usize = 60;

/// The choices that are no place of ours.
const LEAVE_OUT: &str = "ignore";
const KEEP: &str = "keep";

/// Places of ours that a column may go to, with the key of the word.
const PLACES: [(&str, &str); 30] = [
    ("name", "import-to-name"),
    ("first_name", "import-to-first-name"),
    ("last_name", "import-to-last-name"),
    ("email", "import-to-email"),
    ("phone", "import-to-phone"),
    ("company", "import-to-company"),
    ("role", "import-to-role"),
    ("website", "import-to-website"),
    ("country", "import-to-country"),
    ("region", "import-to-region"),
    ("postcode", "import-to-postcode"),
    ("city", "import-to-city"),
    ("language", "import-to-language"),
    ("time_zone", "import-to-time-zone"),
    ("message", "import-to-message"),
    ("arrived_at", "import-to-arrived-at"),
    ("closed_at", "import-to-closed-at"),
    ("opted_out", "import-to-opted-out"),
    ("owner", "import-to-owner"),
    ("stage", "import-to-stage"),
    ("tags", "import-to-tags"),
    ("value", "import-to-value"),
    ("consent", "import-to-consent"),
    ("consent_text", "import-to-consent-text"),
    ("utm_source", "import-to-utm-source"),
    ("utm_medium", "import-to-utm-medium"),
    ("utm_campaign", "import-to-utm-campaign"),
    ("click_id", "import-to-click"),
    ("referrer", "import-to-referrer"),
    ("landing", "import-to-landing"),
];

/// What is chosen for the owners nobody knows, where it is no teammate.
const BY_THE_RULES: &str = "";
const NOT_TAKEN: &str = "-";

/// The columns of a list with what becomes of each: as chosen, else as guessed.
pub fn mapping(kept: &Kept, chosen: &Chosen, playbook: &Playbook) -> Vec<(String, String)> {
    let Some(source) = playbook.source(&chosen.source) else { return Vec::new() };
    let mut source = Source { door: Door::Csv, ..source.clone() };
    if !chosen.mapping.is_empty() {
        source.mapping.clone_from(&chosen.mapping);
    }
    let columns = guess(&kept.glance.headers, &source, playbook).columns;
    columns.into_iter().map(|column| (column.theirs, column.place.key().to_owned())).collect()
}

/// What a posted form has chosen. What it does not know of stays as it is guessed.
pub fn chosen(kept: &Kept, before: &Chosen, sent: &Sent, playbook: &Playbook) -> Chosen {
    let mut mapping = BTreeMap::new();
    for (place, (theirs, guessed)) in self::mapping(kept, before, playbook).into_iter().enumerate()
    {
        let wanted = sent.get(&format!("c{place}"));
        let is_ours = |key: &str| key == LEAVE_OUT || is_a_place(key, playbook);
        let ours = match wanted {
            KEEP if is_ours(&guessed) => own_name(&theirs, playbook),
            wanted if is_ours(wanted) => wanted.to_owned(),
            _ => guessed,
        };
        mapping.insert(theirs, ours);
    }
    let unknown_owner = match sent.get("strangers") {
        BY_THE_RULES => UnknownOwner::ByTheRules,
        NOT_TAKEN => UnknownOwner::LeaveOut,
        id => match playbook.active(id) {
            Some(mate) => UnknownOwner::Give(mate.id.clone()),
            None => UnknownOwner::ByTheRules,
        },
    };
    let source = before.source.clone();
    Chosen { source, mapping, unknown_owner, remember: sent.is_on("remember") }
}

fn is_a_place(key: &str, playbook: &Playbook) -> bool {
    PLACES.iter().any(|(known, _)| *known == key)
        || playbook.fields.iter().any(|field| field.key == key)
}

/// The name under which a column is kept that has a place of ours by its name and shall not have it.
fn own_name(theirs: &str, playbook: &Playbook) -> String {
    let plain = theirs.trim().to_lowercase().replace(' ', "_");
    if plain.is_empty() || is_a_place(&plain, playbook) {
        format!("{theirs} list")
    } else {
        theirs.to_owned()
    }
}

/// The form in which everything is chosen.
pub fn form(words: Words, kept: &Kept, state: &State, playbook: &Playbook) -> Markup {
    let columns = mapping(kept, &state.chosen, playbook);
    let glance = &kept.glance;
    let rows = words.fill("import-rows", &counted(words, glance.lines));
    let read_as = match glance.is_sheet {
        true => words.fill("import-sheet", &[("sheet", glance.written_in.as_str().into())]),
        false => words.fill("import-encoding", &[("encoding", glance.written_in.as_str().into())]),
    };
    html! {
        form.stack action={ "/import/" (kept.id) "/check" } method="post" {
            section.ledger {
                header { h2 { (words.say("import-columns")) } span.count { (rows) ", " (read_as) } }
                p.mute.below { (words.say("import-columns-how")) }
                table.table.columns {
                    thead {
                        tr {
                            th scope="col" { (words.say("import-theirs")) }
                            th scope="col" { (words.say("import-becomes")) }
                        }
                    }
                    tbody {
                        @for (place, (theirs, ours)) in columns.iter().enumerate() {
                            tr {
                                th scope="row" { b { (cut(theirs)) } span."mute cut" { (first(kept, place)) } }
                                td { (select(words, place, theirs, ours, playbook)) }
                            }
                        }
                    }
                }
            }
            div.card.stack {
                (strangers(words, &state.chosen.unknown_owner, playbook))
                label.check {
                    input type="checkbox" name="remember" value="1" checked[state.chosen.remember];
                    (words.fill("import-remember", &[("source", source_name(&state.chosen, playbook).into())]))
                }
                div.line {
                    button.btn.quiet type="submit" form="throw-away" { (icon("trash")) (words.say("import-throw-away")) }
                    button.btn.primary.push type="submit" { (icon("eye")) (words.say("import-check")) }
                }
                p.hint { (words.say("import-check-how")) }
            }
        }
    }
}

/// What the source of a list is called.
pub fn source_name<'a>(chosen: &'a Chosen, playbook: &'a Playbook) -> &'a str {
    playbook.source(&chosen.source).map_or(chosen.source.as_str(), |source| source.name.as_str())
}

fn select(words: Words, place: usize, theirs: &str, ours: &str, playbook: &Playbook) -> Markup {
    let is_kept = ours != LEAVE_OUT && !is_a_place(ours, playbook);
    let label = words.fill("import-becomes-of", &[("column", cut(theirs).into())]);
    html! {
        select.input name={ "c" (place) } aria-label=(label) {
            option value=(LEAVE_OUT) selected[ours == LEAVE_OUT] { (words.say("import-leave-out")) }
            option value=(KEEP) selected[is_kept] { (words.say("import-keep")) }
            optgroup label=(words.say("import-places")) {
                @for (key, word) in PLACES {
                    option value=(key) selected[key == ours] { (words.say(word)) }
                }
            }
            @if playbook.active_fields().next().is_some() {
                optgroup label=(words.say("import-fields")) {
                    @for field in playbook.active_fields() {
                        option value=(field.key) selected[field.key == ours] { (field.label) }
                    }
                }
            }
        }
    }
}

fn strangers(words: Words, chosen: &UnknownOwner, playbook: &Playbook) -> Markup {
    let is_given = |id: &str| matches!(chosen, UnknownOwner::Give(to) if to == id);
    html! {
        div.field {
            label for="f-strangers" { (words.say("import-strangers")) }
            select.input #f-strangers name="strangers" {
                option value=(BY_THE_RULES) { (words.say("import-strangers-rules")) }
                option value=(NOT_TAKEN) selected[*chosen == UnknownOwner::LeaveOut] { (words.say("import-strangers-out")) }
                @for mate in playbook.team.iter().filter(|mate| mate.active) {
                    option value=(mate.id) selected[is_given(&mate.id)] {
                        (words.fill("import-strangers-give", &[("name", mate.name.as_str().into())]))
                    }
                }
            }
        }
    }
}

/// The first values of a column that say something.
fn first(kept: &Kept, place: usize) -> String {
    let values = kept.glance.first.iter().filter_map(|row| row.values.get(place));
    let said = values.map(|value| value.trim()).filter(|value| !value.is_empty());
    said.take(VALUES).map(cut).collect::<Vec<_>>().join(" · ")
}

fn cut(value: &str) -> String {
    match value.char_indices().nth(VALUE_MAX) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}
