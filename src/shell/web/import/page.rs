//! The pages of an import: handing a list in, choosing, watching it, and what came of it.

use super::kept::{Asked, Kept, Sample, Stage, State};
use super::said::{self, counted, number};
use super::{At, choose};
use crate::capture::DateOrder;
use crate::language::Words;
use crate::lead::{LeadId, hours::zone_named};
use crate::playbook::{Door, Playbook, Source};
use crate::shell::importing::{Came, Imported};
use crate::shell::web::assets;
use crate::shell::web::layout::{Place, Screen, app};
use crate::shell::web::lead::once_field;
use crate::shell::web::leads::filter::Filter;
use crate::shell::web::parts::{State as Tone, alert, beside, icon};
use crate::shell::web::times::Times;
use maud::{Markup, html};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

/// Names of unknown owners that are shown.
const STRANGERS: usize = 8;

/// The page on which a list is handed in.
pub fn front(at: &At, lists: &[Arc<Kept>], source: &str, wrong: &str) -> Markup {
    let words = at.reader.words;
    let in_force = at.web.house.playbook();
    let playbook = &in_force.playbook;
    let limits = &at.web.house.config.limits;
    let with = [
        ("size", limits.import_file_mib.to_string().into()),
        ("rows", number(words, limits.import_rows.into()).into()),
    ];
    let body = html! {
        div.stack {
            form."card stack narrow" action="/import" method="post" enctype="multipart/form-data" {
                (once_field(Uuid::now_v7()))
                @if !wrong.is_empty() { (alert(Tone::Late, html! { a href="#f-file" { (wrong) } })) }
                p { (words.say("import-intro")) }
                (sources(words, source, playbook))
                div.field {
                    label for="f-file" { (words.say("import-file")) }
                    input.input #f-file type="file" name="file" required accept=".csv,.tsv,.txt,.xlsx,.xlsm,.vcf"
                        aria-invalid=[(!wrong.is_empty()).then_some("true")] aria-describedby="f-file-h";
                    (beside("f-file-h", wrong, &words.fill("import-file-hint", &with)))
                }
                div.line {
                    a.btn.quiet href="/leads" { (words.say("import-back")) }
                    button.btn.primary.push type="submit" { (icon("out")) (words.say("import-hand-in")) }
                }
            }
            @if !lists.is_empty() { (listed(at, lists, playbook)) }
        }
    };
    framed(at, body)
}

fn sources(words: Words, chosen: &str, playbook: &Playbook) -> Markup {
    // Most lists tell of the past, so a source that starts no clocks stands first.
    let mut sources: Vec<&Source> = playbook.sources.iter().collect();
    sources.sort_by_key(|source| (source.door != Door::Csv, !source.quiet));
    html! {
        div.field {
            label for="f-source" { (words.say("import-source")) }
            select.input #f-source name="source" aria-describedby="f-source-h" {
                @for source in sources {
                    option value=(source.key) selected[source.key == chosen] { (source.name) }
                }
            }
            (beside("f-source-h", "", &words.say("import-source-hint")))
        }
    }
}

fn listed(at: &At, lists: &[Arc<Kept>], playbook: &Playbook) -> Markup {
    let words = at.reader.words;
    let zone = zone_named(playbook.zone_of(&at.who.teammate));
    let times = Times::of(words, at.web.house.desk.now(), &zone);
    html! {
        section.ledger #lists {
            header { h2 { (words.say("import-lists")) } }
            ul.items {
                @for kept in lists {
                    li {
                        a.grow href={ "/import/" (kept.id) } { (kept.name) }
                        span.mute { (words.fill("import-rows", &counted(words, kept.glance.lines))) }
                        span.mute { (times.brief(kept.at)) }
                        span.tag.push { (said::stage(words, &kept.state().stage)) }
                    }
                }
            }
            p.mute.below { (words.say("import-lists-how")) }
        }
    }
}

/// The page of one list, as far as it is. `again` opens the columns once more.
pub fn one(at: &At, kept: &Kept, again: bool, wrong: &str) -> Markup {
    let words = at.reader.words;
    let state = kept.state();
    let in_force = at.web.house.playbook();
    let playbook = &in_force.playbook;
    let body = html! {
        div.stack {
            p.line {
                a href="/import" { (words.say("import-title")) }
                b { (kept.name) }
                span.mute { (choose::source_name(&state.chosen, playbook)) }
            }
            @if !wrong.is_empty() { (alert(Tone::Late, html! { (wrong) })) }
            @match &state.stage {
                Stage::Checking | Stage::Taking => (under_way(words, kept, &state)),
                Stage::Done => (done(words, kept, &state)),
                Stage::Checked if !again => (checked(words, kept, &state)),
                Stage::Stopped(asked, halt) => {
                    (alert(Tone::Late, html! { (said::halt(words, halt)) }))
                    @if matches!(asked, Asked::Take(_)) { (numbers(words, &state.sum)) }
                    (choose::form(words, kept, &state, playbook))
                }
                Stage::Choosing | Stage::Checked => (choose::form(words, kept, &state, playbook)),
            }
            form #throw-away hidden action={ "/import/" (kept.id) "/drop" } method="post" {}
        }
    };
    framed(at, body)
}

fn framed(at: &At, body: Markup) -> Markup {
    let title = at.reader.words.say("import-title");
    app(&at.web.house, &at.who, at.reader, Screen::new(Place::Leads, &title), body)
}

/// Draws itself anew; with a script in place, without one as a whole.
fn under_way(words: Words, kept: &Kept, state: &State) -> Markup {
    let (read, all) = (state.sum.rows, kept.glance.lines.max(1));
    let title = match state.stage {
        Stage::Taking => words.say("import-taking"),
        _ => words.say("import-checking"),
    };
    let with = [("read", number(words, read).into()), ("all", number(words, all).into())];
    let share = read.min(all) * 100 / all;
    html! {
        noscript { meta http-equiv="refresh" content="2"; }
        section.card.stack #progress data-progress {
            h2 { (title) }
            p { (words.fill("import-read", &with)) }
            svg.bar height="6" role="img" aria-label=(format!("{share}%")) {
                rect width="100%" height="6" rx="3" {}
                rect.m1 width={ (share) "%" } height="6" rx="3" {}
            }
            @if matches!(state.stage, Stage::Taking) { (numbers(words, &state.sum)) }
            p.mute { (words.say("import-leave-page")) }
            noscript { p { a href={ "/import/" (kept.id) } { (words.say("import-look-again")) } } }
        }
        script type="module" src=(assets::url("js/import.js")) {}
    }
}

fn checked(words: Words, kept: &Kept, state: &State) -> Markup {
    let sum = &state.sum;
    let wanted = sum.created + sum.flagged + sum.attached;
    let button = words.fill("import-start", &counted(words, wanted));
    html! {
        section.card.stack {
            h2 { (words.say("import-checked")) }
            (numbers(words, sum))
            (remarks(words, sum))
            @if wanted == 0 { p { (words.say("import-nothing-new")) } }
            div.line {
                button.btn.quiet type="submit" form="throw-away" { (icon("trash")) (words.say("import-throw-away")) }
                a.btn href={ "/import/" (kept.id) "?step=columns" } { (icon("left")) (words.say("import-change")) }
                a.btn href={ "/import/" (kept.id) "/report.csv" } { (icon("in")) (words.say("import-report")) }
                @if wanted > 0 {
                    form.push action={ "/import/" (kept.id) "/start" } method="post" {
                        input type="hidden" name="round" value=(state.round);
                        button.btn.primary type="submit" { (icon("in")) (button) }
                    }
                }
            }
            p.hint { (words.say("import-checked-how")) }
        }
        (samples(words, &state.samples))
    }
}

fn done(words: Words, kept: &Kept, state: &State) -> Markup {
    let of_list = Filter { import: Some(kept.list().key()), ..Filter::default() };
    html! {
        section.card.stack {
            h2 { (words.say("import-done")) }
            (numbers(words, &state.sum))
            (remarks(words, &state.sum))
            div.line {
                a.btn href="/import" { (words.say("import-another")) }
                a.btn href={ "/import/" (kept.id) "/report.csv" } { (icon("in")) (words.say("import-report")) }
                a.btn.primary.push href={ "/leads?" (of_list.query()) } { (icon("leads")) (words.say("import-to-leads")) }
            }
            @if state.sum.repeated > 0 { p { (words.say("import-done-before")) } }
            p.hint { (words.say("import-done-how")) }
        }
        (samples(words, &state.samples))
    }
}

fn numbers(words: Words, sum: &Imported) -> Markup {
    let stats = [
        (sum.created, "import-sum-created", true),
        (sum.attached, "import-sum-attached", true),
        (sum.flagged, "import-sum-flagged", true),
        (sum.bad, "import-sum-bad", true),
        (sum.repeated, "import-sum-repeated", false),
        (sum.empty, "import-sum-empty", false),
    ];
    html! {
        div.scroll-x tabindex="0" role="group" aria-label=(words.say("import-numbers")) {
            dl.strip {
                @for (count, word, _) in stats.into_iter().filter(|(count, _, always)| *always || *count > 0) {
                    div.stat { dt { (words.say(word)) } dd { b { (number(words, count)) } } }
                }
            }
        }
    }
}

fn remarks(words: Words, sum: &Imported) -> Markup {
    let some = |unknown: &BTreeMap<String, u64>| {
        unknown.keys().take(STRANGERS).cloned().collect::<Vec<_>>()
    };
    let (names, tags) = (some(&sum.unknown_owners), some(&sum.unknown_tags));
    html! {
        @if sum.owners_unknown > 0 {
            p {
                (words.fill("import-sum-strangers", &[
                    ("n", sum.owners_unknown.into()),
                    ("count", number(words, sum.owners_unknown).into()),
                    ("names", names.join(", ").into()),
                ]))
            }
        }
        @if sum.tags_unknown > 0 {
            p {
                (words.fill("import-sum-strange-tags", &[
                    ("n", sum.tags_unknown.into()),
                    ("count", number(words, sum.tags_unknown).into()),
                    ("names", tags.join(", ").into()),
                ]))
            }
        }
        @if sum.incomplete > 0 {
            p { (words.fill("import-sum-incomplete", &counted(words, sum.incomplete))) }
        }
        @if sum.unreachable > 0 {
            p { (words.fill("import-sum-unreachable", &counted(words, sum.unreachable))) }
        }
        @if sum.opted_out > 0 {
            p { (words.fill("import-sum-opted-out", &counted(words, sum.opted_out))) }
        }
        @for (column, unread) in &sum.unread {
            p {
                (words.fill("import-sum-unread", &[
                    ("n", unread.rows.into()),
                    ("count", number(words, unread.rows).into()),
                    ("column", column.as_str().into()),
                    ("values", unread.samples.join(", ").into()),
                ]))
            }
        }
        @match sum.dates {
            Some(DateOrder::MonthFirst) => p { (words.say("import-sum-month-first")) },
            Some(DateOrder::DayFirst) => p { (words.say("import-sum-day-first")) },
            None => {},
        }
        @for columns in sum.doubled.values() {
            p { (words.fill("import-sum-doubled", &[("columns", columns.join(", ").into())])) }
        }
        @if sum.torn > 0 { p { (words.fill("import-sum-torn", &counted(words, sum.torn))) } }
        @if sum.above > 0 { p { (words.fill("import-sum-above", &counted(words, sum.above))) } }
        @if sum.no_heading { p { (words.say("import-sum-no-heading")) } }
    }
}

/// The first rows of each kind; what was refused stands first, for it asks for something.
fn samples(words: Words, samples: &[Sample]) -> Markup {
    let rank = |sample: &&Sample| match sample.of.came {
        Came::Refused(_) => 0,
        Came::Flagged(_) => 1,
        Came::Attached(_) => 2,
        Came::Created(_) => 3,
        Came::Empty => 4,
        Came::Repeated => 5,
    };
    let mut sorted: Vec<&Sample> = samples.iter().collect();
    sorted.sort_by_key(|sample| (rank(sample), sample.line));
    html! {
        @if !sorted.is_empty() {
            section.ledger {
                header { h2 { (words.say("import-samples")) } }
                table.table.samples {
                    thead {
                        tr {
                            th.num scope="col" { (words.say("import-report-line")) }
                            th scope="col" { (words.say("import-samples-row")) }
                            th scope="col" { (words.say("import-report-result")) }
                        }
                    }
                    tbody { @for sample in sorted { (shown(words, sample)) } }
                }
            }
        }
    }
}

fn shown(words: Words, sample: &Sample) -> Markup {
    let state = match sample.of.came {
        Came::Refused(_) => Some("late"),
        Came::Flagged(_) => Some("soon"),
        Came::Created(_) | Came::Attached(_) => Some("ok"),
        Came::Repeated | Came::Empty => None,
    };
    html! {
        tr {
            td.num { (sample.line) }
            td { (sample.says) }
            td {
                span.tag data-state=[state] { (said::came(words, &sample.of.came)) } " "
                (said::remark(words, &sample.of))
                @match &sample.of.came {
                    Came::Created(lead) | Came::Flagged(lead) | Came::Attached(lead) if *lead != LeadId(0) => {
                        " " a href={ "/leads/" (lead) } { (words.fill("import-lead", &[("lead", lead.to_string().into())])) }
                    },
                    _ => {},
                }
            }
        }
    }
}
